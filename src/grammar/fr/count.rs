//! What a number counts: the noun after it, over adjectives (« cinq nouveaux centres de données »).

use super::super::context::Context;
use super::super::figure::joined;
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, TokenKind, WordId};

/// The head noun after a number at `at`, and the index after it. With `plural` it must look like a plural, which in
/// French tells a noun from a verb or adverb (« 500 emplois », « les 500 ont »).
pub(super) fn noun(cx: &Context<'_>, at: usize, plural: bool) -> Option<(usize, usize)> {
    let mut noun = at;
    // « sept « usines d'IA » »
    if cx.is_any(at, &[w::LEFT_QUOTE, w::CURLY_QUOTE, w::QUOTE]) && cx.same_line(at) && cx.same_line(at + 1) {
        return quoted(cx, at + 1).map(|end| (at + 1, end));
    }
    for _ in 0..3 {
        // « 5 autres », « 20 anciens »: an adjective with no noun after it may stand for one.
        // « grands-mères » is a noun.
        let joined = cx.is(noun + 1, WordId::HYPHEN) && cx.glued(noun + 1);
        if !cx.has(noun, Classes::PRENOMINAL) || !cx.same_line(noun) || joined {
            break;
        }
        noun += 1;
    }
    // « 450 000 GB200 »: a product's name.
    let product = cx.flag(noun, Flags::UPPER)
        && cx.is_number(noun + 1)
        && cx.glued(noun + 1)
        && !cx.flag(noun, Flags::LINE)
        && cx.flag(noun, Flags::SPACE);
    if product {
        return Some((noun, noun + 2));
    }
    let found = is_noun(cx, noun, plural);
    found.then(|| (noun, compound_end(cx, noun)))
}

/// The end of a noun with what hyphens join to it: « start-up », « rendez-vous », but « ces 12 jours-là ».
fn compound_end(cx: &Context<'_>, noun: usize) -> usize {
    let mut end = noun + 1;
    while let Some(next) = joined(cx.text, cx.tokens, end) {
        let word = || cx.lexicon.is_invariable(&format!("{}-{next}", cx.slice(end - 1)));
        // « chefs-d'œuvre »
        let of = cx.flag(end + 1, Flags::ELIDED) && cx.glued(end + 2);
        if cx.has(end + 1, Classes::FUNCTION) && !of && !word() {
            break;
        }
        end += 2 + usize::from(of);
    }
    end
}

/// The end of a plural noun that stands within marks of its own; the marks of a whole sentence quote somebody.
fn quoted(cx: &Context<'_>, noun: usize) -> Option<usize> {
    /// Tokens of what is within the marks.
    const LONGEST: usize = 5;
    let close =
        (noun + 1..noun + LONGEST).find(|i| cx.is_any(*i, &[w::RIGHT_QUOTE, w::CURLY_QUOTE, w::QUOTE]))?;
    let token = cx.get(noun)?;
    let plural =
        cx.slice(noun).ends_with(['s', 'x']) && token.kind == TokenKind::Word && !token.is_capitalised();
    let common = !cx.has(noun, Classes::FUNCTION) && cx.entry(noun).verb.is_none();
    (plural && common && !(noun..close).any(|i| cx.flag(i, Flags::LINE))).then_some(close + 1)
}

fn is_noun(cx: &Context<'_>, at: usize, plural: bool) -> bool {
    let Some(token) = cx.get(at) else { return false };
    if token.kind != TokenKind::Word
        || token.has(Flags::LINE)
        || token.has(Flags::ELIDED)
        || !(token.has(Flags::SPACE) || cx.flag(cx.before(at), Flags::ELIDED))
    {
        return false;
    }
    let entry = cx.entry(at);
    // « six sous-marins », « mille start-up », « quatre rendez-vous »
    let compound = !token.is_capitalised()
        && cx.is(at + 1, WordId::HYPHEN)
        && cx.glued(at + 1)
        && cx.glued(at + 2)
        && cx.kind(at + 2) == Some(TokenKind::Word)
        && !cx.has(at + 2, Classes::FUNCTION.with(Classes::NUMERIC));
    if compound && entry.number.is_none() && !(cx.slice(at).ends_with('t') && entry.verb.is_some()) {
        return true;
    }
    if entry.is(Classes::FUNCTION)
        || entry.month.is_some()
        || entry.is(Classes::WEEKDAY)
        || entry.number.is_some()
    {
        return false;
    }
    if token.span.len() < 2 {
        return false;
    }
    if token.has(Flags::UPPER) {
        // « 64 000 GPU »: an acronym; a shouted headline is lower case elsewhere too, and read by its ending.
        return true;
    }
    let slice = cx.slice(at);
    let looks_plural = slice.ends_with(['s', 'x', 'z']) || entry.is(Classes::INVARIABLE);
    if token.is_capitalised() {
        // « 27 Européens », « neuf Canadair »; « Le 20 Trump » is nothing.
        return entry.is(Classes::INVARIABLE) && is_few(cx, at)
            || slice.ends_with(['s', 'x'])
                && slice.len() > 3
                && !entry.is(Classes::MALE_NAME)
                && !entry.is(Classes::FEMALE_NAME);
    }
    (!plural || looks_plural) && !is_told(cx, at)
}

/// « neuf Canadair », « 12 Rafale »; « Depuis 2019 Boeing a perdu … », « Le 15 Boeing annonce … », « le 737 Boeing » are no number of them.
fn is_few(cx: &Context<'_>, noun: usize) -> bool {
    let number = cx.before(noun);
    cx.number_word(number).is_some() || cx.digit_count(number) <= 2 && !cx.is(cx.before(number), w::LE)
}

/// « vingt minutes, contre 45 exigées »: a participle, told of a number of something else.
fn is_told(cx: &Context<'_>, at: usize) -> bool {
    let ending = cx.slice(at).ends_with("és") || cx.slice(at).ends_with("ées");
    let participle = ending && cx.entry(at).verb.is_some();
    participle && (at.saturating_sub(3)..at).any(|i| cx.is(i, w::CONTRE))
}
