//! Sources that a common noun names: « la préfecture de police », « une source proche du dossier », « l'entreprise ».

mod credit;
mod extent;
mod referent;

use super::super::scene::Scene;
use super::super::verb;
use super::Finder;
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// Determiners of one that is known: « le groupe ».
pub(super) const THE: [WordId; 8] = [w::LE, w::LA, w::L, w::CE, w::CET, w::CETTE, w::DU, w::AU];

/// Whoever writes: « notre journaliste » is the outlet.
const WRITERS: [&str; 8] = [
    "journaliste", "journalistes", "reporter", "envoye", "envoyee", "correspondant", "correspondante",
    "redaction",
];

/// Pronouns that are a subject.
const SUBJECTS: [WordId; 8] = [w::IL, w::ELLE, w::ILS, w::ELLES, w::ON, w::JE, w::J, w::NOUS];

/// Before what is no source: « votre étude » is spoken to, and « plus proche de 5 % » is no friend.
const NO_SOURCES: [&str; 8] = ["votre", "vos", "plus", "moins", "tres", "aussi", "assez", "trop"];

/// An office.
const ROLE: Classes = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);

/// A noun phrase that can be a source.
struct Phrase {
    /// Its first token, the article left out.
    at: usize,
    /// Its head.
    noun: usize,
    /// One past its last token.
    end: usize,
    /// Whether an article or preposition leads it; else it opens a line or follows a mark.
    determined: bool,
    feminine: bool,
    plural: bool,
}
impl Finder<'_, '_> {
    /// A collective source: « la préfecture de police », « une source proche du dossier ».
    pub(super) fn body(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        let Phrase { noun, end, .. } = phrase;
        if let Some(who) = self.apposed(&phrase) {
            self.push(at, end, who, false);
            return Some(noun + 1);
        }
        if let Some(entity) = self.chief(&phrase) {
            let who = self.cast.entity(self.scene.topic, entity);
            return Some(self.push(at, end, who, false));
        }
        if let Some(who) = self.meant(&phrase) {
            return Some(self.push(self.start(&phrase), end, who, false));
        }
        let scene = self.scene;
        let name = scene.phrase(self.start(&phrase)..end);
        let entry = scene.entry(noun);
        let sort = match entry {
            entry if entry.is(Classes::MEDIUM) => Sort::Medium,
            entry if entry.is(ROLE) && !entry.is(Classes::BODY) => Sort::Person,
            _ => Sort::Body,
        };
        let who = self.cast.character(&name, sort, phrase.feminine);
        self.cast.characters[who].plural = phrase.plural;
        // « l'agence »: the article tells no gender.
        self.cast.characters[who].gendered &= sort != Sort::Body || !scene.is(at.saturating_sub(1), w::L);
        self.push(at, end, who, false);
        // Names inside the phrase (« la porte-parole de la Maison-Blanche ») are mentions of their own.
        Some(noun + 1)
    }

