//! Sizes of axes, with checked arithmetic.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Least, Polynomial, Quantity};

/// Size of one axis while shapes are inferred.
///
/// Rules compute with its methods only, never with the number inside, so that a kind of size that is
/// not a number goes through every rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dim {
    /// This many elements.
    Known(usize),
    /// Not known before the model runs; Keras's `None`.
    Unknown,
    /// A polynomial in the symbols of the model, and no number.
    Symbolic(Polynomial),
}

/// Why there is no size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DimError {
    /// It does not fit a `usize`, or a symbolic one has too many parts.
    TooLarge,
    /// It is below 0 for sure.
    Negative,
    /// It is divided by 0.
    DivisionByZero,
    /// It would have symbols of two evaluations.
    Mixed,
    /// A shape has no axis at the index asked for.
    NoAxis,
}

impl fmt::Display for DimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "size arithmetic overflows",
            Self::Negative => "a size is below 0",
            Self::DivisionByZero => "a size is divided by 0",
            Self::Mixed => "symbols of two evaluations in one size: please report this",
            Self::NoAxis => "a shape is asked for an axis it does not have: please report this",
        })
    }
}

/// Values of symbols.
pub(crate) type Symbols = Vec<(Polynomial, Quantity)>;

impl Dim {
    /// The size where it is a number.
    #[must_use]
    pub const fn known(&self) -> Option<usize> {
        match self {
            Self::Known(size) => Some(*size),
            Self::Unknown | Self::Symbolic(_) => None,
        }
    }

    /// Size of the representation: 1, or the parts of a symbolic size.
    #[must_use]
    pub fn parts(&self) -> usize {
        match self {
            Self::Known(_) | Self::Unknown => 1,
            Self::Symbolic(size) => size.parts(),
        }
    }

    /// True if the size is certainly below `bound`.
    #[must_use]
    pub fn is_below(&self, bound: usize) -> bool {
        self.known().is_some_and(|size| size < bound)
    }

    /// True if a symbolic size may be below `bound` for some values of the symbols, judged by signs; false
    /// for other sizes.
    #[must_use]
    pub fn may_be_below(&self, bound: usize) -> bool {
        matches!(self, Self::Symbolic(size) if size.may_be_below(bound))
    }

    /// True if the two can be the same size: an unknown size is compatible with everything, and symbolic
    /// sizes are the same only if they are for all values of the symbols.
    #[must_use]
    pub fn is_compatible(&self, other: &Self) -> bool {
        if let (Self::Known(a), Self::Known(b)) = (self, other) {
            return a == b;
        }
        match (self.quantity(), other.quantity()) {
            (Ok(Some(a)), Ok(Some(b))) => a.equals(&b),
            (Ok(None), _) | (_, Ok(None)) => true,
            // A size of 64 bits, and one that is not a number.
            (Err(_), _) | (_, Err(_)) => false,
        }
    }

    /// `self + other`.
    pub fn plus(&self, other: impl Into<Self>) -> Result<Self, DimError> {
        self.combine(&other.into(), usize::checked_add, Quantity::plus)
    }

    /// `self - other`, an error where that is negative for sure.
    pub fn minus(&self, other: impl Into<Self>) -> Result<Self, DimError> {
        let other = other.into();
        match (self, &other) {
            (Self::Known(a), Self::Known(b)) if a < b => Err(DimError::Negative),
            _ => self.combine(&other, usize::checked_sub, Quantity::minus),
        }
    }

    /// `self * other`.
    pub fn times(&self, other: impl Into<Self>) -> Result<Self, DimError> {
        self.combine(&other.into(), usize::checked_mul, Quantity::times)
    }

    /// `floor(self / divisor)`
    pub fn div_floor(&self, divisor: usize) -> Result<Self, DimError> {
        if divisor == 0 {
            return Err(DimError::DivisionByZero);
        }
        match self {
            Self::Known(size) => Ok(Self::Known(size / divisor)),
            Self::Symbolic(size) => {
                let divisor = i64::try_from(divisor).map_err(|_| DimError::TooLarge)?;
                Self::of(Quantity::Polynomial(size.clone()).div_floor(divisor)?)
            }
            Self::Unknown => Ok(Self::Unknown),
        }
    }

