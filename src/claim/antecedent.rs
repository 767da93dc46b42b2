//! Antecedents: whom « qui » stands for, right behind a name that a preposition leads.

use std::ops::Range;

use super::owner::Owners;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::Figure;
use crate::lexicon::words as w;

/// Whoever is named before « qui », if the clause that it opens still holds at a figure and its verb tells of one: « provenait d'OpenAI,
/// qui s'est engagée à acheter pour 300 milliards ».
pub(super) fn owner(
    scene: &Scene<'_>,
    figure: &Figure,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Owners> {
    let at = figure.tokens.0 as usize;
    let qui = (sentence.start..at).rev().find(|i| scene.is(*i, w::QUI))?;
    if (qui + 1..at).any(|i| scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON])) {
        return None;
    }
    let verb = verb::in_range(scene, qui + 1..at).next().filter(|verb| verb.mood == Mood::Finite)?;
    let plural = scene.slice(verb.start).ends_with("nt");
    let end = if scene.follows(qui, w::COMMA) { qui - 1 } else { qui };
    let named = scene.mentions_in(sentence.start..qui).iter().rev().find(|m| m.end == end && m.named)?;
    // « un directeur de SoftBank, qui a investi 2 milliards »: the one that the name is the complement of.
    let of = named.start.checked_sub(1).filter(|of| scene.is_any(*of, &[w::DE, w::D, w::DU]));
    let complement = of.is_some_and(|of| of == 0 || verb::at(scene, of - 1).is_none());
    if complement {
        return None;
    }
    let entity = scene.cast.characters[named.who].entity.filter(|_| !plural && wanted(named.who))?;
    Some(Owners { who: vec![entity], ..Owners::default() })
}
