//! Who a pronoun means, and who is the subject of a sentence or verb.

use super::apposition::named_beside;
use super::cast::Mention;
use super::quotation;
use super::scene::Scene;
use super::verb::{self, Mood, Verb};
use crate::lexicon::{Classes, Roles, words as w};
use crate::text::TokenKind;
use crate::topic::Sort;

/// Most sentences that a pronoun looks back.
const LOOK_BACK: usize = 8;

/// A pronoun's gender and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agreement {
    pub(super) feminine: bool,
    pub(super) plural: bool,
}

/// The agreement of the personal pronoun at a token.
pub(super) fn pronoun(scene: &Scene<'_>, at: usize) -> Option<Agreement> {
    let (feminine, plural) = match scene.word(at) {
        w::IL => (false, false),
        w::ELLE => (true, false),
        w::ILS => (false, true),
        w::ELLES => (true, true),
        _ => return None,
    };
    Some(Agreement { feminine, plural })
}

/// Whether a character can state something.
pub(super) fn can_speak(scene: &Scene<'_>, who: usize) -> bool {
    !matches!(scene.cast.characters[who].sort, Sort::Project | Sort::Site)
}

/// The character that a pronoun at `at` means: the subject of the sentence so far, else of the sentences before, else the
/// last one named that agrees.
pub(super) fn resolve(scene: &Scene<'_>, at: usize, agreement: Agreement) -> Option<usize> {
    let here = scene.sentence_of(at);
    let agrees = |who: usize| {
        let character = &scene.cast.characters[who];
        can_speak(scene, who)
            && character.sort != Sort::Medium
            && (character.feminine == agreement.feminine || is_of_any_gender(scene, who))
            && character.plural == agreement.plural
    };
    let sentence = scene.sentence(here);
    // « Quant à Meta, elle a confirmé … »: whatever the gender.
    if scene.slice(sentence.start).eq_ignore_ascii_case("quant") {
        let topic = scene
            .mentions_in(sentence.start + 2..sentence.start + 4)
            .first()
            .filter(|m| m.named && m.end < at);
        if let Some(topic) = topic.filter(|m| can_speak(scene, m.who)) {
            return Some(topic.who);
        }
    }
    let heard = |m: &&Mention| is_heard(scene, m, at) && !is_apposition(scene, m);
    let inside = scene
        .mentions_in(sentence.start..at)
        .iter()
        .filter(heard)
        .filter(|m| m.is_free() && m.end <= at && !is_beside_bound(scene, m))
        .find(|m| agrees(m.who));
    if let Some(mention) = inside {
        return Some(named_beside(scene, mention));
    }
    for back in 1..=LOOK_BACK {
        let Some(index) = here.checked_sub(back) else { break };
        let range = scene.sentence(index);
        let mentions = scene.mentions_in(range);
        let person = |m: &&Mention| agrees(m.who) && scene.cast.characters[m.who].sort == Sort::Person;
        let free = || mentions.iter().filter(heard).filter(|m| m.is_free());
        let found = free()
            .find(person)
            .or_else(|| free().find(|m| agrees(m.who)))
            .or_else(|| mentions.iter().filter(heard).find(person));
        if let Some(mention) = found {
            return Some(named_beside(scene, mention));
        }
    }
    None
}

/// « Contre l'ancienne directrice, Sylvie Arnoult, elle a demandé … »: a name beside a description that a preposition leads.
fn is_beside_bound(scene: &Scene<'_>, mention: &Mention) -> bool {
    let Some(comma) = mention.start.checked_sub(1).filter(|i| scene.is(*i, w::COMMA)) else { return false };
    let before = scene.mentions_in(comma.saturating_sub(8)..comma);
    mention.named
        && scene.is(mention.end, w::COMMA)
        && before.iter().any(|m| m.end == comma && !m.named && !m.is_free())
}

/// Whom the pronoun of an incise means.
pub(super) fn speaker_meant(scene: &Scene<'_>, at: usize, agreement: Agreement) -> Option<usize> {
    person_meant(scene, at, agreement).or_else(|| resolve(scene, at, agreement))
}

