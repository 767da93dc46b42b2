//! Interviews: paragraphs after a question are the words of the one who is asked, without quotation marks.

use std::ops::Range;

use super::cast::Mention;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::text::{Flags, TokenKind, WordId, fold};
use crate::topic::Sort;

/// Fewest questions of an interview; of one that says that it is one (« Propos recueillis par … »).
const QUESTIONS: usize = 3;
const MARKED: usize = 2;

/// Who answers, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interview {
    /// Token ranges with who speaks in them, in order.
    answers: Vec<(Range<usize>, usize)>,
}

impl Interview {
    /// The speaker of a token: the one who is asked, inside an answer.
    pub(super) fn speaker_at(&self, at: usize) -> Option<usize> {
        let i = self.answers.partition_point(|(answer, _)| answer.end <= at);
        self.answers.get(i).filter(|(answer, _)| answer.contains(&at)).map(|(_, who)| *who)
    }

    /// The answer in which a token stands, from its first one on.
    pub(super) fn answer_at(&self, at: usize) -> Option<Range<usize>> {
        let i = self.answers.partition_point(|(answer, _)| answer.end <= at);
        self.answers.get(i).map(|(answer, _)| answer.clone()).filter(|answer| answer.contains(&at))
    }

    /// The one who is asked, if it is one person throughout.
    pub(super) fn asked(&self) -> Option<usize> {
        let (_, first) = self.answers.first()?;
        self.answers.iter().all(|(_, who)| who == first).then_some(*first)
    }
}

/// The interview that an article is, if it is one: several lines that are questions, and a person to answer them.
pub(super) fn find(scene: &Scene<'_>) -> Option<Interview> {
    let lines = lines(scene);
    if let Some(found) =
        dialogue(scene, &lines).or_else(|| lettered(scene, &lines)).or_else(|| dashed(scene, &lines))
    {
        return Some(found);
    }
    let named = titled(scene, 0..scene.tokens.len().min(lines.first().map_or(0, |line| line.end))).is_some();
    let marked =
        lines.iter().any(|line| closes(scene, line)) || is_headed(scene) || is_titled(scene) || named;
    let asks: Vec<usize> = (0..lines.len()).filter(|i| is_question(scene, &lines[*i])).collect();
    // « Que pensez-vous de ces chiffres ? »: somebody is asked.
    let addressed = asks.iter().any(|i| addresses(scene, &lines[*i]));
    let marked = marked || addressed;
    let answering = answering(scene, &lines, &asks);
    let marked = marked || answering.is_some();
    let first = *asks.first()?;
    let questions: Vec<usize> =
        (first..lines.len()).filter(|i| asks.contains(i) || marked && is_remark(scene, &lines[*i])).collect();
    let fewest = match () {
        () if answering.is_some() || named && addressed => 1,
        () if marked => MARKED,
        () => QUESTIONS,
    };
    if questions.len() < fewest || scene.article.wrapped {
        return None;
    }
    let introduction = 0..lines[first].start;
    let who = answering
        .or_else(|| asked(scene, introduction.clone()))
        .or_else(|| named_by_label(scene, &lines))
        .or_else(|| introduced(scene, introduction).filter(|_| marked))?;
    let answer = |pair: &[usize]| lines[pair[0]].end..lines[pair[1]].start;
    let mut answers: Vec<Range<usize>> =
        questions.windows(2).map(answer).filter(|range| !range.is_empty()).collect();
    let last = lines[*questions.last()?].end;
    let end = lines
        .iter()
        .skip_while(|line| line.start < last)
        .find(|line| closes(scene, line))
        .map_or(scene.tokens.len(), |line| line.start);
    answers.push(last..end.max(last));
    if !marked && !is_personal(scene, &answers) {
        return None;
    }
    Some(Interview { answers: answers.into_iter().map(|answer| (answer, who)).collect() })
}

