//! Cells: one step of a recurrent layer.

use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;
use rustc_hash::FxHashMap as HashMap;

use super::parameters::{
    ACTIVATION, BIAS_CONSTRAINT, BIAS_INITIALIZER, BIAS_REGULARIZER, DROPOUT, IMPLEMENTATION,
    KERNEL_CONSTRAINT, KERNEL_INITIALIZER, KERNEL_REGULARIZER, RECURRENT_ACTIVATION,
    RECURRENT_CONSTRAINT, RECURRENT_DROPOUT, RECURRENT_INITIALIZER, RECURRENT_REGULARIZER,
    RESET_AFTER, UNIT_FORGET_BIAS, UNITS,
};
use super::{CELL, check_states, lower, recurrence, sequence};
use crate::dim::{Dim, DimError};
use crate::graph::{Body, Wire};
use crate::layers::argument::Name;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Family, Parameter};
use crate::layers::facets::{Facets, Owner, Recurrence};
use crate::layers::flops::of_activation;
use crate::layers::infer::{Layer, infer};
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{SEED, USE_BIAS};
use crate::shape::Shape;

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
    Facets { flops: SIMPLE_FLOPS, lower: lower::simple_cell, ..CELL },
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
    Facets { flops: LSTM_FLOPS, lower: lower::lstm_cell, ..CELL },
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
    Facets { flops: GRU_FLOPS, lower: lower::gru_cell, ..CELL },
)
.positional(17);

pub(super) const STACKED_RNN_CELLS: Class = Class::new(
    "StackedRNNCells",
    Family::Recurrent,
    "cells on top of each other, as one cell",
    &[Parameter::required(keys::CELLS, Kind::Layers, "the cells, from the input on")],
    stacked,
    Facets { weights: Owner::Inside, flops: "those of the cells", lower: lower::stacked, ..CELL },
);

/// Description of the FLOPs of a `SimpleRNN`.
pub(super) const SIMPLE_FLOPS: &str =
    "2 for each MAC; for each unit at each step 1 with `use_bias`, and those of the activation";

/// Description of the FLOPs of an `LSTM`.
pub(super) const LSTM_FLOPS: &str = "2 for each MAC; for each unit at each step 4 with `use_bias`, those of 3 recurrent activations \
                                     and 2 activations, and 4 for the gates";

/// Description of the FLOPs of a `GRU`.
pub(super) const GRU_FLOPS: &str = "2 for each MAC; for each unit at each step 3 with `use_bias`, those of 2 recurrent activations \
                                    and 1 activation, and 5 for the gates; with `reset_after` 1 more, and 3 more with `use_bias`";

/// Computation of one step.
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
    /// Number of sums per step.
    fn gates(self) -> usize {
        match self {
            Self::Simple => 1,
            Self::Lstm => 4,
            Self::Gru => 3,
        }
    }

    /// Operations of one unit in one step, besides the multiply-accumulates: a bias for each sum, the activations, and
    /// the gates. An `LSTM` computes `f c + i g` and `o tanh(c)`; a `GRU` resets its state, or with `reset_after` what
    /// its kernel makes of it, which is then a sum of its own, and computes `z h + (1 - z) g`.
    pub(super) fn flops(self, call: &Call<'_>) -> Result<usize, Mistake> {
        let bias = usize::from(call.get(keys::USE_BIAS)?);
        let inner = of_activation(call.get(keys::ACTIVATION)?);
        let gate = || call.get(keys::RECURRENT_ACTIVATION).map(of_activation);
        Ok(match self {
            Self::Simple => bias + inner,
            Self::Lstm => 4 * bias + 3 * gate()? + 2 * inner + 4,
            Self::Gru => {
                let reset_after = usize::from(call.get(keys::RESET_AFTER)?);
                3 * bias * (1 + reset_after) + 2 * gate()? + inner + 5 + reset_after
            }
        })
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
        let units = call.get(keys::UNITS)?;
        let all = units.checked_mul(self.gates()).ok_or(DimError::TooLarge)?;
        let two_biases = self == Self::Gru && call.get(keys::RESET_AFTER)?;
        let bias = if two_biases { [2, all].to_vec() } else { [all].to_vec() };
        let of_each = |size: usize| [steps.clone(), Dim::Known(size), Dim::Known(all)];
        Ok(output
            .macs(of_each(features))?
            .macs(of_each(units))?
            .flops(self.flops(call)?, [steps, Dim::Known(units)])?
            .weight(format!("{path}kernel"), [features, all])
            .weight(format!("{path}recurrent_kernel"), [units, all])
            .weight_if(call.get(keys::USE_BIAS)?, format!("{path}bias"), bias))
    }
}

