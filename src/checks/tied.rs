//! What the checks of computed figures share: claims by their place, printed precision, copies named once.

use std::collections::BTreeSet;

use super::finding::{Arg, Message};
use crate::claim::{Claim, Operand};
use crate::quantity::{Amount, Bound, Interval, Quantity, Unit};
use crate::reconcile::Corpus;
use crate::text::Span;

/// How far from the words an approximate or bounded value may lie, in per mille of it.
const LOOSE: i64 = 70;

/// The same for one that is printed to three digits: « environ 717 milliards » was computed, and rounded.
const ROUNDED: i64 = 20;

/// The claims of an article whose figure has this core: one for each subject.
pub(super) fn claims_at(corpus: &Corpus, article: usize, core: Span) -> Vec<usize> {
    // Statements are by article and position.
    let place = |article: usize, core: Span| (article, core.start);
    let from = corpus
        .statements
        .partition_point(|other| place(other.article, other.claim.core) < place(article, core));
    let same = |i: &usize| {
        let other = &corpus.statements[*i];
        other.article == article && other.claim.core == core
    };
    (from..corpus.statements.len()).take_while(same).collect()
}

/// Every figure that makes claims, by its first one, copies of a text and of its values once.
pub(super) fn figures<'a>(
    corpus: &'a Corpus,
    tied: impl Fn(&Claim) -> bool + 'a,
) -> impl Iterator<Item = (usize, &'a Claim)> + 'a {
    let mut seen = BTreeSet::new();
    corpus.statements.iter().enumerate().filter_map(move |(i, statement)| {
        let claim = &statement.claim;
        let first = i == 0
            || corpus.statements[i - 1].article != statement.article
            || corpus.statements[i - 1].claim.core != claim.core;
        if !first || !tied(claim) {
            return None;
        }
        let origin = corpus.origins.of(statement.article);
        seen.insert((origin, &statement.text, claim.quantity.value())).then_some((i, claim))
    })
}

/// The name of the outlet of a claim.
pub(super) fn outlet(corpus: &Corpus, claim: usize) -> Arg {
    Arg::Text(corpus.record_of(claim).outlet().to_owned())
}

/// The least and greatest value that a printed one may stand for: half of its last digit to each side, and more for what is
/// said to be about.
pub(super) fn printed(quantity: &Quantity) -> Option<(Amount, Amount)> {
    let value = quantity.value()?;
    // « un demi-billion » is half of its unit: it is not rounded to a whole one.
    let halved = quantity.step > value.abs();
    // « sept interpellations »: people and things are whole.
    let whole = quantity.unit == Unit::Noun && quantity.step == Amount::ONE;
    // Nobody rounds 1,4 milliard to « un milliard » and converts that.
    let half = if halved {
        per_mille(value, ROUNDED)?
    } else if whole {
        Amount::ZERO
    } else {
        quantity.step.checked_div(Amount::TWO)?.min(per_mille(value, MOST)?)
    };
    let precise =
        quantity.step.checked_mul(Amount::ONE_HUNDRED).is_some_and(|hundred| value.abs() >= hundred);
    let loose = match quantity.bound {
        Bound::Exact => Amount::ZERO,
        _ if precise => per_mille(value, ROUNDED)?,
        _ => per_mille(value, LOOSE)?,
    };
    let reach = half.checked_add(loose)?;
    Some((value.checked_sub(reach)?, value.checked_add(reach)?))
}

/// Most that a value of one digit is rounded by, in per mille.
const MOST: i64 = 100;

/// Thousandths of a value, without its sign.
pub(super) fn per_mille(value: Amount, share: i64) -> Option<Amount> {
    value.abs().checked_mul(Amount::new(share, 3))
}

/// Another value in the unit of a quantity, to three digits more than anybody prints.
pub(super) fn worth(like: &Quantity, value: Amount) -> Arg {
    let value = value.round_sf(4).unwrap_or(value).normalize();
    let quantity = Quantity {
        bound: Bound::Exact,
        strength: None,
        interval: Interval::of(Bound::Exact, value),
        step: Amount::ONE,
        ..*like
    };
    Arg::Value(quantity)
}

/// The claims of some operands.
pub(super) fn claims_of(corpus: &Corpus, article: usize, operands: &[Operand]) -> Vec<usize> {
    let mut claims: Vec<usize> =
        operands.iter().flat_map(|operand| claims_at(corpus, article, operand.core)).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// The step of a trace that says that a computation was done inside one article.
pub(super) fn inside(corpus: &Corpus, claim: usize) -> Message {
    Message::new("trace.same_article", [("outlet", outlet(corpus, claim))])
}
