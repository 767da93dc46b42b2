//! Dates that articles of one story give for one thing that happens.

use std::collections::BTreeMap;

use super::story::Stories;
use super::weights::Weights;
use crate::claim::{Modality, STORY};
use crate::quantity::{Amount, PartialDate, Unit};
use crate::reconcile::Corpus;

/// Share of common weight from which two dates are told of one thing, if no figure stands beside both.
const TOLD: f64 = 0.15;

/// The slot of days on which something is announced.
const ANNOUNCED: &str = "announcement_date";

/// Names in common from which two announcements of days next to each other are one: « AMD et OpenAI ».
const BOTH: usize = 2;

/// A figure from which on another one beside a date is hardly equal by chance.
const TELLING: u32 = 10;

/// Days by which the days of one announcement are mistaken, told with a word in common.
const NEXT: i32 = 2;

/// Days within which two signatures are one.
const SIGNED: i32 = 10;

/// Days within which two days of action are one.
const WEEKS: i32 = 15;

/// Pairs of claims of different articles, of one event, ascending: those of one date, and those whose dates differ while
/// neither article has the other's.
pub(super) fn pairs(corpus: &Corpus, weights: &Weights, stories: &Stories) -> Vec<(usize, usize)> {
    let mut events: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, statement) in corpus.statements.iter().enumerate() {
        let claim = &statement.claim;
        if claim.quantity.unit == Unit::Date && date(corpus, i).is_some() {
            events.entry(stage(claim.slot.measure.as_str())).or_default().push(i);
        }
    }
    let mut tellers = stories.tellers();
    let mut found = Vec::new();
    for claims in events.values() {
        found.extend(super::across(corpus, claims).filter(|(x, y)| {
            (is_derived(corpus, *x) || is_derived(corpus, *y))
                && (is_planned(corpus, *x) == is_planned(corpus, *y)
                    || is_to_come(corpus, *x) && is_to_come(corpus, *y))
                && (tellers.of_one_story(corpus, *x, *y)
                    || are_near(corpus, *x, *y) && tellers.may_tell_of_one(corpus, weights, *x, *y))
                && (is_one_event(corpus, weights, *x, *y) || is_only_one(corpus, claims, *x, *y))
                && (agree(corpus, *x, *y) || !settled(corpus, claims, *x, *y))
        }));
    }
    found
}

/// « le 4 octobre 2022 », « le 4 octobre 2023 », « début 2026 », « début 2027 »: whether two dates are of the same weeks of one year
/// or the next, as far as they say.
fn are_near(corpus: &Corpus, x: usize, y: usize) -> bool {
    let Some((a, b)) = date(corpus, x).zip(date(corpus, y)) else { return false };
    let years = a.year.zip(b.year).is_none_or(|(a, b)| a.abs_diff(b) <= 1);
    years && a.days_apart(&b).is_none_or(|days| days <= WEEKS)
}

/// What happens, by the slot that its date has: a site is delivered, opened and started by one paper or another.
fn stage(measure: &str) -> &str {
    match measure {
        "opening_date" | "start_date" => "finish_date",
        // Of the topic, another than its own: the announcement of its sites.
        other if other.ends_with("_announcement") => ANNOUNCED,
        other => other,
    }
}

fn is_derived(corpus: &Corpus, claim: usize) -> bool {
    corpus.statements[claim].claim.derived
}

fn date(corpus: &Corpus, claim: usize) -> Option<PartialDate> {
    corpus.statements[claim].claim.quantity.date
}

fn agree(corpus: &Corpus, x: usize, y: usize) -> bool {
    date(corpus, x).zip(date(corpus, y)).is_some_and(|(x, y)| x.compatible(&y))
}

/// Whether what a date is of is told as planned; not of a day before the article's, whatever else its sentence plans.
fn is_planned(corpus: &Corpus, claim: usize) -> bool {
    let past = || corpus.day(claim).zip(date(corpus, claim)).is_some_and(|(day, date)| is_before(date, day));
    matches!(corpus.statements[claim].claim.modality, Modality::Planned | Modality::Conditional) && !past()
}

/// Whether a date is of what is to come: it is said so, or the article is older.
fn is_to_come(corpus: &Corpus, claim: usize) -> bool {
    let dates = || corpus.day(claim).zip(date(corpus, claim));
    is_planned(corpus, claim) || dates().is_some_and(|(day, date)| is_before(day, date))
}

/// Whether a day is before another one, of its year if that names none.
fn is_before(day: PartialDate, other: PartialDate) -> bool {
    let later = day.year.zip(other.year).is_some_and(|(day, other)| day < other);
    later || day.year.is_some() && day.is_before(&other)
}

