//! Expressions, loosest first: `->`, `||`, `&&`, comparisons, `..`, `+ -`, `* / %`, `as`, unary, postfix.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers::{self, words};
use proc_macro2::{Delimiter, Literal};
use syn::Lit;

use super::foreign;
use super::parser::{Mark, Parser};
use super::statements::block;
use super::tree::{
    Argument, BinaryOperator, Block, Branch, Expr, ExprKind, Index, Name, Piece, UnaryOperator,
};

type Parsed = Result<Expr, Reported>;

/// How many operators of one level may follow each other.
const CHAIN_LIMIT: usize = 200;

/// Any expression.
pub(super) fn expression(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    parser.nested(pipe)
}

/// `first -> second -> ..`
fn pipe(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let first = or(parser)?;
    let mut stages = vec![first];
    while eat_arrow(parser) {
        let in_parentheses = parser.at_group(Delimiter::Parenthesis) || parser.at_fragment();
        match or(parser) {
            // `x -> Dense(4)(x)`, already reported.
            Ok(Expr { kind: ExprKind::Pipe(mut called), .. }) if !in_parentheses => {
                stages.extend(called.pop());
            }
            Ok(stage) => stages.push(stage),
            Err(reported) => {
                let loc = parser.here();
                stages.push(Expr { kind: ExprKind::Error(reported), loc });
                // Unfinished text: what was read so far is kept, and what comes after is read.
                skip_stage(parser);
            }
        }
    }
    Ok(match stages.pop() {
        Some(only) if stages.is_empty() => only,
        last => {
            stages.extend(last);
            finish(parser, mark, ExprKind::Pipe(stages))
        }
    })
}

/// What stands for an arrow elsewhere, or is taken for one.
const ARROWS: &[&str] = &["=>", "|>", ">>", "~>", "-->"];

/// Takes an arrow. What stands for one elsewhere, or a layer with none before it, is reported and taken, too.
fn eat_arrow(parser: &mut Parser<'_, '_, '_>) -> bool {
    if parser.eat("->").is_some() {
        return true;
    }
    let symbol = ARROWS.iter().find(|symbol| parser.at(symbol)).copied();
    // `image | Flatten`
    let bar = || parser.word_behind("|").filter(|word| layers::find(word).is_some()).map(|_| "|");
    let split = || parser.at_split_arrow().then_some("- >");
    if let Some(symbol) = symbol.or_else(bar).or_else(split) {
        let mark = parser.mark();
        for part in symbol.split(' ') {
            parser.eat(part);
        }
        let loc = parser.since(mark);
        let message = format!("expected `->`, found `{symbol}`");
        parser.report(Diagnostic::new(loc, message).help("`->` sends tensors through a layer"));
        return true;
    }
    let layer = parser.peek_word().filter(|word| layers::find(word).is_some());
    if let Some(layer) = layer {
        let loc = parser.here();
        let message = format!("expected `->` before the layer `{layer}`");
        parser.error(loc, message);
        return true;
    }
    false
}

/// Skips to the next arrow, or to where something else begins.
fn skip_stage(parser: &mut Parser<'_, '_, '_>) {
    let stops = ["->", ";", ","];
    while !parser.at_end()
        && !stops.iter().any(|symbol| parser.at(symbol))
        && !parser.at_word("let")
        && !parser.at_word("for")
    {
        parser.token_tree();
    }
}

/// Whether the end of an expression could not be read, and was reported.
pub(super) fn ends_in_error(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Error(_) => true,
        ExprKind::Pipe(stages) => stages.last().is_some_and(ends_in_error),
        _ => false,
    }
}

const OR: &[(&str, BinaryOperator)] = &[("||", BinaryOperator::Or)];
const AND: &[(&str, BinaryOperator)] = &[("&&", BinaryOperator::And)];
const COMPARISONS: &[(&str, BinaryOperator)] = &[
    ("==", BinaryOperator::Equal),
    ("!=", BinaryOperator::NotEqual),
    ("<=", BinaryOperator::LessEqual),
    (">=", BinaryOperator::GreaterEqual),
    ("<", BinaryOperator::Less),
    (">", BinaryOperator::Greater),
];
const SUMS: &[(&str, BinaryOperator)] =
    &[("+", BinaryOperator::Add), ("-", BinaryOperator::Subtract)];
const PRODUCTS: &[(&str, BinaryOperator)] = &[
    ("*", BinaryOperator::Multiply),
    ("/", BinaryOperator::Divide),
    ("%", BinaryOperator::Remainder),
];

/// Operators of other languages, with ours.
const FOREIGN_OPERATORS: &[(&str, &str, BinaryOperator)] =
    &[("===", "==", BinaryOperator::Equal), ("<>", "!=", BinaryOperator::NotEqual)];

