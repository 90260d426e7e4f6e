//! The `model!` procedural macro; use it through the `modelwright` crate.

extern crate proc_macro;

/// Expands `model! { .. }`; the `modelwright` crate re-exports and documents it.
#[proc_macro]
pub fn model(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    modelwright_frontend::expand(input.into()).into()
}
