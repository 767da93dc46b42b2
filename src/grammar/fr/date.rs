//! Calendar dates: « 21 janvier 2025 », « mardi 21 janvier », « 21/01/2025 », « January 23, 2025 », « janvier 2026 ».

use super::super::context::Context;
use super::super::figure::Class;
use super::numeral;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{Classes, NumberWord, words as w};
use crate::quantity::PartialDate;
use crate::text::WordId;

/// Dates with a month, in French and in the English order that French pages carry.
pub(super) const RULE: Rule = Rule {
    name: "date",
    starts: Starts::EITHER,
    read,
    examples: &[
        ("le 21 janvier", "date --01-21"),
        ("mardi 21 janvier 2025", "date 2025-01-21"),
        ("le 1er mars 2013", "date 2013-03-01"),
        ("premier janvier", "date --01-01"),
        ("21/01/2025", "date 2025-01-21"),
        ("le 13.5.2015", "date 2015-05-13"),
        ("le 23 - 01 - 2025", "date 2025-01-23"),
        ("2025-01-23", "date 2025-01-23"),
        ("date 2025-01", "date 2025-01"),
        ("January 23, 2025", "date 2025-01-23"),
        ("en janvier 2026", "date 2026-01"),
        ("en sept. 2001", "date 2001-09"),
        ("vingt-quatre juillet deux mille treize", "date 2013-07-24"),
        ("le 30 fév. 2019", "date 2019-02-30"),
        ("le défilé du 14-Juillet", "date --07-14"),
        ("January 21", "date --01-21"),
        ("en février deux mille vingt et un", "date 2021-02"),
        ("avant le 31/08", "date --08-31"),
        ("du 12 au 28 avril", "date --04-12"),
        ("les 20 et 27 juin 2026", "date 2026-06-20"),
        ("les 3, 4 et 5 mai", "date --05-03"),
        ("entre le 10 et le 15 juin", "date --06-10"),
        ("samedi 3 et dimanche 4 octobre", "date --10-03"),
        ("du jeudi 6 à 19 h au mardi 11 mars", "date --03-06"),
        ("la rue du 11-Novembre", "name"),
        ("au stade du 28-Septembre", "name"),
        ("le parc du 14 juillet au 30 août", "date --07-14"),
        ("la fermeture de la rue du 4 mai au 8 juin", "date --05-04"),
    ],
    refuses: &["vingt sept", "3 marsouins", "le 45 mars", "1/2", "12 maisons"],
};

fn read(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    let (date, start, end) = if cx.is_number(at) {
        numeric(cx, at)
            .or_else(|| day_slash_month(cx, at))
            .or_else(|| day_month(cx, at))
            .or_else(|| shared_month(cx, at))
            .or_else(|| month_before(cx, at, floor))?
    } else {
        day_month(cx, at)
            .or_else(|| abbreviated(cx, at))
            .or_else(|| month_and_words(cx, at).filter(|(_, start, _)| *start >= floor))?
    };
    if names_street(cx, start, end) {
        return Some(Reading::of_class(start, end, Class::Name));
    }
    Some(Reading::of_date(with_weekday(cx, start, floor), end, Class::Date, date.checked()?))
}

/// « la rue du 11-Novembre », « place du 8-Mai-1945 »; « la fermeture de la rue du 4 mai au 8 juin » is a time.
fn names_street(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let of = cx.before(start);
    let way = cx.before(of);
    let street = cx.has(way, Classes::STREET)
        || matches!(
            cx.slice(way),
            "place"
                | "quai"
                | "cours"
                | "stade"
                | "pont"
                | "camp"
                | "cité"
                | "quartier"
                | "lycée"
                | "collège"
                | "école"
                | "université"
                | "hôpital"
                | "station"
                | "arrêt"
                | "palais"
                | "parc"
        );
    let named = cx.is(start + 1, WordId::HYPHEN)
        || (start + 1..end).any(|i| cx.get(i).is_some_and(crate::text::Token::is_capitalised));
    cx.is(of, w::DU) && street && named
}

