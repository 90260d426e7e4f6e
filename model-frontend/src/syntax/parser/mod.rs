//! Reading tokens one after the other: places, errors and resynchronisation.

mod lookahead;

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;

use crate::spans::{Range, Spans};
use crate::syntax::habits;
use crate::syntax::tokens::{self, punctuation};
use crate::syntax::tree::Name;

/// Maximum nesting depth of expressions and blocks.
const DEPTH_LIMIT: usize = 50;

/// Maximum depth of the tree, chains of operators included.
const HEIGHT_LIMIT: usize = 300;

/// A mistake so few tokens behind another one in the same statement only follows from it.
const FOLLOW_UP_TOKENS: usize = 8;

/// State shared by the parsing of a macro call.
#[derive(Debug)]
pub(crate) struct State<'s> {
    spans: &'s mut Spans,
    diagnostics: &'s mut Diagnostics,
    /// Tokens consumed so far.
    position: usize,
    depth: usize,
    /// Depth of the tree read so far at this level.
    height: usize,
    last: Span,
    /// The last mistake, and where it stands.
    last_reported: Option<(usize, Reported)>,
    /// The last mistake after which it is a guess what was meant, and how many there were.
    last_lost: Option<(usize, Reported)>,
    lost: usize,
    /// Where the statement, item or element of a list began that is being read.
    begins: usize,
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
            last_lost: None,
            lost: 0,
            begins: 0,
        }
    }
}

/// A reader of one token stream: the macro's, or the inside of one group.
pub(crate) struct Parser<'a, 's, 'p> {
    cursor: Cursor<'a>,
    state: &'p mut State<'s>,
    end: End,
}

