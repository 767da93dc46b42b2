//! # measure_drift (times, units, things)
//!
//! One number is told of another time, in another unit or of another thing: a day here and a week there, points here and per cent
//! there, one voice's deficit here and its debt there.
//!
//! **Why it matters.** The number survives the retelling, and what it says is many times more or less.
//!
//! **Example.** « chaque jour de grève coûte 22 millions d'euros » and « 22 millions d'euros par semaine »; « le chômage monte
//! de 0,1 point » and « de 0,1 % »; « 160 millions d'actions » and « 160 millions de dollars d'actions »; « 84 000 clients » and
//! « 84 000 habitants » of one voice.
//!
//! **Not found:** an article that tells the number both ways; numbers whose words have little in common; a time that only one
//! of the two gives.

use std::collections::BTreeMap;

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::Way;
use crate::quantity::Amount;
use crate::reconcile::Corpus;

pub(super) const CHECK: Check = Check {
    kind: Kind::MeasureDrift,
    summary: "one number, told of another time, in another unit or of another thing",
    run,
};

/// The claims of a number told one way, and those told the other.
type Sides = (Vec<usize>, Vec<usize>);

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let mut told: BTreeMap<(Amount, Way, Way), Sides> = BTreeMap::new();
    for (x, y) in &corpus.twins {
        let (x, y) = if way(corpus, *x) <= way(corpus, *y) { (*x, *y) } else { (*y, *x) };
        let value = corpus.statements[x].claim.quantity.value().unwrap_or_default().normalize();
        let (one, other) = told.entry((value, way(corpus, x), way(corpus, y))).or_default();
        one.push(x);
        other.push(y);
    }
    told.into_values().map(|(one, other)| report(corpus, once(one), once(other))).collect()
}

fn way(corpus: &Corpus, claim: usize) -> Way {
    corpus.statements[claim].claim.way()
}

fn once(mut claims: Vec<usize>) -> Vec<usize> {
    claims.sort_unstable();
    claims.dedup();
    claims
}

fn report(corpus: &Corpus, one: Vec<usize>, other: Vec<usize>) -> Finding {
    let slot = one.first().map(|i| corpus.statements[*i].claim.slot.clone()).unwrap_or_default();
    let pace = |claims: &[usize]| claims.first().and_then(|i| corpus.statements[*i].claim.terms.pace);
    let (a, b) = (Arg::Claims(one.clone()), Arg::Claims(other.clone()));
    let unit = |claims: &[usize]| claims.first().map(|i| corpus.statements[*i].claim.quantity.unit);
    let voice = one.first().filter(|_| unit(&one) == unit(&other)).map(|i| Arg::Voice(*i));
    let message = match (pace(&one).zip(pace(&other)).filter(|(p, q)| p != q), voice) {
        (Some((p, q)), _) => Message::new(
            "told_otherwise.pace",
            [
                ("slot", Arg::Slot(slot.clone())),
                ("a", a.clone()),
                ("pace_a", Arg::Word(p.key())),
                ("b", b.clone()),
                ("pace_b", Arg::Word(q.key())),
            ],
        ),
        (None, Some(speaker)) => {
            Message::new("told_otherwise.measure", [("speaker", speaker), ("a", a.clone()), ("b", b.clone())])
        }
        (None, None) => Message::new(
            "told_otherwise.unit",
            [("slot", Arg::Slot(slot.clone())), ("a", a.clone()), ("b", b.clone())],
        ),
    };
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        slot,
        group: None,
        message,
        help: Message::new("told_otherwise.help", []),
        trace: vec![Message::new("trace.told_otherwise", [("a", a), ("b", b)])],
        sides: vec![Side::of(one), Side::of(other)],
    }
}
