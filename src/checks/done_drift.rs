//! # measure_drift (done and to come)
//!
//! What a voice says will be is reported as done: « nous verserons 22,5 milliards en décembre » here, « avait déjà versé 22,5
//! milliards » there.
//!
//! **Why it matters.** A plan told as a fact is the commonest way in which a promise becomes news that never was.
//!
//! **Example.** « Nous créerons 1 200 emplois d'ici à 2030 », told as « l'usine emploie déjà 1 200 personnes ».
//!
//! **Not found:** what two voices say; numbers of one digit below a million, or of two things; a report that is later by more than
//! the days of one statement, for then it may have been done; an article that tells it both ways.

use std::collections::BTreeSet;

use super::clash::SAME_STATEMENT_DAYS;
use super::retold::{Sides, Words, is_telling};
use crate::claim::Modality;
use crate::quantity::{PartialDate, days_between};
use crate::reconcile::Corpus;

pub(super) const WORDS: Words =
    Words { message: "done_drift.message", help: "done_drift.help", trace: "trace.done" };

/// The claims of one number of one voice that tell of what will be, and those that tell it as done.
pub(super) fn drift(corpus: &Corpus, claims: &[usize]) -> Option<Sides> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let article = |i: usize| corpus.statements[i].article;
    let told: BTreeSet<(usize, bool)> =
        claims.iter().map(|i| (article(*i), claim(*i).terms.standing.done)).collect();
    let both = |i: usize, done: bool| told.contains(&(article(i), !done));
    let (done, planned): (Vec<usize>, Vec<usize>) = claims
        .iter()
        .copied()
        .filter(|i| claim(*i).terms.standing.done || claim(*i).modality == Modality::Planned)
        .partition(|i| claim(*i).terms.standing.done);
    let alone = |list: Vec<usize>, done: bool| -> Vec<usize> {
        list.into_iter().filter(|i| !both(*i, done)).collect()
    };
    let (done, planned) = (alone(done, true), alone(planned, false));
    let unit = |x: usize, y: usize| claim(x).quantity.unit.common() == claim(y).quantity.unit.common();
    let fits = |x: usize, y: usize| {
        unit(x, y) && corpus.apart(x, y) && is_no_update(corpus, x, y) && is_of_one_thing(corpus, x, y)
    };
    let done: Vec<usize> = done.iter().copied().filter(|x| planned.iter().any(|y| fits(*x, *y))).collect();
    let planned: Vec<usize> = planned.iter().copied().filter(|y| done.iter().any(|x| fits(*x, *y))).collect();
    (!done.is_empty() && !planned.is_empty()).then_some((planned, done))
}

/// Whether a number is one that a voice hardly gives to two things, or the words say that it is of one.
fn is_of_one_thing(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let telling = claim(x).quantity.value().is_some_and(is_telling);
    let (p, q) = (&claim(x).terms, &claim(y).terms);
    let word = p.words.iter().any(|word| q.words.binary_search(word).is_ok());
    telling || p.noun == q.noun && (word || claim(x).slot.owners() == claim(y).slot.owners())
}

/// Whether what is told as done cannot have been done since it was said.
pub(super) fn is_no_update(corpus: &Corpus, done: usize, planned: usize) -> bool {
    let days = |date: PartialDate| Some((date.year?, date.month?, date.day.unwrap_or(15)));
    let (a, b) = (corpus.day(done), corpus.day(planned));
    let later = a.and_then(days).zip(b.and_then(days)).is_some_and(|(done, planned)| done > planned);
    !later || days_between(a, b).is_some_and(|days| days <= SAME_STATEMENT_DAYS)
}
