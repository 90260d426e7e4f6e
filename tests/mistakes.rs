//! The compiler adds no error to the macro's, in real builds, whatever the code around uses.
//!
//! Every example and every program of the documentation is broken in some places, each time in one, as people break
//! programs, and compiled. Where the macro reports a mistake, nothing else is reported.
//! `MISTAKES=50 cargo test --test mistakes -- --nocapture` breaks each program in fifty places, and prints what was found.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use modelwright_testing::mistakes::{Mistake, calls, distance, mistakes, programs};

/// Mistakes of each program, unless the environment says how many.
const COUNT: usize = 2;

#[test]
fn the_compiler_adds_no_error() {
    let count = number("MISTAKES").unwrap_or(COUNT);
    let programs = programs();
    let compiler = Compiler::new();
    for (name, source) in &programs {
        let errors = compiler.errors(source, 0);
        let texts: Vec<&str> = errors.iter().map(|error| &*error.text).collect();
        assert!(texts.is_empty(), "{name}: {texts:?}");
    }
    let broken: Vec<(&str, Mistake)> = programs
        .iter()
        .flat_map(|(name, source)| {
            mistakes(source, count).into_iter().map(move |mistake| (&**name, mistake))
        })
        .collect();
    let mut counts: BTreeMap<_, [usize; 4]> = BTreeMap::new();
    let mut distances: Vec<usize> = Vec::new();
    let mut failures = Vec::new();
    for ((name, mistake), errors) in broken.iter().zip(compiler.errors_of_all(&broken)) {
        let ours = errors.iter().filter(|error| error.is_ours).count();
        let outcome = match ours {
            // Where the macro has nothing to say, what the code around then says is its own.
            0 if errors.is_empty() => 0,
            0 => 1,
            1 => 2,
            _ => 3,
        };
        counts.entry(mistake.kind).or_default()[outcome] += 1;
        if let ([error], 1) = (errors.as_slice(), ours) {
            distances.push(distance(&mistake.source, &mistake.place, &error.place));
        }
        if ours > 0 && errors.len() > ours {
            failures.push(description(name, mistake, &errors));
        }
    }
    distances.sort_unstable();
    println!("{} programs, {} mistakes", programs.len(), broken.len());
    println!("kind, no error, errors of the code around only, one error of the macro, several");
    for (kind, [valid, around, one, several]) in &counts {
        println!("{kind:18} {valid:5} {around:5} {one:5} {several:5}");
    }
    let at = |share: usize| distances.get(distances.len() * share / 100).copied().unwrap_or(0);
    println!(
        "tokens between mistake and error: median {}, 90 % {}, 98 % {}",
        at(50),
        at(90),
        at(98)
    );
    let (found, tried) = (failures.len(), broken.len());
    assert!(
        failures.is_empty(),
        "after {found} of {tried} mistakes, code around fails:\n{}",
        failures.join("\n")
    );
}

/// A number in the environment.
fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok()?.parse().ok()
}

/// A mistake with all that is said of it.
fn description(program: &str, mistake: &Mistake, errors: &[Error]) -> String {
    let [right, wrong] = &mistake.lines;
    let mut text = format!("{program}, {}:\n  - {right}\n  + {wrong}\n", mistake.kind);
    for Error { text: message, is_ours, place } in errors {
        let source = mistake.source.get(place.clone()).unwrap_or_default();
        let whose = if *is_ours { "model!" } else { "rustc" };
        let line = source.lines().next().unwrap_or_default();
        text.push_str(&format!("    {whose}: {message}: `{line}`\n"));
    }
    text
}

struct Compiler {
    /// The facade.
    library: PathBuf,
    folder: PathBuf,
}

struct Error {
    text: String,
    is_ours: bool,
    /// In bytes of the program.
    place: Range<usize>,
}

impl Compiler {
    /// Builds the facade, or finds that it is built.
    fn new() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--package", "modelwright", "--lib", "--message-format", "json"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo");
        assert!(output.status.success(), "the library builds");
        let messages = String::from_utf8_lossy(&output.stdout).into_owned();
        let library = messages
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|message| {
                message["reason"] == "compiler-artifact"
                    && message["target"]["name"] == "modelwright"
            })
            .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
            .filter_map(|file| file.as_str().map(PathBuf::from))
            .find(|file| file.extension().is_some_and(|extension| extension == "rlib"))
            .expect("a library");
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("mistakes");
        std::fs::create_dir_all(&folder).expect("a folder");
        Self { library, folder }
    }

    /// The errors of each program, in order.
    fn errors_of_all(&self, broken: &[(&str, Mistake)]) -> Vec<Vec<Error>> {
        let next = AtomicUsize::new(0);
        let found = Mutex::new(Vec::new());
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for thread in 0..threads {
                let (next, found) = (&next, &found);
                scope.spawn(move || {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some((_, mistake)) = broken.get(index) else { break };
                        let errors = self.errors(&mistake.source, thread);
                        found.lock().expect("no panic").push((index, errors));
                    }
                });
            }
        });
        let mut found = found.into_inner().expect("no panic");
        found.sort_by_key(|(index, _)| *index);
        found.into_iter().map(|(_, errors)| errors).collect()
    }

    /// The errors of a program.
    fn errors(&self, source: &str, thread: usize) -> Vec<Error> {
        let path = self.folder.join(format!("program_{thread}.rs"));
        std::fs::write(&path, source).expect("a writable file");
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut extern_crate = std::ffi::OsString::from("modelwright=");
        extern_crate.push(&self.library);
        let mut dependencies = std::ffi::OsString::from("dependency=");
        dependencies.push(self.library.parent().unwrap_or(Path::new("")).join("deps"));
        let output = Command::new(rustc)
            .args(["--edition", "2024", "--crate-type", "bin", "--emit", "metadata"])
            .args(["--error-format", "json", "--cap-lints", "warn", "--extern"])
            .arg(extern_crate)
            .arg("-L")
            .arg(dependencies)
            .arg("-o")
            .arg(self.folder.join(format!("program_{thread}.rmeta")))
            .arg(&path)
            .output()
            .expect("a compiler");
        let messages = String::from_utf8_lossy(&output.stderr).into_owned();
        let errors = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        errors
            .filter(|message| message["level"] == "error" && !is_summary(message))
            .map(|message| error(source, &message))
            .collect()
    }
}

/// `aborting due to 2 previous errors`
fn is_summary(message: &Value) -> bool {
    message["spans"].as_array().is_some_and(Vec::is_empty)
        && message["message"].as_str().is_some_and(|text| text.starts_with("aborting due to"))
}

fn error(source: &str, message: &Value) -> Error {
    let mut text = message["message"].as_str().unwrap_or_default().to_string();
    let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let byte = |name: &str| {
        primary.and_then(|span| span[name].as_u64()).and_then(|byte| usize::try_from(byte).ok())
    };
    let place = byte("byte_start").unwrap_or(0)..byte("byte_end").unwrap_or(0);
    // What the compiler says has a code.
    let is_ours =
        message["code"].is_null() && calls(source).iter().any(|call| call.contains(&place.start));
    if let Some(code) = message["code"]["code"].as_str() {
        text = format!("[{code}] {text}");
    }
    text = text.lines().next().unwrap_or_default().to_string();
    Error { text, is_ours, place }
}
