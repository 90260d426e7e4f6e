//! Operands: names, calls and their arguments, parentheses, lists, blocks, `if`.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::layers;
use proc_macro2::Delimiter;

use crate::syntax::expressions::literals::literal;
use crate::syntax::expressions::{Parsed, condition, expression, finish, without_value};
use crate::syntax::habits;
use crate::syntax::habits::calls::{closure, foreign_keyword, macro_call, path};
use crate::syntax::parser::Parser;
use crate::syntax::statements::block;
use crate::syntax::tree::{Argument, Branch, Expr, ExprKind};

pub(super) fn primary(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    if let Some(name) = parser.fragment_path() {
        return path(parser, mark, name);
    }
    if let Some(operand) = parser.fragment(expression) {
        return operand;
    }
    if parser.at_literal() {
        return literal(parser);
    }
    if parser.at_group(Delimiter::Parenthesis) {
        return parenthesized(parser);
    }
    if parser.at_group(Delimiter::Bracket) {
        return list(parser);
    }
    if parser.at_group(Delimiter::Brace) {
        let block = block(parser)?;
        return Ok(finish(parser, mark, ExprKind::Block(block)));
    }
    if parser.at_word("if") {
        return parser.nested(conditional);
    }
    for (word, value) in [("true", true), ("false", false)] {
        if let Some(loc) = parser.eat_word(word) {
            return Ok(Expr { kind: ExprKind::Bool(value), loc });
        }
    }
    if let Some(reported) = foreign_keyword(parser) {
        return Err(reported);
    }
    if parser.at("|") || parser.at("||") {
        return closure(parser);
    }
    if parser.at_macro_call() {
        return macro_call(parser);
    }
    if let Some(string) = habits::calls::prefixed_string(parser, mark) {
        return Ok(string);
    }
    let name = parser.name("an expression")?;
    if &*name.text == "None" {
        return Ok(Expr { kind: ExprKind::None, loc: name.loc });
    }
    if parser.at("::") {
        return path(parser, mark, name);
    }
    if parser.at_group(Delimiter::Brace) && layers::find(&name.text).is_some() {
        return Ok(habits::calls::in_braces(parser, mark, &name));
    }
    if !parser.at_own_group(Delimiter::Parenthesis) {
        return Ok(Expr { kind: ExprKind::Name(name.text), loc: name.loc });
    }
    let arguments = arguments(parser);
    Ok(finish(parser, mark, ExprKind::Call { callee: name, arguments }))
}

/// `(value, name = value)`, or nothing
pub(in crate::syntax) fn arguments(parser: &mut Parser<'_, '_, '_>) -> Vec<Argument> {
    if !parser.at_own_group(Delimiter::Parenthesis) {
        return Vec::new();
    }
    let inside = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list_with_commas(|inside| inside.element(argument))
    });
    let Some(((mut arguments, missing), _)) = inside else { return Vec::new() };
    if let Some(reported) = missing {
        // Which value is which is a guess now.
        for argument in arguments.iter_mut().filter(|argument| argument.name.is_none()) {
            argument.value.kind = ExprKind::Error(reported);
        }
    }
    arguments
}

/// `name = value` or `value`
pub(in crate::syntax) fn argument(parser: &mut Parser<'_, '_, '_>) -> Result<Argument, Reported> {
    if let Some(argument) = habits::calls::argument(parser) {
        return argument;
    }
    if parser.at_word_then("=") {
        let name = parser.name("an argument")?;
        parser.require("=")?;
        return Ok(Argument { name: Some(name), value: item(parser)? });
    }
    Ok(Argument { name: None, value: item(parser)? })
}

/// An expression in a list; one that cannot be read still fills its place.
pub(in crate::syntax) fn item(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let start = parser.here();
    // A hole: the elements beside it are as they stand.
    if parser.at(",") {
        let loc = parser.token();
        let diagnostic = Diagnostic::new(loc, "expected an expression, found `,`");
        let reported = parser.report(diagnostic);
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    match expression(parser) {
        Ok(value) => Ok(match without_value(&value, start) {
            Some((loc, message, help)) => {
                let reported = parser.report(Diagnostic::new(loc, message).help(help));
                Expr { kind: ExprKind::Error(reported), loc: value.loc }
            }
            None => value,
        }),
        Err(reported) => {
            while !parser.at_end() && !parser.at(",") {
                parser.token_tree();
            }
            Ok(finish(parser, mark, ExprKind::Error(reported)))
        }
    }
}

/// `(a)`, `(a, b)`, `(a,)` or `()`
fn parenthesized(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let inside = parser.group(Delimiter::Parenthesis, |inside| {
        let mut commas = false;
        let mut nameless = None;
        let (items, missing) = inside.list_with_commas(|inside| {
            if inside.at_word_then("=") {
                let loc = inside.here();
                let reported = inside.report(
                    Diagnostic::new(loc, "an argument belongs to a layer or a block")
                        .help("write its name before the parentheses: `Conv2D(..)`"),
                );
                inside.rest();
                nameless = Some(reported);
                return Err(reported);
            }
            let item = item(inside)?;
            commas |= inside.at(",");
            Ok(item)
        });
        (items, commas, nameless.or(missing))
    });
    let Some(((mut items, commas, failed), delimiters)) = inside else {
        return Err(parser.expected("an expression"));
    };
    if let Some(reported) = failed {
        return Ok(Expr { kind: ExprKind::Error(reported), loc: delimiters.whole });
    }
    match items.pop() {
        // The parentheses belong to the place, but not to what is in them.
        Some(only) if items.is_empty() && !commas => Ok(Expr { loc: delimiters.whole, ..only }),
        last => {
            items.extend(last);
            Ok(Expr { kind: ExprKind::Tuple(items), loc: delimiters.whole })
        }
    }
}

/// `[a, b]` or `[value; count]`
fn list(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let read = |inside: &mut Parser<'_, '_, '_>| {
        if inside.at_end() {
            return Ok(ExprKind::List(Vec::new()));
        }
        let first = item(inside)?;
        if inside.eat(";").is_some() {
            let count = expression(inside)?;
            return Ok(ExprKind::Repeat { value: Box::new(first), count: Box::new(count) });
        }
        let mut items = vec![first];
        if inside.at_word("for") {
            return Err(habits::calls::comprehension(inside));
        }
        if !inside.at_end() {
            inside.require(",")?;
            let (rest, missing) = inside.list_with_commas(item);
            if let Some(reported) = missing {
                return Err(reported);
            }
            items.extend(rest);
        }
        Ok(ExprKind::List(items))
    };
    let inside = parser.group(Delimiter::Bracket, |inside| {
        read(inside).inspect_err(|_| {
            inside.rest();
        })
    });
    match inside {
        Some((kind, delimiters)) => Ok(Expr { kind: kind?, loc: delimiters.whole }),
        None => Err(parser.expected("an expression")),
    }
}

/// `if condition { .. } else if .. else { .. }`
fn conditional(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let mut branches = Vec::new();
    let otherwise = loop {
        // The `if`, or the word of another language for `else if`.
        parser.token_tree();
        let condition = condition(parser)?;
        branches.push(Branch { condition, then: block(parser)? });
        if habits::statements::else_if(parser) {
            continue;
        }
        if parser.eat_word("else").is_none() {
            break None;
        }
        if !parser.at_word("if") {
            break Some(block(parser)?);
        }
    };
    Ok(finish(parser, mark, ExprKind::If { branches, otherwise }))
}
