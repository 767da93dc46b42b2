//! The `stargate-check` program: see [`stargate_check::cli`].

use std::process::ExitCode;

/// Articles are read and freed by the thousand, on all cores: this allocator serves small pieces faster than most systems' own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    stargate_check::cli::main()
}
