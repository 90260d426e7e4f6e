//! Memory for activations: what is live when, and where it lies in one arena.
//!
//! Calls run one after the other in the order they are written, nested models unfolded. A tensor is live from the
//! call that makes it to the last call that reads it; the model's inputs are live from the start, its outputs to the
//! end. A call that may work in place (see [`Class::works_in_place`]) writes over an input of as many bytes that
//! nothing reads later.
//!
//! What a layer needs while it runs is not counted: the scores inside an attention, the steps of a recurrent layer,
//! the layer inside a wrapper.
//!
//! [`Class::works_in_place`]: crate::layers::Class::works_in_place

use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::dim::{Dim, TooLarge};
use crate::graph::Graph;
use crate::layers::{Layer, LayerKind, infer, with_symbols};
use crate::shape::Shape;
use crate::spec::DType;

mod arena;
mod live;
#[cfg(test)]
mod tests;

pub use self::arena::{DEFAULT_ALIGNMENT, Place, Plan, plan};
pub use self::live::{InPlace, Lifetime, Live, peak};

/// With more calls or tensors than this no memory is planned.
const CALL_LIMIT: usize = 10_000;

/// One tensor.
#[derive(Clone, Debug)]
pub struct Tensor {
    /// Name of the layer that makes it, with the nested models it is in before it: `encoder/conv2d`.
    pub layer: Rc<str>,
    /// Which call of that layer makes it.
    pub call: usize,
    /// Which output of that call it is.
    pub output: usize,
    /// Its size.
    pub bytes: Dim,
    shape: Shape,
}

impl Tensor {
    /// A tensor of this many bytes.
    #[must_use]
    pub fn new(layer: Rc<str>, call: usize, output: usize, bytes: usize) -> Self {
        Self { layer, call, output, bytes: Dim::Known(bytes), shape: Shape::new([bytes]) }
    }
}

/// One call: tensors by their place in the schedule.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// What it reads.
    pub inputs: Vec<usize>,
    /// What it makes.
    pub outputs: Vec<usize>,
    /// Whether its output may take the place of an input.
    pub in_place: bool,
}

/// The calls of a model in the order they run, and the tensors between them.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// All tensors.
    pub tensors: Vec<Tensor>,
    /// Where the model's inputs are written, then its calls.
    pub steps: Vec<Step>,
    /// The outputs of the model.
    pub outputs: Vec<usize>,
}

/// Bytes of all outputs of one call of a layer; `None` where a size is not known.
pub fn output_bytes(layer: &Layer, outputs: &[Shape]) -> Result<Option<usize>, TooLarge> {
    let mut sum = Dim::Known(0);
    for (output, shape) in outputs.iter().enumerate() {
        sum = sum.plus(bytes(shape, output_dtype(layer, output))?)?;
    }
    Ok(sum.known())
}

fn bytes(shape: &Shape, dtype: DType) -> Result<Dim, TooLarge> {
    Ok(shape.elements()?.times(dtype.bits())?.div_ceil(8))
}

/// The dtype of an output: the layer's, or that of the layer inside which makes it.
fn output_dtype(layer: &Layer, output: usize) -> DType {
    let inside = match &layer.kind {
        LayerKind::Sequential(layers) => layers.last().map(|layer| (layer, output)),
        LayerKind::Model(graph) => graph
            .outputs()
            .get(output)
            .and_then(|tensor| Some((graph.layer(*tensor)?, tensor.output))),
        LayerKind::Input | LayerKind::Class(..) | LayerKind::Custom(_) => None,
    };
    inside.map_or(layer.dtype, |(layer, output)| output_dtype(layer, output))
}

/// Why a schedule ends before the model does.
enum Stop {
    /// A size is not known, or there are too many calls or tensors.
    Unknown,
    TooLarge,
}

impl From<TooLarge> for Stop {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

impl Schedule {
    /// The schedule of a model; `None` where a size is not known, or where it makes more than 10,000 calls or tensors.
    pub fn of(graph: &Graph) -> Result<Option<Self>, TooLarge> {
        let mut schedule = Self::default();
        let made: Result<(), Stop> = (|| {
            let mut inputs = Vec::new();
            for (layer, shape) in graph.inputs() {
                inputs.push(schedule.tensor(layer, "", (0, 0), shape)?);
            }
            schedule.steps.push(Step { outputs: inputs.clone(), ..Step::default() });
            schedule.outputs = schedule.model(graph, &inputs, "")?;
            Ok(())
        })();
        match made {
            Ok(()) => Ok(Some(schedule)),
            Err(Stop::Unknown) => Ok(None),
            Err(Stop::TooLarge) => Err(TooLarge),
        }
    }

