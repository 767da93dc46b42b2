//! The sum that a time is for: « 400 milliards sur trois ans », « en quatre ans, 500 milliards », « + 18 % en deux ans ».

use super::{Operand, operand};
use crate::claim::conversion;
use crate::claim::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Kind, Unit};

/// Tokens between a sum and the time over which it is spent.
const REACH: usize = 14;

/// The time of a change in per cent: « 18 % en deux ans », « 12 % sur un an ».
pub(super) fn time(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Operand> {
    figure.quantity.filter(|q| q.kind == Kind::Percent)?;
    let next = scene.figures.get(at + 1)?;
    next.quantity.filter(|q| matches!(q.unit, Unit::Year | Unit::Month))?;
    let led = scene.is_any(figure.tokens.1 as usize, &[w::EN, w::SUR]);
    (led && figure.tokens.1 + 1 == next.tokens.0).then(|| operand(scene, next)).flatten()
}

/// The sum nearest to a time of years in its sentence: before it, else behind.
pub(super) fn sum(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Operand> {
    if !figure.quantity.is_some_and(|q| matches!(q.unit, Unit::Year | Unit::Month)) {
        return None;
    }
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let sentence = scene.sentence(scene.sentence_of(start));
    let money = |f: &&Figure| f.quantity.is_some_and(|q| q.kind == Kind::Money);
    let clear = |from: usize, to: usize| {
        to.saturating_sub(from) <= REACH && !(from..to).any(|i| scene.is_any(i, &[w::SEMICOLON, w::COLON]))
    };
    let before = scene.figures[..at]
        .iter()
        .rev()
        .take_while(|f| f.core_tokens.0 as usize >= sentence.start)
        .find(money)
        .filter(|f| clear(f.tokens.1 as usize, start));
    let behind = || {
        let later = scene.figures.get(at + 1..)?.iter();
        let first = later.take_while(|f| (f.core_tokens.0 as usize) < sentence.end).find(money)?;
        Some(first).filter(|f| clear(end, f.tokens.0 as usize))
    };
    // « la part de marché est tombée de 22 à 18 % en cinq ans »
    let percent = |f: &&Figure| {
        let led = scene.follows(start, w::EN);
        led && f.quantity.is_some_and(|q| q.kind == Kind::Percent) && f.tokens.1 as usize + 1 == start
    };
    if let Some(change) = scene.figures[..at].last().filter(percent) {
        return operand(scene, change);
    }
    let found = before.or_else(behind)?;
    // « 400 milliards de dollars (339 milliards d'euros) sur trois ans »
    operand(scene, conversion::source(scene, found).unwrap_or(found))
}
