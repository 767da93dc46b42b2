//! The JSON report: the contract with scripts. Inside a `schema_version` fields are only added.

use std::fmt::{self, Display};
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::label::label;
use super::quantity::QuantityView;
use super::slot::measure_words;
use super::{Options, Report};
use crate::checks::{Finding, Heading, Severity, Side};
use crate::claim::Slot;
use crate::lexicon::{self, Qualifier};
use crate::quantity::PartialDate;
use crate::reconcile::{Group, Record, Statement};
use crate::text::visible_json;

/// The version of the form.
const SCHEMA_VERSION: u32 = 1;

/// Bytes of the report that are held before they are given on.
const BLOCK: usize = 1 << 16;

/// A list whose items are made while it is written.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A number of an article, claim, group or finding: its letter, and its index from 1.
#[derive(Clone, Copy)]
struct Id(char, usize);

impl Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1 + 1)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A report has a few for each claim: they do not go through the machinery of formats.
        let mut text = String::with_capacity(12);
        text.push(self.0);
        text.push_str(itoa::Buffer::new().format(self.1 + 1));
        serializer.serialize_str(&text)
    }
}

/// What is written as it is shown.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A hash in sixteen digits.
struct Fingerprint(u64);

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

/// The numbers of some claims.
struct Claims<'a>(&'a [usize]);

impl Serialize for Claims<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|i| Id('c', *i)))
    }
}

/// The object under way: a value a line, of lists an item a line, so that a report can be searched and compared line by line.
/// Views are made one by one as they are written: a report is many times larger than what it is made of.
struct Lines<'w> {
    out: &'w mut dyn Write,
    /// Whole lines that are not given on yet.
    block: Vec<u8>,
}

impl<'w> Lines<'w> {
    fn open(out: &'w mut dyn Write) -> Self {
        let mut block = Vec::with_capacity(2 * BLOCK);
        block.push(b'{');
        Self { out, block }
    }

    fn value(&mut self, key: &str, value: &impl Serialize) -> io::Result<()> {
        self.key(key)?;
        serde_json::to_writer(&mut self.block, value)?;
        Ok(())
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item: Serialize>) -> io::Result<()> {
        self.key(key)?;
        self.block.push(b'[');
        for (i, item) in items.enumerate() {
            self.block.extend_from_slice(if i == 0 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut self.block, &item)?;
            if self.block.len() >= BLOCK {
                self.give_on()?;
            }
        }
        self.block.extend_from_slice(b"\n]");
        Ok(())
    }

    fn key(&mut self, key: &str) -> io::Result<()> {
        self.block.extend_from_slice(if self.block.ends_with(b"{") { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut self.block, key)?;
        self.block.extend_from_slice(b": ");
        Ok(())
    }

    /// Gives the block on, each character that acts as its escape.
    fn give_on(&mut self) -> io::Result<()> {
        let block = visible_json(std::mem::take(&mut self.block));
        let written = self.out.write_all(&block);
        // Its room is used again.
        self.block = block;
        self.block.clear();
        written
    }

    fn close(mut self) -> io::Result<()> {
        self.block.extend_from_slice(b"\n}\n");
        self.give_on()
    }
}

#[derive(Serialize)]
struct ToolView<'a> {
    name: &'static str,
    version: &'static str,
    lexicon: &'static str,
    topic: &'a str,
}

#[derive(Serialize)]
struct RunView<'a> {
    complete: bool,
    inputs: usize,
    unread: Vec<UnreadView<'a>>,
    skipped: Vec<SkippedView<'a>>,
}

#[derive(Serialize)]
struct UnreadView<'a> {
    path: &'a str,
    error: &'a str,
}

#[derive(Serialize)]
struct SkippedView<'a> {
    path: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct ArticleView<'a, C: Serialize> {
    id: Id,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    format: &'a str,
    encoding: &'a str,
    sha256: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<Shown<PartialDate>>,
    url: Option<&'a str>,
    language: &'a str,
    body: Vec<RangeView>,
    origin: OriginView<C>,
    figures: FiguresView,
}

