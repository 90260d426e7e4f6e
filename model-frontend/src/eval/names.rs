//! Names of layers within one model.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::rc::Rc;

/// Gives automatic names and knows which are taken.
#[derive(Debug, Default)]
pub(super) struct Namer {
    /// Prefix of every name: `stage1/` inside a block called with `name = "stage1"`.
    pub(super) prefix: String,
    /// Number of automatic names per kind.
    counts: HashMap<String, usize>,
    /// Names given so far.
    taken: HashSet<Rc<str>>,
    /// All names in the order they were given.
    pub(super) given: Vec<Rc<str>>,
}

impl Namer {
    /// Keras's automatic name: `conv2d`, `conv2d_1`, ..
    pub(super) fn automatic(&mut self, base: &str) -> Rc<str> {
        let base = format!("{}{base}", self.prefix);
        loop {
            let count = self.counts.entry(base.clone()).or_insert(0);
            let name: Rc<str> =
                if *count == 0 { base.as_str().into() } else { format!("{base}_{count}").into() };
            *count += 1;
            if self.take(&name) {
                return name;
            }
        }
    }

    /// A name of the user's, behind the prefix. Whether it is used twice shows when the layer is placed.
    pub(super) fn explicit(&mut self, name: &str) -> Rc<str> {
        let name: Rc<str> = format!("{}{name}", self.prefix).into();
        self.take(&name);
        name
    }

    fn take(&mut self, name: &Rc<str>) -> bool {
        let new = self.taken.insert(Rc::clone(name));
        if new {
            self.given.push(Rc::clone(name));
        }
        new
    }
}
