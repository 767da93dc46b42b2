//! Events of a topic, whose dates can be told apart.

use super::ProfileError;
use super::compile::label;
use super::file::ProfileFile;
use super::{Label, Topic};
use crate::lexicon::Lexicon;
use crate::text::{WordId, fold};

/// Something that happened on one day: « le projet Stargate a été annoncé le 21 janvier ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The measure in slots.
    pub id: String,
    /// What reports call it.
    pub label: Label,
    /// What it happened to.
    pub entity: usize,
    /// Infinitives of the verbs that say it.
    verbs: Vec<WordId>,
    /// Words that may stand between such a verb and the name: « la création d'une société commune ».
    words: Vec<WordId>,
    /// What it is the event of so many of: « cinq nouveaux sites ».
    counts: Vec<String>,
    /// What it is called: « l'annonce du 21 janvier ».
    nouns: Vec<WordId>,
    /// Where it happened, word by word, in small letters.
    places: Vec<Vec<String>>,
    /// What happened on another day, told beside it.
    not: Vec<WordId>,
}

impl Event {
    /// Whether a verb says it.
    pub fn is_cue(&self, lemma: WordId) -> bool {
        lemma.is_known() && self.verbs.contains(&lemma)
    }

    /// Whether it is of so many things of a noun, in the singular.
    pub fn counts(&self, noun: &str) -> bool {
        self.counts.iter().any(|known| known == noun)
    }

    /// Whether it is of so many things: only where they are counted is it meant.
    pub fn is_counted(&self) -> bool {
        !self.counts.is_empty()
    }

    /// Whether a word is a name for it: « l'annonce ».
    pub fn is_noun(&self, word: WordId) -> bool {
        word.is_known() && self.nouns.contains(&word)
    }

    /// The names of where it happened, word by word, in small letters.
    pub fn places(&self) -> &[Vec<String>] {
        &self.places
    }

    /// Whether a word names what happened on another day.
    pub fn is_another(&self, word: WordId) -> bool {
        word.is_known() && self.not.contains(&word)
    }

    /// Whether a word may stand between verb and name.
    pub fn is_word(&self, word: WordId) -> bool {
        word.is_known() && self.words.contains(&word)
    }
}

/// « Maison-Blanche » as a text has it: « maison », « - », « blanche ».
fn words_of(name: &str) -> Vec<String> {
    let spaced = name.to_lowercase().replace('-', " - ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The events of a profile.
pub(super) fn compile(
    file: &ProfileFile<'_>,
    topic: &Topic,
    lexicon: &mut Lexicon,
) -> Result<Vec<Event>, ProfileError> {
    let mut events = Vec::new();
    for data in &file.data.event {
        let entity = topic.entity_of(data.entity.get_ref()).ok_or_else(|| {
            file.fault(&data.entity, format!("event.entity: no entity « {} »", data.entity.get_ref()))
        })?;
        let mut intern = |words: &[String]| words.iter().map(|word| lexicon.intern(word)).collect();
        let (verbs, words) = (intern(&data.verbs), intern(&data.words));
        let (nouns, not) = (intern(&data.nouns), intern(&data.not));
        let places = data.places.iter().map(|place| words_of(place)).collect();
        let counts = data.counts.iter().map(|noun| fold(noun)).collect();
        let label = label(&data.id, data.label.as_ref());
        events.push(Event { id: data.id.clone(), label, entity, verbs, words, counts, nouns, places, not });
    }
    Ok(events)
}
