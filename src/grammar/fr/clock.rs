//! Times of day: « 14h32 », « à 20 heures », « 12:01 ».

use super::super::context::Context;
use super::super::figure::Class;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, Token, WordId};

/// Hours with minutes, and whole hours after words that announce a time.
pub(super) const RULE: Rule = Rule {
    name: "clock time",
    starts: Starts::EITHER,
    read,
    examples: &[
        ("à 20 heures", "clock_time"),
        ("vers 18 h", "clock_time"),
        ("à 14h32", "clock_time"),
        ("publié à 12:01", "clock_time"),
        ("à 8 h 30", "clock_time"),
        ("14h32 - Le président parle", "clock_time"),
        ("de 8h à 10h", "clock_time"),
        ("la pause de 9 h 20", "clock_time"),
        ("à vingt heures", "clock_time"),
        ("à huit heures et demie", "clock_time"),
        ("le journal de 20 heures", "clock_time"),
        ("pas une image au 20 heures", "clock_time"),
        ("il est sept heures, voici les titres", "clock_time"),
        ("il était 3 heures du matin", "clock_time"),
        ("entre 15 h et 21 h", "clock_time"),
    ],
    refuses: &[
        "l'attente s'élève à neuf heures",
        "à 9 heures en moyenne",
        "compter 3 à 4 heures de marche",
        "la ville est à 3 h 10 de Paris",
        "il est 9 heures de retard",
        "il dort entre 6 heures et 8 heures par nuit",
        "24 heures",
        "pendant 3h",
        "une durée de 2h30",
        "48 heures après",
        "entre 6 h et 8 h de trajet",
        "ils attendent en moyenne 6 heures 40 aux urgences",
    ],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if is_measured(cx, at) {
        return None;
    }
    if let Some(end) = in_words(cx, at).or_else(|| news(cx, at)) {
        return Some(Reading::of_class(at, end, Class::Clock));
    }
    let hour = cx.small(at).filter(|hour| *hour <= 24 && cx.digit_count(at) <= 2)?;
    let (minutes, end) = minutes(cx, at)?;
    let announced = cx.lexicon.announces_time(cx.tokens, at)
        || spans_hours(cx, at, end)
        || is_told(cx, at) && !lasts(cx, end)
        || follows_time(cx, at, end);
    // « 1 heure 45 de trajet », « 3 h 12 min »: the minutes go on.
    let goes_on = minutes
        && (cx.is(at + 1, w::HEURE)
            || cx.is_any(end, &[w::DE, w::D, w::MIN, w::MN])
            || cx.slice(end).starts_with("minute"));
    if goes_on && !cx.is(cx.before(at), w::A) {
        return None;
    }
    let headed = minutes
        && (cx.flag(at, Flags::LINE)
            || cx.is_any(cx.before(at), &[w::OPEN, w::BAR, w::COMMA, w::OPEN_SQUARE]));
    let digital = minutes && cx.is(at + 1, w::COLON);
    // « 24/01/2025 - 21h45 »
    let year = cx.before(cx.before(at));
    let dated = cx.is(cx.before(year), w::SLASH) || cx.entry(cx.before(year)).month.is_some();
    let stamped = cx.is(cx.before(at), WordId::HYPHEN) && cx.is_number(year) && dated;
    let late =
        minutes && (stamped || hour >= 6 && (!announces_duration(cx, at) || cx.is(cx.before(at), w::DE)));
    (announced || headed || digital || late).then(|| Reading::of_class(at, end, Class::Clock))
}

/// « l'attente s'élève à neuf heures », « à 9 heures en moyenne »: so long, and no time of day.
fn is_measured(cx: &Context<'_>, at: usize) -> bool {
    const MEASURE: [&str; 5] = ["elever", "estimer", "evaluer", "chiffrer", "retomber"];
    let led = cx.is(cx.before(at), w::A);
    if led && is_walked(cx, at) {
        return true;
    }
    let measured = || MEASURE.contains(&cx.lemma(cx.before(cx.before(at))));
    let mean = || (at + 2..at + 4).any(|i| cx.is(i, w::EN) && cx.slice(i + 1) == "moyenne");
    led && (measured() || mean())
}

