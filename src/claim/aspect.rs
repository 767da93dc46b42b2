//! What a figure measures in general, by the words of the lexicon around it: a cost, a loss, jobs that are cut.

use std::ops::Range;

use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;

/// By so many tokens words behind a figure are farther from it than words before.
const BEHIND: usize = 3;

/// What a figure measures in general.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Aspect {
    /// The measure whose words stand nearest, by number in the lexicon.
    pub(super) measure: Option<u8>,
    /// Its family.
    pub(super) family: Option<u8>,
    /// The families of all measures that the words tell of, a bit for each.
    pub(super) families: u64,
}

impl Aspect {
    /// What the words in a range around a figure say that it measures.
    pub(super) fn of(scene: &Scene<'_>, figure: &Figure, around: Range<usize>) -> Self {
        let told = measures(scene, figure, around);
        let measure = told.iter().min_by_key(|(distance, _)| *distance).map(|(_, measure)| *measure);
        let family = |number: u8| scene.lexicon.measure_of(number).family;
        let families = told.iter().fold(0, |all, (_, number)| all | 1 << family(*number));
        Aspect { measure, family: measure.map(family), families }
    }
}

/// The general measures that the words around a figure tell of, with how far from it: before it rather than behind.
fn measures(scene: &Scene<'_>, figure: &Figure, around: Range<usize>) -> Vec<(usize, u8)> {
    let Some(kind) = figure.quantity.map(|q| q.kind) else { return Vec::new() };
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let told = |at: usize| {
        let (measure, after) = scene.lexicon.measure(scene.tokens, at, kind)?;
        // « 17 milliards de coupes et 15 de recettes »
        let own = at == end + 1 && scene.is_any(end, &[w::DE, w::D]);
        // « neuf morts et 34 blessés »: what it counts says it best.
        let distance = match () {
            () if own || (start..end).contains(&at) => 0,
            () if at < start => start.saturating_sub(after) + 1,
            () => at.saturating_sub(end) + BEHIND,
        };
        Some((distance, measure))
    };
    around.filter_map(told).collect()
}
