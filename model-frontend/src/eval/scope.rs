//! Names in scope.

use std::rc::Rc;

use modelwright_core::diagnostic::{Loc, Reported};
use modelwright_core::value::Value;

/// The variables of one block being run, innermost last.
#[derive(Debug, Default)]
pub(super) struct Scope {
    variables: Vec<Variable>,
}

#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: Rc<str>,
    pub(super) value: Value,
    pub(super) mutable: bool,
    pub(super) loc: Loc,
}

impl Scope {
    pub(super) fn bind(&mut self, name: &Rc<str>, loc: Loc, mutable: bool, value: Value) {
        self.variables.push(Variable { name: Rc::clone(name), value, mutable, loc });
    }

    /// Remembers that a name could not be read: any unknown name may be the one.
    pub(super) fn bind_hole(&mut self, loc: Loc, reported: Reported) {
        self.bind(&"".into(), loc, false, Value::Poisoned(reported));
    }

    /// The mistake that hides a name, if there is one.
    pub(super) fn hole(&self) -> Option<Reported> {
        match self.get("")?.value {
            Value::Poisoned(reported) => Some(reported),
            _ => None,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().rev().find(|variable| &*variable.name == name)
    }

    /// The outermost variable of a name.
    pub(super) fn get_first(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| &*variable.name == name)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Variable> {
        self.variables.iter_mut().rev().find(|variable| &*variable.name == name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().map(|variable| &*variable.name)
    }

    /// How many variables there are to look through.
    pub(super) fn len(&self) -> usize {
        self.variables.len()
    }

    /// Where an inner scope begins.
    pub(super) fn enter(&self) -> usize {
        self.variables.len()
    }

    /// Forgets what was bound since.
    pub(super) fn leave(&mut self, mark: usize) {
        self.variables.truncate(mark);
    }
}
