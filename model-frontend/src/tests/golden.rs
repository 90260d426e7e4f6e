//! Every layer call that Keras accepts or rejects, as source text: what a user would write for it goes through the
//! parser and the evaluation. A sample of the accepted ones goes through the compiler, in `tests/golden_sample.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use modelwright_core::diagnostic::Diagnostics;
use modelwright_core::dim::Dim;
use modelwright_core::layers::{self, Inferred, Kind};
use modelwright_core::shape::Shape;
use modelwright_testing::blessed::expect_file;
use modelwright_testing::golden::cases::{Failure, compare_all, tensor_shapes};
use modelwright_testing::golden::{records, text};
use modelwright_testing::repository;
use proc_macro2::TokenStream;
use serde_json::{Map, Value as Json};

use crate::{eval, syntax};

/// Number of cases per class in the sample.
const SAMPLES: usize = 4;

#[test]
fn source_text_gives_what_keras_gives() {
    let mut accepted: BTreeMap<String, Vec<Json>> = BTreeMap::new();
    compare_all(&run, |case| {
        if case.get("symbolic_is_wrong").is_none() && case.get("output").is_some() {
            accepted.entry(text(case, "layer").into()).or_default().push(case.clone());
        }
    });
    if std::env::var_os("GOLDEN_CLASS").is_some() {
        return;
    }
    let sample: Vec<&Json> = accepted.values().flat_map(|cases| spread(cases)).collect();
    let written = sample_file(&sample);
    println!("{} cases of {} classes for the compiler", sample.len(), accepted.len());
    expect_file(repository("tests/golden_sample.rs"), &written);
}

/// The sources of all accepted calls, for other tests to start from.
pub(super) fn sources() -> Vec<String> {
    let records = records("layers.jsonl");
    records
        .iter()
        .filter_map(|case| {
            let inputs = case.get("inputs").map(tensor_shapes)?;
            source("Case", case, &inputs).ok()
        })
        .collect()
}

