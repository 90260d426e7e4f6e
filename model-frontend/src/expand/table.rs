//! The layers of a model as source text: lists of numbers, of which `modelwright_core::table` makes layers.

mod pool;

use std::fmt::{Display, Write as _};

use modelwright_core::attributes;
use modelwright_core::dim::Dim;
use modelwright_core::operations::Operations;
use modelwright_core::packed::{count, wide};
use modelwright_core::shape::Shape;
use modelwright_core::spec::{DType, ReceptiveField};
use modelwright_core::table::{
    AxisRow, CALL, InputRow, KindRow, LayerRow, VariableRow, WeightRow, flags,
};
use rustc_hash::FxHashMap as HashMap;

use self::pool::Pool;
use super::bytes::byte_string;
use super::line::Line;

/// Short names for what a table is made of. They are lower case, since the constants of the layers are not.
pub(super) const IMPORTS: &str = "use ::modelwright::__private::{\
    Known as k, Unknown as u, Symbolic as y, Some as o, None as n, Input as i, Layer as l, Spec as s, Weight as w,\
    DType as d, ArenaSlot as a, ReceptiveField as f, table as t};";

/// Shared parts of the layers of a model.
#[derive(Default)]
pub(super) struct Table {
    pub(super) texts: Pool<str>,
    /// Lists of sizes, as source.
    sizes: Pool<str>,
    /// The outputs of layers, as source.
    shapes: Pool<str>,
    /// Weights but for their places.
    variables: Pool<[u64]>,
    kinds: Pool<[u128]>,
    attributes: attributes::Writer,
    /// Receptive fields, as their axes; without axes, there is none.
    fields: Pool<[AxisRow]>,
    /// The layers of the model, and those inside nested models, one model after the other.
    top: Level,
    inside: Level,
    /// Number of layers of each nested model.
    nested: Vec<usize>,
    /// The largest number that a `usize` of the target must hold.
    largest: u128,
}

/// Layers, and their weights and inputs.
#[derive(Default)]
struct Level {
    rows: Vec<LayerRow>,
    weights: Lists,
    inputs: Lists,
}

