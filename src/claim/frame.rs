//! Words of a sentence that say who speaks: « selon X », « X affirme que », « …, a-t-il dit ».

use std::ops::Range;

use super::cast::Mention;
use super::reference::{self, Agreement};
use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::Kind;
use crate::text::{TokenKind, WordId};
use crate::topic::Sort;

/// Words of a sentence that say who speaks, and which way they reach.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// First token and the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) source: Source,
    pub(super) reach: Reach,
}

/// A speaker, a medium, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) speaker: Option<usize>,
    pub(super) via: Option<usize>,
}

impl Source {
    /// This source, with what it lacks taken from another.
    pub(super) fn or(self, other: Source) -> Source {
        Source { speaker: self.speaker.or(other.speaker), via: self.via.or(other.via) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// What comes after, to the end of the sentence.
    Forward,
    /// What comes before.
    Backward,
    /// The sentence around: « dix bâtiments sont en chantier, d'après X, chacun de 46 000 m² ».
    Both,
}

/// The frames of a sentence, in order.
pub(super) fn frames(scene: &Scene<'_>, sentence: Range<usize>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(frame) = prepositional(scene, at, &sentence) {
            at = frame.end.max(at + 1);
            frames.push(frame);
            continue;
        }
        frames.extend(verbal(scene, at, &sentence).or_else(|| nominal(scene, at, &sentence)));
        at += 1;
    }
    frames
}

/// « selon X », « d'après des sources citées par Reuters », « pour X, … ».
pub(super) fn prepositional(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    if let Some(frame) = heard(scene, at) {
        return Some(frame);
    }
    let (opening, after) =
        scene.lexicon.attribution(scene.tokens, at).or_else(|| of_source(scene, at, sentence))?;
    // « Elon Musk, pour qui SoftBank n'a que 10 milliards »
    if scene.is(after, w::QUI) {
        let end = if scene.is(at.checked_sub(1)?, w::COMMA) { at - 1 } else { at };
        let who = scene.mentions_in(sentence.start..end).iter().rev().find(|m| m.end == end)?;
        let source = Source { speaker: Some(reference::named_beside(scene, who)), via: None };
        return Some(Frame { start: at, end: after + 1, source, reach: Reach::Forward });
    }
    let leads = at == sentence.start
        || at == sentence.start + 1
            && !scene.is(sentence.start, w::COMMA)
            && scene.kind(at - 1) != Some(TokenKind::Mark);
    if opening && !leads {
        return None;
    }
    let (mut source, end) = source_after(scene, after, sentence.end)?;
    // « interrogé par CNBC, il a dit … »: who asks says nothing, and a medium carries the answer.
    if scene.slice(at).to_lowercase().starts_with("interrog") {
        source.speaker = None;
        source.via?;
    }
    // « Chez Thermovent, 62 salariés, on fabrique … »: what it has.
    let has = |end: usize| {
        let figure = scene.figures_in(&(end + 1..end + 2)).first();
        figure.is_some_and(|figure| scene.is(figure.tokens.1 as usize, w::COMMA))
    };
    if opening && (!scene.is(end, w::COMMA) || has(end)) {
        return None;
    }
    // « selon la police, 5 000 personnes » reaches forward; « 5 000 personnes selon la police » back.
    let before = scene.figures_in(&(sentence.start..at)).iter().rev().find(|f| f.is_quantity());
    let after = scene.figures_in(&(end..sentence.end)).iter().find(|f| f.is_quantity());
    // « …, et, selon X, 20 sites »: set between commas, and the figure before belongs to another clause.
    let inserted = scene.is(end, w::COMMA) && after.is_some() && before.is_some();
    let joins = |i: usize| scene.is_any(i, &[w::ET, w::MAIS, w::SEMICOLON]);
    let joined = at > 1 && (joins(at - 1) || scene.is(at - 1, w::COMMA) && joins(at - 2));
    let told = before.is_some_and(|f| {
        (f.tokens.1 as usize..at).any(|i| verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite))
    });
    // « et créer, selon X, 100 000 emplois »: the verb waits for what comes after.
    let awaited = || inserted && at >= 2 && scene.is(at - 1, w::COMMA) && verb::at(scene, at - 2).is_some();
    let reach = match () {
        () if leads || before.is_none() || inserted && joined || awaited() => Reach::Forward,
        () if inserted && told => Reach::Both,
        () => Reach::Backward,
    };
    Some(Frame { start: at, end, source, reach })
}

