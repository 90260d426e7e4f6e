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
///
/// PyTorch, Keras 1 and 2, Flax, TensorFlow 1. A name that is an activation as a class, such as `Tanh`, is
/// found by [`activation`].
pub const SYNONYMS: &[(&str, &str)] = &[
    // Core.
    ("Linear", "Dense"),
    ("LazyLinear", "Dense"),
    ("FullyConnected", "Dense"),
    ("DenseGeneral", "EinsumDense"),
    ("Einsum", "EinsumDense"),
    ("Embed", "Embedding"),
    ("EmbeddingBag", "Embedding"),
    ("TimeDistributedDense", "Dense"),
    // Convolutions.
    ("Conv", "Conv2D"),
    ("Conv1d", "Conv1D"),
    ("Conv2d", "Conv2D"),
    ("Conv3d", "Conv3D"),
    ("AtrousConvolution2D", "Conv2D"),
    ("ConvTranspose", "Conv2DTranspose"),
    ("ConvTranspose1d", "Conv1DTranspose"),
    ("ConvTranspose2d", "Conv2DTranspose"),
    ("ConvTranspose3d", "Conv3DTranspose"),
    ("Deconv2D", "Conv2DTranspose"),
    ("Deconvolution2D", "Conv2DTranspose"),
    ("Deconvolution3D", "Conv3DTranspose"),
    ("DepthwiseConv2d", "DepthwiseConv2D"),
    ("SeparableConvolution", "SeparableConv2D"),
    // Pooling.
    ("AvgPool", "AveragePooling2D"),
    ("AvgPool1d", "AveragePooling1D"),
    ("AvgPooling1D", "AveragePooling1D"),
    ("AvgPooling2D", "AveragePooling2D"),
    ("AvgPooling3D", "AveragePooling3D"),
    ("GlobalAvgPooling1D", "GlobalAveragePooling1D"),
    ("GlobalAvgPooling2D", "GlobalAveragePooling2D"),
    ("GlobalAvgPooling3D", "GlobalAveragePooling3D"),
    ("AvgPool2d", "AveragePooling2D"),
    ("AvgPool3d", "AveragePooling3D"),
    ("MaxPool", "MaxPooling2D"),
    ("MaxPool1d", "MaxPooling1D"),
    ("MaxPool2d", "MaxPooling2D"),
    ("MaxPool3d", "MaxPooling3D"),
    ("AdaptiveAvgPool1d", "AdaptiveAveragePooling1D"),
    ("AdaptiveAvgPool2d", "AdaptiveAveragePooling2D"),
    ("AdaptiveAvgPool3d", "AdaptiveAveragePooling3D"),
    ("AdaptiveMaxPool1d", "AdaptiveMaxPooling1D"),
    ("AdaptiveMaxPool2d", "AdaptiveMaxPooling2D"),
    ("AdaptiveMaxPool3d", "AdaptiveMaxPooling3D"),
    ("GlobalAvgPool1d", "GlobalAveragePooling1D"),
    ("GlobalAvgPool2d", "GlobalAveragePooling2D"),
    ("GlobalAveragePool", "GlobalAveragePooling2D"),
    // Normalization and regularization.
    ("BatchNorm", "BatchNormalization"),
    ("BatchNorm1d", "BatchNormalization"),
    ("BatchNorm2d", "BatchNormalization"),
    ("BatchNorm3d", "BatchNormalization"),
    ("LayerNorm", "LayerNormalization"),
    ("GroupNorm", "GroupNormalization"),
    ("RMSNorm", "RMSNormalization"),
    ("SpectralNorm", "SpectralNormalization"),
    ("Dropout1d", "SpatialDropout1D"),
    ("Dropout2d", "SpatialDropout2D"),
    ("Dropout3d", "SpatialDropout3D"),
    // Reshaping and padding.
    ("View", "Reshape"),
    ("Unflatten", "Reshape"),
    ("Squeeze", "Reshape"),
    ("Unsqueeze", "Reshape"),
    ("ExpandDims", "Reshape"),
    ("Transpose", "Permute"),
    ("Upsample", "UpSampling2D"),
    ("UpsamplingNearest2d", "UpSampling2D"),
    ("ZeroPad1d", "ZeroPadding1D"),
    ("ZeroPad2d", "ZeroPadding2D"),
    ("ZeroPad3d", "ZeroPadding3D"),
    ("ConstantPad2d", "ZeroPadding2D"),
    // Merging.
    ("Merge", "Concatenate"),
    ("Concat", "Concatenate"),
    ("Cat", "Concatenate"),
    ("Stack", "Concatenate"),
    ("Sum", "Add"),
    ("Mean", "Average"),
    ("Sub", "Subtract"),
    ("Mul", "Multiply"),
    ("MatMul", "Dot"),
    // Recurrent layers and attention.
    ("RNNCell", "SimpleRNNCell"),
    ("OptimizedLSTMCell", "LSTMCell"),
    ("CuDNNLSTM", "LSTM"),
    ("CuDNNGRU", "GRU"),
    ("BiLSTM", "Bidirectional"),
    ("ConvLSTM", "ConvLSTM2D"),
    ("ConvLSTMCell", "ConvLSTM2D"),
    ("MultiheadAttention", "MultiHeadAttention"),
    ("MultiHeadDotProductAttention", "MultiHeadAttention"),
    ("SelfAttention", "MultiHeadAttention"),
    ("ScaledDotProductAttention", "Attention"),
    ("LuongAttention", "Attention"),
    ("BahdanauAttention", "AdditiveAttention"),
];

