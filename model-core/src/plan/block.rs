//! Calls inside a step: what a wrapper runs.

use super::code::{List, record};
use super::operation::Operation;
use super::value::AxisSize;
use crate::spec::DType;

record! {
    /// Calls inside a step, in the order in which they run. They have tensors and weights of their own numbering: tensors are
    /// numbered within the block, first its inputs, then the outputs of each call; weights within those of the step or the
    /// call that the block belongs to.
    pub struct Block<'a> {
        /// Number of tensors that are inputs of the block.
        pub inputs: usize,
        /// All tensors: inputs, then outputs of the calls.
        pub tensors: List<'a, InnerTensor<'a>>,
        /// The calls.
        pub calls: List<'a, InnerCall<'a>>,
        /// Tensors that are the outputs of the block.
        pub outputs: List<'a, usize>,
    }
}

record! {
    /// A tensor inside a step.
    pub struct InnerTensor<'a> {
        /// Sizes of its axes, without the batch.
        pub shape: List<'a, AxisSize<'a>>,
        /// Element type.
        pub dtype: DType,
    }
}

record! {
    /// A call inside a step.
    pub struct InnerCall<'a> {
        /// Name of the layer.
        pub name: &'a str,
        /// Keras's class of the layer.
        pub class: &'a str,
        /// Computation.
        pub operation: Operation<'a>,
        /// Tensors of the block that it reads.
        pub inputs: List<'a, usize>,
        /// Number of tensors that it makes, which are the next ones of the block.
        pub outputs: usize,
        /// Its weights, by their number within those around the block.
        pub weights: List<'a, usize>,
    }
}
