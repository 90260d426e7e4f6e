//! Names in scope.

use std::rc::Rc;

use modelwright_core::diagnostic::{Loc, Reported};
use modelwright_core::value::Value;

use crate::syntax::tree::{Expr, ExprKind};

/// No name that can be written.
const SIZE_HOLE: &str = "[]";

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

    /// Remembers that an annotation failed, in which the name of a size may be missing.
    pub(super) fn bind_size_hole(&mut self, loc: Loc, reported: Reported) {
        self.bind(&SIZE_HOLE.into(), loc, false, Value::Poisoned(reported));
    }

    /// The mistake that hides the name of a size, if there is one.
    pub(super) fn size_hole(&self) -> Option<Reported> {
        self.get(SIZE_HOLE)?.value.poison()
    }

    /// Poisons what a mistake was made with: a variable with a wrong value fails wherever it is used.
    pub(super) fn blame(&mut self, expr: &Expr, reported: Reported) {
        if let ExprKind::Name(name) = &expr.kind
            && let Some(variable) = self.get_mut(name)
            && !matches!(variable.value, Value::Tensor(_) | Value::Layer(_) | Value::Size(_))
        {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// Of the last variables, `mut` may have been misread.
    pub(super) fn make_mutable(&mut self, count: usize) {
        self.variables.iter_mut().rev().take(count).for_each(|variable| variable.mutable = true);
    }

    /// Poisons the variables of these names.
    pub(super) fn poison(&mut self, names: &[Rc<str>], reported: Reported) {
        for name in names {
            if let Some(variable) = self.get_mut(name) {
                variable.value = Value::Poisoned(reported);
            }
        }
    }

    /// Poisons every variable.
    pub(super) fn poison_all(&mut self, reported: Reported) {
        for variable in &mut self.variables {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// Poisons every variable that can be assigned to.
    pub(super) fn poison_mutable(&mut self, reported: Reported) {
        for variable in self.variables.iter_mut().filter(|variable| variable.mutable) {
            variable.value = Value::Poisoned(reported);
        }
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
