//! The graph of a model: which layer is called on what, and what the calls give.

use alloc::borrow::Cow;
use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::OnceCell;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::dim::{Dim, Symbols};
use crate::layers::with_symbols;
use crate::layers::{Inferred, Layer, LayerKind, Mistake, Place, Weight, WeightKey, infer};
use crate::operations::{Operations, Uncountable};
use crate::shape::Shape;
use crate::totals::{Totals, Variables};

mod advice;
mod body;
mod layout;
mod order;
#[cfg(test)]
mod tests;

use self::body::rows_inside;
pub use self::body::{Body, CALL_LIMIT, Inner, Wire};
use self::order::Order;

/// One output of one call, in the graph it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tensor {
    /// The call, by its place in the graph.
    pub node: usize,
    /// Index of the output of the call.
    pub output: usize,
}

/// One call of a layer.
#[derive(Clone, Debug)]
pub struct Node {
    /// The layer, by its place in the graph.
    pub placed: usize,
    /// Inputs.
    pub inputs: Vec<Tensor>,
    /// Shape of each output.
    pub outputs: Vec<Shape>,
    /// Cost of the call.
    pub operations: Operations,
    /// Symbolic sizes inside a nested model that may be below 1.
    pub inside: Vec<Dim>,
    /// The calls inside.
    pub bodies: Vec<Rc<Body>>,
}

/// One call of a layer, as a graph shows it.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// The call.
    pub node: &'a Node,
    /// The layer.
    pub layer: &'a Rc<Layer>,
    /// The layer's weights.
    pub weights: &'a Rc<[Weight]>,
    /// Index of the call of this layer.
    pub number: usize,
    /// Index of the model input, for an input.
    pub input: Option<usize>,
    /// True if an output depends on it.
    pub reached: bool,
}

/// A layer in a graph.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The layer.
    pub layer: Rc<Layer>,
    /// Its weights.
    pub weights: Rc<[Weight]>,
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
    /// Inputs of its calls, in order.
    pub inputs: Vec<Connection>,
    /// True if its calls have different output shapes.
    pub shapes_differ: bool,
    /// The rows of a nested model.
    pub rows: Vec<Row>,
    /// Cost of all its calls; unknown on overflow, which is an error of the model.
    pub operations: Operations,
}

/// Connection of a row: an output of a call of another layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Name of that layer.
    pub layer: Rc<str>,
    /// Index of the call.
    pub call: usize,
    /// Index of the output.
    pub output: usize,
}

/// A model while it is built, and afterwards.
#[derive(Debug)]
pub struct Graph {
    /// The name shown.
    pub name: Rc<str>,
    /// True for a Keras `Sequential`: a chain without a row for its input.
    pub sequential: bool,
    placed: Vec<Placed>,
    nodes: Vec<Node>,
    places: HashMap<u32, usize>,
    names: HashMap<Rc<str>, usize>,
    inputs: Vec<usize>,
    outputs: Vec<Tensor>,
    /// Cost of all calls: every partial sum fits.
    operations: Operations,
    /// Sums over all weights: every smaller sum fits 64 bits.
    totals: Totals,
    /// The variables in them.
    variables: Variables,
    size: usize,
    /// Calls, those inside others counted one by one.
    flat: usize,
    /// Kept until the graph is changed.
    order: OnceCell<Order>,
    body: OnceCell<Rc<Body>>,
}

impl Graph {
    /// An empty graph.
    #[must_use]
    pub fn new(name: Rc<str>, sequential: bool) -> Self {
        Self {
            name,
            sequential,
            placed: Vec::new(),
            order: OnceCell::new(),
            body: OnceCell::new(),
            nodes: Vec::new(),
            places: HashMap::default(),
            names: HashMap::default(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            operations: Operations::ZERO,
            totals: Totals::default(),
            variables: Variables::default(),
            size: 0,
            flat: 0,
        }
    }

    /// Size of its contents: axes, bytes of names, and those of nested models.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
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
        let operations = self.operations.plus(&inferred.operations)?;
        let inside = inferred.bodies.iter().map(|body| body.flat());
        let flat = inside.fold(self.flat.saturating_add(1), usize::saturating_add);
        if flat > CALL_LIMIT {
            return Err(body::too_many());
        }
        let totals = self.with_weights(layer, &inferred.weights)?;
        (self.operations, self.totals, self.flat) = (operations, totals, flat);
        let outputs = inferred.outputs.len();
        let node = self.push(layer, inputs.to_vec(), inferred);
        Ok((0..outputs).map(|output| Tensor { node, output }).collect())
    }

