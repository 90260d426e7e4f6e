//! Layers that only move elements: flatten, reshape, permute, repeat, crop, pad and enlarge.

mod lower;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::argument::{Ends, Key};
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::flops::{INTERPOLATED, interpolated};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::sight;
use super::spatial::Spatial;
use crate::dim::{Dim, DimError};
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    reshaping(
        "Flatten",
        "makes one axis of all",
        &[DATA_FORMAT],
        flatten,
        Facets { axes: Axes::Joined, in_place: true, lower: lower::flatten, ..MOVING },
    ),
    reshaping(
        "Reshape",
        "gives the same elements another shape",
        &[Parameter::required(
            keys::TARGET_SHAPE,
            Kind::Listed(&Kind::Shape),
            "the shape, where `-1` stands for what is left",
        )],
        reshape,
        Facets { in_place: true, lower: lower::reshape, ..MOVING },
    ),
    reshaping(
        "Permute",
        "reorders the axes",
        &[Parameter::required(
            keys::DIMS,
            Kind::Listed(&Kind::Axes),
            "the axes in their new order, the first after the batch being 1",
        )],
        permute,
        Facets { sight: sight::permuted, lower: lower::permute, ..MOVING },
    ),
    reshaping(
        "RepeatVector",
        "repeats a vector along a new axis",
        &[Parameter::required(keys::N, Kind::POSITIVE, "number of repetitions")],
        repeat_vector,
        Facets { lower: lower::repeat_vector, ..MOVING },
    ),
    reshaping(
        "Cropping1D",
        "cuts both ends of a sequence",
        &[cropping(1, 1)],
        crop_1d,
        Facets { lower: lower::crop, ..CROPPING },
    ),
    reshaping(
        "Cropping2D",
        "cuts the edges of an image",
        &[cropping(2, 0), DATA_FORMAT],
        crop_2d,
        Facets { lower: lower::crop, ..CROPPING },
    ),
    reshaping(
        "Cropping3D",
        "cuts the edges of a volume",
        &[cropping(3, 1), DATA_FORMAT],
        crop_3d,
        Facets { lower: lower::crop, ..CROPPING },
    ),
    reshaping(
        "ZeroPadding1D",
        "adds zeros at both ends of a sequence",
        &[padding(1), DATA_FORMAT],
        pad_1d,
        Facets { lower: lower::pad, ..PADDING },
    ),
    reshaping(
        "ZeroPadding2D",
        "adds zeros around an image",
        &[padding(2), DATA_FORMAT],
        pad_2d,
        Facets { lower: lower::pad, ..PADDING },
    ),
    reshaping(
        "ZeroPadding3D",
        "adds zeros around a volume",
        &[padding(3), DATA_FORMAT],
        pad_3d,
        Facets { lower: lower::pad, ..PADDING },
    ),
    reshaping(
        "UpSampling1D",
        "repeats each step of a sequence",
        &[Parameter::optional(keys::SIZE, Kind::POSITIVE, Default::Int(2), FACTOR)],
        enlarge_1d,
        Facets { sight: sight::repeated_1d, lower: lower::repeat_steps, ..MOVING },
    ),
    reshaping(
        "UpSampling2D",
        "enlarges an image by whole factors",
        &[
            factors(2),
            DATA_FORMAT,
            Parameter::optional(
                keys::INTERPOLATION,
                Kind::Word(&["nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"]),
                Default::Word("nearest"),
                "interpolation method",
            ),
        ],
        enlarge_2d,
        Facets { flops: INTERPOLATED, sight: sight::enlarged, lower: lower::enlarge, ..ENLARGING },
    ),
    reshaping(
        "UpSampling3D",
        "enlarges a volume by whole factors",
        &[factors(3), DATA_FORMAT],
        enlarge_3d,
        Facets { lower: lower::enlarge_3d, ..ENLARGING },
    ),
];

/// Elements that only move.
const MOVING: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::lost,
    in_place: false,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const CROPPING: Facets = Facets { sight: sight::cropped, ..MOVING };

