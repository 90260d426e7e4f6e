//! Arguments by name and type: what rules, lowerings and passes read.

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use super::class::Parameter;
use super::flops::{self, ACTIVATIONS};
use super::infer::Layer as AnyLayer;
use super::kind::{self, number};
use crate::spec::DType;
use crate::value::Value;

/// The name of an argument, with the type in which it is read.
///
/// [`keys`](super::keys) has all of them: a name that is no key cannot be read.
pub struct Key<T> {
    name: &'static str,
    read: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, read: PhantomData }
    }

    /// Keras's name, such as `kernel_size`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Whether a parameter has this name.
    pub(super) fn names(self, parameter: &Parameter) -> bool {
        self.name == parameter.name
    }

    /// The same argument as a number with a fraction.
    #[must_use]
    pub const fn as_number(self) -> Key<f64> {
        Key::new(self.name)
    }

    /// The same argument as it was given.
    #[must_use]
    pub const fn as_given(self) -> Key<Any> {
        Key::new(self.name)
    }

    /// The argument of this name in a class where it may be `None`.
    #[must_use]
    pub const fn or_none(self) -> Key<Option<T>> {
        Key::new(self.name)
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.name)
    }
}

/// The name of an argument alone: what a mistake is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(&'static str);

impl Name {
    /// Keras's name, such as `kernel_size`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<T> From<Key<T>> for Name {
    fn from(key: Key<T>) -> Self {
        Self(key.name)
    }
}

impl From<&Parameter> for Name {
    fn from(parameter: &Parameter) -> Self {
        Self(parameter.name)
    }
}

/// A type in which an argument is read.
pub trait Argument {
    /// What reading gives.
    type Read<'a>;

    /// The value in this type; `None` for a value of another kind.
    fn read(value: &Value) -> Option<Self::Read<'_>>;
}

/// Whether a value can be read in a type.
pub(super) fn is_readable<T: Argument>(value: &Value) -> bool {
    T::read(value).is_some()
}

impl<T: Argument> Argument for Option<T> {
    type Read<'a> = Option<T::Read<'a>>;

    fn read(value: &Value) -> Option<Self::Read<'_>> {
        match value {
            Value::None => Some(None),
            value => T::read(value).map(Some),
        }
    }
}

impl Argument for bool {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl Argument for i64 {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }
}

/// An integer that is not negative.
impl Argument for usize {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        Self::try_from(i64::read(value)?).ok()
    }
}

impl Argument for f64 {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        number(value)
    }
}

/// A list of integers, such as axes.
impl Argument for Vec<i64> {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        value.items()?.iter().map(i64::read).collect()
    }
}

/// A list of integers that are not negative, such as a kernel's sizes.
impl Argument for Vec<usize> {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        value.items()?.iter().map(usize::read).collect()
    }
}

/// What is added or cut at both ends of each axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// At the start.
    pub start: i64,
    /// At the end.
    pub end: i64,
}

impl Argument for Vec<Ends> {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        let flat = Vec::<i64>::read(value)?;
        let pairs = flat.chunks(2).map(|pair| match pair {
            [start, end] => Some(Ends { start: *start, end: *end }),
            _ => None,
        });
        pairs.collect()
    }
}

/// A number, or one for each of several.
#[derive(Clone, Debug, PartialEq)]
pub enum Numbers {
    /// One for all.
    One(f64),
    /// One each.
    Each(Vec<f64>),
}

impl Argument for Numbers {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        match value.items() {
            None => number(value).map(Self::One),
            Some(items) => items.iter().map(number).collect::<Option<_>>().map(Self::Each),
        }
    }
}

/// A string or a word that nothing is done by.
#[derive(Debug)]
pub struct Text(());

impl Argument for Text {
    type Read<'a> = &'a str;

    fn read(value: &Value) -> Option<&str> {
        match value {
            Value::Str(text) | Value::Word(text) => Some(text),
            _ => None,
        }
    }
}

/// Any value, as it is.
#[derive(Debug)]
pub struct Any(());

impl Argument for Any {
    type Read<'a> = &'a Value;

    fn read(value: &Value) -> Option<&Value> {
        Some(value)
    }
}

/// A layer.
#[derive(Debug)]
pub struct Layer(());

impl Argument for Layer {
    type Read<'a> = &'a Rc<AnyLayer>;

    fn read(value: &Value) -> Option<&Rc<AnyLayer>> {
        match value {
            Value::Layer(layer) => Some(layer),
            _ => None,
        }
    }
}

/// A list of layers.
#[derive(Debug)]
pub struct Layers(());

impl Argument for Layers {
    type Read<'a> = Vec<&'a Rc<AnyLayer>>;

    fn read(value: &Value) -> Option<Vec<&Rc<AnyLayer>>> {
        value.items()?.iter().map(Layer::read).collect()
    }
}

