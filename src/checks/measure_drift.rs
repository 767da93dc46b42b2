//! # measure_drift
//!
//! One voice's figure is reported as another measure: money « garantis » here, « injectés » there.
//!
//! **Why it matters.** The number survives the retelling and its meaning does not: a reader learns that something was paid
//! where the voice spoke of what could be.
//!
//! **Example.** « SoftBank a moins de 10 milliards de garanties » told as « SoftBank aurait injecté 10 milliards ».
//!
//! **Not found:** an article that gives both measures; measures that the profile does not put on one ladder.

use super::clash;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::{Claim, Slot};
use crate::quantity;

pub(super) const CHECK: Check =
    Check { kind: Kind::MeasureDrift, summary: "one statement, told as another measure", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let ladder = |slot: &Slot| context.topic.measure_of(&slot.measure).and_then(|m| m.ladder.as_ref());
    let rungs: Vec<_> =
        context.groups.iter().filter_map(|group| Some((group, ladder(&group.slot)?))).collect();
    let mut findings = Vec::new();
    for (a, (first, x)) in rungs.iter().enumerate() {
        for (second, y) in &rungs[a + 1..] {
            let together =
                first.slot.owners() == second.slot.owners() && first.slot.joint == second.slot.joint;
            if together && x.0 == y.0 && x.1 != y.1 {
                findings.extend(between(context, &first.claims, &second.claims));
            }
        }
    }
    findings
}

/// The drift between the claims of two measures of one subject.
fn between(context: &Context<'_>, first: &[usize], second: &[usize]) -> Option<Finding> {
    let corpus = context.corpus;
    let statement = |i: usize| &corpus.statements[i];
    // « Dix centres de données à Abilene »: what one site has are its buildings.
    let of_a_site =
        |claim: &Claim| claim.quantity.kind == quantity::Kind::Count && claim.slot.place.is_some();
    let drifts = |x: usize, y: usize| {
        let (p, q) = (&statement(x).claim, &statement(y).claim);
        !(of_a_site(p) && of_a_site(q))
            && p.quantity.unit == q.quantity.unit
            && p.quantity.top().is_some()
            && p.quantity.top() == q.quantity.top()
            && corpus.one_speaker(x, y)
    };
    let said = |i: usize| {
        let quantity = &statement(i).claim.quantity;
        (corpus.speaker_number(i), quantity.unit, quantity.top())
    };
    let (ones, others) = (corpus.of_two_articles(first, said), corpus.of_two_articles(second, said));
    let left: Vec<usize> = first
        .iter()
        .copied()
        .filter(|x| clash::is_alone(corpus, *x, second) && others.iter().any(|y| drifts(*x, *y)))
        .collect();
    let right: Vec<usize> = second
        .iter()
        .copied()
        .filter(|y| clash::is_alone(corpus, *y, first) && ones.iter().any(|x| drifts(*x, *y)))
        .collect();
    let (&a, &b) = (left.first()?, right.first()?);
    Some(report(context, (a, b), left, right))
}

/// The finding on claims of two measures, of which `a` and `b` stand for the others.
fn report(context: &Context<'_>, (a, b): (usize, usize), left: Vec<usize>, right: Vec<usize>) -> Finding {
    let slot = |i: usize| context.corpus.statements[i].claim.slot.clone();
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        slot: slot(a),
        group: None,
        message: Message::new(
            "measure_drift.message",
            [
                ("speaker", Arg::Voice(a)),
                ("a", Arg::Claims(left.clone())),
                ("slot_a", Arg::Slot(slot(a))),
                ("b", Arg::Claims(right.clone())),
                ("slot_b", Arg::Slot(slot(b))),
            ],
        ),
        help: Message::new("measure_drift.help", [("speaker", Arg::Voice(a))]),
        trace: vec![
            Message::new("trace.same_voice", [("speaker", Arg::Voice(a))]),
            Message::new("trace.same_value", [("a", Arg::Claims(vec![a])), ("b", Arg::Claims(vec![b]))]),
            Message::new(
                "trace.other_measure",
                [("slot_a", Arg::Slot(slot(a))), ("slot_b", Arg::Slot(slot(b)))],
            ),
        ],
        sides: vec![Side::of_measure(left), Side::of_measure(right)],
    }
}
