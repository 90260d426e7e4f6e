//! A plan, run with names of tensors in place of numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use modelwright_core::plan::{Plan, StepId, Tensor, TensorId};

/// Features of plans that a test must cover.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Steps.
    pub steps: usize,
    /// Steps inside nested models and chains.
    pub nested: usize,
    /// Steps whose output is made in place of an input.
    pub in_place: usize,
    /// Steps of a layer that ran before.
    pub again: usize,
    /// True if there is an arena.
    pub arena: bool,
}

/// Runs a plan from what it says alone. Memory remembers which tensor was written where; a tensor that is read must be there
/// in full.
///
/// # Panics
///
/// Where a step reads what another tensor has overwritten, or was not written; where a tensor is written twice; where two
/// tensors of one step overlap, but for an output that is in place of an input; where lifetimes are not those of reads and
/// writes; where a variable is not used, or the ranges of the variables do not fill the buffer.
pub fn execute(name: &str, plan: Plan) -> Seen {
    plan.check().unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut seen = Seen { arena: plan.arena_bytes().is_some(), ..Seen::default() };
    let mut memory = Memory::default();
    let mut last = BTreeMap::new();
    let mut keys = BTreeSet::new();
    let mut used = BTreeSet::new();
    let inputs: Vec<Tensor> = plan.inputs().map(|(_, tensor)| tensor).collect();
    for tensor in &inputs {
        assert_eq!(tensor.first, StepId(0), "{name}: {tensor:?}");
        memory.write(name, plan, tensor);
    }
    for step in plan.steps() {
        let at = format!("{name}: step {} `{}`", step.id.0, step.path);
        let (reads, makes): (Vec<Tensor>, Vec<Tensor>) =
            (step.inputs().collect(), step.outputs().collect());
        for tensor in &reads {
            memory.read(&at, tensor);
            last.insert(tensor.id, step.id);
        }
        for (index, tensor) in makes.iter().enumerate() {
            assert_eq!(tensor.first, step.id, "{at}: {tensor:?}");
            for (place, input) in reads.iter().enumerate() {
                let is_in_place =
                    step.in_place.is_some_and(|input| reads[input].id == reads[place].id);
                if is_in_place {
                    assert_eq!(input.range(), tensor.range(), "{at} is in place");
                    assert!(makes.len() == 1 && input.last == step.id, "{at} is in place");
                } else {
                    assert!(!overlap(input, tensor), "{at} overwrites {input:?} with {tensor:?}");
                }
            }
            let others = &makes[..index];
            assert!(others.iter().all(|other| !overlap(other, tensor)), "{at}: {makes:?}");
        }
        makes.iter().for_each(|tensor| memory.write(&at, plan, tensor));
        used.extend(step.weights().map(|weight| weight.id));
        seen.steps += 1;
        seen.nested += usize::from(step.path.contains('/'));
        seen.in_place += usize::from(step.in_place.is_some());
        seen.again += usize::from(step.call > 0);
        assert!(keys.insert((step.path, step.call)), "{at}: call {} comes twice", step.call);
    }
    assert_eq!(seen.steps, plan.step_count(), "{name}");
    let end = StepId(plan.step_count() + 1);
    for tensor in plan.outputs() {
        memory.read(&format!("{name}: output"), &tensor);
        last.insert(tensor.id, end);
    }
    for tensor in plan.tensors() {
        let expected = last.get(&tensor.id).copied().unwrap_or(tensor.first);
        assert_eq!(tensor.last, expected, "{name}: {tensor:?}");
    }
    assert_eq!(memory.written, plan.tensor_count(), "{name}: every tensor is written");
    let mut end = 0;
    for variable in plan.variables() {
        let range = variable.range();
        assert_eq!(range.start, end, "{name}: {variable:?}");
        assert!(used.contains(&variable.id), "{name}: {variable:?} is not used");
        end = range.end;
    }
    assert_eq!(end, plan.params(), "{name}");
    assert_eq!(used.len(), plan.variable_count(), "{name}");
    seen
}

fn overlap(a: &Tensor, b: &Tensor) -> bool {
    match (a.range(), b.range()) {
        (Some(a), Some(b)) => a.start < b.end && b.start < a.end,
        _ => a.id == b.id,
    }
}

/// Placement of tensors. Without an arena, every tensor has its own memory.
#[derive(Default)]
struct Memory {
    live: Vec<(Option<Range<usize>>, TensorId)>,
    written: usize,
}

impl Memory {
    fn write(&mut self, at: &str, plan: Plan, tensor: &Tensor) {
        assert_eq!(tensor.id.0, self.written, "{at}: tensors are numbered as they are made");
        let range = tensor.range();
        let arena = plan.arena_bytes();
        assert_eq!(range.is_some(), arena.is_some(), "{at}: {tensor:?}");
        if let (Some(range), Some(arena), Some(alignment)) = (&range, arena, plan.alignment()) {
            assert!(range.end <= arena, "{at}: {tensor:?} ends behind the arena");
            assert_eq!(range.start % alignment, 0, "{at}: {tensor:?}");
            // A tensor of which one byte is overwritten is lost.
            self.live.retain(|(other, _)| {
                other.as_ref().is_none_or(|it| it.end <= range.start || range.end <= it.start)
            });
        }
        self.live.push((range, tensor.id));
        self.written += 1;
    }

    fn read(&self, at: &str, tensor: &Tensor) {
        let is_there =
            self.live.iter().any(|(range, id)| *id == tensor.id && *range == tensor.range());
        assert!(is_there, "{at} reads {tensor:?}, which is lost or was not written");
    }
}
