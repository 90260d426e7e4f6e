//! Normalizations.

mod lower;

use alloc::format;
use alloc::vec::Vec;

use super::argument::{Any, Key, Numbers};
use super::call::{Call, Inferred, Mistake, Weight};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::sight;
use crate::dim::{Dim, DimError};
use crate::shape::Shape;
use crate::spec::DType;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "BatchNormalization",
        "scales every channel to mean 0 and variance 1 over the batch, then by learned factors",
        &[
            AXIS,
            MOMENTUM,
            EPSILON,
            CENTER,
            SCALE,
            BETA_INITIALIZER,
            GAMMA_INITIALIZER,
            initializer(keys::MOVING_MEAN_INITIALIZER, "zeros", "moving mean initializer"),
            initializer(keys::MOVING_VARIANCE_INITIALIZER, "ones", "moving variance initializer"),
            BETA_REGULARIZER,
            GAMMA_REGULARIZER,
            BETA_CONSTRAINT,
            GAMMA_CONSTRAINT,
            Parameter::optional(
                keys::RENORM,
                Kind::Bool,
                Default::Bool(false),
                "corrects each training batch by moving statistics",
            ),
            Parameter::optional(
                keys::RENORM_CLIPPING,
                Kind::Any,
                Default::None,
                "bounds of that correction: `rmax`, `rmin`, `dmax`",
            ),
            Parameter::optional(
                keys::RENORM_MOMENTUM,
                Kind::NUMBER,
                Default::Float(0.99),
                "momentum of the `renorm` statistics, from 0 to 1",
            ),
            Parameter::optional(
                keys::SYNCHRONIZED,
                Kind::Bool,
                Default::Bool(false),
                "synchronizes statistics across devices",
            ),
        ],
        batch_normalization,
        Facets {
            axes: Axes::Channels,
            sight: sight::elementwise,
            flops: "2 for each element: its statistics are known, and become one factor and one addition",
            lower: lower::batch,
            ..EACH
        },
    ),
    class(
        "LayerNormalization",
        "scales every example to mean 0 and variance 1 along an axis, then by learned factors",
        &[
            AXES,
            EPSILON,
            CENTER,
            SCALE,
            BETA_INITIALIZER,
            GAMMA_INITIALIZER,
            BETA_REGULARIZER,
            GAMMA_REGULARIZER,
            BETA_CONSTRAINT,
            GAMMA_CONSTRAINT,
            Parameter::optional(
                keys::RMS_SCALING,
                Kind::Bool,
                Default::Bool(false),
                "normalizes the scale only, without `beta`",
            ),
        ],
        layer_normalization,
        Facets {
            flops: "for each element 5, and 1 each with `scale` and `center`; 6 with `rms_scaling`",
            lower: lower::layer,
            ..EACH
        },
    )
    .positional(10),
    class(
        "GroupNormalization",
        "scales groups of channels of every example to mean 0 and variance 1, then by learned factors",
        &[
            Parameter::optional(
                keys::NORMALIZED_GROUPS,
                Kind::INT,
                Default::Int(32),
                "into how many groups the channels are divided; -1 for one a channel",
            ),
            AXIS,
            EPSILON,
            CENTER,
            SCALE,
            BETA_INITIALIZER,
            GAMMA_INITIALIZER,
            BETA_REGULARIZER,
            GAMMA_REGULARIZER,
            BETA_CONSTRAINT,
            GAMMA_CONSTRAINT,
        ],
        group_normalization,
        Facets {
            axes: Axes::Channels,
            sight: sight::lost,
            flops: "for each element 5, and 1 each with `scale` and `center`",
            lower: lower::group,
            ..EACH
        },
    ),
    class(
        "RMSNormalization",
        "divides every example by its root mean square along an axis, then scales by learned factors",
        &[AXES, Parameter { default: Default::Float(1e-6), ..EPSILON }],
        rms_normalization,
        Facets {
            flops: "4 for each element: square, sum and two products",
            lower: lower::rms,
            ..EACH
        },
    ),
    class(
        "UnitNormalization",
        "scales every example to length 1 along an axis",
        &[AXES],
        unit_normalization,
        Facets {
            flops: "3 for each element: square, sum and quotient",
            lower: lower::unit,
            ..EACH
        },
    ),
    Class::new(
        "Normalization",
        Family::Preprocessing,
        "shifts and scales every feature by a mean and variance that are given or taken from data",
        &[
            OPTIONAL_AXES,
            Parameter::optional(
                keys::MEAN,
                Kind::Numbers,
                Default::None,
                "mean of each feature; taken from data when left out",
            ),
            Parameter::optional(
                keys::VARIANCE,
                Kind::Numbers,
                Default::None,
                "variance of each feature; taken from data when left out",
            ),
            Parameter::optional(
                keys::INVERT,
                Kind::Bool,
                Default::Bool(false),
                "inverts the normalization",
            ),
        ],
        normalization,
        Facets {
            flops: "2 for each element: difference and quotient",
            axes: Axes::Kept,
            sight: sight::elementwise,
            in_place: false,
            lower: lower::features,
            ..EACH
        },
    ),
];

