//! Documentation of the generated items.

use std::fmt::Write as _;

use modelwright_core::graph::Graph;
use modelwright_core::shape::Shape;
use modelwright_core::totals::Totals;

use super::line::Line;

/// One line on a layer.
pub(super) fn layer(line: &Line<'_>) -> String {
    let params = match line.totals.params() {
        0 => "no parameters".into(),
        1 => "1 parameter".into(),
        count => format!("{} parameters", grouped(count)),
    };
    format!("`{}` (`{}`): {}, {params}", line.name(), line.class(), shapes(&line.row.outputs))
}

/// The table of a model.
pub(super) fn model(graph: &Graph, lines: &[Line<'_>], totals: Totals) -> String {
    let mut text = String::from(
        "\n\n| layer | class | output shape | params | connected to |\n|---|---|---|--:|---|\n",
    );
    for line in lines {
        let inputs: Vec<String> = line.row.inputs.iter().map(|input| code(&input.layer)).collect();
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | {} | {} |",
            code(line.name()),
            line.class(),
            shapes(&line.row.outputs),
            grouped(line.totals.params()),
            inputs.join(", "),
        );
    }
    let _ = write!(
        text,
        "\n`{}`: {} parameters, {} of them trainable.",
        graph.name,
        grouped(totals.params()),
        grouped(totals.trainable_params()),
    );
    text
}

fn shapes(shapes: &[Shape]) -> String {
    let shapes: Vec<String> = shapes.iter().map(|shape| format!("`{shape}`")).collect();
    shapes.join(", ")
}

/// A name in a cell of a table.
fn code(name: &str) -> String {
    if !name.bytes().any(|byte| matches!(byte, b'`' | b'|' | b'\n')) {
        return format!("`{name}`");
    }
    format!("`{}`", name.replace('`', "'").replace('|', "\\|").replace('\n', " "))
}

/// `9,494,561`
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
