//! MobileNetV2 (Sandler et al., 2018, <https://arxiv.org/abs/1801.04381>): inverted residuals and a width multiplier
//! in plain integer and float arithmetic. Layers are named as in `keras.applications`.

use modelwright::model;

model! {
    /// `v` rounded to a multiple of 8, at least 8 and at most 10 % less.
    fn make_divisible(v) {
        let rounded = ((v + 4.0) as i64 / 8 * 8).max(8);
        if (rounded as f64) < 0.9 * v { rounded + 8 } else { rounded }
    }

    fn normalized(x: [_, _, _], label) {
        x -> BatchNormalization(momentum = 0.999, name = label)
    }

    /// Inverted residual: expansion, depthwise convolution, projection; a residual if the shapes allow it.
    fn inverted_residual(x: [h, w, c], filters, stride, expansion, label) {
        let mut y = x;
        if expansion > 1 {
            y = y
                -> Conv2D(expansion * c, 1, padding = same, use_bias = false, name = "{label}_expand")
                -> normalized("{label}_expand_BN")
                -> ReLU(6.0, name = "{label}_expand_relu");
        }
        if stride == 2 {
            y = y -> ZeroPadding2D(((h % 2, 1), (w % 2, 1)), name = "{label}_pad");
        }
        let padding = if stride == 1 { same } else { valid };
        let y = y
            -> DepthwiseConv2D(3, strides = stride, padding = padding, use_bias = false, name = "{label}_depthwise")
            -> normalized("{label}_depthwise_BN")
            -> ReLU(6.0, name = "{label}_depthwise_relu")
            -> Conv2D(filters, 1, padding = same, use_bias = false, name = "{label}_project")
            -> normalized("{label}_project_BN");
        if stride == 1 && c == filters { (x, y) -> Add(name = "{label}_add") } else { y }
    }

    /// The network with width multiplier `alpha`.
    fn mobilenet_v2(image: [_, _, 3], alpha) {
        let mut x = image
            -> Conv2D(make_divisible(32.0 * alpha), 3, strides = 2, padding = same, use_bias = false, name = "Conv1")
            -> normalized("bn_Conv1")
            -> ReLU(6.0, name = "Conv1_relu");
        let mut number = 0;
        for (expansion, filters, repeats, stride) in [
            (1, 16.0, 1, 1),
            (6, 24.0, 2, 2),
            (6, 32.0, 3, 2),
            (6, 64.0, 4, 2),
            (6, 96.0, 3, 1),
            (6, 160.0, 3, 2),
            (6, 320.0, 1, 1),
        ] {
            for i in 0..repeats {
                let stride = if i == 0 { stride } else { 1 };
                let label = if number == 0 { "expanded_conv" } else { "block_{number}" };
                x = x -> inverted_residual(make_divisible(filters * alpha), stride, expansion, label);
                number += 1;
            }
        }
        let last = if alpha > 1.0 { make_divisible(1280.0 * alpha) } else { 1280 };
        x
            -> Conv2D(last, 1, use_bias = false, name = "Conv_1")
            -> normalized("Conv_1_bn")
            -> ReLU(6.0, name = "out_relu")
            -> GlobalAveragePooling2D
            -> Dense(1000, activation = softmax, name = "predictions")
    }

    /// MobileNetV2 for ImageNet.
    #[name = "mobilenetv2_1.00_224"]
    pub model MobileNetV2(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> mobilenet_v2(1.0)
    }

    /// The smallest variant with Keras weights.
    #[name = "mobilenetv2_0.35_96"]
    pub model MobileNetV2Tiny(input_layer: [96, 96, 3]) -> [1000] {
        input_layer -> mobilenet_v2(0.35)
    }
}

const _: () = assert!(MobileNetV2::PARAMS == 3_538_984);
const _: () = assert!(MobileNetV2Tiny::PARAMS < MobileNetV2::PARAMS / 2);

fn main() {
    println!("{}", MobileNetV2::summary());
    println!("{}: {} parameters", MobileNetV2Tiny::NAME, MobileNetV2Tiny::PARAMS);
}
