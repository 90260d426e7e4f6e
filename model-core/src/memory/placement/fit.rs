//! Placing buffers one by one.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use super::overlaps::{Overlaps, in_time};
use super::{Buffer, Layout};

/// The gap that a buffer is placed in.
#[derive(Clone, Copy)]
pub(super) enum Fit {
    /// The lowest that is large enough.
    Lowest,
    /// The smallest that is large enough.
    Tightest,
}

impl Fit {
    /// The place for so many bytes between others, which are given from the lowest up, each from its start to where the
    /// next buffer may begin.
    fn find(self, bytes: usize, others: impl IntoIterator<Item = (usize, usize)>) -> usize {
        let mut end = 0_usize;
        let mut best: Option<(usize, usize)> = None;
        for (start, next) in others {
            let room = start.saturating_sub(end);
            if room >= bytes && best.is_none_or(|(least, _)| room < least) {
                best = Some((room, end));
                if matches!(self, Self::Lowest) {
                    break;
                }
            }
            end = end.max(next);
        }
        best.map_or(end, |(_, offset)| offset)
    }
}

/// Places buffers in this order, looking at all that are placed. `None` where the arena overflows.
pub(super) fn place_all(
    buffers: &[Buffer],
    alignment: usize,
    order: &[usize],
    fit: Fit,
) -> Option<Layout> {
    // Start, and where the next one may begin, which is no number for a buffer with nothing above it.
    let mut placed: Vec<(usize, Option<usize>, Buffer)> = Vec::with_capacity(order.len());
    let mut layout = Layout { offsets: vec![0; buffers.len()], arena: 0 };
    for index in order {
        let (Some(buffer), Some(slot)) = (buffers.get(*index), layout.offsets.get_mut(*index))
        else {
            continue;
        };
        if buffer.bytes == 0 {
            continue;
        }
        let mut overflows = false;
        let others = placed.iter().filter(|(_, _, other)| other.meets(buffer));
        let others = others.map_while(|(start, next, _)| {
            overflows |= next.is_none();
            Some((*start, (*next)?))
        });
        let offset = fit.find(buffer.bytes, others);
        let end = offset.checked_add(buffer.bytes)?;
        if overflows {
            return None;
        }
        *slot = offset;
        layout.arena = layout.arena.max(end);
        let after = placed.partition_point(|(other, ..)| *other <= offset);
        placed.insert(after, (offset, end.checked_next_multiple_of(alignment), *buffer));
    }
    Some(layout)
}

/// Places buffers in the order of time, each in the tightest gap that is free when it begins. Takes no longer the more of
/// them are live at once. `None` where the arena overflows.
pub(super) fn place_in_time(buffers: &[Buffer], alignment: usize) -> Option<Layout> {
    let mut layout = Layout { offsets: vec![0; buffers.len()], arena: 0 };
    let starting = in_time(buffers);
    let mut ending = starting.clone();
    ending.sort_by_key(|index| buffers.get(*index).map(|buffer| buffer.last));
    let mut ending = ending.into_iter().filter_map(|index| Some((index, buffers.get(index)?)));
    let mut ended = ending.next();
    let mut gaps = Gaps::default();
    for index in starting {
        let Some(buffer) = buffers.get(index) else { continue };
        while let Some((index, before)) = ended
            && before.last < buffer.first
        {
            let start = layout.offsets.get(index).copied()?;
            gaps.free(start, before.bytes.checked_next_multiple_of(alignment)?);
            ended = ending.next();
        }
        let start = gaps.take(buffer.bytes.checked_next_multiple_of(alignment)?)?;
        layout.arena = layout.arena.max(start.checked_add(buffer.bytes)?);
        *layout.offsets.get_mut(index)? = start;
    }
    Some(layout)
}

/// Free places between buffers, and above them from `end` on.
#[derive(Default)]
struct Gaps {
    /// Start and size.
    by_start: BTreeMap<usize, usize>,
    /// Size and start.
    by_size: BTreeSet<(usize, usize)>,
    end: usize,
}

impl Gaps {
    fn take(&mut self, size: usize) -> Option<usize> {
        let Some((room, start)) = self.by_size.range((size, 0)..).next().copied() else {
            let start = self.end;
            self.end = start.checked_add(size)?;
            return Some(start);
        };
        self.remove(start, room);
        if room > size {
            self.insert(start + size, room - size);
        }
        Some(start)
    }

    /// Joins what becomes free with the gaps around it.
    fn free(&mut self, mut start: usize, mut size: usize) {
        if let Some(room) = self.by_start.get(&(start + size)).copied() {
            self.remove(start + size, room);
            size += room;
        }
        if let Some((below, room)) = self.by_start.range(..start).next_back() {
            let (below, room) = (*below, *room);
            if below + room == start {
                self.remove(below, room);
                (start, size) = (below, room + size);
            }
        }
        if start + size == self.end {
            self.end = start;
        } else {
            self.insert(start, size);
        }
    }

    fn insert(&mut self, start: usize, size: usize) {
        self.by_start.insert(start, size);
        self.by_size.insert((size, start));
    }

    fn remove(&mut self, start: usize, size: usize) {
        self.by_start.remove(&start);
        self.by_size.remove(&(size, start));
    }
}

impl Overlaps {
    /// Places buffers in this order.
    pub(super) fn place(&self, order: &[usize], fit: Fit) -> Layout {
        let mut places = vec![None; self.slots.len()];
        self.place_among(&mut places, order, fit, &mut 0);
        self.layout(places.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// These places, with the arena that they need.
    pub(super) fn layout(&self, offsets: Vec<usize>) -> Layout {
        let ends = offsets.iter().zip(&self.slots).map(|(offset, slot)| offset + slot.buffer.bytes);
        Layout { arena: ends.max().unwrap_or(0), offsets }
    }

    /// Places buffers in this order among those that have a place. Adds to `work` how many it looks at.
    pub(super) fn place_among(
        &self,
        places: &mut [Option<usize>],
        order: &[usize],
        fit: Fit,
        work: &mut usize,
    ) {
        let mut others: Vec<(usize, usize)> = Vec::new();
        for index in order {
            let Some(slot) = self.slots.get(*index) else { continue };
            others.clear();
            for other in &slot.neighbours {
                if let (Some(Some(start)), Some(other)) =
                    (places.get(*other), self.slots.get(*other))
                {
                    others.push((*start, *start + other.size));
                }
            }
            others.sort_unstable();
            *work += 1 + slot.neighbours.len() + others.len();
            let offset = fit.find(slot.buffer.bytes, others.iter().copied());
            if let Some(place) = places.get_mut(*index) {
                *place = Some(offset);
            }
        }
    }
}
