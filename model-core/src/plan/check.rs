//! Reading everything that an operation has inside, for bytes that are not trusted.

use super::block::Block;
use super::code::{Code, Damaged, List};
use super::operation::Operation;
use super::value::{Argument, Value};

/// Most operations and values that may be inside each other.
const DEPTH_LIMIT: usize = 64;

impl Operation<'_> {
    /// Reads all lists and blocks inside.
    pub(super) fn check(&self, depth: usize) -> Result<(), Damaged> {
        if depth > DEPTH_LIMIT {
            return Err(Damaged);
        }
        match self {
            Self::Opaque(it) => arguments(it.arguments, depth),
            Self::ImageFilter(it) => arguments(it.arguments, depth),
            Self::Augmentation(it) => arguments(it.arguments, depth),
            Self::Transpose(it) => list(it.axes),
            Self::MultiHeadAttention(it) => list(it.axes),
            Self::Slice(it) => list(it.taken),
            Self::Rescaling(it) => list(it.scale).and_then(|()| list(it.offset)),
            Self::Discretization(it) => list(it.boundaries),
            Self::FeatureNormalization(it) => match it.given {
                Some((mean, variance)) => list(mean).and_then(|()| list(variance)),
                None => Ok(()),
            },
            Self::Hashing(it) => value(it.mask_value, depth).and_then(|()| value(it.salt, depth)),
            Self::Lookup(it) => lookup(it, depth),
            Self::TextVectorization(it) => list(it.ngrams).and_then(|()| lookup(&it.lookup, depth)),
            Self::Rnn(it) => block(&it.cells, depth),
            Self::StackedCells(it) => block(&it.cells, depth),
            Self::Bidirectional(it) => {
                block(&it.forward, depth).and_then(|()| block(&it.backward, depth))
            }
            Self::TimeDistributed(it) => block(&it.layer, depth),
            Self::SpectralNormalization(it) => block(&it.layer, depth),
            Self::Pipeline(it) => block(&it.layers, depth),
            _ => Ok(()),
        }
    }
}

fn lookup(lookup: &super::operation::Lookup<'_>, depth: usize) -> Result<(), Damaged> {
    list(lookup.idf_weights)?;
    [lookup.vocabulary, lookup.mask_token, lookup.oov_token]
        .into_iter()
        .try_for_each(|it| value(it, depth))
}

fn block(block: &Block<'_>, depth: usize) -> Result<(), Damaged> {
    list(block.tensors)?;
    block.tensors.iter().try_for_each(|tensor| list(tensor.shape))?;
    list(block.calls)?;
    list(block.outputs)?;
    let mut tensors = block.inputs;
    for call in block.calls {
        list(call.inputs)?;
        list(call.weights)?;
        if call.inputs.iter().any(|input| input >= tensors) {
            return Err(Damaged);
        }
        tensors = tensors.checked_add(call.outputs).ok_or(Damaged)?;
        call.operation.check(depth + 1)?;
    }
    let is_made = block.outputs.iter().all(|output| output < tensors);
    if is_made && tensors == block.tensors.len() { Ok(()) } else { Err(Damaged) }
}

fn arguments(arguments: List<'_, Argument<'_>>, depth: usize) -> Result<(), Damaged> {
    list(arguments)?;
    arguments.iter().try_for_each(|argument| value(argument.value, depth))
}

fn value(it: Value<'_>, depth: usize) -> Result<(), Damaged> {
    let Value::List(items) = it else { return Ok(()) };
    if depth > DEPTH_LIMIT {
        return Err(Damaged);
    }
    list(items)?;
    items.iter().try_for_each(|item| value(item, depth + 1))
}

/// Checks that a list has its declared length.
pub(super) fn list<'a, T: Code<'a>>(list: List<'a, T>) -> Result<(), Damaged> {
    if list.iter().count() == list.len() { Ok(()) } else { Err(Damaged) }
}
