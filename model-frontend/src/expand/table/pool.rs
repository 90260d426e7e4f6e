//! Texts by number.

use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts, each once, in the order they came.
#[derive(Default)]
pub(super) struct Pool {
    numbers: BTreeMap<Rc<str>, u64>,
    list: Vec<Rc<str>>,
}

impl Pool {
    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> u64 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let (text, number) = (Rc::<str>::from(text), super::count(self.list.len()));
        self.numbers.insert(Rc::clone(&text), number);
        self.list.push(text);
        number
    }

    /// All of them, from number 0.
    pub(super) fn list(&self) -> &[Rc<str>] {
        &self.list
    }
}
