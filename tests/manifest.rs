//! Ranges of weights in the flat buffer.

mod models;

use std::collections::BTreeMap;

use modelwright::{Layer, Weight, model};

use crate::models::KERAS_3;

/// Ranges of all weights in a list of layers.
fn ranges(layers: &[Layer], ranges: &mut BTreeMap<(usize, usize), usize>) {
    for layer in layers {
        for weight in layer.weights {
            *ranges.entry((weight.range().start, weight.range().end)).or_insert(0) += 1;
        }
    }
}

#[test]
fn weights_of_golden_models_fill_the_buffer() {
    for (name, spec, ..) in KERAS_3 {
        let mut all = BTreeMap::new();
        ranges(spec.layers, &mut all);
        let mut end = 0;
        for (start, stop) in all.keys() {
            assert_eq!(*start, end, "{name}");
            end = *stop;
        }
        assert_eq!(end, spec.params, "{name}");
        for layer in spec.layers {
            inside(name, layer);
        }
    }
}

/// The weights of a nested model are the weights of its layers.
fn inside(name: &str, layer: &Layer) {
    if layer.layers.is_empty() {
        return;
    }
    let (mut own, mut inner) = (BTreeMap::new(), BTreeMap::new());
    ranges(core::slice::from_ref(layer), &mut own);
    ranges(layer.layers, &mut inner);
    assert!(own.keys().eq(inner.keys()), "{name}: {} {own:?} {inner:?}", layer.name);
    for layer in layer.layers {
        inside(name, layer);
    }
}

model! {
    model Tower(x: [4]) { x -> Dense(3) -> BatchNormalization }
    model Siamese(a: [4], b: [4]) {
        let tower = Tower(name = "tower");
        let head = Dense(2, name = "head");
        let own = Tower(name = "own");
        (a -> tower -> head) + (b -> tower -> head) + (a -> own -> Sequential(head -> Dense(2)))
    }
}

const WEIGHTS: [f32; Siamese::PARAMS] = {
    let mut weights = [0.0; Siamese::PARAMS];
    let range = siamese::HEAD.weights[0].range();
    let mut index = range.start;
    while index < range.end {
        weights[index] = 1.0;
        index += 1;
    }
    weights
};

#[test]
fn a_buffer_is_cut_in_constants() {
    let kernel: &Weight = &siamese::HEAD.weights[0];
    assert_eq!(WEIGHTS[kernel.range()], [1.0; 6]);
    assert_eq!(WEIGHTS.iter().sum::<f32>(), 6.0);
}

#[test]
fn a_variable_that_is_used_twice_has_one_place() {
    let mut all = BTreeMap::new();
    ranges(Siamese::LAYERS, &mut all);
    assert_eq!(all.values().filter(|count| **count == 2).count(), 2, "kernel and bias of the head");
    assert_eq!(all.keys().map(|(start, end)| end - start).sum::<usize>(), Siamese::PARAMS);
    for layer in Siamese::LAYERS {
        inside("siamese", layer);
    }
    let (tower, own) = (siamese::TOWER, siamese::OWN);
    assert_eq!(tower.layers[1].weights[0].range(), tower.weights[0].range());
    assert_ne!(tower.weights[0].range(), own.weights[0].range());
}
