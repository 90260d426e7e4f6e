//! Attention in several heads, each on its own projection of the inputs.

use alloc::format;
use alloc::vec::Vec;

use super::{ATTENTION, CAUSAL_MASK, DROPOUT, Inputs, RETURN_SCORES, features, lower, weighted};
use crate::dim::{Dim, DimError};
use crate::layers::argument::Name;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Default, Family, Parameter};
use crate::layers::facets::{Facets, Kernel, Owner};
use crate::layers::flops::of_function;
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{SEED, USE_BIAS, constraint, flag, initializer, regularizer};
use crate::plan::value::Activation as Function;
use crate::shape::Shape;
use crate::value::Value;

const SLIDING_WINDOW: Parameter = Parameter::optional(
    keys::SLIDING_WINDOW,
    Kind::POSITIVE,
    Default::None,
    "attention window of a position, itself included; unlimited by default",
);
const FLASH_ATTENTION: Parameter = Parameter::optional(
    keys::FLASH_ATTENTION,
    Kind::Bool,
    Default::None,
    "uses a fused attention kernel",
);
const KERNEL_INITIALIZER: Parameter =
    initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "kernel initializer");
const BIAS_INITIALIZER: Parameter =
    initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer");
const KERNEL_REGULARIZER: Parameter =
    regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernels");
const BIAS_REGULARIZER: Parameter = regularizer(keys::BIAS_REGULARIZER, "penalty on the biases");
const ACTIVITY_REGULARIZER: Parameter =
    regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output");
const KERNEL_CONSTRAINT: Parameter = constraint(keys::KERNEL_CONSTRAINT, "kernel constraint");
const BIAS_CONSTRAINT: Parameter = constraint(keys::BIAS_CONSTRAINT, "bias constraint");
const USE_GATE: Parameter = flag(keys::USE_GATE, "scales the heads by a gate from the query");

const FLOPS: &str = "2 for each MAC; 1 for each element of a projection with `use_bias`; 1 for each feature of each \
                     head's query, which is scaled; for each score 5 for the softmax, and 1 with a mask; 5 for each \
                     element of the gate with `use_gate`";

pub(super) const MULTI_HEAD_ATTENTION: Class = Class::new(
    "MultiHeadAttention",
    Family::Attention,
    "attention in several heads, each on its own projection of query, value and key",
    &[
        Parameter::required(keys::NUM_HEADS, Kind::POSITIVE, "number of heads"),
        Parameter::required(
            keys::KEY_DIM,
            Kind::POSITIVE,
            "features of query and key in each head",
        ),
        Parameter::optional(
            keys::VALUE_DIM,
            Kind::POSITIVE,
            Default::None,
            "features of the value in each head; `key_dim` when left out",
        ),
        DROPOUT,
        USE_BIAS,
        Parameter::optional(
            keys::OUTPUT_SHAPE,
            Kind::Shape,
            Default::None,
            "features of the output; those of the query when left out",
        ),
        Parameter::optional(
            keys::ATTENTION_AXES,
            Kind::Axes,
            Default::None,
            "axes to attend over; all between batch and features when left out",
        ),
        SLIDING_WINDOW,
        FLASH_ATTENTION,
        KERNEL_INITIALIZER,
        BIAS_INITIALIZER,
        KERNEL_REGULARIZER,
        BIAS_REGULARIZER,
        ACTIVITY_REGULARIZER,
        KERNEL_CONSTRAINT,
        BIAS_CONSTRAINT,
        USE_GATE,
        SEED,
        RETURN_SCORES,
        CAUSAL_MASK,
    ],
    multi_head,
    Facets {
        flops: FLOPS,
        weights: Owner::Inside,
        kernel: Kernel::Weight,
        lower: lower::multi_head,
        ..ATTENTION
    },
)
.positional(18);

