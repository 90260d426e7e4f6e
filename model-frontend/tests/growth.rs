//! Time and memory of everything in the language that can repeat or nest, at sizes of `n`, `2n` and `4n`: both grow in
//! proportion.
//!
//! Time is that of the processor, in this thread; memory is the peak of what is allocated, so this is the only test of its
//! program. `GROWTH=4` takes sizes four times as large, `GROWTH_OF=loops` only kinds with that in their names.

mod kinds;

use std::time::Duration;

use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;

use self::kinds::{Kind, kinds};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Growth that is accepted from `n` to `4n`, times that of the kind: less than what one more power of `n` makes of it.
const FACTOR: f64 = 2.0;
/// Less than these is too little to be compared.
const TIME: Duration = Duration::from_millis(4);
const BYTES: f64 = 128.0 * 1024.0;
/// Times that a kind is measured before it is too slow: other processes disturb caches.
const ATTEMPTS: usize = 6;

/// Time and peak of one expansion.
#[derive(Clone, Copy, Debug)]
struct Cost {
    time: Duration,
    bytes: f64,
}

/// Expands a program in a thread of its own, where nothing of an earlier one is left; `None` where it is larger than the
/// language takes.
fn cost(kind: &Kind, size: usize) -> Option<Cost> {
    let source = (kind.source)(size);
    let run = move || {
        let tokens = source.parse().expect("tokens");
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = ThreadTime::now();
        let items = modelwright_frontend::expand(tokens);
        let time = start.elapsed();
        let bytes = MEMORY.peak_usage().saturating_sub(before);
        #[expect(clippy::cast_precision_loss, reason = "no program takes so much")]
        let cost = Cost { time, bytes: bytes as f64 };
        (cost, items.to_string())
    };
    let (cost, items) = std::thread::spawn(run).join().expect("no panic");
    let error = items.find("compile_error").map(|from| items[from..].chars().take(300));
    let error = error.map(|text| text.collect::<String>());
    let is_too_large = error
        .as_ref()
        .is_some_and(|error| ["more than", "at most"].iter().any(|limit| error.contains(limit)));
    if is_too_large && !kind.fails {
        return None;
    }
    assert_eq!(error.is_some(), kind.fails, "{} of size {size}: {error:?}", kind.name);
    Some(cost)
}

/// Growth from `n` to `4n`, of time and of memory.
fn growth(costs: &[Cost; 3]) -> [f64; 2] {
    let [few, _, many] = costs;
    let time = many.time.as_secs_f64() / few.time.max(TIME).as_secs_f64();
    [time, many.bytes / few.bytes.max(BYTES)]
}

#[test]
fn time_and_memory_grow_in_proportion() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let scale: usize = number("GROWTH").unwrap_or(1);
    let only = std::env::var("GROWTH_OF").unwrap_or_default();
    let mut failures = Vec::new();
    let mut names = std::collections::BTreeSet::new();
    for kind in kinds() {
        assert!(names.insert(kind.name), "{} is there twice", kind.name);
        if !kind.name.contains(&*only) {
            continue;
        }
        let least = kind.most.map_or(kind.size * scale, |most| (kind.size * scale).min(most / 4));
        let sizes = [least, 2 * least, 4 * least];
        let limit = FACTOR * 4_f64.powi(kind.power);
        let [Some(few), Some(some), Some(many)] = sizes.map(|size| cost(&kind, size)) else {
            assert!(scale > 1, "{} is larger than the language takes", kind.name);
            println!("{:<40} {:>6} is larger than the language takes", kind.name, sizes[2]);
            continue;
        };
        let mut costs = [few, some, many];
        for _ in 1..ATTEMPTS {
            if growth(&costs).iter().all(|growth| *growth <= limit) {
                break;
            }
            for (best, size) in costs.iter_mut().zip(sizes) {
                best.time = best.time.min(cost(&kind, size).map_or(best.time, |cost| cost.time));
            }
        }
        let [time, memory] = growth(&costs);
        let line = format!(
            "{:<40} {:>6} {:>9.1?} {:>9.1?} {:>9.1?} x{time:<5.1} {:>8.0} KiB x{memory:.1}",
            kind.name,
            sizes[0],
            costs[0].time,
            costs[1].time,
            costs[2].time,
            costs[2].bytes / 1024.0,
        );
        println!("{line}");
        if time > limit || memory > limit {
            failures.push(line);
        }
    }
    assert!(failures.is_empty(), "these grow faster than their size:\n{}", failures.join("\n"));
}
