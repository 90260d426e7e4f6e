//! Brackets behind lists and tensors.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::graph::Tensor;
use modelwright_core::layers::Given;
use modelwright_core::layers::operator::{self, Taken};
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::Scope;
use crate::syntax::tree::{Expr, ExprKind, Index};

impl<'a> Evaluator<'a, '_> {
    /// `base[indices]`: an item or a part of a list, or a part of a tensor.
    pub(super) fn indexed(
        &mut self,
        base: &'a Expr,
        indices: &'a [Index],
        loc: Loc,
        scope: &mut Scope,
    ) -> Value {
        let value = self.expression(base, scope);
        let mut taken = Vec::with_capacity(indices.len());
        let mut failed = None;
        for (axis, index) in indices.iter().enumerate() {
            let of = (&value, axis);
            match self.taken(index, of, scope) {
                Ok(index) => taken.push(index),
                Err(reported) => failed = Some(reported),
            }
        }
        if let Some(reported) = failed {
            return Value::Poisoned(reported);
        }
        match &value {
            Value::Poisoned(_) => value,
            Value::Tensor(tensor) => self.slice(*tensor, &taken, loc),
            Value::List(items) | Value::Tuple(items) => match taken.as_slice() {
                [(taken, at)] => {
                    let is_shape = matches!(
                        &base.kind,
                        ExprKind::Method { name, .. } if &*name.text == "shape"
                    );
                    self.part(items, *taken, *at, is_shape)
                }
                _ => self.poison(loc, format!("a list takes 1 index, found {}", taken.len())),
            },
            _ => self
                .poison(base.loc, format!("expected a list or a tensor, found {}", value.kind())),
        }
    }

    fn taken(
        &mut self,
        index: &'a Index,
        of: (&Value, usize),
        scope: &mut Scope,
    ) -> Result<(Taken, Loc), Reported> {
        match index {
            Index::At(expr) => Ok((Taken::At(self.index(expr, of, scope)?), expr.loc)),
            Index::Range { start, end, inclusive, loc } => {
                let start = match start {
                    Some(start) => self.index(start, of, scope)?,
                    None => 0,
                };
                let end = match end {
                    Some(end) => {
                        Some(self.index(end, of, scope)?.saturating_add(usize::from(*inclusive)))
                    }
                    None => None,
                };
                Ok((Taken::Range(start, end), *loc))
            }
        }
    }

    /// An index into an axis of a value.
    fn index(
        &mut self,
        expr: &'a Expr,
        (of, axis): (&Value, usize),
        scope: &mut Scope,
    ) -> Result<usize, Reported> {
        match self.expression(expr, scope) {
            Value::Poisoned(reported) => Err(reported),
            Value::Int(n) => usize::try_from(n).map_err(|_| {
                let diagnostic =
                    Diagnostic::new(expr.loc, format!("index must not be negative, found `{n}`"));
                let diagnostic = diagnostic.note("indices count from the start, as in Rust");
                let from_end = self
                    .axis_size(of, axis)
                    .and_then(|size| size.checked_sub(usize::try_from(n.unsigned_abs()).ok()?));
                self.report(match (of.items(), from_end) {
                    (Some(_), _) if n == -1 => diagnostic.help("the last item is `.last()`"),
                    (None, Some(index)) => diagnostic.help(format!("write `{index}`")),
                    _ => diagnostic,
                })
            }),
            value => {
                Err(self
                    .error(expr.loc, format!("index must be an integer, found {}", value.kind())))
            }
        }
    }

    /// Size of an axis of a tensor.
    fn axis_size(&self, value: &Value, axis: usize) -> Option<usize> {
        let Value::Tensor(tensor) = value else { return None };
        self.shape_of_tensor(*tensor)?.get(axis)?.known()
    }

    /// An item of a list, or a list of some of its items.
    fn part(&mut self, items: &[Value], taken: Taken, loc: Loc, is_shape: bool) -> Value {
        let (count, part) = match taken {
            Taken::At(index) => (index, items.get(index).cloned()),
            Taken::Range(start, end) => {
                let end = end.unwrap_or(items.len());
                (
                    end.max(start),
                    items.get(start..end).map(|part| Value::list(part.iter().cloned())),
                )
            }
        };
        match part {
            Some(part) => self.bounded(part, loc),
            None => {
                let has = match (is_shape, items.len()) {
                    (true, 1) => "shape has 1 axis".into(),
                    (true, axes) => format!("shape has {axes} axes"),
                    (false, 1) => "list has 1 item".into(),
                    (false, items) => format!("list has {items} items"),
                };
                let message = format!("index `{count}` is out of range: the {has}");
                let diagnostic = Diagnostic::new(loc, message);
                Value::Poisoned(self.report(match is_shape {
                    true => {
                        diagnostic.note("a shape has no batch axis: axis 0 is the first after it")
                    }
                    false => diagnostic,
                }))
            }
        }
    }

    /// A part of a tensor: Keras's `GetItem`.
    fn slice(&mut self, tensor: Tensor, taken: &[(Taken, Loc)], loc: Loc) -> Value {
        let shape = self.shape_of_tensor(tensor).cloned();
        // The rule checks the same, but only here each index has a place of its own.
        for ((taken, at), dim) in taken.iter().zip(shape.iter().flat_map(|shape| shape.iter())) {
            if let Err(message) = taken.of_axis(dim) {
                return self.poison(*at, message);
            }
        }
        let slices = Value::list(taken.iter().map(|(taken, _)| taken.value()));
        match self.class_layer(
            &operator::SLICE,
            loc,
            vec![Given { name: None, value: slices, loc }],
        ) {
            Ok(layer) => self.apply_layer(&layer, &[Value::Tensor(tensor)], loc, true),
            Err(reported) => Value::Poisoned(reported),
        }
    }
}
