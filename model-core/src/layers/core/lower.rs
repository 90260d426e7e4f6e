//! Operations of core layers.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, activation, lora};
use crate::plan::operation::{Dense, Embedding, Masking, Operation, ReversibleEmbedding};

pub(super) fn dense<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Dense(Dense {
        units: call.get(keys::UNITS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
        lora: lora(call)?,
    }))
}

pub(super) fn embedding<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Embedding(Embedding {
        rows: call.get(keys::INPUT_DIM)?,
        columns: call.get(keys::OUTPUT_DIM)?,
        mask_zero: call.get(keys::MASK_ZERO)?,
        lora: lora(call)?,
    }))
}

pub(super) fn reversible<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let cap = call.get(keys::LOGIT_SOFT_CAP)?;
    Ok(Operation::ReversibleEmbedding(ReversibleEmbedding {
        rows: call.get(keys::INPUT_DIM)?,
        columns: call.get(keys::OUTPUT_DIM)?,
        tied: call.get(keys::TIE_WEIGHTS)?,
        reverse: call.get(keys::REVERSE)?,
        cap,
        mask_zero: call.get(keys::MASK_ZERO)?,
        lora: lora(call)?,
    }))
}

pub(super) fn masking<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Masking(Masking { value: call.get(keys::MASK_NUMBER)? }))
}

pub(super) fn identity<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Identity)
}
