//! Which currency « milliards » of nothing have: what the other sums of the text say.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::super::super::context::Context;
use super::super::super::figure::Figure;
use super::{is_scaled, same_sentence};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Currency, Unit};

/// Most tokens between a sum and its conversion.
const CONVERSION: u32 = 10;

/// Most tokens back to a sum whose currency still holds.
const RECENT: u32 = 80;

/// The currencies of a text's sums, gathered once: a text may have thousands of sums without one.
pub(super) struct Currencies {
    /// The currency of a number of billions, as first written: power and value.
    twins: FxHashMap<(u32, Amount), Unit>,
    /// How many sums of each currency, by their power and of all.
    of_power: BTreeMap<u32, Tally>,
    of_all: Tally,
    /// Whether there is any sum at all, conversions included.
    any: bool,
}

/// Currencies in the order in which they appear, with how many sums each has.
type Tally = Vec<(Unit, usize)>;

impl Currencies {
    pub(super) fn of(cx: &Context<'_>, figures: &[Figure]) -> Self {
        let mut all =
            Self { twins: FxHashMap::default(), of_power: BTreeMap::new(), of_all: Tally::new(), any: false };
        for (i, figure) in figures.iter().enumerate().filter(|(_, figure)| !figure.inherited) {
            let Some(unit) = currency(figure) else { continue };
            all.any = true;
            let power = figure.scale.power;
            if let Some(value) = figure.quantity.and_then(|q| q.value()).filter(|_| power >= 9) {
                all.twins.entry((power, value)).or_insert(unit);
            }
            if is_own(cx, figures, i) {
                count(all.of_power.entry(power).or_default(), unit);
                count(&mut all.of_all, unit);
            }
        }
        all
    }

    /// « pour aller à 500 »: the currency and the power of an amount of the text with the same digits.
    pub(super) fn repeated(&self, value: Amount) -> Option<(Unit, u32)> {
        [9, 12, 6].into_iter().find_map(|power| {
            let whole = value.checked_mul(Amount::from_i128_with_scale(10_i128.pow(power), 0))?;
            Some((*self.twins.get(&(power, whole))?, power))
        })
    }

    /// The currency that millions of nothing have: that of a sum of their magnitude shortly before, else the one that most sums
    /// have, the first among equals. The same number with a currency elsewhere goes before all. Where there is none but in
    /// conversions, « milliards » that are converted are dollars.
    pub(super) fn main(&self, cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<Unit> {
        let power = figures[i].scale.power;
        let twin = || self.twins.get(&(power, figures[i].quantity?.value()?)).copied();
        let recent = |j: &usize| figures[i].tokens.0.saturating_sub(figures[*j].tokens.1) <= RECENT;
        let alike = |j: &usize| {
            let figure = &figures[*j];
            figure.scale.power == power
                && !figure.inherited
                && currency(figure).is_some()
                && is_own(cx, figures, *j)
        };
        let near = || (0..i).rev().take_while(recent).find(alike).and_then(|j| currency(&figures[j]));
        let converted = || self.any.then(dollar).flatten();
        twin()
            .or_else(near)
            .or_else(|| self.of_power.get(&power).and_then(most))
            .or_else(|| most(&self.of_all))
            .or_else(converted)
    }
}

/// Whether a sum says something of the others: of one with its conversion the dollars do, and where neither is in dollars the one
/// that is converted.
fn is_own(cx: &Context<'_>, figures: &[Figure], i: usize) -> bool {
    let dollars = |i: usize| currency(&figures[i]) == dollar();
    let converted = i + 1 < figures.len() && is_conversion(cx, figures, i + 1);
    let source = !is_conversion(cx, figures, i) && (!converted || !dollars(i + 1));
    dollars(i) || source
}

fn count(tally: &mut Tally, unit: Unit) {
    match tally.iter_mut().find(|(known, _)| *known == unit) {
        Some((_, count)) => *count += 1,
        None => tally.push((unit, 1)),
    }
}

fn most(tally: &Tally) -> Option<Unit> {
    tally.iter().rev().max_by_key(|(_, count)| *count).map(|(unit, _)| *unit)
}

fn dollar() -> Option<Unit> {
    Currency::new("USD").map(Unit::Currency)
}

pub(super) fn currency(figure: &Figure) -> Option<Unit> {
    figure.quantity.map(|q| q.unit).filter(|unit| matches!(unit, Unit::Currency(_)))
}

/// « versent chacune 15 millions, soit un total de 45 millions d'euros », « soit 45 millions d'euros au total »: no conversion.
fn is_total(cx: &Context<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let around = (start..figure.core_tokens.0 as usize).chain(end..end + 2);
    around.into_iter().any(|at| cx.is(at, w::TOTAL))
}

/// « (soit 480 milliards d'euros) »: says the figure before in another currency, and sets none for the text.
pub(super) fn is_conversion(cx: &Context<'_>, figures: &[Figure], i: usize) -> bool {
    let b = &figures[i];
    let bracketed =
        (b.tokens.0.saturating_sub(2)..b.tokens.0).any(|at| cx.is_any(at as usize, &[w::OPEN, w::SOIT]));
    // « 500 milliards de dollars, autrement dit 480 milliards d'euros, ou près de 19 000 milliards de couronnes »
    let before = cx.before(b.tokens.0 as usize);
    let said = cx.slice(before) == "dit" || cx.is(before, w::OU) && cx.is(cx.before(before), w::COMMA);
    if !(bracketed || said) || currency(b).is_none() || is_total(cx, b) {
        return false;
    }
    // « 500 milliards de dollars en quatre ans (300.000 milliards de FCFA) »
    let previous = figures[..i].iter().rev().take(3).find(|a| currency(a).is_some() || is_scaled(a));
    previous.is_some_and(|a| {
        b.tokens.0.saturating_sub(a.tokens.1) <= CONVERSION
            && currency(a) != currency(b)
            && same_sentence(cx, a, b)
    })
}
