//! Lines of a page and what each looks like.

use crate::grammar::{Class, Figure};
use crate::lexicon::{Lexicon, PageCue};
use crate::quantity::{Bound, Kind};
use crate::text::{Flags, Span, Token, TokenKind};

/// One line (one paragraph, if the text is wrapped) with its looks.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its characters, white space at the ends left out.
    pub(super) span: Span,
    /// Its tokens.
    pub(super) tokens: std::ops::Range<usize>,
    /// What its words say.
    pub(super) cue: PageCue,
    /// What it looks like.
    pub(super) look: Look,
    /// Whether a blank line stands before it.
    pub(super) block: bool,
    /// The fullest date that stands in it.
    pub(super) date: Option<DateIn>,
    /// Whether an amount stands in it.
    pub(super) has_amount: bool,
    /// How a headline stands.
    pub(super) style: Style,
    /// What closes it.
    pub(super) close: Close,
}

/// What closes a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// Neither of the two.
    Open,
    /// A full stop.
    Stop,
    /// « [Vue aérienne du campus. Crédit : OpenAI] »: the square bracket that it begins with, as captions do.
    Bracket,
}

/// What of a date stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateIn {
    /// « 23 juillet »
    Month,
    /// « 23 juillet 2025 »
    Year,
}

/// How a headline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// By itself.
    Plain,
    /// Short, and all in capitals.
    Shouted,
    /// One of a run of headlines.
    Listed,
    /// Begins with an hour or holds the number of an issue: « 22h10 – Le bilan », « Le magazine des villes – n° 48 ».
    Numbered,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Sentences.
    Prose,
    /// A short line without full stop: a headline, heading, caption, name.
    Short,
    /// An item of a list.
    Item,
    /// Many short things in a row.
    Menu,
}

/// Shortest line that is prose by its length and full stop alone, in bytes.
const PROSE: usize = 60;

/// Shortest line that is prose although nothing but its full stop says so, in bytes.
const SENTENCE: usize = 36;

/// Longest line that says who wrote an article and when, in bytes.
const IMPRINT: u32 = 160;

/// What an item of a list begins with.
const BULLETS: [char; 18] =
    ['>', '-', '–', '—', '•', '*', '▶', '►', '·', '▪', '■', '●', '◆', '➤', '→', '✓', '‣', '◦'];

/// Splits a text into lines. `printed` is the text with its mark-up, where that is masked.
pub(super) fn split(
    text: &str,
    printed: &str,
    tokens: &[Token],
    figures: &[Figure],
    wrapped: bool,
    lexicon: &Lexicon,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() {
        let breaks = tokens.get(at).is_none_or(|t| t.has(Flags::BLOCK) || (!wrapped && t.has(Flags::LINE)));
        if breaks {
            lines.push(line(text, printed, tokens, start..at, lexicon));
            start = at;
        }
    }
    mark_dates(&mut lines, figures);
    mark_offers(text, tokens, &mut lines, figures);
    mark_headline_runs(&mut lines);
    mark_boxes(&mut lines);
    mark_facts(text, tokens, &mut lines);
    lines
}

/// Whether the line breaks of a text are those of a column: most lines are of middling length and end in the middle of
/// a sentence.
pub(super) fn is_wrapped(text: &str) -> bool {
    let (mut broken, mut total) = (0, 0);
    let mut lines = text.lines().map(str::trim_end).take(400).peekable();
    while let Some(line) = lines.next() {
        let followed = lines.peek().is_some_and(|next| !next.trim().is_empty());
        if line.is_empty() || !followed {
            continue;
        }
        total += 1;
        // A character has at most four bytes: long paragraphs are not counted through.
        let middling = line.len() <= 4 * 110 && (40..=110).contains(&line.chars().count());
        let stops = || line.ends_with(['.', '!', '?', ':', '»', '"', ';', '…']);
        broken += usize::from(middling && !stops());
    }
    total >= 6 && broken * 10 > total * 7
}

fn line(
    text: &str,
    printed: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    lexicon: &Lexicon,
) -> Line {
    let span = Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end);
    let block = tokens[range.start].has(Flags::BLOCK);
    let traits = Traits::of(text, printed, &tokens[range.clone()]);
    let look = look(span.of(text), &traits);
    let shouted = look == Look::Short && span.len() < 60 && traits.words > 0 && traits.words == traits.upper;
    Line {
        span,
        style: match () {
            () if shouted => Style::Shouted,
            () if look == Look::Short && is_numbered(span.of(text)) => Style::Numbered,
            () => Style::Plain,
        },
        close: match span.of(text) {
            slice if is_bracketed(slice) => Close::Bracket,
            slice if slice.ends_with('.') => Close::Stop,
            _ => Close::Open,
        },
        cue: cue(tokens, &range, span, look, lexicon),
        look,
        block,
        date: None,
        has_amount: false,
        tokens: range,
    }
}

