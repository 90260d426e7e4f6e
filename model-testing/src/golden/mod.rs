//! Results of Keras: `tests/golden`, whose records `tests/README.md` explains.

pub mod cases;
pub mod texts;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

use crate::repository;

/// Path of a file or folder of the golden data.
#[must_use]
pub fn path(path: &str) -> PathBuf {
    repository("tests/golden").join(path)
}

/// Text of a file of the golden data.
///
/// # Panics
///
/// Where it cannot be read.
#[must_use]
pub fn read(file: &str) -> String {
    fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Contents of a JSON file.
///
/// # Panics
///
/// Where it cannot be read.
#[must_use]
pub fn json(file: &str) -> Json {
    serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Records of a file with one a line.
///
/// # Panics
///
/// Where it cannot be read.
#[must_use]
pub fn records(file: &str) -> Vec<Json> {
    let text = read(file);
    text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

/// Table of a model: `models/NAME.table.json`.
#[must_use]
pub fn table(model: &str) -> Json {
    json(&format!("models/{model}.table.json"))
}

/// The parts of a folder's file names before and after `separator`, where they contain it.
///
/// # Panics
///
/// Where the folder cannot be read.
#[must_use]
pub fn files(folder: &str, separator: &str) -> BTreeSet<(String, String)> {
    fs::read_dir(path(folder))
        .expect("a folder of golden files")
        .filter_map(|file| {
            let name = file.expect("a file").file_name().into_string().expect("UTF-8");
            let (model, rest) = name.split_once(separator)?;
            Some((model.to_owned(), rest.to_owned()))
        })
        .collect()
}

/// Text of a record's field; empty where it has none.
#[must_use]
pub fn text<'a>(record: &'a Json, key: &str) -> &'a str {
    record.get(key).and_then(Json::as_str).unwrap_or_default()
}
