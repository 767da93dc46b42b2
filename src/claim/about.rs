//! What a figure is about when no measure of the topic says: the nearest name, and what the lexicon calls what is told of it.

use super::cast::Mention;
use super::scene::Scene;
use super::terms::Terms;
use super::{STORY, Slot};
use crate::grammar::Figure;
use crate::lexicon::{Classes, words as w};
use crate::quantity::{Kind, Unit};
use crate::text::{TokenKind, WordId, fold};
use crate::topic::Sort;

/// Tokens before a figure in which the noun that it measures is looked for: « le chiffre d'affaires a atteint 3 milliards ».
const REACH: usize = 10;

/// What stands before a noun.
const DETERMINERS: [WordId; 18] = [
    w::LE,
    w::LA,
    w::L,
    w::LES,
    w::UN,
    w::UNE,
    w::DE,
    w::D,
    w::DU,
    w::DES,
    w::CE,
    w::CET,
    w::CETTE,
    w::SON,
    w::SA,
    w::SES,
    w::LEUR,
    w::AU,
];

/// The slot of a figure with its terms; `speaker` is who states it.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure, terms: &Terms, speaker: Option<usize>) -> Slot {
    let subject = subject(scene, figure, speaker).map(|name| identifier(&name)).filter(|id| !id.is_empty());
    let measure = measure(scene, figure, terms);
    Slot { subjects: vec![subject.unwrap_or_else(|| STORY.into())], joint: false, measure, place: None }
}

/// What is measured: what is counted, else the general measure that the words tell of, else the kind.
fn measure(scene: &Scene<'_>, figure: &Figure, terms: &Terms) -> String {
    if let Some(noun) = counted(scene, figure) {
        return noun;
    }
    let general = terms.measure.map(|number| scene.lexicon.measure_of(number).name.as_str());
    general.or_else(|| figure.quantity.map(|q| in_general(q.kind))).unwrap_or_default().to_owned()
}

/// What figures of a kind measure where nothing says more.
fn in_general(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "montant",
        Kind::Percent => "pourcentage",
        Kind::Duration => "duree",
        Kind::Area => "superficie",
        Kind::Length => "longueur",
        Kind::Mass => "masse",
        Kind::Power => "puissance",
        Kind::Energy => "energie",
        Kind::Data => "donnees",
        Kind::Speed => "vitesse",
        Kind::Volume => "volume",
        Kind::Temperature => "temperature",
        Kind::Date => "date",
        Kind::Count | Kind::Number | Kind::Ordinal => "nombre",
        Kind::Other => "rapport",
    }
}

/// What a count counts, as an identifier.
fn counted(scene: &Scene<'_>, figure: &Figure) -> Option<String> {
    figure.quantity.filter(|q| q.unit == Unit::Noun)?;
    figure.noun_text(scene.text, scene.tokens, scene.lexicon).map(|noun| identifier(&noun))
}

/// The nearest name of the sentence, else the first of the title.
fn subject(scene: &Scene<'_>, figure: &Figure, speaker: Option<usize>) -> Option<String> {
    let at = figure.core_tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let thing =
        |who: usize| !matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Medium | Sort::Body);
    let here = scene.mentions_in(sentence);
    // « selon la préfecture de la Haute-Garonne »: of whoever says it, not of the figure.
    let body = |m: &Mention| {
        let whole = |body: &Mention| body.start < m.start && m.end <= body.end && Some(body.who) == speaker;
        here.iter().any(|body| whole(body) && scene.cast.characters[body.who].sort == Sort::Body)
    };
    let near = here
        .iter()
        .filter(|m| m.named && thing(m.who) && !body(m))
        .min_by_key(|m| if m.end <= at { at - m.end } else { m.start.saturating_sub(at) });
    let titled = || scene.mentions_in(scene.title.clone()).iter().find(|m| m.named && thing(m.who));
    near.or_else(titled).map(|m| scene.cast.characters[m.who].name.clone())
}

/// The word that heads a figure in the text, as an identifier: what is counted, or the noun that governs it.
pub(super) fn head(scene: &Scene<'_>, figure: &Figure) -> Option<String> {
    if let Some(noun) = counted(scene, figure) {
        return Some(noun);
    }
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let governs = |i: &usize| {
        scene.kind(*i) == Some(TokenKind::Word)
            && scene.slice(*i).chars().count() > 3
            && !scene.capitalised(*i)
            && scene.entry(*i).verb.is_none()
            && !scene.has(*i, Classes::FUNCTION.with(Classes::PRENOMINAL).with(Classes::ADVERB))
            && scene.entry(*i).number.is_none()
            && *i > 0
            && scene.is_any(*i - 1, &DETERMINERS)
            // « 100 milliards de dollars … 10 gigawatts »: what another figure is in.
            && !is_of_figure(scene, *i)
    };
    let noun = (at.saturating_sub(REACH).max(sentence.start)..at).rev().find(governs)?;
    Some(identifier(&scene.lexicon.singular(scene.slice(noun))))
}

/// Whether a token is part of an amount: the « dollars » of « 100 milliards de dollars ».
fn is_of_figure(scene: &Scene<'_>, at: usize) -> bool {
    scene.figure_at(at).is_some_and(|figure| figure.noun.is_none())
}

/// Small letters, digits and underscores.
pub(super) fn identifier(name: &str) -> String {
    let folded = fold(name);
    let parts: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    parts.join("_")
}
