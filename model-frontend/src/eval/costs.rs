//! Cost of running a model.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::dim::{Dim, DimError};
use modelwright_core::graph::{Graph, Row};
use modelwright_core::memory::{self, DEFAULT_ALIGNMENT, Live, Plan, Schedule};
use modelwright_core::names::nearest;
use modelwright_core::operations::Operations;
use modelwright_core::packed::wide;
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::plan::write::{self as plan, Arena};
use modelwright_core::polynomial::Least;
use modelwright_core::totals::Totals;
use modelwright_core::value::Value;

use super::Evaluator;
use crate::syntax::tree::{Clause, Expr, Model, Name};

/// The largest alignment: that of a page of memory.
const ALIGNMENT_LIMIT: usize = 4096;

/// Cost of running a model on one sample.
#[derive(Clone, Debug, Default)]
pub(crate) struct Costs {
    pub(crate) operations: Operations,
    pub(crate) memory: Memory,
    /// The calls, tensors and variables.
    pub(crate) lowered: Rc<Lowered>,
    /// The plan, as bytes.
    pub(crate) plan: Vec<u8>,
}

/// The memory that activations take.
#[derive(Clone, Debug, Default)]
pub(crate) enum Memory {
    /// A size is not known.
    #[default]
    Unknown,
    /// The peak is the largest of these, which depend on the symbols.
    Symbolic(Vec<Live>),
    /// The activations and their places.
    Planned(Schedule, Plan),
}

impl Memory {
    fn of(graph: &Graph, lowered: &Lowered, alignment: usize) -> Result<Self, DimError> {
        let Some(schedule) = Schedule::of(lowered)? else { return Ok(Self::Unknown) };
        if let Some(plan) = memory::plan(&schedule, alignment)? {
            return Ok(Self::Planned(schedule, plan));
        }
        let least = Least::of(graph.may_be_empty().filter_map(|(_, dim)| match dim {
            Dim::Symbolic(size) => Some(size),
            Dim::Known(_) | Dim::Unknown => None,
        }));
        Ok(Self::Symbolic(memory::peak(&schedule, &least)?))
    }

    fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Planned(_, plan) => Some(plan),
            Self::Unknown | Self::Symbolic(_) => None,
        }
    }
}

impl Costs {
    /// The most bytes of activations that are live at once.
    pub(crate) fn peak(&self) -> Option<usize> {
        self.memory.plan().map(|plan| plan.peak)
    }

    /// Bytes of the arena.
    pub(crate) fn arena(&self) -> Option<usize> {
        self.memory.plan().map(|plan| plan.arena)
    }
}

/// Number of largest contributors that are named.
const SHOWN: usize = 3;

/// Subject of a budget.
#[derive(Clone, Copy)]
enum Kind {
    Params,
    TrainableParams,
    ParamBytes,
    Macs,
    Flops,
    PeakActivationBytes,
    ArenaBytes,
}

impl Kind {
    /// Under the names of the constants.
    const ALL: &[(&str, Self)] = &[
        ("params", Self::Params),
        ("trainable_params", Self::TrainableParams),
        ("param_bytes", Self::ParamBytes),
        ("macs", Self::Macs),
        ("flops", Self::Flops),
        ("peak_activation_bytes", Self::PeakActivationBytes),
        ("arena_bytes", Self::ArenaBytes),
    ];

    /// The cost of a model; `None` where it is not known.
    fn of(self, graph: &Graph, costs: &Costs) -> Option<u128> {
        match self {
            Self::Params | Self::TrainableParams | Self::ParamBytes => {
                Some(self.of_weights(Totals::of_distinct(&graph.weights())))
            }
            Self::Macs => costs.operations.macs.known().map(u128::from),
            Self::Flops => costs.operations.flops.known().map(u128::from),
            Self::PeakActivationBytes => costs.peak().map(wide),
            Self::ArenaBytes => costs.arena().map(wide),
        }
    }

    /// The cost of weights; 0 for the costs that are not theirs.
    fn of_weights(self, totals: Totals) -> u128 {
        match self {
            Self::Params => totals.params(),
            Self::TrainableParams => totals.trainable_params(),
            Self::ParamBytes => totals.bytes(),
            Self::Macs | Self::Flops | Self::PeakActivationBytes | Self::ArenaBytes => 0,
        }
    }

    /// The cost of one layer; `None` where it is not known.
    fn of_row(self, row: &Row) -> Option<u128> {
        match self {
            Self::Params | Self::TrainableParams | Self::ParamBytes => {
                Some(self.of_weights(Totals::of(&row.weights)))
            }
            Self::Macs => row.operations.macs.known().map(u128::from),
            Self::Flops => row.operations.flops.known().map(u128::from),
            Self::PeakActivationBytes | Self::ArenaBytes => None,
        }
    }