/// « 3 à 4 heures de marche », « mettra la ville à 3 h 10 de la capitale »: of what or from where it is so long; « de l'après-midi » is a
/// time of day.
fn is_walked(cx: &Context<'_>, at: usize) -> bool {
    /// Tokens back to the verb that puts a town so far.
    const REACH: usize = 6;
    let Some((minutes, end)) = minutes(cx, at) else { return false };
    let of = cx.is_any(end, &[w::DE, w::D]);
    let to = cx.before(at);
    let put = || {
        matches!(cx.lemma(cx.before(to)), "etre" | "situer")
            || (to.saturating_sub(REACH)..to).any(|i| matches!(cx.lemma(i), "mettre" | "placer"))
    };
    let town = || cx.get(end + 1).is_some_and(Token::is_capitalised) || cx.slice(end + 2) == "capitale";
    let dated = cx.entry(end + 1).month.is_some() || cx.has(end + 1, Classes::WEEKDAY);
    let ranged =
        cx.is_number(at.wrapping_sub(2)) && of && !cx.is_any(end + 1, &[w::LA, w::L, w::LE]) && !dated;
    minutes && of && town() && put() || ranged
}

/// « à vingt heures », « vers dix heures et demie ».
fn in_words(cx: &Context<'_>, at: usize) -> Option<usize> {
    let led = || cx.is(cx.before(at), w::A) || matches!(cx.slice(cx.before(at)), "vers" | "À");
    if cx.is_number(at) || !led() && !is_told(cx, at) {
        return None;
    }
    // « supérieure à trois heures » limits a duration.
    if matches!(cx.lexicon.bound_before(cx.tokens, at), Some((_, start)) if start + 1 < at) {
        return None;
    }
    let hour = super::numeral::read_words(cx, at)?;
    let small = hour.power == 0 && hour.mantissa <= crate::quantity::Amount::from(24);
    if !small || !cx.is_any(hour.end, &[w::HEURES, w::HEURE]) {
        return None;
    }
    let end = hour.end + 1;
    if !led() && lasts(cx, end) {
        return None;
    }
    Some(past_half(cx, end))
}

/// The index after « et demie », « et quart » at `at`; `at` itself if there is none.
fn past_half(cx: &Context<'_>, at: usize) -> usize {
    let half = cx.is(at, w::ET) && cx.is_any(at + 1, &[w::DEMI, w::DEMIE, w::QUART]);
    if half { at + 2 } else { at }
}

/// « il est sept heures », « il était presque 3 heures ».
fn is_told(cx: &Context<'_>, at: usize) -> bool {
    let before = cx.before(at);
    let verb =
        if matches!(cx.slice(before), "presque" | "environ" | "déjà") { cx.before(before) } else { before };
    matches!(cx.slice(verb), "est" | "était" | "sera") && cx.is(cx.before(verb), w::IL)
}

/// « à 19 heures, 20 heures dans les grandes villes »: listed after a time of day, and later; « à 8 heures, 3 heures de route » is not.
fn follows_time(cx: &Context<'_>, at: usize, end: usize) -> bool {
    /// Times told together.
    const MOST: usize = 4;
    if lasts(cx, end) {
        return false;
    }
    let mut here = at;
    for _ in 0..MOST {
        let listed = cx.is_any(cx.before(here), &[w::COMMA, w::ET, w::OU]) && here >= 4;
        let Some(first) = here.checked_sub(3).filter(|_| listed && cx.is_any(here - 2, &[w::H, w::HEURES]))
        else {
            return false;
        };
        if cx.small(first).zip(cx.small(here)).is_none_or(|(a, b)| a >= b) {
            return false;
        }
        if cx.lexicon.announces_time(cx.tokens, first) {
            return true;
        }
        here = first;
    }
    false
}

