//! Checks that the tables in `README.md` are the output of its first model and the main example, and its errors those of a
//! compile-fail case.

use modelwright::model;
use modelwright::summary::Layout;

model! {
    /// The first model of the front page.
    pub model CatsVsDogs(image: [150, 150, 3]) -> [1] {
        image
            -> Conv2D(16, 3, activation = relu)
            -> MaxPooling2D(2)
            -> Conv2D(32, 3, activation = relu)
            -> MaxPooling2D(2)
            -> Conv2D(64, 3, activation = relu)
            -> MaxPooling2D(2)
            -> Flatten
            -> Dense(512, activation = relu)
            -> Dense(1, activation = sigmoid)
    }
}

#[allow(dead_code)]
#[path = "../examples/cats_vs_dogs.rs"]
mod example;

#[test]
fn tables_are_up_to_date() {
    let readme = include_str!("../README.md");
    for summary in [CatsVsDogs::summary(), example::CatsVsDogs::summary().layout(Layout::Classic)] {
        let table = summary.to_string();
        let trimmed: Vec<&str> = table.lines().map(str::trim_end).collect();
        let block = format!("```text\n{}\n```", trimmed.join("\n"));
        assert!(readme.contains(&block), "README.md has no block with\n{block}");
    }
    assert_eq!(CatsVsDogs::PARAM_BYTES, 37_978_244);
}

#[test]
fn errors_are_up_to_date() {
    let readme = include_str!("../README.md");
    let case =
        include_str!("ui/recovery/several/front_page.rs").trim_end_matches("\nfn main() {}\n");
    assert!(readme.contains(case), "README.md has no block with\n{case}");
    for line in include_str!("ui/recovery/several/front_page.stderr").lines() {
        let text = line.trim_start();
        if ["error:", "note:", "help:"].iter().any(|label| text.starts_with(label)) {
            assert!(readme.contains(line), "README.md has no line `{line}`");
        }
    }
}
