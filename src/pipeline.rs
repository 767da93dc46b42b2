//! Floor 8: inputs in, results out, in order, on all cores.
//!
//! Inputs are taken in batches; a batch is worked on by all cores and given out in the order of its inputs before the next
//! is read. Memory holds a batch of texts, never the corpus, and the result does not depend on the number of threads.

use std::cell::RefCell;
use std::convert::Infallible;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::article::{self, Reading, Scope};
use crate::checks;
use crate::claim;
use crate::document::{self, ReadError, Records, Shape, Source, Sources};
use crate::grammar::{self, Figure};
use crate::lexicon::Lexicon;
use crate::reconcile::{self, Corpus, Record};
use crate::report::{Report, Unread};
use crate::text::Token;
use crate::topic::Topic;

/// Files worked on at once.
const BATCH_FILES: usize = 256;

/// Bytes of records worked on at once.
const BATCH_BYTES: usize = 1 << 20;

/// The main job: every article read, its claims side by side with those of the others.
pub fn check(sources: Sources, lexicon: &Lexicon, topic: Topic) -> Report {
    let (mut corpus, unread) = read(&sources, lexicon, &topic);
    let groups = reconcile::group(&mut corpus);
    let findings = checks::run(&corpus, &groups, &topic);
    Report { corpus, groups, findings, topic, unread, skipped: sources.skipped }
}

/// Every article read, with its claims; and what could not be read.
pub fn read(sources: &Sources, lexicon: &Lexicon, topic: &Topic) -> (Corpus, Vec<Unread>) {
    let mut unread: Vec<Unread> = sources.errors.iter().map(unread).collect();
    let mut corpus = Corpus::default();
    let done: Result<(), Infallible> = for_each(
        &sources.inputs,
        Reader { lexicon, scope: Scope::Page },
        |reading| {
            let told = claim::read(reading, lexicon, topic);
            Record::new(reading, told)
        },
        |result| {
            match result {
                Ok(record) => corpus.add(record),
                Err(error) => unread.push(self::unread(&error)),
            }
            Ok(())
        },
    );
    let Ok(()) = done;
    unread.sort();
    corpus.settle();
    (corpus, unread)
}

fn unread(error: &ReadError) -> Unread {
    Unread { path: error.path().to_owned(), error: error.to_string() }
}

/// One thing to do: read a file, or parse a record.
enum Job<'s> {
    File(&'s Source),
    Record { path: &'s str, line: usize, bytes: Vec<u8> },
    Failed(ReadError),
}

thread_local! {
    /// Vectors that grow to the largest text of a thread and are used again for each.
    static SCRATCH: RefCell<(Vec<Token>, Vec<Figure>)> = const { RefCell::new((Vec::new(), Vec::new())) };
}

/// How articles are read.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'l> {
    /// The words.
    pub lexicon: &'l Lexicon,
    /// What of a page is wanted.
    pub scope: Scope,
}

/// Reads every article of `sources` and gives `emit` what `work` makes of each, in order. An input that fails is given as
/// its error, and the rest goes on. Stops early only when `emit` fails.
pub fn for_each<T: Send, E>(
    sources: &[Source],
    reader: Reader<'_>,
    work: impl Fn(&Reading<'_>) -> T + Sync,
    mut emit: impl FnMut(Result<T, ReadError>) -> Result<(), E>,
) -> Result<(), E> {
    let mut batch = Batch::default();
    for source in sources {
        match source.format.shape {
            Shape::Article(_) => batch.push(Job::File(source), 0),
            Shape::Records => match source.open() {
                Ok(stream) => {
                    for record in Records::new(BufReader::with_capacity(1 << 16, stream), &source.name) {
                        let job = match record {
                            Ok((line, bytes)) => Job::Record { path: &source.name, line, bytes },
                            Err(error) => Job::Failed(error),
                        };
                        let size = if let Job::Record { bytes, .. } = &job { bytes.len() } else { 0 };
                        batch.push(job, size);
                        if batch.is_full() {
                            batch.run(reader, &work, &mut emit)?;
                        }
                    }
                }
                Err(error) => batch.push(Job::Failed(error), 0),
            },
        }
        if batch.is_full() {
            batch.run(reader, &work, &mut emit)?;
        }
    }
    batch.run(reader, &work, &mut emit)
}

/// Jobs that wait for their turn.
#[derive(Default)]
struct Batch<'s> {
    jobs: Vec<Job<'s>>,
    files: usize,
    bytes: usize,
}

impl<'s> Batch<'s> {
    fn push(&mut self, job: Job<'s>, bytes: usize) {
        self.files += usize::from(matches!(job, Job::File(_)));
        self.bytes += bytes;
        self.jobs.push(job);
    }

    fn is_full(&self) -> bool {
        self.files >= BATCH_FILES || self.bytes >= BATCH_BYTES
    }

    fn run<T: Send, E>(
        &mut self,
        reader: Reader<'_>,
        work: &(impl Fn(&Reading<'_>) -> T + Sync),
        emit: &mut impl FnMut(Result<T, ReadError>) -> Result<(), E>,
    ) -> Result<(), E> {
        let jobs = std::mem::take(&mut self.jobs);
        (self.files, self.bytes) = (0, 0);
        let done: Vec<_> = if jobs.len() == 1 {
            // One input: no thread needs to be woken for it.
            jobs.into_iter().map(|job| guarded(job, reader, work)).collect()
        } else {
            jobs.into_par_iter().map(|job| guarded(job, reader, work)).collect()
        };
        done.into_iter().try_for_each(emit)
    }
}

/// Does a job; a panic in it is its error.
fn guarded<T>(job: Job<'_>, reader: Reader<'_>, work: &impl Fn(&Reading<'_>) -> T) -> Result<T, ReadError> {
    let path = match &job {
        Job::File(source) => source.name.clone(),
        Job::Record { path, line, .. } => format!("{path}:{line}"),
        Job::Failed(error) => error.path().to_owned(),
    };
    catch_unwind(AssertUnwindSafe(|| do_job(job, reader, work))).unwrap_or_else(|panic| {
        // A panic may have left the vectors half filled.
        SCRATCH.with(|scratch| scratch.replace((Vec::new(), Vec::new())));
        let why = panic
            .downcast_ref::<&str>()
            .map(|s| (*s).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned());
        Err(ReadError::Internal { path, why: why.unwrap_or_else(|| "unknown".into()) })
    })
}

fn do_job<T>(job: Job<'_>, reader: Reader<'_>, work: &impl Fn(&Reading<'_>) -> T) -> Result<T, ReadError> {
    let Reader { lexicon, scope } = reader;
    let (mut document, bytes) = match job {
        Job::File(source) => {
            let bytes = source.bytes()?;
            (source.format.read_article(&source.name, &bytes)?, bytes)
        }
        Job::Record { path, line, bytes } => (document::parse_record(path, line, &bytes)?, bytes),
        Job::Failed(error) => return Err(error),
    };
    if scope == Scope::Page {
        document.sha256 = Some(document::sha256(&bytes));
    }
    drop(bytes);
    // Taken out for the time of the work: if it panics, nothing stays borrowed.
    let (mut tokens, mut figures) = SCRATCH.with(RefCell::take);
    lexicon.lex(&document.text, &mut tokens);
    grammar::read(&document.text, &tokens, lexicon, &mut figures);
    let article = article::parse(&document, &tokens, &figures, lexicon, scope);
    let result =
        work(&Reading { document: &document, tokens: &tokens, figures: &figures, article: &article });
    SCRATCH.with(|scratch| scratch.replace((tokens, figures)));
    Ok(result)
}
