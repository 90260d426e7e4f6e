//! Convolutions.

mod depthwise;
mod lower;
mod parameters;
mod transpose;

use alloc::format;
use alloc::vec::Vec;

use self::parameters::convolution;
use super::argument::Padding;
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::flops::{BIASED, biased};
use super::lower::FIXED;
use super::sight;
use super::spatial::{Spatial, by};
use crate::dim::{Dim, DimError};
use crate::layers::keys;
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

/// Kernels that move over the spatial axes.
const CONVOLUTION: Facets = Facets {
    flops: BIASED,
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::convolved,
    in_place: false,
    weights: Owner::Layer,
    kernel: Kernel::Weight,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: lower::convolution,
};

const fn ordinary(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
) -> Class {
    Class::new(name, Family::Convolution, doc, parameters, convolve, CONVOLUTION)
        .positional(parameters::POSITIONAL)
}

/// Size of one axis after a window of `size` elements, each `dilation` apart, moves over it in steps of
/// `stride`; `None` where the window fits nowhere.
///
/// With the span `k = (size - 1) * dilation + 1` of the window: `valid` gives `floor((axis - k) / stride) + 1`,
/// `same` and `causal` give `ceil(axis / stride)`. Source: Keras, `compute_conv_output_shape`.
pub(super) fn window_output(
    axis: &Dim,
    size: usize,
    stride: usize,
    dilation: usize,
    padding: Padding,
) -> Result<Option<Dim>, DimError> {
    if padding != Padding::Valid {
        return Ok(Some(axis.div_ceil(stride)?).filter(|output| !output.is_below(1)));
    }
    let span = match (span(size, dilation), axis) {
        (Some(span), _) if !axis.is_below(span) => span,
        (Some(_), _) | (None, Dim::Known(_)) => return Ok(None),
        (None, Dim::Unknown | Dim::Symbolic(_)) => return Err(DimError::TooLarge),
    };
    axis.minus(span)?.div_floor(stride)?.plus(1).map(Some)
}

/// Elements that a dilated window of at least one element reaches over; `None` where a `usize` does not count them.
fn span(size: usize, dilation: usize) -> Option<usize> {
    size.checked_sub(1)?.checked_mul(dilation)?.checked_add(1)
}

/// `[sizes.., c]` to `[window(sizes).., filters]`, with `kernel: [kernel_size.., c / groups, filters]` and
/// `bias: [filters]`; [`window_output`] gives the sizes.
///
/// MACs: `window(sizes).. * kernel_size.. * c / groups * filters`.
///
/// The channels must be known. `groups` must divide the channels and the filters, and only one of strides and
/// dilation may be above 1. With `lora_rank`, the kernel is frozen and its change is the product of
/// `lora_kernel_a: [kernel_size.., c / groups, rank]` and `lora_kernel_b: [rank, filters]` (Hu et al., 2021).
/// Source: Keras `Conv1D`, `Conv2D`, `Conv3D`.
fn convolve(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let window = Window::of(call)?;
    window.check_strides_or_dilation(call)?;
    let filters = call.get(keys::FILTERS)?;
    let groups = call.get(keys::GROUPS)?;
    if filters.checked_rem(groups) != Some(0) {
        return Err(groups_do_not_divide(call, filters, "filters", filters));
    }
    let input = Spatial::of(call, window.size.len())?;
    let channels = input.known_channels(call)?;
    if channels.checked_rem(groups) != Some(0) {
        return Err(groups_do_not_divide(call, channels, "input channels", filters));
    }
    let sizes = window.slide(call, &input)?;
    let per_group = channels / groups;
    let kernel = [&window.size[..], &[per_group, filters]].concat();
    let macs = at_each(&sizes, &kernel);
    let output = biased(call, Inferred::one(input.shape(sizes, filters)).macs(macs)?)?;
    let Some(rank) = call.get(keys::LORA_RANK)? else {
        return Ok(output.weight("kernel", kernel).weight_if(
            call.get(keys::USE_BIAS)?,
            "bias",
            [filters],
        ));
    };
    Ok(output
        .frozen("kernel", kernel)
        .weight_if(call.get(keys::USE_BIAS)?, "bias", [filters])
        .weight("lora_kernel_a", [&window.size[..], &[per_group, rank]].concat())
        .weight("lora_kernel_b", [rank, filters]))
}

