//! Summary table of a model, as Keras's `model.summary()` prints it.
//!
//! [`Summary`] is returned by the `summary()` of a generated model and implements `Display`. It reads a
//! packed byte string, allocates nothing, and can be a constant.

use core::fmt;

use self::line::{Head, Lines};

mod cells;
mod classic;
mod column;
mod columns;
mod ink;
mod keras2;
mod keras3;
mod line;
mod markdown;
mod number;
#[doc(hidden)]
pub mod pack;
mod plain;
mod width;
mod wrap;

pub use self::column::Column;

/// Maximum line length, in columns.
const MAX_LINE_LENGTH: usize = 10_000;

/// Layout of the table: the Keras version to follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// Keras 3: a box that fits the terminal, long texts word-wrapped.
    #[default]
    Keras3,
    /// Keras 2.13 and later: 65 columns, or 98 with "Connected to", whatever the terminal.
    Keras2,
    /// Keras 2.0 to 2.2: one line per layer, long texts truncated. The table starts at its header.
    Classic,
    /// A Markdown table, with the totals as a list. Nothing is wrapped or truncated.
    Markdown,
}

/// Summary table of one model, with its options.
///
/// [`Display`](fmt::Display) writes no trailing line break; use `println!`.
///
/// No length is an error. Where Keras 3 rejects a line as too short for its columns, the line grows to the minimum
/// that Keras accepts; the other layouts keep at least one character per column. Lengths are capped at 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Summary {
    bytes: &'static [u8],
    layout: Layout,
    line_length: Option<usize>,
    terminal_width: Option<usize>,
    show_trainable: bool,
    expand_nested: bool,
    layer_range: Option<(&'static str, &'static str)>,
    color: bool,
    columns: &'static [Column],
}

impl Summary {
    /// Sets the layout. Default: Keras 3.
    #[must_use]
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Sets the line length of the table, in columns of the terminal.
    ///
    /// The default depends on the layout. In the Keras 3 layout it is 88, or 108 with "Connected to",
    /// plus 12 with "Trainable", but at most the terminal width minus 4.
    /// In the Keras 2 layout "Trainable" takes 11 additional columns.
    #[must_use]
    pub const fn line_length(mut self, columns: usize) -> Self {
        self.line_length = Some(columns);
        self
    }

    /// Sets the terminal width for the Keras 3 layout. Default: 80, as in Keras without a terminal.
    ///
    /// As in Keras, a table whose [`line_length`](Self::line_length) exceeds the width is truncated at the edge;
    /// without an explicit width, the terminal is assumed to be as wide as the table.
    #[must_use]
    pub const fn terminal_width(mut self, columns: usize) -> Self {
        self.terminal_width = Some(columns);
        self
    }

    /// Adds a column with the trainable flag of each layer.
    ///
    /// In the Keras 3 layout a layer without weights shows `-`. The classic layout has no such column.
    #[must_use]
    pub const fn show_trainable(mut self, show: bool) -> Self {
        self.show_trainable = show;
        self
    }

    /// Lists the layers of nested models below them. Not supported by the classic layout.
    #[must_use]
    pub const fn expand_nested(mut self, expand: bool) -> Self {
        self.expand_nested = expand;
        self
    }

    /// Shows only the layers from the first whose name starts with `first` to the last whose name starts with `last`.
    ///
    /// The bounds are swapped if they are in the wrong order. If either is not found there are no rows, where
    /// Keras raises an error. Keras takes regular expressions; these are plain prefixes.
    /// The totals remain those of the whole model.
    #[must_use]
    pub const fn layer_range(mut self, first: &'static str, last: &'static str) -> Self {
        self.layer_range = Some((first, last));
        self
    }

    /// Colors the Keras 3 layout as Keras does on a terminal, with ANSI sequences.
    #[must_use]
    pub const fn color(mut self, color: bool) -> Self {
        self.color = color;
        self
    }

    /// Adds columns that Keras does not have, and totals of multiply-accumulates and memory below the table.
    ///
    /// The columns are added on the right, as wide as their texts, and widen the table. The layouts of Keras 2
    /// do not show them. All layouts but Markdown show at most 8.
    #[must_use]
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.columns = columns;
        self
    }

    /// Switches to the Markdown layout, for documentation.
    #[must_use]
    pub const fn markdown(self) -> Self {
        self.layout(Layout::Markdown)
    }

    /// Decoded contents.
    fn head(&self) -> Head {
        Head::of(self.bytes)
    }

    /// Line length of the layouts that ignore the terminal width.
    fn fixed_length(&self) -> usize {
        let own = if self.head().is_chain { 65 } else { 98 };
        self.line_length.unwrap_or(own).clamp(1, MAX_LINE_LENGTH)
    }

    /// The top-level layers that are shown.
    fn rows(&self) -> Lines {
        let lines = self.head().lines;
        let Some((first, last)) = self.layer_range else {
            return lines;
        };
        let begin = |prefix: &str| lines.into_iter().position(|line| line.name.starts_with(prefix));
        let end = |prefix: &str| {
            let found = lines.enumerate().filter(|(_, line)| line.name.starts_with(prefix));
            found.last().map(|(place, _)| place + 1)
        };
        match (begin(first), end(last), begin(last), end(first)) {
            (Some(begin), Some(end), _, _) if begin < end => lines.range(begin, end),
            (_, _, Some(begin), Some(end)) => lines.range(begin, end),
            _ => lines.range(0, 0),
        }
    }

    /// Totals below the table: label, count and bytes.
    fn totals(&self) -> [(&'static str, usize, usize); 3] {
        let Head { params, trainable_params, param_bytes, trainable_param_bytes, .. } = self.head();
        [
            ("Total params", params, param_bytes),
            ("Trainable params", trainable_params, trainable_param_bytes),
            (
                "Non-trainable params",
                params.saturating_sub(trainable_params),
                param_bytes.saturating_sub(trainable_param_bytes),
            ),
        ]
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.layout {
            Layout::Keras3 => keras3::write(self, f),
            Layout::Keras2 => keras2::write(self, f),
            Layout::Classic => classic::write(self, f),
            Layout::Markdown => markdown::write(self, f),
        }
    }
}
