//! Small values that operations are made of.

#[cfg(feature = "infer")]
use super::code::Writer;
use super::code::{Code, Damaged, List, Reader, choice, record};
use crate::spec::Dim;

/// Size of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisSize<'a> {
    /// This many elements.
    Known(usize),
    /// Not known before the model runs.
    Unknown,
    /// A polynomial in the model's symbolic sizes, as text.
    Symbolic(&'a str),
}

impl AxisSize<'_> {
    /// The size where it is a number.
    #[must_use]
    pub const fn known(self) -> Option<usize> {
        match self {
            Self::Known(size) => Some(size),
            Self::Unknown | Self::Symbolic(_) => None,
        }
    }
}

impl From<AxisSize<'static>> for Dim {
    fn from(size: AxisSize<'static>) -> Self {
        match size {
            AxisSize::Known(size) => Self::Known(size),
            AxisSize::Unknown => Self::Unknown,
            AxisSize::Symbolic(text) => Self::Symbolic(text),
        }
    }
}

/// 0 for an unknown size, 1 before the text of a symbolic one, and two more than a known one.
impl<'a> Code<'a> for AxisSize<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        Ok(match reader.value::<u64>()? {
            0 => Self::Unknown,
            1 => Self::Symbolic(reader.value()?),
            size => Self::Known(usize::try_from(size - 2).map_err(|_| Damaged)?),
        })
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Unknown => writer.number(0),
            Self::Symbolic(text) => {
                writer.number(1);
                writer.text(text);
            }
            Self::Known(size) => writer.number(crate::packed::count(*size).saturating_add(2)),
        }
    }
}

choice! {
    /// The axis of channels.
    #[derive(Eq, Hash, Default)]
    pub enum Channels {
        /// The last axis: `[height, width, channels]`.
        #[default]
        0 => Last,
        /// The first axis after the batch: `[channels, height, width]`.
        1 => First,
    }
}

impl Channels {
    /// The axis of channels among `rank` spatial axes and that of channels, counted without the batch.
    #[must_use]
    pub const fn axis(self, rank: usize) -> usize {
        match self {
            Self::Last => rank,
            Self::First => 0,
        }
    }

    /// The axis of the spatial axis `index`, counted without the batch.
    #[must_use]
    pub const fn spatial(self, index: usize) -> usize {
        match self {
            Self::Last => index,
            Self::First => index + 1,
        }
    }
}

choice! {
    /// Elements that are added at the ends of an axis before a window moves over it.
    #[derive(Eq, Hash)]
    pub enum Padding {
        /// So many before the first element and behind the last one.
        0 => Of((usize, usize)),
        /// As many as `ceil(size / stride)` windows reach over, of which the smaller half is before: of an axis whose size is
        /// not known, so that the numbers are not known either. [`Padding::on`] computes them.
        1 => Same,
    }
}

impl Padding {
    /// No padding.
    pub const NONE: Self = Self::Of((0, 0));

    /// Elements before and behind an axis of `size` elements, for a window that spans `span` elements.
    #[must_use]
    pub const fn on(self, size: usize, span: usize, stride: usize) -> (usize, usize) {
        match self {
            Self::Of(padding) => padding,
            Self::Same => {
                let stride = if stride == 0 { 1 } else { stride };
                let windows = size.div_ceil(stride);
                let reach = windows.saturating_sub(1).saturating_mul(stride).saturating_add(span);
                let total = reach.saturating_sub(size);
                (total / 2, total - total / 2)
            }
        }
    }
}

record! {
    /// A window that moves over up to three spatial axes: `output[o] = f(input[o * stride - before + k * dilation])` for
    /// `k` in `0..size`, on each axis.
    ///
    /// Axes beyond [`rank`](Self::rank) have size, stride and dilation 1 and no padding, so that all may be computed alike.
    #[derive(Eq, Hash)]
    pub struct Window {
        /// Number of spatial axes, from 1 to 3.
        pub rank: usize,
        /// Elements of the window.
        pub size: [usize; 3],
        /// Elements that it moves at each step.
        pub strides: [usize; 3],
        /// Distance of its elements.
        pub dilation: [usize; 3],
        /// Elements added at both ends.
        pub padding: [Padding; 3],
    }
}

impl Window {
    /// Elements that the window reaches over on an axis: `(size - 1) * dilation + 1`.
    #[must_use]
    pub const fn span(&self, axis: usize) -> usize {
        self.size[axis].saturating_sub(1).saturating_mul(self.dilation[axis]).saturating_add(1)
    }
}

/// A set of axes, counted without the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Axes(u64);

impl Axes {
    /// No axes.
    pub const NONE: Self = Self(0);

    /// The same with one more axis; axes above 63 do not exist.
    #[must_use]
    pub const fn with(self, axis: usize) -> Self {
        Self(self.0 | if axis < 64 { 1 << axis } else { 0 })
    }

