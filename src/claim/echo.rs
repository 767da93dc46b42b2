//! Echoes: a figure that nothing in its sentence explains repeats one that the article has explained.
//!
//! « 500 milliards de dollars seront investis dans Stargate. (…) Trump parle d'« au moins 500 milliards ». »

use std::collections::BTreeMap;

use super::cast::Mention;
use super::measure::{self, Measured};
use super::owner::Owners;
use super::project;
use super::quotation;
use super::reference;
use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Amount, Kind, Quantity, Unit};
use crate::text::fold;
use crate::topic::{Force, Sort, Subject};

/// Significant digits times magnitude from which a number is hardly another one by chance; two years are.
const TELLING: u32 = 1_000;

/// What a figure counts, if it counts, and what it measures.
type Known = (Option<String>, Measured);

/// Gives figures without a measure that of the same value elsewhere in the article, if there is one only.
pub(super) fn spread(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    let mut known: BTreeMap<(Amount, Unit), Vec<Known>> = BTreeMap::new();
    for (figure, measured) in all.iter() {
        if let Some((key, measured)) = key(figure).zip(measured.as_ref()) {
            let told = (noun(scene, figure), measured.clone());
            let list = known.entry(key).or_default();
            if !list.contains(&told) {
                list.push(told);
            }
        }
    }
    inherit(scene, all);
    parallel(scene, all);
    stage(scene, all);
    for (figure, measured) in all.iter_mut().filter(|(_, measured)| measured.is_none()) {
        let Some(list) = key(figure).and_then(|key| known.get(&key)) else { continue };
        let own = noun(scene, figure);
        let mut same = list
            .iter()
            .filter(|known| is_same_thing(scene, own.as_ref(), known))
            .map(|(_, measured)| measured);
        if let Some(first) = same.next().filter(|first| same.all(|other| other == *first))
            && is_telling(figure)
            && !is_of_another_time(scene, figure)
            && !is_others(scene, figure)
        {
            *measured = Some(first.clone());
        }
    }
    let sums = other_sums(scene, all);
    for (figure, measured) in all {
        // « louer pour 300 milliards de serveurs en quatre ans »: the time of another sum.
        let time = figure.quantity.is_some_and(|q| q.kind == Kind::Duration);
        if time && sums.binary_search(&scene.sentence_of(figure.tokens.0 as usize)).is_ok() {
            continue;
        }
        let open = measured.as_ref().is_none_or(|measured| is_joint(scene, measured));
        if let Some(measure) = open.then(|| known_to_all(scene, figure)).flatten() {
            *measured = Some(Measured { measure, owners: Owners::default(), place: None, stage: None });
        }
    }
}

/// The sentences, ascending, that give sums of money of which none is the project's.
fn other_sums(scene: &Scene<'_>, all: &[(Figure, Option<Measured>)]) -> Vec<usize> {
    let project = |measured: &Measured| scene.topic.measures[measured.measure].subject == Subject::Project;
    let money = all.iter().filter(|(figure, _)| figure.quantity.is_some_and(|q| q.kind == Kind::Money));
    let mut sums: Vec<(usize, bool)> = money
        .map(|(figure, measured)| {
            (scene.sentence_of(figure.tokens.0 as usize), measured.as_ref().is_some_and(project))
        })
        .collect();
    sums.sort_unstable();
    let told = |sentence: usize| sums.binary_search(&(sentence, true)).is_ok();
    let mut others: Vec<usize> = sums.iter().map(|(sentence, _)| *sentence).filter(|s| !told(*s)).collect();
    others.dedup();
    others
}

/// « Ensemble, ils s'engagent à placer 500 milliards »: what members of the project put in together.
fn is_joint(scene: &Scene<'_>, measured: &Measured) -> bool {
    let Some(project) = scene.topic.project else { return false };
    let members = &scene.topic.entities[project].members;
    let company = scene.topic.measures[measured.measure].subject == Subject::Company;
    company && measured.owners.joint && measured.owners.who.iter().all(|who| members.contains(who))
}

