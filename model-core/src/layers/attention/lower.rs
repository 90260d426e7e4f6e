//! Operations of attention layers.

use alloc::vec::Vec;

use super::multi_head::attended_axes;
use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, seed};
use crate::plan::code::List;
use crate::plan::operation::{
    Attending, Attention, GroupedQueryAttention, MultiHeadAttention, Operation, Score,
};

pub(super) fn attention<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let score = if call.word("score_mode") == "concat" { Score::Concat } else { Score::Dot };
    with_score(call, score)
}

pub(super) fn additive<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    with_score(call, Score::Additive)
}

fn with_score<'a>(call: &Call<'a>, score: Score) -> Result<Operation<'a>, Mistake> {
    let (scale, attending) = (call.flag("use_scale"), attending(call)?);
    Ok(Operation::Attention(Attention { score, scale, attending }))
}

/// Axes count the projected query without the batch: those of the query but the last, then the heads.
pub(super) fn multi_head<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let key_dim = call.size("key_dim")?;
    let axes: Vec<usize> =
        attended_axes(call)?.into_iter().map(|axis| axis.saturating_sub(1)).collect();
    Ok(Operation::MultiHeadAttention(MultiHeadAttention {
        heads: call.size("num_heads")?,
        key_dim,
        value_dim: if call.has("value_dim") { call.size("value_dim")? } else { key_dim },
        bias: call.flag("use_bias"),
        axes: List::new(&axes, found.scratch),
        gate: call.flag("use_gate"),
        attending: attending(call)?,
    }))
}

pub(super) fn grouped_query<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::GroupedQueryAttention(GroupedQueryAttention {
        query_heads: call.size("num_query_heads")?,
        key_value_heads: call.size("num_key_value_heads")?,
        head_dim: call.size("head_dim")?,
        bias: call.flag("use_bias"),
        gate: call.flag("use_gate"),
        attending: attending(call)?,
    }))
}

/// Classes without a window see every element.
fn attending(call: &Call<'_>) -> Result<Attending, Mistake> {
    let window = call.has("sliding_window");
    Ok(Attending {
        causal: call.flag("use_causal_mask"),
        sliding_window: if window { Some(call.size("sliding_window")?) } else { None },
        return_scores: call.flag("return_attention_scores"),
        dropout: call.number("dropout")?,
        seed: seed(call)?,
    })
}