    /// True if the set contains this axis.
    #[must_use]
    pub const fn contains(self, axis: usize) -> bool {
        axis < 64 && self.0 >> axis & 1 == 1
    }

    /// Number of axes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// True if empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The axes in ascending order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |axis| self.contains(*axis))
    }
}

impl FromIterator<usize> for Axes {
    fn from_iter<I: IntoIterator<Item = usize>>(axes: I) -> Self {
        axes.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Code<'_> for Axes {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        reader.value().map(Self)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.number(self.0);
    }
}

choice! {
    /// A function of each element, or of each row along an axis. Parameters are those of Keras with their defaults filled in.
    pub enum Activation {
        /// `x`.
        0 => Linear,
        /// With `value = (negative_slope, (threshold, max_value))`: `max_value` where `x >= max_value`; `x` where
        /// `x >= threshold`; `negative_slope * (x - threshold)` below. Of `relu`, `relu6`, `leaky_relu`, `ReLU` and
        /// `LeakyReLU`.
        1 => Relu(Relu),
        /// `x > 0 ? x : alpha * (exp(x) - 1)`; the value is `alpha`.
        2 => Elu(f64),
        /// `max(x, 0) + min(alpha * (exp(x / alpha) - 1), 0)`; the value is `alpha`.
        3 => Celu(f64),
        /// `scale * (x > 0 ? x : alpha * (exp(x) - 1))` with `alpha = 1.6732632423543772` and
        /// `scale = 1.0507009873554805`.
        4 => Selu,
        /// `exp(x - max) / sum(exp(x - max))` along the axis.
        5 => Softmax(Along),
        /// `x - max - log(sum(exp(x - max)))` along the axis.
        6 => LogSoftmax(Along),
        /// Projection of the row onto the simplex: `max(x - t, 0)` (Martins and Astudillo, 2016).
        7 => Sparsemax(Along),
        /// `log(exp(x) + 1)`.
        8 => Softplus,
        /// `x / (|x| + 1)`.
        9 => Softsign,
        /// `(x + sqrt(x^2 + b)) / 2`; the value is `b`.
        10 => Squareplus(f64),
        /// `x > t ? x - t : x < -t ? x + t : 0`; the value is `t`.
        11 => SoftShrink(f64),
        /// `|x| > t ? x : 0`; the value is `t`.
        12 => HardShrink(f64),
        /// `x - tanh(x)`.
        13 => TanhShrink,
        /// `x > threshold ? x : value`; the numbers are `threshold` and `value`.
        14 => Threshold((f64, f64)),
        /// `x <= -1 ? 0 : x >= 1 ? x : (x + 1)^2 / 4`.
        15 => SparsePlus,
        /// `x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2`.
        16 => SparseSigmoid,
        /// `1 / (1 + exp(-x))`.
        17 => Sigmoid,
        /// `min(max(x / 6 + 1 / 2, 0), 1)`.
        18 => HardSigmoid,
        /// `-log(exp(-x) + 1)`.
        19 => LogSigmoid,
        /// `x / (1 + exp(-x))`: `silu` and `swish`.
        20 => Silu,
        /// `x * min(max(x / 6 + 1 / 2, 0), 1)`: `hard_silu` and `hard_swish`.
        21 => HardSilu,
        /// `x * (1 + erf(x / sqrt(2))) / 2`; with `true`, `x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) / 2`.
        22 => Gelu(bool),
        /// `a * sigmoid(b)` of both halves `a` and `b` of the axis, which becomes half as long.
        23 => Glu(Along),
        /// `tanh(x)`.
        24 => Tanh,
        /// `min(max(x, -1), 1)`.
        25 => HardTanh,
        /// `exp(x)`.
        26 => Exponential,
        /// `x * tanh(log(exp(x) + 1))`.
        27 => Mish,
    }
}

record! {
    /// A piecewise linear function: `max_value` where `x >= max_value`, `x` where `x >= threshold`, and
    /// `negative_slope * (x - threshold)` below.
    pub struct Relu {
        /// Slope below the threshold.
        pub negative_slope: f64,
        /// Where the slope changes.
        pub threshold: f64,
        /// Largest value, if there is one.
        pub max_value: Option<f64>,
    }
}

impl Relu {
    /// `max(x, 0)`.
    pub const PLAIN: Self = Self { negative_slope: 0.0, threshold: 0.0, max_value: None };
}

choice! {
    /// The axes along which a function sees whole rows.
    #[derive(Eq, Hash)]
    pub enum Along {
        /// The last axis.
        0 => Last,
        /// These axes together.
        1 => Axes(Axes),
    }
}

