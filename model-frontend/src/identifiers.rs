//! Names that can be identifiers of Rust.

use modelwright_core::names::snake_case;

/// Strict and reserved keywords of every edition, from the Rust reference, "Keywords". Weak keywords, such as `union`
/// or `macro_rules`, are identifiers wherever the macro writes them.
///
/// Generated items are parsed in the edition of this crate, and the names in them in that of the caller, so a
/// word that either reserves cannot be used.
const KEYWORDS: &[&str] = &[
    // Strict.
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while", // Reserved.
    "abstract", "become", "box", "do", "final", "gen", "macro", "override", "priv", "try",
    "typeof", "unsized", "virtual", "yield", // No keyword, and no identifier either.
    "_",
];

/// Returns whether an edition of Rust reserves this word.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Returns whether Rust takes this text as a name in every edition.
pub(crate) fn is_identifier(text: &str) -> bool {
    !is_keyword(text) && syn::parse_str::<syn::Ident>(text).is_ok()
}

/// Module of a model's layers: `res_net18` for `ResNet18`. It has a trailing underscore where it would otherwise be a
/// keyword or the model itself, or hide something that the code around may name.
pub(crate) fn module_name(model: &str) -> String {
    let name = snake_case(model);
    match is_keyword(&name) || HIDDEN.contains(&&*name) || name == model {
        true => format!("{name}_"),
        false => name,
    }
}

/// Crates that paths begin with and primitive types, which a module of that name would hide.
const HIDDEN: &[&str] = &[
    "alloc",
    "core",
    "modelwright",
    "std",
    "bool",
    "char",
    "f16",
    "f32",
    "f64",
    "f128",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "str",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_snake_case() {
        for (model, module) in [
            ("ResNet18", "res_net18"),
            ("MLP", "mlp"),
            ("VGG16", "vgg16"),
            ("Loop", "loop_"),
            ("Gen", "gen_"),
            ("Async", "async_"),
            ("Virtual", "virtual_"),
            ("Union", "union"),
            ("Modelwright", "modelwright_"),
            ("Core", "core_"),
            ("F32", "f32_"),
            ("Str", "str_"),
        ] {
            assert_eq!(module_name(model), module);
        }
    }

    /// `syn` knows the keywords up to edition 2021.
    #[test]
    fn keywords_are_those_of_syn_and_later_editions() {
        let later = ["gen"];
        for word in KEYWORDS {
            assert_eq!(syn::parse_str::<syn::Ident>(word).is_ok(), later.contains(word), "{word}");
        }
        for word in ["auto", "default", "macro_rules", "raw", "safe", "union"] {
            assert!(!is_keyword(word) && syn::parse_str::<syn::Ident>(word).is_ok(), "{word}");
        }
    }
}
