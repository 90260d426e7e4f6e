//! Names among the arguments of a call.

use modelwright_core::layers::{self, Class};

use super::reader::{Meaning, Reader};
use super::{Body, Place};
use crate::syntax::tree::{Argument, ExprKind};

impl<'a> Reader<'a> {
    /// The arguments of a call.
    pub(super) fn call(&mut self, name: &'a str, arguments: &'a [Argument]) {
        match self.meaning(name) {
            Some(Meaning::Layer) => self.layer_arguments(name, layers::find(name), arguments),
            Some(Meaning::Model) => self.layer_arguments("Sequential", None, arguments),
            Some(Meaning::Item) => self.item_arguments(name, arguments),
            _ => {
                for argument in arguments {
                    if let Some(name) = &argument.name {
                        self.value(&name.text, name.loc);
                    }
                    self.expr(&argument.value);
                }
            }
        }
    }

    /// The arguments of a `fn` or `layer` of the call. They are variables of its body.
    fn item_arguments(&mut self, name: &str, arguments: &'a [Argument]) {
        let function = self.items.functions.get(name).copied();
        let item = self.items.layers.get(name).copied();
        let Some(body) = function.map(Body::Function).or(item.map(Body::Layer)) else { return };
        let params = self.params.get(&body).cloned().unwrap_or_default();
        for argument in arguments {
            if let Some(given) = &argument.name {
                let is_param = params.iter().any(|(param, _)| **param == *given.text);
                let place = if is_param { Place::Body(body) } else { COMMON };
                self.add(&given.text, given.loc, place);
            }
            self.expr(&argument.value);
        }
        self.hole(Place::Body(body));
    }

    fn layer_arguments(
        &mut self,
        layer: &'a str,
        class: Option<&'static Class>,
        arguments: &'a [Argument],
    ) {
        let mut positional = class.map(|class| class.parameters).unwrap_or_default().iter();
        for argument in arguments {
            let parameter = match &argument.name {
                Some(name) => {
                    self.add(&name.text, name.loc, Place::Arguments(layer));
                    class.and_then(|class| class.parameter(&name.text))
                }
                None => positional.next(),
            };
            let words = parameter
                .filter(|parameter| !parameter.kind.words().is_empty())
                .map(|parameter| Place::Words(layer, parameter.name));
            let value = &argument.value;
            let (name, loc) = match &value.kind {
                ExprKind::Name(name) => (name, value.loc),
                // `L2(1e-4)`
                ExprKind::Call { callee, .. } => (&callee.text, callee.loc),
                ExprKind::Error(_) => {
                    self.hole(words.unwrap_or(Place::Body(self.body)));
                    continue;
                }
                _ => {
                    self.expr(value);
                    continue;
                }
            };
            self.refer(name, loc);
            let is_name = matches!(value.kind, ExprKind::Name(_));
            // Without a name before it, this may be the beginning of one.
            let may_be_argument = is_name && argument.name.is_none();
            // A variable that is called like an argument is the variable.
            let is_both = self.meaning(name).is_some()
                && class.is_some_and(|class| class.parameter(name).is_some());
            if may_be_argument && !is_both {
                self.add(name, loc, Place::Arguments(layer));
            }
            if let Some(words) = words {
                self.add(name, loc, words);
            }
            if self.meaning(name).is_some() || (words.is_none() && !may_be_argument) {
                self.expr(value);
            } else if let ExprKind::Call { arguments, .. } = &value.kind {
                self.call(name, arguments);
            }
        }
        self.hole(Place::Arguments(layer));
    }
}

/// Arguments that every layer has.
const COMMON: Place<'static> = Place::Arguments("Sequential");
