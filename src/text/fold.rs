//! Folding: the form under which a word is looked up.
//!
//! Lower case, no diacritics, œ as oe, full-width letters as plain ones; soft hyphens, zero-width characters and
//! combining marks vanish. Only keys are folded: the text itself is never changed.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::vocabulary::{CHUNK, Hash};

/// First code point of the table; the letters of Western European languages lie in `FIRST..LAST`.
const FIRST: u32 = 0xC0;
const LAST: u32 = 0x180;

/// Folded bytes of each letter in the table, zero-padded.
static TABLE: LazyLock<Vec<[u8; 2]>> = LazyLock::new(|| {
    (FIRST..LAST)
        .map(|code| {
            let mut bytes = [0; 2];
            let folded = char::from_u32(code).map(fold_slow).unwrap_or_default();
            if folded.len() <= 2 {
                bytes[..folded.len()].copy_from_slice(folded.as_bytes());
            }
            bytes
        })
        .collect()
});

/// The folded form of a text, character by character.
pub fn fold(text: &str) -> String {
    let mut key = FoldBuffer::default();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        key.clear();
        key.push(c);
        out.push_str(std::str::from_utf8(key.bytes()).unwrap_or_default());
    }
    out
}

/// A folded text as an identifier: letters and digits, runs of anything else as one hyphen.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Whether the character stands for nothing: soft hyphen, zero-width, byte order and direction marks.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether the character modifies the letter before it.
pub(crate) fn is_combining(c: char) -> bool {
    c >= '\u{300}' && is_combining_mark(c)
}

/// A folded word under construction, of bounded length.
pub(crate) struct FoldBuffer {
    bytes: [u8; Self::CAPACITY],
    len: usize,
    /// More was pushed than fits: the word is longer than any word of a lexicon.
    overflow: bool,
}

impl Default for FoldBuffer {
    fn default() -> Self {
        Self { bytes: [0; Self::CAPACITY], len: 0, overflow: false }
    }
}

impl FoldBuffer {
    const CAPACITY: usize = 6 * CHUNK;

    /// The key under which a word is looked up: its folded form, marked when a word of up to three letters bears an accent,
    /// for there the accent is all that tells two words apart (« dès » and « des », « à » and « a »).
    pub(crate) fn of_word(word: &str) -> Self {
        let mut key = Self::default();
        if word.is_ascii() && word.len() <= Self::CAPACITY {
            let bytes = &mut key.bytes[..word.len()];
            bytes.copy_from_slice(word.as_bytes());
            bytes.make_ascii_lowercase();
            key.len = word.len();
            return key;
        }
        let mut accent = false;
        for c in word.chars() {
            accent |= key.push(c);
        }
        key.mark_accent(accent);
        key
    }

    /// The key of a mark, which is not folded: « ² » is no « 2 ».
    pub(crate) fn of_mark(mark: char) -> Self {
        let mut key = Self::default();
        key.set_mark(mark);
        key
    }

    /// Makes it the key of a mark.
    pub(crate) fn set_mark(&mut self, mark: char) {
        self.clear();
        mark.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push_byte(byte));
    }

    /// The hash of the bytes.
    pub(super) fn hash(&self) -> Hash {
        let mut hash = Hash::of_length(self.len);
        // Most words are one chunk.
        if let (1..=CHUNK, Some(chunk)) = (self.len, self.bytes.first_chunk()) {
            return hash.with(u64::from_le_bytes(*chunk) & (u64::MAX >> (64 - 8 * self.len)));
        }
        for (i, chunk) in self.bytes[..self.len.next_multiple_of(CHUNK)].chunks_exact(CHUNK).enumerate() {
            let value = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
            // Bytes behind the end are those of an earlier, longer word.
            let beyond = (CHUNK * (i + 1)).saturating_sub(self.len) as u32;
            hash = hash.with(value & (u64::MAX >> (8 * beyond)));
        }
        hash
    }

    pub(crate) fn clear(&mut self) {
        self.len = 0;
        self.overflow = false;
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub(crate) fn overflowed(&self) -> bool {
        self.overflow
    }

    /// Ends a word: see [`FoldBuffer::of_word`].
    pub(crate) fn mark_accent(&mut self, accent: bool) {
        if accent && self.len <= 3 {
            self.push_byte(b'`');
        }
    }

    /// Pushes the first `count` bytes of a chunk of folded letters.
    pub(crate) fn push_chunk(&mut self, chunk: u64, count: usize) {
        let room = self.bytes.get_mut(self.len..self.len + CHUNK);
        if let Some(room) = room {
            room.copy_from_slice(&chunk.to_le_bytes());
            self.len += count;
        } else {
            chunk.to_le_bytes()[..count].iter().for_each(|byte| self.push_byte(*byte));
        }
    }

    pub(crate) fn push_byte(&mut self, byte: u8) {
        if self.len < Self::CAPACITY {
            self.bytes[self.len] = byte;
            self.len += 1;
        } else {
            self.overflow = true;
        }
    }

    /// Pushes the folded form of `c`; says whether the letter bore a diacritic.
    pub(crate) fn push(&mut self, c: char) -> bool {
        let code = u32::from(c);
        if c.is_ascii() {
            self.push_byte(c.to_ascii_lowercase() as u8);
            return false;
        }
        if (FIRST..LAST).contains(&code) {
            let pair = TABLE[(code - FIRST) as usize];
            if pair[0] != 0 {
                self.push_byte(pair[0]);
                if pair[1] != 0 {
                    self.push_byte(pair[1]);
                }
                return true;
            }
        }
        if is_ignorable(c) || is_combining(c) {
            return is_combining(c);
        }
        for byte in fold_slow(c).bytes() {
            self.push_byte(byte);
        }
        false
    }
}

/// The folded form by the book: compatibility decomposition, marks dropped, lower case.
fn fold_slow(c: char) -> String {
    match c {
        'œ' | 'Œ' => "oe".into(),
        'æ' | 'Æ' => "ae".into(),
        '’' | 'ʼ' | '‘' | '＇' => "'".into(),
        '‑' | '‐' => "-".into(),
        _ => std::iter::once(c)
            .nfkd()
            .filter(|c| !is_combining_mark(*c) && !is_ignorable(*c))
            .flat_map(char::to_lowercase)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_ligatures_and_invisible_characters() {
        assert_eq!(fold("ÉTATS-UNIS"), "etats-unis");
        assert_eq!(fold("e\u{301}tats"), "etats");
        assert_eq!(fold("Cœur d’Alène"), "coeur d'alene");
        assert_eq!(fold("mil\u{AD}li\u{200B}ards"), "milliards");
        assert_eq!(fold("５００ｋ"), "500k");
        assert_eq!(fold("zéro‑un"), "zero-un");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Stargate Norvège"), "stargate-norvege");
        assert_eq!(slug("« L'Île »"), "l-ile");
    }
}
