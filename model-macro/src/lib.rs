//! The `model!` procedural macro; use it through the `modelwright` crate.

extern crate proc_macro;

mod eval;
mod expand;
mod report;
mod spans;
mod syntax;

use modelwright_core::diagnostic::Diagnostics;

/// Expands `model! { .. }`; the `modelwright` crate re-exports and documents it.
#[proc_macro]
pub fn model(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expansion(input.into()).into()
}

/// Tokens to tree, tree to graphs, graphs to items; errors to `compile_error!`s.
fn expansion(input: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut diagnostics = Diagnostics::default();
    let source = syntax::parse(input, &mut diagnostics);
    let program = eval::evaluate(&source, &mut diagnostics);
    expand::items(&program, diagnostics, &source)
}

#[cfg(test)]
mod tests;
