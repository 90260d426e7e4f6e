//! Everything that code around a model may use of it.

use modelwright::{Dim, Layer, Model, model};

model! {
    /// Classes.
    pub const CLASSES: usize = 10;
    pub const RATE: f64 = 0.25;
    pub const NAMES: [&str; 3] = ["first", "second", "third"];
    pub const STAGES: [(usize, usize); 2] = [(8, 1), (16, 2)];
    const BIAS: bool = CLASSES > 5;

    /// Two convolutions around a shortcut.
    fn residual(x: [_, _, c], filters, stride = 1) {
        let shortcut = if stride == 1 && c == filters {
            x
        } else {
            x -> Conv2D(filters, 1, strides = stride, use_bias = BIAS)
        };
        let y = x
            -> Conv2D(filters, 3, strides = stride, padding = same)
            -> BatchNormalization
            -> ReLU
            -> Conv2D(filters, 3, padding = same);
        y + shortcut -> ReLU
    }

    layer Scale(x: [.., c], factor = 1) -> [.., c] { gamma: [c], frozen steps: [1] }

    pub model Features(image: [32, 32, 3]) -> [16, 16, 16] {
        let mut x = image -> Conv2D(8, 3, padding = same, name = "stem");
        for (filters, stride) in STAGES {
            x = x -> residual(filters, stride) -> residual(filters);
        }
        x
    }

    #[name = "digits"]
    pub model Digits(image: [32, 32, 3]) -> [CLASSES] {
        image
            -> Features
            -> GlobalAveragePooling2D
            -> Scale(factor = 2)
            -> Dropout(RATE)
            -> Dense(64, activation = relu)
            -> Dense(CLASSES, activation = softmax)
    }

    pub model Twins(left: [20], right: [20], hint: i32[4]) -> ([1], [CLASSES]) {
        let tower = Dense(16, activation = relu, name = "tower");
        let (a, b) = (left -> tower, right -> tower);
        let words = hint -> Embedding(100, 8) -> Flatten;
        let joined = (a, b, words) -> Concatenate;
        (joined -> Dense(1), joined -> Dense(CLASSES))
    }

    pub model Text(tokens: i32[seq]) -> [seq, 32] {
        let x = tokens -> Embedding(1000, 32);
        let y = (x, x) -> MultiHeadAttention(4, 8);
        x + y -> LayerNormalization
    }

    model Open(x: [_, 4]) { x -> Dense(3) -> Dense(2) }
}

// Types, lengths, patterns, statics.
static WEIGHTS: [f32; Digits::PARAMS] = [0.0; Digits::PARAMS];
static KERNEL: [f32; features::STEM.params] = [0.0; features::STEM.params];
const INPUT: [usize; 3] = Digits::INPUT_SHAPE;
const OUTPUT: [usize; 1] = Digits::OUTPUT_SHAPE;
const SEVERAL: ([usize; 1], [usize; 10]) = (Twins::OUTPUT_SHAPE.0, [CLASSES; 10]);
const INPUTS: ([usize; 1], [usize; 1], [usize; 1]) = Twins::INPUT_SHAPE;
const OPEN: [Option<usize>; 2] = Open::OUTPUT_SHAPE;
const LAST: &Layer = digits::DENSE_1;
const STAGE: (usize, usize) = STAGES[1];
const FIRST: &str = NAMES[0];
const MACS: u64 = Digits::MACS;
const NOT_KNOWN: Option<u64> = Open::MACS;
const SHAPE: [usize; 2] = Text::output_shape(128);
const LENGTH: usize = Text::output_shape(128)[0] + STAGES.len();

