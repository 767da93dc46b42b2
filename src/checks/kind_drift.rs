//! # measure_drift (two kinds of one thing)
//!
//! One voice's figure is reported for another kind of the same thing: a net loss here, an operating loss there.
//!
//! **Why it matters.** The number is right and what it counts is not, which no look at the number tells.
//!
//! **Example.** « 2 500 emplois de chantier », told as « 2 500 emplois permanents ».
//!
//! **Not found:** what two voices say; numbers of one digit; kinds that no words beside the figures name; an article that gives
//! the number for both.

use super::done_drift::numbers;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::reconcile::Corpus;

pub(super) const CHECK: Check =
    Check { kind: Kind::MeasureDrift, summary: "one statement, told of another kind of thing", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    numbers(corpus).iter().filter_map(|claims| drift(corpus, claims)).collect()
}

/// The drift between the claims of one number that one voice makes.
fn drift(corpus: &Corpus, claims: &[usize]) -> Option<Finding> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let differ = |x: usize, y: usize| claim(x).terms.facets.differ(claim(y).terms.facets);
    let both = |x: usize| corpus.in_article_of(x, claims).iter().any(|y| differ(x, *y));
    let alone: Vec<usize> = claims.iter().copied().filter(|x| !both(*x)).collect();
    let unit = |x: usize, y: usize| claim(x).quantity.unit.common() == claim(y).quantity.unit.common();
    let fits = |x: usize, y: usize| corpus.apart(x, y) && unit(x, y) && differ(x, y);
    let first = alone.iter().copied().find(|x| alone.iter().any(|y| fits(*x, *y)))?;
    let right: Vec<usize> = alone.iter().copied().filter(|y| fits(first, *y)).collect();
    let left: Vec<usize> = alone.iter().copied().filter(|x| right.iter().all(|y| fits(*x, *y))).collect();
    Some(report(corpus, left, right))
}

fn report(corpus: &Corpus, left: Vec<usize>, right: Vec<usize>) -> Finding {
    let (a, b) = (Arg::Claims(left.clone()), Arg::Claims(right.clone()));
    let voice = Arg::Voice(left[0]);
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        slot: corpus.statements[left[0]].claim.slot.clone(),
        group: None,
        message: Message::new(
            "kind_drift.message",
            [("speaker", voice.clone()), ("a", a.clone()), ("b", b.clone())],
        ),
        help: Message::new("kind_drift.help", [("speaker", voice.clone())]),
        trace: vec![
            Message::new("trace.same_voice", [("speaker", voice)]),
            Message::new("trace.kinds", [("a", a), ("b", b)]),
        ],
        sides: vec![Side::of(left), Side::of(right)],
    }
}
