//! FLOPs compared with counts by hand, by the rules of `docs/costs.md`. Multiply-accumulates are
//! tested in `macs.rs`, symbolic counts in `model-core/tests/golden/symbolic.rs`.

use modelwright::model;

model! {
    model Linear(x: [7, 10]) { x -> Dense(5) }
    model Activated(x: [7, 10]) { x -> Dense(5, activation = gelu, use_bias = false) }
    model Conv(x: [32, 32, 3]) { x -> Conv2D(16, 3, activation = relu) }
    model Strided(x: [32, 32, 3]) { x -> Conv2D(16, 3, strides = 2, padding = same, use_bias = false) }
    model Depthwise(x: [20, 20, 8]) { x -> DepthwiseConv2D(3) }
    model Separable(x: [20, 20, 8]) { x -> SeparableConv2D(16, 3, depth_multiplier = 2) }
    model Transposed(x: [7, 7, 8]) { x -> Conv2DTranspose(4, 3, strides = 2) }
    model MaxPool(x: [9, 9, 4]) { x -> MaxPooling2D(3, strides = 2) }
    model MeanPool(x: [9, 9, 4]) { x -> AveragePooling2D(2, padding = same) }
    model GlobalMax(x: [9, 9, 4]) { x -> GlobalMaxPooling2D }
    model GlobalMean(x: [9, 9, 4]) { x -> GlobalAveragePooling2D }
    // Windows of 7 for 3: 0..3, 2..5, 4..7, so 9 elements.
    model Adaptive(x: [7, 5]) { x -> AdaptiveMaxPooling1D(3) }
    model AdaptiveMean(x: [8, 5]) { x -> AdaptiveAveragePooling1D(4) }
    model Batch(x: [10, 8]) { x -> BatchNormalization(scale = false) }
    model Layers(x: [10, 8]) { x -> LayerNormalization }
    model Plain(x: [10, 8]) { x -> LayerNormalization(scale = false, center = false) }
    model Groups(x: [10, 8]) { x -> GroupNormalization(groups = 2, center = false) }
    model Rms(x: [10, 8]) { x -> RMSNormalization }
    model Unit(x: [10, 8]) { x -> UnitNormalization }
    model Softmaxed(x: [10, 8]) { x -> Softmax }
    model Clipped(x: [10]) { x -> ReLU(max_value = 6.0) }
    model Leaky(x: [10]) { x -> ReLU(negative_slope = 0.1, threshold = 1.0) }
    model Swish(x: [10]) { x -> Activation(swish) }
    model Glu(x: [10]) { x -> Activation(glu) }
    model Sum(x: [10], y: [10], z: [10]) { (x, y, z) -> Add }
    model Mean(x: [10], y: [10], z: [10]) { (x, y, z) -> Average }
    model Scaled(x: [10]) { x * 2.0 + 1.0 }
    model Moved(x: [4, 6]) { x -> Dropout(0.5) -> Permute((2, 1)) -> ZeroPadding1D(2) -> Cropping1D(1) -> Flatten }
    model Larger(x: [4, 4, 3]) { x -> UpSampling2D(2) -> UpSampling2D(2, interpolation = bilinear) }
    model Recurrent(x: [20, 32]) { x -> LSTM(64) }
    model Gated(x: [20, 32]) { x -> GRU(64) }
    model Before(x: [20, 32]) { x -> GRU(64, reset_after = false, use_bias = false) }
    model Simple(x: [20, 32]) { x -> RNN(SimpleRNNCell(64)) }
    model Both(x: [20, 32]) { x -> Bidirectional(LSTM(64), merge_mode = ave) }
    model Heads(x: [50, 64]) { (x, x) -> MultiHeadAttention(4, 16) }
    model Causal(x: [50, 64]) { (x, x) -> MultiHeadAttention(4, 16, use_bias = false, use_causal_mask = true) }
    model Dots(x: [10, 8], y: [20, 8]) { (x, y) -> Attention }
    model Additive(x: [10, 8], y: [20, 8]) { (x, y) -> AdditiveAttention }
    model Lookup(x: i32[7]) { x -> Embedding(100, 8) }
    model Steps(x: [6, 10]) { x -> TimeDistributed(Dense(5, activation = relu)) }
    model Shared(x: [10]) {
        let tower = Dense(5);
        (x -> tower, x * 2.0 -> tower) -> Add
    }
    model Outer(x: [10]) { let inner = Shared; (x -> inner, x -> Shared) -> Add -> Dense(3) }
    layer Own(x: [.., c]) -> [.., c] { gamma: [c], macs = 3 * c }
    model Items(x: [10]) { x -> Own }
    layer Scaled10(x: [.., c], n = 1) -> [.., c] { gamma: [c], macs = n * c, flops = 2 * n * c + 1 }
    model Counted(x: [10]) { x -> Scaled10(3) }
    layer Free10(x: [n, c]) -> [n, c] { flops = n * c, elementwise }
    model OfSymbols(x: [h, 10]) { x -> Free10 }

    model Vgg16(image: [224, 224, 3]) -> [1000] {
        let mut x = image;
        for (count, filters) in [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)] {
            for _ in 0..count { x = x -> Conv2D(filters, 3, padding = same, activation = relu); }
            x = x -> MaxPooling2D;
        }
        x -> Flatten -> Dense(4096, activation = relu) -> Dense(4096, activation = relu) -> Dense(1000)
    }

    model Unknown(image: [_, _, 3]) { image -> Conv2D(8, 3) -> GlobalAveragePooling2D -> Dense(10, name = "dense") }
    model Convolved(image: [h, w, 3]) { image -> Conv2D(8, 3, activation = relu) -> GlobalAveragePooling2D -> Dense(10) }
    model Fitted(image: [32, 20, 3]) { image -> Convolved(name = "inner") }
}

