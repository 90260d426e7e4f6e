//! Symbolic sizes: one model for every input size.

use modelwright::{Dim, model};

model! {
    fn down(x: [_, _, _], filters) { x -> Conv2D(filters, 3, padding = same, activation = relu) }

    fn unet(image: [_, _, _], depth) {
        let mut x = image;
        let mut skips = [];
        for level in 0..depth {
            x = x -> down(8 * 2.pow(level));
            skips.push(x);
            x = x -> MaxPooling2D(2);
        }
        x = x -> down(8 * 2.pow(depth));
        for level in (0..depth).rev() {
            let up = x -> Conv2DTranspose(8 * 2.pow(level), 2, strides = 2, padding = same);
            x = (up, skips[level]) -> Concatenate -> down(8 * 2.pow(level));
        }
        x -> Conv2D(1, 1)
    }

    model Unet(image: [16*h, 16*w, 3]) -> [16*h, 16*w, 1] { image -> unet(4) }

    model Encoder(tokens: i32[seq]) -> [seq, 64] {
        let x = tokens -> Embedding(1000, 64);
        let y = x + ((x, x) -> MultiHeadAttention(4, 16)) -> LayerNormalization;
        y + (y -> Dense(256, activation = gelu) -> Dense(64)) -> LayerNormalization
    }

    model Features(image: [h, w, 3]) -> [_, _, 32] {
        let x = image -> Conv2D(32, 3, strides = 2) -> Conv2D(32, 3, padding = same, strides = 2);
        assert!(x.shape.len() == 3, "an image");
        x
    }

    model Flat(image: [h, w, 3]) -> [3 * h * w] { image -> Reshape([-1]) }
    model Rows(image: [4*h, 6, 2]) -> ([2*h, 24], [8*h, 6]) {
        (image -> Reshape([-1, 24]), image -> Permute([1, 3, 2]) -> Reshape([8*h, 6]))
    }
    model Deep(x: [a, b, c, d, 4]) { x -> Dense(8) }
    model Square(image: [n, n, 3]) -> [n, n, 3] { image + (image -> Permute([2, 1, 3])) }
    model Pooled(image: [h, w, 3]) -> [10] { image -> Conv2D(8, 7) -> GlobalAveragePooling2D -> Dense(10) }
    model PooledInside(image: [h, w, 3]) -> [10] { image -> Pooled }
    model PooledDeeper(image: [2*a, b, 3]) -> [10] { image -> AveragePooling2D((2, 1)) -> PooledInside }
    model PooledInChain(image: [h, w, 3]) -> [8] {
        image -> Sequential(Conv2D(8, 3) -> Conv2D(8, 5) -> GlobalAveragePooling2D)
    }
    model PooledInTime(video: [t, h, w, 3]) -> [t, 10] { video -> TimeDistributed(Pooled) }
    model Both(image: [2*h, _, 3]) -> [h, _, 3] { image -> AveragePooling2D(2) }
    model Backbone(image: [32*h, 32*w, 3]) -> [h * w, 8] {
        image -> Conv2D(8, 3, strides = 32, padding = same) -> Reshape([h * w, 8])
    }
    model Nested(image: [64*a, 320, 3]) -> ([20*a, 8], [100, 8]) {
        (image -> Backbone, image -> Resizing(320, 320) -> Backbone)
    }
    /// Two halves of a sequence: `h/2` and `(h + 1)/2` steps, `h` in total.
    fn halves(x: [_, _]) {
        (x -> MaxPooling1D(2), x -> MaxPooling1D(2, padding = same)) -> Concatenate(axis = 1)
    }
    model Halves(x: [h, 4]) {
        let y = x -> halves;
        assert!(y.shape[0] == x.shape[0], "as many steps");
        ((y, x) -> Dot(axes = 1), (y, x) -> Attention, y + x, y -> Reshape([2 * x.shape[0], 2]))
    }
    model Numbers(image: [64, 96, 3]) -> [64, 96, 1] { image -> unet(4) }
}

