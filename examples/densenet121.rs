//! DenseNet-121 (Huang et al., 2016, <https://arxiv.org/abs/1608.06993>): every layer reads all earlier layers, so
//! the number of channels grows by 32 per layer; the block reads it from its annotation. Layers are named as in
//! `keras.applications`.

use modelwright::model;

model! {
    /// Growth rate: channels added by each layer.
    const GROWTH: usize = 32;

    fn activated(x: [_, _, _], label, separator = "_") {
        x
            -> BatchNormalization(epsilon = 1.001e-5, name = "{label}{separator}bn")
            -> Activation(relu, name = "{label}{separator}relu")
    }

    /// Adds `GROWTH` channels.
    fn dense_layer(x: [h, w, c], label) -> [h, w, c + GROWTH] {
        let y = x
            -> activated("{label}_0")
            -> Conv2D(4 * GROWTH, 1, use_bias = false, name = "{label}_1_conv")
            -> activated("{label}_1")
            -> Conv2D(GROWTH, 3, padding = same, use_bias = false, name = "{label}_2_conv");
        (x, y) -> Concatenate(name = "{label}_concat")
    }

    /// Halves height, width and channels.
    fn transition(x: [h, w, c], label) -> [h / 2, w / 2, c / 2] {
        x
            -> activated(label)
            -> Conv2D(c / 2, 1, use_bias = false, name = "{label}_conv")
            -> AveragePooling2D(2, strides = 2, name = "{label}_pool")
    }

    /// DenseNet-121 for ImageNet.
    #[name = "densenet121"]
    pub model DenseNet121(input_layer: [224, 224, 3]) -> [1000] {
        let mut x = input_layer
            -> ZeroPadding2D(3)
            -> Conv2D(64, 7, strides = 2, use_bias = false, name = "conv1_conv")
            -> activated("conv1")
            -> ZeroPadding2D(1)
            -> MaxPooling2D(3, strides = 2, name = "pool1");
        for (stage, layers) in (2..=5).zip([6, 12, 24, 16]) {
            for i in 1..=layers {
                x = x -> dense_layer("conv{stage}_block{i}");
            }
            if stage < 5 {
                x = x -> transition("pool{stage}");
            }
        }
        x
            -> activated("", separator = "")
            -> GlobalAveragePooling2D(name = "avg_pool")
            -> Dense(1000, activation = softmax, name = "predictions")
    }
}

const _: () = assert!(DenseNet121::PARAMS == 8_062_504);
const _: () = assert!(DenseNet121::NON_TRAINABLE_PARAMS == 83_648);

fn main() {
    println!("{}", DenseNet121::summary().layer_range("input_layer", "conv2_block2_concat"));
    println!("{} layers", DenseNet121::LAYERS.len());
}
