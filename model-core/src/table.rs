//! Representation of a model in generated code: flat lists of plain numbers, which the compiler reads many times faster than
//! calls and structures, and constant functions that make layers of them.
//!
//! Numbers are `u64`, so that they are the same for every target, and conversions to `usize` lose nothing since generated
//! code has checked the largest of them, with [`fit`](crate::fit::fit()). What comes again is numbered. A layer is a kind, of which
//! there are few in a deep model, and what it has of its own. All of this is for generated code.

use crate::attributes::Attributes;
use crate::packed::number;
use crate::spec::{ArenaSlot, DType, Dim, Input, Layer, Ratio, ReceptiveField, Spec, Weight};

/// Shapes of the outputs of one layer.
pub type Shapes = &'static [&'static [Dim]];

/// Indices of name, path, shape and dtype, and the trainable flag.
pub type VariableRow = [u64; 5];

/// Facts shared by layers of a kind: indices of the class name and the output shapes, parameters and trainable
/// parameters, the [flags], MACs, FLOPs and bytes of the outputs; then the offset of the arguments and the index of the
/// layers inside, counted from 1, if there are any.
pub type KindRow<N = u64> = [N; 10];

/// Facts of a single layer: indices of its name, kind and receptive field, and its numbers of weights and inputs.
pub type LayerRow = [u64; 5];

/// Index of the variable, and its offset.
pub type WeightRow<N = u64> = [N; 2];

/// Index of the layer's name, its row counted from 1, or 0 without a row, and above [`CALL`] the call, below
/// which output.
pub type InputRow = [u64; 3];

/// Factor of the call in an [`InputRow`]. Nearly all inputs are output 0 of call 0, which is one number.
pub const CALL: u64 = 1 << 32;

/// The size, and the numerators and denominators of stride and offset.
pub type AxisRow = [i64; 5];

/// Bits of a [`KindRow`].
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

/// Parts that numbers refer to.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Every text.
    pub texts: &'static [&'static str],
    /// The outputs of layers.
    pub shapes: &'static [Shapes],
    /// Arguments of layers.
    pub attributes: &'static [u8],
    /// Shapes of variables.
    pub sizes: &'static [&'static [usize]],
}

/// The lists that all layers have one of, such as their weights: apart by their lengths, since the compiler reads an array
/// as a list in no time, and takes longer to cut a part from a list than for the rest of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Lists<T: 'static> {
    one: &'static [[T; 1]],
    two: &'static [[T; 2]],
    three: &'static [[T; 3]],
    four: &'static [[T; 4]],
    more: &'static [T],
}

impl<T> Lists<T> {
    /// The items of lists of one, of two, three and four, and of longer lists.
    #[must_use]
    pub const fn new([one, two, three, four, more]: [&'static [T]; 5]) -> Self {
        Self {
            one: one.as_chunks().0,
            two: two.as_chunks().0,
            three: three.as_chunks().0,
            four: four.as_chunks().0,
            more,
        }
    }
}

/// Number of values per block of a table.
const BLOCK: usize = 64;

/// A table of `N` values, for which a constant closure would do if Rust had them.
///
/// The compiler keeps the addresses in a value in one sorted list, and moves the rest of it at each address that is
/// written over. So values are made in blocks, and a block is put into the table at once: a table of 10,000 takes ten
/// times as long as one of 1,000, and not a hundred times.
macro_rules! table {
    ($empty:expr, $value:expr) => {{
        let empty = $empty;
        let mut table = [empty; N];
        let (mut blocks, mut last) = table.as_chunks_mut();
        while let [place, others @ ..] = blocks {
            let mut block = [empty; BLOCK];
            let mut row = 0;
            while row < BLOCK {
                block[row] = $value;
                row += 1;
            }
            *place = block;
            blocks = others;
        }
        while let [place, others @ ..] = last {
            *place = $value;
            last = others;
        }
        table
    }};
}

/// Takes the next numbers of a list.
macro_rules! next {
    ($list:ident, [$($name:ident),+]) => {
        let [$($name,)+ ref rest @ ..] = *$list else { panic!("a list of this model is too short") };
        $list = rest;
    };
}

/// Takes the next of these lists, which is this long.
macro_rules! take {
    ($lists:ident, $length:expr) => {{
        let list: &'static [_] = match $length {
            0 => &[],
            1 => take!(@ $lists.one),
            2 => take!(@ $lists.two),
            3 => take!(@ $lists.three),
            4 => take!(@ $lists.four),
            length => {
                let (list, rest) = $lists.more.split_at(length as usize);
                $lists.more = rest;
                list
            }
        };
        list
    }};
    (@ $lists:ident.$some:ident) => {{
        let [list, rest @ ..] = $lists.$some else { panic!("a list of this model is missing") };
        $lists.$some = rest;
        list
    }};
}

