//! Fractions: « un tiers », « trois quarts », « la moitié », « 3/4 », « 10 1/2 », « ½ », « un demi-milliard ».

use super::super::super::context::Context;
use super::{Form, Numeral};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::Amount;
use crate::text::{Flags, TokenKind};

/// A fraction in words at `at`.
pub(super) fn words(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    half_of_magnitude(cx, at)
        .or_else(|| half_share(cx, at))
        .or_else(|| definite(cx, at))
        .or_else(|| parts(cx, at))
}

/// « un demi-million », « demi-douzaine » are numbers; « une demi-heure » a share of the unit.
fn half_of_magnitude(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let demi = if matches!(cx.number_word(at), Some(NumberWord::Unit(1))) { at + 1 } else { at };
    if !cx.is_any(demi, &[w::DEMI, w::DEMIE]) || (demi == at && cx.is(cx.before(at), w::ET)) {
        return None;
    }
    let next = cx.past_hyphen(demi + 1);
    let power = match cx.number_word(next) {
        Some(NumberWord::Power(power)) => u32::from(power),
        Some(NumberWord::Collective(value)) => {
            let mantissa = Amount::from(value) / Amount::TWO;
            return Some(Numeral { form: Form::Collective, ..numeral(at, next + 1, mantissa, 0) });
        }
        _ => {
            cx.lexicon.unit(cx.text, cx.tokens, next)?;
            return Some(Numeral { form: Form::Digits, ..numeral(at, next, Amount::new(5, 1), 0) });
        }
    };
    Some(Numeral { form: Form::Words, ..numeral(at, next + 1, Amount::new(5, 1), power) })
}

/// « la moitié », « une moitié ».
fn half_share(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    cx.is(at, w::MOITIE).then(|| numeral(at, at + 1, Amount::new(5, 1), 0))
}

/// « le quart de la population », « moins du tiers des sièges »
fn definite(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let NumberWord::Fraction(value) = cx.number_word(at)? else { return None };
    let led = cx.is_any(cx.before(at), &[w::LE, w::DU, w::AU]);
    let of = cx.is_any(at + 1, &[w::DE, w::D, w::DES, w::DU]) && matches!(cx.slice(at), "quart" | "tiers");
    (led && of && !excluded(cx, at + 1)).then(|| numeral(at, at + 1, Amount::ONE / Amount::from(value), 0))
}

/// « deux tiers », « un dixième », « trois quarts »; « quart » and « tiers » only after a number.
fn parts(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let (count, next) = small_count(cx, at)?;
    let (denominator, end) = denominator(cx, next)?;
    if denominator < 2 || excluded(cx, end) {
        return None;
    }
    let value = Amount::from(count) / Amount::from(denominator);
    let mut numeral = numeral(at, end, value, 0);
    // « deux tiers de million »
    let scaled = cx.past_de(end);
    if scaled > end
        && let Some(NumberWord::Power(power)) = cx.number_word(scaled)
    {
        numeral.power = u32::from(power);
        numeral.end = scaled + 1;
        numeral.form = Form::Words;
    }
    Some(numeral)
}

/// A number that can count parts.
fn small_count(cx: &Context<'_>, at: usize) -> Option<(u32, usize)> {
    if cx.is_number(at) {
        return cx.small(at).map(|count| (count, at + 1));
    }
    match cx.number_word(at)? {
        NumberWord::Unit(value) | NumberWord::Teen(value) => Some((u32::from(value), at + 1)),
        _ => None,
    }
}

fn denominator(cx: &Context<'_>, at: usize) -> Option<(u64, usize)> {
    if cx.is_number(at) {
        // « un 20e » is a twentieth when nothing is ranked by it.
        let value = u64::from(cx.small(at)?);
        let ordinal = super::super::ordinal::is_ending(cx, at + 1) && cx.glued(at + 1);
        return (ordinal && cx.ends_phrase(at + 2)).then_some((value, at + 2));
    }
    match cx.number_word(at)? {
        NumberWord::Fraction(value) if !cx.is_any(at, &[w::DEMI, w::DEMIE]) => {
            Some((u64::from(value), at + 1))
        }
        NumberWord::Ordinal(value) if value >= 3 && is_share(cx, at, u64::from(value)) => {
            Some((u64::from(value), at + 1))
        }
        _ => ordinal_tail(cx, at),
    }
}

