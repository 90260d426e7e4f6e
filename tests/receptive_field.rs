//! Receptive fields of networks with published figures, and of single layers by hand. The fields of
//! random chains and branches are tested against index sets in `model-core/src/field`.

mod models;

use modelwright::{Layer, Model, ReceptiveField, Spec, model};

model! {
    model AlexNet(image: [224, 224, 3]) {
        image
            -> Conv2D(64, 11, strides = 4, activation = relu)
            -> MaxPooling2D(3, strides = 2)
            -> Conv2D(192, 5, padding = same, activation = relu)
            -> MaxPooling2D(3, strides = 2)
            -> Conv2D(384, 3, padding = same) -> Conv2D(256, 3, padding = same) -> Conv2D(256, 3, padding = same)
            -> MaxPooling2D(3, strides = 2, name = "last")
            -> Flatten -> Dense(10)
    }
}

fn named(name: &str) -> &'static Spec {
    models::KERAS_3.iter().find(|(model, ..)| *model == name).expect("a model").1
}

/// Fields of the last layer that has any.
fn last(spec: &'static Spec) -> (&'static Layer, &'static [ReceptiveField]) {
    let mut with_fields = spec.layers.iter().rev();
    with_fields.find_map(|layer| Some((layer, layer.receptive_field?))).expect("a field")
}

/// Araujo, Norris and Sim, 2019: size and stride at the last layer before global pooling.
#[test]
fn published_figures() {
    for (spec, size, stride) in [
        (AlexNet::SPEC, 195, 32),
        (named("VGG16"), 212, 32),
        (named("MobileNet"), 315, 32),
        (named("ResNet50"), 483, 32),
        (named("InceptionV3"), 1311, 32),
    ] {
        let (layer, fields) = last(spec);
        let found: Vec<_> = fields.iter().map(|field| (field.size, field.stride.whole())).collect();
        assert_eq!(found, [(size, Some(stride)); 2], "{} of {}", layer.name, spec.name);
    }
}

model! {
    model Even(x: [28, 28, 1]) { x -> Conv2D(4, 4, name = "conv") -> MaxPooling2D(name = "pool") }
    // 3 elements of padding for 7 of 28 in steps of 2, 5 in all: 2 before and 3 behind.
    model Same(x: [28, 28, 1]) { x -> Conv2D(4, 7, strides = 2, padding = same, name = "conv") }
    // An odd size divides otherwise: 6 in all.
    model Odd(x: [27, 27, 1]) { x -> Conv2D(4, 7, strides = 2, padding = same, name = "conv") }
    model Open(x: [_, _, 1]) {
        x -> Conv2D(4, 3, padding = same, name = "known") -> Conv2D(4, 3, strides = 2, padding = same, name = "not")
    }
    model Multiples(x: [2 * h, 2 * w, 1]) { x -> Conv2D(4, 3, strides = 2, padding = same, name = "conv") }
    model Causal(x: [20, 1]) { x -> Conv1D(4, 3, dilation_rate = 4, padding = causal, name = "conv") }
    model Larger(x: [8, 1]) { x -> UpSampling1D(2, name = "up") -> Conv1D(4, 2, strides = 2, name = "down") }
    model Transposed(x: [8, 1]) { x -> Conv1DTranspose(4, 3, strides = 2, name = "spread") }
    model Branches(x: [32, 3]) {
        let y = x -> Conv1D(4, 3, padding = same);
        let a = y -> Conv1D(4, 5, padding = same, dilation_rate = 2);
        let b = y -> Conv1D(4, 4, padding = same, name = "even");
        (a, b) -> Add(name = "sum")
            -> BatchNormalization -> ReLU -> Dense(4, name = "position") -> Flatten(name = "flat") -> Dense(2, name = "all")
    }
    // A gate of the whole image has no place.
    model Gated(x: [16, 16, 4]) {
        let y = x -> Conv2D(4, 3, padding = same, name = "conv");
        let gate = y -> GlobalAveragePooling2D(keepdims = true, name = "mean") -> Conv2D(4, 1, activation = sigmoid);
        (y, gate) -> Multiply(name = "gated")
    }
    model Steps(x: [20, 4]) { x -> LSTM(4, return_sequences = true, name = "lstm") -> Conv1D(2, 3, name = "conv") }
    model Inner(x: [16, 16, 3]) { x -> Conv2D(4, 3, strides = 2, name = "conv") }
    model Outer(x: [34, 34, 3]) { x -> Conv2D(3, 4, strides = 2) -> Inner(name = "inner") }
    #[data_format = channels_first]
    model First(x: [3, 20, 10]) { x -> Conv2D(4, (3, 1), name = "conv") -> Permute((2, 3, 1), name = "turned") }
    layer LayerScale(x: [.., c]) -> [.., c] { gamma: [c], elementwise }
    layer Opaque(x: [.., c]) -> [.., c] { }
    layer Gate(a: [.., c], b: [.., c]) -> [.., c] { elementwise, in_place }
    model Own(x: [20, 20, 3]) {
        let wide = x -> Conv2D(3, 5, padding = same, strides = 2) -> LayerScale(name = "scaled");
        let one = x -> LayerScale(name = "first") -> Conv2D(3, 2, padding = same, strides = 2);
        (wide, one) -> Gate(name = "gate") -> Opaque(name = "opaque") -> LayerScale(name = "behind")
    }
    model Text(x: i32[20]) { x -> Embedding(10, 4, name = "words") -> Conv1D(2, 3, name = "conv") }
}

