//! Models and their inputs.

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::{Delimiter, TokenStream};

use crate::syntax::habits;
use crate::syntax::items::attributes::Attributes;
use crate::syntax::items::blocks::body;
use crate::syntax::items::{ITEM_STARTS, item_name};
use crate::syntax::parser::Parser;
use crate::syntax::shapes::{outputs, shape};
use crate::syntax::tree::{Block, Expr, ExprKind, Head, Input, Model, Name};

pub(super) fn model(
    parser: &mut Parser<'_, '_, '_>,
    attributes: Attributes,
    visibility: TokenStream,
) -> Result<Model, Reported> {
    parser.eat_word("model");
    let name = item_name(parser, "model", "the name of a model")?;
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
    let (read, mistake) = parser.watched(|parser| signature_and_body(parser, &mut model));
    model.broken = model.broken.or(mistake);
    if let Err(reported) = read {
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
        let reported = parser.report(match habits::input_argument(&name.text) {
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
        let help = format!("write the dtype before the shape: `{}: i32[128]`", name.text);
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
