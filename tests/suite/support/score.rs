//! Scores of a report against gold: quantity, bound, slot, speaker, quotation, modality, disagreements.
//!
//! A claim and an annotation meet when they overlap, are of one kind and have the same value; everything else is scored on
//! those pairs. A disagreement is found when one finding has a claim on every side of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::fixtures::{Decoded, decode};
use super::gold::{self, Disagreement, Figure, Gold};

/// Kinds of quantity that are scored; dates, ordinals and the rest are not.
const KINDS: [&str; 13] = [
    "money", "percent", "duration", "count", "area", "length", "mass", "volume", "power", "energy", "data",
    "temperature", "speed",
];

/// Measures of the Stargate profile: slots with others are derived from the text and not scored here.
const MEASURES: [&str; 21] = [
    "total_investment", "initial_investment", "additional_investment", "horizon", "jobs", "sites",
    "buildings", "building_area", "power", "partners_funding", "debt", "secured_funding", "commitment",
    "invested", "share", "capex", "valuation", "revenue", "users", "campaign_donation", "gpus",
];

/// Hits and attempts of every metric, and what was missed.
#[derive(Debug, Default)]
pub struct Scores {
    counts: BTreeMap<&'static str, (usize, usize)>,
    pub misses: Vec<String>,
}

/// A claim of the report, in characters; claims on one span are one figure.
struct Claim {
    start: usize,
    end: usize,
    kind: String,
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
    bound: String,
    strength: Option<String>,
    slots: BTreeSet<String>,
    speaker: Option<String>,
    quoted: bool,
    modality: String,
}

impl Scores {
    fn add(&mut self, metric: &'static str, hits: usize, of: usize) {
        let count = self.counts.entry(metric).or_default();
        *count = (count.0 + hits, count.1 + of);
    }

    fn check(&mut self, metric: &'static str, ok: bool, miss: impl FnOnce() -> String) {
        self.add(metric, usize::from(ok), 1);
        if !ok {
            self.misses.push(format!("{metric}: {}", miss()));
        }
    }

    /// Takes in the counts of another folder.
    pub fn merge(&mut self, other: Scores) {
        for (metric, (hits, of)) in other.counts {
            self.add(metric, hits, of);
        }
        self.misses.extend(other.misses);
    }