pub(super) const GROUPED_QUERY_ATTENTION: Class = Class::new(
    "GroupedQueryAttention",
    Family::Attention,
    "attention in several heads, where groups of query heads share a head of keys and values",
    &[
        Parameter::required(keys::HEAD_DIM, Kind::POSITIVE, "features of each head"),
        Parameter::required(keys::NUM_QUERY_HEADS, Kind::POSITIVE, "number of heads of the query"),
        Parameter::required(
            keys::NUM_KEY_VALUE_HEADS,
            Kind::POSITIVE,
            "number of heads of key and value; divides `num_query_heads`",
        ),
        DROPOUT,
        USE_BIAS,
        SLIDING_WINDOW,
        FLASH_ATTENTION,
        KERNEL_INITIALIZER,
        BIAS_INITIALIZER,
        KERNEL_REGULARIZER,
        BIAS_REGULARIZER,
        ACTIVITY_REGULARIZER,
        KERNEL_CONSTRAINT,
        BIAS_CONSTRAINT,
        USE_GATE,
        SEED,
        RETURN_SCORES,
        CAUSAL_MASK,
    ],
    grouped_query,
    Facets {
        flops: FLOPS,
        weights: Owner::Inside,
        kernel: Kernel::Weight,
        lower: lower::grouped_query,
        ..ATTENTION
    },
)
.aliases(&["GroupQueryAttention"])
.positional(16);

/// Query `[q.., a]`, value `[v.., b]` and key `[v.., c]` to `[q.., output_shape..]`, where `output_shape` is
/// `[a]` when left out; with `return_attention_scores`, then `[heads, q.., v..]`. `q..` and `v..` are the axes
/// to attend over, and the last axes must be known.
///
/// With `h` heads, `k = key_dim` and `w = value_dim` the weights are `query/kernel: [a, h, k]` and `bias: [h, k]`,
/// `key/kernel: [c, h, k]` and `bias: [h, k]`, with `use_gate` `gate/kernel: [a, h, w]` and `bias: [h, w]`,
/// `value/kernel: [b, h, w]` and `bias: [h, w]`, and `attention_output/kernel: [h, w, output_shape..]` and
/// `bias: [output_shape..]`.
///
/// MACs: those of the projections, each kernel with every position of its input, or of the query for
/// `attention_output`; and the two products, `h * q.. * v.. * k` for the scores and `h * q.. * v.. * w` for the means
/// of the values, once for each position of the axes that are not attended over. A mask saves none.
///
/// A mask needs one axis to attend over. Axes that are not attended over are batch axes: the same in all inputs, and
/// in front of the heads in the scores. The scores are those of real data, where Keras's symbolic shape is `[heads, q, q]`.
/// Source: Keras `MultiHeadAttention`; Vaswani et al., 2017.
fn multi_head(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let scores_are_inside = check_flash(call)?;
    let heads = call.get(keys::NUM_HEADS)?;
    let key_dim = call.get(keys::KEY_DIM)?;
    let value_dim = call.get(keys::VALUE_DIM)?.unwrap_or(key_dim);
    let output = output_features(call)?;
    let inputs = Inputs::of(call)?;
    let Inputs { query, value, key, .. } = inputs;
    inputs.check_time(call)?;
    inputs.check_same_rank(call)?;
    inputs.check_key(call)?;
    let axes = Axes::attended(call, query.rank(), scores_are_inside)?;
    axes.check_others(call, query, value)?;
    axes.check_mask(call, query, value)?;
    let [of_query, of_value, of_key] = [
        features(call, 0, query)?,
        features(call, 1, value)?,
        features(call, inputs.key_index(), key)?,
    ];
    let output = output.unwrap_or_else(|| [of_query].to_vec());
    let leading = query.leading().iter().cloned();
    let shape = Shape::new(leading.chain(output.iter().copied().map(Dim::Known)));
    let mut inferred = Inferred::one(shape);
    if call.get(keys::RETURN_ATTENTION_SCORES)? {
        inferred.outputs.push(axes.scores(query, value, heads)?);
    }
    let pairs = axes.scores(query, value, heads)?;
    for width in [key_dim, value_dim] {
        inferred = inferred.macs(pairs.iter().cloned().chain([Dim::Known(width)]))?;
    }
    inferred = in_heads(call, inferred, &pairs, query, [heads, key_dim, value_dim])?;
    let projection = |inferred: Inferred, of: (&Shape, usize), name: &str, width: usize| {
        projected(call, inferred, of.0, name, &[of.1, heads, width], &[heads, width])
    };
    inferred = projection(inferred, (query, of_query), "query", key_dim)?;
    inferred = projection(inferred, (key, of_key), "key", key_dim)?;
    if call.get(keys::USE_GATE)? {
        inferred = projection(inferred, (query, of_query), "gate", value_dim)?;
    }
    inferred = projection(inferred, (value, of_value), "value", value_dim)?;
    let kernel = [&[heads, value_dim], &output[..]].concat();
    projected(call, inferred, query, "attention_output", &kernel, &output)
}

