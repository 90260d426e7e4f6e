//! Word wrapping as in Keras 3: greedy, in terminal cells.
//!
//! A word includes the blanks after it; the first word also includes leading blanks.

use core::fmt::{self, Write};

use super::{
    ink::{Ink, Style, Text, repeat, write_window},
    width,
};

/// Treatment of a word that is longer than a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlong {
    /// Truncated, with a final `…`.
    Cut,
    /// Continued on the next line.
    Fold,
}

/// Alignment of the text in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
    Center,
}

/// One line of a wrapped text.
#[derive(Clone, Copy, Default)]
pub(super) struct Line {
    /// Index of its first character.
    start: usize,
    extent: Extent,
    /// Trailing blanks, included in `extent`.
    blanks: Extent,
    /// True if more lines follow.
    more: bool,
}

#[derive(Clone, Copy, Default)]
struct Extent {
    chars: usize,
    cells: usize,
}

impl Extent {
    fn add(&mut self, other: Self) {
        self.chars = self.chars.saturating_add(other.chars);
        self.cells = self.cells.saturating_add(other.cells);
    }
}

impl Line {
    /// The line of `text` that starts at the character `start`.
    pub(super) fn at(text: &dyn Text, start: usize, width: usize, overlong: Overlong) -> Self {
        let mut finder = Finder {
            line: Self { start, ..Self::default() },
            width: width.max(1),
            overlong,
            position: 0,
            word: Extent::default(),
            blanks: Extent::default(),
            inside: false,
        };
        // The only error is the finder's own: it has seen the end of the line.
        let _ = text.write(&mut finder);
        finder.commit();
        finder.line
    }

    /// The first line of `text`.
    pub(super) fn first(text: &dyn Text, width: usize, overlong: Overlong) -> Self {
        Self::at(text, 0, width, overlong)
    }

    /// The line after this one.
    pub(super) fn next(self, text: &dyn Text, width: usize, overlong: Overlong) -> Option<Self> {
        self.more
            .then(|| Self::at(text, self.start.saturating_add(self.extent.chars), width, overlong))
    }

    /// Writes the line without the blanks beyond `width`.
    pub(super) fn write(self, text: &dyn Text, width: usize, ink: &mut dyn Ink) -> fmt::Result {
        write_window(text, self.start, self.kept(width).chars, usize::MAX, ink).map(|_| ())
    }

    /// Writes the line padded or truncated to `width` cells. The padding has the style `base`, `…` that of the text it ends.
    pub(super) fn write_cell(
        self,
        text: &dyn Text,
        width: usize,
        align: Align,
        base: Style,
        ink: &mut dyn Ink,
    ) -> fmt::Result {
        let kept = match align {
            Align::Left => self.kept(width),
            Align::Right | Align::Center => self.without_blanks(self.blanks),
        };
        let free = width.saturating_sub(kept.cells);
        let before = match align {
            Align::Left => 0,
            Align::Right => free,
            Align::Center => free / 2,
        };
        ink.style(base)?;
        repeat(ink, ' ', before)?;
        if kept.cells > width {
            // A wide character that the edge would halve becomes a blank.
            let left = write_window(text, self.start, kept.chars, width.saturating_sub(1), ink)?;
            repeat(ink, ' ', left)?;
            ink.write_char('…')?;
        } else {
            write_window(text, self.start, kept.chars, usize::MAX, ink)?;
            ink.style(base)?;
            repeat(ink, ' ', free.saturating_sub(before))?;
        }
        ink.style(Style::Plain)
    }

    fn kept(self, width: usize) -> Extent {
        let beyond = self.extent.chars.saturating_sub(width).min(self.blanks.chars);
        self.without_blanks(Extent { chars: beyond, cells: beyond })
    }

    fn without_blanks(self, blanks: Extent) -> Extent {
        Extent {
            chars: self.extent.chars.saturating_sub(blanks.chars),
            cells: self.extent.cells.saturating_sub(blanks.cells),
        }
    }
}

/// Reads a text until it has found the end of a line.
struct Finder {
    line: Line,
    width: usize,
    overlong: Overlong,
    /// Index of the next character.
    position: usize,
    /// The current word and the blanks after it, not yet part of the line.
    word: Extent,
    blanks: Extent,
    /// True after the first non-blank character: blanks before it belong to the first word.
    inside: bool,
}

impl Finder {
    /// Adds the current word to the line.
    fn commit(&mut self) {
        if self.word.chars > 0 {
            self.line.extent.add(self.word);
            self.line.extent.add(self.blanks);
            self.line.blanks = self.blanks;
            self.word = Extent::default();
            self.blanks = Extent::default();
        }
    }

    fn read(&mut self, character: char) -> fmt::Result {
        let blank = character.is_whitespace();
        let first_blank = blank && !self.inside;
        self.inside |= !blank;
        let position = self.position;
        self.position = position.saturating_add(1);
        if position < self.line.start {
            return Ok(());
        }
        let one = Extent { chars: 1, cells: width::of(character) };
        if blank && !first_blank {
            self.blanks.add(one);
            return Ok(());
        }
        if self.blanks.chars > 0 {
            self.commit();
        }
        let mut word = self.word;
        word.add(one);
        let opening = self.line.extent.chars == 0;
        let full = self.line.extent.cells.saturating_add(word.cells) > self.width;
        if full && !opening {
            // The word starts the next line.
            self.word = Extent::default();
            self.line.more = true;
            return Err(fmt::Error);
        }
        if full && self.overlong == Overlong::Fold && self.word.chars > 0 {
            self.line.more = true;
            return Err(fmt::Error);
        }
        self.word = word;
        Ok(())
    }
}

impl Ink for Finder {
    fn style(&mut self, _: Style) -> fmt::Result {
        Ok(())
    }
}

impl Write for Finder {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|character| self.read(character))
    }
}
