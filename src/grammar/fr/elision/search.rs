//! The figure whose unit, and for small numbers magnitude, a bare figure shares.

use std::ops::Range;

use super::super::super::context::Context;
use super::super::super::figure::{Class, Figure, Scale};
use super::link::{Link, partitive_verb};
use super::money::{currency, is_conversion};
use super::{is_bare, is_scaled, same_sentence};
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::{Amount, Bound, Kind, Quantity, Unit};
use crate::text::TokenKind;

/// Most tokens between a figure and the one that « en » or « les … restants » points back to.
const FAR: u32 = 70;

/// The figure whose unit, and for small numbers magnitude, a figure shares.
pub(super) fn source(cx: &Context<'_>, figures: &[Figure], i: usize, link: Link) -> Option<Figure> {
    let search = Search { cx, figures, i, own: figures[i].quantity? };
    match link {
        // « 412.000 manifestants dans 244 rassemblements, dont 38.000 à Paris »: of something larger.
        Link::Comparison => search
            .near()
            .find(|other| search.fits(other, true) && (!is_part(cx, figures, i) || search.holds(other))),
        Link::Partitive => search.partitive(),
        Link::Whole => search.whole(),
        Link::Parallel => search.parallel(),
        Link::Told => search.told().or_else(|| search.unlinked()),
        Link::Subject => search.unlinked().or_else(|| search.subject()),
        Link::None => search.unlinked(),
    }
    .copied()
}

/// « 498 euros les 1 000 litres »: what the price before it is for.
fn is_priced(cx: &Context<'_>, figures: &[Figure], n: usize) -> bool {
    let price =
        n.checked_sub(1).map(|before| &figures[before]).filter(|before| is_kind(before, &[Kind::Money]));
    price.is_some_and(|price| {
        let gap = price.tokens.1 as usize..figures[n].tokens.0 as usize;
        gap.len() <= 1 && gap.clone().all(|i| cx.is(i, w::LES))
    })
}

/// « dont 38.000 à Paris »
fn is_part(cx: &Context<'_>, figures: &[Figure], i: usize) -> bool {
    cx.is(cx.before(figures[i].tokens.0 as usize), w::DONT)
}

/// The search for what a figure leaves out, in the figures around it.
struct Search<'s> {
    cx: &'s Context<'s>,
    figures: &'s [Figure],
    i: usize,
    own: Quantity,
}

