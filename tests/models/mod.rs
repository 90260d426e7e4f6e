//! Models that are compared with Keras, by the names of their golden files.
//!
//! Networks of `keras.applications` are the examples themselves.

#![allow(dead_code)] // each test, and each example in it, uses a part of this

use modelwright::{Model, Plan, Spec, Summary};

#[path = "../../examples/convnext_tiny.rs"]
mod convnext_tiny;
#[path = "../../examples/densenet121.rs"]
mod densenet121;
#[path = "../../examples/efficientnet_b0.rs"]
pub(crate) mod efficientnet_b0;
#[path = "../../examples/inception_v3.rs"]
mod inception_v3;
mod keras2;
#[path = "../../examples/mobilenet.rs"]
mod mobilenet;
#[path = "../../examples/mobilenet_v2.rs"]
pub(crate) mod mobilenet_v2;
#[path = "../../examples/resnet.rs"]
pub(crate) mod resnet;
mod small;
#[path = "../../examples/vgg16.rs"]
mod vgg16;

use self::convnext_tiny::ConvNeXtTiny;
use self::densenet121::DenseNet121;
use self::efficientnet_b0::EfficientNetB0;
use self::inception_v3::InceptionV3;
use self::mobilenet::MobileNet;
use self::mobilenet_v2::MobileNetV2;
use self::resnet::ResNet50;
use self::small::*;
use self::vgg16::VGG16;

/// A model and the name of its golden files.
pub(crate) type Named = (&'static str, &'static Spec, Summary, Plan);

/// Models of `tests/golden/models`.
pub(crate) const KERAS_3: &[Named] = &[
    ("ConvNeXtTiny", ConvNeXtTiny::SPEC, ConvNeXtTiny::summary(), ConvNeXtTiny::PLAN),
    ("DenseNet121", DenseNet121::SPEC, DenseNet121::summary(), DenseNet121::PLAN),
    ("EfficientNetB0", EfficientNetB0::SPEC, EfficientNetB0::summary(), EfficientNetB0::PLAN),
    ("InceptionV3", InceptionV3::SPEC, InceptionV3::summary(), InceptionV3::PLAN),
    ("MobileNet", MobileNet::SPEC, MobileNet::summary(), MobileNet::PLAN),
    ("MobileNetV2", MobileNetV2::SPEC, MobileNetV2::summary(), MobileNetV2::PLAN),
    ("ResNet50", ResNet50::SPEC, ResNet50::summary(), ResNet50::PLAN),
    ("SEED", Seed::SPEC, Seed::summary(), Seed::PLAN),
    ("VGG16", VGG16::SPEC, VGG16::summary(), VGG16::PLAN),
    ("bidir_none_merge", BidirNoneMerge::SPEC, BidirNoneMerge::summary(), BidirNoneMerge::PLAN),
    ("channels_first", ChannelsFirst::SPEC, ChannelsFirst::summary(), ChannelsFirst::PLAN),
    ("convlstm_video", ConvlstmVideo::SPEC, ConvlstmVideo::summary(), ConvlstmVideo::PLAN),
    ("frozen_part", FrozenPart::SPEC, FrozenPart::summary(), FrozenPart::PLAN),
    ("half_precision", HalfPrecision::SPEC, HalfPrecision::summary(), HalfPrecision::PLAN),
    ("long_names", LongNames::SPEC, LongNames::summary(), LongNames::PLAN),
    ("lstm_return_state", LstmReturnState::SPEC, LstmReturnState::summary(), LstmReturnState::PLAN),
    ("lstm_text", LstmText::SPEC, LstmText::summary(), LstmText::PLAN),
    ("mlp_named", MlpNamed::SPEC, MlpNamed::summary(), MlpNamed::PLAN),
    ("mnist_cnn", MnistCnn::SPEC, MnistCnn::summary(), MnistCnn::PLAN),
    ("multi_io", MultiIo::SPEC, MultiIo::summary(), MultiIo::PLAN),
    (
        "nested_functional",
        NestedFunctional::SPEC,
        NestedFunctional::summary(),
        NestedFunctional::PLAN,
    ),
    ("nested_two_levels", NestedTwoLevels::SPEC, NestedTwoLevels::summary(), NestedTwoLevels::PLAN),
    ("none_dims", NoneDims::SPEC, NoneDims::summary(), NoneDims::PLAN),
    ("residual_block", ResidualBlock::SPEC, ResidualBlock::summary(), ResidualBlock::PLAN),
    ("seed_functional", Seed::SPEC, Seed::summary(), Seed::PLAN),
    ("seed_sequential", SeedSequential::SPEC, SeedSequential::summary(), SeedSequential::PLAN),
    ("shared_dense_sequential_like", SharedDense::SPEC, SharedDense::summary(), SharedDense::PLAN),
    ("siamese_shared", SiameseShared::SPEC, SiameseShared::summary(), SiameseShared::PLAN),
    (
        "time_distributed_cnn",
        TimeDistributedCnn::SPEC,
        TimeDistributedCnn::summary(),
        TimeDistributedCnn::PLAN,
    ),
    (
        "transformer_block",
        TransformerBlock::SPEC,
        TransformerBlock::summary(),
        TransformerBlock::PLAN,
    ),
    ("unet_small", UnetSmall::SPEC, UnetSmall::summary(), UnetSmall::PLAN),
];

/// Models of `tests/golden/keras2`.
pub(crate) const KERAS_2: &[Named] = &[
    ("long_names", keras2::LongNames::SPEC, keras2::LongNames::summary(), keras2::LongNames::PLAN),
    ("multi_io", keras2::MultiIo::SPEC, keras2::MultiIo::summary(), keras2::MultiIo::PLAN),
    (
        "nested_two_levels",
        keras2::NestedTwoLevels::SPEC,
        keras2::NestedTwoLevels::summary(),
        keras2::NestedTwoLevels::PLAN,
    ),
    ("seed_functional", keras2::Seed::SPEC, keras2::Seed::summary(), keras2::Seed::PLAN),
    ("seed_sequential", SeedSequential::SPEC, SeedSequential::summary(), SeedSequential::PLAN),
];
