//! Operations of normalizations.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, numbers};
use crate::plan::operation::{
    BatchNormalization, FeatureNormalization, GroupNormalization, LayerNormalization, Operation,
    RmsNormalization, UnitNormalization,
};
use crate::plan::value::Axes;

pub(super) fn batch<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let renorm = call.get(keys::RENORM)?;
    Ok(Operation::BatchNormalization(BatchNormalization {
        axis: call.axis(keys::AXIS, call.input()?)?.index,
        epsilon: call.get(keys::EPSILON)?,
        gamma: call.get(keys::SCALE)?,
        beta: call.get(keys::CENTER)?,
        momentum: call.get(keys::MOMENTUM)?,
        renorm_momentum: if renorm { Some(call.get(keys::RENORM_MOMENTUM)?) } else { None },
        synchronized: call.get(keys::SYNCHRONIZED)?,
    }))
}

pub(super) fn layer<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let rms_scaling = call.get(keys::RMS_SCALING)?;
    Ok(Operation::LayerNormalization(LayerNormalization {
        axes: axes(call)?,
        epsilon: call.get(keys::EPSILON)?,
        gamma: call.get(keys::SCALE)? || rms_scaling,
        beta: call.get(keys::CENTER)? && !rms_scaling,
        rms_scaling,
    }))
}

/// With -1 groups, each channel is a group.
pub(super) fn group<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let input = call.input()?;
    let axis = call.axis(keys::AXIS, input)?;
    Ok(Operation::GroupNormalization(GroupNormalization {
        axis: axis.index,
        groups: match usize::try_from(call.get(keys::NORMALIZED_GROUPS)?) {
            Ok(groups) => groups,
            Err(_) => call.known_axis(axis, input)?,
        },
        epsilon: call.get(keys::EPSILON)?,
        gamma: call.get(keys::SCALE)?,
        beta: call.get(keys::CENTER)?,
    }))
}

pub(super) fn rms<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let epsilon = call.get(keys::EPSILON)?;
    Ok(Operation::RmsNormalization(RmsNormalization { axes: axes(call)?, epsilon }))
}

pub(super) fn unit<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::UnitNormalization(UnitNormalization { axes: axes(call)? }))
}

pub(super) fn features<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let given = match (call.get(keys::MEAN)?, call.get(keys::VARIANCE)?) {
        (Some(mean), Some(variance)) => {
            Some((numbers(mean, found.scratch), numbers(variance, found.scratch)))
        }
        _ => None,
    };
    let (axes, invert) = (features_of(call)?, call.get(keys::INVERT)?);
    Ok(Operation::FeatureNormalization(FeatureNormalization { axes, given, invert }))
}

/// The axes of `axis`.
fn axes(call: &Call<'_>) -> Result<Axes, Mistake> {
    Ok(call.axes(keys::AXES, call.input()?)?.iter().map(|axis| axis.index).collect())
}

/// The axes of features; none for `None`.
fn features_of(call: &Call<'_>) -> Result<Axes, Mistake> {
    match call.get(keys::AXES.or_none())? {
        Some(_) => axes(call),
        None => Ok(Axes::NONE),
    }
}
