//! Dates of events: « Le 21 janvier, OpenAI et SoftBank ont annoncé le projet Stargate ».
//!
//! A date is a claim only where the sentence says that it is the event's: the verb of the event is right beside the date, and
//! nothing but words of the thing itself stands between the verb and its name. « annoncer un nouveau site de Stargate » is
//! another event.

use std::ops::Range;

use super::Slot;
use super::cast::Mention;
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, TokenKind};
use crate::topic::Event;

/// Tokens between the verb of an event and the name of what it is of.
const REACH: usize = 14;

/// Tokens of a sum.
const SUM: usize = 5;

/// Words that make another day of a date, or another event of a verb.
const RELATIVE: [&str; 8] = ["veille", "lendemain", "hier", "demain", "après", "avant", "tard", "tôt"];

/// Whether a word makes another day of a date: not « au lendemain de son investiture », which tells the same day again.
fn is_relative(scene: &Scene<'_>, at: usize) -> bool {
    let again =
        at > 0 && (scene.is(at - 1, w::AU) || scene.is(at - 1, w::LA) && scene.is(at.wrapping_sub(2), w::A));
    RELATIVE.contains(&scene.slice(at)) && !(again && scene.is_any(at + 1, &[w::DE, w::D, w::DU]))
}

/// The event that a date is of.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Option<Slot> {
    let date = figure.quantity?.date.filter(|_| figure.class == Class::Date)?;
    if scene.topic.events.is_empty() || date.day.is_none() || date.month.is_none() {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize));
    let told = |f: &&Figure| f.class == Class::Date && !is_dateline(scene, f, sentence.start);
    let dates = scene.figures_in(&sentence).iter().filter(told).count();
    if is_dateline(scene, figure, sentence.start)
        || dates > 1
        || sentence.clone().any(|i| is_relative(scene, i))
    {
        return None;
    }
    let event = scene.topic.events.iter().filter(|event| !event.is_counted()).find(|event| {
        opens(scene, event, figure, &sentence)
            || follows(scene, event, figure, &sentence)
            || closes(scene, event, figure, &sentence)
            || leads(scene, event, figure, &sentence)
            || called(scene, event, figure, &sentence)
            || takes_place(scene, event, figure, &sentence)
    })?;
    Some(slot(scene, event))
}

fn slot(scene: &Scene<'_>, event: &Event) -> Slot {
    let id = scene.topic.entities[event.entity].id.clone();
    Slot { subjects: vec![id], joint: false, measure: event.id.clone(), place: None }
}

/// « a annoncé mardi 21 janvier un programme d'au moins 500 milliards »: the event of the project, without its name, by the sum that
/// its sentence or the next tells. `happens` is what the words say to happen.
pub(super) fn of_sum(scene: &Scene<'_>, figure: &Figure, happens: &str) -> Option<Slot> {
    let project = scene.topic.project?;
    figure.quantity?.date.filter(|date| date.day.is_some() && date.month.is_some())?;
    let named = |event: &&Event| event.entity == project && event.id == happens;
    let event = scene.topic.events.iter().find(named)?;
    // « la levée de fonds record annoncée le 27 février » is another thing.
    let other = |verb: &verb::Verb| {
        let before = verb.start.saturating_sub(1);
        verb.mood == Mood::Participle
            && scene.kind(before) == Some(TokenKind::Word)
            && !scene.flag(verb.start, Flags::LINE)
            && !event.is_word(scene.word(before))
            // « le programme à 500 milliards de dollars annoncé le 20 janvier »
            && !scene.figures_in(&(before.saturating_sub(SUM)..before + 1)).iter().any(|sum| {
                sum.tokens.1 as usize == verb.start && scene.is_whole_sum(sum)
            })
    };
    if beside(scene, figure.tokens.0 as usize, 0).as_ref().is_some_and(other) {
        return None;
    }
    let number = scene.sentence_of(figure.core_tokens.0 as usize);
    let near = scene.sentence(number).start..scene.sentence(number + 1).end.max(scene.sentence(number).end);
    let dates = scene.figures_in(&scene.sentence(number)).iter().filter(|f| f.class == Class::Date).count();
    // « l'accord rendu public le 22 septembre »
    let dealt = |i: usize| scene.topic.is_deal(scene.word(i));
    if (scene.sentence(number).start..figure.tokens.0 as usize).any(dealt) {
        return None;
    }
    let told = dates == 1 && scene.figures_in(&near).iter().any(|sum| scene.is_whole_sum(sum));
    told.then(|| slot(scene, event))
}

