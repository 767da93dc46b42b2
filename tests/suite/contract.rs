//! The JSON report against its contract: keys, types, enums, references, places, order and counts, over all fixtures.
//!
//! The checker is itself checked: each of a list of falsified reports must be found at fault.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::support::conform;
use super::support::fixtures::{json, report, root};
use super::support::program::folder;

/// Every folder of fixtures that is read as one corpus, with its topic.
const FOLDERS: [(&str, &str); 8] = [
    ("articles", "stargate"),
    ("articles", "none"),
    ("stories/tuned/later", "stargate"),
    ("stories/tuned/other", "none"),
    ("stories/tuned/sites", "stargate"),
    ("stories/unseen/launch", "stargate"),
    ("stories/tuned/maternity", "none"),
    ("stories/unseen/other", "none"),
];

fn assert_conforms(report: &Value, of: &str) {
    let faults = conform::faults(report);
    assert!(faults.is_empty(), "{of}: {} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn reports_on_the_fixtures_keep_the_contract() {
    for (name, topic) in FOLDERS {
        let report = json(&report(&[root().join(name)], topic));
        assert_ne!(report["claims"], json!([]), "{name}: nothing to check");
        assert_conforms(&report, name);
    }
    assert_conforms(&json(&report(&[root()], "stargate")), "all at once");
}

#[test]
fn findings_of_the_fixtures_are_told_apart() {
    let report = json(&report(&[root().join("articles")], "stargate"));
    let mut fingerprints: Vec<Option<&str>> =
        report["findings"].as_array().expect("findings").iter().map(|f| f["fingerprint"].as_str()).collect();
    let count = fingerprints.len();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert!(count > 5, "{count} findings");
    assert_eq!(fingerprints.len(), count, "two findings with one fingerprint");
}

#[test]
fn an_empty_and_an_incomplete_run_keep_the_contract() {
    let record = json!({"id": 7, "text": "Stargate vaut 500 milliards de dollars.", "date": "2025-01-22"});
    let record = format!("{record}\nrien\n");
    let folder = folder(&[
        ("vide.txt", b"".as_slice()),
        (
            "note.md",
            b"---\ndate: 2025-01\nurl: http://exemple.fr\n---\nStargate vaut **500** milliards d'euros.",
        ),
        ("depeches.jsonl", record.as_bytes()),
        ("zero.txt", b"a\0b"),
        ("image.png", b""),
    ]);
    let paths = [folder.path().to_owned(), folder.path().join("absent.txt")];
    let report = json(&report(&paths, "stargate"));
    assert_eq!(report["run"]["complete"], false);
    assert_eq!(report["run"]["unread"].as_array().map(Vec::len), Some(3));
    assert_conforms(&report, "incomplete");
    let none: [PathBuf; 0] = [];
    assert_conforms(&json(&super::support::fixtures::report(&none, "stargate")), "empty");
}

/// A value by its JSON pointer, to falsify.
fn at<'a>(report: &'a mut Value, pointer: &str) -> &'a mut Value {
    report.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"))
}

#[test]
fn a_falsified_report_is_found_at_fault() {
    let sound = json(&report(&[root().join("articles")], "stargate"));
    assert_conforms(&sound, "articles");
    let falsified: [(&str, Value); 26] = [
        ("/schema_version", json!(2)),
        ("/run/complete", json!(false)),
        ("/run/inputs", json!(3)),
        ("/articles/0/path", json!("zzz.txt")),
        ("/articles/0/sha256", json!("0")),
        ("/articles/0/published", json!("22 janvier")),
        ("/articles/0/origin/copies", json!(["a99"])),
        ("/articles/0/figures/total", json!(0)),
        ("/claims/0/id", json!("c2")),
        ("/claims/0/article", json!("a99")),
        ("/claims/0/span/end", json!(99_999_999)),
        ("/claims/3/span/start", json!(0)),
        ("/claims/0/text", json!("autre chose")),
        ("/claims/0/quantity/kind", json!("number")),
        ("/claims/0/quantity/bound", json!("about")),
        ("/claims/0/quantity/low", json!(5.5)),
        ("/claims/0/quantity/low_inclusive", Value::Null),
        ("/claims/0/modality", json!("certain")),
        ("/claims/0/subjects", json!([])),
        ("/groups/0/claims", json!(["c1", "c1"])),
        ("/groups/0/status", json!("fine")),
        ("/findings/0/kind", json!("lie")),
        ("/findings/0/positions/0/claims", json!(["c9999"])),
        ("/findings/0/primary", json!("c9999")),
        ("/findings/0/severity", json!("info")),
        ("/summary/claims", json!(1)),
    ];
    for (pointer, value) in falsified {
        let mut report = sound.clone();
        *at(&mut report, pointer) = value;
        assert_ne!(conform::faults(&report), Vec::<String>::new(), "{pointer}");
    }
}

#[test]
fn a_report_without_a_required_key_is_found_at_fault() {
    let sound = json(&report(&[root().join("articles")], "stargate"));
    for pointer in ["", "/run", "/tool", "/summary", "/articles/0", "/claims/0", "/claims/0/span"] {
        let keys: Vec<String> =
            sound.pointer(pointer).and_then(Value::as_object).expect("an object").keys().cloned().collect();
        for key in keys {
            let mut report = sound.clone();
            at(&mut report, pointer).as_object_mut().expect("an object").remove(&key);
            // Beyond the contract: what was skipped, and the place of a record in its file.
            if key != "skipped" {
                assert_ne!(conform::faults(&report), Vec::<String>::new(), "{pointer}/{key}");
            }
        }
    }
}

#[test]
fn digests_are_those_of_the_files() {
    use sha2::{Digest, Sha256};
    let report = json(&report(&[root().join("articles")], "none"));
    for article in report["articles"].as_array().expect("articles") {
        let bytes = fs::read(Path::new(article["path"].as_str().expect("a path"))).expect("an article");
        let text = article["sha256"].as_str().expect("a digest");
        let digits: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal"))
            .collect();
        assert_eq!(digits, Sha256::digest(&bytes).to_vec(), "{}", article["path"]);
    }
}

/// The most serious first; within a severity those of a kind stand together, by slot.
#[test]
fn findings_are_by_severity_then_kind_then_slot() {
    for (name, topic) in FOLDERS {
        let report = json(&report(&[root().join(name)], topic));
        let findings = report["findings"].as_array().expect("findings");
        let mut kinds: Vec<&Value> = findings.iter().map(|finding| &finding["kind"]).collect();
        kinds.dedup();
        let key = |finding: &Value| {
            let severity = conform::SEVERITIES.iter().position(|known| finding["severity"] == *known);
            let kind = kinds.iter().position(|kind| **kind == finding["kind"]);
            (severity, kind, finding["slot"].as_str().map(str::to_owned))
        };
        assert!(findings.is_sorted_by_key(key), "{name}");
    }
}