/// « à l'en croire », « à l'entendre », « à ses yeux »: whoever was spoken of last.
fn heard(scene: &Scene<'_>, at: usize) -> Option<Frame> {
    if !scene.is(at, w::A) && !matches!(scene.slice(at), "à" | "À" | "A") {
        return None;
    }
    let words = |words: &[&str]| words.iter().enumerate().all(|(k, word)| scene.slice(at + 1 + k) == *word);
    let phrase = [
        &["l'", "en", "croire"][..],
        &["l’", "en", "croire"],
        &["les", "en", "croire"],
        &["l'", "entendre"],
        &["l’", "entendre"],
        &["ses", "yeux"],
        &["leurs", "yeux"],
        &["son", "avis"],
    ];
    let end = at + 1 + phrase.iter().find(|phrase| words(phrase))?.len();
    let speaker = Some(reference::last_heard(scene, at)?);
    Some(Frame { start: at, end, source: Source { speaker, via: None }, reach: Reach::Forward })
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
    if let Some(found) = own_papers(scene, after) {
        return Some(found);
    }
    let mut source = Source::default();
    let mut end = after;
    for mention in scene.mentions_in(after.saturating_sub(1)..(after + REACH).min(limit)) {
        let gap = end..mention.start;
        // « selon la consule générale, Leïla Chouchane, »: an office that the lexicon does not know.
        let sort = scene.cast.characters[mention.who].sort;
        let apposed = source == Source::default()
            && sort == Sort::Person
            && mention.named
            && gap.len() > 1
            && scene.is(gap.end - 1, w::COMMA)
            && scene.is_any(mention.end, &[w::COMMA, w::DOT, w::CLOSE])
            && gap.clone().take(gap.len() - 1).all(|i| scene.kind(i) == Some(TokenKind::Word));
        let gap = gap.start..gap.end - usize::from(apposed);
        let broken = gap.clone().any(|i| {
            scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON, w::CLOSE])
                || verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite)
        }) || scene.figures_in(&gap).iter().any(Figure::is_quantity);
        if broken || mention.end <= after && mention.start < after.saturating_sub(1) {
            break;
        }
        let character = &scene.cast.characters[mention.who];
        match character.sort {
            Sort::Medium => source.via = source.via.or(Some(mention.who)),
            Sort::Project | Sort::Site => {}
            // Names inside a description do not replace it: « un proche de Donald Trump ».
            _ => source.speaker = source.speaker.or_else(|| Some(maker(scene, mention, limit))),
        }
        end = mention.end.max(end);
        if scene.is_any(end, &[w::COMMA, w::CLOSE]) {
            // « Michel Dupont, du cabinet X » ends here: what follows is the sentence.
            break;
        }
    }
    (source != Source::default()).then_some((source, end))
}

/// « un bilan communiqué par la protection civile », « une note de la banque Kessler »: a paper speaks for who made it.
fn maker(scene: &Scene<'_>, mention: &Mention, limit: usize) -> usize {
    /// Tokens of a paper's description.
    const REACH: usize = 10;
    let papers = Classes::SPEECH_NOUN.with(Classes::COUNT_NOUN);
    let paper =
        !mention.named && (mention.start..mention.end.min(mention.start + 3)).any(|i| scene.has(i, papers));
    let from = mention.start + 1;
    let by = scene.mentions_in(from..(from + REACH).min(limit)).iter().find(|m| {
        let made =
            m.preposition == w::PAR || m.named && matches!(m.preposition, w::DE | w::D | w::DU | w::DES);
        made && reference::can_speak(scene, m.who) && !(from..m.start).any(|i| scene.is(i, w::COMMA))
    });
    match by.filter(|_| paper) {
        Some(by) => reference::named_beside(scene, by),
        None => reference::named_beside(scene, mention),
    }
}

