//! Networks whose arenas are compared with the smallest that may be: three whose buffers are hard to place, and the
//! examples.

#![allow(dead_code)] // the examples print

use modelwright::{Model, Spec, model};

use crate::models::{efficientnet_b0, mobilenet_v2, resnet};

#[path = "../../examples/cats_vs_dogs.rs"]
mod cats_vs_dogs;
#[path = "../../examples/mobilenet_v3.rs"]
mod mobilenet_v3;
#[path = "../../examples/siamese.rs"]
mod siamese;
#[path = "../../examples/unet.rs"]
mod unet;
#[path = "../../examples/vit_tiny.rs"]
mod vit_tiny;

model! {
    const WINDOW: usize = 7;

    /// NeRF (Mildenhall et al., 2020): positions of 63 features, joined again after five layers, and directions of 27.
    pub model Nerf(position: [63], direction: [27]) -> ([3], [1]) {
        let mut x = position;
        for i in 0..8 {
            x = x -> Dense(256, activation = relu);
            if i == 4 {
                x = (position, x) -> Concatenate;
            }
        }
        let density = x -> Dense(1, activation = relu);
        let features = x -> Dense(256);
        let color = (features, direction) -> Concatenate -> Dense(128, activation = relu) -> Dense(3, activation = sigmoid);
        (color, density)
    }

    layer Roll(x: [..], by) -> [..] { }
    /// Adds a bias for each pair of places in a window.
    layer PositionBias(scores: [windows, heads, n, n]) -> [windows, heads, n, n] { table: [(2 * WINDOW - 1) * (2 * WINDOW - 1), heads] }
    layer Scores(q: [windows, heads, n, d], k: [windows, heads, n, d]) -> [windows, heads, n, n] { macs = windows * heads * n * n * d }
    layer Means(scores: [windows, heads, n, n], v: [windows, heads, n, d]) -> [windows, n, heads * d] { macs = windows * heads * n * n * d }

    fn normalized(x: [..]) { x -> LayerNormalization(epsilon = 1e-5) }

    fn attention(x: [height, width, c], heads, shift) -> [height, width, c] {
        let (rows, columns) = (height / WINDOW, width / WINDOW);
        let mut y = x;
        if shift > 0 {
            y = y -> Roll(-shift);
        }
        let windows = y -> Reshape([rows, WINDOW, columns, WINDOW, c]) -> Permute([1, 3, 2, 4, 5])
            -> Reshape([rows * columns, WINDOW * WINDOW, c]);
        let qkv = windows -> Dense(3 * c) -> Reshape([rows * columns, WINDOW * WINDOW, 3, heads, c / heads])
            -> Permute([3, 1, 4, 2, 5]);
        let (q, k, v) = (qkv[0], qkv[1], qkv[2]);
        let scores = (q, k) -> Scores -> PositionBias -> Softmax;
        let mut y = (scores, v) -> Means -> Dense(c)
            -> Reshape([rows, columns, WINDOW, WINDOW, c]) -> Permute([1, 3, 2, 4, 5]) -> Reshape([height, width, c]);
        if shift > 0 {
            y = y -> Roll(shift);
        }
        y
    }

    fn block(x: [_, _, c], heads, shift) {
        let x = x + (x -> normalized -> attention(heads, shift));
        x + (x -> normalized -> Dense(4 * c) -> Activation(gelu) -> Dense(c))
    }

    fn merging(x: [height, width, c]) -> [height / 2, width / 2, 2 * c] {
        x -> Reshape([height / 2, 2, width / 2, 2, c]) -> Permute([1, 3, 4, 2, 5]) -> Reshape([height / 2, width / 2, 4 * c])
            -> normalized -> Dense(2 * c, use_bias = false)
    }

    /// Swin-T (Liu et al., 2021).
    pub model SwinTiny(image: [224, 224, 3]) -> [1000] {
        let mut x = image -> Conv2D(96, 4, strides = 4) -> normalized;
        for (stage, (blocks, heads)) in [(2, 3), (2, 6), (6, 12), (2, 24)].enumerate() {
            if stage > 0 {
                x = x -> merging;
            }
            for i in 0..blocks {
                let shift = if i % 2 == 1 && stage < 3 { WINDOW / 2 } else { 0 };
                x = x -> block(heads, shift);
            }
        }
        x -> normalized -> GlobalAveragePooling2D -> Dense(1000)
    }
}

