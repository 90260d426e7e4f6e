//! Records of layer calls, and how a result is compared with one. Two tests run them: `model-core/tests/golden.rs`
//! through the engine, and `model-frontend/src/tests/golden.rs` as source text through the macro.
//!
//! A case whose result differs from Keras on purpose is a row of `docs/keras-differences.md`; a listed case
//! must differ, and nothing else may. `GOLDEN_CLASS=Conv2D` runs the cases of one class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use modelwright_core::dim::Dim;
use modelwright_core::layers::Inferred;
use modelwright_core::shape::Shape;
use serde_json::Value as Json;

use super::{records, text};
use crate::repository;

/// Runs a case on inputs of these shapes.
pub type Run<'a> = &'a dyn Fn(&Json, &[Shape]) -> Result<Inferred, Failure>;

/// Runs every record, prints the counts and fails where a result is not what it should be. `kept` sees every
/// accepted case that came out equal.
///
/// # Panics
///
/// Where a result is not that of Keras, with the cases.
pub fn compare_all(run: Run<'_>, mut kept: impl FnMut(&Json)) {
    let differences = differences();
    let families = families();
    let only = std::env::var("GOLDEN_CLASS").ok();
    let mut table: BTreeMap<(String, bool), Tally> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, accepted) in [("layers.jsonl", true), ("errors.jsonl", false)] {
        for case in records(file) {
            let (id, class) = (text(&case, "id"), text(&case, "layer"));
            seen.insert(id.to_owned());
            if only.as_deref().is_some_and(|only| only != class) {
                continue;
            }
            let family = families.get(class).map_or("other", String::as_str).to_owned();
            let tally = table.entry((family, !accepted)).or_default();
            tally.cases += 1;
            if let Some(reason) = not_expressible(&case, class, accepted) {
                *tally.reasons.entry(reason).or_default() += 1;
                if differences.contains(id) {
                    failures.push(format!("{id}: listed as a difference, but {reason}"));
                }
                continue;
            }
            let outcome =
                if accepted { check_accepted(&case, run) } else { check_rejected(&case, run) };
            match (outcome, differences.contains(id)) {
                (Outcome::Unimplemented(name), _) => {
                    tally.unimplemented += 1;
                    tally.missing.insert(name);
                }
                (Outcome::NotExpressible(reason), _) => {
                    *tally.reasons.entry(reason).or_default() += 1;
                }
                (Outcome::Equal, false) => {
                    tally.equal += 1;
                    if accepted {
                        kept(&case);
                    }
                }
                (Outcome::Equal, true) => {
                    failures.push(format!("{id}: listed as a difference, but there is none"));
                }
                (Outcome::Differs(_), true) => tally.on_purpose += 1,
                (Outcome::Differs(how), false) => {
                    failures.push(format!("{id}: {how}\n      {}", show(&case)));
                }
            }
        }
    }
    print_table(&table);
    for id in differences.difference(&seen) {
        failures.push(format!("{id}: listed as a difference, but there is no such case"));
    }
    assert!(
        failures.is_empty(),
        "{} cases fail, among them:\n{}",
        failures.len(),
        failures.iter().take(60).map(|failure| format!("  {failure}\n")).collect::<String>()
    );
}

/// Counts of one family.
#[derive(Default)]
struct Tally {
    cases: usize,
    equal: usize,
    on_purpose: usize,
    unimplemented: usize,
    missing: BTreeSet<String>,
    reasons: BTreeMap<&'static str, usize>,
}

enum Outcome {
    Equal,
    Differs(String),
    Unimplemented(String),
    NotExpressible(&'static str),
}

impl From<Failure> for Outcome {
    /// A failure where a result is expected.
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Rejected(message) => Self::Differs(format!("rejected: {message}")),
            Failure::Unimplemented(name) => Self::Unimplemented(name),
            Failure::NotExpressible(reason) => Self::NotExpressible(reason),
        }
    }
}

