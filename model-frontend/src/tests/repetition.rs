//! Time grows with what is written: each construct that nests or repeats, at a length and at four times it, and what a
//! refusal takes at each limit.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::robustness::in_thread;

/// The time this thread was running, where the system tells: other processes do not count.
fn running(start: Instant) -> Duration {
    let of_thread = std::fs::read_to_string("/proc/thread-self/schedstat").ok().and_then(|text| {
        let nanoseconds = text.split_whitespace().next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    });
    of_thread.unwrap_or_else(|| start.elapsed())
}

/// Total cost of all phases, and the number of mistakes.
fn expanded(source: &str) -> (Duration, usize) {
    let tokens = source.parse().unwrap_or_else(|error| panic!("{error}: {source:.200}"));
    let start = Instant::now();
    let before = running(start);
    let parsed = crate::parse(tokens);
    let evaluated = parsed.evaluate();
    let errors = evaluated.diagnostics.len();
    drop(evaluated.items());
    (running(start).saturating_sub(before), errors)
}

fn model(body: &str) -> String {
    format!("model Net(x: [8]) {{ {body} }}")
}

fn many(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect()
}

fn deep(open: &str, inside: &str, close: &str, count: usize) -> String {
    format!("{}{inside}{}", open.repeat(count), close.repeat(count))
}

/// Fifty of a statement: what may nest only so deep is short.
fn often(statement: &str) -> String {
    model(&format!("{} x", many(50, |i| statement.replace('@', &i.to_string()))))
}

