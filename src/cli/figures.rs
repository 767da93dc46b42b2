//! `stargate-check figures`: the ledger.

use std::io::Write;
use std::mem::ManuallyDrop;

use super::args::{Figures, LedgerFormat};
use super::exit::Status;
use super::output::{Output, complain};
use super::settings;
use crate::article::{Reading, Scope};
use crate::document::{self, ReadError};
use crate::lexicon::Lexicon;
use crate::pipeline::{self, Reader};
use crate::report::ledger;
use crate::text::visible;

/// Prints the ledger of every article, file after file.
pub(super) fn run(command: &Figures) -> anyhow::Result<Status> {
    settings::threads(&command.common)?;
    // The program ends when it is no longer needed: nothing is gained by taking it apart.
    let lexicon = ManuallyDrop::new(Lexicon::french());
    let sources = document::find(&command.paths, settings::stdin_format(&command.common));
    let mut status = Status::Clean;
    let mut fail = |error: &ReadError| {
        complain(&visible(&error.to_string()));
        status = Status::Failed;
    };
    sources.errors.iter().for_each(&mut fail);
    let mut printer =
        Printer { output: Output::new(), list: command.format == LedgerFormat::Json, any: false };
    printer.open()?;
    let language = settings::language(&command.common);
    let work = |reading: &Reading<'_>| {
        let mut out = Vec::with_capacity(reading.figures.len() * 360);
        match command.format {
            LedgerFormat::Text => ledger::text(reading, language, &mut out),
            LedgerFormat::Json => ledger::json(reading, &lexicon, language, &mut out),
            LedgerFormat::Jsonl => ledger::jsonl(reading, &lexicon, language, &mut out),
        }
        out
    };
    let reader = Reader { lexicon: &lexicon, scope: Scope::Body };
    pipeline::for_each(&sources.inputs, reader, work, |result| -> anyhow::Result<()> {
        match result {
            Ok(bytes) => printer.print(bytes)?,
            Err(error) => fail(&error),
        }
        Ok(())
    })?;
    printer.close()?;
    anyhow::ensure!(!sources.inputs.is_empty() || status == Status::Failed, "no article found");
    Ok(status)
}

/// Puts the ledgers of articles together: one after the other, or as the elements of one list.
struct Printer {
    output: Output,
    list: bool,
    any: bool,
}

impl Printer {
    fn open(&mut self) -> std::io::Result<()> {
        if self.list { self.output.write_all(b"[\n") } else { Ok(()) }
    }

    fn print(&mut self, mut bytes: Vec<u8>) -> std::io::Result<()> {
        if self.list && !bytes.is_empty() {
            // Commas stand between elements: the one after the last of an article waits for the next.
            bytes.truncate(bytes.len() - 2);
            if self.any {
                self.output.write_all(b",\n")?;
            }
        }
        self.any |= !bytes.is_empty();
        self.output.write_all(&bytes)
    }

    fn close(&mut self) -> std::io::Result<()> {
        if self.list {
            self.output.write_all(if self.any { b"\n]\n" } else { b"]\n" })?;
        }
        self.output.flush()
    }
}
