//! Pipes: sending tensors through layers and blocks.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::graph::Tensor;
use modelwright_core::layers::{Arity, Layer, LayerKind, Mistake, Place};
use modelwright_core::shape::Shape;
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::Scope;
use crate::syntax::tree::{Argument, Expr, ExprKind, Function, Param, ParamKind, Statement};

/// Number of steps of a trail that are shown.
const TRAIL: usize = 5;

impl<'a> Evaluator<'a, '_> {
    /// `first -> second -> ..`: tensors through layers, or a composition of layers.
    pub(super) fn pipe(&mut self, stages: &'a [Expr], scope: &mut Scope) -> Value {
        let Some((first, rest)) = stages.split_first() else { return Value::tuple([]) };
        if let Err(reported) = self.foresee_layers(stages) {
            return Value::Poisoned(reported);
        }
        if self.block_named(first, scope).is_some_and(|(function, arguments)| {
            takes_tensors(function) && !arguments.iter().any(|argument| argument.name.is_none())
        }) {
            // `residual -> ..` with nothing before it.
            let reported = self.block_in_chain(first);
            self.rest_of_chain(rest, scope);
            return Value::Poisoned(reported);
        }
        let value = match &first.kind {
            // A word stands for an argument's value, never for a tensor.
            ExprKind::Name(name)
                if self.is_free(name, first.loc, scope) && !super::is_layer_name(name) =>
            {
                Value::Poisoned(self.unknown_tensor(name, first.loc, scope))
            }
            _ => self.expression(first, scope),
        };
        match value {
            Value::Layer(layer) => {
                let mut layers = vec![layer];
                let mut failed = None;
                for stage in rest {
                    match self.chained_layer(stage, scope) {
                        Ok(layer) => layers.push(layer),
                        Err(reported) => failed = Some(reported),
                    }
                }
                self.chain(layers, failed, first.loc).map_or_else(Value::Poisoned, Value::Layer)
            }
            value => {
                // A chain of layers is a layer with a name of its own.
                if let (Value::Poisoned(_), ExprKind::Call { .. }) = (&value, &first.kind) {
                    self.hide_names();
                }
                let mut value = match is_sendable(&value) {
                    true => value,
                    false => {
                        let message = format!(
                            "expected a tensor or a layer before `->`, found {}",
                            value.kind()
                        );
                        self.poison(first.loc, message)
                    }
                };
                for stage in rest {
                    value = self.send(value, stage, scope);
                }
                value
            }
        }
    }

    /// Sends tensors through one stage. Poisoned tensors still show the mistakes of the stage itself.
    fn send(&mut self, input: Value, stage: &'a Expr, scope: &mut Scope) -> Value {
        if let Some((function, arguments)) = self.block_named(stage, scope)
            && takes_tensors(function)
        {
            let loc = match &stage.kind {
                ExprKind::Call { callee, .. } => callee.loc,
                _ => stage.loc,
            };
            return self.call_on(function, loc, input, arguments, scope);
        }
        if let Some((function, arguments)) = self.block_named(stage, scope)
            && arguments.len() < function.params.iter().filter(|param| is_required(param)).count()
        {
            return match sent_without_shape(function) {
                Some(param) => self.without_shape(function, param),
                None => self.takes_no_tensor(&function.name.text, stage.loc),
            };
        }
        let written_here = matches!(stage.kind, ExprKind::Call { .. })
            || matches!(&stage.kind, ExprKind::Name(_) if scope.get(stage.loc).is_none());
        let name = match &stage.kind {
            ExprKind::Call { callee, .. } => callee.loc,
            _ => stage.loc,
        };
        self.frame.sent = self.rank(&input).map(|rank| (name, rank));
        match self.stage_value(stage, scope) {
            Value::Layer(layer) => match (&layer.kind, &input) {
                (LayerKind::Class(class, _), Value::Tensor(_))
                    if class.facets.arity == Arity::Merging =>
                {
                    self.nothing_to_merge(&layer, stage, written_here)
                }
                _ => self.apply_layer(&layer, &[input], stage.loc, written_here),
            },
            Value::Poisoned(reported) => Value::Poisoned(reported),
            value => self.not_a_layer(&value, stage),
        }
    }

    /// Number of axes of a tensor, without the batch.
    fn rank(&self, value: &Value) -> Option<usize> {
        let Value::Tensor(tensor) = value else { return None };
        self.builder.as_ref()?.graph.shape(*tensor).map(Shape::rank)
    }

    /// One tensor is sent through a layer that combines several. A list may have one, as in Keras: a loop made it.
    fn nothing_to_merge(&mut self, layer: &Layer, stage: &Expr, written_here: bool) -> Value {
        let class = layer.class_name();
        let loc = if written_here { layer.loc } else { stage.loc };
        let message = format!("`{class}` combines several inputs, found 1 tensor");
        let help = format!("pass several inputs as a tuple or a list: `(a, b) -> {class}`");
        Value::Poisoned(self.report(Diagnostic::new(loc, message).help(help)))
    }

    /// The value of a stage; an unknown name is an unknown layer here.
    fn stage_value(&mut self, stage: &'a Expr, scope: &mut Scope) -> Value {
        match &stage.kind {
            ExprKind::Name(name) if self.variable(name, stage.loc, scope).is_none() => {
                let callee = crate::syntax::tree::Name { text: Rc::clone(name), loc: stage.loc };
                self.call(&callee, &[], stage.loc, scope)
            }
            _ => self.expression(stage, scope),
        }
    }

    fn takes_no_tensor(&mut self, name: &str, loc: Loc) -> Value {
        let diagnostic = Diagnostic::new(loc, format!("`{name}` takes no tensor"));
        Value::Poisoned(
            self.report(diagnostic.note("write a tensor parameter with its shape: `x: [..]`")),
        )
    }

    /// A parameter that is sent through layers, but was written without its shape: one mistake for all calls.
    fn without_shape(&mut self, function: &Function, param: &Param) -> Value {
        let name = &param.name.text;
        let message = format!("`{name}` of `{}` is a tensor, found no shape", function.name.text);
        let diagnostic = Diagnostic::new(param.name.loc, message);
        Value::Poisoned(self.report(diagnostic.help(format!("write `{name}: [..]`"))))
    }

    fn not_a_layer(&mut self, value: &Value, stage: &Expr) -> Value {
        let diagnostic = Diagnostic::new(
            stage.loc,
            format!("expected a layer after `->`, found {}", value.kind()),
        );
        let diagnostic = match (&stage.kind, value) {
            (_, Value::Tensor(_)) => {
                diagnostic.help("write a tensor before `->`, or several as `(a, b) -> Add`")
            }
            (_, Value::List(items) | Value::Tuple(items))
                if items.iter().any(|item| matches!(item, Value::Layer(_))) =>
            {
                diagnostic.note(
                    "chain layers: `x -> a -> b`, or run them in parallel: `(x -> a, x -> b)`",
                )
            }
            (_, Value::Str(text)) if super::is_layer_name(text) => {
                diagnostic.help(format!("write `{text}`, without quotes"))
            }
            (ExprKind::Call { callee, .. }, _) if self.session.function(&callee.text).is_some() => {
                diagnostic.note(format!(
                    "`{}` takes no tensor: a tensor parameter is written `x: [..]`",
                    callee.text
                ))
            }
            _ => diagnostic,
        };
        Value::Poisoned(self.report(diagnostic))
    }

    /// A stage of a composition: a layer.
    pub(super) fn chained_layer(
        &mut self,
        stage: &'a Expr,
        scope: &mut Scope,
    ) -> Result<Rc<Layer>, Reported> {
        if self.block_named(stage, scope).is_some_and(|(function, _)| takes_tensors(function)) {
            return Err(self.block_in_chain(stage));
        }
        match self.stage_value(stage, scope) {
            Value::Layer(layer) => Ok(layer),
            Value::Poisoned(reported) => Err(reported),
            value @ Value::Tensor(_) => Err(self.report(
                Diagnostic::new(stage.loc, format!("expected a layer, found {}", value.kind()))
                    .note("a chain that begins with a layer is itself a layer: write the tensor before it"),
            )),
            value => Err(self.error(stage.loc, format!("expected a layer, found {}", value.kind()))),
        }
    }

    fn rest_of_chain(&mut self, stages: &'a [Expr], scope: &mut Scope) {
        for stage in stages {
            let _ = self.chained_layer(stage, scope);
        }
    }

    fn block_in_chain(&mut self, stage: &Expr) -> Reported {
        let diagnostic =
            Diagnostic::new(stage.loc, "a block needs a tensor before it: `x -> block(..)`");
        self.report(diagnostic.note("a block creates new layers at each use, so it cannot be part of a layer; use a `fn` to combine blocks"))
    }

    /// The block or function a stage names, with its arguments.
    fn block_named(
        &self,
        stage: &'a Expr,
        scope: &Scope,
    ) -> Option<(&'a Function, &'a [Argument])> {
        let (name, loc, arguments): (&str, Loc, &'a [Argument]) = match &stage.kind {
            ExprKind::Name(name) => (name, stage.loc, &[]),
            ExprKind::Call { callee, arguments } => (&callee.text, callee.loc, arguments),
            _ => return None,
        };
        if scope.get(loc).is_some() {
            return None;
        }
        self.session.function(name).map(|function| (function, arguments))
    }

    /// Calls a layer on tensors. `written_here` says whether the layer stands at `loc`, or was made elsewhere.
    pub(super) fn apply_layer(
        &mut self,
        layer: &Rc<Layer>,
        inputs: &[Value],
        loc: Loc,
        written_here: bool,
    ) -> Value {
        let mut tensors = Vec::new();
        for input in inputs {
            if let Err(reported) = self.tensors_of(input, loc, &mut tensors) {
                return Value::Poisoned(reported);
            }
        }
        let counted = self.count_call(layer, loc).and_then(|()| self.steps(tensors.len(), loc));
        if let Err(reported) = counted {
            return Value::Poisoned(reported);
        }
        let Some(builder) = &mut self.builder else {
            return self.poison(loc, "layers are only allowed inside a model");
        };
        if let Some(other) = builder.graph.layer_named(&layer.name)
            && other.id != layer.id
        {
            let line = self.session.spans.line(other.loc);
            let diagnostic =
                Diagnostic::new(layer.loc, format!("duplicate layer name `{}`", layer.name));
            let diagnostic = match line {
                Some(line) => diagnostic.note(format!("the other one is at line {line}")),
                None => diagnostic,
            };
            let diagnostic = match self.frame.calls.last() {
                Some((block, _)) => diagnostic.help(format!(
                    "a name at the call becomes a prefix of the names inside: `x -> {block}(name = \"first\")`"
                )),
                None => diagnostic,
            };
            return Value::Poisoned(self.report(diagnostic));
        }
        let before = builder.graph.size();
        match builder.graph.call(layer, &tensors) {
            Ok(outputs) => {
                let made = builder.graph.size().saturating_sub(before);
                builder.warn_of_call(layer, &tensors);
                if let Err(reported) = self.copies(made, loc) {
                    return Value::Poisoned(reported);
                }
                match outputs.as_slice() {
                    [output] => Value::Tensor(*output),
                    outputs => Value::tuple(outputs.iter().map(|output| Value::Tensor(*output))),
                }
            }
            Err(mistake) => {
                Value::Poisoned(self.report_mistake(mistake, layer, &tensors, loc, written_here))
            }
        }
    }

    fn report_mistake(
        &mut self,
        mistake: Mistake,
        layer: &Layer,
        inputs: &[Tensor],
        loc: Loc,
        written_here: bool,
    ) -> Reported {
        // A `layer` item's own mistakes stand in the item, all others at the layer or where it is used.
        let in_item = matches!(layer.kind, LayerKind::Custom(_)) && mistake.loc.is_some();
        let at = match mistake.loc {
            Some(at) if written_here || in_item => at,
            None if written_here => layer.loc,
            _ => loc,
        };
        let mut diagnostic = Diagnostic::new(at, mistake.message);
        diagnostic.notes = mistake.notes;
        let name = &layer.name;
        match self.session.spans.line(if in_item { loc } else { layer.loc }) {
            Some(line) if in_item => {
                diagnostic
                    .notes
                    .push(format!("in layer `{}`, used at line {line}", layer.class_name()));
            }
            Some(line) if !written_here => {
                diagnostic.notes.push(format!("layer `{name}` is created at line {line}"));
            }
            _ => {}
        }
        let shown: Vec<Tensor> = match mistake.place {
            Place::Input(index) => inputs.get(index).copied().into_iter().collect(),
            _ => inputs.iter().take(3).copied().collect(),
        };
        if inputs.len() > 1 || shown.iter().any(|tensor| !self.is_input(*tensor)) {
            for tensor in shown {
                if let Some(trail) = self.trail(tensor)
                    && !diagnostic.notes.contains(&trail)
                {
                    diagnostic.notes.push(trail);
                }
            }
        }
        diagnostic.help = mistake.help;
        if let Some((fact, fix)) = self.symbolic_fix(at, inputs) {
            diagnostic.notes.push(fact);
            diagnostic.help = vec![fix];
        }
        let index = match mistake.place {
            Place::Input(index) => Some(index),
            _ => (inputs.len() == 1).then_some(0),
        };
        if let (Some(index), Some(builder)) = (index, &self.builder)
            && diagnostic.help.is_empty()
        {
            diagnostic.help.extend(builder.graph.advice(layer, inputs, index));
        }
        self.report(diagnostic)
    }

    /// True if a tensor is an input of the model.
    pub(super) fn is_input(&self, tensor: Tensor) -> bool {
        let layer = self.layer_of_tensor(tensor);
        layer.is_some_and(|layer| matches!(layer.kind, LayerKind::Input))
    }

    /// The way a tensor came, as one line; the middle of a long one is left out.
    pub(super) fn trail(&self, tensor: Tensor) -> Option<String> {
        let trail = self.builder.as_ref()?.graph.trail(tensor);
        let steps: Vec<String> =
            trail.iter().map(|(name, shape)| format!("`{name}` {shape}")).collect();
        if steps.is_empty() {
            return None;
        }
        if steps.len() <= TRAIL {
            return Some(steps.join(" -> "));
        }
        let head = steps.get(..TRAIL - 2)?.join(" -> ");
        Some(format!("{head} -> ... -> {}", steps.last()?))
    }

    /// All tensors of a value, in order.
    pub(super) fn tensors_of(
        &mut self,
        value: &Value,
        loc: Loc,
        tensors: &mut Vec<Tensor>,
    ) -> Result<(), Reported> {
        match value {
            Value::Tensor(tensor) => tensors.push(*tensor),
            Value::Poisoned(reported) => return Err(*reported),
            Value::Tuple(items) | Value::List(items) => {
                for item in items.iter() {
                    self.tensors_of(item, loc, tensors)?;
                }
            }
            value => {
                return Err(self
                    .error(loc, format!("expected tensors before `->`, found {}", value.kind())));
            }
        }
        Ok(())
    }
}

