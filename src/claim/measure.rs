//! What a figure measures: the topic's measures by their cues, each with its owner.

use std::ops::Range;

use super::antecedent;
use super::conversion;
use super::owner::{self, Owners};
use super::place;
use super::project;
use super::scene::Scene;
use super::verb;
use crate::grammar::Figure;
use crate::lexicon::{Classes, Tenses, words as w};
use crate::quantity::{Kind, Quantity, Unit};
use crate::text::TokenKind;
use crate::topic::{Force, Measure, Side, Sort, Subject};

/// A measure with the characters it is taken of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    /// Index of the topic's measure.
    pub(super) measure: usize,
    /// Whose; empty for a measure of a fixed entity or of the project itself.
    pub(super) owners: Owners,
    /// Where, for a measure of places.
    pub(super) place: Option<String>,
    /// The measure that is a stage of it: « 400 milliards programmés à ce jour ».
    pub(super) stage: Option<usize>,
}

/// A cue of a sentence.
#[derive(Debug, Clone, Copy)]
struct CueAt {
    start: usize,
    end: usize,
    measure: usize,
    force: Force,
    side: Side,
}

/// How good a measure is for a figure; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fitness {
    tier: u8,
    /// Meant by its unit alone.
    generic: bool,
    distance: usize,
    measure: usize,
    /// The cue.
    cue: Option<(usize, usize)>,
}

/// The tier of a measure that no cue supports.
pub(super) const DEFAULT: u8 = 6;

/// Words between what is said to be so much and the figure behind it.
const SAID: usize = 12;

/// Words between a figure and a cue that it is of another thing.
const BESIDE: usize = 8;

/// Words between a cue and the figure of which it tells all, but for the company.
const TOLD: usize = 3;

/// Words between a cue and the figure that it touches.
const TOUCHING: usize = 1;

/// Words between a figure and the one that it is set against.
const CONTRAST: usize = 8;

/// Beyond this distance a strong cue is no better than none.
const REACH: usize = 24;

/// The measures of all figures of a sentence, by figure.
pub(super) fn of_sentence(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    figures: &[Figure],
) -> Vec<Option<Measured>> {
    let sentence = &explained(scene, sentence, figures);
    let cues = cues(scene, sentence);
    let mut measured: Vec<Option<Measured>> = vec![None; figures.len()];
    for i in 0..figures.len() {
        measured[i] = match conversion::source_in(scene, figures, i) {
            Some(source) => measured[source].clone(),
            None => best(scene, figures, i, &cues, sentence),
        };
        if let Some(other) = contrasted(scene, figures, i).and_then(|source| measured[source].clone()) {
            measured[i] = Some(other_owner(scene, &figures[i], other));
        }
    }
    for i in 1..figures.len() {
        if measured[i].is_none() {
            measured[i] = in_row(scene, figures, i).and_then(|who| {
                let other = measured[i - 1].clone().filter(|other| !other.owners.who.is_empty())?;
                let end = figures[i].tokens.1 as usize;
                let each = (end..end + 3).any(|at| scene.is_any(at, &[w::CHACUN, w::CHACUNE]));
                let owners = Owners { joint: who.len() > 1 && !each, who, ..other.owners };
                Some(Measured { owners, ..other })
            });
        }
    }
    for (i, figure) in figures.iter().enumerate() {
        if measured[i].is_none() {
            measured[i] = beside(scene, figure, figures, &measured);
        }
    }
    measured
}

/// « 13 milliards. Le chiffre d'affaires qu'OpenAI espère. »: a figure that stands alone is explained by what follows.
fn explained(scene: &Scene<'_>, sentence: &Range<usize>, figures: &[Figure]) -> Range<usize> {
    let alone = |figure: &Figure| {
        sentence.clone().all(|i| {
            (figure.tokens.0 as usize..figure.tokens.1 as usize).contains(&i)
                || scene.kind(i) == Some(TokenKind::Mark)
        })
    };
    let [figure] = figures else { return sentence.clone() };
    let next = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize) + 1);
    let open = !next.is_empty() && !scene.figures_in(&next).iter().any(|other| same_kind(figure, other));
    if alone(figure) && open { sentence.start..next.end } else { sentence.clone() }
}

/// « le groupe pèse 330 milliards, contre 4 500 pour Nvidia »: the figure that another is set against.
fn contrasted(scene: &Scene<'_>, figures: &[Figure], i: usize) -> Option<usize> {
    let (source, figure) = (i.checked_sub(1)?, &figures[i]);
    let against = scene.is((figure.tokens.0 as usize).checked_sub(1)?, w::CONTRE);
    let gap = figures[source].tokens.1 as usize..figure.tokens.0 as usize;
    (against && gap.len() <= CONTRAST && same_kind(&figures[source], figure)).then_some(source)
}

