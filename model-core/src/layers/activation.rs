//! Activations as layers.

mod lower;

use alloc::format;
use alloc::vec::Vec;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::flops::{of_activation, of_function};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::sight;
use crate::dim::Dim;
use crate::plan::value::{Activation as Function, Along};

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "Activation",
        "applies a function to its input",
        &[Parameter::required(keys::ACTIVATION, Kind::Activation, "the function").nullable()],
        activation,
        Facets {
            sight: sight::activated,
            flops: "for each element of the output, those of the activation",
            lower: lower::activation,
            ..EACH
        },
    ),
    class(
        "ReLU",
        "the input where it is above `threshold`, else 0 or a slope, and at most `max_value`",
        &[
            Parameter::optional(
                keys::MAX_VALUE,
                Kind::Number { min: 0.0 },
                Default::None,
                "largest output; `None` for no bound",
            ),
            negative_slope(0.0),
            Parameter::optional(
                keys::THRESHOLD,
                Kind::Number { min: 0.0 },
                Default::Float(0.0),
                "input from which on the output is the input",
            ),
        ],
        relu,
        Facets {
            flops: "for each element 1, and 1 each with `max_value`, a `negative_slope` and, with the slope, a `threshold`",
            lower: lower::relu,
            ..EACH
        },
    ),
    class(
        "LeakyReLU",
        "the input, times `negative_slope` where it is negative",
        &[
            negative_slope(0.3),
            Parameter::optional(
                keys::ALPHA.or_none(),
                Kind::Number { min: 0.0 },
                Default::None,
                "earlier name of `negative_slope`",
            ),
        ],
        |call| each(call, 2),
        Facets { flops: "2 for each element", lower: lower::leaky_relu, ..EACH },
    )
    .positional(1),
    class(
        "PReLU",
        "the input, times a learned slope where it is negative",
        &[
            Parameter::optional(
                keys::ALPHA_INITIALIZER,
                Kind::Initializer,
                Default::Word("Zeros"),
                "slope initializer",
            ),
            Parameter::optional(
                keys::ALPHA_REGULARIZER,
                Kind::Regularizer,
                Default::None,
                "penalty on the slopes",
            ),
            Parameter::optional(
                keys::ALPHA_CONSTRAINT,
                Kind::Constraint,
                Default::None,
                "slope constraint",
            ),
            Parameter::optional(
                keys::SHARED_AXES,
                Kind::Axes,
                Default::None,
                "axes along which one slope serves all; `(1, 2)` for one slope a channel of an image",
            ),
        ],
        prelu,
        Facets { flops: "2 for each element", lower: lower::prelu, ..EACH },
    ),
    class(
        "ELU",
        "the input, `alpha * (exp(x) - 1)` where it is negative",
        &[Parameter::optional(
            keys::ALPHA,
            Kind::NUMBER,
            Default::Float(1.0),
            "negated limit for large negative inputs",
        )],
        |call| each(call, of_function(Function::Elu(1.0))),
        Facets { flops: "4 for each element", lower: lower::elu, ..EACH },
    ),
    class(
        "Softmax",
        "shares that sum up to 1 along an axis",
        &[Parameter::optional(
            keys::AXES,
            Kind::Axes,
            Default::Int(-1),
            "axis or axes along which the shares sum up to 1; the batch is axis 0",
        )],
        softmax,
        Facets {
            sight: sight::normalized,
            flops: "5 for each element: maximum, difference, exponential, sum and quotient",
            lower: lower::softmax,
            ..EACH
        },
    ),
];

/// A function of each element.
const EACH: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Kept,
    sight: sight::elementwise,
    in_place: true,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Activation, doc, parameters, rule, facets)
}

const fn negative_slope(default: f64) -> Parameter {
    Parameter::optional(
        keys::NEGATIVE_SLOPE,
        Kind::Number { min: 0.0 },
        Default::Float(default),
        "factor of negative inputs",
    )
}

/// Any shape to the same shape. Source: Keras `ReLU`.
///
/// FLOPs: a comparison for each element, one more with `max_value`, a product with a slope, and before that product a
/// difference with a threshold.
fn relu(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let slope = call.get(keys::NEGATIVE_SLOPE)? != 0.0;
    let shifted = slope && call.get(keys::THRESHOLD)? != 0.0;
    let above = call.get(keys::MAX_VALUE)?.is_some();
    each(call, 1 + usize::from(above) + usize::from(slope) + usize::from(shifted))
}

