//! The same tokens give the same items: in another process, and whatever was expanded before.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use modelwright_testing::calls::calls;

/// Where a process that this test starts writes its expansions.
const OUTPUT: &str = "MODELWRIGHT_EXPANSIONS";

#[test]
fn two_processes_expand_every_call_to_the_same() {
    if let Some(path) = std::env::var_os(OUTPUT) {
        // Memory and the order of hashing differ from process to process; the order of the calls differs, too.
        let mut texts = expansions(true);
        texts.reverse();
        return std::fs::write(path, texts.concat()).expect("a writable file");
    }
    let path = std::env::temp_dir().join(format!("modelwright-{}", std::process::id()));
    let test = format!("{}::two_processes_expand_every_call_to_the_same", module_path!());
    let test = test.split_once("::").map(|(_, path)| path).unwrap_or_default();
    let mut other = Command::new(std::env::current_exe().expect("this program"))
        .args([test, "--exact"])
        .env(OUTPUT, &path)
        .stdout(Stdio::null())
        .spawn()
        .expect("this program runs");
    let texts = expansions(false);
    let status = other.wait().expect("it ends");
    let found = std::fs::read_to_string(&path);
    drop(std::fs::remove_file(&path));
    assert!(status.success());
    let found = found.expect("it has written its expansions");
    let mut rest = found.as_str();
    for text in &texts {
        let part = rest.get(..text.len().min(rest.len())).unwrap_or(rest);
        assert!(part == text, "two processes differ:\n{text}\n{part}");
        rest = rest.get(text.len()..).unwrap_or_default();
    }
    assert!(rest.is_empty() && texts.len() > 300, "{} calls", texts.len());
    let errors = texts.iter().filter(|text| text.contains("compile_error")).count();
    println!("{} calls, {errors} with errors, {} bytes", texts.len(), found.len());
}

/// The expansions of all calls, each with the file it stands in.
fn expansions(from_the_end: bool) -> Vec<String> {
    let mut calls = calls();
    if from_the_end {
        calls.reverse();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let expanded = calls.into_iter().map(|(path, tokens)| {
        let mut text = format!("{}:\n", path.strip_prefix(root).unwrap_or(&path).display());
        let _ = writeln!(text, "{}", crate::expand(tokens));
        text
    });
    expanded.collect()
}

/// Programs whose symbols have the same names and mean other sizes.
const SYMBOLIC: [&str; 3] = [
    "model A(image: [16*h, w, 3]) { image -> Conv2D(4, 3, padding = same) -> MaxPooling2D(2) }
     model B(image: [h, 8*w, 3]) { image -> Conv2D(4, 3, strides = 2) -> UpSampling2D(2) }",
    "model C(x: [w, h, 4]) { let y = x -> Conv2D(4, 3, strides = 2); (y, y) -> Concatenate(axis = 1) }
     model D(h: i32[seq]) { h -> Embedding(100, 8) -> Conv1D(4, 5) -> LSTM(4, return_sequences = true) }",
    "model E(x: [2*h + 1, 5, 1]) { x -> MaxPooling2D(2) -> Reshape((-1,)) }
     model F(x: [h, w]) { assert!(h == w, \"{x.shape}\"); x -> Dense(2) }",
];

/// Every program is parsed, evaluated and written in this order of all three, each phase twice.
fn phases(order: [usize; 3]) -> Vec<(usize, String)> {
    let tokens = |program: usize| SYMBOLIC[program].parse().expect("tokens");
    let parsed: Vec<_> = order.map(|program| (program, crate::parse(tokens(program)))).into();
    let twice = || parsed.iter().chain(&parsed);
    let evaluated: Vec<_> =
        twice().map(|(program, parsed)| (*program, parsed.evaluate())).collect();
    let last_first = evaluated.iter().rev().chain(&evaluated);
    last_first.map(|(program, evaluated)| (*program, evaluated.items().to_string())).collect()
}

/// Sizes, symbols and the work spent on them belong to one evaluation.
#[test]
fn evaluations_know_nothing_of_each_other() {
    let alone = SYMBOLIC.map(|program| crate::expand(program.parse().expect("tokens")).to_string());
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let (here, there) = orders.split_at(3);
    let all = std::thread::scope(|scope| {
        let others: Vec<_> = there.iter().map(|order| scope.spawn(|| phases(*order))).collect();
        let mut all: Vec<_> = here.iter().flat_map(|order| phases(*order)).collect();
        all.extend(others.into_iter().flat_map(|other| other.join().expect("no panic")));
        all
    });
    assert_eq!(all.len(), 6 * 4 * 3);
    for (program, items) in all {
        assert!(items == alone[program], "{}\n{items}\n{}", SYMBOLIC[program], alone[program]);
    }
}
