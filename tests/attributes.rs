//! Arguments of layers, as a program reads them.

use modelwright::{Attribute, Layer, Model, attributes::Float, model};

model! {
    layer Scale(x: [.., c], factor = 1.5, axes = [0, 1], range = 0..3, label = "a b") -> [.., c] { gamma: [c] }
    model Net(image: [28, 28, 1]) -> [10] {
        let x = image
            -> Conv2D(16, 3, strides = 2, padding = same, activation = relu, kernel_initializer = HeNormal(seed = 1),
                      kernel_regularizer = L2(0.01), use_bias = false)
            -> Conv2D(16, (3, 5), dtype = float16)
            -> MaxPooling2D
            -> Dropout(0.25, trainable = false)
            -> Reshape([-1, 16]);
        let y = x -> Bidirectional(LSTM(8, return_sequences = true, dropout = 0.1), merge_mode = sum, name = "both");
        y -> Scale(2.5, name = "scale") -> Flatten -> Dense(10, activation = softmax)
    }
    model Sized(x: [2 * n, 4]) { x -> Reshape([4, -1]) -> Reshape([-1, 8]) -> Flatten }
    model Outer(image: [28, 28, 1]) { image -> Net(name = "inner") }
    model Twin(image: [28, 28, 1]) { image -> Conv2D(16, 3, strides = 2, padding = same, activation = relu) }
}

#[track_caller]
fn check(layer: &Layer, name: &str, text: &str) {
    let found = layer.attribute(name).map(|value| value.to_string());
    assert_eq!(found.as_deref(), Some(text), "{name} of {}", layer.name);
}

#[test]
fn written_and_default_arguments_have_values() {
    for (name, text) in [
        ("filters", "16"),
        ("kernel_size", "[3, 3]"),
        ("strides", "[2, 2]"),
        ("padding", "same"),
        ("dilation_rate", "[1, 1]"),
        ("groups", "1"),
        ("activation", "relu"),
        ("use_bias", "false"),
        ("data_format", "channels_last"),
        ("kernel_initializer", "HeNormal(seed = 1)"),
        ("kernel_regularizer", "L2(0.01)"),
        ("bias_regularizer", "None"),
        ("dtype", "float32"),
        ("name", "\"conv2d\""),
        ("trainable", "true"),
    ] {
        check(net::CONV2D, name, text);
    }
    assert_eq!(net::CONV2D.attribute("stride"), None);
    check(net::CONV2D_1, "kernel_size", "[3, 5]");
    check(net::CONV2D_1, "dtype", "float16");
    check(net::MAX_POOLING2D, "pool_size", "[2, 2]");
    check(net::DROPOUT, "rate", "0.25");
    check(net::DROPOUT, "trainable", "false");
    assert_eq!(net::IMAGE.attributes.len(), 1);
    for (name, text) in
        [("factor", "2.5"), ("axes", "[0, 1]"), ("range", "0..3"), ("label", "\"a b\"")]
    {
        check(net::SCALE, name, text);
    }
}

#[test]
fn values_have_types() {
    let value = |name| net::CONV2D.attribute(name).expect("an argument");
    assert_eq!(value("filters").as_int(), Some(16));
    assert_eq!(value("padding"), Attribute::Word("same"));
    assert_eq!(value("use_bias").as_bool(), Some(false));
    let strides = value("strides").as_list().expect("a list");
    assert_eq!((strides.len(), strides.get(1), strides.get(2)), (2, Some(Attribute::Int(2)), None));
    assert_eq!(net::DROPOUT.attribute("rate"), Some(Attribute::Float(Float::from(0.25))));
    assert_eq!(net::DROPOUT.attribute("rate").and_then(Attribute::as_float), Some(0.25));
    let Attribute::Object(object) = value("kernel_regularizer") else { panic!("no object") };
    assert_eq!(
        (object.name, object.attributes.at(0)),
        ("L2", Some(("", Attribute::Float(Float::from(0.01)))))
    );
    let Some(Attribute::Layer(lstm)) = net::BOTH.attribute("layer") else { panic!("no layer") };
    assert_eq!((lstm.class, lstm.attributes.get("units")), ("LSTM", Some(Attribute::Int(8))));
    assert_eq!(lstm.attributes.get("dropout").and_then(Attribute::as_float), Some(0.1));
    // What follows a layer that is an argument is found.
    check(net::BOTH, "merge_mode", "sum");
}

#[test]
fn they_are_constants() {
    const FILTERS: i64 = match net::CONV2D.attribute("filters") {
        Some(Attribute::Int(filters)) => filters,
        _ => panic!("no integer"),
    };
    const STRIDE: Option<Attribute> = match net::CONV2D.attribute("strides") {
        Some(Attribute::List(strides)) => strides.get(0),
        _ => None,
    };
    static BUFFER: [u8; FILTERS as usize] = [0; FILTERS as usize];
    assert_eq!((BUFFER.len(), STRIDE), (16, Some(Attribute::Int(2))));
}

#[test]
fn layers_inside_models_have_theirs() {
    let inner = outer::INNER.layers;
    for (one, other) in inner.iter().zip(Net::LAYERS) {
        assert_eq!(one.attributes, other.attributes, "{}", one.name);
    }
    assert_eq!(twin::CONV2D.attribute("padding"), net::CONV2D.attribute("padding"));
    assert_ne!(twin::CONV2D.attributes, net::CONV2D.attributes);
}

#[test]
fn iterating_agrees_with_looking_up() {
    fn all(layers: &[Layer]) {
        for layer in layers {
            assert_eq!(layer.attributes.into_iter().count(), layer.attributes.len());
            for (index, (name, value)) in layer.attributes.into_iter().enumerate() {
                assert_eq!(layer.attributes.get(name), Some(value), "{name} of {}", layer.name);
                assert_eq!(layer.attributes.at(index), Some((name, value)));
            }
            assert_eq!(layer.attributes.at(layer.attributes.len()), None);
            all(layer.layers);
        }
    }
    all(Net::LAYERS);
    all(Outer::LAYERS);
    all(Sized::SPEC.layers);
    let json = serde_json::to_value(net::CONV2D).expect("JSON");
    assert_eq!(json["attributes"]["strides"], serde_json::json!([2, 2]));
    assert_eq!(json["attributes"]["kernel_initializer"]["attributes"]["seed"], 1);
}
