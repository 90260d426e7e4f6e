//! Where the channels of a tensor are.

use alloc::rc::Rc;

use super::{Graph, Tensor};
use crate::layers::{Layer, LayerKind, keys};

/// Maximum number of layers to look through for one with a data format.
const DEPTH: usize = 16;

impl Graph {
    /// The layer that gave a tensor its channels on the first axis: one with `data_format = channels_first`, with nothing behind
    /// it but layers that leave the axes where they are.
    #[must_use]
    pub fn channels_first(&self, tensor: Tensor) -> Option<&Rc<Layer>> {
        let mut at = tensor;
        for _ in 0..DEPTH {
            let node = self.nodes.get(at.node)?;
            let layer = &self.placed.get(node.placed)?.layer;
            let LayerKind::Class(class, args) = &layer.kind else { return None };
            if args.get(keys::DATA_FORMAT).is_some() {
                return args.channels_first().then_some(layer);
            }
            if !class.facets.axes.are_kept() {
                return None;
            }
            at = *node.inputs.first()?;
        }
        None
    }
}
