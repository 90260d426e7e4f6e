//! Values by number.

use modelwright_core::packed::count;
use rustc_hash::FxHashMap as HashMap;
use std::borrow::Borrow;
use std::hash::Hash;
use std::rc::Rc;

/// Values, each once, in the order they came.
pub(in crate::expand) struct Pool<T: ?Sized> {
    numbers: HashMap<Rc<T>, u64>,
    list: Vec<Rc<T>>,
}

impl<T: ?Sized> Default for Pool<T> {
    fn default() -> Self {
        Self { numbers: HashMap::default(), list: Vec::new() }
    }
}

impl<T: ?Sized + Eq + Hash> Pool<T> {
    /// The number of a value.
    pub(in crate::expand) fn number<'v>(&mut self, value: &'v T) -> u64
    where
        Rc<T>: From<&'v T> + Borrow<T>,
    {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let (value, number) = (Rc::from(value), count(self.list.len()));
        self.numbers.insert(Rc::clone(&value), number);
        self.list.push(value);
        number
    }

    /// Count.
    pub(in crate::expand) fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them, from number 0.
    pub(in crate::expand) fn list(&self) -> impl Iterator<Item = &T> {
        self.list.iter().map(|value| &**value)
    }
}
