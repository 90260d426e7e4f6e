//! Syntax tree to values and graphs: everything that runs while the macro expands.
//!
//! Evaluation never stops at an error: what depends on a mistake is [`Value::Poisoned`], and the rest goes on.

mod arguments;
mod arithmetic;
mod blocks;
mod builder;
mod constants;
mod costs;
mod custom;
mod expressions;
mod frame;
mod layers;
mod limits;
mod methods;
mod models;
mod names;
mod notes;
mod pipes;
mod scope;
mod session;
mod shapes;
mod slices;
mod statements;
mod symbols;
mod uncalled;
mod warnings;

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use modelwright_core::graph::Graph;
use modelwright_core::layers::find as find_class;
use modelwright_core::value::Value;

use self::builder::ModelBuilder;
pub(crate) use self::constants::Typed;
pub(crate) use self::costs::{Costs, Memory};
use self::frame::Frame;
use self::limits::{ERROR_LIMIT, Spent};
pub(crate) use self::notes::Notes;
use self::session::Session;
use crate::identifiers::{is_keyword, module_name};
use crate::resolve::{self, Names, Slots};
use crate::syntax::Source;
use crate::syntax::tree::{Const, Model, Name};

/// Result of a macro call.
#[derive(Debug)]
pub(crate) struct Program<'a> {
    pub(crate) consts: Vec<(&'a Const, Result<Typed, Reported>)>,
    pub(crate) models: Vec<Built<'a>>,
    /// Resolution of its names.
    pub(crate) names: Names<'a>,
    /// Values of its variables.
    pub(crate) notes: Notes,
}

/// Result of a model.
#[derive(Debug)]
pub(crate) struct Built<'a> {
    pub(crate) model: &'a Model,
    pub(crate) graph: Result<Rc<Graph>, Reported>,
    /// Cost, if there is a graph.
    pub(crate) costs: Costs,
    /// Names of the layers it would have, where there is no graph; of some mistakes nobody can say which names they hide.
    pub(crate) layer_names: Option<Vec<Rc<str>>>,
    /// The symbols its inputs declare, in order; where there is no graph, the mistake may be that one is missing.
    pub(crate) symbols: Option<Vec<Rc<str>>>,
    pub(crate) warnings: Vec<Diagnostic>,
}

/// Evaluates all items of a macro call.
pub(crate) fn evaluate<'a>(source: &'a Source, diagnostics: &mut Diagnostics) -> Program<'a> {
    let file = &source.file;
    let names = resolve::names(file, &source.names);
    let slots = Rc::clone(&names.slots);
    let mut evaluator = Evaluator::new(source, slots, Rc::default(), diagnostics);
    evaluator.check_names();
    let consts =
        file.consts.iter().map(|constant| (constant, evaluator.typed_constant(constant))).collect();
    let models = file.models.iter().map(|model| evaluator.built_model(model)).collect();
    evaluator.check_uncalled();
    Program { consts, models, names, notes: evaluator.session.notes }
}

/// One evaluation: what it shares with the whole macro call, the model being built, and what is being run.
#[derive(Debug)]
struct Evaluator<'a, 'd> {
    session: Session<'a, 'd>,
    builder: Option<ModelBuilder<'a>>,
    frame: Frame,
}

impl<'a, 'd> Evaluator<'a, 'd> {
    fn new(
        source: &'a Source,
        slots: Rc<Slots>,
        spent: Rc<Spent>,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        let session = Session::new(source, slots, spent, diagnostics);
        Self { session, builder: None, frame: Frame::default() }
    }
}

impl<'a> Evaluator<'a, '_> {
    /// Reports a mistake in the arguments of a layer, which has its name all the same. Any other mistake may be a layer that
    /// was left out.
    fn report_of_arguments(&mut self, diagnostic: Diagnostic) -> Reported {
        let hid_names = self.builder.as_ref().is_some_and(|builder| builder.hides_names);
        let reported = self.report(diagnostic);
        if let Some(builder) = &mut self.builder {
            builder.hides_names = hid_names;
        }
        reported
    }

    /// Remembers that what does not run because of a mistake may have had layers with names of their own.
    fn hide_names(&mut self) {
        if let Some(builder) = &mut self.builder {
            builder.hides_names = true;
        }
    }

    /// Reports a mistake, with the blocks it is in.
    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        let mut diagnostic = diagnostic;
        diagnostic.notes.extend(self.frame.notes(self.session.spans));
        let reported = self.session.mistakes.report(diagnostic, self.frame.run);
        self.poisoned(reported);
        reported
    }

    /// Remembers that something at hand is wrong.
    fn poisoned(&mut self, reported: Reported) {
        self.hide_names();
        self.session.mistakes.add(reported);
        if self.session.mistakes.count > ERROR_LIMIT {
            self.session.usage.exhausted = Some(reported);
        }
    }

    fn error(&mut self, loc: Loc, message: impl Into<String>) -> Reported {
        self.report(Diagnostic::new(loc, message))
    }

    fn poison(&mut self, loc: Loc, message: impl Into<String>) -> Value {
        Value::Poisoned(self.error(loc, message))
    }

    /// Reports items of the same name.
    fn check_names(&mut self) {
        let file = self.session.file;
        let consts = file.consts.iter().map(|constant| &constant.head.name);
        let functions = file.functions.iter().map(|function| &function.name);
        let layers = file.layers.iter().map(|item| &item.name);
        let models = file.models.iter().map(|model| &model.head.name);
        let mut seen: HashMap<Rc<str>, &Name> = HashMap::default();
        for name in consts.chain(functions).chain(layers).chain(models) {
            if seen.insert(Rc::clone(&name.text), name).is_some() {
                self.error(name.loc, format!("the name `{}` is defined multiple times", name.text));
            } else if is_layer_name(&name.text) {
                self.error(name.loc, format!("`{}` is the name of a layer", name.text));
            } else if is_keyword(&name.text) {
                self.error(name.loc, format!("`{}` is a Rust keyword", name.text));
            }
        }
        let mut modules: HashMap<String, &Name> = HashMap::default();
        for name in file.models.iter().map(|model| &model.head.name) {
            let module = module_name(&name.text);
            let note = format!("`{module}` is the module with the layers of the model");
            if let Some(other) = modules.insert(module, name)
                && other.text != name.text
            {
                let message = format!(
                    "models `{}` and `{}` expand to the same module",
                    other.text, name.text
                );
                self.report(Diagnostic::new(name.loc, message).note(note));
            }
        }
    }
}

/// True if a name is taken by a layer of the language.
fn is_layer_name(name: &str) -> bool {
    name == "Sequential" || find_class(name).is_some()
}
