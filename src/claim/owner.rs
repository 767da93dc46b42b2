//! Whose a figure is: the company, person or site that a measure is taken of.

use std::ops::Range;

use super::attribution;
use super::cast::Mention;
use super::quotation;
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::Figure;
use crate::lexicon::{Classes, words as w};
use crate::text::TokenKind;
use crate::topic::Sort;

/// The subjects of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Owners {
    /// Entities of the topic, in the order of the text.
    pub(super) who: Vec<usize>,
    /// « ensemble »: the figure is for all of them together.
    pub(super) joint: bool,
    /// Named right beside the figure: « 19 milliards pour OpenAI », « MGX : 7 milliards ».
    pub(super) beside: bool,
    /// « chacun », « ensemble »: the words say how they share it.
    pub(super) shared: bool,
}

/// Words between a figure and a list of owners behind it: « pour », « par », « de », « qu' ».
const LINKS: usize = 5;

/// Finds the owners of a figure among the characters that are wanted.
pub(super) fn find(scene: &Scene<'_>, figure: &Figure, wanted: &dyn Fn(usize) -> bool) -> Owners {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let manner = Manner::of(scene, figure, &sentence);
    let owners = found(scene, figure, &manner, wanted);
    if manner.each && owners.who.len() == 1 {
        return each(scene, at, &sentence, wanted).unwrap_or(owners);
    }
    owners
}

/// « SoftBank, 19 milliards ; OpenAI, pareil ; chacun repart avec 40 % »: « chacun » has several owners, those named in the
/// sentence or in the one before.
fn each(
    scene: &Scene<'_>,
    at: usize,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Owners> {
    /// More are a list of others.
    const MOST: usize = 4;
    let before = scene.sentence(scene.sentence_of(at).saturating_sub(1));
    [sentence.start..at, before.start..at, sentence.clone()].into_iter().find_map(|range| {
        let mut who: Vec<usize> = Vec::new();
        for mention in scene.mentions_in(range).iter().filter(|m| wanted(m.who)) {
            let entity = scene.cast.characters[mention.who].entity?;
            if !who.contains(&entity) {
                who.push(entity);
            }
        }
        (2..=MOST).contains(&who.len()).then_some(Owners { who, shared: true, ..Owners::default() })
    })
}

/// The owners that grammar finds.
fn found(scene: &Scene<'_>, figure: &Figure, manner: &Manner, wanted: &dyn Fn(usize) -> bool) -> Owners {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    let owners = |characters: Vec<usize>, beside: bool| {
        let who: Vec<usize> =
            characters.iter().filter_map(|who| scene.cast.characters[*who].entity).collect();
        let joint = who.len() > 1 && !manner.each && (manner.together || beside);
        Owners { who, joint, beside, shared: manner.each || manner.together }
    };
    if let Some(company) = own_company(scene, figure).filter(|company| speaks_of(scene, *company, wanted)) {
        return Owners { who: vec![company], ..Owners::default() };
    }
    if let Some(all) = behind(scene, figure, &sentence, wanted) {
        return owners(all, true);
    }
    // « Chez SoftBank, il y a moins de 10 milliards de garantis »
    let home = scene.mentions_in(sentence.start..(sentence.start + 2).min(at)).first();
    if let Some(home) = home.filter(|m| wanted(m.who) && scene.folded(m.start.saturating_sub(1)) == "chez") {
        return owners(vec![home.who], false);
    }
    if let Some(mention) = reference::nearest_free_mention(scene, at, &sentence, wanted) {
        let all = coordinated(scene, mention, &sentence, wanted);
        let touches = is_label(scene, mention.end, at);
        let several = all.len() > 1;
        return Owners { beside: touches, ..owners(all, touches && several) };
    }
    // « Son patron, Satya Nadella, a rappelé qu'il investirait … »: rather his company's than one named before.
    let person = |who: usize| spoken_for(scene, who).is_some_and(|company| speaks_of(scene, company, wanted));
    let chief = reference::nearest_free_mention(scene, at, &sentence, &person);
    let company =
        |m: &Mention| Owners { who: spoken_for(scene, m.who).into_iter().collect(), ..Owners::default() };
    if let Some(near) = chief.filter(|m| at - m.end <= CHIEF) {
        return company(near);
    }
    if let Some(all) = anaphora(scene, at, &sentence, wanted) {
        return owners(all, false);
    }
    let after = scene
        .mentions_in(figure.tokens.1 as usize..sentence.end)
        .iter()
        .find(|m| wanted(m.who) && matches!(m.preposition, w::PAR | w::DE | w::D));
    if let Some(after) = after {
        return owners(vec![after.who], false);
    }
    chief.map(company).unwrap_or_default()
}

