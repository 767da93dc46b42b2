//! What is kept of an article when its text is gone.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;
use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::{Article, Reading};
use crate::claim::{Claim, Office, Slot, Told};
use crate::grammar::{Class, Figure};
use crate::quantity::PartialDate;
use crate::text::{LineCursor, Place, Span, fold, hash_folded};

use super::origin::{Origins, Sketch};
use super::voices;

/// Characters kept on each side of a claim.
pub const CONTEXT: usize = 48;

/// Statements of a slot that are enough to see how articles spell it.
const EXAMPLES: usize = 6;

/// An article without its text.
#[derive(Debug, Clone)]
pub struct Record {
    /// The path, and the record's identifier in a file of records.
    pub path: String,
    /// The identifier of the record.
    pub record: Option<String>,
    /// Input format.
    pub format: &'static str,
    /// Text encoding.
    pub encoding: &'static str,
    /// SHA-256 of the file.
    pub sha256: Option<String>,
    /// Title, publisher, date, language.
    pub article: Article,
    /// The parts of the file that are title and body.
    pub body: Vec<Span>,
    /// How many figures became what.
    pub figures: FigureCounts,
    /// What near copies of the text share.
    pub sketch: Sketch,
    /// Hashes of the words that tell what it is about, ascending.
    pub words: Vec<u32>,
    /// The offices that its speakers hold.
    pub offices: Vec<Office>,
    /// Its claims, by position.
    pub statements: Vec<Statement>,
}

/// How many figures of an article became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FigureCounts {
    /// All.
    pub total: usize,
    /// Those that make a claim.
    pub claims: usize,
    /// Those that are none, for a reason.
    pub skipped: usize,
    /// Those that no rule reads.
    pub not_understood: usize,
}

/// A claim with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The claim.
    pub claim: Claim,
    /// The article, as index of the corpus.
    pub article: usize,
    /// Bytes of the file.
    pub span: Span,
    /// Where it begins.
    pub start: Place,
    /// Where it ends.
    pub end: Place,
    /// The file's text under the span.
    pub text: String,
    /// The text around.
    pub selector: Selector,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// The same for the same statement whatever the file is called and whatever stands around it.
    pub fingerprint: u64,
}

/// The text before and after a claim, as one line each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selector {
    /// Before.
    pub prefix: String,
    /// After.
    pub suffix: String,
}

/// All articles of a run.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The articles, by path.
    pub records: Vec<Record>,
    /// Their claims, by article and position.
    pub statements: Vec<Statement>,
    /// Which articles are copies of which.
    pub origins: Origins,
    /// Pairs of statements of one number, told of another time or in another unit; found when they are grouped.
    pub twins: Vec<(usize, usize)>,
    /// A few statements of each slot.
    examples: BTreeMap<Slot, Vec<usize>>,
    /// The article of each statement, side by side: most questions about statements ask for nothing else.
    articles: Vec<usize>,
    /// The first statement of each article, and the end.
    starts: Vec<usize>,
    /// The number of each statement's voice.
    voices: Vec<usize>,
}

impl Record {
    /// The record of an article with its claims.
    pub fn new(reading: &Reading<'_>, told: Told) -> Self {
        let document = reading.document;
        let Told { claims, words, offices } = told;
        let mut record = Record {
            path: document.path.clone(),
            record: document.record.clone(),
            format: document.format,
            encoding: document.encoding,
            sha256: document.sha256.clone(),
            article: reading.article.clone(),
            body: reading.article.body.iter().map(|span| document.file_span(*span)).collect(),
            figures: counts(reading, &claims),
            sketch: Sketch::of(reading.tokens, &reading.article.body),
            words,
            offices,
            statements: Vec::with_capacity(claims.len()),
        };
        let mut lines = LineCursor::new(&document.text);
        for claim in claims {
            let statement = Statement {
                article: 0,
                span: document.file_span(claim.span),
                start: lines.place(claim.span.start),
                end: lines.place(claim.span.end),
                text: document.slice(claim.span).to_owned(),
                selector: selector(&document.text, claim.span),
                in_title: reading.article.title_span.is_some_and(|title| title.contains(claim.span)),
                fingerprint: 0,
                claim,
            };
            record.statements.push(statement);
        }
        record.fingerprint();
        record
    }

