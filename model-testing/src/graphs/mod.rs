//! Graphs of arbitrary layers from bytes, and what must hold for each.
//!
//! Every graph is built twice: with symbols and sizes that are not known, and with numbers in their place.

mod source;

use std::rc::Rc;

use modelwright_core::dim::Dim;
use modelwright_core::graph::{Graph, Tensor};
use modelwright_core::layers::{Layer, LayerKind, Mistake};
use modelwright_core::memory::{self, Schedule};
use modelwright_core::operations::{Count, Operations};
use modelwright_core::plan::Plan;
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::plan::write::{Arena, write};
use modelwright_core::shape::Shape;

use self::source::{SYMBOLS, Source};
use crate::plan::execute;

/// Result counts for some bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Layers that were made.
    pub layers: usize,
    /// Calls that were accepted.
    pub accepted: usize,
    /// Calls that were refused.
    pub refused: usize,
    /// Calls whose result with symbols was compared with that of numbers.
    pub compared: usize,
    /// Graphs whose plan was run.
    pub plans: usize,
    /// Graphs among them with an arena, with steps inside others, in place, and of a layer that ran before.
    pub seen: [usize; 4],
}

/// Builds a graph from bytes and checks it.
pub fn check(bytes: &[u8]) -> Tally {
    let mut source = Source::new(bytes);
    let mut tally = Tally::default();
    let mut models: Vec<Rc<Graph>> = Vec::new();
    for number in 0..1 + source.below(2) {
        let graph = model(&mut source, &format!("model{number}"), &models, &mut tally);
        models.push(Rc::new(graph));
    }
    tally
}

/// A tensor of the graph, and the same one with numbers where that could be made.
#[derive(Clone, Copy)]
struct Pair {
    open: Tensor,
    closed: Option<Tensor>,
}

fn model(source: &mut Source<'_>, name: &str, models: &[Rc<Graph>], tally: &mut Tally) -> Graph {
    let sequential = source.below(4) == 0;
    let (mut open, mut closed) =
        (Graph::new(name.into(), sequential), Graph::new(name.into(), sequential));
    let mut tensors: Vec<Pair> = Vec::new();
    for _ in 0..1 + source.below(3) {
        let dims: Vec<(Dim, usize)> = (0..source.below(5)).map(|_| source.dim()).collect();
        let layer = source.named("input", LayerKind::Input);
        let tensor = open.input(&layer, Shape::new(dims.iter().map(|(dim, _)| dim.clone())));
        let number = closed.input(&layer, Shape::new(dims.iter().map(|(_, size)| *size)));
        tensors.push(Pair { open: tensor, closed: Some(number) });
    }
    let mut made: Vec<(Rc<Layer>, bool)> = Vec::new();
    while !source.at_end() && made.len() < 24 {
        let (layer, symbolic) = match source.below(8) {
            0 if !made.is_empty() => made[source.below(made.len())].clone(),
            1 if !models.is_empty() => {
                let inner = Rc::clone(&models[source.below(models.len())]);
                (source.named("model", LayerKind::Model(inner)), true)
            }
            _ => match source.layer() {
                Some(made) => made,
                None => continue,
            },
        };
        tally.layers += 1;
        made.push((Rc::clone(&layer), symbolic));
        let count = match source.below(8) {
            0 => 2,
            1 => 3,
            2 => source.below(6),
            _ => 1,
        };
        let newest = source.below(2) == 0 && count == 1;
        let inputs: Vec<Pair> = (0..count)
            .map(|_| {
                let index = if newest { tensors.len() - 1 } else { source.below(tensors.len()) };
                tensors[index]
            })
            .collect();
        let of_open: Vec<Tensor> = inputs.iter().map(|pair| pair.open).collect();
        let outputs = match open.call(&layer, &of_open) {
            Ok(outputs) => outputs,
            Err(mistake) => {
                tally.refused += 1;
                check_mistake(&mistake);
                continue;
            }
        };
        tally.accepted += 1;
        let of_closed: Option<Vec<Tensor>> = inputs.iter().map(|pair| pair.closed).collect();
        let numbers = of_closed.filter(|_| !symbolic).and_then(|of_closed| {
            tally.compared += 1;
            compare(&open, (&of_open, &outputs), &mut closed, &of_closed, &layer)
        });
        tensors.extend(outputs.iter().enumerate().map(|(index, tensor)| Pair {
            open: *tensor,
            closed: numbers.as_ref().and_then(|numbers| numbers.get(index).copied()),
        }));
    }
    let count = 1 + source.below(2);
    let outputs: Vec<usize> = (0..count).map(|_| source.below(tensors.len())).collect();
    let last = tensors.len() - 1;
    let chosen = |pair: fn(&Pair) -> Option<Tensor>| -> Option<Vec<Tensor>> {
        std::iter::once(last).chain(outputs.iter().copied()).map(|at| pair(&tensors[at])).collect()
    };
    open.finish(chosen(|pair| Some(pair.open)).unwrap_or_default());
    check_graph(&open, tally);
    if let Some(outputs) = chosen(|pair| pair.closed) {
        closed.finish(outputs);
        check_graph(&closed, tally);
    }
    open
}

