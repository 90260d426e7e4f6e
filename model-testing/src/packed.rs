//! Summaries of models that are written down as `Spec`s.

use modelwright_core::packed::wide;
use modelwright_core::spec::{Dim, Layer, Spec};
use modelwright_core::summary::Summary;
use modelwright_core::summary::pack::{self, Line, Page, Size};

/// Summary of a model. Its bytes are leaked.
#[must_use]
pub fn summary(spec: &Spec) -> Summary {
    let page = Page {
        name: spec.name,
        is_chain: spec.is_chain,
        params: wide(spec.params),
        trainable_params: wide(spec.trainable_params),
        param_bytes: wide(spec.param_bytes),
        trainable_param_bytes: wide(spec.trainable_param_bytes),
        input: spec.inputs.first().map(|shape| sizes(shape)).unwrap_or_default(),
        lines: spec.layers.iter().map(line).collect(),
        ..Page::default()
    };
    pack::summary(page.pack().leak())
}

fn line(layer: &Layer) -> Line<'static> {
    Line {
        name: layer.name,
        class: layer.class,
        shapes: layer.output_shapes.iter().map(|shape| sizes(shape)).collect(),
        params: wide(layer.params),
        trainable: layer.trainable,
        shapes_differ: layer.shapes_differ,
        inputs: layer.inputs.iter().map(|input| (input.layer, input.call, input.output)).collect(),
        lines: layer.layers.iter().map(line).collect(),
        ..Line::default()
    }
}

fn sizes(shape: &[Dim]) -> Vec<Size> {
    let size = |dim: &Dim| match dim {
        Dim::Known(size) => Size::Known(*size),
        Dim::Unknown => Size::Unknown,
        Dim::Symbolic(text) => Size::Symbolic((*text).into()),
    };
    shape.iter().map(size).collect()
}