const NO_LAYERS: &[Layer] = &[];

/// A layer without anything, to fill in.
pub const NO_LAYER: Layer = Layer {
    name: "",
    class: "",
    output_shapes: &[],
    params: 0,
    trainable_params: 0,
    weights: &[],
    inputs: &[],
    trainable: true,
    shapes_differ: false,
    layers: &[],
    macs: Some(0),
    flops: Some(0),
    activation_bytes: None,
    receptive_field: None,
    attributes: Attributes::NONE,
};

/// A weight without anything, to fill in.
pub const NO_WEIGHT: Weight =
    Weight { name: "", path: "", shape: &[], trainable: false, dtype: DType::Float32, offset: 0 };

/// An input without anything, to fill in.
pub const NO_INPUT: Input = Input { layer: "", row: None, call: 0, output: 0 };

const NO_SLOT: ArenaSlot =
    ArenaSlot { layer: "", call: 0, output: 0, offset: 0, bytes: 0, first: 0, last: 0 };

/// A model without anything, to fill in.
pub const NO_SPEC: Spec = Spec {
    name: "",
    class: "Functional",
    inputs: &[],
    outputs: &[],
    symbols: &[],
    layers: &[],
    params: 0,
    trainable_params: 0,
    param_bytes: 0,
    trainable_param_bytes: 0,
    is_chain: false,
    macs: None,
    flops: None,
    peak_activation_bytes: None,
    arena_bytes: None,
    arena: &[],
};

