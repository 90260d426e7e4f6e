//! A summary as bytes: a text of them in generated code, which costs the compiler nothing, and a program a few bytes a
//! row. It is read from front to back when it is printed.
//!
//! First the model: its name, the `flags`, the four counts of parameters and bytes, the costs that are known; how many
//! lines there are, and how many bytes of parts. Then parts that lines refer to by place, each once: classes, lists of
//! shapes, receptive fields, kernels. Then the lines:
//!
//! * name, place of the class, place of the shapes, parameters, `flags`, MACs, FLOPs and bytes as far as they are known,
//!   places of field and kernel where there are any,
//! * how many inputs, and of each the place of its line in four bytes, call and output,
//! * how many lines inside, and where there are any, how many bytes, and these lines.
//!
//! Behind them stand inputs that have no line of their own, in the same form. Numbers and texts are
//! [packed](crate::packed). A list is how many numbers, and these; those of a field have their sign in the lowest bit.

/// Bits that say what follows, and what sizes begin with.
pub(super) mod flags {
    /// Those that a layer's row of numbers has, too; a model has `MACS` and `FLOPS` of them.
    pub(in super::super) use crate::table::flags::{BYTES, FLOPS, MACS, SHAPES_DIFFER, TRAINABLE};

    /// Of a model: each layer is called once, on the output of the one above.
    pub(in super::super) const CHAIN: u64 = 1;
    /// Of a layer: its receptive field.
    pub(in super::super) const FIELD: u64 = 32;
    /// Of a layer: its kernel or window.
    pub(in super::super) const KERNEL: u64 = 64;
    /// Of a model: the most bytes of activations that are live at once.
    pub(in super::super) const PEAK: u64 = 16;
    /// Of a model: the bytes of its arena.
    pub(in super::super) const ARENA: u64 = 32;

    /// A size that is not known.
    pub(in super::super) const UNKNOWN: u64 = 0;
    /// A symbolic size: a text follows.
    pub(in super::super) const SYMBOLIC: u64 = 1;
    /// A known size: that much more than it.
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

    /// What a summary tells of a model.
    #[derive(Clone, Debug, Default)]
    pub struct Page<'a> {
        /// The name shown.
        pub name: &'a str,
        /// Whether each layer is called once, on the output of the one above.
        pub is_chain: bool,
        /// Elements of all weights.
        pub params: usize,
        /// The part of them that training changes.
        pub trainable_params: usize,
        /// Bytes of all weights.
        pub param_bytes: usize,
        /// Bytes of those that training changes.
        pub trainable_param_bytes: usize,
        /// Multiply-accumulates.
        pub macs: Option<u64>,
        /// Operations of every kind.
        pub flops: Option<u64>,
        /// The most bytes of activations that are live at once.
        pub peak_activation_bytes: Option<usize>,
        /// Bytes of the arena.
        pub arena_bytes: Option<usize>,
        /// The shape of the first input, which an input layer without a line of its own has.
        pub input: Vec<Size>,
        /// The layers, in the order of their rows.
        pub lines: Vec<Line<'a>>,
    }

    /// What a summary tells of a layer.
    #[derive(Clone, Debug, Default)]
    pub struct Line<'a> {
        /// Its name.
        pub name: &'a str,
        /// Its class.
        pub class: &'a str,
        /// The shape of each output.
        pub shapes: Vec<Vec<Size>>,
        /// Elements of its weights.
        pub params: usize,
        /// Whether it is trainable.
        pub trainable: bool,
        /// Whether its calls give different shapes.
        pub shapes_differ: bool,
        /// Multiply-accumulates.
        pub macs: Option<u64>,
        /// Operations of every kind.
        pub flops: Option<u64>,
        /// Bytes of its outputs.
        pub activation_bytes: Option<usize>,
        /// Its receptive field.
        pub field: Option<&'a [ReceptiveField]>,
        /// The shape of its kernel, or its window; empty where it has neither.
        pub kernel: &'a [usize],
        /// The layers that feed it, each with call and output.
        pub inputs: Vec<(&'a str, usize, usize)>,
        /// The layers inside a nested model.
        pub lines: Vec<Line<'a>>,
    }

    /// One size of a shape.
    #[derive(Clone, Debug)]
    pub enum Size {
        /// This many elements.
        Known(usize),
        /// Not known.
        Unknown,
        /// A polynomial.
        Symbolic(String),
    }

    impl Page<'_> {
        /// The bytes that [`Summary::new`](crate::summary::Summary::new) takes.
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
            page.size(self.params);
            page.size(self.trainable_params);
            page.size(self.param_bytes);
            page.size(self.trainable_param_bytes);
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
        /// What lines refer to, and where each part is.
        parts: Writer,
        places: HashMap<Vec<u8>, usize>,
        /// Where the line of each layer is.
        layers: HashMap<&'a str, usize>,
        /// Where the place of a layer has to be written.
        inputs: Vec<(usize, &'a str)>,
    }

    impl<'a> Packer<'a> {
        /// Writes layers. The calls of a nested model's layers are not those of this model, and are not shown.
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
            writer.size(line.params);
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

        /// Where a part is, which is written at most once.
        fn part(&mut self, write: impl FnOnce(&mut Writer)) -> usize {
            let mut part = Writer::default();
            write(&mut part);
            let end = self.parts.bytes.len();
            *self.places.entry(part.bytes).or_insert_with_key(|bytes| {
                self.parts.bytes.extend_from_slice(bytes);
                end
            })
        }

        /// Writes the places of inputs, and lines for those that have none.
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

    /// The bits of those that are known.
    fn bits<const N: usize>(optional: [(Option<u64>, u64); N]) -> u64 {
        optional.iter().filter(|(value, _)| value.is_some()).map(|(_, bit)| bit).sum()
    }
}
