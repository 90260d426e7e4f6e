//! Names of generated items.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use modelwright_core::names::snake_case;

/// The module of a model's layers: `res_net18` for `ResNet18`; with an underscore where that is no name, or
/// is the name of the model.
pub(super) fn module_name(model: &str) -> String {
    let name = snake_case(model);
    match syn::parse_str::<syn::Ident>(&name) {
        Ok(_) if name != model => name,
        _ => format!("{name}_"),
    }
}

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
    fn modules_are_snake_case() {
        for (model, module) in
            [("ResNet18", "res_net18"), ("MLP", "mlp"), ("Loop", "loop_"), ("VGG16", "vgg16")]
        {
            assert_eq!(module_name(model), module);
        }
    }

    #[test]
    fn constants_are_names() {
        let layers = ["conv2d", "stage1/conv", "stage1_conv", "1x1", "é", "_"];
        let names = ["CONV2D", "STAGE1_CONV", "STAGE1_CONV__2", "_1X1", "__", "____2"];
        assert_eq!(constant_names(layers.into_iter()), names);
    }
}