/// The factors of the multiply-accumulates of a kernel that is applied at each of some places.
fn at_each(places: &[Dim], kernel: &[usize]) -> Vec<Dim> {
    places.iter().cloned().chain(kernel.iter().copied().map(Dim::Known)).collect()
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
            size: call.get(keys::KERNEL_SIZE)?,
            strides: call.get(keys::STRIDES)?,
            dilation: call.get(keys::DILATION_RATE)?,
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
                keys::DILATION_RATE,
                format!(
                    "`{}` takes strides or a dilation above 1, found both: strides `{}`, dilation `{}`",
                    call.class.name,
                    by(&self.strides),
                    by(&self.dilation)
                ),
            )
            .or_with(keys::DILATION_RATE, Value::Int(1))
            .or_with(keys::STRIDES, Value::Int(1)))
    }

    /// The spatial sizes of the output.
    fn slide(&self, call: &Call<'_>, input: &Spatial<'_>) -> Result<Vec<Dim>, Mistake> {
        let padding = call.get(keys::PADDING)?;
        let steps = self.size.iter().zip(&self.strides).zip(&self.dilation);
        let outputs = input.sizes.iter().zip(steps).map(|(axis, ((size, stride), dilation))| {
            window_output(axis, *size, *stride, *dilation, padding)
        });
        let outputs = outputs.collect::<Result<Vec<_>, _>>()?;
        let outputs: Option<Vec<Dim>> = outputs.into_iter().collect();
        outputs.ok_or_else(|| self.does_not_fit(call, input))
    }

    fn does_not_fit(&self, call: &Call<'_>, input: &Spatial<'_>) -> Mistake {
        let spans: Option<Vec<usize>> =
            self.size.iter().zip(&self.dilation).map(|(size, rate)| span(*size, *rate)).collect();
        let mistake = call.at(
            keys::KERNEL_SIZE,
            format!(
                "`{}` kernel `{}` does not fit its input `{}`",
                call.class.name,
                by(&self.size),
                input.shape(input.sizes.iter().cloned(), &input.channels)
            ),
        );
        let mistake = match spans.filter(|spans| *spans != self.size) {
            None => mistake,
            Some(spans) => mistake.note(format!(
                "a dilation of `{}` spreads the kernel over `{}`",
                by(&self.dilation),
                by(&spans)
            )),
        };
        input.or_with_other_format(mistake.or_with(keys::PADDING, Value::Word("same".into())))
    }
}

fn groups_do_not_divide(call: &Call<'_>, count: usize, what: &str, filters: usize) -> Mistake {
    let name = call.class.name;
    let mistake = match call.get(keys::GROUPS) {
        Ok(groups) => call.at(
            keys::GROUPS,
            format!("`{name}` cannot divide its {count} {what} into {groups} equal groups"),
        ),
        Err(mistake) => return mistake,
    };
    let channels = match call.inputs {
        [input] if call.channels_first() => input.first().cloned(),
        [input] => input.last(),
        _ => None,
    };
    let Some(channels) = channels.as_ref().and_then(Dim::known) else { return mistake };
    let most = greatest_common_divisor(channels, filters);
    match i64::try_from(most) {
        Ok(groups) => mistake
            .note(format!(
                "the groups must divide both the {channels} channels of the input and the {filters} filters"
            ))
            .or_with(keys::GROUPS, Value::Int(groups)),
        Err(_) => mistake,
    }
}

pub(super) fn greatest_common_divisor(a: usize, b: usize) -> usize {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a.max(1)
}

