//! Publisher, date and address, from the lines around the body.

use super::body::{DATED, Layout};
use super::imprint::{address, date_of_address, domain, host, owner, published_in};
use super::line::{Line, Look};
use crate::grammar::{Class, Figure};
use crate::lexicon::{PageCue, weekday_named};
use crate::quantity::PartialDate;
use crate::text::{Span, Token};

/// What the page says of itself.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) publisher: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) url: Option<String>,
}

/// Reads the lines before and after the body.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    figures: &[Figure],
    lines: &[Line],
    layout: &Layout,
) -> Found {
    let (start, end) = layout.range;
    // The head of a page, and its foot, within reach: a page of links is not searched whole.
    const REACH: usize = 12;
    let head = start.saturating_sub(REACH)..(start + REACH).min(lines.len());
    let foot = end.saturating_sub(1)..(end + REACH).min(lines.len());
    let around: Vec<&Line> =
        lines[head].iter().chain(&lines[foot]).filter(|line| line.look != Look::Prose).collect();
    let url = around.iter().find_map(|line| address(line.span.of(text))).map(str::to_owned);
    Found {
        published: published(tokens, figures, &around, lines.first())
            .or_else(|| dateline(text, tokens, figures, &lines[start..end.min(lines.len())]))
            .or_else(|| url.as_deref().and_then(date_of_address))
            .or_else(|| around.iter().find_map(|line| day_of_week(text, tokens, figures, line))),
        publisher: publisher(text, lines, layout, &around, url.as_deref()),
        url,
    }
}

/// The date of a line that is no prose and says « publié », « le », « date »… or holds little else.
fn published(
    tokens: &[Token],
    figures: &[Figure],
    around: &[&Line],
    first: Option<&Line>,
) -> Option<PartialDate> {
    let date_in = |span: Span| {
        let i = figures.partition_point(|figure| figure.span.start < span.start);
        figures[i..]
            .iter()
            .take_while(|figure| figure.span.start < span.end)
            .filter(|figure| matches!(figure.class, Class::Date))
            .find_map(|figure| {
                figure
                    .quantity
                    .and_then(|q| q.date)
                    .filter(|date| date.year.is_some() && date.month.is_some())
            })
    };
    // A teaser has the date of what it is of.
    let around = || around.iter().filter(|line| !line.cue.has(PageCue::TEASER));
    let said = around().filter(|line| line.cue.has(PageCue::PUBLISHED)).find_map(|line| date_in(line.span));
    let bare = || {
        around()
            .filter(|line| matches!(line.look, Look::Short | Look::Menu) && line.tokens.len() <= 20)
            .find_map(|line| date_in(line.span))
    };
    // « date 2025-01 Annoncé … »: the first words of the text.
    let leading = || {
        let line = first?;
        let second = tokens.get(line.tokens.start + 1)?;
        figures
            .first()
            .filter(|f| f.core.start <= second.span.start && matches!(f.class, Class::Date | Class::Year))
            .and_then(|f| f.quantity?.date)
            .filter(|date| date.month.is_some())
    };
    said.or_else(bare).or_else(leading)
}

/// The date that an agency's text begins with: « Washington, 22 jan 2025 (ATA) – … », « Paris, 26 février 2026 - … ».
fn dateline(text: &str, tokens: &[Token], figures: &[Figure], body: &[Line]) -> Option<PartialDate> {
    const PLACE: usize = 10;
    let line = body.iter().find(|line| line.look == Look::Prose)?;
    let i = figures.partition_point(|figure| figure.span.start < line.span.start);
    let figure = figures.get(i).filter(|figure| figure.class == Class::Date)?;
    let (first, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let near = (line.tokens.start + 1..line.tokens.start + PLACE).contains(&first);
    let mark =
        |at: usize, marks: &[&str]| tokens.get(at).is_some_and(|token| marks.contains(&token.span.of(text)));
    let led = near && mark(first - 1, &[","]) && tokens[line.tokens.start].is_capitalised();
    // The hour may follow: « 30/01/2026 09h12 — ».
    let closed = (end..end + 5).any(|at| mark(at, &["(", "-", "–", "—"]));
    let date = figure.quantity?.date?;
    (led && closed && date.year.is_some() && date.month.is_some()).then_some(date)
}

/// « Genève, mardi 1er avril »: of the years that the text names the one in which that day of the month was a Tuesday.
fn day_of_week(text: &str, tokens: &[Token], figures: &[Figure], line: &Line) -> Option<PartialDate> {
    /// Years that a text looks ahead.
    const AHEAD: u16 = 5;
    let i = figures.partition_point(|figure| figure.span.start < line.span.start);
    let figure = figures.get(i).filter(|figure| line.span.contains(figure.span))?;
    let date = figure.quantity?.date.filter(|date| date.year.is_none() && date.day.is_some())?;
    let short = line.tokens.len() <= DATED && !line.cue.has(PageCue::TEASER);
    let mut words = tokens[line.tokens.clone()].iter().map(|token| token.span.of(text));
    let named = words.find_map(weekday_named).filter(|_| short)?;
    let mut years: Vec<u16> = figures.iter().filter_map(|figure| figure.quantity?.date?.year).collect();
    years.sort_unstable();
    years.dedup();
    // « depuis 2014 » in a text that speaks of 2030 is no year of its own.
    let last = years.last().copied().unwrap_or_default();
    let on = |year: u16| PartialDate { year: Some(year), ..date };
    let mut fitting = years
        .into_iter()
        .filter(|year| last - year <= AHEAD)
        .map(on)
        .filter(|date| date.weekday() == Some(named));
    let found = fitting.next()?;
    fitting.next().is_none().then_some(found)
}

fn publisher(
    text: &str,
    lines: &[Line],
    layout: &Layout,
    around: &[&Line],
    url: Option<&str>,
) -> Option<String> {
    let slice = |line: &Line| line.span.of(text);
    let named = around.iter().find_map(|line| published_in(slice(line))).map(str::to_owned);
    let repeated = || {
        // A name at the head of the page that its last line repeats.
        let last = slice(lines.last()?).trim();
        let head = &lines[..layout.range.1.min(lines.len() - 1)];
        let short = last.len() <= 60 && !last.is_empty() && lines.len() > 3;
        head.iter()
            .any(|line| short && line.look == Look::Short && slice(line).starts_with(last))
            .then(|| last.to_owned())
    };
    let owner = || {
        let foot = &lines[layout.range.1.min(lines.len())..];
        foot.iter().take(12).find_map(|line| owner(slice(line)))
    };
    let domain = || lines.last().and_then(|line| domain(slice(line).trim())).map(str::to_owned);
    let host = || url.and_then(host).map(str::to_owned);
    named.or_else(repeated).or_else(owner).or_else(domain).or_else(host)
}
