//! Operations of operators.

use alloc::vec::Vec;

use super::Taken;
use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::Found;
use crate::plan::code::List;
use crate::plan::operation::{self, Operation, Scalar, ScalarFunction, Slice};

pub(super) fn times<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    with_number(call, ScalarFunction::Times)
}

pub(super) fn over<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    with_number(call, ScalarFunction::Over)
}

pub(super) fn plus<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    with_number(call, ScalarFunction::Plus)
}

pub(super) fn minus<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let reversed = call.get(keys::REVERSED)?;
    with_number(call, if reversed { ScalarFunction::From } else { ScalarFunction::Minus })
}

pub(super) fn negative<'a>(_: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Scalar(Scalar { function: ScalarFunction::Negative, value: 0.0 }))
}

fn with_number<'a>(call: &Call<'a>, function: ScalarFunction) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Scalar(Scalar { function, value: call.get(keys::VALUE)? }))
}

pub(super) fn slice<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let entries = call.get(keys::SLICES)?.items().unwrap_or_default();
    let taken = entries.iter().map(|entry| match Taken::of(entry)? {
        Taken::At(index) => Some(operation::Taken::At(index)),
        Taken::Range(start, Some(end)) => Some(operation::Taken::Range((start, end))),
        Taken::Range(start, None) => Some(operation::Taken::From(start)),
    });
    let taken = taken.collect::<Option<Vec<_>>>();
    let taken = taken.ok_or_else(|| call.at(keys::SLICES, "expected indices and ranges"))?;
    Ok(Operation::Slice(Slice { taken: List::new(&taken, found.scratch) }))
}
