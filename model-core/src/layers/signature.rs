//! Places of arguments: which parameter each argument of a call goes to. One binder for layers of the table, for blocks and
//! for `layer` items; what they say of a mistake, and which values they accept, is theirs.

/// Parameters of something that is called, by their names.
pub trait Signature {
    /// The number of the parameter of its own with this name.
    fn own(&self, name: &str) -> Option<usize>;

    /// The parameter of its own that this argument without a name goes to.
    fn positional(&self, index: usize) -> Option<usize>;

    /// The number of a parameter that all of its kind have, and that is given by name. One of its own hides one of these.
    fn common(&self, name: &str) -> Option<usize>;
}

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// One of its own, by number.
    Own(usize),
    /// One that all have, by number.
    Common(usize),
}

/// Why an argument has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// It has no name, and there are more without one than parameters for them.
    TooMany,
    /// No parameter has its name.
    Unknown,
}

/// The arguments of one call, one after the other.
#[derive(Clone, Debug)]
pub struct Places<S> {
    signature: S,
    /// Number of positional arguments.
    position: usize,
}

impl<S: Signature> Places<S> {
    /// No argument yet.
    #[must_use]
    pub const fn new(signature: S) -> Self {
        Self { signature, position: 0 }
    }

    /// Number of positional arguments.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// The parameter of the next argument.
    pub fn next(&mut self, name: Option<&str>) -> Result<Slot, Misplaced> {
        let Self { signature, position } = self;
        if let Some(name) = name {
            let own = signature.own(name).map(Slot::Own);
            return own
                .or_else(|| signature.common(name).map(Slot::Common))
                .ok_or(Misplaced::Unknown);
        }
        let index = *position;
        *position += 1;
        signature.positional(index).map(Slot::Own).ok_or(Misplaced::TooMany)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Swapped;

    impl Signature for Swapped {
        fn own(&self, name: &str) -> Option<usize> {
            ["x", "n", "name"].iter().position(|own| *own == name)
        }

        fn positional(&self, index: usize) -> Option<usize> {
            [1].get(index).copied()
        }

        fn common(&self, name: &str) -> Option<usize> {
            ["name", "trainable"].iter().position(|common| *common == name)
        }
    }

    #[test]
    fn arguments_find_their_places() {
        let mut places = Places::new(Swapped);
        assert_eq!(places.next(Some("x")), Ok(Slot::Own(0)));
        assert_eq!(places.next(None), Ok(Slot::Own(1)));
        assert_eq!(places.next(None), Err(Misplaced::TooMany));
        assert_eq!(places.next(Some("name")), Ok(Slot::Own(2)));
        assert_eq!(places.next(Some("trainable")), Ok(Slot::Common(1)));
        assert_eq!(places.next(Some("m")), Err(Misplaced::Unknown));
        assert_eq!(places.position(), 2);
    }
}
