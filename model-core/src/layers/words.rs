//! The vocabulary of enumerated arguments, and names from elsewhere.

/// Keras's activations.
pub const ACTIVATIONS: &[&str] = &[
    "relu",
    "leaky_relu",
    "relu6",
    "softmax",
    "celu",
    "elu",
    "selu",
    "softplus",
    "softsign",
    "squareplus",
    "soft_shrink",
    "sparse_plus",
    "silu",
    "swish",
    "gelu",
    "glu",
    "tanh",
    "tanh_shrink",
    "threshold",
    "sigmoid",
    "exponential",
    "hard_sigmoid",
    "hard_silu",
    "hard_swish",
    "hard_tanh",
    "hard_shrink",
    "linear",
    "mish",
    "log_softmax",
    "log_sigmoid",
    "sparsemax",
    "sparse_sigmoid",
];

/// Keras's initializers, as words and as classes.
pub const INITIALIZERS: &[&str] = &[
    "glorot_uniform",
    "glorot_normal",
    "he_uniform",
    "he_normal",
    "lecun_uniform",
    "lecun_normal",
    "random_uniform",
    "random_normal",
    "truncated_normal",
    "variance_scaling",
    "orthogonal",
    "identity",
    "zeros",
    "ones",
    "constant",
    "uniform",
    "normal",
    "zero",
    "one",
    "stft",
    "GlorotUniform",
    "GlorotNormal",
    "HeUniform",
    "HeNormal",
    "LecunUniform",
    "LecunNormal",
    "RandomUniform",
    "RandomNormal",
    "TruncatedNormal",
    "VarianceScaling",
    "Orthogonal",
    "OrthogonalInitializer",
    "Identity",
    "IdentityInitializer",
    "Zeros",
    "Ones",
    "Constant",
    "STFT",
];

/// Keras's regularizers, as words and as classes.
pub const REGULARIZERS: &[&str] =
    &["l1", "l2", "l1_l2", "orthogonal_regularizer", "L1", "L2", "L1L2", "OrthogonalRegularizer"];

/// Keras's constraints, as words and as classes.
pub const CONSTRAINTS: &[&str] = &[
    "max_norm",
    "non_neg",
    "unit_norm",
    "min_max_norm",
    "MaxNorm",
    "NonNeg",
    "UnitNorm",
    "MinMaxNorm",
];

/// The layouts of image data.
pub const DATA_FORMATS: &[&str] = &["channels_last", "channels_first"];

/// Dtype policies whose weights are `float32`.
pub const MIXED_POLICIES: &[&str] = &["mixed_float16", "mixed_bfloat16"];

/// Class names of other libraries and earlier versions, with the class that does the same.
pub const SYNONYMS: &[(&str, &str)] = &[
    ("Linear", "Dense"),
    ("FullyConnected", "Dense"),
    ("BatchNorm", "BatchNormalization"),
    ("BatchNorm1d", "BatchNormalization"),
    ("BatchNorm2d", "BatchNormalization"),
    ("BatchNorm3d", "BatchNormalization"),
    ("LayerNorm", "LayerNormalization"),
    ("GroupNorm", "GroupNormalization"),
    ("RMSNorm", "RMSNormalization"),
    ("AvgPool1d", "AveragePooling1D"),
    ("AvgPool2d", "AveragePooling2D"),
    ("AvgPool3d", "AveragePooling3D"),
    ("MaxPool1d", "MaxPooling1D"),
    ("MaxPool2d", "MaxPooling2D"),
    ("MaxPool3d", "MaxPooling3D"),
    ("AdaptiveAvgPool2d", "GlobalAveragePooling2D"),
    ("ConvTranspose1d", "Conv1DTranspose"),
    ("ConvTranspose2d", "Conv2DTranspose"),
    ("ConvTranspose3d", "Conv3DTranspose"),
    ("Deconvolution2D", "Conv2DTranspose"),
    ("Dropout2d", "SpatialDropout2D"),
    ("Upsample", "UpSampling2D"),
    ("ZeroPad2d", "ZeroPadding2D"),
    ("Merge", "Concatenate"),
    ("Concat", "Concatenate"),
    ("Cat", "Concatenate"),
    ("MultiheadAttention", "MultiHeadAttention"),
    ("CuDNNLSTM", "LSTM"),
    ("CuDNNGRU", "GRU"),
    ("Sigmoid", "Activation"),
    ("Tanh", "Activation"),
    ("GELU", "Activation"),
    ("SiLU", "Activation"),
];

/// Argument names of other libraries and earlier versions, with Keras's names.
pub const ARGUMENT_SYNONYMS: &[(&str, &str)] = &[
    ("out_channels", "filters"),
    ("out_features", "units"),
    ("output_dim", "units"),
    ("nb_filter", "filters"),
    ("stride", "strides"),
    ("subsample", "strides"),
    ("kernel", "kernel_size"),
    ("dilation", "dilation_rate"),
    ("border_mode", "padding"),
    ("bias", "use_bias"),
    ("init", "kernel_initializer"),
    ("p", "rate"),
    ("eps", "epsilon"),
    ("hidden_size", "units"),
    ("num_embeddings", "input_dim"),
    ("embedding_dim", "output_dim"),
    ("dim", "axis"),
];