const _: () = assert!(Digits::PARAMS == Digits::TRAINABLE_PARAMS + Digits::NON_TRAINABLE_PARAMS);
const _: () = assert!(Digits::PARAM_BYTES == 4 * Digits::PARAMS);
const _: () = assert!(features::STEM.params == 224);
const _: () = assert!(features::CONV2D.params == 584, "the first block");
const _: () = assert!(features::ADD_3.params == 0);
const _: () = assert!(digits::DENSE.params == 64 * 17);
const _: () = assert!(digits::SCALE.weights.len() == 2);
const _: () = assert!(twins::TOWER.params == 16 * 21 && twins::TOWER.inputs.len() == 2);
const _: () = assert!(Digits::OUTPUT_SHAPE[0] == CLASSES);
const _: () = assert!(Twins::OUTPUT_SHAPE.1[0] == CLASSES);
const _: () = assert!(Digits::MACS > 1_000_000 && Digits::FLOPS > 2 * Digits::MACS);
const _: () = assert!(Digits::ARENA_BYTES >= Digits::PEAK_ACTIVATION_BYTES);
const _: () = assert!(Text::macs(128) > Text::macs(64));
const _: () = assert!(Text::flops(1) > 0 && Text::peak_activation_bytes(2) > 0);
const _: () = assert!(Open::MACS.is_none());
const _: () = assert!(matches!(Text::MACS, None));
const _: () = assert!(BIAS && RATE > 0.0);
const _: () = assert!(matches!(text::MULTI_HEAD_ATTENTION.output_shapes[0][0], Dim::Symbolic(_)));
const _: () = assert!(<Digits as Model>::SPEC.params == Digits::PARAMS);

struct Buffers<M: Model> {
    model: M,
    activations: Vec<f32>,
}

impl<M: Model + Default> Buffers<M> {
    fn new() -> Self {
        Self { model: M::default(), activations: vec![0.0; M::SPEC.params] }
    }
}

trait Named {
    const TITLE: &'static str;
}

impl Named for Digits {
    const TITLE: &'static str = Digits::NAME;
}

impl Named for Twins {
    const TITLE: &'static str = "twins";
}

fn softmax(logits: [f32; Digits::OUTPUT_SHAPE[0]]) -> [f32; CLASSES] {
    let sum: f32 = logits.iter().map(|x| x.exp()).sum();
    logits.map(|x| x.exp() / sum)
}

fn total(layers: &[Layer]) -> usize {
    layers.iter().map(|layer| layer.params).sum()
}

fn main() {
    let [height, width, channels] = Digits::INPUT_SHAPE;
    let image = vec![0_u8; height * width * channels];
    println!("{} bytes, {INPUT:?} to {OUTPUT:?}", image.len());
    println!("{}", Digits::summary());
    println!("{:.1} MMACs, {}", Digits::MACS as f64 / 1e6, MACS + 1);
    if let Some(macs) = Open::MACS {
        println!("{}", macs + NOT_KNOWN.unwrap_or(0));
    }
    match Open::OUTPUT_SHAPE {
        [None, Some(size)] => println!("{size} {OPEN:?}"),
        _ => unreachable!(),
    }
    let (score, classes) = Twins::OUTPUT_SHAPE;
    println!("{score:?} {classes:?} {SEVERAL:?} {INPUTS:?} {SHAPE:?} {LENGTH}");
    for (index, layer) in Digits::LAYERS.iter().enumerate() {
        let shape: Vec<String> = layer.output_shapes[0].iter().map(|dim| format!("{dim:?}")).collect();
        println!("{index} {} {} {}", layer.name, layer.class, shape.join(", "));
    }
    for place in Twins::ARENA {
        println!("{}", place.offset + place.bytes);
    }
    for (filters, stride) in STAGES {
        println!("{filters} {stride}");
    }
    let names: [&str; 3] = NAMES.map(|name| name.trim());
    println!("{names:?} {FIRST} {} {}", STAGE.0, LAST.name.len());
    println!("{}", total(Digits::LAYERS) + total(Features::LAYERS) + WEIGHTS.len() + KERNEL.len());
    println!("{}", features::BATCH_NORMALIZATION.weights[0].shape[0] + digits::FEATURES.params);
    println!("{}", Buffers::<Digits>::new().activations.len() + Buffers::<Text>::new().activations.len());
    println!("{:?} {}", Buffers::<Twins>::new().model, Digits::TITLE.len() + Twins::TITLE.len());
    println!("{:?}", softmax([0.0; 10]));
    println!("{}", RATE.sqrt() + f64::from(u8::from(BIAS)) + CLASSES as f64);
    let sizes = [64, 128].map(|seq| Text::macs(seq) + Text::output_shape(seq)[1] as u64);
    println!("{sizes:?} {:?}", Digits::default() == Digits);
    assert_eq!(Digits::OUTPUT_SHAPE, [CLASSES]);
    assert_eq!(Text::peak_activation_bytes(4) % 4, 0);
    assert_eq!(text::EMBEDDING.weights.len(), 1);
}