/// Elements scaled by statistics of others.
const EACH: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Kept,
    sight: sight::normalized,
    in_place: true,
    weights: Owner::Layer,
    kernel: Kernel::None,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

const AXIS: Parameter = Parameter::optional(
    keys::AXIS,
    Kind::Axis,
    Default::Int(-1),
    "axis of the channels, 1 where they come first; the batch is axis 0",
);

const AXES: Parameter = Parameter::optional(
    keys::AXES,
    Kind::Axes,
    Default::Int(-1),
    "axis or axes; the batch is axis 0",
);

const OPTIONAL_AXES: Parameter = Parameter::optional(
    keys::AXES.or_none(),
    Kind::Axes,
    Default::Int(-1),
    "axis or axes; the batch is axis 0",
)
.nullable();

const MOMENTUM: Parameter = Parameter::optional(
    keys::MOMENTUM,
    Kind::NUMBER,
    Default::Float(0.99),
    "momentum of the moving statistics, from 0 to 1",
);

const EPSILON: Parameter = Parameter::optional(
    keys::EPSILON,
    Kind::Number { min: 0.0 },
    Default::Float(1e-3),
    "small number that keeps the division from zero",
);

const CENTER: Parameter =
    Parameter::optional(keys::CENTER, Kind::Bool, Default::Bool(true), "adds `beta`");

const SCALE: Parameter =
    Parameter::optional(keys::SCALE, Kind::Bool, Default::Bool(true), "multiplies by `gamma`");

const BETA_INITIALIZER: Parameter =
    initializer(keys::BETA_INITIALIZER, "zeros", "`beta` initializer");

const GAMMA_INITIALIZER: Parameter =
    initializer(keys::GAMMA_INITIALIZER, "ones", "`gamma` initializer");

const BETA_REGULARIZER: Parameter = Parameter::optional(
    keys::BETA_REGULARIZER,
    Kind::Regularizer,
    Default::None,
    "penalty on `beta`",
);

const GAMMA_REGULARIZER: Parameter = Parameter::optional(
    keys::GAMMA_REGULARIZER,
    Kind::Regularizer,
    Default::None,
    "penalty on `gamma`",
);

const BETA_CONSTRAINT: Parameter = Parameter::optional(
    keys::BETA_CONSTRAINT,
    Kind::Constraint,
    Default::None,
    "`beta` constraint",
);

const GAMMA_CONSTRAINT: Parameter = Parameter::optional(
    keys::GAMMA_CONSTRAINT,
    Kind::Constraint,
    Default::None,
    "`gamma` constraint",
);

const fn initializer(key: Key<Any>, default: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Initializer, Default::Word(default), doc)
}

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Normalization, doc, parameters, rule, facets)
}

