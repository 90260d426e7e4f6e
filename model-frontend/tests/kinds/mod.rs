//! Programs of any size, one a construct of `docs/language.md`.

/// A construct that can repeat or nest.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// The smallest size that is measured.
    pub(crate) size: usize,
    /// The largest size that the language takes, where it has one.
    pub(crate) most: Option<usize>,
    /// Power of the size in proportion to which what is written grows.
    pub(crate) power: i32,
    /// True if it is a mistake.
    pub(crate) fails: bool,
    pub(crate) source: Box<dyn Fn(usize) -> String>,
}

impl Kind {
    fn new(name: &'static str, size: usize, source: impl Fn(usize) -> String + 'static) -> Self {
        Self { name, size, most: None, power: 1, fails: false, source: Box::new(source) }
    }

    /// Limits of the language.
    fn up_to(mut self, most: usize) -> Self {
        self.most = Some(most);
        self
    }

    /// The output itself grows with this power of the size: layers are listed with all that is inside.
    fn lists_all_inside(mut self, power: i32) -> Self {
        self.power = power;
        self
    }

    /// Every name is compared with every other.
    fn compares_all(mut self) -> Self {
        self.power = 2;
        self
    }

    fn fails(mut self) -> Self {
        self.fails = true;
        self
    }
}

/// The deepest nesting of source text, and of lists, layers and models: the limit less what stands around.
const DEEP: usize = 44;
/// Operators of one precedence in a row.
const IN_A_ROW: usize = 196;

pub(crate) fn kinds() -> Vec<Kind> {
    [items(), statements(), expressions(), tensors(), layers(), shapes(), mistakes()]
        .into_iter()
        .flatten()
        .collect()
}

fn many(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect()
}

fn deep(open: &str, inside: &str, close: &str, depth: usize) -> String {
    format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
}

/// A model with this body.
fn net(body: &str) -> String {
    format!("model Net(x: [8]) {{ {body} }}")
}

/// A model of images with this body.
fn image(body: &str) -> String {
    format!("model Net(x: [64, 64, 3]) {{ {body} }}")
}

/// A model of sequences with this body.
fn sequence(body: &str) -> String {
    format!("model Net(x: [16, 8]) {{ {body} }}")
}

/// Items that each refer to the one before.
fn chained(count: usize, first: &str, other: &str) -> String {
    many(count, |i| match i {
        0 => first.replace("THIS", "0"),
        _ => other.replace("THIS", &i.to_string()).replace("LAST", &(i - 1).to_string()),
    })
}

