//! Fixes for symbolic sizes that do not meet: multiples of the symbols, tried by building the model again.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::dim::Dim;
use modelwright_core::graph::Tensor;

use super::Evaluator;

/// A fix that is being tried.
#[derive(Clone, Debug, Default)]
pub(super) struct Trial {
    /// Factor of each symbol.
    pub(super) factors: HashMap<Rc<str>, usize>,
}

/// The multiples that are tried, in this order.
const MULTIPLES: [usize; 12] = [2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 64, 128];

impl Evaluator<'_, '_> {
    /// Facts and a fix for a mistake at `loc` in which symbolic sizes are involved.
    pub(super) fn symbolic_fix(&self, loc: Loc, inputs: &[Tensor]) -> Option<(String, String)> {
        let builder = self.builder.as_ref()?;
        let shapes = inputs.iter().filter_map(|tensor| builder.graph.shape(*tensor));
        let symbolic =
            shapes.flat_map(|shape| shape.iter()).any(|dim| matches!(dim, Dim::Symbolic(_)));
        if !symbolic || self.session.trial.is_some() || builder.symbols.is_empty() {
            return None;
        }
        let all = |factor| builder.symbols.iter().map(|name| (Rc::clone(name), factor)).collect();
        let multiple = MULTIPLES
            .into_iter()
            .find(|multiple| self.try_factors(all(*multiple), loc).is_some())?;
        // Only the symbols that matter.
        let mut factors: HashMap<Rc<str>, usize> = all(multiple);
        for name in &builder.symbols {
            let mut fewer = factors.clone();
            fewer.remove(name);
            if self.try_factors(fewer.clone(), loc).is_some() {
                factors = fewer;
            }
        }
        let inputs = self.try_factors(factors.clone(), loc)?;
        let names: Vec<String> = builder
            .symbols
            .iter()
            .filter(|name| factors.contains_key(*name))
            .map(|name| format!("`{name}`"))
            .collect();
        let what = match names.as_slice() {
            [name] => format!("{name} is a multiple of {multiple}"),
            names => format!("{} are multiples of {multiple}", names.join(" and ")),
        };
        Some((format!("it fits if {what}"), format!("declare {inputs}")))
    }

    /// The inputs of the model with these multiples, if the mistake at `loc` is gone with them.
    fn try_factors(&self, factors: HashMap<Rc<str>, usize>, loc: Loc) -> Option<String> {
        let model = self.builder.as_ref()?.model;
        let mut diagnostics = Diagnostics::default();
        let mut evaluator = Evaluator::new(
            self.session.source,
            Rc::clone(&self.session.slots),
            Rc::clone(&self.session.usage.spent),
            &mut diagnostics,
        );
        evaluator.session.trial = Some(Trial { factors });
        let inputs = evaluator.declared_inputs(model);
        let is_gone = !diagnostics.into_list().iter().any(|(diagnostic, _)| diagnostic.loc == loc);
        let inputs: Vec<String> =
            inputs.iter().map(|(name, shape)| format!("`{name}: {shape}`")).collect();
        is_gone.then(|| inputs.join(" and "))
    }
}
