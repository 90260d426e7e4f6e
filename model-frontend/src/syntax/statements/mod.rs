//! Blocks and statements.

pub(super) mod bindings;
pub(super) mod values;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::{condition, expression};
use crate::syntax::habits;
use crate::syntax::habits::statements::{as_pattern, not_assignable};
use crate::syntax::parser::Parser;
use crate::syntax::statements::bindings::{binding, repetition};
use crate::syntax::statements::values::{assigned, broken, missing_semicolon, recover, value};
use crate::syntax::tree::{BinaryOperator, Block, Expr, ExprKind, Statement};

/// `{ statements; tail }`
pub(super) fn block(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let inside = parser.nested(|parser| Ok(parser.group(Delimiter::Brace, statements)))?;
    match inside {
        Some((block, delimiters)) => Ok(Block { end: delimiters.close, ..block }),
        None if parser.at(":") => {
            let loc = parser.here();
            let diagnostic = Diagnostic::new(loc, "expected `{`, found `:`");
            Err(parser.report(diagnostic.help("write the body in braces: `{ .. }`")))
        }
        None => Err(parser.expected("`{`")),
    }
}

fn statements(parser: &mut Parser<'_, '_, '_>) -> Block {
    let mut block = Block::default();
    // The mistake of the last statement, if it is an expression without an end, and of any statement before.
    let mut unfinished = None;
    let mut any_unfinished = None;
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
        let position = parser.position();
        if let (Some(reported), true) = (any_unfinished, parser.at("->")) {
            // What belonged to it.
            let value = broken(parser, reported);
            block.statements.push(Statement::Expr(value));
            continue;
        }
        parser.begin();
        let ((step, lost), mistake) = parser.watched(|parser| parser.followed(statement));
        let lost = lost.or(unfinished.filter(|_| is_expression(&step)));
        unfinished = parser.lost_here().filter(|_| is_expression(&step));
        any_unfinished = any_unfinished.or(mistake);
        match step.map(|step| unread(step, lost)) {
            Ok(Step::Statement(statement)) => block.statements.push(statement),
            Ok(Step::Tail(expr)) => {
                block.tail = Some(Box::new(expr));
                break;
            }
            Err(reported) => {
                recover(parser);
                let loc = parser.here();
                let error = Expr { kind: ExprKind::Error(reported), loc };
                block.statements.push(Statement::Expr(error));
            }
        }
        // Whatever stands here, reading goes on behind it.
        if parser.position() == position {
            parser.token_tree();
        }
        // The value of the block may be in what was skipped.
        if let (Some(reported), true) = (mistake, parser.at_end()) {
            let loc = parser.here();
            block.tail = Some(Box::new(Expr { kind: ExprKind::Error(reported), loc }));
        }
    }
    block
}

/// True if a statement is an expression, which may go on with the one before.
fn is_expression(step: &Result<Step, Reported>) -> bool {
    matches!(step, Ok(Step::Tail(_) | Step::Statement(Statement::Expr(_))))
}

enum Step {
    Statement(Statement),
    Tail(Expr),
}

/// A statement in which there was a mistake after which it is a guess what was meant, or none. The statements inside a body are read one by one.
fn unread(step: Step, mistake: Option<Reported>) -> Step {
    let Some(reported) = mistake else { return step };
    let expr = |expr: Expr| match expr.kind {
        ExprKind::Error(_) | ExprKind::If { .. } | ExprKind::Block(_) => expr,
        _ => Expr { loc: expr.loc, kind: ExprKind::Unread(Box::new(expr), reported) },
    };
    match step {
        Step::Tail(tail) => Step::Tail(expr(tail)),
        Step::Statement(statement) => Step::Statement(match statement {
            Statement::Let { pattern, shape, value } => {
                Statement::Let { pattern, shape, value: expr(value) }
            }
            Statement::Assign { target, operator, operator_loc, value } => {
                Statement::Assign { target, operator, operator_loc, value: expr(value) }
            }
            Statement::Assert { condition, message } => {
                Statement::Assert { condition: expr(condition), message }
            }
            Statement::Expr(value) => Statement::Expr(expr(value)),
            statement @ Statement::For { .. } => statement,
        }),
    }
}

