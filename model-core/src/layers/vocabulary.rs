//! Values and words into their places in a vocabulary.

mod lower;

use alloc::format;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::Facets;
use super::kind::Kind;
use super::preprocessing::{DATA, SALT, SPARSE, encoded, output_mode, without_last_one};
use crate::dim::Dim;
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "IntegerLookup",
        "integers into their places in a vocabulary",
        &[
            MAX_TOKENS,
            NUM_OOV_INDICES,
            Parameter::optional(
                "mask_token",
                Kind::INT,
                Default::None,
                "integer that stands for a missing value",
            ),
            Parameter::optional(
                "oov_token",
                Kind::INT,
                Default::Int(-1),
                "what `invert` gives for a value out of the vocabulary",
            ),
            VOCABULARY,
            Parameter::optional(
                "vocabulary_dtype",
                Kind::Dtype,
                Default::Word("int64"),
                "dtype of the vocabulary",
            ),
            IDF_WEIGHTS,
            INVERT,
            LOOKUP_MODE,
            SPARSE,
            PAD_TO_MAX_TOKENS,
            Parameter::optional(
                "oov_method",
                Kind::Word(&["floormod", "farmhash"]),
                Default::Word("floormod"),
                "how values out of the vocabulary are divided among several places",
            ),
            SALT,
        ],
        lookup,
        Facets { lower: lower::integers, ..DATA },
    ),
    class(
        "StringLookup",
        "strings into their places in a vocabulary",
        &[
            MAX_TOKENS,
            NUM_OOV_INDICES,
            Parameter::optional(
                "mask_token",
                Kind::Text,
                Default::None,
                "string that stands for a missing value",
            ),
            Parameter::optional(
                "oov_token",
                Kind::Text,
                Default::Text("[UNK]"),
                "what `invert` gives for a value out of the vocabulary",
            ),
            VOCABULARY,
            IDF_WEIGHTS,
            INVERT,
            LOOKUP_MODE,
            PAD_TO_MAX_TOKENS,
            SPARSE,
            ENCODING,
            SALT,
        ],
        lookup,
        Facets { lower: lower::strings, ..DATA },
    ),
    class(
        "TextVectorization",
        "text into the places of its words in a vocabulary",
        &[
            MAX_TOKENS,
            Parameter::optional(
                "standardize",
                Kind::Word(&["lower_and_strip_punctuation", "lower", "strip_punctuation"]),
                Default::Word("lower_and_strip_punctuation"),
                "what is done to the text first",
            )
            .nullable(),
            Parameter::optional(
                "split",
                Kind::Word(&["whitespace", "character"]),
                Default::Word("whitespace"),
                "where the text is split",
            )
            .nullable(),
            Parameter::optional(
                "ngrams",
                Kind::Numbers,
                Default::None,
                "lengths of the groups of words that count as one",
            ),
            LOOKUP_MODE,
            Parameter::optional(
                "output_sequence_length",
                Kind::POSITIVE,
                Default::None,
                "length every text is cut or filled to",
            ),
            PAD_TO_MAX_TOKENS,
            VOCABULARY,
            IDF_WEIGHTS,
            SPARSE,
            Parameter::optional(
                "ragged",
                Kind::Bool,
                Default::Bool(false),
                "whether every text keeps its own length",
            ),
            ENCODING,
        ],
        text_vectorization,
        Facets { lower: lower::text, ..DATA },
    ),
];

const LOOKUP_MODE: Parameter =
    output_mode(&["int", "one_hot", "multi_hot", "count", "tf_idf"], "int");

const MAX_TOKENS: Parameter = Parameter::optional(
    "max_tokens",
    Kind::Int { min: 2 },
    Default::None,
    "largest size of the vocabulary, with its special tokens",
);

const NUM_OOV_INDICES: Parameter = Parameter::optional(
    "num_oov_indices",
    Kind::Int { min: 0 },
    Default::Int(1),
    "how many places there are for values out of the vocabulary",
);

const VOCABULARY: Parameter = Parameter::optional(
    "vocabulary",
    Kind::Any,
    Default::None,
    "list of the known values, or the path of a file with one a line",
);

const IDF_WEIGHTS: Parameter = Parameter::optional(
    "idf_weights",
    Kind::Numbers,
    Default::None,
    "inverse document frequency of each value, for `tf_idf`",
);

const INVERT: Parameter = Parameter::optional(
    "invert",
    Kind::Bool,
    Default::Bool(false),
    "whether places are turned into values instead",
);

const PAD_TO_MAX_TOKENS: Parameter = Parameter::optional(
    "pad_to_max_tokens",
    Kind::Bool,
    Default::Bool(false),
    "whether vectors have the size `max_tokens` even if the vocabulary is smaller",
);

const ENCODING: Parameter =
    Parameter::optional("encoding", Kind::Text, Default::Text("utf-8"), "encoding of the strings");

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Preprocessing, doc, parameters, rule, facets)
}

