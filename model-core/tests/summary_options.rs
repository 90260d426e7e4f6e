//! Cases that the golden tables do not cover: colour, wide characters, ranges of layers, and lengths that make no sense.

use modelwright_core::{
    spec::{Dim, Input, Layer, Spec},
    summary::{Layout, Summary, pack},
    table,
};

use modelwright_testing::packed::summary;

const KNOWN: &[&[Dim]] = &[&[Dim::Known(1000), Dim::Known(16)]];
const UNKNOWN: &[&[Dim]] = &[&[Dim::Unknown, Dim::Symbolic("2*h + 1")]];

const fn layer(
    name: &'static str,
    class: &'static str,
    params: usize,
    trainable: bool,
    inputs: &'static [Input],
) -> Layer {
    let trainable_params = if trainable { params } else { 0 };
    let mut layer = table::NO_LAYER;
    (layer.name, layer.class, layer.output_shapes) = (name, class, KNOWN);
    (layer.params, layer.trainable_params, layer.trainable) = (params, trainable_params, trainable);
    layer.inputs = inputs;
    layer
}

const fn of_shapes(shapes: &'static [&'static [Dim]], mut layer: Layer) -> Layer {
    layer.output_shapes = shapes;
    layer
}

const fn of_layers(layers: &'static [Layer], mut layer: Layer) -> Layer {
    layer.layers = layers;
    layer
}

const fn input(layer: &'static str, call: usize, output: usize) -> Input {
    let mut input = table::NO_INPUT;
    (input.layer, input.call, input.output) = (layer, call, output);
    input
}

const fn spec(layers: &'static [Layer], is_chain: bool) -> Spec {
    let mut spec = table::NO_SPEC;
    (spec.name, spec.inputs, spec.outputs) = ("m", KNOWN, KNOWN);
    (spec.layers, spec.is_chain) = (layers, is_chain);
    (spec.params, spec.trainable_params) = (9494, 9000);
    (spec.param_bytes, spec.trainable_param_bytes) = (37_976, 36_000);
    spec
}

static CHAIN: Spec = spec(
    &[
        of_shapes(UNKNOWN, layer("input", "InputLayer", 0, true, &[])),
        layer("conv2d", "Conv2D", 9000, true, &[input("input", 0, 0)]),
        layer("dense", "Dense", 494, false, &[input("conv2d", 0, 0)]),
        layer("dense_1", "Dense", 0, true, &[input("dense", 0, 0)]),
    ],
    true,
);

#[track_caller]
fn check(summary: Summary, expected: &[&str]) {
    let found = summary.to_string();
    let found: Vec<_> = found.lines().collect();
    assert_eq!(found, expected);
}

/// The first column of the rows below the header.
fn first_column(summary: Summary) -> Vec<String> {
    let text = summary.to_string();
    let rows = text.lines().filter_map(|line| line.strip_prefix("│ "));
    rows.map(|row| row.split('│').next().unwrap_or_default().trim_end().to_string()).collect()
}

#[test]
fn colors_are_those_of_rich() {
    let summary = summary(&CHAIN).line_length(60).show_trainable(true).color(true);
    let bold = |text: &str| text.replace('[', "\x1b[1m").replace(']', "\x1b[0m");
    let text = summary.to_string();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "\x1b[1mModel: \"m\"\x1b[0m");
    assert_eq!(
        lines[2],
        bold(
            "┃[ ][Layer (type)         ][ ]┃[ ][Output Shape    ][ ]┃[ ][Param #][ ]┃[ ][Tr…][ ]┃"
        )
    );
    assert_eq!(
        lines[4],
        "│ input (\x1b[38;5;33mInputLayer\x1b[0m)    │ (\x1b[38;5;45mNone\x1b[0m, \x1b[38;5;45mNone\x1b[0m, \
         \x1b[38;5;34m2*h\x1b[0m │       \x1b[38;5;34m0\x1b[0m │  \x1b[1m-\x1b[0m  │"
    );
    // What is wrapped keeps its colour.
    assert_eq!(
        lines[5],
        "│                       │ \x1b[38;5;34m+ 1\x1b[0m)             │         │     │"
    );
    assert!(
        lines[7].ends_with("│   \x1b[38;5;34m9,000\x1b[0m │  \x1b[1;38;5;34mY\x1b[0m  │"),
        "{}",
        lines[7]
    );
    assert!(
        lines[9].ends_with("│     \x1b[38;5;34m494\x1b[0m │  \x1b[1;91mN\x1b[0m  │"),
        "{}",
        lines[9]
    );
    assert_eq!(
        lines[lines.len() - 3],
        "\x1b[1m Total params: \x1b[0m\x1b[38;5;34m9,494\x1b[0m (37.09 KB)"
    );
}

