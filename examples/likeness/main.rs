//! Fits the forest by which the program tells whether two figures that differ are told of one thing.
//!
//! `cargo run --release --example likeness` reads the fixtures that rules may be tuned on, takes from them every pair of claims
//! that likeness decides on, and fits the forest to what people marked as a disagreement. It prints what a forest finds in stories
//! that it was not fitted to (eight parts, each judged by a forest of the other seven), and writes
//! `src/reconcile/kin/likeness/forest.json`.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

mod boost;
mod marked;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use boost::Settings;
use marked::Row;
use stargate_check::reconcile::Forest;

/// Parts of which each is judged by a forest of the others.
const PARTS: usize = 8;

/// How the forest is grown.
const SETTINGS: Settings =
    Settings { trees: 500, leaves: 15, rate: 0.03, least_rows: 15, ridge: 5.0, features: 0.2 };

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rows = marked::rows(&root.join("fixtures"))?;
    let marked: BTreeSet<&String> = rows.iter().flat_map(|row| &row.disagreements).collect();
    println!("{} pairs, {} disagreements", rows.len(), marked.len());
    judge(&rows);
    let forest = boost::fit(&rows, &SETTINGS);
    let path = root.join("src/reconcile/kin/likeness/forest.json");
    fs::write(&path, lines(&forest)?).with_context(|| path.display().to_string())
}

/// A forest as JSON, with a tree in each line.
fn lines(forest: &Forest) -> Result<String> {
    let trees = forest.trees.iter().map(serde_json::to_string).collect::<Result<Vec<String>, _>>()?;
    let (features, base) = (serde_json::to_string(&forest.features)?, serde_json::to_string(&forest.base)?);
    Ok(format!("{{\"features\":{features},\n\"base\":{base},\n\"trees\":[\n{}\n]}}\n", trees.join(",\n")))
}

/// Prints how many of the disagreements are found in parts that the forest was not fitted to, and how many other pairs.
fn judge(rows: &[Row]) {
    let mut scores = vec![0.0; rows.len()];
    let part = |row: &Row| row.set % PARTS;
    for held_out in 0..PARTS {
        let others: Vec<Row> = rows.iter().filter(|row| part(row) != held_out).cloned().collect();
        let forest = boost::fit(&others, &SETTINGS);
        for (row, score) in rows.iter().zip(&mut scores).filter(|(row, _)| part(row) == held_out) {
            *score = forest.score(&row.features);
        }
    }
    let best = first_matches(rows, &scores);
    println!("from   found  others");
    for step in -16..=8_i8 {
        let from = f32::from(step) / 10.0;
        let taken: Vec<&Row> = best.iter().filter(|i| scores[**i] >= from).map(|i| &rows[*i]).collect();
        let found: BTreeSet<&String> = taken.iter().flat_map(|row| &row.disagreements).collect();
        let others = taken.iter().filter(|row| !row.disagrees).count();
        println!("{from:>4.1} {:>7} {others:>7}", found.len());
    }
}

/// The pairs of which each claim has one match in an article, the surest first.
fn first_matches(rows: &[Row], scores: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    let mut matched = BTreeSet::new();
    order.retain(|i| {
        let sides = rows[*i].sides;
        !sides.iter().any(|side| matched.contains(&(rows[*i].set, *side)))
            && sides.iter().all(|side| matched.insert((rows[*i].set, *side)))
    });
    order
}
