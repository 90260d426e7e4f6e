//! Accepted values of a parameter.

use alloc::format;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use super::words;
use crate::names::nearest;
use crate::spec::DType;
use crate::value::{Object, Value};

/// Accepted values of a parameter.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `true` or `false`.
    Bool,
    /// An integer not below `min`.
    Int {
        /// The least value.
        min: i64,
    },
    /// An integer or a float not below `min`.
    Number {
        /// The least value.
        min: f64,
    },
    /// A number, or a list of numbers.
    Numbers,
    /// One integer for all `rank` axes, or a tuple of `rank` integers; given to rules as `rank` integers.
    Sizes {
        /// Number of axes.
        rank: usize,
        /// The least value on each axis.
        min: i64,
    },
    /// Elements added or removed at both ends of `rank` axes: one integer, a tuple of one integer an axis, or
    /// a tuple of one pair an axis; given to rules as `2 * rank` integers. For one axis, a tuple is its pair.
    Pairs {
        /// Number of axes.
        rank: usize,
    },
    /// One of these words.
    Word(&'static [&'static str]),
    /// `channels_last` or `channels_first`.
    DataFormat,
    /// An activation.
    Activation,
    /// An initializer, with or without arguments.
    Initializer,
    /// A regularizer, with or without arguments.
    Regularizer,
    /// A constraint, with or without arguments.
    Constraint,
    /// A dtype.
    Dtype,
    /// An axis, counted with the batch as axis 0, or from the end.
    Axis,
    /// One or more axes; given to rules as a list.
    Axes,
    /// Sizes of a shape: integers, `-1` or `None`; given to rules as a list.
    Shape,
    /// A string.
    Text,
    /// A layer.
    Layer,
    /// A list of layers.
    Layers,
    /// Any value that changes neither shapes nor weights.
    Any,
    /// A cell of a recurrent layer, or a list of cells.
    Cells,
    /// A layer's name: a string that is not empty, without `/`.
    Name,
    /// A list or tuple of what the other kind accepts one of: never one value by itself.
    Listed(&'static Self),
}

impl Kind {
    /// A size or count: an integer of at least 1.
    pub const POSITIVE: Self = Self::Int { min: 1 };
    /// Any integer.
    pub const INT: Self = Self::Int { min: i64::MIN };
    /// Any number.
    pub const NUMBER: Self = Self::Number { min: f64::NEG_INFINITY };

    /// Description of the accepted values.
    #[must_use]
    pub fn expected(self) -> String {
        match self {
            Self::Bool => "`true` or `false`".into(),
            Self::Int { min: i64::MIN } => "an integer".into(),
            Self::Int { min: 1 } => "a positive integer".into(),
            Self::Int { min } => format!("an integer of at least {min}"),
            Self::Number { min } if min == f64::NEG_INFINITY => "a number".into(),
            Self::Number { min } => format!("a number of at least {min}"),
            Self::Numbers => "a number or a list of numbers".into(),
            Self::Sizes { rank: 1, min } => {
                if min == 1 {
                    "a positive integer".into()
                } else {
                    format!("an integer of at least {min}")
                }
            }
            Self::Sizes { rank, min: i64::MIN } => format!("an integer or a tuple of {rank}"),
            Self::Sizes { rank, min } => {
                let what = if min == 1 {
                    "positive integer".into()
                } else {
                    format!("integer of at least {min}")
                };
                format!("a {what} or a tuple of {rank}")
            }
            Self::Pairs { rank: 1 } => "an integer or a pair".into(),
            Self::Pairs { rank } => {
                format!("an integer, a tuple of {rank} integers or a tuple of {rank} pairs")
            }
            Self::Word(words) => one_of(words),
            Self::DataFormat => one_of(words::DATA_FORMATS),
            Self::Activation => "an activation".into(),
            Self::Initializer => "an initializer".into(),
            Self::Regularizer => "a regularizer".into(),
            Self::Constraint => "a constraint".into(),
            Self::Dtype => "a dtype".into(),
            Self::Axis => "an axis".into(),
            Self::Axes => "an axis or a list of axes".into(),
            Self::Shape => "a shape: integers, `-1` or `None`".into(),
            Self::Text => "a string".into(),
            Self::Layer => "a layer".into(),
            Self::Layers => "a list of layers".into(),
            Self::Any => "a value".into(),
            Self::Cells => "a cell or a list of cells".into(),
            Self::Name => "one line of text without `/`".into(),
            Self::Listed(Self::Axes) => "a list of axes".into(),
            Self::Listed(Self::Shape) => "a list of sizes, with `-1` for what is left".into(),
            Self::Listed(kind) => format!("a list of which each is {}", kind.expected()),
        }
    }

