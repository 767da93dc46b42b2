//! Words that limit a figure, before or after it.

use super::super::context::Context;
use crate::lexicon::{BoundWords, Classes, Tenses, words as w};
use crate::quantity::{Bound, Kind, Strength};

/// The bound of a core and the tokens that it extends the expression to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) bound: Bound,
    pub(super) strength: Option<Strength>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Finds the bound words of the core `start..end`, not looking back beyond `floor`.
pub(super) fn find(cx: &Context<'_>, start: usize, end: usize, floor: usize, kind: Kind) -> Limits {
    let none = Limits { bound: Bound::Exact, strength: None, start, end };
    let before = before(cx, start, floor, kind).or_else(|| restriction(cx, start, floor));
    let limits = before.map_or(none, |(meaning, at)| Limits {
        bound: meaning.bound,
        strength: meaning.strength,
        start: at,
        ..none
    });
    // « exactement », « un total de » set no bound: one may follow.
    if limits.bound != Bound::Exact || limits.strength.is_some() {
        return limits;
    }
    match after(cx, end) {
        Some((meaning, stop)) => {
            Limits { bound: meaning.bound, strength: meaning.strength, end: stop, ..limits }
        }
        None => limits,
    }
}

/// The innermost bound before the figure decides; words before it only lengthen the expression.
fn before(cx: &Context<'_>, start: usize, floor: usize, kind: Kind) -> Option<(BoundWords, usize)> {
    let (mut meaning, mut at) = phrase(cx, start, floor, kind)?;
    for _ in 0..2 {
        let Some((outer, further)) = phrase(cx, at, floor, kind) else { break };
        if meaning.bound == Bound::Exact && meaning.strength.is_none() {
            meaning = outer;
        }
        at = further;
    }
    Some((meaning, at))
}

fn phrase(cx: &Context<'_>, start: usize, floor: usize, kind: Kind) -> Option<(BoundWords, usize)> {
    let (meaning, at) = direct(cx, start, floor).or_else(|| over_one_word(cx, start, floor))?;
    // « en plus des 15 milliards »: besides them.
    let besides =
        meaning.bound == Bound::MoreThan && at > floor && cx.is(at, w::PLUS) && cx.is(at - 1, w::EN);
    if besides || excluded(cx, at, start, kind) {
        return None;
    }
    // « il ne reste plus que 10 jours »
    if meaning.bound == Bound::MoreThan
        && cx.is(at, w::PLUS)
        && cx.is_any(at + 1, &[w::QUE, w::QU])
        && negated_before(cx, at, floor)
    {
        return Some((BoundWords::new(Bound::Exact, Some(Strength::Only)), at));
    }
    if matches!(meaning.bound, Bound::MoreThan | Bound::LessThan) && !meaning.verb && ruled_out(cx, at, floor)
    {
        return Some((BoundWords { bound: meaning.bound.negated(), strength: None, ..meaning }, at));
    }
    Some((meaning, at))
}

/// « le loyer ne peut être relevé de plus de 3,5 % », « n'a jamais compté plus de 30 élèves »: what cannot be, or never was,
/// is the limit, where nothing but verbs stands between; « ne peut ignorer plus de 300 morts » denies the verb.
fn ruled_out(cx: &Context<'_>, at: usize, floor: usize) -> bool {
    /// Tokens back to the negation.
    const REACH: usize = 8;
    const DENIED: [&str; 12] = [
        "ignorer", "accepter", "exclure", "oublier", "cacher", "supporter", "absorber", "compenser",
        "passer", "tolerer", "permettre", "assumer",
    ];
    let mut never = false;
    for i in (at.saturating_sub(REACH).max(floor)..at).rev() {
        if cx.is_any(i, &[w::NE, w::N]) {
            return never || cx.lemma(i + 1) == "pouvoir";
        }
        never |= cx.is(i, w::JAMAIS);
        let joint = cx.is_any(i, &[w::JAMAIS, w::DE, w::D, w::A]);
        if !joint && (cx.entry(i).verb.is_none() || DENIED.contains(&cx.lemma(i))) {
            return false;
        }
    }
    false
}

