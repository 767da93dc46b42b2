//! Floor 2: topics as data. Who and what a story is about, and what its figures measure.
//!
//! A profile is a TOML file (`profiles/stargate.toml` is the embedded default); this room reads it, says what is wrong with
//! it by line and key, and turns it into tables over tokens.

mod compile;
mod event;
mod file;
mod rate;

use crate::lexicon::Lexicon;
use crate::quantity::{Amount, Kind, Quantity, Unit};
use crate::text::{PhraseTable, Token, WordId};

pub use event::Event;
pub use file::ProfileError;
pub use rate::Rates;

/// The embedded profiles, by name.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("stargate", include_str!("profiles/stargate.toml")),
    ("demonstration", include_str!("profiles/demonstration.toml")),
];

/// A topic, ready to be found in tokens.
#[derive(Debug, Clone, Default)]
pub struct Topic {
    /// The name in reports, « none » without a profile.
    pub name: String,
    /// The entity that project measures are about.
    pub project: Option<usize>,
    /// The site with which it began: what stands there is the project's.
    pub first_site: Option<usize>,
    /// Everybody and everything the profile knows.
    pub entities: Vec<Entity>,
    /// What money is in where an article names no currency.
    pub currency: Option<Unit>,
    /// Words that mean the whole country where places are compared.
    national: Vec<WordId>,
    /// Nouns for a part of the project: « le site », « le campus ».
    parts: Vec<WordId>,
    /// The same, folded.
    part_nouns: Vec<String>,
    /// Nouns for a deal within the project: « le contrat », « l'accord ».
    deals: Vec<WordId>,
    /// What figures can measure, in the order of the profile.
    pub measures: Vec<Measure>,
    /// What currencies were worth, by month.
    pub rates: Rates,
    /// What happened on one day.
    pub events: Vec<Event>,
    aliases: PhraseTable<u16>,
    titles: PhraseTable<u16>,
    /// The entities that a title may mean, the default first.
    title_lists: Vec<Vec<usize>>,
    cues: PhraseTable<u16>,
    cue_lists: Vec<Vec<Cue>>,
}

/// Somebody or something that figures are about, or that speaks.
#[derive(Debug, Clone)]
pub struct Entity {
    /// The identifier in slots.
    pub id: String,
    /// The name in reports.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// Grammatical gender: « elle ».
    pub feminine: bool,
    /// Grammatical number: « ils ».
    pub plural: bool,
    /// The project that a site is part of.
    pub part_of: Option<usize>,
    /// The members of a project.
    pub members: Vec<usize>,
    /// Who builds for a project: what they say of things is of the project's.
    pub builders: Vec<usize>,
    /// The first words of its titles: « start-up », « fabricant ».
    pub heads: Vec<WordId>,
    /// The company that a person speaks for.
    pub speaks_for: Option<usize>,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// The matter of the topic.
    Project,
    /// A part of it at one place.
    Site,
    /// A company or fund.
    Company,
    /// A person.
    Person,
    /// A public body.
    Institution,
    /// A newspaper, agency, channel.
    Medium,
    /// A collective source without a name: « la police », « les organisateurs ».
    Body,
    /// A name of which the text does not say what it is.
    Name,
}

impl Sort {
    const NAMED: [(&'static str, Sort); 6] = [
        ("project", Sort::Project),
        ("site", Sort::Site),
        ("company", Sort::Company),
        ("person", Sort::Person),
        ("institution", Sort::Institution),
        ("medium", Sort::Medium),
    ];
}

/// The words for a measure: « total investment », « investissement total ».
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// Whose measure a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The project's, or one of its sites'.
    Project,
    /// A company's.
    Company,
    /// A person's.
    Person,
    /// The place's where it happens, as the text names it.
    Place,
    /// Always this entity's.
    Fixed(usize),
}