/// « selon ses calculs », « d'après leurs relevés »: those of whoever was heard last.
fn own_papers(scene: &Scene<'_>, at: usize) -> Option<(Source, usize)> {
    if !scene.is_any(at, &[w::SES, w::SON, w::SA, w::LEURS, w::LEUR]) {
        return None;
    }
    let papers = |i: &usize| scene.has(*i, Classes::COUNT_NOUN.with(Classes::SPEECH_NOUN));
    let noun = (at + 1..at + 3).find(papers)?;
    let speaker = Some(reference::last_heard(scene, at)?);
    Some((Source { speaker, via: None }, noun + 1))
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
    if let Some(frame) = inverted(scene, at, sentence) {
        return Some(frame);
    }
    let verb = verb::at(scene, at)?;
    // « rappelons-le »: the outlet to its readers.
    if scene.slice(verb.at).ends_with("ons") && scene.is(verb.at + 1, WordId::HYPHEN) {
        return None;
    }
    let faire = scene.lexicon.vocabulary().text(verb.lemma) == "faire"
        && scene.has(verb.at + 1, Classes::AFTER_FAIRE);
    // « D'après une source, Pékin aurait exigé … »: what somebody else tells of him.
    let told = verb.tenses.has(Tenses::CONDITIONAL)
        && scene.lexicon.attribution(scene.tokens, sentence.start).is_some_and(|(opening, _)| !opening);
    if told || !may_speak(scene, &verb, faire) {
        return None;
    }
    let incise = is_incise(scene, &verb, sentence);
    let introduces = introduces(scene, verb.at, sentence.end);
    let takes_object = takes_object(scene, &verb, faire) || remembers(scene, &verb);
    let counts = verb.roles.has(Roles::COUNT) && counts_here(scene, &verb);
    // « prévoit que la demande augmentera »
    let foresees = verb.roles.has(Roles::PLAN) && scene.is_any(verb.at + 1, &[w::QUE, w::QU]);
    let says = verb.roles.has(Roles::SPEECH.with(Roles::INCISE)) || foresees;
    if !(incise || takes_object || counts || introduces && says) {
        return None;
    }
    // « pour annoncer », « avant de déclarer »: an infinitive speaks only with what it says. « Et le syndicaliste de citer … : ».
    let historic = || scene.is(at.wrapping_sub(1), w::DE) && scene.is(sentence.start, w::ET);
    if verb.mood == Mood::Infinitive
        && (!takes_object && !(historic() && introduces) || is_withheld(scene, at))
    {
        return None;
    }
    let who = reference::subject_of(scene, &verb).map(|who| author(scene, who, &verb, sentence))?;
    // « OpenAI, Oracle et SoftBank ont annoncé »: no single voice.
    if !incise && reference::is_one_of_several(scene, who, verb.start, sentence) {
        return None;
    }
    let sort = scene.cast.characters[who].sort;
    if counts && !takes_object && !incise && !is_counter(scene, &verb, sort) {
        return None;
    }
    let source = match sort {
        Sort::Medium => Source { speaker: None, via: Some(who) },
        Sort::Project | Sort::Site => return None,
        _ => Source { speaker: Some(who), via: None },
    };
    // A company's promise is a deed: « Nvidia a promis jusqu'à 100 milliards ».
    let company = sort == Sort::Company || sort == Sort::Name;
    // So is what somebody tells that another has promised.
    let told =
        || sort == Sort::Body && (sentence.start..verb.start).any(|i| scene.is_any(i, &[w::QUE, w::QU]));
    if (company || told()) && !incise && !introduces && is_lemma(scene, &verb, "promettre") {
        return None;
    }
    let reach = if incise { reach_of_incise(scene, &verb, sentence) } else { Reach::Forward };
    Some(Frame { start: verb.start, end: verb.at + 1, source, reach })
}

