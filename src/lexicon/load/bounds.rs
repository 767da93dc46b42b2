//! `bounds.toml`: words that limit a figure.

use serde::Deserialize;

use super::super::conjugation::forms;
use super::super::{BoundWords, Classes, Lexicon};
use super::{classify, data, with_articles};
use crate::quantity::{Bound, Strength};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    bound: Vec<BoundData>,
    strengthen: Strengthen,
    only: Sides,
    exact: Sides,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundData {
    bound: String,
    lean: Option<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    strong: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Strengthen {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    before: Vec<String>,
    after: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data("bounds.toml", include_str!("../fr/bounds.toml"));
    classify(lexicon, &file.strengthen.words, Classes::STRENGTHEN);
    for data in &file.bound {
        load_bound(lexicon, data, &file.strengthen.words);
    }
    let only = BoundWords::new(Bound::Exact, Some(Strength::Only));
    let exact = BoundWords::new(Bound::Exact, None);
    for (sides, meaning) in [(&file.only, only), (&file.exact, exact)] {
        sides.before.iter().for_each(|phrase| before(lexicon, phrase, meaning));
        sides.after.iter().for_each(|phrase| after(lexicon, phrase, meaning));
    }
}

fn load_bound(lexicon: &mut Lexicon, data: &BoundData, strengthen: &[String]) {
    let bound = bound_named(&data.bound);
    let lean = match data.lean.as_deref() {
        Some("under") => Some(Strength::JustUnder),
        Some("over") => Some(Strength::JustOver),
        Some(other) => panic!("embedded bounds: no lean {other:?}"),
        None => None,
    };
    let meaning = BoundWords::new(bound, lean);
    let stronger = match bound {
        Bound::LessThan => Some(Strength::WellUnder),
        Bound::MoreThan => Some(Strength::WellOver),
        _ => None,
    };
    data.before.iter().for_each(|phrase| before(lexicon, phrase, meaning));
    data.after.iter().for_each(|phrase| after(lexicon, phrase, meaning));
    for word in strengthen.iter().filter(|_| stronger.is_some()) {
        let meaning = BoundWords::new(bound, stronger);
        data.strong.iter().for_each(|phrase| before(lexicon, &format!("{word} {phrase}"), meaning));
        let compared = data.adjectives.iter().filter(|adjective| !adjective.contains(' '));
        compared.for_each(|adjective| comparison(lexicon, &format!("{word} "), adjective, meaning));
    }
    data.adjectives.iter().for_each(|adjective| comparison(lexicon, "", adjective, meaning));
    data.verbs.iter().for_each(|verb| verb_phrases(lexicon, verb, BoundWords { verb: true, ..meaning }));
}

/// « supérieur(e)(s) à … »; « supérieur ou égal » agrees twice.
fn comparison(lexicon: &mut Lexicon, prefix: &str, adjective: &str, meaning: BoundWords) {
    if adjective.ends_with(" que") {
        return before(lexicon, &format!("{prefix}{adjective}"), meaning);
    }
    for ending in ["", "e", "s", "es"] {
        let agreed: Vec<String> = adjective
            .split(' ')
            .map(|word| match word {
                "ou" => word.to_owned(),
                // « égaux » is the plural of « égal ».
                "égal" if ending == "s" => "égaux".to_owned(),
                _ => format!("{word}{ending}"),
            })
            .collect();
        before(lexicon, &format!("{prefix}{} à", agreed.join(" ")), meaning);
    }
}

/// Every form of a verb, with what follows it (« flirter avec ») and the articles before the figure.
fn verb_phrases(lexicon: &mut Lexicon, phrase: &str, meaning: BoundWords) {
    let (verb, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    let verb = verb.split_once('\'').map_or(verb, |(_, verb)| verb);
    let (verb, rest) = if verb == "se" { rest.split_once(' ').unwrap_or((rest, "")) } else { (verb, rest) };
    // « flirte déjà avec les 5 % »
    let rests: Vec<String> = match rest {
        "" => vec![String::new()],
        rest => ADVERBS.iter().map(|adverb| format!("{adverb} {rest}")).collect(),
    };
    for (form, _) in forms(verb, None) {
        for rest in &rests {
            for article in ARTICLES {
                before(lexicon, &format!("{form}{rest}{article}"), meaning);
            }
        }
    }
}

/// What may stand between a verb and its preposition.
const ADVERBS: [&str; 5] = ["", " déjà", " même", " désormais", " presque"];

/// What may stand between a verb and the figure.
const ARTICLES: [&str; 11] = [
    "",
    " les",
    " la",
    " le",
    " l'",
    " la barre des",
    " la barre de",
    " le seuil de",
    " le seuil des",
    " le cap des",
    " le cap de",
];

fn before(lexicon: &mut Lexicon, phrase: &str, meaning: BoundWords) {
    for variant in with_articles(phrase) {
        let steps = lexicon.steps(&variant);
        lexicon.bounds_before.insert_reversed(&steps, meaning);
    }
}

fn after(lexicon: &mut Lexicon, phrase: &str, meaning: BoundWords) {
    let steps = lexicon.steps(phrase);
    lexicon.bounds_after.insert(&steps, meaning);
}

fn bound_named(name: &str) -> Bound {
    let all = [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::MoreThan, Bound::AtMost, Bound::LessThan];
    all.into_iter()
        .find(|bound| bound.name() == name)
        .unwrap_or_else(|| panic!("embedded bounds: no bound {name:?}"))
}
