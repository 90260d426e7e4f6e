//! Multiply-accumulates compared with fvcore's counts of torchvision models and single PyTorch layers
//! (`tests/golden/macs.json`). `docs/costs.md` lists the different conventions; the differences are checked here.

use modelwright::{Layer, Model, Spec, model};
use modelwright_testing::golden;
use serde_json::Value;

model! {
    const CLASSES: usize = 1000;

    fn conv(x: [_, _, _], filters, kernel, stride = 1, groups = 1) {
        x -> Conv2D(filters, kernel, strides = stride, padding = same, groups = groups, use_bias = false)
            -> BatchNormalization
    }

    fn conv_relu(x: [_, _, _], filters, kernel, stride = 1, groups = 1) {
        x -> conv(filters, kernel, stride, groups) -> ReLU
    }

    fn plain(x: [_, _, _], filters, kernel) {
        x -> Conv2D(filters, kernel, padding = same, activation = relu)
    }

    fn head(x: [_, _, _]) { x -> GlobalAveragePooling2D -> Dense(CLASSES) }

    model AlexNet(image: [224, 224, 3]) -> [CLASSES] {
        image
            -> ZeroPadding2D(2)
            -> Conv2D(64, 11, strides = 4, activation = relu)
            -> MaxPooling2D(3, strides = 2)
            -> plain(192, 5)
            -> MaxPooling2D(3, strides = 2)
            -> plain(384, 3) -> plain(256, 3) -> plain(256, 3)
            -> MaxPooling2D(3, strides = 2)
            -> Flatten -> Dense(4096) -> Dense(4096) -> Dense(CLASSES)
    }

    model Vgg16(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image;
        for (count, filters) in [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)] {
            for _ in 0..count { x = x -> plain(filters, 3); }
            x = x -> MaxPooling2D;
        }
        x -> Flatten -> Dense(4096) -> Dense(4096) -> Dense(CLASSES)
    }

    fn stem(x: [_, _, 3]) { x -> conv_relu(64, 7, 2) -> MaxPooling2D(3, strides = 2, padding = same) }

    fn shortcut(x: [_, _, c], filters, stride) {
        if stride == 1 && c == filters { x } else { x -> conv(filters, 1, stride) }
    }

    model ResNet18(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> stem;
        for (i, filters) in [64, 128, 256, 512].enumerate() {
            for j in 0..2 {
                let stride = if i > 0 && j == 0 { 2 } else { 1 };
                let y = x -> conv_relu(filters, 3, stride) -> conv(filters, 3);
                x = y + (x -> shortcut(filters, stride)) -> ReLU;
            }
        }
        x -> head
    }

    fn bottlenecks(image: [_, _, 3], width_per_group, groups) {
        let mut x = image -> stem;
        for (i, (count, planes)) in [(3, 64), (4, 128), (6, 256), (3, 512)].enumerate() {
            for j in 0..count {
                let stride = if i > 0 && j == 0 { 2 } else { 1 };
                let width = planes * width_per_group / 64 * groups;
                let y = x
                    -> conv_relu(width, 1)
                    -> conv_relu(width, 3, stride, groups)
                    -> conv(4 * planes, 1);
                x = y + (x -> shortcut(4 * planes, stride)) -> ReLU;
            }
        }
        x -> head
    }

    model ResNet50(image: [224, 224, 3]) -> [CLASSES] { image -> bottlenecks(64, 1) }

    model ResNeXt50(image: [224, 224, 3]) -> [CLASSES] { image -> bottlenecks(4, 32) }

    fn normal_conv(x: [_, _, _], filters, kernel) {
        x -> BatchNormalization -> ReLU -> Conv2D(filters, kernel, padding = same, use_bias = false)
    }

    model DenseNet121(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> stem;
        for (i, count) in [6, 12, 24, 16].enumerate() {
            if i > 0 {
                let channels = x.shape[2];
                x = x -> normal_conv(channels / 2, 1) -> AveragePooling2D(2);
            }
            for _ in 0..count {
                x = (x, x -> normal_conv(128, 1) -> normal_conv(32, 3)) -> Concatenate;
            }
        }
        x -> BatchNormalization -> ReLU -> head
    }

    fn fire(x: [_, _, _], squeeze, expand) {
        let y = x -> plain(squeeze, 1);
        (y -> plain(expand, 1), y -> plain(expand, 3)) -> Concatenate
    }

    model SqueezeNet(image: [224, 224, 3]) -> [CLASSES] {
        image
            -> Conv2D(96, 7, strides = 2, activation = relu)
            -> MaxPooling2D(3, strides = 2)
            -> fire(16, 64) -> fire(16, 64) -> fire(32, 128)
            -> MaxPooling2D(3, strides = 2, padding = same)
            -> fire(32, 128) -> fire(48, 192) -> fire(48, 192) -> fire(64, 256)
            -> MaxPooling2D(3, strides = 2)
            -> fire(64, 256)
            -> plain(CLASSES, 1)
            -> GlobalAveragePooling2D
    }

    fn depthwise(x: [_, _, _], stride = 1) {
        x -> DepthwiseConv2D(3, strides = stride, padding = same, use_bias = false) -> BatchNormalization
    }

    model MobileNetV2(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> conv_relu(32, 3, 2);
        for (expansion, filters, count, first) in [
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
        ] {
            for i in 0..count {
                let stride = if i == 0 { first } else { 1 };
                let channels = x.shape[2];
                let y = if expansion == 1 { x } else { x -> conv_relu(channels * expansion, 1) };
                let y = y -> depthwise(stride) -> ReLU(max_value = 6.0) -> conv(filters, 1);
                x = if stride == 1 && channels == filters { x + y } else { y };
            }
        }
        x -> conv_relu(1280, 1) -> head
    }

    fn shuffled(a: [h, w, c], b: [_, _, _]) {
        (a, b) -> Concatenate -> Reshape((h, w, 2, c)) -> Permute((1, 2, 4, 3)) -> Reshape((h, w, 2 * c))
    }

    model ShuffleNetV2(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> conv_relu(24, 3, 2) -> MaxPooling2D(3, strides = 2, padding = same);
        for (count, filters) in [(4, 58), (8, 116), (4, 232)] {
            let a = x -> depthwise(2) -> conv_relu(filters, 1);
            let b = x -> conv_relu(filters, 1) -> depthwise(2) -> conv_relu(filters, 1);
            x = shuffled(a, b);
            for _ in 1..count {
                let b = x[.., .., filters..] -> conv_relu(filters, 1) -> depthwise -> conv_relu(filters, 1);
                x = shuffled(x[.., .., ..filters], b);
            }
        }
        x -> conv_relu(1024, 1) -> head
    }

    fn inception(x: [_, _, _], a, b_reduced, b, c_reduced, c, d) {
        let pooled = x -> MaxPooling2D(3, strides = 1, padding = same);
        (
            x -> conv_relu(a, 1),
            x -> conv_relu(b_reduced, 1) -> conv_relu(b, 3),
            x -> conv_relu(c_reduced, 1) -> conv_relu(c, 3),
            pooled -> conv_relu(d, 1),
        ) -> Concatenate
    }

    fn halved(x: [_, _, _]) { x -> MaxPooling2D(3, strides = 2, padding = same) }

    model GoogLeNet(image: [224, 224, 3]) -> [CLASSES] {
        image
            -> stem
            -> conv_relu(64, 1) -> conv_relu(192, 3) -> halved
            -> inception(64, 96, 128, 16, 32, 32) -> inception(128, 128, 192, 32, 96, 64) -> halved
            -> inception(192, 96, 208, 16, 48, 64) -> inception(160, 112, 224, 24, 64, 64)
            -> inception(128, 128, 256, 24, 64, 64) -> inception(112, 144, 288, 32, 64, 64)
            -> inception(256, 160, 320, 32, 128, 128) -> halved
            -> inception(256, 160, 320, 32, 128, 128) -> inception(384, 192, 384, 48, 128, 128)
            -> head
    }

    layer ClassToken(x: [n, d]) -> [n + 1, d] { token: [1, d] }

    model VitB16(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> Conv2D(768, 16, strides = 16) -> Reshape((-1, 768)) -> ClassToken;
        for _ in 0..12 {
            let y = x -> LayerNormalization;
            x = x + ((y, y) -> MultiHeadAttention(12, 64));
            x = x + (x -> LayerNormalization -> Dense(3072, activation = gelu) -> Dense(768));
        }
        let x = x -> LayerNormalization;
        x[0] -> Dense(CLASSES)
    }
}

