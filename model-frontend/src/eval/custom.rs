//! `layer` items: a user's own layer, with its shape rule and weights.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use modelwright_core::dim::Dim;
use modelwright_core::layers::{Custom, Inferred, Layer, LayerKind, Mistake, Place, Weight};
use modelwright_core::names::snake_case;
use modelwright_core::operations::{Count, Operations};
use modelwright_core::shape::Shape;
use modelwright_core::value::Value;

use super::Evaluator;
use super::limits::Spent;
use super::scope::Scope;
use super::shapes::NewNames;
use crate::resolve::Slots;
use crate::syntax::Source;
use crate::syntax::tree::{Argument, Element, Expr, ExprKind, LayerItem, ParamKind, ShapePattern};

/// A `layer` item with values for its parameters: a rule that evaluates the item at each call.
#[derive(Debug)]
struct CustomLayer {
    source: Source,
    /// Index among the file's `layer` items.
    item: usize,
    values: Vec<(Rc<str>, Loc, Value)>,
    slots: Rc<Slots>,
    spent: Rc<Spent>,
}

impl CustomLayer {
    fn item(&self) -> Option<&LayerItem> {
        self.source.file.layers.get(self.item)
    }
}

impl Custom for CustomLayer {
    fn class_name(&self) -> &str {
        self.item().map_or("", |item| &item.name.text)
    }

    fn arguments(&self) -> Vec<(&str, &Value)> {
        self.values.iter().map(|(name, _, value)| (&**name, value)).collect()
    }

    fn works_in_place(&self) -> bool {
        self.item().is_some_and(|item| item.clauses.in_place.is_some())
    }

    fn is_elementwise(&self) -> bool {
        self.item().is_some_and(|item| item.clauses.elementwise.is_some())
    }

    fn infer(&self, inputs: &[Shape]) -> Result<Inferred, Mistake> {
        let Some(item) = self.item() else {
            return Err(Mistake::new(Place::Layer, "this layer is not there"));
        };
        let count = tensors(item).count();
        if count != inputs.len() {
            let plural = if count == 1 { "" } else { "s" };
            let message =
                format!("`{}` takes {count} input{plural}, found {}", item.name.text, inputs.len());
            return Err(Mistake::new(Place::Layer, message));
        }
        let mut diagnostics = Diagnostics::default();
        let (slots, spent) = (Rc::clone(&self.slots), Rc::clone(&self.spent));
        let mut evaluator = Evaluator::new(&self.source, slots, spent, &mut diagnostics);
        let mut scope = evaluator.scope();
        for (name, loc, value) in &self.values {
            scope.bind(name, *loc, false, value.clone());
        }
        let inferred = evaluator.run_layer_item(item, inputs, &mut scope);
        inferred.map_err(|_| match diagnostics.into_list().into_iter().next() {
            Some((Diagnostic { loc, message, notes, help }, _)) => {
                Mistake { notes, help, loc: Some(loc), ..Mistake::new(Place::Layer, message) }
            }
            None => Mistake::new(Place::Layer, format!("`{}` has an error", item.name.text)),
        })
    }
}

