//! Syntax tree to values and graphs: everything that runs while the macro expands.
//!
//! Evaluation never stops at an error: what depends on a mistake is [`Value::Poisoned`], and the rest goes on.

mod arguments;
mod arithmetic;
mod blocks;
mod constants;
mod costs;
mod custom;
mod expressions;
mod layers;
mod limits;
mod methods;
mod models;
mod names;
mod notes;
mod pipes;
mod scope;
mod shapes;
mod slices;
mod statements;
mod symbols;
mod uncalled;
mod warnings;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use modelwright_core::graph::Graph;
use modelwright_core::layers::find as find_class;
use modelwright_core::shape::Shape;
use modelwright_core::value::Value;

pub(crate) use self::constants::Typed;
pub(crate) use self::costs::{Costs, Memory};
use self::limits::{ERROR_LIMIT, Extent, Spent};
use self::names::Namer;
pub(crate) use self::notes::Notes;
use crate::identifiers::{is_keyword, module_name};
use crate::resolve::{self, Names};
use crate::spans::Spans;
use crate::syntax::Source;
use crate::syntax::tree::{Const, File, Function, LayerItem, Model, Name};

/// What a macro call comes to.
#[derive(Debug)]
pub(crate) struct Program<'a> {
    pub(crate) consts: Vec<(&'a Const, Result<Typed, Reported>)>,
    pub(crate) models: Vec<Built<'a>>,
    /// What its names mean.
    pub(crate) names: Names<'a>,
    /// What its variables were.
    pub(crate) notes: Notes,
}

/// What a model comes to.
#[derive(Debug)]
pub(crate) struct Built<'a> {
    pub(crate) model: &'a Model,
    pub(crate) graph: Result<Rc<Graph>, Reported>,
    /// What it costs, where there is a graph.
    pub(crate) costs: Costs,
    /// Names of the layers it would have, where there is no graph; of some mistakes nobody can say which names they hide.
    pub(crate) layer_names: Option<Vec<Rc<str>>>,
    /// The symbols its inputs declare, in order; of inputs that failed, there may be others.
    pub(crate) symbols: Option<Vec<Rc<str>>>,
    pub(crate) warnings: Vec<Diagnostic>,
}

/// Evaluates all items of a macro call.
pub(crate) fn evaluate<'a>(source: &'a Source, diagnostics: &mut Diagnostics) -> Program<'a> {
    let mut evaluator = Evaluator::new(source, Rc::default(), diagnostics);
    evaluator.check_names();
    let file = &source.file;
    let names = resolve::names(file, &source.names);
    let consts =
        file.consts.iter().map(|constant| (constant, evaluator.typed_constant(constant))).collect();
    let models = file.models.iter().map(|model| evaluator.built_model(model)).collect();
    evaluator.check_uncalled(&names);
    Program { consts, models, names, notes: evaluator.notes }
}

/// State of one evaluation.
#[derive(Debug)]
struct Evaluator<'a, 'd> {
    source: &'a Source,
    file: &'a File,
    spans: &'a Spans,
    diagnostics: &'d mut Diagnostics,
    /// By name; `None` while it is being evaluated.
    consts: HashMap<Rc<str>, Option<Value>>,
    /// By name; `None` while it is being built.
    models: HashMap<Rc<str>, Option<Outcome>>,
    /// The model being built.
    context: Option<Context<'a>>,
    /// Blocks being run, outermost first: name, and where it was called.
    calls: Vec<(Rc<str>, Loc)>,
    /// Names of the blocks that were run.
    called_blocks: HashSet<Rc<str>>,
    /// The call of a block that is being run, and how many there were.
    run: usize,
    runs: usize,
    /// Places of mistakes, with the call each was last found in.
    failed: HashMap<Loc, (usize, Reported)>,
    /// Loops being run, outermost first.
    loops: Vec<Loc>,
    spent: Rc<Spent>,
    /// Set when the steps are used up: nothing runs any more.
    exhausted: Option<Reported>,
    layers: usize,
    /// Layers called, those inside others included.
    called: usize,
    /// What is inside a layer, by its number; a layer with nothing inside is not here.
    extents: HashMap<u32, Extent>,
    /// The same for models.
    models_extents: HashMap<Rc<str>, Extent>,
    /// Errors so far, repeated ones included.
    errors: usize,
    last_error: Option<Reported>,
    /// Set while a fix is tried.
    trial: Option<symbols::Trial>,
    /// What variables were so far.
    notes: Notes,
}

/// What a model comes to.
#[derive(Clone, Debug)]
struct Outcome {
    graph: Result<Rc<Graph>, Reported>,
    /// Names of its layers, also of those that failed, where all are known.
    layer_names: Option<Vec<Rc<str>>>,
    /// The symbols its inputs declare, in order, where all are known.
    symbols: Option<Vec<Rc<str>>>,
    /// Names and shapes of its inputs.
    inputs: Vec<(Rc<str>, Shape)>,
    warnings: Vec<Diagnostic>,
}

