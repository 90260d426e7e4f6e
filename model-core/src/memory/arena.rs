//! One arena for all tensors of a schedule.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::Schedule;
use super::live::{self, Lifetime, live};
use crate::dim::TooLarge;
use crate::polynomial::Least;

/// Where tensors begin unless a model says otherwise: at multiples of this many bytes.
pub const DEFAULT_ALIGNMENT: usize = 16;

/// With more buffers than this only one order is tried.
const SMALL: usize = 1000;

/// When a tensor is live, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The steps in which it is live.
    pub lifetime: Lifetime,
    /// Its place in the arena, in bytes from the start.
    pub offset: usize,
    /// Its size.
    pub bytes: usize,
}

/// Memory for all tensors of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The most bytes that are live at once.
    pub peak: usize,
    /// The first step in which they are.
    pub peak_step: usize,
    /// Bytes of the arena.
    pub arena: usize,
    /// For each tensor of the schedule, its time and place.
    pub places: Vec<Place>,
}

/// Memory that one tensor has, or several one after the other that are worked on in place.
#[derive(Clone, Copy)]
struct Buffer {
    first: usize,
    last: usize,
    bytes: usize,
    offset: usize,
}

impl Buffer {
    fn duration(&self) -> usize {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    fn meets(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Finds a place for every tensor: tensors that are live at once lie apart, and every one begins at a multiple of
/// `alignment`. `None` where a size is not a number.
///
/// The peak is the most bytes that are live at once, without what alignment adds. The arena is at least the peak. The smallest possible arena is hard to find (dynamic storage allocation is
/// NP-complete); this places the buffers one by one at the lowest place that fits, in several orders, and keeps the
/// best. Source: Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference", 2020.
pub fn plan(schedule: &Schedule, alignment: usize) -> Result<Option<Plan>, TooLarge> {
    let sizes: Option<Vec<usize>> =
        schedule.tensors.iter().map(|tensor| tensor.bytes.known()).collect();
    let Some(sizes) = sizes else { return Ok(None) };
    let lifetimes = live::lifetimes(schedule);
    let (peak, peak_step) = peak(schedule, &lifetimes)?;
    let (buffers, buffer_of) = buffers(schedule, &lifetimes, &sizes);
    let tried = if buffers.len() > SMALL { 1 } else { ORDERS.len() };
    let attempts = ORDERS.iter().take(tried).flat_map(|key| [(key, false), (key, true)]);
    let mut best: Option<(usize, Vec<Buffer>)> = None;
    for (key, best_fit) in attempts {
        let mut placed = buffers.clone();
        let arena = place(&mut placed, &order(&buffers, *key), alignment.max(1), best_fit)?;
        if best.as_ref().is_none_or(|(smallest, _)| arena < *smallest) {
            best = Some((arena, placed));
        }
        if arena <= peak {
            break;
        }
    }
    let (arena, buffers) = best.unwrap_or_default();
    let tensors = lifetimes.into_iter().zip(sizes).zip(buffer_of);
    let places = tensors.map(|((lifetime, bytes), buffer)| {
        let offset = buffers.get(buffer).map_or(0, |buffer| buffer.offset);
        Place { lifetime, offset, bytes }
    });
    Ok(Some(Plan { peak, peak_step, arena, places: places.collect() }))
}

/// The most bytes that are live at once, and the first step in which they are.
fn peak(schedule: &Schedule, lifetimes: &[Lifetime]) -> Result<(usize, usize), TooLarge> {
    let mut peak = (0, 0);
    for (step, live) in live(schedule, lifetimes, &Least::default())?.into_iter().enumerate() {
        let bytes = live.bytes.known().ok_or(TooLarge)?;
        if bytes > peak.0 {
            peak = (bytes, step);
        }
    }
    Ok(peak)
}

/// The buffers, and which of them each tensor has.
fn buffers(
    schedule: &Schedule,
    lifetimes: &[Lifetime],
    sizes: &[usize],
) -> (Vec<Buffer>, Vec<usize>) {
    let mut buffers: Vec<Buffer> = Vec::with_capacity(lifetimes.len());
    let mut buffer_of = vec![usize::MAX; lifetimes.len()];
    for (number, step) in schedule.steps.iter().enumerate() {
        for output in &step.outputs {
            let (Some(lifetime), Some(bytes)) = (lifetimes.get(*output), sizes.get(*output)) else {
                continue;
            };
            let same = |input: &usize| sizes.get(*input) == Some(bytes);
            let taken = live::replaceable(step, number, lifetimes)
                .find(same)
                .and_then(|input| buffer_of.get(input).copied());
            let index = taken.unwrap_or(buffers.len());
            match buffers.get_mut(index) {
                Some(buffer) => buffer.last = lifetime.last,
                None => {
                    let Lifetime { first, last } = *lifetime;
                    buffers.push(Buffer { first, last, bytes: *bytes, offset: 0 });
                }
            }
            if let Some(slot) = buffer_of.get_mut(*output) {
                *slot = index;
            }
        }
    }
    (buffers, buffer_of)
}

/// What buffers are sorted by before they are placed.
type Key = fn(&Buffer) -> (Reverse<usize>, usize, Reverse<usize>);

/// The largest first; in the order of time; the largest product of size and time first; the longest first.
const ORDERS: [Key; 4] = [
    |buffer| (Reverse(buffer.bytes), buffer.first, Reverse(buffer.last)),
    |buffer| (Reverse(0), buffer.first, Reverse(buffer.bytes)),
    |buffer| (Reverse(buffer.bytes.saturating_mul(buffer.duration())), buffer.first, Reverse(0)),
    |buffer| (Reverse(buffer.duration()), buffer.first, Reverse(buffer.bytes)),
];

fn order(buffers: &[Buffer], key: Key) -> Vec<usize> {
    let mut keyed: Vec<_> = buffers.iter().map(key).zip(0_usize..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}

/// Gives every buffer a place, and the size of the arena.
fn place(
    buffers: &mut [Buffer],
    order: &[usize],
    alignment: usize,
    best_fit: bool,
) -> Result<usize, TooLarge> {
    let mut placed: Vec<Buffer> = Vec::with_capacity(order.len());
    let mut arena = 0;
    for index in order {
        let Some(buffer) = buffers.get_mut(*index) else { continue };
        buffer.offset = gap(&placed, buffer, alignment, best_fit)?;
        arena = arena.max(buffer.offset.checked_add(buffer.bytes).ok_or(TooLarge)?);
        let after = placed.partition_point(|other| other.offset <= buffer.offset);
        placed.insert(after, *buffer);
    }
    Ok(arena)
}

/// A place for a buffer between those that are live at the same time; `placed` is sorted by offset.
fn gap(
    placed: &[Buffer],
    buffer: &Buffer,
    alignment: usize,
    best_fit: bool,
) -> Result<usize, TooLarge> {
    let mut end = 0_usize;
    let mut best: Option<(usize, usize)> = None;
    for other in placed.iter().filter(|other| other.meets(buffer)) {
        let room = other.offset.saturating_sub(end);
        if room >= buffer.bytes && best.is_none_or(|(least, _)| room < least) {
            best = Some((room, end));
            if !best_fit {
                break;
            }
        }
        let after = other.offset.checked_add(other.bytes).ok_or(TooLarge)?;
        end = end.max(after.checked_next_multiple_of(alignment).ok_or(TooLarge)?);
    }
    Ok(best.map_or(end, |(_, offset)| offset))
}
