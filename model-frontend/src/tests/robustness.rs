//! Whatever the tokens: no panic, no stack overflow, no long run, and items that Rust can parse, with the names of
//! the models and constants that could be read.
//!
//! Nothing here is random: the same inputs come every time. `ROBUSTNESS=100` tries a hundred times as many, and reads the
//! items of programs with many layers, too.

use std::collections::BTreeSet;
use std::thread::Builder;
use std::time::{Duration, Instant};

use modelwright_core::diagnostic::Diagnostics;
use modelwright_core::graph::Row;
use modelwright_testing::times;
use modelwright_testing::words::{Words, flat};
use proc_macro2::TokenStream;
use syn::{Expr, Ident, ImplItem, Item, Stmt, Type};

use super::{cases, golden};
use crate::syntax::tree::{Unread, UnreadKind};
use crate::{eval, expand, syntax};

/// The stack that a thread of a test has; the compiler's is four times that.
const STACK: usize = 2 << 20;
/// No input takes longer to evaluate, in a debug build on a busy machine: an input without bounds takes forever.
const LIMIT: Duration = Duration::from_secs(20);
/// Of models with more layers than these in all, the items are not read: that takes `proc-macro2` and `syn` many times as
/// long as all before it, and what is written is the same again and again.
const LAYERS_READ: usize = 1_000;

/// The associated constants of a model.
const ASSOCIATED: &[&str] = &[
    "NAME",
    "INPUT_SHAPE",
    "OUTPUT_SHAPE",
    "PARAMS",
    "TRAINABLE_PARAMS",
    "NON_TRAINABLE_PARAMS",
    "PARAM_BYTES",
    "LAYERS",
    "MACS",
    "FLOPS",
    "PEAK_ACTIVATION_BYTES",
    "ARENA_BYTES",
    "ARENA",
    "PLAN",
    "summary",
];

/// The functions of a model with symbols.
const SYMBOLIC: &[&str] = &[
    "output_shape",
    "try_output_shape",
    "macs",
    "try_macs",
    "flops",
    "try_flops",
    "peak_activation_bytes",
    "try_peak_activation_bytes",
];

/// Expands a source and checks what comes out; gives how many errors there were.
fn check(source: &str) -> Option<usize> {
    let tokens: TokenStream = source.parse().ok()?;
    let start = Instant::now();
    let mut diagnostics = Diagnostics::default();
    let parsed = syntax::parse(tokens, &mut diagnostics);
    let mut expected: Vec<String> = Vec::new();
    let is_name = |name: &str| syn::parse_str::<Ident>(name).is_ok();
    // Of items with one name, Rust gets the first.
    let mut seen = BTreeSet::new();
    let mut is_new = |name: &str| is_name(name) && seen.insert(name.to_owned());
    for constant in parsed.file.consts.iter().filter(|it| is_new(&it.head.name.text)) {
        expected.push(format!("const {}", constant.head.name.text));
    }
    for model in parsed.file.models.iter().filter(|it| is_new(&it.head.name.text)) {
        expected.push(format!("struct {}", model.head.name.text));
        expected.extend(ASSOCIATED.iter().map(|name| format!("{}::{name}", model.head.name.text)));
    }
    for Unread { head, kind } in parsed.file.unread.iter().filter(|it| is_new(&it.head.name.text)) {
        match kind {
            UnreadKind::Const => expected.push(format!("const {}", head.name.text)),
            UnreadKind::Model => {
                let names = ASSOCIATED.iter().chain(SYMBOLIC);
                expected.push(format!("struct {}", head.name.text));
                expected.extend(names.map(|name| format!("{}::{name}", head.name.text)));
            }
        }
    }
    let program = eval::evaluate(&parsed, &mut diagnostics);
    let mut built_models = BTreeSet::new();
    for built in &program.models {
        let model = &built.model.head.name.text;
        let is_first = built_models.insert(model);
        let is_there = expected.contains(&format!("struct {model}"));
        if !is_first || !is_there || built.symbols.as_deref().is_some_and(<[_]>::is_empty) {
            continue;
        }
        expected.extend(SYMBOLIC.iter().map(|name| format!("{model}::{name}")));
    }
    let took = start.elapsed();
    let shown: String = source.chars().take(2_000).collect();
    assert!(took < LIMIT, "took {took:?}: {shown}");
    let errors = diagnostics.len();
    let layers = |built: &eval::Built<'_>| match &built.graph {
        Ok(graph) => rows(&graph.rows()),
        Err(_) => built.layer_names.as_ref().map_or(0, Vec::len),
    };
    if times() == 1 && program.models.iter().map(layers).sum::<usize>() > LAYERS_READ {
        return Some(errors);
    }
    let items = expand::items(&program, diagnostics, &parsed);
    let file: syn::File = syn::parse2(items.clone())
        .unwrap_or_else(|error| panic!("not items, {error}: {shown}\n{items}"));
    let mut found = declared(&file);
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "names of {shown}");
    Some(errors)
}

