//! Where a figure is counted: « 11 000 à Marseille », « Paris : 93 000 personnes », « dans toute la France ».

use std::ops::Range;

use super::STORY;
use super::about::identifier;
use super::cast::Mention;
use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::topic::Sort;

/// The whole country.
const NATIONAL: &str = "national";

/// Sentences back in which a place still holds.
const BACK: usize = 2;

/// The identifier of the place of a figure: named in its sentence, nearest; else shortly before; else in the title.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> String {
    let at = figure.core_tokens.0 as usize;
    let here = scene.sentence_of(at);
    nearest(scene, scene.sentence(here), at)
        .or_else(|| (1..=BACK).find_map(|back| last(scene, scene.sentence(here.checked_sub(back)?))))
        .or_else(|| titled(scene))
        .or_else(|| scene.landmarks.place.clone())
        .unwrap_or_else(|| STORY.to_owned())
}

/// The first place of an article.
pub(super) fn first(scene: &Scene<'_>) -> Option<String> {
    places(scene, 0..scene.tokens.len()).next().map(|(_, name)| name)
}

/// The place nearest to a token; one before it counts before one as far behind.
fn nearest(scene: &Scene<'_>, range: Range<usize>, at: usize) -> Option<String> {
    let distance = |place: usize| if place <= at { at - place } else { 2 * (place - at) };
    // « 71 personnes, dont 38 à Paris »: what stands behind another figure is that one's.
    let own =
        |place: usize| place <= at || !scene.figures_in(&(at + 1..place)).iter().any(Figure::is_quantity);
    places(scene, range)
        .filter(|(place, _)| own(*place))
        .min_by_key(|(place, _)| distance(*place))
        .map(|(_, name)| name)
}

fn last(scene: &Scene<'_>, range: Range<usize>) -> Option<String> {
    places(scene, range).last().map(|(_, name)| name)
}

fn titled(scene: &Scene<'_>) -> Option<String> {
    last(scene, scene.title.clone())
}

/// The places of a token range of the article, and where they stand. « Black Friday : … » in a menu is none.
fn places<'s>(scene: &'s Scene<'_>, range: Range<usize>) -> impl Iterator<Item = (usize, String)> + use<'s> {
    let body = |at: usize| scene.article.is_body(scene.tokens[at].span);
    let national =
        range.clone().filter(|i| scene.topic.is_national(scene.word(*i))).map(|i| (i, NATIONAL.to_owned()));
    let mut found: Vec<(usize, String)> = scene
        .mentions_in(range)
        .iter()
        .filter(|m| is_place(scene, m) && body(m.start) && !scene.topic.is_national(scene.word(m.start)))
        .map(|m| (m.start, identifier(&scene.cast.characters[m.who].name)))
        .chain(national)
        .collect();
    found.sort();
    found.into_iter()
}

/// A name after « à », « en », « dans », or before a colon.
fn is_place(scene: &Scene<'_>, mention: &Mention) -> bool {
    let name = matches!(scene.cast.characters[mention.who].sort, Sort::Name | Sort::Site);
    let located = matches!(mention.preposition, w::A | w::AU | w::AUX | w::EN | w::DANS);
    let headed = scene.is(mention.end, w::COLON) && mention.is_free();
    mention.named && name && (located || headed)
}
