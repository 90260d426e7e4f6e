//! A model as a program: what an engine, an exporter or a drawing needs of it, and all that they read.
//!
//! A [`Plan`] is one text of bytes, written while `model!` expands and read without allocation. It has the calls of the model
//! in the order in which they run, nested models and chains unfolded, the tensors between them with their places in one arena,
//! and the variables with their places in one flat buffer. `docs/plan.md` describes the bytes.
//!
//! Numbers of steps count what runs: 0 is where the inputs are written, then each call is one, and one after the last is where
//! the outputs are read.

use core::fmt;
use core::ops::Range;

pub mod block;
mod check;
pub mod code;
#[cfg(feature = "infer")]
pub mod lowered;
pub mod operation;
pub mod value;
#[cfg(feature = "infer")]
pub mod write;

use self::code::{Code, Damaged, List, Reader, record};
use self::operation::Operation;
use self::value::{AxisSize, Constraint, Initializer, Regularizer};
use crate::spec::DType;

/// Number of a tensor: the model's inputs come first, then the outputs of each step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TensorId(pub usize);

/// Number of a step: 0 is where the inputs are written, and the first call is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StepId(pub usize);

/// Number of a variable, in the order of the flat buffer of all weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VariableId(pub usize);

/// Reason why bytes are no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// The bytes do not begin as a plan does.
    NotAPlan,
    /// The plan has a version that this reader does not read.
    Version {
        /// The version of the plan.
        found: u8,
    },
    /// A part of the plan is missing or wrong.
    Damaged,
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPlan => f.write_str("the bytes are no plan"),
            Self::Version { found } => {
                write!(f, "the plan has version {found}, and this reader reads {}", Plan::VERSION)
            }
            Self::Damaged => Damaged.fmt(f),
        }
    }
}

impl core::error::Error for PlanError {}

impl From<Damaged> for PlanError {
    fn from(Damaged: Damaged) -> Self {
        Self::Damaged
    }
}

/// First bytes of a plan; the version follows.
const MAGIC: [u8; 3] = *b"mwp";

/// Bytes before the index: magic, version, and three counts.
const HEAD: usize = 16;

/// A model as a program.
///
/// ```
/// # use modelwright_core::plan::{Plan, PlanError};
/// assert_eq!(Plan::new(b"mwp\xff_____"), Err(PlanError::Version { found: 255 }));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Plan {
    bytes: &'static [u8],
}

record! {
    /// The model as a whole.
    struct Head<'a> {
        name: &'a str,
        params: u64,
        inputs: List<'a, &'a str>,
        outputs: List<'a, usize>,
        arena: Option<(usize, usize)>,
    }
}

record! {
    struct TensorRecord {
        shape: usize,
        dtype: DType,
        first: usize,
        last: usize,
        offset: Option<usize>,
    }
}

record! {
    struct StepRecord<'a> {
        path: usize,
        kind: usize,
        call: usize,
        inputs: List<'a, usize>,
        first_output: usize,
        outputs: usize,
        weights: List<'a, usize>,
        in_place: Option<usize>,
    }
}

record! {
    /// Facts shared by steps of a kind.
    struct KindRecord<'a> {
        class: &'a str,
        operation: Operation<'a>,
        activity: Option<Regularizer>,
        macs: Option<u64>,
        flops: Option<u64>,
    }
}

record! {
    struct VariableRecord {
        layer: usize,
        path: usize,
        shape: usize,
        kind: usize,
        offset: u64,
    }
}

record! {
    /// Training facts of a variable.
    pub struct VariableKind {
        /// Element type.
        pub dtype: DType,
        /// True if trainable.
        pub trainable: bool,
        /// Its first values.
        pub initializer: Initializer,
        /// True if the second quarter is initialized to 1: the bias of the forget gate of an LSTM.
        pub unit_forget: bool,
        /// The penalty on it.
        pub regularizer: Option<Regularizer>,
        /// Constraint.
        pub constraint: Option<Constraint>,
    }
}

impl Plan {
    /// Version of the format, which this reader reads and no other.
    pub const VERSION: u8 = 1;

