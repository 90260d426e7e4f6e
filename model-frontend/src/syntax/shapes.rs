//! Shape patterns: `[28, 28, c]`, `[.., _]`.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use proc_macro2::Delimiter;

use super::expressions::expression;
use super::parser::Parser;
use super::tree::{Element, Expr, ExprKind, Outputs, ShapePattern, UnaryOperator};

/// `[elements]`
pub(super) fn shape(parser: &mut Parser<'_, '_, '_>) -> Result<ShapePattern, Reported> {
    if parser.at_group(Delimiter::Parenthesis) {
        let loc = parser.here();
        parser.token_tree();
        return Err(parser.report(
            Diagnostic::new(loc, "expected a shape in brackets, found `(`")
                .help("a shape is written `[28, 28, 1]`, without the batch axis"),
        ));
    }
    if parser.at_literal() || parser.at_only_word() {
        let found = parser.found();
        let loc = parser.here();
        let diagnostic =
            Diagnostic::new(loc, format!("expected a shape in brackets, found {found}"));
        let help = format!("write `[{}]`", found.trim_matches('`'));
        let reported = parser.lost(diagnostic.help(help));
        // `28, 28, 1`
        parser.token_tree();
        while parser.at(",") && parser.literal_behind(",") {
            parser.eat(",");
            parser.token_tree();
        }
        return Err(reported);
    }
    let mut failed = None;
    let shape = parser.group(Delimiter::Bracket, |inside| {
        inside.list_with_commas(|inside| {
            inside.element(element).inspect_err(|reported| failed = Some(*reported))
        })
    });
    match shape {
        // A shape with a hole in it says nothing.
        Some(((elements, missing), delimiters)) => match failed.or(missing) {
            Some(reported) => Err(reported),
            None => Ok(ShapePattern { elements, loc: delimiters.whole }),
        },
        None => Err(parser.expected("a shape such as `[28, 28, 1]`")),
    }
}

fn element(parser: &mut Parser<'_, '_, '_>) -> Result<Element, Reported> {
    if parser.eat_word("_").is_some() {
        return Ok(Element::Any);
    }
    if let Some(loc) = parser.eat("..") {
        return Ok(Element::Rest(loc));
    }
    let foreign = ["?", "*", ":"].iter().find(|symbol| parser.at(symbol));
    if let Some(symbol) = foreign {
        let found = parser.found();
        let loc = parser.eat(symbol).unwrap_or_default();
        return Ok(unknown(parser, loc, &found));
    }
    let size = expression(parser)?;
    match &size.kind {
        ExprKind::None => Ok(unknown(parser, size.loc, "`None`")),
        ExprKind::Unary { operator: UnaryOperator::Negate, operand }
            if matches!(operand.kind, ExprKind::Int(1)) =>
        {
            Ok(unknown(parser, size.loc, "`-1`"))
        }
        _ => Ok(Element::Size(size)),
    }
}

/// Unknown sizes of other languages, or the batch. The other sizes are read all the same.
fn unknown(parser: &mut Parser<'_, '_, '_>, loc: Loc, found: &str) -> Element {
    let reported = parser.lost(
        Diagnostic::new(loc, format!("{found} is not a size in a shape"))
            .help("write `_` for an axis of unknown size; shapes omit the batch axis"),
    );
    Element::Size(Expr { kind: ExprKind::Error(reported), loc })
}

/// `-> [shape]` or `-> ([shape], [shape])`, if an arrow comes next.
pub(super) fn outputs(parser: &mut Parser<'_, '_, '_>) -> Option<Result<Outputs, Reported>> {
    if parser.eat("->").is_none() {
        let symbol = [":", "=>"].into_iter().find(|symbol| parser.at(symbol))?;
        // A body in Python's way stands behind a colon, too.
        if symbol == ":" && !parser.at_then_shape(symbol) {
            return None;
        }
        let message = format!("expected `->` before the shape of the output, found `{symbol}`");
        let loc = parser.eat(symbol)?;
        parser.error(loc, message);
    }
    if parser.at_group(Delimiter::Parenthesis) {
        let mut failed = None;
        let ((shapes, missing), delimiters) = parser.group(Delimiter::Parenthesis, |inside| {
            inside.list_with_commas(|inside| {
                shape(inside).inspect_err(|reported| failed = Some(*reported))
            })
        })?;
        let outputs = Outputs { shapes, loc: delimiters.whole };
        return Some(failed.or(missing).map_or(Ok(outputs), Err));
    }
    Some(shape(parser).map(|shape| {
        let loc = shape.loc;
        Outputs { shapes: vec![shape], loc }
    }))
}
