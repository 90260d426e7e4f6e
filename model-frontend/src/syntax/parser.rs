//! Reading tokens one after the other: places, errors and resynchronisation.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use proc_macro2::{Delimiter, Literal, Spacing, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;

use super::foreign;
use super::tree::Name;
use crate::spans::{Range, Spans};

/// How deep expressions and blocks may nest.
const DEPTH_LIMIT: usize = 50;

/// How deep the tree may be, chains of operators included.
const HEIGHT_LIMIT: usize = 300;

/// What parsing of one macro call shares.
#[derive(Debug)]
pub(crate) struct State<'s> {
    spans: &'s mut Spans,
    diagnostics: &'s mut Diagnostics,
    /// Tokens consumed so far.
    position: usize,
    depth: usize,
    /// How deep the tree is that was read at this level so far.
    height: usize,
    last: Span,
    /// The last mistake, and where it stands.
    last_reported: Option<(usize, Reported)>,
}

impl<'s> State<'s> {
    pub(crate) fn new(spans: &'s mut Spans, diagnostics: &'s mut Diagnostics) -> Self {
        Self {
            spans,
            diagnostics,
            position: 0,
            depth: 0,
            height: 0,
            last: Span::call_site(),
            last_reported: None,
        }
    }
}

/// A reader of one token stream: the macro's, or the inside of one group.
pub(crate) struct Parser<'a, 's, 'p> {
    cursor: Cursor<'a>,
    state: &'p mut State<'s>,
    /// The closing delimiter, where "the end" shows.
    close: Option<(Span, char)>,
}

/// Where something begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    span: Span,
    position: usize,
}

/// Delimiters of a group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Delimiters {
    /// Both, with what is between them.
    pub(crate) whole: Loc,
    /// The closing one.
    pub(crate) close: Loc,
}

impl<'a, 's, 'p> Parser<'a, 's, 'p> {
    pub(crate) fn new(cursor: Cursor<'a>, state: &'p mut State<'s>) -> Self {
        Self { cursor, state, close: None }
    }

    // Looking ahead.

    pub(crate) fn at_end(&self) -> bool {
        self.cursor.eof()
    }

    pub(crate) fn at_word(&self, word: &str) -> bool {
        self.cursor.ident().is_some_and(|(ident, _)| ident == word)
    }

    /// The identifier that comes next.
    pub(crate) fn peek_word(&self) -> Option<String> {
        self.cursor.ident().map(|(ident, _)| ident.to_string())
    }

    pub(crate) fn at_literal(&self) -> bool {
        self.cursor.literal().is_some()
    }

    pub(crate) fn at_group(&self, delimiter: Delimiter) -> bool {
        self.cursor.group(delimiter).is_some()
    }

    /// Whether exactly this punctuation comes next: `=` is not the start of `==`.
    pub(crate) fn at(&self, symbol: &str) -> bool {
        self.after(symbol).is_some()
    }

    /// Whether an identifier and then this punctuation come next.
    pub(crate) fn at_word_then(&self, symbol: &str) -> bool {
        match self.cursor.ident() {
            Some((_, rest)) => punctuation(rest, symbol).is_some(),
            None => false,
        }
    }

    /// Whether an identifier and then a group come next.
    pub(crate) fn at_word_then_group(&self, delimiter: Delimiter) -> bool {
        self.cursor.ident().is_some_and(|(_, rest)| rest.group(delimiter).is_some())
    }

    /// Whether two words and `=` come next, as where another language declares a variable.
    pub(crate) fn at_declaration(&self) -> bool {
        let is_name = |ident: &proc_macro2::Ident| !is_keyword(&ident.to_string());
        let Some((first, rest)) = self.cursor.ident() else { return false };
        let Some((second, rest)) = rest.ident() else { return false };
        is_name(&first) && is_name(&second) && punctuation(rest, "=").is_some()
    }

    /// Whether two words come next, the first of which is this.
    pub(crate) fn at_word_then_word(&self, word: &str) -> bool {
        self.cursor.ident().is_some_and(|(ident, rest)| ident == word && rest.ident().is_some())
    }

