//! Operations that cut and resize images, and layers one after the other.

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, channels, interpolation, seed};
use crate::plan::operation::{
    CenterCrop, MaxNumBoundingBoxes, Operation, Pipeline, RandomCrop, Resizing,
};

pub(super) fn resizing<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Resizing(Resizing {
        height: call.size("height")?,
        width: call.size("width")?,
        interpolation: interpolation(call),
        crop: call.flag("crop_to_aspect_ratio"),
        pad: call.flag("pad_to_aspect_ratio"),
        fill: call.number("fill_value")?,
        antialias: call.flag("antialias"),
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
    let (height, width) = (call.size("height")?, call.size("width")?);
    Ok(CenterCrop { height, width, channels: channels(call) })
}

pub(super) fn bounding_boxes<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let (count, fill) = (call.size("max_number")?, call.int("fill_value")?);
    Ok(Operation::MaxNumBoundingBoxes(MaxNumBoundingBoxes { count, fill }))
}

pub(super) fn pipeline<'a>(_: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::Pipeline(Pipeline { layers: found.block(0, 0)? }))
}