/// Calls with numbers what was called with symbols: the result is the same, or no result, where a size is below 1.
fn compare(
    open: &Graph,
    (open_inputs, open_outputs): (&[Tensor], &[Tensor]),
    closed: &mut Graph,
    inputs: &[Tensor],
    layer: &Rc<Layer>,
) -> Option<Vec<Tensor>> {
    let shapes = |graph: &Graph, tensors: &[Tensor]| -> Vec<Shape> {
        tensors.iter().map(|tensor| graph.shape(*tensor).expect("a tensor").clone()).collect()
    };
    let (given, found) = (shapes(open, open_inputs), shapes(open, open_outputs));
    let node = open.calls().last().expect("a call").node;
    let operations = &node.operations;
    let sizes = found.iter().flat_map(|shape| shape.iter()).chain(&node.inside);
    let may_be_refused = sizes.clone().any(|dim| evaluated(dim).is_none_or(|size| size < 1))
        || given.iter().flat_map(|shape| shape.iter()).any(|dim| evaluated(dim).is_none());
    let call = || {
        let arguments = match &layer.kind {
            LayerKind::Class(_, args) => args
                .iter()
                .map(|(parameter, value)| format!("{} = {value}", parameter.name))
                .collect::<Vec<_>>()
                .join(", "),
            _ => String::new(),
        };
        format!("{}({arguments}) on {}: {}", layer.class_name(), list(&given), list(&found))
    };
    match closed.call(layer, inputs) {
        Ok(tensors) => {
            let expected = shapes(closed, &tensors);
            let same_ranks = found.len() == expected.len()
                && found.iter().zip(&expected).all(|(a, b)| a.rank() == b.rank());
            // Where a last axis of size 1 is dropped, one of unknown size is taken to be another, as in Keras.
            let open_ranks = given.iter().any(|shape| shape.last() == Some(Dim::Unknown));
            assert!(same_ranks || open_ranks, "{}, with numbers {}", call(), list(&expected));
            if !same_ranks {
                return None;
            }
            let pairs = found.iter().zip(&expected).flat_map(|(a, b)| a.iter().zip(b.iter()));
            for (found, expected) in pairs {
                let same = evaluated(found).is_none_or(|size| Some(size) == evaluated(expected));
                assert!(same, "{}: {found}, with numbers {expected}", call());
            }
            let numbers = &closed.calls().last().expect("a call").node.operations;
            for of in [|it: &Operations| it.macs.clone(), |it: &Operations| it.flops.clone()] {
                let (count, expected): (Count, Count) = (of(operations), of(numbers));
                let found = evaluated(count.count());
                assert!(
                    found.is_none() || found == evaluated(expected.count()),
                    "{}: {count:?} operations, with numbers {expected:?}",
                    call(),
                );
            }
            Some(tensors)
        }
        Err(mistake) => {
            let overflows =
                ["too large", "overflow"].iter().any(|text| mistake.message.contains(text));
            assert!(may_be_refused || overflows, "{}, with numbers: {}", call(), mistake.message);
            None
        }
    }
}

/// The size with numbers for symbols; `None` where it is not known or does not fit.
fn evaluated(dim: &Dim) -> Option<i64> {
    match dim {
        Dim::Known(size) => i64::try_from(*size).ok(),
        Dim::Unknown => None,
        Dim::Symbolic(size) => size.evaluate(&|name| {
            SYMBOLS.iter().find(|(symbol, _)| *symbol == name).map(|(_, number)| *number)
        }),
    }
}

