//! Byte strings as source text.

/// Bytes as a token. The text is made here, with patterns and places of a slice instead of calls: without optimization
/// `Literal::byte_string` takes many times as long, and models have tens of thousands of bytes.
pub(super) fn byte_string(bytes: &[u8]) -> String {
    // A byte takes four places at most.
    let mut text = vec![0; bytes.len().saturating_mul(4).saturating_add(3)];
    let (places, mut end, mut rest) = (&mut text[..], 2, bytes);
    (places[0], places[1]) = (b'b', b'"');
    while let [byte, others @ ..] = rest {
        rest = others;
        match *byte {
            byte @ (b' ' | b'!' | b'#'..=b'[' | b']'..=b'~') => {
                places[end] = byte;
                end += 1;
            }
            0 => {
                (places[end], places[end + 1]) = (b'\\', b'0');
                end += 2;
            }
            byte => {
                let (high, low) =
                    (HEXADECIMAL[byte as usize >> 4], HEXADECIMAL[byte as usize & 15]);
                (places[end], places[end + 1]) = (b'\\', b'x');
                (places[end + 2], places[end + 3]) = (high, low);
                end += 4;
            }
        }
    }
    places[end] = b'"';
    text.truncate(end + 1);
    String::from_utf8(text).unwrap_or_default()
}

const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_strings_are_those_of_the_compiler() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).chain(*b"\0").collect();
        for bytes in [&bytes[..], b"", b"plain", b"0\x001", b"\"\\"] {
            let token: syn::LitByteStr = syn::parse_str(&byte_string(bytes)).expect("a literal");
            assert_eq!(token.value(), bytes);
        }
    }
}
