//! Graphs of arbitrary layers from bytes, and what must hold for each. Fuzzers include this file, too.
//!
//! Every graph is built twice: with symbols and sizes that are not known, and with numbers in their place.

use std::cell::Cell;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::dim::Dim;
use modelwright_core::graph::{Graph, Tensor};
use modelwright_core::layers::{
    self, Class, Given, Kind, Layer, LayerKind, Mistake, bind, operator,
};
use modelwright_core::memory::{self, Schedule};
use modelwright_core::operations::{Count, Operations};
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::polynomial;
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;
use modelwright_core::value::{Object, Value};

/// The symbols, and the numbers in their place.
const SYMBOLS: [(&str, i64); 3] = [("h", 12), ("w", 7), ("t", 1)];
/// What takes the place of a size that is not known.
const UNKNOWN: usize = 8;
/// Numbers that are on the edge of something.
const NUMBERS: [i64; 20] = [
    0,
    -1,
    -2,
    5,
    7,
    12,
    16,
    24,
    64,
    255,
    1_000,
    i32::MAX as i64,
    1 << 32,
    3_037_000_500,
    1 << 53,
    i64::MAX / 2,
    i64::MAX - 1,
    i64::MAX,
    i64::MIN,
    i64::MIN + 1,
];
const FLOATS: [f64; 10] =
    [0.0, -0.0, 0.5, 1.0, -1.5, 1e-308, 1e308, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
const TEXTS: [&str; 12] = [
    "",
    "a",
    "ab,bc->ac",
    "abc,cd->abd",
    "...x,xy->...y",
    "ab,b",
    "->",
    "aa,a->a",
    "a,b,c->abc",
    "\u{e9},\u{e9}->\u{e9}",
    "{x}",
    "valid",
];
const OPERATORS: [&Class; 6] = [
    &operator::MULTIPLY,
    &operator::DIVIDE,
    &operator::ADD,
    &operator::SUBTRACT,
    &operator::NEGATIVE,
    &operator::SLICE,
];

/// How much came of some bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// Layers that were made.
    pub(super) layers: usize,
    /// Calls that were accepted.
    pub(super) accepted: usize,
    /// Calls that were refused.
    pub(super) refused: usize,
    /// Calls whose result with symbols was compared with that of numbers.
    pub(super) compared: usize,
}

