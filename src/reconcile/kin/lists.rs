//! Lists: figures that two sentences of one story set in a row, equal but for one. « 7 milliards pour l'État, 5,4 pour la Sécurité
//! sociale et 4,6 pour les communes » here, and 7, 6,5 and 4,6 there.

use std::collections::BTreeMap;

use super::story::Stories;
use super::{COMMON, worth};
use crate::quantity::{Amount, Kind, Unit, ratio};
use crate::reconcile::Corpus;

/// How many times the smaller of two figures the greater one is, at most.
const FAR: Amount = Amount::from_parts(3, 0, 0, false, 0);

/// Where two figures stand that a third one has beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Before,
    Around,
    Behind,
}

/// A value in its unit.
type Worth = (Amount, Unit);

/// Pairs of claims of different articles with the same two figures beside them, in one place of two lists, ascending.
pub(super) fn pairs(corpus: &Corpus, stories: &Stories) -> Vec<(usize, usize)> {
    let mut beside: BTreeMap<(Unit, Place, [Worth; 2]), Vec<usize>> = BTreeMap::new();
    for list in lists(corpus) {
        for three in list.windows(3) {
            let [first, middle, last] = three else { continue };
            let apart = first.1 != middle.1 && middle.1 != last.1 && first.1 != last.1;
            if !apart || !are_in_one_sentence(corpus, first.0, last.0) {
                continue;
            }
            for ((claim, worth), place, two) in [
                (first, Place::Behind, [middle.1, last.1]),
                (middle, Place::Around, [first.1, last.1]),
                (last, Place::Before, [first.1, middle.1]),
            ] {
                beside.entry((worth.1, place, two)).or_default().push(*claim);
            }
        }
    }
    let mut tellers = stories.tellers();
    let mut found = Vec::new();
    for claims in beside.values().filter(|claims| (2..=COMMON).contains(&claims.len())) {
        found.extend(super::across(corpus, claims).filter(|(x, y)| {
            differ(corpus, *x, *y)
                && tellers.of_one_story(corpus, *x, *y)
                && !has_value(corpus, *x, *y)
                && !has_value(corpus, *y, *x)
        }));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The figures that articles set in a row, article by article.
fn lists(corpus: &Corpus) -> impl Iterator<Item = Vec<(usize, Worth)>> {
    (0..corpus.records.len()).map(|article| {
        let shared = |i: &usize| {
            let kind = corpus.statements[*i].claim.quantity.kind;
            matches!(
                kind,
                Kind::Money | Kind::Count | Kind::Percent | Kind::Power | Kind::Area | Kind::Length
            )
        };
        let here = corpus.statements_of(article).filter(shared);
        here.filter_map(|i| Some((i, worth(corpus, i)?))).collect()
    })
}

/// Whether two figures of an article stand in one sentence.
fn are_in_one_sentence(corpus: &Corpus, x: usize, y: usize) -> bool {
    let sentence = |i: usize| corpus.statements[i].claim.terms.sentence;
    sentence(x) == sentence(y)
}

/// Whether two figures may be of one thing and time, and neither the same nor far from each other.
fn differ(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    // Two voices with the rest in common are rather one source, by two names.
    let voices = corpus.speaker(x).is_some() && corpus.speaker(y).is_some() && !corpus.one_speaker(x, y);
    !voices
        && super::one_thing(&corpus.statements[x], &corpus.statements[y])
        && claim(x).scope.period == claim(y).scope.period
        && ratio(&claim(x).quantity, &claim(y).quantity).is_some_and(|r| r > Amount::ONE && r < FAR)
}

/// Whether the article of one claim has the value of the other.
fn has_value(corpus: &Corpus, of: usize, other: usize) -> bool {
    let mut there = corpus.statements_of(corpus.statements[of].article);
    there.any(|i| worth(corpus, i) == worth(corpus, other))
}
