//! Items: constants, blocks, layers, models.

pub(super) mod attributes;
pub(super) mod blocks;
pub(super) mod constants;
pub(super) mod layers;
pub(super) mod models;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::names::nearest;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::syntax::habits;
use crate::syntax::items::attributes::{attributes, unknown_attribute};
use crate::syntax::items::blocks::function;
use crate::syntax::items::constants::constant;
use crate::syntax::items::layers::layer;
use crate::syntax::items::models::model;
use crate::syntax::parser::{Parser, is_keyword};
use crate::syntax::tree::{File, Function, Head, LayerItem, Name, Unread, UnreadKind};

const ITEMS: &[&str] = &["const", "fn", "model", "layer"];

pub(super) const ITEM_STARTS: &[&str] = &["pub", "const", "fn", "model", "layer"];

/// All items of a macro call.
pub(super) fn file(parser: &mut Parser<'_, '_, '_>) -> File {
    let mut file = File::default();
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
        let known = file.broken.len();
        parser.begin();
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
    let mut attributes = attributes(parser);
    let visibility = visibility(parser);
    wrong_word_before_item(parser);
    let on_model_only = |parser: &mut Parser<'_, '_, '_>| {
        for name in attributes.of_model.iter() {
            parser
                .error(name.loc, format!("attribute `{}` is only allowed on a `model`", name.text));
        }
    };
    let on_emitting_only = |parser: &mut Parser<'_, '_, '_>| {
        for name in attributes.conditions.iter() {
            let diagnostic = Diagnostic::new(
                name.loc,
                "attribute `cfg` is only allowed on a `model` or a `const`",
            );
            let note = "blocks and layers expand to no item, and a macro cannot evaluate `cfg`";
            parser.report(diagnostic.note(note));
        }
    };
    for name in &attributes.unknown {
        let of_model = parser.at_word("model");
        let reported = unknown_attribute(parser, name, of_model);
        attributes.options.note_mistake(&name.text, reported);
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
            .and_then(|word| habits::item(word).or_else(|| nearest(word, ITEMS.iter().copied())));
        let diagnostic = match meant {
            Some("const") => {
                diagnostic.help("declare a value shared by all models as a typed `const`")
            }
            Some(item) => diagnostic.help(format!("write `{item}`")),
            None if parser.at("#") => diagnostic.help("comments begin with `//`"),
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

/// `pb model Net(..)`: the item is read all the same.
fn wrong_word_before_item(parser: &mut Parser<'_, '_, '_>) {
    let is_item = |word: &String| ITEMS.contains(&&**word);
    let Some(word) = parser.peek_word().filter(|word| !is_item(word)) else { return };
    if parser.word_behind_word().as_ref().is_some_and(is_item) {
        let loc = parser.here();
        let message = format!("expected `const`, `fn`, `layer` or `model`, found `{word}`");
        let diagnostic = Diagnostic::new(loc, message);
        parser.report(match nearest(&word, ["pub"]) {
            Some(near) => diagnostic.help(format!("write `{near}`")),
            None => diagnostic,
        });
        parser.token_tree();
    }
}

/// The name behind the word of an item, which may stand there twice.
fn item_name(
    parser: &mut Parser<'_, '_, '_>,
    word: &str,
    expected: &str,
) -> Result<Name, Reported> {
    while parser.at_word_then_word(word) {
        let message = format!("expected {expected}, found `{word}`");
        parser.report_here(&message, &format!("write `{word}` once"));
        parser.token_tree();
    }
    parser.name(expected)
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

fn visibility(parser: &mut Parser<'_, '_, '_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    if parser.at_fragment_of_visibility() {
        let inside = parser.fragment(|inside| Ok(inside.rest()));
        return inside.and_then(Result::ok).unwrap_or_default();
    }
    while parser.at_word_then_word("pub") && parser.word_behind_word().as_deref() == Some("pub") {
        parser.report_here("expected an item, found `pub`", "write `pub` once");
        parser.token_tree();
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

/// True if `pub(..)` of these tokens is a visibility in Rust.
fn is_restriction(inside: TokenStream) -> bool {
    let mut tokens = inside.into_iter();
    let Some(TokenTree::Ident(word)) = tokens.next() else { return false };
    if word == "in" {
        return is_path(tokens);
    }
    ["crate", "self", "super"].iter().any(|known| word == known) && tokens.next().is_none()
}

/// True if these tokens are names with `::` between them.
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
