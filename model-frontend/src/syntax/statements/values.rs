//! The value of a statement, and where the next statement begins.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::{ends_in_error, expression, without_value};
use crate::syntax::habits;
use crate::syntax::parser::Parser;
use crate::syntax::statements::ASSIGNMENTS;
use crate::syntax::tree::{Expr, ExprKind};

/// An expression and its semicolon. One that cannot be read is skipped and stands as an error, so that the
/// names it should have given are known.
pub(in crate::syntax) fn value(parser: &mut Parser<'_, '_, '_>) -> Expr {
    let start = parser.here();
    match expression(parser) {
        Ok(value) => end_of_value(parser, value, start),
        Err(reported) => broken(parser, reported),
    }
}

fn end_of_value(parser: &mut Parser<'_, '_, '_>, value: Expr, start: Loc) -> Expr {
    if !parser.at_fragment_end()
        && parser.eat(";").is_none()
        && let Some((reported, true)) = missing_semicolon(parser, &value)
    {
        // What was skipped may have belonged to it.
        return Expr { kind: ExprKind::Error(reported), loc: value.loc };
    }
    with_value(parser, value, start)
}

/// What is assigned. At the end of a block the semicolon may go, as in Rust.
pub(super) fn assigned(parser: &mut Parser<'_, '_, '_>) -> Expr {
    let start = parser.here();
    match expression(parser) {
        Ok(value) if parser.at_end() => with_value(parser, value, start),
        Ok(value) => end_of_value(parser, value, start),
        Err(reported) => broken(parser, reported),
    }
}

/// An expression whose value is used; one without a value is reported.
fn with_value(parser: &mut Parser<'_, '_, '_>, expr: Expr, start: Loc) -> Expr {
    match without_value(&expr, start) {
        Some((loc, message, help)) => {
            let reported = parser.report(Diagnostic::new(loc, message).help(help));
            Expr { kind: ExprKind::Error(reported), loc: expr.loc }
        }
        None => expr,
    }
}

pub(super) fn broken(parser: &mut Parser<'_, '_, '_>, reported: Reported) -> Expr {
    let loc = parser.here();
    recover(parser);
    Expr { kind: ExprKind::Error(reported), loc }
}

/// Reports a missing semicolon, and says whether something was skipped.
pub(super) fn missing_semicolon(
    parser: &mut Parser<'_, '_, '_>,
    before: &Expr,
) -> Option<(Reported, bool)> {
    if ends_in_error(before) {
        return None;
    }
    let found = parser.found();
    let loc = parser.token();
    let diagnostic = if parser.at_end() {
        Diagnostic::new(loc, "expected `;` at the end of this statement")
    } else if parser.at_ternary() {
        Diagnostic::new(loc, "expected `;`, found `if` behind a value").help(habits::CHOICE)
    } else if parser.word_behind(",").is_some()
        && matches!(before.kind, ExprKind::Name(_) | ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, "expected `;`, found `,`")
            .help("several tensors or values stand in parentheses: `(a, b)`")
    } else if let Some(help) = habits::help(&found) {
        Diagnostic::new(loc, format!("expected `;`, found {found}")).help(help)
    } else if starts_statement(parser)
        || parser.begins_value()
        || matches!(before.kind, ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, format!("expected `;` or `->` before {found}"))
    } else {
        Diagnostic::new(loc, format!("expected `;` before {found}"))
    };
    let ternary = parser.at_ternary();
    let reported = parser.report(diagnostic);
    let skips = ternary || !(starts_statement(parser) || parser.begins_operation());
    if skips {
        recover(parser);
    }
    Some((reported, skips))
}

fn starts_statement(parser: &Parser<'_, '_, '_>) -> bool {
    ["let", "for", "if", "assert"].iter().any(|word| parser.at_word(word))
        || ASSIGNMENTS.iter().any(|(symbol, _)| parser.at_word_then(symbol))
}

/// Skips to where the next statement begins.
pub(super) fn recover(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && parser.eat(";").is_none() {
        if parser.at_word("let") || parser.at_word("for") {
            return;
        }
        let is_body = parser.at_group(Delimiter::Brace);
        parser.token_tree();
        // What follows a body on its own is a statement of its own.
        let goes_on =
            ["else", "elif", "catch", "except", "finally"].iter().any(|word| parser.at_word(word));
        if is_body && !goes_on && (starts_statement(parser) || parser.begins_value()) {
            return;
        }
    }
}