#[derive(Serialize)]
struct RangeView {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct OriginView<C: Serialize> {
    cluster: Id,
    copies: C,
}

#[derive(Serialize)]
struct FiguresView {
    total: usize,
    claims: usize,
    skipped: usize,
    not_understood: usize,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    id: Id,
    article: Id,
    span: SpanView,
    text: &'a str,
    selector: SelectorView<'a>,
    quantity: QuantityView<'a>,
    slot: Shown<&'a Slot>,
    subjects: &'a [String],
    joint: bool,
    measure: &'a str,
    derived: bool,
    scope: ScopeView<'a>,
    attribution: AttributionView<'a>,
    modality: &'static str,
    fingerprint: Fingerprint,
}

#[derive(Serialize)]
struct SpanView {
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct SelectorView<'a> {
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct ScopeView<'a> {
    period: Option<&'a str>,
    as_of: Option<Shown<PartialDate>>,
    by: Option<Shown<PartialDate>>,
    place: Option<&'a str>,
    qualifiers: Vec<&'static str>,
}

#[derive(Serialize)]
struct AttributionView<'a> {
    speaker: Option<&'a str>,
    via: Option<&'a str>,
    quoted: bool,
}

#[derive(Serialize)]
struct GroupView<'a> {
    id: Id,
    slot: Shown<&'a Slot>,
    period: Option<&'a str>,
    place: Option<&'a str>,
    status: &'static str,
    claims: Claims<'a>,
    voices: usize,
    outlets: usize,
    origins: usize,
}

#[derive(Serialize)]
struct FindingView<'a> {
    id: Id,
    kind: &'static str,
    severity: &'static str,
    slot: Shown<&'a Slot>,
    group: Option<Id>,
    message: String,
    help: String,
    positions: Vec<PositionView<'a>>,
    primary: Option<Id>,
    fingerprint: Fingerprint,
    trace: Vec<String>,
}

#[derive(Serialize)]
struct PositionView<'a> {
    label: String,
    claims: Claims<'a>,
}

#[derive(Serialize)]
struct SummaryView {
    articles: usize,
    figures: usize,
    claims: usize,
    groups: usize,
    error: usize,
    warning: usize,
    info: usize,
}

/// Writes the report.
pub(super) fn render(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let corpus = &report.corpus;
    let mut lines = Lines::open(out);
    lines.value("schema_version", &SCHEMA_VERSION)?;
    lines.value("tool", &tool(report))?;
    lines.value("run", &run(report))?;
    let records = corpus.records.iter().enumerate();
    lines.list("articles", records.map(|(i, record)| article(report, i, record)))?;
    lines.list("claims", corpus.statements.iter().enumerate().map(|(i, statement)| claim(i, statement)))?;
    let groups = report.groups.iter().enumerate();
    lines.list("groups", groups.map(|(i, group)| self::group(report, i, group)))?;
    let findings = report.findings.iter().enumerate();
    lines.list("findings", findings.map(|(i, found)| finding(report, options, i, found)))?;
    lines.value("summary", &summary(report))?;
    lines.close()
}

fn tool(report: &Report) -> ToolView<'_> {
    ToolView {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        lexicon: lexicon::VERSION,
        topic: &report.topic.name,
    }
}

fn run(report: &Report) -> RunView<'_> {
    let unread = report.unread.iter().map(|u| UnreadView { path: &u.path, error: &u.error });
    let skipped = report.skipped.iter().map(|s| SkippedView { path: &s.path, why: s.why.name() });
    RunView {
        complete: report.unread.is_empty(),
        inputs: report.corpus.records.len() + report.unread.len(),
        unread: unread.collect(),
        skipped: skipped.collect(),
    }
}

fn summary(report: &Report) -> SummaryView {
    SummaryView {
        articles: report.corpus.records.len(),
        figures: report.figures().total,
        claims: report.corpus.statements.len(),
        groups: report.groups.len(),
        error: report.count(Severity::Error),
        warning: report.count(Severity::Warning),
        info: report.count(Severity::Info),
    }
}

pub(super) fn id(letter: char, index: usize) -> String {
    Id(letter, index).to_string()
}

