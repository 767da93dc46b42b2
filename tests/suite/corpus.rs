//! The corpus of wordings: `fixtures/corpus/fr/*.toml` says what each wording reads as.
//!
//! A key is what `grammar::label` makes of every figure of the wording, in order, joined by « ; »; the empty key is for
//! wordings without a figure. `MISSES=1 cargo test --test suite corpus -- --nocapture` prints what differs.

use std::collections::BTreeMap;
use std::fs;

use stargate_check::grammar;
use stargate_check::lexicon::Lexicon;

use super::support::fixtures::root;

/// Share of the wordings that must be read as the corpus says; only rises.
const FLOOR: f64 = 0.98;

/// What the wording is read as, in the form of the corpus.
fn read(wording: &str, lexicon: &Lexicon) -> String {
    let (mut tokens, mut figures) = (Vec::new(), Vec::new());
    lexicon.lex(wording, &mut tokens);
    grammar::read(wording, &tokens, lexicon, &mut figures);
    let labels: Vec<String> =
        figures.iter().map(|figure| grammar::label(figure, wording, &tokens, lexicon)).collect();
    labels.join("; ")
}

#[test]
#[allow(clippy::cast_precision_loss, reason = "counts of wordings")]
fn wordings_are_read_as_the_corpus_says() {
    let lexicon = Lexicon::french();
    let (mut right, mut all) = (0_usize, 0_usize);
    let mut files: Vec<_> = fs::read_dir(root().join("corpus/fr"))
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).expect("a file of the corpus");
        let corpus: BTreeMap<String, Vec<String>> =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (mut good, mut total) = (0_usize, 0_usize);
        for (key, wordings) in &corpus {
            for wording in wordings {
                total += 1;
                let got = read(wording, &lexicon);
                if got == *key {
                    good += 1;
                } else if std::env::var_os("MISSES").is_some() {
                    println!(
                        "{}: « {wording} »\n    want {key}\n    got  {got}",
                        path.file_stem().map_or("", |s| s.to_str().unwrap_or(""))
                    );
                }
            }
        }
        println!("{}: {good} of {total}", path.display());
        right += good;
        all += total;
    }
    assert!(all >= 1_500, "only {all} wordings");
    let share = right as f64 / all as f64;
    println!("corpus: {right} of {all} wordings, {share:.3}");
    assert!(
        share >= FLOOR,
        "{right} of {all} wordings are read as the corpus says, under the floor of {FLOOR}"
    );
}
