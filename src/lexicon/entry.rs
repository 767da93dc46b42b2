//! What the lexicon knows of one word.

use serde::{Deserialize, Serialize};

use crate::text::WordId;

/// All that is known of a word form.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The classes it belongs to.
    pub classes: Classes,
    /// What it is worth as a number word.
    pub number: Option<NumberWord>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// What it is as a form of a verb.
    pub verb: Option<VerbForm>,
}

impl Entry {
    /// Whether the word belongs to a class.
    pub const fn is(&self, class: Classes) -> bool {
        self.classes.0 & class.0 != 0
    }
}

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Classes(pub u64);

impl Classes {
    /// Never the name of what is counted.
    pub const FUNCTION: Classes = Classes(1);
    /// An adjective that may stand between a number and its noun.
    pub const PRENOMINAL: Classes = Classes(1 << 1);
    /// A noun with one form for both numbers.
    pub const INVARIABLE: Classes = Classes(1 << 2);
    /// Its full stop ends no sentence.
    pub const ABBREVIATION: Classes = Classes(1 << 3);
    /// A number after it is a label.
    pub const LABEL: Classes = Classes(1 << 4);
    /// A day of the week.
    pub const WEEKDAY: Classes = Classes(1 << 5);
    /// A man's first name.
    pub const MALE_NAME: Classes = Classes(1 << 6);
    /// A woman's first name.
    pub const FEMALE_NAME: Classes = Classes(1 << 7);
    /// A man's office.
    pub const MALE_ROLE: Classes = Classes(1 << 8);
    /// A woman's office.
    pub const FEMALE_ROLE: Classes = Classes(1 << 9);
    /// A collective source.
    pub const BODY: Classes = Classes(1 << 10);
    /// A kind of medium.
    pub const MEDIUM: Classes = Classes(1 << 11);
    /// Strengthens a bound.
    pub const STRENGTHEN: Classes = Classes(1 << 12);
    /// A number or something that is read together with one: a figure may start here.
    pub const NUMERIC: Classes = Classes(1 << 13);

    /// A noun of speech: « réponse », « communiqué ».
    pub const SPEECH_NOUN: Classes = Classes(1 << 14);
    /// May stand between an auxiliary and its participle.
    pub const ADVERB: Classes = Classes(1 << 15);

    /// A noun of counting: « pointage », « décompte ».
    pub const COUNT_NOUN: Classes = Classes(1 << 17);
    /// Makes « faire » a verb of speech: « fait savoir ».
    pub const AFTER_FAIRE: Classes = Classes(1 << 18);
    /// A noun for what a figure measures: « une surface de », « un montant de ».
    pub const DIMENSION: Classes = Classes(1 << 19);
    /// Describes somebody who was named before: « l'entrepreneur », « l'intéressé ».
    pub const DESCRIPTION: Classes = Classes(1 << 20);
    /// A little word of English.
    pub const ENGLISH: Classes = Classes(1 << 21);
    /// Begins the name of a newspaper: « La Voix du Fleuve ».
    pub const MASTHEAD: Classes = Classes(1 << 22);
    /// A source only where words credit it as one: « selon le laboratoire ».
    pub const CREDITED: Classes = Classes(1 << 23);
    /// A word of intention: « un objectif de », « dans les années à venir ».
    pub const INTENTION: Classes = Classes(1 << 24);
    /// Makes « laisser » a verb of speech: « laisse entendre ».
    pub const AFTER_LAISSER: Classes = Classes(1 << 25);
    /// Stands before a man's name, abbreviated: « Pr ».
    pub const MALE_HONORIFIC: Classes = Classes(1 << 26);
    /// Stands before a woman's name, abbreviated: « Dre ».
    pub const FEMALE_HONORIFIC: Classes = Classes(1 << 27);
    /// A verb, by its infinitive, of which only money is the measure: « valoir », « coûter ».
    pub const OF_MONEY: Classes = Classes(1 << 28);
    /// What happens to be counted by others: « victimes », « grévistes », « fermetures ».
    pub const HAPPENING: Classes = Classes(1 << 29);
    /// What a company is called after its name: « l'entreprise », « le groupe ».
    pub const COMPANY_NOUN: Classes = Classes(1 << 30);
    /// What a union or another body is called after its name: « le syndicat ».
    pub const ORGANISATION_NOUN: Classes = Classes(1 << 31);
    /// Who is the head of a company: « son patron ».
    pub const CHIEF: Classes = Classes(1 << 32);
    /// Somebody whose age is told, without an office: « une retraitée de 72 ans ».
    pub const PERSON_NOUN: Classes = Classes(1 << 33);
    /// Asks for a figure: « réclamer 120 postes ».
    pub const ASKING: Classes = Classes(1 << 34);
    /// A toll that grows from day to day: « 34 morts », « 1 240 blessés ».
    pub const TOLL: Classes = Classes(1 << 35);
    /// A verb of speech, by its infinitive, that says nothing where it is reflexive: « le feu s'est déclaré ».
    pub const REFLEXIVE: Classes = Classes(1 << 36);
    /// A market that an office is for: « le directeur France du groupe ».
    pub const MARKET: Classes = Classes(1 << 37);
    /// Leads the name of a street: « rue », « avenue ».
    pub const STREET: Classes = Classes(1 << 38);
    /// What is a share or rate: « taux », « chômage ».
    pub const RATE: Classes = Classes(1 << 39);
    /// What things depend on: « selon la saison ».
    pub const CRITERION: Classes = Classes(1 << 40);
    /// What is written or told by nobody in particular: « d'après le registre ».
    pub const PAPER: Classes = Classes(1 << 41);
    /// A noun that is a sum of money.
    pub const MONEY_NOUN: Classes = Classes(1 << 16);

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// What words say of a line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageCue(pub u8);

impl PageCue {
    /// The line points to another article.
    pub const TEASER: PageCue = PageCue(1);
    /// The line is a button, notice or box.
    pub const WIDGET: PageCue = PageCue(2);
    /// The line, if short, opens a part that is no article.
    pub const END: PageCue = PageCue(4);
    /// The line, if short, heads a box of links.
    pub const BOX: PageCue = PageCue(32);
    /// The line may say when the article appeared.
    pub const PUBLISHED: PageCue = PageCue(8);
    /// The line is prose that asks the reader for something; at the foot of an article it is no part of it.
    pub const APPEAL: PageCue = PageCue(16);
    /// The line, if short, heads a list of facts.
    pub const FACTS: PageCue = PageCue(64);

