//! Likeness: how surely two figures that differ are told of one thing.
//!
//! What is known of a pair is put in numbers ([`features`]), and a forest of small decision trees ([`forest`]) adds up what they
//! tell. The forest was fitted to pairs of claims that people marked as a disagreement, or did not: `examples/likeness.rs` does it.

mod features;
mod forest;
mod settings;

pub use self::features::Feature;
use self::forest::FOREST;
pub use self::forest::{Forest, Node};
pub(super) use self::settings::Settings;
use super::near::Pair;
use super::{Compared, sorted_digits};
use crate::claim::{Claim, STORY};
use crate::quantity::{Kind, Unit};
use crate::reconcile::Corpus;
use crate::text::hash_folded;

/// Logarithm of the odds from which two figures are taken to be told of one thing.
const ENOUGH: f32 = -0.3;

/// The same, from which they are though an article tells both.
pub(super) const SURE: f64 = 1.0;

/// Claims on each side among which a sibling is looked for.
const BESIDE: usize = 3;

/// Whether two figures that differ are told of one thing, and how surely: the logarithm of the odds.
pub(super) fn of(compared: &Compared<'_>, pair: &Pair) -> Option<f64> {
    let score = FOREST.score(&features(compared, pair)?);
    (score >= ENOUGH).then_some(f64::from(score))
}

/// What is known of a pair that may be of one thing.
pub(super) fn features(compared: &Compared<'_>, pair: &Pair) -> Option<Vec<Feature>> {
    let (x, y) = (pair.0.0 as usize, pair.0.1 as usize);
    let qualifiers = |i: usize| compared.corpus.statements[i].claim.scope.qualifiers;
    // « la première tranche », « au total »
    let apart = qualifiers(x).differ(qualifiers(y)) || !name_one_site(compared.corpus, x, y);
    // « le pont de Valbrune, long de 340 mètres », « l'ouvrage de Montfaucon, 430 mètres »
    if apart || pair.2.foreign && is_size(&compared.corpus.statements[x].claim) {
        return None;
    }
    features::of(compared, pair)
}

/// How many times the smaller value the greater one is, without signs.
pub(super) fn ratio(corpus: &Corpus, x: usize, y: usize) -> Option<f64> {
    let value = |i: usize| {
        let quantity = corpus.statements[i].claim.quantity.in_common_unit();
        quantity.magnitude().and_then(|value| value.to_string().parse::<f64>().ok())
    };
    let (one, other) = (value(x)?, value(y)?);
    Some(one.max(other) / one.min(other).max(f64::MIN_POSITIVE))
}

/// Whether neither of two claims is of a site that the other's article does not name.
pub(super) fn name_one_site(corpus: &Corpus, x: usize, y: usize) -> bool {
    names_site(corpus, x, y) && names_site(corpus, y, x)
}

/// Whether the article of a claim without a site names the one that another claim is of: « 450 emplois à Saline » are not those
/// of an article on another campus.
fn names_site(corpus: &Corpus, of_site: usize, other: usize) -> bool {
    /// Letters of a word that articles are known by.
    const LONG: usize = 5;
    let place = |i: usize| corpus.statements[i].claim.slot.place.as_deref();
    let Some(site) = place(of_site).filter(|_| place(other).is_none()) else { return true };
    let word = site.rsplit('_').next().unwrap_or(site);
    let words = &corpus.records[corpus.statements[other].article].words;
    word.len() < LONG || words.binary_search(&hash_folded(word.as_bytes())).is_ok()
}

/// Whether a measure of the topic explains one of two sums and the other is told of somebody else.
pub(super) fn are_of_others(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    matches!(a.quantity.unit, Unit::Currency(_)) && a.derived != b.derived && other_subjects(a, b)
}

/// Whether two claims are told of two subjects that the articles name.
pub(super) fn other_subjects(a: &Claim, b: &Claim) -> bool {
    let named = |claim: &Claim| claim.slot.subjects.iter().all(|subject| subject.as_str() != STORY);
    named(a) && named(b) && !a.slot.owners().iter().any(|owner| b.slot.owners().contains(owner))
}

/// Whether the digits of two figures are the same, in another order.
pub(crate) fn is_swapped(corpus: &Corpus, x: usize, y: usize) -> bool {
    let sorted = |i: usize| sorted_digits(&corpus.statements[i]).unwrap_or_default();
    sorted(x) > 9 && sorted(x) == sorted(y)
}

/// Whether no other value of its unit, or of its noun, stands in the article of a claim.
pub(super) fn is_lone(corpus: &Corpus, claim: usize) -> bool {
    let own = &corpus.statements[claim].claim;
    let mut others = corpus.statements_of(corpus.statements[claim].article).filter(|i| *i != claim);
    !others.any(|i| {
        let other = &corpus.statements[i].claim;
        own.quantity.unit == other.quantity.unit
            && own.terms.noun == other.terms.noun
            && own.quantity.interval != other.quantity.interval
    })
}

/// Whether a claim is of a size, of which a story has few: a length, an area. Powers come in stages.
pub(super) fn is_size(claim: &Claim) -> bool {
    use Kind::{Area, Data, Energy, Length, Mass, Volume};
    matches!(claim.quantity.kind, Length | Area | Mass | Volume | Energy | Data)
}

/// Whether an equal figure stands beside each of two claims, in its sentence or the one next to it (1), or in one sentence with
/// each (2).
pub(super) fn siblings(corpus: &Corpus, x: usize, y: usize) -> u8 {
    let beside = |i: usize| {
        let here = corpus.statements_of(corpus.statements[i].article);
        let own = corpus.statements[i].claim.terms.sentence;
        let range = i.saturating_sub(BESIDE).max(here.start)..(i + BESIDE + 1).min(here.end);
        range.filter(move |k| *k != i).filter_map(move |k| {
            let claim = &corpus.statements[k].claim;
            let apart = claim.terms.sentence.abs_diff(own);
            // « entre 50 et 60 milliards » is as telling as one figure.
            let interval =
                Some(claim.quantity.interval).filter(|_| apart <= 1 && claim.quantity.is_comparable())?;
            let ends = [interval.low, interval.high].map(|end| end.map(|end| end.value));
            Some(((ends, claim.quantity.unit), apart == 0))
        })
    };
    let mut best = 0;
    for (worth, near) in beside(x) {
        for (_, other_near) in beside(y).filter(|(other, _)| *other == worth) {
            best = best.max(1 + u8::from(near && other_near));
        }
    }
    best
}
