//! Who is in an article: entities of the topic, media, people and bodies that the text names, and where.

use super::cast::{Cast, Mention};
use super::scene::Scene;
use super::verb;
use crate::lexicon::{Classes, Roles, words as w};
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

/// Whether a verb stands where an incise begins: right after a comma or a closing quote.
fn opens_incise(scene: &Scene<'_>, start: usize) -> bool {
    let mut at = start;
    while at > 0 && scene.is_any(at - 1, &[w::L, w::S, w::SE, w::LUI]) {
        at -= 1;
    }
    at > 0
        && scene.is_any(at - 1, &[w::COMMA, w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE, w::DASH, w::QUESTION])
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
                .or_else(|| self.body(at))
                .unwrap_or(at + 1);
        }
        if let Some((name, end)) = scene.lexicon.medium(scene.tokens, at) {
            let who = self.cast.character(name, Sort::Medium, false);
            return self.push(at, end, who, true);
        }
        self.described(at)
            .or_else(|| self.body(at))
            .or_else(|| self.person(at))
            .or_else(|| self.name(at))
            .unwrap_or(at + 1)
    }

    /// Aliases are names: the text must write a capital where it would for any name.
    fn spelt_as_name(&self, at: usize, end: usize) -> bool {
        (at..end).any(|i| self.scene.slice(i).chars().any(char::is_uppercase))
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
        let feminine = match scene.folded(at) {
            "dernier" => false,
            "derniere" => true,
            _ => return None,
        };
        let noun = scene.kind(at + 1) == Some(TokenKind::Word)
            && verb::at(scene, at + 1).is_none()
            && !scene.has(at + 1, Classes::FUNCTION);
        if !led || noun {
            return None;
        }
        let fits = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            at - m.end <= REACH && character.feminine == feminine && !character.plural
        };
        let sort = |m: &Mention| self.cast.characters[m.who].sort;
        let near = || self.cast.mentions.iter().rev().filter(fits);
        let person = near().take(3).find(|m| sort(m) == Sort::Person);
        let who = person
            .or_else(|| near().find(|m| !matches!(sort(m), Sort::Medium | Sort::Site)))
            .map(|m| m.who)?;
        Some(self.push(at, at + 1, who, false))
    }

    /// A description of the topic's entities: « le patron de Tesla », « l'homme d'affaires ».
    fn described(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let (entity, end) = scene.topic.title(scene.tokens, at)?;
        let data = &scene.topic.entities[entity];
        let definite = at > 0
            && scene.is_any(
                at - 1,
                &[
                    w::LE,
                    w::LA,
                    w::L,
                    w::LES,
                    w::CE,
                    w::CET,
                    w::CETTE,
                    w::DU,
                    w::AU,
                    w::COMMA,
                    w::OPEN,
                    w::DES,
                ],
            );
        let single = end == at + 1;
        // « le président d'une banque », « le projet de loi »: the bare word means the entity only by itself.
        let specified = single
            && (scene.is_any(end, &[w::DE, w::D, w::DU, w::DES])
                || scene.tokens.get(end).is_some_and(Token::is_capitalised));
        if !definite || (specified && data.sort == Sort::Person) {
            return None;
        }
        if data.sort == Sort::Person && single && self.is_followed_by_name(end) {
            return None;
        }
        let who = self.cast.entity(scene.topic, entity);
        Some(self.push(at, end, who, false))
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
            return Some(self.push(at, end, who, true));
        }
        if scene.is_any(at, &[w::MONSIEUR, w::MADAME]) {
            let name = if scene.is(at + 1, w::DOT) { at + 2 } else { at + 1 };
            if let Some((entity, end)) = scene.topic.alias(scene.tokens, name) {
                return Some(self.name_entity(entity, at, end));
            }
            if scene.capitalised(name) {
                let end = self.name_end(name);
                let surname = scene.phrase(name..end);
                let who = self
                    .cast
                    .surnamed(&surname)
                    .unwrap_or_else(|| self.cast.character(&surname, Sort::Person, scene.is(at, w::MADAME)));
                return Some(self.push(at, end, who, true));
            }
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

    /// Any other name: capitalised words within a sentence, acronyms.
    fn name(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let token = &scene.tokens[at];
        let entry = scene.entry(at);
        let common = entry.is(Classes::FUNCTION)
            || entry.month.is_some()
            || entry.is(Classes::WEEKDAY)
            || entry.number.is_some();
        if common || token.has(Flags::ELIDED) || token.span.len() < 2 {
            return None;
        }
        let starts = self.starts_sentence(at);
        // « Touring signale … »: an unknown word that speaks.
        let speaks = || {
            !token.word.is_known()
                && verb::at(scene, at + 1).is_some_and(|verb| {
                    verb.mood == verb::Mood::Finite
                        && verb.roles.has(Roles::SPEECH)
                        && !verb.roles.has(Roles::CHANGE)
                })
        };
        if starts
            && !speaks()
            && (self.inner.binary_search(&token.hash).is_err() && !self.continues_name(at + 1)
                || entry.verb.is_some()
                || entry.is(Classes::PRENOMINAL))
        {
            return None;
        }
        let end = self.name_end(at);
        let name = scene.phrase(at..end);
        let who = self.cast.character(&name, Sort::Name, false);
        Some(self.push(at, end, who, true))
    }

    /// A collective source: « la préfecture de police », « une source proche du dossier ».
    fn body(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        // « un nouveau ministre », but « un ancien de la maison »
        let before = scene.has(at, Classes::PRENOMINAL) && !scene.has(at + 1, Classes::FUNCTION);
        let noun = if before { at + 1 } else { at };
        let determined = at > 0 && scene.has(at - 1, Classes::FUNCTION);
        let headed = scene.flag(at, Flags::LINE) || at > 0 && scene.kind(at - 1) == Some(TokenKind::Mark);
        let role = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);
        let source = scene.has(noun, Classes::BODY.with(role).with(Classes::MEDIUM));
        if !(determined || headed)
            || !(source || self.follows_speech(at, noun))
            || scene.tokens.get(noun).is_none_or(|t| t.has(Flags::ELIDED))
        {
            return None;
        }
        let entry = scene.entry(noun);
        let mut end = self.phrase_end(noun);
        // « un ancien de l'administration Trump »: the name is the complement's; « le directeur du cabinet Jean Morel » is Morel.
        let complement = (noun..end).any(|i| scene.is_any(i, &[w::DE, w::D, w::DU, w::DES]));
        if complement && self.is_surname(end) {
            end += 1;
        }
        let plural = scene.slice(noun).ends_with(['s', 'x']);
        let feminine = entry.is(Classes::FEMALE_ROLE) && !entry.is(Classes::MALE_ROLE)
            || at > 0 && scene.is_any(at - 1, &[w::LA, w::UNE, w::CETTE]);
        // « le cabinet Occurrence », « le ministre Pascal Lemoigne », « la porte-parole, Karoline Leavitt »: the name says who.
        let named = scene.capitalised(end) && !scene.flag(end, Flags::LINE);
        let frontal = headed
            && !determined
            && (end..end + 6).any(|i| scene.is(i, w::COMMA) && scene.capitalised(i + 1));
        if named || entry.is(role) && (self.is_followed_by_name(end) || frontal) {
            return None;
        }
        // « Sophie Aubry, spécialiste des réseaux »: the same person.
        let apposed = self.cast.mentions.last().filter(|last| {
            let human = matches!(self.cast.characters[last.who].sort, Sort::Person | Sort::Name);
            headed && !determined && entry.is(role) && last.named && human && last.end + 1 == at
        });
        if let Some(who) = apposed.map(|last| last.who) {
            self.push(at, end, who, false);
            return Some(noun + 1);
        }
        if determined
            && at == noun
            && self.is_bare_description(noun, end)
            && let Some(who) = self.last_person(at, feminine)
        {
            return Some(self.push(at, end, who, false));
        }
        let sort = match entry {
            entry if entry.is(Classes::MEDIUM) => Sort::Medium,
            entry if entry.is(role) && !entry.is(Classes::BODY) => Sort::Person,
            _ => Sort::Body,
        };
        let start = if at > 0 && scene.is_any(at - 1, &[w::UN, w::UNE]) { at - 1 } else { at };
        // « le préfet », after « le préfet Ghislain de Montfaucon ».
        let bare = start == noun && end == noun + 1 && !plural && determined && entry.is(role);
        let holder = self.cast.holder(scene.word(noun)).filter(|_| bare);
        // « l'entreprise », « le syndicat »: one named before.
        if let Some(who) = holder.or_else(|| self.anaphor(at, noun, end)) {
            return Some(self.push(start, end, who, false));
        }
        let name = scene.phrase(start..end);
        let who = self.cast.character(&name, sort, feminine);
        self.cast.characters[who].plural = plural;
        self.push(at, end, who, false);
        // Names inside the phrase (« la porte-parole de la Maison-Blanche ») are mentions of their own.
        Some(noun + 1)
    }

    /// « l'homme d'affaires », « la dirigeante »: a description that only stands for somebody named before.
    fn is_bare_description(&self, noun: usize, end: usize) -> bool {
        let scene = self.scene;
        let affairs = scene.is(noun + 1, w::D) && scene.slice(noun + 2) == "affaires" && end == noun + 3;
        let definite = scene.is_any(noun - 1, &[w::LE, w::LA, w::L]);
        definite && (affairs || end == noun + 1 && scene.has(noun, Classes::DESCRIPTION))
    }

    /// The person named last, of a gender, close before.
    fn last_person(&self, at: usize, feminine: bool) -> Option<usize> {
        /// Tokens back to the one meant.
        const REACH: usize = 120;
        let near = |m: &&Mention| {
            let character = &self.cast.characters[m.who];
            at - m.end <= REACH && character.sort == Sort::Person && character.feminine == feminine && m.named
        };
        self.cast.mentions.iter().rev().find(near).map(|m| m.who)
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
        const COMPANY: [&str; 14] = [
            "entreprise", "groupe", "société", "firme", "compagnie", "start-up", "startup", "constructeur",
            "équipementier", "géant", "fabricant", "opérateur", "exploitant", "éditeur",
        ];
        const UNION: [&str; 5] = ["syndicat", "parti", "association", "institut", "cabinet"];
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
            Sort::Name => {
                self.cast.mentions.iter().filter(|m| m.who == who).count() >= 2 || UNION.contains(&slice)
            }
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
        let near = |m: &&Mention| at - m.end <= 120 && wanted(m.who);
        let free = self.cast.mentions.iter().rev().filter(near).find(|m| m.is_free());
        free.or_else(|| self.cast.mentions.iter().rev().find(near)).map(|m| m.who)
    }

    /// « gronde la déléguée », « estimaient les magistrats »: whoever stands behind a verb of speech with an article.
    fn follows_speech(&self, at: usize, noun: usize) -> bool {
        let scene = self.scene;
        let article =
            at >= 2 && scene.is_any(at - 1, &[w::LE, w::LA, w::LES, w::L, w::UN, w::UNE, w::SA, w::SON]);
        let credited = at >= 2 && scene.is(at - 2, w::SELON) && scene.is_any(at - 1, &[w::UN, w::UNE]);
        // « réplique le lendemain l'homme d'affaires »
        let time = scene.lexicon.unit(scene.text, scene.tokens, noun).is_some()
            || matches!(
                scene.slice(noun),
                "lendemain" | "surlendemain" | "soir" | "matin" | "veille" | "même"
            );
        let named = scene.kind(noun) == Some(TokenKind::Word)
            && !scene.has(noun, Classes::FUNCTION)
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
                }))
    }

    /// The end of a noun phrase: adjectives, complements with « de », up to a verb or mark.
    fn phrase_end(&self, noun: usize) -> usize {
        let scene = self.scene;
        let mut end = noun + 1;
        while end < noun + 10 && end < scene.tokens.len() && !scene.flag(end, Flags::LINE) {
            if scene.is_any(end, &[w::DE, w::D, w::DU, w::DES]) {
                let mut next = end + 1;
                while scene.is_any(next, &[w::LA, w::L, w::LES]) {
                    next += 1;
                }
                if scene.kind(next) != Some(TokenKind::Word) || scene.has(next, Classes::FUNCTION) {
                    break;
                }
                end = next + 1;
                continue;
            }
            let hyphen = scene.is(end, WordId::HYPHEN) && scene.kind(end + 1) == Some(TokenKind::Word);
            if hyphen {
                end += 2;
                continue;
            }
            let word = scene.kind(end) == Some(TokenKind::Word) && !scene.capitalised(end);
            let stops = scene.has(end, Classes::FUNCTION)
                || verb::at(scene, end).is_some_and(|v| v.mood != verb::Mood::Participle);
            let complement = scene.folded(end) == "proche"
                || scene.folded(end) == "proches"
                || scene.slice(end).starts_with("proche");
            if !word || (stops && !complement) {
                break;
            }
            end += 1;
        }
        end
    }

    fn starts_sentence(&self, at: usize) -> bool {
        let scene = self.scene;
        at == 0
            || scene.flag(at, Flags::LINE)
            || scene.sentence(scene.sentence_of(at)).start == at
            || scene.kind(at - 1) == Some(TokenKind::Mark)
                && !scene.is_any(at - 1, &[w::COMMA, WordId::HYPHEN, w::APOSTROPHE, w::OPEN, w::SLASH])
    }

    /// Whether a name goes on at a token: a capital, or « de », « van » before one.
    fn continues_name(&self, at: usize) -> bool {
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
            || matches!(
                scene.slice(at),
                "de" | "du" | "van" | "von" | "ben" | "el" | "al" | "der" | "Le" | "La"
            ) && near(at + 1)
                && scene.has(at.saturating_sub(1), Classes::MALE_NAME.with(Classes::FEMALE_NAME))
            || scene.kind(at) == Some(TokenKind::Word)
                && scene.slice(at).len() == 1
                && scene.capitalised(at)
                && scene.is(at + 1, w::DOT)
                && near(at + 2)
    }

    /// One past the last token of the name at `at`.
    fn name_end(&self, at: usize) -> usize {
        let scene = self.scene;
        let mut end = at + 1;
        while end < at + 8 && self.continues_name(end) {
            let function = scene.has(end, Classes::FUNCTION)
                && scene.capitalised(end)
                && !matches!(scene.slice(end), "Le" | "La");
            // « le Japonais Masayoshi Son »
            let other = scene.topic.alias(scene.tokens, end).is_some_and(|(_, stop)| stop > end + 1);
            if function && !scene.flag(end, Flags::UPPER) || other {
                break;
            }
            end += 1;
            while scene.is_any(end, &[WordId::HYPHEN, w::DOT])
                && scene.capitalised(end + 1)
                && scene.slice(end - 1).len() <= 12
                && (scene.is(end, WordId::HYPHEN) || scene.slice(end - 1).len() == 1)
            {
                end += 1;
            }
        }
        end
    }

    /// Records a mention, lengthened over an office before the name; gives the token after it.
    fn push(&mut self, at: usize, end: usize, who: usize, named: bool) -> usize {
        let start = if named { self.office_start(at) } else { at };
        // A description right before the name is part of the same mention.
        while self.cast.mentions.last().is_some_and(|last| {
            last.end > start && last.start >= start.min(at) && !last.named && last.end <= at
        }) {
            self.cast.mentions.pop();
        }
        self.note_office(start, at, end, who);
        let preposition = self.preposition(start);
        self.cast.mentions.push(Mention { start, end, who, preposition, named });
        end
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
        // « Ragnhild Moe, ingénieure »: the office tells that the name is a person's, and the gender.
        let character = &mut self.cast.characters[who];
        if character.sort == Sort::Name && character.name.contains(' ') {
            character.sort = Sort::Person;
            character.feminine =
                scene.has(office, Classes::FEMALE_ROLE) && !scene.has(office, Classes::MALE_ROLE);
        }
    }

    /// The start of an office in front of a name: « le ministre de l'Intérieur, Pascal Lemoigne » keeps its comma.
    fn office_start(&self, at: usize) -> usize {
        let scene = self.scene;
        let last = self.cast.mentions.last().filter(|last| !last.named);
        if let Some(last) =
            last.filter(|last| last.end == at || last.end + 1 == at && scene.is(last.end, w::COMMA))
        {
            let person = self.cast.characters[last.who].sort == Sort::Person;
            if last.end == at || person {
                return last.start;
            }
        }
        for i in (at.saturating_sub(4)..at).rev() {
            if scene.kind(i) != Some(TokenKind::Word) || scene.has(i, Classes::FUNCTION) {
                break;
            }
            if scene.has(i, Classes::MALE_ROLE.with(Classes::FEMALE_ROLE)) {
                return i;
            }
        }
        at
    }

    /// The preposition before a noun phrase, over its article; a name joined by « et » shares that of the first.
    fn preposition(&self, start: usize) -> WordId {
        let scene = self.scene;
        let Some(mut before) = start.checked_sub(1) else { return WordId::UNKNOWN };
        const ARTICLES: [WordId; 12] =
            [w::LE, w::LA, w::L, w::LES, w::UN, w::UNE, w::CE, w::CET, w::CETTE, w::SON, w::SA, w::SES];
        if scene.is_any(before, &ARTICLES) {
            let Some(further) = before.checked_sub(1) else { return WordId::UNKNOWN };
            before = further;
        }
        if scene.is_any(before, &[w::ET, w::OU, w::COMMA, w::NI]) {
            let joined =
                self.cast.mentions.last().filter(|last| last.end == before || last.end + 1 == before);
            return joined
                .filter(|last| last.preposition.is_known() && scene.is(before, w::ET))
                .map_or(WordId::UNKNOWN, |last| last.preposition);
        }
        let word = scene.word(before);
        let other = matches!(
            scene.folded(before),
            "avec"
                | "chez"
                | "selon"
                | "vers"
                | "sans"
                | "via"
                | "sous"
                | "comme"
                | "outre"
                | "malgre"
                | "envers"
                | "parmi"
                | "face"
                | "depuis"
                | "devant"
                | "aupres"
        );
        if PREPOSITIONS.contains(&word) || other { word } else { WordId::UNKNOWN }
    }
}
