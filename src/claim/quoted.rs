//! Who speaks in a quotation: an incise, an introduction, the quotation before.

use std::ops::Range;

use super::apposition::named_beside;
use super::cast::Mention;
use super::frame::{Frame, Reach, Source, frames, prepositional};
use super::quotation::{self, Quotation};
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::{Flags, TokenKind, WINDOW, WordId};
use crate::topic::Sort;

/// Most tokens in brackets between a quotation and its incise.
const BRACKET: usize = 12;

/// Tokens behind the verb of an incise in which its subject begins: « explique au micro de la radio l'hydrologue … ».
const SUBJECT: usize = 12;

/// Tokens behind a verb of speech in which its manner may stand before the subject.
const MANNER: usize = 6;

/// Who speaks in a quotation.
pub(super) fn of_quotation(scene: &Scene<'_>, quote: &Quotation, depth: usize) -> Option<Source> {
    incise_after(scene, quote)
        .or_else(|| incise_inside(scene, quote))
        .or_else(|| introduced(scene, quote))
        .or_else(|| outer(scene, quote, depth))
        .or_else(|| led(scene, quote))
        .or_else(|| continued(scene, quote, depth))
        .or_else(|| asked(scene, quote))
        .or_else(|| followed(scene, quote))
        .or_else(|| answered(scene, quote))
        .or_else(|| portrayed(scene, quote))
}

/// « L'éleveur David Lacombe tente de calmer le jeu. Les odeurs ? « J'habite à 300 mètres » »: the only person whom the paragraph has
/// told of, a few sentences before.
fn portrayed(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    /// Sentences back to that person.
    const BACK: usize = 2;
    let index = scene.sentence_of(quote.start);
    let lead = scene.sentence(index).start..quote.start;
    let acts = |range: &Range<usize>| verb::in_range(scene, range.clone()).any(|v| v.mood == Mood::Finite);
    let opens = |sentence: &Range<usize>| scene.flag(sentence.start, Flags::BLOCK);
    if !scene.mentions_in(lead.clone()).is_empty() || acts(&lead) || opens(&lead) {
        return None;
    }
    let person = |m: &&Mention| m.is_free() && scene.cast.characters[m.who].sort == Sort::Person;
    let mut back = index;
    for _ in 0..BACK {
        back = back.checked_sub(1)?;
        let sentence = scene.sentence(back);
        let mentions = scene.mentions_in(sentence.clone());
        let mut people = mentions.iter().filter(person).map(|m| m.who);
        if let Some(who) = people.next() {
            return people.all(|other| other == who).then_some(Source { speaker: Some(who), via: None });
        }
        if opens(&sentence) || mentions.iter().any(Mention::is_free) {
            return None;
        }
    }
    None
}

/// « Un repreneur est-il possible ? » and on the next line « « La loi nous donne trois mois » »: whoever is asked in an interview.
fn answered(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let opens = scene.flag(quote.start, Flags::LINE) && quote.start > 0;
    let asks = opens && scene.is(quote.start - 1, w::QUESTION);
    let who = scene.interview.as_ref().filter(|_| asks)?.speaker_at(quote.start)?;
    Some(Source { speaker: Some(who), via: None })
}

