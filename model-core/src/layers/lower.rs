//! Lowering: the operation of a call, with every argument as a number.
//!
//! A family's lowering is in its file `lower.rs`, one function an operation, and stands on the entries of its classes as a
//! facet. It sees what its rule saw, and what came of that: no rule runs again. Shared parts are here.

use alloc::format;
use alloc::rc::Rc;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::argument::{self, Key};
use super::call::{Call, Mistake, Place, Weight};
use super::class::{Class, Parameter};
use super::keys;
use super::spatial::Spatial;
use crate::dim::Dim;
use crate::graph::Body;
use crate::plan::code::{List, Scratch};
use crate::plan::operation::{Interpolation, Lora, Opaque, Operation};
use crate::plan::value::{
    self, Activation, Argument, Channels, Constraint, Distribution, Fan, Initializer, Normal,
    Orthogonal, Padding, Regularizer, Uniform, VarianceScaling, Window,
};
use crate::shape::Shape;
use crate::value::{Object, Value};

/// The operation of a call.
pub type Lower = for<'a> fn(&Call<'a>, &Found<'a>) -> Result<Operation<'a>, Mistake>;

/// Results of inference for a call.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Shapes of the outputs.
    pub outputs: &'a [Shape],
    /// The weights.
    pub weights: &'a [Weight],
    /// The calls inside a wrapper: a body for each layer.
    pub bodies: &'a [Rc<Body>],
    /// Keeps lists until they are written.
    pub scratch: &'a Scratch,
}

/// The class with its arguments: for what has no operation of its own.
pub(crate) fn opaque<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Opaque(Opaque { arguments: arguments(call, found.scratch) }))
}

/// All arguments of a call, as they hold.
pub(super) fn arguments<'a>(call: &Call<'a>, scratch: &'a Scratch) -> List<'a, Argument<'a>> {
    let arguments = call.args.iter();
    let arguments: Vec<Argument<'a>> = arguments
        .map(|(parameter, value)| Argument {
            name: parameter.name,
            value: argument(value, scratch),
        })
        .collect();
    List::new(&arguments, scratch)
}

/// A value of an argument.
pub(crate) fn argument<'a>(value: &'a Value, scratch: &'a Scratch) -> value::Value<'a> {
    match value {
        Value::None => value::Value::None,
        Value::Bool(value) => value::Value::Bool(*value),
        Value::Int(value) => value::Value::Int(*value),
        Value::Float(value) => value::Value::Float(*value),
        Value::Str(text) => value::Value::Text(text),
        Value::Word(word) => value::Value::Word(word),
        Value::List(items) | Value::Tuple(items) => {
            let items: Vec<_> = items.iter().map(|item| argument(item, scratch)).collect();
            value::Value::List(List::new(&items, scratch))
        }
        other => value::Value::Written(scratch.text(other.to_string())),
    }
}

/// The function that an argument names; `None` is [`Activation::Linear`].
pub(super) fn activation(
    call: &Call<'_>,
    key: Key<Option<super::Activation>>,
) -> Result<Activation, Mistake> {
    let found = call.get(key)?;
    Ok(found.map_or(Activation::Linear, |activation| activation.function))
}

/// The axis of channels, of `data_format`.
pub(super) fn channels(call: &Call<'_>) -> Channels {
    if call.channels_first() { Channels::First } else { Channels::Last }
}

/// The change of low rank, where `lora_rank` is given. `lora_alpha` is the rank where it is left out.
pub(super) fn lora(call: &Call<'_>) -> Result<Option<Lora>, Mistake> {
    let Some(rank) = call.get(keys::LORA_RANK)? else { return Ok(None) };
    #[allow(clippy::cast_precision_loss)] // a rank is a small number
    let alpha = call.get(keys::LORA_ALPHA)?.unwrap_or(rank as f64);
    Ok(Some(Lora { rank, alpha }))
}

/// A window of these sizes, with the padding of the call on the axes of its input.
pub(super) fn window(
    call: &Call<'_>,
    input: &Spatial<'_>,
    size: &[usize],
    strides: &[usize],
    dilation: &[usize],
) -> Result<Window, Mistake> {
    let mut window = Window {
        rank: size.len(),
        size: three(size, 1),
        strides: three(strides, 1),
        dilation: three(dilation, 1),
        padding: [Padding::NONE; 3],
    };
    for (index, axis) in input.sizes.iter().enumerate().take(3) {
        let (span, stride) = (window.span(index), window.strides[index]);
        window.padding[index] = match call.get(keys::PADDING)? {
            argument::Padding::Valid => Padding::NONE,
            argument::Padding::Causal => Padding::Of((span.saturating_sub(1), 0)),
            argument::Padding::Same => same(axis, span, stride),
        };
    }
    Ok(window)
}