    /// The sums over all weights with these, which count where the layer was not called before.
    fn with_weights(&self, layer: &Layer, weights: &[Weight]) -> Result<Totals, Mistake> {
        if self.places.contains_key(&layer.id) {
            return Ok(self.totals);
        }
        let new = weights.iter().filter(|weight| !self.variables.contains(weight));
        let totals = new.fold(self.totals, |totals, weight| totals.and(weight));
        let name = &self.name;
        let message = if u64::try_from(totals.params()).is_err() {
            format!("parameter count of `{name}` overflows 64 bits")
        } else if u64::try_from(totals.bytes()).is_err() {
            format!("parameter bytes of `{name}` overflow 64 bits")
        } else {
            return Ok(totals);
        };
        Err(Mistake::new(Place::Layer, message))
    }

    /// Ends the building: these are the outputs.
    pub fn finish(&mut self, outputs: Vec<Tensor>) {
        self.outputs = outputs;
        self.changed();
    }

    /// Forgets what is kept until the graph is changed.
    fn changed(&mut self) {
        self.order.take();
        self.body.take();
    }

    fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::of(self))
    }

    /// The inputs: layer and shape.
    pub fn inputs(&self) -> impl Iterator<Item = (&Rc<Layer>, &Shape)> {
        self.inputs.iter().filter_map(|index| {
            let node = self.nodes.get(*index)?;
            Some((&self.placed.get(node.placed)?.layer, node.outputs.first()?))
        })
    }

    /// The outputs.
    #[must_use]
    pub fn outputs(&self) -> &[Tensor] {
        &self.outputs
    }

    /// Every call in the order it was made, which is an order they can run in.
    pub fn calls(&self) -> impl Iterator<Item = Called<'_>> {
        let reached = &self.order().reached;
        self.nodes.iter().zip(reached).enumerate().filter_map(|(index, (node, &reached))| {
            let placed = self.placed.get(node.placed)?;
            Some(Called {
                node,
                layer: &placed.layer,
                weights: &placed.weights,
                // Calls and inputs are added in order.
                number: placed.calls.binary_search(&index).ok()?,
                input: self.inputs.binary_search(&index).ok(),
                reached,
            })
        })
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

    /// The weights of a layer that was called.
    #[must_use]
    pub fn weights_of(&self, layer: &Layer) -> &[Weight] {
        let placed = self.places.get(&layer.id).and_then(|place| self.placed.get(*place));
        placed.map_or(&[], |placed| &placed.weights)
    }

    /// The layer of this name.
    #[must_use]
    pub fn layer_named(&self, name: &str) -> Option<&Rc<Layer>> {
        self.placed.get(*self.names.get(name)?).map(|placed| &placed.layer)
    }

    /// Shapes of all outputs of all calls.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.nodes.iter().flat_map(|node| &node.outputs)
    }

    /// The sizes that must be at least 1 and may be below, inside nested models, too, each with the name of the layer here
    /// that has it.
    pub fn may_be_empty(&self) -> impl Iterator<Item = (&str, Dim)> {
        let calls = self.nodes.iter().filter_map(|node| {
            let name = &*self.placed.get(node.placed)?.layer.name;
            let inside = node.inside.iter();
            let sizes = inside.chain(node.outputs.iter().flat_map(|shape| shape.iter()));
            Some(sizes.filter(|dim| dim.may_be_below(1)).map(move |dim| (name, dim.clone())))
        });
        calls.flatten()
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

    /// True if every layer is called once, on the only output of the previous one: Keras then prints no
    /// "Connected to".
    #[must_use]
    pub fn is_chain(&self) -> bool {
        self.order().is_chain
    }

    /// The rows of the summary, in Keras's order.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let reached = &self.order().reached;
        self.shown().map(|placed| self.row(placed, reached)).collect()
    }

    /// The layers that have a row, in Keras's order.
    fn shown(&self) -> impl Iterator<Item = &Placed> {
        let placed = self.order().layers.iter().filter_map(|place| self.placed.get(*place));
        placed.filter(|placed| !(self.sequential && matches!(placed.layer.kind, LayerKind::Input)))
    }

    /// The calls that the outputs depend on, in the order in which they run.
    #[must_use]
    pub fn body(&self) -> &Rc<Body> {
        self.body.get_or_init(|| {
            let mut body = Body::new(self.input_shapes().cloned().collect());
            let mut made: Vec<Vec<Wire>> = Vec::with_capacity(self.nodes.len());
            for call in self.calls() {
                made.push(match call.input {
                    Some(input) => [Wire(input)].to_vec(),
                    None if !call.reached => Vec::new(),
                    None => body.push(Inner {
                        layer: Rc::clone(call.layer),
                        number: call.number,
                        inputs: wires(&made, &call.node.inputs),
                        first: Wire(0),
                        outputs: call.node.outputs.clone(),
                        weights: Rc::clone(call.weights),
                        operations: call.node.operations.clone(),
                        bodies: call.node.bodies.clone(),
                    }),
                });
            }
            body.finish(wires(&made, &self.outputs));
            Rc::new(body)
        })
    }

    /// Operations of every call that the outputs depend on.
    ///
    /// They may be too many even where those of all calls are not: one that is unknown makes that sum unknown.
    pub fn operations(&self) -> Result<Operations, Uncountable> {
        let reached = &self.order().reached;
        let calls = self.nodes.iter().zip(reached).filter(|(_, reached)| **reached);
        calls
            .map(|(node, _)| &node.operations)
            .try_fold(Operations::ZERO, |sum, operations| sum.plus(operations))
    }

    /// Every weight the outputs depend on, once, in row order, each with its layer's name before its path.
    #[must_use]
    pub fn weights(&self) -> Vec<Weight> {
        unique_weights(self.shown_weights().map(|(layer, weights)| (&*layer.name, weights)))
    }

    /// The layers that have a row, in Keras's order, with their weights.
    pub(crate) fn shown_weights(&self) -> impl Iterator<Item = (&Rc<Layer>, &[Weight])> {
        self.shown().map(|placed| (&placed.layer, &*placed.weights))
    }

    /// The keys of [`weights`](Self::weights), in the same order.
    pub(crate) fn weight_keys(&self) -> Vec<WeightKey> {
        let mut seen = HashSet::default();
        let keys = self.shown_weights().flat_map(|(_, weights)| weights);
        keys.filter_map(|weight| weight.key).filter(|key| seen.insert(*key)).collect()
    }

    /// Runs the model as a layer on other shapes than those it was declared with.
    pub fn infer(&self, inputs: &[Shape]) -> Result<Inferred, Mistake> {
        let symbols = self.bind(inputs)?;
        let inferred = if self.input_shapes().eq(inputs) {
            Inferred {
                operations: self.operations()?,
                inside: self.may_be_empty().map(|(_, dim)| dim).collect(),
                bodies: [Rc::clone(self.body())].to_vec(),
                ..Inferred::many(self.output_shapes().cloned())
            }
        } else {
            self.rerun(inputs, &symbols)?
        };
        Ok(Inferred { weights: self.weights(), ..inferred })
    }

    /// The values that these shapes of the inputs give to the symbols.
    pub(crate) fn bind(&self, inputs: &[Shape]) -> Result<Symbols, Mistake> {
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
        let mut symbols = Symbols::new();
        for (index, (declared, found)) in self.input_shapes().zip(inputs).enumerate() {
            let mut axes = declared.iter().zip(found.iter());
            if declared.rank() != found.rank() || !axes.all(|(a, b)| a.bind(b, &mut symbols)) {
                return Err(Mistake::new(
                    Place::Input(index),
                    format!("`{}` expects an input `{declared}`, found `{found}`", self.name),
                ));
            }
        }
        Ok(symbols)
    }

    /// Runs the rules for other shapes of the inputs, which give these values to the symbols, and keeps the calls.
    fn rerun(&self, inputs: &[Shape], symbols: &Symbols) -> Result<Inferred, Mistake> {
        let mut operations = Operations::ZERO;
        let mut inside = Vec::new();
        let mut body = Body::new(inputs.to_vec());
        let mut shapes: Vec<Vec<Shape>> = Vec::with_capacity(self.nodes.len());
        let mut made: Vec<Vec<Wire>> = Vec::with_capacity(self.nodes.len());
        for call in self.calls() {
            if let Some(input) = call.input {
                shapes.push(inputs.get(input).cloned().into_iter().collect());
                made.push([Wire(input)].to_vec());
                continue;
            }
            let given = call.node.inputs.iter();
            let given =
                given.filter_map(|tensor| shapes.get(tensor.node)?.get(tensor.output).cloned());
            let layer = with_symbols(call.layer, symbols);
            let inferred = infer(&layer, &given.collect::<Vec<_>>())?;
            if let Some(placed) = self.placed.get(call.node.placed) {
                self.check_shared(placed, &inferred)?;
            }
            inside.extend(inferred.may_be_empty());
            shapes.push(inferred.outputs.clone());
            if call.reached {
                operations = operations.plus(&inferred.operations)?;
                let inputs = wires(&made, &call.node.inputs);
                made.push(body.call(&layer, call.number, inputs, inferred)?);
            } else {
                made.push(Vec::new());
            }
        }
        let output = |tensor: &Tensor| shapes.get(tensor.node)?.get(tensor.output).cloned();
        let outputs: Vec<Shape> = self.outputs.iter().filter_map(output).collect();
        body.finish(wires(&made, &self.outputs));
        Ok(Inferred {
            operations,
            inside,
            bodies: [Rc::new(body)].to_vec(),
            ..Inferred::many(outputs)
        })
    }

    fn push(&mut self, layer: &Rc<Layer>, inputs: Vec<Tensor>, mut inferred: Inferred) -> usize {
        let place = *self.places.entry(layer.id).or_insert(self.placed.len());
        let mut size = inputs.len().saturating_add(size_of_shapes(&inferred.outputs));
        if place == self.placed.len() {
            let inside = inferred.bodies.iter().map(|body| body.size());
            size = size.saturating_add(size_inside(&inferred.weights));
            size = inside.fold(size, usize::saturating_add);
            self.variables.extend(&inferred.weights);
            self.names.insert(Rc::clone(&layer.name), place);
            self.placed.push(Placed {
                layer: Rc::clone(layer),
                weights: core::mem::take(&mut inferred.weights).into(),
                calls: Vec::new(),
            });
        }
        self.size = self.size.saturating_add(size);
        let node = self.nodes.len();
        if let Some(placed) = self.placed.get_mut(place) {
            placed.calls.push(node);
        }
        let Inferred { outputs, operations, inside, bodies, .. } = inferred;
        self.changed();
        self.nodes.push(Node { placed: place, inputs, outputs, operations, inside, bodies });
        node
    }

    fn check_shared(&self, placed: &Placed, again: &Inferred) -> Result<(), Mistake> {
        let name = &placed.layer.name;
        same_weights(name, &placed.weights, &again.weights).map_err(|mistake| {
            mistake.note(match self.first_input(placed) {
                Some(input) => {
                    format!(
                        "its first call was on `{input}`, which fixed the shapes of its weights"
                    )
                }
                None => "its first call fixed the shapes of its weights".into(),
            })
        })
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
        let first = placed.calls.first().and_then(|call| self.nodes.get(*call));
        Row {
            layer: Rc::clone(&placed.layer),
            outputs: calls.last().map(|node| node.outputs.clone()).unwrap_or_default(),
            weights: placed.weights.to_vec(),
            inputs: calls
                .iter()
                .flat_map(|node| &node.inputs)
                .filter_map(|tensor| self.connection(*tensor))
                .collect(),
            shapes_differ: calls
                .windows(2)
                .any(|pair| pair.first().map(|a| &a.outputs) != pair.last().map(|b| &b.outputs)),
            rows: first.map(|node| rows_inside(&placed.layer, &node.bodies)).unwrap_or_default(),
            operations: calls
                .iter()
                .fold(Operations::ZERO, |sum, node| sum.plus_or_unknown(&node.operations)),
        }
    }

    fn connection(&self, tensor: Tensor) -> Option<Connection> {
        let placed = self.placed.get(self.nodes.get(tensor.node)?.placed)?;
        Some(Connection {
            layer: Rc::clone(&placed.layer.name),
            call: placed.calls.binary_search(&tensor.node).ok()?,
            output: tensor.output,
        })
    }
}

