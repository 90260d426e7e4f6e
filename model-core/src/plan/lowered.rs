//! A model as a list of calls, nested models and chains unfolded: what every pass reads.

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::OnceCell;
use rustc_hash::FxHashMap as HashMap;

use super::{StepId, TensorId, VariableId};
use crate::dim::DimError;
use crate::graph::{Body, Graph, Inner, Wire};
use crate::layers::{Layer, LayerKind, Weight, WeightKey};
use crate::operations::Operations;
use crate::shape::Shape;
use crate::spec::DType;

/// Number of a layer at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SiteId(pub usize);

/// A layer at its path: a layer of a model that is nested twice has two sites.
#[derive(Debug)]
pub struct Site {
    /// The layer.
    pub layer: Rc<Layer>,
    /// The nested model or chain it is in.
    pub parent: Option<SiteId>,
    /// Its variables, one for each weight of the layer.
    pub variables: Vec<VariableId>,
    calls: usize,
    path: OnceCell<Rc<str>>,
}

/// A tensor.
#[derive(Clone, Debug)]
pub struct Tensor {
    /// Sizes of its axes, without the batch.
    pub shape: Shape,
    /// Element type.
    pub dtype: DType,
    /// The layer that makes it.
    pub site: SiteId,
    /// Number of the call that makes it, among those of its site.
    pub call: usize,
    /// Number of the output of that call.
    pub output: usize,
    /// The step that makes it.
    pub first: StepId,
    /// The last step that reads it; for an output of the model, one after the last step.
    pub last: StepId,
}

/// One call of a layer that is not made of layers.
#[derive(Clone, Debug)]
pub struct Step {
    /// The layer.
    pub site: SiteId,
    /// Number of this call among those of its site.
    pub call: usize,
    /// Tensors that it reads, in order.
    pub inputs: Vec<TensorId>,
    /// Tensors that it makes, in order.
    pub outputs: Vec<TensorId>,
    /// The layer's weights.
    pub weights: Rc<[Weight]>,
    /// True if the output may overwrite an input.
    pub may_be_in_place: bool,
    /// Cost of the call.
    pub operations: Operations,
    /// The calls inside a wrapper, a body for each layer.
    pub bodies: Vec<Rc<Body>>,
}

/// A variable: a weight, counted once however often it is used.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The weight, under the path in its layer.
    pub weight: Weight,
    /// The layer of the model, not one inside a nested one, that has it first in row order.
    pub layer: Rc<Layer>,
    /// First of its elements in the flat buffer.
    pub offset: u64,
    /// Number of its elements.
    pub elements: u64,
}

/// A model as calls that run one after the other.
///
/// Linear in the calls of the model, those inside nested models counted one by one; no rule runs.
#[derive(Debug, Default)]
pub struct Lowered {
    sites: Vec<Site>,
    places: HashMap<(Option<SiteId>, u32), SiteId>,
    tensors: Vec<Tensor>,
    steps: Vec<Step>,
    variables: Vec<Variable>,
    inputs: Vec<TensorId>,
    outputs: Vec<TensorId>,
}

/// The variables that stand for the weights of a model's layers.
type Variables = Rc<HashMap<WeightKey, VariableId>>;

impl Lowered {
    /// A model, lowered.
    pub fn of(graph: &Graph) -> Result<Self, DimError> {
        let mut lowered = Self::default();
        let variables = lowered.allocate(graph)?;
        for (layer, shape) in graph.inputs() {
            let site = lowered.site(None, layer, &[], &variables);
            let tensor = lowered.tensor(site, 0, 0, shape, StepId(0));
            lowered.inputs.push(tensor);
        }
        let inputs = lowered.inputs.clone();
        lowered.outputs = lowered.body(graph.body(), &inputs, None, &variables);
        let end = StepId(lowered.steps.len() + 1);
        lowered.read(&lowered.outputs.clone(), end);
        Ok(lowered)
    }

    /// Notes that a step reads these tensors.
    fn read(&mut self, tensors: &[TensorId], step: StepId) {
        for TensorId(id) in tensors {
            if let Some(tensor) = self.tensors.get_mut(*id) {
                tensor.last = step;
            }
        }
    }

    /// The inputs of the model.
    #[must_use]
    pub fn inputs(&self) -> &[TensorId] {
        &self.inputs
    }

    /// The outputs of the model.
    #[must_use]
    pub fn outputs(&self) -> &[TensorId] {
        &self.outputs
    }

    /// The calls, in the order in which they run.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The tensors, in the order in which they are made.
    #[must_use]
    pub fn tensors(&self) -> &[Tensor] {
        &self.tensors
    }

    /// The variables, in the order of the flat buffer.
    #[must_use]
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// A tensor.
    #[must_use]
    pub fn tensor_of(&self, tensor: TensorId) -> Option<&Tensor> {
        self.tensors.get(tensor.0)
    }

    /// A layer at its path.
    #[must_use]
    pub fn layer(&self, site: SiteId) -> Option<&Site> {
        self.sites.get(site.0)
    }

    /// The site of a layer of the model, or of the nested model or chain at `parent`; `None` where no output depends on
    /// it.
    #[must_use]
    pub fn find(&self, parent: Option<SiteId>, layer: &Layer) -> Option<SiteId> {
        self.places.get(&(parent, layer.id)).copied()
    }