/// Padding of an axis that keeps its size, divided by the stride. The numbers depend on the size's rest only, so that they are
/// known for a symbolic multiple of the stride.
pub(super) fn same(axis: &Dim, span: usize, stride: usize) -> Padding {
    let rest = match axis {
        _ if stride <= 1 => 0,
        Dim::Known(size) => *size % stride,
        Dim::Symbolic(_) if axis.div_exact(stride).is_some() => 0,
        Dim::Symbolic(_) | Dim::Unknown => return Padding::Same,
    };
    let total = span.saturating_sub(if rest == 0 { stride } else { rest });
    Padding::Of((total / 2, total - total / 2))
}

/// A number or a list of numbers as a list.
pub(super) fn numbers(numbers: argument::Numbers, scratch: &Scratch) -> List<'_, f64> {
    match numbers {
        argument::Numbers::One(number) => List::new(&[number], scratch),
        argument::Numbers::Each(numbers) => List::new(&numbers, scratch),
    }
}

/// The same, empty for `None`.
pub(super) fn maybe_numbers(found: Option<argument::Numbers>, scratch: &Scratch) -> List<'_, f64> {
    match found {
        Some(found) => numbers(found, scratch),
        None => List::new(&[], scratch),
    }
}

/// `seed`, where there is one.
pub(super) fn seed(call: &Call<'_>) -> Result<Option<i64>, Mistake> {
    call.get(keys::SEED)
}

/// `interpolation`.
pub(super) fn interpolation(call: &Call<'_>) -> Result<Interpolation, Mistake> {
    Ok(match call.get(keys::INTERPOLATION)? {
        argument::Interpolation::Nearest => Interpolation::Nearest,
        argument::Interpolation::Bilinear => Interpolation::Bilinear,
        argument::Interpolation::Bicubic => Interpolation::Bicubic,
        argument::Interpolation::Lanczos3 => Interpolation::Lanczos3,
        argument::Interpolation::Lanczos5 => Interpolation::Lanczos5,
    })
}

/// Numbers of up to three axes; those beyond are `fill`.
pub(super) fn three(numbers: &[usize], fill: usize) -> [usize; 3] {
    core::array::from_fn(|index| numbers.get(index).copied().unwrap_or(fill))
}

/// Training facts of a variable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Training {
    /// Its first values.
    pub initializer: Initializer,
    /// True if the second quarter of a bias is initialized to 1: the forget gate of an LSTM.
    pub unit_forget: bool,
    /// The penalty on it.
    pub regularizer: Option<Regularizer>,
    /// Constraint.
    pub constraint: Option<Constraint>,
}

/// Names of weights, with the prefix of the parameters that say how they are trained, where that is another name.
const PREFIXES: &[(&str, &str)] = &[
    ("recurrent_kernel", "recurrent"),
    ("depthwise_kernel", "depthwise"),
    ("pointwise_kernel", "pointwise"),
    ("reverse_embeddings", "embeddings"),
];

/// Initializers of weights that no parameter is for: Keras's of `add_weight` in each class.
pub(super) const FIXED: &[(&str, Initializer)] = &[
    ("lora_kernel_a", HE_UNIFORM),
    ("lora_kernel_b", Initializer::Constant(0.0)),
    ("lora_embeddings_a", HE_UNIFORM),
    ("lora_embeddings_b", Initializer::Constant(0.0)),
    ("scale", Initializer::Constant(1.0)),
    ("concat_score_weight", Initializer::Constant(1.0)),
    ("mean", Initializer::Constant(0.0)),
    ("variance", Initializer::Constant(1.0)),
    ("count", Initializer::Constant(0.0)),
    ("real_kernel", Initializer::Stft),
    ("imag_kernel", Initializer::Stft),
    ("vector_u", Initializer::TruncatedNormal(Normal { mean: 0.0, stddev: 0.02, seed: None })),
];

const HE_UNIFORM: Initializer = scaled(2.0, Fan::In, Distribution::Uniform, None);

