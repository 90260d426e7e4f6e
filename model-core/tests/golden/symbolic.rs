//! Every accepted case with symbols in place of sizes: what comes out must be what numbers give, for every value, and
//! so must the peak of memory of a model of that layer.
//!
//! Where a rule has no size for a symbol it may refuse it or give `_`, but never another size.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use modelwright_core::dim::Dim;
use modelwright_core::layers::{self, Inferred, Layer, infer};
use modelwright_core::memory::{self, Live, Schedule};
use modelwright_core::operations::Count;
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::shape::Shape;
use modelwright_core::size::{Least, Sizes};
use modelwright_testing::golden::cases::{list, show, tensor_shapes};
use modelwright_testing::golden::{records, text};
use serde_json::{Map, Value as Json};

use super::{layer, model_of};

/// A size `factor * symbol + more`.
type Form = (usize, usize);

/// Replacement of a size.
const FORMS: [Form; 3] = [(1, 0), (2, 0), (3, 1)];

/// An axis of an input.
type Place = (usize, usize);

/// Axes that become symbolic, with the number of their symbol.
type Variant = BTreeMap<Place, usize>;

/// Number of symbol values that are compared.
const VALUES: usize = 12;

/// Classes all sizes of whose inputs weights depend on.
const NEVER: [&str; 3] = ["GRUCell", "SimpleRNNCell", "StackedRNNCells"];

/// Counts of one family.
#[derive(Default)]
struct Tally {
    cases: usize,
    variants: usize,
    refused: usize,
    compared: usize,
    /// Peaks that were compared.
    peaks: usize,
    too_small: usize,
    unknown: usize,
}

#[test]
fn symbols_give_what_numbers_give() {
    let only = std::env::var("GOLDEN_CLASS").ok();
    let mut table: BTreeMap<String, Tally> = BTreeMap::new();
    let mut classes: BTreeMap<&str, bool> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut state = 7;
    for case in records("layers.jsonl") {
        let name = text(&case, "layer");
        let Some(class) = layers::find(name) else { continue };
        if only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let inputs = case.get("inputs").map(tensor_shapes).unwrap_or_default();
        let mut arguments = Map::new();
        for key in ["config", "call_kwargs"] {
            arguments.extend(case.get(key).and_then(Json::as_object).cloned().unwrap_or_default());
        }
        let Ok(layer) = layer(name, &arguments, &mut 0) else { continue };
        if infer(&layer, &inputs).is_err() {
            continue;
        }
        let tally = table.entry(format!("{:?}", class.family)).or_default();
        tally.cases += 1;
        for variant in variants(&layer, &inputs) {
            for form in FORMS {
                let how = Trial::new(&layer, &inputs, &variant, form).run(tally, &mut state);
                let took = how.unwrap_or_else(|how| {
                    failures.push(format!("{}: {how}\n      {}", text(&case, "id"), show(&case)));
                    true
                });
                *classes.entry(class.name).or_default() |= took;
            }
        }
    }
    print_table(&table);
    assert!(
        failures.is_empty(),
        "{} variants fail, among them:\n{}",
        failures.len(),
        failures.iter().take(40).map(|failure| format!("  {failure}\n")).collect::<String>()
    );
    let none: Vec<&str> =
        classes.iter().filter(|(_, took)| !**took).map(|(name, _)| *name).collect();
    assert!(only.is_some() || none == NEVER, "these take no symbols: {none:?}");
    let compared: usize = table.values().map(|tally| tally.compared).sum();
    assert!(only.is_some() || compared > 100_000, "only {compared} shapes were compared");
    let peaks: usize = table.values().map(|tally| tally.peaks).sum();
    assert!(only.is_some() || peaks > 100_000, "only {peaks} peaks were compared");
}

