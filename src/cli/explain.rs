//! `stargate-check explain`: one finding, step by step.

use std::io::Write;

use super::args::Explain;
use super::check;
use super::exit::Status;
use super::output::Output;
use super::settings;
use crate::report::{Options, explain};

/// Finds the finding again over the same inputs and prints how it came about.
pub(super) fn run(command: &Explain) -> anyhow::Result<Status> {
    let report = check::read(&command.paths, &command.topic, &command.common)?;
    anyhow::ensure!(!report.corpus.records.is_empty(), "no article found");
    let options =
        Options { language: settings::language(&command.common), verbose: false, width: settings::width() };
    let Some(text) = explain::explain(&report, &command.id, &options) else {
        let known: Vec<String> = explain::ids(&report).collect();
        let known = if known.is_empty() { "there are none".to_owned() } else { known.join(", ") };
        anyhow::bail!("no finding {}: {known}", command.id);
    };
    let mut output = Output::new();
    output.write_all(&text)?;
    output.flush()?;
    Ok(if report.unread.is_empty() { Status::Clean } else { Status::Failed })
}
