//! Items: constants, blocks, models.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::names::nearest;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::expressions::{expression, without_value};
use super::foreign;
use super::parser::{Parser, is_keyword};
use super::shapes::{outputs, shape};
use super::statements::block;
use super::tree::{
    Attribute, Block, Clause, Clauses, Const, Element, Expr, ExprKind, File, Function, Head, Input,
    LayerItem, Model, Name, Options, Param, ParamKind, Piece, ShapePattern, Type, TypeKind, Unread,
    UnreadKind, WeightLine,
};

const ITEMS: &[&str] = &["const", "fn", "model", "layer"];
const ITEM_STARTS: &[&str] = &["pub", "const", "fn", "model", "layer"];

/// All items of a macro call.
pub(super) fn file(parser: &mut Parser<'_, '_, '_>) -> File {
    let mut file = File::default();
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
        let known = file.broken.len();
        let position = parser.position();
        if let Err(reported) = item(parser, &mut file) {
            if file.broken.len() == known {
                // Its name is not known either: any may be the one.
                file.broken.push(("".into(), reported));
            }
            parser.skip_item(ITEM_STARTS);
        }
        // Whatever stands here, reading goes on behind it.
        if parser.position() == position {
            parser.token_tree();
        }
    }
    file
}

fn item(parser: &mut Parser<'_, '_, '_>, file: &mut File) -> Result<(), Reported> {
    if !parser.at_fragment_of_visibility()
        && let Some(read) =
            parser.nested(|parser| Ok(parser.fragment(|inside| item(inside, file))))?
    {
        return read;
    }
    let attributes = attributes(parser);
    let visibility = visibility(parser);
    let on_model_only = |parser: &mut Parser<'_, '_, '_>| {
        for name in attributes.of_model.iter() {
            parser.error(name.loc, format!("attribute `{}` belongs to a `model`", name.text));
        }
    };
    let on_emitting_only = |parser: &mut Parser<'_, '_, '_>| {
        for name in attributes.conditions.iter() {
            let diagnostic =
                Diagnostic::new(name.loc, "attribute `cfg` belongs to a `model` or a `const`");
            let note =
                "a block or a layer emits no item, and a macro does not know what is configured";
            parser.report(diagnostic.note(note));
        }
    };
    for name in &attributes.unknown {
        let of_model = parser.at_word("model");
        unknown_attribute(parser, name, of_model);
    }
    if parser.at_word("const") {
        on_model_only(parser);
        file.consts.push(constant(parser, attributes.passed, visibility)?);
    } else if parser.at_word("fn") {
        on_model_only(parser);
        on_emitting_only(parser);
        let function = function(parser, &mut file.broken)?;
        file.functions.push(Function { attributes: attributes.passed, ..function });
    } else if parser.at_word("model") {
        file.models.push(model(parser, attributes, visibility)?);
    } else if parser.at_word("layer") {
        on_model_only(parser);
        on_emitting_only(parser);
        let layer = layer(parser, &mut file.broken)?;
        file.layers.push(LayerItem { attributes: attributes.passed, ..layer });
    } else {
        let word = parser.peek_word();
        let found = parser.found();
        let loc = parser.here();
        let diagnostic = Diagnostic::new(
            loc,
            format!("expected `const`, `fn`, `layer` or `model`, found {found}"),
        );
        let meant = word
            .as_deref()
            .and_then(|word| foreign::item(word).or_else(|| nearest(word, ITEMS.iter().copied())));
        let diagnostic = match meant {
            Some("const") => diagnostic.help("a value for all models is a `const`, with its type"),
            Some(item) => diagnostic.help(format!("write `{item}`")),
            None if parser.at("#") => diagnostic.help("a comment begins with `//`"),
            None => {
                diagnostic.note("a model is written `pub model Name(input: [28, 28, 1]) { .. }`")
            }
        };
        let reported = parser.report(diagnostic);
        // What is broken here is used elsewhere: `pub Net(..)`, or `pub modle Net(..)`.
        let mut unread = unread_kind(parser, meant.is_none());
        if unread.is_none() {
            parser.token_tree();
            file.broken.extend(word.as_deref().map(|word| (word.into(), reported)));
            unread = unread_kind(parser, meant == Some("model"));
        }
        file.broken.extend(parser.peek_word().map(|name| (name.into(), reported)));
        if let Some(kind) = unread {
            let name = parser.name("a name")?;
            let head = Head { attributes: attributes.passed, visibility, name };
            file.unread.push(Unread { head, kind });
        }
        return Err(reported);
    }
    Ok(())
}

