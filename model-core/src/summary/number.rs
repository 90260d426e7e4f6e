//! Number formatting of the tables.

use core::fmt;

/// A count with thousands separators: `9,494,561`.
#[derive(Clone, Copy)]
pub(super) struct Grouped(pub(super) u64);

impl Grouped {
    /// A count from a `usize`.
    pub(super) const fn of(count: usize) -> Self {
        Self(count as u64)
    }
}

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut group = self.0.checked_ilog10().unwrap_or(0) / 3;
        let mut unit = 1000_u64.pow(group);
        write!(f, "{}", self.0 / unit)?;
        while group > 0 {
            group -= 1;
            unit /= 1000;
            write!(f, ",{:03}", self.0 / unit % 1000)?;
        }
        Ok(())
    }
}

/// Bytes in the largest unit with a value of at least one: `36.22 MB`.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) bytes: usize,
    /// Name of the unit byte: `B` in Keras 3, `Byte` in Keras 2.
    pub(super) byte: &'static str,
}

impl fmt::Display for Size {
    #[allow(clippy::cast_precision_loss)] // Keras counts in floating point too
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut size = self.bytes as f64;
        let mut unit = self.byte;
        for larger in ["KB", "MB", "GB", "TB", "PB"] {
            if size < 1024.0 {
                break;
            }
            size /= 1024.0;
            unit = larger;
        }
        write!(f, "{size:.2} {unit}")
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::string::ToString;

    use super::{Grouped, Size};

    #[test]
    fn counts_have_commas() {
        for (count, text) in [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1000, "1,000"),
            (1_000_001, "1,000,001"),
            (9_494_561, "9,494,561"),
            (123_456_789, "123,456,789"),
        ] {
            assert_eq!(Grouped(count).to_string(), text);
        }
        assert_eq!(Grouped(u64::MAX).to_string().replace(',', ""), u64::MAX.to_string());
    }

    #[test]
    fn sizes_have_two_decimals() {
        for (bytes, text) in [
            (0, "0.00 B"),
            (688, "688.00 B"),
            (1023, "1023.00 B"),
            (1024, "1.00 KB"),
            (340, "340.00 B"),
            (37_978_244, "36.22 MB"),
            // Ties are those of the binary fraction and round to the even digit, as in C's `printf`: 1.125.
            (1152, "1.12 KB"),
            (1_048_575, "1024.00 KB"),
            (1_048_576, "1.00 MB"),
        ] {
            assert_eq!(Size { bytes, byte: "B" }.to_string(), text);
        }
        assert_eq!(Size { bytes: 0, byte: "Byte" }.to_string(), "0.00 Byte");
        assert!(Size { bytes: usize::MAX, byte: "B" }.to_string().ends_with(" PB"));
    }
}