/// Training facts of a weight of a class, from the arguments of its name, such as `kernel_initializer`.
pub(crate) fn training(call: &Call<'_>, weight: &Weight) -> Result<Training, Mistake> {
    let name = weight.name();
    let prefix = PREFIXES.iter().find(|(of, _)| *of == name).map_or(name, |(_, prefix)| *prefix);
    let [mut initializer, mut regularizer, mut constraint]: [Option<&Parameter>; 3] = [None; 3];
    for parameter in call.class.parameters {
        match parameter.name.strip_prefix(prefix) {
            Some("_initializer") => initializer = Some(parameter),
            Some("_regularizer") => regularizer = Some(parameter),
            Some("_constraint") => constraint = Some(parameter),
            _ => {}
        }
    }
    let initializer = match initializer {
        Some(parameter) => self::initializer(call, parameter)?,
        None => fixed(call.class, name),
    };
    let regularizer =
        regularizer.map(|parameter| self::regularizer(call, parameter)).transpose()?;
    let constraint = constraint.map(|parameter| self::constraint(call, parameter)).transpose()?;
    Ok(Training {
        initializer,
        unit_forget: name == "bias" && call.args.get(keys::UNIT_FORGET_BIAS) == Some(true),
        regularizer: regularizer.flatten(),
        constraint: constraint.flatten(),
    })
}

/// Training facts of a weight of a `layer` item: Keras's defaults of `add_weight`.
pub(crate) fn training_of_own() -> Training {
    let initializer = scaled(1.0, Fan::Average, Distribution::Uniform, None);
    Training { initializer, unit_forget: false, regularizer: None, constraint: None }
}

fn fixed(class: &Class, name: &str) -> Initializer {
    let glorot = scaled(1.0, Fan::Average, Distribution::Uniform, None);
    class.facets.fixed.iter().find(|(of, _)| *of == name).map_or(glorot, |(_, fixed)| *fixed)
}

const fn scaled(
    scale: f64,
    fan: Fan,
    distribution: Distribution,
    seed: Option<i64>,
) -> Initializer {
    Initializer::VarianceScaling(VarianceScaling { scale, fan, distribution, seed })
}

/// The penalty on the output, of `activity_regularizer`.
pub(crate) fn activity(call: &Call<'_>) -> Result<Option<Regularizer>, Mistake> {
    match call.class.parameter(keys::ACTIVITY_REGULARIZER.name()) {
        Some(parameter) => regularizer(call, parameter),
        None => Ok(None),
    }
}

/// Arguments of an initializer, regularizer or constraint, by position and by name.
struct Arguments<'a> {
    call: &'a Call<'a>,
    parameter: &'static Parameter,
    name: &'a str,
    given: &'a [(Option<Rc<str>>, Value)],
    names: &'static [&'static str],
}

impl<'a> Arguments<'a> {
    /// Checks that all arguments are among `names`, in whose order they may be given.
    fn of(
        call: &'a Call<'a>,
        parameter: &'static Parameter,
        object: Option<&'a Object>,
        name: &'a str,
        names: &'static [&'static str],
    ) -> Result<Self, Mistake> {
        let given = object.map(|object| &*object.arguments).unwrap_or_default();
        for (index, (found, _)) in given.iter().enumerate() {
            let is_known = match found {
                Some(found) => names.contains(&&**found),
                None => index < names.len(),
            };
            if !is_known {
                let message = match found {
                    Some(found) => format!("`{name}` has no argument `{found}`"),
                    None => format!("`{name}` takes at most {} arguments", names.len()),
                };
                let list: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
                let mistake = call.at(parameter, message);
                return Err(match list.is_empty() {
                    true => mistake.note(format!("`{name}` takes no arguments")),
                    false => mistake.note(format!("its arguments are {}", list.join(", "))),
                });
            }
        }
        Ok(Self { call, parameter, name, given, names })
    }

    fn value(&self, name: &str) -> Option<&'a Value> {
        let place = self.names.iter().position(|it| *it == name)?;
        let named = self.given.iter().find(|(found, _)| found.as_deref() == Some(name));
        let positional = self.given.get(place).filter(|(found, _)| found.is_none());
        named.or(positional).map(|(_, value)| value).filter(|value| !matches!(value, Value::None))
    }

    fn wrong(&self, name: &str, expected: &str) -> Mistake {
        let of = self.name;
        self.call.at(self.parameter, format!("`{name}` of `{of}` expects {expected}"))
    }

    fn number(&self, name: &str, default: f64) -> Result<f64, Mistake> {
        match self.value(name) {
            None => Ok(default),
            Some(value) => super::kind::number(value).ok_or_else(|| self.wrong(name, "a number")),
        }
    }

    fn seed(&self) -> Result<Option<i64>, Mistake> {
        match self.value("seed") {
            None => Ok(None),
            Some(Value::Int(seed)) => Ok(Some(*seed)),
            Some(_) => Err(self.wrong("seed", "an integer")),
        }
    }

    fn word(&self, name: &str, default: &'static str) -> Result<&'a str, Mistake> {
        match self.value(name) {
            None => Ok(default),
            Some(Value::Word(word) | Value::Str(word)) => Ok(word),
            Some(_) => Err(self.wrong(name, "a word")),
        }
    }

    /// Axes of a variable, from the first one.
    fn axes(&self) -> Result<value::Axes, Mistake> {
        let axis = |value: &Value| match value {
            Value::Int(axis) => usize::try_from(*axis).ok().filter(|axis| *axis < 64),
            _ => None,
        };
        let wrong = || self.wrong("axis", "axes that are not negative");
        match self.value("axis") {
            None => Ok(value::Axes::NONE.with(0)),
            Some(value) => match value.items() {
                Some(items) => items.iter().map(axis).collect::<Option<_>>().ok_or_else(wrong),
                None => axis(value).map(|axis| value::Axes::NONE.with(axis)).ok_or_else(wrong),
            },
        }
    }
}

