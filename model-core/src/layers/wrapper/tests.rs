//! Messages of wrappers, by the call that causes them.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use crate::layers::testing::{layer, run};
use crate::layers::{find, infer};
use crate::shape::Shape;
use crate::value::Value;

#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], inputs: &[&[usize]], expected: &[&str]) {
    let class = find(class).expect("a class of the table");
    assert_eq!(run(class, arguments, inputs), expected.join("\n"));
}

fn units(units: i64) -> (&'static str, Value) {
    ("units", Value::Int(units))
}

fn around(class: &str, arguments: &[(&str, Value)]) -> [(&'static str, Value); 1] {
    [("layer", layer(class, arguments))]
}

#[test]
fn both_directions() {
    check("Bidirectional", &around("GRU", &[units(4)]), &[&[5, 3]], &["[8]"]);
    check(
        "Bidirectional",
        &around("Dense", &[units(4)]),
        &[&[5, 3]],
        &[
            "`layer` of `Bidirectional` expects a recurrent layer, found `Dense`",
            "note: the recurrent layers are `LSTM`, `GRU`, `SimpleRNN`, `RNN` and `ConvLSTM*`",
        ],
    );
    let backwards = ("go_backwards", Value::Bool(true));
    let sizes = [
        ("layer", layer("GRU", &[units(4)])),
        ("backward_layer", layer("GRU", &[units(6), backwards])),
        ("merge_mode", Value::Word("sum".into())),
    ];
    check(
        "Bidirectional",
        &sizes,
        &[&[5, 3]],
        &[
            "`merge_mode = sum` of `Bidirectional` does not fit its outputs `[4]` and `[6]`",
            "help: with `merge_mode = concat` the output is `[10]`",
        ],
    );
}

#[test]
fn each_step_by_itself() {
    check("TimeDistributed", &around("Dense", &[units(4)]), &[&[0, 3]], &["[_, 4]"]);
    check(
        "TimeDistributed",
        &around("Dense", &[units(4)]),
        &[&[64]],
        &["`TimeDistributed` expects at least 2 axes `[time, ..]`, found 1 in `[64]`"],
    );
    check(
        "TimeDistributed",
        &around("LSTM", &[units(4), ("return_state", Value::Bool(true))]),
        &[&[5, 6, 3]],
        &["`layer` of `TimeDistributed` expects a layer with 1 output, found 3 of `LSTM`"],
    );
}

#[test]
fn a_layer_without_a_kernel() {
    check("SpectralNormalization", &around("Dense", &[units(4)]), &[&[3]], &["[4]"]);
    check(
        "SpectralNormalization",
        &around("LSTM", &[units(4)]),
        &[&[5, 3]],
        &[
            "`layer` of `SpectralNormalization` expects a layer with a kernel or embeddings, found `LSTM`",
        ],
    );
}

/// Both directions have variables of their own, also where the layer has its own elsewhere; the same steps
/// have the layer's.
#[test]
fn whose_variables_they_are() {
    let keys = |class: &str, name: &str| {
        let Value::Layer(wrapper) = layer(class, &around(name, &[units(4)])) else {
            return Vec::new();
        };
        let inferred = infer(&wrapper, &[Shape::new([5, 3])]).expect("a call that fits");
        let weights = inferred.weights.into_iter();
        weights.map(|weight| (weight.path.into_owned(), weight.key.map(|key| key.index))).collect()
    };
    let path = |path: &str, index| (path.to_owned(), Some(index));
    assert_eq!(
        keys("Bidirectional", "LSTM"),
        [
            path("forward_lstm/lstm_cell/kernel", 0),
            path("forward_lstm/lstm_cell/recurrent_kernel", 1),
            path("forward_lstm/lstm_cell/bias", 2),
            path("backward_lstm/lstm_cell/kernel", 3),
            path("backward_lstm/lstm_cell/recurrent_kernel", 4),
            path("backward_lstm/lstm_cell/bias", 5),
        ]
    );
    assert_eq!(keys("TimeDistributed", "Dense"), [path("dense/kernel", 0), path("dense/bias", 1)]);
    assert_eq!(
        keys("SpectralNormalization", "Dense"),
        [path("dense/kernel", 0), path("vector_u", 1), path("dense/bias", 1)]
    );
}
