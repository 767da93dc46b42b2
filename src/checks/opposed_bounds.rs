//! # opposed_bounds
//!
//! A floor against a ceiling at the same value: « au moins 500 milliards » here, « jusqu'à 500 milliards » there.
//!
//! **Why it matters.** Both round to the same headline and promise the opposite: one says that it cannot be less, the other
//! that it cannot be more.
//!
//! **Not found:** bounds at different values that leave room between them; one article with both, which is *internal*.

use super::clash::{self, Words};
use super::finding::{Finding, Kind, Severity};
use super::{Check, Context};
use crate::quantity::Quantity;

pub(super) const CHECK: Check =
    Check { kind: Kind::OpposedBounds, summary: "a floor against a ceiling at the same value", run };

const WORDS: Words = Words { message: "opposed_bounds.message", help: "opposed_bounds.help" };

/// Whether one is a floor and the other a ceiling at the same value.
pub(super) fn opposed(a: &Quantity, b: &Quantity) -> bool {
    a.bound.faces(b.bound) && a.unit == b.unit && a.value() == b.value()
}

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let floor = |p: usize| context.groups[g].positions[p].quantity.bound.is_floor();
        let mut pairs = clash::pairs(context, g, &opposed, &|x, y| corpus.apart(x, y));
        // The floor first.
        for (a, b) in &mut pairs {
            if !floor(*a) {
                std::mem::swap(a, b);
            }
        }
        findings.extend(clash::report(context, g, &pairs, Kind::OpposedBounds, Severity::Warning, &WORDS));
    }
    findings
}