    /// The words it accepts; empty for a kind that takes none.
    #[must_use]
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Word(words) => words,
            Self::DataFormat => words::DATA_FORMATS,
            Self::Activation => words::ACTIVATIONS,
            Self::Initializer => words::INITIALIZERS,
            Self::Regularizer => words::REGULARIZERS,
            Self::Constraint => words::CONSTRAINTS,
            _ => &[],
        }
    }

    /// True if a bare word can be a value of this kind.
    #[must_use]
    pub fn takes_words(self) -> bool {
        !self.words().is_empty() || matches!(self, Self::Dtype | Self::Any)
    }

    /// True if it takes an object with arguments, such as `L2(1e-4)`.
    #[must_use]
    pub fn takes_objects(self) -> bool {
        matches!(self, Self::Initializer | Self::Regularizer | Self::Constraint)
    }

    /// The value as rules see it, or why it is not accepted.
    pub fn check(self, value: &Value) -> Result<Value, Refusal> {
        let refuse = || Err(Refusal::default());
        match (self, value) {
            (Self::Bool, Value::Bool(_))
            | (Self::Text, Value::Str(_))
            | (Self::Axis, Value::Int(_))
            | (Self::Layer | Self::Cells, Value::Layer(_)) => Ok(value.clone()),
            (Self::Int { min }, Value::Int(n)) if *n >= min => Ok(value.clone()),
            (Self::Number { min }, _) => match number(value) {
                Some(number) if number >= min => Ok(value.clone()),
                _ => Err(Refusal { fix: quoted_number(value, min) }),
            },
            (Self::Numbers, _) => {
                let fits = number(value).is_some()
                    || value
                        .items()
                        .is_some_and(|items| items.iter().all(|item| number(item).is_some()));
                if fits { Ok(value.clone()) } else { refuse() }
            }
            (Self::Sizes { rank, min }, _) => {
                integers(value, rank, min).map(Value::list).ok_or_else(Refusal::default)
            }
            (Self::Pairs { rank }, _) => {
                pairs(value, rank).map(Value::list).ok_or_else(Refusal::default)
            }
            (Self::Axes, Value::Int(_)) => Ok(Value::list([value.clone()])),
            (Self::Axes, Value::List(items) | Value::Tuple(items)) => {
                let fits = items.iter().all(|item| matches!(item, Value::Int(_)));
                if fits { Ok(Value::List(items.clone())) } else { refuse() }
            }
            (Self::Shape, Value::Int(_) | Value::None | Value::Size(_)) => {
                Ok(Value::list([value.clone()]))
            }
            (Self::Shape, Value::List(items) | Value::Tuple(items)) => {
                let fits = items
                    .iter()
                    .all(|item| matches!(item, Value::Int(_) | Value::None | Value::Size(_)));
                if fits { Ok(Value::List(items.clone())) } else { refuse() }
            }
            (Self::Layers | Self::Cells, Value::List(items) | Value::Tuple(items)) => {
                let fits = items.iter().all(|item| matches!(item, Value::Layer(_)));
                if fits { Ok(Value::List(items.clone())) } else { refuse() }
            }
            (Self::Dtype, Value::Word(word)) => dtype(word)
                .map(|_| value.clone())
                .ok_or_else(|| Refusal::word(word, DType::ALL.iter().map(|(name, _)| *name))),
            (_, Value::Object(object)) if self.takes_objects() => {
                if self.words().contains(&&*object.name) {
                    Ok(value.clone())
                } else {
                    let fix = Refusal::word(&object.name, self.words().iter().copied()).fix;
                    let arguments = object.arguments.clone();
                    let fix = fix.map(|name| Value::Object(Rc::new(Object { name, arguments })));
                    Err(Refusal { fix: fix.map(|fix| format!("{fix}").into()) })
                }
            }
            (Self::Activation, _) if needs_numbers(value) => refuse(),
            (_, Value::Word(word)) if !self.words().is_empty() => {
                if self.words().contains(&&**word) {
                    Ok(value.clone())
                } else {
                    Err(Refusal::word(word, self.words().iter().copied()))
                }
            }
            (Self::Dtype, Value::Str(text)) => {
                Err(Refusal::word(text, DType::ALL.iter().map(|(name, _)| *name)))
            }
            (_, Value::Str(text)) if !self.words().is_empty() => {
                Err(Refusal::word(text, self.words().iter().copied()))
            }
            (Self::Activation, Value::Layer(layer)) => {
                // With arguments, it is another function than the word alone.
                let word = words::activation(layer.class_name()).filter(|_| !layer.has_arguments());
                Err(Refusal { fix: word.map(Into::into) })
            }
            (Self::Int { min }, Value::Str(text)) => {
                let number = text.parse::<i64>().ok().filter(|n| *n >= min);
                Err(Refusal { fix: number.map(|n| format!("{n}").into()) })
            }
            (Self::Bool, Value::Int(n @ 0..=1)) => {
                Err(Refusal { fix: Some(format!("{}", *n == 1).into()) })
            }
            (Self::Regularizer, Value::Float(_)) => {
                Err(Refusal { fix: Some(format!("L2({value})").into()) })
            }
            (Self::Name | Self::Text, Value::Word(word)) => {
                Err(Refusal { fix: Some(format!("{:?}", &**word).into()) })
            }
            (Self::Any, _) if !matches!(value, Value::Tensor(_)) => Ok(value.clone()),
            (Self::Name, Value::Str(name))
                if !name.is_empty() && !name.contains(|c: char| c == '/' || c.is_control()) =>
            {
                Ok(value.clone())
            }
            (Self::Listed(kind), _) => match kind.check(value) {
                Ok(_) if value.items().is_none() => {
                    Err(Refusal { fix: Some(format!("[{value}]").into()) })
                }
                checked => checked,
            },
            _ => refuse(),
        }
    }
}

