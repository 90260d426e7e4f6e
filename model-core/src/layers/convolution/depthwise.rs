//! Convolutions that keep the channels apart, alone or before a pointwise one.

use super::{CONVOLUTION, Window, at_each, lower, multiplied, parameters};
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Family};
use crate::layers::facets::Facets;
use crate::layers::flops::biased;
use crate::layers::keys;
use crate::layers::spatial::Spatial;

pub(super) const DEPTHWISE_CONV1D: Class = Class::new(
    "DepthwiseConv1D",
    Family::Convolution,
    "slides kernels over each channel of a sequence",
    &parameters::depthwise(1),
    depthwise,
    Facets { lower: lower::depthwise, ..CONVOLUTION },
);

pub(super) const DEPTHWISE_CONV2D: Class = Class::new(
    "DepthwiseConv2D",
    Family::Convolution,
    "slides kernels over each channel of an image",
    &parameters::depthwise(2),
    depthwise,
    Facets { lower: lower::depthwise, ..CONVOLUTION },
);

pub(super) const SEPARABLE_CONV1D: Class = Class::new(
    "SeparableConv1D",
    Family::Convolution,
    "slides kernels over each channel of a sequence, then mixes the channels",
    &parameters::separable(1),
    separable,
    Facets { lower: lower::separable, ..CONVOLUTION },
)
.aliases(&["SeparableConvolution1D"]);

pub(super) const SEPARABLE_CONV2D: Class = Class::new(
    "SeparableConv2D",
    Family::Convolution,
    "slides kernels over each channel of an image, then mixes the channels",
    &parameters::separable(2),
    separable,
    Facets { lower: lower::separable, ..CONVOLUTION },
)
.aliases(&["SeparableConvolution2D"]);

/// `[sizes.., c]` to `[window(sizes).., c * depth_multiplier]`, with
/// `kernel: [kernel_size.., c, depth_multiplier]` and `bias: [c * depth_multiplier]`.
///
/// MACs: `window(sizes).. * kernel_size.. * c * depth_multiplier`. The channels must be known. Source: Keras
/// `DepthwiseConv1D`, `DepthwiseConv2D`.
fn depthwise(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let window = Window::of(call)?;
    let multiplier = call.get(keys::DEPTH_MULTIPLIER)?;
    let input = Spatial::of(call, window.size.len())?;
    let channels = input.known_channels(call)?;
    let sizes = window.slide(call, &input)?;
    let outputs = multiplied(channels, multiplier)?;
    let kernel = [&window.size[..], &[channels, multiplier]].concat();
    let macs = at_each(&sizes, &kernel);
    let output = biased(call, Inferred::one(input.shape(sizes, outputs)).macs(macs)?)?;
    Ok(output.weight("kernel", kernel).weight_if(call.get(keys::USE_BIAS)?, "bias", [outputs]))
}

/// `[sizes.., c]` to `[window(sizes).., filters]`, with
/// `depthwise_kernel: [kernel_size.., c, depth_multiplier]`,
/// `pointwise_kernel: [1.., c * depth_multiplier, filters]` and `bias: [filters]`.
///
/// MACs: `window(sizes).. * (kernel_size.. * c * depth_multiplier + c * depth_multiplier * filters)`.
///
/// The channels must be known. Source: Keras `SeparableConv1D`, `SeparableConv2D`; Chollet, 2016.
fn separable(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let window = Window::of(call)?;
    let filters = call.get(keys::FILTERS)?;
    let multiplier = call.get(keys::DEPTH_MULTIPLIER)?;
    let input = Spatial::of(call, window.size.len())?;
    let channels = input.known_channels(call)?;
    let sizes = window.slide(call, &input)?;
    let between = multiplied(channels, multiplier)?;
    let mut pointwise = alloc::vec![1; window.size.len()];
    pointwise.extend([between, filters]);
    let depthwise = [&window.size[..], &[channels, multiplier]].concat();
    let (apart, mixed) = (at_each(&sizes, &depthwise), at_each(&sizes, &pointwise));
    let output = Inferred::one(input.shape(sizes, filters)).macs(apart)?.macs(mixed)?;
    Ok(biased(call, output)?
        .weight("depthwise_kernel", depthwise)
        .weight("pointwise_kernel", pointwise)
        .weight_if(call.get(keys::USE_BIAS)?, "bias", [filters]))
}
