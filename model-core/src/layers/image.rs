//! Images cut and resized, and chains of such layers.

mod lower;

use alloc::borrow::Cow;
use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;

use super::augmentation::{DATA_FORMAT, SEED, image_input};
use super::call::{Call, Inferred, Mistake, Weight};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Facets, Owner};
use super::flops::{INTERPOLATED, interpolated};
use super::infer::infer;
use super::keys;
use super::kind::Kind;
use super::preprocessing::DATA;
use crate::dim::Dim;
use crate::graph::{Body, Wire};
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "Resizing",
        "images scaled to one size",
        &[
            HEIGHT,
            WIDTH,
            Parameter::optional(
                keys::INTERPOLATION,
                Kind::Word(&["bilinear", "nearest", "bicubic", "lanczos3", "lanczos5"]),
                Default::Word("bilinear"),
                "interpolation method",
            ),
            Parameter::optional(
                keys::CROP_TO_ASPECT_RATIO,
                Kind::Bool,
                Default::Bool(false),
                "crops the image to keep its aspect ratio",
            ),
            Parameter::optional(
                keys::PAD_TO_ASPECT_RATIO,
                Kind::Bool,
                Default::Bool(false),
                "pads the image to keep its aspect ratio",
            ),
            Parameter::optional(
                keys::FILL_MODE,
                Kind::Word(&["constant"]),
                Default::Word("constant"),
                "fill value of the border",
            ),
            Parameter::optional(
                keys::FILL_VALUE,
                Kind::NUMBER,
                Default::Float(0.0),
                "value of the border",
            ),
            Parameter::optional(
                keys::ANTIALIAS,
                Kind::Bool,
                Default::Bool(false),
                "antialiases when downscaling",
            ),
            DATA_FORMAT,
        ],
        resizing,
        Facets { flops: INTERPOLATED, lower: lower::resizing, ..DATA },
    ),
    class(
        "CenterCrop",
        "the middle of images; smaller images are scaled up",
        &[HEIGHT, WIDTH, DATA_FORMAT],
        crop,
        Facets { lower: lower::center_crop, ..DATA },
    ),
    class(
        "RandomCrop",
        "a random part of images in training, the middle otherwise",
        &[HEIGHT, WIDTH, SEED, DATA_FORMAT],
        crop,
        Facets { lower: lower::random_crop, ..DATA },
    ),
    class(
        "MaxNumBoundingBoxes",
        "lists of bounding boxes cut or filled to one length; images stay as they are",
        &[
            Parameter::required(keys::MAX_NUMBER, Kind::POSITIVE, "number of boxes"),
            Parameter::optional(
                keys::FILL_NUMBER,
                Kind::INT,
                Default::Int(-1),
                "fill value of missing boxes",
            ),
        ],
        same_shape,
        Facets { lower: lower::bounding_boxes, ..DATA },
    ),
    class(
        "Pipeline",
        "layers one after the other, as one",
        &[Parameter::required(keys::LAYERS, Kind::Layers, "the layers")],
        pipeline,
        Facets {
            weights: Owner::Inside,
            flops: "those of the layers",
            lower: lower::pipeline,
            ..DATA
        },
    ),
];

const HEIGHT: Parameter = Parameter::required(keys::HEIGHT, Kind::POSITIVE, "height of the output");

const WIDTH: Parameter = Parameter::required(keys::WIDTH, Kind::POSITIVE, "width of the output");

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Preprocessing, doc, parameters, rule, facets)
}

/// As [`crop`], one of `crop_to_aspect_ratio` and `pad_to_aspect_ratio` at most. Source: Keras `Resizing`.
fn resizing(call: &Call<'_>) -> Result<Inferred, Mistake> {
    if call.get(keys::CROP_TO_ASPECT_RATIO)? && call.get(keys::PAD_TO_ASPECT_RATIO)? {
        return Err(call
            .at(
                keys::PAD_TO_ASPECT_RATIO,
                "`Resizing` expects one of `crop_to_aspect_ratio` and `pad_to_aspect_ratio`, \
                 found both",
            )
            .or_with(keys::PAD_TO_ASPECT_RATIO, Value::Bool(false)));
    }
    interpolated(call, crop(call)?)
}

/// `[h, w, c]` to `[height, width, c]`, and `[c, h, w]` to `[c, height, width]`.
///
/// Source: Keras `CenterCrop`, `RandomCrop`.
fn crop(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = image_input(call)?;
    let height = Dim::Known(call.get(keys::HEIGHT)?);
    let width = Dim::Known(call.get(keys::WIDTH)?);
    let first = usize::from(call.channels_first());
    Ok(Inferred::one(input.with(first, height)?.with(first + 1, width)?))
}

/// Any shape to the same shape. Source: Keras `MaxNumBoundingBoxes`, called on a tensor.
fn same_shape(call: &Call<'_>) -> Result<Inferred, Mistake> {
    Ok(Inferred::one(call.input()?.clone()))
}

/// Composition of the layers, with all their weights and operations. Source: Keras `Pipeline`.
fn pipeline(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let mut pipeline = Inferred::many(call.inputs.iter().cloned());
    let mut body = Body::new(call.inputs.to_vec());
    let mut wires: Vec<Wire> = (0..call.inputs.len()).map(Wire).collect();
    for layer in call.get(keys::LAYERS)? {
        let inferred = infer(layer, &pipeline.outputs)
            .map_err(|mistake| mistake.note("in the `layers` of a `Pipeline`"))?;
        wires = body.call(layer, 0, wires, inferred.clone())?;
        pipeline = pipeline.inner_operations(inferred.operations, 1)?.inside(inferred.inside);
        pipeline.outputs = inferred.outputs;
        for weight in inferred.weights {
            if !pipeline.weights.iter().any(|seen| seen.key == weight.key) {
                let path = Cow::Owned(format!("{}/{}", layer.name, weight.path));
                pipeline.weights.push(Weight { path, ..weight });
            }
        }
    }
    body.finish(wires);
    pipeline.bodies.push(Rc::new(body));
    Ok(pipeline)
}
