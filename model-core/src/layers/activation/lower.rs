//! Operations of activations as layers.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{self, Found};
use crate::plan::operation::{Operation, PRelu};
use crate::plan::value::{Activation, Along, Axes, Relu};

pub(super) fn activation<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    lower::activation(call, keys::ACTIVATION).map(Operation::Activation)
}

pub(super) fn relu<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let max_value = call.get(keys::MAX_VALUE)?;
    let [negative_slope, threshold] = [call.get(keys::NEGATIVE_SLOPE)?, call.get(keys::THRESHOLD)?];
    Ok(Operation::Activation(Activation::Relu(Relu { negative_slope, threshold, max_value })))
}

/// `alpha` is an earlier name of `negative_slope`.
pub(super) fn leaky_relu<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let negative_slope = match call.get(keys::ALPHA.or_none())? {
        Some(alpha) => alpha,
        None => call.get(keys::NEGATIVE_SLOPE)?,
    };
    Ok(Operation::Activation(Activation::Relu(Relu { negative_slope, ..Relu::PLAIN })))
}

/// The axes that the weight has one element on; a shared axis of one element is the same.
pub(super) fn prelu<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let Some(alpha) = found.weights.first() else {
        return Err(call.wrong("`PReLU` has no `alpha`: please report this"));
    };
    let shared = alpha.shape.iter().enumerate().filter(|(_, size)| **size == 1);
    Ok(Operation::PRelu(PRelu { shared: shared.map(|(axis, _)| axis).collect() }))
}

pub(super) fn elu<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Activation(Activation::Elu(call.get(keys::ALPHA)?)))
}

pub(super) fn softmax<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let input = call.input()?;
    let axes: Axes = call.axes(keys::AXES, input)?.iter().map(|axis| axis.index).collect();
    let is_last = axes.len() == 1 && axes.contains(input.rank().wrapping_sub(1));
    let along = if is_last { Along::Last } else { Along::Axes(axes) };
    Ok(Operation::Activation(Activation::Softmax(along)))
}