/// « SoftBank et OpenAI apporteraient 19 milliards chacun, Oracle et MGX 7 milliards chacun »: those of whom a figure is where the
/// verb of the one before is left out.
fn in_row(scene: &Scene<'_>, figures: &[Figure], i: usize) -> Option<Vec<usize>> {
    let (source, figure) = (figures.get(i.checked_sub(1)?)?, &figures[i]);
    let start = figure.tokens.0 as usize;
    let gap = source.tokens.1 as usize..start;
    let company = |who: usize| scene.cast.characters[who].sort == Sort::Company;
    let last = scene.mentions_in(gap.clone()).iter().rev().find(|m| company(m.who))?;
    let bare = last.end == start && last.is_free() && verb::in_range(scene, gap.clone()).next().is_none();
    if !bare
        || !same_kind(source, figure)
        || !gap.clone().any(|at| scene.is_any(at, &[w::COMMA, w::SEMICOLON, w::ET]))
    {
        return None;
    }
    let all = owner::coordinated(scene, last, &gap, &company);
    let who: Vec<usize> = all.iter().filter_map(|who| scene.cast.characters[*who].entity).collect();
    (!who.is_empty()).then_some(who)
}

/// The measure of a figure that this one is set against, with the owner that stands behind this one.
fn other_owner(scene: &Scene<'_>, figure: &Figure, measured: Measured) -> Measured {
    let end = figure.tokens.1 as usize;
    let behind = scene.mentions_in(end..end + 3);
    let owner = behind.iter().find(|m| m.preposition == w::POUR || m.preposition == w::A);
    let entity = owner.and_then(|m| scene.cast.characters[m.who].entity);
    match entity {
        Some(who) if !measured.owners.who.is_empty() => {
            Measured { owners: Owners { who: vec![who], ..Owners::default() }, ..measured }
        }
        _ => measured,
    }
}

fn cues(scene: &Scene<'_>, sentence: &Range<usize>) -> Vec<CueAt> {
    let mut found = Vec::new();
    for start in sentence.clone() {
        let Some((list, end)) = scene.topic.cues(scene.tokens, start) else { continue };
        found.extend(list.iter().map(|cue| CueAt {
            start,
            end,
            measure: usize::from(cue.measure),
            force: cue.force,
            side: cue.side,
        }));
    }
    found.retain(|cue| cue.force != Force::Perfect || is_perfect(scene, cue));
    found
}

/// A verb in a compound past: « a injecté », « auraient été versés »; « sera versé » is still to come.
fn is_perfect(scene: &Scene<'_>, cue: &CueAt) -> bool {
    let to_come = |verb: &verb::Verb| verb.passive && verb.tenses.has(Tenses::FUTURE);
    // « explique avoir injecté 100 milliards »
    let having = |at: usize| scene.follows(at, w::AVOIR);
    (cue.start..cue.end).any(|at| {
        having(at)
            || verb::at(scene, at).is_some_and(|verb| {
                verb.start != verb.at && verb.mood == verb::Mood::Finite && !to_come(&verb)
            })
    })
}

/// The best measure that finds an owner.
fn best(
    scene: &Scene<'_>,
    figures: &[Figure],
    i: usize,
    cues: &[CueAt],
    sentence: &Range<usize>,
) -> Option<Measured> {
    let figure = &figures[i];
    let mut fits: Vec<Fitness> =
        (0..scene.topic.measures.len()).filter_map(|m| fitness(scene, figures, i, m, cues)).collect();
    fits.sort_unstable();
    let mut told = false;
    for fit in fits {
        if told && fit.tier >= DEFAULT {
            return None;
        }
        let measure = &scene.topic.measures[fit.measure];
        if let Some(owners) = own(scene, figure, measure, &fit, sentence) {
            let of_other = || of_known_value(scene, figure).filter(|_| measure.default && fit.tier > 0);
            let (measure, place) = (of_other().unwrap_or(fit.measure), place_of(scene, figure, measure));
            let data = &scene.topic.measures[measure];
            // A site is told of as a whole: « à Abilene, le campus vise 1,2 gigawatt ».
            let staged = data.stage_of.is_some() && (owners.who.is_empty() || data.stage_at_sites);
            let stage = staged.then_some(measure);
            return Some(Measured { measure, owners, place, stage });
        }
        // « 589 milliards de capitalisation »: words right beside the figure say what it is, though not whose.
        // « SoftBank a souscrit un prêt »: its own debt, and nothing else that the topic knows.
        if fit.tier == 0 && measure.lone {
            return None;
        }
        let near = if is_led(figure, &fit) { SAID } else { TOUCHING };
        told |= fit.tier == 0 && fit.distance <= near && measure.single && !project::is_here(scene, sentence);
    }
    None
}

