//! Operations that cut and resize images, and layers one after the other.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, channels, interpolation, seed};
use crate::plan::operation::{
    CenterCrop, MaxNumBoundingBoxes, Operation, Pipeline, RandomCrop, Resizing,
};

pub(super) fn resizing<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Resizing(Resizing {
        height: call.get(keys::HEIGHT)?,
        width: call.get(keys::WIDTH)?,
        interpolation: interpolation(call)?,
        crop: call.get(keys::CROP_TO_ASPECT_RATIO)?,
        pad: call.get(keys::PAD_TO_ASPECT_RATIO)?,
        fill: call.get(keys::FILL_VALUE)?,
        antialias: call.get(keys::ANTIALIAS)?,
        channels: channels(call),
    }))
}

pub(super) fn center_crop<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    crop(call).map(Operation::CenterCrop)
}

pub(super) fn random_crop<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::RandomCrop(RandomCrop { crop: crop(call)?, seed: seed(call)? }))
}

fn crop(call: &Call<'_>) -> Result<CenterCrop, Mistake> {
    let (height, width) = (call.get(keys::HEIGHT)?, call.get(keys::WIDTH)?);
    Ok(CenterCrop { height, width, channels: channels(call) })
}

pub(super) fn bounding_boxes<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let (count, fill) = (call.get(keys::MAX_NUMBER)?, call.get(keys::FILL_NUMBER)?);
    Ok(Operation::MaxNumBoundingBoxes(MaxNumBoundingBoxes { count, fill }))
}

pub(super) fn pipeline<'a>(_: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Pipeline(Pipeline { layers: found.block(0, 0)? }))
}
