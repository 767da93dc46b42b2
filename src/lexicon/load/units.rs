//! `units.toml` and `currencies.toml`.

use serde::Deserialize;

use super::super::{Behind, Lexicon, Region, UnitWords};
use super::data;
use crate::quantity::{Amount, Unit};
use crate::text::Step;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    unit: Vec<UnitData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitData {
    name: String,
    factor: Option<Amount>,
    offset: Option<Amount>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    plurals: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    angle: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Currencies {
    currency: Vec<CurrencyData>,
    regional: Vec<RegionalData>,
}

/// Which currency a shared name means where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionalData {
    default: String,
    code: String,
    words: Vec<String>,
    #[serde(default)]
    marked: bool,
    #[serde(default)]
    weak: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyData {
    code: String,
    names: Vec<String>,
    #[serde(default)]
    plurals: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    shared: Vec<String>,
    #[serde(default)]
    shared_symbols: Vec<String>,
    #[serde(default)]
    scaled_symbols: Vec<String>,
    #[serde(default)]
    cents: Vec<String>,
    #[serde(default)]
    thousandths: Vec<String>,
}

/// Codes that companies glue to a magnitude: « 250 MEUR », « 12 MDH ».
const GLUED: [(&str, &str); 6] =
    [("EUR", "EUR"), ("USD", "USD"), ("CHF", "CHF"), ("CAD", "CAD"), ("DT", "TND"), ("DH", "MAD")];

pub(super) fn load(lexicon: &mut Lexicon) {
    let units: Units = data(file!("units"));
    for unit in units.unit {
        let factor = unit.factor.unwrap_or(Amount::ONE);
        let words = UnitWords { factor, offset: unit.offset, angle: unit.angle, ..plain(&unit.name) };
        add(lexicon, &words, &unit.words, &unit.plurals, &unit.symbols);
    }
    let currencies: Currencies = data(file!("currencies"));
    for currency in currencies.currency {
        let words = plain(&currency.code);
        add(lexicon, &words, &currency.names, &currency.plurals, &currency.symbols);
        let shared = UnitWords { shared: true, ..words.clone() };
        add(lexicon, &shared, &currency.shared, &[], &[]);
        add(lexicon, &shared, &[], &[], &currency.shared_symbols);
        let scaled = UnitWords { behind: Behind::Millions, ..words.clone() };
        add(lexicon, &scaled, &[], &[], &currency.scaled_symbols);
        let cents = UnitWords { factor: Amount::new(1, 2), subunit: true, ..words.clone() };
        add(lexicon, &cents, &currency.cents, &[], &[]);
        let thousandths = UnitWords { factor: Amount::new(1, 3), subunit: true, ..words };
        add(lexicon, &thousandths, &currency.thousandths, &[], &[]);
    }
    for region in &currencies.regional {
        add_region(lexicon, region);
    }
    for (letters, code) in GLUED {
        for (magnitude, power) in [("k", 3), ("K", 3), ("M", 6), ("Md", 9), ("Mds", 9)] {
            let words = UnitWords { factor: Amount::from(10_i64.pow(power)), ..plain(code) };
            add(lexicon, &words, &[], &[], &[format!("{magnitude}{letters}")]);
        }
    }
}

/// A unit by its name, as it is worth one of itself.
fn plain(name: &str) -> UnitWords {
    UnitWords {
        unit: named(name),
        factor: Amount::ONE,
        offset: None,
        symbol: None,
        subunit: false,
        angle: false,
        shared: false,
        behind: Behind::All,
    }
}

fn add_region(lexicon: &mut Lexicon, region: &RegionalData) {
    let index = lexicon.regions.len() as u16;
    for word in &region.words {
        let steps = lexicon.steps(word);
        lexicon.region_words.insert(&steps, index);
    }
    lexicon.regions.push(Region {
        default: named(&region.default),
        currency: named(&region.code),
        marked: region.marked,
        weak: region.weak,
    });
}

fn named(name: &str) -> Unit {
    Unit::from_name(name).unwrap_or_else(|| panic!("embedded units: no unit {name:?}"))
}

fn add(lexicon: &mut Lexicon, words: &UnitWords, names: &[String], plurals: &[String], symbols: &[String]) {
    for name in names {
        for steps in numbers_of(lexicon, name) {
            insert(lexicon, &steps, words.clone());
        }
    }
    for name in plurals {
        let steps = lexicon.steps(name);
        insert(lexicon, &steps, words.clone());
    }
    for symbol in symbols {
        let steps = lexicon.steps(symbol);
        insert(lexicon, &steps, UnitWords { symbol: Some(symbol.clone()), ..words.clone() });
    }
}

/// A name with each of its words in the singular and the plural.
fn numbers_of(lexicon: &mut Lexicon, name: &str) -> Vec<Vec<Step>> {
    let mut variants: Vec<Vec<Step>> = vec![Vec::new()];
    for word in name.split([' ', '-']) {
        let mut forms = vec![lexicon.steps(word)];
        let bare = ["de", "à", "par", "a", "p.", "°", "$"].contains(&word) || word.contains('\'');
        if !bare && !word.ends_with(['s', 'x', 'z', '.']) {
            forms.push(lexicon.steps(&format!("{word}s")));
        }
        variants = variants
            .iter()
            .flat_map(|variant| forms.iter().map(|form| [variant.as_slice(), form.as_slice()].concat()))
            .collect();
    }
    variants
}

fn insert(lexicon: &mut Lexicon, steps: &[Step], words: UnitWords) {
    let tables = &mut lexicon.units;
    if let Some(group) = tables.phrases.get(steps) {
        let group = &mut tables.alternatives[usize::from(group)];
        // The first meaning of a bare name wins; symbols are told apart by their spelling.
        if words.symbol.is_some() {
            let place = group.iter().position(|unit| unit.symbol.is_none()).unwrap_or(group.len());
            group.insert(place, words);
        } else if group.iter().all(|unit| unit.symbol.is_some()) {
            group.push(words);
        }
    } else {
        tables.phrases.insert(steps, tables.alternatives.len() as u16);
        tables.alternatives.push(vec![words]);
    }
}
