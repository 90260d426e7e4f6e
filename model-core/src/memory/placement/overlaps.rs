//! Buffers that are live at once, found once in the order of time.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use super::Buffer;
use crate::dim::DimError;

/// Most pairs of buffers that are live at once for which lists of neighbours are kept: an eighth of all pairs, beyond which
/// they are no faster than to look at all buffers; 65,536 if that is more, and 2,097,152 if that is less.
pub(super) fn most_pairs(buffers: usize) -> usize {
    (buffers.saturating_mul(buffers) / 16).clamp(1 << 16, 1 << 21)
}

/// Buffers with their neighbours, those that are live in a step of theirs. The sum of all sizes is a number, so no sum
/// of some of them overflows.
pub(super) struct Overlaps {
    pub(super) alignment: usize,
    pub(super) slots: Vec<Slot>,
}

/// A buffer with its neighbours.
pub(super) struct Slot {
    pub(super) buffer: Buffer,
    /// Bytes up to where the next buffer may begin.
    pub(super) size: usize,
    pub(super) neighbours: Vec<usize>,
}

impl Overlaps {
    /// `None` where there are more than `most` pairs, or where the sum of all sizes overflows.
    pub(super) fn of(buffers: &[Buffer], alignment: usize, most: usize) -> Option<Self> {
        let mut slots = Vec::with_capacity(buffers.len());
        let mut sum = 0_usize;
        for buffer in buffers {
            let size = buffer.bytes.checked_next_multiple_of(alignment)?;
            sum = sum.checked_add(size)?;
            slots.push(Slot { buffer: *buffer, size, neighbours: Vec::new() });
        }
        let mut pairs = 0_usize;
        let mut live: Vec<usize> = Vec::new();
        for index in in_time(buffers) {
            let Some(buffer) = buffers.get(index) else { continue };
            live.retain(|other| buffers.get(*other).is_some_and(|it| it.last >= buffer.first));
            pairs = pairs.saturating_add(live.len());
            if pairs > most {
                return None;
            }
            for other in &live {
                if let Some(slot) = slots.get_mut(*other) {
                    slot.neighbours.push(index);
                }
            }
            if let Some(slot) = slots.get_mut(index) {
                slot.neighbours.extend_from_slice(&live);
            }
            live.push(index);
        }
        Some(Self { alignment, slots })
    }
}

/// The buffers that have bytes, in the order in which they begin.
pub(super) fn in_time(buffers: &[Buffer]) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> =
        buffers.iter().map(|buffer| buffer.first).zip(0..).collect();
    order.retain(|(_, index)| buffers.get(*index).is_some_and(|buffer| buffer.bytes > 0));
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

/// The most bytes that are live in one step, each buffer filled up to the alignment but the one that this costs most:
/// only what lies on top is not filled up.
pub(super) fn bound(buffers: &[Buffer], alignment: usize) -> Result<usize, DimError> {
    let filling = |buffer: &Buffer| match buffer.bytes % alignment {
        0 => 0,
        rest => alignment.saturating_sub(rest),
    };
    // Fewer than 2^64 numbers below 2^65.
    let filled = |buffer: &Buffer| buffer.bytes as u128 + filling(buffer) as u128;
    let in_time: Vec<&Buffer> = in_time(buffers).iter().filter_map(|i| buffers.get(*i)).collect();
    let mut ending = in_time.clone();
    ending.sort_unstable_by_key(|buffer| buffer.last);
    let mut ending = ending.into_iter().peekable();
    let mut sum = 0_u128;
    // How many buffers are filled up by so much.
    let mut fillings: BTreeMap<usize, usize> = BTreeMap::new();
    let mut bound = 0;
    for buffer in in_time {
        while let Some(ended) = ending.next_if(|ended| ended.last < buffer.first) {
            sum -= filled(ended);
            if let Entry::Occupied(mut count) = fillings.entry(filling(ended)) {
                *count.get_mut() -= 1;
                if *count.get() == 0 {
                    count.remove();
                }
            }
        }
        sum += filled(buffer);
        if filling(buffer) > 0 {
            *fillings.entry(filling(buffer)).or_default() += 1;
        }
        let most = fillings.last_key_value().map_or(0, |(most, _)| *most);
        bound = bound.max(sum - most as u128);
    }
    usize::try_from(bound).map_err(|_| DimError::TooLarge)
}