/// Whether the cue stands before the figure: « les revenus atteindront 18 milliards ».
fn is_led(figure: &Figure, fit: &Fitness) -> bool {
    fit.cue.is_some_and(|(_, end)| end <= figure.tokens.0 as usize)
}

/// The measure of the project of which all outlets give a figure's value.
pub(super) fn of_known_value(scene: &Scene<'_>, figure: &Figure) -> Option<usize> {
    let quantity = figure.quantity?;
    let value = quantity.value().or(quantity.top())?;
    scene.topic.measures.iter().position(|measure| {
        measure.subject == Subject::Project
            && measure.known.contains(&value)
            && measure.kinds.contains(&quantity.kind)
            && (measure.units.is_empty() || measure.units.contains(&quantity.unit))
            && (quantity.kind != Kind::Money || Some(quantity.unit) == scene.topic.currency)
    })
}

/// How a measure fits a figure, if at all.
fn fitness(
    scene: &Scene<'_>,
    figures: &[Figure],
    i: usize,
    measure: usize,
    cues: &[CueAt],
) -> Option<Fitness> {
    let data = &scene.topic.measures[measure];
    let figure = &figures[i];
    if !admits(scene, data, figure) || !data.near.is_empty() {
        return None;
    }
    let own = || cues.iter().filter(|cue| cue.measure == measure && on_side(figure, cue));
    // « la centrale voisine, qui fournit 900 mégawatts »
    let other = |cue: &CueAt| cue.force == Force::Unless && distance(scene, figure, cue) <= BESIDE;
    if own().any(other) {
        return None;
    }
    let by_cue = own()
        .filter(|cue| cue.force != Force::Unless)
        .filter_map(|cue| fitness_of_cue(scene, figures, i, data, cue));
    let nouns = !data.nouns.is_empty() && scene.noun(figure).is_none_or(|noun| contains(&data.nouns, noun));
    // A noun or unit means it, unless a cue beside the figure says that it is something more special.
    let inherent = nouns
        || data
            .kinds
            .iter()
            .all(|kind| !matches!(kind, Kind::Money | Kind::Percent | Kind::Duration | Kind::Count));
    // A place's people are counted for many things: a verb beside them says for which.
    let tier = u8::from(data.subject == Subject::Place);
    let fit = |tier: u8| Fitness { tier, generic: true, distance: 0, measure, cue: None };
    let by_noun = (inherent && !data.only_cued).then(|| fit(tier));
    // « tailler 2 000 milliards dans les dépenses, avant de ramener l'objectif à 1 000 »: told with one that is another thing.
    let told_with_other = || {
        let beside = |other: &Figure, cue: &CueAt| {
            cue.measure == measure
                && cue.force == Force::Unless
                && on_side(other, cue)
                && distance(scene, other, cue) <= BESIDE
        };
        let mut others = figures[..i].iter().filter(|other| same_kind(figure, other));
        others.any(|other| cues.iter().any(|cue| beside(other, cue)))
    };
    if data.default && told_with_other() {
        return None;
    }
    let by_default = data.default.then(|| fit(DEFAULT));
    by_cue.chain(by_noun).chain(by_default).min()
}

