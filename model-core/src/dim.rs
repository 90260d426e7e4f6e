//! Sizes of axes, with checked arithmetic.

use core::fmt;

/// Size of one axis while shapes are inferred.
///
/// Rules compute with its methods only, never with the number inside, so that a kind of size that is
/// not a number goes through every rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dim {
    /// This many elements.
    Known(usize),
    /// Not known before the model runs; Keras's `None`.
    Unknown,
}

/// A size that does not fit the machine's `usize`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Dim {
    /// The size where it is a number.
    #[must_use]
    pub fn known(self) -> Option<usize> {
        match self {
            Self::Known(size) => Some(size),
            Self::Unknown => None,
        }
    }

    /// Whether the size is certainly below `bound`.
    #[must_use]
    pub fn is_below(self, bound: usize) -> bool {
        self.known().is_some_and(|size| size < bound)
    }

    /// Whether the two can be the same size: what is not known is compatible with everything.
    #[must_use]
    pub fn is_compatible(self, other: Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a == b,
            _ => true,
        }
    }

    /// `self + other`.
    pub fn plus(self, other: impl Into<Self>) -> Result<Self, TooLarge> {
        self.combine(other.into(), usize::checked_add)
    }

    /// `self * other`.
    pub fn times(self, other: impl Into<Self>) -> Result<Self, TooLarge> {
        self.combine(other.into(), usize::checked_mul)
    }

    /// `self - other`, and 0 where that would be negative: check with [`is_below`](Self::is_below) first.
    #[must_use]
    pub fn saturating_sub(self, other: usize) -> Self {
        match self {
            Self::Known(size) => Self::Known(size.saturating_sub(other)),
            Self::Unknown => Self::Unknown,
        }
    }

    /// `floor(self / divisor)`; a divisor of 0 counts as 1.
    #[must_use]
    pub fn div_floor(self, divisor: usize) -> Self {
        match self {
            Self::Known(size) => Self::Known(size / divisor.max(1)),
            Self::Unknown => Self::Unknown,
        }
    }

    /// `ceil(self / divisor)`; a divisor of 0 counts as 1.
    #[must_use]
    pub fn div_ceil(self, divisor: usize) -> Self {
        match self {
            Self::Known(size) => Self::Known(size.div_ceil(divisor.max(1))),
            Self::Unknown => Self::Unknown,
        }
    }

    /// `self / divisor` where that leaves no rest; `None` where it leaves one, and for a divisor of 0.
    #[must_use]
    pub fn div_exact(self, divisor: usize) -> Option<Self> {
        match self {
            Self::Known(size) => {
                (size.checked_rem(divisor)? == 0).then(|| Self::Known(size / divisor))
            }
            Self::Unknown => (divisor != 0).then_some(Self::Unknown),
        }
    }

    fn combine(
        self,
        other: Self,
        operation: fn(usize, usize) -> Option<usize>,
    ) -> Result<Self, TooLarge> {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => operation(a, b).map(Self::Known).ok_or(TooLarge),
            _ => Ok(Self::Unknown),
        }
    }
}

/// Sizes of several inputs.
impl Dim {
    /// The size of an axis on which both are combined element by element: 1 stretches to any size, and a
    /// size that is not known can only be the other one's. `None` where they cannot be combined.
    #[must_use]
    pub fn broadcast(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Known(1), dim) | (dim, Self::Known(1)) => Some(dim),
            _ => self.unified(other),
        }
    }

    /// The size of an axis that both must have; `None` where it cannot be the same.
    #[must_use]
    pub fn unified(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Unknown, dim) | (dim, Self::Unknown) => Some(dim),
            _ => (self == other).then_some(self),
        }
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
        }
    }
}
