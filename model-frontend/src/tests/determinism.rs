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