/// Number of rows, those inside nested models included.
fn rows(list: &[Row]) -> usize {
    list.iter().map(|row| 1 + rows(&row.rows)).sum()
}

fn declared(file: &syn::File) -> Vec<String> {
    let mut names = Vec::new();
    file.items.iter().for_each(|item| declare(item, &mut names));
    names
}

fn declare(item: &Item, names: &mut Vec<String>) {
    match item {
        // What is on a struct is in a constant without a name; a warning is one, too.
        Item::Const(item) if item.ident == "_" => {
            let Expr::Block(block) = &*item.expr else { return };
            for statement in &block.block.stmts {
                if let Stmt::Item(item @ Item::Impl(_)) = statement {
                    declare(item, names);
                }
            }
        }
        Item::Const(item) => names.push(format!("const {}", item.ident)),
        Item::Struct(item) => names.push(format!("struct {}", item.ident)),
        Item::Impl(item) if item.trait_.is_none() => {
            let Type::Path(path) = &*item.self_ty else { return };
            let model = path.path.get_ident().map(Ident::to_string).unwrap_or_default();
            names.extend(item.items.iter().filter_map(|item| match item {
                ImplItem::Const(item) => Some(format!("{model}::{}", item.ident)),
                ImplItem::Fn(item) => Some(format!("{model}::{}", item.sig.ident)),
                _ => None,
            }));
        }
        _ => {}
    }
}

/// Runs a test in a thread with the least stack.
pub(super) fn in_thread<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[test]
fn arbitrary_tokens() {
    let count = 1_500 * times();
    let errors = in_thread(move || {
        let mut random = fastrand::Rng::with_seed(1);
        let words = Words::read();
        let mut soup = || {
            let count = 2 + random.usize(..60);
            let bytes: Vec<u8> = (0..count).map(|_| random.u8(..)).collect();
            words.program(&bytes)
        };
        (0..count).filter_map(|_| check(&soup())).filter(|errors| *errors > 0).count()
    });
    println!("{count} token soups, {errors} of them with errors");
}

#[test]
fn programs_with_a_few_tokens_changed() {
    let count = 2_000 * times();
    let wrong = in_thread(move || {
        let seeds = seeds();
        let words = Words::read();
        let mut random = fastrand::Rng::with_seed(2);
        let mut wrong = 0;
        for _ in 0..count {
            let mut tokens = random.choice(&seeds).expect("a seed").clone();
            for _ in 0..=random.usize(..3) {
                mutate(&mut tokens, &words, &mut random);
            }
            wrong += usize::from(check(&tokens.join(" ")).is_some_and(|errors| errors > 0));
        }
        wrong
    });
    println!("{count} changed programs, {wrong} of them with errors");
}

#[test]
fn adversarial_sizes() {
    adversarial_half(0);
}

/// The other half, for another thread.
#[test]
fn more_adversarial_sizes() {
    adversarial_half(1);
}

fn adversarial_half(first: usize) {
    for (name, source) in adversarial().into_iter().skip(first).step_by(2) {
        let source = source.replace("@LONG@", LONG);
        let start = Instant::now();
        let errors = in_thread(move || check(&source));
        println!("{name:<20} {errors:?} errors, {:?}", start.elapsed());
    }
}

/// Tokens of programs to start from: those of the tests of errors, and calls of every layer.
fn seeds() -> Vec<Vec<String>> {
    let mut sources: Vec<String> = Vec::new();
    for path in cases("errors") {
        let text = std::fs::read_to_string(path).expect("a readable case");
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//~"));
        let text = lines.collect::<Vec<_>>().join("\n");
        // One item at a time: a whole file is mostly about something else.
        sources.extend(text.split("\n\n").map(ToOwned::to_owned));
    }
    sources.extend(golden::sources().into_iter().step_by(5));
    let streams = sources.iter().filter_map(|source| source.parse::<TokenStream>().ok());
    streams.map(flat).filter(|tokens| !tokens.is_empty()).collect()
}

