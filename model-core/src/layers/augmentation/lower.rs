//! Operations that change images.

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, arguments};
use crate::plan::operation::{Augmentation, ImageFilter, ImageFilterKind, Operation};

pub(super) fn augmentation<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Augmentation(Augmentation { arguments: arguments(call, found.scratch) }))
}

pub(super) fn auto_contrast<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(filter(call, found, ImageFilterKind::AutoContrast))
}

pub(super) fn equalization<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(filter(call, found, ImageFilterKind::Equalization))
}

pub(super) fn limited_equalization<'a>(
    call: &Call<'a>,
    found: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    Ok(filter(call, found, ImageFilterKind::ContrastLimitedAdaptiveHistogramEqualization))
}

fn filter<'a>(call: &Call<'a>, found: &Found<'a>, kind: ImageFilterKind) -> Operation<'a> {
    Operation::ImageFilter(ImageFilter { kind, arguments: arguments(call, found.scratch) })
}
