//! The main job: articles in, disagreements out.

use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use anstream::ColorChoice;
use clap::CommandFactory;

use super::args::{Args, Check, Common};
use super::exit::Status;
use super::output::{Output, complain};
use super::settings;
use crate::lexicon::Lexicon;
use crate::pipeline;
use crate::report::{self, Options, Report};
use crate::text::visible;

/// Reads the articles, prints the report, and gives the verdict.
pub(super) fn run(command: &Check) -> anyhow::Result<Status> {
    refuse_late_command(&command.paths)?;
    let report = read(&command.paths, &command.topic, &command.common)?;
    if report.corpus.records.is_empty() {
        anyhow::ensure!(!report.unread.is_empty(), "no article found");
        return Ok(Status::Failed);
    }
    print(&report, command)?;
    Ok(verdict(&report, command))
}

/// `--lang fr figures a.txt`: behind options, the name of a command is a path. Where there is none, the command was meant.
fn refuse_late_command(paths: &[PathBuf]) -> anyhow::Result<()> {
    let first = paths.first().filter(|path| !path.exists()).and_then(|path| path.to_str());
    let late = first.filter(|name| Args::command().find_subcommand(name).is_some());
    late.map_or(Ok(()), |name| {
        anyhow::bail!("options of {name} go behind it: stargate-check {name} [OPTIONS] ...")
    })
}

/// Reads the articles; what cannot be read is told at once.
pub(super) fn read(paths: &[PathBuf], topic: &str, common: &Common) -> anyhow::Result<Report> {
    settings::threads(common)?;
    // The program ends soon after it is no longer needed: nothing is gained by taking it apart.
    let mut lexicon = ManuallyDrop::new(Lexicon::french());
    let topic = settings::topic(topic, &mut lexicon)?;
    let sources = crate::document::find(paths, settings::stdin_format(common));
    let report = pipeline::check(sources, &lexicon, topic);
    for unread in &report.unread {
        complain(&visible(&unread.error));
    }
    Ok(report)
}

fn print(report: &Report, command: &Check) -> anyhow::Result<()> {
    let options = Options {
        language: settings::language(&command.common),
        verbose: command.verbose,
        width: settings::width(),
    };
    let format = report::FORMATS.iter().find(|format| format.name == command.format);
    let mut output = Output::new();
    if let Some(format) = format {
        output.plain = format.styled && settings::color(&command.common) == ColorChoice::Never;
        (format.render)(report, &options, &mut output)?;
    }
    output.flush()?;
    Ok(())
}

fn verdict(report: &Report, command: &Check) -> Status {
    let fails =
        settings::threshold(command.fail_on).is_some_and(|threshold| report.worst() >= Some(threshold));
    match (report.unread.is_empty(), fails) {
        (false, _) => Status::Failed,
        (true, true) => Status::Findings,
        (true, false) => Status::Clean,
    }
}
