//! Functions of a model's symbols.
//!
//! Their own names are parameters only, which [`Functions::guards`] keeps apart from the surrounding code: each is a call of a
//! function of `modelwright_core::symbols`.

use std::fmt::Write as _;
use std::rc::Rc;

use modelwright_core::dim::Dim;
use modelwright_core::graph::Graph;
use modelwright_core::operations::Count;
use modelwright_core::size::Shape;
use rustc_hash::FxHashSet as HashSet;

use super::failure::Failure;
use super::{U64, USIZE, maybe};
use crate::eval::{Costs, Memory};

const PRIVATE: &str = "::modelwright::__private::symbols";
const RESULT: &str = "::core::result::Result";
const OPTION: &str = "::core::option::Option";

/// Generated code for the symbols of a model.
#[derive(Default)]
pub(super) struct Functions {
    /// A function for each name of a parameter: a parameter may have the name of a function, but not that of a constant, a
    /// static or a unit struct, which the surrounding code may have.
    pub(super) guards: String,
    /// `output_shape`, `macs`, `flops` and `peak_activation_bytes`, each with its form that does not panic.
    pub(super) inherent: String,
    /// Those for generic code, which take the sizes as a slice.
    pub(super) generic: String,
}

/// The functions of a model with symbols.
pub(super) fn functions(graph: &Graph, costs: &Costs, symbols: &[Rc<str>]) -> Functions {
    if symbols.is_empty() {
        return Functions::default();
    }
    let limit = limit(graph, costs);
    let list = symbols.join(", ");
    let variables = symbols.iter().fold(String::new(), |text, symbol| {
        text + &format!("let {symbol} = {PRIVATE}::symbol({symbol}, {limit});")
    });
    let checked = format!("Self::try_output_shape({list})");

    let shapes: Vec<(String, String)> = graph.output_shapes().map(shape).collect();
    let (ty, value) = match shapes.as_slice() {
        [(ty, value)] => (ty.clone(), value.clone()),
        shapes => {
            let join = |part: fn(&(String, String)) -> &str| {
                shapes.iter().fold(String::new(), |text, shape| text + part(shape) + ", ")
            };
            (format!("({})", join(|shape| &shape.0)), format!("({})", join(|shape| &shape.1)))
        }
    };
    let conditions = conditions(graph);
    let shape_of = format!(
        "{variables} {PRIVATE}::give({PRIVATE}::check(&[{list}], {limit}, &[{conditions}]), {value})"
    );
    let counted = |heading: Heading, count: &Count, what: &str| {
        let (ty, value) = match count.count() {
            Dim::Known(_) | Dim::Unknown => {
                let (ty, value) = maybe(U64, count.known());
                (ty, format!("{PRIVATE}::give({checked}, {value})"))
            }
            Dim::Symbolic(size) => {
                let (count, text) = (size.expression(), format!("{what} count overflows"));
                let checked =
                    format!("{PRIVATE}::count({checked}, {{ {variables} {count} }}, {text:?})");
                (U64.into(), checked)
            }
        };
        Function { heading, ty, value }
    };
    let (bytes_ty, bytes) = match &costs.memory {
        Memory::Unknown | Memory::Planned(..) => {
            let (ty, value) = maybe(USIZE, costs.peak());
            (ty, format!("{PRIVATE}::give({checked}, {value})"))
        }
        Memory::Symbolic(peak) => {
            let steps = peak
                .iter()
                .fold(String::new(), |text, live| text + "(" + &live.expression() + "),");
            (USIZE.into(), format!("{PRIVATE}::largest({checked}, {{ {variables} [{steps}] }})"))
        }
    };
    let functions = [
        Function { heading: OUTPUT_SHAPE, ty, value: shape_of },
        counted(MACS, &costs.operations.macs, "MAC"),
        counted(FLOPS, &costs.operations.flops, "FLOP"),
        Function { heading: PEAK, ty: bytes_ty, value: bytes },
    ];
    let generic = Generic::of(symbols);
    let names = symbols.iter().map(|name| &**name);
    Functions {
        guards: names
            .chain(generic.names())
            .fold(String::new(), |text, name| text + "fn " + name + "() {}"),
        inherent: functions.iter().map(|function| function.inherent(symbols)).collect(),
        generic: functions
            .iter()
            .skip(1)
            .map(|function| generic.count(function))
            .collect::<String>()
            + &generic.output_size(graph, &variables, &checked),
    }
}

