//! Verbs in place: which form, with which auxiliary.

use super::scene::Scene;
use crate::lexicon::{Classes, Roles, Tenses, VerbForm, words as w};
use crate::text::{Flags, TokenKind, WordId};

/// A verb of the text with its auxiliary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// First token of the group: the auxiliary, or the verb.
    pub(super) start: usize,
    /// The token of the verb itself.
    pub(super) at: usize,
    /// What the verb does.
    pub(super) roles: Roles,
    /// Its infinitive.
    pub(super) lemma: WordId,
    /// How it stands in the sentence.
    pub(super) mood: Mood,
    /// Tense of the finite part.
    pub(super) tenses: Tenses,
    /// Passive: what is before it undergoes.
    pub(super) passive: bool,
}

impl Verb {
    /// « avait annoncé »: the auxiliary before it is in the imperfect.
    pub(super) fn is_pluperfect(&self) -> bool {
        self.start != self.at && self.tenses.has(Tenses::IMPERFECT)
    }
}

/// Whether a verb is a form of an infinitive.
pub(super) fn is_lemma(scene: &Scene<'_>, verb: &Verb, infinitive: &str) -> bool {
    scene.lexicon.vocabulary().text(verb.lemma) == infinitive
}

/// How a verb stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// Makes a sentence: « affirme », « a affirmé ».
    Finite,
    /// « affirmant »
    Gerund,
    /// « affirmer »
    Infinitive,
    /// « affirmé » without auxiliary.
    Participle,
}

/// The verb whose own token is `at`; auxiliaries that lead a participle are no verbs of their own.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<Verb> {
    let form = scene.entry(at).verb?;
    scene.verbs.get(at, || {
        let form = bets(scene, at).unwrap_or(form);
        find(scene, at, form).map(|verb| unless_reflexive(scene, verb))
    })
}

/// « L'OFCE mise sur 0,7 % »: the verb that is spelt as the participle of another.
fn bets(scene: &Scene<'_>, at: usize) -> Option<VerbForm> {
    let spelt = scene.slice(at) == "mise" && scene.is(at + 1, w::SUR) && auxiliary(scene, at).is_none();
    let word = || scene.lexicon.vocabulary().find("misent");
    spelt.then(|| scene.lexicon.entry(word()).verb).flatten()
}

/// « le feu s'est déclaré »: nobody speaks.
fn unless_reflexive(scene: &Scene<'_>, verb: Verb) -> Verb {
    let reflexive = verb.start > 0 && scene.is_any(verb.start - 1, &[w::S, w::SE]);
    if reflexive && scene.lexicon.entry(verb.lemma).is(Classes::REFLEXIVE) {
        return Verb { roles: verb.roles.without(Roles::SPEECH.with(Roles::INCISE)), ..verb };
    }
    verb
}

/// Whether a word that is spelt as a verb is part of another or of a name.
fn is_no_verb(scene: &Scene<'_>, at: usize) -> bool {
    // « c'est-à-dire », « autrement dit »
    let joined = at >= 2 && scene.is(at - 1, WordId::HYPHEN) && scene.is(at - 2, w::A)
        || at >= 1 && scene.slice(at) == "dit" && scene.slice(at - 1) == "autrement";
    // « 14 236 voix, contre 12 777 à son rival »: a preposition; « contre-t-il » is a verb.
    let against = scene.is(at, w::CONTRE) && !scene.is(at + 1, WordId::HYPHEN);
    // « au micro d'Est FM »: a name inside a sentence.
    let name = scene.capitalised(at)
        && !scene.flag(at, Flags::UPPER)
        && at > 0
        && scene.kind(at - 1) == Some(TokenKind::Word)
        && !scene.flag(at, Flags::LINE);
    scene.kind(at) != Some(TokenKind::Word) || joined || against || name
}

fn find(scene: &Scene<'_>, at: usize, form: VerbForm) -> Option<Verb> {
    if is_no_verb(scene, at) {
        return None;
    }
    let slice = scene.slice(at);
    let participle = form.tenses.has(Tenses::PARTICIPLE)
        && (!form.tenses.has(Tenses::FINITE) || ends_in_acute(slice) || ambiguous(slice));
    let verb = Verb {
        start: at,
        at,
        roles: form.roles,
        lemma: form.lemma,
        mood: Mood::Finite,
        tenses: form.tenses,
        passive: false,
    };
    if participle {
        if let Some(auxiliary) = auxiliary(scene, at) {
            let verb = auxiliary.complete(verb);
            // « vient d'être porté à 1,68 milliard »
            let recent = comes_from(scene, verb.start).filter(|_| verb.mood == Mood::Infinitive);
            return Some(recent.map_or(verb, |start| Verb {
                start,
                mood: Mood::Finite,
                tenses: Tenses::PRESENT,
                ..verb
            }));
        }
        if ends_in_acute(slice) || !form.tenses.has(Tenses::FINITE) {
            return Some(Verb { mood: Mood::Participle, ..verb });
        }
    }
    if leads_participle(scene, at, form) {
        return None;
    }
    if form.tenses.has(Tenses::INFINITIVE)
        && let Some(start) = comes_from(scene, at)
    {
        return Some(Verb { start, tenses: Tenses::PRESENT, ..verb });
    }
    let mood = match form.tenses {
        t if t.has(Tenses::INFINITIVE) => Mood::Infinitive,
        t if t.has(Tenses::GERUND) => Mood::Gerund,
        _ => Mood::Finite,
    };
    if mood == Mood::Finite && is_noun(scene, at) || mood == Mood::Gerund && is_preposition(scene, at) {
        return None;
    }
    Some(Verb { mood, ..verb })
}