/// End of a token stream.
#[derive(Clone, Copy)]
enum End {
    Macro,
    /// The closing delimiter, where "the end" shows.
    Group(Span, char),
    /// The end of a fragment that `macro_rules!` passed on.
    Fragment,
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
        Self { cursor: tokens::settled(cursor), state, end: End::Macro }
    }

    // Consuming.

    pub(crate) fn eat_word(&mut self, word: &str) -> Option<Loc> {
        let (ident, rest) = tokens::ident(self.cursor).filter(|(ident, _)| ident == word)?;
        Some(self.advance(rest, ident.span(), ident.span(), 1))
    }

    pub(crate) fn eat(&mut self, symbol: &str) -> Option<Loc> {
        let (rest, first, last) = self.after(symbol)?;
        Some(self.advance(rest, first, last, symbol.len()))
    }

    /// `'static`
    pub(crate) fn eat_lifetime(&mut self) -> Option<Loc> {
        let (lifetime, rest) = tokens::lifetime(self.cursor)?;
        Some(self.advance(rest, lifetime.apostrophe, lifetime.ident.span(), 2))
    }

    pub(crate) fn literal(&mut self) -> Option<(Literal, Loc)> {
        let (literal, rest) = tokens::literal(self.cursor)?;
        let loc = self.advance(rest, literal.span(), literal.span(), 1);
        Some((literal, loc))
    }

    /// Reads the inside of the group that comes next.
    pub(crate) fn group<T>(
        &mut self,
        delimiter: Delimiter,
        read: impl FnOnce(&mut Parser<'a, 's, '_>) -> T,
    ) -> Option<(T, Delimiters)> {
        let (inside, span, rest) = tokens::group(self.cursor, delimiter)?;
        let open = self.mark();
        self.state.position += 1;
        self.state.last = span.open();
        let inner = {
            let closing = match delimiter {
                Delimiter::Parenthesis => ')',
                Delimiter::Bracket => ']',
                Delimiter::Brace | Delimiter::None => '}',
            };
            let mut parser = Parser {
                cursor: inside,
                state: self.state,
                end: End::Group(span.close(), closing),
            };
            let inner = read(&mut parser);
            if !parser.at_end() {
                parser.unexpected_rest();
            }
            inner
        };
        let close = self.advance(rest, span.close(), span.close(), 1);
        Some((inner, Delimiters { whole: self.since(open), close }))
    }

    /// Reads the inside of the fragment that comes next, all of it.
    pub(crate) fn fragment<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Reported>,
    ) -> Option<Result<T, Reported>> {
        let (inside, rest) = tokens::fragment(self.cursor)?;
        let end = std::mem::replace(&mut self.end, End::Fragment);
        self.cursor = inside;
        let result = read(self);
        if result.is_err() {
            self.rest();
        } else if !self.at_end() {
            self.unexpected_rest();
        }
        self.cursor = rest;
        self.end = end;
        Some(result)
    }

    /// Reads the first name of a fragment that begins with a path. What may follow a path may follow the fragment.
    pub(crate) fn fragment_path(&mut self) -> Option<Name> {
        let (inside, _) = tokens::fragment(self.cursor)?;
        let (_, rest) = tokens::ident(inside)?;
        punctuation(rest, "::")?;
        let (ident, rest) = self.cursor.ident()?;
        let text: Rc<str> = ident.to_string().trim_start_matches("r#").into();
        let loc = self.advance(tokens::settled(rest), ident.span(), ident.span(), 1);
        Some(Name { text, loc })
    }

    /// Reads an element of a list, which a fragment may be as a whole.
    pub(crate) fn element<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<T, Reported>,
    ) -> Result<T, Reported> {
        if self.at_fragment_before(&[","])
            && let Some(result) = self.nested(|parser| Ok(parser.fragment(&mut read)))?
        {
            return result;
        }
        read(self)
    }

    /// The tokens of the next token tree, as they are.
    pub(crate) fn token_tree(&mut self) -> Option<TokenTree> {
        let (first, last) = tokens::ends(self.cursor);
        let (tree, rest) = tokens::tree(self.cursor)?;
        self.advance(rest, first, last, 1);
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
        let span = if self.at_end() { self.end_span() } else { tokens::ends(self.cursor).0 };
        Mark { span, position: self.state.position }
    }

    /// From a mark to the last token consumed.
    pub(crate) fn since(&mut self, mark: Mark) -> Loc {
        let last = if self.state.position == mark.position { mark.span } else { self.state.last };
        self.state.spans.add(Range { first: mark.span, last, position: mark.position })
    }

    /// The token that comes next, or the end of the group.
    pub(crate) fn here(&mut self) -> Loc {
        let (first, last) = match self.at_end() {
            true => (self.end_span(), self.end_span()),
            false => tokens::ends(self.cursor),
        };
        self.state.spans.add(Range { first, last, position: self.state.position })
    }

    /// The same, but of a group only its opening delimiter.
    pub(crate) fn token(&mut self) -> Loc {
        let span = match tokens::tree(self.cursor) {
            Some((TokenTree::Group(group), _)) if group.delimiter() != Delimiter::None => {
                group.span_open()
            }
            _ => self.mark().span,
        };
        self.state.spans.add(Range { first: span, last: span, position: self.state.position })
    }

    fn end_span(&self) -> Span {
        match self.end {
            End::Group(span, _) => span,
            End::Fragment | End::Macro => self.state.last,
        }
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

    /// Reports what is given again at `loc`.
    pub(crate) fn given_twice(&mut self, what: &str, loc: Loc, first: Loc) -> Reported {
        self.report(self.state.spans.given_twice(what, loc, first))
    }

    /// Reports a mistake after which it is a guess what was meant: where the statement goes on, it may be misread.
    pub(crate) fn lost(&mut self, diagnostic: Diagnostic) -> Reported {
        let position = self.state.spans.get(diagnostic.loc).position;
        if let Some((last, reported)) = self.state.last_lost
            && last >= self.state.begins
            && (last..=last + FOLLOW_UP_TOKENS).contains(&position)
        {
            return reported;
        }
        let reported = self.report(diagnostic);
        self.state.last_lost = Some((position, reported));
        self.state.lost += 1;
        reported
    }

    /// Reads something, and gives the last mistake in it after which it is a guess what was meant.
    pub(crate) fn followed<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> T,
    ) -> (T, Option<Reported>) {
        let before = self.state.lost;
        let found = read(self);
        let lost = self.state.last_lost.filter(|_| self.state.lost > before);
        (found, lost.map(|(_, reported)| reported))
    }

    /// The mistake that the token before which reading stands is, if it is one.
    pub(crate) fn lost_here(&self) -> Option<Reported> {
        let (position, reported) = self.state.last_lost?;
        (position == self.state.position).then_some(reported)
    }

    /// Reports that something else should stand here.
    pub(crate) fn expected(&mut self, what: &str) -> Reported {
        let found = self.found();
        let loc = self.token();
        let diagnostic = Diagnostic::new(loc, format!("expected {what}, found {found}"));
        // Where one token has its place, another says nothing of what was meant.
        let is_operator = matches!(&*found, "`^`" | "`@`");
        let help = habits::help(&found).filter(|_| is_operator || !what.starts_with('`'));
        self.lost(match help {
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

    /// Description of the next token.
    pub(crate) fn found(&self) -> String {
        match tokens::tree(self.cursor) {
            None => match self.end {
                End::Group(_, closing) => format!("`{closing}`"),
                End::Fragment => "the end of the expression".into(),
                End::Macro => "the end of the macro".into(),
            },
            Some((TokenTree::Group(group), _)) => match group.delimiter() {
                Delimiter::Parenthesis => "`(`".into(),
                Delimiter::Brace => "`{`".into(),
                Delimiter::Bracket => "`[`".into(),
                Delimiter::None => "an expression".into(),
            },
            Some((TokenTree::Punct(_), _)) => {
                if let Some((lifetime, _)) = tokens::lifetime(self.cursor) {
                    return format!("`{lifetime}`");
                }
                const SYMBOLS: [&str; 25] = [
                    "..=", "===", ":=", "<>", "-->", "->", "=>", "<-", "~>", "::", "==", "!=",
                    "<=", ">=", "&&", "||", "+=", "-=", "*=", "..", "**", "++", "|>", ">>", "<<",
                ];
                let long = SYMBOLS.iter().find(|symbol| self.at(symbol));
                match (long, tokens::punct(self.cursor)) {
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
        match tokens::ident(self.cursor) {
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

    /// Number of reported mistakes, and the last of them.
    pub(crate) fn reported(&self) -> (usize, Option<Reported>) {
        (self.state.diagnostics.len(), self.state.last_reported.map(|(_, reported)| reported))
    }

    /// A statement, an item, or an element of a list begins here.
    pub(crate) fn begin(&mut self) {
        self.state.begins = self.state.position;
    }

    /// Reads something, and gives the last mistake that was reported in it.
    pub(crate) fn watched<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> T,
    ) -> (T, Option<Reported>) {
        let (before, _) = self.reported();
        let found = read(self);
        let (after, reported) = self.reported();
        (found, reported.filter(|_| after > before))
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
        let mut is_apart = true;
        while !self.at_end() {
            let before = self.state.position;
            if is_apart {
                self.begin();
            }
            is_apart = true;
            // A stage of a chain that a missing comma cut.
            if missing.is_some() && self.at("->") {
                self.skip_past(",");
                continue;
            }
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
                is_apart = false;
                // A forgotten comma, or something that does not belong here. An element without tokens stands
                // for one that could not be read: something has to be skipped, or reading would never end.
                if self.state.position == before || !self.begins_value() {
                    self.skip_past(",");
                }
            }
        }
        (elements, missing)
    }

    /// Number of consumed tokens.
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
        self.state.depth += 1;
        let result = self.operand(read);
        self.state.depth -= 1;
        result
    }

    /// Reads a part of a tree beside those that were read: the tree is as high as the highest of them.
    pub(crate) fn operand<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Reported>,
    ) -> Result<T, Reported> {
        let before = std::mem::take(&mut self.state.height);
        let result = read(self);
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
