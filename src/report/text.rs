//! The text report: findings first, the positions of each side by side, what agrees in a line, coverage last.

use std::fmt::Write;
use std::io;

use anstyle::{AnsiColor, Style};

use super::phrase::Phrases;
use super::side::{heading, more, write_side};
use super::slot::slot_words;
use super::{Options, Report};
use crate::checks::{Finding, Severity, Side};
use crate::document::Reason;
use crate::reconcile::{Group, Status};
use crate::text::visible;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Narrowest layout.
const NARROW: usize = 60;

/// Sides shown with their reports: what more there are is named in a line.
const SIDES: usize = 5;

/// Groups named in the line of those that agree.
const AGREEING: usize = 8;

/// Writes the report.
pub(super) fn render(report: &Report, options: &Options, target: &mut dyn io::Write) -> io::Result<()> {
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
    target.write_all(out.as_bytes())
}

fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Blue.on_default().bold(),
    }
}

/// A finding fits on a screen: the more sides, the fewer reports of each.
fn write_finding(out: &mut String, report: &Report, finding: &Finding, options: &Options) {
    let phrases = options.language.phrases();
    let style = severity_style(finding.severity);
    let slot = visible(&slot_words(&finding.slot, report, phrases)).into_owned();
    let _ = writeln!(
        out,
        "{style}{}{style:#}{BOLD}{}{}{BOLD:#} · {slot}",
        phrases.severity(finding.severity.name()),
        phrases.text("colon"),
        phrases.kind(finding.kind.name()),
    );
    let sides = &finding.sides;
    let shown = if options.verbose { sides.len() } else { sides.len().min(SIDES) };
    let most = match sides.len() {
        0..=2 => 3,
        3 => 2,
        _ => 1,
    };
    for side in &sides[..shown] {
        write_side(out, report, side, most, options);
    }
    if shown < sides.len() {
        let values = sides[shown..].iter().map(|side| heading(report, side, phrases));
        write_wrapped(out, &more(phrases, sides.len() - shown, values), "  ", options);
    }
    if let Some(expected) = finding.message.expected() {
        write_note(out, "computed", &phrases.value(expected), options);
    }
    write_note(out, "help", &phrases.message(&finding.help, report), options);
    out.push('\n');
}

/// A line of its own below the sides: « help: … ».
fn write_note(out: &mut String, name: &str, text: &str, options: &Options) {
    let phrases = options.language.phrases();
    let note = format!("{}{}{}", phrases.text(name), phrases.text("colon"), visible(text));
    for line in textwrap::wrap(&note, options.width.saturating_sub(2)) {
        let _ = writeln!(out, "  {DIM}{line}{DIM:#}");
    }
}

fn write_wrapped(out: &mut String, text: &str, indent: &str, options: &Options) {
    for line in textwrap::wrap(text, options.width.saturating_sub(indent.len())) {
        let _ = writeln!(out, "{indent}{line}");
    }
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
    let words = |group: &Group| visible(&slot_words(&group.slot, report, phrases)).into_owned();
    if options.verbose {
        let _ = writeln!(out, "{BOLD}{}{BOLD:#}", phrases.text("agree"));
        for group in agreeing {
            let _ = writeln!(out, "{}", words(group));
            for position in &group.positions {
                write_side(out, report, &Side::of(position.claims.clone()), usize::MAX, options);
            }
        }
        out.push('\n');
        return;
    }
    let shown = agreeing.len().min(AGREEING);
    let named: Vec<String> =
        agreeing[..shown].iter().map(|group| format!("{} ({})", words(group), group.claims.len())).collect();
    let mut line = format!(
        "{}{}{}",
        phrases.text("agree"),
        phrases.text("colon"),
        named.join(phrases.text("semicolon"))
    );
    if agreeing.len() > shown {
        let count = (agreeing.len() - shown).to_string();
        let _ = write!(line, " {}", phrases.fill(phrases.text("others"), &[("count", count)]));
    }
    write_wrapped(out, &format!("{line}."), "", options);
}

/// What was read, what was left out, what could not be read.
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
    write_wrapped(out, &phrases.fill(phrases.text("coverage"), &values), "", options);
    write_left_out(out, report, phrases, options);
    if !report.unread.is_empty() {
        let count = report.unread.len().to_string();
        let line = phrases.fill(phrases.text("incomplete"), &[("count", count)]);
        let _ = writeln!(out, "{BOLD}{line}{BOLD:#}");
    }
}

/// Files of folders that are no articles: how many, and with `-v` which.
fn write_left_out(out: &mut String, report: &Report, phrases: &Phrases, options: &Options) {
    let of = |reason: Reason| report.skipped.iter().filter(move |skipped| skipped.why == reason);
    let reasons: Vec<Reason> =
        Reason::ALL.into_iter().filter(|reason| of(*reason).next().is_some()).collect();
    if reasons.is_empty() {
        return;
    }
    if options.verbose {
        for reason in reasons {
            let line = format!("{}{}", phrases.left_out(reason, of(reason).count()), phrases.text("colon"));
            let _ = writeln!(out, "{}", line.trim_end());
            for skipped in of(reason) {
                let _ = writeln!(out, "  {}", visible(&skipped.path));
            }
        }
        return;
    }
    let list: Vec<String> =
        reasons.into_iter().map(|reason| phrases.left_out(reason, of(reason).count())).collect();
    let line = phrases.fill(phrases.text("left_out"), &[("list", phrases.list(&list))]);
    write_wrapped(out, &line, "", options);
}
