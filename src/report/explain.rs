//! One finding step by step: what was read where, why it was put together, what failed, and what would settle it.

use std::fmt::Write;

use super::json::{id, side_label};
use super::label::label;
use super::phrase::Phrases;
use super::slot::slot_words;
use super::{Options, Report};
use crate::checks::{Finding, Heading, Side};
use crate::quantity::{Bound, Interval, Quantity, Relation, relation};
use crate::text::visible;

/// The identifiers of the findings of a report, in its order.
pub fn ids(report: &Report) -> impl Iterator<Item = String> + '_ {
    (0..report.findings.len()).map(|n| id('f', n))
}

/// The steps to a finding; nothing for an unknown identifier.
pub fn explain(report: &Report, id: &str, options: &Options) -> Option<Vec<u8>> {
    let index = ids(report).position(|known| known == id)?;
    let finding = &report.findings[index];
    let phrases = options.language.phrases();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{id} · {}{}{}\n{}\n",
        phrases.severity(finding.severity.name()),
        phrases.text("colon"),
        phrases.kind(finding.kind.name()),
        visible(&phrases.message(&finding.message, report)),
    );
    write_claims(&mut out, report, finding, options);
    write_group(&mut out, report, finding, phrases);
    heading(&mut out, phrases, "explain_steps");
    for step in &finding.trace {
        let _ = writeln!(out, "  - {}", visible(&phrases.message(step, report)));
    }
    write_comparisons(&mut out, report, finding, options);
    heading(&mut out, phrases, "explain_change");
    let _ = writeln!(out, "  {}", visible(&change(report, finding, options)));
    Some(out.into_bytes())
}

fn heading(out: &mut String, phrases: &Phrases, key: &str) {
    let _ = writeln!(out, "\n{}", phrases.text(key));
}

/// Each claim: place and words, what they were read as, what of, who says it.
fn write_claims(out: &mut String, report: &Report, finding: &Finding, options: &Options) {
    let phrases = options.language.phrases();
    let _ = writeln!(out, "{}", phrases.text("explain_claims"));
    for side in &finding.sides {
        for &i in &side.claims {
            let statement = &report.corpus.statements[i];
            let record = report.corpus.record_of(i);
            let (claim, start) = (&statement.claim, statement.start);
            let place = format!("{}:{}:{}", record.path, start.line, start.column);
            let _ = writeln!(out, "  {} {}  « {} »", id('c', i), visible(&place), visible(&statement.text));
            let value = label(&claim.quantity, claim.noun.as_deref(), phrases);
            let _ = writeln!(
                out,
                "     {value} ({}, {})",
                phrases.reading(claim.quantity.kind.name()),
                phrases.reading(claim.quantity.bound.name())
            );
            let _ = writeln!(
                out,
                "     {} ({})",
                visible(&slot_words(&claim.slot, report, phrases)),
                visible(&claim.slot.to_string())
            );
            let mut voice = phrases.voice(i, report);
            if let Some(via) = &claim.via {
                let _ = write!(voice, " {} {via}", phrases.via);
            }
            let day = claim.scope.as_of.map(|date| format!(", {date}")).unwrap_or_default();
            let _ =
                writeln!(out, "     {}, {}{day}", visible(&voice), phrases.reading(claim.modality.name()));
        }
    }
}

/// Why the claims are compared.
fn write_group(out: &mut String, report: &Report, finding: &Finding, phrases: &Phrases) {
    heading(out, phrases, "explain_group");
    let Some(g) = finding.group else {
        let _ = writeln!(out, "  {}", phrases.text("explain_ungrouped"));
        return;
    };
    let group = &report.groups[g];
    let key = if group.derived { "explain_derived" } else { "explain_slot" };
    let period = group.period.as_ref().map(|period| format!(", {period}")).unwrap_or_default();
    let values = [
        ("group", id('g', g)),
        ("slot", format!("{}{period}", slot_words(&group.slot, report, phrases))),
        ("count", group.claims.len().to_string()),
    ];
    let _ = writeln!(out, "  {}", visible(&phrases.fill(phrases.text(key), &values)));
}

