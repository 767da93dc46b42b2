//! Frames of a verb of speech and its subject: « X affirme que », « …, a-t-il dit ».

use std::ops::Range;

use super::super::cast::Mention;
use super::super::reference;
use super::super::scene::Scene;
use super::super::verb::{self, Mood, Verb, is_lemma};
use super::prepositional::maker;
use super::{Frame, Reach, Source};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::Kind;
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// A verb of speech with its subject.
pub(super) fn verbal(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    if let Some(frame) = inverted(scene, at, sentence) {
        return Some(frame);
    }
    let verb = verb::at(scene, at)?;
    let faire = makes_known(scene, &verb, sentence);
    let others = is_supposed(scene, &verb, sentence) || is_told_of(scene, &verb, sentence);
    if others || is_no_speech(scene, &verb, sentence) || !may_speak(scene, &verb, faire) {
        return None;
    }
    let incise = is_incise(scene, &verb, sentence);
    let introduces = introduces(scene, verb.at, sentence.end);
    let takes_object = takes_object(scene, &verb, faire) || remembers(scene, &verb);
    let counts = verb.roles.has(Roles::COUNT) && counts_here(scene, &verb);
    let says = verb.roles.has(Roles::SPEECH.with(Roles::INCISE)) || foresees(scene, &verb);
    if !(incise || takes_object || counts || introduces && says) {
        return None;
    }
    // « pour annoncer », « avant de déclarer »: an infinitive speaks only with what it says.
    let historic = || is_historic(scene, at, sentence);
    let mute = || !(takes_object || historic() && introduces) || is_withheld(scene, at);
    if verb.mood == Mood::Infinitive && mute() {
        return None;
    }
    // « Et d'ajouter que … »: whoever has just spoken.
    let again = || historic().then(|| spoke_before(scene, sentence)).flatten();
    let subject = reference::subject_of(scene, &verb).or_else(again)?;
    let who = author(scene, subject, &verb, sentence);
    // « OpenAI, Oracle et SoftBank ont annoncé »: no single voice.
    if !incise && is_one_of_several(scene, who, verb.start, sentence) {
        return None;
    }
    let sort = scene.cast.characters[who].sort;
    let nobody = || is_of_noun(scene, &verb, sentence) || !is_counter(scene, &verb, who);
    if counts && !takes_object && !incise && nobody() {
        return None;
    }
    // A paper promises in words.
    let paper = who != subject;
    // « en promettant d'investir jusqu'à 100 milliards »
    let promises = scene.is_any(verb.at + 1, &[w::DE, w::D]) && verb.mood == Mood::Gerund;
    if !incise && (!introduces || promises) && !paper && is_deed(scene, &verb, sort, sentence) {
        return None;
    }
    let source = source_of(scene, who, &verb)?;
    let reach = reach(scene, &verb, incise, sentence);
    Some(Frame { start: verb.start, end: verb.at + 1, source, reach })
}

/// « des demandes totalisant 9 000 mégawatts »: the participle of a noun.
fn is_of_noun(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    verb.mood == Mood::Gerund
        && verb.start > sentence.start
        && !scene.is_any(verb.start - 1, &[w::EN, w::COMMA])
        && !scene.mentions_in(sentence.start..verb.start).iter().any(|m| m.end == verb.start)
}

/// Who somebody is to the figures that a verb of speech tells of.
fn source_of(scene: &Scene<'_>, who: usize, verb: &Verb) -> Option<Source> {
    // « le site réclame 3 millions de litres »: no medium asks for anything.
    let asks = || scene.lexicon.entry(verb.lemma).is(Classes::ASKING);
    match scene.cast.characters[who].sort {
        Sort::Medium if asks() => None,
        Sort::Medium => Some(Source { speaker: None, via: Some(who) }),
        Sort::Project | Sort::Site => None,
        _ => Some(Source { speaker: Some(who), via: None }),
    }
}

