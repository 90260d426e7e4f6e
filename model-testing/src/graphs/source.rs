//! Layers, values and sizes from bytes, those on the edge of something more often than others.

use std::rc::Rc;

use arbitrary::Unstructured;
use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::dim::Dim;
use modelwright_core::graph::Tensor;
use modelwright_core::layers::{self, Class, Given, Kind, Layer, LayerKind, bind, operator};
use modelwright_core::size::Sizes;
use modelwright_core::spec::DType;
use modelwright_core::value::{Object, Value};

/// The symbols, and the numbers in their place.
pub(super) const SYMBOLS: [(&str, i64); 3] = [("h", 12), ("w", 7), ("t", 1)];
/// Replacement of an unknown size.
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

/// Layers, values and sizes from bytes.
pub(super) struct Source<'a> {
    bytes: Unstructured<'a>,
    id: u32,
    symbols: [(Dim, i64); 3],
    /// True if a symbol stands in an argument.
    symbolic: bool,
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let sizes = Sizes::default();
        let symbols = SYMBOLS.map(|(name, number)| (Dim::Symbolic(sizes.symbol(name)), number));
        Self { bytes: Unstructured::new(bytes), id: 0, symbols, symbolic: false }
    }

    pub(super) fn at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    fn byte(&mut self) -> u8 {
        self.bytes.arbitrary().unwrap_or_default()
    }

    /// A number below `end`; 0 when all bytes are used.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.bytes.choose_index(end).unwrap_or_default()
    }

    fn of<'b>(&mut self, words: &[&'b str]) -> &'b str {
        self.bytes.choose(words).copied().unwrap_or_default()
    }

    /// A size, and the number in its place.
    pub(super) fn dim(&mut self) -> (Dim, usize) {
        let same = |size: usize| (Dim::Known(size), size);
        match self.byte() {
            byte @ 0..=127 => same(1 + usize::from(byte % 16)),
            byte @ 128..=159 => same(usize::from(byte)),
            160..=167 => same(usize::try_from(self.number().max(0)).unwrap_or(0)),
            168..=191 => (Dim::Unknown, UNKNOWN),
            byte => {
                let (symbol, number) = self.symbols[usize::from(byte) % SYMBOLS.len()].clone();
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

    pub(super) fn named(&mut self, name: &str, kind: LayerKind) -> Rc<Layer> {
        self.id += 1;
        let id = self.id;
        let (trainable, dtype) = match self.byte() {
            0..=199 => (true, DType::Float32),
            byte => (byte % 2 == 0, DType::ALL[usize::from(byte) % DType::ALL.len()].1),
        };
        let name = format!("{name}{id}").into();
        Rc::new(Layer { id, name, loc: Loc(id), kind, trainable, dtype })
    }

    /// A layer, and whether it has a symbol among its arguments; `None` where these are refused.
    pub(super) fn layer(&mut self) -> Option<(Rc<Layer>, bool)> {
        self.symbolic = false;
        let layer = self.nested_layer(3)?;
        Some((layer, self.symbolic))
    }

    /// A layer with at most `depth` others in each other inside.
    fn nested_layer(&mut self, depth: usize) -> Option<Rc<Layer>> {
        if depth > 0 && self.below(16) == 0 {
            let count = 1 + self.below(3);
            let inside: Option<Vec<_>> = (0..count).map(|_| self.nested_layer(depth - 1)).collect();
            return Some(self.named("sequential", LayerKind::Sequential(inside?)));
        }
        let count = layers::classes().count();
        let index = self.below(count + OPERATORS.len());
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
                self.symbolic |= matches!(value, Value::Size(_));
                value
            }
            _ => Value::Int(self.number()),
        }
    }

    fn inner(&mut self, depth: usize) -> Value {
        depth
            .checked_sub(1)
            .and_then(|depth| self.nested_layer(depth))
            .map_or(Value::None, Value::Layer)
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
