//! Receptive fields: which elements of an input each element of a tensor depends on, axis by axis.
//!
//! A window that moves in steps of `stride` gives output `o` the inputs `o * stride - before ..= o * stride - before + span - 1`;
//! layers one after the other compose such maps, and branches that meet unite them. Padding counts as elements, so a field
//! may reach over the edges. Where layers enlarge, the fields repeat after a period of several outputs, and are kept for
//! each of these, so that nothing is rounded. Source: Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional
//! Neural Networks", 2019.

use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::graph::{Body, Graph, Inner, Wire};
use crate::layers::sight::{AxisSight, Sight, Step, of_elementwise};
use crate::layers::{Call, Layer, LayerKind};
use crate::shape::Shape;
use crate::spec::{Ratio, ReceptiveField};

#[cfg(test)]
mod tests;

/// Fields that repeat only after more outputs than this are not followed.
pub(crate) const PERIOD_LIMIT: usize = 4096;

/// The receptive fields of the layers of a model: those of the first output of each layer's last call, in the inputs of
/// the model.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    layers: BTreeMap<u32, Vec<ReceptiveField>>,
    inside: BTreeMap<u32, Rc<Self>>,
}

impl Fields {
    /// The fields of all layers of a model.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut fields = Self::default();
        follow(graph.body(), Some(&mut fields));
        fields
    }

    /// The fields of one layer, one a spatial axis; `None` where there are none.
    #[must_use]
    pub fn get(&self, layer: &Layer) -> Option<&[ReceptiveField]> {
        self.layers.get(&layer.id).map(Vec::as_slice).filter(|fields| !fields.is_empty())
    }

    /// The fields of the layers inside a layer, in its inputs: inside a model, as it was declared.
    #[must_use]
    pub fn inside(&self, layer: &Layer) -> Rc<Self> {
        self.inside.get(&layer.id).map(Rc::clone).unwrap_or_default()
    }
}

/// Fields of the outputs of a body in its own inputs. Those of its layers go to `fields`.
///
/// Each body is followed once, in its own inputs; what a call of a nested model sees of the model around it is the
/// composition of both. So the work is linear in the calls.
fn follow(body: &Body, mut fields: Option<&mut Fields>) -> Vec<Tensor> {
    let inputs = body.inputs().iter().cloned().enumerate();
    let mut tensors: Vec<Tensor> = inputs.map(Tensor::input).collect();
    for call in body.calls() {
        let inputs = wired(&tensors, &call.inputs);
        let made = match call.unfolded() {
            Some(inside) => {
                let outputs = nested(call, inside, fields.as_deref_mut());
                outputs.iter().map(|output| output.after(&inputs)).collect()
            }
            None => made(call, &inputs),
        };
        if let Some(fields) = fields.as_deref_mut() {
            let report = made.first().map(|tensor: &Tensor| tensor.field.report());
            fields.layers.insert(call.layer.id, report.unwrap_or_default());
        }
        tensors.extend(made);
    }
    wired(&tensors, body.outputs())
}

/// Fields of the outputs of a model or chain in its own inputs.
fn nested(call: &Inner, inside: &Rc<Body>, fields: Option<&mut Fields>) -> Vec<Tensor> {
    let Some(fields) = fields else { return follow(inside, None) };
    let mut own = Fields::default();
    let outputs = match &call.layer.kind {
        LayerKind::Model(graph) if !Rc::ptr_eq(graph.body(), inside) => {
            follow(graph.body(), Some(&mut own));
            follow(inside, None)
        }
        _ => follow(inside, Some(&mut own)),
    };
    fields.inside.insert(call.layer.id, Rc::new(own));
    outputs
}

/// The outputs of a call of a single layer.
fn made(call: &Inner, inputs: &[Tensor]) -> Vec<Tensor> {
    let shapes: Vec<Shape> = inputs.iter().map(|tensor| tensor.shape.clone()).collect();
    let first = match &call.layer.kind {
        LayerKind::Class(class, args) => {
            applied(&(class.facets.sight)(&Call { class, args, inputs: &shapes }), inputs)
        }
        LayerKind::Custom(custom) if custom.is_elementwise() => {
            applied(&of_elementwise(&shapes), inputs)
        }
        _ => Field::default(),
    };
    let mut first = Some(first);
    let field =
        |shape: &Shape| Tensor { shape: shape.clone(), field: first.take().unwrap_or_default() };
    call.outputs.iter().map(field).collect()
}

fn wired(tensors: &[Tensor], wires: &[Wire]) -> Vec<Tensor> {
    wires.iter().filter_map(|Wire(wire)| tensors.get(*wire).cloned()).collect()
}