/// Query `[q, d]`, value `[v, d]` and key `[v, c]` to `[q, d]`; with `return_attention_scores`, then
/// `[num_query_heads, q, v]`. The last axes must be known.
///
/// With `n` query heads, `m` heads of key and value and `k = head_dim` the weights are `query/kernel: [d, n, k]` and
/// `bias: [n, k]`, `key/kernel: [c, m, k]` and `bias: [m, k]`, with `use_gate` `gate/kernel: [d, n, k]` and
/// `bias: [n, k]`, `value/kernel: [d, m, k]` and `bias: [m, k]`, and `attention_output/kernel: [n, k, d]` and
/// `bias: [d]`. MACs: those of the projections at each position, and `n * q * v * k` for each of the two products.
/// `m` must divide `n`. Source: Keras `GroupedQueryAttention`; Ainslie et al., 2023.
fn grouped_query(call: &Call<'_>) -> Result<Inferred, Mistake> {
    check_flash(call)?;
    let width = call.get(keys::HEAD_DIM)?;
    let (many, few) = (call.get(keys::NUM_QUERY_HEADS)?, call.get(keys::NUM_KEY_VALUE_HEADS)?);
    if many.checked_rem(few) != Some(0) {
        return Err(call
            .at(
                keys::NUM_KEY_VALUE_HEADS,
                format!(
                    "`num_key_value_heads` of `{}` must divide its {many} query heads, found {few}",
                    call.class.name
                ),
            )
            .note("each head of keys and values serves a group of query heads"));
    }
    let inputs = Inputs::of(call)?;
    let Inputs { query, value, key, .. } = inputs;
    inputs.check_time(call)?;
    if let Some((index, name, input)) = inputs.all().into_iter().find(|(_, _, i)| i.rank() != 2) {
        return Err(call.wrong_input(
            index,
            format!(
                "`{}` expects a {name} with 2 axes `[time, features]`, found {} in `{input}`",
                call.class.name,
                input.rank()
            ),
        ));
    }
    let [of_query, of_value] = [query, value].map(|input| input.last().ok_or(DimError::NoAxis));
    let (of_query, of_value) = (of_query?, of_value?);
    if !of_query.is_compatible(&of_value) {
        return Err(call
            .wrong_input(
                1,
                format!(
                    "`{}` expects as many features in value and query, found {of_value} and {of_query}",
                    call.class.name,
                ),
            )
            .note("`MultiHeadAttention` accepts a value with a different number of features"));
    }
    inputs.check_key(call)?;
    let [of_query, of_value, of_key] = [
        features(call, 0, query)?,
        features(call, 1, value)?,
        features(call, inputs.key_index(), key)?,
    ];
    let mut inferred = Inferred::one(query.clone());
    if call.get(keys::RETURN_ATTENTION_SCORES)? {
        inferred.outputs.push(Shape::new([Dim::Known(many), query.size(0)?, key.size(0)?]));
    }
    let pairs = [Dim::Known(many), query.size(0)?, key.size(0)?];
    for _ in 0..2 {
        inferred = inferred.macs(pairs.iter().cloned().chain([Dim::Known(width)]))?;
    }
    inferred = in_heads(call, inferred, &pairs, query, [many, width, width])?;
    let projection = |inferred: Inferred, of: (&Shape, usize), name: &str, heads: usize| {
        projected(call, inferred, of.0, name, &[of.1, heads, width], &[heads, width])
    };
    inferred = projection(inferred, (query, of_query), "query", many)?;
    inferred = projection(inferred, (key, of_key), "key", few)?;
    if call.get(keys::USE_GATE)? {
        inferred = projection(inferred, (query, of_query), "gate", many)?;
    }
    inferred = projection(inferred, (value, of_value), "value", few)?;
    let kernel = [many, width, of_query];
    projected(call, inferred, query, "attention_output", &kernel, &[of_query])
}

