//! Messages of rules, by the call that causes them.

use alloc::format;

use super::testing::{ints, run, word};
use super::{Arity, Family, find, operator};
use crate::value::Value;

#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], inputs: &[&[usize]], expected: &[&str]) {
    let class = find(class).expect("a class of the table");
    assert_eq!(run(class, arguments, inputs), expected.join("\n"));
}

#[test]
fn a_shortcut_of_other_width() {
    check(
        "Add",
        &[],
        &[&[128], &[64]],
        &[
            "`Add` cannot combine `[128]` and `[64]`: axis 1 is 128 and 64",
            "help: `Dense(128)` brings `[64]` to `[128]`",
        ],
    );
}

#[test]
fn inputs_with_other_numbers_of_axes() {
    check("Multiply", &[], &[&[7, 7, 64], &[64]], &["[7, 7, 64]"]);
    check(
        "Multiply",
        &[],
        &[&[7, 7, 64], &[32]],
        &["`Multiply` cannot combine `[7, 7, 64]` and `[32]`: from the last axis on, 64 meets 32"],
    );
}

#[test]
fn what_is_not_known_is_what_it_must_be() {
    check("Add", &[], &[&[0, 4], &[5, 4]], &["[5, 4]"]);
    check("Multiply", &[], &[&[0, 0, 4], &[1, 1, 4]], &["[_, _, 4]"]);
    check("Concatenate", &[], &[&[0, 0, 3], &[8, 8, 5]], &["[8, 8, 8]"]);
    check("Concatenate", &[], &[&[8, 0], &[8, 5]], &["[8, _]"]);
}

#[test]
fn concatenation_along_another_axis() {
    check(
        "Concatenate",
        &[],
        &[&[28, 28, 3], &[28, 14, 3]],
        &[
            "`Concatenate` along axis -1 cannot join `[28, 28, 3]` and `[28, 14, 3]`: axis 2 is 28 and 14",
            "help: with `axis = 2` the output is `[28, 42, 3]`",
        ],
    );
    check(
        "Concatenate",
        &[("axis", Value::Int(4))],
        &[&[28, 3], &[28, 3]],
        &[
            "`axis` of `Concatenate` expects an axis of `[28, 3]`, found `4`",
            "note: the batch is axis 0 and the last axis is 2 or -1",
            "help: with `axis = -1` the output is `[28, 6]`",
        ],
    );
    check(
        "Concatenate",
        &[("axis", Value::Float(1.5))],
        &[&[28, 3]],
        &["`axis` of `Concatenate` expects an axis, found `1.5`"],
    );
}

#[test]
fn a_product_of_other_axes() {
    check(
        "Dot",
        &[("axes", Value::Int(-1))],
        &[&[3, 5], &[5, 7]],
        &[
            "`Dot` expects the same size on both axes, found 5 on axis -1 of `[3, 5]` and 7 on axis -1 of \
             `[5, 7]`",
            "help: with `axes = (2, 1)` the output is `[3, 7]`",
        ],
    );
    // As to Keras, an unknown size is not the same as a number.
    check(
        "Dot",
        &[("axes", Value::Int(1))],
        &[&[0, 5], &[3, 5]],
        &[
            "`Dot` expects the same size on both axes, found _ on axis 1 of `[_, 5]` and 3 on axis 1 of `[3, 5]`",
            "help: with `axes = (2, 2)` the output is `[_, 3]`",
        ],
    );
}

#[test]
fn groups_that_do_not_divide() {
    check(
        "GroupNormalization",
        &[],
        &[&[7, 7, 48]],
        &[
            "`GroupNormalization` cannot divide the 48 channels of `[7, 7, 48]` into 32 equal groups",
            "note: `groups` defaults to 32",
            "help: with `groups = 16` the output is `[7, 7, 48]`",
        ],
    );
}