fn or(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, OR, and)
}

fn and(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, AND, comparison)
}

fn comparison(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let first = binary_once(parser, COMPARISONS, operand_of_comparison)?;
    if parser.at("<-") {
        return left_arrow(parser, mark, &first);
    }
    if matches!(&first.kind, ExprKind::Binary { .. })
        && COMPARISONS.iter().any(|(symbol, _)| parser.at(symbol))
    {
        let loc = parser.here();
        return Err(parser.report(
            Diagnostic::new(loc, "comparisons cannot be chained").help("write `a < b && b < c`"),
        ));
    }
    Ok(first)
}

fn operand_of_comparison(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let operand = range(parser)?;
    match &operand.kind {
        ExprKind::Name(name)
            if parser.at("<") && !parser.at("<-") && layers::find(name).is_some() =>
        {
            Err(generic_arguments(parser, name))
        }
        _ => Ok(operand),
    }
}

/// `Flatten <- image`
fn left_arrow(parser: &mut Parser<'_, '_, '_>, mark: Mark, left: &Expr) -> Parsed {
    let loc = parser.here();
    let is_layer = match &left.kind {
        ExprKind::Name(name) | ExprKind::Call { callee: Name { text: name, .. }, .. } => {
            begins_layer(name)
        }
        _ => false,
    };
    parser.eat("<-");
    let is_layer = is_layer || parser.peek_word().is_some_and(|word| begins_layer(&word));
    let reported = parser.report(if is_layer {
        Diagnostic::new(loc, "expected `->`, found `<-`")
            .help("a tensor stands before its layer: `x -> Flatten`")
    } else {
        Diagnostic::new(loc, "expected a comparison, found `<-`").help("write `< -`")
    });
    range(parser)?;
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// `Dense<64>` or `Dense::<64>`: the arguments of a type elsewhere, which are skipped.
fn generic_arguments(parser: &mut Parser<'_, '_, '_>, of: &str) -> Reported {
    let loc = parser.here();
    let reported = parser.report(
        Diagnostic::new(loc, format!("`{of}` takes no generic arguments"))
            .help(format!("arguments stand in parentheses: `{of}(..)`")),
    );
    while !parser.at_end() && !parser.at(";") && parser.eat(">").is_none() {
        parser.token_tree();
    }
    if parser.at_group(Delimiter::Parenthesis) {
        parser.token_tree();
    }
    reported
}

fn range(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let start = sum(parser)?;
    let mut inclusive = parser.at("..=");
    if parser.at("...") {
        let operator = parser.mark();
        parser.eat("...");
        let loc = parser.since(operator);
        let help = "write `a..b`, or `a..=b` where `b` is part of the range";
        parser.report(Diagnostic::new(loc, "there is no operator `...`").help(help));
        inclusive = true;
    } else if parser.eat("..=").is_none() && parser.eat("..").is_none() {
        return Ok(start);
    }
    let end = sum(parser)?;
    let kind = ExprKind::Range { start: Box::new(start), end: Box::new(end), inclusive };
    Ok(finish(parser, mark, kind))
}

fn sum(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, SUMS, product)
}