/// How a measure fits a figure by one of its cues.
fn fitness_of_cue(
    scene: &Scene<'_>,
    figures: &[Figure],
    i: usize,
    data: &Measure,
    cue: &CueAt,
) -> Option<Fitness> {
    let figure = &figures[i];
    let distance = distance(scene, figure, cue);
    // « il commencerait par 100 milliards ; dans son fonds, 45 milliards venaient des Saoudiens »: of the clause before.
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let apart = if cue.end <= start { cue.end..start } else { end..cue.start };
    if apart.clone().any(|i| scene.is(i, w::SEMICOLON)) {
        return None;
    }
    let mut nearer = figures.iter().enumerate().filter(|(j, other)| {
        *j != i
            && same_kind(figure, other)
            && self::distance(scene, other, cue) < distance
            && conversion::source_in(scene, figures, *j) != Some(i)
    });
    let rival = nearer.next().map(|(_, other)| other);
    // « ses 80 milliards », but « l'entreprise et ses alliés y consacreront 400 milliards »: a little word means the figure beside it.
    let little = (cue.start..cue.end).all(|i| scene.has(i, Classes::FUNCTION)) && cue.end == cue.start + 1;
    if little && cue.side == Side::Before && distance > 0 {
        return None;
    }
    // « le chantier, qui occupe désormais 2 000 ouvriers, doit délivrer 1,2 gigawatt »: said of another figure.
    let between = |other: &Figure| cue.end <= other.tokens.0 as usize && other.tokens.1 <= figure.tokens.0;
    let closed = |other: &Figure| scene.is(other.tokens.1 as usize, w::COMMA);
    if data.stage_of.is_some() && figures.iter().any(|other| between(other) && closed(other)) {
        return None;
    }
    // « 40 milliards qui portent sa valorisation à 300 »: the cue has a figure of its own on its other side.
    let opens = cue.start >= figure.core_tokens.1 as usize;
    if rival.is_some_and(|rival| {
        data.single && !is_listed(scene, figure) || opens && rival.core_tokens.0 as usize >= cue.end
    }) {
        return None;
    }
    let tier = match cue.force {
        Force::Strong | Force::Perfect if distance <= REACH => 0,
        Force::Strong | Force::Perfect => 3,
        Force::Weak | Force::Unless => 1,
    };
    let tier = tier + if rival.is_some() { 2 } else { 0 };
    Some(Fitness { tier, generic: false, distance, measure: cue.measure, cue: Some((cue.start, cue.end)) })
}

/// « Capex : Microsoft 80 milliards, Meta 60 à 65 »: a name right before the figure makes it one of a list.
fn is_listed(scene: &Scene<'_>, figure: &Figure) -> bool {
    let at = figure.tokens.0 as usize;
    scene.mentions_in(at.saturating_sub(4)..at).iter().any(|m| m.end == at && m.named)
}

fn on_side(figure: &Figure, cue: &CueAt) -> bool {
    match cue.side {
        Side::Either => true,
        Side::Before => cue.start < figure.core_tokens.0 as usize,
        Side::After => cue.start >= figure.core_tokens.1 as usize,
    }
}

/// Whether a measure can have such a figure.
fn admits(scene: &Scene<'_>, measure: &Measure, figure: &Figure) -> bool {
    let Some(quantity) = figure.quantity else { return false };
    // « par tranches de 10 milliards »: how it is cut, not how much it is.
    let at = figure.tokens.0 as usize;
    if at >= 2 && scene.is(at - 1, w::DE) && matches!(scene.slice(at - 2), "tranches" | "lots" | "paliers") {
        return false;
    }
    measure.kinds.contains(&quantity.kind)
        && (measure.units.is_empty() || measure.units.contains(&quantity.unit))
        && (measure.nouns.is_empty()
            || scene.noun(figure).map_or(measure.bare && quantity.unit == Unit::Noun, |noun| {
                contains(&measure.nouns, noun) || contains(&measure.cued, noun)
            }))
        && (measure.subject != Subject::Place || measure.is_usual(&quantity))
        && quantity.unit != Unit::Point
        && (is_foreign(scene, &quantity) || !measure.is_beyond(&quantity))
}

/// Whether a sum is in another currency than the topic's, in which its limits are given.
fn is_foreign(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    quantity.kind == Kind::Money && Some(quantity.unit) != scene.topic.currency
}

fn contains(nouns: &[String], noun: &str) -> bool {
    nouns.iter().any(|known| known == noun)
}

fn same_kind(a: &Figure, b: &Figure) -> bool {
    matches!((a.quantity, b.quantity), (Some(x), Some(y)) if x.kind == y.kind)
}

/// Words between a cue and a figure; marks and joints weigh more, other figures most.
fn distance(scene: &Scene<'_>, figure: &Figure, cue: &CueAt) -> usize {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let gap = if cue.end <= start {
        cue.end..start
    } else if cue.start >= end {
        end..cue.start
    } else {
        return 0;
    };
    let weight = |at: usize| match scene.word(at) {
        w::COMMA => 4,
        w::SEMICOLON | w::COLON | w::OPEN | w::CLOSE | w::DASH => 9,
        w::ET | w::MAIS | w::QUI | w::DONT | w::QUE => 3,
        _ if scene.kind(at) == Some(TokenKind::Number) => 3,
        _ => 1,
    };
    gap.map(weight).sum()
}

