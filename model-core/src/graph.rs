//! The graph of a model: which layer is called on what, and what the calls give.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::layers::{Inferred, Layer, LayerKind, Mistake, Place, Weight, infer};
use crate::shape::Shape;

mod advice;
mod order;

/// One output of one call, in the graph it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tensor {
    /// The call, by its place in the graph.
    pub node: usize,
    /// Which of the call's outputs it is.
    pub output: usize,
}

/// One call of a layer.
#[derive(Clone, Debug)]
pub struct Node {
    /// The layer, by its place in the graph.
    pub placed: usize,
    /// What it is called on.
    pub inputs: Vec<Tensor>,
    /// Shape of each output.
    pub outputs: Vec<Shape>,
}

/// A layer in a graph.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The layer.
    pub layer: Rc<Layer>,
    /// Its weights.
    pub weights: Vec<Weight>,
    /// The rows of a nested model.
    pub rows: Vec<Row>,
    /// Its calls, by their place in the graph.
    pub calls: Vec<usize>,
}

/// One row of a model's summary.
#[derive(Clone, Debug)]
pub struct Row {
    /// The layer.
    pub layer: Rc<Layer>,
    /// Shapes of the outputs of its last call.
    pub outputs: Vec<Shape>,
    /// Its weights.
    pub weights: Vec<Weight>,
    /// What its calls are made on, in order.
    pub inputs: Vec<Connection>,
    /// Whether its calls give different shapes.
    pub shapes_differ: bool,
    /// The rows of a nested model.
    pub rows: Vec<Row>,
}

/// What a row is connected to: one output of one call of another layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Name of that layer.
    pub layer: Rc<str>,
    /// Which of its calls.
    pub call: usize,
    /// Which output of that call.
    pub output: usize,
}

/// A model while it is built, and afterwards.
#[derive(Debug)]
pub struct Graph {
    /// The name shown.
    pub name: Rc<str>,
    /// Whether the model is a Keras `Sequential`: a chain without a row for its input.
    pub sequential: bool,
    placed: Vec<Placed>,
    nodes: Vec<Node>,
    places: BTreeMap<u32, usize>,
    names: BTreeMap<Rc<str>, usize>,
    inputs: Vec<usize>,
    outputs: Vec<Tensor>,
}

impl Graph {
    /// An empty graph.
    #[must_use]
    pub fn new(name: Rc<str>, sequential: bool) -> Self {
        Self {
            name,
            sequential,
            placed: Vec::new(),
            nodes: Vec::new(),
            places: BTreeMap::new(),
            names: BTreeMap::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
        }
    }

