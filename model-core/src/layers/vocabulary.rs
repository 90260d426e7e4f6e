//! Values and words into their places in a vocabulary.

mod lower;

use alloc::format;

use super::argument::{Choice, Name, OutputMode};
use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::Facets;
use super::keys;
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
                keys::MASK_TOKEN,
                Kind::INT,
                Default::None,
                "integer that stands for a missing value",
            ),
            Parameter::optional(
                keys::OOV_TOKEN,
                Kind::INT,
                Default::Int(-1),
                "token that `invert` returns for unknown indices",
            ),
            VOCABULARY,
            Parameter::optional(
                keys::VOCABULARY_DTYPE,
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
                keys::OOV_METHOD,
                Kind::Word(&["floormod", "farmhash"]),
                Default::Word("floormod"),
                "salt for hashing values outside the vocabulary",
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
                keys::MASK_TOKEN,
                Kind::Text,
                Default::None,
                "string that stands for a missing value",
            ),
            Parameter::optional(
                keys::OOV_TOKEN,
                Kind::Text,
                Default::Text("[UNK]"),
                "token that `invert` returns for unknown indices",
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
                keys::STANDARDIZE,
                Kind::Word(&["lower_and_strip_punctuation", "lower", "strip_punctuation"]),
                Default::Word("lower_and_strip_punctuation"),
                "standardization of the text",
            )
            .nullable(),
            Parameter::optional(
                keys::SPLIT,
                Kind::Word(&["whitespace", "character"]),
                Default::Word("whitespace"),
                "splitting of the text",
            )
            .nullable(),
            Parameter::optional(
                keys::NGRAMS,
                Kind::Numbers,
                Default::None,
                "lengths of the groups of words that count as one",
            ),
            LOOKUP_MODE,
            Parameter::optional(
                keys::OUTPUT_SEQUENCE_LENGTH,
                Kind::POSITIVE,
                Default::None,
                "length every text is cut or filled to",
            ),
            PAD_TO_MAX_TOKENS,
            VOCABULARY,
            IDF_WEIGHTS,
            SPARSE,
            Parameter::optional(
                keys::RAGGED,
                Kind::Bool,
                Default::Bool(false),
                "keeps the length of every text",
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
    keys::MAX_TOKENS,
    Kind::Int { min: 2 },
    Default::None,
    "largest size of the vocabulary, with its special tokens",
);

const NUM_OOV_INDICES: Parameter = Parameter::optional(
    keys::NUM_OOV_INDICES,
    Kind::Int { min: 0 },
    Default::Int(1),
    "number of indices for values outside the vocabulary",
);

const VOCABULARY: Parameter = Parameter::optional(
    keys::VOCABULARY,
    Kind::Any,
    Default::None,
    "list of the known values, or the path of a file with one a line",
);

const IDF_WEIGHTS: Parameter = Parameter::optional(
    keys::IDF_WEIGHTS,
    Kind::Numbers,
    Default::None,
    "inverse document frequency of each value, for `tf_idf`",
);

const INVERT: Parameter = Parameter::optional(
    keys::INVERT,
    Kind::Bool,
    Default::Bool(false),
    "maps indices to values instead",
);

const PAD_TO_MAX_TOKENS: Parameter = Parameter::optional(
    keys::PAD_TO_MAX_TOKENS,
    Kind::Bool,
    Default::Bool(false),
    "pads vectors to `max_tokens` if the vocabulary is smaller",
);

const ENCODING: Parameter = Parameter::optional(
    keys::ENCODING,
    Kind::Text,
    Default::Text("utf-8"),
    "encoding of the strings",
);

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
    let mode = call.get(keys::OUTPUT_MODE)?;
    if call.get(keys::INVERT)? && mode != OutputMode::Int {
        return Err(call.at(
            keys::OUTPUT_MODE,
            format!(
                "`output_mode` of `{}` expects `int` with `invert = true`, found `{}`",
                call.class.name,
                mode.word()
            ),
        ));
    }
    let outside = call.get(keys::NUM_OOV_INDICES)?;
    let special = [call.get(keys::MASK_TOKEN)?, call.get(keys::OOV_TOKEN)?];
    let is_masked = mode == OutputMode::Int && !matches!(special[0], Value::None);
    let size = vocabulary_size(call, outside, usize::from(is_masked), special)?;
    encoded(call, call.input()?, size)
}

