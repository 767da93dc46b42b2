//! `speech.toml`: words that say who speaks.

use serde::Deserialize;

use super::super::{Classes, Lexicon};
use super::{classify, data, with_articles};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    attribution: Attribution,
    contrast: Contrast,
    declaring: Contrast,
    nouns: List,
    counts: List,
    credited: List,
    criteria: List,
    papers: List,
    faire: List,
    laisser: List,
    adverbs: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribution {
    phrases: Vec<String>,
    opening: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contrast {
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("speech"));
    for (list, opening) in [(&file.attribution.phrases, false), (&file.attribution.opening, true)] {
        for phrase in list {
            for variant in with_articles(phrase) {
                let steps = lexicon.steps(&variant);
                lexicon.attributions.insert(&steps, opening);
            }
        }
    }
    for phrase in &file.declaring.phrases {
        let steps = lexicon.steps(phrase);
        lexicon.declarations.insert_reversed(&steps, ());
    }
    for phrase in &file.contrast.phrases {
        for steps in lexicon.pattern(phrase) {
            lexicon.contrasts.insert(&steps, ());
        }
    }
    classify(lexicon, &file.nouns.words, Classes::SPEECH_NOUN);
    classify(lexicon, &file.counts.words, Classes::COUNT_NOUN);
    classify(lexicon, &file.credited.words, Classes::CREDITED);
    classify(lexicon, &file.criteria.words, Classes::CRITERION);
    classify(lexicon, &file.papers.words, Classes::PAPER);
    classify(lexicon, &file.faire.words, Classes::AFTER_FAIRE);
    classify(lexicon, &file.laisser.words, Classes::AFTER_LAISSER);
    classify(lexicon, &file.adverbs.words, Classes::ADVERB);
}
