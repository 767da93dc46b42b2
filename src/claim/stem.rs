//! The stems of an article's words. Figures that stand near each other are told with the same words: each has its stem taken once.

use std::cell::OnceCell;

use crate::lexicon::Lexicon;

/// The hashes of the stems of an article's words, as they are asked for.
pub(super) struct Stems(Vec<OnceCell<u32>>);

impl Stems {
    /// Of so many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        Self(vec![OnceCell::new(); tokens])
    }

    /// The stem of a token, whose word is given.
    pub(super) fn of(&self, token: usize, word: &str, lexicon: &Lexicon) -> u32 {
        let known = self.0.get(token);
        known.map_or_else(|| lexicon.stem(word), |known| *known.get_or_init(|| lexicon.stem(word)))
    }
}