    /// The plan of these bytes. Only the head is looked at; [`check`](Self::check) reads all of it.
    pub const fn new(bytes: &'static [u8]) -> Result<Self, PlanError> {
        let plan = Self { bytes };
        match bytes {
            [a, b, c, Self::VERSION, ..] if *a == MAGIC[0] && *b == MAGIC[1] && *c == MAGIC[2] => {
                let known = bytes.len() >= HEAD && {
                    let index = plan.count(0).saturating_add(plan.count(1));
                    let index = index.saturating_add(plan.count(2)).saturating_mul(4);
                    index <= bytes.len() - HEAD
                };
                if known { Ok(plan) } else { Err(PlanError::Damaged) }
            }
            [a, b, c, found, ..] if *a == MAGIC[0] && *b == MAGIC[1] && *c == MAGIC[2] => {
                Err(PlanError::Version { found: *found })
            }
            _ => Err(PlanError::NotAPlan),
        }
    }

    /// For generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_model(bytes: &'static [u8]) -> Self {
        match Self::new(bytes) {
            Ok(plan) => plan,
            Err(_) => {
                panic!("`modelwright` and the macro that wrote this plan have different versions")
            }
        }
    }

    /// The bytes.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        self.bytes
    }

    /// Name of the model, as shown in its summary.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.head().map_or("", |head| head.name)
    }

    /// Elements of all variables.
    #[must_use]
    pub fn params(self) -> usize {
        let params = self.head().and_then(|head| usize::try_from(head.params).map_err(|_| Damaged));
        params.unwrap_or_default()
    }

    /// Bytes of one arena for all tensors; `None` where a size is not known.
    #[must_use]
    pub fn arena_bytes(self) -> Option<usize> {
        self.head().ok()?.arena.map(|(bytes, _)| bytes)
    }

    /// Alignment of the tensors in the arena; `None` where there is no arena.
    #[must_use]
    pub fn alignment(self) -> Option<usize> {
        self.head().ok()?.arena.map(|(_, alignment)| alignment)
    }

    /// The inputs of the model: names and tensors.
    pub fn inputs(self) -> impl Iterator<Item = (&'static str, Tensor)> {
        let names = self.head().map(|head| head.inputs).unwrap_or_default();
        names
            .iter()
            .enumerate()
            .map_while(move |(id, name)| Some((name, self.tensor(TensorId(id))?)))
    }

    /// The outputs of the model.
    pub fn outputs(self) -> impl Iterator<Item = Tensor> {
        let outputs = self.head().map(|head| head.outputs).unwrap_or_default();
        outputs.iter().map_while(move |id| self.tensor(TensorId(id)))
    }

    /// The calls, in the order in which they run.
    pub fn steps(self) -> impl Iterator<Item = Step> {
        (0..self.count(1)).map_while(move |index| self.step(StepId(index + 1)))
    }

    /// Number of calls.
    #[must_use]
    pub const fn step_count(self) -> usize {
        self.count(1)
    }

    /// A call; `None` for step 0, where the inputs are written, and for numbers beyond the last.
    #[must_use]
    pub fn step(self, id: StepId) -> Option<Step> {
        self.read_step(id).ok()
    }

    /// The tensors, in the order in which they are made.
    pub fn tensors(self) -> impl Iterator<Item = Tensor> {
        (0..self.count(0)).map_while(move |index| self.tensor(TensorId(index)))
    }

    /// Number of tensors.
    #[must_use]
    pub const fn tensor_count(self) -> usize {
        self.count(0)
    }

    /// A tensor; `None` for numbers beyond the last.
    #[must_use]
    pub fn tensor(self, id: TensorId) -> Option<Tensor> {
        self.read_tensor(id).ok()
    }

    /// The variables, in the order of the flat buffer.
    pub fn variables(self) -> impl Iterator<Item = Variable> {
        (0..self.count(2)).map_while(move |index| self.variable(VariableId(index)))
    }

    /// Number of variables.
    #[must_use]
    pub const fn variable_count(self) -> usize {
        self.count(2)
    }

    /// A variable; `None` for numbers beyond the last.
    #[must_use]
    pub fn variable(self, id: VariableId) -> Option<Variable> {
        self.read_variable(id).ok()
    }

    /// Reads everything, for bytes that `model!` did not write: afterwards no iterator ends early.
    pub fn check(self) -> Result<(), PlanError> {
        let head = self.head()?;
        check::list(head.inputs)?;
        check::list(head.outputs)?;
        let is_tensor = |id: usize| if id < self.count(0) { Ok(()) } else { Err(Damaged) };
        if head.inputs.len() > self.count(0) {
            return Err(PlanError::Damaged);
        }
        head.outputs.iter().try_for_each(is_tensor)?;
        for id in 0..self.count(0) {
            check::list(self.read_tensor(TensorId(id))?.shape)?;
        }
        for id in 0..self.count(2) {
            check::list(self.read_variable(VariableId(id))?.shape)?;
        }
        for id in 0..self.count(1) {
            let step = self.read_step(StepId(id + 1))?;
            check::list(step.inputs)?;
            check::list(step.weights)?;
            step.inputs.iter().try_for_each(is_tensor)?;
            let end = step.first_output.checked_add(step.outputs).ok_or(Damaged)?;
            let is_variable = |id: usize| id < self.count(2);
            let in_place = step.in_place.is_none_or(|index| index < step.inputs.len());
            if end > self.count(0) || !step.weights.iter().all(is_variable) || !in_place {
                return Err(PlanError::Damaged);
            }
            step.operation.check(0)?;
        }
        Ok(())
    }

    /// The counts of the head: tensors, steps, variables.
    const fn count(self, which: usize) -> usize {
        let at = 4 + 4 * which;
        match self.bytes {
            bytes if bytes.len() >= HEAD => {
                u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
                    as usize
            }
            _ => 0,
        }
    }

    /// Kinds of indexed records.
    fn heap(self) -> &'static [u8] {
        let counts = [self.count(0), self.count(1), self.count(2)];
        let index = counts.into_iter().fold(0_usize, usize::saturating_add).saturating_mul(4);
        self.bytes.get(HEAD.saturating_add(index)..).unwrap_or_default()
    }

    /// A value of the heap.
    fn part<T: Code<'static>>(self, place: usize) -> Result<T, Damaged> {
        self.heap().get(place..).ok_or(Damaged).and_then(|bytes| Reader::new(bytes).value())
    }

    /// The record of this number in the whole index.
    fn record<T: Code<'static>>(self, number: usize) -> Result<T, Damaged> {
        let at = number.checked_mul(4).and_then(|at| at.checked_add(HEAD)).ok_or(Damaged)?;
        let place = self.bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or(Damaged)?;
        self.part(usize::try_from(u32::from_le_bytes(*place)).map_err(|_| Damaged)?)
    }

    fn head(self) -> Result<Head<'static>, Damaged> {
        self.part(0)
    }

    fn read_tensor(self, id: TensorId) -> Result<Tensor, Damaged> {
        if id.0 >= self.count(0) {
            return Err(Damaged);
        }
        let TensorRecord { shape, dtype, first, last, offset } = self.record(id.0)?;
        let (first, last) = (StepId(first), StepId(last));
        Ok(Tensor { id, shape: self.part(shape)?, dtype, first, last, offset })
    }

    fn read_step(self, id: StepId) -> Result<Step, Damaged> {
        let index = id.0.checked_sub(1).filter(|index| *index < self.count(1)).ok_or(Damaged)?;
        let number = index.checked_add(self.count(0)).ok_or(Damaged)?;
        let StepRecord { path, kind, call, inputs, first_output, outputs, weights, in_place } =
            self.record(number)?;
        let KindRecord { class, operation, activity, macs, flops } = self.part(kind)?;
        Ok(Step {
            id,
            path: self.part(path)?,
            class,
            call,
            operation,
            activity_regularizer: activity,
            in_place,
            macs,
            flops,
            inputs,
            first_output,
            outputs,
            weights,
            plan: self,
        })
    }

    fn read_variable(self, id: VariableId) -> Result<Variable, Damaged> {
        if id.0 >= self.count(2) {
            return Err(Damaged);
        }
        let number = self.count(0).checked_add(self.count(1)).and_then(|it| it.checked_add(id.0));
        let VariableRecord { layer, path, shape, kind, offset } =
            self.record(number.ok_or(Damaged)?)?;
        let [layer, path] = [self.part(layer)?, self.part(path)?];
        let offset = usize::try_from(offset).map_err(|_| Damaged)?;
        Ok(Variable { id, layer, path, shape: self.part(shape)?, kind: self.part(kind)?, offset })
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan")
            .field("name", &self.name())
            .field("steps", &self.step_count())
            .field("tensors", &self.tensor_count())
            .field("variables", &self.variable_count())
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

/// One call of a layer, nested models and chains unfolded.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Step {
    /// Number of the step.
    pub id: StepId,
    /// Path of the layer: the names of the nested models and chains it is in, and its own, such as `encoder/dense`.
    pub path: &'static str,
    /// Keras's class of the layer.
    pub class: &'static str,
    /// Number of this call among those of the path.
    pub call: usize,
    /// Computation.
    pub operation: Operation<'static>,
    /// In training: the penalty on its outputs.
    pub activity_regularizer: Option<Regularizer>,
    /// The input in whose place the output is made, by its number among the inputs: the output has its bytes in the arena.
    pub in_place: Option<usize>,
    /// Multiply-accumulates on one sample; `None` where a size they depend on is not known.
    pub macs: Option<u64>,
    /// Operations of every kind on one sample; `None` where a size they depend on is not known.
    pub flops: Option<u64>,
    inputs: List<'static, usize>,
    first_output: usize,
    outputs: usize,
    weights: List<'static, usize>,
    plan: Plan,
}

