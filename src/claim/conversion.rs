//! Conversions: « 500 milliards de dollars (soit 480 milliards d'euros) ».

use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::Unit;

/// Tokens between a figure and its conversion: « (soit environ ».
const GAP: usize = 5;

/// Whether `here` says `there` in another currency or unit.
pub(super) fn converts(scene: &Scene<'_>, there: &Figure, here: &Figure) -> bool {
    let (Some(a), Some(b)) = (there.quantity, here.quantity) else { return false };
    let other = match (a.unit, b.unit) {
        (Unit::Currency(x), Unit::Currency(y)) => x != y,
        (x, y) => {
            x == y && x != Unit::Noun && x.seconds().is_none() && there.scale.factor != here.scale.factor
        }
    };
    let gap = there.tokens.1 as usize..here.tokens.0 as usize;
    other
        && gap.len() <= GAP
        && gap.clone().any(|at| {
            scene.is_any(at, &[w::OPEN, w::SOIT])
                || matches!(scene.slice(at), "équivalant" | "équivalent" | "autrement")
        })
}

/// The figure right before this one that this one converts.
pub(super) fn source<'a>(scene: &Scene<'a>, figure: &Figure) -> Option<&'a Figure> {
    let before = scene.figures.partition_point(|other| other.core_tokens.0 < figure.core_tokens.0);
    let there = scene.figures.get(before.checked_sub(1)?)?;
    converts(scene, there, figure).then_some(there)
}
