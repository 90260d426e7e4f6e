//! Values of the language: what expressions give and what layers take as arguments.

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;

use crate::diagnostic::Reported;
use crate::dim::Dim;
use crate::graph::Tensor;
use crate::layers::Layer;

/// A value.
#[derive(Clone, Debug)]
pub enum Value {
    /// `None`.
    None,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// `"text"`.
    Str(Rc<str>),
    /// A bare word of an enumerated argument: `same`, `relu`.
    Word(Rc<str>),
    /// A size that is not a number.
    Size(Dim),
    /// An initializer, regularizer or constraint with its arguments: `L2(1e-4)`.
    Object(Rc<Object>),
    /// `(a, b)`.
    Tuple(Rc<Vec<Value>>),
    /// `[a, b]`.
    List(Rc<Vec<Value>>),
    /// `start..end`, the end excluded.
    Range(i64, i64),
    /// A tensor of the model at hand.
    Tensor(Tensor),
    /// A layer, not yet applied; the same layer in every copy.
    Layer(Rc<Layer>),
    /// What an error left behind.
    Poisoned(Reported),
}

/// An initializer, regularizer or constraint with its arguments.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its Keras name, such as `HeNormal`.
    pub name: Rc<str>,
    /// Its arguments, by name where one was given.
    pub arguments: Vec<(Option<Rc<str>>, Value)>,
}

impl Value {
    /// A list of these values.
    #[must_use]
    pub fn list(values: impl IntoIterator<Item = Self>) -> Self {
        Self::List(Rc::new(values.into_iter().collect()))
    }

    /// A tuple of these values.
    #[must_use]
    pub fn tuple(values: impl IntoIterator<Item = Self>) -> Self {
        Self::Tuple(Rc::new(values.into_iter().collect()))
    }

    /// The values of a list or tuple.
    #[must_use]
    pub fn items(&self) -> Option<&[Self]> {
        match self {
            Self::Tuple(items) | Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// What kind of value it is, with its article: `an integer`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::None => "`None`",
            Self::Bool(_) => "a boolean",
            Self::Int(_) => "an integer",
            Self::Float(_) => "a float",
            Self::Str(_) => "a string",
            Self::Word(_) => "a word",
            Self::Size(Dim::Symbolic(_)) => "a symbolic size",
            Self::Size(_) => "a size that is not known",
            Self::Object(_) => "an initializer or regularizer",
            Self::Tuple(items) if items.is_empty() => "no value",
            Self::Tuple(_) => "a tuple",
            Self::List(_) => "a list",
            Self::Range(..) => "a range",
            Self::Tensor(_) => "a tensor",
            Self::Layer(_) => "a layer",
            Self::Poisoned(_) => "a value with an error",
        }
    }
}

impl From<Dim> for Value {
    fn from(dim: Dim) -> Self {
        match dim.known().map(i64::try_from) {
            Some(Ok(size)) => Self::Int(size),
            _ => Self::Size(dim),
        }
    }
}

/// Writes the value as the language does.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Str(text) => write!(f, "{text:?}"),
            Self::Word(word) => f.write_str(word),
            Self::Size(dim) => write!(f, "{dim}"),
            Self::Object(object) => {
                write!(f, "{}(", object.name)?;
                for (index, (name, value)) in object.arguments.iter().enumerate() {
                    if index > 0 {
                        f.write_str(", ")?;
                    }
                    if let Some(name) = name {
                        write!(f, "{name} = ")?;
                    }
                    write!(f, "{value}")?;
                }
                f.write_str(")")
            }
            Self::Tuple(items) => {
                let single = if items.len() == 1 { "," } else { "" };
                f.write_str("(")?;
                write_items(f, items)?;
                write!(f, "{single})")
            }
            Self::List(items) => {
                f.write_str("[")?;
                write_items(f, items)?;
                f.write_str("]")
            }
            Self::Range(start, end) => write!(f, "{start}..{end}"),
            Self::Tensor(_) => f.write_str("tensor"),
            Self::Layer(layer) => f.write_str(layer.class_name()),
            Self::Poisoned(_) => f.write_str("_"),
        }
    }
}

fn write_items(f: &mut fmt::Formatter<'_>, items: &[Value]) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}
