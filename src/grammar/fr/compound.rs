//! Amounts in two units: « une heure trente », « 15 dollars et 20 cents », « 1m50 », « trois ans et demi ».

use super::super::context::Context;
use super::numeral::{Form, Numeral};
use super::quantity::{Part, is_point, part, reading};
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{Classes, words as w};
use crate::quantity::{Amount, Bound, Interval, Kind, Unit};

/// The wordings of compounds; they are read where quantities are.
pub(super) const RULE: Rule = Rule {
    name: "compound",
    starts: Starts::NEVER,
    read: |_, _, _| None,
    examples: &[
        ("une heure et demie", "duration 1.5 hour"),
        ("environ une heure trente", "duration approx 5400 second"),
        ("une heure et vingt minutes", "duration 4800 second"),
        ("une heure et quart d'interruption", "duration 1.25 hour"),
        ("une durée de 2h30", "duration 9000 second"),
        ("une semaine et trois jours", "duration 864000 second"),
        ("15 dollars et 15 cents", "money 15.15 USD"),
        ("1 USD 23 cents", "money 1.23 USD"),
        ("1m50", "length 1.5 m"),
        ("trois ans et demi", "duration 3.5 year"),
        ("un point et demi", "percent 1.5 point"),
        ("deux terrains et demi", "count 2.5 terrain"),
        ("passé à 13 euros 50 dans ce routier", "money 13.5 EUR"),
        ("9 s 84", "duration 9.84 second"),
        ("5 pieds 8 pouces", "length 1.7272 m"),
        ("en 1 min 42 s 35", "duration 102.35 second"),
    ],
    refuses: &[],
};

/// Reads a compound that `first` begins.
pub(super) fn read(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    if first.numeral.vague {
        return None;
    }
    and_half(cx, first).or_else(|| and_quarter(cx, first)).or_else(|| match first.unit?.unit.kind() {
        Kind::Money => money(cx, first),
        Kind::Duration => duration(cx, first),
        Kind::Length => feet(cx, first).or_else(|| length(cx, first)),
        _ => None,
    })
}

/// « et demi » at `at`.
pub(super) fn halves(cx: &Context<'_>, at: usize) -> bool {
    cx.is(at, w::ET) && cx.is_any(at + 1, &[w::DEMI, w::DEMIE])
}

/// « trois ans et demi », « un point et demi »: half of the unit or of what is counted more.
fn and_half(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    if !halves(cx, first.end) || first.numeral.power > 0 {
        return None;
    }
    let (unit, factor) = match (first.unit, first.noun) {
        (Some(words), _) => (words.unit, words.factor),
        (None, Some(noun)) if is_point(cx, noun) => (Unit::Point, Amount::ONE),
        (None, noun) => (noun.map(|_| Unit::Noun)?, Amount::ONE),
    };
    let half = factor / Amount::TWO;
    let mut whole = *first;
    whole.end += 2;
    let value = (first.value()? + half).normalize();
    Some(reading(&whole, unit, Bound::Exact, Interval::of(Bound::Exact, value), half))
}

/// « une heure et quart », « deux heures et quart »: an hour and a quarter.
fn and_quarter(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    let words = first.unit.filter(|words| words.unit == Unit::Hour)?;
    if !cx.is(first.end, w::ET) || cx.slice(first.end + 1) != "quart" {
        return None;
    }
    let quarter = words.factor / Amount::from(4);
    let mut whole = *first;
    whole.end += 2;
    let value = (first.value()? + quarter).normalize();
    Some(reading(&whole, words.unit, Bound::Exact, Interval::of(Bound::Exact, value), quarter))
}

/// « 15 dollars et 15 cents », « 3 € 50 ».
fn money(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    let unit = first.unit?;
    let next = if cx.is(first.end, w::ET) { first.end + 1 } else { first.end };
    if !cx.same_line(next) || unit.subunit || first.numeral.power > 0 {
        return None;
    }
    let cents = part(cx, next, next).filter(|cents| !cents.numeral.vague)?;
    let (value, end) = match cents.unit {
        Some(coin) if coin.subunit => (cents.numeral.mantissa.checked_mul(coin.factor)?, cents.end),
        // « 3 euros 50 »
        None if next == first.end && cents.noun.is_none() && is_cents(cx, next, &cents) => {
            (cents.numeral.mantissa * Amount::new(1, 2), cents.end)
        }
        _ => return None,
    };
    let mut whole = *first;
    whole.end = end;
    let total = first.value()? + value;
    Some(reading(&whole, unit.unit, Bound::Exact, Interval::of(Bound::Exact, total), Amount::new(1, 2)))
}

