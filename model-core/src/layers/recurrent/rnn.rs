//! Recurrent layers over sequences of vectors.

use alloc::format;

use super::cell::{Cell, GRU_FLOPS, LSTM_FLOPS, SIMPLE_FLOPS, as_cell, check_dropout, stack};
use super::parameters::{
    ACTIVATION, ACTIVITY_REGULARIZER, BIAS_CONSTRAINT, BIAS_INITIALIZER, BIAS_REGULARIZER, DROPOUT,
    GO_BACKWARDS, IMPLEMENTATION, KERNEL_CONSTRAINT, KERNEL_INITIALIZER, KERNEL_REGULARIZER,
    RECURRENT_ACTIVATION, RECURRENT_CONSTRAINT, RECURRENT_DROPOUT, RECURRENT_INITIALIZER,
    RECURRENT_REGULARIZER, RESET_AFTER, RETURN_SEQUENCES, RETURN_STATE, STATEFUL, UNIT_FORGET_BIAS,
    UNITS, UNROLL, USE_CUDNN,
};
use super::{RECURRENT, check_states, lower, outputs, sequence};
use crate::graph::Body;
use crate::layers::argument::Cells;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Family, Parameter};
use crate::layers::facets::{Facets, Owner, Recurrence};
use crate::layers::infer::{LayerKind, infer};
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{SEED, USE_BIAS, flag};
use crate::shape::Shape;

pub(super) const SIMPLE_RNN: Class = Class::new(
    "SimpleRNN",
    Family::Recurrent,
    "runs over a sequence; each step sees the output of the one before",
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
        ACTIVITY_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        RETURN_SEQUENCES,
        RETURN_STATE,
        GO_BACKWARDS,
        STATEFUL,
        UNROLL,
        SEED,
    ],
    |call| recurrent(call, Cell::Simple, "simple_rnn_cell/"),
    Facets {
        recurrence: Recurrence::Layer(Some("SimpleRNNCell")),
        flops: SIMPLE_FLOPS,
        lower: lower::simple,
        ..RECURRENT
    },
);

pub(super) const LSTM: Class = Class::new(
    "LSTM",
    Family::Recurrent,
    "runs over a sequence with a memory that gates write, keep and read",
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
        ACTIVITY_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        SEED,
        RETURN_SEQUENCES,
        RETURN_STATE,
        GO_BACKWARDS,
        STATEFUL,
        UNROLL,
        USE_CUDNN,
        IMPLEMENTATION,
    ],
    |call| recurrent(call, Cell::Lstm, "lstm_cell/"),
    Facets {
        recurrence: Recurrence::Layer(Some("LSTMCell")),
        flops: LSTM_FLOPS,
        lower: lower::lstm,
        ..RECURRENT
    },
)
.positional(24);

pub(super) const GRU: Class = Class::new(
    "GRU",
    Family::Recurrent,
    "runs over a sequence with a state that gates update and reset",
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
        ACTIVITY_REGULARIZER,
        KERNEL_CONSTRAINT,
        RECURRENT_CONSTRAINT,
        BIAS_CONSTRAINT,
        DROPOUT,
        RECURRENT_DROPOUT,
        SEED,
        RETURN_SEQUENCES,
        RETURN_STATE,
        GO_BACKWARDS,
        STATEFUL,
        UNROLL,
        RESET_AFTER,
        USE_CUDNN,
        IMPLEMENTATION,
    ],
    |call| recurrent(call, Cell::Gru, "gru_cell/"),
    Facets {
        recurrence: Recurrence::Layer(Some("GRUCell")),
        flops: GRU_FLOPS,
        lower: lower::gru,
        ..RECURRENT
    },
)
.positional(24);

pub(super) const RNN: Class = Class::new(
    "RNN",
    Family::Recurrent,
    "runs a cell, or cells on top of each other, over a sequence",
    &[
        Parameter::required(keys::CELL, Kind::Cells, "computation of one step"),
        RETURN_SEQUENCES,
        RETURN_STATE,
        GO_BACKWARDS,
        STATEFUL,
        UNROLL,
        flag(keys::ZERO_OUTPUT_FOR_MASK, "returns zeros for masked steps, not the previous output"),
    ],
    rnn,
    Facets {
        weights: Owner::Inside,
        flops: "those of the cell, for each step",
        lower: lower::rnn,
        ..RECURRENT
    },
);

