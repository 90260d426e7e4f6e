//! Layout of Keras 2.13 and later: lines of fixed width, broken at any character or after a bracket.

use core::fmt::{self, Write};

use super::{
    Summary,
    cells::{Content, NameAndClass, PythonInputs, PythonShapes},
    ink::{repeat, write_window},
    line::Line,
    number::Size,
    plain::{Page, part},
};

/// Columns that "Trainable" adds to a line.
const TRAINABLE_WIDTH: usize = 11;
const MAX_COLUMNS: usize = 5;

pub(super) fn write(summary: &Summary, out: &mut dyn Write) -> fmt::Result {
    let page = &mut Page::new(out);
    let table = Table::of(summary);

    page.line()?;
    write!(page, "Model: \"{}\"", summary.head().name)?;
    page.rule('_', table.length)?;
    table.write_row(
        Content::ALL.each_ref().map(|content| content as &dyn fmt::Display),
        0,
        page,
    )?;
    page.rule('=', table.length)?;
    for line in summary.rows() {
        table.write_layer(line, 0, true, page)?;
    }
    page.rule('=', table.length)?;
    for (label, params, bytes) in summary.totals() {
        page.line()?;
        write!(page, "{label}: {params} ({})", Size { bytes, byte: "Byte" })?;
    }
    page.rule('_', table.length)
}

struct Table {
    length: usize,
    /// End of each column; `None` for a hidden column.
    ends: [Option<usize>; MAX_COLUMNS],
    expand_nested: bool,
}

impl Table {
    fn of(summary: &Summary) -> Self {
        let chain = summary.head().is_chain;
        let length = summary.fixed_length();
        let full = length + if summary.show_trainable { TRAINABLE_WIDTH } else { 0 };
        let [name, shape, params] = if chain { [0.45, 0.85, 1.0] } else { [0.3, 0.6, 0.70] };
        let ends = [
            Some(part(length, name)),
            Some(part(length, shape)),
            Some(part(length, params)),
            (!chain).then_some(length),
            summary.show_trainable.then_some(full),
        ];
        Self { length: full, ends, expand_nested: summary.expand_nested }
    }

    /// Writes the rows of a layer and of the layers nested in it, followed by a blank line if required.
    fn write_layer(
        &self,
        line: Line,
        level: usize,
        blank_below: bool,
        page: &mut Page<'_>,
    ) -> fmt::Result {
        let shapes = PythonShapes { line, input_as_list: true };
        // Connections inside a nested model are not shown.
        let inputs = PythonInputs(if level == 0 { line.inputs } else { line.inputs.none() });
        let trainable = if line.trainable { 'Y' } else { 'N' };
        self.write_row(
            [&NameAndClass(line), &shapes, &line.params, &inputs, &trainable],
            level,
            page,
        )?;

        if self.expand_nested && !line.lines.is_empty() {
            let inner = level.saturating_add(1);
            self.write_bar('¯', inner, page)?;
            let mut lines = line.lines.peekable();
            while let Some(line) = lines.next() {
                self.write_layer(line, inner, lines.peek().is_some(), page)?;
            }
            self.write_bar('¯', level, page)
        } else if blank_below {
            self.write_bar(' ', level, page)
        } else {
            Ok(())
        }
    }

    /// Writes a separator line between the bars of nested models.
    fn write_bar(&self, character: char, level: usize, page: &mut Page<'_>) -> fmt::Result {
        page.line()?;
        repeat(page, '|', level)?;
        repeat(page, character, self.length.saturating_sub(level.saturating_mul(2)))?;
        repeat(page, '|', level)
    }

    /// Writes the lines of one row.
    fn write_row(
        &self,
        texts: [&dyn fmt::Display; MAX_COLUMNS],
        level: usize,
        page: &mut Page<'_>,
    ) -> fmt::Result {
        let mut ends = self.ends.iter();
        // For each visible column: its text, its end, and the index of its next character.
        let mut columns = texts.map(|text| Some((text, (*ends.next()?)?, Some(0_usize))));
        let last = columns.iter().flatten().count().saturating_sub(1);
        while columns.iter().flatten().any(|(_, _, next)| next.is_some()) {
            page.line()?;
            let mut start = 0;
            for (place, (text, end, next)) in columns.iter_mut().flatten().enumerate() {
                // One blank before a text and two after it, except in the last column.
                let beside = if place == 0 { level } else { 0 } + if place == last { 0 } else { 3 };
                let room = end.saturating_sub(start).saturating_sub(beside).max(1);
                if place == 0 {
                    repeat(page, '|', level)?;
                    page.write_char(' ')?;
                }
                if let Some(skip) = *next {
                    let piece = Piece::at(*text, skip, room);
                    write_window(text, skip, piece.length, usize::MAX, page)?;
                    *next = piece.more.then(|| skip.saturating_add(piece.length));
                }
                if place == last {
                    page.pad_to(end.saturating_sub(level))?;
                } else {
                    page.write_str("  ")?;
                    page.pad_to(*end)?;
                }
                start = *end;
            }
            repeat(page, '|', level)?;
        }
        Ok(())
    }
}

/// The part of a text that fills one line of its column: as much as fits, or less, up to
/// the end of a tuple, a list or a quoted name.
struct Piece {
    length: usize,
    /// True if more text follows.
    more: bool,
}

impl Piece {
    fn at(text: &dyn fmt::Display, skip: usize, room: usize) -> Self {
        let mut finder =
            Finder { skip, room, previous: ' ', piece: Self { length: 0, more: false } };
        // The only error is the finder's own: it has seen the end of the piece.
        let _ = write!(finder, "{text}");
        finder.piece
    }
}

struct Finder {
    skip: usize,
    room: usize,
    previous: char,
    piece: Piece,
}

impl Write for Finder {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            let Some(room) = self.room.checked_sub(1) else {
                self.piece.more = true;
                return Err(fmt::Error);
            };
            self.room = room;
            self.piece.length = self.piece.length.saturating_add(1);
            if character == ',' && matches!(self.previous, ')' | '}' | ']' | '\'') {
                self.room = 0;
            }
            self.previous = character;
        }
        Ok(())
    }
}