/// Functions and methods of tensors elsewhere, with the class that does the same.
pub const FUNCTIONS: &[(&str, &str)] = &[
    ("view", "Reshape"),
    ("reshape", "Reshape"),
    ("squeeze", "Reshape"),
    ("unsqueeze", "Reshape"),
    ("expand_dims", "Reshape"),
    ("flatten", "Flatten"),
    ("ravel", "Flatten"),
    ("permute", "Permute"),
    ("transpose", "Permute"),
    ("swapaxes", "Permute"),
    ("cat", "Concatenate"),
    ("concat", "Concatenate"),
    ("concatenate", "Concatenate"),
    ("add", "Add"),
    ("multiply", "Multiply"),
    ("mul", "Multiply"),
    ("matmul", "Dot"),
    ("relu", "ReLU"),
    ("softmax", "Softmax"),
    ("dropout", "Dropout"),
    ("max_pool2d", "MaxPooling2D"),
    ("avg_pool2d", "AveragePooling2D"),
    ("pad", "ZeroPadding2D"),
    ("interpolate", "UpSampling2D"),
    ("linear", "Dense"),
    ("conv2d", "Conv2D"),
];

/// The activation that a class of another library stands for: `Tanh`, `SiLU`, `Hardswish`.
#[must_use]
pub fn activation(class: &str) -> Option<&'static str> {
    let fold = |text: &str| -> alloc::string::String {
        text.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect()
    };
    let wanted = fold(class);
    ACTIVATIONS.iter().find(|activation| fold(activation) == wanted).copied()
}

/// Argument names of other libraries and earlier versions, with Keras's names. Where several fit, the first
/// that the layer has.
pub const ARGUMENT_SYNONYMS: &[(&str, &str)] = &[
    ("out_channels", "filters"),
    ("nb_filter", "filters"),
    ("features", "filters"),
    ("channels", "filters"),
    ("out_features", "units"),
    ("output_dim", "units"),
    ("features", "units"),
    ("hidden_size", "units"),
    ("num_units", "units"),
    ("stride", "strides"),
    ("subsample", "strides"),
    ("subsample_length", "strides"),
    ("kernel", "kernel_size"),
    ("filter_length", "kernel_size"),
    ("kernel_shape", "kernel_size"),
    ("kernel_size", "pool_size"),
    ("window_shape", "pool_size"),
    ("pool_length", "pool_size"),
    ("dilation", "dilation_rate"),
    ("atrous_rate", "dilation_rate"),
    ("kernel_dilation", "dilation_rate"),
    ("feature_group_count", "groups"),
    ("num_groups", "groups"),
    ("border_mode", "padding"),
    ("dim_ordering", "data_format"),
    ("bias", "use_bias"),
    ("init", "kernel_initializer"),
    ("kernel_init", "kernel_initializer"),
    ("bias_init", "bias_initializer"),
    ("inner_init", "recurrent_initializer"),
    ("inner_activation", "recurrent_activation"),
    ("w_regularizer", "kernel_regularizer"),
    ("W_regularizer", "kernel_regularizer"),
    ("b_regularizer", "bias_regularizer"),
    ("weight_decay", "kernel_regularizer"),
    ("nonlinearity", "activation"),
    ("act", "activation"),
    ("p", "rate"),
    ("drop_rate", "rate"),
    ("dropout_W", "dropout"),
    ("dropout_U", "recurrent_dropout"),
    ("eps", "epsilon"),
    ("affine", "center"),
    ("use_scale", "scale"),
    ("alpha", "negative_slope"),
    ("num_embeddings", "input_dim"),
    ("embedding_dim", "output_dim"),
    ("features", "output_dim"),
    ("scale_factor", "size"),
    ("mode", "interpolation"),
    ("dim", "axis"),
    ("concat_axis", "axis"),
    ("shape", "target_shape"),
    ("embed_dim", "key_dim"),
    ("qkv_features", "key_dim"),
    ("vdim", "value_dim"),
    ("heads", "num_heads"),
    ("return_sequence", "return_sequences"),
    ("return_states", "return_state"),
    ("merge", "merge_mode"),
];