#[test]
fn no_layer_mixes_the_samples_of_a_batch() {
    let no_weights = [("scale", Value::Bool(false)), ("center", Value::Bool(false))];
    let given = [("mean", Value::Float(0.5)), ("variance", Value::Float(2.0))];
    type Arguments<'a> = &'a [(&'a str, Value)];
    let cases: &[(&str, &str, Arguments<'_>, usize)] = &[
        ("Concatenate", "axis", &[], 2),
        ("Dot", "axes", &[], 2),
        ("Softmax", "axis", &[], 1),
        ("BatchNormalization", "axis", &[], 1),
        ("GroupNormalization", "axis", &[], 1),
        ("LayerNormalization", "axis", &[], 1),
        ("LayerNormalization", "axis", &no_weights, 1),
        ("RMSNormalization", "axis", &[], 1),
        ("UnitNormalization", "axis", &[], 1),
        ("Normalization", "axis", &[], 1),
        ("Normalization", "axis", &given, 1),
    ];
    for (class, argument, others, count) in cases {
        for axis in [0, -3] {
            let arguments = [&[(*argument, Value::Int(axis))], *others].concat();
            let inputs: &[&[usize]] = &[&[5, 4], &[5, 4]];
            check(
                class,
                &arguments,
                &inputs[..*count],
                &[
                    &format!(
                        "`{argument}` of `{class}` expects an axis after the batch, found `{axis}` for `[5, 4]`"
                    ),
                    "note: the samples of a batch are independent",
                ],
            );
        }
    }
    for activation in ["softmax", "log_softmax", "sparsemax"] {
        let expected =
            format!("activation `{activation}` expects an axis after the batch, found `[]`");
        check("Activation", &[("activation", word(activation))], &[&[]], &[&expected]);
        let sum = [
            ("equation", Value::Str("ab,b->a".into())),
            ("output_shape", ints(&[])),
            ("activation", word(activation)),
        ];
        check("EinsumDense", &sum, &[&[4]], &[&expected]);
    }
    check("Activation", &[("activation", word("relu"))], &[&[]], &["[]"]);
}

#[test]
fn every_class_of_the_merging_family_merges() {
    for class in super::classes() {
        assert_eq!(
            class.facets.arity == Arity::Merging,
            class.family == Family::Merging,
            "{}",
            class.name
        );
    }
}

#[test]
fn axes_of_normalizations() {
    check("BatchNormalization", &[("axis", Value::Int(1))], &[&[7, 7, 3]], &["[7, 7, 3]"]);
    check(
        "BatchNormalization",
        &[("axis", Value::Int(0))],
        &[&[8]],
        &[
            "`axis` of `BatchNormalization` expects an axis after the batch, found `0` for `[8]`",
            "note: the samples of a batch are independent",
        ],
    );
    check(
        "LayerNormalization",
        &[("axis", ints(&[1, -1]))],
        &[&[8]],
        &[
            "`axis` of `LayerNormalization` expects every axis once, found `1` and `-1`, the same axis of `[8]`",
        ],
    );
    check(
        "RMSNormalization",
        &[("axis", Value::Int(1))],
        &[&[7, 32]],
        &[
            "`RMSNormalization` cannot multiply `[7, 32]` by its `scale` of shape `[7]`: the axes must be the \
             last ones",
            "help: with `axis = -1` the output is `[7, 32]`",
        ],
    );
}

#[test]
fn rates_outside_their_range() {
    check(
        "Dropout",
        &[("rate", Value::Int(50))],
        &[&[8]],
        &["`rate` of `Dropout` expects a number between 0 and 1, found `50`"],
    );
}

#[test]
fn one_half_gates_the_other() {
    check("Activation", &[("activation", word("glu"))], &[&[4, 6]], &["[4, 3]"]);
    check(
        "Activation",
        &[("activation", word("glu"))],
        &[&[5]],
        &["activation `glu` expects an even size on the last axis, found 5 in `[5]`"],
    );
}

#[test]
fn spectrograms() {
    // One frame fewer than Keras's symbolic shape: 1 + floor(511 / 512).
    check("MelSpectrogram", &[], &[&[511]], &["[128, 1]"]);
    check("MelSpectrogram", &[], &[&[2, 16000]], &["[2, 128, 32]"]);
    check(
        "STFTSpectrogram",
        &[],
        &[&[100, 1]],
        &[
            "`STFTSpectrogram` frame of 256 samples does not fit its input `[100, 1]`",
            "help: with `padding = same` the output is `[1, 129]`",
        ],
    );
}

#[test]
fn vocabularies() {
    let vocabulary = || Value::list(["a", "b", "c"].map(|token| Value::Str(token.into())));
    check(
        "StringLookup",
        &[("vocabulary", vocabulary()), ("output_mode", word("multi_hot"))],
        &[&[7]],
        &["[4]"],
    );
    check("StringLookup", &[("output_mode", word("one_hot"))], &[&[1]], &["[_]"]);
    check("TextVectorization", &[("output_sequence_length", Value::Int(9))], &[&[1]], &["[9]"]);
}

#[test]
fn images_and_their_channels() {
    check(
        "RandomHue",
        &[("factor", Value::Float(0.1))],
        &[&[28, 28, 1]],
        &["`RandomHue` expects 3 channels, found 1 in `[28, 28, 1]`"],
    );
    check(
        "RandomFlip",
        &[("mode", word("horizontl"))],
        &[&[28, 28, 3]],
        &[
            "`mode` of `RandomFlip` expects `horizontal`, `vertical` or `horizontal_and_vertical`, found \
           `horizontl`",
            "help: write `mode = horizontal`",
        ],
    );
}

#[test]
fn operators_are_not_found_by_name() {
    assert!(find("TrueDivide").is_none() && find("Negative").is_none());
    assert!(find("Add").is_some_and(|class| class.parameters.is_empty()));
    assert_eq!(run(&operator::DIVIDE, &[("value", Value::Float(255.0))], &[&[28, 28]]), "[28, 28]");
    assert_eq!(run(&operator::DIVIDE, &[("value", Value::Int(0))], &[&[8]]), "division by zero");
    assert_eq!(run(&operator::NEGATIVE, &[], &[&[8]]), "[8]");
}