    /// Hits and attempts.
    pub fn count(&self, metric: &str) -> (usize, usize) {
        self.counts.get(metric).copied().unwrap_or_default()
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of figures are small")]
    /// The share of hits, or the F1 of « X precision » and « X recall » for « X F1 ».
    pub fn value(&self, metric: &str) -> f64 {
        if let Some(name) = metric.strip_suffix(" F1") {
            let (p, r) = (self.value(&format!("{name} precision")), self.value(&format!("{name} recall")));
            return if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        }
        let (hits, of) = self.count(metric);
        if of == 0 { 1.0 } else { hits as f64 / of as f64 }
    }
}

/// Scores the report on a folder of articles with gold beside them.
pub fn folder(report: &Value, folder: &Path) -> Scores {
    let mut scores = Scores::default();
    let golds = gold::load(folder);
    let texts = texts(report, folder);
    for (name, gold) in &golds {
        let claims = claims(report, name, &texts[name]);
        article(&mut scores, gold, &claims);
    }
    if let Some(disagreements) = gold::disagreements(folder) {
        findings(&mut scores, report, &disagreements, &texts);
    }
    scores
}

fn file_name(path: &Value) -> String {
    path.as_str().and_then(|path| path.rsplit('/').next()).unwrap_or_default().to_owned()
}

fn texts(report: &Value, folder: &Path) -> BTreeMap<String, Decoded> {
    let articles = report["articles"].as_array().expect("articles");
    let decoded = articles.iter().map(|article| {
        let name = file_name(&article["path"]);
        let bytes = fs::read(folder.join(&name)).expect("an article");
        (name, decode(&bytes, article["encoding"].as_str().expect("an encoding")))
    });
    decoded.collect()
}

/// « a/x|b/x » is one figure for each; « a+b/x » one for both together, in any order.
fn slots(text: Option<&str>) -> BTreeSet<String> {
    let listed = text.filter(|text| !text.is_empty() && *text != "other").unwrap_or_default();
    let one = |slot: &str| {
        let (subjects, measure) = slot.split_once('/')?;
        let mut subjects: Vec<&str> = subjects.split('+').collect();
        subjects.sort_unstable();
        Some(format!("{}/{measure}", subjects.join("+")))
    };
    listed.split('|').filter_map(one).collect()
}

fn claims(report: &Value, article: &str, text: &Decoded) -> Vec<Claim> {
    let ids: Vec<&Value> = report["articles"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|a| file_name(&a["path"]) == article)
        .map(|a| &a["id"])
        .collect();
    let mut all: Vec<Claim> = Vec::new();
    for claim in
        report["claims"].as_array().into_iter().flatten().filter(|claim| ids.contains(&&claim["article"]))
    {
        let at = |key: &str| text.char_at(claim["span"][key].as_u64().expect("a byte") as usize);
        let string = |value: &Value| value.as_str().map(str::to_owned);
        let number = |value: &Value| value.as_str().map(|text| text.parse::<f64>().expect("a decimal"));
        let quantity = &claim["quantity"];
        let read = Claim {
            start: at("start"),
            end: at("end"),
            kind: string(&quantity["kind"]).unwrap_or_default(),
            low: number(&quantity["low"]),
            high: number(&quantity["high"]),
            unit: string(&quantity["unit"]).unwrap_or_default(),
            bound: string(&quantity["bound"]).unwrap_or_default(),
            strength: string(&quantity["strength"]),
            slots: slots(claim["slot"].as_str()),
            speaker: string(&claim["attribution"]["speaker"]),
            quoted: claim["attribution"]["quoted"] == true,
            modality: string(&claim["modality"]).unwrap_or_default(),
        };
        match all.iter_mut().find(|c| (c.start, c.end, &c.kind) == (read.start, read.end, &read.kind)) {
            Some(same) => same.slots.extend(read.slots),
            None => all.push(read),
        }
    }
    all
}

fn is_scored(kind: &str, bound: &str) -> bool {
    KINDS.contains(&kind) && bound != "vague"
}

fn article(scores: &mut Scores, gold: &Gold, claims: &[Claim]) {
    let (figures, spare): (Vec<&Figure>, Vec<&Figure>) =
        gold.figures.iter().partition(|figure| is_scored(&figure.kind, &figure.bound));
    let mut used = BTreeSet::new();
    let mut pairs = Vec::new();
    for figure in &figures {
        let meets = |(i, claim): &(usize, &Claim)| {
            !used.contains(i)
                && claim.kind == figure.kind
                && claim.end.min(figure.core.1) > claim.start.max(figure.core.0)
                && same_value(claim, figure)
        };
        let met = claims.iter().enumerate().find(meets);
        scores.check("quantity recall", met.is_some(), || format!("{}: {}", gold.article, figure.text));
        if let Some((i, claim)) = met {
            used.insert(i);
            pairs.push((figure, claim));
        }
    }
    scores.add("quantity precision", pairs.len(), pairs.len());
    for (_, claim) in claims
        .iter()
        .enumerate()
        .filter(|(i, claim)| !used.contains(i) && is_scored(&claim.kind, &claim.bound))
    {
        if !spare.iter().any(|figure| claim.end.min(figure.end) > claim.start.max(figure.start)) {
            let place =
                if (gold.body.0..gold.body.1).contains(&claim.start) { "body" } else { "boilerplate" };
            scores.check("quantity precision", false, || {
                format!(
                    "{}: {place} {}..{} {} {:?}",
                    gold.article,
                    claim.start,
                    claim.end,
                    claim.kind,
                    claim.low.or(claim.high)
                )
            });
        }
    }
    for (figure, claim) in pairs {
        pair(scores, &gold.article, figure, claim);
    }
}

fn pair(scores: &mut Scores, article: &str, figure: &Figure, claim: &Claim) {
    let said = |want: &str, got: &str| format!("{article}: {} want {want} got {got}", figure.text);
    let bound = figure.bound == claim.bound && figure.strength == claim.strength;
    scores.check("bound", bound, || said(&figure.bound, &claim.bound));
    let want = slots(figure.slot.as_deref());
    let core: BTreeSet<&String> = claim
        .slots
        .iter()
        .filter(|slot| slot.rsplit('/').next().is_some_and(|m| MEASURES.contains(&m)))
        .collect();
    let both = want.iter().filter(|slot| claim.slots.contains(*slot)).count();
    scores.add("slot recall", both, want.len());
    scores.add("slot precision", core.iter().filter(|slot| want.contains(**slot)).count(), core.len());
    if both < want.len() || core.iter().any(|slot| !want.contains(*slot)) {
        scores.misses.push(format!("slot: {}", said(&format!("{want:?}"), &format!("{:?}", claim.slots))));
    }
    let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "nobody".into());
    scores.check("speaker", same_name(figure.speaker.as_deref(), claim.speaker.as_deref()), || {
        said(&name(&figure.speaker), &name(&claim.speaker))
    });
    scores.check("quoted", figure.quoted == claim.quoted, || {
        said(&figure.quoted.to_string(), &claim.quoted.to_string())
    });
    scores.check("modality", figure.modality == claim.modality, || said(&figure.modality, &claim.modality));
}