/// Adds the operations of `heads` heads besides their products: each query scaled, `pairs` of scores to weights, and
/// each mean of values gated.
fn in_heads(
    call: &Call<'_>,
    inferred: Inferred,
    pairs: &[Dim],
    query: &Shape,
    [heads, key_dim, value_dim]: [usize; 3],
) -> Result<Inferred, Mistake> {
    let of_query = |width: usize| {
        let positions = query.leading().iter().cloned();
        positions.chain([heads, width].map(Dim::Known))
    };
    let gated = if call.get(keys::USE_GATE)? { of_function(Function::Sigmoid) + 1 } else { 0 };
    inferred
        .flops(
            weighted(call.get(keys::USE_CAUSAL_MASK)? || call.get(keys::SLIDING_WINDOW)?.is_some()),
            pairs.iter().cloned(),
        )?
        .flops(1, of_query(key_dim))?
        .flops(gated, of_query(value_dim))
}

/// Adds a projection: its kernel and its bias, and the products of the kernel with each position of `input`.
fn projected(
    call: &Call<'_>,
    inferred: Inferred,
    input: &Shape,
    name: &str,
    kernel: &[usize],
    bias: &[usize],
) -> Result<Inferred, Mistake> {
    let positions = input.leading().iter().cloned();
    let known = |sizes: &[usize]| sizes.iter().copied().map(Dim::Known).collect::<Vec<_>>();
    let inferred = inferred
        .macs(positions.clone().chain(known(kernel)))?
        .flops(usize::from(call.get(keys::USE_BIAS)?), positions.chain(known(bias)))?;
    Ok(inferred.weight(format!("{name}/kernel"), kernel).weight_if(
        call.get(keys::USE_BIAS)?,
        format!("{name}/bias"),
        bias,
    ))
}

/// Checks the dropout, and what does not go with `flash_attention`. Returns `true` where nothing but the means of the
/// values is asked for.
fn check_flash(call: &Call<'_>) -> Result<bool, Mistake> {
    let dropout = call.fraction(keys::DROPOUT)?;
    let scores = call.get(keys::RETURN_ATTENTION_SCORES)?;
    let name = call.class.name;
    if call.get(keys::FLASH_ATTENTION)? == Some(true) {
        if dropout > 0.0 {
            return Err(call.at(
                keys::FLASH_ATTENTION,
                format!(
                    "`flash_attention` of `{name}` excludes dropout, found `dropout = {dropout}`"
                ),
            ));
        }
        if scores {
            return Err(call.at(
                keys::FLASH_ATTENTION,
                format!(
                    "`flash_attention` of `{name}` returns no scores, found `return_attention_scores`"
                ),
            ));
        }
    }
    Ok(dropout == 0.0 && !scores)
}

/// The sizes that `output_shape` gives; `None` where it is left out.
fn output_features(call: &Call<'_>) -> Result<Option<Vec<usize>>, Mistake> {
    let Some(items) = call.get(keys::OUTPUT_SHAPE)?.items() else { return Ok(None) };
    let sizes = items.iter().map(|item| match item {
        Value::Int(size) => usize::try_from(*size).ok().filter(|size| *size > 0),
        _ => None,
    });
    let sizes = sizes.collect::<Option<Vec<usize>>>().filter(|sizes| !sizes.is_empty());
    sizes.map(Some).ok_or_else(|| {
        call.at(
            keys::OUTPUT_SHAPE,
            format!(
                "`output_shape` of `{}` expects positive sizes, found `{}`",
                call.class.name,
                Value::list(items.iter().cloned())
            ),
        )
    })
}

/// Axes that are attended over, counted as in Keras on the projected inputs: the batch, the axes of the
/// input without its features, the heads.
struct Axes {
    attended: Vec<usize>,
    heads: usize,
}

/// The axes that a `MultiHeadAttention` attends over, counted with the batch.
pub(super) fn attended_axes(call: &Call<'_>) -> Result<Vec<usize>, Mistake> {
    let scores_are_inside = check_flash(call)?;
    Ok(Axes::attended(call, Inputs::of(call)?.query.rank(), scores_are_inside)?.attended)
}

impl Axes {
    /// Keras calls `ops.dot_product_attention` on queries of two axes where only the means of the values are asked for,
    /// whatever `attention_axes` says.
    fn attended(call: &Call<'_>, rank: usize, scores_are_inside: bool) -> Result<Self, Mistake> {
        let axes = Self::of(call, rank)?;
        let attended = if scores_are_inside && rank == 2 { [1].to_vec() } else { axes.attended };
        Ok(Self { attended, ..axes })
    }

