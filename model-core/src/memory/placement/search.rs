//! The search for an arena that meets a target.
//!
//! Buffers that fit wherever the others lie are set aside until the end, which leaves few of most networks. These fall into
//! groups that are never live together, and each group is searched by itself. The step that is repeated is a round: buffers
//! that end above the target are moved to the front of the order, and all are placed again, as the squeaky wheel gets the
//! grease.
//!
//! * A small group is placed as a whole, in turns with an [exact search](super::exact), which may also prove that nothing
//!   lower exists.
//! * Of a large group, the highest buffer is placed again with those around it while the others stay, and with ever more of
//!   them until that lowers it.
//!
//! Work is counted in buffers that are looked at, so the same buffers have the same places on every machine.
//!
//! Source: Joslin and Clements, "Squeaky Wheel Optimization", Journal of Artificial Intelligence Research 10, 1999.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::exact::{Exact, Outcome, PRIORITIES};
use super::fit::Fit;
use super::overlaps::{Overlaps, Slot};
use super::{Buffer, Layout, ORDERS, order_of, smaller};

/// Buffers that the search may look at. It ends after the attempt in which it reaches this number.
pub(super) const LIMIT: usize = 2_000_000;

/// The last part of an arena is worth less work: where it is above the target by no more than one part in the first number,
/// the limit is divided by the second.
const SHARES: [(usize, usize); 2] = [(1000, 64), (100, 4)];

/// Rounds in each order before the next; with a small group, so many more in each turn.
const ROUNDS: usize = 10;

/// Looks at each buffer that an exact search may take in the first turn; in each turn twice as many as before.
const SLICE: usize = 40;

/// Most buffers of a small group.
const SMALL: usize = 128;

/// Buffers that are placed again with the highest, at first.
const AROUND: usize = 16;

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
        let limit = *work + LIMIT.saturating_sub(*work) / left;
        let found = Group::new(&inside, target, work, limit).search()?;
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
    /// A place for each buffer, but for those that are being placed again.
    places: Vec<Option<usize>>,
    target: usize,
    work: &'a mut usize,
    start: usize,
    limit: usize,
    random: Random,
}

impl<'a> Group<'a> {
    fn new(overlaps: &'a Overlaps, target: usize, work: &'a mut usize, limit: usize) -> Self {
        let places = vec![None; overlaps.slots.len()];
        let start = *work;
        Self { overlaps, places, target, work, start, limit, random: Random(1) }
    }

    /// `None` where the work is done before it begins.
    fn search(mut self) -> Option<Layout> {
        let all: Vec<usize> = (0..self.places.len()).collect();
        let mut best: Option<Layout> = None;
        for key in ORDERS.into_iter().cycle() {
            if self.is_done(best.as_ref().map_or(usize::MAX, |best| best.arena)) {
                break;
            }
            self.places.fill(None);
            let order = order_of(&self.buffers(&all), key);
            self.overlaps.place_among(&mut self.places, &order, Fit::Lowest, self.work);
            if all.len() <= SMALL {
                self.search_small(&all);
                return Some(self.layout());
            }
            self.search_large();
            best = smaller(best, Some(self.layout()));
        }
        best
    }

    /// Places all buffers again, in turns with exact searches.
    fn search_small(&mut self, all: &[usize]) {
        let exact = Exact::new(self.overlaps);
        let mut rounds = 0;
        let mut slice = all.len().saturating_mul(SLICE);
        // Largest arena that is known to be too small.
        let mut impossible: Option<usize> = None;
        while !self.is_done(self.layout().arena) {
            rounds += ROUNDS;
            self.squeak(all, rounds);
            for priority in PRIORITIES {
                let arena = self.layout().arena;
                let capacity =
                    if impossible.is_none() { self.target } else { arena.saturating_sub(1) };
                if self.is_done(arena) || impossible.is_some_and(|arena| arena >= capacity) {
                    return;
                }
                let limit = self.limit.min(self.work.saturating_add(slice));
                match exact.search(priority, capacity, self.work, limit) {
                    Outcome::Found(layout) => {
                        self.places = layout.offsets.into_iter().map(Some).collect();
                    }
                    Outcome::Impossible => impossible = Some(capacity),
                    Outcome::Unfinished => {}
                }
            }
            slice = slice.saturating_mul(2);
        }
    }

