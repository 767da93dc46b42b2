//! French: one file a family of figures, in the order in which they are tried.

mod bound;
mod clock;
mod compound;
mod count;
mod currency;
mod date;
mod elision;
mod enclosure;
mod idiom;
mod label;
mod leftover;
mod numeral;
mod ordinal;
mod person;
mod quantity;
mod race;
mod range;
mod rule;
mod share;
mod unit;
mod year;

use super::context::Context;
use super::figure::{Class, Figure};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::{Bound, Interval};
use crate::text::TokenKind;
pub(super) use numeral::Memo;
use rule::Reading;
pub use rule::Rule;

/// Every rule, first match wins: what names before what counts, the particular before the general.
pub static RULES: &[&Rule] = &[
    &label::ADDRESS,
    &idiom::RULE,
    &label::PHONE,
    &date::RULE,
    &race::RULE,
    &label::NAME,
    &clock::RULE,
    &label::SCORE,
    &ordinal::RULE,
    &share::RATIO,
    &year::RULE,
    &label::REFERENCE,
    &person::AGE,
    &person::DEFINITE,
    &share::MULTIPLE,
    &quantity::RULE,
    &range::RULE,
    &compound::RULE,
    &leftover::RULE,
];

/// Reads every figure of a text, in order.
pub(super) fn read(cx: &Context<'_>, figures: &mut Vec<Figure>) {
    let mut at = 0;
    let mut floor = 0;
    while at < cx.tokens.len() {
        if !triggers(cx, at) {
            at += 1;
            continue;
        }
        let kind = cx.tokens[at].kind;
        let mut rules = RULES.iter().filter(|rule| rule.starts.with(kind));
        match rules.find_map(|rule| (rule.read)(cx, at, floor).map(|reading| (rule, reading))) {
            Some((rule, reading)) => {
                let figure = figure(cx, &reading, floor, rule.name);
                floor = figure.tokens.1 as usize;
                at = floor.max(at + 1);
                figures.push(figure);
            }
            None => at += 1,
        }
    }
    enclosure::join(cx, figures);
    currency::resolve(cx, figures);
    elision::resolve(cx, figures);
}

/// Whether a figure may start here: digits, number words, fraction marks.
fn triggers(cx: &Context<'_>, at: usize) -> bool {
    let token = &cx.tokens[at];
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word if cx.lexicon.starts_figure(token) => {
            cx.number_word(at) != Some(NumberWord::Unit(1)) || one_triggers(cx, at)
        }
        // « au XXe siècle »
        TokenKind::Word => token.is_capitalised() && cx.is(at + 1, w::SIECLE),
        // « ½ heure »
        TokenKind::Mark => cx.lexicon.starts_figure(token),
    }
}

/// Tokens after « un » among which stands what it counts.
const ONE_REACH: usize = 5;

/// Whether « un », « une » may be a number: one word in forty is, and nearly always the article. A number has a unit, another
/// number or « sur » (« un Français sur trois ») close behind, or is part of an idiom or name.
fn one_triggers(cx: &Context<'_>, at: usize) -> bool {
    let behind = &cx.tokens[at + 1..cx.tokens.len().min(at + 1 + ONE_REACH)];
    let counted = behind
        .iter()
        .any(|token| token.kind == TokenKind::Number || token.word == w::SUR || cx.lexicon.measures(token));
    counted
        || is_listed_one(cx, at)
        || (at.saturating_sub(idiom::BEFORE)..=at).any(|i| cx.lexicon.names(&cx.tokens[i]))
}

/// « deux à Hérépian, un à Bédarieux et un à Lamalou »: told of a place like the number before it.
fn is_listed_one(cx: &Context<'_>, at: usize) -> bool {
    /// Tokens back to the number before.
    const REACH: usize = 8;
    let place = |i: usize| cx.is_any(i, &[w::A, w::AU, w::EN, w::DANS]);
    let joined = cx.is_any(cx.before(at), &[w::COMMA, w::ET]);
    let counts = |i: usize| (cx.is_number(i) || cx.number_word(i).is_some()) && place(i + 1);
    joined && place(at + 1) && (at.saturating_sub(REACH)..at).any(counts)
}

/// A figure of a reading, with the bound words around it.
fn figure(cx: &Context<'_>, reading: &Reading, floor: usize, rule: &'static str) -> Figure {
    let (mut start, mut end) = (reading.start, reading.end);
    let mut quantity = reading.quantity;
    if let Some(quantity) =
        quantity.as_mut().filter(|_| matches!(reading.class, Class::Quantity | Class::Number | Class::Age))
    {
        let limits = bound::find(cx, start, end, floor, quantity.kind);
        let bounded = !matches!(quantity.bound, Bound::Range | Bound::Vague);
        // A collective is approximate unless a bound says otherwise.
        let keeps = quantity.bound == Bound::Approx && limits.bound == Bound::Exact;
        if bounded {
            (start, end) = (limits.start, limits.end);
            quantity.strength = limits.strength;
            if !keeps {
                quantity.bound = limits.bound;
                quantity.interval =
                    quantity.value().map_or(quantity.interval, |value| Interval::of(limits.bound, value));
            }
        }
    }
    let span = |from: usize, to: usize| cx.span(from, to);
    Figure {
        span: span(start, end),
        core: span(reading.start, reading.end),
        tokens: (start as u32, end as u32),
        core_tokens: (reading.start as u32, reading.end as u32),
        class: reading.class,
        quantity,
        noun: reading.noun.map(|noun| noun as u32),
        scale: reading.scale,
        shared: reading.shared,
        inherited: false,
        rule,
    }
}
