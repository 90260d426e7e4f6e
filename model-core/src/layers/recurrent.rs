//! Recurrent layers and cells.
//!
//! A recurrent layer runs a cell over the first axis of its input. Initial states are further inputs, and with
//! `return_state` the last states are further outputs. A cell by itself runs one step.

mod cell;
mod conv_lstm;
mod lower;
mod parameters;
mod rnn;
#[cfg(test)]
mod tests;

use alloc::format;

use super::call::{Call, Inferred, Mistake};
use super::class::Class;
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::infer::{Layer, LayerKind};
use super::keys;
use super::lower::{FIXED, opaque};
use super::sight;
use crate::shape::Shape;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    rnn::SIMPLE_RNN,
    rnn::LSTM,
    rnn::GRU,
    rnn::RNN,
    cell::SIMPLE_RNN_CELL,
    cell::LSTM_CELL,
    cell::GRU_CELL,
    cell::STACKED_RNN_CELLS,
    conv_lstm::CONV_LSTM1D,
    conv_lstm::CONV_LSTM2D,
    conv_lstm::CONV_LSTM3D,
];

/// A layer that runs over time.
const RECURRENT: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::lost,
    in_place: false,
    weights: Owner::Layer,
    kernel: Kernel::Weight,
    recurrence: Recurrence::Layer(None),
    fixed: FIXED,
    lower: opaque,
};

/// A cell by itself.
const CELL: Facets = Facets { recurrence: Recurrence::Cell, ..RECURRENT };

/// The part of a layer in running over time.
pub(super) fn recurrence(layer: &Layer) -> Recurrence {
    match &layer.kind {
        LayerKind::Class(class, _) => class.facets.recurrence,
        _ => Recurrence::None,
    }
}

/// The first input, which is not a state.
fn sequence<'a>(call: &Call<'a>) -> Result<&'a Shape, Mistake> {
    match call.inputs.first() {
        Some(input) => Ok(input),
        None => call.input(),
    }
}

/// Checks the inputs after the first, the initial states: none, or one of each of these shapes.
fn check_states(call: &Call<'_>, states: &[Shape]) -> Result<(), Mistake> {
    let given = call.inputs.get(1..).unwrap_or_default();
    if given.is_empty() {
        return Ok(());
    }
    if given.len() != states.len() {
        let plural = if states.len() == 1 { "" } else { "s" };
        return Err(call.wrong_input(
            1 + states.len().min(given.len().saturating_sub(1)),
            format!(
                "`{}` takes {} initial state{plural} after its input, found {}",
                call.class.name,
                states.len(),
                given.len()
            ),
        ));
    }
    let wrong = given
        .iter()
        .zip(states)
        .enumerate()
        .find(|(_, (found, state))| !found.is_compatible(state));
    match wrong {
        None => Ok(()),
        Some((index, (found, state))) => Err(call.wrong_input(
            1 + index,
            format!("`{}` expects an initial state `{state}`, found `{found}`", call.class.name),
        )),
    }
}

/// The outputs of a recurrent layer: that of every step with `return_sequences`, else of the last, then the
/// states with `return_state`.
fn outputs(
    call: &Call<'_>,
    input: &Shape,
    step: &Shape,
    states: &[Shape],
) -> Result<Inferred, Mistake> {
    let output = if call.get(keys::RETURN_SEQUENCES)? {
        Shape::new(input.iter().take(1).chain(step.iter()).cloned())
    } else {
        step.clone()
    };
    let states = if call.get(keys::RETURN_STATE)? { states } else { &[] };
    Ok(Inferred::many(core::iter::once(output).chain(states.iter().cloned())))
}
