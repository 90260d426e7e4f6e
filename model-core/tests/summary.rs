//! The tables against those that Keras 3.15 and tf-keras 2.21 printed: `tests/golden` at the root of the repository.

use std::collections::BTreeMap;

use modelwright_core::{
    spec::{DType, Dim, Layer, Spec, Weight},
    summary::Layout,
    table::{NO_INPUT, NO_LAYER, NO_SPEC, NO_WEIGHT},
};
use modelwright_testing::golden::{self, table, texts};
use modelwright_testing::packed::summary;
use serde_json::{Value, json};

#[test]
fn keras_3_texts() {
    let models = golden::files("models", ".table.json").into_iter().map(|(model, _)| model);
    let models: Vec<String> = models.collect();
    let summaries = models.iter().map(|model| (&**model, summary(spec(&table(model)))));
    assert_eq!(texts::compare("models", summaries), 132);
}

#[test]
fn keras_2_texts() {
    let summaries = keras_2_tables()
        .into_iter()
        .map(|(model, table)| (model, summary(spec(&table)).layout(Layout::Keras2)));
    assert_eq!(texts::compare("keras2", summaries), 22);
}

#[test]
fn classic_text() {
    // What Keras 2.0 printed of the same model, late in a session that had made other layers before.
    let names = [
        ("input_layer", "input_2"),
        ("conv2d", "conv2d_4"),
        ("max_pooling2d", "max_pooling2d_4"),
        ("conv2d_1", "conv2d_5"),
        ("max_pooling2d_1", "max_pooling2d_5"),
        ("conv2d_2", "conv2d_6"),
        ("max_pooling2d_2", "max_pooling2d_6"),
        ("flatten", "flatten_1"),
        ("dense", "dense_1"),
        ("dense_1", "dense_2"),
    ];
    let spec = spec(&renamed(table("SEED"), "model", &names));
    let expected = [
        "Layer (type)                 Output Shape              Param #   ",
        "=================================================================",
        "input_2 (InputLayer)         (None, 150, 150, 3)       0         ",
        "_________________________________________________________________",
        "conv2d_4 (Conv2D)            (None, 148, 148, 16)      448       ",
        "_________________________________________________________________",
        "max_pooling2d_4 (MaxPooling2 (None, 74, 74, 16)        0         ",
        "_________________________________________________________________",
        "conv2d_5 (Conv2D)            (None, 72, 72, 32)        4640      ",
        "_________________________________________________________________",
        "max_pooling2d_5 (MaxPooling2 (None, 36, 36, 32)        0         ",
        "_________________________________________________________________",
        "conv2d_6 (Conv2D)            (None, 34, 34, 64)        18496     ",
        "_________________________________________________________________",
        "max_pooling2d_6 (MaxPooling2 (None, 17, 17, 64)        0         ",
        "_________________________________________________________________",
        "flatten_1 (Flatten)          (None, 18496)             0         ",
        "_________________________________________________________________",
        "dense_1 (Dense)              (None, 512)               9470464   ",
        "_________________________________________________________________",
        "dense_2 (Dense)              (None, 1)                 513       ",
        "=================================================================",
        "Total params: 9,494,561",
        "Trainable params: 9,494,561",
        "Non-trainable params: 0",
        "_________________________________________________________________",
    ];
    let found = summary(spec).layout(Layout::Classic).to_string();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn classic_text_with_connections() {
    let spec = spec(&table("residual_block"));
    let text = summary(spec).layout(Layout::Classic).to_string();
    let expected = [
        "Layer (type)                    Output Shape         Param #     Connected to                     ",
        "==================================================================================================",
        "input_layer (InputLayer)        (None, 32, 32, 3)    0                                            ",
    ];
    assert_eq!(text.lines().take(3).collect::<Vec<_>>(), expected);
    let add =
        text.lines().position(|line| line.starts_with("add (Add)")).expect("the row of the layer");
    let expected = [
        "add (Add)                       (None, 32, 32, 16)   0           conv2d[0][0]                     ",
        "                                                                 conv2d_1[0][0]                   ",
        "__________________________________________________________________________________________________",
    ];
    assert_eq!(text.lines().skip(add).take(3).collect::<Vec<_>>(), expected);
}

/// The models that Keras 2 printed, which has other names for some of their layers.
fn keras_2_tables() -> Vec<(&'static str, Value)> {
    let long_names = renamed(
        table("long_names"),
        "model",
        &[
            (
                "conv_with_a_really_long_name_and_many_words_in_it_so_that_it_wraps_twice_in_the_table_at_least_once",
                "conv_with_a_really_long_name_and_many_words_in_it_so_it_wraps_twice",
            ),
            ("c d e f g h i j k l m n o p q r s t u v w x y z", "conv2d"),
            ("add [bold]markup[x] [0][1]", "add"),
        ],
    );
    let nested = renamed(
        table("nested_two_levels"),
        "lvl0",
        &[("input_layer", "input_1"), ("input_layer_1", "input_2"), ("input_layer_2", "input_3")],
    );
    let functional = renamed(table("seed_functional"), "model", &[("input_layer", "input_1")]);
    vec![
        ("long_names", long_names),
        ("multi_io", without_tags(table("multi_io"))),
        ("nested_two_levels", nested),
        ("seed_functional", functional),
        ("seed_sequential", table("seed_sequential")),
    ]
}

/// `multi_io` as Keras 2 had it: without the input `tags`, so that the two heads read 16 features, not 28.
fn without_tags(mut table: Value) -> Value {
    let layers = table["layers"].as_array_mut().expect("layers");
    layers.retain(|layer| layer["name"] != "tags");
    for layer in layers {
        match layer["name"].as_str() {
            Some("concatenate") => {
                layer["nodes"][0]["inbound"].as_array_mut().expect("inbound").truncate(2);
                layer["nodes"][0]["output_shapes"] = json!([[null, 16]]);
            }
            Some("priority") => layer["params"] = json!(17),
            Some("department") => layer["params"] = json!(68),
            _ => {}
        }
    }
    table["totals"]["params"] = json!(485);
    table["totals"]["trainable"] = json!(485);
    table["totals"]["bytes_trainable"] = json!(4.0 * 485.0);
    table
}

/// The table with other names for the model and some of its layers, wherever these stand.
fn renamed(mut table: Value, model: &str, names: &[(&str, &str)]) -> Value {
    fn rename(value: &mut Value, names: &BTreeMap<&str, &str>) {
        match value {
            Value::String(text) => {
                if let Some(name) = names.get(text.as_str()) {
                    *text = (*name).to_string();
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
            Value::Object(items) => items.values_mut().for_each(|item| rename(item, names)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    rename(&mut table["layers"], &names.iter().copied().collect());
    table["name"] = json!(model);
    table
}

/// The model of a golden table, as generated code would say it. What it is made of is leaked.
fn spec(table: &Value) -> &'static Spec {
    let layers: &'static [Layer] =
        array(&table["layers"]).iter().map(layer).collect::<Vec<_>>().leak();
    let totals = &table["totals"];
    let trainable_bytes = bytes(&totals["bytes_trainable"]);
    let mut spec = NO_SPEC;
    (spec.name, spec.class) = (text(&table["name"]), text(&table["class"]));
    (spec.inputs, spec.outputs) = (shapes(&table["inputs"]), shapes(&table["outputs"]));
    spec.layers = layers;
    (spec.params, spec.trainable_params) =
        (number(&totals["params"]), number(&totals["trainable"]));
    spec.param_bytes = trainable_bytes + bytes(&totals["bytes_non_trainable"]);
    spec.trainable_param_bytes = trainable_bytes;
    spec.is_chain = table["class"] == "Sequential" || is_chain(table);
    Box::leak(Box::new(spec))
}

/// True if every layer is called once, on one tensor: that of the row above.
fn is_chain(table: &Value) -> bool {
    let layers = array(&table["layers"]);
    let once = layers.iter().all(|layer| array(&layer["nodes"]).len() == 1);
    once && layers.windows(2).all(|pair| match array(&pair[1]["nodes"][0]["inbound"]) {
        [input] => input[0] == pair[0]["name"],
        _ => false,
    })
}

fn layer(layer: &Value) -> Layer {
    let nodes = array(&layer["nodes"]);
    let inputs: Vec<_> = nodes
        .iter()
        .flat_map(|node| array(&node["inbound"]))
        .map(|inbound| {
            let mut input = NO_INPUT;
            input.layer = text(&inbound[0]);
            (input.call, input.output) = (number(&inbound[1]), number(&inbound[2]));
            input
        })
        .collect();
    let weights: Vec<_> = layer["weights"].as_array().into_iter().flatten().map(weight).collect();
    let sublayers = layer["sublayers"].as_array().into_iter().flatten().map(self::layer);
    let count = |count: &Value| count.as_u64().map_or(0, |_| number(count));
    let mut row = NO_LAYER;
    (row.name, row.class) = (text(&layer["name"]), text(&layer["class"]));
    row.output_shapes = nodes.last().map_or(&[], |node| shapes(&node["output_shapes"]));
    row.params = count(&layer["params"]);
    row.trainable_params = count(&layer["params_trainable"]);
    (row.weights, row.inputs) = (weights.leak(), inputs.leak());
    row.trainable = layer["trainable"] != false;
    row.shapes_differ =
        nodes.windows(2).any(|pair| pair[0]["output_shapes"] != pair[1]["output_shapes"]);
    row.layers = sublayers.collect::<Vec<_>>().leak();
    row
}

fn weight(weight: &Value) -> Weight {
    let shape: Vec<_> = array(&weight["shape"]).iter().map(number).collect();
    let dtype = DType::ALL.iter().find(|(name, _)| weight["dtype"] == *name).expect("a dtype").1;
    let mut found = NO_WEIGHT;
    (found.name, found.path) = (text(&weight["name"]), text(&weight["path"]));
    (found.shape, found.dtype) = (shape.leak(), dtype);
    found.trainable = weight["trainable"] == true;
    found
}

/// Shapes without their batch axis.
fn shapes(shapes: &Value) -> &'static [&'static [Dim]] {
    let shape = |shape: &Value| -> &'static [Dim] {
        let sizes = array(shape).iter().skip(1);
        sizes
            .map(|size| if size.is_null() { Dim::Unknown } else { Dim::Known(number(size)) })
            .collect::<Vec<_>>()
            .leak()
    };
    array(shapes).iter().map(shape).collect::<Vec<_>>().leak()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("expected an array, found {value}"))
}

fn text(value: &Value) -> &'static str {
    value.as_str().unwrap_or_else(|| panic!("expected a text, found {value}")).to_string().leak()
}

fn number(value: &Value) -> usize {
    value
        .as_u64()
        .and_then(|number| number.try_into().ok())
        .unwrap_or_else(|| panic!("expected a count, found {value}"))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole numbers, as Python divides them
fn bytes(value: &Value) -> usize {
    value.as_f64().unwrap_or_else(|| panic!("expected bytes, found {value}")) as usize
}
