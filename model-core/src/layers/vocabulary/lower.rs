//! Operations that look values up in a vocabulary.

use alloc::vec::Vec;

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, argument, numbers};
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
    let [mask_token, oov_token] = [call.value("mask_token")?, call.value("oov_token")?];
    Ok(Lookup {
        outside: call.size("num_oov_indices")?,
        mask_token: argument(mask_token, found.scratch),
        oov_token: argument(oov_token, found.scratch),
        invert: call.flag("invert"),
        ..vocabulary(call, found, strings)?
    })
}

/// An empty text is masked, and one place is for words that are not known.
pub(super) fn text<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let word = |name: &str| Some(call.word(name)).filter(|word| !word.is_empty());
    let length = call.has("output_sequence_length");
    let ngrams = match call.has("ngrams") {
        // A number stands for all lengths up to it.
        true => match call.value("ngrams")?.items() {
            Some(_) => call.sizes("ngrams")?,
            None => (1..=call.size("ngrams")?).collect(),
        },
        false => Vec::new(),
    };
    Ok(Operation::TextVectorization(TextVectorization {
        standardize: word("standardize"),
        split: word("split"),
        ngrams: List::new(&ngrams, found.scratch),
        length: if length { Some(call.size("output_sequence_length")?) } else { None },
        ragged: call.flag("ragged"),
        lookup: Lookup {
            outside: 1,
            mask_token: Value::Text(""),
            oov_token: Value::Text("[UNK]"),
            ..vocabulary(call, found, true)?
        },
    }))
}

/// What all lookups have in common.
fn vocabulary<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
    strings: bool,
) -> Result<Lookup<'a>, Mistake> {
    Ok(Lookup {
        strings,
        vocabulary: argument(call.value("vocabulary")?, found.scratch),
        max_tokens: if call.has("max_tokens") { Some(call.size("max_tokens")?) } else { None },
        outside: 0,
        mask_token: Value::None,
        oov_token: Value::None,
        idf_weights: numbers(call, "idf_weights", found.scratch)?,
        invert: false,
        encoding: encoding(call),
        pad: call.flag("pad_to_max_tokens"),
        sparse: call.flag("sparse"),
    })
}
