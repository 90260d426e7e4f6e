//! ConvNeXt-T (Liu et al., 2022, <https://arxiv.org/abs/2201.03545>): a user-defined layer, and residuals written as
//! sums. Layers are named as in `keras.applications`.

use modelwright::model;

model! {
    /// Scales each channel by a trainable weight.
    layer LayerScale(x: [.., c]) -> [.., c] {
        gamma: [c],
    }

    fn block(x: [_, _, c], label) {
        let y = x
            -> Conv2D(c, 7, padding = same, groups = c, name = "{label}_depthwise_conv")
            -> LayerNormalization(epsilon = 1e-6, name = "{label}_layernorm")
            -> Dense(4 * c, name = "{label}_pointwise_conv_1")
            -> Activation(gelu, name = "{label}_gelu")
            -> Dense(c, name = "{label}_pointwise_conv_2")
            -> LayerScale(name = "{label}_layer_scale")
            -> Activation(linear, name = "{label}_identity");
        x + y
    }

    /// ConvNeXt-T for ImageNet.
    #[name = "convnext_tiny"]
    pub model ConvNeXtTiny(input_layer: [224, 224, 3]) -> [1000] {
        let stem = Sequential(
            Conv2D(96, 4, strides = 4, name = "convnext_tiny_stem_conv")
                -> LayerNormalization(epsilon = 1e-6, name = "convnext_tiny_stem_layernorm"),
            name = "convnext_tiny_stem",
        );
        let mut x = input_layer
            -> Normalization(
                mean = [123.675, 116.28, 103.53],
                variance = [3409.976025, 3262.6944, 3291.890625],
                name = "convnext_tiny_prestem_normalization",
            )
            -> stem;
        for (stage, (depth, filters)) in (0..4).zip([(3, 96), (3, 192), (9, 384), (3, 768)]) {
            if stage > 0 {
                let i = stage - 1;
                x = x -> Sequential(
                    LayerNormalization(epsilon = 1e-6, name = "convnext_tiny_downsampling_layernorm_{i}")
                        -> Conv2D(filters, 2, strides = 2, name = "convnext_tiny_downsampling_conv_{i}"),
                    name = "convnext_tiny_downsampling_block_{i}",
                );
            }
            for i in 0..depth {
                x = x -> block("convnext_tiny_stage_{stage}_block_{i}");
            }
        }
        x
            -> GlobalAveragePooling2D(name = "convnext_tiny_head_gap")
            -> LayerNormalization(epsilon = 1e-6, name = "convnext_tiny_head_layernorm")
            -> Dense(1000, activation = softmax, name = "convnext_tiny_head_dense")
    }
}

const _: () = assert!(ConvNeXtTiny::PARAMS == 28_589_128);

fn main() {
    println!(
        "{}",
        ConvNeXtTiny::summary().layer_range("input_layer", "convnext_tiny_stage_0_block_0")
    );
    println!("{} layers", ConvNeXtTiny::LAYERS.len());
}
