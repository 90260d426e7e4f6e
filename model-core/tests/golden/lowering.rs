//! Plans of models of one layer, for every call that Keras accepts.

use std::collections::BTreeMap;
use std::rc::Rc;

use modelwright_core::layers::{self, Layer, infer};
use modelwright_core::plan::Plan;
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::plan::operation::Operation;
use modelwright_core::plan::value::{Channels, Window};
use modelwright_core::plan::write::write;
use modelwright_core::shape::Shape;
use modelwright_testing::golden::cases::{show, tensor_shapes};
use modelwright_testing::golden::{records, text};
use modelwright_testing::plan::execute;
use serde_json::{Map, Value as Json};

use super::{layer, model_of};

#[test]
fn every_layer_has_a_plan() {
    let mut lowered: BTreeMap<&str, bool> = BTreeMap::new();
    let (mut plans, mut windows) = (0, 0);
    for case in records("layers.jsonl") {
        let name = text(&case, "layer");
        let Some(class) = layers::find(name) else { continue };
        let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
        let mut arguments = Map::new();
        for key in ["config", "call_kwargs"] {
            arguments.extend(case.get(key).and_then(Json::as_object).cloned().unwrap_or_default());
        }
        let Ok(layer) = layer(name, &arguments, &mut 0) else { continue };
        if infer(&layer, &inputs).is_err() {
            continue;
        }
        let plan = plan(&layer, &inputs).unwrap_or_else(|how| panic!("{how}: {}", show(&case)));
        execute(name, plan);
        plans += 1;
        let step = plan.step(modelwright_core::plan::StepId(1)).expect("a step");
        assert_eq!(step.class, class.name);
        *lowered.entry(class.name).or_insert(true) &=
            !matches!(step.operation, Operation::Opaque(_));
        let (input, output) = (step.inputs().next(), step.outputs().next());
        let (input, output) = (input.expect("an input"), output.expect("an output"));
        if let Some((channels, window)) = window(&step.operation) {
            for axis in 0..window.rank {
                let at = channels.spatial(axis);
                let size = |shape: modelwright_core::plan::Tensor| shape.shape.get(at)?.known();
                let (Some(size), Some(expected)) = (size(input), size(output)) else { continue };
                let (span, stride) = (window.span(axis), window.strides[axis]);
                let (before, behind) = window.padding[axis].on(size, span, stride);
                let found = (size + before + behind - span) / stride + 1;
                assert_eq!(found, expected, "{}: {window:?}", show(&case));
                windows += 1;
            }
        }
    }
    println!("{plans} plans, {windows} axes with windows");
    assert!(plans > 1_000 && windows > 100);
    let opaque: Vec<&str> = lowered.iter().filter(|(_, is)| !**is).map(|(name, _)| *name).collect();
    assert!(opaque.is_empty(), "these have no operation: {opaque:?}");
    assert!(lowered.len() > 120, "{}", lowered.len());
}

/// The window of an operation that moves one over its input.
fn window(operation: &Operation<'_>) -> Option<(Channels, Window)> {
    match operation {
        Operation::Convolution(it) => Some((it.channels, it.window)),
        Operation::DepthwiseConvolution(it) => Some((it.channels, it.window)),
        Operation::SeparableConvolution(it) => Some((it.channels, it.window)),
        Operation::Pooling(it) => Some((it.channels, it.window)),
        _ => None,
    }
}

fn plan(layer: &Rc<Layer>, inputs: &[Shape]) -> Result<Plan, String> {
    let graph = model_of(layer, inputs).map_err(|mistake| mistake.message.to_string())?;
    let lowered = Lowered::of(&graph).map_err(|_| "sizes are too large")?;
    let bytes = write("model", &lowered, None).map_err(|mistake| mistake.message.to_string())?;
    Plan::new(Box::leak(bytes.into_boxed_slice())).map_err(|error| error.to_string())
}