fn direct(cx: &Context<'_>, start: usize, floor: usize) -> Option<(BoundWords, usize)> {
    let (meaning, at) = cx.lexicon.bound_before(cx.tokens, start).filter(|(_, at)| *at >= floor)?;
    // « à eux seuls 5,5 gigawatts »: they alone, and not that much alone.
    let alone = at > floor + 1
        && matches!(cx.slice(at), "seuls" | "seules")
        && cx.is_any(at - 1, &[w::EUX, w::ELLES])
        && cx.is(at - 2, w::A);
    if alone {
        return None;
    }
    if meaning.verb {
        return Some(verb(cx, meaning, at, floor));
    }
    Some(strengthened(cx, meaning, at, floor))
}

/// « bien moins de », « très largement supérieur à »
fn strengthened(cx: &Context<'_>, meaning: BoundWords, at: usize, floor: usize) -> (BoundWords, usize) {
    let start = (floor..at).rev().take(2).take_while(|i| cx.has(*i, Classes::STRENGTHEN)).last();
    match (start, meaning.bound.strengthened()) {
        (Some(start), Some(strength)) if meaning.strong => {
            (BoundWords { strength: Some(strength), ..meaning }, start)
        }
        _ => (meaning, at),
    }
}

/// Over an article, or over « pas » or an adverb after a verb (« ne dépasse pas les 10 », « dépasse largement 10 »).
fn over_one_word(cx: &Context<'_>, start: usize, floor: usize) -> Option<(BoundWords, usize)> {
    let mut at = start;
    if at > floor && cx.is_any(at - 1, &[w::LES, w::LA, w::LE, w::L, w::CES, w::SES, w::UN, w::UNE]) {
        at -= 1;
        if let Some(found) = direct(cx, at, floor) {
            return Some(found);
        }
    }
    if at <= floor {
        return None;
    }
    // « dépasse à présent 450 milliards »
    let now = at > floor + 1 && cx.is(at - 2, w::A) && cx.slice(at - 1) == "présent";
    if now {
        return cx.lexicon.bound_before(cx.tokens, at - 2).filter(|(m, found)| m.verb && *found >= floor);
    }
    let adverb = at - 1;
    let (meaning, found) =
        cx.lexicon.bound_before(cx.tokens, adverb).filter(|(m, found)| m.verb && *found >= floor)?;
    let negation = cx.is_any(adverb, &[w::PAS, w::JAMAIS, w::GUERE]);
    let stronger = cx.has(adverb, Classes::STRENGTHEN);
    let plain = matches!(
        cx.lexicon.vocabulary().text(cx.word(adverb)),
        "desormais"
            | "deja`"
            | "deja"
            | "meme"
            | "encore"
            | "aujourd'hui"
            | "ainsi"
            | "donc"
            | "allegrement"
            | "legerement"
            | "maintenant"
            | "alors"
            | "aussi"
            | "egalement"
            | "actuellement"
            | "toujours"
    );
    if !negation && !stronger && !plain {
        return None;
    }
    let (mut meaning, found) = verb(cx, meaning, found, floor);
    if stronger {
        meaning.strength = meaning.bound.strengthened().or(meaning.strength);
    }
    Some((meaning, found))
}

/// A bound verb with its negation.
fn verb(cx: &Context<'_>, meaning: BoundWords, at: usize, floor: usize) -> (BoundWords, usize) {
    if !negated_before(cx, at, floor) {
        return (meaning, at);
    }
    (BoundWords { bound: meaning.bound.negated(), strength: None, ..meaning }, at)
}

/// « ne », « n' » up to four words before (« n'ont pas encore excédé »).
fn negated_before(cx: &Context<'_>, at: usize, floor: usize) -> bool {
    (at.saturating_sub(4).max(floor)..at).any(|i| cx.is_any(i, &[w::NE, w::N]))
}

