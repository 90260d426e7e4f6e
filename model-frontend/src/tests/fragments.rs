//! Groups without delimiters, as `macro_rules!` passes on what a fragment matched: each is one operand.

use modelwright_testing::calls::calls;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use modelwright_core::diagnostic::Diagnostics;

use crate::{eval, report, syntax};

fn group(delimiter: Delimiter, inside: TokenStream) -> TokenTree {
    TokenTree::Group(Group::new(delimiter, inside))
}

/// Elements of lists that are written as fragments.
#[derive(Clone, Copy, PartialEq)]
enum Written {
    /// Arguments with their names.
    Whole,
    /// Only their values.
    Values,
}

/// The tokens with groups without delimiters around elements of lists, and in place of parentheses around values.
fn with_fragments(tokens: TokenStream, written: Written) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |tree: Option<&TokenTree>, mark: char| matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
    let mut kept = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| trees.get(before));
        let TokenTree::Group(inner) = tree else {
            kept.push(tree.clone());
            continue;
        };
        let is_restriction = matches!(before, Some(TokenTree::Ident(word)) if word == "pub");
        if is_restriction || is(before, '#') || is(before, '!') && trees.len() == index + 1 {
            kept.push(tree.clone());
            continue;
        }
        let inside = with_fragments(inner.stream(), written);
        let separated = inside.clone().into_iter().any(|tree| is(Some(&tree), ','));
        let is_value = match before {
            None => true,
            Some(TokenTree::Ident(word)) => {
                ["in", "if", "else"].iter().any(|keyword| word == keyword)
            }
            Some(TokenTree::Punct(_)) => true,
            Some(_) => false,
        };
        let is_empty = inside.is_empty();
        let made = match inner.delimiter() {
            Delimiter::Parenthesis if is_value && !separated && !is_empty && !is(before, '!') => {
                group(Delimiter::None, inside)
            }
            delimiter @ (Delimiter::Parenthesis | Delimiter::Bracket) => {
                group(delimiter, elements(inside, written))
            }
            delimiter => group(delimiter, inside),
        };
        kept.push(made);
    }
    kept.into_iter().collect()
}

/// A list with its elements as fragments.
fn elements(inside: TokenStream, written: Written) -> TokenStream {
    let trees: Vec<TokenTree> = inside.into_iter().collect();
    let is = |tree: &TokenTree, marks: &[char]| matches!(tree, TokenTree::Punct(punct) if marks.contains(&punct.as_char()));
    let mut made = Vec::new();
    for part in trees.split_inclusive(|tree| is(tree, &[',', ';'])) {
        let (element, comma) = match part.split_last() {
            Some((last, element)) if is(last, &[',', ';']) => (element, Some(last.clone())),
            _ => (part, None),
        };
        // No specifier of a fragment matches `name: [shape]`.
        let is_declared = element.iter().any(|tree| is(tree, &[':']));
        let (name, value) = match element {
            [TokenTree::Ident(_), equals, value @ ..]
                if is(equals, &['='])
                    && written == Written::Values
                    && !value.first().is_some_and(|tree| is(tree, &['='])) =>
            {
                element.split_at(element.len() - value.len())
            }
            _ => element.split_at(0),
        };
        made.extend(name.iter().cloned());
        if is_declared || value.is_empty() {
            made.extend(value.iter().cloned());
        } else {
            made.push(group(Delimiter::None, value.iter().cloned().collect()));
        }
        made.extend(comma);
    }
    made.into_iter().collect()
}

fn count(tokens: TokenStream) -> usize {
    let of_tree = |tree| match tree {
        TokenTree::Group(group) => {
            usize::from(group.delimiter() == Delimiter::None) + count(group.stream())
        }
        _ => 0,
    };
    tokens.into_iter().map(of_tree).sum()
}

#[test]
fn every_call_means_the_same_with_its_operands_as_fragments() {
    let (mut same, mut fragments) = (0, 0);
    for (index, (path, tokens)) in calls().into_iter().enumerate() {
        let expected = crate::expand(tokens.clone()).to_string();
        let written = if index % 2 == 0 { Written::Whole } else { Written::Values };
        let with_fragments = with_fragments(tokens, written);
        let found = crate::expand(with_fragments.clone()).to_string();
        let is_wrong = expected.contains("compile_error");
        let path = path.display();
        assert_eq!(is_wrong, found.contains("compile_error"), "{path}:\n{with_fragments}\n{found}");
        if !is_wrong {
            assert!(found == expected, "{path}:\n{with_fragments}");
            same += 1;
            fragments += count(with_fragments);
        }
    }
    println!("{same} calls with {fragments} fragments");
    assert!(same > 40 && fragments > 5_000, "{same} calls with {fragments} fragments");
}

