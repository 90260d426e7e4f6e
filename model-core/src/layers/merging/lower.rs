//! Operations of layers of several inputs.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::Found;
use crate::plan::operation::{Concatenate, Dot, Merge, Operation};

pub(super) fn add<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Add))
}

pub(super) fn subtract<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Subtract))
}

pub(super) fn multiply<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Multiply))
}

pub(super) fn average<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Average))
}

pub(super) fn maximum<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Maximum))
}

pub(super) fn minimum<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Merge(Merge::Minimum))
}

pub(super) fn concatenate<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    // The output has as many axes as each input.
    let axis = match found.outputs.first() {
        Some(output) => call.axis(keys::AXIS, output)?.index,
        None => 0,
    };
    Ok(Operation::Concatenate(Concatenate { axis }))
}

pub(super) fn dot<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let (first, second) = super::two_inputs(call)?;
    let axes = call.get(keys::DOT_AXES)?;
    let [a, b] = axes.as_slice() else {
        return Err(call.at(keys::DOT_AXES, "`axes` of `Dot` expects one axis of each input"));
    };
    let axes = (
        call.axis_at(keys::DOT_AXES, *a, first)?.index,
        call.axis_at(keys::DOT_AXES, *b, second)?.index,
    );
    Ok(Operation::Dot(Dot { axes, normalize: call.get(keys::NORMALIZE)? }))
}
