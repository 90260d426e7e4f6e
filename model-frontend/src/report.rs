//! Errors to tokens: the only place that lays out `note:` and `help:`.

use modelwright_core::diagnostic::{Diagnostic, Diagnostics};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::spans::{Range, Spans};

/// One `compile_error!` for each mistake, in the order of the source.
pub(crate) fn compile_errors(diagnostics: Diagnostics, spans: &Spans) -> Vec<TokenStream> {
    messages(diagnostics, spans)
        .into_iter()
        .map(|(range, text)| compile_error(range.first, range.last, &text))
        .collect()
}

/// Place and text of each mistake, in the order of the source.
pub(crate) fn messages(diagnostics: Diagnostics, spans: &Spans) -> Vec<(Range, String)> {
    let left_out = diagnostics.left_out();
    let mut messages: Vec<(Range, String)> = diagnostics
        .into_list()
        .into_iter()
        .map(|(diagnostic, repeats)| (spans.get(diagnostic.loc), text(&diagnostic, repeats)))
        .collect();
    messages.sort_by_key(|(range, _)| range.position);
    if let (1.., Some((_, last))) = (left_out, messages.last_mut()) {
        let plural = if left_out == 1 { "" } else { "s" };
        last.push_str(&format!("\nnote: and {left_out} more error{plural}"));
    }
    messages
}

/// One use of a deprecated constant for each warning: of what a stable macro can write, that is the only thing the compiler
/// warns of in words of the macro's, at a token of the user's.
pub(crate) fn warnings(warnings: &[Diagnostic], lints: &TokenStream, spans: &Spans) -> TokenStream {
    let warnings = warnings.iter().map(|warning| {
        let text = text(warning, 0);
        let name = Ident::new("warning", spans.get(warning.loc).first);
        quote! {
            #lints
            const _: () = {
                #[allow(non_upper_case_globals)]
                #[deprecated(note = #text)]
                const #name: () = ();
                #name
            };
        }
    });
    warnings.collect()
}

/// The whole text: the message stands alone in the first line, then the facts, then the fixes.
pub(crate) fn text(diagnostic: &Diagnostic, repeats: usize) -> String {
    let mut text = diagnostic.message.clone();
    for note in &diagnostic.notes {
        text.push_str("\nnote: ");
        text.push_str(note);
    }
    let in_block = diagnostic.notes.iter().any(|note| note.starts_with("in block"));
    if repeats > 0 && in_block {
        let plural = if repeats == 1 { "" } else { "s" };
        text.push_str(&format!("\nnote: and {repeats} more call{plural}"));
    }
    for help in &diagnostic.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    text
}

/// `::core::compile_error! { "text" }`, which rustc underlines from the first span to the last.
fn compile_error(first: Span, last: Span, text: &str) -> TokenStream {
    let punct = |symbol: char, spacing: Spacing| {
        let mut punct = Punct::new(symbol, spacing);
        punct.set_span(first);
        TokenTree::Punct(punct)
    };
    let mut literal = Literal::string(text);
    literal.set_span(last);
    let mut group = Group::new(Delimiter::Brace, TokenStream::from(TokenTree::Literal(literal)));
    group.set_span(last);
    TokenStream::from_iter([
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        TokenTree::Ident(Ident::new("core", first)),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        TokenTree::Ident(Ident::new("compile_error", first)),
        punct('!', Spacing::Alone),
        TokenTree::Group(group),
    ])
}
