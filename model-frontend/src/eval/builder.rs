//! The model being built.

use rustc_hash::FxHashSet as HashSet;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc};
use modelwright_core::graph::{Graph, Tensor};
use modelwright_core::layers::Layer;
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;

use super::Evaluator;
use super::limits::Extent;
use super::names::Namer;
use crate::syntax::tree::Model;

/// A model being built.
#[derive(Debug)]
pub(super) struct ModelBuilder<'a> {
    pub(super) model: &'a Model,
    /// The symbols its inputs declare, in order.
    pub(super) symbols: Vec<Rc<str>>,
    /// Names and shapes of its inputs.
    pub(super) inputs: Vec<(Rc<str>, Shape)>,
    pub(super) graph: Graph,
    pub(super) namer: Namer,
    pub(super) data_format: Rc<str>,
    pub(super) dtype: DType,
    /// The layers called in it.
    pub(super) extent: Extent,
    /// True if a mistake may hide the names of layers.
    pub(super) hides_names: bool,
    /// One at each place.
    pub(super) warnings: Vec<Diagnostic>,
    /// Their places.
    pub(super) warned: HashSet<Loc>,
}

impl<'a> ModelBuilder<'a> {
    /// A model without inputs yet.
    pub(super) fn new(model: &'a Model) -> Self {
        let options = &model.options;
        let name = options.name.clone().unwrap_or_else(|| Rc::clone(&model.head.name.text));
        Self {
            graph: Graph::new(name, options.sequential.is_some()),
            namer: Namer::default(),
            data_format: "channels_last".into(),
            dtype: DType::Float32,
            symbols: Vec::new(),
            inputs: Vec::new(),
            model,
            extent: Extent::default(),
            hides_names: false,
            warnings: Vec::new(),
            warned: HashSet::default(),
        }
    }
}

impl Evaluator<'_, '_> {
    /// The shape of a tensor of the model being built.
    pub(super) fn shape_of_tensor(&self, tensor: Tensor) -> Option<&Shape> {
        self.builder.as_ref()?.graph.shape(tensor)
    }

    /// The layer that makes a tensor of the model being built.
    pub(super) fn layer_of_tensor(&self, tensor: Tensor) -> Option<&Rc<Layer>> {
        self.builder.as_ref()?.graph.layer(tensor)
    }
}
