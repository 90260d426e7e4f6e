//! The calls inside a model or a chain, as they run on the shapes of one call.

use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;
use rustc_hash::FxHashMap as HashMap;

use super::{Connection, Row, size_inside, size_of_shapes};
use crate::layers::{Inferred, Layer, LayerKind, Mistake, Place, Weight};
use crate::operations::Operations;
use crate::shape::Shape;

/// Maximum number of calls in a model, those inside nested models and chains counted one by one: 10,000 layers, and room
/// for the inputs of the model.
pub const CALL_LIMIT: usize = 12_000;

/// A tensor of a [`Body`], by number: first its inputs, then the outputs of each call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Wire(pub usize);

/// The calls inside a layer that is made of layers, in the order in which they run. Calls that no output depends on are
/// left out.
///
/// A model called on the shapes of its declaration shares one body between all calls; a call on other shapes has a body of
/// its own, which keeps what inference found. So nothing that reads a body runs a rule.
#[derive(Debug, Default)]
pub struct Body {
    inputs: Vec<Shape>,
    calls: Vec<Inner>,
    outputs: Vec<Wire>,
    wires: usize,
    flat: usize,
    size: usize,
}

/// One call of a [`Body`].
#[derive(Clone, Debug)]
pub struct Inner {
    /// The layer, with values for the symbols of the model around it.
    pub layer: Rc<Layer>,
    /// Number of this call among those of the layer.
    pub number: usize,
    /// Tensors that it reads.
    pub inputs: Vec<Wire>,
    /// First of its outputs, which follow each other.
    pub first: Wire,
    /// Shape of each output.
    pub outputs: Vec<Shape>,
    /// Weights of the layer.
    pub weights: Rc<[Weight]>,
    /// Cost of the call.
    pub operations: Operations,
    /// The calls inside: one body for a model or a chain, one for each layer inside a wrapper.
    pub bodies: Vec<Rc<Body>>,
}

impl Inner {
    /// Its outputs.
    pub fn wires(&self) -> impl Iterator<Item = Wire> + use<> {
        let first = self.first.0;
        (0..self.outputs.len()).map(move |output| Wire(first + output))
    }

    /// The calls inside, where the layer only stands for them: a model or a chain.
    #[must_use]
    pub fn unfolded(&self) -> Option<&Rc<Body>> {
        match self.layer.kind {
            LayerKind::Model(_) | LayerKind::Sequential(_) => self.bodies.first(),
            LayerKind::Input | LayerKind::Class(..) | LayerKind::Custom(_) => None,
        }
    }
}

impl Body {
    /// A body on inputs of these shapes, without calls.
    #[must_use]
    pub fn new(inputs: Vec<Shape>) -> Self {
        Self { wires: inputs.len(), size: size_of_shapes(&inputs), inputs, ..Self::default() }
    }

    /// One call on inputs of these shapes: the body of a layer inside a wrapper.
    pub fn single(
        layer: &Rc<Layer>,
        inputs: &[Shape],
        inferred: &Inferred,
    ) -> Result<Rc<Self>, Mistake> {
        let mut body = Self::new(inputs.to_vec());
        let given = (0..inputs.len()).map(Wire).collect();
        let call = body.call(layer, 0, given, inferred.clone())?;
        body.finish(call);
        Ok(Rc::new(body))
    }

    /// Adds a call, and returns its outputs; a mistake where the calls become too many.
    pub(crate) fn call(
        &mut self,
        layer: &Rc<Layer>,
        number: usize,
        inputs: Vec<Wire>,
        inferred: Inferred,
    ) -> Result<Vec<Wire>, Mistake> {
        let Inferred { outputs, weights, operations, bodies, .. } = inferred;
        let weights = weights.into();
        let layer = Rc::clone(layer);
        let first = Wire(self.wires);
        let call = Inner { layer, number, inputs, first, outputs, weights, operations, bodies };
        let wires = self.push(call);
        if self.flat > CALL_LIMIT { Err(too_many()) } else { Ok(wires) }
    }

