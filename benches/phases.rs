//! Time and allocations of each phase of the macro: `cargo bench --manifest-path benches/Cargo.toml`.

use divan::{AllocProfiler, Bencher, bench};
use modelwright_benches::{MODELS, tokens};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[bench(args = MODELS, max_time = 1)]
fn parse(bencher: Bencher, model: &str) {
    let tokens = tokens(model);
    bencher.with_inputs(|| tokens.clone()).bench_local_values(modelwright_frontend::parse);
}

/// Evaluation, with the inference of all shapes.
#[bench(args = MODELS, max_time = 1)]
fn evaluate(bencher: Bencher, model: &str) {
    let parsed = modelwright_frontend::parse(tokens(model));
    bencher.bench_local(|| drop(parsed.evaluate()));
}

/// The items; outside the compiler, they are read by the lexer of `proc-macro2`.
#[bench(args = MODELS, max_time = 1)]
fn items(bencher: Bencher, model: &str) {
    let parsed = modelwright_frontend::parse(tokens(model));
    let evaluated = parsed.evaluate();
    bencher.bench_local(|| evaluated.items());
}

#[bench(args = MODELS, max_time = 1)]
fn whole(bencher: Bencher, model: &str) {
    let tokens = tokens(model);
    bencher.with_inputs(|| tokens.clone()).bench_local_values(modelwright_frontend::expand);
}
