//! One call of a layer, as its rule sees it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use super::argument::{Argument, Key, Name};
use super::bind::Args;
use super::class::Class;
use super::infer::Layer;
use crate::diagnostic::Loc;
use crate::dim::{Dim, DimError};
use crate::graph::Body;
use crate::operations::Operations;
use crate::shape::Shape;
use crate::spec::DType;
use crate::value::Value;

/// One call of a layer: its bound arguments and the shapes of its inputs.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The class.
    pub class: &'static Class,
    /// The bound arguments.
    pub args: &'a Args,
    /// Shapes of the inputs, in order.
    pub inputs: &'a [Shape],
}

impl<'a> Call<'a> {
    /// The value of an argument.
    ///
    /// A key that the class does not declare, or declares of another kind, is a mistake of this crate.
    pub fn get<T: Argument>(&self, key: Key<T>) -> Result<T::Read<'a>, Mistake> {
        self.args.get(key).ok_or_else(|| self.undeclared(key.name()))
    }

    #[cold]
    fn undeclared(&self, name: &str) -> Mistake {
        let class = self.class.name;
        debug_assert!(false, "`{class}` does not declare `{name}` as it is read");
        self.wrong(format!("`{class}` does not declare `{name}`: please report this"))
    }

    /// True for channels first, in a class with a `data_format`.
    #[must_use]
    pub fn channels_first(&self) -> bool {
        self.args.channels_first()
    }

    /// The only input.
    pub fn input(&self) -> Result<&'a Shape, Mistake> {
        match self.inputs {
            [input] => Ok(input),
            inputs => Err(self.wrong(format!(
                "`{}` takes 1 input, found {}",
                self.class.name,
                inputs.len()
            ))),
        }
    }

    /// The only input, with exactly the axes that `axes` names, as in `[height, width, channels]`.
    pub fn input_like(&self, axes: &str) -> Result<&'a Shape, Mistake> {
        let input = self.input()?;
        let rank = axes.split(',').count();
        if input.rank() == rank {
            return Ok(input);
        }
        let plural = if rank == 1 { "axis" } else { "axes" };
        Err(self.wrong_input(
            0,
            format!(
                "`{}` expects {rank} {plural} `{axes}`, found {} in `{input}`",
                self.class.name,
                input.rank()
            ),
        ))
    }

    /// The size of an axis that must be a number, since a weight has it; `axis` names it, as in
    /// `the last axis`.
    pub fn known(&self, input: &Shape, index: usize, axis: &str) -> Result<usize, Mistake> {
        match input.get(index).cloned() {
            Some(Dim::Known(size)) => Ok(size),
            Some(Dim::Unknown | Dim::Symbolic(_)) => Err(self.wrong_input(
                0,
                format!("`{}` needs a known size on {axis} of its input `{input}`: its weights depend on it", self.class.name),
            )),
            None => Err(self.wrong_input(0, format!("`{}` finds no {axis} in its input `{input}`", self.class.name))),
        }
    }

    /// A mistake of the layer itself.
    pub fn wrong(&self, message: impl Into<String>) -> Mistake {
        Mistake::new(Place::Layer, message)
    }

    /// A mistake in an argument.
    pub fn at(&self, argument: impl Into<Name>, message: impl Into<String>) -> Mistake {
        Mistake::new(Place::Argument(argument.into()), message)
    }

    /// A mistake in an input.
    pub fn wrong_input(&self, index: usize, message: impl Into<String>) -> Mistake {
        Mistake::new(Place::Input(index), message)
    }

    /// The only input, with at least `least` axes; `axes` shows them, as in `[time, ..]`.
    pub fn input_at_least(&self, least: usize, axes: &str) -> Result<&'a Shape, Mistake> {
        let input = self.input()?;
        if input.rank() >= least {
            return Ok(input);
        }
        let plural = if least == 1 { "axis" } else { "axes" };
        Err(self.wrong_input(
            0,
            format!(
                "`{}` expects at least {least} {plural} `{axes}`, found {} in `{input}`",
                self.class.name,
                input.rank()
            ),
        ))
    }

    /// A number from 0 to 1, such as a rate.
    pub fn fraction(&self, key: Key<f64>) -> Result<f64, Mistake> {
        let number = self.get(key)?;
        if (0.0..=1.0).contains(&number) {
            return Ok(number);
        }
        let (name, class) = (key.name(), self.class.name);
        let found = self.get(key.as_given())?;
        let message =
            format!("`{name}` of `{class}` expects a number between 0 and 1, found `{found}`");
        Err(self.at(key, message))
    }
}