/// « Le 23 septembre, OpenAI a annoncé cinq nouveaux sites », « Cinq nouveaux sites ont été annoncés le 23 septembre », « l'annonce du
/// 23 septembre, celle des cinq nouveaux sites »: the event of so many things, right beside its verb or what it is called.
pub(super) fn of_count(scene: &Scene<'_>, figure: &Figure) -> Option<Slot> {
    /// Tokens between the verb and the number: « annoncer l'implantation de cinq sites ».
    const OBJECT: usize = 6;
    figure.quantity?.date.filter(|date| date.day.is_some() && date.month.is_some())?;
    let sentence = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize));
    if is_dateline(scene, figure, sentence.start) || sentence.clone().any(|i| is_relative(scene, i)) {
        return None;
    }
    let counted = |event: &&Event| {
        let counts = |f: &Figure| scene.noun(f).is_some_and(|noun| event.counts(noun));
        let behind = |at: usize| {
            let object = at + 1..(at + 1 + OBJECT).min(sentence.end);
            scene.figures_in(&object).first().is_some_and(counts)
        };
        let before = |verb: &verb::Verb| {
            let subject = verb.start.saturating_sub(OBJECT).max(sentence.start)..verb.start;
            verb.passive && scene.figures_in(&subject).last().is_some_and(counts)
        };
        let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
        let called =
            (start.saturating_sub(OBJECT).max(sentence.start)..start).any(|at| event.is_noun(scene.word(at)));
        called && behind(end)
            || verb::in_range(scene, sentence.clone())
                .filter(|verb| event.is_cue(verb.lemma))
                .any(|verb| behind(verb.at) || before(&verb))
    };
    let event = scene.topic.events.iter().find(counted)?;
    Some(slot(scene, event))
}

/// « WASHINGTON, 22 janv. 2025 (AGP) - »: the day of the dispatch.
fn is_dateline(scene: &Scene<'_>, date: &Figure, first: usize) -> bool {
    /// Tokens of a place before the date, and of an agency behind it.
    const PLACE: usize = 6;
    const AGENCY: usize = 5;
    let (start, end) = (date.tokens.0 as usize, date.tokens.1 as usize);
    let closed = scene.is(end, w::OPEN)
        && (end..end + AGENCY).any(|i| scene.is(i, w::CLOSE) && scene.kind(i + 1) == Some(TokenKind::Mark));
    start - first <= PLACE && closed
}

/// « Le 21 janvier, OpenAI et SoftBank ont annoncé une société commune, Stargate »
fn opens(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let dateline = (sentence.start..start).all(|i| {
        !matches!(scene.kind(i), Some(TokenKind::Word)) || scene.is(i, w::LE) || scene.capitalised(i)
    });
    let first = (end..sentence.end).find_map(|i| verb::at(scene, i));
    dateline
        && first.is_some_and(|verb| {
            verb.mood == Mood::Finite
                && event.is_cue(verb.lemma)
                && names_object(scene, event, verb.at + 1, sentence.end)
        })
}

