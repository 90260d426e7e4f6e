//! Styled text as a stream: what a cell is written to.

use core::fmt::{self, Write};

use super::width;

/// How a piece of text looks on a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    /// A count, or a size of a shape.
    Number,
    /// A size that is not known: Keras's `None`.
    Unknown,
    /// The class of a layer.
    Class,
    /// The mark of a trainable layer.
    Yes,
    /// The mark of a frozen layer.
    No,
}

impl Style {
    /// The ANSI sequence that begins it, as `rich` writes it; none for plain text.
    const fn ansi(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Bold => Some("\x1b[1m"),
            Self::Number => Some("\x1b[38;5;34m"),
            Self::Unknown => Some("\x1b[38;5;45m"),
            Self::Class => Some("\x1b[38;5;33m"),
            Self::Yes => Some("\x1b[1;38;5;34m"),
            Self::No => Some("\x1b[1;91m"),
        }
    }
}

/// Where styled text goes.
pub(super) trait Ink: Write {
    /// The style of what is written next.
    fn style(&mut self, style: Style) -> fmt::Result;
}

/// A text that can be written again and again, which is how it is wrapped without being stored.
pub(super) trait Text {
    /// Writes all of it.
    ///
    /// An error is the ink's word that it has seen enough.
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result;
}

/// Every text without style.
impl<T: fmt::Display> Text for T {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        write!(ink, "{self}")
    }
}

/// The console: lines apart, cut at its width, with or without colour.
pub(super) struct Console<'a> {
    out: &'a mut dyn Write,
    width: usize,
    color: bool,
    /// Style of what comes next, and whether its sequence has been written.
    style: Style,
    open: bool,
    /// Cells left on this line.
    room: usize,
    first: bool,
}

impl<'a> Console<'a> {
    pub(super) fn new(out: &'a mut dyn Write, width: usize, color: bool) -> Self {
        Self { out, width, color, style: Style::Plain, open: false, room: 0, first: true }
    }

    /// Begins a line; the last one is not ended.
    pub(super) fn line(&mut self) -> fmt::Result {
        self.style(Style::Plain)?;
        self.room = self.width;
        if core::mem::take(&mut self.first) { Ok(()) } else { self.out.write_char('\n') }
    }
}

impl Ink for Console<'_> {
    fn style(&mut self, style: Style) -> fmt::Result {
        if core::mem::replace(&mut self.style, style) == style {
            return Ok(());
        }
        if core::mem::take(&mut self.open) { self.out.write_str("\x1b[0m") } else { Ok(()) }
    }
}

impl Write for Console<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.room == 0 {
                break;
            }
            if let Some(sequence) = self.style.ansi().filter(|_| self.color && !self.open) {
                self.out.write_str(sequence)?;
                self.open = true;
            }
            let room = self.room.checked_sub(width::of(character));
            // A wide character that the edge would halve becomes a blank.
            self.out.write_char(if room.is_some() { character } else { ' ' })?;
            self.room = room.unwrap_or(0);
        }
        Ok(())
    }
}

/// Writes the characters of `text` after the first `skip`: `take` of them, or fewer that fit into `cells`.
///
/// Returns the cells that are left.
pub(super) fn write_window(
    text: &dyn Text,
    skip: usize,
    take: usize,
    cells: usize,
    out: &mut dyn Ink,
) -> Result<usize, fmt::Error> {
    let mut window = Window { out, skip, take, cells, failed: false };
    match text.write(&mut window) {
        Err(fmt::Error) if window.failed => Err(fmt::Error),
        _ => Ok(window.cells),
    }
}

/// Stops the text with an error of its own when it has enough; `failed` tells an error of `out` apart.
struct Window<'a> {
    out: &'a mut dyn Ink,
    skip: usize,
    take: usize,
    cells: usize,
    failed: bool,
}

impl Window<'_> {
    fn pass(&mut self, written: fmt::Result) -> fmt::Result {
        self.failed |= written.is_err();
        written
    }
}

impl Ink for Window<'_> {
    fn style(&mut self, style: Style) -> fmt::Result {
        let written = self.out.style(style);
        self.pass(written)
    }
}

impl Write for Window<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            let cells = self.cells.checked_sub(width::of(character)).ok_or(fmt::Error)?;
            self.take = self.take.checked_sub(1).ok_or(fmt::Error)?;
            self.cells = cells;
            let written = self.out.write_char(character);
            self.pass(written)?;
        }
        Ok(())
    }
}

/// Writes `count` times the same character.
pub(super) fn repeat(
    ink: &mut (impl Write + ?Sized),
    character: char,
    count: usize,
) -> fmt::Result {
    (0..count).try_for_each(|_| ink.write_char(character))
}