/// The person that the pronoun of an incise means: who speaks was told of before, and what is said speaks of others (« SoftBank
/// n'aurait que 10 milliards, a-t-il asséné »).
fn person_meant(scene: &Scene<'_>, at: usize, agreement: Agreement) -> Option<usize> {
    /// Sentences back to who speaks.
    const BACK: usize = 2;
    let here = scene.sentence_of(at);
    let person = |m: &&Mention| {
        let character = &scene.cast.characters[m.who];
        character.sort == Sort::Person
            && (character.feminine == agreement.feminine || is_of_any_gender(scene, m.who))
            && character.plural == agreement.plural
            && m.is_free()
            && m.end <= at
            && is_heard(scene, m, at)
            && !is_apposition(scene, m)
    };
    let name = |m: &&Mention| {
        let character = &scene.cast.characters[m.who];
        character.sort == Sort::Name
            && is_of_any_gender(scene, m.who)
            && character.plural == agreement.plural
            && m.is_free()
            && is_heard(scene, m, at)
            && !is_apposition(scene, m)
            && (m.end..m.end + 2).any(|i| verb::at(scene, i).is_some_and(|verb| verb.mood == Mood::Finite))
    };
    // « chaque salarié touchera, ajoute-t-il, … »: nobody in particular says nothing.
    let anybody = |m: &Mention| {
        let before = m.start.checked_sub(1).map_or("", |i| scene.slice(i));
        !m.named && (before.eq_ignore_ascii_case("chaque") || before.eq_ignore_ascii_case("tout"))
    };
    // « Il assure avoir vu le patron, Luc Kessler. « … », explique-t-il »: of the pronoun that the sentence before begins with,
    // not of whom it is said.
    let goes_on = |back: usize| {
        let start = scene.sentence(here.saturating_sub(back)).start;
        back > 0 && start + 1 < at && pronoun(scene, start) == Some(agreement)
    };
    let skipped = (1..=BACK).take_while(|back| goes_on(*back)).count();
    (0..=BACK + skipped).filter(|back| *back == 0 || *back > skipped).find_map(|back| {
        let range = scene.sentence(here.checked_sub(back)?);
        let mentions = scene.mentions_in(range);
        // « À Abilene, Clay Magouyrk a vanté le chantier. « … », a-t-il lancé »: a name that nothing tells more of.
        let name = || mentions.iter().filter(|_| back == 1).find(name);
        let found = mentions.iter().filter(|m| !anybody(m)).find(person).or_else(name)?;
        // « Le secrétaire au Trésor, Scott Bessent, … », dit-il
        Some(named_beside(scene, found))
    })
}

/// « Ragnhild Moe »: a name of two words that nothing tells the gender of.
fn is_of_any_gender(scene: &Scene<'_>, who: usize) -> bool {
    let character = &scene.cast.characters[who];
    !character.gendered
        && (character.sort == Sort::Body
            || matches!(character.sort, Sort::Name | Sort::Person) && character.name.contains(' '))
}

/// The last person or body that was the subject of something before a token.
pub(super) fn last_heard(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let here = scene.sentence_of(at);
    let from = scene.sentence(here.saturating_sub(3)).start;
    let human =
        |who: usize| matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution);
    let fit = |m: &&Mention| {
        human(m.who) && m.is_free() && same_voice(scene, m.start, at) && !is_apposition(scene, m)
    };
    // « Le Haut Conseil des finances publiques en doute. Selon ses calculs, … »: whoever the sentence before begins with.
    let opening = scene.sentence(here.saturating_sub(1)).start;
    let alone = !scene.mentions_in(scene.sentence(here).start..at).iter().any(|m| fit(&m));
    // « Le cabinet Sextan a eu accès aux livres. Sa conclusion : … »
    let headed =
        scene.mentions_in(opening..opening + 3).first().filter(|m| alone && same_voice(scene, m.start, at));
    let headed = headed.filter(|m| {
        let sort = scene.cast.characters[m.who].sort;
        m.is_free() && m.named && m.end < at && matches!(sort, Sort::Name | Sort::Company)
    });
    if let Some(first) = headed {
        return Some(first.who);
    }
    let last = scene.mentions_in(from..at).iter().rev().find(fit)?;
    // « Elle dirige une start-up. De quoi, selon ses calculs, … »: of those of one sentence, the person.
    let sentence = scene.sentence(scene.sentence_of(last.start));
    let person = |m: &&Mention| scene.cast.characters[m.who].sort == Sort::Person;
    let beside = scene.mentions_in(sentence.start..at).iter().rev().filter(fit).find(person);
    Some(beside.unwrap_or(last).who)
}

