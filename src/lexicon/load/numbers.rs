//! `numbers.toml`: number words and letters for powers of ten.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{Classes, Lexicon, Magnitude, NumberWord};
use super::{classify, data};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    marks: Vec<String>,
    units: BTreeMap<String, u8>,
    teens: BTreeMap<String, u8>,
    tens: BTreeMap<String, u8>,
    hundreds: BTreeMap<String, u8>,
    thousands: BTreeMap<String, u16>,
    powers: BTreeMap<String, u8>,
    zeros: BTreeMap<String, u8>,
    collectives: BTreeMap<String, u16>,
    fractions: BTreeMap<String, u8>,
    ordinals: BTreeMap<String, u32>,
    ordinal_stems: BTreeMap<String, u32>,
    multiples: BTreeMap<String, u8>,
    symbol: Vec<Magnitudes>,
    english: BTreeMap<String, u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Magnitudes {
    power: u32,
    #[serde(default)]
    money: bool,
    symbols: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("numbers"));
    classify(lexicon, &file.marks, Classes::NUMERIC);
    add(lexicon, &file.units, NumberWord::Unit);
    add(lexicon, &file.teens, NumberWord::Teen);
    add(lexicon, &file.tens, NumberWord::Ten);
    add(lexicon, &file.hundreds, |_| NumberWord::Hundred);
    add(lexicon, &file.thousands, |_| NumberWord::Thousand);
    add(lexicon, &file.powers, NumberWord::Power);
    add(lexicon, &file.zeros, |_| NumberWord::Zero);
    add(lexicon, &file.collectives, NumberWord::Collective);
    add(lexicon, &file.fractions, NumberWord::Fraction);
    add(lexicon, &file.ordinals, NumberWord::Ordinal);
    add(lexicon, &file.multiples, NumberWord::Multiple);
    for (stem, value) in &file.ordinal_stems {
        for ending in ["ième", "ièmes"] {
            add_word(lexicon, &format!("{stem}{ending}"), NumberWord::Ordinal(*value));
        }
    }
    for symbols in file.symbol {
        for symbol in symbols.symbols {
            let magnitude = Magnitude { power: symbols.power, money: symbols.money, symbol };
            add_magnitude(lexicon, magnitude);
        }
    }
    // English magnitudes are words of their own only where French has none.
    for (word, power) in file.english {
        let symbol = word.clone();
        add_magnitude(lexicon, Magnitude { power: u32::from(power), money: true, symbol });
    }
}

fn add<T: Copy>(lexicon: &mut Lexicon, list: &BTreeMap<String, T>, part: impl Fn(T) -> NumberWord) {
    for (word, value) in list {
        add_word(lexicon, word, part(*value));
    }
}

fn add_word(lexicon: &mut Lexicon, word: &str, part: NumberWord) {
    let id = lexicon.intern(word);
    let entry = &mut lexicon.entries[id.index()];
    entry.number = Some(part);
    entry.classes = entry.classes.with(Classes::NUMERIC);
}

fn add_magnitude(lexicon: &mut Lexicon, magnitude: Magnitude) {
    let steps = lexicon.steps(&magnitude.symbol);
    let tables = &mut lexicon.units;
    if let Some(group) = tables.magnitudes.get(&steps) {
        tables.magnitude_alternatives[usize::from(group)].push(magnitude);
    } else {
        tables.magnitudes.insert(&steps, tables.magnitude_alternatives.len() as u16);
        tables.magnitude_alternatives.push(vec![magnitude]);
    }
}
