//! # scale_slip
//!
//! The same digits, a thousand times apart: « 4,5 mégawatts » for « 4,5 gigawatts », « 10 millions » for « 10 milliards », or
//! an English "billion" left as « billion », which is a thousand times more in French.
//!
//! **Why it matters.** It is the commonest slip of translation and typing, and it is settled by one look.
//!
//! **Not found:** figures of different digits; other powers of ten, which other kinds report.

use super::clash::{self, Words};
use super::finding::{Finding, Kind, Severity};
use super::{Check, Context};
use crate::quantity::Quantity;

pub(super) const CHECK: Check =
    Check { kind: Kind::ScaleSlip, summary: "the same digits, a thousand times apart", run };

const WORDS: Words = Words { message: "scale_slip.message", help: "scale_slip.help" };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let slip = |a: &Quantity, b: &Quantity| {
            clash::excludes(a, b)
                && clash::ratio(a, b).and_then(clash::power_of_ten).is_some_and(|power| power % 3 == 0)
        };
        let pairs = clash::pairs(context, g, &slip, &|x, y| clash::apart(corpus, x, y));
        findings.extend(clash::report(context, g, &pairs, Kind::ScaleSlip, Severity::Error, &WORDS));
    }
    findings
}
