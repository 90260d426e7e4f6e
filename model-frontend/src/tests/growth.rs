//! Time of models that nest: whatever nests in whatever, expanding takes time in proportion to the calls of the model, those
//! inside others counted one by one.
//!
//! Each kind is expanded at a depth of `n`, `2n` and `4n`, where what is exponential in depth never ends.

use std::time::{Duration, Instant};

use super::annotated;

/// The deepest that layers nest is 50.
const DEPTHS: [usize; 3] = [11, 22, 44];

/// No model here is large: the limit is for a debug build on a busy machine.
const LIMIT: Duration = Duration::from_secs(8);

fn many(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect()
}

fn deep(open: &str, inside: &str, close: &str, depth: usize) -> String {
    format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
}

fn model(body: &str) -> String {
    format!("model Net(x: [8]) {{ {body} }}")
}

/// Nested construct, at a depth.
fn kinds(n: usize) -> Vec<(&'static str, String)> {
    let steps =
        |body: &str| format!("model Net(x: [{}4, 8]) {{ {body} }}", "2, ".repeat(n.min(40)));
    let nested = |n: usize, first: &str, other: &str| {
        let name = |i: usize| format!("M{i}");
        many(n, |i| match i {
            0 => first.replace("NAME", &name(i)),
            _ => other.replace("NAME", &name(i)).replace("INNER", &name(i - 1)),
        })
    };
    vec![
        (
            "chains of chains",
            model(&format!(
                "let mut t = Dense(8); for _ in 0..{n} {{ t = t -> Dense(8); }} x -> t"
            )),
        ),
        (
            "chains behind layers",
            model(&format!(
                "let mut t = Dense(8); for _ in 0..{n} {{ t = Dense(8) -> t; }} x -> t"
            )),
        ),
        (
            "chains in the middle",
            model(&format!(
                "let mut t = ReLU -> ReLU; for _ in 0..{n} {{ t = Dense(8) -> t -> ReLU; }} x -> t"
            )),
        ),
        ("sequential", model(&format!("x -> {}", deep("Sequential(", "Dense(8)", ")", n)))),
        (
            "sequential in a loop",
            model(&format!(
                "let mut l = Dense(8); for _ in 0..{n} {{ l = Sequential(l -> Dense(3)); }} x -> l"
            )),
        ),
        (
            "unknown sizes",
            format!(
                "model Net(x: [_, 8]) {{ let mut t = Dense(8); for _ in 0..{n} {{ t = t -> Dense(8); }} x -> t }}"
            ),
        ),
        (
            "convolutions",
            format!(
                "model Net(x: [_, _, 8]) {{ let mut t = Conv2D(8, 3, padding = same) -> UpSampling2D; for _ in 0..{n} {{ t = Conv2D(8, 3, padding = same) -> t; }} x -> t }}"
            ),
        ),
        (
            "symbols",
            format!(
                "model Net(x: [h, 8]) {{ let mut t = Dense(8); for _ in 0..{n} {{ t = t -> Dense(8); }} x -> t }}"
            ),
        ),
        (
            "shared chains",
            model(&format!(
                "let mut t = Dense(8); for _ in 0..{n} {{ t = t -> ReLU; }} let mut y = x; for _ in 0..{n} {{ y = y -> t; }} y"
            )),
        ),
        (
            "chains with many weights",
            model(&format!(
                "let mut t = Dense(8) -> Dense(8); for _ in 0..{n} {{ t = Dense(8) -> BatchNormalization -> Dense(8) -> PReLU -> t; }} x -> t"
            )),
        ),
        (
            "models",
            nested(
                n,
                "model NAME(x: [8]) { x -> Dense(8) }",
                "model NAME(x: [8]) { x -> INNER -> Dense(8) }",
            ),
        ),
        (
            "models on other shapes",
            nested(
                n,
                "model NAME(x: [h0, 8]) { x -> Dense(8) }",
                "model NAME(x: [hNAME, 8]) { x -> INNER -> Dense(8) }",
            )
            .replace("hM", "h"),
        ),
        (
            "models on unknown sizes",
            nested(
                n,
                "model NAME(x: [_, 8]) { x -> Dense(8) }",
                "model NAME(x: [4, 8]) { x -> INNER -> Dense(8) }",
            ),
        ),
        (
            "models on longer inputs",
            nested(
                n,
                "model NAME(x: [h, 8]) { x -> Conv1D(8, 3) }",
                "model NAME(x: [h, 8]) { x -> ZeroPadding1D -> INNER -> Conv1D(8, 3, padding = same) }",
            ),
        ),
        (
            "models in chains",
            nested(
                n / 2,
                "model NAME(x: [8]) { x -> Dense(8) }",
                "model NAME(x: [8]) { x -> Sequential(INNER -> Dense(8)) }",
            ),
        ),
        (
            "chains of models",
            format!(
                "model M(x: [h, 8]) {{ x -> Dense(8) -> ReLU }} model Net(x: [4, 8]) {{ let mut t = Sequential(M); for _ in 0..{} {{ t = t -> M; }} x -> t }}",
                n.min(46)
            ),
        ),
        (
            "arguments with symbols",
            nested(
                n - 2,
                "model NAME(x: [h, 8]) { x -> Reshape([h, 2, 4]) -> Reshape([h, 8]) }",
                "model NAME(x: [h, 8]) { x -> INNER -> Sequential(Reshape([h, 2, 4]) -> Reshape([h, 8])) }",
            ),
        ),
        (
            "time distributed",
            steps(&format!("x -> {}", deep("TimeDistributed(", "Dense(8)", ")", n.min(40)))),
        ),
        (
            "time distributed chains",
            steps(&format!(
                "let mut l = Dense(8); for _ in 0..{} {{ l = TimeDistributed(l -> Dense(8)); }} x -> l",
                n.min(20)
            )),
        ),
        (
            "mistakes inside wrappers",
            model(&format!("x -> {}", deep("SpectralNormalization(", "Dense(8)", ")", n.min(40)))),
        ),
        (
            "mistakes inside chains",
            model(&format!(
                "let mut t = Conv2D(8, 3); for _ in 0..{n} {{ t = t -> Dense(8); }} x -> t"
            )),
        ),
        (
            "mistakes inside models",
            nested(
                n,
                "model NAME(x: [_, _, h]) { x -> Conv2D(8, 3) }",
                "model NAME(x: [h, 8, 8]) { x -> INNER -> Dense(8) }",
            ),
        ),
        (
            "bidirectional",
            format!(
                "model Net(x: [4, 8]) {{ let mut y = x; for _ in 0..{n} {{ y = y -> Bidirectional(RNN([LSTMCell(4), GRUCell(4)], return_sequences = true)); }} y }}"
            ),
        ),
        ("cells", format!("model Net(x: [4, 8]) {{ x -> RNN([{}]) }}", "LSTMCell(4),".repeat(n))),
        (
            "pipelines",
            format!(
                "model Net(x: [8, 8, 3]) {{ let mut l = Pipeline([RandomFlip]); for _ in 0..{} {{ l = Pipeline([l, RandomFlip]); }} x -> l }}",
                n.min(40)
            ),
        ),
        (
            "own layers",
            format!(
                "layer Own(x: [n], inner = 1) -> [n] {{ w: [n] }} {}",
                model(&format!(
                    "let mut l = Own(1); for _ in 0..{} {{ l = Own(l); }} x -> l",
                    n.min(45)
                ))
            ),
        ),
        (
            "blocks",
            many(n, |i| match i {
                0 => "fn f0(x: [8]) { x -> Dense(8) }".into(),
                _ => format!("fn f{i}(x: [8]) {{ x -> f{} -> Dense(8) }}", i - 1),
            }) + &model(&format!("x -> f{}", n - 1)),
        ),
        (
            "lists of layers",
            model(&format!(
                "let mut l = [Dense(8)]; for i in 0..{n} {{ l.push(Sequential(l[i] -> Dense(8))); }} x -> l.last"
            )),
        ),
    ]
}

#[test]
fn nesting_takes_time_in_proportion_to_calls() {
    let sizes = DEPTHS.map(kinds);
    for (kind, (name, _)) in sizes[0].iter().enumerate() {
        let times = [0, 1, 2].map(|size: usize| {
            let (_, source) = &sizes[size][kind];
            let start = Instant::now();
            let items = crate::expand(source.parse().expect("tokens")).to_string();
            let took = start.elapsed();
            let is_refused = items.contains("compile_error");
            assert_eq!(is_refused, name.starts_with("mistakes"), "{}", annotated(source));
            assert!(took < LIMIT, "{name} took {took:?}: {source}");
            (took, items.len())
        });
        println!("{name:<26} {times:?}");
    }
}
