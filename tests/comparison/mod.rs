//! The same mistakes in Keras, burn and candle: a table of `docs/errors.md`.
//!
//! `printed.json` is what `scripts/compare-errors` found by running the programs beside it; what `model!` says is
//! read from the compile-fail cases.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

/// A mistake that means something in all four, and the words of a message that names what is wrong.
struct Mistake {
    case: &'static str,
    what: &'static str,
    /// The layer, the operation or the name that is wrong, as any of the four may call it.
    culprit: &'static [&'static str],
}

const fn mistake(
    case: &'static str,
    what: &'static str,
    culprit: &'static [&'static str],
) -> Mistake {
    Mistake { case, what, culprit }
}

const MISTAKES: &[Mistake] = &[
    mistake("shapes/rank_one_into_conv", "784 numbers into a convolution", &["conv2d"]),
    mistake(
        "shapes/forgotten_flatten_before_dense",
        "no `Flatten` before the head",
        &["flatten", "dense"],
    ),
    mistake("shapes/kernel_larger_than_input", "a kernel larger than what is left", &["conv2d"]),
    mistake("shapes/channels_first_data", "channels first and last mixed up", &["conv2d"]),
    mistake(
        "shapes/skip_connection_channels",
        "a skip connection with other channels",
        &["`add`", "'add'", "in add"],
    ),
    mistake(
        "shapes/skip_connection_stride",
        "a skip connection around a stride",
        &["`add`", "'add'", "in add"],
    ),
    mistake(
        "shapes/concatenate_wrong_axis",
        "concatenation along the wrong axis",
        &["concatenate", "'cat'", "in cat"],
    ),
    mistake("shapes/reshape_does_not_multiply_out", "a reshape to fewer elements", &["reshape"]),
    mistake(
        "shapes/odd_size_in_unet",
        "an odd size in a U-Net",
        &["concatenate", "'cat'", "in cat"],
    ),
    mistake("shapes/groups_do_not_divide", "12 filters in 5 groups", &["conv2d"]),
    mistake(
        "shapes/strides_with_dilation",
        "strides and a dilation, which Keras refuses",
        &["conv2d"],
    ),
    mistake(
        "shapes/shared_layer_other_size",
        "a shared layer on another size",
        &["dense", "linear"],
    ),
    mistake("shapes/slice_out_of_range", "step 20 of 20 steps", &["slice", "index", "narrow"]),
    mistake("shapes/output_size", "100 classes where 10 are wanted", &["dense", "linear"]),
    mistake("recurrent/stacked", "a recurrent layer on the last step of another", &["gru"]),
    mistake("recurrent/image_into_lstm", "an image into an LSTM", &["lstm"]),
    mistake("recurrent/states", "the wrong number of outputs", &["lstm"]),
    mistake("recurrent/states_of_another_size", "a state of another size", &["lstm"]),
    mistake("recurrent/tokens_without_embedding", "tokens without an embedding", &["lstm"]),
    mistake(
        "attention/order_of_inputs",
        "the inputs of attention in the wrong order",
        &["attention"],
    ),
    mistake(
        "names/layer",
        "two misspelt layers",
        &["conv2d`", "'conv2d'", "conv2dconfig", "conv_2d"],
    ),
    mistake("names/argument", "a misspelt argument", &["kernel_sise", "with_strde", "strde"]),
    mistake("names/variable", "a misspelt variable", &["`feature`", "'feature'"]),
    mistake("arguments/missing", "no kernel size", &["conv2d"]),
    mistake("arguments/negative_units", "-1 units", &["dense", "linear"]),
    mistake("arguments/dropout_percent", "a dropout of 50", &["dropout"]),
    mistake("blocks/in_a_block", "a kernel too large, two functions deep", &["conv2d"]),
    mistake("nested/input_shape", "another image size than the nested model's", &["backbone"]),
    mistake("control_flow/loop_shrinks", "a loop that strides once too often", &["conv2d"]),
    mistake("recovery/several/several_mistakes", "four mistakes in one model", &["conv2d"]),
];

const TOOLS: &[(&str, &str)] = &[("keras", "Keras"), ("burn", "burn"), ("candle", "candle")];

/// When a mistake shows, earliest first.
const STAGES: &[(&str, &str)] = &[
    ("compiling", "while it compiles"),
    ("building", "when the layers are made"),
    ("first call", "at the first call"),
    ("training", "at the first step of training"),
    ("never", "never"),
];

/// What of another library's message fits into a cell.
const CELL: usize = 240;

struct Printed {
    version: String,
    cases: BTreeMap<String, Outcome>,
}

struct Outcome {
    when: String,
    /// Lines; of a compiler, one string for each error.
    text: Vec<String>,
}

