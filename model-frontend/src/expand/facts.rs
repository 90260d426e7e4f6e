//! What the items of one model say.

use std::fmt::{Display, Write as _};
use std::rc::Rc;

use modelwright_core::dim::Dim;
use modelwright_core::field::Fields;
use modelwright_core::graph::Graph;
use modelwright_core::manifest::Manifest;
use modelwright_core::memory::{Lifetime, Place, Tensor};
use modelwright_core::packed::Writer;
use modelwright_core::shape::Shape;
use modelwright_core::summary::pack::{self, Page, Size};
use proc_macro2::Literal;

use super::line::{Line, Totals};
use super::names::constant_names;
use super::table::{IMPORTS, Table, write_shapes};
use super::{STR, U64, USIZE, documentation, maybe, pattern_dims, shapes, symbolic, tainted};
use crate::eval::{Built, Costs, Memory};
use crate::syntax::tree::ShapePattern;

/// Facts that the compiler computes only where they are used: constants that depend on a type, which is any. It computes
/// other constants of types wherever they are named, and those of modules always.
const LAZY: &str = "pub(super) struct facts<T>(T);\
    pub(super) const fn arena<T>()->&'static [a]{facts::<T>::arena}\
    pub(super) const fn spec<T>()->&'static s{facts::<T>::spec}";

/// What the items of one model say.
pub(super) struct Facts {
    pub(super) documentation: String,
    /// The inside of the module.
    pub(super) module: String,
    name: String,
    inputs: (String, String),
    outputs: (String, String),
    /// `PARAMS`, `TRAINABLE_PARAMS`, `NON_TRAINABLE_PARAMS`, `PARAM_BYTES`
    counts: [String; 4],
    /// Types and values of `MACS`, `FLOPS`, `PEAK_ACTIVATION_BYTES` and `ARENA_BYTES`.
    costs: [(String, String); 4],
    /// What the summary tells, as a byte string.
    summary: String,
    /// The functions of the symbols.
    functions: String,
}

impl Facts {
    pub(super) fn of(graph: &Graph, costs: &Costs, symbols: &[Rc<str>]) -> Self {
        let rows = graph.rows();
        let lines = Line::all(&rows, true, &mut Manifest::default(), &Fields::of(graph));
        let totals = Totals::of(&rows);
        Self {
            documentation: documentation::model(graph, &lines, totals),
            module: module(graph, costs, &lines, totals),
            name: format!("{:?}", &*graph.name),
            inputs: shapes(graph.input_shapes().map(dims).collect()),
            outputs: shapes(graph.output_shapes().map(dims).collect()),
            counts: [
                totals.params,
                totals.trainable,
                totals.params - totals.trainable,
                totals.bytes(),
            ]
            .map(|count| count.to_string()),
            costs: [
                maybe(U64, costs.operations.macs.known()),
                maybe(U64, costs.operations.flops.known()),
                maybe(USIZE, costs.peak()),
                maybe(USIZE, costs.arena()),
            ],
            summary: summary(graph, costs, &lines, totals),
            functions: symbolic::functions(graph, costs, symbols),
        }
    }

    /// The same names with neutral values.
    pub(super) fn unknown(built: &Built<'_>, errors: Option<&str>) -> Self {
        let name = match &built.model.options.name {
            Some(name) => name.to_string(),
            None => built.model.head.name.text.to_string(),
        };
        let declared = |patterns: Vec<&ShapePattern>| {
            let (ty, value) = shapes(patterns.into_iter().map(pattern_dims).collect());
            (ty, tainted(errors, &value))
        };
        let zero = || tainted(errors, "0");
        let outputs = declared(match &built.model.outputs {
            Some(outputs) => outputs.shapes.iter().collect(),
            None => Vec::new(),
        });
        Self {
            documentation: "This model has errors.".into(),
            module: empty_module(&name, &built.layer_names),
            name: format!("{name:?}"),
            inputs: declared(
                built.model.inputs.iter().filter_map(|input| input.shape.as_ref().ok()).collect(),
            ),
            outputs: outputs.clone(),
            counts: [zero(), zero(), zero(), zero()],
            costs: [U64, U64, USIZE, USIZE].map(|ty| (ty.into(), zero())),
            summary: byte_string(&Page { name: &name, is_chain: true, ..Page::default() }.pack()),
            functions: symbolic::neutral_functions(&built.symbols, &outputs, &zero()),
        }
    }

