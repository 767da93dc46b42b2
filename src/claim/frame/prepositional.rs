//! Frames of a preposition: « selon X », « d'après des sources citées par Reuters », « pour X, … ».

use std::ops::Range;

use super::super::apposition::named_beside;
use super::super::cast::Mention;
use super::super::reference::{self, Agreement};
use super::super::scene::Scene;
use super::super::verb::{self, Mood};
use super::{Frame, Reach, Source};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::text::{Flags, TokenKind, WordId};
use crate::topic::Sort;

/// « selon X », « d'après des sources citées par Reuters », « pour X, … ».
pub(in crate::claim) fn prepositional(
    scene: &Scene<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Frame> {
    if let Some(frame) = heard(scene, at).or_else(|| as_said(scene, at, sentence)) {
        return Some(frame);
    }
    let (opening, after) =
        scene.lexicon.attribution(scene.tokens, at).or_else(|| of_source(scene, at, sentence))?;
    // « en début d'après-midi »
    if scene.is(after, WordId::HYPHEN) || opening && opens_nothing(scene, at, after, sentence) {
        return None;
    }
    if is_relative(scene, after) {
        return of_antecedent(scene, at..after + 1, sentence);
    }
    let leads = at == sentence.start
        || at == sentence.start + 1
            && !scene.is(sentence.start, w::COMMA)
            && scene.kind(at - 1) != Some(TokenKind::Mark);
    // « Premier pointage, côté direction : 18 % de grévistes »
    let side =
        opening && scene.slice(at).eq_ignore_ascii_case("côté") && scene.is(at.wrapping_sub(1), w::COMMA);
    if opening && !leads && !side {
        return None;
    }
    let (mut source, end) =
        source_after(scene, after, sentence.end).filter(|(_, end)| !depends(scene, at, *end, sentence))?;
    // « interrogé par CNBC, il a dit … »: who asks says nothing, and a medium carries the answer.
    if scene.slice(at).to_lowercase().starts_with("interrog") {
        source.speaker = None;
        source.via?;
    }
    // « Chez Thermovent, 62 salariés, on fabrique … »: what it has.
    let has = |end: usize| {
        let figure = scene.figures_in(&(end + 1..end + 2)).first();
        figure.is_some_and(|figure| scene.is(figure.tokens.1 as usize, w::COMMA))
    };
    let closed = if side { scene.is(end, w::COLON) } else { scene.is(end, w::COMMA) && !has(end) };
    if opening && !closed {
        return None;
    }
    if is_company_side(scene, at, source, end..sentence.end) {
        return None;
    }
    let reach = reach_of_preposition(scene, at..end, sentence, leads);
    Some(Frame { start: at, end, source, reach })
}

/// « Les prix varient de 10 % selon les enseignes »: what differs from one to another is told by none of them, unless it is named.
fn depends(scene: &Scene<'_>, at: usize, end: usize, sentence: &Range<usize>) -> bool {
    const VARY: [&str; 5] = ["varier", "osciller", "fluctuer", "differer", "dependre"];
    let varies = || {
        verb::in_range(scene, sentence.start..at)
            .any(|verb| VARY.contains(&scene.lexicon.vocabulary().text(verb.lemma)))
    };
    let named = || scene.mentions_in(at..end).iter().any(|m| m.named);
    scene.is(at, w::SELON) && varies() && !named()
}

/// « Côté Oracle, les trois sites pèsent 5,5 GW » is of a company, and no voice; « côté Oracle, on assure » is one.
fn is_company_side(scene: &Scene<'_>, at: usize, source: Source, rest: Range<usize>) -> bool {
    let company = source.speaker.is_some_and(|who| scene.cast.characters[who].sort == Sort::Company);
    let voiced = |i: usize| {
        let supposes = verb::at(scene, i).is_some_and(|verb| verb.tenses.has(Tenses::CONDITIONAL));
        scene.is_any(i, &[w::ON, w::COLON]) || supposes
    };
    company && scene.slice(at).eq_ignore_ascii_case("côté") && !rest.into_iter().any(voiced)
}

/// « En Côte d'Ivoire » is no « côté », nor is « coté à Bruxelles », and « chez les médecins, nous étions dix-neuf » is of whom the
/// figure is.
fn opens_nothing(scene: &Scene<'_>, at: usize, after: usize, sentence: &Range<usize>) -> bool {
    let coast = scene.slice(at).eq_ignore_ascii_case("côte") || scene.slice(at).starts_with("Côte");
    let among = || scene.slice(at).eq_ignore_ascii_case("chez") && scene.is(at + 1, w::LES);
    let voiced = || (after..sentence.end).any(|i| scene.is(i, w::ON));
    coast || among() && !voiced() || scene.is_any(after, &[w::A, w::AU, w::AUX]) || is_purpose(scene, after)
}

/// « Pour renverser le gouvernement, 289 voix sont nécessaires »: an infinitive, known or not, before its object.
fn is_purpose(scene: &Scene<'_>, at: usize) -> bool {
    let known = verb::at(scene, at).is_some_and(|verb| verb.mood == Mood::Infinitive);
    let ending = ["er", "ir", "oir", "re"].iter().any(|ending| scene.slice(at).ends_with(ending));
    let plain = scene.kind(at) == Some(TokenKind::Word)
        && !scene.capitalised(at)
        && !scene.has(at, Classes::FUNCTION.with(Classes::MALE_ROLE).with(Classes::FEMALE_ROLE));
    let object = scene.is_any(
        at + 1,
        &[w::LE, w::LA, w::L, w::LES, w::UN, w::UNE, w::DES, w::CE, w::CET, w::CETTE, w::CES],
    );
    known || ending && plain && object
}

/// « pour qui », « selon laquelle »
fn is_relative(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, w::QUI) || matches!(scene.slice(at), "lequel" | "laquelle" | "lesquels" | "lesquelles")
}

