//! One flat buffer for all weights of a model: where each begins.

use alloc::vec::Vec;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::graph::Row;
use crate::layers::{Weight, WeightKey};

/// Places for weights, in elements, one after the other in row order. A variable that is used twice has one place.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    places: HashMap<WeightKey, u128>,
    end: u128,
}

impl Manifest {
    /// The place of each weight of a row.
    pub fn places(&mut self, row: &Row) -> Vec<u128> {
        row.weights.iter().map(|weight| self.place(weight)).collect()
    }

    fn place(&mut self, weight: &Weight) -> u128 {
        if let Some(place) = weight.key.and_then(|key| self.places.get(&key)) {
            return *place;
        }
        let place = self.end;
        // Graphs refuse weights that end beyond 64 bits.
        self.end += weight.params();
        if let Some(key) = weight.key {
            self.places.insert(key, place);
        }
        place
    }

    /// The manifest of the rows of a nested model, whose weights are at `places`: they are the same variables, in
    /// the same order.
    #[must_use]
    pub fn inside(row: &Row, places: &[u128]) -> Self {
        let mut seen = HashSet::default();
        let weights = row.rows.iter().flat_map(|row| &row.weights);
        let keys = weights.filter_map(|weight| weight.key).filter(|key| seen.insert(*key));
        Self { places: keys.zip(places.iter().copied()).collect(), end: 0 }
    }
}