/// The same names for a model that could not be built. Its symbols may be the mistake: a constant of no known type is
/// called with any arguments.
pub(super) fn failed(symbols: Option<&[Rc<str>]>, failure: &Failure) -> Functions {
    if symbols.is_some_and(<[_]>::is_empty) {
        return Functions::default();
    }
    let (ty, value) = (failure.ty(), failure.value());
    let mut inherent = String::new();
    for (name, doc) in [OUTPUT_SHAPE, MACS, FLOPS, PEAK] {
        for prefix in ["", "try_"] {
            let _ = write!(
                inherent,
                "/// {doc}\n#[allow(non_upper_case_globals)] pub const {prefix}{name}: {ty} = {value};"
            );
        }
    }
    Functions { inherent, ..Functions::default() }
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

/// A function of the symbols.
struct Function {
    heading: Heading,
    /// Type of what it computes.
    ty: String,
    /// The result, in which the symbols are parameters of type `usize`.
    value: String,
}

impl Function {
    /// The function and its form that panics.
    fn inherent(&self, symbols: &[Rc<str>]) -> String {
        let Self { heading: (name, doc), ty, value } = self;
        let params =
            symbols.iter().fold(String::new(), |text, symbol| text + symbol + ": " + USIZE + ", ");
        let arguments = symbols.join(", ");
        format!(
            "/// {doc}\n\
             ///\n\
             /// # Panics\n\
             ///\n\
             /// Where a layer has no output for these sizes, which the message names; in a constant, that is an error of the compiler.\n\
             #[must_use] pub const fn {name}({params}) -> {ty} {{ {PRIVATE}::expect(Self::try_{name}({arguments})) }}\n\
             /// {doc}\n\
             ///\n\
             /// # Errors\n\
             ///\n\
             /// Where a layer has no output for these sizes, with its name, or a number does not fit.\n\
             pub const fn try_{name}({params}) -> {RESULT}<{ty}, ::modelwright::SizeError> {{ {value} }}"
        )
    }
}

/// Functions for generic code, and the names in them, which are none of the symbols'.
struct Generic<'a> {
    symbols: &'a [Rc<str>],
    sizes: String,
    output: String,
    axis: String,
    checked: String,
}

impl<'a> Generic<'a> {
    fn of(symbols: &'a [Rc<str>]) -> Self {
        let name = |name: &str| {
            let mut name = String::from(name);
            while symbols.iter().any(|symbol| **symbol == *name) {
                name.push('_');
            }
            name
        };
        let [sizes, output, axis, checked] = ["sizes", "output", "axis", "checked"].map(name);
        Self { symbols, sizes, output, axis, checked }
    }

    fn names(&self) -> [&str; 4] {
        [&self.sizes, &self.output, &self.axis, &self.checked]
    }

    /// Takes the symbols' values from the slice of sizes.
    fn split(&self) -> String {
        let Self { symbols, sizes, .. } = self;
        let symbols = symbols.join(", ");
        format!(
            "let &[{symbols}] = {sizes} else {{ return {RESULT}::Err({PRIVATE}::WRONG_COUNT); }};"
        )
    }

    /// A count, which is an `Option` here.
    fn count(&self, Function { heading: (name, _), ty, .. }: &Function) -> String {
        let (sizes, split) = (&self.sizes, self.split());
        let (ty, wrap) = match ty.starts_with(OPTION) {
            true => (ty.clone(), ""),
            false => (format!("{OPTION}<{ty}>"), "::modelwright::__private::symbols::known"),
        };
        let arguments = self.symbols.join(", ");
        format!(
            "fn {name}({sizes}: &[{USIZE}]) -> {RESULT}<{ty}, ::modelwright::SizeError> {{ \
             {split} {wrap}(Self::try_{name}({arguments})) }}"
        )
    }

