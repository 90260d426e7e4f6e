//! Cost of running a model once, on one sample: multiply-accumulates, and operations of every kind.

use alloc::format;
use core::fmt;

use crate::dim::{Dim, DimError};
use crate::layers::{Mistake, Place};

/// A count of something that is done while a model runs.
///
/// It is a [`Dim`] since it is computed from sizes: where one of them is not known, the count is not either.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Count(Dim);

impl Count {
    /// Nothing to do.
    pub const ZERO: Self = Self(Dim::Known(0));

    /// This many.
    #[must_use]
    pub const fn new(count: Dim) -> Self {
        Self(count)
    }

    /// The product of some sizes.
    pub fn product(factors: impl IntoIterator<Item = impl Into<Dim>>) -> Result<Self, DimError> {
        let product = factors
            .into_iter()
            .try_fold(Dim::Known(1), |product, factor| product.times(factor.into()));
        Ok(Self(product?))
    }

    /// The sum of both.
    pub fn plus(&self, other: &Self) -> Result<Self, DimError> {
        Ok(Self(self.0.plus(&other.0)?))
    }

    /// As many for each of `count` runs; none where there is nothing to do, however often.
    pub fn times(&self, count: impl Into<Dim>) -> Result<Self, DimError> {
        match (&self.0, count.into()) {
            (Dim::Known(0), _) | (_, Dim::Known(0)) => Ok(Self::ZERO),
            (each, count) => Ok(Self(each.times(count)?)),
        }
    }

    /// The count as a size: a number, a polynomial in the symbols, or not known.
    #[must_use]
    pub const fn count(&self) -> &Dim {
        &self.0
    }

    /// The count where it is a number.
    #[must_use]
    pub fn known(&self) -> Option<u64> {
        self.0.known().and_then(|count| u64::try_from(count).ok())
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::ZERO
    }
}

/// Cost of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Operations {
    /// Multiply-accumulates: products that are summed, the bias not counted.
    pub macs: Count,
    /// Operations of every kind, two for each multiply-accumulate among them.
    pub flops: Count,
}

/// The count that overflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncountable(&'static str);

const MACS: Uncountable = Uncountable("MAC");
const FLOPS: Uncountable = Uncountable("FLOP");

impl Operations {
    /// Nothing to do.
    pub const ZERO: Self = Self { macs: Count::ZERO, flops: Count::ZERO };

    /// As many multiply-accumulates as the product of `factors`, each of which is two operations.
    pub fn macs(factors: impl IntoIterator<Item = impl Into<Dim>>) -> Result<Self, Uncountable> {
        Self::of_macs(Count::product(factors).map_err(|_| MACS)?)
    }

    /// This many multiply-accumulates, each of which is two operations.
    pub fn of_macs(macs: Count) -> Result<Self, Uncountable> {
        let flops = macs.times(2).map_err(|_| FLOPS)?;
        Ok(Self { macs, flops })
    }

    /// `each` operations of other kinds, for each of as many elements as the product of `sizes`.
    pub fn of_elements(
        each: usize,
        sizes: impl IntoIterator<Item = impl Into<Dim>>,
    ) -> Result<Self, Uncountable> {
        if each == 0 {
            return Ok(Self::ZERO);
        }
        let flops = Count::product(sizes).and_then(|count| count.times(each)).map_err(|_| FLOPS)?;
        Ok(Self { macs: Count::ZERO, flops })
    }

    /// The sum of both.
    pub fn plus(&self, other: &Self) -> Result<Self, Uncountable> {
        Ok(Self {
            macs: self.macs.plus(&other.macs).map_err(|_| MACS)?,
            flops: self.flops.plus(&other.flops).map_err(|_| FLOPS)?,
        })
    }

    /// The sum of both, in which a count that does not fit is unknown.
    #[must_use]
    pub fn plus_or_unknown(&self, other: &Self) -> Self {
        let sum = |a: &Count, b: &Count| a.plus(b).unwrap_or(Count(Dim::Unknown));
        Self { macs: sum(&self.macs, &other.macs), flops: sum(&self.flops, &other.flops) }
    }

    /// As much for each of `count` runs.
    pub fn times(&self, count: impl Into<Dim>) -> Result<Self, Uncountable> {
        let count = count.into();
        Ok(Self {
            macs: self.macs.times(&count).map_err(|_| MACS)?,
            flops: self.flops.times(count).map_err(|_| FLOPS)?,
        })
    }
}

impl fmt::Display for Uncountable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl From<Uncountable> for Mistake {
    fn from(Uncountable(what): Uncountable) -> Self {
        Self::new(Place::Layer, format!("{what} count overflows"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_does_not_fit_leaves_the_other_known() {
        let many = Operations {
            macs: Count::new(Dim::Known(3)),
            flops: Count::new(Dim::Known(usize::MAX)),
        };
        let sum = many.plus_or_unknown(&many);
        assert_eq!((sum.macs.known(), sum.flops.known()), (Some(6), None));
        assert!(many.plus(&many).is_err());
    }
}
