//! MobileNet (Howard et al., 2017, <https://arxiv.org/abs/1704.04861>): depthwise separable convolutions.
//! Layers are named as in `keras.applications`.

use modelwright::model;

model! {
    /// A depthwise 3x3 convolution and a pointwise convolution.
    fn separable(x: [_, _, _], number, filters, stride) {
        let padded = if stride == 1 { x } else { x -> ZeroPadding2D(((0, 1), (0, 1)), name = "conv_pad_{number}") };
        let padding = if stride == 1 { same } else { valid };
        padded
            -> DepthwiseConv2D(3, strides = stride, padding = padding, use_bias = false, name = "conv_dw_{number}")
            -> BatchNormalization(name = "conv_dw_{number}_bn")
            -> ReLU(6.0, name = "conv_dw_{number}_relu")
            -> Conv2D(filters, 1, padding = same, use_bias = false, name = "conv_pw_{number}")
            -> BatchNormalization(name = "conv_pw_{number}_bn")
            -> ReLU(6.0, name = "conv_pw_{number}_relu")
    }

    /// MobileNet for ImageNet.
    #[name = "mobilenet_1.00_224"]
    pub model MobileNet(input_layer: [224, 224, 3]) -> [1000] {
        let mut x = input_layer
            -> Conv2D(32, 3, strides = 2, padding = same, use_bias = false, name = "conv1")
            -> BatchNormalization(name = "conv1_bn")
            -> ReLU(6.0, name = "conv1_relu");
        let mut number = 1;
        for (filters, repeats) in [(64, 1), (128, 2), (256, 2), (512, 6), (1024, 2)] {
            for i in 0..repeats {
                let stride = if i == 0 && filters > 64 { 2 } else { 1 };
                x = x -> separable(number, filters, stride);
                number += 1;
            }
        }
        x
            -> GlobalAveragePooling2D(keepdims = true)
            -> Dropout(0.001, name = "dropout")
            -> Conv2D(1000, 1, padding = same, name = "conv_preds")
            -> Reshape((1000,), name = "reshape_2")
            -> Activation(softmax, name = "predictions")
    }
}

const _: () = assert!(MobileNet::PARAMS == 4_253_864);
const _: () = assert!(MobileNet::NON_TRAINABLE_PARAMS == 21_888);

fn main() {
    println!("{}", MobileNet::summary());
}
