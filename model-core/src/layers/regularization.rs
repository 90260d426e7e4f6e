//! Dropout, noise and penalties: active in training only, and without effect on the shape.

mod lower;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::sight;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "Dropout",
        "sets a share of its input to 0 in training",
        DROPOUT,
        dropout,
        Facets { lower: lower::dropout, ..EACH },
    ),
    class(
        "AlphaDropout",
        "dropout that keeps mean and variance, for use with `selu`",
        DROPOUT,
        dropout,
        Facets { lower: lower::alpha_dropout, ..EACH },
    ),
    class(
        "GaussianDropout",
        "multiplies by noise of mean 1 in training",
        &[RATE, SEED],
        dropout,
        Facets { lower: lower::gaussian_dropout, ..EACH },
    ),
    class(
        "GaussianNoise",
        "adds noise of mean 0 in training",
        &[
            Parameter::required(
                keys::STDDEV,
                Kind::NUMBER,
                "standard deviation of the noise, up to 1",
            ),
            SEED,
        ],
        gaussian_noise,
        Facets { lower: lower::gaussian_noise, ..EACH },
    ),
    class(
        "SpatialDropout1D",
        "sets whole channels of a sequence to 0 in training",
        &[RATE, SEED],
        spatial_dropout_1d,
        Facets { lower: lower::spatial_dropout, ..EACH },
    ),
    class(
        "SpatialDropout2D",
        "sets whole channels of an image to 0 in training",
        SPATIAL,
        spatial_dropout_2d,
        Facets { lower: lower::spatial_dropout, ..EACH },
    ),
    class(
        "SpatialDropout3D",
        "sets whole channels of a volume to 0 in training",
        SPATIAL,
        spatial_dropout_3d,
        Facets { lower: lower::spatial_dropout, ..EACH },
    ),
    class(
        "ActivityRegularization",
        "adds a penalty on its input to the loss",
        &[
            Parameter::optional(
                keys::L1,
                Kind::Number { min: 0.0 },
                Default::Float(0.0),
                "weight of the sum of absolute values",
            ),
            Parameter::optional(
                keys::L2,
                Kind::Number { min: 0.0 },
                Default::Float(0.0),
                "weight of the sum of squares",
            ),
        ],
        same_shape,
        Facets { lower: lower::activity, ..EACH },
    ),
];

/// In inference, the input as it is.
const EACH: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Kept,
    sight: sight::elementwise,
    in_place: true,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const RATE: Parameter =
    Parameter::required(keys::RATE, Kind::NUMBER, "share that is dropped, from 0 to 1");

const SEED: Parameter =
    Parameter::optional(keys::SEED, Kind::INT, Default::None, "seed of the random numbers");

const DROPOUT: &[Parameter] = &[
    RATE,
    Parameter::optional(
        keys::NOISE_SHAPE,
        Kind::Shape,
        Default::None,
        "shape of the mask with the batch, 1 where values are dropped together",
    ),
    SEED,
];

const SPATIAL: &[Parameter] = &[
    RATE,
    Parameter::optional(
        keys::DATA_FORMAT,
        Kind::DataFormat,
        Default::DataFormat,
        "position of the channel axis, last or first",
    )
    .nullable(),
    SEED,
];

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Regularization, doc, parameters, rule, facets)
}

/// Any shape to the same shape. Source: Keras `ActivityRegularization`.
fn same_shape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Ok(Inferred::one(call.input()?.clone()))
}

/// Any shape to the same shape; `rate` is from 0 to 1. Source: Keras `Dropout`, Srivastava et al. 2014.
fn dropout(call: &Call<'_>) -> Result<Inferred, Mistake> {
    call.fraction(keys::RATE)?;
    same_shape(call)
}

/// Any shape to the same shape; `stddev` is from 0 to 1. Source: Keras `GaussianNoise`.
fn gaussian_noise(call: &Call<'_>) -> Result<Inferred, Mistake> {
    call.fraction(keys::STDDEV)?;
    same_shape(call)
}

/// `[steps, channels]` to the same shape. Source: Keras `SpatialDropout1D`, Tompson et al. 2014.
fn spatial_dropout_1d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    spatial_dropout(call, "[steps, channels]", "[steps, channels]")
}

/// `[height, width, channels]` to the same shape. Source: Keras `SpatialDropout2D`, Tompson et al. 2014.
fn spatial_dropout_2d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    spatial_dropout(call, "[height, width, channels]", "[channels, height, width]")
}

/// `[depth, height, width, channels]` to the same shape. Source: Keras `SpatialDropout3D`, Tompson et al.
/// 2014.
fn spatial_dropout_3d(call: &Call<'_>) -> Result<Inferred, Mistake> {
    spatial_dropout(call, "[depth, height, width, channels]", "[channels, depth, height, width]")
}

fn spatial_dropout(call: &Call<'_>, last: &str, first: &str) -> Result<Inferred, Mistake> {
    call.fraction(keys::RATE)?;
    let input = call.input_like(if call.channels_first() { first } else { last })?;
    Ok(Inferred::one(input.clone()))
}
