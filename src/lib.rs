//! Write a neural network inside Rust: shapes, parameters and the Keras summary are known to the compiler.

#![no_std]
#![forbid(unsafe_code)]

pub use modelwright_core::spec::{DType, Dim, Input, Layer, Model, Spec, Weight};
pub use modelwright_core::summary::{self, Summary};
pub use modelwright_macro::model;

/// What generated code names; not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use modelwright_core::spec::Dim::{Known, Symbolic, Unknown};
    /// A symbol's value, to compute with.
    ///
    /// # Panics
    ///
    /// Where it is no size: 0, or beyond 32 bits.
    #[must_use]
    pub const fn symbol(size: usize) -> i128 {
        assert!(size >= 1, "a symbolic size is at least 1");
        assert!(size as u64 <= u32::MAX as u64, "a symbolic size has at most 32 bits");
        size as i128
    }

    /// A size that was computed.
    ///
    /// # Panics
    ///
    /// Where it is no size: below 1, or too large for a `usize`.
    #[must_use]
    pub const fn size(size: i128) -> usize {
        assert!(size >= 1, "a layer of this model has no output for these sizes");
        assert!(size <= usize::MAX as i128, "a size does not fit a `usize`");
        size as usize
    }

    pub use modelwright_core::spec::{DType, Input, Layer, Spec, Weight};
}
