//! Plans: every model of the examples and of the golden files, run from what its plan says alone.

#![allow(dead_code)] // the examples are programs of their own

#[path = "../examples/bert.rs"]
mod bert;
#[path = "../examples/cats_vs_dogs.rs"]
mod cats_vs_dogs;
#[path = "../examples/detector.rs"]
mod detector;
#[path = "../examples/gpt2.rs"]
mod gpt2;
#[path = "../examples/mobilenet_v3.rs"]
mod mobilenet_v3;
mod models;
#[path = "../examples/seq2seq.rs"]
mod seq2seq;
#[path = "../examples/siamese.rs"]
mod siamese;
#[path = "../examples/unet.rs"]
mod unet;
#[path = "../examples/vit_tiny.rs"]
mod vit_tiny;

use std::collections::BTreeMap;

use modelwright::plan::operation::Operation;
use modelwright::plan::{StepId, TensorId};
use modelwright::{ArenaSlot, Model, Plan, Spec, model};
use modelwright_testing::plan::execute;

use crate::models::{KERAS_2, KERAS_3};

/// Facts and plan of a model.
fn of<M: Model>() -> (&'static str, &'static Spec, Plan) {
    (M::SPEC.name, M::SPEC, M::PLAN)
}

fn all() -> Vec<(&'static str, &'static Spec, Plan)> {
    let golden = KERAS_3.iter().chain(KERAS_2).map(|(name, spec, _, plan)| (*name, *spec, *plan));
    golden
        .chain([
            of::<bert::BertBase>(),
            of::<cats_vs_dogs::CatsVsDogs>(),
            of::<detector::YoloV3>(),
            of::<gpt2::Gpt2>(),
            of::<mobilenet_v3::MobileNetV3Small>(),
            of::<seq2seq::Seq2Seq>(),
            of::<siamese::Siamese>(),
            of::<unet::UNet>(),
            of::<vit_tiny::VitTiny>(),
            of::<models::efficientnet_b0::EfficientNetB7>(),
            of::<models::resnet::ResNet152>(),
            of::<Nested>(),
        ])
        .collect()
}

#[test]
fn no_step_of_a_model_reads_what_another_has_overwritten() {
    let (mut steps, mut in_place, mut nested) = (0, 0, 0);
    for (name, spec, plan) in all() {
        let seen = execute(name, plan);
        println!(
            "{name:>30}: {:>4} steps, {:>6} bytes, {:>3} a step",
            seen.steps,
            plan.bytes().len(),
            plan.bytes().len() / seen.steps.max(1),
        );
        assert_eq!(plan.name(), spec.name);
        assert_eq!(plan.params(), spec.params);
        assert_eq!(plan.arena_bytes(), spec.arena_bytes);
        steps += seen.steps;
        in_place += seen.in_place;
        nested += seen.nested;
    }
    println!("{steps} steps, {in_place} in place, {nested} inside others");
    assert!(steps > 3_000 && in_place > 500 && nested > 100);
}

/// `ARENA` and `PLAN` say the same of every tensor.
#[test]
fn slots_of_the_arena_are_the_tensors_of_the_plan() {
    for (name, spec, plan) in all() {
        let inputs = plan.inputs().map(|(name, tensor)| (name, 0, 0, tensor));
        let outputs = plan.steps().flat_map(|step| {
            step.outputs().enumerate().map(move |(output, it)| (step.path, step.call, output, it))
        });
        let found: Vec<_> = inputs
            .chain(outputs)
            .filter_map(|(path, call, output, tensor)| {
                let range = tensor.range()?;
                Some((path, call, output, range, tensor.first.0, tensor.last.0))
            })
            .collect();
        let slot = |it: &ArenaSlot| (it.layer, it.call, it.output, it.range(), it.first, it.last);
        assert_eq!(found, spec.arena.iter().map(slot).collect::<Vec<_>>(), "{name}");
    }
}

