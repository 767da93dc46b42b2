//! The time that a figure is about.

use super::qualifier;
use super::scene::Scene;
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, Qualifiers, Roles, words as w};
use crate::quantity::{Kind, PartialDate, Unit};
use crate::text::TokenKind;
use crate::topic::Sort;

/// The scope within which a figure can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The period it is for: `year` for « par an », a year, `previous year` for « l'an dernier ».
    pub period: Option<String>,
    /// The day as of which it is stated: of the sentence, else of the article.
    pub as_of: Option<PartialDate>,
    /// The date by which it is to be so.
    pub by: Option<PartialDate>,
    /// Which part of the thing it is.
    pub qualifiers: Qualifiers,
}

/// « l'an dernier »
const PREVIOUS_YEAR: &str = "previous year";

/// « l'an prochain »
const NEXT_YEAR: &str = "next year";

/// Whether a period is a year, as a number or told from the article's own.
pub fn is_past_year(period: &str) -> bool {
    period == PREVIOUS_YEAR || period.len() == 4 && period.bytes().all(|byte| byte.is_ascii_digit())
}

/// The period of one of several payments that make a sum.
pub(super) const INSTALMENT: &str = "instalment";

/// For how long a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// For each hour, day, week, month, quarter or year.
    Each(Unit),
    /// « au total », « en tout »
    Whole,
}

impl Pace {
    /// Its key in the phrase book.
    pub const fn key(self) -> &'static str {
        match self {
            Pace::Each(Unit::Hour) => "pace_hour",
            Pace::Each(Unit::Day) => "pace_day",
            Pace::Each(Unit::Week) => "pace_week",
            Pace::Each(Unit::Month) => "pace_month",
            Pace::Each(Unit::Quarter) => "pace_quarter",
            Pace::Each(_) => "pace_year",
            Pace::Whole => "pace_whole",
        }
    }
}

/// « 22 millions par semaine », « chaque jour de grève coûte 22 millions », « 500 millions d'utilisateurs hebdomadaires ».
pub(super) fn pace(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<Pace> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let plain = |i: &usize| {
        scene.kind(*i) == Some(TokenKind::Word)
            && scene.figures_in(&(*i..*i + 1)).iter().all(|f| !f.is_quantity())
    };
    let behind = (end..(end + PACE).min(sentence.end)).take_while(plain);
    // « Chaque mois, 500 millions de personnes … »
    let led = |i: &usize| plain(i) || scene.is(*i, w::COMMA);
    let before = (start.saturating_sub(PACE).max(sentence.start)..start).rev().take_while(led);
    let each = |i: usize| {
        let led = scene.is(i, w::PAR) || scene.slice(i).eq_ignore_ascii_case("chaque");
        time_unit(scene.slice(i + 1)).filter(|_| led)
    };
    let adjective = |i: usize| {
        let word = scene.folded(i);
        let unit = [
            ("quotidien", Unit::Day),
            ("journalier", Unit::Day),
            ("hebdomadaire", Unit::Week),
            ("mensuel", Unit::Month),
            ("trimestriel", Unit::Quarter),
            ("annuel", Unit::Year),
        ];
        let word = if word.is_empty() { scene.slice(i) } else { word };
        unit.into_iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, unit)| unit)
    };
    let near = behind.clone().take(3);
    let unit = behind.clone().find_map(each).or_else(|| near.clone().find_map(adjective));
    let unit = unit.or_else(|| before.clone().find_map(each));
    let whole = |i: usize| scene.is_in_all(i);
    // « 300 milliards sur cinq ans », « a obtenu 2,4 millions en trois ans »
    let over = || {
        let next = scene.figures_in(&(end..(end + 4).min(sentence.end))).first();
        next.is_some_and(|f| {
            let time = f.quantity.is_some_and(|q| matches!(q.unit, Unit::Year | Unit::Month));
            let at = f.tokens.0 as usize;
            time && at >= end && (start..at).rev().take(2).any(|i| scene.is_any(i, &[w::SUR, w::EN]))
        })
    };
    let all = || behind.clone().take(4).any(whole) || before.clone().take(4).any(whole) || over();
    unit.map(Pace::Each).or_else(|| all().then_some(Pace::Whole))
}