/// Any shape with `c` on `axis` to the same shape, with `gamma`, `beta`, `moving_mean` and
/// `moving_variance: [c]`; training changes the first two only.
///
/// `renorm` adds three statistics. Source: Keras `BatchNormalization`, Ioffe and Szegedy 2015, Ioffe 2017.
fn batch_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    call.fraction(keys::MOMENTUM)?;
    call.fraction(keys::RENORM_MOMENTUM)?;
    let input = call.input()?;
    let channels = call.known_axis(call.axis(keys::AXIS, input)?, input)?;
    let mut inferred = scaled(call, input, &[channels])?
        .flops_of_output(2)?
        .frozen("moving_mean", [channels])
        .frozen("moving_variance", [channels]);
    if call.get(keys::RENORM)? {
        for statistic in ["moving_stddev", "renorm_mean", "renorm_stddev"] {
            inferred = inferred.frozen(statistic, [channels]);
        }
    }
    Ok(inferred)
}

/// Any shape to the same shape, with `gamma` and `beta` of the sizes on `axis`.
///
/// Keras sorts the axes as they are written, so that those counted from the end come first: with
/// `axis = [1, -1]`, `[5, 8]` has `gamma: [8, 5]`. Source: Keras `LayerNormalization`, Ba et al. 2016.
fn layer_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let rms = call.get(keys::RMS_SCALING)?;
    let weighted = call.get(keys::SCALE)? || call.get(keys::CENTER)? || rms;
    let sizes = sorted_sizes(call, input, weighted)?;
    if rms {
        return Ok(Inferred::one(input.clone()).flops_of_output(6)?.weight("gamma", sizes));
    }
    scaled(call, input, &sizes)?.flops_of_output(normalized(call)?)
}

/// Any shape with `c` on `axis` to the same shape, with `gamma` and `beta: [c]`; `groups` must divide `c`.
///
/// Source: Keras `GroupNormalization`, Wu and He 2018.
fn group_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let channels = call.known_axis(call.axis(keys::AXIS, input)?, input)?;
    let groups = call.get(keys::NORMALIZED_GROUPS)?;
    if groups != -1 && groups < 1 {
        return Err(call.at(
            keys::NORMALIZED_GROUPS,
            format!(
                "`groups` of `GroupNormalization` expects a positive integer or -1, found \
                 `{groups}`"
            ),
        ));
    }
    let groups = if groups == -1 {
        channels
    } else {
        usize::try_from(groups).map_err(|_| DimError::TooLarge)?
    };
    if channels.checked_rem(groups) != Some(0) {
        let mut mistake = call.at(
            keys::NORMALIZED_GROUPS,
            format!(
                "`GroupNormalization` cannot divide the {channels} channels of `{input}` into {groups} \
                 equal groups"
            ),
        );
        if call.args.loc(keys::NORMALIZED_GROUPS).is_none() {
            mistake = mistake.note(format!("`groups` defaults to {groups}"));
        }
        let divisor = greatest_common_divisor(groups, channels);
        if let (2.., Ok(divisor)) = (divisor, i64::try_from(divisor)) {
            mistake = mistake.or_with(keys::NORMALIZED_GROUPS, Value::Int(divisor));
        }
        return Err(mistake);
    }
    scaled(call, input, &[channels])?.flops_of_output(normalized(call)?)
}

/// Any shape to the same shape, with `scale` of the sizes on `axis`.
///
/// Keras multiplies by `scale` without giving it axes of size 1, so that it must fit the last axes.
/// Source: Keras `RMSNormalization`, Zhang and Sennrich 2019.
fn rms_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let sizes = sorted_sizes(call, input, true)?;
    let scale = Shape::new(sizes.iter().copied());
    if input.broadcast(&scale).as_ref() != Some(input) {
        return Err(call
            .at(
                keys::AXES,
                format!(
                    "`RMSNormalization` cannot multiply `{input}` by its `scale` of shape \
                     `{scale}`: the \
                     axes must be the last ones"
                ),
            )
            .or_with(keys::AXES, Value::Int(-1)));
    }
    Ok(Inferred::one(input.clone()).flops_of_output(4)?.weight("scale", sizes))
}

/// Any shape to the same shape. Source: Keras `UnitNormalization`.
fn unit_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    call.axes(keys::AXES, input)?;
    Inferred::one(input.clone()).flops_of_output(3)
}

