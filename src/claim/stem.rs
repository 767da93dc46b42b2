//! Stems: the first letters of a word in the singular, which stand for its family. Figures that stand near each other are told
//! with the same words: each word of an article has its stem taken once.

use std::cell::OnceCell;

use crate::lexicon::Lexicon;
use crate::text::{fold, hash_folded};

/// Letters of a word that stand for its family: « manifestants », « manifestation ».
const LETTERS: usize = 5;

/// The hashes of the stems of an article's words, as they are asked for.
pub(super) struct Stems(Vec<OnceCell<u32>>);

impl Stems {
    /// Of so many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        Self(vec![OnceCell::new(); tokens])
    }

    /// The stem of a token, whose word is given.
    pub(super) fn of(&self, token: usize, word: &str, lexicon: &Lexicon) -> u32 {
        self.0
            .get(token)
            .map_or_else(|| stem(word, lexicon), |known| *known.get_or_init(|| stem(word, lexicon)))
    }
}

fn stem(word: &str, lexicon: &Lexicon) -> u32 {
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
    let folded = fold(&lexicon.singular(word));
    let end = folded.char_indices().nth(LETTERS).map_or(folded.len(), |(i, _)| i);
    hash_folded(&folded.as_bytes()[..end])
}