impl Step {
    /// Name of the layer: the last part of its path.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The tensors that it reads, in order.
    pub fn inputs(&self) -> impl Iterator<Item = Tensor> + use<> {
        let plan = self.plan;
        self.inputs.iter().map_while(move |id| plan.tensor(TensorId(id)))
    }

    /// The tensors that it makes, in order.
    pub fn outputs(&self) -> impl Iterator<Item = Tensor> + use<> {
        let (plan, first) = (self.plan, self.first_output);
        (0..self.outputs).map_while(move |output| plan.tensor(TensorId(first.checked_add(output)?)))
    }

    /// Its weights, in the order that the operation gives.
    pub fn weights(&self) -> impl Iterator<Item = Variable> + use<> {
        let plan = self.plan;
        self.weights.iter().map_while(move |id| plan.variable(VariableId(id)))
    }
}

/// A tensor.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tensor {
    /// Number of the tensor.
    pub id: TensorId,
    /// Sizes of its axes, without the batch.
    pub shape: List<'static, AxisSize<'static>>,
    /// Element type.
    pub dtype: DType,
    /// The step that makes it; 0 for an input of the model.
    pub first: StepId,
    /// The last step that reads it; for an output of the model, one after the last step.
    pub last: StepId,
    /// Bytes from the start of the arena; `None` where a size is not known.
    pub offset: Option<usize>,
}