    /// The noun phrase of a source that begins at a token, unless a name in it says who it is.
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let scene = self.scene;
        // « un nouveau ministre », but « un ancien de la maison »
        let before = scene.has(at, Classes::PRENOMINAL)
            && !scene.has(at + 1, Classes::FUNCTION)
            && self.of_two(at).is_none();
        let noun = if before { at + 1 } else { at };
        // « a-t-il prévenu »: a pronoun determines nothing.
        let determined = at > 0 && scene.has(at - 1, Classes::FUNCTION) && !scene.is_any(at - 1, &SUBJECTS);
        let headed = scene.flag(at, Flags::LINE) || at > 0 && scene.kind(at - 1) == Some(TokenKind::Mark);
        let numbered = at >= 2 && scene.entry(at - 1).number.is_some();
        let ours = at > 0
            && matches!(scene.folded(at - 1), "notre" | "nos")
            && WRITERS.contains(&scene.folded(noun));
        let other = at > 0 && NO_SOURCES.contains(&scene.folded(at - 1)) || ours;
        if other || !(determined || headed || numbered) || self.is_no_source(noun) {
            return None;
        }
        let source = scene.has(noun, Classes::BODY.with(ROLE).with(Classes::MEDIUM))
            || self.is_bare_description(at, noun, noun + 1)
            || scene.slice(noun) == "état" && scene.is(noun + 1, WordId::HYPHEN)
            || self.of_two(noun).is_some();
        // « d'après deux responsables au fait du dossier »
        let told = numbered && self.is_told_by(at);
        let counted = numbered && self.is_credited_number(at, noun) || told;
        if !(determined || headed || counted)
            || !(source
                || told
                || self.hosts(at, noun)
                || self.is_stressed(noun)
                || self.follows_speech(at, noun)
                || self.precedes_speech(at, noun))
            || scene.tokens.get(noun).is_none_or(|t| t.has(Flags::ELIDED))
        {
            return None;
        }
        let end = self.end_with_names(noun);
        if self.is_named(at, noun, end) {
            return None;
        }
        let entry = scene.entry(noun);
        let feminine = entry.is(Classes::FEMALE_ROLE) && !entry.is(Classes::MALE_ROLE)
            || at > 0 && scene.is_any(at - 1, &[w::LA, w::UNE, w::CETTE]);
        let plural = scene.slice(noun).ends_with(['s', 'x']);
        Some(Phrase { at, noun, end, determined, feminine, plural })
    }

    /// « le cabinet Occurrence », « le ministre Pascal Lemoigne », « la porte-parole, Karoline Leavitt »: whether a name says who
    /// a noun phrase is, of which the first word stands at `at`.
    fn is_named(&self, at: usize, noun: usize, end: usize) -> bool {
        let scene = self.scene;
        let determined = at > 0 && scene.has(at - 1, Classes::FUNCTION) && !scene.is_any(at - 1, &SUBJECTS);
        let headed = scene.flag(at, Flags::LINE) || at > 0 && scene.kind(at - 1) == Some(TokenKind::Mark);
        let frontal = headed
            && !determined
            && (end..end + 6).any(|i| scene.is(i, w::COMMA) && scene.capitalised(i + 1));
        scene.capitalised(end) && !scene.flag(end, Flags::LINE)
            || self.is_named_beside(noun, end)
            || scene.has(noun, ROLE) && (self.is_followed_by_name(self.past_charge(end)) || frontal)
    }

    /// « Le promoteur, BorderPlex, assure … »: whether the name of a company stands between commas behind what it is.
    pub(super) fn is_named_beside(&self, noun: usize, end: usize) -> bool {
        /// Tokens of a name.
        const LONGEST: usize = 5;
        let scene = self.scene;
        let company = scene.has(noun, Classes::COMPANY_NOUN) && scene.is(end, w::COMMA);
        let name = end + 1;
        let closed = || (name + 1..name + LONGEST).find(|i| scene.is(*i, w::COMMA));
        company
            && scene.capitalised(name)
            && !scene.has(name, Classes::FUNCTION)
            && closed().is_some_and(|comma| {
                self.name_end(name) == comma
                    && verb::at(scene, comma + 1).is_some_and(|verb| verb.start == comma + 1)
            })
    }

    /// « À la région, on rétorque que … », « Au centre de services, on parle de … »
    fn hosts(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let led = at > 1 && matches!(scene.slice(at - 2), "À" | "A")
            // « En mairie, on parle de … »
            || at > 0 && matches!(scene.slice(at - 1), "Au" | "Aux" | "En");
        if !led || !scene.has(noun, Classes::CREDITED.with(Classes::BODY)) {
            return false;
        }
        let end = self.end_with_names(noun);
        scene.is(end, w::COMMA) && scene.is(end + 1, w::ON)
    }

    /// « La caisse, elle, maintient que … »: whoever a pronoun sets against another, and who speaks.
    fn is_stressed(&self, noun: usize) -> bool {
        let scene = self.scene;
        let pronoun = scene.is_any(noun + 2, &[w::ELLE, w::LUI, w::EUX, w::ELLES]);
        let speech = || {
            verb::in_range(scene, noun + 4..noun + 7).next().is_some_and(|verb| {
                verb.mood == verb::Mood::Finite && verb.roles.has(Roles::SPEECH.with(Roles::INCISE))
            })
        };
        scene.is(noun + 1, w::COMMA) && pronoun && scene.is(noun + 3, w::COMMA) && speech()
    }

    /// Whether a word that may name a source is another here.
    fn is_no_source(&self, noun: usize) -> bool {
        let scene = self.scene;
        // « l'accord, qui …, porte sur »: no « porte-parole ». Nor is « porté par G42 ».
        let carries = scene.reads(noun, &["porte"]) || scene.reads(noun, &["porté"]);
        // « les fonds propres », « le fonds du problème » lend nobody money.
        let fonds = scene.folded(noun) == "fonds";
        // « reconnaît, sous couvert d'anonymat, un cadre »: no « sous-préfet ».
        let beneath = scene.folded(noun) == "sous";
        (carries || beneath) && !scene.is(noun + 1, WordId::HYPHEN)
            || fonds && matches!(scene.slice(noun + 1), "propres" | "publics" | "marins")
    }

    /// The first token of a phrase, with the article of « une source ».
    fn start(&self, phrase: &Phrase) -> usize {
        let at = phrase.at;
        if at > 0 && self.scene.is_any(at - 1, &[w::UN, w::UNE]) { at - 1 } else { at }
    }
}

/// Whether a noun at a token is what a company is called, « start-up » of two words included.
pub(super) fn is_company(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Classes::COMPANY_NOUN) || scene.slice(at) == "start" && scene.is(at + 1, WordId::HYPHEN)
}
