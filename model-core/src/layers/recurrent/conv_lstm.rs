//! Recurrent layers over sequences of images: LSTMs whose sums are convolutions.

use alloc::format;
use alloc::vec::Vec;

use super::cell::{Cell, LSTM_FLOPS, check_dropout};
use super::parameters::{
    ACTIVATION, ACTIVITY_REGULARIZER, BIAS_CONSTRAINT, BIAS_INITIALIZER, BIAS_REGULARIZER, DROPOUT,
    GO_BACKWARDS, KERNEL_CONSTRAINT, KERNEL_INITIALIZER, KERNEL_REGULARIZER, RECURRENT_ACTIVATION,
    RECURRENT_CONSTRAINT, RECURRENT_DROPOUT, RECURRENT_INITIALIZER, RECURRENT_REGULARIZER,
    RETURN_SEQUENCES, RETURN_STATE, STATEFUL, UNIT_FORGET_BIAS,
};
use super::{RECURRENT, check_states, lower, outputs, sequence};
use crate::dim::{Dim, DimError};
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Default, Family, Parameter};
use crate::layers::convolution::window_output;
use crate::layers::facets::{Facets, Owner};
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::parameters::{SEED, USE_BIAS};
use crate::layers::spatial::by;
use crate::shape::Shape;
use crate::value::Value;

const CONV_LSTM: Facets =
    Facets { flops: LSTM_FLOPS, weights: Owner::Inside, lower: lower::conv_lstm, ..RECURRENT };

pub(super) const CONV_LSTM1D: Class = Class::new(
    "ConvLSTM1D",
    Family::Recurrent,
    "an `LSTM` over sequences of signals, with convolutions for its sums",
    &parameters(1),
    |call| conv_lstm(call, "[time, steps, channels]", "[time, channels, steps]"),
    CONV_LSTM,
);

pub(super) const CONV_LSTM2D: Class = Class::new(
    "ConvLSTM2D",
    Family::Recurrent,
    "an `LSTM` over sequences of images, with convolutions for its sums",
    &parameters(2),
    |call| conv_lstm(call, "[time, height, width, channels]", "[time, channels, height, width]"),
    CONV_LSTM,
);

pub(super) const CONV_LSTM3D: Class = Class::new(
    "ConvLSTM3D",
    Family::Recurrent,
    "an `LSTM` over sequences of volumes, with convolutions for its sums",
    &parameters(3),
    |call| {
        conv_lstm(
            call,
            "[time, depth, height, width, channels]",
            "[time, channels, depth, height, width]",
        )
    },
    CONV_LSTM,
);

const fn parameters(rank: usize) -> [Parameter; 27] {
    [
        Parameter::required(keys::FILTERS, Kind::POSITIVE, "number of channels of the output"),
        Parameter::required(keys::KERNEL_SIZE, Kind::Sizes { rank, min: 1 }, "size of the kernels"),
        Parameter::optional(
            keys::STRIDES,
            Kind::Sizes { rank, min: 1 },
            Default::Int(1),
            "stride of the input kernel",
        ),
        Parameter::optional(
            keys::PADDING,
            Kind::Word(&["valid", "same"]),
            Default::Word("valid"),
            "`valid` for none, `same` to let the kernel for the input reach over the edges",
        ),
        Parameter::optional(
            keys::DATA_FORMAT,
            Kind::DataFormat,
            Default::DataFormat,
            "position of the channel axis, last or first after the time",
        ),
        Parameter::optional(
            keys::DILATION_RATE,
            Kind::Sizes { rank, min: 1 },
            Default::Int(1),
            "dilation of the input kernel",
        ),
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
    ]
}