/// The variables of a plan are the weights of the layers, under the same paths.
#[test]
fn variables_are_the_weights_of_the_layers() {
    for (name, spec, plan) in all() {
        let mut weights = BTreeMap::new();
        for (layer, weight) in
            spec.layers.iter().flat_map(|it| it.weights.iter().map(move |w| (it, w)))
        {
            weights.entry(weight.range().start).or_insert((layer.name, weight));
        }
        // Weights without elements do not exist, so that no two begin at one place.
        assert_eq!(weights.len(), plan.variable_count(), "{name}");
        for (variable, (layer, weight)) in plan.variables().zip(weights.values()) {
            assert_eq!((variable.layer, variable.range()), (*layer, weight.range()), "{name}");
            assert_eq!(variable.name(), weight.name, "{name}");
            assert!(
                weight.path.ends_with(variable.path),
                "{name}: {} {}",
                weight.path,
                variable.path
            );
            assert!(variable.shape.iter().eq(weight.shape.iter().copied()), "{name}");
            assert_eq!(variable.kind.dtype, weight.dtype, "{name}");
            assert_eq!(variable.kind.trainable, weight.trainable, "{name}: {variable:?}");
        }
    }
}

model! {
    model Tower(x: [h, 8]) {
        let shared = Dense(8);
        x -> shared -> Conv1D(8, 3, padding = same) -> shared
    }
    model Nested(a: [6, 8], b: [9, 8]) -> ([6, 8], [1]) {
        let tower = Tower(name = "tower");
        let chain = Sequential(tower -> ReLU, name = "chain");
        let y = a -> tower -> chain;
        let z = b -> chain -> Bidirectional(LSTM(4, return_sequences = true)) -> TimeDistributed(ReLU -> Dense(3));
        let (own, other) = (Tower(name = "own"), Dense(8, name = "unused"));
        let _ = a -> other;
        (y + (a -> own), (z -> Flatten -> Dense(1)))
    }
}

#[test]
fn nested_models_are_unfolded() {
    let plan = Nested::PLAN;
    let steps: Vec<_> = plan.steps().map(|step| (step.path, step.call)).collect();
    assert_eq!(
        steps,
        [
            ("tower/dense", 0),
            ("tower/conv1d", 0),
            ("tower/dense", 1),
            ("chain/tower/dense", 0),
            ("chain/tower/conv1d", 0),
            ("chain/tower/dense", 1),
            ("chain/re_lu", 0),
            ("chain/tower/dense", 2),
            ("chain/tower/conv1d", 1),
            ("chain/tower/dense", 3),
            ("chain/re_lu", 1),
            ("bidirectional", 0),
            ("time_distributed", 0),
            ("own/dense", 0),
            ("own/conv1d", 0),
            ("own/dense", 1),
            ("add", 0),
            ("flatten", 0),
            ("dense_1", 0),
        ]
    );
    // The tower in the chain is the same layer: the same variables, under another path.
    let of = |path: &str| -> Vec<usize> {
        let step = plan.steps().find(|step| step.path == path).expect("a step");
        step.weights().map(|weight| weight.id.0).collect()
    };
    assert_eq!(of("tower/conv1d"), of("chain/tower/conv1d"));
    assert_ne!(of("tower/conv1d"), of("own/conv1d"));
    assert_eq!(plan.step(StepId(0)).map(|step| step.path), None);
    assert_eq!(plan.step(StepId(20)).map(|step| step.path), None);
    assert_eq!(plan.tensor(TensorId(21)), None);
}

/// What a wrapper runs is a block of calls, with weights of the step.
#[test]
fn wrappers_have_blocks() {
    let step = |class: &str| Nested::PLAN.steps().find(|step| step.class == class).expect("a step");
    let Operation::TimeDistributed(distributed) = step("TimeDistributed").operation else {
        panic!("not lowered")
    };
    let [chain] = distributed.layer.calls.iter().collect::<Vec<_>>()[..] else {
        panic!("one call")
    };
    let Operation::Pipeline(pipeline) = chain.operation else { panic!("not a chain") };
    let classes: Vec<_> = pipeline.layers.calls.iter().map(|call| call.class).collect();
    assert_eq!((chain.class, classes), ("Sequential", vec!["ReLU", "Dense"]));
    let dense = pipeline.layers.calls.get(1).expect("two calls");
    assert_eq!((dense.weights.iter().collect(), chain.weights.len()), (vec![0, 1], 2));
    let Operation::Bidirectional(both) = step("Bidirectional").operation else {
        panic!("not lowered")
    };
    let weights = |block: modelwright::plan::block::Block<'static>| -> Vec<usize> {
        block.calls.iter().flat_map(|call| call.weights).collect()
    };
    assert_eq!((weights(both.forward), weights(both.backward)), (vec![0, 1, 2], vec![3, 4, 5]));
}
