//! Attention layers: each position of a query gets a mean of values, weighted by how well their keys match.
//!
//! The inputs are query, value and key; the key is the value where it is left out.

mod lower;
mod multi_head;
#[cfg(test)]
mod tests;

use alloc::format;

use super::argument::ScoreMode;
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::flops::of_function;
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::parameters::{SEED, dropout, flag};
use super::sight;
use crate::dim::DimError;
use crate::plan::value::{Activation as Function, Along};
use crate::shape::Shape;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    multi_head::MULTI_HEAD_ATTENTION,
    multi_head::GROUPED_QUERY_ATTENTION,
    Class::new(
        "Attention",
        Family::Attention,
        "attention whose scores are dot products, without weights of its own",
        &[
            flag(keys::USE_SCALE, "scales the scores by a trainable number"),
            Parameter::optional(
                keys::SCORE_MODE,
                Kind::Word(&["dot", "concat"]),
                Default::Word("dot"),
                "score function: product of query and key, or a sum over `tanh` of their sum",
            ),
            DROPOUT,
            SEED,
            RETURN_SCORES,
            CAUSAL_MASK,
        ],
        attention, Facets { flops: "2 for each MAC; for each score 5 for the softmax, and 1 each with `use_scale` and `use_causal_mask`; with \
         `score_mode = concat` for each score 1, and for each feature of it 3, or 4 with `use_scale`", lower: lower::attention, ..ATTENTION })
    .positional(4),
    Class::new(
        "AdditiveAttention",
        Family::Attention,
        "attention whose scores are weighted sums over `tanh` of query and key",
        &[
            Parameter::optional(
                keys::USE_SCALE,
                Kind::Bool,
                Default::Bool(true),
                "weights the sums",
            ),
            DROPOUT,
            RETURN_SCORES,
            CAUSAL_MASK,
            SEED,
        ],
        additive_attention, Facets {
            // A vector, where that of `Attention` is a number.
            fixed: &[], flops: "2 for each MAC; for each score 5 for the softmax, and 1 with `use_causal_mask`; for each feature of a score 2, \
         or 3 without `use_scale`", lower: lower::additive, ..ATTENTION })
    .positional(2),
];

/// Positions that look at others.
const ATTENTION: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::lost,
    in_place: false,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const DROPOUT: Parameter =
    dropout(keys::DROPOUT, "share of the scores that is dropped in training");

const RETURN_SCORES: Parameter =
    flag(keys::RETURN_ATTENTION_SCORES, "returns the scores as second output");

const CAUSAL_MASK: Parameter = flag(keys::USE_CAUSAL_MASK, "prevents attention to later positions");

/// Query `[.., q, d]`, value `[.., v, e]` and key `[.., v, d]` to `[.., q, e]`; with
/// `return_attention_scores`, then `[.., q, v]`. The weights are `scale: []` with `use_scale` and
/// `concat_score_weight: []` with `score_mode = concat`.
///
/// MACs: `.. * q * v * d` for the scores, none with `score_mode = concat`, which adds and multiplies once; and
/// `.. * q * v * e` for the means of the values.
///
/// Source: Keras `Attention`; Luong et al., 2015.
fn attention(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let scaled = usize::from(call.get(keys::USE_SCALE)?);
    let attended = if call.get(keys::SCORE_MODE)? == ScoreMode::Concat {
        attend(call, Scores { products: false, of_score: 1, of_feature: 3 + scaled })
    } else {
        attend(call, Scores { products: true, of_score: scaled, of_feature: 0 })
    }?;
    Ok(attended.weight_if(call.get(keys::USE_SCALE)?, "scale", []).weight_if(
        call.get(keys::SCORE_MODE)? == ScoreMode::Concat,
        "concat_score_weight",
        [],
    ))
}

/// Query `[.., q, d]`, value `[.., v, e]` and key `[.., v, d]` to `[.., q, e]`; with
/// `return_attention_scores`, then `[.., q, v]`. The weight is `scale: [d]` with `use_scale`; `d` must be known
/// then.
///
/// MACs: `.. * q * v * d` for the scores with `use_scale`, none without; and `.. * q * v * e` for the means of
/// the values.
///
/// Source: Keras `AdditiveAttention`; Bahdanau et al., 2014.
fn additive_attention(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let products = call.get(keys::USE_SCALE)?;
    let of_feature = if products { 2 } else { 3 };
    let attended = attend(call, Scores { products, of_score: 0, of_feature })?;
    if !call.get(keys::USE_SCALE)? {
        return Ok(attended);
    }
    let Inputs { query, .. } = Inputs::of(call)?;
    Ok(attended.weight("scale", [features(call, 0, query)?]))
}

/// Score function.
#[derive(Clone, Copy)]
struct Scores {
    /// True if a score is a sum of products over features.
    products: bool,
    /// Further operations for each score.
    of_score: usize,
    /// Further operations for each feature of each score.
    of_feature: usize,
}

/// Operations that make a weight of a score: the softmax, and the addition of a mask.
fn weighted(masked: bool) -> usize {
    of_function(Function::Softmax(Along::Last)) + usize::from(masked)
}

