//! The entries of the table of layers.

use ::core::fmt;

use super::argument::{Argument, Key, is_readable};
use super::call::{Call, Inferred, Mistake};
use super::facets::Facets;
use super::keys;
use super::kind::Kind;
use super::signature::Signature;
use crate::value::Value;

/// One layer class: everything the project knows about it.
#[derive(Debug)]
pub struct Class {
    /// The Keras class name, such as `Conv2D`.
    pub name: &'static str,
    /// Other names Keras has for it, such as `Convolution2D`.
    pub aliases: &'static [&'static str],
    /// Section of the documentation.
    pub family: Family,
    /// One-line description.
    pub doc: &'static str,
    /// Its parameters in Keras's positional order, without those of [`COMMON`].
    pub parameters: &'static [Parameter],
    /// Number of leading `parameters` that may be positional.
    pub positional: usize,
    /// Shapes, weights and operations of one call.
    pub rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    /// Facts for passes over a model.
    pub facets: Facets,
}

impl Class {
    /// A class whose parameters may all be given by position.
    #[must_use]
    pub const fn new(
        name: &'static str,
        family: Family,
        doc: &'static str,
        parameters: &'static [Parameter],
        rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
        facets: Facets,
    ) -> Self {
        Self {
            name,
            aliases: &[],
            family,
            doc,
            parameters,
            positional: parameters.len(),
            rule,
            facets,
        }
    }

    /// The same class with these other names.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same class with only the first `count` parameters positional: the rest are arguments of Keras's
    /// `call`, which the language takes by name.
    #[must_use]
    pub const fn positional(mut self, count: usize) -> Self {
        self.positional = count;
        self
    }

    /// The parameter of this name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().chain(COMMON).find(|parameter| parameter.name == name)
    }
}

impl Signature for &'static Class {
    fn own(&self, name: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.name == name)
    }

    fn positional(&self, index: usize) -> Option<usize> {
        (index < self.positional.min(self.parameters.len())).then_some(index)
    }

    fn common(&self, name: &str) -> Option<usize> {
        COMMON.iter().position(|parameter| parameter.name == name)
    }
}

/// Sections of the documentation, after Keras's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `Dense`, `Embedding`, `Masking`, ...
    Core,
    /// Convolutions of every kind.
    Convolution,
    /// Local, global and adaptive pooling.
    Pooling,
    /// Recurrent layers and cells.
    Recurrent,
    /// Attention layers.
    Attention,
    /// Normalizations.
    Normalization,
    /// Dropout and noise.
    Regularization,
    /// Activations as layers.
    Activation,
    /// Flatten, padding, cropping, upsampling.
    Reshaping,
    /// Layers of several inputs.
    Merging,
    /// Layers around another layer.
    Wrapper,
    /// Data preparation and image augmentation.
    Preprocessing,
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Core => "Core",
            Self::Convolution => "Convolution",
            Self::Pooling => "Pooling",
            Self::Recurrent => "Recurrent",
            Self::Attention => "Attention",
            Self::Normalization => "Normalization",
            Self::Regularization => "Regularization",
            Self::Activation => "Activation",
            Self::Reshaping => "Reshaping",
            Self::Merging => "Merging",
            Self::Wrapper => "Wrapper",
            Self::Preprocessing => "Preprocessing",
        })
    }
}

/// One parameter of a class.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Keras's name, such as `kernel_size`.
    pub name: &'static str,
    /// True if its key reads the value.
    pub(super) is_readable: fn(&Value) -> bool,
    /// Accepted values.
    pub kind: Kind,
    /// Default.
    pub default: Default,
    /// True if `None` is accepted although the default is not `None`.
    pub nullable: bool,
    /// Its meaning, in one line.
    pub doc: &'static str,
    /// The class of a layer that does what a number would be given for, where the argument takes none.
    pub layer_for_numbers: Option<&'static str>,
}

impl Parameter {
    /// A parameter that must be given.
    #[must_use]
    pub const fn required<T: Argument>(key: Key<T>, kind: Kind, doc: &'static str) -> Self {
        Self::optional(key, kind, Default::Required, doc)
    }

    /// A parameter with a default.
    #[must_use]
    pub const fn optional<T: Argument>(
        key: Key<T>,
        kind: Kind,
        default: Default,
        doc: &'static str,
    ) -> Self {
        let nullable = matches!(default, Default::None);
        let is_readable = is_readable::<T>;
        Self {
            name: key.name(),
            is_readable,
            kind,
            default,
            nullable,
            doc,
            layer_for_numbers: None,
        }
    }

    /// The same parameter, with the class of a layer that does what a number would be given for.
    #[must_use]
    pub const fn layer_for_numbers(mut self, class: Option<&'static str>) -> Self {
        self.layer_for_numbers = class;
        self
    }

    /// The same parameter, which also accepts `None`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }
}

/// Default of a parameter.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    /// It must be given.
    Required,
    /// `None`.
    None,
    /// A boolean.
    Bool(bool),
    /// An integer; for sizes, the same on every axis.
    Int(i64),
    /// A float.
    Float(f64),
    /// A bare word.
    Word(&'static str),
    /// A string.
    Text(&'static str),
    /// A tuple of integers.
    Ints(&'static [i64]),
    /// The model's `data_format`.
    DataFormat,
    /// A tuple of floats.
    Floats(&'static [f64]),
}

/// Writes the default as Keras's documentation does; nothing for a required parameter.
impl fmt::Display for Default {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => Ok(()),
            Self::None => f.write_str("None"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Word(word) => f.write_str(word),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Ints(values) => write_tuple(f, values),
            Self::DataFormat => f.write_str("the model's"),
            Self::Floats(values) => write_tuple(f, values),
        }
    }
}

fn write_tuple(f: &mut fmt::Formatter<'_>, values: &[impl fmt::Debug]) -> fmt::Result {
    f.write_str("(")?;
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{value:?}")?;
    }
    f.write_str(")")
}

/// Parameters of every layer; given by name.
pub const COMMON: &[Parameter] = &[
    Parameter::optional(
        keys::NAME,
        Kind::Name,
        Default::None,
        "name of the layer; automatic when left out",
    ),
    Parameter::optional(
        keys::TRAINABLE,
        Kind::Bool,
        Default::Bool(true),
        "trainable flag of the layer's weights",
    ),
    Parameter::optional(
        keys::DTYPE,
        Kind::Dtype,
        Default::None,
        "dtype of the layer's weights; the model's when left out",
    ),
];
