//! Words that arguments are chosen among.

use super::Argument;
use crate::value::Value;

/// A choice among words.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    /// Its word.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, choice)| *choice == self).map_or("", |(word, _)| word)
    }
}

impl<T: Choice> Argument for T {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        let Value::Word(word) = value else { return None };
        Self::WORDS.iter().find(|(name, _)| *name == &**word).map(|(_, choice)| *choice)
    }
}

/// How far windows reach over the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Not at all.
    Valid,
    /// At both ends, so that a stride of 1 keeps the size.
    Same,
    /// At the start, so that no output depends on a later input.
    Causal,
}

impl Choice for Padding {
    const WORDS: &'static [(&'static str, Self)] =
        &[("valid", Self::Valid), ("same", Self::Same), ("causal", Self::Causal)];
}

/// The place of the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFormat {
    /// The last axis.
    ChannelsLast,
    /// The first axis after the batch.
    ChannelsFirst,
}

/// `None` is Keras's default, the last axis.
impl Argument for DataFormat {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::None => Some(Self::ChannelsLast),
            Value::Word(word) => match &**word {
                "channels_last" => Some(Self::ChannelsLast),
                "channels_first" => Some(Self::ChannelsFirst),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The way values between others are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// The nearest.
    Nearest,
    /// From 4.
    Bilinear,
    /// From 16.
    Bicubic,
    /// From 36.
    Lanczos3,
    /// From 100.
    Lanczos5,
}

impl Choice for Interpolation {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("nearest", Self::Nearest),
        ("bilinear", Self::Bilinear),
        ("bicubic", Self::Bicubic),
        ("lanczos3", Self::Lanczos3),
        ("lanczos5", Self::Lanczos5),
    ];
}

/// The way both directions of a recurrent layer become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeMode {
    /// One after the other.
    Concat,
    /// Their sum.
    Sum,
    /// Their product.
    Mul,
    /// Their mean.
    Ave,
}

impl Choice for MergeMode {
    const WORDS: &'static [(&'static str, Self)] =
        &[("concat", Self::Concat), ("sum", Self::Sum), ("mul", Self::Mul), ("ave", Self::Ave)];
}

/// The way scores of attention are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreMode {
    /// Products of query and key.
    Dot,
    /// Sums over `tanh` of query and key.
    Concat,
}

impl Choice for ScoreMode {
    const WORDS: &'static [(&'static str, Self)] = &[("dot", Self::Dot), ("concat", Self::Concat)];
}

/// What categories are turned into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputMode {
    /// Their numbers.
    Int,
    /// A vector each, with a 1.
    OneHot,
    /// A vector an example, with a 1 for each category that is there.
    MultiHot,
    /// A vector an example, with the count of each category.
    Count,
    /// A vector an example, with counts weighted by rarity.
    TfIdf,
}

impl Choice for OutputMode {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("int", Self::Int),
        ("one_hot", Self::OneHot),
        ("multi_hot", Self::MultiHot),
        ("count", Self::Count),
        ("tf_idf", Self::TfIdf),
    ];
}

/// The part or function of a Fourier transform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spectrum {
    /// Logarithm of the power.
    Log,
    /// Magnitude.
    Magnitude,
    /// Power spectral density.
    Psd,
    /// Real part.
    Real,
    /// Imaginary part.
    Imag,
    /// Angle.
    Angle,
    /// Real and imaginary part.
    Stft,
}

impl Choice for Spectrum {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("log", Self::Log),
        ("magnitude", Self::Magnitude),
        ("psd", Self::Psd),
        ("real", Self::Real),
        ("imag", Self::Imag),
        ("angle", Self::Angle),
        ("stft", Self::Stft),
    ];
}