/// `[d]` and the states, each `[units]`, to `[units]` and the new states; [`Cell::weights`] gives the weights and
/// MACs.
///
/// States that are left out start at zero. Source: Keras `SimpleRNNCell`, `LSTMCell`, `GRUCell`.
fn step(call: &Call<'_>, cell: Cell) -> Result<Inferred, Mistake> {
    check_dropout(call)?;
    let units = call.get(keys::UNITS)?;
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
    call.fraction(keys::DROPOUT)?;
    call.fraction(keys::RECURRENT_DROPOUT).map(|_| ())
}

/// `[d]` and the states of all cells to the last cell's output and all new states; each cell runs on the output
/// of the one before. MACs: those of all cells.
///
/// Source: Keras `StackedRNNCells`.
fn stacked(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let stack = stack(call, keys::CELLS, &call.get(keys::CELLS)?, sequence(call)?)?;
    check_states(call, stack.outputs.get(1..).unwrap_or_default())?;
    Ok(stack)
}

/// Outputs of stacked cells: the last one's output, then the states of all.
pub(super) fn stack(
    call: &Call<'_>,
    argument: impl Into<Name>,
    cells: &[&Rc<Layer>],
    input: &Shape,
) -> Result<Inferred, Mistake> {
    let argument = argument.into();
    let mut step = input.clone();
    let mut states = Vec::new();
    let mut stack = Inferred::default();
    let mut body = Body::new([input.clone()].to_vec());
    let (mut wire, mut of_states) = (Wire(0), Vec::new());
    let mut calls: HashMap<u32, usize> = HashMap::default();
    for cell in cells {
        let cell = as_cell(call, argument, cell)?;
        let inferred = infer(cell, core::slice::from_ref(&step))?;
        let number = calls.entry(cell.id).and_modify(|number| *number += 1).or_default();
        let mut made = body.call(cell, *number, [wire].to_vec(), inferred.clone())?.into_iter();
        let none = || call.wrong(format!("`{}` has no output: please report this", cell.name));
        wire = made.next().ok_or_else(none)?;
        of_states.extend(made);
        let mut outputs = inferred.outputs.into_iter();
        step = outputs.next().ok_or_else(none)?;
        states.extend(outputs);
        stack =
            stack.inner_operations(inferred.operations, 1)?.inner(&cell.name, inferred.weights)?;
    }
    if cells.is_empty() {
        return Err(call.at(
            argument,
            format!("`{argument}` of `{}` expects at least one cell, found none", call.class.name),
        ));
    }
    stack.outputs.push(step);
    stack.outputs.extend(states);
    body.finish(core::iter::once(wire).chain(of_states).collect());
    stack.bodies.push(Rc::new(body));
    Ok(stack)
}

/// The layer, if it is a cell.
pub(super) fn as_cell<'a>(
    call: &Call<'_>,
    argument: Name,
    layer: &'a Rc<Layer>,
) -> Result<&'a Rc<Layer>, Mistake> {
    if recurrence(layer) == Recurrence::Cell {
        return Ok(layer);
    }
    let mistake = call.at(
        argument,
        format!(
            "`{argument}` of `{}` expects a cell, found the layer `{}`",
            call.class.name,
            layer.class_name()
        ),
    );
    Err(if let Recurrence::Layer(Some(cell)) = recurrence(layer) {
        mistake.help(format!("`{cell}` is the cell of `{}`", layer.class_name()))
    } else {
        mistake.note("the cells are `SimpleRNNCell`, `LSTMCell`, `GRUCell` and `StackedRNNCells`")
    })
}
