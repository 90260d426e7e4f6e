use alloc::vec;
use alloc::vec::Vec;

use super::*;

/// A schedule from the sizes of its tensors, the first `inputs` of which are inputs, and its calls: what each reads,
/// what it makes, and whether it may work in place.
fn schedule(
    sizes: &[usize],
    inputs: usize,
    calls: &[(&[usize], &[usize], bool)],
    outputs: &[usize],
) -> Schedule {
    let mut steps = vec![Step { outputs: (0..inputs).collect(), ..Step::default() }];
    steps.extend(calls.iter().map(|(inputs, outputs, in_place)| Step {
        inputs: inputs.to_vec(),
        outputs: outputs.to_vec(),
        in_place: *in_place,
    }));
    Schedule {
        tensors: sizes.iter().map(|bytes| Tensor::new("t".into(), 0, 0, *bytes)).collect(),
        steps,
        outputs: outputs.to_vec(),
    }
}

/// Runs a schedule over its arena: every byte remembers which tensor wrote it last, and every tensor that is read
/// must still be there. Unlike the planner it knows nothing of lifetimes.
#[track_caller]
fn replay(schedule: &Schedule, plan: &Plan, alignment: usize) {
    let mut arena: Vec<Option<usize>> = vec![None; plan.arena];
    let range = |tensor: usize| {
        let Place { offset: start, bytes: size, .. } = plan.places[tensor];
        assert_eq!(start % alignment, 0);
        start..start + size
    };
    let read = |arena: &[Option<usize>], tensor: usize| {
        assert!(
            arena[range(tensor)].iter().all(|owner| *owner == Some(tensor)),
            "{tensor} is lost"
        );
    };
    for step in &schedule.steps {
        for input in &step.inputs {
            read(&arena, *input);
        }
        for output in &step.outputs {
            for input in &step.inputs {
                let (a, b) = (range(*input), range(*output));
                let apart = a.end <= b.start || b.end <= a.start;
                assert!(apart || (step.in_place && a == b), "{output} overwrites {input}");
            }
            arena[range(*output)].fill(Some(*output));
        }
        for output in &step.outputs {
            read(&arena, *output);
        }
    }
    for output in &schedule.outputs {
        read(&arena, *output);
    }
}

#[track_caller]
fn check(schedule: &Schedule, peak: usize, arena: usize) {
    let found = plan(schedule, 16).expect("small sizes").expect("numbers");
    assert_eq!((found.peak, found.arena), (peak, arena));
    replay(schedule, &found, 16);
}

#[test]
fn a_tensor_dies_after_its_last_use() {
    let chain: &[(&[usize], &[usize], bool)] =
        &[(&[0], &[1], false), (&[1], &[2], false), (&[2], &[3], false)];
    check(&schedule(&[32, 64, 16, 48], 1, chain, &[3]), 96, 96);
    // The first tensor is used again at the end.
    let skip: &[(&[usize], &[usize], bool)] =
        &[(&[0], &[1], false), (&[1], &[2], false), (&[2, 0], &[3], false)];
    check(&schedule(&[32, 64, 16, 48], 1, skip, &[3]), 112, 112);
}

#[test]
fn a_call_in_place_takes_no_memory() {
    let calls: &[(&[usize], &[usize], bool)] = &[(&[0], &[1], true), (&[1], &[2], true)];
    check(&schedule(&[32, 32, 32], 1, calls, &[2]), 32, 32);
    // An output of the model stays as it is.
    check(&schedule(&[32, 32, 32], 1, calls, &[1, 2]), 64, 64);
    // What is read later stays as well.
    let calls: &[(&[usize], &[usize], bool)] =
        &[(&[0], &[1], true), (&[1], &[2], true), (&[1, 2], &[3], true)];
    check(&schedule(&[32, 32, 32, 32], 1, calls, &[3]), 64, 64);
    // Other sizes do not fit.
    let calls: &[(&[usize], &[usize], bool)] = &[(&[0], &[1], true)];
    check(&schedule(&[32, 48], 1, calls, &[1]), 80, 80);
}

#[test]
fn tensors_begin_at_multiples_of_the_alignment() {
    let calls: &[(&[usize], &[usize], bool)] = &[(&[0], &[1], false)];
    let small = schedule(&[4, 4], 1, calls, &[1]);
    // The last tensor is not filled up.
    check(&small, 8, 20);
    for alignment in [1, 4, 64] {
        let found = plan(&small, alignment).expect("small sizes").expect("numbers");
        assert_eq!((found.peak, found.arena), (8, alignment.max(4) + 4));
        replay(&small, &found, alignment);
    }
}

#[test]
fn what_cannot_be_counted_is_an_error() {
    let calls: &[(&[usize], &[usize], bool)] = &[(&[0], &[1], false)];
    assert!(plan(&schedule(&[usize::MAX, 4], 1, calls, &[1]), 16).is_err());
    assert!(plan(&schedule(&[usize::MAX / 2, usize::MAX / 2 + 2], 1, calls, &[1]), 1).is_err());
}

/// A fixed sequence of numbers that look random.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits") % below
    }
}

#[test]
fn no_plan_of_a_random_graph_loses_a_tensor() {
    for seed in 0..500 {
        let mut random = numbers(seed);
        let mut sizes = vec![8 * (1 + random(8))];
        let mut calls = Vec::new();
        for _ in 0..1 + random(30) {
            let inputs: Vec<usize> = (0..1 + random(3)).map(|_| random(sizes.len())).collect();
            let in_place = random(2) == 0;
            let made = if in_place { 1 } else { 1 + random(2) };
            let outputs: Vec<usize> = (0..made).map(|index| sizes.len() + index).collect();
            let of_input = sizes[inputs[0]];
            sizes.extend((0..made).map(|_| if in_place { of_input } else { 8 * (1 + random(8)) }));
            calls.push((inputs, outputs, in_place));
        }
        let calls: Vec<(&[usize], &[usize], bool)> = calls
            .iter()
            .map(|(inputs, outputs, in_place)| (&**inputs, &**outputs, *in_place))
            .collect();
        let outputs = [sizes.len() - 1, random(sizes.len())];
        let graph = schedule(&sizes, 1, &calls, &outputs);
        let alignment = [1, 8, 16, 64][random(4)];
        let found = plan(&graph, alignment).expect("small sizes").expect("numbers");
        assert!(found.arena >= found.peak, "seed {seed}");
        replay(&graph, &found, alignment);
    }
}
