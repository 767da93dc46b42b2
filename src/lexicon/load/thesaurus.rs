//! `thesaurus.toml`: words by which one thing is told.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::Lexicon;
use super::data;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    senses: BTreeMap<String, Vec<String>>,
}

/// # Panics
/// If words of two senses have one stem: a fault of the data, which every test loads.
pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("thesaurus"));
    let mut known: BTreeMap<u32, (&str, u32)> = BTreeMap::new();
    for (sense, words) in &file.senses {
        let first = words.first().map(|word| lexicon.own_stem(word)).unwrap_or_default();
        for word in words {
            let (other, _) = known.entry(lexicon.own_stem(word)).or_insert((sense, first));
            assert!(*other == sense, "thesaurus: « {word} » of {sense} is one stem with a word of {other}");
        }
    }
    lexicon.senses = known.into_iter().map(|(stem, (_, first))| (stem, first)).collect();
}
