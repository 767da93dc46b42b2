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
    let framed = covering(scene, &frames, at);
    let Some(quote) = quotation::around(scene, at) else {
        return Attribution { speaker: framed.speaker, via: framed.via, quoted: false };
    };
    let quoted = of_quotation(scene, quote, 0).unwrap_or_default();
    Attribution { speaker: quoted.speaker.or(framed.speaker), via: quoted.via.or(framed.via), quoted: true }
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
    let (opening, after) = scene.lexicon.attribution(scene.tokens, at)?;
    let leads = at == sentence.start || at == sentence.start + 1 && !scene.is(sentence.start, w::COMMA) && scene.kind(at - 1) != Some(TokenKind::Mark);
    if opening && !leads {
        return None;
    }
    let (source, end) = source_after(scene, after, sentence.end)?;
    if opening && !scene.is(end, w::COMMA) {
        return None;
    }
    // « selon la police, 5 000 personnes » reaches forward; « 5 000 personnes selon la police » back.
    let figure_before = scene.figures_in(&(sentence.start..at)).last().is_some_and(|f| at.saturating_sub(f.tokens.1 as usize) <= 12 && f.is_quantity());
    let comma_after = scene.is(end, w::COMMA);
    let figure_after = !scene.figures_in(&(end..sentence.end)).is_empty();
    let forward = leads || !figure_before || comma_after && figure_after && scene.is(at.saturating_sub(1), w::COMMA) && !figure_before;
    Some(Frame { start: at, end, source, reach: if forward { Reach::Forward } else { Reach::Backward } })
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
        let broken = gap.clone().any(|i| scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON, w::CLOSE]) || verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite));
        if broken || mention.end <= after && mention.start < after.saturating_sub(1) {
            break;
        }
        let character = &scene.cast.characters[mention.who];
        match character.sort {
            Sort::Medium => source.via = source.via.or(Some(mention.who)),
            Sort::Project | Sort::Site => {}
            // Names inside a description do not replace it: « un proche de Donald Trump ».
            _ => source.speaker = source.speaker.or(Some(mention.who)),
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
    let speaks = Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT);
    if !verb.roles.has(speaks) || verb.mood == Mood::Participle || verb.passive {
        return None;
    }
    let incise = is_incise(scene, &verb, sentence);
    let introduces = introduces(scene, verb.at, sentence.end);
    let takes_object = verb.roles.has(Roles::SPEECH);
    let counts = verb.roles.has(Roles::COUNT);
    if !incise && !introduces && !takes_object && !counts {
        return None;
    }
    // « pour annoncer », « avant de déclarer »: an infinitive speaks only with what it says.
    if verb.mood == Mood::Infinitive && !takes_object {
        return None;
    }
    let who = reference::subject_of(scene, &verb)?;
    let sort = scene.cast.characters[who].sort;
    // « ChatGPT compte 300 millions d'utilisateurs » counts nothing.
    if counts && !takes_object && !incise && !matches!(sort, Sort::Body | Sort::Institution | Sort::Person) {
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

/// Whether the verb group stands in an incise: inverted, or right after a comma or closing quote with its subject behind.
fn is_incise(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    if verb.mood != Mood::Finite {
        return false;
    }
    let pronoun = (verb.start + 1..(verb.start + 5).min(sentence.end)).any(|i| reference::pronoun(scene, i).is_some() && scene.is(i - 1, WordId::HYPHEN));
    let mut at = verb.start;
    while at > sentence.start && scene.is_any(at - 1, &[w::L, w::S, w::SE, w::LUI]) {
        at -= 1;
    }
    let opened = at > sentence.start && scene.is_any(at - 1, &[w::COMMA, w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE, w::DASH, w::OPEN, w::EXCLAMATION, w::QUESTION, w::ELLIPSIS]);
    let behind = || scene.mentions_in(verb.at + 1..(verb.at + 10).min(sentence.end)).first().is_some_and(|m| m.is_free());
    // « Musk, a déclaré » cannot be: a comma right before the verb with no subject behind ends an apposition.
    pronoun || at == sentence.start && behind() || opened && behind() && !ends_apposition(scene, at, sentence.start, verb.at)
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
    (verb + 1..(verb + 14).min(end)).any(|i| scene.is_any(i, &[w::QUE, w::QU, w::COLON, w::LEFT_QUOTE, w::CURLY_QUOTE]) || scene.is(i, w::QUOTE))
}

/// The source of an unquoted figure at a token: the frames that reach it.
fn covering(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let mut source = Source::default();
    let mut take = |found: Source| {
        source.speaker = source.speaker.or(found.speaker);
        source.via = source.via.or(found.via);
    };
    let is_preposition = |frame: &Frame| scene.lexicon.attribution(scene.tokens, frame.start).is_some();
    // « 5 000 selon la police, 12 000 selon la CGT »: the next « selon » behind, unless another figure is nearer to it.
    let behind = frames.iter().find(|frame| frame.start > at && frame.reach == Reach::Backward && is_preposition(frame));
    if let Some(frame) = behind.filter(|frame| reaches_back(scene, frames, frame, at)) {
        take(frame.source);
    }
    // The nearest frame before.
    let before: Vec<_> = frames.iter().filter(|frame| frame.end <= at && frame.reach == Reach::Forward).collect();
    if let Some(frame) = before.iter().rev().find(|frame| !shut(scene, frame, at)) {
        take(frame.source);
    }
    // « Selon CNN, … Musk a écrit … »: the medium at the head of the sentence carries what a speaker in it says.
    if let Some(frame) = before.iter().find(|frame| frame.source.via.is_some() && is_preposition(frame)) {
        take(Source { speaker: None, via: frame.source.via });
    }
    // An incise behind covers the sentence before it.
    for frame in frames.iter().filter(|frame| frame.start > at && frame.reach == Reach::Backward && !is_preposition(frame)) {
        take(frame.source);
    }
    source
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
        if scene.flag(at, Flags::LINE) && at > start || scene.is_any(at, &[w::DOT, w::LEFT_QUOTE, w::SEMICOLON]) {
            break;
        }
        if at == start {
            let sentence = scene.sentence(scene.sentence_of(at));
            if let Some(frame) = prepositional(scene, at, &(sentence.start.min(at)..sentence.end)) {
                return Some(frame.source);
            }
        }
        let Some(verb) = verb::at(scene, at) else { continue };
        if !verb.roles.has(Roles::SPEECH.with(Roles::INCISE)) || verb.mood != Mood::Finite {
            return None;
        }
        let near = verb.start <= start + 3;
        let pronoun = (verb.start + 1..verb.start + 5).any(|i| reference::pronoun(scene, i).is_some() && scene.is(i.saturating_sub(1), WordId::HYPHEN));
        let behind = || scene.mentions_in(verb.at + 1..verb.at + 12).iter().any(|m| m.is_free());
        if !near || !(pronoun || behind()) {
            return None;
        }
        return speaker_of(scene, &verb);
    }
    None
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
            let comma = verb.start > 0 && scene.is_any(verb.start - 1, &[w::COMMA, w::DASH, w::QUESTION, w::EXCLAMATION]);
            let pronoun = (verb.start + 1..verb.start + 5).any(|i| matches!(reference::pronoun(scene, i), Some(_)) && scene.is(i - 1, WordId::HYPHEN));
            comma && (pronoun || scene.mentions_in(verb.at + 1..verb.at + 6).first().is_some_and(|m| m.is_free() && m.start <= verb.at + 3))
        })
        .and_then(|verb| speaker_of(scene, &verb))
}

