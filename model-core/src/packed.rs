//! Numbers and texts packed into bytes. A byte string costs the compiler next to nothing, whatever its length, and a program few
//! bytes, so facts that are decoded on demand are stored this way.
//!
//! A number is stored in groups of seven bits, the lowest first; the highest bit of a byte marks a continuation. A text is
//! its length in bytes followed by the bytes.

/// Takes a number from the front of a slice of bytes: a part of constant functions, in which a call takes the compiler ten
/// times as long as all this.
macro_rules! number {
    ($bytes:ident) => {{
        let mut number = 0_u64;
        let mut shift = 0;
        while let [byte, rest @ ..] = $bytes {
            $bytes = rest;
            if shift < u64::BITS {
                number |= ((*byte & 0x7f) as u64) << shift;
            }
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }};
}

pub(crate) use number;

/// A cursor over bytes.
///
/// Reading never fails: past the end there are zeros and empty texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    rest: &'static [u8],
}

impl Reader {
    pub(crate) fn at(bytes: &'static [u8], place: usize) -> Self {
        Self { rest: bytes.get(place..).unwrap_or_default() }
    }

    pub(crate) fn number(&mut self) -> u64 {
        let mut rest = self.rest;
        let number = number!(rest);
        self.rest = rest;
        number
    }

    pub(crate) fn size(&mut self) -> usize {
        size(self.number())
    }

    pub(crate) fn text(&mut self) -> &'static str {
        let length = self.size();
        str::from_utf8(self.bytes(length)).unwrap_or_default()
    }

    /// A number in four bytes.
    pub(crate) fn place(&mut self) -> usize {
        let bytes = self.bytes(4).first_chunk().copied().unwrap_or_default();
        size(u32::from_le_bytes(bytes).into())
    }

    /// The remaining bytes.
    pub(crate) fn rest(self) -> &'static [u8] {
        self.rest
    }

    /// Skips bytes and returns them.
    pub(crate) fn bytes(&mut self, length: usize) -> &'static [u8] {
        let (bytes, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        bytes
    }
}

/// Converts a number to a size.
pub(crate) fn size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(feature = "infer")]
pub use self::writer::{Writer, count, wide};

#[cfg(feature = "infer")]
mod writer {
    use alloc::vec::Vec;

    /// Converts a size to a number.
    #[must_use]
    pub fn count(size: usize) -> u64 {
        u64::try_from(size).unwrap_or(u64::MAX)
    }

    /// Converts a size to a number of the width of sums.
    #[must_use]
    pub const fn wide(size: usize) -> u128 {
        size as u128
    }

    /// Packs numbers and texts.
    #[derive(Clone, Debug, Default)]
    pub struct Writer {
        /// The bytes written so far.
        pub bytes: Vec<u8>,
    }

    impl Writer {
        /// Writes a number.
        pub fn number(&mut self, number: u64) {
            self.wide(number.into());
        }

        /// Writes a number of the width of sums, which is read as one where it fits.
        pub fn wide(&mut self, mut number: u128) {
            while number >= 0x80 {
                self.bytes.push(number as u8 | 0x80);
                number >>= 7;
            }
            self.bytes.push(number as u8);
        }

        /// Writes a size.
        pub fn size(&mut self, size: usize) {
            self.number(count(size));
        }

        /// Writes a text.
        pub fn text(&mut self, text: &str) {
            self.size(text.len());
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }
}

#[cfg(all(test, feature = "infer"))]
mod tests {
    extern crate std;
    use std::boxed::Box;

    use super::{Reader, Writer};

    #[test]
    fn what_is_written_is_read() {
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX - 1, u64::MAX];
        let mut writer = Writer::default();
        for number in numbers {
            writer.number(number);
            writer.text("größer");
        }
        writer.text("");
        let bytes: &'static [u8] = Box::leak(writer.bytes.into_boxed_slice());
        let mut reader = Reader::at(bytes, 0);
        for number in numbers {
            assert_eq!(reader.number(), number);
            assert_eq!(reader.text(), "größer");
        }
        assert_eq!((reader.text(), reader.number(), reader.text()), ("", 0, ""));
    }

    #[test]
    fn bytes_that_mean_nothing_are_no_error() {
        let mut reader = Reader::at(&[0xff; 40], 0);
        reader.number();
        for bytes in [&[0xff, 0xff, 0x7f][..], &[2, 0xc3, 0x28], &[5, b'a']] {
            assert_eq!(Reader::at(bytes, 0).text(), "");
            assert_eq!(Reader::at(bytes, 9).number(), 0);
        }
    }
}