/// What a figure can tell of its subject.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "the keys of the file, each its own")]
pub struct Measure {
    /// The identifier in slots.
    pub id: String,
    /// What it is called in reports.
    pub label: Label,
    /// Whose it is.
    pub subject: Subject,
    /// The kinds of quantity it can have.
    pub kinds: Vec<Kind>,
    /// The units it can have; any when empty.
    pub units: Vec<Unit>,
    /// The nouns that its counts count, folded and in the singular; any when empty.
    pub nouns: Vec<String>,
    /// Nouns that it counts only with a cue: « quatre personnes ont été interpellées ».
    pub cued: Vec<String>,
    /// Whether a figure of its kind that no cue claims is this: the project's; a company's if it is named right beside.
    pub default: bool,
    /// Whether a count can have it that names nothing: « 80.000 selon la CGT ».
    pub bare: bool,
    /// Whether it is meant for later unless a verb says that it is done: jobs to be created, money to be spent.
    pub prospect: bool,
    /// The entities that can have it; any when empty.
    pub owners: Vec<usize>,
    /// The least value that is read as this where the sentence does not name the project.
    pub usual: Option<Amount>,
    /// Values that all outlets give: a figure of one of them is this wherever the project is told of and nothing else explains it.
    pub known: Vec<Amount>,
    /// The largest value that is read as this.
    pub most: Option<Amount>,
    /// Each of its cues is of the figure next to it alone: « valorisé 157 milliards, a levé 6,6 milliards ».
    pub single: bool,
    /// Neither a noun nor a unit means it, only a cue: « 600 MW supplémentaires », « 450 emplois permanents ».
    pub only_cued: bool,
    /// It tells of the project: where that is not spoken of, or another company is, the figure is something else.
    pub of_project: bool,
    /// A member of the project that is named alone has it for itself: « SoftBank a souscrit un prêt ».
    pub lone: bool,
    /// A site named only as the place (« à Abilene ») does not take the figure from the project.
    pub at_place: bool,
    /// Of the company that the money goes to.
    pub of_target: bool,
    /// Measures of which it stands beside a figure in the sentence (a duration beside an investment).
    pub near: Vec<usize>,
    /// The measures that together make it.
    pub parts: Vec<usize>,
    /// Measures of which a voice doubts what another says, when it puts this one under them.
    pub doubts: Vec<usize>,
    /// The measure of which it is a stage (« en est à 7 GW »): reported as that one.
    pub stage_of: Option<usize>,
    /// The period of which it is then reported: what has been reached until now, or is aimed at.
    pub stage: String,
    /// It is one of a site, too: « 450 emplois permanents » of a campus are not all of its jobs.
    pub stage_at_sites: bool,
    /// It changes from month to month: users, a valuation.
    pub varies: bool,
    /// The ladder it is a rung of, and which: what is paid is part of what is secured, that of what is committed.
    pub ladder: Option<(String, u8)>,
}

/// A word or phrase that means a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The measure.
    pub measure: u16,
    /// How much it decides.
    pub force: Force,
    /// On which side of the figure it must stand.
    pub side: Side,
}

/// On which side of a figure a cue means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On either.
    Either,
    /// Before the figure: written « cue ~ ».
    Before,
    /// After the figure: written « ~ cue ».
    After,
}

/// How much a cue decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// Means the measure wherever it stands in the sentence.
    Strong,
    /// Means it as a verb in a compound past tense (« a injecté », « aurait investi »).
    Perfect,
    /// Right beside the figure it means another thing: « une centrale de 900 mégawatts ».
    Unless,
    /// Means it when nothing stronger is near.
    Weak,
}

impl Measure {
    /// Whether a value is too large to be this.
    pub fn is_beyond(&self, quantity: &Quantity) -> bool {
        // « 100 billions » for « 100 milliards » is worth a finding.
        let slip = |value: Amount| {
            let meant = value / Amount::ONE_THOUSAND;
            self.usual.is_some_and(|usual| meant >= usual) && self.most.is_some_and(|most| meant <= most)
        };
        self.most.zip(quantity.value()).is_some_and(|(most, value)| value > most && !slip(value))
    }

    /// Whether a value would be of the order of magnitude that this measure has if it were not a thousand times too small.
    pub fn is_slip(&self, quantity: &Quantity) -> bool {
        let value = quantity.top().or(quantity.value());
        let meant = value.and_then(|value| value.checked_mul(Amount::ONE_THOUSAND));
        self.usual.zip(meant).is_some_and(|(usual, meant)| {
            meant >= usual && usual.checked_mul(Amount::TEN).is_some_and(|most| meant <= most)
        })
    }

    /// Whether a value is of the order of magnitude that this measure has.
    pub fn is_usual(&self, quantity: &Quantity) -> bool {
        self.is_part_of_usual(quantity, Amount::ONE)
    }