/// « a annoncé mardi 21 janvier le projet Stargate », « Stargate, annoncé le 21 janvier, »
fn follows(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let Some(verb) = beside(scene, start, sentence.start).filter(|verb| event.is_cue(verb.lemma)) else {
        return false;
    };
    let undergoes = verb.mood == Mood::Participle || verb.passive;
    let before = scene.mentions_in(sentence.start..verb.start).last();
    // « Stargate est une nouvelle société annoncée le … »
    let joined = |m: &Mention| {
        let gap = m.end..verb.start;
        gap.len() <= REACH && gap.clone().all(|i| event.is_word(scene.word(i)) || scene.slice(i) == "est")
    };
    // « le premier Stargate européen, annoncé le … » is another.
    let beside = |m: &Mention| {
        verb.start <= m.end + 2
            && (!m.named
                || (m.end..verb.start)
                    .all(|i| scene.kind(i) == Some(TokenKind::Mark) || scene.has(i, Classes::FUNCTION)))
    };
    let touches = before.is_some_and(|m| is_thing(scene, event, m) && (beside(m) || joined(m)));
    // « Le projet s'appelle Stargate. Il a été annoncé le 20 janvier »
    let taken_up = verb.start == sentence.start + 1
        && reference::pronoun(scene, sentence.start).is_some_and(|pronoun| !pronoun.plural)
        && scene
            .mentions_in(scene.sentence(scene.sentence_of(start).saturating_sub(1)))
            .last()
            .is_some_and(|m| m.named && is_thing(scene, event, m));
    // « a annoncé mardi 21 janvier, au lendemain de son investiture, la création de Stargate »
    let close = (end + 1..(end + REACH).min(sentence.end))
        .find(|i| scene.is(end, w::COMMA) && scene.is(*i, w::COMMA));
    let names = |from: usize| names_object(scene, event, from, sentence.end);
    undergoes && (touches || taken_up) || !undergoes && (names(end) || close.is_some_and(|i| names(i + 1)))
}

/// « a dévoilé Stargate le 20 janvier », « En annonçant le projet Stargate mardi 21 janvier, … »: the date behind verb and object.
fn closes(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    let start = figure.tokens.0 as usize;
    let last = scene.mentions_in(sentence.start..start).last();
    let plain = |i: usize| scene.is(i, w::LE) || scene.has(i, Classes::WEEKDAY);
    let object = last.filter(|m| m.named && m.end + 2 >= start && (m.end..start).all(plain));
    object.is_some_and(|m| {
        let from = m.start.saturating_sub(REACH).max(sentence.start);
        let verb = verb::in_range(scene, from..m.start).last();
        verb.is_some_and(|verb| {
            // « a présenté Stargate le 5 février à Berlin » may be on any day.
            let shown = scene.lexicon.vocabulary().text(verb.lemma) == "presenter";
            let active = matches!(verb.mood, Mood::Finite | Mood::Gerund) && !verb.passive && !shown;
            active && event.is_cue(verb.lemma) && names_object(scene, event, verb.at + 1, start)
        })
    })
}

/// « Annoncé le 21 janvier par Donald Trump, le projet Stargate … »
fn leads(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    let Some(verb) = beside(scene, figure.tokens.0 as usize, sentence.start) else { return false };
    let rest = figure.tokens.1 as usize..sentence.end;
    let subject = scene.mentions_in(rest.clone()).iter().find(|m| m.is_free() && m.start > 0);
    // « Le Stargate américain, c'est pas mieux. Annoncé le 21 janvier, il n'a toujours pas montré ses sous. »
    let before =
        || scene.mentions_in(scene.sentence(scene.sentence_of(sentence.start).checked_sub(1)?)).last();
    let taken_up =
        || rest.clone().any(|i| reference::pronoun(scene, i).is_some_and(|pronoun| !pronoun.plural));
    let subject = subject.or_else(|| before().filter(|m| m.named && taken_up()));
    verb.mood == Mood::Participle
        && verb.start == sentence.start
        && event.is_cue(verb.lemma)
        && subject.is_some_and(|m| is_thing(scene, event, m))
}