/// « un dix-huitième », « un quatre-vingt-dixième »: a compound ordinal.
fn ordinal_tail(cx: &Context<'_>, at: usize) -> Option<(u64, usize)> {
    let (value, end) = super::super::ordinal::compound(cx, at)?;
    is_share(cx, end - 1, value).then_some((value, end))
}

/// « trois cinquièmes », « un dixième de … », « un trentième » at the end of a phrase; not « un douzième essai », nor
/// « un troisième », which is one more of a row.
fn is_share(cx: &Context<'_>, last: usize, value: u64) -> bool {
    let plural = cx.slice(last).ends_with('s');
    plural || (value >= 5 && cx.ends_phrase(last + 1)) || cx.is_any(last + 1, &[w::DE, w::D, w::DES, w::DU])
}

/// « un quart de finale », « quart-temps »: no share of anything.
fn excluded(cx: &Context<'_>, end: usize) -> bool {
    let next = cx.past_de(end);
    let word = cx.lexicon.vocabulary().text(cx.word(cx.past_hyphen(next)));
    matches!(word, "finale" | "finales" | "temps" | "tour")
}

/// Digits over digits: « 3/4 », « 10 1/2 », and digits before a fraction mark: « 3½ ».
pub(super) fn digits(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    // « 38 centièmes de seconde »
    let tenths = |value| matches!(value, 10 | 100 | 1000);
    let part = match cx.number_word(at + 1) {
        Some(NumberWord::Fraction(_)) => true,
        Some(NumberWord::Ordinal(value)) => tenths(value) && cx.is(at + 2, w::DE),
        _ => false,
    };
    if part {
        return parts(cx, at);
    }
    if let Some((value, end)) = slash(cx, at) {
        return Some(numeral(at, end, value, 0));
    }
    let whole = Amount::from(cx.small(at)?);
    if let Some(value) = mark_value(cx, at + 1) {
        return Some(Numeral { form: Form::Digits, ..numeral(at, at + 2, whole + value, 0) });
    }
    let (value, end) = slash(cx, at + 1).filter(|_| cx.same_line(at + 1) && cx.flag(at + 1, Flags::SPACE))?;
    Some(Numeral { form: Form::Digits, ..numeral(at, end, whole + value, 0) })
}

/// « 1/4 » with a numerator below a small denominator. Anything else between slashes is a date or a rate.
fn slash(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    let (top, bottom) = (cx.small(at)?, cx.small(at + 2)?);
    let joined = cx.is(at + 1, w::SLASH) && cx.glued(at + 1) && cx.glued(at + 2);
    let longer = cx.is(at + 3, w::SLASH) && cx.glued(at + 3);
    if !joined || longer || top == 0 || top >= bottom || bottom > 10 {
        return None;
    }
    Some((Amount::from(top) / Amount::from(bottom), at + 3))
}

/// « ½ » at `at`.
pub(super) fn mark(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    mark_value(cx, at).map(|value| numeral(at, at + 1, value, 0))
}

fn mark_value(cx: &Context<'_>, at: usize) -> Option<Amount> {
    if cx.kind(at) != Some(TokenKind::Mark) {
        return None;
    }
    Some(match cx.word(at) {
        w::HALF => Amount::new(5, 1),
        w::QUARTER => Amount::new(25, 2),
        w::THREE_QUARTERS => Amount::new(75, 2),
        w::ONE_THIRD => Amount::ONE / Amount::from(3),
        w::TWO_THIRDS => Amount::TWO / Amount::from(3),
        _ => return None,
    })
}

fn numeral(start: usize, end: usize, mantissa: Amount, power: u32) -> Numeral {
    Numeral {
        start,
        end,
        mantissa,
        step: Amount::new(1, 2),
        power,
        form: Form::Fraction,
        vague: false,
        round: false,
    }
}
