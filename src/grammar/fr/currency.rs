//! Which currency a shared name means: « francs » of a Swiss paper, « $ » where the text tells US dollars apart.

use super::super::context::Context;
use super::super::figure::Figure;
use crate::lexicon::{Region, words as w};
use crate::quantity::{Amount, Currency, Quantity, Unit};

/// Tokens within which a region is beside a figure.
const NEAR: usize = 20;

/// Times that a region is named where its currency is meant by a bare name: « 500 000 $ » in a paper of Montréal.
const HOME: usize = 3;

/// The same where the land of the default currency is not named.
const ALONE: usize = 2;

/// The last year of the francs of France.
const LAST_FRANCS: u16 = 2001;

/// From which sum on an equal one in US dollars is hardly equal by chance.
const LARGE: u32 = 1_000_000;

/// Gives figures in a shared currency name the currency of the region that the text tells of.
pub(super) fn resolve(cx: &Context<'_>, figures: &mut [Figure]) {
    if !figures.iter().any(|figure| figure.shared) {
        return;
    }
    let places: Vec<(Region, usize)> =
        (0..cx.tokens.len()).filter_map(|at| Some((*cx.lexicon.region(cx.tokens, at)?, at))).collect();
    let mut regions = counted(&places);
    let sums: Vec<Quantity> =
        figures.iter().filter(|figure| !figure.shared).filter_map(|figure| figure.quantity).collect();
    let marks = |unit: Unit| sums.iter().any(|sum| sum.unit == unit);
    let named: Vec<Unit> = regions.iter().map(|(region, _)| region.currency).collect();
    regions.retain(|(region, count)| {
        let home = if named.contains(&region.default) { HOME } else { ALONE };
        !region.marked || marks(region.default) || *count >= home
    });
    let swiss = Currency::new("CHF")
        .map(Unit::Currency)
        .filter(|_| groups_with_apostrophes(cx) || is_recent(figures) || are_made_of_euros(cx, figures));
    for figure in figures.iter_mut().filter(|figure| figure.shared) {
        let unit = unit_of(figure);
        if figure.quantity.is_some_and(|own| is_told_again(&own, &sums)) {
            continue;
        }
        // Where the text tells currencies apart, a bare name is of a region only beside its name.
        let beside = |region: &Region| {
            !region.marked
                || !marks(region.default)
                || places
                    .iter()
                    .any(|(r, at)| r == region && at.abs_diff(figure.core_tokens.0 as usize) <= NEAR)
        };
        // One named beside it where the text tells dollars apart, else the one named most, the first in the data among equals.
        let told = |region: &Region| region.marked && marks(region.default);
        // « francs CFA » are of the West or of the middle of Africa: at par, and the place says which.
        let means =
            |region: &Region| unit.is_some_and(|u| region.default == u || region.currency.common() == u);
        let region = regions
            .iter()
            .rev()
            .filter(|(region, _)| means(region) && beside(region))
            .max_by_key(|(region, count)| (told(region), !region.weak, *count));
        if let (Some((region, _)), Some(quantity)) = (region, figure.quantity.as_mut()) {
            quantity.unit = region.currency;
        } else if let (Some(swiss), Some(quantity)) = (swiss, figure.quantity.as_mut())
            && Some(quantity.unit) == french_franc()
        {
            quantity.unit = swiss;
        }
    }
}

/// The regions of some places, each with how often it is named.
fn counted(places: &[(Region, usize)]) -> Vec<(Region, usize)> {
    let mut regions: Vec<(Region, usize)> = Vec::new();
    for (region, _) in places {
        match regions.iter_mut().find(|(known, _)| known == region) {
            Some((_, count)) => *count += 1,
            None => regions.push((*region, 1)),
        }
    }
    regions
}

/// « 500 milliards $ », which are « 500 milliards de dollars américains » below.
fn is_told_again(own: &Quantity, sums: &[Quantity]) -> bool {
    own.value().is_some_and(|value| value >= Amount::from(LARGE))
        && sums.iter().any(|sum| sum.unit == own.unit && sum.value() == own.value())
}

/// Whether years are told and all of them are after the francs of France.
fn is_recent(figures: &[Figure]) -> bool {
    // A single note may be an old one.
    let francs = figures.iter().filter(|figure| figure.shared && unit_of(figure) == french_franc()).count();
    if francs < 2 {
        return false;
    }
    let mut years = figures.iter().filter_map(|figure| figure.quantity?.date?.year).peekable();
    years.peek().is_some() && years.all(|year| year > LAST_FRANCS)
}

/// « 23 millions d'euros (environ 31,5 millions de francs) »: whether francs stand in brackets behind euros, and no year of the francs of
/// France is told.
fn are_made_of_euros(cx: &Context<'_>, figures: &[Figure]) -> bool {
    let euro = Currency::new("EUR").map(Unit::Currency);
    let franc = |figure: &Figure| figure.shared && unit_of(figure) == french_franc();
    let made = figures.windows(2).any(|pair| {
        let open = pair[0].tokens.1 as usize;
        let bracket = cx.is(open, w::OPEN) && pair[1].tokens.0 as usize == open + 1;
        // Francs of France are more than six to the euro.
        let value = |figure: &Figure| figure.quantity.and_then(|q| q.value());
        let swiss = value(&pair[0])
            .zip(value(&pair[1]))
            .is_some_and(|(euros, francs)| euros.checked_mul(Amount::TWO).is_some_and(|most| francs < most));
        unit_of(&pair[0]) == euro && franc(&pair[1]) && bracket && swiss
    });
    let old =
        |figure: &Figure| figure.quantity.and_then(|q| q.date?.year).is_some_and(|year| year <= LAST_FRANCS);
    made && !figures.iter().any(old)
}

/// « 100'000 »: only Swiss papers group so.
fn groups_with_apostrophes(cx: &Context<'_>) -> bool {
    (2..cx.tokens.len()).any(|at| {
        cx.digit_count(at) == 3
            && cx.glued(at)
            && cx.is(at - 1, w::APOSTROPHE)
            && cx.glued(at - 1)
            && cx.is_number(at - 2)
    })
}

fn french_franc() -> Option<Unit> {
    Currency::new("FRF").map(Unit::Currency)
}

fn unit_of(figure: &Figure) -> Option<Unit> {
    figure.quantity.map(|quantity| quantity.unit)
}
