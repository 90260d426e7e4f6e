//! Arguments by name and type: what rules, lowerings and passes read.

mod choice;
#[cfg(test)]
mod tests;

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

pub use self::choice::{
    Choice, DataFormat, Interpolation, MergeMode, OutputMode, Padding, ScoreMode, Spectrum,
};
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

    /// True if a parameter has this name.
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
    /// Result of reading.
    type Read<'a>;

    /// The value in this type; `None` for a value of another kind.
    fn read(value: &Value) -> Option<Self::Read<'_>>;
}

/// True if a value can be read as the type.
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

/// Elements added or removed at both ends of each axis.
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