    fn of(call: &Call<'_>, rank: usize) -> Result<Self, Mistake> {
        let Some(given) = call.get(keys::ATTENTION_AXES)? else {
            return Ok(Self { attended: (1..rank).collect(), heads: rank });
        };
        let wrong = |message| Err(call.at(keys::ATTENTION_AXES, message));
        let name = call.class.name;
        let count = i64::try_from(rank).unwrap_or(i64::MAX).saturating_add(1);
        let mut attended = Vec::new();
        for axis in given {
            let from_start = if axis < 0 { axis.saturating_add(count) } else { axis };
            let index = usize::try_from(from_start).ok().filter(|index| (1..=rank).contains(index));
            let Some(index) = index else {
                return wrong(format!(
                    "`attention_axes` of `{name}` expects axes from 1 to {rank}, found {axis}"
                ));
            };
            if attended.contains(&index) {
                return wrong(format!("`attention_axes` of `{name}` contains axis {index} twice"));
            }
            attended.push(index);
        }
        if attended.is_empty() {
            return wrong(format!(
                "`attention_axes` of `{name}` expects at least one axis, found none"
            ));
        }
        Ok(Self { attended, heads: rank })
    }

    /// True if the remaining axes of query and value agree.
    fn check_others(&self, call: &Call<'_>, query: &Shape, value: &Shape) -> Result<(), Mistake> {
        let sizes = query.leading().iter().zip(value.leading());
        let differs = (1..).zip(sizes).find(|(axis, (of_query, of_value))| {
            !self.attended.contains(axis) && !of_query.is_compatible(of_value)
        });
        let Some((axis, (of_query, of_value))) = differs else { return Ok(()) };
        Err(call
            .wrong_input(
                1,
                format!(
                    "`{}` expects {of_query} on axis {axis} of its value, as in its query, found {of_value} in `{value}`",
                    call.class.name,
                ),
            )
            .note(format!("`attention_axes` omits axis {axis}")))
    }

    /// A mask is over axis 1 of query and value, and real data fails where that does not fit the scores.
    fn check_mask(&self, call: &Call<'_>, query: &Shape, value: &Shape) -> Result<(), Mistake> {
        let name = call.class.name;
        let mask: Name = if call.get(keys::USE_CAUSAL_MASK)? {
            keys::USE_CAUSAL_MASK.into()
        } else if call.get(keys::SLIDING_WINDOW)?.is_some() {
            keys::SLIDING_WINDOW.into()
        } else {
            return Ok(());
        };
        let &[axis] = self.attended.as_slice() else {
            return Err(call
                .at(
                    mask,
                    format!(
                        "`{mask}` of `{name}` needs one axis to attend over, found {}",
                        self.attended.len()
                    ),
                )
                .note("`attention_axes` selects the axes to attend over")
                .or_with(keys::ATTENTION_AXES, Value::Int(1)));
        };
        let heads = call.get(keys::NUM_HEADS)?;
        let fits = |shape: &Shape| -> Result<bool, DimError> {
            let (first, attended) = (shape.size(0)?, self.size(shape, axis, heads)?);
            Ok(first == Dim::Known(1) || first.is_compatible(&attended))
        };
        if fits(query)? && fits(value)? {
            return Ok(());
        }
        Err(call
            .at(
                mask,
                format!("`{mask}` of `{name}` masks axis 1, found attention over axis {axis}"),
            )
            .or_with(keys::ATTENTION_AXES, Value::Int(1)))
    }

    /// The size of an axis, the batch being axis 0.
    fn size(&self, shape: &Shape, axis: usize, heads: usize) -> Result<Dim, DimError> {
        if axis == self.heads {
            return Ok(Dim::Known(heads));
        }
        shape.size(axis.checked_sub(1).ok_or(DimError::NoAxis)?)
    }

    fn scores(&self, query: &Shape, value: &Shape, heads: usize) -> Result<Shape, DimError> {
        let of = |shape: &Shape, axis: usize| self.size(shape, axis, heads);
        let others = (1..=self.heads).filter(|axis| !self.attended.contains(axis));
        let attended = || self.attended.iter().copied();
        let sizes = others
            .map(|axis| of(query, axis))
            .chain(attended().map(|axis| of(query, axis)))
            .chain(attended().map(|axis| of(value, axis)));
        sizes.collect::<Result<Vec<Dim>, DimError>>().map(Shape::new)
    }
}
