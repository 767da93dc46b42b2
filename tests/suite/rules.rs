//! Every rule of the grammar reads its own examples, and nothing in the wordings that it refuses.

use stargate_check::grammar::{self, Figure};
use stargate_check::lexicon::Lexicon;
use stargate_check::text::Token;

fn read(text: &str, lexicon: &Lexicon) -> (Vec<Token>, Vec<Figure>) {
    let (mut tokens, mut figures) = (Vec::new(), Vec::new());
    lexicon.lex(text, &mut tokens);
    grammar::read(text, &tokens, lexicon, &mut figures);
    (tokens, figures)
}

#[test]
fn every_rule_reads_its_examples_and_no_other() {
    let lexicon = Lexicon::french();
    let mut faults = Vec::new();
    for rule in grammar::RULES {
        assert!(!rule.examples.is_empty(), "{}: a rule without examples", rule.name);
        for (wording, want) in rule.examples {
            let (tokens, figures) = read(wording, &lexicon);
            let got = figures.first().map(|figure| grammar::label(figure, wording, &tokens, &lexicon));
            if got.as_deref() != Some(want) {
                faults.push(format!("{}: « {wording} » want {want}, got {got:?}", rule.name));
            }
        }
        for wording in rule.refuses {
            if read(wording, &lexicon).1.iter().any(|figure| figure.rule == rule.name) {
                faults.push(format!("{}: reads « {wording} »", rule.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
