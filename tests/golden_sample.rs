//! Calls of every layer through the compiler, each with Keras's result.
//!
//! Generated from `tests/golden/layers.jsonl` by `BLESS=1 cargo test -p modelwright-frontend golden`; the same test
//! without `BLESS` fails if this file is out of date.

use modelwright::Dim::{self, Known as K, Unknown as U};
use modelwright::{Model, Spec, model};

model! {
    model CaseActivation0001(x: [4, 6]) { x -> Activation(celu) }
    model CaseActivation0011(x: [4, 6]) { x -> Activation(activation = leaky_relu) }
    model CaseActivation0021(x: [4, 6]) { x -> Activation(soft_shrink) }
    model CaseActivation0034(x: [4, 6]) { x -> Activation(None) }
    model CaseActivityRegularization0001(x: []) { x -> ActivityRegularization(l1 = 0.1, l2 = 0.2) }
    model CaseActivityRegularization0002(x: []) { x -> ActivityRegularization }
    model CaseActivityRegularization0006(x: [_, 4]) { x -> ActivityRegularization }
    model CaseActivityRegularization0008(x: [3, 4, 5]) { x -> ActivityRegularization }
    model CaseAdaptiveAveragePooling1D0001(x: [7, 4]) { x -> AdaptiveAveragePooling1D([3], channels_last) }
    model CaseAdaptiveAveragePooling1D0006(x: [10, 3]) { x -> AdaptiveAveragePooling1D(data_format = channels_first, output_size = 20) }
    model CaseAdaptiveAveragePooling1D0009(x: [7, 4]) { x -> AdaptiveAveragePooling1D(2, channels_first) }
    model CaseAdaptiveAveragePooling1D0013(x: [3, _]) { x -> AdaptiveAveragePooling1D(data_format = channels_last, output_size = [3]) }
    model CaseAdaptiveAveragePooling2D0002(x: [_, _, 3]) { x -> AdaptiveAveragePooling2D([2, 5]) }
    model CaseAdaptiveAveragePooling2D0005(x: [_, 9, 3]) { x -> AdaptiveAveragePooling2D(data_format = channels_last, output_size = 1) }
    model CaseAdaptiveAveragePooling2D0008(x: [7, 5, 4]) { x -> AdaptiveAveragePooling2D([1, 1], channels_first) }
    model CaseAdaptiveAveragePooling2D0014(x: [_, _, 3]) { x -> AdaptiveAveragePooling2D(output_size = 1) }
    model CaseAdaptiveAveragePooling3D0001(x: [6, 7, 8, 3]) { x -> AdaptiveAveragePooling3D(1, channels_last) }
    model CaseAdaptiveAveragePooling3D0003(x: [6, 7, 8, 3]) { x -> AdaptiveAveragePooling3D([1, 2, 3], channels_first) }
    model CaseAdaptiveAveragePooling3D0006(x: [_, _, _, 3]) { x -> AdaptiveAveragePooling3D(output_size = [1, 2, 3]) }
    model CaseAdaptiveAveragePooling3D0012(x: [4, 5, 6, 2]) { x -> AdaptiveAveragePooling3D(2, channels_last) }
    model CaseAdaptiveMaxPooling1D0001(x: [1, 3]) { x -> AdaptiveMaxPooling1D(data_format = channels_first, output_size = 1) }
    model CaseAdaptiveMaxPooling1D0007(x: [7, 4]) { x -> AdaptiveMaxPooling1D(output_size = [3]) }
    model CaseAdaptiveMaxPooling1D0009(x: [3, _]) { x -> AdaptiveMaxPooling1D(output_size = 20) }
    model CaseAdaptiveMaxPooling1D0014(x: [7, 4]) { x -> AdaptiveMaxPooling1D(data_format = channels_first, output_size = 1) }
    model CaseAdaptiveMaxPooling2D0002(x: [7, 5, 4]) { x -> AdaptiveMaxPooling2D(output_size = [2, 5]) }
    model CaseAdaptiveMaxPooling2D0004(x: [10, 12, 3]) { x -> AdaptiveMaxPooling2D(output_size = 3) }
    model CaseAdaptiveMaxPooling2D0008(x: [7, 5, 4]) { x -> AdaptiveMaxPooling2D(data_format = channels_last, output_size = 20) }
    model CaseAdaptiveMaxPooling2D0012(x: [7, 5, 4]) { x -> AdaptiveMaxPooling2D([2, 5], channels_last) }
    model CaseAdaptiveMaxPooling3D0001(x: [6, 7, 8, 3]) { x -> AdaptiveMaxPooling3D(output_size = 2) }
    model CaseAdaptiveMaxPooling3D0005(x: [4, 5, 6, 2]) { x -> AdaptiveMaxPooling3D(data_format = channels_first, output_size = 2) }
    model CaseAdaptiveMaxPooling3D0011(x: [_, _, _, 3]) { x -> AdaptiveMaxPooling3D(1, channels_first) }
    model CaseAdaptiveMaxPooling3D0014(x: [6, 7, 8, 3]) { x -> AdaptiveMaxPooling3D(output_size = 1) }
    model CaseAdd0001(x0: [4], x1: [4]) { (x0, x1) -> Add }
    model CaseAdd0004(x0: [5, 4], x1: [4]) { (x0, x1) -> Add }
    model CaseAdd0013(x: [4]) { [x] -> Add }
    model CaseAdd0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Add }
    model CaseAdditiveAttention0001(x0: [4, 16], x1: [6, 16]) { (x0, x1) -> AdditiveAttention }
    model CaseAdditiveAttention0006(x0: [_, 16], x1: [_, 16]) { (x0, x1) -> AdditiveAttention(return_attention_scores = true) }
    model CaseAdditiveAttention0010(x0: [4, 16], x1: [6, 8], x2: [6, 16]) { (x0, x1, x2) -> AdditiveAttention(false, return_attention_scores = true) }
    model CaseAdditiveAttention0015(x0: [4, 16], x1: [6, 8], x2: [6, 16]) { (x0, x1, x2) -> AdditiveAttention(dropout = 0.1) }
    model CaseAlphaDropout0001(x: [8]) { x -> AlphaDropout(rate = 0.5) }
    model CaseAlphaDropout0006(x: [4, 4, 3]) { x -> AlphaDropout(0.5, [None, 1]) }
    model CaseAlphaDropout0012(x: [2, 3, 4, 5]) { x -> AlphaDropout(noise_shape = [None, 1], rate = 0.5) }
    model CaseAlphaDropout0018(x: [4]) { x -> AlphaDropout(rate = 0) }
    model CaseAttention0001(x0: [4, 16], x1: [6, 16]) { (x0, x1) -> Attention }
    model CaseAttention0016(x0: [4, 16], x1: [6, 16]) { (x0, x1) -> Attention(true, return_attention_scores = true) }
    model CaseAttention0029(x0: [_, 16], x1: [_, 16]) { (x0, x1) -> Attention(true, concat) }
    model CaseAttention0055(x0: [3, 4, 16], x1: [3, 6, 16]) { (x0, x1) -> Attention }
    model CaseAugMix0003(x: [16, 20, 3]) { x -> AugMix }
    model CaseAutoContrast0001(x: [28, 28, 3]) { x -> AutoContrast }
    model CaseAutoContrast0003(x: [16, 20, 3]) { x -> AutoContrast }
    model CaseAutoContrast0004(x: [_, _, 3]) { x -> AutoContrast }
    model CaseAverage0001(x0: [4], x1: [4]) { (x0, x1) -> Average }
    model CaseAverage0005(x0: [5, 4], x1: [1, 4]) { (x0, x1) -> Average }
    model CaseAverage0018(x0: [3, 1], x1: [1, 4], x2: [3, 4]) { (x0, x1, x2) -> Average }
    model CaseAverage0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Average }
    model CaseAveragePooling1D0001(x: [1, 3]) { x -> AveragePooling1D(2, 3, same, channels_first) }
    model CaseAveragePooling1D0006(x: [3, _]) { x -> AveragePooling1D(data_format = channels_last, padding = same, pool_size = [4], strides = 2) }
    model CaseAveragePooling1D0015(x: [7, 4]) { x -> AveragePooling1D(data_format = channels_first, padding = same, pool_size = 2, strides = 1) }
    model CaseAveragePooling1D0028(x: [_, 3]) { x -> AveragePooling1D(data_format = channels_first, padding = same, pool_size = 3) }
    model CaseAveragePooling2D0001(x: [_, 9, 3]) { x -> AveragePooling2D(data_format = channels_last, padding = valid, pool_size = 1, strides = 3) }
    model CaseAveragePooling2D0020(x: [_, 9, 3]) { x -> AveragePooling2D(2, 2, valid, channels_last) }
    model CaseAveragePooling2D0032(x: [7, 5, 4]) { x -> AveragePooling2D(data_format = channels_last, padding = same, pool_size = 1, strides = None) }
    model CaseAveragePooling2D0045(x: [10, 12, 3]) { x -> AveragePooling2D(padding = same, pool_size = [2, 3], strides = None) }
    model CaseAveragePooling3D0001(x: [4, 5, 6, 2]) { x -> AveragePooling3D(2, [2, 1, 1], same, channels_first) }
    model CaseAveragePooling3D0012(x: [_, _, _, 3]) { x -> AveragePooling3D(1, 2, valid, channels_last) }
    model CaseAveragePooling3D0023(x: [4, 5, 6, 2]) { x -> AveragePooling3D(2, 2, same) }
    model CaseAveragePooling3D0030(x: [_, _, _, 3]) { x -> AveragePooling3D([1, 2, 3], padding = same) }
    model CaseBatchNormalization0001(x: [8]) { x -> BatchNormalization(axis = -1, center = true, scale = true) }
    model CaseBatchNormalization0018(x: [_, 8]) { x -> BatchNormalization(axis = -1, center = false, scale = true) }
    model CaseBatchNormalization0033(x: [7, 7, 32]) { x -> BatchNormalization(1, center = true, scale = false) }
    model CaseBatchNormalization0067(x: [5, 8]) { x -> BatchNormalization(epsilon = 1e-5, momentum = 0.5) }
    model CaseBidirectional0003(x: [5, 3]) { x -> Bidirectional(layer = SimpleRNN(return_sequences = true, return_state = false, units = 4), merge_mode = concat) }
    model CaseBidirectional0033(x: [5, 3]) { x -> Bidirectional(LSTM(4, return_sequences = true, return_state = false), sum) }
    model CaseBidirectional0054(x: [5, 3]) { x -> Bidirectional(layer = GRU(return_sequences = false, return_state = true, units = 4), merge_mode = concat) }
    model CaseBidirectional0080(x: [5, 3]) { x -> Bidirectional(RNN(LSTMCell(4), true)) }
    model CaseCategoryEncoding0002(x: i32[1]) { x -> CategoryEncoding(6, multi_hot) }
    model CaseCategoryEncoding0006(x: i32[_]) { x -> CategoryEncoding(6, multi_hot) }
    model CaseCategoryEncoding0009(x: i32[]) { x -> CategoryEncoding(num_tokens = 6, output_mode = one_hot) }
    model CaseCategoryEncoding0014(x: i32[1]) { x -> CategoryEncoding(num_tokens = 6, output_mode = count) }
    model CaseCenterCrop0001(x: [28, 28, 3]) { x -> CenterCrop(data_format = channels_last, height = 12, width = 10) }
    model CaseCenterCrop0008(x: [_, _, 3]) { x -> CenterCrop(40, 50, channels_first) }
    model CaseCenterCrop0016(x: [3, 28, 28]) { x -> CenterCrop(data_format = channels_first, height = 40, width = 50) }
    model CaseCenterCrop0019(x: [16, 20, 3]) { x -> CenterCrop(12, 10, channels_first) }
    model CaseConcatenate0001(x0: [4], x1: [6]) { (x0, x1) -> Concatenate(axis = -1) }
    model CaseConcatenate0020(x0: [5, 4], x1: [7, 4]) { (x0, x1) -> Concatenate(1) }
    model CaseConcatenate0055(x: [4]) { [x] -> Concatenate(-1) }
    model CaseConcatenate0079(x0: [5, 1], x1: [5, 4]) { (x0, x1) -> Concatenate(-1) }
    model CaseContrastLimitedAdaptiveHistogramEqualization0001(x: [28, 28, 3]) { x -> ContrastLimitedAdaptiveHistogramEqualization }
    model CaseContrastLimitedAdaptiveHistogramEqualization0003(x: [16, 20, 3]) { x -> ContrastLimitedAdaptiveHistogramEqualization }
    model CaseConv1D0001(x: [32, 4]) { x -> Conv1D(data_format = channels_first, dilation_rate = 1, filters = 8, groups = 1, kernel_size = [7], padding = same, strides = 3, use_bias = true) }
    model CaseConv1D0048(x: [7, 16]) { x -> Conv1D(1, 2, 2, same, channels_last, 1, 1, use_bias = false) }
    model CaseConv1D0097(x: [10, 4]) { x -> Conv1D(8, 3, 1, valid, channels_last, 1, 1, use_bias = true) }
    model CaseConv1D0131(x: [8, 4]) { x -> Conv1D(filters = 8, kernel_size = 3, lora_rank = 2, use_bias = false) }
    model CaseConv1DTranspose0001(x: [_, 8]) { x -> Conv1DTranspose(8, 5, 5, valid, data_format = channels_last, dilation_rate = 1, use_bias = true) }
    model CaseConv1DTranspose0047(x: [1, 4]) { x -> Conv1DTranspose(8, 4, 2, same, 1, channels_last, 1, use_bias = true) }
    model CaseConv1DTranspose0096(x: [7, 16]) { x -> Conv1DTranspose(8, 2, 2, same, 0, channels_first, 1, use_bias = false) }
    model CaseConv1DTranspose0129(x: [10, 4]) { x -> Conv1DTranspose(data_format = channels_last, dilation_rate = 1, filters = 1, kernel_size = 7, padding = same, strides = 3, use_bias = false) }
    model CaseConv2D0005(x: [28, 28, 4]) { x -> Conv2D(16, 1, 3, valid, channels_last, 1, 1, use_bias = true) }
    model CaseConv2D0068(x: [7, 5, 16]) { x -> Conv2D(dilation_rate = 1, filters = 8, groups = 2, kernel_size = 5, padding = same, strides = 1, use_bias = true) }
    model CaseConv2D0142(x: [28, 28, 4]) { x -> Conv2D(16, 5, 1, same, channels_last, [2, 3], 1, use_bias = true) }
    model CaseConv2D0223(x: [224, 224, 4]) { x -> Conv2D(16, 3, 2, same, activation = relu, groups = 4) }
    model CaseConv2DTranspose0001(x: [_, _, 8]) { x -> Conv2DTranspose(data_format = channels_last, dilation_rate = 1, filters = 1, kernel_size = [3, 2], output_padding = [0, 1], padding = valid, strides = [1, 3], use_bias = true) }
    model CaseConv2DTranspose0064(x: [5, 9, 16]) { x -> Conv2DTranspose(8, [3, 2], 3, valid, [1, 0], channels_last, 1, use_bias = false) }
    model CaseConv2DTranspose0142(x: [4, 4, 3]) { x -> Conv2DTranspose(data_format = channels_last, dilation_rate = 1, filters = 8, kernel_size = 1, padding = valid, strides = 3, use_bias = true) }
    model CaseConv2DTranspose0220(x: [7, 7, 4]) { x -> Conv2DTranspose(1, 4, [1, 3], valid, data_format = channels_first, dilation_rate = 1, use_bias = false) }
    model CaseConv3D0001(x: [_, _, _, 8]) { x -> Conv3D(data_format = channels_last, dilation_rate = 2, filters = 8, groups = 2, kernel_size = 2, padding = valid, strides = 1, use_bias = true) }
    model CaseConv3D0028(x: [4, 8, 8, 8]) { x -> Conv3D(16, [1, 2, 3], [2, 1, 1], same, dilation_rate = 1, groups = 2, use_bias = false) }
    model CaseConv3D0061(x: [4, 8, 8, 8]) { x -> Conv3D(data_format = channels_last, dilation_rate = 1, filters = 16, groups = 1, kernel_size = [1, 2, 3], padding = valid, strides = 2, use_bias = false) }
    model CaseConv3D0091(x: [8, 8, 8, 4]) { x -> Conv3D(8, 3, lora_rank = 2) }
    model CaseConv3DTranspose0001(x: [4, 5, 6, 4]) { x -> Conv3DTranspose(1, 3, 1, same, channels_last, dilation_rate = 1, use_bias = true) }
    model CaseConv3DTranspose0029(x: [_, _, _, 8]) { x -> Conv3DTranspose(1, [3, 2, 1], 1, valid, channels_last, dilation_rate = 2, use_bias = false) }
    model CaseConv3DTranspose0060(x: [4, 5, 6, 4]) { x -> Conv3DTranspose(data_format = channels_last, dilation_rate = 1, filters = 8, kernel_size = 1, output_padding = 1, padding = valid, strides = 2, use_bias = false) }
    model CaseConv3DTranspose0089(x: [4, 5, 6, 4]) { x -> Conv3DTranspose(1, 2, 2, valid, channels_last, dilation_rate = 1, use_bias = true) }
    model CaseConvLSTM1D0002(x: [_, 10, 3]) { x -> ConvLSTM1D(4, 1, 1, valid, dilation_rate = 1, return_sequences = false, return_state = true, use_bias = false) }
    model CaseConvLSTM1D0016(x: [5, 10, 3]) { x -> ConvLSTM1D(dilation_rate = 1, filters = 1, kernel_size = 2, padding = same, return_sequences = true, return_state = false, strides = 2, use_bias = true) }
    model CaseConvLSTM1D0028(x: [_, 10, 3]) { x -> ConvLSTM1D(4, 2, 1, valid, channels_last, 1, return_sequences = true, return_state = false, use_bias = true) }
    model CaseConvLSTM1D0039(x: [5, 10, 3]) { x -> ConvLSTM1D(4, 3) }
    model CaseConvLSTM2D0001(x: [4, 7, 6, 4]) { x -> ConvLSTM2D(1, 1, 1, same, dilation_rate = 1, return_sequences = false, return_state = true, use_bias = true) }
    model CaseConvLSTM2D0019(x: [_, 8, 8, 3]) { x -> ConvLSTM2D(data_format = channels_last, dilation_rate = 2, filters = 1, kernel_size = 2, padding = valid, return_sequences = false, return_state = true, strides = 1, use_bias = false) }
    model CaseConvLSTM2D0051(x: [4, 7, 6, 4]) { x -> ConvLSTM2D(dilation_rate = 1, filters = 4, kernel_size = 1, padding = same, return_sequences = true, return_state = true, strides = 2, use_bias = true) }
    model CaseConvLSTM2D0067(x: [_, 8, 8, 3]) { x -> ConvLSTM2D(1, 2, 2, valid, dilation_rate = 1, return_sequences = true, return_state = false, use_bias = false) }
    model CaseConvLSTM3D0001(x: [_, 6, 6, 6, 2]) { x -> ConvLSTM3D(dilation_rate = 1, filters = 1, kernel_size = 2, padding = same, return_sequences = true, return_state = false, strides = 2, use_bias = true) }
    model CaseConvLSTM3D0005(x: [_, 6, 6, 6, 2]) { x -> ConvLSTM3D(data_format = channels_last, dilation_rate = 1, filters = 1, kernel_size = 2, padding = valid, return_sequences = false, return_state = false, strides = 2, use_bias = false) }
    model CaseConvLSTM3D0015(x: [3, 6, 7, 8, 3]) { x -> ConvLSTM3D(4, 2, 1, valid, channels_last, 1, return_sequences = true, return_state = false, use_bias = true) }
    model CaseConvLSTM3D0024(x: [3, 6, 7, 8, 3]) { x -> ConvLSTM3D(1, 1, 2, same, dilation_rate = 1, return_sequences = false, return_state = false, use_bias = false) }
    model CaseCropping1D0001(x: [10, 3]) { x -> Cropping1D }
    model CaseCropping1D0017(x: [_, 3]) { x -> Cropping1D(0) }
    model CaseCropping1D0033(x: [4, 5]) { x -> Cropping1D(1) }
    model CaseCropping1D0051(x: [2, 3]) { x -> Cropping1D([0, 0]) }
    model CaseCropping2D0003(x: [10, 12, 3]) { x -> Cropping2D(1, channels_last) }
    model CaseCropping2D0032(x: [_, _, 3]) { x -> Cropping2D([[0, 1], [0, 0]], channels_last) }
    model CaseCropping2D0068(x: [4, 5, 6]) { x -> Cropping2D(cropping = 1, data_format = channels_first) }
    model CaseCropping2D0096(x: [3, 9, _]) { x -> Cropping2D([[1, 2], [3, 4]], channels_first) }
    model CaseCropping3D0001(x: [6, 7, 8, 3]) { x -> Cropping3D(data_format = channels_last) }
    model CaseCropping3D0014(x: [6, 7, 8, 3]) { x -> Cropping3D(cropping = [[1, 2], [0, 1], [2, 0]], data_format = channels_first) }
    model CaseCropping3D0032(x: [_, _, _, 3]) { x -> Cropping3D(cropping = 1, data_format = channels_first) }
    model CaseCropping3D0045(x: [4, 5, 6, 2]) { x -> Cropping3D(cropping = 0, data_format = channels_last) }
    model CaseCutMix0001(x: [28, 28, 3]) { x -> CutMix }
    model CaseCutMix0003(x: [16, 20, 3]) { x -> CutMix }
    model CaseCutMix0004(x: [_, _, 3]) { x -> CutMix }
    model CaseDense0001(x: [16]) { x -> Dense(units = 1, use_bias = true) }
    model CaseDense0029(x: [5]) { x -> Dense(activation = relu, units = 12) }
    model CaseDense0067(x: [8, 2, 1]) { x -> Dense(units = 1, use_bias = false) }
    model CaseDense0105(x: [5]) { x -> Dense(1, use_bias = false) }
    model CaseDepthwiseConv1D0003(x: [10, 4]) { x -> DepthwiseConv1D(3, 1, valid, 2, channels_last, 1, use_bias = false) }
    model CaseDepthwiseConv1D0035(x: [7, 3]) { x -> DepthwiseConv1D(data_format = channels_last, depth_multiplier = 2, dilation_rate = 1, kernel_size = 5, padding = valid, strides = 1, use_bias = false) }
    model CaseDepthwiseConv1D0062(x: [_, 8]) { x -> DepthwiseConv1D(data_format = channels_last, depth_multiplier = 2, dilation_rate = 1, kernel_size = 2, padding = same, strides = 1, use_bias = false) }
    model CaseDepthwiseConv1D0088(x: [_, 8]) { x -> DepthwiseConv1D(data_format = channels_last, depth_multiplier = 2, dilation_rate = 2, kernel_size = 5, padding = same, strides = 1, use_bias = false) }
    model CaseDepthwiseConv2D0001(x: [10, 12, 4]) { x -> DepthwiseConv2D(data_format = channels_last, depth_multiplier = 1, dilation_rate = 1, kernel_size = [3, 2], padding = valid, strides = 3, use_bias = true) }
    model CaseDepthwiseConv2D0037(x: [7, 5, 3]) { x -> DepthwiseConv2D(3, 1, valid, 1, channels_last, 2, use_bias = false) }
    model CaseDepthwiseConv2D0079(x: [_, _, 8]) { x -> DepthwiseConv2D(2, 1, valid, 1, channels_last, [1, 2], use_bias = true) }
    model CaseDepthwiseConv2D0109(x: [_, _, 8]) { x -> DepthwiseConv2D(5, 1, same, 1, channels_last, 1, use_bias = false) }
    model CaseDiscretization0001(x: [4]) { x -> Discretization([0.0, 1.0, 2.0], output_mode = int) }
    model CaseDiscretization0007(x: [3, 4]) { x -> Discretization([0.0, 1.0, 2.0], output_mode = int) }
    model CaseDiscretization0015(x: [3, 4]) { x -> Discretization(bin_boundaries = [0.0, 1.0, 2.0], output_mode = one_hot) }
    model CaseDiscretization0027(x: [1]) { x -> Discretization([0.0, 1.0, 2.0], output_mode = count) }
    model CaseDot0003(x0: [4], x1: [4]) { (x0, x1) -> Dot(axes = -1) }
    model CaseDot0036(x0: [3, 5], x1: [5]) { (x0, x1) -> Dot(axes = -1) }
    model CaseDot0081(x0: [4, 5], x1: [5, 4]) { (x0, x1) -> Dot(axes = [1, 2]) }
    model CaseDot0113(x0: [2, 3, 5], x1: [4, 6, 5]) { (x0, x1) -> Dot(axes = -1) }
    model CaseDropout0002(x: [8]) { x -> Dropout(0.0) }
    model CaseDropout0011(x: [5, 8]) { x -> Dropout(0.3, [None, 1]) }
    model CaseDropout0028(x: []) { x -> Dropout(0.3, seed = 1) }
    model CaseDropout0041(x: [4]) { x -> Dropout(rate = 1) }
    model CaseELU0001(x: [4]) { x -> ELU }
    model CaseELU0002(x: [4]) { x -> ELU(alpha = 0.5) }
    model CaseELU0005(x: [8, 8, 3]) { x -> ELU }
    model CaseELU0008(x: [_, 3]) { x -> ELU(alpha = 0.5) }
    model CaseEinsumDense0001(x: [32]) { x -> EinsumDense("ab,bc->ac", 64, bias_axes = None) }
    model CaseEinsumDense0008(x: [32, 128]) { x -> EinsumDense(bias_axes = "c", equation = "...ab,bc->...ac", output_shape = [32, 64]) }
    model CaseEinsumDense0020(x: [5, 6]) { x -> EinsumDense(bias_axes = "c", equation = "abc,c->abc", output_shape = [None, 6]) }
    model CaseEinsumDense0044(x: [5, 6]) { x -> EinsumDense(bias_axes = "d", equation = "abc,cd->abd", lora_rank = 2, output_shape = [None, 8]) }
    model CaseEmbedding0001(x: []) { x -> Embedding(input_dim = 1, mask_zero = false, output_dim = 8) }
    model CaseEmbedding0009(x: [4, 5]) { x -> Embedding(input_dim = 1, mask_zero = true, output_dim = 8) }
    model CaseEmbedding0014(x: [4, 5]) { x -> Embedding(input_dim = 1000, mask_zero = false, output_dim = 8) }
    model CaseEmbedding0023(x: [7]) { x -> Embedding(input_dim = 100, input_length = 10, output_dim = 16) }
    model CaseEqualization0003(x: [16, 20, 3]) { x -> Equalization }
    model CaseFlatten0001(x: [4]) { x -> Flatten(channels_last) }
    model CaseFlatten0008(x: [1]) { x -> Flatten(data_format = channels_last) }
    model CaseFlatten0014(x: [_, 5]) { x -> Flatten(channels_first) }
    model CaseFlatten0019(x: [_, _]) { x -> Flatten(data_format = channels_first) }
    model CaseGRU0001(x: [5, 3]) { x -> GRU(7, return_sequences = false, return_state = false, use_bias = true) }
    model CaseGRU0015(x: [6, 3]) { x -> GRU(return_sequences = true, return_state = false, units = 7, use_bias = true) }
    model CaseGRU0029(x: [6, 3]) { x -> GRU(4, go_backwards = true) }
    model CaseGRU0064(x: [5, 3]) { x -> GRU(reset_after = false, return_sequences = false, units = 6, use_bias = true) }
    model CaseGRUCell0002(x0: [3], x1: [5]) { (x0, x1) -> GRUCell(units = 5, use_bias = false) }
    model CaseGRUCell0004(x0: [3], x1: [5]) { (x0, x1) -> GRUCell(reset_after = false, units = 5) }
    model CaseGaussianDropout0004(x: [_, 8]) { x -> GaussianDropout(rate = 0.5) }
    model CaseGaussianDropout0005(x: []) { x -> GaussianDropout(0.5) }
    model CaseGaussianDropout0012(x: [4]) { x -> GaussianDropout(0) }
    model CaseGaussianNoise0001(x: [8]) { x -> GaussianNoise(stddev = 0.5) }
    model CaseGaussianNoise0003(x: [4, 4, 3]) { x -> GaussianNoise(stddev = 0.5) }
    model CaseGaussianNoise0005(x: []) { x -> GaussianNoise(stddev = 0.5) }
    model CaseGaussianNoise0012(x: [4]) { x -> GaussianNoise(stddev = 0) }
    model CaseGlobalAveragePooling1D0001(x: [10, 3]) { x -> GlobalAveragePooling1D(data_format = channels_last, keepdims = false) }
    model CaseGlobalAveragePooling1D0009(x: [1, 3]) { x -> GlobalAveragePooling1D(data_format = channels_last, keepdims = true) }
    model CaseGlobalAveragePooling1D0014(x: [1, 3]) { x -> GlobalAveragePooling1D(data_format = channels_first, keepdims = false) }
    model CaseGlobalAveragePooling1D0020(x: [3, _]) { x -> GlobalAveragePooling1D(channels_first, true) }
    model CaseGlobalAveragePooling2D0001(x: [10, 12, 3]) { x -> GlobalAveragePooling2D(channels_last, false) }
    model CaseGlobalAveragePooling2D0009(x: [_, 9, 3]) { x -> GlobalAveragePooling2D(channels_last, true) }
    model CaseGlobalAveragePooling2D0015(x: [1, 1, 3]) { x -> GlobalAveragePooling2D(data_format = channels_first, keepdims = false) }
    model CaseGlobalAveragePooling2D0020(x: [1, 1, 3]) { x -> GlobalAveragePooling2D(data_format = channels_first, keepdims = true) }
    model CaseGlobalAveragePooling3D0001(x: [6, 7, 8, 3]) { x -> GlobalAveragePooling3D(data_format = channels_last, keepdims = false) }
    model CaseGlobalAveragePooling3D0004(x: [6, 7, 8, 3]) { x -> GlobalAveragePooling3D(channels_last, true) }
    model CaseGlobalAveragePooling3D0008(x: [_, _, _, 3]) { x -> GlobalAveragePooling3D(channels_first, false) }
    model CaseGlobalAveragePooling3D0012(x: [4, 5, 6, 2]) { x -> GlobalAveragePooling3D(data_format = channels_first, keepdims = true) }
    model CaseGlobalMaxPooling1D0001(x: [10, 3]) { x -> GlobalMaxPooling1D(channels_last, false) }
    model CaseGlobalMaxPooling1D0004(x: [1, 3]) { x -> GlobalMaxPooling1D(data_format = channels_last, keepdims = false) }
    model CaseGlobalMaxPooling1D0013(x: [7, 4]) { x -> GlobalMaxPooling1D(data_format = channels_first, keepdims = false) }
    model CaseGlobalMaxPooling1D0020(x: [3, _]) { x -> GlobalMaxPooling1D(data_format = channels_first, keepdims = true) }
    model CaseGlobalMaxPooling2D0001(x: [10, 12, 3]) { x -> GlobalMaxPooling2D(data_format = channels_last, keepdims = false) }
    model CaseGlobalMaxPooling2D0008(x: [7, 5, 4]) { x -> GlobalMaxPooling2D(channels_last, true) }
    model CaseGlobalMaxPooling2D0014(x: [_, 9, 3]) { x -> GlobalMaxPooling2D(data_format = channels_first, keepdims = false) }
    model CaseGlobalMaxPooling2D0020(x: [1, 1, 3]) { x -> GlobalMaxPooling2D(channels_first, true) }
    model CaseGlobalMaxPooling3D0001(x: [6, 7, 8, 3]) { x -> GlobalMaxPooling3D(channels_last, false) }
    model CaseGlobalMaxPooling3D0005(x: [_, _, _, 3]) { x -> GlobalMaxPooling3D(channels_last, true) }
    model CaseGlobalMaxPooling3D0008(x: [_, _, _, 3]) { x -> GlobalMaxPooling3D(data_format = channels_first, keepdims = false) }
    model CaseGlobalMaxPooling3D0011(x: [_, _, _, 3]) { x -> GlobalMaxPooling3D(data_format = channels_first, keepdims = true) }
    model CaseGroupNormalization0002(x: [8]) { x -> GroupNormalization(groups = 4) }
    model CaseGroupNormalization0014(x: [5, 8]) { x -> GroupNormalization(1) }
    model CaseGroupNormalization0040(x: [_, _, 16]) { x -> GroupNormalization(groups = -1) }
    model CaseGroupNormalization0053(x: [_, 8]) { x -> GroupNormalization(center = false, groups = 4, scale = false) }
    model CaseGroupQueryAttention0001(x0: [5, 16], x1: [5, 16]) { (x0, x1) -> GroupQueryAttention(head_dim = 8, num_key_value_heads = 2, num_query_heads = 4) }
    model CaseGroupQueryAttention0008(x0: [_, 16], x1: [_, 16]) { (x0, x1) -> GroupQueryAttention(8, 4, 2, return_attention_scores = true) }
    model CaseGroupQueryAttention0023(x0: [_, 16], x1: [_, 16]) { (x0, x1) -> GroupQueryAttention(dropout = 0.1, head_dim = 5, num_key_value_heads = 3, num_query_heads = 6) }
    model CaseGroupQueryAttention0042(x0: [5, 16], x1: [5, 16]) { (x0, x1) -> GroupQueryAttention(8, 4, 2, return_attention_scores = true, sliding_window = 2) }
    model CaseIdentity0002(x: [3]) { x -> Identity }
    model CaseIdentity0003(x: [_, 4]) { x -> Identity }
    model CaseIdentity0004(x: [3, 4, 5]) { x -> Identity }
    model CaseLSTM0001(x: [5, 3]) { x -> LSTM(7, return_sequences = false, return_state = false, use_bias = true) }
    model CaseLSTM0013(x: [5, 3]) { x -> LSTM(return_sequences = true, return_state = false, units = 7, use_bias = true) }
    model CaseLSTM0029(x: [6, 3]) { x -> LSTM(4, go_backwards = true) }
    model CaseLSTM0060(x: [5, 3]) { x -> LSTM(unit_forget_bias = true, units = 4, use_bias = false) }
    model CaseLayerNormalization0002(x: [5, 8]) { x -> LayerNormalization(axis = -1, center = true, scale = true) }
    model CaseLayerNormalization0020(x: [5, 8]) { x -> LayerNormalization(axis = -1, center = false, scale = false) }
    model CaseLayerNormalization0047(x: [_, _, 16]) { x -> LayerNormalization(1, center = false, scale = false) }
    model CaseLayerNormalization0085(x: [5, 8]) { x -> LayerNormalization(rms_scaling = true) }
    model CaseLeakyReLU0002(x: [4]) { x -> LeakyReLU(negative_slope = 0.2) }
    model CaseLeakyReLU0005(x: [8, 8, 3]) { x -> LeakyReLU }
    model CaseLeakyReLU0007(x: [_, 3]) { x -> LeakyReLU }
    model CaseLeakyReLU0011(x: [4]) { x -> LeakyReLU(alpha = 0.1) }
    model CaseMasking0004(x: [3]) { x -> Masking(mask_value = -1.0) }
    model CaseMasking0005(x: [_, 4]) { x -> Masking }
    model CaseMasking0006(x: [_, 4]) { x -> Masking(mask_value = -1.0) }
    model CaseMasking0007(x: [3, 4, 5]) { x -> Masking }
    model CaseMaxNumBoundingBoxes0001(x: [7, 4]) { x -> MaxNumBoundingBoxes(max_number = 5) }
    model CaseMaxPooling1D0004(x: [1, 3]) { x -> MaxPooling1D(3, None, same) }
    model CaseMaxPooling1D0015(x: [_, 3]) { x -> MaxPooling1D(3, None, same, channels_last) }
    model CaseMaxPooling1D0021(x: [_, 3]) { x -> MaxPooling1D(data_format = channels_last, padding = same, pool_size = 2, strides = 1) }
    model CaseMaxPooling1D0030(x: [3, _]) { x -> MaxPooling1D(data_format = channels_first, padding = valid, pool_size = 2, strides = None) }
    model CaseMaxPooling2D0001(x: [_, _, 3]) { x -> MaxPooling2D([2, 3], data_format = channels_last, padding = valid) }
    model CaseMaxPooling2D0011(x: [_, 9, 3]) { x -> MaxPooling2D(data_format = channels_first, padding = same, pool_size = [3, 1], strides = 3) }
    model CaseMaxPooling2D0026(x: [_, 9, 3]) { x -> MaxPooling2D(data_format = channels_first, padding = same, strides = 2) }
    model CaseMaxPooling2D0045(x: [1, 1, 3]) { x -> MaxPooling2D(1, 2, same, channels_last) }
    model CaseMaxPooling3D0003(x: [6, 7, 8, 3]) { x -> MaxPooling3D(data_format = channels_first, padding = same, pool_size = [1, 2, 3], strides = 1) }
    model CaseMaxPooling3D0012(x: [_, _, _, 3]) { x -> MaxPooling3D(padding = same, pool_size = 1, strides = 2) }
    model CaseMaxPooling3D0018(x: [4, 5, 6, 2]) { x -> MaxPooling3D(padding = same, pool_size = 2, strides = 1) }
    model CaseMaxPooling3D0028(x: [_, _, _, 3]) { x -> MaxPooling3D(2, 1, same, channels_first) }
    model CaseMaximum0001(x0: [4], x1: [4]) { (x0, x1) -> Maximum }
    model CaseMaximum0005(x0: [5, 4], x1: [1, 4]) { (x0, x1) -> Maximum }
    model CaseMaximum0018(x0: [3, 1], x1: [1, 4], x2: [3, 4]) { (x0, x1, x2) -> Maximum }
    model CaseMaximum0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Maximum }
    model CaseMelSpectrogram0001(x: [16000]) { x -> MelSpectrogram }
    model CaseMelSpectrogram0002(x: [16000]) { x -> MelSpectrogram(512, 128, num_mel_bins = 40) }
    model CaseMelSpectrogram0003(x: [16000]) { x -> MelSpectrogram(fft_length = 512, sequence_length = 300, sequence_stride = 128) }
    model CaseMelSpectrogram0009(x: [_]) { x -> MelSpectrogram(fft_length = 512, sequence_length = 300, sequence_stride = 128) }
    model CaseMinimum0001(x0: [4], x1: [4]) { (x0, x1) -> Minimum }
    model CaseMinimum0008(x0: [8, 8, 3], x1: [1, 1, 3]) { (x0, x1) -> Minimum }
    model CaseMinimum0019(x0: [], x1: []) { (x0, x1) -> Minimum }
    model CaseMinimum0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Minimum }
    model CaseMixUp0003(x: [16, 20, 3]) { x -> MixUp }
    model CaseMixUp0004(x: [_, _, 3]) { x -> MixUp }
    model CaseMultiHeadAttention0001(x0: [5, 16], x1: [5, 16]) { (x0, x1) -> MultiHeadAttention(key_dim = 8, num_heads = 2) }
    model CaseMultiHeadAttention0036(x0: [5, 16], x1: [5, 16]) { (x0, x1) -> MultiHeadAttention(key_dim = 8, num_heads = 2, output_shape = [4, 5], return_attention_scores = true, value_dim = 3) }
    model CaseMultiHeadAttention0062(x0: [5, 16], x1: [7, 12]) { (x0, x1) -> MultiHeadAttention(4, 4, sliding_window = 3) }
    model CaseMultiHeadAttention0087(x0: [5, 16], x1: [7, 16], x2: [7, 16]) { (x0, x1, x2) -> MultiHeadAttention(key_dim = 4, num_heads = 2, use_causal_mask = true) }
    model CaseMultiply0001(x0: [4], x1: [4]) { (x0, x1) -> Multiply }
    model CaseMultiply0005(x0: [5, 4], x1: [1, 4]) { (x0, x1) -> Multiply }
    model CaseMultiply0010(x0: [4], x1: [4]) { (x0, x1) -> Multiply }
    model CaseMultiply0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Multiply }
    model CaseNormalization0001(x: [8]) { x -> Normalization }
    model CaseNormalization0013(x: [5, 8]) { x -> Normalization(-1) }
    model CaseNormalization0030(x: [_, _, 3]) { x -> Normalization(axis = None, mean = 0.5, variance = 1.0) }
    model CaseNormalization0045(x: [10, 10, 3]) { x -> Normalization(axis = -1, mean = [1.0, 2.0, 3.0], variance = [1.0, 1.0, 1.0]) }
    model CasePReLU0007(x: [4]) { x -> PReLU(shared_axes = [0]) }
    model CasePReLU0018(x: [8, 8, 3]) { x -> PReLU(shared_axes = [1]) }
    model CasePReLU0023(x: [8, 8, 3]) { x -> PReLU(shared_axes = [0]) }
    model CasePReLU0041(x: []) { x -> PReLU(shared_axes = None) }
    model CasePermute0001(x: [3, 4]) { x -> Permute([1, 2]) }
    model CasePermute0002(x: [3, 4]) { x -> Permute(dims = [2, 1]) }
    model CasePermute0009(x: [3, 4, 5]) { x -> Permute([3, 2, 1]) }
    model CasePermute0014(x: [_, 4]) { x -> Permute([2, 1]) }
    model CasePipeline0002(x: [28, 28, 3]) { x -> Pipeline(layers = [RandomFlip, CenterCrop(height = 8, width = 9)]) }
    model CaseRMSNormalization0002(x: [8]) { x -> RMSNormalization(1) }
    model CaseRMSNormalization0009(x: [7, 7, 32]) { x -> RMSNormalization }
    model CaseRMSNormalization0016(x: [3, 7, 7]) { x -> RMSNormalization(axis = -2) }
    model CaseRMSNormalization0021(x: [_, 8]) { x -> RMSNormalization }
    model CaseRNN0002(x: [5, 3]) { x -> RNN(cell = SimpleRNNCell(units = 4), return_sequences = false, return_state = true) }
    model CaseRNN0008(x: [5, 3]) { x -> RNN(cell = LSTMCell(units = 4), return_sequences = true, return_state = false) }
    model CaseRNN0016(x: [5, 3]) { x -> RNN([LSTMCell(4), LSTMCell(6)], false, false) }
    model CaseRNN0023(x: [5, 3]) { x -> RNN([GRUCell(4), SimpleRNNCell(3), LSTMCell(5)], true, false) }
    model CaseRandAugment0001(x: [28, 28, 3]) { x -> RandAugment }
    model CaseRandAugment0003(x: [16, 20, 3]) { x -> RandAugment }
    model CaseRandAugment0004(x: [_, _, 3]) { x -> RandAugment }
    model CaseRandomColorDegeneration0003(x: [16, 20, 3]) { x -> RandomColorDegeneration(factor = 0.2) }
    model CaseRandomColorDegeneration0004(x: [_, _, 3]) { x -> RandomColorDegeneration(0.2) }
    model CaseRandomColorJitter0001(x: [28, 28, 3]) { x -> RandomColorJitter(brightness_factor = 0.2) }
    model CaseRandomColorJitter0003(x: [16, 20, 3]) { x -> RandomColorJitter(brightness_factor = 0.2) }
    model CaseRandomColorJitter0004(x: [_, _, 3]) { x -> RandomColorJitter(brightness_factor = 0.2) }
    model CaseRandomContrast0004(x: [_, _, 3]) { x -> RandomContrast(0.2) }
    model CaseRandomCrop0003(x: [28, 28, 3]) { x -> RandomCrop(data_format = channels_first, height = 12, width = 10) }
    model CaseRandomCrop0008(x: [_, _, 3]) { x -> RandomCrop(40, 50, data_format = channels_first) }
    model CaseRandomCrop0016(x: [3, 28, 28]) { x -> RandomCrop(data_format = channels_first, height = 40, width = 50) }
    model CaseRandomCrop0020(x: [16, 20, 3]) { x -> RandomCrop(40, 50, data_format = channels_first) }
    model CaseRandomErasing0001(x: [28, 28, 3]) { x -> RandomErasing }
    model CaseRandomErasing0003(x: [16, 20, 3]) { x -> RandomErasing }
    model CaseRandomErasing0004(x: [_, _, 3]) { x -> RandomErasing }
    model CaseRandomFlip0003(x: [16, 20, 3]) { x -> RandomFlip }
    model CaseRandomFlip0004(x: [_, _, 3]) { x -> RandomFlip }
    model CaseRandomGaussianBlur0001(x: [28, 28, 3]) { x -> RandomGaussianBlur }
    model CaseRandomGrayscale0001(x: [28, 28, 3]) { x -> RandomGrayscale }
    model CaseRandomGrayscale0003(x: [16, 20, 3]) { x -> RandomGrayscale }
    model CaseRandomHue0003(x: [16, 20, 3]) { x -> RandomHue(factor = 0.2) }
    model CaseRandomHue0004(x: [_, _, 3]) { x -> RandomHue(0.2) }
    model CaseRandomInvert0001(x: [28, 28, 3]) { x -> RandomInvert }
    model CaseRandomInvert0003(x: [16, 20, 3]) { x -> RandomInvert }
    model CaseRandomPerspective0001(x: [28, 28, 3]) { x -> RandomPerspective }
    model CaseRandomPerspective0003(x: [16, 20, 3]) { x -> RandomPerspective }
    model CaseRandomPosterization0001(x: [28, 28, 3]) { x -> RandomPosterization(4) }
    model CaseRandomPosterization0003(x: [16, 20, 3]) { x -> RandomPosterization(4) }
    model CaseRandomPosterization0004(x: [_, _, 3]) { x -> RandomPosterization(factor = 4) }
    model CaseRandomRotation0001(x: [28, 28, 3]) { x -> RandomRotation(factor = 0.1) }
    model CaseRandomRotation0004(x: [_, _, 3]) { x -> RandomRotation(0.1) }
    model CaseRandomSaturation0001(x: [28, 28, 3]) { x -> RandomSaturation(factor = 0.2) }
    model CaseRandomSaturation0004(x: [_, _, 3]) { x -> RandomSaturation(0.2) }
    model CaseRandomSharpness0001(x: [28, 28, 3]) { x -> RandomSharpness(0.2) }
    model CaseRandomSharpness0003(x: [16, 20, 3]) { x -> RandomSharpness(0.2) }
    model CaseRandomShear0001(x: [28, 28, 3]) { x -> RandomShear(0.1) }
    model CaseRandomShear0004(x: [_, _, 3]) { x -> RandomShear(x_factor = 0.1) }
    model CaseRandomTranslation0004(x: [_, _, 3]) { x -> RandomTranslation(height_factor = 0.1, width_factor = 0.1) }
    model CaseRandomZoom0004(x: [_, _, 3]) { x -> RandomZoom(height_factor = 0.1) }
    model CaseReLU0001(x: [4]) { x -> ReLU }
    model CaseReLU0005(x: [5, 6]) { x -> ReLU }
    model CaseReLU0010(x: [8, 8, 3]) { x -> ReLU(6.0) }
    model CaseReLU0016(x: [_, 3]) { x -> ReLU(threshold = 1.0) }
    model CaseRepeatVector0013(x: [3]) { x -> RepeatVector(n = 1) }
    model CaseRescaling0002(x: [8]) { x -> Rescaling(offset = -1.0, scale = 2.0) }
    model CaseRescaling0003(x: [28, 28, 3]) { x -> Rescaling(0.00392156862745098) }
    model CaseRescaling0005(x: [_, _, 3]) { x -> Rescaling(0.00392156862745098) }
    model CaseRescaling0007(x: []) { x -> Rescaling(0.00392156862745098) }
    model CaseReshape0002(x: [12]) { x -> Reshape(target_shape = [-1]) }
    model CaseReshape0019(x: [4, 6]) { x -> Reshape(target_shape = [-1, 3]) }
    model CaseReshape0035(x: [3, 4]) { x -> Reshape(target_shape = [12]) }
    model CaseReshape0050(x: [12]) { x -> Reshape([None, 4]) }
    model CaseResizing0002(x: [28, 28, 3]) { x -> Resizing(40, 50, data_format = channels_last) }
    model CaseResizing0014(x: [_, _, 3]) { x -> Resizing(data_format = channels_first, height = 40, width = 50) }
    model CaseResizing0028(x: [3, 28, 28]) { x -> Resizing(12, 10, data_format = channels_last, pad_to_aspect_ratio = true) }
    model CaseResizing0039(x: [16, 20, 3]) { x -> Resizing(12, 10, crop_to_aspect_ratio = true, data_format = channels_first) }
    model CaseReversibleEmbedding0001(x: i32[10]) { x -> ReversibleEmbedding(100, 16, true) }
    model CaseReversibleEmbedding0002(x: [10, 16]) { x -> ReversibleEmbedding(input_dim = 100, output_dim = 16, reverse = true, tie_weights = true) }
    model CaseReversibleEmbedding0003(x: i32[_]) { x -> ReversibleEmbedding(100, 16, true, logit_soft_cap = 30.0, mask_zero = true) }
    model CaseReversibleEmbedding0006(x: i32[_]) { x -> ReversibleEmbedding(input_dim = 100, logit_soft_cap = 30.0, mask_zero = true, output_dim = 16, tie_weights = false) }
    model CaseSTFTSpectrogram0001(x: [1000, 1]) { x -> STFTSpectrogram }
    model CaseSTFTSpectrogram0005(x: [1000, 1]) { x -> STFTSpectrogram(expand_dims = true, frame_length = 128) }
    model CaseSTFTSpectrogram0011(x: [1000, 2]) { x -> STFTSpectrogram(mode = stft) }
    model CaseSTFTSpectrogram0015(x: [1000, 2]) { x -> STFTSpectrogram(frame_length = 128, mode = real) }
    model CaseSeparableConv1D0001(x: [10, 4]) { x -> SeparableConv1D(8, 2, 2, valid, channels_last, 1, 3, use_bias = true) }
    model CaseSeparableConv1D0026(x: [7, 3]) { x -> SeparableConv1D(data_format = channels_last, depth_multiplier = 1, dilation_rate = 1, filters = 8, kernel_size = 3, padding = valid, strides = 3, use_bias = false) }
    model CaseSeparableConv1D0062(x: [7, 3]) { x -> SeparableConv1D(data_format = channels_last, depth_multiplier = 1, dilation_rate = 2, filters = 8, kernel_size = 3, padding = valid, strides = 1, use_bias = true) }
    model CaseSeparableConv1D0088(x: [_, 8]) { x -> SeparableConv1D(data_format = channels_last, depth_multiplier = 2, dilation_rate = 2, filters = 8, kernel_size = 5, padding = valid, strides = 1, use_bias = false) }
    model CaseSeparableConv2D0001(x: [7, 5, 3]) { x -> SeparableConv2D(data_format = channels_last, depth_multiplier = 1, dilation_rate = 1, filters = 1, kernel_size = 5, padding = valid, strides = 3, use_bias = false) }
    model CaseSeparableConv2D0037(x: [10, 12, 4]) { x -> SeparableConv2D(8, 2, [2, 1], same, channels_first, 2, 1, use_bias = true) }
    model CaseSeparableConv2D0073(x: [7, 5, 3]) { x -> SeparableConv2D(8, [3, 2], 1, same, channels_last, 1, 1, use_bias = false) }
    model CaseSeparableConv2D0110(x: [10, 12, 4]) { x -> SeparableConv2D(1, [3, 2], 1, valid, channels_last, 2, 3, use_bias = true) }
    model CaseSimpleRNN0001(x: [5, 3]) { x -> SimpleRNN(7, return_sequences = false, return_state = false, use_bias = true) }
    model CaseSimpleRNN0010(x: [5, 3]) { x -> SimpleRNN(7, return_sequences = false, return_state = true, use_bias = false) }
    model CaseSimpleRNN0021(x: [6, 3]) { x -> SimpleRNN(7, return_sequences = true, return_state = true, use_bias = true) }
    model CaseSimpleRNN0056(x0: [5, 3], x1: [4]) { (x0, x1) -> SimpleRNN(4) }
    model CaseSimpleRNNCell0001(x0: [3], x1: [5]) { (x0, x1) -> SimpleRNNCell(5, use_bias = true) }
    model CaseSoftmax0002(x: [4]) { x -> Softmax(axis = 1) }
    model CaseSoftmax0007(x: [5, 6]) { x -> Softmax(1) }
    model CaseSoftmax0013(x: [8, 8, 3]) { x -> Softmax(axis = [1, -1]) }
    model CaseSoftmax0019(x: [_, 3]) { x -> Softmax(axis = -2) }
    model CaseSolarization0001(x: [28, 28, 3]) { x -> Solarization }
    model CaseSpatialDropout1D0002(x: [5, 8]) { x -> SpatialDropout1D(rate = 0.5) }
    model CaseSpatialDropout1D0009(x: [4, 5]) { x -> SpatialDropout1D(1) }
    model CaseSpatialDropout2D0007(x: [4, 4, 3]) { x -> SpatialDropout2D(data_format = None, rate = 0.5) }
    model CaseSpatialDropout2D0008(x: [4, 4, 3]) { x -> SpatialDropout2D(0.5, channels_first) }
    model CaseSpatialDropout2D0009(x: [4, 4, 3]) { x -> SpatialDropout2D(data_format = channels_last, rate = 0.5) }
    model CaseSpatialDropout2D0018(x: [4, 5, 6]) { x -> SpatialDropout2D(rate = 0) }
    model CaseSpatialDropout3D0011(x: [2, 3, 4, 5]) { x -> SpatialDropout3D(data_format = channels_first, rate = 0.5) }
    model CaseSpatialDropout3D0012(x: [2, 3, 4, 5]) { x -> SpatialDropout3D(0.5, channels_last) }
    model CaseSpatialDropout3D0018(x: [4, 5, 6, 7]) { x -> SpatialDropout3D(0) }
    model CaseSpectralNormalization0001(x: [5]) { x -> SpectralNormalization(layer = Dense(units = 7), power_iterations = 1) }
    model CaseSpectralNormalization0006(x: [10, 10, 3]) { x -> SpectralNormalization(Conv2D(8, 3, 2, same, use_bias = false), 3) }
    model CaseSpectralNormalization0010(x: [10]) { x -> SpectralNormalization(layer = Embedding(input_dim = 50, output_dim = 8), power_iterations = 3) }
    model CaseSpectralNormalization0016(x: [10, 10, 3]) { x -> SpectralNormalization(layer = DepthwiseConv2D(kernel_size = 3), power_iterations = 3) }
    model CaseSubtract0001(x0: [4], x1: [4]) { (x0, x1) -> Subtract }
    model CaseSubtract0005(x0: [5, 4], x1: [1, 4]) { (x0, x1) -> Subtract }
    model CaseSubtract0010(x0: [4], x1: [4]) { (x0, x1) -> Subtract }
    model CaseSubtract0024(x0: [2, 3, 4], x1: [4]) { (x0, x1) -> Subtract }
    model CaseTimeDistributed0001(x: [5, 3]) { x -> TimeDistributed(Dense(8)) }
    model CaseTimeDistributed0006(x: [5, 8, 8, 3]) { x -> TimeDistributed(layer = Conv2D(filters = 8, kernel_size = 3)) }
    model CaseTimeDistributed0014(x: [5, 6, 3]) { x -> TimeDistributed(LSTM(4)) }
    model CaseTimeDistributed0021(x: [5, 3]) { x -> TimeDistributed(Dense(8) -> Dense(4)) }
    model CaseUnitNormalization0002(x: [8]) { x -> UnitNormalization(1) }
    model CaseUnitNormalization0009(x: [7, 7, 32]) { x -> UnitNormalization }
    model CaseUnitNormalization0017(x: [_, _, 16]) { x -> UnitNormalization }
    model CaseUnitNormalization0023(x: [_, 8]) { x -> UnitNormalization(axis = [1, 2]) }
    model CaseUpSampling1D0001(x: [10, 3]) { x -> UpSampling1D }
    model CaseUpSampling1D0011(x: [_, 3]) { x -> UpSampling1D(2) }
    model CaseUpSampling1D0017(x: [4, 5]) { x -> UpSampling1D }
    model CaseUpSampling1D0025(x: [2, 3]) { x -> UpSampling1D }
    model CaseUpSampling2D0002(x: [10, 12, 3]) { x -> UpSampling2D(data_format = channels_last, interpolation = bilinear) }
    model CaseUpSampling2D0045(x: [_, _, 3]) { x -> UpSampling2D(1, channels_first, nearest) }
    model CaseUpSampling2D0075(x: [4, 5, 6]) { x -> UpSampling2D(data_format = channels_first, interpolation = nearest, size = 3) }
    model CaseUpSampling2D0115(x: [4, 4, 3]) { x -> UpSampling2D(interpolation = lanczos5) }
    model CaseUpSampling3D0001(x: [6, 7, 8, 3]) { x -> UpSampling3D(data_format = channels_last) }
    model CaseUpSampling3D0014(x: [_, _, _, 3]) { x -> UpSampling3D(data_format = channels_last, size = 1) }
    model CaseUpSampling3D0026(x: [4, 5, 6, 2]) { x -> UpSampling3D(1, channels_last) }
    model CaseUpSampling3D0033(x: [4, 5, 6, 2]) { x -> UpSampling3D(3, channels_first) }
    model CaseZeroPadding1D0003(x: [10, 3]) { x -> ZeroPadding1D(1) }
    model CaseZeroPadding1D0017(x: [_, 3]) { x -> ZeroPadding1D(padding = [0, 0]) }
    model CaseZeroPadding1D0029(x: [4, 5]) { x -> ZeroPadding1D([0, 3]) }
    model CaseZeroPadding1D0039(x: [2, 3]) { x -> ZeroPadding1D(padding = [0, 0]) }
    model CaseZeroPadding2D0001(x: [10, 12, 3]) { x -> ZeroPadding2D(data_format = channels_last) }
    model CaseZeroPadding2D0027(x: [_, _, 3]) { x -> ZeroPadding2D(data_format = channels_last, padding = [[1, 2], [3, 4]]) }
    model CaseZeroPadding2D0060(x: [4, 5, 6]) { x -> ZeroPadding2D([[1, 2], [3, 4]], channels_first) }
    model CaseZeroPadding2D0088(x: [3, 9, _]) { x -> ZeroPadding2D([1, [2, 3]], channels_first) }
    model CaseZeroPadding3D0001(x: [6, 7, 8, 3]) { x -> ZeroPadding3D(data_format = channels_last) }
    model CaseZeroPadding3D0017(x: [6, 7, 8, 3]) { x -> ZeroPadding3D(data_format = channels_first, padding = [[3, 3], [0, 0], [0, 0]]) }
    model CaseZeroPadding3D0035(x: [_, _, _, 3]) { x -> ZeroPadding3D(data_format = channels_first, padding = 0) }
    model CaseZeroPadding3D0057(x: [4, 5, 6, 2]) { x -> ZeroPadding3D(data_format = channels_first, padding = [[3, 3], [0, 0], [0, 0]]) }
}

