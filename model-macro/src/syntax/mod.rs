//! Tokens to syntax tree.
//!
//! Parsing never fails: what cannot be read is reported, skipped up to the next statement, argument or item,
//! and stands in the tree as an error.

mod expressions;
mod items;
mod parser;
mod shapes;
mod statements;
pub(crate) mod tree;

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::TokenStream;
use syn::buffer::TokenBuffer;

use self::parser::{Parser, State};
use self::tree::File;
use crate::spans::Spans;

/// Reads a whole macro call.
pub(crate) fn parse(tokens: TokenStream, spans: &mut Spans, diagnostics: &mut Diagnostics) -> File {
    let buffer = TokenBuffer::new2(tokens);
    let mut state = State::new(spans, diagnostics);
    let mut parser = Parser::new(buffer.begin(), &mut state);
    items::file(&mut parser)
}
