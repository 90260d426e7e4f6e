//! Methods of numbers, lists and tensors.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc};
use modelwright_core::layers;
use modelwright_core::names::nearest;
use modelwright_core::value::Value;

use super::Evaluator;
use super::limits::LIST_LIMIT;
use super::scope::Scope;
use crate::syntax::tree::{Expr, ExprKind, Name};

const METHODS: &[&str] = &[
    "max",
    "min",
    "pow",
    "abs",
    "ceil",
    "floor",
    "round",
    "sqrt",
    "len",
    "push",
    "last",
    "rev",
    "enumerate",
    "zip",
    "shape",
];

/// The methods of a kind of value.
fn methods_of(value: &Value) -> &'static [&'static str] {
    match value {
        Value::Int(_) => &["max", "min", "pow", "abs"],
        Value::Float(_) => &["max", "min", "pow", "abs", "ceil", "floor", "round", "sqrt"],
        Value::List(_) => &["len", "push", "last", "rev", "enumerate", "zip"],
        Value::Tuple(_) | Value::Range(..) => &["len", "last", "rev", "enumerate", "zip"],
        Value::Tensor(_) => &["shape"],
        _ => &[],
    }
}

/// The class that a method of a tensor or a layer stands for elsewhere: `relu`, `dense`.
fn class_of_method(name: &str) -> Option<&'static str> {
    layers::of_function(name).or_else(|| layers::suggest(name))
}

