//! # contradiction
//!
//! Outlets, in their own voices, give figures for one thing that cannot all hold.
//!
//! **Why it matters.** At most one of them is right, and each reader meets only one.
//!
//! **Example.** « sur cinq ans » in one paper, « sur quatre ans » in the others; « moins de 10 milliards » here, « que 10 » there.
//!
//! **Not found:** a rounded figure and the precise one; a value and a bound that holds it; other periods, sites or phases;
//! figures more than three times apart, which are rarely about one thing; articles months apart.

use super::clash::{self, Words};
use super::finding::{Finding, Kind, Severity};
use super::{Check, Context};
use crate::quantity::Quantity;
use crate::reconcile::Voice;

pub(super) const CHECK: Check =
    Check { kind: Kind::Contradiction, summary: "outlets exclude each other in their own voices", run };

pub(super) const WORDS: Words = Words { message: "contradiction.message", help: "contradiction.help" };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let own_voice = |i: usize| matches!(corpus.voice(i), Voice::Outlet(_));
        let quantity = |i: usize| &corpus.statements[i].claim.quantity;
        let near = |a: &Quantity, b: &Quantity| {
            clash::touches(a, b) || clash::excludes(a, b) || clash::lose_a_digit(a, b)
        };
        let pairs = clash::pairs(context, g, &near, &|x, y| {
            clash::denies(quantity(x), quantity(y))
                && own_voice(x)
                && own_voice(y)
                && corpus.apart(x, y)
                && clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
        });
        findings.extend(clash::report(context, g, &pairs, Kind::Contradiction, Severity::Warning, &WORDS));
    }
    findings
}
