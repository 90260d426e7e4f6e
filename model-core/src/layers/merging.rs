//! Layers of several inputs.

mod lower;

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::proposal::layer_to;
use super::sight;
use crate::dim::Dim;
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    merge(
        "Add",
        "sum of its inputs, element by element",
        elementwise,
        Facets { flops: ELEMENTWISE, lower: lower::add, ..MERGING },
    ),
    merge(
        "Subtract",
        "first input minus the second, element by element",
        subtract,
        Facets { flops: ELEMENTWISE, lower: lower::subtract, ..MERGING },
    ),
    merge(
        "Multiply",
        "product of its inputs, element by element",
        elementwise,
        Facets { flops: ELEMENTWISE, lower: lower::multiply, ..MERGING },
    ),
    merge(
        "Average",
        "mean of its inputs, element by element",
        average,
        Facets {
            flops: "for each element of the output, 1 for each input",
            lower: lower::average,
            ..MERGING
        },
    ),
    merge(
        "Maximum",
        "largest of its inputs, element by element",
        elementwise,
        Facets { flops: ELEMENTWISE, lower: lower::maximum, ..MERGING },
    ),
    merge(
        "Minimum",
        "smallest of its inputs, element by element",
        elementwise,
        Facets { flops: ELEMENTWISE, lower: lower::minimum, ..MERGING },
    ),
    Class::new(
        "Concatenate",
        Family::Merging,
        "its inputs one after the other along one axis",
        &[Parameter::optional(
            keys::AXIS,
            Kind::Axis,
            Default::Int(-1),
            "axis along which the inputs are joined; the batch is axis 0",
        )],
        concatenate,
        Facets { sight: sight::joined, in_place: false, lower: lower::concatenate, ..MERGING },
    ),
    Class::new(
        "Dot",
        Family::Merging,
        "sum of products of two inputs along one axis of each",
        &[
            Parameter::required(
                keys::DOT_AXES,
                Kind::Sizes { rank: 2, min: i64::MIN },
                "axis of each input that is summed over; the batch is axis 0",
            ),
            Parameter::optional(
                keys::NORMALIZE,
                Kind::Bool,
                Default::Bool(false),
                "normalizes both along these axes, for the cosine similarity",
            ),
        ],
        dot,
        Facets {
            axes: Axes::Moved,
            sight: sight::lost,
            in_place: false,
            flops: "2 for each MAC; 3 for each element of both inputs with `normalize`",
            lower: lower::dot,
            ..MERGING
        },
    ),
];

/// Several inputs, element by element.
const MERGING: Facets = Facets {
    flops: "",
    arity: Arity::Merging,
    axes: Axes::Kept,
    sight: sight::elementwise,
    in_place: true,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const ELEMENTWISE: &str = "for each element of the output, 1 for each input after the first";

const fn merge(
    name: &'static str,
    doc: &'static str,
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Merging, doc, &[], rule, facets)
}

/// Shapes that agree on every axis, aligned at the last one; 1 stretches to any size.
///
/// A size that is not known is that of the other input. Source: Keras's merging layers.
fn elementwise(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let Some((first, rest)) = call.inputs.split_first() else { return Err(no_input(call)) };
    let mut output = first.clone();
    for (index, input) in rest.iter().enumerate() {
        let Some(combined) = output.broadcast(input) else {
            return Err(cannot_combine(call, index + 1, &output, input));
        };
        output = combined;
    }
    Inferred::one(output).flops_of_output(rest.len())
}

/// As [`elementwise`], with a quotient for each element.
fn average(call: &Call<'_>) -> Result<Inferred, Mistake> {
    elementwise(call)?.flops_of_output(1)
}

/// As [`elementwise`], of exactly two inputs.
fn subtract(call: &Call<'_>) -> Result<Inferred, Mistake> {
    two_inputs(call)?;
    elementwise(call)
}

/// Shapes equal on every axis but `axis`, whose sizes are added.
///
/// Source: Keras `Concatenate`.
fn concatenate(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let Some((first, rest)) = call.inputs.split_first() else { return Err(no_input(call)) };
    let axis = call.axis(keys::AXIS, first)?;
    let mut output = first.clone();
    for (place, input) in rest.iter().enumerate() {
        if input.rank() != output.rank() {
            return Err(call.wrong_input(
                place + 1,
                format!(
                    "`Concatenate` expects inputs with the same number of axes, found `{output}` and \
                     `{input}`"
                ),
            ));
        }
        let mut dims = Vec::with_capacity(output.rank());
        let mut differing = Vec::new();
        for (index, (a, b)) in output.iter().zip(input.iter()).enumerate() {
            if axis.index == index {
                dims.push(a.plus(b)?);
            } else if let Some(dim) = a.unified(b) {
                dims.push(dim);
            } else {
                differing.push((index, a, b));
            }
        }
        if !differing.is_empty() {
            return Err(cannot_join(call, place + 1, &output, input, &differing));
        }
        output = Shape::new(dims);
    }
    Ok(Inferred::one(output))
}