/// Arguments of other libraries and earlier versions that a layer needs no more, with the reason.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("in_channels", OF_INPUT),
    ("in_features", OF_INPUT),
    ("input_size", OF_INPUT),
    ("num_features", OF_INPUT),
    ("input_dim", OF_INPUT),
    ("input_length", OF_INPUT),
    ("normalized_shape", OF_INPUT),
    ("num_channels", OF_INPUT),
    ("input_shape", OF_MODEL),
    ("batch_input_shape", OF_MODEL),
    ("batch_shape", OF_MODEL),
    ("batch_size", "remove it: shapes omit the batch axis"),
    ("batch_first", "remove it: an input is `[time, features]`, without the batch"),
    ("inplace", "remove it: every layer creates a new tensor"),
    ("training", "remove it: it is chosen when the model runs, not when the layer is created"),
    ("mask", NO_SHAPE),
    ("attention_mask", NO_SHAPE),
    ("initial_state", STATES),
    ("num_layers", "chain the layers: `LSTM(64, return_sequences = true) -> LSTM(64)`"),
    ("bidirectional", "`Bidirectional(LSTM(64))` wraps a recurrent layer"),
];

const NO_SHAPE: &str = "remove it: a mask affects neither shapes nor weights";
const STATES: &str = "initial states follow the input: `(x, h, c) -> LSTM(..)`";
const OF_INPUT: &str = "remove it: the size is inferred from the input";
const OF_MODEL: &str =
    "remove it: shapes are declared on the inputs of the model: `model Net(x: [28, 28, 1])`";

/// Words of other libraries, with Keras's.
pub const WORD_SYNONYMS: &[(&str, &str)] = &[
    ("none", "None"),
    ("null", "None"),
    ("identity", "linear"),
    ("logistic", "sigmoid"),
    ("kaiming_uniform", "he_uniform"),
    ("kaiming_normal", "he_normal"),
    ("kaiming_uniform_", "he_uniform"),
    ("kaiming_normal_", "he_normal"),
    ("xavier_uniform", "glorot_uniform"),
    ("xavier_normal", "glorot_normal"),
    ("xavier_uniform_", "glorot_uniform"),
    ("xavier_normal_", "glorot_normal"),
    ("xavier", "glorot_uniform"),
    ("kaiming", "he_uniform"),
    ("trunc_normal", "truncated_normal"),
    ("trunc_normal_", "truncated_normal"),
    ("orthogonal_", "orthogonal"),
    ("zeros_", "zeros"),
    ("ones_", "ones"),
    ("weight_decay", "l2"),
    ("f16", "float16"),
    ("f32", "float32"),
    ("f64", "float64"),
    ("bf16", "bfloat16"),
    ("half", "float16"),
    ("float", "float32"),
    ("double", "float64"),
    ("fp16", "float16"),
    ("fp32", "float32"),
    ("i32", "int32"),
    ("i64", "int64"),
    ("long", "int64"),
    ("NHWC", "channels_last"),
    ("NCHW", "channels_first"),
    ("tf", "channels_last"),
    ("th", "channels_first"),
    ("half_padding", "same"),
    ("linear", "bilinear"),
    ("concatenate", "concat"),
    ("add", "sum"),
    ("mean", "ave"),
    ("average", "ave"),
];

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::layers::{COMMON, classes, find, suggest, synonym};

    #[test]
    fn every_name_from_elsewhere_leads_to_one_that_is_known() {
        for (foreign, class) in SYNONYMS.iter().chain(FUNCTIONS) {
            assert!(find(class).is_some(), "{foreign}: {class}");
            assert!(find(foreign).is_none(), "`{foreign}` is a class");
        }
        let parameters: Vec<&str> = classes()
            .flat_map(|class| class.parameters.iter())
            .chain(COMMON)
            .map(|parameter| parameter.name)
            .collect();
        for (foreign, argument) in ARGUMENT_SYNONYMS {
            assert!(parameters.contains(argument), "{foreign}: {argument}");
        }
        let words: Vec<&str> = classes()
            .flat_map(|class| class.parameters.iter())
            .flat_map(|parameter| parameter.kind.words().iter().copied())
            .collect();
        for (foreign, word) in WORD_SYNONYMS {
            let known =
                words.contains(word) || *word == "None" || crate::layers::dtype(word).is_some();
            assert!(known, "{foreign}: {word}");
        }
    }

    #[test]
    fn names_are_found_by_meaning() {
        for (name, class) in [
            ("Linear", "Dense"),
            ("Conv2d", "Conv2D"),
            ("MaxPool2d", "MaxPooling2D"),
            ("BatchNorm2d", "BatchNormalization"),
            ("AdaptiveAvgPool2d", "AdaptiveAveragePooling2D"),
            ("Upsample", "UpSampling2D"),
        ] {
            assert_eq!(synonym(name), Some(class));
            assert_eq!(suggest(name), Some(class));
        }
        assert_eq!(suggest("MaxPoolin2D"), Some("MaxPooling2D"));
        for (name, word) in [
            ("Tanh", Some("tanh")),
            ("SiLU", Some("silu")),
            ("Hardswish", Some("hard_swish")),
            ("LogSoftmax", Some("log_softmax")),
            ("Flatten", None),
        ] {
            assert_eq!(activation(name), word);
        }
    }
}