/// Whether a mention is in the voice that stands at `here`, or is who speaks in a quotation: « « C'est un péage, explique un
/// banquier. » L'asphalte, nuance-t-il, … ».
fn is_heard(scene: &Scene<'_>, mention: &Mention, here: usize) -> bool {
    same_voice(scene, mention.start, here) || is_in_incise(scene, mention)
}

/// Whether a mention stands right behind a verb of speech between commas.
fn is_in_incise(scene: &Scene<'_>, mention: &Mention) -> bool {
    let articles = [w::UN, w::UNE, w::LE, w::LA, w::L];
    let before = |i: usize| i.checked_sub(1);
    let Some(at) = before(mention.start) else { return false };
    let at = if scene.is_any(at, &articles) { before(at) } else { Some(at) };
    let Some(verb) = at.and_then(|at| verb::at(scene, at)) else { return false };
    let start = verb::with_clitics(scene, verb.start, 0);
    let speaks = verb.mood == Mood::Finite && verb.roles.has(Roles::SPEECH.with(Roles::INCISE));
    speaks
        && mention.is_free()
        && start > 0
        && scene.is_any(start - 1, &[w::COMMA, w::QUESTION, w::EXCLAMATION])
}

/// Whether what stands at `there` is said in the same voice as what stands at `here`: a quotation's words are another's.
fn same_voice(scene: &Scene<'_>, there: usize, here: usize) -> bool {
    quotation::around(scene, there).is_none_or(|quote| quote.holds(here) || is_scare(scene, quote))
}

/// « Stargate », « cloud »: marks around a word or two quote nobody.
fn is_scare(scene: &Scene<'_>, quote: &quotation::Quotation) -> bool {
    (quote.start + 1..quote.end).filter(|i| scene.kind(*i) != Some(TokenKind::Mark)).count() <= 3
}

/// Who does what a verb says.
pub(super) fn subject_of(scene: &Scene<'_>, verb: &Verb) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(verb.at));
    match verb.mood {
        Mood::Finite => place_of_on(scene, verb)
            .or_else(|| inverted(scene, verb, &sentence))
            .or_else(|| before(scene, verb.start, &sentence)),
        Mood::Infinitive => perceived(scene, verb).or_else(|| main_subject(scene, verb.start, &sentence)),
        Mood::Gerund => main_subject(scene, verb.start, &sentence),
        Mood::Participle => None,
    }
}

/// « a écouté Hélène Dautremer réclamer sept ans », « ont entendu le préfet promettre 300 emplois »: whoever is heard or seen.
fn perceived(scene: &Scene<'_>, infinitive: &Verb) -> Option<usize> {
    const PERCEIVE: [&str; 4] = ["ecouter", "entendre", "voir", "laisser"];
    let heard = scene.mentions_in(infinitive.start.saturating_sub(8)..infinitive.start);
    let heard = heard.iter().rev().find(|m| m.end == infinitive.start && m.is_free())?;
    let article = heard.start.checked_sub(1)?;
    let article = if scene.is_any(article, &[w::LE, w::LA, w::L, w::LES]) { article } else { heard.start };
    let verb = verb::at(scene, article.checked_sub(1)?)?;
    let perceives = PERCEIVE.contains(&scene.lexicon.vocabulary().text(verb.lemma));
    (perceives && can_speak(scene, heard.who)).then(|| named_beside(scene, heard))
}