/// A tensor, and what it depends on.
#[derive(Clone, Debug)]
struct Tensor {
    shape: Shape,
    field: Field,
}

impl Tensor {
    /// An input of the model: every element depends on itself.
    fn input((input, shape): (usize, Shape)) -> Self {
        let axes = (0..shape.rank()).map(|axis| Some(Map::own(input, axis))).collect();
        Self { shape, field: Field { axes, is_input: true } }
    }

    /// The same tensor of a nested model, which is called on these inputs, in the inputs of the model around it.
    fn after(&self, inputs: &[Self]) -> Self {
        Self { shape: self.shape.clone(), field: self.field.after(inputs) }
    }
}

/// Dependencies of the elements of a tensor.
#[derive(Clone, Debug, Default)]
struct Field {
    /// The map of each axis; `None` for channels, and for every axis where fields have no meaning.
    axes: Vec<Option<Map>>,
    /// True if only pointwise layers precede it: the spatial axes are still unknown.
    is_input: bool,
}

impl Field {
    /// Dependencies on the enclosing model.
    fn after(&self, inputs: &[Tensor]) -> Self {
        let axis = |map: &Option<Map>| {
            let Map { input, axis, step } = map.as_ref()?;
            inputs.get(*input)?.field.axes.get(*axis)?.as_ref()?.after(step)
        };
        let axes = self.axes.iter().map(axis).collect();
        let read = self.axes.iter().flatten().filter_map(|map| inputs.get(map.input));
        let is_input = self.is_input && read.clone().all(|tensor| tensor.field.is_input);
        let wider =
            read.map(|tensor| &tensor.field).max_by_key(|field| (!field.is_input, field.count()));
        match wider {
            Some(wider) => whole(Self { axes, is_input }, wider),
            None => Self { axes, is_input },
        }
    }

    fn count(&self) -> usize {
        self.axes.iter().flatten().count()
    }

    fn report(&self) -> Vec<ReceptiveField> {
        if self.is_input {
            return Vec::new();
        }
        let all = self.axes.iter().flatten().map(Map::report);
        all.collect::<Option<Vec<_>>>().unwrap_or_default()
    }
}

/// The field of a call's first output.
fn applied(sight: &Sight, inputs: &[Tensor]) -> Field {
    match (sight, inputs) {
        (Sight::Axes(axes), [Tensor { field, .. }]) => {
            let axis = |sight: &AxisSight| match sight {
                AxisSight::Lost => None,
                AxisSight::Of(axis, step) => field.axes.get(*axis)?.as_ref()?.after(step),
            };
            let is_input = field.is_input && axes.iter().all(AxisSight::is_single);
            whole(Field { axes: axes.iter().map(axis).collect(), is_input }, field)
        }
        (Sight::United(joined), [first, rest @ ..]) => rest
            .iter()
            .fold(first.field.clone(), |field, tensor| united(&field, tensor, first, *joined)),
        _ => Field::default(),
    }
}

/// The union of what two tensors depend on that meet element by element, or are joined along one axis.
fn united(field: &Field, tensor: &Tensor, first: &Tensor, joined: Option<usize>) -> Field {
    let (a, b) = (field, &tensor.field);
    if first.shape.rank() != tensor.shape.rank() {
        return Field::default();
    }
    let sizes = first.shape.iter().zip(tensor.shape.iter());
    let axes = a.axes.iter().zip(&b.axes).zip(sizes).enumerate();
    let axes = axes.map(|(index, ((one, other), (size, other_size)))| {
        // An axis of one element that is stretched depends on the same element everywhere.
        let stretched = joined.is_none() && !size.is_compatible(other_size);
        if joined == Some(index) || stretched {
            None
        } else {
            one.as_ref()?.united(other.as_ref()?)
        }
    });
    let is_input = a.is_input && b.is_input && joined.is_none();
    let wider = if a.is_input || (!b.is_input && b.count() > a.count()) { b } else { a };
    whole(Field { axes: axes.collect(), is_input }, wider)
}

/// No field, where one of the axes is lost that were known to be spatial.
fn whole(field: Field, before: &Field) -> Field {
    let lost = !before.is_input && field.count() < before.count();
    if lost { Field::default() } else { field }
}

impl Step {
    fn at(&self, output: i64) -> Option<(i64, i64)> {
        let period = i64::try_from(self.ends.len()).ok()?;
        let index = usize::try_from(output.checked_rem_euclid(period)?).ok()?;
        let (first, last) = *self.ends.get(index)?;
        let more = output.checked_div_euclid(period)?.checked_mul(self.advance)?;
        Some((first.checked_add(more)?, last.checked_add(more)?))
    }