    /// Places the highest buffer again with those around it, until no number of them lowers it.
    fn search_large(&mut self) {
        let mut tops: BTreeSet<(usize, usize)> =
            (0..self.places.len()).map(|index| (self.end(index), index)).collect();
        let mut around = AROUND;
        while let Some((top, index)) = tops.last().copied() {
            if self.is_done(top) || around > self.places.len().saturating_mul(2) {
                break;
            }
            let region = self.region(index, around);
            for index in &region {
                tops.remove(&(self.end(*index), *index));
            }
            around = if self.squeak(&region, ROUNDS) { AROUND } else { around.saturating_mul(2) };
            for index in &region {
                tops.insert((self.end(*index), *index));
            }
        }
    }

    /// This buffer and so many around it: its neighbours, theirs, and so on.
    fn region(&mut self, index: usize, count: usize) -> Vec<usize> {
        let mut region = vec![index];
        let mut seen = BTreeSet::from([index]);
        let mut next = 0;
        while let Some(slot) = region.get(next).and_then(|next| self.overlaps.slots.get(*next)) {
            next += 1;
            for other in &slot.neighbours {
                if region.len() >= count {
                    return region;
                }
                *self.work += 1;
                if seen.insert(*other) {
                    region.push(*other);
                }
            }
        }
        region
    }

    /// Places these buffers again among the others, so many times in each order. True if that lowers the highest of them or
    /// leaves less above the target; otherwise all stay.
    fn squeak(&mut self, region: &[usize], rounds: usize) -> bool {
        let mut best: Vec<Option<usize>> = self.places_of(region);
        let before = self.height(region);
        let mut least = before;
        'orders: for key in ORDERS {
            let order = order_of(&self.buffers(region), key);
            let mut order: Vec<(Reverse<usize>, usize)> =
                (0..order.len()).rev().map(Reverse).zip(order).collect();
            for _ in 0..rounds {
                if self.is_done(least.0) {
                    break 'orders;
                }
                self.put(region, &vec![None; region.len()]);
                let indices: Vec<usize> = order.iter().map(|(_, index)| *index).collect();
                self.overlaps.place_among(&mut self.places, &indices, Fit::Lowest, self.work);
                let height = self.height(region);
                if height < least {
                    least = height;
                    best = self.places_of(region);
                }
                for (Reverse(urgency), index) in &mut order {
                    if self.end(*index) > self.target {
                        *urgency += 1 + self.random.below(region.len());
                    }
                }
                order.sort_unstable();
            }
        }
        self.put(region, &best);
        least < before
    }

    /// The highest end of these buffers, and the sum of what is above the target.
    fn height(&self, region: &[usize]) -> (usize, u128) {
        let ends = || region.iter().map(|index| self.end(*index));
        let above = ends().map(|end| end.saturating_sub(self.target) as u128);
        (ends().max().unwrap_or(0).max(self.target), above.sum())
    }

    fn end(&self, index: usize) -> usize {
        let place = self.places.get(index).copied().flatten();
        let slot = self.overlaps.slots.get(index);
        place.zip(slot).map_or(0, |(offset, slot)| offset + slot.buffer.bytes)
    }

    fn buffers(&self, region: &[usize]) -> Vec<(usize, Buffer)> {
        let buffer = |index: &usize| Some((*index, self.overlaps.slots.get(*index)?.buffer));
        region.iter().filter_map(buffer).collect()
    }

    fn places_of(&self, region: &[usize]) -> Vec<Option<usize>> {
        region.iter().map(|index| self.places.get(*index).copied().flatten()).collect()
    }

    fn put(&mut self, region: &[usize], places: &[Option<usize>]) {
        for (index, offset) in region.iter().zip(places) {
            if let Some(place) = self.places.get_mut(*index) {
                *place = *offset;
            }
        }
    }

    fn layout(&self) -> Layout {
        let offsets = self.places.iter().map(|place| place.unwrap_or_default());
        self.overlaps.layout(offsets.collect())
    }

    /// True if the target is met by an arena of so many bytes, or the work for it is done.
    fn is_done(&self, arena: usize) -> bool {
        let above = arena.saturating_sub(self.target);
        let close = SHARES.iter().find(|(part, _)| above <= self.target / part);
        let work = (self.limit - self.start) / close.map_or(1, |(_, divisor)| *divisor);
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
