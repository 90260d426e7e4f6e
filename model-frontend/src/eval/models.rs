//! Models.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::dim::Dim;
use modelwright_core::graph::Graph;
use modelwright_core::layers::{self, Layer, LayerKind};
use modelwright_core::names::{nearest, snake_case};
use modelwright_core::shape::{AXIS_LIMIT, Shape};
use modelwright_core::spec::DType;
use modelwright_core::value::Value;

use super::expressions::is_constant_case;
use super::limits::INPUT_LIMIT;
use super::scope::{Hole, Scope};
use super::{Built, Costs, Evaluator, ModelBuilder};
use crate::identifiers::is_keyword;
use crate::resolve::symbols;
use crate::syntax::tree::{Element, Expr, ExprKind, Input, Model};

/// Result of a model.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub(super) graph: Result<Rc<Graph>, Reported>,
    /// Names of its layers, also of those that failed, where all are known.
    pub(super) layer_names: Option<Vec<Rc<str>>>,
    /// The symbols its inputs declare, in order, where all are known.
    pub(super) symbols: Option<Vec<Rc<str>>>,
    /// Names and shapes of its inputs.
    pub(super) inputs: Vec<(Rc<str>, Shape)>,
    pub(super) warnings: Vec<Diagnostic>,
}

impl<'a> Evaluator<'a, '_> {
    /// Builds a model, if that was not done for another one.
    pub(super) fn built_model(&mut self, model: &'a Model) -> Built<'a> {
        let _ = self.graph_of(model, model.head.name.loc);
        match self.session.models.get(&model.head.name.text) {
            Some(Some(Outcome { graph, layer_names, symbols, warnings, .. })) => {
                let (layer_names, symbols) = (layer_names.clone(), symbols.clone());
                let warnings = warnings.clone();
                let costed = graph.clone().and_then(|graph| {
                    let costs = self.costs(model, &graph)?;
                    Ok((graph, costs))
                });
                let (graph, costs) = match costed {
                    Ok((graph, costs)) => (Ok(graph), costs),
                    Err(reported) => (Err(reported), Costs::default()),
                };
                Built { model, graph, costs, layer_names, symbols, warnings }
            }
            _ => {
                let message = format!("model `{}` contains itself", model.head.name.text);
                let graph = Err(self.error(model.head.name.loc, message));
                let (costs, warnings) = (Costs::default(), Vec::new());
                Built { model, graph, costs, layer_names: None, symbols: None, warnings }
            }
        }
    }

    /// The graph of a model, which is used at `loc`.
    pub(super) fn graph_of(&mut self, model: &'a Model, loc: Loc) -> Result<Rc<Graph>, Reported> {
        let name = &model.head.name.text;
        match self.session.models.get(name) {
            Some(Some(outcome)) => return outcome.graph.clone(),
            Some(None) => return Err(self.error(loc, format!("model `{name}` contains itself"))),
            None => {}
        }
        self.session.models.insert(Rc::clone(name), None);
        let outer = self.builder.take();
        let outcome = self.apart(|evaluator| evaluator.build(model));
        self.builder = outer;
        let graph = outcome.graph.clone();
        self.session.models.insert(Rc::clone(name), Some(outcome));
        graph
    }

    /// Builds a model for the mistakes in it, and gives its inputs.
    pub(super) fn declared_inputs(&mut self, model: &'a Model) -> Vec<(Rc<str>, Shape)> {
        self.build(model).inputs
    }

    fn build(&mut self, model: &'a Model) -> Outcome {
        let errors = self.session.mistakes.count;
        self.check_model_name(model);
        self.builder = Some(ModelBuilder::new(model));
        let mistakes = self.session.mistakes.count;
        self.apply_options(model);
        let in_options = self.session.mistakes.last;
        let in_options = in_options.filter(|_| self.session.mistakes.count > mistakes);
        let in_options = model.options.mistake.or(in_options);
        if let Some(reported) = model.broken
            && model.inputs.is_empty()
        {
            self.builder = None;
            return Outcome {
                graph: Err(reported),
                layer_names: None,
                symbols: None,
                inputs: Vec::new(),
                warnings: Vec::new(),
            };
        }
        let mut scope = self.scope();
        // Any name may be that of an input, or a symbol in one.
        let unread = model.inputs.iter().find_map(|input| input.shape.as_ref().err().copied());
        if let Some(reported) = model.nameless.or(unread) {
            scope.add_hole(Hole::Any, reported);
        }
        for input in model.inputs.iter().take(INPUT_LIMIT) {
            self.input(input, &mut scope);
        }
        // With another data format or dtype, all shapes and counts may be others.
        if let Some(reported) = in_options {
            self.poisoned(reported);
            scope.poison_all(reported);
        }
        if let Some(input) = model.inputs.get(INPUT_LIMIT) {
            let count = model.inputs.len();
            let message = format!("a model has at most {INPUT_LIMIT} inputs, found {count}");
            self.error(input.name.loc, message);
        }
        let mut value = self.block(&model.body, &mut scope);
        let end = model.body.tail.as_ref().map_or(model.body.end, |tail| tail.loc);
        if model.body.tail.is_none() {
            let diagnostic =
                Diagnostic::new(end, format!("model `{}` returns no tensor", model.head.name.text));
            let help = model.body.without_tail("output");
            value = Value::Poisoned(self.report(diagnostic.help(help)));
        }
        if let Some(outputs) = &model.outputs {
            value = self.check_outputs(outputs, value, &mut scope);
        }
        let outputs = self.outputs(&value, end, model);
        let finished = self.builder.take().map(|mut builder| {
            self.session
                .usage
                .models_extents
                .insert(Rc::clone(&model.head.name.text), builder.extent);
            if let Ok(outputs) = &outputs {
                builder.graph.finish(outputs.clone());
                self.check_sequential(&builder.graph, model);
            }
            builder
        });
        let failed = model.broken.or(outputs.err()).or(self
            .session
            .mistakes
            .last
            .filter(|_| self.session.mistakes.count != errors));
        match finished {
            Some(builder) => {
                let is_known = failed.is_none() || model.broken.is_none() && !builder.hides_names;
                Outcome {
                    graph: failed.map_or_else(|| Ok(Rc::new(builder.graph)), Err),
                    layer_names: is_known.then_some(builder.namer.given),
                    // That one is missing may be the mistake.
                    symbols: is_known.then_some(builder.symbols),
                    inputs: builder.inputs,
                    warnings: builder.warnings,
                }
            }
            None => {
                let graph = Err(self.error(end, "the model is not there"));
                let (inputs, warnings) = (Vec::new(), Vec::new());
                Outcome { graph, layer_names: None, symbols: None, inputs, warnings }
            }
        }
    }

    fn check_model_name(&mut self, model: &Model) {
        let name = &model.head.name;
        if snake_case(&name.text) == *name.text {
            let mut camel = String::new();
            for part in name.text.split('_') {
                let mut letters = part.chars();
                camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                camel.push_str(letters.as_str());
            }
            let diagnostic = Diagnostic::new(
                name.loc,
                format!("model names must be UpperCamelCase, found `{}`", name.text),
            )
            .note(format!("`{}` is the module with the layers of the model", name.text));
            self.report(match camel.is_empty() || camel == *name.text {
                true => diagnostic,
                false => diagnostic.help(format!("write `{camel}`")),
            });
        }
    }

    fn apply_options(&mut self, model: &'a Model) {
        if let Some(word) = &model.options.data_format {
            if layers::words::DATA_FORMATS.contains(&&*word.text) {
                if let Some(builder) = &mut self.builder {
                    builder.data_format = Rc::clone(&word.text);
                }
            } else {
                let diagnostic = Diagnostic::new(
                    word.loc,
                    format!("expected `channels_last` or `channels_first`, found `{}`", word.text),
                );
                self.report(diagnostic);
            }
        }
        if let Some(word) = &model.options.dtype {
            match layers::dtype(&word.text) {
                Some(dtype) => {
                    if let Some(builder) = &mut self.builder {
                        builder.dtype = dtype;
                    }
                }
                None => {
                    let diagnostic =
                        Diagnostic::new(word.loc, format!("unknown dtype `{}`", word.text));
                    let near = INPUT_DTYPES.iter().find(|(rust, _)| *rust == &*word.text);
                    let near = near
                        .map(|(_, keras)| *keras)
                        .or_else(|| nearest(&word.text, DType::ALL.iter().map(|(name, _)| *name)));
                    self.report(match near {
                        Some(near) => diagnostic.help(format!("write `{near}`")),
                        None => diagnostic,
                    });
                }
            }
        }
    }

    /// Declares an input of the model.
    fn input(&mut self, input: &'a Input, scope: &mut Scope) {
        let name = &input.name;
        if scope.get(name.loc).is_some() {
            let reported = self.error(name.loc, format!("duplicate input name `{}`", name.text));
            // Another name was meant.
            scope.add_hole(Hole::Any, reported);
            return;
        }
        let dtype = match &input.dtype {
            None => Ok(DType::Float32),
            Some(word) => input_dtype(&word.text).ok_or_else(|| {
                let diagnostic =
                    Diagnostic::new(word.loc, format!("unknown dtype `{}`", word.text));
                self.report(match near_input_dtype(&word.text) {
                    Some(near) => diagnostic.help(format!("write `{near}`")),
                    None => diagnostic
                        .note("input dtypes are `f32`, `f64`, `i32`, `i64`, `u8`, `bool`, .."),
                })
            }),
        };
        let shape = self.input_shape(input, scope);
        let Ok(id) = self.layer_id(name.loc) else { return };
        let Some(builder) = &mut self.builder else { return };
        let layer_name = builder.namer.explicit(&name.text);
        let value = match (shape, dtype) {
            (Ok(shape), Ok(dtype)) => {
                builder.inputs.push((Rc::clone(&name.text), shape.clone()));
                let kind = LayerKind::Input;
                let layer =
                    Layer { id, name: layer_name, loc: name.loc, kind, trainable: true, dtype };
                Value::Tensor(builder.graph.input(&Rc::new(layer), shape))
            }
            (Err(reported), _) | (_, Err(reported)) => Value::Poisoned(reported),
        };
        self.define(&name.text, name.loc, input.mutable, value, scope);
    }

    fn input_shape(&mut self, input: &'a Input, scope: &mut Scope) -> Result<Shape, Reported> {
        let pattern = input.shape.as_ref().map_err(|reported| *reported)?;
        let count = pattern.elements.len();
        if count > AXIS_LIMIT {
            let message = format!("a shape has at most {AXIS_LIMIT} axes, found {count}");
            return Err(self.error(pattern.loc, message));
        }
        let mut dims = Vec::with_capacity(pattern.elements.len());
        let mut failed = None;
        for element in &pattern.elements {
            match element {
                Element::Any => dims.push(Dim::Unknown),
                Element::Rest(loc) => {
                    let diagnostic = Diagnostic::new(
                        *loc,
                        "inputs must have a fixed number of axes, found `..`",
                    );
                    failed = Some(
                        self.report(diagnostic.help("write `_` for each axis of unknown size")),
                    );
                }
                Element::Size(expr) => match self.input_size(expr, scope) {
                    Ok(dim) => dims.push(dim),
                    Err(reported) => failed = Some(reported),
                },
            }
        }
        failed.map_or(Ok(Shape::new(dims)), Err)
    }

    /// The size of one axis of an input. Names that are no constants declare symbols.
    fn input_size(&mut self, expr: &'a Expr, scope: &mut Scope) -> Result<Dim, Reported> {
        for (name, loc) in symbols(expr) {
            if self.variable(name, loc, scope).is_none() {
                let symbol = self.symbol(name, loc, scope);
                let value = symbol.map_or_else(Value::Poisoned, Value::from);
                self.define(name, loc, false, value, scope);
            }
        }
        match self.expression(expr, scope) {
            Value::Size(dim) => Ok(dim),
            Value::Int(n) if n >= 1 => usize::try_from(n)
                .map(Dim::Known)
                .map_err(|_| self.error(expr.loc, format!("the size `{n}` is too large"))),
            Value::Poisoned(reported) => Err(reported),
            Value::Int(n) => {
                Err(self.error(expr.loc, format!("size must be a positive integer, found `{n}`")))
            }
            value => Err(self.error(
                expr.loc,
                format!("size must be a positive integer, found {}", value.kind()),
            )),
        }
    }

    /// A new symbol; in a trial, the multiple of it that is tried.
    fn symbol(&mut self, name: &Rc<str>, loc: Loc, scope: &Scope) -> Result<Dim, Reported> {
        if is_keyword(name) {
            return Err(self.error(loc, format!("`{name}` is a Rust keyword")));
        }
        if is_constant_case(name) {
            return Err(self.unknown_constant(name, loc, &name.to_lowercase(), scope));
        }
        let consts = self.session.file.consts.iter().map(|constant| &*constant.head.name.text);
        if let Some(near) = nearest(name, consts).filter(|near| near.len() > 1) {
            let diagnostic = Diagnostic::new(loc, format!("cannot find constant `{name}`"));
            let help = format!(
                "a similar constant exists: `{near}`; a symbolic size needs a distinct name"
            );
            return Err(self.report(diagnostic.help(help)));
        }
        let factor = self.session.trial.as_ref().and_then(|trial| trial.factors.get(name)).copied();
        let symbol = Dim::Symbolic(self.session.usage.spent.sizes.symbol(name));
        if let Some(builder) = &mut self.builder {
            builder.symbols.push(Rc::clone(name));
        }
        symbol.times(factor.unwrap_or(1)).map_err(|_| self.error(loc, "this size is too large"))
    }

    fn outputs(
        &mut self,
        value: &Value,
        loc: Loc,
        model: &Model,
    ) -> Result<Vec<modelwright_core::graph::Tensor>, Reported> {
        let mut tensors = Vec::new();
        let all_tensors = |value: &Value| match value {
            Value::Tensor(_) | Value::Poisoned(_) => true,
            Value::Tuple(items) | Value::List(items) => {
                !items.is_empty()
                    && items
                        .iter()
                        .all(|item| matches!(item, Value::Tensor(_) | Value::Poisoned(_)))
            }
            _ => false,
        };
        if !all_tensors(value) {
            let name = &model.head.name.text;
            // Of several outputs, the one that is no tensor.
            let written = match model.body.tail.as_deref().map(|tail| &tail.kind) {
                Some(ExprKind::Tuple(items) | ExprKind::List(items)) => items.as_slice(),
                _ => &[],
            };
            let wrong = written
                .iter()
                .zip(value.items().unwrap_or_default())
                .find(|(_, item)| !matches!(item, Value::Tensor(_) | Value::Poisoned(_)));
            let (loc, value) = wrong.map_or((loc, value), |(expr, item)| (expr.loc, item));
            let diagnostic = Diagnostic::new(
                loc,
                format!("model `{name}` must return tensors, found {}", value.kind()),
            );
            let diagnostic = match (value, model.inputs.first()) {
                (Value::Layer(_), Some(input)) => {
                    diagnostic.help(format!("apply it to the input: `{} -> ..`", input.name.text))
                }
                _ => diagnostic,
            };
            return Err(self.report(diagnostic));
        }
        self.tensors_of(value, loc, &mut tensors)?;
        Ok(tensors)
    }

    fn check_sequential(&mut self, graph: &Graph, model: &Model) {
        let Some(loc) = model.options.sequential else { return };
        if model.inputs.len() != 1 || model.body.tail.is_none() || !graph.is_chain() {
            let diagnostic =
                Diagnostic::new(loc, format!("model `{}` is not sequential", model.head.name.text));
            self.report(diagnostic.note(
                "a sequential model has one input and one output, and every layer is called exactly once, on the output of the previous layer",
            ));
        }
    }
}

