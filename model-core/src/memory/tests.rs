use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use std::println;

use self::graphs::{KINDS, Network, Random};
use super::*;

mod graphs;

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

/// Runs a schedule over its arena: every part of it remembers which tensor wrote it last, and every tensor that is read
/// must still be there. Unlike the planner it knows nothing of lifetimes. Parts begin where a tensor begins or ends.
#[track_caller]
fn replay(schedule: &Schedule, plan: &Plan, alignment: usize) {
    let bytes = |place: &Place| place.offset..place.offset + place.bytes;
    let ends = plan.places.iter().map(bytes).flat_map(|bytes| [bytes.start, bytes.end]);
    let ends: BTreeSet<usize> = ends.collect();
    assert!(ends.last().is_none_or(|last| *last <= plan.arena));
    let parts: BTreeMap<usize, usize> = ends.into_iter().zip(0..).collect();
    let mut arena: Vec<Option<usize>> = vec![None; parts.len()];
    let range = |tensor: usize| {
        let bytes = bytes(&plan.places[tensor]);
        assert_eq!(bytes.start % alignment, 0);
        parts[&bytes.start]..parts[&bytes.end]
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

/// The schedule of a network, and the alignment to plan it with.
fn random(make: fn(&mut Random) -> Network, seed: u64) -> (Schedule, usize) {
    let mut random = Random::new(seed);
    let Network { sizes, inputs, calls, outputs } = make(&mut random);
    let calls: Vec<(&[usize], &[usize], bool)> = calls
        .iter()
        .map(|(inputs, outputs, in_place)| (&**inputs, &**outputs, *in_place))
        .collect();
    (schedule(&sizes, inputs, &calls, &outputs), [1, 4, 16, 16, 64][random.below(5)])
}

fn spread(mut ratios: Vec<f64>) -> String {
    ratios.sort_by(f64::total_cmp);
    let (least, most) = (ratios[0], ratios[ratios.len() - 1]);
    format!("{least:.4} / {:.4} / {most:.4}", ratios[ratios.len() / 2])
}

/// No smaller arena than the bound exists, so what is asserted here is close to the best.
#[test]
#[allow(clippy::cast_precision_loss)]
fn arenas_of_random_networks_are_as_small_as_they_can_be() {
    let mut all = Vec::new();
    for (kind, make) in KINDS {
        let mut plans = Vec::new();
        for seed in 0..77 {
            let (schedule, alignment) = random(make, seed);
            let plan = plan(&schedule, alignment).expect("small sizes").expect("numbers");
            replay(&schedule, &plan, alignment);
            assert!(plan.peak <= plan.bound && plan.bound <= plan.arena, "{kind} {seed}");
            assert!(
                plan.arena <= plan.bound + plan.bound / 100,
                "{kind} {seed}: {} for {}",
                plan.arena,
                plan.bound
            );
            assert!(plan.work <= 2_010_000, "{kind} {seed}: {}", plan.work);
            plans.push(plan);
        }
        let of = |to: fn(&Plan) -> usize| {
            plans.iter().map(move |plan| plan.arena as f64 / to(plan) as f64)
        };
        println!(
            "{kind:>20}: arena / bound {}, arena / peak {}",
            spread(of(|plan| plan.bound).collect()),
            spread(of(|plan| plan.peak).collect())
        );
        all.append(&mut plans);
    }
    let of =
        |to: fn(&Plan) -> usize| all.iter().map(move |plan| plan.arena as f64 / to(plan) as f64);
    println!(
        "{:>20}: arena / bound {}, arena / peak {}",
        all.len(),
        spread(of(|plan| plan.bound).collect()),
        spread(of(|plan| plan.peak).collect())
    );
    let smallest = all.iter().filter(|plan| plan.arena == plan.bound).count();
    println!("{smallest} arenas meet the bound");
    assert!(smallest * 100 >= all.len() * 98);
}

#[test]
fn the_same_network_has_the_same_plan() {
    for (_, make) in KINDS {
        for seed in 0..5 {
            let (schedule, alignment) = random(make, seed);
            assert_eq!(plan(&schedule, alignment), plan(&schedule, alignment));
        }
    }
}
