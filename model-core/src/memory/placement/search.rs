//! The search for an arena that meets a target.
//!
//! Buffers that fit whatever the others do are left out until the end, which leaves few of most networks. These fall
//! into groups that are never live together, and each is searched by itself, in turns:
//!
//! * Buffers that end above the target are moved to the front of the order, and all are placed again: a squeaky wheel
//!   gets the grease. After some rounds it begins again, with another order or other steps.
//!   Source: Joslin and Clements, "Squeaky Wheel Optimization", 1999.
//! * A small group is also searched [exactly](super::exact), which may prove that it is as low as it can be.
//!
//! Work is counted in buffers that are looked at, so the same buffers have the same places on every machine.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::exact::{Exact, Outcome, PRIORITIES};
use super::fit::Fit;
use super::overlaps::{Overlaps, Slot};
use super::{Buffer, Layout, ORDERS, order, smaller};

/// Buffers that the search may look at. It ends after the attempt in which it reaches this number.
pub(super) const LIMIT: usize = 400_000;

/// Of the work, a sixteenth may go into the last thousandth of the arena.
const CLOSE: usize = 1000;
const CLOSE_WORK: usize = 16;

/// Rounds before the search begins again, in the first turn; in the second there are twice as many, and so on.
const ROUNDS: usize = 10;

/// Looks at each buffer that an exact search may take in the first turn; in the second it is twice as many, then four times.
const SLICE: usize = 40;

/// Most buffers of a group that is searched exactly.
const EXACT: usize = 64;

/// Places for all buffers, with an arena of `target` bytes if that is found. `None` where the work ends before there are
/// places for all.
pub(super) fn search(overlaps: &Overlaps, target: usize, work: &mut usize) -> Option<Layout> {
    let (kept, easy) = split(overlaps, target, work);
    let groups = groups(overlaps, kept);
    let mut places = vec![None; overlaps.slots.len()];
    let mut target = target;
    let mut left = groups.len();
    for group in groups {
        let buffer = |index: &usize| overlaps.slots.get(*index).map(|slot| slot.buffer);
        let buffers: Vec<Buffer> = group.iter().filter_map(buffer).collect();
        let inside = Overlaps::of(&buffers, overlaps.alignment, usize::MAX)?;
        let start = *work;
        let limit = start + LIMIT.saturating_sub(start) / left;
        let found = Group { overlaps: &inside, target, work, start, limit }.search(&buffers)?;
        target = target.max(found.arena);
        left -= 1;
        for (index, offset) in group.into_iter().zip(found.offsets) {
            if let Some(place) = places.get_mut(index) {
                *place = Some(offset);
            }
        }
    }
    overlaps.place_among(&mut places, &easy, Fit::Lowest, work);
    Some(overlaps.layout(places.into_iter().map(Option::unwrap_or_default).collect()))
}

/// The buffers whose places matter, and those that fit into the target at last whatever the places of the others, in the
/// order in which they are to be placed.
///
/// Neighbours that take `sum` bytes of the target leave the rest in one gap more than there are neighbours, at most. The
/// largest of these gaps is large enough if they could not all be one unit too small.
fn split(overlaps: &Overlaps, target: usize, work: &mut usize) -> (Vec<usize>, Vec<usize>) {
    struct Load {
        neighbours: usize,
        sum: usize,
        removed: bool,
    }
    let size = |index: &usize| overlaps.slots.get(*index).map_or(0, |slot| slot.size);
    let load = |slot: &Slot| Load {
        neighbours: slot.neighbours.len(),
        sum: slot.neighbours.iter().map(size).sum(),
        removed: false,
    };
    let mut loads: Vec<Load> = overlaps.slots.iter().map(load).collect();
    let units = target / overlaps.alignment;
    let fits = |slot: &Slot, load: &Load| {
        let too_small = (slot.size / overlaps.alignment).saturating_sub(1);
        let gaps = load.neighbours.saturating_add(1);
        let free = units.checked_sub(load.sum / overlaps.alignment);
        slot.size == 0
            || free.zip(gaps.checked_mul(too_small)).is_some_and(|(free, lost)| free > lost)
    };
    let mut easy = Vec::new();
    let mut open: Vec<usize> = (0..loads.len()).rev().collect();
    while let Some(index) = open.pop() {
        *work += 1;
        let (Some(slot), Some(load)) = (overlaps.slots.get(index), loads.get_mut(index)) else {
            continue;
        };
        if load.removed || !fits(slot, load) {
            continue;
        }
        load.removed = true;
        easy.push(index);
        for other in &slot.neighbours {
            if let Some(load) = loads.get_mut(*other) {
                load.neighbours -= 1;
                load.sum -= slot.size;
                open.push(*other);
            }
        }
    }
    easy.reverse();
    let kept = (0..).zip(&loads).filter(|(_, load)| !load.removed).map(|(index, _)| index);
    (kept.collect(), easy)
}