/// Name, shape and trainable flag.
type Weight = (&'static str, &'static [usize], bool);

fn check(
    id: &str,
    spec: &Spec,
    params: usize,
    trainable: usize,
    outputs: &[&[Dim]],
    weights: &[Weight],
) {
    assert_eq!(spec.outputs, outputs, "outputs of {id}");
    assert_eq!((spec.params, spec.trainable_params), (params, trainable), "parameters of {id}");
    let found = spec.layers.iter().flat_map(|layer| layer.weights);
    let found: Vec<Weight> =
        found.map(|weight| (weight.name, weight.shape, weight.trainable)).collect();
    assert_eq!(found, weights, "weights of {id}");
}

/// Compares `Model::SPEC` and the constants of the model with the expected values.
macro_rules! case {
    ($id:literal, $model:ident, $shape:expr, $params:literal, $trainable:literal, $outputs:expr, $weights:expr) => {
        assert_eq!($model::OUTPUT_SHAPE, $shape, "output of {}", $id);
        assert_eq!(
            ($model::PARAMS, $model::TRAINABLE_PARAMS),
            ($params, $trainable),
            "parameters of {}",
            $id
        );
        check($id, <$model as Model>::SPEC, $params, $trainable, $outputs, $weights);
        COUNT.set(COUNT.get() + 1);
    };
}

