//! Every layer against what Keras gave; `tests/README.md` says what the records are.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::graph::Graph;
use modelwright_core::layers::{
    self, Arity, COMMON, Default, Given, Inferred, Kind, Layer, LayerKind, Mistake, Parameter,
    bind, infer,
};
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;
use modelwright_core::value::Value;
use modelwright_testing::golden::cases::{Failure, compare_all};
use modelwright_testing::golden::{records, text};
use serde_json::{Map, Value as Json};

#[path = "golden/lowering.rs"]
mod lowering;
#[path = "golden/symbolic.rs"]
mod symbolic;

#[test]
fn layers_give_what_keras_gives() {
    compare_all(&run, |_| {});
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

/// Runs a case as the language would: binds the arguments, then infers.
fn run(case: &Json, inputs: &[Shape]) -> Result<Inferred, Failure> {
    let empty = Map::new();
    let object = |key: &str| {
        case.get(key).and_then(Json::as_object).cloned().unwrap_or_else(|| empty.clone())
    };
    let mut arguments = object("config");
    arguments.extend(object("call_kwargs"));
    let layer = layer(text(case, "layer"), &arguments, &mut 0)?;
    let merges =
        layers::find(text(case, "layer")).is_some_and(|class| class.facets.arity == Arity::Merging);
    if merges && inputs.len() == 1 && text(case, "call") == "single" {
        return Err(Failure::NotExpressible("a tensor and a list of one are the same here"));
    }
    infer(&layer, inputs).map_err(|mistake| Failure::Rejected(mistake.message.into()))
}

fn layer(name: &str, arguments: &Map<String, Json>, ids: &mut u32) -> Result<Rc<Layer>, Failure> {
    let class = layers::find(name).ok_or_else(|| Failure::Unimplemented(name.to_owned()))?;
    let mut given = Vec::new();
    for (argument, json) in arguments {
        let kind = class.parameter(argument).map(|parameter| parameter.kind);
        given.push(Given::unwritten(argument, value(json, kind, ids)?));
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

/// A model of one call of a layer on inputs of these shapes.
fn model_of(layer: &Rc<Layer>, inputs: &[Shape]) -> Result<Graph, Mistake> {
    let mut graph = Graph::new("model".into(), false);
    let mut ids = layer.id;
    let inputs: Vec<_> = inputs
        .iter()
        .map(|shape| {
            let input = place("Input", LayerKind::Input, true, DType::Float32, &mut ids);
            graph.input(&input, shape.clone())
        })
        .collect();
    let outputs = graph.call(layer, &inputs)?;
    graph.finish(outputs);
    Ok(graph)
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
                return Err(Failure::NotExpressible("an argument is a dictionary"));
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
