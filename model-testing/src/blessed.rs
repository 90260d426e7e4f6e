//! Files that a test compares with and, under `BLESS=1`, writes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// Compares a text with a file.
///
/// # Panics
///
/// Where they differ, with the lines that do, unless `BLESS` is set: then the file is written.
#[track_caller]
pub fn expect_file(path: impl AsRef<Path>, found: &str) {
    expect_files([(path.as_ref().to_owned(), found.to_owned())]);
}

/// Compares texts with files, all of them before it fails.
///
/// # Panics
///
/// Where any differ, with the lines that do, unless `BLESS` is set: then these files are written.
#[track_caller]
pub fn expect_files(files: impl IntoIterator<Item = (PathBuf, String)>) {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differences = String::new();
    for (path, found) in files {
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == found {
            continue;
        }
        let name = path.display().to_string();
        if bless {
            fs::write(&path, &found).unwrap_or_else(|error| panic!("{name}: {error}"));
        } else {
            let diff = TextDiff::from_lines(&expected, &found);
            let diff = diff.unified_diff().header(&name, "found").to_string();
            let _ = write!(differences, "{diff}");
        }
    }
    assert!(differences.is_empty(), "{differences}run with BLESS=1 to accept");
}
