//! Units and magnitudes that a figure shares with its neighbours: « 100 milliards de dollars, puis un total de 500 »,
//! « contre 350 l'an dernier », « 8, 13 et 15 dm », « les 400 restants ».

use super::super::context::Context;
use super::super::figure::{Class, Figure, Scale};
use crate::lexicon::{Roles, words as w};
use crate::quantity::{Amount, Bound, Kind, Quantity, Unit};
use crate::text::{Flags, TokenKind};

/// Most tokens between two figures that share a unit.
const REACH: u32 = 30;

/// Gives bare figures the unit that their sentence, or the text, says they have.
pub(super) fn resolve(cx: &Context<'_>, figures: &mut [Figure]) {
    let main_currency = figures.iter().find_map(currency);
    let mut last_currency = None;
    // Backwards first: the last of a list names the unit of all (« 8, 13 et 15 dm », « de 100 à 500 milliards »).
    for i in (0..figures.len().saturating_sub(1)).rev() {
        if is_bare(&figures[i]) && from_next(cx, &figures[i], &figures[i + 1]) {
            figures[i] = inherit(&figures[i], &figures[i + 1]);
        }
    }
    for i in 0..figures.len() {
        if is_scaled(&figures[i]) {
            let source = scaled_source(cx, figures, i);
            match source {
                Some(source) => figures[i] = inherit(&figures[i], &source),
                None => money(&mut figures[i], last_currency.or(main_currency)),
            }
        } else if is_bare(&figures[i]) {
            if let Some(source) = bare_source(cx, figures, i) {
                figures[i] = inherit(&figures[i], &source);
            } else if counts_people(cx, &figures[i]) {
                as_count(&mut figures[i]);
            }
        }
        last_currency = currency(&figures[i]).or(last_currency);
    }
}

fn currency(figure: &Figure) -> Option<Unit> {
    figure.quantity.map(|q| q.unit).filter(|unit| matches!(unit, Unit::Currency(_)))
}

/// A number of nothing.
fn is_bare(figure: &Figure) -> bool {
    figure.class == Class::Number && figure.quantity.is_some_and(|q| q.unit == Unit::None)
}

/// Millions or more of nothing.
fn is_scaled(figure: &Figure) -> bool {
    figure.class == Class::Quantity && figure.quantity.is_some_and(|q| q.unit == Unit::None)
}

/// A figure that can lend its unit.
fn lends(figure: &Figure) -> bool {
    figure.class == Class::Quantity
        && figure.quantity.is_some_and(|q| {
            matches!(q.kind, Kind::Money | Kind::Count | Kind::Percent | Kind::Power | Kind::Energy | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume | Kind::Data)
        })
}

/// « de 100 à 500 milliards », « 8, 13 et 15 dm »: only a joint stands between.
fn from_next(cx: &Context<'_>, figure: &Figure, next: &Figure) -> bool {
    let (end, start) = (figure.tokens.1 as usize, next.tokens.0 as usize);
    if !(next.class == Class::Quantity && next.quantity.is_some_and(|q| q.unit != Unit::None)) || start < end {
        return false;
    }
    let joined = match start - end {
        1 => cx.is_any(end, &[w::A, w::ET, w::OU, w::COMMA, w::SLASH]),
        2 => cx.is(end, w::COMMA) && cx.is_any(end + 1, &[w::ET, w::OU, w::PUIS]),
        _ => false,
    };
    // « le 5, 20 sites »: a list needs its comma glued and its values alike.
    joined && !cx.flag(start, Flags::LINE)
}

/// The figure whose unit « 500 milliards » shares: the one before it in the sentence, or after.
fn scaled_source(cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<Figure> {
    let shares = |other: &Figure| lends(other) && other.quantity.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Count));
    let before = figures[..i].iter().rev().take(4).find(|other| shares(other) && same_sentence(cx, other, &figures[i]));
    let after = || figures[i + 1..].iter().take(3).find(|other| currency(other).is_some() && same_sentence(cx, &figures[i], other));
    // A count lends its noun only to a comparison (« 800 millions d'utilisateurs, contre 400 millions »).
    match before {
        Some(other) if other.quantity.is_some_and(|q| q.kind == Kind::Money) || compares(cx, &figures[i]) => Some(*other),
        _ => after().copied(),
    }
}