/// The same value, whatever bound was understood; the bound is scored apart.
fn same_value(claim: &Claim, figure: &Figure) -> bool {
    let ends = |low: Option<f64>, high: Option<f64>| Some((low.or(high)?, high.or(low)?));
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0);
    let value = ends(claim.low, claim.high)
        .zip(ends(figure.low, figure.high))
        .is_some_and(|(a, b)| close(a.0, b.0) && close(a.1, b.1));
    let unit = figure.unit.as_deref().unwrap_or_default().to_lowercase() == claim.unit.to_lowercase();
    value && (unit || matches!(figure.kind.as_str(), "count" | "percent"))
}

/// « Musk » and « Elon Musk » are one speaker; nobody is only nobody.
fn same_name(a: Option<&str>, b: Option<&str>) -> bool {
    match (a.map(str::to_lowercase), b.map(str::to_lowercase)) {
        (Some(a), Some(b)) => a.contains(&b) || b.contains(&a),
        (a, b) => a == b,
    }
}

/// A claim's article and characters.
type Where = (String, usize, usize);

fn findings(
    scores: &mut Scores,
    report: &Value,
    gold: &gold::Disagreements,
    texts: &BTreeMap<String, Decoded>,
) {
    let names: BTreeMap<&str, String> = report["articles"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|a| (a["id"].as_str().unwrap_or_default(), file_name(&a["path"])))
        .collect();
    let mut places: BTreeMap<&str, Where> = BTreeMap::new();
    for claim in report["claims"].as_array().into_iter().flatten() {
        let name = &names[claim["article"].as_str().unwrap_or_default()];
        let at = |key: &str| texts[name].char_at(claim["span"][key].as_u64().expect("a byte") as usize);
        places.insert(claim["id"].as_str().unwrap_or_default(), (name.clone(), at("start"), at("end")));
    }
    let found: Vec<&Value> = report["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|finding| finding["severity"] != "info")
        .collect();
    for disagreement in &gold.must_flag {
        let hits: Vec<&&Value> =
            found.iter().filter(|finding| holds(finding, disagreement, &places)).collect();
        let why = || format!("{} ({})", disagreement.id, disagreement.why);
        scores.check("disagreement recall", !hits.is_empty(), why);
        if !hits.is_empty() {
            let kind = hits
                .iter()
                .any(|finding| disagreement.kinds.iter().any(|kind| finding["kind"] == kind.as_str()));
            scores.check("finding kind", kind, why);
        }
    }
    for finding in found {
        let wanted = gold
            .must_flag
            .iter()
            .chain(&gold.may_flag)
            .any(|disagreement| holds(finding, disagreement, &places));
        scores.check("disagreement precision", wanted, || {
            format!("{} {}", finding["kind"], finding["message"])
        });
    }
}

/// Whether a finding has a claim on every side of a disagreement.
fn holds(finding: &Value, disagreement: &Disagreement, places: &BTreeMap<&str, Where>) -> bool {
    let positions = finding["positions"].as_array().into_iter().flatten();
    let claims: Vec<&Where> = positions
        .flat_map(|position| position["claims"].as_array().into_iter().flatten())
        .filter_map(|id| places.get(id.as_str()?))
        .collect();
    disagreement.sides.iter().all(|side| {
        side.iter().any(|place| {
            claims
                .iter()
                .any(|claim| claim.0 == place.article && claim.1 < place.end && place.start < claim.2)
        })
    })
}
