use alloc::rc::Rc;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::diagnostic::Loc;
use crate::field::Fields;
use crate::layers::testing::applied;
use crate::memory::Schedule;
use crate::plan::lowered::Lowered;
use crate::size::Sizes;
use crate::spec::DType;
use crate::value::Value;

fn layer(id: u32, kind: LayerKind) -> Rc<Layer> {
    let name = format!("layer_{id}").into();
    Rc::new(Layer { id, name, loc: Loc(id), kind, trainable: true, dtype: DType::default() })
}

fn input(graph: &mut Graph) -> Tensor {
    graph.input(&layer(0, LayerKind::Input), Shape::new([8_usize, 1]))
}

#[test]
fn passes_follow_as_many_calls_as_a_graph_takes() {
    let mut graph = Graph::new("long".into(), false);
    let mut tensor = input(&mut graph);
    let convolution =
        layer(1, applied("Conv1D", &[("filters", Value::Int(1)), ("kernel_size", Value::Int(1))]));
    tensor = graph.call(&convolution, &[tensor]).expect("a call")[0];
    let relu = layer(2, applied("ReLU", &[]));
    for _ in 1..CALL_LIMIT {
        tensor = graph.call(&relu, &[tensor]).expect("a call")[0];
    }
    let mistake = graph.call(&relu, &[tensor]).expect_err("too many calls");
    assert_eq!(&*mistake.message, "more than 12000 calls of layers in one model");
    graph.finish(vec![tensor]);
    assert_eq!(Fields::of(&graph).get(&relu).map(<[_]>::len), Some(1));
    let lowered = Lowered::of(&graph).expect("small sizes");
    assert_eq!(lowered.steps().len(), CALL_LIMIT);
    let schedule = Schedule::of(&lowered).expect("small sizes").expect("known sizes");
    assert_eq!(schedule.tensors.len(), CALL_LIMIT + 1);
}

#[test]
fn a_chain_that_doubles_is_refused_before_it_runs() {
    let mut chain = layer(1, applied("ReLU", &[]));
    for id in 2..60 {
        chain = layer(id, LayerKind::Sequential([Rc::clone(&chain), chain].to_vec()));
    }
    let mut graph = Graph::new("double".into(), false);
    let tensor = input(&mut graph);
    let mistake = graph.call(&chain, &[tensor]).expect_err("too many calls");
    assert_eq!(&*mistake.message, "more than 12000 calls of layers in one model");
}

/// A model that is nested on the shapes it was declared with shares its calls; on others it has calls of its own, which
/// keep the shapes that were found.
#[test]
fn bodies_are_shared_where_shapes_are_as_declared() {
    let mut inner = Graph::new("inner".into(), false);
    let size = Dim::Symbolic(Sizes::default().symbol("h"));
    let x = inner.input(&layer(0, LayerKind::Input), Shape::new([size.clone(), 1_usize.into()]));
    let up = layer(1, applied("UpSampling1D", &[]));
    let y = inner.call(&up, &[x]).expect("a call");
    inner.finish(y);
    let inner = Rc::new(inner);
    let nested = layer(2, LayerKind::Model(Rc::clone(&inner)));
    let mut outer = Graph::new("outer".into(), false);
    let symbolic = outer.input(&layer(3, LayerKind::Input), Shape::new([size, 1_usize.into()]));
    let number = input(&mut outer);
    let mut outputs = outer.call(&nested, &[symbolic]).expect("a call");
    outputs.extend(outer.call(&nested, &[number]).expect("a call"));
    outer.finish(outputs);
    let bodies: Vec<&Rc<Body>> =
        outer.body().calls().iter().map(|call| call.unfolded().expect("a body")).collect();
    assert!(Rc::ptr_eq(bodies[0], inner.body()) && !Rc::ptr_eq(bodies[1], inner.body()));
    assert_eq!(bodies[1].calls()[0].outputs[0].to_string(), "[16, 1]");
    let lowered = Lowered::of(&outer).expect("small sizes");
    let keys: Vec<_> =
        lowered.steps().iter().map(|step| (lowered.path(step.site), step.call)).collect();
    assert_eq!(keys, [(Rc::from("layer_2/layer_1"), 0), ("layer_2/layer_1".into(), 1)]);
}