/// `[.., n, ..]` and `[.., n, ..]` to the axes of the first and those of the second without the two `n`;
/// `[1]` where none is left.
///
/// MACs: the product of all axes of both inputs, `n` counted once. Both sizes must be the same, and the batch axis cannot be summed over. Source: Keras `Dot`.
fn dot(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let (first, second) = two_inputs(call)?;
    let axes = call.get(keys::DOT_AXES)?;
    let [a, b] = axes.as_slice() else {
        return Err(call.at(keys::DOT_AXES, "`axes` of `Dot` expects one axis of each input"));
    };
    let place = |written: i64, input: &Shape| {
        let index = call.axis_at(keys::DOT_AXES, written, input)?.index;
        Ok::<_, Mistake>((index, input.size(index)?))
    };
    let ((i, n), (j, m)) = (place(*a, first)?, place(*b, second)?);
    if !n.is_same(&m) {
        let mistake = call.at(
            keys::DOT_AXES,
            format!(
                "`Dot` expects the same size on both axes, found {n} on axis {a} of `{first}` and \
                 {m} on \
                 axis {b} of `{second}`"
            ),
        );
        return Err(propose_axes(mistake, first, second));
    }
    let without = |shape: &Shape, dropped: usize| -> Vec<Dim> {
        shape
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != dropped)
            .map(|(_, dim)| dim.clone())
            .collect()
    };
    let mut dims = without(first, i);
    dims.extend(without(second, j));
    let macs: Vec<Dim> = dims.iter().cloned().chain([n]).collect();
    if dims.is_empty() {
        dims.push(Dim::Known(1));
    }
    let scaled = if call.get(keys::NORMALIZE)? { 3 } else { 0 };
    Inferred::one(Shape::new(dims))
        .macs(macs)?
        .flops(scaled, first.iter().cloned())?
        .flops(scaled, second.iter().cloned())
}

/// Proposes the last pair of axes that have the same size for sure.
fn propose_axes(mistake: Mistake, first: &Shape, second: &Shape) -> Mistake {
    let pair = first.iter().enumerate().rev().find_map(|(i, n)| {
        let j = second.iter().rposition(|m| *n != Dim::Unknown && n.is_same(m))?;
        Some((i64::try_from(i + 1).ok()?, i64::try_from(j + 1).ok()?))
    });
    match pair {
        Some((i, j)) => {
            mistake.or_with(keys::DOT_AXES, Value::tuple([Value::Int(i), Value::Int(j)]))
        }
        None => mistake,
    }
}

fn no_input(call: &Call<'_>) -> Mistake {
    call.wrong(format!("`{}` takes at least 1 input, found 0", call.class.name))
}

fn two_inputs<'a>(call: &Call<'a>) -> Result<(&'a Shape, &'a Shape), Mistake> {
    match call.inputs {
        [first, second] => Ok((first, second)),
        inputs => Err(call.wrong(format!(
            "`{}` takes exactly 2 inputs, found {}",
            call.class.name,
            inputs.len()
        ))),
    }
}

fn cannot_combine(call: &Call<'_>, index: usize, before: &Shape, input: &Shape) -> Mistake {
    let class = call.class.name;
    if before.rank() != input.rank() {
        let pairs = before.iter().rev().zip(input.iter().rev());
        let meeting = pairs.filter(|(a, b)| a.broadcast(b).is_none());
        let meeting: Vec<String> = meeting.map(|(a, b)| format!("{a} meets {b}")).collect();
        let mistake = call.wrong_input(
            index,
            format!(
                "`{class}` cannot combine `{before}` and `{input}`: from the last axis on, {}",
                meeting.join(" and ")
            ),
        );
        return with_help(mistake, trailing_ones(before, input));
    }
    let differing: Vec<_> = before
        .iter()
        .zip(input.iter())
        .enumerate()
        .filter(|(_, (a, b))| a.broadcast(b).is_none())
        .map(|(axis, (a, b))| (axis, a, b))
        .collect();
    let mistake = call.wrong_input(
        index,
        format!("`{class}` cannot combine `{before}` and `{input}`: {}", sizes(&differing)),
    );
    with_help(mistake, projection(before, input).or_else(|| crop(before, input, &differing)))
}

fn cannot_join(
    call: &Call<'_>,
    index: usize,
    before: &Shape,
    input: &Shape,
    differing: &[(usize, &Dim, &Dim)],
) -> Mistake {
    let axis = call.get(keys::AXIS).unwrap_or(-1);
    let mut mistake = call.wrong_input(
        index,
        format!(
            "`Concatenate` along axis {axis} cannot join `{before}` and `{input}`: {}",
            sizes(differing)
        ),
    );
    for other in 1..=i64::try_from(before.rank()).unwrap_or(0).min(8) {
        mistake = mistake.or_with(keys::AXIS, Value::Int(other));
    }
    with_help(mistake, enlarge(before, input, differing).or_else(|| crop(before, input, differing)))
}

/// `axis 1 is 28 and 14, axis 3 is 64 and 128`.
fn sizes(differing: &[(usize, &Dim, &Dim)]) -> String {
    let each: Vec<String> = differing
        .iter()
        .map(|(index, a, b)| format!("axis {} is {a} and {b}", index + 1))
        .collect();
    each.join(", ")
}

