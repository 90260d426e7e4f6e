//! Operations of wrappers.

use crate::layers::argument::MergeMode;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::Found;
use crate::plan::operation::{
    Bidirectional, Directions, Operation, SpectralNormalization, TimeDistributed,
};

pub(super) fn bidirectional<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let copied = found.bodies.first().and_then(|body| body.calls().first());
    let copied = copied.map_or(0, |call| call.weights.len());
    let is_copy = call.get(keys::BACKWARD_LAYER)?.is_none();
    let turn: fn(Operation<'a>) -> Operation<'a> =
        if is_copy { Operation::turned } else { core::convert::identity };
    Ok(Operation::Bidirectional(Bidirectional {
        forward: found.block(0, 0)?,
        backward: found.block_with(1, copied, turn)?,
        merge: match call.get(keys::MERGE_MODE)? {
            Some(MergeMode::Concat) => Some(Directions::Concatenate),
            Some(MergeMode::Sum) => Some(Directions::Sum),
            Some(MergeMode::Mul) => Some(Directions::Product),
            Some(MergeMode::Ave) => Some(Directions::Average),
            None => None,
        },
    }))
}

pub(super) fn time_distributed<'a>(
    _: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::TimeDistributed(TimeDistributed { layer: found.block(0, 0)? }))
}

pub(super) fn spectral_normalization<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::SpectralNormalization(SpectralNormalization {
        layer: found.block(0, 0)?,
        power_iterations: call.get(keys::POWER_ITERATIONS)?,
    }))
}