    /// The same with the shortest period.
    fn reduced(self) -> Option<Self> {
        let all = i64::try_from(self.ends.len()).ok()?;
        let shorter = (1..all).filter(|period| all % period == 0).find_map(|period| {
            let advance = self.advance.checked_mul(period)?;
            if advance % all != 0 {
                return None;
            }
            let ends = self.ends.iter().take(usize::try_from(period).ok()?).copied().collect();
            let step = Self { ends, advance: advance / all };
            let same = (0..).zip(&self.ends).all(|(output, ends)| step.at(output) == Some(*ends));
            same.then_some(step)
        });
        Some(shorter.unwrap_or(self))
    }

    /// Composition: `outer` applied to the output of this.
    fn after(&self, outer: &Self) -> Option<Self> {
        let (own, others) = (self.ends.len(), outer.ends.len());
        let advance = usize::try_from(outer.advance).ok()?;
        let repeats = own.checked_div(greatest_common_divisor(advance, own))?;
        let period = others.checked_mul(repeats).filter(|period| *period <= PERIOD_LIMIT)?;
        let ends = (0..i64::try_from(period).ok()?).map(|output| {
            let (first, last) = outer.at(output)?;
            Some((self.at(first)?.0, self.at(last)?.1))
        });
        let ends = ends.collect::<Option<Vec<_>>>()?;
        let advance = outer.advance.checked_mul(i64::try_from(repeats).ok()?)?;
        let advance = advance.checked_mul(self.advance)?.checked_div(i64::try_from(own).ok()?)?;
        Self { ends, advance }.reduced()
    }

    /// Both, where they advance equally fast.
    fn united(&self, other: &Self) -> Option<Self> {
        let (own, others) = (self.ends.len(), other.ends.len());
        let repeats = others.checked_div(greatest_common_divisor(own, others))?;
        let period = own.checked_mul(repeats).filter(|period| *period <= PERIOD_LIMIT)?;
        let long = i64::try_from(period).ok()?;
        let advance = |step: &Self| {
            let period = i64::try_from(step.ends.len()).ok()?;
            step.advance.checked_mul(long.checked_div(period)?)
        };
        let advance = advance(self).filter(|own| Some(*own) == advance(other))?;
        let ends = (0..long).map(|output| {
            let ((a, b), (c, d)) = (self.at(output)?, other.at(output)?);
            Some((a.min(c), b.max(d)))
        });
        Self { ends: ends.collect::<Option<Vec<_>>>()?, advance }.reduced()
    }
}

/// Dependency of an axis on one axis of a model input.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Map {
    input: usize,
    axis: usize,
    step: Step,
}

impl Map {
    fn own(input: usize, axis: usize) -> Self {
        Self { input, axis, step: Step { ends: [(0, 0)].to_vec(), advance: 1 } }
    }

    fn after(&self, step: &Step) -> Option<Self> {
        Some(Self { step: self.step.after(step)?, ..*self })
    }

    fn united(&self, other: &Self) -> Option<Self> {
        let same = (self.input, self.axis) == (other.input, other.axis);
        if same { Some(Self { step: self.step.united(&other.step)?, ..*self }) } else { None }
    }

    /// The largest field, how far it moves from one output to the next, and where its centre is for the first: both in
    /// the mean over a period.
    fn report(&self) -> Option<ReceptiveField> {
        let Step { ends, advance } = &self.step;
        let largest = ends.iter().map(|(first, last)| last.checked_sub(*first));
        let largest = largest.collect::<Option<Vec<i64>>>()?.into_iter().max()?;
        let size = usize::try_from(largest.checked_add(1)?).ok()?;
        let (period, advance) = (i128::try_from(ends.len()).ok()?, i128::from(*advance));
        let mut centres = 0_i128;
        for (output, (first, last)) in (0_i128..).zip(ends) {
            let twice = i128::from(*first).checked_add(i128::from(*last))?;
            let moved = advance.checked_mul(output)?.checked_mul(2)?;
            centres = centres.checked_add(twice.checked_mul(period)?.checked_sub(moved)?)?;
        }
        let offset = ratio(centres, period.checked_mul(period)?.checked_mul(2)?)?;
        Some(ReceptiveField::new(size, ratio(advance, period)?, offset))
    }
}

/// In lowest terms.
fn ratio(numerator: i128, denominator: i128) -> Option<Ratio> {
    let (mut a, mut b) = (numerator.checked_abs()?, denominator);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    let reduced = |number: i128| i64::try_from(number.checked_div(a.max(1))?).ok();
    Some(Ratio::new(reduced(numerator)?, reduced(denominator)?))
}

fn greatest_common_divisor(mut a: usize, mut b: usize) -> usize {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a.max(1)
}
