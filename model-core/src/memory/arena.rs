//! One arena for all tensors of a schedule.

use alloc::vec;
use alloc::vec::Vec;

use super::Schedule;
use super::live::{self, Lifetime, live};
use super::placement::{Buffer, Placement, place};
use crate::dim::DimError;
use crate::polynomial::Least;

/// Where tensors begin unless a model says otherwise: at multiples of this many bytes.
pub const DEFAULT_ALIGNMENT: usize = 16;

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
    /// No arena is smaller: the most bytes that are live at once, with what alignment adds.
    pub bound: usize,
    /// Number of buffers visited in search of a smaller arena than the first one found.
    pub work: usize,
    /// For each tensor of the schedule, its time and place.
    pub places: Vec<Place>,
}

/// Finds a place for every tensor: tensors that are live at once lie apart, and every one begins at a multiple of
/// `alignment`. `None` where a size is not a number.
///
/// Peak: the most bytes that are live at once, without what alignment adds.
pub fn plan(schedule: &Schedule, alignment: usize) -> Result<Option<Plan>, DimError> {
    let sizes: Option<Vec<usize>> =
        schedule.tensors.iter().map(|tensor| tensor.bytes.known()).collect();
    let Some(sizes) = sizes else { return Ok(None) };
    let lifetimes = live::lifetimes(schedule);
    let (peak, peak_step) = peak(schedule, &lifetimes)?;
    let (buffers, buffer_of) = buffers(schedule, &lifetimes, &sizes);
    let Placement { offsets, arena, bound, work } = place(&buffers, alignment)?;
    let tensors = lifetimes.into_iter().zip(sizes).zip(buffer_of);
    let places = tensors.map(|((lifetime, bytes), buffer)| {
        let offset = offsets.get(buffer).copied().unwrap_or(0);
        Place { lifetime, offset, bytes }
    });
    Ok(Some(Plan { peak, peak_step, arena, bound, work, places: places.collect() }))
}

/// The most bytes that are live at once, and the first step in which they are.
fn peak(schedule: &Schedule, lifetimes: &[Lifetime]) -> Result<(usize, usize), DimError> {
    let mut peak = (0, 0);
    for (step, live) in live(schedule, lifetimes, &Least::default())?.into_iter().enumerate() {
        let bytes = live.bytes.known().ok_or(DimError::TooLarge)?;
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
                    buffers.push(Buffer { first, last, bytes: *bytes });
                }
            }
            if let Some(slot) = buffer_of.get_mut(*output) {
                *slot = index;
            }
        }
    }
    (buffers, buffer_of)
}