choice! {
    /// First values of a variable.
    pub enum Initializer {
        /// The same value everywhere; `Zeros` is 0 and `Ones` is 1.
        0 => Constant(f64),
        /// A normal distribution.
        1 => Normal(Normal),
        /// A normal distribution, of which values more than two standard deviations away from the mean are drawn again.
        2 => TruncatedNormal(Normal),
        /// A uniform distribution.
        3 => Uniform(Uniform),
        /// A distribution whose variance follows from the shape: `scale / n`, where `n` is the number of inputs, of outputs, or
        /// their mean. Of `glorot_*`, `he_*` and `lecun_*`, too.
        4 => VarianceScaling(VarianceScaling),
        /// An orthogonal matrix times a number.
        5 => Orthogonal(Orthogonal),
        /// The identity matrix times a number.
        6 => Identity(f64),
        /// The kernel of a short-time Fourier transform; the layer knows its numbers.
        7 => Stft,
        /// Values from the layer's arguments, or from data.
        8 => Given,
    }
}

record! {
    /// Mean and standard deviation of a normal distribution.
    pub struct Normal {
        /// The mean.
        pub mean: f64,
        /// The standard deviation, before values are drawn again.
        pub stddev: f64,
        /// Seed of its own, if there is one.
        pub seed: Option<i64>,
    }
}

record! {
    /// Ends of a uniform distribution.
    pub struct Uniform {
        /// The least value.
        pub least: f64,
        /// Exclusive upper bound.
        pub most: f64,
        /// Seed of its own, if there is one.
        pub seed: Option<i64>,
    }
}

record! {
    /// A distribution of variance `scale / n`. With `receptive` the product of all axes but the last two, a kernel of shape
    /// `[.., a, b]` has `receptive * a` inputs and `receptive * b` outputs (Keras `compute_fans`).
    pub struct VarianceScaling {
        /// Factor of the variance.
        pub scale: f64,
        /// Meaning of `n`.
        pub fan: Fan,
        /// Kind of the distribution.
        pub distribution: Distribution,
        /// Seed of its own, if there is one.
        pub seed: Option<i64>,
    }
}

choice! {
    /// Number of connections that a variance is divided by.
    #[derive(Eq, Hash)]
    pub enum Fan {
        /// Those that come in.
        0 => In,
        /// Those that go out.
        1 => Out,
        /// The mean of both.
        2 => Average,
    }
}

choice! {
    /// Kind of a distribution of known variance and mean 0.
    #[derive(Eq, Hash)]
    pub enum Distribution {
        /// A truncated normal distribution, made wider by `1 / 0.87962566103423978` to keep its variance.
        0 => TruncatedNormal,
        /// A normal distribution.
        1 => UntruncatedNormal,
        /// A uniform distribution between `-sqrt(3 * variance)` and `sqrt(3 * variance)`.
        2 => Uniform,
    }
}

record! {
    /// An orthogonal matrix times a number.
    pub struct Orthogonal {
        /// The number.
        pub gain: f64,
        /// Seed of its own, if there is one.
        pub seed: Option<i64>,
    }
}

choice! {
    /// A penalty that is added to the loss.
    pub enum Regularizer {
        /// `l1 * sum(|x|) + l2 * sum(x^2)`; the numbers are `l1` and `l2`.
        0 => L1L2((f64, f64)),
        /// `factor * sum(|off-diagonal products of normalized rows|)`, in which rows are those of a matrix.
        1 => OrthogonalRows(f64),
        /// The same of columns.
        2 => OrthogonalColumns(f64),
    }
}

choice! {
    /// Constraint on a variable, applied after each training step.
    pub enum Constraint {
        /// Norms along the axes are at most this number.
        0 => MaxNorm((f64, Axes)),
        /// No element is negative.
        1 => NonNegative,
        /// Norms along the axes are 1.
        2 => UnitNorm(Axes),
        /// Norms along the axes are between two numbers, which they reach at a rate.
        3 => MinMaxNorm(MinMaxNorm),
    }
}

record! {
    /// Bounds of norms along some axes.
    pub struct MinMaxNorm {
        /// The least norm.
        pub least: f64,
        /// The largest norm.
        pub most: f64,
        /// `rate * clipped + (1 - rate) * norm` is the norm after a step.
        pub rate: f64,
        /// Axes of the variable, its first axis counted as 0.
        pub axes: Axes,
    }
}

record! {
    /// An argument of a layer by its name.
    pub struct Argument<'a> {
        /// Keras's name of the parameter.
        pub name: &'a str,
        /// Its value, written or default.
        pub value: Value<'a>,
    }
}

choice! {
    /// A value of an argument.
    pub enum Value<'a> {
        /// `None`.
        0 => None,
        /// `true` or `false`.
        1 => Bool(bool),
        /// An integer.
        2 => Int(i64),
        /// A float.
        3 => Float(f64),
        /// A string.
        4 => Text(&'a str),
        /// A word, such as `relu`.
        5 => Word(&'a str),
        /// An initializer, a regularizer or a constraint with its arguments as the language writes them: `L2(0.01)`; a
        /// symbolic size; the class of a layer.
        6 => Written(&'a str),
        /// A list or a tuple.
        7 => List(List<'a, Value<'a>>),
    }
}