/// Result of a call: output shapes and weights.
#[derive(Clone, Debug, Default)]
pub struct Inferred {
    /// Shape of each output.
    pub outputs: Vec<Shape>,
    /// The weights, in Keras's order.
    pub weights: Vec<Weight>,
    /// The calls inside: one body for a model or a chain, one for each layer inside a wrapper.
    pub bodies: Vec<Rc<Body>>,
    /// Cost of the call per sample.
    pub operations: Operations,
    /// Symbolic sizes inside a nested model that may be below 1: where one is, the call has no output.
    pub inside: Vec<Dim>,
}

impl Inferred {
    /// One output and no weights.
    #[must_use]
    pub fn one(output: Shape) -> Self {
        Self::many([output])
    }

    /// Several outputs and no weights.
    #[must_use]
    pub fn many(outputs: impl IntoIterator<Item = Shape>) -> Self {
        Self { outputs: outputs.into_iter().collect(), ..Self::default() }
    }

    /// The same with one more trainable weight.
    #[must_use]
    pub fn weight(
        mut self,
        path: impl Into<Cow<'static, str>>,
        shape: impl Into<Vec<usize>>,
    ) -> Self {
        self.weights.push(Weight::new(path, shape));
        self
    }

    /// The same with one more trainable weight, if `wanted`.
    #[must_use]
    pub fn weight_if(
        self,
        wanted: bool,
        path: impl Into<Cow<'static, str>>,
        shape: impl Into<Vec<usize>>,
    ) -> Self {
        if wanted { self.weight(path, shape) } else { self }
    }

    /// The same with one more weight that training does not change.
    #[must_use]
    pub fn frozen(
        mut self,
        path: impl Into<Cow<'static, str>>,
        shape: impl Into<Vec<usize>>,
    ) -> Self {
        self.weights.push(Weight { trainable: false, ..Weight::new(path, shape) });
        self
    }

    /// The same with as many more multiply-accumulates as the product of `factors`.
    pub fn macs(
        mut self,
        factors: impl IntoIterator<Item = impl Into<Dim>>,
    ) -> Result<Self, Mistake> {
        self.operations = self.operations.plus(&Operations::macs(factors)?)?;
        Ok(self)
    }

    /// The same with `each` more operations, which are no multiply-accumulates, for each of as many elements as the
    /// product of `sizes`.
    pub fn flops(
        mut self,
        each: usize,
        sizes: impl IntoIterator<Item = impl Into<Dim>>,
    ) -> Result<Self, Mistake> {
        self.operations = self.operations.plus(&Operations::of_elements(each, sizes)?)?;
        Ok(self)
    }

    /// The same with `each` more operations for each element of the first output.
    pub fn flops_of_output(self, each: usize) -> Result<Self, Mistake> {
        let sizes: Vec<Dim> = self.outputs.first().map(|shape| shape.to_vec()).unwrap_or_default();
        self.flops(each, sizes)
    }

    /// The same with what an inner layer takes that runs `times` times.
    pub fn inner_operations(
        mut self,
        inner: Operations,
        times: impl Into<Dim>,
    ) -> Result<Self, Mistake> {
        self.operations = self.operations.plus(&inner.times(times)?)?;
        Ok(self)
    }

    /// The same with the sizes inside an inner layer.
    #[must_use]
    pub fn inside(mut self, sizes: Vec<Dim>) -> Self {
        self.inside.extend(sizes);
        self
    }

    /// The sizes that must be at least 1 and may be below: those of the outputs, and those inside.
    pub(crate) fn may_be_empty(&self) -> impl Iterator<Item = Dim> {
        let outputs = self.outputs.iter().flat_map(|shape| shape.iter());
        outputs.chain(&self.inside).filter(|dim| dim.may_be_below(1)).cloned()
    }

