//! The table as Markdown.

use core::fmt::{self, Write};

use super::{
    Summary,
    cells::{Cell, Content, Row},
    column::costs,
    ink::{Ink, Style, Text},
    keras3::write_layers,
    line::Head,
    number::{Grouped, Size},
};

pub(super) fn write(summary: &Summary, out: &mut dyn Write) -> fmt::Result {
    let head = summary.head();
    write_row(summary, head, Row::Heading, out)?;
    out.write_str("\n|")?;
    for content in contents(summary, head) {
        out.write_str(match content {
            Content::Params => "--:|",
            Content::Extra(column) if column.is_numeric() => "--:|",
            Content::Trainable => ":-:|",
            _ => "---|",
        })?;
    }
    write_layers(summary, summary.rows(), 0, &mut |line, level| {
        out.write_char('\n')?;
        write_row(summary, head, Row::Layer(line, level), out)
    })?;
    out.write_char('\n')?;
    for (label, params, bytes) in summary.totals() {
        write!(out, "\n* {label}: {} ({})", Grouped::of(params), Size { bytes, byte: "B" })?;
    }
    for cost in costs(summary) {
        write!(out, "\n* {}: {cost}", cost.label)?;
    }
    Ok(())
}

fn contents(summary: &Summary, head: Head) -> impl Iterator<Item = Content> {
    let (connections, trainable) = (!head.is_chain, summary.show_trainable);
    let keras = Content::ALL.into_iter().filter(move |content| match content {
        Content::Connections => connections,
        Content::Trainable => trainable,
        _ => true,
    });
    keras.chain(summary.columns.iter().copied().map(Content::Extra))
}

fn write_row(summary: &Summary, head: Head, row: Row, out: &mut dyn Write) -> fmt::Result {
    out.write_char('|')?;
    for content in contents(summary, head) {
        out.write_char(' ')?;
        Cell { content, row, head }.write(&mut Escaped(out))?;
        out.write_str(" |")?;
    }
    Ok(())
}

/// Cell text with bars escaped, since a bar would end the cell.
struct Escaped<'a>(&'a mut dyn Write);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '|' => self.0.write_str("\\|")?,
                '\n' => self.0.write_char(' ')?,
                other => self.0.write_char(other)?,
            }
        }
        Ok(())
    }
}

impl Ink for Escaped<'_> {
    fn style(&mut self, _: Style) -> fmt::Result {
        Ok(())
    }
}
