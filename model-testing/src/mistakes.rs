//! Programs with one mistake in them, of the kinds that people make: as text, so that any compiler can be asked.
//!
//! Nothing is random: the same program has the same mistakes every time.

use std::collections::BTreeSet;
use std::ops::Range;
use std::{fmt, fs};

use crate::{files, repository};

/// A program with one mistake.
pub struct Mistake {
    /// Kind.
    pub kind: Kind,
    /// The whole program.
    pub source: String,
    /// Where it differs from the right one, in bytes.
    pub place: Range<usize>,
    /// The line of the right program and of this one, for reports.
    pub lines: [String; 2],
}

/// Kinds of mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A letter left out, doubled or in the wrong place.
    MisspeltWord,
    /// `dense` for `Dense`.
    WrongCase,
    /// Another word of the program.
    OtherWord,
    /// A token left out.
    MissingToken,
    /// A token twice.
    DoubledToken,
    /// `=>` for `->`.
    WrongSign,
    /// Another number, or its negative.
    WrongNumber,
    /// `"3"` for `3`.
    WrongType,
    /// An argument, an axis or an item of a list left out.
    MissingArgument,
    /// One too many.
    ExtraArgument,
    /// Two of them in the wrong order.
    SwappedArguments,
    /// Two lines in the wrong order.
    SwappedLines,
    /// A line left out.
    MissingLine,
    /// An annotation with an axis too few or too many, or another size.
    WrongAxes,
    /// Both parentheses, brackets or braces left out.
    MissingDelimiters,
}

const KINDS: [Kind; 15] = [
    Kind::MisspeltWord,
    Kind::WrongCase,
    Kind::OtherWord,
    Kind::MissingToken,
    Kind::DoubledToken,
    Kind::WrongSign,
    Kind::WrongNumber,
    Kind::WrongType,
    Kind::MissingArgument,
    Kind::ExtraArgument,
    Kind::SwappedArguments,
    Kind::SwappedLines,
    Kind::MissingLine,
    Kind::WrongAxes,
    Kind::MissingDelimiters,
];

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{self:?}"))
    }
}

/// Name and source of each program: every example, every Rust program of the documentation, and those of `tests/mistakes`.
///
/// # Panics
///
/// Where a file cannot be read.
#[must_use]
pub fn programs() -> Vec<(String, String)> {
    let mut paths = vec![repository("README.md")];
    for (folder, extension) in [("examples", "rs"), ("tests/mistakes", "rs"), ("docs", "md")] {
        paths.extend(files(&repository(folder), extension));
    }
    let mut programs = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a readable file");
        if name.ends_with(".rs") {
            programs.push((name, text));
        } else {
            let blocks = blocks(&text).into_iter();
            programs.extend(blocks.map(|(line, block)| (format!("{name}:{line}"), block)));
        }
    }
    programs.retain(|(_, source)| !calls(source).is_empty());
    programs
}

/// The Rust programs of a page, as a documentation test runs them.
fn blocks(page: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(language) = line.trim().strip_prefix("```") else { continue };
        let mut block = String::new();
        for (_, line) in lines.by_ref().take_while(|(_, line)| !line.trim().starts_with("```")) {
            let line = line.trim_start().strip_prefix("# ").unwrap_or(line);
            block.push_str(line);
            block.push('\n');
        }
        if language == "rust" {
            if !block.contains("fn main") {
                block = format!("fn main() {{\n{block}}}\n");
            }
            blocks.push((number + 1, block));
        }
    }
    blocks
}

/// Up to so many mistakes in the `model!` calls of a program, of all kinds in turn.
#[must_use]
pub fn mistakes(source: &str, count: usize) -> Vec<Mistake> {
    let tokens = tokens_of_calls(source);
    let mut made = Vec::new();
    if tokens.is_empty() {
        return made;
    }
    let mut random = Random(source.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }));
    let mut seen = BTreeSet::new();
    // Not every kind has a place in every program.
    for attempt in 0..count * 40 {
        if made.len() == count {
            break;
        }
        let kind = KINDS[attempt % KINDS.len()];
        let index = random.below(tokens.len());
        let Some((range, text)) = edit(kind, source, &tokens, index, &mut random) else { continue };
        if source[range.clone()] == text || !seen.insert((range.start, range.end, text.clone())) {
            continue;
        }
        let changed = format!("{}{text}{}", &source[..range.start], &source[range.end..]);
        let place = range.start..range.start + text.len();
        let lines = [line(source, range.start), line(&changed, place.start)];
        made.push(Mistake { kind, source: changed, place, lines });
    }
    made
}