impl<'s> Search<'s> {
    fn figure(&self) -> &'s Figure {
        &self.figures[self.i]
    }

    /// Figures before it, the nearest first.
    fn before(&self) -> impl Iterator<Item = &'s Figure> {
        let (cx, figures, i) = (self.cx, self.figures, self.i);
        let start = self.figure().tokens.0;
        figures[..i]
            .iter()
            .enumerate()
            .rev()
            .take(6)
            .filter(move |(n, other)| {
                let far = start.saturating_sub(other.tokens.1) > FAR;
                !far && !is_conversion(cx, figures, *n) && !is_priced(cx, figures, *n)
            })
            .map(|(_, other)| other)
    }

    /// Those of its sentence.
    fn near(&self) -> impl Iterator<Item = &'s Figure> {
        let (cx, figure) = (self.cx, self.figure());
        self.before().filter(move |other| same_sentence(cx, other, figure))
    }

    fn fits(&self, other: &Figure, scaled: bool) -> bool {
        compatible(&self.own, other, self.figure().scale, scaled)
    }

    /// « d'en ajouter 400 » adds to the sum of its sentence; « Alphabet en prévoit 75 » to that of the one before; « nous en
    /// avons dix », « en recense dix » count things rather than money.
    fn partitive(&self) -> Option<&'s Figure> {
        let measured =
            self.near().find(|other| is_kind(other, &MEASURED)).filter(|other| self.fits(other, true));
        let verb = partitive_verb(self.cx, self.figure().tokens.0 as usize);
        let roles = verb.and_then(|at| self.cx.entry(at).verb).map(|verb| verb.roles);
        let counting = roles.is_some_and(|roles| {
            let offers = Roles::PLAN.with(Roles::INCISE);
            roles.has(Roles::AUXILIARY) || roles.has(Roles::COUNT) && !roles.has(offers)
        }) && !verb
            .is_some_and(|at| self.gives(at + 1) && !self.before().any(|f| is_kind(f, &[Kind::Count])));
        let sum = |other: &&Figure| {
            is_kind(other, &[Kind::Money, Kind::Count])
                && (currency(other).is_none() || other.scale.power >= 6 || self.is_near(other))
        };
        let told = |other: &&Figure| is_bare(other) || other.class == Class::Quantity;
        // « … un total de 520 mégawatts. C'est plus que la centrale, qui en produit 125 », « vous voulez 18 %, on en offre 12,7 »
        let last = self.before().find(told).filter(|other| {
            let here = [Kind::Percent, Kind::Area];
            let share = is_kind(other, &here) && same_sentence(self.cx, other, self.figure());
            let sized = [Kind::Power, Kind::Energy, Kind::Mass, Kind::Volume, Kind::Data];
            let sized = is_kind(other, &sized);
            // « imaginez-en dix »: what is told in words is counted.
            let digits = self.cx.kind(self.figure().core_tokens.0 as usize) == Some(TokenKind::Number);
            // « Il cultivait 14 hectares. Il en reste à peine trois. »
            let left =
                is_kind(other, &[Kind::Area]) && verb.is_some_and(|at| self.cx.slice(at).starts_with("rest"));
            (left || digits && (share || sized)) && self.is_near(other) && self.fits(other, true)
        });
        let paid = self.before().find(told).filter(|other| !counting && sum(other) && self.fits(other, true));
        let counted = || self.before().find(|other| is_kind(other, &[Kind::Count]) && self.fits(other, true));
        measured.or(last).or(paid).or_else(counted)
    }

    /// « il en avait promis 50 »: a participle of what is done with money rather than things.
    fn gives(&self, at: usize) -> bool {
        self.cx.entry(at).verb.is_some_and(|verb| {
            let plans = verb.roles.has(Roles::PLAN) && !verb.roles.has(Roles::COUNT);
            let money = self.cx.lexicon.entry(verb.lemma).is(Classes::OF_MONEY);
            verb.tenses.has(Tenses::PARTICIPLE) && (plans || money)
        })
    }

    /// The end of a figure, or of what it is a price for.
    fn priced_end(&self, other: &Figure) -> u32 {
        let n = self.figures[..self.i].iter().rposition(|figure| figure.core == other.core);
        let priced = n.map(|n| n + 1).filter(|n| *n < self.i && is_priced(self.cx, self.figures, *n));
        priced.map_or(other.tokens.1, |n| self.figures[n].tokens.1)
    }

    /// Whether another figure can have this one as its part.
    fn holds(&self, other: &Figure) -> bool {
        let known = other.quantity.and_then(|q| q.top().or(q.value()));
        // « 12 milliards, dont 3 », but « un million, dont 230 000 »
        let whole = |value: Amount| value >= Amount::ONE_THOUSAND || is_scaled(self.figure());
        let own = self.own.value();
        own.zip(known)
            .is_none_or(|(own, known)| if whole(own) { own <= known } else { own * scale_of(other) <= known })
    }

    /// Whether the number is of one order with that of another figure.
    fn is_near(&self, other: &Figure) -> bool {
        let known = other.quantity.and_then(|q| q.value()).map(|value| value / scale_of(other));
        let ten = Amount::TEN;
        self.own.value().zip(known).is_some_and(|(own, known)| {
            own <= known.saturating_mul(ten) && known <= own.saturating_mul(Amount::ONE_THOUSAND)
        })
    }

    fn whole(&self) -> Option<&'s Figure> {
        let measured = self.near().find(|other| is_kind(other, &MEASURED)).filter(|other| {
            is_kind(other, &[Kind::Power, Kind::Energy, Kind::Area]) && self.fits(other, true)
        });
        let told = |other: &&Figure| is_kind(other, &[Kind::Money, Kind::Count]) && self.fits(other, false);
        measured.or_else(|| self.before().find(told))
    }

    fn parallel(&self) -> Option<&'s Figure> {
        let word = |figure: &Figure| self.cx.word(figure.tokens.1 as usize);
        let same = |other: &&Figure| word(other) == word(self.figure()) || is_kind(other, &[Kind::Count]);
        self.near().filter(same).find(|other| self.fits(other, true)).or_else(|| self.beside())
    }

    /// What was told of before, in a number of the same order.
    fn told(&self) -> Option<&'s Figure> {
        let last = self.before().find(|other| other.class == Class::Quantity)?;
        let (own, known) = (self.own.value()?, last.quantity?.value()? / scale_of(last));
        let ten = Amount::TEN;
        let near = own <= known.saturating_mul(ten) && known <= own.saturating_mul(ten);
        let told = is_kind(last, &MEASURED) || is_kind(last, &[Kind::Count, Kind::Percent]);
        (near && told && self.fits(last, true)).then_some(last)
    }

    /// The count or sum told last, of which a number in the sentence behind is a part.
    fn subject(&self) -> Option<&'s Figure> {
        let told = |other: &&Figure| is_kind(other, &[Kind::Count, Kind::Money]) && self.holds(other);
        self.before().find(told).filter(|other| self.fits(other, true))
    }

    /// « 500 milliards » alone is money where its sentence has money; a count is of the same things.
    fn unlinked(&self) -> Option<&'s Figure> {
        let scaled = is_scaled(self.figure());
        let money = self.near().find(|other| scaled && is_kind(other, &[Kind::Money]));
        let behind = |other: &&Figure| {
            currency(other).is_some()
                && same_sentence(self.cx, self.figure(), other)
                && !is_conversion(self.cx, self.figures, self.i + 1)
        };
        let counted = |other: &&Figure| is_kind(other, &[Kind::Count]) && self.fits(other, false);
        money
            .or_else(|| self.figures[self.i + 1..].iter().take(3).filter(|_| scaled).find(behind))
            .or_else(|| self.near().find(counted))
            .or_else(|| self.beside())
    }

    /// The figure just before it, if the two stand in parallel.
    fn beside(&self) -> Option<&'s Figure> {
        // « 25 milliards la première année, peut-être 40 la suivante »: a rank says nothing.
        let told = |other: &&Figure| matches!(other.class, Class::Quantity | Class::Number);
        let last = self.before().find(told).filter(|other| same_sentence(self.cx, other, self.figure()));
        last.filter(|other| in_parallel(self.cx, other, self.priced_end(other), self.figure()))
    }
}

