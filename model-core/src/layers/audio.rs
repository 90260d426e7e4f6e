//! Sound into spectrograms.

mod lower;

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::argument::{Padding, Spectrum};
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::Facets;
use super::keys;
use super::kind::Kind;
use super::preprocessing::DATA;
use crate::dim::{Dim, DimError};
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    Class::new(
        "MelSpectrogram",
        Family::Preprocessing,
        "strength of the bands of the mel scale over time",
        &[
            Parameter::optional(
                keys::FFT_LENGTH,
                Kind::POSITIVE,
                Default::Int(2048),
                "samples of each Fourier transform",
            ),
            Parameter::optional(
                keys::SEQUENCE_STRIDE,
                Kind::POSITIVE,
                Default::Int(512),
                "samples from one transform to the next",
            ),
            Parameter::optional(
                keys::SEQUENCE_LENGTH,
                Kind::POSITIVE,
                Default::None,
                "samples under the window; `fft_length` when left out",
            ),
            Parameter::optional(
                keys::WINDOW,
                Kind::Word(&["hann", "hamming"]),
                Default::Word("hann"),
                "weights of samples; `None` for equal weights",
            )
            .nullable(),
            Parameter::optional(
                keys::SAMPLING_RATE,
                Kind::POSITIVE,
                Default::Int(16000),
                "samples a second",
            ),
            Parameter::optional(
                keys::NUM_MEL_BINS,
                Kind::POSITIVE,
                Default::Int(128),
                "number of bands",
            ),
            Parameter::optional(
                keys::MIN_FREQ,
                Kind::Number { min: 0.0 },
                Default::Float(20.0),
                "lowest frequency, in hertz",
            ),
            Parameter::optional(
                keys::MAX_FREQ,
                Kind::Number { min: 0.0 },
                Default::None,
                "highest frequency, in hertz; half of `sampling_rate` when left out",
            ),
            Parameter::optional(
                keys::POWER_TO_DB,
                Kind::Bool,
                Default::Bool(true),
                "returns decibels",
            ),
            Parameter::optional(
                keys::TOP_DB,
                Kind::NUMBER,
                Default::Float(80.0),
                "decibels below the strongest that are kept",
            ),
            Parameter::optional(
                keys::MAG_EXP,
                Kind::NUMBER,
                Default::Float(2.0),
                "exponent of the magnitude: 1 for magnitude, 2 for power",
            ),
            Parameter::optional(
                keys::MIN_POWER,
                Kind::NUMBER,
                Default::Float(1e-10),
                "least power",
            ),
            Parameter::optional(
                keys::REF_POWER,
                Kind::NUMBER,
                Default::Float(1.0),
                "power that is 0 decibels",
            ),
        ],
        mel_spectrogram,
        Facets {
            flops: "2 for each MAC; for each frame the transform in 5 n log2(n) / 2, n being `fft_length` and its logarithm rounded up, \
         n for the window and 5 for each frequency; 3 for each element of the output with `power_to_db`",
            lower: lower::mel,
            ..DATA
        },
    ),
    Class::new(
        "STFTSpectrogram",
        Family::Preprocessing,
        "short-time Fourier transform by convolutions whose kernels can be trained",
        &[
            Parameter::optional(
                keys::SPECTRUM,
                Kind::Word(&["log", "magnitude", "psd", "real", "imag", "angle", "stft"]),
                Default::Word("log"),
                "part or function of the transform to return",
            ),
            Parameter::optional(
                keys::FRAME_LENGTH,
                Kind::POSITIVE,
                Default::Int(256),
                "samples of each transform",
            ),
            Parameter::optional(
                keys::FRAME_STEP,
                Kind::POSITIVE,
                Default::None,
                "samples from one transform to the next; half of `frame_length` when left out",
            ),
            Parameter::optional(
                keys::FFT_LENGTH.or_none(),
                Kind::POSITIVE,
                Default::None,
                "size of the transform; `frame_length` rounded up to a power of two when left out",
            ),
            Parameter::optional(
                keys::WINDOW,
                Kind::Word(WINDOWS),
                Default::Word("hann"),
                "weights of samples; `None` for equal weights",
            )
            .nullable(),
            Parameter::optional(
                keys::PERIODIC,
                Kind::Bool,
                Default::Bool(false),
                "uses a periodic instead of a symmetric window",
            ),
            Parameter::optional(
                keys::SCALING,
                Kind::Word(&["density", "spectrum"]),
                Default::Word("density"),
                "scaling of the window",
            )
            .nullable(),
            Parameter::optional(
                keys::PADDING,
                Kind::Word(&["valid", "same"]),
                Default::Word("valid"),
                "pads the ends",
            ),
            Parameter::optional(
                keys::EXPAND_DIMS,
                Kind::Bool,
                Default::Bool(false),
                "adds a frequency axis apart from the channels",
            ),
            Parameter::optional(
                keys::DATA_FORMAT,
                Kind::DataFormat,
                Default::DataFormat,
                "position of the channel axis, last or first",
            )
            .nullable(),
        ],
        stft_spectrogram,
        Facets {
            flops: "2 for each MAC; for each channel and frequency of each frame 3 for `psd`, 4 for `magnitude`, 5 for `log` and 1 for `angle`",
            lower: lower::stft,
            ..DATA
        },
    ),
];

