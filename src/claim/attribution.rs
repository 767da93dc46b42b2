//! Who says a figure: quotations, incises, « selon », indirect speech.

use std::ops::Range;

use super::quotation::{self, Quotation};
use super::reference::{self, Agreement};
use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// Who states a figure inside an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Attribution {
    /// The character that says it; none for the outlet's own voice.
    pub(super) speaker: Option<usize>,
    /// The medium that the article credits.
    pub(super) via: Option<usize>,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

/// Words of a sentence that say who speaks, and which way they reach.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// First token and the one after the last.
    start: usize,
    end: usize,
    source: Source,
    reach: Reach,
}

/// A speaker, a medium, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Source {
    speaker: Option<usize>,
    via: Option<usize>,
}

impl Source {
    /// This source, with what it lacks taken from another.
    fn or(self, other: Source) -> Source {
        Source { speaker: self.speaker.or(other.speaker), via: self.via.or(other.via) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// What comes after, to the end of the sentence.
    Forward,
    /// What comes before.
    Backward,
}

/// The attribution of a figure.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Attribution {
    let at = figure.core_tokens.0 as usize;
    let sentence = scene.sentence_of(at);
    let frames = frames(scene, scene.sentence(sentence));
    let source = covering(scene, &frames, at);
    // « la police en compte 482.000, la CGT « plus d'un million » »
    let beside = gapped(scene, &frames, at).filter(|_| quotation::around(scene, at).is_some());
    if let Some(speaker) = beside {
        return Attribution { speaker: Some(speaker), via: source.via, quoted: true };
    }
    let Some(quote) = quotation::around(scene, at) else {
        let speaker = source
            .speaker
            .or_else(|| scene.interview.as_ref().and_then(|interview| interview.speaker_at(at)));
        return Attribution { speaker, via: source.via, quoted: false };
    };
    let quoted = of_quotation(scene, quote, 0).unwrap_or_default();
    let speaker = quoted.speaker.or(source.speaker).or_else(|| subject_of_sentence(scene, quote));
    Attribution { speaker, via: quoted.via.or(source.via), quoted: true }
}

/// « Le maire y voit « au moins 500 emplois » »: words in quotation marks are those of whoever the sentence is about.
fn subject_of_sentence(scene: &Scene<'_>, quote: &Quotation) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(quote.start));
    let human =
        |who: usize| matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution);
    let verb =
        verb::in_range(scene, sentence.start..quote.start).filter(|v| v.mood == Mood::Finite).last()?;
    let who = reference::subject_of(scene, &verb)?;
    human(who).then_some(who)
}

/// The frames of a sentence, in order.
fn frames(scene: &Scene<'_>, sentence: Range<usize>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(frame) = prepositional(scene, at, &sentence) {
            at = frame.end.max(at + 1);
            frames.push(frame);
            continue;
        }
        frames.extend(verbal(scene, at, &sentence));
        at += 1;
    }
    frames
}

/// « selon X », « d'après des sources citées par Reuters », « pour X, … ».
fn prepositional(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    let (opening, after) =
        scene.lexicon.attribution(scene.tokens, at).or_else(|| of_source(scene, at, sentence))?;
    let leads = at == sentence.start
        || at == sentence.start + 1
            && !scene.is(sentence.start, w::COMMA)
            && scene.kind(at - 1) != Some(TokenKind::Mark);
    if opening && !leads {
        return None;
    }
    let (source, end) = source_after(scene, after, sentence.end)?;
    if opening && !scene.is(end, w::COMMA) {
        return None;
    }
    // « selon la police, 5 000 personnes » reaches forward; « 5 000 personnes selon la police » back.
    let before = scene.figures_in(&(sentence.start..at)).iter().rev().find(|f| f.is_quantity());
    let after = scene.figures_in(&(end..sentence.end)).iter().find(|f| f.is_quantity());
    // « …, et, selon X, 20 sites »: set between commas, and the figure before belongs to another clause.
    let inserted = scene.is(end, w::COMMA)
        && after.is_some()
        && before.is_some_and(|f| {
            (f.tokens.1 as usize..at)
                .any(|i| scene.is(i, w::ET) || verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite))
        });
    let forward = leads || before.is_none() || inserted;
    Some(Frame { start: at, end, source, reach: if forward { Reach::Forward } else { Reach::Backward } })
}