/// `channels * multiplier`.
fn multiplied(channels: usize, multiplier: usize) -> Result<usize, DimError> {
    channels.checked_mul(multiplier).ok_or(DimError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::testing::{call, ints, word};

    #[track_caller]
    fn check(class: &str, arguments: &[(&str, Value)], input: &[usize], expected: &str) {
        assert_eq!(call(class, arguments, input), expected);
    }

    fn kernel(filters: i64, size: i64) -> [(&'static str, Value); 2] {
        [("filters", Value::Int(filters)), ("kernel_size", Value::Int(size))]
    }

    #[test]
    fn a_kernel_that_does_not_fit_says_what_would() {
        check(
            "Conv2D",
            &kernel(128, 5),
            &[3, 3, 64],
            "`Conv2D` kernel `5x5` does not fit its input `[3, 3, 64]`\n\
             help: with `padding = same` the output is `[3, 3, 128]`",
        );
        check(
            "Conv2D",
            &[&kernel(6, 3)[..], &[("dilation_rate", Value::Int(4))]].concat(),
            &[8, 8, 64],
            "`Conv2D` kernel `3x3` does not fit its input `[8, 8, 64]`\n\
             note: a dilation of `4x4` spreads the kernel over `9x9`\n\
             help: with `padding = same` the output is `[8, 8, 6]`",
        );
        check(
            "Conv2D",
            &kernel(6, 7),
            &[3, 224, 224],
            "`Conv2D` kernel `7x7` does not fit its input `[3, 224, 224]`\n\
             help: with `data_format = channels_first` the output is `[6, 218, 218]`\n\
             help: with `padding = same` the output is `[3, 224, 6]`",
        );
    }

    #[test]
    fn groups_divide_channels_and_filters() {
        let groups = |filters, input, expected| {
            let arguments = [&kernel(filters, 3)[..], &[("groups", Value::Int(4))]].concat();
            check("Conv2D", &arguments, input, expected);
        };
        groups(8, &[9, 9, 8], "[7, 7, 8]");
        groups(
            6,
            &[9, 9, 8],
            "`Conv2D` cannot divide its 6 filters into 4 equal groups\n\
             note: the groups must divide both the 8 channels of the input and the 6 filters\n\
             help: with `groups = 2` the output is `[7, 7, 6]`",
        );
        groups(
            8,
            &[9, 9, 6],
            "`Conv2D` cannot divide its 6 input channels into 4 equal groups\n\
             note: the groups must divide both the 6 channels of the input and the 8 filters\n\
             help: with `groups = 2` the output is `[7, 7, 8]`",
        );
    }

    #[test]
    fn strides_and_dilation_exclude_each_other() {
        let both = [("strides", Value::Int(2)), ("dilation_rate", ints(&[2, 1]))];
        check(
            "Conv2D",
            &[&kernel(8, 5)[..], &both].concat(),
            &[28, 28, 6],
            "`Conv2D` takes strides or a dilation above 1, found both: strides `2x2`, dilation `2x1`\n\
             help: with `dilation_rate = 1` the output is `[12, 12, 8]`\n\
             help: with `strides = 1` the output is `[20, 24, 8]`",
        );
        check("SeparableConv2D", &[&kernel(8, 5)[..], &both].concat(), &[28, 28, 6], "[10, 12, 8]");
    }

    #[test]
    fn the_output_padding_stays_below_the_strides() {
        let padded = [("strides", Value::Int(2)), ("output_padding", Value::Int(2))];
        check(
            "Conv2DTranspose",
            &[&kernel(8, 5)[..], &padded].concat(),
            &[28, 28, 3],
            "`Conv2DTranspose` expects an output padding below its strides `2x2`, found `2x2`\n\
             help: with `output_padding = None` the output is `[59, 59, 8]`\n\
             help: with `output_padding = (1, 1)` the output is `[60, 60, 8]`",
        );
        let cut = [("padding", word("same")), ("output_padding", Value::Int(0))];
        check(
            "Conv2DTranspose",
            &[&kernel(8, 2)[..], &cut].concat(),
            &[1, 1, 3],
            "`Conv2DTranspose` with kernel `2x2` produces an empty output from its input `[1, 1, 3]`\n\
             note: with `padding = same` an output padding of 0 is not the same as none: it cuts the output\n\
             help: with `output_padding = None` the output is `[1, 1, 8]`",
        );
    }

    #[test]
    fn numbers_that_are_too_large_are_an_error() {
        let huge = [&kernel(i64::MAX, i64::MAX)[..], &[("strides", Value::Int(i64::MAX))]].concat();
        check("Conv2DTranspose", &huge, &[5, 5, 2], "size arithmetic overflows");
        check(
            "Conv2D",
            &huge,
            &[0, 0, 2],
            "element count of weight `kernel` of `Conv2D` overflows",
        );
    }
}
