use alloc::vec::Vec;

use super::fit::place_all;
use super::search::LIMIT;
use super::*;

/// The first and the last step of a buffer, and its bytes.
type Row = (usize, usize, usize);

fn buffers(of: &[Row]) -> Vec<Buffer> {
    of.iter()
        .map(|(first, last, bytes)| Buffer { first: *first, last: *last, bytes: *bytes })
        .collect()
}

/// Numbers below `end` that look random.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |end| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits") % end
    }
}

/// So many buffers, live for up to `longest` of `steps` steps.
fn random(seed: u64, count: usize, steps: usize, longest: usize, bytes: usize) -> Vec<Buffer> {
    let mut below = numbers(seed);
    let buffer = |_| {
        let first = below(steps);
        Buffer { first, last: first + below(longest), bytes: 1 + below(bytes) }
    };
    (0..count).map(buffer).collect()
}

#[track_caller]
fn check_places(buffers: &[Buffer], alignment: usize, layout: &Layout) {
    let Layout { offsets, arena } = layout;
    assert_eq!(offsets.len(), buffers.len());
    let ends = offsets.iter().zip(buffers).map(|(offset, buffer)| offset + buffer.bytes);
    let ends: Vec<usize> = ends.collect();
    assert_eq!(ends.iter().max().unwrap_or(&0), arena);
    for (index, a) in buffers.iter().enumerate() {
        assert_eq!(offsets[index] % alignment, 0);
        for (other, b) in buffers.iter().enumerate().skip(index + 1) {
            let apart = ends[index] <= offsets[other] || ends[other] <= offsets[index];
            assert!(apart || !a.meets(b), "{a:?} and {b:?}");
        }
    }
}

#[track_caller]
fn check(buffers: &[Buffer], alignment: usize) -> Placement {
    let found = place(buffers, alignment).expect("small sizes");
    let layout = Layout { offsets: found.offsets.clone(), arena: found.arena };
    check_places(buffers, alignment, &layout);
    // The widest step, counted one by one.
    let filled = |buffer: &Buffer| buffer.bytes.next_multiple_of(alignment);
    let widest = buffers.iter().map(|buffer| {
        let live = || {
            buffers.iter().filter(|other| other.first <= buffer.first && buffer.first <= other.last)
        };
        let filling = live().map(|other| filled(other) - other.bytes).max().unwrap_or(0);
        live().map(filled).sum::<usize>() - filling
    });
    assert_eq!(widest.max().unwrap_or(0), found.bound);
    assert!(found.bound <= found.arena);
    found
}

/// The smallest arena of all orders. In the order of its offsets, every arrangement that is pushed down is found.
fn smallest(buffers: &[Buffer], alignment: usize) -> usize {
    fn orders(rest: &mut Vec<usize>, from: usize, each: &mut dyn FnMut(&[usize])) {
        if from == rest.len() {
            each(rest);
        }
        for index in from..rest.len() {
            rest.swap(from, index);
            orders(rest, from + 1, each);
            rest.swap(from, index);
        }
    }
    let mut smallest = usize::MAX;
    orders(&mut (0..buffers.len()).collect(), 0, &mut |order| {
        let layout = place_all(buffers, alignment, order, Fit::Lowest).expect("small sizes");
        smallest = smallest.min(layout.arena);
    });
    smallest
}

#[test]
fn few_buffers_have_the_smallest_arena_of_all() {
    for seed in 0..200 {
        let alignment = [1, 4][usize::from(seed % 2 == 0)];
        let buffers = random(seed, 6, 6, 4, 9);
        assert_eq!(check(&buffers, alignment).arena, smallest(&buffers, alignment), "seed {seed}");
    }
}

#[test]
fn some_buffers_need_more_than_is_ever_live() {
    let cases: [(&[Row], usize, usize); 2] = [
        (&[(0, 0, 4), (0, 2, 4), (1, 3, 3), (2, 4, 2), (3, 4, 2), (4, 5, 4), (5, 5, 4)], 9, 10),
        (&[(0, 0, 4), (0, 1, 3), (1, 2, 1), (1, 3, 2), (2, 3, 2), (3, 4, 3), (4, 4, 4)], 7, 8),
    ];
    for (of, bound, arena) in cases {
        for scale in [1, 100] {
            let scaled = of.iter().map(|(first, last, bytes)| (*first, *last, bytes * scale));
            let buffers = buffers(&scaled.collect::<Vec<_>>());
            let found = check(&buffers, 1);
            assert_eq!((found.bound, found.arena), (bound * scale, arena * scale));
            assert_eq!(found.arena, smallest(&buffers, 1));
            // The proof ends the search.
            assert!(found.work < LIMIT / 16);
        }
    }
}

