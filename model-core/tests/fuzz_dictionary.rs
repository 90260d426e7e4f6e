//! `fuzz/model.dict` has every word of the table of classes. `BLESS=1` writes that part of it anew; the part above, with
//! the words and pieces of the language, is written by hand.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use modelwright_core::layers::{COMMON, classes, words};
use modelwright_core::spec::DType;
use modelwright_testing::blessed::expect_file;
use modelwright_testing::repository;

/// Text between both parts.
const MARK: &str = "\n# From the table of classes, by `BLESS=1 cargo test -p modelwright-core --test fuzz_dictionary`.\n";
/// libFuzzer takes no longer words.
const LONGEST: usize = 64;

#[test]
fn the_dictionary_of_the_fuzzers_is_up_to_date() {
    let path = repository("fuzz/model.dict");
    let found = std::fs::read_to_string(&path).expect("a readable dictionary");
    let by_hand = found.split(MARK).next().unwrap_or_default();
    let wanted = format!("{by_hand}{MARK}{}", vocabulary());
    expect_file(path, &wanted);
    for line in wanted.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let word = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        assert!(word.is_some_and(|word| (1..=LONGEST).contains(&word.len())), "{line}");
    }
}

/// Names of classes and parameters, words, and the names of other libraries, each once.
fn vocabulary() -> String {
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for class in classes() {
        all.insert(class.name);
        all.extend(class.aliases);
        all.extend(class.parameters.iter().map(|parameter| parameter.name));
        all.extend(class.parameters.iter().flat_map(|parameter| parameter.kind.words()));
    }
    all.extend(COMMON.iter().map(|parameter| parameter.name));
    all.extend(DType::ALL.iter().map(|(name, _)| *name));
    all.extend(words::MIXED_POLICIES);
    for pairs in [
        words::SYNONYMS,
        words::FUNCTIONS,
        words::ARGUMENT_SYNONYMS,
        words::LEFT_OUT,
        words::WORD_SYNONYMS,
    ] {
        all.extend(pairs.iter().map(|(foreign, _)| *foreign));
    }
    all.into_iter().fold(String::new(), |mut text, word| {
        let _ = writeln!(text, "{word:?}");
        text
    })
}