    /// The name of the outlet: the publisher, else the record or file.
    pub fn outlet(&self) -> &str {
        let file =
            || self.record.as_deref().unwrap_or_else(|| self.path.rsplit('/').next().unwrap_or(&self.path));
        self.article.publisher.as_deref().unwrap_or_else(file)
    }

    /// Numbers the statements: equal ones of an article are told apart by their order.
    fn fingerprint(&mut self) {
        let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
        let mut key = String::new();
        push_plain(&mut key, self.article.title.as_deref().unwrap_or_default());
        let owner = key.len();
        for statement in &mut self.statements {
            let claim = &statement.claim;
            key.truncate(owner);
            // Writing to memory cannot fail.
            let speaker = fold(claim.speaker.as_deref().unwrap_or_default());
            let _ = write!(key, "|{}|{speaker}|", claim.slot);
            push_plain(&mut key, &statement.text);
            let nth = seen.entry(stable_hash(&key)).or_default();
            let _ = write!(key, "|{nth}");
            statement.fingerprint = stable_hash(&key);
            *nth += 1;
        }
    }
}

/// Adds a text as one line of folded words.
fn push_plain(key: &mut String, text: &str) {
    for (i, word) in fold(text).split_whitespace().enumerate() {
        key.push_str(if i == 0 { "" } else { " " });
        key.push_str(word);
    }
}

/// A hash that is the same on every machine.
pub fn stable_hash(text: &str) -> u64 {
    let high = hash_folded(text.as_bytes());
    let low = hash_folded(format!("{text}\u{1}").as_bytes());
    u64::from(high) << 32 | u64::from(low)
}

/// What makes no claim is skipped, if it was understood; the figure of several claims counts once.
fn counts(reading: &Reading<'_>, claims: &[Claim]) -> FigureCounts {
    let mut cores: Vec<Span> = claims.iter().map(|claim| claim.core).collect();
    cores.dedup();
    let body = |figure: &&Figure| reading.article.is_french() && reading.article.is_body(figure.core);
    let unknown = |figure: &&Figure| matches!(figure.class, Class::NotUnderstood(_));
    let not_understood = reading.figures.iter().filter(body).filter(unknown).count();
    let (total, claims) = (reading.figures.len(), cores.len());
    FigureCounts { total, claims, not_understood, skipped: total.saturating_sub(claims + not_understood) }
}

fn selector(text: &str, span: Span) -> Selector {
    let ends = ['\n', '\r'];
    let before = &text[..span.start as usize];
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(0, |(i, _)| i);
    let after = &text[span.end as usize..];
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(i, _)| i);
    Selector {
        prefix: before[from..].rsplit(ends).next().unwrap_or_default().to_owned(),
        suffix: after[..to].split(ends).next().unwrap_or_default().to_owned(),
    }
}

impl Corpus {
    /// Adds an article. Its statements are moved once: those of a large corpus are most of what is held.
    pub fn add(&mut self, mut record: Record) {
        let article = self.records.len();
        let statements = std::mem::take(&mut record.statements).into_iter();
        self.statements.extend(statements.map(|statement| Statement { article, ..statement }));
        self.records.push(record);
    }

    /// Puts the articles in order, once all are there, and finds whose copies they are.
    pub fn settle(&mut self) {
        let path = |record: &Record| (record.path.clone(), record.record.clone());
        if !self.records.is_sorted_by_key(|record| (&record.path, &record.record)) {
            let mut order: Vec<usize> = (0..self.records.len()).collect();
            order.sort_by_cached_key(|article| path(&self.records[*article]));
            let mut rank = vec![0; order.len()];
            order.iter().enumerate().for_each(|(new, old)| rank[*old] = new);
            self.statements.iter_mut().for_each(|statement| statement.article = rank[statement.article]);
            self.statements.sort_by_key(|statement| statement.article);
            self.records.sort_by_cached_key(path);
        }
        self.origins = Origins::find(&self.records);
        self.articles = self.statements.iter().map(|statement| statement.article).collect();
        let first = |article| self.articles.partition_point(|a| *a < article);
        self.starts = (0..=self.records.len()).map(first).collect();
        self.voices = voices::number(&self.statements, &self.records);
    }

