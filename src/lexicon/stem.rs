//! Stems: the first letters of a word in the singular, which stand for its family, and for the words that mean the same.

use super::Lexicon;
use crate::text::{fold, hash_folded};

/// Letters of a word that stand for its family: « manifestants », « manifestation ».
const LETTERS: usize = 5;

impl Lexicon {
    /// The hash of a word's stem, or of that of the first word of its sense: « incendie » and « flammes » have one.
    pub fn stem(&self, word: &str) -> u32 {
        let own = self.own_stem(word);
        self.senses.binary_search_by_key(&own, |(stem, _)| *stem).map_or(own, |i| self.senses[i].1)
    }

    /// The hash of a word's stem, whatever it means.
    pub(super) fn own_stem(&self, word: &str) -> u32 {
        /// Letters from which the ending of a plural stands behind the stem.
        const LONG: usize = LETTERS + 4;
        // Most words are plain letters, and long or no plural: nothing needs to be made of them.
        if word.is_ascii() && (word.len() >= LONG || !word.ends_with(['s', 'x', 'S', 'X'])) {
            let mut letters = [0; LETTERS];
            let end = word.len().min(LETTERS);
            letters[..end].copy_from_slice(&word.as_bytes()[..end]);
            letters.make_ascii_lowercase();
            return hash_folded(&letters[..end]);
        }
        let folded = fold(&self.singular(word));
        let end = folded.char_indices().nth(LETTERS).map_or(folded.len(), |(i, _)| i);
        hash_folded(&folded.as_bytes()[..end])
    }
}