/// `[t, d]` to `[units]`, or to `[t, units]` with `return_sequences`; with `return_state`, then the states, each
/// `[units]`. [`Cell::weights`] gives the weights, and the MACs of all `t` steps.
///
/// Further inputs are initial states, each `[units]`: two for `LSTM`, one for the others. The last axis must be
/// known. Source: Keras `SimpleRNN`, `LSTM`, `GRU`.
fn recurrent(call: &Call<'_>, cell: Cell, path: &str) -> Result<Inferred, Mistake> {
    check_dropout(call)?;
    let units = call.get(keys::UNITS)?;
    let input = steps(call)?;
    let features = call.known(input, 1, "the axis of features")?;
    let states = cell.states(units);
    check_states(call, &states)?;
    let output = outputs(call, input, &Shape::new([units]), &states)?;
    cell.weights(call, output, path, features, input.size(0)?)
}

/// `[t, d]` to the cell's output on `[d]`, or to that of all `t` steps with `return_sequences`; with
/// `return_state`, then the states of the cell, or of all cells in order. The weights are the cell's.
///
/// MACs: `t` times the cell's. Further inputs are initial states. A stack of a single cell is an error: Keras gives its states another
/// nesting after the first step than before, and real data fails. Source: Keras `RNN`.
fn rnn(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = steps(call)?;
    let step = Shape::new(input.iter().skip(1).cloned());
    let cells = call.get(keys::CELL)?;
    let (name, inferred) = match &cells {
        Cells::Stack(cells) => ("stacked_rnn_cells", stack(call, keys::CELL, cells, &step)?),
        Cells::One(cell) => {
            let cell = as_cell(call, keys::CELL.into(), cell)?;
            let inferred = infer(cell, core::slice::from_ref(&step))?;
            let body = Body::single(cell, core::slice::from_ref(&step), &inferred)?;
            (&*cell.name, Inferred { bodies: [body].to_vec(), ..inferred })
        }
    };
    if is_single(&cells) {
        return Err(call
            .at(
                keys::CELL,
                "`cell` of `RNN` expects a cell or a stack of several, found a stack of 1",
            )
            .note("such a stack returns its states in a different form than it accepts")
            .help("a cell by itself needs no stack"));
    }
    let (output, states) = inferred
        .outputs
        .split_first()
        .ok_or_else(|| call.wrong(format!("`{name}` has no output: please report this")))?;
    check_states(call, states)?;
    let bodies = inferred.bodies;
    let output = Inferred { bodies, ..outputs(call, input, output, states)? };
    output.inner_operations(inferred.operations, input.size(0)?)?.inner(name, inferred.weights)
}

/// True for a stack of one cell.
fn is_single(cells: &Cells<'_>) -> bool {
    match cells {
        Cells::One(cell) => match &cell.kind {
            LayerKind::Class(_, args) => {
                args.get(keys::CELLS).is_some_and(|cells| cells.len() == 1)
            }
            _ => false,
        },
        Cells::Stack(cells) => cells.len() == 1,
    }
}

/// The first input, `[time, features]`.
fn steps<'a>(call: &Call<'a>) -> Result<&'a Shape, Mistake> {
    let input = sequence(call)?;
    if input.rank() == 2 {
        return Ok(input);
    }
    let mistake = call.wrong_input(
        0,
        format!(
            "`{}` expects 2 axes `[time, features]`, found {} in `{input}`",
            call.class.name,
            input.rank()
        ),
    );
    Err(match input.rank() {
        0 | 1 => mistake,
        _ => flattened(call, input, mistake),
    })
}

/// Proposes to flatten the axes of each step where the layer then fits.
fn flattened(call: &Call<'_>, input: &Shape, mistake: Mistake) -> Mistake {
    let features = Shape::new(input.iter().skip(1).cloned());
    let (Some(time), Ok(features)) = (input.first(), features.elements()) else { return mistake };
    if time.known().is_none() || features.known().is_none() {
        return mistake;
    }
    let flat = Shape::new([time.clone(), features]);
    let mut inputs = call.inputs.to_vec();
    if let Some(first) = inputs.first_mut() {
        first.clone_from(&flat);
    }
    if (call.class.rule)(&Call { inputs: &inputs, ..*call }).is_err() {
        return mistake;
    }
    mistake.help(format!("`Reshape({flat})` before it makes one vector of each step"))
}