    /// Notes which statements have which slot, once slots are settled.
    pub(super) fn index_slots(&mut self) {
        for (i, statement) in self.statements.iter().enumerate() {
            let examples = self.examples.entry(statement.claim.slot.clone()).or_default();
            if examples.len() < EXAMPLES {
                examples.push(i);
            }
        }
    }

    /// The first few statements of a slot.
    pub fn examples_of(&self, slot: &Slot) -> impl Iterator<Item = &Statement> {
        self.examples.get(slot).into_iter().flatten().map(|i| &self.statements[*i])
    }

    /// The article of a statement.
    pub fn record_of(&self, statement: usize) -> &Record {
        &self.records[self.statements[statement].article]
    }

    /// Who states something: a named speaker, or the outlet.
    pub fn voice(&self, statement: usize) -> Voice<'_> {
        match self.speaker(statement) {
            Some(name) => Voice::Speaker(name),
            None => Voice::Outlet(self.statements[statement].article),
        }
    }

    /// Who states something, if the article names somebody.
    pub fn speaker(&self, statement: usize) -> Option<&str> {
        self.statements[statement].claim.speaker.as_deref()
    }

    /// Whether two statements are of one voice: a speaker, however the name is typed, or an outlet.
    pub fn one_voice(&self, x: usize, y: usize) -> bool {
        self.voices[x] == self.voices[y]
    }

    /// The number of the speaker of a statement, however the name is typed: by name.
    pub fn speaker_number(&self, statement: usize) -> Option<usize> {
        self.speaker(statement).map(|_| self.voices[statement])
    }

    /// Of statements that are alike in something the first, and the first of another article: these stand for all when
    /// statements are held against others, and what thousands repeat is looked at twice.
    pub fn of_two_articles<K: Eq + Hash>(
        &self,
        statements: &[usize],
        alike: impl Fn(usize) -> K,
    ) -> Vec<usize> {
        let mut known: FxHashMap<K, Option<usize>> = FxHashMap::default();
        let is_new = |i: &usize| match known.entry(alike(*i)) {
            Entry::Vacant(entry) => entry.insert(Some(*i)).is_some(),
            // The second of another article closes the entry.
            Entry::Occupied(mut entry) => {
                let other = entry.get().is_some_and(|first| self.apart(first, *i));
                if other {
                    entry.insert(None);
                }
                other
            }
        };
        statements.iter().copied().filter(is_new).collect()
    }

    /// Whether two statements are of one named speaker.
    pub fn one_speaker(&self, x: usize, y: usize) -> bool {
        self.speaker(x).is_some() && self.one_voice(x, y)
    }

    /// Whether two statements stand in different articles.
    pub fn apart(&self, x: usize, y: usize) -> bool {
        self.articles[x] != self.articles[y]
    }

    /// The statements of an article.
    pub fn statements_of(&self, article: usize) -> Range<usize> {
        self.starts[article]..self.starts[article + 1]
    }

    /// Those of some statements, in ascending order, that stand in the article of another.
    pub fn in_article_of<'s>(&self, statement: usize, statements: &'s [usize]) -> &'s [usize] {
        let here = self.statements_of(self.articles[statement]);
        let start = statements.partition_point(|i| *i < here.start);
        let length = statements[start..].partition_point(|i| *i < here.end);
        &statements[start..start + length]
    }

    /// The day as of which a statement is made.
    pub fn day(&self, statement: usize) -> Option<PartialDate> {
        self.statements[statement].claim.scope.as_of
    }
}

/// Who states something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice<'a> {
    /// A speaker that the article names.
    Speaker(&'a str),
    /// The outlet of this article.
    Outlet(usize),
}