/// « Aude Fontenay : Parce que … », « Karim Benhadda, gérant à Louhans. Parce que … » right behind a question: who answers it.
fn answering(scene: &Scene<'_>, lines: &[Range<usize>], asks: &[usize]) -> Option<usize> {
    /// Tokens of what somebody is, behind the name.
    const OFFICE: usize = 8;
    asks.iter().find_map(|i| {
        let line = lines.get(i + 1)?;
        let name = scene.mentions_in(line.start..line.start + 1).first()?;
        // « Bonjour Solène. Une journée coûte 80 euros » is no answer of Bonjour Solène's.
        let human = match scene.cast.characters[name.who].sort {
            Sort::Person => true,
            Sort::Name => scene.is(name.end, w::COLON),
            _ => false,
        };
        let full = human && name.named && name.start == line.start && name.end >= name.start + 2;
        let office = name.end..(name.end + OFFICE).min(line.end);
        let end = if scene.is(name.end, w::COMMA) {
            // « Thomas Réval, 24 janvier 2025, 10:02 » is a byline.
            let mut words = office.into_iter().take_while(|at| scene.kind(*at) != Some(TokenKind::Number));
            words.find(|at| scene.is_any(*at, &[w::DOT, w::COLON]))?
        } else {
            name.end
        };
        let said = scene.is_any(end, &[w::DOT, w::COLON]) && end + 1 < line.end;
        (full && said && !is_quoted(scene, end + 1)).then_some(name.who)
    })
}

fn is_quoted(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_any(at, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE])
}

/// Whether a line speaks to somebody.
fn addresses(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    line.clone().any(|i| matches!(scene.folded(i), "vous" | "votre" | "vos"))
}

/// « « Ils jouent leur maison sur un cheval » »: a title that is a quotation and nothing else.
fn is_titled(scene: &Scene<'_>) -> bool {
    let title =
        scene.article.title_span.map(|span| scene.text[span.start as usize..span.end as usize].trim());
    let quoted = |title: &str| {
        title
            .strip_prefix('«')
            .is_some_and(|rest| rest.find('»').is_some_and(|at| rest[at..].trim_end() == "»"))
            || title.strip_prefix('“').is_some_and(|rest| rest.find('”').is_some_and(|at| &rest[at..] == "”"))
    };
    title.is_some_and(quoted)
}

/// Whether answers are somebody's own: one in three says « je » or « nous ». Questions that the outlet answers itself explain.
fn is_personal(scene: &Scene<'_>, answers: &[Range<usize>]) -> bool {
    let first = |i: usize| scene.is_any(i, &[w::JE, w::J, w::NOUS, w::MES, w::NOS]);
    let quoted = |i: usize| super::quotation::around(scene, i).is_some();
    let personal = answers.iter().filter(|answer| (*answer).clone().any(|i| first(i) && !quoted(i))).count();
    personal * 3 >= answers.len()
}

/// Fewest lines of a dialogue that begin with who speaks.
const TURNS: usize = 3;

/// « L. M. : Combien ? », « THIBAULT CAZENAVE : Cent milliards. »: whoever opens asks, the others are those who say it.
fn dialogue(scene: &Scene<'_>, lines: &[Range<usize>]) -> Option<Interview> {
    let turns: Vec<(usize, Range<usize>)> =
        lines.iter().filter_map(|line| Some((line.start, speaker_label(scene, line, lines)?))).collect();
    let host = host(scene, &turns)?;
    let others = turns.iter().filter(|(_, label)| !is_same(&scene.phrase(label.clone()), &host)).count();
    if turns.len() < TURNS || others == 0 {
        return None;
    }
    let mut answers = Vec::new();
    for (i, (_, label)) in turns.iter().enumerate() {
        let name = scene.phrase(label.clone());
        let next = turns.get(i + 1);
        let mut end = next.map_or(scene.tokens.len(), |(start, _)| *start);
        // Two turns of one voice: the line between, without a label, asks.
        let again = next.is_some_and(|(_, label)| is_same(&scene.phrase(label.clone()), &name));
        if again && let Some(line) = lines.iter().rfind(|line| line.end == end && line.start > label.end) {
            end = line.start;
        }
        if !is_same(&name, &host)
            && let Some(who) = labelled(scene, &name).filter(|who| !is_reporter(scene, *who))
        {
            answers.push((label.end + 1..end, who));
        }
    }
    Some(Interview { answers })
}

