//! Operations on sound.

use crate::dim::SizeError;
use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, channels, same};
use crate::plan::operation::{MelSpectrogram, Operation, StftSpectrogram};
use crate::plan::value::Padding;

/// A frame is as long as a transform, and the highest frequency is half the sampling rate, where they are left out.
pub(super) fn mel<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let fft_length = call.size("fft_length")?;
    let (length, highest) = (call.has("sequence_length"), call.has("max_freq"));
    let sampling_rate = call.size("sampling_rate")?;
    Ok(Operation::MelSpectrogram(MelSpectrogram {
        fft_length,
        stride: call.size("sequence_stride")?,
        frame_length: if length { call.size("sequence_length")? } else { fft_length },
        window: window(call),
        sampling_rate,
        mel_bins: call.size("num_mel_bins")?,
        min_frequency: call.number("min_freq")?,
        max_frequency: if highest {
            call.number("max_freq")?
        } else {
            call.number("sampling_rate")? / 2.0
        },
        decibels: call.flag("power_to_db"),
        top_db: call.number("top_db")?,
        exponent: call.number("mag_exp")?,
        min_power: call.number("min_power")?,
        reference: call.number("ref_power")?,
    }))
}

/// A step is half a frame, and a transform as long as the next power of two, where they are left out.
pub(super) fn stft<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let frame_length = call.size("frame_length")?;
    let stride = if call.has("frame_step") { call.size("frame_step")? } else { frame_length / 2 };
    let fft_length = match call.has("fft_length") {
        true => call.size("fft_length")?,
        false => frame_length.checked_next_power_of_two().ok_or(SizeError::TooLarge)?,
    };
    let input = call.input()?;
    let samples = if call.channels_first() { input.last() } else { input.first().cloned() };
    let padding = match (call.word("padding"), samples) {
        ("same", Some(samples)) => same(&samples, frame_length, stride),
        _ => Padding::NONE,
    };
    Ok(Operation::StftSpectrogram(StftSpectrogram {
        mode: call.word("mode"),
        frame_length,
        stride,
        fft_length,
        window: window(call),
        periodic: call.flag("periodic"),
        scaling: Some(call.word("scaling")).filter(|word| !word.is_empty()),
        padding,
        expand: call.flag("expand_dims"),
        channels: channels(call),
    }))
}

fn window<'a>(call: &Call<'a>) -> Option<&'a str> {
    Some(call.word("window")).filter(|word| !word.is_empty())
}
