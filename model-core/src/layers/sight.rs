//! Sight: the elements of its input that an element of a layer's output depends on, along each axis.

use alloc::vec::Vec;

use super::argument::{Ends, Interpolation, Key, Padding};
use super::call::Call;
use super::keys;
use crate::dim::Dim;
use crate::field::PERIOD_LIMIT;
use crate::plan::value::Activation as Function;
use crate::shape::Shape;

/// Dependencies of a call.
#[derive(Clone, Debug)]
pub(crate) enum Sight {
    /// One input, by the axes of the output.
    Axes(Vec<AxisSight>),
    /// Several inputs element by element, or joined along one axis.
    United(Option<usize>),
    /// Everything, or nothing that can be said.
    Lost,
}

/// Dependencies of an output axis.
#[derive(Clone, Debug)]
pub(crate) enum AxisSight {
    /// Everything, or nothing that can be said; so for the axis of channels, where channels are mixed.
    Lost,
    /// This axis of the input.
    Of(usize, Step),
}

/// Dependencies along an axis: output `o` sees `ends[o]`, first and last; as many outputs later, `advance` more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) ends: Vec<(i64, i64)>,
    pub(crate) advance: i64,
}

impl AxisSight {
    /// True if every element depends on a single one, at its own index along the axis.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self, Self::Of(_, step) if *step == shifted(0))
    }
}

/// Everything, or nothing that can be said.
pub(super) fn lost(_: &Call<'_>) -> Sight {
    Sight::Lost
}

/// The element at the same place of each input.
pub(super) fn elementwise(call: &Call<'_>) -> Sight {
    of_elementwise(call.inputs)
}

/// As [`elementwise`], on inputs of these shapes.
pub(crate) fn of_elementwise(inputs: &[Shape]) -> Sight {
    match inputs {
        [] => Sight::Lost,
        [input] => own(input, &[]),
        _ => Sight::United(None),
    }
}

/// The same place of one input, and all of the last axis.
pub(super) fn rows(call: &Call<'_>) -> Sight {
    let [input] = call.inputs else { return Sight::Lost };
    input.rank().checked_sub(1).map_or(Sight::Lost, |last| own(input, &[last]))
}

/// The number at the same place, which becomes a vector.
pub(super) fn looked_up(call: &Call<'_>) -> Sight {
    match elementwise(call) {
        Sight::Axes(mut axes) => {
            axes.push(AxisSight::Lost);
            Sight::Axes(axes)
        }
        sight => sight,
    }
}

/// The same place, and all of the last axis for an activation along it.
pub(super) fn activated(call: &Call<'_>) -> Sight {
    match call.get(keys::ACTIVATION).map(|found| found.map(|activation| activation.function)) {
        Ok(Some(
            Function::Softmax(_)
            | Function::LogSoftmax(_)
            | Function::Sparsemax(_)
            | Function::Glu(_),
        )) => rows(call),
        Ok(_) => elementwise(call),
        Err(_) => Sight::Lost,
    }
}

/// The same place, and all along the axes that `axis` names.
pub(super) fn normalized(call: &Call<'_>) -> Sight {
    let lost = || {
        let [input] = call.inputs else { return None };
        let axes = call.get(keys::AXES).ok()?;
        let lost = axes.into_iter().map(|axis| input.axis(axis)).collect::<Option<Vec<_>>>()?;
        Some(own(input, &lost))
    };
    lost().unwrap_or(Sight::Lost)
}

/// Inputs that are joined along `axis`.
pub(super) fn joined(call: &Call<'_>) -> Sight {
    let axis = || call.inputs.first()?.axis(call.get(keys::AXIS).ok()?);
    match (call.inputs, axis()) {
        ([_], _) => elementwise(call),
        (_, Some(axis)) => Sight::United(Some(axis)),
        _ => Sight::Lost,
    }
}

/// Windows of a convolution.
pub(super) fn convolved(call: &Call<'_>) -> Sight {
    let sight = || {
        let [size, strides, dilation] =
            [keys::KERNEL_SIZE, keys::STRIDES, keys::DILATION_RATE].map(|key| call.get(key).ok());
        windows(call, &size?, &strides?, &dilation?)
    };
    sight().unwrap_or(Sight::Lost)
}

/// Windows of a pooling layer.
pub(super) fn pooled(call: &Call<'_>) -> Sight {
    let sight = || {
        let size = call.get(keys::POOL_SIZE).ok()?;
        let strides = call.get(keys::STRIDES.or_none()).ok()?.unwrap_or_else(|| size.clone());
        windows(call, &size, &strides, &alloc::vec![1; size.len()])
    };
    sight().unwrap_or(Sight::Lost)
}

/// Kernels that each element is spread over.
pub(super) fn spread(call: &Call<'_>) -> Sight {
    let sight = || spatial(call, transposed(call, call.inputs.first()?)?);
    sight().unwrap_or(Sight::Lost)
}