/// A model being built.
#[derive(Debug)]
struct Context<'a> {
    model: &'a Model,
    /// The symbols its inputs declare, in order.
    symbols: Vec<Rc<str>>,
    /// Names and shapes of its inputs.
    inputs: Vec<(Rc<str>, Shape)>,
    graph: Graph,
    namer: Namer,
    data_format: Rc<str>,
    dtype: modelwright_core::spec::DType,
    /// The layers called in it.
    extent: Extent,
    /// Whether a mistake may hide the names of layers.
    hides_names: bool,
    /// One at each place.
    warnings: Vec<Diagnostic>,
}

impl<'a, 'd> Evaluator<'a, 'd> {
    fn new(source: &'a Source, spent: Rc<Spent>, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            source,
            file: &source.file,
            spans: &source.spans,
            diagnostics,
            consts: HashMap::default(),
            models: HashMap::default(),
            context: None,
            calls: Vec::new(),
            called_blocks: HashSet::default(),
            run: 0,
            runs: 0,
            failed: HashMap::default(),
            loops: Vec::new(),
            spent,
            exhausted: None,
            layers: 0,
            called: 0,
            extents: HashMap::default(),
            models_extents: HashMap::default(),
            errors: 0,
            last_error: None,
            trial: None,
            notes: Notes::default(),
        }
    }
}

impl<'a> Evaluator<'a, '_> {
    /// Reports a mistake in the arguments of a layer, which has its name all the same. Any other mistake may be a layer that
    /// was left out.
    fn report_of_arguments(&mut self, diagnostic: Diagnostic) -> Reported {
        let hid_names = self.context.as_ref().is_some_and(|context| context.hides_names);
        let reported = self.report(diagnostic);
        if let Some(context) = &mut self.context {
            context.hides_names = hid_names;
        }
        reported
    }

    /// Remembers that what does not run because of a mistake may have had layers with names of their own.
    fn hide_names(&mut self) {
        if let Some(context) = &mut self.context {
            context.hides_names = true;
        }
    }

    /// Reports a mistake, with the blocks it is in.
    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        let mut diagnostic = diagnostic;
        for (name, loc) in self.calls.iter().rev().take(4) {
            let line = match self.spans.line(*loc) {
                Some(line) => format!("in block `{name}`, called at line {line}"),
                None => format!("in block `{name}`"),
            };
            diagnostic.notes.push(line);
        }
        // A loop fails at the same place again and again, which is nothing to count; another call is.
        let reported = match self.failed.get(&diagnostic.loc) {
            Some((run, reported)) if *run == self.run => *reported,
            _ => {
                let loc = diagnostic.loc;
                let reported = self.diagnostics.error(diagnostic);
                self.failed.insert(loc, (self.run, reported));
                reported
            }
        };
        self.poisoned(reported);
        reported
    }

    /// Remembers that something at hand is wrong.
    fn poisoned(&mut self, reported: Reported) {
        self.hide_names();
        self.errors += 1;
        self.last_error = Some(reported);
        if self.errors > ERROR_LIMIT {
            self.exhausted = Some(reported);
        }
    }

    fn error(&mut self, loc: Loc, message: impl Into<String>) -> Reported {
        self.report(Diagnostic::new(loc, message))
    }

    fn poison(&mut self, loc: Loc, message: impl Into<String>) -> Value {
        Value::Poisoned(self.error(loc, message))
    }

    fn function(&self, name: &str) -> Option<&'a Function> {
        let place = self.source.names.functions.get(name).filter(|_| !is_layer_name(name));
        self.file.functions.get(*place?)
    }

    fn layer_item(&self, name: &str) -> Option<&'a LayerItem> {
        let place = self.source.names.layers.get(name).filter(|_| !is_layer_name(name));
        self.file.layers.get(*place?)
    }

    fn model(&self, name: &str) -> Option<&'a Model> {
        let place = self.source.names.models.get(name).filter(|_| !is_layer_name(name));
        self.file.models.get(*place?)
    }

    /// Reports items of the same name.
    fn check_names(&mut self) {
        let file = self.file;
        let consts = file.consts.iter().map(|constant| &constant.head.name);
        let functions = file.functions.iter().map(|function| &function.name);
        let layers = file.layers.iter().map(|item| &item.name);
        let models = file.models.iter().map(|model| &model.head.name);
        let mut seen: HashMap<Rc<str>, &Name> = HashMap::default();
        for name in consts.chain(functions).chain(layers).chain(models) {
            if seen.insert(Rc::clone(&name.text), name).is_some() {
                self.error(name.loc, format!("the name `{}` is used for two items", name.text));
            } else if is_layer_name(&name.text) {
                self.error(name.loc, format!("`{}` is the name of a layer", name.text));
            } else if is_keyword(&name.text) {
                self.error(name.loc, format!("`{}` is a keyword of Rust", name.text));
            }
        }
        let mut modules: HashMap<String, &Name> = HashMap::default();
        for name in file.models.iter().map(|model| &model.head.name) {
            let module = module_name(&name.text);
            let note = format!("`{module}` is the module with the layers of the model");
            if let Some(other) = modules.insert(module, name)
                && other.text != name.text
            {
                let message =
                    format!("models `{}` and `{}` have one module", other.text, name.text);
                self.report(Diagnostic::new(name.loc, message).note(note));
            }
        }
    }
}

/// Whether a name is taken by a layer of the language.
fn is_layer_name(name: &str) -> bool {
    name == "Sequential" || find_class(name).is_some()
}
