//! Everybody and everything that an article names: each once, and where.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{WordId, fold};
use crate::topic::{Sort, Topic};

/// Everybody and everything that an article names.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// Each once.
    pub(super) characters: Vec<Character>,
    /// Where they are named, in order.
    pub(super) mentions: Vec<Mention>,
    /// What somebody named is called beside the name.
    labels: FxHashMap<WordId, usize>,
    /// Who holds an office: « le préfet Ghislain de Montfaucon », « Anne Marin, directrice de … »; the last one named with it.
    offices: FxHashMap<WordId, usize>,
    /// By what it was when it was named first, and its name.
    by_name: FxHashMap<(Sort, String), usize>,
    /// By the last word of the name, in order.
    by_surname: FxHashMap<String, Vec<usize>>,
    by_entity: FxHashMap<usize, usize>,
    /// The characters of whom something told what office they hold.
    in_office: FxHashSet<usize>,
    /// Who is told to hold an office, and in what words.
    pub(super) appointments: Vec<(usize, Range<usize>)>,
}

/// Somebody or something that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Character {
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
    /// How many mentions there are of it.
    pub(super) times: u32,
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
        if let Some(who) = self.of_entity(entity) {
            return who;
        }
        let data = &topic.entities[entity];
        self.by_entity.insert(entity, self.characters.len());
        self.add(
            fold(&data.name),
            Character {
                name: data.name.clone(),
                sort: data.sort,
                entity: Some(entity),
                feminine: data.feminine,
                plural: data.plural,
                gendered: true,
                times: 0,
            },
        )
    }

    /// The character of a topic's entity, if the article names it.
    pub(super) fn of_entity(&self, entity: usize) -> Option<usize> {
        self.by_entity.get(&entity).copied()
    }

    /// The mentions that end at most so many tokens before one, the last first.
    pub(super) fn back_from(&self, at: usize, reach: usize) -> impl Iterator<Item = &Mention> {
        // One mention inside another ends before it: the next few may be within reach again.
        const NESTED: usize = 12;
        let back = self.mentions.iter().rev();
        back.take_while(move |m| m.end + reach + NESTED >= at).filter(move |m| m.end + reach >= at)
    }

    /// Records a mention.
    pub(super) fn mention(&mut self, mention: Mention) {
        self.characters[mention.who].times += 1;
        self.mentions.push(mention);
    }

    /// Makes a preposition that of the last mentions.
    pub(super) fn govern(&mut self, count: usize, preposition: WordId) {
        let from = self.mentions.len() - count;
        self.mentions[from..].iter_mut().for_each(|m| m.preposition = preposition);
    }

    /// Takes the last mention back.
    pub(super) fn forget_last(&mut self) {
        if let Some(last) = self.mentions.pop() {
            self.characters[last.who].times -= 1;
        }
    }

    /// The character of a name; a new one the first time.
    pub(super) fn character(&mut self, name: &str, sort: Sort, feminine: bool) -> usize {
        let key = fold(name);
        if let Some(who) = self.by_name.get(&(sort, key.clone())) {
            return *who;
        }
        let gendered = sort != Sort::Name;
        self.add(
            key,
            Character {
                name: name.to_owned(),
                sort,
                entity: None,
                feminine,
                plural: false,
                gendered,
                times: 0,
            },
        )
    }

    fn add(&mut self, key: String, character: Character) -> usize {
        let who = self.characters.len();
        let surname = key.rsplit(' ').next().unwrap_or_default().to_owned();
        self.by_surname.entry(surname).or_default().push(who);
        self.by_name.insert((character.sort, key), who);
        self.characters.push(character);
        who
    }

    /// The person whose last name this is, if one was named in full before.
    pub(super) fn surnamed(&self, surname: &str) -> Option<usize> {
        let of_name = self.by_surname.get(&fold(surname))?;
        of_name.iter().copied().rfind(|who| self.characters[*who].sort == Sort::Person)
    }

    /// Notes that a person holds an office.
    pub(super) fn appoint(&mut self, office: WordId, who: usize) {
        self.in_office.insert(who);
        if office.is_known() {
            self.offices.insert(office, who);
        }
    }

    /// Notes what somebody named is called beside the name: « l'assureur Alpisana ».
    pub(super) fn label(&mut self, noun: WordId, who: usize) {
        if noun.is_known() {
            self.labels.insert(noun, who);
        }
    }

    /// Whoever was last called so beside the name.
    pub(super) fn labelled(&self, noun: WordId) -> Option<usize> {
        self.labels.get(&noun).copied()
    }

    /// Makes every mention of one character one of another.
    pub(super) fn identify(&mut self, one: usize, other: usize) {
        if one == other {
            return;
        }
        for mention in self.mentions.iter_mut().filter(|m| m.who == one) {
            mention.who = other;
        }
        for (who, _) in self.appointments.iter_mut().filter(|(who, _)| *who == one) {
            *who = other;
        }
        self.characters[other].times += std::mem::take(&mut self.characters[one].times);
    }

    /// Whether something told what office a person holds.
    pub(super) fn holds_office(&self, who: usize) -> bool {
        self.in_office.contains(&who)
    }

    /// The last person named with an office.
    pub(super) fn holder(&self, office: WordId) -> Option<usize> {
        self.offices.get(&office).copied()
    }
}