const PADDING: Facets = Facets { sight: sight::padded, ..MOVING };

const ENLARGING: Facets = Facets { sight: sight::repeated, ..MOVING };

const DATA_FORMAT: Parameter = Parameter::optional(
    keys::DATA_FORMAT,
    Kind::DataFormat,
    Default::DataFormat,
    "position of the channel axis, last or first",
);

const FACTOR: &str = "upsampling factor of each spatial axis";

const fn reshaping(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Reshaping, doc, parameters, rule, facets)
}

const fn cropping(rank: usize, default: i64) -> Parameter {
    Parameter::optional(
        keys::CROPPING,
        Kind::Pairs { rank },
        Default::Int(default),
        "elements cropped at the start and the end of each axis",
    )
}

const fn padding(rank: usize) -> Parameter {
    Parameter::optional(
        keys::ZERO_PADDING,
        Kind::Pairs { rank },
        Default::Int(1),
        "zeros added at the start and the end of each axis",
    )
}

const fn factors(rank: usize) -> Parameter {
    Parameter::optional(keys::SIZES, Kind::Sizes { rank, min: 1 }, Default::Int(2), FACTOR)
}

/// `[a, b, ..]` to `[a * b * ..]`, `[]` to `[1]`; not known where one of the sizes is not.
///
/// Source: Keras `Flatten`.
fn flatten(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Ok(Inferred::one(Shape::new([call.input()?.elements()?])))
}

/// `[a, b, ..]` to `target_shape`, where `-1` becomes the number of elements divided by the other sizes.
///
/// Both must have the same number of elements. Where a size is not known, so is what stands for `-1`; the
/// other sizes of the input must still divide a target that is known. `None` in the target is a size that is
/// not known. Source: Keras `Reshape`, `compute_reshape_output_shape`.
fn reshape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let target = Target::of(call)?;
    let elements = input.elements()?;
    let Some(rest) = target.rest(input, elements.clone()) else {
        return Err(target.does_not_multiply_out(call, input, elements));
    };
    Ok(Inferred::one(Shape::new(target.sizes.iter().map(|size| size.as_ref().unwrap_or(&rest)))))
}

/// The argument of a `Reshape`.
struct Target {
    /// The sizes; `None` for `-1`.
    sizes: Vec<Option<Dim>>,
    /// The product of the sizes that are numbers.
    product: usize,
    /// Number of sizes that are not numbers.
    open: usize,
}

impl Target {
    fn of(call: &Call<'_>) -> Result<Self, Mistake> {
        let value = call.get(keys::TARGET_SHAPE)?;
        let wrong = |what| {
            let name = call.class.name;
            Err(call.at(keys::TARGET_SHAPE, format!("`{name}` expects {what}, found `{value}`")))
        };
        let mut sizes = Vec::new();
        for item in value.items().unwrap_or_default() {
            let size = match item {
                Value::Int(-1) if sizes.contains(&None) => {
                    return wrong("at most one `-1` in its target shape");
                }
                Value::Int(-1) => None,
                Value::Int(size) => match usize::try_from(*size) {
                    Ok(size) if size > 0 => Some(Dim::Known(size)),
                    _ => return wrong("sizes of at least 1, or one `-1`"),
                },
                Value::Size(dim) => Some(dim.clone()),
                _ => Some(Dim::Unknown),
            };
            sizes.push(size);
        }
        let numbers = || sizes.iter().flatten().filter_map(|dim| dim.known());
        let product = numbers().try_fold(1_usize, usize::checked_mul).ok_or(DimError::TooLarge)?;
        let open = sizes.len().saturating_sub(numbers().count());
        Ok(Self { sizes, product, open })
    }

