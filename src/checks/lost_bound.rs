//! # lost_bound
//!
//! One voice, or one text that was copied, gives a floor or a ceiling in one report and the bare value in another.
//!
//! **Why it matters.** « jusqu'à 500 milliards » that is told as « 500 milliards » has become a promise. The two can hold
//! together, so it is only worth knowing.
//!
//! **Example.** An agency's « jusqu'à 30 milliards », « 30 milliards » in a copy of its dispatch.
//!
//! **Not found:** approximations; different voices; an article that gives both; more than one a group.

use super::clash;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::quantity::{Bound, Quantity};
use crate::reconcile::{Corpus, Group};

pub(super) const CHECK: Check =
    Check { kind: Kind::LostBound, summary: "a floor or ceiling that another report drops", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    (0..context.groups.len()).filter_map(|g| in_group(context, g)).collect()
}

/// The first loss of a group.
fn in_group(context: &Context<'_>, g: usize) -> Option<Finding> {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    for (a, bounded) in group.positions.iter().enumerate() {
        for (b, bare) in group.positions.iter().enumerate() {
            if !loses(&bounded.quantity, &bare.quantity) || context.is_explained(g, a, b) {
                continue;
            }
            let of_one = |i: usize| (corpus.speaker_number(i), origin(corpus, i));
            let faces = corpus.of_two_articles(&bare.claims, of_one);
            let told = |x: usize, y: usize| corpus.apart(x, y) && is_one(corpus, x, y);
            let left: Vec<usize> = bounded
                .claims
                .iter()
                .copied()
                .filter(|x| clash::is_alone(corpus, *x, &bare.claims) && faces.iter().any(|y| told(*x, *y)))
                .collect();
            let faces = corpus.of_two_articles(&left, of_one);
            let right: Vec<usize> = bare
                .claims
                .iter()
                .copied()
                .filter(|y| {
                    clash::is_alone(corpus, *y, &bounded.claims) && faces.iter().any(|x| told(*x, *y))
                })
                .collect();
            if !right.is_empty() {
                return Some(report(g, group, left, right));
            }
        }
    }
    None
}

/// Whether the second is the value of the first without its bound.
fn loses(bounded: &Quantity, bare: &Quantity) -> bool {
    (bounded.bound.is_floor() || bounded.bound.is_ceiling())
        && bare.bound == Bound::Exact
        && bounded.unit == bare.unit
        && bounded.value() == bare.value()
}

/// Whether the second is « plus de 100 000 » told as « 100 000 »: less, but nothing else.
pub(super) fn floor_drops(bounded: &Quantity, bare: &Quantity) -> bool {
    bounded.bound.is_floor() && bare.strength.is_none() && loses(bounded, bare)
}

/// Whether two claims come from one voice or one text.
fn is_one(corpus: &Corpus, x: usize, y: usize) -> bool {
    let named = |i: usize| corpus.speaker(i).is_some();
    corpus.one_speaker(x, y) || !(named(x) && named(y)) && origin(corpus, x) == origin(corpus, y)
}

fn origin(corpus: &Corpus, i: usize) -> usize {
    corpus.origins.of(corpus.statements[i].article)
}

fn report(g: usize, group: &Group, left: Vec<usize>, right: Vec<usize>) -> Finding {
    let slot = || Arg::Slot(group.slot.clone());
    let (a, b) = (Arg::Claims(left.clone()), Arg::Claims(right.clone()));
    Finding {
        kind: Kind::LostBound,
        severity: Severity::Info,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new("lost_bound.message", [("slot", slot()), ("a", a.clone()), ("b", b.clone())]),
        help: Message::new("lost_bound.help", []),
        trace: vec![
            Message::new("trace.same_slot", [("slot", slot())]),
            Message::new("trace.same_value", [("a", a), ("b", b)]),
        ],
        sides: vec![Side::of(left), Side::of(right)],
    }
}