/// Words between two figures that share a unit by their place alone.
const PARALLEL: usize = 9;

/// « 30 € en semaine, 45 le week-end », « 2 GW au nord et 5 au sud »: joined, with no verb between, and nothing behind the
/// second that it could count.
fn in_parallel(cx: &Context<'_>, other: &Figure, between: u32, figure: &Figure) -> bool {
    let gap = between as usize..figure.tokens.0 as usize;
    // « de 1,2 million d'hectares à 1,05 million »
    let reached = gap.len() == 1 && cx.is(gap.start, w::A);
    let joined = gap
        .clone()
        .any(|at| cx.is_any(at, &[w::COMMA, w::ET, w::PUIS, w::CONTRE, w::MAIS, w::SEMICOLON, w::COLON]));
    // « le Département, qui n'y était pas tenu, 27 »
    let relative = relative_clause(cx, gap.clone());
    let aside = |at: usize| relative.as_ref().is_some_and(|clause| clause.contains(&at));
    let verb = gap.clone().filter(|at| !aside(*at)).any(|at| {
        let entry = cx.entry(at);
        // « peut-être 40 la suivante »
        let maybe = cx.is(at + 1, crate::text::WordId::HYPHEN);
        !maybe
            && entry.verb.is_some_and(|verb| verb.tenses.has(Tenses::FINITE))
            && !entry.is(Classes::FUNCTION)
    });
    // In a row of three the reader knows what is counted.
    let reach = if other.inherited { 2 * PARALLEL } else { PARALLEL };
    let end = figure.tokens.1 as usize;
    let closed = cx.ends_phrase(end) || cx.has(end, Classes::FUNCTION.with(Classes::ADVERB));
    let alike = figure.quantity.is_some_and(|own| compatible(&own, other, figure.scale, true));
    (is_bare(figure) && joined || is_scaled(figure) && reached)
        && !verb
        && gap.len() - relative.map_or(0, |clause| clause.len()) <= reach
        && closed
        && alike
}

