//! Byte format of a summary: one byte string in generated code, which costs the compiler nothing and a program a few bytes per
//! row. It is read front to back when the summary is printed.
//!
//! The model comes first: its name, the `flags`, the four counts of parameters and bytes, the known costs, the number of
//! lines, and the length of the shared parts in bytes. Then the shared parts, which lines refer to by offset: classes, lists of
//! shapes, receptive fields, kernels. Then the lines:
//!
//! * name, offset of the class, offset of the shapes, parameters, `flags`, MACs, FLOPs and bytes where known,
//!   offsets of the receptive field and the kernel if present,
//! * number of inputs, and for each the offset of its line in four bytes, the call and the output,
//! * number of nested lines, and if there are any, their length in bytes and the lines.
//!
//! Inputs without a line of their own follow in the same form. Numbers and texts are
//! [packed](crate::packed). A list is its length and its numbers; those of a receptive field have their sign in the lowest bit.

use super::{Layout, Summary};

/// Summary of these bytes, for generated code.
#[must_use]
pub const fn summary(bytes: &'static [u8]) -> Summary {
    Summary {
        bytes,
        layout: Layout::Keras3,
        line_length: None,
        terminal_width: None,
        show_trainable: false,
        expand_nested: false,
        layer_range: None,
        color: false,
        columns: &[],
    }
}

/// Flag bits, and tags of sizes.
pub(super) mod flags {
    /// Flags shared with the rows of generated tables; a model has `MACS` and `FLOPS` of them.
    pub(in super::super) use crate::table::flags::{BYTES, FLOPS, MACS, SHAPES_DIFFER, TRAINABLE};

    /// Model: each layer is called once, on the output of the layer above.
    pub(in super::super) const CHAIN: u64 = 1;
    /// Layer: has a receptive field.
    pub(in super::super) const FIELD: u64 = 32;
    /// Layer: has a kernel or window.
    pub(in super::super) const KERNEL: u64 = 64;
    /// Model: has a peak of live activation bytes.
    pub(in super::super) const PEAK: u64 = 16;
    /// Model: has an arena size.
    pub(in super::super) const ARENA: u64 = 32;

    /// Unknown size.
    pub(in super::super) const UNKNOWN: u64 = 0;
    /// Symbolic size: a text follows.
    pub(in super::super) const SYMBOLIC: u64 = 1;
    /// Known size, offset by this value.
    pub(in super::super) const KNOWN: u64 = 2;
}

#[cfg(feature = "infer")]
pub use self::writer::{Line, Page, Size};

#[cfg(feature = "infer")]
mod writer {
    use alloc::string::String;
    use alloc::vec::Vec;
    use rustc_hash::FxHashMap as HashMap;

    use super::flags;
    use crate::packed::{Writer, count};
    use crate::spec::ReceptiveField;