impl Printed {
    fn read(tool: &Value) -> Self {
        let text = |value: &Value| value.as_str().expect("a string").to_string();
        let outcome = |outcome: &Value| Outcome {
            when: text(&outcome["when"]),
            text: outcome["text"].as_array().expect("lines").iter().map(text).collect(),
        };
        let cases = tool["cases"].as_object().expect("the cases");
        let cases = cases.iter().map(|(case, value)| (case.clone(), outcome(value))).collect();
        Self { version: text(&tool["version"]), cases }
    }
}

/// The section of the document; `errors_of` gives the errors of a case, with their notes and helps.
pub(crate) fn section(folder: &Path, errors_of: impl Fn(&str) -> Vec<String>) -> String {
    let text = std::fs::read_to_string(folder.join("printed.json")).expect("what was printed");
    let file: Value = serde_json::from_str(&text).expect("what was printed");
    let mut printed: BTreeMap<&str, Printed> =
        TOOLS.iter().map(|(tool, _)| (*tool, Printed::read(&file[tool]))).collect();
    let ours = MISTAKES.iter().map(|mistake| {
        let text = errors_of(mistake.case);
        (mistake.case.to_string(), Outcome { when: "compiling".into(), text })
    });
    printed.insert("modelwright", Printed { version: String::new(), cases: ours.collect() });
    let mut columns = vec![("modelwright", "`model!`".to_string())];
    for (tool, title) in TOOLS {
        columns.push((tool, format!("{title} {}", printed[tool].version)));
    }
    let titles: Vec<&str> = columns.iter().map(|(_, title)| title.as_str()).collect();
    let mut section = format!(
        "\n## The same mistakes elsewhere\n\nWhat is printed first, and when, on {} mistakes. The programs are in \
         [tests/comparison](../tests/comparison), in\nthe way of each library, and `scripts/compare-errors` runs them. \
         burn and candle were built for debugging.\n\nThe compiler's errors and Keras's tracebacks also show the line \
         of the program that was at work. A panic of burn's and\nan error of candle's show none, without \
         `RUST_BACKTRACE`; the place in the library at which burn panics is left out here.\n\n",
        MISTAKES.len(),
    );

    let _ = writeln!(section, "| | {} |", titles.join(" | "));
    let _ = writeln!(section, "|---|{}", "--:|".repeat(columns.len()));
    for (stage, words) in STAGES {
        row(&mut section, &format!("shows {words}"), &columns, |tool| {
            let outcomes = printed[tool].cases.values();
            outcomes.filter(|outcome| outcome.when == *stage).count().to_string()
        });
    }
    row(&mut section, "names the layer, operation or name that is wrong", &columns, |tool| {
        let named =
            MISTAKES.iter().filter(|mistake| names(mistake, &printed[tool].cases[mistake.case]));
        named.count().to_string()
    });
    row(&mut section, "of four mistakes in one model, shows at once", &columns, |tool| {
        let outcome = &printed[tool].cases["recovery/several/several_mistakes"];
        match outcome.when.as_str() {
            "compiling" => outcome.text.len().to_string(),
            _ => "1".into(),
        }
    });

    let _ = writeln!(section, "\n| mistake | {} |", titles.join(" | "));
    let _ = writeln!(section, "|---|{}", "---|".repeat(columns.len()));
    for mistake in MISTAKES {
        let what = format!("[{}](../tests/ui/{}.rs)", mistake.what, mistake.case);
        row(&mut section, &what, &columns, |tool| {
            let limit = if tool == "modelwright" { usize::MAX } else { CELL };
            cell(&printed[tool].cases[mistake.case], limit)
        });
    }
    section
}

fn row(text: &mut String, title: &str, columns: &[(&str, String)], cell: impl Fn(&str) -> String) {
    let cells: Vec<String> = columns.iter().map(|(tool, _)| cell(tool)).collect();
    let _ = writeln!(text, "| {title} | {} |", cells.join(" | "));
}

fn names(mistake: &Mistake, outcome: &Outcome) -> bool {
    let text = message(outcome).to_lowercase();
    outcome.when != "never" && mistake.culprit.iter().any(|word| text.contains(word))
}

/// What is printed, without the place of a panic.
fn message(outcome: &Outcome) -> String {
    let lines = outcome.text.iter().filter(|line| !line.starts_with("thread 'main' panicked"));
    let lines: Vec<&str> = lines.map(|line| line.trim()).collect();
    lines.join("\n")
}

fn cell(outcome: &Outcome, limit: usize) -> String {
    let message = message(outcome);
    let text = match message.char_indices().nth(limit) {
        Some((end, _)) => format!("{} ..", message[..end].trim_end()),
        None => message,
    };
    let text = match outcome.when.as_str() {
        "never" => format!("no error; the output is `{text}`"),
        _ => text.lines().map(code).collect::<Vec<_>>().join("<br>"),
    };
    format!("{text}<br>*{}*", outcome.when)
}

/// A line as code in a cell.
fn code(line: &str) -> String {
    let line = line.replace('|', "\\|");
    // Code with backticks in it stands between two of them.
    if line.contains('`') { format!("`` {line} ``") } else { format!("`{line}`") }
}
