//! Units and magnitudes that a figure shares with its neighbours: « 100 milliards de dollars, puis un total de 500 »,
//! « contre 350 l'an dernier », « 8, 13 et 15 dm », « les 400 restants », « la CGT en a compté 80 000 ».

use super::super::context::Context;
use super::super::figure::{Class, Figure, Scale};
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::{Amount, Bound, Currency, Kind, Quantity, Unit};
use crate::text::{Flags, TokenKind, WordId};

/// Most tokens between two figures of a sentence that share a unit.
const REACH: u32 = 30;

/// Most tokens between a figure and the one that « en » or « les … restants » points back to.
const FAR: u32 = 70;

/// Gives figures without a unit the one that their sentence, or the text, says they have.
pub(super) fn resolve(cx: &Context<'_>, figures: &mut [Figure]) {
    // Backwards first: the last of a list names the unit of all (« 8, 13 et 15 dm », « de 100 à 500 milliards »).
    for i in (0..figures.len().saturating_sub(1)).rev() {
        if is_bare(&figures[i]) && from_next(cx, &figures[i], &figures[i + 1]) {
            figures[i] = inherit(&figures[i], &figures[i + 1]);
        }
    }
    for i in 0..figures.len() {
        if is_scaled(&figures[i]) || is_bare(&figures[i]) {
            complete(cx, figures, i);
        }
    }
}

/// Most tokens between a sum and its conversion.
const CONVERSION: u32 = 10;

/// Most tokens back to a sum whose currency still holds.
const RECENT: u32 = 80;

/// The currency that millions of nothing have: that of a sum of their magnitude shortly before, else the one that most sums
/// have, the first among equals. The same number with a currency elsewhere goes before all. Of a sum with its conversion only
/// dollars say something of the others; where there is no other, « milliards » that are converted are dollars.
fn main_currency(cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<Unit> {
    let sum = |j: &usize| *j != i && !figures[*j].inherited && currency(&figures[*j]).is_some();
    let pair = |j: usize| {
        is_conversion(cx, figures, j) || j + 1 < figures.len() && is_conversion(cx, figures, j + 1)
    };
    let own = |j: &usize| sum(j) && (!pair(*j) || currency(&figures[*j]) == dollar());
    let written = |j: usize| (figures[j].scale.power, figures[j].quantity.and_then(|q| q.value()));
    let twin = |j: &usize| sum(j) && figures[*j].scale.power >= 9 && written(*j) == written(i);
    if let Some(twin) = (0..figures.len()).find(twin) {
        return currency(&figures[twin]);
    }
    let alike = |j: &usize| own(j) && figures[*j].scale.power == figures[i].scale.power;
    let recent = |j: &usize| figures[i].tokens.0.saturating_sub(figures[*j].tokens.1) <= RECENT;
    let near = (0..i).rev().take_while(recent).find(alike).and_then(|j| currency(&figures[j]));
    let most = |wanted: &dyn Fn(&usize) -> bool| {
        let mut counts: Vec<(Unit, usize)> = Vec::new();
        for unit in (0..figures.len()).filter(|j| wanted(j)).filter_map(|j| currency(&figures[j])) {
            match counts.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, count)) => *count += 1,
                None => counts.push((unit, 1)),
            }
        }
        counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(unit, _)| unit)
    };
    let converted = || (0..figures.len()).any(|j| sum(&j)).then(dollar).flatten();
    near.or_else(|| most(&alike)).or_else(|| most(&own)).or_else(converted)
}

fn dollar() -> Option<Unit> {
    Currency::new("USD").map(Unit::Currency)
}

