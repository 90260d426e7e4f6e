//! Names of generated items.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// A constant for each layer: `CONV2D_1` for `conv2d_1`. What cannot stand in a name becomes an underscore;
/// a name that is taken gets a number.
pub(super) fn constant_names<'a>(layers: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::default();
    let mut numbers: HashMap<String, usize> = HashMap::default();
    layers
        .map(|layer| {
            let mut base: String = layer
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' })
                .collect();
            if base.is_empty() || base.starts_with(|c: char| c.is_ascii_digit()) || base == "_" {
                base.insert(0, '_');
            }
            let mut name = base.clone();
            while !taken.insert(name.clone()) {
                let number = numbers.entry(base.clone()).or_insert(1);
                *number += 1;
                name = format!("{base}__{number}");
            }
            name
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_names() {
        let layers = ["conv2d", "stage1/conv", "stage1_conv", "1x1", "é", "_"];
        let names = ["CONV2D", "STAGE1_CONV", "STAGE1_CONV__2", "_1X1", "__", "____2"];
        assert_eq!(constant_names(layers.into_iter()), names);
    }
}
