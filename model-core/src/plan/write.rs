//! The bytes of a plan, from a lowered model.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use rustc_hash::FxHashMap as HashMap;

use super::block::{Block, InnerCall, InnerTensor};
use super::code::{Code, List, Scratch, Writer};
use super::lowered::{Lowered, Step, Variable};
use super::operation::{Opaque, Operation};
use super::value::{Argument, AxisSize};
use super::{
    HEAD, Head, KindRecord, MAGIC, Plan, StepRecord, TensorId, TensorRecord, VariableKind,
    VariableRecord,
};
use crate::diagnostic::Loc;
use crate::dim::Dim;
use crate::graph::{Body, Inner, Wire};
use crate::layers::lower::{self, Found, Training};
use crate::layers::{Call, Layer, LayerKind, Mistake, Place, Weight};
use crate::memory;
use crate::shape::Shape;
use crate::spec::DType;

/// Where the tensors of a model are.
#[derive(Clone, Copy, Debug)]
pub struct Arena<'a> {
    /// A place for each tensor.
    pub plan: &'a memory::Plan,
    /// Number of bytes whose multiples they begin at.
    pub alignment: usize,
}

/// The bytes of the plan of a model. A mistake is in an argument that no rule looks at, such as one of an initializer.
pub fn write(name: &str, lowered: &Lowered, arena: Option<Arena<'_>>) -> Result<Vec<u8>, Mistake> {
    let mut packer = Packer::default();
    packer.head(name, lowered, arena);
    for (id, tensor) in lowered.tensors().iter().enumerate() {
        let shape = packer.shape(&tensor.shape);
        let offset = arena.and_then(|arena| Some(arena.plan.places.get(id)?.offset));
        let (first, last) = (tensor.first.0, tensor.last.0);
        packer.record(&TensorRecord { shape, dtype: tensor.dtype, first, last, offset });
    }
    for step in lowered.steps() {
        packer.step(lowered, step, arena)?;
    }
    let trainings = trainings(lowered)?;
    for (variable, training) in lowered.variables().iter().zip(trainings) {
        packer.variable(variable, training);
    }
    packer.finish(lowered).ok_or_else(too_large)
}

fn too_large() -> Mistake {
    Mistake::new(Place::Layer, "the plan of this model is too large to write")
}

#[derive(Default)]
struct Packer {
    heap: Writer,
    /// Where parts are that come again.
    parts: HashMap<Vec<u8>, usize>,
    /// The part that is being looked up: one buffer for all of them.
    code: Writer,
    index: Vec<usize>,
}

impl Packer {
    fn head(&mut self, name: &str, lowered: &Lowered, arena: Option<Arena<'_>>) {
        let scratch = Scratch::default();
        let layer = |id: &TensorId| lowered.layer(lowered.tensor_of(*id)?.site).map(|it| &it.layer);
        let inputs: Vec<&str> =
            lowered.inputs().iter().filter_map(layer).map(|layer| &*layer.name).collect();
        let params = lowered.variables().last().map_or(0, |it| it.offset + it.elements);
        let head = Head {
            name,
            params,
            inputs: List::new(&inputs, &scratch),
            outputs: List::new(&numbers(lowered.outputs()), &scratch),
            arena: arena.map(|it| (it.plan.arena, it.alignment)),
        };
        head.write(&mut self.heap);
    }

