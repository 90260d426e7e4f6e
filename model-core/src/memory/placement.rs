//! Places for buffers in one arena.
//!
//! Buffers that are live at once lie apart, and the arena is to be as small as possible: dynamic storage allocation
//! with all lifetimes known beforehand, which is NP-complete. No arena is smaller than the bytes that are live in any
//! one step with what alignment adds, the *bound*. An arena that meets the bound is the smallest, and ends the work:
//!
//! 1. The largest buffer first, each at the lowest place that fits, then in the tightest gap.
//! 2. A [search] with a bound on its work, for the buffers that are in each other's way.
//! 3. Three other orders.
//!
//! The smallest arena of all is taken, and of several the first. Apart from the search, time is linear in the pairs of
//! buffers that are live at once. Where these are [too many](overlaps::most_pairs), buffers are placed in the order of time
//! first, there is no search, and only up to [`LARGE`] buffers are compared with all others, if that can gain much.

use alloc::vec::Vec;
use core::cmp::Reverse;

use self::fit::{Fit, place_all, place_in_time};
use self::overlaps::Overlaps;
use self::search::search;
use crate::dim::DimError;

mod exact;
mod fit;
mod overlaps;
mod search;
#[cfg(test)]
mod tests;

/// Most buffers for which other orders than that by size are tried besides the search.
const SMALL: usize = 1000;

/// Most buffers that are compared with all others.
const LARGE: usize = 10_000;

/// Buffers that are not compared with all others if the arena is above the bound by no more than one part in this.
const CLOSE: usize = 1000;

/// Memory that is live from one step to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Buffer {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) bytes: usize,
}

impl Buffer {
    fn meets(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    fn duration(&self) -> usize {
        self.last.saturating_sub(self.first).saturating_add(1)
    }
}

/// A place for every buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placement {
    /// Bytes from the start of the arena, for each buffer.
    pub(super) offsets: Vec<usize>,
    /// Bytes of the arena.
    pub(super) arena: usize,
    /// No arena is smaller than this.
    pub(super) bound: usize,
    /// Buffers that the search looked at: [`LIMIT`](search::LIMIT) at most, and those of its last attempt.
    pub(super) work: usize,
}

/// Places and the arena they need.
#[derive(Clone, Debug)]
struct Layout {
    offsets: Vec<usize>,
    arena: usize,
}

/// The smaller of two, and of equal ones the first.
fn smaller(best: Option<Layout>, next: Option<Layout>) -> Option<Layout> {
    match (best, next) {
        (Some(best), Some(next)) if next.arena < best.arena => Some(next),
        (None, next) => next,
        (best, _) => best,
    }
}

/// Finds a place at a multiple of `alignment` for every buffer.
pub(super) fn place(buffers: &[Buffer], alignment: usize) -> Result<Placement, DimError> {
    let alignment = alignment.max(1);
    let bound = overlaps::bound(buffers, alignment)?;
    let overlaps = Overlaps::of(buffers, alignment, overlaps::most_pairs(buffers.len()));
    let is_best = |best: &Option<Layout>| best.as_ref().is_some_and(|best| best.arena <= bound);
    let greedy = |mut best: Option<Layout>, key: Key| {
        for fit in [Fit::Lowest, Fit::Tightest] {
            if is_best(&best) {
                break;
            }
            let order = order(buffers, key);
            let next = match &overlaps {
                Some(overlaps) => Some(overlaps.place(&order, fit)),
                None => place_all(buffers, alignment, &order, fit),
            };
            best = smaller(best, next);
        }
        best
    };
    let [by_size, others @ ..] = ORDERS;
    let mut best = None;
    let mut work = 0;
    let mut is_crowded = false;
    if overlaps.is_none() {
        best = place_in_time(buffers, alignment);
        let close = bound.saturating_add(bound / CLOSE);
        is_crowded = buffers.len() > LARGE || best.as_ref().is_some_and(|best| best.arena <= close);
    }
    if !is_crowded {
        best = greedy(best, by_size);
    }
    if let Some(overlaps) = &overlaps
        && !is_best(&best)
    {
        best = smaller(best, search(overlaps, bound, &mut work));
    }
    if !is_crowded && buffers.len() <= SMALL {
        best = others.into_iter().fold(best, greedy);
    }
    let Layout { offsets, arena } = best.ok_or(DimError::TooLarge)?;
    Ok(Placement { offsets, arena, bound, work })
}

/// Sort key of buffers before they are placed, with the same products on every machine.
type Key = fn(&Buffer) -> (Reverse<u64>, usize, Reverse<usize>);

/// The largest first; in the order of time; the largest product of size and time first; the longest first.
const ORDERS: [Key; 4] = [
    |buffer| (Reverse(buffer.bytes as u64), buffer.first, Reverse(buffer.last)),
    |buffer| (Reverse(0), buffer.first, Reverse(buffer.bytes)),
    |buffer| (Reverse(product(buffer.bytes, buffer.duration())), buffer.first, Reverse(0)),
    |buffer| (Reverse(buffer.duration() as u64), buffer.first, Reverse(buffer.bytes)),
];

/// At most `u64::MAX`, which only sizes beyond any memory reach.
fn product(a: usize, b: usize) -> u64 {
    (a as u64).saturating_mul(b as u64)
}

fn order(buffers: &[Buffer], key: Key) -> Vec<usize> {
    order_of(&(0..).zip(buffers.iter().copied()).collect::<Vec<_>>(), key)
}

/// These of all buffers, in this order.
fn order_of(buffers: &[(usize, Buffer)], key: Key) -> Vec<usize> {
    let mut keyed: Vec<_> = buffers.iter().map(|(index, buffer)| (key(buffer), *index)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}
