//! The layers and their arguments as Rust items: what editors show of a `model!` call.
//!
//! Written from the table of classes by `BLESS=1 cargo test -p modelwright-core --test editor_vocabulary`; do not
//! edit. Only rust-analyzer reads it: it stands under `cfg(rust_analyzer)`, and so does all that names it.
#![allow(nonstandard_style)]

/// An activation
pub type Activation = ();
/// An axis or a list of axes
pub type Axes = ();
/// An axis
pub type Axis = ();
/// `true` or `false`
pub type Boolean = ();
/// A cell or a list of cells
pub type Cells = ();
/// A constraint
pub type Constraint = ();
/// `channels_last` or `channels_first`
pub type DataFormat = ();
/// A dtype
pub type Dtype = ();
/// An initializer
pub type Initializer = ();
/// An integer.
pub type Integer = ();
/// A layer.
pub type Layer = ();
/// A list of layers
pub type Layers = ();
/// A list.
pub type List = ();
/// One line of text without `/`
pub type Name = ();
/// A number.
pub type Number = ();
/// A number or a list of numbers
pub type Numbers = ();
/// An integer, or a tuple of one integer or one pair an axis.
pub type Pairs = ();
/// A regularizer
pub type Regularizer = ();
/// A shape: integers, `-1` or `None`
pub type Shape = ();
/// An integer, or a tuple of one an axis.
pub type Sizes = ();
/// A tensor: its shape, without the batch axis.
pub type Tensor = &'static str;
/// A string
pub type Text = ();
/// A value.
pub type Value = &'static str;
/// One of some words.
pub type Word = ();

/// The layers.
pub mod layers {
    use super::Layer;

