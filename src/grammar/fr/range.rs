//! Ranges: « entre 5 et 10 milliards », « de 5 à 10 % », « 12-15 ans », « deux ou trois mois », « 10 voire 12 ».

use super::super::context::Context;
use super::numeral::Form;
use super::quantity::{Part, part, reading, unit_of};
use super::rule::{Reading, Rule, Starts};
use super::{clock, date};
use crate::lexicon::{Classes, NumberWord, Roles, words as w};
use crate::quantity::{Amount, Bound, Interval, Unit};
use crate::text::{Flags, TokenKind, WordId};

/// The wordings of ranges; they are read where quantities are.
pub(super) const RULE: Rule = Rule {
    name: "range",
    starts: Starts::NEVER,
    read: |_, _, _| None,
    examples: &[
        ("entre 5 et 10 milliards d'euros", "money range 5000000000..10000000000 EUR"),
        ("de 5 à 10 %", "percent range 5..10 percent"),
        ("12-15 %", "percent range 12..15 percent"),
        ("deux ou trois mois", "duration range 2..3 month"),
        ("entre 300 et 400 emplois", "count range 300..400 emploi"),
        ("10 voire 12 milliards de dollars", "money range 10000000000..12000000000 USD"),
        ("de 500 millions à 1 milliard de dollars", "money range 500000000..1000000000 USD"),
        ("10 euros - 20 euros", "money range 10..20 EUR"),
        ("1,5 à 2 millions de personnes", "count range 1500000..2000000 personne"),
        ("±5 %", "percent range -5..5 percent"),
        ("les prix ont reculé de 4 à 6 %", "percent range 4..6 percent"),
        ("les loyers augmenteront de 3 à 4 %", "percent range 3..4 percent"),
    ],
    refuses: &[],
};

/// What joins two values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Between,
    To,
    Dash,
    Or,
    Even,
}

/// Reads a range that `first` begins.
pub(super) fn read(cx: &Context<'_>, first: &Part<'_>, floor: usize) -> Option<Reading> {
    if let Some(reading) = plus_minus(cx, first, floor) {
        return Some(reading);
    }
    if first.numeral.vague || matches!(first.numeral.form, Form::Fraction) {
        return None;
    }
    let joint = joint(cx, first, floor)?;
    // « 250, 400 ou 600 euros » are three.
    let listed = first.start >= 2
        && cx.is(first.start - 1, w::COMMA)
        && cx.is_number(first.start - 2)
        // « En 2023, 10 ou 12 personnes », « Dans le 13, 2 ou 3 écoles »
        && date::plausible_year(cx, first.start - 2).is_none()
        && !cx.is(cx.before(first.start - 2), w::LE);
    if joint == Joint::Or && listed {
        return None;
    }
    let next = first.end + if cx.is(first.end, w::COMMA) { 2 } else { 1 };
    if !cx.same_line(next) || !starts_number(cx, next) || is_moment(cx, next, first.end) {
        return None;
    }
    let second = part(cx, next, next).filter(|second| !second.numeral.vague && second.start == next)?;
    if joint == Joint::To && (changes(cx, first, &second, floor) || is_apart(cx, first, &second)) {
        return None;
    }
    join(cx, first, &second, joint, floor)
}

fn starts_number(cx: &Context<'_>, at: usize) -> bool {
    cx.is_number(at)
        || cx.number_word(at).is_some()
        || cx.lexicon.unit(cx.text, cx.tokens, at).is_some_and(|(_, end)| cx.is_number(end))
}

/// The joint after the first value. « et » joins only after « entre ».
fn joint(cx: &Context<'_>, first: &Part<'_>, floor: usize) -> Option<Joint> {
    let at = first.end;
    let token = cx.get(at)?;
    if token.has(Flags::LINE) {
        return None;
    }
    let between = first.start > floor && cx.is(first.start - 1, w::ENTRE);
    Some(match token.word {
        w::ET if between => Joint::Between,
        w::A => Joint::To,
        // Capitals and careless typing lose the accent; between digits it can be nothing else.
        w::A_VERB if cx.is_number(at - 1) && cx.is_number(at + 1) => Joint::To,
        // « TROIS A CINQ ANS »
        w::A_VERB if token.has(Flags::UPPER) && starts_number(cx, at + 1) => Joint::To,
        WordId::HYPHEN | w::DASH if token.has(Flags::SPACE) == cx.flag(at + 1, Flags::SPACE) => Joint::Dash,
        w::OU if first.unit.is_none() || !cx.is(at + 1, w::UN) => Joint::Or,
        w::VOIRE => Joint::Even,
        w::COMMA if cx.is(at + 1, w::VOIRE) => Joint::Even,
        _ => return None,
    })
}

