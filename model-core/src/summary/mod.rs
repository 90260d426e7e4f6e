//! The table of a model, as Keras's `model.summary()` prints it.
//!
//! [`Summary`] is made by the `summary()` of a generated model, and printed like any other value. It reads nothing but a
//! text of bytes, allocates nothing, and is itself a constant.

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

/// A longer line is cut down to this many columns.
const MAX_LINE_LENGTH: usize = 10_000;

/// Which Keras the table is laid out like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// Keras 3: a box that fits the terminal, long texts wrapped by words.
    #[default]
    Keras3,
    /// Keras 2.13 and later: 65 columns, or 98 with "Connected to", whatever the terminal.
    Keras2,
    /// Keras 2.0 to 2.2: one line a layer, what is too long cut off. It begins at its header.
    Classic,
    /// A table in Markdown, with the totals as a list. It wraps and cuts nothing.
    Markdown,
}

/// The table of one model: what it shows, and how.
///
/// The text of [`Display`](fmt::Display) has no line break at its end, so that `println!` is right.
///
/// No length is an error. Where Keras 3 refuses a line as too short for its columns, the line grows to the least
/// that Keras accepts; the other layouts keep at least a character of each column. A length beyond 10,000 is 10,000.
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
    /// For generated code, which [packs](pack) them.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self {
            bytes,
            layout: Layout::Keras3,
            line_length: None,
            terminal_width: None,
            show_trainable: false,
            expand_nested: false,
            layer_range: None,
            color: false,
            columns: &[],
        }
    }

    /// Which Keras the table is laid out like: Keras 3 unless said.
    #[must_use]
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// The length of the table's lines, in columns of the terminal.
    ///
    /// Unless said it is that of the layout. In the Keras 3 layout that is 88, or 108 with "Connected to",
    /// and 12 more with "Trainable", but at most the width of the terminal less 4.
    /// In the Keras 2 layout "Trainable" is beside these columns and takes 11 more.
    #[must_use]
    pub const fn line_length(mut self, columns: usize) -> Self {
        self.line_length = Some(columns);
        self
    }

    /// How many columns the terminal has, for the Keras 3 layout: 80 unless said, as in Keras without a terminal.
    ///
    /// As in Keras, a table whose [`line_length`](Self::line_length) is more than this is cut off at the edge;
    /// unless a width is said, the terminal is taken to be as wide as the table.
    #[must_use]
    pub const fn terminal_width(mut self, columns: usize) -> Self {
        self.terminal_width = Some(columns);
        self
    }

    /// Adds a column that says of each layer whether it is trainable.
    ///
    /// In the Keras 3 layout a layer without weights has `-`. The classic layout has no such column.
    #[must_use]
    pub const fn show_trainable(mut self, show: bool) -> Self {
        self.show_trainable = show;
        self
    }

    /// Shows the layers of nested models below these. The classic layout does not.
    #[must_use]
    pub const fn expand_nested(mut self, expand: bool) -> Self {
        self.expand_nested = expand;
        self
    }

    /// Shows only the layers from the first whose name begins with `first` to the last whose name begins with `last`.
    ///
    /// When they stand in the other order the two change places. When either is not found there are no rows, where
    /// Keras raises an error. Keras takes regular expressions here; these are plain texts.
    /// The totals are those of the whole model.
    #[must_use]
    pub const fn layer_range(mut self, first: &'static str, last: &'static str) -> Self {
        self.layer_range = Some((first, last));
        self
    }

    /// Colours the Keras 3 layout as Keras does on a terminal, with ANSI sequences.
    #[must_use]
    pub const fn color(mut self, color: bool) -> Self {
        self.color = color;
        self
    }

    /// Adds columns that Keras does not have, and the totals of multiply-accumulates and memory below the table.
    ///
    /// They stand at the right of Keras's, as wide as their texts: the table grows by them. The layouts of Keras 2
    /// have none. More than 8 are cut off, in every layout but Markdown.
    #[must_use]
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.columns = columns;
        self
    }

    /// The same as a table in Markdown, for documentation.
    #[must_use]
    pub const fn markdown(self) -> Self {
        self.layout(Layout::Markdown)
    }

    /// What it tells.
    fn head(&self) -> Head {
        Head::of(self.bytes)
    }

    /// The length of a line in the layouts that do not look at the terminal.
    fn fixed_length(&self) -> usize {
        let own = if self.head().is_chain { 65 } else { 98 };
        self.line_length.unwrap_or(own).clamp(1, MAX_LINE_LENGTH)
    }

    /// The layers that are shown, those of nested models aside.
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

    /// What stands below the table: label, count and bytes.
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
