//! What a model costs to run.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::graph::Graph;
use modelwright_core::macs::Macs;
use modelwright_core::memory::{self, DEFAULT_ALIGNMENT, Plan, Schedule};
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::Scope;
use crate::syntax::tree::{Expr, Model};

/// The largest alignment: that of a page of memory.
const ALIGNMENT_LIMIT: usize = 4096;

/// What a model costs to run on one sample.
#[derive(Clone, Debug, Default)]
pub(crate) struct Costs {
    pub(crate) macs: Macs,
    /// The activations and their places; `None` where a size is not known.
    pub(crate) memory: Option<(Schedule, Plan)>,
}

impl Costs {
    /// The most bytes of activations that are live at once.
    pub(crate) fn peak(&self) -> Option<usize> {
        self.memory.as_ref().map(|(_, plan)| plan.peak)
    }

    /// Bytes of the arena.
    pub(crate) fn arena(&self) -> Option<usize> {
        self.memory.as_ref().map(|(_, plan)| plan.arena)
    }
}

impl<'a> Evaluator<'a, '_> {
    /// What a model costs, which has no other mistakes.
    pub(super) fn costs(&mut self, model: &'a Model, graph: &Graph) -> Result<Costs, Reported> {
        let alignment = match &model.options.align {
            Some(expr) => self.alignment(expr)?,
            None => DEFAULT_ALIGNMENT,
        };
        let memory = Schedule::of(graph).and_then(|schedule| {
            let planned = |schedule| {
                let plan = memory::plan(&schedule, alignment)?;
                Ok((schedule, plan))
            };
            schedule.map(planned).transpose()
        });
        let name = &model.head.name;
        let memory = memory.map_err(|_| {
            self.error(name.loc, format!("activations of `{}` are too large to count", name.text))
        })?;
        Ok(Costs { macs: graph.macs(), memory })
    }

    fn alignment(&mut self, expr: &'a Expr) -> Result<usize, Reported> {
        let value = self.expression(expr, &mut Scope::default());
        let size = match value {
            Value::Int(size) => usize::try_from(size).ok(),
            Value::Poisoned(reported) => return Err(reported),
            _ => None,
        };
        size.filter(|size| size.is_power_of_two() && *size <= ALIGNMENT_LIMIT).ok_or_else(|| {
            let diagnostic = Diagnostic::new(
                expr.loc,
                format!("an alignment is a power of two up to {ALIGNMENT_LIMIT}, found `{value}`"),
            );
            self.report(diagnostic)
        })
    }
}
