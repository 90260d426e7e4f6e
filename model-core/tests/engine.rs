//! Arbitrary layers, arguments and shapes: no panic, and what must hold of every graph. `ROBUSTNESS=100` tries a hundred
//! times as many; `fuzz/` tries those that reach new code.

#[path = "engine/check.rs"]
mod check;

use self::check::{Tally, check};

#[test]
fn arbitrary_graphs() {
    let times = std::env::var("ROBUSTNESS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut all = Tally::default();
    for _ in 0..4_000 * times {
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let length = next() % 400;
        let bytes: Vec<u8> = (0..length).map(|_| (next() >> 40) as u8).collect();
        let tally = check(&bytes);
        all.layers += tally.layers;
        all.accepted += tally.accepted;
        all.refused += tally.refused;
        all.compared += tally.compared;
    }
    println!("{all:?}");
    assert!(all.accepted > 1_000 && all.compared > 500, "{all:?}");
}