    /// The items on the struct of the model.
    pub(super) fn implementation(&self, model: &str, module: &str) -> String {
        let Self {
            name,
            inputs,
            outputs,
            counts: [params, trainable, non_trainable, bytes],
            summary,
            functions,
            ..
        } = self;
        let [(macs_ty, macs), (flops_ty, flops), (peak_ty, peak), (arena_ty, arena)] = &self.costs;
        format!(
            r#"
        #[allow(dead_code, clippy::all)]
        impl {model} {{
            /// Name of the model, as shown in its summary.
            pub const NAME: {STR} = {name};
            /// Shape of each input, without the batch axis.
            pub const INPUT_SHAPE: {input_ty} = {input};
            /// Shape of each output, without the batch axis.
            pub const OUTPUT_SHAPE: {output_ty} = {output};
            /// Elements of all weights.
            pub const PARAMS: {USIZE} = {params};
            /// Elements of the weights that training changes.
            pub const TRAINABLE_PARAMS: {USIZE} = {trainable};
            /// Elements of the weights that training leaves as they are.
            pub const NON_TRAINABLE_PARAMS: {USIZE} = {non_trainable};
            /// Bytes of all weights.
            pub const PARAM_BYTES: {USIZE} = {bytes};
            /// Multiply-accumulates on one sample, the bias not counted. Where a size they depend on is not known,
            /// this is an `Option`, and `None`.
            pub const MACS: {macs_ty} = {macs};
            /// Operations of every kind on one sample, two for each multiply-accumulate. Where a size they depend on
            /// is not known, this is an `Option`, and `None`.
            pub const FLOPS: {flops_ty} = {flops};
            /// The most bytes of activations that are live at once, on one sample; an `Option` where a size is not
            /// known.
            pub const PEAK_ACTIVATION_BYTES: {peak_ty} = {peak};
            /// Bytes of one arena for all activations; an `Option` where a size is not known.
            pub const ARENA_BYTES: {arena_ty} = {arena};
            /// Where each activation lies in the arena.
            pub const ARENA: &'static [::modelwright::Activation] = {module}::arena::<()>();
            /// The layers, in Keras's row order.
            pub const LAYERS: &'static [::modelwright::Layer] = &{module}::layers;
            /// The summary: a table of the layers, as Keras prints it.
            #[must_use]
            pub const fn summary() -> ::modelwright::Summary {{
                ::modelwright::Summary::new({summary})
            }}
            {functions}
        }}
        impl ::modelwright::Model for {model} {{
            const SPEC: &'static ::modelwright::Spec = {module}::spec::<()>();
        }}
        "#,
            input_ty = inputs.0,
            input = inputs.1,
            output_ty = outputs.0,
            output = outputs.1,
        )
    }
}

/// A constant for each layer, the layers, and the facts for generic code.
fn module(graph: &Graph, costs: &Costs, lines: &[Line<'_>], totals: Totals) -> String {
    let mut text = String::from(IMPORTS);
    let constants = constant_names(lines.iter().map(Line::name));
    for (index, (constant, line)) in constants.iter().zip(lines).enumerate() {
        let doc = documentation::layer(line);
        let _ = write!(text, "#[doc={doc:?}]pub const {constant}:&'static l=r({index});");
    }
    // Calling a function takes the compiler half as long as an index in each constant.
    text.push_str("const fn r(row: ::core::primitive::usize)->&'static l{&layers[row]}");
    let mut table = Table::of(lines);
    let arena = arena(costs, &mut table);
    table.write(&mut text);
    let _ = write!(
        text,
        "{LAZY}impl<T> facts<T>{{const arena:&'static [a]={arena};const spec:&'static s=&s::new({:?},{:?},",
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
    let Totals { params, trainable, .. } = totals;
    let _ = write!(
        text,
        "&layers,{params},{trainable},{},{},{}).costs({},{},{},Self::arena).flops({});}}",
        totals.bytes(),
        totals.trainable_bytes(),
        graph.is_chain(),
        optional(costs.operations.macs.known()),
        optional(costs.peak()),
        optional(costs.arena()),
        optional(costs.operations.flops.known()),
    );
    text
}

/// The same names for a model that could not be built.
fn empty_module(name: &str, layers: &[Rc<str>]) -> String {
    let mut text = format!(
        "{IMPORTS}pub(super) static layers:[l;0]=[];\
         {LAZY}impl<T> facts<T>{{const arena:&'static [a]=&[];const spec:&'static s=&s::new({name:?},\"Functional\",&[],&[],&layers,0,0,0,0,true);}}"
    );
    let constants = constant_names(layers.iter().map(|name| &**name));
    for (constant, layer) in constants.iter().zip(layers) {
        let _ = write!(
            text,
            "#[doc(hidden)]pub const {constant}:&'static l=\
             &l::new({:?},\"\",&[],0,0,&[],&[],true,false,&[]);",
            &**layer,
        );
    }
    text
}

/// What the summary tells.
fn summary(graph: &Graph, costs: &Costs, lines: &[Line<'_>], totals: Totals) -> String {
    let page = Page {
        name: &graph.name,
        is_chain: graph.is_chain(),
        params: totals.params,
        trainable_params: totals.trainable,
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

/// What the summary tells of a layer.
fn line<'a>(line: &'a Line<'_>) -> pack::Line<'a> {
    let row = line.row;
    pack::Line {
        name: line.name(),
        class: line.class(),
        shapes: row.outputs.iter().map(sizes).collect(),
        params: line.totals.params,
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

fn byte_string(bytes: &[u8]) -> String {
    Literal::byte_string(bytes).to_string()
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

fn dims(shape: &Shape) -> Vec<Option<usize>> {
    shape.iter().map(|dim| dim.known()).collect()
}
