//! Contents of a summary, as a byte string in the source.

use modelwright_core::dim::Dim;
use modelwright_core::graph::Graph;
use modelwright_core::shape::Shape;
use modelwright_core::summary::pack::{self, Page, Size};
use modelwright_core::totals::Totals;

use super::bytes::byte_string;
use super::line::Line;
use crate::eval::Costs;

/// The summary of a model.
pub(super) fn source(graph: &Graph, costs: &Costs, lines: &[Line<'_>], totals: Totals) -> String {
    let page = Page {
        name: &graph.name,
        is_chain: graph.is_chain(),
        params: totals.params(),
        trainable_params: totals.trainable_params(),
        param_bytes: totals.bytes(),
        trainable_param_bytes: totals.trainable_bytes(),
        macs: costs.operations.macs.known(),
        flops: costs.operations.flops.known(),
        peak_activation_bytes: costs.peak(),
        arena_bytes: costs.arena(),
        input: graph.input_shapes().next().map(sizes).unwrap_or_default(),
        lines: lines.iter().map(line).collect(),
    };
    byte_string(&page.pack())
}

/// Facts about a layer for the summary.
fn line<'a>(line: &'a Line<'_>) -> pack::Line<'a> {
    let row = line.row;
    pack::Line {
        name: line.name(),
        class: line.class(),
        shapes: row.outputs.iter().map(sizes).collect(),
        params: line.totals.params(),
        trainable: line.trainable,
        shapes_differ: row.shapes_differ,
        macs: row.operations.macs.known(),
        flops: row.operations.flops.known(),
        activation_bytes: line.bytes,
        field: line.field.as_deref(),
        kernel: line.kernel(),
        inputs: row.inputs.iter().map(|input| (&*input.layer, input.call, input.output)).collect(),
        lines: line.lines.iter().map(self::line).collect(),
    }
}

fn sizes(shape: &Shape) -> Vec<Size> {
    let size = |dim: &Dim| match dim {
        Dim::Known(size) => Size::Known(*size),
        Dim::Unknown => Size::Unknown,
        Dim::Symbolic(size) => Size::Symbolic(size.to_string()),
    };
    shape.iter().map(size).collect()
}