fn list(shapes: &[Shape]) -> String {
    shapes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn check_mistake(mistake: &Mistake) {
    let message = &mistake.message;
    assert!(!message.is_empty() && !message.ends_with('.') && !message.contains('\n'), "{message}");
    for line in mistake.notes.iter().chain(&mistake.help) {
        assert!(!line.is_empty() && !line.contains('\n'), "{line:?}");
    }
}

fn check_graph(graph: &Graph, tally: &mut Tally) {
    for shape in graph.shapes() {
        assert!(!shape.contains(&Dim::Known(0)) || graph.input_shapes().any(|it| it == shape));
        assert!(shape.to_string().starts_with('['));
    }
    let rows = graph.rows();
    let mut keys = std::collections::BTreeMap::new();
    for weight in rows.iter().flat_map(|row| &row.weights) {
        let count = weight.shape.iter().map(|size| *size as u128).product::<u128>();
        assert_eq!(weight.params(), count, "{}", weight.path);
        keys.insert(weight.key.expect("a key"), count);
    }
    let sum: u128 = graph.weights().iter().map(|weight| weight.params()).sum();
    assert_eq!(keys.values().sum::<u128>(), sum);
    let sum = rows.iter().try_fold(Operations::ZERO, |sum, row| sum.plus(&row.operations));
    match (sum, graph.operations()) {
        (Ok(sum), Ok(operations)) => assert_eq!(sum, operations),
        // A row that is too large to count is unknown.
        (_, Err(_)) => {}
        (Err(what), Ok(_)) => panic!("{what} of the rows are more than those of the calls"),
    }
    let _ = (graph.is_chain(), graph.may_be_empty().count());
    for tensor in graph.outputs() {
        assert!(!graph.trail(*tensor).is_empty());
    }
    let Ok(lowered) = Lowered::of(graph) else { return };
    let Ok(schedule) = Schedule::of(&lowered) else { return };
    let alignment = memory::DEFAULT_ALIGNMENT;
    let arena =
        schedule.as_ref().and_then(|schedule| memory::plan(schedule, alignment).ok().flatten());
    if let Some(schedule) = &schedule {
        check_memory(schedule);
    }
    check_plan(graph, &lowered, arena.as_ref(), tally);
}

/// The plan can be run, and says what the lowered graph says.
fn check_plan(graph: &Graph, lowered: &Lowered, arena: Option<&memory::Plan>, tally: &mut Tally) {
    let arena = arena.map(|plan| Arena { plan, alignment: memory::DEFAULT_ALIGNMENT });
    // Arguments of initializers are arbitrary, too.
    let bytes = match write(&graph.name, lowered, arena) {
        Ok(bytes) => bytes,
        Err(mistake) => return check_mistake(&mistake),
    };
    let plan = Plan::new(Box::leak(bytes.into_boxed_slice())).expect("a plan");
    let seen = execute(&graph.name, plan);
    assert_eq!(seen.steps, lowered.steps().len());
    tally.plans += 1;
    let has = [seen.arena, seen.nested > 0, seen.in_place > 0, seen.again > 0];
    for (count, has) in tally.seen.iter_mut().zip(has) {
        *count += usize::from(has);
    }
}

/// No two tensors that are live at once share memory, but one that is made in place of another.
fn check_memory(schedule: &Schedule) {
    let Ok(Some(plan)) = memory::plan(schedule, memory::DEFAULT_ALIGNMENT) else { return };
    assert!(plan.peak <= plan.bound && plan.bound <= plan.arena);
    for (index, a) in plan.places.iter().enumerate() {
        let (x, end) = (a.lifetime, a.offset + a.bytes);
        assert!(x.first <= x.last && end <= plan.arena, "{a:?}");
        for b in &plan.places[..index] {
            let y = b.lifetime;
            let apart = end <= b.offset || b.offset + b.bytes <= a.offset;
            let never = x.last < y.first || y.last < x.first;
            let in_place = (x.first == y.last || y.first == x.last) && a.offset == b.offset;
            assert!(apart || never || (in_place && a.bytes == b.bytes), "{a:?} {b:?}");
        }
    }
}