/// Number of tokens between two ranges of a text.
#[must_use]
pub fn distance(source: &str, one: &Range<usize>, other: &Range<usize>) -> usize {
    let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
    if second.start <= first.end {
        return 0;
    }
    tokens(source, first.end..second.start).len()
}

fn line(source: &str, at: usize) -> String {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    source[start..].lines().next().unwrap_or_default().trim().to_string()
}

/// Replacement made by a mistake.
fn edit(
    kind: Kind,
    source: &str,
    tokens: &[Token],
    index: usize,
    random: &mut Random,
) -> Option<(Range<usize>, String)> {
    let token = &tokens[index];
    let text = &source[token.range.clone()];
    let here = token.range.clone();
    let is = |index: usize, text: &str| {
        tokens.get(index).is_some_and(|token| &source[token.range.clone()] == text)
    };
    // With another name, an item is right, and the code around is wrong.
    if ITEMS.iter().any(|item| is(index.wrapping_sub(1), item)) {
        return None;
    }
    let is_word_of_item = ["fn", "layer"].iter().any(|word| is(index.wrapping_sub(1), word))
        || ["pub", "fn", "layer", "let", "for", "if"].contains(&text);
    match kind {
        Kind::MisspeltWord if token.is(What::Word) && text.len() >= 3 => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = 1 + random.below(letters.len() - 2);
            match random.below(3) {
                0 => drop(letters.remove(at)),
                1 => letters.swap(at, at + 1),
                _ => letters.insert(at, letters[at]),
            }
            Some((here, letters.into_iter().collect()))
        }
        Kind::WrongCase if token.is(What::Word) => {
            let lower = text.to_lowercase();
            let mut letters = lower.chars();
            let upper: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            Some((here, if text == lower { upper } else { lower }))
        }
        // Another variable, layer or argument.
        Kind::OtherWord if token.is(What::Word) && !is_word_of_item => {
            let is_upper =
                |token: &Token| source[token.range.clone()].starts_with(char::is_uppercase);
            let is_like =
                |other: &&Token| other.is(What::Word) && is_upper(other) == is_upper(token);
            let words: Vec<&Token> = tokens.iter().filter(is_like).collect();
            let other = words[random.below(words.len())];
            Some((here, source[other.range.clone()].into()))
        }
        Kind::MissingToken if !token.is_delimiter() => Some((here, String::new())),
        Kind::DoubledToken if !token.is_delimiter() => Some((here, format!("{text} {text}"))),
        Kind::WrongSign if token.is(What::Sign) => {
            let (_, others) = SIGNS.iter().find(|(sign, _)| *sign == text)?;
            Some((here, others[random.below(others.len())].into()))
        }
        Kind::WrongNumber if token.is(What::Number) => {
            let number: u64 = text.parse().ok()?;
            let others = [number + 1, 0, number * 2, number * 1_000_000_007, number.pow(2) / 7];
            let sign = if random.below(6) == 0 { "-" } else { "" };
            Some((here, format!("{sign}{}", others[random.below(others.len())])))
        }
        Kind::WrongType => match token.what {
            What::Number => {
                let others = ["\"3\"", "true", "None", "0.5", "(2, 3)", "[4]", "same", "\"three\""];
                Some((here, others[random.below(others.len())].into()))
            }
            What::Text => {
                let others = ["3", text.trim_matches('"'), "None"];
                Some((here, others[random.below(others.len())].into()))
            }
            What::Word if is(index.wrapping_sub(1), "=") && !is(index + 1, "(") => {
                let others = ["3", "\"same\"", "0.5", "None", "Dense(3)"];
                Some((here, others[random.below(others.len())].into()))
            }
            _ => None,
        },
        Kind::MissingArgument => {
            let (first, last) = argument(source, tokens, index)?;
            let (start, end) = (tokens[first].range.start, tokens[last].range.end);
            match is(last + 1, ",") {
                true => Some((start..tokens[last + 1].range.end, String::new())),
                false if is(first - 1, ",") => {
                    Some((tokens[first - 1].range.start..end, String::new()))
                }
                false => Some((start..end, String::new())),
            }
        }
        Kind::ExtraArgument => {
            let (_, last) = argument(source, tokens, index)?;
            let end = tokens[last].range.end;
            let others =
                [", 3", ", name = 3", ", relu", ", x", ", units = 3", ", activation = relu"];
            Some((end..end, others[random.below(others.len())].into()))
        }
        Kind::SwappedArguments => {
            let (first, last) = argument(source, tokens, index)?;
            if !is(last + 1, ",") {
                return None;
            }
            let (next, end) = argument(source, tokens, last + 2)?;
            let one = &source[tokens[first].range.start..tokens[last].range.end];
            let other = &source[tokens[next].range.start..tokens[end].range.end];
            let range = tokens[first].range.start..tokens[end].range.end;
            Some((range, format!("{other}, {one}")))
        }
        Kind::SwappedLines | Kind::MissingLine => {
            let start = source[..here.start].rfind('\n')? + 1;
            let end = start + source[start..].find('\n')? + 1;
            let next = end + source[end..].find('\n')? + 1;
            let is_whole = |line: &str| {
                let is_end = line.trim_end().ends_with([';', ',']);
                let is_stage = line.trim_start().starts_with("->");
                let balance = |open: char, close: char| {
                    line.matches(open).count() == line.matches(close).count()
                };
                (is_end || is_stage)
                    && !line.contains("model!")
                    // Several names may be missing then.
                    && !line.contains("let (")
                    && !ITEMS.iter().any(|item| line.contains(&format!("{item} ")))
                    && balance('(', ')')
                    && balance('{', '}')
                    && balance('[', ']')
            };
            let within = tokens.last()?.range.end;
            match kind {
                Kind::MissingLine if is_whole(&source[start..end]) => {
                    Some((start..end, String::new()))
                }
                Kind::SwappedLines
                    if next <= within
                        && is_whole(&source[start..end])
                        && is_whole(&source[end..next]) =>
                {
                    Some((start..next, format!("{}{}", &source[end..next], &source[start..end])))
                }
                _ => None,
            }
        }
        Kind::WrongAxes
            if is(index, "[")
                && (is(index.wrapping_sub(1), ":") || is(index.wrapping_sub(1), "->")) =>
        {
            let (first, last) = argument(source, tokens, index + 1)?;
            match random.below(3) {
                0 => Some((tokens[first].range.start..tokens[first].range.start, "3, ".into())),
                1 if is(last + 1, ",") => {
                    Some((tokens[first].range.start..tokens[last + 1].range.end, String::new()))
                }
                _ => Some((
                    tokens[first].range.start..tokens[last].range.end,
                    ["5", "_", "..", "q", "Q"][random.below(5)].into(),
                )),
            }
        }
        // Without the parentheses behind its name, a model has another name.
        Kind::MissingDelimiters if token.is(What::Open) && !is(index.wrapping_sub(2), "model") => {
            let close = closing(tokens, index)?;
            let inside = here.end..tokens[close].range.start;
            Some((here.start..tokens[close].range.end, source[inside].into()))
        }
        _ => None,
    }
}