/// Why a value was not accepted, beyond its being of another kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Probable intention.
    pub fix: Option<Rc<str>>,
}

impl Refusal {
    /// A word of another library's, or a misspelt one.
    fn word<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let meant = words::WORD_SYNONYMS
            .iter()
            .filter(|(foreign, _)| *foreign == word)
            .map(|(_, keras)| *keras)
            .find(|keras| words.contains(keras));
        Self { fix: meant.or_else(|| nearest(word, words)).map(Into::into) }
    }
}

/// True for an activation that has no defaults for its numbers, so that its name alone is no function.
pub(super) fn needs_numbers(value: &Value) -> bool {
    matches!(value, Value::Word(word) | Value::Str(word) if &**word == "threshold")
}

/// The dtype of weights under this dtype or dtype policy.
#[must_use]
pub fn dtype(word: &str) -> Option<DType> {
    if words::MIXED_POLICIES.contains(&word) {
        return Some(DType::Float32);
    }
    DType::ALL.iter().find(|(name, _)| *name == word).map(|(_, dtype)| *dtype)
}

/// The number of an integer or a float.
#[must_use]
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        #[allow(clippy::cast_precision_loss)]
        Value::Int(n) => Some(*n as f64),
        Value::Float(x) => Some(*x),
        _ => None,
    }
}

/// `"0.9"`: a number in quotes.
fn quoted_number(value: &Value, min: f64) -> Option<Rc<str>> {
    let Value::Str(text) = value else { return None };
    let number = text.parse::<f64>().ok().filter(|x| x.is_finite() && *x >= min)?;
    Some(format!("{number:?}").into())
}

fn one_of(words: &[&str]) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            text.push_str(if index + 1 == words.len() { " or " } else { ", " });
        }
        text.push('`');
        text.push_str(word);
        text.push('`');
    }
    text
}

fn integers(value: &Value, rank: usize, min: i64) -> Option<Vec<Value>> {
    let fits = |item: &Value| matches!(item, Value::Int(n) if *n >= min);
    match value {
        Value::Int(_) if fits(value) => Some(alloc::vec![value.clone(); rank]),
        _ => {
            let items = value.items()?;
            (items.len() == rank && items.iter().all(fits)).then(|| items.to_vec())
        }
    }
}

fn pairs(value: &Value, rank: usize) -> Option<Vec<Value>> {
    if let Value::Int(_) = value {
        return Some(alloc::vec![value.clone(); 2 * rank]);
    }
    let items = value.items()?;
    if rank == 1 {
        return integers(value, 2, i64::MIN);
    }
    if items.len() != rank {
        return None;
    }
    let mut all = Vec::with_capacity(2 * rank);
    for item in items {
        match item {
            Value::Int(_) => all.extend([item.clone(), item.clone()]),
            _ => all.extend(integers(item, 2, i64::MIN).filter(|_| item.items().is_some())?),
        }
    }
    Some(all)
}
