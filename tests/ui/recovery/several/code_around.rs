use modelwright::{Layer, Model, model};

model! {
    pub const WIDTHS: [usize; 2] = [8, 16.0];

    pub model Digits(image: [28, 28, 1]) {
        image -> Conv2D(8, 3, nmae = "stem") -> Flatten -> Dens(10)
    }

    pub model Text(tokens: i32[seq]) {
        let words = tokens -> Embedding(100 8);
        (words -> Dense(4), words -> GlobalAveragePooling1D)
    }

    pub model Named(x: [4]) {
        x -> Dens(3) -> Dense(2, 3, name = "out")
    }

    mdoel Wrapped(image: [28, 28, 1]) { image -> Digits -> Dense(2) }

    pub model Right(x: [4]) { x -> Dense(2) }
}

use named::{DENSE, OUT};

static WEIGHTS: [f32; Digits::PARAMS] = [0.0; Digits::PARAMS];
const OUTPUT: [usize; 1] = Digits::OUTPUT_SHAPE;
const MACS: u64 = Digits::MACS;
const WIDEST: usize = WIDTHS[1];
const _: () = assert!(digits::STEM.params == 80 && digits::DENSE.params == 54_090);
const _: () = assert!(Text::OUTPUT_SHAPE.0[1].is_some() && text::EMBEDDING.params == 800);
const _: () = assert!(Text::macs(128) > 0 && Text::output_shape(128).1[0] == 8);
const _: () = assert!(DENSE.params == 15 && OUT.params == 8);
const _: () = assert!(Wrapped::OUTPUT_SHAPE[0] == 2 && wrapped::DIGITS.params == 54_170);
const _: () = assert!(Right::PARAMS == 10 && right::DENSE.params == 10);

trait Named2 {}
impl Named2 for Digits {}
impl Named2 for Wrapped {}

fn params<M: Model>() -> usize {
    M::SPEC.params
}

fn main() {
    let [classes] = OUTPUT;
    let (words, mean) = Text::OUTPUT_SHAPE;
    let layers: Vec<&Layer> = Digits::LAYERS.iter().collect();
    println!("{classes} {words:?} {mean:?} {} {MACS} {WIDEST}", layers.len() + WEIGHTS.len());
    println!("{}", params::<Digits>() + params::<Wrapped>());
    println!("{}", Text::summary());
    assert_eq!(Digits::OUTPUT_SHAPE, [10]);
}