/// What the tokens of a line show, gathered in one pass.
#[derive(Default)]
struct Traits {
    /// Marks that may end a sentence.
    stops: usize,
    /// Words, and those of them in capitals.
    words: usize,
    upper: usize,
    /// Marks that stand between the entries of a menu, and those that do elsewhere, too; white space around.
    strong: usize,
    weak: usize,
    /// Gaps of three and more spaces. Mark-up is none, though it is masked by spaces.
    wide: usize,
}

impl Traits {
    fn of(text: &str, printed: &str, tokens: &[Token]) -> Self {
        let mut traits = Self::default();
        for (i, token) in tokens.iter().enumerate() {
            if let Some(before) = i.checked_sub(1).map(|i| &tokens[i]) {
                let gap = before.span.end as usize..token.span.start as usize;
                let wide = gap.len() >= 3 && printed[gap].chars().filter(|c| c.is_whitespace()).count() >= 3;
                traits.wide += usize::from(wide);
            }
            match token.kind {
                TokenKind::Word => {
                    traits.words += 1;
                    traits.upper += usize::from(token.has(Flags::UPPER));
                }
                TokenKind::Mark => {
                    // A bullet at the head of the line is no separator.
                    let next = tokens.get(i + 1).is_some_and(|next| next.has(Flags::SPACE));
                    // « 13.03.2026 » ends no sentence.
                    let inside =
                        tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Number) && !next;
                    if !inside {
                        traits.see(token.span.of(text), i > 0 && token.has(Flags::SPACE) && next);
                    }
                }
                TokenKind::Number => {}
            }
        }
        traits
    }

    fn see(&mut self, mark: &str, spaced: bool) {
        match mark {
            "." | "!" | "?" | "…" => self.stops += 1,
            "|" | "•" | "·" | ">" | "›" | "▲" | "▼" => self.strong += usize::from(spaced),
            "/" | "-" | "–" | "—" => self.weak += usize::from(spaced),
            _ => {}
        }
    }

    /// What parts the entries of a menu. A dash or slash between words, or a pair of dashes around some, is no menu by itself.
    fn separators(&self) -> usize {
        let marks = if self.strong > 0 || self.weak > 2 { self.strong + self.weak } else { 0 };
        2 * marks + 2 * self.wide
    }
}

fn look(slice: &str, traits: &Traits) -> Look {
    let stops = traits.stops;
    if traits.separators() >= 2 + 2 * stops && !is_tabled(slice) && !is_flagged(slice) {
        return Look::Menu;
    }
    if slice.starts_with(BULLETS) || numbered(slice) {
        return if slice.len() >= PROSE { Look::Prose } else { Look::Item };
    }
    // A question or exclamation alone may be a headline; a full stop ends prose.
    let terminal =
        slice.trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', '\u{202f}']).ends_with(['.', '…'])
            || slice.ends_with(')')
                && slice.rsplit_once('(').is_some_and(|(text, _)| text.trim_end().ends_with('.'));
    // A headline cut short ends in dots, too.
    let cut = slice.ends_with('…') && slice.len() < 2 * PROSE;
    let sentence = terminal && !cut && slice.len() >= SENTENCE;
    let several = stops > 0 && slice.len() >= 2 * PROSE || stops > 1 && slice.len() >= PROSE;
    if sentence || several || slice.len() >= 5 * PROSE { Look::Prose } else { Look::Short }
}

/// « Prévisions : gouvernement 1,0 % | OFCE 0,7 %. »: figures in a row that a sentence announces and ends.
fn is_tabled(slice: &str) -> bool {
    let announced = slice.split('|').next().is_some_and(|first| first.contains(':'));
    announced && slice.ends_with('.')
}

/// « EN DIRECT | Stargate : 20 bâtiments déjà en chantier »: a word or two in capitals, and a headline.
fn is_flagged(slice: &str) -> bool {
    /// Bytes of the words in capitals at most, and of a headline at least.
    const FLAG: usize = 20;
    const HEADLINE: usize = 40;
    let Some((flag, headline)) = slice.split_once('|') else { return false };
    let capitals = !flag.chars().any(char::is_lowercase) && flag.chars().any(char::is_uppercase);
    flag.len() <= FLAG && capitals && headline.len() >= HEADLINE && !headline.contains('|')
}