fn items() -> Vec<Kind> {
    vec![
        Kind::new("constants", 500, |n| many(n, |i| format!("const C{i}: usize = {i};"))),
        Kind::new("constants with docs", 300, |n| {
            many(n, |i| format!("/// A constant.\n#[allow(unused)]\npub const C{i}: f64 = 0.5;"))
        }),
        Kind::new("constants of each other", 300, |n| {
            chained(n, "const C0: usize = 1;", "const CTHIS: usize = CLAST + 1;")
        }),
        Kind::new("constants of later ones", 11, |n| {
            many(n, |i| format!("const C{i}: usize = C{} + 1;", i + 1)) + &format!("const C{n}: usize = 1;")
        })
        .up_to(DEEP),
        Kind::new("constant list", 1_000, |n| format!("pub const C: [usize; {n}] = [{}];", "1,".repeat(n))),
        Kind::new("constant slice of pairs", 500, |n| {
            format!("pub const C: &[(usize, f64)] = [{}];", "(1, 0.5),".repeat(n))
        }),
        Kind::new("constant repetition", 2_000, |n| format!("pub const C: [usize; {n}] = [7; {n}];")),
        Kind::new("type of a constant", 11, |n| {
            format!("const C: {} = {};", deep("[", "usize", "; 1]", n), deep("[", "1", "]", n))
        })
        .up_to(DEEP),
        Kind::new("long string of a constant", 500, |n| format!("pub const C: &str = \"{}\";", "text ".repeat(n)))
            .up_to(2_000),
        Kind::new("blocks that are not called", 300, |n| {
            many(n, |i| format!("fn f{i}(x: [_, c], n = 1) {{ x -> Dense(c * n) -> ReLU }}")) + &net("x -> ReLU")
        }),
        Kind::new("blocks that are called", 150, |n| {
            many(n, |i| format!("fn f{i}(x: [c], n = 1) {{ x -> Dense(c * n) }}"))
                + &net(&format!("let mut y = x; {} y", many(n, |i| format!("y = y -> f{i};"))))
        }),
        Kind::new("blocks in blocks", 11, |n| {
            chained(n, "fn f0(x: [8]) { x -> Dense(8) }", "fn fTHIS(x: [8]) { x -> fLAST -> Dense(8) }")
                + &net(&format!("x -> f{}", n - 1))
        })
        .up_to(DEEP),
        Kind::new("calls of a block", 100, |n| {
            "fn f(x: [c], n) { let y = x -> Dense(n) -> ReLU; y -> Dense(c) }".to_owned()
                + &net(&format!("let mut y = x; for i in 0..{n} {{ y = y -> f(i + 1); }} y"))
        }),
        Kind::new("recursion", 11, |n| {
            "fn f(x: [8], n) { if n == 0 { x } else { x -> Dense(8) -> f(n - 1) } }".to_owned()
                + &net(&format!("x -> f({n})"))
        })
        .up_to(DEEP),
        Kind::new("recursion with names", 11, |n| {
            "fn f(x: [8], n) { if n == 0 { x } else { x -> Dense(8) -> f(n - 1, name = \"part\") } }".to_owned()
                + &net(&format!("x -> f({n})"))
        })
        .up_to(DEEP),
        Kind::new("parameters of a block", 60, |n| {
            format!("fn f(x: [8], {}) {{ x }}", many(n, |i| format!("a{i} = {i},"))) + &net("x -> f")
        })
        .up_to(248),
        Kind::new("tensors of a block", 60, |n| {
            format!("fn f({}) {{ a0 }}", many(n, |i| format!("a{i}: [8],")))
                + &net(&format!("({}) -> f", "x,".repeat(n)))
        })
        .up_to(248),
        Kind::new("arguments of a block", 60, |n| {
            format!("fn f(x: [8], {}) {{ x }}", many(n, |i| format!("a{i},")))
                + &net(&format!("x -> f({})", many(n, |i| format!("a{i} = {i},"))))
        })
        .up_to(248),
        Kind::new("functions over values", 500, |n| {
            "fn wide(value, by = 8) { (value + by - 1) / by * by }".to_owned()
                + &net(&format!("let mut a = 1; for i in 0..{n} {{ a = wide(i).max(a); }} x -> Dense(a)"))
        }),
        Kind::new("models", 25, |n| many(n, |i| format!("pub model M{i}(x: [8]) -> [4] {{ x -> Dense(4) }}"))),
        Kind::new("models with docs", 25, |n| {
            many(n, |i| format!("/// Text.\n/// More text.\n#[name = \"m{i}\"]\npub model M{i}(x: [8]) {{ x -> Dense(4) }}"))
        }),
        Kind::new("lines of documentation", 250, |n| "/// A line of text.\n".repeat(n) + &net("x -> Dense(3)")),
        Kind::new("attributes", 250, |n| "#[allow(unused)]\n".repeat(n) + &net("x -> Dense(3)")),
        Kind::new("inputs", 60, |n| format!("model Net({}) {{ x0 }}", many(n, |i| format!("x{i}: [{i} + 1],"))))
            .up_to(1_000),
        Kind::new("inputs that are joined", 60, |n| {
            format!(
                "model Net({}) {{ ({}) -> Concatenate }}",
                many(n, |i| format!("x{i}: [8],")),
                many(n, |i| format!("x{i},"))
            )
        })
        .up_to(1_000),
        Kind::new("outputs", 60, |n| net(&format!("({})", "x -> Dense(3),".repeat(n)))),
        Kind::new("outputs with annotations", 60, |n| {
            format!("model Net(x: [8]) -> ({}) {{ ({}) }}", "[3],".repeat(n), "x -> Dense(3),".repeat(n))
        }),
        Kind::new("clauses of a budget", 60, |n| {
            format!("#[budget({})] {}", "params <= 100,".repeat(n), net("x -> Dense(3)"))
        })
        .fails(),
        Kind::new("layer items", 60, |n| {
            many(n, |i| format!("layer L{i}(x: [.., c], k = 1) -> [.., c + k] {{ w: [c], frozen s: [1], macs = c }}"))
                + &net(&format!("let mut y = x; {} y", many(n, |i| format!("y = y -> L{i};"))))
        }),
        Kind::new("calls of a layer item", 60, |n| {
            "layer L(x: [.., c], k = 1) -> [.., c + k] { w: [c], macs = c * k }".to_owned()
                + &net(&format!("let mut y = x; for i in 0..{n} {{ y = y -> L(i); }} y"))
        }),
        Kind::new("weights of a layer item", 60, |n| {
            format!("layer L(x: [c]) -> [c] {{ {} }}", many(n, |i| format!("w{i}: [c, {i} + 1],"))) + &net("x -> L")
        }),
        Kind::new("inputs of a layer item", 60, |n| {
            format!("layer L({}) -> [s0] {{ }}", many(n, |i| format!("a{i}: [s{i}],")))
                + &net(&format!("({}) -> L", "x,".repeat(n)))
        })
        .up_to(248),
        Kind::new("outputs of a layer item", 60, |n| {
            format!("layer L(x: [c]) -> ({}) {{ }}", "[c],".repeat(n)) + &net("let y = x -> L; y[0]")
        }),
        Kind::new("expression of a layer item", 40, |n| {
            format!("layer L(x: [c]) -> [c] {{ macs = {} }}", vec!["c * 2"; n].join(" + ")) + &net("x -> L")
        })
        .up_to(IN_A_ROW),
    ]
}

