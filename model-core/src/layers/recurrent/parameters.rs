//! The parameters of recurrent layers and cells.

use crate::layers::class::{Default, Parameter};
use crate::layers::kind::Kind;
use crate::layers::parameters::{activation, constraint, dropout, flag, initializer, regularizer};

pub(super) const UNITS: Parameter =
    Parameter::required("units", Kind::POSITIVE, "size of the state and of the output");

pub(super) const ACTIVATION: Parameter =
    activation("activation", Default::Word("tanh"), "function applied to the new state");

pub(super) const RECURRENT_ACTIVATION: Parameter =
    activation("recurrent_activation", Default::Word("sigmoid"), "function applied to the gates");

pub(super) const KERNEL_INITIALIZER: Parameter =
    initializer("kernel_initializer", "glorot_uniform", "how the kernel for the input starts");
pub(super) const RECURRENT_INITIALIZER: Parameter =
    initializer("recurrent_initializer", "orthogonal", "how the kernel for the state starts");
pub(super) const BIAS_INITIALIZER: Parameter =
    initializer("bias_initializer", "zeros", "how the bias starts");

pub(super) const UNIT_FORGET_BIAS: Parameter = Parameter::optional(
    "unit_forget_bias",
    Kind::Bool,
    Default::Bool(true),
    "whether the bias of the forget gate starts at 1",
);

pub(super) const KERNEL_REGULARIZER: Parameter =
    regularizer("kernel_regularizer", "penalty on the kernel for the input");
pub(super) const RECURRENT_REGULARIZER: Parameter =
    regularizer("recurrent_regularizer", "penalty on the kernel for the state");
pub(super) const BIAS_REGULARIZER: Parameter =
    regularizer("bias_regularizer", "penalty on the bias");
pub(super) const ACTIVITY_REGULARIZER: Parameter =
    regularizer("activity_regularizer", "penalty on the output");

pub(super) const KERNEL_CONSTRAINT: Parameter =
    constraint("kernel_constraint", "what the kernel for the input is kept to");
pub(super) const RECURRENT_CONSTRAINT: Parameter =
    constraint("recurrent_constraint", "what the kernel for the state is kept to");
pub(super) const BIAS_CONSTRAINT: Parameter =
    constraint("bias_constraint", "what the bias is kept to");

pub(super) const DROPOUT: Parameter =
    dropout("dropout", "share of the input that is dropped in training");
pub(super) const RECURRENT_DROPOUT: Parameter =
    dropout("recurrent_dropout", "share of the state that is dropped in training");

pub(super) const RETURN_SEQUENCES: Parameter =
    flag("return_sequences", "whether the output holds every step, not only the last");
pub(super) const RETURN_STATE: Parameter =
    flag("return_state", "whether the last states are further outputs");
pub(super) const GO_BACKWARDS: Parameter =
    flag("go_backwards", "whether the steps are taken from the last to the first");
pub(super) const STATEFUL: Parameter =
    flag("stateful", "whether a batch starts with the last states of the one before");
pub(super) const UNROLL: Parameter =
    flag("unroll", "whether the steps are written out rather than looped over");

pub(super) const RESET_AFTER: Parameter = Parameter::optional(
    "reset_after",
    Kind::Bool,
    Default::Bool(true),
    "whether the reset gate applies after the product with the state, which doubles the bias",
);

pub(super) const USE_CUDNN: Parameter = Parameter::optional(
    "use_cudnn",
    Kind::Any,
    Default::Word("auto"),
    "whether cuDNN runs the layer: `true`, `false` or `auto`",
);

/// Of Keras 2; it chose between two ways to compute the same.
pub(super) const IMPLEMENTATION: Parameter = Parameter::optional(
    "implementation",
    Kind::INT,
    Default::Int(2),
    "of earlier versions; changes nothing",
);
