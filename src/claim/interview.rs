//! Interviews: paragraphs after a question are the words of the one who is asked, without quotation marks.

use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::words as w;
use crate::text::{Flags, TokenKind};
use crate::topic::Sort;

/// Fewest questions of an interview; of one that says that it is one (« Propos recueillis par … »).
const QUESTIONS: usize = 3;
const MARKED: usize = 2;

/// Who answers, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interview {
    who: usize,
    answers: Vec<Range<usize>>,
}

impl Interview {
    /// The speaker of a token: the one who is asked, inside an answer.
    pub(super) fn speaker_at(&self, at: usize) -> Option<usize> {
        let i = self.answers.partition_point(|answer| answer.end <= at);
        self.answers.get(i).filter(|answer| answer.contains(&at)).map(|_| self.who)
    }
}

/// The interview that an article is, if it is one: several lines that are questions, and a person to answer them.
pub(super) fn find(scene: &Scene<'_>) -> Option<Interview> {
    let lines = lines(scene);
    let marked = lines.iter().any(|line| closes(scene, line)) || is_headed(scene);
    let asks: Vec<usize> = (0..lines.len()).filter(|i| is_question(scene, &lines[*i])).collect();
    if asks.len() < if marked { MARKED } else { QUESTIONS } || scene.article.wrapped {
        return None;
    }
    let first_question = *asks.first()?;
    let questions: Vec<usize> = (first_question..lines.len())
        .filter(|i| asks.contains(i) || marked && is_remark(scene, &lines[*i]))
        .collect();
    let first = *questions.first()?;
    let who = asked(scene, 0..lines[first].start)?;
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
    Some(Interview { who, answers })
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
    short && asks && !scene.is_any(line.start, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE])
}

/// « On vous offre 2,2 %, plus une prime… »: a short paragraph to the one who is asked.
fn is_remark(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    let addressed =
        line.clone().any(|i| matches!(scene.slice(i), "vous" | "Vous" | "votre" | "Votre" | "vos" | "Vos"));
    let open = scene.is_any(line.end - 1, &[w::ELLIPSIS, w::DOT]) && scene.slice(line.end - 1) != ".";
    line.len() <= 30 && (addressed || line.len() <= 8 && open)
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

/// The person asked: named before a colon and a quotation in the title, else the first person of the introduction.
fn asked(scene: &Scene<'_>, head: Range<usize>) -> Option<usize> {
    let person = |who: usize| matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Name);
    let mentions = scene.mentions_in(head);
    let titled = mentions.iter().find(|m| {
        person(m.who) && scene.is(m.end, w::COLON) && scene.kind(m.end + 1) == Some(TokenKind::Mark)
    });
    titled
        .or_else(|| {
            mentions.iter().find(|m| {
                m.named
                    && scene.cast.characters[m.who].sort == Sort::Person
                    && scene.cast.characters[m.who].entity.is_none()
            })
        })
        .map(|m| m.who)
}
