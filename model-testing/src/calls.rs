//! Every `model!` call of the repository's examples and tests.

use std::fs;
use std::path::PathBuf;

use proc_macro2::{TokenStream, TokenTree};

use crate::{files, repository};

/// The insides of all calls, each with its file.
///
/// # Panics
///
/// Where a file cannot be read.
#[must_use]
pub fn calls() -> Vec<(PathBuf, TokenStream)> {
    let mut calls = Vec::new();
    for folder in ["examples", "tests"] {
        for path in files(&repository(folder), "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            // A file that is no tokens is a case of the compiler's own errors.
            let Ok(tokens) = text.parse::<TokenStream>() else { continue };
            let mut found = Vec::new();
            insides(tokens, &mut found);
            calls.extend(found.into_iter().map(|inside| (path.clone(), inside)));
        }
    }
    for path in files(&repository("model-frontend/tests/errors"), "model") {
        let text = fs::read_to_string(&path).expect("a readable file");
        let tokens = text.parse().expect("tokens");
        calls.push((path, tokens));
    }
    calls
}

/// Body of a `model!` call.
fn insides(tokens: TokenStream, found: &mut Vec<TokenStream>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, tree) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        let before = index.checked_sub(2).and_then(|from| tokens.get(from..index));
        let is_call = matches!(before, Some([TokenTree::Ident(name), TokenTree::Punct(mark)])
            if name == "model" && mark.as_char() == '!');
        if is_call {
            found.push(group.stream());
        } else {
            insides(group.stream(), found);
        }
    }
}
