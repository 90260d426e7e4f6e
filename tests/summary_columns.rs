//! Columns that Keras does not have, and the Markdown layout.

use modelwright::model;
use modelwright::summary::{Column, Summary};

model! {
    model Inner(x: [8, 8, 4]) { x -> Conv2D(6, 3, padding = same) -> ReLU }
    model Net(image: [16, 16, 3]) -> [10] {
        let x = image -> Conv2D(4, 3, padding = same, name = "first|conv") -> MaxPooling2D;
        let y = x -> Inner(name = "inner");
        (x, y) -> Concatenate -> Flatten -> Dense(10)
    }
    #[sequential]
    model Chain(text: i32[_]) { text -> Embedding(100, 8) -> GlobalAveragePooling1D -> Dense(2) }
}

const ALL: &[Column] = &[
    Column::InputShape,
    Column::Macs,
    Column::Flops,
    Column::ParamShare,
    Column::ActivationBytes,
    Column::ReceptiveField,
    Column::Kernel,
];

#[track_caller]
fn check(summary: Summary, expected: &str) {
    let found = summary.to_string();
    assert_eq!(found, expected.trim(), "\n{found}\n");
}

#[test]
fn columns_stand_at_the_right() {
    let summary = Net::summary().columns(ALL).expand_nested(true);
    check(summary, include_str!("summary_columns.txt"));
    // Keras's part is as it was.
    let (with, without) = (summary.to_string(), Net::summary().expand_nested(true).to_string());
    for (longer, line) in with.lines().zip(without.lines()) {
        let kept: String = line.chars().take(line.chars().count() - 1).collect();
        assert!(longer.starts_with(&kept), "{longer}\n{line}");
    }
}

#[test]
fn markdown_escapes_and_cuts_nothing() {
    check(
        Net::summary().markdown().columns(&[Column::Macs, Column::Kernel]),
        r"
| Layer (type) | Output Shape | Param # | Connected to | MACs | Kernel |
|---|---|--:|---|--:|---|
| image (InputLayer) | (None, 16, 16, 3) | 0 | - | 0 | - |
| first\|conv (Conv2D) | (None, 16, 16, 4) | 112 | image[0][0] | 27,648 | (3, 3, 3, 4) |
| max_pooling2d (MaxPooling2D) | (None, 8, 8, 4) | 0 | first\|conv[0][0] | 0 | (2, 2) |
| inner (Functional) | (None, 8, 8, 6) | 222 | max_pooling2d[0][0] | 13,824 | - |
| concatenate (Concatenate) | (None, 8, 8, 10) | 0 | max_pooling2d[0][0], inner[0][0] | 0 | - |
| flatten (Flatten) | (None, 640) | 0 | concatenate[0][0] | 0 | - |
| dense (Dense) | (None, 10) | 6,410 | flatten[0][0] | 6,400 | (640, 10) |

* Total params: 6,744 (26.34 KB)
* Trainable params: 6,744 (26.34 KB)
* Non-trainable params: 0 (0.00 B)
* Total MACs: 47,872
* Total FLOPs: 98,570
* Peak activation bytes: 7,168 (7.00 KB)
* Arena bytes: 7,168 (7.00 KB)",
    );
}

#[test]
fn what_is_not_known_is_said() {
    check(
        Chain::summary().markdown().columns(ALL).show_trainable(true),
        r"
| Layer (type) | Output Shape | Param # | Trainable | Input Shape | MACs | FLOPs | Param % | Activations | Receptive Field | Kernel |
|---|---|--:|:-:|---|--:|--:|--:|--:|---|---|
| embedding (Embedding) | (None, None, 8) | 800 | Y | (None, None) | 0 | 0 | 97.8 | None | (1) / (1) + (0) | (100, 8) |
| global_average_pooling1d (GlobalAveragePooling1D) | (None, 8) | 0 | - | (None, None, 8) | 0 | None | 0.0 | 32.00 B | - | - |
| dense (Dense) | (None, 2) | 18 | Y | (None, 8) | 16 | 34 | 2.2 | 8.00 B | - | (8, 2) |

* Total params: 818 (3.20 KB)
* Trainable params: 818 (3.20 KB)
* Non-trainable params: 0 (0.00 B)
* Total MACs: 16
* Total FLOPs: not known
* Peak activation bytes: not known
* Arena bytes: not known",
    );
}