/// The owners of a measure, or nothing if it has none here.
fn own(
    scene: &Scene<'_>,
    figure: &Figure,
    measure: &Measure,
    fit: &Fitness,
    sentence: &Range<usize>,
) -> Option<Owners> {
    let tier = fit.tier;
    match measure.subject {
        Subject::Fixed(_) | Subject::Place => Some(Owners::default()),
        Subject::Project => project::own(scene, figure, measure, tier, sentence),
        Subject::Company | Subject::Person => {
            let sort = if measure.subject == Subject::Person { Sort::Person } else { Sort::Company };
            let wanted = |who: usize| {
                let character = &scene.cast.characters[who];
                character.sort == sort
                    && character
                        .entity
                        .is_some_and(|entity| measure.owners.is_empty() || measure.owners.contains(&entity))
            };
            let owners = owners_of(scene, figure, measure, fit, sentence, &wanted);
            // « L'entreprise et ses alliés y consacreront 400 milliards »: nobody's alone.
            let before = scene.mentions_in(sentence.start..figure.tokens.0 as usize);
            if before.iter().any(|m| wanted(m.who) && m.is_free() && owner::has_partners(scene, m)) {
                return None;
            }
            if measure.of_project && !project::is_told(scene, figure, sentence) {
                return None;
            }
            let allowed = |who: &usize| measure.owners.is_empty() || measure.owners.contains(who);
            if !owners.who.iter().all(allowed) {
                return None;
            }
            let shared = owners.who.len() > 1 && owners.shared;
            if measure.ladder.is_some() && !measure.single && project::is_past(scene, figure, sentence) {
                return None;
            }
            if tier > 0 && measure.default && is_sum_of_project(scene, figure, sentence, &wanted) {
                return None;
            }
            let many = (tier > 0 || !shared) && owners.who.len() > 2;
            let by_default = tier >= DEFAULT && !owners.beside && !shared;
            if owners.who.is_empty() || many || by_default { None } else { Some(owners) }
        }
    }
}

