//! # date
//!
//! Articles give two dates for one event: of the topic, or what the words beside the dates say to happen (« la fermeture »,
//! « entrera en service », « 10 000 logements d'ici à 2027 »).
//!
//! **Why it matters.** A chronology is built on it, and one look at an archive settles it.
//!
//! **Example.** « Le 21 janvier, les groupes ont annoncé Stargate » and « Annoncé le 20 janvier, le projet Stargate … ».
//!
//! **Not found:** days that the text gives in relation to another (« la veille »); of an event of the topic, months or years
//! alone, days of other weeks, a sentence with two dates, other events of the same thing, such as the announcement of one of its
//! sites; of other events, those that neither the same figure nor the same words tell to be one, plans beside what has happened.

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::Modality;
use crate::quantity::{PartialDate, Unit};
use crate::reconcile::{Corpus, Group};

pub(super) const CHECK: Check = Check { kind: Kind::Date, summary: "two days for one event", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let of_event = |group: &&Group| {
        let first = group.claims.first().map(|i| &context.corpus.statements[*i].claim);
        first.is_some_and(|claim| claim.quantity.unit == Unit::Date)
    };
    context.groups.iter().filter(of_event).filter_map(|group| in_group(context.corpus, group)).collect()
}

/// The slot of days on which something is announced: much is.
const ANNOUNCED: &str = "announcement_date";

/// Whether two days are of the same weeks, as far as they are written: what is announced in May is not what January announced.
fn within_weeks(a: PartialDate, b: PartialDate) -> bool {
    /// Days.
    const WEEKS: i32 = 15;
    let years = a.year.zip(b.year).is_none_or(|(a, b)| a == b);
    years && a.days_apart(&b).is_none_or(|days| days <= WEEKS)
}

fn in_group(corpus: &Corpus, group: &Group) -> Option<Finding> {
    let mut days: Vec<(PartialDate, Vec<usize>)> = Vec::new();
    // What says more comes first: « 2026 » is either half of it.
    let mut claims = group.claims.clone();
    let told = |i: &usize| corpus.statements[*i].claim.quantity.date;
    claims.sort_by_key(|i| told(i).is_some_and(|date| date.month.is_none() && date.part.is_none()));
    for i in claims {
        let claim = &corpus.statements[i].claim;
        let stated =
            group.derived && claim.modality != Modality::Negated || claim.modality == Modality::Asserted;
        let Some(date) = claim.quantity.date.filter(|_| stated) else {
            continue;
        };
        match days.iter_mut().find(|(day, _)| day.compatible(&date)) {
            Some((_, claims)) => claims.push(i),
            None => days.push((date, vec![i])),
        }
    }
    days.sort_by_key(|(_, claims)| std::cmp::Reverse(claims.len()));
    if let Some((first, _)) = days.first().cloned() {
        let announced = !group.derived || group.slot.measure == ANNOUNCED;
        days.retain(|(day, _)| !announced || within_weeks(first, *day));
    }
    let [(_, first), (_, second), ..] = days.as_slice() else { return None };
    if !first.iter().any(|x| second.iter().any(|y| corpus.apart(*x, *y))) {
        return None;
    }
    let slot = || Arg::Slot(group.slot.clone());
    let (a, b) = (Arg::Claims(first.clone()), Arg::Claims(second.clone()));
    Some(Finding {
        kind: Kind::Date,
        severity: Severity::Warning,
        slot: group.slot.clone(),
        group: None,
        message: Message::new("date.message", [("slot", slot()), ("a", a.clone()), ("b", b.clone())]),
        help: Message::new("date.help", []),
        trace: vec![
            Message::new("trace.same_slot", [("slot", slot())]),
            Message::new("trace.other_day", [("a", a), ("b", b)]),
        ],
        sides: days.into_iter().map(|(_, claims)| Side::of(claims)).collect(),
    })
}
