//! The code of a plan: values as bytes, each written and read field by field.
//!
//! Numbers are LEB128, signed ones zigzag, floats their eight bytes, texts and lists preceded by their length. `record!` and
//! `choice!` declare a type together with its code, so that a field stands in one place. Reading allocates nothing and
//! never panics: bytes that mean nothing are [`Damaged`].

use core::fmt;
use core::marker::PhantomData;

use crate::spec::DType;

/// Bytes that are no plan of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bytes of the plan are damaged")
    }
}

impl core::error::Error for Damaged {}

/// Reads bytes from front to back.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads these bytes.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// True at the end.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next value.
    pub fn value<T: Code<'a>>(&mut self) -> Result<T, Damaged> {
        T::read(self)
    }

    fn byte(&mut self) -> Result<u8, Damaged> {
        let (first, rest) = self.rest.split_first().ok_or(Damaged)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn bytes(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(Damaged)?;
        self.rest = rest;
        Ok(bytes)
    }
}

/// A value with a code.
pub trait Code<'a>: Sized {
    /// Reads the value.
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged>;

    /// Writes the value.
    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer);
}

#[cfg(feature = "infer")]
pub use crate::packed::Writer;

impl Code<'_> for u64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let mut number = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = reader.byte()?;
            let bits = Self::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(Damaged);
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Damaged)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.number(*self);
    }
}

impl Code<'_> for usize {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        Self::try_from(u64::read(reader)?).map_err(|_| Damaged)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.size(*self);
    }
}

impl Code<'_> for i64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let number = u64::read(reader)?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.number((self.cast_unsigned() << 1) ^ (self >> 63).cast_unsigned());
    }
}

impl Code<'_> for f64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let bytes = reader.bytes(8)?;
        bytes.first_chunk().map(|bytes| Self::from_le_bytes(*bytes)).ok_or(Damaged)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.bytes.extend_from_slice(&self.to_le_bytes());
    }
}

impl Code<'_> for bool {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        match reader.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Damaged),
        }
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.number((*self).into());
    }
}

impl<'a> Code<'a> for &'a str {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        let length = usize::read(reader)?;
        str::from_utf8(reader.bytes(length)?).map_err(|_| Damaged)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl<'a, T: Code<'a>> Code<'a> for Option<T> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        if bool::read(reader)? { T::read(reader).map(Some) } else { Ok(None) }
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        if let Some(value) = self {
            value.write(writer);
        }
    }
}

impl<'a, T: Code<'a> + Copy> Code<'a> for [T; 3] {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        Ok([T::read(reader)?, T::read(reader)?, T::read(reader)?])
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        self.iter().for_each(|value| value.write(writer));
    }
}

impl<'a, A: Code<'a>, B: Code<'a>> Code<'a> for (A, B) {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        Ok((A::read(reader)?, B::read(reader)?))
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
        self.1.write(writer);
    }
}

/// The number of the dtype in [`DType::ALL`].
impl Code<'_> for DType {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        Self::ALL.get(usize::read(reader)?).map(|(_, dtype)| *dtype).ok_or(Damaged)
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.size(Self::ALL.iter().position(|(_, dtype)| dtype == self).unwrap_or_default());
    }
}

/// Values that are read one after the other.
pub struct List<'a, T> {
    length: usize,
    bytes: &'a [u8],
    of: PhantomData<T>,
}

impl<T> Clone for List<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<'_, T> {}

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self { length: 0, bytes: &[], of: PhantomData }
    }
}

/// Lists are equal where their codes are.
impl<T> PartialEq for List<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        (self.length, self.bytes) == (other.length, other.bytes)
    }
}

impl<'a, T: Code<'a> + fmt::Debug> fmt::Debug for List<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a, T: Code<'a>> List<'a, T> {
    /// Number of values.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// True if empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The values; fewer than [`len`](Self::len) where the bytes are damaged.
    #[must_use]
    pub const fn iter(&self) -> Values<'a, T> {
        Values { left: self.length, reader: Reader::new(self.bytes), of: PhantomData }
    }

    /// The value at `index`, by reading those before it.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<T> {
        self.iter().nth(index)
    }

    /// These values, whose code `scratch` keeps.
    #[cfg(feature = "infer")]
    #[must_use]
    pub fn new(values: &[T], scratch: &'a Scratch) -> Self {
        let mut writer = Writer::default();
        values.iter().for_each(|value| value.write(&mut writer));
        Self { length: values.len(), bytes: scratch.keep(writer.bytes), of: PhantomData }
    }
}

impl<'a, T: Code<'a>> IntoIterator for List<'a, T> {
    type Item = T;
    type IntoIter = Values<'a, T>;

    fn into_iter(self) -> Values<'a, T> {
        self.iter()
    }
}