    /// Where a part is, which is written at most once.
    fn part<'a>(&mut self, part: &impl Code<'a>) -> usize {
        self.code.bytes.clear();
        part.write(&mut self.code);
        let bytes = &*self.code.bytes;
        if let Some(place) = self.parts.get(bytes) {
            return *place;
        }
        let end = self.heap.bytes.len();
        self.heap.bytes.extend_from_slice(bytes);
        self.parts.insert(bytes.into(), end);
        end
    }

    fn record<'a>(&mut self, record: &impl Code<'a>) {
        self.index.push(self.heap.bytes.len());
        record.write(&mut self.heap);
    }

    fn shape(&mut self, shape: &Shape) -> usize {
        let scratch = Scratch::default();
        self.part(&sizes(shape, &scratch))
    }

    fn step(
        &mut self,
        lowered: &Lowered,
        step: &Step,
        arena: Option<Arena<'_>>,
    ) -> Result<(), Mistake> {
        let Some(site) = lowered.layer(step.site) else { return Ok(()) };
        let scratch = Scratch::default();
        let shapes = |tensors: &[TensorId]| -> Vec<Shape> {
            let tensors = tensors.iter().filter_map(|id| lowered.tensor_of(*id));
            tensors.map(|tensor| tensor.shape.clone()).collect()
        };
        let (inputs, outputs) = (shapes(&step.inputs), shapes(&step.outputs));
        let (weights, bodies) = (&*step.weights, &*step.bodies);
        let found = Found { outputs: &outputs, weights, bodies, scratch: &scratch };
        let operation = operation(&site.layer, &inputs, &found)?;
        let activity = called(&site.layer, &inputs, lower::activity)?.flatten();
        let kind = self.part(&KindRecord {
            class: site.layer.class_name(),
            operation,
            activity,
            macs: step.operations.macs.known(),
            flops: step.operations.flops.known(),
        });
        let place = |id: TensorId| arena?.plan.places.get(id.0).copied();
        let made =
            step.outputs.first().and_then(|id| place(*id)).filter(|_| step.outputs.len() == 1);
        let in_place = made.and_then(|made| {
            let is_same =
                |place: memory::Place| (place.offset, place.bytes) == (made.offset, made.bytes);
            step.inputs.iter().position(|id| place(*id).is_some_and(is_same))
        });
        let variables: Vec<usize> = site.variables.iter().map(|id| id.0).collect();
        let path = self.part(&&*lowered.path(step.site));
        self.record(&StepRecord {
            path,
            kind,
            call: step.call,
            inputs: List::new(&numbers(&step.inputs), &scratch),
            first_output: step.outputs.first().map_or(0, |id| id.0),
            outputs: step.outputs.len(),
            weights: List::new(&variables, &scratch),
            in_place: in_place.filter(|_| step.may_be_in_place),
        });
        Ok(())
    }

    fn variable(&mut self, variable: &Variable, training: Training) {
        let Variable { weight, layer, offset, .. } = variable;
        let scratch = Scratch::default();
        let Training { initializer, unit_forget, regularizer, constraint } = training;
        let record = VariableRecord {
            layer: self.part(&&*layer.name),
            path: self.part(&&*weight.path),
            shape: self.part(&List::new(&weight.shape, &scratch)),
            kind: self.part(&VariableKind {
                dtype: weight.dtype.unwrap_or_default(),
                trainable: weight.trainable,
                initializer,
                unit_forget,
                regularizer,
                constraint,
            }),
            offset: *offset,
        };
        self.record(&record);
    }

    fn finish(self, lowered: &Lowered) -> Option<Vec<u8>> {
        let counts = [lowered.tensors().len(), lowered.steps().len(), lowered.variables().len()];
        let mut bytes = Vec::with_capacity(HEAD + 4 * self.index.len() + self.heap.bytes.len());
        bytes.extend(MAGIC);
        bytes.push(Plan::VERSION);
        for number in counts.into_iter().chain(self.index) {
            bytes.extend(u32::try_from(number).ok()?.to_le_bytes());
        }
        bytes.extend(self.heap.bytes);
        Some(bytes)
    }
}

fn numbers(tensors: &[TensorId]) -> Vec<usize> {
    tensors.iter().map(|id| id.0).collect()
}

