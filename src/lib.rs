//! Write a neural network inside Rust: shapes, parameters and the Keras summary are known to the compiler.

#![no_std]
#![forbid(unsafe_code)]

pub use modelwright_core::spec::{Activation, DType, Dim, Input, Layer, Model, Spec, Weight};
pub use modelwright_core::summary::{self, Summary};
pub use modelwright_macro::model;

/// What generated code names; not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use core::option::Option::{None, Some};

    pub use modelwright_core::spec::Dim::{Known, Unknown};
    pub use modelwright_core::spec::{Activation, DType, Input, Layer, Spec, Weight};
}
