//! Tokens to syntax tree.
//!
//! Parsing never fails: what cannot be read is reported, skipped up to the next statement, argument or item,
//! and stands in the tree as an error.

mod expressions;
mod foreign;
mod items;
mod parser;
mod shapes;
mod statements;
pub(crate) mod tree;

use std::rc::Rc;

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::TokenStream;
use syn::buffer::TokenBuffer;

use self::parser::{Parser, State};
use self::tree::File;
use crate::spans::Spans;

/// Reads a whole macro call.
pub(crate) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Source {
    let mut spans = Spans::new();
    let buffer = TokenBuffer::new2(tokens);
    let mut state = State::new(&mut spans, diagnostics);
    let mut parser = Parser::new(buffer.begin(), &mut state);
    let file = items::file(&mut parser);
    Source { file: Rc::new(file), spans: Rc::new(spans) }
}

/// The items of a macro call, and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) file: Rc<File>,
    pub(crate) spans: Rc<Spans>,
}