    /// Applies a function to its input.
    ///
    /// `Activation(activation, name, trainable = true, dtype)`
    pub type Activation = Layer;
    /// Adds a penalty on its input to the loss.
    ///
    /// `ActivityRegularization(l1 = 0.0, l2 = 0.0, name, trainable = true, dtype)`
    pub type ActivityRegularization = Layer;
    /// Means of a sequence, in windows that give the wanted size.
    ///
    /// `AdaptiveAveragePooling1D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveAveragePooling1D = Layer;
    /// Means of an image, in windows that give the wanted size.
    ///
    /// `AdaptiveAveragePooling2D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveAveragePooling2D = Layer;
    /// Means of a volume, in windows that give the wanted size.
    ///
    /// `AdaptiveAveragePooling3D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveAveragePooling3D = Layer;
    /// Largest values of a sequence, in windows that give the wanted size.
    ///
    /// `AdaptiveMaxPooling1D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveMaxPooling1D = Layer;
    /// Largest values of an image, in windows that give the wanted size.
    ///
    /// `AdaptiveMaxPooling2D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveMaxPooling2D = Layer;
    /// Largest values of a volume, in windows that give the wanted size.
    ///
    /// `AdaptiveMaxPooling3D(output_size, data_format, name, trainable = true, dtype)`
    pub type AdaptiveMaxPooling3D = Layer;
    /// Sum of its inputs, element by element.
    ///
    /// `Add(name, trainable = true, dtype)`
    pub type Add = Layer;
    /// Attention whose scores are weighted sums over `tanh` of query and key.
    ///
    /// `AdditiveAttention(use_scale = true, dropout = 0.0, return_attention_scores = false, use_causal_mask = false, seed, name, trainable = true, dtype)`
    pub type AdditiveAttention = Layer;
    /// Dropout that keeps mean and variance, for use with `selu`.
    ///
    /// `AlphaDropout(rate, noise_shape, seed, name, trainable = true, dtype)`
    pub type AlphaDropout = Layer;
    /// Attention whose scores are dot products, without weights of its own.
    ///
    /// `Attention(use_scale = false, score_mode = dot, dropout = 0.0, seed, return_attention_scores = false, use_causal_mask = false, name, trainable = true, dtype)`
    pub type Attention = Layer;
    /// Images mixed with chains of changes of themselves.
    ///
    /// `AugMix(value_range = (0, 255), num_chains = 3, chain_depth = 3, factor = 0.3, alpha = 1.0, all_ops = true, interpolation = bilinear, seed, data_format, name, trainable = true, dtype)`
    pub type AugMix = Layer;
    /// Images stretched to the whole range of values.
    ///
    /// `AutoContrast(value_range = (0, 255), name, trainable = true, dtype)`
    pub type AutoContrast = Layer;
    /// Mean of its inputs, element by element.
    ///
    /// `Average(name, trainable = true, dtype)`
    pub type Average = Layer;
    /// Mean of each window of a sequence.
    ///
    /// `AveragePooling1D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type AveragePooling1D = Layer;
    /// Mean of each window of an image.
    ///
    /// `AveragePooling2D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type AveragePooling2D = Layer;
    /// Mean of each window of a volume.
    ///
    /// `AveragePooling3D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type AveragePooling3D = Layer;
    /// Mean of each window of a sequence.
    ///
    /// `AveragePooling1D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `AveragePooling1D`.
    pub type AvgPool1D = Layer;
    /// Mean of each window of an image.
    ///
    /// `AveragePooling2D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `AveragePooling2D`.
    pub type AvgPool2D = Layer;
    /// Mean of each window of a volume.
    ///
    /// `AveragePooling3D(pool_size, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `AveragePooling3D`.
    pub type AvgPool3D = Layer;
    /// Scales every channel to mean 0 and variance 1 over the batch, then by learned factors.
    ///
    /// `BatchNormalization(axis = -1, momentum = 0.99, epsilon = 0.001, center = true, scale = true, beta_initializer = zeros, gamma_initializer = ones, moving_mean_initializer = zeros, moving_variance_initializer = ones, beta_regularizer, gamma_regularizer, beta_constraint, gamma_constraint, renorm = false, renorm_clipping, renorm_momentum = 0.99, synchronized = false, name, trainable = true, dtype)`
    pub type BatchNormalization = Layer;
    /// Runs a recurrent layer from both ends of a sequence, and merges what it gives.
    ///
    /// `Bidirectional(layer, merge_mode = concat, weights, backward_layer, name, trainable = true, dtype)`
    pub type Bidirectional = Layer;
    /// Category numbers as vectors of 0 and 1, or of counts.
    ///
    /// `CategoryEncoding(num_tokens, output_mode = multi_hot, sparse = false, name, trainable = true, dtype)`
    pub type CategoryEncoding = Layer;
    /// The middle of images; smaller images are scaled up.
    ///
    /// `CenterCrop(height, width, data_format, name, trainable = true, dtype)`
    pub type CenterCrop = Layer;
    /// Its inputs one after the other along one axis.
    ///
    /// `Concatenate(axis = -1, name, trainable = true, dtype)`
    pub type Concatenate = Layer;
    /// Contrast evened out tile by tile, up to a limit.
    ///
    /// `ContrastLimitedAdaptiveHistogramEqualization(value_range = (0, 255), clip_limit = 4.0, tile_grid_size = (8, 8), data_format, name, trainable = true, dtype)`
    pub type ContrastLimitedAdaptiveHistogramEqualization = Layer;
    /// Slides kernels over a sequence.
    ///
    /// `Conv1D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    pub type Conv1D = Layer;
    /// Spreads each step of a sequence over a kernel: the transpose of `Conv1D`.
    ///
    /// `Conv1DTranspose(filters, kernel_size, strides = 1, padding = valid, output_padding, data_format, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type Conv1DTranspose = Layer;
    /// Slides kernels over an image.
    ///
    /// `Conv2D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    pub type Conv2D = Layer;
    /// Spreads each pixel of an image over a kernel: the transpose of `Conv2D`.
    ///
    /// `Conv2DTranspose(filters, kernel_size, strides = 1, padding = valid, output_padding, data_format, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type Conv2DTranspose = Layer;
    /// Slides kernels over a volume.
    ///
    /// `Conv3D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    pub type Conv3D = Layer;
    /// Spreads each voxel of a volume over a kernel: the transpose of `Conv3D`.
    ///
    /// `Conv3DTranspose(filters, kernel_size, strides = 1, padding = valid, data_format, output_padding, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type Conv3DTranspose = Layer;
    /// An `LSTM` over sequences of signals, with convolutions for its sums.
    ///
    /// `ConvLSTM1D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, unit_forget_bias = true, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, return_sequences = false, return_state = false, go_backwards = false, stateful = false, name, trainable = true, dtype)`
    pub type ConvLSTM1D = Layer;
    /// An `LSTM` over sequences of images, with convolutions for its sums.
    ///
    /// `ConvLSTM2D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, unit_forget_bias = true, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, return_sequences = false, return_state = false, go_backwards = false, stateful = false, name, trainable = true, dtype)`
    pub type ConvLSTM2D = Layer;
    /// An `LSTM` over sequences of volumes, with convolutions for its sums.
    ///
    /// `ConvLSTM3D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, unit_forget_bias = true, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, return_sequences = false, return_state = false, go_backwards = false, stateful = false, name, trainable = true, dtype)`
    pub type ConvLSTM3D = Layer;
    /// Slides kernels over a sequence.
    ///
    /// `Conv1D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv1D`.
    pub type Convolution1D = Layer;
    /// Spreads each step of a sequence over a kernel: the transpose of `Conv1D`.
    ///
    /// `Conv1DTranspose(filters, kernel_size, strides = 1, padding = valid, output_padding, data_format, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv1DTranspose`.
    pub type Convolution1DTranspose = Layer;
    /// Slides kernels over an image.
    ///
    /// `Conv2D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv2D`.
    pub type Convolution2D = Layer;
    /// Spreads each pixel of an image over a kernel: the transpose of `Conv2D`.
    ///
    /// `Conv2DTranspose(filters, kernel_size, strides = 1, padding = valid, output_padding, data_format, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv2DTranspose`.
    pub type Convolution2DTranspose = Layer;
    /// Slides kernels over a volume.
    ///
    /// `Conv3D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, groups = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv3D`.
    pub type Convolution3D = Layer;
    /// Spreads each voxel of a volume over a kernel: the transpose of `Conv3D`.
    ///
    /// `Conv3DTranspose(filters, kernel_size, strides = 1, padding = valid, data_format, output_padding, dilation_rate = 1, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name, trainable = true, dtype)`
    ///
    /// Another name of `Conv3DTranspose`.
    pub type Convolution3DTranspose = Layer;
    /// Cuts both ends of a sequence.
    ///
    /// `Cropping1D(cropping = 1, name, trainable = true, dtype)`
    pub type Cropping1D = Layer;
    /// Cuts the edges of an image.
    ///
    /// `Cropping2D(cropping = 0, data_format, name, trainable = true, dtype)`
    pub type Cropping2D = Layer;
    /// Cuts the edges of a volume.
    ///
    /// `Cropping3D(cropping = 1, data_format, name, trainable = true, dtype)`
    pub type Cropping3D = Layer;
    /// Images with a rectangle of another image of the batch.
    ///
    /// `CutMix(factor = 1.0, seed, data_format, name, trainable = true, dtype)`
    pub type CutMix = Layer;
    /// Fully connected layer: every output is a weighted sum of the last axis.
    ///
    /// `Dense(units, activation, use_bias = true, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, quantization_config, name, trainable = true, dtype)`
    pub type Dense = Layer;
    /// Slides kernels over each channel of a sequence.
    ///
    /// `DepthwiseConv1D(kernel_size, strides = 1, padding = valid, depth_multiplier = 1, data_format, dilation_rate = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type DepthwiseConv1D = Layer;
    /// Slides kernels over each channel of an image.
    ///
    /// `DepthwiseConv2D(kernel_size, strides = 1, padding = valid, depth_multiplier = 1, data_format, dilation_rate = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type DepthwiseConv2D = Layer;
    /// Numbers into the ranges between boundaries.
    ///
    /// `Discretization(bin_boundaries, num_bins, epsilon = 0.01, output_mode = int, sparse = false, name, trainable = true, dtype)`
    pub type Discretization = Layer;
    /// Sum of products of two inputs along one axis of each.
    ///
    /// `Dot(axes, normalize = false, name, trainable = true, dtype)`
    pub type Dot = Layer;
    /// Sets a share of its input to 0 in training.
    ///
    /// `Dropout(rate, noise_shape, seed, name, trainable = true, dtype)`
    pub type Dropout = Layer;
    /// The input, `alpha * (exp(x) - 1)` where it is negative.
    ///
    /// `ELU(alpha = 1.0, name, trainable = true, dtype)`
    pub type ELU = Layer;
    /// Weighted sums over the axes that an equation names.
    ///
    /// `EinsumDense(equation, output_shape, activation, bias_axes, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha, gptq_unpacked_column_size, quantization_config, name, trainable = true, dtype)`
    pub type EinsumDense = Layer;
    /// Turns each number into its trainable vector.
    ///
    /// `Embedding(input_dim, output_dim, embeddings_initializer = uniform, embeddings_regularizer, embeddings_constraint, mask_zero = false, weights, lora_rank, lora_alpha, quantization_config, input_length, name, trainable = true, dtype)`
    pub type Embedding = Layer;
    /// Values of images evened out.
    ///
    /// `Equalization(value_range = (0, 255), bins = 256, data_format, name, trainable = true, dtype)`
    pub type Equalization = Layer;
    /// Makes one axis of all.
    ///
    /// `Flatten(data_format, name, trainable = true, dtype)`
    pub type Flatten = Layer;
    /// Runs over a sequence with a state that gates update and reset.
    ///
    /// `GRU(units, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, return_sequences = false, return_state = false, go_backwards = false, stateful = false, unroll = false, reset_after = true, use_cudnn = auto, implementation = 2, name, trainable = true, dtype)`
    pub type GRU = Layer;
    /// One step of `GRU`.
    ///
    /// `GRUCell(units, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, reset_after = true, seed, implementation = 2, name, trainable = true, dtype)`
    pub type GRUCell = Layer;
    /// Multiplies by noise of mean 1 in training.
    ///
    /// `GaussianDropout(rate, seed, name, trainable = true, dtype)`
    pub type GaussianDropout = Layer;
    /// Adds noise of mean 0 in training.
    ///
    /// `GaussianNoise(stddev, seed, name, trainable = true, dtype)`
    pub type GaussianNoise = Layer;
    /// Mean of each channel of a sequence.
    ///
    /// `GlobalAveragePooling1D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalAveragePooling1D = Layer;
    /// Mean of each channel of an image.
    ///
    /// `GlobalAveragePooling2D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalAveragePooling2D = Layer;
    /// Mean of each channel of a volume.
    ///
    /// `GlobalAveragePooling3D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalAveragePooling3D = Layer;
    /// Mean of each channel of a sequence.
    ///
    /// `GlobalAveragePooling1D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalAveragePooling1D`.
    pub type GlobalAvgPool1D = Layer;
    /// Mean of each channel of an image.
    ///
    /// `GlobalAveragePooling2D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalAveragePooling2D`.
    pub type GlobalAvgPool2D = Layer;
    /// Mean of each channel of a volume.
    ///
    /// `GlobalAveragePooling3D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalAveragePooling3D`.
    pub type GlobalAvgPool3D = Layer;
    /// Largest value of each channel of a sequence.
    ///
    /// `GlobalMaxPooling1D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalMaxPooling1D`.
    pub type GlobalMaxPool1D = Layer;
    /// Largest value of each channel of an image.
    ///
    /// `GlobalMaxPooling2D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalMaxPooling2D`.
    pub type GlobalMaxPool2D = Layer;
    /// Largest value of each channel of a volume.
    ///
    /// `GlobalMaxPooling3D(data_format, keepdims = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GlobalMaxPooling3D`.
    pub type GlobalMaxPool3D = Layer;
    /// Largest value of each channel of a sequence.
    ///
    /// `GlobalMaxPooling1D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalMaxPooling1D = Layer;
    /// Largest value of each channel of an image.
    ///
    /// `GlobalMaxPooling2D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalMaxPooling2D = Layer;
    /// Largest value of each channel of a volume.
    ///
    /// `GlobalMaxPooling3D(data_format, keepdims = false, name, trainable = true, dtype)`
    pub type GlobalMaxPooling3D = Layer;
    /// Scales groups of channels of every example to mean 0 and variance 1, then by learned factors.
    ///
    /// `GroupNormalization(groups = 32, axis = -1, epsilon = 0.001, center = true, scale = true, beta_initializer = zeros, gamma_initializer = ones, beta_regularizer, gamma_regularizer, beta_constraint, gamma_constraint, name, trainable = true, dtype)`
    pub type GroupNormalization = Layer;
    /// Attention in several heads, where groups of query heads share a head of keys and values.
    ///
    /// `GroupedQueryAttention(head_dim, num_query_heads, num_key_value_heads, dropout = 0.0, use_bias = true, sliding_window, flash_attention, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, use_gate = false, seed, return_attention_scores = false, use_causal_mask = false, name, trainable = true, dtype)`
    ///
    /// Another name of `GroupedQueryAttention`.
    pub type GroupQueryAttention = Layer;
    /// Attention in several heads, where groups of query heads share a head of keys and values.
    ///
    /// `GroupedQueryAttention(head_dim, num_query_heads, num_key_value_heads, dropout = 0.0, use_bias = true, sliding_window, flash_attention, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, use_gate = false, seed, return_attention_scores = false, use_causal_mask = false, name, trainable = true, dtype)`
    pub type GroupedQueryAttention = Layer;
    /// Pairs of two features into a fixed number of bins, by a hash.
    ///
    /// `HashedCrossing(num_bins, output_mode = int, sparse = false, name, trainable = true, dtype)`
    pub type HashedCrossing = Layer;
    /// Values into a fixed number of bins, by a hash.
    ///
    /// `Hashing(num_bins, mask_value, salt, output_mode = int, sparse = false, name, trainable = true, dtype)`
    pub type Hashing = Layer;
    /// Gives its input unchanged.
    ///
    /// `Identity(name, trainable = true, dtype)`
    pub type Identity = Layer;
    /// Integers into their places in a vocabulary.
    ///
    /// `IntegerLookup(max_tokens, num_oov_indices = 1, mask_token, oov_token = -1, vocabulary, vocabulary_dtype = int64, idf_weights, invert = false, output_mode = int, sparse = false, pad_to_max_tokens = false, oov_method = floormod, salt, name, trainable = true, dtype)`
    pub type IntegerLookup = Layer;
    /// Runs over a sequence with a memory that gates write, keep and read.
    ///
    /// `LSTM(units, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, unit_forget_bias = true, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, return_sequences = false, return_state = false, go_backwards = false, stateful = false, unroll = false, use_cudnn = auto, implementation = 2, name, trainable = true, dtype)`
    pub type LSTM = Layer;
    /// One step of `LSTM`.
    ///
    /// `LSTMCell(units, activation = tanh, recurrent_activation = sigmoid, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, unit_forget_bias = true, kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, implementation = 2, name, trainable = true, dtype)`
    pub type LSTMCell = Layer;
    /// Scales every example to mean 0 and variance 1 along an axis, then by learned factors.
    ///
    /// `LayerNormalization(axis = -1, epsilon = 0.001, center = true, scale = true, beta_initializer = zeros, gamma_initializer = ones, beta_regularizer, gamma_regularizer, beta_constraint, gamma_constraint, rms_scaling = false, name, trainable = true, dtype)`
    pub type LayerNormalization = Layer;
    /// The input, times `negative_slope` where it is negative.
    ///
    /// `LeakyReLU(negative_slope = 0.3, alpha, name, trainable = true, dtype)`
    pub type LeakyReLU = Layer;
    /// Marks the steps whose values are all `mask_value`, so that later layers skip them.
    ///
    /// `Masking(mask_value = 0.0, name, trainable = true, dtype)`
    pub type Masking = Layer;
    /// Lists of bounding boxes cut or filled to one length; images stay as they are.
    ///
    /// `MaxNumBoundingBoxes(max_number, fill_value = -1, name, trainable = true, dtype)`
    pub type MaxNumBoundingBoxes = Layer;
    /// Largest value in each window of a sequence.
    ///
    /// `MaxPooling1D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `MaxPooling1D`.
    pub type MaxPool1D = Layer;
    /// Largest value in each window of an image.
    ///
    /// `MaxPooling2D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `MaxPooling2D`.
    pub type MaxPool2D = Layer;
    /// Largest value in each window of a volume.
    ///
    /// `MaxPooling3D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    ///
    /// Another name of `MaxPooling3D`.
    pub type MaxPool3D = Layer;
    /// Largest value in each window of a sequence.
    ///
    /// `MaxPooling1D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type MaxPooling1D = Layer;
    /// Largest value in each window of an image.
    ///
    /// `MaxPooling2D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type MaxPooling2D = Layer;
    /// Largest value in each window of a volume.
    ///
    /// `MaxPooling3D(pool_size = 2, strides, padding = valid, data_format, name, trainable = true, dtype)`
    pub type MaxPooling3D = Layer;
    /// Largest of its inputs, element by element.
    ///
    /// `Maximum(name, trainable = true, dtype)`
    pub type Maximum = Layer;
    /// Strength of the bands of the mel scale over time.
    ///
    /// `MelSpectrogram(fft_length = 2048, sequence_stride = 512, sequence_length, window = hann, sampling_rate = 16000, num_mel_bins = 128, min_freq = 20.0, max_freq, power_to_db = true, top_db = 80.0, mag_exp = 2.0, min_power = 1e-10, ref_power = 1.0, name, trainable = true, dtype)`
    pub type MelSpectrogram = Layer;
    /// Smallest of its inputs, element by element.
    ///
    /// `Minimum(name, trainable = true, dtype)`
    pub type Minimum = Layer;
    /// Images blended with other images of the batch.
    ///
    /// `MixUp(alpha = 0.2, data_format, seed, name, trainable = true, dtype)`
    pub type MixUp = Layer;
    /// Attention in several heads, each on its own projection of query, value and key.
    ///
    /// `MultiHeadAttention(num_heads, key_dim, value_dim, dropout = 0.0, use_bias = true, output_shape, attention_axes, sliding_window, flash_attention, kernel_initializer = glorot_uniform, bias_initializer = zeros, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, use_gate = false, seed, return_attention_scores = false, use_causal_mask = false, name, trainable = true, dtype)`
    pub type MultiHeadAttention = Layer;
    /// Product of its inputs, element by element.
    ///
    /// `Multiply(name, trainable = true, dtype)`
    pub type Multiply = Layer;
    /// Shifts and scales every feature by a mean and variance that are given or taken from data.
    ///
    /// `Normalization(axis = -1, mean, variance, invert = false, name, trainable = true, dtype)`
    pub type Normalization = Layer;
    /// The input, times a learned slope where it is negative.
    ///
    /// `PReLU(alpha_initializer = Zeros, alpha_regularizer, alpha_constraint, shared_axes, name, trainable = true, dtype)`
    pub type PReLU = Layer;
    /// Reorders the axes.
    ///
    /// `Permute(dims, name, trainable = true, dtype)`
    pub type Permute = Layer;
    /// Layers one after the other, as one.
    ///
    /// `Pipeline(layers, name, trainable = true, dtype)`
    pub type Pipeline = Layer;
    /// Divides every example by its root mean square along an axis, then scales by learned factors.
    ///
    /// `RMSNormalization(axis = -1, epsilon = 1e-6, name, trainable = true, dtype)`
    pub type RMSNormalization = Layer;
    /// Runs a cell, or cells on top of each other, over a sequence.
    ///
    /// `RNN(cell, return_sequences = false, return_state = false, go_backwards = false, stateful = false, unroll = false, zero_output_for_mask = false, name, trainable = true, dtype)`
    pub type RNN = Layer;
    /// A few random changes of images.
    ///
    /// `RandAugment(value_range = (0, 255), num_ops = 2, factor = 0.5, interpolation = bilinear, seed, data_format, name, trainable = true, dtype)`
    pub type RandAugment = Layer;
    /// Brightness changed at random.
    ///
    /// `RandomBrightness(factor, value_range = (0, 255), seed, name, trainable = true, dtype)`
    pub type RandomBrightness = Layer;
    /// Colours weakened at random.
    ///
    /// `RandomColorDegeneration(factor, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomColorDegeneration = Layer;
    /// Brightness, contrast, saturation and hue changed at random.
    ///
    /// `RandomColorJitter(value_range = (0, 255), brightness_factor, contrast_factor, saturation_factor, hue_factor, seed, data_format, name, trainable = true, dtype)`
    pub type RandomColorJitter = Layer;
    /// Contrast changed at random.
    ///
    /// `RandomContrast(factor, value_range = (0, 255), seed, name, trainable = true, dtype)`
    pub type RandomContrast = Layer;
    /// A random part of images in training, the middle otherwise.
    ///
    /// `RandomCrop(height, width, seed, data_format, name, trainable = true, dtype)`
    pub type RandomCrop = Layer;
    /// Images distorted smoothly at random.
    ///
    /// `RandomElasticTransform(factor = 1.0, scale = 1.0, interpolation = bilinear, fill_mode = reflect, fill_value = 0.0, value_range = (0, 255), seed, data_format, name, trainable = true, dtype)`
    pub type RandomElasticTransform = Layer;
    /// Random rectangles of images erased.
    ///
    /// `RandomErasing(factor = 1.0, scale = (0.02, 0.33), fill_value, value_range = (0, 255), seed, data_format, name, trainable = true, dtype)`
    pub type RandomErasing = Layer;
    /// Images mirrored at random.
    ///
    /// `RandomFlip(mode = horizontal_and_vertical, seed, data_format, name, trainable = true, dtype)`
    pub type RandomFlip = Layer;
    /// Images blurred at random.
    ///
    /// `RandomGaussianBlur(factor = 1.0, kernel_size = 3, sigma = 1.0, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomGaussianBlur = Layer;
    /// Images without colour at random; they keep their channels.
    ///
    /// `RandomGrayscale(factor = 0.5, data_format, seed, name, trainable = true, dtype)`
    pub type RandomGrayscale = Layer;
    /// Hue changed at random.
    ///
    /// `RandomHue(factor, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomHue = Layer;
    /// Images inverted at random.
    ///
    /// `RandomInvert(factor = 1.0, value_range = (0, 255), seed, data_format, name, trainable = true, dtype)`
    pub type RandomInvert = Layer;
    /// Images seen from another side at random.
    ///
    /// `RandomPerspective(factor = 1.0, scale = 1.0, interpolation = bilinear, fill_value = 0.0, seed, data_format, name, trainable = true, dtype)`
    pub type RandomPerspective = Layer;
    /// Fewer bits a channel at random.
    ///
    /// `RandomPosterization(factor, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomPosterization = Layer;
    /// Images turned at random.
    ///
    /// `RandomRotation(factor, fill_mode = reflect, interpolation = bilinear, seed, fill_value = 0.0, data_format, name, trainable = true, dtype)`
    pub type RandomRotation = Layer;
    /// Saturation changed at random.
    ///
    /// `RandomSaturation(factor, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomSaturation = Layer;
    /// Sharpness changed at random.
    ///
    /// `RandomSharpness(factor, value_range = (0, 255), data_format, seed, name, trainable = true, dtype)`
    pub type RandomSharpness = Layer;
    /// Images sheared at random.
    ///
    /// `RandomShear(x_factor = 0.0, y_factor = 0.0, interpolation = bilinear, fill_mode = reflect, fill_value = 0.0, data_format, seed, name, trainable = true, dtype)`
    pub type RandomShear = Layer;
    /// Images moved at random.
    ///
    /// `RandomTranslation(height_factor, width_factor, fill_mode = reflect, interpolation = bilinear, seed, fill_value = 0.0, data_format, name, trainable = true, dtype)`
    pub type RandomTranslation = Layer;
    /// Images zoomed at random.
    ///
    /// `RandomZoom(height_factor, width_factor, fill_mode = reflect, interpolation = bilinear, seed, fill_value = 0.0, data_format, name, trainable = true, dtype)`
    pub type RandomZoom = Layer;
    /// The input where it is above `threshold`, else 0 or a slope, and at most `max_value`.
    ///
    /// `ReLU(max_value, negative_slope = 0.0, threshold = 0.0, name, trainable = true, dtype)`
    pub type ReLU = Layer;
    /// Repeats a vector along a new axis.
    ///
    /// `RepeatVector(n, name, trainable = true, dtype)`
    pub type RepeatVector = Layer;
    /// The input times `scale` plus `offset`.
    ///
    /// `Rescaling(scale, offset = 0.0, name, trainable = true, dtype)`
    pub type Rescaling = Layer;
    /// Gives the same elements another shape.
    ///
    /// `Reshape(target_shape, name, trainable = true, dtype)`
    pub type Reshape = Layer;
    /// Images scaled to one size.
    ///
    /// `Resizing(height, width, interpolation = bilinear, crop_to_aspect_ratio = false, pad_to_aspect_ratio = false, fill_mode = constant, fill_value = 0.0, antialias = false, data_format, name, trainable = true, dtype)`
    pub type Resizing = Layer;
    /// Turns each number into its trainable vector, and with `reverse` vectors into scores of numbers.
    ///
    /// `ReversibleEmbedding(input_dim, output_dim, tie_weights = true, embeddings_initializer = uniform, embeddings_regularizer, embeddings_constraint, mask_zero = false, reverse_dtype, logit_soft_cap, weights, lora_rank, lora_alpha, quantization_config, reverse = false, name, trainable = true, dtype)`
    pub type ReversibleEmbedding = Layer;
    /// Short-time Fourier transform by convolutions whose kernels can be trained.
    ///
    /// `STFTSpectrogram(mode = log, frame_length = 256, frame_step, fft_length, window = hann, periodic = false, scaling = density, padding = valid, expand_dims = false, data_format, name, trainable = true, dtype)`
    pub type STFTSpectrogram = Layer;
    /// Slides kernels over each channel of a sequence, then mixes the channels.
    ///
    /// `SeparableConv1D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, depth_multiplier = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, pointwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, pointwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, pointwise_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type SeparableConv1D = Layer;
    /// Slides kernels over each channel of an image, then mixes the channels.
    ///
    /// `SeparableConv2D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, depth_multiplier = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, pointwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, pointwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, pointwise_constraint, bias_constraint, name, trainable = true, dtype)`
    pub type SeparableConv2D = Layer;
    /// Slides kernels over each channel of a sequence, then mixes the channels.
    ///
    /// `SeparableConv1D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, depth_multiplier = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, pointwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, pointwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, pointwise_constraint, bias_constraint, name, trainable = true, dtype)`
    ///
    /// Another name of `SeparableConv1D`.
    pub type SeparableConvolution1D = Layer;
    /// Slides kernels over each channel of an image, then mixes the channels.
    ///
    /// `SeparableConv2D(filters, kernel_size, strides = 1, padding = valid, data_format, dilation_rate = 1, depth_multiplier = 1, activation, use_bias = true, depthwise_initializer = glorot_uniform, pointwise_initializer = glorot_uniform, bias_initializer = zeros, depthwise_regularizer, pointwise_regularizer, bias_regularizer, activity_regularizer, depthwise_constraint, pointwise_constraint, bias_constraint, name, trainable = true, dtype)`
    ///
    /// Another name of `SeparableConv2D`.
    pub type SeparableConvolution2D = Layer;
    /// A chain of layers as one layer.
    ///
    /// `Sequential(first -> second -> .., name, trainable)`
    pub type Sequential = Layer;
    /// Runs over a sequence; each step sees the output of the one before.
    ///
    /// `SimpleRNN(units, activation = tanh, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, kernel_regularizer, recurrent_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, return_sequences = false, return_state = false, go_backwards = false, stateful = false, unroll = false, seed, name, trainable = true, dtype)`
    pub type SimpleRNN = Layer;
    /// One step of `SimpleRNN`.
    ///
    /// `SimpleRNNCell(units, activation = tanh, use_bias = true, kernel_initializer = glorot_uniform, recurrent_initializer = orthogonal, bias_initializer = zeros, kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint, recurrent_constraint, bias_constraint, dropout = 0.0, recurrent_dropout = 0.0, seed, name, trainable = true, dtype)`
    pub type SimpleRNNCell = Layer;
    /// Shares that sum up to 1 along an axis.
    ///
    /// `Softmax(axis = -1, name, trainable = true, dtype)`
    pub type Softmax = Layer;
    /// Values above a threshold inverted at random.
    ///
    /// `Solarization(addition_factor = 0.0, threshold_factor = 0.0, value_range = (0, 255), seed, name, trainable = true, dtype)`
    pub type Solarization = Layer;
    /// Sets whole channels of a sequence to 0 in training.
    ///
    /// `SpatialDropout1D(rate, seed, name, trainable = true, dtype)`
    pub type SpatialDropout1D = Layer;
    /// Sets whole channels of an image to 0 in training.
    ///
    /// `SpatialDropout2D(rate, data_format, seed, name, trainable = true, dtype)`
    pub type SpatialDropout2D = Layer;
    /// Sets whole channels of a volume to 0 in training.
    ///
    /// `SpatialDropout3D(rate, data_format, seed, name, trainable = true, dtype)`
    pub type SpatialDropout3D = Layer;
    /// Keeps the largest singular value of a layer's kernel at 1.
    ///
    /// `SpectralNormalization(layer, power_iterations = 1, name, trainable = true, dtype)`
    pub type SpectralNormalization = Layer;
    /// Cells on top of each other, as one cell.
    ///
    /// `StackedRNNCells(cells, name, trainable = true, dtype)`
    pub type StackedRNNCells = Layer;
    /// Strings into their places in a vocabulary.
    ///
    /// `StringLookup(max_tokens, num_oov_indices = 1, mask_token, oov_token = "[UNK]", vocabulary, idf_weights, invert = false, output_mode = int, pad_to_max_tokens = false, sparse = false, encoding = "utf-8", salt, name, trainable = true, dtype)`
    pub type StringLookup = Layer;
    /// First input minus the second, element by element.
    ///
    /// `Subtract(name, trainable = true, dtype)`
    pub type Subtract = Layer;
    /// Text into the places of its words in a vocabulary.
    ///
    /// `TextVectorization(max_tokens, standardize = lower_and_strip_punctuation, split = whitespace, ngrams, output_mode = int, output_sequence_length, pad_to_max_tokens = false, vocabulary, idf_weights, sparse = false, ragged = false, encoding = "utf-8", name, trainable = true, dtype)`
    pub type TextVectorization = Layer;
    /// Runs a layer on each step of the first axis, with the same weights.
    ///
    /// `TimeDistributed(layer, name, trainable = true, dtype)`
    pub type TimeDistributed = Layer;
    /// Scales every example to length 1 along an axis.
    ///
    /// `UnitNormalization(axis = -1, name, trainable = true, dtype)`
    pub type UnitNormalization = Layer;
    /// Repeats each step of a sequence.
    ///
    /// `UpSampling1D(size = 2, name, trainable = true, dtype)`
    pub type UpSampling1D = Layer;
    /// Enlarges an image by whole factors.
    ///
    /// `UpSampling2D(size = 2, data_format, interpolation = nearest, name, trainable = true, dtype)`
    pub type UpSampling2D = Layer;
    /// Enlarges a volume by whole factors.
    ///
    /// `UpSampling3D(size = 2, data_format, name, trainable = true, dtype)`
    pub type UpSampling3D = Layer;
    /// Adds zeros at both ends of a sequence.
    ///
    /// `ZeroPadding1D(padding = 1, data_format, name, trainable = true, dtype)`
    pub type ZeroPadding1D = Layer;
    /// Adds zeros around an image.
    ///
    /// `ZeroPadding2D(padding = 1, data_format, name, trainable = true, dtype)`
    pub type ZeroPadding2D = Layer;
    /// Adds zeros around a volume.
    ///
    /// `ZeroPadding3D(padding = 1, data_format, name, trainable = true, dtype)`
    pub type ZeroPadding3D = Layer;
}

