//! Whole models compared with the tables of Keras 3.15.1: every row, weight and connection of `tests/golden/models`.

mod models;

use std::collections::BTreeSet;

use modelwright::{Dim, Layer, Spec};
use modelwright_testing::golden;
use serde_json::{Value, json};

use crate::models::KERAS_3;

#[test]
fn every_table_is_compared() {
    let on_disk: BTreeSet<String> =
        golden::files("models", ".table.json").into_iter().map(|(model, _)| model).collect();
    let compared = KERAS_3.iter().map(|(model, ..)| (*model).to_string());
    assert_eq!(on_disk, compared.collect());
}

#[test]
fn rows_are_those_of_keras() {
    let mut comparison = Comparison::default();
    for (model, spec, ..) in KERAS_3 {
        comparison.model(model, spec);
    }
    let Comparison { rows, weights, differences } = comparison;
    println!("compared {rows} rows and {weights} weights of {} models", KERAS_3.len());
    let count = differences.len();
    assert!(differences.is_empty(), "{count} differences\n{}", differences.join("\n"));
    assert_eq!((rows, weights), (1730, 2445));
}

/// Counts of compared facts.
#[derive(Default)]
struct Comparison {
    rows: usize,
    weights: usize,
    differences: Vec<String>,
}

impl Comparison {
    fn model(&mut self, model: &str, spec: &Spec) {
        let table = golden::table(model);
        let totals = &table["totals"];
        let expected = json!({
            "name": table["name"],
            "class": table["class"],
            "inputs": without_batch(&table["inputs"]),
            "outputs": without_batch(&table["outputs"]),
            "params": totals["params"],
            "trainable params": totals["trainable"],
            "non-trainable params": totals["non_trainable"],
            "trainable bytes": totals["bytes_trainable"],
            "non-trainable bytes": totals["bytes_non_trainable"],
        });
        let found = json!({
            "name": spec.name,
            "class": spec.class,
            "inputs": shapes(spec.inputs),
            "outputs": shapes(spec.outputs),
            "params": spec.params,
            "trainable params": spec.trainable_params,
            "non-trainable params": spec.non_trainable_params(),
            "trainable bytes": bytes(spec.trainable_param_bytes),
            "non-trainable bytes": bytes(spec.param_bytes - spec.trainable_param_bytes),
        });
        self.same(model, &expected, &found);
        let parent = Parent { sequential: table["class"] == "Sequential", nested: false };
        self.rows(model, array(&table["layers"]), spec.layers, parent);
    }

    fn rows(&mut self, at: &str, expected: &[Value], found: &[Layer], parent: Parent) {
        let names: Vec<&Value> = expected.iter().map(|layer| &layer["name"]).collect();
        let found_names: Vec<&str> = found.iter().map(|layer| layer.name).collect();
        self.same(at, &json!({ "rows": names }), &json!({ "rows": found_names }));
        for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
            let inputs = match parent {
                // The input of a `Sequential` that is a layer has no row, and in the language no name.
                Parent { sequential: true, nested: true } if index == 0 => json!([]),
                _ => connections(&expected["nodes"], parent.sequential),
            };
            self.row(&format!("{at}/{}", found.name), expected, found, &inputs);
        }
    }

    fn row(&mut self, at: &str, expected: &Value, found: &Layer, inputs: &Value) {
        self.rows += 1;
        let last = array(&expected["nodes"]).last().expect("a call");
        let weights = weights(expected);
        self.weights += weights.len();
        let expected_facts = json!({
            "class": expected["class"],
            "output shapes": without_batch(&last["output_shapes"]),
            "params": or(&expected["params"], 0),
            "trainable params": or(&expected["params_trainable"], 0),
            "non-trainable params": or(&expected["params_non_trainable"], 0),
            "trainable": or(&expected["trainable"], true),
            "inputs": inputs,
            "weights": weights,
        });
        let found_facts = json!({
            "class": found.class,
            "output shapes": shapes(found.output_shapes),
            "params": found.params,
            "trainable params": found.trainable_params,
            "non-trainable params": found.non_trainable_params(),
            "trainable": found.trainable,
            "inputs": found.inputs.iter().map(|it| json!([it.layer, it.call, it.output])).collect::<Value>(),
            "weights": found_weights(found),
        });
        self.same(at, &expected_facts, &found_facts);
        let sublayers = expected["sublayers"].as_array().map_or(&[][..], Vec::as_slice);
        if !(sublayers.is_empty() && found.layers.is_empty()) {
            let parent = Parent { sequential: expected["class"] == "Sequential", nested: true };
            self.rows(at, sublayers, found.layers, parent);
        }
    }

    /// Records the facts that differ.
    fn same(&mut self, at: &str, expected: &Value, found: &Value) {
        for (fact, expected) in expected.as_object().expect("facts") {
            let found = &found[fact];
            if expected != found {
                self.differences
                    .push(format!("{at}: {fact}\n  expected {expected}\n     found {found}"));
            }
        }
    }
}

