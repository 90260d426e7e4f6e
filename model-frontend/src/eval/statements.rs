//! Statements and blocks.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::names::nearest;
use modelwright_core::value::Value;

use super::Evaluator;
use super::scope::{Hole, Scope};
use crate::syntax::tree::{Block, Expr, ExprKind, Name, Pattern, Statement};

impl<'a> Evaluator<'a, '_> {
    /// The value of a block: its last expression, or `()`.
    pub(super) fn block(&mut self, block: &'a Block, scope: &mut Scope) -> Value {
        match self.deeper(|evaluator| evaluator.run_block(block, scope)) {
            Some(value) => value,
            None => self.too_deep(block.end),
        }
    }

    fn run_block(&mut self, block: &'a Block, scope: &mut Scope) -> Value {
        let mark = scope.enter();
        for statement in &block.statements {
            self.statement(statement, scope);
        }
        let value = match block.tail.as_deref() {
            Some(Expr { kind: ExprKind::Error(reported), .. }) => {
                self.lose(*reported, scope);
                Value::Poisoned(*reported)
            }
            Some(tail) => self.expression(tail, scope),
            None => Value::tuple([]),
        };
        scope.leave(mark);
        value
    }

    /// A statement that could not be read may have assigned to any variable.
    fn lose(&mut self, reported: Reported, scope: &mut Scope) {
        self.poisoned(reported);
        scope.poison_mutable(reported);
    }

    fn statement(&mut self, statement: &'a Statement, scope: &mut Scope) {
        match statement {
            Statement::Let { pattern, shape, value } => {
                let of_shape =
                    matches!(&value.kind, ExprKind::Method { name, .. } if &*name.text == "shape");
                if let ExprKind::Error(reported) | ExprKind::Unread(_, reported) = value.kind {
                    // An annotation may have bound a name.
                    scope.add_hole(Hole::Size, reported);
                }
                let value = self.expression(value, scope);
                let value = match shape {
                    Some(shape) => self.check_shape(shape, value, scope),
                    None => value,
                };
                let note = of_shape.then_some("a shape has no batch axis");
                self.bind_or_note(pattern, value, note, scope);
            }
            Statement::Assign { target, operator, operator_loc, value } => {
                let value = self.expression(value, scope);
                let Some(variable) = scope.get(target.loc) else {
                    self.assigned_unknown(target, operator.is_none(), scope);
                    return;
                };
                if !variable.mutable {
                    let bound = variable.loc;
                    let reported = self.not_mut(target, bound, "assign twice to");
                    scope.poison(&[target.loc], reported);
                    return;
                }
                let value = match operator {
                    Some(operator) => {
                        let current = variable.value.clone();
                        self.binary(*operator, *operator_loc, current, value)
                    }
                    None => value,
                };
                if let Some(variable) = scope.get_mut(target.loc) {
                    self.note(variable.loc, &value);
                    variable.value = value;
                }
            }
            Statement::For { pattern, iterable, body, loc } => {
                self.repeat(pattern, iterable, body, *loc, scope);
            }
            Statement::Assert { condition, message } => {
                self.assertion(condition, message.as_ref(), scope)
            }
            Statement::Expr(Expr { kind: ExprKind::Error(reported), .. }) => {
                self.lose(*reported, scope);
            }
            Statement::Expr(Expr { kind: ExprKind::Unread(expr, reported), .. }) => {
                self.poisoned(*reported);
                let mut names = Vec::new();
                assigned_in_expression(expr, &mut names);
                scope.poison(&names, *reported);
            }
            Statement::Expr(expr) => {
                let value = self.expression(expr, scope);
                if let (Value::Poisoned(reported), ExprKind::Method { name, .. }) =
                    (value, &expr.kind)
                    && nearest(&name.text, ["push"]).is_some()
                {
                    // Something else was to grow.
                    scope.poison_mutable(reported);
                }
            }
        }
    }

    /// Reports a change of a variable that is not `mut`, whether a `let`, a loop or a parameter bound it.
    pub(super) fn not_mut(&mut self, name: &Name, bound: Loc, change: &str) -> Reported {
        let text = &name.text;
        let diagnostic =
            Diagnostic::new(name.loc, format!("cannot {change} immutable variable `{text}`"));
        let line = self.session.spans.line(bound);
        self.report(diagnostic.help(match line {
            Some(line) => format!("declare it as `mut {text}` at line {line}"),
            None => format!("declare it as `mut {text}`"),
        }))
    }

    /// `y = ..` where there is no `y`: a `let` was forgotten, unless another name was meant.
    fn assigned_unknown(&mut self, target: &Name, is_plain: bool, scope: &mut Scope) {
        let name = &target.text;
        let reported = if let Some(reported) = self.unreadable(name, scope) {
            reported
        } else if let Some(reported) = self.missed(name, target.loc) {
            reported
        } else if self.session.source.names.consts.contains_key(name) {
            let message = format!("cannot assign to constant `{name}`");
            let diagnostic = Diagnostic::new(target.loc, message);
            self.report(diagnostic.help("declare a variable with `let mut`"))
        } else if is_plain && nearest(name, scope.names()).is_none() {
            let message = format!("cannot find variable `{name}` in this scope");
            let diagnostic = Diagnostic::new(target.loc, message);
            let help = format!("declare a new name with `let`: `let {name} = ..`");
            let reported = self.report(diagnostic.help(help));
            self.miss(name, target.loc, reported)
        } else {
            self.unknown_name(name, target.loc, scope)
        };
        // Another variable was meant.
        scope.poison_mutable(reported);
        scope.bind(name, target.loc, true, Value::Poisoned(reported));
    }

    fn repeat(
        &mut self,
        pattern: &'a Pattern,
        iterable: &'a Expr,
        body: &'a Block,
        loc: Loc,
        scope: &mut Scope,
    ) {
        let values: Box<dyn Iterator<Item = Value>> = match self.expression(iterable, scope) {
            Value::Range(start, end) => Box::new((start..end).map(Value::Int)),
            Value::List(items) => {
                Box::new((0..items.len()).filter_map(move |i| items.get(i).cloned()))
            }
            value => {
                let reported = match value {
                    Value::Poisoned(reported) => reported,
                    value => {
                        let message =
                            format!("`for` expects a range or a list, found {}", value.kind());
                        let diagnostic = Diagnostic::new(iterable.loc, message);
                        self.report(match &value {
                            Value::Int(n) => {
                                diagnostic.help(format!("a range is written `0..{n}`"))
                            }
                            Value::Tuple(_) => {
                                diagnostic.note("a list is written `[a, b]`, a range `a..b`")
                            }
                            _ => diagnostic,
                        })
                    }
                };
                self.hide_names();
                self.poison_assigned(body, reported, scope);
                return;
            }
        };
        self.frame.loops.push(loc);
        for value in values {
            if let Err(reported) = self.step(loc) {
                self.hide_names();
                self.poison_assigned(body, reported, scope);
                break;
            }
            let mark = scope.enter();
            self.bind(pattern, value, scope);
            self.block(body, scope);
            scope.leave(mark);
        }
        self.frame.loops.pop();
    }

    fn assertion(&mut self, condition: &'a Expr, message: Option<&'a Expr>, scope: &mut Scope) {
        match self.expression(condition, scope) {
            Value::Bool(true) | Value::Poisoned(_) => {}
            Value::Bool(false) => {
                let message = message.map(|message| self.expression(message, scope));
                match message {
                    Some(Value::Str(text)) => self.error(condition.loc, &*text),
                    Some(Value::Poisoned(_)) => return,
                    _ => self.error(condition.loc, "assertion failed"),
                };
            }
            value => {
                self.error(
                    condition.loc,
                    format!("`assert!` expects a boolean, found {}", value.kind()),
                );
            }
        }
    }

    /// Binds the names of a pattern.
    pub(super) fn bind(&mut self, pattern: &'a Pattern, value: Value, scope: &mut Scope) {
        self.bind_or_note(pattern, value, None, scope);
    }

    /// The same, with a fact about values that are of another number.
    fn bind_or_note(
        &mut self,
        pattern: &'a Pattern,
        value: Value,
        note: Option<&str>,
        scope: &mut Scope,
    ) {
        match pattern {
            Pattern::Wild => {}
            Pattern::Broken(reported, _) => {
                self.poisoned(*reported);
                // Any variable may have been shadowed.
                scope.poison_all(*reported);
                scope.add_hole(Hole::Any, *reported);
            }
            Pattern::Name { name, mutable } => {
                self.define(&name.text, name.loc, *mutable, value, scope);
            }
            Pattern::Tuple(patterns, pattern_loc) => {
                let items = match &value {
                    Value::Poisoned(_) => vec![value; patterns.len()],
                    Value::Tuple(items) | Value::List(items) if items.len() == patterns.len() => {
                        items.to_vec()
                    }
                    _ if let Some(reported) = broken(patterns) => {
                        vec![Value::Poisoned(reported); patterns.len()]
                    }
                    _ => {
                        let found = self.count_of(&value);
                        let count = patterns.len();
                        let plural = if count == 1 { "" } else { "s" };
                        let mut diagnostic = Diagnostic::new(
                            *pattern_loc,
                            format!("the pattern expects {count} value{plural}, found {found}"),
                        );
                        diagnostic.notes.extend(note.map(Into::into));
                        let reported = self.report(diagnostic);
                        // One name too few or too many: others may be missing.
                        scope.add_hole(Hole::Any, reported);
                        vec![Value::Poisoned(reported); count]
                    }
                };
                for (pattern, item) in patterns.iter().zip(items) {
                    self.bind(pattern, item, scope);
                }
                if broken(patterns).is_some() {
                    scope.make_mutable(patterns.len());
                }
            }
        }
    }

    fn count_of(&self, value: &Value) -> String {
        match value {
            Value::Tuple(items) | Value::List(items) => {
                let mut layers = items.iter().map(|item| match item {
                    Value::Tensor(tensor) => self.layer_of_tensor(*tensor),
                    _ => None,
                });
                match layers.next().flatten() {
                    Some(first) if layers.all(|layer| layer.is_some_and(|l| l.id == first.id)) => {
                        format!("{}, the outputs of `{}`", items.len(), first.name)
                    }
                    _ => items.len().to_string(),
                }
            }
            Value::Tensor(tensor) => match self.layer_of_tensor(*tensor) {
                Some(layer) => format!("1, the output of `{}`", layer.name),
                None => "1 tensor".into(),
            },
            value => value.kind().into(),
        }
    }

    /// Poisons the variables that a skipped part would have assigned.
    pub(super) fn poison_assigned(
        &mut self,
        block: &'a Block,
        reported: Reported,
        scope: &mut Scope,
    ) {
        let mut names = Vec::new();
        assigned_in_block(block, &mut names);
        scope.poison(&names, reported);
    }
}

