//! Core layers.

mod lower;

mod einsum_dense;
mod embedding;
#[cfg(test)]
mod tests;

use alloc::format;
use alloc::vec::Vec;

use super::argument::{Any, Key};
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::flops::{BIASED, biased};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::parameters::{
    LORA_ALPHA, LORA_RANK, QUANTIZATION_CONFIG, USE_BIAS, activation, constraint, initializer,
    regularizer,
};
use super::sight::{self, Sight};
use crate::dim::Dim;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    Class::new(
        "Dense",
        Family::Core,
        "fully connected layer: every output is a weighted sum of the last axis",
        &[
            Parameter::required(keys::UNITS, Kind::POSITIVE, "size of the last axis of the output"),
            activation(keys::ACTIVATION, Default::None, "function applied to the output"),
            USE_BIAS,
            initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "kernel initializer"),
            initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
            regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernel"),
            regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
            regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output"),
            constraint(keys::KERNEL_CONSTRAINT, "kernel constraint"),
            constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
            LORA_RANK,
            LORA_ALPHA,
            QUANTIZATION_CONFIG,
        ],
        dense,
        Facets {
            flops: BIASED,
            axes: Axes::Rows,
            sight: sight::rows,
            kernel: Kernel::Weight,
            lower: lower::dense,
            ..CORE
        },
    ),
    einsum_dense::CLASS,
    embedding::EMBEDDING,
    embedding::REVERSIBLE_EMBEDDING,
    Class::new(
        "Masking",
        Family::Core,
        "marks the steps whose values are all `mask_value`, so that later layers skip them",
        &[Parameter::optional(
            keys::MASK_NUMBER,
            Kind::NUMBER,
            Default::Float(0.0),
            "the value that marks a step to skip",
        )],
        masking,
        Facets {
            axes: Axes::Kept,
            sight: sight::rows,
            in_place: true,
            flops: "3 for each element: comparison, choice of the step and product",
            lower: lower::masking,
            ..CORE
        },
    ),
    Class::new(
        "Identity",
        Family::Core,
        "gives its input unchanged",
        &[],
        identity,
        Facets {
            axes: Axes::Kept,
            sight: sight_of_identity,
            in_place: true,
            lower: lower::identity,
            ..CORE
        },
    ),
];

/// Layers of which each says what it does.
const CORE: Facets = Facets {
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

/// `[.., d]` to `[.., units]`, with `kernel: [d, units]` and `bias: [units]`.
///
/// MACs: `.. * d * units`, one product of the kernel with each row of the input.
///
/// The last axis must be known. With `lora_rank = r` the kernel is frozen, and its change is the product of
/// `lora_kernel_a: [d, r]` and `lora_kernel_b: [r, units]` (Hu et al., 2021). Source: Keras `Dense`.
fn dense(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input_at_least(1, "[.., features]")?;
    let last = input.rank().wrapping_sub(1);
    let width = call.known(input, last, "the last axis")?;
    let units = call.get(keys::UNITS)?;
    let rows = input.leading().iter().cloned();
    let output = Inferred::one(input.with_last(Dim::Known(units))?)
        .macs(rows.chain([Dim::Known(width), Dim::Known(units)]))?;
    let output = biased(call, output)?;
    let bias = call.get(keys::USE_BIAS)?.then(|| [units].to_vec());
    adapted(call, output, "kernel", keys::KERNEL_CONSTRAINT, [width, units].to_vec(), bias)
}

/// `[..]` to `[..]`. Source: Keras `Masking`.
fn masking(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Inferred::one(call.input()?.clone()).flops_of_output(3)
}

/// The first output is the first input: with several, their fields do not meet.
fn sight_of_identity(call: &Call<'_>) -> Sight {
    if call.inputs.len() == 1 { sight::elementwise(call) } else { Sight::Lost }
}

/// Every input as it is. Source: Keras `Identity`.
fn identity(call: &Call<'_>) -> Result<Inferred, Mistake> {
    if call.inputs.is_empty() {
        return call.input().cloned().map(Inferred::one);
    }
    Ok(Inferred::many(call.inputs.iter().cloned()))
}

/// Adds a weight matrix and its bias. With `lora_rank = r` the matrix `[.., n]` is frozen, and after the bias
/// come the factors `[.., r]` and `[r, n]` of its change.
fn adapted(
    call: &Call<'_>,
    output: Inferred,
    name: &'static str,
    constraint: Key<Any>,
    shape: Vec<usize>,
    bias: Option<Vec<usize>>,
) -> Result<Inferred, Mistake> {
    let with_bias = |output: Inferred| match bias {
        Some(bias) => output.weight("bias", bias),
        None => output,
    };
    let Some(rank) = call.get(keys::LORA_RANK)? else {
        return Ok(with_bias(output.weight(name, shape)));
    };
    if !matches!(call.get(constraint)?, Value::None) {
        return Err(call.at(
            keys::LORA_RANK,
            format!(
                "`{}` takes `lora_rank` or `{}`, found both",
                call.class.name,
                constraint.name()
            ),
        ));
    }
    let (mut first, mut second) = (shape.clone(), [rank].to_vec());
    second.extend(first.pop());
    first.push(rank);
    Ok(with_bias(output.frozen(name, shape))
        .weight(format!("lora_{name}_a"), first)
        .weight(format!("lora_{name}_b"), second))
}
