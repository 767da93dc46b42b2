//! `people.toml`: first names, offices, collective sources, media.

use serde::Deserialize;

use super::super::{Classes, Known, Lexicon};
use super::{classify, data};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    first_names: Genders,
    roles: Genders,
    honorifics: Genders,
    descriptions: List,
    persons: List,
    chiefs: List,
    companies: List,
    markets: List,
    streets: List,
    organisations: List,
    bodies: List,
    institutions: List,
    media: Media,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Genders {
    male: Vec<String>,
    female: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Media {
    names: Vec<String>,
    nouns: Vec<String>,
    mastheads: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("people"));
    classify(lexicon, &file.first_names.male, Classes::MALE_NAME);
    classify(lexicon, &file.first_names.female, Classes::FEMALE_NAME);
    // An office of several words is recognised by its first.
    let first = |list: &[String]| -> Vec<String> {
        list.iter().filter_map(|role| role.split([' ', '-']).next().map(str::to_owned)).collect()
    };
    classify(lexicon, &first(&file.roles.male), Classes::MALE_ROLE);
    classify(lexicon, &first(&file.roles.female), Classes::FEMALE_ROLE);
    classify(lexicon, &file.honorifics.male, Classes::MALE_HONORIFIC);
    classify(lexicon, &file.honorifics.female, Classes::FEMALE_HONORIFIC);
    classify(lexicon, &file.descriptions.words, Classes::DESCRIPTION);
    classify(lexicon, &file.persons.words, Classes::PERSON_NOUN);
    classify(lexicon, &file.chiefs.words, Classes::CHIEF);
    classify(lexicon, &file.companies.words, Classes::COMPANY_NOUN);
    classify(lexicon, &file.markets.words, Classes::MARKET);
    classify(lexicon, &file.streets.words, Classes::STREET);
    classify(lexicon, &file.organisations.words, Classes::ORGANISATION_NOUN);
    classify(lexicon, &first(&file.bodies.words), Classes::BODY);
    classify(lexicon, &file.media.nouns, Classes::MEDIUM);
    classify(lexicon, &file.media.mastheads, Classes::MASTHEAD);
    let media = file.media.names.into_iter().map(|name| (name, Known::Medium));
    let institutions = file.institutions.words.into_iter().map(|name| (name, Known::Institution));
    for (name, what) in media.chain(institutions) {
        let steps = lexicon.steps(&name);
        lexicon.known.insert(&steps, lexicon.known_names.len() as u16);
        lexicon.known_names.push((name, what));
    }
}
