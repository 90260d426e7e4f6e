//! Groups inside groups: what reads tokens is recursive, so there is a limit before anything reads them.

use modelwright_core::diagnostic::{Diagnostic, Diagnostics};
use proc_macro2::{Group, TokenStream, TokenTree};

use crate::spans::{Range, Spans};

/// Maximum nesting depth of groups; that of expressions is lower.
const LIMIT: usize = 150;

/// The tokens, with nothing inside groups that are too deep: the first of these is reported.
pub(super) fn bounded(
    tokens: TokenStream,
    spans: &mut Spans,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let Some(group) = first_too_deep(&tokens) else { return tokens };
    let (first, last) = (group.span_open(), group.span_close());
    let loc = spans.add(Range { first, last, position: 0 });
    diagnostics.error(Diagnostic::new(loc, format!("nested more than {LIMIT} levels deep")));
    pruned(tokens, 0)
}

fn first_too_deep(tokens: &TokenStream) -> Option<Group> {
    let mut open = vec![tokens.clone().into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            Some(TokenTree::Group(group)) if open.len() > LIMIT => return Some(group),
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
            None => {
                open.pop();
            }
        }
    }
    None
}

fn pruned(tokens: TokenStream, depth: usize) -> TokenStream {
    let prune = |tree| match tree {
        TokenTree::Group(group) => {
            let inside = match depth < LIMIT {
                true => pruned(group.stream(), depth + 1),
                false => TokenStream::new(),
            };
            let mut kept = Group::new(group.delimiter(), inside);
            kept.set_span(group.span());
            TokenTree::Group(kept)
        }
        tree => tree,
    };
    tokens.into_iter().map(prune).collect()
}
