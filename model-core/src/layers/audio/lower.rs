//! Operations on sound.

use crate::dim::DimError;
use crate::layers::argument::{self, Choice};
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, channels, same};
use crate::plan::operation::{MelSpectrogram, Operation, StftSpectrogram};
use crate::plan::value::Padding;

/// A frame is as long as a transform, and the highest frequency is half the sampling rate, where they are left out.
pub(super) fn mel<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let fft_length = call.get(keys::FFT_LENGTH)?;
    let sampling_rate = call.get(keys::SAMPLING_RATE)?;
    Ok(Operation::MelSpectrogram(MelSpectrogram {
        fft_length,
        stride: call.get(keys::SEQUENCE_STRIDE)?,
        frame_length: call.get(keys::SEQUENCE_LENGTH)?.unwrap_or(fft_length),
        window: call.get(keys::WINDOW)?,
        sampling_rate,
        mel_bins: call.get(keys::NUM_MEL_BINS)?,
        min_frequency: call.get(keys::MIN_FREQ)?,
        max_frequency: match call.get(keys::MAX_FREQ)? {
            Some(highest) => highest,
            None => call.get(keys::SAMPLING_RATE.as_number())? / 2.0,
        },
        decibels: call.get(keys::POWER_TO_DB)?,
        top_db: call.get(keys::TOP_DB)?,
        exponent: call.get(keys::MAG_EXP)?,
        min_power: call.get(keys::MIN_POWER)?,
        reference: call.get(keys::REF_POWER)?,
    }))
}

/// A step is half a frame, and a transform as long as the next power of two, where they are left out.
pub(super) fn stft<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let frame_length = call.get(keys::FRAME_LENGTH)?;
    let stride = call.get(keys::FRAME_STEP)?.unwrap_or(frame_length / 2);
    let fft_length = match call.get(keys::FFT_LENGTH.or_none())? {
        Some(fft_length) => fft_length,
        None => frame_length.checked_next_power_of_two().ok_or(DimError::TooLarge)?,
    };
    let input = call.input()?;
    let samples = if call.channels_first() { input.last() } else { input.first().cloned() };
    let padding = match (call.get(keys::PADDING)?, samples) {
        (argument::Padding::Same, Some(samples)) => same(&samples, frame_length, stride),
        _ => Padding::NONE,
    };
    Ok(Operation::StftSpectrogram(StftSpectrogram {
        mode: call.get(keys::SPECTRUM)?.word(),
        frame_length,
        stride,
        fft_length,
        window: call.get(keys::WINDOW)?,
        periodic: call.get(keys::PERIODIC)?,
        scaling: call.get(keys::SCALING)?,
        padding,
        expand: call.get(keys::EXPAND_DIMS)?,
        channels: channels(call),
    }))
}