/// « Elon Musk, pour qui SoftBank n'a que 10 milliards », « l'association Ferus, selon laquelle 80 % des troupeaux … »
fn of_antecedent(scene: &Scene<'_>, frame: Range<usize>, sentence: &Range<usize>) -> Option<Frame> {
    let end = if scene.is(frame.start.checked_sub(1)?, w::COMMA) { frame.start - 1 } else { frame.start };
    let who = scene.mentions_in(sentence.start..end).iter().rev().find(|m| m.end == end)?;
    let source = match scene.cast.characters[who.who].sort {
        Sort::Medium => Source { speaker: None, via: Some(who.who) },
        _ => Source { speaker: Some(named_beside(scene, who)), via: None },
    };
    Some(Frame { start: frame.start, end: frame.end, source, reach: Reach::Forward })
}

/// « selon la police, 5 000 personnes » reaches forward; « 5 000 personnes selon la police » back.
fn reach_of_preposition(
    scene: &Scene<'_>,
    frame: Range<usize>,
    sentence: &Range<usize>,
    leads: bool,
) -> Reach {
    let (at, end) = (frame.start, frame.end);
    let before = scene.figures_in(&(sentence.start..at)).iter().rev().find(|f| f.is_quantity());
    let after = scene.figures_in(&(end..sentence.end)).iter().find(|f| f.is_quantity());
    // « …, et, selon X, 20 sites »: set between commas, and the figure before belongs to another clause.
    let inserted = scene.is(end, w::COMMA) && after.is_some() && before.is_some();
    let joins = |i: usize| scene.is_any(i, &[w::ET, w::MAIS, w::SEMICOLON]);
    let joined = at > 1 && (joins(at - 1) || scene.is(at - 1, w::COMMA) && joins(at - 2));
    let told = before.is_some_and(|f| {
        (f.tokens.1 as usize..at).any(|i| verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite))
    });
    // « et créer, selon X, 100 000 emplois »: the verb waits for what comes after.
    let waits = |i: usize| verb::at(scene, i).is_some_and(|verb| verb.mood != Mood::Participle);
    let awaited = || inserted && at >= 2 && scene.is(at - 1, w::COMMA) && waits(at - 2);
    match () {
        () if leads || before.is_none() || inserted && joined || awaited() => Reach::Forward,
        // « 2 400 foyers restaient privés de courant, d'après Enedis, et l'A75 était coupée »: another clause.
        () if inserted && told && scene.is(end + 1, w::ET) => Reach::Backward,
        () if inserted && told => Reach::Both,
        () => Reach::Backward,
    }
}

