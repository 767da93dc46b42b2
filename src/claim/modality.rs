//! How firmly a figure is stated: asserted, planned, conditional, negated, hypothetical.

use super::conversion;
use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::{Bound, Kind, Quantity};
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

/// The modality of a figure, from the verb that governs it and the words around. `prospect`: what it measures is meant for
/// later unless a verb says that it is done.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure, prospect: bool) -> Modality {
    // « 500 milliards (480 milliards d'euros) » is one statement.
    if let Some(source) = conversion::source(scene, figure) {
        return of(scene, source, prospect);
    }
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    // « 1 240 postes disparaîtront, soit 8,6 % de l'effectif »: said again.
    if let Some(source) = restated(scene, at, &sentence) {
        return of(scene, source, prospect);
    }
    if is_set_against(scene, figure) || is_distance(scene, figure) {
        return Modality::Asserted;
    }
    if supposed(scene, at, &sentence) {
        return Modality::Hypothetical;
    }
    if is_set_aside(scene, at) {
        return Modality::Negated;
    }
    if is_whole_of_some(scene, at, &sentence) {
        return Modality::Asserted;
    }
    let governing = governing(scene, figure, &sentence);
    let from = governing.filter(|verb| verb.at < at).map_or(sentence.start, |verb| verb.at + 1);
    if let Some(modality) = by_ending(scene, from..at) {
        return modality;
    }
    let Some(verb) = governing else {
        let planned = prospect || planned_words(scene, figure, &sentence);
        return if planned { Modality::Planned } else { Modality::Asserted };
    };
    let done = verb.mood == Mood::Finite && (verb.start != verb.at || verb.tenses.has(Tenses::IMPERFECT));
    match by_verb(scene, figure, &verb, &sentence) {
        Modality::Asserted if prospect && !done => Modality::Planned,
        Modality::Conditional if is_future_in_past(scene, &verb, &sentence) => Modality::Planned,
        modality => modality,
    }
}

/// « a précisé que 100 milliards seraient déployés »: behind a past, the conditional is the future; « aurait injecté » is hearsay.
fn is_future_in_past(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    /// Tokens between the verb of speech and its « que ».
    const NEAR: usize = 4;
    let hearsay = scene.entry(verb.start).verb.is_some_and(|form| form.lemma == w::AVOIR);
    let que = (sentence.start..verb.start).rev().find(|i| scene.is_any(*i, &[w::QUE, w::QU]));
    let Some(que) = que.filter(|_| !hearsay) else { return false };
    let within = verb::in_range(scene, que + 1..verb.start).any(|other| other.mood == Mood::Finite);
    let said = verb::in_range(scene, que.saturating_sub(NEAR).max(sentence.start)..que).last();
    !within
        && said.is_some_and(|said| {
            let past = said.start != said.at || said.tenses.has(Tenses::IMPERFECT);
            said.mood == Mood::Finite && past && said.roles.has(Roles::SPEECH)
        })
}

/// Whether a verb says of a figure that it is done: « a versé 22,5 milliards », « ont déjà été dépensés », « emploie déjà 1 200 ».
pub(super) fn is_done(scene: &Scene<'_>, figure: &Figure) -> bool {
    /// Tokens around a figure in which « déjà » stands.
    const NEAR: usize = 6;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let sentence = scene.sentence(scene.sentence_of(start));
    let Some(verb) = governing(scene, figure, &sentence) else { return false };
    // « a déclaré que l'usine emploie déjà 1 200 personnes », of a verb that the lexicon does not know
    let unknown = (start.saturating_sub(2)..start).any(|i| i > verb.at + 2 && scene.slice(i) == "déjà");
    if unknown {
        return true;
    }
    let open = Tenses::FUTURE.with(Tenses::CONDITIONAL);
    // « a présenté un plan de 500 milliards »: nothing is done yet.
    let says = Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT).with(Roles::PLAN);
    let acts = !verb.roles.has(says);
    let near = start.saturating_sub(NEAR).max(sentence.start)..(end + NEAR).min(sentence.end);
    let already = near.clone().any(|i| scene.slice(i) == "déjà");
    let past = verb.start != verb.at && verb.mood == Mood::Finite;
    // « ils avaient déjà fait miroiter 1 400 milliards »
    let lets = scene.entry(verb.at + 1).verb.is_some_and(|next| next.tenses.has(Tenses::INFINITIVE))
        || scene.slice(verb.at + 1) == "miroiter";
    acts && !lets
        && !verb.tenses.has(open)
        && !is_negated(scene, &verb, &sentence)
        && (past || already && verb.mood == Mood::Finite)
}

