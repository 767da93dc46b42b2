//! Names: where one begins, how far it reaches, and what it is the name of.

use super::{Finder, is_demonym};
use crate::claim::verb;
use crate::grammar::Class;
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// Particles that a name may begin with, at most.
pub(super) const PARTICLES: usize = 3;

/// « von », « de la »: what stands in lower case before a name.
pub(super) fn is_particle(word: &str) -> bool {
    const WORDS: [&str; 16] = [
        "von", "van", "der", "den", "de", "du", "la", "el", "al", "ben", "di", "da", "del", "della", "ten",
        "zu",
    ];
    WORDS.contains(&word)
}

impl Finder<'_, '_> {
    /// « selon La Voix du Fleuve », « Le Courrier de Valbrune rapporte … »: an article and a word that begin a newspaper's name.
    pub(super) fn newspaper(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let article = matches!(scene.slice(at), "Le" | "La" | "L'" | "L’" | "Les");
        if !article || !scene.has(at + 1, Classes::MASTHEAD) || !scene.capitalised(at + 1) {
            return None;
        }
        let mut end = at + 2;
        // « La Lettre des usines », « L'Écho des deux rives »
        if scene.is_any(end, &[w::DE, w::DU, w::DES, w::D]) {
            let noun = if scene.is_any(end + 1, &[w::LA, w::L, w::LES]) { end + 2 } else { end + 1 };
            end = if scene.capitalised(noun) { self.name_end(noun) } else { noun + 1 };
        } else if self.continues_name(end) {
            end = self.name_end(end);
        }
        let who = self.cast.character(&scene.phrase(at..end), Sort::Medium, false);
        Some(self.push(at, end, who, true))
    }

