//! Compiler output for mistakes in a real build: `tests/ui`, one mistake per file, folders by theme.
//!
//! On the toolchain in `tests/ui/TOOLCHAIN` the whole compiler output must match, so that every caret is
//! tested. Other compilers underline and phrase the frame slightly differently; there, each case must fail
//! with exactly the first lines of our errors. `MODELWRIGHT_UI=lines` selects that mode on any compiler.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use modelwright_testing::files;

#[test]
fn mistakes() {
    let cases = cases();
    println!("{} compile-fail cases", cases.len());
    if std::env::var("MODELWRIGHT_UI").as_deref() != Ok("lines") && compiler() == blessed() {
        let runner = trybuild::TestCases::new();
        for case in &cases {
            runner.compile_fail(case);
        }
    } else {
        compare_first_lines(&cases);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let cases = files(&root().join("tests/ui"), "rs");
    assert!(cases.len() >= 300, "found {} cases", cases.len());
    cases
}

/// Version of the installed compiler, such as `1.95.0`.
fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("a compiler");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split(' ').nth(1).unwrap_or_default().to_string()
}

fn blessed() -> String {
    std::fs::read_to_string(root().join("tests/ui/TOOLCHAIN"))
        .expect("the toolchain")
        .trim()
        .to_string()
}

/// Checks all cases as binaries of one crate and compares the first line of every error.
fn compare_first_lines(cases: &[PathBuf]) {
    let project = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    std::fs::create_dir_all(&project).expect("a folder for the project");
    let mut manifest = format!(
        "[package]\nname = \"ui\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\nmodelwright = {{ path = {:?} }}\n",
        root(),
    );
    let mut expected = BTreeMap::new();
    for (index, case) in cases.iter().enumerate() {
        manifest += &format!("[[bin]]\nname = \"case{index}\"\npath = {case:?}\n");
        let stderr =
            std::fs::read_to_string(case.with_extension("stderr")).expect("the expected output");
        expected.insert(format!("case{index}"), first_lines(&stderr));
    }
    std::fs::write(project.join("Cargo.toml"), manifest).expect("the manifest");
    std::fs::copy(root().join("Cargo.lock"), project.join("Cargo.lock")).expect("the lock file");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--keep-going", "--message-format=json", "--quiet"])
        .current_dir(&project)
        .env("CARGO_TARGET_DIR", project.join("target"))
        .output()
        .expect("cargo");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("a message of cargo's");
        let text = message["message"]["message"].as_str().unwrap_or_default();
        if message["message"]["level"] == "error" && !text.starts_with("aborting") {
            let case = message["target"]["name"].as_str().unwrap_or_default();
            let first = text.lines().next().unwrap_or_default();
            found.entry(case.to_string()).or_default().push(first.to_string());
        }
    }
    for (name, mut expected) in expected {
        let mut found = found.remove(&name).unwrap_or_default();
        expected.sort();
        found.sort();
        let index: usize = name.trim_start_matches("case").parse().expect("an index");
        assert_eq!(found, expected, "{}", cases[index].display());
    }
}

fn first_lines(stderr: &str) -> Vec<String> {
    stderr.lines().filter_map(|line| line.strip_prefix("error: ")).map(Into::into).collect()
}