/// SciPy's windows without parameters.
const WINDOWS: &[&str] = &[
    "hann",
    "hamming",
    "barthann",
    "bartlett",
    "blackman",
    "blackmanharris",
    "bohman",
    "boxcar",
    "cosine",
    "exponential",
    "flattop",
    "lanczos",
    "nuttall",
    "parzen",
    "taylor",
    "triang",
    "tukey",
];

/// `[.., t]` to `[.., num_mel_bins, 1 + floor((t + 2 floor(fft / 2) - fft) / stride)]`: the signal is padded by
/// half a transform at both ends.
///
/// MACs: `.. * frames * (floor(fft / 2) + 1) * num_mel_bins`, the product with the mel matrix; the fast Fourier
/// transform is not counted.
///
/// Keras's symbolic shape has one frame too many where `stride` divides `t + 1`, and a wrong order of axes
/// for several channels. Source: Keras `MelSpectrogram`.
fn mel_spectrogram(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let fft = call.get(keys::FFT_LENGTH)?;
    let stride = call.get(keys::SEQUENCE_STRIDE)?;
    let bands = Dim::Known(call.get(keys::NUM_MEL_BINS)?);
    if let Some(window) = call.get(keys::SEQUENCE_LENGTH)?
        && window > fft
    {
        return Err(call.at(
            keys::SEQUENCE_LENGTH,
            format!(
                "`sequence_length` of `MelSpectrogram` expects at most `fft_length`, {fft}, found {window}"
            ),
        ));
    }
    let Some((time, before)) = input.split_last() else {
        return Err(call.wrong_input(0, "`MelSpectrogram` expects an axis of samples, found `[]`"));
    };
    let frames = time.minus(fft % 2)?.div_floor(stride)?.plus(1)?;
    let mut dims: Vec<Dim> = before.to_vec();
    dims.extend([bands, frames.clone()]);
    let macs: Vec<Dim> = dims.iter().cloned().chain([Dim::Known(fft / 2 + 1)]).collect();
    let bins = fft / 2 + 1;
    let of_frame = transform(fft)?.plus(fft)?.plus(Dim::Known(bins).times(5)?)?;
    let decibels = if call.get(keys::POWER_TO_DB)? { 3 } else { 0 };
    Inferred::one(Shape::new(dims))
        .macs(macs)?
        .flops(1, before.iter().cloned().chain([frames, of_frame]))?
        .flops_of_output(decibels)
}

/// Operations of a fast Fourier transform of `n` real numbers, as FFTW counts them: `5 n log2(n) / 2`, with the
/// logarithm rounded up.
fn transform(n: usize) -> Result<Dim, DimError> {
    let rounds = n.checked_next_power_of_two().ok_or(DimError::TooLarge)?.trailing_zeros();
    let rounds = usize::try_from(rounds).map_err(|_| DimError::TooLarge)?;
    Dim::Known(n).times(rounds)?.times(5)?.div_floor(2)
}

