//! Cats and dogs: the convolutional network of many introductory courses, and its table in two layouts.
//!
//! Unnamed layers get Keras's automatic names. Here the layers carry the numbers of a Keras session that had
//! built other models before, so that the first table matches Keras 2 character for character.

use modelwright::model;
use modelwright::summary::Layout;

model! {
    /// Is it a dog?
    pub model CatsVsDogs(input_2: [150, 150, 3]) -> [1] {
        let mut x = input_2;
        for (i, filters) in (4..7).zip([16, 32, 64]) {
            x = x
                -> Conv2D(filters, 3, activation = relu, name = "conv2d_{i}")
                -> MaxPooling2D(2, name = "max_pooling2d_{i}");
        }
        x
            -> Flatten(name = "flatten_1")
            -> Dense(512, activation = relu, name = "dense_1")
            -> Dense(1, activation = sigmoid, name = "dense_2")
    }
}

const _: () = assert!(CatsVsDogs::PARAMS == 9_494_561);
const _: () = assert!(CatsVsDogs::TRAINABLE_PARAMS == CatsVsDogs::PARAMS);
const _: () = assert!(CatsVsDogs::INPUT_SHAPE[2] == 3 && CatsVsDogs::OUTPUT_SHAPE[0] == 1);

/// Buffer for the features of one image, without an allocator.
static FEATURES: [f32; features()] = [0.0; features()];

const fn features() -> usize {
    match cats_vs_dogs::FLATTEN_1.output_shapes[0][0].known() {
        Some(size) => size,
        None => panic!("the size of an image is known"),
    }
}

fn main() {
    println!("{}", CatsVsDogs::summary().layout(Layout::Classic));
    println!("{}", CatsVsDogs::summary());
    println!("{} features, {} bytes of weights", FEATURES.len(), CatsVsDogs::PARAM_BYTES);
    for weight in cats_vs_dogs::DENSE_1.weights {
        println!("{}: {:?}", weight.path, weight.shape);
    }
}
