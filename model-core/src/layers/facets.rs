//! Facts about a class beyond its arguments and its rule.

use super::call::Call;
use super::lower::Lower;
use super::sight::Sight;
use crate::plan::value::Initializer;

/// Facts about a class for passes over a model.
///
/// Every field is required. Families have constants for what their classes share.
#[derive(Clone, Copy, Debug)]
pub struct Facets {
    /// Counting of its FLOPs, in words; empty for a class that has none.
    pub flops: &'static str,
    /// Number of inputs that it takes.
    pub arity: Arity,
    /// Places of the input's axes in the output.
    pub axes: Axes,
    /// Elements of the input that an element of the output depends on.
    pub(crate) sight: fn(&Call<'_>) -> Sight,
    /// `true` where the output may take the place of an input of as many bytes: every element of the output depends on the
    /// element at its place, and on sums that are known before the first is written.
    pub in_place: bool,
    /// Owner of its weights.
    pub weights: Owner,
    /// Shape that the column "Kernel" of a table shows.
    pub kernel: Kernel,
    /// Part that it has in running over time.
    pub recurrence: Recurrence,
    /// Initializers of weights that no argument is for, by the names of the weights: Keras's of `add_weight`. Of other weights, it
    /// is Glorot's.
    pub fixed: &'static [(&'static str, Initializer)],
    /// The operation of one call, in a plan.
    pub lower: Lower,
}

/// Number of inputs that a class takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// One, or a fixed order of some, such as query and value.
    Fixed,
    /// Any number, which it combines. It does nothing to one.
    Merging,
}

/// Places of the axes of the first input in the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axes {
    /// Each axis stays at its place.
    Kept,
    /// Each axis stays at its place, and one is taken for that of the channels: the last, if `axis` does not say otherwise.
    Channels,
    /// Each axis but the last stays at its place.
    Rows,
    /// One axis is made of all.
    Joined,
    /// Axes move, go or come.
    Moved,
}

impl Axes {
    /// `true` where each axis of the output is the one at its place in the first input.
    #[must_use]
    pub fn are_kept(self) -> bool {
        matches!(self, Self::Kept | Self::Channels)
    }
}

/// Owner of the weights of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The layer itself.
    Layer,
    /// Layers inside it, which its `trainable` does not reach.
    Inside,
}

/// Shape that the column "Kernel" of a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// None.
    None,
    /// That of its first kernel or embeddings.
    Weight,
    /// The window of a pooling layer.
    Window,
}

/// Part of a class in running over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// None.
    None,
    /// One step.
    Cell,
    /// All steps; of a class with a fixed cell, the class of that cell.
    Layer(Option<&'static str>),
}
