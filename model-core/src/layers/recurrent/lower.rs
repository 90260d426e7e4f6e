//! Operations of recurrent layers and cells.

use crate::layers::call::{Call, Mistake};
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
    recurrent(call, gates_of_gru(call))
}

pub(super) fn simple_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, CellKind::Simple).map(Operation::Cell)
}

pub(super) fn lstm_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, CellKind::Lstm).map(Operation::Cell)
}

pub(super) fn gru_cell<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    cell(call, gates_of_gru(call)).map(Operation::Cell)
}

pub(super) fn stacked<'a>(_: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::StackedCells(StackedCells { cells: found.block(0, 0)? }))
}

pub(super) fn rnn<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Rnn(Rnn {
        cells: found.block(0, 0)?,
        sequence: sequence(call),
        zero_output_for_mask: call.flag("zero_output_for_mask"),
    }))
}

pub(super) fn conv_lstm<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let size = call.sizes("kernel_size")?;
    let (strides, dilation) = (call.sizes("strides")?, call.sizes("dilation_rate")?);
    let step = Shape::new(super::sequence(call)?.iter().skip(1).cloned());
    let of_step = Call { inputs: core::slice::from_ref(&step), ..*call };
    let window = window(&of_step, &Spatial::of(&of_step, size.len())?, &size, &strides, &dilation);
    Ok(Operation::ConvLstm(ConvLstm {
        channels: channels(call),
        window,
        filters: call.size("filters")?,
        bias: call.flag("use_bias"),
        activation: activation(call, "activation")?,
        recurrent_activation: activation(call, "recurrent_activation")?,
        dropout: call.number("dropout")?,
        recurrent_dropout: call.number("recurrent_dropout")?,
        seed: seed(call)?,
        sequence: sequence(call),
    }))
}

fn recurrent<'a>(call: &Call<'a>, kind: CellKind) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Recurrent(Recurrent { cell: cell(call, kind)?, sequence: sequence(call) }))
}

fn gates_of_gru(call: &Call<'_>) -> CellKind {
    if call.flag("reset_after") { CellKind::GruResetAfter } else { CellKind::Gru }
}

/// The cell whose arguments a call has.
fn cell(call: &Call<'_>, kind: CellKind) -> Result<Cell, Mistake> {
    let recurrent_activation = match kind {
        CellKind::Simple => Activation::Linear,
        _ => activation(call, "recurrent_activation")?,
    };
    Ok(Cell {
        kind,
        units: call.size("units")?,
        bias: call.flag("use_bias"),
        activation: activation(call, "activation")?,
        recurrent_activation,
        dropout: call.number("dropout")?,
        recurrent_dropout: call.number("recurrent_dropout")?,
        seed: seed(call)?,
    })
}

fn sequence(call: &Call<'_>) -> Sequence {
    Sequence {
        return_sequences: call.flag("return_sequences"),
        return_state: call.flag("return_state"),
        backwards: call.flag("go_backwards"),
        stateful: call.flag("stateful"),
    }
}
