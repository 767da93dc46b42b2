//! Years that stand alone: « en 2025 », « de 2020 à 2025 », « 2024-2025 », « les années 90 ».

use super::super::context::Context;
use super::super::figure::Class;
use super::count;
use super::date::plausible_year;
use super::rule::{Reading, Rule};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::PartialDate;
use crate::text::{Flags, WordId};

/// A number of four digits that counts nothing and stands where a year does.
pub(super) const RULE: Rule = Rule {
    name: "year",
    read,
    examples: &[
        ("en 2025", "year 2025"),
        ("En 2023 il a créé xAI", "year 2023"),
        ("de 2020 à 2025", "year 2020"),
        ("la saison 2024-2025", "year 2024"),
        ("l'an 2000", "year 2000"),
        ("les années 90", "year"),
        ("d'ici 2030", "year 2030"),
        ("le budget 2026 prévoit", "year 2026"),
        ("(2024)", "year 2024"),
        ("en 2006 95 % d'entre eux", "year 2006"),
    ],
    refuses: &[
        "2005 couronnes",
        "2000 bâtiments",
        "1 500 emplois",
        "plus de 2000 euros",
        "varie de 1000 à 5000",
        "de 2000 à 3000 personnes",
    ],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if cx.is_any(cx.before(at), &[w::ANNEES, w::ANNEE]) && cx.digit_count(at) == 2 {
        return Some(Reading::of_class(at, at + 1, Class::Year));
    }
    let year = plausible_year(cx, at)?;
    // « 2024-2025 », « 2024/25 »: one span of years.
    let second = cx.is_any(at + 1, &[WordId::HYPHEN, w::DASH, w::SLASH])
        && cx.glued(at + 1)
        && cx.glued(at + 2)
        && spans_years(cx, year, at + 2)
        && !follows_quantity(cx, at + 2);
    let end = if second { at + 3 } else { at + 1 };
    let announced = cx.lexicon.announces_year(cx.tokens, at);
    let alone = !follows_quantity(cx, end - 1);
    let likely = (1900..=2100).contains(&year);
    let stands = match announced {
        Some(true) => alone || cx.is(cx.before(at), w::EN) && likely,
        Some(false) => likely && alone && !leads_to_amount(cx, end),
        None => likely && alone && !bounded(cx, at),
    };
    let date = PartialDate { year: Some(year), month: None, day: None };
    stands.then(|| Reading::of_date(at, end, Class::Year, date))
}

/// « 2024-2025 », « 2024-25 »; « 2025-01 » is a month.
fn spans_years(cx: &Context<'_>, first: u16, at: usize) -> bool {
    match (cx.digit_count(at), cx.small(at)) {
        (4, Some(second)) => second > u32::from(first),
        (2, Some(second)) => second == (u32::from(first) + 1) % 100,
        _ => false,
    }
}

/// Whether what comes after the number makes an amount of it: a unit, a magnitude, a counted noun.
fn follows_quantity(cx: &Context<'_>, at: usize) -> bool {
    let next = at + 1;
    if !cx.same_line(next) || cx.is_number(next) && cx.flag(next, Flags::SPACE) {
        return false;
    }
    let glued_unit = cx.lexicon.unit(cx.text, cx.tokens, next).is_some()
        && !cx.is_any(next, &[w::H, w::L, w::A, w::T, w::S]);
    let magnitude = matches!(cx.number_word(next), Some(NumberWord::Power(_) | NumberWord::Thousand));
    let symbol = cx.lexicon.magnitude(cx.text, cx.tokens, next).is_some_and(|(m, _)| !m.money);
    glued_unit || magnitude || symbol || count::noun(cx, next, true).is_some()
}

/// « de 2000 à 3000 personnes »: what follows « à » or « et » is no year.
fn leads_to_amount(cx: &Context<'_>, end: usize) -> bool {
    cx.is_any(end, &[w::A, w::ET, w::OU])
        && cx.is_number(end + 1)
        && (plausible_year(cx, end + 1).is_none_or(|year| year > 2100) || follows_quantity(cx, end + 1))
}

/// Words that limit an amount stand before: « plus de 2000 ».
fn bounded(cx: &Context<'_>, at: usize) -> bool {
    cx.lexicon.bound_before(cx.tokens, at).is_some_and(|(bound, _)| bound.strength.is_none())
        && !cx.is_any(cx.before(at), &[w::DES_TIME, w::A, w::EN])
}