/// The measure of which all outlets give a figure's value, where it is told of the project and of no company.
fn known_to_all(scene: &Scene<'_>, figure: &Figure) -> Option<usize> {
    let measure = measure::of_known_value(scene, figure)?;
    let kind = figure.quantity?.kind;
    let start = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(start));
    let mentions = scene.mentions_in(sentence.start..start);
    let company = |m: &&Mention| m.named && scene.cast.characters[m.who].sort == Sort::Company;
    let alone = mentions.iter().filter(company).count() == 1 && !project::is_here(scene, &sentence);
    let time = kind != Kind::Duration || is_time_ahead(scene, figure, &sentence);
    let told = !alone
        && time
        && !tells_another(scene, kind, &sentence)
        && project::is_told(scene, figure, &sentence);
    (told && !project::is_past(scene, figure, &sentence)).then_some(measure)
}

/// « Cela ne l'empêche pas de valoir 500 milliards »: words of the sentence say what a sum is.
fn tells_another(scene: &Scene<'_>, kind: Kind, sentence: &std::ops::Range<usize>) -> bool {
    let topic = scene.topic;
    let single = |measure: u16| topic.measures[usize::from(measure)].single;
    let strong = |at: usize| {
        topic
            .cues(scene.tokens, at)
            .is_some_and(|(cues, _)| cues.iter().any(|cue| cue.force == Force::Strong && single(cue.measure)))
    };
    kind == Kind::Money && sentence.clone().any(strong)
}

/// « en quatre ans », « les quatre prochaines années », « Sur quelle durée ? Quatre ans. »: not « il y a quatre ans ».
fn is_time_ahead(scene: &Scene<'_>, figure: &Figure, sentence: &std::ops::Range<usize>) -> bool {
    /// Tokens of an answer that is but a time.
    const ANSWER: usize = 6;
    let start = figure.tokens.0 as usize;
    let led =
        start > sentence.start && scene.is_any(start - 1, &[w::EN, w::SUR, w::ICI, w::DANS, w::LES, w::DES]);
    led || start == sentence.start && sentence.len() <= ANSWER
}

/// « Sept gigawatts » in the title, « qui portent à sept gigawatts » in the text: the same stage of a measure.
fn stage(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    let whole = |measured: &Measured| scene.topic.measures[measured.measure].stage_of;
    let stages: Vec<((Amount, Unit), usize, usize)> = all
        .iter()
        .filter_map(|(figure, measured)| {
            let measured = measured.as_ref()?;
            Some((key(figure)?, whole(measured)?, measured.measure))
        })
        .collect();
    for (figure, measured) in all.iter_mut() {
        let Some((own, measured)) = key(figure).zip(measured.as_mut()) else { continue };
        let same =
            |(worth, whole, _): &&((Amount, Unit), usize, usize)| (*worth, *whole) == (own, measured.measure);
        if let Some((_, _, stage)) = stages.iter().find(same) {
            measured.measure = *stage;
        }
    }
}

/// « 500 millions de personnes l'utilisent, contre 400 en février »: a count that has its noun from another figure measures
/// the same.
fn inherit(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    for i in 1..all.len() {
        let (before, rest) = all.split_at_mut(i);
        let (figure, measured) = &mut rest[0];
        // « les six autres » are some of them.
        let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
        let some = scene.slice(end) == "autres" || scene.follows(start, w::DONT);
        let elided = figure.noun.filter(|noun| *noun < figure.core_tokens.0 && !some);
        let source = before.iter().rev().find(|(other, _)| elided.is_some() && other.noun == elided);
        if measured.is_none()
            && let Some((_, source)) = source.filter(|(other, _)| !is_of_another(scene, other, figure))
        {
            measured.clone_from(source);
        }
    }
}

/// « … 50 000 GPU. Le Colossus d'Elon Musk en aligne 100 000 »: a sentence of its own that names somebody before the figure tells of
/// that one.
fn is_of_another(scene: &Scene<'_>, source: &Figure, figure: &Figure) -> bool {
    let at = figure.tokens.0 as usize;
    let number = scene.sentence_of(at);
    let named = |m: &Mention| {
        let sort = scene.cast.characters[m.who].sort;
        m.named && matches!(sort, Sort::Name | Sort::Company)
    };
    number != scene.sentence_of(source.tokens.0 as usize)
        && scene.mentions_in(scene.sentence(number).start..at).iter().any(named)
}

