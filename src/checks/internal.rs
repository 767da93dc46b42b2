//! # internal
//!
//! An article against itself: in one voice it gives figures for one thing that cannot both hold, or sets a floor and a
//! ceiling at one value.
//!
//! **Why it matters.** A reader cannot know which of the two to keep, and the desk can settle it alone.
//!
//! **Example.** « un projet d'au moins 500 milliards » and, two paragraphs on, « jusqu'à 500 milliards ».
//!
//! **Not found:** an article that sets two voices against each other, which is a dispute it reports.

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, opposed_bounds};
use crate::quantity::{Relation, relation};
use crate::reconcile::same_voice;

pub(super) const CHECK: Check = Check { kind: Kind::Internal, summary: "an article against itself", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (g, group) in context.groups.iter().enumerate() {
        for (a, first) in group.positions.iter().enumerate() {
            for second in &group.positions[a + 1..] {
                let opposed = opposed_bounds::opposed(&first.quantity, &second.quantity);
                if opposed || relation(&first.quantity, &second.quantity) == Some(Relation::Contradiction) {
                    findings.extend(inside(context, g, &first.claims, &second.claims));
                }
            }
        }
    }
    findings
}

/// One finding for each article that takes both positions in one voice.
fn inside(context: &Context<'_>, g: usize, first: &[usize], second: &[usize]) -> Vec<Finding> {
    let corpus = context.corpus;
    let article = |i: usize| corpus.statements[i].article;
    let mut articles: Vec<usize> = first.iter().map(|i| article(*i)).collect();
    articles.dedup();
    let of =
        |claims: &[usize], a: usize| claims.iter().copied().filter(|i| article(*i) == a).collect::<Vec<_>>();
    let mut findings = Vec::new();
    for a in articles {
        let (left, right) = (of(first, a), of(second, a));
        let one_voice =
            left.iter().any(|x| right.iter().any(|y| same_voice(corpus.voice(*x), corpus.voice(*y))));
        if !one_voice {
            continue;
        }
        let slot = context.groups[g].slot.clone();
        findings.push(Finding {
            kind: Kind::Internal,
            severity: Severity::Warning,
            slot: slot.clone(),
            group: Some(g),
            message: Message::new(
                "internal.message",
                [
                    ("outlet", Arg::Text(corpus.records[a].outlet().to_owned())),
                    ("slot", Arg::Slot(slot)),
                    ("a", Arg::Claims(left.clone())),
                    ("b", Arg::Claims(right.clone())),
                ],
            ),
            help: Message::new("internal.help", []),
            trace: vec![
                Message::new(
                    "trace.same_article",
                    [("outlet", Arg::Text(corpus.records[a].outlet().to_owned()))],
                ),
                Message::new(
                    "trace.cannot_both",
                    [("a", Arg::Claims(left.clone())), ("b", Arg::Claims(right.clone()))],
                ),
            ],
            sides: vec![Side::of(left), Side::of(right)],
        });
    }
    findings
}
