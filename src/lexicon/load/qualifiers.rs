//! `qualifiers.toml`: words that say which part of a thing a figure is.

use std::collections::BTreeMap;

use super::super::{Lexicon, Qualifier};
use super::data;

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: BTreeMap<Qualifier, Vec<String>> = data(file!("qualifiers"));
    for (qualifier, words) in file {
        for word in words {
            for steps in lexicon.pattern(&word) {
                lexicon.qualifier_words.insert(&steps, qualifier);
            }
        }
    }
}
