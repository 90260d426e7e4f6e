//! Semantics of the language, part by part: names, shapes and counts of small models.

use modelwright::{Dim, Layer, Model, model};

/// Layer names in row order.
fn names<M: Model>() -> Vec<&'static str> {
    M::SPEC.layers.iter().map(|layer| layer.name).collect()
}

fn output<M: Model>() -> Vec<Option<usize>> {
    M::SPEC.outputs[0].iter().map(|dim| dim.known()).collect()
}

fn known(sizes: &[usize]) -> Vec<Option<usize>> {
    sizes.iter().copied().map(Some).collect()
}

#[test]
fn constants_are_values_and_rust_constants() {
    model! {
        const UNITS: usize = WIDTHS[1] + EXTRA as usize;
        const WIDTHS: [usize; 3] = [8, 16, 32];
        const EXTRA: i64 = -(-2);
        const SCALE: f64 = 1.5;
        const LABEL: &str = "head{EXTRA}";
        const PAIRS: [(usize, bool); 2] = [(1, true), (2, false)];
        model Net(x: [4]) -> [UNITS] { x -> Dense(UNITS, name = LABEL) }
    }
    assert_eq!((UNITS, WIDTHS, EXTRA, LABEL, PAIRS[1]), (18, [8, 16, 32], 2, "head2", (2, false)));
    assert!((SCALE - 1.5).abs() < 1e-9);
    assert_eq!(names::<Net>(), ["x", "head2"]);
    assert_eq!(net::HEAD2.params, 4 * 18 + 18);
}

#[test]
fn what_rust_writes_is_read() {
    model! {
        const WIDTHS: &[usize] = &[8, 16];
        const PAIRS: ((usize, usize), (usize, usize)) = ((1, 2), (3, 4));
        fn grown(mut x: [_, _, _], mut width) {
            for _ in 0..PAIRS.1.0 {
                width = width * PAIRS.0.1;
                x = x -> Conv2D(width, 1)
            }
            x
        }
        model Net(mut image: [6, 6, 1]) -> [_] {
            image = image -> grown(WIDTHS[0]);
            let [height, width, channels] = image.shape;
            let units = if height == width { let mut n = channels; n += 1; n } else { 0 };
            for mut n in &[1, 2] {
                n = n * units;
                image = image -> Conv2D(n, 1);
            }
            image -> Flatten -> Dense(units)
        }
    }
    assert_eq!((WIDTHS, PAIRS.0.1), (&[8, 16][..], 2));
    assert_eq!(Net::OUTPUT_SHAPE, [65]);
    assert_eq!(Net::LAYERS[5].output_shapes[0], [Dim::Known(6), Dim::Known(6), Dim::Known(130)]);
}

#[test]
fn numbers_behave_as_in_rust() {
    model! {
        fn make_divisible(v, divisor = 8) {
            let rounded = ((v + divisor as f64 / 2.0) as usize / divisor * divisor).max(divisor);
            if (rounded as f64) < 0.9 * v { rounded + divisor } else { rounded }
        }
        const A: usize = make_divisible(33.0);
        const B: usize = make_divisible(32.0 * 0.35, 4);
        const C: i64 = -7 / 2;
        const D: i64 = -7 % 3;
        const E: usize = 2.pow(10) - 2.max(3).min(9);
        const F: f64 = (2.0.sqrt() * 10.0).floor() + 0.5.round() + 1.2.ceil() + (-3.0).abs();
        const G: bool = 1 < 2 && !(3 == 4) || false;
        const H: usize = 2 + 3 * 4 % 5;
        const I: usize = (-1.5).abs() as i64 as usize;
        model Net(x: [4]) { x -> Dense(A) }
    }
    assert_eq!((A, B, C, D, E, G, H), (32, 12, -3, -1, 1021, true, 4));
    assert!((F - (14.0 + 1.0 + 2.0 + 3.0)).abs() < 1e-9);
    assert_eq!(I, 1);
}

