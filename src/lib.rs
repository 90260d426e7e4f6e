//! [language reference]: crate::language
//! [list of layers]: crate::layers
#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub use modelwright_core::attributes::{self, Attribute, Attributes};
pub use modelwright_core::plan::{self, Plan};
pub use modelwright_core::spec::{
    ArenaSlot, DType, Dim, Input, Layer, Model, Ratio, ReceptiveField, Spec, VariablePath, Weight,
};
pub use modelwright_core::summary::{self, Summary};
pub use modelwright_core::symbols::SizeError;

/// Neural networks: items in, items out, every shape and count computed in between.
///
/// ```
/// use modelwright::{Dim, model};
///
/// model! {
///     /// Classes.
///     pub const DIGITS: usize = 10;
///
///     /// A block: inlined where it is called, with fresh layers.
///     fn stage(x: [_, _, _], filters) {
///         x -> Conv2D(filters, 3, padding = same, activation = relu) -> MaxPooling2D(2)
///     }
///
///     /// Handwritten digits.
///     pub model LeNet(image: [28, 28, 1]) -> [DIGITS] {
///         let mut x = image;
///         for filters in [16, 32] {
///             x = x -> stage(filters);
///         }
///         x -> Flatten -> Dense(DIGITS, activation = softmax)
///     }
/// }
///
/// // Constants of the model,
/// const _: () = assert!(LeNet::PARAMS == 20_490);
/// assert_eq!(LeNet::INPUT_SHAPE, [28, 28, 1]);
/// assert_eq!(LeNet::OUTPUT_SHAPE, [DIGITS]);
/// // its layers by name, in a module named after it,
/// assert_eq!(le_net::CONV2D_1.params, 4_640);
/// assert_eq!(le_net::FLATTEN.output_shapes[0], [Dim::Known(1568)]);
/// // and its table.
/// assert!(LeNet::summary().to_string().contains("conv2d_1 (Conv2D)"));
/// ```
///
/// # Input
///
/// Any number of items in any order: `const`, `fn`, `layer`, `model`. The [crate's front page](crate) has the language
/// in one screen.
///
/// # Output
///
/// For each `const` a Rust constant. For each `model Name`:
///
/// * `struct Name`, a unit struct; its documentation has a table of the layers
/// * `Name::PLAN`, the model as a program
/// * `Name::NAME`, `INPUT_SHAPE`, `OUTPUT_SHAPE`, `PARAMS`, `TRAINABLE_PARAMS`, `NON_TRAINABLE_PARAMS`, `PARAM_BYTES`,
///   `LAYERS` and `Name::summary()`
/// * an implementation of [`Model`]
/// * a module `name`, in snake case, with one constant a layer
///
/// Shapes never show the batch axis. They are `[usize; N]`, or `[Option<usize>; N]` where a size is not known, or a
/// tuple of these for several inputs or outputs. `fn` and `layer` items emit nothing.
///
/// # Errors
///
/// Every independent mistake is a compiler error of its own, on the smallest token that is wrong. The items are
/// declared all the same, so that code around the macro gets no errors of missing names.
pub use modelwright_macro::model;

#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/language.md")]
pub mod language {}

#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/layers.md")]
pub mod layers {}

#[cfg(doctest)]
#[doc = include_str!("../docs/plan.md")]
mod plan_format {}

/// Items for generated code; not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use core::option::Option::{None, Some};

    pub use modelwright_core::fit::fit;
    pub use modelwright_core::spec::Dim::{Known, Symbolic, Unknown};
    pub use modelwright_core::spec::{
        ArenaSlot, DType, Input, Layer, ReceptiveField, Spec, Weight,
    };
    pub use modelwright_core::{symbols, table};
}

/// Output of the macro for editors: kept where rust-analyzer reads it, dropped everywhere else.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __editor {
    ($($items:item)*) => { $($items)* };
}

/// Output of the macro for editors: kept where rust-analyzer reads it, dropped everywhere else.
#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __editor {
    ($($items:tt)*) => {};
}

/// A function whose body is an error that was reported elsewhere, too: the compiler shows it once, rust-analyzer would not.
#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __errors {
    ($($error:tt)*) => {
        const fn errors<T>() -> T { $($error)* }
    };
}

/// A function whose body is an error that was reported elsewhere, too: the compiler shows it once, rust-analyzer would not.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __errors {
    ($($error:tt)*) => {
        const fn errors<T>() -> T {
            loop {}
        }
    };
}

#[cfg(rust_analyzer)]
#[doc(hidden)]
#[path = "editor.rs"]
#[rustfmt::skip] // It is written by a test.
pub mod __editor;