/// Completes a figure from its neighbours; millions of nothing are money of the text's currency.
fn complete(cx: &Context<'_>, figures: &mut [Figure], i: usize) {
    let link = link(cx, &figures[i]);
    if let Some(source) = source(cx, figures, i, link) {
        figures[i] = inherit(&figures[i], &source);
    } else if let Some(noun) =
        noun_before_colon(cx, &figures[i]).or_else(|| noun_asked_for(cx, &figures[i], link))
    {
        as_count(&mut figures[i], Some(noun));
    } else if is_scaled(&figures[i]) {
        let unit = main_currency(cx, figures, i);
        money(&mut figures[i], unit);
    } else if counts(cx, &figures[i], link) {
        as_count(&mut figures[i], None);
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

/// « (soit 480 milliards d'euros) »: says the figure before in another currency, and sets none for the text.
fn is_conversion(cx: &Context<'_>, figures: &[Figure], i: usize) -> bool {
    let b = &figures[i];
    let bracketed =
        (b.tokens.0.saturating_sub(2)..b.tokens.0).any(|at| cx.is_any(at as usize, &[w::OPEN, w::SOIT]));
    if !bracketed || currency(b).is_none() {
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

/// What ties a bare figure to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// « contre 350 », « après 12 », « dont 300 », « et non 15 »
    Comparison,
    /// « la CGT en a compté 80 000 »
    Partitive,
    /// « les 400 restants », « un total de 500 »
    Whole,
    /// « 12 000 selon les organisateurs », « et 30 en 2026 »
    Parallel,
    /// Nothing but the sentence.
    None,
}

fn link(cx: &Context<'_>, figure: &Figure) -> Link {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let before = cx.before(start);
    let word = cx.lexicon.vocabulary().text(cx.word(before));
    let of = word == "de" && matches!(cx.slice(cx.before(before)), "lieu" | "partir");
    if matches!(word, "contre" | "apres" | "dont" | "puis" | "soit" | "lieu" | "voire" | "non") || of {
        return Link::Comparison;
    }
    if remains(cx, end) || is_left(cx, start, end) || is_total(cx, figure.core_tokens.0 as usize) {
        return Link::Whole;
    }
    if has_partitive(cx, start) || cx.is(end, w::D) && cx.is(end + 1, w::ENTRE) {
        return Link::Partitive;
    }
    let parallel = cx.is_any(end, &[w::SELON, w::D, w::EN, w::POUR, w::A, w::DANS, w::PAR])
        && (!cx.is(end, w::D) || matches!(cx.slice(end + 1), "après"));
    if parallel { Link::Parallel } else { Link::None }
}

/// « les 400 restants », « 400 autres »
fn remains(cx: &Context<'_>, end: usize) -> bool {
    matches!(
        cx.slice(end),
        "restants"
            | "restantes"
            | "restant"
            | "autres"
            | "supplémentaires"
            | "additionnels"
            | "manquants"
            | "promis"
            | "annoncés"
            | "prévus"
    )
}

/// « les 55 qui manquent », « les 400 qui suivront »
fn is_left(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let follows = ["manqu", "rest", "suiv", "viendr"].iter().any(|stem| cx.slice(end + 1).starts_with(stem));
    cx.is_any(cx.before(start), &[w::LES, w::CES, w::DES]) && cx.is(end, w::QUI) && follows
}

/// « un total de 500 »
fn is_total(cx: &Context<'_>, start: usize) -> bool {
    let before = cx.before(start);
    cx.is(before, w::DE) && cx.is(cx.before(before), w::TOTAL)
}

/// « en » and its verb before the figure: « en dénombre 400 », « d'en ajouter 400 », « n'en compte que huit », « il y en aura
/// vingt ».
fn has_partitive(cx: &Context<'_>, start: usize) -> bool {
    partitive_verb(cx, start).is_some()
}

/// The token after the « en » of a figure.
fn partitive_verb(cx: &Context<'_>, start: usize) -> Option<usize> {
    let en = (start.saturating_sub(7)..start).filter(|at| cx.is(*at, w::EN)).find(|at| {
        let at = *at;
        let slice = cx.slice(at + 1);
        let verb = cx.kind(at + 1) == Some(TokenKind::Word)
            && (cx.entry(at + 1).verb.is_some()
                || ["ons", "ent", "ait", "aient", "oit", "ra", "ront"]
                    .iter()
                    .any(|ending| slice.ends_with(ending))
                    && !slice.ends_with("ment"));
        let near = (at + 2..start).all(|i| {
            cx.kind(i) == Some(TokenKind::Word) || cx.is_any(i, &[w::COMMA, w::LEFT_QUOTE, w::QUOTE])
        });
        verb && near
    });
    // « imaginez-en dix »
    let behind = || {
        start
            .checked_sub(1)
            .filter(|at| *at > 1 && cx.is(*at, w::EN) && cx.is(at - 1, WordId::HYPHEN))
            .map(|at| at - 2)
    };
    en.map(|at| at + 1).or_else(behind)
}

/// The figure whose unit, and for small numbers magnitude, a figure shares.
fn source(cx: &Context<'_>, figures: &[Figure], i: usize, link: Link) -> Option<Figure> {
    let search = Search { cx, figures, i, own: figures[i].quantity? };
    match link {
        Link::Comparison => search.near().find(|other| search.fits(other, true)),
        Link::Partitive => search.partitive(),
        Link::Whole => search.whole(),
        Link::Parallel => search.parallel(),
        Link::None => search.unlinked(),
    }
    .copied()
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
                start.saturating_sub(other.tokens.1) <= FAR && !is_conversion(cx, figures, *n)
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
            roles.has(Roles::AUXILIARY) || roles.has(Roles::COUNT) && !roles.has(Roles::PLAN)
        });
        let sum = |other: &&Figure| {
            is_kind(other, &[Kind::Money, Kind::Count])
                && (currency(other).is_none() || other.scale.power >= 6)
        };
        let told = |other: &&Figure| is_bare(other) || other.class == Class::Quantity;
        let paid = self.before().find(told).filter(|other| !counting && sum(other) && self.fits(other, true));
        let counted = || self.before().find(|other| is_kind(other, &[Kind::Count]) && self.fits(other, true));
        measured.or(paid).or_else(counted)
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
        let last = self.before().next().filter(|other| same_sentence(self.cx, other, self.figure()));
        last.filter(|other| in_parallel(self.cx, other, self.figure()))
    }
}

