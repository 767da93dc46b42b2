//! Exit statuses.

use std::borrow::Cow;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::text::visible;

/// How a run ended, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    /// Nothing at or above `--fail-on`.
    Clean,
    /// Findings.
    Findings,
    /// The job could not be done, or not wholly.
    Failed,
}

impl Status {
    fn code(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// The exit code of a run. An error is printed; a closed pipe is not an error.
pub(super) fn code(result: anyhow::Result<Status>) -> ExitCode {
    match result {
        Ok(status) => status.code(),
        Err(error) => {
            // A message may have the lines of a profile in it: each is made safe, none is joined.
            let text = format!("error: {error:#}");
            let lines: Vec<_> = text.lines().map(visible).collect();
            super::output::complain(&lines.join("\n"));
            Status::Failed.code()
        }
    }
}

/// The exit code of arguments that clap did not accept, or of `--help` and `--version`.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let failed = error.use_stderr();
    // The message repeats what was typed: a name in a script's loop may hold anything.
    let plain = error.render().to_string();
    let safe: Vec<_> = plain.lines().map(visible).collect();
    let acts = safe.iter().any(|line| matches!(line, Cow::Owned(_)));
    let printed =
        if failed && acts { writeln!(anstream::stderr(), "{}", safe.join("\n")) } else { error.print() };
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::Failed.code(),
        _ if failed => Status::Failed.code(),
        _ => Status::Clean.code(),
    }
}
