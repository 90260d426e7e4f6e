//! Arguments of layers, as facts of a model: a byte string in generated code, decoded where it is read.
//!
//! The bytes begin with the length of the texts, in four bytes, and the texts. Then come blocks, one for all layers with the
//! same arguments: the number of arguments, their names, and their values. A name is the offset of a text. A value is a tag,
//! and
//!
//! * of an integer its number, the sign in the lowest bit, of a range two of these, of a float its eight bytes,
//! * of a word, a text or a symbolic size the offset of a text,
//! * of a list the number of values, and the values,
//! * of an object, such as an initializer, the offset of its name and a block; the name of an argument without one is empty,
//! * of a layer the offsets of its name and its class, and a block.
//!
//! Numbers and texts are [packed](crate::packed).

use core::fmt;
use core::hash::{Hash, Hasher};

#[cfg(feature = "infer")]
mod write;

#[cfg(feature = "infer")]
pub use self::write::Writer;

/// Tags of values.
mod tags {
    /// As every byte that is no other tag.
    #[cfg(feature = "infer")]
    pub(super) const NONE: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    pub(super) const INT: u8 = 3;
    pub(super) const FLOAT: u8 = 4;
    pub(super) const TEXT: u8 = 5;
    pub(super) const WORD: u8 = 6;
    pub(super) const SIZE: u8 = 7;
    pub(super) const RANGE: u8 = 8;
    pub(super) const LIST: u8 = 9;
    pub(super) const OBJECT: u8 = 10;
    pub(super) const LAYER: u8 = 11;
}

/// Arguments by name: those of a layer, or of an initializer and the like. Defaults are among them.
#[derive(Clone, Copy)]
pub struct Attributes {
    at: Cursor,
}

/// The value of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Attribute {
    /// `None`.
    None,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(Float),
    /// A string.
    Text(&'static str),
    /// A bare word: `same`, `relu`.
    Word(&'static str),
    /// A size that is symbolic, as text, or unknown, as `None`.
    Size(&'static str),
    /// `start..end`, the end excluded.
    Range(i64, i64),
    /// A list or a tuple.
    List(List),
    /// An initializer, a regularizer or a constraint with arguments: `L2(1e-4)`.
    Object(Object),
    /// A layer, as in a wrapper.
    Layer(Nested),
}

/// A float that compares by its bits, so that a layer with one has equality.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Float(u64);

/// Values in order.
#[derive(Clone, Copy)]
pub struct List {
    at: Cursor,
}

/// An object with its arguments.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Object {
    /// The Keras name, such as `HeNormal`.
    pub name: &'static str,
    /// Its arguments, as far as they are written; the name of one that is given by position is empty.
    pub attributes: Attributes,
}

/// A layer that is an argument of another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Nested {
    /// Its name, such as `lstm`.
    pub name: &'static str,
    /// Its Keras class, such as `LSTM`.
    pub class: &'static str,
    /// Its arguments.
    pub attributes: Attributes,
}

impl Attributes {
    /// No arguments.
    pub(crate) const NONE: Self = Self { at: Cursor { bytes: &[], place: 0 } };

    /// The block at an offset among the blocks.
    pub(crate) const fn new(bytes: &'static [u8], offset: u64) -> Self {
        let texts = (Cursor { bytes, place: 0 }).little_endian(TEXTS);
        Self { at: Cursor { bytes, place: TEXTS + texts as usize + offset as usize } }
    }

    /// Number of arguments.
    #[must_use]
    pub const fn len(self) -> usize {
        let mut at = self.at;
        at.number() as usize
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of the argument of this name.
    #[must_use]
    pub const fn get(self, name: &str) -> Option<Attribute> {
        let mut at = self.at;
        let count = at.number();
        let mut index = 0;
        while index < count {
            if equal(at.text(), name) {
                return match self.at(index as usize) {
                    Some((_, value)) => Some(value),
                    None => None,
                };
            }
            index += 1;
        }
        None
    }

    /// Name and value of an argument, by its place.
    #[must_use]
    pub const fn at(self, index: usize) -> Option<(&'static str, Attribute)> {
        let mut at = self.at;
        let count = at.number() as usize;
        if index >= count {
            return None;
        }
        let mut name = "";
        let mut place = 0;
        while place < count {
            let text = at.text();
            if place == index {
                name = text;
            }
            place += 1;
        }
        at.skip(index as u64);
        Some((name, at.value()))
    }
}

/// Names with values, in the order of the parameters.
impl IntoIterator for Attributes {
    type Item = (&'static str, Attribute);
    type IntoIter = AttributesIter;

    fn into_iter(self) -> AttributesIter {
        let mut values = self.at;
        let left = values.number() as usize;
        let names = values;
        for _ in 0..left {
            let _ = values.number();
        }
        AttributesIter { names, values, left }
    }
}

/// Iterator over [`Attributes`].
#[derive(Clone, Copy)]
pub struct AttributesIter {
    names: Cursor,
    values: Cursor,
    left: usize,
}

impl Iterator for AttributesIter {
    type Item = (&'static str, Attribute);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let item = (self.names.text(), self.values.value());
        self.values.skip(1);
        Some(item)
    }
}

impl Attribute {
    /// The number of an integer.
    #[must_use]
    pub const fn as_int(self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(value),
            _ => None,
        }
    }