    /// Whether a value is at least a fifth of what this measure usually is.
    pub fn is_nearly_usual(&self, quantity: &Quantity) -> bool {
        self.is_part_of_usual(quantity, Amount::from(5))
    }

    fn is_part_of_usual(&self, quantity: &Quantity, part: Amount) -> bool {
        let value = quantity.top().or(quantity.value());
        self.usual.is_none_or(|usual| value.is_some_and(|value| value >= usual / part))
    }
}

impl Topic {
    /// No topic: every slot is derived from the text.
    pub fn none() -> Self {
        Self { name: "none".into(), rates: rate::reference(), ..Self::default() }
    }

    /// Reads a profile and adds its words to the lexicon. `origin` names it in errors.
    pub fn parse(text: &str, origin: &str, lexicon: &mut Lexicon) -> Result<Self, ProfileError> {
        compile::compile(&file::read(text, origin)?, lexicon)
    }

    /// The entity named at `tokens[at]` and the index after its name.
    pub fn alias(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        self.aliases.after(tokens, at).map(|(entity, end)| (usize::from(entity), end))
    }

    /// The entities that may be described at `tokens[at]` (« patron de Tesla »), the default first, and the index after the
    /// description.
    pub fn title(&self, tokens: &[Token], at: usize) -> Option<(&[usize], usize)> {
        let (list, end) = self.titles.after(tokens, at)?;
        Some((&self.title_lists[usize::from(list)], end))
    }

    /// The cues that begin at `tokens[at]` and the index after them.
    pub fn cues(&self, tokens: &[Token], at: usize) -> Option<(&[Cue], usize)> {
        self.cues.after(tokens, at).map(|(list, end)| (self.cue_lists[usize::from(list)].as_slice(), end))
    }

    /// Whether a measure is taken of places.
    pub fn has_places(&self) -> bool {
        self.measures.iter().any(|measure| measure.subject == Subject::Place)
    }

    /// Whether a word means the whole country.
    pub fn is_national(&self, word: WordId) -> bool {
        word.is_known() && self.national.contains(&word)
    }

    /// Whether a word means a part of the project (« le site », « le campus »).
    pub fn is_part(&self, word: WordId) -> bool {
        word.is_known() && self.parts.contains(&word)
    }

    /// Whether a folded noun means a part of the project.
    pub fn is_part_noun(&self, noun: &str) -> bool {
        self.part_nouns.iter().any(|part| part == noun)
    }

    /// Whether a word means a deal within the project (« le contrat », « l'accord »).
    pub fn is_deal(&self, word: WordId) -> bool {
        word.is_known() && self.deals.contains(&word)
    }

    /// The entity of an identifier.
    pub fn entity_of(&self, id: &str) -> Option<usize> {
        self.entities.iter().position(|entity| entity.id == id)
    }

    /// The measure of an identifier.
    pub fn measure_of(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_profiles_load() {
        for (name, text) in EMBEDDED {
            let topic =
                Topic::parse(text, name, &mut Lexicon::french()).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(topic.name, *name);
            assert!(!topic.measures.is_empty());
        }
    }

    #[test]
    fn errors_name_line_and_key() {
        let fault = |text: &str| {
            Topic::parse(text, "x.toml", &mut Lexicon::french()).expect_err("a fault").to_string()
        };
        let head = "name = \"x\"\n";
        assert!(fault("name = 3").contains("x.toml:1"), "{}", fault("name = 3"));
        let unknown =
            fault(&format!("{head}[[measure]]\nid = \"a\"\nsubject = \"nobody\"\nkinds = [\"count\"]\n"));
        assert_eq!(
            unknown,
            "x.toml:4: measure.subject: no entity « nobody », and not project, company, person or place"
        );
        let kind =
            fault(&format!("{head}[[measure]]\nid = \"a\"\nsubject = \"company\"\nkinds = [\"cash\"]\n"));
        assert_eq!(kind, "x.toml:5: measure.kinds: no kind of quantity « cash »");
        let typo = fault(&format!(
            "{head}[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"company\"\nalias = [\"A\"]\n"
        ));
        assert!(typo.starts_with("x.toml:6: ") && typo.contains("unknown field `alias`"), "{typo}");
    }
}
