//! Arguments of layers: what a bare word or a call means depends on the parameter it is for.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{self, Class, Given, Kind, Parameter, words};
use modelwright_core::names::nearest;
use modelwright_core::value::{Object, Value};

use super::Evaluator;
use super::scope::{Hole, Scope};
use crate::syntax::tree::{Argument, Expr, ExprKind, Name};

impl<'a> Evaluator<'a, '_> {
    /// The arguments of a layer, evaluated for the parameters of its class.
    pub(super) fn layer_arguments(
        &mut self,
        class: &'static Class,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Vec<Given> {
        let mut position = 0;
        let mut given = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let parameter = match &argument.name {
                Some(name) => class.parameter(&name.text),
                None => {
                    position += 1;
                    class.parameters.get(position - 1)
                }
            };
            let value = self.argument(parameter, &argument.value, scope);
            given.push(Given {
                name: argument.name.as_ref().map(|name| (Rc::clone(&name.text), name.loc)),
                value: value.poison().map_or(value, Value::Poisoned),
                loc: argument.value.loc,
            });
        }
        given
    }

    fn argument(
        &mut self,
        parameter: Option<&Parameter>,
        expr: &'a Expr,
        scope: &mut Scope,
    ) -> Value {
        let Some(kind) = parameter.map(|parameter| parameter.kind) else {
            return self.expression_or_word(expr, scope);
        };
        match &expr.kind {
            ExprKind::Name(name) if kind.takes_words() && self.is_free(name, expr.loc, scope) => {
                Value::Word(Rc::clone(name))
            }
            // A name without its quotes, unless a variable was meant.
            ExprKind::Name(name)
                if matches!(kind, Kind::Name | Kind::Text)
                    && self.is_free(name, expr.loc, scope)
                    && nearest(name, scope.names()).is_none() =>
            {
                Value::Word(Rc::clone(name))
            }
            ExprKind::Call { callee, arguments }
                if kind.takes_objects() && self.is_free(&callee.text, callee.loc, scope) =>
            {
                self.object(callee, arguments, scope)
            }
            ExprKind::Call { callee, arguments }
                if matches!(kind, Kind::Activation)
                    && words::ACTIVATIONS.contains(&&*callee.text)
                    && self.is_free(&callee.text, callee.loc, scope) =>
            {
                Value::Poisoned(self.called_activation(parameter, callee, arguments, expr.loc))
            }
            ExprKind::Method { receiver, name, arguments, .. } if kind.takes_words() => {
                match self.module(receiver, scope) {
                    Some(module) => {
                        let call = if arguments.is_empty() { "" } else { "(..)" };
                        let message = format!("cannot find module `{module}`");
                        let diagnostic = Diagnostic::new(receiver.loc, message);
                        let help = format!("write only `{}{call}`", name.text);
                        Value::Poisoned(self.report(diagnostic.help(help)))
                    }
                    None => self.expression(expr, scope),
                }
            }
            _ => self.expression(expr, scope),
        }
    }

    /// `keras.activations`, where there is no `keras`.
    fn module(&self, expr: &Expr, scope: &Scope) -> Option<String> {
        match &expr.kind {
            ExprKind::Name(name)
                if self.is_free(name, expr.loc, scope) && scope.hole(Hole::Any).is_none() =>
            {
                Some(name.to_string())
            }
            ExprKind::Method { receiver, name, arguments, .. } if arguments.is_empty() => {
                Some(format!("{}.{}", self.module(receiver, scope)?, name.text))
            }
            _ => None,
        }
    }

    /// `activation = softmax()`
    fn called_activation(
        &mut self,
        parameter: Option<&Parameter>,
        callee: &Name,
        arguments: &[Argument],
        loc: Loc,
    ) -> Reported {
        let (word, argument) = (&callee.text, parameter.map_or("activation", |found| found.name));
        let diagnostic =
            Diagnostic::new(loc, format!("an activation is a word, found a call of `{word}`"));
        let layer = layers::classes().find(|class| words::activation(class.name) == Some(&**word));
        self.report(match layer {
            Some(class) if !arguments.is_empty() => diagnostic
                .help(format!("the layer `{0}` takes arguments: `-> {0}(..)`", class.name)),
            _ => diagnostic.help(format!("write `{argument} = {word}`")),
        })
    }

    /// An initializer, regularizer or constraint with its arguments.
    fn object(
        &mut self,
        callee: &crate::syntax::tree::Name,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Value {
        let mut values = Vec::with_capacity(arguments.len());
        let mut given = HashMap::default();
        for argument in arguments {
            if let Some(name) = &argument.name
                && let Some(reported) = self.given_twice(&callee.text, name, &mut given)
            {
                return Value::Poisoned(reported);
            }
            let value = self.expression_or_word(&argument.value, scope);
            if let Value::Poisoned(_) = value {
                return value;
            }
            values.push((argument.name.as_ref().map(|name| Rc::clone(&name.text)), value));
        }
        Value::Object(Rc::new(Object { name: Rc::clone(&callee.text), arguments: values }))
    }

    /// A value for a parameter that is not known: any word will do.
    pub(super) fn expression_or_word(&mut self, expr: &'a Expr, scope: &mut Scope) -> Value {
        match &expr.kind {
            ExprKind::Name(name) if self.is_free(name, expr.loc, scope) => {
                Value::Word(Rc::clone(name))
            }
            _ => self.expression(expr, scope),
        }
    }

    /// True if the name at `loc` is no variable, constant, block or model.
    pub(super) fn is_free(&self, name: &str, loc: Loc, scope: &Scope) -> bool {
        scope.get(loc).is_none()
            && !self.session.source.names.consts.contains_key(name)
            && self.session.function(name).is_none()
            && self.session.layer_item(name).is_none()
            && self.session.model(name).is_none()
    }
}
