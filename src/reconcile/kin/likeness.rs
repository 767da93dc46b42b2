//! Likeness: how far two figures that differ speak for one thing, a sum of what counts for it and against it.
//!
//! The weights are those of a logistic regression over pairs of claims that people marked as a disagreement, or not, rounded
//! to a digit: each says by how much the logarithm of the odds grows.

use super::near::Near;
use super::sorted_digits;
use super::story::Shared;
use super::weights::spread_sum;
use crate::claim::{Claim, STORY};
use crate::quantity::{Kind, Unit};
use crate::reconcile::Corpus;
use crate::text::hash_folded;

/// Sum from which two figures are taken to be told of one thing.
const ENOUGH: f64 = -0.1;

const NONE: f64 = -2.6;
/// Words in common, of all.
const TOLD: f64 = 2.2;
/// How near the pair comes to the best match of each in the other's article.
const BEST: f64 = 0.1;
/// Names and words that the articles share.
const STORY_NAMES: f64 = 0.9;
const STORY_WORDS: f64 = 1.2;
const ONE_SPEAKER: f64 = 1.0;

/// Of one subject and told with one word, which the texts name.
const ONE_SLOT: f64 = 0.5;
const ONE_NOUN: f64 = 0.9;
/// Of one general measure, or of two: a cost and a debt.
const ONE_MEASURE: f64 = 1.0;
const OTHER_MEASURES: f64 = -0.8;
/// Both stated, or both planned; outlets report one voice in their own moods (« a confirmé 40 millions », « assumera 32,8 »).
const ONE_MODALITY: f64 = 0.8;
/// The digits in another order, three or more.
const LONG_SWAPPED: f64 = 0.6;
/// One leaves its noun out.
const NO_NOUN: f64 = 0.3;
const OTHER_NAMES: f64 = -0.4;
/// Each with names of which the other's article has none.
const FOREIGN: f64 = -1.5;
/// Told of two that the articles name, or that a verb right before each does.
const OTHER_SUBJECTS: f64 = -0.5;
const OTHER_BEARERS: f64 = -1.0;
/// For each natural logarithm of their ratio, up to the fourth.
const RATIO: f64 = -0.5;
const MOST_RATIO: f64 = 4.0;
/// Less than 35 % apart.
const CLOSE: f64 = 0.9;
const CLOSE_RATIO: f64 = 1.35;
/// The same digits in another order.
const SWAPPED: f64 = 1.8;
/// Neither article has another value of the unit, or of the noun.
const LONE_SIZE: f64 = 1.4;
const LONE_POWER: f64 = 0.2;
const LONE: f64 = 0.4;
/// Both exact, or with one bound.
const ONE_BOUND: f64 = -0.8;
/// One of them does not say of which year it is.
const TIME_LEFT_OUT: f64 = -1.0;
/// A measure of the topic explains one of them.
const MEASURED: f64 = 0.2;
/// Shares, sums and years are told of anything, hours and days of one thing.
const PERCENT: f64 = -0.7;
const MONEY: f64 = -0.2;
const TIME: f64 = 0.7;
const YEARS: f64 = -0.5;
/// Years over which one sum is spread: « 300 milliards sur cinq ans », « étalés sur quatre ans ».
const ONE_SUM: f64 = 1.2;
/// An equal figure beside each, in the sentence or the one next to it, and the same in one sentence.
const SIBLING: f64 = 0.9;
const NEAR_SIBLING: f64 = 0.7;

/// Claims on each side among which a sibling is looked for.
const BESIDE: usize = 3;

/// Whether two figures that differ are told of one thing, and how surely.
pub(super) fn of(
    corpus: &Corpus,
    near: &Near,
    (x, y): (usize, usize),
    told: f64,
    shared: Shared,
) -> Option<f64> {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let ratio = ratio(corpus, x, y)?;
    // Without a common word, what one voice says is of anything.
    let counted = super::counts_one(a, b);
    let swapped = is_swapped(corpus, x, y);
    let measures = a.terms.measure.zip(b.terms.measure);
    let one_measure = measures.is_some_and(|(p, q)| p == q);
    // « la première tranche », « au total »
    if a.scope.qualifiers.differ(b.scope.qualifiers) {
        return None;
    }
    if told == 0.0 && !swapped && !counted && !one_measure && of_unit(a.quantity.unit) < 0.0 {
        return None;
    }
    let one_place = super::meet(&a.terms.names, &b.terms.names);
    if !one_place && !shared.is_one() || !name_one_site(corpus, x, y) {
        return None;
    }
    let given = |yes: bool, weight: f64| if yes { weight } else { 0.0 };
    let score = NONE
        + TOLD * told
        + BEST * rank(corpus, near, (x, y), told)
        + STORY_NAMES * shared.names
        + STORY_WORDS * shared.words
        + given(corpus.one_speaker(x, y), ONE_SPEAKER)
        + given(one_slot(a, b), ONE_SLOT)
        + nouns(a, b)
        + given(a.modality == b.modality || corpus.one_speaker(x, y), ONE_MODALITY)
        + given(one_measure, ONE_MEASURE)
        + given(!one_place, OTHER_NAMES)
        + given(shared.foreign && !corpus.one_speaker(x, y), FOREIGN)
        + others(a, b)
        + RATIO * ratio.ln().min(MOST_RATIO)
        + given(ratio < CLOSE_RATIO, CLOSE)
        + given(swapped, SWAPPED + given(sorted_digits(&corpus.statements[x]) > Some(99), LONG_SWAPPED))
        + given(is_lone(corpus, x) && is_lone(corpus, y), lone(a))
        + given(a.quantity.bound == b.quantity.bound, ONE_BOUND)
        + given(a.derived != b.derived, MEASURED)
        + given(a.scope.period != b.scope.period, TIME_LEFT_OUT)
        + of_unit(a.quantity.unit)
        + beside(corpus, x, y);
    (score >= ENOUGH).then_some(score)
}

