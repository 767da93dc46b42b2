//! The lexer: one pass over the text, one token per word, run of digits or mark.

use std::ops::Range;

use super::fold::{FoldBuffer, is_combining, is_ignorable};
use super::vocabulary::{Hash, Known};
use super::{Flags, Span, Token, TokenKind, Vocabulary};

/// Most bytes in one word: a hostile text must not make one token of a megabyte. A run of digits is one token whatever its
/// length, for it is one figure of the ledger, read or not.
const MAX_WORD: usize = 256;

/// Most tokens of a sentence: one without end is cut, so that no rule looks farther.
pub const WINDOW: usize = 200;

/// Whether a folded word elides before a vowel: « l' », « d' », « qu' », « jusqu' »…
fn elides(word: &[u8]) -> bool {
    matches!(
        word,
        b"l" | b"d"
            | b"j"
            | b"m"
            | b"n"
            | b"s"
            | b"t"
            | b"c"
            | b"qu"
            | b"jusqu"
            | b"lorsqu"
            | b"puisqu"
            | b"quoiqu"
            | b"presqu"
            | b"quelqu"
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Space,
    Line,
    Mark,
    Other,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t' | 0..=8 | 14..=31 | 127 => Class::Space,
            b'\n' | b'\r' | 11 | 12 => Class::Line,
            128..=255 => Class::Other,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
}

/// Fills `tokens` with the tokens of `text`, in order. The vector is cleared first and may be reused.
///
/// ```
/// use stargate_check::text::{lex, Vocabulary, TokenKind};
/// let mut tokens = Vec::new();
/// lex("d'ici 2030 : 1,5 Md€", &Vocabulary::default(), &mut tokens);
/// assert_eq!(tokens.len(), 9);
/// assert_eq!(tokens[2].kind, TokenKind::Number);
/// ```
pub fn lex(text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<Token>) {
    tokens.clear();
    tokens.reserve(text.len() / 5);
    let mut lexer = Lexer { text, bytes: text.as_bytes(), vocabulary, tokens, buffer: FoldBuffer::default() };
    lexer.run();
}

/// The letters of a word so far: capitals, small letters, accents.
struct Case {
    flags: Flags,
    upper: bool,
    lower: bool,
}

impl Case {
    /// Of a word after a gap.
    const fn after(gap: Flags) -> Self {
        Self { flags: gap, upper: false, lower: false }
    }

    fn see(&mut self, upper: bool, lower: bool, first: bool) {
        self.upper |= upper;
        self.lower |= lower;
        if upper && first {
            self.flags = self.flags.with(Flags::CAPITAL);
        }
    }

    fn flags(&self) -> Flags {
        if self.upper && !self.lower { self.flags.with(Flags::UPPER) } else { self.flags }
    }
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    vocabulary: &'a Vocabulary,
    tokens: &'a mut Vec<Token>,
    buffer: FoldBuffer,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let mut at = 0;
        let mut gap = Flags::SPACE.with(Flags::LINE).with(Flags::BLOCK);
        while at < self.bytes.len() {
            let class = match CLASSES[self.bytes[at] as usize] {
                Class::Other => self.class_at(at),
                class => class,
            };
            match class {
                Class::Space => {
                    gap = gap.with(Flags::SPACE);
                    at += self.width(at);
                }
                Class::Line => {
                    let crlf = self.bytes[at] == b'\r' && self.bytes.get(at + 1) == Some(&b'\n');
                    gap = gap.with(if gap.0 & Flags::LINE.0 != 0 { Flags::BLOCK } else { Flags::LINE });
                    gap = gap.with(Flags::SPACE);
                    at += self.width(at) + usize::from(crlf);
                }
                // An ignorable character between tokens leaves no trace.
                Class::Other => at += self.width(at),
                Class::Letter => {
                    at = self.word(at, gap);
                    gap = Flags::default();
                }
                Class::Digit => {
                    at = self.digits(at, gap);
                    gap = Flags::default();
                }
                Class::Mark => {
                    at = self.mark(at, gap);
                    gap = Flags::default();
                }
            }
        }
    }

    fn width(&self, at: usize) -> usize {
        match self.bytes[at] {
            0..=0x7F => 1,
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            _ => 4,
        }
    }

    fn char_at(&self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or('\0')
    }

    /// The class of a character beyond ASCII.
    fn class_at(&self, at: usize) -> Class {
        // Latin-1 letters, by far the most common: two bytes, C3 80..BF but × and ÷.
        if self.bytes[at] == 0xC3 {
            return if matches!(self.bytes[at + 1], 0x97 | 0xB7) { Class::Mark } else { Class::Letter };
        }
        let c = self.char_at(at);
        match c {
            // The marks and spaces of French, before the tables of all scripts are asked.
            '«' | '»' | '’' | '“' | '”' | '–' | '—' | '…' | '€' | '°' | '•' | '²' => {
                Class::Mark
            }
            '\u{A0}' | '\u{202F}' => Class::Space,
            '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Line,
            '０'..='９' => Class::Digit,
            _ if c.is_whitespace() => Class::Space,
            _ if is_ignorable(c) => Class::Other,
            _ if c.is_alphabetic() || is_combining(c) => Class::Letter,
            _ => Class::Mark,
        }
    }

    fn word(&mut self, start: usize, gap: Flags) -> usize {
        if let Some(end) = self.short_word(start, gap) {
            return end;
        }
        self.buffer.clear();
        let mut case = Case::after(gap);
        let mut at = start;
        while at < self.bytes.len() && at - start < MAX_WORD {
            let byte = self.bytes[at];
            match CLASSES[byte as usize] {
                Class::Letter => at += self.letters(at, start, &mut case),
                Class::Other => match self.class_at(at) {
                    Class::Letter => at += self.other_letter(at, start, &mut case),
                    Class::Other => at += self.width(at),
                    _ => match self.apostrophe(at) {
                        Some(end) if elides(self.buffer.bytes()) => {
                            return self.elided(start, end, case.flags());
                        }
                        Some(end) if self.joins(end) => {
                            self.buffer.push_byte(b'\'');
                            at = end;
                        }
                        _ => break,
                    },
                },
                Class::Mark if byte == b'\'' => {
                    if elides(self.buffer.bytes()) {
                        return self.elided(start, at + 1, case.flags());
                    }
                    if !self.joins(at + 1) {
                        break;
                    }
                    self.buffer.push_byte(b'\'');
                    at += 1;
                }
                _ => break,
            }
        }
        self.buffer.mark_accent(case.flags.0 & Flags::ACCENT.0 != 0);
        self.push(TokenKind::Word, start, at, case.flags());
        at
    }

    /// A word of fewer than eight letters, all of ASCII, that no apostrophe ends: most are, and need no buffer.
    fn short_word(&mut self, start: usize, gap: Flags) -> Option<usize> {
        let bytes = self.bytes.get(start..)?.first_chunk()?;
        let (folded, count) = ascii_letters(u64::from_le_bytes(*bytes));
        if matches!(bytes.get(count)?, b'\'' | 0x80..) || count == 0 {
            return None;
        }
        let small = u64::from_le_bytes(*bytes) & (0x20 * EACH) & low_bytes(count);
        let capital = if small & 0x20 == 0 { Flags::CAPITAL } else { Flags::default() };
        let upper = if small == 0 { Flags::UPPER } else { Flags::default() };
        let hash = Hash::of_length(count).with(folded & low_bytes(count));
        let known = self.vocabulary.lookup(hash, &folded.to_le_bytes()[..count]);
        let end = start + count;
        self.add(TokenKind::Word, start..end, gap.with(capital).with(upper), hash, known);
        Some(end)
    }

    /// Takes up the ASCII letters from one on, at most eight; gives their number.
    fn letters(&mut self, at: usize, start: usize, case: &mut Case) -> usize {
        let first = self.bytes[at];
        if at == start && first & 0x20 == 0 {
            case.flags = case.flags.with(Flags::CAPITAL);
        }
        let Some(bytes) = self.bytes[at..].first_chunk() else {
            case.see(first & 0x20 == 0, first & 0x20 != 0, false);
            self.buffer.push_byte(first | 0x20);
            return 1;
        };
        let bytes = u64::from_le_bytes(*bytes);
        let (folded, count) = ascii_letters(bytes);
        let count = count.min(MAX_WORD - (at - start));
        let all = (0x20 * EACH) & low_bytes(count);
        case.see(bytes & all != all, bytes & all != 0, false);
        self.buffer.push_chunk(folded, count);
        count
    }

    /// Takes up a letter beyond ASCII; gives its width.
    fn other_letter(&mut self, at: usize, start: usize, case: &mut Case) -> usize {
        let c = self.char_at(at);
        match c {
            'À'..='Þ' => case.see(true, false, at == start),
            'ß'..='ÿ' => case.see(false, true, at == start),
            _ => case.see(c.is_uppercase(), c.is_lowercase(), at == start),
        }
        if self.buffer.push(c) {
            case.flags = case.flags.with(Flags::ACCENT);
        }
        c.len_utf8()
    }

    /// The end of a typographic apostrophe at `at`.
    fn apostrophe(&self, at: usize) -> Option<usize> {
        let c = self.char_at(at);
        matches!(c, '’' | 'ʼ' | '‘' | '＇').then(|| at + c.len_utf8())
    }

    /// Whether a word goes on after its apostrophe (« aujourd'hui », « O'Brien »).
    fn joins(&self, after: usize) -> bool {
        after < self.bytes.len()
            && match CLASSES[self.bytes[after] as usize] {
                Class::Letter => true,
                Class::Other => self.class_at(after) == Class::Letter,
                _ => false,
            }
    }

    fn elided(&mut self, start: usize, end: usize, flags: Flags) -> usize {
        self.buffer.push_byte(b'\'');
        self.push(TokenKind::Word, start, end, flags.with(Flags::ELIDED));
        end
    }

    fn digits(&mut self, start: usize, flags: Flags) -> usize {
        self.buffer.clear();
        let mut at = start;
        let mut end = start;
        let mut plain = true;
        while at < self.bytes.len() {
            let class = match CLASSES[self.bytes[at] as usize] {
                Class::Other => self.class_at(at),
                class => class,
            };
            match class {
                Class::Digit => {
                    match self.bytes[at] {
                        digit @ b'0'..=b'9' => self.buffer.push_byte(digit),
                        _ => _ = self.buffer.push(self.char_at(at)),
                    }
                    plain &= self.bytes[at].is_ascii() && at == end;
                    at += self.width(at);
                    end = at;
                }
                // Invisible characters inside a number are passed over.
                Class::Other if at - end < 16 => at += self.width(at),
                _ => break,
            }
        }
        let flags = if plain { flags } else { flags.with(Flags::UNUSUAL) };
        self.push(TokenKind::Number, start, end, flags);
        end
    }

    fn mark(&mut self, start: usize, flags: Flags) -> usize {
        let c = self.char_at(start);
        let canonical = canonical_mark(c);
        if c.is_ascii() && canonical.is_ascii() {
            let byte = canonical as u8;
            let hash = Hash::of_length(1).with(byte.into());
            let known = self.vocabulary.lookup(hash, &[byte]);
            self.add(TokenKind::Mark, start..start + 1, flags, hash, known);
            return start + 1;
        }
        self.buffer.set_mark(canonical);
        let end = start + c.len_utf8();
        self.push(TokenKind::Mark, start, end, flags);
        end
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize, flags: Flags) {
        let folded = self.buffer.bytes();
        let hash = self.buffer.hash();
        // Short numbers may be part of a name (« S&P 500 »): they are words too.
        let long_number = kind == TokenKind::Number && folded.len() > 4;
        let known = if long_number || self.buffer.overflowed() {
            Known::default()
        } else {
            self.vocabulary.lookup(hash, folded)
        };
        self.add(kind, start..end, flags, hash, known);
    }

    fn add(&mut self, kind: TokenKind, range: Range<usize>, flags: Flags, hash: Hash, known: Known) {
        let Known { word, lemma, marks } = known;
        let (span, hash) = (Span::new(range.start as u32, range.end as u32), hash.short());
        self.tokens.push(Token { span, hash, word, lemma, kind, flags, marks });
    }
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// All bits of the first bytes, of which there is at least one.
const fn low_bytes(count: usize) -> u64 {
    u64::MAX >> (64 - 8 * count)
}

/// Eight bytes in lower case, and how many of them are ASCII letters before the first that is none.
const fn ascii_letters(bytes: u64) -> (u64, usize) {
    let folded = bytes | (0x20 * EACH);
    // The highest bit of each byte that is no letter: above ASCII, below « a », or above « z ».
    let plain = folded & (0x7F * EACH);
    let from_a = plain + (0x80 - b'a' as u64) * EACH;
    let above_z = plain + (0x7F - b'z' as u64) * EACH;
    let other = (folded | !from_a | above_z) & (0x80 * EACH);
    (folded, other.trailing_zeros() as usize / 8)
}

/// One mark for the many that look and mean alike.
pub(super) fn canonical_mark(c: char) -> char {
    match c {
        '‐' | '‑' | '﹣' | '－' => '-',
        '–' | '—' | '―' => '–',
        '’' | '‘' | 'ʼ' | '′' | '´' | '`' => '\'',
        '％' | '﹪' => '%',
        '＄' | '﹩' => '$',
        '，' => ',',
        '．' => '.',
        '“' | '”' | '„' | '‟' | '″' | '＂' => '“',
        _ => c,
    }
}
