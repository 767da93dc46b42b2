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
pub(super) const KNOWN: Marks = Marks(1 << 12);
/// [`Classes::NUMERIC`]
pub(super) const NUMERIC: Marks = Marks(1 << 13);
/// [`Classes::FUNCTION`]
pub(super) const FUNCTION: Marks = Marks(1 << 14);

/// [`Classes::ENGLISH`]
pub(super) const ENGLISH: Marks = Marks(1 << 15);

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
    let tables = [
        (UNIT, lexicon.units.phrases.firsts()),
        (MAGNITUDE, lexicon.units.magnitudes.firsts()),
        (BOUND_BEFORE, lexicon.bounds_before.firsts()),
        (BOUND_AFTER, lexicon.bounds_after.firsts()),
        (NAME, lexicon.names.firsts()),
        (IDIOM, lexicon.idioms.firsts()),
        (YEAR_BEFORE, lexicon.years_before.firsts()),
        (CLOCK_BEFORE, lexicon.clock_before.firsts()),
        (REGION, lexicon.region_words.firsts()),
        (ATTRIBUTION, lexicon.attributions.firsts()),
        (PAGE_START, lexicon.page_starts.firsts()),
        (PAGE_CUE, lexicon.page_contains.firsts()),
        (KNOWN, lexicon.known.firsts()),
    ];
    lexicon.lemma_marks = vec![Marks::default(); lexicon.vocabulary.len()];
    for (mark, [words, lemmas]) in tables {
        for word in words {
            lexicon.vocabulary.mark(word, mark);
        }
        for lemma in lemmas {
            let marks = &mut lexicon.lemma_marks[lemma.index()];
            *marks = marks.with(mark);
        }
    }
    for word in (0..lexicon.vocabulary.len()).map(|i| WordId(i as u16)) {
        let classes =
            [(NUMERIC, Classes::NUMERIC), (FUNCTION, Classes::FUNCTION), (ENGLISH, Classes::ENGLISH)];
        for (mark, class) in classes {
            if lexicon.is(word, class) {
                lexicon.vocabulary.mark(word, mark);
            }
        }
        set_form(lexicon, word);
    }
}

/// Gives a word the marks of all forms of its lemma.
pub(super) fn set_form(lexicon: &mut Lexicon, word: WordId) {
    // The tables have no lemma of a profile.
    let marks = lexicon.lemma_marks.get(lexicon.vocabulary.lemma(word).index()).copied().unwrap_or_default();
    lexicon.vocabulary.mark(word, marks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_marks_of_their_tables() {
        let mut lexicon = Lexicon::french();
        let marks = |lexicon: &Lexicon, word| lexicon.vocabulary.marks(lexicon.vocabulary.find(word));
        assert!(marks(&lexicon, "euros").has(UNIT) && marks(&lexicon, "de").has(FUNCTION));
        assert!(marks(&lexicon, "dépassent").has(BOUND_BEFORE), "a form of a lemma");
        assert_eq!(marks(&lexicon, "gigafabrique"), Marks::default());
        lexicon.pattern("{gigafabrique} neuve");
        assert_eq!(marks(&lexicon, "gigafabriques"), Marks::default());
    }
}
