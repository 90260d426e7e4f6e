//! Messages of recurrent layers, by the call that causes them.

use crate::layers::find;
use crate::layers::testing::{layer, run};
use crate::value::Value;

#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], inputs: &[&[usize]], expected: &[&str]) {
    let class = find(class).expect("a class of the table");
    assert_eq!(run(class, arguments, inputs), expected.join("\n"));
}

fn units(units: i64) -> (&'static str, Value) {
    ("units", Value::Int(units))
}

fn cell(class: &str, arguments: &[(&str, Value)]) -> [(&'static str, Value); 1] {
    [("cell", layer(class, arguments))]
}

#[test]
fn states_are_further_outputs_and_inputs() {
    let arguments = [units(64), ("return_state", Value::Bool(true))];
    check("LSTM", &arguments, &[&[0, 8]], &["[64], [64], [64]"]);
    check("LSTM", &[units(64)], &[&[0, 8], &[64], &[64]], &["[64]"]);
    check(
        "LSTM",
        &[units(64)],
        &[&[10, 8], &[64]],
        &["`LSTM` takes 2 initial states after its input, found 1"],
    );
    check(
        "GRU",
        &[units(64)],
        &[&[10, 8], &[32]],
        &["`GRU` expects an initial state `[64]`, found `[32]`"],
    );
}

#[test]
fn a_layer_after_one_that_gives_its_last_step() {
    check(
        "LSTM",
        &[units(32)],
        &[&[64]],
        &["`LSTM` expects 2 axes `[time, features]`, found 1 in `[64]`"],
    );
}

#[test]
fn steps_that_are_no_vectors() {
    check(
        "GRU",
        &[units(32)],
        &[&[28, 28, 3]],
        &[
            "`GRU` expects 2 axes `[time, features]`, found 3 in `[28, 28, 3]`",
            "help: `Reshape([28, 84])` before it makes one vector of each step",
        ],
    );
    check(
        "LSTMCell",
        &[units(32)],
        &[&[10, 8]],
        &[
            "`LSTMCell` expects 1 axis `[features]`, found 2 axes in `[10, 8]`",
            "note: a cell runs one step; `RNN(LSTMCell)` runs it over the time axis",
        ],
    );
}

#[test]
fn what_is_no_cell() {
    check("RNN", &cell("LSTMCell", &[units(4)]), &[&[5, 3]], &["[4]"]);
    check(
        "RNN",
        &cell("LSTM", &[units(4)]),
        &[&[5, 3]],
        &[
            "`cell` of `RNN` expects a cell, found the layer `LSTM`",
            "help: `LSTMCell` is the cell of `LSTM`",
        ],
    );
    check(
        "RNN",
        &cell("Dense", &[units(4)]),
        &[&[5, 3]],
        &[
            "`cell` of `RNN` expects a cell, found the layer `Dense`",
            "note: the cells are `SimpleRNNCell`, `LSTMCell`, `GRUCell` and `StackedRNNCells`",
        ],
    );
    check(
        "RNN",
        &[("cell", Value::list([layer("GRUCell", &[units(4)])]))],
        &[&[5, 3]],
        &[
            "`cell` of `RNN` expects a cell or a stack of several, found a stack of 1",
            "note: such a stack returns its states in a different form than it accepts",
            "help: a cell by itself needs no stack",
        ],
    );
}

#[test]
fn a_cell_that_stands_twice_in_a_stack() {
    let twice = layer("GRUCell", &[units(4)]);
    let stack = |features| ("cells", Value::list([twice.clone(), twice.clone()]), features);
    let (name, cells, input) = stack([3]);
    check(
        "StackedRNNCells",
        &[(name, cells)],
        &[&input],
        &["`gru_cell` is used twice here, with `kernel` of shape `[3, 12]` and `[4, 12]`"],
    );
    let (name, cells, input) = stack([4]);
    check("StackedRNNCells", &[(name, cells)], &[&input], &["[4], [4], [4]"]);
}

#[test]
fn convolutions_over_time() {
    let arguments = [("filters", Value::Int(4)), ("kernel_size", Value::Int(5))];
    check("ConvLSTM2D", &arguments, &[&[0, 8, 8, 3]], &["[4, 4, 4]"]);
    check(
        "ConvLSTM2D",
        &arguments,
        &[&[10, 4, 4, 3]],
        &[
            "`ConvLSTM2D` kernel `5x5` does not fit its input `[10, 4, 4, 3]`",
            "help: with `padding = same` the output is `[4, 4, 4]`",
        ],
    );
    check(
        "ConvLSTM2D",
        &arguments,
        &[&[10, 0, 8, 3]],
        &[
            "`ConvLSTM2D` needs a known size on every axis but the time of its input `[10, _, 8, 3]`: its \
           weights depend on it",
        ],
    );
}
