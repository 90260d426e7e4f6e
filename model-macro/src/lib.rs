//! The `model!` procedural macro; use it through the `modelwright` crate.

#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_macros,
        clippy::disallowed_methods,
        clippy::disallowed_types,
        clippy::iter_over_hash_type
    )
)]

extern crate proc_macro;

/// Expands `model! { .. }`; the `modelwright` crate re-exports and documents it.
#[proc_macro]
pub fn model(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    modelwright_frontend::expand(input.into()).into()
}