    /// `ceil(self / divisor)`
    pub fn div_ceil(&self, divisor: usize) -> Result<Self, DimError> {
        let below = divisor.checked_sub(1).ok_or(DimError::DivisionByZero)?;
        match self {
            Self::Known(size) => Ok(Self::Known(size.div_ceil(divisor))),
            _ => self.plus(below)?.div_floor(divisor),
        }
    }

    /// `self / divisor` where that leaves no rest; `None` where it leaves one, does not fit, and for a divisor of 0.
    #[must_use]
    pub fn div_exact(&self, divisor: impl Into<Self>) -> Option<Self> {
        match (self, &divisor.into()) {
            (_, Self::Known(0)) => None,
            (Self::Known(a), Self::Known(b)) => {
                (a.checked_rem(*b)? == 0).then(|| a.checked_div(*b).map(Self::Known))?
            }
            (a, b) => match (a.quantity().ok()?, b.quantity().ok()?) {
                (Some(a), Some(b)) => Self::of(a.div_exact(&b)?).ok(),
                _ => Some(Self::Unknown),
            },
        }
    }

    /// True if the two certainly differ for all values of the symbols.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (self.quantity(), other.quantity()) {
            (Ok(Some(a)), Ok(Some(b))) => a.differs(&b),
            _ => false,
        }
    }

    /// True if it is certainly at least as large as the other for all values of the symbols.
    #[must_use]
    pub fn is_at_least(&self, other: &Self, least: &Least) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a >= b,
            _ => match (self.quantity(), other.quantity()) {
                (Ok(Some(a)), Ok(Some(b))) => a.is_at_least(&b, least),
                _ => false,
            },
        }
    }

    /// The size as an expression of Rust over `i128`, with the symbols as variables of their names; `None` where it
    /// is not known.
    #[must_use]
    pub fn expression(&self) -> Option<String> {
        match self {
            Self::Known(size) => Some(size.to_string()),
            Self::Symbolic(size) => Some(size.expression()),
            Self::Unknown => None,
        }
    }

    /// True if the two are the same size for all values of the symbols. Unlike with
    /// [`is_compatible`](Self::is_compatible), an unknown size is the same as no other but one that is not
    /// known either.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (*self == Self::Unknown) == (*other == Self::Unknown) && self.is_compatible(other)
    }

    /// Binds the symbols of a declared size to the values they have where the size is `found`. False where
    /// the two cannot be the same.
    pub(crate) fn bind(&self, found: &Self, symbols: &mut Symbols) -> bool {
        let (Self::Symbolic(declared), Ok(Some(quantity))) = (self, found.quantity()) else {
            return self.is_compatible(found);
        };
        match declared.solve(&quantity) {
            Some((symbol, value)) if symbols.iter().all(|(known, _)| *known != symbol) => {
                symbols.push((symbol, value));
                true
            }
            _ => self.substitute(symbols).is_ok_and(|bound| bound.is_compatible(found)),
        }
    }

    /// The size with these values for symbols.
    pub(crate) fn substitute(&self, symbols: &Symbols) -> Result<Self, DimError> {
        match self {
            Self::Symbolic(size) => Self::of(size.substitute(symbols)?),
            dim => Ok(dim.clone()),
        }
    }

    fn combine(
        &self,
        other: &Self,
        of_numbers: fn(usize, usize) -> Option<usize>,
        operation: fn(&Quantity, &Quantity) -> Result<Quantity, DimError>,
    ) -> Result<Self, DimError> {
        if let (Self::Known(a), Self::Known(b)) = (self, other) {
            return of_numbers(*a, *b).map(Self::Known).ok_or(DimError::TooLarge);
        }
        match (self.quantity(), other.quantity()) {
            (Ok(None), _) | (_, Ok(None)) => Ok(Self::Unknown),
            (a, b) => match (a?, b?) {
                (Some(a), Some(b)) => Self::of(operation(&a, &b)?),
                _ => Ok(Self::Unknown),
            },
        }
    }

    /// The size as a number or polynomial; `None` where it is not known. An error beyond 63 bits.
    fn quantity(&self) -> Result<Option<Quantity>, DimError> {
        match self {
            Self::Known(size) => {
                i64::try_from(*size).map(Quantity::Number).map(Some).map_err(|_| DimError::TooLarge)
            }
            Self::Symbolic(size) => Ok(Some(Quantity::Polynomial(size.clone()))),
            Self::Unknown => Ok(None),
        }
    }

    fn of(quantity: Quantity) -> Result<Self, DimError> {
        match quantity {
            Quantity::Number(..0) => Err(DimError::Negative),
            Quantity::Number(n) => {
                usize::try_from(n).map(Self::Known).map_err(|_| DimError::TooLarge)
            }
            Quantity::Polynomial(size) => Ok(Self::Symbolic(size)),
        }
    }
}