    /// Whether a value comes next: a name, a literal or a group.
    pub(crate) fn at_word_then_value(&self, word: &str) -> bool {
        self.cursor.ident().is_some_and(|(ident, rest)| {
            ident == word
                && (rest.ident().is_some()
                    || rest.literal().is_some()
                    || rest.group(Delimiter::Parenthesis).is_some())
        })
    }

    /// The word behind this punctuation, if both come next.
    pub(crate) fn word_behind(&self, symbol: &str) -> Option<String> {
        let (rest, ..) = self.after(symbol)?;
        rest.ident().map(|(ident, _)| ident.to_string())
    }

    /// Whether this punctuation and then brackets or parentheses come next.
    pub(crate) fn at_then_shape(&self, symbol: &str) -> bool {
        self.at_then_list(symbol)
            || self
                .after(symbol)
                .is_some_and(|(rest, ..)| rest.group(Delimiter::Parenthesis).is_some())
    }

    /// Whether this punctuation and then brackets come next.
    pub(crate) fn at_then_list(&self, symbol: &str) -> bool {
        self.after(symbol).is_some_and(|(rest, ..)| rest.group(Delimiter::Bracket).is_some())
    }

    /// Whether `--` and the end of the statement come next.
    pub(crate) fn at_decrement(&self) -> bool {
        self.after("--").is_some_and(|(rest, ..)| rest.eof() || punctuation(rest, ";").is_some())
    }

    /// Whether a word and then a literal come next.
    pub(crate) fn at_word_then_literal(&self) -> bool {
        self.cursor.ident().is_some_and(|(_, rest)| rest.literal().is_some())
    }

    /// The word behind the word that comes next.
    pub(crate) fn word_behind_word(&self) -> Option<String> {
        let (_, rest) = self.cursor.ident()?;
        rest.ident().map(|(ident, _)| ident.to_string())
    }

    /// Whether an arrow comes next in two pieces: `- >`.
    pub(crate) fn at_split_arrow(&self) -> bool {
        self.after("-").is_some_and(|(rest, ..)| punctuation(rest, ">").is_some())
    }

    /// Whether a group comes next that holds this punctuation.
    pub(crate) fn at_group_with(&self, delimiter: Delimiter, symbol: &str) -> bool {
        let Some((mut inside, ..)) = self.cursor.group(delimiter) else {
            return false;
        };
        while let Some((_, after)) = inside.token_tree() {
            if punctuation(inside, symbol).is_some() {
                return true;
            }
            inside = after;
        }
        false
    }

    /// Whether a name comes next that stands alone, up to a comma or the end.
    pub(crate) fn at_only_word(&self) -> bool {
        self.cursor.ident().is_some_and(|(ident, rest)| {
            !is_keyword(&ident.to_string()) && (rest.eof() || punctuation(rest, ",").is_some())
        })
    }

    /// Whether `#` and brackets come next.
    pub(crate) fn at_attribute(&self) -> bool {
        punctuation(self.cursor, "#")
            .is_some_and(|(rest, ..)| rest.group(Delimiter::Bracket).is_some())
    }

    /// Whether a name, `!` and a group come next.
    pub(crate) fn at_macro_call(&self) -> bool {
        self.cursor
            .ident()
            .and_then(|(_, rest)| punctuation(rest, "!"))
            .and_then(|(rest, ..)| rest.token_tree())
            .is_some_and(|(tree, _)| matches!(tree, TokenTree::Group(_)))
    }

    /// Whether an `if` comes next that stands between two values, as in Python: its `else` follows no body.
    pub(crate) fn at_ternary(&self) -> bool {
        let Some((_, mut rest)) = self.cursor.ident().filter(|(ident, _)| ident == "if") else {
            return false;
        };
        while let Some((tree, after)) = rest.token_tree() {
            match &tree {
                TokenTree::Ident(ident) if ident == "else" => return true,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return false,
                TokenTree::Punct(punct) if punct.as_char() == ';' => return false,
                _ => rest = after,
            }
        }
        false
    }

    fn after(&self, symbol: &str) -> Option<(Cursor<'a>, Span, Span)> {
        punctuation(self.cursor, symbol)
    }

    // Consuming.

