//! Operations of recurrent layers and cells.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, activation, channels, seed, window};
use crate::layers::spatial::Spatial;
use crate::plan::operation::{
    Cell, CellKind, ConvLstm, Operation, Recurrent, Rnn, Sequence, StackedCells,
};
use crate::plan::value::Activation;
use crate::shape::Shape;

pub(super) fn simple<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    recurrent(call, CellKind::Simple)
}

pub(super) fn lstm<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    recurrent(call, CellKind::Lstm)
}

pub(super) fn gru<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    recurrent(call, gates_of_gru(call)?)
}

pub(super) fn simple_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, CellKind::Simple).map(Operation::Cell)
}

pub(super) fn lstm_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, CellKind::Lstm).map(Operation::Cell)
}

pub(super) fn gru_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, gates_of_gru(call)?).map(Operation::Cell)
}

pub(super) fn stacked<'a>(_: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::StackedCells(StackedCells { cells: found.block(0, 0)? }))
}

pub(super) fn rnn<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Rnn(Rnn {
        cells: found.block(0, 0)?,
        sequence: sequence(call)?,
        zero_output_for_mask: call.get(keys::ZERO_OUTPUT_FOR_MASK)?,
    }))
}

pub(super) fn conv_lstm<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let size = call.get(keys::KERNEL_SIZE)?;
    let (strides, dilation) = (call.get(keys::STRIDES)?, call.get(keys::DILATION_RATE)?);
    let step = Shape::new(super::sequence(call)?.iter().skip(1).cloned());
    let of_step = Call { inputs: core::slice::from_ref(&step), ..*call };
    let window = window(&of_step, &Spatial::of(&of_step, size.len())?, &size, &strides, &dilation)?;
    Ok(Operation::ConvLstm(ConvLstm {
        channels: channels(call),
        window,
        filters: call.get(keys::FILTERS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
        recurrent_activation: activation(call, keys::RECURRENT_ACTIVATION)?,
        dropout: call.get(keys::DROPOUT)?,
        recurrent_dropout: call.get(keys::RECURRENT_DROPOUT)?,
        seed: seed(call)?,
        sequence: sequence(call)?,
    }))
}

fn recurrent<'a>(call: &Call<'a>, kind: CellKind) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Recurrent(Recurrent { cell: cell(call, kind)?, sequence: sequence(call)? }))
}

fn gates_of_gru(call: &Call<'_>) -> Result<CellKind, Mistake> {
    let reset_after = call.get(keys::RESET_AFTER)?;
    Ok(if reset_after { CellKind::GruResetAfter } else { CellKind::Gru })
}

/// The cell whose arguments a call has.
fn cell(call: &Call<'_>, kind: CellKind) -> Result<Cell, Mistake> {
    let recurrent_activation = match kind {
        CellKind::Simple => Activation::Linear,
        _ => activation(call, keys::RECURRENT_ACTIVATION)?,
    };
    Ok(Cell {
        kind,
        units: call.get(keys::UNITS)?,
        bias: call.get(keys::USE_BIAS)?,
        activation: activation(call, keys::ACTIVATION)?,
        recurrent_activation,
        dropout: call.get(keys::DROPOUT)?,
        recurrent_dropout: call.get(keys::RECURRENT_DROPOUT)?,
        seed: seed(call)?,
    })
}

fn sequence(call: &Call<'_>) -> Result<Sequence, Mistake> {
    Ok(Sequence {
        return_sequences: call.get(keys::RETURN_SEQUENCES)?,
        return_state: call.get(keys::RETURN_STATE)?,
        backwards: call.get(keys::GO_BACKWARDS)?,
        stateful: call.get(keys::STATEFUL)?,
    })
}
