//! Memory for activations: what is live when, and where it lies in one arena.
//!
//! Calls run one after the other in the order they are written, nested models unfolded. A tensor is live from the
//! call that makes it to the last call that reads it; the model's inputs are live from the start, its outputs to the
//! end. A call that may work in place (see [`Layer::works_in_place`]) writes over an input of as many bytes that
//! nothing reads later.
//!
//! Working memory of a layer is not counted: the scores inside an attention, the steps of a recurrent layer,
//! the layer inside a wrapper.
//!
//! [`Layer::works_in_place`]: crate::layers::Layer::works_in_place

use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::dim::{Dim, DimError};
use crate::layers::{Layer, LayerKind};
use crate::plan::TensorId;
use crate::plan::lowered::Lowered;
use crate::shape::Shape;
use crate::spec::DType;

mod arena;
mod live;
mod placement;
#[cfg(test)]
mod tests;

pub use self::arena::{DEFAULT_ALIGNMENT, Place, Plan, plan};
pub use self::live::{InPlace, Lifetime, Live, peak};

/// One tensor.
#[derive(Clone, Debug)]
pub struct Tensor {
    /// Name of the layer that makes it, with the nested models it is in before it: `encoder/conv2d`.
    pub layer: Rc<str>,
    /// Index of the call of that layer.
    pub call: usize,
    /// Index of the output of that call.
    pub output: usize,
    /// Its size.
    pub bytes: Dim,
}

impl Tensor {
    /// A tensor of this many bytes.
    #[must_use]
    pub fn new(layer: Rc<str>, call: usize, output: usize, bytes: usize) -> Self {
        Self { layer, call, output, bytes: Dim::Known(bytes) }
    }
}

/// One call: tensors by their place in the schedule.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Tensors that it reads.
    pub inputs: Vec<usize>,
    /// Tensors that it writes.
    pub outputs: Vec<usize>,
    /// True if the output may overwrite an input.
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
pub fn output_bytes(layer: &Layer, outputs: &[Shape]) -> Result<Option<usize>, DimError> {
    let mut sum = Dim::Known(0);
    for (output, shape) in outputs.iter().enumerate() {
        sum = sum.plus(bytes(shape, output_dtype(layer, output))?)?;
    }
    Ok(sum.known())
}

fn bytes(shape: &Shape, dtype: DType) -> Result<Dim, DimError> {
    shape.elements()?.times(dtype.bits())?.div_ceil(8)
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

impl Schedule {
    /// The schedule of a model; `None` where a size is not known.
    pub fn of(lowered: &Lowered) -> Result<Option<Self>, DimError> {
        let mut tensors = Vec::with_capacity(lowered.tensors().len());
        for tensor in lowered.tensors() {
            let bytes = bytes(&tensor.shape, tensor.dtype)?;
            if bytes == Dim::Unknown {
                return Ok(None);
            }
            let (layer, call, output) = (lowered.path(tensor.site), tensor.call, tensor.output);
            tensors.push(Tensor { layer, call, output, bytes });
        }
        let numbers = |tensors: &[TensorId]| tensors.iter().map(|TensorId(id)| *id).collect();
        let mut steps = Vec::with_capacity(lowered.steps().len() + 1);
        steps.push(Step { outputs: numbers(lowered.inputs()), ..Step::default() });
        steps.extend(lowered.steps().iter().map(|step| Step {
            inputs: numbers(&step.inputs),
            outputs: numbers(&step.outputs),
            in_place: step.may_be_in_place,
        }));
        Ok(Some(Self { tensors, steps, outputs: numbers(lowered.outputs()) }))
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
}
