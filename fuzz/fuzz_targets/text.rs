//! Arbitrary text.

#![no_main]

mod front_end;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| front_end::check(source));