impl<'a> Evaluator<'a, '_> {
    pub(super) fn method(
        &mut self,
        receiver: &'a Expr,
        name: &'a Name,
        arguments: &'a [Expr],
        named: Option<Loc>,
        loc: Loc,
        scope: &mut Scope,
    ) -> Value {
        if let Some(at) = named
            && METHODS.contains(&&*name.text)
        {
            return self.poison(at, format!("arguments of `{}` cannot be named", name.text));
        }
        if &*name.text == "push" {
            return self.push(receiver, name, arguments, scope);
        }
        if let ExprKind::Name(module) = &receiver.kind
            && self.variable(module, receiver.loc, scope).is_none()
            && layers::find(module).is_none()
            && &**module != "model"
            && let Some(class) = layers::of_function(&name.text)
        {
            self.expressions(arguments, scope);
            let diagnostic =
                Diagnostic::new(receiver.loc, format!("cannot find `{module}` in this scope"));
            let help = format!("`{}` is a layer, `{class}`", name.text);
            return Value::Poisoned(self.report(diagnostic.help(help)));
        }
        if let ExprKind::Name(module) = &receiver.kind
            && matches!(&**module, "math" | "np" | "numpy")
            && self.is_free(module, receiver.loc, scope)
            && METHODS.contains(&&*name.text)
        {
            let diagnostic =
                Diagnostic::new(receiver.loc, format!("cannot find module `{module}`"));
            let help = format!("`{0}` is a method of numbers: `n.{0}()`", name.text);
            return Value::Poisoned(self.report(diagnostic.help(help)));
        }
        let value = self.expression(receiver, scope);
        let arguments_given = self.expressions(arguments, scope);
        if let Some(poisoned) = [&value]
            .into_iter()
            .chain(&arguments_given)
            .find(|value| matches!(value, Value::Poisoned(_)))
        {
            return poisoned.clone();
        }
        let expected = match &*name.text {
            "max" | "min" | "pow" | "zip" => 1,
            _ => 0,
        };
        if arguments_given.len() != expected && METHODS.contains(&&*name.text) {
            let plural = if expected == 1 { "" } else { "s" };
            return self.poison(
                name.loc,
                format!(
                    "`{}` takes {expected} argument{plural}, found {}",
                    name.text,
                    arguments_given.len()
                ),
            );
        }
        match (&*name.text, &value, arguments_given.first()) {
            (
                "max" | "min" | "pow" | "abs" | "ceil" | "floor" | "round" | "sqrt",
                Value::Int(_) | Value::Float(_),
                argument,
            ) => self.number_method(&value, name, argument, loc),
            (
                "len" | "last" | "rev" | "enumerate" | "zip",
                Value::List(_) | Value::Tuple(_) | Value::Range(..),
                argument,
            ) => self.list_method(&value, name, argument, loc),
            ("shape", Value::Tensor(tensor), _) => {
                let shape = self.shape_of_tensor(*tensor);
                let dims = shape.map(|shape| shape.iter().cloned().map(Value::from).collect());
                match dims {
                    Some::<Vec<Value>>(dims) => Value::list(dims),
                    None => self.poison(loc, "a tensor of another model: please report this"),
                }
            }
            _ => self.no_method(&value, name),
        }
    }

    fn no_method(&mut self, value: &Value, name: &Name) -> Value {
        let diagnostic =
            Diagnostic::new(name.loc, format!("{} has no method `{}`", value.kind(), name.text));
        let diagnostic = match (nearest(&name.text, methods_of(value).iter().copied()), value) {
            (Some(near), _) if near != &*name.text => {
                diagnostic.help(format!("a similar method exists: `{near}`"))
            }
            (_, Value::Tensor(_)) if matches!(&*name.text, "size" | "dim" | "dims") => {
                diagnostic.help("its sizes are `x.shape`, a list without the batch axis")
            }
            (_, Value::Tensor(_)) => match class_of_method(&name.text) {
                Some(class) => {
                    diagnostic.help(format!("`{}` is a layer, `x -> {class}`", name.text))
                }
                None => diagnostic.note("apply a layer to the tensor: `x -> Flatten`"),
            },
            _ if matches!(&*name.text, "to_string" | "format") => {
                diagnostic.note("strings interpolate names in braces: `\"block{i}\"`")
            }
            (_, Value::Layer(_)) => match class_of_method(&name.text) {
                Some(class) => {
                    diagnostic.help(format!("`{}` is a layer, `.. -> {class}`", name.text))
                }
                None => diagnostic.note("use `->` to apply a layer: `x -> layer`"),
            },
            (_, Value::List(_)) if matches!(&*name.text, "length" | "size" | "count") => {
                diagnostic.help("use the method `len`")
            }
            (_, Value::List(_)) if matches!(&*name.text, "append" | "add") => {
                diagnostic.help("use the method `push`")
            }
            (_, Value::List(_) | Value::Tuple(_) | Value::Range(..))
                if matches!(
                    &*name.text,
                    "iter" | "into_iter" | "iter_mut" | "copied" | "cloned" | "collect" | "to_vec"
                ) =>
            {
                diagnostic.help("remove it: `for` and the other methods take the list itself")
            }
            (_, Value::Int(_)) if matches!(&*name.text, "ceil" | "floor" | "round" | "sqrt") => {
                diagnostic.help("convert it first: `(n as f64)`")
            }
            _ => match methods_of(value) {
                [] => diagnostic,
                known => {
                    let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                    diagnostic.note(format!("it has {}", known.join(", ")))
                }
            },
        };
        Value::Poisoned(self.report(diagnostic))
    }

    fn number_method(
        &mut self,
        value: &Value,
        name: &Name,
        argument: Option<&Value>,
        loc: Loc,
    ) -> Value {
        match (&*name.text, value, argument) {
            ("max", Value::Int(a), Some(Value::Int(b))) => Value::Int(*a.max(b)),
            ("min", Value::Int(a), Some(Value::Int(b))) => Value::Int(*a.min(b)),
            ("max", Value::Float(a), Some(Value::Float(b))) => Value::Float(a.max(*b)),
            ("min", Value::Float(a), Some(Value::Float(b))) => Value::Float(a.min(*b)),
            ("pow", Value::Int(a), Some(Value::Int(b))) => {
                match u32::try_from(*b).ok().and_then(|exponent| a.checked_pow(exponent)) {
                    Some(power) => Value::Int(power),
                    None => self.poison(
                        loc,
                        format!("`{a}` to the power of `{b}` does not fit a 64-bit integer"),
                    ),
                }
            }
            ("pow", Value::Float(a), Some(Value::Float(_) | Value::Int(_))) => {
                let exponent = match argument {
                    #[allow(clippy::cast_precision_loss)]
                    Some(Value::Int(n)) => *n as f64,
                    Some(Value::Float(x)) => *x,
                    _ => 1.0,
                };
                self.finite(a.powf(exponent), loc)
            }
            ("abs", Value::Int(a), _) => match a.checked_abs() {
                Some(a) => Value::Int(a),
                None => self.poison(
                    loc,
                    format!("the absolute value of `{a}` does not fit a 64-bit integer"),
                ),
            },
            ("abs", Value::Float(a), _) => Value::Float(a.abs()),
            ("ceil", Value::Float(a), _) => Value::Float(a.ceil()),
            ("floor", Value::Float(a), _) => Value::Float(a.floor()),
            ("round", Value::Float(a), _) => Value::Float(a.round()),
            ("sqrt", Value::Float(a), _) => self.finite(a.sqrt(), loc),
            ("max" | "min" | "pow", _, Some(other)) => self.poison(
                name.loc,
                format!("`{}` does not take {} and {}", name.text, value.kind(), other.kind()),
            ),
            _ => self.no_method(value, name),
        }
    }

    fn finite(&mut self, x: f64, loc: Loc) -> Value {
        if x.is_finite() {
            Value::Float(x)
        } else {
            self.poison(loc, "the result is not a finite number")
        }
    }

    fn list_method(
        &mut self,
        value: &Value,
        name: &Name,
        argument: Option<&Value>,
        loc: Loc,
    ) -> Value {
        let items = match self.items(value, loc) {
            Ok(items) => items,
            Err(reported) => return Value::Poisoned(reported),
        };
        let listed = match (&*name.text, argument) {
            ("len", _) => Value::Int(i64::try_from(items.len()).unwrap_or(i64::MAX)),
            ("last", _) => match items.last() {
                Some(item) => item.clone(),
                None => self.poison(loc, "an empty list has no last item"),
            },
            ("rev", _) => Value::list(items.into_iter().rev()),
            ("enumerate", _) => {
                let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
                Value::list(
                    (0..count)
                        .zip(items)
                        .map(|(index, item)| Value::tuple([Value::Int(index), item])),
                )
            }
            ("zip", Some(other)) => match self.items(other, loc) {
                Ok(others) => {
                    Value::list(items.into_iter().zip(others).map(|(a, b)| Value::tuple([a, b])))
                }
                Err(reported) => Value::Poisoned(reported),
            },
            _ => self.no_method(value, name),
        };
        self.bounded(listed, loc)
    }

    fn items(
        &mut self,
        value: &Value,
        loc: Loc,
    ) -> Result<Vec<Value>, modelwright_core::diagnostic::Reported> {
        match value {
            Value::List(items) | Value::Tuple(items) => {
                self.copies(items.len(), loc)?;
                Ok(items.to_vec())
            }
            Value::Range(start, end) => match usize::try_from(end.saturating_sub(*start).max(0)) {
                Ok(count) if count <= LIST_LIMIT => {
                    self.copies(count, loc)?;
                    Ok((*start..*end).map(Value::Int).collect())
                }
                _ => Err(self.error(loc, format!("a list has at most {LIST_LIMIT} items"))),
            },
            value => Err(self.error(loc, format!("expected a list, found {}", value.kind()))),
        }
    }

    /// `list.push(item)` on a `mut` variable.
    fn push(
        &mut self,
        receiver: &'a Expr,
        name: &Name,
        arguments: &'a [Expr],
        scope: &mut Scope,
    ) -> Value {
        let ExprKind::Name(variable_name) = &receiver.kind else {
            return self.poison(receiver.loc, "`push` requires a variable");
        };
        let given = self.expressions(arguments, scope);
        let [item] = given.as_slice() else {
            return self
                .poison(name.loc, format!("`push` takes 1 argument, found {}", given.len()));
        };
        let Some(variable) = scope.get_mut(receiver.loc) else {
            return Value::Poisoned(self.unknown_name(variable_name, receiver.loc, scope));
        };
        if matches!(variable.value, Value::Poisoned(_)) {
            return variable.value.clone();
        }
        if !variable.mutable {
            let bound = variable.loc;
            let name = Name { text: Rc::clone(variable_name), loc: receiver.loc };
            return Value::Poisoned(self.not_mut(&name, bound, "modify"));
        }
        let mut value = std::mem::replace(&mut variable.value, Value::None);
        let given = match &mut value {
            Value::List(items) => {
                // Changing a list that another variable has, too, copies it.
                let copied = if Rc::strong_count(items) > 1 { items.len() } else { 0 };
                match self.copies(copied, receiver.loc) {
                    Ok(()) => Rc::make_mut(items).push(item.clone()),
                    Err(reported) => value = Value::Poisoned(reported),
                }
                value = self.within_limits(value, receiver.loc);
                match &value {
                    Value::Poisoned(reported) => Value::Poisoned(*reported),
                    _ => Value::tuple([]),
                }
            }
            other => {
                let kind = other.kind();
                self.poison(receiver.loc, format!("`push` requires a list, found {kind}"))
            }
        };
        if let Some(variable) = scope.get_mut(receiver.loc) {
            variable.value = value;
        }
        given
    }
}
