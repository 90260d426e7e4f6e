//! Attributes of items.

use std::collections::BTreeMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::names::nearest;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::syntax::expressions::expression;
use crate::syntax::parser::Parser;
use crate::syntax::tree::{Attribute, Clause, ExprKind, Name, Options, Piece};

/// The attributes of one item.
#[derive(Default)]
pub(super) struct Attributes {
    /// Those that go to generated items.
    pub(super) passed: Vec<Attribute>,
    pub(super) options: Options,
    /// Attributes that only a model takes.
    pub(super) of_model: Vec<Name>,
    /// Each `cfg`.
    pub(super) conditions: Vec<Name>,
    pub(super) unknown: Vec<Name>,
}

pub(super) fn attributes(parser: &mut Parser<'_, '_, '_>) -> Attributes {
    let mut attributes = Attributes::default();
    while parser.eat("#").is_some() {
        parser.begin();
        if parser.eat("!").is_some() {
            let loc = parser.here();
            parser.error(loc, "inner attributes are not permitted here");
        }
        let read = parser.group(Delimiter::Bracket, |inside| attribute(inside, &mut attributes));
        if read.is_none() {
            parser.expected("`[`");
        }
    }
    attributes
}

const MODEL_ATTRIBUTES: &[&str] =
    &["name", "data_format", "dtype", "sequential", "align", "budget"];

const PASSED_ATTRIBUTES: &[&str] =
    &["doc", "allow", "warn", "deny", "forbid", "expect", "deprecated", "must_use", "cfg"];

fn attribute(parser: &mut Parser<'_, '_, '_>, attributes: &mut Attributes) {
    if parser.at_fragment() {
        let read = parser.nested(|parser| {
            Ok(parser.fragment(|inside| {
                attribute(inside, attributes);
                Ok(())
            }))
        });
        if read.is_err() {
            parser.rest();
        }
        return;
    }
    let Some(word) = parser.peek_word() else {
        parser.expected("an attribute");
        parser.rest();
        return;
    };
    if PASSED_ATTRIBUTES.contains(&&*word) {
        let loc = parser.token();
        let tokens = parser.rest();
        let name = Name { text: word.as_str().into(), loc };
        match &*word {
            "must_use" => attributes.of_model.push(name),
            "cfg" => attributes.conditions.push(name),
            _ => {}
        }
        if is_attribute(&tokens) {
            attributes.passed.push(Attribute { name: word, tokens });
        } else {
            let form = match &*word {
                "doc" | "deprecated" | "must_use" => format!("{word} = \"..\""),
                _ => format!("{word}(..)"),
            };
            let message = format!("malformed attribute `{word}`, expected `{form}`");
            parser.error(loc, message);
        }
        return;
    }
    let Ok(name) = parser.name("an attribute") else { return };
    if !MODEL_ATTRIBUTES.contains(&&*name.text) {
        attributes.unknown.push(name);
        parser.rest();
        return;
    }
    let first = attributes.of_model.iter().find(|first| first.text == name.text).cloned();
    if let Err(reported) = model_attribute(parser, &name, &mut attributes.options) {
        attributes.options.note_mistake(&name.text, reported);
        parser.rest();
    } else if let Some(first) = first {
        parser.given_twice(&format!("attribute `{}`", name.text), name.loc, first.loc);
    }
    attributes.of_model.push(name);
}

/// True if Rust can read what is passed on: `name`, `name(..)`, `name = "text"` or `name = include_str!(..)`.
fn is_attribute(tokens: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let Some((_, rest)) = trees.split_first() else { return false };
    let is =
        |tree: &TokenTree, sign: char| matches!(tree, TokenTree::Punct(it) if it.as_char() == sign);
    match rest {
        [] => true,
        [TokenTree::Group(group)] => group.delimiter() == Delimiter::Parenthesis,
        [equals, TokenTree::Literal(_)] => is(equals, '='),
        [equals, TokenTree::Group(group)] => {
            is(equals, '=') && group.delimiter() == Delimiter::None
        }
        [equals, path @ .., mark, TokenTree::Group(_)] => {
            // `include_str`, or `core::include_str`
            let mut tokens = path.iter().enumerate();
            let is_path = tokens.all(|(index, tree)| match index % 3 {
                0 => matches!(tree, TokenTree::Ident(_)),
                _ => is(tree, ':'),
            });
            is(equals, '=') && is(mark, '!') && path.len() % 3 == 1 && is_path
        }
        _ => false,
    }
}