std::thread_local! {
    static COUNT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[test]
#[rustfmt::skip]
fn the_compiler_sees_what_keras_gives() {
    case!("Activation-0001", CaseActivation0001, [4, 6], 0, 0, &[&[K(4), K(6)]], &[]);
    case!("Activation-0011", CaseActivation0011, [4, 6], 0, 0, &[&[K(4), K(6)]], &[]);
    case!("Activation-0021", CaseActivation0021, [4, 6], 0, 0, &[&[K(4), K(6)]], &[]);
    case!("Activation-0034", CaseActivation0034, [4, 6], 0, 0, &[&[K(4), K(6)]], &[]);
    case!("ActivityRegularization-0001", CaseActivityRegularization0001, [], 0, 0, &[&[]], &[]);
    case!("ActivityRegularization-0002", CaseActivityRegularization0002, [], 0, 0, &[&[]], &[]);
    case!("ActivityRegularization-0006", CaseActivityRegularization0006, [None, Some(4)], 0, 0, &[&[U, K(4)]], &[]);
    case!("ActivityRegularization-0008", CaseActivityRegularization0008, [3, 4, 5], 0, 0, &[&[K(3), K(4), K(5)]], &[]);
    case!("AdaptiveAveragePooling1D-0001", CaseAdaptiveAveragePooling1D0001, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("AdaptiveAveragePooling1D-0006", CaseAdaptiveAveragePooling1D0006, [10, 20], 0, 0, &[&[K(10), K(20)]], &[]);
    case!("AdaptiveAveragePooling1D-0009", CaseAdaptiveAveragePooling1D0009, [7, 2], 0, 0, &[&[K(7), K(2)]], &[]);
    case!("AdaptiveAveragePooling1D-0013", CaseAdaptiveAveragePooling1D0013, [Some(3), None], 0, 0, &[&[K(3), U]], &[]);
    case!("AdaptiveAveragePooling2D-0002", CaseAdaptiveAveragePooling2D0002, [2, 5, 3], 0, 0, &[&[K(2), K(5), K(3)]], &[]);
    case!("AdaptiveAveragePooling2D-0005", CaseAdaptiveAveragePooling2D0005, [1, 1, 3], 0, 0, &[&[K(1), K(1), K(3)]], &[]);
    case!("AdaptiveAveragePooling2D-0008", CaseAdaptiveAveragePooling2D0008, [7, 1, 1], 0, 0, &[&[K(7), K(1), K(1)]], &[]);
    case!("AdaptiveAveragePooling2D-0014", CaseAdaptiveAveragePooling2D0014, [1, 1, 3], 0, 0, &[&[K(1), K(1), K(3)]], &[]);
    case!("AdaptiveAveragePooling3D-0001", CaseAdaptiveAveragePooling3D0001, [1, 1, 1, 3], 0, 0, &[&[K(1), K(1), K(1), K(3)]], &[]);
    case!("AdaptiveAveragePooling3D-0003", CaseAdaptiveAveragePooling3D0003, [6, 1, 2, 3], 0, 0, &[&[K(6), K(1), K(2), K(3)]], &[]);
    case!("AdaptiveAveragePooling3D-0006", CaseAdaptiveAveragePooling3D0006, [1, 2, 3, 3], 0, 0, &[&[K(1), K(2), K(3), K(3)]], &[]);
    case!("AdaptiveAveragePooling3D-0012", CaseAdaptiveAveragePooling3D0012, [2, 2, 2, 2], 0, 0, &[&[K(2), K(2), K(2), K(2)]], &[]);
    case!("AdaptiveMaxPooling1D-0001", CaseAdaptiveMaxPooling1D0001, [1, 1], 0, 0, &[&[K(1), K(1)]], &[]);
    case!("AdaptiveMaxPooling1D-0007", CaseAdaptiveMaxPooling1D0007, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("AdaptiveMaxPooling1D-0009", CaseAdaptiveMaxPooling1D0009, [Some(20), None], 0, 0, &[&[K(20), U]], &[]);
    case!("AdaptiveMaxPooling1D-0014", CaseAdaptiveMaxPooling1D0014, [7, 1], 0, 0, &[&[K(7), K(1)]], &[]);
    case!("AdaptiveMaxPooling2D-0002", CaseAdaptiveMaxPooling2D0002, [2, 5, 4], 0, 0, &[&[K(2), K(5), K(4)]], &[]);
    case!("AdaptiveMaxPooling2D-0004", CaseAdaptiveMaxPooling2D0004, [3, 3, 3], 0, 0, &[&[K(3), K(3), K(3)]], &[]);
    case!("AdaptiveMaxPooling2D-0008", CaseAdaptiveMaxPooling2D0008, [20, 20, 4], 0, 0, &[&[K(20), K(20), K(4)]], &[]);
    case!("AdaptiveMaxPooling2D-0012", CaseAdaptiveMaxPooling2D0012, [2, 5, 4], 0, 0, &[&[K(2), K(5), K(4)]], &[]);
    case!("AdaptiveMaxPooling3D-0001", CaseAdaptiveMaxPooling3D0001, [2, 2, 2, 3], 0, 0, &[&[K(2), K(2), K(2), K(3)]], &[]);
    case!("AdaptiveMaxPooling3D-0005", CaseAdaptiveMaxPooling3D0005, [4, 2, 2, 2], 0, 0, &[&[K(4), K(2), K(2), K(2)]], &[]);
    case!("AdaptiveMaxPooling3D-0011", CaseAdaptiveMaxPooling3D0011, [None, Some(1), Some(1), Some(1)], 0, 0, &[&[U, K(1), K(1), K(1)]], &[]);
    case!("AdaptiveMaxPooling3D-0014", CaseAdaptiveMaxPooling3D0014, [1, 1, 1, 3], 0, 0, &[&[K(1), K(1), K(1), K(3)]], &[]);
    case!("Add-0001", CaseAdd0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Add-0004", CaseAdd0004, [5, 4], 0, 0, &[&[K(5), K(4)]], &[]);
    case!("Add-0013", CaseAdd0013, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Add-0024", CaseAdd0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("AdditiveAttention-0001", CaseAdditiveAttention0001, [4, 16], 16, 16, &[&[K(4), K(16)]], &[("scale", &[16], true)]);
    case!("AdditiveAttention-0006", CaseAdditiveAttention0006, ([None, Some(16)], [None, None]), 16, 16, &[&[U, K(16)], &[U, U]], &[("scale", &[16], true)]);
    case!("AdditiveAttention-0010", CaseAdditiveAttention0010, ([4, 8], [4, 6]), 0, 0, &[&[K(4), K(8)], &[K(4), K(6)]], &[]);
    case!("AdditiveAttention-0015", CaseAdditiveAttention0015, [4, 8], 16, 16, &[&[K(4), K(8)]], &[("scale", &[16], true)]);
    case!("AlphaDropout-0001", CaseAlphaDropout0001, [8], 0, 0, &[&[K(8)]], &[]);
    case!("AlphaDropout-0006", CaseAlphaDropout0006, [4, 4, 3], 0, 0, &[&[K(4), K(4), K(3)]], &[]);
    case!("AlphaDropout-0012", CaseAlphaDropout0012, [2, 3, 4, 5], 0, 0, &[&[K(2), K(3), K(4), K(5)]], &[]);
    case!("AlphaDropout-0018", CaseAlphaDropout0018, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Attention-0001", CaseAttention0001, [4, 16], 0, 0, &[&[K(4), K(16)]], &[]);
    case!("Attention-0016", CaseAttention0016, ([4, 16], [4, 6]), 1, 1, &[&[K(4), K(16)], &[K(4), K(6)]], &[("scale", &[], true)]);
    case!("Attention-0029", CaseAttention0029, [None, Some(16)], 2, 2, &[&[U, K(16)]], &[("scale", &[], true), ("concat_score_weight", &[], true)]);
    case!("Attention-0055", CaseAttention0055, [3, 4, 16], 0, 0, &[&[K(3), K(4), K(16)]], &[]);
    case!("AugMix-0003", CaseAugMix0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("AutoContrast-0001", CaseAutoContrast0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("AutoContrast-0003", CaseAutoContrast0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("AutoContrast-0004", CaseAutoContrast0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("Average-0001", CaseAverage0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Average-0005", CaseAverage0005, [5, 4], 0, 0, &[&[K(5), K(4)]], &[]);
    case!("Average-0018", CaseAverage0018, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("Average-0024", CaseAverage0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("AveragePooling1D-0001", CaseAveragePooling1D0001, [1, 1], 0, 0, &[&[K(1), K(1)]], &[]);
    case!("AveragePooling1D-0006", CaseAveragePooling1D0006, [Some(2), None], 0, 0, &[&[K(2), U]], &[]);
    case!("AveragePooling1D-0015", CaseAveragePooling1D0015, [7, 4], 0, 0, &[&[K(7), K(4)]], &[]);
    case!("AveragePooling1D-0028", CaseAveragePooling1D0028, [None, Some(1)], 0, 0, &[&[U, K(1)]], &[]);
    case!("AveragePooling2D-0001", CaseAveragePooling2D0001, [None, Some(3), Some(3)], 0, 0, &[&[U, K(3), K(3)]], &[]);
    case!("AveragePooling2D-0020", CaseAveragePooling2D0020, [None, Some(4), Some(3)], 0, 0, &[&[U, K(4), K(3)]], &[]);
    case!("AveragePooling2D-0032", CaseAveragePooling2D0032, [7, 5, 4], 0, 0, &[&[K(7), K(5), K(4)]], &[]);
    case!("AveragePooling2D-0045", CaseAveragePooling2D0045, [5, 4, 3], 0, 0, &[&[K(5), K(4), K(3)]], &[]);
    case!("AveragePooling3D-0001", CaseAveragePooling3D0001, [4, 3, 6, 2], 0, 0, &[&[K(4), K(3), K(6), K(2)]], &[]);
    case!("AveragePooling3D-0012", CaseAveragePooling3D0012, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("AveragePooling3D-0023", CaseAveragePooling3D0023, [2, 3, 3, 2], 0, 0, &[&[K(2), K(3), K(3), K(2)]], &[]);
    case!("AveragePooling3D-0030", CaseAveragePooling3D0030, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("BatchNormalization-0001", CaseBatchNormalization0001, [8], 32, 16, &[&[K(8)]], &[("gamma", &[8], true), ("beta", &[8], true), ("moving_mean", &[8], false), ("moving_variance", &[8], false)]);
    case!("BatchNormalization-0018", CaseBatchNormalization0018, [None, Some(8)], 24, 8, &[&[U, K(8)]], &[("gamma", &[8], true), ("moving_mean", &[8], false), ("moving_variance", &[8], false)]);
    case!("BatchNormalization-0033", CaseBatchNormalization0033, [7, 7, 32], 21, 7, &[&[K(7), K(7), K(32)]], &[("beta", &[7], true), ("moving_mean", &[7], false), ("moving_variance", &[7], false)]);
    case!("BatchNormalization-0067", CaseBatchNormalization0067, [5, 8], 32, 16, &[&[K(5), K(8)]], &[("gamma", &[8], true), ("beta", &[8], true), ("moving_mean", &[8], false), ("moving_variance", &[8], false)]);
    case!("Bidirectional-0003", CaseBidirectional0003, [5, 8], 64, 64, &[&[K(5), K(8)]], &[("kernel", &[3, 4], true), ("recurrent_kernel", &[4, 4], true), ("bias", &[4], true), ("kernel", &[3, 4], true), ("recurrent_kernel", &[4, 4], true), ("bias", &[4], true)]);
    case!("Bidirectional-0033", CaseBidirectional0033, [5, 4], 256, 256, &[&[K(5), K(4)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true), ("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true)]);
    case!("Bidirectional-0054", CaseBidirectional0054, ([8], [4], [4]), 216, 216, &[&[K(8)], &[K(4)], &[K(4)]], &[("kernel", &[3, 12], true), ("recurrent_kernel", &[4, 12], true), ("bias", &[2, 12], true), ("kernel", &[3, 12], true), ("recurrent_kernel", &[4, 12], true), ("bias", &[2, 12], true)]);
    case!("Bidirectional-0080", CaseBidirectional0080, [5, 8], 256, 256, &[&[K(5), K(8)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true), ("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true)]);
    case!("CategoryEncoding-0002", CaseCategoryEncoding0002, [6], 0, 0, &[&[K(6)]], &[]);
    case!("CategoryEncoding-0006", CaseCategoryEncoding0006, [6], 0, 0, &[&[K(6)]], &[]);
    case!("CategoryEncoding-0009", CaseCategoryEncoding0009, [6], 0, 0, &[&[K(6)]], &[]);
    case!("CategoryEncoding-0014", CaseCategoryEncoding0014, [6], 0, 0, &[&[K(6)]], &[]);
    case!("CenterCrop-0001", CaseCenterCrop0001, [12, 10, 3], 0, 0, &[&[K(12), K(10), K(3)]], &[]);
    case!("CenterCrop-0008", CaseCenterCrop0008, [None, Some(40), Some(50)], 0, 0, &[&[U, K(40), K(50)]], &[]);
    case!("CenterCrop-0016", CaseCenterCrop0016, [3, 40, 50], 0, 0, &[&[K(3), K(40), K(50)]], &[]);
    case!("CenterCrop-0019", CaseCenterCrop0019, [16, 12, 10], 0, 0, &[&[K(16), K(12), K(10)]], &[]);
    case!("Concatenate-0001", CaseConcatenate0001, [10], 0, 0, &[&[K(10)]], &[]);
    case!("Concatenate-0020", CaseConcatenate0020, [12, 4], 0, 0, &[&[K(12), K(4)]], &[]);
    case!("Concatenate-0055", CaseConcatenate0055, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Concatenate-0079", CaseConcatenate0079, [5, 5], 0, 0, &[&[K(5), K(5)]], &[]);
    case!("ContrastLimitedAdaptiveHistogramEqualization-0001", CaseContrastLimitedAdaptiveHistogramEqualization0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("ContrastLimitedAdaptiveHistogramEqualization-0003", CaseContrastLimitedAdaptiveHistogramEqualization0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("Conv1D-0001", CaseConv1D0001, [8, 2], 1800, 1800, &[&[K(8), K(2)]], &[("kernel", &[7, 32, 8], true), ("bias", &[8], true)]);
    case!("Conv1D-0048", CaseConv1D0048, [4, 1], 32, 32, &[&[K(4), K(1)]], &[("kernel", &[2, 16, 1], true)]);
    case!("Conv1D-0097", CaseConv1D0097, [8, 8], 104, 104, &[&[K(8), K(8)]], &[("kernel", &[3, 4, 8], true), ("bias", &[8], true)]);
    case!("Conv1D-0131", CaseConv1D0131, [6, 8], 136, 40, &[&[K(6), K(8)]], &[("kernel", &[3, 4, 8], false), ("lora_kernel_a", &[3, 4, 2], true), ("lora_kernel_b", &[2, 8], true)]);
    case!("Conv1DTranspose-0001", CaseConv1DTranspose0001, [None, Some(8)], 328, 328, &[&[U, K(8)]], &[("kernel", &[5, 8, 8], true), ("bias", &[8], true)]);
    case!("Conv1DTranspose-0047", CaseConv1DTranspose0047, [1, 8], 136, 136, &[&[K(1), K(8)]], &[("kernel", &[4, 8, 4], true), ("bias", &[8], true)]);
    case!("Conv1DTranspose-0096", CaseConv1DTranspose0096, [8, 30], 112, 112, &[&[K(8), K(30)]], &[("kernel", &[2, 8, 7], true)]);
    case!("Conv1DTranspose-0129", CaseConv1DTranspose0129, [30, 1], 28, 28, &[&[K(30), K(1)]], &[("kernel", &[7, 1, 4], true)]);
    case!("Conv2D-0005", CaseConv2D0005, [10, 10, 16], 80, 80, &[&[K(10), K(10), K(16)]], &[("kernel", &[1, 1, 4, 16], true), ("bias", &[16], true)]);
    case!("Conv2D-0068", CaseConv2D0068, [7, 5, 8], 1608, 1608, &[&[K(7), K(5), K(8)]], &[("kernel", &[5, 5, 8, 8], true), ("bias", &[8], true)]);
    case!("Conv2D-0142", CaseConv2D0142, [28, 28, 16], 1616, 1616, &[&[K(28), K(28), K(16)]], &[("kernel", &[5, 5, 4, 16], true), ("bias", &[16], true)]);
    case!("Conv2D-0223", CaseConv2D0223, [112, 112, 16], 160, 160, &[&[K(112), K(112), K(16)]], &[("kernel", &[3, 3, 1, 16], true), ("bias", &[16], true)]);
    case!("Conv2DTranspose-0001", CaseConv2DTranspose0001, [None, None, Some(1)], 49, 49, &[&[U, U, K(1)]], &[("kernel", &[3, 2, 1, 8], true), ("bias", &[1], true)]);
    case!("Conv2DTranspose-0064", CaseConv2DTranspose0064, [16, 26, 8], 768, 768, &[&[K(16), K(26), K(8)]], &[("kernel", &[3, 2, 8, 16], true)]);
    case!("Conv2DTranspose-0142", CaseConv2DTranspose0142, [12, 12, 8], 32, 32, &[&[K(12), K(12), K(8)]], &[("kernel", &[1, 1, 8, 3], true), ("bias", &[8], true)]);
    case!("Conv2DTranspose-0220", CaseConv2DTranspose0220, [1, 10, 13], 112, 112, &[&[K(1), K(10), K(13)]], &[("kernel", &[4, 4, 1, 7], true)]);
    case!("Conv3D-0001", CaseConv3D0001, [None, None, None, Some(8)], 264, 264, &[&[U, U, U, K(8)]], &[("kernel", &[2, 2, 2, 4, 8], true), ("bias", &[8], true)]);
    case!("Conv3D-0028", CaseConv3D0028, [2, 8, 8, 16], 384, 384, &[&[K(2), K(8), K(8), K(16)]], &[("kernel", &[1, 2, 3, 4, 16], true)]);
    case!("Conv3D-0061", CaseConv3D0061, [2, 4, 3, 16], 768, 768, &[&[K(2), K(4), K(3), K(16)]], &[("kernel", &[1, 2, 3, 8, 16], true)]);
    case!("Conv3D-0091", CaseConv3D0091, [6, 6, 6, 8], 1104, 240, &[&[K(6), K(6), K(6), K(8)]], &[("kernel", &[3, 3, 3, 4, 8], false), ("bias", &[8], true), ("lora_kernel_a", &[3, 3, 3, 4, 2], true), ("lora_kernel_b", &[2, 8], true)]);
    case!("Conv3DTranspose-0001", CaseConv3DTranspose0001, [4, 5, 6, 1], 109, 109, &[&[K(4), K(5), K(6), K(1)]], &[("kernel", &[3, 3, 3, 1, 4], true), ("bias", &[1], true)]);
    case!("Conv3DTranspose-0029", CaseConv3DTranspose0029, [None, None, None, Some(1)], 48, 48, &[&[U, U, U, K(1)]], &[("kernel", &[3, 2, 1, 1, 8], true)]);
    case!("Conv3DTranspose-0060", CaseConv3DTranspose0060, [8, 10, 12, 8], 32, 32, &[&[K(8), K(10), K(12), K(8)]], &[("kernel", &[1, 1, 1, 8, 4], true)]);
    case!("Conv3DTranspose-0089", CaseConv3DTranspose0089, [8, 10, 12, 1], 33, 33, &[&[K(8), K(10), K(12), K(1)]], &[("kernel", &[2, 2, 2, 1, 4], true), ("bias", &[1], true)]);
    case!("ConvLSTM1D-0002", CaseConvLSTM1D0002, ([10, 4], [10, 4], [10, 4]), 112, 112, &[&[K(10), K(4)], &[K(10), K(4)], &[K(10), K(4)]], &[("kernel", &[1, 3, 16], true), ("recurrent_kernel", &[1, 4, 16], true)]);
    case!("ConvLSTM1D-0016", CaseConvLSTM1D0016, [5, 5, 1], 36, 36, &[&[K(5), K(5), K(1)]], &[("kernel", &[2, 3, 4], true), ("recurrent_kernel", &[2, 1, 4], true), ("bias", &[4], true)]);
    case!("ConvLSTM1D-0028", CaseConvLSTM1D0028, [None, Some(9), Some(4)], 240, 240, &[&[U, K(9), K(4)]], &[("kernel", &[2, 3, 16], true), ("recurrent_kernel", &[2, 4, 16], true), ("bias", &[16], true)]);
    case!("ConvLSTM1D-0039", CaseConvLSTM1D0039, [8, 4], 352, 352, &[&[K(8), K(4)]], &[("kernel", &[3, 3, 16], true), ("recurrent_kernel", &[3, 4, 16], true), ("bias", &[16], true)]);
    case!("ConvLSTM2D-0001", CaseConvLSTM2D0001, ([7, 6, 1], [7, 6, 1], [7, 6, 1]), 24, 24, &[&[K(7), K(6), K(1)], &[K(7), K(6), K(1)], &[K(7), K(6), K(1)]], &[("kernel", &[1, 1, 4, 4], true), ("recurrent_kernel", &[1, 1, 1, 4], true), ("bias", &[4], true)]);
    case!("ConvLSTM2D-0019", CaseConvLSTM2D0019, ([6, 6, 1], [6, 6, 1], [6, 6, 1]), 64, 64, &[&[K(6), K(6), K(1)], &[K(6), K(6), K(1)], &[K(6), K(6), K(1)]], &[("kernel", &[2, 2, 3, 4], true), ("recurrent_kernel", &[2, 2, 1, 4], true)]);
    case!("ConvLSTM2D-0051", CaseConvLSTM2D0051, ([4, 4, 3, 4], [4, 3, 4], [4, 3, 4]), 144, 144, &[&[K(4), K(4), K(3), K(4)], &[K(4), K(3), K(4)], &[K(4), K(3), K(4)]], &[("kernel", &[1, 1, 4, 16], true), ("recurrent_kernel", &[1, 1, 4, 16], true), ("bias", &[16], true)]);
    case!("ConvLSTM2D-0067", CaseConvLSTM2D0067, [None, Some(4), Some(4), Some(1)], 64, 64, &[&[U, K(4), K(4), K(1)]], &[("kernel", &[2, 2, 3, 4], true), ("recurrent_kernel", &[2, 2, 1, 4], true)]);
    case!("ConvLSTM3D-0001", CaseConvLSTM3D0001, [None, Some(3), Some(3), Some(3), Some(1)], 100, 100, &[&[U, K(3), K(3), K(3), K(1)]], &[("kernel", &[2, 2, 2, 2, 4], true), ("recurrent_kernel", &[2, 2, 2, 1, 4], true), ("bias", &[4], true)]);
    case!("ConvLSTM3D-0005", CaseConvLSTM3D0005, [3, 3, 3, 1], 96, 96, &[&[K(3), K(3), K(3), K(1)]], &[("kernel", &[2, 2, 2, 2, 4], true), ("recurrent_kernel", &[2, 2, 2, 1, 4], true)]);
    case!("ConvLSTM3D-0015", CaseConvLSTM3D0015, [3, 5, 6, 7, 4], 912, 912, &[&[K(3), K(5), K(6), K(7), K(4)]], &[("kernel", &[2, 2, 2, 3, 16], true), ("recurrent_kernel", &[2, 2, 2, 4, 16], true), ("bias", &[16], true)]);
    case!("ConvLSTM3D-0024", CaseConvLSTM3D0024, [3, 4, 4, 1], 16, 16, &[&[K(3), K(4), K(4), K(1)]], &[("kernel", &[1, 1, 1, 3, 4], true), ("recurrent_kernel", &[1, 1, 1, 1, 4], true)]);
    case!("Cropping1D-0001", CaseCropping1D0001, [8, 3], 0, 0, &[&[K(8), K(3)]], &[]);
    case!("Cropping1D-0017", CaseCropping1D0017, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("Cropping1D-0033", CaseCropping1D0033, [2, 5], 0, 0, &[&[K(2), K(5)]], &[]);
    case!("Cropping1D-0051", CaseCropping1D0051, [2, 3], 0, 0, &[&[K(2), K(3)]], &[]);
    case!("Cropping2D-0003", CaseCropping2D0003, [8, 10, 3], 0, 0, &[&[K(8), K(10), K(3)]], &[]);
    case!("Cropping2D-0032", CaseCropping2D0032, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("Cropping2D-0068", CaseCropping2D0068, [4, 3, 4], 0, 0, &[&[K(4), K(3), K(4)]], &[]);
    case!("Cropping2D-0096", CaseCropping2D0096, [Some(3), Some(6), None], 0, 0, &[&[K(3), K(6), U]], &[]);
    case!("Cropping3D-0001", CaseCropping3D0001, [4, 5, 6, 3], 0, 0, &[&[K(4), K(5), K(6), K(3)]], &[]);
    case!("Cropping3D-0014", CaseCropping3D0014, [6, 4, 7, 1], 0, 0, &[&[K(6), K(4), K(7), K(1)]], &[]);
    case!("Cropping3D-0032", CaseCropping3D0032, [None, None, None, Some(1)], 0, 0, &[&[U, U, U, K(1)]], &[]);
    case!("Cropping3D-0045", CaseCropping3D0045, [4, 5, 6, 2], 0, 0, &[&[K(4), K(5), K(6), K(2)]], &[]);
    case!("CutMix-0001", CaseCutMix0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("CutMix-0003", CaseCutMix0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("CutMix-0004", CaseCutMix0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("Dense-0001", CaseDense0001, [1], 17, 17, &[&[K(1)]], &[("kernel", &[16, 1], true), ("bias", &[1], true)]);
    case!("Dense-0029", CaseDense0029, [12], 72, 72, &[&[K(12)]], &[("kernel", &[5, 12], true), ("bias", &[12], true)]);
    case!("Dense-0067", CaseDense0067, [8, 2, 1], 1, 1, &[&[K(8), K(2), K(1)]], &[("kernel", &[1, 1], true)]);
    case!("Dense-0105", CaseDense0105, [1], 5, 5, &[&[K(1)]], &[("kernel", &[5, 1], true)]);
    case!("DepthwiseConv1D-0003", CaseDepthwiseConv1D0003, [8, 8], 24, 24, &[&[K(8), K(8)]], &[("kernel", &[3, 4, 2], true)]);
    case!("DepthwiseConv1D-0035", CaseDepthwiseConv1D0035, [3, 6], 30, 30, &[&[K(3), K(6)]], &[("kernel", &[5, 3, 2], true)]);
    case!("DepthwiseConv1D-0062", CaseDepthwiseConv1D0062, [None, Some(16)], 32, 32, &[&[U, K(16)]], &[("kernel", &[2, 8, 2], true)]);
    case!("DepthwiseConv1D-0088", CaseDepthwiseConv1D0088, [None, Some(16)], 80, 80, &[&[U, K(16)]], &[("kernel", &[5, 8, 2], true)]);
    case!("DepthwiseConv2D-0001", CaseDepthwiseConv2D0001, [3, 4, 4], 28, 28, &[&[K(3), K(4), K(4)]], &[("kernel", &[3, 2, 4, 1], true), ("bias", &[4], true)]);
    case!("DepthwiseConv2D-0037", CaseDepthwiseConv2D0037, [3, 1, 3], 27, 27, &[&[K(3), K(1), K(3)]], &[("kernel", &[3, 3, 3, 1], true)]);
    case!("DepthwiseConv2D-0079", CaseDepthwiseConv2D0079, [None, None, Some(8)], 40, 40, &[&[U, U, K(8)]], &[("kernel", &[2, 2, 8, 1], true), ("bias", &[8], true)]);
    case!("DepthwiseConv2D-0109", CaseDepthwiseConv2D0109, [None, None, Some(8)], 200, 200, &[&[U, U, K(8)]], &[("kernel", &[5, 5, 8, 1], true)]);
    case!("Discretization-0001", CaseDiscretization0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Discretization-0007", CaseDiscretization0007, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("Discretization-0015", CaseDiscretization0015, [3, 4, 4], 0, 0, &[&[K(3), K(4), K(4)]], &[]);
    case!("Discretization-0027", CaseDiscretization0027, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Dot-0003", CaseDot0003, [1], 0, 0, &[&[K(1)]], &[]);
    case!("Dot-0036", CaseDot0036, [3], 0, 0, &[&[K(3)]], &[]);
    case!("Dot-0081", CaseDot0081, [5, 5], 0, 0, &[&[K(5), K(5)]], &[]);
    case!("Dot-0113", CaseDot0113, [2, 3, 4, 6], 0, 0, &[&[K(2), K(3), K(4), K(6)]], &[]);
    case!("Dropout-0002", CaseDropout0002, [8], 0, 0, &[&[K(8)]], &[]);
    case!("Dropout-0011", CaseDropout0011, [5, 8], 0, 0, &[&[K(5), K(8)]], &[]);
    case!("Dropout-0028", CaseDropout0028, [], 0, 0, &[&[]], &[]);
    case!("Dropout-0041", CaseDropout0041, [4], 0, 0, &[&[K(4)]], &[]);
    case!("ELU-0001", CaseELU0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("ELU-0002", CaseELU0002, [4], 0, 0, &[&[K(4)]], &[]);
    case!("ELU-0005", CaseELU0005, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("ELU-0008", CaseELU0008, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("EinsumDense-0001", CaseEinsumDense0001, [64], 2048, 2048, &[&[K(64)]], &[("kernel", &[32, 64], true)]);
    case!("EinsumDense-0008", CaseEinsumDense0008, [32, 64], 8256, 8256, &[&[K(32), K(64)]], &[("kernel", &[128, 64], true), ("bias", &[64], true)]);
    case!("EinsumDense-0020", CaseEinsumDense0020, [None, Some(6)], 12, 12, &[&[U, K(6)]], &[("kernel", &[6], true), ("bias", &[6], true)]);
    case!("EinsumDense-0044", CaseEinsumDense0044, [None, Some(8)], 84, 36, &[&[U, K(8)]], &[("kernel", &[6, 8], false), ("bias", &[8], true), ("lora_kernel_a", &[6, 2], true), ("lora_kernel_b", &[2, 8], true)]);
    case!("Embedding-0001", CaseEmbedding0001, [8], 8, 8, &[&[K(8)]], &[("embeddings", &[1, 8], true)]);
    case!("Embedding-0009", CaseEmbedding0009, [4, 5, 8], 8, 8, &[&[K(4), K(5), K(8)]], &[("embeddings", &[1, 8], true)]);
    case!("Embedding-0014", CaseEmbedding0014, [4, 5, 8], 8000, 8000, &[&[K(4), K(5), K(8)]], &[("embeddings", &[1000, 8], true)]);
    case!("Embedding-0023", CaseEmbedding0023, [7, 16], 1600, 1600, &[&[K(7), K(16)]], &[("embeddings", &[100, 16], true)]);
    case!("Equalization-0003", CaseEqualization0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("Flatten-0001", CaseFlatten0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Flatten-0008", CaseFlatten0008, [1], 0, 0, &[&[K(1)]], &[]);
    case!("Flatten-0014", CaseFlatten0014, [None], 0, 0, &[&[U]], &[]);
    case!("Flatten-0019", CaseFlatten0019, [None], 0, 0, &[&[U]], &[]);
    case!("GRU-0001", CaseGRU0001, [7], 252, 252, &[&[K(7)]], &[("kernel", &[3, 21], true), ("recurrent_kernel", &[7, 21], true), ("bias", &[2, 21], true)]);
    case!("GRU-0015", CaseGRU0015, [6, 7], 252, 252, &[&[K(6), K(7)]], &[("kernel", &[3, 21], true), ("recurrent_kernel", &[7, 21], true), ("bias", &[2, 21], true)]);
    case!("GRU-0029", CaseGRU0029, [4], 108, 108, &[&[K(4)]], &[("kernel", &[3, 12], true), ("recurrent_kernel", &[4, 12], true), ("bias", &[2, 12], true)]);
    case!("GRU-0064", CaseGRU0064, [6], 180, 180, &[&[K(6)]], &[("kernel", &[3, 18], true), ("recurrent_kernel", &[6, 18], true), ("bias", &[18], true)]);
    case!("GRUCell-0002", CaseGRUCell0002, ([5], [5]), 120, 120, &[&[K(5)], &[K(5)]], &[("kernel", &[3, 15], true), ("recurrent_kernel", &[5, 15], true)]);
    case!("GRUCell-0004", CaseGRUCell0004, ([5], [5]), 135, 135, &[&[K(5)], &[K(5)]], &[("kernel", &[3, 15], true), ("recurrent_kernel", &[5, 15], true), ("bias", &[15], true)]);
    case!("GaussianDropout-0004", CaseGaussianDropout0004, [None, Some(8)], 0, 0, &[&[U, K(8)]], &[]);
    case!("GaussianDropout-0005", CaseGaussianDropout0005, [], 0, 0, &[&[]], &[]);
    case!("GaussianDropout-0012", CaseGaussianDropout0012, [4], 0, 0, &[&[K(4)]], &[]);
    case!("GaussianNoise-0001", CaseGaussianNoise0001, [8], 0, 0, &[&[K(8)]], &[]);
    case!("GaussianNoise-0003", CaseGaussianNoise0003, [4, 4, 3], 0, 0, &[&[K(4), K(4), K(3)]], &[]);
    case!("GaussianNoise-0005", CaseGaussianNoise0005, [], 0, 0, &[&[]], &[]);
    case!("GaussianNoise-0012", CaseGaussianNoise0012, [4], 0, 0, &[&[K(4)]], &[]);
    case!("GlobalAveragePooling1D-0001", CaseGlobalAveragePooling1D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalAveragePooling1D-0009", CaseGlobalAveragePooling1D0009, [1, 3], 0, 0, &[&[K(1), K(3)]], &[]);
    case!("GlobalAveragePooling1D-0014", CaseGlobalAveragePooling1D0014, [1], 0, 0, &[&[K(1)]], &[]);
    case!("GlobalAveragePooling1D-0020", CaseGlobalAveragePooling1D0020, [3, 1], 0, 0, &[&[K(3), K(1)]], &[]);
    case!("GlobalAveragePooling2D-0001", CaseGlobalAveragePooling2D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalAveragePooling2D-0009", CaseGlobalAveragePooling2D0009, [1, 1, 3], 0, 0, &[&[K(1), K(1), K(3)]], &[]);
    case!("GlobalAveragePooling2D-0015", CaseGlobalAveragePooling2D0015, [1], 0, 0, &[&[K(1)]], &[]);
    case!("GlobalAveragePooling2D-0020", CaseGlobalAveragePooling2D0020, [1, 1, 1], 0, 0, &[&[K(1), K(1), K(1)]], &[]);
    case!("GlobalAveragePooling3D-0001", CaseGlobalAveragePooling3D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalAveragePooling3D-0004", CaseGlobalAveragePooling3D0004, [1, 1, 1, 3], 0, 0, &[&[K(1), K(1), K(1), K(3)]], &[]);
    case!("GlobalAveragePooling3D-0008", CaseGlobalAveragePooling3D0008, [None], 0, 0, &[&[U]], &[]);
    case!("GlobalAveragePooling3D-0012", CaseGlobalAveragePooling3D0012, [4, 1, 1, 1], 0, 0, &[&[K(4), K(1), K(1), K(1)]], &[]);
    case!("GlobalMaxPooling1D-0001", CaseGlobalMaxPooling1D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalMaxPooling1D-0004", CaseGlobalMaxPooling1D0004, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalMaxPooling1D-0013", CaseGlobalMaxPooling1D0013, [7], 0, 0, &[&[K(7)]], &[]);
    case!("GlobalMaxPooling1D-0020", CaseGlobalMaxPooling1D0020, [3, 1], 0, 0, &[&[K(3), K(1)]], &[]);
    case!("GlobalMaxPooling2D-0001", CaseGlobalMaxPooling2D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalMaxPooling2D-0008", CaseGlobalMaxPooling2D0008, [1, 1, 4], 0, 0, &[&[K(1), K(1), K(4)]], &[]);
    case!("GlobalMaxPooling2D-0014", CaseGlobalMaxPooling2D0014, [None], 0, 0, &[&[U]], &[]);
    case!("GlobalMaxPooling2D-0020", CaseGlobalMaxPooling2D0020, [1, 1, 1], 0, 0, &[&[K(1), K(1), K(1)]], &[]);
    case!("GlobalMaxPooling3D-0001", CaseGlobalMaxPooling3D0001, [3], 0, 0, &[&[K(3)]], &[]);
    case!("GlobalMaxPooling3D-0005", CaseGlobalMaxPooling3D0005, [1, 1, 1, 3], 0, 0, &[&[K(1), K(1), K(1), K(3)]], &[]);
    case!("GlobalMaxPooling3D-0008", CaseGlobalMaxPooling3D0008, [None], 0, 0, &[&[U]], &[]);
    case!("GlobalMaxPooling3D-0011", CaseGlobalMaxPooling3D0011, [None, Some(1), Some(1), Some(1)], 0, 0, &[&[U, K(1), K(1), K(1)]], &[]);
    case!("GroupNormalization-0002", CaseGroupNormalization0002, [8], 16, 16, &[&[K(8)]], &[("gamma", &[8], true), ("beta", &[8], true)]);
    case!("GroupNormalization-0014", CaseGroupNormalization0014, [5, 8], 16, 16, &[&[K(5), K(8)]], &[("gamma", &[8], true), ("beta", &[8], true)]);
    case!("GroupNormalization-0040", CaseGroupNormalization0040, [None, None, Some(16)], 32, 32, &[&[U, U, K(16)]], &[("gamma", &[16], true), ("beta", &[16], true)]);
    case!("GroupNormalization-0053", CaseGroupNormalization0053, [None, Some(8)], 0, 0, &[&[U, K(8)]], &[]);
    case!("GroupQueryAttention-0001", CaseGroupQueryAttention0001, [5, 16], 1616, 1616, &[&[K(5), K(16)]], &[("kernel", &[16, 4, 8], true), ("bias", &[4, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[4, 8, 16], true), ("bias", &[16], true)]);
    case!("GroupQueryAttention-0008", CaseGroupQueryAttention0008, ([None, Some(16)], [Some(4), None, None]), 1616, 1616, &[&[U, K(16)], &[K(4), U, U]], &[("kernel", &[16, 4, 8], true), ("bias", &[4, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[4, 8, 16], true), ("bias", &[16], true)]);
    case!("GroupQueryAttention-0023", CaseGroupQueryAttention0023, [None, Some(16)], 1516, 1516, &[&[U, K(16)]], &[("kernel", &[16, 6, 5], true), ("bias", &[6, 5], true), ("kernel", &[16, 3, 5], true), ("bias", &[3, 5], true), ("kernel", &[16, 3, 5], true), ("bias", &[3, 5], true), ("kernel", &[6, 5, 16], true), ("bias", &[16], true)]);
    case!("GroupQueryAttention-0042", CaseGroupQueryAttention0042, ([5, 16], [4, 5, 5]), 1616, 1616, &[&[K(5), K(16)], &[K(4), K(5), K(5)]], &[("kernel", &[16, 4, 8], true), ("bias", &[4, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[4, 8, 16], true), ("bias", &[16], true)]);
    case!("Identity-0002", CaseIdentity0002, [3], 0, 0, &[&[K(3)]], &[]);
    case!("Identity-0003", CaseIdentity0003, [None, Some(4)], 0, 0, &[&[U, K(4)]], &[]);
    case!("Identity-0004", CaseIdentity0004, [3, 4, 5], 0, 0, &[&[K(3), K(4), K(5)]], &[]);
    case!("LSTM-0001", CaseLSTM0001, [7], 308, 308, &[&[K(7)]], &[("kernel", &[3, 28], true), ("recurrent_kernel", &[7, 28], true), ("bias", &[28], true)]);
    case!("LSTM-0013", CaseLSTM0013, [5, 7], 308, 308, &[&[K(5), K(7)]], &[("kernel", &[3, 28], true), ("recurrent_kernel", &[7, 28], true), ("bias", &[28], true)]);
    case!("LSTM-0029", CaseLSTM0029, [4], 128, 128, &[&[K(4)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true)]);
    case!("LSTM-0060", CaseLSTM0060, [4], 112, 112, &[&[K(4)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true)]);
    case!("LayerNormalization-0002", CaseLayerNormalization0002, [5, 8], 16, 16, &[&[K(5), K(8)]], &[("gamma", &[8], true), ("beta", &[8], true)]);
    case!("LayerNormalization-0020", CaseLayerNormalization0020, [5, 8], 0, 0, &[&[K(5), K(8)]], &[]);
    case!("LayerNormalization-0047", CaseLayerNormalization0047, [None, None, Some(16)], 0, 0, &[&[U, U, K(16)]], &[]);
    case!("LayerNormalization-0085", CaseLayerNormalization0085, [5, 8], 8, 8, &[&[K(5), K(8)]], &[("gamma", &[8], true)]);
    case!("LeakyReLU-0002", CaseLeakyReLU0002, [4], 0, 0, &[&[K(4)]], &[]);
    case!("LeakyReLU-0005", CaseLeakyReLU0005, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("LeakyReLU-0007", CaseLeakyReLU0007, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("LeakyReLU-0011", CaseLeakyReLU0011, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Masking-0004", CaseMasking0004, [3], 0, 0, &[&[K(3)]], &[]);
    case!("Masking-0005", CaseMasking0005, [None, Some(4)], 0, 0, &[&[U, K(4)]], &[]);
    case!("Masking-0006", CaseMasking0006, [None, Some(4)], 0, 0, &[&[U, K(4)]], &[]);
    case!("Masking-0007", CaseMasking0007, [3, 4, 5], 0, 0, &[&[K(3), K(4), K(5)]], &[]);
    case!("MaxNumBoundingBoxes-0001", CaseMaxNumBoundingBoxes0001, [7, 4], 0, 0, &[&[K(7), K(4)]], &[]);
    case!("MaxPooling1D-0004", CaseMaxPooling1D0004, [1, 3], 0, 0, &[&[K(1), K(3)]], &[]);
    case!("MaxPooling1D-0015", CaseMaxPooling1D0015, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("MaxPooling1D-0021", CaseMaxPooling1D0021, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("MaxPooling1D-0030", CaseMaxPooling1D0030, [Some(3), None], 0, 0, &[&[K(3), U]], &[]);
    case!("MaxPooling2D-0001", CaseMaxPooling2D0001, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("MaxPooling2D-0011", CaseMaxPooling2D0011, [None, Some(3), Some(1)], 0, 0, &[&[U, K(3), K(1)]], &[]);
    case!("MaxPooling2D-0026", CaseMaxPooling2D0026, [None, Some(5), Some(2)], 0, 0, &[&[U, K(5), K(2)]], &[]);
    case!("MaxPooling2D-0045", CaseMaxPooling2D0045, [1, 1, 3], 0, 0, &[&[K(1), K(1), K(3)]], &[]);
    case!("MaxPooling3D-0003", CaseMaxPooling3D0003, [6, 7, 8, 3], 0, 0, &[&[K(6), K(7), K(8), K(3)]], &[]);
    case!("MaxPooling3D-0012", CaseMaxPooling3D0012, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("MaxPooling3D-0018", CaseMaxPooling3D0018, [4, 5, 6, 2], 0, 0, &[&[K(4), K(5), K(6), K(2)]], &[]);
    case!("MaxPooling3D-0028", CaseMaxPooling3D0028, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("Maximum-0001", CaseMaximum0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Maximum-0005", CaseMaximum0005, [5, 4], 0, 0, &[&[K(5), K(4)]], &[]);
    case!("Maximum-0018", CaseMaximum0018, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("Maximum-0024", CaseMaximum0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("MelSpectrogram-0001", CaseMelSpectrogram0001, [128, 32], 0, 0, &[&[K(128), K(32)]], &[]);
    case!("MelSpectrogram-0002", CaseMelSpectrogram0002, [40, 126], 0, 0, &[&[K(40), K(126)]], &[]);
    case!("MelSpectrogram-0003", CaseMelSpectrogram0003, [128, 126], 0, 0, &[&[K(128), K(126)]], &[]);
    case!("MelSpectrogram-0009", CaseMelSpectrogram0009, [Some(128), None], 0, 0, &[&[K(128), U]], &[]);
    case!("Minimum-0001", CaseMinimum0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Minimum-0008", CaseMinimum0008, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("Minimum-0019", CaseMinimum0019, [], 0, 0, &[&[]], &[]);
    case!("Minimum-0024", CaseMinimum0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("MixUp-0003", CaseMixUp0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("MixUp-0004", CaseMixUp0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("MultiHeadAttention-0001", CaseMultiHeadAttention0001, [5, 16], 1088, 1088, &[&[K(5), K(16)]], &[("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[2, 8, 16], true), ("bias", &[16], true)]);
    case!("MultiHeadAttention-0036", CaseMultiHeadAttention0036, ([5, 4, 5], [2, 5, 5]), 786, 786, &[&[K(5), K(4), K(5)], &[K(2), K(5), K(5)]], &[("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 8], true), ("bias", &[2, 8], true), ("kernel", &[16, 2, 3], true), ("bias", &[2, 3], true), ("kernel", &[2, 3, 4, 5], true), ("bias", &[4, 5], true)]);
    case!("MultiHeadAttention-0062", CaseMultiHeadAttention0062, [5, 16], 960, 960, &[&[K(5), K(16)]], &[("kernel", &[16, 4, 4], true), ("bias", &[4, 4], true), ("kernel", &[12, 4, 4], true), ("bias", &[4, 4], true), ("kernel", &[12, 4, 4], true), ("bias", &[4, 4], true), ("kernel", &[4, 4, 16], true), ("bias", &[16], true)]);
    case!("MultiHeadAttention-0087", CaseMultiHeadAttention0087, [5, 16], 552, 552, &[&[K(5), K(16)]], &[("kernel", &[16, 2, 4], true), ("bias", &[2, 4], true), ("kernel", &[16, 2, 4], true), ("bias", &[2, 4], true), ("kernel", &[16, 2, 4], true), ("bias", &[2, 4], true), ("kernel", &[2, 4, 16], true), ("bias", &[16], true)]);
    case!("Multiply-0001", CaseMultiply0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Multiply-0005", CaseMultiply0005, [5, 4], 0, 0, &[&[K(5), K(4)]], &[]);
    case!("Multiply-0010", CaseMultiply0010, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Multiply-0024", CaseMultiply0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("Normalization-0001", CaseNormalization0001, [8], 17, 0, &[&[K(8)]], &[("mean", &[8], false), ("variance", &[8], false), ("count", &[], false)]);
    case!("Normalization-0013", CaseNormalization0013, [5, 8], 17, 0, &[&[K(5), K(8)]], &[("mean", &[8], false), ("variance", &[8], false), ("count", &[], false)]);
    case!("Normalization-0030", CaseNormalization0030, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("Normalization-0045", CaseNormalization0045, [10, 10, 3], 0, 0, &[&[K(10), K(10), K(3)]], &[]);
    case!("PReLU-0007", CasePReLU0007, [4], 1, 1, &[&[K(4)]], &[("alpha", &[1], true)]);
    case!("PReLU-0018", CasePReLU0018, [8, 8, 3], 24, 24, &[&[K(8), K(8), K(3)]], &[("alpha", &[1, 8, 3], true)]);
    case!("PReLU-0023", CasePReLU0023, [8, 8, 3], 64, 64, &[&[K(8), K(8), K(3)]], &[("alpha", &[8, 8, 1], true)]);
    case!("PReLU-0041", CasePReLU0041, [], 1, 1, &[&[]], &[("alpha", &[], true)]);
    case!("Permute-0001", CasePermute0001, [3, 4], 0, 0, &[&[K(3), K(4)]], &[]);
    case!("Permute-0002", CasePermute0002, [4, 3], 0, 0, &[&[K(4), K(3)]], &[]);
    case!("Permute-0009", CasePermute0009, [5, 4, 3], 0, 0, &[&[K(5), K(4), K(3)]], &[]);
    case!("Permute-0014", CasePermute0014, [Some(4), None], 0, 0, &[&[K(4), U]], &[]);
    case!("Pipeline-0002", CasePipeline0002, [8, 9, 3], 0, 0, &[&[K(8), K(9), K(3)]], &[]);
    case!("RMSNormalization-0002", CaseRMSNormalization0002, [8], 8, 8, &[&[K(8)]], &[("scale", &[8], true)]);
    case!("RMSNormalization-0009", CaseRMSNormalization0009, [7, 7, 32], 32, 32, &[&[K(7), K(7), K(32)]], &[("scale", &[32], true)]);
    case!("RMSNormalization-0016", CaseRMSNormalization0016, [3, 7, 7], 7, 7, &[&[K(3), K(7), K(7)]], &[("scale", &[7], true)]);
    case!("RMSNormalization-0021", CaseRMSNormalization0021, [None, Some(8)], 8, 8, &[&[U, K(8)]], &[("scale", &[8], true)]);
    case!("RNN-0002", CaseRNN0002, ([4], [4]), 32, 32, &[&[K(4)], &[K(4)]], &[("kernel", &[3, 4], true), ("recurrent_kernel", &[4, 4], true), ("bias", &[4], true)]);
    case!("RNN-0008", CaseRNN0008, [5, 4], 128, 128, &[&[K(5), K(4)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true)]);
    case!("RNN-0016", CaseRNN0016, [6], 392, 392, &[&[K(6)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true), ("kernel", &[4, 24], true), ("recurrent_kernel", &[6, 24], true), ("bias", &[24], true)]);
    case!("RNN-0023", CaseRNN0023, [5, 5], 312, 312, &[&[K(5), K(5)]], &[("kernel", &[3, 12], true), ("recurrent_kernel", &[4, 12], true), ("bias", &[2, 12], true), ("kernel", &[4, 3], true), ("recurrent_kernel", &[3, 3], true), ("bias", &[3], true), ("kernel", &[3, 20], true), ("recurrent_kernel", &[5, 20], true), ("bias", &[20], true)]);
    case!("RandAugment-0001", CaseRandAugment0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandAugment-0003", CaseRandAugment0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandAugment-0004", CaseRandAugment0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomColorDegeneration-0003", CaseRandomColorDegeneration0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomColorDegeneration-0004", CaseRandomColorDegeneration0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomColorJitter-0001", CaseRandomColorJitter0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomColorJitter-0003", CaseRandomColorJitter0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomColorJitter-0004", CaseRandomColorJitter0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomContrast-0004", CaseRandomContrast0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomCrop-0003", CaseRandomCrop0003, [28, 12, 10], 0, 0, &[&[K(28), K(12), K(10)]], &[]);
    case!("RandomCrop-0008", CaseRandomCrop0008, [None, Some(40), Some(50)], 0, 0, &[&[U, K(40), K(50)]], &[]);
    case!("RandomCrop-0016", CaseRandomCrop0016, [3, 40, 50], 0, 0, &[&[K(3), K(40), K(50)]], &[]);
    case!("RandomCrop-0020", CaseRandomCrop0020, [16, 40, 50], 0, 0, &[&[K(16), K(40), K(50)]], &[]);
    case!("RandomErasing-0001", CaseRandomErasing0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomErasing-0003", CaseRandomErasing0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomErasing-0004", CaseRandomErasing0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomFlip-0003", CaseRandomFlip0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomFlip-0004", CaseRandomFlip0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomGaussianBlur-0001", CaseRandomGaussianBlur0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomGrayscale-0001", CaseRandomGrayscale0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomGrayscale-0003", CaseRandomGrayscale0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomHue-0003", CaseRandomHue0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomHue-0004", CaseRandomHue0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomInvert-0001", CaseRandomInvert0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomInvert-0003", CaseRandomInvert0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomPerspective-0001", CaseRandomPerspective0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomPerspective-0003", CaseRandomPerspective0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomPosterization-0001", CaseRandomPosterization0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomPosterization-0003", CaseRandomPosterization0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomPosterization-0004", CaseRandomPosterization0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomRotation-0001", CaseRandomRotation0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomRotation-0004", CaseRandomRotation0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomSaturation-0001", CaseRandomSaturation0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomSaturation-0004", CaseRandomSaturation0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomSharpness-0001", CaseRandomSharpness0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomSharpness-0003", CaseRandomSharpness0003, [16, 20, 3], 0, 0, &[&[K(16), K(20), K(3)]], &[]);
    case!("RandomShear-0001", CaseRandomShear0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("RandomShear-0004", CaseRandomShear0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomTranslation-0004", CaseRandomTranslation0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("RandomZoom-0004", CaseRandomZoom0004, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("ReLU-0001", CaseReLU0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("ReLU-0005", CaseReLU0005, [5, 6], 0, 0, &[&[K(5), K(6)]], &[]);
    case!("ReLU-0010", CaseReLU0010, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("ReLU-0016", CaseReLU0016, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("RepeatVector-0013", CaseRepeatVector0013, [1, 3], 0, 0, &[&[K(1), K(3)]], &[]);
    case!("Rescaling-0002", CaseRescaling0002, [8], 0, 0, &[&[K(8)]], &[]);
    case!("Rescaling-0003", CaseRescaling0003, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("Rescaling-0005", CaseRescaling0005, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("Rescaling-0007", CaseRescaling0007, [], 0, 0, &[&[]], &[]);
    case!("Reshape-0002", CaseReshape0002, [12], 0, 0, &[&[K(12)]], &[]);
    case!("Reshape-0019", CaseReshape0019, [8, 3], 0, 0, &[&[K(8), K(3)]], &[]);
    case!("Reshape-0035", CaseReshape0035, [12], 0, 0, &[&[K(12)]], &[]);
    case!("Reshape-0050", CaseReshape0050, [None, Some(4)], 0, 0, &[&[U, K(4)]], &[]);
    case!("Resizing-0002", CaseResizing0002, [40, 50, 3], 0, 0, &[&[K(40), K(50), K(3)]], &[]);
    case!("Resizing-0014", CaseResizing0014, [None, Some(40), Some(50)], 0, 0, &[&[U, K(40), K(50)]], &[]);
    case!("Resizing-0028", CaseResizing0028, [12, 10, 28], 0, 0, &[&[K(12), K(10), K(28)]], &[]);
    case!("Resizing-0039", CaseResizing0039, [16, 12, 10], 0, 0, &[&[K(16), K(12), K(10)]], &[]);
    case!("ReversibleEmbedding-0001", CaseReversibleEmbedding0001, [10, 16], 1600, 1600, &[&[K(10), K(16)]], &[("embeddings", &[100, 16], true)]);
    case!("ReversibleEmbedding-0002", CaseReversibleEmbedding0002, [10, 100], 1600, 1600, &[&[K(10), K(100)]], &[("embeddings", &[100, 16], true)]);
    case!("ReversibleEmbedding-0003", CaseReversibleEmbedding0003, [None, Some(16)], 1600, 1600, &[&[U, K(16)]], &[("embeddings", &[100, 16], true)]);
    case!("ReversibleEmbedding-0006", CaseReversibleEmbedding0006, [None, Some(16)], 3200, 3200, &[&[U, K(16)]], &[("embeddings", &[100, 16], true), ("reverse_embeddings", &[16, 100], true)]);
    case!("STFTSpectrogram-0001", CaseSTFTSpectrogram0001, [6, 129], 66048, 66048, &[&[K(6), K(129)]], &[("real_kernel", &[256, 1, 129], true), ("imag_kernel", &[256, 1, 129], true)]);
    case!("STFTSpectrogram-0005", CaseSTFTSpectrogram0005, [14, 65, 1], 16640, 16640, &[&[K(14), K(65), K(1)]], &[("real_kernel", &[128, 1, 65], true), ("imag_kernel", &[128, 1, 65], true)]);
    case!("STFTSpectrogram-0011", CaseSTFTSpectrogram0011, [6, 516], 66048, 66048, &[&[K(6), K(516)]], &[("real_kernel", &[256, 1, 129], true), ("imag_kernel", &[256, 1, 129], true)]);
    case!("STFTSpectrogram-0015", CaseSTFTSpectrogram0015, [14, 130], 8320, 8320, &[&[K(14), K(130)]], &[("real_kernel", &[128, 1, 65], true)]);
    case!("SeparableConv1D-0001", CaseSeparableConv1D0001, [5, 8], 128, 128, &[&[K(5), K(8)]], &[("depthwise_kernel", &[2, 4, 3], true), ("pointwise_kernel", &[1, 12, 8], true), ("bias", &[8], true)]);
    case!("SeparableConv1D-0026", CaseSeparableConv1D0026, [2, 8], 33, 33, &[&[K(2), K(8)]], &[("depthwise_kernel", &[3, 3, 1], true), ("pointwise_kernel", &[1, 3, 8], true)]);
    case!("SeparableConv1D-0062", CaseSeparableConv1D0062, [3, 8], 41, 41, &[&[K(3), K(8)]], &[("depthwise_kernel", &[3, 3, 1], true), ("pointwise_kernel", &[1, 3, 8], true), ("bias", &[8], true)]);
    case!("SeparableConv1D-0088", CaseSeparableConv1D0088, [None, Some(8)], 208, 208, &[&[U, K(8)]], &[("depthwise_kernel", &[5, 8, 2], true), ("pointwise_kernel", &[1, 16, 8], true)]);
    case!("SeparableConv2D-0001", CaseSeparableConv2D0001, [1, 1, 1], 78, 78, &[&[K(1), K(1), K(1)]], &[("depthwise_kernel", &[5, 5, 3, 1], true), ("pointwise_kernel", &[1, 1, 3, 1], true)]);
    case!("SeparableConv2D-0037", CaseSeparableConv2D0037, [8, 6, 4], 128, 128, &[&[K(8), K(6), K(4)]], &[("depthwise_kernel", &[2, 2, 10, 1], true), ("pointwise_kernel", &[1, 1, 10, 8], true), ("bias", &[8], true)]);
    case!("SeparableConv2D-0073", CaseSeparableConv2D0073, [7, 5, 8], 42, 42, &[&[K(7), K(5), K(8)]], &[("depthwise_kernel", &[3, 2, 3, 1], true), ("pointwise_kernel", &[1, 1, 3, 8], true)]);
    case!("SeparableConv2D-0110", CaseSeparableConv2D0110, [6, 10, 1], 85, 85, &[&[K(6), K(10), K(1)]], &[("depthwise_kernel", &[3, 2, 4, 3], true), ("pointwise_kernel", &[1, 1, 12, 1], true), ("bias", &[1], true)]);
    case!("SimpleRNN-0001", CaseSimpleRNN0001, [7], 77, 77, &[&[K(7)]], &[("kernel", &[3, 7], true), ("recurrent_kernel", &[7, 7], true), ("bias", &[7], true)]);
    case!("SimpleRNN-0010", CaseSimpleRNN0010, ([7], [7]), 70, 70, &[&[K(7)], &[K(7)]], &[("kernel", &[3, 7], true), ("recurrent_kernel", &[7, 7], true)]);
    case!("SimpleRNN-0021", CaseSimpleRNN0021, ([6, 7], [7]), 77, 77, &[&[K(6), K(7)], &[K(7)]], &[("kernel", &[3, 7], true), ("recurrent_kernel", &[7, 7], true), ("bias", &[7], true)]);
    case!("SimpleRNN-0056", CaseSimpleRNN0056, [4], 32, 32, &[&[K(4)]], &[("kernel", &[3, 4], true), ("recurrent_kernel", &[4, 4], true), ("bias", &[4], true)]);
    case!("SimpleRNNCell-0001", CaseSimpleRNNCell0001, ([5], [5]), 45, 45, &[&[K(5)], &[K(5)]], &[("kernel", &[3, 5], true), ("recurrent_kernel", &[5, 5], true), ("bias", &[5], true)]);
    case!("Softmax-0002", CaseSoftmax0002, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Softmax-0007", CaseSoftmax0007, [5, 6], 0, 0, &[&[K(5), K(6)]], &[]);
    case!("Softmax-0013", CaseSoftmax0013, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("Softmax-0019", CaseSoftmax0019, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("Solarization-0001", CaseSolarization0001, [28, 28, 3], 0, 0, &[&[K(28), K(28), K(3)]], &[]);
    case!("SpatialDropout1D-0002", CaseSpatialDropout1D0002, [5, 8], 0, 0, &[&[K(5), K(8)]], &[]);
    case!("SpatialDropout1D-0009", CaseSpatialDropout1D0009, [4, 5], 0, 0, &[&[K(4), K(5)]], &[]);
    case!("SpatialDropout2D-0007", CaseSpatialDropout2D0007, [4, 4, 3], 0, 0, &[&[K(4), K(4), K(3)]], &[]);
    case!("SpatialDropout2D-0008", CaseSpatialDropout2D0008, [4, 4, 3], 0, 0, &[&[K(4), K(4), K(3)]], &[]);
    case!("SpatialDropout2D-0009", CaseSpatialDropout2D0009, [4, 4, 3], 0, 0, &[&[K(4), K(4), K(3)]], &[]);
    case!("SpatialDropout2D-0018", CaseSpatialDropout2D0018, [4, 5, 6], 0, 0, &[&[K(4), K(5), K(6)]], &[]);
    case!("SpatialDropout3D-0011", CaseSpatialDropout3D0011, [2, 3, 4, 5], 0, 0, &[&[K(2), K(3), K(4), K(5)]], &[]);
    case!("SpatialDropout3D-0012", CaseSpatialDropout3D0012, [2, 3, 4, 5], 0, 0, &[&[K(2), K(3), K(4), K(5)]], &[]);
    case!("SpatialDropout3D-0018", CaseSpatialDropout3D0018, [4, 5, 6, 7], 0, 0, &[&[K(4), K(5), K(6), K(7)]], &[]);
    case!("SpectralNormalization-0001", CaseSpectralNormalization0001, [7], 49, 42, &[&[K(7)]], &[("kernel", &[5, 7], true), ("vector_u", &[1, 7], false), ("bias", &[7], true)]);
    case!("SpectralNormalization-0006", CaseSpectralNormalization0006, [5, 5, 8], 224, 216, &[&[K(5), K(5), K(8)]], &[("kernel", &[3, 3, 3, 8], true), ("vector_u", &[1, 8], false)]);
    case!("SpectralNormalization-0010", CaseSpectralNormalization0010, [10, 8], 408, 400, &[&[K(10), K(8)]], &[("embeddings", &[50, 8], true), ("vector_u", &[1, 8], false)]);
    case!("SpectralNormalization-0016", CaseSpectralNormalization0016, [8, 8, 3], 31, 30, &[&[K(8), K(8), K(3)]], &[("kernel", &[3, 3, 3, 1], true), ("vector_u", &[1, 1], false), ("bias", &[3], true)]);
    case!("Subtract-0001", CaseSubtract0001, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Subtract-0005", CaseSubtract0005, [5, 4], 0, 0, &[&[K(5), K(4)]], &[]);
    case!("Subtract-0010", CaseSubtract0010, [4], 0, 0, &[&[K(4)]], &[]);
    case!("Subtract-0024", CaseSubtract0024, [2, 3, 4], 0, 0, &[&[K(2), K(3), K(4)]], &[]);
    case!("TimeDistributed-0001", CaseTimeDistributed0001, [5, 8], 32, 32, &[&[K(5), K(8)]], &[("kernel", &[3, 8], true), ("bias", &[8], true)]);
    case!("TimeDistributed-0006", CaseTimeDistributed0006, [5, 6, 6, 8], 224, 224, &[&[K(5), K(6), K(6), K(8)]], &[("kernel", &[3, 3, 3, 8], true), ("bias", &[8], true)]);
    case!("TimeDistributed-0014", CaseTimeDistributed0014, [5, 4], 128, 128, &[&[K(5), K(4)]], &[("kernel", &[3, 16], true), ("recurrent_kernel", &[4, 16], true), ("bias", &[16], true)]);
    case!("TimeDistributed-0021", CaseTimeDistributed0021, [5, 4], 68, 68, &[&[K(5), K(4)]], &[("kernel", &[3, 8], true), ("bias", &[8], true), ("kernel", &[8, 4], true), ("bias", &[4], true)]);
    case!("UnitNormalization-0002", CaseUnitNormalization0002, [8], 0, 0, &[&[K(8)]], &[]);
    case!("UnitNormalization-0009", CaseUnitNormalization0009, [7, 7, 32], 0, 0, &[&[K(7), K(7), K(32)]], &[]);
    case!("UnitNormalization-0017", CaseUnitNormalization0017, [None, None, Some(16)], 0, 0, &[&[U, U, K(16)]], &[]);
    case!("UnitNormalization-0023", CaseUnitNormalization0023, [None, Some(8)], 0, 0, &[&[U, K(8)]], &[]);
    case!("UpSampling1D-0001", CaseUpSampling1D0001, [20, 3], 0, 0, &[&[K(20), K(3)]], &[]);
    case!("UpSampling1D-0011", CaseUpSampling1D0011, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("UpSampling1D-0017", CaseUpSampling1D0017, [8, 5], 0, 0, &[&[K(8), K(5)]], &[]);
    case!("UpSampling1D-0025", CaseUpSampling1D0025, [4, 3], 0, 0, &[&[K(4), K(3)]], &[]);
    case!("UpSampling2D-0002", CaseUpSampling2D0002, [20, 24, 3], 0, 0, &[&[K(20), K(24), K(3)]], &[]);
    case!("UpSampling2D-0045", CaseUpSampling2D0045, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("UpSampling2D-0075", CaseUpSampling2D0075, [4, 15, 18], 0, 0, &[&[K(4), K(15), K(18)]], &[]);
    case!("UpSampling2D-0115", CaseUpSampling2D0115, [8, 8, 3], 0, 0, &[&[K(8), K(8), K(3)]], &[]);
    case!("UpSampling3D-0001", CaseUpSampling3D0001, [12, 14, 16, 3], 0, 0, &[&[K(12), K(14), K(16), K(3)]], &[]);
    case!("UpSampling3D-0014", CaseUpSampling3D0014, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("UpSampling3D-0026", CaseUpSampling3D0026, [4, 5, 6, 2], 0, 0, &[&[K(4), K(5), K(6), K(2)]], &[]);
    case!("UpSampling3D-0033", CaseUpSampling3D0033, [4, 15, 18, 6], 0, 0, &[&[K(4), K(15), K(18), K(6)]], &[]);
    case!("ZeroPadding1D-0003", CaseZeroPadding1D0003, [12, 3], 0, 0, &[&[K(12), K(3)]], &[]);
    case!("ZeroPadding1D-0017", CaseZeroPadding1D0017, [None, Some(3)], 0, 0, &[&[U, K(3)]], &[]);
    case!("ZeroPadding1D-0029", CaseZeroPadding1D0029, [7, 5], 0, 0, &[&[K(7), K(5)]], &[]);
    case!("ZeroPadding1D-0039", CaseZeroPadding1D0039, [2, 3], 0, 0, &[&[K(2), K(3)]], &[]);
    case!("ZeroPadding2D-0001", CaseZeroPadding2D0001, [12, 14, 3], 0, 0, &[&[K(12), K(14), K(3)]], &[]);
    case!("ZeroPadding2D-0027", CaseZeroPadding2D0027, [None, None, Some(3)], 0, 0, &[&[U, U, K(3)]], &[]);
    case!("ZeroPadding2D-0060", CaseZeroPadding2D0060, [4, 8, 13], 0, 0, &[&[K(4), K(8), K(13)]], &[]);
    case!("ZeroPadding2D-0088", CaseZeroPadding2D0088, [Some(3), Some(11), None], 0, 0, &[&[K(3), K(11), U]], &[]);
    case!("ZeroPadding3D-0001", CaseZeroPadding3D0001, [8, 9, 10, 3], 0, 0, &[&[K(8), K(9), K(10), K(3)]], &[]);
    case!("ZeroPadding3D-0017", CaseZeroPadding3D0017, [6, 13, 8, 3], 0, 0, &[&[K(6), K(13), K(8), K(3)]], &[]);
    case!("ZeroPadding3D-0035", CaseZeroPadding3D0035, [None, None, None, Some(3)], 0, 0, &[&[U, U, U, K(3)]], &[]);
    case!("ZeroPadding3D-0057", CaseZeroPadding3D0057, [4, 11, 6, 2], 0, 0, &[&[K(4), K(11), K(6), K(2)]], &[]);
    println!("{} cases", COUNT.get());
    assert_eq!(COUNT.get(), 434);
}