/// Sizes, strides and offsets as text.
fn shown(layer: &Layer) -> String {
    let Some(fields) = layer.receptive_field else { return "-".into() };
    let each = |field: &ReceptiveField| format!("{}/{}+{}", field.size, field.stride, field.offset);
    fields.iter().map(each).collect::<Vec<_>>().join(" ")
}

#[test]
fn layers_by_hand() {
    for (layer, expected) in [
        (even::X, "-"),
        (even::CONV, "4/1+3/2 4/1+3/2"),
        (even::POOL, "5/2+2 5/2+2"),
        (same::CONV, "7/2+1 7/2+1"),
        (odd::CONV, "7/2+0 7/2+0"),
        (open::KNOWN, "3/1+0 3/1+0"),
        (open::NOT, "-"),
        (multiples::CONV, "3/2+1 3/2+1"),
        (causal::CONV, "9/1+-4"),
        // Output 0 and 1 see element 0, in the mean from a quarter before it on, as pixels halved are.
        (larger::UP, "1/1/2+-1/4"),
        (larger::DOWN, "1/1+0"),
        // Output 0 sees -1 and 0, output 1 sees 0.
        (transposed::SPREAD, "2/1/2+-1/2"),
        // From 5 to the left to 5 to the right; the even kernel from 2 to the left to 3 to the right.
        (branches::EVEN, "6/1+1/2"),
        (branches::SUM, "11/1+0"),
        (branches::POSITION, "11/1+0"),
        (branches::FLAT, "-"),
        (branches::ALL, "-"),
        (gated::CONV, "3/1+0 3/1+0"),
        (gated::MEAN, "-"),
        (gated::GATED, "-"),
        (steps::LSTM, "-"),
        (steps::CONV, "-"),
        (outer::INNER, "8/4+7/2 8/4+7/2"),
        (first::CONV, "3/1+1 1/1+0"),
        (first::TURNED, "3/1+1 1/1+0"),
        (own::FIRST, "-"),
        (own::SCALED, "5/2+1 5/2+1"),
        (own::GATE, "5/2+1 5/2+1"),
        (own::OPAQUE, "-"),
        (own::BEHIND, "-"),
        (text::WORDS, "1/1+0"),
        (text::CONV, "3/1+1"),
    ] {
        assert_eq!(shown(layer), expected, "{}", layer.name);
    }
    // Inside a nested model, fields are those in its own input.
    let inside = outer::INNER.layers.iter().find(|layer| layer.name == "conv").expect("a row");
    assert_eq!(shown(inside), "3/2+1 3/2+1");
}

#[test]
fn a_field_is_a_constant() {
    const FIELDS: &[ReceptiveField] = even::POOL.receptive_field.unwrap();
    const SIZE: usize = FIELDS[0].size;
    assert_eq!(SIZE, 5);
}