/// Rust's names of dtypes, with Keras's.
const INPUT_DTYPES: &[(&str, &str)] = &[
    ("f32", "float32"),
    ("f64", "float64"),
    ("f16", "float16"),
    ("bf16", "bfloat16"),
    ("i8", "int8"),
    ("i16", "int16"),
    ("i32", "int32"),
    ("i64", "int64"),
    ("u8", "uint8"),
    ("u16", "uint16"),
    ("u32", "uint32"),
    ("u64", "uint64"),
];

/// The dtype of an input: Rust's name or Keras's.
fn input_dtype(word: &str) -> Option<DType> {
    let keras =
        INPUT_DTYPES.iter().find(|(rust, _)| *rust == word).map_or(word, |(_, keras)| keras);
    DType::ALL.iter().find(|(name, _)| *name == keras).map(|(_, dtype)| *dtype)
}

/// The dtype of an input that another name is meant for.
fn near_input_dtype(word: &str) -> Option<&'static str> {
    match word {
        "int" | "isize" | "usize" => return Some("i32"),
        "float" => return Some("f32"),
        _ => {}
    }
    // One letter off is another dtype, in names so short.
    let folded = word.to_lowercase();
    let rust = INPUT_DTYPES.iter().map(|(rust, _)| *rust);
    let known = rust.clone().chain(DType::ALL.iter().map(|(name, _)| *name));
    known
        .clone()
        .find(|known| *known == folded)
        .or_else(|| nearest(&folded, DType::ALL.iter().map(|(name, _)| *name)))
}