/// A relative clause within some tokens, with the commas around it.
fn relative_clause(cx: &Context<'_>, gap: Range<usize>) -> Option<Range<usize>> {
    let opened = gap.clone().find(|at| cx.is(*at, w::COMMA) && cx.is_any(at + 1, &[w::QUI, w::DONT]))?;
    let closed = (opened + 1..gap.end).find(|at| cx.is(*at, w::COMMA))?;
    Some(opened..closed + 1)
}

/// What « en » can stand for: « un réacteur en fait 1,3 ».
const MEASURED: [Kind; 7] =
    [Kind::Money, Kind::Power, Kind::Energy, Kind::Area, Kind::Mass, Kind::Volume, Kind::Data];

fn is_kind(figure: &Figure, kinds: &[Kind]) -> bool {
    figure.class == Class::Quantity
        && figure.quantity.is_some_and(|q| kinds.contains(&q.kind) && q.unit != Unit::None)
}

/// What a figure's unit and magnitude make of a number as written.
fn scale_of(figure: &Figure) -> Amount {
    let power = Amount::from_i128_with_scale(10_i128.pow(figure.scale.power), 0);
    power.checked_mul(figure.scale.factor).filter(|scale| !scale.is_zero()).unwrap_or(Amount::ONE)
}

/// Whether a value can be of another figure's unit. What is compared is of one order of magnitude.
fn compatible(own: &Quantity, other: &Figure, scale: Scale, compared: bool) -> bool {
    let Some(lent) = other.quantity.filter(|_| other.class == Class::Quantity) else { return false };
    let (Some(value), Some(known)) = (own.value(), lent.value().or(Some(Amount::ONE_THOUSAND))) else {
        return false;
    };
    let small = value.abs() < Amount::ONE_THOUSAND && scale.power == 0;
    match lent.kind {
        Kind::Percent | Kind::Duration | Kind::Temperature | Kind::Speed => {
            small && compared && value <= Amount::from(200)
        }
        Kind::Count if lent.bound == Bound::Vague => true,
        Kind::Count => {
            let ratio = Amount::from(2_000);
            let scaled = if small && other.scale.power > 0 {
                value
                    .checked_mul(Amount::from_i128_with_scale(10_i128.pow(other.scale.power), 0))
                    .unwrap_or(value)
            } else {
                value
            };
            // « 500 millions d'utilisateurs, destine 18 milliards à … »: so many things are hardly counted.
            let many = scale.power > other.scale.power.max(6) && scaled > known.saturating_mul(Amount::TEN);
            !many && scaled <= known.saturating_mul(ratio) && known <= scaled.saturating_mul(ratio)
        }
        // « 1,2 million contre 800 000 »
        Kind::Money => {
            let near =
                || value >= known / Amount::from(50) && value <= known.saturating_mul(Amount::from(50));
            let thousands = other.scale.power == 9 && value < Amount::from(10_000);
            scale.power > 0 || small || other.scale.power == 0 || compared && (thousands || near())
        }
        Kind::Power | Kind::Energy | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume | Kind::Data => {
            // A number with a magnitude of its own has the unit alone.
            let unit = if scale.power > 0 { other.scale.factor } else { scale_of(other) };
            let written = if unit.is_zero() { known } else { known / unit };
            compared
                && (small
                    || value <= written.saturating_mul(Amount::from(50))
                        && written <= value.saturating_mul(Amount::from(50)))
        }
        _ => false,
    }
}
