//! The engine of `modelwright`.
//!
//! Without features this crate is what generated code is made of: the [`spec`] of a model, as constants,
//! and the [`summary`] tables that print it. Both need `core` only and allocate nothing.
//!
//! Feature `infer` adds what the `model!` macro runs while it expands: sizes and shapes, the table of
//! layers with their rules, and the graph. It is an ordinary library: it never sees a token, and tests
//! call it with plain values.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_macros,
        clippy::disallowed_methods,
        clippy::disallowed_types,
        clippy::iter_over_hash_type
    )
)]

#[cfg(feature = "infer")]
extern crate alloc;
#[cfg(feature = "infer")]
extern crate std;

pub mod attributes;
#[doc(hidden)]
pub mod fit;
#[doc(hidden)]
pub mod packed;
pub mod plan;
pub mod spec;
pub mod summary;
pub mod symbols;
#[doc(hidden)]
pub mod table;

#[cfg(feature = "infer")]
pub mod diagnostic;
#[cfg(feature = "infer")]
pub mod field;
#[cfg(feature = "infer")]
pub mod graph;
#[cfg(feature = "infer")]
pub mod layers;
#[cfg(feature = "infer")]
pub mod memory;
#[cfg(feature = "infer")]
pub mod names;
#[cfg(feature = "infer")]
pub mod operations;
#[cfg(feature = "infer")]
pub mod size;
#[cfg(feature = "infer")]
#[doc(hidden)]
pub mod dim {
    pub(crate) use crate::size::Symbols;
    pub use crate::size::{Dim, DimError};
}
#[cfg(feature = "infer")]
#[doc(hidden)]
pub mod shape {
    pub use crate::size::{AXIS_LIMIT, Shape};
}
#[cfg(feature = "infer")]
#[doc(hidden)]
pub mod polynomial {
    pub use crate::size::{Least, PART_LIMIT};
}
#[cfg(feature = "infer")]
pub mod totals;
#[cfg(feature = "infer")]
pub mod value;