/// The words before the names of items.
const ITEMS: [&str; 2] = ["const", "model"];

/// Signs, and those that are written in their place.
const SIGNS: &[(&str, &[&str])] = &[
    ("->", &["=>", ".", ",", "|>", ">", "-", ">>", "- >"]),
    ("=", &["==", ":", "=>", ":="]),
    (":", &["=", "::", "->", ";"]),
    (",", &[";", ".", ":"]),
    (";", &[",", ":", "."]),
    ("+", &["-", "++", "&", "->"]),
    ("-", &["+", "--"]),
    ("*", &["**", "/", "x"]),
    ("/", &["**", "%"]),
    ("..", &["...", ".", "..="]),
    ("==", &["=", "===", "!="]),
    ("&&", &["&", "and"]),
    ("||", &["|", "or"]),
    ("+=", &["=+", "++"]),
    ("#", &["", "@"]),
];

/// The argument that begins at a token: its first and its last token.
fn argument(source: &str, tokens: &[Token], index: usize) -> Option<(usize, usize)> {
    let before = tokens.get(index.checked_sub(1)?)?;
    let begins = match &source[before.range.clone()] {
        "(" | "[" => true,
        "," => before.depth == tokens.get(index)?.depth,
        _ => false,
    };
    let first = tokens.get(index)?;
    if !begins || first.is(What::Close) {
        return None;
    }
    let ends = |token: &Token| {
        (token.depth < first.depth)
            || (token.depth == first.depth && &source[token.range.clone()] == ",")
    };
    let rest = tokens.iter().enumerate().skip(index);
    let (end, _) = rest.into_iter().find(|(_, token)| ends(token))?;
    (end > index).then(|| (index, end - 1))
}