/// The first parameter, where it has no shape and the body sends it through layers.
fn sent_without_shape(function: &Function) -> Option<&Param> {
    let param = function.params.first()?;
    let begins = |expr: &Expr| match &expr.kind {
        ExprKind::Pipe(stages) => stages.first().is_some_and(
            |first| matches!(&first.kind, ExprKind::Name(name) if *name == param.name.text),
        ),
        _ => false,
    };
    let mut statements = function.body.statements.iter();
    let is_sent = function.body.tail.as_deref().is_some_and(begins)
        || statements.any(|statement| match statement {
            Statement::Let { value, .. } | Statement::Assign { value, .. } => begins(value),
            _ => false,
        });
    is_sent.then_some(param)
}

fn is_required(param: &Param) -> bool {
    !matches!(param.kind, ParamKind::Value(Some(_)))
}

/// True if a block has tensor parameters.
pub(super) fn takes_tensors(function: &Function) -> bool {
    function.params.iter().any(|param| matches!(param.kind, ParamKind::Tensor(_)))
}

fn is_sendable(value: &Value) -> bool {
    match value {
        Value::Tensor(_) | Value::Poisoned(_) => true,
        Value::Tuple(items) | Value::List(items) => {
            !items.is_empty() && items.iter().all(is_sendable)
        }
        _ => false,
    }
}
