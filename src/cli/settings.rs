//! Settings: the arguments resolved, with what the environment adds.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use anstream::ColorChoice;
use anyhow::Context;

use super::args::{Common, FailOn, Lang};
use crate::checks::Severity;
use crate::document::{FORMATS, Format};
use crate::lexicon::Lexicon;
use crate::report::Language;
use crate::text::visible;
use crate::topic::{EMBEDDED, Topic};

/// Columns assumed where there is no terminal.
const WIDTH: usize = 120;

/// Largest profile, in bytes.
const PROFILE_BYTES: u64 = 4 << 20;

/// The colours to print with: as asked, else for a terminal that wants them (`NO_COLOR`, `CLICOLOR`, `TERM`).
pub(super) fn color(common: &Common) -> ColorChoice {
    match common.color {
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
        clap::ColorChoice::Auto => anstream::AutoStream::choice(&std::io::stdout()),
    }
}

/// The columns of the terminal; a fixed number where there is none, so that piped output is the same everywhere.
pub(super) fn width() -> usize {
    if !std::io::stdout().is_terminal() {
        return WIDTH;
    }
    terminal_size::terminal_size().map_or(WIDTH, |(terminal_size::Width(width), _)| usize::from(width))
}

/// The language of messages.
pub(super) fn language(common: &Common) -> Language {
    match common.lang {
        Lang::En => Language::English,
        Lang::Fr => Language::French,
    }
}

/// The format of standard input.
pub(super) fn stdin_format(common: &Common) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == common.stdin_format)
}

/// Sets the number of threads.
pub(super) fn threads(common: &Common) -> anyhow::Result<()> {
    if let Some(threads) = common.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global().context("threads")?;
    }
    Ok(())
}

/// The severity from which findings fail the run; none never do.
pub(super) fn threshold(fail_on: FailOn) -> Option<Severity> {
    match fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Info => Some(Severity::Info),
        FailOn::Never => None,
    }
}

/// The topic: an embedded profile by its name, a file, or none.
pub(super) fn topic(name: &str, lexicon: &mut Lexicon) -> anyhow::Result<Topic> {
    if name == "none" {
        return Ok(Topic::none());
    }
    if let Some((name, text)) = EMBEDDED.iter().find(|(embedded, _)| *embedded == name) {
        return Ok(Topic::parse(text, name, lexicon)?);
    }
    let path = Path::new(name);
    // A line break in a name is no line of a message.
    let name = &*visible(name);
    let known: Vec<&str> = EMBEDDED.iter().map(|(name, _)| *name).collect();
    let metadata = fs::metadata(path)
        .with_context(|| format!("--topic {name}: neither a file nor one of {}, none", known.join(", ")))?;
    anyhow::ensure!(
        metadata.is_file() && metadata.len() <= PROFILE_BYTES,
        "--topic {name}: not a file of at most {} MiB",
        PROFILE_BYTES >> 20
    );
    let text = fs::read_to_string(path).with_context(|| format!("--topic {name}"))?;
    Ok(Topic::parse(&text, name, lexicon)?)
}
