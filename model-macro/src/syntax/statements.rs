//! Blocks and statements.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use super::expressions::{ends_in_error, expression};
use super::parser::Parser;
use super::shapes::shape;
use super::tree::{BinaryOperator, Block, Expr, ExprKind, Pattern, Statement};

/// `{ statements; tail }`
pub(super) fn block(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let inside = parser.nested(|parser| Ok(parser.group(Delimiter::Brace, statements)))?;
    match inside {
        Some((block, delimiters)) => Ok(Block { end: delimiters.close, ..block }),
        None => Err(parser.expected("`{`")),
    }
}

fn statements(parser: &mut Parser<'_, '_, '_>) -> Block {
    let mut block = Block::default();
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
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
                if parser.at_end() {
                    block.tail = Some(Box::new(error));
                } else {
                    block.statements.push(Statement::Expr(error));
                }
            }
        }
    }
    block
}

enum Step {
    Statement(Statement),
    Tail(Expr),
}

fn statement(parser: &mut Parser<'_, '_, '_>) -> Result<Step, Reported> {
    if parser.at_word("let") {
        return binding(parser).map(Step::Statement);
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
    let expr = expression(parser)?;
    if parser.eat(";").is_some() {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    if parser.at_end() {
        return Ok(Step::Tail(expr));
    }
    if matches!(expr.kind, ExprKind::If { .. } | ExprKind::Block(_)) {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    missing_semicolon(parser, &expr);
    Ok(Step::Statement(Statement::Expr(expr)))
}

/// `let pattern: [shape] = value;`
fn binding(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    parser.eat_word("let");
    let pattern = pattern(parser)?;
    let shape = match parser.eat(":") {
        Some(_) => Some(shape(parser)?),
        None => None,
    };
    if let Err(reported) = parser.require("=") {
        return Ok(Statement::Let { pattern, shape, value: broken(parser, reported) });
    }
    let value = value(parser);
    Ok(Statement::Let { pattern, shape, value })
}

/// `for pattern in iterable { .. }`
fn repetition(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let loc = parser.here();
    parser.eat_word("for");
    let pattern = pattern(parser)?;
    if parser.eat_word("in").is_none() {
        return Err(parser.expected("`in`"));
    }
    let iterable = expression(parser)?;
    let body = block(parser)?;
    Ok(Statement::For { pattern, iterable, body, loc })
}

/// `assert!(condition, "message");`
fn assertion(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    parser.eat_word("assert");
    parser.eat("!");
    let Some((mut arguments, delimiters)) =
        parser.group(Delimiter::Parenthesis, |inside| inside.list(expression))
    else {
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

const ASSIGNMENTS: &[(&str, Option<BinaryOperator>)] = &[
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
    let value = value(parser);
    Some(Ok(Statement::Assign { target, operator: *operator, operator_loc, value }))
}

/// An expression and its semicolon. One that cannot be read is skipped and stands as an error, so that the
/// names it should have given are known.
fn value(parser: &mut Parser<'_, '_, '_>) -> Expr {
    match expression(parser) {
        Ok(value) => {
            if parser.eat(";").is_none() {
                missing_semicolon(parser, &value);
            }
            value
        }
        Err(reported) => broken(parser, reported),
    }
}

fn broken(parser: &mut Parser<'_, '_, '_>, reported: Reported) -> Expr {
    let loc = parser.here();
    recover(parser);
    Expr { kind: ExprKind::Error(reported), loc }
}

fn missing_semicolon(parser: &mut Parser<'_, '_, '_>, before: &Expr) {
    if ends_in_error(before) {
        return;
    }
    let found = parser.found();
    let loc = parser.here();
    let diagnostic = if parser.at_end() {
        Diagnostic::new(loc, "expected `;` at the end of this statement")
    } else if starts_statement(parser)
        || matches!(before.kind, ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, format!("expected `;` or `->` before {found}"))
    } else {
        Diagnostic::new(loc, format!("expected `;` before {found}"))
    };
    parser.report(diagnostic);
    if !starts_statement(parser) {
        recover(parser);
    }
}

fn starts_statement(parser: &Parser<'_, '_, '_>) -> bool {
    ["let", "for", "if", "assert"].iter().any(|word| parser.at_word(word))
        || ASSIGNMENTS.iter().any(|(symbol, _)| parser.at_word_then(symbol))
}

/// Skips to where the next statement begins.
fn recover(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && parser.eat(";").is_none() {
        if parser.at_word("let") || parser.at_word("for") {
            return;
        }
        parser.token_tree();
    }
}

/// `name`, `mut name`, `_` or `(a, b)`
fn pattern(parser: &mut Parser<'_, '_, '_>) -> Result<Pattern, Reported> {
    parser.nested(|parser| {
        if parser.eat_word("_").is_some() {
            return Ok(Pattern::Wild);
        }
        let group = parser.group(Delimiter::Parenthesis, |inside| inside.list(pattern));
        if let Some((patterns, delimiters)) = group {
            return Ok(Pattern::Tuple(patterns, delimiters.whole));
        }
        let mutable = parser.eat_word("mut").is_some();
        let name = parser.name("a name")?;
        Ok(Pattern::Name { name, mutable })
    })
}
