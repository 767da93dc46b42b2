//! `stargate-check figures`: the ledger.

use std::io::Write;

use super::args::{Figures, LedgerFormat};
use super::exit::Status;
use super::output::{Output, complain};
use super::settings;
use crate::document;
use crate::lexicon::Lexicon;
use crate::pipeline;
use crate::report::ledger;
use crate::text::visible;

/// Prints the ledger of every article, file after file.
pub(super) fn run(command: &Figures) -> anyhow::Result<Status> {
    settings::threads(&command.common)?;
    let lexicon = Lexicon::french();
    let sources = document::find(&command.paths, settings::stdin_format(&command.common));
    let mut status = Status::Clean;
    for error in &sources.errors {
        complain(&visible(&error.to_string()));
        status = Status::Failed;
    }
    let mut output = Output::new();
    let mut any = false;
    if command.format == LedgerFormat::Json {
        output.write_all(b"[\n")?;
    }
    pipeline::for_each(
        &sources.inputs,
        &lexicon,
        |read| {
            let mut out = Vec::with_capacity(read.figures.len() * 160);
            let written = match command.format {
                LedgerFormat::Text => ledger::text(read, &lexicon, &mut out),
                LedgerFormat::Json => ledger::json(read, &lexicon, &mut out),
                LedgerFormat::Jsonl => ledger::jsonl(read, &lexicon, &mut out),
            };
            written.map(|()| out)
        },
        |result| -> anyhow::Result<()> {
            match result {
                Ok(bytes) => {
                    let mut bytes = bytes?;
                    if command.format == LedgerFormat::Json && !bytes.is_empty() {
                        // Commas stand between elements: the one after the last of an article waits for the next.
                        bytes.truncate(bytes.len() - 2);
                        if any {
                            output.write_all(b",\n")?;
                        }
                    }
                    any |= !bytes.is_empty();
                    output.write_all(&bytes)?;
                }
                Err(error) => {
                    complain(&visible(&error.to_string()));
                    status = Status::Failed;
                }
            }
            Ok(())
        },
    )?;
    if command.format == LedgerFormat::Json {
        output.write_all(if any { b"\n]\n" } else { b"]\n" })?;
    }
    output.flush()?;
    if sources.inputs.is_empty() && status == Status::Clean {
        anyhow::bail!("no article found");
    }
    Ok(status)
}