#[test]
fn no_arena_is_larger_than_those_of_the_greedy_orders() {
    for seed in 0..200 {
        let buffers = random(seed, 3 + seed as usize % 60, 40, 12, 300);
        let found = check(&buffers, 16);
        for key in ORDERS {
            for fit in [Fit::Lowest, Fit::Tightest] {
                let greedy = place_all(&buffers, 16, &order(&buffers, key), fit);
                assert!(found.arena <= greedy.expect("small sizes").arena, "seed {seed}");
            }
        }
    }
}

#[test]
fn lists_of_neighbours_change_no_place() {
    for seed in 0..50 {
        let buffers = random(seed, 80, 40, 12, 300);
        let overlaps = Overlaps::of(&buffers, 16, usize::MAX).expect("small sizes");
        for key in ORDERS {
            for fit in [Fit::Lowest, Fit::Tightest] {
                let order = order(&buffers, key);
                let all = place_all(&buffers, 16, &order, fit).expect("small sizes");
                assert_eq!(overlaps.place(&order, fit).offsets, all.offsets);
            }
        }
    }
}

#[test]
fn the_work_has_a_limit() {
    // To set buffers aside, and to place all of them once, takes a look at each and its neighbours.
    for (count, longest) in [(200, 40), (1000, 20), (3000, 10), (3000, 60)] {
        let buffers = random(7, count, count, longest, 1000);
        let found = check(&buffers, 16);
        let pairs = overlaps::most_pairs(count);
        assert!(found.work <= LIMIT + 4 * (count + pairs), "{}", found.work);
    }
}

#[test]
fn many_buffers_of_random_sizes_are_close_to_the_bound() {
    for seed in 0..3 {
        // A chain with a skip at every step.
        let mut below = numbers(seed);
        let buffers: Vec<Buffer> = (0..1500)
            .map(|first| Buffer { first, last: first + 1 + below(8), bytes: 1 + below(4000) })
            .collect();
        let found = check(&buffers, 16);
        assert!(found.arena * 100 <= found.bound * 102, "seed {seed}: {found:?}");
        assert!(found.work > 0);
    }
}

#[test]
fn many_buffers_that_are_all_live_at_once_are_placed() {
    let buffers: Vec<Buffer> =
        (0..2000).map(|first| Buffer { first, last: 2000, bytes: 16 }).collect();
    assert!(Overlaps::of(&buffers, 16, overlaps::most_pairs(2000)).is_none());
    assert_eq!(check(&buffers, 16).arena, 32_000);
}

#[test]
fn very_many_buffers_are_placed_in_the_order_of_time() {
    // None ends before the last has begun.
    let apart = (0..LARGE + 1).map(|first| Buffer { first, last: 2 * LARGE, bytes: 16 });
    assert_eq!(
        place(&apart.collect::<Vec<_>>(), 16).map(|found| found.arena),
        Ok(16 * (LARGE + 1))
    );
    for seed in 0..50 {
        let buffers = random(seed, 200, 100, 30, 300);
        let layout = place_in_time(&buffers, 16).expect("small sizes");
        check_places(&buffers, 16, &layout);
        let bound = overlaps::bound(&buffers, 16).expect("small sizes");
        assert!(layout.arena <= bound + bound / 2, "seed {seed}");
    }
    let most = usize::MAX - 15;
    assert!(place_in_time(&buffers(&[(0, 1, most), (1, 2, 1)]), 16).is_none());
    let one_by_one = place_in_time(&buffers(&[(0, 1, most), (2, 3, most)]), 16);
    assert_eq!(one_by_one.map(|layout| layout.arena), Some(most));
}

#[test]
fn nothing_takes_no_memory() {
    assert_eq!(check(&[], 16).arena, 0);
    assert_eq!(check(&buffers(&[(0, 3, 0), (1, 2, 0)]), 16).arena, 0);
    // An empty tensor is in nobody's way, however small the arena is.
    assert_eq!(check(&buffers(&[(0, 3, 0), (1, 2, 5), (2, 3, 0), (2, 4, 3)]), 16).arena, 19);
}

#[test]
fn an_arena_that_overflows_is_an_error() {
    let max = usize::MAX;
    for alignment in [1, 16] {
        assert_eq!(place(&buffers(&[(0, 1, max)]), alignment).map(|found| found.arena), Ok(max));
        assert!(place(&buffers(&[(0, 1, max), (1, 2, 1)]), alignment).is_err());
        assert!(place(&buffers(&[(0, 1, max / 2), (1, 2, max / 2 + 2)]), alignment).is_err());
        // The sum overflows, but the arena does not.
        let one_by_one = buffers(&[(0, 1, max / 2), (2, 3, max / 2), (4, 5, max / 2)]);
        assert_eq!(place(&one_by_one, alignment).map(|found| found.arena), Ok(max / 2));
    }
}
