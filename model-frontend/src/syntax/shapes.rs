//! Shape patterns: `[28, 28, c]`, `[.., _]`.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use super::expressions::expression;
use super::parser::Parser;
use super::tree::{Element, ExprKind, Outputs, ShapePattern};

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
        return Err(
            parser.report(diagnostic.help(format!("write `[{}]`", found.trim_matches('`'))))
        );
    }
    let mut failed = None;
    let shape = parser.group(Delimiter::Bracket, |inside| {
        inside.list_with_commas(|inside| {
            element(inside).inspect_err(|reported| failed = Some(*reported))
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
    let size = expression(parser)?;
    if matches!(size.kind, ExprKind::None) {
        return Err(parser.report(
            Diagnostic::new(size.loc, "`None` is not a size in a shape")
                .help("an axis of unknown size is written `_`; the batch axis is left out"),
        ));
    }
    Ok(Element::Size(size))
}

/// `-> [shape]` or `-> ([shape], [shape])`, if an arrow comes next.
pub(super) fn outputs(parser: &mut Parser<'_, '_, '_>) -> Option<Result<Outputs, Reported>> {
    parser.eat("->")?;
    if parser.at_group(Delimiter::Parenthesis) {
        let mut failed = None;
        let (shapes, delimiters) = parser.group(Delimiter::Parenthesis, |inside| {
            inside.list(|inside| shape(inside).inspect_err(|reported| failed = Some(*reported)))
        })?;
        let outputs = Outputs { shapes, loc: delimiters.whole };
        return Some(failed.map_or(Ok(outputs), Err));
    }
    Some(shape(parser).map(|shape| {
        let loc = shape.loc;
        Outputs { shapes: vec![shape], loc }
    }))
}
