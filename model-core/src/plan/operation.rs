//! Operations: what a step computes, with every argument as a number.
//!
//! Shapes leave the batch out: `[.., c]` is `[batch, .., c]` in memory, and axis 0 is the first one after the batch. Tensors are
//! dense and row-major. Weights of a step are in the order that is given for its operation; those in brackets are there if the
//! field says so. `x @ w` sums over the last axis of `x` and the first of `w`.
//!
//! Training behavior is documented where it differs; otherwise inference and training compute the same.

use super::block::Block;
use super::code::{List, choice, record};
use super::value::{Activation, Argument, Axes, Channels, Padding, Value, Window};

choice! {
    /// Computation of a step.
    #[non_exhaustive]
    pub enum Operation<'a> {
        /// The input. Of `Identity`, and of `layer` items that say so.
        0 => Identity,
        /// The class with its arguments, for what has no operation of its own: a `layer` item.
        1 => Opaque(Opaque<'a>),

        // Core
        /// `[.., n]` to `[.., units]`.
        10 => Dense(Dense),
        /// The product of an equation.
        11 => EinsumDense(EinsumDense<'a>),
        /// Rows of a table, by whole numbers.
        12 => Embedding(Embedding),
        /// Rows of a table, or the way back.
        13 => ReversibleEmbedding(ReversibleEmbedding),
        /// The input, with steps masked whose elements all have a value.
        14 => Masking(Masking),

        // Convolutions
        /// A kernel that moves over spatial axes.
        20 => Convolution(Convolution),
        /// The transpose of that.
        21 => TransposedConvolution(TransposedConvolution),
        /// A kernel a channel.
        22 => DepthwiseConvolution(DepthwiseConvolution),
        /// A kernel a channel, then one of size 1 over all of them.
        23 => SeparableConvolution(SeparableConvolution),

        // Pooling
        /// The maximum or the mean of a window.
        30 => Pooling(Pooling),
        /// The maximum or the mean of each channel.
        31 => GlobalPooling(GlobalPooling),
        /// The maximum or the mean of windows that give a certain size.
        32 => AdaptivePooling(AdaptivePooling),

        // Recurrent
        /// A cell over a sequence: `SimpleRNN`, `LSTM`, `GRU`.
        40 => Recurrent(Recurrent),
        /// Cells that are layers over a sequence: `RNN`.
        41 => Rnn(Rnn<'a>),
        /// One step of a cell.
        42 => Cell(Cell),
        /// One step of cells on top of each other.
        43 => StackedCells(StackedCells<'a>),
        /// An LSTM whose products are convolutions, over a sequence.
        44 => ConvLstm(ConvLstm),

        // Attention
        /// Attention of several heads with projections.
        50 => MultiHeadAttention(MultiHeadAttention<'a>),
        /// Attention of several heads, groups of which share keys and values.
        51 => GroupedQueryAttention(GroupedQueryAttention),
        /// Attention without projections: `Attention` and `AdditiveAttention`.
        52 => Attention(Attention),

        // Normalization
        /// Normalization of each index along an axis by running statistics.
        60 => BatchNormalization(BatchNormalization),
        /// Normalization of each row.
        61 => LayerNormalization(LayerNormalization),
        /// Normalization of groups of channels.
        62 => GroupNormalization(GroupNormalization),
        /// Division of each row by its root mean square.
        63 => RmsNormalization(RmsNormalization),
        /// Division of each row by its length.
        64 => UnitNormalization(UnitNormalization),
        /// Normalization of features by statistics of data: Keras's preprocessing layer `Normalization`.
        65 => FeatureNormalization(FeatureNormalization<'a>),

        // Regularization
        /// The input; in training, some elements are dropped.
        70 => Dropout(Dropout),
        /// The input; in training, noise is added.
        71 => GaussianNoise(GaussianNoise),
        /// The input; in training, its size is added to the loss.
        72 => ActivityRegularization(ActivityRegularization),

        // Activations
        /// A function of each element or row.
        80 => Activation(Activation),
        /// `max(x, 0) + alpha * min(x, 0)` with learned slopes.
        81 => PRelu(PRelu),

        // Shapes
        /// The same elements in the output's shape: `Flatten`, `Reshape`.
        90 => Reshape(Reshape),
        /// Axes in another order.
        91 => Transpose(Transpose<'a>),
        /// `[n]` to `[count, n]`, the input `count` times.
        92 => RepeatVector(RepeatVector),
        /// Elements cut off at the ends of spatial axes.
        93 => Crop(Ends),
        /// Zeros added at the ends of spatial axes.
        94 => ZeroPad(Ends),
        /// Spatial axes enlarged by whole factors.
        95 => Upsample(Upsample),
        /// A part of each axis.
        96 => Slice(Slice<'a>),

        // Several inputs
        /// All inputs element by element, axes of one element stretched.
        100 => Merge(Merge),
        /// The inputs behind each other along an axis.
        101 => Concatenate(Concatenate),
        /// The product of two inputs along an axis of each.
        102 => Dot(Dot),
        /// The input and a number, element by element.
        103 => Scalar(Scalar),

        // Layers around layers
        /// A layer over a sequence from both ends.
        110 => Bidirectional(Bidirectional<'a>),
        /// A layer on each step of the first axis.
        111 => TimeDistributed(TimeDistributed<'a>),
        /// A layer whose kernel is normalized in training.
        112 => SpectralNormalization(SpectralNormalization<'a>),

        // Data preparation
        /// `x * scale + offset`.
        120 => Rescaling(Rescaling<'a>),
        /// Whole numbers to vectors.
        121 => CategoryEncoding(CategoryEncoding),
        /// Numbers to the places of their bins.
        122 => Discretization(Discretization<'a>),
        /// Values to places in a table, by a hash.
        123 => Hashing(Hashing<'a>),
        /// Pairs of values to places in a table, by a hash.
        124 => HashedCrossing(HashedCrossing),
        /// Whole numbers or strings to places in a vocabulary.
        125 => Lookup(Lookup<'a>),
        /// Texts to places in a vocabulary.
        126 => TextVectorization(TextVectorization<'a>),
        /// Sound to mel spectrograms.
        127 => MelSpectrogram(MelSpectrogram<'a>),
        /// Sound to spectrograms.
        128 => StftSpectrogram(StftSpectrogram<'a>),
        /// Images of another size.
        129 => Resizing(Resizing),
        /// The middle of images.
        130 => CenterCrop(CenterCrop),
        /// The middle of images; in training, any part.
        131 => RandomCrop(RandomCrop),
        /// A fixed number of bounding boxes.
        132 => MaxNumBoundingBoxes(MaxNumBoundingBoxes),
        /// Layers one after the other.
        133 => Pipeline(Pipeline<'a>),
        /// A change of images that does not depend on chance: `AutoContrast`, `Equalization`, and those of its kind.
        134 => ImageFilter(ImageFilter<'a>),
        /// The input; in training, a random change of images.
        135 => Augmentation(Augmentation<'a>),
    }
}

record! {
    /// A class with its arguments.
    pub struct Opaque<'a> {
        /// Every argument of the layer.
        pub arguments: List<'a, Argument<'a>>,
    }
}

record! {
    /// A change of low rank to a frozen kernel (Hu et al., 2021): `w + alpha / rank * a @ b`, where `a: [.., rank]` and
    /// `b: [rank, ..]` are weights.
    pub struct Lora {
        /// Columns of `a`, rows of `b`.
        pub rank: usize,
        /// Scale of the change, before it is divided by the rank.
        pub alpha: f64,
    }
}

record! {
    /// `activation(x @ kernel + bias)`: `[.., n]` to `[.., units]`.
    ///
    /// Weights: `kernel: [n, units]`, `[bias: [units]]`; with `lora`, `a: [n, rank]` and `b: [rank, units]` behind them.
    pub struct Dense {
        /// Outputs of the last axis.
        pub units: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the sums.
        pub activation: Activation,
        /// Change of the kernel.
        pub lora: Option<Lora>,
    }
}

record! {
    /// `activation(einsum(equation, x, kernel) + bias)`.
    ///
    /// Weights: `kernel`, `[bias]`, whose axes are those of the output that `bias_axes` names, and 1 for all that lie behind
    /// the first of them; with `lora`, `a` and `b`.
    pub struct EinsumDense<'a> {
        /// Equation with single letters, the batch among them and without `...`: `"abc,cde->abde"`.
        pub equation: &'a str,
        /// Letters of the axes of the bias; no bias where there are none.
        pub bias_axes: Option<&'a str>,
        /// Function of the sums.
        pub activation: Activation,
        /// Change of the kernel.
        pub lora: Option<Lora>,
    }
}

record! {
    /// `output[..] = embeddings[x[..]]`: `[..]` of whole numbers to `[.., columns]`.
    ///
    /// Weights: `embeddings: [rows, columns]`; with `lora`, `a: [rows, rank]` and `b: [rank, columns]`.
    pub struct Embedding {
        /// Numbers that can be looked up.
        pub rows: usize,
        /// Elements of each row.
        pub columns: usize,
        /// True if 0 marks a masked step.
        pub mask_zero: bool,
        /// Change of the table.
        pub lora: Option<Lora>,
    }
}

record! {
    /// [`Embedding`], or with `reverse` the way back: `x @ w` with `w` the transpose of `embeddings`, or `reverse_embeddings`,
    /// and `cap * tanh(y / cap)` of that: `[.., columns]` to `[.., rows]`.
    ///
    /// Weights: `embeddings: [rows, columns]`, `[reverse_embeddings: [columns, rows]]` unless `tied`; with `lora`, `a` and `b`.
    pub struct ReversibleEmbedding {
        /// Numbers that can be looked up.
        pub rows: usize,
        /// Elements of each row.
        pub columns: usize,
        /// True if the reverse projection uses the same table.
        pub tied: bool,
        /// True if this call is the reverse projection.
        pub reverse: bool,
        /// Bound of the numbers on the way back.
        pub cap: Option<f64>,
        /// True if 0 marks a masked step.
        pub mask_zero: bool,
        /// Change of the table.
        pub lora: Option<Lora>,
    }
}

record! {
    /// `[steps, ..]` to the same with 0 in each step all of whose elements are `value`. Such steps are masked for the layers
    /// behind it.
    pub struct Masking {
        /// Value of the elements of a masked step.
        pub value: f64,
    }
}

record! {
    /// `y[o, f] = activation(sum(x[o * stride - before + k * dilation, c] * kernel[k, c, f]) + bias[f])`, in which `o` and `k`
    /// have an axis for each spatial one, elements beyond the edges are 0, and `c` runs over the channels of the group of `f`.
    ///
    /// `[sizes.., channels]` to `[sizes.., filters]`, or channels first. With `groups`, filters `g * filters / groups ..` see the
    /// channels `g * channels / groups ..`.
    ///
    /// Weights: `kernel: [size.., channels / groups, filters]`, `[bias: [filters]]`; with `lora`,
    /// `a: [size.., channels / groups, rank]` and `b: [rank, filters]`.
    pub struct Convolution {
        /// The axis of channels.
        pub channels: Channels,
        /// The kernel's window.
        pub window: Window,
        /// Channels of the output.
        pub filters: usize,
        /// Groups that the channels are divided into.
        pub groups: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the sums.
        pub activation: Activation,
        /// Change of the kernel.
        pub lora: Option<Lora>,
    }
}

record! {
    /// `y[i * stride - cut + k * dilation, f] += sum(x[i, c] * kernel[k, f, c])` over all elements `i` of the input and `k` of
    /// the kernel, then `activation(y + bias)`: `[sizes.., channels]` to `[sizes.., filters]`. What lies beyond the output's
    /// edges is dropped; the output's sizes are those of its tensor.
    ///
    /// Weights: `kernel: [size.., filters, channels]`, `[bias: [filters]]`.
    pub struct TransposedConvolution {
        /// The axis of channels.
        pub channels: Channels,
        /// The kernel's window, without padding.
        pub window: Window,
        /// Elements that are cut off before the first one, on each axis.
        pub cut: [usize; 3],
        /// Channels of the output.
        pub filters: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the sums.
        pub activation: Activation,
    }
}

record! {
    /// `y[o, c * multiplier + m] = activation(sum(x[o * stride - before + k * dilation, c] * kernel[k, c, m]) + bias)`:
    /// `[sizes.., channels]` to `[sizes.., channels * multiplier]`.
    ///
    /// Weights: `kernel: [size.., channels, multiplier]`, `[bias: [channels * multiplier]]`.
    pub struct DepthwiseConvolution {
        /// The axis of channels.
        pub channels: Channels,
        /// The kernel's window.
        pub window: Window,
        /// Outputs of each channel.
        pub multiplier: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the sums.
        pub activation: Activation,
    }
}

record! {
    /// A [`DepthwiseConvolution`] without bias or activation, then `activation(y @ pointwise + bias)` of all its channels:
    /// `[sizes.., channels]` to `[sizes.., filters]`.
    ///
    /// Weights: `depthwise_kernel: [size.., channels, multiplier]`,
    /// `pointwise_kernel: [1.., channels * multiplier, filters]`, `[bias: [filters]]`.
    pub struct SeparableConvolution {
        /// The axis of channels.
        pub channels: Channels,
        /// The window of the first kernel.
        pub window: Window,
        /// Outputs of each channel.
        pub multiplier: usize,
        /// Channels of the output.
        pub filters: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the sums.
        pub activation: Activation,
    }
}

choice! {
    /// Reduction of a pooling window.
    #[derive(Eq, Hash)]
    pub enum PoolingKind {
        /// The largest.
        0 => Maximum,
        /// Their mean. Elements beyond the edges are not among them, and are not counted.
        1 => Average,
    }
}

record! {
    /// The maximum or mean of the elements in a window, channel by channel: `[sizes.., c]` to `[sizes.., c]`.
    #[derive(Eq, Hash)]
    pub struct Pooling {
        /// Reduction.
        pub kind: PoolingKind,
        /// The axis of channels.
        pub channels: Channels,
        /// The window.
        pub window: Window,
    }
}

record! {
    /// The maximum or mean of each channel: `[sizes.., c]` to `[c]`, or to `[1.., c]`.
    ///
    /// Masked steps of a sequence are left out of the mean.
    #[derive(Eq, Hash)]
    pub struct GlobalPooling {
        /// Reduction.
        pub kind: PoolingKind,
        /// The axis of channels.
        pub channels: Channels,
        /// True if the spatial axes are kept with size 1.
        pub keep_axes: bool,
    }
}

record! {
    /// The maximum or mean of windows that give `output` elements on each spatial axis: element `o` of `n` sees
    /// `floor(o * size / n) .. ceil((o + 1) * size / n)`.
    #[derive(Eq, Hash)]
    pub struct AdaptivePooling {
        /// Reduction.
        pub kind: PoolingKind,
        /// The axis of channels.
        pub channels: Channels,
        /// Number of spatial axes, from 1 to 3.
        pub rank: usize,
        /// Elements of each spatial axis of the output; 1 beyond the rank.
        pub output: [usize; 3],
    }
}

choice! {
    /// The gates of a cell.
    #[derive(Eq, Hash)]
    pub enum CellKind {
        /// `h' = activation(x @ kernel + h @ recurrent + bias)`. One gate, one state.
        0 => Simple,
        /// With `i, f, g, o` the quarters of `z = x @ kernel + h @ recurrent + bias` and `s` the recurrent activation:
        /// `c' = s(f) * c + s(i) * activation(g)`, `h' = s(o) * activation(c')`. Four gates, the states `h` and `c`.
        1 => Lstm,
        /// With `z, r, g` the thirds of `x @ kernel + bias` and of `h @ recurrent`, and `s` the recurrent activation:
        /// `z = s(z_x + z_h)`, `r = s(r_x + r_h)`, `g = activation(g_x + (r * h) @ recurrent_g)`,
        /// `h' = z * h + (1 - z) * g`. Three gates, one state.
        2 => Gru,
        /// The same with `g = activation(g_x + r * (h @ recurrent_g + bias_g))`, where `bias: [2, 3 * units]` has a row for
        /// the input's sums and one for the state's.
        3 => GruResetAfter,
    }
}

record! {
    /// A cell of `units` outputs: `[n]` and its states, each `[units]`, to `[units]` and the next states. States that are
    /// not given are 0.
    ///
    /// Weights, with `g` gates: `kernel: [n, g * units]`, `recurrent_kernel: [units, g * units]`, `[bias: [g * units]]`.
    pub struct Cell {
        /// The gates.
        pub kind: CellKind,
        /// Elements of output and states.
        pub units: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the candidate.
        pub activation: Activation,
        /// Function of the gates.
        pub recurrent_activation: Activation,
        /// In training: rate at which elements of the input are dropped.
        pub dropout: f64,
        /// In training: rate at which elements of the state are dropped.
        pub recurrent_dropout: f64,
        /// Seed of both.
        pub seed: Option<i64>,
    }
}

record! {
    /// Iteration of a recurrent layer over the steps of `[steps, ..]`, and its outputs: the output of the last step, or of all;
    /// then the states, if they are asked for. Inputs behind the first are initial states. At a masked step, states and output
    /// stay as they were.
    #[derive(Eq, Hash)]
    pub struct Sequence {
        /// True to return the output of every step: `[steps, ..]`.
        pub return_sequences: bool,
        /// True to return the final states as well.
        pub return_state: bool,
        /// True to run from the last step to the first; outputs are in the order of computation.
        pub backwards: bool,
        /// True if the final states of a batch are the initial states of the next.
        pub stateful: bool,
    }
}

record! {
    /// A [`Cell`] over a sequence: `[steps, n]`. Its weights are those of the cell.
    pub struct Recurrent {
        /// The cell.
        pub cell: Cell,
        /// Iteration over the steps.
        pub sequence: Sequence,
    }
}

record! {
    /// Cells over a sequence: `[steps, ..]`, each on the output of the one before. States are those of the first cell, then
    /// those of the next.
    pub struct Rnn<'a> {
        /// The cells, each a call on the output of the one before; their states are not among its inputs.
        pub cells: Block<'a>,
        /// Iteration over the steps.
        pub sequence: Sequence,
        /// True if masked steps output zeros.
        pub zero_output_for_mask: bool,
    }
}

record! {
    /// One step of cells on top of each other.
    pub struct StackedCells<'a> {
        /// The cells, as in [`Rnn`].
        pub cells: Block<'a>,
    }
}

record! {
    /// An [`Lstm`](CellKind::Lstm) over `[steps, sizes.., channels]`, in which `x @ kernel` is a convolution with the window
    /// and `h @ recurrent` one of the same size with stride 1 and as much padding as keeps the sizes. `h` and `c` are
    /// `[sizes.., filters]`.
    ///
    /// Weights: `kernel: [size.., channels, 4 * filters]`, `recurrent_kernel: [size.., filters, 4 * filters]`,
    /// `[bias: [4 * filters]]`.
    pub struct ConvLstm {
        /// The axis of channels, among those of a step.
        pub channels: Channels,
        /// The window of the input's kernel.
        pub window: Window,
        /// Channels of output and states.
        pub filters: usize,
        /// True with a bias.
        pub bias: bool,
        /// Function of the candidate.
        pub activation: Activation,
        /// Function of the gates.
        pub recurrent_activation: Activation,
        /// In training: rate at which elements of the input are dropped.
        pub dropout: f64,
        /// In training: rate at which elements of the state are dropped.
        pub recurrent_dropout: f64,
        /// Seed of both.
        pub seed: Option<i64>,
        /// Iteration over the steps.
        pub sequence: Sequence,
    }
}

record! {
    /// Masking, scores and training behavior of attention.
    pub struct Attending {
        /// True for causal attention: no element attends to later ones.
        pub causal: bool,
        /// Elements so far away, or farther, are not seen.
        pub sliding_window: Option<usize>,
        /// True to return the scores as second output.
        pub return_scores: bool,
        /// In training: rate at which scores are dropped.
        pub dropout: f64,
        /// Seed of that.
        pub seed: Option<i64>,
    }
}

record! {
    /// Per head `h`: `softmax(q_h @ transpose(k_h) / sqrt(key_dim)) @ v_h` over `axes`, with `q_h`, `k_h` and `v_h` projections
    /// of the inputs; then a projection of all heads (Vaswani et al., 2017). With `gate`, the heads are multiplied by
    /// `sigmoid` of another projection of the query first.
    ///
    /// Inputs: query `[t.., q]`, value `[s.., v]`, and if there is a third, key `[s.., k]`, which is else the value. Output:
    /// `[t.., out..]`; scores `[heads, t.., s..]`.
    ///
    /// Weights: `query/kernel: [q, heads, key_dim]`, `[query/bias: [heads, key_dim]]`, the same of `key` on `k`, `[of gate]` on
    /// `q` and of `value` on `v` with `value_dim`, and `attention_output/kernel: [heads, value_dim, out..]`,
    /// `[bias: [out..]]`.
    pub struct MultiHeadAttention<'a> {
        /// Heads.
        pub heads: usize,
        /// Elements of each head of query and key.
        pub key_dim: usize,
        /// Elements of each head of value.
        pub value_dim: usize,
        /// True if the projections have a bias.
        pub bias: bool,
        /// Axes over which it attends, in order. They are those of the projected query `[t.., heads, key_dim]`: behind those of
        /// the query, but its last, comes that of the heads.
        pub axes: List<'a, usize>,
        /// True if the heads are gated.
        pub gate: bool,
        /// The rest.
        pub attending: Attending,
    }
}

record! {
    /// [`MultiHeadAttention`] with fewer heads of keys and values, each of which serves as many heads of the query
    /// (Ainslie et al., 2023).
    ///
    /// Weights: kernel and `[bias]` of `query`, `key`, `[gate]`, `value` and `attention_output`.
    pub struct GroupedQueryAttention {
        /// Heads of the query.
        pub query_heads: usize,
        /// Heads of key and value.
        pub key_value_heads: usize,
        /// Elements of each head.
        pub head_dim: usize,
        /// True if the projections have a bias.
        pub bias: bool,
        /// True if the heads are gated.
        pub gate: bool,
        /// The rest.
        pub attending: Attending,
    }
}

choice! {
    /// Scores of a query `q: [d]` and a key `k: [d]`.
    #[derive(Eq, Hash)]
    pub enum Score {
        /// `q @ k`, times the weight `scale: []` if there is one.
        0 => Dot,
        /// `concat_score_weight * sum(tanh(scale * (q + k)))`.
        1 => Concat,
        /// `sum(scale * tanh(q + k))` with `scale: [d]` (Bahdanau et al., 2015).
        2 => Additive,
    }
}

record! {
    /// `softmax(scores) @ value`. Inputs: query `[t, d]`, value `[s, v]`, and if there is a third, key `[s, d]`, which is else the
    /// value. Output: `[t, v]`; scores `[t, s]`.
    ///
    /// Weights: `[scale]`, `[concat_score_weight: []]` for [`Score::Concat`].
    pub struct Attention {
        /// The scores.
        pub score: Score,
        /// True with a weight `scale`.
        pub scale: bool,
        /// The rest.
        pub attending: Attending,
    }
}

record! {
    /// `(x - moving_mean) / sqrt(moving_variance + epsilon) * gamma + beta`, each indexed along `axis`.
    ///
    /// Weights: `[gamma]`, `[beta]`, `moving_mean`, `moving_variance`, each `[n]` with `n` the size of the axis; with `renorm`,
    /// `moving_stddev` and `renorm_mean` statistics are behind them. In training the mean and the (biased) variance of the
    /// batch take the place of the moving ones, which become `momentum * moving + (1 - momentum) * batch`.
    pub struct BatchNormalization {
        /// The axis that is not summed over.
        pub axis: usize,
        /// Added to the variance.
        pub epsilon: f64,
        /// True with `gamma`.
        pub gamma: bool,
        /// True with `beta`.
        pub beta: bool,
        /// In training: share of the moving statistics that stays.
        pub momentum: f64,
        /// In training: share of the statistics of batch renormalization that stays, if it is used.
        pub renorm_momentum: Option<f64>,
        /// In training: whether the statistics are those of all devices.
        pub synchronized: bool,
    }
}

record! {
    /// `(x - mean) / sqrt(variance + epsilon) * gamma + beta`, with mean and (biased) variance of the elements along `axes`.
    /// With `rms_scaling`, `x / sqrt(variance + epsilon) * gamma`.
    ///
    /// Weights: `[gamma]`, `[beta]`. Their elements are those of the axes in ascending order, row by row, also where Keras gives
    /// the weight another shape.
    pub struct LayerNormalization {
        /// The axes of a row.
        pub axes: Axes,
        /// Added to the variance.
        pub epsilon: f64,
        /// True with `gamma`.
        pub gamma: bool,
        /// True with `beta`.
        pub beta: bool,
        /// True for scaling without shift.
        pub rms_scaling: bool,
    }
}

record! {
    /// The axis of channels divided into `groups`: `(x - mean) / sqrt(variance + epsilon) * gamma + beta`, with mean and (biased)
    /// variance of all elements of a group, over all axes (Wu and He, 2018).
    ///
    /// Weights: `[gamma: [n]]`, `[beta: [n]]`, with `n` the size of the axis.
    pub struct GroupNormalization {
        /// The axis of channels.
        pub axis: usize,
        /// Groups, as many as channels for instance normalization.
        pub groups: usize,
        /// Added to the variance.
        pub epsilon: f64,
        /// True with `gamma`.
        pub gamma: bool,
        /// True with `beta`.
        pub beta: bool,
    }
}

record! {
    /// `x / sqrt(mean(x^2) + epsilon) * scale`, the mean of the elements along `axes`.
    ///
    /// Weights: `scale`, of the sizes of the axes in ascending order.
    pub struct RmsNormalization {
        /// The axes of a row.
        pub axes: Axes,
        /// Added to the mean.
        pub epsilon: f64,
    }
}

record! {
    /// `x / max(sqrt(sum(x^2)), 1e-6)`, the sum of the elements along `axes`.
    pub struct UnitNormalization {
        /// The axes of a row.
        pub axes: Axes,
    }
}

record! {
    /// `(x - mean) / max(sqrt(variance), 1e-7)`, or with `invert` `mean + x * max(sqrt(variance), 1e-7)`.
    ///
    /// Weights: `mean`, `variance`, `count: []`, the first two of the sizes of the axes; none where the statistics are given.
    pub struct FeatureNormalization<'a> {
        /// The axes that have statistics of their own.
        pub axes: Axes,
        /// Mean and variance, where they are arguments: one number, or as many as the last of the axes has.
        pub given: Option<(List<'a, f64>, List<'a, f64>)>,
        /// True for the inverse.
        pub invert: bool,
    }
}

choice! {
    /// Replacement of dropped elements in training.
    #[derive(Eq, Hash)]
    pub enum DropoutKind {
        /// 0; the other elements are divided by `1 - rate`.
        0 => Zero,
        /// `-1.7580993408473766`, after which mean and variance are restored: for `selu`.
        1 => Alpha,
        /// Nothing is dropped: each element is multiplied by a normal number of mean 1 and variance `rate / (1 - rate)`.
        2 => Gaussian,
    }
}

record! {
    /// The input. In training, each element is dropped with probability `rate`.
    pub struct Dropout {
        /// Replacement of an element.
        pub kind: DropoutKind,
        /// The probability.
        pub rate: f64,
        /// Axes along which all elements are dropped together.
        pub together: Axes,
        /// True if the same elements are dropped in all samples of a batch.
        pub over_batch: bool,
        /// Seed, if there is one.
        pub seed: Option<i64>,
    }
}

record! {
    /// The input. In training, a normal number of mean 0 is added to each element.
    pub struct GaussianNoise {
        /// Its standard deviation.
        pub stddev: f64,
        /// Seed, if there is one.
        pub seed: Option<i64>,
    }
}

record! {
    /// The input. In training, `l1 * sum(|x|) + l2 * sum(x^2)` is added to the loss.
    pub struct ActivityRegularization {
        /// Factor of the absolute values.
        pub l1: f64,
        /// Factor of the squares.
        pub l2: f64,
    }
}

record! {
    /// `max(x, 0) + alpha * min(x, 0)`.
    ///
    /// Weights: `alpha`, of the input's shape with 1 on the shared axes.
    pub struct PRelu {
        /// The axes that share a slope.
        pub shared: Axes,
    }
}

record! {
    /// The same elements, in the same order, in the shape of the output.
    #[derive(Eq, Hash)]
    pub struct Reshape {
        /// True if the channel axis, which is the first, is moved to the end before: `Flatten` of channels first.
        pub channels_to_last: bool,
    }
}

record! {
    /// Axis `i` of the output is axis `axes[i]` of the input.
    pub struct Transpose<'a> {
        /// The axes of the input.
        pub axes: List<'a, usize>,
    }
}

record! {
    /// `[n]` to `[count, n]`.
    #[derive(Eq, Hash)]
    pub struct RepeatVector {
        /// Copies of the input.
        pub count: usize,
    }
}

record! {
    /// Elements at both ends of each spatial axis.
    #[derive(Eq, Hash)]
    pub struct Ends {
        /// The axis of channels.
        pub channels: Channels,
        /// Number of spatial axes, from 1 to 3.
        pub rank: usize,
        /// Elements before the first and behind the last; 0 beyond the rank.
        pub ends: [(usize, usize); 3],
    }
}

choice! {
    /// Interpolation method.
    #[derive(Eq, Hash)]
    pub enum Interpolation {
        /// The nearest element.
        0 => Nearest,
        /// Linear between neighbours on each axis.
        1 => Bilinear,
        /// Cubic with `a = -0.5`.
        2 => Bicubic,
        /// Lanczos with three lobes.
        3 => Lanczos3,
        /// Lanczos with five lobes.
        4 => Lanczos5,
    }
}

record! {
    /// Spatial axes enlarged by whole factors.
    #[derive(Eq, Hash)]
    pub struct Upsample {
        /// The axis of channels.
        pub channels: Channels,
        /// Number of spatial axes, from 1 to 3.
        pub rank: usize,
        /// The factors; 1 beyond the rank.
        pub factors: [usize; 3],
        /// Interpolation method.
        pub interpolation: Interpolation,
    }
}

record! {
    /// A part of each axis; axes behind those that are listed are taken whole.
    pub struct Slice<'a> {
        /// Selection on each axis.
        pub taken: List<'a, Taken>,
    }
}

choice! {
    /// Selection on an axis.
    #[derive(Eq, Hash)]
    pub enum Taken {
        /// One element; the axis goes.
        0 => At(usize),
        /// The elements from the first number to before the second.
        1 => Range((usize, usize)),
        /// The elements from this one on.
        2 => From(usize),
    }
}

choice! {
    /// Elementwise combination of several inputs.
    #[derive(Eq, Hash)]
    pub enum Merge {
        /// Their sum.
        0 => Add,
        /// The first one minus the second.
        1 => Subtract,
        /// Their product.
        2 => Multiply,
        /// Their mean.
        3 => Average,
        /// The largest.
        4 => Maximum,
        /// The smallest.
        5 => Minimum,
    }
}

record! {
    /// The inputs behind each other along `axis`.
    #[derive(Eq, Hash)]
    pub struct Concatenate {
        /// The axis.
        pub axis: usize,
    }
}

record! {
    /// Sums of products along an axis of each of two inputs; its other axes are those of the first, then those of the second. With
    /// `normalize`, rows are divided by their length first.
    #[derive(Eq, Hash)]
    pub struct Dot {
        /// The axis of each input.
        pub axes: (usize, usize),
        /// True for cosine similarity.
        pub normalize: bool,
    }
}

record! {
    /// The input and a number, element by element.
    pub struct Scalar {
        /// Function.
        pub function: ScalarFunction,
        /// The number.
        pub value: f64,
    }
}

choice! {
    /// A function of an element `x` and a number `v`.
    #[derive(Eq, Hash)]
    pub enum ScalarFunction {
        /// `x * v`.
        0 => Times,
        /// `x / v`.
        1 => Over,
        /// `x + v`.
        2 => Plus,
        /// `x - v`.
        3 => Minus,
        /// `v - x`.
        4 => From,
        /// `-x`; the number is 0.
        5 => Negative,
    }
}

record! {
    /// A recurrent layer over a sequence, and one that runs the other way. The outputs of the second are turned around before
    /// they are merged; then come the states of the first and those of the second. Of inputs behind the first, one half are
    /// the initial states of the first.
    ///
    /// Weights: those of `forward`, then those of `backward`.
    pub struct Bidirectional<'a> {
        /// The call of the first layer.
        pub forward: Block<'a>,
        /// The call of the second layer, which runs the other way than the first.
        pub backward: Block<'a>,
        /// Merge mode; `None` returns both outputs.
        pub merge: Option<Directions>,
    }
}

choice! {
    /// Merge mode of two directions.
    #[derive(Eq, Hash)]
    pub enum Directions {
        /// Behind each other along the last axis.
        0 => Concatenate,
        /// Their sum.
        1 => Sum,
        /// Their product.
        2 => Product,
        /// Their mean.
        3 => Average,
    }
}

record! {
    /// `[steps, ..]` to `[steps, ..]`: the layer on each step, with the same weights.
    pub struct TimeDistributed<'a> {
        /// The call on one step.
        pub layer: Block<'a>,
    }
}

record! {
    /// The layer. In training, before each call, its kernel is divided by an estimate of its largest singular value, which
    /// `power_iterations` of `v = normalize(u @ transpose(w))`, `u = normalize(v @ w)` refine (Miyato et al., 2018).
    ///
    /// Weights: the kernel, `vector_u: [1, n]`, then the layer's other weights.
    pub struct SpectralNormalization<'a> {
        /// The call of the layer.
        pub layer: Block<'a>,
        /// Refinements before each call in training.
        pub power_iterations: usize,
    }
}

record! {
    /// `x * scale + offset`, both broadcast to the last axes.
    pub struct Rescaling<'a> {
        /// Factors: one, or one for each element of the last axis.
        pub scale: List<'a, f64>,
        /// Offset: one number, or one per element of the last axis.
        pub offset: List<'a, f64>,
    }
}

choice! {
    /// Encoding of table indices.
    #[derive(Eq, Hash)]
    pub enum Encoding {
        /// The place itself.
        0 => Place,
        /// A vector with 1 at the place.
        1 => OneHot,
        /// A vector with 1 at each place of a sample.
        2 => MultiHot,
        /// A vector with the number of times each place comes in a sample.
        3 => Count,
        /// The same times the place's inverse document frequency.
        4 => TfIdf,
    }
}

record! {
    /// Whole numbers below `tokens` to vectors.
    #[derive(Eq, Hash)]
    pub struct CategoryEncoding {
        /// Elements of the vectors, where the layer was told.
        pub tokens: Option<usize>,
        /// The form of the vectors.
        pub encoding: Encoding,
        /// True if Keras returns sparse tensors.
        pub sparse: bool,
    }
}

record! {
    /// Numbers to the places of their bins: the number of `boundaries` that are not above them.
    pub struct Discretization<'a> {
        /// The boundaries in ascending order; none where they come from data.
        pub boundaries: List<'a, f64>,
        /// Bins, where the boundaries come from data.
        pub bins: Option<usize>,
        /// Error of the quantiles that they are made of.
        pub epsilon: f64,
        /// The form of the output.
        pub encoding: Encoding,
        /// True if Keras returns sparse tensors.
        pub sparse: bool,
    }
}

record! {
    /// Values to places in a table of `bins`, by `farmhash`, or `siphash` with a salt.
    pub struct Hashing<'a> {
        /// Size of the table.
        pub bins: usize,
        /// A value whose place is 0.
        pub mask_value: Value<'a>,
        /// The salt.
        pub salt: Value<'a>,
        /// The form of the output.
        pub encoding: Encoding,
        /// True if Keras returns sparse tensors.
        pub sparse: bool,
    }
}

record! {
    /// Pairs of values to places in a table of `bins`.
    #[derive(Eq, Hash)]
    pub struct HashedCrossing {
        /// Size of the table.
        pub bins: usize,
        /// The form of the output.
        pub encoding: Encoding,
        /// True if Keras returns sparse tensors.
        pub sparse: bool,
    }
}

record! {
    /// Whole numbers or strings to places in a vocabulary, or the way back. Places: the mask, `outside` ones for values that are
    /// not known, then the vocabulary.
    pub struct Lookup<'a> {
        /// True for string values.
        pub strings: bool,
        /// The vocabulary: a list, the path of a file, or `None` where it comes from data.
        pub vocabulary: Value<'a>,
        /// Largest size of the vocabulary, with its special places.
        pub max_tokens: Option<usize>,
        /// Places for values that are not known.
        pub outside: usize,
        /// The value that is masked.
        pub mask_token: Value<'a>,
        /// Result of the inverse lookup for out-of-vocabulary indices.
        pub oov_token: Value<'a>,
        /// Inverse document frequencies.
        pub idf_weights: List<'a, f64>,
        /// True for the inverse lookup, from indices to values.
        pub invert: bool,
        /// The form of the output.
        pub encoding: Encoding,
        /// True if vectors are padded to `max_tokens`.
        pub pad: bool,
        /// True if Keras returns sparse tensors.
        pub sparse: bool,
    }
}

record! {
    /// Texts to places in a vocabulary: they are standardized, split, joined to groups, and looked up.
    pub struct TextVectorization<'a> {
        /// Standardization, by Keras's name.
        pub standardize: Option<&'a str>,
        /// Where it is split, in Keras's word.
        pub split: Option<&'a str>,
        /// Lengths of the groups of words.
        pub ngrams: List<'a, usize>,
        /// Length that each text is cut or filled to.
        pub length: Option<usize>,
        /// True if every text keeps its own length.
        pub ragged: bool,
        /// The vocabulary.
        pub lookup: Lookup<'a>,
    }
}

record! {
    /// Sound `[samples]` to `[mel_bins, frames]`: the magnitude of the short-time Fourier transform to a power, weighted by
    /// triangular filters on the mel scale, in decibels if asked for.
    pub struct MelSpectrogram<'a> {
        /// Samples of a transform.
        pub fft_length: usize,
        /// Samples between frames.
        pub stride: usize,
        /// Samples of a frame.
        pub frame_length: usize,
        /// Keras's name of the window; without, frames are taken as they are.
        pub window: Option<&'a str>,
        /// Samples in a second.
        pub sampling_rate: usize,
        /// Filters.
        pub mel_bins: usize,
        /// The lowest frequency.
        pub min_frequency: f64,
        /// The highest frequency.
        pub max_frequency: f64,
        /// True for a result in decibels.
        pub decibels: bool,
        /// Decibels below the highest at which values are cut.
        pub top_db: f64,
        /// Power of the magnitudes.
        pub exponent: f64,
        /// The least power.
        pub min_power: f64,
        /// The power of 0 decibels.
        pub reference: f64,
    }
}

record! {
    /// Sound to spectrograms by convolutions with the kernel of a short-time Fourier transform.
    ///
    /// Weights: `[real_kernel]`, `[imag_kernel]`, each `[frame_length, 1, fft_length / 2 + 1]`, as far as the mode needs them.
    pub struct StftSpectrogram<'a> {
        /// Keras's name of what is made of the transform.
        pub mode: &'a str,
        /// Samples of a frame.
        pub frame_length: usize,
        /// Samples between frames.
        pub stride: usize,
        /// Samples of a transform.
        pub fft_length: usize,
        /// Keras's name of the window.
        pub window: Option<&'a str>,
        /// True for a periodic window.
        pub periodic: bool,
        /// Keras's name of the scaling.
        pub scaling: Option<&'a str>,
        /// Samples added at both ends.
        pub padding: Padding,
        /// True if the output has a channel axis.
        pub expand: bool,
        /// The axis of channels.
        pub channels: Channels,
    }
}

record! {
    /// Images `[height, width, c]` of another size. Element `o` of an axis is interpolated at
    /// `(o + 1 / 2) * size / output - 1 / 2`.
    pub struct Resizing {
        /// Rows of the output.
        pub height: usize,
        /// Columns of the output.
        pub width: usize,
        /// Interpolation method.
        pub interpolation: Interpolation,
        /// True to crop to the aspect ratio of the output first.
        pub crop: bool,
        /// True to pad to the aspect ratio of the output first.
        pub pad: bool,
        /// The value that fills it.
        pub fill: f64,
        /// True for antialiasing when downscaling.
        pub antialias: bool,
        /// The axis of channels.
        pub channels: Channels,
    }
}

record! {
    /// The middle `height` by `width` pixels of an image; a smaller one is resized with its aspect, then cut.
    #[derive(Eq, Hash)]
    pub struct CenterCrop {
        /// Rows of the output.
        pub height: usize,
        /// Columns of the output.
        pub width: usize,
        /// The axis of channels.
        pub channels: Channels,
    }
}

record! {
    /// [`CenterCrop`]; in training, a random part of the same size.
    #[derive(Eq, Hash)]
    pub struct RandomCrop {
        /// The part.
        pub crop: CenterCrop,
        /// Seed, if there is one.
        pub seed: Option<i64>,
    }
}

record! {
    /// As many bounding boxes as a number, cut or filled.
    #[derive(Eq, Hash)]
    pub struct MaxNumBoundingBoxes {
        /// The number.
        pub count: usize,
        /// Label of those that fill.
        pub fill: i64,
    }
}

record! {
    /// Layers one after the other.
    pub struct Pipeline<'a> {
        /// Their calls.
        pub layers: Block<'a>,
    }
}

choice! {
    /// A change of images that does not depend on chance.
    #[derive(Eq, Hash)]
    pub enum ImageFilterKind {
        /// Each channel is stretched to the range of values.
        0 => AutoContrast,
        /// Each channel's histogram is made flat.
        1 => Equalization,
        /// The same in tiles, with limited contrast.
        2 => ContrastLimitedAdaptiveHistogramEqualization,
    }
}

record! {
    /// A change of images that does not depend on chance.
    pub struct ImageFilter<'a> {
        /// The change.
        pub kind: ImageFilterKind,
        /// Keras's arguments of the layer.
        pub arguments: List<'a, Argument<'a>>,
    }
}

record! {
    /// The input; in training, the random change that the class of the step names.
    pub struct Augmentation<'a> {
        /// Keras's arguments of the layer.
        pub arguments: List<'a, Argument<'a>>,
    }
}