/// « 21 janvier 2025 », « premier mars », « 21 et 22 janvier » for its last day.
fn day_month(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let (day, mut next) = day(cx, at)?;
    // « le 14-Juillet », « le 11-Septembre »
    if cx.is(next, WordId::HYPHEN) && cx.glued(next) && cx.glued(next + 1) {
        next += 1;
    }
    let month = month(cx, next).filter(|_| cx.same_line(next))?;
    let after = past_dot(cx, next + 1);
    let (year, end) = year_after(cx, after, next + 1);
    // « vingt sept » is a number: « sept » is a month after digits or before a year.
    if cx.number_word(next).is_some() && !cx.is_number(at) && year.is_none() {
        return None;
    }
    Some((PartialDate::day(year, month, day), at, end))
}

/// « du 12 au 28 avril », « les 3, 4 et 5 mai »: a day whose month stands with a later one.
fn shared_month(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let (day, end) = day(cx, at)?;
    let mut next = next_day(cx, end)?;
    if !leads_days(cx, at) {
        return None;
    }
    for _ in 0..MOST_DAYS {
        if let Some((last, ..)) = day_month(cx, next) {
            return last.day.is_some_and(|last| last > day).then_some((
                PartialDate { day: Some(day), ..last },
                at,
                end,
            ));
        }
        next = next_day(cx, self::day(cx, next)?.1)?;
    }
    None
}

/// The day after a joint at `at`: « au 28 », « et le 15 », « et dimanche 4 ».
fn next_day(cx: &Context<'_>, at: usize) -> Option<usize> {
    // « jeudi 6 à 19 h au mardi 11 »
    let timed = cx.is(at, w::A) && cx.is_number(at + 1) && cx.is_any(at + 2, &[w::H, w::HEURES]);
    let at = if timed { at + 3 } else { at };
    let joined = cx.is_any(at, &[w::AU, w::ET, w::OU, w::COMMA, w::DASH, WordId::HYPHEN]) && cx.same_line(at);
    let mut next = at + 1;
    if cx.is(next, w::LE) {
        next += 1;
    }
    if cx.has(next, Classes::WEEKDAY) {
        next += 1;
    }
    (joined && cx.is_number(next) && cx.same_line(next)).then_some(next)
}

/// Whether days of a month may begin at `at`: after their article or the day of the week, or after such a day.
fn leads_days(cx: &Context<'_>, at: usize) -> bool {
    let mut here = at;
    for _ in 0..MOST_DAYS {
        let before = cx.before(here);
        if cx.is_any(before, &[w::DU, w::LES, w::LE, w::AU, w::DES, w::AUX])
            || cx.has(before, Classes::WEEKDAY)
        {
            return true;
        }
        let listed = cx.is_any(before, &[w::COMMA, w::ET, w::OU]) && before > 0 && cx.is_number(before - 1);
        if !listed {
            return false;
        }
        here = before - 1;
    }
    false
}

/// Days of one month told together.
const MOST_DAYS: usize = 6;

/// « sept. 2001 »: the one month that looks like a number.
fn abbreviated(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let month = month(cx, at)?;
    let next = past_dot(cx, at + 1);
    let year = plausible_year(cx, next).filter(|_| !is_counted(cx, next))?;
    Some((PartialDate::month(Some(year), month), at, next + 1))
}