/// Each axis alone; all that have the same size, or the same place, with one symbol; all that may be symbolic
/// at once, and all before or behind another, each with its own.
fn variants(layer: &Rc<Layer>, inputs: &[Shape]) -> BTreeSet<Variant> {
    let places = || {
        let axes =
            |(input, shape): (usize, &Shape)| (0..shape.rank()).map(move |axis| (input, axis));
        inputs.iter().enumerate().flat_map(axes)
    };
    let size = |(input, axis): Place| inputs.get(input)?.get(axis)?.known();
    let from_end = |(input, axis): Place| Some(inputs.get(input)?.rank() - axis);
    let known: Vec<Place> = places().filter(|place| size(*place).is_some()).collect();

    let mut variants: BTreeSet<Variant> =
        known.iter().map(|at| Variant::from([(*at, 0)])).collect();
    let mut groups: BTreeMap<(u8, Option<usize>), Variant> = BTreeMap::new();
    for at in &known {
        for group in [(0, size(*at)), (1, Some(at.1)), (2, from_end(*at))] {
            groups.entry(group).or_default().insert(*at, 0);
        }
    }
    variants.extend(groups.into_values());

    // What may be symbolic by itself, together: an axis, or all axes of one size.
    let accepted =
        |variant: &&Variant| Trial::new(layer, inputs, variant, (1, 0)).symbolic().is_ok();
    let mut together = Variant::new();
    for (symbol, variant) in variants.iter().filter(accepted).enumerate() {
        for at in variant.keys() {
            together.entry(*at).or_insert(symbol);
        }
    }
    let by_size: BTreeMap<Option<usize>, usize> =
        known.iter().map(|at| size(*at)).zip(0..).collect();
    let sized = |keep: &dyn Fn(Place) -> bool| -> Variant {
        let kept = known.iter().filter(|at| keep(**at));
        kept.filter_map(|at| Some((*at, *by_size.get(&size(*at))?))).collect()
    };
    let each = |keep: &dyn Fn(Place) -> bool| -> Variant {
        known.iter().copied().zip(0..).filter(|(at, _)| keep(*at)).collect()
    };
    let not_first = |at: Place| at.1 > 0;
    let not_last = |at: Place| from_end(at) != Some(1);
    for keep in [&not_first as &dyn Fn(Place) -> bool, &not_last] {
        variants.extend([sized(keep), each(keep)]);
    }
    variants.extend([together, sized(&|_| true), each(&|_| true)]);
    variants.remove(&Variant::new());
    variants
}

/// One layer with symbols in place of some sizes.
struct Trial<'a> {
    layer: &'a Rc<Layer>,
    inputs: &'a [Shape],
    variant: &'a Variant,
    form: Form,
}

impl<'a> Trial<'a> {
    fn new(layer: &'a Rc<Layer>, inputs: &'a [Shape], variant: &'a Variant, form: Form) -> Self {
        Self { layer, inputs, variant, form }
    }

    /// Output of the layer for these values of the symbols.
    fn at(&self, symbols: &BTreeMap<usize, Dim>) -> (Vec<Shape>, Result<Inferred, String>) {
        let (factor, more) = self.form;
        let mut inputs = self.inputs.to_vec();
        for ((input, axis), symbol) in self.variant {
            let dim = symbols[symbol].times(factor).and_then(|dim| dim.plus(more));
            inputs[*input] = inputs[*input].with(*axis, dim.expect("a size")).expect("an axis");
        }
        let result = infer(self.layer, &inputs).map_err(|mistake| mistake.message.to_string());
        (inputs, result)
    }

    fn symbolic(&self) -> Result<(Vec<Shape>, Inferred), String> {
        let sizes = Sizes::default();
        let numbers: BTreeSet<usize> = self.variant.values().copied().collect();
        let symbols =
            numbers.into_iter().map(|number| (number, Dim::Symbolic(sizes.symbol(&name(number)))));
        let (inputs, inferred) = self.at(&symbols.collect());
        Ok((inputs, inferred?))
    }

    /// Compares symbols with numbers; false where the layer takes no symbols here.
    fn run(&self, tally: &mut Tally, state: &mut u64) -> Result<bool, String> {
        tally.variants += 1;
        let Ok((symbolic_inputs, symbolic)) = self.symbolic() else {
            tally.refused += 1;
            return Ok(false);
        };
        let peak = peak(self.layer, &symbolic_inputs);
        for round in 0..VALUES {
            let mut values = BTreeMap::new();
            for number in self.variant.values() {
                values.entry(*number).or_insert_with(|| value(round, state));
            }
            let dims = values.iter().map(|(number, size)| (*number, Dim::Known(*size))).collect();
            let (inputs, numeric) = self.at(&dims);
            tally.compared += 1;
            tally.too_small += usize::from(numeric.is_err());
            let found = evaluated(&symbolic.outputs, &values);
            if let Ok(numeric) = &numeric {
                let known = evaluated(&numeric.outputs, &values);
                let pairs = found.iter().flatten().zip(known.iter().flatten());
                let given_up = pairs.filter(|(found, known)| found.is_none() && known.is_some());
                tally.unknown += given_up.count();
            }
            same(&symbolic, &found, &numeric, &values).map_err(|how| {
                format!(
                    "{} gives {}, {} {}: {how}",
                    list(&symbolic_inputs),
                    list(&symbolic.outputs),
                    list(&inputs),
                    numeric.as_ref().map_or_else(String::clone, |it| list(&it.outputs)),
                )
            })?;
            if let (Some(symbolic), Ok(_)) = (&peak, &numeric) {
                let expected = largest(&self::peak(self.layer, &inputs).expect("numbers"), &values);
                let found = largest(symbolic, &values);
                tally.peaks += 1;
                if found != expected {
                    let list = list(&inputs);
                    return Err(format!("{list}: the peak is {found}, of numbers {expected}"));
                }
            }
        }
        Ok(true)
    }
}