    pub(crate) fn eat_word(&mut self, word: &str) -> Option<Loc> {
        let (ident, rest) = self.cursor.ident().filter(|(ident, _)| ident == word)?;
        Some(self.advance(rest, ident.span(), ident.span(), 1))
    }

    pub(crate) fn eat(&mut self, symbol: &str) -> Option<Loc> {
        let (rest, first, last) = self.after(symbol)?;
        Some(self.advance(rest, first, last, symbol.len()))
    }

    pub(crate) fn literal(&mut self) -> Option<(Literal, Loc)> {
        let (literal, rest) = self.cursor.literal()?;
        let loc = self.advance(rest, literal.span(), literal.span(), 1);
        Some((literal, loc))
    }

    /// Reads the inside of the group that comes next.
    pub(crate) fn group<T>(
        &mut self,
        delimiter: Delimiter,
        read: impl FnOnce(&mut Parser<'a, 's, '_>) -> T,
    ) -> Option<(T, Delimiters)> {
        let (inside, span, rest) = self.cursor.group(delimiter)?;
        let open = self.mark();
        self.state.position += 1;
        self.state.last = span.open();
        let inner = {
            let closing = match delimiter {
                Delimiter::Parenthesis => ')',
                Delimiter::Bracket => ']',
                Delimiter::Brace | Delimiter::None => '}',
            };
            let mut parser =
                Parser { cursor: inside, state: self.state, close: Some((span.close(), closing)) };
            let inner = read(&mut parser);
            if !parser.at_end() {
                parser.unexpected_rest();
            }
            inner
        };
        let close = self.advance(rest, span.close(), span.close(), 1);
        Some((inner, Delimiters { whole: self.since(open), close }))
    }

    /// The tokens of the next token tree, as they are.
    pub(crate) fn token_tree(&mut self) -> Option<TokenTree> {
        let (tree, rest) = self.cursor.token_tree()?;
        self.advance(rest, tree.span(), tree.span(), 1);
        Some(tree)
    }

    /// Everything left in this stream, as it is.
    pub(crate) fn rest(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        while let Some(tree) = self.token_tree() {
            tokens.extend([tree]);
        }
        tokens
    }

    fn advance(&mut self, rest: Cursor<'a>, first: Span, last: Span, tokens: usize) -> Loc {
        let position = self.state.position;
        self.cursor = rest;
        self.state.position += tokens;
        self.state.last = last;
        self.state.spans.add(Range { first, last, position })
    }

    // Places.

    pub(crate) fn mark(&self) -> Mark {
        let span = if self.at_end() { self.end_span() } else { self.cursor.span() };
        Mark { span, position: self.state.position }
    }

    /// From a mark to the last token consumed.
    pub(crate) fn since(&mut self, mark: Mark) -> Loc {
        let last = if self.state.position == mark.position { mark.span } else { self.state.last };
        self.state.spans.add(Range { first: mark.span, last, position: mark.position })
    }

    /// The token that comes next, or the end of the group.
    pub(crate) fn here(&mut self) -> Loc {
        let span = self.mark().span;
        self.state.spans.add(Range { first: span, last: span, position: self.state.position })
    }

    /// The same, but of a group only its opening delimiter.
    pub(crate) fn token(&mut self) -> Loc {
        let span = match self.cursor.token_tree() {
            Some((TokenTree::Group(group), _)) if group.delimiter() != Delimiter::None => {
                group.span_open()
            }
            _ => self.mark().span,
        };
        self.state.spans.add(Range { first: span, last: span, position: self.state.position })
    }

    fn end_span(&self) -> Span {
        self.close.map_or(self.state.last, |(span, _)| span)
    }

    // Errors.

    pub(crate) fn error(&mut self, loc: Loc, message: impl Into<String>) -> Reported {
        self.report(Diagnostic::new(loc, message))
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        // What cannot be read is said once, whoever tries to read it.
        let position = self.state.spans.get(diagnostic.loc).position;
        if let Some((last, reported)) = self.state.last_reported
            && last == position
        {
            return reported;
        }
        let reported = self.state.diagnostics.error(diagnostic);
        self.state.last_reported = Some((position, reported));
        reported
    }

    /// Reports that something else should stand here.
    pub(crate) fn expected(&mut self, what: &str) -> Reported {
        let found = self.found();
        let loc = self.token();
        let diagnostic = Diagnostic::new(loc, format!("expected {what}, found {found}"));
        // Where one token has its place, another says nothing of what was meant.
        let is_operator = matches!(&*found, "`^`" | "`@`");
        let help = foreign::help(&found).filter(|_| is_operator || !what.starts_with('`'));
        self.report(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        })
    }