/// « 30 % à 20 heures », « 5 en 2024-2025 »: the second is a time or date.
fn is_moment(cx: &Context<'_>, at: usize, floor: usize) -> bool {
    (clock::RULE.read)(cx, at, floor).is_some() || (date::RULE.read)(cx, at, floor).is_some()
}

/// « passer de 100 à 500 »: two values, not a range.
fn changes(cx: &Context<'_>, first: &Part<'_>, second: &Part<'_>, floor: usize) -> bool {
    let from = first.start > floor && cx.is_any(first.start - 1, &[w::DE, w::D]);
    let mut lower = *first;
    lower.unit = first.unit.or(second.unit);
    let ends = (lower.value_at(first.numeral.power.max(shared_power(first, second))), second.value());
    let descends = first.unit.is_none() && matches!(ends, (Some(a), Some(b)) if a > b);
    let verb = (first.start.saturating_sub(7).max(floor)..first.start).any(|i| {
        // « la hausse est de 6 à 10 % »: a noun that is spelt as a verb.
        cx.kind(i) == Some(TokenKind::Word)
            && !cx.is_any(cx.before(i), &[w::LA, w::LE, w::UNE, w::UN, w::CETTE, w::CE])
            // « il se passe de trois à quatre ans »
            && !(cx.is_any(cx.before(i), &[w::SE, w::S]) && cx.slice(i).starts_with("pass"))
            && cx.entry(i).verb.is_some_and(|verb| verb.roles.has(Roles::CHANGE))
    });
    // « ont reculé de 4 à 6 % »: a fall does not end higher, so it is the fall that lies between.
    let rises = matches!(ends, (Some(a), Some(b)) if a < b);
    let by =
        rises && first.unit.is_none() && (is_fall(cx, first, floor) || is_rise(cx, first, second, floor));
    let varies = (first.start.saturating_sub(4).max(floor)..first.start)
        .any(|i| cx.lexicon.vocabulary().text(cx.get(i).map_or(WordId::UNKNOWN, |t| t.lemma)) == "varier");
    from && !varies && !by && (verb || descends)
}

/// « les prix ont baissé de »: the verb right before « de » tells a fall.
fn is_fall(cx: &Context<'_>, first: &Part<'_>, floor: usize) -> bool {
    verb_before(cx, first, floor, Roles::FALL).is_some()
}

/// « les loyers augmenteront de 3 à 4 % »: by so much, unless what rises is a share itself (« le chômage augmentera de 7 à 8 % »).
fn is_rise(cx: &Context<'_>, first: &Part<'_>, second: &Part<'_>, floor: usize) -> bool {
    /// Tokens back to the subject.
    const REACH: usize = 16;
    let percent = second.unit.is_some_and(|unit| unit.unit == Unit::Percent);
    percent
        && verb_before(cx, first, floor, Roles::RISE).is_some_and(|verb| {
            // « Le RN progresse de 28 à 32 % », « augmente de 10 à 11 % sa part »
            let rate =
                |i: usize| cx.has(i, Classes::RATE) || cx.flag(i, Flags::UPPER) && cx.slice(i).len() > 1;
            let object =
                cx.is_any(second.end, &[w::SA, w::SON, w::SES, w::LEUR, w::LEURS, w::LA, w::LE, w::LES]);
            !object && !(verb.saturating_sub(REACH)..verb).any(rate)
        })
}

/// The verb of a role among the tokens right before.
fn verb_before(cx: &Context<'_>, first: &Part<'_>, floor: usize, role: Roles) -> Option<usize> {
    (first.start.saturating_sub(3).max(floor)..first.start)
        .find(|i| cx.entry(*i).verb.is_some_and(|verb| verb.roles.has(role)))
}

/// « dépasse deux mètres à 2 400 mètres d'altitude »: a bounded value with its unit, and where it is.
fn is_apart(cx: &Context<'_>, first: &Part<'_>, second: &Part<'_>) -> bool {
    first.unit.is_some()
        && second.unit.is_some()
        && cx.lexicon.bound_before(cx.tokens, first.start).is_some_and(|(bound, _)| bound.verb)
}

