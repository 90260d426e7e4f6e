//! Items of what could not be computed: one mistake is one error, whatever the code around does with them.
//!
//! The errors are the body of a generic function. A constant that calls it cannot be evaluated, and an array whose length
//! is such a constant is of no known type. The compiler has reported both with the errors: it says nothing of what depends
//! on them, be it an assertion, a field, an index, a call, or a type that does not fit. So a failed item needs no value that
//! was guessed, and no type that would differ from the one it has once the mistake is mended.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::names::constant_names;
use super::{USIZE, source};

/// The function whose body is the errors.
pub(super) struct Failure {
    function: Ident,
    /// A `compile_error!` for each mistake.
    pub(super) errors: Vec<TokenStream>,
}

impl Failure {
    /// The errors of a macro call in which the item of this name failed: no two calls in one place have one.
    pub(super) fn of(item: &str, errors: Vec<TokenStream>) -> Self {
        Self { function: Ident::new(&format!("__errors_of_{item}"), Span::call_site()), errors }
    }

    /// The function.
    pub(super) fn source(&self) -> TokenStream {
        let Self { function, errors } = self;
        quote! {
            #[doc(hidden)]
            #[allow(dead_code, non_snake_case, clippy::all)]
            const fn #function<T>() -> T { #(#errors)* }
        }
    }

    /// A value of any type.
    pub(super) fn value(&self) -> String {
        format!("{}()", self.function)
    }

    /// A type that goes with every other, and has every name.
    pub(super) fn ty(&self) -> String {
        format!("<[(); {}::<{USIZE}>()] as ::core::ops::Deref>::Target", self.function)
    }

    /// A module with a constant for each layer. In a body, no path leads out of a module: it has a function of its own, with
    /// the first of the errors, which the compiler shows once.
    pub(super) fn module(&self, name: &str, layers: &[Rc<str>]) -> TokenStream {
        let name = Ident::new(name, Span::call_site());
        let error = self.errors.first();
        let constants = constant_names(layers.iter().map(|layer| &**layer));
        let constants = source(&constants.iter().fold(String::new(), |text, constant| {
            text + "#[doc(hidden)]pub const "
                + constant
                + ":&'static ::modelwright::Layer=errors();"
        }));
        quote! {
            mod #name {
                ::modelwright::__errors! { #error }
                #constants
            }
        }
    }
}
