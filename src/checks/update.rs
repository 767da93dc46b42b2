//! # update
//!
//! One voice gives a new value more than a week after another.
//!
//! **Why it matters.** It is no disagreement: the voice has changed its figure. A report that still has the old one is stale.
//!
//! **Example.** « nous serons 450 fin mars » in January, « nous serons 600 » in March.
//!
//! **Not found:** articles that are not dated to the day; values so far apart that they are hardly of one thing; an outlet's own
//! voice, which is another in each article.

use super::clash;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::quantity::days_between;
use crate::reconcile::Corpus;

pub(super) const CHECK: Check = Check { kind: Kind::Update, summary: "a later value by the same voice", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    (0..context.groups.len()).filter_map(|g| in_group(context, g)).collect()
}

/// The first update of a group.
fn in_group(context: &Context<'_>, g: usize) -> Option<Finding> {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    for &(a, b) in &group.rivals {
        let (first, second) = (&group.positions[a], &group.positions[b]);
        if !clash::excludes(&first.quantity, &second.quantity) || context.is_explained(g, a, b) {
            continue;
        }
        for &x in &first.faces {
            if let Some(&y) = second.faces.iter().find(|y| is_later(corpus, x, **y)) {
                let (old, new) = if corpus.day(x) < corpus.day(y) { (x, y) } else { (y, x) };
                return Some(report(context, g, old, new));
            }
        }
    }
    None
}

/// Whether one voice says both, more than a week apart.
fn is_later(corpus: &Corpus, x: usize, y: usize) -> bool {
    let dated = |i: usize| corpus.day(i).filter(|date| date.year.is_some() && date.day.is_some());
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    corpus.one_speaker(x, y)
        && days_between(dated(x), dated(y)).is_some_and(|days| days > clash::SAME_STATEMENT_DAYS)
        && clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
}

fn report(context: &Context<'_>, g: usize, old: usize, new: usize) -> Finding {
    let group = &context.groups[g];
    let claims = |i: usize| Arg::Claims(vec![i]);
    Finding {
        kind: Kind::Update,
        severity: Severity::Info,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            "update.message",
            [
                ("speaker", Arg::Voice(new)),
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", claims(old)),
                ("b", claims(new)),
            ],
        ),
        help: Message::new("update.help", []),
        trace: vec![
            Message::new("trace.same_voice", [("speaker", Arg::Voice(new))]),
            Message::new("trace.later", [("a", claims(old)), ("b", claims(new))]),
        ],
        sides: vec![Side::of(vec![old]), Side::of(vec![new])],
    }
}
