//! Voices: which speakers are one, however they are named.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::record::{Record, Statement};
use crate::claim::{Office, Title};
use crate::text::fold;

/// The number of each statement's voice: of its article for an outlet, of the name for a speaker, by name. The holder of an
/// office has one voice with the office where no other holds it.
pub(super) fn number(statements: &[Statement], records: &[Record]) -> Vec<usize> {
    let named = || statements.iter().filter_map(|statement| statement.claim.speaker.as_deref());
    let keys: HashMap<&str, String> = named().map(|name| (name, fold(name))).collect();
    let mut sorted: Vec<&String> = keys.values().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let number = |key: &String| sorted.binary_search(&key).unwrap_or_default();
    let (full, bodies) = (full_names(&sorted), full_bodies(&sorted));
    let (short, worded) = (acronyms(&keys, &sorted), full_wordings(&sorted));
    let holders = Holders::of(records);
    let of = |name: &str, key: &String| {
        let holder = holders.of_office(name).and_then(|holder| keys.get(holder));
        let key = holder.unwrap_or(key);
        let known = [&full, &bodies, &short, &worded].into_iter().find_map(|known| known.get(key.as_str()));
        number(known.copied().unwrap_or(key))
    };
    let numbers: HashMap<&str, usize> =
        keys.iter().map(|(name, key)| (*name, records.len() + of(name, key))).collect();
    let voice = |statement: &Statement| {
        statement.claim.speaker.as_deref().map_or(statement.article, |name| numbers[name])
    };
    statements.iter().map(voice).collect()
}

/// The one full name that each bare surname is the end of: « Whitmer » is « Gretchen Whitmer » where no other Whitmer speaks.
fn full_names<'k>(keys: &[&'k String]) -> HashMap<&'k str, &'k String> {
    // « préfecture de police » is no person's.
    let person = |key: &str| !key.split(' ').any(|word| word.len() < 3 || matches!(word, "des" | "les"));
    in_full(keys, |key| key.rsplit_once(' ').filter(|_| person(key)).map(|(_, surname)| surname))
}

/// The one body that each bare noun begins: « direction » is « direction de la SNCF » where no other direction speaks;
/// « préfecture de police » says what it does, not of what it is.
fn full_bodies<'k>(keys: &[&'k String]) -> HashMap<&'k str, &'k String> {
    let determined = |rest: &str| ["de la ", "de l'", "du ", "d'"].iter().any(|of| rest.starts_with(of));
    in_full(keys, |key| key.split_once(' ').filter(|(_, rest)| determined(rest)).map(|(noun, _)| noun))
}

/// The one body whose name has all words of another, whatever their order: « département américain du Commerce » is « département
/// du commerce américain », « Fédération des exportateurs » that « de vins » where no other has them.
fn full_wordings<'k>(keys: &[&'k String]) -> HashMap<&'k str, &'k String> {
    /// Words that name nobody in particular.
    const NOBODY: [&str; 7] = ["un", "une", "deux", "plusieurs", "source", "sources", "proche"];
    /// Letters of a word that count: « américain », « américaine ».
    const LETTERS: usize = 6;
    const FEWEST: usize = 2;
    /// Names with one first word; of more, hardly one has all words of another.
    const MOST: usize = 300;
    let words = |key: &'k String| -> Option<Vec<&'k str>> {
        let all = || key.split([' ', '\'']);
        let short = |word: &&str| word.len() > 2 && !matches!(*word, "les" | "des" | "aux" | "pour");
        let mut words: Vec<&str> =
            all().filter(short).map(|word| word.get(..LETTERS).unwrap_or(word)).collect();
        words.sort_unstable();
        words.dedup();
        let nobody = all().any(|word| NOBODY.contains(&word)) || key.starts_with("des ");
        (words.len() >= FEWEST && !nobody).then_some(words)
    };
    let mut headed: BTreeMap<&str, Vec<(&'k String, Vec<&'k str>)>> = BTreeMap::new();
    for key in keys {
        if let Some(words) = words(key) {
            let head = key.split([' ', '\'']).next().unwrap_or_default();
            headed.entry(head).or_default().push((key, words));
        }
    }
    let mut full: HashMap<&str, &String> = HashMap::new();
    for alike in headed.values().filter(|alike| alike.len() <= MOST) {
        for (key, own) in alike {
            let holds = |(other, words): &&(&'k String, Vec<&'k str>)| {
                let longer = words.len() > own.len() || words.len() == own.len() && *other < key;
                longer && own.iter().all(|word| words.binary_search(word).is_ok()) && adds_matter(other, own)
            };
            let mut found = alike.iter().filter(holds);
            if let (Some((other, _)), None) = (found.next(), found.next()) {
                full.insert(key, other);
            }
        }
    }
    full
}

