//! Features into categories, and categories into numbers or vectors.

pub(super) mod lower;

use alloc::format;
use alloc::vec::Vec;

use super::argument::{Choice, Numbers, OutputMode};
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::sight;
use crate::dim::Dim;
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "Rescaling",
        "the input times `scale` plus `offset`",
        &[
            Parameter::required(keys::SCALE_FACTOR, Kind::Numbers, "factor, or one a channel"),
            Parameter::optional(
                keys::OFFSET,
                Kind::Numbers,
                Default::Float(0.0),
                "offset, or one per channel",
            ),
        ],
        same_shape,
        Facets {
            axes: Axes::Kept,
            sight: sight::elementwise,
            in_place: true,
            flops: "2 for each element",
            lower: lower::rescaling,
            ..DATA
        },
    ),
    class(
        "CategoryEncoding",
        "category numbers as vectors of 0 and 1, or of counts",
        &[
            Parameter::optional(
                keys::NUM_TOKENS,
                Kind::POSITIVE,
                Default::None,
                "number of categories; required by Keras despite its default",
            ),
            output_mode(&["one_hot", "multi_hot", "count"], "multi_hot"),
            SPARSE,
        ],
        category_encoding,
        Facets { lower: lower::category_encoding, ..DATA },
    ),
    class(
        "Discretization",
        "numbers into the ranges between boundaries",
        &[
            Parameter::optional(
                keys::BIN_BOUNDARIES,
                Kind::Numbers,
                Default::None,
                "boundaries of the ranges",
            ),
            Parameter::optional(
                keys::NUM_BINS.or_none(),
                Kind::Int { min: 0 },
                Default::None,
                "number of ranges learned from data, without boundaries",
            ),
            Parameter::optional(
                keys::EPSILON,
                Kind::Number { min: 0.0 },
                Default::Float(0.01),
                "tolerance of the learned ranges",
            ),
            OUTPUT_MODE,
            SPARSE,
        ],
        discretization,
        Facets { lower: lower::discretization, ..DATA },
    ),
    class(
        "Hashing",
        "values into a fixed number of bins, by a hash",
        &[
            NUM_BINS,
            Parameter::optional(
                keys::MASK_VALUE,
                Kind::Any,
                Default::None,
                "value that bin 0 is kept for",
            ),
            SALT,
            OUTPUT_MODE,
            SPARSE,
        ],
        hashing,
        Facets { lower: lower::hashing, ..DATA },
    ),
    class(
        "HashedCrossing",
        "pairs of two features into a fixed number of bins, by a hash",
        &[NUM_BINS, output_mode(&["int", "one_hot"], "int"), SPARSE],
        hashed_crossing,
        Facets { lower: lower::hashed_crossing, ..DATA },
    ),
];

/// Data of which each element or example is prepared by itself.
pub(super) const DATA: Facets = Facets {
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

const NUM_BINS: Parameter = Parameter::required(keys::NUM_BINS, Kind::POSITIVE, "number of bins");

pub(super) const SALT: Parameter = Parameter::optional(
    keys::SALT,
    Kind::Any,
    Default::None,
    "integer or pair that changes the hash",
);

pub(super) const SPARSE: Parameter =
    Parameter::optional(keys::SPARSE, Kind::Bool, Default::Bool(false), "returns a sparse tensor");

const OUTPUT_MODE: Parameter = output_mode(&["int", "one_hot", "multi_hot", "count"], "int");

pub(super) const fn output_mode(
    words: &'static [&'static str],
    default: &'static str,
) -> Parameter {
    Parameter::optional(
        keys::OUTPUT_MODE,
        Kind::Word(words),
        Default::Word(default),
        "encoding of the output",
    )
}

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Preprocessing, doc, parameters, rule, facets)
}

/// Any shape to the same shape. Source: Keras `Rescaling`.
fn same_shape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Inferred::one(call.input()?.clone()).flops_of_output(2)
}

/// Category numbers to vectors of size `num_tokens`, as [`encoded`]. Source: Keras `CategoryEncoding`.
fn category_encoding(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let Some(tokens) = call.get(keys::NUM_TOKENS)? else {
        return Err(
            call.at(keys::NUM_TOKENS, "`CategoryEncoding` is missing its argument `num_tokens`")
        );
    };
    encoded(call, call.input()?, Dim::Known(tokens))
}

