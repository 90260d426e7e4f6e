//! Operations of dropout, noise and penalties.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, seed};
use crate::plan::operation::{
    ActivityRegularization, Dropout, DropoutKind, GaussianNoise, Operation,
};
use crate::plan::value::Axes;
use crate::value::Value;

pub(super) fn dropout<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    dropped(call, DropoutKind::Zero)
}

pub(super) fn alpha_dropout<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    dropped(call, DropoutKind::Alpha)
}

pub(super) fn gaussian_dropout<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    with(call, DropoutKind::Gaussian, Axes::NONE, false)
}

/// All elements of a channel are dropped together.
pub(super) fn spatial_dropout<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let rank = call.input()?.rank();
    let channels = if call.channels_first() { 0 } else { rank.wrapping_sub(1) };
    let together = (0..rank).filter(|axis| *axis != channels).collect();
    with(call, DropoutKind::Zero, together, false)
}

pub(super) fn gaussian_noise<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let (stddev, seed) = (call.get(keys::STDDEV)?, seed(call)?);
    Ok(Operation::GaussianNoise(GaussianNoise { stddev, seed }))
}

pub(super) fn activity<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let (l1, l2) = (call.get(keys::L1)?, call.get(keys::L2)?);
    Ok(Operation::ActivityRegularization(ActivityRegularization { l1, l2 }))
}

/// `noise_shape` is the shape of the mask with the batch, which is stretched: axes of 1, and those it leaves out before its
/// first, are dropped together.
fn dropped<'a>(call: &Call<'a>, kind: DropoutKind) -> Result<Operation<'a>, Mistake> {
    let Some(noise) = call.get(keys::NOISE_SHAPE)?.items() else {
        return with(call, kind, Axes::NONE, false);
    };
    let axes = call.input()?.rank().saturating_add(1);
    // A shape of more axes fails in Keras, but in training only.
    let left_out = axes.saturating_sub(noise.len());
    let is_one = |axis: usize| match axis.checked_sub(left_out) {
        None => true,
        Some(index) => matches!(noise.get(index), Some(Value::Int(1))),
    };
    with(
        call,
        kind,
        (1..axes).filter(|axis| is_one(*axis)).map(|axis| axis - 1).collect(),
        is_one(0),
    )
}

fn with<'a>(
    call: &Call<'a>,
    kind: DropoutKind,
    together: Axes,
    over_batch: bool,
) -> Result<Operation<'a>, Mistake> {
    let (rate, seed) = (call.get(keys::RATE)?, seed(call)?);
    Ok(Operation::Dropout(Dropout { kind, rate, together, over_batch, seed }))
}
