//! # scale_slip (of one voice)
//!
//! One voice's limit on one thing, a thousand times apart in two articles, whatever each says that it measures.
//!
//! **Why it matters.** What a post or speech says is known to the word: « millions » for « milliards » is the reporter's slip.
//!
//! **Example.** Musk says of SoftBank « bien moins de 10 milliards » in one article and « bien moins de 10 millions » in another.
//!
//! **Not found:** exact figures, and limits that are not said with force, of which a voice gives many; other subjects or times; two figures of one measure, which *scale_slip* finds.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::quantity::{self, Amount, Bound, Quantity, Unit};
use crate::reconcile::Corpus;

pub(super) const CHECK: Check =
    Check { kind: Kind::ScaleSlip, summary: "one voice's limit, a thousand times apart", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let mut limits: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..corpus.statements.len() {
        let limited = is_limit(&corpus.statements[i].claim.quantity);
        if let Some(speaker) = corpus.speaker_number(i).filter(|_| limited) {
            limits.entry(speaker).or_default().push(i);
        }
    }
    limits.values().filter_map(|claims| slip(corpus, claims)).collect()
}

/// A sum of money with a floor or a ceiling that is said with force: « bien moins de 10 milliards ».
fn is_limit(quantity: &Quantity) -> bool {
    let bound = matches!(quantity.bound, Bound::LessThan | Bound::MoreThan);
    bound && quantity.strength.is_some() && quantity.kind == quantity::Kind::Money
}

/// The first limit of a voice with those that are a thousand times greater or smaller.
fn slip(corpus: &Corpus, claims: &[usize]) -> Option<Finding> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let quantity = |i: usize| &claim(i).quantity;
    let some = corpus.of_two_articles(claims, |i| {
        (quantity(i).value(), quantity(i).unit, quantity(i).bound, &claim(i).slot)
    });
    let mut by_value: FxHashMap<(Option<Amount>, Unit), Vec<usize>> = FxHashMap::default();
    for i in &some {
        by_value
            .entry((quantity(*i).value().map(|v| v.normalize()), quantity(*i).unit))
            .or_default()
            .push(*i);
    }
    let greater = |x: usize| {
        let value = quantity(x).value()?.checked_mul(Amount::ONE_THOUSAND)?.normalize();
        by_value.get(&(Some(value), quantity(x).unit))
    };
    let slips = |x: &&usize| greater(**x).is_some_and(|ys| ys.iter().any(|y| are_slipped(corpus, **x, *y)));
    let x = *some.iter().find(slips)?;
    let like =
        |i: &&usize| quantity(**i).value() == quantity(x).value() && quantity(**i).unit == quantity(x).unit;
    let left: Vec<usize> = claims.iter().filter(like).copied().collect();
    let right: Vec<usize> = claims.iter().filter(|y| are_slipped(corpus, x, **y)).copied().collect();
    let (a, b) = (Arg::Claims(left.clone()), Arg::Claims(right.clone()));
    Some(Finding {
        kind: Kind::ScaleSlip,
        severity: Severity::Error,
        slot: claim(x).slot.clone(),
        group: None,
        message: Message::new("voiced_slip.message", [("speaker", Arg::Voice(x)), ("a", a), ("b", b)]),
        help: Message::new("scale_slip.help", []),
        trace: vec![Message::new("trace.same_voice", [("speaker", Arg::Voice(x))])],
        sides: vec![Side::of(left), Side::of(right)],
    })
}

/// Whether two limits of one voice are alike but for a factor of a thousand, of one subject and of other measures.
fn are_slipped(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let (p, q) = (&claim(x).quantity, &claim(y).quantity);
    let thousandfold = quantity::ratio(p, q).is_some_and(|ratio| ratio == Amount::ONE_THOUSAND);
    let subject = claim(x).slot.subjects.iter().any(|subject| claim(y).slot.subjects.contains(subject));
    thousandfold
        && p.unit == q.unit
        && p.bound == q.bound
        && p.strength == q.strength
        && subject
        && claim(x).terms.per == claim(y).terms.per
        && claim(x).scope.period == claim(y).scope.period
        && (&claim(x).slot.measure, &claim(x).head) != (&claim(y).slot.measure, &claim(y).head)
        && corpus.apart(x, y)
}
