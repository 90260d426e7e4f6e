//! The layers of a model as source text: tables of numbers, of which `modelwright_core::table` makes layers.

mod pool;

use std::collections::HashSet;
use std::fmt::{Display, Write as _};

use modelwright_core::dim::Dim;
use modelwright_core::field::Fields;
use modelwright_core::graph::{Graph, Row};
use modelwright_core::layers::{LayerKind, Weight};
use modelwright_core::manifest::Manifest;
use modelwright_core::memory::{Lifetime, Place, Tensor, output_bytes};
use modelwright_core::operations::Operations;
use modelwright_core::shape::Shape;
use modelwright_core::spec::{DType, ReceptiveField};
use modelwright_core::table::{ActivationRow, InputRow, LayerRow, WeightRow, flags};
use modelwright_core::value::Value;

use self::pool::Pool;
use super::documentation;
use super::names::constant_names;
use crate::eval::{Costs, Memory};

/// Short names for what a table is made of. They are lower case, since the constants of the layers are not.
const IMPORTS: &str = "use ::modelwright::__private::{\
    Known as k, Unknown as u, Symbolic as y, Some as o, None as n, Input as i, Layer as l, Spec as s, Weight as w,\
    DType as d, Activation as a, ReceptiveField as f, table as t};";

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
        for (index, (constant, row)) in constants.iter().zip(&self.rows).enumerate() {
            let doc = documentation::layer(row);
            let _ = write!(text, "#[doc={doc:?}]pub const {constant}:&'static l=r({index});");
        }
        let mut parts = Parts::default();
        let mut layers = Level::default();
        layers.rows(&self.rows, true, &mut Manifest::default(), &self.fields, &mut parts);
        // Calling a function takes the compiler half as long as an index in each constant.
        text.push_str("const fn r(row: ::core::primitive::usize)->&'static l{&layers[row]}");
        layers.write(&mut text, 0);
        text.push_str("pub(super) const spec: &'static s = &s::new(");
        let _ = write!(text, "{:?}, {:?}, ", self.name, self.class);
        write_shapes(&mut text, &self.inputs);
        text.push(',');
        write_shapes(&mut text, &self.outputs);
        let Totals { params, trainable, bytes, trainable_bytes } = self.totals;
        let _ = write!(
            text,
            ", &layers, {params}, {trainable}, {bytes}, {trainable_bytes}, {}).costs({}, {}, {}, arena).flops({}); ",
            self.is_chain,
            optional(self.costs.operations.macs.known()),
            optional(self.costs.peak()),
            optional(self.costs.arena()),
            optional(self.costs.operations.flops.known()),
        );
        let mut arena: Vec<ActivationRow> = Vec::new();
        if let Memory::Planned(schedule, plan) = &self.costs.memory {
            for (tensor, place) in schedule.tensors.iter().zip(&plan.places) {
                let Tensor { layer, call, output, .. } = tensor;
                let Place { lifetime: Lifetime { first, last }, offset, bytes } = place;
                let layer = parts.texts.number(layer);
                let numbers =
                    [call, output, offset, bytes, first, last].map(|number| count(*number));
                let [call, output, offset, bytes, first, last] = numbers;
                arena.push([layer, call, output, offset, bytes, first, last]);
            }
        }
        write_table(&mut text, "places:[a;", "t::activations", &arena);
        text.push_str(",texts);pub(super) const arena:&'static [a]=&places;");
        parts.write(&mut text);
        text
    }
}