/// The elements between which an enlarged one lies.
pub(super) fn enlarged(call: &Call<'_>) -> Sight {
    let sight = || {
        let smooth = match call.get(keys::INTERPOLATION).ok()? {
            Interpolation::Nearest => false,
            Interpolation::Bilinear => true,
            Interpolation::Bicubic | Interpolation::Lanczos3 | Interpolation::Lanczos5 => {
                return None;
            }
        };
        scaled(call, &call.get(keys::SIZES).ok()?, smooth)
    };
    sight().unwrap_or(Sight::Lost)
}

/// The element that is repeated.
pub(super) fn repeated(call: &Call<'_>) -> Sight {
    let sight = || scaled(call, &call.get(keys::SIZES).ok()?, false);
    sight().unwrap_or(Sight::Lost)
}

/// As [`repeated`], with one axis.
pub(super) fn repeated_1d(call: &Call<'_>) -> Sight {
    let sight = || scaled(call, &[call.get(keys::SIZE).ok()?], false);
    sight().unwrap_or(Sight::Lost)
}

fn scaled(call: &Call<'_>, factors: &[usize], smooth: bool) -> Option<Sight> {
    let steps = factors.iter().map(|factor| interpolated(*factor, smooth));
    spatial(call, steps.collect::<Option<_>>()?)
}

/// Elements that are moved by what is added at the start of each spatial axis.
pub(super) fn padded(call: &Call<'_>) -> Sight {
    moved(call, keys::ZERO_PADDING, -1).unwrap_or(Sight::Lost)
}

/// Elements that are moved by what is cut at the start of each spatial axis.
pub(super) fn cropped(call: &Call<'_>) -> Sight {
    moved(call, keys::CROPPING, 1).unwrap_or(Sight::Lost)
}

/// The same elements on other axes.
pub(super) fn permuted(call: &Call<'_>) -> Sight {
    let sight = || {
        let place = |dim: i64| usize::try_from(dim).ok()?.checked_sub(1);
        let dims = call.get(keys::DIMS).ok()?;
        let axes = dims.into_iter().map(|dim| Some(AxisSight::Of(place(dim)?, shifted(0))));
        axes.collect::<Option<_>>().map(Sight::Axes)
    };
    sight().unwrap_or(Sight::Lost)
}

/// Every element looks at the one at its place, but along these axes at all.
fn own(input: &Shape, lost: &[usize]) -> Sight {
    let axis =
        |axis| if lost.contains(&axis) { AxisSight::Lost } else { AxisSight::Of(axis, shifted(0)) };
    Sight::Axes((0..input.rank()).map(axis).collect())
}

/// The spatial axes by these steps, the axis of channels by none.
fn spatial(call: &Call<'_>, steps: Vec<Step>) -> Option<Sight> {
    let first = usize::from(call.channels_first());
    let steps = (first..).zip(steps).map(|(axis, step)| AxisSight::Of(axis, step));
    let mut axes: Vec<AxisSight> = steps.collect();
    axes.insert(if call.channels_first() { 0 } else { axes.len() }, AxisSight::Lost);
    Some(Sight::Axes(axes))
}

/// Sizes of the spatial axes.
fn sizes<'a>(call: &Call<'_>, input: &'a Shape) -> impl Iterator<Item = Dim> + 'a {
    input.iter().skip(usize::from(call.channels_first())).cloned()
}

/// Windows that move over the spatial axes.
fn windows(
    call: &Call<'_>,
    size: &[usize],
    strides: &[usize],
    dilation: &[usize],
) -> Option<Sight> {
    let input = call.inputs.first()?;
    let padding = call.get(keys::PADDING).ok()?;
    let windows = size.iter().zip(strides).zip(dilation).zip(sizes(call, input));
    let steps = windows.map(|(((size, stride), dilation), axis)| {
        let span = size.checked_sub(1)?.checked_mul(*dilation)?.checked_add(1)?;
        let before = match padding {
            Padding::Valid => 0,
            Padding::Causal => span.checked_sub(1)?,
            Padding::Same => padding_of(axis, span, *stride)? / 2,
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

/// Total padding of `same` on an axis, of which the smaller half precedes it: as much as the last of
/// `ceil(n / stride)` windows reaches over. `None` where that depends on an unknown size.
fn padding_of(axis: Dim, span: usize, stride: usize) -> Option<usize> {
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
        [keys::KERNEL_SIZE, keys::STRIDES, keys::DILATION_RATE].map(|key| call.get(key).ok());
    let (size, strides, dilation) = (size?, strides?, dilation?);
    let given = call.get(keys::OUTPUT_PADDING).ok()?;
    let same = call.get(keys::PADDING).ok()? == Padding::Same;
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
        if span < stride || usize::try_from(stride).ok()? > PERIOD_LIMIT {
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
fn interpolated(factor: usize, smooth: bool) -> Option<Step> {
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
fn moved(call: &Call<'_>, argument: Key<Vec<Ends>>, sign: i64) -> Option<Sight> {
    let ends = call.get(argument).ok()?;
    let steps = ends.iter().map(|ends| Some(shifted(ends.start.checked_mul(sign)?)));
    spatial(call, steps.collect::<Option<_>>()?)
}

/// Output `o` looks at `o + by`.
fn shifted(by: i64) -> Step {
    Step { ends: [(by, by)].to_vec(), advance: 1 }
}
