//! What a figure is told with: the words and names around it, by which claims without a slot are compared.

use std::ops::Range;

use super::aspect::Aspect;
use super::facets::{self, Facets};
use super::interview;
use super::modality;
use super::quotation;
use super::reference;
use super::scene::Scene;
use super::time::{self, Pace};
use super::verb;
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, Roles, Tenses, weekday_named, words as w};
use crate::quantity::{Amount, Kind, PartialDate, Strength, Unit};
use crate::text::{TokenKind, fold, hash_folded};
use crate::topic::Sort;

/// Tokens on each side of a figure that tell what it is.
const WINDOW: usize = 16;

/// Words after people within which stands what became of them.
const FATE: usize = 4;

/// Tokens between a figure, its verb and the name before that.
const BEARER: usize = 6;

/// Tokens before a figure in which its verb stands right behind « en ».
const TAKEN: usize = 3;

/// Tokens before a figure in which the word stands that tells most.
const KEY: usize = 8;

/// The words around a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// Hashes of the stems of its sentence near it, ascending, once each.
    pub words: Vec<u32>,
    /// Hashes of the places and bodies in its sentence other than its speaker, ascending, once each.
    pub names: Vec<u32>,
    /// That of them whose verb the figure follows: « quand le Nikkei prenait 1,58 % ».
    pub bearer: Option<u32>,
    /// Hashes of the people in its sentence, its speaker among them, ascending, once each.
    pub people: Vec<u32>,
    /// The stem of what it counts, or the number of its family.
    pub noun: Option<u32>,
    /// The stem of the word before it that tells most, right where it stands: « un déficit de 143 milliards ».
    pub key: Option<u32>,
    /// What it measures in general, by number in the lexicon: a cost, a loss, jobs that are cut.
    pub measure: Option<u8>,
    /// The family of that: figures of two families tell of two things.
    pub family: Option<u8>,
    /// The families of all measures that its words tell of, a bit for each.
    pub families: u64,
    /// The number as written, in whatever unit: 148 of « 148 km/h ».
    pub written: Option<Amount>,
    /// Whether its sentence, or the one before, sets its voice against another: « rétorque-t-elle », « la CGT, elle, … ».
    pub contrast: bool,
    /// It is all that is said, or opens it: « « 24 % ! », réplique la députée ».
    pub alone: bool,
    /// « les 63 maisons détruites », « ces huit villages »: told of before.
    pub definite: bool,
    /// The stem of those of whom alone it is: « 60 % de grévistes chez les conducteurs ».
    pub part: Option<u32>,
    /// For how long it is: « par semaine », « au total ».
    pub pace: Option<Pace>,
    /// How it stands beside other figures.
    pub beside: Beside,
    /// The day of the week that its sentence names: « a fait état mardi de 21 morts ».
    pub weekday: Option<u8>,
    /// The stem of what it is for each of: « 35 milliards par gigawatt ».
    pub per: Option<u32>,
    /// What tells its thing from another of its kind: « le salaire net ».
    pub facets: Facets,
    /// How what it tells stands.
    pub standing: Standing,
    /// How it is worded.
    pub wording: Wording,
    /// The sentence of which other figures are some of it: « Sur 212 forages promis, 84 fonctionnent ».
    pub whole: Option<usize>,
    /// A date in its sentence.
    pub date: Option<PartialDate>,
    /// The sentence, by number.
    pub sentence: usize,
}

/// How a figure stands beside others of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// « contre 500 millions au printemps »: another one is compared with it.
    pub against: bool,
    /// « +17 % ».
    pub rise: bool,
    /// « qui a refait le décompte et en trouve 78 % »: « en » stands for what was counted before.
    pub taken_up: bool,
}

/// How what a figure tells stands: whether it is asked for, is done, may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// It is asked for: « réclame 120 postes », « nous demandons dix trains ».
    pub wish: bool,
    /// A verb says that it is done: « avait déjà versé 22,5 milliards », « emploie déjà 1 200 personnes ».
    pub done: bool,
    /// It counts what grows from day to day: « 34 morts ».
    pub toll: bool,
}

/// How a figure is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wording {
    /// It is questioned: « 640 arbres, vraiment ? ».
    pub doubted: bool,
    /// Its unit is left out: « 6,6 MILLIONS POUR UN COLLIER ».
    pub elided: bool,
}

