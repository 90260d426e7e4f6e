//! Public types of generated code: a model, its layers and its weights as constants.
//!
//! Everything here is `Copy` or `'static` data over `core`, usable in `const` contexts.

use core::fmt;
use core::ops::Range;

use crate::attributes::{Attribute, Attributes};
use crate::summary::Summary;
use crate::symbols::{self, SizeError};

/// Size of one axis, the batch axis excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dim {
    /// This many elements.
    Known(usize),
    /// Not known before the model runs; Keras's `None`.
    Unknown,
    /// A polynomial in the model's symbolic sizes, as text.
    Symbolic(&'static str),
}

impl Dim {
    /// The size where it is a number.
    #[must_use]
    pub const fn known(self) -> Option<usize> {
        match self {
            Self::Known(size) => Some(size),
            Self::Unknown | Self::Symbolic(_) => None,
        }
    }
}

/// Writes the size as Keras does: `None` where it is not known.
impl fmt::Display for Dim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(size) => write!(f, "{size}"),
            Self::Unknown => f.write_str("None"),
            Self::Symbolic(text) => f.write_str(text),
        }
    }
}

macro_rules! dtypes {
    ($($variant:ident $name:literal $bits:literal)*) => {
        /// Element type of a tensor or a weight.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum DType {
            $(#[doc = concat!("`", $name, "`, ", stringify!($bits), " bits an element.")] $variant,)*
            /// `float32`, 32 bits an element: the default.
            #[default]
            Float32,
        }

        impl DType {
            /// Every dtype, by its Keras name.
            pub const ALL: &'static [(&'static str, Self)] =
                &[("float32", Self::Float32), $(($name, Self::$variant)),*];

            /// The Keras name, such as `float32`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Float32 => "float32",
                    $(Self::$variant => $name,)*
                }
            }

            /// Bits one element takes.
            #[must_use]
            pub const fn bits(self) -> usize {
                match self {
                    Self::Float32 => 32,
                    $(Self::$variant => $bits,)*
                }
            }
        }
    };
}

dtypes! {
    Float16 "float16" 16
    BFloat16 "bfloat16" 16
    Float64 "float64" 64
    Int8 "int8" 8
    Int16 "int16" 16
    Int32 "int32" 32
    Int64 "int64" 64
    UInt8 "uint8" 8
    UInt16 "uint16" 16
    UInt32 "uint32" 32
    UInt64 "uint64" 64
    Bool "bool" 8
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A number, `null` where the size is not known, and a text where it is symbolic.
#[cfg(feature = "serde")]
impl serde::Serialize for Dim {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(size) => size.serialize(serializer),
            Self::Unknown => serializer.serialize_none(),
            Self::Symbolic(text) => serializer.serialize_str(text),
        }
    }
}

/// The Keras name.
#[cfg(feature = "serde")]
impl serde::Serialize for DType {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One weight of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Weight {
    /// Keras's name of the variable, such as `kernel`.
    pub name: &'static str,
    /// Path of the variable relative to its layer: `kernel`, `forward_lstm/lstm_cell/kernel` in a wrapper, and
    /// `dense/kernel` in a nested model. [`Layer::variable_path`] has the name of the layer, too.
    pub path: &'static str,
    /// Sizes of its axes.
    pub shape: &'static [usize],
    /// True if trainable.
    pub trainable: bool,
    /// Element type.
    pub dtype: DType,
    /// Where it begins in one flat buffer of all weights of the model, counted in elements. A variable that is used
    /// twice has one place.
    pub offset: usize,
}

impl Weight {
    /// Its elements in one flat buffer of all weights of the model, of `PARAMS` elements.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.offset..self.offset + self.params()
    }

    /// Number of elements.
    #[must_use]
    pub const fn params(&self) -> usize {
        let mut product = 1;
        let mut axis = 0;
        while axis < self.shape.len() {
            product *= self.shape[axis];
            axis += 1;
        }
        product
    }
}

/// One tensor that feeds a layer: Keras's `layer[call][output]`.
///
/// It compares with a string by the name of the layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Input {
    /// Name of the layer the tensor comes from.
    pub layer: &'static str,
    /// Index of that layer in the list of layers that the layer fed by it is in, such as `LAYERS`; `None` where that is an
    /// input without a row of its own, as in a sequential model.
    pub row: Option<usize>,
    /// Index of the call of that layer, from 0.
    pub call: usize,
    /// Index of the output of that call, from 0.
    pub output: usize,
}