fn size_of_shapes(shapes: &[Shape]) -> usize {
    shapes.iter().flat_map(|shape| shape.iter()).map(|dim| dim.parts()).sum()
}

fn size_inside(weights: &[Weight]) -> usize {
    weights.iter().map(|weight| weight.path.len() + weight.shape.len()).sum()
}

/// Checks that a further call of a layer needs the weights of its first call.
pub(crate) fn same_weights(name: &str, first: &[Weight], again: &[Weight]) -> Result<(), Mistake> {
    let differs = first.iter().zip(again).find(|(before, now)| before.shape != now.shape);
    let Some((before, now)) = differs else { return Ok(()) };
    let shape = |dims: &[usize]| Shape::new(dims.iter().copied());
    Err(Mistake::new(
        Place::Layer,
        format!(
            "shared layer `{name}` has `{}` of shape `{}`, this call needs `{}`",
            before.path,
            shape(&before.shape),
            shape(&now.shape),
        ),
    ))
}

/// The weights of some rows, each once, with the name of the row before its path.
fn unique_weights<'a>(rows: impl Iterator<Item = (&'a str, &'a [Weight])>) -> Vec<Weight> {
    let mut seen = HashSet::default();
    let mut unique = Vec::new();
    for (name, weights) in rows {
        for weight in weights {
            if weight.key.is_none_or(|key| seen.insert(key)) {
                let path = Cow::Owned(format!("{name}/{}", weight.path));
                unique.push(Weight { path, ..weight.clone() });
            }
        }
    }
    unique
}

/// The tensors of a body that stand for these of a graph, of whose calls these were made.
fn wires(made: &[Vec<Wire>], tensors: &[Tensor]) -> Vec<Wire> {
    let wire = |tensor: &Tensor| made.get(tensor.node)?.get(tensor.output).copied();
    tensors.iter().filter_map(wire).collect()
}
