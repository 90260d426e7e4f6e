//! Programs around the macro: whatever surrounds a call of `model!`, in every edition, its items compile without a warning.
//!
//! A program is code, one or more calls, and more code. All programs of an edition that can be modules are one crate, so a
//! few runs of the compiler check hundreds of programs. Clippy checks them where it is installed.

mod named;
mod programs;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const EDITIONS: &[&str] = &["2018", "2021", "2024"];

/// Lints that are off by default and that the items of a careful user have to pass.
const LINTS: &str = "#![warn(missing_docs, missing_debug_implementations, missing_copy_implementations, \
    unreachable_pub, unused, unused_results, unused_qualifications, let_underscore_drop, nonstandard_style, \
    future_incompatible, rust_2018_idioms, single_use_lifetimes, trivial_casts, trivial_numeric_casts, variant_size_differences, \
    clippy::all, clippy::pedantic)]\n#![forbid(unsafe_code)]\n";

/// A program, and what the compiler says of it.
struct Program {
    name: String,
    place: Place,
    /// Attributes of its crate.
    head: String,
    code: String,
    /// Beginnings of errors and warnings, in the order of the source.
    expected: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A module beside others.
    Module,
    /// A crate of its own.
    Crate,
}

#[test]
fn items_compile_whatever_is_around() {
    let programs: Vec<Program> = programs::all().into_iter().chain(named::all()).collect();
    println!("{} programs in {} editions", programs.len(), EDITIONS.len());
    let project = Path::new(env!("CARGO_TARGET_TMPDIR")).join("around");
    let mut places: BTreeMap<PathBuf, Vec<(usize, usize)>> = BTreeMap::new();
    let mut members = String::new();
    for edition in EDITIONS {
        let package = project.join(format!("e{edition}"));
        let mut crates = vec![(String::from("all"), String::new(), Vec::new())];
        for (number, program) in programs.iter().enumerate() {
            let name = &program.name;
            let own = match program.place {
                Place::Module => &mut crates[0],
                Place::Crate => {
                    crates.push((format!("own_{name}"), program.head.clone(), Vec::new()));
                    crates.last_mut().expect("it was pushed")
                }
            };
            let (_, text, lines) = own;
            lines.push((text.lines().count() + 1, number));
            let _ = match program.place {
                Place::Module => {
                    writeln!(text, "/// `{name}`.\npub mod {name} {{\n{}\n}}", program.code)
                }
                Place::Crate => writeln!(text, "{}", program.code),
            };
        }
        let mut manifest = format!(
            "[package]\nname = \"e{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\nautobins = false\n\
             autoexamples = false\n[dependencies]\nmodelwright = {{ path = {:?} }}\n",
            root(),
        );
        for (name, text, lines) in crates {
            let head = format!("//! Programs.\n{LINTS}");
            let offset = head.lines().count();
            let path = package.join(format!("{name}.rs"));
            write(&path, &format!("{head}{text}"));
            let _ = write!(
                manifest,
                "[[example]]\nname = {name:?}\npath = \"{name}.rs\"\ncrate-type = [\"lib\"]\n"
            );
            let lines = lines.into_iter().map(|(line, number)| (line + offset, number));
            places.insert(path, lines.collect());
        }
        write(&package.join("Cargo.toml"), &manifest);
        write(&package.join("src/lib.rs"), "");
        let _ = write!(members, "\"e{edition}\", ");
    }
    write(
        &project.join("Cargo.toml"),
        &format!("[workspace]\nresolver = \"2\"\nmembers = [{members}]\n"),
    );
    let lock = std::fs::read(root().join("Cargo.lock")).expect("the lock file");
    std::fs::write(project.join("Cargo.lock"), lock).expect("a place for the lock file");

    let mut failures = String::new();
    let mut found: BTreeMap<(&Path, usize), Vec<(usize, String)>> = BTreeMap::new();
    for (file, line, message, rendered) in messages(&project) {
        let place = places.get_key_value(&project.join(&file));
        let program = place.and_then(|(path, lines)| {
            let (_, number) = lines.iter().rev().find(|(first, _)| *first <= line)?;
            Some((path.as_path(), *number))
        });
        match program {
            Some(place) => {
                found.entry(place).or_default().push((line, format!("{message}\n{rendered}")))
            }
            None => {
                let _ = writeln!(failures, "{rendered}");
            }
        }
    }
    for (path, lines) in &places {
        for (_, number) in lines {
            let Program { name, expected, .. } = &programs[*number];
            let mut found = found.remove(&(path.as_path(), *number)).unwrap_or_default();
            found.sort();
            let is_expected = found.len() == expected.len()
                && found
                    .iter()
                    .zip(expected)
                    .all(|((_, text), start)| text.starts_with(start.as_str()));
            if !is_expected {
                let edition = path.parent().and_then(Path::file_name).unwrap_or_default().display();
                let texts: String = found.iter().map(|(_, text)| text.as_str()).collect();
                let _ = writeln!(
                    failures,
                    "== {name} in {edition}: expected {expected:#?}, found\n{texts}"
                );
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// File, line, text and whole output of everything that cargo reports.
fn messages(project: &Path) -> Vec<(String, usize, String, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let has_clippy = Command::new(&cargo).args(["clippy", "--version"]).output();
    let has_clippy = has_clippy.is_ok_and(|output| output.status.success());
    let output = Command::new(&cargo)
        .arg(if has_clippy { "clippy" } else { "check" })
        .args([
            "--workspace",
            "--examples",
            "--offline",
            "--keep-going",
            "--message-format=json",
            "--quiet",
        ])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", project.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()
        .expect("cargo");
    let mut messages = Vec::new();
    let text = String::from_utf8_lossy(&output.stdout);
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("a message of cargo's");
        let message = &line["message"];
        let text = message["message"].as_str().unwrap_or_default();
        if !matches!(message["level"].as_str(), Some("error" | "warning")) || is_summary(text) {
            continue;
        }
        let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        let span = spans.iter().find(|span| span["is_primary"] == true);
        // The place in the program of what is inside a macro.
        let mut span = span.cloned().unwrap_or_default();
        while !span["expansion"].is_null() {
            span = span["expansion"]["span"].clone();
        }
        let file = span["file_name"].as_str().unwrap_or_default().to_string();
        let line =
            span["line_start"].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or(0);
        let rendered = message["rendered"].as_str().unwrap_or_default().to_string();
        let level = message["level"].as_str().unwrap_or_default();
        messages.push((file, line, format!("{level}: {text}"), rendered));
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!text.is_empty() || output.status.success(), "{stderr}");
    messages
}

fn is_summary(text: &str) -> bool {
    text.starts_with("aborting")
        || text.ends_with("emitted")
        || text.starts_with("Some errors have")
}

/// Writes a file where it is another, so that cargo does not check it again.
fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository")
}
