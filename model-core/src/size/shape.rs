//! Shapes: the sizes of a tensor's axes, the batch axis excluded.

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use super::{Dim, DimError};

/// Maximum number of axes, that of NumPy.
pub const AXIS_LIMIT: usize = 64;

/// Sizes of a tensor's axes, the batch axis excluded. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shape(Rc<[Dim]>);

impl Shape {
    /// A shape of these sizes.
    pub fn new(dims: impl IntoIterator<Item = impl Into<Dim>>) -> Self {
        Self(dims.into_iter().map(Into::into).collect())
    }

    /// Number of axes.
    #[must_use]
    pub fn rank(&self) -> usize {
        self.0.len()
    }

    /// The last size.
    #[must_use]
    pub fn last(&self) -> Option<Dim> {
        self.0.last().cloned()
    }

    /// All sizes but the last.
    #[must_use]
    pub fn leading(&self) -> &[Dim] {
        self.0.split_last().map_or(&[], |(_, leading)| leading)
    }

    /// The size at `index`. Rules check the number of axes first, so the error is a mistake of this crate.
    pub fn size(&self, index: usize) -> Result<Dim, DimError> {
        self.0.get(index).cloned().ok_or(DimError::NoAxis)
    }

    /// The place in this shape of a Keras `axis`, which counts the batch as axis 0 and may count from the
    /// end. `None` where there is no such axis, and for the batch axis itself.
    #[must_use]
    pub fn axis(&self, axis: i64) -> Option<usize> {
        let rank = i64::try_from(self.rank()).ok()?.checked_add(1)?;
        let from_start = if axis < 0 { axis.checked_add(rank)? } else { axis };
        if (1..rank).contains(&from_start) { usize::try_from(from_start - 1).ok() } else { None }
    }

    /// The same shape with another size at `index`, as [`size`](Self::size) reads it.
    pub fn with(&self, index: usize, dim: Dim) -> Result<Self, DimError> {
        let mut dims: Vec<Dim> = self.0.to_vec();
        *dims.get_mut(index).ok_or(DimError::NoAxis)? = dim;
        Ok(Self::new(dims))
    }

    /// The same shape with another last size.
    pub fn with_last(&self, dim: Dim) -> Result<Self, DimError> {
        let (_, leading) = self.0.split_last().ok_or(DimError::NoAxis)?;
        Ok(Self::new(leading.iter().cloned().chain([dim])))
    }

    /// The product of all sizes.
    pub fn elements(&self) -> Result<Dim, DimError> {
        self.0.iter().try_fold(Dim::Known(1), |product, dim| product.times(dim))
    }

    /// True if both can be the same shape: an unknown size is compatible with everything.
    #[must_use]
    pub fn is_compatible(&self, other: &Self) -> bool {
        self.rank() == other.rank()
            && self.iter().zip(other.iter()).all(|(a, b)| a.is_compatible(b))
    }

    /// The shape of both combined element by element, aligned at the last axis; `None` where they cannot be.
    #[must_use]
    pub fn broadcast(&self, other: &Self) -> Option<Self> {
        let rank = self.rank().max(other.rank());
        let dim = |shape: &Self, axis: usize| {
            let index = (axis + shape.rank()).checked_sub(rank);
            index.and_then(|index| shape.get(index).cloned()).unwrap_or(Dim::Known(1))
        };
        let dims = (0..rank).map(|axis| dim(self, axis).broadcast(&dim(other, axis)));
        dims.collect::<Option<Vec<Dim>>>().map(Self::new)
    }
}

impl Deref for Shape {
    type Target = [Dim];

    fn deref(&self) -> &[Dim] {
        &self.0
    }
}

/// Writes the shape as the language does: `[28, 28, 1]`.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (index, dim) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{dim}")?;
        }
        f.write_str("]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_that_is_not_there_is_an_error() {
        let (none, shape) = (Shape::new([0; 0]), Shape::new([3, 5]));
        assert_eq!(shape.with(1, Dim::Known(7)), Ok(Shape::new([3, 7])));
        assert_eq!(shape.with_last(Dim::Known(7)), Ok(Shape::new([3, 7])));
        assert_eq!(shape.with(2, Dim::Known(7)), Err(DimError::NoAxis));
        assert_eq!(none.with_last(Dim::Known(7)), Err(DimError::NoAxis));
        assert_eq!(shape.size(1), Ok(Dim::Known(5)));
        assert_eq!(shape.size(2), Err(DimError::NoAxis));
        assert_eq!((shape.leading(), none.leading()), (&[Dim::Known(3)][..], &[][..]));
    }
}
