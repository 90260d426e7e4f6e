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
pub enum SizeError {
    /// It does not fit a `usize`, or a symbolic one has too many parts.
    TooLarge,
    /// It would have symbols of two evaluations.
    Mixed,
}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "a size is too large to compute with",
            Self::Mixed => "symbols of two evaluations in one size: please report this",
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

    /// How much it takes to write: 1, or the parts of a symbolic size.
    #[must_use]
    pub fn parts(&self) -> usize {
        match self {
            Self::Known(_) | Self::Unknown => 1,
            Self::Symbolic(size) => size.parts(),
        }
    }

    /// Whether the size is certainly below `bound`.
    #[must_use]
    pub fn is_below(&self, bound: usize) -> bool {
        self.known().is_some_and(|size| size < bound)
    }

    /// Whether a symbolic size may be below `bound` for some values of the symbols, as far as signs tell; false
    /// for other sizes.
    #[must_use]
    pub fn may_be_below(&self, bound: usize) -> bool {
        matches!(self, Self::Symbolic(size) if size.may_be_below(bound))
    }

    /// Whether the two can be the same size: what is not known is compatible with everything, and symbolic
    /// sizes are the same only if they are for all values of the symbols.
    #[must_use]
    pub fn is_compatible(&self, other: &Self) -> bool {
        if let (Self::Known(a), Self::Known(b)) = (self, other) {
            return a == b;
        }
        match (self.quantity(), other.quantity()) {
            (Some(a), Some(b)) => a.equals(&b),
            _ => true,
        }
    }

    /// `self + other`.
    pub fn plus(&self, other: impl Into<Self>) -> Result<Self, SizeError> {
        self.combine(&other.into(), usize::checked_add, Quantity::plus)
    }

    /// `self - other`; 0 where that would be negative for sure: check with [`is_below`](Self::is_below) first.
    pub fn minus(&self, other: impl Into<Self>) -> Result<Self, SizeError> {
        self.combine(&other.into(), |a, b| Some(a.saturating_sub(b)), Quantity::minus)
    }

    /// `self * other`.
    pub fn times(&self, other: impl Into<Self>) -> Result<Self, SizeError> {
        self.combine(&other.into(), usize::checked_mul, Quantity::times)
    }

    /// `floor(self / divisor)`; a divisor of 0 counts as 1.
    #[must_use]
    pub fn div_floor(&self, divisor: usize) -> Self {
        self.divide(divisor).unwrap_or(Self::Unknown)
    }

    /// `ceil(self / divisor)`; a divisor of 0 counts as 1.
    #[must_use]
    pub fn div_ceil(&self, divisor: usize) -> Self {
        self.plus(divisor.saturating_sub(1))
            .and_then(|sum| sum.divide(divisor))
            .unwrap_or(Self::Unknown)
    }

    /// `self / divisor` where that leaves no rest; `None` where it leaves one, and for a divisor of 0.
    #[must_use]
    pub fn div_exact(&self, divisor: impl Into<Self>) -> Option<Self> {
        let divisor = divisor.into();
        if divisor == Self::Known(0) {
            return None;
        }
        match (self.quantity(), divisor.quantity()) {
            (Some(a), Some(b)) => a.div_exact(&b).and_then(Self::of),
            _ => Some(Self::Unknown),
        }
    }

    /// Whether the two are different for all values of the symbols; false where that is not certain.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (self.quantity(), other.quantity()) {
            (Some(a), Some(b)) => a.differs(&b),
            _ => false,
        }
    }

    /// Whether it is at least as large as the other for all values of the symbols; false where that is not certain.
    #[must_use]
    pub fn is_at_least(&self, other: &Self, least: &Least) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a >= b,
            _ => match (self.quantity(), other.quantity()) {
                (Some(a), Some(b)) => a.is_at_least(&b, least),
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

    /// Whether the two are the same size for all values of the symbols. Unlike with
    /// [`is_compatible`](Self::is_compatible), a size that is not known is the same as no other but one that is not
    /// known either.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (*self == Self::Unknown) == (*other == Self::Unknown) && self.is_compatible(other)
    }

    /// Binds the symbols of a declared size to the values they have where the size is `found`. False where
    /// the two cannot be the same.
    pub(crate) fn bind(&self, found: &Self, symbols: &mut Symbols) -> bool {
        let (Self::Symbolic(declared), Some(quantity)) = (self, found.quantity()) else {
            return self.is_compatible(found);
        };
        match declared.solve(&quantity) {
            Some((symbol, value)) if symbols.iter().all(|(known, _)| *known != symbol) => {
                symbols.push((symbol, value));
                true
            }
            _ => self.substitute(symbols).as_ref().unwrap_or(self).is_compatible(found),
        }
    }

    /// The size with these values for symbols; `None` where it does not fit.
    pub(crate) fn substitute(&self, symbols: &Symbols) -> Option<Self> {
        match self {
            Self::Symbolic(size) => size.substitute(symbols).ok().and_then(Self::of),
            dim => Some(dim.clone()),
        }
    }

    fn divide(&self, divisor: usize) -> Result<Self, SizeError> {
        match (self, i64::try_from(divisor.max(1))) {
            (Self::Known(size), _) => Ok(Self::Known(size / divisor.max(1))),
            (Self::Symbolic(size), Ok(divisor)) => {
                let quotient = Quantity::Polynomial(size.clone()).div_floor(divisor)?;
                Self::of(quotient).ok_or(SizeError::TooLarge)
            }
            _ => Ok(Self::Unknown),
        }
    }

    fn combine(
        &self,
        other: &Self,
        of_numbers: fn(usize, usize) -> Option<usize>,
        operation: fn(&Quantity, &Quantity) -> Result<Quantity, SizeError>,
    ) -> Result<Self, SizeError> {
        if let (Self::Known(a), Self::Known(b)) = (self, other) {
            return of_numbers(*a, *b).map(Self::Known).ok_or(SizeError::TooLarge);
        }
        match (self.quantity(), other.quantity()) {
            (Some(a), Some(b)) => Self::of(operation(&a, &b)?).ok_or(SizeError::TooLarge),
            _ if *self == Self::Unknown || *other == Self::Unknown => Ok(Self::Unknown),
            _ => Err(SizeError::TooLarge),
        }
    }

    /// The size as a number or polynomial; `None` where it is not known, or beyond 63 bits.
    fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::Known(size) => i64::try_from(*size).ok().map(Quantity::Number),
            Self::Symbolic(size) => Some(Quantity::Polynomial(size.clone())),
            Self::Unknown => None,
        }
    }

    fn of(quantity: Quantity) -> Option<Self> {
        match quantity {
            Quantity::Number(n) => usize::try_from(n.max(0)).ok().map(Self::Known),
            Quantity::Polynomial(size) => Some(Self::Symbolic(size)),
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