/// One text an example, `[]` or `[1]`, to places in a vocabulary, `[output_sequence_length]`, or to a vector
/// of the vocabulary's size. Further axes are kept.
///
/// The number of words is not known unless `output_sequence_length` is given. Source: Keras
/// `TextVectorization`.
fn text_vectorization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = call.input()?;
    let mode = call.get(keys::OUTPUT_MODE)?;
    let length = call.get(keys::OUTPUT_SEQUENCE_LENGTH)?;
    let ragged = call.get(keys::RAGGED)?;
    for (argument, set) in [
        (Name::from(keys::OUTPUT_SEQUENCE_LENGTH), length.is_some()),
        (Name::from(keys::RAGGED), ragged),
    ] {
        if set && mode != OutputMode::Int {
            return Err(call.at(
                argument,
                format!(
                    "`{argument}` of `TextVectorization` expects `output_mode = int`, found `{}`",
                    mode.word()
                ),
            ));
        }
    }
    let special = ["", "[UNK]"].map(|token| Value::Str(token.into()));
    let is_masked = usize::from(mode == OutputMode::Int);
    let size = vocabulary_size(call, 1, is_masked, special.each_ref())?;
    // One string an example may stand on an axis of its own.
    let mut dims = without_last_one(call, input)?;
    if mode == OutputMode::Int {
        let length = length.filter(|_| !ragged).map_or(Dim::Unknown, Dim::Known);
        dims.push(length);
        return Ok(Inferred::one(Shape::new(dims)));
    }
    if !dims.is_empty() && call.get(keys::SPLIT)?.is_some() {
        return Err(call.wrong_input(
            0,
            format!(
                "`TextVectorization` with `output_mode = {}` expects one text an example, \
                 `[1]`, found \
                 `{input}`",
                mode.word()
            ),
        ));
    }
    Ok(Inferred::one(Shape::new([size])))
}

/// Size of the vectors of a lookup: the vocabulary with its places for what is outside, or `max_tokens`.
///
/// A list may start with its special tokens: `mask` of them, then `outside`. Not known where the vocabulary
/// is a file or comes from data.
fn vocabulary_size(
    call: &Call<'_>,
    outside: usize,
    mask: usize,
    special: [&Value; 2],
) -> Result<Dim, Mistake> {
    let class = call.class.name;
    let padded = call.get(keys::PAD_TO_MAX_TOKENS)?;
    let max_tokens = call.get(keys::MAX_TOKENS)?;
    if padded && max_tokens.is_none() {
        return Err(call.at(
            keys::PAD_TO_MAX_TOKENS,
            format!("`pad_to_max_tokens` of `{class}` expects `max_tokens`, found none"),
        ));
    }
    let mode = call.get(keys::OUTPUT_MODE)?;
    let tf_idf = mode == OutputMode::TfIdf;
    let weighted = call.get(keys::IDF_WEIGHTS)?.is_some();
    if weighted && !tf_idf {
        return Err(call.at(
            keys::IDF_WEIGHTS,
            format!(
                "`idf_weights` of `{class}` expects `output_mode = tf_idf`, found `{}`",
                mode.word()
            ),
        ));
    }
    let given = call.get(keys::VOCABULARY)?;
    let vocabulary = match given {
        Value::None | Value::Str(_) => None,
        value => Some(value.items().ok_or_else(|| {
            call.at(
                keys::VOCABULARY,
                format!("`vocabulary` of `{class}` expects a list or a path, found `{value}`"),
            )
        })?),
    };
    if tf_idf && !matches!(given, Value::None) && !weighted {
        return Err(call.at(
            keys::VOCABULARY,
            format!(
                "`vocabulary` of `{class}` expects `idf_weights` with `output_mode = tf_idf`, \
                 found none"
            ),
        ));
    }
    let mut size = Dim::Unknown;
    if let Some(tokens) = vocabulary {
        let count = Dim::Known(outside).plus(mask)?;
        size = Dim::Known(tokens.len());
        if !starts_with_special(tokens, outside, mask, special) {
            size = size.plus(count)?;
        }
        if let (Some(found), Some(max)) = (size.known(), max_tokens)
            && found > max
        {
            return Err(call.at(
                keys::VOCABULARY,
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

/// True if a vocabulary starts with its mask and out-of-vocabulary tokens.
fn starts_with_special(
    tokens: &[Value],
    outside: usize,
    mask: usize,
    [mask_token, oov_token]: [&Value; 2],
) -> bool {
    let is = |token: &Value, special: &Value| match (token, special) {
        (Value::Int(token), Value::Int(special)) => token == special,
        (Value::Str(token) | Value::Word(token), Value::Str(special)) => token == special,
        _ => false,
    };
    let Some(special) = outside.checked_add(mask).and_then(|count| tokens.get(..count)) else {
        return false;
    };
    !special.is_empty()
        && special
            .iter()
            .enumerate()
            .all(|(index, token)| is(token, if index < mask { mask_token } else { oov_token }))
}
