//! Calls of blocks and functions: inlined, with fresh layers each time.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{ARGUMENT_LIMIT, Places, Signature, Slot};
use modelwright_core::names::nearest;
use modelwright_core::value::Value;

use super::Evaluator;
use super::pipes::takes_tensors;
use super::scope::Scope;
use crate::syntax::tree::{Argument, ExprKind, Function, Param, ParamKind};

/// The arguments of one call: a value for each parameter that was given one, with its place.
struct Bound {
    values: Vec<Option<(Value, Loc)>>,
    /// `name = ".."`: what stands before the names inside.
    prefix: Option<Rc<str>>,
    failed: Option<Reported>,
}

impl<'a> Evaluator<'a, '_> {
    /// `function(arguments)`, tensors among the arguments.
    pub(super) fn call_directly(
        &mut self,
        function: &'a Function,
        loc: Loc,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Value {
        let params: Vec<usize> = (0..function.params.len()).collect();
        let bound =
            self.bind_arguments(&function.name.text, &function.params, arguments, &params, scope);
        self.run(function, loc, bound)
    }

    /// `input -> function(arguments)`
    pub(super) fn call_on(
        &mut self,
        function: &'a Function,
        loc: Loc,
        input: Value,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) -> Value {
        let (tensors, values): (Vec<usize>, Vec<usize>) = (0..function.params.len())
            .partition(|index| function.params.get(*index).is_some_and(is_tensor));
        let mut bound =
            self.bind_arguments(&function.name.text, &function.params, arguments, &values, scope);
        let inputs = match &input {
            Value::Poisoned(_) => vec![input; tensors.len()],
            Value::Tuple(items) | Value::List(items) => items.to_vec(),
            _ => vec![input],
        };
        if inputs.len() != tensors.len() && bound.failed.is_none() {
            let plural = if tensors.len() == 1 { "" } else { "s" };
            let message = format!(
                "`{}` takes {} tensor{plural}, found {}",
                function.name.text,
                tensors.len(),
                inputs.len()
            );
            bound.failed = Some(self.error(loc, message));
        }
        for (index, input) in tensors.iter().zip(inputs) {
            match bound.values.get_mut(*index) {
                Some(Some((_, at))) => {
                    let at = *at;
                    let name = function.params.get(*index).map_or("", |param| &param.name.text);
                    let message = format!(
                        "the tensor `{name}` of `{}` is already passed before `->`",
                        function.name.text
                    );
                    bound.failed = Some(self.error(at, message));
                }
                Some(slot) => *slot = Some((input, loc)),
                None => {}
            }
        }
        self.run(function, loc, bound)
    }

    /// The values of a `layer` item's parameters; its tensors come with the call.
    pub(super) fn bind_values(
        &mut self,
        name: &Rc<str>,
        loc: Loc,
        params: &'a [Param],
        arguments: Vec<&'a Argument>,
        scope: &mut Scope,
    ) -> Result<Vec<(Rc<str>, Loc, Value)>, Reported> {
        let values: Vec<usize> = (0..params.len())
            .filter(|index| params.get(*index).is_some_and(|param| !is_tensor(param)))
            .collect();
        let bound = self.bind_arguments(name, params, arguments, &values, scope);
        let mut inner = self.scope();
        let mut bound_values = Vec::with_capacity(values.len());
        let mut failed = bound.failed;
        for (param, slot) in params.iter().zip(bound.values) {
            let value = match (&param.kind, slot) {
                (ParamKind::Tensor(_), None) => continue,
                (ParamKind::Tensor(_), Some((_, at))) => {
                    let message = format!(
                        "the tensor `{}` of `{name}` is passed before `->`",
                        param.name.text
                    );
                    failed = Some(self.error(at, message));
                    continue;
                }
                (ParamKind::Value(_), Some((value, _))) => value,
                (ParamKind::Value(Some(default)), None) => self.expression(default, &mut inner),
                (ParamKind::Value(None), None) => {
                    if failed.is_none() {
                        let message =
                            format!("`{name}` is missing its argument `{}`", param.name.text);
                        failed = Some(self.error(loc, message));
                    }
                    continue;
                }
            };
            if let Value::Poisoned(reported) = value {
                failed = Some(reported);
            }
            self.define(&param.name.text, param.name.loc, false, value.clone(), &mut inner);
            bound_values.push((Rc::clone(&param.name.text), param.name.loc, value));
        }
        failed.map_or(Ok(bound_values), Err)
    }

    /// Assigns arguments to parameters; `positional` are the parameters of unnamed arguments.
    fn bind_arguments(
        &mut self,
        name: &Rc<str>,
        params: &'a [Param],
        arguments: impl IntoIterator<Item = &'a Argument>,
        positional: &[usize],
        scope: &mut Scope,
    ) -> Bound {
        let mut arguments: Vec<&'a Argument> = arguments.into_iter().collect();
        let mut failed = None;
        let most = arguments.len().max(params.len());
        if let (true, Some(first)) = (most > ARGUMENT_LIMIT, params.first()) {
            let message =
                format!("`{name}` takes at most {ARGUMENT_LIMIT} arguments, found {most}");
            failed = Some(self.error(first.name.loc, message));
            arguments.clear();
        }
        let found = arguments.iter().filter(|argument| argument.name.is_none()).count();
        let mut bound = Bound { values: vec![None; params.len()], prefix: None, failed };
        let mut places = Places::new(Parameters { params, positional });
        let mut prefix_at = None;
        let mut too_many = false;
        // What cannot be read may stand for none.
        let unread = arguments.iter().find_map(|argument| match argument.value.kind {
            ExprKind::Error(reported) => Some(reported),
            _ => None,
        });
        let takes_tensor = params
            .iter()
            .enumerate()
            .any(|(index, param)| is_tensor(param) && !positional.contains(&index));
        let mut tensor = None;
        let tensors: Vec<&str> =
            params.iter().filter(|param| is_tensor(param)).map(|param| &*param.name.text).collect();
        for argument in arguments {
            let value = self.expression(&argument.value, scope);
            let loc = argument.value.loc;
            if let (Value::Tensor(_), None) = (&value, &argument.name) {
                tensor = Some(loc);
            }
            let given_name = argument.name.as_ref();
            let slot = places.next(given_name.map(|given| &*given.text));
            let index = match (slot, given_name) {
                (Ok(Slot::Own(index)), _) => index,
                (Ok(Slot::Common(_)), given) => {
                    let at = given.map_or(loc, |given| given.loc);
                    if let Some(first) = prefix_at.replace(at) {
                        let what = format!("argument `name` of `{name}`");
                        let mistake = self.session.spans.given_twice(&what, at, first);
                        bound.failed = Some(self.report(mistake));
                    }
                    match value {
                        Value::Str(prefix) => bound.prefix = Some(prefix),
                        Value::Poisoned(reported) => bound.failed = Some(reported),
                        value => {
                            let message = format!(
                                "`name` of `{name}` expects a string, found {}",
                                value.kind()
                            );
                            bound.failed = Some(self.error(loc, message));
                        }
                    }
                    continue;
                }
                (Err(_), None) if unread.is_some() => {
                    bound.failed = unread;
                    continue;
                }
                (Err(_), None) => match too_many {
                    true => continue,
                    false if takes_tensor && tensor.is_some() => {
                        too_many = true;
                        let message = format!(
                            "`{name}` takes its tensors before `->`, found another among its arguments"
                        );
                        let diagnostic = Diagnostic::new(tensor.unwrap_or(loc), message);
                        bound.failed = Some(self.report(match tensors.as_slice() {
                            [] | [_] => diagnostic,
                            several => diagnostic.help(format!(
                                "pass several in parentheses: `({}) -> {name}(..)`",
                                several.join(", ")
                            )),
                        }));
                        continue;
                    }
                    false => {
                        too_many = true;
                        let count = positional.len();
                        let plural = if count == 1 { "" } else { "s" };
                        let message =
                            format!("`{name}` takes {count} argument{plural}, found {found}");
                        // All calls with one number of arguments have one mistake.
                        let reported = match self.missed_in(name, &message, loc) {
                            Some(reported) => reported,
                            None => {
                                let reported = self.error(loc, &*message);
                                self.miss_in(name, &message, loc, reported)
                            }
                        };
                        bound.failed = Some(reported);
                        continue;
                    }
                },
                (Err(_), Some(given)) => {
                    let is_layer = self.session.layer_item(name).is_some();
                    let takes = params.iter().filter(|param| !(is_layer && is_tensor(param)));
                    let takes: Vec<&str> = takes.map(|param| &*param.name.text).collect();
                    bound.failed =
                        Some(self.unknown_parameter(name, &takes, &given.text, given.loc));
                    continue;
                }
            };
            // What cannot be read may have been meant for another place.
            if let (Value::Poisoned(reported), None) = (&value, &argument.name) {
                bound.failed = Some(*reported);
            }
            match bound.values.get_mut(index) {
                _ if bound.failed.is_some() && argument.name.is_none() => {}
                Some(Some((Value::Poisoned(_), _))) => {}
                Some(slot @ None) => *slot = Some((value, loc)),
                _ => {
                    let at = argument.name.as_ref().map_or(loc, |given| given.loc);
                    let param = params.get(index).map_or("", |param| &param.name.text);
                    bound.failed =
                        Some(self.error(
                            at,
                            format!("argument `{param}` of `{name}` is specified twice"),
                        ));
                }
            }
        }
        bound
    }

    fn unknown_parameter(
        &mut self,
        of: &Rc<str>,
        takes: &[&str],
        name: &str,
        loc: Loc,
    ) -> Reported {
        // It is missing among the parameters, which other calls and the body say, too.
        if let Some(reported) = self.missed_in(of, name, loc) {
            return reported;
        }
        let diagnostic = Diagnostic::new(loc, format!("`{of}` has no argument `{name}`"));
        let reported = self.report(match nearest(name, takes.iter().copied()) {
            Some(near) => diagnostic.help(format!("a similar argument exists: `{near}`")),
            None if takes.is_empty() => diagnostic.note("it takes only `name`"),
            None => {
                let list: Vec<String> = takes.iter().map(|param| format!("`{param}`")).collect();
                diagnostic.note(format!("it takes {}", list.join(", ")))
            }
        });
        self.miss_in(of, name, loc, reported)
    }

    /// Runs a block.
    fn run(&mut self, function: &'a Function, loc: Loc, mut bound: Bound) -> Value {
        if let (true, Some(reported)) = (function.params.len() > ARGUMENT_LIMIT, bound.failed) {
            return Value::Poisoned(reported);
        }
        let mut scope = self.scope();
        let mut missing = Vec::new();
        // Values first: the shapes of tensors may name them.
        for (param, slot) in function.params.iter().zip(&mut bound.values) {
            let value = match (&param.kind, slot.take()) {
                (ParamKind::Value(_), Some((value, _))) => value,
                (ParamKind::Value(Some(default)), None) => self.expression(default, &mut scope),
                (ParamKind::Tensor(_), given @ Some(_)) => {
                    *slot = given;
                    continue;
                }
                (ParamKind::Value(None) | ParamKind::Tensor(_), None) => {
                    missing.push(format!("`{}`", param.name.text));
                    continue;
                }
            };
            self.define(&param.name.text, param.name.loc, param.mutable, value, &mut scope);
        }
        let mixed_up = |(param, slot): (&Param, &Option<(Value, Loc)>)| {
            is_tensor(param)
                && slot.as_ref().is_some_and(|(value, _)| {
                    !matches!(value, Value::Tensor(_) | Value::Poisoned(_))
                })
        };
        let is_mixed_up = function.params.iter().zip(&bound.values).any(mixed_up);
        if !missing.is_empty() && bound.failed.is_none() && !is_mixed_up {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let message = format!(
                "`{}` is missing its argument{plural} {}",
                function.name.text,
                missing.join(" and ")
            );
            let diagnostic = Diagnostic::new(loc, message);
            let without_tensor =
                takes_tensors(function) && bound.values.iter().all(Option::is_none);
            bound.failed = Some(self.report(match without_tensor {
                true => diagnostic.note("pass tensors either before `->` or as arguments"),
                false => diagnostic,
            }));
        }
        if let Some(reported) = bound.failed {
            return self.not_run(function, reported);
        }
        for (param, slot) in function.params.iter().zip(&bound.values) {
            if let Some((value, at)) = slot
                && !matches!(value, Value::Tensor(_) | Value::Poisoned(_))
            {
                let name = &function.name.text;
                let message = format!(
                    "`{}` of `{name}` is a tensor, found {}",
                    param.name.text,
                    value.kind()
                );
                let order: Vec<String> =
                    function.params.iter().map(|param| format!("`{}`", param.name.text)).collect();
                let diagnostic = Diagnostic::new(*at, message);
                bound.failed = Some(self.report(diagnostic.note(format!(
                    "the order is {}; without its tensors it is called as `x -> {name}(..)`",
                    order.join(", ")
                ))));
            }
        }
        // With its arguments mixed up, what the block does with them means nothing.
        if let Some(reported) = bound.failed {
            return self.not_run(function, reported);
        }
        if let Some(reported) = function.body.mistake {
            self.poisoned(reported);
        }
        self.frame.calls.push((Rc::clone(&function.name.text), loc));
        self.session.called_blocks.insert(Rc::clone(&function.name.text));
        self.session.runs += 1;
        let outer_run = std::mem::replace(&mut self.frame.run, self.session.runs);
        let outer_prefix = self.enter_prefix(bound.prefix.as_deref());
        for (param, slot) in function.params.iter().zip(bound.values) {
            if let (ParamKind::Tensor(pattern), Some((value, _))) = (&param.kind, slot) {
                let value = self.check_shape(pattern, value, &mut scope);
                self.define(&param.name.text, param.name.loc, param.mutable, value, &mut scope);
            }
        }
        let mut value = self.block(&function.body, &mut scope);
        if function.body.tail.is_none() {
            let diagnostic = Diagnostic::new(
                function.body.end,
                format!("`{}` returns no value", function.name.text),
            );
            value =
                Value::Poisoned(self.report(diagnostic.help(function.body.without_tail("value"))));
        }
        if let Some(outputs) = &function.outputs {
            value = self.check_outputs(outputs, value, &mut scope);
        }
        if let (Some(outer), Some(builder)) = (outer_prefix, &mut self.builder) {
            builder.namer.prefix = outer;
        }
        self.frame.calls.pop();
        self.frame.run = outer_run;
        value
    }

    /// A block whose call is wrong. What its body misses may be a parameter: nothing is said of it.
    fn not_run(&mut self, function: &Function, reported: Reported) -> Value {
        self.hide_names();
        self.session.called_blocks.insert(Rc::clone(&function.name.text));
        Value::Poisoned(reported)
    }

    /// Puts a prefix before the names of layers; gives the prefix that was there before.
    fn enter_prefix(&mut self, prefix: Option<&str>) -> Option<String> {
        let namer = &mut self.builder.as_mut()?.namer;
        let outer = namer.prefix.clone();
        if let Some(prefix) = prefix {
            namer.prefix = format!("{outer}{prefix}/");
        }
        Some(outer)
    }
}

/// Parameters of a block or a `layer` item; besides them a call takes `name`.
struct Parameters<'p> {
    params: &'p [Param],
    /// Those that arguments without a name go to, in order.
    positional: &'p [usize],
}

impl Signature for Parameters<'_> {
    fn own(&self, name: &str) -> Option<usize> {
        self.params.iter().position(|param| *param.name.text == *name)
    }

    fn positional(&self, index: usize) -> Option<usize> {
        self.positional.get(index).copied()
    }

    fn common(&self, name: &str) -> Option<usize> {
        (name == "name").then_some(0)
    }
}

fn is_tensor(param: &Param) -> bool {
    matches!(param.kind, ParamKind::Tensor(_))
}
