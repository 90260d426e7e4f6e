//! The layers of a model as source text.

use std::collections::HashSet;
use std::fmt::{Display, Write as _};

use modelwright_core::dim::Dim;
use modelwright_core::field::Fields;
use modelwright_core::graph::{Graph, Row};
use modelwright_core::layers::Weight;
use modelwright_core::manifest::Manifest;
use modelwright_core::memory::{Lifetime, Place, Tensor, output_bytes};
use modelwright_core::operations::{Count, Operations};
use modelwright_core::shape::Shape;
use modelwright_core::spec::{DType, ReceptiveField};

use super::documentation;
use super::names::constant_names;
use crate::eval::{Costs, Memory};

/// Short names for what a table is made of. They are lower case, since the constants of the layers are not.
const IMPORTS: &str = "use ::modelwright::__private::{\
    Known as k, Unknown as u, Symbolic as y, Some as o, None as n, Input as i, Layer as l, Spec as s, Weight as w, DType as d,\
    Activation as a, ReceptiveField as f};";

/// The rows of a model, and their totals.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) totals: Totals,
    name: String,
    class: &'static str,
    inputs: Vec<Shape>,
    outputs: Vec<Shape>,
    is_chain: bool,
    costs: Costs,
    fields: Fields,
}

/// Sums over all weights, each counted once.
pub(super) struct Totals {
    pub(super) params: usize,
    pub(super) trainable: usize,
    pub(super) bytes: usize,
    trainable_bytes: usize,
}

impl Table {
    pub(super) fn of(graph: &Graph, costs: Costs) -> Self {
        let rows = graph.rows();
        Self {
            totals: totals(rows.iter().flat_map(|row| &row.weights)),
            rows,
            name: graph.name.to_string(),
            class: graph.class_name(),
            inputs: graph.input_shapes().cloned().collect(),
            outputs: graph.output_shapes().cloned().collect(),
            is_chain: graph.is_chain(),
            costs,
            fields: Fields::of(graph),
        }
    }

    /// The constants `layers` and `spec`.
    pub(super) fn source(&self) -> String {
        let mut text = String::from(IMPORTS);
        let constants = constant_names(self.rows.iter().map(|row| &*row.layer.name));
        let mut manifest = Manifest::default();
        for (constant, row) in constants.iter().zip(&self.rows) {
            let doc = documentation::layer(row);
            let _ = write!(text, "#[doc = {doc:?}] pub const {constant}: &'static l = &");
            write_row(&mut text, row, true, &mut manifest, &self.fields);
            text.push(';');
        }
        text.push_str("pub(super) const layers: &'static [l] = &[");
        for constant in &constants {
            let _ = write!(text, "*{constant},");
        }
        text.push_str("]; pub(super) const spec: &'static s = &s::new(");
        let _ = write!(text, "{:?}, {:?}, ", self.name, self.class);
        write_shapes(&mut text, &self.inputs);
        text.push(',');
        write_shapes(&mut text, &self.outputs);
        let Totals { params, trainable, bytes, trainable_bytes } = self.totals;
        let _ = write!(
            text,
            ", layers, {params}, {trainable}, {bytes}, {trainable_bytes}, {}).costs({}, {}, {}, arena){}; ",
            self.is_chain,
            optional(self.costs.operations.macs.known()),
            optional(self.costs.peak()),
            optional(self.costs.arena()),
            flops(self.costs.operations),
        );
        text.push_str("pub(super) const arena: &'static [a] = &[");
        if let Memory::Planned(schedule, plan) = &self.costs.memory {
            for (tensor, place) in schedule.tensors.iter().zip(&plan.places) {
                let Tensor { layer, call, output, .. } = tensor;
                let Place { lifetime: Lifetime { first, last }, offset, bytes } = place;
                let _ = write!(
                    text,
                    "a::new({:?},[{call},{output}],[{offset},{bytes}],[{first},{last}]),",
                    &**layer,
                );
            }
        }
        text.push_str("];");
        text
    }
}

/// The same constants for a model that could not be built.
pub(super) fn empty_source(name: &str) -> String {
    format!(
        "{IMPORTS} pub(super) const layers: &'static [l] = &[]; \
         pub(super) const spec: &'static s = &s::new({name:?}, \"Functional\", &[], &[], layers, 0, 0, 0, 0, true); \
         pub(super) const arena: &'static [a] = &[];"
    )
}

