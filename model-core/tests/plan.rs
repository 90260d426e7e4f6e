//! Bytes of plans that are damaged: an error or an end, and never a panic; and plans of every layer call that Keras accepts.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::graph::Graph;
use modelwright_core::layers::{Given, Layer, LayerKind, bind, find};
use modelwright_core::memory::{self, Schedule};
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::plan::write::{Arena, write};
use modelwright_core::plan::{Plan, PlanError};
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;
use modelwright_core::value::Value;
use modelwright_testing::plan::execute;
use modelwright_testing::times;

fn layer(id: u32, class: &str, arguments: &[(&str, Value)]) -> Rc<Layer> {
    let class = find(class).expect("a class");
    let given: Vec<Given> = arguments
        .iter()
        .map(|(name, value)| Given {
            name: Some(((*name).into(), Loc::default())),
            value: value.clone(),
            loc: Loc::default(),
        })
        .collect();
    let mut diagnostics = Diagnostics::default();
    let bound = bind(class, Loc::default(), &given, "channels_last", &mut diagnostics);
    let kind = LayerKind::Class(class, bound.expect("arguments that fit").args);
    placed(id, kind)
}

fn placed(id: u32, kind: LayerKind) -> Rc<Layer> {
    let name = format!("layer_{id}").into();
    Rc::new(Layer { id, name, loc: Loc(id), kind, trainable: true, dtype: DType::Float32 })
}

/// A model with blocks, lists, texts and an arena.
fn bytes() -> Vec<u8> {
    let mut graph = Graph::new("model".into(), false);
    let input = graph.input(&placed(0, LayerKind::Input), Shape::new([6_usize, 8, 3]));
    let int = Value::Int;
    let convolution = layer(
        1,
        "Conv2D",
        &[
            ("filters", int(4)),
            ("kernel_size", int(3)),
            ("kernel_regularizer", Value::Word("l2".into())),
        ],
    );
    let dense = layer(2, "Dense", &[("units", int(5))]);
    let chain = placed(3, LayerKind::Sequential(vec![convolution, layer(4, "ReLU", &[])]));
    let wrapped = layer(5, "TimeDistributed", &[("layer", Value::Layer(dense))]);
    let recurrent = Value::Layer(layer(
        6,
        "LSTM",
        &[("units", int(3)), ("unit_forget_bias", Value::Bool(true))],
    ));
    let both = layer(7, "Bidirectional", &[("layer", recurrent)]);
    let mut tensor = input;
    for next in [chain, wrapped] {
        tensor = graph.call(&next, &[tensor]).expect("a call")[0];
    }
    let flat = layer(8, "Reshape", &[("target_shape", Value::list([int(4), int(-1)]))]);
    tensor = graph.call(&flat, &[tensor]).expect("a call")[0];
    tensor = graph.call(&both, &[tensor]).expect("a call")[0];
    graph.finish(vec![tensor, input]);
    let lowered = Lowered::of(&graph).expect("small sizes");
    let schedule = Schedule::of(&lowered).expect("small sizes").expect("known sizes");
    let plan = memory::plan(&schedule, 16).expect("small sizes").expect("known sizes");
    write("model", &lowered, Some(Arena { plan: &plan, alignment: 16 })).expect("a plan")
}

fn leaked(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}

/// Reads whatever can be read.
fn read(plan: Plan) -> usize {
    let mut length = format!("{plan:?}{:?}{:?}", plan.alignment(), plan.arena_bytes()).len();
    for tensor in plan.tensors().chain(plan.outputs()).chain(plan.inputs().map(|(_, it)| it)) {
        length += format!("{tensor:?}{:?}", tensor.range()).len();
    }
    for step in plan.steps() {
        length += format!("{step:?}{}", step.name()).len();
        length += step.inputs().count() + step.outputs().count() + step.weights().count();
    }
    for variable in plan.variables() {
        length += format!("{variable:?}{:?}{}", variable.range(), variable.name()).len();
    }
    length
}

#[test]
fn damaged_bytes_are_an_error_or_an_end() {
    let original = bytes();
    execute("model", Plan::new(leaked(original.clone())).expect("a plan"));
    let mut random = fastrand::Rng::with_seed(2);
    let (mut refused, mut damaged, mut whole) = (0, 0, 0);
    for _ in 0..20_000 * times() {
        let mut bytes = original.clone();
        for _ in 0..1 + random.usize(..3) {
            let at = random.usize(..bytes.len());
            match random.usize(..6) {
                0 => bytes[at] = random.u8(..),
                1 => bytes[at] ^= 1 << random.usize(..8),
                2 => bytes.truncate(at.max(1)),
                3 => bytes.insert(at, random.u8(..)),
                4 => drop(bytes.remove(at)),
                _ => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][random.usize(..5)],
            }
            if bytes.is_empty() {
                break;
            }
        }
        match Plan::new(leaked(bytes)) {
            Err(_) => refused += 1,
            Ok(plan) => {
                match plan.check() {
                    Err(error) => {
                        assert_eq!(error, PlanError::Damaged);
                        damaged += 1;
                    }
                    Ok(()) => whole += 1,
                }
                assert!(read(plan) > 0);
            }
        }
    }
    println!("{refused} refused, {damaged} damaged, {whole} with other numbers");
    assert!(refused > 500 && damaged > 1_000 && whole > 1_000);
}

#[test]
fn other_versions_are_refused() {
    let mut bytes = bytes();
    bytes[3] = 9;
    let error = Plan::new(leaked(bytes.clone())).expect_err("another version");
    assert_eq!(error, PlanError::Version { found: 9 });
    assert_eq!(error.to_string(), "the plan has version 9, and this reader reads 1");
    bytes[0] = 0;
    assert_eq!(Plan::new(leaked(bytes)), Err(PlanError::NotAPlan));
    assert_eq!(Plan::new(b""), Err(PlanError::NotAPlan));
    assert_eq!(Plan::new(b"mwp\x01"), Err(PlanError::Damaged));
    assert_eq!(
        Plan::new(b"mwp\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
        Err(PlanError::Damaged)
    );
}
