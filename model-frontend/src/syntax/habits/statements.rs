//! Statements of other languages.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use modelwright_core::layers;
use proc_macro2::Delimiter;

use crate::syntax::expressions::finish;
use crate::syntax::habits;
use crate::syntax::items::blocks::function;
use crate::syntax::parser::{Mark, Parser};
use crate::syntax::statements::bindings::{binding, pattern_or_hole};
use crate::syntax::statements::values::value;
use crate::syntax::tree::{Expr, ExprKind, Name, Pattern, Statement};

/// `dense.trainable = false;`
pub(in crate::syntax) fn not_assignable(
    parser: &mut Parser<'_, '_, '_>,
    target: &Expr,
) -> Reported {
    let diagnostic = Diagnostic::new(target.loc, "only variables can be assigned");
    parser.report(match &target.kind {
        ExprKind::Method { name, .. } if layers::is_argument(&name.text) => {
            let name = &name.text;
            diagnostic
                .help(format!("set `{name}` where the layer is created: `Dense(64, {name} = ..)`"))
        }
        ExprKind::Index { .. } => {
            diagnostic.note("list items cannot be modified: use `push` to add one")
        }
        ExprKind::Tuple(_) => diagnostic.help("declare new names with `let`: `let (a, b) = ..`"),
        _ => diagnostic,
    })
}

/// The names of a tuple, as a `let` would bind them.
pub(in crate::syntax) fn as_pattern(expr: &Expr) -> Option<Pattern> {
    match &expr.kind {
        ExprKind::Name(text) => {
            let name = Name { text: Rc::clone(text), loc: expr.loc };
            Some(Pattern::Name { name, mutable: true })
        }
        ExprKind::Tuple(items) => {
            let patterns: Option<Vec<Pattern>> = items.iter().map(as_pattern).collect();
            Some(Pattern::Tuple(patterns?, expr.loc))
        }
        _ => None,
    }
}

/// `const N: usize = 3;` in a body: read as a `let` once it is reported.
pub(in crate::syntax) fn item_value(
    parser: &mut Parser<'_, '_, '_>,
) -> Result<Statement, Reported> {
    let word = parser.peek_word().unwrap_or_default();
    let message = format!("`{word}` is not allowed inside a body: move it next to the model");
    parser.report_here(&message, "write `let`");
    parser.token_tree();
    let name = parser.name("a name")?;
    while !parser.at_end() && !parser.at("=") && !parser.at(";") {
        parser.token_tree();
    }
    parser.require("=")?;
    let value = value(parser);
    let pattern = Pattern::Name { name, mutable: false };
    Ok(Statement::Let { pattern, shape: None, value })
}

/// `fn block(x: [_]) { .. }` in a body: its name is known as an error.
pub(in crate::syntax) fn inner_function(
    parser: &mut Parser<'_, '_, '_>,
) -> Result<Statement, Reported> {
    let loc = parser.here();
    let reported = parser.report(
        Diagnostic::new(loc, "`fn` is not allowed inside a body: move it next to the model")
            .help("define blocks as separate items"),
    );
    let function = function(parser, &mut Vec::new())?;
    let pattern = Pattern::Name { name: function.name, mutable: false };
    let value = Expr { kind: ExprKind::Error(reported), loc };
    Ok(Statement::Let { pattern, shape: None, value })
}

/// `x := value;`: read as a `let` once it is reported.
pub(in crate::syntax) fn walrus(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let name = parser.name("a name")?;
    let message = "expected `let` before a new name, found `:=`";
    parser.report_here(message, &format!("write `let {} = ..`", name.text));
    parser.eat(":=");
    let value = value(parser);
    Ok(Statement::Let { pattern: Pattern::Name { name, mutable: true }, shape: None, value })
}

/// `for a, b in ..`: read as `for (a, b) in ..` once it is reported.
pub(in crate::syntax) fn several(
    parser: &mut Parser<'_, '_, '_>,
    first: Pattern,
    expected: &str,
    written: &str,
) -> Result<Pattern, Reported> {
    let loc = parser.report_here(
        &format!("expected {expected}, found `,`"),
        &format!("write several names in parentheses: `{written} ..`"),
    );
    let mut patterns = vec![first];
    while parser.eat(",").is_some() {
        patterns.push(pattern_or_hole(parser));
    }
    Ok(Pattern::Tuple(patterns, loc))
}

