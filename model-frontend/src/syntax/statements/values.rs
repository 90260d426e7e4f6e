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
    match parser.followed(expression) {
        (Ok(value), lost) => end_of_value(parser, value, start, lost),
        (Err(reported), _) => broken(parser, reported),
    }
}

fn end_of_value(
    parser: &mut Parser<'_, '_, '_>,
    value: Expr,
    start: Loc,
    lost: Option<Reported>,
) -> Expr {
    if let Some(reported) = lost.filter(|_| !parser.at(";")) {
        return broken(parser, reported);
    }
    if !parser.at_fragment_end()
        && parser.eat(";").is_none()
        && let Some((reported, true)) = missing_semicolon(parser, &value, true)
    {
        // What was skipped may have belonged to it.
        return Expr { kind: ExprKind::Error(reported), loc: value.loc };
    }
    with_value(parser, value, start)
}

/// Assigned value. The semicolon is optional at the end of a block, as in Rust.
pub(super) fn assigned(parser: &mut Parser<'_, '_, '_>) -> Expr {
    let start = parser.here();
    match parser.followed(expression) {
        (Ok(value), _) if parser.at_end() => with_value(parser, value, start),
        (Ok(value), lost) => end_of_value(parser, value, start, lost),
        (Err(reported), _) => broken(parser, reported),
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

/// Reports a missing semicolon behind a value that is bound or dropped, and says whether something was skipped.
pub(super) fn missing_semicolon(
    parser: &mut Parser<'_, '_, '_>,
    before: &Expr,
    is_value: bool,
) -> Option<(Reported, bool)> {
    if ends_in_error(before) {
        return None;
    }
    let found = parser.found();
    let loc = parser.token();
    let diagnostic = if parser.at_end() {
        Diagnostic::new(loc, "expected `;` at the end of this statement")
    } else if parser.at_ternary() {
        Diagnostic::new(loc, "expected `;`, found `if` after a value").help(habits::CHOICE)
    } else if parser.word_behind(",").is_some()
        && matches!(before.kind, ExprKind::Name(_) | ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, "expected `;`, found `,`")
            .help("write several tensors or values in parentheses: `(a, b)`")
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
    // `-> Flatten Flatten`
    let twice = parser.peek_word().is_some_and(|word| last_word(before) == Some(&word));
    let skips =
        parser.at_ternary() || twice || !(starts_statement(parser) || parser.begins_operation());
    let reported = match is_value && !skips {
        true => parser.report(diagnostic),
        false => parser.lost(diagnostic),
    };
    if skips {
        recover(parser);
    }
    Some((reported, skips))
}

/// The word that an expression ends in.
fn last_word(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name),
        ExprKind::Pipe(stages) => last_word(stages.last()?),
        ExprKind::Binary { right, .. } => last_word(right),
        _ => None,
    }
}

fn starts_statement(parser: &Parser<'_, '_, '_>) -> bool {
    ["let", "for", "if", "assert"].iter().any(|word| parser.at_word(word))
        || ASSIGNMENTS.iter().any(|(symbol, _)| parser.at_word_then(symbol))
}

/// Skips to where the next statement begins.
pub(super) fn recover(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && parser.eat(";").is_none() {
        // A word in the wrong place begins nothing.
        let begins = |word: &str| {
            parser.at_word_then_word(word)
                || parser.at_word(word) && parser.at_word_then_group(Delimiter::Parenthesis)
        };
        if begins("let") || begins("for") {
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
