//! Variables by number: what evaluation reads instead of looking names up.

use rustc_hash::FxHashMap as HashMap;

use modelwright_core::diagnostic::Loc;

/// Number of a variable among those of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot(pub(crate) usize);

/// The variable that each name binds or reads. Names of anything else have none.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    names: HashMap<Loc, Slot>,
    /// Names in a string, by the place of the string and their number among its pieces.
    pieces: HashMap<(Loc, usize), Slot>,
}

impl Slots {
    /// Slot of the name at a place.
    pub(crate) fn name(&self, loc: Loc) -> Option<Slot> {
        self.names.get(&loc).copied()
    }

    /// Slot of the name that is a piece of the string at a place.
    pub(crate) fn piece(&self, string: Loc, piece: usize) -> Option<Slot> {
        self.pieces.get(&(string, piece)).copied()
    }

    pub(super) fn set_name(&mut self, loc: Loc, slot: Slot) {
        self.names.insert(loc, slot);
    }

    pub(super) fn set_piece(&mut self, string: Loc, piece: usize, slot: Slot) {
        self.pieces.insert((string, piece), slot);
    }
}