/// Result of a function on a call; `None` where the layer is of no class.
fn called<T>(
    layer: &Layer,
    inputs: &[Shape],
    function: impl FnOnce(&Call<'_>) -> Result<T, Mistake>,
) -> Result<Option<T>, Mistake> {
    match &layer.kind {
        LayerKind::Class(class, args) => {
            let call = Call { class, args, inputs };
            function(&call).map(Some).map_err(|mistake| located(mistake, layer, &call))
        }
        _ => Ok(None),
    }
}

/// The operation of a call of a layer that is not made of layers.
fn operation<'a>(
    layer: &'a Layer,
    inputs: &'a [Shape],
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    match &layer.kind {
        LayerKind::Class(class, args) => {
            let call = Call { class, args, inputs };
            (class.facets.lower)(&call, found).map_err(|mistake| located(mistake, layer, &call))
        }
        LayerKind::Custom(custom) => {
            let arguments = custom.arguments().into_iter().map(|(name, value)| Argument {
                name,
                value: lower::argument(value, found.scratch),
            });
            let arguments: Vec<_> = arguments.collect();
            let arguments = List::new(&arguments, found.scratch);
            Ok(Operation::Opaque(Opaque { arguments }))
        }
        LayerKind::Input | LayerKind::Sequential(_) | LayerKind::Model(_) => {
            Ok(Operation::Identity)
        }
    }
}

/// Mistakes of lowering are in arguments that no rule looks at.
fn located(mistake: Mistake, layer: &Layer, call: &Call<'_>) -> Mistake {
    let argument = match mistake.place {
        Place::Argument(name) => call.args.loc(name),
        Place::Layer | Place::Input(_) => None,
    };
    let loc: Loc = mistake.loc.or(argument).unwrap_or(layer.loc);
    Mistake { loc: Some(loc), ..mistake }
}

/// Sizes of axes.
fn sizes<'a>(shape: &Shape, scratch: &'a Scratch) -> List<'a, AxisSize<'a>> {
    let texts: Vec<String> = shape
        .iter()
        .map(|dim| match dim {
            Dim::Symbolic(size) => size.to_string(),
            Dim::Known(_) | Dim::Unknown => String::new(),
        })
        .collect();
    let sizes = shape.iter().zip(texts).map(|(dim, text)| match dim {
        Dim::Known(size) => AxisSize::Known(*size),
        Dim::Unknown => AxisSize::Unknown,
        Dim::Symbolic(_) => AxisSize::Symbolic(scratch.text(text)),
    });
    List::new(&sizes.collect::<Vec<_>>(), scratch)
}

impl<'a> Found<'a> {
    /// The calls of the layer of this number inside a wrapper. Its weights are those of the wrapper that are the same
    /// variables; copies, which are variables of their own, are the weights of the wrapper from `first` on.
    pub(crate) fn block(&self, body: usize, first: usize) -> Result<Block<'a>, Mistake> {
        self.block_with(body, first, core::convert::identity)
    }

    /// The same with operations changed.
    pub(crate) fn block_with(
        &self,
        body: usize,
        first: usize,
        change: fn(Operation<'a>) -> Operation<'a>,
    ) -> Result<Block<'a>, Mistake> {
        let missing = || Mistake::new(Place::Layer, "the layer inside was not inferred");
        let body = self.bodies.get(body).ok_or_else(missing)?;
        block(body, self.weights, first, change, self.scratch)
    }
}

impl Operation<'_> {
    /// The recurrent layer that runs the other way.
    pub(crate) fn turned(mut self) -> Self {
        let sequence = match &mut self {
            Self::Recurrent(it) => &mut it.sequence,
            Self::Rnn(it) => &mut it.sequence,
            Self::ConvLstm(it) => &mut it.sequence,
            _ => return self,
        };
        sequence.backwards = !sequence.backwards;
        self
    }
}