impl Table {
    /// The table of these layers, which are `layers` in it.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut table = Self::default();
        table.top = table.level(lines);
        table
    }

    /// The largest number of the table that a `usize` of the target must hold.
    pub(super) fn largest(&self) -> u128 {
        let lists = [
            self.texts.len(),
            self.variables.len(),
            self.kinds.len(),
            self.nested.len(),
            self.attributes.len(),
        ];
        let levels = [&self.top, &self.inside].map(|level| level.rows.len());
        lists.into_iter().chain(levels).map(wide).fold(self.largest, u128::max)
    }

    fn hold(&mut self, numbers: impl IntoIterator<Item = u128>) {
        self.largest = numbers.into_iter().fold(self.largest, u128::max);
    }

    /// The constants that all of this is. Tables are statics: the compiler walks all that a constant refers to, again for
    /// each constant that refers to it, and stops at statics.
    pub(super) fn write(&self, text: &mut String) {
        let texts = self.texts.list().map(|part| format!("{part:?},"));
        write_list(text, "const texts:&'static [&'static ::core::primitive::str]", texts);
        let sizes = self.sizes.list().map(|part| format!("&[{part}],"));
        write_list(text, "const sizes:&'static [&'static [::core::primitive::usize]]", sizes);
        let shapes = self.shapes.list().map(|part| format!("{part},"));
        write_list(text, "const shapes:&'static [t::Shapes]", shapes);
        let attributes = byte_string(&self.attributes.finish());
        let _ = write!(
            text,
            "const parts:t::Parts=t::Parts{{texts,sizes,shapes,attributes:{attributes}}};"
        );
        let _ = write!(text, "static variables:[w;{}]=t::variables(", self.variables.len());
        write_numbers(text, self.variables.list().flatten());
        let _ = write!(text, ",parts);static kinds:[l;{}]=t::kinds(", self.kinds.len());
        write_numbers(text, self.kinds.list().flatten());
        text.push_str(",parts,&nested);");
        let mut axes = Lists::default();
        for field in self.fields.list() {
            axes.push(field);
        }
        axes.write(text, "axes", "f", "");
        let _ = write!(
            text,
            "static fields:[::core::option::Option<&'static [f]>;{}]=t::fields(",
            self.fields.len()
        );
        write_numbers(text, self.fields.list().map(<[_]>::len));
        text.push_str(",axes);");
        self.top.write(text, "pub(super) static layers", "");
        if !self.nested.is_empty() {
            self.inside.write(text, "static inside", "_inside");
        }
        let _ = write!(text, "static nested:[&'static [l];{}]=t::nested(", self.nested.len());
        write_numbers(text, &self.nested);
        text.push_str(if self.nested.is_empty() { ",&[]);" } else { ",&inside);" });
    }

    /// The layers of a model, or of one that is nested in it.
    fn level(&mut self, lines: &[Line<'_>]) -> Level {
        let mut level = Level::default();
        let places = lines.iter().enumerate().map(|(row, line)| (line.name(), row));
        let places: HashMap<&str, usize> = places.collect();
        for line in lines {
            level.rows.push(self.layer(line));
            level.weights.push(&self.weights(line));
            level.inputs.push(&self.inputs(line, &places));
        }
        level
    }

    fn layer(&mut self, line: &Line<'_>) -> LayerRow {
        let kind = self.kind(line);
        let axes: Vec<AxisRow> = line.field.iter().flatten().map(axis).collect();
        self.hold(line.field.iter().flatten().map(|axis| wide(axis.size)));
        [
            self.texts.number(line.name()),
            self.kinds.number(&kind[..]),
            count(line.row.weights.len()),
            count(line.row.inputs.len()),
            self.fields.number(&axes[..]),
        ]
    }

    fn kind(&mut self, line: &Line<'_>) -> KindRow<u128> {
        let Line { row, trainable, totals, .. } = line;
        let inside = match line.lines.as_slice() {
            [] => 0,
            lines => {
                let level = self.level(lines);
                self.inside.append(level);
                self.nested.push(lines.len());
                count(self.nested.len())
            }
        };
        let attributes = self.attributes.layer(&row.layer);
        let bytes = wide(line.bytes.unwrap_or_default());
        let of_outputs = row.outputs.iter().flat_map(|shape| shape.iter().filter_map(Dim::known));
        self.hold(of_outputs.map(wide));
        self.hold([totals.params(), bytes]);
        let Operations { macs, flops } = &row.operations;
        let (macs, flops) = (macs.known(), flops.known());
        let flags = [
            (*trainable, flags::TRAINABLE),
            (row.shapes_differ, flags::SHAPES_DIFFER),
            (macs.is_some(), flags::MACS),
            (flops.is_some(), flags::FLOPS),
            (line.bytes.is_some(), flags::BYTES),
        ];
        [
            self.texts.number(line.class()).into(),
            self.shapes.number(&*shapes(&row.outputs)).into(),
            totals.params(),
            totals.trainable_params(),
            flags.iter().filter(|(is_set, _)| *is_set).map(|(_, bit)| u128::from(*bit)).sum(),
            // The flags say what is not known.
            macs.unwrap_or_default().into(),
            flops.unwrap_or_default().into(),
            bytes,
            attributes.into(),
            inside.into(),
        ]
    }

    fn weights(&mut self, line: &Line<'_>) -> Vec<WeightRow<u128>> {
        let mut rows = Vec::with_capacity(line.places.len());
        for (weight, place) in line.row.weights.iter().zip(&line.places) {
            let dtype = weight.dtype.unwrap_or_default();
            let variable: VariableRow = [
                self.texts.number(weight.name()),
                self.texts.number(&*weight.path),
                self.sizes.number(&*sizes(&weight.shape)),
                (line.trainable && weight.trainable).into(),
                DType::ALL.iter().position(|(_, found)| *found == dtype).map_or(0, count),
            ];
            self.hold(weight.shape.iter().copied().map(wide).chain([*place]));
            rows.push([self.variables.number(&variable[..]).into(), *place]);
        }
        rows
    }

    /// The inputs of a layer, among the layers in these places.
    fn inputs(&mut self, line: &Line<'_>, places: &HashMap<&str, usize>) -> Vec<InputRow> {
        let mut rows = Vec::with_capacity(line.row.inputs.len());
        for input in &line.row.inputs {
            let layer = self.texts.number(&*input.layer);
            let row = places.get(&*input.layer).map_or(0, |row| count(row + 1));
            rows.push([layer, row, count(input.call) * CALL + count(input.output)]);
        }
        rows
    }
}