/// « a-t-il écrit », « explique-t-elle », « », a déclaré Leavitt »: the subject inside or after the verb.
fn inverted(scene: &Scene<'_>, verb: &Verb, sentence: &std::ops::Range<usize>) -> Option<usize> {
    // A pronoun hyphenated to the finite part.
    for i in verb.start + 1..(verb.start + 5).min(sentence.end) {
        if let Some(agreement) = pronoun(scene, i).filter(|_| scene.is(i - 1, crate::text::WordId::HYPHEN)) {
            return speaker_meant(scene, verb.start, agreement);
        }
    }
    if !opens_incise(scene, verb.start, sentence.start) {
        return None;
    }
    let first = scene
        .mentions_in(verb.at + 1..(verb.at + 14).min(sentence.end))
        .iter()
        .find(|m| m.is_free() && can_speak(scene, m.who))?;
    // Between verb and subject there are at most adverbs, a place, the one spoken to.
    let started = verb.at;
    let clear = (verb.at + 1..first.start).all(|i| {
        // « a résumé à la sortie Karim Benattar »
        let known = scene.has(i, Classes::AFTER_FAIRE.with(Classes::AFTER_LAISSER))
            || verb::at(scene, i).is_none_or(|verb| {
                verb.mood == Mood::Participle
                    // « a justifié devant les élus Olivier Tessandier »
                    && (scene.is_any(i - 1, &[w::LA, w::LE, w::L, w::LES, w::DES, w::SES, w::UNE, w::UN])
                        // « reconnaît, sous couvert d'anonymat, un cadre »
                        || scene.folded(i - 1) == "sous")
                    // « met en garde la CGT »
                    || scene.is(i - 1, w::EN)
                    // « veut croire Mathilde Verhaegen », « a commencé par écrire Elon Musk »
                    || verb.mood == Mood::Infinitive
                        && (i == started + 1 || i == started + 2 && scene.is(i - 1, w::PAR))
            });
        !scene.is_any(i, &[w::QUE, w::QU, w::COLON, w::LEFT_QUOTE]) && known
    });
    // « Adeline Sterckx, qui a hérité du dossier, promet une Région à l'équilibre », « Henri Lestrade, le directeur, a rassuré les
    // analystes jeudi : »: what has « une », or what stands right before the colon of what is said, is the object.
    let addressed = || {
        let colon = (first.end..(first.end + 4).min(sentence.end)).find(|i| scene.is(*i, w::COLON));
        let before = || verb::in_range(scene, sentence.start..verb.start).any(|v| v.mood == Mood::Finite);
        !first.named && colon.is_some_and(|i| (first.end..i).all(|i| !scene.is(i, w::COMMA))) && !before()
    };
    let object = || scene.is_indefinite(first) || addressed();
    if !clear || object() && before_apposition(scene, verb.start, sentence).is_some() {
        return None;
    }
    Some(named_beside(scene, first))
}

/// « répond-on dans son entourage », « assure-t-on à la mairie »: where nobody in particular speaks.
pub(super) fn place_of_on(scene: &Scene<'_>, verb: &Verb) -> Option<usize> {
    /// « « … », a-t-on lu dans le quotidien local »: said by whoever it quotes.
    const HEARD: [&str; 7] = ["lu", "vu", "entendu", "appris", "lit", "entend", "apprend"];
    let on = (verb.at + 1..verb.at + 5)
        .find(|i| scene.is(*i, w::ON) && scene.is(*i - 1, crate::text::WordId::HYPHEN))?;
    if (verb.at..verb.at + 7).any(|i| HEARD.contains(&scene.slice(i))) {
        return None;
    }
    let mention =
        scene.mentions_in(on + 1..on + 9).first().filter(|m| !m.is_free() && can_speak(scene, m.who))?;
    let clear = !(on + 1..mention.start).any(|i| scene.kind(i) == Some(TokenKind::Mark));
    clear.then(|| named_beside(scene, mention))
}

/// Whether a verb stands where an incise begins: after a comma, a closing quote, a dash, or at the start.
fn opens_incise(scene: &Scene<'_>, start: usize, sentence: usize) -> bool {
    let at = verb::with_clitics(scene, start, sentence);
    // « 8 400 dit la préfecture »
    at == sentence
        || scene.kind(at - 1) == Some(TokenKind::Number)
        || scene.kind(at - 1) == Some(TokenKind::Mark) && !scene.is_any(at - 1, &[w::OPEN, w::COLON])
        || scene.is_any(at - 1, &[w::QUE, w::QU, w::COMME, w::AINSI])
}

