//! Layers that look numbers up in a table of vectors.

use alloc::format;

use super::{CORE, adapted, lower};
use crate::dim::Dim;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Default, Family, Parameter};
use crate::layers::facets::{Facets, Kernel};
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{
    LORA_ALPHA, LORA_RANK, QUANTIZATION_CONFIG, constraint, flag, initializer, regularizer,
};
use crate::layers::sight;
use crate::shape::Shape;
use crate::value::Value;

const INPUT_DIM: Parameter = Parameter::required(
    keys::INPUT_DIM,
    Kind::POSITIVE,
    "vocabulary size: the largest number is `input_dim - 1`",
);
const OUTPUT_DIM: Parameter =
    Parameter::required(keys::OUTPUT_DIM, Kind::POSITIVE, "size of the vector of each number");
const INITIALIZER: Parameter =
    initializer(keys::EMBEDDINGS_INITIALIZER, "uniform", "embeddings initializer");
const REGULARIZER: Parameter = regularizer(keys::EMBEDDINGS_REGULARIZER, "penalty on the vectors");
const CONSTRAINT: Parameter = constraint(keys::EMBEDDINGS_CONSTRAINT, "embeddings constraint");
const MASK_ZERO: Parameter = flag(keys::MASK_ZERO, "treats 0 as padding to be masked");

pub(super) const EMBEDDING: Class = Class::new(
    "Embedding",
    Family::Core,
    "turns each number into its trainable vector",
    &[
        INPUT_DIM,
        OUTPUT_DIM,
        INITIALIZER,
        REGULARIZER,
        CONSTRAINT,
        MASK_ZERO,
        Parameter::optional(keys::WEIGHTS, Kind::Any, Default::None, "always `None`"),
        LORA_RANK,
        LORA_ALPHA,
        QUANTIZATION_CONFIG,
        Parameter::optional(
            keys::INPUT_LENGTH,
            Kind::POSITIVE,
            Default::None,
            "of earlier versions; changes nothing",
        ),
    ],
    embedding,
    Facets { sight: sight::looked_up, kernel: Kernel::Weight, lower: lower::embedding, ..CORE },
)
.positional(10);

pub(super) const REVERSIBLE_EMBEDDING: Class = Class::new(
    "ReversibleEmbedding",
    Family::Core,
    "turns each number into its trainable vector, and with `reverse` vectors into scores of numbers",
    &[
        INPUT_DIM,
        OUTPUT_DIM,
        Parameter::optional(
            keys::TIE_WEIGHTS,
            Kind::Bool,
            Default::Bool(true),
            "uses the same vectors in both directions",
        ),
        INITIALIZER,
        REGULARIZER,
        CONSTRAINT,
        MASK_ZERO,
        Parameter::optional(
            keys::REVERSE_DTYPE,
            Kind::Dtype,
            Default::None,
            "dtype of the scores; the layer's when left out",
        ),
        Parameter::optional(
            keys::LOGIT_SOFT_CAP,
            Kind::NUMBER,
            Default::None,
            "bound that the scores approach softly",
        ),
        Parameter::optional(keys::WEIGHTS, Kind::Any, Default::None, "always `None`"),
        LORA_RANK,
        LORA_ALPHA,
        QUANTIZATION_CONFIG,
        flag(keys::REVERSE, "computes scores from vectors"),
    ],
    reversible, Facets { flops: "with `reverse` 2 for each MAC, and with `logit_soft_cap` 3 for each score", kernel: Kernel::Weight, lower: lower::reversible, ..CORE })
.positional(9);

/// `[..]` to `[.., output_dim]`, with `embeddings: [input_dim, output_dim]`.
///
/// MACs: none, since vectors are looked up. With `lora_rank` the vectors are frozen and their change is the product of two matrices, as in `Dense`.
/// Source: Keras `Embedding`.
fn embedding(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let width = call.get(keys::OUTPUT_DIM)?;
    let dims = input.iter().cloned().chain([Dim::Known(width)]);
    table(call, Inferred::one(Shape::new(dims)))
}

/// `[..]` to `[.., output_dim]`; with `reverse`, `[.., output_dim]` to `[.., input_dim]`. The weights are
/// `embeddings: [input_dim, output_dim]` and, unless tied, `reverse_embeddings: [output_dim, input_dim]`.
///
/// MACs: with `reverse`, `.. * output_dim * input_dim`; a vector that is looked up takes none.
///
/// Only tied weights go with `lora_rank`, as in Keras. Source: Keras `ReversibleEmbedding`; Press and Wolf, 2016.
fn reversible(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let (count, width) = (call.get(keys::INPUT_DIM)?, call.get(keys::OUTPUT_DIM)?);
    if call.get(keys::LORA_RANK)?.is_some() && !call.get(keys::TIE_WEIGHTS)? {
        return Err(call
            .at(
                keys::LORA_RANK,
                format!(
                    "`lora_rank` of `{}` needs tied weights, found `tie_weights = false`",
                    call.class.name
                ),
            )
            .or_with(keys::TIE_WEIGHTS, Value::Bool(true)));
    }
    let inferred = if call.get(keys::REVERSE)? {
        let input = call.input_at_least(1, "[.., output_dim]")?;
        if !input.last().is_some_and(|dim| dim.is_compatible(&Dim::Known(width))) {
            return Err(call
                .wrong_input(
                    0,
                    format!(
                        "`{}` expects vectors of {width} to reverse, found `{input}`",
                        call.class.name
                    ),
                )
                .note("`output_dim` is the size of a vector"));
        }
        let rows = input.leading().iter().cloned();
        let output = Inferred::one(input.with_last(Dim::Known(count))?)
            .macs(rows.chain([Dim::Known(width), Dim::Known(count)]))?
            .flops_of_output(if call.get(keys::LOGIT_SOFT_CAP)?.is_some() { 3 } else { 0 })?;
        table(call, output)?
    } else {
        embedding(call)?
    };
    Ok(inferred.weight_if(!call.get(keys::TIE_WEIGHTS)?, "reverse_embeddings", [width, count]))
}

fn table(call: &Call<'_>, output: Inferred) -> Result<Inferred, Mistake> {
    if !matches!(call.get(keys::WEIGHTS)?, Value::None) {
        return Err(call.at(
            keys::WEIGHTS,
            format!(
                "`weights` of `{}` is not supported: a model has no values, only shapes",
                call.class.name
            ),
        ));
    }
    let shape = [call.get(keys::INPUT_DIM)?, call.get(keys::OUTPUT_DIM)?].to_vec();
    adapted(call, output, "embeddings", keys::EMBEDDINGS_CONSTRAINT, shape, None)
}
