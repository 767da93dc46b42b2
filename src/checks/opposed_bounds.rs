//! # opposed_bounds
//!
//! A floor against a ceiling at the same value: « au moins 500 milliards » here, « jusqu'à 500 milliards » there.
//!
//! **Why it matters.** Both round to the same headline and promise the opposite: one says that it cannot be less, the other
//! that it cannot be more.
//!
//! **Not found:** bounds at different values that leave room between them; one article with both, which is *internal*.

use super::finding::{Arg, Finding, Kind, Message, Severity, sides};
use super::{Check, Context};
use crate::quantity::Quantity;

pub(super) const CHECK: Check =
    Check { kind: Kind::OpposedBounds, summary: "a floor against a ceiling at the same value", run };

/// Whether one is a floor and the other a ceiling at the same value.
pub(super) fn opposed(a: &Quantity, b: &Quantity) -> bool {
    let facing = a.bound.is_floor() && b.bound.is_ceiling() || a.bound.is_ceiling() && b.bound.is_floor();
    facing && a.unit == b.unit && a.value() == b.value()
}

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let group = &context.groups[g];
        let mut pairs = Vec::new();
        for a in 0..group.positions.len() {
            for b in a + 1..group.positions.len() {
                let (first, second) = (&group.positions[a], &group.positions[b]);
                let article = |i: &usize| context.corpus.statements[*i].article;
                let apart =
                    first.claims.iter().any(|x| second.claims.iter().any(|y| article(x) != article(y)));
                if opposed(&first.quantity, &second.quantity) && apart && !context.is_explained(g, a, b) {
                    pairs.push((a, b));
                }
            }
        }
        for (a, b) in pairs {
            // The floor first.
            let (a, b) = if group.positions[a].quantity.bound.is_floor() { (a, b) } else { (b, a) };
            let sides = sides(group, &[a, b]);
            findings.push(Finding {
                kind: Kind::OpposedBounds,
                severity: Severity::Warning,
                slot: group.slot.clone(),
                group: Some(g),
                message: Message::new(
                    "opposed_bounds.message",
                    [
                        ("slot", Arg::Slot(group.slot.clone())),
                        ("a", Arg::Claims(sides[0].claims.clone())),
                        ("b", Arg::Claims(sides[1].claims.clone())),
                    ],
                ),
                help: Message::new("opposed_bounds.help", []),
                trace: vec![Message::new(
                    "trace.touch",
                    [
                        ("a", Arg::Claims(sides[0].claims.clone())),
                        ("b", Arg::Claims(sides[1].claims.clone())),
                    ],
                )],
                sides,
            });
        }
    }
    findings
}
