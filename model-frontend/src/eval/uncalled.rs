//! Blocks that nothing calls: what can be said of them without running them.
//!
//! Nothing is known of their tensors, but names are: a layer that does not exist, an argument that a layer does
//! not have, and arguments that are written out and wrong are mistakes whatever the block is called with.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc};
use modelwright_core::layers::{self, Class, Given};
use modelwright_core::value::Value;

use super::Evaluator;
use super::expressions::is_constant_case;
use super::scope::{Hole, Scope};
use crate::syntax::tree::{
    Argument, Block, Branch, Element, Expr, ExprKind, Function, Index, Name, Param, ParamKind,
    Pattern, Piece, ShapePattern, Statement,
};

impl<'a> Evaluator<'a, '_> {
    /// Checks the blocks that were not run.
    pub(super) fn check_uncalled(&mut self) {
        for function in &self.session.file.functions {
            let name = &function.name.text;
            // Of two blocks with one name, which is a mistake, only one can be called.
            let is_known =
                self.session.function(name).is_some_and(|known| std::ptr::eq(known, function));
            if is_known
                && !self.session.called_blocks.contains(name)
                && self.session.usage.exhausted.is_none()
            {
                self.session.uncalled = Some(Rc::clone(name));
                self.check_function(function);
                self.session.uncalled = None;
            }
        }
    }

    fn check_function(&mut self, function: &'a Function) {
        let mut scope = self.scope();
        for Param { name, kind, .. } in &function.params {
            if let ParamKind::Value(_) = kind {
                bind(name, &mut scope);
            }
        }
        for Param { name, kind, .. } in &function.params {
            if let ParamKind::Tensor(shape) = kind {
                self.check_new_sizes(shape, &mut scope);
                bind(name, &mut scope);
            }
        }
        self.check_block(&function.body, &mut scope);
    }

    fn check_block(&mut self, block: &'a Block, scope: &mut Scope) {
        let mark = scope.enter();
        for statement in &block.statements {
            match statement {
                Statement::Let { pattern, shape, value } => {
                    self.check_expr(value, scope);
                    shape.iter().for_each(|shape| self.check_new_sizes(shape, scope));
                    bind_pattern(pattern, scope);
                }
                Statement::Assign { target, value, .. } => {
                    self.check_expr(value, scope);
                    if !self.is_known(&target.text, target.loc, scope) {
                        bind(target, scope);
                    }
                }
                Statement::For { pattern, iterable, body, .. } => {
                    self.check_expr(iterable, scope);
                    let mark = scope.enter();
                    bind_pattern(pattern, scope);
                    self.check_block(body, scope);
                    scope.leave(mark);
                }
                Statement::Assert { condition, .. } => self.check_expr(condition, scope),
                Statement::Expr(expr) => self.check_expr(expr, scope),
            }
        }
        if let Some(tail) = &block.tail {
            self.check_expr(tail, scope);
        }
        scope.leave(mark);
    }

    /// Reports the first use of a constant that is not there, which would otherwise declare a size.
    fn check_new_sizes(&mut self, shape: &ShapePattern, scope: &mut Scope) {
        for element in &shape.elements {
            let Element::Size(Expr { kind: ExprKind::Name(name), loc }) = element else { continue };
            if scope.get(*loc).is_some() || self.session.source.names.consts.contains_key(name) {
                continue;
            }
            let value = match is_constant_case(name) {
                true => {
                    let instead = name.to_lowercase();
                    Value::Poisoned(self.unknown_constant(name, *loc, &instead, scope))
                }
                false => Value::None,
            };
            scope.bind(name, *loc, true, value);
        }
    }

    fn check_expr(&mut self, expr: &'a Expr, scope: &mut Scope) {
        match &expr.kind {
            ExprKind::Name(name) => {
                if !self.is_known(name, expr.loc, scope) && !super::expressions::is_word(name) {
                    self.unknown_name(name, expr.loc, scope);
                }
            }
            ExprKind::Call { callee, arguments } => self.check_call(callee, arguments, scope),
            ExprKind::Pipe(stages) => {
                for (index, stage) in stages.iter().enumerate() {
                    match &stage.kind {
                        ExprKind::Name(name)
                            if index > 0 && !self.is_known(name, stage.loc, scope) =>
                        {
                            let callee = Name { text: Rc::clone(name), loc: stage.loc };
                            self.unknown_layer(&callee, scope);
                        }
                        ExprKind::Name(name) if index > 0 && scope.get(stage.loc).is_none() => {
                            let callee = Name { text: Rc::clone(name), loc: stage.loc };
                            self.check_call(&callee, &[], scope);
                        }
                        _ => self.check_expr(stage, scope),
                    }
                }
            }
            ExprKind::Method { receiver, arguments, .. } => {
                // A module of Python's, perhaps: what it is shows where it is run.
                if !matches!(receiver.kind, ExprKind::Name(_) | ExprKind::Method { .. }) {
                    self.check_expr(receiver, scope);
                }
                arguments.iter().for_each(|argument| self.check_expr(argument, scope));
            }
            ExprKind::If { branches, otherwise } => {
                for Branch { condition, then } in branches {
                    self.check_expr(condition, scope);
                    self.check_block(then, scope);
                }
                if let Some(otherwise) = otherwise {
                    self.check_block(otherwise, scope);
                }
            }
            ExprKind::Block(block) => self.check_block(block, scope),
            _ => parts(expr).into_iter().for_each(|part| self.check_expr(part, scope)),
        }
    }

    fn check_call(&mut self, callee: &Name, arguments: &'a [Argument], scope: &mut Scope) {
        let name = &callee.text;
        if !self.is_known(name, callee.loc, scope) {
            self.unknown_layer(callee, scope);
            return;
        }
        let class = layers::find(name).filter(|_| scope.get(callee.loc).is_none());
        let Some(class) = class else {
            // What a bare word means to a block is up to the block.
            let calls = arguments.iter().filter(|argument| !is_name(&argument.value));
            calls.for_each(|argument| self.check_expr(&argument.value, scope));
            return;
        };
        self.check_written_out(class, callee, arguments, scope);
        for argument in arguments {
            let parameter = argument.name.as_ref().and_then(|name| class.parameter(&name.text));
            let may_be_object = parameter.is_none_or(|parameter| parameter.kind.takes_objects());
            if !is_name(&argument.value) && !may_be_object {
                self.check_expr(&argument.value, scope);
            }
        }
    }

    /// Binds the arguments that do not depend on the call. What the others leave missing is not known.
    fn check_written_out(
        &mut self,
        class: &'static Class,
        callee: &Name,
        arguments: &'a [Argument],
        scope: &mut Scope,
    ) {
        if arguments.iter().all(|argument| self.is_written_out(&argument.value, scope)) {
            let given = self.layer_arguments(class, arguments, scope);
            self.report_bound(class, callee, &given, |_| true);
            return;
        }
        self.check_argument_names(class, arguments);
        let mut given = Vec::new();
        for (index, argument) in arguments.iter().enumerate() {
            let place = argument.name.as_ref().map(|name| (Rc::clone(&name.text), name.loc));
            let by_position = || {
                let parameter = class.parameters.get(..class.positional)?.get(index)?;
                Some((parameter.name.into(), argument.value.loc))
            };
            let place = place.or_else(by_position);
            if self.is_written_out(&argument.value, scope)
                && let Some((name, at)) = place
                && class.parameter(&name).is_some()
            {
                let value = self.layer_arguments(class, std::slice::from_ref(argument), scope);
                given.extend(
                    value.into_iter().map(|one| Given { name: Some((name.clone(), at)), ..one }),
                );
            }
        }
        self.report_bound(class, callee, &given, |diagnostic| diagnostic.loc != callee.loc);
    }

    fn report_bound(
        &mut self,
        class: &'static Class,
        callee: &Name,
        given: &[Given],
        keep: impl Fn(&Diagnostic) -> bool,
    ) {
        let mut found = Diagnostics::default();
        let _ = layers::bind(class, callee.loc, given, "channels_last", &mut found);
        for (diagnostic, _) in found.into_list() {
            if keep(&diagnostic) {
                self.report(diagnostic);
            }
        }
    }

    /// Reports names of arguments that a class does not have.
    fn check_argument_names(&mut self, class: &'static Class, arguments: &[Argument]) {
        let names = arguments.iter().filter_map(|argument| argument.name.as_ref());
        let given: Vec<Given> = names
            .map(|name| Given {
                name: Some((Rc::clone(&name.text), name.loc)),
                value: Value::None,
                loc: name.loc,
            })
            .collect();
        for (name, loc) in given.iter().filter_map(|given| given.name.as_ref()) {
            if class.parameter(name).is_none() {
                self.report(layers::unknown_argument(class, name, *loc, &given));
            }
        }
    }

    fn is_known(&self, name: &str, loc: Loc, scope: &Scope) -> bool {
        scope.get(loc).is_some()
            || self.session.source.names.consts.contains_key(name)
            || self.session.function(name).is_some()
            || self.session.layer_item(name).is_some()
            || self.session.model(name).is_some()
            || super::is_layer_name(name)
    }

    /// True if an argument is a literal or a word: what it is does not depend on the call.
    fn is_written_out(&self, expr: &Expr, scope: &Scope) -> bool {
        match &expr.kind {
            ExprKind::None | ExprKind::Bool(_) | ExprKind::Int(_) | ExprKind::Float(_) => true,
            ExprKind::Str(pieces) => pieces.iter().all(|piece| matches!(piece, Piece::Text(_))),
            ExprKind::Name(name) => !self.is_known(name, expr.loc, scope),
            ExprKind::Unary { operand, .. } => {
                matches!(operand.kind, ExprKind::Int(_) | ExprKind::Float(_))
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().all(|item| !is_name(item) && self.is_written_out(item, scope))
            }
            _ => false,
        }
    }
}

