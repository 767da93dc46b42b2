//! Who is in an article: entities of the topic, media, people and bodies that the text names, and where.

mod common;
mod identity;
mod name;
mod nobody;

use self::name::{PARTICLES, is_particle};
use super::cast::{Cast, Mention};
use super::scene::Scene;
use super::verb;
use crate::grammar::Class;
use crate::lexicon::{Classes, Known, Roles, words as w};
use crate::text::{Flags, Token, TokenKind, WordId};
use crate::topic::Sort;

const PREPOSITIONS: [WordId; 14] = [
    w::DE,
    w::D,
    w::DES,
    w::DU,
    w::A,
    w::AU,
    w::AUX,
    w::PAR,
    w::POUR,
    w::CONTRE,
    w::SUR,
    w::DANS,
    w::EN,
    w::ENTRE,
];

/// Others, folded.
const OTHER_PREPOSITIONS: [&str; 19] = [
    "avec", "chez", "selon", "vers", "sans", "via", "sous", "comme", "outre", "malgre", "envers", "parmi",
    "face", "depuis", "devant", "aupres", "lesquels", "lesquelles", "notamment",
];

/// What an office that a comma sets apart from its holder begins with.
const OFFICE_ARTICLES: [WordId; 6] = [w::LE, w::LA, w::L, w::SON, w::SA, w::LEUR];

/// Finds all mentions of an article's body.
pub(super) fn find(scene: &Scene<'_>) -> Cast {
    let mut finder = Finder { scene, cast: Cast::default(), inner: inner_names(scene) };
    let mut amounts = scene.figures.iter().filter(|figure| figure.is_quantity()).peekable();
    let mut at = 0;
    while at < scene.tokens.len() {
        // The letters of an amount (« 19 Md$ ») name nobody.
        while amounts.peek().is_some_and(|figure| figure.core_tokens.1 as usize <= at) {
            amounts.next();
        }
        let inside =
            amounts.peek().is_some_and(|figure| figure.core_tokens.0 as usize <= at && figure.noun.is_none());
        at = if inside { at + 1 } else { finder.step(at) };
    }
    identity::find(scene, &mut finder.cast);
    // « la directrice de l'OMS, Anne Martin »: the mention begins with her office, before the name inside it.
    finder.cast.mentions.sort_by_key(|mention| mention.start);
    finder.cast
}

