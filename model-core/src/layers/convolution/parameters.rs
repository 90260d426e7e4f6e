//! The parameters of convolutions, in Keras's order.

use crate::layers::class::{Default, Parameter};
use crate::layers::kind::Kind;

/// How many parameters of [`convolution`] may be given by position; those of LoRA are given by name.
pub(super) const POSITIONAL: usize = 16;

/// Of `Conv1D`, `Conv2D` and `Conv3D`.
pub(super) const fn convolution(rank: usize) -> [Parameter; POSITIONAL + 2] {
    [
        FILTERS,
        kernel_size(rank),
        strides(rank),
        padding(if rank == 1 { &["valid", "same", "causal"] } else { PADDINGS }),
        DATA_FORMAT,
        dilation_rate(rank),
        Parameter::optional(
            "groups",
            Kind::POSITIVE,
            Default::Int(1),
            "into how many groups the channels are divided, each with filters of its own",
        ),
        ACTIVATION,
        USE_BIAS,
        initializer("kernel_initializer", "glorot_uniform", "how the kernel starts"),
        initializer("bias_initializer", "zeros", "how the bias starts"),
        regularizer("kernel_regularizer", "penalty on the kernel"),
        regularizer("bias_regularizer", "penalty on the bias"),
        regularizer("activity_regularizer", "penalty on the output"),
        constraint("kernel_constraint", "what the kernel is kept to"),
        constraint("bias_constraint", "what the bias is kept to"),
        Parameter::optional(
            "lora_rank",
            Kind::POSITIVE,
            Default::None,
            "rank of the low-rank change that is trained instead of the kernel",
        ),
        Parameter::optional(
            "lora_alpha",
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
        initializer("kernel_initializer", "glorot_uniform", "how the kernel starts"),
        initializer("bias_initializer", "zeros", "how the bias starts"),
        regularizer("kernel_regularizer", "penalty on the kernel"),
        regularizer("bias_regularizer", "penalty on the bias"),
        regularizer("activity_regularizer", "penalty on the output"),
        constraint("kernel_constraint", "what the kernel is kept to"),
        constraint("bias_constraint", "what the bias is kept to"),
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
        initializer("depthwise_initializer", "glorot_uniform", "how the kernel starts"),
        initializer("bias_initializer", "zeros", "how the bias starts"),
        regularizer("depthwise_regularizer", "penalty on the kernel"),
        regularizer("bias_regularizer", "penalty on the bias"),
        regularizer("activity_regularizer", "penalty on the output"),
        constraint("depthwise_constraint", "what the kernel is kept to"),
        constraint("bias_constraint", "what the bias is kept to"),
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
        initializer("depthwise_initializer", "glorot_uniform", "how the depthwise kernel starts"),
        initializer("pointwise_initializer", "glorot_uniform", "how the pointwise kernel starts"),
        initializer("bias_initializer", "zeros", "how the bias starts"),
        regularizer("depthwise_regularizer", "penalty on the depthwise kernel"),
        regularizer("pointwise_regularizer", "penalty on the pointwise kernel"),
        regularizer("bias_regularizer", "penalty on the bias"),
        regularizer("activity_regularizer", "penalty on the output"),
        constraint("depthwise_constraint", "what the depthwise kernel is kept to"),
        constraint("pointwise_constraint", "what the pointwise kernel is kept to"),
        constraint("bias_constraint", "what the bias is kept to"),
    ]
}

const PADDINGS: &[&str] = &["valid", "same"];

const FILTERS: Parameter =
    Parameter::required("filters", Kind::POSITIVE, "number of channels of the output");

const DATA_FORMAT: Parameter = Parameter::optional(
    "data_format",
    Kind::DataFormat,
    Default::DataFormat,
    "whether the axis of channels is the last or the first",
);

const ACTIVATION: Parameter = Parameter::optional(
    "activation",
    Kind::Activation,
    Default::None,
    "function applied to the output",
);

const USE_BIAS: Parameter =
    Parameter::optional("use_bias", Kind::Bool, Default::Bool(true), "whether a bias is added");

const DEPTH_MULTIPLIER: Parameter = Parameter::optional(
    "depth_multiplier",
    Kind::POSITIVE,
    Default::Int(1),
    "number of kernels for each channel of the input",
);

const fn kernel_size(rank: usize) -> Parameter {
    Parameter::required("kernel_size", Kind::Sizes { rank, min: 1 }, "size of the kernel")
}

const fn strides(rank: usize) -> Parameter {
    Parameter::optional(
        "strides",
        Kind::Sizes { rank, min: 1 },
        Default::Int(1),
        "how far the kernel moves at each step",
    )
}

const fn padding(words: &'static [&'static str]) -> Parameter {
    Parameter::optional(
        "padding",
        Kind::Word(words),
        Default::Word("valid"),
        "`valid` for none, `same` to let the kernel reach over the edges",
    )
}

const fn dilation_rate(rank: usize) -> Parameter {
    Parameter::optional(
        "dilation_rate",
        Kind::Sizes { rank, min: 1 },
        Default::Int(1),
        "how far the elements of the kernel are apart",
    )
}

const fn output_padding(rank: usize) -> Parameter {
    Parameter::optional(
        "output_padding",
        Kind::Sizes { rank, min: 0 },
        Default::None,
        "what is added to the output at the end of each axis; as little as the strides need when left out",
    )
}

const fn initializer(name: &'static str, word: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Initializer, Default::Word(word), doc)
}

const fn regularizer(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Regularizer, Default::None, doc)
}

const fn constraint(name: &'static str, doc: &'static str) -> Parameter {
    Parameter::optional(name, Kind::Constraint, Default::None, doc)
}