/// « La CGT, elle, assure », « Lui, maintient »: whether a pronoun that takes up who speaks stands right before a verb; not « rentrées chez
/// elles, indique ».
pub(super) fn is_stressed(scene: &Scene<'_>, verb: usize, first: usize) -> bool {
    let pronouns = [w::LUI, w::ELLE, w::EUX, w::ELLES];
    let Some(pronoun) = verb.checked_sub(2).filter(|i| *i >= first && scene.is(verb - 1, w::COMMA)) else {
        return false;
    };
    scene.is_any(pronoun, &pronouns)
        && (pronoun == first || scene.is_any(pronoun - 1, &[w::COMMA, w::ET, w::MAIS]))
}

/// « vient d'annoncer »: where the recent past of an infinitive begins.
fn comes_from(scene: &Scene<'_>, infinitive: usize) -> Option<usize> {
    let start = infinitive.checked_sub(2)?;
    let led = scene.is_any(infinitive - 1, &[w::DE, w::D]);
    (led && matches!(scene.folded(start), "vient" | "viennent" | "venait" | "venaient")).then_some(start)
}

/// Whether a verb stands at a token, or begins there: « vient » of « vient d'annoncer ».
pub(super) fn begins(scene: &Scene<'_>, token: usize) -> bool {
    at(scene, token).is_some() || is_recent(scene, token)
}

/// Whether the recent past of an infinitive begins at a token.
pub(super) fn is_recent(scene: &Scene<'_>, token: usize) -> bool {
    let infinitive = scene.entry(token + 2).verb.is_some_and(|verb| verb.tenses.has(Tenses::INFINITIVE));
    infinitive && comes_from(scene, token + 2) == Some(token)
}

/// « a plaidé devant les élus »; but « devant fournir 200 MW ».
fn is_preposition(scene: &Scene<'_>, at: usize) -> bool {
    let infinitive = |i: usize| scene.entry(i).verb.is_some_and(|verb| verb.tenses.has(Tenses::INFINITIVE));
    match scene.folded(at) {
        "devant" => !(at + 1..at + 3).any(infinitive),
        "durant" | "suivant" | "pendant" => true,
        _ => false,
    }
}

/// « a », « est » before a participle of which they are the auxiliary; « vient » of the recent past.
fn leads_participle(scene: &Scene<'_>, at: usize, form: VerbForm) -> bool {
    if is_recent(scene, at) {
        return true;
    }
    if ![w::AVOIR, w::ETRE].contains(&form.lemma) {
        return false;
    }
    (at + 1..(at + 8).min(scene.tokens.len())).any(|i| {
        let participle = scene.entry(i).verb.is_some_and(|verb| verb.tenses.has(Tenses::PARTICIPLE));
        participle && auxiliary(scene, i).is_some_and(|auxiliary| auxiliary.at == at)
    })
}

/// « annoncé », « estimée »: never a finite form.
pub(super) fn ends_in_acute(slice: &str) -> bool {
    ["é", "ée", "és", "ées", "É", "e\u{301}"].iter().any(|ending| slice.ends_with(ending))
}

/// « dit », « écrit », « investi »: participle or finite, as the auxiliary tells.
fn ambiguous(slice: &str) -> bool {
    slice.ends_with(['t', 'i', 's', 'u'])
}

/// « qui l'évalue », « le maire la chiffre »: a pronoun between a subject and its verb, not an article.
fn has_object_before(scene: &Scene<'_>, at: usize) -> bool {
    let object = at - 1;
    let subject = |i: usize| {
        scene.is_any(i, &[w::QUI, w::IL, w::ELLE, w::ON, w::ILS, w::ELLES])
            || scene.mentions_in(i.saturating_sub(4)..i + 1).iter().any(|m| m.end == i + 1 && m.is_free())
    };
    scene.is_any(object, &[w::L, w::LA, w::LE, w::LES]) && object > 0 && subject(object - 1)
}

/// What makes the word behind it a noun, though it is spelt as a verb.
const DETERMINERS: [WordId; 22] = [
    w::LA,
    w::LE,
    w::LES,
    w::L,
    w::UN,
    w::UNE,
    w::CETTE,
    w::CE,
    w::CES,
    w::CET,
    w::SA,
    w::SON,
    w::SES,
    w::LEUR,
    w::LEURS,
    w::DU,
    w::AU,
    w::D,
    w::DE,
    w::DES,
    w::NOS,
    w::A,
];

