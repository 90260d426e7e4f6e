//! `src/editor.rs` says what the table of classes says. `BLESS=1` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use modelwright_core::layers::{COMMON, Class, Default, Kind, Parameter, classes};
use modelwright_testing::blessed::expect_file;
use modelwright_testing::repository;

const HEAD: &str = "\
//! The layers and their arguments as Rust items: what editors show of a `model!` call.
//!
//! Written from the table of classes by `BLESS=1 cargo test -p modelwright-core --test editor_vocabulary`; do not
//! edit. Only rust-analyzer reads it: it stands under `cfg(rust_analyzer)`, and so does all that names it.
#![allow(nonstandard_style)]

";

#[test]
fn the_vocabulary_of_editors_is_up_to_date() {
    expect_file(repository("src/editor.rs"), &source());
}

fn source() -> String {
    let mut classes: Vec<&Class> = classes().collect();
    classes.sort_by_key(|class| class.name);
    let mut text = String::from(HEAD);
    write_types(&mut text, &classes);
    write_layers(&mut text, &classes);
    write_arguments(&mut text, &classes);
    write_words(&mut text, &classes);
    text
}

/// Types of arguments.
fn write_types(text: &mut String, classes: &[&Class]) {
    let mut types = BTreeMap::from([
        ("Layer", "A layer.".to_string()),
        ("Tensor", "A tensor: its shape, without the batch axis.".into()),
        ("Value", "A value.".into()),
    ]);
    let parameters = classes.iter().flat_map(|class| class.parameters).chain(COMMON);
    for parameter in parameters {
        let name = type_name(parameter.kind);
        types.entry(name).or_insert_with(|| match parameter.kind {
            Kind::Sizes { .. } => "An integer, or a tuple of one an axis.".into(),
            Kind::Pairs { .. } => {
                "An integer, or a tuple of one integer or one pair an axis.".into()
            }
            Kind::Int { .. } => "An integer.".into(),
            Kind::Number { .. } => "A number.".into(),
            Kind::Word(_) => "One of some words.".into(),
            Kind::Listed(_) => "A list.".into(),
            kind => sentence(&kind.expected()),
        });
    }
    for (name, doc) in types {
        let text_of = match name {
            "Tensor" | "Value" => "&'static str",
            _ => "()",
        };
        let _ = writeln!(text, "/// {doc}\npub type {name} = {text_of};");
    }
}

fn write_layers(text: &mut String, classes: &[&Class]) {
    text.push_str("\n/// The layers.\npub mod layers {\n    use super::Layer;\n\n");
    let mut items = BTreeMap::from([(
        "Sequential",
        "A chain of layers as one layer.\n\n`Sequential(first -> second -> .., name, trainable)`"
            .to_string(),
    )]);
    for class in classes {
        let doc = format!("{}.\n\n{}", sentence(class.doc), signature(class));
        for alias in class.aliases {
            items.insert(alias, format!("{doc}\n\nAnother name of `{}`.", class.name));
        }
        items.insert(class.name, doc);
    }
    for (name, doc) in items {
        write_doc(text, "    ", &doc);
        let _ = writeln!(text, "    pub type {name} = Layer;");
    }
    text.push_str("}\n");
}

fn write_arguments(text: &mut String, classes: &[&Class]) {
    text.push_str("\n/// The arguments of each layer.\npub mod arguments {\n");
    text.push_str("    /// Arguments of every layer.\n    pub mod Sequential {\n        use super::super::*;\n\n");
    write_parameters(text, COMMON);
    text.push_str("    }\n");
    for class in classes {
        let _ = writeln!(
            text,
            "    /// Arguments of `{name}`.\n    pub mod {name} {{\n        pub use super::Sequential::*;",
            name = class.name
        );
        if !class.parameters.is_empty() {
            text.push_str("        use super::super::*;\n\n");
        }
        write_parameters(text, class.parameters);
        text.push_str("    }\n");
        for alias in class.aliases {
            let _ = writeln!(text, "    pub use {} as {alias};", class.name);
        }
    }
    text.push_str("}\n");
}

fn write_parameters(text: &mut String, parameters: &[Parameter]) {
    for parameter in parameters {
        let or_none = if parameter.nullable { ", or `None`" } else { "" };
        let default = match parameter.default {
            Default::Required => "It must be given.".into(),
            Default::DataFormat => "Default: the model's.".into(),
            default => format!("Default: `{default}`."),
        };
        let expected = sentence(&parameter.kind.expected());
        let doc = format!("{}. {expected}{or_none}. {default}", sentence(parameter.doc));
        write_doc(text, "        ", &doc);
        let ty = type_name(parameter.kind);
        let _ = writeln!(text, "        pub type {} = {ty};", identifier(parameter.name));
    }
}