#[test]
fn layers_by_hand() {
    // Of one unit in one step: biases, activations, and the products and sums of the gates.
    let lstm = 4 + 3 * 4 + 2 + 4;
    let gru = 2 * 4 + 1 + 5;
    let sums = 32 * 64 + 64 * 64;
    for (name, flops, expected) in [
        ("dense", Linear::FLOPS, 7 * 5 * (2 * 10 + 1)),
        ("gelu", Activated::FLOPS, 7 * 5 * (2 * 10 + 5)),
        ("conv", Conv::FLOPS, 30 * 30 * 16 * (2 * 27 + 1 + 1)),
        ("strided", Strided::FLOPS, 16 * 16 * 16 * 2 * 27),
        ("depthwise", Depthwise::FLOPS, 18 * 18 * 8 * (2 * 9 + 1)),
        ("separable", Separable::FLOPS, 18 * 18 * (16 * 2 * 9 + 16 * (2 * 16 + 1))),
        ("transposed", Transposed::FLOPS, 7 * 7 * 8 * 2 * 9 * 4 + 15 * 15 * 4),
        ("max pool", MaxPool::FLOPS, 4 * 4 * 4 * 9),
        ("mean pool", MeanPool::FLOPS, 5 * 5 * 4 * (4 + 1)),
        ("global max", GlobalMax::FLOPS, 81 * 4),
        ("global mean", GlobalMean::FLOPS, 81 * 4 + 4),
        ("adaptive", Adaptive::FLOPS, 9 * 5),
        ("adaptive mean", AdaptiveMean::FLOPS, 8 * 5 + 4 * 5),
        ("batch norm", Batch::FLOPS, 2 * 80),
        ("layer norm", Layers::FLOPS, 7 * 80),
        ("layer norm, plain", Plain::FLOPS, 5 * 80),
        ("group norm", Groups::FLOPS, 6 * 80),
        ("rms norm", Rms::FLOPS, 4 * 80),
        ("unit norm", Unit::FLOPS, 3 * 80),
        ("softmax", Softmaxed::FLOPS, 5 * 80),
        ("relu6", Clipped::FLOPS, 2 * 10),
        ("leaky with threshold", Leaky::FLOPS, 3 * 10),
        ("swish", Swish::FLOPS, 5 * 10),
        ("glu", Glu::FLOPS, 5 * 5),
        ("add", Sum::FLOPS, 2 * 10),
        ("average", Mean::FLOPS, 3 * 10),
        ("operators", Scaled::FLOPS, 2 * 10),
        ("moved", Moved::FLOPS, 0),
        ("bilinear", Larger::FLOPS, 16 * 16 * 3 * 8),
        ("lstm", Recurrent::FLOPS, 20 * (4 * sums * 2 + 64 * lstm)),
        ("gru", Gated::FLOPS, 20 * (3 * sums * 2 + 64 * (gru + 6 + 1))),
        ("gru, reset before", Before::FLOPS, 20 * (3 * sums * 2 + 64 * gru)),
        ("rnn", Simple::FLOPS, 20 * (sums * 2 + 64 * 2)),
        ("bidirectional", Both::FLOPS, 2 * Recurrent::FLOPS + 2 * 64),
        ("heads", Heads::FLOPS, 2 * 1_139_200 + 4 * 50 * 64 + 50 * 64 + 4 * 50 * 50 * 5),
        ("causal", Causal::FLOPS, 2 * 1_139_200 + 50 * 64 + 4 * 50 * 50 * 6),
        ("dots", Dots::FLOPS, 2 * 2 * 10 * 20 * 8 + 10 * 20 * 5),
        ("additive", Additive::FLOPS, 2 * 2 * 10 * 20 * 8 + 10 * 20 * 5 + 10 * 20 * 8 * 2),
        ("embedding", Lookup::FLOPS, 0),
        ("time distributed", Steps::FLOPS, 6 * 5 * (2 * 10 + 1 + 1)),
        ("shared", Shared::FLOPS, 10 + 2 * 5 * 21 + 5),
        ("nested", Outer::FLOPS, 2 * (10 + 2 * 5 * 21 + 5) + 5 + 3 * 11),
        ("layer item", Items::FLOPS, 2 * 30),
        ("layer item with flops", Counted::FLOPS, 2 * 30 + 1),
        ("layer item of symbols", OfSymbols::flops(7), 70),
    ] {
        assert_eq!(flops, expected, "{name}");
    }
}

