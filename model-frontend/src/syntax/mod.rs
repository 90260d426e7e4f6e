//! Tokens to syntax tree.
//!
//! Parsing never fails: what cannot be read is reported, skipped up to the next statement, argument or item,
//! and stands in the tree as an error.

mod expressions;
pub(crate) mod habits;
mod items;
mod nesting;
mod parser;
mod shapes;
mod statements;
mod tokens;
pub(crate) mod tree;

use std::rc::Rc;

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::TokenStream;
use syn::buffer::TokenBuffer;

use self::parser::{Parser, State};
use self::tree::{File, ItemNames};
use crate::spans::Spans;

/// Reads a whole macro call.
pub(crate) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Source {
    let mut spans = Spans::new();
    let tokens = nesting::bounded(tokens, &mut spans, diagnostics);
    let buffer = TokenBuffer::new2(tokens);
    let mut state = State::new(&mut spans, diagnostics);
    let mut parser = Parser::new(buffer.begin(), &mut state);
    let file = items::file(&mut parser);
    let names = Rc::new(ItemNames::of(&file));
    Source { file: Rc::new(file), names, spans: Rc::new(spans) }
}

/// The items of a macro call, and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) file: Rc<File>,
    pub(crate) names: Rc<ItemNames>,
    pub(crate) spans: Rc<Spans>,
}