fn statements() -> Vec<Kind> {
    vec![
        Kind::new("variables", 500, |n| net(&(many(n, |i| format!("let _a{i} = {i};")) + "x"))),
        Kind::new("variables that are never used", 250, |n| {
            net(&(many(n, |i| format!("let a{i} = {i};")) + "x"))
        }),
        Kind::new("variables of each other", 500, |n| {
            net(&(chained(n, "let a0 = 1;", "let aTHIS = aLAST + 1;")
                + &format!("x -> Dense(a{})", n - 1)))
        }),
        Kind::new("shadowing", 100, |n| net(&("let x = x -> Dense(8);".repeat(n) + "x"))),
        Kind::new("tuple patterns", 250, |n| {
            net(&format!(
                "let ({}) = ({}); x",
                many(n, |i| format!("_a{i},")),
                many(n, |i| format!("{i},"))
            ))
        }),
        Kind::new("list patterns", 250, |n| {
            net(&format!("let [{}] = [0; {n}]; x", many(n, |i| format!("_a{i},"))))
        }),
        Kind::new("nested patterns", 11, |n| {
            net(&format!(
                "let {} = {}; x -> Dense(a)",
                deep("(", "a", ",)", n),
                deep("(", "3", ",)", n)
            ))
        })
        .up_to(DEEP),
        Kind::new("shapes of variables", 100, |n| {
            net(&(many(n, |i| format!("let x: [c{i}] = x -> Dense(c{} + 1);", i.max(1) - 1))
                .replacen("c0 + 1", "4", 1)
                + "x"))
        }),
        Kind::new("assignments", 300, |n| {
            net(&format!("let mut a = 1; {} x -> Dense(a)", "a = a + 1;".repeat(n)))
        }),
        Kind::new("compound assignments", 300, |n| {
            net(&format!("let mut a = 1; {} x -> Dense(a)", "a += 1;".repeat(n)))
        }),
        Kind::new("loops over ranges", 1_000, |n| {
            net(&format!("let mut a = 1; for i in 0..{n} {{ a += i % 2; }} x -> Dense(a)"))
        }),
        Kind::new("loops over lists", 1_000, |n| {
            net(&format!(
                "let mut a = 1; for (i, b) in [3; {n}].enumerate() {{ a = i + b; }} x -> Dense(a)"
            ))
        }),
        Kind::new("loops one after another", 150, |n| {
            net(&format!("let mut a = 1; {} x -> Dense(a)", "for i in 0..2 { a += i; }".repeat(n)))
        }),
        Kind::new("loops in loops", 11, |n| {
            net(&format!(
                "let mut a = 1; {} x -> Dense(a)",
                deep("for _ in 0..1 {", "a += 1;", "}", n)
            ))
        })
        .up_to(DEEP),
        Kind::new("conditions", 150, |n| {
            net(&format!(
                "let mut a = 1; {} x -> Dense(a)",
                "if a > 3 { a += 1; } else { a += 2; }".repeat(n)
            ))
        }),
        Kind::new("conditions in conditions", 11, |n| {
            net(&format!("let a = {}; x -> Dense(a)", deep("if true {", "3", "} else { 4 }", n)))
        })
        .up_to(DEEP / 3),
        Kind::new("else if", 11, |n| {
            net(&format!(
                "let a = 900; let b = {} {{ 3 }}; x -> Dense(b)",
                many(n, |i| format!("if a == {i} {{ {i} }} else "))
            ))
        })
        .up_to(DEEP),
        Kind::new("blocks in braces", 11, |n| {
            net(&format!("let a = {}; x -> Dense(a)", deep("{", "3", "}", n)))
        })
        .up_to(DEEP / 2),
        Kind::new("assertions", 250, |n| {
            net(&("assert!(1 + 1 == 2, \"{x}\");".replace("{x}", "sums").repeat(n) + "x"))
        }),
        Kind::new("statements without a value", 250, |n| net(&("1 + 1;".repeat(n) + "x"))),
        Kind::new("tensors that no output needs", 60, |n| net(&("x -> Dense(3);".repeat(n) + "x"))),
    ]
}