/// The same constants for a model that could not be built.
pub(super) fn empty_source(name: &str) -> String {
    format!(
        "{IMPORTS} pub(super) static layers: [l; 0] = []; \
         pub(super) const spec: &'static s = &s::new({name:?}, \"Functional\", &[], &[], &layers, 0, 0, 0, 0, true); \
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

/// What rows refer to by number. Each part that comes again is written once.
#[derive(Default)]
struct Parts {
    texts: Pool,
    /// The outputs of layers, as source.
    shapes: Pool,
    /// Weights but for their places, as source.
    kinds: Pool,
    /// Receptive fields, as source.
    fields: Pool,
    /// Windows of pooling layers, as source.
    windows: Pool,
    /// How many nested models there are, and their tables.
    nested: usize,
    tables: String,
}

impl Parts {
    fn write(&self, text: &mut String) {
        text.push_str("const texts:&'static [&'static ::core::primitive::str]=&[");
        for part in self.texts.list() {
            let _ = write!(text, "{part:?},");
        }
        text.push_str("];const shapes:&'static [t::Shapes]=&[");
        for part in self.shapes.list() {
            let _ = write!(text, "{part},");
        }
        text.push_str("];const kinds:&'static [w]=&[");
        for part in self.kinds.list() {
            let _ = write!(text, "{part},");
        }
        text.push_str("];const fields:&'static [&'static [f]]=&[");
        for part in self.fields.list() {
            let _ = write!(text, "{part},");
        }
        text.push_str("];const windows:&'static [&'static [::core::primitive::usize]]=&[");
        for part in self.windows.list() {
            let _ = write!(text, "{part},");
        }
        text.push_str("];");
        text.push_str(&self.tables);
    }
}

/// The rows of a model, or of one that is nested in it.
#[derive(Default)]
struct Level {
    layers: Vec<LayerRow>,
    weights: Vec<WeightRow>,
    inputs: Vec<InputRow>,
    /// The numbers of the models nested in it.
    nested: Vec<usize>,
}

impl Level {
    fn rows(
        &mut self,
        rows: &[Row],
        parent_trainable: bool,
        manifest: &mut Manifest,
        fields: &Fields,
        parts: &mut Parts,
    ) {
        for row in rows {
            self.row(row, parent_trainable, manifest, fields, parts);
        }
    }

    fn row(
        &mut self,
        row: &Row,
        parent_trainable: bool,
        manifest: &mut Manifest,
        fields: &Fields,
        parts: &mut Parts,
    ) {
        let layer = &row.layer;
        let trainable = parent_trainable && layer.trainable;
        let totals = totals(&row.weights);
        let places = manifest.places(row);
        for (weight, place) in row.weights.iter().zip(&places) {
            let kind = parts.kinds.number(&kind(weight, trainable));
            self.weights.push([kind, count(*place)]);
        }
        for input in &row.inputs {
            let layer = parts.texts.number(&input.layer);
            self.inputs.push([layer, count(input.call), count(input.output)]);
        }
        let inside = match row.rows.as_slice() {
            [] => 0,
            rows => {
                let mut level = Self::default();
                level.rows(
                    rows,
                    trainable,
                    &mut Manifest::inside(row, &places),
                    &fields.inside(layer),
                    parts,
                );
                parts.nested += 1;
                let number = parts.nested;
                level.write(&mut parts.tables, number);
                self.nested.push(number);
                count(self.nested.len())
            }
        };
        let field = fields.get(layer).map_or(0, |axes| parts.fields.number(&field(axes)) + 1);
        let window = window(&layer.kind).map_or(0, |sizes| parts.windows.number(&sizes) + 1);
        let mut shapes = String::new();
        write_shapes(&mut shapes, &row.outputs);
        let Operations { macs, flops } = row.operations;
        let (macs, flops) = (macs.known(), flops.known());
        let bytes = output_bytes(layer, &row.outputs).ok().flatten();
        let flags = [
            (trainable, flags::TRAINABLE),
            (row.shapes_differ, flags::SHAPES_DIFFER),
            (macs.is_some(), flags::MACS),
            (flops.is_some(), flags::FLOPS),
            (bytes.is_some(), flags::BYTES),
        ];
        self.layers.push([
            parts.texts.number(&layer.name),
            parts.texts.number(layer.class_name()),
            parts.shapes.number(&shapes),
            count(totals.params),
            count(if trainable { totals.trainable } else { 0 }),
            count(row.weights.len()),
            count(row.inputs.len()),
            flags.iter().filter(|(is_set, _)| *is_set).map(|(_, bit)| bit).sum(),
            macs.unwrap_or(0),
            flops.unwrap_or(0),
            count(bytes.unwrap_or(0)),
            field,
            window,
            inside,
        ]);
    }

    /// The tables of this level. They are statics, since the compiler walks all that a constant refers to, again for each
    /// constant, and stops at statics.
    fn write(&self, text: &mut String, number: usize) {
        let suffix = if number == 0 { String::new() } else { format!("_{number}") };
        write_table(text, &format!("weights{suffix}:[w;"), "t::weights", &self.weights);
        text.push_str(",kinds);");
        write_table(text, &format!("inputs{suffix}:[i;"), "t::inputs", &self.inputs);
        text.push_str(",texts);");
        write_table(text, &format!("layers{suffix}:[l;"), "t::layers", &self.layers);
        let _ = write!(
            text,
            ",t::Parts{{texts,shapes,fields,windows,weights:&weights{suffix},inputs:&inputs{suffix},nested:&["
        );
        for number in &self.nested {
            let _ = write!(text, "&layers_{number},");
        }
        text.push_str("]});");
    }
}

/// The beginning of a table that a function makes of numbers.
fn write_table<const N: usize>(
    text: &mut String,
    declaration: &str,
    function: &str,
    rows: &[[u64; N]],
) {
    let _ = write!(text, "pub(super) static {declaration}{}]={function}(&[", rows.len());
    for row in rows {
        text.push('[');
        for number in row {
            let _ = write!(text, "{number},");
        }
        text.push_str("],");
    }
    text.push(']');
}

/// A weight but for its place.
fn kind(weight: &Weight, trainable: bool) -> String {
    let dtype: DType = weight.dtype.unwrap_or_default();
    let trainable = trainable && weight.trainable;
    let Weight { path, shape, .. } = weight;
    format!("w::new({:?},{path:?},&{shape:?},{trainable},d::{dtype:?})", weight.name())
}

/// The window of a pooling layer.
fn window(kind: &LayerKind) -> Option<String> {
    let LayerKind::Class(_, args) = kind else { return None };
    let sizes = args.get("pool_size").and_then(Value::items)?;
    let sizes = sizes.iter().fold(String::new(), |text, size| text + &size.to_string() + ",");
    Some(format!("&[{sizes}]"))
}

/// A receptive field.
fn field(axes: &[ReceptiveField]) -> String {
    let mut text = String::from("&[");
    for ReceptiveField { size, stride, offset, .. } in axes {
        let [stride, offset] =
            [stride, offset].map(|r| format!("[{},{}]", r.numerator, r.denominator));
        let _ = write!(text, "f::of({size},{stride},{offset}),");
    }
    text.push(']');
    text
}

/// A count in a table.
fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A number that may not be known.
fn optional(number: Option<impl Display>) -> String {
    number.map_or_else(|| "n".into(), |number| format!("o({number})"))
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
