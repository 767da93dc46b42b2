//! From the data files to tables. One file here for each file there.

/// A data file with its name.
macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/fr/", $name, ".toml")))
    };
}

mod bounds;
mod calendar;
mod classes;
mod measures;
mod numbers;
mod page;
mod people;
mod qualifiers;
mod speech;
mod thesaurus;
mod units;
mod verbs;

use serde::de::DeserializeOwned;

use super::{Classes, Entry, Lexicon, marks, words};
use crate::text::{PhraseTable, Step, Vocabulary};

/// Reads a data file. A fault in one ends the build.
fn data<T: DeserializeOwned>((name, text): (&str, &str)) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("src/lexicon/fr/{name}.toml: {error}"))
}

/// Builds the lexicon from all files.
pub(super) fn french() -> Lexicon {
    let mut vocabulary = Vocabulary::default();
    words::intern_all(&mut vocabulary);
    let mut lexicon = empty(vocabulary);
    // Verbs first: a form that is also a noun keeps its verb as lemma.
    verbs::load(&mut lexicon);
    numbers::load(&mut lexicon);
    calendar::load(&mut lexicon);
    classes::load(&mut lexicon);
    units::load(&mut lexicon);
    bounds::load(&mut lexicon);
    people::load(&mut lexicon);
    page::load(&mut lexicon);
    speech::load(&mut lexicon);
    thesaurus::load(&mut lexicon);
    measures::load(&mut lexicon);
    qualifiers::load(&mut lexicon);
    marks::set_all(&mut lexicon);
    lexicon
}

/// A lexicon of words of which nothing is known.
fn empty(vocabulary: Vocabulary) -> Lexicon {
    Lexicon {
        entries: vec![Entry::default(); vocabulary.len()],
        lemma_marks: Vec::new(),
        vocabulary,
        units: super::UnitTables::default(),
        bounds_before: PhraseTable::default(),
        bounds_after: PhraseTable::default(),
        names: PhraseTable::default(),
        idioms: PhraseTable::default(),
        families: Vec::new(),
        facets: Vec::new(),
        years_before: PhraseTable::default(),
        parts_of_years: PhraseTable::default(),
        clock_before: PhraseTable::default(),
        region_words: PhraseTable::default(),
        regions: Vec::new(),
        attributions: PhraseTable::default(),
        contrasts: PhraseTable::default(),
        declarations: PhraseTable::default(),
        events: PhraseTable::default(),
        event_names: Vec::new(),
        sums: PhraseTable::default(),
        page_starts: PhraseTable::default(),
        page_contains: PhraseTable::default(),
        known: PhraseTable::default(),
        known_names: Vec::new(),
        singulars: Vec::new(),
        measures: Vec::new(),
        measure_words: PhraseTable::default(),
        qualifier_words: PhraseTable::default(),
        measure_sets: Vec::new(),
        senses: Vec::new(),
    }
}

/// Adds words to a class.
fn classify(lexicon: &mut Lexicon, list: &[String], class: Classes) {
    for word in list {
        let id = lexicon.intern(word);
        let entry = &mut lexicon.entries[id.index()];
        entry.classes = entry.classes.with(class);
    }
}

/// Adds phrases to a table.
fn phrases<T: Copy>(
    lexicon: &mut Lexicon,
    list: &[String],
    mut insert: impl FnMut(&mut Lexicon, &[Step], &str) -> T,
) {
    for text in list {
        let steps = lexicon.steps(text);
        insert(lexicon, &steps, text);
    }
}

/// A phrase that ends in « de » or « à » with every form these take before an article.
fn with_articles(phrase: &str) -> Vec<String> {
    let forms: &[&str] = match phrase.rsplit_once(' ') {
        Some((_, "de")) => &["de", "d'", "des", "du", "de la", "de l'"],
        Some((_, "à")) => &["à", "au", "aux", "à la", "à l'", "a"],
        _ if phrase == "jusqu'à" => &["à", "au", "aux", "à la", "à l'", "a"],
        _ => return vec![phrase.to_owned()],
    };
    let stem = phrase.trim_end_matches("de").trim_end_matches('à');
    forms.iter().map(|form| format!("{stem}{form}")).collect()
}
