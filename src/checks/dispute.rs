//! # dispute
//!
//! Named voices give figures for one thing that exclude each other, or a named voice and an outlet do.
//!
//! **Why it matters.** The disagreement is the news: a report with one of the voices alone takes a side without saying so.
//!
//! **Example.** The police count 11.000 demonstrators, the union 80.000.
//!
//! **Not found:** one voice in two versions, which is a *misquote* or an update; figures more than twelve times apart,
//! or sixty times where a measure of the topic counts (« 100 000 emplois, promet l'un ; 2 000, dit l'autre »).

use super::clash::{self, Words};
use super::finding::{Finding, Kind, Severity};
use super::{Check, Context};
use crate::quantity::Quantity;

pub(super) const CHECK: Check =
    Check { kind: Kind::Dispute, summary: "named voices exclude each other", run };

const WORDS: Words = Words { message: "dispute.message", help: "dispute.help" };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let quantity = |i: usize| &corpus.statements[i].claim.quantity;
        let near = |a: &Quantity, b: &Quantity| {
            clash::touches(a, b) || clash::excludes(a, b) && clash::comparable(a, b, clash::PROMISES)
        };
        let pairs = clash::pairs(context, g, &near, &|x, y| {
            !corpus.one_voice(x, y)
                && clash::denies(quantity(x), quantity(y))
                && clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
        });
        findings.extend(clash::report(context, g, &pairs, Kind::Dispute, Severity::Warning, &WORDS));
    }
    findings
}