#[test]
fn lists_and_loops() {
    model! {
        model Net(image: [32, 32, 3]) -> [10] {
            let mut x = image;
            let mut taps = [];
            for (index, (width, stride)) in [8, 16].zip([1, 2]).enumerate() {
                x = x -> Conv2D(width, 3, strides = stride, padding = same, name = "conv{index}");
                taps.push(x -> GlobalAveragePooling2D(name = "tap{index}"));
            }
            for i in (0..=1).rev() {
                taps.push(x -> GlobalMaxPooling2D(name = "max{i}"));
            }
            assert!(taps.len() == 4, "four taps");
            let _ = taps.last();
            taps -> Concatenate -> Dense(10)
        }
    }
    assert_eq!(net::CONCATENATE.output_shapes, [[Dim::Known(8 + 3 * 16)]]);
    let inputs: Vec<_> = net::CONCATENATE.inputs.iter().map(|input| input.layer).collect();
    assert_eq!(inputs, ["tap0", "tap1", "max1", "max0"]);
}

#[test]
fn blocks_are_inlined_with_fresh_layers() {
    model! {
        fn stage(x: [_, _, c], filters, stride = 1) -> [_, _, filters] {
            let factor = filters / c;
            assert!(factor * c == filters, "{filters} is a multiple of {c}");
            x -> Conv2D(filters, 3, strides = stride, padding = same, name = "conv") -> BatchNormalization
        }
        fn twice(x: [..], filters) { x -> stage(filters, name = "a") -> stage(filters, stride = 2, name = "b") }
        fn add(a: [n], b: [n], scale = 2.0) { (a + b) * scale }
        model Net(image: [8, 8, 4]) -> [4, 4, 8] { image -> twice(8, name = "outer") }
        model Direct(a: [4], b: [4]) { (add(a, b), (b, a) -> add(scale = 0.5)) }
    }
    assert_eq!(
        names::<Net>(),
        [
            "image",
            "outer/a/conv",
            "outer/a/batch_normalization",
            "outer/b/conv",
            "outer/b/batch_normalization"
        ]
    );
    assert_eq!(net::OUTER_B_CONV.params, 3 * 3 * 8 * 8 + 8);
    assert_eq!(names::<Direct>(), ["a", "b", "add", "add_1", "multiply", "multiply_1"]);
}

#[test]
fn a_layer_in_a_variable_is_shared() {
    model! {
        model Shared(a: [8], b: [8]) {
            let tower = Dense(4) -> ReLU;
            let head = Sequential(Dense(2) -> Softmax, name = "head");
            let x = a -> tower;
            let y = b -> tower;
            (x - y -> head, x * y -> head)
        }
        model Written(a: [8], b: [8]) { (a -> Dense(4), b -> Dense(4)) }
    }
    assert_eq!(Shared::PARAMS, (8 * 4 + 4) + (4 * 2 + 2));
    assert_eq!(Written::PARAMS, 2 * (8 * 4 + 4));
    assert_eq!(shared::SEQUENTIAL.inputs.len(), 2);
    assert_eq!(shared::SEQUENTIAL.layers[0].name, "dense");
    assert_eq!(shared::HEAD.class, "Sequential");
    assert_eq!(shared::SUBTRACT.inputs[1], "sequential");
    assert_eq!(shared::SUBTRACT.inputs[1].call, 1);
}

#[test]
fn a_model_is_a_layer_with_fresh_weights_where_it_is_written() {
    model! {
        model Pair(x: [8]) {
            let backbone = Backbone;
            (x -> Backbone -> Dense(1), x -> backbone, x -> backbone, x -> Backbone(name = "frozen", trainable = false))
        }
        #[name = "backbone"]
        model Backbone(x: [8]) -> [4] { x -> Dense(4) -> BatchNormalization }
        model Wider(image: [20, 20, 3]) { image -> Any }
        model Any(image: [_, _, 3]) -> [_, _, 4] { image -> Conv2D(4, 3) }
    }
    assert_eq!(Backbone::PARAMS, 36 + 16);
    assert_eq!(Pair::PARAMS, 3 * Backbone::PARAMS + 5);
    assert_eq!(Pair::TRAINABLE_PARAMS, 2 * Backbone::TRAINABLE_PARAMS + 5);
    let nested: Vec<&Layer> =
        Pair::LAYERS.iter().filter(|layer| layer.class == "Functional").collect();
    assert_eq!(nested.len(), 3);
    assert!(nested.iter().all(|layer| layer.layers.len() == 3));
    assert_eq!(output::<Wider>(), known(&[18, 18, 4]));
    assert_eq!(Any::OUTPUT_SHAPE, [None, None, Some(4)]);
}

