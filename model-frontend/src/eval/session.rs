//! State shared by the whole evaluation of a macro call.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use modelwright_core::value::Value;

use super::limits::{Spent, Usage};
use super::models::Outcome;
use super::symbols::Trial;
use super::{Notes, is_layer_name};
use crate::resolve::Slots;
use crate::spans::Spans;
use crate::syntax::Source;
use crate::syntax::tree::{File, Function, LayerItem, Model};

/// The items of the macro call, what they came to so far, and the mistakes in them.
#[derive(Debug)]
pub(super) struct Session<'a, 'd> {
    pub(super) source: &'a Source,
    pub(super) file: &'a File,
    pub(super) spans: &'a Spans,
    pub(super) slots: Rc<Slots>,
    pub(super) mistakes: Mistakes<'d>,
    /// By name; `None` while it is being evaluated.
    pub(super) consts: HashMap<Rc<str>, Option<Value>>,
    /// By name; `None` while it is being built.
    pub(super) models: HashMap<Rc<str>, Option<Outcome>>,
    /// Names of the blocks that were run.
    pub(super) called_blocks: HashSet<Rc<str>>,
    /// Number of block calls so far.
    pub(super) runs: usize,
    pub(super) usage: Usage,
    /// Names that are nothing, by the body they are missing in: where each was reported.
    pub(super) missing: HashMap<(Rc<str>, Rc<str>), (Loc, Reported)>,
    /// The block that nothing calls and that is looked through.
    pub(super) uncalled: Option<Rc<str>>,
    /// Set while a fix is tried.
    pub(super) trial: Option<Trial>,
    /// Values of variables so far.
    pub(super) notes: Notes,
}

impl<'a, 'd> Session<'a, 'd> {
    pub(super) fn new(
        source: &'a Source,
        slots: Rc<Slots>,
        spent: Rc<Spent>,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Self {
            source,
            file: &source.file,
            spans: &source.spans,
            slots,
            mistakes: Mistakes { diagnostics, failed: HashMap::default(), count: 0, last: None },
            consts: HashMap::default(),
            models: HashMap::default(),
            called_blocks: HashSet::default(),
            runs: 0,
            usage: Usage::new(spent),
            missing: HashMap::default(),
            uncalled: None,
            trial: None,
            notes: Notes::default(),
        }
    }

    pub(super) fn function(&self, name: &str) -> Option<&'a Function> {
        let place = self.source.names.functions.get(name).filter(|_| !is_layer_name(name));
        self.file.functions.get(*place?)
    }

    pub(super) fn layer_item(&self, name: &str) -> Option<&'a LayerItem> {
        let place = self.source.names.layers.get(name).filter(|_| !is_layer_name(name));
        self.file.layers.get(*place?)
    }

    pub(super) fn model(&self, name: &str) -> Option<&'a Model> {
        let place = self.source.names.models.get(name).filter(|_| !is_layer_name(name));
        self.file.models.get(*place?)
    }
}

/// The mistakes that were found so far.
#[derive(Debug)]
pub(super) struct Mistakes<'d> {
    pub(super) diagnostics: &'d mut Diagnostics,
    /// Places of mistakes, with the call of a block each was last found in.
    failed: HashMap<Loc, (usize, Reported)>,
    /// Count, repeated ones included.
    pub(super) count: usize,
    pub(super) last: Option<Reported>,
}

impl Mistakes<'_> {
    /// Reports a mistake that was found in this call of a block. A loop fails at the same place again and again, which is
    /// nothing to count; another call is.
    pub(super) fn report(&mut self, diagnostic: Diagnostic, run: usize) -> Reported {
        let loc = diagnostic.loc;
        match self.failed.get(&loc) {
            Some((last, reported)) if *last == run => *reported,
            _ => {
                let reported = self.diagnostics.error(diagnostic);
                self.failed.insert(loc, (run, reported));
                reported
            }
        }
    }

    /// Counts something that is wrong.
    pub(super) fn add(&mut self, reported: Reported) {
        self.count += 1;
        self.last = Some(reported);
    }
}