    /// Reports a mistake at the token that comes next, with its fix.
    pub(crate) fn report_here(&mut self, message: &str, help: &str) -> Loc {
        let loc = self.here();
        self.report(Diagnostic::new(loc, message).help(help));
        loc
    }

    /// What comes next, in words.
    pub(crate) fn found(&self) -> String {
        match self.cursor.token_tree() {
            None => match self.close {
                Some((_, closing)) => format!("`{closing}`"),
                None => "the end of the macro".into(),
            },
            Some((TokenTree::Group(group), _)) => match group.delimiter() {
                Delimiter::Parenthesis => "`(`".into(),
                Delimiter::Brace => "`{`".into(),
                Delimiter::Bracket => "`[`".into(),
                Delimiter::None => "an expression".into(),
            },
            _ if self.cursor.lifetime().is_some() => match self.cursor.lifetime() {
                Some((lifetime, _)) => format!("`{lifetime}`"),
                None => "a lifetime".into(),
            },
            Some((TokenTree::Punct(_), _)) => {
                const SYMBOLS: [&str; 25] = [
                    "..=", "===", ":=", "<>", "-->", "->", "=>", "<-", "~>", "::", "==", "!=",
                    "<=", ">=", "&&", "||", "+=", "-=", "*=", "..", "**", "++", "|>", ">>", "<<",
                ];
                let long = SYMBOLS.iter().find(|symbol| self.at(symbol));
                match (long, self.cursor.punct()) {
                    (Some(symbol), _) => format!("`{symbol}`"),
                    (None, Some((punct, _))) => format!("`{}`", punct.as_char()),
                    (None, None) => "punctuation".into(),
                }
            }
            Some((tree, _)) => format!("`{tree}`"),
        }
    }

    /// Requires this punctuation.
    pub(crate) fn require(&mut self, symbol: &str) -> Result<Loc, Reported> {
        self.eat(symbol).ok_or_else(|| self.expected(&format!("`{symbol}`")))
    }

    /// Requires a name, which may not be a keyword of the language.
    pub(crate) fn name(&mut self, what: &str) -> Result<Name, Reported> {
        match self.cursor.ident() {
            Some((ident, rest)) if !is_keyword(&ident.to_string()) => {
                let text: Rc<str> = ident.to_string().trim_start_matches("r#").into();
                let loc = self.advance(rest, ident.span(), ident.span(), 1);
                Ok(Name { text, loc })
            }
            _ => Err(self.expected(what)),
        }
    }

    /// Reports tokens left over at the end of a group, once.
    fn unexpected_rest(&mut self) {
        let found = self.found();
        let loc = self.here();
        self.error(loc, format!("unexpected {found}"));
        self.rest();
    }

    /// Skips up to and over the next `symbol`, or to the end.
    pub(crate) fn skip_past(&mut self, symbol: &str) {
        while !self.at_end() && self.eat(symbol).is_none() {
            self.token_tree();
        }
    }

    pub(crate) fn begins_value(&self) -> bool {
        match self.cursor.token_tree() {
            Some((TokenTree::Ident(ident), _)) => !is_keyword(&ident.to_string()),
            Some((TokenTree::Literal(_), _)) => true,
            Some((TokenTree::Group(group), _)) => group.delimiter() != Delimiter::Brace,
            _ => false,
        }
    }

    /// Whether a name and an operator or an arrow come next, as at the start of a statement.
    pub(crate) fn begins_operation(&self) -> bool {
        ["->", "+", "-", "*", "."].iter().any(|symbol| self.at_word_then(symbol))
            || self.at_group(Delimiter::Parenthesis)
    }

    /// How many mistakes were reported so far, and the last of them.
    pub(crate) fn reported(&self) -> (usize, Option<Reported>) {
        (self.state.diagnostics.len(), self.state.last_reported.map(|(_, reported)| reported))
    }

