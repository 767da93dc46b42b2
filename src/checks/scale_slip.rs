//! # scale_slip
//!
//! The same digits, a thousand times apart: « 4,5 mégawatts » for « 4,5 gigawatts », « 10 millions » for « 10 milliards », or
//! an English "billion" left as « billion », which is a thousand times more in French.
//!
//! **Why it matters.** It is the commonest slip of translation and typing, and it is settled by one look.
//!
//! **Not found:** figures of different digits; other powers of ten, which other kinds report.

use super::clash::{self, Words};
use super::finding::{self, Finding, Severity};
use super::{Check, Context};
use crate::quantity::{Amount, Kind, Quantity, have_lost_a_digit, is_rounded_slip, power_of_ten, ratio};

pub(super) const CHECK: Check =
    Check { kind: finding::Kind::ScaleSlip, summary: "the same digits, a thousand times apart", run };

const WORDS: Words = Words { message: "scale_slip.message", help: "scale_slip.help" };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        // « onze arrestations » and « 11.000 manifestants » have nothing to do with each other.
        let few = |q: &Quantity| {
            q.kind == Kind::Count && q.value().is_some_and(|value| value < Amount::ONE_HUNDRED)
        };
        let slip = |a: &Quantity, b: &Quantity| {
            // A hectare is ten thousand square metres, and a hundredth of a square kilometre.
            let area = |ratio| {
                a.kind == Kind::Area && [2, 4].into_iter().any(|p| ratio == Amount::from(10_u64.pow(p)))
            };
            // « 4,7 millions » for « 4 712 millions »: one of them is rounded.
            let rounded = |ratio| a.kind == Kind::Money && is_rounded_slip(ratio);
            let slips = |ratio| {
                area(ratio) || rounded(ratio) || power_of_ten(ratio).is_some_and(|power| power % 3 == 0)
            };
            let apart = clash::excludes(a, b) || have_lost_a_digit(a, b);
            !few(a) && !few(b) && apart && ratio(a, b).is_some_and(slips)
        };
        let pairs = clash::pairs(context, g, &slip, &|x, y| corpus.apart(x, y));
        findings.extend(clash::report(context, g, &pairs, finding::Kind::ScaleSlip, Severity::Error, &WORDS));
    }
    findings
}
