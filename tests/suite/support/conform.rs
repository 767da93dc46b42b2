//! What the contract of the JSON report asks, checked over a report: every fault as a line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

const KINDS: [&str; 16] = [
    "money", "percent", "duration", "count", "area", "length", "mass", "volume", "power", "energy", "data",
    "temperature", "speed", "date", "ordinal", "other",
];
const BOUNDS: [&str; 8] =
    ["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"];
const STRENGTHS: [&str; 3] = ["well_under", "well_over", "only"];
const MODALITIES: [&str; 5] = ["asserted", "planned", "conditional", "negated", "hypothetical"];
const QUALIFIERS: [&str; 8] =
    ["initial", "first_phase", "later_phase", "total", "additional", "remaining", "eventual", "average"];
const STATUSES: [&str; 5] = ["single", "agree", "compatible", "tension", "contradiction"];
const FINDINGS: [&str; 13] = [
    "contradiction", "dispute", "misquote", "measure_drift", "lost_bound", "opposed_bounds", "internal",
    "arithmetic", "conversion", "scale_slip", "date", "stale", "update",
];
/// From the most serious on.
pub const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// Everything in which a report departs from the contract.
pub fn faults(report: &Value) -> Vec<String> {
    let mut checker = Checker { report, faults: Vec::new() };
    checker.head();
    checker.numbers("", report);
    checker.articles();
    checker.claims();
    checker.order();
    checker.groups();
    checker.findings();
    checker.summary();
    checker.faults
}

struct Checker<'a> {
    report: &'a Value,
    faults: Vec<String>,
}