/// « Réponse d'Anne-Laure Pittet : la Ville abattra 210 arbres », « Son conseil : 60 minutes », « La chercheuse aligne ses chiffres :
/// … »: a noun of what is said before a colon.
fn nominal(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    /// Tokens from the noun to the colon.
    const REACH: usize = 12;
    let papers = Classes::SPEECH_NOUN.with(Classes::COUNT_NOUN);
    let colon = (at + 1..(at + REACH).min(sentence.end)).find(|i| scene.is(*i, w::COLON))?;
    let told = scene.has(at, papers) && scene.figures_in(&(at..colon)).is_empty();
    if !told || scene.is_any(colon + 1, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]) {
        return None;
    }
    let of = scene
        .mentions_in(at + 1..colon)
        .first()
        .filter(|m| matches!(m.preposition, w::DE | w::D | w::DU | w::DES) && m.start <= at + 3);
    let own = at > sentence.start && scene.is_any(at - 1, &[w::SON, w::SA, w::SES, w::LEUR, w::LEURS])
        || at > sentence.start + 1 && scene.is_any(at - 2, &[w::SON, w::SA, w::SES, w::LEUR, w::LEURS]);
    let owner = || {
        let subject = verb::in_range(scene, sentence.start..at)
            .find(|verb| verb.mood == Mood::Finite)
            .map(|verb| reference::subject_of(scene, &verb));
        subject.unwrap_or_else(|| reference::last_heard(scene, at))
    };
    let who = match of {
        Some(m) if reference::can_speak(scene, m.who) => reference::named_beside(scene, m),
        _ if own => owner()?,
        _ => return None,
    };
    let human =
        matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution | Sort::Name);
    let source = Source { speaker: Some(who), via: None };
    human.then_some(Frame { start: at, end: colon + 1, source, reach: Reach::Forward })
}

/// « …, compare-t-il », « …, s'agace-t-elle »: any verb between commas with its pronoun behind it speaks, whether it is known or
/// not; that of a question does not.
fn inverted(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    let word = scene.kind(at) == Some(TokenKind::Word) && scene.is(at + 1, WordId::HYPHEN);
    let start = verb::with_clitics(scene, at, sentence.start);
    let opened = start > sentence.start && scene.is(start - 1, w::COMMA);
    let asks = scene.is(sentence.end.saturating_sub(1), w::QUESTION);
    let speaks = verb::at(scene, at)
        .is_some_and(|verb| verb.roles.has(Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT)));
    if !word || !opened || asks || speaks || scene.has(at, Classes::FUNCTION) {
        return None;
    }
    let pronoun = if scene.is(at + 2, w::T) { at + 4 } else { at + 2 };
    let agreement = reference::pronoun(scene, pronoun)?;
    // « a-t-il » leads a verb of its own.
    let closed = scene.kind(pronoun + 1).is_none_or(|kind| kind == TokenKind::Mark);
    let who = closed.then(|| reference::speaker_meant(scene, start, agreement))??;
    let source = Source { speaker: Some(who), via: None };
    Some(Frame { start, end: pronoun + 1, source, reach: Reach::Backward })
}

/// « L'étude rendue en 2023 par le cabinet X tablait sur … »: whoever made what speaks.
fn author(scene: &Scene<'_>, who: usize, verb: &Verb, sentence: &Range<usize>) -> usize {
    let mentions = scene.mentions_in(sentence.start..verb.start);
    let paper = mentions.iter().rev().find(|m| m.who == who && !m.named);
    paper.map_or(who, |paper| maker(scene, paper, verb.start))
}

/// An incise tells who has said what stands before it, but « encore Elon Musk a-t-il insinué que … » opens what is said.
fn reach_of_incise(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> Reach {
    let content = scene.is_any(verb.at + 1, &[w::QUE, w::QU]);
    if content || announces(scene, verb, sentence) { Reach::Forward } else { Reach::Backward }
}

/// Whether who a verb of counting is said of puts a figure on something: « Occurrence en a compté 112 000 », and whoever
/// « dénombre »; « ChatGPT compte 300 millions d'utilisateurs » does not.
fn is_counter(scene: &Scene<'_>, verb: &Verb, sort: Sort) -> bool {
    let of_them = verb.start > 0 && scene.is(verb.start - 1, w::EN);
    match sort {
        // « le professeur, qui compte septante doctorants »: has them.
        Sort::Body | Sort::Institution | Sort::Person => {
            let has = verb.start > 0 && scene.is(verb.start - 1, w::QUI) && is_lemma(scene, verb, "compter");
            of_them || !has
        }
        Sort::Name => verb.start != verb.at || of_them || !is_lemma(scene, verb, "compter"),
        Sort::Company => of_them,
        _ => false,
    }
}

fn may_speak(scene: &Scene<'_>, verb: &Verb, faire: bool) -> bool {
    let speaks = Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT);
    let foresees = verb.roles.has(Roles::PLAN) && scene.is_any(verb.at + 1, &[w::QUE, w::QU]);
    let other = faire || foresees || is_lemma(scene, verb, "engager") || remembers(scene, verb);
    (verb.roles.has(speaks) || other) && verb.mood != Mood::Participle && !verb.passive
}