fn with_help(mistake: Mistake, help: Option<String>) -> Mistake {
    match help {
        Some(help) => mistake.help(help),
        None => mistake,
    }
}

fn brings(layer: &str, from: &Shape, to: &Shape) -> String {
    format!("`{layer}` brings `{from}` to `{to}`")
}

/// The shape of fewer axes with axes of size 1 at its end, if that fits.
fn trailing_ones(a: &Shape, b: &Shape) -> Option<String> {
    let (short, long) = if a.rank() < b.rank() { (a, b) } else { (b, a) };
    let ones = long.rank().checked_sub(short.rank())?;
    let wanted = Shape::new(short.iter().cloned().chain(core::iter::repeat_n(Dim::Known(1), ones)));
    long.broadcast(&wanted)?;
    let target = Value::tuple(wanted.iter().map(|dim| Value::from(dim.clone())));
    Some(brings(&layer_to("Reshape", &[("", target)], short, &wanted)?, short, &wanted))
}

/// The layer on a shortcut: `Dense`, or a convolution of kernel 1 with the strides that lead from one shape
/// to the other (He et al. 2015, option B).
fn projection(a: &Shape, b: &Shape) -> Option<String> {
    let try_from = |from: &Shape, to: &Shape| -> Option<String> {
        let channels = Value::from(to.last()?);
        let only_channels = from.with_last(to.last()?).ok()? == *to;
        let layer = if from.rank() == 1 || (from.rank() == 2 && only_channels) {
            layer_to("Dense", &[("", channels)], from, to)
        } else {
            let class = of_rank(from, "Conv1D", "Conv2D", "Conv3D")?;
            let mut arguments = vec![("", channels), ("", Value::Int(1))];
            let strides = from.first()?.known()?.div_ceil(to.first()?.known()?.max(1));
            if strides > 1 {
                arguments.push(("strides", Value::Int(i64::try_from(strides).ok()?)));
            }
            layer_to(class, &arguments, from, to)
        }?;
        Some(brings(&layer, from, to))
    };
    let (small, large) = if size(a) <= size(b) { (a, b) } else { (b, a) };
    // The narrower one is widened, unless it is also the one of fewer pixels.
    if small.first() == large.first() || small.rank() == 1 {
        try_from(small, large)
    } else {
        try_from(large, small).or_else(|| try_from(small, large))
    }
}

fn size(shape: &Shape) -> Option<usize> {
    shape.elements().ok()?.known()
}

/// Repeats pixels of the smaller one, where every axis that differs differs by the same factor.
fn enlarge(a: &Shape, b: &Shape, differing: &[(usize, &Dim, &Dim)]) -> Option<String> {
    let (_, x, y) = differing.first()?;
    let (small, large) = if x.known()? < y.known()? { (a, b) } else { (b, a) };
    let factor = x.known()?.max(y.known()?).checked_div(x.known()?.min(y.known()?))?;
    let wanted = spatial_of(large, small)?;
    let class = of_rank(small, "UpSampling1D", "UpSampling2D", "UpSampling3D")?;
    let layer = layer_to(class, &[("", Value::Int(i64::try_from(factor).ok()?))], small, &wanted)?;
    Some(brings(&layer, small, &wanted))
}

/// Cuts the larger one to the smaller, as much at both ends: what U-Nets do whose sizes do not halve evenly
/// (Ronneberger et al. 2015).
fn crop(a: &Shape, b: &Shape, differing: &[(usize, &Dim, &Dim)]) -> Option<String> {
    let (_, x, y) = differing.first()?;
    let (small, large) = if x.known()? < y.known()? { (a, b) } else { (b, a) };
    let wanted = spatial_of(small, large)?;
    let spatial = large.rank().checked_sub(1)?;
    let mut pairs = Vec::with_capacity(spatial);
    for (from, to) in large.iter().zip(wanted.iter()).take(spatial) {
        let (from, to) = (from.known()?, to.known()?);
        let cut = from.checked_sub(to)?;
        if cut > from / 4 {
            return None;
        }
        let cut = i64::try_from(cut).ok()?;
        pairs.push(Value::tuple([Value::Int(cut / 2), Value::Int(cut - cut / 2)]));
    }
    let cropping = if pairs.len() == 1 { pairs.pop()? } else { Value::tuple(pairs) };
    let class = of_rank(large, "Cropping1D", "Cropping2D", "Cropping3D")?;
    let layer = layer_to(class, &[("", cropping)], large, &wanted)?;
    Some(brings(&layer, large, &wanted))
}

/// The channels of `channels` with the other sizes of `spatial`.
fn spatial_of(spatial: &Shape, channels: &Shape) -> Option<Shape> {
    spatial.with_last(channels.last()?).ok()
}

/// The class for this many axes beside the channels.
fn of_rank<'a>(shape: &Shape, one: &'a str, two: &'a str, three: &'a str) -> Option<&'a str> {
    match shape.rank() {
        2 => Some(one),
        3 => Some(two),
        4 => Some(three),
        _ => None,
    }
}
