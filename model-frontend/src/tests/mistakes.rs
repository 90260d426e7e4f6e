//! One mistake is one error: every example and every program of the documentation, broken in many places.
//!
//! `tests/mistakes.rs` asks the compiler about some of them, with the code around.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use modelwright_core::diagnostic::Diagnostics;
use modelwright_testing::mistakes::{Kind, calls, mistakes, programs};
use proc_macro2::TokenStream;

use crate::{eval, report, syntax};

/// Mistakes of each program, unless the environment says how many.
const COUNT: usize = 60;

/// The errors of all calls in a program; none where they are no tokens.
fn errors(source: &str) -> Option<Vec<String>> {
    let mut errors = Vec::new();
    for call in calls(source) {
        let tokens: TokenStream = source.get(call)?.parse().ok()?;
        let mut diagnostics = Diagnostics::default();
        let parsed = syntax::parse(tokens, &mut diagnostics);
        drop(eval::evaluate(&parsed, &mut diagnostics));
        errors
            .extend(report::messages(diagnostics, &parsed.spans).into_iter().map(|(_, text)| text));
    }
    Some(errors)
}

#[test]
fn one_mistake_is_one_error() {
    let count = std::env::var("MISTAKES").ok().and_then(|text| text.parse().ok()).unwrap_or(COUNT);
    let mut counts: BTreeMap<_, [usize; 3]> = BTreeMap::new();
    let (mut failures, mut failed) = (String::new(), 0);
    for (name, source) in programs() {
        assert_eq!(errors(&source), Some(Vec::new()), "{name}");
        for mistake in mistakes(&source, count) {
            let Some(errors) = errors(&mistake.source) else { continue };
            let counts = counts.entry(mistake.kind).or_default();
            counts[errors.len().min(2)] += 1;
            if errors.len() > 1 {
                failed += 1;
                let [right, wrong] = &mistake.lines;
                let _ = writeln!(failures, "{name}, {}:\n  - {right}\n  + {wrong}", mistake.kind);
                for error in errors {
                    let _ =
                        writeln!(failures, "      {}", error.lines().next().unwrap_or_default());
                }
            }
        }
    }
    println!("kind, no error, one, several");
    for (kind, [none, one, several]) in &counts {
        println!("{kind:18} {none:6} {one:6} {several:6}");
    }
    // Of what is misspelt or left out there is one error. Where a number, an argument or a line is another, what two places
    // say of it may both be true.
    for kind in [Kind::MisspeltWord, Kind::WrongCase, Kind::MissingToken, Kind::DoubledToken] {
        assert_eq!(
            counts.get(&kind).map(|[_, _, several]| *several),
            Some(0),
            "{kind}:\n{failures}"
        );
    }
    let tried: usize = counts.values().flatten().sum();
    assert!(failed * 50 <= tried, "{failed} of {tried} mistakes are several errors:\n{failures}");
}

/// The limits are of the whole call: models after the one that exceeds them add nothing.
#[test]
fn an_exceeded_limit_is_one_error() {
    let many = |item: &dyn Fn(usize) -> String| (1..45).map(item).collect::<String>();
    let body = "let mut y = x; for _ in 0..390 { y = y -> Dense(8); } y";
    let layers = format!("model M0(x: [8]) {{ {body} }} ");
    let steps = "model M0(x: [8]) { for _ in 0..2_000_000 { let y = 1; } x -> Dense(8) } ";
    let chain = many(&|i| format!("model M{i}(x: [8]) {{ x -> M{} }} ", i - 1));
    let apart = many(&|i| format!("model M{i}(x: [8]) {{ x -> Dense(8) }} "));
    let costly = many(&|i| format!("model M{i}(x: [8]) {{ {body} }} "));
    for (name, items) in [
        ("chain after layers", format!("{layers}{chain}")),
        ("chain after steps", format!("{steps}{chain}")),
        ("apart after steps", format!("{steps}{apart}")),
        ("all of them", costly),
    ] {
        let errors = errors(&format!("model! {{ {items} }}")).unwrap_or_default();
        assert_eq!(errors.len(), 1, "{name}: {errors:#?}");
    }
}
