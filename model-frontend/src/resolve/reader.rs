//! Reading names in the order of the text, with the variables in scope.

use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;

use modelwright_core::diagnostic::Loc;
use modelwright_core::layers;

use super::{Body, Definition, Names, Place, Slot, Slots, Use};
use crate::syntax::tree::{
    Block, Branch, Clauses, Element, Expr, ExprKind, File, Index, Input, ItemNames, Param,
    ParamKind, Pattern, Piece, ShapePattern, Statement,
};

/// Meaning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Variable(usize),
    Const,
    /// A layer of the table.
    Layer,
    /// A `fn` or `layer` of the call.
    Item,
    Model,
}

/// Reads the names of a file.
pub(crate) fn names<'a>(file: &'a File, items: &'a ItemNames) -> Names<'a> {
    let mut reader = Reader {
        items,
        names: Names::default(),
        slots: Slots::default(),
        next: HashMap::default(),
        counts: HashMap::default(),
        scope: Vec::new(),
        body: Body::Const,
        params: HashMap::default(),
    };
    reader.names.bodies = bodies(file);
    // Calls name parameters, so these come first.
    for (index, function) in file.functions.iter().enumerate() {
        reader.declare_params(Body::Function(index), &function.params);
    }
    for (index, item) in file.layers.iter().enumerate() {
        reader.declare_params(Body::Layer(index), &item.params);
    }
    for constant in &file.consts {
        reader.expr(&constant.value);
    }
    for (index, function) in file.functions.iter().enumerate() {
        reader.enter(Body::Function(index), &function.params);
        for pattern in function.outputs.iter().flat_map(|outputs| &outputs.shapes) {
            reader.shape(pattern, false);
        }
        reader.block(&function.body);
    }
    for (index, item) in file.layers.iter().enumerate() {
        reader.enter(Body::Layer(index), &item.params);
        for pattern in &item.outputs.shapes {
            reader.shape(pattern, false);
        }
        for weight in &item.weights {
            reader.shape(&weight.shape, false);
        }
        let Clauses { macs, flops, .. } = &item.clauses;
        macs.iter().chain(flops).for_each(|count| reader.expr(count));
    }
    for (index, model) in file.models.iter().enumerate() {
        reader.enter(Body::Model(index), &[]);
        for input in &model.inputs {
            reader.input(input);
        }
        for pattern in model.outputs.iter().flat_map(|outputs| &outputs.shapes) {
            reader.shape(pattern, false);
        }
        reader.block(&model.body);
    }
    reader.names.slots = Rc::new(reader.slots);
    reader.names
}

fn bodies(file: &File) -> Vec<(Body, &str)> {
    let functions = file.functions.iter().map(|function| &*function.name.text);
    let layers = file.layers.iter().map(|item| &*item.name.text);
    let models = file.models.iter().map(|model| &*model.head.name.text);
    let functions = functions.enumerate().map(|(index, name)| (Body::Function(index), name));
    let layers = layers.enumerate().map(|(index, name)| (Body::Layer(index), name));
    let models = models.enumerate().map(|(index, name)| (Body::Model(index), name));
    std::iter::once((Body::Const, "constants"))
        .chain(functions)
        .chain(layers)
        .chain(models)
        .collect()
}

/// A variable in scope.
#[derive(Clone, Copy, Debug)]
struct Variable<'a> {
    name: &'a str,
    slot: Slot,
    /// `None` for what only an assignment names, which is a mistake.
    definition: Option<usize>,
}