/// Whether what a name has beyond some words is what its body deals with, « Fédération des exportateurs de vins »; a place or a country
/// tells two bodies apart: « ministère de l'Intérieur allemand », « chambre d'agriculture de la Drôme ».
fn adds_matter(name: &str, own: &[&str]) -> bool {
    let all: Vec<&str> = name.split([' ', '\'']).collect();
    let known = |word: &str| word.len() <= 2 || own.iter().any(|known| word.starts_with(known));
    let led = |i: usize| i > 0 && matches!(all[i - 1], "de" | "des" | "d");
    (0..all.len()).all(|i| known(all[i]) || matches!(all[i], "les" | "des" | "aux" | "pour") || led(i))
}

/// The one body whose initials each acronym has: « ARS » is « agence régionale de santé » where no other has them.
fn acronyms<'k>(keys: &'k HashMap<&str, String>, sorted: &[&'k String]) -> HashMap<&'k str, &'k String> {
    /// Fewest words that an acronym stands for.
    const FEWEST: usize = 3;
    let initials = |key: &str| -> Option<String> {
        // « Anne-Marie Fabre » is nobody's AMF.
        let body = [" de ", " du ", " des ", " d'", "regional", "national"].iter().any(|of| key.contains(of));
        let words = key.split([' ', '\'']).filter(|word| body && word.len() > 3);
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        (initials.len() >= FEWEST).then_some(initials)
    };
    let mut full: HashMap<String, Option<&'k String>> = HashMap::new();
    for key in sorted {
        if let Some(initials) = initials(key) {
            full.entry(initials).and_modify(|known| *known = None).or_insert(Some(key));
        }
    }
    let acronyms = keys.iter().filter(|(name, _)| name.chars().all(char::is_uppercase));
    acronyms.filter_map(|(_, key)| Some((key.as_str(), full.get(key.as_str()).copied().flatten()?))).collect()
}

/// The bare keys of one word with the only key that has the word as its part.
fn in_full<'k>(
    keys: &[&'k String],
    part: impl Fn(&'k str) -> Option<&'k str>,
) -> HashMap<&'k str, &'k String> {
    let mut full: HashMap<&str, Option<&'k String>> = HashMap::new();
    for key in keys {
        if let Some(word) = part(key) {
            full.entry(word).and_modify(|known| *known = None).or_insert(Some(key));
        }
    }
    let bare = keys.iter().filter(|key| !key.contains(' '));
    bare.filter_map(|key| Some((key.as_str(), full.get(key.as_str()).copied().flatten()?))).collect()
}

/// The offices that articles tell of their speakers, by the noun of the office.
struct Holders<'r>(HashMap<u32, Vec<&'r Office>>);

impl<'r> Holders<'r> {
    fn of(records: &'r [Record]) -> Self {
        let mut offices: HashMap<u32, Vec<&Office>> = HashMap::new();
        let mut known: HashSet<&Office> = HashSet::new();
        for office in records.iter().flat_map(|record| &record.offices).filter(|office| known.insert(*office))
        {
            offices.entry(office.title.role).or_default().push(office);
        }
        Holders(offices)
    }

    /// The one speaker who holds the office that another is called by: « ministre de l'Agriculture ».
    fn of_office(&self, name: &str) -> Option<&'r str> {
        let described = name.starts_with(char::is_lowercase);
        let title = Title::read(name).filter(|_| described)?;
        let mut may_be =
            self.0.get(&title.role)?.iter().filter(|office| office.title.may_be(&title)).map(|o| &o.holder);
        let holder = may_be.next()?;
        may_be.all(|other| fold(other) == fold(holder)).then_some(holder)
    }
}