#[test]
fn tensors_take_arithmetic_and_slices() {
    model! {
        model Net(x: [6, 4]) -> [5, 2] {
            let y = (x / 255.0 - 0.5) * 2.0 + 1.0;
            let z = -(1.0 - y) + x * y;
            let first: [4] = z[0];
            let n = z.shape[1] / 2;
            assert!(first.shape.len() == 1, "one axis");
            z[1.., ..n]
        }
    }
    let classes: Vec<_> = Net::LAYERS.iter().map(|layer| layer.class).collect();
    assert_eq!(
        classes,
        [
            "InputLayer",
            "TrueDivide",
            "Subtract",
            "Multiply",
            "Add",
            "Subtract",
            "Negative",
            "Multiply",
            "Add",
            "GetItem"
        ]
    );
    assert_eq!(Net::PARAMS, 0);
}

#[test]
fn a_layer_item_is_a_layer() {
    model! {
        layer LayerScale(x: [.., c], init = 1e-6) -> [.., c] { gamma: [c] }
        layer ClassToken(x: [n, d]) -> [n + 1, d] { token: [1, d], frozen steps: [1] }
        layer Bilinear(a: [n], b: [m], units) -> [units] { kernel: [n, m, units] }
        model Net(x: [16, 8]) -> [17, 8] {
            let scaled = x -> LayerScale -> ClassToken(name = "token", dtype = float16);
            let chain = LayerScale(init = 0.1) -> ReLU;
            scaled -> chain -> TimeDistributed(LayerScale(1.0))
        }
        model Two(a: [3], b: [4]) -> [5] { (a, b) -> Bilinear(5) }
    }
    assert_eq!(names::<Net>()[..3], ["x", "layer_scale", "token"]);
    assert_eq!(net::TOKEN.params, 9);
    assert_eq!(net::TOKEN.trainable_params, 8);
    assert_eq!(net::TOKEN.weights[1].dtype.name(), "float16");
    assert_eq!(net::LAYER_SCALE.weights[0].shape, [8]);
    assert_eq!(Net::PARAMS, 8 + 9 + 8 + 8);
    assert_eq!(Two::PARAMS, 3 * 4 * 5);
}

#[test]
fn attributes_of_a_model() {
    model! {
        #[name = "first"]
        #[data_format = channels_first]
        #[dtype = float16]
        model First(image: [3, 32, 32]) -> [8, 30, 30] {
            image -> Conv2D(8, 3) -> Conv2D(30, 1, data_format = channels_last, dtype = float32)
        }
        #[sequential]
        #[name = "sequential"]
        model Chain(x: u8[8]) { x -> Dense(4, trainable = false) -> Dense(2) }
    }
    assert_eq!(First::NAME, "first");
    assert_eq!(First::PARAM_BYTES, 2 * first::CONV2D.params + 4 * first::CONV2D_1.params);
    assert_eq!(names::<Chain>(), ["dense", "dense_1"]);
    assert_eq!(Chain::SPEC.class, "Sequential");
    assert_eq!(Chain::TRAINABLE_PARAMS, 10);
    assert!(!chain::DENSE.trainable);
}

#[test]
fn several_inputs_and_outputs() {
    model! {
        model Decoder(tokens: i32[10], memory: [20, 32]) -> ([10, 32], [32], [32]) {
            let x = tokens -> Embedding(1000, 32);
            let (encoded, h, c) = memory -> LSTM(32, return_state = true, return_sequences = true);
            let y = (x, h, c) -> LSTM(32, return_sequences = true);
            let (attended, _scores) = (y, encoded) -> MultiHeadAttention(4, 8, return_attention_scores = true);
            (attended, h, c)
        }
    }
    const SHAPES: ([usize; 2], [usize; 1], [usize; 1]) = Decoder::OUTPUT_SHAPE;
    assert_eq!(SHAPES, ([10, 32], [32], [32]));
    assert_eq!(decoder::LSTM.output_shapes.len(), 3);
    assert_eq!(decoder::LSTM_1.inputs[2].output, 2);
}

#[test]
fn words_are_values() {
    model! {
        fn convolution(x: [..], filters, activation = relu, padding = same) {
            let init = he_normal;
            x -> Conv2D(
                filters,
                (3, 3),
                padding = padding,
                activation = activation,
                kernel_initializer = init,
                bias_initializer = Constant(value = 0.1),
                kernel_regularizer = L2(1e-4),
                kernel_constraint = MaxNorm(3),
            )
        }
        model Net(image: [8, 8, 1]) -> [6, 6, 2] {
            let same_padding = true;
            let same = if same_padding { valid } else { same };
            image -> convolution(4, activation = None) -> convolution(2, padding = same, activation = gelu)
        }
    }
    assert_eq!(net::CONV2D_1.output_shapes[0][0], Dim::Known(6));
}

