//! Sources that a common noun names: « la préfecture de police », « une source proche du dossier », « l'entreprise ».

use super::super::cast::Mention;
use super::super::verb;
use super::Finder;
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// What a company is called after its name.
const COMPANY: [&str; 22] = [
    "entreprise", "groupe", "société", "firme", "compagnie", "start-up", "startup", "constructeur",
    "équipementier", "géant", "fabricant", "opérateur", "exploitant", "éditeur", "promoteur", "maison",
    "laboratoire", "boîte", "pépite", "conglomérat", "établissement", "enseigne",
];

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
        let before = scene.has(at, Classes::PRENOMINAL) && !scene.has(at + 1, Classes::FUNCTION);
        let noun = if before { at + 1 } else { at };
        let determined = at > 0 && scene.has(at - 1, Classes::FUNCTION);
        // « l'accord, qui …, porte sur »: no « porte-parole ».
        if scene.slice(noun) == "porte" && !scene.is(noun + 1, WordId::HYPHEN) {
            return None;
        }
        // « votre étude »: spoken to.
        if at > 0 && matches!(scene.folded(at - 1), "votre" | "vos") {
            return None;
        }
        let headed = scene.flag(at, Flags::LINE) || at > 0 && scene.kind(at - 1) == Some(TokenKind::Mark);
        let source = scene.has(noun, Classes::BODY.with(ROLE).with(Classes::MEDIUM))
            || self.is_bare_description(at, noun, noun + 1);
        // « d'après deux responsables au fait du dossier »
        let numbered = at >= 2 && scene.entry(at - 1).number.is_some();
        let told = numbered && self.is_told_by(at);
        let counted = numbered && self.is_credited(at - 1) || told;
        if !(determined || headed || counted)
            || !(source || told || self.follows_speech(at, noun) || self.precedes_speech(at, noun))
            || scene.tokens.get(noun).is_none_or(|t| t.has(Flags::ELIDED))
        {
            return None;
        }
        let end = self.end_with_names(noun);
        let entry = scene.entry(noun);
        let feminine = entry.is(Classes::FEMALE_ROLE) && !entry.is(Classes::MALE_ROLE)
            || at > 0 && scene.is_any(at - 1, &[w::LA, w::UNE, w::CETTE]);
        // « le cabinet Occurrence », « le ministre Pascal Lemoigne », « la porte-parole, Karoline Leavitt »: the name says who.
        let named = scene.capitalised(end) && !scene.flag(end, Flags::LINE);
        let frontal = headed
            && !determined
            && (end..end + 6).any(|i| scene.is(i, w::COMMA) && scene.capitalised(i + 1));
        if named || entry.is(ROLE) && (self.is_followed_by_name(end) || frontal) {
            return None;
        }
        let plural = scene.slice(noun).ends_with(['s', 'x']);
        Some(Phrase { at, noun, end, determined, feminine, plural })
    }

    /// The end of a noun phrase with the name that its complement is.
    fn end_with_names(&self, noun: usize) -> usize {
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

    /// « précisent les six entreprises »: a noun with its number right behind a verb of speech.
    fn is_told_by(&self, noun: usize) -> bool {
        let scene = self.scene;
        let article = noun.checked_sub(3).filter(|_| scene.is(noun - 2, w::LES));
        article.and_then(|i| verb::at(scene, i)).is_some_and(|verb| {
            verb.roles.has(Roles::SPEECH.with(Roles::INCISE))
                && opens_incise(scene, verb.start)
                && !self.closes_apposition(verb.start)
        })
    }

    /// The first token of a phrase, with the article of « une source ».
    fn start(&self, phrase: &Phrase) -> usize {
        let at = phrase.at;
        if at > 0 && self.scene.is_any(at - 1, &[w::UN, w::UNE]) { at - 1 } else { at }
    }

    /// « Sophie Aubry, spécialiste des réseaux », « Yoshimitsu Goto, le directeur financier, »: the person whom a phrase stands
    /// beside.
    fn apposed(&self, phrase: &Phrase) -> Option<usize> {
        let scene = self.scene;
        let last = self.cast.mentions.last()?;
        let human = matches!(self.cast.characters[last.who].sort, Sort::Person | Sort::Name);
        let bare = !phrase.determined && last.end + 1 == phrase.at;
        let closed = scene.is_any(phrase.end, &[w::COMMA, w::DOT, w::CLOSE, w::QUI]);
        let definite = phrase.determined
            && last.end + 2 == phrase.at
            && scene.is(last.end, w::COMMA)
            && scene.is_any(phrase.at - 1, &[w::LE, w::LA, w::L])
            && closed;
        (human && last.named && (bare || definite) && scene.has(phrase.noun, ROLE)).then_some(last.who)
    }

    /// « Microsoft garde ses distances. À Davos, son directeur général … »: who speaks for the company named last, in the topic.
    fn chief(&self, phrase: &Phrase) -> Option<usize> {
        const CHIEFS: [&str; 10] = [
            "directeur", "directrice", "patron", "patronne", "PDG", "dirigeant", "dirigeante", "CEO",
            "fondateur", "pdg",
        ];
        let scene = self.scene;
        let own = phrase.at > 0 && scene.is_any(phrase.at - 1, &[w::SON, w::SA]);
        let general = phrase.end <= phrase.noun + 2
            && !matches!(scene.slice(phrase.noun + 1), "financier" | "technique");
        if !own || !general || !CHIEFS.contains(&scene.slice(phrase.noun)) {
            return None;
        }
        let from = scene.sentence(scene.sentence_of(phrase.at).saturating_sub(1)).start;
        let company = |m: &&Mention| m.is_free() && self.cast.characters[m.who].sort == Sort::Company;
        let last = self.cast.mentions.iter().rev().take_while(|m| m.start >= from).find(company)?;
        let company = self.cast.characters[last.who].entity?;
        scene.topic.entities.iter().position(|entity| entity.speaks_for == Some(company))
    }

    /// Somebody named before whom a phrase means.
    fn meant(&self, phrase: &Phrase) -> Option<usize> {
        let Phrase { at, noun, end, .. } = *phrase;
        let scene = self.scene;
        // « le même homme »
        if scene.slice(at) == "même"
            && let Some(who) = self.last_person(phrase)
        {
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
            .or_else(|| self.paper_before(phrase))
            .or_else(described)
            .or_else(|| self.newcomer(phrase))
            .or_else(|| self.anaphor(at, noun, end))
    }

    /// « indique encore le texte », after « le communiqué d'OpenAI »: who made the paper that was spoken of last.
    fn paper_before(&self, phrase: &Phrase) -> Option<usize> {
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
    fn described_before(&self, phrase: &Phrase) -> Option<usize> {
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
    fn newcomer(&self, phrase: &Phrase) -> Option<usize> {
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
            m.named && m.start >= from && person && agrees
        };
        let last = self.cast.mentions.iter().rev().take_while(|m| m.end + 1 > from).find(named)?;
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
    fn head_of_it(&self, phrase: &Phrase) -> Option<usize> {
        /// Sentences back to the one meant.
        const BACK: usize = 4;
        /// What is told before where it has no name.
        const IT: [&str; 14] = [
            "Etat", "État", "groupe", "plateforme", "entreprise", "société", "réseau", "firme", "maison",
            "start-up", "club", "syndicat", "parti", "compagnie",
        ];
        let scene = self.scene;
        let Phrase { at, noun, end, feminine, plural, .. } = *phrase;
        let led = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L]);
        let it = (noun + 1..end).any(|i| scene.is_any(i, &[w::DE, w::DU, w::L]))
            && IT.contains(&scene.slice(end - 1));
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
    fn is_bare_description(&self, at: usize, noun: usize, end: usize) -> bool {
        let scene = self.scene;
        let affairs = scene.is(noun + 1, w::D) && scene.slice(noun + 2) == "affaires" && end == noun + 3;
        let definite = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L, w::CE, w::CET, w::CETTE]);
        // « le député UDC »
        let party = end == noun + 2 && scene.flag(noun + 1, Flags::UPPER);
        definite && (affairs || (end == noun + 1 || party) && scene.has(noun, Classes::DESCRIPTION))
    }

    /// The person named last, of a gender, close before.
    fn last_person(&self, phrase: &Phrase) -> Option<usize> {
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

    /// « l'universitaire »: neither the article nor the noun tells the gender.
    fn is_of_any_gender(&self, phrase: &Phrase) -> bool {
        let entry = self.scene.entry(phrase.noun);
        phrase.at > 0
            && self.scene.is(phrase.at - 1, w::L)
            && entry.is(Classes::MALE_ROLE) == entry.is(Classes::FEMALE_ROLE)
    }

    /// Whether a name without a first name stands at a token.
    fn is_surname(&self, at: usize) -> bool {
        let scene = self.scene;
        let first = Classes::MALE_NAME.with(Classes::FEMALE_NAME);
        scene.capitalised(at)
            && !scene.flag(at, Flags::LINE)
            && !scene.has(at, first)
            && !self.continues_name(at + 1)
            && scene.topic.alias(scene.tokens, at).is_none_or(|(_, end)| end == at + 1)
    }

    /// The company or body that « l'entreprise », « le groupe », « le syndicat » mean: the last one that was a subject.
    fn anaphor(&self, at: usize, noun: usize, end: usize) -> Option<usize> {
        const UNION: [&str; 10] = [
            "syndicat", "parti", "association", "institut", "cabinet", "organisation", "centrale",
            "fédération", "confédération", "collectif",
        ];
        /// Tokens back to the one meant.
        const REACH: usize = 120;
        let scene = self.scene;
        let definite = at == noun
            && at > 0
            && scene.is_any(at - 1, &[w::LE, w::LA, w::L, w::CE, w::CETTE, w::CET, w::DU, w::AU]);
        let slice = scene.slice(noun);
        let start_up = slice == "start" && end > noun + 1;
        if !definite
            || end > noun + 1 + 2 * usize::from(start_up)
            || !(COMPANY.contains(&slice) || UNION.contains(&slice) || start_up)
        {
            return None;
        }
        let wanted = |who: usize| match self.cast.characters[who].sort {
            Sort::Company => !UNION.contains(&slice),
            Sort::Name => UNION.contains(&slice) || self.cast.characters[who].times >= 2,
            _ => false,
        };
        // « Le cas d'OpenAI est singulier. La société négocie … »: the only one spoken of here and in the sentence before.
        let before = scene.sentence(scene.sentence_of(at).saturating_sub(1)).start;
        let mut here: Vec<usize> = self
            .cast
            .mentions
            .iter()
            .rev()
            .take_while(|m| m.start >= before)
            .map(|m| m.who)
            .filter(|who| wanted(*who))
            .collect();
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
        let first = last.next().filter(|m| UNION.contains(&slice) && m.start <= before + 2);
        if let Some(first) = first {
            return Some(first.who);
        }
        let near = || self.cast.back_from(at, REACH).filter(|m| wanted(m.who));
        let meant = near().find(|m| called(m.who)).or_else(|| near().find(|m| m.is_free()));
        meant.or_else(|| near().next()).map(|m| m.who)
    }

    /// « gronde la déléguée », « estimaient les magistrats »: whoever stands behind a verb of speech with an article.
    fn follows_speech(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let article = at >= 2
            && scene.is_any(
                at - 1,
                &[w::LE, w::LA, w::LES, w::L, w::UN, w::UNE, w::SA, w::SON, w::CE, w::CET, w::CETTE],
            );
        // « selon une ingénieure du chantier », « d'après le centre de recherche océanographique »
        let indefinite = at >= 2 && scene.is(at - 2, w::SELON) && scene.is_any(at - 1, &[w::UN, w::UNE]);
        let credited =
            indefinite || at >= 2 && scene.has(noun, Classes::CREDITED) && self.is_credited(at - 1);
        // « réplique le lendemain l'homme d'affaires »
        let time = scene.lexicon.unit(scene.text, scene.tokens, noun).is_some()
            || matches!(
                scene.slice(noun),
                "lendemain" | "surlendemain" | "soir" | "matin" | "veille" | "même"
            );
        let named = scene.kind(noun) == Some(TokenKind::Word)
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
                        && !is_stressed(scene, v.start)
                        && !self.closes_apposition(v.start)
                }))
    }

    /// « Les prévisionnistes tablent sur … », « les ingénieurs de Hangzhou écrivent … »: whoever does, at the head of a clause, what
    /// only people do.
    fn precedes_speech(&self, at: usize, noun: usize) -> bool {
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
    fn is_credited(&self, article: usize) -> bool {
        let scene = self.scene;
        let ends = |from: &usize| {
            let found = scene.lexicon.attribution(scene.tokens, *from);
            found.is_some_and(|(opening, end)| end == article && !opening)
        };
        (article.saturating_sub(5)..article).any(|from| ends(&from))
    }

    /// « Le ministre, Pierre Delcourt, a annoncé la création … »: the comma before a verb closes what stands beside its subject.
    fn closes_apposition(&self, verb: usize) -> bool {
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
        named && scene.is(verb.saturating_sub(1), w::COMMA) && opened
    }

    /// Whether a word before a comma is the second of two adjectives.
    fn is_adjective(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.kind(at) == Some(TokenKind::Word)
            && !scene.capitalised(at)
            && !scene.has(at, Classes::FUNCTION)
            && verb::at(scene, at).is_none()
            && scene.is(at + 1, w::COMMA)
    }

    /// The end of a noun phrase: adjectives, complements with « de », up to a verb or mark.
    pub(super) fn phrase_end(&self, noun: usize) -> usize {
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
    fn past_complement(&self, of: usize) -> Option<usize> {
        let scene = self.scene;
        let determiners = [w::LA, w::L, w::LES, w::CE, w::CET, w::CETTE, w::SON, w::SA, w::LEUR];
        let mut next = of + 1;
        while scene.is_any(next, &determiners) {
            next += 1;
        }
        // « l'universitaire d'enfoncer le clou »
        let acts = verb::at(scene, next).is_some_and(|verb| verb.mood == verb::Mood::Infinitive);
        let word = scene.kind(next) == Some(TokenKind::Word) && !scene.has(next, Classes::FUNCTION);
        (word && !acts).then_some(next + 1)
    }

    /// The token behind an adjective of a noun phrase, or behind what a hyphen or « et » joins to it.
    fn past_word(&self, noun: usize, at: usize) -> Option<usize> {
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
            || scene.folded(at) == "aupres"
            || verb::at(scene, at).is_some_and(|v| v.mood != verb::Mood::Participle);
        (word && (!stops || scene.slice(at).starts_with("proche"))).then_some(at + 1)
    }
}

/// Whether a company is called so: « entreprise ».
pub(in crate::claim) fn is_company_noun(noun: &str) -> bool {
    COMPANY.contains(&noun)
}

/// Whether a noun at a token is what a company is called, « start-up » of two words included.
pub(super) fn is_company(scene: &super::super::scene::Scene<'_>, at: usize) -> bool {
    COMPANY.contains(&scene.slice(at)) || scene.slice(at) == "start" && scene.is(at + 1, WordId::HYPHEN)
}

/// « La direction, elle, décrit … »: the comma before a verb closes a pronoun that stresses the subject.
fn is_stressed(scene: &super::super::scene::Scene<'_>, verb: usize) -> bool {
    let pronouns = [w::LUI, w::ELLE, w::EUX, w::ELLES];
    verb >= 2 && scene.is(verb - 1, w::COMMA) && scene.is_any(verb - 2, &pronouns)
}

/// Whether a verb stands where an incise begins: right after a comma or a closing quote.
fn opens_incise(scene: &super::super::scene::Scene<'_>, start: usize) -> bool {
    let at = verb::with_clitics(scene, start, 0);
    at > 0
        && scene.is_any(at - 1, &[w::COMMA, w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE, w::DASH, w::QUESTION])
}