/// The type of a value, as one letter: `s`tring, `n`umber, `b`ool, `a`rray, `o`bject, `0` for null.
fn letter(value: &Value) -> char {
    match value {
        Value::String(_) => 's',
        Value::Number(_) => 'n',
        Value::Bool(_) => 'b',
        Value::Array(_) => 'a',
        Value::Object(_) => 'o',
        Value::Null => '0',
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn strings(value: &Value) -> Vec<&str> {
    list(value).iter().map(text).collect()
}

fn is_hex(value: &Value, length: usize) -> bool {
    let text = text(value);
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// `2025`, `2025-01`, `2025-01-22`
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&parts.len()) && digits(&parts[0], 4) && parts[1..].iter().all(|part| digits(part, 2))
}

/// A decimal as text: no exponent, no sign of infinity.
fn decimal(value: &Value) -> Option<rust_decimal::Decimal> {
    value.as_str()?.parse().ok()
}

/// The number in an id of a letter: `c7` is 7.
fn numbered(id: &str, letter: char) -> Option<usize> {
    id.strip_prefix(letter)?.parse().ok()
}

impl<'a> Checker<'a> {
    fn check(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    /// The keys of an object with the letters of the types that each may have.
    fn keys(&mut self, value: &Value, of: &str, keys: &[(&str, &str)]) {
        for (key, types) in keys {
            let found = value.get(key).map(letter);
            self.check(found.is_some_and(|found| types.contains(found)), || {
                format!("{of}.{key}: {found:?} where one of {types} is asked")
            });
        }
    }

    fn one_of(&mut self, value: &Value, known: &[&str], of: &str) {
        self.check(known.contains(&text(value)), || format!("{of}: {value} is none of {known:?}"));
    }

    /// The objects of a list, numbered from 1 under a letter, and each with its keys.
    fn listed(&mut self, key: &str, letter: char, keys: &[(&str, &str)]) -> &'a [Value] {
        let all = list(&self.report[key]);
        for (i, value) in all.iter().enumerate() {
            let id = format!("{letter}{}", i + 1);
            self.check(value["id"] == *id, || format!("{key}[{i}]: id {}", value["id"]));
            self.keys(value, &id, keys);
        }
        all
    }

    /// Ids that must exist, each once.
    fn refer(&mut self, ids: &[&str], letter: char, of: &str) {
        let key = match letter {
            'a' => "articles",
            'c' => "claims",
            _ => "groups",
        };
        let count = list(&self.report[key]).len();
        for id in ids {
            let known = numbered(id, letter).is_some_and(|n| (1..=count).contains(&n));
            self.check(known, || format!("{of}: no {key} {id}"));
        }
        let distinct: BTreeSet<&&str> = ids.iter().collect();
        self.check(distinct.len() == ids.len(), || format!("{of}: twice in {ids:?}"));
    }

    fn claim(&self, id: &str) -> &'a Value {
        static NONE: Value = Value::Null;
        numbered(id, 'c').and_then(|n| self.report["claims"].get(n.wrapping_sub(1))).unwrap_or(&NONE)
    }

    fn head(&mut self) {
        let report = self.report;
        let lists =
            [("articles", "a"), ("claims", "a"), ("groups", "a"), ("findings", "a"), ("summary", "o")];
        self.keys(report, "report", &lists);
        self.check(report["schema_version"] == 1, || "schema_version is not 1".into());
        self.keys(report, "report", &[("tool", "o"), ("run", "o")]);
        let tool = [("name", "s"), ("version", "s"), ("lexicon", "s"), ("topic", "s")];
        self.keys(&report["tool"], "tool", &tool);
        self.check(report["tool"]["name"] == "stargate-check", || "tool.name".into());
        let run = &report["run"];
        self.keys(run, "run", &[("complete", "b"), ("inputs", "n"), ("unread", "a")]);
        let unread = list(&run["unread"]);
        self.check(run["complete"] == unread.is_empty(), || "run.complete against run.unread".into());
        let inputs = list(&report["articles"]).len() + unread.len();
        self.check(run["inputs"] == inputs, || format!("run.inputs: {} of {inputs}", run["inputs"]));
        for unread in unread {
            self.keys(unread, "run.unread", &[("path", "s"), ("error", "s")]);
            let named = text(&unread["error"]).contains(text(&unread["path"]));
            self.check(named, || format!("run.unread: {unread} names no path"));
        }
    }

    /// No number of the report is a fraction: amounts are decimals as text.
    fn numbers(&mut self, of: &str, value: &Value) {
        match value {
            Value::Number(n) => self.check(n.is_u64(), || format!("{of}: {n} is no count")),
            Value::Array(all) => all.iter().for_each(|value| self.numbers(of, value)),
            Value::Object(all) => all.iter().for_each(|(key, value)| self.numbers(key, value)),
            _ => {}
        }
    }

    fn articles(&mut self) {
        const KEYS: [(&str, &str); 11] = [
            ("path", "s"),
            ("format", "s"),
            ("encoding", "s"),
            ("title", "s0"),
            ("publisher", "s0"),
            ("published", "s0"),
            ("url", "s0"),
            ("language", "s"),
            ("body", "a"),
            ("origin", "o"),
            ("figures", "o"),
        ];
        let all = self.listed("articles", 'a', &KEYS);
        for article in all {
            let id = text(&article["id"]);
            self.check(is_hex(&article["sha256"], 64), || format!("{id}: sha256"));
            self.one_of(&article["format"], &["text", "markdown", "jsonl"], id);
            let published = article["published"].as_str().is_none_or(is_date);
            self.check(published, || format!("{id}: published {}", article["published"]));
            self.check((2..=3).contains(&text(&article["language"]).len()), || format!("{id}: language"));
            let body: Vec<u64> = list(&article["body"])
                .iter()
                .flat_map(|p| [number(&p["start"]), number(&p["end"])])
                .collect();
            self.check(body.is_sorted() && body.chunks(2).all(|p| p[0] < p[1]), || format!("{id}: body"));
            let copies = strings(&article["origin"]["copies"]);
            self.refer(&copies, 'a', id);
            let cluster: Vec<&str> = all
                .iter()
                .filter(|other| other["origin"]["cluster"] == article["origin"]["cluster"])
                .map(|other| text(&other["id"]))
                .collect();
            // The first article of a cluster lists the others.
            let others = if cluster[0] == id { &cluster[1..] } else { &[] };
            self.check(copies == others, || format!("{id}: copies {copies:?} in cluster {cluster:?}"));
            self.figures(article);
        }
    }

    fn figures(&mut self, article: &Value) {
        let (id, figures) = (text(&article["id"]), &article["figures"]);
        let parts = ["claims", "skipped", "not_understood"];
        let sum: u64 = parts.iter().map(|part| number(&figures[part])).sum();
        self.keys(figures, id, &[("total", "n"), ("claims", "n"), ("skipped", "n"), ("not_understood", "n")]);
        self.check(figures["total"] == sum, || format!("{id}: figures {figures}"));
        // A figure of several subjects makes a claim for each: they share their span.
        let spans: BTreeSet<u64> = list(&self.report["claims"])
            .iter()
            .filter(|claim| claim["article"] == id)
            .map(|claim| number(&claim["span"]["start"]))
            .collect();
        self.check(figures["claims"] == spans.len(), || {
            format!("{id}: {} claims in {} places", figures["claims"], spans.len())
        });
    }

    fn claims(&mut self) {
        const KEYS: [(&str, &str); 12] = [
            ("text", "s"),
            ("selector", "o"),
            ("quantity", "o"),
            ("slot", "s0"),
            ("subjects", "a"),
            ("joint", "b"),
            ("measure", "s0"),
            ("derived", "b"),
            ("scope", "o"),
            ("attribution", "o"),
            ("modality", "s"),
            ("fingerprint", "s"),
        ];
        let sizes = self.sizes();
        for claim in self.listed("claims", 'c', &KEYS) {
            let id = text(&claim["id"]);
            self.refer(&[text(&claim["article"])], 'a', id);
            self.place(claim, &sizes);
            self.quantity(claim);
            self.slot(claim);
            self.one_of(&claim["modality"], &MODALITIES, id);
            self.check(is_hex(&claim["fingerprint"], 16), || format!("{id}: fingerprint"));
            let scope = &claim["scope"];
            self.keys(
                scope,
                id,
                &[("period", "s0"), ("as_of", "s0"), ("by", "s0"), ("place", "s0"), ("qualifiers", "a")],
            );
            for date in ["as_of", "by"] {
                self.check(scope[date].as_str().is_none_or(is_date), || format!("{id}: {date}"));
            }
            for qualifier in list(&scope["qualifiers"]) {
                self.one_of(qualifier, &QUALIFIERS, id);
            }
            let attribution = &claim["attribution"];
            self.keys(attribution, id, &[("speaker", "s0"), ("via", "s0"), ("quoted", "b")]);
        }
    }

    /// The bytes of the articles' files; records of one file are places of their own.
    fn sizes(&self) -> BTreeMap<&'a str, u64> {
        let articles = list(&self.report["articles"]).iter();
        let sized = articles.filter(|article| article.get("record").is_none()).filter_map(|article| {
            Some((text(&article["id"]), fs::metadata(text(&article["path"])).ok()?.len()))
        });
        sized.collect()
    }

    fn place(&mut self, claim: &Value, sizes: &BTreeMap<&str, u64>) {
        let (id, span) = (text(&claim["id"]), &claim["span"]);
        let keys = ["start", "end", "line", "column", "end_line", "end_column"];
        self.keys(span, id, &keys.map(|key| (key, "n")));
        let (start, end) = (number(&span["start"]), number(&span["end"]));
        let inside = sizes.get(text(&claim["article"])).is_none_or(|size| end <= *size);
        self.check(start < end && inside, || format!("{id}: bytes {start}..{end}"));
        let article = numbered(text(&claim["article"]), 'a').unwrap_or_default().wrapping_sub(1);
        let body = list(&self.report["articles"][article]["body"]);
        let read = body.iter().any(|part| number(&part["start"]) <= start && end <= number(&part["end"]));
        self.check(read, || format!("{id}: {start}..{end} outside the body"));
        let from = (number(&span["line"]), number(&span["column"]));
        let to = (number(&span["end_line"]), number(&span["end_column"]));
        self.check(from < to && from.0 > 0 && from.1 > 0, || format!("{id}: from {from:?} to {to:?}"));
        let selector = &claim["selector"];
        self.keys(selector, id, &[("exact", "s"), ("prefix", "s"), ("suffix", "s")]);
        self.check(selector["exact"] == claim["text"], || format!("{id}: selector"));
        let lines = [&selector["prefix"], &selector["suffix"]].map(text).concat();
        self.check(!lines.contains('\n'), || format!("{id}: context of several lines"));
    }

    fn quantity(&mut self, claim: &Value) {
        let (id, quantity) = (text(&claim["id"]), &claim["quantity"]);
        let ends = [("low", "s0"), ("low_inclusive", "b"), ("high", "s0"), ("high_inclusive", "b")];
        self.keys(quantity, id, &ends);
        self.keys(quantity, id, &[("kind", "s"), ("unit", "s0"), ("bound", "s"), ("strength", "s0")]);
        self.one_of(&quantity["kind"], &KINDS, id);
        self.one_of(&quantity["bound"], &BOUNDS, id);
        if !quantity["strength"].is_null() {
            self.one_of(&quantity["strength"], &STRENGTHS, id);
        }
        for end in ["low", "high"] {
            let sound = quantity[end].is_null() || decimal(&quantity[end]).is_some();
            self.check(sound, || format!("{id}: {end} {}", quantity[end]));
        }
        if quantity["kind"] == "money" {
            let code = text(&quantity["unit"]);
            let sound = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
            self.check(sound, || format!("{id}: currency {code}"));
        }
        // Which ends a bound has, and whether they belong to it.
        let (low, high) = (decimal(&quantity["low"]), decimal(&quantity["high"]));
        let closed = (quantity["low_inclusive"] == true, quantity["high_inclusive"] == true);
        let sound = match text(&quantity["bound"]) {
            "exact" | "approx" => low == high && (low.is_some() == closed.0) && (closed.0 == closed.1),
            "range" => low <= high && low.is_some() && closed == (true, true),
            "at_least" => low.is_some() && high.is_none() && closed == (true, false),
            "more_than" => low.is_some() && high.is_none() && closed == (false, false),
            "at_most" => low.is_none() && high.is_some() && closed == (false, true),
            "less_than" => low.is_none() && high.is_some() && closed == (false, false),
            "vague" => low.is_none() && high.is_none() && closed == (false, false),
            _ => false,
        };
        self.check(sound, || format!("{id}: « {} » as {quantity}", text(&claim["text"])));
    }

    fn slot(&mut self, claim: &Value) {
        let id = text(&claim["id"]);
        let subjects = strings(&claim["subjects"]);
        let (slot, measure) = (claim["slot"].as_str(), claim["measure"].as_str());
        let want = measure.map(|measure| format!("{}/{measure}", subjects.join("+")));
        self.check(slot == want.as_deref(), || format!("{id}: slot {slot:?}, not {want:?}"));
        self.check(slot.is_some() != subjects.is_empty(), || format!("{id}: {slot:?} of {subjects:?}"));
        let joint = claim["joint"] == true;
        self.check(joint == (subjects.len() > 1), || format!("{id}: joint of {subjects:?}"));
        self.check(subjects.is_sorted(), || format!("{id}: {subjects:?} in no order"));
    }

    /// Articles by path, claims by article and position.
    fn order(&mut self) {
        let key = |article: &Value| (text(&article["path"]).to_owned(), article["record"].to_string());
        let articles = list(&self.report["articles"]).is_sorted_by_key(key);
        self.check(articles, || "articles are not by path".into());
        let key = |claim: &Value| (numbered(text(&claim["article"]), 'a'), number(&claim["span"]["start"]));
        let claims = list(&self.report["claims"]).is_sorted_by_key(key);
        self.check(claims, || "claims are not by position".into());
        let key = |f: &Value| SEVERITIES.iter().position(|known| f["severity"] == *known);
        let findings = list(&self.report["findings"]).is_sorted_by_key(key);
        self.check(findings, || "findings are not by severity".into());
    }

    fn groups(&mut self) {
        let keys = [("slot", "s"), ("claims", "a"), ("voices", "n"), ("outlets", "n"), ("origins", "n")];
        let mut grouped: Vec<&str> = Vec::new();
        for group in self.listed("groups", 'g', &keys) {
            let id = text(&group["id"]);
            self.one_of(&group["status"], &STATUSES, id);
            let claims = strings(&group["claims"]);
            self.refer(&claims, 'c', id);
            // A claim that no measure explains joins those that tell of the same; one at least has the slot of the group.
            let slots: BTreeSet<&str> = claims.iter().map(|claim| text(&self.claim(claim)["slot"])).collect();
            let sound = slots.contains(text(&group["slot"]));
            self.check(sound, || format!("{id}: no claim has its slot"));
            for count in ["voices", "outlets", "origins"] {
                let sound = (1..=claims.len() as u64).contains(&number(&group[count]));
                self.check(sound, || format!("{id}: {} {count} of {} claims", group[count], claims.len()));
            }
            grouped.extend(claims);
        }
        let slotted = list(&self.report["claims"]).iter().filter(|claim| !claim["slot"].is_null());
        let slotted: BTreeSet<&str> = slotted.map(|claim| text(&claim["id"])).collect();
        let once = grouped.len() == slotted.len() && grouped.iter().all(|id| slotted.contains(id));
        self.check(once, || "a claim with a slot is in no group, or in two".into());
    }

    fn findings(&mut self) {
        const KEYS: [(&str, &str); 8] = [
            ("slot", "s"),
            ("group", "s0"),
            ("message", "s"),
            ("help", "s"),
            ("positions", "a"),
            ("primary", "s"),
            ("fingerprint", "s"),
            ("trace", "a"),
        ];
        for finding in self.listed("findings", 'f', &KEYS) {
            let id = text(&finding["id"]);
            self.one_of(&finding["kind"], &FINDINGS, id);
            self.one_of(&finding["severity"], &SEVERITIES, id);
            self.check(is_hex(&finding["fingerprint"], 16), || format!("{id}: fingerprint"));
            let mut words = strings(&finding["trace"]);
            words.extend([text(&finding["message"]), text(&finding["help"])]);
            let said = words.iter().all(|words| !words.is_empty() && !words.contains(['{', '}']));
            self.check(said && words.len() > 2, || format!("{id}: {words:?}"));
            let positions = list(&finding["positions"]);
            self.check(positions.len() > 1, || format!("{id}: {} positions", positions.len()));
            let mut claims = Vec::new();
            for position in positions {
                let own = strings(&position["claims"]);
                let sound = !text(&position["label"]).is_empty() && !own.is_empty();
                self.check(sound, || format!("{id}: an empty position"));
                claims.extend(own);
            }
            self.refer(&claims, 'c', id);
            self.check(claims.contains(&text(&finding["primary"])), || format!("{id}: primary"));
            if let Some(group) = finding["group"].as_str() {
                self.refer(&[group], 'g', id);
                let own = numbered(group, 'g').unwrap_or_default().wrapping_sub(1);
                let group = strings(&self.report["groups"][own]["claims"]);
                let inside = claims.iter().all(|claim| group.contains(claim));
                self.check(inside, || format!("{id}: claims of another group"));
            }
        }
    }

    fn summary(&mut self) {
        let (report, summary) = (self.report, &self.report["summary"]);
        for key in ["articles", "claims", "groups"] {
            let count = list(&report[key]).len();
            self.check(summary[key] == count, || format!("summary.{key}: {} of {count}", summary[key]));
        }
        for severity in SEVERITIES {
            let count = list(&report["findings"]).iter().filter(|f| f["severity"] == severity).count();
            self.check(summary[severity] == count, || format!("summary.{severity}: {}", summary[severity]));
        }
        let figures: u64 =
            list(&report["articles"]).iter().map(|article| number(&article["figures"]["total"])).sum();
        self.check(summary["figures"] == figures, || format!("summary.figures: {}", summary["figures"]));
    }
}
