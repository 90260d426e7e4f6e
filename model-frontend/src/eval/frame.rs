//! The call stack: calls of blocks, and loops in them.

use std::rc::Rc;

use modelwright_core::diagnostic::Loc;

use super::Evaluator;
use crate::spans::Spans;

/// Maximum number of enclosing calls that a mistake names.
const SHOWN: usize = 4;

/// Call stack, outermost first.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// Blocks: name, and where it was called.
    pub(super) calls: Vec<(Rc<str>, Loc)>,
    pub(super) loops: Vec<Loc>,
    /// The number of the innermost call among all of the session; 0 outside of blocks.
    pub(super) run: usize,
    /// The stage that a tensor is sent to, by the place of its name, and the axes of that tensor without the batch.
    pub(super) sent: Option<(Loc, usize)>,
}

impl Frame {
    /// The innermost calls, as notes of a mistake.
    pub(super) fn notes(&self, spans: &Spans) -> Vec<String> {
        let note = |(name, loc): &(Rc<str>, Loc)| match spans.line(*loc) {
            Some(line) => format!("in block `{name}`, called at line {line}"),
            None => format!("in block `{name}`"),
        };
        self.calls.iter().rev().take(SHOWN).map(note).collect()
    }
}

impl Evaluator<'_, '_> {
    /// Runs what does not belong to the blocks and loops it is used in: a constant, another model.
    pub(super) fn apart<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::take(&mut self.frame);
        let result = run(self);
        self.frame = outer;
        result
    }
}
