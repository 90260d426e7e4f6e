//! `phase PHASE MODEL`: runs one phase of one model once, in a function of its own, for tools that count instructions.

use std::hint::black_box;

use modelwright_benches::{MODELS, tokens};
use modelwright_frontend::{expand, parse};
use proc_macro2::TokenStream;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [phase, model] = arguments.as_slice() else {
        eprintln!("usage: phase parse|evaluate|items|whole MODEL\nmodels: {}", MODELS.join(" "));
        std::process::exit(2);
    };
    let tokens = tokens(model);
    match phase.as_str() {
        "parse" => drop(measured(|| parse(tokens))),
        "evaluate" => {
            let parsed = parse(tokens);
            drop(measured(|| parsed.evaluate()));
        }
        "items" => {
            let parsed = parse(tokens);
            let evaluated = parsed.evaluate();
            print_size(&measured(|| evaluated.items()));
        }
        "whole" => print_size(&measured(|| expand(tokens))),
        phase => panic!("there is no phase `{phase}`"),
    }
}

/// Subject of `scripts/instructions`.
#[inline(never)]
fn measured<T>(run: impl FnOnce() -> T) -> T {
    black_box(run())
}

/// Source for the compiler.
fn print_size(items: &TokenStream) {
    eprintln!("{} bytes", items.to_string().len());
}