    /// Any other name: capitalised words within a sentence, acronyms.
    pub(super) fn name(&mut self, at: usize) -> Option<usize> {
        if !self.may_name(at) {
            return None;
        }
        let scene = self.scene;
        let end = self.name_end(at);
        let name = scene.phrase(at..end);
        // « la Coordination des hôpitaux »: its article tells the gender.
        let article = at.checked_sub(1).map_or(WordId::UNKNOWN, |before| scene.word(before));
        let feminine = matches!(article, w::LA | w::UNE);
        // « le quotidien Al Iqtissad »
        let titled = at > 1 && matches!(scene.slice(at - 1), "Le" | "La" | "L'" | "L’");
        let noun = if titled { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
        let medium = scene.has(noun, Classes::MEDIUM) && !scene.capitalised(noun);
        // « Jeannine Collignon, 81 ans, … »
        let aged = || {
            let next = scene.figures_in(&(end + 1..end + 2)).first();
            end > at + 1 && scene.is(end, w::COMMA) && next.is_some_and(|f| f.class == Class::Age)
        };
        let sort = match () {
            () if medium => Sort::Medium,
            () if aged() => Sort::Person,
            () => Sort::Name,
        };
        let who = self.cast.character(&name, sort, feminine);
        let character = &mut self.cast.characters[who];
        // No first name that the lexicon knows tells the gender.
        character.gendered &= sort != Sort::Person;
        // « L'association Ciel libre »: the noun before it.
        if at > 1 && scene.has(at - 1, Classes::ORGANISATION_NOUN.with(Classes::COMPANY_NOUN)) {
            let elided = scene.is(at - 2, w::L);
            let woman = scene.is_any(at - 2, &[w::LA, w::UNE])
                || elided
                    && ["tion", "té", "rise", "gne"].iter().any(|end| scene.slice(at - 1).ends_with(end));
            (character.feminine, character.gendered) = (woman, true);
        }
        if feminine || matches!(article, w::LE | w::UN | w::DU | w::AU) {
            (character.feminine, character.gendered) = (feminine, true);
        }
        Some(self.push(at, end, who, true))
    }

    /// A capitalised word that is no office, date, number or common word at the head of its sentence.
    fn may_name(&self, at: usize) -> bool {
        let scene = self.scene;
        let token = &scene.tokens[at];
        let entry = scene.entry(at);
        let common = entry.is(Classes::FUNCTION)
            || entry.month.is_some()
            || entry.is(Classes::WEEKDAY)
            || entry.number.is_some();
        // « son PDG Jensen Huang »
        let office = token.has(Flags::UPPER) && entry.is(Classes::MALE_ROLE.with(Classes::FEMALE_ROLE));
        // « nonante Belges »: they are counted.
        let counted = at > 0
            && (scene.kind(at - 1) == Some(TokenKind::Number)
                || scene.entry(at - 1).number.is_some()
                // « une quinzaine d'États »
                || at > 1 && scene.is_any(at - 1, &[w::D, w::DE]) && scene.has(at - 2, Classes::NUMERIC))
            && scene.slice(at).ends_with('s');
        if common || office || counted || token.has(Flags::ELIDED) || token.span.len() < 2 {
            return false;
        }
        // « 50 000 GB200 »: a model by its number.
        if scene.kind(at + 1) == Some(TokenKind::Number) && !scene.flag(at + 1, Flags::SPACE) {
            return false;
        }
        let starts = self.starts_sentence(at);
        // « FO redoute … »
        let acronym = token.has(Flags::UPPER)
            && token.span.len() <= 6
            && !scene.flag(at + 1, Flags::UPPER)
            && scene.kind(at + 1) == Some(TokenKind::Word);
        let is_common = || {
            self.inner.binary_search(&token.hash).is_err() && !self.continues_name(at + 1)
                || entry.verb.is_some()
                || entry.is(Classes::PRENOMINAL)
                // « Baptisée Stargate, … », « Interrogé jeudi »: a participle that a sentence opens with.
                || verb::ends_in_acute(scene.slice(at)) && self.inner.binary_search(&token.hash).is_err()
        };
        !starts || self.speaks_unknown(at) || acronym || !is_common()
    }

    /// « Touring signale … », « Enedis fait état de … »: whether an unknown word speaks.
    fn speaks_unknown(&self, at: usize) -> bool {
        let scene = self.scene;
        let says = |verb: verb::Verb| {
            let known = verb::is_lemma(scene, &verb, "faire") && scene.has(verb.at + 1, Classes::AFTER_FAIRE);
            let roles = Roles::SPEECH.with(Roles::PLAN).with(Roles::COUNT);
            verb.mood == verb::Mood::Finite
                && (known || verb.roles.has(roles))
                && !verb.roles.has(Roles::CHANGE)
        };
        !scene.tokens[at].word.is_known()
            && !scene.slice(at).ends_with("ment")
            && verb::at(scene, at + 1).is_some_and(says)
    }

    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        let scene = self.scene;
        at == 0
            || scene.flag(at, Flags::LINE)
            || scene.sentence(scene.sentence_of(at)).start == at
            || scene.kind(at - 1) == Some(TokenKind::Mark)
                && !scene.is_any(at - 1, &[w::COMMA, WordId::HYPHEN, w::APOSTROPHE, w::OPEN, w::SLASH])
    }

    /// Whether a name goes on at a token: a capital, or « de », « van » before one.
    pub(super) fn continues_name(&self, at: usize) -> bool {
        let scene = self.scene;
        let near = |i: usize| {
            scene.tokens.get(i).is_some_and(|t| {
                t.kind == TokenKind::Word
                    && t.is_capitalised()
                    && !t.has(Flags::LINE)
                    && !t.has(Flags::ELIDED)
            })
        };
        let joined = scene.is(at, WordId::HYPHEN)
            && !scene.flag(at, Flags::SPACE)
            && !scene.flag(at + 1, Flags::SPACE);
        near(at)
            || joined && near(at + 1)
            || self.is_particle_of_name(at)
                && (near(at + 1) || is_particle(scene.slice(at + 1)) && near(at + 2))
            || scene.kind(at) == Some(TokenKind::Word)
                && scene.slice(at).len() == 1
                && scene.capitalised(at)
                && scene.is(at + 1, w::DOT)
                && near(at + 2)
    }