fn expressions() -> Vec<Kind> {
    let in_a_row =
        |name: &'static str, first: &'static str, next: &'static str, wrap: &'static str| {
            Kind::new(name, 40, move |n| {
                net(&wrap.replace("HERE", &format!("{first}{}", next.repeat(n))))
            })
            .up_to(IN_A_ROW)
        };
    let nested = |name: &'static str,
                  open: &'static str,
                  inside: &'static str,
                  close: &'static str| {
        Kind::new(name, 11, move |n| net(&format!("let _a = {}; x", deep(open, inside, close, n))))
            .up_to(DEEP)
    };
    vec![
        in_a_row("sums", "1", " + 1", "x -> Dense(HERE)"),
        in_a_row("products", "1", " * 1", "x -> Dense(HERE)"),
        in_a_row("and", "true", " && true", "let _a = HERE; x"),
        in_a_row("or", "false", " || false", "let _a = HERE; x"),
        in_a_row("conversions", "1", " as usize", "x -> Dense(HERE)"),
        in_a_row("methods", "1", ".abs", "x -> Dense(HERE)"),
        in_a_row("methods with arguments", "1", ".max(2)", "x -> Dense(HERE)"),
        nested("minuses", "- ", "1", ""),
        nested("parentheses", "(", "1", ")"),
        nested("lists in lists", "[", "1", "]"),
        nested("tuples in tuples", "(", "1", ",)"),
        nested("sums in parentheses", "(1 + ", "1", ")"),
        nested("negations", "!", "true", ""),
        Kind::new("indices in indices", 11, |n| {
            net(&format!("let a = [0, 0]; let _b = {}; x", deep("a[", "0", "]", n)))
        })
        .up_to(DEEP),
        Kind::new("indices of lists of lists", 11, |n| {
            net(&format!("let a = {}; let b = a{}; x -> Dense(b)", deep("[", "3", "]", n), "[0]".repeat(n)))
        })
        .up_to(DEEP),
        Kind::new("calls in calls", 11, |n| {
            "fn f(a) { a + 1 }".to_owned() + &net(&format!("let b = {}; x -> Dense(b)", deep("f(", "1", ")", n)))
        })
        .up_to(DEEP),
        Kind::new("lists", 1_000, |n| net(&format!("let a = [{}]; x -> Dense(a.len)", "1,".repeat(n)))),
        Kind::new("tuples", 1_000, |n| net(&format!("let a = ({}); x -> Dense(a.len)", "1,".repeat(n)))),
        Kind::new("repeated lists", 5_000, |n| net(&format!("let a = [1; {n}]; x -> Dense(a.len)"))).up_to(100_000),
        Kind::new("lists that grow", 500, |n| {
            net(&format!("let mut a = []; for i in 0..{n} {{ a.push(i); }} x -> Dense(a.len)"))
        })
        .up_to(100_000),
        Kind::new("sums over lists", 500, |n| {
            net(&format!("let a = [3; {n}]; let mut b = 0; for i in 0..a.len {{ b += a[i]; }} x -> Dense(b)"))
        }),
        Kind::new("rev, enumerate, zip", 500, |n| {
            net(&format!("let a = [3; {n}]; let _b = a.rev.enumerate.zip(a); x"))
        }),
        Kind::new("slices of lists", 200, |n| {
            net(&format!("let a = [3; 100]; for i in 0..{n} {{ let _b = a[i % 50..]; }} x"))
        }),
        Kind::new("copies of lists", 500, |n| {
            net(&format!("let a = [3; 100]; for _ in 0..{n} {{ let mut b = a; b.push(1); }} x"))
        }),
        Kind::new("equal lists", 1_000, |n| net(&format!("let a = [3; {n}]; assert!(a == [3; {n}]); x"))),
        Kind::new("strings", 200, |n| {
            net(&format!("let a = 1; let _b = \"{}\"; x", "{a} ".repeat(n)))
        })
        .up_to(2_000),
        Kind::new("strings that grow", 200, |n| {
            net(&format!("let mut s = \"\"; for _ in 0..{n} {{ s = \"{{s}}a\"; }} x -> Dense(8, name = \"a{{s}}\")"))
        })
        .up_to(800),
        Kind::new("many strings", 500, |n| net(&format!("for i in 0..{n} {{ let _s = \"block{{i}}_conv\"; }} x"))),
        Kind::new("arithmetic", 500, |n| {
            net(&format!("let mut a = 1.0; for i in 0..{n} {{ a = (a * 0.5 + i as f64).sqrt.ceil; }} x -> Dense(a as usize + 1)"))
        }),
    ]
}

