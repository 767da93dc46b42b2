//! How fast figures are taken out of texts: the lexer and the grammar, on one core, without files.

#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod corpus;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use stargate_check::document;
use stargate_check::grammar;
use stargate_check::lexicon::Lexicon;

/// Times that the fixtures are repeated, so that no text is still in the nearest cache when it comes again.
const TIMES: usize = 8;

fn figures(criterion: &mut Criterion) {
    let corpus = corpus::Corpus::of_fixtures(TIMES);
    let lexicon = Lexicon::french();
    let sources = document::find(&[corpus.path().to_owned()], None);
    let texts: Vec<String> = sources
        .inputs
        .iter()
        .map(|source| {
            let bytes = source.bytes().expect("a text");
            source.format.read_article(&source.name, &bytes).expect("an article").text
        })
        .collect();
    let mut group = criterion.benchmark_group("figures");
    group.sample_size(20).throughput(Throughput::Bytes(corpus.bytes()));
    group.bench_function("lex and read", |bencher| {
        let (mut tokens, mut figures) = (Vec::new(), Vec::new());
        bencher.iter(|| {
            for text in &texts {
                lexicon.lex(text, &mut tokens);
                grammar::read(text, &tokens, &lexicon, &mut figures);
            }
            figures.len()
        });
    });
    group.finish();
}

criterion_group!(benches, figures);
criterion_main!(benches);