/// The subject before a finite verb: the nearest free mention or pronoun of its clause.
fn before(scene: &Scene<'_>, start: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    // « Il a posté », « ils affirment »: the pronoun right before, over clitics.
    let mut at = start;
    while at > sentence.start && is_clitic(scene, at - 1) {
        at -= 1;
    }
    if at > sentence.start {
        if let Some(agreement) = pronoun(scene, at - 1) {
            return resolve(scene, at - 1, agreement);
        }
        // « la préfecture nous parle de 3 200 personnes »
        if at > sentence.start + 1 && scene.is(at - 1, w::NOUS) && !scene.slice(start).ends_with("ons") {
            at -= 1;
        }
        // « Au cabinet du ministre, on m'assure que … »
        let me = scene.is_any(at - 1, &[w::M_ELIDED, w::ME]) && at > 1 && scene.is(at - 2, w::ON);
        // « à la métropole, où l'on rappelle que … »
        let there =
            |i: usize| scene.slice(i) == "où" || scene.is(i, w::L) && scene.slice(i.wrapping_sub(1)) == "où";
        if scene.is(at - 1, w::ON) && at > 1 && there(at - 2) {
            let place =
                scene.mentions_in(sentence.start..at).iter().rev().find(|m| m.end < at && !m.is_free());
            return place.filter(|m| can_speak(scene, m.who)).map(|m| m.who);
        }
        if me || scene.is(at - 1, w::ON) {
            let head = scene.mentions_in(sentence.start..sentence.start + 3).first();
            let place =
                head.filter(|m| matches!(m.preposition, w::A | w::AU | w::AUX) && can_speak(scene, m.who));
            return place.map(|m| m.who);
        }
        if scene.is_any(at - 1, &[w::JE, w::J, w::NOUS, w::CE]) {
            return None;
        }
        if scene.is(at - 1, w::QUI) {
            return antecedent(scene, at - 1, sentence);
        }
    }
    if let Some(subject) = before_apposition(scene, at, sentence) {
        return Some(subject);
    }
    if let Some(first) = joined_to(scene, at, sentence) {
        return subject_of(scene, &first);
    }
    nearest_free(scene, start, sentence)
}

/// A pronoun between a subject and its verb.
fn is_clitic(scene: &Scene<'_>, at: usize) -> bool {
    const CLITICS: [crate::text::WordId; 11] =
        [w::L, w::LE, w::LA, w::LES, w::S, w::SE, w::LUI, w::N, w::NE, w::Y, w::EN];
    // « Il m'a raconté que … », « Ellen Marsh, qui anime le collectif, m'a répondu »
    let me = || {
        scene.is_any(at, &[w::M_ELIDED, w::ME])
            && at > 0
            && (pronoun(scene, at - 1).is_some() || scene.is(at - 1, w::COMMA))
    };
    scene.is_any(at, &CLITICS) || me() || scene.folded(at) == "leur"
}

/// « Huang jure que le Royaume-Uni sera … et annonce 500 millions »: the verb before a clause that « et » takes up again.
fn joined_to(scene: &Scene<'_>, at: usize, sentence: &std::ops::Range<usize>) -> Option<Verb> {
    let et = at.checked_sub(1).filter(|i| scene.is(*i, w::ET))?;
    let states = Roles::SPEECH.with(Roles::INCISE);
    let first = verb::in_range(scene, sentence.start..et).find(|verb| verb.mood == Mood::Finite)?;
    let content = scene.is_any(first.at + 1, &[w::QUE, w::QU]);
    (content && first.roles.has(states) && first.start < et).then_some(first)
}

/// Whom « qui » means: what is named right before it, whatever governs it (« selon la FSU, qui parle de … »).
fn antecedent(scene: &Scene<'_>, qui: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    let end = if scene.is(qui.checked_sub(1)?, w::COMMA) { qui - 1 } else { qui };
    // « C'est lui qui l'écrit »
    if scene.is_any(end - 1, &[w::LUI, w::ELLE, w::EUX, w::ELLES]) && end > 0 {
        let feminine = scene.is_any(end - 1, &[w::ELLE, w::ELLES]);
        let plural = scene.is_any(end - 1, &[w::EUX, w::ELLES]);
        return resolve(scene, end - 1, Agreement { feminine, plural });
    }
    let mentions = scene.mentions_in(sentence.start..end);
    // « une goutte d'eau pour l'Union des agriculteurs, qui chiffre … »
    let body = |m: &Mention| {
        matches!(scene.cast.characters[m.who].sort, Sort::Body | Sort::Institution) && end < qui
    };
    let touching = mentions
        .iter()
        .find(|m| m.end == end && can_speak(scene, m.who) && (m.is_free() || m.named || body(m)));
    let holder =
        touching.and_then(|m| holder_of(scene, m, mentions).or_else(|| described(scene, m, mentions)));
    holder.or_else(|| touching.map(|m| m.who)).or_else(|| nearest_free(scene, qui, sentence))
}