/// The figure whose unit and magnitude a bare number shares.
fn bare_source(cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<Figure> {
    let figure = &figures[i];
    let before = figures[..i].iter().rev().take(4).find(|other| lends(other));
    let remainder = remains(cx, figure);
    let total = is_total(cx, figure);
    if remainder || total {
        // These point back over a sentence too.
        return before.filter(|other| figure.tokens.0 - other.tokens.1 <= 2 * REACH && other.quantity.is_some_and(|q| q.kind == Kind::Money || remainder)).copied();
    }
    let near = before.filter(|other| same_sentence(cx, other, figure))?;
    (compares(cx, figure) || continues(cx, near, figure)).then_some(*near)
}

/// « contre 350 », « après 12 », « au lieu de 10 », « dont 300 », « puis 40 », « soit 12 ».
fn compares(cx: &Context<'_>, figure: &Figure) -> bool {
    let before = cx.before(figure.tokens.0 as usize);
    let word = cx.lexicon.vocabulary().text(cx.word(before));
    matches!(word, "contre" | "apres" | "dont" | "puis" | "soit" | "lieu" | "voire")
        || word == "de" && matches!(cx.slice(cx.before(before)), "lieu" | "partir")
}

/// « 20 milliards en 2025 et 30 en 2026 », « 5 000 selon la police, 12 000 selon les organisateurs ».
fn continues(cx: &Context<'_>, near: &Figure, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let joined = cx.is_any(cx.before(start), &[w::ET, w::COMMA, w::OU, w::OPEN, w::MAIS]) || cx.is(cx.before(start), w::A);
    let parallel = |at: usize| cx.is_any(at, &[w::EN, w::SELON, w::POUR, w::A, w::DANS, w::PAR]);
    let after_near = near.tokens.1 as usize;
    joined && parallel(end) && (cx.word(end) == cx.word(after_near) || cx.is(end, w::SELON))
}

/// « les 400 restants », « 400 autres », « 400 supplémentaires ».
fn remains(cx: &Context<'_>, figure: &Figure) -> bool {
    let next = cx.slice(figure.tokens.1 as usize);
    matches!(next, "restants" | "restantes" | "restant" | "autres" | "supplémentaires" | "additionnels" | "manquants" | "promis" | "annoncés" | "prévus")
}

/// « un total de 500 », « un objectif de 500 »
fn is_total(cx: &Context<'_>, figure: &Figure) -> bool {
    let start = figure.core_tokens.0 as usize;
    let head = cx.before(cx.before(start));
    cx.is(cx.before(start), w::DE) && cx.is(head, w::TOTAL)
}

/// « ils étaient 5 000 », « 300 selon la police »: people or things that the sentence does not name again.
fn counts_people(cx: &Context<'_>, figure: &Figure) -> bool {
    let before = cx.before(figure.tokens.0 as usize);
    let verb = cx.entry(before).verb.is_some_and(|verb| verb.roles.has(Roles::AUXILIARY)) && cx.kind(before) == Some(TokenKind::Word);
    let subject = cx.is_any(cx.before(before), &[w::ILS, w::ELLES, w::NOUS]) || cx.lexicon.vocabulary().text(cx.word(before)) == "etre";
    let sourced = cx.is(figure.tokens.1 as usize, w::SELON);
    (verb && subject || sourced) && figure.quantity.and_then(|q| q.value()).is_some_and(|value| value >= Amount::TWO)
}

/// Whether no full stop and no line break stands between two figures that are near each other.
fn same_sentence(cx: &Context<'_>, a: &Figure, b: &Figure) -> bool {
    let (from, to) = (a.tokens.1 as usize, b.tokens.0 as usize);
    if to < from || to - from > REACH as usize {
        return false;
    }
    (from..to).all(|at| {
        let stops = cx.is_any(at, &[w::DOT, w::QUESTION, w::EXCLAMATION, w::ELLIPSIS]) && cx.flag(at + 1, Flags::SPACE);
        !stops && !cx.flag(at, Flags::LINE)
    }) && !cx.flag(to, Flags::LINE)
}

/// The figure with the unit of another, and its magnitude where only that makes sense.
fn inherit(figure: &Figure, source: &Figure) -> Figure {
    let (Some(own), Some(lent)) = (figure.quantity, source.quantity) else { return *figure };
    let small = own.value().is_some_and(|value| value < Amount::ONE_THOUSAND);
    let power = if figure.class == Class::Number && small { source.scale.power } else { 0 };
    let factor = Amount::from_i128_with_scale(10_i128.pow(power), 0).checked_mul(source.scale.factor);
    let (Some(factor), true) = (factor, own.bound != Bound::Vague) else { return *figure };
    let (Some(interval), Some(step)) = (own.interval.scaled(factor), own.step.checked_mul(factor)) else { return *figure };
    let quantity = Quantity { kind: lent.kind, unit: lent.unit, interval, step, ..own };
    let scale = Scale { power: figure.scale.power.max(power), factor: source.scale.factor };
    Figure { class: Class::Quantity, quantity: Some(quantity), noun: source.noun, scale, inherited: true, ..*figure }
}

fn money(figure: &mut Figure, currency: Option<Unit>) {
    if let (Some(quantity), Some(unit)) = (figure.quantity.as_mut(), currency) {
        quantity.kind = Kind::Money;
        quantity.unit = unit;
        figure.inherited = true;
    }
}

fn as_count(figure: &mut Figure) {
    if let Some(quantity) = figure.quantity.as_mut() {
        quantity.kind = Kind::Count;
        quantity.unit = Unit::Noun;
        figure.class = Class::Quantity;
    }
}
