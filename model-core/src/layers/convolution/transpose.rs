//! Transposed convolutions: the shape of a convolution's input from that of its output.

use alloc::format;
use alloc::vec::Vec;

use super::{CONVOLUTION, Window, at_each, lower, parameters, span};
use crate::dim::{Dim, DimError};
use crate::layers::argument::Padding;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Family};
use crate::layers::facets::Facets;
use crate::layers::flops::biased;
use crate::layers::keys;
use crate::layers::sight;
use crate::layers::spatial::{Spatial, by};
use crate::value::Value;

/// Kernels that each element is spread over.
const TRANSPOSED: Facets = Facets { sight: sight::spread, lower: lower::transposed, ..CONVOLUTION };

pub(super) const CONV1D_TRANSPOSE: Class = Class::new(
    "Conv1DTranspose",
    Family::Convolution,
    "spreads each step of a sequence over a kernel: the transpose of `Conv1D`",
    &parameters::transpose(1),
    transposed,
    TRANSPOSED,
)
.aliases(&["Convolution1DTranspose"]);

pub(super) const CONV2D_TRANSPOSE: Class = Class::new(
    "Conv2DTranspose",
    Family::Convolution,
    "spreads each pixel of an image over a kernel: the transpose of `Conv2D`",
    &parameters::transpose(2),
    transposed,
    TRANSPOSED,
)
.aliases(&["Convolution2DTranspose"]);

pub(super) const CONV3D_TRANSPOSE: Class = Class::new(
    "Conv3DTranspose",
    Family::Convolution,
    "spreads each voxel of a volume over a kernel: the transpose of `Conv3D`",
    &parameters::transpose_3d(),
    transposed,
    TRANSPOSED,
)
.aliases(&["Convolution3DTranspose"]);

/// `[sizes.., c]` to `[larger.., filters]`, with `kernel: [kernel_size.., filters, c]` and `bias: [filters]`;
/// [`transposed_output`] gives the sizes.
///
/// MACs: `sizes.. * kernel_size.. * filters * c`: every element of the input is spread over the kernel once.
///
/// The channels must be known, `output_padding` must be below the stride on every axis, and only one of
/// strides and dilation may be above 1. Source: Keras `Conv1DTranspose`, `Conv2DTranspose`, `Conv3DTranspose`.
fn transposed(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let window = Window::of(call)?;
    window.check_strides_or_dilation(call)?;
    let filters = call.get(keys::FILTERS)?;
    let paddings = output_paddings(call, &window)?;
    let input = Spatial::of(call, window.size.len())?;
    let channels = input.known_channels(call)?;
    let same = call.get(keys::PADDING)? == Padding::Same;
    let mut sizes = Vec::with_capacity(input.sizes.len());
    let steps = window.size.iter().zip(&window.strides).zip(&window.dilation).zip(paddings);
    for (axis, (((size, stride), dilation), padding)) in input.sizes.iter().zip(steps) {
        let output = transposed_output(
            axis,
            span(*size, *dilation).ok_or(DimError::TooLarge)?,
            *stride,
            padding,
            same,
        )?;
        if output.is_below(1) {
            return Err(nothing_left(call, &window, &input));
        }
        sizes.push(output);
    }
    let kernel = [&window.size[..], &[filters, channels]].concat();
    let output = Inferred::one(input.shape(sizes, filters)).macs(at_each(&input.sizes, &kernel))?;
    Ok(biased(call, output)?.weight("kernel", kernel).weight_if(
        call.get(keys::USE_BIAS)?,
        "bias",
        [filters],
    ))
}

/// Size of one axis of the output, for a kernel that reaches over `span` elements.
///
/// With `valid`: `(axis - 1) * stride + span + padding`, where a padding that is left out is
/// `max(span, stride) - span`. With `same`: `axis * stride` where it is left out, otherwise
/// `(axis - 1) * stride + span % 2 + padding`. Source: Keras, `compute_conv_transpose_output_shape`.
fn transposed_output(
    axis: &Dim,
    span: usize,
    stride: usize,
    padding: Option<usize>,
    same: bool,
) -> Result<Dim, DimError> {
    let (reach, padding) = match (same, padding) {
        (true, None) => return axis.times(stride),
        (true, Some(padding)) => (span % 2, padding),
        (false, padding) => (span, padding.unwrap_or(stride.saturating_sub(span))),
    };
    axis.minus(1)?.times(stride)?.plus(reach)?.plus(padding)
}

/// `output_padding` on every axis; `None` where it is left out.
fn output_paddings(call: &Call<'_>, window: &Window) -> Result<Vec<Option<usize>>, Mistake> {
    let Some(paddings) = call.get(keys::OUTPUT_PADDING)? else {
        return Ok(alloc::vec![None; window.size.len()]);
    };
    if paddings.iter().zip(&window.strides).all(|(padding, stride)| padding < stride) {
        return Ok(paddings.into_iter().map(Some).collect());
    }
    let largest = window.strides.iter().map(|stride| stride.saturating_sub(1));
    let largest = largest.map(|most| i64::try_from(most).map_or(Value::None, Value::Int));
    Err(call
        .at(
            keys::OUTPUT_PADDING,
            format!(
                "`{}` expects an output padding below its strides `{}`, found `{}`",
                call.class.name,
                by(&window.strides),
                by(&paddings)
            ),
        )
        .or_with(keys::OUTPUT_PADDING, Value::None)
        .or_with(keys::OUTPUT_PADDING, Value::tuple(largest)))
}

fn nothing_left(call: &Call<'_>, window: &Window, input: &Spatial<'_>) -> Mistake {
    call.at(
        keys::OUTPUT_PADDING,
        format!(
            "`{}` with kernel `{}` produces an empty output from its input `{}`",
            call.class.name,
            by(&window.size),
            input.shape(input.sizes.iter().cloned(), &input.channels)
        ),
    )
    .note(
        "with `padding = same` an output padding of 0 is not the same as none: it cuts the output",
    )
    .or_with(keys::OUTPUT_PADDING, Value::None)
}
