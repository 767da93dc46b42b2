//! # contradiction
//!
//! Outlets, in their own voices, give figures for one thing that cannot all hold.
//!
//! **Why it matters.** At most one of them is right, and each reader meets only one.
//!
//! **Example.** « sur cinq ans » in one paper, « sur quatre ans » in the others.
//!
//! **Not found:** a rounded figure and the precise one; a value and a bound that holds it; other periods, sites or phases.

use super::finding::{Arg, Finding, Kind, Message, Severity, sides};
use super::{Check, Context};
use crate::quantity::{Relation, relation};
use crate::reconcile::{Corpus, Group, Voice};

pub(super) const CHECK: Check =
    Check { kind: Kind::Contradiction, summary: "outlets exclude each other in their own voices", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let pairs = conflicts(context, g, &|corpus, a, b| {
            let outlet =
                |claims: &[usize]| claims.iter().filter_map(|i| own_voice(corpus, *i)).collect::<Vec<_>>();
            let (x, y) = (outlet(a), outlet(b));
            x.iter().any(|p| y.iter().any(|q| p != q))
        });
        findings.extend(report(
            context,
            g,
            &pairs,
            Kind::Contradiction,
            "contradiction.message",
            "contradiction.help",
        ));
    }
    findings
}

/// The article that states a claim in its own voice.
fn own_voice(corpus: &Corpus, claim: usize) -> Option<usize> {
    match corpus.voice(claim) {
        Voice::Outlet(article) => Some(article),
        Voice::Speaker(_) => None,
    }
}

/// Whether the claims of two positions are of the sort that a check looks for.
pub(super) type Wanted<'a> = &'a dyn Fn(&Corpus, &[usize], &[usize]) -> bool;

/// The pairs of positions of a group that exclude each other, are not explained, and whose claims are as wanted.
pub(super) fn conflicts(context: &Context<'_>, g: usize, wanted: Wanted) -> Vec<(usize, usize)> {
    let positions = &context.groups[g].positions;
    let mut pairs = Vec::new();
    for a in 0..positions.len() {
        for b in a + 1..positions.len() {
            let clash =
                relation(&positions[a].quantity, &positions[b].quantity) == Some(Relation::Contradiction);
            if clash
                && !context.is_explained(g, a, b)
                && wanted(context.corpus, &positions[a].claims, &positions[b].claims)
            {
                pairs.push((a, b));
            }
        }
    }
    pairs
}

/// One finding for all conflicting positions of a group, the most reported first.
pub(super) fn report(
    context: &mut Context<'_>,
    g: usize,
    pairs: &[(usize, usize)],
    kind: Kind,
    message: &'static str,
    help: &'static str,
) -> Option<Finding> {
    let (a, b) = *pairs.first()?;
    let mut positions: Vec<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    positions.sort_unstable();
    positions.dedup();
    for (a, b) in pairs {
        context.explain(g, *a, *b);
    }
    let group: &Group = &context.groups[g];
    let (left, right) = (group.positions[a].claims.clone(), group.positions[b].claims.clone());
    Some(Finding {
        kind,
        severity: Severity::Warning,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            message,
            [
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", Arg::Claims(left.clone())),
                ("b", Arg::Claims(right.clone())),
            ],
        ),
        help: Message::new(help, []),
        trace: vec![
            Message::new("trace.same_slot", [("slot", Arg::Slot(group.slot.clone()))]),
            Message::new("trace.cannot_both", [("a", Arg::Claims(left)), ("b", Arg::Claims(right))]),
        ],
        sides: sides(group, &positions),
    })
}
