//! Parameters that classes of several families have.

use super::class::{Default, Parameter};
use super::kind::Kind;

pub(super) const USE_BIAS: Parameter =
    Parameter::optional("use_bias", Kind::Bool, Default::Bool(true), "whether a bias is added");

pub(super) const SEED: Parameter =
    Parameter::optional("seed", Kind::INT, Default::None, "seed of the layer's random numbers");

pub(super) const LORA_RANK: Parameter = Parameter::optional(
    "lora_rank",
    Kind::POSITIVE,
    Default::None,
    "rank of the change that is trained in place of the weights, which are frozen",
);

pub(super) const LORA_ALPHA: Parameter = Parameter::optional(
    "lora_alpha",
    Kind::NUMBER,
    Default::None,
    "scale of the low-rank change; `lora_rank` when left out",
);

pub(super) const QUANTIZATION_CONFIG: Parameter = Parameter::optional(
    "quantization_config",
    Kind::Any,
    Default::None,
    "how the weights are quantized later",
);

pub(super) const fn activation(
    name: &'static str,
    default: Default,
    doc: &'static str,
) -> Parameter {
    Parameter::optional(name, Kind::Activation, default, doc).nullable()
}

pub(super) const fn initializer(
    name: &'static str,
    default: &'static str,
    doc: &'static str,
) -> Parameter {
    Parameter::optional(name, Kind::Initializer, Default::Word(default), doc).nullable()
}

pub(super) const fn regularizer(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Regularizer, Default::None, doc)
}

pub(super) const fn constraint(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Constraint, Default::None, doc)
}

pub(super) const fn flag(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Bool, Default::Bool(false), doc)
}

/// A rate of dropout; [`Call::fraction`](super::Call::fraction) reads it.
pub(super) const fn dropout(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Number { min: 0.0 }, Default::Float(0.0), doc)
}
