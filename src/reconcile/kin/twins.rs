//! Twins: one number that articles of one story tell in two ways, per day and per week, in per cent and in points, of a loss and of
//! a debt.

use std::collections::BTreeMap;

use super::COMMON;
use super::story::Stories;
use super::weights::Weights;
use crate::claim::{Modality, Way};
use crate::quantity::{Amount, Unit};
use crate::reconcile::Corpus;

/// Share of common weight from which equal numbers are told of one thing.
const TOLD: f64 = 0.2;

/// Pairs of claims of different articles with one number, that are told alike but of another time or in another unit, ascending.
pub(super) fn pairs(corpus: &Corpus, weights: &Weights, stories: &Stories) -> Vec<(usize, usize)> {
    let mut numbers: BTreeMap<Amount, Vec<usize>> = BTreeMap::new();
    for (i, statement) in corpus.statements.iter().enumerate() {
        let claim = &statement.claim;
        let stated = !matches!(claim.modality, Modality::Negated | Modality::Hypothetical);
        if let Some(value) = claim.quantity.value().filter(|_| stated && claim.quantity.is_comparable()) {
            numbers.entry(value.normalize()).or_default().push(i);
        }
    }
    let mut tellers = stories.tellers();
    let mut found = Vec::new();
    for claims in numbers.values().filter(|claims| claims.len() <= COMMON) {
        for (x, y) in told_apart(corpus, claims) {
            let pair = corpus.apart(x, y)
                && !told_both_ways(corpus, claims, x, y)
                && tellers.of_one_story(corpus, x, y)
                && (weights.told(corpus, x, y) >= TOLD
                    || is_paced(corpus, x, y)
                    || are_two_things(corpus, x, y));
            if pair {
                found.push((x.min(y), x.max(y)));
            }
        }
    }
    found.sort_unstable();
    found
}

/// The pairs of claims of one number that are told in ways that differ. What is repeated is told in one way.
fn told_apart(corpus: &Corpus, claims: &[usize]) -> Vec<(usize, usize)> {
    let mut ways: BTreeMap<(Way, u64), Vec<usize>> = BTreeMap::new();
    for claim in claims {
        let told = &corpus.statements[*claim].claim;
        ways.entry((told.way(), told.terms.families)).or_default().push(*claim);
    }
    let ways: Vec<Vec<usize>> = ways.into_values().collect();
    let mut pairs = Vec::new();
    for (n, one) in ways.iter().enumerate() {
        for other in &ways[n + 1..] {
            let all = one.iter().flat_map(|x| other.iter().map(|y| (*x, *y)));
            pairs.extend(all.filter(|(x, y)| differ(corpus, *x, *y)));
        }
    }
    pairs
}

/// Whether two claims of one number tell it of other times, in units that are easily mistaken, or in one voice of two things.
fn differ(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let (one, other) = (claim(x).way(), claim(y).way());
    let paces = one.pace.zip(other.pace);
    match (one.unit, other.unit) {
        (own, its) if own == its => paces.is_some_and(|(p, q)| p != q) || are_two_things(corpus, x, y),
        (Unit::Percent, Unit::Point) | (Unit::Point, Unit::Percent) => true,
        (Unit::Noun, Unit::Currency(_)) | (Unit::Currency(_), Unit::Noun) => {
            claim(x).quantity.value().is_some_and(|value| value >= Amount::from(LARGE))
        }
        _ => false,
    }
}

/// « un déficit de 31 millions » and « la dette de l'hôpital : 31 millions », « 84 000 clients » and « 84 000 habitants »: one
/// voice's number of two digits or more, of general measures of two families or of nouns of two.
fn are_two_things(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let (one, other) = (a.way(), b.way());
    let odd = || super::digits(&corpus.statements[x]).is_some_and(super::is_odd);
    let told = (a.terms.families, b.terms.families);
    let families = told.0 != 0 && told.1 != 0 && told.0 & told.1 == 0;
    // Nouns of a family have its number.
    let family = |noun: u32| u8::try_from(noun).is_ok();
    let nouns = one.noun.zip(other.noun).is_some_and(|(p, q)| p != q && family(p) && family(q));
    let plain = a.quantity.bound == b.quantity.bound && (a.derived || b.derived);
    corpus.one_speaker(x, y) && plain && (families || one.unit == Unit::Noun && nouns) && odd()
}

/// Whether a number of two digits or more is given for two times: not by chance in one story.
fn is_paced(corpus: &Corpus, x: usize, y: usize) -> bool {
    let unit = |i: usize| corpus.statements[i].claim.quantity.unit;
    let telling = super::digits(&corpus.statements[x]).is_some_and(|digits| digits >= 10);
    unit(x) == unit(y) && unit(x) != Unit::Percent && telling
}

/// A number from which on things and money are hardly as many by chance.
const LARGE: u32 = 1_000_000;

/// Whether the article of one of two claims has the number in the other's way, too.
fn told_both_ways(corpus: &Corpus, claims: &[usize], x: usize, y: usize) -> bool {
    let way = |i: usize| corpus.statements[i].claim.way();
    let has =
        |own: usize, other: usize| corpus.in_article_of(own, claims).iter().any(|i| way(*i) == way(other));
    has(x, y) || has(y, x)
}