/// The shapes of both layers, and their operations.
fn attend(call: &Call<'_>, scores: Scores) -> Result<Inferred, Mistake> {
    call.fraction(keys::DROPOUT)?;
    let inputs = Inputs::of(call)?;
    let Inputs { query, value, key, .. } = inputs;
    inputs.check_time(call)?;
    inputs.check_same_rank(call)?;
    let ([others @ .., _, of_query], [.., positions, of_key]) = (&query[..], &key[..]) else {
        return Err(DimError::NoAxis.into());
    };
    let of_value = value.last().ok_or(DimError::NoAxis)?;
    let differs =
        (1..).zip(others.iter().zip(value.iter())).find(|(_, (a, b))| !a.is_compatible(b));
    if let Some((axis, (wanted, _))) = differs {
        return Err(call.wrong_input(
            1,
            format!(
                "`{}` expects `{wanted}` on axis {axis} of its value, as in its query, found `{value}`",
                call.class.name,
            ),
        ));
    }
    if !of_query.is_compatible(of_key) {
        let name = inputs.key_name();
        return Err(call
            .wrong_input(
                inputs.key_index(),
                format!(
                    "`{}` compares query and key, found {of_query} features in the query and {of_key} in the {name}",
                    call.class.name,
                ),
            )
            .note(format!("the query is `{query}`, the {name} `{key}`")));
    }
    inputs.check_key(call)?;
    let output = query.with_last(of_value.clone())?;
    let pairs = || query.leading().iter().chain([positions]).cloned();
    let mut inferred = Inferred::one(output).macs(pairs().chain([of_value]))?;
    if scores.products {
        inferred = inferred.macs(pairs().chain([of_query.clone()]))?;
    }
    inferred = inferred
        .flops(scores.of_score + weighted(call.get(keys::USE_CAUSAL_MASK)?), pairs())?
        .flops(scores.of_feature, pairs().chain([of_query.clone()]))?;
    if call.get(keys::RETURN_ATTENTION_SCORES)? {
        inferred.outputs.push(query.with_last(positions.clone())?);
    }
    Ok(inferred)
}

/// The inputs of an attention layer.
#[derive(Clone, Copy)]
struct Inputs<'a> {
    query: &'a Shape,
    value: &'a Shape,
    key: &'a Shape,
    has_key: bool,
}

impl<'a> Inputs<'a> {
    fn of(call: &Call<'a>) -> Result<Self, Mistake> {
        match call.inputs {
            [query, value] => Ok(Self { query, value, key: value, has_key: false }),
            [query, value, key] => Ok(Self { query, value, key, has_key: true }),
            inputs => {
                let mistake = call.wrong(format!(
                    "`{}` takes 2 or 3 inputs, query, value and key, found {}",
                    call.class.name,
                    inputs.len()
                ));
                Err(if inputs.len() == 1 {
                    mistake.help(format!(
                        "for self-attention, pass the sequence twice: `(x, x) -> {}(..)`",
                        call.class.name
                    ))
                } else {
                    mistake
                })
            }
        }
    }

    fn all(&self) -> [(usize, &'static str, &'a Shape); 3] {
        [(0, "query", self.query), (1, "value", self.value), (self.key_index(), "key", self.key)]
    }

    fn key_index(&self) -> usize {
        if self.has_key { 2 } else { 1 }
    }

    fn key_name(&self) -> &'static str {
        if self.has_key { "key" } else { "value" }
    }

    /// Every input needs an axis to attend over before its features.
    fn check_time(&self, call: &Call<'_>) -> Result<(), Mistake> {
        let Some((index, name, input)) =
            self.all().into_iter().find(|(_, _, input)| input.rank() < 2)
        else {
            return Ok(());
        };
        Err(call
            .wrong_input(
                index,
                format!(
                    "`{}` expects a {name} with at least 2 axes `[time, features]`, found {} in `{input}`",
                    call.class.name,
                    input.rank()
                ),
            ))
    }

    fn check_same_rank(&self, call: &Call<'_>) -> Result<(), Mistake> {
        let other = self.all().into_iter().find(|(_, _, input)| input.rank() != self.query.rank());
        let Some((index, name, input)) = other else { return Ok(()) };
        Err(call.wrong_input(
            index,
            format!(
                "`{}` expects a {name} with {} axes, as many as its query `{}`, found `{input}`",
                call.class.name,
                self.query.rank(),
                self.query
            ),
        ))
    }

    /// There is one key for each value: all axes but the features are the same.
    fn check_key(&self, call: &Call<'_>) -> Result<(), Mistake> {
        let mut sizes = self.value.leading().iter().zip(self.key.leading());
        let same = self.value.rank() == self.key.rank() && sizes.all(|(a, b)| a.is_compatible(b));
        if same {
            return Ok(());
        }
        let mistake = call.wrong_input(
            2,
            format!(
                "`{}` expects one key for each value, found the key `{}` and the value `{}`",
                call.class.name, self.key, self.value
            ),
        );
        Err(mistake.note("the order of the inputs is query, value, key"))
    }
}

/// The size of the last axis of an input, which must be known since a weight has it.
fn features(call: &Call<'_>, index: usize, input: &Shape) -> Result<usize, Mistake> {
    input.last().and_then(|size| size.known()).ok_or_else(|| {
        call.wrong_input(
            index,
            format!(
                "`{}` needs a known size on the last axis of its input `{input}`: its weights depend on it",
                call.class.name
            ),
        )
    })
}