/// The peak of a model of this layer; `None` where a size is not known.
fn peak(layer: &Rc<Layer>, inputs: &[Shape]) -> Option<Vec<Live>> {
    let graph = model_of(layer, inputs).expect("an accepted call");
    let schedule =
        Schedule::of(&Lowered::of(&graph).expect("small sizes")).expect("small sizes")?;
    let sizes = graph.may_be_empty().filter_map(|(_, dim)| match dim {
        Dim::Symbolic(size) => Some(size),
        Dim::Known(_) | Dim::Unknown => None,
    });
    Some(memory::peak(&schedule, &Least::of(sizes)).expect("small sizes"))
}

/// The largest number of bytes for these values of the symbols.
fn largest(peak: &[Live], values: &BTreeMap<usize, usize>) -> i64 {
    let size = |dim: &Dim| evaluated(&[Shape::new([dim])], values)[0][0].expect("a size");
    let bytes = |live: &Live| {
        let in_place = live.in_place.as_ref().map_or(0, |it| {
            let output = size(&it.output);
            if it.inputs.iter().any(|input| size(input) == output) { output } else { 0 }
        });
        size(&live.bytes) - in_place
    };
    peak.iter().map(bytes).max().unwrap_or(0)
}

/// Small sizes first, where kernels do not fit; then some up to 200.
fn value(round: usize, state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let random = usize::try_from(*state >> 33).unwrap_or_default();
    match round {
        0..2 => 1 + round,
        2..5 => 1 + random % 8,
        5..8 => 1 + random % 32,
        _ => 1 + random % 200,
    }
}

fn name(number: usize) -> String {
    format!("s{number}")
}

/// The sizes for these values of the symbols; `None` where a size is not known.
fn evaluated(shapes: &[Shape], values: &BTreeMap<usize, usize>) -> Vec<Vec<Option<i64>>> {
    let value = |symbol: &str| {
        let number: usize = symbol.strip_prefix('s')?.parse().ok()?;
        i64::try_from(*values.get(&number)?).ok()
    };
    let size = |dim: &Dim| match dim {
        Dim::Known(size) => Some(i64::try_from(*size).expect("a small size")),
        Dim::Unknown => None,
        Dim::Symbolic(size) => Some(size.evaluate(&value).expect("a size")),
    };
    shapes.iter().map(|shape| shape.iter().map(size).collect()).collect()
}

fn same(
    symbolic: &Inferred,
    found: &[Vec<Option<i64>>],
    numeric: &Result<Inferred, String>,
    values: &BTreeMap<usize, usize>,
) -> Result<(), String> {
    let Ok(numeric) = numeric else {
        let refused = found.iter().flatten().any(|size| size.is_some_and(|size| size < 1));
        return if refused { Ok(()) } else { Err("every size is at least 1".into()) };
    };
    let expected = evaluated(&numeric.outputs, values);
    let fits = |(found, expected): (&Vec<Option<i64>>, &Vec<Option<i64>>)| {
        found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|(found, expected)| found.is_none() || found == expected)
    };
    if found.len() != expected.len() || !found.iter().zip(&expected).all(fits) {
        return Err(format!("the sizes are {found:?}"));
    }
    let weights = |inferred: &Inferred| {
        let weights = inferred.weights.iter();
        weights.map(|it| (it.path.to_string(), it.shape.clone(), it.trainable)).collect::<Vec<_>>()
    };
    let counts = |of: fn(&Inferred) -> &Count| {
        let count = |inferred| evaluated(&[Shape::new([of(inferred).count()])], values);
        (count(symbolic), count(numeric))
    };
    let (counted, count) = counts(|inferred| &inferred.operations.macs);
    if counted != count {
        return Err(format!("the multiply-accumulates are {counted:?} and {count:?}"));
    }
    let (counted, count) = counts(|inferred| &inferred.operations.flops);
    if counted != count && !counted.iter().flatten().any(Option::is_none) {
        return Err(format!("the operations are {counted:?} and {count:?}"));
    }
    if weights(symbolic) != weights(numeric) {
        return Err(format!("the weights are {:?}", weights(symbolic)));
    }
    Ok(())
}

fn print_table(table: &BTreeMap<String, Tally>) {
    println!(
        "{:<16} {:>6} {:>9} {:>8} {:>9} {:>9} {:>9} {:>8}",
        "family", "cases", "variants", "refused", "compared", "peaks", "too small", "only `_`"
    );
    for (family, tally) in table {
        println!(
            "{family:<16} {:>6} {:>9} {:>8} {:>9} {:>9} {:>9} {:>8}",
            tally.cases,
            tally.variants,
            tally.refused,
            tally.compared,
            tally.peaks,
            tally.too_small,
            tally.unknown
        );
    }
}