/// Counterpart of a C loop.
pub(in crate::syntax) const A_RANGE: &str =
    "a loop iterates over a range or a list: `for i in 0..3 { .. }`";

/// `elif` for `else if`: whether it was reported. What follows is read as one branch more.
pub(in crate::syntax) fn else_if(parser: &mut Parser<'_, '_, '_>) -> bool {
    let words = ["elif", "elseif", "elsif"];
    let Some(word) = words.into_iter().find(|word| parser.at_word(word)) else { return false };
    let message = format!("expected `else` or the end of the `if`, found `{word}`");
    parser.report_here(&message, "write `else if`");
    true
}

/// `if let x = y { .. }`
pub(in crate::syntax) fn let_in_condition(parser: &mut Parser<'_, '_, '_>, mark: Mark) -> Expr {
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, "expected a condition, found `let`");
    let reported = parser.report(diagnostic.note("there are no optional values in `model!`"));
    while !parser.at_end() && !parser.at_group(Delimiter::Brace) && !parser.at(";") {
        parser.token_tree();
    }
    finish(parser, mark, ExprKind::Error(reported))
}

/// `if a = b { .. }`
pub(in crate::syntax) fn assignment_in_condition(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
) -> Expr {
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, "expected `==` in a condition, found `=`");
    let reported = parser.report(diagnostic.help("write `==`"));
    let ends = |parser: &Parser<'_, '_, '_>| {
        parser.at_group(Delimiter::Brace) || parser.at(";") || parser.at(",")
    };
    while !parser.at_end() && !ends(parser) {
        parser.token_tree();
    }
    finish(parser, mark, ExprKind::Error(reported))
}

/// A new name without `let` before it: `mut x = ..`, `auto x = ..` and `x := ..`.
pub(in crate::syntax) fn declaration(
    parser: &mut Parser<'_, '_, '_>,
) -> Option<Result<Statement, Reported>> {
    if parser.at_word_then_word("mut") {
        parser.report_here("expected `let` before `mut`", "write `let mut`");
        // `mut let x`
        let mutable = parser.word_behind_word().is_some_and(|word| word == "let");
        if mutable {
            parser.eat_word("mut");
        }
        return Some(binding(parser, mutable));
    }
    if parser.at_declaration() {
        let found = parser.found();
        parser.report_here(
            &format!("expected `let`, found {found}"),
            "declare a new name with `let`, or with `let mut` if it changes",
        );
        parser.token_tree();
        return Some(binding(parser, true));
    }
    parser.at_word_then(":=").then(|| walrus(parser))
}

/// A statement that other languages have: `assert a == b`, a constant or a function in a body, and what has an attribute.
pub(in crate::syntax) fn other(
    parser: &mut Parser<'_, '_, '_>,
) -> Option<Result<Statement, Reported>> {
    if parser.at_word_then_word("const") || parser.at_word_then_word("static") {
        return Some(item_value(parser));
    }
    if parser.at_word_then_word("fn") {
        return Some(inner_function(parser));
    }
    if !parser.at_word_then_value("assert") {
        return None;
    }
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, "expected `assert!`, found `assert`");
    Some(Err(parser.report(diagnostic.help(habits::ASSERTION))))
}

/// `#[attribute]` before a statement: whether it was reported and taken.
pub(in crate::syntax) fn attribute(parser: &mut Parser<'_, '_, '_>) -> bool {
    if !parser.at_attribute() {
        return false;
    }
    let loc = parser.here();
    parser.error(loc, "attributes are only allowed on items");
    parser.eat("#");
    parser.token_tree();
    true
}

/// `n++` and `n--`
pub(in crate::syntax) fn increment(parser: &mut Parser<'_, '_, '_>, of: &Expr) -> Option<Reported> {
    let (symbol, step, loc) = [("++", "+="), ("--", "-=")]
        .into_iter()
        .find_map(|(symbol, step)| Some((symbol, step, parser.eat(symbol)?)))?;
    let name = match &of.kind {
        ExprKind::Name(name) => name,
        _ => "n",
    };
    let diagnostic = Diagnostic::new(loc, format!("unknown operator `{symbol}`"));
    Some(parser.report(diagnostic.help(format!("write `{name} {step} 1`"))))
}
