//! The words a program run knows: folded form to small number.

use serde::{Deserialize, Serialize};

use super::Marks;
use super::fold::FoldBuffer;
use super::lexer::canonical_mark;

/// A known word. Zero is every word that the vocabulary does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Vocabulary {
    /// The folded forms, one after the other: they are loaded at every start, all at once.
    forms: String,
    words: Vec<Word>,
    /// The words of one byte, by it: most marks.
    single: [WordId; 256],
    slots: Vec<Slot>,
}

/// A word: where its folded form stands, and what is known of it.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    hash: Hash,
    start: u32,
    length: u8,
    known: Known,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    pub(super) word: WordId,
    pub(super) lemma: WordId,
    pub(super) marks: Marks,
}

/// A place in the table. Every token of a text asks for one: they are small, so that the table stays in the processor's
/// memory, and most words that are not known are told by it alone.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    short: u32,
    word: WordId,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self::with_room(0);
        vocabulary.intern("-");
        vocabulary
    }
}

/// A vocabulary as it is embedded in the program: the folded forms one after the other, and of each word but the unknown one
/// its length, its lemma and its marks.
#[derive(Serialize, Deserialize)]
struct Stored {
    forms: String,
    words: Vec<(u8, WordId, Marks)>,
}

impl From<Stored> for Vocabulary {
    fn from(stored: Stored) -> Self {
        let mut vocabulary = Self::with_room(stored.words.len());
        let mut start = 0;
        for (length, lemma, marks) in stored.words {
            let end = start + usize::from(length);
            vocabulary.add(start as u32, &stored.forms.as_bytes()[start..end], lemma, marks);
            start = end;
        }
        vocabulary.forms = stored.forms;
        vocabulary
    }
}

impl From<Vocabulary> for Stored {
    fn from(vocabulary: Vocabulary) -> Self {
        let known = |word: WordId| {
            let Known { lemma, marks, .. } = vocabulary.known(word);
            (vocabulary.words[word.index()].length, lemma, marks)
        };
        let words = (1..vocabulary.len()).map(|i| known(WordId(i as u16))).collect();
        Self { words, forms: vocabulary.forms }
    }
}

impl Vocabulary {
    /// Most words; a number above is a lemma in a phrase.
    const CAPACITY: usize = 1 << 15;

    /// With room for so many words and for those of a profile.
    fn with_room(words: usize) -> Self {
        Self {
            forms: String::new(),
            words: vec![Word::default()],
            single: [WordId::UNKNOWN; 256],
            slots: vec![Slot::default(); (2 * words).next_power_of_two().max(1 << 10)],
        }
    }

    /// Number of words, the unknown one included.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no word was interned.
    pub fn is_empty(&self) -> bool {
        self.len() <= 2
    }

    /// The folded form of a known word, "" for the unknown one.
    pub fn text(&self, word: WordId) -> &str {
        let Word { start, length, .. } = self.words[word.index()];
        &self.forms[start as usize..start as usize + usize::from(length)]
    }

    /// The number of `word` (folded first), given now if it is new.
    ///
    /// # Panics
    /// When more than 32,767 words are interned: the lexicon and the profiles that are accepted stay far below.
    pub fn intern(&mut self, word: &str) -> WordId {
        let key = key(word);
        let hash = key.hash();
        let known = self.lookup(hash, key.bytes()).word;
        if known.is_known() {
            return known;
        }
        assert!(self.len() < Self::CAPACITY, "too many words in the lexicon and topic profile");
        let start = self.forms.len() as u32;
        self.forms.push_str(str::from_utf8(key.bytes()).unwrap_or_default());
        self.add(start, key.bytes(), WordId::UNKNOWN, Marks::default())
    }

    /// Adds a new word, the folded form of which stands at `start` of the forms.
    fn add(&mut self, start: u32, folded: &[u8], lemma: WordId, marks: Marks) -> WordId {
        let word = WordId(self.len() as u16);
        let (hash, length) = (Hash::of(folded), folded.len() as u8);
        self.words.push(Word { hash, start, length, known: Known { word, lemma, marks } });
        if self.len() * 2 > self.slots.len() {
            self.grow();
        }
        if let [byte] = folded {
            self.single[usize::from(*byte)] = word;
        } else {
            insert(&mut self.slots, Slot { short: hash.short(), word });
        }
        word
    }

    /// The word that `word` is a form of.
    pub fn lemma(&self, word: WordId) -> WordId {
        self.known(word).lemma
    }

    /// The facts noted of a word.
    pub fn marks(&self, word: WordId) -> Marks {
        self.known(word).marks
    }

    /// Notes more facts of a word.
    pub fn mark(&mut self, word: WordId, marks: Marks) {
        if let Some(known) = self.known_mut(word) {
            known.marks = known.marks.with(marks);
        }
    }

    /// Declares `word` a form of `lemma`, unless it is one of another word already. Says whether it is now.
    pub fn declare_form(&mut self, word: WordId, lemma: WordId) -> bool {
        let Some(known) = self.known_mut(word) else { return false };
        if !known.lemma.is_known() {
            known.lemma = lemma;
        }
        known.lemma == lemma
    }

    fn known(&self, word: WordId) -> Known {
        self.words[word.index()].known
    }

    fn known_mut(&mut self, word: WordId) -> Option<&mut Known> {
        word.is_known().then(|| &mut self.words[word.index()].known)
    }

    /// What is known of the word whose folded bytes and hash these are.
    #[inline]
    pub(super) fn lookup(&self, hash: Hash, folded: &[u8]) -> Known {
        if let [byte] = folded {
            return self.known(self.single[usize::from(*byte)]);
        }
        let mask = self.slots.len() - 1;
        let short = hash.short();
        let mut at = short as usize & mask;
        loop {
            let slot = self.slots[at];
            if !slot.word.is_known() {
                return Known::default();
            }
            if slot.short == short && self.is(slot.word, hash, folded) {
                return self.known(slot.word);
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether a word is the one with this hash and these folded bytes: a hash and the length tell all words of up to eight
    /// bytes apart, only longer ones are compared.
    #[inline]
    fn is(&self, word: WordId, hash: Hash, folded: &[u8]) -> bool {
        let Word { hash: own, length, .. } = self.words[word.index()];
        own == hash
            && usize::from(length) == folded.len()
            && (folded.len() <= CHUNK || self.text(word).as_bytes() == folded)
    }

    /// The word of any spelling, unknown if absent.
    pub fn find(&self, word: &str) -> WordId {
        let key = key(word);
        self.lookup(key.hash(), key.bytes()).word
    }

    fn grow(&mut self) {
        let larger = vec![Slot::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.word.is_known() {
                insert(&mut self.slots, slot);
            }
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

fn insert(slots: &mut [Slot], slot: Slot) {
    let mask = slots.len() - 1;
    let mut at = slot.short as usize & mask;
    while slots[at].word.is_known() {
        at = (at + 1) & mask;
    }
    slots[at] = slot;
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
        let (chunks, rest) = bytes.as_chunks::<CHUNK>();
        let hash = chunks.iter().fold(Self::of_length(bytes.len()), |hash, chunk| {
            // Little-endian by definition, the last one filled up with zeros.
            hash.with(u64::from_le_bytes(*chunk))
        });
        if rest.is_empty() {
            return hash;
        }
        let mut last = [0; CHUNK];
        last[..rest.len()].copy_from_slice(rest);
        hash.with(u64::from_le_bytes(last))
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
