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
    /// Its own where none is given.
    family: Option<String>,
    kinds: Vec<String>,
    words: Vec<String>,
}

/// Most families: a claim has a bit for each.
const FAMILIES: usize = u64::BITS as usize;

/// # Panics
/// If a kind has no such name, or there are more families than a claim has bits for: a fault of the data, which ends the build.
pub(super) fn load(lexicon: &mut Lexicon) {
    let file: BTreeMap<String, Measure> = data(file!("measures"));
    // One wording may tell of several measures, each of figures of its own kinds.
    let mut told: BTreeMap<Vec<Step>, Vec<u8>> = BTreeMap::new();
    let mut families: Vec<String> = Vec::new();
    for (number, (name, measure)) in (0..).zip(file) {
        let family = measure.family.unwrap_or_else(|| name.clone());
        let known = families.iter().position(|other| *other == family);
        let family = known.unwrap_or_else(|| {
            families.push(family);
            families.len() - 1
        });
        for word in &measure.words {
            for steps in lexicon.pattern(word) {
                told.entry(steps).or_default().push(number);
            }
        }
        let kind = |kind: &String| {
            Kind::from_name(kind).unwrap_or_else(|| panic!("measures.toml: {name}: no kind « {kind} »"))
        };
        let kinds = measure.kinds.iter().map(kind).collect();
        lexicon.measures.push(MeasureWords { name, family: family as u8, kinds });
    }
    assert!(families.len() <= FAMILIES, "measures.toml: {} families", families.len());
    for (steps, measures) in told {
        lexicon.measure_words.insert(&steps, lexicon.measure_sets.len() as u16);
        lexicon.measure_sets.push(measures);
    }
}