/// Whether two dates are of one thing: a figure that stands beside both says so, or the words do.
fn is_one_event(corpus: &Corpus, weights: &Weights, x: usize, y: usize) -> bool {
    let measure = |i: usize| corpus.statements[i].claim.slot.measure.as_str();
    // Only a figure beside both tells that they are one: not the words, for a limit. Two words for what happens need more in common.
    let unsure = measure(x).starts_with("deadline");
    let (told, other) = (weights.told(corpus, x, y), measure(x) != measure(y));
    let beside = |i: usize| {
        let own = corpus.statements[i].claim.terms.sentence;
        corpus.statements_of(corpus.statements[i].article).filter_map(move |k| {
            let claim = &corpus.statements[k].claim;
            let value = claim.quantity.value().filter(|value| *value >= Amount::from(TELLING))?;
            (claim.terms.sentence == own).then_some((value, claim.quantity.unit))
        })
    };
    // A wreck of 2002 is not the one of 2023.
    let happened = matches!(measure(x), "accident_date" | "death_date");
    let years = date(corpus, x).and_then(|d| d.year).zip(date(corpus, y).and_then(|d| d.year));
    if happened && years.is_some_and(|(a, b)| a.abs_diff(b) > 1) {
        return false;
    }
    // The next day of action is one of the same weeks.
    let days = date(corpus, x).zip(date(corpus, y)).and_then(|(a, b)| a.days_apart(&b));
    // From December to January are no eleven months.
    if measure(x) == "mobilisation_date" && days.is_none_or(|days| days.min(360 - days) > WEEKS) {
        return false;
    }
    // Much is signed: « une lettre d'intention avec Nvidia le 22 septembre », « 6 GW avec AMD le 6 octobre ».
    let signed = measure(x) == "signature_date" || measure(y) == "signature_date";
    let apart = days.is_none_or(|days| days > SIGNED);
    if signed && (apart || names_in_common(corpus, x, y) < BOTH && days.is_none_or(|days| days > NEXT)) {
        return false;
    }
    // « annoncé le 30 juillet par OpenAI », « Annoncé le 31 juillet par OpenAI »
    let next_day = days.is_some_and(|days| days <= NEXT);
    let announced =
        stage(measure(x)) == ANNOUNCED && next_day && (told > 0.0 || names_in_common(corpus, x, y) >= BOTH);
    let anchored = announced || beside(x).any(|anchor| beside(y).any(|other| other == anchor));
    let enough = if other { 2.0 * TOLD } else { TOLD };
    anchored || !unsure && (told >= enough || !other && is_of_one(corpus, x, y))
}

/// How many names stand beside both dates.
fn names_in_common(corpus: &Corpus, x: usize, y: usize) -> usize {
    let names = |i: usize| &corpus.statements[i].claim.terms.names;
    names(x).iter().filter(|name| names(y).binary_search(name).is_ok()).count()
}

/// « Les travaux ont débuté en juin 2024 », « Le chantier a démarré en juin 2023 »: whether each is the only date that its article has
/// for what happened once.
fn is_only_one(corpus: &Corpus, claims: &[usize], x: usize, y: usize) -> bool {
    let measure = |i: usize| corpus.statements[i].claim.slot.measure.as_str();
    // Much is announced, and a term is told of anything.
    let once = !["deadline", ANNOUNCED, "publication_date"].contains(&measure(x));
    let years = date(corpus, x).and_then(|d| d.year).zip(date(corpus, y).and_then(|d| d.year));
    let near = years.is_none_or(|(a, b)| a.abs_diff(b) <= 1);
    let alone = |i: usize| corpus.in_article_of(i, claims).len() == 1 && !is_to_come(corpus, i);
    once && near && measure(x) == measure(y) && alone(x) && alone(y)
}

/// « le site de Herstal fermera le 31 décembre », « Herstal, à l'arrêt le 30 juin »: of one thing that both name.
fn is_of_one(corpus: &Corpus, x: usize, y: usize) -> bool {
    let subjects = |i: usize| &corpus.statements[i].claim.slot.subjects;
    // Much is announced and started, but a thing ends once.
    let once = matches!(
        corpus.statements[x].claim.slot.measure.as_str(),
        "closing_date" | "opening_date" | "finish_date"
    );
    once && subjects(x) == subjects(y) && subjects(x).iter().all(|subject| subject.as_str() != STORY)
}

/// Whether the article of one of two dates has the other one, too.
fn settled(corpus: &Corpus, claims: &[usize], x: usize, y: usize) -> bool {
    let has = |date: usize, there: usize| {
        corpus.in_article_of(there, claims).iter().any(|other| agree(corpus, *other, date))
    };
    has(x, y) || has(y, x)
}
