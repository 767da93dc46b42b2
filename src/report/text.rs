//! The text report: findings first, the positions of each side by side, what agrees in a line, coverage last.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::json::side_label;
use super::phrase::{Phrases, fill, slot_words};
use super::{Options, Report};
use crate::checks::{Finding, Severity, Side};
use crate::reconcile::{Group, Status};
use crate::text::visible;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const VALUE: Style = AnsiColor::Cyan.on_default().bold();

/// Narrowest layout.
const NARROW: usize = 60;

/// Writes the report.
pub(super) fn render(report: &Report, options: &Options) -> Vec<u8> {
    let options = Options { width: options.width.max(NARROW), ..*options };
    let mut out = String::new();
    for finding in &report.findings {
        write_finding(&mut out, report, finding, &options);
    }
    let phrases = options.language.phrases();
    if report.findings.is_empty() {
        let _ = writeln!(out, "{}\n", phrases.text("nothing"));
    }
    write_agreements(&mut out, report, &options);
    write_footer(&mut out, report, phrases, &options);
    out.into_bytes()
}

fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Blue.on_default().bold(),
    }
}

fn write_finding(out: &mut String, report: &Report, finding: &Finding, options: &Options) {
    let phrases = options.language.phrases();
    let style = severity_style(finding.severity);
    let slot = visible(&slot_words(&finding.slot, report)).into_owned();
    let _ = writeln!(
        out,
        "{style}{}{style:#}{BOLD}: {}{BOLD:#} · {slot}",
        phrases.severity(finding.severity.name()),
        phrases.kind(finding.kind.name()),
    );
    let labels: Vec<String> = finding.sides.iter().map(|side| side_label(report, side, options)).collect();
    let label_width = labels.iter().map(|label| label.width()).max().unwrap_or(0).min(34);
    for (side, label) in finding.sides.iter().zip(&labels) {
        write_side(out, report, side, label, label_width, options);
    }
    let help = format!("{}: {}", phrases.text("help"), visible(&phrases.message(&finding.help, report)));
    for line in textwrap::wrap(&help, options.width.saturating_sub(2)) {
        let _ = writeln!(out, "  {DIM}{line}{DIM:#}");
    }
    out.push('\n');
}

/// One line a claim: label, outlet and voice, place, words in context.
fn write_side(
    out: &mut String,
    report: &Report,
    side: &Side,
    label: &str,
    label_width: usize,
    options: &Options,
) {
    let phrases = options.language.phrases();
    let who: Vec<String> = side.claims.iter().map(|claim| source(report, *claim, phrases)).collect();
    let who_width = who.iter().map(|text| text.width()).max().unwrap_or(0).min(options.width / 3);
    for (n, (claim, who)) in side.claims.iter().zip(&who).enumerate() {
        let label = if n == 0 { label } else { "" };
        let place = place(report, *claim);
        let head = format!("{} {}", pad(who, who_width), place);
        let room = options.width.saturating_sub(label_width + 4 + head.width() + 2);
        let _ = write!(
            out,
            "  {VALUE}{}{VALUE:#}  {} {DIM}{place}{DIM:#}",
            pad(label, label_width),
            pad(who, who_width)
        );
        let indent = label_width + 4;
        if room >= 36 {
            let _ = writeln!(out, "  {}", context(report, *claim, room));
        } else {
            let _ = writeln!(
                out,
                "\n{:indent$}{}",
                "",
                context(report, *claim, options.width.saturating_sub(indent))
            );
        }
    }
}

/// Who says it and where: « 20min.ch · Elon Musk via CNN ».
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
    let exact = visible(&statement.text).into_owned();
    let spare = room.saturating_sub(exact.width() + 4);
    let before = tail(&visible(&statement.selector.prefix), spare / 2);
    let after = head(&visible(&statement.selector.suffix), spare - spare.min(before.width()));
    format!("{before}{BOLD}{exact}{BOLD:#}{after}")
}

