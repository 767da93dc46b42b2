//! The body: which lines of a page are the article.

use super::line::{Close, DateIn, Line, Look, Style};
use crate::lexicon::PageCue;
use crate::text::{Flags, Span, Token, TokenKind};

/// The layout of a page.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The line of the title.
    pub(super) title: Option<usize>,
    /// First line of title and body, and the one after the last.
    pub(super) range: (usize, usize),
    /// The parts that are title and body.
    pub(super) body: Vec<Span>,
}

/// Lays out a page. Lines under `preamble` are no text.
pub(super) fn lay_out(lines: &[Line], tokens: &[Token], preamble: Option<Span>) -> Layout {
    let skip = preamble.map_or(0, |p| lines.partition_point(|line| line.span.start < p.end));
    let end = skip + end_of_article(&lines[skip..]);
    // « Faites un don. Déjà 65 000 donateurs. » at the head is no part of the article.
    let opens = |i: &usize| is_prose(&lines[*i]) && !lines[*i].cue.has(PageCue::APPEAL);
    let Some(first) = (skip..end).find(opens).or_else(|| (skip..end).find(|i| is_prose(&lines[*i]))) else {
        return without_prose(lines, skip, end);
    };
    let title = title(&Page { lines, tokens }, skip, first);
    let start = title.unwrap_or(first);
    let end = cut_tail(lines, start, end);
    let ends = |i: &usize| {
        (is_prose(&lines[*i]) && !lines[*i].cue.has(PageCue::APPEAL))
            || lines[*i].look == Look::Item && !is_notice(&lines[*i])
    };
    let last = (start..end).rev().find(ends).unwrap_or(first);
    // « Il reste 300 éleveurs. »: a short sentence right behind the last paragraph.
    let said = |line: &&Line| line.look == Look::Short && line.close == Close::Stop && !is_notice(line);
    let last = last + lines[last + 1..end].iter().take_while(said).count();
    Layout { title, range: (start, last + 1), body: parts(lines, start, last + 1, title) }
}

/// A page of headlines or a record of a few words: everything that is no menu or notice.
fn without_prose(lines: &[Line], start: usize, end: usize) -> Layout {
    Layout { title: None, range: (start, end), body: parts(lines, start, end, None) }
}

fn is_prose(line: &Line) -> bool {
    line.look == Look::Prose && !line.cue.has(PageCue(PageCue::TEASER.0 | PageCue::WIDGET.0))
}

/// The line at which the page leaves the article: the first end mark that leaves most of the prose, or enough, before it.
fn end_of_article(lines: &[Line]) -> usize {
    let total = prose(lines).sum::<u32>();
    for (i, line) in lines.iter().enumerate() {
        let boxed = line.cue.has(PageCue::BOX);
        if line.cue.has(PageCue(PageCue::END.0 | PageCue::BOX.0)) && line.look != Look::Prose {
            let before = prose(&lines[..i]).sum::<u32>();
            if before * 4 >= total && before > 0 && !(boxed && goes_on(&lines[..i], &lines[i + 1..])) {
                return i;
            }
        }
    }
    lines.len()
}

/// Whether the article goes on after a box of links in its midst: with paragraphs as long as those before. Links have no long
/// ones, comments stand behind a mark of their own.
fn goes_on(before: &[Line], after: &[Line]) -> bool {
    let ends = |line: &Line| line.cue.has(PageCue::END) && line.look != Look::Prose;
    let after = after.split(ends).next().unwrap_or_default();
    let mean = |lines: &[Line]| prose(lines).sum::<u32>() / (prose(lines).count() as u32).max(1);
    let (first, second) = (prose(before).sum::<u32>(), prose(after).sum::<u32>());
    mean(after) * 3 >= mean(before) * 2 && second * 6 >= first
}

/// The lengths of the paragraphs.
fn prose(lines: &[Line]) -> impl Iterator<Item = u32> + '_ {
    lines.iter().filter(|line| is_prose(line)).map(|line| line.span.len())
}

/// Cuts what follows a notice or shouted heading near the foot of a page, if it is no more than a few short lines: share
/// prices, a request to the reader.
fn cut_tail(lines: &[Line], start: usize, end: usize) -> usize {
    const SHORT: u32 = 160;
    let prose = |range: std::ops::Range<usize>| self::prose(&lines[range]).sum::<u32>();
    let total = prose(start..end);
    let opens_tail = |i: &usize| {
        let line = &lines[*i];
        // « REPÈRES » heads a box of facts.
        let shouted = line.style == Style::Shouted && !line.cue.has(PageCue::FACTS);
        is_notice(line) || shouted || line.cue.has(PageCue::APPEAL)
    };
    let tail = (start + 1..end).find(|i| {
        opens_tail(i)
            && prose(*i..end) * 8 < total
            && (*i..end).all(|j| !is_prose(&lines[j]) || lines[j].span.len() < SHORT)
    });
    tail.unwrap_or(end)
}

/// The lines of a page with its tokens.
struct Page<'p> {
    lines: &'p [Line],
    tokens: &'p [Token],
}

