//! Core layers.

use alloc::vec;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::kind::Kind;
use crate::dim::Dim;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[Class::new(
    "Dense",
    Family::Core,
    "fully connected layer: every output is a weighted sum of the last axis",
    &[
        Parameter::required("units", Kind::POSITIVE, "size of the last axis of the output"),
        Parameter::optional(
            "activation",
            Kind::Activation,
            Default::None,
            "function applied to the output",
        ),
        Parameter::optional("use_bias", Kind::Bool, Default::Bool(true), "whether a bias is added"),
    ],
    dense,
)];

/// `[.., d]` to `[.., units]`, with `kernel: [d, units]` and `bias: [units]`.
///
/// The last axis must be known. Source: Keras `Dense`.
fn dense(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let last = input.rank().wrapping_sub(1);
    let width = call.known(input, last, "the last axis")?;
    let units = call.size("units")?;
    Ok(Inferred::one(input.with(last, Dim::Known(units)))
        .weight("kernel", [width, units])
        .weight_if(call.flag("use_bias"), "bias", vec![units]))
}