/// `[t, c]` to `[frames, c * f]`, or `[frames, f, c]` with `expand_dims`, where `f` is `floor(fft / 2) + 1`, twice
/// that for `stft`; `frames` is `floor((t - frame_length) / step) + 1`, and `ceil(t / step)` for `same`.
///
/// Weights `real_kernel` and `imag_kernel: [frame_length, 1, floor(fft / 2) + 1]`, which training changes;
/// the modes `real` and `imag` have one of them. MACs: `c * frames * frame_length * (floor(fft / 2) + 1)` for each
/// kernel. Source: Keras `STFTSpectrogram`.
fn stft_spectrogram(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let length = call.get(keys::FRAME_LENGTH)?;
    let step = call.get(keys::FRAME_STEP)?.unwrap_or(length / 2);
    if step == 0 || step > length {
        return Err(call.at(
            keys::FRAME_STEP,
            format!(
                "`frame_step` of `STFTSpectrogram` expects 1 to `frame_length`, {length}, found \
                 {step}"
            ),
        ));
    }
    let fft = call
        .get(keys::FFT_LENGTH.or_none())?
        .unwrap_or(length.checked_next_power_of_two().ok_or(DimError::TooLarge)?);
    if fft < length {
        return Err(call
            .at(
                keys::FFT_LENGTH.or_none(),
                format!(
                    "`fft_length` of `STFTSpectrogram` expects at least `frame_length`, {length}, \
                     found {fft}"
                ),
            )
            .or_with(keys::FFT_LENGTH.or_none(), Value::None));
    }
    let first = call.channels_first();
    let input =
        call.input_like(if first { "[channels, samples]" } else { "[samples, channels]" })?;
    let (samples, channels) = match &**input {
        [channels, samples] if first => (samples, channels),
        [samples, channels] => (samples, channels),
        _ => (&Dim::Unknown, &Dim::Unknown),
    };
    let frames = if call.get(keys::PADDING)? == Padding::Same {
        samples.div_ceil(step)?
    } else if samples.is_below(length) {
        return Err(call
            .wrong_input(
                0,
                format!(
                    "`STFTSpectrogram` frame of {length} samples does not fit its input `{input}`"
                ),
            )
            .or_with(keys::PADDING, Value::Word("same".into())));
    } else {
        samples.minus(length)?.div_floor(step)?.plus(1)?
    };
    let bins = fft / 2 + 1;
    let mode = call.get(keys::SPECTRUM)?;
    let values = Dim::Known(bins).times(if mode == Spectrum::Stft { 2 } else { 1 })?;
    let output = match (first, call.get(keys::EXPAND_DIMS)?) {
        (false, true) => Shape::new([frames.clone(), values, channels.clone()]),
        (true, true) => Shape::new([channels.clone(), frames.clone(), values]),
        (false, false) => Shape::new([frames.clone(), channels.times(values)?]),
        (true, false) => Shape::new([channels.times(values)?, frames.clone()]),
    };
    let kernel = vec![length, 1, bins];
    let kernels = Dim::Known(if matches!(mode, Spectrum::Real | Spectrum::Imag) { 1 } else { 2 });
    let macs = [channels.clone(), frames.clone(), Dim::Known(length), Dim::Known(bins), kernels];
    let each = match mode {
        Spectrum::Psd => 3,
        Spectrum::Magnitude => 4,
        Spectrum::Log => 5,
        Spectrum::Angle => 1,
        Spectrum::Real | Spectrum::Imag | Spectrum::Stft => 0,
    };
    Ok(Inferred::one(output)
        .macs(macs)?
        .flops(each, [channels.clone(), frames.clone(), Dim::Known(bins)])?
        .weight_if(mode != Spectrum::Imag, "real_kernel", kernel.clone())
        .weight_if(mode != Spectrum::Real, "imag_kernel", kernel))
}
