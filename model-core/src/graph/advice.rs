//! Fixes that lie before the layer that complains: tried on the graph.

use alloc::format;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Graph, Node, Tensor};
use crate::layers::argument::Key;
use crate::layers::{Axes, Class, Layer, LayerKind, find, infer, keys};
use crate::shape::Shape;
use crate::spec::DType;
use crate::value::Value;

impl Graph {
    /// Proposals that make `layer` fit after its call on `inputs` failed for the input at `index`: each fix has
    /// been tried by running the rules.
    #[must_use]
    pub fn advice(&self, layer: &Layer, inputs: &[Tensor], index: usize) -> Option<String> {
        let tensor = *inputs.get(index)?;
        let shape = self.shape(tensor)?;
        let fits = |other: &Shape| {
            let mut shapes: Vec<Shape> =
                inputs.iter().filter_map(|tensor| self.shape(*tensor).cloned()).collect();
            // The same tensor may come twice: query and value.
            for (slot, input) in shapes.iter_mut().zip(inputs) {
                if *input == tensor {
                    slot.clone_from(other);
                }
            }
            infer(layer, &shapes).is_ok()
        };
        // Sums of the model that do not fit are no mistake of a shape.
        if fits(shape) {
            return None;
        }
        let class = layer.class_name();
        let (node, from) = self.producer(tensor)?;
        match &from.kind {
            LayerKind::Input if shape.rank() >= 4 => {
                let without = Shape::new(shape.iter().skip(1).cloned());
                fits(&without).then(|| {
                    format!("shapes omit the batch axis: `{class}` takes an input `{without}`")
                })
            }
            LayerKind::Input if is_integer(from.dtype) => {
                let mut dims = shape.to_vec();
                dims.push(crate::dim::Dim::Known(8));
                fits(&Shape::new(dims)).then(|| {
                    format!(
                        "`Embedding(..)` before it turns each value of `{}` into a vector",
                        from.name
                    )
                })
            }
            // The input of such a layer was what the next one takes, more often than not.
            LayerKind::Class(made, _) if made.facets.axes == Axes::Joined => {
                let before = self.shape(*node.inputs.first()?)?;
                let is_known = shape.iter().all(|dim| dim.known().is_some());
                (is_known && fits(before))
                    .then(|| format!("`{}` comes too early: its input is `{before}`", from.name))
            }
            LayerKind::Class(..) => {
                let whole = self.with(node, from, keys::RETURN_SEQUENCES, true)?;
                fits(&whole).then(|| {
                    format!(
                        "with `return_sequences = true` the output of `{}` is `{whole}`",
                        from.name
                    )
                })
            }
            _ => None,
        }
    }

    /// Proposals that bring a tensor to `rank` axes: a `Flatten` before a run of layers on the last axis, or the
    /// last step of a sequence.
    #[must_use]
    pub fn advice_for_rank(&self, tensor: Tensor, rank: usize) -> Option<String> {
        let shape = self.shape(tensor)?;
        if rank != 1 || shape.rank() < 2 {
            return None;
        }
        let mut at = tensor;
        let mut run: Vec<&Layer> = Vec::new();
        loop {
            let (node, from) = self.producer(at)?;
            let is_run = match &from.kind {
                LayerKind::Class(Class { facets, .. }, _) => {
                    facets.axes.are_kept() || facets.axes == Axes::Rows
                }
                _ => false,
            };
            if is_run && node.inputs.len() == 1 {
                run.push(from);
                at = *node.inputs.first()?;
                continue;
            }
            let through = |start: Shape| {
                run.iter().rev().try_fold(start, |shape, layer| {
                    infer(layer, &[shape]).ok()?.outputs.into_iter().next()
                })
            };
            if let Some(last) = self.with(node, from, keys::RETURN_SEQUENCES, false) {
                let end = through(last)?;
                return (end.rank() == rank).then(|| {
                    format!("with `return_sequences = false` at `{}` it is `{end}`", from.name)
                });
            }
            let first = run.last()?;
            let flatten = find("Flatten")?;
            let flat: usize =
                self.shape(at)?.iter().map(|dim| dim.known()).product::<Option<usize>>()?;
            let end = through(Shape::new([flat]))?;
            return (end.rank() == rank)
                .then(|| format!("with `{}` before `{}` it is `{end}`", flatten.name, first.name));
        }
    }

    fn producer(&self, tensor: Tensor) -> Option<(&Node, &Layer)> {
        let node = self.nodes.get(tensor.node)?;
        Some((node, &self.placed.get(node.placed)?.layer))
    }

    /// The first output of a call with another value for one argument.
    fn with(&self, node: &Node, layer: &Layer, argument: Key<bool>, value: bool) -> Option<Shape> {
        let LayerKind::Class(class, args) = &layer.kind else { return None };
        let args = args.with(argument, &Value::Bool(value))?;
        let shapes: Vec<Shape> =
            node.inputs.iter().filter_map(|tensor| self.shape(*tensor).cloned()).collect();
        let kind = LayerKind::Class(class, args);
        let retry = Layer {
            id: layer.id,
            name: Rc::clone(&layer.name),
            loc: layer.loc,
            kind,
            trainable: layer.trainable,
            dtype: layer.dtype,
        };
        infer(&retry, &shapes).ok()?.outputs.into_iter().next()
    }
}

fn is_integer(dtype: DType) -> bool {
    DType::ALL
        .iter()
        .find(|(_, other)| *other == dtype)
        .is_some_and(|(name, _)| name.starts_with("int") || name.starts_with("uint"))
}
