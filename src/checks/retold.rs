//! # measure_drift (one number of one voice)
//!
//! The claims of each number that one voice states, and what the reports make of it: a plan told as done (`done_drift.rs`), one kind
//! of thing told as another (`kind_drift.rs`).

use std::collections::BTreeMap;

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, done_drift, kind_drift};
use crate::quantity::{self, Amount};
use crate::reconcile::Corpus;

pub(super) const CHECK: Check =
    Check { kind: Kind::MeasureDrift, summary: "one voice's number, told as done or of another kind", run };

/// Digits from which one voice hardly gives one number to two things.
const TELLING: u128 = 10;

/// The same for a round number of what is hardly counted: « 30 milliards ».
const LARGE: u32 = 1_000_000;

/// The claims that tell a number one way, and those that tell it another.
pub(super) type Sides = (Vec<usize>, Vec<usize>);

/// The words of a finding.
pub(super) struct Words {
    pub(super) message: &'static str,
    pub(super) help: &'static str,
    pub(super) trace: &'static str,
}

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let telling = |claim: usize| corpus.statements[claim].claim.quantity.value().is_some_and(is_telling);
    let drifts = |claims: &Vec<usize>| {
        let done = done_drift::drift(corpus, claims);
        let kind = telling(claims[0]).then(|| kind_drift::drift(corpus, claims)).flatten();
        [
            done.map(|sides| report(corpus, &done_drift::WORDS, sides)),
            kind.map(|sides| report(corpus, &kind_drift::WORDS, sides)),
        ]
    };
    numbers(corpus).iter().flat_map(drifts).flatten().collect()
}

/// Whether a number has digits enough to be known by them.
pub(super) fn is_telling(value: Amount) -> bool {
    quantity::digits(value) >= TELLING
}

/// The claims of each number that one voice states, in the order of the corpus.
fn numbers(corpus: &Corpus) -> Vec<Vec<usize>> {
    let mut said: BTreeMap<(usize, Amount, u8), Vec<usize>> = BTreeMap::new();
    for i in 0..corpus.statements.len() {
        let quantity = &corpus.statements[i].claim.quantity;
        let telling = |value: &Amount| is_telling(*value) || *value >= Amount::from(LARGE);
        if let Some((speaker, value)) = corpus.speaker_number(i).zip(quantity.value().filter(telling)) {
            said.entry((speaker, value.normalize(), quantity.kind as u8)).or_default().push(i);
        }
    }
    said.into_values().collect()
}

fn report(corpus: &Corpus, words: &Words, (left, right): Sides) -> Finding {
    let (a, b) = (Arg::Claims(left.clone()), Arg::Claims(right.clone()));
    let voice = Arg::Voice(left[0]);
    Finding {
        kind: Kind::MeasureDrift,
        severity: Severity::Warning,
        slot: corpus.statements[left[0]].claim.slot.clone(),
        group: None,
        message: Message::new(
            words.message,
            [("speaker", voice.clone()), ("a", a.clone()), ("b", b.clone())],
        ),
        help: Message::new(words.help, [("speaker", voice.clone())]),
        trace: vec![
            Message::new("trace.same_voice", [("speaker", voice)]),
            Message::new(words.trace, [("a", a), ("b", b)]),
        ],
        sides: vec![Side::of(left), Side::of(right)],
    }
}
