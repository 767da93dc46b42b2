//! Who is one: an office that is told before its holder is named, « la présidente de l'agglo a fixé le cap … », a ajouté Claire
//! Desmoulins ».

use super::super::cast::{Cast, Mention};
use super::super::scene::Scene;
use super::super::verb;
use crate::lexicon::{Classes, Roles, words as w};
use crate::topic::Sort;

/// Tokens between an office and the name of its holder.
const REACH: usize = 120;

/// Tokens between a verb of speech and its subject.
const BESIDE: usize = 3;

const ROLE: Classes = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);

/// Makes offices their holders: those that the title leaves out (« La ministre promet … »), and those who are named behind.
pub(super) fn find(scene: &Scene<'_>, cast: &mut Cast) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let title = scene.article.title_span;
    for (i, office) in cast.mentions.iter().enumerate() {
        let Some(noun) = role_of(scene, cast, office) else { continue };
        let titled = title.is_some_and(|span| span.contains(scene.tokens[office.start].span));
        let bare = office.end == noun + 1;
        let holder = cast.holder(scene.word(noun)).filter(|_| titled && bare);
        let holder = holder.or_else(|| named_behind(scene, cast, i));
        found.extend(holder.map(|who| (i, who)));
    }
    for (bare, full) in bodies(scene, cast) {
        cast.identify(bare, full);
    }
    for (i, holder) in found {
        let office = cast.mentions[i];
        cast.appointments.push((holder, office.start..office.end));
        cast.identify(office.who, holder);
    }
}

/// Bodies that the title tells by their noun alone, with the only one of that noun that the text names in full: « la préfecture »
/// and « la préfecture de la Haute-Garonne ».
fn bodies(scene: &Scene<'_>, cast: &Cast) -> Vec<(usize, usize)> {
    let title = scene.article.title_span;
    let titled = |m: &Mention| title.is_some_and(|span| span.contains(scene.tokens[m.start].span));
    let of = |name: &str, noun: &str| {
        name.strip_prefix(noun).is_some_and(|rest| {
            rest.starts_with(" de ") || rest.starts_with(" du ") || rest.starts_with(" d'")
        })
    };
    let body = |who: usize| cast.characters[who].sort == Sort::Body && cast.characters[who].entity.is_none();
    let bare = |who: &usize| {
        let first = cast.mentions.iter().find(|m| m.who == *who);
        body(*who) && !cast.characters[*who].name.contains(' ') && first.is_some_and(titled)
    };
    (0..cast.characters.len())
        .filter(bare)
        .filter_map(|who| {
            let noun = cast.characters[who].name.as_str();
            let mut full =
                (who + 1..cast.characters.len()).filter(|i| body(*i) && of(&cast.characters[*i].name, noun));
            full.next().filter(|_| full.next().is_none()).map(|full| (who, full))
        })
        .collect()
}

/// The noun of an office that one person holds and that names nobody.
fn role_of(scene: &Scene<'_>, cast: &Cast, mention: &Mention) -> Option<usize> {
    let character = &cast.characters[mention.who];
    let definite = mention.start > 0 && scene.is_any(mention.start - 1, &[w::LE, w::LA, w::L])
        || matches!(scene.slice(mention.start.saturating_sub(1)), "Le" | "La" | "L'" | "L’");
    let one = !mention.named && character.sort == Sort::Person && character.entity.is_none();
    let noun = (mention.start..mention.end.min(mention.start + 2)).find(|i| scene.has(*i, ROLE))?;
    (definite && one && !character.plural && !is_full_name(&character.name)).then_some(noun)
}

/// « Claire Desmoulins »
fn is_full_name(name: &str) -> bool {
    name.contains(' ') && name.split(' ').all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// The person who is named for the first time behind an office, and of whom nothing tells who he or she is: the reader has been
/// told.
fn named_behind(scene: &Scene<'_>, cast: &Cast, office: usize) -> Option<usize> {
    let mention = &cast.mentions[office];
    let feminine = scene.is(mention.start.saturating_sub(1), w::LA);
    let masculine = scene.is(mention.start.saturating_sub(1), w::LE);
    let next = cast.mentions[office + 1..]
        .iter()
        .take_while(|m| m.start <= mention.end + REACH)
        .find(|m| m.named && cast.characters[m.who].sort == Sort::Person)?;
    let person = &cast.characters[next.who];
    let agrees = !person.gendered || person.feminine && !masculine || !person.feminine && !feminine;
    let first = !cast.mentions[..office].iter().any(|m| m.who == next.who);
    let introduced = cast.holds_office(next.who)
        || person.entity.is_some()
        || !person.name.contains(' ')
        || scene.is_any(next.end, &[w::COMMA, w::OPEN]);
    let speaks =
        |at: usize| verb::at(scene, at).is_some_and(|verb| verb.roles.has(Roles::SPEECH.with(Roles::INCISE)));
    let told = (next.start.saturating_sub(BESIDE)..next.start).chain(next.end..next.end + BESIDE).any(speaks);
    (agrees && first && !introduced && told && next.is_free()).then_some(next.who)
}
