//! How firmly a figure is stated: asserted, planned, conditional, negated, hypothetical.

use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::grammar::Figure;
use crate::lexicon::{Roles, Tenses, words as w};
use crate::text::TokenKind;

/// The modality of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Stated as a fact.
    Asserted,
    /// Meant for later: future, intention, obligation.
    Planned,
    /// The journalist's conditional: « aurait injecté ».
    Conditional,
    /// Said not to be.
    Negated,
    /// Under a condition: « si … ».
    Hypothetical,
}

impl Modality {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Modality::Asserted => "asserted",
            Modality::Planned => "planned",
            Modality::Conditional => "conditional",
            Modality::Negated => "negated",
            Modality::Hypothetical => "hypothetical",
        }
    }
}

/// The modality of a figure, from the verb that governs it and the words around.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Modality {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let Some(verb) = governing(scene, figure, &sentence) else {
        return if planned_words(scene, figure, &sentence) { Modality::Planned } else { Modality::Asserted };
    };
    if is_negated(scene, &verb, &sentence)
        && figure.quantity.is_some_and(|q| q.bound == crate::quantity::Bound::Exact && q.strength.is_none())
    {
        return Modality::Negated;
    }
    if under_condition(scene, &verb, &sentence) {
        return Modality::Hypothetical;
    }
    let modal =
        matches!(scene.lexicon.vocabulary().text(verb.lemma), "devoir" | "pouvoir" | "vouloir" | "falloir");
    match verb.mood {
        Mood::Finite if verb.tenses.has(Tenses::CONDITIONAL) && !modal => Modality::Conditional,
        Mood::Finite if verb.tenses.has(Tenses::FUTURE.with(Tenses::CONDITIONAL)) => Modality::Planned,
        Mood::Infinitive => infinitive(scene, &verb, &sentence, figure),
        _ if modal && verb.mood == Mood::Finite && !verb.tenses.has(Tenses::PARTICIPLE) => Modality::Planned,
        _ if verb.roles.has(Roles::PLAN)
            && !verb.roles.has(Roles::SPEECH)
            && scene.lexicon.vocabulary().text(verb.lemma) != "compter" =>
        {
            Modality::Planned
        }
        _ if planned_words(scene, figure, &sentence) => Modality::Planned,
        _ => Modality::Asserted,
    }
}

/// The verb that governs a figure: the nearest before it in its clause, else after.
fn governing(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<Verb> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let before = verb::in_range(scene, sentence.start..start)
        .filter(|v| v.mood != Mood::Participle || v.at + 4 > start)
        .last();
    let cut = |from: usize, to: usize| {
        (from..to).any(|i| {
            scene.is_any(i, &[w::SEMICOLON, w::COLON, w::OPEN])
                || scene.kind(i) == Some(TokenKind::Mark) && scene.slice(i) == "—"
        })
    };
    if let Some(verb) = before.filter(|verb| !cut(verb.at, start)) {
        return Some(verb);
    }
    let mut after = verb::in_range(scene, end..sentence.end).filter(|v| v.mood == Mood::Finite);
    after.next().filter(|verb| !cut(end, verb.start) && verb.start < end + 12)
}

/// An infinitive takes its modality from what leads to it: « prévoit d'investir », « a pu lever », « pour atteindre ».
fn infinitive(
    scene: &Scene<'_>,
    verb: &Verb,
    sentence: &std::ops::Range<usize>,
    figure: &Figure,
) -> Modality {
    let lead =
        verb::in_range(scene, sentence.start..verb.start).filter(|v| v.mood != Mood::Infinitive).last();
    let Some(lead) = lead else { return Modality::Planned };
    let name = scene.lexicon.vocabulary().text(lead.lemma);
    let near = lead.at + 6 >= verb.start;
    if near && lead.tenses.has(Tenses::CONDITIONAL) && !matches!(name, "devoir" | "pouvoir" | "vouloir") {
        return Modality::Conditional;
    }
    let past = lead.mood == Mood::Finite && lead.start != lead.at;
    match name {
        // « a permis de lever », « vient de lever », « affirme avoir levé »
        "permettre" | "venir" | "reussir" | "parvenir" if near => Modality::Asserted,
        "pouvoir" | "devoir" if near && past => Modality::Asserted,
        "aller" | "devoir" | "pouvoir" | "vouloir" | "falloir" if near => Modality::Planned,
        _ if scene.lexicon.vocabulary().text(verb.lemma) == "avoir" => Modality::Asserted,
        _ if lead.roles.has(Roles::PLAN) || scene.is(verb.start.saturating_sub(1), w::POUR) => {
            Modality::Planned
        }
        _ if verb.roles.has(Roles::SPEECH) => Modality::Asserted,
        _ if planned_words(scene, figure, sentence) || !past => Modality::Planned,
        _ => Modality::Planned,
    }
}

/// « ne … pas » around the verb; « ne … que » restricts and does not negate.
fn is_negated(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    let before = verb.start.saturating_sub(3).max(sentence.start)..verb.start;
    let after = verb.start..(verb.at + 3).min(sentence.end);
    before.clone().any(|i| scene.is_any(i, &[w::NE, w::N]))
        && after.clone().any(|i| scene.is_any(i, &[w::PAS, w::JAMAIS, w::RIEN, w::GUERE]))
}

/// « si SoftBank versait 10 milliards »
fn under_condition(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    let clause = verb.start.saturating_sub(8).max(sentence.start)..verb.start;
    let si = clause.clone().rev().find(|i| {
        scene.is(*i, w::SI)
            || scene.slice(*i).eq_ignore_ascii_case("s'") && scene.is_any(i + 1, &[w::IL, w::ILS])
    });
    si.is_some_and(|si| !(si..verb.start).any(|i| scene.is(i, w::COMMA)))
}

/// Nouns and phrases of intention around a figure: « une ambition de », « d'ici 2029 », « dans les années à venir ».
fn planned_words(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    const WORDS: [&str; 24] = [
        "ambition", "objectif", "objectifs", "cap", "cible", "horizon", "perspective", "prochaines",
        "prochains", "prochaine", "prochain", "venir", "destine", "destines", "destinee", "prevu", "prevus",
        "prevue", "prevues", "promesse", "promesses", "engagement", "engagements", "projection",
    ];
    let from = (figure.tokens.0 as usize).saturating_sub(10).max(sentence.start);
    let to = (figure.tokens.1 as usize + 8).min(sentence.end);
    (from..to).any(|i| {
        WORDS.contains(&scene.folded(i))
            || WORDS.contains(&scene.slice(i))
            || scene.is(i, w::D) && scene.is(i + 1, w::ICI)
    })
}