/// « à l'en croire », « à l'entendre », « à ses yeux »: whoever was spoken of last.
fn heard(scene: &Scene<'_>, at: usize) -> Option<Frame> {
    if !scene.is(at, w::A) && !matches!(scene.slice(at), "à" | "À" | "A") {
        return None;
    }
    let words = |words: &[&str]| words.iter().enumerate().all(|(k, word)| scene.slice(at + 1 + k) == *word);
    let phrase = [
        &["l'", "en", "croire"][..],
        &["l’", "en", "croire"],
        &["les", "en", "croire"],
        &["l'", "entendre"],
        &["l’", "entendre"],
        &["ses", "yeux"],
        &["leurs", "yeux"],
        &["son", "avis"],
    ];
    let end = at + 1 + phrase.iter().find(|phrase| words(phrase))?.len();
    let speaker = Some(reference::last_heard(scene, at)?);
    Some(Frame { start: at, end, source: Source { speaker, via: None }, reach: Reach::Forward })
}

/// « …, comme Emily Stratton l'a promis jeudi », « …, comme l'a annoncé la ministre »: what stands before is said.
fn as_said(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<Frame> {
    /// Tokens between « comme » and its verb.
    const REACH: usize = 12;
    if !scene.slice(at).eq_ignore_ascii_case("comme") {
        return None;
    }
    let verb = verb::in_range(scene, at + 1..(at + REACH).min(sentence.end)).next()?;
    let said = verb.mood == Mood::Finite && verb.roles.has(Roles::SPEECH) && !verb.passive;
    let takes_up = (at + 1..=verb.start)
        .any(|i| scene.is_any(i, &[w::L, w::LE]) && verb::with_clitics(scene, verb.start, at + 1) <= i);
    let named =
        scene.mentions_in(at + 1..verb.start).iter().find(|m| m.start <= at + 2 && m.end <= verb.start);
    let who = named.map(|m| m.who).or_else(|| reference::subject_of(scene, &verb))?;
    let reach = if at == sentence.start { Reach::Forward } else { Reach::Backward };
    let source = match scene.cast.characters[who].sort {
        Sort::Medium => Source { speaker: None, via: Some(who) },
        _ if reference::can_speak(scene, who) => Source { speaker: Some(who), via: None },
        _ => return None,
    };
    (said && takes_up).then_some(Frame { start: at, end: verb.at + 1, source, reach })
}

/// « …, apprend-on de source policière », « …, a-t-on appris lundi auprès du parquet »: who it was learned from.
fn of_source(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<(bool, usize)> {
    let named = |i: usize| matches!(scene.slice(i), "source" | "sources");
    // « a-t-on appris lundi de deux sources »
    let learned = || {
        let day = at >= 1 && scene.has(at - 1, Classes::WEEKDAY);
        let end = at - usize::from(day);
        let learns = |i: usize| matches!(scene.slice(i), "apprend" | "apprenait");
        end >= 3
            && (scene.slice(end - 1) == "appris" && scene.is(end - 2, w::ON)
                || scene.is(end - 1, w::ON) && learns(end - 3))
    };
    let of = [w::DE, w::D, w::DU, w::DES];
    if scene.slice(at) == "auprès" && scene.is_any(at + 1, &of) && learned() {
        return Some((false, at + 2));
    }
    let source = scene.is(at, w::DE) && (named(at + 1) || named(at + 2) && learned());
    let led = at == sentence.start || scene.is(at - 1, w::COMMA) || scene.is(at - 1, w::ON) || learned();
    (source && led).then_some((false, at + 1))
}

/// The source named after « selon », and the token after it.
fn source_after(scene: &Scene<'_>, after: usize, limit: usize) -> Option<(Source, usize)> {
    const REACH: usize = 12;
    if let Some(agreement) = strong_pronoun(scene, after) {
        return Some((Source { speaker: reference::resolve(scene, after, agreement), via: None }, after + 1));
    }
    if let Some(found) = own_papers(scene, after) {
        return Some(found);
    }
    // « selon le décompte de notre rédaction »: the outlet's own.
    let own = |i: usize| scene.is_any(i, &[w::NOTRE, w::NOS]);
    if (after..(after + 5).min(limit)).take_while(|i| !scene.is(*i, w::COMMA)).any(own) {
        return None;
    }
    let mut source = Source::default();
    let mut end = after;
    for mention in scene.mentions_in(after.saturating_sub(1)..(after + REACH).min(limit)) {
        let gap = end..mention.start;
        let apposed = source == Source::default() && is_apposed(scene, mention, &gap);
        let gap = gap.start..gap.end - usize::from(apposed);
        // « d'après deux sources »
        let is_of = |figure: &Figure| figure.noun.is_some_and(|noun| noun as usize == mention.start);
        let broken = is_addressed(scene, &gap)
            || gap.clone().any(|i| {
                scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON, w::CLOSE])
                    || verb::at(scene, i).is_some_and(|v| v.mood == Mood::Finite)
            })
            || scene.figures_in(&gap).iter().any(|figure| figure.is_quantity() && !is_of(figure));
        if broken || mention.end <= after && mention.start < after.saturating_sub(1) {
            break;
        }
        let character = &scene.cast.characters[mention.who];
        match character.sort {
            Sort::Medium => source.via = source.via.or(Some(mention.who)),
            Sort::Project | Sort::Site => {}
            // Names inside a description do not replace it: « un proche de Donald Trump ».
            _ => source.speaker = source.speaker.or_else(|| Some(maker(scene, mention, limit))),
        }
        end = mention.end.max(end);
        if scene.is_any(end, &[w::COMMA, w::CLOSE]) {
            // « Michel Dupont, du cabinet X » ends here: what follows is the sentence.
            break;
        }
    }
    (source != Source::default()).then_some((source, end))
}

