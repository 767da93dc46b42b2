//! The words a program run knows: folded form to small number.

use std::ops::Range;

use super::fold::FoldBuffer;
use super::lexer::canonical_mark;

/// A known word. Zero is every word that the vocabulary does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u16);

impl WordId {
    /// Not in the vocabulary.
    pub const UNKNOWN: WordId = WordId(0);

    /// Position in tables indexed by word.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The hyphen, in every vocabulary.
    pub const HYPHEN: WordId = WordId(1);

    /// Whether the vocabulary has the word.
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// Interned words, looked up by hash without allocation.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The folded forms, one after the other, and where each ends: they are loaded at every start, all at once.
    forms: String,
    ends: Vec<u32>,
    lemmas: Vec<WordId>,
    slots: Vec<Slot>,
}

/// A word in the table. A hash and the length tell all words of up to eight bytes apart: only longer ones are compared.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: Hash,
    word: WordId,
    length: u8,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self {
            forms: String::new(),
            ends: vec![0],
            lemmas: vec![WordId::UNKNOWN],
            slots: vec![Slot::default(); 1 << 15],
        };
        vocabulary.intern("-");
        vocabulary
    }
}

impl Vocabulary {
    /// Most words; a number above is a lemma in a phrase.
    const CAPACITY: usize = 1 << 15;

    /// Number of words, the unknown one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no word was interned.
    pub fn is_empty(&self) -> bool {
        self.len() <= 2
    }

    /// The folded form of a known word, "" for the unknown one.
    pub fn text(&self, word: WordId) -> &str {
        &self.forms[self.range(word)]
    }

    fn range(&self, word: WordId) -> Range<usize> {
        let start = word.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[word.index()] as usize
    }

    /// The number of `word` (folded first), given now if it is new.
    ///
    /// # Panics
    /// When more than 32,767 words are interned: the lexicon and the profiles that are accepted stay far below.
    pub fn intern(&mut self, word: &str) -> WordId {
        let key = key(word);
        let hash = key.hash();
        let known = self.lookup(hash, key.bytes());
        if known.is_known() {
            return known;
        }
        assert!(self.len() < Self::CAPACITY, "too many words in the lexicon and topic profile");
        let id = WordId(self.len() as u16);
        self.forms.push_str(str::from_utf8(key.bytes()).unwrap_or_default());
        self.ends.push(self.forms.len() as u32);
        self.lemmas.push(WordId::UNKNOWN);
        if self.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            insert(&mut self.slots, hash, id, key.bytes().len());
        }
        id
    }

    /// The word that `word` is a form of.
    pub fn lemma(&self, word: WordId) -> WordId {
        self.lemmas[word.index()]
    }

    /// Declares `word` a form of `lemma`, unless it is one of another word already. Says whether it is now.
    pub fn declare_form(&mut self, word: WordId, lemma: WordId) -> bool {
        let known = &mut self.lemmas[word.index()];
        if !known.is_known() {
            *known = lemma;
        }
        *known == lemma
    }

    /// The word whose folded bytes and hash these are.
    pub(super) fn lookup(&self, hash: Hash, folded: &[u8]) -> WordId {
        let mask = self.slots.len() - 1;
        let mut at = hash.short() as usize & mask;
        loop {
            let slot = self.slots[at];
            if !slot.word.is_known() {
                return WordId::UNKNOWN;
            }
            if slot.hash == hash
                && usize::from(slot.length) == folded.len()
                && (folded.len() <= CHUNK || self.text(slot.word).as_bytes() == folded)
            {
                return slot.word;
            }
            at = (at + 1) & mask;
        }
    }

    /// The word of any spelling, unknown if absent.
    pub fn find(&self, word: &str) -> WordId {
        let key = key(word);
        self.lookup(key.hash(), key.bytes())
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); self.slots.len() * 2];
        for id in (1..self.len()).map(|i| WordId(i as u16)) {
            let form = &self.forms[self.range(id)];
            insert(&mut self.slots, Hash::of(form.as_bytes()), id, form.len());
        }
    }
}

/// The key of a word is its folded form, that of a mark (« ² », « % ») the mark itself.
fn key(word: &str) -> FoldBuffer {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_alphabetic() && !c.is_ascii_digit() => {
            FoldBuffer::of_mark(canonical_mark(c))
        }
        _ => FoldBuffer::of_word(word),
    }
}

fn insert(slots: &mut [Slot], hash: Hash, word: WordId, length: usize) {
    let mask = slots.len() - 1;
    let mut at = hash.short() as usize & mask;
    while slots[at].word.is_known() {
        at = (at + 1) & mask;
    }
    slots[at] = Slot { hash, word, length: length as u8 };
}

/// A fast hash of folded bytes, the same on every machine.
pub fn hash_folded(bytes: &[u8]) -> u32 {
    Hash::of(bytes).short()
}

/// Bytes that are hashed at a time.
pub(super) const CHUNK: usize = 8;

/// A hash of folded bytes. Every step can be undone: of words of one length no two that are one chunk have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hash(u64);

impl Hash {
    /// Of nothing yet, but the length that it will be.
    pub(super) const fn of_length(length: usize) -> Self {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        Self(length as u64 ^ SEED)
    }

    fn of(bytes: &[u8]) -> Self {
        let chunks = bytes.chunks(CHUNK);
        // Little-endian by definition, the last one filled up with zeros.
        let values =
            chunks.map(|chunk| chunk.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)));
        values.fold(Self::of_length(bytes.len()), Self::with)
    }

    /// With one chunk more.
    #[must_use]
    pub(super) const fn with(self, chunk: u64) -> Self {
        const MULTIPLIER: u64 = 0x517C_C1B7_2722_0A95;
        let product = (self.0.rotate_left(5) ^ chunk).wrapping_mul(MULTIPLIER);
        Self(product ^ (product >> 29))
    }

    /// In half the bits.
    pub(super) const fn short(self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32
    }
}
