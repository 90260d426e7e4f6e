//! Values of the variables in scope.

use std::rc::Rc;

use modelwright_core::diagnostic::{Loc, Reported};
use modelwright_core::value::Value;

use super::Evaluator;
use crate::resolve::{Slot, Slots};
use crate::syntax::tree::{Expr, ExprKind};

/// The variables of one body being run. Which of them a name is was resolved before.
#[derive(Debug)]
pub(super) struct Scope {
    slots: Rc<Slots>,
    /// By slot; `None` where it is not bound, or not any more.
    variables: Vec<Option<Variable>>,
    /// Slots of what is bound, innermost last.
    bound: Vec<Slot>,
    /// Mistakes that hide names, innermost last.
    holes: Vec<(Hole, Reported)>,
}

#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: Rc<str>,
    pub(super) value: Value,
    pub(super) mutable: bool,
    pub(super) loc: Loc,
}

/// Name that a mistake may hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// Any name.
    Any,
    /// The name of a size: an annotation failed.
    Size,
}

/// Where an inner scope begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    bound: usize,
    holes: usize,
}

impl Evaluator<'_, '_> {
    /// A scope without variables.
    pub(super) fn scope(&self) -> Scope {
        Scope {
            slots: Rc::clone(&self.session.slots),
            variables: Vec::new(),
            bound: Vec::new(),
            holes: Vec::new(),
        }
    }
}

impl Scope {
    /// Binds the variable whose name stands at `loc`.
    pub(super) fn bind(&mut self, name: &Rc<str>, loc: Loc, mutable: bool, value: Value) {
        let slot = self.slots.name(loc);
        debug_assert!(slot.is_some(), "`{name}` is bound and was not resolved");
        let Some(slot) = slot else { return };
        if self.variables.len() <= slot.0 {
            self.variables.resize_with(slot.0 + 1, || None);
        }
        if let Some(place) = self.variables.get_mut(slot.0) {
            *place = Some(Variable { name: Rc::clone(name), value, mutable, loc });
            self.bound.push(slot);
        }
    }

    /// Remembers that a name could not be read: any unknown name may be the one.
    pub(super) fn add_hole(&mut self, hole: Hole, reported: Reported) {
        self.holes.push((hole, reported));
    }

    /// The innermost mistake that hides such a name.
    pub(super) fn hole(&self, hole: Hole) -> Option<Reported> {
        let mut holes = self.holes.iter().rev();
        holes.find(|(other, _)| *other == hole).map(|(_, reported)| *reported)
    }

    /// Poisons what a mistake was made with: a variable with a wrong value fails wherever it is used.
    pub(super) fn blame(&mut self, expr: &Expr, reported: Reported) {
        if let ExprKind::Name(_) = &expr.kind
            && let Some(variable) = self.get_mut(expr.loc)
            && !matches!(variable.value, Value::Tensor(_) | Value::Layer(_) | Value::Size(_))
        {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// Of the last variables, `mut` may have been misread.
    pub(super) fn make_mutable(&mut self, count: usize) {
        for slot in self.bound.iter().rev().take(count) {
            if let Some(Some(variable)) = self.variables.get_mut(slot.0) {
                variable.mutable = true;
            }
        }
    }

    /// Poisons the variables whose names stand at these places.
    pub(super) fn poison(&mut self, names: &[Loc], reported: Reported) {
        for loc in names {
            if let Some(variable) = self.get_mut(*loc) {
                variable.value = Value::Poisoned(reported);
            }
        }
    }

    /// Poisons the variable that a name in the string at `loc` is.
    pub(super) fn poison_piece(&mut self, loc: Loc, piece: usize, reported: Reported) {
        if let Some(slot) = self.slots.piece(loc, piece)
            && let Some(Some(variable)) = self.variables.get_mut(slot.0)
        {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// Poisons every variable.
    pub(super) fn poison_all(&mut self, reported: Reported) {
        for variable in self.variables.iter_mut().flatten() {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// Poisons every variable that can be assigned to.
    pub(super) fn poison_mutable(&mut self, reported: Reported) {
        for variable in self.variables.iter_mut().flatten().filter(|variable| variable.mutable) {
            variable.value = Value::Poisoned(reported);
        }
    }

    /// The variable that the name at `loc` is.
    pub(super) fn get(&self, loc: Loc) -> Option<&Variable> {
        self.at(self.slots.name(loc)?)
    }

    /// The variable that a name in the string at `loc` is.
    pub(super) fn get_piece(&self, loc: Loc, piece: usize) -> Option<&Variable> {
        self.at(self.slots.piece(loc, piece)?)
    }

    pub(super) fn get_mut(&mut self, loc: Loc) -> Option<&mut Variable> {
        let slot = self.slots.name(loc)?;
        self.variables.get_mut(slot.0)?.as_mut()
    }

    fn at(&self, slot: Slot) -> Option<&Variable> {
        self.variables.get(slot.0)?.as_ref()
    }

    /// Names of the variables in scope, outermost first.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.bound.iter().filter_map(|slot| self.at(*slot)).map(|variable| &*variable.name)
    }

    /// Begins an inner scope.
    pub(super) fn enter(&self) -> Mark {
        Mark { bound: self.bound.len(), holes: self.holes.len() }
    }

    /// Forgets what was bound since.
    pub(super) fn leave(&mut self, mark: Mark) {
        for slot in self.bound.drain(mark.bound.min(self.bound.len())..) {
            if let Some(place) = self.variables.get_mut(slot.0) {
                *place = None;
            }
        }
        self.holes.truncate(mark.holes);
    }
}
