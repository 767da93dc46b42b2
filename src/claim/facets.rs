//! What tells a figure's thing from another of its kind: gross and net, new and old, men and women.

use std::ops::Range;

use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::Kind;
use crate::text::{TokenKind, WordId};

/// Tokens behind a figure that qualify it; and before it, with what a voice puts in between (« la perte d'exploitation, a-t-il
/// reconnu, s'est élevée à 43 millions »).
const BEHIND: usize = 10;
const BEFORE: usize = 14;

/// The words of the lexicon's facets around a figure, four bits for each facet: one for each of its alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Facets(u128);

impl Facets {
    /// Whether a facet has one alternative here and another there: « le prix du neuf », « le prix de l'ancien ».
    pub fn differ(self, other: Self) -> bool {
        let of = |bits: u128, facet: u32| bits >> (facet * 4) & 0b1111;
        (0..32).any(|facet| {
            let (a, b) = (of(self.0, facet), of(other.0, facet));
            a != 0 && b != 0 && a != b
        })
    }
}

/// The facets of a figure: those of the words behind it, else of those before.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Facets {
    let (start, end) = (figure.tokens.0 as usize, figure.core_tokens.1 as usize);
    let facet = |i: usize| scene.lexicon.facet(scene.word(i));
    let goes_on = |i: &usize| {
        let word = scene.kind(*i) == Some(TokenKind::Word) || scene.is(*i, WordId::HYPHEN);
        let free = || scene.figures_in(&(*i..*i + 1)).is_empty() && !scene.is_any(*i, &[w::ET, w::CONTRE]);
        // « dans le neuf » counts nothing.
        word && (facet(*i).is_some() || free())
    };
    // « 750 postes permanents après le chantier »: what comes at another time is another thing.
    let time = |i: usize| matches!(scene.folded(i), "apres" | "avant");
    let bits = |range: &mut dyn Iterator<Item = usize>| {
        range.take_while(|i| !time(*i)).filter_map(facet).fold(0_u128, |bits, bit| bits | 1 << bit)
    };
    // « 300 hommes »: what is counted may stand inside the figure.
    let end = figure.noun.map_or(end, |noun| end.min(noun as usize));
    let behind = bits(&mut (end..(end + BEHIND).min(sentence.end)).take_while(goes_on));
    // « , a-t-il reconnu, »
    let incise = |i: usize| (i.saturating_sub(6)..i + 6).any(|k| scene.is(k, WordId::HYPHEN));
    let reaches = |i: &usize| goes_on(i) || scene.is(*i, w::COMMA) && incise(*i);
    let from = start.saturating_sub(BEFORE).max(sentence.start);
    let before = || bits(&mut (from..start).rev().take_while(reaches));
    // « Sur le chantier d'Abilene, plus d'un gigawatt »: sizes are told of by their place.
    let told = figure.quantity.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Count | Kind::Percent));
    Facets(if behind == 0 && told { before() } else { behind } | lead(scene, figure))
}

/// « dans cinq mois », « pour douze mois »: when something is to be, and how long it lasts, as a facet of its own.
fn lead(scene: &Scene<'_>, figure: &Figure) -> u128 {
    /// Past the facets of the lexicon.
    const OWN: u32 = 31 * 4;
    let start = figure.tokens.0 as usize;
    let timed = figure.quantity.is_some_and(|q| q.kind == Kind::Duration);
    let led = start.checked_sub(1).map_or("", |i| scene.folded(i));
    match led {
        "dans" if timed => 1 << OWN,
        "pour" | "sur" | "pendant" | "durant" if timed => 1 << (OWN + 1),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Facets;

    #[test]
    fn facets_differ_by_an_alternative_of_one() {
        assert!(Facets(0b01).differ(Facets(0b10)));
        // « aller » and « aller-retour »
        assert!(Facets(0b01).differ(Facets(0b11)));
        assert!(!Facets(0b01).differ(Facets(0b01)));
        assert!(!Facets(0b01).differ(Facets(0b01_0000)));
        assert!(!Facets::default().differ(Facets(0b10)));
    }
}
