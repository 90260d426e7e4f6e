//! Expressions, loosest first: `->`, `||`, `&&`, comparisons, `..`, `+ -`, `* / %`, `as`, unary, postfix.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use proc_macro2::Delimiter;
use syn::Lit;

use super::parser::{Mark, Parser};
use super::statements::block;
use super::tree::{Argument, BinaryOperator, Expr, ExprKind, Index, Piece, UnaryOperator};

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
    if !parser.at("->") {
        return Ok(first);
    }
    let mut stages = vec![first];
    while parser.eat("->").is_some() {
        match or(parser) {
            Ok(stage) => stages.push(stage),
            Err(reported) => {
                let loc = parser.here();
                stages.push(Expr { kind: ExprKind::Error(reported), loc });
                // Unfinished text: what was read so far is kept, and what comes after is read.
                skip_stage(parser);
            }
        }
    }
    Ok(finish(parser, mark, ExprKind::Pipe(stages)))
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

fn or(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, OR, and)
}

fn and(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, AND, comparison)
}

fn comparison(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let first = binary_once(parser, COMPARISONS, range)?;
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

fn range(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let start = sum(parser)?;
    let inclusive = parser.at("..=");
    if parser.eat("..=").is_none() && parser.eat("..").is_none() {
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
    binary(parser, PRODUCTS, cast)
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
    operators.iter().find_map(|(symbol, operator)| Some((*operator, parser.eat(symbol)?)))
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
    let operator = if parser.eat("-").is_some() {
        UnaryOperator::Negate
    } else if parser.eat("!").is_some() {
        UnaryOperator::Not
    } else {
        return postfix(parser);
    };
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
        } else if parser.at_group(Delimiter::Bracket) {
            let inside = parser.group(Delimiter::Bracket, |inside| inside.list(index));
            let Some((indices, delimiters)) = inside else { return Ok(base) };
            parser.link()?;
            let kind = ExprKind::Index { base: Box::new(base), indices, loc: delimiters.whole };
            base = finish(parser, mark, kind);
        } else if parser.at_group(Delimiter::Parenthesis) {
            let loc = parser.here();
            return Err(parser.report(
                Diagnostic::new(loc, "only a name can be called")
                    .help("a layer is applied with `->`: `x -> Conv2D(16, 3)`"),
            ));
        } else {
            return Ok(base);
        }
    }
}

/// `n`, `a..b`, `a..`, `..b` or `..`
fn index(parser: &mut Parser<'_, '_, '_>) -> Result<Index, Reported> {
    let mark = parser.mark();
    let start = if parser.at("..") || parser.at("..=") { None } else { Some(sum(parser)?) };
    let inclusive = parser.at("..=");
    if parser.eat("..=").is_none() && parser.eat("..").is_none() {
        return match start {
            Some(start) => Ok(Index::At(start)),
            None => Err(parser.expected("an index")),
        };
    }
    let end = if parser.at_end() || parser.at(",") { None } else { Some(sum(parser)?) };
    let loc = parser.since(mark);
    Ok(Index::Range { start, end, inclusive, loc })
}

/// What follows a dot: a method, with or without parentheses, or the index of a tuple.
fn member(parser: &mut Parser<'_, '_, '_>, mark: Mark, base: Expr) -> Parsed {
    if parser.at_literal() {
        let number = literal(parser)?;
        return match number.kind {
            ExprKind::Int(index) => {
                let index = usize::try_from(index).unwrap_or(usize::MAX);
                Ok(finish(parser, mark, ExprKind::Field { tuple: Box::new(base), index }))
            }
            _ => Err(parser.error(number.loc, "expected a method or the index of a tuple")),
        };
    }
    let name = parser.name("a method")?;
    let arguments = parser.group(Delimiter::Parenthesis, |inside| inside.list(expression));
    let arguments = arguments.map(|(arguments, _)| arguments).unwrap_or_default();
    Ok(finish(parser, mark, ExprKind::Method { receiver: Box::new(base), name, arguments }))
}

