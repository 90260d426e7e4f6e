//! Blocks and statements.

use std::collections::BTreeSet;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::layers;
use proc_macro2::Delimiter;

use super::expressions::{condition, ends_in_error, expression, without_value};
use super::foreign;
use super::items::function;
use super::parser::Parser;
use super::shapes::shape;
use super::tree::{BinaryOperator, Block, Expr, ExprKind, Name, Pattern, Statement};

/// `{ statements; tail }`
pub(super) fn block(parser: &mut Parser<'_, '_, '_>) -> Result<Block, Reported> {
    let inside = parser.nested(|parser| Ok(parser.group(Delimiter::Brace, statements)))?;
    match inside {
        Some((block, delimiters)) => Ok(Block { end: delimiters.close, ..block }),
        None if parser.at(":") => {
            let loc = parser.here();
            let diagnostic = Diagnostic::new(loc, "expected `{`, found `:`");
            Err(parser.report(diagnostic.help("a body stands in braces: `{ .. }`")))
        }
        None => Err(parser.expected("`{`")),
    }
}

fn statements(parser: &mut Parser<'_, '_, '_>) -> Block {
    let mut block = Block::default();
    while !parser.at_end() {
        if parser.eat(";").is_some() {
            continue;
        }
        let (before, _) = parser.reported();
        let position = parser.position();
        match statement(parser) {
            Ok(Step::Statement(statement)) => block.statements.push(statement),
            Ok(Step::Tail(expr)) => {
                block.tail = Some(Box::new(expr));
                break;
            }
            Err(reported) => {
                recover(parser);
                let loc = parser.here();
                let error = Expr { kind: ExprKind::Error(reported), loc };
                block.statements.push(Statement::Expr(error));
            }
        }
        // Whatever stands here, reading goes on behind it.
        if parser.position() == position {
            parser.token_tree();
        }
        // The value of the block may be in what was skipped.
        if let (after, Some(reported)) = parser.reported()
            && parser.at_end()
            && after > before
        {
            let loc = parser.here();
            block.tail = Some(Box::new(Expr { kind: ExprKind::Error(reported), loc }));
        }
    }
    block
}

enum Step {
    Statement(Statement),
    Tail(Expr),
}