/// « l'annonce », « une estime », « la dernière tranche »: a noun with its determiner; « par ailleurs » behind a preposition.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    if at == 0 || has_object_before(scene, at) {
        return false;
    }
    let own = scene.entry(at).verb.is_some_and(|verb| {
        verb.tenses.has(Tenses(Tenses::FUTURE.0 | Tenses::CONDITIONAL.0 | Tenses::IMPERFECT.0))
    });
    // « ce dernier évalue », « le même estime »: somebody, no adjective.
    let somebody = || scene.is(at - 1, w::MEME) || scene.is_any(at - 2, &[w::CE, w::CETTE]);
    let adjective = at > 1 && scene.has(at - 1, Classes::PRENOMINAL) && !somebody();
    let first = if adjective { at - 2 } else { at - 1 };
    // « En visite à Dakar, il … », but « elle en compte 400 ».
    let in_phrase =
        scene.is(at - 1, w::EN) && (at < 2 || scene.flag(at - 1, Flags::LINE) || scene.is(at - 2, w::DOT));
    // « Masayoshi Son assure que … », « M. Son assure que … »: a name.
    let named = scene.is(first, w::SON)
        && scene.capitalised(first)
        && first > 1
        && (scene.capitalised(first - 1) || scene.is(first - 1, w::DOT) && scene.slice(first - 2) == "M")
        && !scene.flag(first, Flags::LINE);
    let led = scene.is_any(first, &DETERMINERS) && !named
        || scene.is_any(at - 1, &[w::PAR, w::POUR, w::SUR, w::DANS])
        || in_phrase;
    led && !own
}

/// An auxiliary before a participle.
struct Auxiliary {
    at: usize,
    tenses: Tenses,
    passive: bool,
    /// The auxiliary is itself no finite form: « ayant annoncé », « avoir investi ».
    mood: Mood,
}

impl Auxiliary {
    fn complete(&self, verb: Verb) -> Verb {
        Verb { start: self.at, mood: self.mood, tenses: self.tenses, passive: self.passive, ..verb }
    }
}

/// The auxiliary up to six words before a participle, over adverbs and « été ».
fn auxiliary(scene: &Scene<'_>, at: usize) -> Option<Auxiliary> {
    let mut passive = false;
    for i in (at.saturating_sub(7)..at).rev() {
        let token = &scene.tokens[i];
        if scene.is(i, w::ETE) {
            passive = true;
            continue;
        }
        let auxiliary = |form: &VerbForm| [w::AVOIR, w::ETRE].contains(&form.lemma);
        if let Some(form) = scene.entry(i).verb.filter(auxiliary) {
            let reflexive = i > 0 && scene.is_any(i - 1, &[w::S, w::SE]);
            let mood = match form.tenses {
                t if t.has(Tenses::GERUND) => Mood::Gerund,
                t if t.has(Tenses::INFINITIVE) => Mood::Infinitive,
                _ => Mood::Finite,
            };
            return Some(Auxiliary {
                at: i,
                tenses: form.tenses,
                passive: passive || form.lemma == w::ETRE && !reflexive,
                mood,
            });
        }
        let between = token.kind == TokenKind::Mark && (scene.is_any(i, &[WordId::HYPHEN, w::COMMA]))
            || scene.has(i, Classes::ADVERB)
            || scene.slice(i).ends_with("ment");
        if !between
            || (scene.is(i, w::COMMA)
                && !scene.is_any(i + 1, &[w::LUI, w::EUX, w::ELLE, w::ELLES])
                && !scene.is_any(i.wrapping_sub(1), &[w::LUI, w::EUX, w::ELLE, w::ELLES])
                && !scene.has(i.wrapping_sub(1), Classes::ADVERB))
        {
            return None;
        }
    }
    None
}

/// What may stand between a subject, or the mark before an incise, and its verb: « m'a répondu », « y voit ».
const CLITICS: [WordId; 15] = [
    w::L,
    w::LE,
    w::LA,
    w::LES,
    w::S,
    w::SE,
    w::LUI,
    w::N,
    w::NE,
    w::Y,
    w::NOUS,
    w::VOUS,
    w::ME,
    w::M_ELIDED,
    w::T_ELIDED,
];

/// The first token of a verb group, its clitics included.
pub(super) fn with_clitics(scene: &Scene<'_>, start: usize, floor: usize) -> usize {
    let clitic = |i: usize| scene.is_any(i, &CLITICS) || scene.is(i, w::LEUR);
    let mut at = start;
    while at > floor && clitic(at - 1) {
        at -= 1;
    }
    at
}

/// The token after the clitics that begin at one.
pub(super) fn past_clitics(scene: &Scene<'_>, start: usize) -> usize {
    // « le », « la », « les » there are articles.
    let clitic = |i: usize| scene.is_any(i, &CLITICS) && !scene.is_any(i, &[w::LE, w::LA, w::LES]);
    let mut at = start;
    while clitic(at) {
        at += 1;
    }
    at
}

/// The verbs of a token range, in order.
pub(super) fn in_range<'s>(
    scene: &'s Scene<'_>,
    range: std::ops::Range<usize>,
) -> impl Iterator<Item = Verb> + use<'s> {
    range.filter_map(move |i| at(scene, i))
}