/// The item that a name belongs to, which comes next without the right word before it.
fn unread_kind(parser: &Parser<'_, '_, '_>, may_be_model: bool) -> Option<UnreadKind> {
    match parser.peek_word() {
        Some(word) if !is_keyword(&word) => {}
        _ => return None,
    }
    if parser.at_word_then(":") {
        Some(UnreadKind::Const)
    } else if may_be_model && parser.at_word_then_group(Delimiter::Parenthesis) {
        Some(UnreadKind::Model)
    } else {
        None
    }
}

/// The attributes of one item.
#[derive(Default)]
struct Attributes {
    /// Those that go to generated items.
    passed: Vec<Attribute>,
    options: Options,
    /// Attributes that only a model takes.
    of_model: Vec<Name>,
    /// Each `cfg`.
    conditions: Vec<Name>,
    unknown: Vec<Name>,
}

fn attributes(parser: &mut Parser<'_, '_, '_>) -> Attributes {
    let mut attributes = Attributes::default();
    while parser.eat("#").is_some() {
        if parser.eat("!").is_some() {
            let loc = parser.here();
            parser.error(loc, "inner attributes have no place here");
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
            let message = format!("attribute `{word}` cannot be read, expected `{form}`");
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
    if model_attribute(parser, &name, &mut attributes.options).is_err() {
        parser.rest();
    } else if let Some(first) = first {
        parser.given_twice(&format!("attribute `{}`", name.text), name.loc, first.loc);
    }
    attributes.of_model.push(name);
}

/// Whether Rust can read what is passed on: `name`, `name(..)`, `name = "text"` or `name = include_str!(..)`.
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

fn unknown_attribute(parser: &mut Parser<'_, '_, '_>, name: &Name, of_model: bool) {
    let diagnostic = Diagnostic::new(name.loc, format!("there is no attribute `{}`", name.text));
    let of_model = if of_model { MODEL_ATTRIBUTES } else { &[] };
    let near = nearest(&name.text, of_model.iter().chain(PASSED_ATTRIBUTES).copied());
    parser.report(match (&*name.text, near) {
        ("cfg_attr", _) => diagnostic
            .note("a macro does not know what is configured")
            .help("`#[cfg(..)]` goes to what an item emits"),
        ("derive", _) => diagnostic.note("a model derives `Clone`, `Copy`, `Debug`, `Default`, `PartialEq`, `Eq` and `Hash`"),
        (_, Some(near)) => diagnostic.help(format!("there is an attribute `{near}`")),
        (_, None) if of_model.is_empty() => {
            diagnostic.note("only a model has attributes besides documentation, lints and `cfg`")
        }
        (_, None) => diagnostic
            .note("a model takes `name`, `data_format`, `dtype`, `sequential`, `align` and `budget`, and those that go to what it emits"),
    });
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
            let diagnostic = Diagnostic::new(loc, "`sequential` has no value, found `=`");
            let help = "write `#[sequential]`, or leave the attribute out";
            return Err(parser.report(diagnostic.help(help)));
        }
        "sequential" => options.sequential = Some(name.loc),
        "name" => {
            equals(parser, name)?;
            let value = expression(parser)?;
            let ExprKind::Str(pieces) = &value.kind else {
                let diagnostic = Diagnostic::new(value.loc, "the name of a model is a string");
                return Err(parser.report(match &value.kind {
                    ExprKind::Name(word) => diagnostic.help(format!("write `name = \"{word}\"`")),
                    _ => diagnostic,
                }));
            };
            let text = match pieces.as_slice() {
                [] => return Err(parser.error(value.loc, "the name of a model cannot be empty")),
                [Piece::Text(text)] => text.as_str().into(),
                _ => {
                    return Err(
                        parser.error(value.loc, "the name of a model cannot have names in it")
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

fn visibility(parser: &mut Parser<'_, '_, '_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    if parser.at_fragment_of_visibility() {
        let inside = parser.fragment(|inside| Ok(inside.rest()));
        return inside.and_then(Result::ok).unwrap_or_default();
    }
    if parser.at_word("pub") {
        tokens.extend(parser.token_tree());
        if parser.at_group(Delimiter::Parenthesis) {
            let mark = parser.mark();
            match parser.token_tree() {
                Some(TokenTree::Group(group)) if is_restriction(group.stream()) => {
                    tokens.extend([TokenTree::Group(group)]);
                }
                tree => {
                    let found = tree.map(|tree| tree.to_string()).unwrap_or_default();
                    let loc = parser.since(mark);
                    parser.error(
                        loc,
                        format!("expected `(crate)`, `(super)` or `(in path)`, found `{found}`"),
                    );
                }
            }
        }
    }
    tokens
}

/// Whether `pub(..)` of these tokens is a visibility in Rust.
fn is_restriction(inside: TokenStream) -> bool {
    let mut tokens = inside.into_iter();
    let Some(TokenTree::Ident(word)) = tokens.next() else { return false };
    if word == "in" {
        return is_path(tokens);
    }
    ["crate", "self", "super"].iter().any(|known| word == known) && tokens.next().is_none()
}

/// Whether these tokens are names with `::` between them.
fn is_path(mut tokens: impl Iterator<Item = TokenTree>) -> bool {
    loop {
        match tokens.next() {
            Some(TokenTree::Ident(_)) => {}
            // A fragment of `macro_rules!`.
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {}
            _ => return false,
        }
        match (tokens.next(), tokens.next()) {
            (None, None) => return true,
            (Some(TokenTree::Punct(first)), Some(TokenTree::Punct(second)))
                if first.as_char() == ':' && second.as_char() == ':' => {}
            _ => return false,
        }
    }
}

fn constant(
    parser: &mut Parser<'_, '_, '_>,
    attributes: Vec<Attribute>,
    visibility: TokenStream,
) -> Result<Const, Reported> {
    parser.eat_word("const");
    let name = parser.name("the name of a constant")?;
    let head = Head { attributes, visibility, name };
    let colon = match parser.eat(":") {
        Some(loc) => Ok(loc),
        None => Err(without_type(parser, &head.name.text)),
    };
    let ty = match colon {
        Ok(_) => parser.nested(ty),
        Err(reported) => Err(reported),
    };
    let value = match ty {
        Ok(_) => parser.require("=").and_then(|_| expression(parser)),
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
    parser.report(diagnostic.help(format!("a constant has its type: `const {name}: usize = ..`")))
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

/// `fn name(params) -> outputs { .. }`; the name of one that cannot be read goes to `broken`.
pub(super) fn function(
    parser: &mut Parser<'_, '_, '_>,
    broken: &mut Vec<(Rc<str>, Reported)>,
) -> Result<Function, Reported> {
    parser.eat_word("fn");
    let name = parser.name("the name of a block").inspect_err(|reported| {
        broken.push(("".into(), *reported));
    })?;
    if parser.at("<") {
        generic_parameters(parser, &name, broken);
    }
    let text = Rc::clone(&name.text);
    function_of(parser, name).inspect_err(|reported| broken.push((text, *reported)))
}

/// `fn block<N>(..)`: what is between the angles is known as an error.
fn generic_parameters(
    parser: &mut Parser<'_, '_, '_>,
    of: &Name,
    broken: &mut Vec<(Rc<str>, Reported)>,
) {
    let loc = parser.here();
    let message = format!("expected `(`, found `<`: `{}` takes no generic parameters", of.text);
    let diagnostic = Diagnostic::new(loc, message);
    let reported =
        parser.report(diagnostic.help("a shape binds its sizes by itself: `x: [.., c]`"));
    while !parser.at_end()
        && !parser.at_group(Delimiter::Parenthesis)
        && !parser.at_group(Delimiter::Brace)
    {
        broken.extend(parser.peek_word().map(|word| (word.into(), reported)));
        parser.token_tree();
    }
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
fn params(parser: &mut Parser<'_, '_, '_>) -> Result<Vec<Param>, Reported> {
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
                let message = format!("two parameters are named `{text}`");
                failed = Some(parser.error(param.name.loc, message));
            }
        }
    }
    match params {
        Some(((params, missing), _)) => failed.or(missing).map_or(Ok(params), Err),
        None => Err(parser.expected("`(`")),
    }
}

/// The body of a block or a model, whose last expression must have a value.
fn body(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let mut body = block(parser)?;
    if let Some(tail) = &body.tail
        && let Some((loc, message, help)) = without_value(tail, tail.loc)
    {
        let reported = parser.report(Diagnostic::new(loc, message).help(help));
        body.tail = Some(Box::new(Expr { kind: ExprKind::Error(reported), loc: tail.loc }));
    }
    Ok(body)
}

/// `layer Name(params) -> outputs { weights }`
fn layer(
    parser: &mut Parser<'_, '_, '_>,
    broken: &mut Vec<(Rc<str>, Reported)>,
) -> Result<LayerItem, Reported> {
    parser.eat_word("layer");
    let name = parser.name("the name of a layer").inspect_err(|reported| {
        broken.push(("".into(), *reported));
    })?;
    let text = Rc::clone(&name.text);
    layer_of(parser, name).inspect_err(|reported| broken.push((text, *reported)))
}

fn layer_of(parser: &mut Parser<'_, '_, '_>, name: Name) -> Result<LayerItem, Reported> {
    let params = params(parser)?;
    let outputs = match outputs(parser) {
        Some(outputs) => outputs?,
        None => return Err(parser.expected("`->` and the shape of the output")),
    };
    let mut clauses = Clauses::default();
    let mut lines = Lines::default();
    let weights = parser.group(Delimiter::Brace, |inside| {
        let weights = inside
            .list(|inside| inside.element(|inside| line(inside, &name, &mut lines, &mut clauses)));
        weights.into_iter().flatten().collect()
    });
    let Some((weights, _)) = weights else {
        return Err(parser.expected("`{` and the weights"));
    };
    if let Some(loc) = clauses.in_place
        && outputs.shapes.len() > 1
    {
        let count = outputs.shapes.len();
        let message =
            format!("a layer works `in_place` with 1 output, `{}` has {count}", name.text);
        parser.error(loc, message);
    }
    let attributes = Vec::new();
    Ok(LayerItem { attributes, name, params, outputs, weights, clauses })
}

/// The names of the lines that were read, with their places.
#[derive(Default)]
struct Lines {
    weights: BTreeSet<Rc<str>>,
    clauses: BTreeMap<Rc<str>, Loc>,
}

/// Clauses that have a value, as in `macs = n`.
const VALUES: &[&str] = &["macs", "flops"];
/// Clauses that are a word.
const FLAGS: &[&str] = &["in_place", "elementwise"];

/// A weight, or a clause such as `macs = n` or `in_place`, which is no weight.
fn line(
    parser: &mut Parser<'_, '_, '_>,
    of: &Name,
    lines: &mut Lines,
    clauses: &mut Clauses,
) -> Result<Option<WeightLine>, Reported> {
    let word = parser.peek_word().unwrap_or_default();
    let has_value = VALUES.contains(&&*word) && parser.at_word_then("=");
    if !has_value && (!FLAGS.contains(&&*word) || parser.at_word_then(":")) {
        let weight = weight(parser)?;
        if !lines.weights.insert(Rc::clone(&weight.name.text)) {
            let message = format!("two weights of `{}` are named `{}`", of.text, weight.name.text);
            parser.error(weight.name.loc, message);
        }
        return Ok(Some(weight));
    }
    let name = parser.name("a clause")?;
    if let Some(first) = lines.clauses.insert(Rc::clone(&name.text), name.loc) {
        parser.given_twice(&format!("`{}` of `{}`", name.text, of.text), name.loc, first);
    }
    if parser.at("=") && !has_value {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, format!("`{word}` has no value, found `=`"));
        return Err(parser.report(diagnostic.help(format!("write `{word}`, or remove it"))));
    }
    match &*name.text {
        "in_place" => clauses.in_place = Some(name.loc),
        "elementwise" => clauses.elementwise = Some(name.loc),
        count => {
            parser.require("=")?;
            let value = Some(expression(parser)?);
            *(if count == "macs" { &mut clauses.macs } else { &mut clauses.flops }) = value;
        }
    }
    Ok(None)
}

/// `name: [shape]` or `frozen name: [shape]`
fn weight(parser: &mut Parser<'_, '_, '_>) -> Result<WeightLine, Reported> {
    let frozen = parser.at_word("frozen") && !parser.at_word_then(":");
    if frozen {
        parser.eat_word("frozen");
    }
    let name = parser.name("a weight, as in `gamma: [c]`")?;
    if parser.at("=") && &*name.text == "trainable" {
        let diagnostic = Diagnostic::new(name.loc, "a weight is frozen one by one");
        let reported = parser.report(diagnostic.help("write `frozen gamma: [c]`"));
        return Err(reported);
    }
    if !parser.at(":") {
        let found = parser.found();
        let loc = parser.token();
        let message = format!("expected `:` and the shape of `{}`, found {found}", name.text);
        let diagnostic = Diagnostic::new(loc, message);
        let clauses = if parser.at("=") { VALUES } else { FLAGS };
        if let Some(near) = nearest(&name.text, clauses.iter().copied()) {
            return Err(parser.report(diagnostic.help(format!("there is a clause `{near}`"))));
        }
        return Err(parser.report(diagnostic.note(
            "a `layer` lists its weights, as in `gamma: [c]`; what is made of other layers is a `fn`",
        )));
    }
    parser.eat(":");
    Ok(WeightLine { name, frozen, shape: shape(parser)? })
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
        Some(_) => Some(expression(parser)?),
        None => None,
    };
    Ok(Param { name, mutable, kind: ParamKind::Value(default) })
}

/// `x: Tensor` or `n: usize`: a type says only whether it is a tensor, once it is reported.
fn typed_param(parser: &mut Parser<'_, '_, '_>, name: &Name, ty: &str) -> ParamKind {
    let is_value = VALUE_TYPES.contains(&ty);
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("expected a shape, found `{ty}`"));
    let name = &name.text;
    parser.report(match is_value {
        true => diagnostic.help(format!("a parameter for values has no type: write `{name}`")),
        false => diagnostic.help(format!("a tensor has a shape: write `{name}: [..]`")),
    });
    while !parser.at_end() && !parser.at(",") {
        parser.token_tree();
    }
    match is_value {
        true => ParamKind::Value(None),
        false => ParamKind::Tensor(ShapePattern { elements: vec![Element::Rest(loc)], loc }),
    }
}

/// Types that stand for no tensor.
const VALUE_TYPES: &[&str] = &[
    "usize", "u64", "u32", "u16", "u8", "isize", "i64", "i32", "i16", "i8", "f64", "f32", "bool",
    "str", "String", "int", "float", "Option", "Vec",
];

fn model(
    parser: &mut Parser<'_, '_, '_>,
    attributes: Attributes,
    visibility: TokenStream,
) -> Result<Model, Reported> {
    parser.eat_word("model");
    let name = parser.name("the name of a model")?;
    let head = Head { attributes: attributes.passed, visibility, name };
    let mut model = Model {
        head,
        options: attributes.options,
        inputs: Vec::new(),
        outputs: None,
        body: Block::default(),
        broken: None,
        nameless: None,
    };
    if let Err(reported) = signature_and_body(parser, &mut model) {
        model.broken = Some(reported);
        let error = Expr { kind: ExprKind::Error(reported), loc: model.head.name.loc };
        model.body.tail = Some(Box::new(error));
        // What is left of the model is its body.
        parser.skip_item(ITEM_STARTS);
    }
    Ok(model)
}

fn signature_and_body(parser: &mut Parser<'_, '_, '_>, model: &mut Model) -> Result<(), Reported> {
    let mut failed = None;
    let mut nameless = None;
    let inputs = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list(|inside| {
            let input = input(inside).inspect_err(|reported| nameless = Some(*reported))?;
            if let Err(reported) = &input.shape {
                failed = Some(*reported);
            }
            Ok(input)
        })
    });
    let Some((inputs, delimiters)) = inputs else {
        return Err(parser.expected("the inputs, as in `(image: [28, 28, 1])`"));
    };
    model.inputs = inputs;
    let failed = failed.or(nameless);
    model.broken = failed;
    model.nameless = nameless;
    if model.inputs.is_empty() && failed.is_none() {
        let message = format!("model `{}` has no input", model.head.name.text);
        model.broken = Some(parser.error(delimiters.whole, message));
    }
    match outputs(parser) {
        Some(Ok(outputs)) => model.outputs = Some(outputs),
        Some(Err(reported)) => {
            model.broken = Some(reported);
            while !parser.at_end() && !parser.at_group(Delimiter::Brace) {
                parser.token_tree();
            }
        }
        None => {}
    }
    model.body = body(parser)?;
    Ok(())
}

