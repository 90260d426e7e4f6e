//! Limits of a macro call: evaluation ends, and what it makes can be walked.

use rustc_hash::FxHashMap as HashMap;
use std::cell::Cell;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::graph::CALL_LIMIT;
use modelwright_core::layers::{Layer, LayerKind};
use modelwright_core::size::Sizes;
use modelwright_core::value::Value;

use super::Evaluator;
use super::models::Outcome;
use crate::syntax::tree::Expr;

/// Maximum number of evaluated expressions per macro call.
const STEP_LIMIT: usize = 1_000_000;
/// Number of copied values or bytes that count as one step.
const COPIES_PER_STEP: usize = 8;
/// Steps per computed term of a symbolic size.
const STEPS_PER_TERM: usize = 2;
/// Maximum evaluation depth, across all blocks.
const DEPTH_LIMIT: usize = 250;
/// Maximum number of values in a list, nested ones included.
pub(super) const LIST_LIMIT: usize = 100_000;
/// Maximum nesting depth of lists and tuples, and of layers and models.
const NESTING_LIMIT: usize = 50;
/// Maximum length of a string in bytes.
pub(super) const TEXT_LIMIT: usize = 10_000;
/// Maximum number of layers, and of calls of layers, per macro call.
const LAYER_LIMIT: usize = CALL_LIMIT;
/// Maximum number of inputs of a model.
pub(super) const INPUT_LIMIT: usize = 1_000;
/// Number of errors that end the evaluation, repeated ones included.
pub(super) const ERROR_LIMIT: usize = 250;

/// Resources used by evaluation, shared with the rules of `layer` items.
#[derive(Debug, Default)]
pub(super) struct Spent {
    steps: Cell<usize>,
    depth: Cell<usize>,
    /// Symbols of the models, with the work that computing with them took.
    pub(super) sizes: Sizes,
}

/// Resources used by a macro call.
#[derive(Debug)]
pub(super) struct Usage {
    pub(super) spent: Rc<Spent>,
    /// Set when the steps are used up: nothing runs any more.
    pub(super) exhausted: Option<Reported>,
    pub(super) layers: usize,
    /// Layers called, those inside others included.
    called: usize,
    /// Contents of layers, by layer number; layers without contents are absent.
    extents: HashMap<u32, Extent>,
    /// The same for models.
    pub(super) models_extents: HashMap<Rc<str>, Extent>,
}

impl Usage {
    pub(super) fn new(spent: Rc<Spent>) -> Self {
        Self {
            spent,
            exhausted: None,
            layers: 0,
            called: 0,
            extents: HashMap::default(),
            models_extents: HashMap::default(),
        }
    }
}

/// Contents of a layer or a model.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    /// Nesting depth of layers.
    depth: usize,
    /// Number of layer calls inside a call, itself excluded.
    calls: usize,
}

impl Extent {
    /// Adds one call of a layer with this inside.
    fn add(&mut self, inside: Self) {
        self.depth = self.depth.max(inside.depth.saturating_add(1));
        self.calls = self.calls.saturating_add(inside.calls).saturating_add(1);
    }
}

impl Evaluator<'_, '_> {
    /// Counts one step of evaluation at `loc`.
    pub(super) fn step(&mut self, loc: Loc) -> Result<(), Reported> {
        self.steps(1, loc)
    }

    /// Counts what it takes to copy or compare so many values, or so many bytes of text.
    pub(super) fn copies(&mut self, count: usize, loc: Loc) -> Result<(), Reported> {
        self.steps(count / COPIES_PER_STEP, loc)
    }

    pub(super) fn steps(&mut self, count: usize, loc: Loc) -> Result<(), Reported> {
        if let Some(reported) = self.session.usage.exhausted {
            return Err(reported);
        }
        let steps = self.session.usage.spent.steps.get().saturating_add(count);
        self.session.usage.spent.steps.set(steps);
        let of_sizes = self.session.usage.spent.sizes.work().saturating_mul(STEPS_PER_TERM);
        if steps.saturating_add(of_sizes) <= STEP_LIMIT {
            return Ok(());
        }
        let reported = match self.frame.loops.last().copied() {
            Some(at) => self.error(at, format!("this loop runs for more than {STEP_LIMIT} steps")),
            None => self.error(loc, format!("evaluation takes more than {STEP_LIMIT} steps")),
        };
        self.session.usage.exhausted = Some(reported);
        Err(reported)
    }