impl PartialEq<str> for Input {
    fn eq(&self, name: &str) -> bool {
        self.layer == name
    }
}

impl PartialEq<&str> for Input {
    fn eq(&self, name: &&str) -> bool {
        self.layer == *name
    }
}

/// Writes Keras's form, `conv2d[0][0]`.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}][{}]", self.layer, self.call, self.output)
    }
}

/// A number as a fraction in lowest terms, its denominator at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ratio {
    /// Above the line.
    pub numerator: i64,
    /// Below the line.
    pub denominator: i64,
}

impl Ratio {
    #[must_use]
    pub(crate) const fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator }
    }

    /// The number where it is whole.
    #[must_use]
    pub const fn whole(self) -> Option<i64> {
        if self.denominator == 1 { Some(self.numerator) } else { None }
    }
}

/// Writes `2`, or `1/2`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(number) => write!(f, "{number}"),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

/// Elements of the model's input that an output element depends on, along one axis.
///
/// Element `i` depends on `size` elements around `offset + stride * i`, where the first element of the input is at 0: a
/// field of even size has its centre between two elements. Padding counts as elements. Where layers enlarge, the stride
/// is a fraction; then `size` is that of the largest field, and the centres are so in the mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReceptiveField {
    /// Elements of the input, from the first to the last that an element depends on.
    pub size: usize,
    /// Distance between the fields of neighbors, in input elements.
    pub stride: Ratio,
    /// Where the centre of the first element's field is.
    pub offset: Ratio,
}

impl ReceptiveField {
    #[must_use]
    pub(crate) const fn new(size: usize, stride: Ratio, offset: Ratio) -> Self {
        Self { size, stride, offset }
    }
}

/// One layer of a model: a row of its summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Layer {
    /// Unique name within the model, such as `conv2d_1`.
    pub name: &'static str,
    /// The Keras class, such as `Conv2D`.
    pub class: &'static str,
    /// Shape of each output, the batch axis excluded; of a shared layer, those of its last call.
    pub output_shapes: &'static [&'static [Dim]],
    /// Elements of all its weights; of a nested model, weights used twice count once.
    pub params: usize,
    /// The part of `params` that training changes.
    pub trainable_params: usize,
    /// Its weights, in Keras's order.
    pub weights: &'static [Weight],
    /// Inputs of all its calls, in order.
    pub inputs: &'static [Input],
    /// Trainable flag: Keras's `layer.trainable`.
    pub trainable: bool,
    /// True if its calls have different output shapes.
    pub shapes_differ: bool,
    /// Rows of a nested model, as it was declared; empty for every other layer.
    pub layers: &'static [Layer],
    /// Multiply-accumulates of all its calls in this model, on one sample; `None` where a size they depend on is not
    /// known.
    ///
    /// One is a multiplication whose result is added to a sum; the bias is not counted. Layers that sum no products,
    /// such as activations, pooling and normalizations, have 0.
    pub macs: Option<u64>,
    /// Operations of all its calls in this model, on one sample: two for each multiply-accumulate, and those of the bias,
    /// the activation and whatever else the layer computes. `None` where a size they depend on is not known.
    pub flops: Option<u64>,
    /// Bytes of its outputs on one sample, those of [`output_shapes`](Self::output_shapes); `None` where a size is not
    /// known.
    pub activation_bytes: Option<usize>,
    /// The receptive field of its first output in the model's input, one a spatial axis; `None` where it has no meaning,
    /// as after a `Flatten`, or is not known.
    pub receptive_field: Option<&'static [ReceptiveField]>,
    /// Its arguments; [`attribute`](Self::attribute) has one of them by its name.
    pub attributes: Attributes,
}

impl Layer {
    /// The value of an argument as it holds, written or default: `strides`, `kernel_initializer`. Keras's arguments of the
    /// layer are among them, with `name`, `trainable` and `dtype`; those that take one number for all axes are lists with a
    /// number for each. `None` where the layer has no such argument.
    #[must_use]
    pub const fn attribute(&self, name: &str) -> Option<Attribute> {
        match name.as_bytes() {
            b"name" => Some(Attribute::Text(self.name)),
            b"trainable" => Some(Attribute::Bool(self.trainable)),
            _ => self.attributes.get(name),
        }
    }