    /// The number of an integer or a float.
    #[must_use]
    pub const fn as_float(self) -> Option<f64> {
        match self {
            Self::Float(value) => Some(value.get()),
            Self::Int(value) => Some(value as f64),
            _ => None,
        }
    }

    /// The value of a boolean.
    #[must_use]
    pub const fn as_bool(self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The text of a word, a string, a size or an object's name.
    #[must_use]
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::Text(text) | Self::Word(text) | Self::Size(text) => Some(text),
            Self::Object(object) => Some(object.name),
            _ => None,
        }
    }

    /// The values of a list or a tuple.
    #[must_use]
    pub const fn as_list(self) -> Option<List> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }
}

impl Float {
    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl From<f64> for Float {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

impl List {
    /// Number of values.
    #[must_use]
    pub const fn len(self) -> usize {
        let mut at = self.at;
        at.number() as usize
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// A value by its place.
    #[must_use]
    pub const fn get(self, index: usize) -> Option<Attribute> {
        let mut at = self.at;
        if index as u64 >= at.number() {
            return None;
        }
        at.skip(index as u64);
        Some(at.value())
    }
}

impl IntoIterator for List {
    type Item = Attribute;
    type IntoIter = ListIter;

    fn into_iter(self) -> ListIter {
        let mut at = self.at;
        let left = at.number() as usize;
        ListIter { at, left }
    }
}

/// Iterator over a [`List`].
#[derive(Clone, Copy)]
pub struct ListIter {
    at: Cursor,
    left: usize,
}

impl Iterator for ListIter {
    type Item = Attribute;

    fn next(&mut self) -> Option<Attribute> {
        self.left = self.left.checked_sub(1)?;
        let value = self.at.value();
        self.at.skip(1);
        Some(value)
    }
}

/// Bytes of the length of the texts.
const TEXTS: usize = 4;

/// A place in the bytes. Behind their end are zeros.
#[derive(Clone, Copy)]
struct Cursor {
    bytes: &'static [u8],
    place: usize,
}

impl Cursor {
    const fn byte(&mut self) -> u8 {
        if self.place >= self.bytes.len() {
            return 0;
        }
        self.place += 1;
        self.bytes[self.place - 1]
    }

    const fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            if shift < u64::BITS {
                number |= ((byte & 0x7f) as u64) << shift;
            }
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    const fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    const fn little_endian(mut self, length: usize) -> u64 {
        let (mut number, mut index) = (0, 0);
        while index < length {
            number |= (self.byte() as u64) << (8 * index);
            index += 1;
        }
        number
    }

    /// The text whose offset comes next.
    const fn text(&mut self) -> &'static str {
        let offset = self.number() as usize;
        let mut text = Cursor { bytes: self.bytes, place: TEXTS.saturating_add(offset) };
        let length = text.number() as usize;
        let Some((_, rest)) = text.bytes.split_at_checked(text.place) else { return "" };
        let Some((text, _)) = rest.split_at_checked(length) else { return "" };
        match str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// The next value, without going on.
    const fn value(mut self) -> Attribute {
        match self.byte() {
            tags::FALSE => Attribute::Bool(false),
            tags::TRUE => Attribute::Bool(true),
            tags::INT => Attribute::Int(self.signed()),
            tags::FLOAT => Attribute::Float(Float(self.little_endian(8))),
            tags::TEXT => Attribute::Text(self.text()),
            tags::WORD => Attribute::Word(self.text()),
            tags::SIZE => Attribute::Size(self.text()),
            tags::RANGE => {
                let start = self.signed();
                Attribute::Range(start, self.signed())
            }
            tags::LIST => Attribute::List(List { at: self }),
            tags::OBJECT => {
                let name = self.text();
                Attribute::Object(Object { name, attributes: Attributes { at: self } })
            }
            tags::LAYER => {
                let (name, class) = (self.text(), self.text());
                Attribute::Layer(Nested { name, class, attributes: Attributes { at: self } })
            }
            _ => Attribute::None,
        }
    }

    /// Goes on behind some values.
    const fn skip(&mut self, values: u64) {
        let mut pending = values;
        // Every value takes a byte: what has no end is no more than all bytes.
        while pending > 0 && self.place < self.bytes.len() {
            pending -= 1;
            match self.byte() {
                tags::INT | tags::TEXT | tags::WORD | tags::SIZE => {
                    let _ = self.number();
                }
                tags::FLOAT => self.place += 8,
                tags::RANGE => {
                    let _ = (self.number(), self.number());
                }
                tags::LIST => pending = pending.saturating_add(self.number()),
                tags::OBJECT => {
                    let _ = self.number();
                    pending = pending.saturating_add(self.skip_names());
                }
                tags::LAYER => {
                    let _ = (self.number(), self.number());
                    pending = pending.saturating_add(self.skip_names());
                }
                _ => {}
            }
        }
    }

    /// Goes on behind the names of a block, and returns how many there are.
    const fn skip_names(&mut self) -> u64 {
        let count = self.number();
        let mut index = 0;
        while index < count && self.place < self.bytes.len() {
            let _ = self.number();
            index += 1;
        }
        count
    }
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

impl PartialEq for Attributes {
    fn eq(&self, other: &Self) -> bool {
        self.into_iter().eq(*other)
    }
}

impl Eq for Attributes {}

impl Hash for Attributes {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.into_iter().for_each(|entry| entry.hash(state));
    }
}

impl fmt::Debug for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(*self).finish()
    }
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.into_iter().eq(*other)
    }
}

