//! Operations of attention layers.

use alloc::vec::Vec;

use super::multi_head::attended_axes;
use crate::dim::DimError;
use crate::layers::argument::ScoreMode;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, seed};
use crate::plan::code::List;
use crate::plan::operation::{
    Attending, Attention, GroupedQueryAttention, MultiHeadAttention, Operation, Score,
};

pub(super) fn attention<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let score =
        if call.get(keys::SCORE_MODE)? == ScoreMode::Concat { Score::Concat } else { Score::Dot };
    with_score(call, score)
}

pub(super) fn additive<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    with_score(call, Score::Additive)
}

fn with_score<'a>(call: &Call<'a>, score: Score) -> Result<Operation<'a>, Mistake> {
    let (scale, attending) = (call.get(keys::USE_SCALE)?, attending(call, None)?);
    Ok(Operation::Attention(Attention { score, scale, attending }))
}

/// Axes count the projected query without the batch: those of the query but the last, then the heads.
pub(super) fn multi_head<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let key_dim = call.get(keys::KEY_DIM)?;
    let place = |axis: usize| axis.checked_sub(1).ok_or(DimError::NoAxis);
    let axes = attended_axes(call)?.into_iter().map(place).collect::<Result<Vec<_>, _>>()?;
    Ok(Operation::MultiHeadAttention(MultiHeadAttention {
        heads: call.get(keys::NUM_HEADS)?,
        key_dim,
        value_dim: call.get(keys::VALUE_DIM)?.unwrap_or(key_dim),
        bias: call.get(keys::USE_BIAS)?,
        axes: List::new(&axes, found.scratch),
        gate: call.get(keys::USE_GATE)?,
        attending: attending(call, call.get(keys::SLIDING_WINDOW)?)?,
    }))
}

pub(super) fn grouped_query<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::GroupedQueryAttention(GroupedQueryAttention {
        query_heads: call.get(keys::NUM_QUERY_HEADS)?,
        key_value_heads: call.get(keys::NUM_KEY_VALUE_HEADS)?,
        head_dim: call.get(keys::HEAD_DIM)?,
        bias: call.get(keys::USE_BIAS)?,
        gate: call.get(keys::USE_GATE)?,
        attending: attending(call, call.get(keys::SLIDING_WINDOW)?)?,
    }))
}

fn attending(call: &Call<'_>, sliding_window: Option<usize>) -> Result<Attending, Mistake> {
    Ok(Attending {
        causal: call.get(keys::USE_CAUSAL_MASK)?,
        sliding_window,
        return_scores: call.get(keys::RETURN_ATTENTION_SCORES)?,
        dropout: call.get(keys::DROPOUT)?,
        seed: seed(call)?,
    })
}