/// The figure that another one says again: « …, soit 8,6 % ».
fn restated<'a>(scene: &Scene<'a>, at: usize, sentence: &std::ops::Range<usize>) -> Option<&'a Figure> {
    let soit = (at.saturating_sub(2).max(sentence.start)..at).find(|i| scene.is(*i, w::SOIT))?;
    scene.figures_in(&(sentence.start..soit)).iter().rev().find(|figure| figure.is_quantity())
}

/// « le comité affrétera une dizaine de bus »: a verb that the lexicon does not know, by its ending.
fn by_ending(scene: &Scene<'_>, clause: std::ops::Range<usize>) -> Option<Modality> {
    /// Words between such a verb and its figure.
    const NEAR: usize = 6;
    let from = clause.start.max(clause.end.saturating_sub(NEAR));
    let ending = |at: usize, endings: &[&str]| {
        let word = scene.slice(at);
        !scene.word(at).is_known()
            && !scene.capitalised(at)
            && word.len() > 6
            && endings.iter().any(|ending| word.ends_with(ending))
    };
    let stops = |at: &usize| !scene.is_any(*at, &[w::COMMA, w::SEMICOLON, w::COLON]);
    (from..clause.end).rev().take_while(stops).find_map(|at| match () {
        () if ending(at, &["era", "eront", "ira", "iront"]) => Some(Modality::Planned),
        () if ending(at, &["erait", "eraient", "irait", "iraient"]) => Some(Modality::Conditional),
        () => None,
    })
}

/// « Sur les 63 maisons détruites, une vingtaine n'étaient pas assurées »: what is told of some is not told of all.
fn is_whole_of_some(scene: &Scene<'_>, at: usize, sentence: &std::ops::Range<usize>) -> bool {
    let first = if scene.is(sentence.start, w::LEFT_QUOTE) { sentence.start + 1 } else { sentence.start };
    let among = scene.is(first, w::SUR) || scene.folded(first) == "parmi";
    let comma = (at..sentence.end).find(|i| scene.is(*i, w::COMMA));
    among && first + 2 >= at.saturating_sub(1) && comma.is_some()
}

/// « 372 emplois, pas 312 », « trente, et non trente-cinq », « plutôt que 500 »: a figure set aside for another.
fn is_set_aside(scene: &Scene<'_>, at: usize) -> bool {
    let prepositions = usize::from(at > 0 && scene.is_any(at - 1, &[w::A, w::DE, w::D, w::AUX]));
    let last = at.saturating_sub(1 + prepositions);
    let before = |back: usize| last.checked_sub(back);
    let led = |back: usize| before(back).is_some_and(|i| scene.is_any(i, &[w::COMMA, w::ET, w::OPEN]));
    let not = |back: usize| before(back).is_some_and(|i| scene.slice(i).eq_ignore_ascii_case("non"));
    match () {
        () if scene.is(last, w::PAS) => led(1) || not(1),
        () if not(0) => led(1),
        () => {
            let than = scene.is_any(last, &[w::QUE, w::QU]);
            than && (before(1).is_some_and(|i| scene.slice(i) == "plutôt")
                || prepositions == 1 && is_nearer_to_other(scene, last))
        }
    }
}

/// « plus proche de 5 % du PIB que de 4,7 % »: whether « que » compares how near something comes to two figures.
fn is_nearer_to_other(scene: &Scene<'_>, que: usize) -> bool {
    /// Tokens of the figure that is nearer.
    const REACH: usize = 10;
    let near =
        |i: usize| scene.follows(i, w::PLUS) && matches!(scene.folded(i), "proche" | "proches" | "pres");
    (que.saturating_sub(REACH)..que).any(near)
}

/// « dix jours après », « un an auparavant »: how far apart two things are, whatever becomes of them.
fn is_distance(scene: &Scene<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.1 as usize;
    let later = scene.slice(end) == "plus" && matches!(scene.slice(end + 1), "tôt" | "tard");
    figure.quantity.is_some_and(|q| q.kind == Kind::Duration)
        && (later || matches!(scene.slice(end), "après" | "avant" | "auparavant"))
}

