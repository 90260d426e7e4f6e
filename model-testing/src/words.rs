//! Programs from bytes: each byte is a word of the dictionary of the fuzzers, so that a change of a byte is a change of
//! a word.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

const DICTIONARY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/model.dict"));

/// Surroundings of a program, by its first byte.
const FRAMES: [(&str, &str); 3] = [
    ("", ""),
    ("pub model Net(x: [8, 8, 3]) { ", " }"),
    ("model Net(x: [8]) { let mut y = x; ", " ; y }"),
];

/// Names for those of a program, which are none of the dictionary.
const NAMES: [&str; 6] = ["x", "y", "a", "b", "c", "f"];

/// Words of the language.
pub struct Words {
    /// Words and pieces of the language, and some that are not. One byte each.
    pub syntax: Vec<String>,
    /// Classes, arguments and words of the table of layers, and those of other libraries. Two bytes each.
    pub vocabulary: Vec<String>,
}

impl Words {
    /// Reads the dictionary.
    #[must_use]
    pub fn read() -> Self {
        let mut parts = DICTIONARY.split("\n# From the table").map(|part| {
            let words = part.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
            let unescaped = |word: &str| {
                word.replace("\\x0A", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
            };
            words.map(unescaped).collect::<Vec<_>>()
        });
        let mut part = || parts.next().unwrap_or_default();
        Self { syntax: part(), vocabulary: part() }
    }

    /// The program of these bytes, with delimiters that fit.
    #[must_use]
    pub fn program(&self, bytes: &[u8]) -> String {
        let mut bytes = bytes.iter().copied().map(usize::from);
        let frame = FRAMES.get(bytes.next().unwrap_or(0) % FRAMES.len());
        let (before, after) = frame.copied().unwrap_or_default();
        let mut words = Vec::new();
        while let Some(byte) = bytes.next() {
            let word = match byte.checked_sub(self.syntax.len()) {
                None => self.syntax.get(byte),
                Some(page) => {
                    let index = page * 256 + bytes.next().unwrap_or(0);
                    self.vocabulary.get(index % self.vocabulary.len().max(1))
                }
            };
            words.extend(word.map(String::as_str));
        }
        balanced(&format!("{before}{}{after}", words.join(" ")))
    }

    /// Bytes of a program that is much like this one.
    #[must_use]
    pub fn bytes(&self, source: TokenStream) -> Vec<u8> {
        let mut bytes = vec![0];
        let mut names: Vec<String> = Vec::new();
        let position = |list: &[String], word: &str| list.iter().position(|other| other == word);
        for token in flat(source) {
            let known = |word: &str| {
                let in_vocabulary = || {
                    let index = position(&self.vocabulary, word)?;
                    let page = u8::try_from(self.syntax.len() + index / 256).ok()?;
                    Some(vec![page, u8::try_from(index % 256).ok()?])
                };
                let in_syntax = || Some(vec![u8::try_from(position(&self.syntax, word)?).ok()?]);
                in_syntax().or_else(in_vocabulary)
            };
            let mut other = || match token.chars().next() {
                Some('0'..='9') => "8",
                Some('"') => "\"text\"",
                _ => {
                    let seen = position(&names, &token).unwrap_or_else(|| {
                        names.push(token.clone());
                        names.len() - 1
                    });
                    NAMES[seen % NAMES.len()]
                }
            };
            let word = known(&token).or_else(|| known(other()));
            bytes.extend(word.unwrap_or_default());
        }
        bytes
    }
}

/// The text with its delimiters made to fit: each closing one becomes that of the group at hand.
#[must_use]
pub fn balanced(text: &str) -> String {
    let mut open = Vec::new();
    let mut balanced = String::new();
    let mut in_string = false;
    for c in text.chars() {
        in_string ^= c == '"';
        match c {
            '(' | '[' | '{' if !in_string => {
                open.push(match c {
                    '(' => ')',
                    '[' => ']',
                    _ => '}',
                });
                balanced.push(c);
            }
            ')' | ']' | '}' if !in_string => balanced.extend(open.pop()),
            c => balanced.push(c),
        }
    }
    balanced.extend(open.into_iter().rev());
    balanced
}

/// The tokens one by one, delimiters among them.
#[must_use]
pub fn flat(stream: TokenStream) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut joint = false;
    for tree in stream {
        let was_joint = std::mem::take(&mut joint);
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(open.into());
                tokens.extend(flat(group.stream()));
                tokens.push(close.into());
            }
            TokenTree::Punct(punct) => {
                joint = punct.spacing() == Spacing::Joint;
                match tokens.last_mut().filter(|_| was_joint) {
                    Some(last) => last.push(punct.as_char()),
                    None => tokens.push(punct.to_string()),
                }
            }
            tree => tokens.push(tree.to_string()),
        }
    }
    tokens
}
