//! Items: constants, blocks, models.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::names::nearest;
use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use super::expressions::expression;
use super::parser::Parser;
use super::shapes::{outputs, shape};
use super::statements::block;
use super::tree::{
    Block, Clause, Const, Expr, ExprKind, File, Function, Head, Input, LayerItem, Model, Name,
    Options, Param, ParamKind, Piece, Type, TypeKind, WeightLine,
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
        if item(parser, &mut file).is_err() {
            parser.skip_item(ITEM_STARTS);
        }
    }
    file
}

fn item(parser: &mut Parser<'_, '_, '_>, file: &mut File) -> Result<(), Reported> {
    let attributes = attributes(parser);
    let visibility = visibility(parser);
    let on_model_only = |parser: &mut Parser<'_, '_, '_>| {
        for name in attributes.of_model.iter() {
            parser.error(name.loc, format!("attribute `{}` belongs to a `model`", name.text));
        }
    };
    if parser.at_word("const") {
        on_model_only(parser);
        file.consts.push(constant(parser, attributes.passed, visibility)?);
    } else if parser.at_word("fn") {
        on_model_only(parser);
        file.functions.push(function(parser)?);
    } else if parser.at_word("model") {
        file.models.push(model(parser, attributes, visibility)?);
    } else if parser.at_word("layer") {
        on_model_only(parser);
        file.layers.push(layer(parser)?);
    } else {
        let word = parser.peek_word();
        let found = parser.found();
        let loc = parser.here();
        let diagnostic = Diagnostic::new(
            loc,
            format!("expected `const`, `fn`, `layer` or `model`, found {found}"),
        );
        let diagnostic =
            match word.as_deref().and_then(|word| nearest(word, ITEMS.iter().copied())) {
                Some(item) => diagnostic.help(format!("write `{item}`")),
                None if word.as_deref() == Some("let") => {
                    diagnostic.help("a value for all models is a `const`")
                }
                None => diagnostic
                    .note("a model is written `pub model Name(input: [28, 28, 1]) { .. }`"),
            };
        let reported = parser.report(diagnostic);
        parser.token_tree();
        return Err(reported);
    }
    Ok(())
}