/// Words between two figures that share a unit by their place alone.
const PARALLEL: usize = 9;

/// « 30 € en semaine, 45 le week-end », « 2 GW au nord et 5 au sud »: joined, with no verb between, and nothing behind the
/// second that it could count.
fn in_parallel(cx: &Context<'_>, other: &Figure, figure: &Figure) -> bool {
    let gap = other.tokens.1 as usize..figure.tokens.0 as usize;
    let joined = gap
        .clone()
        .any(|at| cx.is_any(at, &[w::COMMA, w::ET, w::PUIS, w::CONTRE, w::MAIS, w::SEMICOLON, w::COLON]));
    let verb = gap.clone().any(|at| {
        let entry = cx.entry(at);
        entry.verb.is_some_and(|verb| verb.tenses.has(Tenses::FINITE)) && !entry.is(Classes::FUNCTION)
    });
    let end = figure.tokens.1 as usize;
    let closed = cx.ends_phrase(end) || cx.has(end, Classes::FUNCTION.with(Classes::ADVERB));
    let alike = figure.quantity.is_some_and(|own| compatible(&own, other, figure.scale, true));
    is_bare(figure) && joined && !verb && gap.len() <= PARALLEL && closed && alike
}

/// What « en » can stand for: « un réacteur en fait 1,3 ».
const MEASURED: [Kind; 7] =
    [Kind::Money, Kind::Power, Kind::Energy, Kind::Area, Kind::Mass, Kind::Volume, Kind::Data];

fn is_kind(figure: &Figure, kinds: &[Kind]) -> bool {
    figure.class == Class::Quantity
        && figure.quantity.is_some_and(|q| kinds.contains(&q.kind) && q.unit != Unit::None)
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
            scaled <= known.saturating_mul(ratio) && known <= scaled.saturating_mul(ratio)
        }
        // « 1,2 million contre 800 000 »
        Kind::Money => {
            let near =
                || value >= known / Amount::from(50) && value <= known.saturating_mul(Amount::from(50));
            let thousands = other.scale.power == 9 && value < Amount::from(10_000);
            scale.power > 0 || small || other.scale.power == 0 || compared && (thousands || near())
        }
        Kind::Power | Kind::Energy | Kind::Length | Kind::Area | Kind::Mass | Kind::Volume | Kind::Data => {
            compared && small
        }
        _ => false,
    }
}

/// « de 100 à 500 milliards », « 8, 13 et 15 dm »: only a joint stands between.
fn from_next(cx: &Context<'_>, figure: &Figure, next: &Figure) -> bool {
    let (end, start) = (figure.tokens.1 as usize, next.tokens.0 as usize);
    if !(next.class == Class::Quantity && next.quantity.is_some_and(|q| q.unit != Unit::None)) || start < end
    {
        return false;
    }
    let joined = match start - end {
        1 => cx.is_any(end, &[w::A, w::ET, w::OU, w::COMMA, w::SLASH, w::PUIS, w::DES]),
        2 => cx.is(end, w::COMMA) && cx.is_any(end + 1, &[w::ET, w::OU, w::PUIS]),
        3 => cx.is(end, w::AU) && cx.slice(end + 1) == "lieu",
        _ => false,
    };
    joined && !cx.flag(start, Flags::LINE)
}

/// « Les emplois, enfin : 100 000 », « en GPU : « plus de cinq millions » »: the plural noun before a colon.
fn noun_before_colon(cx: &Context<'_>, figure: &Figure) -> Option<u32> {
    let mut at = cx.before(figure.tokens.0 as usize);
    while cx.is_any(at, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]) {
        at = cx.before(at);
    }
    if !cx.is(at, w::COLON) {
        return None;
    }
    plural_before(cx, at)
}

/// « Combien d'emplois ? Donald Trump en promet 100 000. »: the noun of the question that a figure answers.
fn noun_asked_for(cx: &Context<'_>, figure: &Figure, link: Link) -> Option<u32> {
    /// Most tokens from a question to its answer.
    const ANSWER: usize = 24;
    let start = figure.tokens.0 as usize;
    let large = figure.quantity.and_then(|q| q.value()).is_some_and(|value| value >= Amount::ONE_THOUSAND);
    if !is_bare(figure) || !(large || link == Link::Partitive) || !cx.ends_phrase(figure.tokens.1 as usize) {
        return None;
    }
    let question = (start.saturating_sub(ANSWER)..start).rev().find(|at| cx.is(*at, w::QUESTION))?;
    plural_before(cx, question)
}

