//! Replay of the arenas of all golden models.

mod models;
#[path = "memory/networks.rs"]
mod networks;

use std::collections::{BTreeMap, BTreeSet};

use modelwright::{ArenaSlot, Model, Spec, model};

use crate::models::KERAS_3;
use crate::networks::NETWORKS;

/// True if `next` is computed in place of `before`.
fn takes_over(before: &ArenaSlot, next: &ArenaSlot) -> bool {
    before.last == next.first && before.range() == next.range() && before.first < next.first
}

/// Checks a plan by the generated constants alone.
fn replay(name: &str, spec: &Spec, alignment: usize) {
    let arena = spec.arena_bytes.expect("known sizes");
    let peak = spec.peak_activation_bytes.expect("known sizes");
    assert!(arena >= peak, "{name}");
    for (index, a) in spec.arena.iter().enumerate() {
        assert!(a.first <= a.last && a.range().end <= arena, "{name}: {a:?}");
        assert_eq!(a.offset % alignment, 0, "{name}: {a:?}");
        for b in &spec.arena[index + 1..] {
            let live_at_once = a.first <= b.last && b.first <= a.last;
            let overlap = a.offset < b.range().end && b.offset < a.range().end;
            let allowed = takes_over(a, b) || takes_over(b, a);
            assert!(!(live_at_once && overlap) || allowed, "{name}: {a:?} and {b:?} overlap");
        }
    }

    // Every tensor is still there when it is read. Rows show the reads of layers that are called once.
    let made: BTreeMap<_, _> =
        spec.arena.iter().map(|a| ((a.layer, a.call, a.output), a)).collect();
    for layer in spec.layers {
        let Some(output) = made.get(&(layer.name, 0, 0)) else { continue };
        if made.contains_key(&(layer.name, 1, 0)) {
            continue;
        }
        for input in layer.inputs {
            if let Some(read) = made.get(&(input.layer, input.call, input.output)) {
                assert!(
                    read.first < output.first && output.first <= read.last,
                    "{name}: {layer:?}"
                );
            }
        }
    }

    // The peak, step by step: what is taken over counts once.
    let steps = spec.arena.iter().map(|a| a.last).max().unwrap_or(0);
    let most = (0..=steps).map(|step| {
        let live = spec.arena.iter().filter(|a| (a.first..=a.last).contains(&step));
        let taken = |a: &ArenaSlot| spec.arena.iter().any(|b| b.first == step && takes_over(a, b));
        live.filter(|a| !taken(a)).map(|a| a.bytes).sum::<usize>()
    });
    assert_eq!(most.max(), Some(peak), "{name}");
}

/// The most bytes that are live in one step, each tensor filled up to the alignment but the one that this costs most. No
/// arena is smaller.
fn bound(spec: &Spec, alignment: usize) -> usize {
    let filling = |slot: &ArenaSlot| slot.bytes.next_multiple_of(alignment) - slot.bytes;
    let steps: BTreeSet<usize> = spec.arena.iter().map(|slot| slot.first).collect();
    let bytes = |step: usize| {
        let live = spec.arena.iter().filter(|slot| (slot.first..=slot.last).contains(&step));
        let taken = |slot: &ArenaSlot| {
            spec.arena.iter().any(|next| next.first == step && takes_over(slot, next))
        };
        let live: Vec<_> = live.filter(|slot| !taken(slot)).collect();
        let filled: usize = live.iter().map(|slot| slot.bytes + filling(slot)).sum();
        filled - live.iter().map(|slot| filling(slot)).max().unwrap_or(0)
    };
    steps.into_iter().map(bytes).max().unwrap_or(0)
}

/// Arenas beside the peak and the smallest that may be.
fn compare<'a>(specs: impl Iterator<Item = (&'a str, &'a Spec)>) {
    #[allow(clippy::cast_precision_loss)]
    let ratio = |a: usize, b: usize| a as f64 / b as f64;
    let mut ratios = Vec::new();
    for (name, spec) in specs {
        let (Some(peak), Some(arena)) = (spec.peak_activation_bytes, spec.arena_bytes) else {
            assert!(spec.layers.iter().any(|layer| layer.activation_bytes.is_none()), "{name}");
            println!("{name:>30}: a size is not known");
            continue;
        };
        replay(name, spec, 16);
        let bound = bound(spec, 16);
        println!(
            "{name:>30}: {:>4} tensors, peak {peak:>10}, arena {arena:>10}, {:.4} of the peak, {:.4} of the bound",
            spec.arena.len(),
            ratio(arena, peak),
            ratio(arena, bound),
        );
        assert_eq!(arena, bound, "{name}");
        assert!(arena * 100 <= peak * 102, "{name}");
        ratios.push(ratio(arena, peak));
    }
    ratios.sort_by(f64::total_cmp);
    let (least, median, most) = (ratios[0], ratios[ratios.len() / 2], ratios[ratios.len() - 1]);
    println!("arena / peak of {}: {least:.4} / {median:.4} / {most:.4}", ratios.len());
    assert!(median <= 1.0);
}

#[test]
fn arenas_of_golden_models_are_the_smallest() {
    compare(KERAS_3.iter().map(|(name, spec, ..)| (*name, *spec)));
}

#[test]
fn arenas_of_networks_are_the_smallest() {
    compare(NETWORKS.iter().copied());
}