/// Whether a word is that of a unit of time, in the singular.
pub(super) fn is_time_unit(word: &str) -> bool {
    time_unit(word).is_some()
}

fn time_unit(word: &str) -> Option<Unit> {
    Some(match word {
        "heure" => Unit::Hour,
        "jour" => Unit::Day,
        "semaine" => Unit::Week,
        "mois" => Unit::Month,
        "trimestre" => Unit::Quarter,
        "an" | "année" => Unit::Year,
        _ => return None,
    })
}

/// Words on each side of a figure in which stands for how long it is.
const PACE: usize = 9;

/// Reads the scope of a figure from its sentence. `stands`: what it measures does not change from day to day.
pub(super) fn scope(scene: &Scene<'_>, figure: &Figure, stands: bool) -> Scope {
    let at = figure.tokens.0 as usize;
    let end = figure.tokens.1 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    Scope {
        period: period(scene, figure, end, &sentence, stands),
        as_of: scene.article.published,
        by: qualifier::by(scene, figure, &sentence),
        qualifiers: qualifier::of(scene, figure, &sentence),
    }
}

fn period(
    scene: &Scene<'_>,
    figure: &Figure,
    end: usize,
    sentence: &std::ops::Range<usize>,
    stands: bool,
) -> Option<String> {
    // « 80 milliards par an », « un engagement annuel de 80 milliards »
    let yearly =
        is_yearly(scene, end..(end + YEARLY).min(sentence.end)) || is_led_yearly(scene, figure, sentence);
    let around =
        (figure.tokens.0 as usize).saturating_sub(3).max(sentence.start)..(end + 3).min(sentence.end);
    if yearly || around.clone().any(|i| scene.slice(i).starts_with("annuel")) {
        return Some("year".into());
    }
    if is_part(scene, figure) {
        return Some("part".into());
    }
    if let Some(month) = set_against(scene, figure, sentence) {
        return Some(month);
    }
    if is_eventual(scene, figure, sentence) {
        return Some("eventual".into());
    }
    if is_of_each(scene, figure, sentence) {
        return Some("each".into());
    }
    if let Some(part) = instalment(scene, figure, sentence) {
        return Some(part.into());
    }
    if let Some(day) = other_day(scene, figure, sentence).filter(|_| !stands) {
        return Some(day);
    }
    if let Some(year) = former_year(scene, figure, sentence) {
        return Some(year);
    }
    year_behind(scene, end..(end + 4).min(sentence.end))
}

/// Whether a figure counts a part only of what is told of.
fn is_part(scene: &Scene<'_>, figure: &Figure) -> bool {
    let (start, core) = (figure.tokens.0 as usize, figure.core_tokens.0 as usize);
    let noun = figure.noun.map(|noun| noun as usize);
    // « 71 interpellations, dont 38 dans la capitale »: a part of the figure before.
    let within = scene.follows(start, w::DONT);
    // « les deux premiers bâtiments »
    let first = |i: usize| matches!(scene.slice(i), "premiers" | "premières");
    // « trois des sites », « deux de ces bâtiments »
    let before = core..noun.unwrap_or(0);
    let taken = before.len() < 5 && before.clone().any(|i| scene.is_any(i, &[w::DES, w::CES]));
    // « les trois sites développés par Oracle », « les deux sites de SoftBank »
    let anothers = || noun.is_some_and(|noun| is_anothers(scene, figure, noun));
    within || before.clone().any(first) || taken || anothers()
}