/// « …, apprend-on de source policière »: « de » before a source without article.
fn of_source(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<(bool, usize)> {
    let source = scene.is(at, w::DE) && matches!(scene.slice(at + 1), "source" | "sources");
    let led = at == sentence.start || scene.is(at - 1, w::COMMA) || scene.is(at - 1, w::ON);
    (source && led).then_some((false, at + 1))
}

/// The source named after « selon », and the token after it.
fn source_after(scene: &Scene<'_>, after: usize, limit: usize) -> Option<(Source, usize)> {
    const REACH: usize = 12;
    if let Some(agreement) = strong_pronoun(scene, after) {
        return Some((Source { speaker: reference::resolve(scene, after, agreement), via: None }, after + 1));
    }
    let mut source = Source::default();
    let mut end = after;
    for mention in scene.mentions_in(after.saturating_sub(1)..(after + REACH).min(limit)) {
        let gap = end..mention.start;
        let broken = gap.clone().any(|i| {
            scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON, w::CLOSE])
                || verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite)
        });
        if broken || mention.end <= after && mention.start < after.saturating_sub(1) {
            break;
        }
        let character = &scene.cast.characters[mention.who];
        match character.sort {
            Sort::Medium => source.via = source.via.or(Some(mention.who)),
            Sort::Project | Sort::Site => {}
            // Names inside a description do not replace it: « un proche de Donald Trump ».
            _ => source.speaker = source.speaker.or_else(|| Some(reference::named_beside(scene, mention))),
        }
        end = mention.end.max(end);
        if scene.is_any(end, &[w::COMMA, w::CLOSE]) {
            // « Michel Dupont, du cabinet X » ends here: what follows is the sentence.
            break;
        }
    }
    (source != Source::default()).then_some((source, end))
}

/// « selon lui », « d'après elle ».
fn strong_pronoun(scene: &Scene<'_>, at: usize) -> Option<Agreement> {
    match scene.word(at) {
        w::LUI => Some(Agreement { feminine: false, plural: false }),
        w::ELLE => Some(Agreement { feminine: true, plural: false }),
        w::EUX => Some(Agreement { feminine: false, plural: true }),
        w::ELLES => Some(Agreement { feminine: true, plural: true }),
        _ => None,
    }
}

/// A verb of speech with its subject.
fn verbal(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    let verb = verb::at(scene, at)?;
    let faire = scene.lexicon.vocabulary().text(verb.lemma) == "faire"
        && scene.has(verb.at + 1, Classes::AFTER_FAIRE);
    let speaks = Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT);
    if !(verb.roles.has(speaks) || faire) || verb.mood == Mood::Participle || verb.passive {
        return None;
    }
    let incise = is_incise(scene, &verb, sentence);
    let introduces = introduces(scene, verb.at, sentence.end);
    let takes_object = verb.roles.has(Roles::SPEECH) || faire;
    let counts = verb.roles.has(Roles::COUNT) && counts_here(scene, &verb);
    let says = verb.roles.has(Roles::SPEECH.with(Roles::INCISE));
    if !(incise || takes_object || counts || introduces && says) {
        return None;
    }
    // « pour annoncer », « avant de déclarer »: an infinitive speaks only with what it says.
    if verb.mood == Mood::Infinitive && !takes_object {
        return None;
    }
    let who = reference::subject_of(scene, &verb)?;
    // « OpenAI, Oracle et SoftBank ont annoncé »: no single voice.
    if !incise && reference::is_one_of_several(scene, who, verb.start, sentence) {
        return None;
    }
    let sort = scene.cast.characters[who].sort;
    // « ChatGPT compte 300 millions d'utilisateurs » counts nothing; « Occurrence en a compté 112 000 » does.
    let counting = matches!(sort, Sort::Body | Sort::Institution | Sort::Person)
        || sort == Sort::Name && verb.start != verb.at;
    if counts && !takes_object && !incise && !counting {
        return None;
    }
    let source = match sort {
        Sort::Medium => Source { speaker: None, via: Some(who) },
        Sort::Project | Sort::Site => return None,
        _ => Source { speaker: Some(who), via: None },
    };
    let reach = if incise { Reach::Backward } else { Reach::Forward };
    Some(Frame { start: verb.start, end: verb.at + 1, source, reach })
}

