//! The tables in `README.md` are what its first model and the main example print.

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