    /// `Functional` or `Sequential`.
    #[must_use]
    pub fn class_name(&self) -> &'static str {
        if self.sequential { "Sequential" } else { "Functional" }
    }

    /// Adds an input of the model.
    pub fn input(&mut self, layer: &Rc<Layer>, shape: Shape) -> Tensor {
        let node = self.push(layer, Vec::new(), Inferred::one(shape));
        self.inputs.push(node);
        Tensor { node, output: 0 }
    }

    /// Calls a layer on tensors of this graph.
    ///
    /// A layer that was called before must come out with the same weights.
    pub fn call(&mut self, layer: &Rc<Layer>, inputs: &[Tensor]) -> Result<Vec<Tensor>, Mistake> {
        let shapes: Vec<Shape> =
            inputs.iter().filter_map(|tensor| self.shape(*tensor).cloned()).collect();
        let inferred = infer(layer, &shapes)?;
        if let Some(placed) = self.places.get(&layer.id).and_then(|place| self.placed.get(*place)) {
            self.check_shared(placed, &inferred)?;
        }
        let outputs = inferred.outputs.len();
        let node = self.push(layer, inputs.to_vec(), inferred);
        Ok((0..outputs).map(|output| Tensor { node, output }).collect())
    }

    /// Ends the building: these are the outputs.
    pub fn finish(&mut self, outputs: Vec<Tensor>) {
        self.outputs = outputs;
    }

    /// The shape of a tensor of this graph.
    #[must_use]
    pub fn shape(&self, tensor: Tensor) -> Option<&Shape> {
        self.nodes.get(tensor.node)?.outputs.get(tensor.output)
    }

    /// The layer a tensor of this graph comes from.
    #[must_use]
    pub fn layer(&self, tensor: Tensor) -> Option<&Rc<Layer>> {
        let placed = self.nodes.get(tensor.node)?.placed;
        self.placed.get(placed).map(|placed| &placed.layer)
    }

    /// The layer of this name.
    #[must_use]
    pub fn layer_named(&self, name: &str) -> Option<&Rc<Layer>> {
        self.placed.get(*self.names.get(name)?).map(|placed| &placed.layer)
    }

    /// Shapes of the inputs.
    pub fn input_shapes(&self) -> impl Iterator<Item = &Shape> {
        self.inputs.iter().filter_map(|node| self.nodes.get(*node)?.outputs.first())
    }

    /// Shapes of the outputs.
    pub fn output_shapes(&self) -> impl Iterator<Item = &Shape> {
        self.outputs.iter().filter_map(|tensor| self.shape(*tensor))
    }

    /// The way from an input to a tensor, along first inputs: layer names with the shapes they give.
    #[must_use]
    pub fn trail(&self, tensor: Tensor) -> Vec<(Rc<str>, Shape)> {
        let mut trail = Vec::new();
        let mut at = Some(tensor);
        while let Some(tensor) = at {
            let Some(node) = self.nodes.get(tensor.node) else { break };
            if let (Some(placed), Some(shape)) =
                (self.placed.get(node.placed), node.outputs.get(tensor.output))
            {
                trail.push((Rc::clone(&placed.layer.name), shape.clone()));
            }
            at = node.inputs.first().copied();
        }
        trail.reverse();
        trail
    }

    /// Whether every layer is called once, on the only output of the one before: Keras then prints no
    /// "Connected to".
    #[must_use]
    pub fn is_chain(&self) -> bool {
        order::order(self).is_chain
    }

    /// The rows of the summary, in Keras's order.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let order = order::order(self);
        order
            .layers
            .iter()
            .filter_map(|place| self.placed.get(*place))
            .filter(|placed| !(self.sequential && matches!(placed.layer.kind, LayerKind::Input)))
            .map(|placed| self.row(placed, &order.reached))
            .collect()
    }

    /// Every weight the outputs depend on, once, in row order, each with its layer's name before its path.
    #[must_use]
    pub fn weights(&self) -> Vec<Weight> {
        unique_weights(&self.rows())
    }

    /// Runs the model as a layer on other shapes than those it was declared with.
    pub fn infer(&self, inputs: &[Shape]) -> Result<Inferred, Mistake> {
        if inputs.len() != self.inputs.len() {
            let plural = if self.inputs.len() == 1 { "" } else { "s" };
            return Err(Mistake::new(
                Place::Layer,
                format!(
                    "`{}` takes {} input{plural}, found {}",
                    self.name,
                    self.inputs.len(),
                    inputs.len()
                ),
            ));
        }
        for (index, (declared, found)) in self.input_shapes().zip(inputs).enumerate() {
            if !declared.is_compatible(found) {
                return Err(Mistake::new(
                    Place::Input(index),
                    format!("`{}` expects an input `{declared}`, found `{found}`", self.name),
                ));
            }
        }
        let outputs = if self.input_shapes().eq(inputs) {
            self.output_shapes().cloned().collect()
        } else {
            self.rerun(inputs)?
        };
        let rows = self.rows();
        Ok(Inferred { outputs, weights: unique_weights(&rows), rows })
    }

    /// The shapes of the outputs for other shapes of the inputs.
    fn rerun(&self, inputs: &[Shape]) -> Result<Vec<Shape>, Mistake> {
        let mut shapes: Vec<Vec<Shape>> = Vec::with_capacity(self.nodes.len());
        let at = |shapes: &[Vec<Shape>], tensor: &Tensor| {
            shapes.get(tensor.node)?.get(tensor.output).cloned()
        };
        for (index, node) in self.nodes.iter().enumerate() {
            if let Some(place) = self.inputs.iter().position(|input| *input == index) {
                shapes.push(inputs.get(place).cloned().into_iter().collect());
                continue;
            }
            let given: Vec<Shape> =
                node.inputs.iter().filter_map(|tensor| at(&shapes, tensor)).collect();
            let outputs = match self.placed.get(node.placed) {
                Some(placed) => {
                    let inferred = infer(&placed.layer, &given)?;
                    self.check_shared(placed, &inferred)?;
                    inferred.outputs
                }
                None => Vec::new(),
            };
            shapes.push(outputs);
        }
        Ok(self.outputs.iter().filter_map(|tensor| at(&shapes, tensor)).collect())
    }

    fn push(&mut self, layer: &Rc<Layer>, inputs: Vec<Tensor>, inferred: Inferred) -> usize {
        let place = *self.places.entry(layer.id).or_insert(self.placed.len());
        if place == self.placed.len() {
            self.names.insert(Rc::clone(&layer.name), place);
            self.placed.push(Placed {
                layer: Rc::clone(layer),
                weights: inferred.weights,
                rows: inferred.rows,
                calls: Vec::new(),
            });
        }
        let node = self.nodes.len();
        if let Some(placed) = self.placed.get_mut(place) {
            placed.calls.push(node);
        }
        self.nodes.push(Node { placed: place, inputs, outputs: inferred.outputs });
        node
    }

    fn check_shared(&self, placed: &Placed, again: &Inferred) -> Result<(), Mistake> {
        let first = placed.weights.iter();
        let differs = first.zip(&again.weights).find(|(before, now)| before.shape != now.shape);
        let Some((before, now)) = differs else { return Ok(()) };
        let shape = |dims: &[usize]| Shape::new(dims.iter().copied());
        Err(Mistake::new(
            Place::Layer,
            format!(
                "shared layer `{}` has `{}` of shape `{}`, this call needs `{}`",
                placed.layer.name,
                before.path,
                shape(&before.shape),
                shape(&now.shape),
            ),
        )
        .note(match self.first_input(placed) {
            Some(input) => {
                format!("its first call was on `{input}`, which fixed the shapes of its weights")
            }
            None => "its first call fixed the shapes of its weights".into(),
        }))
    }

    fn first_input(&self, placed: &Placed) -> Option<&Shape> {
        let node = self.nodes.get(*placed.calls.first()?)?;
        self.shape(*node.inputs.first()?)
    }

    fn row(&self, placed: &Placed, reached: &[bool]) -> Row {
        let calls: Vec<&Node> = placed
            .calls
            .iter()
            .filter(|call| reached.get(**call).copied().unwrap_or(false))
            .filter_map(|call| self.nodes.get(*call))
            .collect();
        Row {
            layer: Rc::clone(&placed.layer),
            outputs: calls.last().map(|node| node.outputs.clone()).unwrap_or_default(),
            weights: placed.weights.clone(),
            inputs: calls
                .iter()
                .flat_map(|node| &node.inputs)
                .filter_map(|tensor| self.connection(*tensor))
                .collect(),
            shapes_differ: calls
                .windows(2)
                .any(|pair| pair.first().map(|a| &a.outputs) != pair.last().map(|b| &b.outputs)),
            rows: placed.rows.clone(),
        }
    }

    fn connection(&self, tensor: Tensor) -> Option<Connection> {
        let placed = self.placed.get(self.nodes.get(tensor.node)?.placed)?;
        Some(Connection {
            layer: Rc::clone(&placed.layer.name),
            call: placed.calls.iter().position(|call| *call == tensor.node)?,
            output: tensor.output,
        })
    }
}

/// The weights of some rows, each once, with the name of the row before its path.
fn unique_weights(rows: &[Row]) -> Vec<Weight> {
    let mut seen = alloc::collections::BTreeSet::new();
    let mut weights = Vec::new();
    for row in rows {
        for weight in &row.weights {
            if weight.key.is_none_or(|key| seen.insert(key)) {
                let path = Cow::Owned(format!("{}/{}", row.layer.name, weight.path));
                weights.push(Weight { path, ..weight.clone() });
            }
        }
    }
    weights
}