/// The plural noun with its article shortly before a mark.
fn plural_before(cx: &Context<'_>, at: usize) -> Option<u32> {
    let from = at.saturating_sub(7);
    (from..at).rev().take_while(|i| !cx.is_any(*i, &[w::DOT, w::SEMICOLON])).find_map(|i| {
        let determined = cx.is_any(cx.before(i), &[w::LES, w::DES, w::CES, w::SES, w::D, w::DE, w::EN]);
        let noun = super::count::noun(cx, i, true).filter(|(noun, _)| *noun == i);
        // « des fonds versés en deux temps : 10 milliards » is money.
        let thing =
            !cx.has(i, Classes::MONEY_NOUN) && !cx.get(i).is_some_and(crate::text::Token::is_capitalised);
        noun.filter(|_| determined && thing && cx.entry(i).verb.is_none()).map(|(noun, _)| noun as u32)
    })
}

/// Whether a bare number counts people or things that the sentence does not name again: « ils étaient 5 000 », « on est
/// 1 500 », thousands of anything that the text has spoken of.
fn counts(cx: &Context<'_>, figure: &Figure, link: Link) -> bool {
    let Some(value) = figure.quantity.and_then(|q| q.value()) else { return false };
    let start = figure.tokens.0 as usize;
    let subject = (start.saturating_sub(4)..start).any(|at| {
        cx.is_any(at, &[w::ILS, w::ELLES, w::NOUS, w::ON])
            && cx.entry(at + 1).verb.is_some_and(|verb| verb.roles.has(Roles::AUXILIARY))
    });
    let large = value >= Amount::ONE_THOUSAND && figure.quantity.is_none_or(|q| q.step >= Amount::ONE);
    value >= Amount::TWO
        && (subject || link == Link::Partitive || large || cx.is(figure.tokens.1 as usize, w::SELON))
}

/// Whether no full stop and no line break stands between two figures that are near each other.
fn same_sentence(cx: &Context<'_>, a: &Figure, b: &Figure) -> bool {
    let (from, to) = (a.tokens.1 as usize, b.tokens.0 as usize);
    if to < from || to - from > REACH as usize {
        return false;
    }
    (from..to).all(|at| {
        let stops = cx.is_any(at, &[w::DOT, w::QUESTION, w::EXCLAMATION, w::ELLIPSIS])
            && cx.flag(at + 1, Flags::SPACE);
        !stops && !cx.flag(at, Flags::LINE)
    }) && !cx.flag(to, Flags::LINE)
}

/// The figure with the unit of another, and its magnitude where only that makes sense.
fn inherit(figure: &Figure, source: &Figure) -> Figure {
    let (Some(own), Some(lent)) = (figure.quantity, source.quantity) else { return *figure };
    let small = own.value().is_some_and(|value| value.abs() < Amount::ONE_THOUSAND);
    // « 330 milliards, contre 4 500 »
    let thousands = lent.kind == Kind::Money
        && source.scale.power == 9
        && own.value().is_some_and(|value| value < Amount::from(10_000));
    let power = if figure.class == Class::Number && (small || thousands) { source.scale.power } else { 0 };
    let factor = Amount::from_i128_with_scale(10_i128.pow(power), 0).checked_mul(source.scale.factor);
    let (Some(factor), true) = (factor, own.bound != Bound::Vague) else { return *figure };
    let (Some(interval), Some(step)) = (own.interval.scaled(factor), own.step.checked_mul(factor)) else {
        return *figure;
    };
    let interval = if factor.scale() > 20 { interval.rounded(10) } else { interval };
    let quantity = Quantity { kind: lent.kind, unit: lent.unit, interval, step, ..own };
    let scale = Scale { power: figure.scale.power.max(power), factor: source.scale.factor };
    Figure {
        class: Class::Quantity,
        quantity: Some(quantity),
        noun: source.noun,
        scale,
        inherited: true,
        ..*figure
    }
}

fn money(figure: &mut Figure, currency: Option<Unit>) {
    if let (Some(quantity), Some(unit)) = (figure.quantity.as_mut(), currency) {
        quantity.kind = Kind::Money;
        quantity.unit = unit;
        figure.inherited = true;
    }
}

fn as_count(figure: &mut Figure, noun: Option<u32>) {
    if let Some(quantity) = figure.quantity.as_mut() {
        quantity.kind = Kind::Count;
        quantity.unit = Unit::Noun;
        figure.noun = noun;
        figure.class = Class::Quantity;
    }
}
