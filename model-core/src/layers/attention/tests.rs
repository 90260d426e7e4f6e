//! Messages of attention layers, by the call that causes them.

use crate::layers::find;
use crate::layers::testing::{params, run};
use crate::value::Value;

#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], inputs: &[&[usize]], expected: &[&str]) {
    let class = find(class).expect("a class of the table");
    assert_eq!(run(class, arguments, inputs), expected.join("\n"));
}

fn heads(heads: i64, key_dim: i64) -> [(&'static str, Value); 2] {
    [("num_heads", Value::Int(heads)), ("key_dim", Value::Int(key_dim))]
}

#[test]
fn scores_are_of_query_and_key() {
    let scores = [&heads(2, 8)[..], &[("return_attention_scores", Value::Bool(true))]].concat();
    check("MultiHeadAttention", &scores, &[&[5, 16], &[7, 12]], &["[5, 16], [2, 5, 7]"]);
    let axis = [&scores[..], &[("attention_axes", Value::Int(2))]].concat();
    check("MultiHeadAttention", &axis, &[&[3, 5, 16], &[3, 7, 16]], &["[3, 5, 16], [3, 2, 5, 7]"]);
}

#[test]
fn values_have_a_width_of_their_own() {
    let wide = [
        &heads(4, 8)[..],
        &[("value_dim", Value::Int(6)), ("output_shape", Value::list([Value::Int(5)]))],
    ]
    .concat();
    check("MultiHeadAttention", &wide, &[&[7, 32], &[9, 48]], &["[7, 5]"]);
    assert_eq!(params("MultiHeadAttention", &wide, &[&[7, 32], &[9, 48]]), 3_925);
}

#[test]
fn a_sequence_attends_to_itself() {
    check(
        "MultiHeadAttention",
        &heads(2, 8),
        &[&[5, 16]],
        &[
            "`MultiHeadAttention` takes 2 or 3 inputs, query, value and key, found 1",
            "help: for self-attention, pass the sequence twice: `(x, x) -> MultiHeadAttention(..)`",
        ],
    );
}

#[test]
fn a_vector_is_no_sequence() {
    check(
        "Attention",
        &[],
        &[&[5, 16], &[16]],
        &["`Attention` expects a value with at least 2 axes `[time, features]`, found 1 in `[16]`"],
    );
}

#[test]
fn one_key_for_each_value() {
    check(
        "Attention",
        &[],
        &[&[5, 16], &[7, 8], &[6, 16]],
        &[
            "`Attention` expects one key for each value, found the key `[6, 16]` and the value `[7, 8]`",
            "note: the order of the inputs is query, value, key",
        ],
    );
    check(
        "Attention",
        &[],
        &[&[5, 16], &[7, 12]],
        &[
            "`Attention` compares query and key, found 16 features in the query and 12 in the value",
            "note: the query is `[5, 16]`, the value `[7, 12]`",
        ],
    );
}

#[test]
fn groups_of_heads() {
    let grouped = |few| {
        [
            ("head_dim", Value::Int(8)),
            ("num_query_heads", Value::Int(4)),
            ("num_key_value_heads", Value::Int(few)),
        ]
    };
    check("GroupQueryAttention", &grouped(2), &[&[5, 16], &[7, 16]], &["[5, 16]"]);
    check(
        "GroupedQueryAttention",
        &grouped(3),
        &[&[5, 16], &[7, 16]],
        &[
            "`num_key_value_heads` of `GroupedQueryAttention` must divide its 4 query heads, found 3",
            "note: each head of keys and values serves a group of query heads",
        ],
    );
}

#[test]
fn a_mask_is_over_one_axis() {
    let masked = [&heads(2, 8)[..], &[("use_causal_mask", Value::Bool(true))]].concat();
    check("MultiHeadAttention", &masked, &[&[5, 16], &[5, 16]], &["[5, 16]"]);
    check(
        "MultiHeadAttention",
        &masked,
        &[&[5, 3, 16], &[5, 3, 16]],
        &[
            "`use_causal_mask` of `MultiHeadAttention` needs one axis to attend over, found 2",
            "note: `attention_axes` selects the axes to attend over",
            "help: with `attention_axes = 1` the output is `[5, 3, 16]`",
        ],
    );
}

#[test]
fn numbers_that_make_no_sense() {
    check(
        "Attention",
        &[("dropout", Value::Float(1.5))],
        &[&[5, 16], &[5, 16]],
        &["`dropout` of `Attention` expects a number between 0 and 1, found `1.5`"],
    );
}