/// « 9 heures de retard », « 8 heures par nuit », « 3 heures plus tard »: what stands behind makes a time so long.
fn lasts(cx: &Context<'_>, end: usize) -> bool {
    let next = past_half(cx, end);
    // « de l'après-midi »
    let long = cx.is_any(next, &[w::DE, w::D]) && !cx.is_any(next + 1, &[w::L, w::LA]);
    long || cx.is_any(next, &[w::PAR, w::PLUS, w::EN, w::POUR])
        || matches!(cx.slice(next), "sous" | "avant" | "après" | "durant" | "chaque" | "devant")
}

/// « le journal de 20 heures », « au 20 heures »: the news on television.
fn news(cx: &Context<'_>, at: usize) -> Option<usize> {
    let before = cx.before(at);
    let led = cx.is_any(before, &[w::AU, w::LE, w::DU])
        || cx.is(before, w::DE) && matches!(cx.slice(cx.before(before)), "journal" | "JT");
    let hour = cx.small(at).is_some_and(|hour| matches!(hour, 13 | 20)) && cx.is(at + 1, w::HEURES);
    (led && hour).then_some(at + 2)
}

/// Whether minutes follow the hour, and the index after the time.
fn minutes(cx: &Context<'_>, at: usize) -> Option<(bool, usize)> {
    if cx.is(at + 1, w::COLON) && cx.glued(at + 1) && cx.glued(at + 2) && cx.digit_count(at + 2) == 2 {
        let seconds = cx.is(at + 3, w::COLON) && cx.glued(at + 3) && cx.digit_count(at + 4) == 2;
        return cx.small(at + 2).filter(|m| *m < 60).map(|_| (true, at + if seconds { 5 } else { 3 }));
    }
    if !cx.is_any(at + 1, &[w::H, w::HEURES, w::HEURE]) {
        return None;
    }
    let has_minutes =
        cx.digit_count(at + 2) == 2 && cx.same_line(at + 2) && cx.small(at + 2).is_some_and(|m| m < 60);
    Some((has_minutes, at + if has_minutes { 3 } else { 2 }))
}

/// « de 8h à 10h », « entre 8 et 10 heures »: opening hours rather than durations.
fn spans_hours(cx: &Context<'_>, at: usize, end: usize) -> bool {
    let forward =
        cx.is_any(cx.before(at), &[w::DE]) && cx.is(end, w::A) && cx.is_any(end + 2, &[w::H, w::HEURES]);
    // « entre 15 h et 21 h »; « entre 2 h et 3 h de trajet » is long.
    let between = |from: usize| {
        let whole = cx.is(cx.before(from), w::ENTRE)
            && cx.is_any(from + 1, &[w::H, w::HEURES])
            && cx.is(from + 2, w::ET)
            && cx.is_any(from + 4, &[w::H, w::HEURES])
            && !lasts(cx, from + 5);
        // By noon it may be as long.
        whole && cx.small(from).zip(cx.small(from + 3)).is_some_and(|(a, b)| a >= 5 && b >= 13)
    };
    if between(at) || at >= 3 && between(at - 3) {
        return true;
    }
    let backward = at >= 4
        && cx.is(at - 1, w::A)
        && cx.is_any(at - 2, &[w::H, w::HEURES])
        && cx.is_number(at - 3)
        && cx.is(at - 4, w::DE);
    forward || backward
}

fn announces_duration(cx: &Context<'_>, at: usize) -> bool {
    let word = cx.word(cx.before(at));
    // « en moyenne 6 heures 40 »
    let mean = cx.slice(cx.before(at)) == "moyenne" && cx.is(cx.before(cx.before(at)), w::EN);
    mean || [w::DE, w::EN, w::POUR, w::DANS, w::SUR, w::PLUS, w::MOINS, w::D, w::ENTRE, WordId::HYPHEN]
        .contains(&word)
        || matches!(
            cx.lexicon.vocabulary().text(word),
            "pendant" | "durant" | "dure" | "duree" | "environ" | "presque"
        )
}