    fn output_size(&self, graph: &Graph, variables: &str, checked_value: &str) -> String {
        let Self { sizes, output, axis, checked, .. } = self;
        let split = self.split();
        let mut outputs = String::new();
        for shape in graph.output_shapes() {
            outputs.push_str("&[");
            for dim in shape.iter() {
                let _ = match dim.expression() {
                    Some(size) => write!(outputs, "{OPTION}::Some({size}),"),
                    None => write!(outputs, "{OPTION}::None,"),
                };
            }
            outputs.push_str("],");
        }
        format!(
            "fn output_size({sizes}: &[{USIZE}], {output}: {USIZE}, {axis}: {USIZE}) \
             -> {RESULT}<{OPTION}<{USIZE}>, ::modelwright::SizeError> {{ \
             {split} let {checked} = {checked_value}; {variables} \
             {PRIVATE}::output_size({checked}, &[{outputs}], {output}, {axis}) }}"
        )
    }
}

/// The largest value of a symbol for which no expression overflows.
fn limit(graph: &Graph, costs: &Costs) -> u32 {
    let mut sizes: Vec<Dim> = graph.may_be_empty().map(|(_, dim)| dim).collect();
    sizes.extend(graph.output_shapes().flat_map(|shape| shape.iter().cloned()));
    sizes.extend([&costs.operations.macs, &costs.operations.flops].map(|it| it.count().clone()));
    if let Memory::Symbolic(peak) = &costs.memory {
        sizes.extend(peak.iter().flat_map(|live| live.sizes().cloned()));
    }
    // Values beyond the limit are one more than it.
    let fits = |limit: u32| {
        sizes.iter().all(|dim| match dim {
            Dim::Symbolic(size) => size.magnitude(u128::from(limit) + 1).is_some(),
            Dim::Known(_) | Dim::Unknown => true,
        })
    };
    if fits(u32::MAX) {
        return u32::MAX;
    }
    let (mut low, mut high) = (0, u32::MAX);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    low
}

/// Conditions for valid sizes: each symbolic size that could be below 1 and those of the outputs, once, in the order of the
/// calls, with its layer.
fn conditions(graph: &Graph) -> String {
    let mut seen = HashSet::default();
    let mut text = String::new();
    let outputs = graph.outputs().iter().flat_map(|tensor| {
        let name = graph.layer(*tensor).map_or("", |layer| &*layer.name);
        graph
            .shape(*tensor)
            .into_iter()
            .flat_map(move |shape| shape.iter().map(move |dim| (name, dim.clone())))
    });
    for (name, dim) in graph.may_be_empty().chain(outputs) {
        let Dim::Symbolic(size) = dim else { continue };
        let size = size.expression();
        if !seen.contains(&size) {
            let message = format!("`{name}` has no output for these sizes");
            let _ = write!(text, "({size}, {name:?}, {message:?}),");
            seen.insert(size);
        }
    }
    text
}

fn shape(shape: &Shape) -> (String, String) {
    let open = shape.contains(&Dim::Unknown);
    let mut value = String::from("[");
    for dim in shape.iter() {
        let size = match dim {
            Dim::Known(size) => size.to_string(),
            Dim::Symbolic(size) => format!("{PRIVATE}::size({})", size.expression()),
            Dim::Unknown => {
                let _ = write!(value, "{OPTION}::None, ");
                continue;
            }
        };
        let _ = match open {
            true => write!(value, "{OPTION}::Some({size}), "),
            false => write!(value, "{size}, "),
        };
    }
    value.push(']');
    let element = if open { format!("{OPTION}<{USIZE}>") } else { USIZE.into() };
    (format!("[{element}; {}]", shape.rank()), value)
}