/// « la FEQ, une fédération qui revendique … »: a description in apposition is of the name before it.
fn described(scene: &Scene<'_>, description: &Mention, mentions: &[Mention]) -> Option<usize> {
    let from = description.start;
    let indefinite = |i: usize| scene.is_any(i, &[w::UN, w::UNE]);
    let article = if indefinite(from) { from } else { from.checked_sub(1).filter(|i| indefinite(*i))? };
    let comma = article.checked_sub(1).filter(|i| scene.is(*i, w::COMMA))?;
    let named = mentions.iter().find(|m| m.named && m.end == comma && can_speak(scene, m.who))?;
    (!description.named).then_some(named.who)
}

/// « Bernard Fraysse, maire de Montbrusc, qui rappelle … »: the place belongs to the office, and that to the person before.
fn holder_of(scene: &Scene<'_>, of: &Mention, before: &[Mention]) -> Option<usize> {
    let role = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE);
    let person = |m: &&Mention| {
        let human = scene.cast.characters[m.who].sort == Sort::Person;
        human && m.named && m.end < of.start && scene.is(m.end, w::COMMA)
    };
    let holder = before.iter().rev().find(person)?;
    let office = (holder.end + 1..of.start).next().is_some_and(|i| scene.has(i, role));
    let marks = (holder.end + 1..of.start).any(|i| scene.is(i, w::COMMA));
    let at = scene.lexicon.vocabulary().text(of.preposition) == "chez";
    let of = at || matches!(of.preposition, w::DE | w::D | w::DU | w::DES | w::A);
    (of && office && !marks).then_some(holder.who)
}

/// « Elon Musk, dont la société concurrence OpenAI, prétend … »: a comma right before the verb closes what a comma right
/// after the subject has opened.
fn before_apposition(scene: &Scene<'_>, verb: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    let close = verb.checked_sub(1).filter(|i| scene.is(*i, w::COMMA) && *i > sentence.start)?;
    // « dont le responsable local, Issa Djibrine, assure »: the office and its holder are one.
    let whole = |m: &&Mention| {
        m.end == close && m.named && m.is_free() && (m.start..m.end).any(|i| scene.is(i, w::COMMA))
    };
    if let Some(holder) = scene.mentions_in(sentence.start..close).iter().rev().find(whole) {
        return Some(holder.who);
    }
    (sentence.start..close).rev().filter(|i| scene.is(*i, w::COMMA)).find_map(|comma| {
        // « L'Agence internationale de l'énergie (AIE), dont le directeur …, rappelle que »
        let end = if scene.is(comma - 1, w::CLOSE) {
            (sentence.start..comma).rev().find(|i| scene.is(*i, w::OPEN)).unwrap_or(comma)
        } else {
            comma
        };
        // « Le collectif Horizon libre, qui … »
        let adjective = |i: usize| {
            scene.kind(i) == Some(TokenKind::Word)
                && !scene.capitalised(i)
                && !scene.has(i, Classes::FUNCTION)
                && verb::at(scene, i).is_none()
        };
        let ends = |m: &&Mention| {
            (m.end == comma || m.end == end || m.named && m.end + 1 == comma && adjective(m.end))
                && m.is_free()
                && can_speak(scene, m.who)
                && same_voice(scene, m.start, verb)
        };
        let mentions = scene.mentions_in(sentence.start..comma);
        // « Un ancien cadre de SoftBank, qui a quitté Tokyo, parle de … »: SoftBank is only said of him.
        let headed = || {
            let [.., head, last] = mentions else { return None };
            let of = matches!(last.preposition, w::DE | w::D | w::DU) && last.end == comma;
            (of && head.is_free() && last.start <= head.end + 2 && can_speak(scene, head.who))
                .then_some(head.who)
        };
        mentions.iter().rev().find(ends).map(|m| named_beside(scene, m)).or_else(headed)
    })
}

/// The nearest mention without preposition before a token, in brackets and quotations only if the token is too.
pub(super) fn nearest_free(scene: &Scene<'_>, at: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    let speaks = |m: &Mention| {
        can_speak(scene, m.who)
            && !in_set_apart(scene, m, sentence.start, at)
            // « la ville espérait 1 700 postes ; le contrat en exige 357 »
            && !(m.end..at).any(|i| scene.is(i, w::SEMICOLON))
    };
    nearest_mention(scene, at, sentence, &speaks).map(|m| named_beside(scene, m))
}

