//! Arbitrary words of the language.

#![no_main]

mod front_end;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use modelwright_testing::words::Words;

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

fuzz_target!(|bytes: &[u8]| front_end::check(&WORDS.program(bytes)));
