//! The names of all arguments, each once, with the type in which it is read.
//!
//! Arguments are documented where a class declares them. Two keys of one name read two types.

use alloc::vec::Vec;

use super::argument::{
    Any, Cells, DataFormat, Ends, Interpolation, Key, Layer, Layers, MergeMode, Numbers,
    OutputMode, Padding, ScoreMode, Spectrum, Text,
};
use super::flops::Activation;
use crate::spec::DType;

/// `activation`.
pub const ACTIVATION: Key<Option<Activation>> = Key::new("activation");
/// `activity_regularizer`.
pub const ACTIVITY_REGULARIZER: Key<Any> = Key::new("activity_regularizer");
/// `addition_factor`.
pub const ADDITION_FACTOR: Key<Numbers> = Key::new("addition_factor");
/// `all_ops`.
pub const ALL_OPS: Key<bool> = Key::new("all_ops");
/// `alpha`.
pub const ALPHA: Key<f64> = Key::new("alpha");
/// `alpha_constraint`.
pub const ALPHA_CONSTRAINT: Key<Any> = Key::new("alpha_constraint");
/// `alpha_initializer`.
pub const ALPHA_INITIALIZER: Key<Any> = Key::new("alpha_initializer");
/// `alpha_regularizer`.
pub const ALPHA_REGULARIZER: Key<Any> = Key::new("alpha_regularizer");
/// `antialias`.
pub const ANTIALIAS: Key<bool> = Key::new("antialias");
/// `attention_axes`.
pub const ATTENTION_AXES: Key<Option<Vec<i64>>> = Key::new("attention_axes");
/// `axes`.
pub const DOT_AXES: Key<Vec<i64>> = Key::new("axes");
/// `axis`.
pub const AXIS: Key<i64> = Key::new("axis");
/// `axis`.
pub const AXES: Key<Vec<i64>> = Key::new("axis");
/// `backward_layer`.
pub const BACKWARD_LAYER: Key<Option<Layer>> = Key::new("backward_layer");
/// `beta_constraint`.
pub const BETA_CONSTRAINT: Key<Any> = Key::new("beta_constraint");
/// `beta_initializer`.
pub const BETA_INITIALIZER: Key<Any> = Key::new("beta_initializer");
/// `beta_regularizer`.
pub const BETA_REGULARIZER: Key<Any> = Key::new("beta_regularizer");
/// `bias_axes`.
pub const BIAS_AXES: Key<Option<Text>> = Key::new("bias_axes");
/// `bias_constraint`.
pub const BIAS_CONSTRAINT: Key<Any> = Key::new("bias_constraint");
/// `bias_initializer`.
pub const BIAS_INITIALIZER: Key<Any> = Key::new("bias_initializer");
/// `bias_regularizer`.
pub const BIAS_REGULARIZER: Key<Any> = Key::new("bias_regularizer");
/// `bin_boundaries`.
pub const BIN_BOUNDARIES: Key<Option<Numbers>> = Key::new("bin_boundaries");
/// `bins`.
pub const BINS: Key<usize> = Key::new("bins");
/// `brightness_factor`.
pub const BRIGHTNESS_FACTOR: Key<Option<Numbers>> = Key::new("brightness_factor");
/// `cell`.
pub const CELL: Key<Cells<'static>> = Key::new("cell");
/// `cells`.
pub const CELLS: Key<Layers> = Key::new("cells");
/// `center`.
pub const CENTER: Key<bool> = Key::new("center");
/// `chain_depth`.
pub const CHAIN_DEPTH: Key<i64> = Key::new("chain_depth");
/// `clip_limit`.
pub const CLIP_LIMIT: Key<f64> = Key::new("clip_limit");
/// `contrast_factor`.
pub const CONTRAST_FACTOR: Key<Option<Numbers>> = Key::new("contrast_factor");
/// `crop_to_aspect_ratio`.
pub const CROP_TO_ASPECT_RATIO: Key<bool> = Key::new("crop_to_aspect_ratio");
/// `cropping`.
pub const CROPPING: Key<Vec<Ends>> = Key::new("cropping");
/// `data_format`.
pub const DATA_FORMAT: Key<DataFormat> = Key::new("data_format");
/// `depth_multiplier`.
pub const DEPTH_MULTIPLIER: Key<usize> = Key::new("depth_multiplier");
/// `depthwise_constraint`.
pub const DEPTHWISE_CONSTRAINT: Key<Any> = Key::new("depthwise_constraint");
/// `depthwise_initializer`.
pub const DEPTHWISE_INITIALIZER: Key<Any> = Key::new("depthwise_initializer");
/// `depthwise_regularizer`.
pub const DEPTHWISE_REGULARIZER: Key<Any> = Key::new("depthwise_regularizer");
/// `dilation_rate`.
pub const DILATION_RATE: Key<Vec<usize>> = Key::new("dilation_rate");
/// `dims`.
pub const DIMS: Key<Vec<i64>> = Key::new("dims");
/// `dropout`.
pub const DROPOUT: Key<f64> = Key::new("dropout");
/// `dtype`.
pub const DTYPE: Key<Option<DType>> = Key::new("dtype");
/// `embeddings_constraint`.
pub const EMBEDDINGS_CONSTRAINT: Key<Any> = Key::new("embeddings_constraint");
/// `embeddings_initializer`.
pub const EMBEDDINGS_INITIALIZER: Key<Any> = Key::new("embeddings_initializer");
/// `embeddings_regularizer`.
pub const EMBEDDINGS_REGULARIZER: Key<Any> = Key::new("embeddings_regularizer");
/// `encoding`.
pub const ENCODING: Key<Text> = Key::new("encoding");
/// `epsilon`.
pub const EPSILON: Key<f64> = Key::new("epsilon");
/// `equation`.
pub const EQUATION: Key<Text> = Key::new("equation");
/// `expand_dims`.
pub const EXPAND_DIMS: Key<bool> = Key::new("expand_dims");
/// `factor`.
pub const FACTOR: Key<Numbers> = Key::new("factor");
/// `fft_length`.
pub const FFT_LENGTH: Key<usize> = Key::new("fft_length");
/// `fill_mode`.
pub const FILL_MODE: Key<Text> = Key::new("fill_mode");
/// `fill_value`, an integer.
pub const FILL_NUMBER: Key<i64> = Key::new("fill_value");
/// `fill_value`.
pub const FILL_VALUE: Key<f64> = Key::new("fill_value");
/// `filters`.
pub const FILTERS: Key<usize> = Key::new("filters");
/// `flash_attention`.
pub const FLASH_ATTENTION: Key<Option<bool>> = Key::new("flash_attention");
/// `frame_length`.
pub const FRAME_LENGTH: Key<usize> = Key::new("frame_length");
/// `frame_step`.
pub const FRAME_STEP: Key<Option<usize>> = Key::new("frame_step");
/// `gamma_constraint`.
pub const GAMMA_CONSTRAINT: Key<Any> = Key::new("gamma_constraint");
/// `gamma_initializer`.
pub const GAMMA_INITIALIZER: Key<Any> = Key::new("gamma_initializer");
/// `gamma_regularizer`.
pub const GAMMA_REGULARIZER: Key<Any> = Key::new("gamma_regularizer");
/// `go_backwards`.
pub const GO_BACKWARDS: Key<bool> = Key::new("go_backwards");
/// `gptq_unpacked_column_size`.
pub const GPTQ_UNPACKED_COLUMN_SIZE: Key<Option<usize>> = Key::new("gptq_unpacked_column_size");
/// `groups`.
pub const GROUPS: Key<usize> = Key::new("groups");
/// `groups`.
pub const NORMALIZED_GROUPS: Key<i64> = Key::new("groups");
/// `head_dim`.
pub const HEAD_DIM: Key<usize> = Key::new("head_dim");
/// `height`.
pub const HEIGHT: Key<usize> = Key::new("height");
/// `height_factor`.
pub const HEIGHT_FACTOR: Key<Numbers> = Key::new("height_factor");
/// `hue_factor`.
pub const HUE_FACTOR: Key<Option<Numbers>> = Key::new("hue_factor");
/// `idf_weights`.
pub const IDF_WEIGHTS: Key<Option<Numbers>> = Key::new("idf_weights");
/// `implementation`.
pub const IMPLEMENTATION: Key<i64> = Key::new("implementation");
/// `input_dim`.
pub const INPUT_DIM: Key<usize> = Key::new("input_dim");
/// `input_length`.
pub const INPUT_LENGTH: Key<Option<usize>> = Key::new("input_length");
/// `interpolation`.
pub const INTERPOLATION: Key<Interpolation> = Key::new("interpolation");
/// `invert`.
pub const INVERT: Key<bool> = Key::new("invert");
/// `keepdims`.
pub const KEEPDIMS: Key<bool> = Key::new("keepdims");
/// `kernel_constraint`.
pub const KERNEL_CONSTRAINT: Key<Any> = Key::new("kernel_constraint");
/// `kernel_initializer`.
pub const KERNEL_INITIALIZER: Key<Any> = Key::new("kernel_initializer");
/// `kernel_regularizer`.
pub const KERNEL_REGULARIZER: Key<Any> = Key::new("kernel_regularizer");
/// `kernel_size`.
pub const KERNEL_SIZE: Key<Vec<usize>> = Key::new("kernel_size");
/// `key_dim`.
pub const KEY_DIM: Key<usize> = Key::new("key_dim");
/// `l1`.
pub const L1: Key<f64> = Key::new("l1");
/// `l2`.
pub const L2: Key<f64> = Key::new("l2");
/// `layer`.
pub const LAYER: Key<Layer> = Key::new("layer");
/// `layers`.
pub const LAYERS: Key<Layers> = Key::new("layers");
/// `logit_soft_cap`.
pub const LOGIT_SOFT_CAP: Key<Option<f64>> = Key::new("logit_soft_cap");
/// `lora_alpha`.
pub const LORA_ALPHA: Key<Option<f64>> = Key::new("lora_alpha");
/// `lora_rank`.
pub const LORA_RANK: Key<Option<usize>> = Key::new("lora_rank");
/// `mag_exp`.
pub const MAG_EXP: Key<f64> = Key::new("mag_exp");
/// `mask_token`.
pub const MASK_TOKEN: Key<Any> = Key::new("mask_token");
/// `mask_value`, a number.
pub const MASK_NUMBER: Key<f64> = Key::new("mask_value");
/// `mask_value`.
pub const MASK_VALUE: Key<Any> = Key::new("mask_value");
/// `mask_zero`.
pub const MASK_ZERO: Key<bool> = Key::new("mask_zero");
/// `max_freq`.
pub const MAX_FREQ: Key<Option<f64>> = Key::new("max_freq");
/// `max_number`.
pub const MAX_NUMBER: Key<usize> = Key::new("max_number");
/// `max_tokens`.
pub const MAX_TOKENS: Key<Option<usize>> = Key::new("max_tokens");
/// `max_value`.
pub const MAX_VALUE: Key<Option<f64>> = Key::new("max_value");
/// `mean`.
pub const MEAN: Key<Option<Numbers>> = Key::new("mean");
/// `merge_mode`.
pub const MERGE_MODE: Key<Option<MergeMode>> = Key::new("merge_mode");
/// `min_freq`.
pub const MIN_FREQ: Key<f64> = Key::new("min_freq");
/// `min_power`.
pub const MIN_POWER: Key<f64> = Key::new("min_power");
/// `mode`.
pub const FLIP_MODE: Key<Text> = Key::new("mode");
/// `mode`.
pub const SPECTRUM: Key<Spectrum> = Key::new("mode");
/// `momentum`.
pub const MOMENTUM: Key<f64> = Key::new("momentum");
/// `moving_mean_initializer`.
pub const MOVING_MEAN_INITIALIZER: Key<Any> = Key::new("moving_mean_initializer");
/// `moving_variance_initializer`.
pub const MOVING_VARIANCE_INITIALIZER: Key<Any> = Key::new("moving_variance_initializer");
/// `n`.
pub const N: Key<usize> = Key::new("n");
/// `name`.
pub const NAME: Key<Option<Text>> = Key::new("name");
/// `negative_slope`.
pub const NEGATIVE_SLOPE: Key<f64> = Key::new("negative_slope");
/// `ngrams`.
pub const NGRAMS: Key<Option<Numbers>> = Key::new("ngrams");
/// `noise_shape`.
pub const NOISE_SHAPE: Key<Any> = Key::new("noise_shape");
/// `normalize`.
pub const NORMALIZE: Key<bool> = Key::new("normalize");
/// `num_bins`.
pub const NUM_BINS: Key<usize> = Key::new("num_bins");
/// `num_chains`.
pub const NUM_CHAINS: Key<usize> = Key::new("num_chains");
/// `num_heads`.
pub const NUM_HEADS: Key<usize> = Key::new("num_heads");
/// `num_key_value_heads`.
pub const NUM_KEY_VALUE_HEADS: Key<usize> = Key::new("num_key_value_heads");
/// `num_mel_bins`.
pub const NUM_MEL_BINS: Key<usize> = Key::new("num_mel_bins");
/// `num_oov_indices`.
pub const NUM_OOV_INDICES: Key<usize> = Key::new("num_oov_indices");
/// `num_ops`.
pub const NUM_OPS: Key<usize> = Key::new("num_ops");
/// `num_query_heads`.
pub const NUM_QUERY_HEADS: Key<usize> = Key::new("num_query_heads");
/// `num_tokens`.
pub const NUM_TOKENS: Key<Option<usize>> = Key::new("num_tokens");
/// `offset`.
pub const OFFSET: Key<Numbers> = Key::new("offset");
/// `oov_method`.
pub const OOV_METHOD: Key<Text> = Key::new("oov_method");
/// `oov_token`.
pub const OOV_TOKEN: Key<Any> = Key::new("oov_token");
/// `output_dim`.
pub const OUTPUT_DIM: Key<usize> = Key::new("output_dim");
/// `output_mode`.
pub const OUTPUT_MODE: Key<OutputMode> = Key::new("output_mode");
/// `output_padding`.
pub const OUTPUT_PADDING: Key<Option<Vec<usize>>> = Key::new("output_padding");
/// `output_sequence_length`.
pub const OUTPUT_SEQUENCE_LENGTH: Key<Option<usize>> = Key::new("output_sequence_length");
/// `output_shape`.
pub const OUTPUT_SHAPE: Key<Any> = Key::new("output_shape");
/// `output_size`.
pub const OUTPUT_SIZE: Key<Vec<usize>> = Key::new("output_size");
/// `pad_to_aspect_ratio`.
pub const PAD_TO_ASPECT_RATIO: Key<bool> = Key::new("pad_to_aspect_ratio");
/// `pad_to_max_tokens`.
pub const PAD_TO_MAX_TOKENS: Key<bool> = Key::new("pad_to_max_tokens");
/// `padding`.
pub const PADDING: Key<Padding> = Key::new("padding");
/// `padding`.
pub const ZERO_PADDING: Key<Vec<Ends>> = Key::new("padding");
/// `periodic`.
pub const PERIODIC: Key<bool> = Key::new("periodic");
/// `pointwise_constraint`.
pub const POINTWISE_CONSTRAINT: Key<Any> = Key::new("pointwise_constraint");
/// `pointwise_initializer`.
pub const POINTWISE_INITIALIZER: Key<Any> = Key::new("pointwise_initializer");
/// `pointwise_regularizer`.
pub const POINTWISE_REGULARIZER: Key<Any> = Key::new("pointwise_regularizer");
/// `pool_size`.
pub const POOL_SIZE: Key<Vec<usize>> = Key::new("pool_size");
/// `power_iterations`.
pub const POWER_ITERATIONS: Key<usize> = Key::new("power_iterations");
/// `power_to_db`.
pub const POWER_TO_DB: Key<bool> = Key::new("power_to_db");
/// `quantization_config`.
pub const QUANTIZATION_CONFIG: Key<Any> = Key::new("quantization_config");
/// `ragged`.
pub const RAGGED: Key<bool> = Key::new("ragged");
/// `rate`.
pub const RATE: Key<f64> = Key::new("rate");
/// `recurrent_activation`.
pub const RECURRENT_ACTIVATION: Key<Option<Activation>> = Key::new("recurrent_activation");
/// `recurrent_constraint`.
pub const RECURRENT_CONSTRAINT: Key<Any> = Key::new("recurrent_constraint");
/// `recurrent_dropout`.
pub const RECURRENT_DROPOUT: Key<f64> = Key::new("recurrent_dropout");
/// `recurrent_initializer`.
pub const RECURRENT_INITIALIZER: Key<Any> = Key::new("recurrent_initializer");
/// `recurrent_regularizer`.
pub const RECURRENT_REGULARIZER: Key<Any> = Key::new("recurrent_regularizer");
/// `ref_power`.
pub const REF_POWER: Key<f64> = Key::new("ref_power");
/// `renorm`.
pub const RENORM: Key<bool> = Key::new("renorm");
/// `renorm_clipping`.
pub const RENORM_CLIPPING: Key<Any> = Key::new("renorm_clipping");
/// `renorm_momentum`.
pub const RENORM_MOMENTUM: Key<f64> = Key::new("renorm_momentum");
/// `reset_after`.
pub const RESET_AFTER: Key<bool> = Key::new("reset_after");
/// `return_attention_scores`.
pub const RETURN_ATTENTION_SCORES: Key<bool> = Key::new("return_attention_scores");
/// `return_sequences`.
pub const RETURN_SEQUENCES: Key<bool> = Key::new("return_sequences");
/// `return_state`.
pub const RETURN_STATE: Key<bool> = Key::new("return_state");
/// `reverse`.
pub const REVERSE: Key<bool> = Key::new("reverse");
/// `reverse_dtype`.
pub const REVERSE_DTYPE: Key<Option<DType>> = Key::new("reverse_dtype");
/// `reversed`.
pub const REVERSED: Key<bool> = Key::new("reversed");
/// `rms_scaling`.
pub const RMS_SCALING: Key<bool> = Key::new("rms_scaling");
/// `salt`.
pub const SALT: Key<Any> = Key::new("salt");
/// `sampling_rate`.
pub const SAMPLING_RATE: Key<usize> = Key::new("sampling_rate");
/// `saturation_factor`.
pub const SATURATION_FACTOR: Key<Option<Numbers>> = Key::new("saturation_factor");
/// `scale`.
pub const SCALE: Key<bool> = Key::new("scale");
/// `scale`.
pub const SCALE_FACTOR: Key<Numbers> = Key::new("scale");
/// `scaling`.
pub const SCALING: Key<Option<Text>> = Key::new("scaling");
/// `score_mode`.
pub const SCORE_MODE: Key<ScoreMode> = Key::new("score_mode");
/// `seed`.
pub const SEED: Key<Option<i64>> = Key::new("seed");
/// `sequence_length`.
pub const SEQUENCE_LENGTH: Key<Option<usize>> = Key::new("sequence_length");
/// `sequence_stride`.
pub const SEQUENCE_STRIDE: Key<usize> = Key::new("sequence_stride");
/// `shared_axes`.
pub const SHARED_AXES: Key<Option<Vec<i64>>> = Key::new("shared_axes");
/// `sigma`.
pub const SIGMA: Key<Numbers> = Key::new("sigma");
/// `size`.
pub const SIZE: Key<usize> = Key::new("size");
/// `size`.
pub const SIZES: Key<Vec<usize>> = Key::new("size");
/// `slices`.
pub const SLICES: Key<Any> = Key::new("slices");
/// `sliding_window`.
pub const SLIDING_WINDOW: Key<Option<usize>> = Key::new("sliding_window");
/// `sparse`.
pub const SPARSE: Key<bool> = Key::new("sparse");
/// `split`.
pub const SPLIT: Key<Option<Text>> = Key::new("split");
/// `standardize`.
pub const STANDARDIZE: Key<Option<Text>> = Key::new("standardize");
/// `stateful`.
pub const STATEFUL: Key<bool> = Key::new("stateful");
/// `stddev`.
pub const STDDEV: Key<f64> = Key::new("stddev");
/// `strides`.
pub const STRIDES: Key<Vec<usize>> = Key::new("strides");
/// `synchronized`.
pub const SYNCHRONIZED: Key<bool> = Key::new("synchronized");
/// `target_shape`.
pub const TARGET_SHAPE: Key<Any> = Key::new("target_shape");
/// `threshold`.
pub const THRESHOLD: Key<f64> = Key::new("threshold");
/// `threshold_factor`.
pub const THRESHOLD_FACTOR: Key<Numbers> = Key::new("threshold_factor");
/// `tie_weights`.
pub const TIE_WEIGHTS: Key<bool> = Key::new("tie_weights");
/// `tile_grid_size`.
pub const TILE_GRID_SIZE: Key<Vec<usize>> = Key::new("tile_grid_size");
/// `top_db`.
pub const TOP_DB: Key<f64> = Key::new("top_db");
/// `trainable`.
pub const TRAINABLE: Key<bool> = Key::new("trainable");
/// `unit_forget_bias`.
pub const UNIT_FORGET_BIAS: Key<bool> = Key::new("unit_forget_bias");
/// `units`.
pub const UNITS: Key<usize> = Key::new("units");
/// `unroll`.
pub const UNROLL: Key<bool> = Key::new("unroll");
/// `use_bias`.
pub const USE_BIAS: Key<bool> = Key::new("use_bias");
/// `use_causal_mask`.
pub const USE_CAUSAL_MASK: Key<bool> = Key::new("use_causal_mask");
/// `use_cudnn`.
pub const USE_CUDNN: Key<Any> = Key::new("use_cudnn");
/// `use_gate`.
pub const USE_GATE: Key<bool> = Key::new("use_gate");
/// `use_scale`.
pub const USE_SCALE: Key<bool> = Key::new("use_scale");
/// `value`.
pub const VALUE: Key<f64> = Key::new("value");
/// `value_dim`.
pub const VALUE_DIM: Key<Option<usize>> = Key::new("value_dim");
/// `value_range`.
pub const VALUE_RANGE: Key<Numbers> = Key::new("value_range");
/// `variance`.
pub const VARIANCE: Key<Option<Numbers>> = Key::new("variance");
/// `vocabulary`.
pub const VOCABULARY: Key<Any> = Key::new("vocabulary");
/// `vocabulary_dtype`.
pub const VOCABULARY_DTYPE: Key<DType> = Key::new("vocabulary_dtype");
/// `weights`.
pub const WEIGHTS: Key<Any> = Key::new("weights");
/// `width`.
pub const WIDTH: Key<usize> = Key::new("width");
/// `width_factor`.
pub const WIDTH_FACTOR: Key<Numbers> = Key::new("width_factor");
/// `window`.
pub const WINDOW: Key<Option<Text>> = Key::new("window");
/// `x_factor`.
pub const X_FACTOR: Key<Numbers> = Key::new("x_factor");
/// `y_factor`.
pub const Y_FACTOR: Key<Numbers> = Key::new("y_factor");
/// `zero_output_for_mask`.
pub const ZERO_OUTPUT_FOR_MASK: Key<bool> = Key::new("zero_output_for_mask");