/// The label of who asks: of an outlet that the article does not know (« Grand Angle : … »), else of the first turn.
fn host(scene: &Scene<'_>, turns: &[(usize, Range<usize>)]) -> Option<String> {
    let labels: Vec<String> = turns.iter().map(|(_, label)| scene.phrase(label.clone())).collect();
    let unknown = labels.iter().find(|label| labelled(scene, label).is_none());
    let known = || labels.iter().any(|label| labelled(scene, label).is_some());
    unknown.filter(|_| known()).or(labels.first()).cloned()
}

/// « Bonjour Thomas Lenoir, vous êtes sur place pour la rédaction »: whoever the outlet has sent speaks for it.
fn is_reporter(scene: &Scene<'_>, who: usize) -> bool {
    const SENT: [&str; 6] = ["rédaction", "envoyé", "envoyée", "correspondant", "correspondante", "reporter"];
    scene.mentions_in(0..scene.tokens.len()).iter().filter(|m| m.who == who).any(|m| {
        let mut sentence = scene.sentence(scene.sentence_of(m.start));
        sentence.any(|i| SENT.contains(&scene.slice(i)))
    })
}

/// « Q. Qui paie ? », « R. Tokyo, surtout. »: letters say who asks and who answers.
fn lettered(scene: &Scene<'_>, lines: &[Range<usize>]) -> Option<Interview> {
    // « **Q. Qui paie ?** »
    let head = |line: &Range<usize>| {
        line.clone().find(|i| !matches!(scene.slice(*i), "*" | "**" | "_" | "__")).unwrap_or(line.start)
    };
    let lettered = |line: &Range<usize>, letter: &str| {
        let at = head(line);
        scene.slice(at) == letter && scene.is_any(at + 1, &[w::DOT, w::COLON])
    };
    let first = lines.iter().find(|line| lettered(line, "Q"))?;
    let who = asked(scene, 0..first.start)?;
    // An answer goes on over paragraphs, to the next question.
    let ends = |line: &Range<usize>| lettered(line, "Q") || closes(scene, line);
    let answers = lines.iter().enumerate().filter(|(_, line)| lettered(line, "R")).map(|(i, line)| {
        let end = lines[i + 1..].iter().find(|next| ends(next)).map_or(scene.tokens.len(), |next| next.start);
        (head(line) + 2..end, who)
    });
    let answers: Vec<_> = answers.collect();
    (answers.len() >= MARKED).then_some(Interview { answers })
}

/// « Allez-vous recourir ? » and under it « – Il nous a manqué 1 405 voix. »: a dash opens each answer.
fn dashed(scene: &Scene<'_>, lines: &[Range<usize>]) -> Option<Interview> {
    /// Tokens of a question at most.
    const QUESTION: usize = 40;
    let dash = |line: &Range<usize>| scene.is_any(line.start, &[WordId::HYPHEN, w::DASH]);
    let pairs: Vec<&[Range<usize>]> = lines
        .windows(2)
        .filter(|pair| !dash(&pair[0]) && pair[0].len() <= QUESTION && dash(&pair[1]))
        .collect();
    let asks = pairs.iter().filter(|pair| scene.is(pair[0].end - 1, w::QUESTION)).count();
    if pairs.len() < MARKED || asks * 2 < pairs.len() {
        return None;
    }
    let first = pairs.first()?[0].start;
    let person = |m: &&super::cast::Mention| {
        m.named && matches!(scene.cast.characters[m.who].sort, Sort::Person | Sort::Name)
    };
    let who = scene.mentions_in(0..first).iter().rev().find(person)?.who;
    Some(Interview { answers: pairs.iter().map(|pair| (pair[1].clone(), who)).collect() })
}

