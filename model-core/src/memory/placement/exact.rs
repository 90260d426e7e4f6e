//! Branch and bound: all places for some buffers below a capacity, or the proof that there are none.
//!
//! Every arrangement can be pushed down until each buffer lies on another one or at the bottom. The buffers are placed
//! from the lowest to the highest, each at the least offset that those below it leave, so an arrangement is reached in
//! one way only. A branch ends where a buffer that is still to be placed would fit below, or where what is to be placed
//! in one step is more than the capacity has left.
//!
//! Source: Moffitt, "MiniMalloc: A Lightweight Memory Allocator for Hardware-Accelerated Machine Learning", 2023.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::overlaps::{Overlaps, Slot};
use super::{Layout, product};

/// Order in which a branch tries buffers of the same least offset, from three figures of a buffer: the most bytes that are
/// live with it, the sections it is live in, its size.
pub(super) type Priority = fn(usize, usize, usize) -> [u64; 3];

/// Each is good where others are not.
pub(super) const PRIORITIES: [Priority; 5] = [
    |live, steps, size| [live as u64, steps as u64, size as u64],
    |live, steps, size| [steps as u64, product(size, steps), live as u64],
    |live, steps, size| [live as u64, product(size, steps), steps as u64],
    |live, steps, size| [size as u64, steps as u64, live as u64],
    |live, steps, size| [product(size, steps), live as u64, steps as u64],
];

/// Result of a search.
pub(super) enum Outcome {
    Found(Layout),
    Impossible,
    /// The work was done before.
    Unfinished,
}

/// Buffers with the steps that matter.
pub(super) struct Exact<'a> {
    overlaps: &'a Overlaps,
    items: Vec<Item>,
    sections: Vec<Section>,
}

/// A buffer.
#[derive(Clone)]
struct Item {
    offset: Option<usize>,
    /// The end of what lies below it.
    least: usize,
    /// Its sections.
    sections: Range<usize>,
    /// Its place in the order in which buffers are tried.
    rank: usize,
}

/// A step that holds a buffer which the next such step does not hold, and the other way round.
#[derive(Clone)]
struct Section {
    members: Vec<usize>,
    /// Bytes of the members that are to be placed.
    open: usize,
    /// The end of the members that are placed.
    floor: usize,
    /// The most that alignment adds to one of the members: the highest is not filled up.
    filling: usize,
}

impl<'a> Exact<'a> {
    pub(super) fn new(overlaps: &'a Overlaps) -> Self {
        let item = Item { offset: None, least: 0, sections: 0..0, rank: 0 };
        let mut exact =
            Self { overlaps, items: vec![item; overlaps.slots.len()], sections: Vec::new() };
        let mut starts: Vec<usize> = overlaps.slots.iter().map(|slot| slot.buffer.first).collect();
        starts.sort_unstable();
        starts.dedup();
        let nexts = starts.iter().skip(1).copied().chain([usize::MAX]);
        for (start, next) in starts.iter().zip(nexts) {
            let live = |slot: &Slot| slot.buffer.first <= *start && *start <= slot.buffer.last;
            let members: Vec<(usize, &Slot)> =
                (0..).zip(&overlaps.slots).filter(|(_, slot)| live(slot)).collect();
            if members.iter().all(|(_, slot)| slot.buffer.last >= next) {
                continue;
            }
            let number = exact.sections.len();
            for (index, _) in &members {
                if let Some(Item { sections, .. }) = exact.items.get_mut(*index) {
                    let first = if sections.end > 0 { sections.start } else { number };
                    *sections = first..number + 1;
                }
            }
            let filling = |(_, slot): &(usize, &Slot)| slot.size - slot.buffer.bytes;
            exact.sections.push(Section {
                open: members.iter().map(|(_, slot)| slot.size).sum(),
                floor: 0,
                filling: members.iter().map(filling).max().unwrap_or(0),
                members: members.into_iter().map(|(index, _)| index).collect(),
            });
        }
        exact
    }

    /// Searches an arena of at most `capacity` bytes, until `work` is at the limit.
    pub(super) fn search(
        &self,
        priority: Priority,
        capacity: usize,
        work: &mut usize,
        limit: usize,
    ) -> Outcome {
        let mut keyed = Vec::with_capacity(self.items.len());
        for (index, (item, slot)) in self.items.iter().zip(&self.overlaps.slots).enumerate() {
            let sections = self.sections.get(item.sections.clone()).unwrap_or_default();
            let live = sections.iter().map(|section| section.open).max().unwrap_or(0);
            let key = priority(live, sections.len(), slot.size);
            keyed.push((Reverse(key), slot.buffer.first, index));
        }
        keyed.sort_unstable();
        let order: Vec<usize> = keyed.into_iter().map(|(_, _, index)| index).collect();
        let (mut items, sections) = (self.items.clone(), self.sections.clone());
        for (rank, index) in order.iter().enumerate() {
            if let Some(item) = items.get_mut(*index) {
                item.rank = rank;
            }
        }
        *work += order.len();
        let mut branch = Branch { overlaps: self.overlaps, capacity, items, sections, order };
        match branch.descend((0, 0), work, limit) {
            None => Outcome::Unfinished,
            Some(false) => Outcome::Impossible,
            Some(true) => {
                let offsets = branch.items.iter().map(|item| item.offset.unwrap_or_default());
                Outcome::Found(self.overlaps.layout(offsets.collect()))
            }
        }
    }
}

