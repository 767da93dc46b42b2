//! Frames of a noun of what is said: « Son conseil : 60 minutes ».

use std::ops::Range;

use super::super::apposition::named_beside;
use super::super::reference;
use super::super::scene::Scene;
use super::super::verb::{self, Mood};
use super::{Frame, Reach, Source};
use crate::lexicon::{Classes, words as w};
use crate::topic::Sort;

/// « Le dirigeant a sorti sa calculette : dix gigawatts représentent … »: words that open a statement before a colon.
pub(super) fn declared(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    // « Sur X, le patron de xAI démolit le projet : … »
    let head = (sentence.start + 1..at).find(|i| scene.is(*i, w::COMMA));
    let headed = || head.filter(|comma| scene.lexicon.declares(scene.tokens, *comma) == Some(sentence.start));
    let declared = scene.lexicon.declares(scene.tokens, at).filter(|start| *start > sentence.start);
    let start = declared.or_else(|| headed().map(|_| at))?;
    let verb = verb::in_range(scene, start - 1..at).find(|verb| verb.mood == Mood::Finite);
    let who = match verb {
        Some(verb) => reference::subject_of(scene, &verb)?,
        None => reference::nearest_free(scene, start, sentence)?,
    };
    let human = matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution);
    let source = Source { speaker: Some(who), via: None };
    human.then_some(Frame { start, end: at + 1, source, reach: Reach::Forward })
}

/// « Réponse d'Anne-Laure Pittet : la Ville abattra 210 arbres », « Son conseil : 60 minutes », « La chercheuse aligne ses chiffres :
/// … »: a noun of what is said before a colon.
pub(super) fn nominal(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    /// Tokens from the noun to the colon.
    const REACH: usize = 12;
    let papers = Classes::SPEECH_NOUN.with(Classes::COUNT_NOUN);
    let colon = (at + 1..(at + REACH).min(sentence.end)).find(|i| scene.is(*i, w::COLON))?;
    let told = scene.has(at, papers) && scene.figures_in(&(at..colon)).is_empty();
    if !told || scene.is_any(colon + 1, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]) {
        return None;
    }
    let of = scene
        .mentions_in(at + 1..colon)
        .first()
        .filter(|m| matches!(m.preposition, w::DE | w::D | w::DU | w::DES) && m.start <= at + 3);
    let own = at > sentence.start && scene.is_any(at - 1, &[w::SON, w::SA, w::SES, w::LEUR, w::LEURS])
        || at > sentence.start + 1 && scene.is_any(at - 2, &[w::SON, w::SA, w::SES, w::LEUR, w::LEURS]);
    let owner = || {
        let subject = verb::in_range(scene, sentence.start..at)
            .find(|verb| verb.mood == Mood::Finite)
            .map(|verb| reference::subject_of(scene, &verb));
        subject.unwrap_or_else(|| reference::last_heard(scene, at))
    };
    let who = match of {
        Some(m) if reference::can_speak(scene, m.who) => named_beside(scene, m),
        _ if own => owner()?,
        _ => return None,
    };
    let human =
        matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution | Sort::Name);
    let source = Source { speaker: Some(who), via: None };
    human.then_some(Frame { start: at, end: colon + 1, source, reach: Reach::Forward })
}