/// Reason for which no result came out.
pub enum Failure {
    /// It was rejected, with this message.
    Rejected(String),
    /// This class is not in the table.
    Unimplemented(String),
    /// The language has no way to write it, for this reason.
    NotExpressible(&'static str),
}

/// Why the language has no way to write a case; `None` where it has.
fn not_expressible(case: &Json, class: &str, accepted: bool) -> Option<&'static str> {
    if matches!(class, "Lambda" | "JaxLayer" | "FlaxLayer" | "TorchModuleWrapper" | "TFSMLayer") {
        return Some("the layer runs Python code");
    }
    if matches!(class, "Layer" | "Wrapper" | "InputSpec") {
        return Some("the class is one to inherit from");
    }
    match text(case, "call") {
        "inputlayer" => return Some("inputs are the parameters of a model"),
        "args" => return Some("Python's call takes several positional arguments"),
        _ => {}
    }
    if mentions(case.get("config"), "__lambda__") {
        return Some("an argument is Python code");
    }
    if case.get("input_dtype").and_then(Json::as_str) == Some("string") {
        return Some("there are no strings at run time");
    }
    let inputs = case.get("inputs").and_then(Json::as_array)?;
    if inputs.iter().any(|input| input.as_array().is_none_or(Vec::is_empty)) {
        return Some("every tensor has a batch axis");
    }
    let batches: BTreeSet<_> =
        inputs.iter().filter_map(|input| input.get(0).and_then(Json::as_u64)).collect();
    if batches.len() > 1 {
        return Some("the batch sizes differ");
    }
    let stateful = case.get("config").and_then(|config| config.get("stateful"));
    if !accepted && stateful == Some(&Json::Bool(true)) {
        return Some("the batch size must be fixed");
    }
    let image = IMAGE_CLASSES.contains(&class);
    if image && inputs.iter().all(|input| input.as_array().is_some_and(|i| i.len() < 4)) {
        return Some("every tensor has a batch axis");
    }
    // What replaces or moves the batch axis is about that axis.
    let kept = |output: &Json| {
        let first = |shape: &Json| shape.get(0).cloned();
        shapes(output).iter().all(|shape| first(shape) == inputs.first().and_then(first))
    };
    let output = case.get("output").filter(|_| !batches.is_empty());
    if output.is_some_and(|output| !kept(output)) {
        return Some("the batch axis does not stay what it is");
    }
    None
}

/// Classes that also take one image without a batch axis in Keras.
const IMAGE_CLASSES: &[&str] = &[
    "AugMix",
    "AutoContrast",
    "CenterCrop",
    "ContrastLimitedAdaptiveHistogramEqualization",
    "CutMix",
    "Equalization",
    "MixUp",
    "Pipeline",
    "RandAugment",
    "RandomBrightness",
    "RandomColorDegeneration",
    "RandomColorJitter",
    "RandomContrast",
    "RandomCrop",
    "RandomElasticTransform",
    "RandomErasing",
    "RandomFlip",
    "RandomGaussianBlur",
    "RandomGrayscale",
    "RandomHue",
    "RandomInvert",
    "RandomPerspective",
    "RandomPosterization",
    "RandomRotation",
    "RandomSaturation",
    "RandomSharpness",
    "RandomShear",
    "RandomTranslation",
    "RandomZoom",
    "Resizing",
    "Solarization",
];

fn check_accepted(case: &Json, run: Run<'_>) -> Outcome {
    let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
    let result = run(case, &inputs);
    if let Some(truth) = case.get("symbolic_is_wrong") {
        return check_truth(case, &inputs, result, truth, run);
    }
    let inferred = match result {
        Ok(inferred) => inferred,
        Err(failure) => return failure.into(),
    };
    if let Some(output) = case.get("output") {
        let expected = tensor_shapes(output);
        if inferred.outputs != expected {
            return Outcome::Differs(format!(
                "gives {}, Keras {}",
                list(&inferred.outputs),
                list(&expected)
            ));
        }
    }
    check_weights(case, &inferred)
}

/// A case where Keras's symbolic shape is contradicted by running the layer.
fn check_truth(
    case: &Json,
    inputs: &[Shape],
    symbolic: Result<Inferred, Failure>,
    truth: &Json,
    run: Run<'_>,
) -> Outcome {
    let traced = truth.get("traced_input").map(tensor_shapes).unwrap_or_default();
    let run_on_traced = run(case, &traced);
    let Some(expected) = truth.get("traced_output").map(tensor_shapes) else {
        return match run_on_traced {
            Err(Failure::Rejected(_)) => Outcome::Equal,
            Err(failure) => failure.into(),
            Ok(_) => Outcome::Differs(format!("accepts {}, real data fails", list(&traced))),
        };
    };
    match (run_on_traced, symbolic) {
        (Err(failure), _) | (_, Err(failure)) => failure.into(),
        (Ok(traced_result), Ok(result)) => {
            let compatible = result.outputs.len() == expected.len()
                && result.outputs.iter().zip(&expected).all(|(a, b)| a.is_compatible(b));
            if traced_result.outputs == expected && compatible {
                check_weights(case, &result)
            } else {
                Outcome::Differs(format!(
                    "gives {} and {} on {}, real data {}",
                    list(&traced_result.outputs),
                    list(&result.outputs),
                    list(inputs),
                    list(&expected)
                ))
            }
        }
    }
}

fn check_rejected(case: &Json, run: Run<'_>) -> Outcome {
    let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
    match run(case, &inputs) {
        Err(Failure::Rejected(_)) => Outcome::Equal,
        Err(failure) => failure.into(),
        Ok(inferred) => Outcome::Differs(format!(
            "gives {}, Keras: {}",
            list(&inferred.outputs),
            text(case, "core").lines().next().unwrap_or_default()
        )),
    }
}