/// fvcore's count for one operator.
fn operator(case: &Value, name: &str) -> u64 {
    case["by_operator"][name].as_u64().unwrap_or(0)
}

fn elements(layer: &Layer) -> u64 {
    let dims = layer.output_shapes[0].iter();
    dims.map(|dim| dim.known().expect("a known size") as u64).product()
}

#[test]
fn eleven_models_are_equal_to_fvcore() {
    let golden = golden::json("macs.json");
    let models: [(&str, &Spec, u64); 11] = [
        ("alexnet", AlexNet::SPEC, AlexNet::MACS),
        ("vgg16", Vgg16::SPEC, Vgg16::MACS),
        ("resnet18", ResNet18::SPEC, ResNet18::MACS),
        ("resnet50", ResNet50::SPEC, ResNet50::MACS),
        ("resnext50_32x4d", ResNeXt50::SPEC, ResNeXt50::MACS),
        ("densenet121", DenseNet121::SPEC, DenseNet121::MACS),
        ("squeezenet1_0", SqueezeNet::SPEC, SqueezeNet::MACS),
        ("mobilenet_v2", MobileNetV2::SPEC, MobileNetV2::MACS),
        ("shufflenet_v2_x1_0", ShuffleNetV2::SPEC, ShuffleNetV2::MACS),
        ("googlenet", GoogLeNet::SPEC, GoogLeNet::MACS),
        ("vit_b_16", VitB16::SPEC, VitB16::MACS),
    ];
    let all = golden["models"].as_object().expect("models");
    assert_eq!(all.len(), models.len());
    for (name, spec, macs) in models {
        let case = &all[name];
        let products = ["conv", "linear", "bmm"].map(|name| operator(case, name));
        assert_eq!(macs, products.iter().sum::<u64>(), "{name}");
        assert_eq!(spec.macs, Some(macs), "{name}");
        let of_layers: u64 = spec.layers.iter().map(|layer| layer.macs.expect("known")).sum();
        assert_eq!(macs, of_layers, "{name}");

        // What fvcore counts besides: nothing is left over.
        let times = |factor: u64, class: &str| -> u64 {
            let layers = spec.layers.iter().filter(|layer| layer.class == class);
            factor * layers.map(elements).sum::<u64>()
        };
        assert_eq!(operator(case, "batch_norm"), times(2, "BatchNormalization"), "{name}");
        assert_eq!(operator(case, "layer_norm"), times(5, "LayerNormalization"), "{name}");
        let normalized = spec.layers.iter().filter(|layer| layer.class == "BatchNormalization");
        let flops: u64 = normalized.filter_map(|layer| layer.flops).sum();
        assert_eq!(operator(case, "batch_norm"), flops, "{name}");
        let pooled: u64 = (spec.layers.iter().zip(spec.layers.iter().skip(1)))
            .filter(|(_, layer)| layer.class == "GlobalAveragePooling2D")
            .map(|(before, _)| elements(before))
            .sum();
        let adaptive = match name {
            // torchvision pools 6x6 to 6x6 and 7x7 to 7x7 there; the layer is left out here.
            "alexnet" => 6 * 6 * 256,
            "vgg16" => 7 * 7 * 512,
            // A mean in torchvision, which fvcore does not count.
            "shufflenet_v2_x1_0" => 0,
            _ => pooled,
        };
        assert_eq!(operator(case, "adaptive_avg_pool2d"), adaptive, "{name}");
        let others = ["batch_norm", "layer_norm", "adaptive_avg_pool2d"];
        let others: u64 = others.iter().map(|name| operator(case, name)).sum();
        assert_eq!(case["fvcore_macs"].as_u64(), Some(macs + others), "{name}");
        println!("{name:>20}: {macs:>14} MACs, fvcore {others:>10} more");
    }
}