model! {
    fn normalized(x: [_, _, _], filters, kernel, strides = 1) -> [_, _, filters] {
        x -> Conv2D(filters, kernel, strides = strides, padding = same, use_bias = false) -> BatchNormalization
    }

    fn bottleneck(x: [_, _, c], filters, strides) {
        let shortcut = if c == 4 * filters { x } else { x -> normalized(4 * filters, 1, strides) };
        let y = x -> normalized(filters, 1) -> ReLU -> normalized(filters, 3, strides) -> ReLU -> normalized(4 * filters, 1);
        y + shortcut -> ReLU
    }

    fn head(last) {
        let mut layers = Conv2D(256, 3, padding = same, activation = relu);
        for _ in 0..3 {
            layers = layers -> Conv2D(256, 3, padding = same, activation = relu);
        }
        layers -> Conv2D(last, 3, padding = same)
    }

    /// RetinaNet on ResNet-50 (Lin et al., 2017): a pyramid of five levels, with two heads that all levels share.
    pub model RetinaNet(image: [640, 640, 3]) {
        let mut x = image -> normalized(64, 7, 2) -> ReLU -> MaxPooling2D(3, strides = 2, padding = same);
        let mut stages = [];
        for (stage, blocks) in [3, 4, 6, 3].enumerate() {
            for block in 0..blocks {
                let strides = if block == 0 && stage > 0 { 2 } else { 1 };
                x = x -> bottleneck(64 * 2.pow(stage), strides);
            }
            stages.push(x);
        }
        let lateral = Conv2D(256, 1, name = "lateral_5");
        let mut above = stages[3] -> lateral;
        let mut levels = [above];
        for stage in [2, 1] {
            above = (stages[stage] -> Conv2D(256, 1)) + (above -> UpSampling2D);
            levels.push(above);
        }
        let (p5, p4, p3) = levels;
        let p6 = stages[3] -> Conv2D(256, 3, strides = 2, padding = same);
        let p7 = p6 -> ReLU -> Conv2D(256, 3, strides = 2, padding = same);
        let (classes, boxes) = (head(9 * 80), head(9 * 4));
        let mut outputs = [];
        for level in [p3, p4, p5, p6, p7] {
            let level = level -> Conv2D(256, 3, padding = same);
            outputs.push(level -> classes);
            outputs.push(level -> boxes);
        }
        outputs
    }
}

const _: () = assert!(SwinTiny::PARAMS == 28_288_354);

/// These networks, and those of the examples that have no golden files and no symbols.
pub(crate) const NETWORKS: &[(&str, &Spec)] = &[
    ("NeRF", Nerf::SPEC),
    ("RetinaNet", RetinaNet::SPEC),
    ("Swin-T", SwinTiny::SPEC),
    ("CatsVsDogs", cats_vs_dogs::CatsVsDogs::SPEC),
    ("EfficientNetB7", efficientnet_b0::EfficientNetB7::SPEC),
    ("MobileNetV2Tiny", mobilenet_v2::MobileNetV2Tiny::SPEC),
    ("MobileNetV3Small", mobilenet_v3::MobileNetV3Small::SPEC),
    ("ResNet18", resnet::ResNet18::SPEC),
    ("ResNet101", resnet::ResNet101::SPEC),
    ("ResNet152", resnet::ResNet152::SPEC),
    ("Siamese", siamese::Siamese::SPEC),
    ("UNet", unet::UNet::SPEC),
    ("VitTiny", vit_tiny::VitTiny::SPEC),
];