fn check_weights(case: &Json, inferred: &Inferred) -> Outcome {
    let ours: Vec<_> = inferred
        .weights
        .iter()
        .map(|weight| (weight.name().to_owned(), weight.shape.clone(), weight.trainable))
        .collect();
    let weights = case.get("weights").and_then(Json::as_array).map(Vec::as_slice);
    let keras: Vec<_> = weights
        .unwrap_or_default()
        .iter()
        .map(|weight| {
            let shape = weight.get("shape").and_then(Json::as_array).map(Vec::as_slice);
            let shape = shape.unwrap_or_default().iter().filter_map(Json::as_u64);
            (
                text(weight, "name").to_owned(),
                shape.filter_map(|size| usize::try_from(size).ok()).collect::<Vec<_>>(),
                weight.get("trainable") == Some(&Json::Bool(true)),
            )
        })
        .collect();
    if ours != keras {
        return Outcome::Differs(format!("has weights {ours:?}, Keras {keras:?}"));
    }
    let count = |trainable: Option<bool>| -> usize {
        let counted = inferred
            .weights
            .iter()
            .filter(|weight| trainable.is_none_or(|wanted| weight.trainable == wanted));
        usize::try_from(counted.map(modelwright_core::layers::Weight::params).sum::<u128>())
            .expect("a count")
    };
    for (name, ours) in [
        ("total", count(None)),
        ("trainable", count(Some(true))),
        ("non_trainable", count(Some(false))),
    ] {
        let keras = case.get("params").and_then(|params| params.get(name)).and_then(Json::as_u64);
        if keras != u64::try_from(ours).ok() {
            return Outcome::Differs(format!("has {ours} {name} parameters, Keras {keras:?}"));
        }
    }
    Outcome::Equal
}

/// True if `key` is an object's key anywhere in the value.
fn mentions(json: Option<&Json>, key: &str) -> bool {
    match json {
        Some(Json::Object(object)) => {
            object.contains_key(key) || object.values().any(|value| mentions(Some(value), key))
        }
        Some(Json::Array(items)) => items.iter().any(|item| mentions(Some(item), key)),
        _ => false,
    }
}

/// The shapes in a nest of lists.
fn shapes(nest: &Json) -> Vec<Json> {
    match nest.as_array() {
        Some(items) if items.iter().any(Json::is_array) => items.iter().flat_map(shapes).collect(),
        Some(_) => vec![nest.clone()],
        None => Vec::new(),
    }
}

/// The shapes in a nest of lists, without their batch axes.
#[must_use]
pub fn tensor_shapes(nest: &Json) -> Vec<Shape> {
    let dims = |shape: &Json| -> Vec<Dim> {
        let items = shape.as_array().map(Vec::as_slice).unwrap_or_default();
        let size = |item: &Json| {
            let size = item.as_u64().and_then(|size| usize::try_from(size).ok());
            size.map_or(Dim::Unknown, Dim::Known)
        };
        items.iter().skip(1).map(size).collect()
    };
    shapes(nest).iter().map(|shape| Shape::new(dims(shape))).collect()
}

/// The ids of the first column of the table of differences.
fn differences() -> BTreeSet<String> {
    let text = fs::read_to_string(repository("docs/keras-differences.md")).unwrap_or_default();
    let rows = text.lines().filter_map(|line| line.strip_prefix('|'));
    rows.filter_map(|row| row.split('|').next())
        .flat_map(|cell| cell.split(','))
        .map(|id| id.trim().trim_matches('`'))
        .filter(|id| id.contains('-') && id.bytes().any(|byte| byte.is_ascii_digit()))
        .map(ToOwned::to_owned)
        .collect()
}

fn families() -> BTreeMap<String, String> {
    let entries = records("catalogue.jsonl");
    entries.iter().map(|e| (text(e, "name").to_owned(), text(e, "category").to_owned())).collect()
}

/// Shapes as text.
#[must_use]
pub fn list(shapes: &[Shape]) -> String {
    shapes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A case in one line.
#[must_use]
pub fn show(case: &Json) -> String {
    let part = |key: &str| case.get(key).map(ToString::to_string).unwrap_or_default();
    format!(
        "{} {} {} on {} -> {}",
        text(case, "layer"),
        part("config"),
        part("call_kwargs"),
        part("inputs"),
        part("output")
    )
}

fn print_table(table: &BTreeMap<(String, bool), Tally>) {
    println!(
        "{:<16} {:<9} {:>6} {:>6} {:>10} {:>15} {:>15}",
        "family", "Keras", "cases", "equal", "on purpose", "not expressible", "not implemented"
    );
    for ((family, rejected), tally) in table {
        let skipped: usize = tally.reasons.values().sum();
        println!(
            "{family:<16} {:<9} {:>6} {:>6} {:>10} {skipped:>15} {:>15}",
            if *rejected { "rejects" } else { "accepts" },
            tally.cases,
            tally.equal,
            tally.on_purpose,
            tally.unimplemented,
        );
        for (reason, count) in &tally.reasons {
            println!("{:<16} not expressible: {count} because {reason}", "");
        }
        if !tally.missing.is_empty() {
            let missing: Vec<_> = tally.missing.iter().map(String::as_str).collect();
            println!("{:<16} not implemented: {}", "", missing.join(", "));
        }
    }
}
