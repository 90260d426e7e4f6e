//! Sizes of axes: numbers, polynomials in a model's symbols, and the shapes made of them.

mod dim;
mod order;
mod polynomial;
mod shape;

pub(crate) use self::dim::Symbols;
pub use self::dim::{Dim, DimError};
pub use self::order::Least;
pub use self::polynomial::{PART_LIMIT, Polynomial, Quantity, Sizes};
pub use self::shape::{AXIS_LIMIT, Shape};
