//! Images changed at random in training.

mod lower;

use alloc::format;

use super::call::{Call, Inferred, Mistake};
use super::class::{Class, Default, Family, Parameter};
use super::facets::Facets;
use super::keys;
use super::kind::{Kind, number};
use super::preprocessing::DATA;
use crate::dim::Dim;
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    class(
        "AugMix",
        "images mixed with chains of changes of themselves",
        &[
            VALUE_RANGE,
            Parameter::optional(
                keys::NUM_CHAINS,
                Kind::POSITIVE,
                Default::Int(3),
                "number of mixed chains",
            ),
            Parameter::optional(
                keys::CHAIN_DEPTH,
                Kind::INT,
                Default::Int(3),
                "number of transformations per chain",
            ),
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(0.3),
                "strength of the changes",
            ),
            Parameter::optional(
                keys::ALPHA,
                Kind::Number { min: 0.0 },
                Default::Float(1.0),
                "evenness of the mixture",
            ),
            Parameter::optional(
                keys::ALL_OPS,
                Kind::Bool,
                Default::Bool(true),
                "uses every kind of transformation",
            ),
            INTERPOLATION,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "AutoContrast",
        "images stretched to the whole range of values",
        &[VALUE_RANGE],
        image,
        Facets { lower: lower::auto_contrast, ..DATA },
    ),
    class(
        "ContrastLimitedAdaptiveHistogramEqualization",
        "contrast evened out tile by tile, up to a limit",
        &[
            VALUE_RANGE,
            Parameter::optional(
                keys::CLIP_LIMIT,
                Kind::NUMBER,
                Default::Float(4.0),
                "contrast limit",
            ),
            Parameter::optional(
                keys::TILE_GRID_SIZE,
                Kind::Sizes { rank: 2, min: 1 },
                Default::Ints(&[8, 8]),
                "number of tiles, vertically and horizontally",
            ),
            DATA_FORMAT,
        ],
        image,
        Facets { lower: lower::limited_equalization, ..DATA },
    ),
    class(
        "CutMix",
        "images with a rectangle of another image of the batch",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "evenness of the mixture",
            ),
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "Equalization",
        "values of images evened out",
        &[
            VALUE_RANGE,
            Parameter::optional(
                keys::BINS,
                Kind::POSITIVE,
                Default::Int(256),
                "number of distinct values",
            ),
            DATA_FORMAT,
        ],
        image,
        Facets { lower: lower::equalization, ..DATA },
    ),
    class(
        "MixUp",
        "images blended with other images of the batch",
        &[
            Parameter::optional(
                keys::ALPHA,
                Kind::Number { min: 0.0 },
                Default::Float(0.2),
                "evenness of the mixture",
            ),
            DATA_FORMAT,
            SEED,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandAugment",
        "a few random changes of images",
        &[
            VALUE_RANGE,
            Parameter::optional(
                keys::NUM_OPS,
                Kind::POSITIVE,
                Default::Int(2),
                "number of transformations",
            ),
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(0.5),
                "strength of the changes",
            ),
            INTERPOLATION,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomBrightness",
        "brightness changed at random",
        &[FACTOR, VALUE_RANGE, SEED],
        image,
        CHANGING,
    ),
    class(
        "RandomColorDegeneration",
        "colours weakened at random",
        &[FACTOR, VALUE_RANGE, DATA_FORMAT, SEED],
        rgb,
        CHANGING,
    ),
    class(
        "RandomColorJitter",
        "brightness, contrast, saturation and hue changed at random",
        &[
            VALUE_RANGE,
            Parameter::optional(
                keys::BRIGHTNESS_FACTOR,
                Kind::Numbers,
                Default::None,
                "range of the brightness change",
            ),
            Parameter::optional(
                keys::CONTRAST_FACTOR,
                Kind::Numbers,
                Default::None,
                "range of the contrast change",
            ),
            Parameter::optional(
                keys::SATURATION_FACTOR,
                Kind::Numbers,
                Default::None,
                "range of the saturation change",
            ),
            Parameter::optional(
                keys::HUE_FACTOR,
                Kind::Numbers,
                Default::None,
                "range of the hue change",
            ),
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomContrast",
        "contrast changed at random",
        &[FACTOR, VALUE_RANGE, SEED],
        image,
        CHANGING,
    ),
    class(
        "RandomElasticTransform",
        "images distorted smoothly at random",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "share of images changed",
            ),
            Parameter::optional(
                keys::SCALE_FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "strength of the distortion",
            ),
            INTERPOLATION,
            FILL_MODE,
            FILL_VALUE,
            VALUE_RANGE,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomErasing",
        "random rectangles of images erased",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "share of images changed",
            ),
            Parameter::optional(
                keys::SCALE_FACTOR,
                Kind::Numbers,
                Default::Floats(&[0.02, 0.33]),
                "share of the image that is erased",
            ),
            Parameter::optional(
                keys::FILL_VALUE.or_none(),
                Kind::NUMBER,
                Default::None,
                "fill value; noise by default",
            ),
            VALUE_RANGE,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomFlip",
        "images mirrored at random",
        &[
            Parameter::optional(
                keys::FLIP_MODE,
                Kind::Word(&["horizontal", "vertical", "horizontal_and_vertical"]),
                Default::Word("horizontal_and_vertical"),
                "in which direction",
            ),
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomGaussianBlur",
        "images blurred at random",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "share of images changed",
            ),
            Parameter::optional(
                keys::KERNEL_SIZE,
                Kind::Sizes { rank: 2, min: 1 },
                Default::Int(3),
                "size of the blur, in pixels",
            ),
            Parameter::optional(
                keys::SIGMA,
                Kind::Numbers,
                Default::Float(1.0),
                "width of the blur, in pixels",
            ),
            VALUE_RANGE,
            DATA_FORMAT,
            SEED,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomGrayscale",
        "images without colour at random; they keep their channels",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(0.5),
                "share of images changed",
            ),
            DATA_FORMAT,
            SEED,
        ],
        rgb,
        CHANGING,
    ),
    class(
        "RandomHue",
        "hue changed at random",
        &[FACTOR, VALUE_RANGE, DATA_FORMAT, SEED],
        rgb,
        CHANGING,
    ),
    class(
        "RandomInvert",
        "images inverted at random",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "share of images changed",
            ),
            VALUE_RANGE,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomPerspective",
        "images seen from another side at random",
        &[
            Parameter::optional(
                keys::FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "share of images changed",
            ),
            Parameter::optional(
                keys::SCALE_FACTOR,
                Kind::Numbers,
                Default::Float(1.0),
                "strength of the change",
            ),
            INTERPOLATION,
            FILL_VALUE,
            SEED,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomPosterization",
        "fewer bits a channel at random",
        &[FACTOR, VALUE_RANGE, DATA_FORMAT, SEED],
        image,
        CHANGING,
    ),
    class(
        "RandomRotation",
        "images turned at random",
        &[FACTOR, FILL_MODE, INTERPOLATION, SEED, FILL_VALUE, DATA_FORMAT],
        image,
        CHANGING,
    ),
    class(
        "RandomSaturation",
        "saturation changed at random",
        &[FACTOR, VALUE_RANGE, DATA_FORMAT, SEED],
        rgb,
        CHANGING,
    ),
    class(
        "RandomSharpness",
        "sharpness changed at random",
        &[FACTOR, VALUE_RANGE, DATA_FORMAT, SEED],
        image,
        CHANGING,
    ),
    class(
        "RandomShear",
        "images sheared at random",
        &[
            Parameter::optional(
                keys::X_FACTOR,
                Kind::Numbers,
                Default::Float(0.0),
                "horizontal shift",
            ),
            Parameter::optional(
                keys::Y_FACTOR,
                Kind::Numbers,
                Default::Float(0.0),
                "vertical shift",
            ),
            INTERPOLATION,
            FILL_MODE,
            FILL_VALUE,
            DATA_FORMAT,
            SEED,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomTranslation",
        "images moved at random",
        &[
            Parameter::required(
                keys::HEIGHT_FACTOR,
                Kind::Numbers,
                "vertical shift, relative to the height",
            ),
            Parameter::required(
                keys::WIDTH_FACTOR,
                Kind::Numbers,
                "horizontal shift, relative to the width",
            ),
            FILL_MODE,
            INTERPOLATION,
            SEED,
            FILL_VALUE,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "RandomZoom",
        "images zoomed at random",
        &[
            Parameter::required(keys::HEIGHT_FACTOR, Kind::Numbers, "height factor"),
            Parameter::optional(
                keys::WIDTH_FACTOR.or_none(),
                Kind::Numbers,
                Default::None,
                "width factor; defaults to the height factor",
            ),
            FILL_MODE,
            INTERPOLATION,
            SEED,
            FILL_VALUE,
            DATA_FORMAT,
        ],
        image,
        CHANGING,
    ),
    class(
        "Solarization",
        "values above a threshold inverted at random",
        &[
            Parameter::optional(
                keys::ADDITION_FACTOR,
                Kind::Numbers,
                Default::Float(0.0),
                "offset added first",
            ),
            Parameter::optional(
                keys::THRESHOLD_FACTOR,
                Kind::Numbers,
                Default::Float(0.0),
                "threshold",
            ),
            VALUE_RANGE,
            SEED,
        ],
        image,
        CHANGING,
    ),
];

const FACTOR: Parameter =
    Parameter::required(keys::FACTOR, Kind::Numbers, "strength of the change, or its range");

const VALUE_RANGE: Parameter = Parameter::optional(
    keys::VALUE_RANGE,
    Kind::Numbers,
    Default::Ints(&[0, 255]),
    "least and greatest value of the images",
);

pub(super) const SEED: Parameter =
    Parameter::optional(keys::SEED, Kind::INT, Default::None, "seed of the random numbers");

pub(super) const DATA_FORMAT: Parameter = Parameter::optional(
    keys::DATA_FORMAT,
    Kind::DataFormat,
    Default::DataFormat,
    "position of the channel axis, last or first",
)
.nullable();

const INTERPOLATION: Parameter = Parameter::optional(
    keys::INTERPOLATION,
    Kind::Word(&["bilinear", "nearest"]),
    Default::Word("bilinear"),
    "interpolation method",
);

const FILL_MODE: Parameter = Parameter::optional(
    keys::FILL_MODE,
    Kind::Word(&["reflect", "wrap", "constant", "nearest"]),
    Default::Word("reflect"),
    "fill mode outside the border",
);

const FILL_VALUE: Parameter = Parameter::optional(
    keys::FILL_VALUE,
    Kind::NUMBER,
    Default::Float(0.0),
    "value beyond the border, for `constant`",
);

/// Images that are changed in training.
const CHANGING: Facets = Facets { lower: lower::augmentation, ..DATA };

const fn class(
    name: &'static str,
    doc: &'static str,
    parameters: &'static [Parameter],
    rule: fn(&Call<'_>) -> Result<Inferred, Mistake>,
    facets: Facets,
) -> Class {
    Class::new(name, Family::Preprocessing, doc, parameters, rule, facets)
}

/// `[h, w, c]`, or `[c, h, w]`, to the same shape. Source: Keras, `BaseImagePreprocessingLayer`.
fn image(call: &Call<'_>) -> Result<Inferred, Mistake> {
    for (parameter, value) in call.args.iter() {
        if matches!(parameter.kind, Kind::Numbers) {
            check_range(call, parameter, value)?;
        }
    }
    Ok(Inferred::one(image_input(call)?.clone()))
}

/// As [`image`], of 3 channels: red, green and blue. Source: Keras, `rgb_to_hsv` and `rgb_to_grayscale`.
fn rgb(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let input = image_input(call)?;
    let channels = if call.channels_first() { input.first().cloned() } else { input.last() };
    match channels {
        Some(channels) if !channels.is_compatible(&Dim::Known(3)) => Err(call.wrong_input(
            0,
            format!("`{}` expects 3 channels, found {channels} in `{input}`", call.class.name),
        )),
        _ => image(call),
    }
}

/// The only input, an image.
pub(super) fn image_input<'a>(call: &Call<'a>) -> Result<&'a Shape, Mistake> {
    call.input_like(if call.channels_first() {
        "[channels, height, width]"
    } else {
        "[height, width, channels]"
    })
}

/// A range is two numbers; `value_range` goes upwards.
fn check_range(call: &Call<'_>, parameter: &Parameter, value: &Value) -> Result<(), Mistake> {
    let name = parameter.name;
    let is_value_range = name == keys::VALUE_RANGE.name();
    let expected = match (value.items(), is_value_range) {
        (Some([low, high]), true) if number(low) >= number(high) => "a low and a higher number",
        (Some([_, _]), _) | (None, false) => return Ok(()),
        (_, true) => "two numbers",
        (_, false) => "a number or two",
    };
    Err(call.at(
        parameter,
        format!("`{name}` of `{}` expects {expected}, found `{value}`", call.class.name),
    ))
}
