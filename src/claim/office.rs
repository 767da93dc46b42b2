//! Offices by which one outlet names a speaker whom another calls by name: « la procureure de Vesoul » is « Claire Montagnac »
//! where an article says so.

use super::scene::Scene;
use crate::text::{fold, hash_folded};

/// Letters from which a word says of what an office is.
const LONG: usize = 4;

/// An office that a speaker holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Office {
    /// The name of who holds it.
    pub holder: String,
    /// What the office is called.
    pub title: Title,
}

/// What an office is called: « ministre ivoirien de l'Agriculture ».
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Title {
    /// Hash of the noun.
    pub role: u32,
    /// Hashes of the words that say of what, ascending.
    of: Vec<u32>,
}

impl Title {
    /// That of some text; none where nothing says of what the office is: there are many directors.
    pub fn read(text: &str) -> Option<Title> {
        let folded = fold(text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LONG);
        let role = hash_folded(words.next()?.as_bytes());
        let mut of: Vec<u32> = words.map(|word| hash_folded(word.as_bytes())).collect();
        of.sort_unstable();
        of.dedup();
        (!of.is_empty()).then_some(Title { role, of })
    }

    /// Whether two titles may be of one office: one says no more of it than the other.
    pub fn may_be(&self, other: &Title) -> bool {
        let (short, long) = if self.of.len() <= other.of.len() { (self, other) } else { (other, self) };
        self.role == other.role && short.of.iter().all(|word| long.of.binary_search(word).is_ok())
    }
}

/// The offices that an article tells of its speakers.
pub(super) fn told(scene: &Scene<'_>, speaks: impl Fn(&str) -> bool) -> Vec<Office> {
    let mut offices: Vec<Office> = Vec::new();
    for (who, tokens) in &scene.cast.appointments {
        let holder = &scene.cast.characters[*who].name;
        if !speaks(holder) {
            continue;
        }
        let Some(title) = Title::read(&scene.phrase(tokens.clone())) else { continue };
        let office = Office { holder: holder.clone(), title };
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    offices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_office_may_differ_in_length() {
        let read = |text: &str| Title::read(text).expect("a title");
        let may_be = |a: &str, b: &str| read(a).may_be(&read(b));
        assert!(may_be("ministre ivoirien de l’Agriculture", "ministre de l'Agriculture"));
        assert!(may_be("procureure de Vesoul", "procureure de la République de Vesoul"));
        assert!(!may_be("maire de Lyon", "maire de Tours"));
        assert!(!may_be("maire de Lyon", "préfet de Lyon"));
        assert!(!may_be("ministre français de l'Agriculture", "ministre ivoirien de l'Agriculture"));
        assert_eq!(Title::read("directrice"), None);
    }
}