impl<'a> Evaluator<'a, '_> {
    /// A layer of a `layer` item.
    pub(super) fn custom_layer(
        &mut self,
        item: &'a LayerItem,
        loc: Loc,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Result<Rc<Layer>, Reported> {
        let name = &item.name.text;
        let is_common = |argument: &&Argument| {
            argument.name.as_ref().is_some_and(|given| {
                matches!(&*given.text, "name" | "trainable" | "dtype")
                    && !item.params.iter().any(|param| param.name.text == given.text)
            })
        };
        let (common, own): (Vec<&'a Argument>, Vec<&'a Argument>) =
            arguments.iter().partition(is_common);
        let common = self.common_arguments(name, common, scope);
        let values = self.bind_values(name, loc, &item.params, own, scope);
        let index = self.session.file.layers.iter().position(|other| std::ptr::eq(other, item));
        let slots = Rc::clone(&self.session.slots);
        let spent = Rc::clone(&self.session.usage.spent);
        let kind = values.and_then(|values| {
            let Some(item) = index else {
                let message = format!("`{name}` is a layer of another call: please report this");
                return Err(self.error(loc, message));
            };
            let source = self.session.source.clone();
            Ok(LayerKind::Custom(Rc::new(CustomLayer { source, item, values, slots, spent })))
        });
        self.make(kind, &|| snake_case(name), common?, loc)
    }

    /// Shapes, weights and operations of one call of a `layer` item.
    fn run_layer_item(
        &mut self,
        item: &'a LayerItem,
        inputs: &[Shape],
        scope: &mut Scope,
    ) -> Result<Inferred, Reported> {
        let name = &item.name.text;
        let mut rest = None;
        for (pattern, input) in tensors(item).zip(inputs) {
            let found = self.compare(pattern, None, input, NewNames::Bind, scope)?;
            rest = rest.or(found);
        }
        let mut outputs = Vec::with_capacity(item.outputs.shapes.len());
        for pattern in &item.outputs.shapes {
            outputs.push(self.shape_of(pattern, rest.as_deref(), scope)?);
        }
        let mut inferred = Inferred::many(outputs);
        for line in &item.weights {
            self.copies(line.name.text.len(), line.name.loc)?;
            let shape = self.shape_of(&line.shape, rest.as_deref(), scope)?;
            let sizes: Option<Vec<usize>> = shape.iter().map(|dim| dim.known()).collect();
            let Some(sizes) = sizes else {
                let message = format!(
                    "weight `{}` of `{name}` needs known sizes, found `{shape}`",
                    line.name.text
                );
                return Err(self.error(line.shape.loc, message));
            };
            let weight = Weight::new(line.name.text.to_string(), sizes);
            inferred.weights.push(Weight { trainable: !line.frozen, ..weight });
        }
        self.check_places(item, inputs, &inferred.outputs)?;
        inferred.operations = self.operations(item, scope)?;
        Ok(inferred)
    }

    /// Checks that a call can do what `in_place` and `elementwise` promise.
    fn check_places(
        &mut self,
        item: &LayerItem,
        inputs: &[Shape],
        outputs: &[Shape],
    ) -> Result<(), Reported> {
        let name = &item.name.text;
        let is_alike = |a: &Shape, b: &Shape| {
            a.rank() == b.rank() && a.iter().zip(b.iter()).all(|(a, b)| a.is_compatible(b))
        };
        let found = |shapes: &[Shape]| {
            let shapes: Vec<String> = shapes.iter().map(|shape| format!("`{shape}`")).collect();
            shapes.join(" and ")
        };
        let facts = format!("found {} from {}", found(outputs), found(inputs));
        if let Some(loc) = item.clauses.in_place
            && !outputs.iter().all(|output| inputs.iter().any(|input| is_alike(input, output)))
        {
            let message = format!(
                "`{name}` works `in_place` where its output has the shape of an input, {facts}"
            );
            return Err(self.error(loc, message));
        }
        if let Some(loc) = item.clauses.elementwise
            && !outputs.iter().all(|output| inputs.iter().all(|input| is_alike(input, output)))
        {
            let message =
                format!("`{name}` is `elementwise` where all its shapes are the same, {facts}");
            return Err(self.error(loc, message));
        }
        Ok(())
    }

    /// Inputs of a call.
    fn operations(
        &mut self,
        item: &'a LayerItem,
        scope: &mut Scope,
    ) -> Result<Operations, Reported> {
        let name = &item.name.text;
        let mut operations = Operations::ZERO;
        if let Some(macs) = &item.clauses.macs {
            let count = self.count("macs", name, macs, scope)?;
            operations = Operations::of_macs(count)
                .map_err(|_| self.error(macs.loc, format!("`macs` of `{name}` overflows")))?;
        }
        if let Some(flops) = &item.clauses.flops {
            let count = self.count("flops", name, flops, scope)?;
            if let (Some(count), Some(least)) = (count.known(), operations.flops.known())
                && count < least
            {
                let message = format!("`flops` of `{name}` are at least {least}, found {count}");
                let note = "each multiply-accumulate is two operations";
                return Err(self.report(Diagnostic::new(flops.loc, message).note(note)));
            }
            operations.flops = count;
        }
        Ok(operations)
    }

    fn count(
        &mut self,
        what: &str,
        of: &str,
        expr: &'a Expr,
        scope: &mut Scope,
    ) -> Result<Count, Reported> {
        match self.expression(expr, scope) {
            Value::Int(count @ 0..) => {
                let count = usize::try_from(count)
                    .map_err(|_| self.error(expr.loc, format!("`{what}` of `{of}` overflows")))?;
                Ok(Count::new(Dim::Known(count)))
            }
            Value::Size(count) => Ok(Count::new(count)),
            Value::Poisoned(reported) => Err(reported),
            value => {
                let message = format!("`{what}` of `{of}` must be a count, found `{value}`");
                Err(self.error(expr.loc, message))
            }
        }
    }

    /// The shape a pattern describes, all of whose names are bound; `..` stands for `rest`.
    fn shape_of(
        &mut self,
        pattern: &'a ShapePattern,
        rest: Option<&[Dim]>,
        scope: &mut Scope,
    ) -> Result<Shape, Reported> {
        let mut dims = Vec::with_capacity(pattern.elements.len());
        for element in &pattern.elements {
            match (element, rest) {
                (Element::Rest(_), Some(rest)) => dims.extend_from_slice(rest),
                (Element::Rest(loc), None) => {
                    return Err(self.error(
                        *loc,
                        "`..` repeats the axes of an input, but no input shape contains `..`",
                    ));
                }
                (Element::Any, _) => {
                    return Err(self.error(
                        pattern.loc,
                        "`_` is not a size: the output shape of a layer is computed",
                    ));
                }
                (Element::Size(expr), _) => dims.push(self.size(expr, scope)?),
            }
        }
        Ok(Shape::new(dims))
    }

    fn size(&mut self, expr: &'a Expr, scope: &mut Scope) -> Result<Dim, Reported> {
        if let ExprKind::Name(name) = &expr.kind
            && self.variable(name, expr.loc, scope).is_none()
        {
            return Err(self.unknown_name(name, expr.loc, scope));
        }
        match self.expression(expr, scope) {
            Value::Size(dim) => Ok(dim),
            Value::Poisoned(reported) => Err(reported),
            Value::Int(n) if n >= 1 => usize::try_from(n)
                .map(Dim::Known)
                .map_err(|_| self.error(expr.loc, format!("the size `{n}` is too large"))),
            value => {
                Err(self
                    .error(expr.loc, format!("size must be a positive integer, found `{value}`")))
            }
        }
    }
}

/// The shapes of a `layer` item's inputs.
fn tensors(item: &LayerItem) -> impl Iterator<Item = &ShapePattern> {
    item.params.iter().filter_map(|param| match &param.kind {
        ParamKind::Tensor(pattern) => Some(pattern),
        ParamKind::Value(_) => None,
    })
}