    /// Facts about a model.
    #[derive(Clone, Debug, Default)]
    pub struct Page<'a> {
        /// Display name.
        pub name: &'a str,
        /// True if each layer is called once, on the output of the layer above.
        pub is_chain: bool,
        /// Number of parameters.
        pub params: u128,
        /// Number of trainable parameters.
        pub trainable_params: u128,
        /// Bytes of the parameters.
        pub param_bytes: u128,
        /// Bytes of the trainable parameters.
        pub trainable_param_bytes: u128,
        /// Multiply-accumulates.
        pub macs: Option<u64>,
        /// Floating-point operations.
        pub flops: Option<u64>,
        /// Peak of live activation bytes.
        pub peak_activation_bytes: Option<usize>,
        /// Arena size in bytes.
        pub arena_bytes: Option<usize>,
        /// Shape of the first input, for an input layer without a line.
        pub input: Vec<Size>,
        /// Layers in row order.
        pub lines: Vec<Line<'a>>,
    }

    /// Facts about a layer.
    #[derive(Clone, Debug, Default)]
    pub struct Line<'a> {
        /// Its name.
        pub name: &'a str,
        /// Its class.
        pub class: &'a str,
        /// Output shapes.
        pub shapes: Vec<Vec<Size>>,
        /// Number of parameters.
        pub params: u128,
        /// Trainable flag.
        pub trainable: bool,
        /// True if its calls have different output shapes.
        pub shapes_differ: bool,
        /// Multiply-accumulates.
        pub macs: Option<u64>,
        /// Floating-point operations.
        pub flops: Option<u64>,
        /// Bytes of the outputs.
        pub activation_bytes: Option<usize>,
        /// Its receptive field.
        pub field: Option<&'a [ReceptiveField]>,
        /// Shape of the kernel, or the pooling window; empty if there is neither.
        pub kernel: &'a [usize],
        /// Input layers, each with call and output.
        pub inputs: Vec<(&'a str, usize, usize)>,
        /// Layers inside a nested model.
        pub lines: Vec<Line<'a>>,
    }

    /// Size of an axis.
    #[derive(Clone, Debug)]
    pub enum Size {
        /// Known size.
        Known(usize),
        /// Unknown size.
        Unknown,
        /// Polynomial in the symbols.
        Symbolic(String),
    }

    impl Page<'_> {
        /// Bytes for [`summary`](super::summary).
        #[must_use]
        pub fn pack(&self) -> Vec<u8> {
            let mut packer = Packer::default();
            let mut lines = Writer::default();
            packer.lines(&self.lines, true, &mut lines);
            packer.inputs(&self.input, &mut lines);

            let mut page = Writer::default();
            page.text(self.name);
            let [macs, flops] = [(self.macs, flags::MACS), (self.flops, flags::FLOPS)];
            let peak = (self.peak_activation_bytes.map(count), flags::PEAK);
            let arena = (self.arena_bytes.map(count), flags::ARENA);
            let costs = [macs, flops, peak, arena];
            page.number(u64::from(self.is_chain) * flags::CHAIN + bits(costs));
            page.wide(self.params);
            page.wide(self.trainable_params);
            page.wide(self.param_bytes);
            page.wide(self.trainable_param_bytes);
            costs.iter().filter_map(|(cost, _)| *cost).for_each(|cost| page.number(cost));
            page.size(self.lines.len());
            page.size(packer.parts.bytes.len());
            page.bytes.append(&mut packer.parts.bytes);
            page.bytes.append(&mut lines.bytes);
            page.bytes
        }
    }

    #[derive(Default)]
    struct Packer<'a> {
        /// Shared parts, and the offset of each.
        parts: Writer,
        places: HashMap<Vec<u8>, usize>,
        /// Offset of each layer's line.
        layers: HashMap<&'a str, usize>,
        /// Positions at which the offset of a layer is filled in later.
        inputs: Vec<(usize, &'a str)>,
    }

    impl<'a> Packer<'a> {
        /// Writes layers. Connections inside nested models are not shown and are left out.
        fn lines(&mut self, lines: &[Line<'a>], is_top: bool, writer: &mut Writer) {
            for line in lines {
                if is_top {
                    self.layers.insert(line.name, writer.bytes.len());
                }
                self.line(line, is_top, writer);
            }
        }

        fn line(&mut self, line: &Line<'a>, is_top: bool, writer: &mut Writer) {
            let class = self.part(|part| part.text(line.class));
            let shapes = self.part(|part| write_shapes(&line.shapes, part));
            let field = line.field.map(|axes| count(self.part(|part| write_field(axes, part))));
            let kernel = (!line.kernel.is_empty()).then(|| {
                count(self.part(|part| {
                    part.size(line.kernel.len());
                    line.kernel.iter().for_each(|size| part.size(*size));
                }))
            });
            let optional = [
                (line.macs, flags::MACS),
                (line.flops, flags::FLOPS),
                (line.activation_bytes.map(count), flags::BYTES),
                (field, flags::FIELD),
                (kernel, flags::KERNEL),
            ];
            writer.text(line.name);
            writer.size(class);
            writer.size(shapes);
            writer.wide(line.params);
            writer.number(
                u64::from(line.trainable) * flags::TRAINABLE
                    + u64::from(line.shapes_differ) * flags::SHAPES_DIFFER
                    + bits(optional),
            );
            optional.iter().filter_map(|(value, _)| *value).for_each(|value| writer.number(value));
            let inputs = if is_top { line.inputs.as_slice() } else { &[] };
            writer.size(inputs.len());
            for (layer, call, output) in inputs {
                self.inputs.push((writer.bytes.len(), layer));
                writer.bytes.extend([0; 4]);
                writer.size(*call);
                writer.size(*output);
            }
            writer.size(line.lines.len());
            if !line.lines.is_empty() {
                let mut inside = Writer::default();
                self.lines(&line.lines, false, &mut inside);
                writer.size(inside.bytes.len());
                writer.bytes.append(&mut inside.bytes);
            }
        }

        /// Offset of a part, which is written at most once.
        fn part(&mut self, write: impl FnOnce(&mut Writer)) -> usize {
            let mut part = Writer::default();
            write(&mut part);
            let end = self.parts.bytes.len();
            *self.places.entry(part.bytes).or_insert_with_key(|bytes| {
                self.parts.bytes.extend_from_slice(bytes);
                end
            })
        }

        /// Fills in the offsets of inputs, and writes lines for those that have none.
        fn inputs(&mut self, input: &[Size], writer: &mut Writer) {
            for (at, layer) in core::mem::take(&mut self.inputs) {
                let place = match self.layers.get(layer) {
                    Some(place) => *place,
                    None => {
                        let place = writer.bytes.len();
                        let line = Line {
                            name: layer,
                            shapes: [input.to_vec()].into(),
                            ..Line::default()
                        };
                        self.lines(&[line], true, writer);
                        place
                    }
                };
                let place = u32::try_from(place).unwrap_or(u32::MAX).to_le_bytes();
                if let Some(bytes) = writer.bytes.get_mut(at..at + place.len()) {
                    bytes.copy_from_slice(&place);
                }
            }
        }
    }

    fn write_shapes(shapes: &[Vec<Size>], writer: &mut Writer) {
        writer.size(shapes.len());
        for shape in shapes {
            writer.size(shape.len());
            for size in shape {
                match size {
                    Size::Known(size) => writer.number(count(*size).saturating_add(flags::KNOWN)),
                    Size::Unknown => writer.number(flags::UNKNOWN),
                    Size::Symbolic(text) => {
                        writer.number(flags::SYMBOLIC);
                        writer.text(text);
                    }
                }
            }
        }
    }

    fn write_field(axes: &[ReceptiveField], writer: &mut Writer) {
        writer.size(5 * axes.len());
        for ReceptiveField { size, stride, offset } in axes {
            let size = i64::try_from(*size).unwrap_or(i64::MAX);
            let rest = [stride.numerator, stride.denominator, offset.numerator, offset.denominator];
            for number in [size].into_iter().chain(rest) {
                writer.number(((number << 1) ^ (number >> 63)) as u64);
            }
        }
    }

    /// Flag bits of the known values.
    fn bits<const N: usize>(optional: [(Option<u64>, u64); N]) -> u64 {
        optional.iter().filter(|(value, _)| value.is_some()).map(|(_, bit)| bit).sum()
    }
}