/// « dès l'annonce du 21 janvier », « la cérémonie organisée le 21 janvier », « le 21 janvier, lors du lancement de Stargate »: the
/// event by what it is called, in an article that names its thing.
fn called(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    /// Tokens between the noun and the date, the participle among them.
    const NEAR: usize = 4;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let own = |at: usize| scene.is_any(at - 1, &[w::L, w::LA, w::LE, w::CETTE, w::DU, w::SON, w::LEUR]);
    let plain = |i: usize| {
        scene.has(i, Classes::FUNCTION)
            || scene.has(i, Classes::WEEKDAY)
            || verb::at(scene, i).is_some_and(|verb| verb.mood == Mood::Participle)
    };
    let dated = (start.saturating_sub(NEAR).max(sentence.start + 1)..start)
        .any(|at| event.is_noun(scene.word(at)) && own(at) && (at + 1..start).all(plain));
    // « pour le lancement de Stargate »
    let named = || {
        (end..sentence.end).any(|at| {
            let during = || (at.saturating_sub(3)..at).any(|i| matches!(scene.slice(i), "lors" | "pour"));
            event.is_noun(scene.word(at))
                && scene.is_any(at + 1, &[w::DE, w::DU])
                && during()
                && scene.mentions_in(at + 2..at + 4).iter().any(|m| m.named && is_thing(scene, event, m))
        })
    };
    // « à la veille du lancement de Stargate »
    let eve = sentence.clone().any(|i| scene.slice(i) == "veille");
    (dated || named()) && !eve && is_told_of(scene, event) && !is_of_another(scene, event, figure, sentence)
}

/// « Mardi 21 janvier, à la Maison-Blanche, personne n'a sorti son carnet. Le communiqué promettait bien 500 milliards »: the
/// event by where it happened, where the thing or its sum is told of.
fn takes_place(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    let number = scene.sentence_of(sentence.start);
    let near = sentence.start..scene.sentence(number + 1).end.max(sentence.end);
    let named = || scene.mentions_in(near.clone()).iter().any(|m| m.named && is_thing(scene, event, m));
    let told = || named() || scene.figures_in(&near).iter().any(|sum| scene.is_whole_sum(sum));
    let there = |i: usize| event.places().iter().any(|place| scene.reads(i, place));
    sentence.clone().any(there) && told() && !is_of_another(scene, event, figure, sentence)
}

/// Whether the article names the event's thing.
fn is_told_of(scene: &Scene<'_>, event: &Event) -> bool {
    scene.mentions_in(0..scene.tokens.len()).iter().any(|m| m.named && is_thing(scene, event, m))
}

/// « le 20 janvier, jour de son investiture »: what happened on another day stands right beside the date.
fn is_of_another(scene: &Scene<'_>, event: &Event, figure: &Figure, sentence: &Range<usize>) -> bool {
    /// Tokens on each side of the date.
    const NEAR: usize = 6;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let near = start.saturating_sub(NEAR).max(sentence.start)..(end + NEAR).min(sentence.end);
    let again = || sentence.clone().any(|i| scene.folded(i) == "lendemain");
    near.into_iter().any(|i| event.is_another(scene.word(i))) && !again()
}

/// The verb right before a date, an article between them at most.
fn beside(scene: &Scene<'_>, date: usize, from: usize) -> Option<verb::Verb> {
    let last = date.checked_sub(1)?;
    let last = if scene.has(last, Classes::WEEKDAY) { last.checked_sub(1)? } else { last };
    let at = if scene.is(last, w::LE) { last.checked_sub(1)? } else { last };
    (at >= from).then(|| verb::at(scene, at)).flatten()
}

/// Whether the event's thing is named from a token on, with nothing but words for it before the name.
fn names_object(scene: &Scene<'_>, event: &Event, from: usize, to: usize) -> bool {
    let near = from..(from + REACH).min(to);
    let found = scene.mentions_in(near).iter().find(|m| m.named && is_thing(scene, event, m));
    found.is_some_and(|m| {
        let marks = [w::COMMA, w::LEFT_QUOTE, w::COLON, w::L, w::D];
        (from..m.end - 1).all(|i| i >= m.start || event.is_word(scene.word(i)) || scene.is_any(i, &marks))
    })
}

fn is_thing(scene: &Scene<'_>, event: &Event, mention: &Mention) -> bool {
    scene.cast.characters[mention.who].entity == Some(event.entity)
}
