//! Operations that prepare features.

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, argument, numbers};
use crate::plan::operation::{
    CategoryEncoding, Discretization, Encoding, HashedCrossing, Hashing, Operation, Rescaling,
};

pub(super) fn rescaling<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Rescaling(Rescaling {
        scale: numbers(call, "scale", found.scratch)?,
        offset: numbers(call, "offset", found.scratch)?,
    }))
}

pub(super) fn category_encoding<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let tokens = if call.has("num_tokens") { Some(call.size("num_tokens")?) } else { None };
    let (encoding, sparse) = (encoding(call), call.flag("sparse"));
    Ok(Operation::CategoryEncoding(CategoryEncoding { tokens, encoding, sparse }))
}

pub(super) fn discretization<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Discretization(Discretization {
        boundaries: numbers(call, "bin_boundaries", found.scratch)?,
        bins: if call.has("num_bins") { Some(call.size("num_bins")?) } else { None },
        epsilon: call.number("epsilon")?,
        encoding: encoding(call),
        sparse: call.flag("sparse"),
    }))
}

pub(super) fn hashing<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Hashing(Hashing {
        bins: call.size("num_bins")?,
        mask_value: argument(call.value("mask_value")?, found.scratch),
        salt: argument(call.value("salt")?, found.scratch),
        encoding: encoding(call),
        sparse: call.flag("sparse"),
    }))
}

pub(super) fn hashed_crossing<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let (bins, sparse) = (call.size("num_bins")?, call.flag("sparse"));
    Ok(Operation::HashedCrossing(HashedCrossing { bins, encoding: encoding(call), sparse }))
}

/// The form of the output, of `output_mode`.
pub(in crate::layers) fn encoding(call: &Call<'_>) -> Encoding {
    match call.word("output_mode") {
        "one_hot" => Encoding::OneHot,
        "multi_hot" => Encoding::MultiHot,
        "count" => Encoding::Count,
        "tf_idf" => Encoding::TfIdf,
        _ => Encoding::Place,
    }
}
