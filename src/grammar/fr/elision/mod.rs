//! Units and magnitudes that a figure shares with its neighbours: « 100 milliards de dollars, puis un total de 500 »,
//! « contre 350 l'an dernier », « 8, 13 et 15 dm », « les 400 restants », « la CGT en a compté 80 000 ».

mod link;
mod money;
mod search;

use super::super::context::Context;
use super::super::figure::{Class, Figure, Scale};
use crate::lexicon::{Classes, Roles, words as w};
use crate::quantity::{Amount, Bound, Kind, PartialDate, Quantity, Unit};
use crate::text::{Flags, TokenKind, WordId};
use link::{Link, link};
use money::Currencies;

/// Most tokens between two figures of a sentence that share a unit.
const REACH: u32 = 30;

/// Gives figures without a unit the one that their sentence, or the text, says they have.
pub(super) fn resolve(cx: &Context<'_>, figures: &mut [Figure]) {
    // Backwards first: the last of a list names the unit of all (« 8, 13 et 15 dm », « de 100 à 500 milliards »).
    for i in (0..figures.len().saturating_sub(1)).rev() {
        if is_bare(&figures[i])
            && !is_across(cx, &figures[..=i])
            && from_next(cx, &figures[i], &figures[i + 1])
        {
            figures[i] = inherit(&figures[i], &figures[i + 1]);
        }
    }
    let mut currencies = None;
    for i in 0..figures.len() {
        if is_scaled(&figures[i]) || is_bare(&figures[i]) {
            complete(cx, figures, i, &mut currencies);
        }
    }
}

/// Completes a figure from its neighbours; millions of nothing are money of the text's currency.
fn complete(cx: &Context<'_>, figures: &mut [Figure], i: usize, currencies: &mut Option<Currencies>) {
    let link = link(cx, &figures[i]);
    if let Some(date) = day_told(cx, figures, i) {
        figures[i].class = Class::Date;
        figures[i].quantity = Some(Quantity::of_date(date));
    } else if is_across(cx, &figures[..=i]) || is_reached(cx, &figures[..=i]) || is_moved(cx, &figures[..=i])
    {
        figures[i] = inherit(&figures[i], &figures[i - 1]);
    } else if is_of_them(cx, &figures[i]) {
        as_count(&mut figures[i], None);
    } else if let Some(noun) = noun_numbered(cx, &figures[i]) {
        as_count(&mut figures[i], Some(noun));
    } else if is_scaled(&figures[i]) && is_valued(cx, &figures[i]) {
        let unit = currencies.get_or_insert_with(|| Currencies::of(cx, figures)).main(cx, figures, i);
        as_money(&mut figures[i], unit);
    } else if let Some(source) = search::source(cx, figures, i, link) {
        figures[i] = inherit(&figures[i], &source);
    } else if let Some(noun) = they_are(cx, figures, i) {
        as_count(&mut figures[i], Some(noun));
    } else if let Some(noun) = noun_before_colon(cx, &figures[i])
        .or_else(|| noun_asked_for(cx, &figures[i], link))
        .or_else(|| noun_said_to_be(cx, &figures[i]))
    {
        as_count(&mut figures[i], Some(noun));
    } else if is_scaled(&figures[i]) && link == Link::Partitive && is_counted(cx, &figures[i]) {
        as_count(&mut figures[i], None);
    } else if is_scaled(&figures[i]) {
        let unit = currencies.get_or_insert_with(|| Currencies::of(cx, figures)).main(cx, figures, i);
        as_money(&mut figures[i], unit);
    } else if let Some(whole) = repeated(cx, figures, i, currencies) {
        figures[i] = whole;
    } else if counts(cx, &figures[i], link) {
        as_count(&mut figures[i], None);
    }
}

