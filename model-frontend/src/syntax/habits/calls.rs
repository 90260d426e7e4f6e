//! Names and calls of other languages: modules, generic arguments, closures, macros, keywords.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{self, words};
use proc_macro2::Delimiter;

use crate::syntax::expressions::operands::{self, arguments, item};
use crate::syntax::expressions::{Parsed, finish};
use crate::syntax::habits;
use crate::syntax::parser::{Mark, Parser};
use crate::syntax::tree::{Argument, Expr, ExprKind, Name};

/// `Dense<64>` or `Dense::<64>`: the arguments of a type elsewhere, which are skipped.
pub(in crate::syntax) fn generic_arguments(parser: &mut Parser<'_, '_, '_>, of: &str) -> Reported {
    let loc = parser.here();
    let reported = parser.report(
        Diagnostic::new(loc, format!("`{of}` takes no generic arguments"))
            .help(format!("write arguments in parentheses: `{of}(..)`")),
    );
    while !parser.at_end() && !parser.at(";") && parser.eat(">").is_none() {
        parser.token_tree();
    }
    if parser.at_group(Delimiter::Parenthesis) {
        parser.token_tree();
    }
    reported
}

/// `Conv2D(16, 3)(x)`: read as `x -> Conv2D(16, 3)` once it is reported.
pub(in crate::syntax) fn called(parser: &mut Parser<'_, '_, '_>, mark: Mark, base: Expr) -> Parsed {
    let callee = match &base.kind {
        ExprKind::Call { callee, arguments } if begins_layer(&callee.text) => {
            let rest = if arguments.is_empty() { "" } else { "(..)" };
            Some((callee.text.clone(), rest))
        }
        _ => None,
    };
    let loc = parser.here();
    // Keras's attention is called with names: `attention(query = x, value = y)`.
    let inputs = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list(|inside| inside.element(operands::argument))
    });
    let (inputs, delimiters) = match inputs {
        Some((inputs, delimiters)) => (inputs, delimiters),
        None => return Err(parser.lost(Diagnostic::new(loc, "only a name can be called"))),
    };
    let mut inputs: Vec<Expr> = inputs.into_iter().map(|input| input.value).collect();
    let Some((callee, rest)) = callee else {
        return Err(parser.lost(Diagnostic::new(delimiters.whole, "only a name can be called")));
    };
    let listed = match inputs.as_slice() {
        [Expr { kind: ExprKind::List(items) | ExprKind::Tuple(items), .. }] => items,
        inputs => inputs,
    };
    let names: Vec<&str> = listed
        .iter()
        .map(|input| match &input.kind {
            ExprKind::Name(name) => &**name,
            _ => "x",
        })
        .collect();
    let input = match names.as_slice() {
        [] => "x".into(),
        [only] => (*only).to_string(),
        several => format!("({})", several.join(", ")),
    };
    let loc = delimiters.whole;
    let message = format!("layer `{callee}` cannot be called: use `->` to apply it");
    let help = format!("write `{input} -> {callee}{rest}`");
    let reported = parser.report(Diagnostic::new(loc, message).help(help));
    let input = match inputs.pop() {
        None => Expr { kind: ExprKind::Error(reported), loc },
        Some(only) if inputs.is_empty() => only,
        last => {
            inputs.extend(last);
            Expr { kind: ExprKind::Tuple(inputs), loc }
        }
    };
    Ok(finish(parser, mark, ExprKind::Pipe(vec![input, base])))
}

/// True if a name is a layer's. The models of the macro call are not known yet, but begin with a capital, too.
pub(super) fn begins_layer(name: &str) -> bool {
    name.starts_with(char::is_uppercase) || layers::find(name).is_some()
}

/// `nn` or `keras.layers`: names that may be a module elsewhere.
pub(in crate::syntax) fn module(base: &Expr) -> Option<String> {
    match &base.kind {
        ExprKind::Name(name) => Some(name.to_string()),
        ExprKind::Method { receiver, name, arguments, .. } if arguments.is_empty() => {
            Some(format!("{}.{}", module(receiver)?, name.text))
        }
        _ => None,
    }
}