/// Calls inside a wrapper, whose weights are those around them.
fn block<'a>(
    body: &'a Body,
    around: &[Weight],
    first: usize,
    change: fn(Operation<'a>) -> Operation<'a>,
    scratch: &'a Scratch,
) -> Result<Block<'a>, Mistake> {
    let mut tensors: Vec<(&Shape, DType)> =
        body.inputs().iter().map(|shape| (shape, DType::default())).collect();
    let mut calls = Vec::with_capacity(body.calls().len());
    let mut copies = first;
    for call in body.calls() {
        let Inner { layer, inputs, outputs, weights, bodies, .. } = call;
        let given = inputs.iter().filter_map(|Wire(wire)| tensors.get(*wire));
        let given = scratch.keep_shapes(given.map(|(shape, _)| (*shape).clone()).collect());
        let found = Found { outputs, weights, bodies, scratch };
        let operation = match call.unfolded() {
            Some(inside) => Operation::Pipeline(super::operation::Pipeline {
                layers: block(inside, weights, 0, core::convert::identity, scratch)?,
            }),
            None => operation(layer, given, &found)?,
        };
        let numbers: Vec<usize> = weights
            .iter()
            .map(|weight| {
                around
                    .iter()
                    .position(|it| it.key.is_some() && it.key == weight.key)
                    .unwrap_or_else(|| {
                        copies += 1;
                        copies - 1
                    })
            })
            .collect();
        calls.push(InnerCall {
            name: &layer.name,
            class: layer.class_name(),
            operation: change(operation),
            inputs: List::new(&inputs.iter().map(|Wire(wire)| *wire).collect::<Vec<_>>(), scratch),
            outputs: outputs.len(),
            weights: List::new(&numbers, scratch),
        });
        tensors.extend(outputs.iter().map(|shape| (shape, layer.dtype)));
    }
    let tensors: Vec<InnerTensor<'a>> = tensors
        .into_iter()
        .map(|(shape, dtype)| InnerTensor { shape: sizes(shape, scratch), dtype })
        .collect();
    let outputs: Vec<usize> = body.outputs().iter().map(|Wire(wire)| *wire).collect();
    Ok(Block {
        inputs: body.inputs().len(),
        tensors: List::new(&tensors, scratch),
        calls: List::new(&calls, scratch),
        outputs: List::new(&outputs, scratch),
    })
}

/// Training facts of each variable, from the layer that owns it.
fn trainings(lowered: &Lowered) -> Result<Vec<Training>, Mistake> {
    let mut trainings = alloc::vec![lower::training_of_own(); lowered.variables().len()];
    let mut is_known = alloc::vec![false; trainings.len()];
    for step in lowered.steps() {
        let Some(site) = lowered.layer(step.site) else { continue };
        if site.variables.iter().all(|id| is_known.get(id.0) == Some(&true)) {
            continue;
        }
        let found = of_weights(&site.layer, &step.weights, &step.bodies)?;
        for (id, training) in site.variables.iter().zip(found) {
            if let (Some(slot), Some(is_known)) = (trainings.get_mut(id.0), is_known.get_mut(id.0))
            {
                (*slot, *is_known) = (training, true);
            }
        }
    }
    Ok(trainings)
}

/// The same for the weights of one call, those of the layers inside a wrapper among them.
fn of_weights(
    layer: &Layer,
    weights: &[Weight],
    bodies: &[alloc::rc::Rc<Body>],
) -> Result<Vec<Training>, Mistake> {
    let mut inside: Vec<Option<Training>> = alloc::vec![None; weights.len()];
    let mut copies = 0;
    for body in bodies {
        for call in body.calls() {
            let of_call = of_weights(&call.layer, &call.weights, &call.bodies)?;
            for (weight, training) in call.weights.iter().zip(of_call) {
                let same = |it: &Weight| it.key.is_some() && it.key == weight.key;
                let place = weights.iter().position(same).unwrap_or_else(|| {
                    copies += 1;
                    copies - 1
                });
                if let Some(slot) = inside.get_mut(place) {
                    *slot = Some(training);
                }
            }
        }
    }
    weights
        .iter()
        .zip(inside)
        .map(|(weight, inside)| match inside {
            Some(training) => Ok(training),
            None => called(layer, &[], |call| lower::training(call, weight))
                .map(|training| training.unwrap_or_else(lower::training_of_own)),
        })
        .collect()
}

impl Scratch {
    /// Keeps a text.
    #[must_use]
    pub fn text(&self, text: String) -> &str {
        // The bytes of a text are a text.
        core::str::from_utf8(self.keep(text.into_bytes())).unwrap_or_default()
    }
}