    /// Whether the sets meet.
    pub const fn has(self, other: PageCue) -> bool {
        self.0 & other.0 != 0
    }
}

/// The number of a day of the week, from 0 for Monday: « mardi », « Mardi ».
pub fn weekday_named(word: &str) -> Option<u8> {
    const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    (0..).zip(DAYS).find(|(_, day)| word.eq_ignore_ascii_case(day)).map(|(number, _)| number)
}

/// What somebody is whom the lexicon knows by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// A newspaper, an agency, a channel: carries what others say.
    Medium,
    /// Any other body: « Santé publique France ».
    Institution,
}

/// The part a word plays in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberWord {
    /// « zéro »
    Zero,
    /// 1 to 9.
    Unit(u8),
    /// 10 to 16.
    Teen(u8),
    /// 20, 30 … 90.
    Ten(u8),
    /// « cent »
    Hundred,
    /// « mille »
    Thousand,
    /// A power of ten from a million on.
    Power(u8),
    /// « dizaine », « millier »: about so many.
    Collective(u16),
    /// « demi », « tiers », « quart »: the denominator.
    Fraction(u8),
    /// A rank; also a denominator (« trois cinquièmes »).
    Ordinal(u32),
    /// « double », « triple »
    Multiple(u8),
}

/// A verb form: whose and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerbForm {
    /// The infinitive.
    pub lemma: WordId,
    /// What the verb does.
    pub roles: Roles,
    /// The tenses and moods it can be.
    pub tenses: Tenses,
}

/// What verbs do in a sentence with figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roles(pub u16);

impl Roles {
    /// Somebody states something.
    pub const SPEECH: Roles = Roles(1);
    /// Somebody puts a figure on something.
    pub const COUNT: Roles = Roles(2);
    /// What follows is meant for later.
    pub const PLAN: Roles = Roles(4);
    /// From one value to another.
    pub const CHANGE: Roles = Roles(8);
    /// Any other action.
    pub const ACT: Roles = Roles(16);
    /// Auxiliary.
    pub const AUXILIARY: Roles = Roles(32);
    /// Somebody speaks, in an incise or before a quotation.
    pub const INCISE: Roles = Roles(64);
    /// Only people do it, whatever they are called: « les prévisionnistes tablent sur ».
    pub const HUMAN: Roles = Roles(128);
    /// From a value to a lower one.
    pub const FALL: Roles = Roles(256);
    /// By so much, or to a higher value.
    pub const RISE: Roles = Roles(512);

    /// Whether the sets meet.
    pub const fn has(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// This set but for the other.
    #[must_use]
    pub const fn without(self, other: Roles) -> Roles {
        Roles(self.0 & !other.0)
    }
}

/// Tenses and moods of a form, as far as the folded spelling tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tenses(pub u16);

impl Tenses {
    /// « investir »
    pub const INFINITIVE: Tenses = Tenses(1);
    /// « investit »
    pub const PRESENT: Tenses = Tenses(2);
    /// « investissait »
    pub const IMPERFECT: Tenses = Tenses(4);
    /// « investira »
    pub const FUTURE: Tenses = Tenses(8);
    /// « investirait »
    pub const CONDITIONAL: Tenses = Tenses(16);
    /// « investit », « annonça »
    pub const SIMPLE_PAST: Tenses = Tenses(32);
    /// « investi »
    pub const PARTICIPLE: Tenses = Tenses(64);
    /// « investissant »
    pub const GERUND: Tenses = Tenses(128);
    /// « investisse »
    pub const SUBJUNCTIVE: Tenses = Tenses(256);
    /// A form of « je » or « nous ».
    pub const FIRST_PERSON: Tenses = Tenses(512);
    /// A form of « ils » or « nous ».
    pub const PLURAL: Tenses = Tenses(1024);
    /// Every tense that makes a sentence by itself.
    pub const FINITE: Tenses = Tenses(2 | 4 | 8 | 16 | 32 | 256);

    /// Whether the sets meet.
    pub const fn has(self, other: Tenses) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Tenses) -> Tenses {
        Tenses(self.0 | other.0)
    }
}