/// The name or initials before a colon at the head of a line.
fn speaker_label(scene: &Scene<'_>, line: &Range<usize>, lines: &[Range<usize>]) -> Option<Range<usize>> {
    if let Some(label) = stopped_label(scene, line) {
        return Some(label);
    }
    let colon = (line.start..(line.start + 7).min(line.end)).find(|i| {
        // « MARC HUBIN - J'ai tout perdu. »
        let person = || {
            (line.start..*i).all(|k| scene.flag(k, Flags::UPPER))
                && (labelled(scene, &scene.phrase(line.start..*i))
                    .is_some_and(|who| scene.cast.characters[who].sort == Sort::Person)
                    || opens_twice(scene, line.start..*i, lines))
        };
        scene.is(*i, w::COLON)
            || *i > line.start + 1 && scene.is_any(*i, &[WordId::HYPHEN, w::DASH]) && person()
    })?;
    let label = line.start..colon;
    // « Hélène Castaing : … »
    let person = |m: &super::cast::Mention| {
        let human = matches!(scene.cast.characters[m.who].sort, Sort::Person | Sort::Name);
        human && m.named && m.end == colon && m.end >= m.start + 2
    };
    if !is_quoted(scene, colon + 1) && scene.mentions_in(line.start..line.start + 1).iter().any(person) {
        return Some(label);
    }
    let capital =
        |i: usize| scene.flag(i, Flags::UPPER) || scene.slice(i).chars().count() == 1 && scene.capitalised(i);
    let written = |i: usize| capital(i) || scene.is_any(i, &[w::DOT, WordId::HYPHEN]);
    let words = label.clone().filter(|i| capital(*i)).count();
    (words >= 2 && label.clone().all(written)).then_some(label)
}

/// Lines among which one with the same label is looked for.
const LABELS: usize = 200;

/// « BITS ET DÉBATS — Et l'argent ? »: words that open another line, too.
fn opens_twice(scene: &Scene<'_>, label: Range<usize>, lines: &[Range<usize>]) -> bool {
    let same = |line: &Range<usize>| {
        line.start != label.start
            && line.len() >= label.len()
            && label.clone().zip(line.clone()).all(|(a, b)| scene.slice(a) == scene.slice(b))
            && scene.is_any(line.start + label.len(), &[WordId::HYPHEN, w::DASH])
    };
    lines.iter().take(LABELS).any(same)
}

/// « KARIM BELHADJ. Oui, parce que … »: somebody's name in capitals before a full stop.
fn stopped_label(scene: &Scene<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let stop = (line.start + 2..(line.start + 6).min(line.end)).find(|i| scene.is(*i, w::DOT))?;
    let label = line.start..stop;
    let capitals = label.clone().all(|i| scene.flag(i, Flags::UPPER) || scene.is(i, WordId::HYPHEN));
    let goes_on = stop + 1 < line.end;
    let person = || {
        let who = labelled(scene, &scene.phrase(label.clone()));
        who.is_some_and(|who| scene.cast.characters[who].sort == Sort::Person)
    };
    (capitals && goes_on && person()).then_some(label)
}

/// « L. M. » is « LAURE MESNIL ».
fn is_same(a: &str, b: &str) -> bool {
    fold(a) == fold(b) || initials(a) == initials(b)
}

fn initials(name: &str) -> String {
    name.split([' ', '-', '.']).filter_map(|word| word.chars().next()).collect::<String>().to_uppercase()
}

/// The character whom a label names, in full or by initials.
fn labelled(scene: &Scene<'_>, label: &str) -> Option<usize> {
    let human = |sort: Sort| matches!(sort, Sort::Person | Sort::Name);
    let characters = || scene.cast.characters.iter().enumerate().filter(|(_, c)| human(c.sort));
    let full = characters().find(|(_, c)| fold(&c.name) == fold(label));
    let short = || characters().find(|(_, c)| c.name.contains(' ') && initials(&c.name) == initials(label));
    // « COLONEL RICARDOU » is « le colonel Ricardou ».
    let surname = || {
        let last = fold(label.rsplit(' ').next().unwrap_or_default());
        characters().find(|(_, c)| last.len() > 3 && fold(&c.name).rsplit(' ').next() == Some(last.as_str()))
    };
    full.or_else(short).or_else(surname).map(|(who, _)| who)
}

