//! Operations of normalizations.

use crate::layers::call::{Call, Mistake};
use crate::layers::lower::{Found, numbers};
use crate::plan::operation::{
    BatchNormalization, FeatureNormalization, GroupNormalization, LayerNormalization, Operation,
    RmsNormalization, UnitNormalization,
};
use crate::plan::value::Axes;

pub(super) fn batch<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let renorm = call.flag("renorm");
    Ok(Operation::BatchNormalization(BatchNormalization {
        axis: call.axis("axis", call.input()?)?.index,
        epsilon: call.number("epsilon")?,
        gamma: call.flag("scale"),
        beta: call.flag("center"),
        momentum: call.number("momentum")?,
        renorm_momentum: if renorm { Some(call.number("renorm_momentum")?) } else { None },
        synchronized: call.flag("synchronized"),
    }))
}

pub(super) fn layer<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let rms_scaling = call.flag("rms_scaling");
    Ok(Operation::LayerNormalization(LayerNormalization {
        axes: axes(call)?,
        epsilon: call.number("epsilon")?,
        gamma: call.flag("scale") || rms_scaling,
        beta: call.flag("center") && !rms_scaling,
        rms_scaling,
    }))
}

/// With -1 groups, each channel is a group.
pub(super) fn group<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let input = call.input()?;
    let axis = call.axis("axis", input)?;
    Ok(Operation::GroupNormalization(GroupNormalization {
        axis: axis.index,
        groups: match usize::try_from(call.int("groups")?) {
            Ok(groups) => groups,
            Err(_) => call.known_axis(axis, input)?,
        },
        epsilon: call.number("epsilon")?,
        gamma: call.flag("scale"),
        beta: call.flag("center"),
    }))
}

pub(super) fn rms<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let epsilon = call.number("epsilon")?;
    Ok(Operation::RmsNormalization(RmsNormalization { axes: axes(call)?, epsilon }))
}

pub(super) fn unit<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    Ok(Operation::UnitNormalization(UnitNormalization { axes: axes(call)? }))
}

pub(super) fn features<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let numbers = |name| numbers(call, name, found.scratch);
    let given = match call.has("mean") {
        true => Some((numbers("mean")?, numbers("variance")?)),
        false => None,
    };
    let (axes, invert) = (axes(call)?, call.flag("invert"));
    Ok(Operation::FeatureNormalization(FeatureNormalization { axes, given, invert }))
}

/// The axes of `axis`.
fn axes(call: &Call<'_>) -> Result<Axes, Mistake> {
    Ok(call.axes("axis", call.input()?)?.iter().map(|axis| axis.index).collect())
}