/// Elements of a row's weights, each variable counted once.
pub(super) fn params_of(row: &Row) -> usize {
    totals(&row.weights).params
}

fn totals<'a>(weights: impl IntoIterator<Item = &'a Weight>) -> Totals {
    let mut seen = HashSet::new();
    let mut totals = Totals { params: 0, trainable: 0, bytes: 0, trainable_bytes: 0 };
    let (mut bits, mut trainable_bits) = (0_usize, 0_usize);
    for weight in weights {
        if weight.key.is_some_and(|key| !seen.insert(key)) {
            continue;
        }
        let params = weight.params().unwrap_or(0);
        let size = params.saturating_mul(weight.dtype.unwrap_or_default().bits());
        totals.params = totals.params.saturating_add(params);
        bits = bits.saturating_add(size);
        if weight.trainable {
            totals.trainable = totals.trainable.saturating_add(params);
            trainable_bits = trainable_bits.saturating_add(size);
        }
    }
    totals.bytes = bits.div_ceil(8);
    totals.trainable_bytes = trainable_bits.div_ceil(8);
    totals
}

/// One layer. Each is a constant of its own: one expression for all would take the compiler time that grows
/// faster than the number of layers.
fn write_row(
    text: &mut String,
    row: &Row,
    parent_trainable: bool,
    manifest: &mut Manifest,
    fields: &Fields,
) {
    let layer = &row.layer;
    let trainable = parent_trainable && layer.trainable;
    let totals = totals(&row.weights);
    let _ = write!(text, "l::new({:?},{:?},", &*layer.name, layer.class_name());
    write_shapes(text, &row.outputs);
    let trainable_params = if trainable { totals.trainable } else { 0 };
    let _ = write!(text, ",{},{trainable_params},", totals.params);
    let places = manifest.places(row);
    write_weights(text, &row.weights, &places, trainable);
    text.push_str(",&[");
    for input in &row.inputs {
        let _ = write!(text, "i::new({:?},{},{}),", &*input.layer, input.call, input.output);
    }
    let _ = write!(text, "],{trainable},{},&[", row.shapes_differ);
    let mut inside = Manifest::inside(row, &places);
    let fields_inside = if row.rows.is_empty() { Fields::default() } else { fields.inside(layer) };
    for row in &row.rows {
        write_row(text, row, trainable, &mut inside, &fields_inside);
        text.push(',');
    }
    let bytes = output_bytes(layer, &row.outputs).ok().flatten();
    let _ = write!(text, "]).costs({},{})", optional(row.operations.macs.known()), optional(bytes));
    text.push_str(&flops(row.operations));
    if let Some(axes) = fields.get(layer) {
        text.push_str(".field(&[");
        for ReceptiveField { size, stride, offset, .. } in axes {
            let [stride, offset] =
                [stride, offset].map(|r| format!("[{},{}]", r.numerator, r.denominator));
            let _ = write!(text, "f::of({size},{stride},{offset}),");
        }
        text.push_str("])");
    }
}

/// The operations, unless there are none.
fn flops(operations: Operations) -> String {
    match operations.flops {
        Count::ZERO => String::new(),
        flops => format!(".flops({})", optional(flops.known())),
    }
}

/// A number that may not be known.
fn optional(number: Option<impl Display>) -> String {
    number.map_or_else(|| "n".into(), |number| format!("o({number})"))
}

fn write_weights(text: &mut String, weights: &[Weight], places: &[usize], trainable: bool) {
    text.push_str("&[");
    for (weight, place) in weights.iter().zip(places) {
        let _ = write!(text, "w::new({:?},{:?},&{:?},", weight.name(), weight.path, weight.shape);
        let dtype: DType = weight.dtype.unwrap_or_default();
        let _ = write!(text, "{},d::{dtype:?}).at({place}),", trainable && weight.trainable);
    }
    text.push(']');
}

fn write_shapes(text: &mut String, shapes: &[Shape]) {
    text.push_str("&[");
    for shape in shapes {
        text.push_str("&[");
        for dim in shape.iter() {
            let _ = match dim {
                Dim::Known(size) => write!(text, "k({size}),"),
                Dim::Unknown => write!(text, "u,"),
                Dim::Symbolic(size) => write!(text, "y({:?}),", size.to_string()),
            };
        }
        text.push_str("],");
    }
    text.push(']');
}