/// « deux le 25 octobre et quatre le 29 »: a day of the month that the sentence has named.
fn day_told(cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<PartialDate> {
    let figure = &figures[i];
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let digits = end == start + 1 && cx.is_number(start) && cx.digit_count(start) <= 2;
    let le = cx.before(start);
    // « prendre le 12 », « tué dans le 13 » are no days: what is counted stands before it.
    let counted = figures[..i].last().is_some_and(|other| other.tokens.1 as usize == le);
    if !(digits && cx.is(le, w::LE) && counted && is_bare(figure) && cx.ends_phrase(end)) {
        return None;
    }
    let date = |other: &Figure| other.quantity.and_then(|q| q.date).filter(|date| date.day.is_some());
    let told =
        figures[..i].iter().rev().take_while(|other| same_sentence(cx, other, figure)).find_map(date)?;
    let day = cx.small(start).and_then(|day| u8::try_from(day).ok());
    PartialDate { day, ..told }.checked().filter(|date| date.day > told.day)
}

/// « 300 millions d'utilisateurs, et valait 157 milliards »: right behind a verb that only money goes with.
fn is_valued(cx: &Context<'_>, figure: &Figure) -> bool {
    let verb = cx.entry(cx.before(figure.tokens.0 as usize)).verb;
    verb.is_some_and(|form| cx.lexicon.entry(form.lemma).is(Classes::OF_MONEY))
}

/// « on en compte 3,7 millions en France »: millions that are counted are no money.
fn is_counted(cx: &Context<'_>, figure: &Figure) -> bool {
    const COUNTING: [&str; 4] = ["compter", "denombrer", "recenser", "comptabiliser"];
    let verb = link::partitive_verb(cx, figure.tokens.0 as usize).and_then(|at| cx.entry(at).verb);
    let counts = |lemma: WordId| COUNTING.contains(&cx.lexicon.vocabulary().text(lemma));
    figure.scale.power == 6 && verb.is_some_and(|verb| counts(verb.lemma))
}

/// « … 300 millions de personnes. Elles sont encore quelque 600 millions à … »: the noun of the last millions that were counted.
fn they_are(cx: &Context<'_>, figures: &[Figure], i: usize) -> Option<u32> {
    let start = figures[i].tokens.0 as usize;
    let pronoun = (start.saturating_sub(4)..start).any(|at| {
        cx.is_any(at, &[w::ILS, w::ELLES]) && cx.entry(at + 1).verb.is_some_and(|verb| verb.lemma == w::ETRE)
    });
    let counted = |other: &&Figure| {
        other.scale.power >= 6
            && other.noun.is_some()
            && start.saturating_sub(other.tokens.1 as usize) <= 2 * REACH as usize
    };
    let last = figures[..i].iter().rev().take(3).find(counted).filter(|_| pronoun && is_scaled(&figures[i]));
    last?.noun
}

/// « pour aller à 500 », « d'atteindre 500 en quatre ans »: three digits that the text gives as an amount elsewhere.
fn repeated(
    cx: &Context<'_>,
    figures: &[Figure],
    i: usize,
    currencies: &mut Option<Currencies>,
) -> Option<Figure> {
    let figure = &figures[i];
    let value = figure.quantity?.value().filter(|value| *value >= Amount::ONE_HUNDRED)?;
    let before = cx.before(figure.tokens.0 as usize);
    let reached = cx.is(before, w::A) || cx.entry(before).verb.is_some();
    let closed = cx.ends_phrase(figure.tokens.1 as usize) || cx.is(figure.tokens.1 as usize, w::EN);
    if !(reached && closed && is_bare(figure)) {
        return None;
    }
    let known = currencies.get_or_insert_with(|| Currencies::of(cx, figures));
    let (unit, power) = known.repeated(value)?;
    let scale = Scale { power, ..figure.scale };
    let lent = Quantity { kind: Kind::Money, unit, ..figure.quantity? };
    Some(inherit(figure, &Figure { quantity: Some(lent), scale, noun: None, ..*figure }))
}

/// A number of nothing.
fn is_bare(figure: &Figure) -> bool {
    figure.class == Class::Number && figure.quantity.is_some_and(|q| q.unit == Unit::None)
}

/// Millions or more of nothing.
fn is_scaled(figure: &Figure) -> bool {
    figure.class == Class::Quantity && figure.quantity.is_some_and(|q| q.unit == Unit::None)
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
        2 if cx.is(end, w::COMMA) => cx.is_any(end + 1, &[w::ET, w::OU, w::PUIS]),
        // « qu'on parle de 9 ou de 28 % »
        2 => cx.is_any(end, &[w::ET, w::OU]) && cx.is_any(end + 1, &[w::DE, w::D, w::A]),
        3 => cx.is(end, w::AU) && cx.slice(end + 1) == "lieu",
        _ => false,
    };
    joined && !cx.flag(start, Flags::LINE)
}

/// « une patinoire de 61 mètres sur 26 »: the second side of what the first measures.
fn is_across(cx: &Context<'_>, figures: &[Figure]) -> bool {
    let [.., first, second] = figures else { return false };
    let length = first.quantity.is_some_and(|q| q.kind == Kind::Length);
    let (end, start) = (first.tokens.1 as usize, second.tokens.0 as usize);
    length
        && start == end + 1
        && cx.is(end, w::SUR)
        && (is_bare(second) || second.noun.is_some_and(|noun| noun > second.core_tokens.1))
}