    /// Largest contributors.
    fn largest(self, graph: &Graph, costs: &Costs) -> String {
        if let (Self::PeakActivationBytes | Self::ArenaBytes, Memory::Planned(schedule, plan)) =
            (self, &costs.memory)
        {
            let live = schedule.at_peak(plan);
            let live = live.iter().map(|(tensor, place)| (&*tensor.layer, wide(place.bytes)));
            return format!("the largest tensors live at once are {}", listed(live));
        }
        let rows = graph.rows();
        let costs = rows.iter().filter_map(|row| Some((&*row.layer.name, self.of_row(row)?)));
        let mut layers: Vec<(&str, u128)> = costs.collect();
        layers.sort_by_key(|(_, cost)| core::cmp::Reverse(*cost));
        layers.retain(|(_, cost)| *cost > 0);
        format!("the largest are {}", listed(layers.into_iter()))
    }
}

/// `conv2d` (1_000), `dense` (500)
fn listed<'a>(costs: impl Iterator<Item = (&'a str, u128)>) -> String {
    let shown: Vec<String> =
        costs.take(SHOWN).map(|(name, cost)| format!("`{name}` ({})", separated(cost))).collect();
    shown.join(", ")
}

/// A number as it is written in a budget: `50_000`.
fn separated(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

impl<'a> Evaluator<'a, '_> {
    /// Cost of a model without other mistakes.
    pub(super) fn costs(&mut self, model: &'a Model, graph: &Graph) -> Result<Costs, Reported> {
        let alignment = match &model.options.align {
            Some(expr) => self.alignment(expr)?,
            None => DEFAULT_ALIGNMENT,
        };
        let name = &model.head.name;
        let too_large = |this: &mut Self| {
            this.error(name.loc, format!("activation size of `{}` overflows", name.text))
        };
        let lowered = Lowered::of(graph).map_err(|_| too_large(self))?;
        let memory = Memory::of(graph, &lowered, alignment).map_err(|_| too_large(self))?;
        let arena = memory.plan().map(|plan| Arena { plan, alignment });
        let plan = plan::write(&graph.name, &lowered, arena).map_err(|mistake| {
            let mut diagnostic = Diagnostic::new(mistake.loc.unwrap_or(name.loc), mistake.message);
            diagnostic.notes = mistake.notes;
            self.report(diagnostic)
        })?;
        let operations = graph.operations().map_err(|what| {
            self.error(name.loc, format!("{what} count of `{}` overflows", name.text))
        })?;
        let lowered = Rc::new(lowered);
        let costs = Costs { operations, memory, lowered, plan };
        for clause in model.options.budget.iter().flatten() {
            self.check_budget(clause, model, graph, &costs);
        }
        Ok(costs)
    }

    /// Reports a clause of the budget that the model breaks.
    fn check_budget(&mut self, clause: &'a Clause, model: &'a Model, graph: &Graph, costs: &Costs) {
        let Clause { cost: Name { text: cost, loc }, limit, .. } = clause;
        let Some(kind) = Kind::ALL.iter().find(|(name, _)| *name == &**cost).map(|(_, kind)| *kind)
        else {
            let diagnostic = Diagnostic::new(*loc, format!("cannot find cost `{cost}`"));
            let names = Kind::ALL.iter().map(|(name, _)| *name);
            self.report(match nearest(cost, names.clone()) {
                Some(near) => diagnostic.help(format!("a similar cost exists: `{near}`")),
                None => {
                    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
                    diagnostic.note(format!("a budget limits {}", names.join(", ")))
                }
            });
            return;
        };
        let most = match self.expression(limit, &mut self.scope()) {
            Value::Int(most @ 0..) => most.unsigned_abs(),
            Value::Poisoned(_) => return,
            value => {
                let message = format!("budget must be a count, found `{value}`");
                self.error(limit.loc, message);
                return;
            }
        };
        let name = &model.head.name.text;
        match kind.of(graph, costs) {
            None => {
                let diagnostic = Diagnostic::new(
                    clause.loc,
                    format!("`{cost}` of `{name}` depends on an unknown size"),
                );
                self.report(diagnostic.note("a budget requires known sizes"));
            }
            Some(found) if found > most.into() => {
                let (found, most) = (separated(found), separated(most.into()));
                let diagnostic = Diagnostic::new(
                    clause.loc,
                    format!("`{cost}` of `{name}` exceeds the budget of {most}, found {found}"),
                );
                self.report(diagnostic.note(kind.largest(graph, costs)));
            }
            Some(_) => {}
        }
    }

    fn alignment(&mut self, expr: &'a Expr) -> Result<usize, Reported> {
        let value = self.expression(expr, &mut self.scope());
        let size = match value {
            Value::Int(size) => usize::try_from(size).ok(),
            Value::Poisoned(reported) => return Err(reported),
            _ => None,
        };
        size.filter(|size| size.is_power_of_two() && *size <= ALIGNMENT_LIMIT).ok_or_else(|| {
            let diagnostic = Diagnostic::new(
                expr.loc,
                format!(
                    "alignment must be a power of two up to {ALIGNMENT_LIMIT}, found `{value}`"
                ),
            );
            self.report(diagnostic)
        })
    }
}
