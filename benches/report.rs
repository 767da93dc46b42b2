//! How fast a folder of articles becomes a report: everything but the command line, on one core.

#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod corpus;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use stargate_check::document;
use stargate_check::lexicon::Lexicon;
use stargate_check::pipeline;
use stargate_check::report::{FORMATS, Language, Options};
use stargate_check::topic::{EMBEDDED, Topic};

/// Times that the fixtures are repeated: each is a copy, as an agency's text is in many outlets.
const TIMES: usize = 8;

fn report(criterion: &mut Criterion) {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().expect("a pool of one thread");
    let corpus = corpus::Corpus::of_fixtures(TIMES);
    let mut lexicon = Lexicon::french();
    let (name, text) = EMBEDDED[0];
    let topic = Topic::parse(text, name, &mut lexicon).expect("an embedded profile");
    let options = Options { language: Language::English, verbose: false, width: 120 };
    let mut group = criterion.benchmark_group("report");
    group.sample_size(10).throughput(Throughput::Bytes(corpus.bytes()));
    for format in FORMATS {
        group.bench_function(format.name, |bencher| {
            bencher.iter(|| {
                let sources = document::find(&[corpus.path().to_owned()], None);
                let report = pipeline::check(sources, &lexicon, topic.clone());
                (format.render)(&report, &options, &mut std::io::sink())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, report);
criterion_main!(benches);