// The same networks, once with symbols and once with numbers; what is on the way is an output, too.
model! {
    fn unet_small(image: [_, _, 3]) {
        let fine = image -> Conv2D(8, 3, padding = same, activation = relu);
        let coarse = fine -> MaxPooling2D(2) -> Conv2D(16, 3, padding = same, activation = relu);
        let deep = coarse -> MaxPooling2D(2) -> Conv2D(32, 3, padding = same);
        let mut x = deep;
        for (filters, skip) in [(16, coarse), (8, fine)] {
            let up = x -> Conv2DTranspose(filters, 2, strides = 2, padding = same);
            x = (up, skip) -> Concatenate -> Conv2D(filters, 3, padding = same);
        }
        (coarse, deep, x -> Conv2D(1, 1, activation = sigmoid))
    }

    model SmallUnet(image: [4*h, 4*w, 3]) { image -> unet_small }
    model SmallUnet64x32(image: [64, 32, 3]) { image -> unet_small }
    model SmallUnet4x12(image: [4, 12, 3]) { image -> unet_small }

    /// The input that is reused in place, and the largest step, depend on the sizes.
    fn outer(rows: [_, 1, c], columns: [1, _, c]) {
        let product = (rows -> ReLU, columns -> ReLU) -> Multiply;
        let halves = product -> MaxPooling2D(2, padding = same) -> Conv2D(9 * c, 1) -> ReLU;
        (halves -> Reshape([-1]) -> Rescaling(2.0), product -> Flatten(dtype = float16))
    }

    model Outer(rows: [h, 1, 4], columns: [1, w, 4]) { (rows, columns) -> outer }
    model Outer1x1(rows: [1, 1, 4], columns: [1, 1, 4]) { (rows, columns) -> outer }
    model Outer1x2(rows: [1, 1, 4], columns: [1, 2, 4]) { (rows, columns) -> outer }
    model Outer3x1(rows: [3, 1, 4], columns: [1, 1, 4]) { (rows, columns) -> outer }
    model Outer9x5(rows: [9, 1, 4], columns: [1, 5, 4]) { (rows, columns) -> outer }

    /// Windows with a remainder, padding, dilation, and halves that are concatenated again.
    fn cnn(image: [h, w, 1]) {
        let a = image -> Conv2D(8, 3, activation = relu) -> MaxPooling2D(2);
        let b = a -> ZeroPadding2D(((1, 0), (2, 1))) -> Conv2D(16, (5, 3), strides = (3, 2));
        let c = a -> DepthwiseConv2D(3, dilation_rate = 2) -> AveragePooling2D(3, strides = 2, padding = same);
        let d = c -> Conv2DTranspose(4, 5, strides = 3) -> Cropping2D(((1, 2), 3)) -> UpSampling2D((2, 1));
        let rows = image -> Reshape([h, -1]) -> Conv1D(4, 5, strides = 2, padding = causal);
        (a, b, c, d, rows, d -> Flatten, d -> GlobalAveragePooling2D -> Dense(10))
    }

    model Cnn(image: [h, 28, 1]) { image -> cnn }
    model Cnn28(image: [28, 28, 1]) { image -> cnn }
    model Cnn19(image: [19, 28, 1]) { image -> cnn }
    model Cnn101(image: [101, 28, 1]) { image -> cnn }

    /// An encoder, a decoder that attends to it, and recurrent layers on both.
    fn transformer(source: [_], target: [_]) {
        let table = Embedding(100, 32);
        let x = source -> table;
        let x = x + ((x, x) -> MultiHeadAttention(4, 8)) -> LayerNormalization;
        let (crossed, scores) = (target -> table, x) -> MultiHeadAttention(4, 8, return_attention_scores = true);
        let y = crossed -> Bidirectional(LSTM(16, return_sequences = true)) -> TimeDistributed(Dense(7));
        let both = (x -> Dense(7), y) -> Concatenate(axis = 1);
        let products = (x -> Dense(7), y) -> Dot(axes = 2);
        (scores, both, products, both[1..] -> GRU(5), y -> Permute([2, 1]) -> UpSampling1D(2))
    }

    model Transformer(source: i32[n], target: i32[2*m]) { (source, target) -> transformer }
    model Transformer9To4(source: i32[9], target: i32[4]) { (source, target) -> transformer }
    model Transformer1To200(source: i32[1], target: i32[200]) { (source, target) -> transformer }
}