model! {
    #[budget(params <= 600, trainable_params <= 600, param_bytes <= 2_400, macs <= 20_000, peak_activation_bytes <= 4 * 1024, arena_bytes <= 4 * 1024)]
    model Chain(x: [10, 10, 4]) -> [2] {
        x -> Conv2D(8, 3) -> BatchNormalization -> ReLU -> MaxPooling2D -> Flatten -> Dense(2)
    }
    #[align = 64]
    model Aligned(x: [10]) { x -> Dense(3) -> Dense(5) }
    #[align = 2 * HALF]
    model Packed(x: i64[10]) { x -> Embedding(5, 3, dtype = float16) -> GlobalAveragePooling1D(dtype = float16) }
    const HALF: usize = 1;
    model Skip(x: [100]) {
        let y = x -> Dense(50) -> Dense(100);
        x + y
    }
    model Unused(x: [100]) {
        let y = x -> Dense(10_000);
        x -> Dense(10)
    }
    model Block(x: [_, 8]) {
        let y = x -> Dense(300) -> ReLU -> Dense(8);
        y -> Sequential(Dense(40) -> ReLU -> Dense(20))
    }
    model Nested(x: [1, 8]) { x -> Block(name = "block") -> Dense(1) }
    model Unknown(x: [_, 8]) { x -> Dense(1) }
    model Twice(x: [8]) {
        let layer = Dense(8);
        x -> layer -> layer
    }
    model Shared(x: [8]) {
        let nested = Twice(name = "n");
        let chain = Sequential(nested -> ReLU, name = "c");
        x -> nested -> nested -> chain -> chain
    }
}

#[test]
fn the_peak_is_that_of_the_widest_step() {
    assert_eq!(chain::CONV2D.activation_bytes, Some(8 * 8 * 8 * 4));
    // Input and output of the convolution; what follows is in place or smaller.
    assert_eq!(Chain::PEAK_ACTIVATION_BYTES, (400 + 512 + 128) * 4 - 128 * 4);
    assert_eq!(Skip::PEAK_ACTIVATION_BYTES, (100 + 50 + 100) * 4);
    assert_eq!(Unused::PEAK_ACTIVATION_BYTES, 110 * 4);
    assert_eq!(Packed::PEAK_ACTIVATION_BYTES, 10 * 8 + 10 * 3 * 2);
    for (name, spec, alignment) in [
        ("chain", Chain::SPEC, 16),
        ("aligned", Aligned::SPEC, 64),
        ("packed", Packed::SPEC, 2),
        ("skip", Skip::SPEC, 16),
        ("nested", Nested::SPEC, 16),
    ] {
        replay(name, spec, alignment);
    }
    // The second tensor begins at the next multiple of 64, and ends where it ends.
    assert_eq!(Aligned::ARENA_BYTES, 64 + 3 * 4);
}

#[test]
fn nested_models_are_unfolded_on_the_sizes_they_are_called_with() {
    let layers: Vec<_> = Nested::ARENA.iter().map(|a| (a.layer, a.bytes)).collect();
    assert_eq!(
        layers,
        [
            ("x", 32),
            ("block/dense", 1200),
            ("block/re_lu", 1200),
            ("block/dense_1", 32),
            ("block/sequential/dense_2", 160),
            ("block/sequential/re_lu_1", 160),
            ("block/sequential/dense_3", 80),
            ("dense", 4),
        ]
    );
    assert_eq!(Nested::PEAK_ACTIVATION_BYTES, 1232);
    const { assert!(Nested::ARENA_BYTES == 1232) };
}

#[test]
fn every_slot_has_a_key_of_its_own() {
    let keys: Vec<_> = Shared::ARENA.iter().map(|slot| (slot.layer, slot.call)).collect();
    let expected = [("n/dense", 4), ("c/n/dense", 4), ("c/re_lu", 2)];
    assert_eq!(keys.len(), 1 + expected.iter().map(|(_, calls)| calls).sum::<usize>());
    for (layer, _) in expected {
        let calls = keys.iter().filter(|(found, _)| *found == layer).map(|(_, call)| *call);
        assert!(calls.clone().eq(0..calls.count()), "{layer}");
    }
    for (name, spec, ..) in KERAS_3 {
        let keys: BTreeSet<_> =
            spec.arena.iter().map(|slot| (slot.layer, slot.call, slot.output)).collect();
        assert_eq!(keys.len(), spec.arena.len(), "{name}");
    }
}

#[test]
fn own_layers_work_in_place_where_they_say_so() {
    model! {
        layer Scale(x: [.., c]) -> [.., c] { gamma: [c], in_place }
        layer Copy(x: [.., c]) -> [.., c] { gamma: [c] }
        model InPlace(x: [h, 100]) { x -> Scale -> Scale }
        model Copied(x: [h, 100]) { x -> Copy -> Copy }
        model Read(x: [100]) { let y = x -> Scale; y + (y -> Scale) }
    }
    assert_eq!(InPlace::peak_activation_bytes(3), 1200);
    assert_eq!(Copied::peak_activation_bytes(3), 2400);
    // What is read later is not overwritten.
    assert_eq!(Read::PEAK_ACTIVATION_BYTES, 800);
}

#[test]
fn memory_that_is_not_known_is_none() {
    assert_eq!((Unknown::PEAK_ACTIVATION_BYTES, Unknown::ARENA_BYTES), (None, None));
    assert_eq!(Unknown::ARENA, []);
    assert_eq!(unknown::DENSE.activation_bytes, None);
}
