//! Bytes to text: which encoding, and where each character stood.
//!
//! French sites use UTF-8, Windows-1252, ISO-8859-15 and, rarely, UTF-16. What is valid UTF-8 is UTF-8. The two single-byte
//! encodings agree but for eight characters; which it is follows from the bytes that only one of them explains.

use encoding_rs::{Encoding, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::text::OffsetMap;

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) offsets: OffsetMap,
}

/// Decodes a file. `None` if the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    match bytes {
        // UTF-32 begins like UTF-16, and nobody writes it.
        [0xFF, 0xFE, 0, 0, ..] => return None,
        [0xEF, 0xBB, 0xBF, ..] => return Some(utf8(bytes, 3, "UTF-8 (BOM)")),
        [0xFF, 0xFE, ..] => return Some(utf16(bytes, UTF_16LE, "UTF-16LE")),
        [0xFE, 0xFF, ..] => return Some(utf16(bytes, UTF_16BE, "UTF-16BE")),
        _ => {}
    }
    if memchr::memchr(0, bytes).is_some() {
        return None;
    }
    Some(utf8(bytes, 0, "UTF-8"))
}

/// UTF-8 after `bom` bytes; a single-byte encoding if it is none.
fn utf8(bytes: &[u8], bom: u32, name: &'static str) -> Decoded {
    let bytes = &bytes[bom as usize..];
    // Several times faster than the standard library, a copy of the text included.
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded { text: text.into_owned(), encoding: name, offsets: OffsetMap::Shifted(bom) };
    }
    if bom > 0 || is_damaged_utf8(bytes) {
        return damaged(bytes, bom);
    }
    let (encoding, name) = single_byte(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let offsets = OffsetMap::single_byte(&text);
    Decoded { text: text.into_owned(), encoding: name, offsets }
}

fn utf16(bytes: &[u8], encoding: &'static Encoding, name: &'static str) -> Decoded {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Decoded { offsets: OffsetMap::utf16(&text, 2), text: text.into_owned(), encoding: name }
}

/// Whether bytes that are not valid UTF-8 are UTF-8 all the same, cut or damaged in a few places: most of their bytes
/// above ASCII form valid sequences.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > 4 * invalid
}

/// UTF-8 with a replacement character for each damaged place; the map keeps the rest where it stands.
fn damaged(bytes: &[u8], bom: u32) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut pieces = vec![(0, bom)];
    let mut file = bom;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        file += chunk.valid().len() as u32;
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            file += chunk.invalid().len() as u32;
            pieces.push((text.len() as u32, file));
        }
    }
    Decoded { text, encoding: "UTF-8 (damaged)", offsets: OffsetMap::Pieces(pieces) }
}

/// Windows-1252 or ISO-8859-15.
///
/// Bytes 80–9F print in the first and are control characters in the second. Without any, eight bytes are left that
/// differ: A4 is € or ¤, BC/BD are Œ/œ or ¼/½, BE is Ÿ or ¾, A6/A8 Š/š, B4/B8 Ž/ž. In French a € stands by a number and œ
/// between letters, while ¤ is never written and ½ stands by digits and spaces.
fn single_byte(bytes: &[u8]) -> (&'static Encoding, &'static str) {
    const WINDOWS: (&Encoding, &str) = (WINDOWS_1252, "windows-1252");
    const LATIN_9: (&Encoding, &str) = (ISO_8859_15, "ISO-8859-15");
    if bytes.iter().any(|byte| (0x80..=0x9F).contains(byte)) {
        return WINDOWS;
    }
    let letter = |i: Option<usize>| {
        i.and_then(|i| bytes.get(i)).is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0xC0)
    };
    let latin_9 = bytes.iter().enumerate().any(|(i, byte)| match byte {
        0xA4 => true,
        0xBC..=0xBE => letter(Some(i + 1)),
        0xA6 | 0xA8 | 0xB4 | 0xB8 => letter(i.checked_sub(1)) && letter(Some(i + 1)),
        _ => false,
    });
    if latin_9 { LATIN_9 } else { WINDOWS }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> (&'static str, String) {
        let decoded = decode(bytes).expect("text");
        (decoded.encoding, decoded.text)
    }

    #[test]
    fn encodings_of_french_sites_are_told_apart() {
        assert_eq!(name("été".as_bytes()), ("UTF-8", "été".into()));
        assert_eq!(name(b"\xEF\xBB\xBF\xC3\xA9"), ("UTF-8 (BOM)", "é".into()));
        assert_eq!(name(b"\xFF\xFEa\0\xE9\0"), ("UTF-16LE", "aé".into()));
        assert_eq!(name(b"\xFE\xFF\0a\0\xE9"), ("UTF-16BE", "aé".into()));
        assert_eq!(name(b"l\x92\xE9t\xE9 \x80 c\x9Cur"), ("windows-1252", "l’été € cœur".into()));
        assert_eq!(name(b"10 \xA4 de c\xBDur"), ("ISO-8859-15", "10 € de cœur".into()));
        assert_eq!(name(b"1\xBD heure d'\xE9t\xE9"), ("windows-1252", "1½ heure d'été".into()));
        assert_eq!(decode(b"PK\x03\x04\0\0"), None);
    }

    #[test]
    fn a_cut_character_does_not_spoil_the_file() {
        let mut bytes = "Les étés passés à coûter « 500 » euros".as_bytes().to_vec();
        bytes.push(0xC3);
        let decoded = decode(&bytes).expect("text");
        assert_eq!(decoded.encoding, "UTF-8 (damaged)");
        assert!(decoded.text.ends_with("euros\u{FFFD}"));
        let at = decoded.text.find("euros").expect("euros") as u32;
        assert_eq!(decoded.offsets.to_file(&decoded.text, at), bytes.len() as u32 - 6);
    }
}
