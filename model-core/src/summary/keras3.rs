//! Layout of Keras 3: a box, word-wrapped to the width of the terminal.

use core::fmt::{self, Write};

use super::{
    Summary,
    cells::{Cell, Content, Row, styled},
    column::{Cost, costs},
    columns::{COUNT, Column, Measures},
    ink::{Console, Ink, Style, Text, repeat},
    line::{Head, Line, Lines},
    number::{Grouped, Size},
    wrap::{self, Align, Overlong},
};

pub(super) fn write(summary: &Summary, out: &mut dyn Write) -> fmt::Result {
    let Measures { columns, console: width } = Measures::of(summary);
    let mut console = Console::new(out, width, summary.color);
    write_text(&Title(summary.head().name), width, &mut console)?;
    write_table(summary, &columns, &mut console)?;
    for (label, params, bytes) in summary.totals() {
        write_text(&Total { label, params, bytes }, width, &mut console)?;
    }
    for cost in costs(summary) {
        write_text(&CostLine(cost), width, &mut console)?;
    }
    console.style(Style::Plain)
}

struct CostLine(Cost);

impl Text for CostLine {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        styled(ink, Style::Bold, format_args!(" {}: ", self.0.label))?;
        write!(ink, "{}", self.0)
    }
}

struct Title(&'static str);

impl Text for Title {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        styled(ink, Style::Bold, format_args!("Model: \"{}\"", self.0))
    }
}

struct Total {
    label: &'static str,
    params: usize,
    bytes: usize,
}

impl Text for Total {
    fn write(&self, ink: &mut dyn Ink) -> fmt::Result {
        styled(ink, Style::Bold, format_args!(" {}: ", self.label))?;
        styled(ink, Style::Number, Grouped::of(self.params))?;
        write!(ink, " ({})", Size { bytes: self.bytes, byte: "B" })
    }
}

/// Writes a text outside the table, wrapped to as many lines as needed.
fn write_text(text: &dyn Text, width: usize, console: &mut Console<'_>) -> fmt::Result {
    let mut line = Some(wrap::Line::first(text, width, Overlong::Fold));
    while let Some(current) = line {
        console.line()?;
        current.write(text, width, console)?;
        line = current.next(text, width, Overlong::Fold);
    }
    Ok(())
}

type Columns = [Option<Column>; COUNT];

fn write_table(summary: &Summary, columns: &Columns, console: &mut Console<'_>) -> fmt::Result {
    write_rule(columns, ['┏', '━', '┳', '┓'], console)?;
    let head = summary.head();
    write_row(columns, Row::Heading, head, '┃', console)?;
    write_rule(columns, ['┡', '━', '╇', '┩'], console)?;
    let mut first = true;
    write_layers(summary, summary.rows(), 0, &mut |line, level| {
        if !core::mem::take(&mut first) {
            write_rule(columns, ['├', '─', '┼', '┤'], console)?;
        }
        write_row(columns, Row::Layer(line, level), head, '│', console)
    })?;
    write_rule(columns, ['└', '─', '┴', '┘'], console)
}

/// Visits the layers with their nesting depth, in row order.
pub(super) fn write_layers(
    summary: &Summary,
    lines: Lines,
    level: usize,
    write: &mut dyn FnMut(Line, usize) -> fmt::Result,
) -> fmt::Result {
    for line in lines {
        write(line, level)?;
        if summary.expand_nested {
            write_layers(summary, line.lines, level.saturating_add(1), write)?;
        }
    }
    Ok(())
}

fn write_rule(
    columns: &Columns,
    [first, line, between, last]: [char; 4],
    console: &mut Console<'_>,
) -> fmt::Result {
    console.line()?;
    for (place, column) in columns.iter().flatten().enumerate() {
        console.write_char(if place == 0 { first } else { between })?;
        repeat(console, line, column.width.saturating_add(2))?;
    }
    console.write_char(last)
}

/// Writes the lines of one row.
fn write_row(
    columns: &Columns,
    row: Row,
    head: Head,
    border: char,
    console: &mut Console<'_>,
) -> fmt::Result {
    let mut cells = columns.map(|column| column.map(|column| WrappedCell::new(column, row, head)));
    let height = cells.iter().flatten().map(|cell| cell.height).max().unwrap_or(0);
    for number in 0..height {
        console.line()?;
        console.write_char(border)?;
        for cell in cells.iter_mut().flatten() {
            // Headers are aligned to the bottom of their row, other texts to the top.
            let above =
                if matches!(row, Row::Heading) { height.saturating_sub(cell.height) } else { 0 };
            cell.write_line(number >= above, console)?;
            console.write_char(border)?;
        }
    }
    Ok(())
}

/// A cell that is written to the console line by line.
struct WrappedCell {
    cell: Cell,
    column: Column,
    height: usize,
    next: Option<wrap::Line>,
}

impl WrappedCell {
    fn new(column: Column, row: Row, head: Head) -> Self {
        let cell = Cell { content: column.content, row, head };
        let first = Some(wrap::Line::first(&cell, column.width, Overlong::Cut));
        let height =
            core::iter::successors(first, |line| line.next(&cell, column.width, Overlong::Cut))
                .count();
        Self { cell, column, height, next: first }
    }

    /// Writes the next line, or blanks before the first line and after the last.
    fn write_line(&mut self, turn: bool, console: &mut Console<'_>) -> fmt::Result {
        let Self { cell, column, .. } = *self;
        let style = if matches!(cell.row, Row::Heading) { Style::Bold } else { Style::Plain };
        let Some(line) = self.next.filter(|_| turn) else {
            console.style(style)?;
            repeat(console, ' ', column.width.saturating_add(2))?;
            return console.style(Style::Plain);
        };
        self.next = line.next(&cell, column.width, Overlong::Cut);
        let align = match column.content {
            Content::Name | Content::Shape | Content::Connections => Align::Left,
            Content::Params => Align::Right,
            Content::Extra(column) if column.is_numeric() => Align::Right,
            Content::Extra(_) => Align::Left,
            Content::Trainable => Align::Center,
        };
        styled(console, style, ' ')?;
        line.write_cell(&cell, column.width, align, style, console)?;
        styled(console, style, ' ')
    }
}