/// The modality that a verb gives to its figure.
fn by_verb(scene: &Scene<'_>, figure: &Figure, verb: &Verb, sentence: &std::ops::Range<usize>) -> Modality {
    if is_negated(scene, verb, sentence) && may_be_denied(scene, figure, verb) {
        return Modality::Negated;
    }
    if under_condition(scene, verb, sentence) {
        return Modality::Hypothetical;
    }
    let lemma = scene.lexicon.vocabulary().text(verb.lemma);
    let modal = matches!(lemma, "devoir" | "pouvoir" | "vouloir" | "falloir");
    match verb.mood {
        // « il en faudrait sept » weighs a need.
        Mood::Finite if lemma == "falloir" => Modality::Asserted,
        // What was promised is still to come.
        Mood::Finite if matches!(lemma, "promettre" | "engager") && verb.roles.has(Roles::PLAN) => {
            Modality::Planned
        }
        Mood::Finite if verb.tenses.has(Tenses::CONDITIONAL) && (!modal || lemma == "pouvoir") => {
            // « Si nous ne faisions rien, les intérêts dépasseraient 75 milliards »
            let opens = sentence.start..(sentence.start + 3).min(sentence.end);
            let supposed = opens.clone().any(|i| scene.is(i, w::SI) && opens_condition(scene, i + 1));
            match () {
                () if supposed => Modality::Hypothetical,
                () if is_reported_future(scene, verb, sentence) => Modality::Planned,
                () => Modality::Conditional,
            }
        }
        // « leur séjour aura duré trois jours » is over.
        Mood::Finite if verb.tenses.has(Tenses::FUTURE) && verb.start != verb.at && !verb.passive => {
            Modality::Asserted
        }
        Mood::Finite if verb.tenses.has(Tenses::FUTURE.with(Tenses::CONDITIONAL)) => Modality::Planned,
        Mood::Infinitive => infinitive(scene, verb, sentence, figure),
        // « 146 opérations ont dû être repoussées »: what had to be, or could, was done.
        Mood::Finite if matches!(lemma, "devoir" | "pouvoir") && verb.start != verb.at => Modality::Asserted,
        _ if modal && verb.mood == Mood::Finite && !verb.tenses.has(Tenses::PARTICIPLE) => Modality::Planned,
        _ if verb.roles.has(Roles::PLAN)
            && !verb.roles.has(Roles::SPEECH)
            && scene.lexicon.vocabulary().text(verb.lemma) != "compter" =>
        {
            Modality::Planned
        }
        // « les 15 000 prévus ont été supprimés » is done; « a fixé un objectif de … » is not.
        _ if planned_words(scene, figure, sentence)
            && (verb.start == verb.at || verb.roles.has(Roles::SPEECH) || !verb.passive) =>
        {
            Modality::Planned
        }
        _ => Modality::Asserted,
    }
}

/// « a confirmé que Meta investirait 65 milliards »: the conditional that stands for a future under a past.
fn is_reported_future(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    if verb.start != verb.at {
        return false;
    }
    let said = |lead: &Verb| {
        let past = lead.start != lead.at || lead.tenses.has(Tenses::IMPERFECT.with(Tenses::SIMPLE_PAST));
        let que = (lead.at + 1..verb.start).any(|i| scene.is_any(i, &[w::QUE, w::QU]));
        lead.mood == Mood::Finite
            && past
            && que
            && lead.roles.has(Roles::SPEECH)
            && !lead.tenses.has(Tenses::CONDITIONAL)
    };
    verb::in_range(scene, sentence.start..verb.start)
        .filter(|v| v.mood == Mood::Finite)
        .last()
        .is_some_and(|v| said(&v))
}

/// Words between a figure and the verb of which it is the subject.
const SUBJECT: usize = 12;

