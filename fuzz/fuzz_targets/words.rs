//! Arbitrary words of the language.

#![no_main]

mod front_end;
#[path = "../../model-frontend/src/tests/words.rs"]
mod words;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

use self::words::Words;

static WORDS: OnceLock<Words> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| front_end::check(&WORDS.get_or_init(Words::new).program(bytes)));