/// Builds a graph from bytes and checks it.
pub(super) fn check(bytes: &[u8]) -> Tally {
    polynomial::reset();
    let symbols = SYMBOLS.map(|(name, number)| (Dim::symbol(name), number));
    let mut maker = Maker { bytes: bytes.iter(), id: 0, symbols, symbolic: Cell::new(false) };
    let mut tally = Tally::default();
    let mut models: Vec<Rc<Graph>> = Vec::new();
    for number in 0..1 + maker.below(2) {
        let graph = model(&mut maker, &format!("model{number}"), &models, &mut tally);
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

fn model(maker: &mut Maker<'_>, name: &str, models: &[Rc<Graph>], tally: &mut Tally) -> Graph {
    let sequential = maker.below(4) == 0;
    let (mut open, mut closed) =
        (Graph::new(name.into(), sequential), Graph::new(name.into(), sequential));
    let mut tensors: Vec<Pair> = Vec::new();
    for _ in 0..1 + maker.below(3) {
        let dims: Vec<(Dim, usize)> = (0..maker.below(5)).map(|_| maker.dim()).collect();
        let layer = maker.named("input", LayerKind::Input);
        let tensor = open.input(&layer, Shape::new(dims.iter().map(|(dim, _)| *dim)));
        let number = closed.input(&layer, Shape::new(dims.iter().map(|(_, size)| *size)));
        tensors.push(Pair { open: tensor, closed: Some(number) });
    }
    let mut made: Vec<(Rc<Layer>, bool)> = Vec::new();
    while !maker.at_end() && made.len() < 24 {
        maker.symbolic.set(false);
        let (layer, symbolic) = match maker.below(8) {
            0 if !made.is_empty() => made[maker.below(made.len())].clone(),
            1 if !models.is_empty() => {
                let inner = Rc::clone(&models[maker.below(models.len())]);
                (maker.named("model", LayerKind::Model(inner)), true)
            }
            _ => match maker.layer(3) {
                Some(layer) => (layer, maker.symbolic.get()),
                None => continue,
            },
        };
        tally.layers += 1;
        made.push((Rc::clone(&layer), symbolic));
        let count = match maker.below(8) {
            0 => 2,
            1 => 3,
            2 => maker.below(6),
            _ => 1,
        };
        let newest = maker.below(2) == 0 && count == 1;
        let inputs: Vec<Pair> = (0..count)
            .map(|_| {
                let index = if newest { tensors.len() - 1 } else { maker.below(tensors.len()) };
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
    let count = 1 + maker.below(2);
    let outputs: Vec<usize> = (0..count).map(|_| maker.below(tensors.len())).collect();
    let last = tensors.len() - 1;
    let chosen = |pair: fn(&Pair) -> Option<Tensor>| -> Option<Vec<Tensor>> {
        std::iter::once(last).chain(outputs.iter().copied()).map(|at| pair(&tensors[at])).collect()
    };
    open.finish(chosen(|pair| Some(pair.open)).unwrap_or_default());
    check_graph(&open);
    if let Some(outputs) = chosen(|pair| pair.closed) {
        closed.finish(outputs);
        check_graph(&closed);
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
    let operations = node.operations;
    let sizes = found.iter().flat_map(|shape| shape.iter()).chain(&node.inside).copied();
    let may_be_refused = sizes.clone().any(|dim| evaluated(dim).is_none_or(|size| size < 1))
        || given.iter().flat_map(|shape| shape.iter()).any(|dim| evaluated(*dim).is_none());
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
                let same = evaluated(*found).is_none_or(|size| Some(size) == evaluated(*expected));
                assert!(same, "{}: {found}, with numbers {expected}", call());
            }
            let numbers = closed.calls().last().expect("a call").node.operations;
            for of in [|it: Operations| it.macs, |it: Operations| it.flops] {
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
            let too_large = mistake.message.contains("too large");
            assert!(may_be_refused || too_large, "{}, with numbers: {}", call(), mistake.message);
            None
        }
    }
}

/// The size with numbers for symbols; `None` where it is not known or does not fit.
fn evaluated(dim: Dim) -> Option<i64> {
    match dim {
        Dim::Known(size) => i64::try_from(size).ok(),
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

fn check_graph(graph: &Graph) {
    for shape in graph.shapes() {
        assert!(!shape.contains(&Dim::Known(0)) || graph.input_shapes().any(|it| it == shape));
        assert!(shape.to_string().starts_with('['));
    }
    let rows = graph.rows();
    let mut keys = std::collections::BTreeMap::new();
    for weight in rows.iter().flat_map(|row| &row.weights) {
        let count = weight.shape.iter().map(|size| *size as u128).product::<u128>();
        assert_eq!(weight.params().map(|params| params as u128), Some(count), "{}", weight.path);
        keys.insert(weight.key.expect("a key"), count);
    }
    let sum: u128 =
        graph.weights().iter().map(|weight| weight.params().expect("a count") as u128).sum();
    assert_eq!(keys.values().sum::<u128>(), sum);
    let sum = rows.iter().try_fold(Operations::ZERO, |sum, row| sum.plus(row.operations));
    assert_eq!(sum.expect("a sum that was counted"), graph.operations());
    let _ = (graph.is_chain(), graph.may_be_empty().count());
    for tensor in graph.outputs() {
        assert!(!graph.trail(*tensor).is_empty());
    }
    if let Ok(Some(schedule)) = Lowered::of(graph).and_then(|lowered| Schedule::of(&lowered)) {
        check_memory(&schedule);
    }
}

/// No two tensors that are live at once share memory, but one that is made in place of another.
fn check_memory(schedule: &Schedule) {
    let Ok(Some(plan)) = memory::plan(schedule, memory::DEFAULT_ALIGNMENT) else { return };
    assert!(plan.peak <= plan.arena);
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

/// Makes layers from bytes.
struct Maker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    id: u32,
    symbols: [(Dim, i64); 3],
    /// Whether a symbol stands in an argument.
    symbolic: Cell<bool>,
}

impl Maker<'_> {
    fn at_end(&self) -> bool {
        self.bytes.as_slice().is_empty()
    }

    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end.max(1)
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let index = self.below(words.len());
        words.get(index).copied().unwrap_or_default()
    }

    /// A size, and the number in its place.
    fn dim(&mut self) -> (Dim, usize) {
        let same = |size: usize| (Dim::Known(size), size);
        match self.byte() {
            byte @ 0..=127 => same(1 + usize::from(byte % 16)),
            byte @ 128..=159 => same(usize::from(byte)),
            160..=167 => same(usize::try_from(self.number().max(0)).unwrap_or(0)),
            168..=191 => (Dim::Unknown, UNKNOWN),
            byte => {
                let (symbol, number) = self.symbols[usize::from(byte) % SYMBOLS.len()];
                let (factor, more) = [(1, 0), (2, 0), (16, 0), (3, 1), (1, 5)][self.below(5)];
                let dim = symbol.times(factor).and_then(|dim| dim.plus(more)).expect("a size");
                (dim, number as usize * factor + more)
            }
        }
    }

    fn number(&mut self) -> i64 {
        match self.byte() {
            byte @ 0..=199 => 1 + i64::from(byte % 9),
            byte => NUMBERS[usize::from(byte) % NUMBERS.len()],
        }
    }

    fn float(&mut self) -> f64 {
        match self.byte() {
            byte @ 0..=127 => f64::from(byte) / 128.0,
            byte => FLOATS[usize::from(byte) % FLOATS.len()],
        }
    }

    fn ints(&mut self, count: usize) -> Value {
        Value::tuple((0..count).map(|_| Value::Int(self.number())).collect::<Vec<_>>())
    }

    fn named(&mut self, name: &str, kind: LayerKind) -> Rc<Layer> {
        self.id += 1;
        let id = self.id;
        let (trainable, dtype) = match self.byte() {
            0..=199 => (true, DType::Float32),
            byte => (byte % 2 == 0, DType::ALL[usize::from(byte) % DType::ALL.len()].1),
        };
        let name = format!("{name}{id}").into();
        Rc::new(Layer { id, name, loc: Loc(id), kind, trainable, dtype })
    }

    /// A layer with at most `depth` others in each other inside; `None` where its arguments are refused.
    fn layer(&mut self, depth: usize) -> Option<Rc<Layer>> {
        if depth > 0 && self.below(16) == 0 {
            let count = 1 + self.below(3);
            let inside: Option<Vec<_>> = (0..count).map(|_| self.layer(depth - 1)).collect();
            return Some(self.named("sequential", LayerKind::Sequential(inside?)));
        }
        let count = layers::classes().count();
        let index = (self.below(256) * 256 + self.below(256)) % (count + OPERATORS.len());
        let class = match layers::classes().nth(index) {
            Some(class) => class,
            None => OPERATORS[index - count],
        };
        let mut given = Vec::new();
        let mut position = 0;
        for (index, parameter) in class.parameters.iter().enumerate() {
            let required = matches!(parameter.default, layers::Default::Required);
            let choice = self.below(16);
            if (required && choice == 1) || (!required && choice < 10) {
                continue;
            }
            let value = match self.below(32) {
                0 => self.any(depth),
                1 => Value::None,
                _ => self.value(parameter.kind, depth),
            };
            let by_position = position == index && index < class.positional;
            position += usize::from(by_position);
            let name = (!by_position).then(|| (parameter.name.into(), Loc(1)));
            given.push(Given { name, value, loc: Loc(2) });
        }
        if self.below(32) == 0 {
            let value = self.any(depth);
            let name = self.of(&["name", "trainable", "dtype", "units", "nothing", ""]).into();
            given.push(Given { name: Some((name, Loc(3))), value, loc: Loc(4) });
        }
        let format = if self.below(4) == 0 { "channels_first" } else { "channels_last" };
        let mut diagnostics = Diagnostics::default();
        let bound = bind(class, Loc(5), &given, format, &mut diagnostics);
        assert_eq!(bound.is_err(), !diagnostics.is_empty(), "{} {given:?}", class.name);
        let bound = bound.ok()?;
        Some(self.named("layer", LayerKind::Class(class, bound.args)))
    }

    /// A value of this kind, most often one that is accepted.
    fn value(&mut self, kind: Kind, depth: usize) -> Value {
        match kind {
            Kind::Bool => Value::Bool(self.below(2) == 1),
            Kind::Int { .. } | Kind::Axis => match self.below(4) {
                0 => Value::Int(i64::from(self.byte() as i8) % 8),
                _ => Value::Int(self.number()),
            },
            Kind::Number { .. } | Kind::Numbers => match self.below(4) {
                0 => Value::Int(self.number()),
                _ => Value::Float(self.float()),
            },
            Kind::Sizes { rank, .. } | Kind::Pairs { rank } => match self.below(4) {
                0 => self.ints(rank),
                1 => Value::tuple((0..rank).map(|_| self.ints(2)).collect::<Vec<_>>()),
                _ => Value::Int(self.number()),
            },
            Kind::Axes => {
                let count = self.below(4);
                Value::list(
                    (0..count)
                        .map(|_| Value::Int(i64::from(self.byte() as i8) % 6))
                        .collect::<Vec<_>>(),
                )
            }
            Kind::Shape => {
                let count = self.below(5);
                Value::tuple((0..count).map(|_| self.size()).collect::<Vec<_>>())
            }
            Kind::Text | Kind::Name => Value::Str(self.of(&TEXTS).into()),
            Kind::Layer => self.inner(depth),
            Kind::Layers | Kind::Cells => {
                let count = self.below(4);
                Value::list((0..count).map(|_| self.inner(depth)).collect::<Vec<_>>())
            }
            Kind::Dtype => {
                let index = self.below(DType::ALL.len());
                Value::Word(DType::ALL[index].0.into())
            }
            Kind::Listed(kind) => {
                let count = self.below(4);
                Value::list((0..count).map(|_| self.value(*kind, depth)).collect::<Vec<_>>())
            }
            Kind::Any => self.any(depth),
            Kind::Word(_)
            | Kind::DataFormat
            | Kind::Activation
            | Kind::Initializer
            | Kind::Regularizer
            | Kind::Constraint => Value::Word(self.of(kind.words()).into()),
        }
    }

    fn size(&mut self) -> Value {
        match self.below(8) {
            0 => Value::Int(-1),
            1 => Value::None,
            2 => {
                let (dim, _) = self.dim();
                let value = Value::from(dim);
                self.symbolic.set(self.symbolic.get() | matches!(value, Value::Size(_)));
                value
            }
            _ => Value::Int(self.number()),
        }
    }

    fn inner(&mut self, depth: usize) -> Value {
        depth.checked_sub(1).and_then(|depth| self.layer(depth)).map_or(Value::None, Value::Layer)
    }

    /// Any value.
    fn any(&mut self, depth: usize) -> Value {
        match self.below(13) {
            0 => Value::None,
            1 => Value::Bool(true),
            2 => Value::Int(self.number()),
            3 => Value::Float(self.float()),
            4 => Value::Str(self.of(&TEXTS).into()),
            5 => {
                Value::Word(self.of(&["same", "relu", "zero", "L2", "HeNormal", "float16"]).into())
            }
            6 => self.size(),
            7 => {
                let name = self.of(&["L2", "HeNormal", "MaxNorm", "Zero"]).into();
                let argument = (Some("seed".into()), self.any(0));
                Value::Object(Rc::new(Object { name, arguments: vec![argument] }))
            }
            8 => Value::Range(self.number(), self.number()),
            9 => Value::Tensor(Tensor { node: self.below(4), output: self.below(2) }),
            10 => self.inner(depth),
            11 => {
                let count = self.below(4);
                self.ints(count)
            }
            _ if depth == 0 => Value::None,
            _ => {
                let count = self.below(4);
                Value::list((0..count).map(|_| self.any(depth - 1)).collect::<Vec<_>>())
            }
        }
    }
}
