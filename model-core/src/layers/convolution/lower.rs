//! Operations of convolutions.

use super::{Window, span};
use crate::dim::DimError;
use crate::layers::argument;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, activation, channels, lora, three, window};
use crate::layers::spatial::Spatial;
use crate::plan::operation::{
    Convolution, DepthwiseConvolution, Operation, SeparableConvolution, TransposedConvolution,
};
use crate::plan::value::{self, Padding};

pub(super) fn convolution<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Convolution(Convolution {
        channels: channels(call),
        window: moving(call)?,
        filters: call.get(keys::FILTERS)?,
        groups: call.get(keys::GROUPS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
        lora: lora(call)?,
    }))
}

pub(super) fn depthwise<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::DepthwiseConvolution(DepthwiseConvolution {
        channels: channels(call),
        window: moving(call)?,
        multiplier: call.get(keys::DEPTH_MULTIPLIER)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
    }))
}

pub(super) fn separable<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::SeparableConvolution(SeparableConvolution {
        channels: channels(call),
        window: moving(call)?,
        multiplier: call.get(keys::DEPTH_MULTIPLIER)?,
        filters: call.get(keys::FILTERS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
    }))
}

/// With `valid`, nothing is cut off before the first element. With `same`, half of what a convolution from the output back to
/// the input would be padded by. Source: Keras, `compute_conv_transpose_padding_args_for_jax`.
pub(super) fn transposed<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let Window { size, strides, dilation } = Window::of(call)?;
    let padded = call.get(keys::OUTPUT_PADDING)?;
    let same = call.get(keys::PADDING)? == argument::Padding::Same;
    let steps = size.iter().zip(&strides).zip(&dilation).enumerate();
    let cut = steps.map(|(axis, ((size, stride), dilation))| {
        let span = span(*size, *dilation).ok_or(DimError::TooLarge)?;
        Ok(match padded.as_ref().and_then(|padded| padded.get(axis)) {
            _ if !same => 0,
            // Where the padding or the stride is the larger one, nothing is cut.
            Some(padding) => (span - span % 2).saturating_sub(*padding) / 2,
            None => span.saturating_sub(*stride) / 2,
        })
    });
    let cut = cut.collect::<Result<alloc::vec::Vec<usize>, DimError>>()?;
    Ok(Operation::TransposedConvolution(TransposedConvolution {
        channels: channels(call),
        window: value::Window {
            rank: size.len(),
            size: three(&size, 1),
            strides: three(&strides, 1),
            dilation: three(&dilation, 1),
            padding: [Padding::NONE; 3],
        },
        cut: three(&cut, 0),
        filters: call.get(keys::FILTERS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
    }))
}

/// The window that moves over the input.
fn moving(call: &Call<'_>) -> Result<value::Window, Mistake> {
    let Window { size, strides, dilation } = Window::of(call)?;
    let input = Spatial::of(call, size.len())?;
    window(call, &input, &size, &strides, &dilation)
}
