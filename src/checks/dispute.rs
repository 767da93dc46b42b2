//! # dispute
//!
//! Named voices give figures for one thing that exclude each other, or a named voice and an outlet do.
//!
//! **Why it matters.** The disagreement is the news: a report with one of the voices alone takes a side without saying so.
//!
//! **Example.** The police count 11.000 demonstrators, the union 80.000.
//!
//! **Not found:** one voice in two versions, which is a *misquote* or an update.

use super::contradiction::{conflicts, report};
use super::finding::{Finding, Kind};
use super::{Check, Context};
use crate::reconcile::same_voice;

pub(super) const CHECK: Check =
    Check { kind: Kind::Dispute, summary: "named voices exclude each other", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let pairs = conflicts(context, g, &|corpus, a, b| {
            a.iter().any(|x| b.iter().any(|y| !same_voice(corpus.voice(*x), corpus.voice(*y))))
        });
        findings.extend(report(context, g, &pairs, Kind::Dispute, "dispute.message", "dispute.help"));
    }
    findings
}
