//! Messages of core layers, by the call that causes them.

use crate::layers::testing::call;
use crate::value::Value;

#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], input: &[usize], expected: &str) {
    assert_eq!(call(class, arguments, input), expected);
}

fn einsum(equation: &str, sizes: &[i64]) -> [(&'static str, Value); 2] {
    let size = |size: &i64| if *size == 0 { Value::None } else { Value::Int(*size) };
    [
        ("equation", Value::Str(equation.into())),
        ("output_shape", Value::list(sizes.iter().map(size))),
    ]
}

#[test]
fn a_weight_needs_its_sizes() {
    let units = [("units", Value::Int(8))];
    check(
        "Dense",
        &units,
        &[],
        "`Dense` expects at least 1 axis `[.., features]`, found 0 in `[]`",
    );
    check(
        "Dense",
        &units,
        &[5, 0],
        "`Dense` needs a known size on the last axis of its input `[5, _]`: its weights depend on it",
    );
}

#[test]
fn equations_keep_elided_axes_in_order() {
    check("EinsumDense", &einsum("...x,xy->...y", &[64]), &[4, 32, 128], "[4, 32, 64]");
    check("EinsumDense", &einsum("ab...,bc->ac...", &[32]), &[16, 7, 9], "[32, 7, 9]");
}

#[test]
fn equations_that_do_not_fit() {
    check(
        "EinsumDense",
        &einsum("ab,bc", &[64]),
        &[32],
        "`equation` of `EinsumDense` expects the form `\"ab,bc->ac\"`, found `\"ab,bc\"`\n\
         note: `...` may start both the input and the output, or end both",
    );
    check(
        "EinsumDense",
        &einsum("abc,cd->abd", &[64]),
        &[32, 16],
        "`output_shape` of `EinsumDense` expects 2 sizes, for `bd`, found 1",
    );
    check(
        "EinsumDense",
        &einsum("abc,cd->abd", &[5, 64]),
        &[32, 16],
        "`output_shape` of `EinsumDense` expects 32 for axis `b`, found 5\n\
         note: `b` is 32 in the input `[32, 16]`\n\
         help: `None` there accepts any size",
    );
    check(
        "EinsumDense",
        &einsum("abc,cd->abd", &[0, 64]),
        &[16],
        "`EinsumDense` expects 2 axes `bc`, found 1 in `[16]`",
    );
}

#[test]
fn vectors_and_back() {
    let table = [("input_dim", Value::Int(100)), ("output_dim", Value::Int(16))];
    let back = [&table[..], &[("reverse", Value::Bool(true))]].concat();
    check("ReversibleEmbedding", &table, &[10], "[10, 16]");
    check("ReversibleEmbedding", &back, &[10, 16], "[10, 100]");
    check(
        "ReversibleEmbedding",
        &back,
        &[10, 8],
        "`ReversibleEmbedding` expects vectors of 16 to reverse, found `[10, 8]`\n\
         note: `output_dim` is the size of a vector",
    );
}
