//! # internal: of a title and its text
//!
//! A title gives in euros the number that its text gives in another currency, or the other way round.
//!
//! **Why it matters.** The title is what is shared; « euros » for « dollars » is a slip of the hand that changes every sum.
//!
//! **Example.** « Trump met 500 milliards d'euros sur la table » over a text that tells of 500 milliards de dollars alone.
//!
//! **Not found:** a text that gives the title's amount, or nearly, in the title's currency, too; the amount of somebody else; two
//! currencies neither of which is the euro; a title that leaves its currency out; amounts below a million.

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, tied};
use crate::claim::STORY;
use crate::quantity::{self, Amount, Currency, Quantity, Relation, Unit, relation};
use crate::reconcile::Corpus;

pub(super) const CHECK: Check =
    Check { kind: Kind::Internal, summary: "a title in another currency than its text", run };

/// Smaller amounts may be equal by chance.
const LEAST: u32 = 1_000_000;

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let large = |claim: &crate::claim::Claim| {
        let value = claim.quantity.value().filter(|value| *value >= Amount::from(LEAST));
        claim.quantity.kind == quantity::Kind::Money && value.is_some()
    };
    tied::figures(corpus, large).filter_map(|(title, _)| in_other_currency(corpus, title)).collect()
}

/// The finding of a title's amount that its text has in another currency alone.
fn in_other_currency(corpus: &Corpus, title: usize) -> Option<Finding> {
    let statement = &corpus.statements[title];
    if !statement.in_title || statement.claim.terms.wording.elided {
        return None;
    }
    let own = &statement.claim.quantity;
    let body = || corpus.statements_of(statement.article).filter(|i| !corpus.statements[*i].in_title);
    let of = |i: &usize| &corpus.statements[*i].claim.quantity;
    // The title's amount, or one that its bound or rounding holds.
    let holds = |i: &usize| relation(own, of(i)).is_some_and(|relation| relation <= Relation::Compatible);
    let again = |i: &usize| of(i).unit == own.unit && (of(i).value() == own.value() || holds(i));
    let one_thing = |i: &usize| {
        let (title, text) = (&statement.claim.slot, &corpus.statements[*i].claim);
        let shared = |subject: &String| subject != STORY && text.slot.subjects.contains(subject);
        !text.derived || title.subjects.iter().any(shared)
    };
    if body().any(|i| again(&i)) {
        return None;
    }
    let others: Vec<usize> = body().filter(|i| is_swapped(own, of(i)) && one_thing(i)).collect();
    others.first()?;
    let outlet = || tied::outlet(corpus, title);
    let (a, b) = (Arg::Claims(vec![title]), Arg::Claims(others.clone()));
    Some(Finding {
        kind: Kind::Internal,
        severity: Severity::Warning,
        slot: statement.claim.slot.clone(),
        group: None,
        message: Message::new("currency_slip.message", [("outlet", outlet()), ("a", a), ("b", b)]),
        help: Message::new("internal.help", []),
        trace: vec![Message::new("trace.same_article", [("outlet", outlet())])],
        sides: vec![Side::of(vec![title]), Side::of(others)],
    })
}

/// Whether two amounts are one number of euros and of another currency.
fn is_swapped(own: &Quantity, other: &Quantity) -> bool {
    let euro = Currency::new("EUR").map(Unit::Currency);
    let money = other.kind == quantity::Kind::Money && own.unit != other.unit;
    money && own.value() == other.value() && (Some(own.unit) == euro || Some(other.unit) == euro)
}
