//! The command line as typed.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Reads the figures in French news articles and shows where sources disagree.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List every figure of every article with what it was read as
    Figures(Figures),
}

#[derive(Debug, ClapArgs)]
pub(super) struct Figures {
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = LedgerFormat::Text)]
    pub(super) format: LedgerFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LedgerFormat {
    /// One line a figure, for reading
    Text,
    /// One array
    Json,
    /// One object a line
    Jsonl,
}