    /// Size that `-1` stands for; `None` if the elements do not fit.
    fn rest(&self, input: &Shape, elements: Dim) -> Option<Dim> {
        let infers = self.sizes.contains(&None);
        let given = product(self.sizes.iter().flatten().cloned())?;
        match (given, infers) {
            (Dim::Unknown, _) => {
                let rest = elements.div_exact(self.product)?;
                Some(if self.open == 1 { rest } else { Dim::Unknown })
            }
            (given, true) => elements.div_exact(given),
            (given, false) => {
                // The sizes that are not known are what is left of the elements.
                let others = input.iter().filter(|dim| **dim != Dim::Unknown).cloned();
                let fits = elements.is_compatible(&given)
                    && (elements != Dim::Unknown || given.div_exact(product(others)?).is_some());
                fits.then_some(elements)
            }
        }
    }

    fn does_not_multiply_out(&self, call: &Call<'_>, input: &Shape, elements: Dim) -> Mistake {
        let value = call.get(keys::TARGET_SHAPE).unwrap_or(&Value::None);
        if let Dim::Symbolic(_) = elements {
            return call.at(
                keys::TARGET_SHAPE,
                format!("`Reshape` to `{value}` does not have the {elements} elements of its input `{input}`"),
            );
        }
        let mut sizes = input.iter().chain(self.sizes.iter().flatten());
        if sizes.any(|dim| matches!(dim, Dim::Symbolic(_))) {
            return call.at(
                keys::TARGET_SHAPE,
                format!("`Reshape` to `{value}` does not fit every size of its input `{input}`"),
            );
        }
        let Some(found) = elements.known() else {
            return call.at(
                keys::TARGET_SHAPE,
                format!(
                    "`Reshape` to `{value}` has {} elements, which its input `{input}` never has",
                    self.product
                ),
            );
        };
        let takes = match (self.open, self.product) {
            (0, 1) => "1 element".into(),
            (0, product) => format!("{product} elements"),
            (_, product) => format!("a multiple of {product} elements"),
        };
        let mistake = call.at(
            keys::TARGET_SHAPE,
            format!("`Reshape` to `{value}` takes {takes}, its input `{input}` has {found}"),
        );
        match self.repaired(found) {
            Some(sizes) => mistake.or_with(keys::TARGET_SHAPE, Value::list(sizes)),
            None => mistake,
        }
    }

    /// The target with its last size that can make up for the others changed so that it does.
    fn repaired(&self, elements: usize) -> Option<Vec<Value>> {
        if self.open > 0 {
            return None;
        }
        let index = self.sizes.iter().rposition(|size| {
            let size = size.as_ref().and_then(Dim::known).unwrap_or(0);
            let others = self.product.checked_div(size).unwrap_or(0);
            elements.checked_rem(others) == Some(0)
        })?;
        let size = self.sizes.get(index).cloned()??.known()?;
        let others = self.product.checked_div(size)?;
        let mut sizes: Vec<Value> = self
            .sizes
            .iter()
            .map(|size| Value::from(size.clone().unwrap_or(Dim::Unknown)))
            .collect();
        *sizes.get_mut(index)? = Value::from(Dim::Known(elements.checked_div(others)?));
        Some(sizes)
    }
}

fn product(mut sizes: impl Iterator<Item = Dim>) -> Option<Dim> {
    sizes.try_fold(Dim::Known(1), |product, dim| product.times(dim).ok())
}

/// `[a, b, ..]` to the same sizes in the order of `dims`, which counts from 1.
///
/// `dims` must name every axis once. Source: Keras `Permute`.
fn permute(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let dims = call.get(keys::DIMS)?;
    let mut sorted = dims.clone();
    sorted.sort_unstable();
    if !sorted.iter().copied().eq((1..).take(sorted.len())) {
        return Err(call.at(
            keys::DIMS,
            format!(
                "`Permute` expects each of its axes 1 to {} once, found `{dims:?}`",
                dims.len()
            ),
        ));
    }
    if dims.len() != input.rank() {
        return Err(call.at(
            keys::DIMS,
            format!(
                "`Permute` orders {} axes `{dims:?}`, its input `{input}` has {}",
                dims.len(),
                input.rank()
            ),
        ));
    }
    let place = |dim: &i64| usize::try_from(*dim).ok()?.checked_sub(1);
    Ok(Inferred::one(Shape::new(dims.iter().filter_map(|dim| input.get(place(dim)?).cloned()))))
}