fn lines(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = (0..scene.tokens.len()).filter(|i| scene.flag(*i, Flags::LINE)).collect();
    starts.push(scene.tokens.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// A short paragraph of the asker's: ends in a question mark and quotes nobody.
fn is_question(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    let short = line.len() <= 60;
    let asks = scene.is(line.end - 1, w::QUESTION);
    // « TVA sur l'abonnement : combien allez-vous payer ? » asks the reader.
    let span = scene.tokens[line.start].span;
    let titled = scene.article.title_span.is_some_and(|title| title.contains(span));
    short && asks && !is_quoted(scene, line.start) && !titled && scene.article.is_body(span)
}

/// « On vous offre 2,2 %, plus une prime… »: a short paragraph to the one who is asked.
fn is_remark(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    let open = scene.is_any(line.end - 1, &[w::ELLIPSIS, w::DOT]) && scene.slice(line.end - 1) != ".";
    line.len() <= 30 && (addresses(scene, line) || line.len() <= 20 && open)
}

/// « ENTRETIEN. », « Interview » at the head of the article.
fn is_headed(scene: &Scene<'_>) -> bool {
    (0..scene.tokens.len().min(120))
        .any(|i| matches!(scene.slice(i), "ENTRETIEN" | "INTERVIEW" | "Interview" | "Entretien"))
}

/// « Propos recueillis par … » ends the answers.
fn closes(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    matches!(
        scene.slice(line.start),
        "Propos" | "Recueilli" | "Recueillis" | "Interview" | "Entretien" | "Repères"
    )
}

/// « Vous pèserez 46 % du marché… » « Trente-huit pour cent, d'après nos calculs »: whether a figure opens the answer of an
/// interview, or one that begins with a no.
pub(super) fn replies(scene: &Scene<'_>, figure: &Figure) -> bool {
    /// Sentences of an answer to which its no extends.
    const DENIED: usize = 3;
    /// Tokens of the name of who answers.
    const LABEL: usize = 5;
    let start = figure.tokens.0 as usize;
    let Some(answer) = scene.interview.as_ref().and_then(|interview| interview.answer_at(start)) else {
        return false;
    };
    // « Thierry Gaspard : Non. », « – Non. »
    let opening = answer.start..(answer.start + LABEL).min(answer.end).min(start);
    let label = opening.into_iter().find(|i| scene.is(*i, w::COLON)).map(|colon| colon + 1);
    let dash = usize::from(scene.is_any(answer.start, &[WordId::HYPHEN, w::DASH]));
    let first = label.unwrap_or(answer.start + dash);
    let denies = matches!(scene.folded(first), "non" | "faux" | "erreur")
        || scene.reads(first, &["pas", "du", "tout"])
        || scene.reads(first, &["c'", "est", "faux"]);
    let near = || scene.sentence_of(start).checked_sub(scene.sentence_of(first)).is_some_and(|n| n <= DENIED);
    start <= first + 1 || denies && near()
}

/// « Anneleen Verstraete : Elle se verse un café. »: whoever a name, not known for a person's, is before the first answer.
fn named_by_label(scene: &Scene<'_>, lines: &[Range<usize>]) -> Option<usize> {
    let label = |line: &Range<usize>| {
        let name = scene.mentions_in(line.start..line.start + 1).first().filter(|m| m.named)?;
        let asks = is_question(scene, line) || !scene.is(name.end, w::COLON);
        (!asks && scene.cast.characters[name.who].sort == Sort::Name).then_some(name.who)
    };
    lines.iter().find_map(label)
}

/// « Kari Nordvik défend le centre de données »: a name of two words that is not known for a person's, before its verb.
fn introduced(scene: &Scene<'_>, head: Range<usize>) -> Option<usize> {
    let acts = |m: &&Mention| {
        m.named
            && m.end == m.start + 2
            && scene.cast.characters[m.who].sort == Sort::Name
            && scene.article.is_body(scene.tokens[m.start].span)
            && verb::at(scene, m.end).is_some_and(|verb| verb.mood == Mood::Finite)
    };
    let mut acting = scene.mentions_in(head).iter().filter(acts).map(|m| m.who);
    let first = acting.next()?;
    // « Kari Nordvik défend cette offre, Ola Berg la combat »: it may be either.
    acting.all(|who| who == first).then_some(first)
}

/// « Nadia Belkacem (CGT) : « … » », « Olga Reznik, romancière : « … » », « Trois questions à Carole Vidalenc »
fn titled<'s>(scene: &'s Scene<'_>, head: Range<usize>) -> Option<&'s Mention> {
    let person = |who: usize| matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Name);
    scene.mentions_in(head).iter().find(|m| {
        let end = past_office(scene, past_bracket(scene, m.end));
        // « Crues dans l'Hérault : « … » »
        let quoted = m.is_free() && scene.is(end, w::COLON) && scene.kind(end + 1) == Some(TokenKind::Mark);
        person(m.who) && (quoted || m.named && is_questioned(scene, m))
    })
}

/// « Trois questions à Carole Vidalenc », « Entretien avec le préfet Marc Loubet »: whether words before a name say that it is asked.
fn is_questioned(scene: &Scene<'_>, mention: &Mention) -> bool {
    /// Tokens back to those words.
    const NEAR: usize = 4;
    (mention.start.saturating_sub(NEAR)..mention.start).any(|i| {
        let word = fold(scene.slice(i));
        word == "questions" && scene.is_any(i + 1, &[w::A, w::AU])
            || matches!(word.as_str(), "entretien" | "interview" | "rencontre")
                && scene.slice(i + 1) == "avec"
    })
}

/// « Olga Reznik, romancière : … »: the token behind what somebody is, where a colon follows.
fn past_office(scene: &Scene<'_>, at: usize) -> usize {
    /// Tokens of an office.
    const LONGEST: usize = 10;
    let words = (at + 1..at + LONGEST).take_while(|i| scene.kind(*i) == Some(TokenKind::Word)).count();
    let colon = at + 1 + words;
    if scene.is(at, w::COMMA) && scene.is(colon, w::COLON) { colon } else { at }
}

/// « Nadia Belkacem (CGT) »: the token behind what somebody is of.
fn past_bracket(scene: &Scene<'_>, at: usize) -> usize {
    /// Tokens within the brackets.
    const LONGEST: usize = 6;
    let close = (at..at + LONGEST).find(|i| scene.is(at, w::OPEN) && scene.is(*i, w::CLOSE));
    close.map_or(at, |close| close + 1)
}

/// « Propos recueillis par Benoît Maréchal », « De Antoine Barreau » on a line of its own: who asks.
fn is_asker(scene: &Scene<'_>, mention: &Mention) -> bool {
    let line = (0..=mention.start).rev().find(|i| scene.flag(*i, Flags::LINE)).unwrap_or_default();
    let before = line..mention.start;
    // « Vendredi 14 novembre 2025 · 11 min · Propos recueillis par Solène Kerbrat »
    let asked = before.clone().any(|i| closes(scene, &(i..mention.end)));
    // « De Antoine Barreau », « Par Nadège Couderc » alone on a line
    let byline =
        before.len() == 1 && (scene.is_any(line, &[w::PAR, w::DE])) && scene.flag(mention.end, Flags::LINE);
    byline || asked && before.clone().any(|i| scene.is(i, w::PAR))
}

/// « un investissement que la gouverneure Gretchen Whitmer chiffre à 7 milliards »: the subject of a relative clause is told of.
fn is_told_of(scene: &Scene<'_>, mention: &Mention) -> bool {
    /// Tokens of an office before a name.
    const OFFICE: usize = 3;
    const CONJUNCTIONS: [&str; 10] =
        ["parce", "alors", "tandis", "depuis", "pendant", "avant", "apres", "bien", "des", "lors"];
    let relative =
        |i: usize| scene.is_any(i, &[w::QUE, w::QU]) && i > 0 && !CONJUNCTIONS.contains(&scene.folded(i - 1));
    (mention.start.saturating_sub(OFFICE)..mention.start).any(relative)
}

/// The person asked: named before a colon and a quotation in the title, else the first person of the introduction.
fn asked(scene: &Scene<'_>, head: Range<usize>) -> Option<usize> {
    let mentions = scene.mentions_in(head.clone());
    titled(scene, head)
        .or_else(|| {
            mentions.iter().find(|m| {
                m.named
                    && scene.article.is_body(scene.tokens[m.start].span)
                    && scene.cast.characters[m.who].sort == Sort::Person
                    && scene.cast.characters[m.who].entity.is_none()
                    && !is_asker(scene, m)
                    && !is_told_of(scene, m)
            })
        })
        .map(|m| m.who)
}
