//! Data with spatial axes and one axis of channels: sequences, images, volumes.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::call::{Call, Fix, Mistake};
use super::keys;
use crate::dim::{Dim, DimError};
use crate::shape::Shape;
use crate::value::Value;

/// An input with spatial axes and one axis of channels, in the order of the layer's `data_format`.
#[derive(Clone, Debug)]
pub(super) struct Spatial<'a> {
    /// Sizes of the spatial axes.
    pub(super) sizes: Vec<Dim>,
    /// Size of the axis of channels.
    pub(super) channels: Dim,
    input: &'a Shape,
    channels_first: bool,
}

impl<'a> Spatial<'a> {
    /// The only input of a call, which must have `rank` spatial axes and the axis of channels.
    pub(super) fn of(call: &Call<'a>, rank: usize) -> Result<Self, Mistake> {
        let channels_first = call.channels_first();
        let input = call
            .input_like(axes(rank, channels_first))
            .map_err(|mistake| without_channels(call, rank, mistake))?;
        let (channels, sizes) = if channels_first {
            input.split_first().map(|(channels, sizes)| (channels.clone(), sizes.to_vec()))
        } else {
            input.split_last().map(|(channels, sizes)| (channels.clone(), sizes.to_vec()))
        }
        .ok_or(DimError::NoAxis)?;
        Ok(Self { sizes, channels, input, channels_first })
    }

    /// The number of channels, which must be known since a weight has it.
    pub(super) fn known_channels(&self, call: &Call<'_>) -> Result<usize, Mistake> {
        let index = if self.channels_first { 0 } else { self.sizes.len() };
        call.known(self.input, index, "the axis of channels")
    }

    /// A shape of the same order with these sizes.
    pub(super) fn shape(
        &self,
        sizes: impl IntoIterator<Item = Dim>,
        channels: impl Into<Dim>,
    ) -> Shape {
        let mut dims: Vec<Dim> = sizes.into_iter().collect();
        let index = if self.channels_first { 0 } else { dims.len() };
        dims.insert(index, channels.into());
        Shape::new(dims)
    }

    /// Proposes the other `data_format` where the sizes look like it: few channels on the other end.
    pub(super) fn or_with_other_format(&self, mistake: Mistake) -> Mistake {
        let few = |dim: Option<&Dim>| dim.is_some_and(|dim| matches!(dim.known(), Some(1..=4)));
        let (other_end, other) = if self.channels_first {
            (self.sizes.last(), "channels_last")
        } else {
            (self.sizes.first(), "channels_first")
        };
        if few(other_end) && !few(Some(&self.channels)) {
            // Before the other fixes: where the axes are mixed up, they mend the wrong thing.
            let mut mistake = mistake;
            mistake.fixes.insert(
                0,
                Fix { argument: keys::DATA_FORMAT.into(), value: Value::Word(other.into()) },
            );
            mistake
        } else {
            mistake
        }
    }
}

/// Names of the axes of data with `rank` spatial axes.
fn axes(rank: usize, channels_first: bool) -> &'static str {
    match (rank, channels_first) {
        (1, false) => "[steps, channels]",
        (1, true) => "[channels, steps]",
        (2, false) => "[height, width, channels]",
        (2, true) => "[channels, height, width]",
        (_, false) => "[depth, height, width, channels]",
        (_, true) => "[channels, depth, height, width]",
    }
}

/// Proposes the missing axis of channels where that is what is wrong, and with it the layer fits.
fn without_channels(call: &Call<'_>, rank: usize, mistake: Mistake) -> Mistake {
    let [input] = call.inputs else { return mistake };
    if input.rank() != rank || input.iter().any(|dim| dim.known().is_none()) {
        return mistake;
    }
    let mut dims = input.to_vec();
    dims.insert(if call.channels_first() { 0 } else { rank }, Dim::Known(1));
    let with_channels = Shape::new(dims);
    let retry = Call { inputs: core::slice::from_ref(&with_channels), ..*call };
    if (call.class.rule)(&retry).is_err() {
        return mistake;
    }
    mistake.help(format!("`Reshape({with_channels})` before it adds an axis of 1 channel"))
}

/// Sizes as they are spoken of: `3x5`.
pub(super) fn by(sizes: &[usize]) -> String {
    sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join("x")
}
