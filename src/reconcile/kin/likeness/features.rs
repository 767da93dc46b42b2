//! Features: what is known of two figures that may be told of one thing, in numbers. The order of the two makes no difference.

use super::super::near::Pair;
use super::super::{Compared, counts_one, in_one_time, meet, settled};
use super::{is_swapped, other_subjects, ratio, siblings};
use crate::claim::Claim;
use crate::quantity::{Bound, Kind, Unit, days_between};
use crate::reconcile::Corpus;

/// Something known of a pair, by name.
pub type Feature = (&'static str, f32);

/// What is known of a pair.
pub(super) fn of(compared: &Compared<'_>, ((x, y), told, shared): &Pair) -> Option<Vec<Feature>> {
    let (x, y) = (*x as usize, *y as usize);
    let ratio = ratio(compared.corpus, x, y)?;
    let mut known = Vec::with_capacity(48);
    known.extend([
        ("told", *told as f32),
        ("ratio", ratio.ln() as f32),
        ("story_names", shared.names as f32),
        ("story_words", shared.words as f32),
        ("one_story", yes(shared.is_one())),
        ("foreign", yes(shared.foreign)),
    ]);
    known.extend(wording(compared, x, y, *told));
    known.extend(voice(compared.corpus, x, y));
    known.extend(value(compared, x, y));
    known.extend(surroundings(compared, x, y));
    known.extend(meaning(compared.corpus, x, y));
    known.extend(time(compared.corpus, x, y));
    Some(known)
}

fn yes(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// 1 where two are one, -1 where they differ, -2 where one is left out.
fn one<T: PartialEq>(a: Option<T>, b: Option<T>) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) if a == b => 1.0,
        (Some(_), Some(_)) => -1.0,
        (None, None) => 0.0,
        _ => -2.0,
    }
}

/// The words that the sentences share: their weight, the share of each sentence's, and how much more than with any other claim of
/// the article of each.
fn wording(compared: &Compared<'_>, x: usize, y: usize, told: f64) -> [Feature; 6] {
    let Compared { corpus, weights, near, .. } = compared;
    let common = weights.common(corpus, x, y);
    let covered = |i: usize| common / weights.total(&corpus.statements[i].claim.terms.words).max(0.1);
    let margin = |i: usize, of: usize| {
        let there = corpus.statements_of(corpus.statements[of].article);
        let others = near.among(i, there).filter(|(other, _)| *other != of);
        told - others.fold(0.0, |best: f64, (_, told)| best.max(told))
    };
    let (own, other) = (covered(x), covered(y));
    let (lead, other_lead) = (margin(x, y), margin(y, x));
    [
        ("common", common as f32),
        ("covered_least", own.min(other) as f32),
        ("covered_most", own.max(other) as f32),
        ("margin_least", lead.min(other_lead) as f32),
        ("margin_most", lead.max(other_lead) as f32),
        ("named", {
            let names = |i: usize| corpus.statements[i].claim.terms.names.as_slice();
            yes(meet(names(x), names(y)))
        }),
    ]
}

/// Who says them.
fn voice(corpus: &Corpus, x: usize, y: usize) -> [Feature; 4] {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let voice = |i: usize| corpus.speaker_number(i);
    [
        ("speaker", one(voice(x), voice(y))),
        ("quoted", yes(a.quoted) + yes(b.quoted)),
        ("contrast", yes(a.terms.contrast || b.terms.contrast)),
        ("alone", yes(a.terms.alone || b.terms.alone)),
    ]
}