/// « [Vue aérienne du campus] », but « [Enquête] Fraude fiscale : les 40 milliards qui échappent à l'État [1/3] »
fn is_bracketed(slice: &str) -> bool {
    slice.strip_prefix('[').and_then(|rest| rest.find(']').map(|at| at + 1 == rest.len())) == Some(true)
}

/// Whether a line begins with an hour or holds the number of an issue.
fn is_numbered(slice: &str) -> bool {
    let hours = slice.bytes().take_while(u8::is_ascii_digit).count();
    let rest = slice[hours..].trim_start();
    // « 22h10 pour rallier Paris à Nice », « Le n°2 de Renault s'en va » are titles.
    let number = |c: char| c.is_ascii_digit() || c.is_whitespace();
    let set_apart = |rest: &str| {
        let behind = rest.trim_start_matches(number);
        behind.len() < rest.len() && (behind.is_empty() || behind.starts_with(['-', '–', '—', ':', '|', '·']))
    };
    let timed = (1..=2).contains(&hours) && rest.starts_with(['h', 'H', ':']) && set_apart(&rest[1..]);
    let issue = slice.split_once("n°").or_else(|| slice.split_once("N°"));
    timed || issue.is_some_and(|(_, rest)| set_apart(rest))
}

fn numbered(slice: &str) -> bool {
    let digits = slice.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && slice[digits..].starts_with([')', '.'])
        && slice[digits + 1..].starts_with(' ')
}

/// Bytes of a line whose words are looked through, and of one that its first words alone make a head.
const LONGEST: u32 = 260;
const SHORT: u32 = 60;

/// What the words of a line say of it. Only short lines are looked through: a sentence may say « partager » too.
fn cue(
    tokens: &[Token],
    range: &std::ops::Range<usize>,
    span: Span,
    look: Look,
    lexicon: &Lexicon,
) -> PageCue {
    let mut cue = PageCue::default();
    // Bullets and icons may stand before the words.
    let first = range.clone().find(|i| tokens[*i].kind == TokenKind::Word).unwrap_or(range.start);
    for start in [range.start, first] {
        cue.0 |= cue_at_start(tokens, range, start, span, look, lexicon).0;
    }
    if span.len() <= LONGEST {
        for i in range.clone() {
            match lexicon.page_cue(&tokens[..range.end], i) {
                Some(found) if found.has(PageCue::WIDGET) && look == Look::Prose => {
                    cue.0 |= PageCue::APPEAL.0;
                }
                Some(found) => cue.0 |= found.0,
                None => {}
            }
        }
    }
    cue
}

/// What the words that begin at a token, the first of its line, say of the line.
fn cue_at_start(
    tokens: &[Token],
    range: &std::ops::Range<usize>,
    start: usize,
    span: Span,
    look: Look,
    lexicon: &Lexicon,
) -> PageCue {
    let mut cue = PageCue::default();
    let Some((found, end)) = lexicon.page_start(&tokens[..range.end], start) else { return cue };
    let (short, fits) = (span.len() <= SHORT, span.len() <= LONGEST);
    let marked = end < range.end && tokens[end].kind == TokenKind::Mark;
    // « Sur le même sujet : Lombok, août 2018, les 563 morts oubliés » heads no box.
    let headed = found.has(PageCue::BOX) && marked && end + 4 < range.end;
    // « Suivez », « Partager »: verbs that also begin sentences count only in short lines.
    if short && (marked || end + 4 >= range.end) {
        cue.0 |= found.0 & if headed { PageCue::END.0 } else { PageCue::END.0 | PageCue::BOX.0 };
    }
    if (found.has(PageCue::TEASER) || headed) && fits {
        cue.0 |= PageCue::TEASER.0;
    }
    if found.has(PageCue::APPEAL) && fits {
        cue.0 |= PageCue::APPEAL.0;
    }
    if found.has(PageCue::WIDGET) && (look != Look::Prose || fits && ends_with_stop_early(tokens, range)) {
        cue.0 |= PageCue::WIDGET.0;
    }
    cue
}

/// A notice is one sentence.
fn ends_with_stop_early(tokens: &[Token], range: &std::ops::Range<usize>) -> bool {
    range.len() <= 30
        && !tokens[range.clone()].iter().any(|t| t.kind == TokenKind::Number && t.span.len() > 3)
}

