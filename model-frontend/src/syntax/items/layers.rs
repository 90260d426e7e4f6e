//! Layers of the user's own.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::names::nearest;
use proc_macro2::Delimiter;

use crate::syntax::expressions::expression;
use crate::syntax::items::blocks::params;
use crate::syntax::items::item_name;
use crate::syntax::parser::Parser;
use crate::syntax::shapes::{outputs, shape};
use crate::syntax::tree::{Clauses, LayerItem, Name, WeightLine};

/// `layer Name(params) -> outputs { weights }`
pub(super) fn layer(
    parser: &mut Parser<'_, '_, '_>,
    broken: &mut Vec<(Rc<str>, Reported)>,
) -> Result<LayerItem, Reported> {
    parser.eat_word("layer");
    let name = item_name(parser, "layer", "the name of a layer").inspect_err(|reported| {
        broken.push(("".into(), *reported));
    })?;
    let text = Rc::clone(&name.text);
    // With a line missing, it is another layer.
    let (layer, reported) = parser.watched(|parser| layer_of(parser, name));
    let layer = reported.map_or(layer, Err);
    layer.inspect_err(|reported| broken.push((text, *reported)))
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
            format!("`in_place` requires a layer with 1 output, `{}` has {count}", name.text);
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
            let message =
                format!("layer `{}` has two weights named `{}`", of.text, weight.name.text);
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
        let diagnostic = Diagnostic::new(loc, format!("`{word}` takes no value, found `=`"));
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
        let diagnostic = Diagnostic::new(name.loc, "weights are frozen individually");
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
            return Err(
                parser.report(diagnostic.help(format!("a similar clause exists: `{near}`")))
            );
        }
        return Err(parser.report(diagnostic.note(
            "a `layer` lists its weights, as in `gamma: [c]`; use a `fn` to combine layers",
        )));
    }
    parser.eat(":");
    Ok(WeightLine { name, frozen, shape: shape(parser)? })
}