/// What the nouns tell of which two figures are: one, or one left out.
fn nouns(a: &Claim, b: &Claim) -> f64 {
    match () {
        () if super::counts_one(a, b) => ONE_NOUN,
        () if a.quantity.unit == Unit::Noun && a.terms.noun != b.terms.noun => NO_NOUN,
        () => 0.0,
    }
}

/// What tells against a pair: general measures of two families, two subjects.
fn others(a: &Claim, b: &Claim) -> f64 {
    let given = |yes: bool, weight: f64| if yes { weight } else { 0.0 };
    let bearers = a.terms.bearer.zip(b.terms.bearer);
    let families = a.terms.family.zip(b.terms.family);
    given(families.is_some_and(|(p, q)| p != q), OTHER_MEASURES)
        + given(other_subjects(a, b), OTHER_SUBJECTS)
        + given(bearers.is_some_and(|(p, q)| p != q), OTHER_BEARERS)
}

/// What the figures beside two claims tell.
fn beside(corpus: &Corpus, x: usize, y: usize) -> f64 {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let one_sum = are_of_one_sum(a, b) && !other_subjects(a, b);
    siblings(corpus, x, y) + if one_sum { ONE_SUM } else { 0.0 }
}

/// Whether two numbers of years are for one sum.
fn are_of_one_sum(a: &Claim, b: &Claim) -> bool {
    spread_sum(a).is_some_and(|sum| spread_sum(b) == Some(sum))
}

fn of_unit(unit: Unit) -> f64 {
    match unit {
        Unit::Percent => PERCENT,
        Unit::Currency(_) => MONEY,
        Unit::Year => TIME + YEARS,
        unit if unit.seconds().is_some() => TIME,
        _ => 0.0,
    }
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

/// Whether two claims are of one subject, and the same word is said of it.
fn one_slot(a: &Claim, b: &Claim) -> bool {
    let named = a.slot.subjects.iter().all(|subject| subject.as_str() != STORY) && a.head.is_some();
    named && a.derived && b.derived && a.slot.subjects == b.slot.subjects && a.head == b.head
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

/// How near a pair comes to the best match of each in the article of the other, 0 to 1.
fn rank(corpus: &Corpus, near: &Near, (x, y): (usize, usize), told: f64) -> f64 {
    let share = |claim: usize, other: usize| {
        let there = corpus.statements_of(corpus.statements[other].article);
        let best = near.among(claim, there).fold(0.0, |best: f64, (_, told)| best.max(told));
        if best > 0.0 { told / best } else { 0.0 }
    };
    f64::midpoint(share(x, y), share(y, x))
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

/// What it tells that two claims are the only ones of their articles: a length rather than a sum.
fn lone(claim: &Claim) -> f64 {
    match claim.quantity.kind {
        _ if is_size(claim) => LONE_SIZE,
        Kind::Power => LONE_POWER,
        _ => LONE,
    }
}

/// Whether a claim is of a size, of which a story has few: a length, an area. Powers come in stages.
pub(super) fn is_size(claim: &Claim) -> bool {
    use Kind::{Area, Data, Energy, Length, Mass, Volume};
    matches!(claim.quantity.kind, Length | Area | Mass | Volume | Energy | Data)
}

/// What an equal figure beside each of two claims tells.
pub(super) fn siblings(corpus: &Corpus, x: usize, y: usize) -> f64 {
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
    let mut best: f64 = 0.0;
    for (worth, near) in beside(x) {
        for (_, other_near) in beside(y).filter(|(other, _)| *other == worth) {
            best = best.max(if near && other_near { SIBLING + NEAR_SIBLING } else { SIBLING });
        }
    }
    best
}