/// The buffers in groups, in the order of time: buffers of different groups are never live at once.
fn groups(overlaps: &Overlaps, mut kept: Vec<usize>) -> Vec<Vec<usize>> {
    let buffer = |index: &usize| overlaps.slots.get(*index).map(|slot| slot.buffer);
    kept.sort_by_key(|index| (buffer(index).map(|buffer| buffer.first), *index));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut last = 0;
    for index in kept {
        let Some(buffer) = buffer(&index) else { continue };
        match groups.last_mut() {
            Some(group) if buffer.first <= last => group.push(index),
            _ => groups.push(vec![index]),
        }
        last = last.max(buffer.last);
    }
    groups
}

/// Buffers that are searched together.
struct Group<'a> {
    overlaps: &'a Overlaps,
    target: usize,
    work: &'a mut usize,
    start: usize,
    limit: usize,
}

impl Group<'_> {
    fn search(&mut self, buffers: &[Buffer]) -> Option<Layout> {
        let orders = ORDERS.map(|key| order(buffers, key));
        let exact = (buffers.len() <= EXACT).then(|| Exact::new(self.overlaps));
        let mut random = Random(1);
        let mut best = None;
        let mut rounds = 0;
        let mut slice = buffers.len().saturating_mul(SLICE);
        // Largest arena that is known to be too small.
        let mut impossible: Option<usize> = None;
        while !self.is_done(best.as_ref()) {
            rounds += ROUNDS;
            for order in &orders {
                self.squeak(order, rounds, &mut random, &mut best);
            }
            for priority in PRIORITIES {
                let (Some(exact), Some(found)) = (&exact, &best) else { break };
                let capacity = match impossible {
                    None => self.target,
                    Some(_) => found.arena.saturating_sub(1),
                };
                if impossible.is_some_and(|impossible| impossible >= capacity) {
                    return best;
                }
                if self.is_done(best.as_ref()) {
                    break;
                }
                let limit = self.limit.min(self.work.saturating_add(slice));
                match exact.search(priority, capacity, self.work, limit) {
                    Outcome::Found(layout) => best = Some(layout),
                    Outcome::Impossible => impossible = Some(capacity),
                    Outcome::Unfinished => {}
                }
            }
            slice = slice.saturating_mul(2);
        }
        best
    }

    /// Places all buffers so many times, with those that end above the target moved to the front.
    fn squeak(
        &mut self,
        order: &[usize],
        rounds: usize,
        random: &mut Random,
        best: &mut Option<Layout>,
    ) {
        let count = order.len();
        let urgencies = (0..count).rev().map(Reverse);
        let mut order: Vec<_> = urgencies.zip(order.iter().copied()).collect();
        for _ in 0..rounds {
            if self.is_done(best.as_ref()) {
                return;
            }
            let indices: Vec<usize> = order.iter().map(|(_, index)| *index).collect();
            let layout = self.overlaps.place(&indices, Fit::Lowest, self.work);
            for (Reverse(urgency), index) in &mut order {
                let offset = layout.offsets.get(*index);
                if let (Some(offset), Some(slot)) = (offset, self.overlaps.slots.get(*index))
                    && offset + slot.buffer.bytes > self.target
                {
                    *urgency += 1 + random.below(count);
                }
            }
            order.sort_unstable();
            *best = smaller(best.take(), Some(layout));
        }
    }

    /// True if the target is met or the work is done.
    fn is_done(&self, best: Option<&Layout>) -> bool {
        let above = best.map_or(usize::MAX, |best| best.arena.saturating_sub(self.target));
        let mut work = self.limit - self.start;
        if above <= self.target / CLOSE {
            work /= CLOSE_WORK;
        }
        above == 0 || *self.work >= self.start + work
    }
}

/// A fixed sequence of numbers that look random. Source: Marsaglia, "Xorshift RNGs", 2003.
struct Random(u64);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 33) % (end.max(1) as u64)).unwrap_or(0)
    }
}