    /// One past the last token of the name at `at`.
    pub(super) fn name_end(&self, at: usize) -> usize {
        let scene = self.scene;
        let mut end = at + 1;
        // « AT&T », « Kessler & Frères »
        if scene.is(end, w::AMPERSAND) && scene.capitalised(end + 1) {
            end += 2;
        }
        while end < at + 8 && self.continues_name(end) {
            // « Radio Ici Monde »
            let function = scene.has(end, Classes::FUNCTION)
                && scene.capitalised(end)
                && !scene.capitalised(end + 1)
                && !matches!(scene.slice(end), "Le" | "La");
            // « le Japonais Masayoshi Son », « le ministre de l'Intérieur Thibault Crèvecoeur »
            let full = scene.has(end, Classes::MALE_NAME.with(Classes::FEMALE_NAME))
                && self.continues_name(end + 1)
                && end == at + 1
                && (is_demonym(scene.slice(at)) || self.ends_office(at));
            // « le Japonais SoftBank »
            let land = end == at + 1
                && is_demonym(scene.slice(at))
                && scene.topic.alias(scene.tokens, end).is_some();
            let other =
                full || land || scene.topic.alias(scene.tokens, end).is_some_and(|(_, stop)| stop > end + 1);
            if function && !scene.flag(end, Flags::UPPER) || other {
                break;
            }
            end += 1;
            if scene.is(end, w::AMPERSAND) && scene.capitalised(end + 1) {
                end += 2;
            }
            while scene.is_any(end, &[WordId::HYPHEN, w::DOT])
                && scene.capitalised(end + 1)
                && scene.slice(end - 1).len() <= 12
                && (scene.is(end, WordId::HYPHEN) || scene.slice(end - 1).len() == 1)
            {
                end += 1;
            }
            end = self.past_hyphens(at, end);
        }
        self.past_hyphens(at, end)
    }

    /// « Ursula von der Leyen »: whether a particle stands behind a first name, or behind another particle there.
    fn is_particle_of_name(&self, at: usize) -> bool {
        let scene = self.scene;
        let first = |i: usize| scene.has(i, Classes::MALE_NAME.with(Classes::FEMALE_NAME));
        let particle = is_particle(scene.slice(at)) || matches!(scene.slice(at), "Le" | "La");
        particle && at > 0 && (first(at - 1) || at > 1 && is_particle(scene.slice(at - 1)) && first(at - 2))
    }

    /// The end of a name with what hyphens join to it in small letters: « Park Ji-hoon », « Boulogne-sur-Mer », but « Macron-compatible ».
    fn past_hyphens(&self, at: usize, end: usize) -> usize {
        /// Letters of a syllable before a small one.
        const SYLLABLE: usize = 4;
        let scene = self.scene;
        let joined = |i: usize| {
            scene.is(i, WordId::HYPHEN) && !scene.flag(i, Flags::SPACE) && !scene.flag(i + 1, Flags::SPACE)
        };
        if !joined(end) || scene.capitalised(end + 1) || scene.kind(end + 1) != Some(TokenKind::Word) {
            return end;
        }
        let of_place = scene.has(end + 1, Classes::FUNCTION) && joined(end + 2) && scene.capitalised(end + 3);
        let syllable = end > at + 1
            && scene.slice(end - 1).len() <= SYLLABLE
            && scene.slice(end + 1).len() <= SYLLABLE
            && (!scene.has(end + 1, Classes::FUNCTION) || scene.is(end + 1, w::UN))
            && !matches!(scene.slice(end + 1), "là" | "ci");
        match () {
            () if of_place => end + 4,
            () if syllable => end + 2,
            () => end,
        }
    }

    /// Whether a word is what an office is of: « le ministre de l'Intérieur ».
    fn ends_office(&self, at: usize) -> bool {
        let scene = self.scene;
        let role = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);
        let of = at > 0 && scene.is_any(at - 1, &[w::DE, w::D, w::DU, w::DES, w::L, w::LA]);
        of && (at.saturating_sub(4)..at).any(|i| scene.has(i, role))
    }
}