/// Any shape to the same shape, with `mean` and `variance` of the sizes on `axis`, in order, and `count`,
/// none of which training changes; without weights where `mean` and `variance` are given.
///
/// Source: Keras `Normalization`.
fn normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let mut axes = match call.get(keys::AXES.or_none())? {
        Some(_) => call.axes(keys::AXES, input)?,
        None => Vec::new(),
    };
    axes.sort_by_key(|axis| axis.index);
    let mut sizes = Vec::with_capacity(axes.len());
    for axis in &axes {
        sizes.push(call.known_axis(*axis, input)?);
    }
    match (call.get(keys::MEAN)?.is_some(), call.get(keys::VARIANCE)?.is_some()) {
        (false, false) => {}
        (true, true) => {
            // As they are multiplied: the axes kept, 1 elsewhere.
            let kept = |index: usize| axes.iter().any(|axis| axis.index == index);
            let dims = input.iter().enumerate();
            let statistics = Shape::new(
                dims.map(|(index, dim)| if kept(index) { dim.clone() } else { Dim::Known(1) }),
            );
            for argument in [keys::MEAN, keys::VARIANCE] {
                check_statistic(call, argument, &statistics)?;
            }
            return Inferred::one(input.clone()).flops_of_output(2);
        }
        (mean, _) => {
            let (given, other) =
                if mean { (keys::MEAN, keys::VARIANCE) } else { (keys::VARIANCE, keys::MEAN) };
            return Err(call.at(
                given,
                format!(
                    "`Normalization` expects `mean` and `variance` together, found no `{}`",
                    other.name()
                ),
            ));
        }
    }
    let mut inferred = Inferred::one(input.clone()).flops_of_output(2)?;
    inferred = inferred.frozen("mean", sizes.clone()).frozen("variance", sizes);
    inferred.weights.push(Weight {
        trainable: false,
        dtype: Some(DType::Int32),
        ..Weight::new("count", [])
    });
    Ok(inferred)
}

fn check_statistic(
    call: &Call<'_>,
    argument: Key<Option<Numbers>>,
    statistics: &Shape,
) -> Result<(), Mistake> {
    let Some(Numbers::Each(items)) = call.get(argument)? else { return Ok(()) };
    if statistics.broadcast(&Shape::new([items.len()])).as_ref() == Some(statistics) {
        return Ok(());
    }
    Err(call.at(
        argument,
        format!(
            "`{}` of `Normalization` expects a number or a list that fits `{statistics}`, \
             found {} \
             numbers",
            argument.name(),
            items.len()
        ),
    ))
}

/// Operations for each element that is scaled by statistics of its own row: sum, difference, square, sum and product,
/// then `gamma` and `beta`.
fn normalized(call: &Call<'_>) -> Result<usize, Mistake> {
    Ok(5 + usize::from(call.get(keys::SCALE)?) + usize::from(call.get(keys::CENTER)?))
}

/// The input's shape with `gamma` and `beta` of these sizes, as `scale` and `center` ask.
fn scaled(call: &Call<'_>, input: &Shape, sizes: &[usize]) -> Result<Inferred, Mistake> {
    let (scale, center) = (call.get(keys::SCALE)?, call.get(keys::CENTER)?);
    let output = Inferred::one(input.clone());
    Ok(output.weight_if(scale, "gamma", sizes).weight_if(center, "beta", sizes))
}

/// The sizes on `axis`, in Keras's order: sorted as written. Empty where no weight needs them.
fn sorted_sizes(call: &Call<'_>, input: &Shape, weighted: bool) -> Result<Vec<usize>, Mistake> {
    let mut axes = call.axes(keys::AXES, input)?;
    if axes.is_empty() {
        return Err(call.at(
            keys::AXES,
            format!("`axis` of `{}` expects at least one axis, found none", call.class.name),
        ));
    }
    if !weighted {
        return Ok(Vec::new());
    }
    axes.sort_by_key(|axis| axis.written);
    axes.into_iter().map(|axis| call.known_axis(axis, input)).collect()
}

/// Euclid's algorithm.
fn greatest_common_divisor(mut a: usize, mut b: usize) -> usize {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
