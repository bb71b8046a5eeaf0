//! From bytes to text. What cannot be read becomes U+FFFD, which the sheet reports by line.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Text and the encoding it was read as.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The text, without byte order mark and without NUL.
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
}

/// Reads bytes as text: by byte order mark, else by what the bytes look like. What is UTF-8 already
/// is not copied.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, encoding, _) = encoding.decode(bytes);
    let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { text };
    Decoded { text, encoding: encoding.name() }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() || mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    if found.is_single_byte() && western(bytes) { WINDOWS_1252 } else { found }
}

/// UTF-16 without a byte order mark: every other byte of Western text is NUL.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4_096)];
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 6 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 6 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with some damage: more of its multi-byte characters are whole than broken.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole >= broken
}

/// Few bytes over 127, as in a Western language: a short text is no evidence for another alphabet.
fn western(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    high * 5 < bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn every_encoding_of_the_field_is_read() {
        let text = "Titel;Länge\nGrößer als gedacht;3\n";
        let (mut le, mut be) = (vec![0xFF, 0xFE], vec![0xFE, 0xFF]);
        le.extend(utf16(text, true));
        be.extend(utf16(text, false));
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
            (le.clone(), "UTF-16LE"),
            (be.clone(), "UTF-16BE"),
            (le[2..].to_vec(), "UTF-16LE"),
            (be[2..].to_vec(), "UTF-16BE"),
            (latin, "windows-1252"),
        ] {
            let decoded = decode(&bytes);
            assert_eq!((&*decoded.text, decoded.encoding), (text, encoding));
        }
    }

    #[test]
    fn curly_quotes_and_the_euro_of_windows_are_read() {
        let decoded = decode(b"Title,Cost\n\x93Caf\xe9\x94 \x96 a story,1.200 \x80\n");
        assert_eq!(decoded.text, "Title,Cost\n“Café” – a story,1.200 €\n");
    }

    #[test]
    fn one_broken_character_does_not_turn_utf8_into_something_else() {
        let decoded = decode(b"Stra\xc3\x9fe, Caf\xc3\xa9, na\xc3\xafve, br\xffken");
        assert_eq!(decoded.text, "Straße, Café, naïve, br\u{fffd}ken");
    }
}
