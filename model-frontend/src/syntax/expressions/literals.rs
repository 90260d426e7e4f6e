//! Literals.

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use proc_macro2::Literal;
use syn::Lit;

use crate::syntax::expressions::Parsed;
use crate::syntax::parser::Parser;
use crate::syntax::tree::{Expr, ExprKind, Piece};

pub(super) fn literal(parser: &mut Parser<'_, '_, '_>) -> Parsed {
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
        Lit::Int(int) => match int.base10_digits().parse::<f64>() {
            Ok(value) if value.is_finite() => ExprKind::Float(value),
            _ => return Err(parser.error(loc, format!("`{int}` does not fit a 64-bit float"))),
        },
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

/// True if a literal is the one that is an integer of 64 bits only with a minus before it.
pub(super) fn is_least(literal: Literal) -> bool {
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
    let diagnostic = Diagnostic::new(loc, format!("invalid suffix `{suffix}` for a number"));
    let factor = match suffix {
        "k" | "K" => "1_000",
        "m" | "M" => "1_000_000",
        "g" | "G" | "B" => "1_000_000_000",
        "kb" | "kB" | "KB" | "KiB" => "1024",
        "mb" | "MB" | "MiB" => "1024 * 1024",
        _ => return Some(parser.lost(diagnostic)),
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
                            .help("write a literal brace as `{{`"),
                    ));
                }
                let is_name = name.chars().all(|c| c == '_' || c.is_alphanumeric())
                    && !name.starts_with(|c: char| c.is_numeric())
                    && !name.is_empty();
                if !is_name {
                    return Err(parser.report(
                        Diagnostic::new(loc, format!("expected a name in braces, found `{{{name}}}`"))
                            .help("bind the value with `let` first; write a literal brace as `{{` or `}}`"),
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
                        .help("write a literal brace as `}}`"),
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
