//! Convolutions.

mod depthwise;
mod parameters;
mod transpose;

use alloc::format;
use alloc::vec::Vec;

use self::parameters::convolution;
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Family, Parameter};
use super::spatial::{Spatial, by};
use crate::dim::{Dim, TooLarge};
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    ordinary("Conv1D", "slides kernels over a sequence", &convolution(1))
        .aliases(&["Convolution1D"]),
    ordinary("Conv2D", "slides kernels over an image", &convolution(2)).aliases(&["Convolution2D"]),
    ordinary("Conv3D", "slides kernels over a volume", &convolution(3)).aliases(&["Convolution3D"]),
    transpose::CONV1D_TRANSPOSE,
    transpose::CONV2D_TRANSPOSE,
    transpose::CONV3D_TRANSPOSE,
    depthwise::DEPTHWISE_CONV1D,
    depthwise::DEPTHWISE_CONV2D,
    depthwise::SEPARABLE_CONV1D,
    depthwise::SEPARABLE_CONV2D,
];

const fn ordinary(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
) -> Class {
    Class::new(name, Family::Convolution, doc, parameters, convolve)
        .positional(parameters::POSITIONAL)
}

/// Size of one axis after a window of `size` elements, each `dilation` apart, moves over it in steps of
/// `stride`; `None` where the window fits nowhere.
///
/// With the span `k = (size - 1) * dilation + 1` of the window: `valid` gives `floor((axis - k) / stride) + 1`,
/// `same` and `causal` give `ceil(axis / stride)`. Source: Keras, `compute_conv_output_shape`.
pub(super) fn window_output(
    axis: Dim,
    size: usize,
    stride: usize,
    dilation: usize,
    padding: &str,
) -> Option<Dim> {
    if padding != "valid" {
        return Some(axis.div_ceil(stride)).filter(|output| !output.is_below(1));
    }
    let span = span(size, dilation);
    if axis.is_below(span) {
        return None;
    }
    axis.saturating_sub(span).div_floor(stride).plus(1).ok()
}

/// How many elements a dilated window reaches over; the largest number where that does not fit.
fn span(size: usize, dilation: usize) -> usize {
    size.saturating_sub(1).saturating_mul(dilation).saturating_add(1)
}

/// `[sizes.., c]` to `[window(sizes).., filters]`, with `kernel: [kernel_size.., c / groups, filters]` and
/// `bias: [filters]`; [`window_output`] gives the sizes.
///
/// The channels must be known. `groups` must divide the channels and the filters, and only one of strides and
/// dilation may be above 1. With `lora_rank`, the kernel is frozen and its change is the product of
/// `lora_kernel_a: [kernel_size.., c / groups, rank]` and `lora_kernel_b: [rank, filters]` (Hu et al., 2021).
/// Source: Keras `Conv1D`, `Conv2D`, `Conv3D`.
fn convolve(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let window = Window::of(call)?;
    window.check_strides_or_dilation(call)?;
    let filters = call.size("filters")?;
    let groups = call.size("groups")?;
    if filters.checked_rem(groups) != Some(0) {
        return Err(groups_do_not_divide(call, filters, "filters", filters));
    }
    let input = Spatial::of(call, window.size.len())?;
    let channels = input.known_channels(call)?;
    if channels.checked_rem(groups) != Some(0) {
        return Err(groups_do_not_divide(call, channels, "input channels", filters));
    }
    let sizes = window.slide(call, &input)?;
    let per_group = channels.checked_div(groups).unwrap_or(channels);
    let output = Inferred::one(input.shape(sizes, filters));
    let kernel = [&window.size[..], &[per_group, filters]].concat();
    if !call.has("lora_rank") {
        return Ok(output.weight("kernel", kernel).weight_if(
            call.flag("use_bias"),
            "bias",
            [filters],
        ));
    }
    let rank = call.size("lora_rank")?;
    Ok(output
        .frozen("kernel", kernel)
        .weight_if(call.flag("use_bias"), "bias", [filters])
        .weight("lora_kernel_a", [&window.size[..], &[per_group, rank]].concat())
        .weight("lora_kernel_b", [rank, filters]))
}