/// « Microsoft s'en tient à 80 milliards. Alphabet en prévoit 75, Amazon une centaine »: a sum that leaves out its unit is
/// the same measure of whoever it is told of.
fn parallel(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    for i in 1..all.len() {
        let (before, rest) = all.split_at_mut(i);
        let ((last, source), (figure, measured)) = (&before[i - 1], &mut rest[0]);
        let label =
            measured.as_ref().is_some_and(|m| m.owners.beside && scene.topic.measures[m.measure].default);
        let open = measured.is_none() && figure.inherited || label;
        let Some(source) = source.as_ref().filter(|_| open) else { continue };
        let (at, sentence) = (figure.tokens.0 as usize, scene.sentence_of(figure.tokens.0 as usize));
        let near = sentence - scene.sentence_of(last.tokens.0 as usize) <= 1;
        let kind = |figure: &Figure| figure.quantity.map(|q| q.kind);
        let company = |who: usize| scene.cast.characters[who].sort == Sort::Company;
        let subject = reference::nearest_free_mention(scene, at, &scene.sentence(sentence), &company)
            .filter(|m| m.end > last.tokens.1 as usize)
            .and_then(|m| scene.cast.characters[m.who].entity);
        let owned =
            scene.topic.measures[source.measure].subject == Subject::Company && source.owners.who.len() == 1;
        if let Some(who) = subject.filter(|_| near && owned && kind(last) == kind(figure)) {
            let owners = Owners { who: vec![who], ..Owners::default() };
            *measured = Some(Measured { owners, ..source.clone() });
        }
    }
}

/// What figures of one value and unit have in common.
fn key(figure: &Figure) -> Option<(Amount, Unit)> {
    figure.quantity.and_then(|quantity| Some((value(&quantity)?, quantity.unit)))
}

/// What a count counts. Another figure repeats it only if it counts the same.
fn noun(scene: &Scene<'_>, figure: &Figure) -> Option<String> {
    let counts = figure.quantity.is_some_and(|quantity| quantity.unit == Unit::Noun);
    figure.noun.filter(|_| counts).map(|noun| scene.lexicon.singular(scene.slice(noun as usize)))
}

/// Whether a figure of `own` things counts what a known one does; a count may leave its noun out (« 100 000, paraît-il »),
/// or have another noun of the measure: « 100 000 postes » are the « 100 000 emplois » of before.
fn is_same_thing(scene: &Scene<'_>, own: Option<&String>, (noun, measured): &Known) -> bool {
    let counted = |name: &String| scene.topic.measures[measured.measure].nouns.contains(&fold(name));
    noun.as_ref() == own || own.is_none_or(counted)
}

/// « M. Son avait déjà promis 100 milliards en décembre »
fn is_of_another_time(scene: &Scene<'_>, figure: &Figure) -> bool {
    let sentence = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize));
    project::is_past(scene, figure, &sentence)
}

fn value(quantity: &Quantity) -> Option<Amount> {
    quantity.value().or(quantity.top())
}

fn is_telling(figure: &Figure) -> bool {
    figure.quantity.is_some_and(|q| {
        matches!(q.kind, Kind::Money | Kind::Count) && value(&q).is_some_and(|v| v >= Amount::from(TELLING))
    })
}

/// Whether the sentence gives the figure to somebody whom the topic does not know.
fn is_others(scene: &Scene<'_>, figure: &Figure) -> bool {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    // « Nous n'avons pas 500 milliards », says somebody else of himself.
    let own = quotation::around(scene, at).is_some_and(|quote| {
        (quote.start..quote.end).any(|i| scene.is(i, w::NOUS) || scene.slice(i) == "Nous")
    });
    if own {
        return true;
    }
    let actor = |who: usize| matches!(scene.cast.characters[who].sort, Sort::Company | Sort::Name);
    reference::nearest_free_mention(scene, at, &sentence, &actor)
        .is_some_and(|m| scene.cast.characters[m.who].entity.is_none())
}
