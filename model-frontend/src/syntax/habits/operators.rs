//! Operators of other languages.

use modelwright_core::diagnostic::{Diagnostic, Loc};

use modelwright_core::layers;

use crate::syntax::expressions::operators::{range, unary};
use crate::syntax::expressions::{Parsed, finish};
use crate::syntax::habits::{self, calls::begins_layer};
use crate::syntax::parser::{Mark, Parser};
use crate::syntax::tree::{BinaryOperator, Expr, ExprKind, Name};

/// Arrows of other languages, or tokens mistaken for one.
const ARROWS: &[&str] = &["=>", "|>", ">>", "~>", "-->"];

/// Takes what stands for an arrow elsewhere, and reports it, or a layer with none before it.
pub(in crate::syntax) fn eat_arrow(parser: &mut Parser<'_, '_, '_>) -> bool {
    let symbol = ARROWS.iter().find(|symbol| parser.at(symbol)).copied();
    // `image | Flatten`
    let bar = || parser.word_behind("|").filter(|word| layers::find(word).is_some()).map(|_| "|");
    let split = || parser.at_split_arrow().then_some("- >");
    if let Some(symbol) = symbol.or_else(bar).or_else(split) {
        let mark = parser.mark();
        for part in symbol.split(' ') {
            parser.eat(part);
        }
        let loc = parser.since(mark);
        let message = format!("expected `->`, found `{symbol}`");
        parser.report(Diagnostic::new(loc, message).help("`->` applies a layer to tensors"));
        return true;
    }
    let layer = parser.peek_word().filter(|word| layers::find(word).is_some());
    if let Some(layer) = layer {
        let loc = parser.here();
        let message = format!("expected `->` before the layer `{layer}`");
        parser.lost(Diagnostic::new(loc, message));
        return true;
    }
    false
}

/// True if an arrow or a decrement comes next, which begin like a minus or a comparison.
pub(in crate::syntax) fn is_no_operator(parser: &Parser<'_, '_, '_>) -> bool {
    parser.at("-->") || parser.at("<-") || parser.at_split_arrow() || parser.at_decrement()
}

/// An operator of another language.
pub(in crate::syntax) struct Meant {
    written: &'static str,
    ours: &'static str,
    pub(in crate::syntax) operator: BinaryOperator,
}

const OPERATORS: &[Meant] = &[
    Meant { written: "===", ours: "==", operator: BinaryOperator::Equal },
    Meant { written: "<>", ours: "!=", operator: BinaryOperator::NotEqual },
    Meant { written: "and", ours: "&&", operator: BinaryOperator::And },
    Meant { written: "or", ours: "||", operator: BinaryOperator::Or },
];

/// The operator of another language that comes next.
pub(in crate::syntax) fn meant(parser: &Parser<'_, '_, '_>) -> Option<&'static Meant> {
    OPERATORS.iter().find(|meant| parser.at(meant.written) || parser.at_word(meant.written))
}

impl Meant {
    /// Takes the operator, and reports it.
    pub(in crate::syntax) fn take(&self, parser: &mut Parser<'_, '_, '_>) -> Loc {
        let Self { written, ours, .. } = self;
        let (loc, message) = match parser.eat(written) {
            Some(loc) => (loc, format!("unknown operator `{written}`")),
            None => {
                let message = format!("expected an operator, found `{written}`");
                (parser.eat_word(written).unwrap_or_default(), message)
            }
        };
        parser.report(Diagnostic::new(loc, message).help(format!("write `{ours}`")));
        loc
    }
}

/// `not a`: whether it was reported and taken.
pub(in crate::syntax) fn not(parser: &mut Parser<'_, '_, '_>) -> bool {
    if !parser.at_word_then_value("not") {
        return false;
    }
    let loc = parser.here();
    parser.eat_word("not");
    parser.report(Diagnostic::new(loc, "expected an operator, found `not`").help("write `!`"));
    true
}

/// `&a` and `&mut a`: whether it was reported and taken.
pub(in crate::syntax) fn reference(parser: &mut Parser<'_, '_, '_>) -> bool {
    if !parser.at("&") {
        return false;
    }
    parser.expected("an expression");
    parser.eat("&");
    parser.eat_word("mut");
    true
}

/// `a...b`: whether it was reported and taken.
pub(in crate::syntax) fn three_dots(parser: &mut Parser<'_, '_, '_>) -> bool {
    if !parser.at("...") {
        return false;
    }
    let operator = parser.mark();
    parser.eat("...");
    let loc = parser.since(operator);
    let help = "write `a..b`, or `a..=b` where `b` is part of the range";
    parser.report(Diagnostic::new(loc, "unknown operator `...`").help(help));
    true
}

/// `a ** b`
pub(in crate::syntax) fn power(parser: &mut Parser<'_, '_, '_>, mark: Mark) -> Parsed {
    let loc = parser.eat("**").unwrap_or_default();
    let diagnostic = Diagnostic::new(loc, "unknown operator `**`").help(habits::POWER);
    let reported = parser.report(diagnostic);
    parser.nested(unary)?;
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// `Flatten <- image`
pub(in crate::syntax) fn left_arrow(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
    left: &Expr,
) -> Parsed {
    let loc = parser.here();
    let is_layer = match &left.kind {
        ExprKind::Name(name) | ExprKind::Call { callee: Name { text: name, .. }, .. } => {
            begins_layer(name)
        }
        _ => false,
    };
    parser.eat("<-");
    let is_layer = is_layer || parser.peek_word().is_some_and(|word| begins_layer(&word));
    let reported = parser.report(if is_layer {
        Diagnostic::new(loc, "expected `->`, found `<-`")
            .help("write the tensor before its layer: `x -> Flatten`")
    } else {
        Diagnostic::new(loc, "expected a comparison, found `<-`").help("write `< -`")
    });
    range(parser)?;
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// Meaning of a Rust `?`.
const NOTHING_FAILS: &str = "remove it: errors are reported by the macro and are not values";

/// `a?`, or the whole of `condition ? a : b`.
pub(in crate::syntax) fn question(parser: &mut Parser<'_, '_, '_>, mark: Mark) -> Option<Expr> {
    let loc = parser.here();
    parser.eat("?");
    if parser.begins_value() {
        return Some(ternary(parser, mark, loc));
    }
    let diagnostic = Diagnostic::new(loc, "expected the end of the expression, found `?`");
    parser.report(diagnostic.help(NOTHING_FAILS));
    None
}

/// `condition ? a : b`
fn ternary(parser: &mut Parser<'_, '_, '_>, mark: Mark, loc: Loc) -> Expr {
    let diagnostic = Diagnostic::new(loc, "expected the end of the expression, found `?`");
    let reported = parser.report(diagnostic.help(habits::CHOICE));
    while !parser.at_end() && !parser.at(";") && !parser.at(",") {
        parser.token_tree();
    }
    finish(parser, mark, ExprKind::Error(reported))
}