/// `[features]` to `[n, features]`. Source: Keras `RepeatVector`.
fn repeat_vector(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input_like("[features]")?;
    let times = Dim::Known(call.get(keys::N)?);
    Ok(Inferred::one(Shape::new(core::iter::once(times).chain(input.iter().cloned()))))
}

fn crop_1d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    crop(call, 1)
}

fn crop_2d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    crop(call, 2)
}

fn crop_3d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    crop(call, 3)
}

/// `[sizes.., c]` to `[(size - start - end).., c]`.
///
/// Something must be left of every axis. Source: Keras `Cropping1D`, `Cropping2D`, `Cropping3D`.
fn crop(call: &Call<'_>, rank: usize) -> Result<Inferred, Mistake> {
    let cuts = ends(call, keys::CROPPING, || format!("`ZeroPadding{rank}D` adds elements"))?;
    let input = Spatial::of(call, rank)?;
    let mut sizes = Vec::with_capacity(rank);
    for (axis, (start, end)) in input.sizes.iter().zip(cuts) {
        let cut = start.saturating_add(end);
        if axis.is_below(cut.saturating_add(1)) {
            let mistake = call.at(
                keys::CROPPING,
                format!(
                    "`{}` cuts {start} + {end} elements of an axis of {axis}, leaving nothing of `{}`",
                    call.class.name,
                    input.shape(input.sizes.iter().cloned(), &input.channels)
                ),
            );
            return Err(input.or_with_other_format(mistake));
        }
        sizes.push(axis.minus(cut)?);
    }
    Ok(Inferred::one(input.shape(sizes, &input.channels)))
}

fn pad_1d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    pad(call, 1)
}

fn pad_2d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    pad(call, 2)
}

fn pad_3d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    pad(call, 3)
}

/// `[sizes.., c]` to `[(start + size + end).., c]`.
///
/// Source: Keras `ZeroPadding1D`, `ZeroPadding2D`, `ZeroPadding3D`.
fn pad(call: &Call<'_>, rank: usize) -> Result<Inferred, Mistake> {
    let added = ends(call, keys::ZERO_PADDING, || format!("`Cropping{rank}D` cuts elements"))?;
    let input = Spatial::of(call, rank)?;
    let mut sizes = Vec::with_capacity(rank);
    for (axis, (start, end)) in input.sizes.iter().zip(added) {
        sizes.push(axis.plus(start)?.plus(end)?);
    }
    Ok(Inferred::one(input.shape(sizes, &input.channels)))
}

/// Elements removed or added at the start and the end of each axis.
fn ends(
    call: &Call<'_>,
    argument: Key<Vec<Ends>>,
    opposite: impl FnOnce() -> String,
) -> Result<Vec<(usize, usize)>, Mistake> {
    let ends = call.get(argument)?;
    let size = |number: i64| usize::try_from(number).ok();
    let pairs = ends.iter().map(|ends| Some((size(ends.start)?, size(ends.end)?)));
    pairs.collect::<Option<Vec<_>>>().ok_or_else(|| {
        let (class, name) = (call.class.name, argument.name());
        let numbers = ends.iter().flat_map(|ends| [ends.start, ends.end]);
        let negative = numbers.into_iter().find(|number| *number < 0).unwrap_or_default();
        let message = format!("`{class}` expects a {name} of at least 0, found `{negative}`");
        call.at(argument, message).help(opposite())
    })
}

/// `[steps, c]` to `[steps * size, c]`. Source: Keras `UpSampling1D`.
fn enlarge_1d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    enlarged(call, &[call.get(keys::SIZE)?])
}

/// `[h, w, c]` to `[h * size, w * size, c]`, interpolated. Source: Keras `UpSampling2D`.
fn enlarge_2d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    interpolated(call, enlarged(call, &call.get(keys::SIZES)?)?)
}