#[test]
fn vgg16_by_hand() {
    let maps = [(2, 224, 64), (2, 112, 128), (3, 56, 256), (3, 28, 512), (3, 14, 512)];
    let of_maps = |of: fn(u64, u64) -> u64| {
        maps.iter().map(|(n, size, c)| of(*n, size * size * c)).sum::<u64>()
    };
    let convolved = of_maps(|count, elements| count * elements * 2);
    let pooled = of_maps(|_, elements| elements);
    assert_eq!(Vgg16::MACS, 15_470_264_320);
    assert_eq!(Vgg16::FLOPS, 2 * Vgg16::MACS + convolved + pooled + 2 * 4096 * 2 + 1000);
    let of_layers: u64 = Vgg16::LAYERS.iter().map(|layer| layer.flops.expect("known")).sum();
    assert_eq!(of_layers, Vgg16::FLOPS);
}

#[test]
fn what_depends_on_a_size_that_is_not_known() {
    assert_eq!((Unknown::FLOPS, unknown::DENSE.flops), (None, Some(10 * 17)));
    const SMALL: u64 = Convolved::flops(32, 20);
    let of = |h: u64, w: u64| (h - 2) * (w - 2) * 8 * (2 * 27 + 2 + 1) + 8 + 10 * 17;
    assert_eq!((SMALL, Convolved::flops(3, 3)), (of(32, 20), of(3, 3)));
    assert_eq!((Convolved::FLOPS, Fitted::FLOPS), (None, SMALL));
}
