//! Floor 9: what the user typed, and what becomes of it. Alone prints, exits and reads the environment.

mod args;
mod check;
mod exit;
mod explain;
mod figures;
mod output;
mod settings;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Runs the program.
pub fn main() -> ExitCode {
    // A panic in one file is that file's error, not a screenful.
    std::panic::set_hook(Box::new(|_| {}));
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return exit::usage(&error),
    };
    let result = match &args.command {
        Some(Command::Figures(command)) => figures::run(command),
        Some(Command::Explain(command)) => explain::run(command),
        None => check::run(&args.check),
    };
    exit::code(result)
}
