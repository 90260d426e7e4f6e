//! Columns of the Keras 3 layout and their widths.

use super::{
    MAX_LINE_LENGTH, Summary,
    cells::{Cell, Content, Row},
    column::{Length, MOST},
    ink::Text,
    keras3::write_layers,
};

/// Assumed width of the terminal, in columns.
const TERMINAL_WIDTH: usize = 80;
/// Minimum column width; Keras raises an error below it.
const MIN_WIDTH: usize = 4;
/// Line length at which every column is wide enough.
const ROOMY: usize = 64;

/// Maximum number of columns.
pub(super) const COUNT: usize = 5 + MOST;

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) content: Content,
    /// Width of its text, in cells.
    pub(super) width: usize,
}

/// All widths of a table.
pub(super) struct Measures {
    pub(super) columns: [Option<Column>; COUNT],
    /// Width of the console, in cells; longer lines are truncated.
    pub(super) console: usize,
}

impl Measures {
    /// The line length is the requested one, or the terminal's, but at least the minimum of all columns.
    pub(super) fn of(summary: &Summary) -> Self {
        let (connections, trainable) = (!summary.head().is_chain, summary.show_trainable);
        let full = if connections { 108 } else { 88 } + if trainable { 12 } else { 0 };
        let available = summary.terminal_width.unwrap_or(TERMINAL_WIDTH).saturating_sub(4);
        let asked = summary.line_length.unwrap_or(full.min(available)).min(MAX_LINE_LENGTH);
        let ends = ends(connections, trainable);
        let length = (asked..ROOMY)
            .find(|&length| widths(ends, length).flatten().all(|width| width >= MIN_WIDTH))
            .unwrap_or(asked.max(ROOMY));

        let console = summary.terminal_width.unwrap_or(TERMINAL_WIDTH.max(length));
        // A line fitted to the console exceeds it only by the minimum widths of the columns.
        let least = if summary.line_length.is_none() { length } else { 1 };
        // Additional columns are as wide as their texts and lengthen the table.
        let extra = extra(summary);
        let longer = extra.iter().flatten().map(|column| column.width.saturating_add(3)).sum();
        let mut columns = columns(ends, length).into_iter().chain(extra);
        Self {
            columns: core::array::from_fn(|_| columns.next().flatten()),
            console: console.max(least).saturating_add(longer),
        }
    }
}

/// Columns that Keras does not have.
fn extra(summary: &Summary) -> [Option<Column>; MOST] {
    let head = summary.head();
    let mut columns = summary.columns.iter().map(|column| {
        let content = Content::Extra(*column);
        let mut width = 0;
        let mut measure = |row| {
            let mut length = Length::default();
            // Measuring a length cannot fail.
            let _ = Cell { content, row, head }.write(&mut length);
            width = length.0.max(width);
            Ok(())
        };
        let _ = measure(Row::Heading);
        let _ = write_layers(summary, summary.rows(), 0, &mut |line, level| {
            measure(Row::Layer(line, level))
        });
        Column { content, width }
    });
    core::array::from_fn(|_| columns.next())
}

/// End of each column, as a fraction of the line.
type Ends = [Option<f64>; 5];

fn ends(connections: bool, trainable: bool) -> Ends {
    let [name, shape, params, connections] = if connections {
        [Some(0.3), Some(0.56), Some(0.74), Some(1.0)]
    } else {
        [Some(0.45), Some(0.80), Some(1.0), None]
    };
    let part = if trainable { 0.90 } else { 1.0 };
    let [name, shape, params, connections] =
        [name, shape, params, connections].map(|end| end.map(|end: f64| end * part));
    [name, shape, params, connections, trainable.then_some(1.0)]
}

/// Keras's column widths: each column ends at its fraction of the line, rounded down.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn widths(ends: Ends, length: usize) -> impl Iterator<Item = Option<usize>> {
    let mut taken = 0;
    ends.into_iter().map(move |end| {
        let end = (end? * length as f64) as usize;
        Some(end.saturating_sub(core::mem::replace(&mut taken, end)))
    })
}

/// Columns with the widths of their texts.
///
/// Keras's widths exclude the box lines and the padding beside the texts. `rich` takes these
/// `3n + 1` cells evenly from the `n` columns, halves rounded to even.
fn columns(ends: Ends, length: usize) -> [Option<Column>; 5] {
    let mut left = ends.iter().flatten().count();
    let mut excess = 3 * left + 1;
    let mut columns = Content::ALL.into_iter().zip(widths(ends, length)).map(|(content, width)| {
        let taken = divided(excess, left);
        let column = Column { content, width: width?.saturating_sub(taken).max(1) };
        excess = excess.saturating_sub(taken);
        left = left.saturating_sub(1);
        Some(column)
    });
    core::array::from_fn(|_| columns.next().flatten())
}

/// `number / parts`, halves rounded to even.
fn divided(number: usize, parts: usize) -> usize {
    let parts = parts.max(1);
    let (quotient, rest) = (number / parts, number % parts);
    let up = 2 * rest > parts || (2 * rest == parts && quotient % 2 == 1);
    quotient + usize::from(up)
}
