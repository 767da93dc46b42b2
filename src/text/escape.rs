//! Untrusted text made safe to show.

use std::borrow::Cow;
use std::fmt::Write;

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
    let plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if plain || !text.chars().any(acts) {
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
    // Line breaks stand between values: inside strings they are escaped already.
    let acts = |c: char| c != '\n' && acts(c);
    match std::str::from_utf8(&json) {
        Ok(text) if text.chars().any(acts) => {
            let mut out = String::with_capacity(json.len() + 64);
            for c in text.chars() {
                if acts(c) {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(out, "\\u{unit:04x}");
                    }
                } else {
                    out.push(c);
                }
            }
            out.into_bytes()
        }
        _ => json,
    }
}

/// Whether a character does something other than show itself.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