/// Buffers some of which are placed.
struct Branch<'a> {
    overlaps: &'a Overlaps,
    capacity: usize,
    items: Vec<Item>,
    sections: Vec<Section>,
    /// The buffers, those that are tried first before the others.
    order: Vec<usize>,
}

/// State before a buffer was placed.
#[derive(Default)]
struct Changes {
    /// The least offsets of its neighbours before.
    least: Vec<(usize, usize)>,
    /// The floors of sections before.
    floors: Vec<(usize, usize)>,
}

impl Branch<'_> {
    /// Places the other buffers, from this offset and rank on: true if all find a place, `None` where the work ended before
    /// that was known.
    fn descend(&mut self, from: (usize, usize), work: &mut usize, limit: usize) -> Option<bool> {
        let open = |index: &usize| {
            let item = self.items.get(*index).filter(|item| item.offset.is_none())?;
            Some((item.least, item.rank, *index, self.overlaps.slots.get(*index)?.size))
        };
        let open: Vec<_> = self.order.iter().filter_map(open).collect();
        // The lowest end: a buffer that begins above it would leave a gap that another one fits in.
        let Some(lowest) = open.iter().map(|(least, .., size)| least + size).min() else {
            return Some(true);
        };
        if *work >= limit {
            return None;
        }
        *work += self.order.len();
        let may_be_next = |(least, rank, ..): &(usize, usize, usize, usize)| {
            (*least, *rank) >= from && *least < lowest
        };
        let mut candidates: Vec<_> = open.into_iter().filter(may_be_next).collect();
        candidates.sort_unstable();
        for (offset, rank, index, _) in candidates {
            let Some(slot) = self.overlaps.slots.get(index) else { continue };
            if offset + slot.buffer.bytes > self.capacity {
                continue;
            }
            let mut changes = Changes::default();
            let found = if self.lay(index, slot, offset, &mut changes, work) {
                self.descend((offset, rank), work, limit)
            } else {
                Some(false)
            };
            if found == Some(true) {
                return found;
            }
            self.lift(index, slot, changes);
            found?;
        }
        Some(false)
    }

    /// Places a buffer: true if there is still room for the others.
    fn lay(
        &mut self,
        index: usize,
        slot: &Slot,
        offset: usize,
        changes: &mut Changes,
        work: &mut usize,
    ) -> bool {
        let Some(item) = self.items.get_mut(index) else { return false };
        item.offset = Some(offset);
        let end = offset + slot.size;
        let own = item.sections.clone();
        for (number, section) in
            (own.start..).zip(self.sections.get_mut(own.clone()).unwrap_or_default())
        {
            changes.floors.push((number, section.floor));
            section.floor = end;
            section.open -= slot.size;
        }
        let mut raised = own;
        for other in &slot.neighbours {
            if let (Some(item), Some(slot)) =
                (self.items.get_mut(*other), self.overlaps.slots.get(*other))
                && item.offset.is_none()
                && item.least < end
            {
                changes.least.push((*other, item.least));
                item.least = end;
                raised = raised.start.min(item.sections.start)..raised.end.max(item.sections.end);
                if end + slot.buffer.bytes > self.capacity {
                    return false;
                }
            }
        }
        *work += slot.neighbours.len() + self.sections.len();
        let items = &self.items;
        for (number, section) in
            (raised.start..).zip(self.sections.get_mut(raised).unwrap_or_default())
        {
            if section.open == 0 {
                continue;
            }
            *work += section.members.len();
            let open = section.members.iter().filter_map(|index| items.get(*index));
            let open = open.filter(|item| item.offset.is_none());
            let least = open.map(|item| item.least).min().unwrap_or(0);
            if least > section.floor {
                changes.floors.push((number, section.floor));
                section.floor = least;
            }
        }
        let is_open = |section: &&Section| section.open > 0;
        self.sections.iter().filter(is_open).all(|section| {
            let floor = section.floor.max(offset);
            (floor + section.open).saturating_sub(section.filling) <= self.capacity
        })
    }

    /// Takes a buffer away again.
    fn lift(&mut self, index: usize, slot: &Slot, changes: Changes) {
        for (number, floor) in changes.floors.into_iter().rev() {
            if let Some(section) = self.sections.get_mut(number) {
                section.floor = floor;
            }
        }
        for (other, least) in changes.least {
            if let Some(item) = self.items.get_mut(other) {
                item.least = least;
            }
        }
        let Some(item) = self.items.get_mut(index) else { return };
        item.offset = None;
        for section in self.sections.get_mut(item.sections.clone()).unwrap_or_default() {
            section.open += slot.size;
        }
    }
}
