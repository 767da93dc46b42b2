//! `bounds.toml`: words that limit a figure.

use serde::Deserialize;

use super::super::{BoundWords, Classes, Lexicon, Roles};
use super::{classify, data, verbs, with_articles};
use crate::quantity::{Bound, Strength};
use crate::text::Step;

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
    let file: File = data(file!("bounds"));
    classify(lexicon, &file.strengthen.words, Classes::STRENGTHEN);
    let between = Between::new(lexicon);
    for data in &file.bound {
        load_bound(lexicon, data, &between);
    }
    let only = BoundWords::new(Bound::Exact, Some(Strength::Only));
    let exact = BoundWords::new(Bound::Exact, None);
    for (sides, meaning) in [(&file.only, only), (&file.exact, exact)] {
        sides.before.iter().for_each(|phrase| before(lexicon, phrase, meaning));
        sides.after.iter().for_each(|phrase| after(lexicon, phrase, meaning));
    }
}

fn load_bound(lexicon: &mut Lexicon, data: &BoundData, between: &Between) {
    let bound = bound_named(&data.bound);
    let lean = match data.lean.as_deref() {
        Some("under") => Some(Strength::JustUnder),
        Some("over") => Some(Strength::JustOver),
        Some(other) => panic!("embedded bounds: no lean {other:?}"),
        None => None,
    };
    let meaning = BoundWords::new(bound, lean);
    let strong = BoundWords { strong: true, ..meaning };
    data.before.iter().for_each(|phrase| before(lexicon, phrase, meaning));
    data.strong.iter().for_each(|phrase| before(lexicon, phrase, strong));
    data.after.iter().for_each(|phrase| after(lexicon, phrase, meaning));
    data.adjectives.iter().for_each(|adjective| comparison(lexicon, adjective, strong));
    let meaning = BoundWords { verb: true, ..meaning };
    data.verbs.iter().for_each(|verb| verb_phrases(lexicon, verb, between, meaning));
}

/// « supérieur(e)(s) à … »; « supérieur ou égal » agrees twice.
fn comparison(lexicon: &mut Lexicon, adjective: &str, meaning: BoundWords) {
    if adjective.ends_with(" que") {
        return before(lexicon, adjective, meaning);
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
        before(lexicon, &format!("{} à", agreed.join(" ")), meaning);
    }
}

/// Every form of a verb, with what follows it (« flirter avec ») and the articles before the figure.
fn verb_phrases(lexicon: &mut Lexicon, phrase: &str, between: &Between, meaning: BoundWords) {
    let (verb, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    let verb = verb.split_once('\'').map_or(verb, |(_, verb)| verb);
    let (verb, rest) = if verb == "se" { rest.split_once(' ').unwrap_or((rest, "")) } else { (verb, rest) };
    let lemma = lexicon.intern(verb);
    if lexicon.entry(lemma).verb.is_none() {
        verbs::add(lexicon, verb, Roles::default(), None);
    }
    let heads = lexicon.pattern(&format!("{{{verb}}}"));
    for tail in between.tails(lexicon, rest) {
        for head in &heads {
            lexicon.bounds_before.insert_reversed(&[head.as_slice(), &tail].concat(), meaning);
        }
    }
}

/// What may stand between a verb and the figure: « flirte déjà avec les 5 % », « approche des 5 % ».
struct Between {
    /// Between a verb and its preposition.
    adverbs: Vec<Vec<Step>>,
    /// Before the figure.
    articles: Vec<Vec<Step>>,
}

impl Between {
    fn new(lexicon: &mut Lexicon) -> Self {
        const ADVERBS: [&str; 5] = ["", "déjà", "même", "désormais", "presque"];
        const ARTICLES: [&str; 11] = [
            "", "les", "la", "le", "l'", "la barre des", "la barre de", "le seuil de", "le seuil des",
            "le cap des", "le cap de",
        ];
        Self {
            adverbs: ADVERBS.iter().map(|words| lexicon.steps(words)).collect(),
            articles: ARTICLES.iter().map(|words| lexicon.steps(words)).collect(),
        }
    }

    /// All that may follow a verb with this preposition, or with none.
    fn tails(&self, lexicon: &mut Lexicon, preposition: &str) -> Vec<Vec<Step>> {
        if preposition.is_empty() {
            return self.articles.clone();
        }
        let with_articles = with_articles(preposition);
        let rests: Vec<Vec<Step>> = if with_articles.len() > 1 {
            with_articles.iter().map(|words| lexicon.steps(words)).collect()
        } else {
            let preposition = lexicon.steps(preposition);
            self.articles.iter().map(|article| [preposition.as_slice(), article].concat()).collect()
        };
        let with_adverbs = |rest: &Vec<Step>| {
            self.adverbs.iter().map(|adverb| [adverb.as_slice(), rest].concat()).collect::<Vec<_>>()
        };
        rests.iter().flat_map(with_adverbs).collect()
    }
}

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
