//! Lists: figures that two sentences of one story set in a row, equal but for one. « 7 milliards pour l'État, 5,4 pour la Sécurité
//! sociale et 4,6 pour les communes » here, and 7, 6,5 and 4,6 there.

use std::collections::BTreeMap;

use super::story::Stories;
use super::{COMMON, worth};
use crate::quantity::{Amount, Kind, Unit, ratio};
use crate::reconcile::Corpus;

/// Figures of a list, at least and at most.
const FEWEST: usize = 3;
const MOST: usize = 8;

/// How many times the smaller of two figures the greater one is, at most.
const FAR: Amount = Amount::from_parts(3, 0, 0, false, 0);

/// Where two figures stand that a third one has beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Before,
    Around,
    Behind,
}

/// Pairs of claims of different articles with the same two figures beside them, in one place of two lists, ascending.
pub(super) fn pairs(corpus: &Corpus, stories: &Stories) -> Vec<(usize, usize)> {
    let mut beside: BTreeMap<(Unit, Place, [Amount; 2]), Vec<usize>> = BTreeMap::new();
    for (unit, list) in lists(corpus) {
        for three in list.windows(3) {
            let [(a, p), (b, q), (c, r)] = three else { continue };
            for (claim, place, two) in
                [(a, Place::Behind, [*q, *r]), (b, Place::Around, [*p, *r]), (c, Place::Before, [*p, *q])]
            {
                beside.entry((unit, place, two)).or_default().push(*claim);
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

/// The figures of one unit that a sentence sets in a row, no two of one value.
fn lists(corpus: &Corpus) -> Vec<(Unit, Vec<(usize, Amount)>)> {
    let mut rows: BTreeMap<(usize, usize, Unit), Vec<(usize, Amount)>> = BTreeMap::new();
    for (i, statement) in corpus.statements.iter().enumerate() {
        let claim = &statement.claim;
        let shared = matches!(claim.quantity.kind, Kind::Money | Kind::Count | Kind::Percent | Kind::Power);
        if let Some((value, unit)) = worth(corpus, i).filter(|_| shared) {
            rows.entry((statement.article, claim.terms.sentence, unit)).or_default().push((i, value));
        }
    }
    let told_once = |list: &[(usize, Amount)]| {
        let mut values: Vec<Amount> = list.iter().map(|(_, value)| *value).collect();
        values.sort_unstable();
        values.windows(2).all(|pair| pair[0] != pair[1])
    };
    let rows = rows.into_iter().filter(|(_, list)| (FEWEST..=MOST).contains(&list.len()) && told_once(list));
    rows.map(|((_, _, unit), list)| (unit, list)).collect()
}

/// Whether two figures are of one time, and neither the same nor far from each other.
fn differ(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    claim(x).scope.period == claim(y).scope.period
        && ratio(&claim(x).quantity, &claim(y).quantity).is_some_and(|r| r > Amount::ONE && r < FAR)
}

/// Whether the article of one claim has the value of the other.
fn has_value(corpus: &Corpus, of: usize, other: usize) -> bool {
    let there = corpus.statements_of(corpus.statements[of].article);
    there.into_iter().any(|i| worth(corpus, i) == worth(corpus, other))
}