/// The arguments of each layer.
pub mod arguments {
    /// Arguments of every layer.
    pub mod Sequential {
        use super::super::*;

        /// Name of the layer; automatic when left out. One line of text without `/`, or `None`. Default: `None`.
        pub type name = Name;
        /// Trainable flag of the layer's weights. `true` or `false`. Default: `true`.
        pub type trainable = Boolean;
        /// Dtype of the layer's weights; the model's when left out. A dtype, or `None`. Default: `None`.
        pub type dtype = Dtype;
    }
    /// Arguments of `Activation`.
    pub mod Activation {
        pub use super::Sequential::*;
        use super::super::*;

        /// The function. An activation, or `None`. It must be given.
        pub type activation = Activation;
    }
    /// Arguments of `ActivityRegularization`.
    pub mod ActivityRegularization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Weight of the sum of absolute values. A number of at least 0. Default: `0.0`.
        pub type l1 = Number;
        /// Weight of the sum of squares. A number of at least 0. Default: `0.0`.
        pub type l2 = Number;
    }
    /// Arguments of `AdaptiveAveragePooling1D`.
    pub mod AdaptiveAveragePooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AdaptiveAveragePooling2D`.
    pub mod AdaptiveAveragePooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer or a tuple of 2. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AdaptiveAveragePooling3D`.
    pub mod AdaptiveAveragePooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer or a tuple of 3. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AdaptiveMaxPooling1D`.
    pub mod AdaptiveMaxPooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AdaptiveMaxPooling2D`.
    pub mod AdaptiveMaxPooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer or a tuple of 2. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AdaptiveMaxPooling3D`.
    pub mod AdaptiveMaxPooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Spatial sizes of the output. A positive integer or a tuple of 3. It must be given.
        pub type output_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Add`.
    pub mod Add {
        pub use super::Sequential::*;
    }
    /// Arguments of `AdditiveAttention`.
    pub mod AdditiveAttention {
        pub use super::Sequential::*;
        use super::super::*;

        /// Weights the sums. `true` or `false`. Default: `true`.
        pub type use_scale = Boolean;
        /// Share of the scores that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Returns the scores as second output. `true` or `false`. Default: `false`.
        pub type return_attention_scores = Boolean;
        /// Prevents attention to later positions. `true` or `false`. Default: `false`.
        pub type use_causal_mask = Boolean;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `AlphaDropout`.
    pub mod AlphaDropout {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Shape of the mask with the batch, 1 where values are dropped together. A shape: integers, `-1` or `None`, or `None`. Default: `None`.
        pub type noise_shape = Shape;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `Attention`.
    pub mod Attention {
        pub use super::Sequential::*;
        use super::super::*;

        /// Scales the scores by a trainable number. `true` or `false`. Default: `false`.
        pub type use_scale = Boolean;
        /// Score function: product of query and key, or a sum over `tanh` of their sum. `dot` or `concat`. Default: `dot`.
        pub type score_mode = Word;
        /// Share of the scores that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the scores as second output. `true` or `false`. Default: `false`.
        pub type return_attention_scores = Boolean;
        /// Prevents attention to later positions. `true` or `false`. Default: `false`.
        pub type use_causal_mask = Boolean;
    }
    /// Arguments of `AugMix`.
    pub mod AugMix {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Number of mixed chains. A positive integer. Default: `3`.
        pub type num_chains = Integer;
        /// Number of transformations per chain. An integer. Default: `3`.
        pub type chain_depth = Integer;
        /// Strength of the changes. A number or a list of numbers. Default: `0.3`.
        pub type factor = Numbers;
        /// Evenness of the mixture. A number of at least 0. Default: `1.0`.
        pub type alpha = Number;
        /// Uses every kind of transformation. `true` or `false`. Default: `true`.
        pub type all_ops = Boolean;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `AutoContrast`.
    pub mod AutoContrast {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
    }
    /// Arguments of `Average`.
    pub mod Average {
        pub use super::Sequential::*;
    }
    /// Arguments of `AveragePooling1D`.
    pub mod AveragePooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer. It must be given.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use AveragePooling1D as AvgPool1D;
    /// Arguments of `AveragePooling2D`.
    pub mod AveragePooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer or a tuple of 2. It must be given.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer or a tuple of 2, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use AveragePooling2D as AvgPool2D;
    /// Arguments of `AveragePooling3D`.
    pub mod AveragePooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer or a tuple of 3. It must be given.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer or a tuple of 3, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use AveragePooling3D as AvgPool3D;
    /// Arguments of `BatchNormalization`.
    pub mod BatchNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis of the channels, 1 where they come first; the batch is axis 0. An axis. Default: `-1`.
        pub type axis = Axis;
        /// Momentum of the moving statistics, from 0 to 1. A number. Default: `0.99`.
        pub type momentum = Number;
        /// Small number that keeps the division from zero. A number of at least 0. Default: `0.001`.
        pub type epsilon = Number;
        /// Adds `beta`. `true` or `false`. Default: `true`.
        pub type center = Boolean;
        /// Multiplies by `gamma`. `true` or `false`. Default: `true`.
        pub type scale = Boolean;
        /// `beta` initializer. An initializer. Default: `zeros`.
        pub type beta_initializer = Initializer;
        /// `gamma` initializer. An initializer. Default: `ones`.
        pub type gamma_initializer = Initializer;
        /// Moving mean initializer. An initializer. Default: `zeros`.
        pub type moving_mean_initializer = Initializer;
        /// Moving variance initializer. An initializer. Default: `ones`.
        pub type moving_variance_initializer = Initializer;
        /// Penalty on `beta`. A regularizer, or `None`. Default: `None`.
        pub type beta_regularizer = Regularizer;
        /// Penalty on `gamma`. A regularizer, or `None`. Default: `None`.
        pub type gamma_regularizer = Regularizer;
        /// `beta` constraint. A constraint, or `None`. Default: `None`.
        pub type beta_constraint = Constraint;
        /// `gamma` constraint. A constraint, or `None`. Default: `None`.
        pub type gamma_constraint = Constraint;
        /// Corrects each training batch by moving statistics. `true` or `false`. Default: `false`.
        pub type renorm = Boolean;
        /// Bounds of that correction: `rmax`, `rmin`, `dmax`. A value, or `None`. Default: `None`.
        pub type renorm_clipping = Value;
        /// Momentum of the `renorm` statistics, from 0 to 1. A number. Default: `0.99`.
        pub type renorm_momentum = Number;
        /// Synchronizes statistics across devices. `true` or `false`. Default: `false`.
        pub type synchronized = Boolean;
    }
    /// Arguments of `Bidirectional`.
    pub mod Bidirectional {
        pub use super::Sequential::*;
        use super::super::*;

        /// The recurrent layer; each direction gets a copy. A layer. It must be given.
        pub type layer = Layer;
        /// Merge mode of both outputs; `None` returns both. `concat`, `sum`, `mul` or `ave`, or `None`. Default: `concat`.
        pub type merge_mode = Word;
        /// Always `None`. A value, or `None`. Default: `None`.
        pub type weights = Value;
        /// The layer that runs from the end; a copy of `layer` when left out. A layer, or `None`. Default: `None`.
        pub type backward_layer = Layer;
    }
    /// Arguments of `CategoryEncoding`.
    pub mod CategoryEncoding {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of categories; required by Keras despite its default. A positive integer, or `None`. Default: `None`.
        pub type num_tokens = Integer;
        /// Encoding of the output. `one_hot`, `multi_hot` or `count`. Default: `multi_hot`.
        pub type output_mode = Word;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
    }
    /// Arguments of `CenterCrop`.
    pub mod CenterCrop {
        pub use super::Sequential::*;
        use super::super::*;

        /// Height of the output. A positive integer. It must be given.
        pub type height = Integer;
        /// Width of the output. A positive integer. It must be given.
        pub type width = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Concatenate`.
    pub mod Concatenate {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis along which the inputs are joined; the batch is axis 0. An axis. Default: `-1`.
        pub type axis = Axis;
    }
    /// Arguments of `ContrastLimitedAdaptiveHistogramEqualization`.
    pub mod ContrastLimitedAdaptiveHistogramEqualization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Contrast limit. A number. Default: `4.0`.
        pub type clip_limit = Number;
        /// Number of tiles, vertically and horizontally. A positive integer or a tuple of 2. Default: `(8, 8)`.
        pub type tile_grid_size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Conv1D`.
    pub mod Conv1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid`, `same` or `causal`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Into how many groups the channels are divided, each with filters of its own. A positive integer. Default: `1`.
        pub type groups = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Rank of the low-rank change that is trained instead of the kernel. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
    }
    pub use Conv1D as Convolution1D;
    /// Arguments of `Conv1DTranspose`.
    pub mod Conv1DTranspose {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Elements added at the end of each output axis; the minimum for the strides by default. An integer of at least 0, or `None`. Default: `None`.
        pub type output_padding = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    pub use Conv1DTranspose as Convolution1DTranspose;
    /// Arguments of `Conv2D`.
    pub mod Conv2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer or a tuple of 2. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Into how many groups the channels are divided, each with filters of its own. A positive integer. Default: `1`.
        pub type groups = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Rank of the low-rank change that is trained instead of the kernel. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
    }
    pub use Conv2D as Convolution2D;
    /// Arguments of `Conv2DTranspose`.
    pub mod Conv2DTranspose {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer or a tuple of 2. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Elements added at the end of each output axis; the minimum for the strides by default. A integer of at least 0 or a tuple of 2, or `None`. Default: `None`.
        pub type output_padding = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    pub use Conv2DTranspose as Convolution2DTranspose;
    /// Arguments of `Conv3D`.
    pub mod Conv3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer or a tuple of 3. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Into how many groups the channels are divided, each with filters of its own. A positive integer. Default: `1`.
        pub type groups = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Rank of the low-rank change that is trained instead of the kernel. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
    }
    pub use Conv3D as Convolution3D;
    /// Arguments of `Conv3DTranspose`.
    pub mod Conv3DTranspose {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer or a tuple of 3. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Elements added at the end of each output axis; the minimum for the strides by default. A integer of at least 0 or a tuple of 3, or `None`. Default: `None`.
        pub type output_padding = Sizes;
        /// Dilation of the kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    pub use Conv3DTranspose as Convolution3DTranspose;
    /// Arguments of `ConvLSTM1D`.
    pub mod ConvLSTM1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernels. A positive integer. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the input kernel. A positive integer. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel for the input reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first after the time. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the input kernel. A positive integer. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Initializes the forget gate bias to 1. `true` or `false`. Default: `true`.
        pub type unit_forget_bias = Boolean;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
    }
    /// Arguments of `ConvLSTM2D`.
    pub mod ConvLSTM2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernels. A positive integer or a tuple of 2. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the input kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel for the input reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first after the time. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the input kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Initializes the forget gate bias to 1. `true` or `false`. Default: `true`.
        pub type unit_forget_bias = Boolean;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
    }
    /// Arguments of `ConvLSTM3D`.
    pub mod ConvLSTM3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernels. A positive integer or a tuple of 3. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the input kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel for the input reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first after the time. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the input kernel. A positive integer or a tuple of 3. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Initializes the forget gate bias to 1. `true` or `false`. Default: `true`.
        pub type unit_forget_bias = Boolean;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
    }
    /// Arguments of `Cropping1D`.
    pub mod Cropping1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Elements cropped at the start and the end of each axis. An integer or a pair. Default: `1`.
        pub type cropping = Pairs;
    }
    /// Arguments of `Cropping2D`.
    pub mod Cropping2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Elements cropped at the start and the end of each axis. An integer, a tuple of 2 integers or a tuple of 2 pairs. Default: `0`.
        pub type cropping = Pairs;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Cropping3D`.
    pub mod Cropping3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Elements cropped at the start and the end of each axis. An integer, a tuple of 3 integers or a tuple of 3 pairs. Default: `1`.
        pub type cropping = Pairs;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `CutMix`.
    pub mod CutMix {
        pub use super::Sequential::*;
        use super::super::*;

        /// Evenness of the mixture. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Dense`.
    pub mod Dense {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the last axis of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Rank of the change that is trained in place of the weights, which are frozen. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
        /// Quantization configuration. A value, or `None`. Default: `None`.
        pub type quantization_config = Value;
    }
    /// Arguments of `DepthwiseConv1D`.
    pub mod DepthwiseConv1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the kernel. A positive integer. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Number of kernels for each channel of the input. A positive integer. Default: `1`.
        pub type depth_multiplier = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type depthwise_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type depthwise_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type depthwise_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    /// Arguments of `DepthwiseConv2D`.
    pub mod DepthwiseConv2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the kernel. A positive integer or a tuple of 2. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Number of kernels for each channel of the input. A positive integer. Default: `1`.
        pub type depth_multiplier = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type depthwise_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type depthwise_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type depthwise_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    /// Arguments of `Discretization`.
    pub mod Discretization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Boundaries of the ranges. A number or a list of numbers, or `None`. Default: `None`.
        pub type bin_boundaries = Numbers;
        /// Number of ranges learned from data, without boundaries. An integer of at least 0, or `None`. Default: `None`.
        pub type num_bins = Integer;
        /// Tolerance of the learned ranges. A number of at least 0. Default: `0.01`.
        pub type epsilon = Number;
        /// Encoding of the output. `int`, `one_hot`, `multi_hot` or `count`. Default: `int`.
        pub type output_mode = Word;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
    }
    /// Arguments of `Dot`.
    pub mod Dot {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis of each input that is summed over; the batch is axis 0. An integer or a tuple of 2. It must be given.
        pub type axes = Sizes;
        /// Normalizes both along these axes, for the cosine similarity. `true` or `false`. Default: `false`.
        pub type normalize = Boolean;
    }
    /// Arguments of `Dropout`.
    pub mod Dropout {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Shape of the mask with the batch, 1 where values are dropped together. A shape: integers, `-1` or `None`, or `None`. Default: `None`.
        pub type noise_shape = Shape;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `ELU`.
    pub mod ELU {
        pub use super::Sequential::*;
        use super::super::*;

        /// Negated limit for large negative inputs. A number. Default: `1.0`.
        pub type alpha = Number;
    }
    /// Arguments of `EinsumDense`.
    pub mod EinsumDense {
        pub use super::Sequential::*;
        use super::super::*;

        /// Input, kernel and output axes as letters: `"abc,cd->abd"`, with `...` for any axes. A string. It must be given.
        pub type equation = Text;
        /// Sizes of the output's letters after the batch; `None` for one that varies. A shape: integers, `-1` or `None`. It must be given.
        pub type output_shape = Shape;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Output letters that have a bias; none when left out. A string, or `None`. Default: `None`.
        pub type bias_axes = Text;
        /// Kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Rank of the change that is trained in place of the weights, which are frozen. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
        /// Columns of the kernel before GPTQ packs them. A positive integer, or `None`. Default: `None`.
        pub type gptq_unpacked_column_size = Integer;
        /// Quantization configuration. A value, or `None`. Default: `None`.
        pub type quantization_config = Value;
    }
    /// Arguments of `Embedding`.
    pub mod Embedding {
        pub use super::Sequential::*;
        use super::super::*;

        /// Vocabulary size: the largest number is `input_dim - 1`. A positive integer. It must be given.
        pub type input_dim = Integer;
        /// Size of the vector of each number. A positive integer. It must be given.
        pub type output_dim = Integer;
        /// Embeddings initializer. An initializer, or `None`. Default: `uniform`.
        pub type embeddings_initializer = Initializer;
        /// Penalty on the vectors. A regularizer, or `None`. Default: `None`.
        pub type embeddings_regularizer = Regularizer;
        /// Embeddings constraint. A constraint, or `None`. Default: `None`.
        pub type embeddings_constraint = Constraint;
        /// Treats 0 as padding to be masked. `true` or `false`. Default: `false`.
        pub type mask_zero = Boolean;
        /// Always `None`. A value, or `None`. Default: `None`.
        pub type weights = Value;
        /// Rank of the change that is trained in place of the weights, which are frozen. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
        /// Quantization configuration. A value, or `None`. Default: `None`.
        pub type quantization_config = Value;
        /// Of earlier versions; changes nothing. A positive integer, or `None`. Default: `None`.
        pub type input_length = Integer;
    }
    /// Arguments of `Equalization`.
    pub mod Equalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Number of distinct values. A positive integer. Default: `256`.
        pub type bins = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `Flatten`.
    pub mod Flatten {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `GRU`.
    pub mod GRU {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
        /// Unrolls the loop over the steps. `true` or `false`. Default: `false`.
        pub type unroll = Boolean;
        /// Applies the reset gate after the product with the state, which doubles the bias. `true` or `false`. Default: `true`.
        pub type reset_after = Boolean;
        /// Use of cuDNN: `true`, `false` or `auto`. A value. Default: `auto`.
        pub type use_cudnn = Value;
        /// Of earlier versions; changes nothing. An integer. Default: `2`.
        pub type implementation = Integer;
    }
    /// Arguments of `GRUCell`.
    pub mod GRUCell {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Applies the reset gate after the product with the state, which doubles the bias. `true` or `false`. Default: `true`.
        pub type reset_after = Boolean;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Of earlier versions; changes nothing. An integer. Default: `2`.
        pub type implementation = Integer;
    }
    /// Arguments of `GaussianDropout`.
    pub mod GaussianDropout {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `GaussianNoise`.
    pub mod GaussianNoise {
        pub use super::Sequential::*;
        use super::super::*;

        /// Standard deviation of the noise, up to 1. A number. It must be given.
        pub type stddev = Number;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `GlobalAveragePooling1D`.
    pub mod GlobalAveragePooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalAveragePooling1D as GlobalAvgPool1D;
    /// Arguments of `GlobalAveragePooling2D`.
    pub mod GlobalAveragePooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalAveragePooling2D as GlobalAvgPool2D;
    /// Arguments of `GlobalAveragePooling3D`.
    pub mod GlobalAveragePooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalAveragePooling3D as GlobalAvgPool3D;
    /// Arguments of `GlobalMaxPooling1D`.
    pub mod GlobalMaxPooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalMaxPooling1D as GlobalMaxPool1D;
    /// Arguments of `GlobalMaxPooling2D`.
    pub mod GlobalMaxPooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalMaxPooling2D as GlobalMaxPool2D;
    /// Arguments of `GlobalMaxPooling3D`.
    pub mod GlobalMaxPooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Keeps the spatial axes with size 1. `true` or `false`. Default: `false`.
        pub type keepdims = Boolean;
    }
    pub use GlobalMaxPooling3D as GlobalMaxPool3D;
    /// Arguments of `GroupNormalization`.
    pub mod GroupNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Into how many groups the channels are divided; -1 for one a channel. An integer. Default: `32`.
        pub type groups = Integer;
        /// Axis of the channels, 1 where they come first; the batch is axis 0. An axis. Default: `-1`.
        pub type axis = Axis;
        /// Small number that keeps the division from zero. A number of at least 0. Default: `0.001`.
        pub type epsilon = Number;
        /// Adds `beta`. `true` or `false`. Default: `true`.
        pub type center = Boolean;
        /// Multiplies by `gamma`. `true` or `false`. Default: `true`.
        pub type scale = Boolean;
        /// `beta` initializer. An initializer. Default: `zeros`.
        pub type beta_initializer = Initializer;
        /// `gamma` initializer. An initializer. Default: `ones`.
        pub type gamma_initializer = Initializer;
        /// Penalty on `beta`. A regularizer, or `None`. Default: `None`.
        pub type beta_regularizer = Regularizer;
        /// Penalty on `gamma`. A regularizer, or `None`. Default: `None`.
        pub type gamma_regularizer = Regularizer;
        /// `beta` constraint. A constraint, or `None`. Default: `None`.
        pub type beta_constraint = Constraint;
        /// `gamma` constraint. A constraint, or `None`. Default: `None`.
        pub type gamma_constraint = Constraint;
    }
    /// Arguments of `GroupedQueryAttention`.
    pub mod GroupedQueryAttention {
        pub use super::Sequential::*;
        use super::super::*;

        /// Features of each head. A positive integer. It must be given.
        pub type head_dim = Integer;
        /// Number of heads of the query. A positive integer. It must be given.
        pub type num_query_heads = Integer;
        /// Number of heads of key and value; divides `num_query_heads`. A positive integer. It must be given.
        pub type num_key_value_heads = Integer;
        /// Share of the scores that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Attention window of a position, itself included; unlimited by default. A positive integer, or `None`. Default: `None`.
        pub type sliding_window = Integer;
        /// Uses a fused attention kernel. `true` or `false`, or `None`. Default: `None`.
        pub type flash_attention = Boolean;
        /// Kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernels. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the biases. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Scales the heads by a gate from the query. `true` or `false`. Default: `false`.
        pub type use_gate = Boolean;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the scores as second output. `true` or `false`. Default: `false`.
        pub type return_attention_scores = Boolean;
        /// Prevents attention to later positions. `true` or `false`. Default: `false`.
        pub type use_causal_mask = Boolean;
    }
    pub use GroupedQueryAttention as GroupQueryAttention;
    /// Arguments of `HashedCrossing`.
    pub mod HashedCrossing {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of bins. A positive integer. It must be given.
        pub type num_bins = Integer;
        /// Encoding of the output. `int` or `one_hot`. Default: `int`.
        pub type output_mode = Word;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
    }
    /// Arguments of `Hashing`.
    pub mod Hashing {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of bins. A positive integer. It must be given.
        pub type num_bins = Integer;
        /// Value that bin 0 is kept for. A value, or `None`. Default: `None`.
        pub type mask_value = Value;
        /// Integer or pair that changes the hash. A value, or `None`. Default: `None`.
        pub type salt = Value;
        /// Encoding of the output. `int`, `one_hot`, `multi_hot` or `count`. Default: `int`.
        pub type output_mode = Word;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
    }
    /// Arguments of `Identity`.
    pub mod Identity {
        pub use super::Sequential::*;
    }
    /// Arguments of `IntegerLookup`.
    pub mod IntegerLookup {
        pub use super::Sequential::*;
        use super::super::*;

        /// Largest size of the vocabulary, with its special tokens. An integer of at least 2, or `None`. Default: `None`.
        pub type max_tokens = Integer;
        /// Number of indices for values outside the vocabulary. An integer of at least 0. Default: `1`.
        pub type num_oov_indices = Integer;
        /// Integer that stands for a missing value. An integer, or `None`. Default: `None`.
        pub type mask_token = Integer;
        /// Token that `invert` returns for unknown indices. An integer. Default: `-1`.
        pub type oov_token = Integer;
        /// List of the known values, or the path of a file with one a line. A value, or `None`. Default: `None`.
        pub type vocabulary = Value;
        /// Dtype of the vocabulary. A dtype. Default: `int64`.
        pub type vocabulary_dtype = Dtype;
        /// Inverse document frequency of each value, for `tf_idf`. A number or a list of numbers, or `None`. Default: `None`.
        pub type idf_weights = Numbers;
        /// Maps indices to values instead. `true` or `false`. Default: `false`.
        pub type invert = Boolean;
        /// Encoding of the output. `int`, `one_hot`, `multi_hot`, `count` or `tf_idf`. Default: `int`.
        pub type output_mode = Word;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
        /// Pads vectors to `max_tokens` if the vocabulary is smaller. `true` or `false`. Default: `false`.
        pub type pad_to_max_tokens = Boolean;
        /// Salt for hashing values outside the vocabulary. `floormod` or `farmhash`. Default: `floormod`.
        pub type oov_method = Word;
        /// Integer or pair that changes the hash. A value, or `None`. Default: `None`.
        pub type salt = Value;
    }
    /// Arguments of `LSTM`.
    pub mod LSTM {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Initializes the forget gate bias to 1. `true` or `false`. Default: `true`.
        pub type unit_forget_bias = Boolean;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
        /// Unrolls the loop over the steps. `true` or `false`. Default: `false`.
        pub type unroll = Boolean;
        /// Use of cuDNN: `true`, `false` or `auto`. A value. Default: `auto`.
        pub type use_cudnn = Value;
        /// Of earlier versions; changes nothing. An integer. Default: `2`.
        pub type implementation = Integer;
    }
    /// Arguments of `LSTMCell`.
    pub mod LSTMCell {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Function applied to the gates. An activation, or `None`. Default: `sigmoid`.
        pub type recurrent_activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Initializes the forget gate bias to 1. `true` or `false`. Default: `true`.
        pub type unit_forget_bias = Boolean;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Of earlier versions; changes nothing. An integer. Default: `2`.
        pub type implementation = Integer;
    }
    /// Arguments of `LayerNormalization`.
    pub mod LayerNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis or axes; the batch is axis 0. An axis or a list of axes. Default: `-1`.
        pub type axis = Axes;
        /// Small number that keeps the division from zero. A number of at least 0. Default: `0.001`.
        pub type epsilon = Number;
        /// Adds `beta`. `true` or `false`. Default: `true`.
        pub type center = Boolean;
        /// Multiplies by `gamma`. `true` or `false`. Default: `true`.
        pub type scale = Boolean;
        /// `beta` initializer. An initializer. Default: `zeros`.
        pub type beta_initializer = Initializer;
        /// `gamma` initializer. An initializer. Default: `ones`.
        pub type gamma_initializer = Initializer;
        /// Penalty on `beta`. A regularizer, or `None`. Default: `None`.
        pub type beta_regularizer = Regularizer;
        /// Penalty on `gamma`. A regularizer, or `None`. Default: `None`.
        pub type gamma_regularizer = Regularizer;
        /// `beta` constraint. A constraint, or `None`. Default: `None`.
        pub type beta_constraint = Constraint;
        /// `gamma` constraint. A constraint, or `None`. Default: `None`.
        pub type gamma_constraint = Constraint;
        /// Normalizes the scale only, without `beta`. `true` or `false`. Default: `false`.
        pub type rms_scaling = Boolean;
    }
    /// Arguments of `LeakyReLU`.
    pub mod LeakyReLU {
        pub use super::Sequential::*;
        use super::super::*;

        /// Factor of negative inputs. A number of at least 0. Default: `0.3`.
        pub type negative_slope = Number;
        /// Earlier name of `negative_slope`. A number of at least 0, or `None`. Default: `None`.
        pub type alpha = Number;
    }
    /// Arguments of `Masking`.
    pub mod Masking {
        pub use super::Sequential::*;
        use super::super::*;

        /// The value that marks a step to skip. A number. Default: `0.0`.
        pub type mask_value = Number;
    }
    /// Arguments of `MaxNumBoundingBoxes`.
    pub mod MaxNumBoundingBoxes {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of boxes. A positive integer. It must be given.
        pub type max_number = Integer;
        /// Fill value of missing boxes. An integer. Default: `-1`.
        pub type fill_value = Integer;
    }
    /// Arguments of `MaxPooling1D`.
    pub mod MaxPooling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer. Default: `2`.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use MaxPooling1D as MaxPool1D;
    /// Arguments of `MaxPooling2D`.
    pub mod MaxPooling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer or a tuple of 2. Default: `2`.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer or a tuple of 2, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use MaxPooling2D as MaxPool2D;
    /// Arguments of `MaxPooling3D`.
    pub mod MaxPooling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the window. A positive integer or a tuple of 3. Default: `2`.
        pub type pool_size = Sizes;
        /// Stride of the window; defaults to the window size. A positive integer or a tuple of 3, or `None`. Default: `None`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the window reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    pub use MaxPooling3D as MaxPool3D;
    /// Arguments of `Maximum`.
    pub mod Maximum {
        pub use super::Sequential::*;
    }
    /// Arguments of `MelSpectrogram`.
    pub mod MelSpectrogram {
        pub use super::Sequential::*;
        use super::super::*;

        /// Samples of each Fourier transform. A positive integer. Default: `2048`.
        pub type fft_length = Integer;
        /// Samples from one transform to the next. A positive integer. Default: `512`.
        pub type sequence_stride = Integer;
        /// Samples under the window; `fft_length` when left out. A positive integer, or `None`. Default: `None`.
        pub type sequence_length = Integer;
        /// Weights of samples; `None` for equal weights. `hann` or `hamming`, or `None`. Default: `hann`.
        pub type window = Word;
        /// Samples a second. A positive integer. Default: `16000`.
        pub type sampling_rate = Integer;
        /// Number of bands. A positive integer. Default: `128`.
        pub type num_mel_bins = Integer;
        /// Lowest frequency, in hertz. A number of at least 0. Default: `20.0`.
        pub type min_freq = Number;
        /// Highest frequency, in hertz; half of `sampling_rate` when left out. A number of at least 0, or `None`. Default: `None`.
        pub type max_freq = Number;
        /// Returns decibels. `true` or `false`. Default: `true`.
        pub type power_to_db = Boolean;
        /// Decibels below the strongest that are kept. A number. Default: `80.0`.
        pub type top_db = Number;
        /// Exponent of the magnitude: 1 for magnitude, 2 for power. A number. Default: `2.0`.
        pub type mag_exp = Number;
        /// Least power. A number. Default: `1e-10`.
        pub type min_power = Number;
        /// Power that is 0 decibels. A number. Default: `1.0`.
        pub type ref_power = Number;
    }
    /// Arguments of `Minimum`.
    pub mod Minimum {
        pub use super::Sequential::*;
    }
    /// Arguments of `MixUp`.
    pub mod MixUp {
        pub use super::Sequential::*;
        use super::super::*;

        /// Evenness of the mixture. A number of at least 0. Default: `0.2`.
        pub type alpha = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `MultiHeadAttention`.
    pub mod MultiHeadAttention {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of heads. A positive integer. It must be given.
        pub type num_heads = Integer;
        /// Features of query and key in each head. A positive integer. It must be given.
        pub type key_dim = Integer;
        /// Features of the value in each head; `key_dim` when left out. A positive integer, or `None`. Default: `None`.
        pub type value_dim = Integer;
        /// Share of the scores that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Features of the output; those of the query when left out. A shape: integers, `-1` or `None`, or `None`. Default: `None`.
        pub type output_shape = Shape;
        /// Axes to attend over; all between batch and features when left out. An axis or a list of axes, or `None`. Default: `None`.
        pub type attention_axes = Axes;
        /// Attention window of a position, itself included; unlimited by default. A positive integer, or `None`. Default: `None`.
        pub type sliding_window = Integer;
        /// Uses a fused attention kernel. `true` or `false`, or `None`. Default: `None`.
        pub type flash_attention = Boolean;
        /// Kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernels. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the biases. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Scales the heads by a gate from the query. `true` or `false`. Default: `false`.
        pub type use_gate = Boolean;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Returns the scores as second output. `true` or `false`. Default: `false`.
        pub type return_attention_scores = Boolean;
        /// Prevents attention to later positions. `true` or `false`. Default: `false`.
        pub type use_causal_mask = Boolean;
    }
    /// Arguments of `Multiply`.
    pub mod Multiply {
        pub use super::Sequential::*;
    }
    /// Arguments of `Normalization`.
    pub mod Normalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis or axes; the batch is axis 0. An axis or a list of axes, or `None`. Default: `-1`.
        pub type axis = Axes;
        /// Mean of each feature; taken from data when left out. A number or a list of numbers, or `None`. Default: `None`.
        pub type mean = Numbers;
        /// Variance of each feature; taken from data when left out. A number or a list of numbers, or `None`. Default: `None`.
        pub type variance = Numbers;
        /// Inverts the normalization. `true` or `false`. Default: `false`.
        pub type invert = Boolean;
    }
    /// Arguments of `PReLU`.
    pub mod PReLU {
        pub use super::Sequential::*;
        use super::super::*;

        /// Slope initializer. An initializer. Default: `Zeros`.
        pub type alpha_initializer = Initializer;
        /// Penalty on the slopes. A regularizer, or `None`. Default: `None`.
        pub type alpha_regularizer = Regularizer;
        /// Slope constraint. A constraint, or `None`. Default: `None`.
        pub type alpha_constraint = Constraint;
        /// Axes along which one slope serves all; `(1, 2)` for one slope a channel of an image. An axis or a list of axes, or `None`. Default: `None`.
        pub type shared_axes = Axes;
    }
    /// Arguments of `Permute`.
    pub mod Permute {
        pub use super::Sequential::*;
        use super::super::*;

        /// The axes in their new order, the first after the batch being 1. A list of axes. It must be given.
        pub type dims = List;
    }
    /// Arguments of `Pipeline`.
    pub mod Pipeline {
        pub use super::Sequential::*;
        use super::super::*;

        /// The layers. A list of layers. It must be given.
        pub type layers = Layers;
    }
    /// Arguments of `RMSNormalization`.
    pub mod RMSNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis or axes; the batch is axis 0. An axis or a list of axes. Default: `-1`.
        pub type axis = Axes;
        /// Small number that keeps the division from zero. A number of at least 0. Default: `1e-6`.
        pub type epsilon = Number;
    }
    /// Arguments of `RNN`.
    pub mod RNN {
        pub use super::Sequential::*;
        use super::super::*;

        /// Computation of one step. A cell or a list of cells. It must be given.
        pub type cell = Cells;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
        /// Unrolls the loop over the steps. `true` or `false`. Default: `false`.
        pub type unroll = Boolean;
        /// Returns zeros for masked steps, not the previous output. `true` or `false`. Default: `false`.
        pub type zero_output_for_mask = Boolean;
    }
    /// Arguments of `RandAugment`.
    pub mod RandAugment {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Number of transformations. A positive integer. Default: `2`.
        pub type num_ops = Integer;
        /// Strength of the changes. A number or a list of numbers. Default: `0.5`.
        pub type factor = Numbers;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomBrightness`.
    pub mod RandomBrightness {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomColorDegeneration`.
    pub mod RandomColorDegeneration {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomColorJitter`.
    pub mod RandomColorJitter {
        pub use super::Sequential::*;
        use super::super::*;

        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Range of the brightness change. A number or a list of numbers, or `None`. Default: `None`.
        pub type brightness_factor = Numbers;
        /// Range of the contrast change. A number or a list of numbers, or `None`. Default: `None`.
        pub type contrast_factor = Numbers;
        /// Range of the saturation change. A number or a list of numbers, or `None`. Default: `None`.
        pub type saturation_factor = Numbers;
        /// Range of the hue change. A number or a list of numbers, or `None`. Default: `None`.
        pub type hue_factor = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomContrast`.
    pub mod RandomContrast {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomCrop`.
    pub mod RandomCrop {
        pub use super::Sequential::*;
        use super::super::*;

        /// Height of the output. A positive integer. It must be given.
        pub type height = Integer;
        /// Width of the output. A positive integer. It must be given.
        pub type width = Integer;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomElasticTransform`.
    pub mod RandomElasticTransform {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Strength of the distortion. A number or a list of numbers. Default: `1.0`.
        pub type scale = Numbers;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Fill mode outside the border. `reflect`, `wrap`, `constant` or `nearest`. Default: `reflect`.
        pub type fill_mode = Word;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomErasing`.
    pub mod RandomErasing {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Share of the image that is erased. A number or a list of numbers. Default: `(0.02, 0.33)`.
        pub type scale = Numbers;
        /// Fill value; noise by default. A number, or `None`. Default: `None`.
        pub type fill_value = Number;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomFlip`.
    pub mod RandomFlip {
        pub use super::Sequential::*;
        use super::super::*;

        /// In which direction. `horizontal`, `vertical` or `horizontal_and_vertical`. Default: `horizontal_and_vertical`.
        pub type mode = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomGaussianBlur`.
    pub mod RandomGaussianBlur {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Size of the blur, in pixels. A positive integer or a tuple of 2. Default: `3`.
        pub type kernel_size = Sizes;
        /// Width of the blur, in pixels. A number or a list of numbers. Default: `1.0`.
        pub type sigma = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomGrayscale`.
    pub mod RandomGrayscale {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `0.5`.
        pub type factor = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomHue`.
    pub mod RandomHue {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomInvert`.
    pub mod RandomInvert {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomPerspective`.
    pub mod RandomPerspective {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share of images changed. A number or a list of numbers. Default: `1.0`.
        pub type factor = Numbers;
        /// Strength of the change. A number or a list of numbers. Default: `1.0`.
        pub type scale = Numbers;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomPosterization`.
    pub mod RandomPosterization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomRotation`.
    pub mod RandomRotation {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Fill mode outside the border. `reflect`, `wrap`, `constant` or `nearest`. Default: `reflect`.
        pub type fill_mode = Word;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomSaturation`.
    pub mod RandomSaturation {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomSharpness`.
    pub mod RandomSharpness {
        pub use super::Sequential::*;
        use super::super::*;

        /// Strength of the change, or its range. A number or a list of numbers. It must be given.
        pub type factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomShear`.
    pub mod RandomShear {
        pub use super::Sequential::*;
        use super::super::*;

        /// Horizontal shift. A number or a list of numbers. Default: `0.0`.
        pub type x_factor = Numbers;
        /// Vertical shift. A number or a list of numbers. Default: `0.0`.
        pub type y_factor = Numbers;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Fill mode outside the border. `reflect`, `wrap`, `constant` or `nearest`. Default: `reflect`.
        pub type fill_mode = Word;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `RandomTranslation`.
    pub mod RandomTranslation {
        pub use super::Sequential::*;
        use super::super::*;

        /// Vertical shift, relative to the height. A number or a list of numbers. It must be given.
        pub type height_factor = Numbers;
        /// Horizontal shift, relative to the width. A number or a list of numbers. It must be given.
        pub type width_factor = Numbers;
        /// Fill mode outside the border. `reflect`, `wrap`, `constant` or `nearest`. Default: `reflect`.
        pub type fill_mode = Word;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `RandomZoom`.
    pub mod RandomZoom {
        pub use super::Sequential::*;
        use super::super::*;

        /// Height factor. A number or a list of numbers. It must be given.
        pub type height_factor = Numbers;
        /// Width factor; defaults to the height factor. A number or a list of numbers, or `None`. Default: `None`.
        pub type width_factor = Numbers;
        /// Fill mode outside the border. `reflect`, `wrap`, `constant` or `nearest`. Default: `reflect`.
        pub type fill_mode = Word;
        /// Interpolation method. `bilinear` or `nearest`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
        /// Value beyond the border, for `constant`. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `ReLU`.
    pub mod ReLU {
        pub use super::Sequential::*;
        use super::super::*;

        /// Largest output; `None` for no bound. A number of at least 0, or `None`. Default: `None`.
        pub type max_value = Number;
        /// Factor of negative inputs. A number of at least 0. Default: `0.0`.
        pub type negative_slope = Number;
        /// Input from which on the output is the input. A number of at least 0. Default: `0.0`.
        pub type threshold = Number;
    }
    /// Arguments of `RepeatVector`.
    pub mod RepeatVector {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of repetitions. A positive integer. It must be given.
        pub type n = Integer;
    }
    /// Arguments of `Rescaling`.
    pub mod Rescaling {
        pub use super::Sequential::*;
        use super::super::*;

        /// Factor, or one a channel. A number or a list of numbers. It must be given.
        pub type scale = Numbers;
        /// Offset, or one per channel. A number or a list of numbers. Default: `0.0`.
        pub type offset = Numbers;
    }
    /// Arguments of `Reshape`.
    pub mod Reshape {
        pub use super::Sequential::*;
        use super::super::*;

        /// The shape, where `-1` stands for what is left. A list of sizes, with `-1` for what is left. It must be given.
        pub type target_shape = List;
    }
    /// Arguments of `Resizing`.
    pub mod Resizing {
        pub use super::Sequential::*;
        use super::super::*;

        /// Height of the output. A positive integer. It must be given.
        pub type height = Integer;
        /// Width of the output. A positive integer. It must be given.
        pub type width = Integer;
        /// Interpolation method. `bilinear`, `nearest`, `bicubic`, `lanczos3` or `lanczos5`. Default: `bilinear`.
        pub type interpolation = Word;
        /// Crops the image to keep its aspect ratio. `true` or `false`. Default: `false`.
        pub type crop_to_aspect_ratio = Boolean;
        /// Pads the image to keep its aspect ratio. `true` or `false`. Default: `false`.
        pub type pad_to_aspect_ratio = Boolean;
        /// Fill value of the border. `constant`. Default: `constant`.
        pub type fill_mode = Word;
        /// Value of the border. A number. Default: `0.0`.
        pub type fill_value = Number;
        /// Antialiases when downscaling. `true` or `false`. Default: `false`.
        pub type antialias = Boolean;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `ReversibleEmbedding`.
    pub mod ReversibleEmbedding {
        pub use super::Sequential::*;
        use super::super::*;

        /// Vocabulary size: the largest number is `input_dim - 1`. A positive integer. It must be given.
        pub type input_dim = Integer;
        /// Size of the vector of each number. A positive integer. It must be given.
        pub type output_dim = Integer;
        /// Uses the same vectors in both directions. `true` or `false`. Default: `true`.
        pub type tie_weights = Boolean;
        /// Embeddings initializer. An initializer, or `None`. Default: `uniform`.
        pub type embeddings_initializer = Initializer;
        /// Penalty on the vectors. A regularizer, or `None`. Default: `None`.
        pub type embeddings_regularizer = Regularizer;
        /// Embeddings constraint. A constraint, or `None`. Default: `None`.
        pub type embeddings_constraint = Constraint;
        /// Treats 0 as padding to be masked. `true` or `false`. Default: `false`.
        pub type mask_zero = Boolean;
        /// Dtype of the scores; the layer's when left out. A dtype, or `None`. Default: `None`.
        pub type reverse_dtype = Dtype;
        /// Bound that the scores approach softly. A number, or `None`. Default: `None`.
        pub type logit_soft_cap = Number;
        /// Always `None`. A value, or `None`. Default: `None`.
        pub type weights = Value;
        /// Rank of the change that is trained in place of the weights, which are frozen. A positive integer, or `None`. Default: `None`.
        pub type lora_rank = Integer;
        /// Scale of the low-rank change; `lora_rank` when left out. A number, or `None`. Default: `None`.
        pub type lora_alpha = Number;
        /// Quantization configuration. A value, or `None`. Default: `None`.
        pub type quantization_config = Value;
        /// Computes scores from vectors. `true` or `false`. Default: `false`.
        pub type reverse = Boolean;
    }
    /// Arguments of `STFTSpectrogram`.
    pub mod STFTSpectrogram {
        pub use super::Sequential::*;
        use super::super::*;

        /// Part or function of the transform to return. `log`, `magnitude`, `psd`, `real`, `imag`, `angle` or `stft`. Default: `log`.
        pub type mode = Word;
        /// Samples of each transform. A positive integer. Default: `256`.
        pub type frame_length = Integer;
        /// Samples from one transform to the next; half of `frame_length` when left out. A positive integer, or `None`. Default: `None`.
        pub type frame_step = Integer;
        /// Size of the transform; `frame_length` rounded up to a power of two when left out. A positive integer, or `None`. Default: `None`.
        pub type fft_length = Integer;
        /// Weights of samples; `None` for equal weights. `hann`, `hamming`, `barthann`, `bartlett`, `blackman`, `blackmanharris`, `bohman`, `boxcar`, `cosine`, `exponential`, `flattop`, `lanczos`, `nuttall`, `parzen`, `taylor`, `triang` or `tukey`, or `None`. Default: `hann`.
        pub type window = Word;
        /// Uses a periodic instead of a symmetric window. `true` or `false`. Default: `false`.
        pub type periodic = Boolean;
        /// Scaling of the window. `density` or `spectrum`, or `None`. Default: `density`.
        pub type scaling = Word;
        /// Pads the ends. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Adds a frequency axis apart from the channels. `true` or `false`. Default: `false`.
        pub type expand_dims = Boolean;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `SeparableConv1D`.
    pub mod SeparableConv1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Number of kernels for each channel of the input. A positive integer. Default: `1`.
        pub type depth_multiplier = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Depthwise kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type depthwise_initializer = Initializer;
        /// Pointwise kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type pointwise_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the depthwise kernel. A regularizer, or `None`. Default: `None`.
        pub type depthwise_regularizer = Regularizer;
        /// Penalty on the pointwise kernel. A regularizer, or `None`. Default: `None`.
        pub type pointwise_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Depthwise kernel constraint. A constraint, or `None`. Default: `None`.
        pub type depthwise_constraint = Constraint;
        /// Pointwise kernel constraint. A constraint, or `None`. Default: `None`.
        pub type pointwise_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    pub use SeparableConv1D as SeparableConvolution1D;
    /// Arguments of `SeparableConv2D`.
    pub mod SeparableConv2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Number of channels of the output. A positive integer. It must be given.
        pub type filters = Integer;
        /// Size of the kernel. A positive integer or a tuple of 2. It must be given.
        pub type kernel_size = Sizes;
        /// Stride of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type strides = Sizes;
        /// `valid` for none, `same` to let the kernel reach over the edges. `valid` or `same`. Default: `valid`.
        pub type padding = Word;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Dilation of the kernel. A positive integer or a tuple of 2. Default: `1`.
        pub type dilation_rate = Sizes;
        /// Number of kernels for each channel of the input. A positive integer. Default: `1`.
        pub type depth_multiplier = Integer;
        /// Function applied to the output. An activation, or `None`. Default: `None`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Depthwise kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type depthwise_initializer = Initializer;
        /// Pointwise kernel initializer. An initializer. Default: `glorot_uniform`.
        pub type pointwise_initializer = Initializer;
        /// Bias initializer. An initializer. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the depthwise kernel. A regularizer, or `None`. Default: `None`.
        pub type depthwise_regularizer = Regularizer;
        /// Penalty on the pointwise kernel. A regularizer, or `None`. Default: `None`.
        pub type pointwise_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Depthwise kernel constraint. A constraint, or `None`. Default: `None`.
        pub type depthwise_constraint = Constraint;
        /// Pointwise kernel constraint. A constraint, or `None`. Default: `None`.
        pub type pointwise_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
    }
    pub use SeparableConv2D as SeparableConvolution2D;
    /// Arguments of `SimpleRNN`.
    pub mod SimpleRNN {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Penalty on the output. A regularizer, or `None`. Default: `None`.
        pub type activity_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Returns the output of every step, not only the last. `true` or `false`. Default: `false`.
        pub type return_sequences = Boolean;
        /// Returns the final states as further outputs. `true` or `false`. Default: `false`.
        pub type return_state = Boolean;
        /// Processes the steps from last to first. `true` or `false`. Default: `false`.
        pub type go_backwards = Boolean;
        /// Carries states over from one batch to the next. `true` or `false`. Default: `false`.
        pub type stateful = Boolean;
        /// Unrolls the loop over the steps. `true` or `false`. Default: `false`.
        pub type unroll = Boolean;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `SimpleRNNCell`.
    pub mod SimpleRNNCell {
        pub use super::Sequential::*;
        use super::super::*;

        /// Size of the state and of the output. A positive integer. It must be given.
        pub type units = Integer;
        /// Function applied to the new state. An activation, or `None`. Default: `tanh`.
        pub type activation = Activation;
        /// Adds a bias. `true` or `false`. Default: `true`.
        pub type use_bias = Boolean;
        /// Input kernel initializer. An initializer, or `None`. Default: `glorot_uniform`.
        pub type kernel_initializer = Initializer;
        /// State kernel initializer. An initializer, or `None`. Default: `orthogonal`.
        pub type recurrent_initializer = Initializer;
        /// Bias initializer. An initializer, or `None`. Default: `zeros`.
        pub type bias_initializer = Initializer;
        /// Penalty on the kernel for the input. A regularizer, or `None`. Default: `None`.
        pub type kernel_regularizer = Regularizer;
        /// Penalty on the kernel for the state. A regularizer, or `None`. Default: `None`.
        pub type recurrent_regularizer = Regularizer;
        /// Penalty on the bias. A regularizer, or `None`. Default: `None`.
        pub type bias_regularizer = Regularizer;
        /// Input kernel constraint. A constraint, or `None`. Default: `None`.
        pub type kernel_constraint = Constraint;
        /// State kernel constraint. A constraint, or `None`. Default: `None`.
        pub type recurrent_constraint = Constraint;
        /// Bias constraint. A constraint, or `None`. Default: `None`.
        pub type bias_constraint = Constraint;
        /// Share of the input that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type dropout = Number;
        /// Share of the state that is dropped in training. A number of at least 0. Default: `0.0`.
        pub type recurrent_dropout = Number;
        /// Seed of the layer's random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `Softmax`.
    pub mod Softmax {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis or axes along which the shares sum up to 1; the batch is axis 0. An axis or a list of axes. Default: `-1`.
        pub type axis = Axes;
    }
    /// Arguments of `Solarization`.
    pub mod Solarization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Offset added first. A number or a list of numbers. Default: `0.0`.
        pub type addition_factor = Numbers;
        /// Threshold. A number or a list of numbers. Default: `0.0`.
        pub type threshold_factor = Numbers;
        /// Least and greatest value of the images. A number or a list of numbers. Default: `(0, 255)`.
        pub type value_range = Numbers;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `SpatialDropout1D`.
    pub mod SpatialDropout1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `SpatialDropout2D`.
    pub mod SpatialDropout2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `SpatialDropout3D`.
    pub mod SpatialDropout3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Share that is dropped, from 0 to 1. A number. It must be given.
        pub type rate = Number;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`, or `None`. Default: the model's.
        pub type data_format = DataFormat;
        /// Seed of the random numbers. An integer, or `None`. Default: `None`.
        pub type seed = Integer;
    }
    /// Arguments of `SpectralNormalization`.
    pub mod SpectralNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// The layer whose kernel is normalized. A layer. It must be given.
        pub type layer = Layer;
        /// Power iterations per training step. A positive integer. Default: `1`.
        pub type power_iterations = Integer;
    }
    /// Arguments of `StackedRNNCells`.
    pub mod StackedRNNCells {
        pub use super::Sequential::*;
        use super::super::*;

        /// The cells, from the input on. A list of layers. It must be given.
        pub type cells = Layers;
    }
    /// Arguments of `StringLookup`.
    pub mod StringLookup {
        pub use super::Sequential::*;
        use super::super::*;

        /// Largest size of the vocabulary, with its special tokens. An integer of at least 2, or `None`. Default: `None`.
        pub type max_tokens = Integer;
        /// Number of indices for values outside the vocabulary. An integer of at least 0. Default: `1`.
        pub type num_oov_indices = Integer;
        /// String that stands for a missing value. A string, or `None`. Default: `None`.
        pub type mask_token = Text;
        /// Token that `invert` returns for unknown indices. A string. Default: `"[UNK]"`.
        pub type oov_token = Text;
        /// List of the known values, or the path of a file with one a line. A value, or `None`. Default: `None`.
        pub type vocabulary = Value;
        /// Inverse document frequency of each value, for `tf_idf`. A number or a list of numbers, or `None`. Default: `None`.
        pub type idf_weights = Numbers;
        /// Maps indices to values instead. `true` or `false`. Default: `false`.
        pub type invert = Boolean;
        /// Encoding of the output. `int`, `one_hot`, `multi_hot`, `count` or `tf_idf`. Default: `int`.
        pub type output_mode = Word;
        /// Pads vectors to `max_tokens` if the vocabulary is smaller. `true` or `false`. Default: `false`.
        pub type pad_to_max_tokens = Boolean;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
        /// Encoding of the strings. A string. Default: `"utf-8"`.
        pub type encoding = Text;
        /// Integer or pair that changes the hash. A value, or `None`. Default: `None`.
        pub type salt = Value;
    }
    /// Arguments of `Subtract`.
    pub mod Subtract {
        pub use super::Sequential::*;
    }
    /// Arguments of `TextVectorization`.
    pub mod TextVectorization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Largest size of the vocabulary, with its special tokens. An integer of at least 2, or `None`. Default: `None`.
        pub type max_tokens = Integer;
        /// Standardization of the text. `lower_and_strip_punctuation`, `lower` or `strip_punctuation`, or `None`. Default: `lower_and_strip_punctuation`.
        pub type standardize = Word;
        /// Splitting of the text. `whitespace` or `character`, or `None`. Default: `whitespace`.
        pub type split = Word;
        /// Lengths of the groups of words that count as one. A number or a list of numbers, or `None`. Default: `None`.
        pub type ngrams = Numbers;
        /// Encoding of the output. `int`, `one_hot`, `multi_hot`, `count` or `tf_idf`. Default: `int`.
        pub type output_mode = Word;
        /// Length every text is cut or filled to. A positive integer, or `None`. Default: `None`.
        pub type output_sequence_length = Integer;
        /// Pads vectors to `max_tokens` if the vocabulary is smaller. `true` or `false`. Default: `false`.
        pub type pad_to_max_tokens = Boolean;
        /// List of the known values, or the path of a file with one a line. A value, or `None`. Default: `None`.
        pub type vocabulary = Value;
        /// Inverse document frequency of each value, for `tf_idf`. A number or a list of numbers, or `None`. Default: `None`.
        pub type idf_weights = Numbers;
        /// Returns a sparse tensor. `true` or `false`. Default: `false`.
        pub type sparse = Boolean;
        /// Keeps the length of every text. `true` or `false`. Default: `false`.
        pub type ragged = Boolean;
        /// Encoding of the strings. A string. Default: `"utf-8"`.
        pub type encoding = Text;
    }
    /// Arguments of `TimeDistributed`.
    pub mod TimeDistributed {
        pub use super::Sequential::*;
        use super::super::*;

        /// The layer that runs on each step. A layer. It must be given.
        pub type layer = Layer;
    }
    /// Arguments of `UnitNormalization`.
    pub mod UnitNormalization {
        pub use super::Sequential::*;
        use super::super::*;

        /// Axis or axes; the batch is axis 0. An axis or a list of axes. Default: `-1`.
        pub type axis = Axes;
    }
    /// Arguments of `UpSampling1D`.
    pub mod UpSampling1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Upsampling factor of each spatial axis. A positive integer. Default: `2`.
        pub type size = Integer;
    }
    /// Arguments of `UpSampling2D`.
    pub mod UpSampling2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Upsampling factor of each spatial axis. A positive integer or a tuple of 2. Default: `2`.
        pub type size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
        /// Interpolation method. `nearest`, `bilinear`, `bicubic`, `lanczos3` or `lanczos5`. Default: `nearest`.
        pub type interpolation = Word;
    }
    /// Arguments of `UpSampling3D`.
    pub mod UpSampling3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Upsampling factor of each spatial axis. A positive integer or a tuple of 3. Default: `2`.
        pub type size = Sizes;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `ZeroPadding1D`.
    pub mod ZeroPadding1D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Zeros added at the start and the end of each axis. An integer or a pair. Default: `1`.
        pub type padding = Pairs;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `ZeroPadding2D`.
    pub mod ZeroPadding2D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Zeros added at the start and the end of each axis. An integer, a tuple of 2 integers or a tuple of 2 pairs. Default: `1`.
        pub type padding = Pairs;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
    /// Arguments of `ZeroPadding3D`.
    pub mod ZeroPadding3D {
        pub use super::Sequential::*;
        use super::super::*;

        /// Zeros added at the start and the end of each axis. An integer, a tuple of 3 integers or a tuple of 3 pairs. Default: `1`.
        pub type padding = Pairs;
        /// Position of the channel axis, last or first. `channels_last` or `channels_first`. Default: the model's.
        pub type data_format = DataFormat;
    }
}

/// The words that arguments take.
pub mod words {
    /// Words for the arguments of `Activation`.
    pub mod Activation {
        pub use super::lists::activations as activation;
    }
    /// Words for the arguments of `AdaptiveAveragePooling1D`.
    pub mod AdaptiveAveragePooling1D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AdaptiveAveragePooling2D`.
    pub mod AdaptiveAveragePooling2D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AdaptiveAveragePooling3D`.
    pub mod AdaptiveAveragePooling3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AdaptiveMaxPooling1D`.
    pub mod AdaptiveMaxPooling1D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AdaptiveMaxPooling2D`.
    pub mod AdaptiveMaxPooling2D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AdaptiveMaxPooling3D`.
    pub mod AdaptiveMaxPooling3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Attention`.
    pub mod Attention {
        /// Words for `score_mode`.
        pub mod score_mode {
            use super::super::super::Value;

            /// Score function: product of query and key, or a sum over `tanh` of their sum.
            pub type dot = Value;
            /// Score function: product of query and key, or a sum over `tanh` of their sum.
            pub type concat = Value;
        }
    }
    /// Words for the arguments of `AugMix`.
    pub mod AugMix {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `AveragePooling1D`.
    pub mod AveragePooling1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use AveragePooling1D as AvgPool1D;
    /// Words for the arguments of `AveragePooling2D`.
    pub mod AveragePooling2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use AveragePooling2D as AvgPool2D;
    /// Words for the arguments of `AveragePooling3D`.
    pub mod AveragePooling3D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use AveragePooling3D as AvgPool3D;
    /// Words for the arguments of `BatchNormalization`.
    pub mod BatchNormalization {
        pub use super::lists::initializers as beta_initializer;
        pub use super::lists::initializers as gamma_initializer;
        pub use super::lists::initializers as moving_mean_initializer;
        pub use super::lists::initializers as moving_variance_initializer;
        pub use super::lists::regularizers as beta_regularizer;
        pub use super::lists::regularizers as gamma_regularizer;
        pub use super::lists::constraints as beta_constraint;
        pub use super::lists::constraints as gamma_constraint;
    }
    /// Words for the arguments of `Bidirectional`.
    pub mod Bidirectional {
        /// Words for `merge_mode`.
        pub mod merge_mode {
            use super::super::super::Value;

            /// Merge mode of both outputs; `None` returns both.
            pub type concat = Value;
            /// Merge mode of both outputs; `None` returns both.
            pub type sum = Value;
            /// Merge mode of both outputs; `None` returns both.
            pub type mul = Value;
            /// Merge mode of both outputs; `None` returns both.
            pub type ave = Value;
        }
    }
    /// Words for the arguments of `CategoryEncoding`.
    pub mod CategoryEncoding {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
        }
    }
    /// Words for the arguments of `CenterCrop`.
    pub mod CenterCrop {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `ContrastLimitedAdaptiveHistogramEqualization`.
    pub mod ContrastLimitedAdaptiveHistogramEqualization {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Conv1D`.
    pub mod Conv1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type causal = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv1D as Convolution1D;
    /// Words for the arguments of `Conv1DTranspose`.
    pub mod Conv1DTranspose {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv1DTranspose as Convolution1DTranspose;
    /// Words for the arguments of `Conv2D`.
    pub mod Conv2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv2D as Convolution2D;
    /// Words for the arguments of `Conv2DTranspose`.
    pub mod Conv2DTranspose {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv2DTranspose as Convolution2DTranspose;
    /// Words for the arguments of `Conv3D`.
    pub mod Conv3D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv3D as Convolution3D;
    /// Words for the arguments of `Conv3DTranspose`.
    pub mod Conv3DTranspose {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use Conv3DTranspose as Convolution3DTranspose;
    /// Words for the arguments of `ConvLSTM1D`.
    pub mod ConvLSTM1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `ConvLSTM2D`.
    pub mod ConvLSTM2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `ConvLSTM3D`.
    pub mod ConvLSTM3D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel for the input reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `Cropping2D`.
    pub mod Cropping2D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Cropping3D`.
    pub mod Cropping3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `CutMix`.
    pub mod CutMix {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Dense`.
    pub mod Dense {
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `DepthwiseConv1D`.
    pub mod DepthwiseConv1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as depthwise_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as depthwise_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as depthwise_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `DepthwiseConv2D`.
    pub mod DepthwiseConv2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as depthwise_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as depthwise_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as depthwise_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `Discretization`.
    pub mod Discretization {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
        }
    }
    /// Words for the arguments of `EinsumDense`.
    pub mod EinsumDense {
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `Embedding`.
    pub mod Embedding {
        pub use super::lists::initializers as embeddings_initializer;
        pub use super::lists::regularizers as embeddings_regularizer;
        pub use super::lists::constraints as embeddings_constraint;
    }
    /// Words for the arguments of `Equalization`.
    pub mod Equalization {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Flatten`.
    pub mod Flatten {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `GRU`.
    pub mod GRU {
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `GRUCell`.
    pub mod GRUCell {
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `GlobalAveragePooling1D`.
    pub mod GlobalAveragePooling1D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalAveragePooling1D as GlobalAvgPool1D;
    /// Words for the arguments of `GlobalAveragePooling2D`.
    pub mod GlobalAveragePooling2D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalAveragePooling2D as GlobalAvgPool2D;
    /// Words for the arguments of `GlobalAveragePooling3D`.
    pub mod GlobalAveragePooling3D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalAveragePooling3D as GlobalAvgPool3D;
    /// Words for the arguments of `GlobalMaxPooling1D`.
    pub mod GlobalMaxPooling1D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalMaxPooling1D as GlobalMaxPool1D;
    /// Words for the arguments of `GlobalMaxPooling2D`.
    pub mod GlobalMaxPooling2D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalMaxPooling2D as GlobalMaxPool2D;
    /// Words for the arguments of `GlobalMaxPooling3D`.
    pub mod GlobalMaxPooling3D {
        pub use super::lists::data_formats as data_format;
    }
    pub use GlobalMaxPooling3D as GlobalMaxPool3D;
    /// Words for the arguments of `GroupNormalization`.
    pub mod GroupNormalization {
        pub use super::lists::initializers as beta_initializer;
        pub use super::lists::initializers as gamma_initializer;
        pub use super::lists::regularizers as beta_regularizer;
        pub use super::lists::regularizers as gamma_regularizer;
        pub use super::lists::constraints as beta_constraint;
        pub use super::lists::constraints as gamma_constraint;
    }
    /// Words for the arguments of `GroupedQueryAttention`.
    pub mod GroupedQueryAttention {
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use GroupedQueryAttention as GroupQueryAttention;
    /// Words for the arguments of `HashedCrossing`.
    pub mod HashedCrossing {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
        }
    }
    /// Words for the arguments of `Hashing`.
    pub mod Hashing {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
        }
    }
    /// Words for the arguments of `IntegerLookup`.
    pub mod IntegerLookup {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
            /// Encoding of the output.
            pub type tf_idf = Value;
        }
        /// Words for `oov_method`.
        pub mod oov_method {
            use super::super::super::Value;

            /// Salt for hashing values outside the vocabulary.
            pub type floormod = Value;
            /// Salt for hashing values outside the vocabulary.
            pub type farmhash = Value;
        }
    }
    /// Words for the arguments of `LSTM`.
    pub mod LSTM {
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `LSTMCell`.
    pub mod LSTMCell {
        pub use super::lists::activations as activation;
        pub use super::lists::activations as recurrent_activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `LayerNormalization`.
    pub mod LayerNormalization {
        pub use super::lists::initializers as beta_initializer;
        pub use super::lists::initializers as gamma_initializer;
        pub use super::lists::regularizers as beta_regularizer;
        pub use super::lists::regularizers as gamma_regularizer;
        pub use super::lists::constraints as beta_constraint;
        pub use super::lists::constraints as gamma_constraint;
    }
    /// Words for the arguments of `MaxPooling1D`.
    pub mod MaxPooling1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use MaxPooling1D as MaxPool1D;
    /// Words for the arguments of `MaxPooling2D`.
    pub mod MaxPooling2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use MaxPooling2D as MaxPool2D;
    /// Words for the arguments of `MaxPooling3D`.
    pub mod MaxPooling3D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the window reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the window reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    pub use MaxPooling3D as MaxPool3D;
    /// Words for the arguments of `MelSpectrogram`.
    pub mod MelSpectrogram {
        /// Words for `window`.
        pub mod window {
            use super::super::super::Value;

            /// Weights of samples; `None` for equal weights.
            pub type hann = Value;
            /// Weights of samples; `None` for equal weights.
            pub type hamming = Value;
        }
    }
    /// Words for the arguments of `MixUp`.
    pub mod MixUp {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `MultiHeadAttention`.
    pub mod MultiHeadAttention {
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `PReLU`.
    pub mod PReLU {
        pub use super::lists::initializers as alpha_initializer;
        pub use super::lists::regularizers as alpha_regularizer;
        pub use super::lists::constraints as alpha_constraint;
    }
    /// Words for the arguments of `RandAugment`.
    pub mod RandAugment {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomColorDegeneration`.
    pub mod RandomColorDegeneration {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomColorJitter`.
    pub mod RandomColorJitter {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomCrop`.
    pub mod RandomCrop {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomElasticTransform`.
    pub mod RandomElasticTransform {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill mode outside the border.
            pub type reflect = Value;
            /// Fill mode outside the border.
            pub type wrap = Value;
            /// Fill mode outside the border.
            pub type constant = Value;
            /// Fill mode outside the border.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomErasing`.
    pub mod RandomErasing {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomFlip`.
    pub mod RandomFlip {
        /// Words for `mode`.
        pub mod mode {
            use super::super::super::Value;

            /// In which direction.
            pub type horizontal = Value;
            /// In which direction.
            pub type vertical = Value;
            /// In which direction.
            pub type horizontal_and_vertical = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomGaussianBlur`.
    pub mod RandomGaussianBlur {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomGrayscale`.
    pub mod RandomGrayscale {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomHue`.
    pub mod RandomHue {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomInvert`.
    pub mod RandomInvert {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomPerspective`.
    pub mod RandomPerspective {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomPosterization`.
    pub mod RandomPosterization {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomRotation`.
    pub mod RandomRotation {
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill mode outside the border.
            pub type reflect = Value;
            /// Fill mode outside the border.
            pub type wrap = Value;
            /// Fill mode outside the border.
            pub type constant = Value;
            /// Fill mode outside the border.
            pub type nearest = Value;
        }
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomSaturation`.
    pub mod RandomSaturation {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomSharpness`.
    pub mod RandomSharpness {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomShear`.
    pub mod RandomShear {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill mode outside the border.
            pub type reflect = Value;
            /// Fill mode outside the border.
            pub type wrap = Value;
            /// Fill mode outside the border.
            pub type constant = Value;
            /// Fill mode outside the border.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomTranslation`.
    pub mod RandomTranslation {
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill mode outside the border.
            pub type reflect = Value;
            /// Fill mode outside the border.
            pub type wrap = Value;
            /// Fill mode outside the border.
            pub type constant = Value;
            /// Fill mode outside the border.
            pub type nearest = Value;
        }
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `RandomZoom`.
    pub mod RandomZoom {
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill mode outside the border.
            pub type reflect = Value;
            /// Fill mode outside the border.
            pub type wrap = Value;
            /// Fill mode outside the border.
            pub type constant = Value;
            /// Fill mode outside the border.
            pub type nearest = Value;
        }
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `Resizing`.
    pub mod Resizing {
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type nearest = Value;
            /// Interpolation method.
            pub type bicubic = Value;
            /// Interpolation method.
            pub type lanczos3 = Value;
            /// Interpolation method.
            pub type lanczos5 = Value;
        }
        /// Words for `fill_mode`.
        pub mod fill_mode {
            use super::super::super::Value;

            /// Fill value of the border.
            pub type constant = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `ReversibleEmbedding`.
    pub mod ReversibleEmbedding {
        pub use super::lists::initializers as embeddings_initializer;
        pub use super::lists::regularizers as embeddings_regularizer;
        pub use super::lists::constraints as embeddings_constraint;
    }
    /// Words for the arguments of `STFTSpectrogram`.
    pub mod STFTSpectrogram {
        /// Words for `mode`.
        pub mod mode {
            use super::super::super::Value;

            /// Part or function of the transform to return.
            pub type log = Value;
            /// Part or function of the transform to return.
            pub type magnitude = Value;
            /// Part or function of the transform to return.
            pub type psd = Value;
            /// Part or function of the transform to return.
            pub type real = Value;
            /// Part or function of the transform to return.
            pub type imag = Value;
            /// Part or function of the transform to return.
            pub type angle = Value;
            /// Part or function of the transform to return.
            pub type stft = Value;
        }
        /// Words for `window`.
        pub mod window {
            use super::super::super::Value;

            /// Weights of samples; `None` for equal weights.
            pub type hann = Value;
            /// Weights of samples; `None` for equal weights.
            pub type hamming = Value;
            /// Weights of samples; `None` for equal weights.
            pub type barthann = Value;
            /// Weights of samples; `None` for equal weights.
            pub type bartlett = Value;
            /// Weights of samples; `None` for equal weights.
            pub type blackman = Value;
            /// Weights of samples; `None` for equal weights.
            pub type blackmanharris = Value;
            /// Weights of samples; `None` for equal weights.
            pub type bohman = Value;
            /// Weights of samples; `None` for equal weights.
            pub type boxcar = Value;
            /// Weights of samples; `None` for equal weights.
            pub type cosine = Value;
            /// Weights of samples; `None` for equal weights.
            pub type exponential = Value;
            /// Weights of samples; `None` for equal weights.
            pub type flattop = Value;
            /// Weights of samples; `None` for equal weights.
            pub type lanczos = Value;
            /// Weights of samples; `None` for equal weights.
            pub type nuttall = Value;
            /// Weights of samples; `None` for equal weights.
            pub type parzen = Value;
            /// Weights of samples; `None` for equal weights.
            pub type taylor = Value;
            /// Weights of samples; `None` for equal weights.
            pub type triang = Value;
            /// Weights of samples; `None` for equal weights.
            pub type tukey = Value;
        }
        /// Words for `scaling`.
        pub mod scaling {
            use super::super::super::Value;

            /// Scaling of the window.
            pub type density = Value;
            /// Scaling of the window.
            pub type spectrum = Value;
        }
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// Pads the ends.
            pub type valid = Value;
            /// Pads the ends.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `SeparableConv1D`.
    pub mod SeparableConv1D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as depthwise_initializer;
        pub use super::lists::initializers as pointwise_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as depthwise_regularizer;
        pub use super::lists::regularizers as pointwise_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as depthwise_constraint;
        pub use super::lists::constraints as pointwise_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use SeparableConv1D as SeparableConvolution1D;
    /// Words for the arguments of `SeparableConv2D`.
    pub mod SeparableConv2D {
        /// Words for `padding`.
        pub mod padding {
            use super::super::super::Value;

            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type valid = Value;
            /// `valid` for none, `same` to let the kernel reach over the edges.
            pub type same = Value;
        }
        pub use super::lists::data_formats as data_format;
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as depthwise_initializer;
        pub use super::lists::initializers as pointwise_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as depthwise_regularizer;
        pub use super::lists::regularizers as pointwise_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as depthwise_constraint;
        pub use super::lists::constraints as pointwise_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    pub use SeparableConv2D as SeparableConvolution2D;
    /// Words for the arguments of `SimpleRNN`.
    pub mod SimpleRNN {
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::regularizers as activity_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `SimpleRNNCell`.
    pub mod SimpleRNNCell {
        pub use super::lists::activations as activation;
        pub use super::lists::initializers as kernel_initializer;
        pub use super::lists::initializers as recurrent_initializer;
        pub use super::lists::initializers as bias_initializer;
        pub use super::lists::regularizers as kernel_regularizer;
        pub use super::lists::regularizers as recurrent_regularizer;
        pub use super::lists::regularizers as bias_regularizer;
        pub use super::lists::constraints as kernel_constraint;
        pub use super::lists::constraints as recurrent_constraint;
        pub use super::lists::constraints as bias_constraint;
    }
    /// Words for the arguments of `SpatialDropout2D`.
    pub mod SpatialDropout2D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `SpatialDropout3D`.
    pub mod SpatialDropout3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `StringLookup`.
    pub mod StringLookup {
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
            /// Encoding of the output.
            pub type tf_idf = Value;
        }
    }
    /// Words for the arguments of `TextVectorization`.
    pub mod TextVectorization {
        /// Words for `standardize`.
        pub mod standardize {
            use super::super::super::Value;

            /// Standardization of the text.
            pub type lower_and_strip_punctuation = Value;
            /// Standardization of the text.
            pub type lower = Value;
            /// Standardization of the text.
            pub type strip_punctuation = Value;
        }
        /// Words for `split`.
        pub mod split {
            use super::super::super::Value;

            /// Splitting of the text.
            pub type whitespace = Value;
            /// Splitting of the text.
            pub type character = Value;
        }
        /// Words for `output_mode`.
        pub mod output_mode {
            use super::super::super::Value;

            /// Encoding of the output.
            pub type int = Value;
            /// Encoding of the output.
            pub type one_hot = Value;
            /// Encoding of the output.
            pub type multi_hot = Value;
            /// Encoding of the output.
            pub type count = Value;
            /// Encoding of the output.
            pub type tf_idf = Value;
        }
    }
    /// Words for the arguments of `UpSampling2D`.
    pub mod UpSampling2D {
        pub use super::lists::data_formats as data_format;
        /// Words for `interpolation`.
        pub mod interpolation {
            use super::super::super::Value;

            /// Interpolation method.
            pub type nearest = Value;
            /// Interpolation method.
            pub type bilinear = Value;
            /// Interpolation method.
            pub type bicubic = Value;
            /// Interpolation method.
            pub type lanczos3 = Value;
            /// Interpolation method.
            pub type lanczos5 = Value;
        }
    }
    /// Words for the arguments of `UpSampling3D`.
    pub mod UpSampling3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `ZeroPadding1D`.
    pub mod ZeroPadding1D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `ZeroPadding2D`.
    pub mod ZeroPadding2D {
        pub use super::lists::data_formats as data_format;
    }
    /// Words for the arguments of `ZeroPadding3D`.
    pub mod ZeroPadding3D {
        pub use super::lists::data_formats as data_format;
    }
    /// Lists that many layers share.
    pub mod lists {
        /// An activation.
        pub mod activations {
            use super::super::super::Value;

            /// An activation.
            pub type relu = Value;
            /// An activation.
            pub type leaky_relu = Value;
            /// An activation.
            pub type relu6 = Value;
            /// An activation.
            pub type softmax = Value;
            /// An activation.
            pub type celu = Value;
            /// An activation.
            pub type elu = Value;
            /// An activation.
            pub type selu = Value;
            /// An activation.
            pub type softplus = Value;
            /// An activation.
            pub type softsign = Value;
            /// An activation.
            pub type squareplus = Value;
            /// An activation.
            pub type soft_shrink = Value;
            /// An activation.
            pub type sparse_plus = Value;
            /// An activation.
            pub type silu = Value;
            /// An activation.
            pub type swish = Value;
            /// An activation.
            pub type gelu = Value;
            /// An activation.
            pub type glu = Value;
            /// An activation.
            pub type tanh = Value;
            /// An activation.
            pub type tanh_shrink = Value;
            /// An activation.
            pub type threshold = Value;
            /// An activation.
            pub type sigmoid = Value;
            /// An activation.
            pub type exponential = Value;
            /// An activation.
            pub type hard_sigmoid = Value;
            /// An activation.
            pub type hard_silu = Value;
            /// An activation.
            pub type hard_swish = Value;
            /// An activation.
            pub type hard_tanh = Value;
            /// An activation.
            pub type hard_shrink = Value;
            /// An activation.
            pub type linear = Value;
            /// An activation.
            pub type mish = Value;
            /// An activation.
            pub type log_softmax = Value;
            /// An activation.
            pub type log_sigmoid = Value;
            /// An activation.
            pub type sparsemax = Value;
            /// An activation.
            pub type sparse_sigmoid = Value;
        }
        /// A constraint.
        pub mod constraints {
            use super::super::super::Value;

            /// A constraint.
            pub type max_norm = Value;
            /// A constraint.
            pub type non_neg = Value;
            /// A constraint.
            pub type unit_norm = Value;
            /// A constraint.
            pub type min_max_norm = Value;
            /// A constraint.
            pub type MaxNorm = Value;
            /// A constraint.
            pub type NonNeg = Value;
            /// A constraint.
            pub type UnitNorm = Value;
            /// A constraint.
            pub type MinMaxNorm = Value;
        }
        /// The order of the axes.
        pub mod data_formats {
            use super::super::super::Value;

            /// The order of the axes.
            pub type channels_last = Value;
            /// The order of the axes.
            pub type channels_first = Value;
        }
        /// An initializer.
        pub mod initializers {
            use super::super::super::Value;

            /// An initializer.
            pub type glorot_uniform = Value;
            /// An initializer.
            pub type glorot_normal = Value;
            /// An initializer.
            pub type he_uniform = Value;
            /// An initializer.
            pub type he_normal = Value;
            /// An initializer.
            pub type lecun_uniform = Value;
            /// An initializer.
            pub type lecun_normal = Value;
            /// An initializer.
            pub type random_uniform = Value;
            /// An initializer.
            pub type random_normal = Value;
            /// An initializer.
            pub type truncated_normal = Value;
            /// An initializer.
            pub type variance_scaling = Value;
            /// An initializer.
            pub type orthogonal = Value;
            /// An initializer.
            pub type identity = Value;
            /// An initializer.
            pub type zeros = Value;
            /// An initializer.
            pub type ones = Value;
            /// An initializer.
            pub type constant = Value;
            /// An initializer.
            pub type uniform = Value;
            /// An initializer.
            pub type normal = Value;
            /// An initializer.
            pub type zero = Value;
            /// An initializer.
            pub type one = Value;
            /// An initializer.
            pub type stft = Value;
            /// An initializer.
            pub type GlorotUniform = Value;
            /// An initializer.
            pub type GlorotNormal = Value;
            /// An initializer.
            pub type HeUniform = Value;
            /// An initializer.
            pub type HeNormal = Value;
            /// An initializer.
            pub type LecunUniform = Value;
            /// An initializer.
            pub type LecunNormal = Value;
            /// An initializer.
            pub type RandomUniform = Value;
            /// An initializer.
            pub type RandomNormal = Value;
            /// An initializer.
            pub type TruncatedNormal = Value;
            /// An initializer.
            pub type VarianceScaling = Value;
            /// An initializer.
            pub type Orthogonal = Value;
            /// An initializer.
            pub type OrthogonalInitializer = Value;
            /// An initializer.
            pub type Identity = Value;
            /// An initializer.
            pub type IdentityInitializer = Value;
            /// An initializer.
            pub type Zeros = Value;
            /// An initializer.
            pub type Ones = Value;
            /// An initializer.
            pub type Constant = Value;
            /// An initializer.
            pub type STFT = Value;
        }
        /// A regularizer.
        pub mod regularizers {
            use super::super::super::Value;

            /// A regularizer.
            pub type l1 = Value;
            /// A regularizer.
            pub type l2 = Value;
            /// A regularizer.
            pub type l1_l2 = Value;
            /// A regularizer.
            pub type orthogonal_regularizer = Value;
            /// A regularizer.
            pub type L1 = Value;
            /// A regularizer.
            pub type L2 = Value;
            /// A regularizer.
            pub type L1L2 = Value;
            /// A regularizer.
            pub type OrthogonalRegularizer = Value;
        }
    }
}
