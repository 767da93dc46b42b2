//! # dispute (related measures)
//!
//! Measures of a ladder are parts of each other: what is paid is part of what is secured, that of what is committed. A voice
//! that puts what is secured under what another voice says is committed doubts that the promise can be kept.
//!
//! **Why it matters.** The figures do not exclude each other by arithmetic, and the voices contradict each other all the same.
//!
//! **Example.** « SoftBank a moins de 10 milliards de garantis » against « SoftBank s'est engagé à investir 19 milliards ».

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::Slot;
use crate::reconcile::Group;

pub(super) const CHECK: Check = Check {
    kind: Kind::Dispute,
    summary: "a voice puts a part above or far below the whole of another",
    run,
};

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for lower in context.groups {
        // Few measures doubt another: the groups of all others are passed over.
        for measure in doubted_by(context, &lower.slot) {
            let together = |upper: &&Group| {
                upper.slot.measure == *measure
                    && lower.slot.owners() == upper.slot.owners()
                    && lower.slot.joint == upper.slot.joint
            };
            for upper in context.groups.iter().filter(together) {
                findings.extend(between(context, &lower.claims, &upper.claims));
            }
        }
    }
    findings
}

/// The measures that the profile says are doubted by a value of this slot under theirs.
fn doubted_by<'t>(context: &Context<'t>, lower: &Slot) -> impl Iterator<Item = &'t String> {
    let topic = context.topic;
    let doubts = topic.measure_of(&lower.measure).map(|measure| measure.doubts.as_slice());
    doubts.unwrap_or_default().iter().map(|index| &topic.measures[*index].id)
}

fn between(context: &Context<'_>, lower: &[usize], upper: &[usize]) -> Option<Finding> {
    let corpus = context.corpus;
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let under = |x: usize, y: usize| {
        let voices = corpus.speaker(x).is_some() && !corpus.one_voice(x, y);
        let values = quantity(x).top().zip(quantity(y).value()).is_some_and(|(a, b)| a < b);
        let bounds = !quantity(x).bound.is_floor() && !quantity(y).bound.is_ceiling();
        voices && values && bounds && quantity(x).unit == quantity(y).unit
    };
    let said = |i: usize| {
        (
            corpus.speaker_number(i),
            quantity(i).unit,
            quantity(i).bound,
            quantity(i).value(),
            quantity(i).top(),
        )
    };
    let (low, high) = (corpus.of_two_articles(lower, said), corpus.of_two_articles(upper, said));
    let left: Vec<usize> = lower.iter().copied().filter(|x| high.iter().any(|y| under(*x, *y))).collect();
    let right: Vec<usize> = upper.iter().copied().filter(|y| low.iter().any(|x| under(*x, *y))).collect();
    let (&a, &b) = (left.first()?, right.first()?);
    let slot = |i: usize| corpus.statements[i].claim.slot.clone();
    Some(Finding {
        kind: Kind::Dispute,
        severity: Severity::Warning,
        slot: slot(a),
        group: None,
        message: Message::new(
            "ladder.message",
            [
                ("speaker", Arg::Voice(a)),
                ("a", Arg::Claims(left.clone())),
                ("slot_a", Arg::Slot(slot(a))),
                ("b", Arg::Claims(right.clone())),
                ("slot_b", Arg::Slot(slot(b))),
            ],
        ),
        help: Message::new("ladder.help", []),
        trace: vec![Message::new(
            "trace.ladder",
            [("slot_a", Arg::Slot(slot(a))), ("slot_b", Arg::Slot(slot(b)))],
        )],
        sides: vec![Side::of_measure(left), Side::of_measure(right)],
    })
}
