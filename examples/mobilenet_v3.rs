//! MobileNetV3-Small (Howard et al., 2019, <https://arxiv.org/abs/1905.02244>): hard sigmoid as arithmetic on tensors,
//! with the padding before a stride computed from the shape. Layers, their names and the total are those of
//! `keras.applications`.

use modelwright::model;

model! {
    /// `v` rounded to a multiple of 8, at least 8 and at most 10 % less.
    fn depth(v) {
        let rounded = ((v + 4.0) as i64 / 8 * 8).max(8);
        if (rounded as f64) < 0.9 * v { rounded + 8 } else { rounded }
    }

    fn normalized(x: [_, _, _], label) {
        x -> BatchNormalization(momentum = 0.999, name = label)
    }

    fn activated(x: [..], hard) {
        if hard { x -> Activation(hard_swish) } else { x -> ReLU }
    }

    fn hard_sigmoid_of(x: [..]) {
        (x + 3.0 -> ReLU(6.0)) * (1.0 / 6.0)
    }

    /// Squeeze and excitation: scales each channel by a gate computed from the channel means.
    fn squeeze_excite(x: [_, _, c], label) -> [_, _, c] {
        let weights = x
            -> GlobalAveragePooling2D(keepdims = true, name = "{label}_avg_pool")
            -> Conv2D(depth(0.25 * c as f64), 1, padding = same, name = "{label}_conv")
            -> ReLU(name = "{label}_relu")
            -> Conv2D(c, 1, padding = same, name = "{label}_conv_1")
            -> hard_sigmoid_of;
        (x, weights) -> Multiply(name = "{label}_mul")
    }

    /// Inverted residual: expansion, depthwise convolution, gate, projection; a residual if the shapes allow it.
    fn inverted_residual(x: [h, w, c], expansion, filters, kernel, stride, squeeze, hard, label) {
        let mut y = x;
        if label != "expanded_conv" {
            y = y
                -> Conv2D(depth(c as f64 * expansion), 1, padding = same, use_bias = false, name = "{label}_expand")
                -> normalized("{label}_expand_bn")
                -> activated(hard);
        }
        if stride == 2 {
            let half = kernel / 2;
            y = y -> ZeroPadding2D(
                ((half - 1 + h % 2, half), (half - 1 + w % 2, half)),
                name = "{label}_depthwise_pad",
            );
        }
        let padding = if stride == 1 { same } else { valid };
        y = y
            -> DepthwiseConv2D(
                kernel,
                strides = stride,
                padding = padding,
                use_bias = false,
                name = "{label}_depthwise",
            )
            -> normalized("{label}_depthwise_bn")
            -> activated(hard);
        if squeeze {
            y = y -> squeeze_excite("{label}_squeeze_excite");
        }
        y = y
            -> Conv2D(filters, 1, padding = same, use_bias = false, name = "{label}_project")
            -> normalized("{label}_project_bn");
        if stride == 1 && c == filters { (x, y) -> Add(name = "{label}_add") } else { y }
    }

    /// MobileNetV3-Small for ImageNet.
    pub model MobileNetV3Small(input_layer: [224, 224, 3]) -> [1000] {
        let mut x = input_layer
            -> Rescaling(1.0 / 127.5, offset = -1.0)
            -> Conv2D(16, 3, strides = 2, padding = same, use_bias = false, name = "conv")
            -> normalized("conv_bn")
            -> activated(true);
        for (i, (expansion, filters, kernel, stride, squeeze, hard)) in [
            (1.0, 16, 3, 2, true, false),
            (72.0 / 16.0, 24, 3, 2, false, false),
            (88.0 / 24.0, 24, 3, 1, false, false),
            (4.0, 40, 5, 2, true, true),
            (6.0, 40, 5, 1, true, true),
            (6.0, 40, 5, 1, true, true),
            (3.0, 48, 5, 1, true, true),
            (3.0, 48, 5, 1, true, true),
            (6.0, 96, 5, 2, true, true),
            (6.0, 96, 5, 1, true, true),
            (6.0, 96, 5, 1, true, true),
        ].enumerate() {
            let label = if i == 0 { "expanded_conv" } else { "expanded_conv_{i}" };
            x = x -> inverted_residual(expansion, filters, kernel, stride, squeeze, hard, label);
        }
        let features: [7, 7, c] = x;
        features
            -> Conv2D(6 * c, 1, padding = same, use_bias = false, name = "conv_1")
            -> normalized("conv_1_bn")
            -> activated(true)
            -> GlobalAveragePooling2D(keepdims = true)
            -> Conv2D(1024, 1, padding = same, name = "conv_2")
            -> activated(true)
            -> Dropout(0.2)
            -> Conv2D(1000, 1, padding = same, name = "logits")
            -> Flatten
            -> Activation(softmax, name = "predictions")
    }
}

const _: () = assert!(MobileNetV3Small::PARAMS == 2_554_968);

fn main() {
    println!("{}", MobileNetV3Small::summary());
}
