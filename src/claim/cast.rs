//! Everybody and everything that an article names: each once, and where.

use crate::text::{WordId, fold};
use crate::topic::{Sort, Topic};

/// Everybody and everything that an article names.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// Each once.
    pub(super) characters: Vec<Character>,
    /// Where they are named, in order.
    pub(super) mentions: Vec<Mention>,
    /// Who holds an office: « le préfet Ghislain de Montfaucon », « Anne Marin, directrice de … ».
    offices: Vec<(WordId, usize)>,
}

/// Somebody or something that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Character {
    /// Its name, folded.
    key: String,
    /// The fullest name known.
    pub(super) name: String,
    /// What it is.
    pub(super) sort: Sort,
    /// The topic's entity, if it is one.
    pub(super) entity: Option<usize>,
    /// « elle »
    pub(super) feminine: bool,
    /// « ils », « elles »
    pub(super) plural: bool,
    /// Whether something tells the gender: a first name, an article, the topic.
    pub(super) gendered: bool,
}

/// One place where a character is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// First token, of a title before the name if there is one.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Which character.
    pub(super) who: usize,
    /// The preposition that governs it, unknown for none: a subject has none.
    pub(super) preposition: WordId,
    /// Named, rather than described (« le géant japonais »).
    pub(super) named: bool,
}

impl Mention {
    /// Whether it can be the subject of a verb.
    pub(super) const fn is_free(&self) -> bool {
        !self.preposition.is_known()
    }
}

impl Cast {
    /// The character of a topic's entity.
    pub(super) fn entity(&mut self, topic: &Topic, entity: usize) -> usize {
        if let Some(who) = self.characters.iter().position(|c| c.entity == Some(entity)) {
            return who;
        }
        let data = &topic.entities[entity];
        self.characters.push(Character {
            key: fold(&data.name),
            name: data.name.clone(),
            sort: data.sort,
            entity: Some(entity),
            feminine: data.feminine,
            plural: data.plural,
            gendered: true,
        });
        self.characters.len() - 1
    }

    /// The character of a name; a new one the first time.
    pub(super) fn character(&mut self, name: &str, sort: Sort, feminine: bool) -> usize {
        // One apostrophe for the two that are typed: a name is the same in both.
        let name = name.replace(['’', 'ʼ'], "'");
        let key = fold(&name);
        if let Some(who) = self.characters.iter().position(|c| c.sort == sort && c.key == key) {
            return who;
        }
        let gendered = sort != Sort::Name;
        self.characters.push(Character { key, name, sort, entity: None, feminine, plural: false, gendered });
        self.characters.len() - 1
    }

    /// The person whose last name this is, if one was named in full before.
    pub(super) fn surnamed(&self, surname: &str) -> Option<usize> {
        let key = fold(surname);
        let last = |name: &str| name.rsplit(' ').next().is_some_and(|last| last == key);
        self.characters.iter().rposition(|c| c.sort == Sort::Person && last(&c.key))
    }

    /// Notes that a person holds an office.
    pub(super) fn appoint(&mut self, office: WordId, who: usize) {
        if office.is_known() && self.holder(office) != Some(who) {
            self.offices.push((office, who));
        }
    }

    /// The last person named with an office.
    pub(super) fn holder(&self, office: WordId) -> Option<usize> {
        self.offices.iter().rev().find(|(word, _)| *word == office).map(|(_, who)| *who)
    }
}
