//! The way back from a place in the tree to tokens.

use modelwright_core::diagnostic::{Diagnostic, Loc};
use proc_macro2::Span;

/// The tokens behind every [`Loc`]. A range is its first and its last token, since joining spans is not
/// possible on stable Rust.
#[derive(Debug)]
pub(crate) struct Spans {
    ranges: Vec<Range>,
}

/// The tokens of one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub(crate) first: Span,
    pub(crate) last: Span,
    /// Number of tokens before the first.
    pub(crate) position: usize,
}

impl Spans {
    /// Knows one place only: the whole macro call.
    pub(crate) fn new() -> Self {
        let call = Span::call_site();
        Self { ranges: vec![Range { first: call, last: call, position: 0 }] }
    }

    /// A new place.
    pub(crate) fn add(&mut self, range: Range) -> Loc {
        let loc = u32::try_from(self.ranges.len()).unwrap_or(0);
        if loc != 0 {
            self.ranges.push(range);
        }
        Loc(loc)
    }

    /// The tokens of a place; the whole macro call for one that is not known.
    pub(crate) fn get(&self, loc: Loc) -> Range {
        let index = usize::try_from(loc.0).unwrap_or(0);
        let call = Range { first: Span::call_site(), last: Span::call_site(), position: 0 };
        self.ranges.get(index).copied().unwrap_or(call)
    }

    /// The mistake that something is given again at `loc`.
    pub(crate) fn given_twice(&self, what: &str, loc: Loc, first: Loc) -> Diagnostic {
        let diagnostic = Diagnostic::new(loc, format!("{what} is specified twice"));
        match self.line(first) {
            Some(line) => diagnostic.note(format!("the first is at line {line}")),
            None => diagnostic,
        }
    }

    /// The line a place begins at, where the compiler tells.
    pub(crate) fn line(&self, loc: Loc) -> Option<usize> {
        proc_macro::is_available().then(|| self.get(loc).first.unwrap().line())
    }
}
