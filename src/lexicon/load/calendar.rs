//! `calendar.toml`: months, days of the week, words that announce a year, parts of a year.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{Classes, Lexicon};
use super::{data, phrases};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    months: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    year: Year,
    parts: BTreeMap<String, (u8, u8)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    before: Vec<String>,
    weak: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("calendar"));
    for (name, month) in file.months {
        let word = lexicon.intern(&name);
        lexicon.entries[word.index()].month = Some(month);
    }
    for name in file.weekdays.into_keys() {
        let word = lexicon.intern(&name);
        let entry = &mut lexicon.entries[word.index()];
        entry.classes = entry.classes.with(Classes::WEEKDAY);
    }
    phrases(lexicon, &file.year.before, |lexicon, steps, _| {
        lexicon.years_before.insert_reversed(steps, true);
    });
    for (name, months) in file.parts {
        // « au second semestre de 2026 », « fin de l'année 2026 »
        for between in ["", " de", " de l'année", " de l'an"] {
            let steps = lexicon.steps(&format!("{name}{between}"));
            lexicon.parts_of_years.insert_reversed(&steps, months);
        }
    }
    phrases(lexicon, &file.year.weak, |lexicon, steps, _| lexicon.years_before.insert_reversed(steps, false));
}