#[test]
fn without_its_colors_the_text_is_the_same() {
    for length in [30, 47, 80] {
        let plain = summary(&CHAIN).show_trainable(true).line_length(length).terminal_width(70);
        let colored = plain.color(true).to_string();
        let mut pieces = colored.split('\x1b');
        let first = pieces.next().unwrap_or_default().to_string();
        let stripped =
            pieces.fold(first, |text, piece| text + piece.split_once('m').map_or(piece, |it| it.1));
        assert_eq!(stripped, plain.to_string());
    }
}

#[test]
fn wide_characters_take_two_cells() {
    static SPEC: Spec = spec(
        &[
            layer("畳み込み層", "Conv2D", 0, true, &[]),
            layer("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "A", 0, true, &[]),
            layer("x🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "A", 0, true, &[]),
        ],
        true,
    );
    check(
        summary(&SPEC).line_length(50),
        &[
            "Model: \"m\"",
            "┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━┳━━━━━━━━━┓",
            "┃ Layer (type)        ┃ Output Shape   ┃ Param # ┃",
            "┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━╇━━━━━━━━━┩",
            "│ 畳み込み層 (Conv2D) │ (None, 1000,   │       0 │",
            "│                     │ 16)            │         │",
            "├─────────────────────┼────────────────┼─────────┤",
            "│ 🙂🙂🙂🙂🙂🙂🙂🙂🙂… │ (None, 1000,   │       0 │",
            "│ (A)                 │ 16)            │         │",
            "├─────────────────────┼────────────────┼─────────┤",
            "│ x🙂🙂🙂🙂🙂🙂🙂🙂 … │ (None, 1000,   │       0 │",
            "│ (A)                 │ 16)            │         │",
            "└─────────────────────┴────────────────┴─────────┘",
            " Total params: 9,494 (37.09 KB)",
            " Trainable params: 9,000 (35.16 KB)",
            " Non-trainable params: 494 (1.93 KB)",
        ],
    );
}

#[test]
fn markup_counts_only_where_keras_does_not_escape_it() {
    static SPEC: Spec = spec(
        &[
            layer("x[bold]", "A", 0, true, &[]),
            layer("y[1]", "A", 0, true, &[input("x[bold]", 0, 0), input("z[a", 1, 2)]),
        ],
        false,
    );
    let text = summary(&SPEC).to_string();
    assert!(text.contains("│ x[bold] (A) "), "{text}");
    assert!(text.contains("│ y[1] (A) "), "{text}");
    assert!(text.contains("│ x[0][0],"), "{text}");
    assert!(text.contains("│ z[a[1][2]"), "{text}");
}

#[test]
fn layer_range_is_from_the_first_to_the_last_match() {
    for (first, last, rows) in [
        ("conv", "dense_1", &["conv2d (Conv2D)", "dense (Dense)", "dense_1 (Dense)"][..]),
        ("dense", "dense", &["dense (Dense)", "dense_1 (Dense)"]),
        ("dense_1", "conv", &["conv2d (Conv2D)", "dense (Dense)", "dense_1 (Dense)"]),
        ("", "conv2d", &["input (InputLayer)", "conv2d (Conv2D)"]),
        ("conv", "conv", &["conv2d (Conv2D)"]),
        ("onv", "dense", &[]),
        ("conv", "none", &[]),
    ] {
        let summary = summary(&CHAIN).layer_range(first, last);
        assert_eq!(first_column(summary.terminal_width(100)), rows, "{first}..{last}");
        for layout in [Layout::Keras2, Layout::Classic] {
            let text = summary.layout(layout).to_string();
            let shown = text.lines().filter(|line| line.contains("(None, ")).count();
            assert_eq!(shown, rows.len(), "{first}..{last} in {layout:?}");
        }
    }
    check(
        summary(&CHAIN).layer_range("none", "none").line_length(50),
        &[
            "Model: \"m\"",
            "┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━┳━━━━━━━━━┓",
            "┃ Layer (type)        ┃ Output Shape   ┃ Param # ┃",
            "┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━╇━━━━━━━━━┩",
            "└─────────────────────┴────────────────┴─────────┘",
            " Total params: 9,494 (37.09 KB)",
            " Trainable params: 9,000 (35.16 KB)",
            " Non-trainable params: 494 (1.93 KB)",
        ],
    );
}

#[test]
fn a_narrow_console_cuts_the_table_and_folds_the_rest() {
    check(
        summary(&CHAIN).layer_range("conv", "conv").line_length(50).terminal_width(24),
        &[
            "Model: \"m\"",
            "┏━━━━━━━━━━━━━━━━━━━━━┳━",
            "┃ Layer (type)        ┃ ",
            "┡━━━━━━━━━━━━━━━━━━━━━╇━",
            "│ conv2d (Conv2D)     │ ",
            "│                     │ ",
            "└─────────────────────┴─",
            " Total params: 9,494 ",
            "(37.09 KB)",
            " Trainable params: 9,000",
            "(35.16 KB)",
            " Non-trainable params: ",
            "494 (1.93 KB)",
        ],
    );
}

#[test]
fn a_narrow_header_stands_at_the_bottom() {
    let text = summary(&CHAIN).line_length(36).to_string();
    let lines: Vec<_> = text.lines().skip(2).take(3).collect();
    assert_eq!(
        lines,
        [
            "┃               ┃ Output   ┃ Param ┃",
            "┃ Layer (type)  ┃ Shape    ┃     # ┃",
            "┡━━━━━━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━┩",
        ],
    );
}

#[test]
fn any_length_gives_a_table() {
    static GRAPH: Spec = spec(
        &[of_layers(CHAIN.layers, layer("encoder", "Functional", 1, true, &[input("a", 0, 0)]))],
        false,
    );
    for spec in [&CHAIN, &GRAPH] {
        for layout in [Layout::Keras3, Layout::Keras2, Layout::Classic] {
            for length in [0, 1, 2, 5, 13, 27, usize::MAX] {
                let summary = summary(spec)
                    .layout(layout)
                    .show_trainable(true)
                    .expand_nested(true)
                    .color(true);
                for text in [
                    summary.line_length(length).to_string(),
                    summary.terminal_width(length).to_string(),
                    summary.line_length(length).terminal_width(length).to_string(),
                    summary.line_length(length).terminal_width(0).to_string(),
                ] {
                    assert!(text.contains('\n') && !text.ends_with('\n'), "{layout:?} {length}");
                    assert!(
                        text.lines().all(|line| line.chars().count() < 10_200),
                        "{layout:?} {length}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_summary_is_a_constant() {
    // The name, and zeros.
    const SUMMARY: Summary = pack::summary(b"\x01m")
        .layout(Layout::Keras2)
        .line_length(70)
        .terminal_width(90)
        .show_trainable(true)
        .expand_nested(true)
        .layer_range("conv", "dense")
        .color(false);
    assert!(SUMMARY.to_string().starts_with("Model: \"m\"\n"));
}
