//! Operations of core layers.

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, activation, lora};
use crate::plan::operation::{Dense, Embedding, Masking, Operation, ReversibleEmbedding};

pub(super) fn dense<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Dense(Dense {
        units: call.size("units")?,
        bias: call.flag("use_bias"),
        activation: activation(call, "activation")?,
        lora: lora(call)?,
    }))
}

pub(super) fn embedding<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Embedding(Embedding {
        rows: call.size("input_dim")?,
        columns: call.size("output_dim")?,
        mask_zero: call.flag("mask_zero"),
        lora: lora(call)?,
    }))
}

pub(super) fn reversible<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let cap = if call.has("logit_soft_cap") { Some(call.number("logit_soft_cap")?) } else { None };
    Ok(Operation::ReversibleEmbedding(ReversibleEmbedding {
        rows: call.size("input_dim")?,
        columns: call.size("output_dim")?,
        tied: call.flag("tie_weights"),
        reverse: call.flag("reverse"),
        cap,
        mask_zero: call.flag("mask_zero"),
        lora: lora(call)?,
    }))
}

pub(super) fn masking<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Masking(Masking { value: call.number("mask_value")? }))
}

pub(super) fn identity<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Identity)
}