/// Who has spoken in the sentence before, or was told of last.
fn spoke_before(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<usize> {
    let before = scene.sentence(scene.sentence_of(sentence.start).checked_sub(1)?);
    let spoke = super::frames(scene, before).into_iter().rev().find_map(|frame| frame.source.speaker);
    spoke.or_else(|| reference::last_heard(scene, sentence.start))
}

/// « Et le syndicaliste de citer … : », « Et d'ajouter que … »
fn is_historic(scene: &Scene<'_>, infinitive: usize, sentence: &Range<usize>) -> bool {
    scene.is_any(infinitive.wrapping_sub(1), &[w::DE, w::D]) && scene.is(sentence.start, w::ET)
}

/// Whether words that are spelt as a verb of speech tell of nobody who speaks.
fn is_no_speech(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    let hyphen = scene.is(verb.at + 1, WordId::HYPHEN);
    // « rappelons-le »: the outlet to its readers.
    // and « ajoutez CoreWeave »
    let to_readers = scene.slice(verb.at).ends_with("ons") && hyphen
        || verb.mood == Mood::Finite && verb.start == verb.at && scene.slice(verb.at).ends_with("ez");
    // « Tempête Ludivine : deux morts »: no sentence of a title opens with the verb of who speaks.
    let titled = verb.start == sentence.start && scene.title.contains(&verb.start);
    // « Il faut dire que l'échelle donne le vertige »
    let must = verb.mood == Mood::Infinitive
        && verb.start >= sentence.start + 2
        && matches!(scene.slice(verb.start - 1), "faut" | "faudrait" | "fallait")
        && scene.is(verb.start - 2, w::IL);
    // « l'État 110 millions, en comptant les 25 millions promis »
    let counting = verb.mood == Mood::Gerund && is_lemma(scene, verb, "compter");
    to_readers || titled || must || counting
}

/// « D'après une source, Pékin aurait exigé … »: what somebody else tells of him.
fn is_told_of(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    verb.tenses.has(Tenses::CONDITIONAL)
        && scene.lexicon.attribution(scene.tokens, sentence.start).is_some_and(|(opening, _)| !opening)
}

/// « fait savoir que », « fait désormais état de », « laisse entendre », « met en avant », « met en garde »
fn makes_known(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    let next = past_pronoun(scene, verb.at + 1);
    let adverb = scene.has(next, Classes::ADVERB) || scene.slice(next) == "désormais";
    // « Le magistrat met en cause le renchérissement : depuis l'appel d'offres, … », « …, met en garde le Copa-Cogeca »
    let opens = || announces(scene, verb, sentence) || is_incise(scene, verb, sentence);
    let forward = || match scene.slice(next + 1) {
        "avant" => true,
        "cause" | "garde" => opens(),
        _ => false,
    };
    let forward = || scene.is(next, w::EN) && forward();
    is_lemma(scene, verb, "mettre") && forward()
        || is_lemma(scene, verb, "laisser") && scene.has(next, Classes::AFTER_LAISSER)
        || is_lemma(scene, verb, "faire")
            && (scene.has(next, Classes::AFTER_FAIRE) || adverb && scene.has(next + 1, Classes::AFTER_FAIRE))
}

/// « fait-il observer »: the token behind a pronoun that is joined to its verb.
fn past_pronoun(scene: &Scene<'_>, next: usize) -> usize {
    let at = if scene.is(next + 1, w::T) { next + 3 } else { next + 1 };
    let joined = scene.is(next, WordId::HYPHEN) && reference::pronoun(scene, at).is_some();
    if joined { at + 1 } else { next }
}

/// « Si Cartofina confirmait son offre, 80 emplois seraient sauvés »: nobody has said so yet.
fn is_supposed(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    let si = |i: usize| matches!(scene.slice(i), "si" | "Si" | "s'" | "s’") && !scene.is(i + 1, w::SE);
    let clause = (sentence.start..verb.start).rev().take_while(|i| !scene.is(*i, w::COMMA));
    let opened = clause.last().is_some_and(|first| si(first) || scene.is(first, w::ET) && si(first + 1));
    opened && verb.tenses.has(Tenses::IMPERFECT)
        || si(sentence.start) && verb.tenses.has(Tenses::CONDITIONAL) && verb.start == verb.at
}

/// A company's promise is a deed: « Nvidia a promis jusqu'à 100 milliards ». So is what somebody tells that another has promised.
fn is_deed(scene: &Scene<'_>, verb: &Verb, sort: Sort, sentence: &Range<usize>) -> bool {
    let told = || (sentence.start..verb.start).any(|i| scene.is_any(i, &[w::QUE, w::QU]));
    // « Crusoe promet 1 700 emplois » says how many there will be.
    let money = || {
        let timed = |f: &&Figure| f.quantity.is_none_or(|q| matches!(q.kind, Kind::Duration | Kind::Date));
        let told = scene.figures_in(&(verb.at + 1..sentence.end));
        let mut objects = told.iter().filter(|f| !timed(f)).take(2).peekable();
        // « promet du travail à 100 000 personnes »
        let given = objects.peek().is_some_and(|f| {
            (verb.at + 1..f.tokens.0 as usize).any(|i| scene.is_any(i, &[w::A, w::AU, w::AUX, w::POUR]))
        });
        let sum = objects.peek().is_none()
            || objects.any(|f| f.quantity.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Power)));
        sum || given || scene.is_any(verb.at + 1, &[w::DE, w::D])
    };
    let deed = match sort {
        Sort::Company | Sort::Name => money(),
        Sort::Body => told(),
        _ => false,
    };
    deed && is_lemma(scene, verb, "promettre")
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

