//! Whom a phrase of a common noun means: a new source, a person or company named before, the holder of an office.

use super::super::super::cast::Mention;
use super::super::super::verb;
use super::super::Finder;
use super::{Phrase, ROLE, THE, is_company};
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

impl Finder<'_, '_> {
    /// « Sophie Aubry, spécialiste des réseaux », « Yoshimitsu Goto, le directeur financier, »: the person whom a phrase stands
    /// beside.
    pub(super) fn apposed(&self, phrase: &Phrase) -> Option<usize> {
        let scene = self.scene;
        let last = self.cast.mentions.last()?;
        let human = matches!(self.cast.characters[last.who].sort, Sort::Person | Sort::Name);
        let bare = !phrase.determined && last.end + 1 == phrase.at;
        let closed =
            scene.is_any(phrase.end, &[w::COMMA, w::DOT, w::CLOSE, w::QUI]) || self.is_completed(phrase.end);
        let definite = phrase.determined
            && last.end + 2 == phrase.at
            && scene.is(last.end, w::COMMA)
            && scene.is_any(phrase.at - 1, &[w::LE, w::LA, w::L])
            && closed;
        // « Aïssatou Bello, une commerçante rencontrée à l'hôpital », « Nightjar, un groupe apparu l'automne dernier »
        let some = phrase.determined
            && !self.is_place(last)
            && last.end + 2 == phrase.at
            && scene.is(last.end, w::COMMA)
            && scene.is_any(phrase.at - 1, &[w::UN, w::UNE]);
        let noun = scene.has(phrase.noun, ROLE) || some && scene.has(phrase.noun, Classes::BODY);
        (human && last.named && (bare || definite || some) && noun).then_some(last.who)
    }

    /// « l'ancien adjoint aux sports. »: whether a complement and a mark follow.
    fn is_completed(&self, end: usize) -> bool {
        /// Tokens of a complement.
        const LONGEST: usize = 8;
        let scene = self.scene;
        let led = scene.is_any(end, &[w::A, w::AU, w::AUX, w::DE, w::D, w::DU, w::DES]);
        let words = (end..end + LONGEST).take_while(|i| scene.kind(*i) == Some(TokenKind::Word)).count();
        led && words > 1
            && scene.is_any(end + words, &[w::COMMA, w::DOT, w::CLOSE])
            && verb::in_range(scene, end..end + words).all(|verb| verb.mood != verb::Mood::Finite)
    }