pub(super) struct Reader<'a> {
    pub(super) items: &'a ItemNames,
    pub(super) names: Names<'a>,
    /// Number of variables per name of a body.
    counts: HashMap<(Body, &'a str), usize>,
    slots: Slots,
    /// The next slot of each body.
    next: HashMap<Body, usize>,
    /// Variables in scope, innermost last.
    scope: Vec<Variable<'a>>,
    pub(super) body: Body,
    /// The definitions of an item's parameters.
    pub(super) params: HashMap<Body, Vec<(&'a str, usize)>>,
}

impl<'a> Reader<'a> {
    fn declare_params(&mut self, body: Body, params: &'a [Param]) {
        self.body = body;
        let declared = params
            .iter()
            .map(|param| (&*param.name.text, self.define(&param.name.text, param.name.loc)))
            .collect();
        self.params.insert(body, declared);
    }

    /// Begins the body of an item, with its parameters in scope.
    fn enter(&mut self, body: Body, params: &'a [Param]) {
        self.body = body;
        self.scope.clear();
        let declared = self.params.get(&body).cloned().unwrap_or_default();
        // Values first: the shapes of tensors may name them.
        for (param, (name, definition)) in params.iter().zip(&declared) {
            if let ParamKind::Value(default) = &param.kind {
                default.iter().for_each(|default| self.expr(default));
                self.push(name, param.name.loc, Some(*definition));
            }
        }
        for (param, (name, definition)) in params.iter().zip(&declared) {
            if let ParamKind::Tensor(pattern) = &param.kind {
                self.shape(pattern, true);
                // A `layer` item knows the shapes of its tensors only.
                if !matches!(body, Body::Layer(_)) {
                    self.push(name, param.name.loc, Some(*definition));
                }
            }
        }
    }

    /// An input. Of two with one name, which is a mistake, the first has it.
    fn input(&mut self, input: &'a Input) {
        let Input { name, shape, .. } = input;
        let first = self.slot(&name.text);
        if let Ok(shape) = shape {
            self.sizes(shape);
        }
        match first {
            Some(first) => {
                self.define(&name.text, name.loc);
                self.slots.set_name(name.loc, first);
            }
            None => self.bind(&name.text, name.loc),
        }
    }

    /// Brings a variable into scope.
    fn push(&mut self, name: &'a str, loc: Loc, definition: Option<usize>) {
        let next = self.next.entry(self.body).or_insert(0);
        let slot = Slot(*next);
        *next += 1;
        self.slots.set_name(loc, slot);
        self.scope.push(Variable { name, slot, definition });
    }

    fn slot(&self, name: &str) -> Option<Slot> {
        self.scope.iter().rev().find(|variable| variable.name == name).map(|variable| variable.slot)
    }

    /// The variable that the name at `loc` is, if it is one.
    pub(super) fn refer(&mut self, name: &str, loc: Loc) {
        if let Some(slot) = self.slot(name) {
            self.slots.set_name(loc, slot);
        }
    }

    fn define(&mut self, name: &'a str, loc: Loc) -> usize {
        let count = self.counts.entry((self.body, name)).or_insert(0);
        let definition = Definition { name, loc, body: self.body, earlier: *count };
        *count += 1;
        self.names.definitions.push(definition);
        self.names.definitions.len() - 1
    }

    fn bind(&mut self, name: &'a str, loc: Loc) {
        let definition = self.define(name, loc);
        self.push(name, loc, Some(definition));
    }

    pub(super) fn add(&mut self, name: &'a str, loc: Loc, place: Place<'a>) {
        self.names.uses.push(Use { name: Some((name, loc)), place });
    }

    /// A name is missing, or may follow.
    pub(super) fn hole(&mut self, place: Place<'a>) {
        self.names.uses.push(Use { name: None, place });
    }

    /// A name where a value stands.
    pub(super) fn value(&mut self, name: &'a str, loc: Loc) {
        self.refer(name, loc);
        let meaning = self.meaning(name);
        let shadowing = match meaning {
            Some(Meaning::Variable(index)) => self.shadowing(index),
            _ => None,
        };
        self.add(name, loc, shadowing.unwrap_or(Place::Body(self.body)));
        self.beside(name, loc, meaning);
    }

    /// A name where a layer stands.
    pub(super) fn layer(&mut self, name: &'a str, loc: Loc) {
        self.refer(name, loc);
        let meaning = self.meaning(name);
        self.add(name, loc, Place::Layers);
        if let Some(Meaning::Variable(_)) = meaning {
            self.value(name, loc);
        }
        self.beside(name, loc, meaning);
    }

    /// In a function, hidden items cannot import what stands beside them.
    fn beside(&mut self, name: &'a str, loc: Loc, meaning: Option<Meaning>) {
        match meaning {
            Some(Meaning::Model) => self.add(name, loc, Place::Model),
            Some(Meaning::Const) => self.add(name, loc, Place::Const),
            _ => {}
        }
    }

    fn shadowing(&self, index: usize) -> Option<Place<'a>> {
        let definition = self.names.definitions.get(index)?;
        (definition.earlier > 0).then_some(Place::Shadowing(index))
    }

    fn variable(&self, name: &str) -> Option<usize> {
        let mut known = self.scope.iter().rev().filter(|variable| variable.name == name);
        known.find_map(|variable| variable.definition)
    }

    /// Meaning of a name, if it is known.
    pub(super) fn meaning(&self, name: &str) -> Option<Meaning> {
        let items = self.items;
        if let Some(definition) = self.variable(name) {
            return Some(Meaning::Variable(definition));
        }
        if items.consts.contains_key(name) {
            return Some(Meaning::Const);
        }
        let is_layer = name == "Sequential" || layers::find(name).is_some();
        if is_layer {
            return Some(Meaning::Layer);
        }
        if items.functions.contains_key(name) || items.layers.contains_key(name) {
            return Some(Meaning::Item);
        }
        items.models.contains_key(name).then_some(Meaning::Model)
    }

    fn block(&mut self, block: &'a Block) {
        let mark = self.scope.len();
        for statement in &block.statements {
            self.statement(statement);
        }
        if let Some(tail) = &block.tail {
            self.expr(tail);
        }
        self.hole(Place::Body(self.body));
        self.scope.truncate(mark);
    }

    fn statement(&mut self, statement: &'a Statement) {
        match statement {
            Statement::Let { pattern, shape, value } => {
                self.expr(value);
                if let Some(shape) = shape {
                    self.shape(shape, true);
                }
                self.pattern(pattern);
            }
            Statement::Assign { target, value, .. } => {
                self.value(&target.text, target.loc);
                self.expr(value);
                // It is known from here on, whatever it was meant for.
                if self.slot(&target.text).is_none() {
                    self.push(&target.text, target.loc, None);
                }
            }
            Statement::For { pattern, iterable, body, .. } => {
                self.expr(iterable);
                let mark = self.scope.len();
                self.pattern(pattern);
                self.block(body);
                self.scope.truncate(mark);
            }
            Statement::Assert { condition, message } => {
                self.expr(condition);
                if let Some(message) = message {
                    self.expr(message);
                }
            }
            Statement::Expr(expr) => self.expr(expr),
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::Name { name, .. } => self.bind(&name.text, name.loc),
            Pattern::Tuple(patterns, _) => patterns.iter().for_each(|one| self.pattern(one)),
            Pattern::Broken(..) | Pattern::Wild => {}
        }
    }

    /// An annotation; new names in it are variables where it binds.
    fn shape(&mut self, pattern: &'a ShapePattern, binds: bool) {
        for element in &pattern.elements {
            let Element::Size(expr) = element else { continue };
            match &expr.kind {
                ExprKind::Name(name) if binds && self.is_new(name) => {
                    self.bind(name, expr.loc);
                }
                _ => self.expr(expr),
            }
        }
    }

    /// The shape of an input: new names in it are symbols.
    fn sizes(&mut self, pattern: &'a ShapePattern) {
        for element in &pattern.elements {
            let Element::Size(expr) = element else { continue };
            let (names, others): (Vec<&Expr>, Vec<&Expr>) = operands(expr)
                .into_iter()
                .partition(|operand| matches!(operand.kind, ExprKind::Name(_)));
            for operand in names {
                match &operand.kind {
                    ExprKind::Name(name) if self.is_new(name) => self.bind(name, operand.loc),
                    _ => self.expr(operand),
                }
            }
            others.into_iter().for_each(|operand| self.expr(operand));
        }
    }

    /// A name that a shape gives to a size: no variable and no constant.
    fn is_new(&self, name: &str) -> bool {
        self.slot(name).is_none() && !self.items.consts.contains_key(name)
    }

    /// The names in an expression. What stands left of an operator or a dot is read in a loop, since nothing
    /// limits how many follow each other.
    pub(super) fn expr(&mut self, expr: &'a Expr) {
        let mut expr = expr;
        loop {
            expr = match &expr.kind {
                ExprKind::Binary { left, right, .. } => {
                    self.expr(right);
                    left
                }
                ExprKind::Method { receiver, arguments, .. } => {
                    self.exprs(arguments);
                    receiver
                }
                ExprKind::Field { tuple, .. } => tuple,
                ExprKind::Index { base, indices, .. } => {
                    indices.iter().for_each(|index| self.index(index));
                    base
                }
                ExprKind::Cast { value, .. } => value,
                ExprKind::Unary { operand, .. } => operand,
                _ => return self.operand(expr),
            };
        }
    }

    fn operand(&mut self, expr: &'a Expr) {
        match &expr.kind {
            ExprKind::Name(name) => self.value(name, expr.loc),
            ExprKind::Str(pieces) => self.pieces(pieces, expr.loc),
            ExprKind::Error(_) => self.hole(Place::Body(self.body)),
            ExprKind::Unread(expr, _) => self.expr(expr),
            ExprKind::Call { callee, arguments } => {
                self.layer(&callee.text, callee.loc);
                self.call(&callee.text, arguments);
            }
            ExprKind::Pipe(stages) => self.pipe(stages),
            ExprKind::Range { start, end, .. } => {
                self.expr(start);
                self.expr(end);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => self.exprs(items),
            ExprKind::Repeat { value, count } => {
                self.expr(value);
                self.expr(count);
            }
            ExprKind::If { branches, otherwise } => {
                for Branch { condition, then } in branches {
                    self.expr(condition);
                    self.block(then);
                }
                if let Some(otherwise) = otherwise {
                    self.block(otherwise);
                }
            }
            ExprKind::Block(block) => self.block(block),
            _ => {}
        }
    }

    /// The names in a string. They have no place of their own, so editors do not see them.
    fn pieces(&mut self, pieces: &'a [Piece], loc: Loc) {
        for (index, piece) in pieces.iter().enumerate() {
            if let Piece::Name(name) = piece
                && let Some(slot) = self.slot(name)
            {
                self.slots.set_piece(loc, index, slot);
            }
        }
    }

    fn exprs(&mut self, items: &'a [Expr]) {
        items.iter().for_each(|item| self.expr(item));
    }

    fn index(&mut self, index: &'a Index) {
        match index {
            Index::At(at) => self.expr(at),
            Index::Range { start, end, .. } => {
                start.iter().chain(end).for_each(|bound| self.expr(bound));
            }
        }
    }

    /// After an arrow, a name is a layer.
    fn pipe(&mut self, stages: &'a [Expr]) {
        for (index, stage) in stages.iter().enumerate() {
            match &stage.kind {
                ExprKind::Name(name) if index > 0 => self.layer(name, stage.loc),
                ExprKind::Error(_) if index > 0 => self.hole(Place::Layers),
                _ => self.expr(stage),
            }
        }
    }
}

/// Names that may declare symbols where an expression is the size of an input, in the order of the text.
pub(crate) fn symbols(expr: &Expr) -> impl Iterator<Item = (&Rc<str>, Loc)> {
    operands(expr).into_iter().filter_map(|operand| match &operand.kind {
        ExprKind::Name(name) => Some((name, operand.loc)),
        _ => None,
    })
}

/// Operands of the operators of an expression, in the order of the text.
fn operands(expr: &Expr) -> Vec<&Expr> {
    let mut operands = Vec::new();
    let mut rest = vec![expr];
    while let Some(expr) = rest.pop() {
        match &expr.kind {
            ExprKind::Binary { left, right, .. } => rest.extend([&**right, &**left]),
            ExprKind::Unary { operand, .. } => rest.push(operand),
            _ => operands.push(expr),
        }
    }
    operands
}