impl Tensor {
    /// Number of its elements on one sample; `None` where a size is not known, or they are too many to count.
    #[must_use]
    pub fn elements(&self) -> Option<usize> {
        let sizes = || self.shape.iter().map(AxisSize::known);
        if sizes().any(|size| size == Some(0)) {
            return Some(0);
        }
        sizes().try_fold(1_usize, |product, size| product.checked_mul(size?))
    }

    /// Its bytes on one sample; `None` where a size is not known, or they are too many to count.
    #[must_use]
    pub fn bytes(&self) -> Option<usize> {
        Some(self.elements()?.checked_mul(self.dtype.bits())?.div_ceil(8))
    }

    /// Its bytes in the arena; `None` where there is none.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        let offset = self.offset?;
        Some(offset..offset.checked_add(self.bytes()?)?)
    }
}

/// A variable: a weight, counted once however often it is used.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Variable {
    /// Number of the variable.
    pub id: VariableId,
    /// Name of the layer of the model that has it: for a weight inside a nested model, that model.
    pub layer: &'static str,
    /// Its path in that layer: `kernel`, or `dense/kernel` in a nested model.
    pub path: &'static str,
    /// Sizes of its axes.
    pub shape: List<'static, usize>,
    /// Element type, and what training needs to know.
    pub kind: VariableKind,
    /// First of its elements in the flat buffer.
    pub offset: usize,
}

impl Variable {
    /// Keras's name of it: the last part of its path.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Number of its elements.
    #[must_use]
    pub fn params(&self) -> usize {
        self.shape.iter().fold(1, usize::saturating_mul)
    }

    /// Its elements in the flat buffer of all weights.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.offset..self.offset.saturating_add(self.params())
    }
}