/// The last words of a text that fit, from a word's start.
fn tail(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut width = 1;
    let mut from = text.len();
    for (i, c) in text.char_indices().rev() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        from = i;
    }
    let cut = &text[from..];
    format!("…{}", cut.find(' ').map_or(cut, |space| &cut[space..]))
}

/// The first words of a text that fit, to a word's end.
fn head(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut width = 1;
    let mut to = 0;
    for (i, c) in text.char_indices() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        to = i + c.len_utf8();
    }
    let cut = &text[..to];
    format!("{}…", cut.rfind(' ').map_or(cut, |space| &cut[..=space]))
}

fn pad(text: &str, width: usize) -> String {
    let cut = if text.width() > width { head(text, width) } else { text.to_owned() };
    let missing = width.saturating_sub(cut.width());
    format!("{cut}{:missing$}", "")
}

/// The groups in which several claims agree: one line, or with `-v` one each.
fn write_agreements(out: &mut String, report: &Report, options: &Options) {
    let phrases = options.language.phrases();
    let agreeing: Vec<&Group> = report
        .groups
        .iter()
        .filter(|g| matches!(g.status, Status::Agree | Status::Compatible) && g.outlets(&report.corpus) > 1)
        .collect();
    if agreeing.is_empty() {
        return;
    }
    let words = |group: &Group| visible(&slot_words(&group.slot, report)).into_owned();
    if !options.verbose {
        let all: Vec<String> =
            agreeing.iter().map(|group| format!("{} ({})", words(group), group.claims.len())).collect();
        let shown = all.len().min(8);
        let mut line = format!("{}: {}", phrases.text("agree"), all[..shown].join("; "));
        if all.len() > shown {
            let _ = write!(
                line,
                " {}",
                fill(phrases.text("others"), &[("count", (all.len() - shown).to_string())])
            );
        }
        line.push('.');
        for line in textwrap::wrap(&line, options.width) {
            let _ = writeln!(out, "{line}");
        }
        return;
    }
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}", phrases.text("agree"));
    for group in agreeing {
        let _ = writeln!(out, "  {}", words(group));
        for position in &group.positions {
            let side = Side::of(position.claims.clone());
            let label = side_label(report, &side, options);
            write_side(out, report, &side, &label, label.width().max(10), options);
        }
    }
}

fn write_footer(out: &mut String, report: &Report, phrases: &Phrases, options: &Options) {
    let figures = report.figures();
    let values = [
        ("articles", report.corpus.records.len()),
        ("figures", figures.total),
        ("claims", figures.claims),
        ("skipped", figures.skipped),
        ("unknown", figures.not_understood),
        ("groups", report.groups.len()),
        ("findings", report.findings.len()),
        ("errors", report.count(Severity::Error)),
        ("warnings", report.count(Severity::Warning)),
        ("infos", report.count(Severity::Info)),
    ]
    .map(|(name, count)| (name, count.to_string()));
    for line in textwrap::wrap(&fill(phrases.text("coverage"), &values), options.width) {
        let _ = writeln!(out, "{line}");
    }
    if !report.skipped.is_empty() {
        const SHOWN: usize = 3;
        let mut list: Vec<String> =
            report.skipped.iter().take(SHOWN).map(|s| format!("{} ({})", visible(&s.path), s.why.name())).collect();
        if report.skipped.len() > SHOWN {
            list.push(fill(phrases.text("others"), &[("count", (report.skipped.len() - SHOWN).to_string())]));
        }
        let line = fill(
            phrases.text("skipped_files"),
            &[("count", report.skipped.len().to_string()), ("list", list.join(", "))],
        );
        for line in textwrap::wrap(&line, options.width) {
            let _ = writeln!(out, "{line}");
        }
    }
    if !report.unread.is_empty() {
        let _ = writeln!(
            out,
            "{BOLD}{}{BOLD:#}",
            fill(phrases.text("incomplete"), &[("count", report.unread.len().to_string())])
        );
    }
}