/// The tokens with a group without delimiters for each `e0`, `e1`, ..
fn replaced(tokens: TokenStream, fragments: &[&str]) -> TokenStream {
    let replace = |tree| match tree {
        TokenTree::Group(inner) => {
            let mut made = Group::new(inner.delimiter(), replaced(inner.stream(), fragments));
            made.set_span(inner.span());
            TokenTree::Group(made)
        }
        TokenTree::Ident(word) => {
            let number = word.to_string().strip_prefix('e').and_then(|number| number.parse().ok());
            match number.and_then(|number: usize| fragments.get(number)) {
                Some(text) => {
                    group(Delimiter::None, replaced(text.parse().expect("tokens"), fragments))
                }
                None => TokenTree::Ident(word),
            }
        }
        tree => tree,
    };
    tokens.into_iter().map(replace).collect()
}

/// Compares the mistakes with these: the first token of each, and its message.
#[track_caller]
fn check(source: &str, fragments: &[&str], expected: &[&str]) {
    let tokens = replaced(source.parse().expect("tokens"), fragments);
    let mut diagnostics = Diagnostics::default();
    let source_tree = syntax::parse(tokens, &mut diagnostics);
    drop(eval::evaluate(&source_tree, &mut diagnostics));
    let found: Vec<String> = report::messages(diagnostics, &source_tree.spans)
        .into_iter()
        .map(|(range, text)| {
            let token = range.first.source_text().unwrap_or_default();
            format!("{token}: {}", text.lines().next().unwrap_or_default())
        })
        .collect();
    assert_eq!(found, expected, "{source} with {fragments:?}");
}

#[test]
fn a_fragment_is_one_operand() {
    let net = |body: &str| format!("model Net(x: [4]) -> [6] {{ {body} }}");
    let right = |body: &str, fragments: &[&str]| check(&net(body), fragments, &[]);
    // Layers and pipes, which `macro_rules!` cannot match, but other macros may pass on.
    right("x -> e0", &["Dense(6, activation = relu)"]);
    right("x -> e0", &["Dense(3) -> Dense(6)"]);
    right("e0 + e0", &["x -> Dense(6)"]);
    right("(e0, e0) -> Add", &["x -> Dense(6)"]);
    right("let y = e0; y", &["x -> Dense(6)"]);
    right("e0; y", &["let y = x -> Dense(6)"]);
    right("let mut y = x; e0 y", &["for _ in 0..2 { y = y -> Dense(6); }"]);
    // Passed on from macro to macro.
    right("x -> Dense(e0 * 2)", &["e1", "e2", "1 + 2"]);
    right("x -> Dense(e0 * 2)", &["e1 + 2", "1"]);
    right("x -> Dense(e0, e1)", &["units = 6", "e2", "use_bias = false"]);
    // Nothing at all.
    right("x e0 -> e0 Dense(6 e0) e0", &[""]);
    right("e0 x -> Dense(e1 6) e1", &["e1", ""]);
}

#[test]
fn a_mistake_in_a_fragment_is_on_its_token() {
    let net = |body: &str| format!("model Net(x: [4]) {{ {body} }}");
    let wrong = |body: &str, fragments: &[&str], expected: &[&str]| {
        check(&net(body), fragments, expected);
    };
    wrong(
        "x -> Dense(e0 * 2)",
        &["2 + nowhere"],
        &["nowhere: cannot find `nowhere` in this scope"],
    );
    wrong("x -> e0", &["Dens(4)"], &["Dens: cannot find layer or block `Dens`"]);
    wrong(
        "x -> Dense(e0)",
        &["2 - 3"],
        &["2: `units` of `Dense` expects a positive integer, found `-1`"],
    );
    wrong("x -> Dense([1 e0].len())", &["-1"], &["-: expected `,`, found an expression"]);
    wrong(
        "let y = e0; x -> Dense(y)",
        &["1 +"],
        &["+: expected an expression, found the end of the expression"],
    );
    wrong("let y = e0; x -> Dense(y)", &["1 2"], &["2: unexpected `2`"]);
    wrong(
        "let y: [e0 * 2] = x; y",
        &["1 + 2"],
        &["1: expected 6 on the last axis, found 4 in `[4]`"],
    );
}