/// As [`nearest_free`], of the characters that are wanted.
pub(super) fn nearest_free_mention<'s>(
    scene: &'s Scene<'_>,
    at: usize,
    sentence: &std::ops::Range<usize>,
    wanted: &dyn Fn(usize) -> bool,
) -> Option<&'s Mention> {
    nearest_mention(scene, at, sentence, &|m| wanted(m.who))
}

fn nearest_mention<'s>(
    scene: &'s Scene<'_>,
    at: usize,
    sentence: &std::ops::Range<usize>,
    wanted: &dyn Fn(&Mention) -> bool,
) -> Option<&'s Mention> {
    scene
        .mentions_in(sentence.start..at)
        .iter()
        .rev()
        .filter(|mention| {
            mention.end <= at
                && mention.is_free()
                && wanted(mention)
                && same_voice(scene, mention.start, at)
                && !is_nested(scene, mention)
        })
        .find(|mention| {
            !in_brackets(scene, mention.start, sentence.start, at) && !is_apposition(scene, mention)
        })
}

/// « un ancien de l'administration Trump »: a name inside what another mention says.
fn is_nested(scene: &Scene<'_>, mention: &Mention) -> bool {
    scene
        .mentions_in(mention.start.saturating_sub(10)..mention.start)
        .iter()
        .any(|other| other.end >= mention.end && other.who != mention.who)
}

/// « L'accord signé avec la ville, que Le Monde a pu consulter, exige … »: whether commas set a relative clause apart in which a
/// mention stands.
fn in_set_apart(scene: &Scene<'_>, mention: &Mention, start: usize, limit: usize) -> bool {
    let opens = (start..mention.start).rev().find(|i| scene.is(*i, w::COMMA)).is_some_and(|comma| {
        let relative =
            scene.is_any(comma + 1, &[w::QUI, w::QUE, w::QU, w::DONT]) || scene.slice(comma + 1) == "où";
        relative && comma + 1 < mention.start
    });
    // What follows the comma is the verb of the main clause.
    let resumes = |i: usize| {
        scene.is(i, w::COMMA)
            && verb::at(scene, verb::past_clitics(scene, i + 1)).is_some_and(|v| v.mood == Mood::Finite)
    };
    opens && (mention.end..limit).any(resumes)
}

/// Whether a bracket opens before a token and closes before `limit`.
fn in_brackets(scene: &Scene<'_>, at: usize, start: usize, limit: usize) -> bool {
    let opens = (start..at)
        .rev()
        .find(|i| scene.is_any(*i, &[w::OPEN, w::CLOSE]))
        .is_some_and(|i| scene.is(i, w::OPEN));
    opens && (at..limit).any(|i| scene.is(i, w::CLOSE))
}

/// « Oracle et MGX, un fonds d'Abou Dhabi, »: a description that a comma and an article set beside a name names nobody new.
fn is_apposition(scene: &Scene<'_>, mention: &Mention) -> bool {
    if mention.named || scene.cast.characters[mention.who].entity.is_some() {
        return false;
    }
    let article =
        mention.start.checked_sub(1).filter(|i| scene.is_any(*i, &[w::UN, w::UNE, w::LE, w::LA, w::L]));
    let closed = scene.is_any(mention.end, &[w::COMMA, w::CLOSE, w::DOT]);
    let comma = article.and_then(|i| i.checked_sub(1)).filter(|i| closed && scene.is(*i, w::COMMA));
    comma.is_some_and(|comma| {
        scene.mentions_in(comma.saturating_sub(6)..comma).iter().any(|m| m.end == comma && m.named)
    })
}

/// The subject of the main clause for a gerund or infinitive: the nearest free mention that a finite verb follows.
fn main_subject(scene: &Scene<'_>, at: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    let main = verb::in_range(scene, sentence.start..at)
        .filter(|v| v.mood == Mood::Finite && same_voice(scene, v.at, at))
        .last();
    match main {
        Some(main) => inverted(scene, &main, sentence).or_else(|| before(scene, main.start, sentence)),
        None => nearest_free(scene, at, sentence),
    }
}
