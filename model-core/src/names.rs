//! Names: Keras's automatic names, and the nearest name to a misspelt one.

use alloc::string::String;
use alloc::vec::Vec;

/// Keras's automatic name of a class: `MaxPooling2D` is `max_pooling2d`, `ReLU` is `re_lu`.
///
/// An underscore goes before a capital that starts a lower-case word, and between a lower-case letter or a
/// digit and a capital (Keras, `keras.src.utils.naming.to_snake_case`).
#[must_use]
pub fn snake_case(class: &str) -> String {
    let chars: Vec<char> = class.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
    let mut snake = String::new();
    for (index, &c) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|i| chars.get(i));
        let after = chars.get(index + 1);
        let starts_word = before.is_some_and(|b| *b != '_')
            && c.is_uppercase()
            && after.is_some_and(|a| a.is_lowercase());
        let ends_word = before.is_some_and(|b| b.is_lowercase()) && c.is_uppercase();
        if starts_word || ends_word {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// Maximum length of a name that is compared with candidates.
const LONGEST: usize = 100;
/// Maximum number of candidates.
const CANDIDATES: usize = 2_000;

/// The candidate nearest to `name`, if one is near enough to be meant.
///
/// Case and underscores count for little; otherwise it is the edit distance, with swapped neighbours as
/// one edit, and at most a third of the letters may differ. A name cut short, of at least three letters,
/// means the only candidate that goes on. Very long names mean nothing but themselves.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(name, &mut candidates.into_iter())
}

/// Compiled once, whatever the candidates come from.
fn nearest_of<'a>(name: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let wanted = folded(name);
    let limit = if wanted.len() < 3 { 0 } else { (wanted.len() / 3).max(1) };
    let mut best: Option<(usize, usize, &str)> = None;
    let mut longer: Vec<&str> = Vec::new();
    for candidate in candidates.take(CANDIDATES).filter(|it| it.len() <= LONGEST) {
        // Most are told apart by their lengths and first letters.
        let length = candidate.chars().filter(|c| *c != '_').count();
        let may_go_on = wanted.len() >= 3 && length > wanted.len();
        if length + limit < wanted.len()
            || (length > wanted.len() + limit && !(may_go_on && begins_alike(candidate, &wanted)))
        {
            continue;
        }
        let folded = folded(candidate);
        if wanted.len() >= 3 && folded.starts_with(&wanted) && !longer.contains(&candidate) {
            longer.push(candidate);
        }
        if folded.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let distance = edit_distance(&wanted, &folded);
        if distance > limit || (distance == wanted.len().max(folded.len())) {
            continue;
        }
        let exact = edit_distance(
            &name.chars().collect::<Vec<_>>(),
            &candidate.chars().collect::<Vec<_>>(),
        );
        if best.is_none_or(|(d, e, _)| (distance, exact) < (d, e)) {
            best = Some((distance, exact, candidate));
        }
    }
    match (best, longer.as_slice()) {
        (Some((_, _, candidate)), _) => Some(candidate),
        (None, [only]) => Some(only),
        _ => None,
    }
}

/// True if two names differ at most by case and underscores.
#[must_use]
pub fn is_respelled(name: &str, other: &str) -> bool {
    folded(name) == folded(other)
}

/// The letters without case and underscores.
fn folded(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '_' => {}
            c if c.is_ascii() => letters.push(c.to_ascii_lowercase()),
            c => letters.extend(c.to_lowercase()),
        }
    }
    letters
}

fn begins_alike(candidate: &str, wanted: &[char]) -> bool {
    let first = candidate.chars().find(|c| *c != '_');
    let (Some(first), Some(wanted)) = (first, wanted.first()) else { return false };
    first.to_lowercase().next() == Some(*wanted)
}

/// Edit distance in which swapping two neighbours is one edit (optimal string alignment).
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let at = |line: &[usize], k: usize| line.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut cost =
                (at(&last, j) + usize::from(x != y)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = last;
        last = row;
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn automatic_names_are_those_of_keras() {
        for (class, name) in [
            ("Conv2D", "conv2d"),
            ("MaxPooling2D", "max_pooling2d"),
            ("Conv2DTranspose", "conv2d_transpose"),
            ("ReLU", "re_lu"),
            ("PReLU", "p_re_lu"),
            ("ELU", "elu"),
            ("LSTM", "lstm"),
            ("ConvLSTM2D", "conv_lstm2d"),
            ("GlobalAveragePooling1D", "global_average_pooling1d"),
            ("MultiHeadAttention", "multi_head_attention"),
            ("RMSNormalization", "rms_normalization"),
            ("ZeroPadding2D", "zero_padding2d"),
            ("SimpleRNNCell", "simple_rnn_cell"),
        ] {
            assert_eq!(snake_case(class), name);
        }
    }

    #[test]
    fn the_nearest_name_is_near() {
        let names = ["Dense", "Dropout", "Conv2D", "Conv3D", "MaxPooling2D"];
        for (typo, found) in [
            ("Dens", Some("Dense")),
            ("conv2d", Some("Conv2D")),
            ("Covn2D", Some("Conv2D")),
            ("MaxPoolng2D", Some("MaxPooling2D")),
            ("Quux", None),
            ("max", Some("MaxPooling2D")),
            ("Con", None),
            ("D", None),
        ] {
            assert_eq!(nearest(typo, names), found, "{typo}");
        }
    }
}
