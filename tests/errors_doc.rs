//! Generator of `docs/errors.md`: the mistakes of `tests/ui` as a user sees them.
//!
//! `BLESS=1 cargo test --test errors_doc` rewrites the file after `TRYBUILD=overwrite cargo test --test
//! compile_fail` has rewritten the output of the cases.

mod comparison;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use modelwright_testing::blessed::expect_file;
use modelwright_testing::files;

/// A folder of `tests/ui`: its title, and the cases shown in full.
struct Theme {
    folder: &'static str,
    title: &'static str,
    about: &'static str,
    shown: &'static [&'static str],
}

const THEMES: &[Theme] = &[
    Theme {
        folder: "shapes",
        title: "Shapes",
        about: "A layer says what it expects and what it found. The trail is the way the shape came; a fix \
                that names a shape has been tried by running the rule.",
        shown: &[
            "kernel_larger_than_input",
            "forgotten_flatten",
            "forgotten_flatten_before_dense",
            "channels_first_data",
            "skip_connection_channels",
            "odd_size_in_unet",
            "reshape_does_not_multiply_out",
        ],
    },
    Theme {
        folder: "names",
        title: "Names",
        about: "The nearest name by spelling, or by meaning: PyTorch, Flax and earlier versions of Keras are \
                known.",
        shown: &["layer", "pytorch_pooling", "keras1_argument", "range"],
    },
    Theme {
        folder: "arguments",
        title: "Arguments",
        about: "Every argument is checked, all of them at once.",
        shown: &[
            "string_for_word",
            "padding_pytorch",
            "input_shape",
            "activation_in_second_place",
            "tensor_as_argument",
        ],
    },
    Theme {
        folder: "values",
        title: "Values",
        about: "Numbers, lists and strings behave as in Rust.",
        shown: &[
            "integer_and_float",
            "shape_counts_the_batch",
            "condition_on_a_tensor",
            "assertion",
        ],
    },
    Theme {
        folder: "control_flow",
        title: "Control flow",
        about: "Loops and conditions run while the macro expands. A mistake in a loop is one mistake.",
        shown: &["loop_shrinks", "while", "if_without_else"],
    },
    Theme {
        folder: "blocks",
        title: "Blocks",
        about: "A mistake in a block stands in the block, with the calls that led to it. A block that nothing \
                calls is not run, but its names and what is written out in it are checked.",
        shown: &["in_a_block", "rank", "names_inside_used_twice", "never_called"],
    },
    Theme {
        folder: "sharing",
        title: "Sharing",
        about: "A layer in a variable has one set of weights, whose shapes its first call fixes.",
        shown: &["conv_other_channels", "called_like_a_function"],
    },
    Theme {
        folder: "recurrent",
        title: "Recurrent layers",
        about: "",
        shown: &["stacked", "states", "tokens_without_embedding"],
    },
    Theme {
        folder: "attention",
        title: "Attention",
        about: "",
        shown: &["order_of_inputs", "one_input"],
    },
    Theme {
        folder: "nested",
        title: "Nested models",
        about: "A model that fails is one mistake, however often it is used.",
        shown: &["input_shape", "called"],
    },
    Theme {
        folder: "outputs",
        title: "Outputs",
        about: "",
        shown: &["no_tail", "three_dimensional", "one_of_two"],
    },
    Theme {
        folder: "custom_layers",
        title: "User-defined layers",
        about: "A mistake in a `layer` item is reported in the item, with the place of use.",
        shown: &["unknown_weight_size", "equal_sizes"],
    },
    Theme {
        folder: "costs",
        title: "Costs",
        about: "What a model may cost is part of its source.",
        shown: &["budget"],
    },
    Theme {
        folder: "syntax",
        title: "Syntax",
        about: "What Python, PyTorch and the rest of Rust write is recognized, reported once, and read as it \
                was meant.",
        shown: &[
            "libraries/keras_call",
            "libraries/pytorch_module",
            "python/power",
            "python/and",
            "pieces/missing_semicolon",
        ],
    },
    Theme {
        folder: "warnings",
        title: "Warnings",
        about: "A valid model that is probably not the intended one is a warning. `#[allow(deprecated)]` on \
                the model silences it.",
        shown: &["channels_first"],
    },
    Theme {
        folder: "recovery",
        title: "Several mistakes, and unfinished text",
        about: "All mistakes of a macro call are reported at once, in the order of the source, and nothing \
                that only follows from them. What is not finished loses nothing of the rest.",
        shown: &[
            "several/all_kinds_at_once",
            "several/one_block_ten_calls",
            "statements/arrow_before_let",
            "several/two_models",
        ],
    },
];

const INTRODUCTION: &str = "# Errors

What `model!` says about the mistakes people make. This file is made from the compile-fail cases in
`tests/ui`, and a test keeps it so; change the cases, not this file.

An error stands on the smallest token that is wrong. Its first line stands alone, with what was expected and
what was found; `note:` lines are facts, `help:` lines are fixes. After an error the shape is not known, and
nothing that depends on it is reported again; the items of the model are still there, so the code around has
no errors of its own.

Rust splits a program into tokens before any macro runs, and has errors of its own for some that others write:
`'same'` in single quotes, `f\"..\"`, typographic characters such as `→`, `×` and curly quotes. `//` begins a comment.
";

#[test]
fn the_document_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    expect_file(root.join("docs/errors.md"), &document(&root.join("tests/ui")));
}

/// Phrases of a tested fix: it reports the result of the shape rule.
const TRIED: &[&str] = &[
    "the output is `",
    "the output of `",
    " brings `",
    " it is `[",
    "comes too early: ",
    " takes an input `",
    " before it ",
];