/// Hashes of words that are capitalised within a sentence: names, even where a sentence begins with them.
fn inner_names(scene: &Scene<'_>) -> Vec<u32> {
    let mut hashes: Vec<u32> = scene
        .tokens
        .windows(2)
        .filter(|pair| {
            pair[1].is_capitalised() && pair[0].kind == TokenKind::Word && !pair[1].has(Flags::LINE)
        })
        .map(|pair| pair[1].hash)
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// « le Vaudois Olivier Pasche »: where somebody is from, by its ending.
fn is_demonym(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne", "ain", "aine", "and", "ande", "ol",
        "ole",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

struct Finder<'s, 'a> {
    scene: &'s Scene<'a>,
    cast: Cast,
    inner: Vec<u32>,
}

impl Finder<'_, '_> {
    /// Records the mention that begins at a token, if any; gives the next token to look at.
    fn step(&mut self, at: usize) -> usize {
        let scene = self.scene;
        let token = &scene.tokens[at];
        if token.kind != TokenKind::Word {
            return at + 1;
        }
        if let Some((entity, end)) =
            scene.topic.alias(scene.tokens, at).filter(|(_, end)| self.spelt_as_name(at, *end))
        {
            return self.name_entity(entity, at, end);
        }
        if !token.is_capitalised() {
            return self
                .last_named(at)
                .or_else(|| self.described(at))
                .or_else(|| self.company_of(at))
                .or_else(|| self.body(at))
                .unwrap_or(at + 1);
        }
        if let Some(end) = self.nobody(at) {
            return end;
        }
        // « La Croix-Rouge » is no newspaper.
        let whole = |end: usize| !(scene.is(end, WordId::HYPHEN) && scene.capitalised(end + 1));
        if let Some((name, what, end)) = scene.lexicon.known(scene.tokens, at).filter(|found| whole(found.2))
        {
            let sort = match what {
                Known::Medium => Sort::Medium,
                Known::Institution => Sort::Body,
            };
            let who = self.cast.character(name, sort, false);
            return self.push(at, end, who, true);
        }
        // « Avant la Saint-Sylvestre »: a feast, with its article.
        if scene.follows(at, w::LA) && scene.slice(at) == "Saint" && scene.is(at + 1, WordId::HYPHEN) {
            return at + 3;
        }
        self.newspaper(at)
            .or_else(|| self.last_named(at))
            .or_else(|| self.demonym(at))
            .or_else(|| self.described(at))
            .or_else(|| self.body(at))
            .or_else(|| self.person(at))
            .or_else(|| self.name(at))
            .unwrap_or(at + 1)
    }

    /// Aliases are names: the text must write a capital where it would for any name.
    fn spelt_as_name(&self, at: usize, end: usize) -> bool {
        let scene = self.scene;
        // « Son responsable, Hervé Aka, … »: a sentence gives any word its capital.
        let possessive = end == at + 1
            && scene.is(at, w::SON)
            && !scene.flag(at, Flags::UPPER)
            && scene.kind(end) == Some(TokenKind::Word)
            && !scene.capitalised(end)
            && !verb::begins(scene, end);
        !possessive && (at..end).any(|i| scene.slice(i).chars().any(char::is_uppercase))
    }

    fn name_entity(&mut self, entity: usize, at: usize, end: usize) -> usize {
        let who = self.cast.entity(self.scene.topic, entity);
        // « Stargate Norvège »: a longer name made of an alias is its own.
        self.push(at, end, who, true)
    }

    /// « ce dernier », « cette dernière »: whoever was named last, a person before others.
    fn last_named(&mut self, at: usize) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 80;
        let scene = self.scene;
        let led = at > 0 && scene.is_any(at - 1, &[w::CE, w::CETTE]);
        // « celle-ci »
        let this = matches!(scene.slice(at), "celui" | "celle" | "Celui" | "Celle")
            && scene.is(at + 1, WordId::HYPHEN)
            && scene.slice(at + 2) == "ci";
        // « Le même précise que … », not « répète le même chiffre »
        let same = at > 0
            && scene.is_any(at - 1, &[w::LE, w::LA])
            && (scene.capitalised(at - 1) || at > 1 && scene.kind(at - 2) == Some(TokenKind::Mark))
            && verb::at(scene, at + 1).is_some_and(|verb| verb.mood == verb::Mood::Finite);
        let feminine = match scene.folded(at) {
            "celui" if this => false,
            "celle" if this => true,
            "dernier" => false,
            "derniere" => true,
            "meme" if same => scene.is(at - 1, w::LA),
            _ => return None,
        };
        let noun = scene.kind(at + 1) == Some(TokenKind::Word)
            // « ce dernier vient de dire »
            && scene.entry(at + 1).verb.is_none()
            && !scene.has(at + 1, Classes::FUNCTION);
        if !this && !same && (!led || noun) {
            return None;
        }
        let fits = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            (character.feminine == feminine || !character.gendered && character.sort == Sort::Person)
                && !character.plural
        };
        let sort = |m: &Mention| self.cast.characters[m.who].sort;
        let near = || self.cast.back_from(at, REACH).filter(fits);
        let person = near().take(3).find(|m| sort(m) == Sort::Person);
        let who = person
            .or_else(|| near().find(|m| !matches!(sort(m), Sort::Medium | Sort::Site)))
            .map(|m| m.who)?;
        Some(self.push(at, at + 1, who, false))
    }

    /// « …, raconte le Zurichois »: somebody named before, by where he or she is from.
    fn demonym(&mut self, at: usize) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 80;
        let scene = self.scene;
        let article = at > 0 && scene.is_any(at - 1, &[w::LE, w::LA, w::L]);
        let speaks = at > 1
            && verb::at(scene, at - 2).is_some_and(|verb| {
                verb.mood == verb::Mood::Finite && verb.roles.has(Roles::SPEECH.with(Roles::INCISE))
            });
        if !article || !speaks || !is_demonym(scene.slice(at)) || scene.capitalised(at + 1) {
            return None;
        }
        let feminine = scene.is(at - 1, w::LA);
        let any = scene.is(at - 1, w::L);
        let fits = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            let agrees = any || character.feminine == feminine || !character.gendered;
            m.named && character.sort == Sort::Person && agrees
        };
        let who = self.cast.back_from(at, REACH).find(fits)?.who;
        Some(self.push(at, at + 1, who, false))
    }

    /// « la boîte de Sam Altman »: the company that a person of the topic speaks for.
    fn company_of(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let led = at > 0 && scene.has(at - 1, Classes::FUNCTION);
        if !led || !common::is_company(scene, at) {
            return None;
        }
        // « Masayoshi Son a tout misé. Son groupe a fait savoir que … »
        if scene.is_any(at - 1, &[w::SON, w::SA])
            && let Some(company) = self.company_of_last(at)
        {
            let who = self.cast.entity(scene.topic, company);
            return Some(self.push(at, at + 1, who, false));
        }
        // « Sam Altman, dont l'entreprise revendique 700 millions d'utilisateurs »
        if at > 1
            && scene.is(at - 2, w::DONT)
            && let Some(company) = self.company_of_last(at)
        {
            let who = self.cast.entity(scene.topic, company);
            return Some(self.push(at, at + 1, who, false));
        }
        // « le groupe dirigé par Sam Altman »
        let of = (at + 1..at + 4).find(|i| {
            scene.is_any(*i, &[w::DE, w::D])
                || scene.is(*i, w::PAR) && verb::ends_in_acute(scene.slice(*i - 1))
        })?;
        let (person, end) = scene.topic.alias(scene.tokens, of + 1)?;
        let company = scene.topic.entities[person].speaks_for?;
        let who = self.cast.entity(scene.topic, company);
        Some(self.push(at, end, who, false))
    }

    /// The company that the person of the topic who was named last speaks for, if it was the last person at all.
    fn company_of_last(&self, at: usize) -> Option<usize> {
        /// Tokens back to the person.
        const REACH: usize = 60;
        let person = |m: &&Mention| self.cast.characters[m.who].sort == Sort::Person;
        let last = self.cast.back_from(at, REACH).find(person)?;
        self.scene.topic.entities[self.cast.characters[last.who].entity?].speaks_for
    }

    /// A description of the topic's entities: « le patron de Tesla », « l'homme d'affaires ».
    fn described(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let (entities, end) = scene.topic.title(scene.tokens, at)?;
        let entity = self.meant_by_title(entities, at);
        let data = &scene.topic.entities[entity];
        let definite = at > 0
            && (scene.is_any(at - 1, &common::THE)
                || scene.is_any(at - 1, &[w::LES, w::DES, w::COMMA, w::OPEN]));
        // « start-up » is one word.
        let single = (at + 1..end).all(|i| scene.is(i, WordId::HYPHEN) || scene.is(i - 1, WordId::HYPHEN));
        // « Sur Energy, le promoteur, »: of whom it is said is named beside it.
        let beside = |m: &Mention| m.named && m.end + 2 == at && scene.is(m.end, w::COMMA);
        let closed = scene.is_any(end, &[w::COMMA, w::CLOSE, w::DOT, w::COLON]);
        if single && closed && self.cast.mentions.last().is_some_and(beside) {
            return None;
        }
        // « le président d'une banque », « le projet de loi »: the bare word means the entity only by itself.
        let specified = single
            && (scene.is_any(end, &[w::DE, w::D, w::DU, w::DES])
                || scene.tokens.get(end).is_some_and(Token::is_capitalised));
        // « la start-up londonienne Nscale », « la start-up de Toulouse »: another one than the start-up of the topic.
        let qualified = scene.kind(end) == Some(TokenKind::Word)
            && !scene.has(end, Classes::FUNCTION.with(Classes::ADVERB))
            && !verb::begins(scene, end)
            || specified;
        // « la jeune pousse de Hangzhou »: so is one of another place.
        let of_place =
            scene.is_any(end, &[w::DE, w::D]) && scene.capitalised(end + 1) && data.sort == Sort::Company;
        let other = single && qualified && data.sort == Sort::Company || of_place;
        if !definite || (specified && data.sort == Sort::Person) || other {
            return None;
        }
        // « Le promoteur, BorderPlex, assure … »: the name beside it says who.
        let named = self.is_named_beside(end - 1, end);
        if single && (named || data.sort == Sort::Person && self.is_followed_by_name(end)) {
            return None;
        }
        let who = self.cast.entity(scene.topic, entity);
        Some(self.push(at, end, who, false))
    }

    /// Of the entities that a title may mean the one named last, close before; else the one whose it is by default.
    fn meant_by_title(&self, entities: &[usize], at: usize) -> usize {
        /// Tokens back to the one meant.
        const REACH: usize = 60;
        let entity = |m: &Mention| self.cast.characters[m.who].entity;
        let mut near = self.cast.back_from(at, REACH).filter_map(entity);
        let default = entities.first().copied().unwrap_or_default();
        if entities.len() < 2 { default } else { near.find(|e| entities.contains(e)).unwrap_or(default) }
    }

    fn is_followed_by_name(&self, at: usize) -> bool {
        self.scene.capitalised(at) || self.scene.is(at, w::COMMA) && self.scene.capitalised(at + 1)
    }

    /// A person by first name and name, or by « M. », « Mme » and name, or by a name that stood in full before.
    fn person(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let entry = scene.entry(at);
        let (male, female) = (entry.is(Classes::MALE_NAME), entry.is(Classes::FEMALE_NAME));
        if (male || female) && self.continues_name(at + 1) {
            let end = self.name_end(at);
            let name = scene.phrase(at..end);
            let who = self.cast.character(&name, Sort::Person, female && !male);
            self.cast.characters[who].gendered &= male != female;
            return Some(self.push(at, end, who, true));
        }
        // « Sylvie, 54 ans, … »
        let aged = || {
            let next = scene.figures_in(&(at + 2..at + 3)).first();
            // « Inès, étudiante, … »
            let role = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE).with(Classes::DESCRIPTION);
            let does = (scene.has(at + 2, role) || self.is_occupation(at + 2)) && !scene.capitalised(at + 2);
            scene.is(at + 1, w::COMMA) && (does || next.is_some_and(|f| f.class == Class::Age))
        };
        if (male || female) && aged() {
            let who = self.cast.character(scene.slice(at), Sort::Person, female && !male);
            self.cast.characters[who].gendered &= male != female;
            return Some(self.push(at, at + 1, who, true));
        }
        if let Some(end) = self.addressed(at) {
            return Some(end);
        }
        let surname = scene.slice(at);
        if surname.chars().count() > 2
            && !self.continues_name(at + 1)
            && let Some(who) = self.cast.surnamed(surname)
        {
            return Some(self.push(at, at + 1, who, true));
        }
        None
    }

    /// « Didier, docker à la retraite, est abonné … »: words without an article between commas, and a verb behind them.
    fn is_occupation(&self, at: usize) -> bool {
        /// Tokens of what somebody does.
        const LONGEST: usize = 8;
        let scene = self.scene;
        let noun = scene.kind(at) == Some(TokenKind::Word)
            && !scene.has(at, Classes::FUNCTION.with(Classes::ADVERB))
            && !verb::begins(scene, at);
        let comma = (at + 1..at + LONGEST).find(|i| scene.is(*i, w::COMMA)).filter(|_| noun);
        let opens = at >= 2 && self.starts_sentence(at - 2);
        opens && comma.is_some_and(|comma| verb::in_range(scene, comma + 1..comma + 5).next().is_some())
    }

    /// « M. Kouassi », « Mme von der Leyen »
    fn addressed(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        if !scene.has(at, Classes::MALE_HONORIFIC.with(Classes::FEMALE_HONORIFIC)) {
            return None;
        }
        let name = if scene.is(at + 1, w::DOT) { at + 2 } else { at + 1 };
        if let Some((entity, end)) = scene.topic.alias(scene.tokens, name) {
            return Some(self.name_entity(entity, at, end));
        }
        let first = (name..name + PARTICLES).find(|i| !is_particle(scene.slice(*i))).unwrap_or(name);
        if !scene.capitalised(first) {
            return None;
        }
        let end = self.name_end(first);
        let (surname, last) = (scene.phrase(name..end), scene.phrase(first..end));
        let known = self.cast.surnamed(&surname).or_else(|| self.cast.surnamed(&last));
        let who = known.unwrap_or_else(|| {
            let feminine = scene.has(at, Classes::FEMALE_HONORIFIC);
            self.cast.character(&surname, Sort::Person, feminine)
        });
        Some(self.push(at, end, who, true))
    }

    /// Records a mention, lengthened over an office before the name; gives the token after it.
    fn push(&mut self, at: usize, end: usize, who: usize, named: bool) -> usize {
        // « … chez nos partenaires », and on the next line « Lyon : … »: an office does not reach over the end of a line.
        let office = named && !self.scene.flag(at, Flags::LINE);
        let start = if office { self.office_start(at) } else { at };
        // A description right before the name is part of the same mention.
        while self.cast.mentions.last().is_some_and(|last| {
            last.end > start && last.start >= start.min(at) && !last.named && last.end <= at
        }) {
            self.cast.forget_last();
        }
        self.note_office(start, at, end, who);
        if named {
            self.note_label(start, end, who);
        }
        let preposition = self.preposition(start, self.cast.characters[who].sort == Sort::Person);
        let preposition = if preposition.is_known() { preposition } else { self.shared(start, who) };
        self.cast.mention(Mention { start, end, who, preposition, named });
        end
    }

    /// « entouré de Larry Ellison, Masayoshi Son et Sam Altman », « emmené par OpenAI, SoftBank et Oracle »: the preposition before
    /// the first of several of a sort, once « et » tells that they are listed. It governs those between, too.
    fn shared(&mut self, start: usize, who: usize) -> WordId {
        let scene = self.scene;
        let joined = start.checked_sub(1).filter(|et| scene.is(*et, w::ET));
        let sort = self.cast.characters[who].sort;
        let alike =
            |m: &Mention, end: usize| m.named && m.end == end && self.cast.characters[m.who].sort == sort;
        let Some(mut end) = joined else { return WordId::UNKNOWN };
        let mut listed = 0;
        let governor = self.cast.mentions.iter().rev().find_map(|m| {
            if !alike(m, end) {
                return Some(WordId::UNKNOWN);
            }
            if m.preposition.is_known() {
                return Some(m.preposition);
            }
            listed += 1;
            let comma = m.start.checked_sub(1).filter(|comma| scene.is(*comma, w::COMMA));
            end = comma.unwrap_or_default();
            comma.is_none().then_some(WordId::UNKNOWN)
        });
        let governs = [w::DE, w::D, w::DU, w::PAR, w::ENTRE];
        let Some(preposition) = governor.filter(|word| listed > 0 && governs.contains(word)) else {
            return WordId::UNKNOWN;
        };
        self.cast.govern(listed, preposition);
        preposition
    }

    /// Remembers the office of a person: before the name (`start..at`), or right behind it in apposition.
    fn note_office(&mut self, start: usize, at: usize, end: usize, who: usize) {
        let scene = self.scene;
        let role = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);
        if !matches!(self.cast.characters[who].sort, Sort::Person | Sort::Name) {
            return;
        }
        let behind =
            if scene.is(end, w::COMMA) { end + 1..(end + 3).min(scene.tokens.len()) } else { end..end };
        let office = (start..at).chain(behind).find(|i| scene.has(*i, role) && !scene.capitalised(*i));
        let Some(office) = office else { return };
        self.cast.appoint(scene.word(office), who);
        let told = if office < at { at } else { self.phrase_end(office) };
        self.cast.appointments.push((who, office..told));
        // « Ragnhild Moe, ingénieure »: the office tells that the name is a person's, and the gender.
        let character = &mut self.cast.characters[who];
        let (male, female) = (scene.has(office, Classes::MALE_ROLE), scene.has(office, Classes::FEMALE_ROLE));
        let person = character.sort == Sort::Person && character.entity.is_none();
        if character.sort == Sort::Name && character.name.contains(' ') {
            character.sort = Sort::Person;
            character.gendered |= male != female;
            character.feminine = female && !male;
        } else if person && male != female {
            (character.feminine, character.gendered) = (female, true);
        }
    }

    /// Remembers what a body is called beside its name: « l'assureur-maladie fribourgeois Alpisana », « Alpisana, caisse suisse ».
    fn note_label(&mut self, start: usize, end: usize, who: usize) {
        /// Words between a name and what it is called.
        const NEAR: usize = 4;
        let scene = self.scene;
        if !matches!(self.cast.characters[who].sort, Sort::Name | Sort::Company | Sort::Body) {
            return;
        }
        let within = |i: &usize| scene.kind(*i) == Some(TokenKind::Word) || scene.is(*i, WordId::HYPHEN);
        let noun = |i: &usize| scene.has(*i, Classes::COMPANY_NOUN) && !scene.capitalised(*i);
        let before = (start.saturating_sub(NEAR)..start).rev().take_while(within).find(noun);
        let behind = || {
            let apposed = end + 1..(end + NEAR).min(scene.tokens.len());
            apposed.take_while(within).find(noun).filter(|_| scene.is(end, w::COMMA))
        };
        if let Some(noun) = before.or_else(behind) {
            self.cast.label(scene.word(noun), who);
        }
    }

    /// The start of an office in front of a name: « le ministre de l'Intérieur, Pascal Lemoigne » keeps its comma.
    fn office_start(&self, at: usize) -> usize {
        let scene = self.scene;
        // « devant les élus du personnel Koen Verhoest »: he is none of them.
        let one = |last: &&Mention| !last.named && !self.cast.characters[last.who].plural;
        let last = self.cast.mentions.last().filter(one);
        if let Some(last) =
            last.filter(|last| last.end == at || last.end + 1 == at && scene.is(last.end, w::COMMA))
        {
            let person = self.cast.characters[last.who].sort == Sort::Person;
            if last.end == at || person {
                return last.start;
            }
        }
        self.office_noun(at).unwrap_or(at)
    }

    /// The noun of the office that stands before a name: « le ministre de l'Intérieur Pascal Lemoigne », « la ministre des
    /// Transports, Mariam Diabaté ».
    fn office_noun(&self, at: usize) -> Option<usize> {
        /// Tokens of an office.
        const LONGEST: usize = 12;
        let scene = self.scene;
        let comma = at.checked_sub(1).filter(|i| scene.is(*i, w::COMMA));
        let end = comma.unwrap_or(at);
        // « a juré Donald Trump »: a participle is no office.
        let role = |i: &usize| {
            let done = verb::at(scene, *i).is_some_and(|verb| verb.start < *i);
            scene.has(*i, Classes::MALE_ROLE.with(Classes::FEMALE_ROLE)) && !scene.capitalised(*i) && !done
        };
        let near = (end.saturating_sub(LONGEST)..end).rev();
        let mut nouns = near.take_while(|i| *i + 1 == end || !scene.flag(*i + 1, Flags::LINE)).filter(role);
        nouns.find(|noun| {
            // « le nouveau maire de Lyon, Paul Astruc »
            let head = *noun - usize::from(*noun > 0 && scene.has(*noun - 1, Classes::PRENOMINAL));
            let definite = head > 0 && scene.is_any(head - 1, &OFFICE_ARTICLES);
            // « devant les élus du personnel Koen Verhoest »: several hold no office of one.
            let several = *noun > 0 && scene.is_any(*noun - 1, &[w::LES, w::DES, w::AUX, w::SES]);
            !several && self.phrase_end(*noun) == end && (comma.is_none() || definite)
        })
    }

    /// The preposition before a noun phrase, over its article; a name joined by « et » shares that of the first.
    fn preposition(&self, start: usize, person: bool) -> WordId {
        let scene = self.scene;
        let Some(mut before) = start.checked_sub(1) else { return WordId::UNKNOWN };
        // « à l'agence AHP »
        let kind = Classes::BODY.with(Classes::MEDIUM);
        // A person's name is none of a body: « devant la presse Luc Morel ».
        if !person && scene.has(before, kind) && !scene.capitalised(before) && before > 0 {
            before -= 1;
        }
        const ARTICLES: [WordId; 12] =
            [w::LE, w::LA, w::L, w::LES, w::UN, w::UNE, w::CE, w::CET, w::CETTE, w::SON, w::SA, w::SES];
        // « à chaque salarié licencié »
        let some =
            matches!(scene.folded(before), "chaque" | "plusieurs" | "quelques" | "certains" | "certaines");
        if some || scene.is_any(before, &ARTICLES) {
            let Some(further) = before.checked_sub(1) else { return WordId::UNKNOWN };
            before = further;
        }
        if scene.is_any(before, &[w::ET, w::OU, w::COMMA, w::NI]) {
            let joined =
                self.cast.mentions.last().filter(|last| {
                    last.end == before || last.end + 1 == before && scene.is(last.end, w::COMMA)
                });
            return joined
                .filter(|last| last.preposition.is_known() && scene.is(before, w::ET))
                .map_or(WordId::UNKNOWN, |last| last.preposition);
        }
        let word = scene.word(before);
        // « Quant à Satya Nadella, il … »: of whom the sentence is about.
        if word == w::A && before > 0 && scene.slice(before - 1).eq_ignore_ascii_case("quant") {
            return WordId::UNKNOWN;
        }
        let other = OTHER_PREPOSITIONS.contains(&scene.folded(before));
        if PREPOSITIONS.contains(&word) || other { word } else { WordId::UNKNOWN }
    }
}