/// « … », a-t-il écrit; « … », selon X.
fn incise_after(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    // « « que 10 milliards » (6 300 milliards de F CFA), a-t-il asséné »
    let bracket = scene.is(quote.end, w::OPEN);
    let close = (quote.end..(quote.end + BRACKET).min(scene.tokens.len()))
        .find(|i| bracket && scene.is(*i, w::CLOSE));
    let after = close.map_or(quote.end, |close| close + 1);
    let start = if scene.is_any(after, &[w::COMMA, w::DASH]) { after + 1 } else { after };
    if scene.flag(start, Flags::BLOCK) {
        return None;
    }
    if scene.is(after, w::COLON) {
        return behind_colon(scene, after);
    }
    let limit = (start + 12).min(scene.tokens.len());
    if let Some(who) = signed(scene, start) {
        return Some(Source { speaker: Some(who), via: None });
    }
    for at in start..limit {
        if scene.flag(at, Flags::LINE) && at > start
            || scene.is_any(at, &[w::DOT, w::LEFT_QUOTE, w::SEMICOLON])
        {
            break;
        }
        // « … » Chez OpenAI, …: a capital begins another sentence.
        if at == start && !scene.capitalised(at) {
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
        if let Some(who) = reference::place_of_on(scene, &verb) {
            return Some(Source { speaker: Some(who), via: None });
        }
        if verb.start > start + 3 || !has_subject_behind(scene, &verb) {
            return None;
        }
        return speaker_of(scene, &verb);
    }
    None
}

/// « « Je suis bon pour mes 80 milliards » : invité de CNBC, Satya Nadella n'en a pas dit plus »
fn behind_colon(scene: &Scene<'_>, colon: usize) -> Option<Source> {
    let sentence = scene.sentence(scene.sentence_of(colon));
    let verb = verb::in_range(scene, colon..sentence.end).find(|verb| verb.mood == Mood::Finite)?;
    let who = reference::subject_of(scene, &verb).filter(|who| is_human(scene, *who))?;
    Some(Source { speaker: Some(who), via: None })
}

/// « a-t-il écrit », « tranche un analyste »: the subject stands behind its verb, in the same sentence.
fn has_subject_behind(scene: &Scene<'_>, verb: &Verb) -> bool {
    let pronoun = (verb.start + 1..verb.start + 5)
        .any(|i| reference::pronoun(scene, i).is_some() && scene.is(i.saturating_sub(1), WordId::HYPHEN));
    let end = scene.sentence(scene.sentence_of(verb.at)).end;
    let behind = scene.mentions_in(verb.at + 1..(verb.at + 12).min(end));
    pronoun || behind.iter().any(Mention::is_free)
}

/// « … » Maud Chevrier, ministre des Transports: a name without a verb right behind a quotation.
fn signed(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(at));
    let mention =
        scene.mentions_in(at..at + 3).first().filter(|m| m.named && m.is_free() && m.start == at)?;
    let person = scene.cast.characters[mention.who].sort == Sort::Person;
    let verbless = !verb::in_range(scene, at..sentence.end).any(|v| v.mood == Mood::Finite);
    (person && verbless).then_some(mention.who)
}

/// « … », gronde Sylvie Marchandet; « … », s'agace-t-il: any verb right behind a quotation with its subject right behind it.
fn unknown_verb(scene: &Scene<'_>, start: usize) -> Option<Source> {
    let at = verb::past_clitics(scene, start);
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
    // « s'époumone au mégaphone Josiane Calmels »
    let manner = scene.is_any(at + 1, &[w::AU, w::A, w::EN, w::DANS, w::SUR]);
    let reach = if manner { MANNER } else { 3 };
    let subject = scene.mentions_in(at + 1..at + 1 + reach).iter().find(|m| m.is_free())?;
    let words = (at + 1..subject.start)
        .all(|i| scene.kind(i) == Some(TokenKind::Word) && verb::at(scene, i).is_none());
    let close = subject.start <= at + 1 + usize::from(article) || manner && words;
    close.then_some(Source { speaker: Some(named_beside(scene, subject)), via: None })
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
    verb::in_range(scene, quote.start + 1..quote.end.min(quote.start + WINDOW))
        .filter(|verb| verb.mood == Mood::Finite && verb.roles.has(Roles::SPEECH.with(Roles::INCISE)))
        .find(|verb| {
            let comma = verb.start > 0
                && scene.is_any(verb.start - 1, &[w::COMMA, w::DASH, w::QUESTION, w::EXCLAMATION]);
            let pronoun = (verb.start + 1..verb.start + 5)
                .any(|i| reference::pronoun(scene, i).is_some() && scene.is(i - 1, WordId::HYPHEN));
            comma
                && (pronoun
                    || scene
                        .mentions_in(verb.at + 1..(verb.at + SUBJECT).min(quote.end))
                        .iter()
                        .find(|m| m.is_free())
                        .is_some_and(|m| !(verb.at..m.start).any(|i| scene.is_any(i, &[w::DOT, w::COMMA]))))
        })
        .and_then(|verb| speaker_of(scene, &verb))
        .or_else(|| unknown_inside(scene, quote))
}

