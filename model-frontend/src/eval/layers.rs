//! Making layers.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{self, Class, Given, Layer, LayerKind};
use modelwright_core::names::{is_respelled, nearest, snake_case};
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::Scope;
use crate::syntax::habits;
use crate::syntax::tree::{Argument, Expr, ExprKind, Model, Name};

/// Common arguments of all layers: name, trainable flag and dtype.
#[derive(Default)]
pub(super) struct Common {
    name: Option<Rc<str>>,
    trainable: Option<bool>,
    dtype: Option<modelwright_core::spec::DType>,
}

impl<'a> Evaluator<'a, '_> {
    /// `callee(arguments)`: a block, a function, a layer, a model or a composition.
    pub(super) fn call(
        &mut self,
        callee: &Name,
        arguments: &'a [Argument],
        loc: Loc,
        scope: &mut Scope,
    ) -> Value {
        if scope.get(callee.loc).is_some() {
            return self.called_variable(callee, arguments, scope);
        }
        if let Some(function) = self.session.function(&callee.text) {
            return self.call_directly(function, callee.loc, arguments, scope);
        }
        let layer = if let Some(model) = self.session.model(&callee.text) {
            self.model_layer(model, callee.loc, arguments, scope)
        } else if let Some(item) = self.session.layer_item(&callee.text) {
            self.custom_layer(item, callee.loc, arguments, scope)
        } else if &*callee.text == "Sequential" {
            self.sequential(callee.loc, arguments, loc, scope)
        } else if let Some(class) = layers::find(&callee.text) {
            let given = self.layer_arguments(class, arguments, scope);
            let is_input = |given: &&Given| {
                holds_tensor(&given.value)
                    && given.name.as_ref().is_none_or(|(name, _)| class.parameter(name).is_some())
            };
            match given.iter().find(is_input) {
                Some(input) => {
                    let reported = self.input_in_parentheses(class, input.loc, arguments, &given);
                    let name = written_name(&given);
                    let common = Common { name, ..Common::default() };
                    self.make(Err(reported), &|| snake_case(class.name), common, callee.loc)
                }
                None => {
                    let layer = self.class_layer(class, callee.loc, given);
                    if let Err(reported) = layer {
                        let is_wrong = |at: &&Argument| {
                            self.session.mistakes.diagnostics.is_wrong(at.value.loc)
                        };
                        for argument in arguments.iter().filter(is_wrong) {
                            scope.blame(&argument.value, reported);
                        }
                    }
                    layer
                }
            }
        } else {
            self.unknown_call(callee, arguments, scope)
        };
        layer.map_or_else(Value::Poisoned, Value::Layer)
    }

    /// `tower(x)`: layers are applied with an arrow.
    fn called_variable(
        &mut self,
        callee: &Name,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Value {
        for argument in arguments {
            self.expression(&argument.value, scope);
        }
        match scope.get(callee.loc).map(|variable| variable.value.clone()) {
            Some(Value::Poisoned(reported)) => Value::Poisoned(reported),
            Some(Value::Layer(_)) => {
                let diagnostic = Diagnostic::new(
                    callee.loc,
                    format!("layer `{}` cannot be called", callee.text),
                );
                let input = match arguments {
                    [Argument { value: Expr { kind: ExprKind::Name(input), .. }, .. }] => {
                        Rc::clone(input)
                    }
                    _ => "x".into(),
                };
                Value::Poisoned(
                    self.report(diagnostic.help(format!("write `{input} -> {}`", callee.text))),
                )
            }
            Some(value) => self.poison(
                callee.loc,
                format!("`{}` is {}: it cannot be called", callee.text, value.kind()),
            ),
            None => self.poison(callee.loc, format!("cannot find `{}` in this scope", callee.text)),
        }
    }

    /// `Flatten(x)`: an input stands before the arrow.
    fn input_in_parentheses(
        &mut self,
        class: &'static Class,
        loc: Loc,
        arguments: &[Argument],
        given: &[Given],
    ) -> Reported {
        let name = class.name;
        let message =
            format!("`{name}` takes its inputs before `->`, found one among its arguments");
        let diagnostic = Diagnostic::new(loc, message);
        let named = |expr: &Expr| match &expr.kind {
            ExprKind::Name(name) => Some(name.to_string()),
            _ => None,
        };
        let inputs: Vec<&Expr> = arguments
            .iter()
            .zip(given)
            .filter(|(_, given)| holds_tensor(&given.value))
            .map(|(argument, _)| &argument.value)
            .collect();
        let rest = if arguments.len() > inputs.len() { "(..)" } else { "" };
        let listed: Vec<&Expr> = match inputs.as_slice() {
            [Expr { kind: ExprKind::List(items) | ExprKind::Tuple(items), .. }] => {
                items.iter().collect()
            }
            inputs => inputs.to_vec(),
        };
        let names: Option<Vec<String>> = listed.iter().map(|input| named(input)).collect();
        let input = names.map(|names| match names.as_slice() {
            [only] => only.clone(),
            several => format!("({})", several.join(", ")),
        });
        self.report(match input {
            Some(input) => diagnostic.help(format!("write `{input} -> {name}{rest}`")),
            None => diagnostic,
        })
    }

    /// A call of what is nothing; where a layer was probably meant, it takes that layer's name.
    fn unknown_call(
        &mut self,
        callee: &Name,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Result<Rc<Layer>, Reported> {
        let (mut poison, mut name) = (None, None);
        for argument in arguments {
            let value = self.expression_or_word(&argument.value, scope);
            poison = value.poison().or(poison);
            if let (Some("name"), Value::Str(text)) =
                (argument.name.as_ref().map(|name| &*name.text), value)
            {
                name = Some(text);
            }
        }
        // What cannot be a layer's argument has shown that this is none: `Lambda(|x| x * 2)`.
        if let Some(reported) = poison.filter(|_| habits::layer(&callee.text).is_some()) {
            return Err(reported);
        }
        let hid_names = self.builder.as_ref().is_some_and(|builder| builder.hides_names);
        let reported = self.unknown_layer(callee, scope);
        let meant = layers::suggest(&callee.text).and_then(super::find_class);
        let (Some(class), Some(builder)) = (meant, &mut self.builder) else {
            return Err(reported);
        };
        builder.hides_names = hid_names;
        let common = Common { name, ..Common::default() };
        self.make(Err(reported), &|| snake_case(class.name), common, callee.loc)
    }

    /// Reports a callee that is nothing.
    pub(super) fn unknown_layer(&mut self, callee: &Name, scope: &Scope) -> Reported {
        let (name, loc) = (&callee.text, callee.loc);
        // A layer may be a variable of this body, and a block is an item.
        let is_item = layers::suggest(name).is_none();
        if let Some(reported) = self
            .unreadable(name, scope)
            .or_else(|| self.missed(name, loc))
            .or_else(|| self.missed_in(&"".into(), name, loc).filter(|_| is_item))
        {
            return reported;
        }
        let reported = self.report_unknown_layer(callee, scope);
        self.miss_in(&"".into(), name, loc, reported);
        self.miss(name, loc, reported)
    }

    fn report_unknown_layer(&mut self, callee: &Name, scope: &Scope) -> Reported {
        let name = &callee.text;
        if let Some(help) = habits::layer(name) {
            let diagnostic =
                Diagnostic::new(callee.loc, format!("`{name}` is not supported as a layer"));
            return self.report(diagnostic.help(help));
        }
        if let Some(help) = function_habit(name) {
            let diagnostic = Diagnostic::new(callee.loc, format!("cannot find function `{name}`"));
            return self.report(diagnostic.help(help));
        }
        let diagnostic =
            Diagnostic::new(callee.loc, format!("cannot find layer or block `{name}`"));
        if self.session.mistakes.diagnostics.is_wrong(callee.loc) {
            return self.report(diagnostic);
        }
        let file = self.session.file;
        let functions = file.functions.iter().map(|function| &*function.name.text);
        let models = file.models.iter().map(|model| &*model.head.name.text);
        let items = models.chain(file.layers.iter().map(|item| &*item.name.text));
        let near = nearest(name, functions.chain(items).chain(scope.names())).map(str::to_string);
        // Names that differ only by case are one name to a reader. A word that is an activation is meant as one.
        let is_activation = layers::words::ACTIVATIONS.contains(&&**name);
        let respelled = near.clone().filter(|near| is_respelled(name, near)).or_else(|| {
            let class = layers::respelled(name).filter(|_| !is_activation);
            class.filter(|_| layers::synonym(name).is_none()).map(str::to_string)
        });
        if let Some(near) = respelled {
            return self.report(diagnostic.help(format!("a similar name exists: `{near}`")));
        }
        // The rank of the input says which of several layers is meant.
        let axes = self.frame.sent.filter(|(loc, _)| *loc == callee.loc);
        let ranked = |class| match axes.and_then(|(_, rank)| rank.checked_sub(1)) {
            Some(axes) => layers::of_rank(class, name, axes),
            None => class,
        };
        if layers::synonym(name).is_none()
            && let Some(activation) = layers::words::activation(name)
        {
            return self.report(diagnostic.help(format!(
                "to use an activation as a layer, write `Activation({activation})`"
            )));
        }
        if let Some(class) = layers::synonym(name).map(ranked) {
            let diagnostic = diagnostic.help(format!("the Keras name is `{class}`"));
            let signature = layers::find(class).map(layers::signature);
            // The order of arguments differs from library to library.
            return self.report(match signature {
                Some(signature) => diagnostic.note(signature),
                None => diagnostic,
            });
        }
        let near = layers::suggest(name).map(ranked).map(str::to_string).or(near);
        self.report(match near {
            Some(near) => diagnostic.help(format!("a similar name exists: `{near}`")),
            None => diagnostic.note("layers use the Keras names, such as `Conv2D` or `Dense`"),
        })
    }

    /// A layer of a class of the table.
    pub(super) fn class_layer(
        &mut self,
        class: &'static Class,
        loc: Loc,
        given: Vec<Given>,
    ) -> Result<Rc<Layer>, Reported> {
        let data_format = match &self.builder {
            Some(builder) => Rc::clone(&builder.data_format),
            None => return Err(self.outside_model(loc)),
        };
        // The blocks a layer is in are facts of a wrong argument, too.
        let mut found = modelwright_core::diagnostic::Diagnostics::default();
        let bound = layers::bind(class, loc, &given, &data_format, &mut found);
        for (diagnostic, _) in found.into_list() {
            self.report_of_arguments(diagnostic);
        }
        let may_be_name = |given: &Given| match &given.name {
            Some((name, _)) if &**name == "name" => !matches!(given.value, Value::Str(_)),
            Some((name, _)) => {
                class.parameter(name).is_none() && matches!(given.value, Value::Str(_))
            }
            None => false,
        };
        if bound.is_err() && given.iter().any(may_be_name) {
            self.hide_names();
        }
        let common = match &bound {
            Ok(bound) => Common {
                name: bound.name.as_ref().map(|(name, _)| Rc::clone(name)),
                trainable: Some(bound.trainable),
                dtype: bound.dtype,
            },
            Err(_) => Common { name: written_name(&given), ..Common::default() },
        };
        let kind = bound.map(|bound| LayerKind::Class(class, bound.args));
        self.make(kind, &|| snake_case(class.name), common, loc)
    }

    /// A model as a layer: fresh weights each time it is written.
    fn model_layer(
        &mut self,
        model: &'a Model,
        loc: Loc,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Result<Rc<Layer>, Reported> {
        let common = self.common_arguments(&model.head.name.text, arguments, scope);
        let graph = self.graph_of(model, loc);
        let base = match &graph {
            Ok(graph) => graph.name.to_string(),
            Err(_) => model.options.name.as_ref().unwrap_or(&model.head.name.text).to_string(),
        };
        self.make(graph.map(LayerKind::Model), &|| base.clone(), common?, loc)
    }

    /// `Sequential(a -> b, name = "head")`
    fn sequential(
        &mut self,
        callee_loc: Loc,
        arguments: &'a [Argument],
        loc: Loc,
        scope: &mut Scope,
    ) -> Result<Rc<Layer>, Reported> {
        let (positional, named): (Vec<_>, Vec<_>) =
            arguments.iter().partition(|argument| argument.name.is_none());
        let mut layers = Vec::new();
        let mut failed = None;
        for argument in &positional {
            let stages: &'a [Expr] = match &argument.value.kind {
                ExprKind::Pipe(stages) | ExprKind::List(stages) => stages,
                _ => std::slice::from_ref(&argument.value),
            };
            for stage in stages {
                match self.chained_layer(stage, scope) {
                    Ok(layer) => layers.push(layer),
                    Err(reported) => failed = Some(reported),
                }
            }
        }
        let common = self.common_arguments("Sequential", named, scope);
        if layers.is_empty() && failed.is_none() {
            let diagnostic = Diagnostic::new(loc, "`Sequential` has no layers");
            failed = Some(self.report(diagnostic.help("write `Sequential(Flatten -> Dense(10))`")));
        }
        self.composition(layers, failed, common?, callee_loc)
    }

    /// A chain of layers as one layer.
    pub(super) fn chain(
        &mut self,
        layers: Vec<Rc<Layer>>,
        failed: Option<Reported>,
        loc: Loc,
    ) -> Result<Rc<Layer>, Reported> {
        self.composition(layers, failed, Common::default(), loc)
    }

    fn composition(
        &mut self,
        layers: Vec<Rc<Layer>>,
        failed: Option<Reported>,
        common: Common,
        loc: Loc,
    ) -> Result<Rc<Layer>, Reported> {
        let mut ids = HashMap::default();
        for layer in &layers {
            if *ids.entry(Rc::clone(&layer.name)).or_insert(layer.id) != layer.id {
                let message = format!("duplicate layer name `{}` in this chain", layer.name);
                return Err(self.error(layer.loc, message));
            }
        }
        let kind = match failed {
            Some(reported) => Err(reported),
            None => Ok(LayerKind::Sequential(layers)),
        };
        self.make(kind, &|| "sequential".into(), common, loc)
    }

    /// Names and numbers a layer; where no name is given, it has the automatic one. One that failed takes its name, too, so that the names after it stay.
    pub(super) fn make(
        &mut self,
        kind: Result<LayerKind, Reported>,
        automatic: &dyn Fn() -> String,
        common: Common,
        loc: Loc,
    ) -> Result<Rc<Layer>, Reported> {
        let id = self.layer_id(loc)?;
        let Some(builder) = &mut self.builder else { return Err(self.outside_model(loc)) };
        let name = match &common.name {
            Some(name) => builder.namer.explicit(name),
            None => builder.namer.automatic(&automatic()),
        };
        let dtype = common.dtype.unwrap_or(builder.dtype);
        self.copies(name.len(), loc)?;
        self.measure(id, kind.as_ref().map_err(|reported| *reported), loc)?;
        Ok(Rc::new(Layer {
            id,
            name,
            loc,
            kind: kind?,
            trainable: common.trainable.unwrap_or(true),
            dtype,
        }))
    }

    /// `name` and `trainable` of a model or a composition.
    pub(super) fn common_arguments(
        &mut self,
        of: &str,
        arguments: impl IntoIterator<Item = &'a Argument>,
        scope: &mut Scope,
    ) -> Result<Common, Reported> {
        let mut common = Common::default();
        let mut failed = None;
        let mut given = HashMap::default();
        let mut any_positional = false;
        for argument in arguments {
            if let Some(name) = &argument.name {
                failed = self.given_twice(of, name, &mut given).or(failed);
            }
            let value = self.expression(&argument.value, scope);
            let name = argument.name.as_ref().map(|name| &*name.text);
            match (name, value) {
                (_, Value::Poisoned(reported)) => failed = Some(reported),
                (Some("name"), Value::Str(name)) => common.name = Some(name),
                (Some("trainable"), Value::Bool(trainable)) => common.trainable = Some(trainable),
                (Some("dtype"), Value::Word(word)) if layers::dtype(&word).is_some() => {
                    common.dtype = layers::dtype(&word);
                }
                (Some(name @ ("name" | "trainable")), value) => {
                    let expected = if name == "name" { "a string" } else { "`true` or `false`" };
                    let message =
                        format!("`{name}` of `{of}` expects {expected}, found {}", value.kind());
                    failed = Some(self.error(argument.value.loc, message));
                }
                (Some(name), _) => {
                    let at = argument.name.as_ref().map_or(argument.value.loc, |name| name.loc);
                    let diagnostic =
                        Diagnostic::new(at, format!("`{of}` has no argument `{name}`"));
                    failed = Some(
                        self.report(diagnostic.note("it takes `name`, `trainable` and `dtype`")),
                    );
                }
                (None, _) if std::mem::replace(&mut any_positional, true) => {}
                (None, value) => {
                    let diagnostic = Diagnostic::new(
                        argument.value.loc,
                        format!("`{of}` takes no positional argument, found {}", value.kind()),
                    );
                    let diagnostic = match (&value, &argument.value.kind) {
                        (Value::Tensor(_), ExprKind::Name(name)) => {
                            diagnostic.help(format!("write `{name} -> {of}`"))
                        }
                        (Value::Tensor(_), _) => diagnostic.help(format!("write `x -> {of}`")),
                        _ => diagnostic.note("it takes `name`, `trainable` and `dtype`"),
                    };
                    failed = Some(self.report(diagnostic));
                }
            }
        }
        failed.map_or(Ok(common), Err)
    }

    /// Reports a name among the arguments of a call that is among those given before; it is one of them from now on.
    pub(super) fn given_twice<'n>(
        &mut self,
        of: &str,
        name: &'n Name,
        given: &mut HashMap<&'n str, Loc>,
    ) -> Option<Reported> {
        let first = given.insert(&name.text, name.loc)?;
        let what = format!("argument `{}` of `{of}`", name.text);
        Some(self.report(self.session.spans.given_twice(&what, name.loc, first)))
    }

    fn outside_model(&mut self, loc: Loc) -> Reported {
        self.error(loc, "layers are only allowed inside a model")
    }
}

