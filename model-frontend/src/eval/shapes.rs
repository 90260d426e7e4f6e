//! Shape annotations: what they check and what they bind.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::dim::Dim;
use modelwright_core::graph::Tensor;
use modelwright_core::names::nearest;
use modelwright_core::shape::Shape;
use modelwright_core::value::Value;

use super::Evaluator;
use super::expressions::is_constant_case;
use super::scope::{Hole, Scope};
use crate::syntax::tree::{Element, Expr, ExprKind, Outputs, ShapePattern};

/// Meaning of a new name in an annotation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NewNames {
    Bind,
    Refuse,
}

impl<'a> Evaluator<'a, '_> {
    /// Checks a tensor against an annotation and binds the annotation's new names.
    pub(super) fn check_shape(
        &mut self,
        pattern: &'a ShapePattern,
        value: Value,
        scope: &mut Scope,
    ) -> Value {
        self.check(pattern, value, NewNames::Bind, scope)
    }

    /// Checks what a model or a block gives.
    pub(super) fn check_outputs(
        &mut self,
        outputs: &'a Outputs,
        value: Value,
        scope: &mut Scope,
    ) -> Value {
        if let ([pattern], Value::Tensor(_) | Value::Poisoned(_)) =
            (outputs.shapes.as_slice(), &value)
        {
            return self.check(pattern, value, NewNames::Refuse, scope);
        }
        let values = match &value {
            Value::Poisoned(_) => vec![value; outputs.shapes.len()],
            Value::Tuple(items) | Value::List(items) => items.to_vec(),
            _ => vec![value],
        };
        if values.len() != outputs.shapes.len() {
            let (expected, found) = (outputs.shapes.len(), values.len());
            let plural = if expected == 1 { "" } else { "s" };
            return self
                .poison(outputs.loc, format!("expected {expected} output{plural}, found {found}"));
        }
        let checked: Vec<Value> = outputs
            .shapes
            .iter()
            .zip(values)
            .map(|(pattern, value)| self.check(pattern, value, NewNames::Refuse, scope))
            .collect();
        Value::tuple(checked)
    }

    fn check(
        &mut self,
        pattern: &'a ShapePattern,
        value: Value,
        new_names: NewNames,
        scope: &mut Scope,
    ) -> Value {
        let tensor = match value {
            Value::Tensor(tensor) => tensor,
            value => {
                let reported = match value {
                    Value::Poisoned(reported) => reported,
                    value => self.error(
                        pattern.loc,
                        format!("only tensors have a shape, found {}", value.kind()),
                    ),
                };
                self.poison_names(pattern, reported, new_names, scope);
                // It failed on another tensor: a name may be missing in it.
                let diagnostics = &self.session.mistakes.diagnostics;
                let is_wrong = |element: &Element| match element {
                    Element::Size(expr) => diagnostics.is_wrong(expr.loc),
                    Element::Any | Element::Rest(_) => false,
                };
                if diagnostics.is_wrong(pattern.loc) || pattern.elements.iter().any(is_wrong) {
                    scope.add_hole(Hole::Size, reported);
                }
                return Value::Poisoned(reported);
            }
        };
        let shape = self.shape_of_tensor(tensor).cloned();
        let Some(shape) = shape else { return value };
        match self.compare(pattern, Some(tensor), &shape, new_names, scope) {
            Ok(_) => value,
            Err(reported) => {
                if new_names == NewNames::Bind {
                    self.poison_names(pattern, reported, new_names, scope);
                    // A name may be missing in it.
                    scope.add_hole(Hole::Size, reported);
                }
                Value::Poisoned(reported)
            }
        }
    }

    /// Compares a shape with an annotation and binds new names; gives the axes that `..` stands for.
    pub(super) fn compare(
        &mut self,
        pattern: &'a ShapePattern,
        tensor: Option<Tensor>,
        shape: &Shape,
        new_names: NewNames,
        scope: &mut Scope,
    ) -> Result<Option<Vec<Dim>>, Reported> {
        // What could not be read may have been no axis at all.
        for element in &pattern.elements {
            if let Element::Size(Expr { kind: ExprKind::Error(reported), .. }) = element {
                self.poisoned(*reported);
                return Err(*reported);
            }
        }
        let is_rest = |element: &Element| matches!(element, Element::Rest(_));
        let rest = pattern.elements.iter().position(is_rest);
        if let Some(Element::Rest(second)) =
            pattern.elements.iter().filter(|element| is_rest(element)).nth(1)
        {
            return Err(self.error(*second, "`..` can only be used once in a shape"));
        }
        let fixed = pattern.elements.len() - usize::from(rest.is_some());
        let fits = if rest.is_some() { shape.rank() >= fixed } else { shape.rank() == fixed };
        if !fits {
            let least = if rest.is_some() { "at least " } else { "" };
            let plural = if fixed == 1 { "axis" } else { "axes" };
            let diagnostic = Diagnostic::new(
                pattern.loc,
                format!("expected {least}{fixed} {plural}, found {} in `{shape}`", shape.rank()),
            );
            let advice = match (tensor, &self.builder) {
                (Some(tensor), Some(builder)) if rest.is_none() => {
                    builder.graph.advice_for_rank(tensor, fixed)
                }
                _ => None,
            };
            let diagnostic = match advice.or_else(|| without_batch(pattern, fixed, shape)) {
                Some(advice) => diagnostic.help(advice),
                None => diagnostic,
            };
            return Err(self.report_with_trail(diagnostic, tensor));
        }
        let skipped = shape.rank() - fixed;
        for (index, element) in pattern.elements.iter().enumerate() {
            let Element::Size(expected) = element else { continue };
            let axis =
                if rest.is_some_and(|rest| index > rest) { index + skipped - 1 } else { index };
            let Some(found) = shape.get(axis).cloned() else { continue };
            self.compare_size(expected, found, axis, tensor, shape, new_names, scope)?;
        }
        Ok(rest.map(|rest| shape.iter().skip(rest).take(skipped).cloned().collect()))
    }

    #[allow(clippy::too_many_arguments)]
    fn compare_size(
        &mut self,
        expected: &'a Expr,
        found: Dim,
        axis: usize,
        tensor: Option<Tensor>,
        shape: &Shape,
        new_names: NewNames,
        scope: &mut Scope,
    ) -> Result<(), Reported> {
        if let ExprKind::Name(name) = &expected.kind
            && self.variable(name, expected.loc, scope).is_none()
        {
            if new_names == NewNames::Refuse {
                return Err(self.refuse_name(name, expected.loc, scope));
            }
            if is_constant_case(name) {
                let instead = name.to_lowercase();
                let reported = self.unknown_constant(name, expected.loc, &instead, scope);
                scope.bind(name, expected.loc, false, Value::Poisoned(reported));
                return Err(reported);
            }
            self.define(name, expected.loc, false, Value::from(found), scope);
            return Ok(());
        }
        let wanted = match self.expression(expected, scope) {
            Value::Poisoned(reported) => return Err(reported),
            Value::Size(dim) => dim,
            Value::Int(n) if n >= 1 => usize::try_from(n).map_or(Dim::Unknown, Dim::Known),
            value => {
                return Err(self.error(
                    expected.loc,
                    format!("size must be a positive integer, found `{value}`"),
                ));
            }
        };
        if found.is_compatible(&wanted) {
            return Ok(());
        }
        let name = match &expected.kind {
            ExprKind::Name(name) if **name != *wanted.to_string() => format!("`{name}` = {wanted}"),
            _ => format!("{wanted}"),
        };
        let last = if axis + 1 == shape.rank() {
            "the last axis".into()
        } else {
            format!("axis {}", axis + 1)
        };
        let diagnostic = Diagnostic::new(
            expected.loc,
            format!("expected {name} on {last}, found {found} in `{shape}`"),
        );
        Err(self.report_with_trail(diagnostic, tensor))
    }

    fn report_with_trail(&mut self, diagnostic: Diagnostic, tensor: Option<Tensor>) -> Reported {
        let mut diagnostic = diagnostic;
        if let Some(tensor) = tensor.filter(|tensor| !self.is_input(*tensor)) {
            diagnostic.notes.extend(self.trail(tensor));
        }
        self.report(diagnostic)
    }

    pub(super) fn refuse_name(&mut self, name: &str, loc: Loc, scope: &Scope) -> Reported {
        if let Some(reported) = self.unreadable(name, scope).or_else(|| self.missed(name, loc)) {
            return reported;
        }
        if is_constant_case(name) {
            return self.unknown_constant(name, loc, "_", scope);
        }
        let diagnostic = Diagnostic::new(loc, format!("the new name `{name}` checks nothing here"));
        let consts = self.session.file.consts.iter().map(|constant| &*constant.head.name.text);
        let near = nearest(name, scope.names().chain(consts)).map(str::to_string);
        let reported = self.report(match near {
            Some(near) => diagnostic.help(format!("a similar name exists: `{near}`")),
            None => diagnostic.help("write the size, or `_` for any size"),
        });
        self.miss(name, loc, reported)
    }

    /// The names that an annotation would have bound are not known.
    fn poison_names(
        &mut self,
        pattern: &'a ShapePattern,
        reported: Reported,
        new_names: NewNames,
        scope: &mut Scope,
    ) {
        for element in &pattern.elements {
            let Element::Size(Expr { kind: ExprKind::Name(name), loc }) = element else { continue };
            if self.variable(name, *loc, scope).is_some() {
                continue;
            }
            match new_names {
                NewNames::Refuse => {
                    self.refuse_name(name, *loc, scope);
                }
                NewNames::Bind => scope.bind(name, *loc, false, Value::Poisoned(reported)),
            }
        }
    }
}

/// A shape that shows the batch, where it fits without it.
fn without_batch(pattern: &ShapePattern, fixed: usize, shape: &Shape) -> Option<String> {
    let starts_with_batch = matches!(pattern.elements.first(), Some(Element::Any));
    (starts_with_batch && fixed == shape.rank() + 1)
        .then(|| format!("shapes omit the batch axis: `{shape}`"))
}