/// Compares a symbolic model, at some values of its symbols, with the same model with numbers.
macro_rules! same {
    ($($symbolic:ident($($value:expr),*) == $numbers:ident;)*) => {$(
        assert_eq!($symbolic::output_shape($($value),*), $numbers::OUTPUT_SHAPE);
        assert_eq!($symbolic::macs($($value),*), $numbers::MACS);
        assert_eq!(
            $symbolic::peak_activation_bytes($($value),*),
            $numbers::PEAK_ACTIVATION_BYTES,
            stringify!($numbers),
        );
        assert_eq!($symbolic::PARAMS, $numbers::PARAMS);
    )*};
}

#[test]
fn symbols_give_what_numbers_give() {
    same! {
        SmallUnet(16, 8) == SmallUnet64x32;
        SmallUnet(1, 3) == SmallUnet4x12;
        Cnn(28) == Cnn28;
        Cnn(19) == Cnn19;
        Cnn(101) == Cnn101;
        Outer(1, 1) == Outer1x1;
        Outer(1, 2) == Outer1x2;
        Outer(3, 1) == Outer3x1;
        Outer(9, 5) == Outer9x5;
        Transformer(9, 2) == Transformer9To4;
        Transformer(1, 100) == Transformer1To200;
    }
}

model! {
    model Strided(x: [2*h+1, w, 4]) { x -> Conv2D(8, 3, strides = 2) }
    model Pixels(x: [h, w, 4]) { x -> Reshape([-1, 4]) -> Dense(5) }
    model Attend(x: [seq, 64]) { (x, x) -> MultiHeadAttention(4, 16) }
    model Longer(x: [seq, 8], y: [10, 8]) { (x, y) -> Concatenate(axis = 1) }
}

#[test]
fn costs_are_those_counted_by_hand() {
    assert_eq!(Strided::macs(3, 5), 3 * 2 * 9 * 4 * 8);
    assert_eq!(Strided::peak_activation_bytes(3, 5), (7 * 5 * 4 + 3 * 2 * 8) * 4);
    // `Reshape` is in place.
    assert_eq!(Pixels::peak_activation_bytes(3, 5), 15 * (4 + 5) * 4);
    assert_eq!(Attend::macs(50), 1_139_200);
    assert_eq!(Longer::peak_activation_bytes(5), (15 + 15) * 8 * 4);
}

fn output<M: modelwright::Model>() -> &'static [Dim] {
    M::SPEC.outputs[0]
}

const SHAPE: [usize; 3] = Unet::output_shape(4, 6);

#[test]
fn what_survives_halving_and_doubling() {
    assert_eq!(SHAPE, [64, 96, 1]);
    assert_eq!(Unet::PARAMS, Numbers::PARAMS);
    assert_eq!(Unet::INPUT_SHAPE, [None, None, Some(3)]);
    assert_eq!(
        unet::CONV2D_1.output_shapes[0],
        [Dim::Symbolic("8*h"), Dim::Symbolic("8*w"), Dim::Known(16)]
    );
}

#[test]
fn sequences_of_every_length() {
    assert_eq!(Encoder::output_shape(128), [128, 64]);
    assert!(Encoder::summary().to_string().contains("(None, seq, 64)"));
}

