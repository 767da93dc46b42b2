//! Times of races with marks for minutes and seconds: « 9''87 », « 4'24'' », « 2h02'16'' », « en 2:31:08 ».

use super::super::context::Context;
use super::super::figure::Class;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Kind, Quantity, Unit};

/// Times of races, in seconds.
pub(super) const RULE: Rule = Rule {
    name: "race time",
    starts: Starts::DIGITS,
    read,
    examples: &[
        ("s'est imposé en 9''87", "duration 9.87 second"),
        ("4'24'' d'avance", "duration 264 second"),
        ("la course en 2'08\"34", "duration 128.34 second"),
        ("le marathon en 2h02'16''", "duration 7336 second"),
        ("bouclé en 2:31:08", "duration 9068 second"),
        ("un tour en 1’43″6", "duration 103.6 second"),
    ],
    refuses: &[
        "à la 85'",
        "publié à 12:01:30",
        "les années '90",
        "« il en a marqué 10 »",
        "l'accord \"14\" tient",
    ],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if !cx.glued(at + 1) {
        return None;
    }
    let (seconds, end) = digital(cx, at).or_else(|| marked(cx, at))?;
    let quantity = Quantity { unit: Unit::Second, ..Quantity::exact(Kind::Duration, seconds.normalize()) };
    Some(Reading { quantity: Some(quantity), ..Reading::of_class(at, end, Class::Quantity) })
}

/// « en 2:31:08 »: hours, minutes and seconds; « à 2:31:08 » is a time of day.
fn digital(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    let colon = |i: usize| cx.is(i, w::COLON) && cx.glued(i) && cx.glued(i + 1) && cx.digit_count(i + 1) == 2;
    let whole = cx.is(cx.before(at), w::EN) && colon(at + 1) && colon(at + 3);
    let part = |i: usize| cx.small(i).filter(|part| *part < 60).map(Amount::from);
    let total = part(at)? * Amount::from(3600) + part(at + 2)? * Amount::from(60) + part(at + 4)?;
    whole.then_some((total, at + 5))
}

/// « 2h02'16'' », « 4'24'' », « 9''87 »: up to the mark of seconds and what follows it.
fn marked(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    let mut total = Amount::ZERO;
    let mut next = at;
    let glued_number = |i: usize| cx.is_number(i) && cx.glued(i) && cx.digit_count(i) <= 2;
    if cx.is(next + 1, w::H) && glued_number(next + 2) {
        total += Amount::from(cx.small(next)?) * Amount::from(3600);
        next += 2;
    }
    let prime = |i: usize| cx.is(i, w::APOSTROPHE) && cx.glued(i);
    if prime(next + 1) && glued_number(next + 2) {
        total += Amount::from(cx.small(next)?) * Amount::from(60);
        next += 2;
    }
    let double = prime(next + 1) && prime(next + 2);
    let quote = cx.is_any(next + 1, &[w::QUOTE, w::CURLY_QUOTE]) && cx.glued(next + 1);
    let end = next + if double { 3 } else { 2 };
    // « l'accord "14" tient »: a quotation mark tells seconds only within a time.
    // « des jantes de 18'' », « 48°51'12'' », « l'article ''12'' »
    let before = cx.before(at);
    let alone = next == at && !glued_number(end) && !cx.is(before, w::EN);
    let other = alone || cx.glued(at) && cx.is_any(before, &[w::DEGREE, w::APOSTROPHE]);
    if other || !(double || quote && (next > at || glued_number(end))) || cx.digit_count(next) > 2 {
        return None;
    }
    total += Amount::from(cx.small(next)?);
    if glued_number(end) {
        total += Amount::new(i64::from(cx.small(end)?), cx.digit_count(end) as u32);
        return Some((total, end + 1));
    }
    Some((total, end))
}