/// The window of a convolution: one number a spatial axis.
struct Window {
    size: Vec<usize>,
    strides: Vec<usize>,
    dilation: Vec<usize>,
}

impl Window {
    fn of(call: &Call<'_>) -> Result<Self, Mistake> {
        Ok(Self {
            size: call.sizes("kernel_size")?,
            strides: call.sizes("strides")?,
            dilation: call.sizes("dilation_rate")?,
        })
    }

    /// Keras computes no convolution with both.
    fn check_strides_or_dilation(&self, call: &Call<'_>) -> Result<(), Mistake> {
        let above = |numbers: &[usize]| numbers.iter().any(|number| *number > 1);
        if !(above(&self.strides) && above(&self.dilation)) {
            return Ok(());
        }
        Err(call
            .at(
                "dilation_rate",
                format!(
                    "`{}` takes strides or a dilation above 1, found both: strides `{}`, dilation `{}`",
                    call.class.name,
                    by(&self.strides),
                    by(&self.dilation)
                ),
            )
            .or_with("dilation_rate", Value::Int(1))
            .or_with("strides", Value::Int(1)))
    }

    /// The spatial sizes of the output.
    fn slide(&self, call: &Call<'_>, input: &Spatial<'_>) -> Result<Vec<Dim>, Mistake> {
        let padding = call.word("padding");
        let steps = self.size.iter().zip(&self.strides).zip(&self.dilation);
        let outputs = input.sizes.iter().zip(steps).map(|(axis, ((size, stride), dilation))| {
            window_output(*axis, *size, *stride, *dilation, padding)
        });
        outputs.collect::<Option<Vec<_>>>().ok_or_else(|| self.does_not_fit(call, input))
    }

    fn does_not_fit(&self, call: &Call<'_>, input: &Spatial<'_>) -> Mistake {
        let spans: Vec<usize> =
            self.size.iter().zip(&self.dilation).map(|(size, rate)| span(*size, *rate)).collect();
        let mistake = call.at(
            "kernel_size",
            format!(
                "`{}` kernel `{}` does not fit its input `{}`",
                call.class.name,
                by(&self.size),
                input.shape(input.sizes.iter().copied(), input.channels)
            ),
        );
        let mistake = if spans == self.size {
            mistake
        } else {
            mistake.note(format!(
                "a dilation of `{}` spreads the kernel over `{}`",
                by(&self.dilation),
                by(&spans)
            ))
        };
        input.or_with_other_format(mistake.or_with("padding", Value::Word("same".into())))
    }
}

fn groups_do_not_divide(call: &Call<'_>, count: usize, what: &str, filters: usize) -> Mistake {
    let name = call.class.name;
    let mistake = match call.size("groups") {
        Ok(groups) => call.at(
            "groups",
            format!("`{name}` cannot divide its {count} {what} into {groups} equal groups"),
        ),
        Err(mistake) => return mistake,
    };
    let channels = match call.inputs {
        [input] if call.channels_first() => input.first().copied(),
        [input] => input.last(),
        _ => None,
    };
    let Some(channels) = channels.and_then(Dim::known) else { return mistake };
    let most = greatest_common_divisor(channels, filters);
    match i64::try_from(most) {
        Ok(groups) => mistake
            .note(format!(
                "the groups must divide both the {channels} channels of the input and the {filters} filters"
            ))
            .or_with("groups", Value::Int(groups)),
        Err(_) => mistake,
    }
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a.max(1)
}

/// `channels * multiplier`.
fn multiplied(channels: usize, multiplier: usize) -> Result<usize, TooLarge> {
    channels.checked_mul(multiplier).ok_or(TooLarge)
}
