//! Sums over a time: a whole, the years over which it is spread, and what that makes for each.

use super::sum::{is_alike, is_reckoning};
use super::{Operand, operand, rate};
use crate::claim::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Bound, Unit};

/// The whole and the time over which it is spread: « 300 milliards de dollars sur cinq ans, soit 60 milliards par an ».
pub(super) fn spread(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<(Operand, Operand)> {
    let per = rate(scene, figure)?;
    let start = figure.tokens.0 as usize;
    // « 340 millions pour 1 200 postes, cela fait 120 000 euros par emploi »
    let makes = start >= 2
        && scene.slice(start - 1) == "fait"
        && matches!(scene.folded(start - 2), "cela" | "ca" | "qui");
    let said = makes || (start.saturating_sub(2)..start).any(|i| scene.is(i, w::SOIT));
    // « sur cinq ans, à partir de 2027 »: a year is no time over which something is spread.
    let mut told = before.iter().rev().filter(|f| f.is_quantity());
    let (time, whole) = (told.next()?, told.next()?);
    let (number, last) = (scene.sentence_of(start), time.tokens.1 as usize);
    // Tokens of « , à partir de 2027 ».
    let year = before.last().filter(|f| !f.is_quantity() && f.tokens.0 as usize >= last);
    let since = year.map_or(last, |year| year.tokens.1 as usize);
    let (said, first, gap) = if is_reckoned(scene, time, figure) {
        (true, scene.sentence(number - 1).start, 0)
    } else {
        (said, scene.sentence(number).start, start - since)
    };
    let over = (time.tokens.0 as usize).checked_sub(1)?;
    let near = whole.tokens.0 as usize >= first && gap <= 4;
    let spread = scene.is_any(over, &[w::SUR, w::EN]) || scene.slice(over) == "pour";
    let alike = is_alike(whole, figure) && is_whole(scene, whole);
    let plain = time.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    (said && fits(scene, time, figure, per) && near && spread && alike && plain)
        .then(|| operand(scene, whole).zip(operand(scene, time)))
        .flatten()
}

/// « 300 milliards sur cinq ans. Faites le calcul : trente milliards par an »
fn is_reckoned(scene: &Scene<'_>, time: &Figure, figure: &Figure) -> bool {
    let (start, last) = (figure.tokens.0 as usize, time.tokens.1 as usize);
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number).start;
    // « Cela représente une facture de 30 milliards par an »
    let makes = scene.folded(sentence) == "cela"
        && matches!(scene.folded(sentence + 1), "represente" | "fait" | "donne");
    let reckoned = scene.is(start - 1, w::COLON) && (sentence..start).any(|i| is_reckoning(scene, i));
    (reckoned || makes) && start - sentence <= 6 && scene.sentence_of(last.saturating_sub(1)) + 1 == number
}

/// Whether what a rate is per is what is counted: « sur cinq ans … par an », « pour 1 200 postes … par emploi ».
fn fits(scene: &Scene<'_>, time: &Figure, figure: &Figure, per: &str) -> bool {
    match time.quantity.map(|q| q.unit) {
        Some(Unit::Year) => matches!(per, "an" | "année"),
        Some(Unit::Month) => per == "mois",
        Some(Unit::Noun) => time.noun.is_some_and(|noun| {
            let family = |at: usize| scene.lexicon.family(scene.word(at));
            let end = figure.tokens.1 as usize;
            let kin = family(noun as usize).is_some() && family(noun as usize) == family(end + 1);
            kin || scene.slice(noun as usize).starts_with(per)
        }),
        _ => false,
    }
}

/// Whether a figure can be spread over a time: a value that is none of a time itself.
fn is_whole(scene: &Scene<'_>, figure: &Figure) -> bool {
    let valued = figure.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    valued && rate(scene, figure).is_none()
}

/// Whether a figure is a number of years over which something goes on: « pendant cinq ans ».
fn is_term(scene: &Scene<'_>, time: &Figure) -> bool {
    let over = (time.tokens.0 as usize).saturating_sub(1);
    time.quantity.is_some_and(|q| q.unit == Unit::Year && q.bound == Bound::Exact)
        && (scene.is_any(over, &[w::SUR, w::POUR]) || matches!(scene.folded(over), "pendant" | "durant"))
}

/// The whole of the sentence before and the years over which it is spread: « un contrat de 300 milliards avec Oracle. Elle devra
/// ainsi verser, pendant cinq ans, 30 milliards par an ».
pub(super) fn yearly(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    rate(scene, figure).filter(|per| matches!(*per, "an" | "année"))?;
    let start = figure.tokens.0 as usize;
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number);
    let follows = (sentence.start..start).any(|i| matches!(scene.slice(i), "ainsi" | "donc"));
    let time = scene.figures_in(&sentence).iter().find(|f| is_term(scene, f))?;
    let from = scene.sentence(number.saturating_sub(1)).start;
    let before = scene.figures[..at].iter().rev().take_while(|f| f.core_tokens.0 as usize >= from);
    let mut alike = before.filter(|f| is_alike(f, figure));
    let whole = alike.next().filter(|whole| is_whole(scene, whole))?;
    follows.then(|| operand(scene, whole).zip(operand(scene, time))).flatten()
}

/// The whole and the years that a yearly sum is said to make: « 18 millions par an pendant cinq ans, donc 108 millions ».
pub(super) fn product(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    rate(scene, figure).filter(|per| matches!(*per, "an" | "année"))?;
    let [time, whole, ..] = scene.figures.get(at + 1..)? else { return None };
    let (start, end) = (whole.tokens.0 as usize, time.tokens.1 as usize);
    let last = scene.sentence(scene.sentence_of(figure.tokens.0 as usize)).end;
    let near = time.tokens.0 as usize <= figure.tokens.1 as usize + 4 && start <= end + 4 && start < last;
    let said = (end..start).any(|i| scene.is(i, w::SOIT) || scene.slice(i) == "donc");
    (is_term(scene, time) && near && said && is_alike(whole, figure) && is_whole(scene, whole))
        .then(|| operand(scene, whole).zip(operand(scene, time)))
        .flatten()
}
