//! The JSON report: the contract with scripts. Inside a `schema_version` fields are only added.

use serde::Serialize;

use super::label::label;
use super::quantity::QuantityView;
use super::slot::measure_words;
use super::{Options, Report};
use crate::checks::{Finding, Severity};
use crate::lexicon;
use crate::reconcile::{Group, Record, Statement};
use crate::text::visible_json;

/// The version of the form.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct ReportView<'a> {
    schema_version: u32,
    tool: ToolView<'a>,
    run: RunView<'a>,
    articles: Vec<ArticleView<'a>>,
    claims: Vec<ClaimView<'a>>,
    groups: Vec<GroupView>,
    findings: Vec<FindingView>,
    summary: SummaryView,
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
struct ArticleView<'a> {
    id: String,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    format: &'a str,
    encoding: &'a str,
    sha256: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    language: &'a str,
    body: Vec<RangeView>,
    origin: OriginView,
    figures: FiguresView,
}

#[derive(Serialize)]
struct RangeView {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct OriginView {
    cluster: String,
    copies: Vec<String>,
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
    id: String,
    article: String,
    span: SpanView,
    text: &'a str,
    selector: SelectorView<'a>,
    quantity: QuantityView<'a>,
    slot: String,
    subjects: &'a [String],
    joint: bool,
    measure: &'a str,
    derived: bool,
    scope: ScopeView<'a>,
    attribution: AttributionView<'a>,
    modality: &'static str,
    fingerprint: String,
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
    as_of: Option<String>,
    place: Option<&'a str>,
}

#[derive(Serialize)]
struct AttributionView<'a> {
    speaker: Option<&'a str>,
    via: Option<&'a str>,
    quoted: bool,
}

#[derive(Serialize)]
struct GroupView {
    id: String,
    slot: String,
    period: Option<String>,
    status: &'static str,
    claims: Vec<String>,
    voices: usize,
    outlets: usize,
    origins: usize,
}

#[derive(Serialize)]
struct FindingView {
    id: String,
    kind: &'static str,
    severity: &'static str,
    slot: String,
    group: Option<String>,
    message: String,
    help: String,
    positions: Vec<PositionView>,
    primary: Option<String>,
    fingerprint: String,
    trace: Vec<String>,
}

#[derive(Serialize)]
struct PositionView {
    label: String,
    claims: Vec<String>,
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
pub(super) fn render(report: &Report, options: &Options) -> Vec<u8> {
    let corpus = &report.corpus;
    let view = ReportView {
        schema_version: SCHEMA_VERSION,
        tool: ToolView {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            lexicon: lexicon::VERSION,
            topic: &report.topic.name,
        },
        run: RunView {
            complete: report.unread.is_empty(),
            inputs: corpus.records.len() + report.unread.len(),
            unread: report.unread.iter().map(|u| UnreadView { path: &u.path, error: &u.error }).collect(),
            skipped: report
                .skipped
                .iter()
                .map(|s| SkippedView { path: &s.path, why: s.why.name() })
                .collect(),
        },
        articles: corpus.records.iter().enumerate().map(|(i, record)| article(report, i, record)).collect(),
        claims: corpus.statements.iter().enumerate().map(|(i, statement)| claim(i, statement)).collect(),
        groups: report.groups.iter().enumerate().map(|(i, group)| self::group(report, i, group)).collect(),
        findings: report.findings.iter().enumerate().map(|(i, f)| finding(report, options, i, f)).collect(),
        summary: SummaryView {
            articles: corpus.records.len(),
            figures: report.figures().total,
            claims: corpus.statements.len(),
            groups: report.groups.len(),
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            info: report.count(Severity::Info),
        },
    };
    let mut out = visible_json(serde_json::to_vec_pretty(&view).unwrap_or_default());
    out.push(b'\n');
    out
}

pub(super) fn id(letter: char, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

fn article<'a>(report: &Report, index: usize, record: &'a Record) -> ArticleView<'a> {
    let article = &record.article;
    ArticleView {
        id: id('a', index),
        path: &record.path,
        record: record.record.as_deref(),
        format: record.format,
        encoding: record.encoding,
        sha256: &record.sha256,
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        published: article.published.map(|date| date.to_string()),
        url: article.url.as_deref(),
        language: &article.language,
        body: record.body.iter().map(|span| RangeView { start: span.start, end: span.end }).collect(),
        origin: OriginView {
            cluster: id('o', report.corpus.origins.of(index)),
            copies: report.corpus.origins.copies(index).map(|i| id('a', i)).collect(),
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
        id: id('c', index),
        article: id('a', statement.article),
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
        slot: slot.to_string(),
        subjects: &slot.subjects,
        joint: slot.joint,
        measure: &slot.measure,
        derived: claim.derived,
        scope: ScopeView {
            period: claim.scope.period.as_deref(),
            as_of: claim.scope.as_of.map(|date| date.to_string()),
            place: None,
        },
        attribution: AttributionView {
            speaker: claim.speaker.as_deref(),
            via: claim.via.as_deref(),
            quoted: claim.quoted,
        },
        modality: claim.modality.name(),
        fingerprint: format!("{:016x}", statement.fingerprint),
    }
}

fn group(report: &Report, index: usize, group: &Group) -> GroupView {
    GroupView {
        id: id('g', index),
        slot: group.slot.to_string(),
        period: group.period.clone(),
        status: group.status.name(),
        claims: group.claims.iter().map(|i| id('c', *i)).collect(),
        voices: group.voices(&report.corpus),
        outlets: group.outlets(&report.corpus),
        origins: group.origins(&report.corpus),
    }
}

fn finding(report: &Report, options: &Options, index: usize, finding: &Finding) -> FindingView {
    let phrases = options.language.phrases();
    let positions = finding.sides.iter().map(|side| PositionView {
        label: side_label(report, side, options),
        claims: side.claims.iter().map(|i| id('c', *i)).collect(),
    });
    FindingView {
        id: id('f', index),
        kind: finding.kind.name(),
        severity: finding.severity.name(),
        slot: finding.slot.to_string(),
        group: finding.group.map(|g| id('g', g)),
        message: phrases.message(&finding.message, report),
        help: phrases.message(&finding.help, report),
        positions: positions.collect(),
        primary: finding.claims().next().map(|i| id('c', i)),
        fingerprint: format!("{:016x}", finding.fingerprint(&report.corpus)),
        trace: finding.trace.iter().map(|step| phrases.message(step, report)).collect(),
    }
}

/// The label of a side: its value, and its measure where the sides differ in it.
pub(super) fn side_label(report: &Report, side: &crate::checks::Side, options: &Options) -> String {
    let Some(first) = side.claims.first().map(|i| &report.corpus.statements[*i].claim) else {
        return String::new();
    };
    let value = label(&first.quantity, first.noun.as_deref(), options.language.phrases());
    if !side.names_measure {
        return value;
    }
    format!("{value} ({})", measure_words(&first.slot.measure, report, options.language.phrases()))
}