    /// Places of a layer's weights in the flat buffer.
    #[must_use]
    pub fn offsets(&self, site: SiteId) -> Vec<u64> {
        let variables = self.layer(site).map(|site| &*site.variables).unwrap_or_default();
        let offset = |id: &VariableId| self.variables.get(id.0).map(|variable| variable.offset);
        variables.iter().filter_map(offset).collect()
    }

    /// Path of a layer: the names of the nested models and chains it is in, and its own, such as `encoder/dense`. Text of
    /// as many names as it is deep, kept once for each site.
    #[must_use]
    pub fn path(&self, site: SiteId) -> Rc<str> {
        let Some(found) = self.layer(site) else { return "".into() };
        let path = found.path.get_or_init(|| match found.parent {
            None => Rc::clone(&found.layer.name),
            Some(parent) => {
                let mut path = String::from(&*self.path(parent));
                path.push('/');
                path.push_str(&found.layer.name);
                path.into()
            }
        });
        Rc::clone(path)
    }

    /// Gives each weight of the model's layers a variable: those of rows in Keras's order, one after the other.
    fn allocate(&mut self, graph: &Graph) -> Result<Variables, DimError> {
        let mut variables = HashMap::default();
        let mut offset = 0_u64;
        for (layer, weights) in graph.shown_weights() {
            for weight in weights {
                let Some(key) = weight.key else { continue };
                if variables.contains_key(&key) {
                    continue;
                }
                let elements = u64::try_from(weight.params()).map_err(|_| DimError::TooLarge)?;
                variables.insert(key, VariableId(self.variables.len()));
                let (weight, layer) = (weight.clone(), Rc::clone(layer));
                self.variables.push(Variable { weight, layer, offset, elements });
                offset = offset.checked_add(elements).ok_or(DimError::TooLarge)?;
            }
        }
        Ok(Rc::new(variables))
    }

    fn site(
        &mut self,
        parent: Option<SiteId>,
        layer: &Rc<Layer>,
        weights: &[Weight],
        variables: &Variables,
    ) -> SiteId {
        *self.places.entry((parent, layer.id)).or_insert_with(|| {
            let variable = |weight: &Weight| variables.get(&weight.key?).copied();
            self.sites.push(Site {
                layer: Rc::clone(layer),
                parent,
                variables: weights.iter().filter_map(variable).collect(),
                calls: 0,
                path: OnceCell::new(),
            });
            SiteId(self.sites.len() - 1)
        })
    }

    fn tensor(
        &mut self,
        site: SiteId,
        call: usize,
        output: usize,
        shape: &Shape,
        step: StepId,
    ) -> TensorId {
        let dtype = self.layer(site).map_or_else(DType::default, |site| site.layer.dtype);
        let shape = shape.clone();
        self.tensors.push(Tensor { shape, dtype, site, call, output, first: step, last: step });
        TensorId(self.tensors.len() - 1)
    }

    /// Unfolds the calls of a body on these tensors, and returns its outputs.
    fn body(
        &mut self,
        body: &Body,
        inputs: &[TensorId],
        parent: Option<SiteId>,
        variables: &Variables,
    ) -> Vec<TensorId> {
        let mut wires = inputs.to_vec();
        for call in body.calls() {
            let inputs = wired(&wires, &call.inputs);
            let site = self.site(parent, &call.layer, &call.weights, variables);
            let made = match call.unfolded() {
                Some(inside) => {
                    let variables = self.inside(site, &call.layer, variables);
                    self.body(inside, &inputs, Some(site), &variables)
                }
                None => self.step(call, site, inputs),
            };
            wires.extend(made);
        }
        wired(&wires, body.outputs())
    }

    /// The variables of the weights inside a nested model, which are its own weights in the same order; a chain has those of
    /// the model around it.
    fn inside(&self, site: SiteId, layer: &Layer, variables: &Variables) -> Variables {
        let LayerKind::Model(graph) = &layer.kind else { return Rc::clone(variables) };
        let keys = graph.weight_keys();
        let own = self.layer(site).map(|site| &*site.variables).unwrap_or_default();
        Rc::new(keys.into_iter().zip(own.iter().copied()).collect())
    }

    fn step(&mut self, call: &Inner, site: SiteId, inputs: Vec<TensorId>) -> Vec<TensorId> {
        let parent = self.layer(site).and_then(|site| site.parent);
        let number = match (parent, self.sites.get_mut(site.0)) {
            // The numbers of Keras, which count calls that no output depends on.
            (None, _) | (_, None) => call.number,
            (Some(_), Some(site)) => {
                site.calls += 1;
                site.calls - 1
            }
        };
        let id = StepId(self.steps.len() + 1);
        self.read(&inputs, id);
        let outputs = call.outputs.iter().enumerate();
        let outputs: Vec<TensorId> =
            outputs.map(|(output, shape)| self.tensor(site, number, output, shape, id)).collect();
        let may_be_in_place = call.layer.works_in_place();
        self.steps.push(Step {
            site,
            call: number,
            inputs,
            outputs: outputs.clone(),
            weights: Rc::clone(&call.weights),
            may_be_in_place,
            operations: call.operations.clone(),
            bodies: call.bodies.clone(),
        });
        outputs
    }
}

fn wired(tensors: &[TensorId], wires: &[Wire]) -> Vec<TensorId> {
    wires.iter().filter_map(|Wire(wire)| tensors.get(*wire).copied()).collect()
}