/// Sizes of several inputs.
impl Dim {
    /// The size of an axis on which both are combined element by element: 1 stretches to any size, and a
    /// size that is not known can only be the other one's. `None` where they cannot be combined.
    #[must_use]
    pub fn broadcast(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Known(1), dim) | (dim, Self::Known(1)) => Some(dim.clone()),
            // Were the symbolic size 1, it would be the other one's.
            (Self::Unknown, dim) | (dim, Self::Unknown) if dim.may_be_below(2) => {
                Some(Self::Unknown)
            }
            _ => self.unified(other),
        }
    }

    /// The size of an axis that both must have; `None` where it cannot be the same.
    #[must_use]
    pub fn unified(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Unknown, dim) | (dim, Self::Unknown) => Some(dim.clone()),
            _ => self.is_compatible(other).then(|| self.clone()),
        }
    }
}

impl From<&Dim> for Dim {
    fn from(size: &Dim) -> Self {
        size.clone()
    }
}

impl From<usize> for Dim {
    fn from(size: usize) -> Self {
        Self::Known(size)
    }
}

/// Writes the size as the language does: `_` where it is not known.
impl fmt::Display for Dim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(size) => write!(f, "{size}"),
            Self::Unknown => f.write_str("_"),
            Self::Symbolic(size) => write!(f, "{size}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::Sizes;

    /// Sizes that are none are errors, not numbers that look right.
    #[test]
    fn sizes_that_do_not_exist_are_errors() {
        let sizes = Sizes::default();
        let h = Dim::Symbolic(sizes.symbol("h"));
        let most = Dim::Known(usize::MAX);
        for (found, expected) in [
            (Dim::Known(2).minus(3), Err(DimError::Negative)),
            (Dim::Known(3).minus(3), Ok(Dim::Known(0))),
            (h.minus(h.plus(3).unwrap()), Err(DimError::Negative)),
            (h.minus(&h), Ok(Dim::Known(0))),
            (Dim::Unknown.minus(3), Ok(Dim::Unknown)),
            (most.plus(1), Err(DimError::TooLarge)),
            (most.plus(&h), Err(DimError::TooLarge)),
            (most.plus(&Dim::Unknown), Ok(Dim::Unknown)),
            (Dim::Known(7).div_ceil(2), Ok(Dim::Known(4))),
            (most.div_ceil(2), Ok(Dim::Known(usize::MAX / 2 + 1))),
            (most.div_floor(2), Ok(Dim::Known(usize::MAX / 2))),
            (Dim::Known(7).div_floor(0), Err(DimError::DivisionByZero)),
            (Dim::Unknown.div_ceil(0), Err(DimError::DivisionByZero)),
            (h.div_floor(usize::MAX), Err(DimError::TooLarge)),
        ] {
            assert_eq!(found, expected);
        }
        assert!(!most.is_compatible(&h) && most.is_compatible(&Dim::Unknown));
        assert_eq!(most.div_exact(&most), Some(Dim::Known(1)));
        assert_eq!(most.div_exact(2), None);
        assert_eq!(Dim::Known(8).div_exact(0), None);
    }
}
