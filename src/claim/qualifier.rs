//! Which part of a thing a figure is, and by when: « une première tranche de 3 milliards », « 10 gigawatts d'ici à 2029 ».

use std::ops::Range;

use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::{Class, Figure};
use crate::lexicon::{Qualifiers, Tenses, words as w};
use crate::quantity::PartialDate;
use crate::text::{TokenKind, WordId};

/// Tokens before and behind a figure in which its qualifiers stand.
const BEFORE: usize = 12;
const BEHIND: usize = 5;

/// Tokens behind a figure in which its date stands.
const DATED: usize = 10;

/// Words that lead the date by which, or towards which, something is to be so.
const DUE: [&str; 6] = ["avant", "horizon", "echeance", "fin", "mi", "courant"];

/// The qualifiers of a figure: in its noun phrase, and between it and the marks or figures around it.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Qualifiers {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let plain = |i: &usize| {
        !scene.is_any(*i, &[w::COMMA, w::SEMICOLON, w::COLON, w::ET, w::OPEN, w::CLOSE, w::CONTRE])
            && scene.figure_at(*i).is_none_or(|other| !other.is_quantity())
    };
    // « Capacité initiale : 230 mégawatts »
    let from = if start > sentence.start && scene.is(start - 1, w::COLON) { start - 1 } else { start };
    let before = (start.saturating_sub(BEFORE).max(sentence.start)..from).rev().take_while(plain);
    let behind = (end..(end + BEHIND).min(sentence.end)).take_while(plain);
    let told = |i: usize| scene.lexicon.qualifier(scene.tokens, i);
    // « Au total, 12 000 emplois … »
    let opening = told(sentence.start).filter(|(_, end)| scene.is(*end, w::COMMA));
    let beside = before.chain(start..end).chain(behind).filter_map(told);
    beside.chain(opening).map(|(qualifier, _)| qualifier).collect()
}

/// The date by which it is to be so: « d'ici à 2029 », « avant fin 2026 », « à l'horizon 2030 »; « fin 2023, le groupe employait 1 200
/// personnes » is of what was.
pub(super) fn by(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Option<PartialDate> {
    let mut verbs = verb::in_range(scene, sentence.clone()).filter(|verb| verb.mood == Mood::Finite);
    if verbs.next().is_some_and(|verb| {
        verb.tenses.has(Tenses::IMPERFECT.with(Tenses::SIMPLE_PAST)) && !verb.tenses.has(Tenses::PRESENT)
    }) {
        return None;
    }
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let led = |other: &&Figure| {
        let at = other.tokens.0 as usize;
        let before = at.saturating_sub(3).max(sentence.start)..(other.tokens.1 as usize);
        matches!(other.class, Class::Date | Class::Year)
            && before.clone().any(|i| scene.is(i, w::ICI) || DUE.contains(&scene.folded(i)))
    };
    let behind = end..(end + DATED).min(sentence.end);
    // What stands behind another quantity is told of that one; « D'ici à 2029, … » opens the sentence.
    let words = behind.clone().take_while(|i| {
        (scene.kind(*i) != Some(TokenKind::Mark) || scene.is(*i, WordId::HYPHEN))
            && scene
                .figure_at(*i)
                .is_none_or(|other| !other.is_quantity() || other.quantity.is_some_and(|q| q.date.is_some()))
    });
    let to = words.last().map_or(end, |last| last + 1);
    let opening = sentence.start..(sentence.start + DATED).min(start);
    let find = |range: Range<usize>| scene.figures_in(&range).iter().find(led)?.quantity?.date;
    find(end..to).or_else(|| find(opening)).filter(|date| date.year.is_some())
}
