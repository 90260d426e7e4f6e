//! EfficientNet (Tan and Le, 2019, <https://arxiv.org/abs/1905.11946>): B0 and its largest variant B7, scaled by the
//! paper's rule, written in the language. Layers are named as in `keras.applications`.

use modelwright::{Model, model};

model! {
    /// Kernel, repeats, filters, expansion and stride of each stage of B0.
    const STAGES: [(usize, usize, usize, usize, usize); 7] = [
        (3, 1, 16, 1, 1),
        (3, 2, 24, 6, 2),
        (5, 2, 40, 6, 2),
        (3, 3, 80, 6, 2),
        (5, 3, 112, 6, 1),
        (5, 4, 192, 6, 2),
        (3, 1, 320, 6, 1),
    ];
    const LETTERS: [&str; 13] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"];

    /// Filters of a wider network: a multiple of 8, at most 10 % less than the product.
    fn round_filters(filters, width) {
        let wider = filters as f64 * width;
        let rounded = ((wider + 4.0) as i64 / 8 * 8).max(8);
        if (rounded as f64) < 0.9 * wider { rounded + 8 } else { rounded }
    }

    fn round_repeats(repeats, depth) {
        (repeats as f64 * depth).ceil() as i64
    }

    /// Pads like a convolution of stride 2 that keeps the pixels aligned.
    fn padded(x: [h, w, _], kernel, label) {
        let half = kernel / 2;
        x -> ZeroPadding2D(((half - 1 + h % 2, half), (half - 1 + w % 2, half)), name = label)
    }

    fn activated(x: [_, _, _], label) {
        x -> BatchNormalization(name = "{label}bn") -> Activation(silu, name = "{label}activation")
    }

    /// Squeeze and excitation: scales each channel by a gate computed from all channels.
    fn squeeze_and_excite(x: [_, _, c], squeezed, label) {
        let scale = x
            -> GlobalAveragePooling2D(name = "{label}_squeeze")
            -> Reshape((1, 1, c), name = "{label}_reshape")
            -> Conv2D(squeezed, 1, padding = same, activation = silu, name = "{label}_reduce")
            -> Conv2D(c, 1, padding = same, activation = sigmoid, name = "{label}_expand");
        (x, scale) -> Multiply(name = "{label}_excite")
    }

    fn inverted_residual(x: [_, _, c], filters, kernel, stride, expansion, drop_rate, label) {
        let mut y = x;
        if expansion > 1 {
            y = y
                -> Conv2D(expansion * c, 1, padding = same, use_bias = false, name = "{label}_expand_conv")
                -> activated("{label}_expand_");
        }
        let mut padding = same;
        if stride == 2 {
            y = y -> padded(kernel, "{label}_dwconv_pad");
            padding = valid;
        }
        let y = y
            -> DepthwiseConv2D(kernel, strides = stride, padding = padding, use_bias = false, name = "{label}_dwconv")
            -> activated("{label}_")
            -> squeeze_and_excite((c / 4).max(1), "{label}_se")
            -> Conv2D(filters, 1, padding = same, use_bias = false, name = "{label}_project_conv")
            -> BatchNormalization(name = "{label}_project_bn");
        if stride == 1 && c == filters {
            let dropped = y -> Dropout(drop_rate, noise_shape = (None, 1, 1, 1), name = "{label}_drop");
            (dropped, x) -> Add(name = "{label}_add")
        } else {
            y
        }
    }

    fn efficientnet(image: [_, _, 3], width, depth, dropout) {
        let mut x = image
            -> Rescaling(1.0 / 255.0)
            -> Normalization(axis = -1)
            -> padded(3, "stem_conv_pad")
            -> Conv2D(round_filters(32, width), 3, strides = 2, use_bias = false, name = "stem_conv")
            -> activated("stem_");
        let mut blocks = 0;
        for (_, repeats, _, _, _) in STAGES {
            blocks += round_repeats(repeats, depth);
        }
        let mut done = 0;
        for (stage, (kernel, repeats, filters, expansion, stride)) in STAGES.enumerate() {
            let number = stage + 1;
            for i in 0..round_repeats(repeats, depth) {
                let letter = LETTERS[i];
                x = x -> inverted_residual(
                    round_filters(filters, width),
                    kernel,
                    if i == 0 { stride } else { 1 },
                    expansion,
                    0.2 * done as f64 / blocks as f64,
                    "block{number}{letter}",
                );
                done += 1;
            }
        }
        x
            -> Conv2D(round_filters(1280, width), 1, padding = same, use_bias = false, name = "top_conv")
            -> activated("top_")
            -> GlobalAveragePooling2D(name = "avg_pool")
            -> Dropout(dropout, name = "top_dropout")
            -> Dense(1000, activation = softmax, name = "predictions")
    }

    /// The smallest.
    #[name = "efficientnetb0"]
    pub model EfficientNetB0(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> efficientnet(width = 1.0, depth = 1.0, dropout = 0.2)
    }

    /// The largest.
    #[name = "efficientnetb7"]
    pub model EfficientNetB7(input_layer: [600, 600, 3]) -> [1000] {
        input_layer -> efficientnet(width = 2.0, depth = 3.1, dropout = 0.5)
    }
}

const _: () = assert!(EfficientNetB0::PARAMS == 5_330_571);
const _: () = assert!(EfficientNetB7::PARAMS == 66_658_687);

fn main() {
    println!("{}", EfficientNetB0::summary().layer_range("input_layer", "block2a"));
    for spec in [EfficientNetB0::SPEC, EfficientNetB7::SPEC] {
        println!("{}: {} layers, {} parameters", spec.name, spec.layers.len(), spec.params);
    }
}
