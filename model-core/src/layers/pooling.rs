//! Local, global and adaptive pooling.

mod lower;

use alloc::format;
use alloc::vec::Vec;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::convolution::{greatest_common_divisor, window_output};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::keys;
use super::kind::Kind;
use super::lower::FIXED;
use super::lower::Lower;
use super::sight;
use super::spatial::{Spatial, by};
use crate::dim::{Dim, DimError};
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    pool("MaxPooling1D", "largest value in each window of a sequence", &max(1), Pooling::Max)
        .aliases(&["MaxPool1D"]),
    pool("MaxPooling2D", "largest value in each window of an image", &max(2), Pooling::Max)
        .aliases(&["MaxPool2D"]),
    pool("MaxPooling3D", "largest value in each window of a volume", &max(3), Pooling::Max)
        .aliases(&["MaxPool3D"]),
    pool("AveragePooling1D", "mean of each window of a sequence", &average(1), Pooling::Mean)
        .aliases(&["AvgPool1D"]),
    pool("AveragePooling2D", "mean of each window of an image", &average(2), Pooling::Mean)
        .aliases(&["AvgPool2D"]),
    pool("AveragePooling3D", "mean of each window of a volume", &average(3), Pooling::Mean)
        .aliases(&["AvgPool3D"]),
    global("GlobalMaxPooling1D", "largest value of each channel of a sequence", 1, Pooling::Max)
        .aliases(&["GlobalMaxPool1D"]),
    global("GlobalMaxPooling2D", "largest value of each channel of an image", 2, Pooling::Max)
        .aliases(&["GlobalMaxPool2D"]),
    global("GlobalMaxPooling3D", "largest value of each channel of a volume", 3, Pooling::Max)
        .aliases(&["GlobalMaxPool3D"]),
    global("GlobalAveragePooling1D", "mean of each channel of a sequence", 1, Pooling::Mean)
        .aliases(&["GlobalAvgPool1D"]),
    global("GlobalAveragePooling2D", "mean of each channel of an image", 2, Pooling::Mean)
        .aliases(&["GlobalAvgPool2D"]),
    global("GlobalAveragePooling3D", "mean of each channel of a volume", 3, Pooling::Mean)
        .aliases(&["GlobalAvgPool3D"]),
    adapt(
        "AdaptiveMaxPooling1D",
        "largest values of a sequence, in windows that give the wanted size",
        &adaptive(1),
        Pooling::Max,
    ),
    adapt(
        "AdaptiveMaxPooling2D",
        "largest values of an image, in windows that give the wanted size",
        &adaptive(2),
        Pooling::Max,
    ),
    adapt(
        "AdaptiveMaxPooling3D",
        "largest values of a volume, in windows that give the wanted size",
        &adaptive(3),
        Pooling::Max,
    ),
    adapt(
        "AdaptiveAveragePooling1D",
        "means of a sequence, in windows that give the wanted size",
        &adaptive(1),
        Pooling::Mean,
    ),
    adapt(
        "AdaptiveAveragePooling2D",
        "means of an image, in windows that give the wanted size",
        &adaptive(2),
        Pooling::Mean,
    ),
    adapt(
        "AdaptiveAveragePooling3D",
        "means of a volume, in windows that give the wanted size",
        &adaptive(3),
        Pooling::Mean,
    ),
];

/// Windows that move over the spatial axes.
const POOLING: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::pooled,
    in_place: false,
    weights: Owner::Layer,
    kernel: Kernel::Window,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: lower::maximum,
};

/// All elements of each channel together.
const GLOBAL_POOLING: Facets =
    Facets { axes: Axes::Joined, sight: sight::lost, kernel: Kernel::None, ..POOLING };

/// Windows whose number is given, not their size.
const ADAPTIVE_POOLING: Facets = Facets { sight: sight::lost, kernel: Kernel::None, ..POOLING };

const MAX: &str = "1 for each element of each window, over the edges, too";

const AVERAGE: &str =
    "1 for each element of each window, over the edges, too, and 1 for each element of the output";

const DATA_FORMAT: Parameter = Parameter::optional(
    keys::DATA_FORMAT,
    Kind::DataFormat,
    Default::DataFormat,
    "position of the channel axis, last or first",
);

const GLOBAL: &[Parameter] = &[
    DATA_FORMAT,
    Parameter::optional(
        keys::KEEPDIMS,
        Kind::Bool,
        Default::Bool(false),
        "keeps the spatial axes with size 1",
    ),
];

const fn max(rank: usize) -> [Parameter; 4] {
    let kind = Kind::Sizes { rank, min: 1 };
    local(rank, Parameter::optional(keys::POOL_SIZE, kind, Default::Int(2), POOL_SIZE))
}