fn tensors() -> Vec<Kind> {
    vec![
        Kind::new("pipes", 100, |n| net(&format!("x{}", " -> ReLU".repeat(n)))).up_to(10_000),
        Kind::new("layers in a loop", 150, |n| {
            net(&format!("let mut y = x; for _ in 0..{n} {{ y = y -> Dense(8); }} y"))
        }),
        Kind::new("sums of two tensors", 80, |n| {
            net(&format!("let mut y = x; for _ in 0..{n} {{ y = y + (y -> Dense(8)); }} y"))
        }),
        Kind::new("sums in one expression", 20, |n| net(&format!("x{}", " + x".repeat(n))))
            .up_to(IN_A_ROW),
        Kind::new("tensors and numbers", 80, |n| {
            net(&format!("let mut y = x; for _ in 0..{n} {{ y = (y * 2.0 - 1) / 3.0; }} y"))
        }),
        Kind::new("slices of tensors", 80, |n| {
            image(&format!("for i in 0..{n} {{ let _y = x[i % 32.., .., 0]; }} x"))
        }),
        Kind::new("shapes of tensors", 200, |n| {
            image(&format!(
                "let mut a = 0; for _ in 0..{n} {{ let [h, w, c] = x.shape; a += h * w * c; }} x -> Dense(a)"
            ))
        }),
        Kind::new("one merge of many", 100, |n| {
            net(&format!("let mut a = [x]; for _ in 0..{n} {{ a.push(x -> Dense(8)); }} a -> Add"))
        }),
        Kind::new("one concatenation of many", 100, |n| {
            net(&format!(
                "let mut a = [x]; for _ in 0..{n} {{ a.push(x -> Dense(8)); }} a -> Concatenate"
            ))
        }),
        Kind::new("dense connections", 40, |n| {
            image(&format!(
                "let mut y = x; for _ in 0..{n} {{ y = (y, y -> Conv2D(4, 3, padding = same)) -> Concatenate; }} y"
            ))
        }),
        Kind::new("tensors kept to the end", 60, |n| {
            net(&format!(
                "let mut y = x; let mut a = [x]; for i in 0..{n} {{ y = y -> Dense(8 + i % 7); a.push(y -> Dense(8)); }} a -> Add"
            ))
        }),
        Kind::new("down and up again", 20, |n| {
            net(&format!(
                "let mut y = x; let mut a = [x]; for _ in 0..{n} {{ y = y -> Dense(8); a.push(y); }} for s in a.rev {{ y = (y, s) -> Concatenate -> Dense(8); }} y"
            ))
        }),
        Kind::new("many branches", 60, |n| {
            net(&format!(
                "let mut a = []; for i in 0..{n} {{ a.push(x -> Dense(i + 1) -> ReLU); }} a -> Concatenate"
            ))
        }),
        Kind::new("several outputs", 30, |n| {
            sequence(&format!(
                "let mut y = x; for _ in 0..{n} {{ let (z, h, c) = y -> LSTM(8, return_sequences = true, return_state = true); y = z; }} y"
            ))
        }),
        Kind::new("initial states", 30, |n| {
            sequence(&format!(
                "let (h, c) = (x[0], x[1]); let mut y = x; for _ in 0..{n} {{ y = (y, h, c) -> LSTM(8, return_sequences = true); }} y"
            ))
        }),
        Kind::new("attention", 30, |n| {
            sequence(&format!(
                "let mut y = x; for _ in 0..{n} {{ y = y + ((y, y) -> MultiHeadAttention(2, 4)); }} y"
            ))
        }),
        Kind::new("convolutions", 60, |n| {
            image(&format!(
                "let mut y = x; for _ in 0..{n} {{ y = y -> Conv2D(3, 3, padding = same, activation = relu, kernel_regularizer = L2(1e-4)); }} y"
            ))
        }),
        Kind::new("receptive fields of branches", 40, |n| {
            image(&format!(
                "let mut y = x; for i in 0..{n} {{ y = (y -> Conv2D(3, 3, padding = same)) + (y -> Conv2D(3, 5, padding = same, dilation_rate = 1 + i % 3)); }} y"
            ))
        }),
    ]
}

