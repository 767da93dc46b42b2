//! # misquote
//!
//! One voice makes one statement, and outlets report it with different figures or bounds.
//!
//! **Why it matters.** The sources do not differ, the reports do: somebody who reads only one of them is misinformed about
//! what was said. It is the finding that one call or one look at the original settles.
//!
//! **Example.** A post that one outlet gives as « bien moins de 10 milliards », another as « n'est assuré que de 10 milliards ».
//!
//! **Not found:** a value and a bound that holds it (« 500 » and « au moins 500 »); statements that are more than a week
//! apart, which are updates.

use super::finding::{self, Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::quantity::{PartialDate, Relation, relation};
use crate::reconcile::Corpus;
use crate::text::fold;

pub(super) const CHECK: Check =
    Check { kind: Kind::Misquote, summary: "one statement, reported with different figures", run };

/// Days between articles within which a voice's statements are taken to be one.
const SAME_STATEMENT_DAYS: i32 = 7;

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let group = &context.groups[g];
        let mut speakers: Vec<String> =
            group.claims.iter().filter_map(|i| finding::speaker(context.corpus, *i)).map(fold).collect();
        speakers.sort();
        speakers.dedup();
        for speaker in speakers {
            if let Some((finding, pairs)) = by_speaker(context, g, &speaker) {
                findings.push(finding);
                for (a, b) in pairs {
                    context.explain(g, a, b);
                }
            }
        }
    }
    findings
}

/// The finding of one speaker in a group, and the pairs of positions it explains.
fn by_speaker(context: &Context<'_>, g: usize, speaker: &str) -> Option<(Finding, Vec<(usize, usize)>)> {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    let said: Vec<Vec<usize>> = group
        .positions
        .iter()
        .map(|p| {
            p.claims
                .iter()
                .copied()
                .filter(|i| finding::speaker(corpus, *i).is_some_and(|s| fold(s) == speaker))
                .collect()
        })
        .collect();
    let mut pairs = Vec::new();
    for a in 0..said.len() {
        for b in a + 1..said.len() {
            let clash = relation(&group.positions[a].quantity, &group.positions[b].quantity)
                >= Some(Relation::Tension);
            if clash && one_statement(corpus, &said[a], &said[b]) {
                pairs.push((a, b));
            }
        }
    }
    let mut positions: Vec<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    positions.sort_unstable();
    positions.dedup();
    let sides: Vec<Side> = positions.iter().map(|p| Side::of(said[*p].clone())).collect();
    let first = *sides.first()?.claims.first()?;
    let finding = Finding {
        kind: Kind::Misquote,
        severity: Severity::Error,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            "misquote.message",
            [
                ("speaker", Arg::Voice(first)),
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", Arg::Claims(sides[0].claims.clone())),
                ("b", Arg::Claims(sides[1].claims.clone())),
            ],
        ),
        help: Message::new("misquote.help", [("speaker", Arg::Voice(first))]),
        trace: vec![
            Message::new("trace.same_voice", [("speaker", Arg::Voice(first))]),
            Message::new(
                "trace.cannot_both",
                [("a", Arg::Claims(sides[0].claims.clone())), ("b", Arg::Claims(sides[1].claims.clone()))],
            ),
        ],
        sides,
    };
    Some((finding, pairs))
}

/// Whether some claim of each side may report one statement: different articles, days near each other or unknown.
fn one_statement(corpus: &Corpus, a: &[usize], b: &[usize]) -> bool {
    a.iter().any(|x| {
        b.iter().any(|y| {
            let apart = corpus.statements[*x].article != corpus.statements[*y].article;
            apart
                && days_between(corpus.day(*x), corpus.day(*y)).is_none_or(|days| days <= SAME_STATEMENT_DAYS)
        })
    })
}

/// Days between two dates as far as both are written.
pub(super) fn days_between(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<i32> {
    let number = |date: PartialDate| {
        let (year, month, day) =
            (i32::from(date.year?), i32::from(date.month?), i32::from(date.day.unwrap_or(15)));
        Some((year * 12 + month - 1) * 30 + day)
    };
    let (a, b) = (a?, b?);
    // A month without a day may be the same day.
    if (a.day.is_none() || b.day.is_none()) && a.compatible(&b) {
        return Some(0);
    }
    Some((number(a)? - number(b)?).abs())
}
