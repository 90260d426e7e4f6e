//! The front end of `model!`: from tokens to the items that replace them.
//!
//! Three phases, each in its own module, with one list of diagnostics through them: `syntax` reads tokens into a tree,
//! `eval` runs the tree into graphs on the engine of `modelwright-core`, `expand` writes the items. It is an ordinary
//! library, so that a build compiles it beside the engine, and tests, benchmarks and fuzzers call it without a compiler;
//! `modelwright-macro` is the macro around it.
//!
//! An implementation detail of [`modelwright`](https://docs.rs/modelwright): nothing here is stable.

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

mod eval;
mod expand;
mod identifiers;
mod report;
mod resolve;
mod spans;
mod syntax;

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::TokenStream;

use crate::eval::Program;
use crate::syntax::Source;

/// The items that `model! { input }` stands for; mistakes in it become `compile_error!`s, and never a panic.
///
/// ```
/// let input = "pub model Tiny(x: [4]) { x -> Dense(2) }".parse().unwrap();
/// let items = modelwright_frontend::expand(input).to_string();
/// assert!(items.contains("struct Tiny"));
/// ```
#[must_use]
pub fn expand(input: TokenStream) -> TokenStream {
    parse(input).evaluate().items()
}

/// The first phase: tokens are read into a tree. What cannot be read is a mistake to report, and never a failure.
#[must_use]
pub fn parse(input: TokenStream) -> Parsed {
    let mut diagnostics = Diagnostics::default();
    let source = syntax::parse(input, &mut diagnostics);
    Parsed { source, diagnostics }
}

/// Parsed tokens of a macro call.
#[derive(Debug)]
pub struct Parsed {
    source: Source,
    diagnostics: Diagnostics,
}

impl Parsed {
    /// The second phase: the tree is run, and every shape inferred.
    #[must_use]
    pub fn evaluate(&self) -> Evaluated<'_> {
        let mut diagnostics = self.diagnostics.clone();
        let program = eval::evaluate(&self.source, &mut diagnostics);
        Evaluated { source: &self.source, program, diagnostics }
    }
}

/// Evaluated items of a macro call.
#[derive(Debug)]
pub struct Evaluated<'a> {
    source: &'a Source,
    program: Program<'a>,
    diagnostics: Diagnostics,
}

impl Evaluated<'_> {
    /// The third phase: the items for the compiler, and the mistakes.
    #[must_use]
    pub fn items(&self) -> TokenStream {
        expand::items(&self.program, self.diagnostics.clone(), self.source)
    }
}

#[cfg(test)]
mod tests;

/// Fails clippy where clippy would not see what `clippy.toml` lists: an expectation that is not met is a warning.
#[cfg(all(clippy, not(test)))]
mod purity {
    #[expect(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]
    const _: fn() = || {
        drop((std::fs::read(""), std::time::Instant::now(), std::option_env!("")));
    };
}