/// « C'est se moquer du monde, s'emporte Karim Ouadah, délégué CGT. »: any verb between a comma and a person's name that a mark
/// closes.
fn unknown_inside(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let inside = quote.start + 1..quote.end.min(quote.start + WINDOW);
    let person = |m: &&Mention| {
        // « se réjouit l'informaticien Mamadou Sarr »
        let led = m.start > 0 && scene.is_any(m.start - 1, &[w::L, w::LE, w::LA]);
        let at = m.start - usize::from(led);
        let word = at > 0
            && scene.kind(at - 1) == Some(TokenKind::Word)
            && !scene.capitalised(at - 1)
            && !scene.has(at - 1, Classes::FUNCTION);
        let before = verb::with_clitics(scene, at.saturating_sub(1), quote.start);
        m.named
            && m.is_free()
            && scene.cast.characters[m.who].sort == Sort::Person
            && word
            && before > quote.start
            && scene.is(before - 1, w::COMMA)
            && scene.is_any(m.end, &[w::COMMA, w::DOT])
    };
    let who = scene.mentions_in(inside).iter().find(person)?.who;
    Some(Source { speaker: Some(who), via: None })
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
    if let Some(source) = speech_noun(scene, &lead).or_else(|| said_before(scene, &lead)) {
        return Some(source);
    }
    if colon {
        return before_colon(scene, &lead, &frames);
    }
    frames.iter().find(|frame| frame.source.via.is_some()).map(|frame| frame.source)
}

/// « tout y est, jusqu'au parking où, sourit-elle, « … » »: an incise of any verb, right before a quotation.
fn said_before(scene: &Scene<'_>, lead: &Range<usize>) -> Option<Source> {
    let comma = lead.end.checked_sub(1).filter(|i| scene.is(*i, w::COMMA))?;
    let at = comma.checked_sub(1).filter(|i| *i > lead.start + 2 && scene.is(*i - 1, WordId::HYPHEN))?;
    let agreement = reference::pronoun(scene, at)?;
    let who = reference::speaker_meant(scene, lead.start, agreement)?;
    Some(Source { speaker: Some(who), via: None })
}

/// Whose a quotation behind a colon is, where no verb of speech says so: « il abat sa main sur le bureau : « … » ».
fn before_colon(scene: &Scene<'_>, lead: &Range<usize>, frames: &[Frame]) -> Option<Source> {
    if let Some(source) = answer(scene, lead).or_else(|| agent(scene, lead)) {
        return Some(source);
    }
    // « Elon Musk a mis les pieds dans le plat. Je le cite : « … » »
    if scene.slice(lead.start) == "Je" && lead.clone().any(|i| scene.slice(i) == "cite") {
        let who = reference::last_heard(scene, lead.start)?;
        return Some(Source { speaker: Some(who), via: None });
    }
    // « Le patron avait commencé par corriger son hôte, rapporte le Wall Street Journal : « Nos revenus … » »
    let carried = frames.iter().find(|frame| frame.source.via.is_some() && frame.source.speaker.is_none());
    let carried = carried.filter(|frame| frame.reach != Reach::Forward || frame.start > lead.start);
    if let Some(frame) = carried
        && let Some(who) = main_subject(scene, &(lead.start..frame.start))
    {
        return Some(Source { speaker: Some(who), via: frame.source.via });
    }
    if let Some(who) = main_subject(scene, lead) {
        return Some(Source { speaker: Some(who), via: None });
    }
    // « Et Sam Altman, d'illustrer les avancées : « … » », « il abat sa main sur le bureau : « … » »
    let pronoun = || {
        let (at, agreement) = lead.clone().rev().find_map(|i| Some((i, reference::pronoun(scene, i)?)))?;
        reference::resolve(scene, at, agreement).filter(|who| is_human(scene, *who))
    };
    let nearest = reference::nearest_free(scene, lead.end, lead).or_else(pronoun)?;
    let who = opening_person(scene, lead, nearest).unwrap_or(nearest);
    Some(Source { speaker: Some(who), via: None })
}

