//! Values of the language: what expressions give and what layers take as arguments.

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

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
    Tuple(Rc<Items>),
    /// `[a, b]`.
    List(Rc<Items>),
    /// `start..end`, the end excluded.
    Range(i64, i64),
    /// A tensor of the model at hand.
    Tensor(Tensor),
    /// A layer, not yet applied; the same layer in every copy.
    Layer(Rc<Layer>),
    /// Placeholder after a reported error.
    Poisoned(Reported),
}

/// The values of a list or tuple. They know how deep they nest and how many they are, those inside them included:
/// a list that holds itself twice, again and again, is small in memory and takes forever to walk.
#[derive(Clone, Debug, Default)]
pub struct Items {
    values: Vec<Value>,
    depth: usize,
    size: usize,
}

impl Items {
    /// Nesting depth of lists; 1 without inner lists.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth.saturating_add(1)
    }

    /// Number of values, nested ones included.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// Adds a value at the end.
    pub fn push(&mut self, value: Value) {
        self.depth = self.depth.max(value.depth());
        self.size = self.size.saturating_add(value.size());
        self.values.push(value);
    }
}

impl FromIterator<Value> for Items {
    fn from_iter<T: IntoIterator<Item = Value>>(values: T) -> Self {
        let mut items = Self::default();
        for value in values {
            items.push(value);
        }
        items
    }
}

impl Deref for Items {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.values
    }
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

    /// Nesting depth of lists and tuples.
    #[must_use]
    pub fn depth(&self) -> usize {
        match self {
            Self::Tuple(items) | Self::List(items) => items.depth(),
            Self::Object(object) => {
                object.arguments.iter().map(|(_, value)| value.depth()).max().unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// Number of values: itself and all nested ones.
    #[must_use]
    pub fn size(&self) -> usize {
        match self {
            Self::Tuple(items) | Self::List(items) => items.size().saturating_add(1),
            Self::Object(object) => object
                .arguments
                .iter()
                .fold(1, |size: usize, (_, value)| size.saturating_add(value.size())),
            _ => 1,
        }
    }

    /// The error that it, or a value inside it, stands for.
    #[must_use]
    pub fn poison(&self) -> Option<Reported> {
        match self {
            Self::Poisoned(reported) => Some(*reported),
            Self::Tuple(items) | Self::List(items) => items.iter().find_map(Self::poison),
            _ => None,
        }
    }

    /// Kind of the value, with its article: `an integer`.
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
            Self::Size(_) => "an unknown size",
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

/// Maximum number of nested values that are displayed.
const SHOWN: usize = 64;

/// Writes the value as the language does; of very many values only the first, and then `..`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = SHOWN;
        write_value(f, self, &mut left)
    }
}

fn write_value(f: &mut fmt::Formatter<'_>, value: &Value, left: &mut usize) -> fmt::Result {
    match value {
        Value::None => f.write_str("None"),
        Value::Bool(value) => write!(f, "{value}"),
        Value::Int(value) => write!(f, "{value}"),
        Value::Float(value) => write!(f, "{value:?}"),
        Value::Str(text) => write!(f, "{text:?}"),
        Value::Word(word) => f.write_str(word),
        Value::Size(dim) => write!(f, "{dim}"),
        Value::Object(object) => {
            write!(f, "{}(", object.name)?;
            let arguments = object.arguments.iter();
            write_items(f, arguments.map(|(name, value)| (name.as_deref(), value)), left)?;
            f.write_str(")")
        }
        Value::Tuple(items) => {
            let single = if items.len() == 1 { "," } else { "" };
            f.write_str("(")?;
            write_items(f, items.iter().map(|item| (None, item)), left)?;
            write!(f, "{single})")
        }
        Value::List(items) => {
            f.write_str("[")?;
            write_items(f, items.iter().map(|item| (None, item)), left)?;
            f.write_str("]")
        }
        Value::Range(start, end) => write!(f, "{start}..{end}"),
        Value::Tensor(_) => f.write_str("tensor"),
        Value::Layer(layer) => f.write_str(layer.class_name()),
        Value::Poisoned(_) => f.write_str("_"),
    }
}

fn write_items<'a>(
    f: &mut fmt::Formatter<'_>,
    items: impl Iterator<Item = (Option<&'a str>, &'a Value)>,
    left: &mut usize,
) -> fmt::Result {
    for (index, (name, item)) in items.enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        let Some(rest) = left.checked_sub(1) else { return f.write_str("..") };
        *left = rest;
        if let Some(name) = name {
            write!(f, "{name} = ")?;
        }
        write_value(f, item, left)?;
    }
    Ok(())
}
