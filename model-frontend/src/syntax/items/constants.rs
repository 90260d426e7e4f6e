//! Constants and their types.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::{Delimiter, TokenStream};

use crate::syntax::expressions::expression;
use crate::syntax::items::item_name;
use crate::syntax::parser::Parser;
use crate::syntax::tree::{Attribute, Const, Expr, ExprKind, Head, Type, TypeKind};

pub(super) fn constant(
    parser: &mut Parser<'_, '_, '_>,
    attributes: Vec<Attribute>,
    visibility: TokenStream,
) -> Result<Const, Reported> {
    parser.eat_word("const");
    let name = item_name(parser, "const", "the name of a constant")?;
    let head = Head { attributes, visibility, name };
    let colon = match parser.eat(":") {
        Some(loc) => Ok(loc),
        None => Err(without_type(parser, &head.name.text)),
    };
    let ty = match colon {
        Ok(_) => {
            let (ty, reported) = parser.watched(|parser| parser.nested(ty));
            reported.map_or(ty, Err)
        }
        Err(reported) => Err(reported),
    };
    let value = match ty {
        Ok(_) => {
            let (value, reported) =
                parser.watched(|parser| parser.require("=").and_then(|_| expression(parser)));
            reported.map_or(value, Err)
        }
        Err(reported) => Err(reported),
    };
    let value = match value {
        Ok(value) => {
            let _ = parser.require(";");
            value
        }
        Err(reported) => {
            parser.skip_past(";");
            Expr { kind: ExprKind::Error(reported), loc: head.name.loc }
        }
    };
    Ok(Const { head, ty, value })
}

/// `const N = 3;`
fn without_type(parser: &mut Parser<'_, '_, '_>, name: &str) -> Reported {
    let found = parser.found();
    let loc = parser.here();
    let diagnostic =
        Diagnostic::new(loc, format!("expected `:` and the type of `{name}`, found {found}"));
    parser.report(
        diagnostic.help(format!("declare the type of a constant: `const {name}: usize = ..`")),
    )
}

/// `usize`, `&str`, `[T; n]`, `&[T]`, `(T, U)`
fn ty(parser: &mut Parser<'_, '_, '_>) -> Result<Type, Reported> {
    let mark = parser.mark();
    if let Some(ty) = parser.fragment(|inside| inside.nested(ty)) {
        return ty;
    }
    let kind = if parser.eat("&").is_some() {
        reference(parser)?
    } else if parser.at_group(Delimiter::Bracket) {
        let array = parser.group(Delimiter::Bracket, |inside| {
            let element = inside.nested(ty)?;
            inside.require(";")?;
            Ok(TypeKind::Array(Box::new(element), Box::new(expression(inside)?)))
        });
        match array {
            Some((kind, _)) => kind?,
            None => return Err(parser.expected("a type")),
        }
    } else if parser.at_group(Delimiter::Parenthesis) {
        let tuple =
            parser.group(Delimiter::Parenthesis, |inside| inside.list(|inside| inside.nested(ty)));
        TypeKind::Tuple(tuple.map(|(types, _)| types).unwrap_or_default())
    } else {
        let name = parser.name("a type")?;
        if parser.at("<") {
            let message = format!("a constant cannot be of type `{}<..>`", name.text);
            let diagnostic = Diagnostic::new(name.loc, message);
            return Err(parser.report(match &*name.text {
                "Vec" => diagnostic.help("a list is of type `[usize; 2]` or `&[usize]`"),
                _ => diagnostic,
            }));
        }
        TypeKind::Primitive(name.text)
    };
    let loc = parser.since(mark);
    Ok(Type { kind, loc })
}

fn reference(parser: &mut Parser<'_, '_, '_>) -> Result<TypeKind, Reported> {
    parser.eat_lifetime();
    if parser.eat_word("str").is_some() {
        return Ok(TypeKind::Str);
    }
    let slice = parser.group(Delimiter::Bracket, |inside| inside.nested(ty));
    match slice {
        Some((element, _)) => Ok(TypeKind::Slice(Box::new(element?))),
        None => Err(parser.expected("`str` or a slice such as `[usize]`")),
    }
}
