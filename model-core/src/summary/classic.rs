//! Layout of Keras 2.0 to 2.2: one line per layer, long texts truncated.

use core::fmt::{self, Write};

use super::{
    Summary,
    cells::{Content, NameAndClass, PythonShapes},
    ink::write_window,
    line::Line,
    number::Grouped,
    plain::{Page, part},
};

pub(super) fn write(summary: &Summary, out: &mut dyn Write) -> fmt::Result {
    let page = &mut Page::new(out);
    let length = summary.fixed_length();
    let ends: &[usize] = if summary.head().is_chain {
        &[part(length, 0.45), part(length, 0.85), length]
    } else {
        &[part(length, 0.33), part(length, 0.55), part(length, 0.67), length]
    };

    write_row(&Content::ALL.each_ref().map(|content| content as &dyn fmt::Display), ends, page)?;
    page.rule('=', length)?;
    for (place, line) in summary.rows().enumerate() {
        if place > 0 {
            page.rule('_', length)?;
        }
        write_layer(line, ends, page)?;
    }
    page.rule('=', length)?;
    for (label, params, _) in summary.totals() {
        page.line()?;
        write!(page, "{label}: {}", Grouped::of(params))?;
    }
    page.rule('_', length)
}

/// Writes a layer: one line, plus one for each further input tensor if connections are shown.
fn write_layer(line: Line, ends: &[usize], page: &mut Page<'_>) -> fmt::Result {
    let shapes = PythonShapes { line, input_as_list: false };
    let mut inputs = line.inputs;
    let first = inputs.next();
    let first: &dyn fmt::Display = match &first {
        Some(first) => first,
        None => &"",
    };
    write_row(&[&NameAndClass(line), &shapes, &line.params, first], ends, page)?;
    for input in inputs.filter(|_| ends.len() > 3) {
        write_row(&[&"", &"", &"", &input], ends, page)?;
    }
    Ok(())
}

/// Writes one line: each text truncated at the end of its column, columns separated by a blank.
fn write_row(texts: &[&dyn fmt::Display], ends: &[usize], page: &mut Page<'_>) -> fmt::Result {
    page.line()?;
    let mut start = 0;
    for (place, (text, &end)) in texts.iter().zip(ends).enumerate() {
        let last = place + 1 == ends.len();
        let room = end.saturating_sub(start).saturating_sub(usize::from(!last));
        write_window(text, 0, room, usize::MAX, page)?;
        page.pad_to(end)?;
        start = end;
    }
    Ok(())
}
