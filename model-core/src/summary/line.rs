//! Contents of a summary, read from the bytes that [`pack`](super::pack) describes.

use super::pack::flags;
use crate::packed::{Reader, size};
use crate::spec::{Dim, Ratio, ReceptiveField};

/// Facts about the whole model.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) is_chain: bool,
    pub(super) params: usize,
    pub(super) trainable_params: usize,
    pub(super) param_bytes: usize,
    pub(super) trainable_param_bytes: usize,
    pub(super) macs: Option<u64>,
    pub(super) flops: Option<u64>,
    pub(super) peak_activation_bytes: Option<usize>,
    pub(super) arena_bytes: Option<usize>,
    /// The top-level layers.
    pub(super) lines: Lines,
}

impl Head {
    pub(super) fn of(bytes: &'static [u8]) -> Self {
        let mut reader = Reader::at(bytes, 0);
        let name = reader.text();
        let bits = reader.number();
        let [params, trainable_params, param_bytes, trainable_param_bytes] =
            core::array::from_fn(|_| reader.size());
        let macs = optional(&mut reader, bits & flags::MACS);
        let flops = optional(&mut reader, bits & flags::FLOPS);
        let peak_activation_bytes = optional(&mut reader, bits & flags::PEAK).map(size);
        let arena_bytes = optional(&mut reader, bits & flags::ARENA).map(size);
        let left = reader.size();
        let length = reader.size();
        let parts = reader.bytes(length);
        let source = Source { parts, lines: reader.rest() };
        Self {
            name,
            is_chain: bits & flags::CHAIN != 0,
            params,
            trainable_params,
            param_bytes,
            trainable_param_bytes,
            macs,
            flops,
            peak_activation_bytes,
            arena_bytes,
            lines: Lines { source, reader, left },
        }
    }
}

/// Source of the lines: the shared parts they refer to, and all lines.
#[derive(Clone, Copy)]
struct Source {
    parts: &'static [u8],
    lines: &'static [u8],
}

impl Source {
    /// A shared part that a line refers to.
    fn part(self, reader: &mut Reader) -> Reader {
        Reader::at(self.parts, reader.size())
    }
}

/// Layers in row order.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    source: Source,
    reader: Reader,
    left: usize,
}

impl Lines {
    pub(super) fn is_empty(self) -> bool {
        self.left == 0
    }

    /// The lines in a subrange of these.
    pub(super) fn range(mut self, start: usize, end: usize) -> Self {
        for _ in 0..start {
            self.next();
        }
        self.left = end.saturating_sub(start);
        self
    }
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        self.left = self.left.checked_sub(1)?;
        Some(Line::read(self.source, &mut self.reader))
    }
}

/// One layer.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) name: &'static str,
    pub(super) class: &'static str,
    pub(super) shapes: Shapes,
    pub(super) params: usize,
    pub(super) trainable: bool,
    pub(super) shapes_differ: bool,
    pub(super) macs: Option<u64>,
    pub(super) flops: Option<u64>,
    pub(super) activation_bytes: Option<usize>,
    pub(super) field: Option<Fields>,
    /// Shape of the kernel or the embeddings, or the window of a pooling layer.
    pub(super) kernel: Option<Numbers>,
    pub(super) inputs: Inputs,
    /// Layers inside a nested model.
    pub(super) lines: Lines,
}

impl Line {
    fn read(source: Source, reader: &mut Reader) -> Self {
        let name = reader.text();
        let class = source.part(reader).text();
        let mut shapes = source.part(reader);
        let shapes = Shapes { left: shapes.size(), reader: shapes };
        let params = reader.size();
        let bits = reader.number();
        let macs = optional(reader, bits & flags::MACS);
        let flops = optional(reader, bits & flags::FLOPS);
        let activation_bytes = optional(reader, bits & flags::BYTES).map(size);
        let mut listed = |bit| {
            let mut part = (bits & bit != 0).then(|| source.part(reader))?;
            Some(Numbers { left: part.size(), reader: part })
        };
        let field = listed(flags::FIELD).map(Fields);
        let kernel = listed(flags::KERNEL);
        let inputs = Inputs { source, left: reader.size(), reader: *reader };
        inputs.for_each(|input| *reader = input.behind);
        let left = reader.size();
        let length = if left > 0 { reader.size() } else { 0 };
        let lines = Lines { source, reader: *reader, left };
        reader.bytes(length);
        Self {
            name,
            class,
            shapes,
            params,
            trainable: bits & flags::TRAINABLE != 0,
            shapes_differ: bits & flags::SHAPES_DIFFER != 0,
            macs,
            flops,
            activation_bytes,
            field,
            kernel,
            inputs,
            lines,
        }
    }
}

/// Input tensors of a layer.
#[derive(Clone, Copy)]
pub(super) struct Inputs {
    source: Source,
    reader: Reader,
    left: usize,
}

/// One input tensor of a layer.
#[derive(Clone, Copy)]
pub(super) struct Input {
    source: Source,
    place: usize,
    pub(super) call: usize,
    pub(super) output: usize,
    behind: Reader,
}

impl Inputs {
    pub(super) fn none(self) -> Self {
        Self { left: 0, ..self }
    }

    pub(super) fn is_empty(self) -> bool {
        self.left == 0
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        self.left = self.left.checked_sub(1)?;
        let place = self.reader.place();
        let (call, output) = (self.reader.size(), self.reader.size());
        Some(Input { source: self.source, place, call, output, behind: self.reader })
    }
}

impl Input {
    /// The layer that produces the tensor.
    pub(super) fn layer(self) -> Line {
        Line::read(self.source, &mut Reader::at(self.source.lines, self.place))
    }
}

/// Output shapes.
#[derive(Clone, Copy)]
pub(super) struct Shapes {
    reader: Reader,
    left: usize,
}

/// Sizes of one output.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    reader: Reader,
    left: usize,
}

impl ExactSizeIterator for Shapes {}

impl Iterator for Shapes {
    type Item = Shape;

    fn next(&mut self) -> Option<Shape> {
        self.left = self.left.checked_sub(1)?;
        let left = self.reader.size();
        let shape = Shape { reader: self.reader, left };
        let mut sizes = shape;
        while sizes.next().is_some() {}
        self.reader = sizes.reader;
        Some(shape)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl Iterator for Shape {
    type Item = Dim;

    fn next(&mut self) -> Option<Dim> {
        self.left = self.left.checked_sub(1)?;
        Some(match self.reader.number() {
            flags::UNKNOWN => Dim::Unknown,
            flags::SYMBOLIC => Dim::Symbolic(self.reader.text()),
            known => Dim::Known(size(known.saturating_sub(flags::KNOWN))),
        })
    }
}

/// A list of numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    reader: Reader,
    left: usize,
}

impl Iterator for Numbers {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.left = self.left.checked_sub(1)?;
        Some(self.reader.number())
    }
}

/// Axes of a receptive field.
#[derive(Clone, Copy)]
pub(super) struct Fields(Numbers);

impl Iterator for Fields {
    type Item = ReceptiveField;

    fn next(&mut self) -> Option<ReceptiveField> {
        let mut signed =
            || self.0.next().map(|number| (number >> 1) as i64 ^ -((number & 1) as i64));
        let [size, a, b, c, d] = [signed()?, signed()?, signed()?, signed()?, signed()?];
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        Some(ReceptiveField::new(size, Ratio::new(a, b), Ratio::new(c, d)))
    }
}

fn optional(reader: &mut Reader, is_there: u64) -> Option<u64> {
    (is_there != 0).then(|| reader.number())
}