/// « en attendre », « arriver à », « aboutir à », « s'en tenir à » put a figure on something only with « à »; the other verbs always do.
fn counts_here(scene: &Scene<'_>, verb: &Verb) -> bool {
    let lemma = scene.lexicon.vocabulary().text(verb.lemma);
    if lemma == "attendre" {
        return verb.start > 0 && scene.is(verb.start - 1, w::EN);
    }
    let needs_to = matches!(lemma, "arriver" | "aboutir" | "tenir");
    !needs_to || (verb.at + 1..verb.at + 6).any(|i| scene.is_any(i, &[w::A, w::AU, w::AUX]))
}

/// Whether the verb group stands in an incise: inverted, or right after a comma or closing quote with its subject behind.
fn is_incise(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    if verb.mood != Mood::Finite {
        return false;
    }
    let pronoun = (verb.start + 1..(verb.start + 5).min(sentence.end))
        .any(|i| reference::pronoun(scene, i).is_some() && scene.is(i - 1, WordId::HYPHEN));
    let mut at = verb.start;
    while at > sentence.start && scene.is_any(at - 1, &[w::L, w::S, w::SE, w::LUI, w::NOUS]) {
        at -= 1;
    }
    // « Le rapport, lui, chiffrait … »
    let stressed =
        at >= 2 && scene.is(at - 1, w::COMMA) && scene.is_any(at - 2, &[w::LUI, w::ELLE, w::EUX, w::ELLES]);
    let opened = at > sentence.start
        && !stressed
        && scene.is_any(
            at - 1,
            &[
                w::COMMA,
                w::RIGHT_QUOTE,
                w::QUOTE,
                w::CURLY_QUOTE,
                w::DASH,
                w::OPEN,
                w::EXCLAMATION,
                w::QUESTION,
                w::ELLIPSIS,
            ],
        );
    let behind = || has_subject_behind(scene, verb.at, sentence.end);
    // « Musk, a déclaré » cannot be: a comma right before the verb with no subject behind ends an apposition.
    let starts = at == sentence.start;
    // « Musk s'oppose-t-il à … ? » asks; « …, s'agace-t-il » speaks.
    pronoun && (opened || starts)
        || starts && behind()
        || opened && behind() && !ends_apposition(scene, at, sentence.start, verb.at)
}

/// Whether a noun phrase that can be the subject stands close behind a verb.
fn has_subject_behind(scene: &Scene<'_>, verb: usize, end: usize) -> bool {
    let limit = (verb + 12).min(end);
    let stop = (verb + 1..limit)
        .find(|i| scene.is_any(*i, &[w::DOT, w::SEMICOLON, w::COLON, w::QUE, w::QU, w::LEFT_QUOTE]))
        .unwrap_or(limit);
    scene.mentions_in(verb + 1..stop).iter().any(super::cast::Mention::is_free)
}

/// « Elon Musk, patron de Tesla, a affirmé que … »: the comma closes an apposition of the subject before.
fn ends_apposition(scene: &Scene<'_>, at: usize, start: usize, verb: usize) -> bool {
    let content = scene.is_any(verb + 1, &[w::QUE, w::QU]);
    let quote = scene.is_any(at - 1, &[w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE]);
    let commas = (start..at - 1).any(|i| scene.is(i, w::COMMA));
    let verbless = !(start..at).any(|i| verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite));
    content || !quote && commas && verbless
}

/// Whether « que », a colon or a quotation follows a verb: it introduces what is said.
fn introduces(scene: &Scene<'_>, verb: usize, end: usize) -> bool {
    (verb + 1..(verb + 14).min(end)).any(|i| {
        scene.is_any(i, &[w::QUE, w::QU, w::COLON, w::LEFT_QUOTE, w::CURLY_QUOTE]) || scene.is(i, w::QUOTE)
    })
}