    /// « Microsoft garde ses distances. À Davos, son directeur général … », « le boss de Microsoft »: who speaks for the company named
    /// last or behind, in the topic.
    pub(super) fn chief(&self, phrase: &Phrase) -> Option<usize> {
        let scene = self.scene;
        let speaks_for = |company: usize| {
            scene.topic.entities.iter().position(|entity| entity.speaks_for == Some(company))
        };
        if scene.slice(phrase.noun) == "boss" && scene.is_any(phrase.noun + 1, &[w::DE, w::D]) {
            return scene
                .topic
                .alias(scene.tokens, phrase.noun + 2)
                .and_then(|(company, _)| speaks_for(company));
        }
        let own = phrase.at > 0 && scene.is_any(phrase.at - 1, &[w::SON, w::SA]);
        let general = phrase.end <= phrase.noun + 2
            && !matches!(scene.slice(phrase.noun + 1), "financier" | "technique");
        if !own || !general || !scene.has(phrase.noun, Classes::CHIEF) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(phrase.at).saturating_sub(1)).start;
        let company = |m: &&Mention| m.is_free() && self.cast.characters[m.who].sort == Sort::Company;
        let last = self.cast.mentions.iter().rev().take_while(|m| m.start >= from).find(company)?;
        speaks_for(self.cast.characters[last.who].entity?)
    }

    /// Somebody named before whom a phrase means.
    pub(super) fn meant(&self, phrase: &Phrase) -> Option<usize> {
        let Phrase { at, noun, end, .. } = *phrase;
        let scene = self.scene;
        // « le même homme »
        if scene.slice(at) == "même"
            && let Some(who) = self.last_person(phrase)
        {
            return Some(who);
        }
        if self.opens_for_pronoun(phrase)
            && let Some(who) = self.last_person(phrase)
        {
            return Some(who);
        }
        if let Some(who) = self.of_two(noun).filter(|_| at == noun && end == noun + 1) {
            return Some(who);
        }
        // « le vieil homme »
        if phrase.determined
            && self.is_bare_description(at, noun, end)
            && let Some(who) = self.last_person(phrase)
        {
            return Some(who);
        }
        // « le préfet », after « le préfet Ghislain de Montfaucon ».
        let bare = self.start(phrase) == noun && end == noun + 1 && !phrase.plural;
        let office = bare && phrase.determined && scene.has(noun, ROLE);
        let holder = self.cast.holder(scene.word(noun)).filter(|_| office);
        // « l'entreprise », « le syndicat »: one named before.
        let described = || self.described_before(phrase).filter(|_| !is_company(scene, noun));
        holder
            .or_else(|| self.medium_before(phrase))
            .or_else(|| self.paper_before(phrase))
            .or_else(described)
            .or_else(|| self.newcomer(phrase))
            .or_else(|| self.labelled(phrase))
            .or_else(|| self.anaphor(at, noun, self.past_state(noun, end)))
            .or_else(|| self.stood_for(phrase))
    }

    /// « s'amuse la nonagénaire », « répond l'électricien »: whoever says something by a word that is no office's is the one named
    /// last, unless the word has told of another before.
    fn stood_for(&self, phrase: &Phrase) -> Option<usize> {
        /// Sentences back to the one meant.
        const BACK: usize = 2;
        let scene = self.scene;
        let Phrase { at, noun, end, feminine, plural, .. } = *phrase;
        let definite = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L, w::CE, w::CET, w::CETTE]);
        let compound = end == noun + 3 && scene.is(noun + 1, WordId::HYPHEN);
        let kinds = ROLE.with(Classes::BODY).with(Classes::MEDIUM).with(Classes::SPEECH_NOUN);
        if !definite || plural || at != noun || !(end == noun + 1 && !scene.has(noun, kinds) || compound) {
            return None;
        }
        let told = |i: usize| scene.word(i) == scene.word(noun) && scene.slice(i) == scene.slice(noun);
        if (0..at).any(|i| told(i) && scene.article.is_body(scene.tokens[i].span)) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(at).saturating_sub(BACK)).start;
        let meant = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            let agrees = scene.is(at - 1, w::L) || !character.gendered || character.feminine == feminine;
            let fit = match character.sort {
                Sort::Person => agrees,
                Sort::Company => true,
                _ => false,
            };
            m.named && m.is_free() && fit && scene.article.is_body(scene.tokens[m.start].span)
        };
        self.cast.mentions.iter().rev().take_while(|m| m.start >= from).find(meant).map(|m| m.who)
    }

    /// « l'assureur », « la caisse », after « l'assureur-maladie Alpisana »: whoever was called so beside the name.
    fn labelled(&self, phrase: &Phrase) -> Option<usize> {
        let Phrase { at, noun, end, plural, .. } = *phrase;
        let scene = self.scene;
        let bare = at == noun && end == noun + 1 && !plural;
        let definite = at > 0 && scene.is_any(at - 1, &THE);
        self.cast.labelled(scene.word(noun)).filter(|_| bare && definite)
    }

    /// « la société d'État »: the end of what a company is called, « d'État » left out.
    fn past_state(&self, noun: usize, end: usize) -> usize {
        let scene = self.scene;
        let state = scene.is(noun + 1, w::D) && scene.slice(noun + 2) == "État" && end == noun + 3;
        if state { noun + 1 } else { end }
    }

    /// « Cofondatrice d'un collectif, elle connaît le dossier »: an office that opens a sentence is of the pronoun behind it.
    fn opens_for_pronoun(&self, phrase: &Phrase) -> bool {
        /// Tokens from the office to the pronoun.
        const REACH: usize = 14;
        let scene = self.scene;
        let sentence = scene.sentence(scene.sentence_of(phrase.at));
        let opens = phrase.at == sentence.start && !phrase.determined && scene.has(phrase.noun, ROLE);
        let limit = (phrase.noun + REACH).min(sentence.end);
        let comma = || (phrase.noun + 1..limit).find(|i| scene.is(*i, w::COMMA));
        opens && comma().is_some_and(|comma| scene.is_any(comma + 1, &[w::IL, w::ELLE]))
    }

    /// « The National s'est offert une visite (…), écrit le journal », « Bloomberg (…). L'agence a calculé … »: the medium named last.
    fn medium_before(&self, phrase: &Phrase) -> Option<usize> {
        let scene = self.scene;
        let Phrase { at, noun, end, .. } = *phrase;
        let bare = at == noun && end == noun + 1 && at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L]);
        if !bare || !(scene.has(noun, Classes::MEDIUM) || matches!(scene.slice(noun), "agence" | "titre")) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(at).saturating_sub(1)).start;
        let medium = |m: &&Mention| m.named && self.cast.characters[m.who].sort == Sort::Medium;
        self.cast.mentions.iter().rev().take_while(|m| m.start >= from).find(medium).map(|m| m.who)
    }

    /// « indique encore le texte », after « le communiqué d'OpenAI »: who made the paper that was spoken of last.
    pub(super) fn paper_before(&self, phrase: &Phrase) -> Option<usize> {
        /// Tokens back to the paper.
        const REACH: usize = 120;
        let scene = self.scene;
        let papers = Classes::SPEECH_NOUN.with(Classes::COUNT_NOUN);
        let Phrase { at, noun, end, .. } = *phrase;
        let bare = at == noun && end == noun + 1 && scene.has(noun, papers);
        if !bare || at == 0 || !scene.is_any(at - 1, &[w::LE, w::LA, w::L, w::CE, w::CET, w::CETTE]) {
            return None;
        }
        let made = |m: &&Mention| {
            let of = m.named && matches!(m.preposition, w::DE | w::D | w::DU | w::DES);
            let paper = |i: usize| scene.has(i, papers) && scene.has(i, Classes::BODY);
            let sort = self.cast.characters[m.who].sort;
            of && (m.start.saturating_sub(4)..m.start).any(paper)
                && matches!(sort, Sort::Company | Sort::Body | Sort::Institution | Sort::Name)
        };
        self.cast.back_from(at, REACH).find(made).map(|m| m.who)
    }

    /// « ce gérant » after « un gérant de fortune genevois », « le syndicat » after « le Syndicat du numérique », « cette source »
    /// after « une personne au fait des discussions »: whom a phrase with the same noun, or any anonymous one, told of before.
    pub(super) fn described_before(&self, phrase: &Phrase) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 150;
        let scene = self.scene;
        let Phrase { at, noun, end, .. } = *phrase;
        let before = at.checked_sub(1)?;
        let this = scene.is_any(before, &[w::CE, w::CET, w::CETTE]);
        let definite = this || scene.is_any(before, &[w::LE, w::LA, w::L]);
        if !definite || at != noun || end != noun + 1 || phrase.plural {
            return None;
        }
        let noun_of =
            |m: &Mention| (m.start..m.end.min(m.start + 3)).any(|i| scene.word(i) == scene.word(noun));
        let spoke =
            |m: &Mention| matches!(self.cast.characters[m.who].sort, Sort::Person | Sort::Body | Sort::Name);
        let longer =
            |m: &&Mention| m.end > m.start + 1 && spoke(m) && noun_of(m) && scene.word(noun).is_known();
        let anonymous = this && scene.slice(noun) == "source";
        let any =
            |m: &&Mention| !m.named && matches!(self.cast.characters[m.who].sort, Sort::Person | Sort::Body);
        let mut near = self.cast.back_from(at, REACH);
        let found = if anonymous { near.find(any) } else { near.find(longer) };
        found.map(|m| m.who)
    }

    /// « Ines Bouazizi ne dort plus (…), raconte l'ingénieure », « Luc Vandersteen n'y croit pas. Selon le secrétaire régional de
    /// la FGTB »: the person named last, of whom nothing has told yet what he or she is.
    pub(super) fn newcomer(&self, phrase: &Phrase) -> Option<usize> {
        /// Sentences back to the one meant.
        const BACK: usize = 6;
        let scene = self.scene;
        if let Some(who) = self.head_of_it(phrase) {
            return Some(who);
        }
        let this = phrase.at > 0 && scene.is_any(phrase.at - 1, &[w::CE, w::CET, w::CETTE]);
        let definite = this || phrase.at > 0 && scene.is_any(phrase.at - 1, &[w::LE, w::LA, w::L]);
        let office = scene.has(phrase.noun, ROLE) && !scene.has(phrase.noun, Classes::BODY);
        if !definite || phrase.plural || !(office || this) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(phrase.at).saturating_sub(BACK)).start;
        let any = self.is_of_any_gender(phrase);
        let named = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            // « Chez Moët Hennessy, … »: a firm.
            let before = m.start.checked_sub(1).map_or("", |i| scene.folded(i));
            let firm = matches!(before, "chez" | "groupe" | "societe" | "marque" | "maison");
            // « Ragnhild Moe »: a name of two words that nothing tells more of.
            let person = character.sort == Sort::Person
                || character.sort == Sort::Name
                    && !character.gendered
                    && character.name.contains(' ')
                    && !scene.word(m.start).is_known()
                    // « Lyon Métropole »
                    && !(m.start..m.end).any(|i| scene.has(i, Classes::BODY.with(Classes::CREDITED)))
                    && !scene.flag(m.start, Flags::UPPER);
            let agrees = any || !character.gendered || character.feminine == phrase.feminine;
            // « Affaire Orphée : la procureure réclame huit ans » is a heading.
            let heading = scene.flag(m.start, Flags::LINE) && scene.is(m.end, w::COLON);
            let told = scene.article.is_body(scene.tokens[m.start].span);
            m.named && m.start >= from && person && agrees && !heading && told && !firm
        };
        let near = || self.cast.mentions.iter().rev().take_while(|m| m.end + 1 > from).filter(named);
        // « Hélène Marchetti a demandé huit ans contre le fondateur d'Orphée Patrimoine », and then « la procureure »
        let known = |m: &&Mention| self.cast.characters[m.who].sort == Sort::Person;
        let last = near().find(|m| known(m) && m.is_free()).or_else(|| near().next())?;
        // « Myriam Colson, du syndicat Setca. La ministre wallonne de l'Emploi … »: of whom it is told who he or she is.
        let of = (phrase.noun + 1..phrase.end).any(|i| scene.is_any(i, &[w::DE, w::D, w::DU, w::DES]));
        let told = scene.is(last.end, w::COMMA) && scene.is_any(last.end + 1, &[w::DE, w::D, w::DU, w::DES]);
        if of && told {
            return None;
        }
        let character = &self.cast.characters[last.who];
        let unknown = character.entity.is_none() && (this || !self.cast.holds_office(last.who));
        unknown.then_some(last.who)
    }

    /// « le propriétaire de la plateforme », « le grand argentier du groupe »: the head of something told before is the person who was
    /// the subject last.
    pub(super) fn head_of_it(&self, phrase: &Phrase) -> Option<usize> {
        /// Sentences back to the one meant.
        const BACK: usize = 4;
        let scene = self.scene;
        let Phrase { at, noun, end, feminine, plural, .. } = *phrase;
        let led = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L]);
        let it = (noun + 1..end).any(|i| scene.is_any(i, &[w::DE, w::DU, w::L]))
            && (scene.has(end - 1, Classes::COMPANY_NOUN.with(Classes::ORGANISATION_NOUN))
                || matches!(scene.folded(end - 1), "etat" | "plateforme" | "reseau" | "club" | "up"));
        if !led || !it || plural || !scene.has(noun, ROLE) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(at).saturating_sub(BACK)).start;
        let person = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            m.named
                && m.is_free()
                && character.sort == Sort::Person
                && (character.feminine == feminine || !character.gendered || scene.is(at - 1, w::L))
        };
        self.cast.mentions.iter().rev().take_while(|m| m.start >= from).find(person).map(|m| m.who)
    }

    /// « l'homme d'affaires », « la dirigeante »: a description that only stands for somebody named before.
    pub(super) fn is_bare_description(&self, at: usize, noun: usize, end: usize) -> bool {
        let scene = self.scene;
        let affairs = scene.is(noun + 1, w::D) && scene.slice(noun + 2) == "affaires" && end == noun + 3;
        let definite = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L, w::CE, w::CET, w::CETTE]);
        // « le député UDC »
        let party = end == noun + 2 && scene.flag(noun + 1, Flags::UPPER);
        // « le responsable agricole », but « le patron français »
        let adjective = end == noun + 2
            && scene.kind(noun + 1) == Some(TokenKind::Word)
            && !scene.capitalised(noun + 1)
            && !scene.has(noun + 1, Classes::FUNCTION)
            && scene.is(noun + 2, w::DOT);
        definite
            && (affairs || (end == noun + 1 || party || adjective) && scene.has(noun, Classes::DESCRIPTION))
    }

    /// The person named last, of a gender, close before.
    pub(super) fn last_person(&self, phrase: &Phrase) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 120;
        let any = self.is_of_any_gender(phrase);
        let near = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            let agrees = any || character.feminine == phrase.feminine || !character.gendered;
            character.sort == Sort::Person && agrees && m.named
        };
        self.cast.back_from(phrase.at, REACH).find(near).map(|m| m.who)
    }

    /// « … Elon Musk et Sam Altman. Le premier a dégainé … Le second, patron d'OpenAI, … »: one of the two named last together.
    pub(super) fn of_two(&self, noun: usize) -> Option<usize> {
        /// Tokens back to the two.
        const REACH: usize = 80;
        let scene = self.scene;
        let second = match scene.slice(noun) {
            "premier" | "première" => false,
            "second" | "seconde" => true,
            _ => return None,
        };
        let determined = noun > 0 && scene.is_any(noun - 1, &[w::LE, w::LA]);
        let verb = || verb::in_range(scene, noun + 1..noun + 5).next().is_some_and(|v| v.start <= noun + 2);
        let auxiliary = matches!(scene.slice(noun + 1), "a" | "avait" | "est" | "était");
        let alone = auxiliary || scene.is(noun + 1, w::COMMA) || verb();
        let named = |m: &Mention| m.named && self.cast.characters[m.who].sort == Sort::Person;
        let back: Vec<&Mention> = self.cast.back_from(noun, REACH).filter(|m| named(m)).collect();
        let joined = |pair: &&[&Mention]| {
            scene.is(pair[1].end, w::ET) && pair[1].end + 1 == pair[0].start && pair[0].who != pair[1].who
        };
        let pair = back.windows(2).find(joined).filter(|_| determined && alone)?;
        Some(if second { pair[0].who } else { pair[1].who })
    }

    /// « l'universitaire »: neither the article nor the noun tells the gender.
    pub(super) fn is_of_any_gender(&self, phrase: &Phrase) -> bool {
        let entry = self.scene.entry(phrase.noun);
        phrase.at > 0
            && self.scene.is(phrase.at - 1, w::L)
            && entry.is(Classes::MALE_ROLE) == entry.is(Classes::FEMALE_ROLE)
    }

    /// Whether a name without a first name stands at a token.
    pub(super) fn is_surname(&self, at: usize) -> bool {
        let scene = self.scene;
        let first = Classes::MALE_NAME.with(Classes::FEMALE_NAME);
        scene.capitalised(at)
            && !scene.flag(at, Flags::LINE)
            && !scene.has(at, first)
            && !self.continues_name(at + 1)
            && scene.topic.alias(scene.tokens, at).is_none_or(|(_, end)| end == at + 1)
    }

    /// The company or body that « l'entreprise », « le groupe », « le syndicat » mean: the last one that was a subject.
    pub(super) fn anaphor(&self, at: usize, noun: usize, end: usize) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 120;
        let scene = self.scene;
        let definite = at == noun && at > 0 && scene.is_any(at - 1, &THE);
        let slice = scene.slice(noun);
        let start_up = slice == "start" && end > noun + 1;
        let union = scene.has(noun, Classes::ORGANISATION_NOUN);
        if !definite
            || end > noun + 1 + 2 * usize::from(start_up)
            || !(scene.has(noun, Classes::COMPANY_NOUN) || union || start_up)
        {
            return None;
        }
        let wanted = |who: usize| match self.cast.characters[who].sort {
            Sort::Company => !union,
            Sort::Name => union || self.cast.characters[who].times >= 2,
            _ => false,
        };
        // « Le cas d'OpenAI est singulier. La société négocie … »: the only one spoken of here and in the sentence before.
        let before = scene.sentence(scene.sentence_of(at).saturating_sub(1)).start;
        let since = self.cast.mentions.iter().rev().take_while(|m| m.start >= before);
        // « le réseau de Brévanne, selon l'exploitant »: a name that is the subject of nothing may be a place.
        let acts = |m: &Mention| m.is_free() || self.cast.characters[m.who].sort == Sort::Company || union;
        let since = since.filter(|m| !self.is_place(m) && acts(m)).map(|m| m.who);
        let mut here: Vec<usize> = since.filter(|who| wanted(*who)).collect();
        here.dedup();
        if let [only] = here.as_slice() {
            return Some(*only);
        }
        // « la start-up », « le fabricant »: of several the one that the topic calls so.
        let called = |who: usize| {
            let entity = self.cast.characters[who].entity;
            entity.is_some_and(|entity| scene.topic.entities[entity].heads.contains(&scene.word(noun)))
        };
        // « Samu-Urgences de France a réclamé un « plan Marshall ». L'organisation estime … »: whoever the sentence before is about.
        let mut last =
            self.cast.mentions.iter().filter(|m| m.start >= before && m.is_free() && wanted(m.who));
        let first = last.next().filter(|m| union && m.start <= before + 2);
        if let Some(first) = first {
            return Some(first.who);
        }
        let near =
            || self.cast.back_from(at, REACH).filter(|m| wanted(m.who) && !self.is_place(m) && acts(m));
        let meant = near().find(|m| called(m.who)).or_else(|| near().find(|m| m.is_free()));
        let meant = meant.or_else(|| near().next()).map(|m| m.who);
        meant.or_else(|| self.opens_sentence(before))
    }

    /// « À Oslo, le parti … »: a place is no party.
    fn is_place(&self, m: &Mention) -> bool {
        let place = matches!(m.preposition, w::A | w::AU | w::AUX | w::EN | w::DANS);
        let who = &self.cast.characters[m.who];
        place && who.sort == Sort::Name && who.name.chars().any(char::is_lowercase)
    }

    /// « Kyklos Maritime exploite le navire. L'armateur … »: whom a sentence opens with, by a name of several words.
    fn opens_sentence(&self, start: usize) -> Option<usize> {
        let scene = self.scene;
        let several = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            let name = character.sort == Sort::Name && character.name.contains(' ');
            name && m.is_free() && !scene.flag(m.start, Flags::LINE) && !scene.flag(m.start, Flags::UPPER)
        };
        let opening = self.cast.mentions.iter().rev().take_while(|m| m.start >= start);
        opening.filter(|m| m.start <= start + 2).find(several).map(|m| m.who)
    }
}
