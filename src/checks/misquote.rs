//! # misquote
//!
//! One voice makes one statement, and outlets report it with different figures or bounds.
//!
//! **Why it matters.** The sources do not differ, the reports do: somebody who reads only one of them is misinformed about
//! what was said. It is the finding that one call or one look at the original settles.
//!
//! **Example.** A post that one outlet gives as « bien moins de 10 milliards », another as « n'est assuré que de 10 milliards ».
//!
//! **Not found:** a value and a bound that holds it (« 500 » and « au moins 500 »), or « plus de » that a report drops; two figures that one article has from the
//! same voice; statements more than a week apart, which are updates.

use std::collections::BTreeMap;

use super::clash::{self, Pair};
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::lost_bound;
use super::{Check, Context};
use crate::quantity::{self, Quantity, Relation, days_between, relation};
use crate::reconcile::Corpus;

pub(super) const CHECK: Check =
    Check { kind: Kind::Misquote, summary: "one statement, reported with different figures", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        for (speaker, positions) in by_speaker(context, g) {
            let pairs = versions(context, g, speaker, &positions);
            findings.extend(report(context, g, speaker, &pairs));
            for (a, b) in pairs {
                context.explain(g, a, b);
            }
        }
    }
    findings
}

/// The positions that each speaker takes in a group.
fn by_speaker(context: &Context<'_>, g: usize) -> BTreeMap<usize, Vec<usize>> {
    let mut speakers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (p, position) in context.groups[g].positions.iter().enumerate() {
        for speaker in position.faces.iter().filter_map(|i| context.corpus.speaker_number(*i)) {
            let positions = speakers.entry(speaker).or_default();
            if positions.last() != Some(&p) {
                positions.push(p);
            }
        }
    }
    speakers
}

/// Pairs of positions that are versions of one statement of a speaker.
fn versions(context: &Context<'_>, g: usize, speaker: usize, positions: &[usize]) -> Vec<Pair> {
    let corpus = context.corpus;
    let is_speaker = |i: usize| corpus.speaker_number(i) == Some(speaker);
    // « plus de 10.000 » and « plus de 100.000 » can both hold, but one voice has not said both.
    // « depuis au moins dix ans » and « depuis au moins vingt ans » can both hold, too: only in the same words are they one.
    let moved = |a: &Quantity, b: &Quantity| {
        let open = |q: &Quantity| (q.bound.is_floor(), q.bound.is_ceiling());
        open(a) == open(b) && open(a) != (false, false) && a.unit == b.unit && a.interval != b.interval
    };
    let clash = |a: &Quantity, b: &Quantity| {
        let told_less = lost_bound::floor_drops(a, b) || lost_bound::floor_drops(b, a);
        relation(a, b) >= Some(Relation::Tension) && !told_less && !clash::are_one_size(a, b)
            || quantity::have_lost_a_digit(a, b)
            || moved(a, b)
    };
    clash::pairs_among(context, g, positions, &clash, &|x, y| {
        let quantity = |i: usize| &corpus.statements[i].claim.quantity;
        let (p, q) = (quantity(x), quantity(y));
        let restated = moved(p, q) && !quantity::have_lost_a_digit(p, q);
        is_speaker(x)
            && is_speaker(y)
            && corpus.apart(x, y)
            && (!restated || is_one_sentence(corpus, x, y))
            && clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
            && days_between(corpus.day(x), corpus.day(y))
                .is_none_or(|days| days <= clash::SAME_STATEMENT_DAYS)
    })
}

/// Whether two quotations are one sentence, but for its figure.
fn is_one_sentence(corpus: &Corpus, x: usize, y: usize) -> bool {
    /// Words in common, in tenths of all; and the fewest of all.
    const SAME: usize = 7;
    const FEWEST: usize = 3;
    let claim = |i: usize| &corpus.statements[i].claim;
    let (a, b) = (&claim(x).terms.words, &claim(y).terms.words);
    let common = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let all = a.len() + b.len() - common;
    let alike = common >= FEWEST && common * 10 >= all * SAME || common + 1 == FEWEST && common == all;
    claim(x).quoted && claim(y).quoted && alike
}

fn report(context: &Context<'_>, g: usize, speaker: usize, pairs: &[Pair]) -> Option<Finding> {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    let said = |position: usize| -> Vec<usize> {
        let of_speaker = |i: &usize| corpus.speaker_number(*i) == Some(speaker);
        group.positions[position].claims.iter().copied().filter(of_speaker).collect()
    };
    let (a, b) = *pairs.first()?;
    let (left, right) = (said(a), said(b));
    let voice = Arg::Voice(*left.first()?);
    Some(Finding {
        kind: Kind::Misquote,
        severity: Severity::Error,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            "misquote.message",
            [
                ("speaker", voice.clone()),
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", Arg::Claims(left.clone())),
                ("b", Arg::Claims(right.clone())),
            ],
        ),
        help: Message::new("misquote.help", [("speaker", voice.clone())]),
        trace: vec![Message::new("trace.same_voice", [("speaker", voice)]), clash::cannot_both(left, right)],
        sides: clash::positions(pairs).into_iter().map(|position| Side::of(said(position))).collect(),
    })
}