/// The source of an unquoted figure at a token: the frames that reach it.
fn covering(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let mut source = Source::default();
    let is_preposition = |frame: &Frame| scene.lexicon.attribution(scene.tokens, frame.start).is_some();
    // « 5 000 selon la police, 12 000 selon la CGT »: the next « selon » behind, unless another figure is nearer to it.
    let behind = frames
        .iter()
        .find(|frame| frame.start > at && frame.reach == Reach::Backward && is_preposition(frame));
    if let Some(frame) = behind.filter(|frame| reaches_back(scene, frames, frame, at)) {
        source = source.or(frame.source);
    }
    if let Some(speaker) = gapped(scene, frames, at) {
        source = source.or(Source { speaker: Some(speaker), via: None });
    }
    // The nearest frame before.
    let before: Vec<_> =
        frames.iter().filter(|frame| frame.end <= at && frame.reach == Reach::Forward).collect();
    if let Some(frame) = before.iter().rev().find(|frame| !shut(scene, frame, at)) {
        source = source.or(frame.source);
    }
    // « Selon CNN, … Musk a écrit … »: the medium at the head of the sentence carries what a speaker in it says.
    if let Some(frame) = before.iter().find(|frame| frame.source.via.is_some() && is_preposition(frame)) {
        source = source.or(Source { speaker: None, via: frame.source.via });
    }
    // An incise covers the sentence around it: before, and where nobody else speaks after.
    let incises = || frames.iter().filter(|frame| frame.reach == Reach::Backward && !is_preposition(frame));
    for frame in incises()
        .filter(|frame| frame.start > at)
        .chain(incises().filter(|frame| frame.end <= at && !in_relative(scene, frame.end, at)))
    {
        source = source.or(frame.source);
    }
    if source.speaker.is_none() {
        source = source.or(counted_by(scene, at));
    }
    source
}

/// « a répondu le directeur, qui a budgété 80 milliards »: a relative clause that is still open tells of the speaker in the
/// outlet's voice.
fn in_relative(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    let opened = (from..at).rev().find(|i| scene.is_any(*i, &[w::QUI, w::DONT]));
    opened.is_some_and(|opened| !(opened..at).any(|i| scene.is(i, w::COMMA)))
}

/// « la police compte 11 000 manifestants, la CGT 80 000 »: the verb is left out, its new subject stands by the figure.
fn gapped(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(at));
    let mention = scene.mentions_in(sentence.start..at).iter().rev().find(|m| m.is_free() && m.end <= at)?;
    let before = mention.start.checked_sub(1)?;
    let before =
        if scene.is_any(before, &[w::LA, w::LE, w::L, w::LES]) { before.checked_sub(1)? } else { before };
    let joined = scene.is_any(before, &[w::COMMA, w::ET, w::SEMICOLON])
        || scene.is_any(before, &[w::QUOTE, w::RIGHT_QUOTE]);
    let beside = (mention.end..at).all(|i| {
        scene.kind(i) == Some(TokenKind::Mark) && !scene.is(i, w::DOT)
            || scene.has(i, Classes::FUNCTION) && !scene.is_any(i, &[w::DE, w::D, w::A, w::ET])
    });
    let spoken = frames.iter().any(|frame| {
        frame.reach == Reach::Forward && frame.end <= mention.start && frame.source.speaker.is_some()
    });
    let counted = scene.figures_in(&(sentence.start..mention.start)).iter().any(Figure::is_quantity);
    (joined && beside && spoken && counted).then_some(mention.who)
}

/// « le premier pointage de la préfecture : 8 000 personnes », « un comptage réalisé par Occurrence aboutit à 14 600 ».
fn counted_by(scene: &Scene<'_>, at: usize) -> Source {
    let sentence = scene.sentence(scene.sentence_of(at));
    let Some(noun) = (sentence.start..at).rev().find(|i| scene.has(*i, Classes::COUNT_NOUN)) else {
        return Source::default();
    };
    let by = scene
        .mentions_in(noun + 1..(noun + 8).min(at))
        .iter()
        .find(|m| matches!(m.preposition, w::DE | w::D | w::DU | w::DES | w::PAR));
    match by {
        Some(m) if scene.cast.characters[m.who].sort == Sort::Medium => {
            Source { speaker: None, via: Some(m.who) }
        }
        Some(m) if reference::can_speak(scene, m.who) => Source { speaker: Some(m.who), via: None },
        _ => Source::default(),
    }
}

