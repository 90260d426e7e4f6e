//! Postfix expressions: methods, items of tuples, indices.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::operands::{arguments, primary};
use crate::syntax::expressions::operators::sum;
use crate::syntax::expressions::{Parsed, finish};
use crate::syntax::habits;
use crate::syntax::habits::calls::{called, in_module, module};
use crate::syntax::parser::{Mark, Parser};
use crate::syntax::tree::{Expr, ExprKind, Index};

pub(super) fn postfix(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let mut base = primary(parser)?;
    loop {
        if parser.eat(".").is_some() {
            parser.link()?;
            base = member(parser, mark, base)?;
        } else if parser.at_own_group(Delimiter::Bracket) {
            let inside = parser
                .group(Delimiter::Bracket, |inside| inside.list(|inside| inside.element(index)));
            let Some((indices, delimiters)) = inside else { return Ok(base) };
            parser.link()?;
            let kind = ExprKind::Index { base: Box::new(base), indices, loc: delimiters.whole };
            base = finish(parser, mark, kind);
        } else if parser.at_own_group(Delimiter::Parenthesis)
            && !parser.at_group_with(Delimiter::Parenthesis, "->")
        {
            base = called(parser, mark, base)?;
        } else if parser.at("?") {
            if let Some(ternary) = habits::operators::question(parser, mark) {
                return Ok(ternary);
            }
        } else {
            return Ok(base);
        }
    }
}

/// `n`, `a..b`, `a..`, `..b` or `..`
fn index(parser: &mut Parser<'_, '_, '_>) -> Result<Index, Reported> {
    let mark = parser.mark();
    if parser.at(":") || parser.at("...") {
        let found = if parser.at(":") { ":" } else { "..." };
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, format!("expected an index, found `{found}`"));
        return Err(parser.report(diagnostic.help("use `..` for a whole axis")));
    }
    let start = if parser.at("..") || parser.at("..=") { None } else { Some(sum(parser)?) };
    if parser.at(":") {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, "expected `..` in a slice, found `:`");
        return Err(parser.report(diagnostic.help("a slice is written `a..b`, `a..` or `..b`")));
    }
    let inclusive = parser.at("..=");
    if parser.eat("..=").is_none() && parser.eat("..").is_none() {
        return match start {
            Some(start) => Ok(Index::At(start)),
            None => Err(parser.expected("an index")),
        };
    }
    let end = if parser.at_end() || parser.at(",") { None } else { Some(sum(parser)?) };
    if let Some(loc) = parser.eat("..") {
        return Err(parser.error(loc, "a slice takes every element and has no step"));
    }
    let loc = parser.since(mark);
    Ok(Index::Range { start, end, inclusive, loc })
}

/// Suffix after a dot: a method, with or without parentheses, or the index of a tuple.
fn member(parser: &mut Parser<'_, '_, '_>, mark: Mark, base: Expr) -> Parsed {
    if let Some((number, loc)) = parser.literal() {
        // `t.1.0` has the float `1.0` in it.
        let text = number.to_string();
        let indices: Result<Vec<usize>, _> = text.split('.').map(str::parse).collect();
        let Ok(indices) = indices else {
            let message = format!("expected a method or the index of a tuple, found `{text}`");
            return Err(parser.error(loc, message));
        };
        return Ok(indices.into_iter().fold(base, |tuple, index| {
            finish(parser, mark, ExprKind::Field { tuple: Box::new(tuple), index })
        }));
    }
    let name = parser.name("a method")?;
    let arguments = arguments(parser);
    if let Some(module) = module(&base).filter(|module| habits::is_module(module)) {
        let is_layer = |text: &str| text.starts_with(char::is_uppercase);
        if is_layer(&name.text) {
            return in_module(parser, mark, &module, base.loc, name, arguments);
        }
    }
    let named = arguments.iter().find_map(|argument| argument.name.as_ref().map(|name| name.loc));
    let arguments = arguments.into_iter().map(|argument| argument.value).collect();
    Ok(finish(parser, mark, ExprKind::Method { receiver: Box::new(base), name, arguments, named }))
}