/// A cell, or cells on top of each other.
#[derive(Clone, Debug)]
pub enum Cells<'a> {
    /// A cell by itself.
    One(&'a Rc<AnyLayer>),
    /// Several, from the input on.
    Stack(Vec<&'a Rc<AnyLayer>>),
}

impl Argument for Cells<'_> {
    type Read<'a> = Cells<'a>;

    fn read(value: &Value) -> Option<Cells<'_>> {
        match value {
            Value::Layer(cell) => Some(Cells::One(cell)),
            value => Layers::read(value).map(Cells::Stack),
        }
    }
}

impl Argument for flops::Activation {
    type Read<'a> = &'static Self;

    fn read(value: &Value) -> Option<&'static Self> {
        let Value::Word(word) = value else { return None };
        ACTIVATIONS.iter().find(|activation| activation.name == &**word)
    }
}

impl Argument for DType {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        let Value::Word(word) = value else { return None };
        kind::dtype(word)
    }
}

/// A choice among words.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    /// Its word.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, choice)| *choice == self).map_or("", |(word, _)| word)
    }
}

impl<T: Choice> Argument for T {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        let Value::Word(word) = value else { return None };
        Self::WORDS.iter().find(|(name, _)| *name == &**word).map(|(_, choice)| *choice)
    }
}

/// How far windows reach over the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Not at all.
    Valid,
    /// At both ends, so that a stride of 1 keeps the size.
    Same,
    /// At the start, so that no output depends on a later input.
    Causal,
}

impl Choice for Padding {
    const WORDS: &'static [(&'static str, Self)] =
        &[("valid", Self::Valid), ("same", Self::Same), ("causal", Self::Causal)];
}

/// The place of the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFormat {
    /// The last axis.
    ChannelsLast,
    /// The first axis after the batch.
    ChannelsFirst,
}

/// `None` is Keras's default, the last axis.
impl Argument for DataFormat {
    type Read<'a> = Self;

    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::None => Some(Self::ChannelsLast),
            Value::Word(word) => match &**word {
                "channels_last" => Some(Self::ChannelsLast),
                "channels_first" => Some(Self::ChannelsFirst),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The way values between others are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// The nearest.
    Nearest,
    /// From 4.
    Bilinear,
    /// From 16.
    Bicubic,
    /// From 36.
    Lanczos3,
    /// From 100.
    Lanczos5,
}

impl Choice for Interpolation {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("nearest", Self::Nearest),
        ("bilinear", Self::Bilinear),
        ("bicubic", Self::Bicubic),
        ("lanczos3", Self::Lanczos3),
        ("lanczos5", Self::Lanczos5),
    ];
}

/// The way both directions of a recurrent layer become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeMode {
    /// One after the other.
    Concat,
    /// Their sum.
    Sum,
    /// Their product.
    Mul,
    /// Their mean.
    Ave,
}

impl Choice for MergeMode {
    const WORDS: &'static [(&'static str, Self)] =
        &[("concat", Self::Concat), ("sum", Self::Sum), ("mul", Self::Mul), ("ave", Self::Ave)];
}

/// The way scores of attention are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreMode {
    /// Products of query and key.
    Dot,
    /// Sums over `tanh` of query and key.
    Concat,
}

impl Choice for ScoreMode {
    const WORDS: &'static [(&'static str, Self)] = &[("dot", Self::Dot), ("concat", Self::Concat)];
}

/// What categories are turned into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputMode {
    /// Their numbers.
    Int,
    /// A vector each, with a 1.
    OneHot,
    /// A vector an example, with a 1 for each category that is there.
    MultiHot,
    /// A vector an example, with the count of each category.
    Count,
    /// A vector an example, with counts weighted by rarity.
    TfIdf,
}

impl Choice for OutputMode {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("int", Self::Int),
        ("one_hot", Self::OneHot),
        ("multi_hot", Self::MultiHot),
        ("count", Self::Count),
        ("tf_idf", Self::TfIdf),
    ];
}

/// The part or function of a Fourier transform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spectrum {
    /// Logarithm of the power.
    Log,
    /// Magnitude.
    Magnitude,
    /// Power spectral density.
    Psd,
    /// Real part.
    Real,
    /// Imaginary part.
    Imag,
    /// Angle.
    Angle,
    /// Real and imaginary part.
    Stft,
}

