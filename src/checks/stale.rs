//! # stale
//!
//! An article gives a figure as today's that an earlier article has as a former one, or that others have left behind.
//!
//! **Why it matters.** The figure was right once: the desk has to look up the newest one, not to find out who errs.
//!
//! **Example.** « Valorisée 500 milliards de dollars depuis octobre, contre 300 au printemps » on 3 November, and on 14 November
//! « OpenAI, valorisée 300 milliards ».
//!
//! **Not found:** articles that are not dated to the day; a figure that its article gives for a former time, or beside the new one;
//! shares and times, which may come back; pairs that another kind explains.

use super::clash;
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context};
use crate::claim::{Modality, is_past_year};
use crate::quantity::{Amount, Kind as Measured, PartialDate, Quantity, Relation, ratio, relation};
use crate::reconcile::{Corpus, Position};

pub(super) const CHECK: Check =
    Check { kind: Kind::Stale, summary: "an old figure after the new one was told", run };

/// How many times the smaller figure the greater one is, at least: less is rounding.
const MOVED: Amount = Amount::from_parts(11, 0, 0, false, 1);

/// Claims on each side of a former figure among which the new one stands.
const NEAR: usize = 20;

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        for (a, b) in context.groups[g].rivals.clone() {
            let found = in_pair(context, g, a, b).or_else(|| in_pair(context, g, b, a));
            if let Some(finding) = found {
                context.explain(g, a, b);
                findings.push(finding);
            }
        }
    }
    let days = days(context.corpus);
    for g in 0..context.groups.len() {
        for position in &context.groups[g].positions {
            let found = position.claims.iter().find_map(|k| beside_former(context, &days, (g, position), *k));
            let known = |finding: &Finding| {
                let mut found = findings.iter().flat_map(|f: &Finding| &f.sides[0].claims);
                found.any(|claim| finding.sides[0].claims.contains(claim))
            };
            findings.extend(found.filter(|finding| !known(finding)));
        }
    }
    findings
}

/// The newest day that each article tells of, which is its own.
fn days(corpus: &Corpus) -> Vec<Option<PartialDate>> {
    let newest = |article| corpus.statements_of(article).filter_map(|i| written(corpus, i)).max();
    (0..corpus.records.len()).map(newest).collect()
}

/// The finding that a position of a group is still told after another one, if it is.
fn in_pair(context: &Context<'_>, g: usize, old: usize, new: usize) -> Option<Finding> {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    let (before, after) = (&group.positions[old], &group.positions[new]);
    if comes_back(&before.quantity) || context.is_explained(g, old, new) || !has_moved(before, after) {
        return None;
    }
    let left_behind =
        |x: &&usize| after.faces.iter().any(|y| is_left_behind(context, g, (old, new), (**x, *y)));
    let faces: Vec<usize> =
        before.faces.iter().filter(|x| is_of_today(context, **x)).filter(left_behind).copied().collect();
    let first = faces.iter().filter_map(|x| written(corpus, *x)).min()?;
    let told = |y: &usize| written(corpus, *y).is_some_and(|day| day < first);
    let newer: Vec<usize> = after.claims.iter().copied().filter(told).collect();
    let still = |x: &usize| {
        let later = written(corpus, *x).is_some_and(|day| day >= first);
        later && is_of_today(context, *x) && newer.first().is_none_or(|y| !has_equal(corpus, *x, *y))
    };
    let still: Vec<usize> = before.claims.iter().copied().filter(still).collect();
    Some(report(context, g, still, newer))
}

/// Shares, times and days: an old one may be right again.
fn comes_back(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Measured::Percent | Measured::Duration | Measured::Date)
}

fn has_moved(before: &Position, after: &Position) -> bool {
    ratio(&before.quantity, &after.quantity).is_some_and(|ratio| ratio >= MOVED)
}

/// The day of the article of a claim, if the claim is of that day.
fn written(corpus: &Corpus, claim: usize) -> Option<PartialDate> {
    corpus.day(claim).filter(|day| day.year.is_some() && day.day.is_some())
}

/// Whether a figure is told as that of the day of its article.
fn is_of_today(context: &Context<'_>, claim: usize) -> bool {
    let claim = &context.corpus.statements[claim].claim;
    // « à ce jour », as the topic calls it.
    let so_far = |period: &str| context.topic.measures.iter().any(|measure| measure.stage == period);
    let present = claim.scope.period.as_deref().is_none_or(so_far);
    let stated = matches!(claim.modality, Modality::Asserted | Modality::Planned);
    present && stated && !claim.terms.beside.against && claim.terms.date.is_none()
}

/// Whether `x`, one of the old figures, is told after `y`, one of the new ones, by which time it was known to be old.
fn is_left_behind(
    context: &Context<'_>,
    g: usize,
    (old, new): (usize, usize),
    (x, y): (usize, usize),
) -> bool {
    let corpus = context.corpus;
    let (Some(later), Some(told)) = (written(corpus, x), written(corpus, y)) else { return false };
    if told >= later || !may_follow(context, x, y) {
        return false;
    }
    let group = &context.groups[g];
    // Where an article gives both figures, it must say that one is of a former time.
    let two_things = context.two_things.contains(&(g, old.min(new), old.max(new)));
    let earlier = |x: &usize| corpus.apart(*x, y) && written(corpus, *x).is_some_and(|day| day < told);
    has_former(corpus, y, x) || !two_things && group.positions[old].faces.iter().any(earlier)
}

/// Whether `y` may be the newer figure for what `x` is still told of.
fn may_follow(context: &Context<'_>, x: usize, y: usize) -> bool {
    let corpus = context.corpus;
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
        && !has_equal(corpus, x, y)
        && !are_of_two_times(corpus, x, y)
        && clash::are_of_one_thing(context, x, y)
}

