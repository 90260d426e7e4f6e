//! Arbitrary layers on arbitrary shapes.

#![no_main]

#[path = "../../model-core/tests/engine/check.rs"]
mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check::check(bytes);
});