/// Whether a « selon » behind a figure is about it: no other such frame between, and no clause of its own.
fn reaches_back(scene: &Scene<'_>, frames: &[Frame], frame: &Frame, at: usize) -> bool {
    let other = frames.iter().any(|other| other.start > at && other.start < frame.start);
    let stop = (at..frame.start).any(|i| scene.is_any(i, &[w::SEMICOLON]));
    !other && !stop
}

/// Whether a frame before a figure has ended: a semicolon, or a backward frame between.
fn shut(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    (frame.end..at).any(|i| scene.is(i, w::SEMICOLON))
}

/// Who speaks in a quotation.
fn of_quotation(scene: &Scene<'_>, quote: &Quotation, depth: usize) -> Option<Source> {
    incise_after(scene, quote)
        .or_else(|| incise_inside(scene, quote))
        .or_else(|| introduced(scene, quote))
        .or_else(|| outer(scene, quote, depth))
        .or_else(|| continued(scene, quote, depth))
}

/// « … », a-t-il écrit; « … », selon X.
fn incise_after(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let limit = (quote.end + 12).min(scene.tokens.len());
    let start = if scene.is_any(quote.end, &[w::COMMA, w::DASH, w::DOT]) { quote.end + 1 } else { quote.end };
    if scene.flag(start, Flags::BLOCK) {
        return None;
    }
    for at in start..limit {
        if scene.flag(at, Flags::LINE) && at > start
            || scene.is_any(at, &[w::DOT, w::LEFT_QUOTE, w::SEMICOLON])
        {
            break;
        }
        if at == start {
            let sentence = scene.sentence(scene.sentence_of(at));
            if let Some(frame) = prepositional(scene, at, &(sentence.start.min(at)..sentence.end)) {
                return Some(frame.source);
            }
        }
        if at == start
            && let Some(source) = unknown_verb(scene, at)
        {
            return Some(source);
        }
        let Some(verb) = verb::at(scene, at) else { continue };
        if verb.mood != Mood::Finite {
            return None;
        }
        let near = verb.start <= start + 3;
        let pronoun = (verb.start + 1..verb.start + 5)
            .any(|i| reference::pronoun(scene, i).is_some() && scene.is(i.saturating_sub(1), WordId::HYPHEN));
        let behind =
            || scene.mentions_in(verb.at + 1..verb.at + 12).iter().any(super::cast::Mention::is_free);
        if !near || !(pronoun || behind()) {
            return None;
        }
        return speaker_of(scene, &verb);
    }
    None
}

/// « … », gronde Sylvie Marchandet; « … », s'agace-t-il: any verb right behind a quotation with its subject right behind it.
fn unknown_verb(scene: &Scene<'_>, start: usize) -> Option<Source> {
    let mut at = start;
    while scene.is_any(at, &[w::S, w::SE, w::L, w::LUI]) {
        at += 1;
    }
    let word = scene.kind(at) == Some(TokenKind::Word)
        && !scene.capitalised(at)
        && !scene.has(at, Classes::FUNCTION);
    if !word || verb::at(scene, at).is_some() || scene.flag(at, Flags::LINE) {
        return None;
    }
    if scene.is(at + 1, WordId::HYPHEN) {
        let pronoun =
            (at + 2..at + 5).find_map(|i| reference::pronoun(scene, i).map(|agreement| (i, agreement)))?;
        return reference::resolve(scene, start, pronoun.1)
            .map(|who| Source { speaker: Some(who), via: None });
    }
    let article = scene.is_any(at + 1, &[w::LE, w::LA, w::L, w::LES, w::UN, w::UNE, w::SA, w::SON]);
    let subject = scene.mentions_in(at + 1..at + 4).first().filter(|m| m.is_free())?;
    let close = subject.start <= at + 1 + usize::from(article);
    close.then_some(Source { speaker: Some(reference::named_beside(scene, subject)), via: None })
}

