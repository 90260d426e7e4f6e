//! Expressions, loosest first: `->`, `||`, `&&`, comparisons, `..`, `+ -`, `* / %`, `as`, unary, postfix.

pub(super) mod literals;
pub(super) mod operands;
pub(super) mod operators;
pub(super) mod postfix;

use modelwright_core::diagnostic::{Loc, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::operators::or;
use crate::syntax::habits;
use crate::syntax::habits::operators::eat_arrow;
use crate::syntax::parser::{Mark, Parser};
use crate::syntax::tree::{Block, Expr, ExprKind};

pub(super) type Parsed = Result<Expr, Reported>;

/// Any expression.
pub(super) fn expression(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    parser.nested(pipe)
}

/// `first -> second -> ..`
fn pipe(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let first = or(parser)?;
    let mut stages = vec![first];
    while parser.eat("->").is_some() || eat_arrow(parser) {
        let in_parentheses = parser.at_group(Delimiter::Parenthesis) || parser.at_fragment();
        match or(parser) {
            // `x -> Dense(4)(x)`, already reported.
            Ok(Expr { kind: ExprKind::Pipe(mut called), .. }) if !in_parentheses => {
                stages.extend(called.pop());
            }
            Ok(stage) => stages.push(stage),
            Err(reported) => {
                let loc = parser.here();
                stages.push(Expr { kind: ExprKind::Error(reported), loc });
                // Unfinished text: what was read so far is kept, and what comes after is read.
                skip_stage(parser);
            }
        }
    }
    Ok(match stages.pop() {
        Some(only) if stages.is_empty() => only,
        last => {
            stages.extend(last);
            finish(parser, mark, ExprKind::Pipe(stages))
        }
    })
}

/// Skips to the next arrow, or to where something else begins.
fn skip_stage(parser: &mut Parser<'_, '_, '_>) {
    let stops = ["->", ";", ","];
    while !parser.at_end()
        && !stops.iter().any(|symbol| parser.at(symbol))
        && !parser.at_word("let")
        && !parser.at_word("for")
    {
        parser.token_tree();
    }
}

/// True if the end of an expression could not be read, and was reported.
pub(super) fn ends_in_error(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Error(_) => true,
        ExprKind::Pipe(stages) => stages.last().is_some_and(ends_in_error),
        _ => false,
    }
}

/// A condition; one with a single `=` is reported and skipped.
pub(super) fn condition(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    if parser.at_word("let") {
        return Ok(habits::statements::let_in_condition(parser, mark));
    }
    let left = expression(parser)?;
    if !parser.at("=") {
        return Ok(left);
    }
    Ok(habits::statements::assignment_in_condition(parser, mark))
}

/// The place of a part of an expression that gives no value where one is needed, and what to do.
pub(super) fn without_value(expr: &Expr, start: Loc) -> Option<(Loc, String, String)> {
    let of_block = |block: &Block| {
        if block.tail.is_some() {
            return None;
        }
        Some((block.end, "this block has no value".into(), block.without_tail("value")))
    };
    match &expr.kind {
        ExprKind::If { branches, otherwise } => {
            let without = branches.iter().find_map(|branch| of_block(&branch.then));
            without.or_else(|| match otherwise {
                Some(otherwise) => of_block(otherwise),
                None => {
                    let message = "an `if` without `else` has no value".into();
                    Some((start, message, "add `else { .. }`".into()))
                }
            })
        }
        ExprKind::Block(block) => of_block(block),
        _ => None,
    }
}

pub(super) fn finish(parser: &mut Parser<'_, '_, '_>, mark: Mark, kind: ExprKind) -> Expr {
    let loc = parser.since(mark);
    Expr { kind, loc }
}
