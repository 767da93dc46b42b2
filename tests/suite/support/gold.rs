//! Gold annotations: figures of an article as a reader has marked them, and disagreements between articles.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The annotated article. Offsets are characters of the decoded text.
#[derive(Debug, Deserialize)]
pub struct Gold {
    pub article: String,
    pub body: (usize, usize),
    pub figures: Vec<Figure>,
}

/// An annotated figure.
#[derive(Debug, Deserialize)]
pub struct Figure {
    pub start: usize,
    pub end: usize,
    pub core: (usize, usize),
    pub text: String,
    pub kind: String,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: Option<String>,
    pub bound: String,
    pub strength: Option<String>,
    pub slot: Option<String>,
    pub speaker: Option<String>,
    pub quoted: bool,
    pub modality: String,
}

/// What must, may and must not be flagged across the articles of a folder.
#[derive(Debug, Deserialize)]
pub struct Disagreements {
    pub must_flag: Vec<Disagreement>,
    #[serde(default)]
    pub may_flag: Vec<Disagreement>,
}

/// Statements that cannot stand together: on each side, any of the places where it is made.
#[derive(Debug, Deserialize)]
pub struct Disagreement {
    pub id: String,
    pub kinds: Vec<String>,
    pub why: String,
    pub sides: Vec<Vec<Place>>,
}

/// A figure of an article.
#[derive(Debug, Deserialize)]
pub struct Place {
    pub article: String,
    pub start: usize,
    pub end: usize,
}

/// The gold of a folder, by the name of the article.
pub fn load(folder: &Path) -> BTreeMap<String, Gold> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.to_string_lossy().ends_with(".gold.json") {
            let text = fs::read_to_string(&path).expect("a file");
            let gold: Gold =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            all.insert(gold.article.clone(), gold);
        }
    }
    all
}

/// The disagreements of a folder.
pub fn disagreements(folder: &Path) -> Option<Disagreements> {
    let text = fs::read_to_string(folder.join("disagreements.json")).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display())))
}
