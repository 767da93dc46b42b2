//! What is read and printed, as files to look at in a review: the claims of three fixtures and a small report.
//!
//! `INSTA_UPDATE=always cargo test --test suite snapshots` writes them anew.

use serde_json::Value;

use super::support::fixtures::{json, report, root};
use super::support::program::run;

/// The claims of an article, a line each: text, kind, bound and value, slot, speaker, modality.
fn claims(article: &str) -> String {
    let report = json(&report(&[root().join("articles").join(article)], "stargate"));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let line = |claim: &Value| {
        let quantity = &claim["quantity"];
        let (low, high) = (text(&quantity["low"]), text(&quantity["high"]));
        let value = if low == high { low } else { format!("{low}..{high}") };
        let quoted = if claim["attribution"]["quoted"] == true { " (quoted)" } else { "" };
        [
            format!("« {} »", text(&claim["text"]).replace('\n', " ")),
            format!(
                "{} {} {value} {}",
                text(&quantity["kind"]),
                text(&quantity["bound"]),
                text(&quantity["unit"])
            ),
            text(&claim["slot"]),
            format!("{}{quoted}", text(&claim["attribution"]["speaker"])),
            text(&claim["modality"]),
        ]
        .join(" | ")
    };
    let lines: Vec<String> = report["claims"].as_array().expect("claims").iter().map(line).collect();
    assert!(!lines.is_empty(), "{article}: nothing to look at");
    lines.join("\n")
}

#[test]
fn claims_of_a_dispatch() {
    insta::assert_snapshot!(claims("agence-lancement.txt"));
}

#[test]
fn claims_of_a_paper_of_quebec() {
    insta::assert_snapshot!(claims("quebec-stargate.txt"));
}

#[test]
fn claims_of_a_swiss_paper() {
    insta::assert_snapshot!(claims("suisse-septante.txt"));
}

/// The text report on three short articles that differ on the horizon and on a statement.
fn text_report(language: &str) -> String {
    let ran = run(&root(), &["--lang", language, "report"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    ran.stdout
}

#[test]
fn a_report_in_english() {
    insta::assert_snapshot!(text_report("en"));
}

#[test]
fn a_report_in_french() {
    insta::assert_snapshot!(text_report("fr"));
}
