//! Optional columns that Keras does not have.

use core::fmt::{self, Write};

use super::{
    Summary,
    cells::{styled, write_shape},
    ink::{Ink, Style},
    line::{Fields, Head, Inputs, Line},
    number::{Grouped, Size},
};
use crate::spec::Dim;

/// Maximum number of additional columns.
pub(super) const MOST: usize = 8;

/// A column that Keras does not have; see [`Summary::columns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column {
    /// Input shapes.
    InputShape,
    /// Multiply-accumulates per sample.
    Macs,
    /// Floating-point operations per sample, two for each multiply-accumulate.
    Flops,
    /// Share of the model's parameters, in percent.
    ParamShare,
    /// Bytes of the outputs per sample.
    ActivationBytes,
    /// Size and stride of the receptive field, and the center of the first one.
    ReceptiveField,
    /// Shape of the kernel or the embeddings, or the window of a pooling layer.
    Kernel,
}

/// Writes the header.
impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InputShape => "Input Shape",
            Self::Macs => "MACs",
            Self::Flops => "FLOPs",
            Self::ParamShare => "Param %",
            Self::ActivationBytes => "Activations",
            Self::ReceptiveField => "Receptive Field",
            Self::Kernel => "Kernel",
        })
    }
}

impl Column {
    /// True for numbers, which are right-aligned.
    pub(super) fn is_numeric(self) -> bool {
        !matches!(self, Self::InputShape | Self::ReceptiveField | Self::Kernel)
    }

    /// Writes the cell of a layer; `level` is its nesting depth.
    pub(super) fn write(
        self,
        line: Line,
        level: usize,
        head: Head,
        ink: &mut dyn Ink,
    ) -> fmt::Result {
        match self {
            Self::InputShape if level == 0 => write_inputs(line.inputs, ink),
            // Inputs of layers inside a nested model have no row in this table.
            Self::InputShape => ink.write_char('-'),
            Self::Macs => write_known(line.macs.map(Grouped), ink),
            Self::Flops => write_known(line.flops.map(Grouped), ink),
            Self::ParamShare => write_share(line.params, head.params, ink),
            Self::ActivationBytes => {
                let size = |bytes| Size { bytes, byte: "B" };
                write_known(line.activation_bytes.map(size), ink)
            }
            Self::ReceptiveField => match line.field {
                Some(fields) => write_fields(fields, ink),
                None => ink.write_char('-'),
            },
            Self::Kernel => match line.kernel {
                Some(sizes) => write_each(sizes, ink),
                None => ink.write_char('-'),
            },
        }
    }
}

fn write_known(value: Option<impl fmt::Display>, ink: &mut dyn Ink) -> fmt::Result {
    match value {
        Some(value) => styled(ink, Style::Number, value),
        None => styled(ink, Style::Unknown, Dim::Unknown),
    }
}

fn write_inputs(inputs: Inputs, ink: &mut dyn Ink) -> fmt::Result {
    if inputs.is_empty() {
        return ink.write_char('-');
    }
    for (place, input) in inputs.enumerate() {
        if place > 0 {
            ink.write_str(", ")?;
        }
        match input.layer().shapes.nth(input.output) {
            Some(shape) => write_shape(ink, shape)?,
            None => ink.write_char('?')?,
        }
    }
    Ok(())
}

/// A fraction in percent, rounded to the nearest tenth.
fn write_share(part: usize, whole: usize, ink: &mut dyn Ink) -> fmt::Result {
    let (part, whole) = (part as u128, whole.max(1) as u128);
    let share = (part.saturating_mul(1000).saturating_add(whole / 2)) / whole;
    styled(ink, Style::Number, format_args!("{}.{}", share / 10, share % 10))
}

/// `(11, 11) / (4, 4) + (3/2, 3/2)`: sizes, strides and offsets.
fn write_fields(fields: Fields, ink: &mut dyn Ink) -> fmt::Result {
    write_each(fields.map(|field| field.size), ink)?;
    ink.write_str(" / ")?;
    write_each(fields.map(|field| field.stride), ink)?;
    ink.write_str(" + ")?;
    write_each(fields.map(|field| field.offset), ink)
}

fn write_each(numbers: impl Iterator<Item = impl fmt::Display>, ink: &mut dyn Ink) -> fmt::Result {
    ink.write_char('(')?;
    for (place, number) in numbers.enumerate() {
        if place > 0 {
            ink.write_str(", ")?;
        }
        styled(ink, Style::Number, number)?;
    }
    ink.write_char(')')
}

/// Length of a text in characters.
#[derive(Default)]
pub(super) struct Length(pub(super) usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.chars().count());
        Ok(())
    }
}

impl Ink for Length {
    fn style(&mut self, _: Style) -> fmt::Result {
        Ok(())
    }
}

/// A total below a table with additional columns.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    pub(super) label: &'static str,
    count: Option<u64>,
    bytes: Option<usize>,
}

/// Totals below the table; empty without additional columns.
pub(super) fn costs(summary: &Summary) -> impl Iterator<Item = Cost> {
    let Head { macs, flops, peak_activation_bytes, arena_bytes, .. } = summary.head();
    let bytes = |label, bytes: Option<usize>| Cost { label, count: bytes.map(|b| b as u64), bytes };
    let all = [
        Cost { label: "Total MACs", count: macs, bytes: None },
        Cost { label: "Total FLOPs", count: flops, bytes: None },
        bytes("Peak activation bytes", peak_activation_bytes),
        bytes("Arena bytes", arena_bytes),
    ];
    let shown = if summary.columns.is_empty() { 0 } else { all.len() };
    all.into_iter().take(shown)
}

/// Writes the number; bytes are repeated in a larger unit.
impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            Some(count) => write!(f, "{}", Grouped(count))?,
            None => f.write_str("not known")?,
        }
        match self.bytes {
            Some(bytes) => write!(f, " ({})", Size { bytes, byte: "B" }),
            None => Ok(()),
        }
    }
}
