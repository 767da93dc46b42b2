//! Texts cut to the room there is, at words.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The last words of a text that fit, from a word's start.
pub(super) fn tail(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut width = 1;
    let mut from = text.len();
    for (i, c) in text.char_indices().rev() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        from = i;
    }
    let cut = &text[from..];
    format!("…{}", cut.find(' ').map_or(cut, |space| &cut[space..]))
}

/// The first words of a text that fit, to a word's end.
pub(super) fn head(text: &str, room: usize) -> Cow<'_, str> {
    // No character is wider than its bytes.
    if text.len() <= room || text.width() <= room {
        return Cow::Borrowed(text);
    }
    let mut width = 1;
    let mut to = 0;
    for (i, c) in text.char_indices() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        to = i + c.len_utf8();
    }
    let cut = &text[..to];
    format!("{}…", cut.rfind(' ').map_or(cut, |space| &cut[..=space])).into()
}

/// White space of any kind and length as single spaces.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) && !text.contains("  ") && text.trim_matches(' ') == text {
        return Cow::Borrowed(text);
    }
    let words = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").into()
}
