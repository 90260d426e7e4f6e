//! Blocks, and the parameters they have in common with layers.

use std::collections::BTreeSet;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use crate::syntax::expressions::{expression, without_value};
use crate::syntax::habits::items::{generic_parameters, typed_param};
use crate::syntax::items::{ITEM_STARTS, item_name};
use crate::syntax::parser::Parser;
use crate::syntax::shapes::{outputs, shape};
use crate::syntax::statements::block;
use crate::syntax::tree::{Block, Expr, ExprKind, Function, Name, Param, ParamKind};

/// `fn name(params) -> outputs { .. }`; the name of one that cannot be read goes to `broken`.
pub(in crate::syntax) fn function(
    parser: &mut Parser<'_, '_, '_>,
    broken: &mut Vec<(Rc<str>, Reported)>,
) -> Result<Function, Reported> {
    parser.eat_word("fn");
    let name = item_name(parser, "fn", "the name of a block").inspect_err(|reported| {
        broken.push(("".into(), *reported));
    })?;
    if parser.at("<") {
        generic_parameters(parser, &name, broken);
    }
    let text = Rc::clone(&name.text);
    let (function, mistake) = parser.watched(|parser| function_of(parser, name));
    let mut function = function.inspect_err(|reported| broken.push((text, *reported)))?;
    function.body.mistake = mistake;
    Ok(function)
}

fn function_of(parser: &mut Parser<'_, '_, '_>, name: Name) -> Result<Function, Reported> {
    let params = params(parser);
    let outputs = match (&params, outputs(parser)) {
        (_, Some(outputs)) => Some(outputs?),
        (_, None) => None,
    };
    // Without its parameters the body means nothing, but its syntax is checked.
    if params.is_ok() || parser.at_group(Delimiter::Brace) {
        let body = body(parser)?;
        let attributes = Vec::new();
        return Ok(Function { attributes, name, params: params?, outputs, body });
    }
    Err(params.err().unwrap_or_else(|| parser.expected("`{`")))
}

/// `(x: [..], n = 1)`
pub(super) fn params(parser: &mut Parser<'_, '_, '_>) -> Result<Vec<Param>, Reported> {
    let mut failed = None;
    let params = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list_with_commas(|inside| {
            inside.element(param).inspect_err(|reported| failed = Some(*reported))
        })
    });
    if let Some(((params, _), _)) = &params {
        let mut names = BTreeSet::new();
        for param in params {
            let text = &param.name.text;
            if !names.insert(text) {
                let message = format!("duplicate parameter name `{text}`");
                failed = Some(parser.error(param.name.loc, message));
            }
        }
    }
    match params {
        Some(((params, missing), _)) => failed.or(missing).map_or(Ok(params), Err),
        None => Err(parser.expected("`(`")),
    }
}

fn param(parser: &mut Parser<'_, '_, '_>) -> Result<Param, Reported> {
    let mutable = parser.eat_word("mut").is_some();
    let name = parser.name("a parameter")?;
    if parser.eat(":").is_some() {
        if !parser.at_group(Delimiter::Bracket)
            && let Some(ty) = parser.peek_word()
        {
            return Ok(Param { kind: typed_param(parser, &name, &ty), name, mutable });
        }
        return Ok(Param { name, mutable, kind: ParamKind::Tensor(shape(parser)?) });
    }
    let default = match parser.eat("=") {
        Some(_) => {
            let (default, reported) = parser.watched(expression);
            Some(reported.map_or(default, Err)?)
        }
        None => None,
    };
    Ok(Param { name, mutable, kind: ParamKind::Value(default) })
}

/// Skips a body without its braces.
fn skip_body(parser: &mut Parser<'_, '_, '_>) {
    if !parser.at_group(Delimiter::Brace) && parser.eat(";").is_none() {
        while !parser.at_end()
            && !parser.at("#")
            && !ITEM_STARTS.iter().any(|word| parser.at_word_then_word(word))
        {
            parser.token_tree();
        }
    }
}

/// The body of a block or a model, whose last expression must have a value.
pub(super) fn body(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let mut body = block(parser).inspect_err(|_| skip_body(parser))?;
    if let Some(tail) = &body.tail
        && let Some((loc, message, help)) = without_value(tail, tail.loc)
    {
        let reported = parser.report(Diagnostic::new(loc, message).help(help));
        body.tail = Some(Box::new(Expr { kind: ExprKind::Error(reported), loc: tail.loc }));
    }
    Ok(body)
}
