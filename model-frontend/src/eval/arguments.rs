//! Arguments of layers: what a bare word or a call means depends on the parameter it is for.

use std::rc::Rc;

use modelwright_core::layers::{Class, Given, Kind, Parameter};
use modelwright_core::names::nearest;
use modelwright_core::value::{Object, Value};

use super::Evaluator;
use super::scope::Scope;
use crate::syntax::tree::{Argument, Expr, ExprKind};

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
            ExprKind::Name(name) if kind.takes_words() && self.is_free(name, scope) => {
                Value::Word(Rc::clone(name))
            }
            // A name without its quotes, unless a variable was meant.
            ExprKind::Name(name)
                if matches!(kind, Kind::Name | Kind::Text)
                    && self.is_free(name, scope)
                    && nearest(name, scope.names()).is_none() =>
            {
                Value::Word(Rc::clone(name))
            }
            ExprKind::Call { callee, arguments }
                if kind.takes_objects() && self.is_free(&callee.text, scope) =>
            {
                self.object(callee, arguments, scope)
            }
            _ => self.expression(expr, scope),
        }
    }

    /// An initializer, regularizer or constraint with its arguments.
    fn object(
        &mut self,
        callee: &crate::syntax::tree::Name,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Value {
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
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
            ExprKind::Name(name) if self.is_free(name, scope) => Value::Word(Rc::clone(name)),
            _ => self.expression(expr, scope),
        }
    }

    /// Whether a name is no variable, constant, block or model.
    fn is_free(&self, name: &str, scope: &Scope) -> bool {
        scope.get(name).is_none()
            && !self.source.names.consts.contains_key(name)
            && self.function(name).is_none()
            && self.layer_item(name).is_none()
            && self.model(name).is_none()
    }
}
