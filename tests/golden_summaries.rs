//! Output of `summary()` for whole models compared with every text of Keras 3.15.1 and tf-keras 2.21, byte for byte.

mod models;

use std::collections::BTreeSet;
use std::fs;

use modelwright::Summary;
use modelwright::summary::Layout;

use crate::models::{KERAS_2, KERAS_3, Named, files, golden};

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
    let texts = files(folder, ".summary");
    let on_disk: BTreeSet<&str> = texts.iter().map(|(model, _)| &**model).collect();
    assert_eq!(on_disk, models.iter().map(|(model, ..)| *model).collect());

    let mut compared = 0;
    let mut differences = Vec::new();
    for (model, suffix) in &texts {
        let summary = models.iter().find(|(name, ..)| name == model).expect("a model").2;
        let path = golden(folder).join(format!("{model}.summary{suffix}"));
        let expected = fs::read_to_string(path).expect("a golden text");
        let options = suffix.strip_suffix(".txt").expect("a text");
        let found = with_options(summary.layout(layout), options).to_string();
        compared += 1;
        if let Some(difference) = parting(expected.trim_end_matches('\n'), &found) {
            differences.push(format!("{folder}/{model}.summary{suffix}, {difference}"));
        }
    }
    println!("compared {compared} texts of {folder}");
    assert!(
        differences.is_empty(),
        "{} differences\n{}",
        differences.len(),
        differences.join("\n")
    );
    compared
}

/// Print options that a file's suffix stands for.
fn with_options(mut summary: Summary, options: &str) -> Summary {
    for option in options.split('.').filter(|option| !option.is_empty()) {
        summary = match option {
            "wide" => summary.terminal_width(200),
            "w120" => summary.terminal_width(120),
            "trainable" => summary.show_trainable(true),
            "nested" => summary.expand_nested(true),
            _ => {
                let length = option.strip_prefix("line").and_then(|length| length.parse().ok());
                summary.line_length(length.unwrap_or_else(|| panic!("unknown option `{option}`")))
            }
        };
    }
    summary
}

/// First line in which two texts differ.
fn parting(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut expected, mut found) = (expected.split('\n'), found.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        let (expected, found) = (expected.next(), found.next());
        if expected != found {
            let (expected, found) = (expected.unwrap_or("(end)"), found.unwrap_or("(end)"));
            return Some(format!("line {number}\n  expected |{expected}|\n     found |{found}|"));
        }
        expected?;
    }
}