/// The source that a verb's subject is.
fn speaker_of(scene: &Scene<'_>, verb: &Verb) -> Option<Source> {
    let who = reference::subject_of(scene, verb)?;
    Some(match scene.cast.characters[who].sort {
        Sort::Medium => Source { speaker: None, via: Some(who) },
        _ => Source { speaker: Some(who), via: None },
    })
}

/// « … , a-t-il ajouté, … » inside the marks.
fn incise_inside(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    verb::in_range(scene, quote.start + 1..quote.end)
        .filter(|verb| verb.mood == Mood::Finite && verb.roles.has(Roles::SPEECH.with(Roles::INCISE)))
        .find(|verb| {
            let comma = verb.start > 0
                && scene.is_any(verb.start - 1, &[w::COMMA, w::DASH, w::QUESTION, w::EXCLAMATION]);
            let pronoun = (verb.start + 1..verb.start + 5)
                .any(|i| reference::pronoun(scene, i).is_some() && scene.is(i - 1, WordId::HYPHEN));
            comma
                && (pronoun
                    || scene
                        .mentions_in(verb.at + 1..verb.at + 6)
                        .first()
                        .is_some_and(|m| m.is_free() && m.start <= verb.at + 3))
        })
        .and_then(|verb| speaker_of(scene, &verb))
}

/// X a déclaré : « … »; X : « … »; selon X, « … »; la réponse de X : « … ».
fn introduced(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let before = quote.start.checked_sub(1)?;
    let sentence = scene.sentence(scene.sentence_of(quote.start));
    // A quotation may open its own sentence after a colon that ended the one before.
    let start = if sentence.start == quote.start && scene.is(before, w::COLON) {
        scene.sentence(scene.sentence_of(before)).start
    } else {
        sentence.start
    };
    let lead = start..quote.start;
    if lead.is_empty() {
        return None;
    }
    let colon = scene.is(before, w::COLON);
    let frames = frames(scene, lead.clone());
    if let Some(frame) = frames.iter().rev().find(|frame| frame.reach == Reach::Forward || colon) {
        let mut source = frame.source;
        let via = frames.iter().find_map(|f| f.source.via);
        source.via = source.via.or(via);
        if source.speaker.is_some() {
            return Some(source);
        }
    }
    if let Some(source) = speech_noun(scene, &lead) {
        return Some(source);
    }
    if colon {
        // « Et Sam Altman, d'illustrer les avancées : « … » »
        let who = reference::nearest_free(scene, quote.start, &lead)?;
        return Some(Source { speaker: Some(who), via: None });
    }
    frames.iter().find(|frame| frame.source.via.is_some()).map(|frame| frame.source)
}

/// « une réponse tranchante de Sam Altman : « … » »
fn speech_noun(scene: &Scene<'_>, lead: &Range<usize>) -> Option<Source> {
    let noun = lead.clone().rev().find(|i| scene.has(*i, Classes::SPEECH_NOUN))?;
    let owner = scene.mentions_in(noun + 1..(noun + 8).min(lead.end)).iter().find(|m| {
        matches!(m.preposition, w::DE | w::D | w::DU | w::DES) && reference::can_speak(scene, m.who)
    })?;
    Some(Source { speaker: Some(owner.who), via: None })
}

/// A quotation inside another without a speaker of its own has the outer one's.
fn outer(scene: &Scene<'_>, quote: &Quotation, depth: usize) -> Option<Source> {
    let outer = quotation::around(scene, quote.start).filter(|_| depth < 3)?;
    of_quotation(scene, outer, depth + 1)
}

/// A quotation that stands alone goes on with the speaker of the one before, in the same paragraph or the next.
fn continued(scene: &Scene<'_>, quote: &Quotation, depth: usize) -> Option<Source> {
    let alone = scene.sentence(scene.sentence_of(quote.start)).start == quote.start;
    let i = scene.quotations.partition_point(|q| q.start < quote.start);
    let previous =
        scene.quotations[..i].iter().rev().find(|q| q.end <= quote.start).filter(|_| alone && depth < 6)?;
    let between = previous.end..quote.start;
    let near = between.len() <= 40 && between.clone().filter(|i| scene.flag(*i, Flags::BLOCK)).count() <= 1;
    if !near {
        return None;
    }
    of_quotation(scene, previous, depth + 1)
}
