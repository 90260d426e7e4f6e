//! The columns of the Keras 3 layout and their widths.

use super::{
    MAX_LINE_LENGTH, Summary,
    cells::{Cell, Content, Row},
    column::{Length, MOST},
    ink::Text,
    keras3::write_layers,
};

/// Columns of a terminal that nothing is known about.
const TERMINAL_WIDTH: usize = 80;
/// The narrowest column; Keras raises an error where one is narrower.
const MIN_WIDTH: usize = 4;
/// At this length of line every column is wide enough.
const ROOMY: usize = 64;

/// The most columns a table has.
pub(super) const COUNT: usize = 5 + MOST;

/// One column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) content: Content,
    /// Cells for its text.
    pub(super) width: usize,
}

/// The widths of everything.
pub(super) struct Measures {
    pub(super) columns: [Option<Column>; COUNT],
    /// Cells of a line of the console, where what is longer is cut off.
    pub(super) console: usize,
}

impl Measures {
    /// A line is as long as asked for, or as the terminal allows, and never shorter than the columns need.
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
        // A line that was made for the console exceeds it only where the columns need more.
        let least = if summary.line_length.is_none() { length } else { 1 };
        // Other columns are as wide as their texts, and make the table longer.
        let extra = extra(summary);
        let longer = extra.iter().flatten().map(|column| column.width.saturating_add(3)).sum();
        let mut columns = columns(ends, length).into_iter().chain(extra);
        Self {
            columns: core::array::from_fn(|_| columns.next().flatten()),
            console: console.max(least).saturating_add(longer),
        }
    }
}

/// The columns that Keras does not have.
fn extra(summary: &Summary) -> [Option<Column>; MOST] {
    let head = summary.head();
    let mut columns = summary.columns.iter().map(|column| {
        let content = Content::Extra(*column);
        let mut width = 0;
        let mut measure = |row| {
            let mut length = Length::default();
            // A length takes every text.
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

/// Where each column ends, as a part of the line.
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

/// The widths Keras gives the columns: each ends at its part of the line, rounded down.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn widths(ends: Ends, length: usize) -> impl Iterator<Item = Option<usize>> {
    let mut taken = 0;
    ends.into_iter().map(move |end| {
        let end = (end? * length as f64) as usize;
        Some(end.saturating_sub(core::mem::replace(&mut taken, end)))
    })
}

/// The columns with the widths of their texts.
///
/// Keras's widths leave no room for the lines of the box and the blanks beside the texts. `rich` takes these
/// `3n + 1` cells from the `n` columns in equal parts, halves rounded to the even number.
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

/// `number / parts`, a half rounded to the even number.
fn divided(number: usize, parts: usize) -> usize {
    let parts = parts.max(1);
    let (quotient, rest) = (number / parts, number % parts);
    let up = 2 * rest > parts || (2 * rest == parts && quotient % 2 == 1);
    quotient + usize::from(up)
}
