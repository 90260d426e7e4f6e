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
    initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "input kernel initializer");
pub(super) const RECURRENT_INITIALIZER: Parameter =
    initializer(keys::RECURRENT_INITIALIZER, "orthogonal", "state kernel initializer");
pub(super) const BIAS_INITIALIZER: Parameter =
    initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer");

pub(super) const UNIT_FORGET_BIAS: Parameter = Parameter::optional(
    keys::UNIT_FORGET_BIAS,
    Kind::Bool,
    Default::Bool(true),
    "initializes the forget gate bias to 1",
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
    constraint(keys::KERNEL_CONSTRAINT, "input kernel constraint");
pub(super) const RECURRENT_CONSTRAINT: Parameter =
    constraint(keys::RECURRENT_CONSTRAINT, "state kernel constraint");
pub(super) const BIAS_CONSTRAINT: Parameter = constraint(keys::BIAS_CONSTRAINT, "bias constraint");

pub(super) const DROPOUT: Parameter =
    dropout(keys::DROPOUT, "share of the input that is dropped in training");
pub(super) const RECURRENT_DROPOUT: Parameter =
    dropout(keys::RECURRENT_DROPOUT, "share of the state that is dropped in training");

pub(super) const RETURN_SEQUENCES: Parameter =
    flag(keys::RETURN_SEQUENCES, "returns the output of every step, not only the last");
pub(super) const RETURN_STATE: Parameter =
    flag(keys::RETURN_STATE, "returns the final states as further outputs");
pub(super) const GO_BACKWARDS: Parameter =
    flag(keys::GO_BACKWARDS, "processes the steps from last to first");
pub(super) const STATEFUL: Parameter =
    flag(keys::STATEFUL, "carries states over from one batch to the next");
pub(super) const UNROLL: Parameter = flag(keys::UNROLL, "unrolls the loop over the steps");

pub(super) const RESET_AFTER: Parameter = Parameter::optional(
    keys::RESET_AFTER,
    Kind::Bool,
    Default::Bool(true),
    "applies the reset gate after the product with the state, which doubles the bias",
);

pub(super) const USE_CUDNN: Parameter = Parameter::optional(
    keys::USE_CUDNN,
    Kind::Any,
    Default::Word("auto"),
    "use of cuDNN: `true`, `false` or `auto`",
);

/// Of Keras 2; it chose between two ways to compute the same.
pub(super) const IMPLEMENTATION: Parameter = Parameter::optional(
    keys::IMPLEMENTATION,
    Kind::INT,
    Default::Int(2),
    "of earlier versions; changes nothing",
);
