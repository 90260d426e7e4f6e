//! Every layer against what Keras gave; `tests/README.md` says what the records are.
//!
//! A case whose result differs from Keras on purpose is a row of `docs/keras-differences.md`; a listed case
//! must differ, and nothing else may. `GOLDEN_CLASS=Conv2D` runs the cases of one class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::dim::Dim;
use modelwright_core::layers::{
    self, COMMON, Default, Given, Inferred, Kind, Layer, LayerKind, Parameter, bind, infer,
};
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;
use modelwright_core::value::Value;
use serde_json::{Map, Value as Json};

#[path = "golden/symbolic.rs"]
mod symbolic;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/golden");
const DIFFERENCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/keras-differences.md");

#[test]
fn layers_give_what_keras_gives() {
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
            let outcome = if accepted { check_accepted(&case) } else { check_rejected(&case) };
            match (outcome, differences.contains(id)) {
                (Outcome::Unimplemented(name), _) => {
                    tally.unimplemented += 1;
                    tally.missing.insert(name);
                }
                (Outcome::Equal, false) => tally.equal += 1,
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

#[test]
fn the_table_of_classes_is_that_of_keras() {
    let mut failures = Vec::new();
    for entry in records("catalogue.jsonl") {
        let (name, class_name) = (text(&entry, "name"), text(&entry, "class"));
        let Some(class) = layers::find(class_name) else { continue };
        if !std::iter::once(class.name).chain(class.aliases.iter().copied()).any(|n| n == name) {
            failures.push(format!("{class_name}: has no alias `{name}`"));
        }
        let Some(arguments) = entry.get("args").and_then(Json::as_array) else { continue };
        let common = |name: &str| COMMON.iter().any(|parameter| parameter.name == name);
        let keras: Vec<_> = arguments.iter().filter(|a| !common(text(a, "name"))).collect();
        let names: Vec<_> = keras.iter().map(|argument| text(argument, "name")).collect();
        let positional = class.parameters.get(..class.positional).unwrap_or_default();
        let ours: Vec<_> = positional.iter().map(|parameter| parameter.name).collect();
        if names != ours {
            failures.push(format!("{name}: has parameters {ours:?}, Keras {names:?}"));
            continue;
        }
        for (parameter, argument) in positional.iter().zip(&keras) {
            let required = argument.get("required").and_then(Json::as_bool) == Some(true);
            let default = argument.get("default").unwrap_or(&Json::Null);
            if let Err(how) = same_default(parameter, required, default) {
                failures.push(format!("{name}.{}: {how}", parameter.name));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
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
}

/// Why no result came out.
enum Failure {
    /// It was rejected, with this message.
    Rejected(String),
    /// This class is not in the table.
    Unimplemented(String),
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

fn check_accepted(case: &Json) -> Outcome {
    let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
    let result = run(case, &inputs);
    if let Some(truth) = case.get("symbolic_is_wrong") {
        return check_truth(case, &inputs, result, truth);
    }
    let inferred = match result {
        Ok(inferred) => inferred,
        Err(Failure::Unimplemented(name)) => return Outcome::Unimplemented(name),
        Err(Failure::Rejected(message)) => {
            return Outcome::Differs(format!("rejected: {message}"));
        }
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
) -> Outcome {
    let traced = truth.get("traced_input").map(tensor_shapes).unwrap_or_default();
    let run_on_traced = run(case, &traced);
    let Some(expected) = truth.get("traced_output").map(tensor_shapes) else {
        return match run_on_traced {
            Err(Failure::Rejected(_)) => Outcome::Equal,
            Err(Failure::Unimplemented(name)) => Outcome::Unimplemented(name),
            Ok(_) => Outcome::Differs(format!("accepts {}, real data fails", list(&traced))),
        };
    };
    match (run_on_traced, symbolic) {
        (Err(Failure::Unimplemented(name)), _) | (_, Err(Failure::Unimplemented(name))) => {
            Outcome::Unimplemented(name)
        }
        (Err(Failure::Rejected(message)), _) | (_, Err(Failure::Rejected(message))) => {
            Outcome::Differs(format!("rejected: {message}"))
        }
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

fn check_rejected(case: &Json) -> Outcome {
    let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
    match run(case, &inputs) {
        Err(Failure::Rejected(_)) => Outcome::Equal,
        Err(Failure::Unimplemented(name)) => Outcome::Unimplemented(name),
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
        counted.filter_map(modelwright_core::layers::Weight::params).sum()
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

/// Runs a case as the language would: binds the arguments, then infers.
fn run(case: &Json, inputs: &[Shape]) -> Result<Inferred, Failure> {
    let empty = Map::new();
    let object = |key: &str| {
        case.get(key).and_then(Json::as_object).cloned().unwrap_or_else(|| empty.clone())
    };
    let mut arguments = object("config");
    arguments.extend(object("call_kwargs"));
    let layer = layer(text(case, "layer"), &arguments, &mut 0)?;
    infer(&layer, inputs).map_err(|mistake| Failure::Rejected(mistake.message.into()))
}

fn layer(name: &str, arguments: &Map<String, Json>, ids: &mut u32) -> Result<Rc<Layer>, Failure> {
    let class = layers::find(name).ok_or_else(|| Failure::Unimplemented(name.to_owned()))?;
    let mut given = Vec::new();
    for (argument, json) in arguments {
        let kind = class.parameter(argument).map(|parameter| parameter.kind);
        given.push(Given {
            name: Some((argument.as_str().into(), Loc::default())),
            value: value(json, kind, ids)?,
            loc: Loc::default(),
        });
    }
    let mut diagnostics = Diagnostics::default();
    let bound = bind(class, Loc::default(), &given, "channels_last", &mut diagnostics);
    let messages: Vec<_> = diagnostics.into_list().into_iter().map(|(d, _)| d.message).collect();
    let bound = bound.map_err(|_| Failure::Rejected(messages.join("; ")))?;
    let kind = LayerKind::Class(class, bound.args);
    Ok(place(name, kind, bound.trainable, bound.dtype.unwrap_or_default(), ids))
}

fn place(name: &str, kind: LayerKind, trainable: bool, dtype: DType, ids: &mut u32) -> Rc<Layer> {
    *ids += 1;
    let name = format!("{}_{ids}", modelwright_core::names::snake_case(name)).into();
    Rc::new(Layer { id: *ids, name, loc: Loc::default(), kind, trainable, dtype })
}

/// A JSON value as the language writes it: a string is a word where the parameter takes words.
fn value(json: &Json, kind: Option<Kind>, ids: &mut u32) -> Result<Value, Failure> {
    let mut values = |items: &[Json]| {
        items.iter().map(|item| value(item, kind, ids)).collect::<Result<Vec<_>, _>>()
    };
    Ok(match json {
        Json::Null => Value::None,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => Value::Int(integer),
            None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Json::String(text) if kind.is_none_or(Kind::takes_words) => {
            Value::Word(text.as_str().into())
        }
        Json::String(text) => Value::Str(text.as_str().into()),
        Json::Array(items) => Value::list(values(items)?),
        Json::Object(object) => {
            if let Some(items) = object.get("__tuple__").and_then(Json::as_array) {
                Value::tuple(values(items)?)
            } else if let Some(name) = object.get("__layer__").and_then(Json::as_str) {
                let config = object.get("config").and_then(Json::as_object);
                Value::Layer(layer(name, config.unwrap_or(&Map::new()), ids)?)
            } else if let Some(items) = object.get("__model__").and_then(Json::as_array) {
                let chain = values(items)?.into_iter().filter_map(|value| match value {
                    Value::Layer(layer) => Some(layer),
                    _ => None,
                });
                let kind = LayerKind::Sequential(chain.collect());
                Value::Layer(place("Sequential", kind, true, DType::default(), ids))
            } else {
                return Err(Failure::Rejected(format!("`{json}` is not a value")));
            }
        }
    })
}

fn same_default(parameter: &Parameter, required: bool, keras: &Json) -> Result<(), String> {
    let ours = match parameter.default {
        Default::Required => None,
        Default::None | Default::DataFormat => Some(Value::None),
        Default::Bool(flag) => Some(Value::Bool(flag)),
        Default::Int(integer) => Some(Value::Int(integer)),
        Default::Float(float) => Some(Value::Float(float)),
        Default::Word(word) => Some(Value::Word(word.into())),
        Default::Text(text) => Some(Value::Str(text.into())),
        Default::Ints(items) => Some(Value::list(items.iter().map(|item| Value::Int(*item)))),
        Default::Floats(items) => Some(Value::list(items.iter().map(|item| Value::Float(*item)))),
    };
    let ours = match ours {
        None if required => return Ok(()),
        None => return Err("is required, not so in Keras".into()),
        Some(_) if required => return Err("is optional, required in Keras".into()),
        Some(ours) => ours,
    };
    let keras = value(keras, Some(parameter.kind), &mut 0).map_err(|_| "is not a value")?;
    let checked = |value: &Value| parameter.kind.check(value).unwrap_or_else(|_| value.clone());
    let (ours, keras) = (checked(&ours).to_string(), checked(&keras).to_string());
    if ours == keras { Ok(()) } else { Err(format!("defaults to {ours}, in Keras to {keras}")) }
}

/// Whether `key` is an object's key anywhere in the value.
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
fn tensor_shapes(nest: &Json) -> Vec<Shape> {
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
    let text = fs::read_to_string(DIFFERENCES).unwrap_or_default();
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

fn records(file: &str) -> Vec<Json> {
    let path = format!("{GOLDEN}/{file}");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

fn text<'a>(record: &'a Json, key: &str) -> &'a str {
    record.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn list(shapes: &[Shape]) -> String {
    shapes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn show(case: &Json) -> String {
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
