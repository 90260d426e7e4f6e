//! Operations that only move elements.

use alloc::vec::Vec;

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, channels, interpolation, three};
use crate::plan::code::List;
use crate::plan::operation::{
    Ends, Interpolation, Operation, RepeatVector, Reshape, Transpose, Upsample,
};
use crate::plan::value::Channels;

/// Channels that come first are moved behind the other axes before, where there are any.
pub(super) fn flatten<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let channels_to_last = call.channels_first() && call.input()?.rank() > 1;
    Ok(Operation::Reshape(Reshape { channels_to_last }))
}

pub(super) fn reshape<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Reshape(Reshape { channels_to_last: false }))
}

pub(super) fn permute<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let axes: Vec<usize> =
        call.sizes("dims")?.into_iter().map(|axis| axis.saturating_sub(1)).collect();
    Ok(Operation::Transpose(Transpose { axes: List::new(&axes, found.scratch) }))
}

pub(super) fn repeat_vector<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::RepeatVector(RepeatVector { count: call.size("n")? }))
}

pub(super) fn crop<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    ends(call, "cropping").map(Operation::Crop)
}

pub(super) fn pad<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    ends(call, "padding").map(Operation::ZeroPad)
}

fn ends(call: &Call<'_>, argument: &'static str) -> Result<Ends, Mistake> {
    let ends = super::ends(call, argument)?;
    Ok(Ends {
        channels: channels(call),
        rank: ends.len(),
        ends: core::array::from_fn(|axis| ends.get(axis).copied().unwrap_or_default()),
    })
}

pub(super) fn repeat_steps<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Upsample(Upsample {
        channels: Channels::Last,
        rank: 1,
        factors: three(&[call.size("size")?], 1),
        interpolation: Interpolation::Nearest,
    }))
}

pub(super) fn enlarge<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let factors = call.sizes("size")?;
    Ok(Operation::Upsample(Upsample {
        channels: channels(call),
        rank: factors.len(),
        factors: three(&factors, 1),
        interpolation: interpolation(call),
    }))
}