    /// Evaluates one level deeper; `None` where that is too deep.
    pub(super) fn deeper<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let depth = self.session.usage.spent.depth.get();
        if depth >= DEPTH_LIMIT {
            return None;
        }
        self.session.usage.spent.depth.set(depth + 1);
        let result = run(self);
        self.session.usage.spent.depth.set(depth);
        Some(result)
    }

    /// A new list or tuple, unless it holds too much.
    pub(super) fn bounded(&mut self, value: Value, loc: Loc) -> Value {
        let value = self.within_limits(value, loc);
        match self.copies(value.items().map_or(0, <[Value]>::len), loc) {
            Ok(()) => value,
            Err(reported) => Value::Poisoned(reported),
        }
    }

    /// A list or tuple, unless it holds too much.
    pub(super) fn within_limits(&mut self, value: Value, loc: Loc) -> Value {
        if value.depth() > NESTING_LIMIT {
            return self
                .poison(loc, format!("lists are nested more than {NESTING_LIMIT} levels deep"));
        }
        if value.size() > LIST_LIMIT + 1 {
            return self.poison(
                loc,
                format!("a list has at most {LIST_LIMIT} items, including those of nested lists"),
            );
        }
        value
    }

    /// The number of a new layer.
    pub(super) fn layer_id(&mut self, loc: Loc) -> Result<u32, Reported> {
        self.session.usage.layers += 1;
        u32::try_from(self.session.usage.layers).map_err(|_| self.too_many_layers(loc))
    }

    /// Checks the number of layers, and remembers what is inside it.
    pub(super) fn measure(
        &mut self,
        id: u32,
        kind: Result<&LayerKind, Reported>,
        loc: Loc,
    ) -> Result<(), Reported> {
        if self.session.usage.layers > LAYER_LIMIT {
            return Err(self.too_many_layers(loc));
        }
        let mut extent = Extent::default();
        match kind {
            Ok(LayerKind::Class(_, args)) => {
                args.iter().for_each(|(_, value)| self.add_layers(value, &mut extent));
            }
            Ok(LayerKind::Sequential(layers)) => {
                layers.iter().for_each(|layer| extent.add(self.extent(layer)));
            }
            Ok(LayerKind::Model(graph)) => {
                let names = self.session.file.models.iter().map(|model| &model.head.name.text);
                let inside = names.filter_map(|name| match self.session.models.get(name) {
                    Some(Some(Outcome { graph: Ok(other), .. })) if Rc::ptr_eq(other, graph) => {
                        self.session.usage.models_extents.get(name)
                    }
                    _ => None,
                });
                extent = inside.copied().next().unwrap_or_default();
            }
            Ok(LayerKind::Custom(custom)) => {
                custom
                    .arguments()
                    .iter()
                    .for_each(|(_, value)| self.add_layers(value, &mut extent));
            }
            Ok(LayerKind::Input) | Err(_) => {}
        }
        if extent.depth > NESTING_LIMIT {
            return Err(
                self.error(loc, format!("layers are nested more than {NESTING_LIMIT} levels deep"))
            );
        }
        if extent.calls > 0 {
            self.session.usage.extents.insert(id, extent);
        }
        Ok(())
    }

    /// Counts a call of a layer.
    pub(super) fn count_call(&mut self, layer: &Layer, loc: Loc) -> Result<(), Reported> {
        let extent = self.extent(layer);
        self.session.usage.called =
            self.session.usage.called.saturating_add(extent.calls).saturating_add(1);
        if self.session.usage.called > LAYER_LIMIT {
            return Err(self.too_many_layers(loc));
        }
        if let Some(builder) = &mut self.builder {
            builder.extent.add(extent);
        }
        Ok(())
    }

    /// Refuses a pipe of more layers than there may be, before any of them is made.
    pub(super) fn foresee_layers(&mut self, stages: &[Expr]) -> Result<(), Reported> {
        match stages.get(LAYER_LIMIT + 1) {
            Some(first_too_many) => Err(self.too_many_layers(first_too_many.loc)),
            None => Ok(()),
        }
    }

    fn too_many_layers(&mut self, loc: Loc) -> Reported {
        if let Some(reported) = self.session.usage.exhausted {
            return reported;
        }
        let diagnostic = Diagnostic::new(loc, format!("more than {LAYER_LIMIT} layers"));
        let reported = self.report(diagnostic.note("a layer is counted once per call"));
        self.session.usage.exhausted = Some(reported);
        reported
    }

    fn extent(&self, layer: &Layer) -> Extent {
        self.session.usage.extents.get(&layer.id).copied().unwrap_or_default()
    }

    fn add_layers(&self, value: &Value, extent: &mut Extent) {
        match value {
            Value::Layer(layer) => extent.add(self.extent(layer)),
            Value::Tuple(items) | Value::List(items) => {
                items.iter().for_each(|item| self.add_layers(item, extent));
            }
            _ => {}
        }
    }
}