    /// Adds a call whose outputs get the next numbers, and returns them.
    pub(super) fn push(&mut self, call: Inner) -> Vec<Wire> {
        let call = Inner { first: Wire(self.wires), ..call };
        self.flat = call
            .bodies
            .iter()
            .fold(self.flat.saturating_add(1), |sum, body| sum.saturating_add(body.flat));
        let inside = call.bodies.iter().map(|body| body.size);
        let own = call.layer.name.len() + call.inputs.len() + size_of_shapes(&call.outputs);
        let own = own.saturating_add(size_inside(&call.weights));
        self.size = inside.fold(self.size.saturating_add(own), usize::saturating_add);
        self.wires = self.wires.saturating_add(call.outputs.len());
        let outputs = call.wires().collect();
        self.calls.push(call);
        outputs
    }

    /// Ends the body: these are its outputs.
    pub(crate) fn finish(&mut self, outputs: Vec<Wire>) {
        self.outputs = outputs;
    }

    /// Shapes of the inputs.
    #[must_use]
    pub fn inputs(&self) -> &[Shape] {
        &self.inputs
    }

    /// The calls, in the order in which they run.
    #[must_use]
    pub fn calls(&self) -> &[Inner] {
        &self.calls
    }

    /// The outputs.
    #[must_use]
    pub fn outputs(&self) -> &[Wire] {
        &self.outputs
    }

    /// Number of calls, those inside others counted one by one.
    #[must_use]
    pub fn flat(&self) -> usize {
        self.flat
    }

    /// Sizes of shapes and bytes of names, those inside included.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// Rows of a chain: one for each layer, in the order of first calls. The row of the first layer is connected to
    /// nothing, since the input of a chain has no name.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut places: HashMap<u32, usize> = HashMap::default();
        let mut sources: Vec<Option<Connection>> = self.inputs.iter().map(|_| None).collect();
        for call in &self.calls {
            let inputs = call.inputs.iter();
            let inputs = inputs.filter_map(|Wire(wire)| sources.get(*wire)?.clone());
            let place = *places.entry(call.layer.id).or_insert(rows.len());
            match rows.get_mut(place) {
                Some(row) => {
                    row.inputs.extend(inputs);
                    row.shapes_differ |= row.outputs != call.outputs;
                    row.outputs.clone_from(&call.outputs);
                    row.operations = row.operations.plus_or_unknown(&call.operations);
                }
                None => rows.push(Row {
                    layer: Rc::clone(&call.layer),
                    outputs: call.outputs.clone(),
                    weights: call.weights.to_vec(),
                    inputs: inputs.collect(),
                    shapes_differ: false,
                    rows: rows_inside(&call.layer, &call.bodies),
                    operations: call.operations.clone(),
                }),
            }
            sources.extend((0..call.outputs.len()).map(|output| {
                let layer = Rc::clone(&call.layer.name);
                Some(Connection { layer, call: call.number, output })
            }));
        }
        rows
    }
}

/// The rows inside a layer: those of a model as it was declared, or those of a chain; none for every other layer.
pub(super) fn rows_inside(layer: &Layer, bodies: &[Rc<Body>]) -> Vec<Row> {
    match (&layer.kind, bodies) {
        (LayerKind::Model(graph), _) if layer.trainable => graph.rows(),
        (LayerKind::Model(graph), _) => {
            let mut rows = graph.rows();
            freeze(&mut rows);
            rows
        }
        (LayerKind::Sequential(_), [body, ..]) => body.rows(),
        _ => Vec::new(),
    }
}

/// Freezes all weights of a frozen model.
fn freeze(rows: &mut [Row]) {
    for row in rows {
        row.weights.iter_mut().for_each(|weight| weight.trainable = false);
        freeze(&mut row.rows);
    }
}

/// Mistake of a layer that is called in too large a model.
pub(super) fn too_many() -> Mistake {
    let message = format!("more than {CALL_LIMIT} calls of layers in one model");
    Mistake::new(Place::Layer, message)
        .note("calls inside nested models and chains are counted individually")
}