/// What one does who lets another speak.
const HEARING: [&str; 7] = ["écout", "entend", "cit", "lis", "lit", "rapport", "interrog"];

/// « Henri Lestrade, le directeur, a voulu rassurer les analystes : « … » »: the named person with whom a sentence opens, where
/// nobody named stands before its colon.
fn opening_person(scene: &Scene<'_>, lead: &Range<usize>, nearest: usize) -> Option<usize> {
    let mentions = scene.mentions_in(lead.clone());
    let head = mentions.first().filter(|m| m.start <= lead.start + 1 && m.named && m.is_free())?;
    let person = scene.cast.characters[head.who].sort == Sort::Person;
    // « Claire Dubois, la maire, écoutait le préfet : « … » »
    let hears = |i: usize| HEARING.iter().any(|stem| scene.slice(i).starts_with(stem));
    let person = person && !lead.clone().any(hears);
    let named = mentions.iter().any(|m| m.who == nearest && m.named);
    (person && !named).then_some(head.who)
}

/// « On a demandé au patron de Microsoft si … Réponse : « … » »: of the person in the sentence before.
fn answer(scene: &Scene<'_>, lead: &Range<usize>) -> Option<Source> {
    /// Tokens of « Réponse du tac au tac : ».
    const SHORT: usize = 8;
    let opens = lead.len() <= SHORT
        && scene.has(lead.start, Classes::SPEECH_NOUN)
        && !scene.is_any(lead.start + 1, &[w::DE, w::D, w::DU, w::DES]);
    let before = scene.sentence(scene.sentence_of(lead.start).checked_sub(1).filter(|_| opens)?);
    let person = |m: &&Mention| scene.cast.characters[m.who].sort == Sort::Person;
    let who = scene.mentions_in(before).iter().rev().find(person)?.who;
    Some(Source { speaker: Some(who), via: None })
}

/// « Ces chiffres ont été communiqués par le directeur, Óscar Llanos : « … » »
fn agent(scene: &Scene<'_>, lead: &Range<usize>) -> Option<Source> {
    let verb = verb::in_range(scene, lead.clone())
        .find(|v| v.passive && v.roles.has(Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT)))?;
    let by = scene.mentions_in(verb.at + 1..lead.end).iter().find(|m| m.preposition == w::PAR)?;
    let who = named_beside(scene, by);
    reference::can_speak(scene, who).then_some(Source { speaker: Some(who), via: None })
}

/// The person or body that the main verb before a colon is about: « il abat sa main sur le bureau : « … » ».
fn main_subject(scene: &Scene<'_>, lead: &Range<usize>) -> Option<usize> {
    let verb = verb::in_range(scene, lead.clone()).filter(|v| v.mood == Mood::Finite).last()?;
    reference::subject_of(scene, &verb).filter(|who| is_human(scene, *who))
}

fn is_human(scene: &Scene<'_>, who: usize) -> bool {
    matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution)
}

