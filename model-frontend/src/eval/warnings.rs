//! Warnings: what is accepted, and most likely not meant.

use modelwright_core::diagnostic::Diagnostic;
use modelwright_core::graph::Tensor;
use modelwright_core::layers::{Axes, Class, Layer, LayerKind, Owner, keys};

use super::ModelBuilder;

impl ModelBuilder<'_> {
    /// Warns once at each place: a block may be called, and a loop may run, many times.
    fn warn(&mut self, warning: Diagnostic) {
        if self.warned.insert(warning.loc) {
            self.warnings.push(warning);
        }
    }

    /// Warns of a call that was accepted.
    pub(super) fn warn_of_call(&mut self, layer: &Layer, inputs: &[Tensor]) {
        match &layer.kind {
            LayerKind::Class(class, _)
                if !layer.trainable && class.facets.weights == Owner::Inside =>
            {
                self.warn_of_trainable(layer);
            }
            LayerKind::Sequential(_) if !layer.trainable => self.warn_of_trainable(layer),
            LayerKind::Class(class, args)
                if class.facets.axes == Axes::Channels && args.loc(keys::AXIS).is_none() =>
            {
                self.warn_of_channels(class, layer, inputs);
            }
            _ => {}
        }
    }

    /// `trainable = false` on a layer whose weights are those of layers inside it.
    fn warn_of_trainable(&mut self, layer: &Layer) {
        if !self.graph.weights_of(layer).iter().any(|weight| weight.trainable) {
            return;
        }
        let class = layer.class_name();
        let message = format!("`trainable = false` does not freeze the layers inside `{class}`");
        self.warn(
            Diagnostic::new(layer.loc, message)
                .note("they have their own `trainable`, as in Keras")
                .help("freezing a model freezes every layer inside: `x -> Encoder(trainable = false)`"),
        );
    }

    /// A layer that takes the last axis for that of the channels, where they are on the first.
    fn warn_of_channels(&mut self, class: &Class, layer: &Layer, inputs: &[Tensor]) {
        let Some(&input) = inputs.first() else { return };
        let Some(shape) = self.graph.shape(input).filter(|shape| shape.rank() > 1) else { return };
        let Some(origin) = self.graph.channels_first(input) else { return };
        let message = format!(
            "`{}` treats the last axis of `{shape}` as the channels, which are on axis 1",
            class.name
        );
        let note = format!(
            "`{}` has `data_format = channels_first`; `axis` defaults to -1, as in Keras",
            origin.name
        );
        self.warn(
            Diagnostic::new(layer.loc, message)
                .note(note)
                .help("write `axis = 1`, or `axis = -1` if the last axis is meant"),
        );
    }
}