/// Words between a person and the figure of the company that he or she speaks for.
const CHIEF: usize = 10;

/// The company that a person speaks for.
fn spoken_for(scene: &Scene<'_>, who: usize) -> Option<usize> {
    scene.topic.entities[scene.cast.characters[who].entity?].speaks_for
}

/// « la capitalisation de Nvidia ressort à … »: the owner right behind the cue that ends at a token.
///
/// Of a verb it is the object behind it (« valoriser l'entreprise 340 milliards »), of a participle what it stands behind
/// (« la start-up, alors valorisée 300 milliards »).
pub(super) fn of_cue(
    scene: &Scene<'_>,
    cue: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Owners> {
    let entity = |m: &Mention| scene.cast.characters[m.who].entity.filter(|_| wanted(m.who));
    let one = |who: usize| Owners { who: vec![who], ..Owners::default() };
    let form = scene.entry(cue.start).verb;
    // « les revenus d'OpenAI » are not what came back.
    let noun =
        cue.start > 0 && scene.is_any(cue.start - 1, &[w::LES, w::DES, w::DE, w::SES, w::LEURS, w::CES]);
    if !noun && verb::at(scene, cue.start).is_some_and(|verb| verb.mood == Mood::Participle) {
        return match of_participle(scene, cue)? {
            SaidOf::Somebody(mention) => entity(mention).map(one),
            SaidOf::Nobody => Some(Owners::default()),
        };
    }
    // « le programme Stargate pèsera 400 milliards »: no company's.
    let before = scene.mentions_in(cue.start.saturating_sub(8)..cue.start).last();
    let thing = |m: &Mention| matches!(scene.cast.characters[m.who].sort, Sort::Project | Sort::Site);
    if form.is_some() && before.is_some_and(|m| m.is_free() && thing(m) && cue.start <= m.end + 2) {
        return Some(Owners::default());
    }
    let mention = scene.mentions_in(cue.end..cue.end + 3).first()?;
    let direct = matches!(mention.preposition, w::DE | w::D | w::DU);
    let object = form.is_some() && mention.is_free() && mention.start <= cue.end + 1;
    entity(mention).filter(|_| direct || object).map(one)
}

/// « une levée pour OpenAI, sur la base d'une valorisation de … », « OpenAI a obtenu 40 milliards, ce qui porte sa valorisation à
/// … »: whom the money before a cue goes to.
pub(super) fn target(
    scene: &Scene<'_>,
    before: Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Owners> {
    let mentions = || scene.mentions_in(before.clone()).iter().filter(|m| wanted(m.who));
    let own = before.end > 0 && scene.is_any(before.end - 1, &[w::SA, w::SON]);
    let given = |m: &&Mention| matches!(m.preposition, w::POUR | w::DANS | w::A | w::AU);
    let found = if own { mentions().find(|m| m.is_free()) } else { mentions().rev().find(given) };
    let entity = found.and_then(|m| scene.cast.characters[m.who].entity)?;
    Some(Owners { who: vec![entity], ..Owners::default() })
}

/// Words that put several owners under one figure.
const TOGETHER: [&str; 14] = [
    "conjointement", "cumulé", "cumulés", "réunis", "réunies", "partager", "partageront", "partageraient",
    "partageant", "commun", "commune", "communs", "conjoint", "conjointe",
];

/// Words between a figure and a token.
fn away(figure: &Figure, at: usize) -> usize {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    if at < start { start - at } else { (at + 1).saturating_sub(end) }
}

/// The first one wanted behind a figure that stands alone, in the sentence that explains it.
pub(super) fn explained(
    scene: &Scene<'_>,
    figure: &Figure,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Owners {
    let own = scene.sentence(scene.sentence_of(figure.core_tokens.0 as usize));
    let first = scene.mentions_in(own.end..sentence.end).iter().find(|m| wanted(m.who));
    let entity = first.and_then(|m| scene.cast.characters[m.who].entity);
    Owners { who: entity.into_iter().collect(), ..Owners::default() }
}

/// The company that the sentences before are about, where that of a figure names none: the first one of the nearest, else of the
/// title.
pub(super) fn spoken_of(scene: &Scene<'_>, figure: &Figure, wanted: &dyn Fn(usize) -> bool) -> Owners {
    /// Sentences back.
    const BACK: usize = 2;
    let number = scene.sentence_of(figure.core_tokens.0 as usize);
    let one = |m: &Mention| scene.cast.characters[m.who].entity.filter(|_| wanted(m.who));
    // Any other thing that the sentence names may be what is meant.
    let thing = |m: &Mention| {
        let sort = scene.cast.characters[m.who].sort;
        m.named && matches!(sort, Sort::Company | Sort::Name | Sort::Project | Sort::Site)
    };
    if scene.mentions_in(scene.sentence(number)).iter().any(thing) {
        return Owners::default();
    }
    let free = |m: &&Mention| m.is_free() && one(m).is_some();
    let before = (1..=BACK).filter_map(|back| number.checked_sub(back));
    let told = before.map(|i| scene.mentions_in(scene.sentence(i))).find_map(|list| list.iter().find(free));
    let titled = || scene.mentions_in(scene.title.clone()).iter().find(|m| one(m).is_some());
    let entity = told.or_else(titled).and_then(one);
    Owners { who: entity.into_iter().collect(), ..Owners::default() }
}

/// Of whom a participle says something.
enum SaidOf<'s> {
    Somebody(&'s Mention),
    /// « ce contrat, évalué à 300 milliards »
    Nobody,
}

/// Of whom a participle says something, if that is told.
fn of_participle<'s>(scene: &'s Scene<'_>, cue: &Range<usize>) -> Option<SaidOf<'s>> {
    // « Valorisée 157 milliards de dollars, OpenAI négocie »: of the subject that follows.
    let sentence = scene.sentence(scene.sentence_of(cue.start));
    if sentence.start == cue.start {
        let follows = |m: &&Mention| m.is_free() && (m.start - 2..m.start).any(|i| scene.is(i, w::COMMA));
        return scene.mentions_in(cue.end + 2..sentence.end).iter().find(follows).map(SaidOf::Somebody);
    }
    let head = (0..cue.start).rev().find(|i| !scene.is(*i, w::COMMA) && !scene.has(*i, Classes::ADVERB))?;
    let definite = [w::CE, w::CET, w::CETTE, w::LE, w::LA, w::L];
    let noun = scene.kind(head) == Some(TokenKind::Word) && head > 0 && scene.is_any(head - 1, &definite);
    let before = scene.mentions_in(head.saturating_sub(8)..head + 1);
    let mention = before.iter().rev().find(|m| m.end == head + 1).map(SaidOf::Somebody);
    mention.or_else(|| noun.then_some(SaidOf::Nobody))
}

/// How several owners share a figure.
struct Manner {
    each: bool,
    together: bool,
}

impl Manner {
    /// « chacun », « par tête » and « ensemble », « à eux deux », « de concert » near a figure.
    fn of(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> Self {
        let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
        let near = start.saturating_sub(12).max(sentence.start)..(end + 14).min(sentence.end);
        let words =
            |words: &[&str], i: usize| words.iter().enumerate().all(|(k, word)| scene.slice(i + k) == *word);
        let each = |i: usize| {
            scene.is_any(i, &[w::CHACUN, w::CHACUNE])
                || words(&["par", "tête"], i)
                || words(&["autant", "pour"], i)
        };
        let together = |i: usize| {
            scene.is(i, w::ENSEMBLE)
                || TOGETHER.contains(&scene.slice(i))
                || words(&["de", "concert"], i)
                || words(&["à", "elles", "deux"], i)
                || words(&["à", "deux"], i)
                || words(&["à", "trois"], i)
                || scene.is(i, w::A)
                    && matches!(scene.slice(i + 1), "eux" | "elles")
                    && matches!(scene.slice(i + 2), "deux" | "trois")
        };
        // The word nearest to the figure that is no nearer to another one.
        let others = scene
            .figures_in(sentence)
            .iter()
            .filter(|other| other.core != figure.core && other.is_quantity());
        let others: Vec<&Figure> = others.collect();
        let nearest = |is: &dyn Fn(usize) -> bool| {
            let away = near.clone().filter(|i| is(*i)).map(|i| (away(figure, i), i)).min();
            away.filter(|(here, i)| others.iter().all(|other| self::away(other, *i) >= *here))
                .map(|(here, _)| here)
        };
        let (each, together) = match (nearest(&each), nearest(&together)) {
            (Some(each), Some(together)) => (each <= together, together < each),
            (each, together) => (each.is_some(), together.is_some()),
        };
        Manner { each, together }
    }
}

/// Whether a company is among those wanted; one that the article does not name is, too.
fn speaks_of(scene: &Scene<'_>, company: usize, wanted: &dyn Fn(usize) -> bool) -> bool {
    scene.cast.of_entity(company).is_none_or(wanted)
}

/// « j'ai mes 80 milliards », « Nadella a redit que ses 80 milliards … »: the company that the speaker or subject speaks for.
fn own_company(scene: &Scene<'_>, figure: &Figure) -> Option<usize> {
    let at = figure.tokens.0 as usize;
    let company = |who: usize| spoken_for(scene, who);
    // « sa ferme de 100 000 GPU »
    let reach = if at > 0 && scene.is_any(at - 1, &[w::DE, w::D]) { 3 } else { 2 };
    let before = |words: &[&str]| {
        (at.saturating_sub(reach)..at)
            .any(|i| words.iter().any(|word| scene.slice(i).eq_ignore_ascii_case(word)))
    };
    if before(&["mes", "nos", "mon", "notre", "my", "our"]) {
        return attribution::of(scene, figure).speaker.and_then(company);
    }
    let sentence = scene.sentence(scene.sentence_of(at));
    // « son groupe apportera 80 milliards »
    let groups = ["groupe", "entreprise", "société", "firme", "compagnie", "maison"];
    let own_group = (at.saturating_sub(12).max(sentence.start)..at.saturating_sub(1)).find(|i| {
        matches!(scene.slice(*i), "son" | "sa" | "Son" | "Sa") && groups.contains(&scene.slice(i + 1))
    });
    let owned = before(&["ses", "son", "sa"]).then_some(at).or(own_group)?;
    // « il y a eu Stargate, le 21 janvier, avec ses 500 milliards »
    let project = |m: &Mention| {
        scene.topic.project.is_some() && scene.cast.characters[m.who].entity == scene.topic.project
    };
    if scene.mentions_in(sentence.start..owned).last().is_some_and(|m| m.named && project(m)) {
        return None;
    }
    reference::nearest_free(scene, owned, &sentence).and_then(company).or_else(|| {
        // « Altman court après l'argent. Son groupe … »: whoever the sentence before is about.
        let previous = scene.sentence(scene.sentence_of(at).checked_sub(1)?);
        let mut people = scene.mentions_in(previous).iter().filter(|m| m.is_free());
        own_group.and_then(|_| people.find_map(|m| company(m.who)))
    })
}

/// « « Nous réalisons 13 milliards de revenus », a répondu Sam Altman »: the company of whoever says « nous », where he names no
/// other.
pub(super) fn first_person(
    scene: &Scene<'_>,
    figure: &Figure,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Owners> {
    let at = figure.tokens.0 as usize;
    let own = |i: &usize| {
        scene.is_any(*i, &[w::NOUS, w::NOS, w::NOTRE]) || matches!(scene.slice(*i), "Nous" | "Nos" | "Notre")
    };
    let start = scene.sentence(scene.sentence_of(at)).start;
    let start = quotation::around(scene, at).map_or(start, |quote| quote.start.max(start));
    let nous = (start..at).rev().find(own)?;
    if scene.mentions_in(nous..at).iter().any(|m| m.is_free() && wanted(m.who)) {
        return None;
    }
    let speaker = attribution::of(scene, figure).speaker?;
    let company = spoken_for(scene, speaker).or(scene.cast.characters[speaker].entity)?;
    speaks_of(scene, company, wanted).then(|| Owners { who: vec![company], ..Owners::default() })
}

/// « 19 milliards pour OpenAI », « 7 milliards d'Oracle et de MGX », « 7 milliards qu'Oracle et MGX verseront »: the list of
/// names right behind a figure. A share « de X » is of X, not X's.
fn behind(
    scene: &Scene<'_>,
    figure: &Figure,
    sentence: &Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let end = figure.tokens.1 as usize;
    let first = scene.mentions_in(end..(end + LINKS).min(sentence.end)).first()?;
    let before = first.start.checked_sub(1)?;
    let to_which = matches!(scene.slice(before), "auxquels" | "auxquelles");
    let that = (to_which || scene.is_any(before, &[w::QUE, w::QU])) && first.is_free();
    let of = matches!(first.preposition, w::DE | w::D | w::DU)
        && figure.quantity.is_some_and(|q| q.kind == crate::quantity::Kind::Money);
    // « détenue à 50 % chacun par Nscale et Aker »
    let by = first.preposition == w::PAR
        && figure.quantity.is_some_and(|q| q.kind == crate::quantity::Kind::Percent);
    // « avait coûté 589 milliards à Nvidia »
    let cost = || {
        verb::in_range(scene, sentence.start..figure.tokens.0 as usize)
            .last()
            .is_some_and(|v| scene.lexicon.vocabulary().text(v.lemma) == "couter")
    };
    let dative = first.preposition == w::A && first.start == end + 1 && cost();
    let led = that || of || by || dative || first.preposition == w::POUR;
    let specific = first.named || first.end > first.start + 1;
    let clear = !(end..first.start).any(|i| scene.is_any(i, &[w::COMMA, w::DOT, w::ET, w::COLON]));
    if !(led && specific && clear && wanted(first.who)) {
        return None;
    }
    let mut who = vec![first.who];
    let mut last = first.end;
    for mention in scene.mentions_in(first.end..sentence.end) {
        let gap = last..mention.start;
        let joined = gap.clone().any(|i| scene.is_any(i, &[w::ET, w::COMMA]))
            && gap.clone().all(|i| !scene.figures_in(&(i..i + 1)).iter().any(Figure::is_quantity));
        if !joined || gap.len() > 4 || !wanted(mention.who) {
            break;
        }
        // A comma alone may end the list: « pour OpenAI, SoftBank versera … ».
        if !gap.clone().any(|i| scene.is(i, w::ET)) && !scene.is_any(mention.end, &[w::COMMA, w::ET]) {
            break;
        }
        who.push(mention.who);
        last = mention.end;
    }
    Some(who)
}

/// « MGX : 7 milliards », « SoftBank (19 Md$) », « Microsoft, 80 milliards »: nothing but marks between name and figure.
fn is_label(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 2
        && (from..to)
            .all(|i| scene.is_any(i, &[w::COLON, w::OPEN, w::COMMA, w::DASH, crate::text::WordId::HYPHEN]))
}

/// « L'entreprise et ses alliés »: somebody who does not act alone.
pub(super) fn has_partners(scene: &Scene<'_>, mention: &Mention) -> bool {
    let partners = [
        "partenaires", "alliés", "associés", "actionnaires", "coactionnaires", "comparses", "acolytes",
        "partenaire", "allié", "associé",
    ];
    let end = mention.end;
    scene.is(end, w::ET)
        && scene.is_any(end + 1, &[w::SES, w::LEURS, w::SON, w::LEUR])
        && partners.contains(&scene.slice(end + 2))
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
    // « SoftBank, OpenAI et leurs alliés »
    let mut linked = scene.is(last.end, w::ET) && scene.is_any(last.end + 1, &[w::LEUR, w::LEURS]);
    for mention in scene.mentions_in(sentence.start..last.start).iter().rev() {
        let gap = mention.end..start;
        let and = gap.clone().any(|i| scene.is_any(i, &[w::ET, w::OU, w::PLUS_SIGN, w::AMPERSAND]));
        let comma = gap.clone().any(|i| scene.is(i, w::COMMA));
        let words = gap
            .clone()
            .filter(|i| {
                !scene.is_any(
                    *i,
                    &[w::ET, w::OU, w::PLUS_SIGN, w::AMPERSAND, w::COMMA, w::LE, w::LA, w::L, w::LES],
                )
            })
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
    // « Son chiffre d'affaires a atteint … », « Celle-ci … »: of whom the sentence before speaks.
    if matches!(scene.slice(sentence.start), "Son" | "Sa" | "Ses") || is_latter(scene, sentence.start) {
        let before = scene.sentence(scene.sentence_of(at).checked_sub(1)?);
        let last = scene.mentions_in(before).iter().rev().find(|m| wanted(m.who))?;
        return Some(vec![last.who]);
    }
    let each = |at: usize| scene.is_any(at, &[w::CHACUN, w::CHACUNE]);
    let noun = (sentence.start..at)
        .find(|i| NOUNS.contains(&scene.slice(*i)) || reference::pronoun(scene, *i).is_some() || each(*i))?;
    // « La Chine, elle, consacrera … »: the sentence names whom it means.
    if scene.mentions_in(sentence.start..noun).iter().any(|m| m.is_free() && m.named && !wanted(m.who)) {
        return None;
    }
    let plural = each(noun) || scene.slice(noun).ends_with('s') && scene.slice(noun) != "fonds";
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

/// Words before a site that tell that it comes with others.
const ADDED: usize = 8;

/// « Celle-ci s'est aussi engagée à … »: the one named last.
fn is_latter(scene: &Scene<'_>, at: usize) -> bool {
    let hyphen = usize::from(scene.is(at + 1, crate::text::WordId::HYPHEN));
    matches!(scene.slice(at), "Celle" | "Celui" | "celle" | "celui") && scene.slice(at + 1 + hyphen) == "ci"
}

/// « avec », « outre », « en plus de », « sans compter »: a site behind it is not what is told of alone.
fn is_beyond(scene: &Scene<'_>, at: usize) -> bool {
    match scene.folded(at) {
        "avec" | "outre" | "hors" | "abords" | "comptant" | "incluant" | "compris" => true,
        // « auxquels s'ajoute une extension à Abilene » is of Abilene.
        "ajoutes" | "ajoutees" | "ajoute" | "ajoutee" => verb::ends_in_acute(scene.slice(at)),
        "plus" => scene.follows(at, w::EN) && scene.is_any(at + 1, &[w::DE, w::D, w::DU]),
        "compter" => at > 0 && scene.folded(at - 1) == "sans",
        _ => false,
    }
}

/// « Ajoutée au premier site, en construction à Abilene, cette extension porte à 5 gigawatts la puissance prévue »
fn is_added_at_head(scene: &Scene<'_>, site: &Mention, at: usize) -> bool {
    /// Words from the head of a sentence to the site to which something is added.
    const HEAD: usize = 12;
    let start = scene.sentence(scene.sentence_of(at)).start;
    scene.folded(start).starts_with("ajoute") && site.start < start + HEAD && site.end <= at
}

/// The site that a figure is about: the place nearest to it in its sentence. `by_name`: a site that is only where
/// something happens (« à Abilene ») does not count.
pub(super) fn site(scene: &Scene<'_>, figure: &Figure, by_name: bool) -> Option<usize> {
    let at = figure.tokens.0 as usize;
    // « Avec le campus d'Abilene, OpenAI a 5 gigawatts en chantier »: the site is one part of what is counted.
    let added = |m: &Mention| {
        let mut before =
            (m.start.saturating_sub(ADDED)..m.start).rev().take_while(|i| !scene.is(*i, w::COMMA));
        before.any(|i| is_beyond(scene, i)) || is_added_at_head(scene, m, at)
    };
    let place = |m: &&Mention| match scene.cast.characters[m.who].sort {
        Sort::Site if added(m) => false,
        Sort::Site => !by_name || !matches!(m.preposition, w::A | w::AU | w::DANS | w::EN),
        sort => sort == Sort::Project,
    };
    let sentence = scene.sentence(scene.sentence_of(at));
    // « Saline : Stargate fait miroiter 4 500 emplois »
    let head = scene.mentions_in(sentence.clone()).first().filter(|m| {
        let sited = scene.cast.characters[m.who].sort == Sort::Site;
        sited && m.start == sentence.start && scene.is(m.end, w::COLON)
    });
    if let Some(head) = head {
        return scene.cast.characters[head.who].entity;
    }
    let nearest = scene
        .mentions_in(sentence)
        .iter()
        .filter(place)
        .min_by_key(|m| if m.end <= at { at - m.end } else { 2 * (m.start - at) })?;
    let character = &scene.cast.characters[nearest.who];
    character.entity.filter(|_| character.sort == Sort::Site)
}