/// « tombée de 40 % à 23,8 », « l'action vaut 42 euros, l'offre s'élève à 39,50 »: what a share comes to, or a number with decimals
/// behind a verb of what one comes to. « L'indice gagne 0,5 % à 7 850,32 », « l'euro progresse de 0,3 % à 1,0842 » are levels and prices.
fn is_reached(cx: &Context<'_>, figures: &[Figure]) -> bool {
    const PASS: [&str; 5] = ["passer", "tomber", "retomber", "ramener", "abaisser"];
    const REACH: [&str; 2] = ["elever", "plafonner"];
    let [.., first, second] = figures else { return false };
    let (end, start, after) = (first.tokens.1 as usize, second.tokens.0 as usize, second.tokens.1 as usize);
    let shared = |q: Quantity| q.kind == Kind::Percent || q.kind == Kind::Money && first.scale.power == 0;
    let decimal = second.quantity.is_some_and(|q| q.step < Amount::ONE);
    let percent = first.quantity.is_some_and(|q| q.unit == Unit::Percent);
    let says = |at: usize, verbs: &[&str]| verbs.contains(&cx.lemma(at));
    let to = cx.before(start);
    let of = cx.before(first.tokens.0 as usize);
    let passes = percent && start == end + 1 && cx.is(of, w::DE) && says(cx.before(of), &PASS);
    let comes = || {
        decimal && cx.ends_phrase(after) && same_sentence(cx, first, second) && says(cx.before(to), &REACH)
    };
    is_bare(second)
        && are_close(first, second)
        && first.quantity.is_some_and(shared)
        && cx.is(to, w::A)
        && (passes || comes())
}

/// « fixée à 70 ans … l'abaisser à 65 », « limité à 30 km/h … rouler à 50 »: what a limit told before in the sentence is moved to, or what is
/// driven.
fn is_moved(cx: &Context<'_>, figures: &[Figure]) -> bool {
    let [.., first, second] = figures else { return false };
    let (start, after) = (second.tokens.0 as usize, second.tokens.1 as usize);
    let to = cx.before(start);
    let verb = cx.before(to);
    let Some(form) = cx.entry(verb).verb.filter(|_| cx.is(to, w::A)) else { return false };
    let kind = first.quantity.filter(|_| first.class == Class::Quantity).map(|q| q.kind);
    let moved = form.roles.has(Roles::CHANGE)
        && cx.is_any(cx.before(verb), &[w::L, w::LE, w::LA, w::LES])
        && matches!(kind, Some(Kind::Duration | Kind::Percent | Kind::Speed | Kind::Money | Kind::Count));
    let driven = kind == Some(Kind::Speed) && matches!(cx.lemma(verb), "rouler" | "circuler" | "limiter");
    let closed = cx.ends_phrase(after) || cx.has(after, Classes::FUNCTION);
    (moved || driven)
        && is_bare(second)
        && closed
        && are_close(first, second)
        && same_sentence(cx, first, second)
}

/// Whether two values are of one order: limits, prices and shares that follow each other.
fn are_close(first: &Figure, second: &Figure) -> bool {
    /// How many times the smaller the greater one is at most.
    const FAR: u32 = 4;
    let value = |figure: &Figure| {
        let written = figure.quantity.and_then(|q| q.value())?;
        let factor = if figure.scale.factor.is_zero() { Amount::ONE } else { figure.scale.factor };
        Some(written / factor).filter(|value| *value > Amount::ZERO)
    };
    value(first)
        .zip(value(second))
        .is_some_and(|(a, b)| a.min(b).checked_mul(Amount::from(FAR)).is_some_and(|most| most >= a.max(b)))
}

/// « Les emplois, enfin : 100 000 », « en GPU : « plus de cinq millions » »: the plural noun before a colon.
fn noun_before_colon(cx: &Context<'_>, figure: &Figure) -> Option<u32> {
    let mut at = cx.before(figure.tokens.0 as usize);
    while cx.is_any(at, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]) {
        at = cx.before(at);
    }
    // « un pool de banques : 8,5 milliards »: milliards of what stands there are money.
    if !cx.is(at, w::COLON) || figure.scale.power >= 9 {
        return None;
    }
    let noun = plural_before(cx, at)?;
    // « la révision des prix de l'acier : 74 millions », but « Nombre d'abonnés : 12 millions »: so are millions, unless the noun
    // heads its clause.
    let article = cx.before(noun as usize);
    let before = cx.before(article);
    let heads = cx.ends_phrase(article)
        || cx.flag(article, Flags::LINE)
        || cx.ends_phrase(before)
        || cx.slice(before).eq_ignore_ascii_case("nombre");
    (figure.scale.power < 6 || heads).then_some(noun)
}

