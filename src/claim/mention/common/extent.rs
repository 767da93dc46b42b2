//! How far a phrase of a common noun reaches: adjectives and complements with « de ».

use super::super::super::verb;
use super::super::Finder;
use super::ROLE;
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, TokenKind, WordId};

impl Finder<'_, '_> {
    /// The end of a noun phrase with the name that its complement is.
    pub(super) fn end_with_names(&self, noun: usize) -> usize {
        let scene = self.scene;
        let end = self.phrase_end(noun);
        // « un ancien de l'administration Trump »: the name is the complement's; « le directeur du cabinet Jean Morel » is Morel.
        let complement = (noun..end).any(|i| scene.is_any(i, &[w::DE, w::D, w::DU, w::DES]));
        // « un cadre de Khazna Data Centers »: so is all of a name that begins in it, unless a first name follows.
        let first = Classes::MALE_NAME.with(Classes::FEMALE_NAME);
        if complement && scene.capitalised(end - 1) && scene.capitalised(end) && !scene.has(end, first) {
            self.name_end(end - 1).max(end)
        } else {
            end + usize::from(complement && self.is_surname(end))
        }
    }

    /// « la ministre déléguée au Numérique, », « l'adjoint chargé de la voirie, »: the end of an office with what it is in charge of,
    /// where a comma or a name closes it.
    pub(super) fn past_charge(&self, end: usize) -> usize {
        /// Tokens of a charge.
        const LONGEST: usize = 8;
        let scene = self.scene;
        let charged = matches!(scene.folded(end), "charge" | "chargee")
            && scene.is_any(end + 1, &[w::DE, w::D, w::DU, w::DES]);
        if !charged && !scene.is_any(end, &[w::A, w::AU, w::AUX]) {
            return end;
        }
        let first = Classes::MALE_NAME.with(Classes::FEMALE_NAME);
        let goes_on = |i: &usize| {
            scene.kind(*i) == Some(TokenKind::Word)
                && !(scene.capitalised(*i) && scene.has(*i, first))
                && verb::at(scene, *i).is_none_or(|verb| verb.mood != verb::Mood::Finite)
        };
        let closed = (end + 1..end + LONGEST).find(|i| !goes_on(i));
        closed.filter(|close| scene.is(*close, w::COMMA) || scene.has(*close, first)).unwrap_or(end)
    }

    /// Whether a word before a comma is the second of two adjectives.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.kind(at) == Some(TokenKind::Word)
            && !scene.capitalised(at)
            && !scene.has(at, Classes::FUNCTION)
            && !verb::begins(scene, at)
            && scene.is(at + 1, w::COMMA)
    }

    /// The end of a noun phrase: adjectives, complements with « de », up to a verb or mark.
    pub(in super::super) fn phrase_end(&self, noun: usize) -> usize {
        /// Tokens of a phrase.
        const LONGEST: usize = 10;
        let scene = self.scene;
        let mut end = noun + 1;
        while end < noun + LONGEST && end < scene.tokens.len() && !scene.flag(end, Flags::LINE) {
            let next = if scene.is_any(end, &[w::DE, w::D, w::DU, w::DES]) {
                self.past_complement(end)
            } else {
                self.past_word(noun, end)
            };
            let Some(next) = next else { break };
            end = next;
        }
        end
    }

    /// The token behind a complement with « de ».
    pub(super) fn past_complement(&self, of: usize) -> Option<usize> {
        let scene = self.scene;
        let determiners = [w::LA, w::L, w::LES, w::CE, w::CET, w::CETTE, w::SON, w::SA, w::LEUR];
        let mut next = of + 1;
        while scene.is_any(next, &determiners) {
            next += 1;
        }
        // « l'universitaire d'enfoncer le clou »
        let acts = verb::at(scene, next).is_some_and(|verb| verb.mood == verb::Mood::Infinitive);
        let word = scene.kind(next) == Some(TokenKind::Word) && !scene.has(next, Classes::FUNCTION);
        // « un responsable de G42 »
        let digits = |i: usize| scene.kind(i) == Some(TokenKind::Number) && !scene.flag(i, Flags::SPACE);
        // « un proche de Masayoshi Son assure »: all of a name that the topic knows.
        if let Some((_, end)) = scene.topic.alias(scene.tokens, next) {
            return Some(end);
        }
        let end = if scene.capitalised(next) && digits(next + 1) { next + 2 } else { next + 1 };
        (word && !acts).then_some(end)
    }

    /// The token behind an adjective of a noun phrase, or behind what a hyphen or « et » joins to it.
    pub(super) fn past_word(&self, noun: usize, at: usize) -> Option<usize> {
        let scene = self.scene;
        // « le comité social et économique »
        if at > noun + 1 && scene.is(at, w::ET) && self.is_adjective(at + 1) {
            return Some(at + 2);
        }
        // « la start-up honorera-t-elle »
        let pronouns = [w::T, w::IL, w::ELLE, w::ILS, w::ELLES, w::ON];
        if scene.is(at + 1, WordId::HYPHEN) && scene.is_any(at + 2, &pronouns) {
            return None;
        }
        if scene.is(at, WordId::HYPHEN) && scene.kind(at + 1) == Some(TokenKind::Word) {
            return Some(at + 2);
        }
        // « la secrétaire CFDT du comité »
        let acronym = scene.has(noun, ROLE)
            && scene.flag(at, Flags::UPPER)
            && scene.slice(at).len() > 1
            && !scene.flag(at + 1, Flags::UPPER);
        let word = scene.kind(at) == Some(TokenKind::Word) && (!scene.capitalised(at) || acronym);
        let stops = scene.has(at, Classes::FUNCTION.with(Classes::WEEKDAY))
            || matches!(scene.folded(at), "aupres" | "face")
            || verb::is_recent(scene, at)
            || verb::at(scene, at).is_some_and(|v| v.mood != verb::Mood::Participle);
        (word && (!stops || scene.slice(at).starts_with("proche"))).then_some(at + 1)
    }
}
