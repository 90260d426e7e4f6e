//! Errors and their places, without a compiler.
//!
//! A case is a file of `tests/errors`: the inside of a macro call, in which every error stands below the
//! tokens it underlines:
//!
//! ```text
//! let y = x -> Dens(10);
//! //~          ^^^^ there is no layer or block `Dens`
//! //~               help: there is a similar name, `Dense`
//! ```
//!
//! `BLESS=1 cargo test -p modelwright-macro` writes what the macro says into the files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::TokenStream;

use crate::{eval, report, syntax};

mod golden;
mod robustness;

/// The source with every error below its tokens.
fn annotated(source: &str) -> String {
    let tokens: TokenStream = match source.parse() {
        Ok(tokens) => tokens,
        Err(error) => return format!("{source}//~ not tokens: {error}\n"),
    };
    let mut diagnostics = Diagnostics::default();
    let source_tree = syntax::parse(tokens, &mut diagnostics);
    drop(eval::evaluate(&source_tree, &mut diagnostics));
    let errors = report::messages(diagnostics, &source_tree.spans);
    let mut text = String::new();
    for (index, line) in source.lines().enumerate() {
        let _ = writeln!(text, "{line}");
        for (range, message) in &errors {
            let (start, end) = (range.first.start(), range.last.end());
            if start.line != index + 1 {
                continue;
            }
            let width =
                if end.line == start.line { end.column.saturating_sub(start.column) } else { 1 };
            let indent = start.column.max(4) - 4;
            let carets = "^".repeat(width.max(1));
            for (number, line) in message.lines().enumerate() {
                let marker = if number == 0 { carets.clone() } else { " ".repeat(carets.len()) };
                let _ = writeln!(text, "//~ {}{marker} {line}", " ".repeat(indent));
            }
        }
    }
    text
}

fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    paths.sort();
    paths
}

#[test]
fn every_error_stands_where_it_should() {
    let mut failures = String::new();
    let (mut errors, mut files) = (0, 0);
    for path in cases("errors") {
        let expected = std::fs::read_to_string(&path).expect("a readable case");
        let source: String = expected
            .lines()
            .filter(|line| !line.trim_start().starts_with("//~"))
            .fold(String::new(), |s, l| s + l + "\n");
        let found = annotated(&source);
        errors += found.matches("//~").count();
        files += 1;
        if found == expected {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &found).expect("a writable case");
        } else {
            let _ = writeln!(
                failures,
                "{}:\n--- expected\n{expected}\n--- found\n{found}",
                path.display()
            );
        }
    }
    println!("{files} files, {errors} lines of errors");
    assert!(failures.is_empty(), "{failures}\nrun with BLESS=1 to accept");
    assert!(files > 5, "the cases are there");
}

/// Fails with what was expanded, formatted.
fn expanded(source: &str) -> String {
    let items = crate::expansion(source.parse().expect("tokens"));
    let file = syn::parse2(items).expect("items");
    prettyplease::unparse(&file)
}

#[test]
fn success_and_failure_declare_the_same_names() {
    let declared = |source: &str| -> Vec<String> {
        expanded(source)
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub "))
            .filter(|line| !line.contains("super"))
            .map(|line| line.split([':', '=', '{', ';']).next().unwrap_or(line).trim().to_string())
            .collect()
    };
    let right = "pub const N: usize = 10; pub model Net(image: [28, 28, 1]) -> [N] { image -> Flatten -> Dense(N) }";
    let wrong = "pub const N: usize = 10; pub model Net(image: [28, 28, 1]) -> [N] { image -> Flatten -> Dense(N, 3) }";
    let names = declared(right);
    assert!(names.iter().any(|name| name == "const FLATTEN"), "{names:?}");
    assert_eq!(names, declared(wrong));
}

#[test]
fn expansion_is_the_same_every_time() {
    let source = "model Net(image: [28, 28, 1]) { image -> Conv2D(8, 3) -> BatchNormalization -> Flatten -> Dense(10) }";
    assert_eq!(expanded(source), expanded(source));
}
