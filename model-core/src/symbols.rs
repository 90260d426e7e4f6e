//! Sizes in place of a model's symbols: what generated functions of them compute with.

use core::fmt;

/// Sizes for which a model has no value: a layer has no output, or a number does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SizeError {
    layer: Option<&'static str>,
    message: &'static str,
}

impl SizeError {
    const fn new(message: &'static str) -> Self {
        Self { layer: None, message }
    }

    /// Name of the layer without an output; of a nested model, where the layer is inside it. `None` where no layer is at
    /// fault.
    #[must_use]
    pub const fn layer(&self) -> Option<&'static str> {
        self.layer
    }

    /// The text of [`Display`](fmt::Display).
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }
}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl core::error::Error for SizeError {}

/// Another number of sizes than a model has symbols.
#[doc(hidden)]
pub const WRONG_COUNT: SizeError = SizeError::new("expected one size for each symbol of the model");

/// A condition on the sizes: a size that is computed, the layer that has it, and the message where it is none.
#[doc(hidden)]
pub type Condition = (i128, &'static str, &'static str);

/// Checks the sizes for a model without symbols.
#[doc(hidden)]
pub const fn none(sizes: &[usize]) -> Result<(), SizeError> {
    if sizes.is_empty() { Ok(()) } else { Err(WRONG_COUNT) }
}

/// The value of a symbol, to compute with: one more than `limit` for all that are larger.
#[doc(hidden)]
#[must_use]
pub const fn symbol(size: usize, limit: u32) -> i128 {
    let end = limit as i128 + 1;
    if size as i128 > end { end } else { size as i128 }
}

/// Checks the values of all symbols, which are at most `limit`, and the conditions in order.
#[doc(hidden)]
pub const fn check(
    mut symbols: &[i128],
    limit: u32,
    mut conditions: &[Condition],
) -> Result<(), SizeError> {
    while let [symbol, rest @ ..] = symbols {
        if *symbol < 1 {
            return Err(SizeError::new("a symbolic size is at least 1"));
        }
        if *symbol > limit as i128 {
            return Err(SizeError::new(match limit {
                u32::MAX => "a symbolic size has at most 32 bits",
                _ => "arithmetic on symbolic sizes overflows",
            }));
        }
        symbols = rest;
    }
    while let [(size, layer, message), rest @ ..] = conditions {
        if *size < 1 {
            return Err(SizeError { layer: Some(layer), message });
        }
        if *size > usize::MAX as i128 {
            let message = "a size does not fit a `usize`";
            return Err(SizeError { layer: Some(layer), message });
        }
        conditions = rest;
    }
    Ok(())
}

/// `value`, where the sizes were checked.
#[doc(hidden)]
pub const fn give<T: Copy, U: Copy>(
    checked: Result<T, SizeError>,
    value: U,
) -> Result<U, SizeError> {
    match checked {
        Ok(_) => Ok(value),
        Err(error) => Err(error),
    }
}

/// A size that a condition is about.
#[doc(hidden)]
#[must_use]
pub const fn size(size: i128) -> usize {
    size as usize
}

/// A count of operations, where the sizes were checked.
#[doc(hidden)]
pub const fn count<T: Copy>(
    checked: Result<T, SizeError>,
    count: i128,
    too_large: &'static str,
) -> Result<u64, SizeError> {
    match checked {
        Ok(_) if count >= 0 && count <= u64::MAX as i128 => Ok(count as u64),
        Ok(_) => Err(SizeError::new(too_large)),
        Err(error) => Err(error),
    }
}

/// The largest of some counts of bytes, where the sizes were checked.
#[doc(hidden)]
pub const fn largest<T: Copy, const N: usize>(
    checked: Result<T, SizeError>,
    bytes: [i128; N],
) -> Result<usize, SizeError> {
    let mut largest = 0;
    let mut bytes: &[i128] = &bytes;
    while let [first, rest @ ..] = bytes {
        if *first > largest {
            largest = *first;
        }
        bytes = rest;
    }
    match checked {
        Ok(_) if largest <= usize::MAX as i128 => Ok(largest as usize),
        Ok(_) => Err(SizeError::new("activation size overflows")),
        Err(error) => Err(error),
    }
}

/// One size of one output, where the sizes were checked; `None` where it is unknown or there is no such axis.
#[doc(hidden)]
pub const fn output_size<T: Copy>(
    checked: Result<T, SizeError>,
    outputs: &[&[Option<i128>]],
    output: usize,
    axis: usize,
) -> Result<Option<usize>, SizeError> {
    match checked {
        Ok(_) if output < outputs.len() && axis < outputs[output].len() => {
            match outputs[output][axis] {
                Some(size) => Ok(Some(size as usize)),
                None => Ok(None),
            }
        }
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A value that is always known.
#[doc(hidden)]
pub fn known<T>(value: Result<T, SizeError>) -> Result<Option<T>, SizeError> {
    value.map(Some)
}

/// The value, or a panic with the message of the error.
///
/// # Panics
///
/// Where there is no value.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn expect<T: Copy>(value: Result<T, SizeError>) -> T {
    match value {
        Ok(value) => value,
        Err(error) => panic!("{}", error.message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_checked_in_order() {
        let conditions: &[Condition] = &[(3, "a", "no a"), (0, "b", "no b"), (-1, "c", "no c")];
        let error = check(&[1, 2], u32::MAX, conditions).unwrap_err();
        assert_eq!((error.layer(), error.message()), (Some("b"), "no b"));
        assert_eq!(check(&[1, 2], u32::MAX, &conditions[..1]), Ok(()));
        for (size, limit) in [(0, u32::MAX), (usize::MAX, u32::MAX), (4, 3), (usize::MAX, 3)] {
            let error = check(&[symbol(size, limit)], limit, &[]).unwrap_err();
            assert_eq!(error.layer(), None, "{size}");
        }
        assert_eq!(check(&[symbol(3, 3)], 3, &[]), Ok(()));
        let large = i128::from(u64::MAX) + 1;
        assert_eq!(check(&[1], u32::MAX, &[(large, "a", "")]).unwrap_err().layer(), Some("a"));
        assert!(count(Ok(()), large, "MACs").is_err() && largest(Ok(()), [1, large]).is_err());
    }
}