/// Runs a case as source text.
fn run(case: &Json, inputs: &[Shape]) -> Result<Inferred, Failure> {
    let source = source("Case", case, inputs)?;
    let tokens: TokenStream =
        source.parse().unwrap_or_else(|error| panic!("{source} is not tokens: {error}"));
    let mut diagnostics = Diagnostics::default();
    let parsed = syntax::parse(tokens, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{source} is not the language: {diagnostics:?}");
    let program = eval::evaluate(&parsed, &mut diagnostics);
    let graph = program.models.first().map(|built| built.graph.clone());
    let messages: Vec<_> = diagnostics.into_list().into_iter().map(|(d, _)| d.message).collect();
    match graph {
        Some(Ok(graph)) if messages.is_empty() => Ok(Inferred {
            outputs: graph.output_shapes().cloned().collect(),
            weights: graph.rows().into_iter().flat_map(|row| row.weights).collect(),
            ..Inferred::default()
        }),
        _ if messages.is_empty() => panic!("{source} has no graph and no error"),
        _ => Err(Failure::Rejected(format!("{}\n      {source}", messages.join("; ")))),
    }
}

/// A case as a model of this name.
fn source(name: &str, case: &Json, inputs: &[Shape]) -> Result<String, Failure> {
    let mut arguments = Map::new();
    for key in ["config", "call_kwargs"] {
        arguments.extend(case.get(key).and_then(Json::as_object).cloned().unwrap_or_default());
    }
    // Half of the cases give their first arguments by position.
    let by_position = text(case, "id").bytes().fold(0_u8, u8::wrapping_add) % 2 == 0;
    let layer = layer(text(case, "layer"), &arguments, by_position)?;
    let dtype = match text(case, "input_dtype") {
        "int32" => "i32",
        _ => "",
    };
    let names: Vec<String> = match inputs.len() {
        1 => vec!["x".into()],
        count => (0..count).map(|index| format!("x{index}")).collect(),
    };
    let mut params: Vec<String> = Vec::new();
    for (name, shape) in names.iter().zip(inputs) {
        let sizes: Vec<String> = shape.iter().map(size).collect();
        params.push(format!("{name}: {dtype}[{}]", sizes.join(", ")));
    }
    if params.is_empty() {
        params.push("unused: [1]".into());
    }
    let tensors = match names.as_slice() {
        [one] if text(case, "call") == "list" => format!("[{one}]"),
        [one] => one.clone(),
        names => format!("({})", names.join(", ")),
    };
    Ok(format!("model {name}({}) {{ {tensors} -> {layer} }}", params.join(", ")))
}

fn size(dim: &Dim) -> String {
    dim.known().map_or_else(|| "_".into(), |size| size.to_string())
}

fn layer(name: &str, arguments: &Map<String, Json>, by_position: bool) -> Result<String, Failure> {
    let class = layers::find(name).ok_or_else(|| Failure::Unimplemented(name.to_owned()))?;
    let mut arguments = arguments.clone();
    let mut written = Vec::new();
    if by_position {
        for parameter in class.parameters.iter().take(class.positional) {
            let Some(argument) = arguments.remove(parameter.name) else { break };
            written.push(value(&argument, Some(parameter.kind), by_position)?);
        }
    }
    for (name, argument) in &arguments {
        let kind = class.parameter(name).map(|parameter| parameter.kind);
        written.push(format!("{name} = {}", value(argument, kind, by_position)?));
    }
    Ok(if written.is_empty() { name.to_owned() } else { format!("{name}({})", written.join(", ")) })
}

/// A value as the language writes it: a string is a word where the parameter takes words.
fn value(json: &Json, kind: Option<Kind>, by_position: bool) -> Result<String, Failure> {
    let values = |items: &[Json]| {
        items.iter().map(|item| value(item, kind, by_position)).collect::<Result<Vec<_>, _>>()
    };
    let is_word = |text: &str| syn::parse_str::<syn::Ident>(text).is_ok();
    Ok(match json {
        Json::Null => "None".into(),
        Json::Bool(flag) => flag.to_string(),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => integer.to_string(),
            None => format!("{:?}", number.as_f64().unwrap_or(f64::NAN)),
        },
        Json::String(text) if kind.is_none_or(Kind::takes_words) && is_word(text) => text.clone(),
        Json::String(text) => format!("{:?}", text.replace('{', "{{").replace('}', "}}")),
        Json::Array(items) => format!("[{}]", values(items)?.join(", ")),
        Json::Object(object) => {
            if let Some(items) = object.get("__tuple__").and_then(Json::as_array) {
                let comma = if items.len() == 1 { "," } else { "" };
                format!("({}{comma})", values(items)?.join(", "))
            } else if let Some(name) = object.get("__layer__").and_then(Json::as_str) {
                let config = object.get("config").and_then(Json::as_object);
                layer(name, config.unwrap_or(&Map::new()), by_position)?
            } else if let Some(items) = object.get("__model__").and_then(Json::as_array) {
                match values(items)?.as_slice() {
                    [one] => format!("Sequential({one})"),
                    layers => layers.join(" -> "),
                }
            } else {
                return Err(Failure::NotExpressible("an argument is a dictionary"));
            }
        }
    })
}

/// Some of the cases of a class, from the first to the last.
fn spread(cases: &[Json]) -> impl Iterator<Item = &Json> {
    let count = cases.len().min(SAMPLES);
    (0..count).filter_map(move |index| {
        let place = if count > 1 { index * (cases.len() - 1) / (count - 1) } else { 0 };
        cases.get(place)
    })
}

