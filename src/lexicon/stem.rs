//! Stems: the first letters of a word in the singular, which stand for its family, and for the words that mean the same.

use super::Lexicon;
use crate::text::{fold, hash_folded};

/// Letters of a word that stand for its family: « manifestants », « manifestation ».
const LETTERS: usize = 5;

/// The same of a noun that is counted.
const NOUN: usize = 7;

impl Lexicon {
    /// The hash of a word's stem, or of that of the first word of its sense: « incendie » and « flammes » have one.
    pub fn stem(&self, word: &str) -> u32 {
        let own = self.own_stem(word);
        self.senses.binary_search_by_key(&own, |(stem, _)| *stem).map_or(own, |i| self.senses[i].1)
    }

    /// The hash of a noun as what is counted: of its sense, or of more of its letters than a stem has. « intérimaires » are no
    /// « interventions ».
    pub fn noun_stem(&self, noun: &str) -> u32 {
        let sense = self.senses.binary_search_by_key(&self.own_stem(noun), |(stem, _)| *stem);
        sense.map_or_else(|_| self.beginning(noun, NOUN), |i| self.senses[i].1)
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
        self.beginning(word, LETTERS)
    }

    /// The hash of the first letters of a word in the singular.
    fn beginning(&self, word: &str, letters: usize) -> u32 {
        let folded = fold(&self.singular(word));
        let end = folded.char_indices().nth(letters).map_or(folded.len(), |(i, _)| i);
        hash_folded(&folded.as_bytes()[..end])
    }
}
