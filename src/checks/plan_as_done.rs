//! # measure_drift (a plan that one outlet tells as done)
//!
//! Several outlets tell a figure as one to come, and one tells the same figure as done: « Nvidia compte investir jusqu'à 100
//! milliards » in most, « Nvidia a injecté 100 milliards » in one.
//!
//! **Why it matters.** A plan told as a fact is the commonest way in which a promise becomes news that never was.
//!
//! **Example.** « Nvidia investira 100 milliards » in two outlets, « a déjà versé 100 milliards » in a third, of the same days.
//!
//! **Not found:** what is no money; a plan that no more outlets tell than tell it as done; an article that tells it both ways; a report that is later
//! than every plan by more than the days of one statement, for then it may have been done; what one voice says (`done_drift.rs`).

use std::collections::BTreeMap;

use super::done_drift::is_no_update;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::{Claim, Modality};
use crate::quantity::{self, Amount, Bound, Unit};
use crate::reconcile::Corpus;
use crate::topic::Topic;

pub(super) const CHECK: Check =
    Check { kind: Kind::MeasureDrift, summary: "what outlets tell as planned, told as done", run };

/// How many articles at least tell a plan for each that tells it as done.
const MOST: usize = 2;

/// What articles may tell as planned or as done: a group and a figure, or an owner and a figure on one ladder of measures.
type Figures = BTreeMap<(Thing, Amount, Unit), Vec<usize>>;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Group(usize),
    Ladder(Vec<String>, String),
}

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let mut figures = Figures::new();
    for (g, group) in context.groups.iter().enumerate() {
        for i in &group.claims {
            let claim = &corpus.statements[*i].claim;
            if claim.quantity.kind != quantity::Kind::Money {
                continue;
            }
            let Some(value) = claim.quantity.value().or_else(|| claim.quantity.top()) else { continue };
            let thing = match ladder(context.topic, claim) {
                Some(ladder) => Thing::Ladder(claim.slot.subjects.clone(), ladder),
                None if claim.derived => Thing::Group(g),
                // Of the sum of a whole project hardly a paper says what is done.
                None => continue,
            };
            figures.entry((thing, value.normalize(), claim.quantity.unit.common())).or_default().push(*i);
        }
    }
    figures.into_values().filter_map(|claims| told_both_ways(corpus, context.topic, &claims)).collect()
}

/// The ladder of measures that a claim is a rung of: what is paid, what is committed.
fn ladder(topic: &Topic, claim: &Claim) -> Option<String> {
    let measure = topic.measure_of(&claim.slot.measure).filter(|_| !claim.derived)?;
    measure.ladder.as_ref().map(|(ladder, _)| ladder.clone())
}

fn told_both_ways(corpus: &Corpus, topic: &Topic, claims: &[usize]) -> Option<Finding> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let paid = |i: usize| {
        let measure = topic.measure_of(&claim(i).slot.measure).filter(|_| !claim(i).derived);
        let first = measure.and_then(|m| m.ladder.as_ref()).is_some_and(|(_, rung)| *rung == 1);
        first && claim(i).modality == Modality::Asserted
    };
    // What a source says, it may know.
    // « … dans ses écoles depuis 2020 », « … l'an dernier »: of another time than the plan.
    let timeless = |i: usize| {
        claim(i).scope.period.is_none() && claim(i).terms.date.is_none_or(|date| date.day.is_some())
    };
    let is_done =
        |i: usize| claim(i).speaker.is_none() && timeless(i) && (claim(i).terms.standing.done || paid(i));
    let is_plan =
        |i: usize| !claim(i).terms.standing.done && !paid(i) && claim(i).modality == Modality::Planned;
    let article = |i: usize| corpus.statements[i].article;
    let done: Vec<usize> = claims.iter().copied().filter(|i| is_done(*i)).collect();
    let planned: Vec<usize> = claims.iter().copied().filter(|i| is_plan(*i)).collect();
    let alone = |i: usize, others: &[usize]| others.iter().all(|other| article(*other) != article(i));
    let (done, planned): (Vec<usize>, Vec<usize>) = (
        done.iter().copied().filter(|i| alone(*i, &planned)).collect(),
        planned.iter().copied().filter(|i| alone(*i, &done)).collect(),
    );
    // « jusqu'à 100 milliards » in most, « 100 milliards » in one: as most tell it.
    let planned = as_most(corpus, planned);
    let origins = |list: &[usize]| {
        let mut all: Vec<usize> = list.iter().map(|i| corpus.origins.of(article(*i))).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    };
    let dated = |i: usize| corpus.day(i).is_some();
    let no_update =
        |d: &usize| dated(*d) && planned.iter().any(|p| dated(*p) && is_no_update(corpus, *d, *p));
    let few = !done.is_empty() && origins(&planned) >= MOST * origins(&done);
    (few && done.iter().all(no_update)).then(|| report(corpus, planned, done))
}

/// Those of some claims that have the most common bound of them.
fn as_most(corpus: &Corpus, mut claims: Vec<usize>) -> Vec<usize> {
    let bound = |i: &usize| corpus.statements[*i].claim.quantity.bound;
    let told = |of: Bound| claims.iter().filter(|i| bound(i) == of).count();
    let most = claims.iter().map(bound).max_by_key(|of| (told(*of), *of as u8));
    claims.retain(|i| Some(bound(i)) == most);
    claims
}

fn report(corpus: &Corpus, planned: Vec<usize>, done: Vec<usize>) -> Finding {
    let (a, b) = (Arg::Claims(planned.clone()), Arg::Claims(done.clone()));
    let slot = corpus.statements[planned[0]].claim.slot.clone();
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        message: Message::new(
            "plan_as_done.message",
            [("slot", Arg::Slot(slot.clone())), ("a", a.clone()), ("b", b.clone())],
        ),
        slot,
        group: None,
        help: Message::new("plan_as_done.help", []),
        trace: vec![
            Message::new(
                "trace.same_value",
                [("a", Arg::Claims(vec![planned[0]])), ("b", Arg::Claims(vec![done[0]]))],
            ),
            Message::new("trace.done", [("a", a), ("b", b)]),
        ],
        sides: vec![Side::of(planned), Side::of(done)],
    }
}
