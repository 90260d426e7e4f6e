//! One arena for all tensors of a schedule.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::Schedule;
use crate::dim::TooLarge;

/// Where tensors begin unless a model says otherwise: at multiples of this many bytes.
pub const DEFAULT_ALIGNMENT: usize = 16;

/// With more buffers than this only one order is tried.
const SMALL: usize = 1000;

/// When a tensor is live, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// The step that makes it; the inputs of the model are made in step 0.
    pub first: usize,
    /// The last step that reads it; for an output of the model, one after the last step.
    pub last: usize,
    /// Its place in the arena, in bytes from the start.
    pub offset: usize,
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
    pub lifetimes: Vec<Lifetime>,
}

/// Memory that one tensor has, or several one after the other that are worked on in place.
#[derive(Clone, Copy)]
struct Buffer {
    first: usize,
    last: usize,
    bytes: usize,
    /// Bytes in the arena, filled up to the next place a tensor may begin at.
    aligned: usize,
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
/// `alignment`.
///
/// The peak is the most bytes that are live at once, without what alignment adds. The arena is at least the peak. The smallest possible arena is hard to find (dynamic storage allocation is
/// NP-complete); this places the buffers one by one at the lowest place that fits, in several orders, and keeps the
/// best. Source: Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference", 2020.
pub fn plan(schedule: &Schedule, alignment: usize) -> Result<Plan, TooLarge> {
    let mut lifetimes = lifetimes(schedule);
    let (buffers, buffer_of) = buffers(schedule, &lifetimes, alignment)?;
    let steps = schedule.steps.len().saturating_add(1);
    let (peak, peak_step) = most_at_once(&buffers, steps, |buffer| buffer.bytes)?;
    let (least, _) = most_at_once(&buffers, steps, |buffer| buffer.aligned)?;
    let tried = if buffers.len() > SMALL { 1 } else { ORDERS.len() };
    let attempts = ORDERS.iter().take(tried).flat_map(|key| [(key, false), (key, true)]);
    let mut best: Option<(usize, Vec<Buffer>)> = None;
    for (key, best_fit) in attempts {
        let mut placed = buffers.clone();
        let arena = place(&mut placed, &order(&buffers, *key), best_fit)?;
        if best.as_ref().is_none_or(|(smallest, _)| arena < *smallest) {
            best = Some((arena, placed));
        }
        if arena <= least {
            break;
        }
    }
    let (arena, buffers) = best.unwrap_or_default();
    for (lifetime, buffer) in lifetimes.iter_mut().zip(buffer_of) {
        lifetime.offset = buffers.get(buffer).map_or(0, |buffer| buffer.offset);
    }
    Ok(Plan { peak, peak_step, arena, lifetimes })
}

/// When each tensor is live.
fn lifetimes(schedule: &Schedule) -> Vec<Lifetime> {
    let mut lifetimes = vec![Lifetime { first: 0, last: 0, offset: 0 }; schedule.tensors.len()];
    for (step, tensors) in schedule.steps.iter().enumerate() {
        for output in &tensors.outputs {
            if let Some(lifetime) = lifetimes.get_mut(*output) {
                *lifetime = Lifetime { first: step, last: step, offset: 0 };
            }
        }
        for input in &tensors.inputs {
            if let Some(lifetime) = lifetimes.get_mut(*input) {
                lifetime.last = step;
            }
        }
    }
    for output in &schedule.outputs {
        if let Some(lifetime) = lifetimes.get_mut(*output) {
            lifetime.last = schedule.steps.len();
        }
    }
    lifetimes
}

/// The buffers, and which of them each tensor has.
fn buffers(
    schedule: &Schedule,
    lifetimes: &[Lifetime],
    alignment: usize,
) -> Result<(Vec<Buffer>, Vec<usize>), TooLarge> {
    let mut buffers: Vec<Buffer> = Vec::with_capacity(lifetimes.len());
    let mut buffer_of = vec![usize::MAX; lifetimes.len()];
    for (step, tensors) in schedule.steps.iter().enumerate() {
        for output in &tensors.outputs {
            let (Some(lifetime), Some(tensor)) =
                (lifetimes.get(*output), schedule.tensors.get(*output))
            else {
                continue;
            };
            let taken = (tensors.in_place && tensors.outputs.len() == 1)
                .then(|| {
                    tensors.inputs.iter().find_map(|input| {
                        let index = buffer_of.get(*input).copied()?;
                        let buffer = buffers.get(index)?;
                        (buffer.last == step && buffer.bytes == tensor.bytes).then_some(index)
                    })
                })
                .flatten();
            let index = match taken {
                Some(index) => {
                    if let Some(buffer) = buffers.get_mut(index) {
                        buffer.last = lifetime.last;
                    }
                    index
                }
                None => {
                    let Lifetime { first, last, .. } = *lifetime;
                    let bytes = tensor.bytes;
                    let aligned =
                        bytes.checked_next_multiple_of(alignment.max(1)).ok_or(TooLarge)?;
                    buffers.push(Buffer { first, last, bytes, aligned, offset: 0 });
                    buffers.len() - 1
                }
            };
            if let Some(slot) = buffer_of.get_mut(*output) {
                *slot = index;
            }
        }
    }
    Ok((buffers, buffer_of))
}

/// The largest sum of sizes over what is live in one step, and the first step that has it.
fn most_at_once(
    buffers: &[Buffer],
    steps: usize,
    size: fn(&Buffer) -> usize,
) -> Result<(usize, usize), TooLarge> {
    let (mut begin, mut end) = (vec![0_usize; steps], vec![0_usize; steps]);
    for buffer in buffers {
        for (sums, step) in [(&mut begin, buffer.first), (&mut end, buffer.last)] {
            if let Some(sum) = sums.get_mut(step) {
                *sum = sum.checked_add(size(buffer)).ok_or(TooLarge)?;
            }
        }
    }
    let (mut live, mut most) = (0_usize, (0, 0));
    for (step, (begin, end)) in begin.into_iter().zip(end).enumerate() {
        live = live.checked_add(begin).ok_or(TooLarge)?;
        if live > most.0 {
            most = (live, step);
        }
        live = live.saturating_sub(end);
    }
    Ok(most)
}

/// What buffers are sorted by before they are placed.
type Key = fn(&Buffer) -> (Reverse<usize>, usize, Reverse<usize>);

/// The largest first; in the order of time; the largest product of size and time first; the longest first.
const ORDERS: [Key; 4] = [
    |buffer| (Reverse(buffer.aligned), buffer.first, Reverse(buffer.last)),
    |buffer| (Reverse(0), buffer.first, Reverse(buffer.aligned)),
    |buffer| (Reverse(buffer.aligned.saturating_mul(buffer.duration())), buffer.first, Reverse(0)),
    |buffer| (Reverse(buffer.duration()), buffer.first, Reverse(buffer.aligned)),
];

fn order(buffers: &[Buffer], key: Key) -> Vec<usize> {
    let mut keyed: Vec<_> = buffers.iter().map(key).zip(0_usize..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}

/// Gives every buffer a place, and the size of the arena.
fn place(buffers: &mut [Buffer], order: &[usize], best_fit: bool) -> Result<usize, TooLarge> {
    let mut placed: Vec<Buffer> = Vec::with_capacity(order.len());
    let mut arena = 0;
    for index in order {
        let Some(buffer) = buffers.get_mut(*index) else { continue };
        buffer.offset = gap(&placed, buffer, best_fit)?;
        arena = arena.max(buffer.offset.checked_add(buffer.aligned).ok_or(TooLarge)?);
        let after = placed.partition_point(|other| other.offset <= buffer.offset);
        placed.insert(after, *buffer);
    }
    Ok(arena)
}

/// A place for a buffer between those that are live at the same time; `placed` is sorted by offset.
fn gap(placed: &[Buffer], buffer: &Buffer, best_fit: bool) -> Result<usize, TooLarge> {
    let mut end = 0_usize;
    let mut best: Option<(usize, usize)> = None;
    for other in placed.iter().filter(|other| other.meets(buffer)) {
        let room = other.offset.saturating_sub(end);
        if room >= buffer.aligned && best.is_none_or(|(least, _)| room < least) {
            best = Some((room, end));
            if !best_fit {
                break;
            }
        }
        end = end.max(other.offset.checked_add(other.aligned).ok_or(TooLarge)?);
    }
    Ok(best.map_or(end, |(_, offset)| offset))
}
