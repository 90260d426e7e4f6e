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

/// The weights of all rows, one after the other, each made of one of `kinds`.
#[must_use]
pub const fn weights<const N: usize>(rows: &[WeightRow; N], kinds: &[Weight]) -> [Weight; N] {
    let mut weights = [Weight::new("", "", &[], false, crate::spec::DType::Float32); N];
    let mut row = 0;
    while row < N {
        let [kind, offset] = rows[row];
        weights[row] = kinds[kind as usize];
        weights[row].offset = size(offset);
        row += 1;
    }
    weights
}

/// The inputs of all rows, one after the other.
#[must_use]
pub const fn inputs<const N: usize>(rows: &[InputRow; N], texts: &[&'static str]) -> [Input; N] {
    let mut inputs = [Input::new("", 0, 0); N];
    let mut row = 0;
    while row < N {
        let [layer, call, output] = rows[row];
        inputs[row] = Input::new(texts[layer as usize], call as usize, output as usize);
        row += 1;
    }
    inputs
}

/// The layers.
#[must_use]
pub const fn layers<const N: usize>(rows: &[LayerRow; N], parts: Parts) -> [Layer; N] {
    let mut layers = [Layer::new("", "", &[], 0, 0, &[], &[], true, false, &[]); N];
    let Parts {
        texts,
        shapes,
        fields,
        windows,
        weights: mut weights_left,
        inputs: mut inputs_left,
        nested,
    } = parts;
    let mut row = 0;
    while row < N {
        let [
            name,
            class,
            outputs,
            params,
            trainable,
            weights,
            inputs,
            bits,
            macs,
            flops,
            bytes,
            field,
            window,
            inside,
        ] = rows[row];
        let layer = &mut layers[row];
        layer.name = texts[name as usize];
        layer.class = texts[class as usize];
        layer.output_shapes = shapes[outputs as usize];
        layer.params = size(params);
        layer.trainable_params = size(trainable);
        (layer.weights, weights_left) = weights_left.split_at(weights as usize);
        (layer.inputs, inputs_left) = inputs_left.split_at(inputs as usize);
        layer.trainable = bits & flags::TRAINABLE != 0;
        layer.shapes_differ = bits & flags::SHAPES_DIFFER != 0;
        layer.macs = if bits & flags::MACS != 0 { Some(macs) } else { None };
        layer.flops = if bits & flags::FLOPS != 0 { Some(flops) } else { None };
        layer.activation_bytes = if bits & flags::BYTES != 0 { Some(size(bytes)) } else { None };
        if field > 0 {
            layer.receptive_field = Some(fields[field as usize - 1]);
        }
        if window > 0 {
            layer.window = windows[window as usize - 1];
        }
        if inside > 0 {
            layer.layers = nested[inside as usize - 1];
        }
        row += 1;
    }
    layers
}

/// The places of the activations.
#[must_use]
pub const fn activations<const N: usize>(
    rows: &[ActivationRow; N],
    texts: &[&'static str],
) -> [Activation; N] {
    let mut activations = [Activation::new("", [0; 2], [0; 2], [0; 2]); N];
    let mut row = 0;
    while row < N {
        let [layer, call, output, offset, bytes, first, last] = rows[row];
        activations[row] = Activation::new(
            texts[layer as usize],
            [call as usize, output as usize],
            [size(offset), size(bytes)],
            [first as usize, last as usize],
        );
        row += 1;
    }
    activations
}

/// A count on the target, where that may have fewer bits than here.
const fn size(count: u64) -> usize {
    assert!(
        count as usize as u64 == count,
        "a count of this model does not fit a `usize` of the target"
    );
    count as usize
}