impl Level {
    fn append(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.weights.append(&other.weights);
        self.inputs.append(&other.inputs);
    }

    fn write(&self, text: &mut String, declaration: &str, suffix: &str) {
        self.weights.write(text, &format!("weights{suffix}"), "w", ",&variables");
        self.inputs.write(text, &format!("inputs{suffix}"), "i", ",texts");
        let _ = write!(text, "{declaration}:[l;{}]=t::layers(", self.rows.len());
        write_numbers(text, self.rows.iter().flatten());
        let _ = write!(text, ",texts,&kinds,&fields,weights{suffix},inputs{suffix});");
    }
}

/// Lists of rows of numbers, apart by their lengths; see [`modelwright_core::table::Lists`].
#[derive(Default)]
struct Lists {
    /// Numbers of lists of one, of two, three and four, and of longer lists.
    numbers: [String; 5],
    /// Number of rows of each.
    counts: [usize; 5],
}

impl Lists {
    fn push<N: Display, const WIDTH: usize>(&mut self, rows: &[[N; WIDTH]]) {
        let Some(place) = rows.len().checked_sub(1) else { return };
        let place = place.min(self.counts.len() - 1);
        self.counts[place] += rows.len();
        for number in rows.iter().flatten() {
            let _ = write!(self.numbers[place], "{number},");
        }
    }

    fn append(&mut self, other: &Self) {
        for place in 0..self.counts.len() {
            self.numbers[place].push_str(&other.numbers[place]);
            self.counts[place] += other.counts[place];
        }
    }

    /// A constant of all lists, of items of this type, made with these arguments.
    fn write(&self, text: &mut String, name: &str, ty: &str, arguments: &str) {
        let function = name.split('_').next().unwrap_or(name);
        let mut lists = String::new();
        for (place, (numbers, count)) in self.numbers.iter().zip(self.counts).enumerate() {
            if count == 0 {
                lists.push_str("&[],");
                continue;
            }
            let _ = write!(
                text,
                "static {name}_of_{place}:[{ty};{count}]=t::{function}(&[{numbers}]{arguments});"
            );
            let _ = write!(lists, "&{name}_of_{place},");
        }
        let _ = write!(text, "const {name}:t::Lists<{ty}>=t::Lists::new([{lists}]);");
    }
}

fn write_list(text: &mut String, declaration: &str, parts: impl Iterator<Item = String>) {
    let _ = write!(text, "{declaration}=&[");
    text.extend(parts);
    text.push_str("];");
}

/// A list of numbers that is an argument.
fn write_numbers(text: &mut String, numbers: impl IntoIterator<Item = impl Display>) {
    text.push_str("&[");
    for number in numbers {
        let _ = write!(text, "{number},");
    }
    text.push(']');
}

/// One axis of a receptive field.
fn axis(ReceptiveField { size, stride, offset, .. }: &ReceptiveField) -> AxisRow {
    let size = i64::try_from(*size).unwrap_or(i64::MAX);
    [size, stride.numerator, stride.denominator, offset.numerator, offset.denominator]
}

fn sizes(sizes: &[usize]) -> String {
    let mut text = String::new();
    for size in sizes {
        let _ = write!(text, "{size},");
    }
    text
}

fn shapes(shapes: &[Shape]) -> String {
    let mut text = String::new();
    write_shapes(&mut text, shapes);
    text
}

pub(super) fn write_shapes(text: &mut String, shapes: &[Shape]) {
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
