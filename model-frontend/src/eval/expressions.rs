//! Expressions.

use rustc_hash::FxHashSet as HashSet;
use std::rc::Rc;
use std::sync::LazyLock;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{self, Kind, words};
use modelwright_core::names::nearest;
use modelwright_core::value::Value;

use super::Evaluator;
use super::limits::{LIST_LIMIT, TEXT_LIMIT};
use super::scope::{Hole, Scope};
use crate::syntax::tree::{Block, Branch, Expr, ExprKind, Piece};

impl<'a> Evaluator<'a, '_> {
    /// The value of an expression.
    pub(super) fn expression(&mut self, expr: &'a Expr, scope: &mut Scope) -> Value {
        if let Err(reported) = self.step(expr.loc) {
            return Value::Poisoned(reported);
        }
        let value = match self.deeper(|evaluator| evaluator.evaluate(expr, scope)) {
            Some(value) => value,
            None => self.too_deep(expr.loc),
        };
        // A variable or an argument that failed hides nothing, and the layer of a stage has its name.
        let keeps_names = matches!(
            expr.kind,
            ExprKind::Name(_) | ExprKind::Call { .. } | ExprKind::Pipe(_) | ExprKind::Block(_)
        );
        if let (Value::Poisoned(_), false) = (&value, keeps_names) {
            self.hide_names();
        }
        value
    }

    pub(super) fn too_deep(&mut self, loc: Loc) -> Value {
        if let Some(reported) = self.session.usage.exhausted {
            return Value::Poisoned(reported);
        }
        let message = match self.frame.calls.last() {
            Some((name, _)) => format!(
                "block calls are nested too deeply: `{name}` inside {} others",
                self.frame.calls.len() - 1
            ),
            None => "expression is nested too deeply".into(),
        };
        let at = self.frame.calls.last().map_or(loc, |(_, loc)| *loc);
        self.frame.calls.clear();
        let reported = self.error(at, message);
        // What calls itself twice would come here again and again.
        self.session.usage.exhausted = Some(reported);
        Value::Poisoned(reported)
    }

    fn evaluate(&mut self, expr: &'a Expr, scope: &mut Scope) -> Value {
        match &expr.kind {
            ExprKind::None => Value::None,
            ExprKind::Bool(value) => Value::Bool(*value),
            ExprKind::Int(value) => Value::Int(*value),
            ExprKind::Float(value) => Value::Float(*value),
            ExprKind::Str(pieces) => self.text(pieces, expr.loc, scope),
            ExprKind::Name(name) => self.name(name, expr.loc, scope),
            ExprKind::Call { callee, arguments } => self.call(callee, arguments, expr.loc, scope),
            ExprKind::Method { receiver, name, arguments, named } => {
                let value = self.method(receiver, name, arguments, *named, expr.loc, scope);
                if let Value::Poisoned(reported) = value {
                    scope.blame(receiver, reported);
                }
                value
            }
            ExprKind::Field { tuple, index } => {
                let value = self.expression(tuple, scope);
                self.item(value, *index, expr.loc)
            }
            ExprKind::Index { base, indices, loc } => self.indexed(base, indices, *loc, scope),
            ExprKind::Unary { operator, operand } => {
                let value = self.expression(operand, scope);
                self.unary(*operator, expr.loc, value)
            }
            ExprKind::Binary { operator, operator_loc, left, right } => {
                self.operation(*operator, *operator_loc, left, right, scope)
            }
            ExprKind::Cast { value, ty } => {
                let value = self.expression(value, scope);
                self.cast(value, ty, expr.loc)
            }
            ExprKind::Range { start, end, inclusive } => self.range(start, end, *inclusive, scope),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let values = self.expressions(items, scope);
                // What cannot be read may stand for none or for several.
                let unread = items.iter().find_map(|item| match item.kind {
                    ExprKind::Error(reported) => Some(reported),
                    _ => None,
                });
                match (unread, &expr.kind) {
                    (Some(reported), _) => Value::Poisoned(reported),
                    (None, ExprKind::Tuple(_)) => self.bounded(Value::tuple(values), expr.loc),
                    (None, _) => self.bounded(Value::list(values), expr.loc),
                }
            }
            ExprKind::Repeat { value, count } => {
                let value = self.expression(value, scope);
                match self.expression(count, scope) {
                    Value::Poisoned(reported) => Value::Poisoned(reported),
                    Value::Int(n) => match usize::try_from(n) {
                        Ok(n) if n <= LIST_LIMIT => {
                            self.bounded(Value::list(vec![value; n]), expr.loc)
                        }
                        _ => self.poison(
                            count.loc,
                            format!("a list has 0 to {LIST_LIMIT} items, found `{n}`"),
                        ),
                    },
                    found => self.poison(
                        count.loc,
                        format!("expected an item count, found {}", found.kind()),
                    ),
                }
            }
            ExprKind::If { branches, otherwise } => {
                self.conditional(branches, otherwise.as_ref(), scope)
            }
            ExprKind::Block(block) => self.block(block, scope),
            ExprKind::Pipe(stages) => self.pipe(stages, scope),
            ExprKind::Error(reported) | ExprKind::Unread(_, reported) => {
                self.poisoned(*reported);
                Value::Poisoned(*reported)
            }
        }
    }

    pub(super) fn expressions(&mut self, items: &'a [Expr], scope: &mut Scope) -> Vec<Value> {
        items.iter().map(|item| self.expression(item, scope)).collect()
    }

    fn text(&mut self, pieces: &[Piece], loc: Loc, scope: &mut Scope) -> Value {
        let mut text = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Name(name) => match self.piece(index, name, loc, scope) {
                    Some(Value::Poisoned(reported)) => return Value::Poisoned(reported),
                    Some(Value::Str(value)) => text.push_str(&value),
                    Some(value) if !has_text(&value) => {
                        let message =
                            format!("`{name}` is {}, which cannot be formatted", value.kind());
                        let reported = self.error(loc, message);
                        scope.poison_piece(loc, index, reported);
                        return Value::Poisoned(reported);
                    }
                    Some(value) => text.push_str(&value.to_string()),
                    None => return Value::Poisoned(self.unknown_name(name, loc, scope)),
                },
            }
            if text.len() > TEXT_LIMIT {
                return self.poison(loc, format!("a string has at most {TEXT_LIMIT} bytes"));
            }
        }
        match self.copies(text.len(), loc) {
            Ok(()) => Value::Str(text.into()),
            Err(reported) => Value::Poisoned(reported),
        }
    }

    /// The value of the variable or constant whose name stands at `loc`.
    pub(super) fn variable(&mut self, name: &str, loc: Loc, scope: &Scope) -> Option<Value> {
        match scope.get(loc) {
            Some(variable) => Some(variable.value.clone()),
            None => self.constant(name, loc),
        }
    }

    /// The value of a variable or constant whose name is a piece of the string at `loc`.
    fn piece(&mut self, index: usize, name: &str, loc: Loc, scope: &Scope) -> Option<Value> {
        match scope.get_piece(loc, index) {
            Some(variable) => Some(variable.value.clone()),
            None => self.constant(name, loc),
        }
    }

    /// A name by itself: a variable, a constant, a layer without arguments, or a word.
    fn name(&mut self, name: &Rc<str>, loc: Loc, scope: &mut Scope) -> Value {
        if let Some(value) = self.variable(name, loc, scope) {
            return value;
        }
        if self.session.function(name).is_some()
            || self.session.layer_item(name).is_some()
            || self.session.model(name).is_some()
            || layers::find(name).is_some()
        {
            let callee = crate::syntax::tree::Name { text: Rc::clone(name), loc };
            return self.call(&callee, &[], loc, scope);
        }
        if is_word(name) {
            return Value::Word(Rc::clone(name));
        }
        Value::Poisoned(self.unknown_name(name, loc, scope))
    }

    /// Reports a name that is nothing.
    pub(super) fn unknown_name(&mut self, name: &str, loc: Loc, scope: &Scope) -> Reported {
        self.unknown(name, loc, true, scope)
    }

    /// The same where a tensor stands, which no word is meant for.
    pub(super) fn unknown_tensor(&mut self, name: &str, loc: Loc, scope: &Scope) -> Reported {
        self.unknown(name, loc, false, scope)
    }

    fn unknown(&mut self, name: &str, loc: Loc, may_be_word: bool, scope: &Scope) -> Reported {
        if let Some(reported) = self.unreadable(name, scope).or_else(|| self.missed(name, loc)) {
            return reported;
        }
        let reported = self.report_unknown(name, loc, may_be_word, scope);
        self.miss(name, loc, reported)
    }

    /// The mistake of a name that is missing in this body elsewhere, too: probably it is misspelt where it is bound. A
    /// name that is plainly a layer's is misspelt where it is used.
    pub(super) fn missed(&mut self, name: &str, loc: Loc) -> Option<Reported> {
        if name.starts_with(char::is_uppercase) && layers::suggest(name).is_some() {
            return None;
        }
        self.missed_in(&self.body_of(name), name, loc)
    }

    /// The same for what is missing in a body of this name.
    pub(super) fn missed_in(&mut self, body: &Rc<str>, name: &str, loc: Loc) -> Option<Reported> {
        let (first, reported) = *self.session.missing.get(&(Rc::clone(body), name.into()))?;
        if first == loc {
            return None;
        }
        self.poisoned(reported);
        Some(reported)
    }

    /// Remembers a name that is missing.
    pub(super) fn miss(&mut self, name: &str, loc: Loc, reported: Reported) -> Reported {
        self.miss_in(&self.body_of(name), name, loc, reported)
    }

    /// Remembers what is missing in a body of this name.
    pub(super) fn miss_in(
        &mut self,
        body: &Rc<str>,
        name: &str,
        loc: Loc,
        reported: Reported,
    ) -> Reported {
        let key = (Rc::clone(body), name.into());
        self.session.missing.entry(key).or_insert((loc, reported));
        reported
    }

    /// The body in which a name is bound: that of the block or model at hand, or none for the name of an item.
    fn body_of(&self, name: &str) -> Rc<str> {
        if !name.starts_with(|letter: char| letter.is_lowercase() || letter == '_') {
            return "".into();
        }
        let called = self.frame.calls.last().map(|(block, _)| block);
        let block = called.or(self.session.uncalled.as_ref());
        let model = self.builder.as_ref().map(|builder| &builder.model.head.name.text);
        block.or(model).map_or_else(|| "".into(), Rc::clone)
    }

    fn report_unknown(
        &mut self,
        name: &str,
        loc: Loc,
        may_be_word: bool,
        scope: &Scope,
    ) -> Reported {
        let diagnostic = Diagnostic::new(loc, format!("cannot find `{name}` in this scope"));
        if self.session.mistakes.diagnostics.is_wrong(loc) {
            return self.report(diagnostic);
        }
        let habit = match name {
            "True" => Some("write `true`"),
            "False" => Some("write `false`"),
            "none" | "null" | "nil" | "undefined" => Some("write `None`"),
            "model" => Some("chain the layers: `x -> Dense(64) -> Dense(10)`"),
            _ => None,
        };
        if let Some(help) = habit {
            return self.report(diagnostic.help(help));
        }
        let file = self.session.file;
        let consts = file.consts.iter().map(|constant| &*constant.head.name.text);
        let near = nearest(name, scope.names().chain(consts)).map(str::to_string);
        // A constant in capitals is no misspelt word, and no misspelt layer, unless only its case is wrong.
        let is_meant = |near: &&str| !is_constant_case(name) || near.eq_ignore_ascii_case(name);
        let near = near.or_else(|| {
            let functions = file.functions.iter().map(|function| &*function.name.text);
            let models = file.models.iter().map(|model| &*model.head.name.text);
            let layers = file.layers.iter().map(|item| &*item.name.text);
            nearest(name, functions.chain(models).chain(layers))
                .filter(is_meant)
                .map(str::to_string)
        });
        if near.is_none()
            && let Some(class) = layers::synonym(name)
        {
            return self.report(diagnostic.help(format!("the Keras name is `{class}`")));
        }
        let near = near.or_else(|| layers::suggest(name).filter(is_meant).map(str::to_string));
        let may_be_word = may_be_word && !is_constant_case(name);
        let word = || nearest_word(name).filter(|_| may_be_word);
        let near = near.or_else(|| word().map(str::to_string));
        self.report(match near {
            Some(near) => diagnostic.help(format!("a similar name exists: `{near}`")),
            None if is_constant_case(name) => {
                invisible(name, loc).help(format!("declare `{name}` with `const` in `model!`"))
            }
            None if !self.frame.calls.is_empty() => diagnostic
                .note("a block can use its parameters and the items of this `model!` invocation, not the variables of its caller"),
            None => diagnostic.note("only names of this `model!` invocation are visible: a macro cannot see the surrounding program"),
        })
    }

    /// Reports a name in capitals where a shape may declare a size: it is meant as a constant, which is not there.
    /// `instead` is what stands for a size of any value.
    pub(super) fn unknown_constant(
        &mut self,
        name: &str,
        loc: Loc,
        instead: &str,
        scope: &Scope,
    ) -> Reported {
        if let Some(reported) = self.unreadable(name, scope) {
            return reported;
        }
        let consts = self.session.file.consts.iter().map(|constant| &*constant.head.name.text);
        let near = nearest(name, scope.names().chain(consts));
        self.report(match near {
            Some(near) => Diagnostic::new(loc, format!("cannot find constant `{name}`"))
                .help(format!("a similar name exists: `{near}`")),
            None => invisible(name, loc).help(format!(
                "declare `const {name}: usize = ..;` in `model!`, or write `{instead}` for any size"
            )),
        })
    }

    /// The mistake for which an item of this name, or some name in scope, could not be read.
    pub(super) fn unreadable(&mut self, name: &str, scope: &Scope) -> Option<Reported> {
        let broken = |wanted: &str| {
            let mut broken = self.session.file.broken.iter();
            // `fn stagex: [..]` was `fn stage(x: [..])`.
            let is_like =
                |broken: &str| broken == wanted || wanted.len() > 3 && broken.starts_with(wanted);
            broken.find(|(broken, _)| is_like(broken)).map(|(_, reported)| *reported)
        };
        // A hole may be any name, but not one that is plainly a layer's.
        let is_layer = name.starts_with(char::is_uppercase) && layers::suggest(name).is_some();
        let size_hole = || scope.hole(Hole::Size).filter(|_| !is_constant_case(name));
        let hole = || match is_layer {
            true => None,
            false => broken("").or_else(|| scope.hole(Hole::Any)).or_else(size_hole),
        };
        let reported = broken(name).or_else(hole)?;
        self.poisoned(reported);
        Some(reported)
    }

    fn conditional(
        &mut self,
        branches: &'a [Branch],
        otherwise: Option<&'a Block>,
        scope: &mut Scope,
    ) -> Value {
        for (index, Branch { condition, then }) in branches.iter().enumerate() {
            match self.condition(condition, scope) {
                Ok(true) => return self.block(then, scope),
                Ok(false) => {}
                Err(reported) => {
                    self.hide_names();
                    let rest = branches.iter().skip(index).map(|branch| &branch.then);
                    for block in rest.chain(otherwise) {
                        self.poison_assigned(block, reported, scope);
                    }
                    return Value::Poisoned(reported);
                }
            }
        }
        otherwise.map_or(Value::tuple([]), |otherwise| self.block(otherwise, scope))
    }

    /// A boolean.
    pub(super) fn condition(
        &mut self,
        condition: &'a Expr,
        scope: &mut Scope,
    ) -> Result<bool, Reported> {
        match self.expression(condition, scope) {
            Value::Bool(value) => Ok(value),
            Value::Poisoned(reported) => Err(reported),
            value => {
                Err(self
                    .error(condition.loc, format!("expected a boolean, found {}", value.kind())))
            }
        }
    }

    fn range(
        &mut self,
        start: &'a Expr,
        end: &'a Expr,
        inclusive: bool,
        scope: &mut Scope,
    ) -> Value {
        let mut bound = |expr: &'a Expr, evaluator: &mut Self| match evaluator
            .expression(expr, scope)
        {
            Value::Int(n) => Ok(n),
            Value::Poisoned(reported) => Err(reported),
            value => Err(evaluator
                .error(expr.loc, format!("range bounds must be integers, found {}", value.kind()))),
        };
        let (start_value, end_value) = (bound(start, self), bound(end, self));
        match (start_value, end_value) {
            (Ok(from), Ok(to)) => match if inclusive { to.checked_add(1) } else { Some(to) } {
                Some(to) => Value::Range(from, to),
                None => self.poison(end.loc, "the end of this range is too large"),
            },
            (Err(reported), _) | (_, Err(reported)) => Value::Poisoned(reported),
        }
    }

    fn item(&mut self, value: Value, index: usize, loc: Loc) -> Value {
        match &value {
            Value::Poisoned(_) => value,
            Value::Tuple(items) => match items.get(index) {
                Some(item) => item.clone(),
                None => self.poison(loc, format!("a tuple of {} has no item {index}", items.len())),
            },
            _ => self.poison(loc, format!("{} has no item {index}", value.kind())),
        }
    }
}