/// Numbers to ranges, one more than there are boundaries, as [`encoded`].
///
/// Boundaries must be given: learning them from data is no part of a model. Source: Keras `Discretization`.
fn discretization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let boundaries =
        match (call.get(keys::BIN_BOUNDARIES)?, call.get(keys::NUM_BINS.or_none())?.is_some()) {
            (None, false) => {
                return Err(call.at(
                    keys::BIN_BOUNDARIES,
                    "`Discretization` is missing its argument `bin_boundaries`",
                ));
            }
            (None, true) => {
                return Err(call.at(
                    keys::NUM_BINS,
                    "`Discretization` expects `bin_boundaries`, found `num_bins`, whose boundaries \
                 are only \
                 known after `adapt`",
                ));
            }
            (_, true) => {
                return Err(call.at(
                    keys::NUM_BINS,
                    "`Discretization` expects `bin_boundaries` or `num_bins`, found both",
                ));
            }
            (Some(Numbers::Each(boundaries)), false) => boundaries,
            (Some(Numbers::One(_)), false) => {
                return Err(call.at(
                    keys::BIN_BOUNDARIES,
                    "`bin_boundaries` of `Discretization` expects a list of numbers",
                ));
            }
        };
    encoded(call, call.input()?, Dim::Known(boundaries.len()).plus(1)?)
}

/// Values to `num_bins` bins, as [`encoded`]. Source: Keras `Hashing`.
fn hashing(call: &Call<'_>) -> Result<Inferred, Mistake> {
    encoded(call, call.input()?, Dim::Known(call.get(keys::NUM_BINS)?))
}

/// Two features of one value an example, `[]` or `[1]`, to `num_bins` bins, as [`encoded`].
///
/// Source: Keras `HashedCrossing`.
fn hashed_crossing(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let [first, second] = call.inputs else {
        return Err(call.wrong(format!(
            "`HashedCrossing` takes exactly 2 inputs, found {}",
            call.inputs.len()
        )));
    };
    for (index, input) in [first, second].into_iter().enumerate() {
        let one_value = input.iter().all(|dim| dim.is_compatible(&Dim::Known(1)));
        if input.rank() > 1 || !one_value {
            return Err(call.wrong_input(
                index,
                format!("`HashedCrossing` expects one value an example, `[1]`, found `{input}`"),
            ));
        }
    }
    if first.rank() != second.rank() {
        return Err(call.wrong_input(
            1,
            format!("`HashedCrossing` expects inputs of one shape, found `{first}` and `{second}`"),
        ));
    }
    encoded(call, first, Dim::Known(call.get(keys::NUM_BINS)?))
}

/// Category numbers, as `output_mode` says, with `depth` categories.
///
/// * `int`: the same shape
/// * `one_hot`: `[..]` to `[.., depth]`, in place of a last axis of size 1
/// * `multi_hot`, `count`, `tf_idf`: `[n, ..]` to `[.., depth]`. The axis after the batch is summed over, which
///   is the last one in `[n]`; where there are more, Keras's symbolic shape says otherwise.
///
/// Source: Keras, `keras.src.utils.numerical_utils.encode_categorical_inputs`.
pub(super) fn encoded(call: &Call<'_>, input: &Shape, depth: Dim) -> Result<Inferred, Mistake> {
    let mode = call.get(keys::OUTPUT_MODE)?;
    if mode == OutputMode::Int {
        if call.get(keys::SPARSE)? {
            return Err(call.at(
                keys::SPARSE,
                format!(
                    "`sparse` of `{}` expects vectors, found `output_mode = int`",
                    call.class.name
                ),
            ));
        }
        return Ok(Inferred::one(input.clone()));
    }
    let mut dims: Vec<Dim> = input.to_vec();
    if mode == OutputMode::OneHot {
        dims = without_last_one(call, input)?;
    } else if dims.is_empty() {
        return Err(call
            .wrong_input(
                0,
                format!(
                    "`{}` with `output_mode = {}` expects several values an example, `[n]`, \
                     found `[]`",
                    call.class.name,
                    mode.word()
                ),
            )
            .or_with(keys::OUTPUT_MODE, Value::Word("one_hot".into())));
    } else {
        dims.remove(0);
    }
    dims.push(depth);
    Ok(Inferred::one(Shape::new(dims)))
}
/// The sizes of an input without a last axis of size 1. A symbolic size that may be 1 leaves open how many axes
/// there are.
pub(super) fn without_last_one(call: &Call<'_>, input: &Shape) -> Result<Vec<Dim>, Mistake> {
    let mut dims = input.to_vec();
    match dims.last() {
        Some(Dim::Known(1)) => {
            dims.pop();
        }
        Some(last) if last.may_be_below(2) => {
            return Err(call.wrong_input(
                0,
                format!(
                    "`{}` drops a last axis of size 1, which `{last}` of its input `{input}` may be",
                    call.class.name
                ),
            ));
        }
        _ => {}
    }
    Ok(dims)
}