fn quantity<'a>(report: &'a Report, side: &Side) -> Option<&'a Quantity> {
    side.claims.first().map(|i| &report.corpus.statements[*i].claim.quantity)
}

/// How the values of the sides stand to each other, where they are in one unit.
fn write_comparisons(out: &mut String, report: &Report, finding: &Finding, options: &Options) {
    let phrases = options.language.phrases();
    // A part of a computation is not compared with its result.
    if finding.sides.iter().any(|side| side.heading == Heading::Parts) {
        return;
    }
    for (n, first) in finding.sides.iter().enumerate() {
        for second in &finding.sides[n + 1..] {
            let pair = quantity(report, first).zip(quantity(report, second));
            let Some(relation) = pair.and_then(|(a, b)| relation(a, b)) else { continue };
            let key = match relation {
                Relation::Agree => "explain_agree",
                Relation::Compatible => "explain_compatible",
                Relation::Tension => "explain_tension",
                Relation::Contradiction => "explain_contradiction",
            };
            let values =
                [("a", side_label(report, first, options)), ("b", side_label(report, second, options))];
            let _ = writeln!(out, "  - {}", visible(&phrases.fill(phrases.text(key), &values)));
        }
    }
}

/// The smallest change after which nothing is to be flagged: another result, another bound of one side, another value.
fn change(report: &Report, finding: &Finding, options: &Options) -> String {
    let phrases = options.language.phrases();
    let expected = finding.message.expected().map(|quantity| phrases.value(quantity));
    let text = |side: &Side| {
        side.claims.first().map(|i| report.corpus.statements[*i].text.clone()).unwrap_or_default()
    };
    // The result is the side that was computed: the last of a conversion, the first of a sum or share.
    let values = |a: String, b: String| phrases.fill(phrases.text("explain_value"), &[("a", a), ("b", b)]);
    if let Some(expected) = expected {
        let conversion = finding.kind == crate::checks::Kind::Conversion;
        let result = if conversion { finding.sides.last() } else { finding.sides.first() };
        let key = if finding.message.key == "arithmetic.rest" { "explain_rest" } else { "explain_value" };
        let values = [("a", result.map(text).unwrap_or_default()), ("b", expected)];
        return phrases.fill(phrases.text(key), &values);
    }
    if finding.sides.iter().any(|side| side.heading == Heading::Measure) {
        return phrases.text("explain_measure").to_owned();
    }
    let read: Vec<(&Side, &Quantity)> =
        finding.sides.iter().filter_map(|side| Some((side, quantity(report, side)?))).collect();
    if let Some((side, bound)) = other_bound(&read) {
        let noun = side.claims.first().and_then(|i| report.corpus.statements[*i].claim.noun.as_deref());
        return values(text(side), label(&bound, noun, phrases));
    }
    match read.as_slice() {
        [(first, _), .., (last, _)] if finding.kind != crate::checks::Kind::Conversion => {
            values(text(last), side_label(report, first, options))
        }
        _ => phrases.text("explain_measure").to_owned(),
    }
}

/// The first side that another bound at its own value would reconcile with all others.
fn other_bound<'a>(sides: &[(&'a Side, &Quantity)]) -> Option<(&'a Side, Quantity)> {
    const BOUNDS: [Bound; 4] = [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::AtMost];
    // The last is the least reported: it is asked first.
    for (n, (side, quantity)) in sides.iter().enumerate().rev() {
        let Some(value) = quantity.value().filter(|_| quantity.bound != Bound::Range) else { continue };
        for bound in BOUNDS.into_iter().filter(|bound| *bound != quantity.bound) {
            let changed =
                Quantity { bound, strength: None, interval: Interval::of(bound, value), ..**quantity };
            let stands = |other: &Quantity| relation(&changed, other) <= Some(Relation::Compatible);
            let comparable = |other: &Quantity| relation(&changed, other).is_some();
            if sides.iter().enumerate().all(|(m, (_, other))| m == n || comparable(other) && stands(other)) {
                return Some((side, changed));
            }
        }
    }
    None
}