/// Which of the words around a verb are what is said.
fn reach(scene: &Scene<'_>, verb: &Verb, incise: bool, sentence: &Range<usize>) -> Reach {
    match () {
        () if incise => reach_of_incise(scene, verb, sentence),
        () if is_relative(scene, verb, sentence) => Reach::Backward,
        () => Reach::Forward,
    }
}

/// An incise tells who has said what stands before it, but « encore Elon Musk a-t-il insinué que … » opens what is said.
fn reach_of_incise(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> Reach {
    let content = scene.is_any(verb.at + 1, &[w::QUE, w::QU]);
    match () {
        () if content => Reach::Forward,
        // « Quinze milliards ont été réunis, détaille Crusoe : 9,6 milliards de prêts et … »
        () if announces(scene, verb, sentence) => Reach::Both,
        () => Reach::Backward,
    }
}

/// « les 100 000 emplois que le président fait valoir »: what is said stands before « que ».
fn is_relative(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    /// Words of a subject between « que » and its verb, and of a noun phrase between a figure and « que ».
    const SUBJECT: usize = 8;
    const NOUN: usize = 3;
    let from = verb.start.saturating_sub(SUBJECT).max(sentence.start);
    let plain = |i: &usize| scene.kind(*i) == Some(TokenKind::Word);
    let que = (from..verb.start).rev().take_while(plain).find(|i| scene.is_any(*i, &[w::QUE, w::QU]));
    let Some(que) = que else { return false };
    let spoken = scene.entry(que - 1).verb.is_some_and(|form| form.roles.has(Roles::SPEECH));
    let behind = scene.figures_in(&(verb.at + 1..(verb.at + 6).min(sentence.end)));
    let before = scene.figures_in(&(que.saturating_sub(NOUN + 4).max(sentence.start)..que));
    let told = before.last().is_some_and(|figure| {
        let end = figure.tokens.1 as usize;
        figure.is_quantity() && end <= que && que - end <= NOUN && (end..que).all(|i| plain(&i))
    });
    // « les 100 milliards que Masayoshi Son a promis de déployer « immédiatement » »
    let promised = scene.is_any(verb.at + 1, &[w::DE, w::D]);
    told && !spoken && behind.is_empty() && (promised || !introduces(scene, verb.at, sentence.end))
}

/// Whether who a verb of counting is said of puts a figure on something: « Occurrence en a compté 112 000 », and whoever
/// « dénombre »; « ChatGPT compte 300 millions d'utilisateurs » does not.
fn is_counter(scene: &Scene<'_>, verb: &Verb, who: usize) -> bool {
    let sort = scene.cast.characters[who].sort;
    let of_them = scene.follows(verb.start, w::EN);
    // « la CGT compte 28 % de grévistes »
    let happens = (verb.at + 1..verb.at + 8).any(|i| scene.has(i, Classes::HAPPENING));
    // « Lille compte 30 accidents » by the year.
    let initials = || !scene.cast.characters[who].name.chars().any(char::is_lowercase);
    match sort {
        Sort::Body | Sort::Institution | Sort::Person if happens => true,
        // « L'équipe compte 27 coureurs », « Le club compte 640 licenciés »: whoever has members.
        Sort::Body
            if !of_them
                && verb.start == verb.at
                && has_members(scene, who)
                && is_lemma(scene, verb, "compter") =>
        {
            false
        }
        Sort::Name if happens && initials() => true,
        // « le professeur, qui compte septante doctorants »: has them.
        Sort::Body | Sort::Institution | Sort::Person => {
            // « l'entreprise familiale compte 640 collaborateurs »: so does a company.
            let called = scene.cast.characters[who].name.split(' ').next().unwrap_or_default();
            let called = scene.lexicon.entry(scene.lexicon.vocabulary().find(called));
            let company = called.is(Classes::COMPANY_NOUN);
            let relative = scene.follows(verb.start, w::QUI);
            let has = (relative || company) && is_lemma(scene, verb, "compter");
            of_them || !has
        }
        Sort::Name => verb.start != verb.at || of_them || !is_lemma(scene, verb, "compter"),
        Sort::Company => of_them,
        _ => false,
    }
}

/// Whether a body is one that people belong to.
fn has_members(scene: &Scene<'_>, who: usize) -> bool {
    const BODIES: [&str; 12] = [
        "équipe", "club", "commune", "ville", "village", "hôpital", "lycée", "collège", "école",
        "université", "troupe", "armée",
    ];
    let name = &scene.cast.characters[who].name;
    name.split(' ').next().is_some_and(|head| BODIES.contains(&head.trim_start_matches("l'")))
}

/// « prévoit que la demande augmentera »
fn foresees(scene: &Scene<'_>, verb: &Verb) -> bool {
    verb.roles.has(Roles::PLAN) && scene.is_any(verb.at + 1, &[w::QUE, w::QU])
}

fn may_speak(scene: &Scene<'_>, verb: &Verb, faire: bool) -> bool {
    let speaks = Roles::SPEECH.with(Roles::INCISE).with(Roles::COUNT);
    let other = faire || foresees(scene, verb) || is_lemma(scene, verb, "engager") || remembers(scene, verb);
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
    // « assurent en avoir accueilli 4 000 »
    // « assure de son côté avoir consacré 45 millions »
    let first = verb.at + 1;
    let aside = scene.reads(first, &["de", "son", "côté"]) || scene.reads(first, &["de", "leur", "côté"]);
    let first = if aside { first + 3 } else { first };
    let next = if scene.is(first, w::EN) { first + 1 } else { verb::past_clitics(scene, first) };
    let infinitive = || {
        let have = |lemma: WordId| [w::AVOIR, w::ETRE].contains(&lemma);
        verb::at(scene, next).is_some_and(|verb| verb.mood == Mood::Infinitive)
            || scene.entry(next).verb.is_some_and(|v| have(v.lemma) && v.tenses.has(Tenses::INFINITIVE))
    };
    if is_lemma(scene, verb, "assurer") && !scene.is_any(verb.at + 1, &[w::QUE, w::QU]) && !infinitive() {
        return false;
    }
    // « les actions ont rapporté 5,8 milliards » yielded them.
    let yields = is_lemma(scene, verb, "rapporter") && {
        let behind = scene.figures_in(&(verb.at + 1..verb.at + 9));
        let content = (verb.at + 1..verb.at + 9).any(|i| scene.is_any(i, &[w::QUE, w::QU, w::COLON]));
        !content && behind.first().is_some_and(|f| f.quantity.is_some_and(|q| q.kind == Kind::Money))
    };
    let speaks = (verb.roles.has(Roles::SPEECH) || faire) && (!bets || on) && !yields;
    speaks || is_lemma(scene, verb, "engager") && on
}

/// « Oui, répond le ministre : 34 hommes partiront »: a colon before any figure.
fn announces(scene: &Scene<'_>, verb: &Verb, sentence: &Range<usize>) -> bool {
    (verb.at + 1..(verb.at + 14).min(sentence.end))
        .find(|i| scene.is_any(*i, &[w::COLON, w::DOT]) || !scene.figures_in(&(*i..i + 1)).is_empty())
        .is_some_and(|i| scene.is(i, w::COLON))
}

/// « en attendre », « arriver à », « aboutir à », « s'en tenir à » put a figure on something only with « à »; the other verbs always do.
fn counts_here(scene: &Scene<'_>, verb: &Verb) -> bool {
    let lemma = scene.lexicon.vocabulary().text(verb.lemma);
    let en = scene.follows(verb.start, w::EN);
    if lemma == "attendre" && (en || expects_something(scene, verb) || expects_sum(scene, verb)) {
        return true;
    }
    // « le FMI prévoit une croissance de 0,8 % »: a rate is a forecast, a sum or number a plan.
    // « la direction propose 2,2 % »: so is an offer, right behind its verb.
    let rate_within = match lemma {
        // « la Banque de France attend pour sa part 0,9 % »
        "attendre" => Some(6),
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
        // « Deux avions sont attendus, portant à huit le nombre d'appareils »
        return verb.mood != Mood::Gerund
            && (verb.at + 1..verb.at + 8).any(|i| matches!(scene.slice(i), "nombre" | "bilan" | "total"));
    }
    // « les autorités ont revu à la hausse le bilan : 31 morts »
    if matches!(lemma, "revoir" | "reviser") {
        return scene.is(verb.at + 1, w::A) && matches!(scene.slice(verb.at + 3), "hausse" | "baisse");
    }
    match lemma {
        "donner" => return gives_count(scene, verb),
        "voir" | "trouver" => return finds_here(scene, verb, en),
        _ => {}
    }
    // « l'usine se situe à 18 km »
    if lemma == "situer" {
        return verb.start > 0 && !scene.is_any(verb.start - 1, &[w::SE, w::S]);
    }
    // « s'en tient à 11 000 », « en reste à 4 »
    if lemma == "rester" && !en {
        return false;
    }
    let needs_to = matches!(lemma, "arriver" | "aboutir" | "tenir" | "arrêter" | "arreter" | "rester");
    // « S'ils tiennent parole, jusqu'à 500 milliards … »
    let up = |i: usize| matches!(scene.slice(i), "jusqu'" | "jusqu’");
    // « il en restera 5 000 à peine »
    let to =
        |i: usize| scene.is_any(i, &[w::A, w::AU, w::AUX]) && scene.slice(i + 1) != "peine" && !up(i - 1);
    !needs_to || (verb.at + 1..verb.at + 6).any(to)
}

/// « Sam Altman s'attend à des revenus de 13 milliards »
fn expects_something(scene: &Scene<'_>, verb: &Verb) -> bool {
    let expects = verb.start > 0 && scene.is_any(verb.start - 1, &[w::SE, w::S]);
    expects && scene.is_any(verb.at + 1, &[w::A, w::AU, w::AUX])
}

/// « la métropole attend 48 000 voyageurs », « elle attend du plan 1,8 milliard »: sums and numbers that are not known yet; « attend ses
/// 300 milliards », « attend depuis six ans » wait for what is due.
fn expects_sum(scene: &Scene<'_>, verb: &Verb) -> bool {
    /// Tokens to the sum.
    const REACH: usize = 9;
    let figure = scene.figures_in(&(verb.at + 1..verb.at + REACH)).first();
    figure.is_some_and(|f| {
        let start = f.tokens.0 as usize;
        let counted = f.quantity.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Count));
        let due = scene.is_any(start - 1, &[w::LES, w::SES, w::CES, w::LEURS]);
        let plain = |i: usize| {
            scene.kind(i) == Some(TokenKind::Word)
                && !scene.is_any(i, &[w::QUE, w::QU])
                && scene.slice(i) != "depuis"
        };
        counted && !due && (verb.at + 1..start).all(plain)
    })
}

