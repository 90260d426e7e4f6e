//! Operations that prepare features.

use crate::layers::argument::OutputMode;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, argument, maybe_numbers, numbers};
use crate::plan::operation::{
    CategoryEncoding, Discretization, Encoding, HashedCrossing, Hashing, Operation, Rescaling,
};

pub(super) fn rescaling<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Rescaling(Rescaling {
        scale: numbers(call.get(keys::SCALE_FACTOR)?, found.scratch),
        offset: numbers(call.get(keys::OFFSET)?, found.scratch),
    }))
}

pub(super) fn category_encoding<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let tokens = call.get(keys::NUM_TOKENS)?;
    let (encoding, sparse) = (encoding(call)?, call.get(keys::SPARSE)?);
    Ok(Operation::CategoryEncoding(CategoryEncoding { tokens, encoding, sparse }))
}

pub(super) fn discretization<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Discretization(Discretization {
        boundaries: maybe_numbers(call.get(keys::BIN_BOUNDARIES)?, found.scratch),
        bins: call.get(keys::NUM_BINS.or_none())?,
        epsilon: call.get(keys::EPSILON)?,
        encoding: encoding(call)?,
        sparse: call.get(keys::SPARSE)?,
    }))
}

pub(super) fn hashing<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Hashing(Hashing {
        bins: call.get(keys::NUM_BINS)?,
        mask_value: argument(call.get(keys::MASK_VALUE)?, found.scratch),
        salt: argument(call.get(keys::SALT)?, found.scratch),
        encoding: encoding(call)?,
        sparse: call.get(keys::SPARSE)?,
    }))
}

pub(super) fn hashed_crossing<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    let (bins, sparse) = (call.get(keys::NUM_BINS)?, call.get(keys::SPARSE)?);
    Ok(Operation::HashedCrossing(HashedCrossing { bins, encoding: encoding(call)?, sparse }))
}

/// The form of the output, of `output_mode`.
pub(in crate::layers) fn encoding(call: &Call<'_>) -> Result<Encoding, Mistake> {
    Ok(match call.get(keys::OUTPUT_MODE)? {
        OutputMode::Int => Encoding::Place,
        OutputMode::OneHot => Encoding::OneHot,
        OutputMode::MultiHot => Encoding::MultiHot,
        OutputMode::Count => Encoding::Count,
        OutputMode::TfIdf => Encoding::TfIdf,
    })
}
