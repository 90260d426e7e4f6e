//! The parameters of recurrent layers and cells.

use crate::layers::class::{Default, Parameter};
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{activation, constraint, dropout, flag, initializer, regularizer};

pub(super) const UNITS: Parameter =
    Parameter::required(keys::UNITS, Kind::POSITIVE, "size of the state and of the output");

pub(super) const ACTIVATION: Parameter =
    activation(keys::ACTIVATION, Default::Word("tanh"), "function applied to the new state");

pub(super) const RECURRENT_ACTIVATION: Parameter = activation(
    keys::RECURRENT_ACTIVATION,
    Default::Word("sigmoid"),
    "function applied to the gates",
);

pub(super) const KERNEL_INITIALIZER: Parameter =
    initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "how the kernel for the input starts");
pub(super) const RECURRENT_INITIALIZER: Parameter =
    initializer(keys::RECURRENT_INITIALIZER, "orthogonal", "how the kernel for the state starts");
pub(super) const BIAS_INITIALIZER: Parameter =
    initializer(keys::BIAS_INITIALIZER, "zeros", "how the bias starts");

pub(super) const UNIT_FORGET_BIAS: Parameter = Parameter::optional(
    keys::UNIT_FORGET_BIAS,
    Kind::Bool,
    Default::Bool(true),
    "whether the bias of the forget gate starts at 1",
);

pub(super) const KERNEL_REGULARIZER: Parameter =
    regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernel for the input");
pub(super) const RECURRENT_REGULARIZER: Parameter =
    regularizer(keys::RECURRENT_REGULARIZER, "penalty on the kernel for the state");
pub(super) const BIAS_REGULARIZER: Parameter =
    regularizer(keys::BIAS_REGULARIZER, "penalty on the bias");
pub(super) const ACTIVITY_REGULARIZER: Parameter =
    regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output");

pub(super) const KERNEL_CONSTRAINT: Parameter =
    constraint(keys::KERNEL_CONSTRAINT, "what the kernel for the input is kept to");
pub(super) const RECURRENT_CONSTRAINT: Parameter =
    constraint(keys::RECURRENT_CONSTRAINT, "what the kernel for the state is kept to");
pub(super) const BIAS_CONSTRAINT: Parameter =
    constraint(keys::BIAS_CONSTRAINT, "what the bias is kept to");

pub(super) const DROPOUT: Parameter =
    dropout(keys::DROPOUT, "share of the input that is dropped in training");
pub(super) const RECURRENT_DROPOUT: Parameter =
    dropout(keys::RECURRENT_DROPOUT, "share of the state that is dropped in training");

pub(super) const RETURN_SEQUENCES: Parameter =
    flag(keys::RETURN_SEQUENCES, "whether the output holds every step, not only the last");
pub(super) const RETURN_STATE: Parameter =
    flag(keys::RETURN_STATE, "whether the last states are further outputs");
pub(super) const GO_BACKWARDS: Parameter =
    flag(keys::GO_BACKWARDS, "whether the steps are taken from the last to the first");
pub(super) const STATEFUL: Parameter =
    flag(keys::STATEFUL, "whether a batch starts with the last states of the one before");
pub(super) const UNROLL: Parameter =
    flag(keys::UNROLL, "whether the steps are written out rather than looped over");

pub(super) const RESET_AFTER: Parameter = Parameter::optional(
    keys::RESET_AFTER,
    Kind::Bool,
    Default::Bool(true),
    "whether the reset gate applies after the product with the state, which doubles the bias",
);

pub(super) const USE_CUDNN: Parameter = Parameter::optional(
    keys::USE_CUDNN,
    Kind::Any,
    Default::Word("auto"),
    "whether cuDNN runs the layer: `true`, `false` or `auto`",
);

/// Of Keras 2; it chose between two ways to compute the same.
pub(super) const IMPLEMENTATION: Parameter = Parameter::optional(
    keys::IMPLEMENTATION,
    Kind::INT,
    Default::Int(2),
    "of earlier versions; changes nothing",
);