fn document(cases: &Path) -> String {
    let folders: BTreeSet<PathBuf> =
        files(cases, "rs").iter().map(|case| below(cases, case).iter().take(1).collect()).collect();
    let listed = THEMES.iter().map(|theme| PathBuf::from(theme.folder)).collect();
    assert_eq!(folders, listed, "every theme has its section");

    let mut text = INTRODUCTION.to_string();
    let mut total = 0;
    let mut shares = Shares::default();
    let mut table = String::from("| theme | cases |\n|---|---|\n");
    let mut sections = String::new();
    for theme in THEMES {
        let folder = cases.join(theme.folder);
        let cases = names(&folder);
        total += cases.len();
        let anchor = theme.title.to_lowercase().replace(',', "").replace(' ', "-");
        let _ = writeln!(table, "| [{}](#{anchor}) | {} |", theme.title, cases.len());
        let _ = writeln!(sections, "\n## {}", theme.title);
        if !theme.about.is_empty() {
            let _ = writeln!(sections, "\n{}", wrapped(theme.about));
        }
        for case in theme.shown {
            assert!(cases.iter().any(|name| name == case), "{}/{case}", theme.folder);
            let _ = writeln!(
                sections,
                "\n### {}\n\n```rust,ignore\n{}\n```\n\n```text\n{}\n```",
                spoken(case),
                model(&read(&folder, case, "rs")),
                read(&folder, case, "stderr").trim_end(),
            );
        }
        let _ = writeln!(sections, "\n### All cases: {}", theme.title.to_lowercase());
        let mut group = None;
        for case in &cases {
            let (of_case, _) = case.rsplit_once('/').unwrap_or_default();
            if group != Some(of_case) {
                group = Some(of_case);
                let title =
                    if of_case.is_empty() { "" } else { &format!("\n#### {}\n", spoken(of_case)) };
                let _ = writeln!(sections, "{title}");
            }
            let errors = errors_of(&folder, case);
            errors.iter().for_each(|error| shares.count(error));
            let more = match errors.len() {
                0 | 1 => String::new(),
                count => format!(" (and {} more)", count - 1),
            };
            let first = errors.first().and_then(|error| error.lines().next());
            let _ = writeln!(
                sections,
                "* [{}](../tests/ui/{}/{case}.rs): {}{more}",
                spoken(case),
                theme.folder,
                first.expect("an error"),
            );
        }
    }
    let _ = writeln!(table, "| all | {total} |");
    let comparison = comparison::section(&cases.with_file_name("comparison"), |case| {
        let (folder, case) = case.split_once('/').expect("a theme and a case");
        errors_of(&cases.join(folder), case)
    });
    let _ = write!(text, "\n{table}\n{}{comparison}{sections}", shares.sentence());
    text
}

/// Number of errors with a fix.
#[derive(Default)]
struct Shares {
    errors: usize,
    with_help: usize,
    with_tried_fix: usize,
}

impl Shares {
    fn count(&mut self, error: &str) {
        let mut helps = error.lines().filter(|line| line.starts_with("help: ")).peekable();
        self.errors += 1;
        self.with_help += usize::from(helps.peek().is_some());
        self.with_tried_fix +=
            usize::from(helps.any(|help| TRIED.iter().any(|words| help.contains(words))));
    }

    fn sentence(&self) -> String {
        let percent = |part: usize| (100 * part + self.errors / 2) / self.errors;
        wrapped(&format!(
            "These cases have {} errors. {} of them ({} %) have a `help:` that says how to mend it; in {} ({} %) it \
             is a fix that was tried by running the rules of the shapes, and says what they gave.\n",
            self.errors,
            self.with_help,
            percent(self.with_help),
            self.with_tried_fix,
            percent(self.with_tried_fix),
        )) + "\n"
    }
}

/// Errors of a case with their notes and helps, one line each.
fn errors_of(folder: &Path, case: &str) -> Vec<String> {
    let mut errors: Vec<String> = Vec::new();
    for line in read(folder, case, "stderr").lines() {
        if let Some(first) = line.strip_prefix("error: ") {
            errors.push(first.to_string());
        } else if let Some(error) = errors.last_mut()
            && let line = line.trim_start()
            && (line.starts_with("note: ") || line.starts_with("help: "))
        {
            error.push('\n');
            error.push_str(line);
        }
    }
    errors
}

/// Cases of a theme, sorted: their paths in its folder, without extensions.
fn names(folder: &Path) -> Vec<String> {
    let cases = files(folder, "rs").into_iter();
    cases.map(|case| below(folder, &case.with_extension("")).display().to_string()).collect()
}

fn below<'a>(folder: &Path, path: &'a Path) -> &'a Path {
    path.strip_prefix(folder).expect("a path in the folder")
}

fn read(folder: &Path, case: &str, extension: &str) -> String {
    let path = folder.join(case).with_extension(extension);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Body of the macro call of a case, without its indent.
fn model(source: &str) -> String {
    let inside = source.split_once("model! {\n").expect("a macro call").1;
    let inside = inside.split_once("\n}\n").expect("the end of the macro call").0;
    let lines: Vec<&str> =
        inside.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    lines.join("\n")
}

/// The last name of a path as words: `shapes/forgotten_flatten` becomes `Forgotten flatten`.
fn spoken(case: &str) -> String {
    let (_, name) = case.rsplit_once('/').unwrap_or(("", case));
    let mut text = name.replace('_', " ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        if width > 0 && width + 1 + word.len() > 110 {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += word.len();
    }
    lines
}
