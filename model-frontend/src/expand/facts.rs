//! Contents of the items of a model.

use std::fmt::Write as _;
use std::rc::Rc;

use modelwright_core::field::Fields;
use modelwright_core::graph::Graph;
use modelwright_core::packed;
use modelwright_core::size::{Dim, Shape};
use modelwright_core::totals::Totals;

use super::bytes::byte_string;
use super::failure::Failure;
use super::line::{Line, Site};
use super::module::Module;
use super::symbolic::Functions;
use super::{STR, U64, USIZE, documentation, maybe, module, summary, symbolic};
use crate::eval::Costs;

/// Contents of the items of a model.
pub(super) struct Facts {
    pub(super) documentation: String,
    pub(super) module: Module,
    name: String,
    inputs: (String, String),
    outputs: (String, String),
    /// `PARAMS`, `TRAINABLE_PARAMS`, `NON_TRAINABLE_PARAMS`, `PARAM_BYTES`
    counts: [String; 4],
    /// Types and values of `MACS`, `FLOPS`, `PEAK_ACTIVATION_BYTES` and `ARENA_BYTES`.
    costs: [(String, String); 4],
    /// `ARENA`, `LAYERS`, what `summary()` gives, and `SPEC`.
    arena: String,
    layers: String,
    summary: String,
    spec: String,
    /// The plan.
    plan: String,
    /// Numbers that a `usize` of the target must hold, by their names; those that any holds are left out.
    pub(super) wide: Vec<(&'static str, u128)>,
    functions: Functions,
}

impl Facts {
    pub(super) fn of(graph: &Graph, costs: &Costs, symbols: &[Rc<str>], hidden: &str) -> Self {
        let rows = graph.rows();
        let lines = Line::all(&rows, true, Site::model(&costs.lowered), &Fields::of(graph));
        let totals = Totals::of(rows.iter().flat_map(|row| &row.weights));
        let module = module::source(graph, costs, symbols, &lines, totals);
        let inputs = graph.input_shapes().flat_map(|shape| shape.iter().filter_map(Dim::known));
        let largest = inputs.map(packed::wide).fold(module.largest, u128::max);
        let mut wide = Vec::from([
            ("`PARAMS`", totals.params()),
            ("`PARAM_BYTES`", totals.bytes()),
            ("`PEAK_ACTIVATION_BYTES`", costs.peak().map_or(0, packed::wide)),
            ("`ARENA_BYTES`", costs.arena().map_or(0, packed::wide)),
            ("a size of a layer", largest),
        ]);
        wide.retain(|(_, number)| u16::try_from(*number).is_err());
        Self {
            documentation: documentation::model(graph, &lines, totals),
            module,
            wide,
            name: format!("{:?}", &*graph.name),
            inputs: shapes(graph.input_shapes().map(dims).collect()),
            outputs: shapes(graph.output_shapes().map(dims).collect()),
            counts: [
                totals.params(),
                totals.trainable_params(),
                totals.non_trainable_params(),
                totals.bytes(),
            ]
            .map(|count| count.to_string()),
            costs: [
                maybe(U64, costs.operations.macs.known()),
                maybe(U64, costs.operations.flops.known()),
                maybe(USIZE, costs.peak()),
                maybe(USIZE, costs.arena()),
            ],
            arena: format!("{hidden}::arena::<()>()"),
            layers: format!("&{hidden}::layers"),
            summary: format!(
                "::modelwright::summary::pack::summary({})",
                summary::source(graph, costs, &lines, totals)
            ),
            spec: format!("{hidden}::spec::<()>()"),
            plan: format!("::modelwright::Plan::of_model({})", byte_string(&costs.plan)),
            functions: symbolic::functions(graph, costs, symbols),
        }
    }

    /// The same names for a model that could not be built: what the mistakes leave of its inputs says nothing certain.
    pub(super) fn failed(symbols: Option<&[Rc<str>]>, failure: &Failure) -> Self {
        let value = || failure.value();
        let unknown = || (failure.ty(), failure.value());
        Self {
            documentation: "This model has errors.".into(),
            module: Module::default(),
            name: value(),
            inputs: unknown(),
            outputs: unknown(),
            counts: [value(), value(), value(), value()],
            costs: [unknown(), unknown(), unknown(), unknown()],
            arena: value(),
            layers: value(),
            summary: value(),
            spec: value(),
            plan: value(),
            wide: Vec::new(),
            functions: symbolic::failed(symbols, failure),
        }
    }

    /// The items on the struct of the model.
    pub(super) fn implementation(&self, model: &str) -> String {
        let Self {
            name,
            inputs,
            outputs,
            counts: [params, trainable, non_trainable, bytes],
            arena: activations,
            layers,
            summary,
            spec,
            plan,
            functions: Functions { guards, inherent: functions, generic },
            ..
        } = self;
        let [(macs_ty, macs), (flops_ty, flops), (peak_ty, peak), (arena_ty, arena)] = &self.costs;
        format!(
            r#"
        let _ = {model};
        {guards}
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
            /// Where each activation lies in the arena, in the order of execution.
            pub const ARENA: &'static [::modelwright::ArenaSlot] = {activations};
            /// The layers, in Keras's row order.
            pub const LAYERS: &'static [::modelwright::Layer] = {layers};
            /// The model as a program: its calls in the order of execution, with typed operations, tensors and variables.
            pub const PLAN: ::modelwright::Plan = {plan};
            /// The summary: a table of the layers, as Keras prints it.
            #[must_use]
            pub const fn summary() -> ::modelwright::Summary {{
                {summary}
            }}
            {functions}
        }}
        impl ::modelwright::Model for {model} {{
            const SPEC: &'static ::modelwright::Spec = {spec};
            const PLAN: ::modelwright::Plan = Self::PLAN;
            fn summary() -> ::modelwright::Summary {{ Self::summary() }}
            {generic}
        }}
        "#,
            input_ty = inputs.0,
            input = inputs.1,
            output_ty = outputs.0,
            output = outputs.1,
        )
    }
}

fn dims(shape: &Shape) -> Vec<Option<usize>> {
    shape.iter().map(|dim| dim.known()).collect()
}

/// Type and value of one shape, or of a tuple of them.
fn shapes(shapes: Vec<Vec<Option<usize>>>) -> (String, String) {
    let mut typed: Vec<(String, String)> = shapes.iter().map(|dims| shape(dims)).collect();
    if typed.len() == 1 {
        return typed.pop().unwrap_or_default();
    }
    let join = |part: fn(&(String, String)) -> &str| {
        typed.iter().fold(String::new(), |text, shape| text + part(shape) + ", ")
    };
    (format!("({})", join(|shape| &shape.0)), format!("({})", join(|shape| &shape.1)))
}

fn shape(dims: &[Option<usize>]) -> (String, String) {
    let all_known = dims.iter().all(Option::is_some);
    let mut value = String::from("[");
    for dim in dims {
        let _ = match (dim, all_known) {
            (Some(size), true) => write!(value, "{size}, "),
            (Some(size), false) => write!(value, "::core::option::Option::Some({size}), "),
            (None, _) => write!(value, "::core::option::Option::None, "),
        };
    }
    value.push(']');
    let element = if all_known { USIZE.into() } else { format!("::core::option::Option<{USIZE}>") };
    (format!("[{element}; {}]", dims.len()), value)
}