/// « … en 2024 », « … l'an dernier », « … la saison prochaine » right behind.
fn year_behind(scene: &Scene<'_>, after: std::ops::Range<usize>) -> Option<String> {
    let last = ["dernier", "dernière", "passé", "passée", "précédente", "précédent"];
    let next = ["prochain", "prochaine", "suivant", "suivante"];
    let of_year = |i: usize| {
        let noun = scene.is_any(i, &[w::AN, w::ANNEE]) || matches!(scene.slice(i), "saison" | "exercice");
        noun && i > 0 && scene.is_any(i - 1, &[w::L, w::LA])
    };
    if after.clone().any(of_year) {
        let told = |words: &[&str]| after.clone().any(|i| words.contains(&scene.slice(i)));
        if told(&last) {
            return Some(PREVIOUS_YEAR.into());
        }
        if told(&next) {
            return Some(NEXT_YEAR.into());
        }
    }
    let year = scene.figures_in(&after).iter().find(|f| matches!(f.class, Class::Year))?;
    let led = (year.tokens.0 as usize).checked_sub(1).is_some_and(|before| scene.is(before, w::EN));
    let date = year.quantity?.date.filter(|_| led)?;
    // « en 2026-2027 », « en 2024/25 »
    let text = year.core.of(scene.text);
    Some(if text.contains(['-', '/', '–']) { text.to_owned() } else { date.to_string() })
}

/// « 500 millions d'utilisateurs, contre 400 millions en février »: another month's, with which the one before is compared.
fn set_against(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<String> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let against = start > sentence.start && scene.is(start - 1, w::CONTRE);
    // « en février », « fin février »
    let behind = end..(end + 3).min(sentence.end);
    let month = behind.filter(|_| against).find_map(|i| scene.entry(i).month)?;
    Some(format!("--{month:02}"))
}

/// In the end.
const TERMS: [&[&str]; 4] =
    [&["à", "terme"], &["in", "fine"], &["par", "la", "suite"], &["avec", "le", "temps"]];

/// « Dix bâtiments y sont en construction et il y en aura vingt à terme »: what a number of the same will be in the end.
fn is_eventual(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    /// Words between a figure and « à terme ».
    const NEAR: usize = 3;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let near = start.saturating_sub(NEAR).max(sentence.start)..(end + NEAR).min(sentence.end);
    let term = |i: usize| TERMS.iter().any(|words| scene.reads(i, words));
    let alike = |other: &Figure| {
        let noun = scene.noun(other).is_some()
            && scene.noun(figure).is_none_or(|own| scene.noun(other) == Some(own));
        let kind = |figure: &Figure| figure.quantity.map(|q| q.kind);
        noun && kind(other) == kind(figure) && other.core_tokens.1 as usize <= start
    };
    scene.figures_in(sentence).iter().any(alike) && near.clone().any(term)
}

/// Whether definite parts of a project are those of somebody: by whom they are built, or whose they are.
fn is_anothers(scene: &Scene<'_>, figure: &Figure, noun: usize) -> bool {
    let start = figure.tokens.0 as usize;
    let definite = start > 0 && scene.is_any(start - 1, &[w::LES, w::CES]);
    let part = scene.topic.is_part_noun(&scene.lexicon.singular(scene.slice(noun)));
    let of = scene.is_any(noun + 1, &[w::DE, w::D]);
    // « promis par », « annoncés par » are all of them.
    let built = super::verb::at(scene, noun + 1).is_some_and(|verb| {
        let says = Roles::SPEECH.with(Roles::INCISE).with(Roles::PLAN);
        verb.mood == super::verb::Mood::Participle && !verb.roles.has(says)
    });
    let by = built && scene.is(noun + 2, w::PAR);
    let company = |at: usize| {
        let sort = |m: &super::cast::Mention| scene.cast.characters[m.who].sort;
        scene.mentions_in(at..at + 2).first().is_some_and(|m| sort(m) == Sort::Company)
    };
    definite && part && (of && company(noun + 2) || by && company(noun + 3))
}