/// « D'après le projet transmis aux syndicats »: to whom it goes.
fn is_addressed(scene: &Scene<'_>, gap: &Range<usize>) -> bool {
    const OTHERS: [&str; 5] = ["is", "ise", "ises", "u", "us"];
    let participle =
        |slice: &str| verb::ends_in_acute(slice) || OTHERS.iter().any(|end| slice.ends_with(end));
    let to = gap.clone().rev().take(2).find(|i| scene.is_any(*i, &[w::A, w::AU, w::AUX]));
    to.and_then(|to| to.checked_sub(1)).is_some_and(|i| gap.contains(&i) && participle(scene.slice(i)))
}

/// « selon la consule générale, Leïla Chouchane, »: an office that the lexicon does not know.
fn is_apposed(scene: &Scene<'_>, mention: &Mention, gap: &Range<usize>) -> bool {
    scene.cast.characters[mention.who].sort == Sort::Person
        && mention.named
        && gap.len() > 1
        && scene.is(gap.end - 1, w::COMMA)
        && scene.is_any(mention.end, &[w::COMMA, w::DOT, w::CLOSE])
        && gap.clone().take(gap.len() - 1).all(|i| scene.kind(i) == Some(TokenKind::Word))
}

/// « un bilan communiqué par la protection civile », « une note de la banque Kessler »: a paper speaks for who made it.
pub(super) fn maker(scene: &Scene<'_>, mention: &Mention, limit: usize) -> usize {
    /// Tokens of a paper's description.
    const REACH: usize = 10;
    /// What a medium does with the papers of others.
    const READ: [&str; 8] = ["consult", "vu", "obtenu", "lu", "cite", "revele", "devoile", "publie"];
    let papers = Classes::SPEECH_NOUN.with(Classes::COUNT_NOUN);
    let paper =
        !mention.named && (mention.start..mention.end.min(mention.start + 3)).any(|i| scene.has(i, papers));
    let from = mention.start + 1;
    let by = scene.mentions_in(from..(from + REACH).min(limit)).iter().find(|m| {
        let made =
            m.preposition == w::PAR || m.named && matches!(m.preposition, w::DE | w::D | w::DU | w::DES);
        // « un document consulté par l'AFP » is not hers.
        let by = (m.start.saturating_sub(2)..m.start).find(|i| scene.is(*i, w::PAR));
        let read = by
            .is_some_and(|by| READ.iter().any(|stem| by > 0 && scene.folded(by - 1).starts_with(stem)))
            && scene.cast.characters[m.who].sort == Sort::Medium;
        made && !read && reference::can_speak(scene, m.who) && !(from..m.start).any(|i| scene.is(i, w::COMMA))
    });
    match by.filter(|_| paper) {
        Some(by) => named_beside(scene, by),
        None => named_beside(scene, mention),
    }
}