/// Path to the rows.
#[derive(Clone, Copy)]
struct Parent {
    sequential: bool,
    nested: bool,
}

/// Inputs of a layer's calls. Keras calls the layers of a `Sequential` again for each layer that is added,
/// so that only the last of these calls belongs to the model.
fn connections(nodes: &Value, in_sequential: bool) -> Value {
    let nodes = array(nodes);
    if in_sequential {
        let last = array(&nodes.last().expect("a call")["inbound"]);
        return last.iter().map(|input| json!([input[0], 0, input[2]])).collect();
    }
    nodes.iter().flat_map(|node| array(&node["inbound"])).cloned().collect()
}

fn weights(layer: &Value) -> Vec<Value> {
    let name = text(&layer["name"]);
    let fields = |weight: &Value| {
        let path = relative(text(&weight["path"]), name);
        // The weights of this layer of `keras.applications` have no names, and so are numbered.
        let unnamed = layer["class"] == "LayerScale";
        let (name, path) = if unnamed { ("gamma", "gamma") } else { (text(&weight["name"]), path) };
        json!([name, path, weight["shape"], weight["trainable"], weight["dtype"]])
    };
    layer["weights"].as_array().into_iter().flatten().map(fields).collect()
}

/// A fact about a layer. The operation of `x + y` has a row but is not a layer in Keras, and has no such facts.
fn or(fact: &Value, otherwise: impl Into<Value>) -> Value {
    if fact.is_null() { otherwise.into() } else { fact.clone() }
}

fn found_weights(layer: &Layer) -> Vec<Value> {
    let weights = layer.weights.iter();
    weights
        .map(|weight| {
            let path = without_functional(weight.path, layer.layers);
            json!([weight.name, path, weight.shape, weight.trainable, weight.dtype.name()])
        })
        .collect()
}

/// The part of a Keras variable path after its layer, or the whole path: paths in a functional model do not name
/// the model.
fn relative<'a>(path: &'a str, layer: &str) -> &'a str {
    let mut rest = path;
    while let Some((segment, behind)) = rest.split_once('/') {
        if segment == layer {
            return behind;
        }
        rest = behind;
    }
    path
}

/// A path without its functional models, which Keras omits: here two of them may have layers of the same name,
/// so they are required.
fn without_functional<'a>(path: &'a str, layers: &[Layer]) -> &'a str {
    let nested = path.split_once('/').and_then(|(first, rest)| {
        let layer = layers.iter().find(|it| it.name == first && it.class == "Functional")?;
        Some(without_functional(rest, layer.layers))
    });
    nested.unwrap_or(path)
}

/// Golden shapes without their batch axis.
fn without_batch(shapes: &Value) -> Value {
    array(shapes).iter().map(|shape| Value::from(&array(shape)[1..])).collect()
}

fn shapes(shapes: &[&[Dim]]) -> Value {
    let sizes = |shape: &&[Dim]| shape.iter().map(|dim| dim.known()).collect::<Value>();
    shapes.iter().map(sizes).collect()
}

/// Keras divides bits and so reports bytes as a float.
fn bytes(count: usize) -> Value {
    json!(f64::from(u32::try_from(count).expect("less than 4 GB")))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected a text, found {value}"))
}

fn array(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("expected an array, found {value}"))
}
