//! Antecedents: whom « qui » stands for, right behind a name that a preposition leads.

use std::ops::Range;

use super::scene::Scene;
use super::verb::{self, Mood};
use crate::lexicon::words as w;

/// The name before « qui », if the clause that it opens still holds at a token and its verb tells of one: « provenait d'OpenAI, qui
/// s'est engagée à acheter pour 300 milliards ».
pub(super) fn of(
    scene: &Scene<'_>,
    at: usize,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let qui = (sentence.start..at).rev().find(|i| scene.is(*i, w::QUI))?;
    if (qui + 1..at).any(|i| scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON])) {
        return None;
    }
    let verb = verb::in_range(scene, qui + 1..at).next().filter(|verb| verb.mood == Mood::Finite)?;
    let plural = scene.slice(verb.start).ends_with("nt");
    let end = if scene.is(qui - 1, w::COMMA) { qui - 1 } else { qui };
    let named = scene.mentions_in(sentence.start..qui).iter().rev().find(|m| m.end == end && m.named)?;
    (!plural && wanted(named.who)).then_some(named.who)
}
