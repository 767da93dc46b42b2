//! Ratios and multiples in words: « un Français sur trois », « 7 sur 10 », « le double ».

use super::super::context::Context;
use super::super::figure::Class;
use super::numeral;
use super::quantity::{Part, part};
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{Classes, NumberWord, words as w};
use crate::quantity::{Amount, Kind, Quantity, Unit};

/// « sept Français sur dix », « 1 sur 3 ».
pub(super) const RATIO: Rule = Rule {
    name: "ratio",
    starts: Starts::EITHER,
    read: ratio,
    examples: &[
        ("7 sur 10", "other 0.7 ratio"),
        ("neuf fois sur dix", "other 0.9 ratio"),
        ("un Français sur trois", "other 0.3333333333333333333333333333 ratio"),
        ("sept entreprises sur dix", "other 0.7 ratio"),
        ("un départ à la retraite sur quatre n'est pas remplacé", "other 0.25 ratio"),
    ],
    refuses: &["2000 dollars sur 3 ans", "10 milliards sur un total de 500"],
};

/// « le double », « le triple ».
pub(super) const MULTIPLE: Rule = Rule {
    name: "multiple",
    starts: Starts::EITHER,
    read: multiple,
    examples: &[
        ("le double de l'an dernier", "other 2 times"),
        ("soit le triple", "other 3 times"),
        ("un prix multiplié par trois", "other 3 times"),
    ],
    refuses: &["une double peine", "il double son offre"],
};

fn ratio(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if let Some(reading) = times_out_of(cx, at) {
        return Some(reading);
    }
    // The joint is at most two words away: anything else is decided without reading numerals.
    if !(1..=5).any(|i| cx.is(at + i, w::SUR)) {
        return None;
    }
    let (top, joint) = top(cx, at)?;
    if !cx.is(joint, w::SUR) {
        return None;
    }
    let whole = part(cx, joint + 1, joint + 1).filter(plain)?;
    // « deux TGV sur trois » are no two of three regional trains.
    let noun = top.noun.or_else(|| (joint > top.end).then_some(top.end));
    let (top, bottom) = (top.numeral.mantissa, whole.numeral.mantissa);
    let small = bottom <= Amount::ONE_HUNDRED && top < bottom && top > Amount::ZERO;
    if !small || whole.noun.is_some() {
        return None;
    }
    Some(Reading { noun, ..value(at, whole.numeral.end, (top / bottom).normalize(), Unit::Ratio) })
}

/// The count of a ratio with the noun it may have (« un Français »), and the index after it.
fn top<'a>(cx: &Context<'a>, at: usize) -> Option<(Part<'a>, usize)> {
    let top = part(cx, at, at).filter(plain)?;
    let end = top.end;
    if cx.is(end, w::SUR) {
        return Some((top, end));
    }
    // « un Français », « une entreprise »: the noun of « un » is not read with it.
    let noun = !cx.has(end, Classes::FUNCTION) && !cx.ends_phrase(end);
    if noun && cx.is(end + 1, w::SUR) {
        return Some((top, end + 1));
    }
    // « un départ à la retraite sur trois »
    let plain = |at: usize| {
        !cx.ends_phrase(at)
            && cx.entry(at).verb.is_none()
            && cx.entry(at).number.is_none()
            && !cx.is_number(at)
    };
    let joint = (end + 2..end + 5).find(|at| cx.is(*at, w::SUR))?;
    let of = cx.is_any(end + 1, &[w::A, w::AU, w::DE, w::D, w::EN]);
    // « un devoir de français sur 20 » is a mark.
    let words = cx.number_word(joint + 1).is_some();
    (noun && of && words && (end + 1..joint).all(plain)).then_some((top, joint))
}

/// « neuf fois sur dix »
fn times_out_of(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let top = numeral::read_words(cx, at).filter(|n| n.power == 0)?;
    if !(cx.is(top.end, w::FOIS) && cx.is(top.end + 1, w::SUR)) {
        return None;
    }
    let whole = part(cx, top.end + 2, top.end + 2).filter(plain)?;
    let share = top.mantissa.checked_div(whole.numeral.mantissa).filter(|share| *share < Amount::ONE)?;
    Some(value(at, whole.numeral.end, share.normalize(), Unit::Ratio))
}

fn plain(part: &Part<'_>) -> bool {
    part.unit.is_none() && part.numeral.power == 0 && !part.numeral.vague && part.numeral.step == Amount::ONE
}

fn multiple(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if let Some(times) = multiplied(cx, at) {
        return Some(times);
    }
    let NumberWord::Multiple(times) = cx.number_word(at)? else { return None };
    let noun = cx.is_any(cx.before(at), &[w::LE, w::DU, w::AU])
        && (cx.ends_phrase(at + 1)
            || cx.is_any(at + 1, &[w::DE, w::D, w::DES, w::DU, w::QU, w::QUE, w::EN, w::ET]));
    noun.then(|| value(at, at + 1, Amount::from(times), Unit::Times))
}

/// « multiplié par 2,5 »
fn multiplied(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let by = cx.before(at);
    let verb = cx.is(by, w::PAR) && cx.slice(cx.before(by)).to_lowercase().starts_with("multipli");
    if !verb {
        return None;
    }
    let times =
        part(cx, at, at).filter(|part| part.unit.is_none() && part.noun.is_none() && !part.numeral.vague)?;
    Some(value(at, times.numeral.end, times.numeral.value()?, Unit::Times))
}

fn value(start: usize, end: usize, value: Amount, unit: Unit) -> Reading {
    let quantity = Quantity { unit, step: Amount::new(1, 2), ..Quantity::exact(Kind::Other, value) };
    Reading { quantity: Some(quantity), ..Reading::of_class(start, end, Class::Quantity) }
}
