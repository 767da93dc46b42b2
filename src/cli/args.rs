//! The command line as typed.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args as ClapArgs, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::report;

/// What `--help` shows after the options.
const AFTER_HELP: &str = "\
Examples:
  stargate-check articles/                    read a folder, show where its articles disagree
  stargate-check -v a.txt b.md                show what agrees, too
  pdftotext article.pdf - | stargate-check -    read standard input
  stargate-check --format json articles/ | jq '.findings[].message'
  stargate-check figures article.txt          list every figure and what it was read as
  stargate-check explain f1 articles/         show step by step how the first finding came about

Exit status:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  the job could not be done, or not wholly: a missing path, no article, an unreadable file, a bad option

A finding says which statements cannot stand together, who makes them and where. It never says who is right.";

/// Reads the figures in French news articles and shows where sources disagree.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    after_help = AFTER_HELP,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    override_usage = "stargate-check [OPTIONS] PATH...\n       stargate-check figures [OPTIONS] PATH...\n       stargate-check explain [OPTIONS] ID PATH..."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) check: Check,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List every figure of every article with what it was read as
    Figures(Figures),
    /// Show step by step how a finding came about, over the same articles
    Explain(Explain),
}

/// Options of the main job.
#[derive(Debug, ClapArgs)]
pub(super) struct Check {
    /// Files, folders (walked whole), or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(report::FORMATS.iter().map(|f| f.name)))]
    pub(super) format: String,
    /// Least serious finding that makes the exit status 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Warning)]
    pub(super) fail_on: FailOn,
    /// Topic profile: an embedded one, a TOML file, or none
    #[arg(long, value_name = "NAME|FILE", default_value = "stargate")]
    pub(super) topic: String,
    /// Show the groups that agree, too
    #[arg(short, long)]
    pub(super) verbose: bool,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of the ledger.
#[derive(Debug, ClapArgs)]
pub(super) struct Figures {
    /// Files, folders (walked whole), or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = LedgerFormat::Text)]
    pub(super) format: LedgerFormat,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of an explanation.
#[derive(Debug, ClapArgs)]
pub(super) struct Explain {
    /// The finding, as --format json numbers it: f1, f2 …
    #[arg(value_name = "ID")]
    pub(super) id: String,
    /// Files, folders (walked whole), or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Topic profile: an embedded one, a TOML file, or none
    #[arg(long, value_name = "NAME|FILE", default_value = "stargate")]
    pub(super) topic: String,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of every command.
#[derive(Debug, ClapArgs)]
pub(super) struct Common {
    /// Format of standard input
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(crate::document::FORMATS.iter().map(|f| f.name)))]
    pub(super) stdin_format: String,
    /// Language of messages
    #[arg(long, value_enum, default_value_t = Lang::En)]
    pub(super) lang: Lang,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(super) color: ColorChoice,
    /// Threads; by default one for each core
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
}

/// From which severity on the exit status is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors only
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// No finding
    Never,
}

/// The form of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LedgerFormat {
    /// One line a figure, for reading
    Text,
    /// One array
    Json,
    /// One object a line
    Jsonl,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// English
    En,
    /// French
    Fr,
}
