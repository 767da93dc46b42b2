//! The words a program run knows: folded form to small number.

use super::fold::word_key;
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
    words: Vec<Box<str>>,
    lemmas: Vec<WordId>,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    word: WordId,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self {
            words: vec!["".into()],
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
        self.words.len()
    }

    /// Whether no word was interned.
    pub fn is_empty(&self) -> bool {
        self.words.len() <= 2
    }

    /// The folded form of a known word, "" for the unknown one.
    pub fn text(&self, word: WordId) -> &str {
        &self.words[word.index()]
    }

    /// The number of `word` (folded first), given now if it is new.
    ///
    /// # Panics
    /// When more than 32,767 words are interned: the lexicon and the profiles that are accepted stay far below.
    pub fn intern(&mut self, word: &str) -> WordId {
        let key = key(word);
        let hash = hash_folded(key.as_bytes());
        let known = self.lookup(hash, key.as_bytes());
        if known.is_known() {
            return known;
        }
        assert!(self.words.len() < Self::CAPACITY, "too many words in the lexicon and topic profile");
        let id = WordId(self.words.len() as u16);
        self.words.push(key.into_boxed_str());
        self.lemmas.push(WordId::UNKNOWN);
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            insert(&mut self.slots, hash, id);
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
    pub fn lookup(&self, hash: u32, folded: &[u8]) -> WordId {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if !slot.word.is_known() {
                return WordId::UNKNOWN;
            }
            if slot.hash == hash && self.words[slot.word.index()].as_bytes() == folded {
                return slot.word;
            }
            at = (at + 1) & mask;
        }
    }

    /// The word of any spelling, unknown if absent.
    pub fn find(&self, word: &str) -> WordId {
        let key = key(word);
        self.lookup(hash_folded(key.as_bytes()), key.as_bytes())
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); self.slots.len() * 2];
        for (i, word) in self.words.iter().enumerate().skip(1) {
            insert(&mut self.slots, hash_folded(word.as_bytes()), WordId(i as u16));
        }
    }
}

/// The key of a word is its folded form, that of a mark (« ² », « % ») the mark itself.
fn key(word: &str) -> String {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_alphabetic() && !c.is_ascii_digit() => canonical_mark(c).to_string(),
        _ => word_key(word),
    }
}

fn insert(slots: &mut [Slot], hash: u32, word: WordId) {
    let mask = slots.len() - 1;
    let mut at = hash as usize & mask;
    while slots[at].word.is_known() {
        at = (at + 1) & mask;
    }
    slots[at] = Slot { hash, word };
}

/// A fast hash of folded bytes, eight at a time; the same on every machine (little-endian reads by definition).
pub fn hash_folded(bytes: &[u8]) -> u32 {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64 ^ SEED;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        state = mix(state, u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(last));
    }
    (state >> 32) as u32 ^ state as u32
}

fn mix(state: u64, value: u64) -> u64 {
    const MULTIPLIER: u64 = 0x517C_C1B7_2722_0A95;
    let product = (state.rotate_left(5) ^ value).wrapping_mul(MULTIPLIER);
    product ^ (product >> 29)
}
