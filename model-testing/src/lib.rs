//! Parts shared by the tests, fuzzers and benchmarks of modelwright. Not published.
//!
//! Types of `modelwright-core` in signatures are those of the library: integration tests and the front end's unit tests
//! share them, the core's own unit tests do not.

pub mod blessed;
pub mod calls;
pub mod golden;
pub mod graphs;
pub mod mistakes;
pub mod packed;
pub mod plan;
pub mod words;

use std::path::{Path, PathBuf};

/// Path of a file or folder of the repository, from its root.
#[must_use]
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Factor for the number of inputs that are tried: `ROBUSTNESS`, by default 1.
#[must_use]
pub fn times() -> usize {
    std::env::var("ROBUSTNESS").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// Files with this extension in a folder and the folders inside, in order of their names.
///
/// # Panics
///
/// Where a folder cannot be read.
#[must_use]
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut entries: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a readable folder").path()).collect();
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push(path);
        }
    }
    found
}