/// « janvier 2026 », « January 23, 2025 »: the month before the number.
fn month_before(cx: &Context<'_>, at: usize, floor: usize) -> Option<(PartialDate, usize, usize)> {
    let mut name = at.checked_sub(1)?;
    if cx.is_any(name, &[w::DE, w::DOT, w::D]) {
        name = name.checked_sub(1)?;
    }
    if name < floor {
        return None;
    }
    let month = month(cx, name)?;
    if let Some(year) = plausible_year(cx, at) {
        return Some((PartialDate::month(Some(year), month), name, at + 1));
    }
    // English: the day after the month, the year after a comma; only with a year, for « mars 12 » is nothing.
    let day = cx.small(at).filter(|day| (1..=31).contains(day))? as u8;
    let mut next = at + 1;
    if matches!(cx.slice(next), "th" | "st" | "nd" | "rd") {
        next += 1;
    }
    if cx.is(next, w::COMMA) {
        next += 1;
    }
    let Some(year) = plausible_year(cx, next) else {
        // « January 21 » is English; « mars 12 » is nothing.
        let english = cx.get(name).is_some_and(crate::text::Token::is_capitalised) && is_english(cx, name);
        let date = PartialDate::day(None, month, day);
        return english.then_some((date, name, at + 1));
    };
    Some((PartialDate::day(Some(year), month, day), name, next + 1))
}

