//! Layers, and what a call of one gives.

use alloc::borrow::Cow;
use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::fmt;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::bind::Args;
use super::call::{Call, Fix, Inferred, Mistake, Place, Weight, WeightKey};
use super::class::Class;
use super::facets::{Kernel, Owner};
use super::keys;
use crate::diagnostic::Loc;
use crate::dim::{Dim, Symbols};
use crate::graph::{Body, Graph, Wire, same_weights};
use crate::operations::Operations;
use crate::shape::{AXIS_LIMIT, Shape};
use crate::spec::DType;
use crate::value::Value;

/// A layer: a class with arguments, or a part of a model. The same `Rc` is the same layer, with the same
/// weights.
#[derive(Debug)]
pub struct Layer {
    /// Unique in one expansion.
    pub id: u32,
    /// Unique in its model.
    pub name: Rc<str>,
    /// Where it is written.
    pub loc: Loc,
    /// Kind.
    pub kind: LayerKind,
    /// Trainable flag.
    pub trainable: bool,
    /// dtype of its weights.
    pub dtype: DType,
}

/// Kind of a layer.
#[derive(Debug)]
pub enum LayerKind {
    /// An input of the model.
    Input,
    /// A class of the table, with its arguments.
    Class(&'static Class, Args),
    /// A chain of layers: Keras's `Sequential`.
    Sequential(Vec<Rc<Layer>>),
    /// Another model.
    Model(Rc<Graph>),
    /// A layer whose rule is not in the table.
    Custom(Rc<dyn Custom>),
}

/// A rule from outside the table: what a `layer` item of the language is.
pub trait Custom: fmt::Debug {
    /// The class, as shown in a summary.
    fn class_name(&self) -> &str;

    /// Names and values of its parameters.
    fn arguments(&self) -> Vec<(&str, &Value)>;

    /// Shapes, weights and operations of one call.
    fn infer(&self, inputs: &[Shape]) -> Result<Inferred, Mistake>;

    /// True if the output may overwrite an input of the same size.
    fn works_in_place(&self) -> bool;

    /// True if each output element depends only on the input elements at the same index.
    fn is_elementwise(&self) -> bool;
}

impl Layer {
    /// The Keras class, as shown in a summary.
    #[must_use]
    pub fn class_name(&self) -> &str {
        match &self.kind {
            LayerKind::Input => "InputLayer",
            LayerKind::Class(class, _) => class.name,
            LayerKind::Sequential(_) => "Sequential",
            LayerKind::Model(graph) => graph.class_name(),
            LayerKind::Custom(custom) => custom.class_name(),
        }
    }

    /// True if the output may overwrite a dead input of the same size.
    #[must_use]
    pub fn works_in_place(&self) -> bool {
        match &self.kind {
            LayerKind::Class(class, _) => class.facets.in_place,
            LayerKind::Custom(custom) => custom.works_in_place(),
            LayerKind::Input | LayerKind::Sequential(_) | LayerKind::Model(_) => false,
        }
    }

    /// Shape that the column "Kernel" of a table shows.
    #[must_use]
    pub fn kernel(&self) -> Kernel {
        match &self.kind {
            LayerKind::Class(class, _) => class.facets.kernel,
            LayerKind::Custom(_) => Kernel::Weight,
            LayerKind::Input | LayerKind::Sequential(_) | LayerKind::Model(_) => Kernel::None,
        }
    }