/// The verb that governs a figure: of a clause that it opens (« que 100 milliards seront mobilisés »), the verb behind it;
/// else the nearest before it in its clause, else after.
fn governing(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<Verb> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    // « pourrait grimper jusqu'à 40 milliards »: the verb is part of the bound.
    let mut inside = verb::in_range(scene, start..figure.core_tokens.0 as usize);
    if let Some(verb) = inside.find(|v| v.mood == Mood::Finite && v.tenses.has(Tenses::CONDITIONAL)) {
        return Some(verb);
    }
    let opens = (start.saturating_sub(4).max(sentence.start)..start)
        .rev()
        .take_while(|i| scene.kind(*i) == Some(TokenKind::Word) && verb::at(scene, *i).is_none())
        .any(|i| scene.is_any(i, &[w::QUE, w::QU]));
    if opens && figure.quantity.is_none_or(|q| q.strength != Some(crate::quantity::Strength::Only)) {
        let mut behind = verb::in_range(scene, end..(end + SUBJECT).min(sentence.end));
        if let Some(verb) = behind.find(|v| v.mood == Mood::Finite) {
            return Some(verb);
        }
    }
    let before = verb::in_range(scene, sentence.start..start)
        .filter(|v| v.mood != Mood::Participle || v.at + 4 > start)
        .last();
    let cut = |from: usize, to: usize| {
        (from..to).any(|i| {
            scene.is_any(i, &[w::SEMICOLON, w::COLON, w::OPEN, w::CLOSE])
                || scene.kind(i) == Some(TokenKind::Mark) && scene.slice(i) == "—"
        })
    };
    if let Some(verb) = before.filter(|verb| !cut(verb.at, start)) {
        return Some(verb);
    }
    if is_apposed(scene, start, end, sentence.start) {
        return None;
    }
    let mut after = verb::in_range(scene, end..sentence.end).filter(|v| v.mood == Mood::Finite);
    after.next().filter(|verb| !cut(end, verb.start) && verb.start < end + SUBJECT)
}

/// « L'entreprise, 84 salariés, livrera … », « Longue de 235 km, la ligne doit … »: what somebody or something is already.
fn is_apposed(scene: &Scene<'_>, start: usize, end: usize, first: usize) -> bool {
    let closed = scene.is(end, w::COMMA);
    let set_off = start > first && scene.is(start - 1, w::COMMA);
    let described = start == first + 2
        && scene.is_any(start - 1, &[w::DE, w::D])
        && !scene.has(first, Classes::FUNCTION.with(Classes::INTENTION).with(Classes::MONEY_NOUN));
    closed && (set_off || described)
}

/// « porter à huit mois, contre six aujourd'hui »: whether a figure is what another is held against. « Des poursuites contre 15
/// salariés » are of them.
pub(super) fn is_set_against(scene: &Scene<'_>, figure: &Figure) -> bool {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let contre = at > sentence.start && scene.is(at - 1, w::CONTRE);
    let alike = |f: &Figure| f.is_quantity() && f.quantity.map(|q| q.kind) == figure.quantity.map(|q| q.kind);
    contre
        && (scene.is(at.saturating_sub(2), w::COMMA)
            || scene.figures_in(&(sentence.start..at)).iter().any(alike))
}

/// An infinitive takes its modality from what leads to it: « prévoit d'investir », « a pu lever », « pour atteindre ».
fn infinitive(
    scene: &Scene<'_>,
    verb: &Verb,
    sentence: &std::ops::Range<usize>,
    figure: &Figure,
) -> Modality {
    let before = verb.start.saturating_sub(1);
    // « de quoi alimenter 900 000 foyers » measures.
    if scene.is(before, w::QUOI) {
        return Modality::Asserted;
    }
    let leads = verb::in_range(scene, sentence.start..verb.start);
    let Some(lead) = leads.filter(|v| v.mood != Mood::Infinitive).last() else { return Modality::Planned };
    let name = scene.lexicon.vocabulary().text(lead.lemma);
    let near = lead.at + 6 >= verb.start;
    if near && lead.tenses.has(Tenses::CONDITIONAL) && !matches!(name, "devoir" | "vouloir" | "falloir") {
        return Modality::Conditional;
    }
    let past = lead.mood == Mood::Finite && lead.start != lead.at;
    match name {
        // « a permis de lever », « vient de lever », « affirme avoir levé »
        "permettre" | "venir" | "reussir" | "parvenir" | "falloir" if near => Modality::Asserted,
        "pouvoir" | "devoir" if near && past => Modality::Asserted,
        "pouvoir" if near && !lead.tenses.has(Tenses::FUTURE) => Modality::Asserted,
        "aller" | "devoir" | "pouvoir" | "vouloir" if near => Modality::Planned,
        // « dit voir passer 4 000 ouvriers »
        _ if near
            && lead.roles.has(Roles::SPEECH)
            && !lead.roles.has(Roles::PLAN)
            && scene.entry(before).verb.is_some() =>
        {
            Modality::Asserted
        }
        // « assure n'avoir dépensé que 5,6 millions », « condamné pour avoir détourné 2 millions »
        _ if verb.lemma == w::AVOIR || verb.start != verb.at && !lead.roles.has(Roles::PLAN) => {
            Modality::Asserted
        }
        // « a reculé de 31 % en dix ans, pour tomber à 312 »: what came of it.
        _ if past && verb.roles.has(Roles::CHANGE) && scene.is(before, w::POUR) => Modality::Asserted,
        _ if lead.roles.has(Roles::PLAN) || scene.is(before, w::POUR) => Modality::Planned,
        _ if verb.roles.has(Roles::SPEECH) => Modality::Asserted,
        _ if planned_words(scene, figure, sentence) => Modality::Planned,
        // « fait perdre 22 millions »: the verb before it tells when.
        _ if lead.at + 1 == verb.start && lead.tenses.has(Tenses::FUTURE) => Modality::Planned,
        _ if lead.at + 1 == verb.start || past => Modality::Asserted,
        _ => Modality::Planned,
    }
}

