//! Multiply-accumulates: the cost of running a model once, on one sample.

use crate::dim::{Dim, TooLarge};
use crate::layers::{Mistake, Place};

/// A count of multiply-accumulates: products that are summed.
///
/// It is a [`Dim`] since it is computed from sizes: where one of them is not known, the count is not either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Macs(Dim);

/// A count that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncountable;

impl Macs {
    /// Nothing to multiply.
    pub const ZERO: Self = Self(Dim::Known(0));

    /// This many.
    #[must_use]
    pub const fn new(count: Dim) -> Self {
        Self(count)
    }

    /// The product of some sizes.
    pub fn product(factors: impl IntoIterator<Item = impl Into<Dim>>) -> Result<Self, Uncountable> {
        let product = factors
            .into_iter()
            .try_fold(Dim::Known(1), |product, factor| product.times(factor.into()));
        Ok(Self(product?))
    }

    /// The sum of both.
    pub fn plus(self, other: Self) -> Result<Self, Uncountable> {
        Ok(Self(self.0.plus(other.0)?))
    }

    /// As many for each of `count` runs.
    pub fn times(self, count: impl Into<Dim>) -> Result<Self, Uncountable> {
        match (self, count.into()) {
            (Self::ZERO, _) => Ok(Self::ZERO),
            (Self(each), count) => Ok(Self(each.times(count)?)),
        }
    }

    /// The count as a size: a number, a polynomial in the symbols, or not known.
    #[must_use]
    pub const fn count(self) -> Dim {
        self.0
    }

    /// The count where it is a number.
    #[must_use]
    pub fn known(self) -> Option<u64> {
        self.0.known().and_then(|count| u64::try_from(count).ok())
    }
}

impl Default for Macs {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<TooLarge> for Uncountable {
    fn from(_: TooLarge) -> Self {
        Self
    }
}

impl From<Uncountable> for Mistake {
    fn from(_: Uncountable) -> Self {
        Self::new(Place::Layer, "MACs are too large to count")
    }
}