model! {
    model Conv(x: [32, 32, 3]) { x -> Conv2D(16, 3) }
    model ConvStrided(x: [32, 32, 3]) { x -> ZeroPadding2D(1) -> Conv2D(16, 3, strides = 2) }
    model ConvGrouped(x: [20, 20, 8]) { x -> Conv2D(16, 3, groups = 4) }
    model ConvDepthwise(x: [20, 20, 8]) { x -> DepthwiseConv2D(3) }
    model ConvDilated(x: [20, 20, 4]) { x -> Conv2D(8, 3, dilation_rate = 2) }
    model OneDimension(x: [50, 4]) { x -> Conv1D(8, 5) }
    model ThreeDimensions(x: [8, 8, 8, 2]) { x -> Conv3D(4, 3) }
    model Transposed(x: [7, 7, 8]) { x -> Conv2DTranspose(4, 3, strides = 2) }
    model Linear(x: [10]) { x -> Dense(5) }
    model LinearRows(x: [7, 10]) { x -> Dense(5, use_bias = false) }
    model Norm(x: [10, 10, 8]) { x -> BatchNormalization -> ReLU -> MaxPooling2D -> AveragePooling2D(2) }
    model Heads(x: [5, 16]) { (x, x) -> MultiHeadAttention(4, 4) }
    model Lookup(x: i32[7]) { x -> Embedding(100, 8) }
    #[data_format = channels_first]
    model Seed(image: [3, 150, 150]) {
        let mut x = image;
        for filters in [16, 32, 64] { x = x -> Conv2D(filters, 3, activation = relu) -> MaxPooling2D; }
        x -> Flatten -> Dense(512, activation = relu) -> Dense(1, activation = sigmoid)
    }
}

