//! Wrapping as Keras 3 does it: greedy, by words, in cells of the terminal.
//!
//! A word is what lies between blanks, with the blanks after it; the first word has also those before it.

use core::fmt::{self, Write};

use super::{
    ink::{Ink, Style, Text, repeat, write_window},
    width,
};

/// What becomes of a word that is longer than a whole line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlong {
    /// It is cut and ends in `…`; the rest is lost.
    Cut,
    /// It goes on in the next line.
    Fold,
}

/// On which side of a cell the text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
    Center,
}

/// One line of a wrapped text.
#[derive(Clone, Copy, Default)]
pub(super) struct Line {
    /// Its first character in the text.
    start: usize,
    extent: Extent,
    /// The blanks at its end, also counted in `extent`.
    blanks: Extent,
    /// Whether there are more lines after it.
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
    /// The line of `text` that begins at the character `start`.
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
        // An error is the finder's own: it has seen the end of the line.
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

    /// Writes the line, the blanks beyond `width` dropped.
    pub(super) fn write(self, text: &dyn Text, width: usize, ink: &mut dyn Ink) -> fmt::Result {
        write_window(text, self.start, self.kept(width).chars, usize::MAX, ink).map(|_| ())
    }

    /// Writes the line padded, or cut with `…`, to `width` cells. The padding has the style `base`; `…` that of what it cuts.
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

/// Reads a text until it knows where a line of it ends.
struct Finder {
    line: Line,
    width: usize,
    overlong: Overlong,
    /// The character that comes next.
    position: usize,
    /// The word being read, and the blanks after it: not yet part of the line.
    word: Extent,
    blanks: Extent,
    /// Whether a character that is not blank has been read: blanks before it belong to the first word.
    inside: bool,
}

impl Finder {
    /// Makes the word that was read part of the line.
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
            // The word begins the next line.
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