/// A constant of Rust that is meant, but not there.
fn invisible(name: &str, loc: Loc) -> Diagnostic {
    Diagnostic::new(loc, format!("cannot find constant `{name}`"))
        .note("a constant of the surrounding Rust code is not visible to a macro")
}

/// True if a name is written as Rust writes constants.
pub(super) fn is_constant_case(name: &str) -> bool {
    name.contains(char::is_uppercase) && !name.contains(char::is_lowercase)
}

/// True if a value can be put into a string.
fn has_text(value: &Value) -> bool {
    matches!(value, Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Word(_))
}

/// True if a name is a word of some enumerated argument.
pub(super) fn is_word(name: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.iter().copied().collect());
    SET.contains(name)
}

/// The word that is nearest to a name.
fn nearest_word(name: &str) -> Option<&'static str> {
    nearest(name, WORDS.iter().copied())
}

/// The words of all enumerated arguments, each once, in order.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut seen = HashSet::default();
    vocabulary().filter(|word| seen.insert(*word)).collect()
});

/// The words of all enumerated arguments; of several that have the same ones, of each.
fn vocabulary() -> impl Iterator<Item = &'static str> {
    let dtypes = modelwright_core::spec::DType::ALL.iter().map(|(name, _)| *name);
    // The words of other kinds are the lists below, again and again.
    let of_classes = layers::classes()
        .flat_map(|class| class.parameters.iter())
        .filter(|parameter| matches!(parameter.kind, Kind::Word(_)))
        .flat_map(|parameter| parameter.kind.words().iter().copied());
    let lists = [
        words::ACTIVATIONS,
        words::DATA_FORMATS,
        words::INITIALIZERS,
        words::REGULARIZERS,
        words::CONSTRAINTS,
        words::MIXED_POLICIES,
    ];
    lists.into_iter().flatten().copied().chain(dtypes).chain(of_classes)
}