/// « Plus de 250 d'entre eux étaient connectés »: so many of those who were told of.
fn is_of_them(cx: &Context<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.1 as usize;
    let of = cx.is(end, w::D) && cx.is(end + 1, w::ENTRE) && cx.is_any(end + 2, &[w::EUX, w::ELLES, w::NOUS]);
    of && is_bare(figure)
}

/// « ont porté à 18 le nombre de morts », « à 1 200 le nombre d'emplois »
fn noun_numbered(cx: &Context<'_>, figure: &Figure) -> Option<u32> {
    let end = figure.tokens.1 as usize;
    let numbered =
        cx.is(end, w::LE) && cx.slice(end + 1) == "nombre" && cx.is_any(end + 2, &[w::DE, w::D, w::DES]);
    if numbered && is_bare(figure) {
        return super::count::noun(cx, end + 3, true).map(|(noun, _)| noun as u32);
    }
    // « les usines, au nombre de sept, en captent … »
    let of = cx.before(figure.tokens.0 as usize);
    let nombre = cx.before(of);
    let au = cx.before(nombre);
    let many = cx.is_any(of, &[w::DE, w::D]) && cx.slice(nombre) == "nombre" && cx.is(au, w::AU);
    plural_before(cx, cx.before(au)).filter(|_| many && is_bare(figure))
}

/// « Combien d'emplois ? Donald Trump en promet 100 000. »: the noun of the question that a figure answers.
fn noun_asked_for(cx: &Context<'_>, figure: &Figure, link: Link) -> Option<u32> {
    /// Most tokens from a question to its answer.
    const ANSWER: usize = 24;
    let start = figure.tokens.0 as usize;
    let large = figure.quantity.and_then(|q| q.value()).is_some_and(|value| value >= Amount::ONE_THOUSAND);
    let closed = link == Link::Partitive || cx.ends_phrase(figure.tokens.1 as usize);
    if !is_bare(figure) || !(large || link == Link::Partitive) || !closed {
        return None;
    }
    let question = (start.saturating_sub(ANSWER)..start).rev().find(|at| cx.is(*at, w::QUESTION))?;
    plural_before(cx, question)
}

/// « Les sans-abri de Huamarca ne sont pas plus de 15 000. », « Les blessés seraient 1 240 »: the subject of « être ».
fn noun_said_to_be(cx: &Context<'_>, figure: &Figure) -> Option<u32> {
    /// Most tokens from the head of a clause to its verb.
    const SUBJECT: usize = 8;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let verb = cx.before(start);
    let is = cx.slice(verb).ends_with("nt") && cx.entry(verb).verb.is_some_and(|form| form.lemma == w::ETRE);
    if !is || !is_bare(figure) || !cx.ends_phrase(end) {
        return None;
    }
    let article = (verb.saturating_sub(SUBJECT)..verb).rev().find(|i| {
        matches!(cx.slice(*i).to_lowercase().as_str(), "les" | "ces" | "nos" | "ses" | "leurs" | "mes")
    })?;
    // It heads its clause, and nothing but the noun and what it is of stands before the verb.
    let heads = cx.ends_phrase(article) || cx.ends_phrase(cx.before(article));
    let marked = |i: usize| cx.kind(i) == Some(TokenKind::Mark) && !cx.is(i, WordId::HYPHEN);
    let whole = (article + 1..verb).all(|i| !marked(i));
    let (noun, behind) = super::count::noun(cx, article + 1, true)?;
    (behind <= verb && heads && whole).then_some(noun as u32)
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
        // « 14 millions de dollars aux collectivités : 8 millions pour … »
        let unit = cx.lexicon.unit(cx.text, cx.tokens, i).is_some();
        noun.filter(|_| determined && thing && !unit && cx.entry(i).verb.is_none())
            .map(|(noun, _)| noun as u32)
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
        && (subject
            || matches!(link, Link::Partitive | Link::Subject)
            || large
            || cx.is(figure.tokens.1 as usize, w::SELON))
}

/// Whether no full stop and no line break stands between two figures that are near each other.
fn same_sentence(cx: &Context<'_>, a: &Figure, b: &Figure) -> bool {
    let (from, to) = (a.tokens.1 as usize, b.tokens.0 as usize);
    if to < from || to - from > REACH as usize {
        return false;
    }
    (from..to).all(|at| {
        // « M. Lantier »
        let short = at > 0 && cx.is(at, w::DOT) && cx.has(at - 1, Classes::ABBREVIATION);
        let stops = cx.is_any(at, &[w::DOT, w::QUESTION, w::EXCLAMATION, w::ELLIPSIS])
            && cx.flag(at + 1, Flags::SPACE)
            && !short;
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

fn as_money(figure: &mut Figure, currency: Option<Unit>) {
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