    /// Path of one of its [`weights`](Self::weights) in the model: `conv2d/kernel`, and `encoder/dense/kernel` for a weight
    /// of a nested model. For one of the layers of a nested model, the path is relative to that model.
    ///
    /// It is the `path` of Keras's variable, but that Keras leaves out nested functional models.
    #[must_use]
    pub const fn variable_path(&self, weight: &Weight) -> VariablePath {
        VariablePath { layer: self.name, path: weight.path }
    }

    /// The part of [`params`](Self::params) that training leaves as it is.
    #[must_use]
    pub const fn non_trainable_params(&self) -> usize {
        self.params - self.trainable_params
    }
}

/// Path of a variable in its model, as Keras writes it: `conv2d/kernel`.
///
/// It compares with a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct VariablePath {
    /// Name of the layer.
    pub layer: &'static str,
    /// Path relative to the layer.
    pub path: &'static str,
}

impl PartialEq<str> for VariablePath {
    fn eq(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.layer).and_then(|rest| rest.strip_prefix('/'));
        rest == Some(self.path)
    }
}

impl PartialEq<&str> for VariablePath {
    fn eq(&self, path: &&str) -> bool {
        self == *path
    }
}

/// Writes `conv2d/kernel`.
impl fmt::Display for VariablePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.layer, self.path)
    }
}

/// One tensor that a model makes while it runs, and its place in the arena.
///
/// Steps count what runs: 0 is where the inputs are written, then each call is one, in the order they are written in
/// the model, nested models unfolded. Two activations that are live in the same step lie apart, unless the later one is
/// made in place of the earlier one in its last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ArenaSlot {
    /// Name of the layer that makes it, with the nested models it is in before it: `encoder/conv2d`.
    pub layer: &'static str,
    /// Index of the call of that layer, from 0 over the whole model: no two slots have the same layer, call and
    /// output.
    pub call: usize,
    /// Index of the output of that call, from 0.
    pub output: usize,
    /// Bytes from the start of the arena.
    pub offset: usize,
    /// Its size.
    pub bytes: usize,
    /// The step that makes it.
    pub first: usize,
    /// The last step that reads it; for an output of the model, one after the last step.
    pub last: usize,
}

impl ArenaSlot {
    /// Its bytes in the arena.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.offset..self.offset.saturating_add(self.bytes)
    }
}

/// The facts of one model: what `MyModel`'s associated constants say, for generic code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Spec {
    /// The name shown, such as `resnet18`.
    pub name: &'static str,
    /// `Functional`, or `Sequential` for a model marked `#[sequential]`.
    pub class: &'static str,
    /// Shape of each input, the batch axis excluded.
    pub inputs: &'static [&'static [Dim]],
    /// Shape of each output, the batch axis excluded.
    pub outputs: &'static [&'static [Dim]],
    /// Its symbols, in the order in which functions take their values.
    pub symbols: &'static [&'static str],
    /// Its layers, in Keras's row order.
    pub layers: &'static [Layer],
    /// Elements of all weights.
    pub params: usize,
    /// The part of `params` that training changes.
    pub trainable_params: usize,
    /// Bytes of all weights, rounded up.
    pub param_bytes: usize,
    /// Bytes of the trainable weights, rounded up.
    pub trainable_param_bytes: usize,
    /// True if every layer is called once, on the output of the row above: a table without "Connected to".
    pub is_chain: bool,
    /// Multiply-accumulates on one sample; `None` where a size they depend on is not known.
    pub macs: Option<u64>,
    /// Operations of every kind on one sample, two for each multiply-accumulate; `None` where a size they depend on is
    /// not known.
    pub flops: Option<u64>,
    /// The most bytes of activations that are live at once, on one sample; `None` where a size is not known.
    pub peak_activation_bytes: Option<usize>,
    /// Bytes of one arena for all activations; `None` where a size is not known.
    pub arena_bytes: Option<usize>,
    /// Where the activations lie in the arena, in the order of execution, which is not that of `layers`; empty where a size
    /// is not known.
    pub arena: &'static [ArenaSlot],
}

impl Spec {
    /// The part of [`params`](Self::params) that training leaves as it is.
    #[must_use]
    pub const fn non_trainable_params(&self) -> usize {
        self.params - self.trainable_params
    }
}

