//! Arbitrary layers on arbitrary shapes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use modelwright_testing::graphs::check;

fuzz_target!(|bytes: &[u8]| {
    check(bytes);
});