fn layers() -> Vec<Kind> {
    vec![
        Kind::new("calls of one layer", 150, |n| {
            net(&format!("let l = Dense(8); let mut y = x; for _ in 0..{n} {{ y = y -> l; }} y"))
        }),
        Kind::new("calls of one chain", 60, |n| {
            net(&format!(
                "let l = Dense(8) -> ReLU -> Dense(8); let mut y = x; for _ in 0..{n} {{ y = y -> l; }} y"
            ))
        }),
        Kind::new("long chains", 60, |n| {
            net(&format!("let l = Dense(8){}; x -> l", " -> Dense(8)".repeat(n)))
        }),
        Kind::new("chains in a loop", 30, |n| {
            net(&format!(
                "let mut y = x; for _ in 0..{n} {{ let l = Dense(8) -> ReLU; y = y -> l; }} y"
            ))
        }),
        Kind::new("chains in chains", 11, |n| {
            net(&format!(
                "let mut l = ReLU -> Dense(8); for _ in 0..{n} {{ l = l -> Dense(8); }} x -> l"
            ))
        })
        .up_to(DEEP)
        .lists_all_inside(2),
        Kind::new("sequential in sequential", 11, |n| {
            net(&format!("x -> {}", deep("Sequential(", "Dense(8)", ")", n)))
        })
        .up_to(DEEP),
        Kind::new("layers twice in chains", 2, |n| {
            net(&format!(
                "let mut l = ReLU -> Dense(8); for _ in 0..{} {{ l = l -> l; }} x -> l",
                n.ilog2() + 3
            ))
        }),
        Kind::new("wrappers", 60, |n| {
            sequence(&format!(
                "let mut y = x; for _ in 0..{n} {{ y = y -> Bidirectional(LSTM(4, return_sequences = true)); }} y"
            ))
        }),
        Kind::new("wrappers in wrappers", 10, |n| {
            format!(
                "model Net(x: [{}4]) {{ x -> {} }}",
                "2, ".repeat(n),
                deep("TimeDistributed(", "Dense(8)", ")", n)
            )
        })
        .up_to(DEEP),
        Kind::new("cells of one layer", 60, |n| {
            sequence(&format!("x -> RNN([{}])", "LSTMCell(4),".repeat(n)))
        }),
        Kind::new("layers of one pipeline", 60, |n| {
            image(&format!("x -> Pipeline([{}])", "RandomFlip,".repeat(n)))
        }),
        Kind::new("models in models", 11, |n| {
            chained(
                n,
                "model M0(x: [8]) { x -> Dense(8) }",
                "model MTHIS(x: [8]) { x -> MLAST -> Dense(8) }",
            )
        })
        .up_to(DEEP)
        .lists_all_inside(3),
        Kind::new("models that call a model", 25, |n| {
            "model M(x: [8]) { x -> Dense(8) -> ReLU }".to_owned()
                + &many(n, |i| format!("model N{i}(x: [8]) {{ x -> M }}"))
        }),
        Kind::new("calls of a model", 60, |n| {
            "model M(x: [8]) { x -> Dense(8) -> ReLU }".to_owned()
                + &net(&format!("let m = M; let mut y = x; for _ in 0..{n} {{ y = y -> m; }} y"))
        }),
        Kind::new("copies of a model", 40, |n| {
            "model M(x: [8]) { x -> Dense(8) -> ReLU }".to_owned()
                + &net(&format!("let mut y = x; for _ in 0..{n} {{ y = y -> M; }} y"))
        }),
        Kind::new("copies of a model of many layers", 10, |n| {
            "model M(x: [8]) { let mut y = x; for _ in 0..20 { y = y -> Dense(8); } y }".to_owned()
                + &net(&format!("let mut y = x; for _ in 0..{n} {{ y = y -> M; }} y"))
        }),
        Kind::new("models on symbols", 25, |n| {
            "model M(x: [h, 8]) { x -> Conv1D(8, 3, padding = same) }".to_owned()
                + &sequence(&format!(
                    "let mut y = x; for i in 0..{n} {{ y = y -> M -> ZeroPadding1D(i % 2); }} y"
                ))
        }),
        Kind::new("named layers", 80, |n| {
            net(&format!(
                "let mut y = x; for i in 0..{n} {{ y = y -> Dense(8, name = \"layer{{i}}\"); }} y"
            ))
        }),
        Kind::new("names that are alike", 60, |n| {
            net(&format!(
                "let mut y = x; {} y",
                many(n, |i| format!("y = y -> Dense(8, name = \"{}a\");", "_".repeat(i + 1)))
            ))
        })
        .up_to(240),
        Kind::new("names that are one in Rust", 60, |n| {
            net(&format!(
                "let mut y = x; {} y",
                many(n, |i| {
                    let name: String =
                        (0..10).map(|bit| if i >> bit & 1 == 1 { '-' } else { '.' }).collect();
                    format!("y = y -> Dense(8, name = \"a{name}b\");")
                })
            ))
        })
        .up_to(1_000),
        Kind::new("names of blocks", 60, |n| {
            "fn f(x: [8]) { x -> Dense(8) -> ReLU }".to_owned()
                + &net(&format!(
                    "let mut y = x; for i in 0..{n} {{ y = y -> f(name = \"part{{i}}\"); }} y"
                ))
        }),
        Kind::new("lists of layers", 60, |n| {
            net(&format!(
                "let mut l = []; for i in 0..{n} {{ l.push(Dense(8)); }} let mut y = x; for f in l {{ y = y -> f; }} y"
            ))
        }),
        Kind::new("layers that are never called", 150, |n| {
            net(&format!("for i in 0..{n} {{ let _l = Dense(i + 1); }} x"))
        }),
        Kind::new("arguments that are lists", 200, |n| {
            net(&format!("x -> Reshape([8, {}]) -> Flatten", "1,".repeat(n)))
        })
        .up_to(60),
        Kind::new("lists of weights of a layer", 100, |n| {
            net(&format!("x -> Normalization(mean = [{}], variance = 1.0)", "0.5,".repeat(8 * n))
                .replace("variance = 1.0", &format!("variance = [{}]", "1.0,".repeat(8 * n))))
            .replace("[8]", &format!("[{}]", 8 * n))
        }),
    ]
}

