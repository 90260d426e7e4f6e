//! The parameters of convolutions, in Keras's order.

use crate::layers::argument::{Any, Key};
use crate::layers::class::{Default, Parameter};
use crate::layers::keys;
use crate::layers::kind::Kind;

/// Number of positional parameters of [`convolution`]; those of LoRA are keyword-only.
pub(super) const POSITIONAL: usize = 16;

/// Of `Conv1D`, `Conv2D` and `Conv3D`.
pub(super) const fn convolution(rank: usize) -> [Parameter; POSITIONAL + 2] {
    [
        FILTERS,
        kernel_size(rank),
        strides(rank),
        padding(if rank == 1 { &["valid", "same", "causal"] } else { PADDINGS }).layer_for_numbers(
            Some(match rank {
                1 => "ZeroPadding1D",
                2 => "ZeroPadding2D",
                _ => "ZeroPadding3D",
            }),
        ),
        DATA_FORMAT,
        dilation_rate(rank),
        Parameter::optional(
            keys::GROUPS,
            Kind::POSITIVE,
            Default::Int(1),
            "into how many groups the channels are divided, each with filters of its own",
        ),
        ACTIVATION,
        USE_BIAS,
        initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "kernel initializer"),
        initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
        regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernel"),
        regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
        regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output"),
        constraint(keys::KERNEL_CONSTRAINT, "kernel constraint"),
        constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
        Parameter::optional(
            keys::LORA_RANK,
            Kind::POSITIVE,
            Default::None,
            "rank of the low-rank change that is trained instead of the kernel",
        ),
        Parameter::optional(
            keys::LORA_ALPHA,
            Kind::NUMBER,
            Default::None,
            "scale of the low-rank change; `lora_rank` when left out",
        ),
    ]
}

/// Of `Conv1DTranspose` and `Conv2DTranspose`.
pub(super) const fn transpose(rank: usize) -> [Parameter; 16] {
    [
        FILTERS,
        kernel_size(rank),
        strides(rank),
        padding(PADDINGS),
        output_padding(rank),
        DATA_FORMAT,
        dilation_rate(rank),
        ACTIVATION,
        USE_BIAS,
        initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "kernel initializer"),
        initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
        regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernel"),
        regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
        regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output"),
        constraint(keys::KERNEL_CONSTRAINT, "kernel constraint"),
        constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
    ]
}

/// Of `Conv3DTranspose`, where Keras has `output_padding` after `data_format`.
pub(super) const fn transpose_3d() -> [Parameter; 16] {
    let mut parameters = transpose(3);
    parameters[4] = DATA_FORMAT;
    parameters[5] = output_padding(3);
    parameters
}

/// Of `DepthwiseConv1D` and `DepthwiseConv2D`.
pub(super) const fn depthwise(rank: usize) -> [Parameter; 15] {
    [
        kernel_size(rank),
        strides(rank),
        padding(PADDINGS),
        DEPTH_MULTIPLIER,
        DATA_FORMAT,
        dilation_rate(rank),
        ACTIVATION,
        USE_BIAS,
        initializer(keys::DEPTHWISE_INITIALIZER, "glorot_uniform", "kernel initializer"),
        initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
        regularizer(keys::DEPTHWISE_REGULARIZER, "penalty on the kernel"),
        regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
        regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output"),
        constraint(keys::DEPTHWISE_CONSTRAINT, "kernel constraint"),
        constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
    ]
}

/// Of `SeparableConv1D` and `SeparableConv2D`.
pub(super) const fn separable(rank: usize) -> [Parameter; 19] {
    [
        FILTERS,
        kernel_size(rank),
        strides(rank),
        padding(PADDINGS),
        DATA_FORMAT,
        dilation_rate(rank),
        DEPTH_MULTIPLIER,
        ACTIVATION,
        USE_BIAS,
        initializer(keys::DEPTHWISE_INITIALIZER, "glorot_uniform", "depthwise kernel initializer"),
        initializer(keys::POINTWISE_INITIALIZER, "glorot_uniform", "pointwise kernel initializer"),
        initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
        regularizer(keys::DEPTHWISE_REGULARIZER, "penalty on the depthwise kernel"),
        regularizer(keys::POINTWISE_REGULARIZER, "penalty on the pointwise kernel"),
        regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
        regularizer(keys::ACTIVITY_REGULARIZER, "penalty on the output"),
        constraint(keys::DEPTHWISE_CONSTRAINT, "depthwise kernel constraint"),
        constraint(keys::POINTWISE_CONSTRAINT, "pointwise kernel constraint"),
        constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
    ]
}

const PADDINGS: &[&str] = &["valid", "same"];

const FILTERS: Parameter =
    Parameter::required(keys::FILTERS, Kind::POSITIVE, "number of channels of the output");

const DATA_FORMAT: Parameter = Parameter::optional(
    keys::DATA_FORMAT,
    Kind::DataFormat,
    Default::DataFormat,
    "position of the channel axis, last or first",
);

const ACTIVATION: Parameter = Parameter::optional(
    keys::ACTIVATION,
    Kind::Activation,
    Default::None,
    "function applied to the output",
);

const USE_BIAS: Parameter =
    Parameter::optional(keys::USE_BIAS, Kind::Bool, Default::Bool(true), "adds a bias");

const DEPTH_MULTIPLIER: Parameter = Parameter::optional(
    keys::DEPTH_MULTIPLIER,
    Kind::POSITIVE,
    Default::Int(1),
    "number of kernels for each channel of the input",
);

const fn kernel_size(rank: usize) -> Parameter {
    Parameter::required(keys::KERNEL_SIZE, Kind::Sizes { rank, min: 1 }, "size of the kernel")
}

const fn strides(rank: usize) -> Parameter {
    Parameter::optional(
        keys::STRIDES,
        Kind::Sizes { rank, min: 1 },
        Default::Int(1),
        "stride of the kernel",
    )
}

const fn padding(words: &'static [&'static str]) -> Parameter {
    Parameter::optional(
        keys::PADDING,
        Kind::Word(words),
        Default::Word("valid"),
        "`valid` for none, `same` to let the kernel reach over the edges",
    )
}

const fn dilation_rate(rank: usize) -> Parameter {
    Parameter::optional(
        keys::DILATION_RATE,
        Kind::Sizes { rank, min: 1 },
        Default::Int(1),
        "dilation of the kernel",
    )
}

const fn output_padding(rank: usize) -> Parameter {
    Parameter::optional(
        keys::OUTPUT_PADDING,
        Kind::Sizes { rank, min: 0 },
        Default::None,
        "elements added at the end of each output axis; the minimum for the strides by default",
    )
}

const fn initializer(key: Key<Any>, word: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Initializer, Default::Word(word), doc)
}

const fn regularizer(key: Key<Any>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Regularizer, Default::None, doc)
}

const fn constraint(key: Key<Any>, doc: &'static str) -> Parameter {
    Parameter::optional(key, Kind::Constraint, Default::None, doc)
}
