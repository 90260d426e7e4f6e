//! Plain text in columns of characters, for the Keras 2 and classic layouts.

use core::fmt::{self, Write};

use super::ink::{Ink, Style, repeat};

/// A line-by-line writer that tracks the length of the current line.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    column: usize,
    first: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, column: 0, first: true }
    }

    /// Starts a new line; the last line has no line break.
    pub(super) fn line(&mut self) -> fmt::Result {
        self.column = 0;
        if core::mem::take(&mut self.first) { Ok(()) } else { self.out.write_char('\n') }
    }

    /// Pads with blanks up to `column`.
    pub(super) fn pad_to(&mut self, column: usize) -> fmt::Result {
        let count = column.saturating_sub(self.column);
        repeat(self, ' ', count)
    }

    /// Writes a line of one repeated character.
    pub(super) fn rule(&mut self, character: char, length: usize) -> fmt::Result {
        self.line()?;
        repeat(self, character, length)
    }
}

impl Write for Page<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.column = self.column.saturating_add(text.chars().count());
        self.out.write_str(text)
    }
}

/// Styles are ignored.
impl Ink for Page<'_> {
    fn style(&mut self, _: Style) -> fmt::Result {
        Ok(())
    }
}

/// A fraction of the line, rounded down.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn part(length: usize, part: f64) -> usize {
    (length as f64 * part) as usize
}
