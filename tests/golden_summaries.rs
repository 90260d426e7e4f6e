//! Output of `summary()` for whole models compared with every text of Keras 3.15.1 and tf-keras 2.21, byte for byte.

mod models;

use modelwright::summary::Layout;
use modelwright_testing::golden::texts;

use crate::models::{KERAS_2, KERAS_3, Named};

#[path = "../examples/cats_vs_dogs.rs"]
#[allow(dead_code)]
mod cats_vs_dogs;

#[test]
fn keras_3_texts() {
    assert_eq!(compare("models", KERAS_3, Layout::Keras3), 132);
}

#[test]
fn keras_2_texts() {
    assert_eq!(compare("keras2", KERAS_2, Layout::Keras2), 22);
}

#[test]
fn classic_text() {
    let expected = [
        "Layer (type)                 Output Shape              Param #   ",
        "=================================================================",
        "input_2 (InputLayer)         (None, 150, 150, 3)       0         ",
        "_________________________________________________________________",
        "conv2d_4 (Conv2D)            (None, 148, 148, 16)      448       ",
        "_________________________________________________________________",
        "max_pooling2d_4 (MaxPooling2 (None, 74, 74, 16)        0         ",
        "_________________________________________________________________",
        "conv2d_5 (Conv2D)            (None, 72, 72, 32)        4640      ",
        "_________________________________________________________________",
        "max_pooling2d_5 (MaxPooling2 (None, 36, 36, 32)        0         ",
        "_________________________________________________________________",
        "conv2d_6 (Conv2D)            (None, 34, 34, 64)        18496     ",
        "_________________________________________________________________",
        "max_pooling2d_6 (MaxPooling2 (None, 17, 17, 64)        0         ",
        "_________________________________________________________________",
        "flatten_1 (Flatten)          (None, 18496)             0         ",
        "_________________________________________________________________",
        "dense_1 (Dense)              (None, 512)               9470464   ",
        "_________________________________________________________________",
        "dense_2 (Dense)              (None, 1)                 513       ",
        "=================================================================",
        "Total params: 9,494,561",
        "Trainable params: 9,494,561",
        "Non-trainable params: 0",
        "_________________________________________________________________",
    ];
    let text = cats_vs_dogs::CatsVsDogs::summary().layout(Layout::Classic).to_string();
    assert_eq!(text.split('\n').collect::<Vec<_>>(), expected);
}

/// Compares every text of a folder and returns their number.
fn compare(folder: &str, models: &[Named], layout: Layout) -> usize {
    texts::compare(
        folder,
        models.iter().map(|(model, _, summary, _)| (*model, summary.layout(layout))),
    )
}
