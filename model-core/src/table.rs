//! How generated code writes a model down: tables of plain numbers, which the compiler reads many times faster than
//! calls and structures, and constant functions that make layers of them.
//!
//! Numbers are `u64`, so that they are the same for every target; texts, shapes and weights that come again are
//! numbered. All of this is for generated code.

use crate::spec::{Activation, Dim, Input, Layer, ReceptiveField, Weight};

/// Shapes of the outputs of one layer.
pub type Shapes = &'static [&'static [Dim]];

/// Which text names the layer, which call of it, and which output.
pub type InputRow = [u64; 3];

/// Which weight it is but for its place, and the place.
pub type WeightRow = [u64; 2];

/// Which texts are name and class, which shapes the outputs have, the parameters and those that training changes, how
/// many weights and how many inputs, the [flags](flags), MACs, FLOPs and bytes of the outputs; then which receptive field,
/// which window, and which table of rows inside, where there is one, counted from 1.
pub type LayerRow = [u64; 14];

/// Which text names the layer, the call, the output, offset, bytes, first and last step.
pub type ActivationRow = [u64; 7];

/// Bits of a [`LayerRow`].
pub mod flags {
    /// The layer is trainable.
    pub const TRAINABLE: u64 = 1;
    /// Its calls give different shapes.
    pub const SHAPES_DIFFER: u64 = 2;
    /// Its MACs are known.
    pub const MACS: u64 = 4;
    /// Its FLOPs are known.
    pub const FLOPS: u64 = 8;
    /// The bytes of its outputs are known.
    pub const BYTES: u64 = 16;
}

/// What the numbers of a [`LayerRow`] stand for.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Every text, once.
    pub texts: &'static [&'static str],
    /// The outputs of layers, each list of shapes once.
    pub shapes: &'static [Shapes],
    /// Receptive fields, each once.
    pub fields: &'static [&'static [ReceptiveField]],
    /// Windows of pooling layers, each once.
    pub windows: &'static [&'static [usize]],
    /// The weights of all rows, one after the other.
    pub weights: &'static [Weight],
    /// The inputs of all rows, one after the other.
    pub inputs: &'static [Input],
    /// The rows inside nested models.
    pub nested: &'static [&'static [Layer]],
}

/// How many rows are made before they are put into their table.
const BLOCK: usize = 32;

/// A table of `N` values of a function of the row's number, for which a constant closure would do if Rust had them.
///
/// The compiler keeps the addresses in a value in one sorted list, and moves the rest of it at each address that is
/// written over. So rows are made in small blocks, and a block is put into the table at once: a table of 10,000 rows takes
/// ten times as long as one of 1,000, and not a hundred times.
macro_rules! table {
    ($empty:expr, |$row:ident| $value:expr) => {{
        let empty = $empty;
        let mut table = [empty; N];
        let mut start = 0;
        while start < N {
            let length = if N - start < BLOCK { N - start } else { BLOCK };
            let mut block = [empty; BLOCK];
            let mut $row = start;
            while $row < start + length {
                block[$row - start] = $value;
                $row += 1;
            }
            let place = table.split_at_mut(start).1.split_at_mut(length).0;
            place.copy_from_slice(block.split_at(length).0);
            start += length;
        }
        table
    }};
}

/// The weights of all rows, one after the other, each made of one of `kinds`.
#[must_use]
pub const fn weights<const N: usize>(rows: &[WeightRow; N], kinds: &[Weight]) -> [Weight; N] {
    table!(Weight::new("", "", &[], false, crate::spec::DType::Float32), |row| {
        let [kind, offset] = rows[row];
        let mut weight = kinds[kind as usize];
        must_fit(offset);
        weight.offset = offset as usize;
        weight
    })
}

/// The inputs of all rows, one after the other.
#[must_use]
pub const fn inputs<const N: usize>(rows: &[InputRow; N], texts: &[&'static str]) -> [Input; N] {
    table!(Input::new("", 0, 0), |row| {
        let [layer, call, output] = rows[row];
        Input::new(texts[layer as usize], call as usize, output as usize)
    })
}

/// The layers.
#[must_use]
pub const fn layers<const N: usize>(rows: &[LayerRow; N], parts: Parts) -> [Layer; N] {
    let Parts { texts, shapes, fields, windows, nested, .. } = parts;
    let (mut weights_left, mut inputs_left) = (parts.weights, parts.inputs);
    table!(Layer::new("", "", &[], 0, 0, &[], &[], true, false, &[]), |row| {
        let [
            name,
            class,
            outputs,
            params,
            trainable,
            weights_of,
            inputs_of,
            bits,
            macs,
            flops,
            bytes,
            field,
            window,
            inside,
        ] = rows[row];
        must_fit(params | trainable | bytes);
        // Each call costs the compiler far more than a comparison.
        let mut weights: &[Weight] = &[];
        if weights_of > 0 {
            (weights, weights_left) = weights_left.split_at(weights_of as usize);
        }
        let mut inputs: &[Input] = &[];
        if inputs_of > 0 {
            (inputs, inputs_left) = inputs_left.split_at(inputs_of as usize);
        }
        Layer {
            name: texts[name as usize],
            class: texts[class as usize],
            output_shapes: shapes[outputs as usize],
            params: params as usize,
            trainable_params: trainable as usize,
            weights,
            inputs,
            trainable: bits & flags::TRAINABLE != 0,
            shapes_differ: bits & flags::SHAPES_DIFFER != 0,
            layers: if inside > 0 { nested[inside as usize - 1] } else { &[] },
            macs: if bits & flags::MACS != 0 { Some(macs) } else { None },
            flops: if bits & flags::FLOPS != 0 { Some(flops) } else { None },
            activation_bytes: if bits & flags::BYTES != 0 { Some(bytes as usize) } else { None },
            receptive_field: if field > 0 { Some(fields[field as usize - 1]) } else { None },
            window: if window > 0 { windows[window as usize - 1] } else { &[] },
        }
    })
}

/// The places of the activations.
#[must_use]
pub const fn activations<const N: usize>(
    rows: &[ActivationRow; N],
    texts: &[&'static str],
) -> [Activation; N] {
    table!(Activation::new("", [0; 2], [0; 2], [0; 2]), |row| {
        let [layer, call, output, offset, bytes, first, last] = rows[row];
        must_fit(offset | bytes);
        Activation::new(
            texts[layer as usize],
            [call as usize, output as usize],
            [offset as usize, bytes as usize],
            [first as usize, last as usize],
        )
    })
}

/// Counts, of which these are all bits, may be too large for a target with fewer bits than the compiler's machine.
const fn must_fit(counts: u64) {
    assert!(
        counts as usize as u64 == counts,
        "a count of this model does not fit a `usize` of the target"
    );
}