/// X a déclaré : « … »; X : « … »; selon X, « … »; la réponse de X : « … ».
fn introduced(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let before = quote.start.checked_sub(1)?;
    let sentence = scene.sentence(scene.sentence_of(quote.start));
    // A quotation may open its own sentence after a colon that ended the one before.
    let start = if sentence.start == quote.start && scene.is(before, w::COLON) { scene.sentence(scene.sentence_of(before)).start } else { sentence.start };
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
    let owner = scene.mentions_in(noun + 1..(noun + 8).min(lead.end)).iter().find(|m| matches!(m.preposition, w::DE | w::D | w::DU | w::DES) && reference::can_speak(scene, m.who))?;
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
    let previous = scene.quotations[..i].iter().rev().find(|q| q.end <= quote.start).filter(|_| alone && depth < 6)?;
    let between = previous.end..quote.start;
    let near = between.len() <= 40 && between.clone().filter(|i| scene.flag(*i, Flags::BLOCK)).count() <= 1;
    if !near {
        return None;
    }
    of_quotation(scene, previous, depth + 1)
}

#[cfg(test)]
mod debug {
    #[test]
    fn show() {
        let text = "Quelques heures après l'annonce du projet, Elon Musk, CEO de xAI (société concurrente à OpenAI), a remis en question la somme annoncée par Donald Trump. \"En réalité, ils n'ont pas l'argent. SoftBank dispose de bien moins de 10 milliards de dollars garantis. Je tiens cette information de source sûre\", a-t-il affirmé sur X. Stargate est un projet de plus de douze mots ici.";
        let mut lexicon = crate::lexicon::Lexicon::french();
        let topic = crate::topic::Topic::parse(crate::topic::EMBEDDED[0].1, "x", &mut lexicon).unwrap();
        let doc = crate::document::FORMATS[0].read_article("x", text.as_bytes().to_vec()).unwrap();
        let (mut tokens, mut figures) = (vec![], vec![]);
        lexicon.lex(&doc.text, &mut tokens);
        crate::grammar::read(&doc.text, &tokens, &lexicon, &mut figures);
        let article = crate::article::parse(&doc, &tokens, &figures, &lexicon);
        let scene = super::Scene::new(&doc.text, &tokens, &figures, &article, &lexicon, &topic);
        for s in &scene.sentences { eprintln!("S {:?} {}", s, scene.phrase(s.clone())); }
        for q in &scene.quotations { eprintln!("Q {:?} {}", q, scene.phrase(q.start..q.end)); }
        for m in &scene.cast.mentions { eprintln!("M {} {} -> {:?} prep={}", m.start, scene.phrase(m.start..m.end), scene.cast.characters[m.who].name, lexicon.vocabulary().text(m.preposition)); }
        for f in &figures { eprintln!("F {} {:?}", f.span.of(&doc.text), super::of(&scene, f)); }
        for v in super::verb::in_range(&scene, 0..tokens.len()) { eprintln!("V {} {:?} passive={} {}..{}", scene.slice(v.at), v.mood, v.passive, v.start, v.at); }
    }
}