/// Values to places in a vocabulary, as [`encoded`].
///
/// Source: Keras `IntegerLookup`, `StringLookup`.
fn lookup(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let mode = call.word("output_mode");
    if call.flag("invert") && mode != "int" {
        return Err(call.at(
            "output_mode",
            format!(
                "`output_mode` of `{}` expects `int` with `invert = true`, found `{mode}`",
                call.class.name
            ),
        ));
    }
    let outside = call.size("num_oov_indices")?;
    let mask = usize::from(mode == "int" && call.has("mask_token"));
    let size = vocabulary_size(call, outside, mask)?;
    encoded(call, call.input()?, size)
}

/// One text an example, `[]` or `[1]`, to places in a vocabulary, `[output_sequence_length]`, or to a vector
/// of the vocabulary's size. Further axes are kept.
///
/// The number of words is not known unless `output_sequence_length` is given. Source: Keras
/// `TextVectorization`.
fn text_vectorization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let mode = call.word("output_mode");
    for (argument, set) in [
        ("output_sequence_length", call.has("output_sequence_length")),
        ("ragged", call.flag("ragged")),
    ] {
        if set && mode != "int" {
            return Err(call.at(
                argument,
                format!(
                    "`{argument}` of `TextVectorization` expects `output_mode = int`, found `{mode}`"
                ),
            ));
        }
    }
    let size = vocabulary_size(call, 1, usize::from(mode == "int"))?;
    // One string an example may stand on an axis of its own.
    let mut dims = without_last_one(call, input)?;
    if mode == "int" {
        let length = if call.has("output_sequence_length") && !call.flag("ragged") {
            Dim::Known(call.size("output_sequence_length")?)
        } else {
            Dim::Unknown
        };
        dims.push(length);
        return Ok(Inferred::one(Shape::new(dims)));
    }
    if !dims.is_empty() && call.has("split") {
        return Err(call.wrong_input(
            0,
            format!(
                "`TextVectorization` with `output_mode = {mode}` expects one text an example, \
                 `[1]`, found \
                 `{input}`"
            ),
        ));
    }
    Ok(Inferred::one(Shape::new([size])))
}

/// Size of the vectors of a lookup: the vocabulary with its places for what is outside, or `max_tokens`.
///
/// A list may start with its special tokens: `mask` of them, then `outside`. Not known where the vocabulary
/// is a file or comes from data.
fn vocabulary_size(call: &Call<'_>, outside: usize, mask: usize) -> Result<Dim, Mistake> {
    let class = call.class.name;
    let padded = call.flag("pad_to_max_tokens");
    if padded && !call.has("max_tokens") {
        return Err(call.at(
            "pad_to_max_tokens",
            format!("`pad_to_max_tokens` of `{class}` expects `max_tokens`, found none"),
        ));
    }
    let tf_idf = call.word("output_mode") == "tf_idf";
    if call.has("idf_weights") && !tf_idf {
        return Err(call.at(
            "idf_weights",
            format!(
                "`idf_weights` of `{class}` expects `output_mode = tf_idf`, found `{}`",
                call.word("output_mode")
            ),
        ));
    }
    let vocabulary = match call.value("vocabulary")? {
        Value::None | Value::Str(_) => None,
        value => Some(value.items().ok_or_else(|| {
            call.at(
                "vocabulary",
                format!("`vocabulary` of `{class}` expects a list or a path, found `{value}`"),
            )
        })?),
    };
    if tf_idf && call.has("vocabulary") && !call.has("idf_weights") {
        return Err(call.at(
            "vocabulary",
            format!(
                "`vocabulary` of `{class}` expects `idf_weights` with `output_mode = tf_idf`, \
                 found none"
            ),
        ));
    }
    let max_tokens = if call.has("max_tokens") { Some(call.size("max_tokens")?) } else { None };
    let mut size = Dim::Unknown;
    if let Some(tokens) = vocabulary {
        let special = Dim::Known(outside).plus(mask)?;
        size = Dim::Known(tokens.len());
        if !starts_with_special(call, tokens, outside, mask) {
            size = size.plus(special)?;
        }
        if let (Some(found), Some(max)) = (size.known(), max_tokens)
            && found > max
        {
            return Err(call.at(
                "vocabulary",
                format!(
                    "`vocabulary` of `{class}` expects at most {max} tokens, found {found} with \
                     its special ones"
                ),
            ));
        }
    }
    Ok(match max_tokens {
        Some(max) if padded => Dim::Known(max),
        _ => size,
    })
}

/// Whether a vocabulary starts with its tokens for what is missing and what is outside.
fn starts_with_special(call: &Call<'_>, tokens: &[Value], outside: usize, mask: usize) -> bool {
    let is = |token: &Value, argument: &str, default: &str| match (token, call.args.get(argument)) {
        (Value::Int(token), Some(Value::Int(special))) => token == special,
        (Value::Str(token) | Value::Word(token), Some(Value::Str(special))) => token == special,
        (Value::Str(token) | Value::Word(token), None) => &**token == default,
        _ => false,
    };
    let Some(special) = outside.checked_add(mask).and_then(|count| tokens.get(..count)) else {
        return false;
    };
    !special.is_empty()
        && special.iter().enumerate().all(|(index, token)| {
            if index < mask { is(token, "mask_token", "") } else { is(token, "oov_token", "[UNK]") }
        })
}
