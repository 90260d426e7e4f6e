//! Errors and their places, without a compiler.
//!
//! A case is a file of `tests/errors`: the inside of a macro call, in which every error stands below the
//! tokens it underlines:
//!
//! ```text
//! let y = x -> Dens(10);
//! //~          ^^^^ cannot find layer or block `Dens`
//! //~               help: a similar name exists: `Dense`
//! ```
//!
//! `BLESS=1 cargo test -p modelwright-frontend` writes what the macro says into the files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use modelwright_core::diagnostic::Diagnostics;
use modelwright_testing::blessed::expect_files;
use proc_macro2::TokenStream;

use crate::{eval, report, syntax};

mod determinism;
mod fit;
mod fragments;
mod golden;
mod growth;
mod mistakes;
mod names;
mod output;
mod repetition;
mod robustness;

/// The source with every error below its tokens.
fn annotated(source: &str) -> String {
    let tokens: TokenStream = match source.parse() {
        Ok(tokens) => tokens,
        Err(error) => return format!("{source}//~ not tokens: {error}\n"),
    };
    let mut diagnostics = Diagnostics::default();
    let source_tree = syntax::parse(tokens, &mut diagnostics);
    let program = eval::evaluate(&source_tree, &mut diagnostics);
    let warnings = program.models.iter().flat_map(|built| &built.warnings).map(|warning| {
        (source_tree.spans.get(warning.loc), format!("warning: {}", report::text(warning, 0)))
    });
    let warnings: Vec<_> = warnings.collect();
    let mut errors = report::messages(diagnostics, &source_tree.spans);
    errors.extend(warnings);
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
    let (mut found_files, mut errors) = (Vec::new(), 0);
    for path in cases("errors") {
        let expected = std::fs::read_to_string(&path).expect("a readable case");
        let source: String = expected
            .lines()
            .filter(|line| !line.trim_start().starts_with("//~"))
            .fold(String::new(), |s, l| s + l + "\n");
        let found = annotated(&source);
        errors += found.matches("//~").count();
        found_files.push((path, found));
    }
    println!("{} files, {errors} lines of errors", found_files.len());
    assert!(found_files.len() > 5, "the cases are there");
    expect_files(found_files);
}

/// Fails with what was expanded, formatted.
fn expanded(source: &str) -> String {
    let items = crate::expand(source.parse().expect("tokens"));
    let file = syn::parse2(items).expect("items");
    prettyplease::unparse(&file)
}

#[test]
fn success_and_failure_declare_the_same_names() {
    let declared = |source: &str| -> Vec<String> {
        expanded(source)
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub "))
            .filter(|line| !line.contains("super") && !line.starts_with("use __modelwright_"))
            .filter(|line| *line != "mod m {")
            .map(|line| line.split([':', '=', '{', ';']).next().unwrap_or(line).trim().to_string())
            .collect()
    };
    let right = "pub const N: usize = 10; pub model Net(image: [28, 28, 1]) -> [N] { image -> Flatten -> Dense(N) }";
    let wrong = "pub const N: usize = 10; pub model Net(image: [28, 28, 1]) -> [N] { image -> Flatten -> Dense(N, 3) }";
    let names = declared(right);
    assert!(names.iter().any(|name| name == "const FLATTEN"), "{names:?}");
    assert_eq!(names, declared(wrong));
}

/// The stream without its `wanted`th token; groups count by what is in them.
fn without_token(stream: TokenStream, wanted: usize, seen: &mut usize) -> TokenStream {
    use proc_macro2::{Group, TokenTree};
    let mut kept = TokenStream::new();
    for tree in stream {
        match tree {
            TokenTree::Group(group) => {
                let inside = without_token(group.stream(), wanted, seen);
                let mut group_kept = Group::new(group.delimiter(), inside);
                group_kept.set_span(group.span());
                kept.extend([TokenTree::Group(group_kept)]);
            }
            tree => {
                if *seen != wanted {
                    kept.extend([tree]);
                }
                *seen += 1;
            }
        }
    }
    kept
}

const WHOLE: &str = r#"
    pub const CLASSES: usize = 1000;

    fn residual(x: [_, _, c], filters, stride = 1) {
        let shortcut = if stride == 1 && c == filters {
            x
        } else {
            x -> Conv2D(filters, 1, strides = stride, use_bias = false) -> BatchNormalization
        };
        let y = x
            -> Conv2D(filters, 3, strides = stride, padding = same, use_bias = false)
            -> BatchNormalization
            -> ReLU
            -> Conv2D(filters, 3, padding = same, use_bias = false)
            -> BatchNormalization;
        y + shortcut -> ReLU
    }

    pub model ResNet(image: [224, 224, 3]) -> [CLASSES] {
        let mut x = image -> Conv2D(64, 7, strides = 2) -> MaxPooling2D(3, strides = 2, padding = same);
        for (filters, stride) in [(64, 1), (128, 2)] {
            x = x -> residual(filters, stride) -> residual(filters);
        }
        x -> GlobalAveragePooling2D -> Dense(CLASSES, activation = softmax)
    }

    model Text(tokens: i32[20], hint: [8]) -> ([64], [5]) {
        let tower = Dense(64, name = "tower");
        let (y, h, c) = tokens -> Embedding(100, 8) -> LSTM(64, return_state = true);
        let joined = (y -> tower, hint -> Dense(64)) -> Concatenate(axis = -1);
        (h + c -> tower, joined -> Dense(5))
    }
"#;

#[test]
fn a_missing_token_is_one_mistake() {
    let tokens: TokenStream = WHOLE.parse().expect("tokens");
    let count = {
        let mut seen = 0;
        without_token(tokens.clone(), usize::MAX, &mut seen);
        seen
    };
    let mut several = String::new();
    let (mut one, mut more) = (0, 0);
    for wanted in 0..count {
        let broken = without_token(tokens.clone(), wanted, &mut 0);
        let mut diagnostics = Diagnostics::default();
        let source_tree = syntax::parse(broken, &mut diagnostics);
        drop(eval::evaluate(&source_tree, &mut diagnostics));
        let errors = report::messages(diagnostics, &source_tree.spans);
        assert!(errors.len() <= 2, "token {wanted}: {errors:?}");
        one += usize::from(errors.len() == 1);
        if errors.len() > 1 {
            more += 1;
            for (range, message) in errors {
                let line = WHOLE.lines().nth(range.first.start().line - 1).unwrap_or_default();
                let _ = writeln!(several, "token {wanted}: {}\n    {message}", line.trim());
            }
        }
    }
    println!("{count} tokens: without it {one} give one error, {more} give two\n{several}");
    assert!(more * 25 <= one, "{one} give one error, {more} give two:\n{several}");
}