/// The test that the compiler runs: the models, and beside each what Keras gave.
fn sample_file(sample: &[&Json]) -> String {
    let mut models = String::new();
    let mut rows = String::new();
    for case in sample {
        let id = text(case, "id");
        let name = format!("Case{}", id.replace(|c: char| !c.is_ascii_alphanumeric(), ""));
        let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
        let source = source(&name, case, &inputs).unwrap_or_default();
        let _ = writeln!(models, "    {source}");
        let shapes = case.get("output").map(tensor_shapes).unwrap_or_default();
        let outputs: Vec<String> = shapes
            .iter()
            .map(|shape| {
                let dims: Vec<String> = shape
                    .iter()
                    .map(|dim| dim.known().map_or_else(|| "U".into(), |size| format!("K({size})")))
                    .collect();
                format!("&[{}]", dims.join(", "))
            })
            .collect();
        let constant: Vec<String> = shapes.iter().map(constant).collect();
        let constant = match constant.as_slice() {
            [one] => one.clone(),
            constants => format!("({})", constants.join(", ")),
        };
        let params = |key: &str| case.get("params").and_then(|params| params.get(key)?.as_u64());
        let weights = case.get("weights").and_then(Json::as_array).map(Vec::as_slice);
        let weights: Vec<String> = weights
            .unwrap_or_default()
            .iter()
            .map(|weight| {
                let shape = weight.get("shape").map(ToString::to_string).unwrap_or_default();
                let trainable = weight.get("trainable") == Some(&Json::Bool(true));
                format!("({:?}, &{}, {trainable})", text(weight, "name"), shape.replace(',', ", "))
            })
            .collect();
        let _ = writeln!(
            rows,
            "    case!({id:?}, {name}, {constant}, {}, {}, &[{}], &[{}]);",
            params("total").unwrap_or(0),
            params("trainable").unwrap_or(0),
            outputs.join(", "),
            weights.join(", "),
        );
    }
    SAMPLE_FILE
        .replace("/*models*/\n", &models)
        .replace("    /*cases*/\n", &rows)
        .replace("/*count*/", &sample.len().to_string())
}

/// The value of `OUTPUT_SHAPE`.
fn constant(shape: &Shape) -> String {
    let dims: Vec<String> = match shape.iter().map(|dim| dim.known()).collect::<Option<Vec<_>>>() {
        Some(sizes) => sizes.iter().map(ToString::to_string).collect(),
        None => shape
            .iter()
            .map(|dim| dim.known().map_or_else(|| "None".into(), |size| format!("Some({size})")))
            .collect(),
    };
    format!("[{}]", dims.join(", "))
}

const SAMPLE_FILE: &str = r#"//! Calls of every layer through the compiler, each with Keras's result.
//!
//! Generated from `tests/golden/layers.jsonl` by `BLESS=1 cargo test -p modelwright-frontend golden`; the same test
//! without `BLESS` fails if this file is out of date.

use modelwright::Dim::{self, Known as K, Unknown as U};
use modelwright::{Model, Spec, model};

model! {
/*models*/
}

/// Name, shape and trainable flag.
type Weight = (&'static str, &'static [usize], bool);

fn check(
    id: &str,
    spec: &Spec,
    params: usize,
    trainable: usize,
    outputs: &[&[Dim]],
    weights: &[Weight],
) {
    assert_eq!(spec.outputs, outputs, "outputs of {id}");
    assert_eq!((spec.params, spec.trainable_params), (params, trainable), "parameters of {id}");
    let found = spec.layers.iter().flat_map(|layer| layer.weights);
    let found: Vec<Weight> =
        found.map(|weight| (weight.name, weight.shape, weight.trainable)).collect();
    assert_eq!(found, weights, "weights of {id}");
}

/// Compares `Model::SPEC` and the constants of the model with the expected values.
macro_rules! case {
    ($id:literal, $model:ident, $shape:expr, $params:literal, $trainable:literal, $outputs:expr, $weights:expr) => {
        assert_eq!($model::OUTPUT_SHAPE, $shape, "output of {}", $id);
        assert_eq!(
            ($model::PARAMS, $model::TRAINABLE_PARAMS),
            ($params, $trainable),
            "parameters of {}",
            $id
        );
        check($id, <$model as Model>::SPEC, $params, $trainable, $outputs, $weights);
        COUNT.set(COUNT.get() + 1);
    };
}

std::thread_local! {
    static COUNT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[test]
#[rustfmt::skip]
fn the_compiler_sees_what_keras_gives() {
    /*cases*/
    println!("{} cases", COUNT.get());
    assert_eq!(COUNT.get(), /*count*/);
}
"#;