/// Months that are written otherwise in French.
fn is_english(cx: &Context<'_>, at: usize) -> bool {
    matches!(
        cx.slice(at),
        "January"
            | "February"
            | "March"
            | "April"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}

/// « en février deux mille vingt et un »: a year in words after a month.
fn month_and_words(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let name = at.checked_sub(1)?;
    let month = month(cx, name)?;
    let words = numeral::read_words(cx, at).filter(|n| n.power == 0)?;
    let year = u16::try_from(words.mantissa).ok().filter(|year| (1900..=2199).contains(year))?;
    Some((PartialDate::month(Some(year), month), name, words.end))
}

/// « avant le 31/08 »: day and month, only after an article.
fn day_slash_month(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let led = cx.is_any(cx.before(at), &[w::LE, w::DU, w::AU]);
    let joined = cx.is(at + 1, w::SLASH) && cx.glued(at + 1) && cx.glued(at + 2) && !cx.is(at + 3, w::SLASH);
    if !(led && joined && cx.digit_count(at + 2) == 2) {
        return None;
    }
    let (day, month) = (u8::try_from(cx.small(at)?).ok()?, u8::try_from(cx.small(at + 2)?).ok()?);
    Some((PartialDate::day(None, month, day), at, at + 3))
}

/// « 21/01/2025 », « 13.5.2015 », « 23 - 01 - 2025 », « 2025-01-23 ».
fn numeric(cx: &Context<'_>, at: usize) -> Option<(PartialDate, usize, usize)> {
    let separator = cx.word(at + 1);
    // « 2025-01 »; « 2011-12 » is a season.
    if separator == WordId::HYPHEN
        && cx.glued(at + 1)
        && cx.glued(at + 2)
        && cx.digit_count(at + 2) == 2
        && cx.word(at + 3) != separator
    {
        let (year, month) = (plausible_year(cx, at)?, cx.small(at + 2)?);
        let date = PartialDate { month: u8::try_from(month).ok(), ..PartialDate::year(year) };
        let season = month == (u32::from(year) + 1) % 100;
        return date.checked().filter(|_| !season).map(|date| (date, at, at + 3));
    }
    if ![w::SLASH, w::DOT, WordId::HYPHEN, w::DASH].contains(&separator) || cx.word(at + 3) != separator {
        return None;
    }
    let (a, b, c) = (cx.small(at)?, cx.small(at + 2)?, cx.small(at + 4)?);
    if cx.glued(at + 5) && cx.word(at + 5) == separator && cx.is_number(at + 6) {
        return None;
    }
    let short = |i: usize| (1..=2).contains(&cx.digit_count(i));
    let date = match (cx.digit_count(at), cx.digit_count(at + 4)) {
        (4, _) if short(at + 2) && short(at + 4) && separator != w::DOT => ymd(a, b, c),
        (1 | 2, 4) if short(at + 2) => ymd(c, b, a),
        // Two digits of a year only with slashes: « 12.5.24 » is a version.
        (1 | 2, 2) if short(at + 2) && separator == w::SLASH => {
            ymd(if c < 50 { 2000 + c } else { 1900 + c }, b, a)
        }
        _ => None,
    }?;
    Some((date.checked()?, at, at + 5))
}

fn ymd(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    Some(PartialDate::ymd(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// The day of a month at `at` and the index after it.
fn day(cx: &Context<'_>, at: usize) -> Option<(u8, usize)> {
    let (value, end) = if cx.is_number(at) {
        let ordinal = cx.is_any(at + 1, &[w::ER, w::E]) && cx.glued(at + 1);
        (cx.small(at).filter(|_| cx.digit_count(at) <= 2)?, at + 1 + usize::from(ordinal))
    } else if cx.number_word(at) == Some(NumberWord::Ordinal(1)) {
        (1, at + 1)
    } else {
        let numeral = numeral::read_words(cx, at).filter(|n| n.power == 0)?;
        (u32::try_from(numeral.mantissa).ok()?, numeral.end)
    };
    (1..=31).contains(&value).then_some((value as u8, end))
}

/// The month named at `at`. Abbreviations and « mars », « mai », « may » count as months only beside a day or year,
/// which every caller has found.
pub(super) fn month(cx: &Context<'_>, at: usize) -> Option<u8> {
    cx.entry(at).month
}

fn past_dot(cx: &Context<'_>, at: usize) -> usize {
    // « sept. 2001 », « juillet. 2001 »
    if cx.is(at, w::DOT) && cx.glued(at) && (cx.is_number(at + 1)) { at + 1 } else { at }
}

/// The year after a month, over « , » or « de », and the index after it; `none` is the index if there is no year.
fn year_after(cx: &Context<'_>, at: usize, none: usize) -> (Option<u16>, usize) {
    let next = if cx.is_any(at, &[w::COMMA, w::DE]) { at + 1 } else { at };
    if let Some(year) = plausible_year(cx, next).filter(|_| !is_counted(cx, next)) {
        return (Some(year), next + 1);
    }
    let words = numeral::read_words(cx, next)
        .filter(|n| n.power == 0)
        .and_then(|n| Some((u16::try_from(n.mantissa).ok()?, n.end)));
    match words {
        Some((year @ 1500..=2200, end)) => (Some(year), end),
        _ => (None, none),
    }
}

/// « le 3 mars 2025 emplois »: a year is followed by nothing that it could count.
fn is_counted(cx: &Context<'_>, at: usize) -> bool {
    cx.lexicon
        .unit(cx.text, cx.tokens, at + 1)
        .is_some_and(|_| cx.same_line(at + 1) && !cx.is_any(at + 1, &[w::A, w::H, w::L]))
        || matches!(cx.number_word(at + 1), Some(NumberWord::Power(_)))
}

/// A year in four digits.
pub(super) fn plausible_year(cx: &Context<'_>, at: usize) -> Option<u16> {
    if cx.digit_count(at) != 4
        || (cx.glued(at + 1)
            && cx.is_number(at + 2)
            && cx.glued(at + 2)
            && !cx.is_any(at + 1, &[WordId::HYPHEN, w::DASH, w::SLASH]))
    {
        return None;
    }
    cx.small(at).and_then(|year| u16::try_from(year).ok()).filter(|year| (1000..=2199).contains(year))
}

/// The start of the expression with its day of the week: « mercredi, le 22 janvier ».
fn with_weekday(cx: &Context<'_>, start: usize, floor: usize) -> usize {
    let mut at = start;
    if at > floor && cx.is(at - 1, w::LE) {
        at -= 1;
    }
    if at > floor && cx.is(at - 1, w::COMMA) {
        at -= 1;
    }
    if at > floor && cx.has(at - 1, Classes::WEEKDAY) { at - 1 } else { start }
}
