//! Operators, loosest first, and what they stand between.

use modelwright_core::diagnostic::{Diagnostic, Loc};
use modelwright_core::layers;

use crate::syntax::expressions::literals::is_least;
use crate::syntax::expressions::postfix::postfix;
use crate::syntax::expressions::{Parsed, finish};
use crate::syntax::habits;
use crate::syntax::habits::calls::generic_arguments;
use crate::syntax::habits::operators::left_arrow;
use crate::syntax::parser::Parser;
use crate::syntax::tree::{BinaryOperator, ExprKind, UnaryOperator};

/// Maximum number of consecutive operators of one precedence.
const CHAIN_LIMIT: usize = 200;

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

pub(super) fn or(parser: &mut Parser<'_, '_, '_>) -> Parsed {
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

pub(in crate::syntax) fn range(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let start = sum(parser)?;
    let inclusive = parser.eat("..=").is_some() || habits::operators::three_dots(parser);
    if !inclusive && parser.eat("..").is_none() {
        return Ok(start);
    }
    let end = sum(parser)?;
    let kind = ExprKind::Range { start: Box::new(start), end: Box::new(end), inclusive };
    Ok(finish(parser, mark, kind))
}

pub(super) fn sum(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    binary(parser, SUMS, product)
}

fn product(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let product = binary(parser, PRODUCTS, cast)?;
    if parser.at("**") { habits::operators::power(parser, mark) } else { Ok(product) }
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
        let right = parser.operand(operand)?;
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
    if habits::operators::is_no_operator(parser) {
        return None;
    }
    let ours = |parser: &mut Parser<'_, '_, '_>| {
        operators.iter().find_map(|(symbol, operator)| Some((*operator, parser.eat(symbol)?)))
    };
    match habits::operators::meant(parser) {
        None => ours(parser),
        Some(meant) if operators.iter().any(|(_, operator)| *operator == meant.operator) => {
            Some((meant.operator, meant.take(parser)))
        }
        Some(_) => None,
    }
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

pub(in crate::syntax) fn unary(parser: &mut Parser<'_, '_, '_>) -> Parsed {
    let mark = parser.mark();
    let operator = if parser.at_fragment() {
        return postfix(parser);
    } else if parser.eat("-").is_some() {
        UnaryOperator::Negate
    } else if parser.eat("!").is_some() || habits::operators::not(parser) {
        UnaryOperator::Not
    } else if parser.at_then_list("&") {
        // What a list is borrowed for, it is here anyway.
        parser.eat("&");
        return postfix(parser);
    } else if habits::operators::reference(parser) {
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