/// « selon ses calculs », « d'après leurs relevés »: those of whoever was heard last.
fn own_papers(scene: &Scene<'_>, at: usize) -> Option<(Source, usize)> {
    if !scene.is_any(at, &[w::SES, w::SON, w::SA, w::LEURS, w::LEUR]) {
        return None;
    }
    let papers = |i: &usize| scene.has(*i, Classes::COUNT_NOUN.with(Classes::SPEECH_NOUN));
    let noun = (at + 1..at + 4).find(papers)?;
    let speaker = Some(head_of(scene, at).or_else(|| reference::last_heard(scene, at))?);
    Some((Source { speaker, via: None }, noun + 1))
}

/// « Le centre Ailes d'Armor a recueilli 1 240 oiseaux, selon son décompte »: who a sentence opens with, by name.
fn head_of(scene: &Scene<'_>, at: usize) -> Option<usize> {
    /// Tokens before a name that opens a sentence.
    const OPENING: usize = 5;
    let number = scene.sentence_of(at);
    let head = |start: usize| {
        let opening = scene.mentions_in(start..(start + OPENING).min(at));
        opening.iter().find(|m| m.is_free())
    };
    let sort = |m: &Mention| scene.cast.characters[m.who].sort;
    let body = |m: &Mention| {
        let body = matches!(sort(m), Sort::Name | Sort::Company | Sort::Body | Sort::Institution);
        body && m.named && !scene.flag(m.start, Flags::LINE)
    };
    let here = head(scene.sentence(number).start).filter(|m| body(m));
    // « Le groupe japonais s'est ménagé une porte de sortie. Selon son communiqué, … »
    let before = || {
        let head = head(scene.sentence(number.checked_sub(1)?).start)?;
        Some(head).filter(|m| sort(m) == Sort::Company && at <= scene.sentence(number).start + 2)
    };
    here.or_else(before).map(|m| m.who)
}

/// « selon lui », « d'après elle ».
fn strong_pronoun(scene: &Scene<'_>, at: usize) -> Option<Agreement> {
    match scene.word(at) {
        w::LUI => Some(Agreement { feminine: false, plural: false }),
        w::ELLE => Some(Agreement { feminine: true, plural: false }),
        w::EUX => Some(Agreement { feminine: false, plural: true }),
        w::ELLES => Some(Agreement { feminine: true, plural: true }),
        _ => None,
    }
}
