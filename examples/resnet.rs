//! Residual networks (He et al., 2015, <https://arxiv.org/abs/1512.03385>): four depths from one set of blocks.
//!
//! A block reads the number of channels from its input annotation and decides whether its shortcut
//! needs a projection. The layers of the three deeper networks are named as in `keras.applications`.

use modelwright::{Model, model};

model! {
    fn convolution(x: [_, _, _], filters, kernel, label, strides = 1, padding = valid) {
        x
            -> Conv2D(filters, kernel, strides = strides, padding = padding, name = "{label}_conv")
            -> BatchNormalization(epsilon = 1.001e-5, name = "{label}_bn")
    }

    /// The input if its shape fits, otherwise a projection.
    fn shortcut(x: [_, _, c], filters, stride, label) {
        if stride == 1 && c == filters { x } else { x -> convolution(filters, 1, "{label}_0", strides = stride) }
    }

    /// Basic block: two 3x3 convolutions.
    fn basic(x: [_, _, _], filters, stride, label) {
        let identity = x -> shortcut(filters, stride, label);
        let y = x
            -> convolution(filters, 3, "{label}_1", strides = stride, padding = same)
            -> Activation(relu, name = "{label}_1_relu")
            -> convolution(filters, 3, "{label}_2", padding = same);
        (identity, y) -> Add(name = "{label}_add") -> Activation(relu, name = "{label}_out")
    }

    /// Bottleneck block: a 3x3 convolution between two 1x1 convolutions.
    fn bottleneck(x: [_, _, _], filters, stride, label) {
        let identity = x -> shortcut(4 * filters, stride, label);
        let y = x
            -> convolution(filters, 1, "{label}_1", strides = stride)
            -> Activation(relu, name = "{label}_1_relu")
            -> convolution(filters, 3, "{label}_2", padding = same)
            -> Activation(relu, name = "{label}_2_relu")
            -> convolution(4 * filters, 1, "{label}_3");
        (identity, y) -> Add(name = "{label}_add") -> Activation(relu, name = "{label}_out")
    }

    /// The network with the given number of blocks in each of its four stages.
    fn resnet(image: [_, _, 3], blocks, deep = true) {
        let mut x = image
            -> ZeroPadding2D(3, name = "conv1_pad")
            -> convolution(64, 7, "conv1", strides = 2)
            -> Activation(relu, name = "conv1_relu")
            -> ZeroPadding2D(1, name = "pool1_pad")
            -> MaxPooling2D(3, strides = 2, name = "pool1_pool");
        for (stage, (filters, count)) in (2..=5).zip([64, 128, 256, 512].zip(blocks)) {
            for block in 1..=count {
                let stride = if block == 1 && stage > 2 { 2 } else { 1 };
                let label = "conv{stage}_block{block}";
                x = if deep { x -> bottleneck(filters, stride, label) } else { x -> basic(filters, stride, label) };
            }
        }
        x -> GlobalAveragePooling2D(name = "avg_pool") -> Dense(1000, activation = softmax, name = "predictions")
    }

    #[name = "resnet18"]
    pub model ResNet18(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> resnet([2, 2, 2, 2], deep = false)
    }

    #[name = "resnet50"]
    pub model ResNet50(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> resnet([3, 4, 6, 3])
    }

    #[name = "resnet101"]
    pub model ResNet101(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> resnet([3, 4, 23, 3])
    }

    #[name = "resnet152"]
    pub model ResNet152(input_layer: [224, 224, 3]) -> [1000] {
        input_layer -> resnet([3, 8, 36, 3])
    }
}

const _: () = assert!(ResNet18::PARAMS == 11_703_912);
const _: () = assert!(ResNet50::PARAMS == 25_636_712);
const _: () = assert!(ResNet101::PARAMS == 44_707_176);
const _: () = assert!(ResNet152::PARAMS == 60_419_944);

fn main() {
    println!("{}", ResNet50::summary().layer_range("input_layer", "conv2_block1_out"));
    for spec in [ResNet18::SPEC, ResNet50::SPEC, ResNet101::SPEC, ResNet152::SPEC] {
        println!("{}: {} layers, {} parameters", spec.name, spec.layers.len(), spec.params);
    }
}