/// Repeated construct, first measured count, and a program with that many repetitions.
type Repeated = (&'static str, usize, fn(usize) -> String);

fn repeated() -> Vec<Repeated> {
    vec![
        ("parentheses", 10, |n| often(&format!("let a = {};", deep("(", "1", ")", n)))),
        ("lists in lists", 10, |n| often(&format!("let a = {};", deep("[", "1", "]", n)))),
        ("blocks in blocks", 10, |n| often(&format!("let a = {};", deep("{", "1", "}", n)))),
        ("conditions in conditions", 10, |n| {
            often(&format!("let a = {};", deep("if true { ", "1", " } else { 2 }", n)))
        }),
        ("loops in loops", 5, |n| often(&deep("for i in 0..1 { ", "", " }", n))),
        ("calls in calls", 5, |n| {
            "fn f(n) { n }".to_owned() + &often(&format!("let a = {};", deep("f(", "1", ")", n)))
        }),
        ("patterns in patterns", 10, |n| {
            often(&format!("let {} = {};", deep("(", "a", ",)", n), deep("(", "1", ",)", n)))
        }),
        ("types in types", 10, |n| {
            many(50, |i| {
                format!(
                    "const C{i}: {} = {};",
                    deep("[", "usize", "; 1]", n),
                    deep("[", "1", "]", n)
                )
            })
        }),
        ("minuses", 10, |n| often(&format!("let a = {} 1;", "- ".repeat(n)))),
        ("branches", 500, |n| {
            model(&format!(
                "let a = if false {{ 1 }} {} else {{ 2 }}; x",
                "else if false { 1 }".repeat(n)
            ))
        }),
        ("sums", 40, |n| often(&format!("let a = 1{};", " + 1".repeat(n)))),
        ("methods", 60, |n| often(&format!("let a = 1{};", ".abs".repeat(n)))),
        ("stages", 100, |n| model(&format!("x{}", " -> ReLU".repeat(n)))),
        ("stages of a chain", 100, |n| {
            model(&format!("let l = ReLU{}; x -> l", " -> ReLU".repeat(n)))
        }),
        ("items of a list", 2_000, |n| model(&format!("let a = [{}]; x", "1,".repeat(n)))),
        ("arguments", 60, |n| {
            "fn f(".to_owned()
                + &many(n, |i| format!("a{i} = 0,"))
                + ") { 1 }"
                + &often(&format!("f({});", "1,".repeat(n)))
        }),
        ("named arguments", 60, |n| {
            "fn f(".to_owned()
                + &many(n, |i| format!("a{i} = 0,"))
                + ") { 1 }"
                + &often(&format!("f({});", many(n, |i| format!("a{i} = 1,"))))
        }),
        ("doc comments", 1_000, |n| "/// Text.\n".repeat(n) + &model("x")),
        ("attributes", 1_000, |n| "#[allow(unused)] ".repeat(n) + &model("x")),
        ("strings with names", 500, |n| {
            model(&format!("let a = 1; let s = \"{}\"; x", "{a}".repeat(n)))
        }),
        ("names in strings", 500, |n| {
            model(&format!(
                "{} let s = \"{}\"; x",
                many(n, |i| format!("let a{i} = 1;")),
                many(n, |i| format!("{{a{i}}}"))
            ))
        }),
        ("statements", 500, |n| model(&format!("{} x", "let a = 1;".repeat(n)))),
        ("variables", 500, |n| model(&format!("{} x", many(n, |i| format!("let a{i} = 1;"))))),
        ("variables that depend on each other", 500, |n| {
            model(&format!("let a0 = 1; {} x", many(n, |i| format!("let a{} = a{i};", i + 1))))
        }),
        ("variables, the first used", 500, |n| {
            model(&format!("let a = 1; {} x", many(n, |i| format!("let a{i} = a;"))))
        }),
        ("shadowed variables", 500, |n| {
            model(&format!("let mut a = 1; {} x", "let a = a;".repeat(n)))
        }),
        ("assignments", 500, |n| model(&format!("let mut a = 1; {} x", "a += 1;".repeat(n)))),
        ("names of a pattern", 500, |n| {
            model(&format!("let ({}) = [1; {n}]; x", many(n, |i| format!("a{i},"))))
        }),
        ("steps of a loop", 2_000, |n| {
            model(&format!("let mut a = 0; for i in 0..{n} {{ a = a + i; }} x"))
        }),
        ("layers of a loop", 200, |n| {
            model(&format!("let mut y = x; for i in 0..{n} {{ y = y -> Dense(8); }} y"))
        }),
        ("items pushed", 2_000, |n| {
            model(&format!("let mut a = []; for i in 0..{n} {{ a.push(i); }} x"))
        }),
        ("constants", 500, |n| many(n, |i| format!("const C{i}: usize = 1;"))),
        ("constants that depend on one", 500, |n| {
            "const C: usize = 1;".to_owned() + &many(n, |i| format!("const C{i}: usize = C;"))
        }),
        ("constants that depend on those before", 500, |n| {
            "const C0: usize = 1;".to_owned()
                + &many(n, |i| format!("const C{}: usize = C{i};", i + 1))
        }),
        ("blocks", 500, |n| many(n, |i| format!("fn f{i}(n) {{ n }}")) + &model("x")),
        ("blocks that are called", 200, |n| {
            many(n, |i| format!("fn f{i}(n) {{ n }}"))
                + &model(&(many(n, |i| format!("f{i}(1);")) + "x"))
        }),
        ("variables of a block that is not called", 200, |n| {
            format!("fn f(n) {{ {} n }}", many(n, |i| format!("let a{i} = n;"))) + &model("x")
        }),
        ("variables of a block that is not called, used", 200, |n| {
            format!(
                "fn f(n) {{ let a0 = n; {} n }}",
                many(n, |i| format!("let a{} = a{i} + 1;", i + 1))
            ) + &model("x")
        }),
        ("layer items", 200, |n| {
            many(n, |i| format!("layer L{i}(x: [n]) -> [n] {{ w: [n] }}")) + &model("x")
        }),
        ("layer items that are used", 100, |n| {
            many(n, |i| format!("layer L{i}(x: [n]) -> [n] {{ w: [n] }}"))
                + &model(&format!("x {}", many(n, |i| format!("-> L{i}"))))
        }),
        ("weights", 200, |n| {
            format!("layer L(x: [n]) -> [n] {{ {} }}", many(n, |i| format!("w{i}: [n],")))
                + &model("x -> L")
        }),
        ("models", 100, |n| many(n, |i| format!("model M{i}(x: [8]) {{ x }}"))),
        ("models that are used", 100, |n| {
            many(n, |i| format!("model M{i}(x: [8]) {{ x -> ReLU }}"))
                + &model(&format!("x {}", many(n, |i| format!("-> M{i}"))))
        }),
        ("inputs", 100, |n| format!("model Net({}) {{ a0 }}", many(n, |i| format!("a{i}: [1],")))),
        ("outputs", 100, |n| model(&format!("({})", "x -> ReLU,".repeat(n)))),
        ("symbols", 50, |n| {
            format!("model Net({}) {{ a0 }}", many(n, |i| format!("a{i}: [n{i}],")))
        }),
        ("slices", 100, |n| model(&format!("{} x", "let a = x[1..];".repeat(n)))),
        ("assertions", 500, |n| model(&format!("{} x", "assert!(1 == 1, \"text\");".repeat(n)))),
        ("mistakes", 60, |n| model(&format!("{} x", many(n, |i| format!("let a = nothing{i};"))))),
        ("syntax errors", 60, |n| model(&format!("{} x", "let a = ;".repeat(n)))),
        ("warnings", 100, |n| {
            let statement = "let y = x -> Sequential(Dense(8), trainable = false);";
            model(&format!("{} x", statement.repeat(n)))
        }),
        ("broken items", 60, |n| "models;".repeat(n) + &model("x")),
    ]
}

/// The time of one expansion, in the mean of as many as the clock of a thread can tell apart.
fn mean(source: &str) -> (Duration, usize) {
    let (mut sum, mut runs) = (Duration::ZERO, 0);
    loop {
        let (took, errors) = expanded(source);
        sum += took;
        runs += 1;
        if sum > Duration::from_millis(24) || runs >= 32 {
            return (sum / runs, errors);
        }
    }
}

#[test]
fn what_nests_or_repeats_grows_with_its_length() {
    let mut failures = String::new();
    for (name, n, source) in repeated() {
        let measured = |n: usize| {
            let source = source(n);
            in_thread(move || mean(&source))
        };
        let [(one, errors), (two, _), (four, _)] = [n, 2 * n, 4 * n].map(measured);
        println!("{name:<45} {n:>5} {one:>9.1?} {two:>9.1?} {four:>9.1?} {errors} errors");
        // Twice the length takes twice as long, and what is quadratic four times: 16 times at four times the length.
        if four > one * 9 + Duration::from_millis(2) {
            let _ =
                writeln!(failures, "{name}: {one:?} for {n}, {two:?} for twice as many, {four:?}");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// Programs one step beyond each limit, or far beyond it.
fn refused() -> Vec<(&'static str, String)> {
    let layers = |body: &str| model(&format!("let mut y = x; {body} y"));
    vec![
        ("steps of a loop", model("for i in 0..9000000000000000000 { } x")),
        ("steps of a loop with a sum", model("let mut n = 0; for i in 0..9000000000000000000 { n = n + i * 2; } x")),
        ("words in a loop", model("for i in 0..1000000 { let y = same; } x")),
        ("steps of a call", "fn f(n) { if n == 0 { 0 } else { f(n - 1) + f(n - 1) } } model Net(x: [8]) { let a = f(60); x }".into()),
        ("values copied", model("let a = [1; 100000]; for i in 0..100000 { let b = a.rev; } x")),
        ("text copied", model(&format!("let mut s = \"{}\"; for i in 0..1000000 {{ let t = \"{{s}}{{i}}\"; }} x", "a".repeat(9_000)))),
        ("variables looked through", model(&format!("{} for i in 0..1000000 {{ let b = a0; }} x", many(2_000, |i| format!("let a{i} = 1;"))))),
        ("depth of calls", "fn f(x: [8], n) { if n == 0 { x } else { x -> f(n - 1) } } model Net(x: [8]) { x -> f(1000000) }".into()),
        ("depth of constants", many(400, |i| format!("const C{i}: usize = C{} + 1;", i + 1)) + "const C400: usize = 1;"),
        ("items of a list", model("let mut a = [1]; for i in 0..20000 { a = [a, a]; } x")),
        ("bytes of a string", model("let mut s = \"a\"; for i in 0..100 { s = \"{s}{s}\"; } x")),
        ("layers made", layers("for i in 0..1000000 { y = y -> Dense(8); }")),
        ("layers written out", model(&format!("x {}", "-> ReLU".repeat(21_000)))),
        ("layers made and not called", model("for i in 0..1000000 { let l = Dense(8); } x")),
        ("calls of a layer", layers("let l = Dense(8); for i in 0..1000000 { y = y -> l; }")),
        ("layers of convolutions", "model Net(x: [32, 32, 8]) { let mut y = x; for i in 0..1000000 { y = y -> Conv2D(8, 3, padding = same) -> BatchNormalization -> ReLU; } y }".into()),
        ("layers on symbols", "model Net(x: [a, b, 8]) { let mut y = x; for i in 0..1000000 { y = y -> Conv2D(8, 3, padding = same); } y }".into()),
        ("sums of tensors", layers("for i in 0..1000000 { y = y + y; }")),
        ("slices of tensors", model("for i in 0..1000000 { let y = x[1..]; } x")),
        ("layers in layers", layers("let mut l = Dense(8); for i in 0..50000 { l = TimeDistributed(l); } y = y -> l;")),
        ("chains of chains", layers("let mut l = Dense(8); for i in 0..40 { l = l -> l; } y = y -> l;")),
        ("models in models", many(40, |i| match i { 0 => "model M0(x: [8]) { x -> Dense(8) }".into(), _ => format!("model M{i}(x: [8]) {{ x -> M{} -> M{} }}", i - 1, i - 1) })),
        ("models nested too deep", many(400, |i| format!("model M{i}(x: [8]) {{ x -> M{} }}", i + 1)) + "model M400(x: [8]) { x }"),
        ("calls of own layers", "layer L(x: [n]) -> [n] { w: [n] } ".to_owned() + &layers("for i in 0..1000000 { y = y -> L; }")),
        ("steps of own layers", "layer L(x: [n]) -> [{ let mut a = 0; for i in 0..400000 { a += 1; } n }] { } ".to_owned() + &layers("for i in 0..1000 { y = y -> L; }")),
        ("names with prefixes", "fn f(x: [8], n) { if n == 0 { x -> Dense(8) } else { x -> f(n - 1, name = \"block\") } } ".to_owned() + &layers("for i in 0..10000 { y = y -> f(20); }")),
        ("long names", layers(&format!("let s = \"{}\"; for i in 0..100000 {{ y = y -> Dense(8, name = \"{{s}}{{i}}\"); }}", "a".repeat(5_000)))),
        ("inputs", format!("model Net({}) {{ a0 }}", many(4_000, |i| format!("a{i}: [1],")))),
        ("axes of an input", format!("model Net(x: [{}]) {{ x }}", "1,".repeat(20_000))),
        ("arguments", model(&format!("x -> Dense({})", "1,".repeat(20_000)))),
        ("named arguments", model(&format!("x -> Dense({})", many(5_000, |i| format!("a{i} = 1,"))))),
        ("parameters", format!("fn f({}) {{ 1 }} {}", many(5_000, |i| format!("a{i} = 1,")), model("let a = f(); x"))),
        ("mistakes in values", model(&format!("{} x", many(5_000, |i| format!("let a = nothing{i};"))))),
        ("mistakes in layers", model(&format!("{} x", many(5_000, |i| format!("x -> Dens{i}(3);"))))),
        ("mistakes in arguments", model(&format!("{} x", many(5_000, |i| format!("x -> Dense(3, unit{i} = 3);"))))),
        ("mistakes of a loop", model("for i in 0..1000000 { let y = nothing; } x")),
        ("mistakes of a loop of layers", model("for i in 0..1000000 { x -> Dense(0); } x")),
        ("mistakes in shapes", model("for i in 0..1000000 { x -> Conv2D(8, 3); } x")),
        ("mistakes in syntax", model(&"let a = ;".repeat(20_000))),
        ("broken items", "models;".repeat(20_000)),
        ("items of one name", "fn f(x) { x } model M(x: [8]) { x } const M: usize = 1;".repeat(1_000)),
        ("parentheses", model(&format!("let a = {}; x", deep("(", "1", ")", 140)))),
        ("groups", deep("(", "", ")", 100_000)),
        ("minuses", model(&format!("let a = {} 1; x", "- ".repeat(50_000)))),
        ("operators", model(&format!("let a = 1{}; x", " + 1".repeat(50_000)))),
        ("methods", model(&format!("let a = 1{}; x", ".abs".repeat(50_000)))),
        ("casts", model(&format!("let a = 1{}; x", " as usize".repeat(50_000)))),
        ("indices", model(&format!("let a = [1]{}; x", "[0]".repeat(50_000)))),
        ("terms of a size", "model Net(x: [a, b, c, d]) { let mut n = a + b + c + d; for i in 0..60 { n = n * (a + b + c + d); } x }".into()),
        ("comparisons of sizes", "model Net(x: [a, b]) { for i in 0..100000 { assert!(a / 2 + (a + 1) / 2 + b / 2 + (b + 1) / 2 == a + b); } x }".into()),
        ("layers that change sizes", "model Net(x: [a, b, 3]) { let mut y = x; for i in 0..15000 { y = y -> Conv2D(3, 3, strides = 2, padding = same) -> UpSampling2D(2) -> ZeroPadding2D(1); } y }".into()),
        ("lists of cells", "model Net(x: [2, 4]) { for i in 0..1000 { x -> RNN([LSTMCell(4); 1000]); } x }".into()),
        ("many inputs of a layer", model("let mut a = [x]; for i in 0..5000 { a.push(x); } for i in 0..5000 { a -> Add; } x")),
    ]
}

/// No refusal takes longer in a debug build.
const REFUSAL: Duration = Duration::from_secs(1);

#[test]
fn refusals_are_quick() {
    let mut failures = String::new();
    for (name, source) in refused() {
        let (took, errors) = in_thread(move || expanded(&source));
        println!("{name:<45} {took:>9.1?} {errors} errors");
        if took > REFUSAL || errors == 0 {
            let _ = writeln!(failures, "{name}: {took:?} for {errors} errors");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
