//! `docs/layers.md` says what the table of classes says. `BLESS=1` writes it anew.

use std::fmt::Write as _;

use modelwright_core::layers::{
    ACTIVATIONS, COMMON, Class, Default, FAMILIES, Kind, Parameter, words,
};
use modelwright_core::spec::DType;
use modelwright_testing::blessed::expect_file;
use modelwright_testing::repository;

const INTRODUCTION: &str = "\
# Layers

Written from the table of classes by `BLESS=1 cargo test -p modelwright-core --test layers_doc`; do not edit.

Names, order and defaults are those of Keras 3. Parameters stand in positional order. A `data_format` that is not given
is the model's. Where a layer gives another result than in Keras is in [keras-differences.md](keras-differences.md).

FLOPs are those of one call on one sample, as [costs.md](costs.md) defines them; a layer that says nothing of them has none.

";

#[test]
fn the_list_of_layers_is_up_to_date() {
    expect_file(repository("docs/layers.md"), &document());
}

fn document() -> String {
    let mut text = String::from(INTRODUCTION);
    text.push_str("## Every layer\n\nEvery layer also takes these, by name:\n\n");
    write_parameters(&mut text, COMMON);
    let mut last = None;
    for class in FAMILIES.iter().flat_map(|family| family.iter()) {
        if last != Some(class.family) {
            let _ = writeln!(text, "\n## {}", class.family);
            last = Some(class.family);
        }
        write_class(&mut text, class);
    }
    text.push_str(
        "\n## Activations\n\nWhat is computed of each element, and in how many operations:\n\n",
    );
    text.push_str("| activation | FLOPs | formula |\n|---|--:|---|\n");
    for activation in ACTIVATIONS {
        let formula = activation.formula.replace('|', "\\|");
        let _ = writeln!(text, "| `{}` | {} | {formula} |", activation.name, activation.flops);
    }
    text.push_str("\n## Words\n");
    let dtypes: Vec<&str> = DType::ALL.iter().map(|(name, _)| *name).collect();
    for (title, list) in [
        ("Initializers", words::INITIALIZERS),
        ("Regularizers", words::REGULARIZERS),
        ("Constraints", words::CONSTRAINTS),
        ("Dtypes", &dtypes),
        ("Dtype policies, with weights of `float32`", words::MIXED_POLICIES),
    ] {
        let list: Vec<String> = list.iter().map(|word| format!("`{word}`")).collect();
        let _ = writeln!(text, "\n{title}: {}.", list.join(", "));
    }
    text
}

fn write_class(text: &mut String, class: &Class) {
    let _ = writeln!(text, "\n### {}\n\n{}.", class.name, sentence(class.doc));
    if !class.aliases.is_empty() {
        let aliases: Vec<String> = class.aliases.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(text, "Also written {}.", aliases.join(", "));
    }
    if !class.facets.flops.is_empty() {
        let _ = writeln!(text, "\nFLOPs: {}.", class.facets.flops);
    }
    let named = class.parameters.get(class.positional..).unwrap_or_default();
    if !named.is_empty() {
        let names: Vec<String> = named.iter().map(|one| format!("`{}`", one.name)).collect();
        let _ = writeln!(text, "By name only: {}.", names.join(", "));
    }
    if !class.parameters.is_empty() {
        text.push('\n');
        write_parameters(text, class.parameters);
    }
}

fn write_parameters(text: &mut String, parameters: &[Parameter]) {
    text.push_str("| parameter | accepts | default | meaning |\n|---|---|---|---|\n");
    for parameter in parameters {
        let default = match parameter.default {
            Default::Required => String::from("must be given"),
            Default::DataFormat => String::from("the model's"),
            default => format!("`{default}`"),
        };
        let doc = parameter.doc.replace('|', "\\|");
        let _ =
            writeln!(text, "| `{}` | {} | {default} | {doc} |", parameter.name, accepts(parameter));
    }
}

/// Accepted values of a parameter, with its list of words.
fn accepts(parameter: &Parameter) -> String {
    let or_none = if parameter.nullable { ", or `None`" } else { "" };
    let link = match parameter.kind {
        Kind::Activation => "an [activation](#activations)".into(),
        Kind::Initializer => "an [initializer](#words)".into(),
        Kind::Regularizer => "a [regularizer](#words)".into(),
        Kind::Constraint => "a [constraint](#words)".into(),
        Kind::Dtype => "a [dtype](#words)".into(),
        kind => kind.expected(),
    };
    format!("{link}{or_none}")
}

/// A doc line with a capital.
fn sentence(line: &str) -> String {
    let mut letters = line.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