/// Notes the lines in which a date with its month or an amount stands.
fn mark_dates(lines: &mut [Line], figures: &[Figure]) {
    // « Le journal de 8 heures du mercredi 23 juillet »: a time is no amount.
    let amount =
        |figure: &Figure| figure.is_quantity() && figure.quantity.is_some_and(|q| q.kind != Kind::Duration);
    for figure in figures {
        let date = figure.class == Class::Date;
        let amount = amount(figure);
        if !date && !amount {
            continue;
        }
        let i = lines.partition_point(|line| line.span.end <= figure.span.start);
        let Some(line) = lines.get_mut(i) else { continue };
        line.has_amount |= amount;
        if date {
            let year = figure.quantity.and_then(|q| q.date).is_some_and(|date| date.year.is_some());
            line.date = line.date.max(Some(if year { DateIn::Year } else { DateIn::Month }));
        }
    }
    // « E. G. - 07 oct. 2025 à 06:30 - Temps de lecture : 2 min »: full stops, and no sentence.
    for line in lines {
        let reading_time = line.date.is_some() && line.cue.has(PageCue::APPEAL) && line.look == Look::Prose;
        if reading_time && line.span.len() <= IMPRINT {
            line.look = Look::Short;
            line.cue.0 |= PageCue::WIDGET.0 | PageCue::PUBLISHED.0;
        }
    }
}

/// Notes the short lines that offer something from a price on, « dès 12.50 francs par mois », as boxes.
fn mark_offers(text: &str, tokens: &[Token], lines: &mut [Line], figures: &[Figure]) {
    const PERIODS: [&str; 6] = ["mois", "an", "semaine", "numéro", "HT", "TTC"];
    let is_price = |figure: &&Figure| {
        figure.class == Class::Quantity
            && figure.quantity.is_some_and(|q| q.kind == Kind::Money && q.bound == Bound::AtLeast)
    };
    for figure in figures.iter().filter(is_price) {
        let i = lines.partition_point(|line| line.span.end <= figure.span.start);
        let Some(line) = lines.get_mut(i).filter(|line| line.look == Look::Short) else { continue };
        let after = figure.tokens.1 as usize;
        let mut beside = (after..line.tokens.end.min(after + 3)).map(|at| tokens[at].span.of(text));
        if beside.any(|word| PERIODS.contains(&word)) {
            line.cue.0 |= PageCue::WIDGET.0;
        }
    }
    mark_books(text, tokens, lines, figures);
}

/// Notes the lines that offer a book, « …, 320 pages, 22 euros. », as boxes.
fn mark_books(text: &str, tokens: &[Token], lines: &mut [Line], figures: &[Figure]) {
    const LONGEST: u32 = 200;
    for pair in figures.windows(2) {
        let [pages, price] = pair else { continue };
        let end = pages.tokens.1 as usize;
        let counts = pages.noun.is_some_and(|noun| tokens[noun as usize].span.of(text) == "pages");
        let costs =
            price.quantity.is_some_and(|q| q.kind == Kind::Money) && price.tokens.0 as usize == end + 1;
        if !(counts && costs) {
            continue;
        }
        let i = lines.partition_point(|line| line.span.end <= pages.span.start);
        if let Some(line) = lines.get_mut(i).filter(|line| line.span.len() <= LONGEST) {
            line.cue.0 |= PageCue::WIDGET.0;
        }
    }
}

/// The lines right under the head of a box of links belong to it.
fn mark_boxes(lines: &mut [Line]) {
    let mut boxed = false;
    for line in lines {
        let heads = line.cue.has(PageCue::BOX) && line.look != Look::Prose;
        boxed = heads || boxed && !line.block && line.look != Look::Prose;
        if boxed && !heads {
            line.cue.0 |= PageCue::WIDGET.0;
        }
    }
}

/// « Stargate en bref », and under it « Investissement : 500 milliards de dollars »: a list that is text.
fn mark_facts(text: &str, tokens: &[Token], lines: &mut [Line]) {
    let labelled = |line: &Line| tokens[line.tokens.clone()].iter().any(|token| token.span.of(text) == ":");
    let mut listed = false;
    for line in lines {
        let heads = line.cue.has(PageCue::FACTS) && line.look == Look::Short && line.block;
        listed = heads || listed && !line.block && line.look == Look::Short && labelled(line);
        if listed && !heads {
            line.look = Look::Item;
        }
    }
}

/// Runs of headlines one under the other are menus: four or more, no blank line between.
fn mark_headline_runs(lines: &mut [Line]) {
    const RUN: usize = 4;
    let headline = |line: &Line| line.look == Look::Short && line.span.len() >= 20;
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        while end < lines.len() && !lines[end].block && headline(&lines[end]) {
            end += 1;
        }
        if headline(&lines[start]) && end - start >= RUN {
            for line in &mut lines[start..end] {
                (line.look, line.style) = (Look::Menu, Style::Listed);
            }
        }
        start = end;
    }
}