/// Deletes, repeats, swaps or replaces a token or a group.
fn mutate(tokens: &mut Vec<String>, words: &Words, random: &mut fastrand::Rng) {
    let from = random.usize(..tokens.len().max(1));
    let mut depth = 0_usize;
    let mut end = from;
    for (index, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth == 0 => return,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            end = index + 1;
            break;
        }
    }
    let range = from..end;
    let part: Vec<String> = tokens.get(range.clone()).unwrap_or_default().to_vec();
    match random.usize(..4) {
        0 => drop(tokens.drain(range)),
        1 => drop(tokens.splice(range, [part.clone(), part].concat())),
        2 => {
            let other = random.usize(..tokens.len().max(1));
            let is_leaf = |token: &String| !"()[]{}".contains(token.as_str());
            if tokens.get(other).is_some_and(is_leaf) && tokens.get(from).is_some_and(is_leaf) {
                tokens.swap(from, other);
            }
        }
        _ => drop(tokens.splice(range, flat(word(words, random)))),
    }
}

/// A word of the dictionary as tokens; a lone delimiter is none.
fn word(words: &Words, random: &mut fastrand::Rng) -> TokenStream {
    let words = if random.usize(..4) == 0 { &words.vocabulary } else { &words.syntax };
    random.choice(words).expect("a word").parse().unwrap_or_default()
}

fn model(body: &str) -> String {
    format!("model Net(x: [8]) {{ {body} }}")
}

fn symbolic(body: &str) -> String {
    format!("model Net(x: [a, b, c, d]) {{ {body} }}")
}

fn deep(open: &str, inside: &str, close: &str, count: usize) -> String {
    format!("{}{inside}{}", open.repeat(count), close.repeat(count))
}

/// Cases whose time grows with every token are smaller in the ordinary run.
fn big(count: usize) -> usize {
    if times() > 1 { count } else { count / 5 }
}

fn many(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect()
}

/// A string of 4 608 bytes named `s`: what `@LONG@` stands for below.
const LONG: &str =
    "let mut s = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; for i in 0..7 { s = \"{s}{s}\"; }";

