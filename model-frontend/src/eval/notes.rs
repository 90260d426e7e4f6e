//! Values of variables during evaluation, for editors.

use rustc_hash::FxHashMap as HashMap;

use modelwright_core::diagnostic::Loc;
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::Scope;

/// Maximum number of distinct values kept of a variable: a block may be called, and a loop may run, many times.
const KEPT: usize = 4;
/// Number of displayed parts of a list or tuple.
const PARTS: usize = 8;

/// The values of variables, by the place of their name.
pub(crate) type Notes = HashMap<Loc, Note>;

/// Values of a variable.
#[derive(Debug, Default)]
pub(crate) struct Note {
    /// Its values as text, each once, in order; of tensors, the shapes.
    pub(crate) texts: Vec<String>,
    /// True if it was a tensor.
    pub(crate) is_tensor: bool,
    /// True if there were more values than are kept.
    pub(crate) more: bool,
}

impl Evaluator<'_, '_> {
    /// Binds a variable, and notes its value.
    pub(super) fn define(
        &mut self,
        name: &std::rc::Rc<str>,
        loc: Loc,
        mutable: bool,
        value: Value,
        scope: &mut Scope,
    ) {
        self.note(loc, &value);
        scope.bind(name, loc, mutable, value);
    }

    /// Notes a value of the variable whose name stands at `loc`.
    pub(super) fn note(&mut self, loc: Loc, value: &Value) {
        if self.session.trial.is_some()
            || self.session.notes.get(&loc).is_some_and(|note| note.more)
        {
            return;
        }
        let text = self.described(value);
        let note = self.session.notes.entry(loc).or_default();
        note.is_tensor |= matches!(value, Value::Tensor(_));
        if note.texts.contains(&text) {
            return;
        }
        if note.texts.len() < KEPT {
            note.texts.push(text);
        } else {
            note.more = true;
        }
    }

    /// A value as text: a tensor is its shape.
    fn described(&self, value: &Value) -> String {
        match value {
            Value::Tensor(tensor) => match self.shape_of_tensor(*tensor) {
                Some(shape) => shape.to_string(),
                None => "a tensor".into(),
            },
            Value::Layer(layer) => format!("{}, not applied yet", layer.class_name()),
            Value::Tuple(items) => format!("({})", self.all_described(items)),
            Value::List(items) => format!("[{}]", self.all_described(items)),
            Value::Poisoned(_) => "unknown because of an error".into(),
            value => value.to_string(),
        }
    }

    fn all_described(&self, items: &[Value]) -> String {
        let mut texts: Vec<String> =
            items.iter().take(PARTS).map(|item| self.described(item)).collect();
        if items.len() > PARTS {
            texts.push("..".into());
        }
        texts.join(", ")
    }
}
