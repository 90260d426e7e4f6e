//! Lifetimes of tensors, and live bytes.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Schedule, Step};
use crate::dim::{Dim, DimError};
use crate::size::{Least, Sizes};

/// Maximum number of terms computed to drop dominated steps. Steps kept beyond
/// that is computed in vain, and changes nothing.
const WORK_LIMIT: usize = 200_000;

/// When a tensor is live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifetime {
    /// The step that makes it; the inputs of the model are made in step 0.
    pub first: usize,
    /// The last step that reads it; for an output of the model, one after the last step.
    pub last: usize,
}

/// Live bytes of one step: `bytes`, or fewer for sizes at which the call works in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Bytes of all tensors, without an output that is in place for all sizes.
    pub bytes: Dim,
    /// The output that is in place for some sizes only.
    pub in_place: Option<InPlace>,
}

/// An output that is made in place of one of these inputs, where one has as many bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPlace {
    /// Bytes of the output.
    pub output: Dim,
    /// Bytes of each input that nothing reads later.
    pub inputs: Vec<Dim>,
}

impl Live {
    /// The number of bytes as an expression of Rust over `i128`, with the symbols as variables of their names.
    #[must_use]
    pub fn expression(&self) -> String {
        // A schedule has no tensor of unknown size.
        let text = |dim: &Dim| dim.expression().unwrap_or_default();
        let bytes = text(&self.bytes);
        let Some(InPlace { output, inputs }) = &self.in_place else { return bytes };
        let output = text(output);
        let same: Vec<String> =
            inputs.iter().map(|input| format!("({}) == ({output})", text(input))).collect();
        format!("{bytes} - if {} {{ {output} }} else {{ 0 }}", same.join(" || "))
    }

    /// The sizes that the expression computes with.
    pub fn sizes(&self) -> impl Iterator<Item = &Dim> {
        let in_place = self.in_place.iter();
        let more = in_place.flat_map(|it| it.inputs.iter().chain([&it.output]));
        [&self.bytes].into_iter().chain(more)
    }

    /// Fewer bytes are live for no sizes.
    fn least(&self) -> Result<Dim, DimError> {
        match &self.in_place {
            Some(in_place) => self.bytes.minus(&in_place.output),
            None => Ok(self.bytes.clone()),
        }
    }
}

/// When each tensor is live.
pub(super) fn lifetimes(schedule: &Schedule) -> Vec<Lifetime> {
    let mut lifetimes = vec![Lifetime::default(); schedule.tensors.len()];
    for (step, tensors) in schedule.steps.iter().enumerate() {
        for output in &tensors.outputs {
            if let Some(lifetime) = lifetimes.get_mut(*output) {
                *lifetime = Lifetime { first: step, last: step };
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

/// The inputs of a step in whose place its output may be made, if it has as many bytes.
pub(super) fn replaceable<'a>(
    step: &'a Step,
    number: usize,
    lifetimes: &'a [Lifetime],
) -> impl Iterator<Item = usize> + 'a {
    let dies = move |input: &usize| lifetimes.get(*input).is_some_and(|it| it.last == number);
    let may = step.in_place && step.outputs.len() == 1;
    step.inputs.iter().copied().filter(move |input| may && dies(input))
}

/// Live bytes of each step, from the inputs of the model to its outputs.
pub(super) fn live(
    schedule: &Schedule,
    lifetimes: &[Lifetime],
    least: &Least,
) -> Result<Vec<Live>, DimError> {
    let steps = schedule.steps.len() + 1;
    let zero = Dim::Known(0);
    let (mut begin, mut end) = (vec![zero.clone(); steps], vec![zero.clone(); steps]);
    for (tensor, lifetime) in schedule.tensors.iter().zip(lifetimes) {
        for (sums, step) in [(&mut begin, lifetime.first), (&mut end, lifetime.last)] {
            if let Some(sum) = sums.get_mut(step) {
                *sum = sum.plus(&tensor.bytes)?;
            }
        }
    }
    let size = |tensor: usize| schedule.tensors.get(tensor).map(|tensor| tensor.bytes.clone());
    let allowance = Allowance::of(schedule);
    let mut sum = zero;
    let mut live = Vec::with_capacity(steps);
    for (number, (begin, end)) in begin.into_iter().zip(end).enumerate() {
        let before = sum.clone();
        sum = sum.plus(begin)?;
        let mut found = Live { bytes: sum.clone(), in_place: None };
        if let Some(step) = schedule.steps.get(number)
            && let Some(output) = step.outputs.first().and_then(|output| size(*output))
        {
            let mut inputs: Vec<Dim> =
                replaceable(step, number, lifetimes).filter_map(size).collect();
            if inputs.contains(&output) {
                found.bytes = before;
                inputs.clear();
            }
            inputs.retain(|input| allowance.is_used_up() || !never_equal(input, &output, least));
            if !inputs.is_empty() {
                found.in_place = Some(InPlace { output, inputs });
            }
        }
        live.push(found);
        sum = sum.minus(end)?;
    }
    Ok(live)
}

/// The terms that may be computed of the symbols of a schedule.
struct Allowance<'a> {
    /// `None` where all sizes are numbers, with which there is nothing to compute.
    sizes: Option<&'a Sizes>,
    start: usize,
}

impl<'a> Allowance<'a> {
    fn of(schedule: &'a Schedule) -> Self {
        let sizes = schedule.tensors.iter().find_map(|tensor| match &tensor.bytes {
            Dim::Symbolic(size) => Some(size.sizes()),
            Dim::Known(_) | Dim::Unknown => None,
        });
        Self { sizes, start: sizes.map_or(0, Sizes::work) }
    }

    fn is_used_up(&self) -> bool {
        self.sizes.is_some_and(|sizes| sizes.work() - self.start > WORK_LIMIT)
    }
}

fn never_equal(a: &Dim, b: &Dim, least: &Least) -> bool {
    let above = |a: &Dim, b: &Dim| b.plus(1).is_ok_and(|next| a.is_at_least(&next, least));
    above(a, b) || above(b, a)
}

/// The steps whose largest is the most that is live at once, for all sizes of the symbols that are possible.
///
/// A step is left out where another one is at least as large for all sizes, if that is easily proved.
pub fn peak(schedule: &Schedule, least: &Least) -> Result<Vec<Live>, DimError> {
    let mut kept: Vec<Live> = Vec::new();
    let steps = live(schedule, &lifetimes(schedule), least)?;
    let allowance = Allowance::of(schedule);
    for step in steps {
        if kept.contains(&step) {
            continue;
        }
        let above = |a: &Live, b: &Live| {
            !allowance.is_used_up()
                && a.least().is_ok_and(|bytes| bytes.is_at_least(&b.bytes, least))
        };
        if kept.iter().any(|other| above(other, &step)) {
            continue;
        }
        kept.retain(|other| !above(&step, other));
        kept.push(step);
    }
    Ok(kept)
}