/// The attributes of one item.
#[derive(Default)]
struct Attributes {
    /// Doc comments and lint attributes, which go through.
    passed: TokenStream,
    options: Options,
    /// Attributes that only a model takes.
    of_model: Vec<Name>,
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
    &["doc", "allow", "warn", "deny", "forbid", "expect", "deprecated"];

fn attribute(parser: &mut Parser<'_, '_, '_>, attributes: &mut Attributes) {
    let Some(word) = parser.peek_word() else {
        parser.expected("an attribute");
        parser.rest();
        return;
    };
    if PASSED_ATTRIBUTES.contains(&&*word) {
        let tokens = parser.rest();
        attributes.passed.extend(quote!(#[#tokens]));
        return;
    }
    let Ok(name) = parser.name("an attribute") else { return };
    if !MODEL_ATTRIBUTES.contains(&&*name.text) {
        let diagnostic =
            Diagnostic::new(name.loc, format!("there is no attribute `{}`", name.text));
        let known = MODEL_ATTRIBUTES.iter().chain(PASSED_ATTRIBUTES).copied();
        parser.report(match nearest(&name.text, known) {
            Some(near) => diagnostic.help(format!("there is an attribute `{near}`")),
            None => diagnostic
                .note("a model takes `name`, `data_format`, `dtype`, `sequential`, `align` and `budget`, and lint attributes"),
        });
        parser.rest();
        return;
    }
    attributes.of_model.push(name.clone());
    if model_attribute(parser, &name, &mut attributes.options).is_err() {
        parser.rest();
    }
}

fn model_attribute(
    parser: &mut Parser<'_, '_, '_>,
    name: &Name,
    options: &mut Options,
) -> Result<(), Reported> {
    let twice = match &*name.text {
        "sequential" => options.sequential.replace(name.loc).is_some(),
        "name" => {
            parser.require("=")?;
            let value = expression(parser)?;
            let ExprKind::Str(pieces) = &value.kind else {
                return Err(parser.error(value.loc, "the name of a model is a string"));
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
            options.name.replace(text).is_some()
        }
        "budget" => {
            let clauses = parser.group(Delimiter::Parenthesis, |inside| inside.list(budget_clause));
            let Some((clauses, _)) = clauses else {
                return Err(parser.expected("the budget, as in `(params <= 50_000)`"));
            };
            options.budget.replace(clauses).is_some()
        }
        "align" => {
            parser.require("=")?;
            let value = expression(parser)?;
            options.align.replace(value).is_some()
        }
        "data_format" => {
            parser.require("=")?;
            let value = parser.name("`channels_last` or `channels_first`")?;
            options.data_format.replace(value).is_some()
        }
        _ => {
            parser.require("=")?;
            let value = parser.name("a dtype")?;
            options.dtype.replace(value).is_some()
        }
    };
    if twice {
        return Err(parser.error(name.loc, format!("attribute `{}` is given twice", name.text)));
    }
    Ok(())
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
    if parser.at_word("pub") {
        tokens.extend(parser.token_tree());
        if parser.at_group(Delimiter::Parenthesis) {
            tokens.extend(parser.token_tree());
        }
    }
    tokens
}

fn constant(
    parser: &mut Parser<'_, '_, '_>,
    attributes: TokenStream,
    visibility: TokenStream,
) -> Result<Const, Reported> {
    parser.eat_word("const");
    let name = parser.name("the name of a constant")?;
    let head = Head { attributes, visibility, name };
    let ty = match parser.require(":") {
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

/// `usize`, `&str`, `[T; n]`, `&[T]`, `(T, U)`
fn ty(parser: &mut Parser<'_, '_, '_>) -> Result<Type, Reported> {
    let mark = parser.mark();
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
        TypeKind::Primitive(parser.name("a type")?.text)
    };
    let loc = parser.since(mark);
    Ok(Type { kind, loc })
}

fn reference(parser: &mut Parser<'_, '_, '_>) -> Result<TypeKind, Reported> {
    // `&'static str`
    if parser.at("'") || parser.found().starts_with('\'') {
        parser.token_tree();
    }
    if parser.at_word("static") {
        parser.token_tree();
    }
    if parser.eat_word("str").is_some() {
        return Ok(TypeKind::Str);
    }
    let slice = parser.group(Delimiter::Bracket, |inside| inside.nested(ty));
    match slice {
        Some((element, _)) => Ok(TypeKind::Slice(Box::new(element?))),
        None => Err(parser.expected("`str` or a slice such as `[usize]`")),
    }
}

fn function(parser: &mut Parser<'_, '_, '_>) -> Result<Function, Reported> {
    parser.eat_word("fn");
    let name = parser.name("the name of a block")?;
    let params = parser.group(Delimiter::Parenthesis, |inside| inside.list(param));
    let Some((params, _)) = params else { return Err(parser.expected("`(`")) };
    let outputs = match outputs(parser) {
        Some(outputs) => Some(outputs?),
        None => None,
    };
    let body = block(parser)?;
    Ok(Function { name, params, outputs, body })
}

/// `layer Name(params) -> outputs { weights }`
fn layer(parser: &mut Parser<'_, '_, '_>) -> Result<LayerItem, Reported> {
    parser.eat_word("layer");
    let name = parser.name("the name of a layer")?;
    let params = parser.group(Delimiter::Parenthesis, |inside| inside.list(param));
    let Some((params, _)) = params else { return Err(parser.expected("`(`")) };
    let outputs = match outputs(parser) {
        Some(outputs) => outputs?,
        None => return Err(parser.expected("`->` and the shape of the output")),
    };
    let mut macs = None;
    let lines = parser.group(Delimiter::Brace, |inside| {
        let lines = inside.list(|inside| {
            if inside.at_word("macs") && inside.at_word_then("=") {
                inside.eat_word("macs");
                inside.eat("=");
                macs = Some(expression(inside)?);
                return Ok(None);
            }
            weight(inside).map(Some)
        });
        lines.into_iter().flatten().collect()
    });
    match lines {
        Some((weights, _)) => Ok(LayerItem { name, params, outputs, weights, macs }),
        None => Err(parser.expected("`{` and the weights")),
    }
}

/// `name: [shape]` or `frozen name: [shape]`
fn weight(parser: &mut Parser<'_, '_, '_>) -> Result<WeightLine, Reported> {
    let frozen = parser.at_word("frozen") && !parser.at_word_then(":");
    if frozen {
        parser.eat_word("frozen");
    }
    let name = parser.name("a weight, as in `gamma: [c]`")?;
    parser.require(":")?;
    Ok(WeightLine { name, frozen, shape: shape(parser)? })
}

fn param(parser: &mut Parser<'_, '_, '_>) -> Result<Param, Reported> {
    let name = parser.name("a parameter")?;
    if parser.eat(":").is_some() {
        if !parser.at_group(Delimiter::Bracket) && parser.peek_word().is_some() {
            let loc = parser.here();
            return Err(parser.report(
                Diagnostic::new(loc, format!("expected a shape, found {}", parser.found()))
                    .help(format!("a parameter for values has no type: write `{}`", name.text)),
            ));
        }
        return Ok(Param { name, kind: ParamKind::Tensor(shape(parser)?) });
    }
    let default = match parser.eat("=") {
        Some(_) => Some(expression(parser)?),
        None => None,
    };
    Ok(Param { name, kind: ParamKind::Value(default) })
}

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
    };
    if let Err(reported) = signature_and_body(parser, &mut model) {
        model.broken = Some(reported);
        // What is left of the model is its body.
        parser.skip_item(ITEM_STARTS);
    }
    Ok(model)
}

fn signature_and_body(parser: &mut Parser<'_, '_, '_>, model: &mut Model) -> Result<(), Reported> {
    let mut failed = None;
    let inputs = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list(|inside| input(inside).inspect_err(|reported| failed = Some(*reported)))
    });
    let Some((inputs, delimiters)) = inputs else {
        return Err(parser.expected("the inputs, as in `(image: [28, 28, 1])`"));
    };
    model.inputs = inputs;
    model.broken = failed;
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
    model.body = block(parser)?;
    Ok(())
}

/// `name: dtype[shape]`
fn input(parser: &mut Parser<'_, '_, '_>) -> Result<Input, Reported> {
    let name = parser.name("an input")?;
    if parser.eat(":").is_none() {
        let found = parser.found();
        let loc = parser.here();
        return Err(parser.report(
            Diagnostic::new(
                loc,
                format!("expected `:` and the shape of `{}`, found {found}", name.text),
            )
            .help(format!("write `{}: [28, 28, 1]`, without the batch axis", name.text)),
        ));
    }
    let dtype = if parser.at_word_then_group(Delimiter::Bracket) {
        Some(parser.name("a dtype")?)
    } else {
        None
    };
    let shape = shape(parser)?;
    Ok(Input { name, dtype, shape })
}
