//! Lines of plain text in columns of characters, as Keras 2 and the classic layout are made of.

use core::fmt::{self, Write};

use super::ink::repeat;

/// A text being written line by line, which knows how many characters stand on its line.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    column: usize,
    first: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, column: 0, first: true }
    }

    /// Begins a line; the last one is not ended.
    pub(super) fn line(&mut self) -> fmt::Result {
        self.column = 0;
        if core::mem::take(&mut self.first) { Ok(()) } else { self.out.write_char('\n') }
    }

    /// Writes blanks until `column`, less those that text has taken.
    pub(super) fn pad_to(&mut self, column: usize) -> fmt::Result {
        let count = column.saturating_sub(self.column);
        repeat(self, ' ', count)
    }

    /// Writes a line that is one character over and over.
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

/// Writes the characters of `text` from `skip` on, no more than `take`.
pub(super) fn write_slice(
    page: &mut Page<'_>,
    text: &dyn fmt::Display,
    skip: usize,
    take: usize,
) -> fmt::Result {
    let mut slice = Slice { page, skip, take, failed: false };
    let written = write!(slice, "{text}");
    if slice.failed { written } else { Ok(()) }
}

/// Stops the text with an error of its own when it has enough; `failed` tells the page's error apart.
struct Slice<'a, 'b> {
    page: &'a mut Page<'b>,
    skip: usize,
    take: usize,
    failed: bool,
}

impl Write for Slice<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            self.take = self.take.checked_sub(1).ok_or(fmt::Error)?;
            let written = self.page.write_char(character);
            self.failed |= written.is_err();
            written?;
        }
        Ok(())
    }
}
