//! Parameters and bytes of weights, each variable counted once.

use rustc_hash::FxHashSet as HashSet;

use crate::layers::{Weight, WeightKey};

/// Sums over weights.
///
/// They are exact: a weight has at most as many elements as a `usize` counts, and as many of these as memory holds
/// never add up to 128 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    params: u128,
    trainable_params: u128,
    bits: u128,
    trainable_bits: u128,
}

impl Totals {
    /// Sums over weights, some of which may be one variable.
    #[must_use]
    pub fn of<'a>(weights: impl IntoIterator<Item = &'a Weight>) -> Self {
        let mut seen = Variables::default();
        weights.into_iter().filter(|weight| seen.insert(weight)).fold(Self::default(), Self::and)
    }

    /// Sums over weights, each of which is a variable of its own.
    #[must_use]
    pub fn of_distinct<'a>(weights: impl IntoIterator<Item = &'a Weight>) -> Self {
        weights.into_iter().fold(Self::default(), Self::and)
    }

    /// The sums with one more weight.
    #[must_use]
    pub fn and(mut self, weight: &Weight) -> Self {
        let params = weight.params();
        // Dtypes have at most 64 bits.
        let bits = params * weight.dtype.unwrap_or_default().bits() as u128;
        self.params += params;
        self.bits += bits;
        if weight.trainable {
            self.trainable_params += params;
            self.trainable_bits += bits;
        }
        self
    }

    /// Elements of all weights.
    #[must_use]
    pub const fn params(&self) -> u128 {
        self.params
    }

    /// Elements of the weights that training changes.
    #[must_use]
    pub const fn trainable_params(&self) -> u128 {
        self.trainable_params
    }

    /// Elements of the weights that training leaves as they are.
    #[must_use]
    pub const fn non_trainable_params(&self) -> u128 {
        self.params - self.trainable_params
    }

    /// Bytes of all weights, rounded up.
    #[must_use]
    pub const fn bytes(&self) -> u128 {
        self.bits.div_ceil(8)
    }

    /// Bytes of the weights that training changes, rounded up.
    #[must_use]
    pub const fn trainable_bytes(&self) -> u128 {
        self.trainable_bits.div_ceil(8)
    }
}

/// Variables that were seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(HashSet<WeightKey>);

impl Variables {
    /// True if the weight is a new variable.
    pub(crate) fn insert(&mut self, weight: &Weight) -> bool {
        weight.key.is_none_or(|key| self.0.insert(key))
    }

    pub(crate) fn extend(&mut self, weights: &[Weight]) {
        self.0.extend(weights.iter().filter_map(|weight| weight.key));
    }

    pub(crate) fn contains(&self, weight: &Weight) -> bool {
        weight.key.is_some_and(|key| self.0.contains(&key))
    }
}
