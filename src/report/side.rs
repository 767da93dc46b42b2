//! A side of a finding for reading: the value as printed, and who reports it where in which words.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{head, one_line, tail};
use super::phrase::Phrases;
use super::slot::measure_words;
use super::{Options, Report};
use crate::checks::{Heading, Side};
use crate::reconcile::{CONTEXT, Selector};
use crate::text::{fold, visible};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const VALUE: Style = AnsiColor::Cyan.on_default().bold();

/// Columns of the longest value.
const LONGEST: usize = 72;

/// Names in « and 4 more: … ».
const NAMES: usize = 8;

/// One report of a value: a claim, and the outlets that carry the same text.
struct Told {
    claim: usize,
    copies: Vec<String>,
}

/// Writes a side with at most so many reports, all of them with `-v`.
pub(super) fn write_side(out: &mut String, report: &Report, side: &Side, most: usize, options: &Options) {
    let phrases = options.language.phrases();
    let value = heading(report, side, phrases);
    let _ = writeln!(out, "  {VALUE}{value}{VALUE:#}");
    let told = told(report, &side.claims, options.verbose);
    let shown = if options.verbose || told.len() <= most { told.len() } else { most };
    for one in &told[..shown] {
        write_told(out, report, one, options);
    }
    if shown < told.len() {
        let names = told[shown..].iter().map(|one| source(report, one.claim, phrases));
        let line = more(phrases, told.len() - shown, names);
        for line in textwrap::wrap(&line, options.width.saturating_sub(4)) {
            let _ = writeln!(out, "    {DIM}{line}{DIM:#}");
        }
    }
}

/// What the reports of a side stand under.
pub(super) fn heading(report: &Report, side: &Side, phrases: &Phrases) -> String {
    match (side.heading, side.claims.first()) {
        (Heading::Measure, Some(first)) => {
            let measure = &report.corpus.statements[*first].claim.slot.measure;
            let measure = visible(&measure_words(measure, report, phrases)).into_owned();
            format!("{} ({measure})", printed(report, &side.claims))
        }
        (Heading::Parts, _) => {
            head(&list(side.claims.iter().map(|claim| form(report, *claim))), LONGEST).into_owned()
        }
        _ => printed(report, &side.claims),
    }
}

/// The value of a claim as printed, on one line.
fn form(report: &Report, claim: usize) -> String {
    one_line(&visible(&report.corpus.statements[claim].text)).into_owned()
}

/// « and 4 more: A, B, C, D »
pub(super) fn more(phrases: &Phrases, count: usize, names: impl Iterator<Item = String>) -> String {
    phrases.fill(phrases.text("more"), &[("count", count.to_string()), ("list", list(names))])
}

/// « A, B, C, … »: each once, and not too many of them.
fn list(names: impl Iterator<Item = String>) -> String {
    let mut list: Vec<String> = Vec::new();
    for name in names {
        if list.len() > NAMES {
            break;
        }
        if !list.contains(&name) {
            list.push(name);
        }
    }
    if list.len() > NAMES {
        list[NAMES] = "…".into();
    }
    list.join(", ")
}

/// The value as most of the claims print it; of two as frequent the fuller one.
fn printed(report: &Report, claims: &[usize]) -> String {
    let mut forms: Vec<(String, usize)> = Vec::new();
    for claim in claims {
        let text = form(report, *claim);
        match forms.iter_mut().find(|(form, _)| *form == text) {
            Some((_, count)) => *count += 1,
            None => forms.push((text, 1)),
        }
    }
    let best = forms.into_iter().rev().max_by_key(|(form, count)| (*count, form.width()));
    best.map(|(form, _)| head(&form, LONGEST).into_owned()).unwrap_or_default()
}

/// The reports of a value: what one text says in one voice is one, however many outlets print it.
fn told(report: &Report, claims: &[usize], all: bool) -> Vec<Told> {
    let corpus = &report.corpus;
    let voice = |claim: usize| corpus.statements[claim].claim.speaker.as_deref().map(fold);
    let mut told: Vec<(usize, Option<String>, Told)> = Vec::new();
    for &claim in claims {
        let (origin, voice) = (corpus.origins.of(corpus.statements[claim].article), voice(claim));
        let same = told.iter_mut().find(|(o, v, _)| !all && (*o, v) == (origin, &voice));
        let Some((_, _, first)) = same else {
            told.push((origin, voice, Told { claim, copies: Vec::new() }));
            continue;
        };
        let outlet = visible(corpus.record_of(claim).outlet()).into_owned();
        let own = corpus.statements[first.claim].article == corpus.statements[claim].article;
        if !own && !first.copies.contains(&outlet) {
            first.copies.push(outlet);
        }
    }
    told.into_iter().map(|(_, _, told)| told).collect()
}

/// Who, where, and the words.
fn write_told(out: &mut String, report: &Report, told: &Told, options: &Options) {
    let phrases = options.language.phrases();
    let mut who = source(report, told.claim, phrases);
    if !told.copies.is_empty() {
        let list = told.copies.join(", ");
        let _ = write!(who, " ({})", phrases.fill(phrases.text("also"), &[("list", list)]));
    }
    let place = place(report, told.claim);
    let fits = who.width() + place.width() + 6 <= options.width;
    let gap = if fits { "  " } else { "\n      " };
    let who = head(&who, options.width.saturating_sub(4));
    let _ = writeln!(out, "    {who}{gap}{DIM}{place}{DIM:#}");
    let _ = writeln!(out, "      {}", context(report, told.claim, options.width.saturating_sub(6)));
}

/// Who says it: « 20min.ch · Elon Musk via CNN ».
fn source(report: &Report, claim: usize, phrases: &Phrases) -> String {
    let statement = &report.corpus.statements[claim].claim;
    let mut text = report.corpus.record_of(claim).outlet().to_owned();
    if let Some(speaker) = &statement.speaker {
        let _ = write!(text, " · {speaker}");
    }
    if let Some(via) = &statement.via {
        let _ = write!(text, " {} {via}", phrases.via);
    }
    visible(&text).into_owned()
}

/// `path:line:column`
fn place(report: &Report, claim: usize) -> String {
    let statement = &report.corpus.statements[claim];
    let record = report.corpus.record_of(claim);
    let id = record.record.as_deref().map(|id| format!("#{id}")).unwrap_or_default();
    visible(&format!("{}{id}:{}:{}", record.path, statement.start.line, statement.start.column)).into_owned()
}

/// The claim's words, marked, with as much around them as there is room.
fn context(report: &Report, claim: usize, room: usize) -> String {
    let statement = &report.corpus.statements[claim];
    let exact = visible(&statement.text);
    let exact = one_line(&exact);
    let exact = head(&exact, room);
    let spare = room.saturating_sub(exact.width());
    // What is kept of the text may begin and end within a word.
    let cut = |text: &str| text.chars().count() >= CONTEXT;
    let Selector { prefix, suffix } = &statement.selector;
    let (before, after) = (visible(prefix), visible(suffix));
    let before = match before.find(' ') {
        Some(gap) if cut(prefix) => tail(&format!("…{}", &before[gap..]), spare / 2),
        _ => tail(before.trim_start(), spare / 2),
    };
    let left = spare - spare.min(before.width());
    let after = match after.rfind(' ') {
        Some(gap) if cut(suffix) => head(&format!("{}…", &after[..=gap]), left).into_owned(),
        _ => head(after.trim_end(), left).into_owned(),
    };
    format!("{before}{BOLD}{exact}{BOLD:#}{after}")
}