/// The terms of a figure; `speaker` is who states it.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure, speaker: Option<usize>) -> Terms {
    let (start, end) = (figure.core_tokens.0 as usize, figure.core_tokens.1 as usize);
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number);
    let from = start.saturating_sub(WINDOW).max(sentence.start);
    // What stands behind the next figure is told of that one.
    let next = scene.figures_in(&(end..sentence.end)).iter().find(|f| f.is_quantity());
    let to = next.map_or(sentence.end, |f| f.tokens.0 as usize).min(end + WINDOW).max(end);
    let own = told_with(scene, figure, from..to);
    let mut words: Vec<u32> =
        own.filter(|i| !(start..end).contains(i) && tells(scene, *i)).map(|i| scene.stem(i)).collect();
    words.extend(figure.noun.map(|noun| scene.stem(noun as usize)));
    sort(&mut words);
    let told = (from.max(start.saturating_sub(KEY))..start).rev().find(|i| tells(scene, *i));
    let bearer = bearer(scene, start, sentence.start);
    let (names, people) = named(scene, &sentence, speaker, bearer);
    let Aspect { measure, family, families } = Aspect::of(scene, figure, from..to);
    let date = scene
        .figures_in(&sentence)
        .iter()
        .filter(|f| matches!(f.class, Class::Date | Class::Year))
        .find_map(|f| f.quantity.and_then(|q| q.date));
    Terms {
        words,
        names,
        bearer,
        people,
        noun: noun(scene, figure),
        part: part(scene, figure),
        key: told.map(|at| scene.stem(at)),
        measure,
        family,
        families,
        written: figure.written(),
        contrast: contrasts(scene, figure, number),
        alone: is_alone(scene, figure, &sentence),
        pace: time::pace(scene, figure, &sentence),
        beside: beside(scene, figure, &sentence),
        weekday: weekday(scene, &sentence),
        per: per(scene, figure),
        facets: facets::of(scene, figure, &sentence),
        standing: standing(scene, figure, &sentence),
        wording: wording(scene, figure, &sentence),
        definite: start > 0 && scene.is_any(start - 1, &[w::LES, w::DES, w::CES, w::AUX]),
        whole: Some(number).filter(|_| is_whole(scene, figure, &sentence)),
        date,
        sentence: number,
    }
}