/// « Valorisée 500 milliards depuis octobre, contre 300 au printemps »: whether the article of a claim gives another's figure as a
/// former one.
fn has_former(corpus: &Corpus, claim: usize, other: usize) -> bool {
    let mut here = corpus.statements_of(corpus.statements[claim].article);
    let today = written(corpus, claim);
    // « Le 23 septembre, OpenAI en était à 7 gigawatts »
    let terms = |i: usize| &corpus.statements[i].claim.terms;
    let dated = |i: usize| {
        terms(i).sentence != terms(claim).sentence
            && terms(i).date.is_some_and(|day| today.is_some_and(|today| day.is_before(&today)))
    };
    // As many may come again: « 30 000 spectateurs, contre 38 000 au match précédent ».
    let counted = corpus.statements[claim].claim.quantity.kind == Measured::Count;
    !counted && here.any(|i| (is_former(corpus, i, today) || dated(i)) && are_equal(corpus, i, other))
}

/// Whether the article of one claim has another's figure, too.
fn has_equal(corpus: &Corpus, claim: usize, other: usize) -> bool {
    let value = |i: usize| corpus.statements[i].claim.quantity.in_common_unit().value();
    corpus.statements_of(corpus.statements[claim].article).any(|i| value(i) == value(other))
}

/// « L'établissement comptera 252 lits »: whether one of two figures is of what is to come and the other of what is.
fn are_of_two_times(corpus: &Corpus, still: usize, newer: usize) -> bool {
    let modality = |i: usize| corpus.statements[i].claim.modality;
    modality(still) == Modality::Asserted && modality(newer) != Modality::Asserted
}

fn are_equal(corpus: &Corpus, x: usize, y: usize) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let value = |i: usize| quantity(i).in_common_unit().value();
    value(x).is_some()
        && value(x) == value(y)
        && relation(quantity(x), quantity(y)) <= Some(Relation::Compatible)
}

/// « contre 300 au printemps », « En 2021, il était évalué à 1,1 milliard »: whether a figure is told of a time before the day on
/// which its article was written.
fn is_former(corpus: &Corpus, claim: usize, today: Option<PartialDate>) -> bool {
    let told = &corpus.statements[claim].claim;
    let past = |period: &str| {
        // « l'an dernier » is no number.
        let year = PartialDate::parse(period).and_then(|date| date.year);
        is_past_year(period) && year.zip(today.and_then(|today| today.year)).is_none_or(|(a, b)| a < b)
    };
    told.terms.beside.against
        || told.scope.period.as_deref().is_some_and(past)
        || corpus.day(claim).is_some_and(|day| today.is_some_and(|today| day.is_before(&today)))
}

/// The finding that articles still give a figure that one before them has as a former one beside the new one.
fn beside_former(
    context: &Context<'_>,
    days: &[Option<PartialDate>],
    (g, position): (usize, &Position),
    former: usize,
) -> Option<Finding> {
    let corpus = context.corpus;
    let claim = |i: usize| &corpus.statements[i].claim;
    let article = corpus.statements[former].article;
    let today = days[article]?;
    if comes_back(&position.quantity)
        || position.quantity.kind == Measured::Count
        || !is_former(corpus, former, Some(today))
    {
        return None;
    }
    let same_thing = |i: &usize| {
        claim(*i).quantity.unit.common() == claim(former).quantity.unit.common()
            && claim(*i).terms.noun == claim(former).terms.noun
            && claim(*i).terms.sentence.abs_diff(claim(former).terms.sentence) <= 1
            && !is_former(corpus, *i, Some(today))
            && ratio(&claim(*i).quantity, &claim(former).quantity).is_some_and(|ratio| ratio >= MOVED)
    };
    // « La facture grimpe à 1,68 milliard. En 2021, elle était de 1,1 »: of two sentences it is the only one.
    let all = corpus.statements_of(article);
    let near = former.saturating_sub(NEAR).max(all.start)..(former + NEAR).min(all.end);
    let mut found = near.filter(same_thing);
    let first = found.next()?;
    let beside = |i: &usize| claim(*i).terms.sentence == claim(former).terms.sentence;
    let newer = match found.next() {
        None => first,
        Some(second) => [first, second].into_iter().chain(found).find(beside)?,
    };
    let left_behind = |x: &usize| {
        written(corpus, *x).is_some_and(|day| day > today)
            && is_of_today(context, *x)
            && claim(*x).scope.period == claim(newer).scope.period
            && (claim(*x).is_told_as(claim(newer)) || context.groups[g].claims.contains(&newer))
            && may_follow(context, *x, newer)
    };
    let still: Vec<usize> = position.claims.iter().copied().filter(left_behind).collect();
    (!still.is_empty()).then(|| report(context, g, still, vec![newer]))
}

fn report(context: &Context<'_>, g: usize, still: Vec<usize>, newer: Vec<usize>) -> Finding {
    let slot = || Arg::Slot(context.groups[g].slot.clone());
    let (old, new) = (Arg::Claims(still.clone()), Arg::Claims(newer.clone()));
    Finding {
        kind: Kind::Stale,
        severity: Severity::Warning,
        slot: context.groups[g].slot.clone(),
        group: Some(g).filter(|_| newer.iter().all(|y| context.groups[g].claims.contains(y))),
        message: Message::new("stale.message", [("slot", slot()), ("a", old.clone()), ("b", new.clone())]),
        help: Message::new("stale.help", []),
        trace: vec![
            Message::new("trace.same_slot", [("slot", slot())]),
            Message::new("trace.after", [("a", new), ("b", old)]),
        ],
        sides: vec![Side::of(still), Side::of(newer)],
    }
}
