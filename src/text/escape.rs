//! Untrusted text made safe to show.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write as _;

/// The text with every character that could act on a terminal or reorder a line shown as `\u{…}`.
///
/// Control characters (ANSI sequences start with one), bidirectional overrides, zero-width and other format
/// characters, line separators. A line break or tab inside becomes a space: the result is one line. Soft hyphens
/// are dropped: they are part of French typography and show nothing.
///
/// ```
/// use stargate_check::text::visible;
/// assert_eq!(visible("500\u{a0}milliards"), "500\u{a0}milliards");
/// assert_eq!(visible("\u{1b}[2Jfaux"), "\\u{1b}[2Jfaux");
/// assert_eq!(visible("a\u{202e}b"), "a\\u{202e}b");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if acting(text).next().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{AD}' => {}
            c if acts(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// JSON with every such character written as its escape: it parses to the same, and can be printed.
///
/// ```
/// use stargate_check::text::visible_json;
/// assert_eq!(visible_json(b"[\"a\xE2\x80\xAEb\"]\n".to_vec()), b"[\"a\\u202eb\"]\n");
/// ```
pub fn visible_json(json: Vec<u8>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(&json) else { return json };
    // Line breaks stand between values: inside strings they are escaped already.
    let mut acting = acting(text).filter(|(_, c)| *c != '\n').peekable();
    if acting.peek().is_none() {
        drop(acting);
        return json;
    }
    let mut out = Vec::with_capacity(json.len() + 64);
    let mut shown = 0;
    for (at, c) in acting {
        out.extend_from_slice(&json[shown..at]);
        push_escape(c, &mut out);
        shown = at + c.len_utf8();
    }
    out.extend_from_slice(&json[shown..]);
    out
}

/// Writes a text as a JSON string, every character that acts as its escape: what [`visible_json`] makes of it.
///
/// ```
/// use stargate_check::text::push_json;
/// let mut out = Vec::new();
/// push_json("a\"b\u{202e}\n", &mut out);
/// assert_eq!(out, br#""a\"b\u202e\n""#);
/// ```
pub fn push_json(text: &str, out: &mut Vec<u8>) {
    let mut shown = 0;
    out.push(b'"');
    for at in places(text.as_bytes(), &MAY_ESCAPE) {
        let byte = text.as_bytes()[at];
        let Some(c) = text[at..].chars().next() else { continue };
        let short = match byte {
            b'"' | b'\\' => Some(byte),
            b'\n' => Some(b'n'),
            b'\r' => Some(b'r'),
            b'\t' => Some(b't'),
            0x08 => Some(b'b'),
            0x0C => Some(b'f'),
            _ if acts(c) => None,
            _ => continue,
        };
        out.extend_from_slice(&text.as_bytes()[shown..at]);
        match short {
            Some(letter) => out.extend_from_slice(&[b'\\', letter]),
            None => push_escape(c, out),
        }
        shown = at + c.len_utf8();
    }
    out.extend_from_slice(&text.as_bytes()[shown..]);
    out.push(b'"');
}

/// A character as its escape in JSON.
fn push_escape(c: char, out: &mut Vec<u8>) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to memory cannot fail.
        let _ = write!(out, "\\u{unit:04x}");
    }
}

/// The bytes that a character which acts begins with: few, so that most of a text is passed over as it is.
static MAY_ACT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, 0..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xEF | 0xF3);
        byte += 1;
    }
    table
};

/// Those, and what JSON escapes.
static MAY_ESCAPE: [bool; 256] = {
    let mut table = MAY_ACT;
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

/// The characters of a text that act, with their places.
fn acting(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    places(text.as_bytes(), &MAY_ACT)
        .filter_map(|at| Some((at, text[at..].chars().next()?)))
        .filter(|(_, c)| acts(*c))
}

/// Where bytes of a table stand. What of a text is plain is passed over eight bytes at a time.
fn places<'t>(bytes: &'t [u8], table: &'t [bool; 256]) -> impl Iterator<Item = usize> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            match rest.first_chunk() {
                Some(chunk) if is_plain(u64::from_le_bytes(*chunk)) => at += 8,
                _ => {
                    at += 1;
                    if table[usize::from(rest[0])] {
                        return Some(at - 1);
                    }
                }
            }
        }
        None
    })
}

/// Whether eight bytes are all printable ASCII, and none a double quote, a backslash or DEL.
const fn is_plain(bytes: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    // The highest bit of each byte below the limit, or that is zero: right as long as no byte has it itself.
    const fn below(bytes: u64, limit: u64) -> u64 {
        bytes.wrapping_sub(limit * EACH) & !bytes
    }
    const fn equal(bytes: u64, byte: u64) -> u64 {
        below(bytes ^ (byte * EACH), 1)
    }
    let other = bytes
        | below(bytes, 0x20)
        | equal(bytes, b'"' as u64)
        | equal(bytes, b'\\' as u64)
        | equal(bytes, 0x7F);
    other & HIGH == 0
}

/// Whether a character does something other than show itself.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_escaped_as_a_serializer_would() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = format!("é{c}«");
            let mut out = Vec::new();
            push_json(&text, &mut out);
            assert_eq!(out, visible_json(serde_json::to_vec(&text).expect("JSON")), "{c:?}");
        }
    }

    #[test]
    fn no_character_that_acts_is_passed_over() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(acting(&format!("é{c}«")).count(), usize::from(acts(c)), "{c:?}");
        }
    }
}
