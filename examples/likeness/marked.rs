//! Pairs of claims with what people marked them as.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use stargate_check::lexicon::Lexicon;
use stargate_check::reconcile::{Corpus, Statement, samples};
use stargate_check::topic::{EMBEDDED, Topic};
use stargate_check::{document, pipeline};

/// Two claims that differ.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The set of articles, by number.
    pub set: usize,
    /// Each claim, and the article of the other.
    pub sides: [(usize, usize); 2],
    /// What is known of them, by name.
    pub features: Vec<(&'static str, f32)>,
    /// Whether people marked them as a disagreement.
    pub disagrees: bool,
    /// Which ones.
    pub disagreements: Vec<String>,
}

/// A part of an article, in characters.
struct Mark {
    article: String,
    start: usize,
    end: usize,
}

/// A disagreement that a person marked.
struct Disagreement {
    id: String,
    /// That a program need not find it.
    debatable: bool,
    /// That it is no question of two figures of one thing, but of what they make together.
    computed: bool,
    sides: Vec<Vec<Mark>>,
}

/// The rows of all fixtures that rules may be tuned on.
pub(crate) fn rows(fixtures: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut set = 0;
    for folder in entries(&fixtures.join("stories/tuned"))?.into_iter().chain([fixtures.join("articles")]) {
        let gold: Value = serde_json::from_str(&read(&folder.join("disagreements.json"))?)?;
        let texts = entries(&folder)?.into_iter().filter(|path| path.extension().is_none_or(|e| e != "json"));
        let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let texts = texts.map(|path| Ok((name(&path).context("a name")?, fs::read(path)?)));
        let texts = texts.collect::<Result<BTreeMap<String, Vec<u8>>>>()?;
        let marked = disagreements(&gold, &|mark| Some(of_span(mark)));
        add(&mut rows, set, &folder, &texts, &marked)?;
        set += 1;
    }
    let scratch = tempfile::tempdir()?;
    for file in entries(&fixtures.join("pairs"))? {
        for line in read(&file)?.lines() {
            let pair: Value = serde_json::from_str(line)?;
            let texts = pair["texts"].as_object().context("texts")?;
            let records: Vec<String> = texts.iter().map(|(id, text)| record(id, text)).collect();
            let path = scratch.path().join("pair.jsonl");
            fs::write(&path, records.join("\n"))?;
            let marked = disagreements(&pair, &|mark| of_text(mark, texts));
            let texts = texts.iter().map(|(id, text)| (id.clone(), string(&text["text"]).into_bytes()));
            add(&mut rows, set, &path, &texts.collect(), &marked)?;
            set += 1;
        }
    }
    Ok(rows)
}