/// `keras.layers.Dense(10)`: read as `Dense(10)` once it is reported.
pub(in crate::syntax) fn in_module(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
    module: &str,
    module_loc: Loc,
    callee: Name,
    arguments: Vec<Argument>,
) -> Parsed {
    let diagnostic = Diagnostic::new(module_loc, format!("cannot find module `{module}`"));
    let is_object = [words::INITIALIZERS, words::REGULARIZERS, words::CONSTRAINTS]
        .iter()
        .any(|objects| objects.contains(&&*callee.text));
    if layers::find(&callee.text).is_some() || is_object || &*callee.text == "Sequential" {
        parser.report(diagnostic.help(format!("write only `{}`", callee.text)));
        return Ok(finish(parser, mark, ExprKind::Call { callee, arguments }));
    }
    if let Some(habit) = habits::layer(&callee.text) {
        let reported = parser.report(diagnostic.help(habit));
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    let reported = parser.report(match layers::suggest(&callee.text) {
        Some(class) => {
            let signature = layers::find(class).map(layers::signature);
            let diagnostic = diagnostic.help(format!("write only `{class}`"));
            match signature {
                Some(signature) => diagnostic.note(signature),
                None => diagnostic,
            }
        }
        None => diagnostic.note("layers use the Keras names, such as `Conv2D` or `Dense`"),
    });
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// `keras::layers::Dense(10)` or `Dense::<64>()`: read as `Dense(10)` once it is reported.
pub(in crate::syntax) fn path(parser: &mut Parser<'_, '_, '_>, mark: Mark, first: Name) -> Parsed {
    let mut last = first.clone();
    while parser.eat("::").is_some() {
        if parser.at("<") && layers::find(&last.text).is_some() {
            return Err(generic_arguments(parser, &last.text));
        }
        if parser.at("<") {
            parser.skip_past(">");
        } else {
            last = parser.name("a name")?;
        }
    }
    let loc = parser.since(mark);
    let diagnostic = Diagnostic::new(loc, "paths are not supported in `model!`");
    // `Dense::new(3)`
    if layers::find(&first.text).is_some() && layers::find(&last.text).is_none() {
        let reported = parser.report(diagnostic.help(format!("write `{}(..)`", first.text)));
        arguments(parser);
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    if layers::find(&last.text).is_none() {
        return Err(parser.report(diagnostic.note("a macro cannot see the surrounding program: only names of this `model!` invocation can be used")));
    }
    parser.report(diagnostic.help(format!("write only `{}`", last.text)));
    let arguments = arguments(parser);
    Ok(finish(parser, mark, ExprKind::Call { callee: last, arguments }))
}

/// `|x| x + 1`
pub(in crate::syntax) fn closure(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let reported = parser.expected("an expression");
    if parser.eat("||").is_none() {
        parser.eat("|");
        parser.skip_past("|");
    }
    // What it would do cannot be known.
    while !parser.at_end() && !parser.at(",") && !parser.at(";") {
        parser.token_tree();
    }
    Err(reported)
}

/// `vec![1, 2]`
pub(in crate::syntax) fn macro_call(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let name = parser.name("an expression")?;
    let diagnostic =
        Diagnostic::new(name.loc, format!("macro `{}!` is not supported in `model!`", name.text));
    let reported = parser.report(match habits::macro_call(&name.text) {
        Some(help) => diagnostic.help(help),
        None => diagnostic.note("the only supported macro is `assert!`"),
    });
    parser.eat("!");
    parser.token_tree();
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// Words that mean something elsewhere.
pub(in crate::syntax) fn foreign_keyword(parser: &mut Parser<'_, '_, '_>) -> Option<Reported> {
    let word = parser.peek_word()?;
    if parser.at_word_then("::") {
        return None;
    }
    let begins_python =
        parser.at_word_then_word(&word) || parser.at_word_then(":") || parser.at_word_then(";");
    let help =
        habits::keyword(&word).or_else(|| habits::python(&word).filter(|_| begins_python))?;
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("`{word}` is not supported in `model!`"));
    let reported = parser.report(diagnostic.help(help));
    // The condition belongs to it: `while let Some(x) = y { .. }`.
    while word == "while"
        && !parser.at_end()
        && !parser.at_group(Delimiter::Brace)
        && !parser.at(";")
    {
        parser.token_tree();
    }
    Some(reported)
}

/// `f"block{i}"`
pub(in crate::syntax) fn prefixed_string(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
) -> Option<Expr> {
    let prefix = parser.peek_word().filter(|word| matches!(&**word, "f" | "F" | "u"))?;
    if !parser.at_word_then_literal() {
        return None;
    }
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("a string has no prefix `{prefix}`"));
    let help = "every string interpolates names in braces: `\"block{i}\"`";
    let reported = parser.report(diagnostic.help(help));
    parser.token_tree();
    parser.token_tree();
    Some(finish(parser, mark, ExprKind::Error(reported)))
}

/// `Dense { units: 3 }`
pub(in crate::syntax) fn in_braces(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
    layer: &Name,
) -> Expr {
    let loc = parser.token();
    let diagnostic = Diagnostic::new(loc, "expected `(`, found `{`");
    let help = format!("write arguments in parentheses: `{}(name = value)`", layer.text);
    let reported = parser.report(diagnostic.help(help));
    parser.token_tree();
    finish(parser, mark, ExprKind::Error(reported))
}

/// `padding same`, `padding: same` and `= same`: an argument without the `=` behind its name, or without its name.
pub(in crate::syntax) fn argument(
    parser: &mut Parser<'_, '_, '_>,
) -> Option<Result<Argument, Reported>> {
    if parser.at("=") {
        let loc = parser.here();
        let reported = parser.error(loc, "expected an argument name before `=`");
        parser.eat("=");
        return Some(item(parser).map(|value| unread(None, value.loc, reported)));
    }
    let word = parser.peek_word()?;
    let is_bare = parser.at_word_then_value(&word)
        && !parser.at_word_then_group(Delimiter::Parenthesis)
        && layers::is_argument(&word);
    let symbol = [":=", ":", "=>"].into_iter().find(|symbol| parser.at_word_then(symbol));
    match symbol {
        // An arrow of another language, between layers.
        Some("=>") if !layers::is_argument(&word) => None,
        Some(symbol) => Some(with_symbol(parser, symbol)),
        None => is_bare.then(|| without_equals(parser)),
    }
}

fn unread(name: Option<Name>, loc: Loc, reported: Reported) -> Argument {
    Argument { name, value: Expr { kind: ExprKind::Error(reported), loc } }
}

fn without_equals(parser: &mut Parser<'_, '_, '_>) -> Result<Argument, Reported> {
    let name = parser.name("an argument")?;
    let found = parser.found();
    let loc = parser.token();
    let message = format!("expected `=` after the argument `{}`, found {found}", name.text);
    let reported = parser.lost(Diagnostic::new(loc, message));
    let value = item(parser)?;
    Ok(unread(Some(name), value.loc, reported))
}

fn with_symbol(parser: &mut Parser<'_, '_, '_>, symbol: &str) -> Result<Argument, Reported> {
    let name = parser.name("an argument")?;
    let loc = parser.here();
    let message = format!("expected `=` after the argument `{}`, found `{symbol}`", name.text);
    let help = format!("write `{} = ..`", name.text);
    parser.report(Diagnostic::new(loc, message).help(help));
    parser.eat(symbol);
    Ok(Argument { name: Some(name), value: item(parser)? })
}

/// `[f(x) for x in xs]`
pub(in crate::syntax) fn comprehension(parser: &mut Parser<'_, '_, '_>) -> Reported {
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, "expected `,` or `]`, found `for`");
    parser.report(
        diagnostic.help(
            "use a loop to fill a list: `let mut list = []; for i in 0..n { list.push(i); }`",
        ),
    )
}
