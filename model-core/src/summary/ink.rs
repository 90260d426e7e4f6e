//! Styled text as a stream: the sink that cells write to.

use core::fmt::{self, Write};

use super::width;

/// Style of a piece of text on a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    /// A count or a size.
    Number,
    /// An unknown size: Keras's `None`.
    Unknown,
    /// A layer class.
    Class,
    /// Mark of a trainable layer.
    Yes,
    /// Mark of a frozen layer.
    No,
}

impl Style {
    /// ANSI sequence that starts the style, as `rich` writes it; empty for plain text.
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

/// A sink for styled text.
pub(super) trait Ink: Write {
    /// Sets the style of the text that follows.
    fn style(&mut self, style: Style) -> fmt::Result;
}

/// A text that can be written repeatedly, so that it can be wrapped without being stored.
pub(super) trait Text {
    /// Writes the whole text.
    ///
    /// An error means that the sink needs no more text.
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result;
}

/// A text without style.
impl<T: fmt::Display> Text for T {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        write!(ink, "{self}")
    }
}

/// The console: lines truncated at its width, with or without color.
pub(super) struct Console<'a> {
    out: &'a mut dyn Write,
    width: usize,
    color: bool,
    /// Style of the next text, and whether its sequence has been written.
    style: Style,
    open: bool,
    /// Cells left on the current line.
    room: usize,
    first: bool,
}

impl<'a> Console<'a> {
    pub(super) fn new(out: &'a mut dyn Write, width: usize, color: bool) -> Self {
        Self { out, width, color, style: Style::Plain, open: false, room: 0, first: true }
    }

    /// Starts a new line; the last line has no line break.
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
            // A wide character across the edge is replaced by a blank.
            self.out.write_char(if room.is_some() { character } else { ' ' })?;
            self.room = room.unwrap_or(0);
        }
        Ok(())
    }
}

/// Writes up to `take` characters of `text` after the first `skip`, as many as fit into `cells`.
///
/// Returns the number of cells left.
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

/// Stops the text with an error once it has enough; `failed` distinguishes errors of `out`.
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

/// Writes a character `count` times.
pub(super) fn repeat(
    ink: &mut (impl Write + ?Sized),
    character: char,
    count: usize,
) -> fmt::Result {
    (0..count).try_for_each(|_| ink.write_char(character))
}