fn primary(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
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
    let name = parser.name("an expression")?;
    if &*name.text == "None" {
        return Ok(Expr { kind: ExprKind::None, loc: name.loc });
    }
    if parser.at("::") {
        let loc = parser.here();
        return Err(parser.report(
            Diagnostic::new(loc, "paths are not known here")
                .note("a macro sees tokens, not the program around: only names of this `model!` call can be used"),
        ));
    }
    if !parser.at_group(Delimiter::Parenthesis) {
        return Ok(Expr { kind: ExprKind::Name(name.text), loc: name.loc });
    }
    let arguments = parser.group(Delimiter::Parenthesis, |inside| inside.list(argument));
    let arguments = arguments.map(|(arguments, _)| arguments).unwrap_or_default();
    Ok(finish(parser, mark, ExprKind::Call { callee: name, arguments }))
}

/// Rust words that mean something elsewhere.
fn foreign_keyword(parser: &mut Parser<'_, '_, '_>) -> Option<Reported> {
    let word = parser.peek_word()?;
    let help = match &*word {
        "match" => "use `if` and `else if`",
        "while" | "loop" => "use `for` over a range or a list",
        "return" => "the value of a block is its last expression",
        "break" | "continue" => "use `if` inside the loop",
        _ => return None,
    };
    let loc = parser.here();
    Some(
        parser.report(Diagnostic::new(loc, format!("there is no `{word}` in `model!`")).help(help)),
    )
}

/// `name = value` or `value`
fn argument(parser: &mut Parser<'_, '_, '_>) -> Result<Argument, Reported> {
    if parser.at_word_then("=") {
        let name = parser.name("an argument")?;
        parser.require("=")?;
        return Ok(Argument { name: Some(name), value: argument_value(parser)? });
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
        return Ok(Argument { name: Some(name), value: argument_value(parser)? });
    }
    Ok(Argument { name: None, value: argument_value(parser)? })
}

/// The value of an argument; one that cannot be read still fills its place.
fn argument_value(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    match expression(parser) {
        Ok(value) => Ok(value),
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
        let mut failed = None;
        let items = inside.list(|inside| {
            let item = expression(inside).inspect_err(|reported| failed = Some(*reported))?;
            commas |= inside.at(",");
            Ok(item)
        });
        (items, commas, failed)
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
    let inside = parser.group(Delimiter::Bracket, |inside| {
        if inside.at_end() {
            return Ok(ExprKind::List(Vec::new()));
        }
        let first = expression(inside)?;
        if inside.eat(";").is_some() {
            let count = expression(inside)?;
            return Ok(ExprKind::Repeat { value: Box::new(first), count: Box::new(count) });
        }
        let mut items = vec![first];
        if !inside.at_end() {
            inside.require(",")?;
            items.extend(inside.list(expression));
        }
        Ok(ExprKind::List(items))
    });
    match inside {
        Some((kind, delimiters)) => Ok(Expr { kind: kind?, loc: delimiters.whole }),
        None => Err(parser.expected("an expression")),
    }
}

/// `if condition { .. } else if .. else { .. }`
fn conditional(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    parser.eat_word("if");
    let condition = expression(parser)?;
    let then = block(parser)?;
    let otherwise = if parser.eat_word("else").is_none() {
        None
    } else if parser.at_word("if") {
        Some(Box::new(parser.nested(conditional)?))
    } else {
        let mark = parser.mark();
        let block = block(parser)?;
        Some(Box::new(finish(parser, mark, ExprKind::Block(block))))
    };
    Ok(finish(parser, mark, ExprKind::If { condition: Box::new(condition), then, otherwise }))
}

fn literal(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let Some((literal, loc)) = parser.literal() else {
        return Err(parser.expected("a literal"));
    };
    let kind = match Lit::new(literal) {
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
        Lit::Char(_) => {
            let diagnostic = Diagnostic::new(loc, "a string is written with double quotes");
            return Err(parser.report(diagnostic));
        }
        _ => return Err(parser.error(loc, "expected a number or a string")),
    };
    Ok(Expr { kind, loc })
}

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
                let name: String = chars.by_ref().take_while(|c| *c != '}').collect();
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
