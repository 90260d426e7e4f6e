//! Lookahead.

use proc_macro2::{Delimiter, Literal, Span, TokenTree};
use syn::buffer::Cursor;

use super::{End, Parser, is_keyword};
use crate::syntax::tokens::{self, punctuation};

impl<'a> Parser<'a, '_, '_> {
    pub(crate) fn at_end(&self) -> bool {
        self.cursor.eof()
    }

    pub(crate) fn at_word(&self, word: &str) -> bool {
        tokens::ident(self.cursor).is_some_and(|(ident, _)| ident == word)
    }

    /// The identifier that comes next.
    pub(crate) fn peek_word(&self) -> Option<String> {
        tokens::ident(self.cursor).map(|(ident, _)| ident.to_string())
    }

    pub(crate) fn at_literal(&self) -> bool {
        tokens::literal(self.cursor).is_some()
    }

    /// True if a group comes next that no fragment holds: what follows an operand may belong to it.
    pub(crate) fn at_own_group(&self, delimiter: Delimiter) -> bool {
        self.cursor.group(Delimiter::None).is_none() && self.at_group(delimiter)
    }

    /// True if a fragment of several tokens comes next.
    pub(crate) fn at_fragment(&self) -> bool {
        tokens::fragment(self.cursor).is_some()
    }

    /// True if a fragment comes next that begins with this word.
    pub(crate) fn at_fragment_with(&self, word: &str) -> bool {
        tokens::fragment(self.cursor)
            .and_then(|(inside, _)| tokens::ident(inside))
            .is_some_and(|(ident, _)| ident == word)
    }

    /// True if a fragment comes next that is a visibility: `pub(crate)`.
    pub(crate) fn at_fragment_of_visibility(&self) -> bool {
        tokens::fragment(self.cursor).is_some_and(|(inside, _)| {
            let restriction = tokens::ident(inside)
                .filter(|(ident, _)| ident == "pub")
                .and_then(|(_, rest)| tokens::group(rest, Delimiter::Parenthesis));
            restriction.is_some_and(|(.., rest)| rest.eof())
        })
    }

    /// True if a fragment comes next and then one of these, or the end.
    pub(crate) fn at_fragment_before(&self, symbols: &[&str]) -> bool {
        tokens::fragment(self.cursor).is_some_and(|(_, rest)| {
            rest.eof() || symbols.iter().any(|symbol| punctuation(rest, symbol).is_some())
        })
    }

    /// True if the end of a fragment comes next.
    pub(crate) fn at_fragment_end(&self) -> bool {
        self.at_end() && matches!(self.end, End::Fragment)
    }

    pub(crate) fn at_group(&self, delimiter: Delimiter) -> bool {
        tokens::group(self.cursor, delimiter).is_some()
    }

    /// True if exactly this punctuation comes next: `=` is not the start of `==`.
    pub(crate) fn at(&self, symbol: &str) -> bool {
        self.after(symbol).is_some()
    }

    /// True if an identifier and then this punctuation come next.
    pub(crate) fn at_word_then(&self, symbol: &str) -> bool {
        match tokens::ident(self.cursor) {
            Some((_, rest)) => punctuation(rest, symbol).is_some(),
            None => false,
        }
    }

    /// True if an identifier and then a group come next.
    pub(crate) fn at_word_then_group(&self, delimiter: Delimiter) -> bool {
        tokens::ident(self.cursor).is_some_and(|(_, rest)| tokens::group(rest, delimiter).is_some())
    }

    /// True if two words and `=` come next, as where another language declares a variable.
    pub(crate) fn at_declaration(&self) -> bool {
        let is_name = |ident: &proc_macro2::Ident| !is_keyword(&ident.to_string());
        let Some((first, rest)) = tokens::ident(self.cursor) else { return false };
        let Some((second, rest)) = tokens::ident(rest) else { return false };
        let is_mutable = second == "mut";
        let (second, rest) = match tokens::ident(rest).filter(|_| is_mutable) {
            Some((second, rest)) => (second, rest),
            None => (second, rest),
        };
        let is_bound = ["=", ":"].iter().any(|sign| punctuation(rest, sign).is_some());
        is_name(&first) && is_name(&second) && is_bound
    }

    /// True if two words come next, the first of which is this.
    pub(crate) fn at_word_then_word(&self, word: &str) -> bool {
        tokens::ident(self.cursor)
            .is_some_and(|(ident, rest)| ident == word && tokens::ident(rest).is_some())
    }

    /// True if a value comes next: a name, a literal or a group.
    pub(crate) fn at_word_then_value(&self, word: &str) -> bool {
        tokens::ident(self.cursor).is_some_and(|(ident, rest)| {
            ident == word
                && (tokens::ident(rest).is_some()
                    || tokens::literal(rest).is_some()
                    || tokens::group(rest, Delimiter::Parenthesis).is_some())
        })
    }

    /// The word behind this punctuation, if both come next.
    pub(crate) fn word_behind(&self, symbol: &str) -> Option<String> {
        let (rest, ..) = self.after(symbol)?;
        tokens::ident(rest).map(|(ident, _)| ident.to_string())
    }