fn shapes() -> Vec<Kind> {
    vec![
        Kind::new("axes", 15, |n| format!("model Net(x: [{}]) {{ x -> Dense(3) }}", "1,".repeat(n))).up_to(62),
        Kind::new("symbols", 20, |n| {
            format!("model Net({}) {{ x0 }}", many(n, |i| format!("x{i}: [s{i}, 4],")))
        })
        .up_to(1_000),
        Kind::new("layers on symbols", 60, |n| {
            format!("model Net(x: [h, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> Conv1D(8, 3, padding = same); }} y }}")
        }),
        Kind::new("symbols that shrink", 30, |n| {
            format!("model Net(x: [h, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> Conv1D(8, 3); }} y }}")
        }),
        Kind::new("symbols halved and doubled", 20, |n| {
            format!(
                "model Net(x: [h, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> MaxPooling1D(2) -> UpSampling1D(2); }} y }}"
            )
        }),
        Kind::new("symbols halved again and again", 10, |n| {
            format!("model Net(x: [h, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> Conv1D(8, 3, strides = 2); }} y }}")
        })
        .up_to(60),
        Kind::new("products of symbols", 6, |n| {
            format!("model Net(x: [a, b, 8]) {{ let mut n = 1; for _ in 0..{n} {{ n = n * (a + b); }} x }}")
        })
        .up_to(24),
        Kind::new("sums of symbols", 20, |n| {
            format!(
                "model Net({}) {{ ({}) -> Concatenate(axis = 1) }}",
                many(n, |i| format!("x{i}: [s{i}, 4],")),
                many(n, |i| format!("x{i},"))
            )
        })
        .up_to(240),
        Kind::new("memory of symbols", 25, |n| {
            format!(
                "model Net(x: [h, w, 8]) {{ let mut y = x; for i in 0..{n} {{ y = y -> Conv2D(8 + i % 5, 3, padding = same); }} y }}"
            )
        }),
        Kind::new("memory of several symbols", 10, |n| {
            format!(
                "model Net(x: [h, 8], z: [k, 8]) {{ let (mut y, mut u) = (x, z); for i in 0..{n} {{ y = y -> Dense(8 + i % 5); u = u -> Dense(9 + i % 3); }} (y, u) }}"
            )
        }),
        Kind::new("layers on unknown sizes", 60, |n| {
            format!("model Net(x: [_, _, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> Conv2D(8, 3); }} y }}")
        }),
        Kind::new("patterns with axes", 60, |n| {
            "fn f(x: [.., c]) { x -> Dense(c) }".to_owned()
                + &image(&format!("let mut y = x; for _ in 0..{n} {{ let z: [.., 3] = y -> f; y = z; }} y"))
        }),
    ]
}