/// MACs and FLOPs, the most bytes that are live and those of the arena, and what lies where in it.
pub type Costs = ([Option<u64>; 2], [Option<usize>; 2], &'static [ArenaSlot]);

/// The facts of a model: name and class, shapes of inputs and outputs, symbols, layers, parameters and trainable ones, bytes
/// of these two, whether it is a chain, and the costs.
#[must_use]
pub const fn spec(
    [name, class]: [&'static str; 2],
    [inputs, outputs]: [Shapes; 2],
    symbols: &'static [&'static str],
    layers: &'static [Layer],
    [params, trainable_params, param_bytes, trainable_param_bytes]: [usize; 4],
    is_chain: bool,
    ([macs, flops], [peak_activation_bytes, arena_bytes], arena): Costs,
) -> Spec {
    Spec {
        name,
        class,
        inputs,
        outputs,
        symbols,
        layers,
        params,
        trainable_params,
        param_bytes,
        trainable_param_bytes,
        is_chain,
        macs,
        flops,
        peak_activation_bytes,
        arena_bytes,
        arena,
    }
}

/// Weights but for their places, by the numbers of [`VariableRow`]s.
#[must_use]
pub const fn variables<const N: usize>(mut rows: &[u64], parts: Parts) -> [Weight; N] {
    let Parts { texts, sizes, .. } = parts;
    table!(NO_WEIGHT, {
        next!(rows, [name, path, shape, trainable, dtype]);
        Weight {
            name: texts[name as usize],
            path: texts[path as usize],
            shape: sizes[shape as usize],
            trainable: trainable > 0,
            dtype: DType::ALL[dtype as usize].1,
            offset: 0,
        }
    })
}

/// Kinds of the layers, by the numbers of [`KindRow`]s. The layers inside nested models are made of them, too: it is
/// only their addresses that are known here.
#[must_use]
pub const fn kinds<const N: usize>(
    mut rows: &[u64],
    parts: Parts,
    nested: &[&'static [Layer]],
) -> [Layer; N] {
    let Parts { texts, shapes, attributes, .. } = parts;
    table!(NO_LAYER, {
        next!(
            rows,
            [class, outputs, params, trainable, bits, macs, flops, bytes, attributes_at, inside]
        );
        Layer {
            name: "",
            class: texts[class as usize],
            output_shapes: shapes[outputs as usize],
            params: params as usize,
            trainable_params: trainable as usize,
            weights: &[],
            inputs: &[],
            trainable: bits & flags::TRAINABLE != 0,
            shapes_differ: bits & flags::SHAPES_DIFFER != 0,
            layers: if inside > 0 { nested[inside as usize - 1] } else { &[] },
            macs: if bits & flags::MACS != 0 { Some(macs) } else { None },
            flops: if bits & flags::FLOPS != 0 { Some(flops) } else { None },
            activation_bytes: if bits & flags::BYTES != 0 { Some(bytes as usize) } else { None },
            receptive_field: None,
            attributes: Attributes::new(attributes, attributes_at),
        }
    })
}

/// Axes of receptive fields, by the numbers of [`AxisRow`]s.
#[must_use]
pub const fn axes<const N: usize>(mut rows: &[i64]) -> [ReceptiveField; N] {
    let zero = Ratio { numerator: 0, denominator: 1 };
    table!(ReceptiveField { size: 0, stride: zero, offset: zero }, {
        next!(rows, [size, stride, of, offset, by]);
        ReceptiveField {
            size: size as usize,
            stride: Ratio { numerator: stride, denominator: of },
            offset: Ratio { numerator: offset, denominator: by },
        }
    })
}

/// Weights of layers, by the numbers of [`WeightRow`]s.
#[must_use]
pub const fn weights<const N: usize>(mut rows: &[u64], variables: &[Weight]) -> [Weight; N] {
    table!(NO_WEIGHT, {
        next!(rows, [variable, place]);
        let mut weight = variables[variable as usize];
        weight.offset = place as usize;
        weight
    })
}

/// Inputs of layers, by the numbers of [`InputRow`]s.
#[must_use]
pub const fn inputs<const N: usize>(mut rows: &[u64], texts: &[&'static str]) -> [Input; N] {
    table!(NO_INPUT, {
        next!(rows, [layer, row, output]);
        Input {
            layer: texts[layer as usize],
            row: if row > 0 { Some(row as usize - 1) } else { None },
            call: (output / CALL) as usize,
            output: (output % CALL) as usize,
        }
    })
}

/// Receptive fields with these numbers of axes: none where that is 0.
#[must_use]
pub const fn fields<const N: usize>(
    mut ranks: &[u64],
    mut axes: Lists<ReceptiveField>,
) -> [Option<&'static [ReceptiveField]>; N] {
    table!(None, {
        next!(ranks, [rank]);
        if rank > 0 { Some(take!(axes, rank)) } else { None }
    })
}

/// The layers, by the numbers of [`LayerRow`]s.
#[must_use]
pub const fn layers<const N: usize>(
    mut rows: &[u64],
    texts: &[&'static str],
    kinds: &[Layer],
    fields: &[Option<&'static [ReceptiveField]>],
    mut weights: Lists<Weight>,
    mut inputs: Lists<Input>,
) -> [Layer; N] {
    table!(NO_LAYER, {
        next!(rows, [name, kind, weights_of, inputs_of, field]);
        let mut layer = kinds[kind as usize];
        layer.name = texts[name as usize];
        layer.weights = take!(weights, weights_of);
        layer.inputs = take!(inputs, inputs_of);
        layer.receptive_field = fields[field as usize];
        layer
    })
}

/// The layers inside each nested model, which has this many of all of them.
#[must_use]
pub const fn nested<const N: usize>(
    mut lengths: &[u64],
    mut layers: &'static [Layer],
) -> [&'static [Layer]; N] {
    table!(NO_LAYERS, {
        next!(lengths, [length]);
        let (inside, rest) = layers.split_at(length as usize);
        layers = rest;
        inside
    })
}

/// The places of the activations, which are [packed](crate::packed): of each the number of the text that names the layer,
/// the call, the output, offset, bytes, first and last step. Unlike the layers they are read only where they are used.
#[must_use]
pub const fn activations<const N: usize>(
    mut rows: &[u8],
    texts: &[&'static str],
) -> [ArenaSlot; N] {
    table!(NO_SLOT, {
        let layer = texts[number!(rows) as usize];
        let [call, output] = [number!(rows) as usize, number!(rows) as usize];
        let [offset, bytes] = [number!(rows), number!(rows)];
        let [first, last] = [number!(rows) as usize, number!(rows) as usize];
        ArenaSlot {
            layer,
            call,
            output,
            offset: offset as usize,
            bytes: bytes as usize,
            first,
            last,
        }
    })
}