/// How much they are.
fn value(compared: &Compared<'_>, x: usize, y: usize) -> [Feature; 9] {
    let (one, other) = (compared.settings.of(x), compared.settings.of(y));
    let (a, b) = (&compared.corpus.statements[x].claim, &compared.corpus.statements[y].claim);
    let exact = |claim: &Claim| yes(claim.quantity.bound == Bound::Exact);
    let open = |claim: &Claim| yes(!matches!(claim.quantity.bound, Bound::Exact | Bound::Approx));
    [
        ("swapped", yes(is_swapped(compared.corpus, x, y))),
        ("magnitude_least", one.magnitude.min(other.magnitude)),
        ("magnitude_most", one.magnitude.max(other.magnitude)),
        ("digits_least", one.digits.min(other.digits)),
        ("digits_most", one.digits.max(other.digits)),
        ("exact", exact(a) + exact(b)),
        ("open", open(a) + open(b)),
        ("one_bound", yes(a.quantity.bound == b.quantity.bound)),
        ("unit", of_unit(a)),
    ]
}

/// Units that stories tell of in their own ways, by number.
fn of_unit(claim: &Claim) -> f32 {
    match claim.quantity.unit {
        Unit::Percent => 1.0,
        Unit::Currency(_) => 2.0,
        Unit::Year => 3.0,
        Unit::Noun => 4.0,
        unit if unit.seconds().is_some() => 5.0,
        _ if super::is_size(claim) => 6.0,
        _ if claim.quantity.kind == Kind::Power => 7.0,
        _ => 8.0,
    }
}

/// What stands around them: where in their articles they are, how many values of their thing these have, and whether one article
/// has the value of the other.
fn surroundings(compared: &Compared<'_>, x: usize, y: usize) -> [Feature; 9] {
    let Compared { corpus, near, settings, .. } = compared;
    let (a, b) = (settings.of(x), settings.of(y));
    let has = |i: usize, other: usize| yes(settings.has(corpus, i, corpus.statements[other].article));
    let (here, there) = (has(x, y), has(y, x));
    [
        ("place_first", a.place.min(b.place)),
        ("place_last", a.place.max(b.place)),
        ("titles", yes(corpus.statements[x].in_title) + yes(corpus.statements[y].in_title)),
        ("values_least", a.values.min(b.values)),
        ("values_most", a.values.max(b.values)),
        ("told_there_too", here + there),
        ("settled", yes(settled(corpus, near, x, y))),
        ("siblings", f32::from(siblings(corpus, x, y))),
        ("against", {
            let against = |i: usize| corpus.statements[i].claim.terms.beside.against;
            yes(against(x) || against(y))
        }),
    ]
}

/// What they measure, and of whom.
fn meaning(corpus: &Corpus, x: usize, y: usize) -> [Feature; 10] {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    [
        ("measure", one(a.terms.measure, b.terms.measure)),
        ("family", one(a.terms.family, b.terms.family)),
        ("head", one(a.head.as_deref(), b.head.as_deref())),
        ("key", one(a.terms.key, b.terms.key)),
        ("noun", if counts_one(a, b) { 1.0 } else { one(a.terms.noun, b.terms.noun) }),
        ("bearer", one(a.terms.bearer, b.terms.bearer)),
        ("other_subjects", yes(other_subjects(a, b))),
        ("slot", yes(a.slot.measure == b.slot.measure)),
        ("derived", yes(a.derived) + yes(b.derived)),
        ("each", yes(a.ties.each == b.ties.each)),
    ]
}

/// When they are so, and how firmly they are stated.
#[allow(clippy::cast_precision_loss, reason = "days")]
fn time(corpus: &Corpus, x: usize, y: usize) -> [Feature; 6] {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    let apart = days_between(corpus.day(x), corpus.day(y)).map_or(-1.0, |days| days as f32);
    let dates = a.claim.terms.date.zip(b.claim.terms.date);
    [
        ("period", one(a.claim.scope.period.as_deref(), b.claim.scope.period.as_deref())),
        ("date", dates.map_or(0.0, |(p, q)| if p.compatible(&q) { 1.0 } else { -1.0 })),
        ("one_time", yes(in_one_time(a, b))),
        ("days", apart),
        ("modality", yes(a.claim.modality == b.claim.modality)),
        ("done", yes(a.claim.terms.standing.done != b.claim.terms.standing.done)),
    ]
}