    /// The same with one call of a layer inside.
    pub fn body(
        mut self,
        layer: &Rc<Layer>,
        inputs: &[Shape],
        inferred: &Self,
    ) -> Result<Self, Mistake> {
        self.bodies.push(Body::single(layer, inputs, inferred)?);
        Ok(self)
    }

    /// The same with the weights of an inner layer, under its name. A variable that is there already, since
    /// the same layer stands inside twice, is not added again, and must have the same shape.
    pub fn inner(mut self, name: &str, weights: Vec<Weight>) -> Result<Self, Mistake> {
        for weight in weights {
            let same = |seen: &&Weight| seen.key.is_some() && seen.key == weight.key;
            match self.weights.iter().find(same) {
                Some(seen) if seen.shape == weight.shape => {}
                Some(seen) => {
                    let shape = |sizes: &[usize]| Shape::new(sizes.iter().copied());
                    return Err(Mistake::new(
                        Place::Layer,
                        format!(
                            "`{name}` is used twice here, with `{}` of shape `{}` and `{}`",
                            weight.path,
                            shape(&seen.shape),
                            shape(&weight.shape)
                        ),
                    ));
                }
                None => {
                    let path = Cow::Owned(format!("{name}/{}", weight.path));
                    self.weights.push(Weight { path, ..weight });
                }
            }
        }
        Ok(self)
    }
}

/// One weight, while it is inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Where it stands inside its layer: `kernel`, or `forward_lstm/lstm_cell/kernel`.
    pub path: Cow<'static, str>,
    /// Sizes of its axes.
    pub shape: Vec<usize>,
    /// True if trainable.
    pub trainable: bool,
    /// Its dtype; `None` for the layer's.
    pub dtype: Option<DType>,
    /// Identity of the variable; `None` until the layer that owns it is known. Set by [`infer`](super::infer()).
    pub key: Option<WeightKey>,
}

/// Identity of a variable: two weights with the same key are one variable, used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WeightKey {
    /// The layer that owns it.
    pub layer: u32,
    /// Index among the layer's weights.
    pub index: usize,
}

impl Weight {
    /// A trainable weight in the layer's dtype.
    #[must_use]
    pub fn new(path: impl Into<Cow<'static, str>>, shape: impl Into<Vec<usize>>) -> Self {
        Self { path: path.into(), shape: shape.into(), trainable: true, dtype: None, key: None }
    }

    /// Keras's name of the variable: the last part of its path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Number of its elements. Inference refuses a weight of more than a `usize` counts, and so all that do not fit
    /// this number.
    #[must_use]
    pub fn params(&self) -> u128 {
        self.shape.iter().fold(1_u128, |product, &size| product.saturating_mul(size as u128))
    }
}

/// Why a rule does not accept a call.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// Subject of the mistake.
    pub place: Place,
    /// Message, with expected and found.
    pub message: Box<str>,
    /// Facts, one a line.
    pub notes: Vec<String>,
    /// Fixes, one a line.
    pub help: Vec<String>,
    /// Other arguments to try; those that work become `help`.
    pub fixes: Vec<Fix>,
    /// Where `place` stands in the source, once that is known.
    pub loc: Option<Loc>,
}

/// Another value of an argument, to be tried by running the rule.
#[derive(Clone, Debug)]
pub struct Fix {
    /// The argument.
    pub argument: Name,
    /// Its other value.
    pub value: Value,
}

/// Subject of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The layer itself.
    Layer,
    /// The argument of this name; the layer where it was not given.
    Argument(Name),
    /// The input of this index.
    Input(usize),
}

impl Mistake {
    /// A mistake in `place`.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self {
            place,
            message: message.into().into_boxed_str(),
            notes: Vec::new(),
            help: Vec::new(),
            fixes: Vec::new(),
            loc: None,
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a fix that proposes no code to be tried.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds another value of an argument, which is proposed if the rule accepts it.
    #[must_use]
    pub fn or_with(mut self, argument: impl Into<Name>, value: Value) -> Self {
        self.fixes.push(Fix { argument: argument.into(), value });
        self
    }
}

impl From<DimError> for Mistake {
    fn from(error: DimError) -> Self {
        Self::new(Place::Layer, format!("{error}"))
    }
}