/// One quantity of two parts, if they can share a unit.
fn join(
    cx: &Context<'_>,
    first: &Part<'_>,
    second: &Part<'_>,
    joint: Joint,
    floor: usize,
) -> Option<Reading> {
    let shared = shared_unit(cx, first, second, joint)?;
    // The unit of the second serves the first: « 5 à 10 milliards de dollars ».
    let mut lower = *first;
    if lower.unit.is_none() {
        lower.unit = second.unit;
    }
    lower.numeral.mantissa *= shared_hundreds(cx, first, second);
    let power = first.numeral.power.max(shared_power(first, second));
    let mut upper = *second;
    // « 10 milliards d'euros, voire 12 »
    if matches!(joint, Joint::Even | Joint::To)
        && upper.unit.is_none()
        && upper.noun.is_none()
        && upper.numeral.power == 0
    {
        (upper.unit, upper.numeral.power) = (first.unit, first.numeral.power);
    }
    let (low, high) = (lower.value_at(power)?, upper.value()?);
    let plausible = match joint {
        Joint::Between | Joint::To => low < high || joint == Joint::Between,
        Joint::Dash => low < high && !is_label(cx, first),
        Joint::Or | Joint::Even => low < high && high <= low * Amount::from(3),
    };
    if !plausible
        // « trente ou quarante milliards », but « trente ou quarante »
        || (joint == Joint::Or && shared == Unit::None && second.numeral.power < 6)
        || (joint == Joint::To && shared == Unit::None && first.numeral.form == Form::One)
    {
        return None;
    }
    let led = first.start > floor
        && match joint {
            Joint::Between => true,
            Joint::To => cx.is_any(first.start - 1, &[w::DE, w::D]),
            _ => false,
        };
    let start = if led { first.start - 1 } else { first.start };
    let mut whole = *second;
    whole.start = start;
    whole.noun = second.noun.or(first.noun);
    let step = lower.step_at(power).min(second.step_at(second.numeral.power));
    Some(reading(&whole, shared, Bound::Range, Interval::between(low, high), step))
}

/// The unit of both values: that of the one that has one, or the same of both.
fn shared_unit(cx: &Context<'_>, first: &Part<'_>, second: &Part<'_>, joint: Joint) -> Option<Unit> {
    let same_noun = match (first.noun, second.noun) {
        (Some(a), Some(b)) => cx.word(a) == cx.word(b) && cx.slice(a) == cx.slice(b),
        _ => true,
    };
    match (unit_of(cx, first), unit_of(cx, second)) {
        (Unit::None, unit) => Some(unit),
        // « 10 euros à 20 » of something else: a bare second value needs « entre » before the first.
        // « CHF 15 à 20 »
        (unit, Unit::None)
            if joint == Joint::To && first.start < first.numeral.start && first.unit.is_some() =>
        {
            Some(unit)
        }
        (unit, Unit::None) => matches!(joint, Joint::Between | Joint::Even).then_some(unit),
        (a, b) => (a == b && same_noun).then_some(a),
    }
}

/// « quinze à vingt mille », « trois à quatre cents »: the last word multiplies both.
fn shared_hundreds(cx: &Context<'_>, first: &Part<'_>, second: &Part<'_>) -> Amount {
    let last = cx.number_word(second.numeral.end - 1);
    let times = match last {
        Some(NumberWord::Thousand) => Amount::ONE_THOUSAND,
        Some(NumberWord::Hundred) => Amount::ONE_HUNDRED,
        _ => return Amount::ONE,
    };
    let bare = first.unit.is_none() && first.noun.is_none() && first.numeral.form == Form::Words;
    let small = first.numeral.power == 0 && first.numeral.mantissa < times && second.numeral.power == 0;
    let below = first.numeral.mantissa < second.numeral.mantissa / times;
    if bare && small && below { times } else { Amount::ONE }
}

/// The magnitude that the first value takes from the second: « 5 à 10 milliards ».
fn shared_power(first: &Part<'_>, second: &Part<'_>) -> u32 {
    let bare = first.numeral.power == 0 && first.unit.is_none() && first.noun.is_none();
    if bare && first.numeral.mantissa < Amount::ONE_THOUSAND { second.numeral.power } else { 0 }
}

/// « 20-30 » glued, both without unit, may be a label: it is read as a range only with a unit.
fn is_label(cx: &Context<'_>, first: &Part<'_>) -> bool {
    first.unit.is_none() && first.noun.is_none() && cx.glued(first.end) && cx.get(first.end + 2).is_none()
}

/// « ±5 % », « 10 % ± 2 »: around zero.
fn plus_minus(cx: &Context<'_>, first: &Part<'_>, floor: usize) -> Option<Reading> {
    let sign = first.start.checked_sub(1).filter(|sign| *sign >= floor && cx.is(*sign, w::PLUS_MINUS))?;
    let value = first.value()?;
    let mut whole = *first;
    whole.start = sign;
    Some(reading(
        &whole,
        unit_of(cx, first),
        Bound::Range,
        Interval::between(-value, value),
        first.step_at(first.numeral.power),
    ))
}
