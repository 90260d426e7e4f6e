//! Operators on tensors: arithmetic with a number, `x * 2.0`, and slices, `x[0]`.
//!
//! Keras makes a layer of each and shows it as a row of the summary. They are not found by name: the
//! language writes them as operators.

mod lower;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

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

/// `x * value`.
pub static MULTIPLY: Class = Class::new(
    "Multiply",
    Family::Merging,
    "the input times a number",
    VALUE,
    same_shape,
    Facets { flops: EACH, lower: lower::times, ..EACH_ELEMENT },
);

/// `x / value`.
pub static DIVIDE: Class = Class::new(
    "TrueDivide",
    Family::Merging,
    "the input divided by a number",
    VALUE,
    divide,
    Facets { flops: EACH, lower: lower::over, ..EACH_ELEMENT },
);

/// `x + value`.
pub static ADD: Class = Class::new(
    "Add",
    Family::Merging,
    "the input plus a number",
    VALUE,
    same_shape,
    Facets { flops: EACH, lower: lower::plus, ..EACH_ELEMENT },
);

/// `x - value` and `value - x`.
pub static SUBTRACT: Class = Class::new(
    "Subtract",
    Family::Merging,
    "the input minus a number",
    DIFFERENCE,
    same_shape,
    Facets { flops: EACH, lower: lower::minus, ..EACH_ELEMENT },
);

/// `-x`.
pub static NEGATIVE: Class = Class::new(
    "Negative",
    Family::Merging,
    "the input with the other sign",
    &[],
    same_shape,
    Facets { flops: EACH, lower: lower::negative, ..EACH_ELEMENT },
);

/// Arithmetic with a number.
const EACH_ELEMENT: Facets = Facets {
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

const EACH: &str = "1 for each element";

const VALUE: &[Parameter] = &[Parameter::required(keys::VALUE, Kind::NUMBER, "the number")];

const DIFFERENCE: &[Parameter] = &[
    Parameter::required(keys::VALUE, Kind::NUMBER, "the number"),
    Parameter::optional(
        keys::REVERSED,
        Kind::Bool,
        Default::Bool(false),
        "subtracts the input from the number",
    ),
];

/// `x[0, 1..]`: one entry of `slices` an axis after the batch.
pub static SLICE: Class = Class::new(
    "GetItem",
    Family::Reshaping,
    "a part of the input",
    SLICES,
    slice,
    Facets {
        axes: Axes::Moved,
        sight: sight::lost,
        in_place: false,
        lower: lower::slice,
        ..EACH_ELEMENT
    },
);

const SLICES: &[Parameter] =
    &[Parameter::required(keys::SLICES, Kind::Any, "selection on each axis")];

/// Selection on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// One element: the axis goes.
    At(usize),
    /// From the first to before the second; to the end where there is no second.
    Range(usize, Option<usize>),
}

impl Taken {
    /// As an entry of `slices`.
    #[must_use]
    pub fn value(self) -> Value {
        let int = |n: usize| i64::try_from(n).map_or(Value::None, Value::Int);
        match self {
            Self::At(index) => int(index),
            Self::Range(start, end) => Value::tuple([int(start), end.map_or(Value::None, int)]),
        }
    }

    fn of(value: &Value) -> Option<Self> {
        let size = |value: &Value| match value {
            Value::Int(n) => usize::try_from(*n).ok(),
            _ => None,
        };
        match value.items() {
            None => size(value).map(Self::At),
            Some([start, Value::None]) => Some(Self::Range(size(start)?, None)),
            Some([start, end]) => Some(Self::Range(size(start)?, Some(size(end)?))),
            Some(_) => None,
        }
    }

    /// Size of the selection on an axis of this size; `None` if the axis is removed. The error is the reason.
    pub fn of_axis(self, dim: &Dim) -> Result<Option<Dim>, String> {
        let size = dim.known();
        match self {
            Self::At(index) => match size {
                Some(size) if index >= size => {
                    Err(format!("index `{index}` is out of range: the axis has {size} elements"))
                }
                _ if dim.may_be_below(index.saturating_add(1)) => Err(format!(
                    "index `{index}` may be out of range: the axis has `{dim}` elements"
                )),
                _ => Ok(None),
            },
            Self::Range(start, Some(end)) if start >= end => {
                Err(format!("the range `{start}..{end}` is empty"))
            }
            Self::Range(start, end) => {
                let last = end.unwrap_or(start.saturating_add(1));
                match size {
                    Some(size) if last > size => {
                        let written = end.map_or(String::new(), |end| format!("{end}"));
                        Err(format!(
                            "the range `{start}..{written}` is out of range: the axis has {size} elements"
                        ))
                    }
                    _ if end.is_some_and(|end| dim.may_be_below(end)) => Err(format!(
                        "the range `{start}..{last}` may be out of range: the axis has `{dim}` elements"
                    )),
                    _ => Ok(Some(match end {
                        Some(end) => Dim::Known(end - start),
                        None => dim
                            .minus(start)
                            .map_err(|_| format!("the range `{start}..` is too large"))?,
                    })),
                }
            }
        }
    }
}

/// An axis at which one element is taken goes; one with a range keeps its length; axes without an entry stay.
fn slice(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let entries = call.get(keys::SLICES)?.items().unwrap_or(&[]);
    if entries.len() > input.rank() {
        return Err(call.at(
            keys::SLICES,
            format!("`{input}` has {} axes, found {} indices", input.rank(), entries.len()),
        ));
    }
    let mut dims = Vec::with_capacity(input.rank());
    for (axis, dim) in input.iter().enumerate() {
        let taken = match entries.get(axis) {
            Some(entry) => Taken::of(entry)
                .ok_or_else(|| call.at(keys::SLICES, "expected indices and ranges"))?,
            None => Taken::Range(0, None),
        };
        dims.extend(taken.of_axis(dim).map_err(|message| call.at(keys::SLICES, message))?);
    }
    Ok(Inferred::one(Shape::new(dims)))
}

/// Any shape to the same shape.
fn same_shape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Inferred::one(call.input()?.clone()).flops_of_output(1)
}

/// Any shape to the same shape; a divisor of 0 is an error.
fn divide(call: &Call<'_>) -> Result<Inferred, Mistake> {
    if call.get(keys::VALUE)? == 0.0 {
        return Err(call.at(keys::VALUE, "division by zero"));
    }
    same_shape(call)
}
