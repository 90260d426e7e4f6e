//! The modules of a model as source text.

use std::fmt::{Display, Write as _};
use std::rc::Rc;

use modelwright_core::graph::Graph;
use modelwright_core::memory::{Lifetime, Place, Tensor};
use modelwright_core::packed::Writer;
use modelwright_core::totals::Totals;

use super::bytes::byte_string;
use super::documentation;
use super::line::Line;
use super::names::constant_names;
use super::table::{IMPORTS, Table, write_shapes};
use crate::eval::{Costs, Memory};

/// Facts that the compiler computes only where they are used: constants that depend on a type, which is any. It computes
/// other constants of types wherever they are named, and those of modules always.
const LAZY: &str = "pub(super) struct facts<T>(T);\
    pub(super) const fn arena<T>()->&'static [a]{facts::<T>::arena}\
    pub(super) const fn spec<T>()->&'static s{facts::<T>::spec}";

/// The inside of the modules of a model.
#[derive(Default)]
pub(super) struct Module {
    /// The layers, and the facts for generic code.
    pub(super) tables: String,
    /// A constant for each layer. This module is inside the other one.
    pub(super) layers: String,
    /// The largest number in them that a `usize` of the target must hold.
    pub(super) largest: u128,
}

/// The modules of a model.
pub(super) fn source(
    graph: &Graph,
    costs: &Costs,
    symbols: &[Rc<str>],
    lines: &[Line<'_>],
    totals: Totals,
) -> Module {
    let mut layers = String::from("use super::super::{l,r};");
    let constants = constant_names(lines.iter().map(Line::name));
    for (index, (constant, line)) in constants.iter().zip(lines).enumerate() {
        let doc = documentation::layer(line);
        let _ = write!(layers, "#[doc={doc:?}]pub const {constant}:&'static l=r({index});");
    }
    // Calling a function takes the compiler half as long as an index in each constant.
    let mut text = String::from(IMPORTS);
    text.push_str("const fn r(row: ::core::primitive::usize)->&'static l{&layers[row]}");
    let mut table = Table::of(lines);
    let arena = arena(costs, &mut table);
    table.write(&mut text);
    let _ = write!(
        text,
        "{LAZY}impl<T> facts<T>{{const arena:&'static [a]={arena};const spec:&'static s=&t::spec([{:?},{:?}],[",
        &*graph.name,
        graph.class_name(),
    );
    for shapes in [
        graph.input_shapes().cloned().collect::<Vec<_>>(),
        graph.output_shapes().cloned().collect(),
    ] {
        write_shapes(&mut text, &shapes);
        text.push(',');
    }
    let _ = write!(
        text,
        "],&{symbols:?},&layers,[{},{},{},{}],{},([{},{}],[{},{}],Self::arena));}}",
        totals.params(),
        totals.trainable_params(),
        totals.bytes(),
        totals.trainable_bytes(),
        graph.is_chain(),
        optional(costs.operations.macs.known()),
        optional(costs.operations.flops.known()),
        optional(costs.peak()),
        optional(costs.arena()),
    );
    Module { tables: text, layers, largest: table.largest() }
}

/// Where the activations lie.
fn arena(costs: &Costs, table: &mut Table) -> String {
    let Memory::Planned(schedule, plan) = &costs.memory else { return "&[]".into() };
    let mut packed = Writer::default();
    for (tensor, place) in schedule.tensors.iter().zip(&plan.places) {
        let Tensor { layer, call, output, .. } = tensor;
        let Place { lifetime: Lifetime { first, last }, offset, bytes } = place;
        packed.number(table.texts.number(&**layer));
        for size in [call, output, offset, bytes, first, last] {
            packed.size(*size);
        }
    }
    let places = byte_string(&packed.bytes);
    format!("&t::activations::<{}>({places},texts)", plan.places.len())
}

/// A number that may not be known.
fn optional(number: Option<impl Display>) -> String {
    number.map_or_else(|| "n".into(), |number| format!("o({number})"))
}