fn statement(parser: &mut Parser<'_, '_, '_>) -> Result<Step, Reported> {
    if (parser.at_fragment_before(&[";"]) || parser.at_fragment_with("for"))
        && let Some(step) = parser.nested(|parser| Ok(parser.fragment(statement)))?
    {
        let ended = parser.eat(";").is_some();
        return step.map(|step| match step {
            Step::Tail(expr) if ended => Step::Statement(Statement::Expr(expr)),
            step => step,
        });
    }
    if parser.at_word("let") {
        return binding(parser, false).map(Step::Statement);
    }
    if let Some(statement) = habits::statements::declaration(parser) {
        return statement.map(Step::Statement);
    }
    if parser.at_word("for") {
        return repetition(parser).map(Step::Statement);
    }
    if parser.at_word("assert") && parser.at_word_then("!") {
        return assertion(parser).map(Step::Statement);
    }
    if let Some(statement) = assignment(parser) {
        return statement.map(Step::Statement);
    }
    if let Some(statement) = habits::statements::other(parser) {
        return statement.map(Step::Statement);
    }
    if habits::statements::attribute(parser) {
        return statement(parser);
    }
    let expr = expression(parser)?;
    if parser.eat(";").is_some() {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    if ASSIGNMENTS.iter().any(|(symbol, _)| parser.at(symbol)) {
        let reported = not_assignable(parser, &expr);
        return match (as_pattern(&expr), parser.eat("=")) {
            (Some(pattern), Some(_)) => {
                let loc = value(parser).loc;
                let value = Expr { kind: ExprKind::Error(reported), loc };
                Ok(Step::Statement(Statement::Let { pattern, shape: None, value }))
            }
            _ => Err(reported),
        };
    }
    if let Some(reported) = habits::statements::increment(parser, &expr) {
        return Err(reported);
    }
    if parser.at_end() {
        return Ok(Step::Tail(expr));
    }
    if matches!(expr.kind, ExprKind::If { .. } | ExprKind::Block(_)) {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    match missing_semicolon(parser, &expr, false) {
        Some((reported, _)) if parser.at_end() => {
            let loc = expr.loc;
            Ok(Step::Tail(Expr { kind: ExprKind::Error(reported), loc }))
        }
        // An unfinished word is one mistake, and what was skipped may have belonged to the expression.
        Some((reported, skipped)) if skipped || matches!(expr.kind, ExprKind::Name(_)) => {
            let error = Expr { kind: ExprKind::Error(reported), loc: expr.loc };
            Ok(Step::Statement(Statement::Expr(error)))
        }
        _ => Ok(Step::Statement(Statement::Expr(expr))),
    }
}

/// `assert!(condition, "message");`
fn assertion(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    parser.eat_word("assert");
    parser.eat("!");
    let mut read = condition as fn(&mut Parser<'_, '_, '_>) -> Result<Expr, Reported>;
    let (arguments, lost) = parser.followed(|parser| {
        parser.group(Delimiter::Parenthesis, |inside| {
            inside.list(|inside| std::mem::replace(&mut read, expression)(inside))
        })
    });
    let Some((mut arguments, delimiters)) = arguments else {
        return Err(parser.expected("`(`"));
    };
    if let Some(reported) = lost {
        return Err(reported);
    }
    if parser.eat(";").is_none() && !parser.at_end() {
        return Err(parser.expected("`;`"));
    }
    let message = if arguments.len() == 2 { arguments.pop() } else { None };
    match (arguments.pop(), arguments.is_empty()) {
        (Some(condition), true) => Ok(Statement::Assert { condition, message }),
        _ => Err(parser.error(delimiters.whole, "`assert!` takes a condition and a message")),
    }
}

pub(super) const ASSIGNMENTS: &[(&str, Option<BinaryOperator>)] = &[
    ("=", None),
    ("+=", Some(BinaryOperator::Add)),
    ("-=", Some(BinaryOperator::Subtract)),
    ("*=", Some(BinaryOperator::Multiply)),
    ("/=", Some(BinaryOperator::Divide)),
    ("%=", Some(BinaryOperator::Remainder)),
];

/// `name = value;` or `name += value;`, if one comes next.
fn assignment(parser: &mut Parser<'_, '_, '_>) -> Option<Result<Statement, Reported>> {
    let (symbol, operator) = ASSIGNMENTS.iter().find(|(symbol, _)| parser.at_word_then(symbol))?;
    let target = match parser.name("a name") {
        Ok(target) => target,
        Err(reported) => return Some(Err(reported)),
    };
    let operator_loc = parser.eat(symbol)?;
    let value = assigned(parser);
    Some(Ok(Statement::Assign { target, operator: *operator, operator_loc, value }))
}