fn product(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let product = binary(parser, PRODUCTS, cast)?;
    let Some(loc) = parser.eat("**") else { return Ok(product) };
    let reported =
        parser.report(Diagnostic::new(loc, "there is no operator `**`").help(foreign::POWER));
    parser.nested(unary)?;
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// Operators of one level, from the left.
fn binary(
    parser: &mut Parser<'_, '_, '_>,
    operators: &[(&str, BinaryOperator)],
    operand: fn(&mut Parser<'_, '_, '_>) -> Parsed,
) -> Parsed {
    let mark = parser.mark();
    let mut left = operand(parser)?;
    let mut length = 0;
    while let Some((operator, operator_loc)) = eat_operator(parser, operators) {
        length += 1;
        if length > CHAIN_LIMIT {
            let message = format!("more than {CHAIN_LIMIT} operators follow each other");
            return Err(parser.error(operator_loc, message));
        }
        parser.link()?;
        let right = operand(parser)?;
        let kind = ExprKind::Binary {
            operator,
            operator_loc,
            left: Box::new(left),
            right: Box::new(right),
        };
        left = finish(parser, mark, kind);
    }
    Ok(left)
}

fn binary_once(
    parser: &mut Parser<'_, '_, '_>,
    operators: &[(&str, BinaryOperator)],
    operand: fn(&mut Parser<'_, '_, '_>) -> Parsed,
) -> Parsed {
    let mark = parser.mark();
    let left = operand(parser)?;
    let Some((operator, operator_loc)) = eat_operator(parser, operators) else { return Ok(left) };
    let right = operand(parser)?;
    let kind =
        ExprKind::Binary { operator, operator_loc, left: Box::new(left), right: Box::new(right) };
    Ok(finish(parser, mark, kind))
}

fn eat_operator(
    parser: &mut Parser<'_, '_, '_>,
    operators: &[(&str, BinaryOperator)],
) -> Option<(BinaryOperator, Loc)> {
    // Two of these begin like a minus, one like a comparison.
    if parser.at("-->") || parser.at("<-") || parser.at_split_arrow() || parser.at_decrement() {
        return None;
    }
    let foreign = FOREIGN_OPERATORS.iter().find(|(symbol, ..)| parser.at(symbol));
    if foreign.is_none()
        && let Some(found) =
            operators.iter().find_map(|(symbol, operator)| Some((*operator, parser.eat(symbol)?)))
    {
        return Some(found);
    }
    if let Some((symbol, ours, operator)) = foreign
        && operators.iter().any(|(_, other)| other == operator)
    {
        let loc = parser.eat(symbol)?;
        parser.report(
            Diagnostic::new(loc, format!("there is no operator `{symbol}`"))
                .help(format!("write `{ours}`")),
        );
        return Some((*operator, loc));
    }
    // Python's words.
    let (word, symbol, operator) =
        [("and", "&&", BinaryOperator::And), ("or", "||", BinaryOperator::Or)].into_iter().find(
            |(word, _, operator)| {
                parser.at_word(word) && operators.iter().any(|(_, other)| other == operator)
            },
        )?;
    let loc = parser.eat_word(word)?;
    parser.report(
        Diagnostic::new(loc, format!("expected an operator, found `{word}`"))
            .help(format!("write `{symbol}`")),
    );
    Some((operator, loc))
}

/// `value as ty`; as in Rust, `-1 as usize` converts `-1`.
fn cast(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let mut value = unary(parser)?;
    while parser.eat_word("as").is_some() {
        parser.link()?;
        let ty = parser.name("a number type")?;
        value = finish(parser, mark, ExprKind::Cast { value: Box::new(value), ty });
    }
    Ok(value)
}

fn unary(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let operator = if parser.at_fragment() {
        return postfix(parser);
    } else if parser.eat("-").is_some() {
        UnaryOperator::Negate
    } else if parser.eat("!").is_some() {
        UnaryOperator::Not
    } else if parser.at_word_then_value("not") {
        let loc = parser.here();
        parser.eat_word("not");
        parser.report(Diagnostic::new(loc, "expected an operator, found `not`").help("write `!`"));
        UnaryOperator::Not
    } else if parser.at_then_list("&") {
        // What a list is borrowed for, it is here anyway.
        parser.eat("&");
        return postfix(parser);
    } else if parser.at("&") {
        parser.expected("an expression");
        parser.eat("&");
        parser.eat_word("mut");
        return parser.nested(unary);
    } else {
        return postfix(parser);
    };
    if operator == UnaryOperator::Negate && parser.peek_last_literal().is_some_and(is_least) {
        parser.token_tree();
        return Ok(finish(parser, mark, ExprKind::Int(i64::MIN)));
    }
    let operand = parser.nested(unary)?;
    Ok(finish(parser, mark, ExprKind::Unary { operator, operand: Box::new(operand) }))
}

fn postfix(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let mut base = primary(parser)?;
    loop {
        if parser.eat(".").is_some() {
            parser.link()?;
            base = member(parser, mark, base)?;
        } else if parser.at_own_group(Delimiter::Bracket) {
            let inside = parser
                .group(Delimiter::Bracket, |inside| inside.list(|inside| inside.element(index)));
            let Some((indices, delimiters)) = inside else { return Ok(base) };
            parser.link()?;
            let kind = ExprKind::Index { base: Box::new(base), indices, loc: delimiters.whole };
            base = finish(parser, mark, kind);
        } else if parser.at_own_group(Delimiter::Parenthesis)
            && !parser.at_group_with(Delimiter::Parenthesis, "->")
        {
            base = called(parser, mark, base)?;
        } else if parser.at("?") {
            let loc = parser.here();
            parser.eat("?");
            if parser.begins_value() {
                return Ok(ternary(parser, mark, loc));
            }
            let diagnostic = Diagnostic::new(loc, "expected the end of the expression, found `?`");
            parser.report(diagnostic.help(NOTHING_FAILS));
        } else {
            return Ok(base);
        }
    }
}

/// What a `?` of Rust's would do.
const NOTHING_FAILS: &str = "leave it out: a mistake is an error of the macro, not a value";

/// `condition ? a : b`
fn ternary(parser: &mut Parser<'_, '_, '_>, mark: Mark, loc: Loc) -> Expr {
    let diagnostic = Diagnostic::new(loc, "expected the end of the expression, found `?`");
    let reported = parser.report(diagnostic.help(foreign::CHOICE));
    while !parser.at_end() && !parser.at(";") && !parser.at(",") {
        parser.token_tree();
    }
    finish(parser, mark, ExprKind::Error(reported))
}

/// `Conv2D(16, 3)(x)`: read as `x -> Conv2D(16, 3)` once it is reported.
fn called(parser: &mut Parser<'_, '_, '_>, mark: Mark, base: Expr) -> Parsed {
    let callee = match &base.kind {
        ExprKind::Call { callee, arguments } if begins_layer(&callee.text) => {
            let rest = if arguments.is_empty() { "" } else { "(..)" };
            Some((callee.text.clone(), rest))
        }
        _ => None,
    };
    let loc = parser.here();
    // Keras's attention is called with names: `attention(query = x, value = y)`.
    let inputs = parser
        .group(Delimiter::Parenthesis, |inside| inside.list(|inside| inside.element(argument)));
    let (inputs, delimiters) = match inputs {
        Some((inputs, delimiters)) => (inputs, delimiters),
        None => return Err(parser.error(loc, "only a name can be called")),
    };
    let mut inputs: Vec<Expr> = inputs.into_iter().map(|input| input.value).collect();
    let Some((callee, rest)) = callee else {
        return Err(parser.error(delimiters.whole, "only a name can be called"));
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
    let message = format!("the layer `{callee}` is not called: `->` applies it");
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

/// Whether a name is a layer's. The models of the macro call are not known yet, but begin with a capital, too.
fn begins_layer(name: &str) -> bool {
    name.starts_with(char::is_uppercase) || layers::find(name).is_some()
}

/// `n`, `a..b`, `a..`, `..b` or `..`
fn index(parser: &mut Parser<'_, '_, '_>) -> Result<Index, Reported> {
    let mark = parser.mark();
    if parser.at(":") || parser.at("...") {
        let found = if parser.at(":") { ":" } else { "..." };
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, format!("expected an index, found `{found}`"));
        return Err(parser.report(diagnostic.help("all of an axis is `..`")));
    }
    let start = if parser.at("..") || parser.at("..=") { None } else { Some(sum(parser)?) };
    if parser.at(":") {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, "expected `..` in a slice, found `:`");
        return Err(parser.report(diagnostic.help("a slice is written `a..b`, `a..` or `..b`")));
    }
    let inclusive = parser.at("..=");
    if parser.eat("..=").is_none() && parser.eat("..").is_none() {
        return match start {
            Some(start) => Ok(Index::At(start)),
            None => Err(parser.expected("an index")),
        };
    }
    let end = if parser.at_end() || parser.at(",") { None } else { Some(sum(parser)?) };
    if let Some(loc) = parser.eat("..") {
        return Err(parser.error(loc, "a slice takes every element: it has no step"));
    }
    let loc = parser.since(mark);
    Ok(Index::Range { start, end, inclusive, loc })
}

/// What follows a dot: a method, with or without parentheses, or the index of a tuple.
fn member(parser: &mut Parser<'_, '_, '_>, mark: Mark, base: Expr) -> Parsed {
    if let Some((number, loc)) = parser.literal() {
        // `t.1.0` has the float `1.0` in it.
        let text = number.to_string();
        let indices: Result<Vec<usize>, _> = text.split('.').map(str::parse).collect();
        let Ok(indices) = indices else {
            let message = format!("expected a method or the index of a tuple, found `{text}`");
            return Err(parser.error(loc, message));
        };
        return Ok(indices.into_iter().fold(base, |tuple, index| {
            finish(parser, mark, ExprKind::Field { tuple: Box::new(tuple), index })
        }));
    }
    let name = parser.name("a method")?;
    let arguments = arguments(parser);
    if let Some(module) = module(&base).filter(|module| foreign::is_module(module)) {
        let is_layer = |text: &str| text.starts_with(char::is_uppercase);
        if is_layer(&name.text) {
            return in_module(parser, mark, &module, base.loc, name, arguments);
        }
    }
    let named = arguments.iter().find_map(|argument| argument.name.as_ref().map(|name| name.loc));
    let arguments = arguments.into_iter().map(|argument| argument.value).collect();
    Ok(finish(parser, mark, ExprKind::Method { receiver: Box::new(base), name, arguments, named }))
}

/// `nn` or `keras.layers`: names that may be a module elsewhere.
fn module(base: &Expr) -> Option<String> {
    match &base.kind {
        ExprKind::Name(name) => Some(name.to_string()),
        ExprKind::Method { receiver, name, arguments, .. } if arguments.is_empty() => {
            Some(format!("{}.{}", module(receiver)?, name.text))
        }
        _ => None,
    }
}

/// `keras.layers.Dense(10)`: read as `Dense(10)` once it is reported.
fn in_module(
    parser: &mut Parser<'_, '_, '_>,
    mark: Mark,
    module: &str,
    module_loc: Loc,
    callee: Name,
    arguments: Vec<Argument>,
) -> Parsed {
    let diagnostic = Diagnostic::new(module_loc, format!("there is no module `{module}` here"));
    let is_object = [words::INITIALIZERS, words::REGULARIZERS, words::CONSTRAINTS]
        .iter()
        .any(|objects| objects.contains(&&*callee.text));
    if layers::find(&callee.text).is_some() || is_object || &*callee.text == "Sequential" {
        parser.report(diagnostic.help(format!("write `{}` by itself", callee.text)));
        return Ok(finish(parser, mark, ExprKind::Call { callee, arguments }));
    }
    if let Some(habit) = foreign::layer(&callee.text) {
        let reported = parser.report(diagnostic.help(habit));
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    let reported = parser.report(match layers::suggest(&callee.text) {
        Some(class) => {
            let signature = layers::find(class).map(layers::signature);
            let diagnostic = diagnostic.help(format!("write `{class}` by itself"));
            match signature {
                Some(signature) => diagnostic.note(signature),
                None => diagnostic,
            }
        }
        None => diagnostic.note("layers have the names of Keras, such as `Conv2D` or `Dense`"),
    });
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

fn primary(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    if let Some(name) = parser.fragment_path() {
        return path(parser, mark, name);
    }
    if let Some(operand) = parser.fragment(expression) {
        return operand;
    }
    if parser.at_literal() {
        return literal(parser);
    }
    if parser.at_group(Delimiter::Parenthesis) {
        return parenthesized(parser);
    }
    if parser.at_group(Delimiter::Bracket) {
        return list(parser);
    }
    if parser.at_group(Delimiter::Brace) {
        let block = block(parser)?;
        return Ok(finish(parser, mark, ExprKind::Block(block)));
    }
    if parser.at_word("if") {
        return parser.nested(conditional);
    }
    for (word, value) in [("true", true), ("false", false)] {
        if let Some(loc) = parser.eat_word(word) {
            return Ok(Expr { kind: ExprKind::Bool(value), loc });
        }
    }
    if let Some(reported) = foreign_keyword(parser) {
        return Err(reported);
    }
    if parser.at("|") || parser.at("||") {
        return closure(parser);
    }
    if parser.at_macro_call() {
        return macro_call(parser);
    }
    if let Some(prefix) = parser.peek_word().filter(|word| matches!(&**word, "f" | "F" | "u"))
        && parser.at_word_then_literal()
    {
        // `f"block{i}"`
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, format!("a string has no prefix `{prefix}`"));
        let reported =
            parser
                .report(diagnostic.help(
                    "names in braces stand for their values in every string: `\"block{i}\"`",
                ));
        parser.token_tree();
        parser.token_tree();
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    let name = parser.name("an expression")?;
    if &*name.text == "None" {
        return Ok(Expr { kind: ExprKind::None, loc: name.loc });
    }
    if parser.at("::") {
        return path(parser, mark, name);
    }
    if parser.at_group(Delimiter::Brace) && layers::find(&name.text).is_some() {
        // `Dense { units: 3 }`
        let loc = parser.token();
        let diagnostic = Diagnostic::new(loc, "expected `(`, found `{`");
        let help = format!("arguments stand in parentheses: `{}(name = value)`", name.text);
        let reported = parser.report(diagnostic.help(help));
        parser.token_tree();
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    if !parser.at_own_group(Delimiter::Parenthesis) {
        return Ok(Expr { kind: ExprKind::Name(name.text), loc: name.loc });
    }
    let arguments = arguments(parser);
    Ok(finish(parser, mark, ExprKind::Call { callee: name, arguments }))
}

/// `keras::layers::Dense(10)` or `Dense::<64>()`: read as `Dense(10)` once it is reported.
fn path(parser: &mut Parser<'_, '_, '_>, mark: Mark, first: Name) -> Parsed {
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
    let diagnostic = Diagnostic::new(loc, "paths are not known here");
    // `Dense::new(3)`
    if layers::find(&first.text).is_some() && layers::find(&last.text).is_none() {
        let reported = parser.report(diagnostic.help(format!("write `{}(..)`", first.text)));
        arguments(parser);
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    if layers::find(&last.text).is_none() {
        return Err(parser.report(diagnostic.note("a macro sees tokens, not the program around: only names of this `model!` call can be used")));
    }
    parser.report(diagnostic.help(format!("write `{}` by itself", last.text)));
    let arguments = arguments(parser);
    Ok(finish(parser, mark, ExprKind::Call { callee: last, arguments }))
}

/// `|x| x + 1`
fn closure(parser: &mut Parser<'_, '_, '_>) -> Parsed {
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
fn macro_call(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let name = parser.name("an expression")?;
    let diagnostic =
        Diagnostic::new(name.loc, format!("there is no macro `{}!` in `model!`", name.text));
    let reported = parser.report(match foreign::macro_call(&name.text) {
        Some(help) => diagnostic.help(help),
        None => diagnostic.note("the only macro here is `assert!`"),
    });
    parser.eat("!");
    parser.token_tree();
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// Words that mean something elsewhere.
fn foreign_keyword(parser: &mut Parser<'_, '_, '_>) -> Option<Reported> {
    let word = parser.peek_word()?;
    if parser.at_word_then("::") {
        return None;
    }
    let begins_python =
        parser.at_word_then_word(&word) || parser.at_word_then(":") || parser.at_word_then(";");
    let help =
        foreign::keyword(&word).or_else(|| foreign::python(&word).filter(|_| begins_python))?;
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("there is no `{word}` in `model!`"));
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

/// `(value, name = value)`, or nothing
fn arguments(parser: &mut Parser<'_, '_, '_>) -> Vec<Argument> {
    if !parser.at_own_group(Delimiter::Parenthesis) {
        return Vec::new();
    }
    let inside = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list_with_commas(|inside| inside.element(argument))
    });
    let Some(((mut arguments, missing), _)) = inside else { return Vec::new() };
    if let Some(reported) = missing {
        // Which value is which is a guess now.
        for argument in arguments.iter_mut().filter(|argument| argument.name.is_none()) {
            argument.value.kind = ExprKind::Error(reported);
        }
    }
    arguments
}

/// `name = value` or `value`
fn argument(parser: &mut Parser<'_, '_, '_>) -> Result<Argument, Reported> {
    if parser.at("=") {
        let loc = parser.here();
        let reported = parser.error(loc, "expected the name of an argument before `=`");
        parser.eat("=");
        let value = item(parser)?;
        let value = Expr { kind: ExprKind::Error(reported), loc: value.loc };
        return Ok(Argument { name: None, value });
    }
    // `padding same`
    if let Some(word) = parser.peek_word()
        && parser.at_word_then_value(&word)
        && !parser.at_word_then_group(Delimiter::Parenthesis)
        && layers::is_argument(&word)
    {
        let name = parser.name("an argument")?;
        let found = parser.found();
        let loc = parser.token();
        let message = format!("expected `=` after the argument `{}`, found {found}", name.text);
        let reported = parser.error(loc, message);
        let loc = item(parser)?.loc;
        let value = Expr { kind: ExprKind::Error(reported), loc };
        return Ok(Argument { name: Some(name), value });
    }
    if parser.at_word_then("=") {
        let name = parser.name("an argument")?;
        parser.require("=")?;
        return Ok(Argument { name: Some(name), value: item(parser)? });
    }
    if parser.at_word_then(":") {
        let name = parser.name("an argument")?;
        let loc = parser.here();
        parser.report(
            Diagnostic::new(
                loc,
                format!("expected `=` after the argument `{}`, found `:`", name.text),
            )
            .help(format!("write `{} = ..`", name.text)),
        );
        parser.eat(":");
        return Ok(Argument { name: Some(name), value: item(parser)? });
    }
    Ok(Argument { name: None, value: item(parser)? })
}

/// An expression in a list; one that cannot be read still fills its place.
fn item(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let start = parser.here();
    match expression(parser) {
        Ok(value) => Ok(match without_value(&value, start) {
            Some((loc, message, help)) => {
                let reported = parser.report(Diagnostic::new(loc, message).help(help));
                Expr { kind: ExprKind::Error(reported), loc: value.loc }
            }
            None => value,
        }),
        Err(reported) => {
            while !parser.at_end() && !parser.at(",") {
                parser.token_tree();
            }
            Ok(finish(parser, mark, ExprKind::Error(reported)))
        }
    }
}

/// `(a)`, `(a, b)`, `(a,)` or `()`
fn parenthesized(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let inside = parser.group(Delimiter::Parenthesis, |inside| {
        let mut commas = false;
        let mut nameless = None;
        let (items, missing) = inside.list_with_commas(|inside| {
            if inside.at_word_then("=") {
                let loc = inside.here();
                let reported = inside.report(
                    Diagnostic::new(loc, "an argument belongs to a layer or a block")
                        .help("its name stands before the parentheses: `Conv2D(..)`"),
                );
                inside.rest();
                nameless = Some(reported);
                return Err(reported);
            }
            let item = item(inside)?;
            commas |= inside.at(",");
            Ok(item)
        });
        (items, commas, nameless.or(missing))
    });
    let Some(((mut items, commas, failed), delimiters)) = inside else {
        return Err(parser.expected("an expression"));
    };
    if let Some(reported) = failed {
        return Ok(Expr { kind: ExprKind::Error(reported), loc: delimiters.whole });
    }
    match items.pop() {
        // The parentheses belong to the place, but not to what is in them.
        Some(only) if items.is_empty() && !commas => Ok(Expr { loc: delimiters.whole, ..only }),
        last => {
            items.extend(last);
            Ok(Expr { kind: ExprKind::Tuple(items), loc: delimiters.whole })
        }
    }
}

/// `[a, b]` or `[value; count]`
fn list(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let read = |inside: &mut Parser<'_, '_, '_>| {
        if inside.at_end() {
            return Ok(ExprKind::List(Vec::new()));
        }
        let first = item(inside)?;
        if inside.eat(";").is_some() {
            let count = expression(inside)?;
            return Ok(ExprKind::Repeat { value: Box::new(first), count: Box::new(count) });
        }
        let mut items = vec![first];
        if inside.at_word("for") {
            let loc = inside.here();
            let diagnostic = Diagnostic::new(loc, "expected `,` or `]`, found `for`");
            return Err(inside.report(diagnostic.help(
                "a loop fills a list: `let mut list = []; for i in 0..n { list.push(i); }`",
            )));
        }
        if !inside.at_end() {
            inside.require(",")?;
            let (rest, missing) = inside.list_with_commas(item);
            if let Some(reported) = missing {
                return Err(reported);
            }
            items.extend(rest);
        }
        Ok(ExprKind::List(items))
    };
    let inside = parser.group(Delimiter::Bracket, |inside| {
        read(inside).inspect_err(|_| {
            inside.rest();
        })
    });
    match inside {
        Some((kind, delimiters)) => Ok(Expr { kind: kind?, loc: delimiters.whole }),
        None => Err(parser.expected("an expression")),
    }
}

/// `if condition { .. } else if .. else { .. }`
fn conditional(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let mut branches = Vec::new();
    let otherwise = loop {
        // The `if`, or the word of another language for `else if`.
        parser.token_tree();
        let condition = condition(parser)?;
        branches.push(Branch { condition, then: block(parser)? });
        if let Some(word) =
            ["elif", "elseif", "elsif"].into_iter().find(|word| parser.at_word(word))
        {
            let message = format!("expected `else` or the end of the `if`, found `{word}`");
            parser.report_here(&message, "write `else if`");
        } else if parser.eat_word("else").is_none() {
            break None;
        } else if !parser.at_word("if") {
            break Some(block(parser)?);
        }
    };
    Ok(finish(parser, mark, ExprKind::If { branches, otherwise }))
}

/// A condition; one with a single `=` is reported and skipped.
pub(super) fn condition(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    if parser.at_word("let") {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, "expected a condition, found `let`");
        let reported = parser.report(diagnostic.note("nothing has a value only sometimes"));
        while !parser.at_end() && !parser.at_group(Delimiter::Brace) && !parser.at(";") {
            parser.token_tree();
        }
        return Ok(finish(parser, mark, ExprKind::Error(reported)));
    }
    let left = expression(parser)?;
    if !parser.at("=") {
        return Ok(left);
    }
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, "expected `==` in a condition, found `=`");
    let reported = parser.report(diagnostic.help("write `==`"));
    while !parser.at_end()
        && !parser.at_group(Delimiter::Brace)
        && !parser.at(";")
        && !parser.at(",")
    {
        parser.token_tree();
    }
    Ok(finish(parser, mark, ExprKind::Error(reported)))
}

/// The place of a part of an expression that gives no value where one is needed, and what to do.
pub(super) fn without_value(expr: &Expr, start: Loc) -> Option<(Loc, String, String)> {
    let of_block = |block: &Block| {
        if block.tail.is_some() {
            return None;
        }
        Some((block.end, "this block gives no value".into(), block.without_tail("value")))
    };
    match &expr.kind {
        ExprKind::If { branches, otherwise } => {
            let without = branches.iter().find_map(|branch| of_block(&branch.then));
            without.or_else(|| match otherwise {
                Some(otherwise) => of_block(otherwise),
                None => {
                    let message = "an `if` without `else` gives no value".into();
                    Some((start, message, "add `else { .. }`".into()))
                }
            })
        }
        ExprKind::Block(block) => of_block(block),
        _ => None,
    }
}

fn literal(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let Some((literal, loc)) = parser.literal() else {
        return Err(parser.expected("a literal"));
    };
    let text = literal.to_string();
    let lit = Lit::new(literal);
    if let Some(reported) = unknown_suffix(parser, &lit, loc) {
        return Ok(Expr { kind: ExprKind::Error(reported), loc });
    }
    let kind = match lit {
        Lit::Int(int) if !matches!(int.suffix(), "f32" | "f64") => {
            match int.base10_parse::<i64>() {
                Ok(value) => ExprKind::Int(value),
                Err(_) => {
                    return Err(parser.error(loc, format!("`{int}` does not fit a 64-bit integer")));
                }
            }
        }
        Lit::Int(int) => ExprKind::Float(int.base10_digits().parse().unwrap_or(0.0)),
        Lit::Float(float) => match float.base10_parse::<f64>() {
            Ok(value) if value.is_finite() => ExprKind::Float(value),
            _ => return Err(parser.error(loc, format!("`{float}` does not fit a 64-bit float"))),
        },
        Lit::Str(text) => ExprKind::Str(pieces(parser, loc, &text.value())?),
        Lit::Char(_) | Lit::Byte(_) | Lit::ByteStr(_) | Lit::CStr(_) => {
            let inside = text.trim_start_matches(['b', 'c']).trim_matches(['\'', '"']);
            let diagnostic =
                Diagnostic::new(loc, format!("expected a number or a string, found `{text}`"));
            let help = format!("a string is written with double quotes: `\"{inside}\"`");
            ExprKind::Error(parser.report(diagnostic.help(help)))
        }
        // `'relu'`, which the compiler has refused already.
        _ if text.len() > 2 && text.starts_with('\'') && text.ends_with('\'') => {
            ExprKind::Str(pieces(parser, loc, text.trim_matches('\''))?)
        }
        _ => {
            return Err(parser.error(loc, format!("expected a number or a string, found `{text}`")));
        }
    };
    Ok(Expr { kind, loc })
}

/// Whether a literal is the one that is an integer of 64 bits only with a minus before it.
fn is_least(literal: Literal) -> bool {
    match Lit::new(literal) {
        Lit::Int(int) => {
            int.base10_digits().parse() == Ok(i64::MIN.unsigned_abs())
                && matches!(int.suffix(), "" | "i64" | "isize")
        }
        _ => false,
    }
}

/// Reports the suffix of a number that is no type's: `64KB`, `1M`.
fn unknown_suffix(parser: &mut Parser<'_, '_, '_>, number: &Lit, loc: Loc) -> Option<Reported> {
    let (digits, suffix) = match number {
        Lit::Int(int) => (int.base10_digits(), int.suffix()),
        Lit::Float(float) => (float.base10_digits(), float.suffix()),
        _ => return None,
    };
    if suffix.is_empty() || NUMBERS.contains(&suffix) {
        return None;
    }
    let diagnostic = Diagnostic::new(loc, format!("invalid suffix `{suffix}` of a number"));
    let factor = match suffix {
        "k" | "K" => "1_000",
        "m" | "M" => "1_000_000",
        "g" | "G" | "B" => "1_000_000_000",
        "kb" | "kB" | "KB" | "KiB" => "1024",
        "mb" | "MB" | "MiB" => "1024 * 1024",
        _ => return Some(parser.report(diagnostic)),
    };
    let times = if digits == "1" { String::new() } else { format!("{digits} * ") };
    Some(parser.report(diagnostic.help(format!("write `{times}{factor}`"))))
}

/// The types of Rust's numbers.
const NUMBERS: &[&str] = &[
    "usize", "isize", "u8", "u16", "u32", "u64", "u128", "i8", "i16", "i32", "i64", "i128", "f32",
    "f64",
];

/// The parts of a string with names in braces.
fn pieces(parser: &mut Parser<'_, '_, '_>, loc: Loc, text: &str) -> Result<Vec<Piece>, Reported> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => {
                chars.next();
                plain.push(c);
            }
            '{' => {
                let mut closed = false;
                let name: String = chars
                    .by_ref()
                    .take_while(|c| {
                        closed = *c == '}';
                        !closed
                    })
                    .collect();
                if !closed {
                    return Err(parser.report(
                        Diagnostic::new(loc, "unmatched `{` in a string")
                            .help("a brace itself is written `{{`"),
                    ));
                }
                let is_name = name.chars().all(|c| c == '_' || c.is_alphanumeric())
                    && !name.starts_with(|c: char| c.is_numeric())
                    && !name.is_empty();
                if !is_name {
                    return Err(parser.report(
                        Diagnostic::new(loc, format!("expected a name in braces, found `{{{name}}}`"))
                            .help("bind the value with `let` first; a brace itself is written `{{` or `}}`"),
                    ));
                }
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Name(name.into()));
            }
            '}' => {
                return Err(parser.report(
                    Diagnostic::new(loc, "unmatched `}` in a string")
                        .help("a brace itself is written `}}`"),
                ));
            }
            _ => plain.push(c),
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Ok(pieces)
}

fn finish(parser: &mut Parser<'_, '_, '_>, mark: Mark, kind: ExprKind) -> Expr {
    let loc = parser.since(mark);
    Expr { kind, loc }
}