const fn average(rank: usize) -> [Parameter; 4] {
    let kind = Kind::Sizes { rank, min: 1 };
    local(rank, Parameter::required(keys::POOL_SIZE, kind, POOL_SIZE))
}

const POOL_SIZE: &str = "size of the window";

const fn local(rank: usize, pool_size: Parameter) -> [Parameter; 4] {
    [
        pool_size,
        Parameter::optional(
            keys::STRIDES.or_none(),
            Kind::Sizes { rank, min: 1 },
            Default::None,
            "stride of the window; defaults to the window size",
        ),
        Parameter::optional(
            keys::PADDING,
            Kind::Word(&["valid", "same"]),
            Default::Word("valid"),
            "`valid` for none, `same` to let the window reach over the edges",
        ),
        DATA_FORMAT,
    ]
}

const fn adaptive(rank: usize) -> [Parameter; 2] {
    let kind = Kind::Sizes { rank, min: 1 };
    [Parameter::required(keys::OUTPUT_SIZE, kind, "spatial sizes of the output"), DATA_FORMAT]
}

/// Reduction of a window.
#[derive(Clone, Copy)]
enum Pooling {
    /// The largest.
    Max,
    /// The mean.
    Mean,
}

impl Pooling {
    const fn facets(self, facets: Facets, lower: Lower) -> Facets {
        Facets {
            lower,
            flops: match self {
                Self::Max => MAX,
                Self::Mean => AVERAGE,
            },
            ..facets
        }
    }

    /// Adds the operations: one for each element that a window sees, and for a mean one more for each window.
    fn counted(
        self,
        inferred: Inferred,
        seen: impl IntoIterator<Item = Dim>,
    ) -> Result<Inferred, Mistake> {
        let quotients = match self {
            Self::Max => 0,
            Self::Mean => 1,
        };
        inferred.flops(1, seen)?.flops_of_output(quotients)
    }
}

const fn pool(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    pooling: Pooling,
) -> Class {
    let rule: fn(&Call<'_>) -> Result<Inferred, Mistake> = match pooling {
        Pooling::Max => |call| pooled(call, Pooling::Max),
        Pooling::Mean => |call| pooled(call, Pooling::Mean),
    };
    let lower: Lower = match pooling {
        Pooling::Max => lower::maximum,
        Pooling::Mean => lower::average,
    };
    Class::new(name, Family::Pooling, doc, parameters, rule, pooling.facets(POOLING, lower))
}

const fn global(name: &'static str, doc: &'static str, rank: usize, pooling: Pooling) -> Class {
    let rule: fn(&Call<'_>) -> Result<Inferred, Mistake> = match (pooling, rank) {
        (Pooling::Max, 1) => |call| globally_pooled(call, 1, Pooling::Max),
        (Pooling::Max, 2) => |call| globally_pooled(call, 2, Pooling::Max),
        (Pooling::Max, _) => |call| globally_pooled(call, 3, Pooling::Max),
        (Pooling::Mean, 1) => |call| globally_pooled(call, 1, Pooling::Mean),
        (Pooling::Mean, 2) => |call| globally_pooled(call, 2, Pooling::Mean),
        (Pooling::Mean, _) => |call| globally_pooled(call, 3, Pooling::Mean),
    };
    let lower: Lower = match pooling {
        Pooling::Max => lower::global_maximum,
        Pooling::Mean => lower::global_average,
    };
    Class::new(name, Family::Pooling, doc, GLOBAL, rule, pooling.facets(GLOBAL_POOLING, lower))
}

const fn adapt(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    pooling: Pooling,
) -> Class {
    let rule: fn(&Call<'_>) -> Result<Inferred, Mistake> = match pooling {
        Pooling::Max => |call| adapted(call, Pooling::Max),
        Pooling::Mean => |call| adapted(call, Pooling::Mean),
    };
    let lower: Lower = match pooling {
        Pooling::Max => lower::adaptive_maximum,
        Pooling::Mean => lower::adaptive_average,
    };
    Class::new(
        name,
        Family::Pooling,
        doc,
        parameters,
        rule,
        pooling.facets(ADAPTIVE_POOLING, lower),
    )
}

