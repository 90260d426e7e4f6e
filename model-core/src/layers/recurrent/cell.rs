//! Cells: one step of a recurrent layer.

use alloc::format;
use alloc::vec::Vec;

use super::parameters::{
    ACTIVATION, BIAS_CONSTRAINT, BIAS_INITIALIZER, BIAS_REGULARIZER, DROPOUT, IMPLEMENTATION,
    KERNEL_CONSTRAINT, KERNEL_INITIALIZER, KERNEL_REGULARIZER, RECURRENT_ACTIVATION,
    RECURRENT_CONSTRAINT, RECURRENT_DROPOUT, RECURRENT_INITIALIZER, RECURRENT_REGULARIZER,
    RESET_AFTER, UNIT_FORGET_BIAS, UNITS,
};
use super::{check_states, is_cell, is_recurrent, sequence};
use crate::dim::{Dim, TooLarge};
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Family, Parameter};
use crate::layers::infer::{Layer, infer};
use crate::layers::kind::Kind;
use crate::layers::parameters::{SEED, USE_BIAS};
use crate::shape::Shape;
use crate::value::Value;

/// The names of the classes here.
pub(super) const CELLS: &[&str] = &["SimpleRNNCell", "LSTMCell", "GRUCell", "StackedRNNCells"];

pub(super) const SIMPLE_RNN_CELL: Class = Class::new(
    "SimpleRNNCell",
    Family::Recurrent,
    "one step of `SimpleRNN`",
    &[
        UNITS,
        ACTIVATION,
        USE_BIAS,
        KERNEL_INITIALIZER,
        RECURRENT_INITIALIZER,
        BIAS_INITIALIZER,
        KERNEL_REGULARIZER,
        RECURRENT_REGULARIZER,
        BIAS_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        SEED,
    ],
    |call| step(call, Cell::Simple),
);

pub(super) const LSTM_CELL: Class = Class::new(
    "LSTMCell",
    Family::Recurrent,
    "one step of `LSTM`",
    &[
        UNITS,
        ACTIVATION,
        RECURRENT_ACTIVATION,
        USE_BIAS,
        KERNEL_INITIALIZER,
        RECURRENT_INITIALIZER,
        BIAS_INITIALIZER,
        UNIT_FORGET_BIAS,
        KERNEL_REGULARIZER,
        RECURRENT_REGULARIZER,
        BIAS_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        SEED,
        IMPLEMENTATION,
    ],
    |call| step(call, Cell::Lstm),
)
.positional(17);

pub(super) const GRU_CELL: Class = Class::new(
    "GRUCell",
    Family::Recurrent,
    "one step of `GRU`",
    &[
        UNITS,
        ACTIVATION,
        RECURRENT_ACTIVATION,
        USE_BIAS,
        KERNEL_INITIALIZER,
        RECURRENT_INITIALIZER,
        BIAS_INITIALIZER,
        KERNEL_REGULARIZER,
        RECURRENT_REGULARIZER,
        BIAS_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        RESET_AFTER,
        SEED,
        IMPLEMENTATION,
    ],
    |call| step(call, Cell::Gru),
)
.positional(17);

pub(super) const STACKED_RNN_CELLS: Class = Class::new(
    "StackedRNNCells",
    Family::Recurrent,
    "cells on top of each other, as one cell",
    &[Parameter::required("cells", Kind::Layers, "the cells, from the input on")],
    stacked,
);

/// What a layer computes in one step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// The new state is one sum: Elman, 1990.
    Simple,
    /// Four sums for input, forget and output gate and candidate, over two states: Hochreiter and
    /// Schmidhuber, 1997.
    Lstm,
    /// Three sums for update and reset gate and candidate: Cho et al., 2014.
    Gru,
}

impl Cell {
    /// How many sums a step computes.
    fn gates(self) -> usize {
        match self {
            Self::Simple => 1,
            Self::Lstm => 4,
            Self::Gru => 3,
        }
    }

    /// The states of `units` elements each.
    pub(super) fn states(self, units: usize) -> Vec<Shape> {
        let state = Shape::new([units]);
        if self == Self::Lstm { [state.clone(), state].to_vec() } else { [state].to_vec() }
    }