/// `[t, sizes.., c]` to `[window(sizes).., filters]`, or to `[t, window(sizes).., filters]` with
/// `return_sequences`; with `return_state`, then two states of the former shape. [`window_output`] gives the
/// sizes. The weights are `kernel: [kernel_size.., c, 4 * filters]`,
/// `recurrent_kernel: [kernel_size.., filters, 4 * filters]` and `bias: [4 * filters]`.
///
/// MACs: `t * window(sizes).. * kernel_size.. * (c + filters) * 4 * filters`.
///
/// All axes but the time must be known. Further inputs are the two initial states. Only one of strides and
/// dilation may be above 1; the kernel for the state has neither, and the padding `same`. Source: Keras
/// `ConvLSTM1D`, `ConvLSTM2D`, `ConvLSTM3D`; Shi et al., 2015.
fn conv_lstm(call: &Call<'_>, last: &str, first: &str) -> Result<Inferred, Mistake> {
    check_dropout(call)?;
    let filters = call.get(keys::FILTERS)?;
    let kernel = call.get(keys::KERNEL_SIZE)?;
    let (strides, dilation) = (call.get(keys::STRIDES)?, call.get(keys::DILATION_RATE)?);
    check_strides_or_dilation(call, &strides, &dilation)?;
    let input = sequence(call)?;
    let axes = if call.channels_first() { first } else { last };
    Call { inputs: core::slice::from_ref(input), ..*call }.input_like(axes)?;
    for index in 1..input.rank() {
        call.known(input, index, "every axis but the time")?;
    }
    let (time, sizes, channels) = match (&input[..], call.channels_first()) {
        ([time, channels, sizes @ ..], true) | ([time, sizes @ .., channels], false) => {
            (time, sizes, channels)
        }
        _ => return Err(DimError::NoAxis.into()),
    };
    let channels = channels.known().ok_or(DimError::NoAxis)?;
    let padding = call.get(keys::PADDING)?;
    let steps = kernel.iter().zip(&strides).zip(&dilation);
    let windows = sizes.iter().zip(steps).map(|(axis, ((size, stride), dilation))| {
        window_output(axis, *size, *stride, *dilation, padding)
    });
    let windows = windows.collect::<Result<Vec<_>, _>>()?;
    let Some(mut step) = windows.into_iter().collect::<Option<Vec<Dim>>>() else {
        return Err(does_not_fit(call, input, &kernel, &dilation));
    };
    let places: Vec<Dim> = core::iter::once(time)
        .chain(&step)
        .cloned()
        .chain(kernel.iter().copied().map(Dim::Known))
        .collect();
    step.insert(if call.channels_first() { 0 } else { step.len() }, Dim::Known(filters));
    let step = Shape::new(step);
    let states = [step.clone(), step.clone()];
    check_states(call, &states)?;
    let all = filters.checked_mul(4).ok_or(DimError::TooLarge)?;
    let units: Vec<Dim> = core::iter::once(time).chain(step.iter()).cloned().collect();
    let of_each = |depth: usize| places.iter().cloned().chain([depth, all].map(Dim::Known));
    Ok(outputs(call, input, &step, &states)?
        .macs(of_each(channels))?
        .macs(of_each(filters))?
        .flops(Cell::Lstm.flops(call)?, units)?
        .weight("conv_lstm_cell/kernel", [&kernel[..], &[channels, all]].concat())
        .weight("conv_lstm_cell/recurrent_kernel", [&kernel[..], &[filters, all]].concat())
        .weight_if(call.get(keys::USE_BIAS)?, "conv_lstm_cell/bias", [all]))
}

fn check_strides_or_dilation(
    call: &Call<'_>,
    strides: &[usize],
    dilation: &[usize],
) -> Result<(), Mistake> {
    let above = |numbers: &[usize]| numbers.iter().any(|number| *number > 1);
    if !(above(strides) && above(dilation)) {
        return Ok(());
    }
    Err(call
        .at(
            keys::DILATION_RATE,
            format!(
                "`{}` takes strides or a dilation above 1, found both: strides `{}`, dilation `{}`",
                call.class.name,
                by(strides),
                by(dilation)
            ),
        )
        .or_with(keys::DILATION_RATE, Value::Int(1))
        .or_with(keys::STRIDES, Value::Int(1)))
}

fn does_not_fit(call: &Call<'_>, input: &Shape, kernel: &[usize], dilation: &[usize]) -> Mistake {
    let mistake = call.at(
        keys::KERNEL_SIZE,
        format!("`{}` kernel `{}` does not fit its input `{input}`", call.class.name, by(kernel)),
    );
    let mistake = if dilation.iter().any(|rate| *rate > 1) {
        mistake.note(format!("its elements are `{}` apart", by(dilation)))
    } else {
        mistake
    };
    mistake.or_with(keys::PADDING, Value::Word("same".into()))
}
