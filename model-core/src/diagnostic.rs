//! The one type of error, and the proof that it was reported.

use alloc::string::String;
use alloc::vec::Vec;
use rustc_hash::FxHashMap as HashMap;

/// A place in the user's program: an opaque number that the front end maps back to tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Loc(pub u32);

/// One mistake, with the facts around it and the fixes that were tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The smallest token that is wrong.
    pub loc: Loc,
    /// Message with expected and found; must be understandable on its own.
    pub message: String,
    /// Facts, one a line.
    pub notes: Vec<String>,
    /// Fixes, one a line. One that proposes code has been tried by running the rule.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A mistake at `loc`.
    pub fn new(loc: Loc, message: impl Into<String>) -> Self {
        Self { loc, message: message.into(), notes: Vec::new(), help: Vec::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a fix.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// Proof that an error was reported: only [`Diagnostics::error`] makes one.
///
/// A value that carries it is *poisoned*: its consequences are not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported(());

/// Maximum number of stored errors.
const KEPT: usize = 250;

/// All errors of one expansion.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<(Diagnostic, usize)>,
    /// Every wrong place, with the place of its error in the list.
    places: HashMap<Loc, usize>,
}

impl Diagnostics {
    /// Reports a mistake. One place has one mistake: a block that fails at the same place in ten calls is
    /// reported for the first, and the others are counted. Of very many mistakes the first are kept.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        match self.places.get(&diagnostic.loc) {
            Some(index) => {
                if let Some((_, repeats)) = self.list.get_mut(*index) {
                    *repeats += 1;
                }
            }
            None => {
                self.places.insert(diagnostic.loc, self.list.len());
                if self.list.len() < KEPT {
                    self.list.push((diagnostic, 0));
                }
            }
        }
        Reported(())
    }

    /// True if a mistake was reported at this place.
    #[must_use]
    pub fn is_wrong(&self, loc: Loc) -> bool {
        self.places.contains_key(&loc)
    }

    /// Number of reported places.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Number of errors beyond the stored ones.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.places.len().saturating_sub(self.list.len())
    }

    /// True if nothing was reported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The errors, each with the number of times it came again.
    pub fn into_list(self) -> Vec<(Diagnostic, usize)> {
        self.list
    }
}