#[test]
fn single_layers_are_equal_to_fvcore() {
    let golden = golden::json("macs.json");
    for (name, macs) in [
        ("conv2d_3x3", Conv::MACS),
        ("conv2d_nobias", Conv::MACS),
        ("conv2d_s2p1", ConvStrided::MACS),
        ("conv2d_groups", ConvGrouped::MACS),
        ("conv2d_depthwise", ConvDepthwise::MACS),
        ("conv2d_dil", ConvDilated::MACS),
        ("conv1d", OneDimension::MACS),
        ("conv3d", ThreeDimensions::MACS),
        ("convT2d_s2", Transposed::MACS),
        ("linear", Linear::MACS),
        ("linear_nobias", Linear::MACS),
        ("linear_seq", LinearRows::MACS),
        ("relu", Norm::MACS),
        ("maxpool", Norm::MACS),
        ("avgpool", Norm::MACS),
        ("seed_cnn", Seed::MACS),
        ("mha", Heads::MACS),
        ("embedding", Lookup::MACS),
    ] {
        let case = &golden["layers"][name];
        let batch = case["input"][0].as_u64().expect("a batch");
        assert_eq!(case["fvcore_macs"].as_u64(), Some(batch * macs), "{name}");
    }
}

model! {
    model SelfAttention(x: [50, 64]) { (x, x) -> MultiHeadAttention(4, 16) }
    model CrossAttention(x: [10, 64], y: [30, 32]) { (x, y) -> MultiHeadAttention(4, 16, value_dim = 16) }
    model Grouped(x: [50, 64]) { (x, x) -> GroupedQueryAttention(16, 4, 2) }
    model Dots(x: [10, 8], y: [20, 8]) { (x, y) -> Attention }
    model Recurrent(x: [20, 32]) { x -> LSTM(64) }
    model Gated(x: [20, 32]) { x -> GRU(64, return_sequences = true) }
    model Simple(x: [20, 32]) { x -> RNN(SimpleRNNCell(64)) }
    model Both(x: [20, 32]) { x -> Bidirectional(LSTM(64)) }
    model Video(x: [4, 10, 10, 3]) { x -> ConvLSTM2D(8, 3) }
    model Steps(x: [6, 20, 20, 3]) { x -> TimeDistributed(Conv2D(8, 3)) }
    model Separable(x: [20, 20, 8]) { x -> SeparableConv2D(16, 3, depth_multiplier = 2) }
    model Einsum(x: [10, 4, 8]) { x -> EinsumDense("abcd,cde->abe", output_shape = (None, 6)) }
    model Product(x: [3, 4], y: [5, 4]) { (x, y) -> Dot(axes = 2) }
    model Shared(x: [10]) {
        let tower = Dense(5);
        let a = x -> tower;
        let b = x * 2.0 -> tower;
        (a, b) -> Concatenate
    }
    model Outer(x: [10]) { let inner = Shared; (x -> inner, x -> Shared) -> Add -> Dense(3) -> Dropout(0.5) }
    model Chain(x: [10]) { x -> Sequential(Dense(5) -> ReLU -> Dense(2)) }
    layer Scaled(x: [.., c], n = 1) -> [.., c] { gamma: [c], macs = n * c }
    model Own(x: [10]) { x -> Scaled(3) -> Scaled }
    model Reversed(x: i32[7]) {
        let words = ReversibleEmbedding(100, 8);
        x -> words
    }
    model Unknown(image: [_, _, 3]) { image -> Conv2D(8, 3, name = "conv") -> GlobalAveragePooling2D -> Dense(10) }
    model Convolved(image: [h, w, 3]) { image -> Conv2D(8, 3) -> GlobalAveragePooling2D -> Dense(10) }
    model Attending(x: [seq, 64]) { (x, x) -> MultiHeadAttention(4, 16) }
    model Fixed(x: [50, 64]) { x -> Attending(name = "inner") }
    model Twice(x: [2 * n, 64]) { x -> Attending(name = "inner") }
    model Free(x: [n, 4]) { x -> ReLU -> GlobalMaxPooling1D -> Dense(2) }
    model AnyLength(x: [_, 4]) { x -> ReLU -> GlobalMaxPooling1D -> Dense(2) }
}

