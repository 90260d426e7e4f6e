//! Printed summaries of Keras 3 and Keras 2, and how a summary is compared with them.

use std::collections::BTreeSet;

use modelwright_core::summary::Summary;

use super::{files, read};

/// Compares every text of a folder with what the summary of its model prints, byte for byte, and returns the number of
/// texts.
///
/// # Panics
///
/// Where texts differ, or a model has no text, or a text no model.
#[track_caller]
pub fn compare<'a>(folder: &str, models: impl IntoIterator<Item = (&'a str, Summary)>) -> usize {
    let models: Vec<(&str, Summary)> = models.into_iter().collect();
    let texts = files(folder, ".summary");
    let on_disk: BTreeSet<&str> = texts.iter().map(|(model, _)| &**model).collect();
    assert_eq!(on_disk, models.iter().map(|(model, _)| *model).collect(), "models of {folder}");

    let mut differences = Vec::new();
    for (model, suffix) in &texts {
        let file = format!("{folder}/{model}.summary{suffix}");
        let summary = models.iter().find(|(name, _)| name == model).expect("a model").1;
        let options = suffix.strip_suffix(".txt").expect("a text");
        let found = with_options(summary, options).to_string();
        if let Some(difference) = difference(read(&file).trim_end_matches('\n'), &found) {
            differences.push(format!("{file}, {difference}"));
        }
    }
    println!("compared {} texts of {folder}", texts.len());
    let count = differences.len();
    assert!(differences.is_empty(), "{count} differences\n{}", differences.join("\n"));
    texts.len()
}

/// The summary with the options in the suffix of a text, such as `.nested.trainable`.
fn with_options(mut summary: Summary, options: &str) -> Summary {
    for option in options.split('.').filter(|option| !option.is_empty()) {
        summary = match option {
            "wide" => summary.terminal_width(200),
            "w120" => summary.terminal_width(120),
            "trainable" => summary.show_trainable(true),
            "nested" => summary.expand_nested(true),
            _ => {
                let length = option.strip_prefix("line").and_then(|length| length.parse().ok());
                summary.line_length(length.unwrap_or_else(|| panic!("unknown option `{option}`")))
            }
        };
    }
    summary
}

/// The first line in which two texts differ.
fn difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut expected, mut found) = (expected.split('\n'), found.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        let (expected, found) = (expected.next(), found.next());
        if expected != found {
            let (expected, found) = (expected.unwrap_or("(end)"), found.unwrap_or("(end)"));
            return Some(format!("line {number}\n  expected |{expected}|\n     found |{found}|"));
        }
        expected?;
    }
}