/// The word of an initializer, regularizer or constraint, with its arguments; `None` where the parameter is `None`.
fn named<'a>(
    call: &Call<'a>,
    parameter: &'static Parameter,
) -> Option<(&'a str, Option<&'a Object>)> {
    match call.args.of(parameter)? {
        Value::Word(word) => Some((word, None)),
        Value::Object(object) => Some((&object.name, Some(object))),
        _ => None,
    }
}

const SEED: &[&str] = &["seed"];

fn initializer(call: &Call<'_>, parameter: &'static Parameter) -> Result<Initializer, Mistake> {
    // Keras's default of `add_weight`.
    let Some((name, object)) = named(call, parameter) else {
        return Ok(scaled(1.0, Fan::Average, Distribution::Uniform, None));
    };
    let arguments = |names| Arguments::of(call, parameter, object, name, names);
    let fans =
        |scale, fan, distribution| Ok(scaled(scale, fan, distribution, arguments(SEED)?.seed()?));
    let normal = || {
        let given = arguments(&["mean", "stddev", "seed"])?;
        let (mean, stddev) = (given.number("mean", 0.0)?, given.number("stddev", 0.05)?);
        Ok(Normal { mean, stddev, seed: given.seed()? })
    };
    match name {
        "glorot_uniform" | "GlorotUniform" => fans(1.0, Fan::Average, Distribution::Uniform),
        "glorot_normal" | "GlorotNormal" => fans(1.0, Fan::Average, Distribution::TruncatedNormal),
        "he_uniform" | "HeUniform" => fans(2.0, Fan::In, Distribution::Uniform),
        "he_normal" | "HeNormal" => fans(2.0, Fan::In, Distribution::TruncatedNormal),
        "lecun_uniform" | "LecunUniform" => fans(1.0, Fan::In, Distribution::Uniform),
        "lecun_normal" | "LecunNormal" => fans(1.0, Fan::In, Distribution::TruncatedNormal),
        "random_uniform" | "uniform" | "RandomUniform" => {
            let given = arguments(&["minval", "maxval", "seed"])?;
            let (least, most) = (given.number("minval", -0.05)?, given.number("maxval", 0.05)?);
            Ok(Initializer::Uniform(Uniform { least, most, seed: given.seed()? }))
        }
        "random_normal" | "normal" | "RandomNormal" => normal().map(Initializer::Normal),
        "truncated_normal" | "TruncatedNormal" => normal().map(Initializer::TruncatedNormal),
        "variance_scaling" | "VarianceScaling" => {
            let given = arguments(&["scale", "mode", "distribution", "seed"])?;
            let fan = match given.word("mode", "fan_in")? {
                "fan_in" => Fan::In,
                "fan_out" => Fan::Out,
                "fan_avg" => Fan::Average,
                _ => return Err(given.wrong("mode", "`fan_in`, `fan_out` or `fan_avg`")),
            };
            let distribution = match given.word("distribution", "truncated_normal")? {
                "truncated_normal" | "normal" => Distribution::TruncatedNormal,
                "untruncated_normal" => Distribution::UntruncatedNormal,
                "uniform" => Distribution::Uniform,
                _ => {
                    let words = "`truncated_normal`, `untruncated_normal` or `uniform`";
                    return Err(given.wrong("distribution", words));
                }
            };
            Ok(scaled(given.number("scale", 1.0)?, fan, distribution, given.seed()?))
        }
        "orthogonal" | "Orthogonal" | "OrthogonalInitializer" => {
            let given = arguments(&["gain", "seed"])?;
            let gain = given.number("gain", 1.0)?;
            Ok(Initializer::Orthogonal(Orthogonal { gain, seed: given.seed()? }))
        }
        "identity" | "Identity" | "IdentityInitializer" => {
            Ok(Initializer::Identity(arguments(&["gain"])?.number("gain", 1.0)?))
        }
        "zeros" | "zero" | "Zeros" => arguments(&[]).map(|_| Initializer::Constant(0.0)),
        "ones" | "one" | "Ones" => arguments(&[]).map(|_| Initializer::Constant(1.0)),
        "constant" | "Constant" => {
            Ok(Initializer::Constant(arguments(&["value"])?.number("value", 0.0)?))
        }
        "stft" | "STFT" => {
            arguments(&["side", "window", "scaling", "periodic"]).map(|_| Initializer::Stft)
        }
        _ => Err(unknown(call, parameter, name)),
    }
}