/// « Le ministre concède une déception. « … » »: a quotation that stands alone is of whom the sentence before it, in the same
/// paragraph, is about.
fn led(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let index = scene.sentence_of(quote.start);
    let alone = scene.sentence(index).start == quote.start && !scene.flag(quote.start, Flags::BLOCK);
    let before = scene.sentence(index.checked_sub(1).filter(|_| alone)?);
    let first_person = || {
        (quote.start..quote.end)
            .any(|i| scene.is_any(i, &[w::JE, w::J, w::NOUS, w::ON]) || scene.is(i, w::MES))
    };
    let speaks = |who: usize| match scene.cast.characters[who].sort {
        Sort::Person => true,
        Sort::Name => first_person(),
        _ => false,
    };
    // « Il n'y a guère que le gaz, observe l'ingénieur Bastien Kermarrec. « … » »
    let incise = frames(scene, before.clone())
        .into_iter()
        .rev()
        .find(|frame| frame.source.speaker.is_some_and(speaks) && frame.reach == Reach::Backward);
    if let Some(frame) = incise {
        return Some(frame.source);
    }
    let finite = verb::in_range(scene, before.clone()).find(|v| v.mood == Mood::Finite);
    let who = if let Some(verb) = finite {
        reference::subject_of(scene, &verb)?
    } else {
        // « Nathalie Brisset, déléguée CGT, ne décolère pas. », « A Narvik, le maire se frotte les mains. »: whoever a sentence of a
        // verb that is not known is about.
        let head = |m: &&Mention| m.named && m.start == before.start;
        let person = |m: &&Mention| {
            let told = m.named || m.end == m.start + 1;
            m.is_free() && told && scene.cast.characters[m.who].sort == Sort::Person
        };
        let mentions = scene.mentions_in(before.clone());
        mentions.first().filter(head).or_else(|| mentions.iter().find(person))?.who
    };
    let quotes = scene.quotations.iter().any(|other| before.contains(&other.start));
    (speaks(who) && !quotes).then_some(Source { speaker: Some(who), via: None })
}

/// « Nous avons posé la question à Mio Kanda, analyste à Tokyo. » And in the next paragraph: « « … » »
fn asked(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    const ASKS: [&str; 8] =
        ["question", "questions", "demandé", "interrogé", "interrogée", "joint", "jointe", "sollicité"];
    let index = scene.sentence_of(quote.start);
    let alone = scene.sentence(index).start == quote.start;
    let before = scene.sentence(index.checked_sub(1).filter(|_| alone)?);
    let asks = before.clone().find(|i| ASKS.contains(&scene.slice(*i)))?;
    let person = |m: &&Mention| scene.cast.characters[m.who].sort == Sort::Person && m.named;
    let who = scene.mentions_in(asks..before.end).iter().find(person)?.who;
    Some(Source { speaker: Some(who), via: None })
}

/// « « On nous a demandé un devis. » Dans son atelier, Loïc Guérineau n'en revient pas »: a quotation that opens a paragraph is of
/// the person whom the sentence behind it is about.
fn followed(scene: &Scene<'_>, quote: &Quotation) -> Option<Source> {
    let opens = scene.flag(quote.start, Flags::BLOCK) || scene.flag(quote.start, Flags::LINE);
    let next = quote.end;
    if !opens || !quote.closed || scene.flag(next, Flags::LINE) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_of(next));
    let verb = verb::in_range(scene, next..sentence.end).find(|v| v.mood == Mood::Finite)?;
    let who = reference::subject_of(scene, &verb)?;
    let person = scene.cast.characters[who].sort == Sort::Person;
    person.then_some(Source { speaker: Some(who), via: None })
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
    let sentence = scene.sentence(scene.sentence_of(quote.start));
    // « Puis, vingt minutes plus tard : « … » »: nobody else comes in between.
    let lead = sentence.start..quote.start;
    let anew = scene.is(quote.start.saturating_sub(1), w::COLON)
        && lead.len() <= 10
        && scene.mentions_in(lead.clone()).is_empty()
        && verb::in_range(scene, lead.clone()).next().is_none();
    let alone = lead.is_empty() || anew;
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