impl Page<'_> {
    /// Hashes of the words of a line that tell something, ascending.
    fn words(&self, line: &Line) -> Vec<u32> {
        /// Bytes from which a word tells something.
        const LONG: u32 = 5;
        let words = self.tokens[line.tokens.clone()].iter();
        let mut hashes: Vec<u32> = words
            .filter(|token| {
                token.kind == TokenKind::Word && token.span.len() >= LONG && !token.has(Flags::ELIDED)
            })
            .map(|token| token.hash)
            .collect();
        hashes.sort_unstable();
        hashes
    }

    /// The words of the first paragraphs from a line on, ascending: what an article tells of.
    fn told(&self, first: usize) -> Vec<u32> {
        /// Paragraphs that tell what an article is about.
        const PARAGRAPHS: usize = 6;
        let prose = self.lines[first..].iter().filter(|line| is_prose(line)).take(PARAGRAPHS);
        let mut told: Vec<u32> = prose.flat_map(|line| self.words(line)).collect();
        told.sort_unstable();
        told
    }

    /// Whether a headline is about what is told: one of so many of its words stands there.
    fn is_about(&self, headline: &Line, told: &[u32], of: usize) -> bool {
        let words = self.words(headline);
        let common = words.iter().filter(|word| told.binary_search(word).is_ok()).count();
        common > 0 && common * of >= words.len()
    }
}

/// The title: a headline after the last menu before the prose, of several the first that is about what follows. One that
/// stands alone between blank lines is rather the title than one of several under each other.
fn title(page: &Page<'_>, skip: usize, first: usize) -> Option<usize> {
    let lines = page.lines;
    let barrier = (skip..first).rev().find(|i| is_barrier(&lines[*i])).map_or(skip, |i| i + 1);
    let candidate = |i: &usize| {
        let line = &lines[*i];
        let words = line.tokens.len();
        line.look != Look::Menu
            && !is_notice(line)
            && !is_dateline(line)
            && line.close != Close::Bracket
            && words >= 4
            && line.span.len() <= 260
    };
    let alone = |i: &usize| {
        (lines[*i].block || *i == 0)
            && (*i + 1 == lines.len() || lines[*i + 1].block || lines[*i + 1].date.is_some())
    };
    // « 22h10 – Le bilan », « Genève, mardi 1er avril »: a title only where there is no other.
    let weak = |i: &usize| {
        let line = &lines[*i];
        matches!(line.style, Style::Numbered | Style::Shouted)
            || line.date.is_some() && line.tokens.len() <= DATED
    };
    let all: Vec<usize> = (barrier..first).filter(candidate).collect();
    let strong: Vec<usize> = all.iter().copied().filter(|i| !weak(i)).collect();
    let candidates = if strong.is_empty() { all } else { strong };
    let found = match candidates.as_slice() {
        // What it is about matters only where there is a choice.
        [] | [_] => candidates.first().copied(),
        several => {
            let told = page.told(first);
            let about = |i: &&usize| page.is_about(&lines[**i], &told, if alone(i) { 4 } else { 3 });
            let mut both = several.iter().filter(|i| alone(i));
            let found = both.find(about).or_else(|| several.iter().find(about));
            found.or_else(|| several.iter().find(|i| alone(i))).or(several.first()).copied()
        }
    };
    found.or_else(|| {
        // A title right under a run of headlines was taken for one of them.
        let above = barrier.checked_sub(1).filter(|i| *i >= skip)?;
        let line = &lines[above];
        (line.style == Style::Listed && !line.block && line.span.len() <= 200 && line.tokens.len() >= 4)
            .then_some(above)
    })
}

/// Tokens of a line that is a date and hardly more.
pub(super) const DATED: usize = 7;

/// A menu; « Écouter l'article | 4 minutes » under the title is a notice.
fn is_barrier(line: &Line) -> bool {
    const NOTICE: u32 = 50;
    let notice = is_notice(line) && line.span.len() <= NOTICE;
    line.look == Look::Menu && !is_dateline(line) && !notice
}

fn is_notice(line: &Line) -> bool {
    line.cue.has(PageCue(PageCue::TEASER.0 | PageCue::WIDGET.0 | PageCue::END.0 | PageCue::BOX.0))
}

/// A line that may say when the article appeared is told by its date, which [`super::meta`] finds; here its words do.
fn is_dateline(line: &Line) -> bool {
    // « Grève du 2 octobre : le ministère a compté 195 000 manifestants » is a title.
    const YEARLESS: usize = 14;
    let said = line.cue.has(PageCue::PUBLISHED)
        && line.look != Look::Prose
        && (line.date == Some(DateIn::Year) || line.tokens.len() <= YEARLESS && !line.has_amount);
    line.date.is_some() && (said || line.look == Look::Menu && line.span.len() <= 100)
}

/// The spans of lines that are article, neighbours joined.
fn parts(lines: &[Line], start: usize, end: usize, title: Option<usize>) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    let mut open = false;
    for (i, line) in lines.iter().enumerate().take(end).skip(start) {
        let kept = title == Some(i) || !(line.look == Look::Menu || is_notice(line) || is_dateline(line));
        match parts.last_mut() {
            Some(last) if kept && open => last.end = line.span.end,
            _ if kept => parts.push(line.span),
            _ => {}
        }
        open = kept;
    }
    parts
}
