//! `words.toml` and `names.toml`: word classes, irregular nouns, names that hold numbers.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{Classes, Lexicon};
use super::{classify, data, phrases};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    function: List,
    english: List,
    prenominal: List,
    money: List,
    money_verbs: List,
    reflexive: List,
    asking: List,
    tolls: List,
    dimensions: List,
    rates: List,
    intention: List,
    happenings: List,
    families: BTreeMap<String, Vec<String>>,
    facets: BTreeMap<String, Vec<Vec<String>>>,
    events: BTreeMap<String, Vec<String>>,
    sums: Phrases,
    nouns: Nouns,
    abbreviations: List,
    labels: List,
    clock: Clock,
    vague: List,
    idioms: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    invariable: Vec<String>,
    singular: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clock {
    before: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Vec<String>,
}

/// Four bits for each facet, one for each of its alternatives.
///
/// # Panics
/// If there are more facets or alternatives than bits: a fault of the data, which ends the build.
fn load_facets(lexicon: &mut Lexicon, facets: &BTreeMap<String, Vec<Vec<String>>>) {
    assert!(facets.len() < 32, "more than 31 facets");
    for (facet, (name, alternatives)) in facets.iter().enumerate() {
        assert!(alternatives.len() <= 4, "facet {name}: more than 4 alternatives");
        for (alternative, words) in alternatives.iter().enumerate() {
            for word in words {
                let id = lexicon.intern(word);
                lexicon.facets.push((id, (facet * 4 + alternative) as u8));
            }
        }
    }
    lexicon.facets.sort_unstable();
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("words"));
    classify(lexicon, &file.function.words, Classes::FUNCTION);
    classify(lexicon, &file.english.words, Classes::ENGLISH);
    classify(lexicon, &file.prenominal.words, Classes::PRENOMINAL);
    classify(lexicon, &file.money.words, Classes::MONEY_NOUN);
    classify(lexicon, &file.money_verbs.words, Classes::OF_MONEY);
    classify(lexicon, &file.reflexive.words, Classes::REFLEXIVE);
    classify(lexicon, &file.tolls.words, Classes::TOLL);
    classify(lexicon, &file.asking.words, Classes::ASKING);
    classify(lexicon, &file.dimensions.words, Classes::DIMENSION);
    classify(lexicon, &file.rates.words, Classes::RATE);
    classify(lexicon, &file.intention.words, Classes::INTENTION);
    classify(lexicon, &file.happenings.words, Classes::HAPPENING);
    for (number, words) in file.families.values().enumerate() {
        for word in words {
            let id = lexicon.intern(word);
            lexicon.families.push((id, number as u8));
        }
    }
    lexicon.families.sort_unstable();
    load_facets(lexicon, &file.facets);
    for (number, (name, words)) in file.events.iter().enumerate() {
        for word in words {
            for steps in lexicon.pattern(word) {
                lexicon.events.insert(&steps, number as u8);
            }
        }
        lexicon.event_names.push(name.clone());
    }
    phrases(lexicon, &file.sums.phrases, |lexicon, steps, _| lexicon.sums.insert_reversed(steps, ()));
    classify(lexicon, &file.nouns.invariable, Classes::INVARIABLE);
    classify(lexicon, &file.abbreviations.words, Classes::ABBREVIATION);
    classify(lexicon, &file.labels.words, Classes::LABEL);
    // Vague numbers (« plusieurs heures ») and shares of one (« demi », « moitié ») start figures too.
    classify(lexicon, &file.vague.words, Classes::NUMERIC);
    lexicon.singulars = file.nouns.singular.into_iter().collect();
    phrases(lexicon, &file.clock.before, |lexicon, steps, _| lexicon.clock_before.insert_reversed(steps, ()));
    phrases(lexicon, &file.idioms.words, |lexicon, steps, _| lexicon.idioms.insert(steps, ()));
    let names: Names = data(file!("names"));
    phrases(lexicon, &names.names, |lexicon, steps, name| {
        let capitals =
            name.split([' ', '-', '/']).filter(|word| word.starts_with(char::is_uppercase)).count();
        lexicon.names.insert(steps, capitals as u8);
    });
}