/// « la CGT donne 130 000 manifestants », « l'institut donne le oui à 52 % »; meals and rebates are given away.
fn gives_count(scene: &Scene<'_>, verb: &Verb) -> bool {
    let people = |f: &Figure| {
        let family = f.noun.and_then(|noun| scene.lexicon.family(scene.word(noun as usize)));
        family.is_some() && family == scene.lexicon.family(w::PERSONNES)
    };
    let counted = |f: &Figure| match f.quantity.map(|q| q.kind) {
        Some(Kind::Percent) => scene.follows(f.tokens.0 as usize, w::A),
        Some(Kind::Count) => people(f),
        _ => false,
    };
    scene.figures_in(&(verb.at + 1..verb.at + 5)).first().is_some_and(counted)
}

/// « la police avait vu 92 600 personnes », « n'en avaient trouvé que 16 500 ».
fn finds_here(scene: &Scene<'_>, verb: &Verb, en: bool) -> bool {
    if verb.start > 0 && scene.is_any(verb.start - 1, &[w::SE, w::S]) {
        return false;
    }
    // « la piscine en voit passer quarante mille », « il a vu s'évaporer 589 milliards »
    let next = verb::past_clitics(scene, verb.at + 1);
    if scene.folded(verb.at + 1) == "passer"
        || scene.is_any(verb.at + 1, &[w::SE, w::S]) && next > verb.at + 1
    {
        return false;
    }
    // « elle les voit plutôt mettre 200 milliards »
    let them = verb.start > 0 && scene.is_any(verb.start - 1, &[w::LES, w::LA, w::LE, w::L]);
    let doing = |i: usize| verb::at(scene, i).is_some_and(|verb| verb.mood == Mood::Infinitive);
    // « Donald Trump y voit la promesse de créer 100 000 emplois »
    let there = scene.follows(verb.start, w::Y) && is_lemma(scene, verb, "voir");
    en || there
        || them && (verb.at + 1..verb.at + 3).any(doing)
        || !scene.figures_in(&(verb.at + 1..verb.at + 4)).is_empty()
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
    let stressed = verb::is_stressed(scene, at, sentence.start);
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
    // « Mardi, 84 000 clients attendaient, a fait savoir Enedis. »: somebody named right behind the verb is its subject.
    let told_by = scene.mentions_in(verb + 1..verb + 6).iter().find(|m| m.is_free()).is_some_and(|m| {
        let close = (verb + 1..m.start).all(|i| scene.has(i, Classes::AFTER_FAIRE.with(Classes::FUNCTION)));
        // « croit savoir une source bancaire »
        let some = scene.is_indefinite(m) || m.start > 0 && scene.is_any(m.start, &[w::UN, w::UNE]);
        let ended = scene.flag(m.end, Flags::LINE);
        let closed = ended || scene.kind(m.end).is_none_or(|kind| kind == TokenKind::Mark);
        (m.named || some) && close && closed
    });
    // « Adeline Sterckx, qui a hérité du dossier, promet une Région à l'équilibre »
    let told_close =
        scene.mentions_in(verb + 1..verb + 5).iter().any(|m| m.is_free() && !scene.is_indefinite(m));
    if told_by && !content {
        return false;
    }
    let quote = scene.is_any(at - 1, &[w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE]);
    let subject = |comma: usize| {
        // « le patron de Nscale, Josh Payne, parle de … »: one mention over the comma.
        scene.mentions_in(start..comma).iter().any(|m| m.is_free() && (m.end == comma || m.end > comma + 1))
            || scene.mentions_in(start..comma).is_empty()
    };
    let commas = (start..at - 1).find(|i| scene.is(*i, w::COMMA)).is_some_and(subject);
    // « Le premier, qui a dépensé 277 millions, a lancé en 2023 xAI »: so does that of a relative clause.
    let relative = (start..at - 1).any(|i| scene.is(i, w::COMMA) && scene.is_any(i + 1, &[w::QUI, w::DONT]));
    let verbless = relative && !told_close
        || !(start..at).any(|i| verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite));
    // « Premier bilan, provisoire : trois morts, annonce le gouverneur »
    let told = (start..at).any(|i| scene.is(i, w::COLON));
    content || !quote && commas && verbless && !told
}

/// Whether « que », a colon or a quotation follows a verb: it introduces what is said.
fn introduces(scene: &Scene<'_>, verb: usize, end: usize) -> bool {
    // « proposait de ne conserver que 45 postes »
    let only = |que: usize| (verb + 1..que).any(|i| scene.is_any(i, &[w::NE, w::N]));
    (verb + 1..(verb + 14).min(end)).any(|i| {
        scene.is_any(i, &[w::QUE, w::QU]) && !only(i)
            || scene.is_any(i, &[w::COLON, w::LEFT_QUOTE, w::CURLY_QUOTE, w::QUOTE])
    })
}

/// Whether the subject of a verb is the last of several joined by « et ».
fn is_one_of_several(scene: &Scene<'_>, who: usize, verb: usize, sentence: &std::ops::Range<usize>) -> bool {
    let mentions = scene.mentions_in(sentence.start..verb);
    let Some(i) = mentions.iter().rposition(|m| m.who == who && m.is_free()) else { return false };
    mentions[..i].iter().rev().find(|m| m.is_free() && m.named).is_some_and(|other| {
        let gap = other.end..mentions[i].start;
        gap.len() <= 3 && gap.clone().any(|at| scene.is(at, w::ET)) && other.who != who
    })
}
