//! Operations that only move elements.

use alloc::string::String;
use alloc::vec::Vec;

use crate::dim::DimError;
use crate::layers::argument::{self, Key};
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
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
    let input = call.input()?;
    let place = |dim: i64| input.axis(dim).ok_or(DimError::NoAxis);
    let axes = call.get(keys::DIMS)?.into_iter().map(place).collect::<Result<Vec<_>, _>>()?;
    Ok(Operation::Transpose(Transpose { axes: List::new(&axes, found.scratch) }))
}

pub(super) fn repeat_vector<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::RepeatVector(RepeatVector { count: call.get(keys::N)? }))
}

pub(super) fn crop<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    ends(call, keys::CROPPING).map(Operation::Crop)
}

pub(super) fn pad<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    ends(call, keys::ZERO_PADDING).map(Operation::ZeroPad)
}

fn ends(call: &Call<'_>, argument: Key<Vec<argument::Ends>>) -> Result<Ends, Mistake> {
    let ends = super::ends(call, argument, String::new)?;
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
        factors: three(&[call.get(keys::SIZE)?], 1),
        interpolation: Interpolation::Nearest,
    }))
}

pub(super) fn enlarge<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    enlarged(call, interpolation(call)?)
}

pub(super) fn enlarge_3d<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    enlarged(call, Interpolation::Nearest)
}

fn enlarged<'a>(call: &Call<'a>, interpolation: Interpolation) -> Result<Operation<'a>, Mistake> {
    let factors = call.get(keys::SIZES)?;
    Ok(Operation::Upsample(Upsample {
        channels: channels(call),
        rank: factors.len(),
        factors: three(&factors, 1),
        interpolation,
    }))
}