/// Binds a name whose value comes with a call.
fn bind(name: &Name, scope: &mut Scope) {
    scope.bind(&name.text, name.loc, true, Value::None);
}

fn bind_pattern(pattern: &Pattern, scope: &mut Scope) {
    match pattern {
        Pattern::Name { name, .. } => bind(name, scope),
        Pattern::Tuple(patterns, _) => {
            patterns.iter().for_each(|pattern| bind_pattern(pattern, scope));
        }
        Pattern::Broken(reported, _) => scope.add_hole(Hole::Any, *reported),
        Pattern::Wild => {}
    }
}

fn is_name(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Name(_))
}

/// The expressions directly in another, but for those of blocks.
fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Call { arguments, .. } => {
            arguments.iter().map(|argument| &argument.value).collect()
        }
        ExprKind::Method { receiver, arguments, .. } => {
            std::iter::once(&**receiver).chain(arguments).collect()
        }
        ExprKind::Index { base, indices, .. } => {
            let ends = indices.iter().flat_map(|index| match index {
                Index::At(at) => [Some(at), None],
                Index::Range { start, end, .. } => [start.as_ref(), end.as_ref()],
            });
            std::iter::once(&**base).chain(ends.flatten()).collect()
        }
        ExprKind::Field { tuple: part, .. }
        | ExprKind::Unary { operand: part, .. }
        | ExprKind::Cast { value: part, .. } => vec![part],
        ExprKind::Binary { left, right, .. }
        | ExprKind::Range { start: left, end: right, .. }
        | ExprKind::Repeat { value: left, count: right } => vec![left, right],
        ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Pipe(items) => {
            items.iter().collect()
        }
        ExprKind::If { branches, .. } => branches.iter().map(|branch| &branch.condition).collect(),
        ExprKind::None
        | ExprKind::Bool(_)
        | ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::Name(_)
        | ExprKind::Block(_)
        | ExprKind::Error(_)
        | ExprKind::Unread(..) => Vec::new(),
    }
}