/// A model that `model!` made, for generic code: it has what the model's struct has, in types that do not depend on the
/// model.
///
/// ```
/// use modelwright_core::spec::Model;
///
/// fn report<M: Model>(sizes: &[usize]) -> String {
///     match M::macs(sizes) {
///         Ok(Some(macs)) => format!("{}: {} parameters, {macs} MACs", M::NAME, M::PARAMS),
///         Ok(None) => format!("{}: {} parameters", M::NAME, M::PARAMS),
///         Err(error) => format!("{}: {error}", M::NAME),
///     }
/// }
/// ```
pub trait Model {
    /// All facts.
    const SPEC: &'static Spec;
    /// The model as a program.
    const PLAN: crate::plan::Plan;

    /// Name of the model, as shown in its summary.
    const NAME: &'static str = Self::SPEC.name;
    /// Names of its symbols, in the order in which the functions below take their values.
    const SYMBOLS: &'static [&'static str] = Self::SPEC.symbols;
    /// Shape of each input, without the batch axis.
    const INPUT_SHAPES: &'static [&'static [Dim]] = Self::SPEC.inputs;
    /// Shape of each output, without the batch axis.
    const OUTPUT_SHAPES: &'static [&'static [Dim]] = Self::SPEC.outputs;
    /// Elements of all weights.
    const PARAMS: usize = Self::SPEC.params;
    /// Elements of the weights that training changes.
    const TRAINABLE_PARAMS: usize = Self::SPEC.trainable_params;
    /// Elements of the weights that training leaves as they are.
    const NON_TRAINABLE_PARAMS: usize = Self::SPEC.non_trainable_params();
    /// Bytes of all weights.
    const PARAM_BYTES: usize = Self::SPEC.param_bytes;
    /// Multiply-accumulates on one sample; `None` where they depend on a symbolic or unknown size.
    const MACS: Option<u64> = Self::SPEC.macs;
    /// Operations of every kind on one sample; `None` where they depend on a symbolic or unknown size.
    const FLOPS: Option<u64> = Self::SPEC.flops;
    /// The most bytes of activations that are live at once, on one sample; `None` where a size is symbolic or unknown.
    const PEAK_ACTIVATION_BYTES: Option<usize> = Self::SPEC.peak_activation_bytes;
    /// Bytes of one arena for all activations; `None` where a size is symbolic or unknown.
    const ARENA_BYTES: Option<usize> = Self::SPEC.arena_bytes;
    /// Where each activation lies in the arena, in the order of execution.
    const ARENA: &'static [ArenaSlot] = Self::SPEC.arena;
    /// The layers, in Keras's row order.
    const LAYERS: &'static [Layer] = Self::SPEC.layers;

    /// The summary: a table of the layers, as Keras prints it.
    fn summary() -> Summary;

    /// Multiply-accumulates on one sample, with these sizes for [`SYMBOLS`](Self::SYMBOLS); `None` where they depend on an
    /// unknown size.
    ///
    /// # Errors
    ///
    /// Where there are more or fewer sizes than symbols, where a layer has no output for them, and where the count does not
    /// fit.
    fn macs(sizes: &[usize]) -> Result<Option<u64>, SizeError> {
        symbols::give(symbols::none(sizes), Self::MACS)
    }

    /// Operations of every kind on one sample, as [`macs`](Self::macs).
    ///
    /// # Errors
    ///
    /// Those of [`macs`](Self::macs).
    fn flops(sizes: &[usize]) -> Result<Option<u64>, SizeError> {
        symbols::give(symbols::none(sizes), Self::FLOPS)
    }

    /// The most bytes of activations that are live at once, on one sample, as [`macs`](Self::macs).
    ///
    /// # Errors
    ///
    /// Those of [`macs`](Self::macs).
    fn peak_activation_bytes(sizes: &[usize]) -> Result<Option<usize>, SizeError> {
        symbols::give(symbols::none(sizes), Self::PEAK_ACTIVATION_BYTES)
    }

    /// Size of one axis of one output, without the batch axis, with these sizes for [`SYMBOLS`](Self::SYMBOLS); `None` where
    /// the size is unknown, or there is no such output or axis.
    ///
    /// # Errors
    ///
    /// Those of [`macs`](Self::macs).
    fn output_size(
        sizes: &[usize],
        output: usize,
        axis: usize,
    ) -> Result<Option<usize>, SizeError> {
        let dim = Self::OUTPUT_SHAPES.get(output).and_then(|shape| shape.get(axis));
        symbols::give(symbols::none(sizes), dim.and_then(|dim| dim.known()))
    }
}