/// Counterpart of a Python function.
fn function_habit(name: &str) -> Option<&'static str> {
    Some(match name {
        "range" => "a range is written `0..n`",
        "len" => "write `xs.len()`",
        "enumerate" => "write `xs.enumerate()`",
        "zip" => "write `xs.zip(ys)`",
        "reversed" => "write `xs.rev()`",
        "max" => "write `a.max(b)`",
        "min" => "write `a.min(b)`",
        "abs" => "write `n.abs()`",
        "pow" => "write `a.pow(b)`",
        "round" => "write `n.round()`",
        "sqrt" => "write `n.sqrt()`",
        "int" => "write `n as usize`",
        "float" => "write `n as f64`",
        "print" | "summary" => {
            "call `summary()` on the expanded model: `println!(\"{}\", Net::summary())`"
        }
        _ => return None,
    })
}

/// True if a value is a tensor, or a list or tuple of tensors.
fn holds_tensor(value: &Value) -> bool {
    match value {
        Value::Tensor(_) => true,
        Value::Tuple(items) | Value::List(items) => items.iter().any(holds_tensor),
        _ => false,
    }
}

/// The name in arguments that did not bind.
fn written_name(given: &[Given]) -> Option<Rc<str>> {
    given.iter().find_map(|argument| match (&argument.name, &argument.value) {
        (Some((name, _)), Value::Str(text)) if &**name == "name" => Some(Rc::clone(text)),
        _ => None,
    })
}