impl Eq for List {}

impl Hash for List {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.into_iter().for_each(|value| value.hash(state));
    }
}

impl fmt::Debug for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}

impl fmt::Debug for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Attribute::Layer(*self), f)
    }
}

impl fmt::Debug for AttributesIter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(*self).finish()
    }
}

impl fmt::Debug for ListIter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}

/// Writes the object as the language does: `L2(l2 = 0.01)`.
impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        arguments(self.attributes, f)
    }
}

/// Writes the value as the language does: `same`, `(1, 2)`, `LSTM(units = 64, ..)`.
impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Word(text) | Self::Size(text) => f.write_str(text),
            Self::Range(start, end) => write!(f, "{start}..{end}"),
            Self::List(list) => {
                f.write_str("[")?;
                for (index, value) in list.into_iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}{value}")?;
                }
                f.write_str("]")
            }
            Self::Object(object) => write!(f, "{object}"),
            Self::Layer(layer) => {
                f.write_str(layer.class)?;
                arguments(layer.attributes, f)
            }
        }
    }
}

fn arguments(attributes: Attributes, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("(")?;
    for (index, (name, value)) in attributes.into_iter().enumerate() {
        let comma = if index > 0 { ", " } else { "" };
        let equals = if name.is_empty() { "" } else { " = " };
        write!(f, "{comma}{name}{equals}{value}")?;
    }
    f.write_str(")")
}

#[cfg(feature = "serde")]
mod json {
    use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

    use super::{Attribute, Attributes, List};

    /// A map by the names.
    impl Serialize for Attributes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(self.len()))?;
            for (name, value) in *self {
                map.serialize_entry(name, &value)?;
            }
            map.end()
        }
    }

    /// The value itself; an object has `name` and `attributes`, a layer its `class`, too.
    impl Serialize for Attribute {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::None => serializer.serialize_none(),
                Self::Bool(value) => serializer.serialize_bool(*value),
                Self::Int(value) => serializer.serialize_i64(*value),
                Self::Float(value) => serializer.serialize_f64(value.get()),
                Self::Text(text) | Self::Word(text) | Self::Size(text) => {
                    serializer.serialize_str(text)
                }
                Self::Range(start, end) => [start, end].serialize(serializer),
                Self::List(list) => list.serialize(serializer),
                Self::Object(object) => {
                    let mut fields = serializer.serialize_struct("Object", 2)?;
                    fields.serialize_field("name", object.name)?;
                    fields.serialize_field("attributes", &object.attributes)?;
                    fields.end()
                }
                Self::Layer(layer) => {
                    let mut fields = serializer.serialize_struct("Layer", 3)?;
                    fields.serialize_field("name", layer.name)?;
                    fields.serialize_field("class", layer.class)?;
                    fields.serialize_field("attributes", &layer.attributes)?;
                    fields.end()
                }
            }
        }
    }

    impl Serialize for List {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(*self)
        }
    }
}