/// « chaque gigawatt coûte de 50 à 60 milliards »: of each of what is counted, not of all.
fn is_of_each(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    /// Tokens between « chaque » and the figure.
    const REACH: usize = 14;
    if !figure.quantity.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Count | Kind::Power)) {
        return false;
    }
    let start = figure.tokens.0 as usize;
    let counted =
        |i: usize| scene.slice(i).eq_ignore_ascii_case("chaque") && time_unit(scene.slice(i + 1)).is_none();
    let before = start.saturating_sub(REACH).max(sentence.start)..start;
    before.rev().take_while(|i| !scene.is_any(*i, &[w::SEMICOLON, w::COLON])).any(counted)
}

/// « par tranches de 10 milliards », « versés en deux temps : 10 milliards à la mi-avril », « le reste, soit 55 milliards ».
fn instalment(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<&'static str> {
    /// Words before a figure in which stands that it is a part.
    const REACH: usize = 8;
    let start = figure.tokens.0 as usize;
    let before = start.saturating_sub(REACH).max(sentence.start)..start;
    let word = |i: usize| scene.slice(i);
    let led = start.checked_sub(1).is_some_and(|i| scene.is_any(i, &[w::DE, w::D]))
        && start >= 2
        && matches!(word(start - 2), "tranches" | "lots" | "paliers");
    let times = before.clone().any(|i| {
        matches!(word(i), "temps" | "tranches" | "versements" | "étapes" | "fois")
            && i > 0
            && scene.has(i - 1, Classes::NUMERIC)
            && (i..start).any(|k| scene.is(k, w::COLON))
    });
    // Nothing but words stands between the rest and its figure, « soit » or a mark at most.
    let rest = before.rev().take_while(|i| scene.figures_in(&(*i..*i + 1)).is_empty()).any(|i| {
        let noun = matches!(word(i), "reste" | "reliquat" | "solde");
        let marked = (i..start).any(|k| scene.is_any(k, &[w::SOIT, w::COMMA, w::COLON]));
        noun && i > 0 && scene.is_any(i - 1, &[w::LE, w::UN]) && marked
    });
    if led || times {
        return Some(INSTALMENT);
    }
    rest.then_some("part")
}

/// « 80 milliards par an », « 125 milliards de dépenses par an », « 50 000 logements neufs chaque année »: no mark and no other
/// figure stands between.
fn is_yearly(scene: &Scene<'_>, after: std::ops::Range<usize>) -> bool {
    after.take_while(|i| scene.kind(*i) == Some(TokenKind::Word)).any(|i| {
        let each = scene.is(i, w::PAR) || scene.slice(i) == "chaque";
        // « 210 kilotonnes l'an », « 41 euros sur l'année »
        let other = OTHER_YEARS.contains(&scene.folded(i + 2)) || scene.is(i + 2, w::D);
        let the = scene.is(i, w::L) && !other && scene.kind(i + 2) != Some(TokenKind::Number);
        let year = scene.slice(i + 1);
        each && matches!(year, "an" | "année")
            || the && (year == "an" || year == "année" && scene.is(i - 1, w::SUR))
    })
}

/// What follows « l'an » where it is one year: « l'an dernier », « l'an prochain ».
const OTHER_YEARS: [&str; 12] = [
    "dernier", "derniere", "passe", "passee", "prochain", "prochaine", "precedent", "precedente", "suivant",
    "suivante", "ecoule", "ecoulee",
];

/// « échangent chaque année pour quelque 1 600 milliards d'euros »: no mark and no other figure stands between.
fn is_led_yearly(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    let start = figure.tokens.0 as usize;
    let before = start.saturating_sub(YEARLY).max(sentence.start)..start;
    let plain = |i: &usize| {
        scene.kind(*i) == Some(TokenKind::Word)
            && scene.figures_in(&(*i..*i + 1)).iter().all(|f| !f.is_quantity())
    };
    before.rev().take_while(plain).any(|i| {
        matches!(scene.slice(i), "an" | "année")
            && i > sentence.start
            && scene.slice(i - 1).eq_ignore_ascii_case("chaque")
    })
}

