//! Functions of a model's symbols.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use modelwright_core::dim::Dim;
use modelwright_core::graph::Graph;
use modelwright_core::operations::Count;
use modelwright_core::shape::Shape;

use super::failure::Failure;
use super::{U64, USIZE, maybe};
use crate::eval::{Costs, Memory};

/// `output_shape`, `macs`, `flops` and `peak_activation_bytes`, for a model with symbols.
pub(super) fn functions(graph: &Graph, costs: &Costs, symbols: &[Rc<str>]) -> String {
    if symbols.is_empty() {
        return String::new();
    }
    let mut shapes: Vec<(String, String)> = graph.output_shapes().map(shape).collect();
    let (ty, value) = match shapes.as_slice() {
        [_] => shapes.pop().unwrap_or_default(),
        shapes => {
            let join = |part: fn(&(String, String)) -> &str| {
                shapes.iter().fold(String::new(), |text, shape| text + part(shape) + ", ")
            };
            (format!("({})", join(|shape| &shape.0)), format!("({})", join(|shape| &shape.1)))
        }
    };
    let mut variables = String::new();
    for symbol in symbols {
        let _ = write!(variables, "let {symbol} = ::modelwright::__private::symbol({symbol});");
    }
    let checks = conditions(graph)
        .into_iter()
        .fold(variables.clone(), |text, condition| text + "let _ = " + &condition + ";");
    // What has to be a size is checked in one place.
    let arguments = symbols.iter().fold(String::new(), |text, symbol| text + symbol + ",");
    let checked = symbols
        .iter()
        .fold(format!("let _ = Self::output_shape({arguments}); {variables}"), |text, symbol| {
            text + "let _ = " + symbol + ";"
        });
    let counted = |heading: Heading, count: &Count| {
        let (ty, value) = match count.count() {
            Dim::Known(_) | Dim::Unknown => maybe(U64, count.known()),
            Dim::Symbolic(size) => {
                let name = heading.0;
                (U64.into(), format!("::modelwright::__private::{name}({})", size.expression()))
            }
        };
        function(heading, symbols, &ty, &format!("{checked} {value}"))
    };
    let (bytes_ty, bytes) = match &costs.memory {
        Memory::Unknown | Memory::Planned(..) => maybe(USIZE, costs.peak()),
        Memory::Symbolic(peak) => {
            let steps = peak
                .iter()
                .fold(String::new(), |text, live| text + "(" + &live.expression() + "),");
            (USIZE.into(), format!("::modelwright::__private::largest(&[{steps}])"))
        }
    };
    function(OUTPUT_SHAPE, symbols, &ty, &format!("{checks} {value}"))
        + &counted(MACS, &costs.operations.macs)
        + &counted(FLOPS, &costs.operations.flops)
        + &function(PEAK, symbols, &bytes_ty, &format!("{checked} {bytes}"))
}

/// A function of the name of each symbol. A parameter may hide a function, but not a constant or a static of that name,
/// which the code around may have.
pub(super) fn guards(symbols: &[Rc<str>]) -> String {
    symbols.iter().fold(String::new(), |text, symbol| text + "fn " + symbol + "() {}")
}

/// The same names for a model that could not be built. Its symbols may be the mistake: a constant of no known type is
/// called with any arguments.
pub(super) fn failed(symbols: Option<&[Rc<str>]>, failure: &Failure) -> String {
    if symbols.is_some_and(<[_]>::is_empty) {
        return String::new();
    }
    let (ty, value) = (failure.ty(), failure.value());
    let mut text = String::new();
    for (name, doc) in [OUTPUT_SHAPE, MACS, FLOPS, PEAK] {
        let _ = write!(
            text,
            "/// {doc}\n#[allow(non_upper_case_globals)] pub const {name}: {ty} = {value};"
        );
    }
    text
}

/// Name and documentation of a function.
type Heading = (&'static str, &'static str);

const OUTPUT_SHAPE: Heading =
    ("output_shape", "Shape of each output for these sizes, without the batch axis.");
const MACS: Heading =
    ("macs", "Multiply-accumulates on one sample for these sizes, the bias not counted.");
const FLOPS: Heading = (
    "flops",
    "Operations of every kind on one sample for these sizes, two for each multiply-accumulate.",
);
const PEAK: Heading = (
    "peak_activation_bytes",
    "The most bytes of activations that are live at once, on one sample, for these sizes.",
);

fn function((name, doc): Heading, symbols: &[Rc<str>], ty: &str, body: &str) -> String {
    let params =
        symbols.iter().fold(String::new(), |text, symbol| text + symbol + ": " + USIZE + ", ");
    format!(
        "/// {doc}\n\
         ///\n\
         /// # Panics\n\
         ///\n\
         /// Where a layer has no output for these sizes; in a constant, that is an error of the compiler.\n\
         #[must_use] pub const fn {name}({params}) -> {ty} {{ {body} }}"
    )
}

/// What has to be a size: each symbolic size that could be below 1, once.
fn conditions(graph: &Graph) -> BTreeSet<String> {
    graph
        .may_be_empty()
        .filter_map(|dim| match dim {
            Dim::Symbolic(size) => Some(computed(&size.expression())),
            Dim::Known(_) | Dim::Unknown => None,
        })
        .collect()
}

fn computed(expression: &str) -> String {
    format!("::modelwright::__private::size({expression})")
}

fn shape(shape: &Shape) -> (String, String) {
    let open = shape.contains(&Dim::Unknown);
    let mut value = String::from("[");
    for dim in shape.iter() {
        let size = match dim {
            Dim::Known(size) => size.to_string(),
            Dim::Symbolic(size) => computed(&size.expression()),
            Dim::Unknown => {
                value.push_str("::core::option::Option::None, ");
                continue;
            }
        };
        let _ = match open {
            true => write!(value, "::core::option::Option::Some({size}), "),
            false => write!(value, "{size}, "),
        };
    }
    value.push(']');
    let element = if open { format!("::core::option::Option<{USIZE}>") } else { USIZE.into() };
    (format!("[{element}; {}]", shape.rank()), value)
}