/// « oublie de préciser que … », « refuse de dire »: it is not that voice which says so.
fn is_withheld(scene: &Scene<'_>, infinitive: usize) -> bool {
    const WITHHOLD: [&str; 8] =
        ["oublier", "omettre", "eviter", "refuser", "negliger", "abstenir", "garder", "dispenser"];
    let de = infinitive.checked_sub(1).filter(|i| scene.is_any(*i, &[w::DE, w::D]));
    let verb = de.and_then(|de| verb::at(scene, de.checked_sub(1)?));
    verb.is_some_and(|verb| WITHHOLD.contains(&scene.lexicon.vocabulary().text(verb.lemma)))
}

/// « se souvient qu'un opérateur avait promis 180 emplois »
fn remembers(scene: &Scene<'_>, verb: &Verb) -> bool {
    is_lemma(scene, verb, "souvenir") && scene.is_any(verb.at + 1, &[w::QUE, w::QU])
}

/// Whether a figure can be the object of a verb of speech: « miser sur 0,7 % » and « s'engager sur 5 000 lits » state one,
/// « miser 10 milliards » puts money on something.
fn takes_object(scene: &Scene<'_>, verb: &Verb, faire: bool) -> bool {
    // « s'est engagée devant les caméras sur 2 500 emplois »
    let on = (verb.at + 1..verb.at + 6)
        .take_while(|i| !scene.is_any(*i, &[w::COMMA, w::DOT, w::QUE, w::QU]))
        .any(|i| scene.is(i, w::SUR));
    let bets = is_lemma(scene, verb, "miser");
    // « le groupe a assuré 12 milliards » has them.
    let infinitive = || verb::at(scene, verb.at + 1).is_some_and(|verb| verb.mood == Mood::Infinitive);
    if is_lemma(scene, verb, "assurer") && !scene.is_any(verb.at + 1, &[w::QUE, w::QU]) && !infinitive() {
        return false;
    }
    (verb.roles.has(Roles::SPEECH) || faire) && (!bets || on) || is_lemma(scene, verb, "engager") && on
}

/// « Oui, répond le ministre : 34 hommes partiront »: a colon before any figure.
fn announces(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    (verb.at + 1..(verb.at + 14).min(sentence.end))
        .find(|i| scene.is_any(*i, &[w::COLON, w::DOT]) || !scene.figures_in(&(*i..i + 1)).is_empty())
        .is_some_and(|i| scene.is(i, w::COLON))
}

fn is_lemma(scene: &Scene<'_>, verb: &Verb, lemma: &str) -> bool {
    scene.lexicon.vocabulary().text(verb.lemma) == lemma
}

