//! Who stands beside a description: « le patron d'OpenAI, Sam Altman », « l'opposition, par la voix de Mariusz Zawada ».

use super::cast::Mention;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::lexicon::words as w;
use crate::text::TokenKind;
use crate::topic::Sort;

/// Who a mention is: the name beside it, if it is a description (« a déclaré le patron d'OpenAI, Sam Altman »).
pub(super) fn named_beside(scene: &Scene<'_>, mention: &Mention) -> usize {
    apposed(scene, mention).or_else(|| voiced_by(scene, mention)).unwrap_or(mention.who)
}

/// « L'opposition, par la voix de Mariusz Zawada, juge que … »: the person who speaks for a body.
fn voiced_by(scene: &Scene<'_>, body: &Mention) -> Option<usize> {
    let by = body.end + usize::from(scene.is(body.end, w::COMMA));
    let voice = scene.is(by, w::PAR)
        && scene.is(by + 1, w::LA)
        && matches!(scene.slice(by + 2), "voix" | "bouche")
        && scene.is_any(by + 3, &[w::DE, w::D, w::DU]);
    let mut beside = scene.mentions_in(by + 4..by + 12).iter().filter(|_| voice);
    let person = |m: &Mention| scene.cast.characters[m.who].sort == Sort::Person;
    let first = beside.next().filter(|m| person(m))?;
    Some(apposed(scene, first).unwrap_or(first.who))
}

/// The name set beside a description: « le patron d'OpenAI, Sam Altman ».
fn apposed(scene: &Scene<'_>, first: &Mention) -> Option<usize> {
    if first.named || scene.cast.characters[first.who].entity.is_some() {
        return None;
    }
    /// Words of an office between it and the name: « l'adjointe à la solidarité, Malika Vasseur ».
    const OFFICE: usize = 9;
    // « la directrice de l'Institut de veille (IVSM), Claire Ousseini »
    let behind = (first.end..first.end + OFFICE)
        .find(|i| scene.is(first.end, w::OPEN) && scene.is(*i, w::CLOSE))
        .map_or(first.end, |close| close + 1);
    let bracketed = |m: &Mention| m.start >= first.end && m.end < behind;
    let next = scene
        .mentions_in(first.start + 1..behind + OFFICE)
        .iter()
        .find(|m| m.named && m.is_free() && !bracketed(m))?;
    let before = next.start.checked_sub(1)?;
    // « la gouverneure, la démocrate Gretchen Whitmer »
    let article = scene.is_any(before, &[w::LE, w::LA, w::L]) && scene.follows(before, w::COMMA);
    let beside = scene.is(before, w::COMMA) || article || next.start == first.end;
    let comma = if article { before - 1 } else { before };
    let office = (behind..comma).all(|i| {
        scene.kind(i) == Some(TokenKind::Word)
            && verb::at(scene, i).is_none_or(|verb| verb.mood != Mood::Finite)
    });
    // « selon une source bancaire, Mizuho et vingt autres … »: a name that nothing closes goes on.
    let closed = scene.cast.characters[next.who].sort == Sort::Person
        || scene.kind(next.end).is_none_or(|kind| kind == TokenKind::Mark);
    (beside && office && closed).then_some(next.who)
}
