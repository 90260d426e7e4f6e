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
use crate::syntax::statements::values::{assigned, missing_semicolon, recover, value};
use crate::syntax::tree::{BinaryOperator, Block, Expr, ExprKind, Statement};

/// `{ statements; tail }`
pub(super) fn block(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let inside = parser.nested(|parser| Ok(parser.group(Delimiter::Brace, statements)))?;
    match inside {
        Some((block, delimiters)) => Ok(Block { end: delimiters.close, ..block }),
        None if parser.at(":") => {
            let loc = parser.here();
            let diagnostic = Diagnostic::new(loc, "expected `{`, found `:`");
            Err(parser.report(diagnostic.help("a body stands in braces: `{ .. }`")))
        }
        None => Err(parser.expected("`{`")),
    }
}

fn statements(parser: &mut Parser<'_, '_, '_>) -> Block {
    let mut block = Block::default();
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
        let (before, _) = parser.reported();
        let position = parser.position();
        match statement(parser) {
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
        if let (after, Some(reported)) = parser.reported()
            && parser.at_end()
            && after > before
        {
            let loc = parser.here();
            block.tail = Some(Box::new(Expr { kind: ExprKind::Error(reported), loc }));
        }
    }
    block
}

enum Step {
    Statement(Statement),
    Tail(Expr),
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
    match missing_semicolon(parser, &expr) {
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
    let Some((mut arguments, delimiters)) = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list(|inside| std::mem::replace(&mut read, expression)(inside))
    }) else {
        return Err(parser.expected("`(`"));
    };
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