#[test]
fn a_long_chain_of_branches_is_one_level() {
    macro_rules! chosen {
        ($n:literal: $($ten:literal)*) => {
            model! {
                fn chosen(n) {
                    if n == 1000 { 1 }
                    $(else if n == $ten { 2 } else if n == $ten + 1 { 3 } else if n == $ten + 2 { 4 } else if n == $ten + 3 { 5 })*
                    else { 6 }
                }
                const CHOSEN: [usize; 3] = [chosen(1000), chosen($n), chosen(1001)];
            }
        };
    }
    chosen!(3: 0 4 8 12 16 20 24 28 32 36 40 44 48 52 56 60 64 68 72 76 80 84 88 92 96 100 104 108 112 116 120 124 128);
    assert_eq!(CHOSEN, [1, 5, 6]);
}

#[test]
fn a_layer_freezes_its_own_weights_and_a_model_all_inside() {
    model! {
        model Inner(x: [4]) -> [3] { x -> Dense(3) -> Sequential(Dense(3)) }
        model OwnWeights(x: [5, 4]) {
            x -> Dense(3, trainable = false) -> LSTM(2, trainable = false) -> BatchNormalization(trainable = false)
        }
        #[allow(deprecated)]
        model Steps(x: [5, 8]) { x -> TimeDistributed(Dense(3), trainable = false) }
        model FrozenInside(x: [5, 8]) { x -> TimeDistributed(Dense(3, trainable = false)) }
        #[allow(deprecated)]
        model Directions(x: [5, 8]) { x -> Bidirectional(LSTM(2), trainable = false) }
        #[allow(deprecated)]
        model Cells(x: [5, 8]) { x -> RNN([LSTMCell(2), GRUCell(3)], trainable = false) }
        #[allow(deprecated)]
        model Stack(x: [5, 8]) {
            x -> RNN(StackedRNNCells([LSTMCell(2), LSTMCell(2)], trainable = false), trainable = false)
        }
        #[allow(deprecated)]
        model Heads(x: [5, 8]) { (x, x) -> MultiHeadAttention(2, 4, trainable = false) }
        #[allow(deprecated)]
        model Groups(x: [5, 8]) { (x, x) -> GroupedQueryAttention(2, 4, 2, trainable = false) }
        #[allow(deprecated)]
        model Spectral(x: [8]) { x -> SpectralNormalization(Dense(3), trainable = false) }
        #[allow(deprecated)]
        model Clip(x: [3, 8, 8, 1]) { x -> ConvLSTM2D(2, 3, trainable = false) }
        #[allow(deprecated)]
        model Chain(x: [4]) { x -> Sequential(Dense(3) -> Dense(2), trainable = false) }
        model Nested(x: [4]) { x -> Inner(trainable = false) -> Dense(1) }
    }
    let frozen = [
        OwnWeights::TRAINABLE_PARAMS,
        FrozenInside::TRAINABLE_PARAMS,
        Nested::LAYERS[1].trainable_params,
    ];
    assert_eq!(frozen, [0; 3]);
    for spec in [
        Steps::SPEC,
        Directions::SPEC,
        Cells::SPEC,
        Stack::SPEC,
        Heads::SPEC,
        Groups::SPEC,
        Clip::SPEC,
        Chain::SPEC,
    ] {
        assert_eq!(spec.trainable_params, spec.params, "{}", spec.name);
        let last = spec.layers[spec.layers.len() - 1];
        assert_eq!((last.trainable, last.trainable_params), (false, last.params), "{}", spec.name);
    }
    assert_eq!((Steps::PARAMS, Spectral::TRAINABLE_PARAMS, Spectral::PARAMS), (27, 27, 30));
    assert_eq!(Nested::TRAINABLE_PARAMS, 4);
    let inside = Nested::LAYERS[1].layers;
    assert!(!inside.is_empty());
    for layer in inside.iter().chain(inside[inside.len() - 1].layers) {
        assert_eq!((layer.trainable, layer.trainable_params), (false, 0), "{}", layer.name);
    }
    for layer in Chain::LAYERS[1].layers {
        assert!(layer.trainable && layer.trainable_params == layer.params, "{}", layer.name);
    }
}
