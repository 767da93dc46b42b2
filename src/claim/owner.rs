//! Whose a figure is: the company, person or site that a measure is taken of.

use std::ops::Range;

use super::mention::Mention;
use super::reference;
use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::topic::Sort;

/// The subjects of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Owners {
    /// The characters, in the order of the text.
    pub(super) who: Vec<usize>,
    /// « ensemble »: the figure is for all of them together.
    pub(super) joint: bool,
}

/// Finds the owners of a figure among the characters that are wanted.
pub(super) fn find(scene: &Scene<'_>, figure: &Figure, wanted: &dyn Fn(usize) -> bool) -> Owners {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let near = at.saturating_sub(12).max(sentence.start)..(figure.tokens.1 as usize + 6).min(sentence.end);
    let each = near.clone().any(|i| scene.is_any(i, &[w::CHACUN, w::CHACUNE]));
    let together = near.clone().any(|i| {
        scene.is(i, w::ENSEMBLE)
            || matches!(scene.folded(i), "conjointement")
            || matches!(scene.slice(i), "conjointement" | "cumulé" | "cumulés")
    }) || (near.start..near.end.saturating_sub(2)).any(|i| {
        scene.is(i, w::A)
            && matches!(scene.slice(i + 1), "eux" | "elles")
            && matches!(scene.slice(i + 2), "deux" | "trois")
    });
    if let Some(owner) = genitive(scene, figure, &sentence, wanted) {
        return Owners { who: vec![owner], joint: false };
    }
    if let Some(mention) = reference::nearest_free_mention(scene, at, &sentence, wanted) {
        let all = coordinated(scene, mention, &sentence, wanted);
        let several = all.len() > 1;
        let who = if each || together || !several { all } else { list_or_last(all) };
        return Owners { joint: together && who.len() > 1, who };
    }
    if let Some(all) = anaphora(scene, at, &sentence, wanted) {
        let joint = together && all.len() > 1;
        return Owners { who: all, joint };
    }
    let after = scene
        .mentions_in(figure.tokens.1 as usize..sentence.end)
        .iter()
        .find(|m| wanted(m.who) && matches!(m.preposition, w::PAR | w::DE | w::D));
    Owners { who: after.map(|m| m.who).into_iter().collect(), joint: false }
}

/// All of a coordination own the figure.
fn list_or_last(all: Vec<usize>) -> Vec<usize> {
    all
}

/// « l'engagement de 80 milliards de dollars de Microsoft », « la participation de 40 % d'OpenAI »: right behind the figure.
fn genitive(
    scene: &Scene<'_>,
    figure: &Figure,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let end = figure.tokens.1 as usize;
    let mention = scene.mentions_in(end..(end + 5).min(sentence.end)).first()?;
    let direct = matches!(mention.preposition, w::DE | w::D | w::DU) && mention.start <= end + 2;
    (direct && wanted(mention.who)).then_some(mention.who)
}

/// « OpenAI, SoftBank et Oracle »: every name of the list that ends in `last`.
pub(super) fn coordinated(
    scene: &Scene<'_>,
    last: &Mention,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let mut who = vec![last.who];
    let mut start = last.start;
    let mut linked = false;
    for mention in scene.mentions_in(sentence.start..last.start).iter().rev() {
        let gap = mention.end..start;
        let and = gap.clone().any(|i| scene.is_any(i, &[w::ET, w::OU]));
        let comma = gap.clone().any(|i| scene.is(i, w::COMMA));
        let words = gap
            .clone()
            .filter(|i| !scene.is_any(*i, &[w::ET, w::OU, w::COMMA, w::LE, w::LA, w::L, w::LES]))
            .count();
        // « Oracle, le spécialiste du cloud, et … »: descriptions of names may stand between.
        if !(and || comma && linked)
            || words > 6
            || !mention.is_free() && mention.preposition != last.preposition
        {
            break;
        }
        linked = true;
        if wanted(mention.who) && !who.contains(&mention.who) {
            who.push(mention.who);
        }
        start = mention.start;
    }
    who.reverse();
    who
}

/// « les deux entreprises », « elles », « le groupe », « leurs entreprises »: back to names of the sentences before.
fn anaphora(
    scene: &Scene<'_>,
    at: usize,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    const NOUNS: [&str; 14] = [
        "entreprises", "sociétés", "groupes", "partenaires", "firmes", "géants", "compagnies", "entreprise",
        "groupe", "société", "firme", "start-up", "startup", "fonds",
    ];
    let noun = (sentence.start..at)
        .find(|i| NOUNS.contains(&scene.slice(*i)) || reference::pronoun(scene, *i).is_some());
    let noun = noun?;
    let plural = scene.slice(noun).ends_with('s') && scene.slice(noun) != "fonds";
    let here = scene.sentence_of(at);
    for back in 1..=3 {
        let range = scene.sentence(here.checked_sub(back)?);
        let mentions: Vec<_> = scene.mentions_in(range.clone()).iter().filter(|m| wanted(m.who)).collect();
        let Some(subject) = mentions.iter().find(|m| m.is_free()).or(mentions.first()) else { continue };
        if !plural {
            return Some(vec![subject.who]);
        }
        let last = mentions.iter().rev().find(|m| m.is_free()).unwrap_or(subject);
        let all = coordinated(scene, last, &range, wanted);
        if all.len() > 1 {
            return Some(all);
        }
        let mut distinct: Vec<usize> = Vec::new();
        for mention in mentions {
            if !distinct.contains(&mention.who) {
                distinct.push(mention.who);
            }
        }
        return Some(distinct);
    }
    None
}

/// The site that a figure is about: named in its sentence, nearest, or in the sentence before as its place.
pub(super) fn site(scene: &Scene<'_>, figure: &Figure) -> Option<usize> {
    let at = figure.tokens.0 as usize;
    let here = scene.sentence_of(at);
    let place = |who: usize| matches!(scene.cast.characters[who].sort, Sort::Site | Sort::Project);
    let nearest = |range: Range<usize>| {
        scene
            .mentions_in(range)
            .iter()
            .filter(|m| place(m.who))
            .min_by_key(|m| if m.end <= at { at - m.end } else { 2 * (m.start - at) })
            .copied()
    };
    nearest(scene.sentence(here)).map(|m| m.who).filter(|who| scene.cast.characters[*who].sort == Sort::Site)
}
