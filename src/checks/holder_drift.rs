//! # measure_drift (holders)
//!
//! One figure of one measure is told of each of several, of all of them together, or of one of them alone.
//!
//! **Why it matters.** The number survives the retelling and is doubled or halved by it.
//!
//! **Example.** « OpenAI et SoftBank apporteront 19 milliards chacun » and « 19 milliards à eux deux »; « 7 milliards pour
//! Oracle et MGX » and « Oracle, 7 milliards ».
//!
//! **Not found:** an article that gives both; a figure of one holder in a sentence that names another, unless it says
//! « chacun »; figures of other values or periods.

use super::clash;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::name_key;
use crate::reconcile::{Corpus, Group};

pub(super) const CHECK: Check =
    Check { kind: Kind::MeasureDrift, summary: "one figure of each, of all together or of one alone", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for joint in context.groups.iter().filter(|group| group.slot.joint && !group.derived) {
        for position in &joint.positions {
            findings.extend(between(context, joint, &position.claims));
        }
    }
    findings
}

/// The claims of one of the holders that have the value of the claims of all together.
fn between(context: &Context<'_>, joint: &Group, together: &[usize]) -> Option<Finding> {
    let corpus = context.corpus;
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let like = quantity(*together.first()?);
    let single = context.groups.iter().filter(|group| {
        let slot = &group.slot;
        !group.derived
            && !slot.joint
            && (&slot.measure, &slot.place) == (&joint.slot.measure, &joint.slot.place)
            && group.period == joint.period
            && slot.subjects.iter().all(|subject| joint.slot.subjects.contains(subject))
    });
    let mut same: Vec<usize> = single
        .flat_map(|group| group.positions.iter().flat_map(|position| position.claims.iter().copied()))
        .filter(|i| quantity(*i).unit == like.unit && quantity(*i).top() == like.top())
        .collect();
    same.sort_unstable();
    let apart: Vec<usize> = same
        .iter()
        .copied()
        .filter(|i| clash::is_alone(corpus, *i, &joint.claims) && is_clear(context, joint, &same, *i))
        .collect();
    let together: Vec<usize> =
        together.iter().copied().filter(|i| clash::is_alone(corpus, *i, &same)).collect();
    let near = together.iter().any(|x| apart.iter().any(|y| clash::in_time(corpus, *x, *y)));
    near.then(|| report(corpus, together, apart))
}

/// Whether an article gives the figure to each, or to one alone.
fn is_clear(context: &Context<'_>, joint: &Group, same: &[usize], i: usize) -> bool {
    let corpus = context.corpus;
    let (statement, claim) = (&corpus.statements[i], &corpus.statements[i].claim);
    let others = || corpus.in_article_of(i, same).iter().copied().filter(|other| *other != i);
    let own = |other: usize| corpus.statements[other].claim.core != claim.core;
    if claim.ties.each || others().any(own) {
        return true;
    }
    // « Oracle et MGX … 7 milliards au total » may be read as of each: only one alone is clear.
    let named = |subject: &String| {
        let entity = context.topic.entity_of(subject);
        let name = entity.map(|entity| name_key(&context.topic.entities[entity].name));
        name.is_some_and(|name| statement.claim.terms.names.binary_search(&name).is_ok())
    };
    others().next().is_none()
        && !joint.slot.subjects.iter().any(|subject| !claim.slot.subjects.contains(subject) && named(subject))
}

fn report(corpus: &Corpus, together: Vec<usize>, apart: Vec<usize>) -> Finding {
    let slot = |claims: &[usize]| {
        claims.first().map(|i| corpus.statements[*i].claim.slot.clone()).unwrap_or_default()
    };
    let (all, one) = (slot(&together), slot(&apart));
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        slot: all.clone(),
        group: None,
        message: Message::new(
            "holder_drift.message",
            [
                ("slot", Arg::Slot(all.clone())),
                ("a", Arg::Claims(together.clone())),
                ("b", Arg::Claims(apart.clone())),
            ],
        ),
        help: Message::new("holder_drift.help", []),
        trace: vec![
            Message::new(
                "trace.same_value",
                [("a", Arg::Claims(together.clone())), ("b", Arg::Claims(apart.clone()))],
            ),
            Message::new("trace.other_holders", [("slot_a", Arg::Slot(all)), ("slot_b", Arg::Slot(one))]),
        ],
        sides: vec![Side::of_measure(together), Side::of_measure(apart)],
    }
}
