//! The time that a figure is about.

use super::scene::Scene;
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::PartialDate;
use crate::text::TokenKind;

/// The scope within which a figure can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The period it is for: `year` for « par an », a year, `previous year` for « l'an dernier ».
    pub period: Option<String>,
    /// The day as of which it is stated: of the sentence, else of the article.
    pub as_of: Option<PartialDate>,
}

/// Reads the scope of a figure from its sentence. `stands`: what it measures does not change from day to day.
pub(super) fn scope(scene: &Scene<'_>, figure: &Figure, stands: bool) -> Scope {
    let at = figure.tokens.0 as usize;
    let end = figure.tokens.1 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    Scope { period: period(scene, figure, end, &sentence, stands), as_of: scene.article.published }
}

fn period(
    scene: &Scene<'_>,
    figure: &Figure,
    end: usize,
    sentence: &std::ops::Range<usize>,
    stands: bool,
) -> Option<String> {
    let after = end..(end + 4).min(sentence.end);
    // « 80 milliards par an », « un engagement annuel de 80 milliards »
    let yearly = is_yearly(scene, end..(end + YEARLY).min(sentence.end));
    let around =
        (figure.tokens.0 as usize).saturating_sub(3).max(sentence.start)..(end + 3).min(sentence.end);
    if yearly || around.clone().any(|i| scene.slice(i).starts_with("annuel")) {
        return Some("year".into());
    }
    // « 71 interpellations, dont 38 dans la capitale »: a part of the figure before.
    if scene.is((figure.tokens.0 as usize).saturating_sub(1), w::DONT) {
        return Some("part".into());
    }
    if let Some(day) = other_day(scene, sentence).filter(|_| !stands) {
        return Some(day);
    }
    // « … en 2024 », « … l'an dernier » right behind.
    if after
        .clone()
        .any(|i| matches!(scene.slice(i), "dernier" | "dernière" | "passé" | "passée" | "précédente"))
        && after.clone().any(|i| scene.is_any(i, &[w::AN, w::ANNEE]))
    {
        return Some("previous year".into());
    }
    let year = scene.figures_in(&after).iter().find(|f| matches!(f.class, Class::Year))?;
    let led = (year.tokens.0 as usize).checked_sub(1).is_some_and(|before| scene.is(before, w::EN));
    year.quantity?.date.filter(|_| led).map(|date| date.to_string())
}

/// « 80 milliards par an », « 125 milliards de dépenses par an », « 50 000 logements neufs chaque année »: no mark and no other
/// figure stands between.
fn is_yearly(scene: &Scene<'_>, after: std::ops::Range<usize>) -> bool {
    after.take_while(|i| scene.kind(*i) == Some(TokenKind::Word)).any(|i| {
        let each = scene.is(i, w::PAR) || scene.slice(i) == "chaque";
        each && matches!(scene.slice(i + 1), "an" | "année")
    })
}

/// « Le 5 février, l'Intérieur avait recensé 391.000 personnes »: a day at the head of a sentence that is not the article's.
fn other_day(scene: &Scene<'_>, sentence: &std::ops::Range<usize>) -> Option<String> {
    let head = sentence.start..(sentence.start + HEAD).min(sentence.end);
    let figure = scene.figures_in(&head).iter().find(|f| f.class == Class::Date)?;
    let date = figure.quantity?.date.filter(|date| date.day.is_some())?;
    let near = match scene.article.published {
        Some(published) => {
            date.month == published.month
                && date.day.zip(published.day).is_some_and(|(a, b)| a.abs_diff(b) <= SAME_EVENT)
        }
        // Without a date, an article begins with its own day.
        None => scene.sentences.partition_point(|s| s.end <= sentence.start) < OPENING,
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
