//! What is asked of every word of a text, as marks that its tokens carry: which tables have a phrase that begins with it.
//!
//! Few words begin any; to ask each table would be to look into as many parts of memory for every word.

use super::{Classes, Lexicon};
use crate::text::{Marks, PhraseTable, Token, WordId};

pub(super) const UNIT: Marks = Marks(1);
pub(super) const MAGNITUDE: Marks = Marks(1 << 1);
pub(super) const BOUND_BEFORE: Marks = Marks(1 << 2);
pub(super) const BOUND_AFTER: Marks = Marks(1 << 3);
pub(super) const NAME: Marks = Marks(1 << 4);
pub(super) const IDIOM: Marks = Marks(1 << 5);
pub(super) const YEAR_BEFORE: Marks = Marks(1 << 6);
pub(super) const CLOCK_BEFORE: Marks = Marks(1 << 7);
pub(super) const REGION: Marks = Marks(1 << 8);
pub(super) const ATTRIBUTION: Marks = Marks(1 << 9);
pub(super) const PAGE_START: Marks = Marks(1 << 10);
pub(super) const PAGE_CUE: Marks = Marks(1 << 11);
pub(super) const MEDIUM: Marks = Marks(1 << 12);
/// [`Classes::NUMERIC`]
pub(super) const NUMERIC: Marks = Marks(1 << 13);
/// [`Classes::FUNCTION`]
pub(super) const FUNCTION: Marks = Marks(1 << 14);

/// The longest phrase at `tokens[at]`, if its word has the table's mark.
#[inline]
pub(super) fn after<T: Copy>(
    table: &PhraseTable<T>,
    mark: Marks,
    tokens: &[Token],
    at: usize,
) -> Option<(T, usize)> {
    if tokens.get(at)?.marks.has(mark) { table.after(tokens, at) } else { None }
}

/// The longest phrase right before `tokens[end]`, if its last word has the table's mark.
#[inline]
pub(super) fn before<T: Copy>(
    table: &PhraseTable<T>,
    mark: Marks,
    tokens: &[Token],
    end: usize,
) -> Option<(T, usize)> {
    if tokens.get(end.checked_sub(1)?)?.marks.has(mark) { table.before(tokens, end) } else { None }
}

/// Marks every word, when all tables are filled.
pub(super) fn set_all(lexicon: &mut Lexicon) {
    for word in 1..lexicon.vocabulary.len() {
        set(lexicon, WordId(word as u16));
    }
}

/// Marks a word, when it is new or has become the form of another.
pub(super) fn set(lexicon: &mut Lexicon, word: WordId) {
    let lemma = lexicon.vocabulary.lemma(word);
    let entry = lexicon.entry(word);
    let marks = [
        (UNIT, lexicon.units.phrases.starts(word, lemma)),
        (MAGNITUDE, lexicon.units.magnitudes.starts(word, lemma)),
        (BOUND_BEFORE, lexicon.bounds_before.starts(word, lemma)),
        (BOUND_AFTER, lexicon.bounds_after.starts(word, lemma)),
        (NAME, lexicon.names.starts(word, lemma)),
        (IDIOM, lexicon.idioms.starts(word, lemma)),
        (YEAR_BEFORE, lexicon.years_before.starts(word, lemma)),
        (CLOCK_BEFORE, lexicon.clock_before.starts(word, lemma)),
        (REGION, lexicon.region_words.starts(word, lemma)),
        (ATTRIBUTION, lexicon.attributions.starts(word, lemma)),
        (PAGE_START, lexicon.page_starts.starts(word, lemma)),
        (PAGE_CUE, lexicon.page_contains.starts(word, lemma)),
        (MEDIUM, lexicon.media.starts(word, lemma)),
        (NUMERIC, entry.is(Classes::NUMERIC)),
        (FUNCTION, entry.is(Classes::FUNCTION)),
    ];
    let marks = marks.iter().filter(|(_, has)| *has).fold(Marks::default(), |all, (mark, _)| all.with(*mark));
    lexicon.vocabulary.mark(word, marks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_profile_are_marked_as_those_of_the_lexicon() {
        let mut lexicon = Lexicon::french();
        let mark = |lexicon: &Lexicon, word| lexicon.vocabulary.marks(lexicon.vocabulary.find(word));
        assert!(mark(&lexicon, "euros").has(UNIT) && mark(&lexicon, "de").has(FUNCTION));
        let before = lexicon.vocabulary.len();
        lexicon.pattern("{gigafabrique} neuve");
        for word in (before..lexicon.vocabulary.len()).map(|i| WordId(i as u16)) {
            let known = lexicon.vocabulary.marks(word);
            set(&mut lexicon, word);
            assert_eq!(lexicon.vocabulary.marks(word), known);
        }
    }
}