/// `[sizes.., c]` to `[window(sizes).., c]`, where [`window_output`] gives the sizes; no weights.
///
/// With `valid` the window must fit the input; with `same` it may be larger. Source: Keras `MaxPooling1D` to
/// `AveragePooling3D`.
fn pooled(call: &Call<'_>, pooling: Pooling) -> Result<Inferred, Mistake> {
    let pool = call.get(keys::POOL_SIZE)?;
    let strides = call.get(keys::STRIDES.or_none())?.unwrap_or(pool.clone());
    let input = Spatial::of(call, pool.len())?;
    let padding = call.get(keys::PADDING)?;
    let steps = pool.iter().zip(&strides);
    let outputs = input
        .sizes
        .iter()
        .zip(steps)
        .map(|(axis, (size, stride))| window_output(axis, *size, *stride, 1, padding));
    let outputs = outputs.collect::<Result<Vec<_>, _>>()?;
    match outputs.into_iter().collect::<Option<Vec<Dim>>>() {
        Some(sizes) => {
            let window = pool.iter().copied().map(Dim::Known);
            let seen: Vec<Dim> =
                sizes.iter().cloned().chain([input.channels.clone()]).chain(window).collect();
            pooling.counted(Inferred::one(input.shape(sizes, &input.channels)), seen)
        }
        None => {
            let mistake = call.at(
                keys::POOL_SIZE,
                format!(
                    "`{}` window `{}` does not fit its input `{}`",
                    call.class.name,
                    by(&pool),
                    input.shape(input.sizes.iter().cloned(), &input.channels)
                ),
            );
            Err(input
                .or_with_other_format(mistake.or_with(keys::PADDING, Value::Word("same".into()))))
        }
    }
}

/// Total number of elements that `m` windows cover on an axis of `n`, where window `i` extends from
/// `floor(i n / m)` to `ceil((i + 1) n / m)`: `n`, and one more at each border between windows that is not one
/// between elements, which is `n + m - gcd(n, m)`.
fn in_windows(axis: &Dim, windows: usize) -> Result<Dim, DimError> {
    match axis {
        _ if windows == 1 => Ok(axis.clone()),
        Dim::Known(size) => {
            axis.plus(windows.saturating_sub(greatest_common_divisor(*size, windows)))
        }
        _ => Ok(Dim::Unknown),
    }
}

/// `[sizes.., c]` to `[c]`, or to `[1.., c]` with `keepdims`; no weights.
///
/// Source: Keras `GlobalMaxPooling1D` to `GlobalAveragePooling3D`.
fn globally_pooled(call: &Call<'_>, rank: usize, pooling: Pooling) -> Result<Inferred, Mistake> {
    let input = Spatial::of(call, rank)?;
    let kept = if call.get(keys::KEEPDIMS)? { rank } else { 0 };
    let output = input.shape(core::iter::repeat_n(Dim::Known(1), kept), &input.channels);
    let seen = input.sizes.iter().cloned().chain([input.channels.clone()]);
    pooling.counted(Inferred::one(output), seen)
}

/// `[sizes.., c]` to `[output_size.., c]`, whatever the sizes; no weights.
///
/// The output may be larger than the input: windows then overlap. Source: Keras `AdaptiveMaxPooling1D` to
/// `AdaptiveAveragePooling3D`.
fn adapted(call: &Call<'_>, pooling: Pooling) -> Result<Inferred, Mistake> {
    let sizes = call.get(keys::OUTPUT_SIZE)?;
    let input = Spatial::of(call, sizes.len())?;
    let mut seen = Vec::from([input.channels.clone()]);
    for (axis, wanted) in input.sizes.iter().zip(&sizes) {
        seen.push(in_windows(axis, *wanted)?);
    }
    let output = input.shape(sizes.into_iter().map(Dim::Known), &input.channels);
    pooling.counted(Inferred::one(output), seen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::testing::{call, ints, word};

    #[track_caller]
    fn check(class: &str, arguments: &[(&str, Value)], input: &[usize], expected: &str) {
        assert_eq!(call(class, arguments, input), expected);
    }

    #[test]
    fn a_window_that_does_not_fit_says_what_would() {
        check("MaxPooling2D", &[], &[5, 4, 3], "[2, 2, 3]");
        check("MaxPooling2D", &[("padding", word("same"))], &[1, 0, 3], "[1, _, 3]");
        check("MaxPooling2D", &[("data_format", Value::None)], &[5, 4, 3], "[2, 2, 3]");
        check(
            "AveragePooling2D",
            &[("pool_size", ints(&[2, 3]))],
            &[1, 1, 3],
            "`AveragePooling2D` window `2x3` does not fit its input `[1, 1, 3]`\n\
             help: with `padding = same` the output is `[1, 1, 3]`",
        );
    }

    #[test]
    fn the_axis_of_channels_is_missed() {
        check(
            "GlobalMaxPooling2D",
            &[],
            &[4, 4],
            "`GlobalMaxPooling2D` expects 3 axes `[height, width, channels]`, found 2 in `[4, 4]`\n\
             help: `Reshape([4, 4, 1])` before it adds an axis of 1 channel",
        );
    }

    #[test]
    fn an_empty_output_is_not_accepted() {
        check(
            "AdaptiveMaxPooling2D",
            &[("output_size", Value::Int(0))],
            &[4, 4, 3],
            "`output_size` of `AdaptiveMaxPooling2D` expects a positive integer or a tuple of 2, found `0`",
        );
    }
}
