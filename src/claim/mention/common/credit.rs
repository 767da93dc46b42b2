//! Whether a phrase of a common noun is given as a source: the verbs of speech beside it.

use super::super::super::cast::Mention;
use super::super::super::scene::Scene;
use super::super::super::verb;
use super::super::Finder;
use crate::lexicon::{Classes, Roles, words as w};
use crate::quantity::Bound;
use crate::text::{TokenKind, WordId};

/// What stands before whoever speaks.
const DETERMINERS: [WordId; 14] = [
    w::LE,
    w::LA,
    w::LES,
    w::L,
    w::UN,
    w::UNE,
    w::DES,
    w::SA,
    w::SON,
    w::SES,
    w::LEURS,
    w::CE,
    w::CET,
    w::CETTE,
];

impl Finder<'_, '_> {
    /// « précisent les six entreprises »: a noun with its number right behind a verb of speech.
    pub(super) fn is_told_by(&self, noun: usize) -> bool {
        let scene = self.scene;
        let article = noun.checked_sub(3).filter(|_| scene.is(noun - 2, w::LES));
        article.and_then(|i| verb::at(scene, i)).is_some_and(|verb| {
            verb.roles.has(Roles::SPEECH.with(Roles::INCISE))
                && opens_incise(scene, verb.start)
                && !self.closes_apposition(verb.start)
        })
    }

    /// « gronde la déléguée », « estimaient les magistrats »: whoever stands behind a verb of speech with an article.
    pub(super) fn follows_speech(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let article = at >= 2 && scene.is_any(at - 1, &DETERMINERS);
        // « selon une ingénieure du chantier », « d'après le centre de recherche océanographique »
        let indefinite = at >= 2
            && scene.is(at - 2, w::SELON)
            && scene.is_any(at - 1, &[w::UN, w::UNE])
            && !scene.has(noun, Classes::CRITERION);
        // « selon des personnes au fait du dossier », but « selon des critères »
        let people = || scene.lexicon.family(scene.word(noun)) == scene.lexicon.family(w::PERSONNES);
        let several = at >= 2 && scene.is(at - 1, w::DES) && self.is_credited(at - 1) && people();
        let credited = indefinite
            || several
            || self.is_according_to(at, noun)
            || at >= 2 && scene.has(noun, Classes::CREDITED) && self.is_credited(at - 1);
        // « réplique le lendemain l'homme d'affaires »
        let time = scene.lexicon.unit(scene.text, scene.tokens, noun).is_some()
            || matches!(
                scene.slice(noun),
                "lendemain" | "surlendemain" | "soir" | "matin" | "veille" | "même"
            );
        // « …, confirme un plafond de 15 % »: what is said.
        let figured =
            scene.is_any(noun + 1, &[w::DE, w::D]) && !scene.figures_in(&(noun + 2..noun + 3)).is_empty();
        let named = !figured
            && scene.kind(noun) == Some(TokenKind::Word)
            && !scene.has(noun, Classes::FUNCTION.with(Classes::PRENOMINAL))
            && scene.entry(noun).number.is_none()
            && !time;
        article
            && named
            && (credited
                || verb::at(scene, at - 2).is_some_and(|v| {
                    v.mood == verb::Mood::Finite
                        && v.roles.has(Roles::SPEECH.with(Roles::INCISE))
                        && !v.roles.has(Roles::COUNT)
                        && opens_incise(scene, v.start)
                        && !verb::is_stressed(
                            scene,
                            v.start,
                            scene.sentence(scene.sentence_of(v.start)).start,
                        )
                        && !self.closes_apposition(v.start)
                }))
    }

    /// « selon les rescapés », « d'après l'acte de renvoi »: whoever or whatever « selon » names, but for what things depend on.
    fn is_according_to(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let Some(article) = at.checked_sub(1) else { return false };
        scene.is_any(article, &[w::LE, w::LA, w::L, w::LES, w::DES])
            && !scene.capitalised(noun)
            && !scene.has(noun, Classes::CRITERION.with(Classes::PAPER))
            && !self.is_named_later(noun)
            && !self.varies_with(article, noun)
            && !scene.is(article.saturating_sub(1), w::PAR)
            && scene.folded(article.saturating_sub(1)) != "suivant"
            && self.is_credited(article)
    }