/// The delimiter that closes a group.
fn closing(tokens: &[Token], index: usize) -> Option<usize> {
    let depth = tokens[index].depth;
    let mut rest = tokens.iter().enumerate().skip(index + 1);
    rest.find(|(_, token)| token.is(What::Close) && token.depth == depth).map(|(index, _)| index)
}

struct Token {
    range: Range<usize>,
    what: What,
    /// Number of enclosing groups; a delimiter is outside its own group.
    depth: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Word,
    Number,
    Text,
    Sign,
    Open,
    Close,
}

impl Token {
    fn is(&self, what: What) -> bool {
        self.what == what
    }

    fn is_delimiter(&self) -> bool {
        matches!(self.what, What::Open | What::Close)
    }
}

/// The insides of all `model!` calls.
#[must_use]
pub fn calls(source: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = source[from..].find("model! {") {
        let start = from + at + "model! {".len();
        let line = source[..start].rfind('\n').map_or(0, |end| end + 1);
        from = start;
        // In a comment it is text.
        if source[line..start].contains("//") {
            continue;
        }
        let tokens = tokens(source, start..source.len());
        let end = tokens.iter().find(|token| token.is(What::Close) && token.depth == 0);
        from = end.map_or(source.len(), |end| end.range.start);
        found.push(start..from);
    }
    found
}

fn tokens_of_calls(source: &str) -> Vec<Token> {
    calls(source).into_iter().flat_map(|call| tokens(source, call)).collect()
}

/// The tokens in a range of a text, which is the inside of a group: where that closes is at depth 0.
fn tokens(source: &str, range: Range<usize>) -> Vec<Token> {
    const SIGNS: [&str; 19] = [
        "..=", "...", "->", "=>", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "..", "&&",
        "||", "::", "|>", ":=",
    ];
    let mut tokens = Vec::new();
    let mut at = range.start;
    let mut depth = 1_usize;
    while at < range.end {
        let rest = &source[at..range.end];
        let Some(first) = rest.chars().next() else { break };
        let length_of = |accept: fn(char) -> bool| rest.find(|c| !accept(c)).unwrap_or(rest.len());
        let (what, length) = match first {
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            _ if rest.starts_with("//") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            '"' => (What::Text, rest[1..].find('"').map_or(rest.len(), |end| end + 2)),
            '0'..='9' => {
                let length = length_of(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
                // `0..3` is a range.
                (What::Number, rest[..length].find("..").unwrap_or(length))
            }
            _ if first.is_alphabetic() || first == '_' => {
                (What::Word, length_of(|c| c.is_alphanumeric() || c == '_'))
            }
            '(' | '[' | '{' => (What::Open, 1),
            ')' | ']' | '}' => (What::Close, 1),
            _ => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                (What::Sign, sign.map_or(first.len_utf8(), |sign| sign.len()))
            }
        };
        if what == What::Close {
            depth = depth.saturating_sub(1);
        }
        tokens.push(Token { range: at..at + length, what, depth });
        if what == What::Open {
            depth += 1;
        }
        at += length;
    }
    tokens
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        // Bounds are small.
        (z % bound as u64) as usize
    }
}
