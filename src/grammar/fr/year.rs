//! Years that stand alone: « en 2025 », « de 2020 à 2025 », « 2024-2025 », « les années 90 ».

use super::super::context::Context;
use super::super::figure::Class;
use super::count;
use super::date::plausible_year;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::{Amount, Bound, Interval, Months, PartialDate};
use crate::text::{Flags, WordId};

/// A number of four digits that counts nothing and stands where a year does.
pub(super) const RULE: Rule = Rule {
    name: "year",
    starts: Starts::EITHER,
    read,
    examples: &[
        ("en 2025", "year 2025"),
        ("En 2023 il a créé xAI", "year 2023"),
        ("de 2020 à 2025", "year range 2020..2025"),
        ("entre 2027 et 2028", "year range 2027..2028"),
        ("en deux mille vingt-cinq", "year 2025"),
        ("la saison 2024-2025", "year range 2024..2025"),
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
        "cette année 80 millions de dollars",
    ],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if cx.is(cx.before(at), w::ANNEES) && cx.digit_count(at) == 2 && !follows_quantity(cx, at) {
        return Some(Reading::of_class(at, at + 1, Class::Year));
    }
    if !cx.is_number(at) {
        return in_words(cx, at);
    }
    // « le formulaire 2042 »
    if matches!(cx.slice(cx.before(at)), "formulaire" | "cerfa" | "Cerfa") {
        return None;
    }
    let year = plausible_year(cx, at)?;
    // « 2024-2025 », « 2024/25 »: one span of years.
    let second = cx.is_any(at + 1, &[WordId::HYPHEN, w::DASH, w::SLASH])
        && cx.glued(at + 1)
        && cx.glued(at + 2)
        && spans_years(cx, year, at + 2)
        && !follows_quantity(cx, at + 2);
    let last = if second { Some(at + 2) } else { joined_year(cx, at, year) };
    let end = last.map_or(at + 1, |last| last + 1);
    let announced = cx.lexicon.announces_year(cx.tokens, at);
    let alone = !follows_quantity(cx, end - 1);
    let likely = (1900..=2100).contains(&year);
    let stands = match announced {
        Some(true) => alone || cx.is(cx.before(at), w::EN) && likely,
        Some(false) => likely && alone && !leads_to_amount(cx, end),
        None => likely && alone && !bounded(cx, at),
    };
    let date = PartialDate { part: part(cx, at), ..PartialDate::year(year) };
    let mut reading = stands.then(|| Reading::of_date(at, end, Class::Year, date))?;
    if let (Some(last), Some(quantity)) = (last, reading.quantity.as_mut()) {
        let span = cx.small(last).map_or(year, |last| last_year(year, last));
        quantity.bound = Bound::Range;
        quantity.interval = Interval::between(Amount::from(year), Amount::from(span));
    }
    Some(reading)
}

/// The months to which words before a year narrow it down: « au second semestre 2026 », « fin 2026 ».
fn part(cx: &Context<'_>, at: usize) -> Option<Months> {
    /// Tokens before the part in which a limit stands: « d'ici à la », « au plus tard à l' ».
    const REACH: usize = 5;
    const LIMITS: [&str; 12] = [
        "avant", "ici", "jusqu'", "jusqu’", "non", "pas", "dès", "après", "partir", "tard", "depuis",
        "horizon",
    ];
    let ((first, last), start) = cx.lexicon.part_of_year(cx.tokens, at)?;
    // « avant la fin 2026 » may be any month.
    let limited = (start.saturating_sub(REACH)..start).any(|i| LIMITS.contains(&cx.slice(i)));
    (!limited).then_some(Months { first, last })
}

/// The last year of « 2024-25 », « 2024-2025 ».
fn last_year(first: u16, last: u32) -> u16 {
    if last < 100 { first - first % 100 + last as u16 } else { last as u16 }
}

/// « de 2020 à 2025 », « entre 2027 et 2028 »: the token of the second year.
fn joined_year(cx: &Context<'_>, at: usize, year: u16) -> Option<usize> {
    let led = match cx.word(cx.before(at)) {
        w::DE => cx.is(at + 1, w::A),
        w::ENTRE => cx.is(at + 1, w::ET),
        _ => cx.is_any(at + 1, &[w::DASH, WordId::HYPHEN]) && cx.same_line(at + 2),
    };
    let later = plausible_year(cx, at + 2).is_some_and(|second| second > year && second < 2100);
    (led && later && (1800..2100).contains(&year) && !follows_quantity(cx, at + 2)).then_some(at + 2)
}

/// « en deux mille vingt-cinq », « en mil neuf cent quatre-vingt-quatre ».
fn in_words(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let announced = cx.is_any(cx.before(at), &[w::EN, w::AN]) || cx.slice(cx.before(at)) == "En";
    if !announced {
        return None;
    }
    let words = super::numeral::read_words(cx, at).filter(|n| n.power == 0)?;
    let year = u16::try_from(words.mantissa).ok().filter(|year| (1900..2100).contains(year))?;
    let alone = count::noun(cx, words.end, true).is_none()
        && cx.lexicon.unit(cx.text, cx.tokens, words.end).is_none();
    let date = PartialDate::year(year);
    alone.then(|| Reading::of_date(at, words.end, Class::Year, date))
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
