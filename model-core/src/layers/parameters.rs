//! Parameters that classes of several families have.

use super::argument::{Any, Key};
use super::class::{Default, Parameter};
use super::flops::Activation;
use super::keys;
use super::kind::Kind;

pub(super) const USE_BIAS: Parameter =
    Parameter::optional(keys::USE_BIAS, Kind::Bool, Default::Bool(true), "adds a bias");

pub(super) const SEED: Parameter =
    Parameter::optional(keys::SEED, Kind::INT, Default::None, "seed of the layer's random numbers");

pub(super) const LORA_RANK: Parameter = Parameter::optional(
    keys::LORA_RANK,
    Kind::POSITIVE,
    Default::None,
    "rank of the change that is trained in place of the weights, which are frozen",
);

pub(super) const LORA_ALPHA: Parameter = Parameter::optional(
    keys::LORA_ALPHA,
    Kind::NUMBER,
    Default::None,
    "scale of the low-rank change; `lora_rank` when left out",
);

pub(super) const QUANTIZATION_CONFIG: Parameter = Parameter::optional(
    keys::QUANTIZATION_CONFIG,
    Kind::Any,
    Default::None,
    "quantization configuration",
);

pub(super) const fn activation(
    key: Key<Option<Activation>>,
    default: Default,
    doc: &'static str,
) -> Parameter {
    Parameter::optional(key, Kind::Activation, default, doc).nullable()
}

pub(super) const fn initializer(
    key: Key<Any>,
    default: &'static str,
    doc: &'static str,
) -> Parameter {
    Parameter::optional(key, Kind::Initializer, Default::Word(default), doc).nullable()
}

pub(super) const fn regularizer(key: Key<Any>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Regularizer, Default::None, doc)
}

pub(super) const fn constraint(key: Key<Any>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Constraint, Default::None, doc)
}

pub(super) const fn flag(key: Key<bool>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Bool, Default::Bool(false), doc)
}

/// A rate of dropout; [`Call::fraction`](super::Call::fraction) reads it.
pub(super) const fn dropout(key: Key<f64>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Number { min: 0.0 }, Default::Float(0.0), doc)
}