    /// The window of a pooling layer; empty for every other layer.
    #[must_use]
    pub fn window(&self) -> Vec<usize> {
        match &self.kind {
            LayerKind::Class(class, args) if class.facets.kernel == Kernel::Window => {
                args.get(keys::POOL_SIZE).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// True if arguments were written.
    #[must_use]
    pub fn has_arguments(&self) -> bool {
        match &self.kind {
            LayerKind::Class(_, args) => {
                args.iter().any(|(parameter, _)| args.loc(parameter).is_some())
            }
            _ => false,
        }
    }
}

/// Infers a call of a layer.
///
/// Weights come out with the layer's dtype, frozen where the layer is, and with their owner. A frozen model freezes all
/// inside; any other layer only the weights of its own, since layers inside it have a `trainable` of theirs. Source: Keras
/// `Layer._track_variable`, and the setter of `Layer.trainable` for models.
pub fn infer(layer: &Layer, inputs: &[Shape]) -> Result<Inferred, Mistake> {
    match &layer.kind {
        LayerKind::Input => Ok(Inferred::many(inputs.iter().cloned())),
        LayerKind::Class(class, args) => {
            let call = Call { class, args, inputs };
            let mut inferred = (class.rule)(&call)
                .and_then(|inferred| countable(layer, inferred))
                .map_err(|mistake| located(mistake, layer, &call))?;
            if !(layer.trainable || class.facets.weights == Owner::Inside) {
                freeze(&mut inferred);
            }
            Ok(owned(layer, inferred))
        }
        LayerKind::Sequential(layers) => chain(layer, layers, inputs),
        LayerKind::Model(graph) => {
            let mut inferred = graph.infer(inputs).map_err(|mistake| {
                // A mistake of the call itself, not of a layer inside.
                let is_outside = mistake.loc.is_none();
                let mistake = Mistake { loc: Some(layer.loc), ..mistake };
                if is_outside {
                    mistake
                } else {
                    mistake.note(format!("in the nested model `{}`", layer.name))
                }
            })?;
            for weight in &mut inferred.weights {
                weight.key = None;
            }
            if !layer.trainable {
                freeze(&mut inferred);
            }
            Ok(owned(layer, inferred))
        }
        LayerKind::Custom(custom) => {
            let mut inferred = countable(layer, custom.infer(inputs)?)?;
            if !layer.trainable {
                freeze(&mut inferred);
            }
            Ok(owned(layer, inferred))
        }
    }
}

/// Refuses weights that cannot be counted, outputs without elements, and shapes of too many axes.
fn countable(layer: &Layer, inferred: Inferred) -> Result<Inferred, Mistake> {
    let class = layer.class_name();
    let wrong =
        |message| Err(Mistake { loc: Some(layer.loc), ..Mistake::new(Place::Layer, message) });
    for weight in &inferred.weights {
        if weight.shape.len() > AXIS_LIMIT {
            let count = weight.shape.len();
            return wrong(format!(
                "weight `{}` of `{class}` has {count} axes, the limit is {AXIS_LIMIT}",
                weight.path
            ));
        }
        if usize::try_from(weight.params()).is_err() {
            return wrong(format!(
                "element count of weight `{}` of `{class}` overflows",
                weight.path
            ));
        }
    }
    if let Some(output) = inferred.outputs.iter().find(|output| output.rank() > AXIS_LIMIT) {
        let count = output.rank();
        return wrong(format!(
            "`{class}` produces an output of {count} axes, the limit is {AXIS_LIMIT}"
        ));
    }
    match inferred.outputs.iter().find(|output| output.contains(&Dim::Known(0))) {
        Some(output) => wrong(format!("`{class}` produces an empty output `{output}`")),
        None => Ok(inferred),
    }
}

fn freeze(inferred: &mut Inferred) {
    inferred.weights.iter_mut().for_each(|weight| weight.trainable = false);
}

fn owned(layer: &Layer, mut inferred: Inferred) -> Inferred {
    for (index, weight) in inferred.weights.iter_mut().enumerate() {
        weight.dtype.get_or_insert(layer.dtype);
        weight.key.get_or_insert(WeightKey { layer: layer.id, index });
    }
    inferred
}

/// Resolves where a mistake stands, and tries its fixes.
fn located(mut mistake: Mistake, layer: &Layer, call: &Call<'_>) -> Mistake {
    if mistake.loc.is_none() {
        let argument = match mistake.place {
            Place::Argument(name) => call.args.loc(name),
            Place::Layer | Place::Input(_) => None,
        };
        mistake.loc = Some(argument.unwrap_or(layer.loc));
    }
    for Fix { argument, value } in core::mem::take(&mut mistake.fixes) {
        let Some(args) = call.args.with(argument, &value) else { continue };
        let of = format!("with `{argument} = ");
        let retry = Call { args: &args, ..*call };
        if let Ok(inferred) = (call.class.rule)(&retry)
            && let [output, ..] = inferred.outputs.as_slice()
        {
            let gives = format!("the output is `{output}`");
            // One way is enough: `None` and `(0, 0)` may be the same.
            let says_so =
                |help: &alloc::string::String| help.starts_with(&of) && help.ends_with(&gives);
            if !mistake.help.iter().any(says_so) {
                mistake.help.push(format!("{of}{value}` {gives}"));
            }
        }
    }
    mistake
}

/// Runs a chain of layers; a layer that stands in it twice is one layer, called twice.
fn chain(owner: &Layer, layers: &[Rc<Layer>], inputs: &[Shape]) -> Result<Inferred, Mistake> {
    let in_chain = |mistake: Mistake| mistake.note(format!("in the chain `{}`", owner.name));
    let mut outputs = inputs.to_vec();
    let mut weights = Vec::new();
    let mut operations = Operations::ZERO;
    let mut calls: HashMap<u32, (usize, Vec<Weight>)> = HashMap::default();
    let mut seen = HashSet::default();
    let mut inside = Vec::new();
    let mut body = Body::new(inputs.to_vec());
    let mut wires: Vec<Wire> = (0..inputs.len()).map(Wire).collect();
    for layer in layers {
        let inferred = infer(layer, &outputs).map_err(in_chain)?;
        outputs.clone_from(&inferred.outputs);
        operations = operations.plus(&inferred.operations)?;
        inside.extend(inferred.may_be_empty());
        for weight in &inferred.weights {
            if seen.insert(weight.key) {
                let path = Cow::Owned(format!("{}/{}", layer.name, weight.path));
                weights.push(Weight { path, ..weight.clone() });
            }
        }
        let number = match calls.get_mut(&layer.id) {
            Some((number, first)) => {
                same_weights(&layer.name, first, &inferred.weights).map_err(in_chain)?;
                *number += 1;
                *number
            }
            None => {
                calls.insert(layer.id, (0, inferred.weights.clone()));
                0
            }
        };
        wires = body.call(layer, number, wires, inferred)?;
    }
    body.finish(wires);
    let bodies = [Rc::new(body)].to_vec();
    Ok(owned(owner, Inferred { outputs, weights, operations, inside, bodies }))
}

/// The layer with values for the symbols that stand in its arguments.
pub(crate) fn with_symbols(layer: &Rc<Layer>, symbols: &Symbols) -> Rc<Layer> {
    let kind = match &layer.kind {
        LayerKind::Class(class, args) if args.iter().any(|(_, value)| is_symbolic(value)) => {
            LayerKind::Class(class, args.map(|value| valued(value, symbols)))
        }
        LayerKind::Sequential(layers) => {
            LayerKind::Sequential(layers.iter().map(|layer| with_symbols(layer, symbols)).collect())
        }
        _ => return Rc::clone(layer),
    };
    Rc::new(Layer { kind, name: Rc::clone(&layer.name), ..**layer })
}

fn is_symbolic(value: &Value) -> bool {
    match value {
        Value::Size(dim) => matches!(dim, Dim::Symbolic(_)),
        Value::Layer(_) => true,
        _ => value.items().is_some_and(|items| items.iter().any(is_symbolic)),
    }
}

fn valued(value: &Value, symbols: &Symbols) -> Value {
    match value {
        Value::Size(dim) => dim.substitute(symbols).map_or(Value::Size(dim.clone()), Value::from),
        Value::Layer(layer) => Value::Layer(with_symbols(layer, symbols)),
        Value::List(items) => Value::list(items.iter().map(|item| valued(item, symbols))),
        Value::Tuple(items) => Value::tuple(items.iter().map(|item| valued(item, symbols))),
        value => value.clone(),
    }
}
