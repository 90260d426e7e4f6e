//! Feature `serde`: facts about a model as JSON.

use modelwright::{Model, model};
use serde_json::{Value, json};

model! {
    model Inner(x: [8]) { x -> Dense(4, dtype = float16) }
    model Net(x: [8], y: i32[_]) -> ([4], [_, 2]) {
        (x -> Inner(name = "inner"), y -> Embedding(5, 2))
    }
    model Sized(x: [2 * n, 4]) { x -> Dense(3) }
}

#[test]
fn everything_is_there() {
    let text = serde_json::to_string(Net::SPEC).expect("JSON");
    let spec: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(spec["name"], "Net");
    assert_eq!(spec["inputs"], json!([[8], [null]]));
    assert_eq!(spec["outputs"], json!([[4], [null, 2]]));
    assert_eq!(spec["params"], Net::PARAMS);
    assert_eq!(spec["macs"], json!(Net::MACS));
    assert_eq!(spec["arena_bytes"], Value::Null);
    let layers = spec["layers"].as_array().expect("layers");
    assert_eq!(layers.len(), Net::LAYERS.len());
    let inner = layers.iter().find(|layer| layer["name"] == "inner").expect("the nested model");
    assert_eq!(
        inner["layers"][1]["weights"][0],
        json!({
            "name": "kernel",
            "path": "kernel",
            "shape": [8, 4],
            "trainable": true,
            "dtype": "float16",
            "offset": 0,
        })
    );
    assert_eq!(inner["inputs"], json!([{ "layer": "x", "row": 0, "call": 0, "output": 0 }]));
    assert_eq!(inner["macs"], 32);
    assert_eq!(inner["activation_bytes"], 8);
}

#[test]
fn memory_and_symbols() {
    let spec = serde_json::to_value(Inner::SPEC).expect("JSON");
    assert_eq!(
        spec["arena"][1],
        json!({
            "layer": "dense", "call": 0, "output": 0,
            "offset": Inner::ARENA[1].offset, "bytes": 8, "first": 1, "last": 2,
        })
    );
    let spec = serde_json::to_value(Sized::SPEC).expect("JSON");
    assert_eq!(spec["inputs"], json!([["2*n", 4]]));
}