    /// The tensors that are live where the plan has its peak, the largest first. Of those that are made in place of
    /// each other, the last.
    #[must_use]
    pub fn at_peak<'a>(&'a self, plan: &'a Plan) -> Vec<(&'a Tensor, &'a Place)> {
        let step = plan.peak_step;
        let mut live: Vec<(&Tensor, &Place)> = Vec::new();
        for (tensor, place) in self.tensors.iter().zip(&plan.places) {
            if place.lifetime.first <= step && step <= place.lifetime.last {
                live.retain(|(_, before)| before.offset != place.offset);
                live.push((tensor, place));
            }
        }
        live.sort_by_key(|(_, place)| core::cmp::Reverse(place.bytes));
        live
    }

    fn tensor(
        &mut self,
        layer: &Layer,
        prefix: &str,
        (call, output): (usize, usize),
        shape: &Shape,
    ) -> Result<usize, Stop> {
        let bytes = bytes(shape, layer.dtype)?;
        if bytes == Dim::Unknown {
            return Err(Stop::Unknown);
        }
        if self.tensors.len() > CALL_LIMIT {
            return Err(Stop::Unknown);
        }
        let layer = format!("{prefix}{}", layer.name).into();
        self.tensors.push(Tensor { layer, call, output, bytes, shape: shape.clone() });
        Ok(self.tensors.len() - 1)
    }

    /// The calls of a model on these tensors. Gives its outputs.
    fn model(&mut self, graph: &Graph, inputs: &[usize], prefix: &str) -> Result<Vec<usize>, Stop> {
        let given = self.shapes(inputs);
        let as_declared = graph.input_shapes().eq(given.iter());
        // The same shapes were accepted when the model was built.
        let symbols = graph.bind(&given).map_err(|_| Stop::Unknown)?;
        let mut made: Vec<Vec<usize>> = Vec::new();
        for call in graph.calls() {
            let outputs = match call.input {
                Some(index) => inputs.get(index).copied().into_iter().collect(),
                None if !call.reached => Vec::new(),
                None => {
                    let given: Vec<usize> = call
                        .node
                        .inputs
                        .iter()
                        .filter_map(|tensor| made.get(tensor.node)?.get(tensor.output).copied())
                        .collect();
                    let outputs = as_declared.then_some(&*call.node.outputs);
                    let layer = with_symbols(call.layer, &symbols);
                    self.call(&layer, call.number, &given, outputs, prefix)?
                }
            };
            made.push(outputs);
        }
        let output = |tensor: &crate::graph::Tensor| {
            made.get(tensor.node).and_then(|outputs| outputs.get(tensor.output)).copied()
        };
        Ok(graph.outputs().iter().filter_map(output).collect())
    }

    /// One call, or the calls inside it. Gives its outputs.
    fn call(
        &mut self,
        layer: &Layer,
        number: usize,
        inputs: &[usize],
        outputs: Option<&[Shape]>,
        prefix: &str,
    ) -> Result<Vec<usize>, Stop> {
        let inside = || format!("{prefix}{}/", layer.name);
        match &layer.kind {
            LayerKind::Model(graph) => return self.model(graph, inputs, &inside()),
            LayerKind::Sequential(layers) => {
                let mut tensors = inputs.to_vec();
                for (index, inner) in layers.iter().enumerate() {
                    let before = layers.iter().take(index).filter(|other| other.id == inner.id);
                    tensors = self.call(inner, before.count(), &tensors, None, &inside())?;
                }
                return Ok(tensors);
            }
            LayerKind::Input | LayerKind::Class(..) | LayerKind::Custom(_) => {}
        }
        if self.steps.len() > CALL_LIMIT {
            return Err(Stop::Unknown);
        }
        let inferred;
        let shapes = match outputs {
            Some(shapes) => shapes,
            None => {
                // The same call was accepted when the model was built.
                inferred = infer(layer, &self.shapes(inputs)).map_err(|_| Stop::Unknown)?;
                &*inferred.outputs
            }
        };
        let mut made = Vec::with_capacity(shapes.len());
        for (output, shape) in shapes.iter().enumerate() {
            made.push(self.tensor(layer, prefix, (number, output), shape)?);
        }
        let in_place = matches!(&layer.kind, LayerKind::Class(class, _) if class.works_in_place());
        self.steps.push(Step { inputs: inputs.to_vec(), outputs: made.clone(), in_place });
        Ok(made)
    }

    fn shapes(&self, tensors: &[usize]) -> Vec<Shape> {
        let shape = |tensor: &usize| self.tensors.get(*tensor).map(|tensor| tensor.shape.clone());
        tensors.iter().filter_map(shape).collect()
    }
}