/// « valait 157 milliards lors de son tour de table d'octobre »: another month than the article's, the last of its name.
pub(super) fn other_month(scene: &Scene<'_>, figure: &Figure) -> Option<PartialDate> {
    /// Words behind a figure in which the month may stand.
    const REACH: usize = 9;
    /// The same before it.
    const BEFORE: usize = 3;
    let published = scene.article.published;
    let end = figure.tokens.1 as usize;
    let sentence = scene.sentence(scene.sentence_of(end.saturating_sub(1)));
    let behind = (end..(end + REACH).min(sentence.end))
        .take_while(|i| !scene.is_any(*i, &[w::COMMA, w::SEMICOLON, w::COLON, w::ET, w::MAIS]));
    let led = |i: &usize| *i > 0 && scene.is_any(*i - 1, &[w::EN, w::D, w::DE, w::FIN, w::DEBUT]);
    let month = |i: usize| scene.entry(i).month;
    // « qui revendiquait en juin 10 milliards de revenus »
    let start = figure.tokens.0 as usize;
    let before = (start.saturating_sub(BEFORE).max(sentence.start)..start)
        .filter(|i| *i > sentence.start && scene.is(*i - 1, w::EN));
    let month = behind.filter(led).find_map(month).or_else(|| before.rev().find_map(month))?;
    let year = published.and_then(|date| Some(date.year? - u16::from(date.month? < month)));
    let date = PartialDate::month(year, month);
    (Some(month) != published.and_then(|date| date.month)).then_some(date)
}

/// « la crue de 2002 avait fait neuf morts »: a year before what had been.
fn former_year(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<String> {
    let start = figure.tokens.0 as usize;
    let before = scene.figures_in(&(sentence.start..start));
    let year = before.iter().rev().find(|f| f.class == Class::Year)?;
    // « avaient déjà rejeté un projet semblable en 2009, avec 57,3 % de non »
    let had = in_pluperfect(scene, year.tokens.1 as usize..start)
        || in_pluperfect(scene, sentence.start..year.tokens.0 as usize)
            && start <= year.tokens.1 as usize + 4;
    year.quantity?.date.filter(|_| had).map(|date| date.to_string())
}

/// Whether one of some words tells of what had been: « avait fait ».
fn in_pluperfect(scene: &Scene<'_>, words: std::ops::Range<usize>) -> bool {
    super::verb::in_range(scene, words).any(|verb| verb.is_pluperfect())
}

/// « Le 5 février, l'Intérieur avait recensé 391.000 personnes », « par rapport à novembre 2024, lorsque la préfecture avait
/// compté 4 200 manifestants »: a date, not the article's, at the head of a sentence or before what had been.
fn other_day(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> Option<String> {
    let start = figure.tokens.0 as usize;
    let dated = |f: &&Figure| f.class == Class::Date;
    let head = sentence.start..(sentence.start + HEAD).min(start);
    let before = scene.figures_in(&(sentence.start..start));
    let pluperfect = |f: &&Figure| in_pluperfect(scene, f.tokens.1 as usize..start);
    let set = scene.figures_in(&head).iter().find(dated);
    let set = set.or_else(|| before.iter().rev().filter(dated).find(pluperfect))?;
    let date = set.quantity?.date?;
    let near = match scene.article.published {
        Some(published) if date.day.is_some() => {
            date.month == published.month
                && date.day.zip(published.day).is_some_and(|(a, b)| a.abs_diff(b) <= SAME_EVENT)
        }
        Some(published) => {
            date.year.is_none_or(|year| Some(year) == published.year && date.month == published.month)
        }
        // Without a date, an article begins with its own day.
        None if date.day.is_some() => scene.sentences.partition_point(|s| s.end <= sentence.start) < OPENING,
        None => !pluperfect(&set),
    };
    (!near).then(|| date.to_string())
}

/// Tokens behind a figure in which it may be said that it is for each year.
const YEARLY: usize = 5;

/// Sentences in which an article without a date tells of its own day.
const OPENING: usize = 5;

/// Tokens of a sentence in which a day sets its time.
const HEAD: usize = 6;

/// Days between an event and its report.
const SAME_EVENT: u8 = 3;