    /// « de 300 à 900 euros selon le grade », « 40 ou 80 euros selon la place », « 250 euros selon le cursus »: what a range depends on,
    /// and a single thing of which nothing more is said.
    fn varies_with(&self, article: usize, noun: usize) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence(scene.sentence_of(article));
        let bare = scene.is_any(article, &[w::LE, w::LA, w::L])
            && self.phrase_end(noun) == noun + 1
            && scene.kind(noun + 1) != Some(TokenKind::Word);
        let figures = scene.figures_in(&sentence);
        let ranged = figures.iter().any(|f| f.quantity.is_some_and(|q| q.bound == Bound::Range));
        let either = figures.iter().any(|f| scene.follows(f.tokens.0 as usize, w::OU));
        bare || ranged || either
    }

    /// « la consule générale, Leïla Chouchane », « les calculs de la FSU »: whether what follows a noun says who it is.
    fn is_named_later(&self, noun: usize) -> bool {
        /// Words of an office before a name.
        const OFFICE: usize = 6;
        let scene = self.scene;
        let comma = (noun + 1..noun + OFFICE).find(|i| scene.kind(*i) != Some(TokenKind::Word));
        comma.is_some_and(|comma| scene.is(comma, w::COMMA) && scene.capitalised(comma + 1))
            || (noun + 1..comma.unwrap_or(noun)).any(|i| scene.capitalised(i))
    }

    /// « Les prévisionnistes tablent sur … », « les ingénieurs de Hangzhou écrivent … »: whoever does, at the head of a clause, what
    /// only people do.
    pub(super) fn precedes_speech(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let article = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::LES, w::L, w::SES, w::DES]);
        let Some(before) = at.checked_sub(2).filter(|_| article && at == noun) else { return false };
        let start = scene.sentence(scene.sentence_of(at)).start;
        let opens = start + 1 == at
            || scene.is_any(before, &[w::COMMA, w::ET, w::MAIS, w::QUE, w::QU, w::COLON, w::SEMICOLON]);
        let common = scene.kind(noun) == Some(TokenKind::Word)
            && !scene.capitalised(noun)
            && !scene.has(noun, Classes::FUNCTION.with(Classes::PRENOMINAL).with(Classes::COUNT_NOUN))
            && scene.entry(noun).number.is_none();
        let opening = opens || scene.slice(before).eq_ignore_ascii_case("or");
        if !opening || !common {
            return false;
        }
        let end = verb::past_clitics(scene, self.phrase_end(noun));
        // « ont affirmé »
        let verb = (end..end + 3).find_map(|i| verb::at(scene, i));
        verb.is_some_and(|v| {
            v.mood == verb::Mood::Finite && v.roles.has(Roles::HUMAN) && !v.passive && v.start == end
        })
    }

    /// Whether words that name a source, other than those that only open a sentence, end right before an article.
    pub(super) fn is_credited(&self, article: usize) -> bool {
        let scene = self.scene;
        let ends = |from: &usize| {
            let found = scene.lexicon.attribution(scene.tokens, *from);
            found.is_some_and(|(opening, end)| end == article && !opening)
        };
        (article.saturating_sub(5)..article).any(|from| ends(&from))
    }

    /// « selon trois syndicats », « selon les trois partenaires », « a-t-on appris de deux sources »: whether a number before a noun
    /// is credited with it.
    pub(super) fn is_credited_number(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let article = scene.is_any(at - 2, &[w::LES, w::CES]) && self.is_credited(at - 2);
        let sources = scene.is(at - 2, w::DE) && matches!(scene.slice(noun), "source" | "sources");
        self.is_credited(at - 1) || article || sources
    }

    /// « Le ministre, Pierre Delcourt, a annoncé la création … »: the comma before a verb closes what stands beside its subject.
    pub(super) fn closes_apposition(&self, verb: usize) -> bool {
        let scene = self.scene;
        // « Larry Ellison, le fondateur d'Oracle, résume l'affaire »
        let ends = |m: &Mention| m.end + 1 == verb;
        let mut last = self.cast.mentions.iter().rev().take(3).filter(|m| ends(m) || m.end < verb);
        let named = match last.next() {
            Some(m) if ends(m) && m.named => true,
            Some(m) if ends(m) => last.any(|before| before.named && before.end + 3 >= m.start),
            _ => false,
        };
        let start = scene.sentence(scene.sentence_of(verb)).start;
        let opened = (start..verb.saturating_sub(1)).any(|i| scene.is(i, w::COMMA));
        // « Une source, qui a requis l'anonymat, a contesté l'affirmation … »
        let relative = (start..verb.saturating_sub(1))
            .any(|i| scene.is(i, w::COMMA) && scene.is_any(i + 1, &[w::QUI, w::DONT]));
        if relative && scene.is(verb.saturating_sub(1), w::COMMA) {
            return true;
        }
        // « Fatou Sène, 47 ans, montre les douze sacs »
        let aged = verb >= 2
            && scene.slice(verb - 2) == "ans"
            && self.cast.mentions.iter().rev().take(3).any(|m| m.named && m.end + 4 == verb);
        (named || aged) && scene.is(verb.saturating_sub(1), w::COMMA) && opened
    }
}

/// Whether a verb stands where an incise begins: right after a comma or a closing quote.
fn opens_incise(scene: &Scene<'_>, start: usize) -> bool {
    let at = verb::with_clitics(scene, start, 0);
    at > 0
        && scene.is_any(at - 1, &[w::COMMA, w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE, w::DASH, w::QUESTION])
}
