//! Operations that look values up in a vocabulary.

use alloc::format;
use alloc::vec::Vec;

use crate::layers::argument::Numbers;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, argument, maybe_numbers};
use crate::layers::preprocessing::lower::encoding;
use crate::plan::code::List;
use crate::plan::operation::{Lookup, Operation, TextVectorization};
use crate::plan::value::Value;

pub(super) fn integers<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    lookup(call, found, false).map(Operation::Lookup)
}

pub(super) fn strings<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    lookup(call, found, true).map(Operation::Lookup)
}

fn lookup<'a>(call: &Call<'a>, found: &Found<'a>, strings: bool) -> Result<Lookup<'a>, Mistake> {
    let [mask_token, oov_token] = [call.get(keys::MASK_TOKEN)?, call.get(keys::OOV_TOKEN)?];
    Ok(Lookup {
        outside: call.get(keys::NUM_OOV_INDICES)?,
        mask_token: argument(mask_token, found.scratch),
        oov_token: argument(oov_token, found.scratch),
        invert: call.get(keys::INVERT)?,
        ..vocabulary(call, found, strings)?
    })
}

/// Largest number of words that count as one.
const NGRAM_LIMIT: u8 = 100;

/// An empty text is masked, and one place is for words that are not known.
pub(super) fn text<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let size = |number: f64| (0..=NGRAM_LIMIT).find(|size| f64::from(*size) == number);
    let ngrams: Option<Vec<u8>> = match call.get(keys::NGRAMS)? {
        // A number stands for all lengths up to it.
        Some(Numbers::One(longest)) => size(longest).map(|longest| (1..=longest).collect()),
        Some(Numbers::Each(lengths)) => lengths.into_iter().map(size).collect(),
        None => Some(Vec::new()),
    };
    let ngrams = ngrams.ok_or_else(|| {
        call.at(
            keys::NGRAMS,
            format!("`ngrams` of `TextVectorization` expects sizes from 0 to {NGRAM_LIMIT}"),
        )
    })?;
    Ok(Operation::TextVectorization(TextVectorization {
        standardize: call.get(keys::STANDARDIZE)?,
        split: call.get(keys::SPLIT)?,
        ngrams: List::new(&ngrams.into_iter().map(usize::from).collect::<Vec<_>>(), found.scratch),
        length: call.get(keys::OUTPUT_SEQUENCE_LENGTH)?,
        ragged: call.get(keys::RAGGED)?,
        lookup: Lookup {
            outside: 1,
            mask_token: Value::Text(""),
            oov_token: Value::Text("[UNK]"),
            ..vocabulary(call, found, true)?
        },
    }))
}

/// Shared part of all lookups.
fn vocabulary<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
    strings: bool,
) -> Result<Lookup<'a>, Mistake> {
    Ok(Lookup {
        strings,
        vocabulary: argument(call.get(keys::VOCABULARY)?, found.scratch),
        max_tokens: call.get(keys::MAX_TOKENS)?,
        outside: 0,
        mask_token: Value::None,
        oov_token: Value::None,
        idf_weights: maybe_numbers(call.get(keys::IDF_WEIGHTS)?, found.scratch),
        invert: false,
        encoding: encoding(call)?,
        pad: call.get(keys::PAD_TO_MAX_TOKENS)?,
        sparse: call.get(keys::SPARSE)?,
    })
}
