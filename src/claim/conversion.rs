//! Conversions: « 500 milliards de dollars (soit 480 milliards d'euros) ».

use super::scene::Scene;
use super::verb;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Bound, Kind, Unit};
use crate::text::TokenKind;

/// Tokens between a figure and its conversion: « (soit environ ».
const GAP: usize = 5;

/// The same before a conversion that is alone between parentheses: « 17 milliards de coupes dans les dépenses (16 milliards de francs) ».
pub(super) const GAP_ENCLOSED: usize = 10;

/// Whether `here` says `there` in another currency or unit; `between` words of another figure may stand between.
fn converts(scene: &Scene<'_>, there: &Figure, here: &Figure, between: usize) -> bool {
    let (Some(a), Some(b)) = (there.quantity, here.quantity) else { return false };
    let other = match (a.unit, b.unit) {
        (Unit::Currency(x), Unit::Currency(y)) => x != y,
        (x, y) => {
            x == y && x != Unit::Noun && x.seconds().is_none() && there.scale.factor != here.scale.factor
        }
    };
    let gap = there.tokens.1 as usize..here.tokens.0 as usize;
    let enclosed = scene.follows(gap.end, w::OPEN) && scene.is(here.tokens.1 as usize, w::CLOSE);
    let widest = if enclosed { GAP_ENCLOSED } else { GAP };
    other
        && gap.clone().filter(|at| !says_again(scene, *at)).count() <= widest + between
        && (gap.clone().any(|at| {
            scene.is_any(at, &[w::OPEN, w::SOIT])
                || matches!(scene.slice(at), "équivalant" | "équivalent")
                || says_again(scene, at)
        }) || is_apposed(scene, there, here))
}

/// « 500 milliards de dollars, près de 453 milliards de francs, … »: about as much in another currency, behind a comma.
fn is_apposed(scene: &Scene<'_>, there: &Figure, here: &Figure) -> bool {
    let (Some(a), Some(b)) = (there.quantity, here.quantity) else { return false };
    let gap = there.tokens.1 as usize..here.tokens.0 as usize;
    let words = |range: std::ops::Range<usize>| range.clone().all(|i| scene.kind(i) == Some(TokenKind::Word));
    a.kind == Kind::Money
        && b.kind == Kind::Money
        && b.bound == Bound::Approx
        && !gap.is_empty()
        && scene.is(gap.end - 1, w::COMMA)
        && words(gap.start..gap.end - 1)
        && verb::in_range(scene, gap).next().is_none()
}

/// « c'est-à-dire », « autrement dit », « ce qui fait »: whether a word is one of those that say a figure again.
pub(super) fn says_again(scene: &Scene<'_>, at: usize) -> bool {
    const PHRASES: [&[&str]; 3] =
        [&["c'", "est", "-", "à", "-", "dire"], &["autrement", "dit"], &["ce", "qui", "fait"]];
    // At the head of a sentence they open one of its own.
    let reads = |from: usize, words: &[&str]| !scene.capitalised(from) && scene.reads(from, words);
    PHRASES.iter().any(|words| (0..words.len()).any(|k| at >= k && reads(at - k, words)))
}

/// The figure of a list that its `index`th converts: the one right before it, or the one before that where a duration
/// stands between (« 500 milliards en quatre ans, soit 717 milliards canadiens »).
pub(super) fn source_in(scene: &Scene<'_>, figures: &[Figure], index: usize) -> Option<usize> {
    let last = index.checked_sub(1)?;
    let lasts = figures[last].quantity.is_some_and(|q| q.kind == Kind::Duration);
    let further = last.checked_sub(1).filter(|_| lasts);
    [Some(last), further].into_iter().flatten().find(|there| {
        let between = if *there == last { 0 } else { figures[last].tokens.1 - figures[last].tokens.0 + 1 };
        converts(scene, &figures[*there], &figures[index], between as usize)
    })
}

/// The figure before this one that this one converts.
pub(super) fn source<'a>(scene: &Scene<'a>, figure: &Figure) -> Option<&'a Figure> {
    let index = scene.figures.partition_point(|other| other.core_tokens.0 < figure.core_tokens.0);
    source_in(scene, scene.figures, index).map(|there| &scene.figures[there])
}
