//! The layout of Keras 2.0 to 2.2: one line a layer, what is too long cut off.

use core::fmt::{self, Write};

use super::{
    MAX_LINE_LENGTH, Summary,
    cells::{Content, NameAndClass, PythonShapes},
    number::Grouped,
    plain::{Page, write_slice},
};
use crate::spec::Layer;

pub(super) fn write(summary: &Summary, out: &mut dyn Write) -> fmt::Result {
    let page = &mut Page::new(out);
    let spec = summary.spec;
    let length =
        summary.line_length.unwrap_or(if spec.is_chain { 65 } else { 98 }).min(MAX_LINE_LENGTH);
    let ends: &[usize] = if spec.is_chain {
        &[part(length, 0.45), part(length, 0.85), length]
    } else {
        &[part(length, 0.33), part(length, 0.55), part(length, 0.67), length]
    };

    let [name, shape, params, connections] =
        [Content::Name, Content::Shape, Content::Params, Content::Connections]
            .map(Content::heading);
    write_row(&[&name, &shape, &params, &connections], ends, page)?;
    page.rule('=', length)?;
    for (place, layer) in summary.rows().iter().enumerate() {
        if place > 0 {
            page.rule('_', length)?;
        }
        write_layer(layer, ends, page)?;
    }
    page.rule('=', length)?;
    for (label, params) in [
        ("Total", spec.params),
        ("Trainable", spec.trainable_params),
        ("Non-trainable", summary.non_trainable_params()),
    ] {
        page.line()?;
        write!(page, "{label} params: {}", Grouped(params))?;
    }
    page.rule('_', length)
}

/// Writes a layer: one line, and one more for each further tensor that feeds it where these are shown.
fn write_layer(layer: &'static Layer, ends: &[usize], page: &mut Page<'_>) -> fmt::Result {
    let shapes = PythonShapes { layer, input_as_list: false };
    let (first, others): (&dyn fmt::Display, _) = match layer.inputs {
        [] => (&"", layer.inputs),
        [first, others @ ..] => (first, others),
    };
    write_row(&[&NameAndClass(layer), &shapes, &layer.params, first], ends, page)?;
    for input in others.iter().filter(|_| ends.len() > 3) {
        write_row(&[&"", &"", &"", input], ends, page)?;
    }
    Ok(())
}

/// Writes one line: each text cut where its column ends, and a blank between two columns.
fn write_row(texts: &[&dyn fmt::Display], ends: &[usize], page: &mut Page<'_>) -> fmt::Result {
    page.line()?;
    let mut start = 0;
    for (place, (text, &end)) in texts.iter().zip(ends).enumerate() {
        let last = place + 1 == ends.len();
        let room = end.saturating_sub(start).saturating_sub(usize::from(!last));
        write_slice(page, *text, 0, room)?;
        page.pad_to(end)?;
        start = end;
    }
    Ok(())
}

/// A part of the line, rounded down.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn part(length: usize, part: f64) -> usize {
    (length as f64 * part) as usize
}
