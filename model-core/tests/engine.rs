//! Arbitrary layers, arguments and shapes: no panic, and what must hold of every graph. `ROBUSTNESS=100` tries a hundred
//! times as many; `fuzz/` tries those that reach new code.

use modelwright_testing::graphs::{Tally, check};
use modelwright_testing::times;

#[test]
fn arbitrary_graphs() {
    let mut random = fastrand::Rng::with_seed(1);
    let mut all = Tally::default();
    for _ in 0..4_000 * times() {
        let length = random.usize(..400);
        let bytes: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
        let tally = check(&bytes);
        all.layers += tally.layers;
        all.accepted += tally.accepted;
        all.refused += tally.refused;
        all.compared += tally.compared;
        all.plans += tally.plans;
        all.seen.iter_mut().zip(tally.seen).for_each(|(all, seen)| *all += seen);
    }
    println!("{all:?}");
    assert!(all.accepted > 1_000 && all.compared > 500, "{all:?}");
    assert!(all.plans > 1_000 && all.seen.iter().all(|count| *count > 100), "{all:?}");
}
