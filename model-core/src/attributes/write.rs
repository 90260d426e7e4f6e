//! Arguments of layers to bytes.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;
use rustc_hash::FxHashMap as HashMap;

use super::{TEXTS, tags};
use crate::layers::{Layer, LayerKind};
use crate::packed::{Writer as Bytes, count};
use crate::value::Value;

/// Name of the last argument of every layer.
const DTYPE: &str = "dtype";

/// Packs the arguments of the layers of one model.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    texts: Bytes,
    places: HashMap<Box<str>, u64>,
    /// Written names of the arguments of each class, which are always the same.
    names: HashMap<&'static str, Vec<u8>>,
    blocks: Bytes,
    offsets: HashMap<Vec<u8>, u64>,
}

impl Writer {
    /// Offset of the block of a layer's arguments, which is written at most once.
    pub fn layer(&mut self, layer: &Layer) -> u64 {
        let mut block = Bytes::default();
        self.arguments(layer, &mut block);
        let end = count(self.blocks.bytes.len());
        *self.offsets.entry(block.bytes).or_insert_with_key(|bytes| {
            self.blocks.bytes.extend_from_slice(bytes);
            end
        })
    }

    /// Number of all bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        TEXTS + self.texts.bytes.len() + self.blocks.bytes.len()
    }

    /// Whether there are no arguments.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.bytes.is_empty()
    }

    /// All bytes.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        // Texts and blocks of a model are far from 4 GB: each is a token that the compiler was given.
        let length = u32::try_from(self.texts.bytes.len()).unwrap_or(u32::MAX);
        let mut bytes = Vec::from(length.to_le_bytes());
        bytes.extend_from_slice(&self.texts.bytes);
        bytes.extend_from_slice(&self.blocks.bytes);
        bytes
    }

    /// The block of a layer's arguments, its `dtype` last.
    fn arguments(&mut self, layer: &Layer, bytes: &mut Bytes) {
        let dtype = Value::Word(layer.dtype.name().into());
        let arguments = match &layer.kind {
            LayerKind::Class(class, args) => {
                let names = match self.names.get(class.name) {
                    Some(names) => names,
                    None => {
                        let names = args.iter().map(|(parameter, _)| parameter.name);
                        let names: Vec<&str> = names.chain([DTYPE]).collect();
                        let mut written = Bytes::default();
                        self.names_of(&names, &mut written);
                        self.names.entry(class.name).or_insert(written.bytes)
                    }
                };
                bytes.bytes.extend_from_slice(names);
                for (_, value) in args.iter() {
                    self.value(value, bytes);
                }
                return self.value(&dtype, bytes);
            }
            LayerKind::Custom(custom) => custom.arguments(),
            LayerKind::Input | LayerKind::Sequential(_) | LayerKind::Model(_) => Vec::new(),
        };
        let arguments: Vec<_> = arguments.into_iter().chain([(DTYPE, &dtype)]).collect();
        self.block(&arguments, bytes);
    }

    fn block(&mut self, arguments: &[(&str, &Value)], bytes: &mut Bytes) {
        let names: Vec<&str> = arguments.iter().map(|(name, _)| *name).collect();
        self.names_of(&names, bytes);
        for (_, value) in arguments {
            self.value(value, bytes);
        }
    }

    /// Names of a block, with their number.
    fn names_of(&mut self, names: &[&str], bytes: &mut Bytes) {
        bytes.size(names.len());
        for name in names {
            let name = self.text(name);
            bytes.number(name);
        }
    }

    /// Offset of a text, which is written at most once.
    fn text(&mut self, text: &str) -> u64 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let end = count(self.texts.bytes.len());
        self.texts.text(text);
        self.places.insert(text.into(), end);
        end
    }

    fn value(&mut self, value: &Value, bytes: &mut Bytes) {
        let mut of_text = |tag: u8, text: &str| {
            bytes.bytes.push(tag);
            let text = self.text(text);
            bytes.number(text);
        };
        match value {
            Value::Str(text) => of_text(tags::TEXT, text),
            Value::Word(text) => of_text(tags::WORD, text),
            Value::Size(size) => of_text(tags::SIZE, &size.to_string()),
            Value::Bool(value) => bytes.bytes.push(if *value { tags::TRUE } else { tags::FALSE }),
            Value::Int(value) => {
                bytes.bytes.push(tags::INT);
                bytes.number(signed(*value));
            }
            Value::Float(value) => {
                bytes.bytes.push(tags::FLOAT);
                bytes.bytes.extend(value.to_bits().to_le_bytes());
            }
            Value::Range(start, end) => {
                bytes.bytes.push(tags::RANGE);
                bytes.number(signed(*start));
                bytes.number(signed(*end));
            }
            Value::Tuple(items) | Value::List(items) => {
                bytes.bytes.push(tags::LIST);
                bytes.size(items.len());
                items.iter().for_each(|item| self.value(item, bytes));
            }
            Value::Object(object) => {
                of_text(tags::OBJECT, &object.name);
                let arguments = object.arguments.iter();
                let arguments: Vec<(&str, &Value)> = arguments
                    .map(|(name, value)| (name.as_deref().unwrap_or_default(), value))
                    .collect();
                self.block(&arguments, bytes);
            }
            Value::Layer(layer) => {
                of_text(tags::LAYER, &layer.name);
                let class = self.text(layer.class_name());
                bytes.number(class);
                self.arguments(layer, bytes);
            }
            // Tensors are inputs, and a model with mistakes has no facts.
            Value::None | Value::Tensor(_) | Value::Poisoned(_) => bytes.bytes.push(tags::NONE),
        }
    }
}

/// A number with its sign in the lowest bit.
fn signed(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn signs_are_the_lowest_bit() {
        for (value, number) in
            [(0, 0), (-1, 1), (1, 2), (i64::MAX, u64::MAX - 1), (i64::MIN, u64::MAX)]
        {
            assert_eq!(signed(value), number);
        }
    }
}
