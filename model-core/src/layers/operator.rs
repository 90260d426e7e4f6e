//! Arithmetic of a tensor with a number: `x * 2.0`.
//!
//! Keras makes a layer of each and shows it as a row of the summary. They are not found by name: the
//! language writes them as operators.

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Family, Parameter};
use super::kind::Kind;

/// `x * value`.
pub static MULTIPLY: Class =
    Class::new("Multiply", Family::Merging, "the input times a number", VALUE, same_shape);

/// `x / value`.
pub static DIVIDE: Class =
    Class::new("TrueDivide", Family::Merging, "the input divided by a number", VALUE, divide);

/// `x + value`.
pub static ADD: Class =
    Class::new("Add", Family::Merging, "the input plus a number", VALUE, same_shape);

/// `x - value` and `value - x`.
pub static SUBTRACT: Class =
    Class::new("Subtract", Family::Merging, "the input minus a number", VALUE, same_shape);

/// `-x`.
pub static NEGATIVE: Class =
    Class::new("Negative", Family::Merging, "the input with the other sign", &[], same_shape);

const VALUE: &[Parameter] = &[Parameter::required("value", Kind::NUMBER, "the number")];

/// Any shape to the same shape.
fn same_shape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Ok(Inferred::one(call.input()?.clone()))
}

/// Any shape to the same shape; a divisor of 0 is an error.
fn divide(call: &Call<'_>) -> Result<Inferred, Mistake> {
    if call.number("value")? == 0.0 {
        return Err(call.at("value", "division by zero"));
    }
    same_shape(call)
}