fn statement(parser: &mut Parser<'_, '_, '_>) -> Result<Step, Reported> {
    if (parser.at_fragment_before(&[";"]) || parser.at_fragment_with("for"))
        && let Some(step) = parser.nested(|parser| Ok(parser.fragment(statement)))?
    {
        let ended = parser.eat(";").is_some();
        return step.map(|step| match step {
            Step::Tail(expr) if ended => Step::Statement(Statement::Expr(expr)),
            step => step,
        });
    }
    if parser.at_word("let") {
        return binding(parser, false).map(Step::Statement);
    }
    if parser.at_word_then_word("mut") {
        parser.report_here("expected `let` before `mut`", "write `let mut`");
        // `mut let x`
        let mutable = parser.word_behind_word().is_some_and(|word| word == "let");
        if mutable {
            parser.eat_word("mut");
        }
        return binding(parser, mutable).map(Step::Statement);
    }
    if parser.at_declaration() {
        let found = parser.found();
        parser.report_here(
            &format!("expected `let`, found {found}"),
            "a new name begins with `let`, or with `let mut` where it changes",
        );
        parser.token_tree();
        return binding(parser, true).map(Step::Statement);
    }
    if parser.at_word_then(":=") {
        return walrus(parser).map(Step::Statement);
    }
    if parser.at_word("for") {
        return repetition(parser).map(Step::Statement);
    }
    if parser.at_word("assert") && parser.at_word_then("!") {
        return assertion(parser).map(Step::Statement);
    }
    if parser.at_word_then_value("assert") {
        let loc = parser.here();
        let diagnostic = Diagnostic::new(loc, "expected `assert!`, found `assert`");
        return Err(parser.report(diagnostic.help(foreign::ASSERTION)));
    }
    if let Some(statement) = assignment(parser) {
        return statement.map(Step::Statement);
    }
    if parser.at_word_then_word("const") || parser.at_word_then_word("static") {
        return item_value(parser).map(Step::Statement);
    }
    if parser.at_word_then_word("fn") {
        return inner_function(parser).map(Step::Statement);
    }
    if parser.at("#") && parser.at_attribute() {
        let loc = parser.here();
        parser.error(loc, "attributes stand before items only");
        parser.eat("#");
        parser.token_tree();
        return statement(parser);
    }
    let expr = expression(parser)?;
    if parser.eat(";").is_some() {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    if ASSIGNMENTS.iter().any(|(symbol, _)| parser.at(symbol)) {
        let reported = not_assignable(parser, &expr);
        return match (as_pattern(&expr), parser.eat("=")) {
            (Some(pattern), Some(_)) => {
                let loc = value(parser).loc;
                let value = Expr { kind: ExprKind::Error(reported), loc };
                Ok(Step::Statement(Statement::Let { pattern, shape: None, value }))
            }
            _ => Err(reported),
        };
    }
    for (symbol, step) in [("++", "+="), ("--", "-=")] {
        if let Some(loc) = parser.eat(symbol) {
            let name = match &expr.kind {
                ExprKind::Name(name) => name,
                _ => "n",
            };
            let diagnostic = Diagnostic::new(loc, format!("there is no operator `{symbol}`"));
            return Err(parser.report(diagnostic.help(format!("write `{name} {step} 1`"))));
        }
    }
    if parser.at_end() {
        return Ok(Step::Tail(expr));
    }
    if matches!(expr.kind, ExprKind::If { .. } | ExprKind::Block(_)) {
        return Ok(Step::Statement(Statement::Expr(expr)));
    }
    match missing_semicolon(parser, &expr) {
        Some((reported, _)) if parser.at_end() => {
            let loc = expr.loc;
            Ok(Step::Tail(Expr { kind: ExprKind::Error(reported), loc }))
        }
        // An unfinished word is one mistake, and what was skipped may have belonged to the expression.
        Some((reported, skipped)) if skipped || matches!(expr.kind, ExprKind::Name(_)) => {
            let error = Expr { kind: ExprKind::Error(reported), loc: expr.loc };
            Ok(Step::Statement(Statement::Expr(error)))
        }
        _ => Ok(Step::Statement(Statement::Expr(expr))),
    }
}

/// `dense.trainable = false;`
fn not_assignable(parser: &mut Parser<'_, '_, '_>, target: &Expr) -> Reported {
    let diagnostic = Diagnostic::new(target.loc, "only a variable can be assigned to");
    parser.report(match &target.kind {
        ExprKind::Method { name, .. } if layers::is_argument(&name.text) => {
            let name = &name.text;
            diagnostic.help(format!(
                "`{name}` is given where the layer is made: `Dense(64, {name} = ..)`"
            ))
        }
        ExprKind::Index { .. } => {
            diagnostic.note("the items of a list do not change: `push` adds one")
        }
        ExprKind::Tuple(_) => diagnostic.help("new names begin with `let`: `let (a, b) = ..`"),
        _ => diagnostic,
    })
}

/// The names of a tuple, as a `let` would bind them.
fn as_pattern(expr: &Expr) -> Option<Pattern> {
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
fn item_value(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let word = parser.peek_word().unwrap_or_default();
    let message = format!("a `{word}` stands outside of bodies, next to the model");
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
fn inner_function(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let loc = parser.here();
    let reported = parser.report(
        Diagnostic::new(loc, "a `fn` stands outside of bodies, next to the model")
            .help("a block is an item of its own"),
    );
    let function = function(parser, &mut Vec::new())?;
    let pattern = Pattern::Name { name: function.name, mutable: false };
    let value = Expr { kind: ExprKind::Error(reported), loc };
    Ok(Statement::Let { pattern, shape: None, value })
}

/// `x := value;`: read as a `let` once it is reported.
fn walrus(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let name = parser.name("a name")?;
    let message = "expected `let` before a new name, found `:=`";
    parser.report_here(message, &format!("write `let {} = ..`", name.text));
    parser.eat(":=");
    let value = value(parser);
    Ok(Statement::Let { pattern: Pattern::Name { name, mutable: true }, shape: None, value })
}

/// `let pattern: [shape] = value;`; `mutable` says that a `mut` was read already.
fn binding(parser: &mut Parser<'_, '_, '_>, mutable: bool) -> Result<Statement, Reported> {
    parser.eat_word("let");
    let pattern = match pattern_or_hole(parser) {
        first if parser.at(",") => several(parser, first, "`=`", "let (a, b) =")?,
        Pattern::Name { name, mutable: own } => Pattern::Name { name, mutable: own || mutable },
        pattern => pattern,
    };
    no_name_twice(parser, &pattern);
    let shape = match parser.eat(":") {
        Some(_) if parser.peek_word().is_some() || parser.at("&") => {
            no_type(parser, &pattern);
            None
        }
        Some(_) => match shape(parser) {
            Ok(shape) => Some(shape),
            Err(_) => {
                skip_to_value(parser);
                None
            }
        },
        None => None,
    };
    if let Err(reported) = parser.require("=") {
        return Ok(Statement::Let { pattern, shape, value: broken(parser, reported) });
    }
    let value = value(parser);
    Ok(Statement::Let { pattern, shape, value })
}

/// `let n: usize = ..`: a value has no type.
fn no_type(parser: &mut Parser<'_, '_, '_>, pattern: &Pattern) {
    let found = parser.found();
    let loc = parser.here();
    let diagnostic =
        Diagnostic::new(loc, format!("expected a shape such as `[28, 28, 1]`, found {found}"));
    parser.report(match pattern {
        Pattern::Name { name, mutable } => {
            let mutable = if *mutable { "mut " } else { "" };
            diagnostic.help(format!("a `let` has no type: write `let {mutable}{} = ..`", name.text))
        }
        _ => diagnostic.note("a `let` has no type, only the shape of a tensor"),
    });
    skip_to_value(parser);
}

fn skip_to_value(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && !parser.at("=") && !parser.at(";") && !parser.at_word("let") {
        parser.token_tree();
    }
}

/// `for pattern in iterable { .. }`
fn repetition(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    let loc = parser.here();
    parser.eat_word("for");
    let pattern = if parser.at_group_with(Delimiter::Parenthesis, ";") {
        let loc = parser.token();
        let diagnostic = Diagnostic::new(loc, "expected a name, found `(`");
        Pattern::Broken(parser.report(diagnostic.help(A_RANGE)), loc)
    } else {
        match pattern_or_hole(parser) {
            first if parser.at(",") => several(parser, first, "`in`", "for (a, b) in")?,
            pattern => pattern,
        }
    };
    no_name_twice(parser, &pattern);
    let broken = match &pattern {
        Pattern::Broken(reported, loc) => Some((*reported, *loc)),
        _ => None,
    };
    if broken.is_some() {
        while !parser.at_end()
            && !parser.at_word("in")
            && !parser.at(";")
            && !parser.at_group(Delimiter::Brace)
        {
            parser.token_tree();
        }
    }
    let iterable = match (parser.eat_word("in"), broken) {
        (Some(_), _) => expression(parser)?,
        (None, Some((reported, loc))) => Expr { kind: ExprKind::Error(reported), loc },
        (None, None) => return Err(parser.expected("`in`")),
    };
    let body = block(parser)?;
    Ok(Statement::For { pattern, iterable, body, loc })
}

/// What a loop of C's is here.
const A_RANGE: &str = "a loop goes over a range or a list: `for i in 0..3 { .. }`";

/// `for a, b in ..`: read as `for (a, b) in ..` once it is reported.
fn several(
    parser: &mut Parser<'_, '_, '_>,
    first: Pattern,
    expected: &str,
    written: &str,
) -> Result<Pattern, Reported> {
    let loc = parser.report_here(
        &format!("expected {expected}, found `,`"),
        &format!("several names stand in parentheses: `{written} ..`"),
    );
    let mut patterns = vec![first];
    while parser.eat(",").is_some() {
        patterns.push(pattern_or_hole(parser));
    }
    Ok(Pattern::Tuple(patterns, loc))
}

/// `assert!(condition, "message");`
fn assertion(parser: &mut Parser<'_, '_, '_>) -> Result<Statement, Reported> {
    parser.eat_word("assert");
    parser.eat("!");
    let mut read = condition as fn(&mut Parser<'_, '_, '_>) -> Result<Expr, Reported>;
    let Some((mut arguments, delimiters)) = parser.group(Delimiter::Parenthesis, |inside| {
        inside.list(|inside| std::mem::replace(&mut read, expression)(inside))
    }) else {
        return Err(parser.expected("`(`"));
    };
    if parser.eat(";").is_none() && !parser.at_end() {
        return Err(parser.expected("`;`"));
    }
    let message = if arguments.len() == 2 { arguments.pop() } else { None };
    match (arguments.pop(), arguments.is_empty()) {
        (Some(condition), true) => Ok(Statement::Assert { condition, message }),
        _ => Err(parser.error(delimiters.whole, "`assert!` takes a condition and a message")),
    }
}

const ASSIGNMENTS: &[(&str, Option<BinaryOperator>)] = &[
    ("=", None),
    ("+=", Some(BinaryOperator::Add)),
    ("-=", Some(BinaryOperator::Subtract)),
    ("*=", Some(BinaryOperator::Multiply)),
    ("/=", Some(BinaryOperator::Divide)),
    ("%=", Some(BinaryOperator::Remainder)),
];

/// `name = value;` or `name += value;`, if one comes next.
fn assignment(parser: &mut Parser<'_, '_, '_>) -> Option<Result<Statement, Reported>> {
    let (symbol, operator) = ASSIGNMENTS.iter().find(|(symbol, _)| parser.at_word_then(symbol))?;
    let target = match parser.name("a name") {
        Ok(target) => target,
        Err(reported) => return Some(Err(reported)),
    };
    let operator_loc = parser.eat(symbol)?;
    let value = assigned(parser);
    Some(Ok(Statement::Assign { target, operator: *operator, operator_loc, value }))
}

/// An expression and its semicolon. One that cannot be read is skipped and stands as an error, so that the
/// names it should have given are known.
fn value(parser: &mut Parser<'_, '_, '_>) -> Expr {
    let start = parser.here();
    match expression(parser) {
        Ok(value) => end_of_value(parser, value, start),
        Err(reported) => broken(parser, reported),
    }
}

fn end_of_value(parser: &mut Parser<'_, '_, '_>, value: Expr, start: Loc) -> Expr {
    if !parser.at_fragment_end()
        && parser.eat(";").is_none()
        && let Some((reported, true)) = missing_semicolon(parser, &value)
    {
        // What was skipped may have belonged to it.
        return Expr { kind: ExprKind::Error(reported), loc: value.loc };
    }
    with_value(parser, value, start)
}

/// What is assigned. At the end of a block the semicolon may go, as in Rust.
fn assigned(parser: &mut Parser<'_, '_, '_>) -> Expr {
    let start = parser.here();
    match expression(parser) {
        Ok(value) if parser.at_end() => with_value(parser, value, start),
        Ok(value) => end_of_value(parser, value, start),
        Err(reported) => broken(parser, reported),
    }
}

/// An expression whose value is used; one without a value is reported.
fn with_value(parser: &mut Parser<'_, '_, '_>, expr: Expr, start: Loc) -> Expr {
    match without_value(&expr, start) {
        Some((loc, message, help)) => {
            let reported = parser.report(Diagnostic::new(loc, message).help(help));
            Expr { kind: ExprKind::Error(reported), loc: expr.loc }
        }
        None => expr,
    }
}

fn broken(parser: &mut Parser<'_, '_, '_>, reported: Reported) -> Expr {
    let loc = parser.here();
    recover(parser);
    Expr { kind: ExprKind::Error(reported), loc }
}

/// Reports a missing semicolon, and says whether something was skipped.
fn missing_semicolon(parser: &mut Parser<'_, '_, '_>, before: &Expr) -> Option<(Reported, bool)> {
    if ends_in_error(before) {
        return None;
    }
    let found = parser.found();
    let loc = parser.token();
    let diagnostic = if parser.at_end() {
        Diagnostic::new(loc, "expected `;` at the end of this statement")
    } else if parser.at_ternary() {
        Diagnostic::new(loc, "expected `;`, found `if` behind a value").help(foreign::CHOICE)
    } else if parser.word_behind(",").is_some()
        && matches!(before.kind, ExprKind::Name(_) | ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, "expected `;`, found `,`")
            .help("several tensors or values stand in parentheses: `(a, b)`")
    } else if let Some(help) = foreign::help(&found) {
        Diagnostic::new(loc, format!("expected `;`, found {found}")).help(help)
    } else if starts_statement(parser)
        || parser.begins_value()
        || matches!(before.kind, ExprKind::Pipe(_) | ExprKind::Call { .. })
    {
        Diagnostic::new(loc, format!("expected `;` or `->` before {found}"))
    } else {
        Diagnostic::new(loc, format!("expected `;` before {found}"))
    };
    let ternary = parser.at_ternary();
    let reported = parser.report(diagnostic);
    let skips = ternary || !(starts_statement(parser) || parser.begins_operation());
    if skips {
        recover(parser);
    }
    Some((reported, skips))
}

fn starts_statement(parser: &Parser<'_, '_, '_>) -> bool {
    ["let", "for", "if", "assert"].iter().any(|word| parser.at_word(word))
        || ASSIGNMENTS.iter().any(|(symbol, _)| parser.at_word_then(symbol))
}

/// Skips to where the next statement begins.
fn recover(parser: &mut Parser<'_, '_, '_>) {
    while !parser.at_end() && parser.eat(";").is_none() {
        if parser.at_word("let") || parser.at_word("for") {
            return;
        }
        let is_body = parser.at_group(Delimiter::Brace);
        parser.token_tree();
        // What follows a body on its own is a statement of its own.
        let goes_on =
            ["else", "elif", "catch", "except", "finally"].iter().any(|word| parser.at_word(word));
        if is_body && !goes_on && (starts_statement(parser) || parser.begins_value()) {
            return;
        }
    }
}

/// A pattern, or a hole where a name is missing.
fn pattern_or_hole(parser: &mut Parser<'_, '_, '_>) -> Pattern {
    pattern(parser).unwrap_or_else(|reported| {
        let loc = parser.here();
        Pattern::Broken(reported, loc)
    })
}

/// Reports names that a pattern binds again.
fn no_name_twice(parser: &mut Parser<'_, '_, '_>, pattern: &Pattern) {
    let mut names = BTreeSet::new();
    let mut patterns = vec![pattern];
    while let Some(pattern) = patterns.pop() {
        match pattern {
            Pattern::Tuple(inner, _) => patterns.extend(inner.iter().rev()),
            Pattern::Name { name, .. } => {
                if !names.insert(&name.text) {
                    let message = format!("`{}` is bound twice in this pattern", name.text);
                    parser.error(name.loc, message);
                }
            }
            Pattern::Wild | Pattern::Broken(..) => {}
        }
    }
}

/// `name`, `mut name`, `_`, `(a, b)` or, for the items of a list, `[a, b]`
fn pattern(parser: &mut Parser<'_, '_, '_>) -> Result<Pattern, Reported> {
    parser.nested(|parser| {
        if let Some(pattern) = parser.fragment(pattern) {
            return pattern;
        }
        if parser.eat_word("_").is_some() {
            return Ok(Pattern::Wild);
        }
        for delimiter in [Delimiter::Parenthesis, Delimiter::Bracket] {
            let group =
                parser.group(delimiter, |inside| inside.list(|inside| Ok(pattern_or_hole(inside))));
            if let Some((patterns, delimiters)) = group {
                return Ok(Pattern::Tuple(patterns, delimiters.whole));
            }
        }
        let mutable = parser.eat_word("mut").is_some();
        let name = parser.name("a name")?;
        Ok(Pattern::Name { name, mutable })
    })
}