/// Any shape to the same shape, with as many operations for each element. Source: Keras `LeakyReLU`, `ELU`.
fn each(call: &Call<'_>, flops: usize) -> Result<Inferred, Mistake> {
    Inferred::one(call.input()?.clone()).flops_of_output(flops)
}

/// Any shape to the same shape, but `glu`, which gates one half of the last axis with the other:
/// `[.., 2 n]` to `[.., n]`.
///
/// Source: Keras `Activation`;
/// Dauphin et al. 2016 for `glu`.
///
/// FLOPs: those of the activation for each element of the output.
fn activation(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let inferred = match call.get(keys::ACTIVATION)?.map(|activation| activation.function) {
        Some(Function::Glu(_)) => {
            match input.last() {
                Some(Dim::Known(size)) if size % 2 == 0 => {
                    Ok(Inferred::one(input.with_last(Dim::Known(size / 2))?))
                }
                Some(Dim::Known(size)) => Err(call.wrong_input(
                    0,
                    format!(
                        "activation `glu` expects an even size on the last axis, found {size} in \
                         `{input}`"),
                )),
                Some(dim) => match dim.div_exact(2) {
                    Some(half) => Ok(Inferred::one(input.with_last(half)?)),
                    None => Err(call.wrong_input(
                        0,
                        format!("activation `glu` expects an even size on the last axis, found {dim} in `{input}`"),
                    )),
                },
                None => Err(call.wrong_input(0, "activation `glu` expects an axis to split in half, found `[]`")),
            }
        }
        _ => Ok(Inferred::one(input.clone())),
    }?;
    check_axis(call, &inferred)?;
    inferred.flops_of_output(of_activation(call.get(keys::ACTIVATION)?))
}

/// Refuses an activation along the last axis where that is the batch.
pub(super) fn check_axis(call: &Call<'_>, inferred: &Inferred) -> Result<(), Mistake> {
    let Some(activation) = call.get(keys::ACTIVATION)? else { return Ok(()) };
    let is_along = matches!(
        activation.function,
        Function::Softmax(_) | Function::LogSoftmax(_) | Function::Sparsemax(_)
    );
    if is_along && inferred.outputs.iter().any(|output| output.rank() == 0) {
        let name = activation.name;
        let message = format!("activation `{name}` expects an axis after the batch, found `[]`");
        return Err(call.at(keys::ACTIVATION, message));
    }
    Ok(())
}

/// Any shape to the same shape; the axes must be there, each once. Source: Keras `Softmax`.
fn softmax(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    call.axes(keys::AXES, input)?;
    each(call, of_function(Function::Softmax(Along::Last)))
}

/// Any shape to the same shape, with `alpha` of the input's shape, 1 on the shared axes.
///
/// `shared_axes` counts the batch as axis 0. Keras takes 1 from each and then counts from the end what is
/// negative, so that 0 is the last axis and -1 the last but one. Source: Keras `PReLU`, He et al. 2015.
fn prelu(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let rank = i64::try_from(input.rank()).unwrap_or(i64::MAX);
    let mut shared: Vec<usize> = Vec::new();
    for written in call.get(keys::SHARED_AXES)?.unwrap_or_default() {
        let index = written.checked_sub(1).and_then(|index| {
            let index = if index < 0 { index.checked_add(rank)? } else { index };
            usize::try_from(index).ok().filter(|index| *index < input.rank())
        });
        let Some(index) = index else {
            return Err(call
                .at(
                    keys::SHARED_AXES,
                    format!(
                        "`shared_axes` of `PReLU` expects axes of `{input}`, found `{written}`"
                    ),
                )
                .note(format!("the first axis after the batch is 1, the last is {rank}")));
        };
        if shared.contains(&index) {
            return Err(call.at(
                keys::SHARED_AXES,
                format!(
                    "`shared_axes` of `PReLU` expects every axis once, found `{written}` again"
                ),
            ));
        }
        shared.push(index);
    }
    let mut alpha = Vec::with_capacity(input.rank());
    for index in 0..input.rank() {
        alpha.push(if shared.contains(&index) {
            1
        } else {
            call.known(input, index, &format!("axis {}", index + 1)).map_err(|mistake| {
                mistake.help("axes of unknown size can be listed in `shared_axes`")
            })?
        });
    }
    each(call, 2).map(|output| output.weight("alpha", alpha))
}