#[test]
fn rules_where_other_tools_differ() {
    let gates = 32 * 256 + 64 * 256;
    for (name, macs, expected) in [
        ("multi-head attention", SelfAttention::MACS, 1_139_200),
        ("cross attention", CrossAttention::MACS, {
            let (query, output) = (10 * 64 * 64, 10 * 64 * 64);
            query + output + 2 * 30 * 32 * 64 + 2 * 10 * 30 * 64
        }),
        ("grouped attention", Grouped::MACS, {
            50 * 64 * (64 + 32 + 32 + 64) + 2 * 4 * 50 * 50 * 16
        }),
        ("dot-product attention", Dots::MACS, 2 * 10 * 20 * 8),
        ("lstm", Recurrent::MACS, 491_520),
        ("gru", Gated::MACS, 20 * gates / 4 * 3),
        ("rnn", Simple::MACS, 20 * gates / 4),
        ("bidirectional", Both::MACS, 2 * 491_520),
        ("conv lstm", Video::MACS, 4 * 8 * 8 * 9 * (3 + 8) * 32),
        ("time distributed", Steps::MACS, 6 * 18 * 18 * 9 * 3 * 8),
        ("separable", Separable::MACS, 18 * 18 * (9 * 16 + 16 * 16)),
        ("einsum", Einsum::MACS, 10 * 4 * 8 * 6),
        ("dot", Product::MACS, 3 * 5 * 4),
        ("shared", Shared::MACS, 2 * 50),
        ("nested", Outer::MACS, 2 * 100 + 10 * 3),
        ("chain", Chain::MACS, 50 + 10),
        ("layer item", Own::MACS, 30 + 10),
        ("lookup", Reversed::MACS, 0),
    ] {
        assert_eq!(macs, expected, "{name}");
    }
}

#[test]
fn a_count_that_is_not_known_is_none() {
    assert_eq!(Unknown::MACS, None);
    assert_eq!(unknown::CONV.macs, None);
    assert_eq!(unknown::DENSE.macs, Some(80));
    // What has no products needs no size.
    assert_eq!(AnyLength::MACS, 8);
}

#[test]
fn a_count_for_every_size_is_a_function() {
    const SMALL: u64 = Convolved::macs(32, 20);
    assert_eq!((SMALL, Convolved::MACS), (30 * 18 * 9 * 3 * 8 + 80, None));
    assert_eq!(Attending::macs(50), 1_139_200);
    assert_eq!(Fixed::MACS, 1_139_200);
    assert_eq!(Fixed::PEAK_ACTIVATION_BYTES, 2 * 50 * 64 * 4);
    assert_eq!(Twice::macs(25), 1_139_200);
    assert_eq!((Free::macs(7), Free::MACS), (8, 8));
}
