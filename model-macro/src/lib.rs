//! The `model!` procedural macro; use it through the `modelwright` crate.

extern crate proc_macro;

mod eval;
mod spans;
mod syntax;
