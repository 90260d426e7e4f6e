//! Checks shared by both fuzzers of the front end.

use proc_macro2::TokenStream;

/// Expands a source twice: the output parses as items and is the same again. Input that is not tokens is skipped.
pub fn check(source: &str) {
    // The lexer of `proc-macro2` is recursive, that of the compiler is not.
    let depth = source.bytes().filter(|byte| matches!(byte, b'(' | b'[' | b'{')).count();
    if depth > 400 {
        return;
    }
    let Ok(tokens) = source.parse::<TokenStream>() else { return };
    let items = modelwright_frontend::expand(tokens.clone());
    let again = modelwright_frontend::expand(tokens);
    assert_eq!(items.to_string(), again.to_string(), "not the same again");
    if let Err(error) = syn::parse2::<syn::File>(items.clone()) {
        panic!("not items, {error}: {items}");
    }
}