pub(super) fn unknown_attribute(
    parser: &mut Parser<'_, '_, '_>,
    name: &Name,
    of_model: bool,
) -> Reported {
    let diagnostic = Diagnostic::new(name.loc, format!("cannot find attribute `{}`", name.text));
    let of_model = if of_model { MODEL_ATTRIBUTES } else { &[] };
    let near = nearest(&name.text, of_model.iter().chain(PASSED_ATTRIBUTES).copied());
    parser.report(match (&*name.text, near) {
        ("cfg_attr", _) => diagnostic
            .note("a macro cannot evaluate `cfg`")
            .help("`#[cfg(..)]` applies to the expansion of an item"),
        ("derive", _) => diagnostic.note("a model derives `Clone`, `Copy`, `Debug`, `Default`, `PartialEq`, `Eq` and `Hash`"),
        (_, Some(near)) => diagnostic.help(format!("a similar attribute exists: `{near}`")),
        (_, None) if of_model.is_empty() => {
            diagnostic.note("only models take attributes other than documentation, lints and `cfg`")
        }
        (_, None) => diagnostic
            .note("a model takes `name`, `data_format`, `dtype`, `sequential`, `align` and `budget`, and those forwarded to the items it expands to"),
    })
}

/// `=` behind the name of an attribute.
fn equals(parser: &mut Parser<'_, '_, '_>, name: &Name) -> Result<(), Reported> {
    if !parser.at_group(Delimiter::Parenthesis) {
        return parser.require("=").map(|_| ());
    }
    let loc = parser.token();
    let diagnostic = Diagnostic::new(loc, "expected `=`, found `(`");
    Err(parser.report(diagnostic.help(format!("write `#[{} = ..]`", name.text))))
}

fn model_attribute(
    parser: &mut Parser<'_, '_, '_>,
    name: &Name,
    options: &mut Options,
) -> Result<(), Reported> {
    match &*name.text {
        "sequential" if parser.at("=") => {
            let loc = parser.here();
            let diagnostic = Diagnostic::new(loc, "`sequential` takes no value, found `=`");
            let help = "write `#[sequential]`, or remove the attribute";
            return Err(parser.report(diagnostic.help(help)));
        }
        "sequential" => options.sequential = Some(name.loc),
        "name" => {
            equals(parser, name)?;
            let value = expression(parser)?;
            let ExprKind::Str(pieces) = &value.kind else {
                let diagnostic = Diagnostic::new(value.loc, "the model name must be a string");
                return Err(parser.report(match &value.kind {
                    ExprKind::Name(word) => diagnostic.help(format!("write `name = \"{word}\"`")),
                    _ => diagnostic,
                }));
            };
            let text = match pieces.as_slice() {
                [] => return Err(parser.error(value.loc, "the model name cannot be empty")),
                [Piece::Text(text)] => text.as_str().into(),
                _ => {
                    return Err(
                        parser.error(value.loc, "the model name cannot contain interpolated names")
                    );
                }
            };
            options.name = Some(text);
        }
        "budget" => {
            let clauses = parser.group(Delimiter::Parenthesis, |inside| {
                (inside.at_end(), inside.list(|inside| inside.element(budget_clause)))
            });
            let Some(((is_empty, clauses), delimiters)) = clauses else {
                return Err(parser.expected("the budget, as in `(params <= 50_000)`"));
            };
            if is_empty {
                let message = "expected the budget, as in `(params <= 50_000)`, found `()`";
                return Err(parser.error(delimiters.whole, message));
            }
            let mut costs = BTreeMap::new();
            for Clause { cost, .. } in &clauses {
                if let Some(first) = costs.insert(Rc::clone(&cost.text), cost.loc) {
                    parser.given_twice(&format!("the budget of `{}`", cost.text), cost.loc, first);
                }
            }
            options.budget = Some(clauses);
        }
        "align" => {
            equals(parser, name)?;
            let value = expression(parser)?;
            options.align = Some(value);
        }
        "data_format" => {
            equals(parser, name)?;
            let value = word(parser, name, "`channels_last` or `channels_first`")?;
            options.data_format = Some(value);
        }
        _ => {
            equals(parser, name)?;
            let value = word(parser, name, "a dtype")?;
            options.dtype = Some(value);
        }
    }
    Ok(())
}

/// A bare word, which is written like a string elsewhere.
fn word(
    parser: &mut Parser<'_, '_, '_>,
    attribute: &Name,
    expected: &str,
) -> Result<Name, Reported> {
    if !parser.at_literal() {
        return parser.name(expected);
    }
    let found = parser.found();
    let text = found.trim_matches(['`', '"']).to_string();
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("expected {expected}, found {found}"));
    Err(parser.report(diagnostic.help(format!("write `{} = {text}`", attribute.text))))
}

/// `params <= 50_000`
fn budget_clause(parser: &mut Parser<'_, '_, '_>) -> Result<Clause, Reported> {
    let mark = parser.mark();
    let cost = parser.name("a cost, as in `params <= 50_000`")?;
    parser.require("<=")?;
    let limit = expression(parser)?;
    Ok(Clause { cost, limit, loc: parser.since(mark) })
}