    /// True if this punctuation and then a literal come next.
    pub(crate) fn literal_behind(&self, symbol: &str) -> bool {
        self.after(symbol).is_some_and(|(rest, ..)| rest.literal().is_some())
    }

    /// True if this punctuation and then brackets or parentheses come next.
    pub(crate) fn at_then_shape(&self, symbol: &str) -> bool {
        self.at_then_list(symbol)
            || self
                .after(symbol)
                .is_some_and(|(rest, ..)| tokens::group(rest, Delimiter::Parenthesis).is_some())
    }

    /// True if this punctuation and then brackets come next.
    pub(crate) fn at_then_list(&self, symbol: &str) -> bool {
        self.after(symbol)
            .is_some_and(|(rest, ..)| tokens::group(rest, Delimiter::Bracket).is_some())
    }

    /// True if `--` and the end of the statement come next.
    pub(crate) fn at_decrement(&self) -> bool {
        self.after("--").is_some_and(|(rest, ..)| rest.eof() || punctuation(rest, ";").is_some())
    }

    /// True if a word and then a literal come next.
    pub(crate) fn at_word_then_literal(&self) -> bool {
        tokens::ident(self.cursor).is_some_and(|(_, rest)| tokens::literal(rest).is_some())
    }

    /// The word behind the word that comes next.
    pub(crate) fn word_behind_word(&self) -> Option<String> {
        let (_, rest) = tokens::ident(self.cursor)?;
        tokens::ident(rest).map(|(ident, _)| ident.to_string())
    }

    /// True if an arrow comes next in two pieces: `- >`.
    pub(crate) fn at_split_arrow(&self) -> bool {
        self.after("-").is_some_and(|(rest, ..)| punctuation(rest, ">").is_some())
    }

    /// True if a group comes next that holds this punctuation.
    pub(crate) fn at_group_with(&self, delimiter: Delimiter, symbol: &str) -> bool {
        let Some((mut inside, ..)) = tokens::group(self.cursor, delimiter) else {
            return false;
        };
        while let Some((_, after)) = tokens::tree(inside) {
            if punctuation(inside, symbol).is_some() {
                return true;
            }
            inside = after;
        }
        false
    }

    /// True if a name comes next that stands alone, up to a comma or the end.
    pub(crate) fn at_only_word(&self) -> bool {
        tokens::ident(self.cursor).is_some_and(|(ident, rest)| {
            !is_keyword(&ident.to_string()) && (rest.eof() || punctuation(rest, ",").is_some())
        })
    }

    /// True if `#` and brackets come next.
    pub(crate) fn at_attribute(&self) -> bool {
        punctuation(self.cursor, "#")
            .is_some_and(|(rest, ..)| tokens::group(rest, Delimiter::Bracket).is_some())
    }

    /// True if a name, `!` and a group come next.
    pub(crate) fn at_macro_call(&self) -> bool {
        self.cursor
            .ident()
            .and_then(|(_, rest)| punctuation(rest, "!"))
            .and_then(|(rest, ..)| tokens::tree(rest))
            .is_some_and(|(tree, _)| matches!(tree, TokenTree::Group(_)))
    }

    /// True if an `if` comes next that stands between two values, as in Python: its `else` follows no body.
    pub(crate) fn at_ternary(&self) -> bool {
        let Some((_, mut rest)) = tokens::ident(self.cursor).filter(|(ident, _)| ident == "if")
        else {
            return false;
        };
        while let Some((tree, after)) = tokens::tree(rest) {
            match &tree {
                TokenTree::Ident(ident) if ident == "else" => return true,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return false,
                TokenTree::Punct(punct) if punct.as_char() == ';' => return false,
                _ => rest = after,
            }
        }
        false
    }

    pub(super) fn after(&self, symbol: &str) -> Option<(Cursor<'a>, Span, Span)> {
        punctuation(self.cursor, symbol)
    }

    /// The literal that comes next, if nothing behind it belongs to it.
    pub(crate) fn peek_last_literal(&self) -> Option<Literal> {
        let (literal, rest) = tokens::literal(self.cursor)?;
        (punctuation(rest, ".").is_none() && tokens::group(rest, Delimiter::Bracket).is_none())
            .then_some(literal)
    }

    pub(crate) fn begins_value(&self) -> bool {
        match tokens::tree(self.cursor) {
            Some((TokenTree::Ident(ident), _)) => !is_keyword(&ident.to_string()),
            Some((TokenTree::Literal(_), _)) => true,
            Some((TokenTree::Group(group), _)) => group.delimiter() != Delimiter::Brace,
            _ => false,
        }
    }

    /// True if a name and an operator or an arrow come next, as at the start of a statement.
    pub(crate) fn begins_operation(&self) -> bool {
        ["->", "+", "-", "*", "."].iter().any(|symbol| self.at_word_then(symbol))
            || self.at_group(Delimiter::Parenthesis)
    }
}