/// The mistake in a pattern that hides how many values it takes.
fn broken(patterns: &[Pattern]) -> Option<Reported> {
    patterns.iter().find_map(|pattern| match pattern {
        Pattern::Broken(reported, _) => Some(*reported),
        _ => None,
    })
}

/// Places of the names that are assigned to.
fn assigned_in_block(block: &Block, names: &mut Vec<Loc>) {
    for statement in &block.statements {
        match statement {
            Statement::Assign { target, .. } => names.push(target.loc),
            Statement::For { body, .. } => assigned_in_block(body, names),
            Statement::Expr(expr) => assigned_in_expression(expr, names),
            Statement::Let { value, .. } => assigned_in_expression(value, names),
            Statement::Assert { .. } => {}
        }
    }
    if let Some(tail) = &block.tail {
        assigned_in_expression(tail, names);
    }
}

fn assigned_in_expression(expr: &Expr, names: &mut Vec<Loc>) {
    match &expr.kind {
        ExprKind::Block(block) => assigned_in_block(block, names),
        ExprKind::Unread(expr, _) => assigned_in_expression(expr, names),
        ExprKind::If { branches, otherwise } => {
            branches.iter().for_each(|branch| assigned_in_block(&branch.then, names));
            otherwise.iter().for_each(|otherwise| assigned_in_block(otherwise, names));
        }
        ExprKind::Method { receiver, name, .. } if &*name.text == "push" => {
            if let ExprKind::Name(_) = &receiver.kind {
                names.push(receiver.loc);
            }
        }
        _ => {}
    }
}