/// The holders whom the cue, the sentence, the measure or an explanation names.
fn owners_of(
    scene: &Scene<'_>,
    figure: &Figure,
    measure: &Measure,
    fit: &Fitness,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Owners {
    // « 500 millions de personnes utilisent ChatGPT »: behind the figure, only what its verb does it to.
    let object = |start: usize| {
        !measure.nouns.is_empty() && verb::at(scene, start).is_some_and(|v| v.mood == verb::Mood::Finite)
    };
    let cue = fit.cue.filter(|(start, end)| *end <= figure.tokens.0 as usize || object(*start));
    let named = cue.and_then(|(start, end)| owner::of_cue(scene, &(start..end), wanted));
    let target = || {
        let (start, _) = cue.filter(|_| measure.of_target)?;
        owner::target(scene, sentence.start..start, wanted)
    };
    let ours = || {
        let tells = measure.single && fit.tier == 0;
        tells.then(|| owner::first_person(scene, figure, wanted)).flatten()
    };
    let of_qui = || measure.ladder.as_ref().and_then(|_| antecedent::owner(scene, figure, sentence, wanted));
    let named = named.or_else(target).or_else(ours).or_else(of_qui);
    let owners = named.unwrap_or_else(|| owner::find(scene, figure, wanted));
    // « pour faire élire le républicain »: it can be only one person's.
    let sole = (owners.who.is_empty() && fit.tier == 0 && measure.nouns.is_empty())
        .then(|| sole_owner(scene, measure))
        .flatten();
    let owners = sole.unwrap_or(owners);
    let owners =
        if owners.who.is_empty() { owner::explained(scene, figure, sentence, wanted) } else { owners };
    // « Que gagne OpenAI ? 13,1 milliards de chiffre d'affaires. »; what is spent or a price may be anybody's.
    let plain = measure.single && !measure.of_target && measure.ladder.is_none();
    let told = plain && fit.tier == 0 && fit.cue.is_some() && fit.distance <= TOLD;
    if owners.who.is_empty() && told { owner::spoken_of(scene, figure, wanted) } else { owners }
}

/// « à la Maison-Blanche : 500 milliards promis »: as much as the project's, in a sentence that names no company.
fn is_sum_of_project(
    scene: &Scene<'_>,
    figure: &Figure,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> bool {
    let usual = |measure: &Measure| {
        let whole = measure.default && measure.subject == Subject::Project && measure.usual.is_some();
        whole && figure.quantity.is_some_and(|q| measure.is_usual(&q))
    };
    let named = scene.mentions_in(sentence.clone()).iter().any(|m| wanted(m.who));
    !named && scene.topic.measures.iter().any(usual)
}

/// The one entity that can have a measure, if the article names it.
fn sole_owner(scene: &Scene<'_>, measure: &Measure) -> Option<Owners> {
    let [entity] = measure.owners.as_slice() else { return None };
    let named = scene.cast.of_entity(*entity).is_some();
    named.then(|| Owners { who: vec![*entity], ..Owners::default() })
}

fn place_of(scene: &Scene<'_>, figure: &Figure, measure: &Measure) -> Option<String> {
    (measure.subject == Subject::Place).then(|| place::of(scene, figure))
}

/// « au cours des cinq prochaines années »
fn is_coming(scene: &Scene<'_>, figure: &Figure) -> bool {
    (figure.tokens.0..figure.tokens.1).any(|at| scene.folded(at as usize).starts_with("prochain"))
}

/// Measures durations by the sums beside them, once those that other sentences explain are measured: « Budget : 500 Md$ sur 4 ans ».
pub(super) fn stand_beside(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    let sentence = |figure: &Figure| scene.sentence_of(figure.core_tokens.0 as usize);
    for chunk in all.chunk_by_mut(|(a, _), (b, _)| sentence(a) == sentence(b)) {
        let open = |(figure, measured): &(Figure, Option<Measured>)| {
            measured.is_none() && figure.quantity.is_some_and(|q| q.kind == Kind::Duration)
        };
        if !chunk.iter().any(open) || chunk.iter().all(|(_, measured)| measured.is_none()) {
            continue;
        }
        let (figures, measured): (Vec<Figure>, Vec<Option<Measured>>) = chunk.iter().cloned().unzip();
        for (figure, slot) in chunk.iter_mut().filter(|pair| open(pair)) {
            *slot = beside(scene, figure, &figures, &measured);
        }
    }
}

/// Measures that stand beside others: a duration right after « sur », « en » in a sentence with an investment.
fn beside(
    scene: &Scene<'_>,
    figure: &Figure,
    figures: &[Figure],
    measured: &[Option<Measured>],
) -> Option<Measured> {
    let at = figure.tokens.0 as usize;
    let led = |index: usize| {
        (at.saturating_sub(4)..at).find_map(|start| {
            let (cues, end) = scene.topic.cues(scene.tokens, start).filter(|(_, end)| *end == at)?;
            let cue = cues.iter().find(|cue| usize::from(cue.measure) == index)?;
            Some((index, cue.force, (start, end)))
        })
    };
    let all = scene.topic.measures.iter().enumerate();
    let fits = all.filter(|(_, m)| !m.near.is_empty() && admits(scene, m, figure));
    let led: Vec<_> = fits.filter_map(|(index, _)| led(index)).collect();
    // « 500 milliards en quatre ans, dont 400 en trois ans »: of the sum that is nearest.
    let away = |other: &Figure| other.tokens.0.abs_diff(figure.tokens.0);
    let told = figures.iter().zip(measured).filter_map(|(other, m)| Some((away(other), m.as_ref()?)));
    let beside = led.iter().flat_map(|(index, ..)| told.clone().map(move |(away, m)| (away, *index, m)));
    let nearest = beside
        .filter(|(_, index, m)| scene.topic.measures[*index].near.contains(&m.measure))
        .min_by_key(|(away, index, _)| (*away, *index));
    if let Some((_, index, neighbour)) = nearest {
        return Some(Measured { measure: index, stage: None, ..neighbour.clone() });
    }
    // « le plan, étalé sur quatre ans »: no figure needed, and « 500 000 puces étalées sur trois ans » are not the plan.
    let of_another = figures.iter().any(|other| {
        let kind = other.quantity.map(|q| q.kind);
        other.tokens.1 as usize <= at && matches!(kind, Some(Kind::Count | Kind::Power))
    });
    led.into_iter().filter(|_| !of_another).find_map(|(index, force, cue)| {
        let open = force == Force::Strong || is_coming(scene, figure);
        let fit = Fitness { tier: 0, generic: false, distance: 0, measure: index, cue: Some(cue) };
        let sentence = scene.sentence(scene.sentence_of(at));
        let measure = &scene.topic.measures[index];
        let owners = open.then(|| own(scene, figure, measure, &fit, &sentence)).flatten()?;
        Some(Measured { measure: index, owners, place: None, stage: None })
    })
}