fn article<'a>(report: &'a Report, index: usize, record: &'a Record) -> ArticleView<'a, impl Serialize + 'a> {
    let article = &record.article;
    ArticleView {
        id: Id('a', index),
        path: &record.path,
        record: record.record.as_deref(),
        format: record.format,
        encoding: record.encoding,
        sha256: record.sha256.as_deref(),
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        published: article.published.map(Shown),
        url: article.url.as_deref(),
        language: &article.language,
        body: record.body.iter().map(|span| RangeView { start: span.start, end: span.end }).collect(),
        origin: OriginView {
            cluster: Id('o', report.corpus.origins.of(index)),
            copies: Each(move || report.corpus.origins.copies(index).iter().map(|i| Id('a', *i))),
        },
        figures: FiguresView {
            total: record.figures.total,
            claims: record.figures.claims,
            skipped: record.figures.skipped,
            not_understood: record.figures.not_understood,
        },
    }
}

fn claim(index: usize, statement: &Statement) -> ClaimView<'_> {
    let claim = &statement.claim;
    let slot = &claim.slot;
    ClaimView {
        id: Id('c', index),
        article: Id('a', statement.article),
        span: SpanView {
            start: statement.span.start,
            end: statement.span.end,
            line: statement.start.line,
            column: statement.start.column,
            end_line: statement.end.line,
            end_column: statement.end.column,
        },
        text: &statement.text,
        selector: SelectorView {
            exact: &statement.text,
            prefix: &statement.selector.prefix,
            suffix: &statement.selector.suffix,
        },
        quantity: QuantityView::new(&claim.quantity, claim.noun.as_deref()),
        slot: Shown(slot),
        subjects: &slot.subjects,
        joint: slot.joint,
        measure: &slot.measure,
        derived: claim.derived,
        scope: ScopeView {
            period: claim.scope.period.as_deref(),
            // A month of no known year is no date for a reader of JSON.
            as_of: claim.scope.as_of.filter(|date| date.year.is_some()).map(Shown),
            by: claim.scope.by.map(Shown),
            place: slot.place.as_deref(),
            qualifiers: claim.scope.qualifiers.iter().map(Qualifier::name).collect(),
        },
        attribution: AttributionView {
            speaker: claim.speaker.as_deref(),
            via: claim.via.as_deref(),
            quoted: claim.quoted,
        },
        modality: claim.modality.name(),
        fingerprint: Fingerprint(statement.fingerprint),
    }
}

fn group<'a>(report: &Report, index: usize, group: &'a Group) -> GroupView<'a> {
    GroupView {
        id: Id('g', index),
        slot: Shown(&group.slot),
        period: group.period.as_deref(),
        place: group.slot.place.as_deref(),
        status: group.status.name(),
        claims: Claims(&group.claims),
        voices: group.voices(&report.corpus),
        outlets: group.outlets(&report.corpus),
        origins: group.origins(&report.corpus),
    }
}

fn finding<'a>(report: &Report, options: &Options, index: usize, finding: &'a Finding) -> FindingView<'a> {
    let phrases = options.language.phrases();
    let positions = finding
        .sides
        .iter()
        .map(|side| PositionView { label: side_label(report, side, options), claims: Claims(&side.claims) });
    FindingView {
        id: Id('f', index),
        kind: finding.kind.name(),
        severity: finding.severity.name(),
        slot: Shown(&finding.slot),
        group: finding.group.map(|g| Id('g', g)),
        message: phrases.message(&finding.message, report),
        help: phrases.message(&finding.help, report),
        positions: positions.collect(),
        primary: finding.claims().next().map(|i| Id('c', i)),
        fingerprint: Fingerprint(finding.fingerprint(&report.corpus)),
        trace: finding.trace.iter().map(|step| phrases.message(step, report)).collect(),
    }
}

/// The label of a side: its value, and its measure where the sides differ in it.
pub(super) fn side_label(report: &Report, side: &Side, options: &Options) -> String {
    let Some(first) = side.claims.first().map(|i| &report.corpus.statements[*i].claim) else {
        return String::new();
    };
    let value = label(&first.quantity, first.noun.as_deref(), options.language.phrases());
    if side.heading != Heading::Measure {
        return value;
    }
    format!("{value} ({})", measure_words(&first.slot.measure, report, options.language.phrases()))
}