/// `[sizes.., c]` to `[(size * factor).., c]`. Source: Keras `UpSampling3D`.
fn enlarge_3d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    enlarged(call, &call.get(keys::SIZES)?)
}

fn enlarged(call: &Call<'_>, factors: &[usize]) -> Result<Inferred, Mistake> {
    let input = Spatial::of(call, factors.len())?;
    let sizes = input.sizes.iter().zip(factors).map(|(axis, factor)| axis.times(*factor));
    let sizes = sizes.collect::<Result<Vec<_>, _>>()?;
    Ok(Inferred::one(input.shape(sizes, &input.channels)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::testing::{call, ints};

    #[track_caller]
    fn check(class: &str, arguments: &[(&str, Value)], input: &[usize], expected: &str) {
        assert_eq!(call(class, arguments, input), expected);
    }

    #[track_caller]
    fn reshape(target: &[i64], input: &[usize], expected: &str) {
        check("Reshape", &[("target_shape", ints(target))], input, expected);
    }

    #[test]
    fn a_reshape_keeps_the_elements() {
        reshape(&[-1, 6], &[4, 6], "[4, 6]");
        reshape(&[-1, 6], &[0, 6], "[_, 6]");
        reshape(
            &[5, 5],
            &[4, 6],
            "`Reshape` to `[5, 5]` takes 25 elements, its input `[4, 6]` has 24",
        );
        reshape(
            &[7, 7, 32],
            &[3136],
            "`Reshape` to `[7, 7, 32]` takes 1568 elements, its input `[3136]` has 3136\n\
             help: with `target_shape = [7, 7, 64]` the output is `[7, 7, 64]`",
        );
        reshape(
            &[-1, 5],
            &[4, 6],
            "`Reshape` to `[-1, 5]` takes a multiple of 5 elements, its input `[4, 6]` has 24",
        );
        reshape(
            &[3, 4],
            &[0, 5],
            "`Reshape` to `[3, 4]` has 12 elements, which its input `[_, 5]` never has",
        );
        reshape(
            &[-1, -1],
            &[4],
            "`Reshape` expects at most one `-1` in its target shape, found `[-1, -1]`",
        );
    }

    #[test]
    fn a_single_value_is_no_list() {
        check(
            "Reshape",
            &[("target_shape", Value::Int(24))],
            &[24],
            "`target_shape` of `Reshape` expects a list of sizes, with `-1` for what is left, found `24`\n\
             help: write `target_shape = [24]`",
        );
    }

    #[test]
    fn a_permutation_names_every_axis_once() {
        let permute = |dims: &[i64], input, expected| {
            check("Permute", &[("dims", ints(dims))], input, expected);
        };
        permute(&[2, 1], &[4, 5], "[5, 4]");
        permute(&[0, 1], &[4, 5], "`Permute` expects each of its axes 1 to 2 once, found `[0, 1]`");
        permute(
            &[2, 1],
            &[4, 5, 6],
            "`Permute` orders 2 axes `[2, 1]`, its input `[4, 5, 6]` has 3",
        );
    }

    #[test]
    fn edges_are_cut_and_added() {
        check("Cropping2D", &[], &[10, 12, 3], "[10, 12, 3]");
        check(
            "Cropping2D",
            &[("cropping", Value::Int(5))],
            &[10, 12, 3],
            "`Cropping2D` cuts 5 + 5 elements of an axis of 10, leaving nothing of `[10, 12, 3]`",
        );
        check(
            "ZeroPadding3D",
            &[("padding", Value::Int(-1))],
            &[4, 4, 4, 3],
            "`ZeroPadding3D` expects a padding of at least 0, found `-1`\n\
             help: `Cropping3D` cuts elements",
        );
        check(
            "ZeroPadding1D",
            &[("padding", ints(&[i64::MAX, i64::MAX]))],
            &[10, 12],
            "size arithmetic overflows",
        );
    }
}