/// Lists of words, by the argument that takes them.
fn write_words(text: &mut String, classes: &[&Class]) {
    text.push_str("\n/// The words that arguments take.\npub mod words {\n");
    for class in classes {
        let worded: Vec<&Parameter> =
            class.parameters.iter().filter(|one| !one.kind.words().is_empty()).collect();
        if worded.is_empty() {
            continue;
        }
        let _ = writeln!(
            text,
            "    /// Words for the arguments of `{name}`.\n    pub mod {name} {{",
            name = class.name
        );
        for parameter in worded {
            let list = match parameter.kind {
                Kind::Word(_) => None,
                Kind::DataFormat => Some("data_formats"),
                Kind::Activation => Some("activations"),
                Kind::Initializer => Some("initializers"),
                Kind::Regularizer => Some("regularizers"),
                _ => Some("constraints"),
            };
            let name = identifier(parameter.name);
            if let Some(list) = list {
                let _ = writeln!(text, "        pub use super::lists::{list} as {name};");
                continue;
            }
            let _ = writeln!(text, "        /// Words for `{}`.", parameter.name);
            write_list(text, "        ", &name, parameter.doc, parameter.kind.words());
        }
        text.push_str("    }\n");
        for alias in class.aliases {
            let _ = writeln!(text, "    pub use {} as {alias};", class.name);
        }
    }
    text.push_str("    /// Lists that many layers share.\n    pub mod lists {\n");
    for (name, kind, doc) in [
        ("activations", Kind::Activation, "An activation"),
        ("constraints", Kind::Constraint, "A constraint"),
        ("data_formats", Kind::DataFormat, "The order of the axes"),
        ("initializers", Kind::Initializer, "An initializer"),
        ("regularizers", Kind::Regularizer, "A regularizer"),
    ] {
        let _ = writeln!(text, "        /// {doc}.");
        write_list(text, "        ", name, doc, kind.words());
    }
    text.push_str("    }\n}\n");
}

fn write_list(text: &mut String, indent: &str, name: &str, doc: &str, words: &[&str]) {
    let _ =
        writeln!(text, "{indent}pub mod {name} {{\n{indent}    use super::super::super::Value;\n");
    for word in words {
        let _ = writeln!(
            text,
            "{indent}    /// {}.\n{indent}    pub type {} = Value;",
            sentence(doc),
            identifier(word)
        );
    }
    let _ = writeln!(text, "{indent}}}");
}

/// Doc comments, a line each.
fn write_doc(text: &mut String, indent: &str, doc: &str) {
    for line in doc.lines() {
        let _ = writeln!(text, "{indent}///{}{line}", if line.is_empty() { "" } else { " " });
    }
}

/// The whole signature: every parameter and its default.
fn signature(class: &Class) -> String {
    let mut parameters = String::new();
    for (index, parameter) in class.parameters.iter().chain(COMMON).enumerate() {
        if index > 0 {
            parameters.push_str(", ");
        }
        parameters.push_str(parameter.name);
        match parameter.default {
            Default::Required | Default::DataFormat | Default::None => {}
            default => {
                let _ = write!(parameters, " = {default}");
            }
        }
    }
    format!("`{}({parameters})`", class.name)
}

fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "Boolean",
        Kind::Int { .. } => "Integer",
        Kind::Number { .. } => "Number",
        Kind::Numbers => "Numbers",
        Kind::Sizes { .. } => "Sizes",
        Kind::Pairs { .. } => "Pairs",
        Kind::Word(_) => "Word",
        Kind::DataFormat => "DataFormat",
        Kind::Activation => "Activation",
        Kind::Initializer => "Initializer",
        Kind::Regularizer => "Regularizer",
        Kind::Constraint => "Constraint",
        Kind::Dtype => "Dtype",
        Kind::Axis => "Axis",
        Kind::Axes => "Axes",
        Kind::Shape => "Shape",
        Kind::Text => "Text",
        Kind::Layer => "Layer",
        Kind::Layers => "Layers",
        Kind::Any => "Value",
        Kind::Cells => "Cells",
        Kind::Name => "Name",
        Kind::Listed(_) => "List",
    }
}

/// A name, raw where it is a Rust keyword.
fn identifier(name: &str) -> String {
    match name {
        "as" | "const" | "fn" | "for" | "if" | "in" | "loop" | "match" | "mod" | "move" | "ref"
        | "return" | "static" | "type" | "use" | "where" | "while" => format!("r#{name}"),
        _ => name.into(),
    }
}

/// A doc line with a capital.
fn sentence(line: &str) -> String {
    let mut letters = line.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