fn wording(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Wording {
    // « 640 arbres, vraiment ? »; « Que valent les cinq sites ? » takes them for granted.
    let asks = scene.is(sentence.end.saturating_sub(1), w::QUESTION);
    let wonders = |i: usize| matches!(scene.slice(i), "vraiment" | "Vraiment" | "vrai" | "sérieusement");
    let acts = || verb::in_range(scene, sentence.clone()).any(|verb| verb.mood == verb::Mood::Finite);
    let doubted = asks && (sentence.clone().any(wonders) || !acts());
    Wording { doubted, elided: figure.inherited }
}

fn beside(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Beside {
    let before = (figure.tokens.0 as usize).checked_sub(1);
    Beside {
        against: modality::is_set_against(scene, figure),
        rise: before.is_some_and(|i| scene.slice(i) == "+"),
        taken_up: is_taken_up(scene, figure, sentence),
    }
}

fn standing(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Standing {
    // « 874 000 personnes vaccinées », « quatre personnes sont mortes »
    let counts_toll = |noun: u32| {
        let next = noun as usize + 1;
        let auxiliary = usize::from(matches!(scene.folded(next), "sont" | "etaient" | "ont" | "avaient"));
        let been = usize::from(auxiliary == 1 && scene.folded(next + 1) == "ete");
        [next - 1, next + auxiliary + been].into_iter().any(|i| scene.has(i, Classes::TOLL))
    };
    Standing {
        wish: is_asked_for(scene, figure, sentence),
        done: modality::is_done(scene, figure),
        toll: figure.noun.is_some_and(counts_toll),
    }
}

/// « réclame 120 postes », « nous demandons dix trains »: the nearest verb before a figure asks for it.
fn is_asked_for(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    // « le campus réclamera 1 200 mégawatts » needs them.
    let asked = |kind: Kind| matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Duration);
    if !figure.quantity.is_some_and(|q| asked(q.kind)) {
        return false;
    }
    let start = figure.tokens.0 as usize;
    // « six ans de prison requis », « 120 postes réclamés »
    let end = figure.tokens.1 as usize;
    let behind = verb::in_range(scene, end..(end + FATE).min(sentence.end)).next();
    let asking = |verb: &verb::Verb| scene.lexicon.entry(verb.lemma).is(Classes::ASKING);
    if behind.is_some_and(|verb| verb.mood == verb::Mood::Participle && asking(&verb)) {
        return true;
    }
    let near = start.saturating_sub(BEARER).max(sentence.start)..start;
    let clear = |at: usize| !(at..start).any(|i| scene.is_any(i, &[w::COMMA, w::QUE, w::QU, w::COLON]));
    let last = verb::in_range(scene, near).last();
    last.is_some_and(|verb| asking(&verb) && clear(verb.at))
}

/// « Sur 212 forages promis, 84 fonctionnent », « …, sur les 246 passagers, … »
fn is_whole(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    let start = figure.tokens.0 as usize;
    let sur = (start.saturating_sub(2).max(sentence.start)..start).rev().find(|i| scene.is(*i, w::SUR));
    sur.is_some_and(|sur| {
        (sur == sentence.start || scene.is_any(sur - 1, &[w::COMMA, w::COLON, w::SEMICOLON]))
            && (sur + 1..start).all(|i| scene.is_any(i, &[w::LES, w::DES, w::CES, w::SES]))
    })
}

/// The hashes of the places and bodies that a sentence names, its speaker left out, and of the people, its speaker among them.
fn named(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    speaker: Option<usize>,
    bearer: Option<u32>,
) -> (Vec<u32>, Vec<u32>) {
    let sort_of = |who: usize| scene.cast.characters[who].sort;
    let key = |who: usize| name_key(&scene.cast.characters[who].name);
    let mentioned = || scene.mentions_in(sentence.clone()).iter().filter(|m| m.named).map(|m| m.who);
    let other = |who: &usize| Some(*who) != speaker && !matches!(sort_of(*who), Sort::Person | Sort::Medium);
    let mut names: Vec<u32> = mentioned().filter(other).map(key).chain(bearer).collect();
    sort(&mut names);
    let mut people: Vec<u32> =
        mentioned().filter(|who| sort_of(*who) == Sort::Person).chain(speaker).map(key).collect();
    sort(&mut people);
    (names, people)
}

/// The tokens around a figure that tell of it: of a quotation that says enough itself, no word of who says it.
fn told_with(scene: &Scene<'_>, figure: &Figure, around: Range<usize>) -> Range<usize> {
    /// Words by which a quotation says enough.
    const ENOUGH: usize = 2;
    let (start, end) = (figure.core_tokens.0 as usize, figure.core_tokens.1 as usize);
    let Some(quote) = quotation::around(scene, start) else { return around };
    let inside = around.start.max(quote.start)..around.end.min(quote.end);
    let telling = inside.clone().filter(|i| !(start..end).contains(i) && tells(scene, *i)).count();
    if telling >= ENOUGH { inside } else { around }
}

/// The one day of the week that a sentence names, from 0 for Monday, but that of what happened: « l'explosion de dimanche ».
fn weekday(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<u8> {
    let number = |i: usize| weekday_named(scene.slice(i));
    let of_event = |i: usize| i > 0 && scene.is_any(i - 1, &[w::DE, w::DU]);
    let mut days =
        sentence.clone().filter(|i| scene.has(*i, Classes::WEEKDAY) && !of_event(*i)).filter_map(number);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// « 35 milliards par gigawatt », « 160 000 euros par poste »: of each of what, but a time.
fn per(scene: &Scene<'_>, figure: &Figure) -> Option<u32> {
    /// Tokens from the figure to « pour chaque ».
    const REACH: usize = 4;
    let end = figure.tokens.1 as usize;
    let sentence = scene.sentence(scene.sentence_of(end.saturating_sub(1)));
    // « dix milliards à verser pour chaque gigawatt installé »
    let each = (end..(end + REACH).min(sentence.end))
        .find(|i| scene.is(*i, w::POUR) && scene.slice(*i + 1) == "chaque");
    // « 12 morts par asphyxie », « 120 postes par rapport à l'an dernier »
    let money = figure.quantity.is_some_and(|q| q.kind == Kind::Money);
    let rate = money && scene.is(end, w::PAR) && scene.slice(end + 1) != "rapport";
    let at = if rate { end + 1 } else { each? + 2 };
    let word = scene.kind(at) == Some(TokenKind::Word) && !scene.capitalised(at);
    let plain = word && !scene.has(at, Classes::FUNCTION) && scene.entry(at).number.is_none();
    (plain && !time::is_time_unit(scene.slice(at))).then(|| scene.stem(at))
}

/// « en trouve 78 % », « on en voit 700 », « n'en a compté que 900 »
fn is_taken_up(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    if is_all_of_it(scene, figure, sentence) {
        return true;
    }
    let start = figure.tokens.0 as usize;
    let verb = verb::in_range(scene, start.saturating_sub(TAKEN).max(sentence.start)..start).last();
    verb.is_some_and(|verb| {
        let counts = verb.roles.has(Roles::COUNT.with(Roles::SPEECH).with(Roles::INCISE));
        let en = verb.start > sentence.start && scene.is(verb.start - 1, w::EN);
        en && verb.mood == verb::Mood::Finite && counts
    })
}

/// « La direction n'en reconnaît, sur la même période, que 23 millions »: less of what was counted before, and no more than that.
fn is_all_of_it(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    /// Tokens between « en » and the figure.
    const REACH: usize = 12;
    let start = figure.tokens.0 as usize;
    // « il n'en met que 96 » may count anything.
    let only = figure.quantity.is_some_and(|q| q.strength == Some(Strength::Only) && q.kind != Kind::Count);
    let en = (start.saturating_sub(REACH).max(sentence.start)..start).rev().find(|i| scene.is(*i, w::EN));
    let denied = |i: usize| scene.follows(i, w::N) || scene.follows(i, w::NE);
    only && en.is_some_and(|en| denied(en) && scene.figures_in(&(en..start)).is_empty())
}

/// Whether a figure is all that somebody says in a sentence, between quotation marks, or opens it: « « Plutôt 65 %, et davantage la
/// nuit » ».
fn is_alone(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    if scene
        .interview
        .as_ref()
        .and_then(|interview| interview.answer_at(start))
        .is_some_and(|a| a.start == start)
    {
        return true;
    }
    let Some(quote) = quotation::around(scene, start) else { return false };
    /// Tokens of a quotation before a figure that opens it, its mark among them.
    const OPENING: usize = 2;
    if start <= quote.start + OPENING {
        return true;
    }
    let said = quote.start.max(sentence.start)..quote.end.min(sentence.end);
    !said.filter(|i| !(start..end).contains(i)).any(|i| tells(scene, i))
}

/// « le S&P 500 a gagné 0,61 % »: a name that only its capital and its article tell, right
/// before the verb of a figure.
fn bearer(scene: &Scene<'_>, at: usize, start: usize) -> Option<u32> {
    let verb = (at.saturating_sub(BEARER).max(start)..at).rev().find(|i| scene.entry(*i).verb.is_some())?;
    let name = (verb.saturating_sub(BEARER).max(start + 1)..verb)
        .rev()
        .find(|i| scene.capitalised(*i) && scene.is_any(*i - 1, &[w::LE, w::LA, w::L]))?;
    // A person has no article, and a medium speaks: one that does not is an index or a thing of its name.
    let own = !is_of_speech(scene, verb) && scene.mentions_in(name..name + 1).iter().all(|m| m.start == name);
    own.then(|| name_key(scene.slice(name)))
}

/// Whether a word is a verb of those who say something.
fn is_of_speech(scene: &Scene<'_>, at: usize) -> bool {
    scene.entry(at).verb.is_some_and(|verb| verb.roles.has(Roles::SPEECH.with(Roles::INCISE)))
}

/// The hash by which a name stands in [`Terms`].
pub fn name_key(name: &str) -> u32 {
    hash_folded(fold(name).as_bytes())
}

/// Whether a sentence sets a voice against another, or the one before it does and gives no such figure: « La Croix-Rouge
/// avance un chiffre bien plus lourd. « Nous avons compté 46 morts » ».
fn contrasts(scene: &Scene<'_>, figure: &Figure, sentence: usize) -> bool {
    let kind = figure.quantity.map(|q| q.kind);
    let here = |number: usize| {
        let contrasts = || {
            let told = |at: &usize| scene.lexicon.contrasts(scene.tokens, *at);
            // « La dette, elle, recule » is no voice; « eux » are people.
            let aside =
                |at: usize| scene.is(at, w::COMMA) && !scene.is(at + 1, w::EUX) && scene.is(at + 2, w::COMMA);
            scene.sentence(number).filter(told).any(|at| !aside(at) || ends_voice(scene, at))
        };
        scene.contrasts.get(number, contrasts)
    };
    let silent = |sentence: &usize| {
        let figures = scene.figures_in(&scene.sentence(*sentence));
        !figures.iter().any(|other| other.is_quantity() && other.quantity.map(|q| q.kind) == kind)
    };
    here(sentence)
        || is_all_of_it(scene, figure, &scene.sentence(sentence))
        || sentence.checked_sub(1).filter(silent).is_some_and(here)
        || interview::replies(scene, figure)
}

/// « La CGT, elle, … »: whether somebody who can speak is named right before a comma.
fn ends_voice(scene: &Scene<'_>, comma: usize) -> bool {
    /// Tokens of a voice.
    const LONGEST: usize = 12;
    let before = scene.mentions_in(comma.saturating_sub(LONGEST)..comma);
    // « La CGT a, elle, avancé … »
    let auxiliary = |i: usize| matches!(scene.folded(i), "a" | "ont" | "est" | "sont" | "avait" | "avaient");
    let close = |end: usize| end == comma || end + 1 == comma && auxiliary(end);
    before.iter().any(|m| close(m.end) && reference::can_speak(scene, m.who))
}

/// Whether a word tells what a figure is about.
fn tells(scene: &Scene<'_>, at: usize) -> bool {
    scene.telling.get(at, || is_telling(scene, at))
}

fn is_telling(scene: &Scene<'_>, at: usize) -> bool {
    let entry = scene.entry(at);
    let grammatical =
        Classes::FUNCTION.with(Classes::WEEKDAY).with(Classes::PRENOMINAL).with(Classes::ADVERB);
    scene.kind(at) == Some(TokenKind::Word)
        && scene.slice(at).chars().nth(2).is_some()
        && !entry.is(grammatical)
        && entry.month.is_none()
        && entry.number.is_none()
        && !is_of_speech(scene, at)
        && !scene.figures_in(&(at..at + 1)).iter().any(Figure::is_quantity)
}

/// « chez les conducteurs », « parmi les moins de 25 ans » behind a figure.
fn part(scene: &Scene<'_>, figure: &Figure) -> Option<u32> {
    /// Words between a figure and those of whom it is.
    const NEAR: usize = 4;
    let end = figure.tokens.1 as usize;
    // « 4 900 autres ont fermé » are others than those told of before.
    if scene.slice(end) == "autres" {
        return Some(scene.stem(end));
    }
    let words =
        (end..(end + NEAR).min(scene.tokens.len())).take_while(|i| scene.kind(*i) == Some(TokenKind::Word));
    let led = words.clone().find(|i| {
        matches!(scene.folded(*i), "chez" | "parmi") && scene.is_any(i + 1, &[w::LES, w::CES, w::SES])
    });
    led.map(|led| led + 2).or_else(|| those_who(scene, figure)).map(|who| scene.stem(who))
}

/// « Ceux qui dépassent quatre heures », « celles dont le loyer dépasse 900 euros »: those of whom alone a figure is true.
fn those_who(scene: &Scene<'_>, figure: &Figure) -> Option<usize> {
    /// Words between « ceux » and the figure.
    const NEAR: usize = 7;
    let start = figure.tokens.0 as usize;
    let before = (start.saturating_sub(NEAR)..start).rev();
    before.take_while(|i| scene.kind(*i) != Some(TokenKind::Mark)).find(|i| {
        matches!(scene.folded(*i), "ceux" | "celles" | "celui" | "celle")
            && scene.is_any(i + 1, &[w::QUI, w::DONT])
    })
}

/// « 18 suppressions de postes », « 40 fermetures d'écoles »: what something is done to is counted, of which the general measure says
/// what is done.
fn counted(scene: &Scene<'_>, noun: usize) -> usize {
    const DEEDS: [&str; 8] = [
        "suppression", "creation", "fermeture", "ouverture", "destruction", "perte", "disparition",
        "annulation",
    ];
    let deed = scene.folded(noun);
    let done = DEEDS.contains(&deed.strip_suffix('s').unwrap_or(deed));
    let of = scene.is_any(noun + 1, &[w::DE, w::D]) && scene.kind(noun + 2) == Some(TokenKind::Word);
    if done && of { noun + 2 } else { noun }
}

fn noun(scene: &Scene<'_>, figure: &Figure) -> Option<u32> {
    if figure.quantity.is_none_or(|q| !matches!(q.unit, Unit::Noun | Unit::Ratio)) {
        return None;
    }
    let noun = counted(scene, figure.noun? as usize);
    if let Some(family) = scene.lexicon.family(scene.word(noun)).filter(|_| !are_moved(scene, noun)) {
        return Some(u32::from(fate(scene, noun, family)));
    }
    Some(scene.lexicon.noun_stem(scene.slice(noun)))
}

/// « deux personnes ont perdu la vie », « a coûté la vie à deux personnes »
fn lost_their_lives(scene: &Scene<'_>, noun: usize) -> bool {
    let life = |i: usize| i > 0 && scene.slice(i) == "vie" && scene.is(i - 1, w::LA);
    let behind = (noun + 1..noun + 6).any(|i| life(i) && i > 1 && scene.folded(i - 2).starts_with("perd"));
    // The number stands between « à » and the noun.
    let before =
        (noun.saturating_sub(5)..noun).any(|i| life(i) && scene.is_any(i + 1, &[w::A, w::AU, w::AUX]));
    behind || before
}

/// « 140 employés ont été reclassés »: people who change places, and no jobs that are won or lost.
fn are_moved(scene: &Scene<'_>, noun: usize) -> bool {
    const MOVE: [&str; 4] = ["reclasser", "muter", "recaser", "transférer"];
    /// Tokens from the noun to the verb.
    const NEAR: usize = 6;
    let moved =
        |verb: &verb::Verb| verb.passive && MOVE.contains(&scene.lexicon.vocabulary().text(verb.lemma));
    verb::in_range(scene, noun + 1..noun + NEAR).any(|verb| moved(&verb))
}

/// Whether the verb before people that are counted gives them work.
fn is_employed(scene: &Scene<'_>, noun: usize) -> bool {
    const EMPLOY: [&str; 3] = ["embaucher", "recruter", "employer"];
    /// Tokens from the verb to the noun.
    const NEAR: usize = 6;
    let verb = verb::in_range(scene, noun.saturating_sub(NEAR)..noun).last();
    verb.is_some_and(|verb| {
        // « emploie 1 200 personnes » tells how many there are, of a place or all.
        let lemma = scene.lexicon.vocabulary().text(verb.lemma);
        let meant = verb.tenses.has(Tenses::FUTURE.with(Tenses::CONDITIONAL));
        EMPLOY.contains(&lemma) && !verb.passive && (lemma != "employer" || meant)
    })
}

/// « 46 personnes décédées », « deux hommes ont péri »: people are counted by what became of them.
fn fate(scene: &Scene<'_>, noun: usize, family: u8) -> u8 {
    let people = scene.lexicon.family(w::PERSONNES);
    if Some(family) == people && lost_their_lives(scene, noun) {
        let deaths = scene.lexicon.family(scene.lexicon.vocabulary().find("morts"));
        return deaths.unwrap_or(family);
    }
    // « n'emploiera que 300 personnes », « embaucherons 1 200 personnes »
    if Some(family) == people && is_employed(scene, noun) {
        let jobs = scene.lexicon.family(scene.lexicon.vocabulary().find("emplois"));
        return jobs.unwrap_or(family);
    }
    let behind = (noun + 1..(noun + FATE).min(scene.tokens.len()))
        .take_while(|i| scene.kind(*i) == Some(TokenKind::Word))
        .find_map(|i| scene.lexicon.family(scene.word(i)).filter(|other| Some(*other) != people));
    behind.filter(|_| Some(family) == people).unwrap_or(family)
}

fn sort(hashes: &mut Vec<u32>) {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.shrink_to_fit();
}