/// A text of a pair as a record that the program reads.
fn record(id: &str, text: &Value) -> String {
    let (text, date, publisher) = (&text["text"], &text["date"], &text["outlet"]);
    serde_json::json!({ "id": id, "text": text, "date": date, "publisher": publisher }).to_string()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// What stands in a folder, by name.
fn entries(path: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

/// The disagreements of a gold file.
fn disagreements(gold: &Value, mark: &dyn Fn(&Value) -> Option<Mark>) -> Vec<Disagreement> {
    let lists = [("must_flag", false), ("flag", false), ("may_flag", true), ("may", true)];
    let listed = lists.into_iter().flat_map(|(name, debatable)| {
        gold[name].as_array().into_iter().flatten().map(move |entry| (entry, debatable))
    });
    let disagreement = |(n, (entry, debatable)): (usize, (&Value, bool))| Disagreement {
        id: format!("{n} {}", entry["why"]),
        debatable,
        computed: matches!(entry["kinds"][0].as_str(), Some("arithmetic" | "conversion")),
        sides: entry["sides"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|side| side.as_array().into_iter().flatten().filter_map(mark).collect())
            .collect(),
    };
    listed.enumerate().map(disagreement).collect()
}

/// A mark that says where it begins and ends.
fn of_span(mark: &Value) -> Mark {
    let number = |key: &str| mark[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    Mark { article: string(&mark["article"]), start: number("start"), end: number("end") }
}

/// A mark that quotes a text, and says which of the places it means.
fn of_text(mark: &Value, texts: &serde_json::Map<String, Value>) -> Option<Mark> {
    let (article, quoted) = (string(&mark["in"]), mark["text"].as_str()?);
    let text = texts[&article]["text"].as_str()?;
    let nth = mark["nth"].as_u64().unwrap_or(1).max(1) - 1;
    let (at, _) = text.match_indices(quoted).nth(usize::try_from(nth).ok()?)?;
    let start = text[..at].chars().count();
    Some(Mark { article, start, end: start + quoted.chars().count() })
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Adds the pairs of a set of articles; `texts` are theirs, by the name that marks have.
fn add(
    rows: &mut Vec<Row>,
    set: usize,
    path: &Path,
    texts: &BTreeMap<String, Vec<u8>>,
    marked: &[Disagreement],
) -> Result<()> {
    let mut lexicon = Lexicon::french();
    let topic = match topic_of(path, texts) {
        Some((name, text)) => Topic::parse(text, name, &mut lexicon)?,
        None => Topic::default(),
    };
    let (corpus, _) = pipeline::read(&document::find(&[path.to_owned()], None), &lexicon, &topic);
    let places: Vec<Mark> =
        corpus.statements.iter().map(|statement| place(&corpus, statement, texts)).collect();
    for sample in samples(&corpus) {
        let (x, y) = sample.claims;
        let held: Vec<&Disagreement> =
            marked.iter().filter(|marked| are_sides(marked, &places[x], &places[y])).collect();
        let firm = held.iter().filter(|marked| !marked.debatable && !marked.computed);
        let disagreements: Vec<String> = firm.map(|marked| format!("{set} {}", marked.id)).collect();
        if disagreements.is_empty() && !held.is_empty() {
            continue;
        }
        let article = |i: usize| corpus.statements[i].article;
        rows.push(Row {
            set,
            sides: [(x, article(y)), (y, article(x))],
            features: sample.features,
            disagrees: !disagreements.is_empty(),
            disagreements,
        });
    }
    Ok(())
}

/// The profile that a set of articles is read with, by its folder or the name of the project in its texts.
fn topic_of(path: &Path, texts: &BTreeMap<String, Vec<u8>>) -> Option<(&'static str, &'static str)> {
    let folder = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let names = |name: &str| {
        texts.values().any(|text| String::from_utf8_lossy(text).to_lowercase().contains(&name.to_lowercase()))
    };
    EMBEDDED.iter().copied().find(|(name, _)| *name == folder || *name == "stargate" && names(name))
}

/// Where a claim stands.
fn place(corpus: &Corpus, statement: &Statement, texts: &BTreeMap<String, Vec<u8>>) -> Mark {
    let record = &corpus.records[statement.article];
    let file = record.path.rsplit('/').next().unwrap_or_default();
    let article = record.record.as_deref().unwrap_or(file).to_owned();
    let text = texts.get(&article).map(Vec::as_slice).unwrap_or_default();
    let characters = |end: u32| {
        let before = &text[..(end as usize).min(text.len())];
        String::from_utf8_lossy(before).chars().count()
    };
    Mark { article, start: characters(statement.span.start), end: characters(statement.span.end) }
}

/// Whether two claims are on two sides of a disagreement.
fn are_sides(disagreement: &Disagreement, x: &Mark, y: &Mark) -> bool {
    let on = |place: &Mark, side: &[Mark]| {
        side.iter()
            .any(|mark| mark.article == place.article && mark.start < place.end && place.start < mark.end)
    };
    let sides = disagreement.sides.iter().enumerate();
    sides.clone().any(|(a, side)| on(x, side) && sides.clone().any(|(b, other)| a != b && on(y, other)))
}