/// `name: dtype[shape]`
fn input(parser: &mut Parser<'_, '_, '_>) -> Result<Input, Reported> {
    let mutable = parser.eat_word("mut").is_some();
    let name = parser.name("an input")?;
    if parser.eat(":").is_none() {
        let found = parser.found();
        let loc = parser.here();
        let diagnostic = Diagnostic::new(
            loc,
            format!("expected `:` and the shape of `{}`, found {found}", name.text),
        );
        let reported = parser.report(match foreign::input_argument(&name.text) {
            Some(help) => diagnostic.help(help),
            None => diagnostic
                .help(format!("write `{}: [28, 28, 1]`, without the batch axis", name.text)),
        });
        return Ok(unread(parser, name, mutable, reported));
    }
    let dtype = if parser.at_word_then_group(Delimiter::Bracket) {
        Some(parser.name("a dtype")?)
    } else {
        None
    };
    let shape = shape(parser);
    if shape.is_ok() && parser.at(":") {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, "expected `,`, found `:`");
        let help = format!("a dtype stands before the shape: `{}: i32[128]`", name.text);
        let reported = parser.report(diagnostic.help(help));
        return Ok(unread(parser, name, mutable, reported));
    }
    match shape {
        Ok(shape) => Ok(Input { name, mutable, dtype, shape: Ok(shape) }),
        Err(reported) => Ok(unread(parser, name, mutable, reported)),
    }
}

/// An input whose shape cannot be read: its name is known all the same.
fn unread(parser: &mut Parser<'_, '_, '_>, name: Name, mutable: bool, reported: Reported) -> Input {
    while !parser.at_end() && !parser.at(",") {
        parser.token_tree();
    }
    Input { name, mutable, dtype: None, shape: Err(reported) }
}