impl<'a, T> Code<'a> for List<'a, T> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Damaged> {
        let length = usize::read(reader)?;
        let bytes = usize::read(reader)?;
        Ok(Self { length, bytes: reader.bytes(bytes)?, of: PhantomData })
    }

    #[cfg(feature = "infer")]
    fn write(&self, writer: &mut Writer) {
        writer.size(self.length);
        writer.size(self.bytes.len());
        writer.bytes.extend_from_slice(self.bytes);
    }
}

/// The values of a [`List`].
#[derive(Clone, Debug)]
pub struct Values<'a, T> {
    left: usize,
    reader: Reader<'a>,
    of: PhantomData<T>,
}

impl<'a, T: Code<'a>> Iterator for Values<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.left = self.left.checked_sub(1)?;
        T::read(&mut self.reader).ok()
    }
}

/// Keeps what operations refer to until they are written.
#[cfg(feature = "infer")]
#[derive(Debug, Default)]
pub struct Scratch {
    bytes: Kept<u8>,
    shapes: Kept<crate::shape::Shape>,
}

/// Lists that stay where they are while more are added.
#[cfg(feature = "infer")]
#[derive(Debug)]
struct Kept<T>(core::cell::OnceCell<alloc::boxed::Box<(alloc::vec::Vec<T>, Self)>>);

#[cfg(feature = "infer")]
impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(core::cell::OnceCell::new())
    }
}

#[cfg(feature = "infer")]
impl<T> Kept<T> {
    fn keep(&self, list: alloc::vec::Vec<T>) -> &[T] {
        let mut last = self;
        while let Some(kept) = last.0.get() {
            last = &kept.1;
        }
        &last.0.get_or_init(|| alloc::boxed::Box::new((list, Self::default()))).0
    }
}

#[cfg(feature = "infer")]
impl Scratch {
    /// Keeps these bytes.
    #[must_use]
    pub fn keep(&self, bytes: alloc::vec::Vec<u8>) -> &[u8] {
        self.bytes.keep(bytes)
    }

    /// Keeps these shapes.
    #[must_use]
    pub fn keep_shapes(
        &self,
        shapes: alloc::vec::Vec<crate::shape::Shape>,
    ) -> &[crate::shape::Shape] {
        self.shapes.keep(shapes)
    }
}

/// Declares a struct with its code: its fields in order.
macro_rules! record {
    ($(#[$meta:meta])* $visibility:vis struct $name:ident $(<$lifetime:lifetime>)? {
        $($(#[$of_field:meta])* $of_field_visibility:vis $field:ident: $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        $visibility struct $name $(<$lifetime>)? {
            $($(#[$of_field])* $of_field_visibility $field: $ty,)*
        }

        impl<'a> $crate::plan::code::Code<'a> for $name $(<$lifetime>)? {
            fn read(
                reader: &mut $crate::plan::code::Reader<'a>,
            ) -> Result<Self, $crate::plan::code::Damaged> {
                Ok(Self { $($field: reader.value()?,)* })
            }

            #[cfg(feature = "infer")]
            fn write(&self, writer: &mut $crate::plan::code::Writer) {
                $($crate::plan::code::Code::write(&self.$field, writer);)*
            }
        }
    };
}

/// Declares an enum with its code: the number of the variant, then its value where it has one. Numbers are never used again
/// for another variant within a version.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident $(<$lifetime:lifetime>)? {
        $($(#[$of_variant:meta])* $number:literal => $variant:ident $(($ty:ty))?,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum $name $(<$lifetime>)? {
            $($(#[$of_variant])* $variant $(($ty))?,)*
        }

        impl<'a> $crate::plan::code::Code<'a> for $name $(<$lifetime>)? {
            fn read(
                reader: &mut $crate::plan::code::Reader<'a>,
            ) -> Result<Self, $crate::plan::code::Damaged> {
                match reader.value::<u64>()? {
                    $($number => Ok(Self::$variant $((reader.value::<$ty>()?))?),)*
                    _ => Err($crate::plan::code::Damaged),
                }
            }

            #[cfg(feature = "infer")]
            fn write(&self, writer: &mut $crate::plan::code::Writer) {
                match self {
                    $(choice!(@pattern value $variant $($ty)?) => {
                        writer.number($number);
                        $(<$ty as $crate::plan::code::Code>::write(value, writer);)?
                    })*
                }
            }
        }
    };
    (@pattern $value:ident $variant:ident) => { Self::$variant };
    (@pattern $value:ident $variant:ident $ty:ty) => { Self::$variant($value) };
}

pub(super) use {choice, record};