fn mistakes() -> Vec<Kind> {
    let mistakes = |name: &'static str, size: usize, source: fn(usize) -> String| {
        Kind::new(name, size, source).fails()
    };
    vec![
        mistakes("unknown names", 60, |n| net(&(many(n, |i| format!("let _a{i} = b{i};")) + "x"))),
        mistakes("misspelt layers", 30, |n| {
            net(&(many(n, |i| format!("let _a{i} = x -> Dens{i}(3);")) + "x"))
        }),
        mistakes("misspelt arguments", 30, |n| {
            net(&(many(n, |i| format!("let _a{i} = x -> Dense(3, unit{i} = 3);")) + "x"))
        }),
        mistakes("misspelt words", 30, |n| {
            net(&(many(n, |i| format!("let _a{i} = x -> Dense(3, activation = rel{i});")) + "x"))
        }),
        mistakes("misspelt variables among many", 60, |n| {
            net(&(many(n, |i| format!("let _abc{i} = 1;"))
                + &many(n, |i| format!("let _z{i} = _abd{i};"))
                + "x"))
        })
        .compares_all(),
        mistakes("arguments of the wrong kind", 60, |n| {
            net(&(many(n, |i| format!("let _a{i} = x -> Dense(\"{i}\");")) + "x"))
        }),
        mistakes("wrong shapes", 60, |n| {
            net(&(many(n, |i| format!("let _a{i} = x -> Conv2D({i} + 1, 3);")) + "x"))
        }),
        mistakes("wrong shapes in a block", 60, |n| {
            "fn f(x: [8], n) { x -> Conv2D(n + 1, 3) }".to_owned()
                + &net(&format!("for i in 0..{n} {{ let _y = x -> f(i); }} x"))
        }),
        mistakes("a wrong shape behind many layers", 60, |n| {
            net(&format!(
                "let mut y = x; for _ in 0..{n} {{ y = y -> Dense(8); }} y -> Conv2D(3, 3)"
            ))
        }),
        mistakes("layers behind a mistake", 150, |n| {
            net(&format!("let y = x -> Dens(3); y{}", " -> Dense(8)".repeat(n)))
        }),
        mistakes("two mistakes a statement", 30, |n| net(&("let = x -> ;".repeat(n) + "x"))),
        mistakes("words without sense", 250, |n| net(&("a b c ? ;".repeat(n) + "x"))),
        mistakes("missing semicolons", 60, |n| {
            net(&(many(n, |i| format!("let a{i} = {i} ")) + "x"))
        }),
        mistakes("keras calls", 60, |n| {
            net(&("x = layers.Dense(8, activation=\"relu\")(x);\n".repeat(n) + "x"))
        }),
        mistakes("items without sense", 60, |n| "class A: def b(self): pass ;".repeat(n)),
        mistakes("duplicate items", 60, |n| "fn f(x) { x }".repeat(n) + &net("x")),
        mistakes("duplicate models", 25, |n| "model M(x: [8]) { x -> Dense(3) }".repeat(n)),
        mistakes("duplicate names", 60, |n| {
            net(&("let x = x -> Dense(8, name = \"a\");".repeat(n) + "x"))
        }),
        mistakes("models that fail", 25, |n| {
            many(n, |i| format!("model M{i}(x: [8]) {{ x -> Dens(3) }}"))
        }),
        mistakes("models of a model that fails", 25, |n| {
            "model M(x: [8]) { x -> Dens(3) }".to_owned()
                + &many(n, |i| format!("model N{i}(x: [8]) {{ x -> M }}"))
        }),
        mistakes("names that repeat", 60, |n| {
            format!("model Net({}) {{ x }}", "x: [8],".repeat(n))
        }),
        mistakes("a long misspelt name", 250, |n| {
            net(&format!("let {0} = 1; x -> Dense({0}b)", "a".repeat(n)))
        }),
        mistakes(
            "assertions that fail",
            60,
            |n| net(&("assert!(1 == 2, \"no\");".repeat(n) + "x")),
        ),
        mistakes("too deep", 60, |n| net(&format!("let _a = {}; x", deep("(", "1", ")", n)))),
        mistakes("braces too deep", 60, |n| {
            net(&format!("let _a = {}; x", deep("{", "1", "}", n)))
        }),
        mistakes("too many operators", 250, |n| net(&format!("x -> Dense(1{})", " + 1".repeat(n)))),
        mistakes("too many axes", 250, |n| format!("model Net(x: [{}]) {{ x }}", "1,".repeat(n))),
        mistakes("too many steps", 1, |n| {
            net(&format!("{} x", "for _ in 0..1000000 { }".repeat(n)))
        }),
        mistakes("too many arguments", 250, |n| net(&format!("x -> Dense({})", "1,".repeat(n)))),
        mistakes("outputs that differ", 30, |n| {
            format!(
                "model Net(x: [8]) -> ({}) {{ ({}) }}",
                "[4],".repeat(n),
                "x -> Dense(3),".repeat(n)
            )
        }),
        mistakes("sizes that differ for symbols", 10, |n| {
            format!(
                "model Net(x: [h, 8]) {{ {} x }}",
                "let _y: [h, 8] = x -> MaxPooling1D(2) -> UpSampling1D(2);".repeat(n)
            )
        }),
    ]
}
