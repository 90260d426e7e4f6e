//! Operations of wrappers.

use crate::layers::call::{Call, Mistake};
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
    let is_copy = !call.has("backward_layer");
    let turn: fn(Operation<'a>) -> Operation<'a> =
        if is_copy { Operation::turned } else { core::convert::identity };
    Ok(Operation::Bidirectional(Bidirectional {
        forward: found.block(0, 0)?,
        backward: found.block_with(1, copied, turn)?,
        merge: match call.word("merge_mode") {
            "concat" => Some(Directions::Concatenate),
            "sum" => Some(Directions::Sum),
            "mul" => Some(Directions::Product),
            "ave" => Some(Directions::Average),
            _ => None,
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
        power_iterations: call.size("power_iterations")?,
    }))
}