fn regularizer(
    call: &Call<'_>,
    parameter: &'static Parameter,
) -> Result<Option<Regularizer>, Mistake> {
    let Some((name, object)) = named(call, parameter) else { return Ok(None) };
    let arguments = |names| Arguments::of(call, parameter, object, name, names);
    Ok(Some(match name {
        "l1" | "L1" => Regularizer::L1L2((arguments(&["l1"])?.number("l1", 0.01)?, 0.0)),
        "l2" | "L2" => Regularizer::L1L2((0.0, arguments(&["l2"])?.number("l2", 0.01)?)),
        "l1_l2" | "L1L2" => {
            let given = arguments(&["l1", "l2"])?;
            Regularizer::L1L2((given.number("l1", 0.0)?, given.number("l2", 0.0)?))
        }
        "orthogonal_regularizer" | "OrthogonalRegularizer" => {
            let given = arguments(&["factor", "mode"])?;
            let factor = given.number("factor", 0.01)?;
            match given.word("mode", "rows")? {
                "rows" => Regularizer::OrthogonalRows(factor),
                "columns" => Regularizer::OrthogonalColumns(factor),
                _ => return Err(given.wrong("mode", "`rows` or `columns`")),
            }
        }
        _ => return Err(unknown(call, parameter, name)),
    }))
}

fn constraint(
    call: &Call<'_>,
    parameter: &'static Parameter,
) -> Result<Option<Constraint>, Mistake> {
    let Some((name, object)) = named(call, parameter) else { return Ok(None) };
    let arguments = |names| Arguments::of(call, parameter, object, name, names);
    Ok(Some(match name {
        "max_norm" | "MaxNorm" => {
            let given = arguments(&["max_value", "axis"])?;
            Constraint::MaxNorm((given.number("max_value", 2.0)?, given.axes()?))
        }
        "non_neg" | "NonNeg" => arguments(&[]).map(|_| Constraint::NonNegative)?,
        "unit_norm" | "UnitNorm" => Constraint::UnitNorm(arguments(&["axis"])?.axes()?),
        "min_max_norm" | "MinMaxNorm" => {
            let given = arguments(&["min_value", "max_value", "rate", "axis"])?;
            Constraint::MinMaxNorm(value::MinMaxNorm {
                least: given.number("min_value", 0.0)?,
                most: given.number("max_value", 1.0)?,
                rate: given.number("rate", 1.0)?,
                axes: given.axes()?,
            })
        }
        _ => return Err(unknown(call, parameter, name)),
    }))
}

fn unknown(call: &Call<'_>, parameter: &'static Parameter, name: &str) -> Mistake {
    Mistake::new(
        Place::Argument(parameter.into()),
        format!("`{name}` has no lowering in `{}`", call.class.name),
    )
}
