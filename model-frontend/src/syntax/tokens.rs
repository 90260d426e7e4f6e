//! Tokens at a cursor.
//!
//! `macro_rules!` puts a group without delimiters around what a fragment such as `$e:expr` matched. Such a group is
//! one operand: nothing here looks into it, unless it holds a single token tree. Whoever reads what a fragment may
//! stand for enters it as a whole.

use proc_macro2::extra::DelimSpan;
use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenTree};
use syn::Lifetime;
use syn::buffer::Cursor;

/// Behind groups that hold nothing, such as an empty `$vis:vis`.
pub(super) fn settled(mut cursor: Cursor<'_>) -> Cursor<'_> {
    while let Some((inside, _, rest)) = cursor.group(Delimiter::None)
        && settled(inside).eof()
    {
        cursor = rest;
    }
    cursor
}

/// The inside of a group without delimiters that holds several token trees, and what follows it.
pub(super) fn fragment(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Cursor<'_>)> {
    let (inside, _, rest) = cursor.group(Delimiter::None)?;
    let mut inside = settled(inside);
    // Passed on from macro to macro, it has a group for each.
    while let Some((deeper, _, after)) = inside.group(Delimiter::None)
        && settled(after).eof()
    {
        inside = settled(deeper);
    }
    let (_, after) = inside.token_tree()?;
    (!settled(after).eof()).then_some((inside, settled(rest)))
}

pub(super) fn ident(cursor: Cursor<'_>) -> Option<(Ident, Cursor<'_>)> {
    let (ident, rest) = visible(cursor)?.ident()?;
    Some((ident, settled(rest)))
}

pub(super) fn literal(cursor: Cursor<'_>) -> Option<(Literal, Cursor<'_>)> {
    let (literal, rest) = visible(cursor)?.literal()?;
    Some((literal, settled(rest)))
}

pub(super) fn punct(cursor: Cursor<'_>) -> Option<(Punct, Cursor<'_>)> {
    let (punct, rest) = visible(cursor)?.punct()?;
    Some((punct, settled(rest)))
}

pub(super) fn lifetime(cursor: Cursor<'_>) -> Option<(Lifetime, Cursor<'_>)> {
    let (lifetime, rest) = visible(cursor)?.lifetime()?;
    Some((lifetime, settled(rest)))
}

/// The next token tree; of a group without delimiters that holds only one, that one.
pub(super) fn tree(cursor: Cursor<'_>) -> Option<(TokenTree, Cursor<'_>)> {
    let (mut tree, rest) = cursor.token_tree()?;
    if fragment(cursor).is_none() {
        let mut inside = cursor;
        while let Some((deeper, ..)) = inside.group(Delimiter::None) {
            inside = settled(deeper);
            tree = inside.token_tree()?.0;
        }
    }
    Some((tree, settled(rest)))
}

/// A cursor that is at no fragment.
fn visible(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    if fragment(cursor).is_some() { None } else { Some(cursor) }
}

/// The inside of a group with these delimiters, and what follows it.
pub(super) fn group(
    cursor: Cursor<'_>,
    delimiter: Delimiter,
) -> Option<(Cursor<'_>, DelimSpan, Cursor<'_>)> {
    let (inside, span, rest) = visible(cursor)?.group(delimiter)?;
    Some((settled(inside), span, settled(rest)))
}

/// This punctuation at the cursor, and only it: the last character must not be joined to one that would
/// make another symbol.
pub(super) fn punctuation<'a>(
    cursor: Cursor<'a>,
    symbol: &str,
) -> Option<(Cursor<'a>, Span, Span)> {
    let mut at = cursor;
    let mut first = None;
    let mut last = None;
    let mut joint = false;
    for (index, wanted) in symbol.chars().enumerate() {
        let (punct, rest) = punct(at)?;
        if punct.as_char() != wanted || (index > 0 && !joint) {
            return None;
        }
        joint = punct.spacing() == Spacing::Joint;
        first = first.or(Some(punct.span()));
        last = Some(punct.span());
        at = rest;
    }
    if joint && let Some((next, _)) = punct(at) {
        let longer = matches!(
            (symbol, next.as_char()),
            ("=" | "!" | "<" | ">" | "+" | "-" | "*" | "/" | "%" | "..", '=')
                | ("-" | "=", '>')
                | (".", '.')
                | ("&", '&')
                | ("|", '|')
                | (":", ':')
                | ("*", '*')
                | ("+", '+')
                | (">", '>')
                | ("<", '<')
        );
        if longer {
            return None;
        }
    }
    Some((at, first?, last?))
}

/// The first and the last token of the next token tree: a group without delimiters has no place of its own.
pub(super) fn ends(cursor: Cursor<'_>) -> (Span, Span) {
    let Some((inside, ..)) = cursor.group(Delimiter::None) else {
        return (cursor.span(), cursor.span());
    };
    let mut last = settled(inside);
    let (first, _) = ends(last);
    while let Some((_, after)) = last.token_tree()
        && !settled(after).eof()
    {
        last = settled(after);
    }
    (first, ends(last).1)
}
