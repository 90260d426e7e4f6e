//! `let` and `for`, and the patterns they bind.

use std::collections::BTreeSet;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::expression;
use crate::syntax::habits::statements::{A_RANGE, several};
use crate::syntax::parser::{Parser, is_keyword};
use crate::syntax::shapes::shape;
use crate::syntax::statements::block;
use crate::syntax::statements::values::{broken, value};
use crate::syntax::tree::{Expr, ExprKind, Pattern, Statement};

/// `let pattern: [shape] = value;`; `mutable` says that a `mut` was read already.
pub(in crate::syntax) fn binding(
    parser: &mut Parser<'_, '_, '_>,
    mutable: bool,
) -> Result<Statement, Reported> {
    parser.eat_word("let");
    let pattern = match pattern_or_hole(parser) {
        first if parser.at(",") => several(parser, first, "`=`", "let (a, b) =")?,
        Pattern::Name { name, mutable: own } => Pattern::Name { name, mutable: own || mutable },
        pattern => pattern,
    };
    no_name_twice(parser, &pattern);
    let shape = match parser.eat(":") {
        Some(_) if parser.peek_word().is_some() || parser.at("&") => {
            let reported = no_type(parser, &pattern);
            if !parser.at("=") {
                let value = broken(parser, reported);
                return Ok(Statement::Let { pattern, shape: None, value });
            }
            None
        }
        Some(_) => match shape(parser) {
            Ok(shape) => Some(shape),
            Err(reported) => {
                skip_to_value(parser);
                // `let x: y -> Dense(4);`
                if !parser.at("=") {
                    let value = broken(parser, reported);
                    return Ok(Statement::Let { pattern, shape: None, value });
                }
                None
            }
        },
        None => None,
    };
    if let Err(reported) = parser.require("=") {
        // `let y x = ..`: one of the two is the name.
        let is_name = parser.peek_word().is_some_and(|word| !is_keyword(&word));
        let loc = parser.here();
        let pattern = match is_name {
            true => Pattern::Tuple(vec![pattern, Pattern::Broken(reported, loc)], loc),
            false => pattern,
        };
        return Ok(Statement::Let { pattern, shape, value: broken(parser, reported) });
    }
    let value = value(parser);
    Ok(Statement::Let { pattern, shape, value })
}

/// `let n: usize = ..`: a value has no type.
fn no_type(parser: &mut Parser<'_, '_, '_>, pattern: &Pattern) -> Reported {
    let found = parser.found();
    let loc = parser.here();
    let diagnostic =
        Diagnostic::new(loc, format!("expected a shape such as `[28, 28, 1]`, found {found}"));
    let reported = parser.report(match pattern {
        Pattern::Name { name, mutable } => {
            let mutable = if *mutable { "mut " } else { "" };
            diagnostic.help(format!("`let` takes no type: write `let {mutable}{} = ..`", name.text))
        }
        _ => diagnostic.note("`let` takes no type, only a tensor shape"),
    });
    skip_to_value(parser);
    reported
}

fn skip_to_value(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && !parser.at("=") && !parser.at(";") && !parser.at_word("let") {
        parser.token_tree();
    }
}

/// `for pattern in iterable { .. }`
pub(super) fn repetition(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let loc = parser.here();
    parser.eat_word("for");
    let pattern = if parser.at_group_with(Delimiter::Parenthesis, ";") {
        let loc = parser.token();
        let diagnostic = Diagnostic::new(loc, "expected a name, found `(`");
        Pattern::Broken(parser.report(diagnostic.help(A_RANGE)), loc)
    } else {
        match pattern_or_hole(parser) {
            first if parser.at(",") => several(parser, first, "`in`", "for (a, b) in")?,
            pattern => pattern,
        }
    };
    no_name_twice(parser, &pattern);
    let broken = match &pattern {
        Pattern::Broken(reported, loc) => Some((*reported, *loc)),
        _ => None,
    };
    if broken.is_some() {
        while !parser.at_end()
            && !parser.at_word("in")
            && !parser.at(";")
            && !parser.at_group(Delimiter::Brace)
        {
            parser.token_tree();
        }
    }
    let iterable = match (parser.eat_word("in"), broken) {
        (Some(_), _) => match parser.followed(expression) {
            (iterable, None) => iterable?,
            (iterable, Some(reported)) => {
                let iterable = iterable?;
                Expr { loc: iterable.loc, kind: ExprKind::Unread(Box::new(iterable), reported) }
            }
        },
        (None, Some((reported, loc))) => Expr { kind: ExprKind::Error(reported), loc },
        (None, None) => return Err(parser.expected("`in`")),
    };
    let body = block(parser)?;
    Ok(Statement::For { pattern, iterable, body, loc })
}

/// A pattern, or a hole where a name is missing.
pub(in crate::syntax) fn pattern_or_hole(parser: &mut Parser<'_, '_, '_>) -> Pattern {
    pattern(parser).unwrap_or_else(|reported| {
        let loc = parser.here();
        Pattern::Broken(reported, loc)
    })
}

/// Reports names that a pattern binds again.
fn no_name_twice(parser: &mut Parser<'_, '_, '_>, pattern: &Pattern) {
    let mut names = BTreeSet::new();
    let mut patterns = vec![pattern];
    while let Some(pattern) = patterns.pop() {
        match pattern {
            Pattern::Tuple(inner, _) => patterns.extend(inner.iter().rev()),
            Pattern::Name { name, .. } => {
                if !names.insert(&name.text) {
                    let message =
                        format!("`{}` is bound more than once in this pattern", name.text);
                    parser.error(name.loc, message);
                }
            }
            Pattern::Wild | Pattern::Broken(..) => {}
        }
    }
}

/// `name`, `mut name`, `_`, `(a, b)` or, for the items of a list, `[a, b]`
fn pattern(parser: &mut Parser<'_, '_, '_>) -> Result<Pattern, Reported> {
    parser.nested(|parser| {
        if let Some(pattern) = parser.fragment(pattern) {
            return pattern;
        }
        if parser.eat_word("_").is_some() {
            return Ok(Pattern::Wild);
        }
        for delimiter in [Delimiter::Parenthesis, Delimiter::Bracket] {
            let (group, reported) = parser.watched(|parser| {
                parser.group(delimiter, |inside| inside.list(|inside| Ok(pattern_or_hole(inside))))
            });
            if let Some((mut patterns, delimiters)) = group {
                let is_broken = |pattern: &Pattern| matches!(pattern, Pattern::Broken(..));
                if let Some(reported) = reported
                    && !patterns.iter().any(is_broken)
                {
                    patterns.push(Pattern::Broken(reported, delimiters.whole));
                }
                return Ok(Pattern::Tuple(patterns, delimiters.whole));
            }
        }
        let mutable = parser.eat_word("mut").is_some();
        let name = parser.name("a name")?;
        Ok(Pattern::Name { name, mutable })
    })
}