/// Phrases that are no bound before this kind of figure.
fn excluded(cx: &Context<'_>, at: usize, start: usize, kind: Kind) -> bool {
    match kind {
        // « dans les cinq ans »: within; « autour des 5 ans » stays.
        Kind::Duration => {
            cx.is(at, w::DANS) && !cx.is(at + 1, w::LA)
                || start == at + 1
                    && (cx.is(at, w::DES_TIME) && !in_years(cx, start)
                        || cx.slice(at).eq_ignore_ascii_case("sous"))
        }
        // « sous 3 m » is below; « sous les 500 tentes » is a place.
        Kind::Count => cx.is(at, w::DANS),
        _ => false,
    }
}

/// « dès 65 ans »: from that age on.
fn in_years(cx: &Context<'_>, start: usize) -> bool {
    super::numeral::read(cx, start).is_some_and(|numeral| cx.is(numeral.end, w::ANS))
}

/// « ne … que (de) 10 »: exact, and said to be little.
fn restriction(cx: &Context<'_>, start: usize, floor: usize) -> Option<(BoundWords, usize)> {
    let mut at = start;
    // « que de 10 », « qu'à 10 », « qu'à hauteur de 10 », « que les 10 »
    for _ in 0..3 {
        if at <= floor {
            return None;
        }
        at -= 1;
        if cx.is_any(at, &[w::QUE, w::QU]) {
            break;
        }
        let small = cx
            .is_any(at, &[w::DE, w::D, w::A, w::LES, w::AU, w::AUX, w::DES, w::POUR, w::EN, w::SUR])
            || cx.slice(at) == "hauteur";
        if !small {
            return None;
        }
    }
    if !cx.is_any(at, &[w::QUE, w::QU]) {
        return None;
    }
    for i in (at.saturating_sub(12).max(floor)..at).rev() {
        if cx.is_any(
            i,
            &[w::PAS, w::JAMAIS, w::RIEN, w::GUERE, w::DOT, w::SEMICOLON, w::COLON, w::QUE, w::QUI],
        ) {
            return None;
        }
        if cx.is_any(i, &[w::NE, w::N]) {
            return Some((BoundWords::new(Bound::Exact, Some(Strength::Only)), at));
        }
    }
    None
}

/// « 500 milliards au moins », « 200 000 et plus », also after a comma or in brackets.
fn after(cx: &Context<'_>, end: usize) -> Option<(BoundWords, usize)> {
    let mut at = if cx.is_any(end, &[w::COMMA, w::OPEN]) { end + 1 } else { end };
    // « 100 000 postes « au minimum » »
    if cx.is_any(at, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]) {
        at += 1;
    }
    if !cx.same_line(at) {
        return None;
    }
    let (meaning, stop) = cx.lexicon.bound_after(cx.tokens, at)?;
    // « au plus tard », « au plus vite », « environ 20 » of the next figure.
    let next = cx.slice(stop);
    // « 5 % seulement de ses spécialistes »
    let share = meaning.strength == Some(Strength::Only)
        && cx.slice(stop - 1) == "seulement"
        && matches!(next, "de" | "d'" | "d’");
    let other = !share
        && matches!(
            next,
            "tard" | "tôt" | "vite" | "haut" | "bas" | "fort" | "près" | "grand" | "de" | "d'" | "d’" | "que"
        );
    // « un projet à 500 milliards à peine lancé »: it is lanced, not the sum, that is so just now.
    let of_verb = meaning.strength == Some(Strength::Only)
        && cx.entry(stop).verb.is_some_and(|verb| verb.tenses.has(Tenses::PARTICIPLE));
    let belongs_next = of_verb || cx.is_number(stop) || cx.number_word(stop).is_some();
    let apart = at > end && !cx.ends_phrase(stop);
    (!other && !belongs_next && !apart).then_some((meaning, stop))
}
