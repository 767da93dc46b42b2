//! What ties a bare figure to another one: the words around it.

use super::super::super::context::Context;
use super::super::super::figure::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::text::{Flags, TokenKind, WordId};

/// What ties a bare figure to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// « contre 350 », « après 12 », « dont 300 », « et non 15 »
    Comparison,
    /// « la CGT en a compté 80 000 »
    Partitive,
    /// « les 400 restants », « un total de 500 »
    Whole,
    /// « 12 000 selon les organisateurs », « et 30 en 2026 »
    Parallel,
    /// « les Verts parlent de 210 », « elle table sur 80 »
    Told,
    /// « Trente salariés sont visés. Douze ont refusé. »
    Subject,
    /// Nothing but the sentence.
    None,
}

pub(super) fn link(cx: &Context<'_>, figure: &Figure) -> Link {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let before = cx.before(start);
    let word = cx.lexicon.vocabulary().text(cx.word(before));
    let of = word == "de" && matches!(cx.slice(cx.before(before)), "lieu" | "partir");
    if matches!(word, "contre" | "apres" | "dont" | "puis" | "soit" | "lieu" | "voire" | "non" | "pas") || of
    {
        return Link::Comparison;
    }
    // « la CGT avance le nombre de 118 »
    let number =
        cx.is_any(before, &[w::DE, w::D]) && matches!(cx.slice(cx.before(before)), "nombre" | "chiffre");
    if number && cx.is(cx.before(cx.before(before)), w::LE) {
        return Link::Partitive;
    }
    if remains(cx, end) || is_left(cx, start, end) || is_total(cx, figure.core_tokens.0 as usize) {
        return Link::Whole;
    }
    if has_partitive(cx, start) || cx.is(end, w::D) && cx.is(end + 1, w::ENTRE) {
        return Link::Partitive;
    }
    let parallel = cx.is_any(end, &[w::SELON, w::D, w::EN, w::POUR, w::A, w::DANS, w::PAR])
        && (!cx.is(end, w::D) || matches!(cx.slice(end + 1), "après"));
    match () {
        () if parallel => Link::Parallel,
        () if is_told(cx, start, end) => Link::Told,
        () if is_subject(cx, start, end) => Link::Subject,
        () => Link::None,
    }
}

/// « parlent de 210. »: a number alone, right behind a verb of those who say or count.
fn is_told(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let before = cx.before(start);
    let verb = if cx.is_any(before, &[w::DE, w::D, w::SUR, w::A]) { cx.before(before) } else { before };
    // « nos membres vendaient encore à 1 800 »
    let verb = if cx.has(verb, Classes::ADVERB) { cx.before(verb) } else { verb };
    let says = cx.entry(verb).verb.is_some_and(|form| {
        let lemma = cx.lemma(verb);
        let trades = matches!(lemma, "vendre" | "payer" | "acheter" | "ceder" | "facturer");
        (trades || form.roles.has(Roles::SPEECH.with(Roles::COUNT))) && form.tenses.has(Tenses::FINITE)
    });
    // « ce sera au moins 450 »
    let is = cx.entry(verb).verb.is_some_and(|form| form.lemma == w::ETRE)
        && (cx.is_any(cx.before(verb), &[w::CE, w::ON])
            || matches!(cx.slice(cx.before(verb)), "c'" | "c’" | "C'" | "C’"));
    (says || is) && cx.ends_phrase(end)
}

/// « Douze ont refusé », « … que vingt fermeront », « 25 n'ont pas répondu »: at the head of a clause, with its verb right behind.
fn is_subject(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let before = cx.before(start);
    let heads = cx.flag(start, Flags::LINE)
        || cx.is_any(
            before,
            &[
                w::DOT,
                w::QUESTION,
                w::EXCLAMATION,
                w::COMMA,
                w::SEMICOLON,
                w::COLON,
                w::LEFT_QUOTE,
                w::QUE,
                w::QU,
                w::ET,
                w::MAIS,
            ],
        );
    let clitics = [w::NE, w::N, w::SE, w::S, w::Y, w::EN, w::L, w::LES];
    let verb = (end..end + 3).find(|at| !cx.is_any(*at, &clitics)).unwrap_or(end);
    let plural = cx.slice(verb).ends_with("nt");
    heads && plural && cx.entry(verb).verb.is_some_and(|form| form.tenses.has(Tenses::FINITE))
}

/// « les 400 restants », « 400 autres »
fn remains(cx: &Context<'_>, end: usize) -> bool {
    matches!(
        cx.slice(end),
        "restants"
            | "restantes"
            | "restant"
            | "autres"
            | "supplémentaires"
            | "additionnels"
            | "manquants"
            | "promis"
            | "annoncés"
            | "prévus"
    )
}

/// « les 55 qui manquent », « les 400 qui suivront »
fn is_left(cx: &Context<'_>, start: usize, end: usize) -> bool {
    let follows = ["manqu", "rest", "suiv", "viendr"].iter().any(|stem| cx.slice(end + 1).starts_with(stem));
    cx.is_any(cx.before(start), &[w::LES, w::CES, w::DES]) && cx.is(end, w::QUI) && follows
}

/// « un total de 500 »
fn is_total(cx: &Context<'_>, start: usize) -> bool {
    let before = cx.before(start);
    cx.is(before, w::DE) && cx.is(cx.before(before), w::TOTAL)
}

/// « en » and its verb before the figure: « en dénombre 400 », « d'en ajouter 400 », « n'en compte que huit », « il y en aura
/// vingt ».
fn has_partitive(cx: &Context<'_>, start: usize) -> bool {
    partitive_verb(cx, start).is_some()
}

/// The token after the « en » of a figure.
pub(super) fn partitive_verb(cx: &Context<'_>, start: usize) -> Option<usize> {
    let en = (start.saturating_sub(7)..start).filter(|at| cx.is(*at, w::EN)).find(|at| {
        let at = *at;
        let slice = cx.slice(at + 1);
        let verb = cx.kind(at + 1) == Some(TokenKind::Word)
            && (cx.entry(at + 1).verb.is_some()
                || ["ons", "ent", "ait", "aient", "oit", "ra", "ront"]
                    .iter()
                    .any(|ending| slice.ends_with(ending))
                    && !slice.ends_with("ment"));
        // « n'en brûle que 1 500 », « OpenAI en engrange 12 »: any word between a subject and its object.
        let subject = at > 0
            && (cx.is_any(at - 1, &[w::N, w::QUI, w::IL, w::ELLE, w::ON, w::ILS, w::ELLES, w::NOUS])
                || cx.get(at - 1).is_some_and(crate::text::Token::is_capitalised));
        let object = at + 2 == start || at + 3 == start && cx.is_any(at + 2, &[w::QUE, w::QU]);
        let unknown = subject
            && object
            && cx.kind(at + 1) == Some(TokenKind::Word)
            && !cx.has(at + 1, Classes::FUNCTION)
            && slice.ends_with('e')
            && !matches!(slice, "hausse" | "baisse" | "France" | "moyenne" | "date");
        let verb = verb || unknown;
        let near = (at + 2..start).all(|i| {
            cx.kind(i) == Some(TokenKind::Word) || cx.is_any(i, &[w::COMMA, w::LEFT_QUOTE, w::QUOTE])
        });
        verb && near
    });
    // « imaginez-en dix »
    let behind = || {
        start
            .checked_sub(1)
            .filter(|at| *at > 1 && cx.is(*at, w::EN) && cx.is(at - 1, WordId::HYPHEN))
            .map(|at| at - 2)
    };
    en.map(|at| at + 1).or_else(behind)
}