/// « ne … pas » around the verb; « ne … que » restricts and does not negate.
fn is_negated(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    let before = verb.start.saturating_sub(3).max(sentence.start)..verb.start;
    let after = verb.start..(verb.at + 3).min(sentence.end);
    // « Personne ne pose cent milliards sur une table »
    let nobody = || {
        before
            .clone()
            .any(|i| matches!(scene.folded(i), "personne" | "nul") && scene.is_any(i + 1, &[w::NE, w::N]))
    };
    before.clone().any(|i| scene.is_any(i, &[w::NE, w::N]))
        && (nobody() || after.clone().any(|i| scene.is_any(i, &[w::PAS, w::JAMAIS, w::RIEN, w::GUERE])))
}

/// Whether a negated verb denies a figure: of what a comma parts from it, nothing is denied (« Dix bâtiments, des milliers
/// d'ouvriers, une ville qui n'en revient pas »).
fn may_be_denied(scene: &Scene<'_>, figure: &Figure, verb: &Verb) -> bool {
    let parted = (figure.tokens.1 as usize..verb.start).any(|i| scene.is(i, w::COMMA));
    // « n'a pas attendu 62 heures mais 26 »
    let put_right = (verb.at + 1..figure.tokens.0 as usize).any(|i| scene.is(i, w::MAIS));
    let plain = |q: Quantity| q.bound == Bound::Exact && q.strength.is_none();
    !parted && !put_right && figure.quantity.is_some_and(plain)
}

/// « si SoftBank versait 10 milliards »
fn under_condition(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> bool {
    let clause = verb.start.saturating_sub(8).max(sentence.start)..verb.start;
    let si = clause.clone().rev().find(|i| {
        scene.is(*i, w::SI) && opens_condition(scene, *i + 1)
            || scene.slice(*i).eq_ignore_ascii_case("s'") && scene.is_any(i + 1, &[w::IL, w::ILS])
    });
    si.is_some_and(|si| !(si..verb.start).any(|i| scene.is(i, w::COMMA)))
}

/// « Si on branchait trois gigawatts »: the clause of the figure begins with « si », whatever its verb.
fn supposed(scene: &Scene<'_>, at: usize, sentence: &std::ops::Range<usize>) -> bool {
    let stops = |i: &usize| scene.is_any(*i, &[w::COMMA, w::SEMICOLON, w::COLON]);
    let clause = (sentence.start..at).rev().find(stops).map_or(sentence.start, |i| i + 1);
    let si = if scene.is(clause, w::LEFT_QUOTE) { clause + 1 } else { clause };
    si < at && scene.is(si, w::SI) && opens_condition(scene, si + 1)
}

/// Whether « si » makes a condition: « si grand que » compares, « si l'on en croit » credits.
fn opens_condition(scene: &Scene<'_>, at: usize) -> bool {
    let credits = scene.is(at, w::L) && scene.is(at + 1, w::ON) && scene.is(at + 2, w::EN);
    (scene.has(at, Classes::FUNCTION) || scene.capitalised(at)) && !credits
}

/// Nouns and phrases of intention around a figure: « une ambition de », « d'ici 2029 », « dans les années à venir ».
fn planned_words(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    let from = (figure.tokens.0 as usize).saturating_sub(10).max(sentence.start);
    let to = (figure.tokens.1 as usize + 8).min(sentence.end);
    (from..to).any(|i| scene.has(i, Classes::INTENTION) || scene.is(i, w::D) && scene.is(i + 1, w::ICI))
}