    /// Skips to where the next item can begin: behind a `;` or a body, or before one of these words.
    pub(crate) fn skip_item(&mut self, words: &[&str]) {
        while !self.at_end() && !words.iter().any(|word| self.at_word(word)) && !self.at("#") {
            let ends = self.at(";") || self.at_group(Delimiter::Brace);
            self.token_tree();
            if ends {
                return;
            }
        }
    }

    /// Reads a list with commas. An element that fails is skipped up to the next comma.
    pub(crate) fn list<T>(
        &mut self,
        element: impl FnMut(&mut Self) -> Result<T, Reported>,
    ) -> Vec<T> {
        self.list_with_commas(element).0
    }

    /// The same, and whether a comma was missing: where one list begins and the next ends is a guess then.
    pub(crate) fn list_with_commas<T>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Result<T, Reported>,
    ) -> (Vec<T>, Option<Reported>) {
        let mut elements = Vec::new();
        let mut missing = None;
        while !self.at_end() {
            let before = self.state.position;
            match element(self) {
                Ok(element) => elements.push(element),
                Err(_) => {
                    self.skip_past(",");
                    continue;
                }
            }
            if self.at_end() {
                break;
            }
            if self.eat(",").is_none() {
                // The comma of another language, which is one mistake in a list.
                if self.at(";") {
                    missing = missing.or_else(|| Some(self.expected("`,`")));
                    self.eat(";");
                    continue;
                }
                missing = Some(self.expected("`,`"));
                // A forgotten comma, or something that does not belong here. An element without tokens stands
                // for one that could not be read: something has to be skipped, or reading would never end.
                if self.state.position == before || !self.begins_value() {
                    self.skip_past(",");
                }
            }
        }
        (elements, missing)
    }

    /// How many tokens were consumed so far.
    pub(crate) fn position(&self) -> usize {
        self.state.position
    }

    /// Reads one level deeper, up to a limit.
    pub(crate) fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Reported>,
    ) -> Result<T, Reported> {
        if self.state.depth >= DEPTH_LIMIT {
            let loc = self.here();
            return Err(self.error(loc, format!("nested more than {DEPTH_LIMIT} levels deep")));
        }
        let before = std::mem::take(&mut self.state.height);
        self.state.depth += 1;
        let result = read(self);
        self.state.depth -= 1;
        // What failed is not part of the tree.
        let height = if result.is_ok() { self.state.height + 1 } else { 0 };
        self.state.height = before.max(height);
        result
    }

    /// Counts one more link of a chain such as `a + b + c`, in which each link makes the tree deeper.
    pub(crate) fn link(&mut self) -> Result<(), Reported> {
        self.state.height += 1;
        if self.state.height <= HEIGHT_LIMIT {
            return Ok(());
        }
        let loc = self.here();
        Err(self.error(loc, format!("an expression of more than {HEIGHT_LIMIT} levels")))
    }
}

/// Words that begin a statement or an expression and are no names.
pub(crate) fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "_" | "as"
            | "const"
            | "else"
            | "false"
            | "fn"
            | "for"
            | "if"
            | "in"
            | "let"
            | "mut"
            | "pub"
            | "true"
            | "while"
            | "loop"
            | "return"
            | "break"
            | "continue"
            | "match"
            | "struct"
            | "impl"
            | "use"
    )
}

/// This punctuation at the cursor, and only it: the last character must not be joined to one that would
/// make another symbol.
fn punctuation<'a>(cursor: Cursor<'a>, symbol: &str) -> Option<(Cursor<'a>, Span, Span)> {
    let mut at = cursor;
    let mut first = None;
    let mut last = None;
    let mut joint = false;
    for (index, wanted) in symbol.chars().enumerate() {
        let (punct, rest) = at.punct()?;
        if punct.as_char() != wanted || (index > 0 && !joint) {
            return None;
        }
        joint = punct.spacing() == Spacing::Joint;
        first = first.or(Some(punct.span()));
        last = Some(punct.span());
        at = rest;
    }
    if joint && let Some((next, _)) = at.punct() {
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
