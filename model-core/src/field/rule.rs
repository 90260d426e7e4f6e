//! What each layer looks at along each axis.

use alloc::vec::Vec;

use super::Step;
use crate::dim::Dim;
use crate::layers::{Call, Family};
use crate::shape::Shape;

/// What a call looks at.
#[derive(Clone, Debug)]
pub(super) enum Rule {
    /// One input, by the axes of the output.
    Axes(Vec<AxisRule>),
    /// Several inputs element by element, or joined along one axis.
    United(Option<usize>),
    /// Everything, or nothing that can be said.
    Lost,
}

/// What an axis of the output looks at.
#[derive(Clone, Debug)]
pub(super) enum AxisRule {
    /// Everything, or nothing that can be said; so for the axis of channels, where channels are mixed.
    Lost,
    /// This axis of the input.
    Of(usize, Step),
}

impl AxisRule {
    /// Whether every element looks at a single one, at its own index along the axis.
    pub(super) fn is_single(&self) -> bool {
        matches!(self, Self::Of(_, step) if *step == shifted(0))
    }
}

/// The rule of a call. Layers that are not named here look at everything.
pub(super) fn of(call: &Call<'_>) -> Rule {
    axes(call).unwrap_or(Rule::Lost)
}

/// The rule of a call in which every element looks at the ones at its place.
pub(super) fn elementwise(inputs: &[Shape]) -> Rule {
    match inputs {
        [input] => own(input, &[]),
        _ => Rule::United(None),
    }
}

fn axes(call: &Call<'_>) -> Option<Rule> {
    let [input, others @ ..] = call.inputs else { return None };
    let name = call.class.name;
    if call.class.family == Family::Merging && !others.is_empty() {
        return match name {
            "Dot" => None,
            "Concatenate" => {
                input.axis(call.int("axis").ok()?).map(|axis| Rule::United(Some(axis)))
            }
            _ => Some(Rule::United(None)),
        };
    }
    let last = input.rank().checked_sub(1);
    match call.class.family {
        Family::Convolution if name.ends_with("Transpose") => {
            spatial(call, transposed(call, input)?)
        }
        Family::Convolution => {
            let [size, strides, dilation] =
                ["kernel_size", "strides", "dilation_rate"].map(|argument| call.sizes(argument));
            windows(call, input, &size.ok()?, &strides.ok()?, &dilation.ok()?)
        }
        Family::Pooling if name.starts_with("Max") || name.starts_with("Average") => {
            let size = call.sizes("pool_size").ok()?;
            let strides =
                if call.has("strides") { call.sizes("strides").ok()? } else { size.clone() };
            windows(call, input, &size, &strides, &alloc::vec![1; size.len()])
        }
        Family::Reshaping if name.starts_with("UpSampling") => {
            let smooth = match call.word("interpolation") {
                "" | "nearest" => false,
                "bilinear" => true,
                _ => return None,
            };
            let factors = match call.sizes("size") {
                Ok(factors) if !factors.is_empty() => factors,
                _ => [call.size("size").ok()?].to_vec(),
            };
            let steps = factors.into_iter().map(|factor| enlarged(factor, smooth));
            spatial(call, steps.collect::<Option<_>>()?)
        }
        Family::Reshaping if name.starts_with("ZeroPadding") => moved(call, "padding", -1),
        Family::Reshaping if name.starts_with("Cropping") => moved(call, "cropping", 1),
        Family::Reshaping if name == "Permute" => {
            let place = |dim: i64| usize::try_from(dim).ok()?.checked_sub(1);
            let dims = call.ints("dims").ok()??;
            let axes = dims.into_iter().map(|dim| Some(AxisRule::Of(place(dim)?, shifted(0))));
            axes.collect::<Option<_>>().map(Rule::Axes)
        }
        Family::Activation => match call.word("activation") {
            "softmax" | "log_softmax" | "sparsemax" | "glu" => Some(own(input, &[last?])),
            _ if name == "Softmax" => normalized(call, input),
            _ => Some(own(input, &[])),
        },
        Family::Normalization if name == "BatchNormalization" => Some(own(input, &[])),
        Family::Normalization if name != "GroupNormalization" => normalized(call, input),
        Family::Regularization | Family::Merging => Some(own(input, &[])),
        Family::Core if name == "Identity" => Some(own(input, &[])),
        Family::Core if matches!(name, "Dense" | "Masking") => Some(own(input, &[last?])),
        Family::Core if name == "Embedding" => match own(input, &[]) {
            Rule::Axes(mut axes) => {
                axes.push(AxisRule::Lost);
                Some(Rule::Axes(axes))
            }
            rule => Some(rule),
        },
        Family::Preprocessing if matches!(name, "Rescaling" | "Normalization") => {
            Some(own(input, &[]))
        }
        _ => None,
    }
}

/// Every element looks at the one at its place, but along these axes at all.
fn own(input: &Shape, lost: &[usize]) -> Rule {
    let axis =
        |axis| if lost.contains(&axis) { AxisRule::Lost } else { AxisRule::Of(axis, shifted(0)) };
    Rule::Axes((0..input.rank()).map(axis).collect())
}

/// Along the axes that `axis` names, every element looks at all.
fn normalized(call: &Call<'_>, input: &Shape) -> Option<Rule> {
    let axes = call.ints("axis").ok()??;
    let lost = axes.into_iter().map(|axis| input.axis(axis)).collect::<Option<Vec<_>>>()?;
    Some(own(input, &lost))
}

