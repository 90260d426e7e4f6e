//! Numbers of generated code that a target must be able to count.
//!
//! The macro runs on the machine that compiles, whose `usize` may be wider than that of the target.

/// Checks that a `usize` of the target holds each of these numbers. For generated code: with it, a conversion of any of
/// them loses nothing.
///
/// # Panics
///
/// With the first number that does not fit; in a constant, that is an error of the compiler where this is called.
#[track_caller]
pub const fn fit(numbers: &[(&str, u64)]) {
    fit_below(numbers, usize::MAX as u64);
}

/// The same for a target whose largest `usize` is `most`.
#[track_caller]
const fn fit_below(mut numbers: &[(&str, u64)], most: u64) {
    while let [(name, number), rest @ ..] = numbers {
        if *number > most {
            let mut text = Text::default();
            text.push(name);
            text.push(" is ");
            text.push_number(*number);
            text.push(", the largest `usize` on this target is ");
            text.push_number(most);
            panic!("{}", text.as_str());
        }
        numbers = rest;
    }
}

/// A text that is put together in a constant; what does not fit is left out.
struct Text {
    bytes: [u8; 256],
    length: usize,
}

impl Text {
    const fn default() -> Self {
        Self { bytes: [0; 256], length: 0 }
    }

    const fn push(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [byte, others @ ..] = rest {
            self.push_byte(*byte);
            rest = others;
        }
    }

    const fn push_number(&mut self, number: u64) {
        let mut power = 1;
        while number / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            self.push_byte(b'0' + (number / power % 10) as u8);
            power /= 10;
        }
    }

    const fn push_byte(&mut self, byte: u8) {
        if self.length < self.bytes.len() {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            // A long name was cut inside a character.
            Err(_) => "a number of this model does not fit `usize` on this target",
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{fit, fit_below};

    #[test]
    fn what_a_target_cannot_count_is_named() {
        let numbers: &[(&str, u64)] =
            &[("`A` of `M`", 65_535), ("`B` of `M`", 65_536), ("`C` of `M`", u64::MAX)];
        fit(numbers);
        let long = "n".repeat(300);
        for (numbers, most, message) in [
            (numbers, u64::MAX, None),
            (
                numbers,
                u16::MAX.into(),
                Some("`B` of `M` is 65536, the largest `usize` on this target is 65535"),
            ),
            (
                numbers,
                u32::MAX.into(),
                Some(
                    "`C` of `M` is 18446744073709551615, the largest `usize` on this target is 4294967295",
                ),
            ),
            (&numbers[..1], u16::MAX.into(), None),
            (&[("zero", 0)], 0, None),
            (&[(&*long, 1)], 0, Some(&long[..256])),
        ] {
            let result = std::panic::catch_unwind(|| fit_below(numbers, most));
            let found =
                result.map_err(|panic| *panic.downcast::<std::string::String>().expect("a text"));
            assert_eq!(found.err().as_deref(), message);
        }
    }
}