/// « 3 euros 50 », « deux euros vingt le litre »
fn is_cents(cx: &Context<'_>, next: usize, cents: &Part<'_>) -> bool {
    let end = cents.numeral.end;
    let digits = cx.digit_count(next) == 2 && end == next + 1;
    let words = cents.numeral.form == Form::Words
        && cents.numeral.power == 0
        && cents.numeral.mantissa < Amount::ONE_HUNDRED;
    let closed = cx.ends_phrase(end) || cx.is_any(end, &[w::LE, w::LA, w::L, w::PAR]);
    // « passé à 13 euros 50 dans ce restaurant », but « 3 euros 50 fois »
    let goes_on = digits && cx.has(end, Classes::FUNCTION);
    (digits || words) && (closed || goes_on || digits && cx.glued(next))
}

/// « une heure trente », « 2 h 30 min », « un an, un mois et 21 jours »: in seconds.
fn duration(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    let mut unit = first.unit?;
    let seconds = |value: Amount, unit: Unit, factor: Amount| {
        value.checked_mul(factor)?.checked_mul(Amount::from(unit.seconds()?))
    };
    let mut total = seconds(first.numeral.mantissa, unit.unit, unit.factor)?;
    let mut end = first.end;
    let mut more = first.numeral;
    while more.power == 0 {
        let next = if cx.is_any(end, &[w::ET, w::COMMA]) { end + 1 } else { end };
        let next = if cx.is(next, w::ET) && next > end { next + 1 } else { next };
        if !cx.same_line(next) {
            break;
        }
        let Some(added) = part(cx, next, next).filter(|p| p.start == next && !p.numeral.vague) else { break };
        let smaller = match added.unit {
            Some(u) if u.unit.seconds() < unit.unit.seconds() => u,
            None if next == end && added.noun.is_none() => {
                let Some(rest) = unnamed(cx, unit.unit, &more, &added) else { break };
                end = added.numeral.end;
                total += rest;
                break;
            }
            _ => break,
        };
        total += seconds(added.numeral.mantissa, smaller.unit, smaller.factor)?;
        end = added.end;
        unit = smaller;
        more = added.numeral;
    }
    if end == first.end {
        return None;
    }
    let mut whole = *first;
    whole.end = end;
    Some(reading(&whole, Unit::Second, Bound::Exact, Interval::of(Bound::Exact, total), Amount::from(60)))
}

/// The seconds of a number without a unit behind hours or seconds: minutes (« une heure trente », « 1h30 ») or hundredths
/// (« 9 s 84 »).
fn unnamed(cx: &Context<'_>, unit: Unit, before: &Numeral, added: &Part<'_>) -> Option<Amount> {
    let value = added.numeral.mantissa;
    let hundredths = || before.step == Amount::ONE && cx.digit_count(added.numeral.start) == 2;
    match unit {
        Unit::Hour if value < Amount::from(60) => Some(value * Amount::from(60)),
        Unit::Second if hundredths() => Some(value * Amount::new(1, 2)),
        _ => None,
    }
    .filter(|_| minutes_end(cx, added))
}

fn minutes_end(cx: &Context<'_>, minutes: &Part<'_>) -> bool {
    let end = minutes.numeral.end;
    minutes.numeral.form == Form::Words
        || cx.digit_count(end - 1) == 2
            && (cx.ends_phrase(end) || cx.glued(end - 1) || cx.has(end, Classes::FUNCTION))
}

/// « 5 pieds 8 pouces », « 5 pieds et 8 pouces ».
fn feet(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    let feet = first.unit.filter(|unit| unit.unit == Unit::Metre && unit.factor == Amount::new(3048, 4))?;
    let next = if cx.is(first.end, w::ET) { first.end + 1 } else { first.end };
    let inches = part(cx, next, next).filter(|part| part.start == next && !part.numeral.vague)?;
    let unit = inches.unit.filter(|unit| unit.unit == feet.unit && unit.factor == Amount::new(254, 4))?;
    let value = first.value()? + inches.value()?;
    let mut whole = *first;
    whole.end = inches.end;
    Some(reading(&whole, unit.unit, Bound::Exact, Interval::of(Bound::Exact, value.normalize()), unit.factor))
}

/// « 1m50 », « 1 mètre 80 ».
fn length(cx: &Context<'_>, first: &Part<'_>) -> Option<Reading> {
    let unit = first.unit.filter(|unit| unit.unit == Unit::Metre && unit.factor == Amount::ONE)?;
    let at = first.end;
    let glued = cx.glued(at) || cx.slice(at - 1).len() > 2;
    let spaced =
        cx.slice(at - 1) == "m" && cx.ends_phrase(at + 1) && cx.digit_count(first.numeral.start) == 1;
    if !(glued || spaced)
        || cx.digit_count(at) != 2
        || !cx.same_line(at)
        || first.numeral.step < Amount::ONE
        || first.numeral.power > 0
    {
        return None;
    }
    let value = first.numeral.mantissa + Amount::new(i64::from(cx.small(at)?), 2);
    let mut whole = *first;
    whole.end = at + 1;
    Some(reading(&whole, unit.unit, Bound::Exact, Interval::of(Bound::Exact, value), Amount::new(1, 2)))
}
