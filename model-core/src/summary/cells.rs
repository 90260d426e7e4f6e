//! Contents of the table cells.

use core::fmt;

use super::{
    column::Column,
    ink::{Ink, Style, Text, repeat},
    line::{Head, Input, Inputs, Line, Shape, Shapes},
    number::Grouped,
};
use crate::spec::Dim;

/// Kind of a table column.
#[derive(Clone, Copy)]
pub(super) enum Content {
    Name,
    Shape,
    Params,
    Connections,
    Trainable,
    /// A column that Keras does not have.
    Extra(Column),
}

impl Content {
    /// Keras's, in the order of the columns.
    pub(super) const ALL: [Self; 5] =
        [Self::Name, Self::Shape, Self::Params, Self::Connections, Self::Trainable];
}

/// Writes the heading of the column.
impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "Layer (type)",
            Self::Shape => "Output Shape",
            Self::Params => "Param #",
            Self::Connections => "Connected to",
            Self::Trainable => "Trainable",
            Self::Extra(column) => return column.fmt(f),
        })
    }
}

/// Subject of a row.
#[derive(Clone, Copy)]
#[allow(clippy::large_enum_variant)] // `no_std` without `alloc`: there is no box for the larger variant
pub(super) enum Row {
    Heading,
    /// A layer and its nesting depth.
    Layer(Line, usize),
}

/// A cell of the Keras 3 layout.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) content: Content,
    pub(super) row: Row,
    pub(super) head: Head,
}

impl Text for Cell {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        let Row::Layer(line, level) = self.row else {
            return write!(ink, "{}", self.content);
        };
        match self.content {
            Content::Name => write_name(ink, line, level),
            Content::Shape => write_shapes(ink, line.shapes),
            Content::Params => styled(ink, Style::Number, Grouped::of(line.params)),
            // The calls of a nested model's layers are not those of this model.
            Content::Connections if level > 0 || line.inputs.is_empty() => ink.write_char('-'),
            Content::Connections => write_connections(ink, line.inputs),
            Content::Trainable if line.params == 0 => styled(ink, Style::Bold, '-'),
            Content::Trainable if line.trainable => styled(ink, Style::Yes, 'Y'),
            Content::Trainable => styled(ink, Style::No, 'N'),
            Content::Extra(column) => column.write(line, level, self.head, ink),
        }
    }
}

fn write_name(ink: &mut dyn Ink, line: Line, level: usize) -> fmt::Result {
    if level > 0 {
        repeat(ink, ' ', level.saturating_mul(3))?;
        ink.write_str("└ ")?;
    }
    write!(ink, "{} (", line.name)?;
    styled(ink, Style::Class, line.class)?;
    ink.write_char(')')
}

/// Writes `value` in a style and returns to plain text.
pub(super) fn styled(ink: &mut dyn Ink, style: Style, value: impl fmt::Display) -> fmt::Result {
    ink.style(style)?;
    write!(ink, "{value}")?;
    ink.style(Style::Plain)
}

pub(super) fn write_shapes(ink: &mut dyn Ink, mut shapes: Shapes) -> fmt::Result {
    let is_list = shapes.len() > 1;
    let Some(first) = shapes.next() else { return ink.write_char('?') };
    if is_list {
        ink.write_char('[')?;
    }
    write_shape(ink, first)?;
    for shape in shapes {
        ink.write_str(", ")?;
        write_shape(ink, shape)?;
    }
    if is_list { ink.write_char(']') } else { Ok(()) }
}

pub(super) fn write_shape(ink: &mut dyn Ink, shape: Shape) -> fmt::Result {
    ink.write_char('(')?;
    styled(ink, Style::Unknown, Dim::Unknown)?;
    for dim in shape {
        ink.write_str(", ")?;
        styled(ink, if dim == Dim::Unknown { Style::Unknown } else { Style::Number }, dim)?;
    }
    ink.write_char(')')
}

fn write_connections(ink: &mut dyn Ink, inputs: Inputs) -> fmt::Result {
    for (place, input) in inputs.enumerate() {
        if place > 0 {
            ink.write_str(", ")?;
        }
        write_without_tags(ink, input.layer().name)?;
        for index in [input.call, input.output] {
            ink.write_char('[')?;
            styled(ink, Style::Number, index)?;
            ink.write_char(']')?;
        }
    }
    Ok(())
}

/// Writes a name without the parts that `rich` reads as markup: `x[bold]` as `x`.
///
/// Keras escapes names in the first column only, not in "Connected to".
fn write_without_tags(ink: &mut dyn Ink, name: &str) -> fmt::Result {
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        ink.write_str(before)?;
        rest = after;
        let tag =
            after.starts_with(|first: char| first.is_ascii_lowercase() || "#/@".contains(first));
        match after.split_once(']') {
            Some((inside, outside)) if tag && !inside.contains('[') => rest = outside,
            _ => ink.write_char('[')?,
        }
    }
    ink.write_str(rest)
}

/// Output shapes as Python prints them, for Keras 2: `(None,)`, `(None, 10)`, `[(None, 4), (None, 4)]`.
#[derive(Clone, Copy)]
pub(super) struct PythonShapes {
    pub(super) line: Line,
    /// True if the shape of an input layer is written as a list, as Keras 2.3 and later do.
    pub(super) input_as_list: bool,
}

impl fmt::Display for PythonShapes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = self.input_as_list && self.line.class == "InputLayer";
        let mut shapes = self.line.shapes.map(PythonShape);
        match shapes.len() {
            0 => f.write_str("?"),
            _ if self.line.shapes_differ => f.write_str("multiple"),
            1 if !listed => shapes.try_for_each(|shape| shape.fmt(f)),
            _ => write_list(f, shapes),
        }
    }
}

struct PythonShape(Shape);

impl fmt::Display for PythonShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(None,")?;
        for (place, dim) in self.0.enumerate() {
            write!(f, "{} {dim}", if place > 0 { "," } else { "" })?;
        }
        f.write_str(")")
    }
}

/// Writes Keras's form, `conv2d[0][0]`.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}][{}]", self.layer().name, self.call, self.output)
    }
}

/// Input tensors of a layer as a Python list of strings: `['conv[0][0]', 'add[0][0]']`.
#[derive(Clone, Copy)]
pub(super) struct PythonInputs(pub(super) Inputs);

impl fmt::Display for PythonInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_list(f, self.0.map(Quoted))
    }
}

struct Quoted(Input);

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'", self.0)
    }
}

fn write_list(
    f: &mut fmt::Formatter<'_>,
    items: impl Iterator<Item = impl fmt::Display>,
) -> fmt::Result {
    f.write_str("[")?;
    for (place, item) in items.enumerate() {
        write!(f, "{}{item}", if place > 0 { ", " } else { "" })?;
    }
    f.write_str("]")
}

/// Name and class of a layer: `conv2d (Conv2D)`.
#[derive(Clone, Copy)]
pub(super) struct NameAndClass(pub(super) Line);

impl fmt::Display for NameAndClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.0.name, self.0.class)
    }
}