/// « en attendre », « arriver à », « aboutir à », « s'en tenir à » put a figure on something only with « à »; the other verbs always do.
fn counts_here(scene: &Scene<'_>, verb: &Verb) -> bool {
    let lemma = scene.lexicon.vocabulary().text(verb.lemma);
    let en = verb.start > 0 && scene.is(verb.start - 1, w::EN);
    if lemma == "attendre" {
        return en;
    }
    // « le FMI prévoit une croissance de 0,8 % »: a rate is a forecast, a sum or number a plan.
    // « la direction propose 2,2 % »: so is an offer, right behind its verb.
    let rate_within = match lemma {
        "prevoir" => Some(10),
        "proposer" => Some(5),
        _ => None,
    };
    if let Some(reach) = rate_within {
        let behind = scene.figures_in(&(verb.at + 1..verb.at + reach));
        return behind.first().is_some_and(|f| f.quantity.is_some_and(|q| q.kind == Kind::Percent));
    }
    // « les autorités ont porté à 18 le nombre de morts »
    if lemma == "porter" {
        return (verb.at + 1..verb.at + 8).any(|i| matches!(scene.slice(i), "nombre" | "bilan" | "total"));
    }
    // « les autorités ont revu à la hausse le bilan : 31 morts »
    if matches!(lemma, "revoir" | "reviser") {
        return scene.is(verb.at + 1, w::A) && matches!(scene.slice(verb.at + 3), "hausse" | "baisse");
    }
    // « la police avait vu 92 600 personnes », « n'en avaient trouvé que 16 500 »
    if matches!(lemma, "voir" | "trouver") {
        if verb.start > 0 && scene.is_any(verb.start - 1, &[w::SE, w::S]) {
            return false;
        }
        // « elle les voit plutôt mettre 200 milliards »
        let them = verb.start > 0 && scene.is_any(verb.start - 1, &[w::LES, w::LA, w::LE, w::L]);
        let doing = |i: usize| verb::at(scene, i).is_some_and(|verb| verb.mood == Mood::Infinitive);
        return en
            || them && (verb.at + 1..verb.at + 3).any(doing)
            || !scene.figures_in(&(verb.at + 1..verb.at + 4)).is_empty();
    }
    // « s'en tient à 11 000 », « en reste à 4 »
    if lemma == "rester" && !en {
        return false;
    }
    let needs_to = matches!(lemma, "arriver" | "aboutir" | "tenir" | "arrêter" | "arreter" | "rester");
    !needs_to || (verb.at + 1..verb.at + 6).any(|i| scene.is_any(i, &[w::A, w::AU, w::AUX]))
}

/// Whether the verb group stands in an incise: inverted, or right after a comma or closing quote with its subject behind.
fn is_incise(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    if verb.mood != Mood::Finite {
        return false;
    }
    let pronoun = (verb.start + 1..(verb.start + 5).min(sentence.end)).any(|i| {
        (reference::pronoun(scene, i).is_some() || scene.is(i, w::ON)) && scene.is(i - 1, WordId::HYPHEN)
    });
    let at = verb::with_clitics(scene, verb.start, sentence.start);
    // « Le rapport, lui, chiffrait … »
    let stressed =
        at >= 2 && scene.is(at - 1, w::COMMA) && scene.is_any(at - 2, &[w::LUI, w::ELLE, w::EUX, w::ELLES]);
    // « 8 400 dit la préfecture »: no comma.
    let bare = scene.figures_in(&(sentence.start..at)).first().is_some_and(|figure| {
        figure.core_tokens.1 as usize == at && figure.tokens.0 as usize == sentence.start
    });
    let opened = at > sentence.start
        && !stressed
        && (bare
            || scene.is_any(
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
            ));
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
    scene.mentions_in(verb + 1..stop).iter().any(Mention::is_free)
}

/// « Elon Musk, patron de Tesla, a affirmé que … »: the comma closes an apposition of the subject before.
fn ends_apposition(scene: &Scene<'_>, at: usize, start: usize, verb: usize) -> bool {
    let content = scene.is_any(verb + 1, &[w::QUE, w::QU]);
    let quote = scene.is_any(at - 1, &[w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE]);
    let subject = |comma: usize| {
        // « le patron de Nscale, Josh Payne, parle de … »: one mention over the comma.
        scene.mentions_in(start..comma).iter().any(|m| m.is_free() && (m.end == comma || m.end > comma + 1))
            || scene.mentions_in(start..comma).is_empty()
    };
    let commas = (start..at - 1).find(|i| scene.is(*i, w::COMMA)).is_some_and(subject);
    let verbless = !(start..at).any(|i| verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite));
    content || !quote && commas && verbless
}

/// Whether « que », a colon or a quotation follows a verb: it introduces what is said.
fn introduces(scene: &Scene<'_>, verb: usize, end: usize) -> bool {
    (verb + 1..(verb + 14).min(end)).any(|i| {
        scene.is_any(i, &[w::QUE, w::QU, w::COLON, w::LEFT_QUOTE, w::CURLY_QUOTE]) || scene.is(i, w::QUOTE)
    })
}