impl Choice for Spectrum {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("log", Self::Log),
        ("magnitude", Self::Magnitude),
        ("psd", Self::Psd),
        ("real", Self::Real),
        ("imag", Self::Imag),
        ("angle", Self::Angle),
        ("stft", Self::Stft),
    ];
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::super::infer::{LayerKind, infer};
    use super::super::lower::Found;
    use super::super::testing::{ints, layer, word};
    use super::super::{Args, COMMON, Call, Class, Given, bind, classes, operator};
    use super::*;
    use crate::diagnostic::{Diagnostics, Loc};
    use crate::plan::code::Scratch;
    use crate::shape::Shape;

    fn all() -> impl Iterator<Item = &'static Class> {
        let operators = [
            &operator::MULTIPLY,
            &operator::DIVIDE,
            &operator::ADD,
            &operator::SUBTRACT,
            &operator::NEGATIVE,
            &operator::SLICE,
        ];
        classes().chain(operators)
    }

    /// Values of every kind, those that a parameter takes as words among them.
    fn values(parameter: &Parameter) -> Vec<Value> {
        let cell = layer("LSTMCell", &[("units", Value::Int(3))]);
        let recurrent = layer("LSTM", &[("units", Value::Int(3))]);
        let dense = layer("Dense", &[("units", Value::Int(3))]);
        let mut values = [
            Value::None,
            Value::Bool(true),
            Value::Bool(false),
            Value::Int(-1),
            Value::Int(0),
            Value::Int(1),
            Value::Int(2),
            Value::Float(0.5),
            Value::Float(-3.0),
            Value::Str("ab,bc->ac".into()),
            Value::Str(alloc::rc::Rc::from("")),
            ints(&[]),
            ints(&[1]),
            ints(&[1, 2]),
            ints(&[2, 1, 1]),
            ints(&[-1, 0]),
            Value::list([ints(&[1, 2]), ints(&[0, 1])]),
            Value::list([Value::Float(0.5), Value::Int(2)]),
            Value::list([Value::None, Value::Int(3)]),
            Value::list([cell.clone(), cell.clone()]),
            Value::list([dense.clone()]),
            cell,
            recurrent,
            dense,
            word("float16"),
        ]
        .to_vec();
        values.extend(parameter.kind.words().iter().map(|text| word(text)));
        values
    }

    #[test]
    fn every_value_that_an_argument_takes_can_be_read() {
        for class in all() {
            for parameter in class.parameters.iter().chain(COMMON) {
                for value in values(parameter) {
                    let accepted = match parameter.kind.check(&value) {
                        Ok(accepted) => accepted,
                        Err(_) if parameter.nullable && matches!(value, Value::None) => value,
                        Err(_) => continue,
                    };
                    let (class, name) = (class.name, parameter.name);
                    assert!(
                        (parameter.is_readable)(&accepted),
                        "`{name} = {accepted}` of `{class}`"
                    );
                }
            }
        }
    }

    fn bound(class: &'static Class, given: &[(&'static str, Value)]) -> Option<Args> {
        let given: Vec<Given> = given
            .iter()
            .map(|(name, value)| Given {
                name: Some(((*name).into(), Loc::default())),
                value: value.clone(),
                loc: Loc::default(),
            })
            .collect();
        let mut diagnostics = Diagnostics::default();
        bind(class, Loc::default(), &given, "channels_last", &mut diagnostics)
            .ok()
            .map(|it| it.args)
    }

    /// What a rule, a lowering or a sight reads and its class does not declare is an assertion that fails.
    #[test]
    fn every_rule_reads_what_its_class_declares() {
        let shapes: Vec<Shape> =
            [&[][..], &[8], &[5, 8], &[8, 8, 3], &[4, 8, 8, 3], &[2, 4, 8, 8, 3]]
                .iter()
                .map(|sizes| Shape::new(sizes.iter().copied()))
                .collect();
        let mut read = 0;
        for class in all() {
            let required: Vec<&Parameter> = class
                .parameters
                .iter()
                .filter(|it| matches!(it.default, super::super::Default::Required))
                .collect();
            // The first values that a required argument takes; one of them fits.
            let takes = |parameter: &Parameter| -> Vec<Value> {
                let fits = |value: &Value| parameter.kind.check(value).is_ok();
                values(parameter).into_iter().rev().filter(fits).take(4).collect()
            };
            for choice in 0..4 {
                let base: Vec<(&'static str, Value)> = required
                    .iter()
                    .filter_map(|it| {
                        let all = takes(it);
                        Some((it.name, all.get(choice).or(all.last())?.clone()))
                    })
                    .collect();
                for parameter in class.parameters {
                    for value in values(parameter) {
                        let mut given = base.clone();
                        given.retain(|(name, _)| *name != parameter.name);
                        given.push((parameter.name, value));
                        let Some(args) = bound(class, &given) else { continue };
                        for shape in &shapes {
                            for count in 1..=2 {
                                let inputs = alloc::vec![shape.clone(); count];
                                read += usize::from(reads(class, &args, &inputs));
                            }
                        }
                    }
                }
            }
        }
        assert!(read > 10_000, "{read} calls were accepted");
    }

    fn reads(class: &'static Class, args: &Args, inputs: &[Shape]) -> bool {
        let call = Call { class, args, inputs };
        let layer = AnyLayer {
            id: 1,
            name: "layer".into(),
            loc: Loc::default(),
            kind: LayerKind::Class(class, args.clone()),
            trainable: true,
            dtype: DType::default(),
        };
        let _ = (class.facets.sight)(&call);
        let inferred = match infer(&layer, inputs) {
            Ok(inferred) => inferred,
            Err(mistake) => {
                assert!(!mistake.message.contains("please report"), "{}", mistake.message);
                return false;
            }
        };
        let scratch = Scratch::default();
        let found = Found {
            outputs: &inferred.outputs,
            weights: &inferred.weights,
            bodies: &inferred.bodies,
            scratch: &scratch,
        };
        if let Err(mistake) = (class.facets.lower)(&call, &found) {
            assert!(!mistake.message.contains("please report"), "{}", mistake.message.to_string());
        }
        true
    }
}