/// The spatial axes by these steps, the axis of channels by none.
fn spatial(call: &Call<'_>, steps: Vec<Step>) -> Option<Rule> {
    let first = usize::from(call.channels_first());
    let steps = (first..).zip(steps).map(|(axis, step)| AxisRule::Of(axis, step));
    let mut axes: Vec<AxisRule> = steps.collect();
    axes.insert(if call.channels_first() { 0 } else { axes.len() }, AxisRule::Lost);
    Some(Rule::Axes(axes))
}

/// Sizes of the spatial axes.
fn sizes<'a>(call: &Call<'_>, input: &'a Shape) -> impl Iterator<Item = Dim> + 'a {
    input.iter().skip(usize::from(call.channels_first())).cloned()
}

/// Windows that move over the spatial axes.
fn windows(
    call: &Call<'_>,
    input: &Shape,
    size: &[usize],
    strides: &[usize],
    dilation: &[usize],
) -> Option<Rule> {
    let padding = call.word("padding");
    let windows = size.iter().zip(strides).zip(dilation).zip(sizes(call, input));
    let steps = windows.map(|(((size, stride), dilation), axis)| {
        let span = size.checked_sub(1)?.checked_mul(*dilation)?.checked_add(1)?;
        let before = match padding {
            "valid" => 0,
            "causal" => span.checked_sub(1)?,
            _ => padded(axis, span, *stride)? / 2,
        };
        let (span, before) = (i64::try_from(span).ok()?, i64::try_from(before).ok()?);
        let last = span.checked_sub(1)?.checked_sub(before)?;
        Some(Step {
            ends: [(before.checked_neg()?, last)].to_vec(),
            advance: i64::try_from(*stride).ok()?,
        })
    });
    spatial(call, steps.collect::<Option<_>>()?)
}

/// What `same` adds at both ends of an axis together, of which the smaller half is before it: as much as the last of
/// `ceil(n / stride)` windows reaches over. `None` where that depends on a size that is not known.
fn padded(axis: Dim, span: usize, stride: usize) -> Option<usize> {
    let rest = match axis {
        _ if stride == 1 => 0,
        Dim::Known(size) => size.checked_rem(stride)?,
        // A multiple of the stride, whatever the symbols are.
        Dim::Symbolic(_) if axis.div_exact(stride).is_some() => 0,
        _ => return None,
    };
    Some(span.saturating_sub(if rest == 0 { stride } else { rest }))
}

/// Each element of the input is spread over a kernel: output `o` looks at the elements `i` with
/// `0 <= o + before - i * stride < span`. With `same`, `before` is half of what a convolution from the output back to the
/// input would be padded by.
fn transposed(call: &Call<'_>, input: &Shape) -> Option<Vec<Step>> {
    let [size, strides, dilation] =
        ["kernel_size", "strides", "dilation_rate"].map(|argument| call.sizes(argument));
    let (size, strides, dilation) = (size.ok()?, strides.ok()?, dilation.ok()?);
    let given = call.has("output_padding").then(|| call.sizes("output_padding").ok()).flatten();
    let same = call.word("padding") == "same";
    let windows = size.iter().zip(&strides).zip(&dilation).zip(sizes(call, input)).enumerate();
    let steps = windows.map(|(axis, (((size, stride), dilation), _))| {
        let span = size.checked_sub(1)?.checked_mul(*dilation)?.checked_add(1)?;
        let total = match given.as_ref().and_then(|given| given.get(axis)) {
            Some(padding) => span.saturating_sub(span % 2).saturating_sub(*padding),
            None => span.saturating_sub(*stride),
        };
        let before = i64::try_from(if same { total / 2 } else { 0 }).ok()?;
        let (span, stride) = (i64::try_from(span).ok()?, i64::try_from(*stride).ok()?);
        // Between the spread elements, nothing would be looked at.
        if span < stride || usize::try_from(stride).ok()? > super::PERIOD_LIMIT {
            return None;
        }
        let ends = (0..stride).map(|output| {
            let last = output.checked_add(before)?;
            let first = last.checked_sub(span)?.checked_add(stride)?;
            Some((first.checked_div_euclid(stride)?, last.checked_div_euclid(stride)?))
        });
        Some(Step { ends: ends.collect::<Option<_>>()?, advance: 1 })
    });
    steps.collect()
}

/// Output `o` looks at `floor(o / factor)`, or at the elements around `(o + 1 / 2) / factor - 1 / 2`.
fn enlarged(factor: usize, smooth: bool) -> Option<Step> {
    let factor = i64::try_from(factor).ok().filter(|factor| *factor <= 4096)?;
    let ends = (0..factor).map(|output| {
        if !smooth {
            return Some((0, 0));
        }
        let (numerator, denominator) = (2 * output + 1 - factor, 2 * factor);
        let first = numerator.checked_div_euclid(denominator)?;
        let between = numerator.checked_rem_euclid(denominator)? != 0;
        Some((first, first + i64::from(between)))
    });
    Some(Step { ends: ends.collect::<Option<_>>()?, advance: 1 })
}

/// Elements are added or cut at the start of each spatial axis.
fn moved(call: &Call<'_>, argument: &'static str, sign: i64) -> Option<Rule> {
    let flat = call.ints(argument).ok()??;
    let steps = flat.iter().step_by(2).map(|start| Some(shifted(start.checked_mul(sign)?)));
    spatial(call, steps.collect::<Option<_>>()?)
}

/// Output `o` looks at `o + by`.
fn shifted(by: i64) -> Step {
    Step { ends: [(by, by)].to_vec(), advance: 1 }
}
