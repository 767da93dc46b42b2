//! Dates of things that happen, without a profile: « La fermeture est prévue le 30 juin 2026 », « 200 MW entreront en service en
//! 2026 », « 10 000 logements d'ici à 2027 ».

use std::ops::Range;

use super::scene::Scene;
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::Kind;

/// Tokens before a date in which stands what happens on it, and behind it.
const BEFORE: usize = 22;
const BEHIND: usize = 6;

/// Tokens between an amount and the date by which it is to be reached.
const DEADLINE: usize = 20;

/// Tokens between what happens and its date with a colon between them.
const ANNOUNCED: usize = 8;

/// What the day is called in slots on which something is announced.
const ANNOUNCEMENT: &str = "announcement";

/// What a deadline is called in slots.
const DEADLINE_NAME: &str = "deadline";

/// What happens on a date, by its name in slots.
pub(super) fn of<'a>(scene: &Scene<'a>, figure: &Figure) -> Option<&'a str> {
    let date = figure.quantity?.date.filter(|_| matches!(figure.class, Class::Date | Class::Year))?;
    let complete = date.year.is_some() || date.month.is_some() && date.day.is_some();
    if !complete || is_start(scene, figure) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize));
    if is_deadline(scene, figure, &sentence) {
        return Some(DEADLINE_NAME);
    }
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let other = |range: &Range<usize>| {
        scene.figures_in(range).iter().any(|f| matches!(f.class, Class::Date | Class::Year))
    };
    let set = is_set(scene, start);
    let clear = |at: usize| {
        let gap = if at < start { at..start } else { end..at };
        // « Prochain rendez-vous : le mardi 18 novembre »
        let announced = gap.len() <= ANNOUNCED;
        let breaks = |i: usize| {
            scene.is_any(i, &[w::SEMICOLON, w::OPEN, w::CLOSE]) || scene.is(i, w::COLON) && !announced
        };
        (!other(&gap) || set) && !gap.clone().any(breaks)
    };
    let event =
        |at: usize| scene.lexicon.event(scene.tokens, at).filter(|_| clear(at) && !is_another(scene, at));
    let mut told =
        (start.saturating_sub(BEFORE).max(sentence.start)..start).rev().filter_map(event).peekable();
    // « La mise en service est annoncée pour juin 2028 »: of what is announced, where that is told.
    let announced = |event: u8| scene.lexicon.event_name(event) == ANNOUNCEMENT;
    let nearest = told.peek().copied().filter(|event| !(set && announced(*event)));
    let before = if is_announced_on(scene, start) {
        nearest
    } else {
        told.find(|event| !announced(*event)).or(nearest)
    };
    // « Le 4 mars 2022, ce car qui ramenait une classe avait quitté la route »
    let leads = start <= sentence.start + 2 && scene.is(end, w::COMMA);
    let behind = if leads { BEFORE } else { BEHIND };
    let event = before.or_else(|| (end..(end + behind).min(sentence.end)).find_map(event))?;
    Some(scene.lexicon.event_name(event))
}

/// « La fermeture du site, annoncée le 4 novembre »: the day of the announcement, unlike « annoncée pour novembre ».
fn is_announced_on(scene: &Scene<'_>, start: usize) -> bool {
    start >= 2 && scene.is(start - 1, w::LE) && scene.slice(start - 2).starts_with("annonc")
}

/// « La fermeture, annoncée le 4 novembre et prévue pour la fin 2026 »: whether a participle right before a date sets it, whatever other
/// date its sentence has.
fn is_set(scene: &Scene<'_>, start: usize) -> bool {
    /// Tokens between the participle and the date: « prévue pour la ».
    const REACH: usize = 4;
    const STEMS: [&str; 4] = ["prévu", "attendu", "programm", "fixé"];
    let sets = |i: usize| STEMS.iter().any(|stem| scene.slice(i).starts_with(stem));
    // « une marche blanche est prévue le 8 novembre » is of its own.
    let joined = |i: usize| i > 0 && scene.is_any(i - 1, &[w::COMMA, w::ET]);
    (start.saturating_sub(REACH)..start).any(|i| sets(i) && joined(i))
}

/// « La dernière grève nationale, en décembre 2025, … »: another than the one that the article is about.
fn is_another(scene: &Scene<'_>, event: usize) -> bool {
    let another =
        ["dernier", "dernière", "précédent", "précédente", "avant-dernière", "prochain", "prochaine"];
    let beside = event.saturating_sub(1)..event + 3;
    beside.filter(|i| *i != event).any(|i| another.contains(&scene.slice(i)))
}

/// « depuis 2018 », « de 2020 à 2025 »: a time that goes on; « à la fin de 2026 » is none.
fn is_start(scene: &Scene<'_>, figure: &Figure) -> bool {
    const PARTS: [&str; 12] = [
        "fin", "debut", "milieu", "cours", "courant", "printemps", "ete", "automne", "hiver", "trimestre",
        "semestre", "moitie",
    ];
    let before = (figure.tokens.0 as usize).saturating_sub(1);
    let part = before > 0 && PARTS.contains(&scene.folded(before - 1));
    matches!(scene.folded(before), "depuis" | "entre") || scene.is_any(before, &[w::DE, w::ENTRE]) && !part
}

/// « 10 000 logements d'ici à 2027 », « 5 000 lits rouverts avant la fin 2025 »
fn is_deadline(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    let start = figure.tokens.0 as usize;
    // « d'ici à la fin de 2027 »
    let led = (start.saturating_sub(6).max(sentence.start)..start)
        .any(|i| scene.is(i, w::ICI) || matches!(scene.folded(i), "horizon" | "avant"));
    let near = start.saturating_sub(DEADLINE).max(sentence.start)..start;
    let amount = scene.figures_in(&near).iter().any(|f| {
        f.is_quantity()
            && f.quantity.is_some_and(|q| matches!(q.kind, Kind::Count | Kind::Power | Kind::Money))
    });
    led && amount
}
