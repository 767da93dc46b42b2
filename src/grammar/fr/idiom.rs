//! Number words that count nothing: « faire les cent pas », « flambant neuf », « aux quatre coins ».

use super::super::context::Context;
use super::super::figure::Class;
use super::rule::{Reading, Rule, Starts};
use super::{count, numeral};
use crate::lexicon::{Classes, words as w};
use crate::text::TokenKind;

/// Tokens that an idiom may have before its number word.
pub(super) const BEFORE: usize = 4;

/// Idioms of the lexicon, and « neuf » for new.
pub(super) const RULE: Rule = Rule {
    name: "idiom",
    starts: Starts::WORDS,
    read,
    examples: &[
        ("il fait les cent pas", "word"),
        ("aux quatre coins du pays", "word"),
        ("un logement neuf", "word"),
        ("remis à neuf", "word"),
        ("de seconde main", "word"),
    ],
    refuses: &["quatre coins", "neuf logements", "ils étaient neuf", "cent pages"],
};

fn read(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    if cx.is_number(at) {
        return None;
    }
    let start = (at.saturating_sub(BEFORE).max(floor)..=at).find_map(|start| {
        let end = cx.lexicon.idiom(cx.tokens, start).filter(|end| *end > at)?;
        Some((start, end))
    });
    if let Some((start, end)) = start {
        return Some(Reading::of_class(start, end, Class::Word));
    }
    is_new(cx, at).then(|| Reading::of_class(at, at + 1, Class::Word))
}

/// « un logement neuf », « à neuf », « quoi de neuf »: an adjective or noun, and nothing behind it to count.
fn is_new(cx: &Context<'_>, at: usize) -> bool {
    if !cx.is(at, w::NEUF) || numeral::read_words(cx, at).is_none_or(|n| n.end != at + 1) {
        return false;
    }
    let before = cx.before(at);
    let noun = cx.kind(before) == Some(TokenKind::Word)
        && !cx.has(before, Classes::FUNCTION)
        && cx.entry(before).verb.is_none()
        && cx.number_word(before).is_none();
    let joint = cx.is_any(before, &[w::A, w::DE, w::DU]) && !cx.is(cx.before(before), w::D);
    let opens = at == 0 && cx.is(at + 1, w::OU);
    let counts =
        count::noun(cx, at + 1, true).is_some() || cx.lexicon.unit(cx.text, cx.tokens, at + 1).is_some();
    at > 0 && (noun || joint) && !counts || opens
}
