//! The `stargate-check` program: see [`stargate_check::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    stargate_check::cli::main()
}