    /// With `g` gates, on `d` features: `kernel: [d, g * units]`, `recurrent_kernel: [units, g * units]` and
    /// `bias: [g * units]`, which is `[2, g * units]` for a `GRU` with `reset_after`.
    ///
    /// MACs: `(d + units) * g * units` at each of `steps` steps. Gates multiply element by element, which is not
    /// counted.
    pub(super) fn weights(
        self,
        call: &Call<'_>,
        output: Inferred,
        path: &str,
        features: usize,
        steps: Dim,
    ) -> Result<Inferred, Mistake> {
        let units = call.size("units")?;
        let all = units.checked_mul(self.gates()).ok_or(TooLarge)?;
        let two_biases = self == Self::Gru && call.flag("reset_after");
        let bias = if two_biases { [2, all].to_vec() } else { [all].to_vec() };
        let of_each = |size: usize| [steps, Dim::Known(size), Dim::Known(all)];
        Ok(output
            .macs(of_each(features))?
            .macs(of_each(units))?
            .weight(format!("{path}kernel"), [features, all])
            .weight(format!("{path}recurrent_kernel"), [units, all])
            .weight_if(call.flag("use_bias"), format!("{path}bias"), bias))
    }
}

/// `[d]` and the states, each `[units]`, to `[units]` and the new states; [`Cell::weights`] gives the weights and
/// MACs.
///
/// States that are left out start at zero. Source: Keras `SimpleRNNCell`, `LSTMCell`, `GRUCell`.
fn step(call: &Call<'_>, cell: Cell) -> Result<Inferred, Mistake> {
    check_dropout(call)?;
    let units = call.size("units")?;
    let input = sequence(call)?;
    if input.rank() != 1 {
        let plural = if input.rank() == 1 { "axis" } else { "axes" };
        return Err(call
            .wrong_input(
                0,
                format!(
                    "`{}` expects 1 axis `[features]`, found {} {plural} in `{input}`",
                    call.class.name,
                    input.rank()
                ),
            )
            .note(format!(
                "a cell runs one step; `RNN({})` runs it over the time axis",
                call.class.name
            )));
    }
    let features = call.known(input, 0, "the axis of features")?;
    let states = cell.states(units);
    check_states(call, &states)?;
    let output = Inferred::many(core::iter::once(Shape::new([units])).chain(states));
    cell.weights(call, output, "", features, Dim::Known(1))
}

/// Checks both rates of dropout.
pub(super) fn check_dropout(call: &Call<'_>) -> Result<(), Mistake> {
    call.fraction("dropout")?;
    call.fraction("recurrent_dropout").map(|_| ())
}

/// `[d]` and the states of all cells to the last cell's output and all new states; each cell runs on the output
/// of the one before. MACs: those of all cells.
///
/// Source: Keras `StackedRNNCells`.
fn stacked(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let cells = call.value("cells")?.items().unwrap_or_default();
    let stack = stack(call, "cells", cells, sequence(call)?)?;
    check_states(call, stack.outputs.get(1..).unwrap_or_default())?;
    Ok(stack)
}

/// What cells give on top of each other: the last one's output, then the states of all.
pub(super) fn stack(
    call: &Call<'_>,
    argument: &'static str,
    cells: &[Value],
    input: &Shape,
) -> Result<Inferred, Mistake> {
    let mut step = input.clone();
    let mut states = Vec::new();
    let mut stack = Inferred::default();
    for cell in cells {
        let cell = as_cell(call, argument, cell)?;
        let inferred = infer(cell, core::slice::from_ref(&step))?;
        let mut outputs = inferred.outputs.into_iter();
        step = outputs.next().unwrap_or(step);
        states.extend(outputs);
        stack = stack.inner_macs(inferred.macs, 1)?.inner(&cell.name, inferred.weights)?;
    }
    if cells.is_empty() {
        return Err(call.at(
            argument,
            format!("`{argument}` of `{}` expects at least one cell, found none", call.class.name),
        ));
    }
    stack.outputs.push(step);
    stack.outputs.extend(states);
    Ok(stack)
}

/// The cell that an argument holds.
pub(super) fn as_cell<'a>(
    call: &Call<'_>,
    argument: &'static str,
    value: &'a Value,
) -> Result<&'a Layer, Mistake> {
    let layer = match value {
        Value::Layer(layer) if is_cell(layer) => return Ok(layer),
        Value::Layer(layer) => layer,
        value => {
            return Err(call.at(
                argument,
                format!(
                    "`{argument}` of `{}` expects a cell, found {}",
                    call.class.name,
                    value.kind()
                ),
            ));
        }
    };
    let mistake = call.at(
        argument,
        format!(
            "`{argument}` of `{}` expects a cell, found the layer `{}`",
            call.class.name,
            layer.class_name()
        ),
    );
    let own_cell = ["SimpleRNN", "LSTM", "GRU"].contains(&layer.class_name());
    Err(if own_cell && is_recurrent(layer) {
        mistake.help(format!("`{0}Cell` is the cell of `{0}`", layer.class_name()))
    } else {
        mistake.note("the cells are `SimpleRNNCell`, `LSTMCell`, `GRUCell` and `StackedRNNCells`")
    })
}