#[allow(clippy::too_many_lines)]
fn adversarial() -> Vec<(&'static str, String)> {
    vec![
        ("parens90", model(&format!("x -> Dense({})", deep("(", "1", ")", 90)))),
        ("parens99", model(&format!("x -> Dense({})", deep("(", "1", ")", 99)))),
        ("lists95", model(&format!("let a = {}; x", deep("[", "1", "]", 95)))),
        ("braces95", model(&format!("let a = {}; x", deep("{", "1", "}", 95)))),
        ("calls95", model(&format!("let a = {}; x", deep("f(1, ", "1", ")", 95)) )),
        ("ifs95", model(&format!("let a = {}; x", deep("if true { ", "1", "} else { 2 }", 95)) )),
        ("fors95", model(&format!("{} x", deep("for i in 0..1 { ", "", "}", 95)) )),
        ("mixed95", model(&format!("let a = {}; x", deep("1 + [if true { (", "1", ",) } else { 2 }]", 30)) )),
        ("chain-in-parens", model(&format!("let a = {}; x", deep("(", "1", &format!("{})", " + 1".repeat(190)), 90)) )),
        ("chains-4-levels", model(&format!("let a = {}; x", deep("(", "1", &format!("{}{}{}{})", " * 1".repeat(190), " + 1".repeat(190), " && 1".repeat(190), " || 1".repeat(190)), 95)) )),
        ("methods", model(&format!("let a = 1{}; x", ".abs".repeat(100_000)))),
        ("casts", model(&format!("let a = 1{}; x", " as usize".repeat(100_000)))),
        ("indices", model(&format!("let a = [1]{}; x", "[0]".repeat(100_000)))),
        ("pipes", model(&format!("x{}", " -> ReLU".repeat(1_000)))),
        ("loop-chain", model("let mut y = x; for i in 0..10000 { y = y -> Dense(8); } y")),
        ("loop-chain-max", model("let mut y = x; for i in 0..1000000 { y = y -> ReLU; } y")),
        ("elseifs", model(&format!("{} {{}} x", "if false {} else ".repeat(5000)))),
        ("minuses", model(&format!("let a = {} 1; x", "- ".repeat(5000)))),
        ("groups3000", deep("(", "", ")", 3_000)),
        ("groups100000", deep("(", "", ")", 100_000)),
        ("model-groups", model(&deep("[", "", "]", 20_000))),
        ("attr-groups", format!("#[doc = {}] {}", deep("(", "", ")", 20_000), model("x"))),
        ("nest-lists", model("let mut a = [1]; for i in 0..100000 { a = [a]; } x")),
        ("nest-tuples", model("let mut a = (1,); for i in 0..100000 { a = (a,); } x")),
        ("nest-push", model("let mut a = [1]; for i in 0..20000 { let mut b = [0]; b.push(a); a = b; } x")),
        ("nest-zip", model("let mut a = [1]; for i in 0..20000 { a = a.zip(a); } x")),
        ("nest-enumerate", model("let mut a = [1]; for i in 0..20000 { a = a.enumerate; } x")),
        ("double-eq", model("let mut a = [1]; for i in 0..60 { a = [a, a]; } assert!(a == a); x")),
        ("double-print", model("let mut a = [1]; for i in 0..60 { a = [a, a]; } x -> Dense(a)")),
        ("double-tensors", model("let mut a = [x]; for i in 0..60 { a = [a, a]; } a -> Add")),
        ("double-const", "const A: usize = { let mut a = [1]; for i in 0..60 { a = [a, a]; } a }; model Net(x: [8]) { x }".into()),
        ("wide-print", model("let a = [1; 100000]; x -> Dense(a)")),
        ("wide-rev", model("let a = [1; 100000]; for i in 0..100000 { let b = a.rev; } x")),
        ("wide-push", model("let a = [1; 99000]; for i in 0..100000 { let mut b = a; b.push(1); } x")),
        ("wide-repeat", model("for i in 0..100000 { let b = [1; 100000]; } x")),
        ("wide-slice", model("let a = [1; 100000]; for i in 0..100000 { let b = a[0..]; } x")),
        ("wide-eq", model("let a = [1; 100000]; let b = [1; 100000]; for i in 0..100000 { assert!(a == b); } x")),
        ("wide-push-ok", model("let mut a = [0]; for i in 0..90000 { a.push(i); } x")),
        ("nest-layers", model("let mut l = Dense(8); for i in 0..50000 { l = TimeDistributed(l); } x -> l")),
        ("nest-sequential", model("let mut l = Dense(8); for i in 0..50000 { l = Sequential(l); } x -> l")),
        ("double-layers", model("let mut l = Dense(8); for i in 0..40 { l = l -> l; } x -> l")),
        ("many-calls", model("let mut l = Dense(8); let mut y = x; for i in 0..1000000 { y = y -> l; } y")),
        ("double-models", many(40, |i| match i { 0 => "model M0(x: [8]) { x -> Dense(8) }".into(), _ => format!("model M{i}(x: [8]) {{ x -> M{} -> M{} }}", i - 1, i - 1) })),
        ("deep-models", many(400, |i| match i { 399 => "model M399(x: [8]) { x -> Dense(8) }".into(), _ => format!("model M{i}(x: [8]) {{ x -> M{} }}", i + 1) })),
        ("deep-consts", many(400, |i| match i { 399 => "const C399: usize = 1;".into(), _ => format!("const C{i}: usize = C{} + 1;", i + 1) })),
        ("recursion", "fn f(x: [8], n) { if n == 0 { x } else { x -> f(n - 1) } } model Net(x: [8]) { x -> f(1000000) }".into()),
        ("recursion-direct", "fn f(n) { if n == 0 { 0 } else { (((f(n - 1)))) } } model Net(x: [8]) { let a = f(100000); x }".into()),
        ("recursion-for", "fn f(x: [8], n) { let mut y = x; for i in 0..1 { for j in 0..1 { y = y -> f(n); } } y } model Net(x: [8]) { x -> f(1000000) }".into()),
        ("recursion-tree", "fn f(n) { f(n) + f(n) } model Net(x: [8]) { let a = f(1); x }".into()),
        ("recursion-tree-ok", "fn f(n) { if n == 0 { 0 } else { f(n - 1) + f(n - 1) } } model Net(x: [8]) { let a = f(60); x }".into()),
        ("loop-words", model("for i in 0..1000000 { let y = same; } x")),
        ("loop-empty", model("for i in 0..1000000 { } x")),
        ("loop-huge", model("for i in 0..9000000000000000000 { } x")),
        ("loop-errors", model("for i in 0..1000000 { let y = nothing; } x")),
        ("loop-layer-errors", model("for i in 0..1000000 { x -> Dense(0); } x")),
        ("loop-dens", model("for i in 0..1000000 { x -> Dens(1); } x")),
        ("loop-scope", model(&format!("{} for i in 0..1000000 {{ let b = a0; }} x", (0..2000).map(|i| format!("let a{i} = 1;")).collect::<String>()))),
        ("long-string", model("let mut s = \"a\"; for i in 0..100 { s = \"{s}{s}\"; } x")),
        ("long-string-loop", model("@LONG@for i in 0..1000000 { let t = \"{s}{i}\"; } x")),
        ("long-names", model("@LONG@let mut y = x; for i in 0..10000 { y = y -> Dense(8, name = \"{s}{i}\"); } y")),
        ("long-prefix", "fn f(x: [8], s, n) { if n == 0 { x -> Dense(8) } else { x -> f(s, n - 1, name = s) } } model Net(x: [8]) { @LONG@let mut y = x; for i in 0..10000 { y = y -> f(s, 20); } y }".into()),
        ("huge-int", model("x -> Dense(9223372036854775807) -> Dense(9223372036854775807)")),
        ("huger-int", model("x -> Dense(99999999999999999999999999999999)")),
        ("huge-shape", "model Net(x: [9223372036854775807, 9223372036854775807, 9223372036854775807]) { x -> Flatten -> Dense(9223372036854775807) }".into()),
        ("huge-conv", "model Net(x: [9223372036854775807, 9223372036854775807, 3]) { x -> Conv2D(9223372036854775807, 9223372036854775807, strides = 9223372036854775807, padding = same) -> UpSampling2D(9223372036854775807) -> ZeroPadding2D(9223372036854775807) }".into()),
        ("huge-total", model("let y = x -> Dense(4611686018427387904, use_bias = false) -> ReLU; x -> Dense(1000000000000000000)")),
        ("many-axes", format!("model Net(x: [{}]) {{ x -> Flatten -> Dense(2) }}", "1, ".repeat(20_000))),
        ("repeat-vector", model("x -> RepeatVector(9223372036854775807) -> Flatten")),
        ("einsum", model(&format!("x -> EinsumDense(\"{}\", 3)", "a".repeat(9000)))),
        ("reshape-wide", model("x -> Reshape([1; 90000])")),
        ("rnn-cells", model("let c = LSTMCell(4); x -> Reshape((2, 4)) -> RNN([c; 90000])")),
        ("rnn-cells-loop", model("let y = x -> Reshape((2, 4)); for i in 0..1000 { y -> RNN([LSTMCell(4); 1000]); } x")),
        ("custom-loop", "layer L(x: [n]) -> [{ let mut a = 0; for i in 0..400000 { a += 1; } n }] { } model Net(x: [8]) { let mut y = x; for i in 0..1000 { y = y -> L; } y }".into()),
        ("custom-recursion", "fn f(n) { f(n) } layer L(x: [n]) -> [f(n)] { } model Net(x: [8]) { x -> L }".into()),
        ("custom-deep", "layer L(x: [n], inner = 1) -> [n] { } model Net(x: [8]) { let mut l = L(1); for i in 0..50000 { l = L(l); } x -> l }".into()),
        ("many-items", (0..big(3_000)).map(|i| format!("const C{i}: usize = {i};")).collect()),
        ("many-models", (0..big(500)).map(|i| format!("model M{i}(x: [8]) {{ x }}")).collect()),
        ("many-fns", (0..big(3_000)).map(|i| format!("fn f{i}() {{ 1 }}")).collect::<String>() + &model("let mut a = 0; for i in 0..300000 { a = f99(); } x")),
        ("many-errors", model(&(0..big(10_000)).map(|i| format!("let a = b{i};")).collect::<String>())),
        ("many-syntax-errors", "x y z ? ; ? ; ;".repeat(1_000)),
        ("many-names", model(&(0..big(10_000)).map(|i| format!("let a{i} = x;")).collect::<String>())),
        ("seq-many", model(&format!("x -> Sequential({})", vec!["Dense(8)"; big(5_000)].join(" -> ")))),
        ("many-outputs", model("let mut a = [x]; for i in 0..5000 { a.push(x); } a")),
        ("concat-many", model(&format!("let mut a = [x]; for i in 0..{} {{ a.push(x); }} a -> Concatenate", big(50_000)))),
        ("concat-loop", model("let mut a = [x]; for i in 0..5000 { a.push(x); } for i in 0..5000 { a -> Add; } x")),
        ("add-loop", model("let mut y = x; for i in 0..1000000 { y = y + y; } y")),
        ("attributes", "#[doc = Several \"tokens\"] #[doc = ] #[doc =] #[allow[x]] #[allow = a b] #[deprecated + 1] model Net(x: [8]) { x }".into()),
        ("duplicate-items", many(big(5_000), |i| match i % 3 { 0 => "fn f(x) { x }", 1 => "model M(x: [8]) { x }", _ => "const M: usize = 1;" }.into())),
        ("many-functions", many(big(5_000), |i| format!("fn f{i}(x) {{ x }}"))),
        ("many-inputs", format!("model Net({}) {{ a0 }}", many(big(20_000), |i| format!("a{i}: [1],")))),
        ("many-arguments", model(&format!("x -> Dense({})", "1,".repeat(big(20_000))))),
        ("many-parameters", format!("fn f({}) {{ 1 }} {}", many(big(20_000), |i| format!("a{i} = 1,")), model("let a = f(); x"))),
        ("many-to-block", format!("fn f(x: [..], n) {{ x }} {}", model(&format!("x -> f({})", "1,".repeat(big(20_000)))))),
        ("many-named", model(&format!("x -> Dense({})", many(big(20_000), |i| format!("a{i} = 1,"))))),
        ("many-questions", model(&format!("let a = x{}; x", "?".repeat(20_000)))),
        ("many-weights", format!("layer L(x: [n]) -> [n] {{ {} }} {}", many(3_000, |i| format!("w{i}: [n],")), model("let mut y = x; for i in 0..15000 { y = y -> L; } y"))),
        ("wide-weights", format!("layer L(x: [n]) -> [n] {{ w: [{}] }} {}", "n,".repeat(3_000), model("x -> L"))),
        ("weight-names", format!("layer L(x: [n]) -> [n] {{ {} }} {}", many(500, |i| format!("{}{i}: [n],", "w".repeat(1_000))), model("let mut y = x; for i in 0..5000 { y = y -> L; } y"))),
        ("long-typo", model(&format!("let {} = x; {}", "a".repeat(100_000), "a".repeat(99_999)))),
        ("axes-loop", format!("model Net(x: [{}]) {{ let mut y = x; for i in 0..15000 {{ y = y -> Dense(2); }} y }}", "1,".repeat(5_000))),
        ("reshape-axes", model("x -> Reshape([1, 1, 1, 1, 1, 1, 1, 1, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])")),
        ("polynomial-product", symbolic("let mut n = a + b + c + d; for i in 0..60 { n = n * (a + b + c + d); } x")),
        ("polynomial-square", symbolic("let mut n = a + b + c + d; for i in 0..60 { n = n * n; } x")),
        ("polynomial-floors", symbolic("let mut n = a; let mut k = b; for i in 0..60 { n = (n * k + 1) / 3 + n / 7; k = (n + k * 3) / 5 + k / 2; } x")),
        ("polynomial-deep", symbolic("let mut n = a; for i in 0..100000 { n = (n + b) / 2; } x")),
        ("polynomial-deep-used", symbolic("let mut n = a; for i in 0..400 { n = (n + b) / 2; } x -> Flatten -> RepeatVector(2) -> Reshape([n, -1])")),
        ("polynomial-equal", symbolic("for i in 0..100000 { assert!(a / 2 + (a + 1) / 2 + b / 2 + (b + 1) / 2 + c / 2 + (c + 1) / 2 == a + b + c); } x")),
        ("polynomial-symbols", format!("model Net({}) {{ let m = {}; let k = m * m * m; x0 }}", many(20, |i| format!("x{i}: [{}],", many(30, |j| format!("s{i}_{j},")))), (0..180).map(|i| format!("s{}_{}", i / 9, i % 9)).collect::<Vec<_>>().join(" + "))),
        ("polynomial-layers", symbolic("let mut y = x -> Reshape([a, b * c, d]); for i in 0..15000 { y = y -> Conv2D(3, 3, strides = 2, padding = same) -> UpSampling2D(2) -> ZeroPadding2D(1); } y")),
        ("shared-many", model("let d = Dense(8); let mut a = [x]; for i in 0..4000 { a.push(x -> d); } a -> Concatenate")),
        ("same-constants", model("let mut y = x; for i in 0..4000 { let n = 19968 + i; y = y -> Dense(8, name = \"\u{e9}{n}\"); } y")),
        ("nested-pairs", many(13, |i| match i { 0 => "model M0(x: [h, 8]) { x -> Dense(8) }".into(), _ => format!("model M{i}(x: [h{i}, 8]) {{ x -> M{} -> M{} }}", i - 1, i - 1) })),
        ("slice-loop", model("for i in 0..1000000 { let y = x[1..]; } x")),
    ]
}
