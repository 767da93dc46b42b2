//! `measures.toml`: what a figure measures in general.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{Lexicon, MeasureWords};
use super::data;
use crate::quantity::Kind;
use crate::text::Step;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measure {
    kinds: Vec<String>,
    words: Vec<String>,
}

/// # Panics
/// If a kind has no such name: a fault of the data, which ends the build.
pub(super) fn load(lexicon: &mut Lexicon) {
    let file: BTreeMap<String, Measure> = data(file!("measures"));
    // One wording may tell of several measures, each of figures of its own kinds.
    let mut told: BTreeMap<Vec<Step>, Vec<u8>> = BTreeMap::new();
    for (number, (name, measure)) in (0..).zip(file) {
        for word in &measure.words {
            for steps in lexicon.pattern(word) {
                told.entry(steps).or_default().push(number);
            }
        }
        let kind = |kind: &String| {
            Kind::from_name(kind).unwrap_or_else(|| panic!("measures.toml: {name}: no kind « {kind} »"))
        };
        let kinds = measure.kinds.iter().map(kind).collect();
        lexicon.measures.push(MeasureWords { name, kinds });
    }
    for (steps, measures) in told {
        lexicon.measure_words.insert(&steps, lexicon.measure_sets.len() as u16);
        lexicon.measure_sets.push(measures);
    }
}