#[test]
fn divisions_and_products() {
    assert_eq!(
        output::<Features>(),
        [Dim::Symbolic("(h + 1)/4"), Dim::Symbolic("(w + 1)/4"), Dim::Known(32)]
    );
    for (h, w) in [(3, 3), (4, 9), (224, 225), (17, 64)] {
        let strided = |n: usize| ((n - 3) / 2 + 1).div_ceil(2);
        assert_eq!(Features::output_shape(h, w), [strided(h), strided(w), 32]);
    }
    assert_eq!(Flat::output_shape(5, 7), [105]);
    assert_eq!(Rows::output_shape(5), ([10, 24], [40, 6]));
    assert_eq!(Square::output_shape(9), [9, 9, 3]);
    assert_eq!(Both::output_shape(8), [Some(8), None, Some(3)]);
    assert_eq!((Both::macs(8), Both::peak_activation_bytes(8)), (0, None));
}

#[test]
fn sizes_are_equal_by_value_and_not_by_form() {
    for h in [2, 3, 8, 31] {
        assert_eq!(Halves::output_shape(h), ([4, 4], [h, 4], [h, 4], [2 * h, 2]));
    }
    // One product along `h`, of 4 times 4 elements, and the two of the attention.
    assert_eq!(Halves::macs(31), 31 * 16 + 2 * 31 * 31 * 4);
}

#[test]
fn a_nested_model_takes_every_size() {
    assert_eq!(Nested::output_shape(3), ([60, 8], [100, 8]));
    assert_eq!(Nested::PARAMS, 2 * Backbone::PARAMS);
}

#[test]
fn sizes_that_are_too_small_are_refused() {
    assert_eq!(Pooled::output_shape(7, 7), [10]);
    let refused = |shape: fn(usize, usize) -> [usize; 1], h, w| {
        std::panic::catch_unwind(|| shape(h, w)).is_err()
    };
    assert!(refused(Pooled::output_shape, 6, 7));
    assert!(refused(Pooled::output_shape, 7, 0));
    for (h, w) in [(6, 7), (5, 5), (7, 0)] {
        assert!(std::panic::catch_unwind(|| Pooled::macs(h, w)).is_err());
        assert!(std::panic::catch_unwind(|| Pooled::peak_activation_bytes(h, w)).is_err());
    }
    assert!(refused(Pooled::output_shape, usize::MAX, 7));
}

#[test]
fn sizes_inside_are_too_small() {
    assert_eq!(PooledInside::output_shape(7, 7), [10]);
    assert_eq!(PooledDeeper::output_shape(7, 7), [10]);
    assert_eq!(PooledInChain::output_shape(7, 7), [8]);
    assert_eq!(PooledInTime::output_shape(1, 7, 7), [1, 10]);
    let refused = |shape: fn(usize, usize) -> [usize; 1], h, w| {
        std::panic::catch_unwind(|| shape(h, w)).is_err()
    };
    assert!(refused(PooledInside::output_shape, 6, 7));
    assert!(refused(PooledDeeper::output_shape, 7, 6));
    assert!(refused(PooledInChain::output_shape, 6, 7));
    assert!(std::panic::catch_unwind(|| PooledInTime::output_shape(1, 7, 6)).is_err());
}

/// A product of four sizes may need more than the 127 bits it is computed with, and is not wrapped to fewer.
#[test]
fn counts_that_overflow_while_they_are_computed_panic() {
    assert_eq!(Deep::macs(2, 3, 4, 5), 2 * 3 * 4 * 5 * 4 * 8);
    let most = u32::MAX as usize;
    for (a, b, c, d) in [(most, most, most, most), (most, most, most, 1)] {
        let panics = |count: fn(usize, usize, usize, usize) -> u64| {
            std::panic::catch_unwind(|| count(a, b, c, d)).is_err()
        };
        assert!(panics(Deep::macs) && panics(Deep::flops));
    }
}
