//! Floor 7: results as bytes. One file per output format over one [`Report`]; none prints.

mod excerpt;
pub mod explain;
mod fields;
mod json;
mod label;
pub mod ledger;
mod phrase;
mod quantity;
mod side;
mod slot;
mod text;

use std::io::{self, Write};

use crate::checks::{Finding, Severity};
use crate::document::Skipped;
use crate::reconcile::{Corpus, FigureCounts, Group};
use crate::topic::Topic;

pub use phrase::Language;

/// Everything that a run found.
#[derive(Debug)]
pub struct Report {
    /// The articles and their claims.
    pub corpus: Corpus,
    /// The claims by slot.
    pub groups: Vec<Group>,
    /// What cannot stand together.
    pub findings: Vec<Finding>,
    /// The topic that slots come from.
    pub topic: Topic,
    /// Inputs that could not be read, as messages, sorted.
    pub unread: Vec<Unread>,
    /// Files of folders that were not read.
    pub skipped: Vec<Skipped>,
}

/// An input that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Its path.
    pub path: String,
    /// Why.
    pub error: String,
}

/// How a report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The language of messages.
    pub language: Language,
    /// Whether groups that agree are shown too.
    pub verbose: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// An output format.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub summary: &'static str,
    /// Whether it has colours: ANSI sequences, which who prints takes out where they are not wanted.
    pub styled: bool,
    /// Writes the report.
    pub render: fn(&Report, &Options, &mut dyn Write) -> io::Result<()>,
}

/// Every output format. A new one is a line here and a file beside this.
pub static FORMATS: &[Format] = &[
    Format { name: "text", summary: "for reading in a terminal", styled: true, render: text::render },
    Format { name: "json", summary: "the whole report as one object", styled: false, render: json::render },
];

impl Report {
    /// Findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The most serious finding.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }

    /// Figures read, those that make claims, those skipped, those not understood.
    pub fn figures(&self) -> FigureCounts {
        self.corpus.records.iter().fold(FigureCounts::default(), |mut sum, record| {
            sum.total += record.figures.total;
            sum.claims += record.figures.claims;
            sum.skipped += record.figures.skipped;
            sum.not_understood += record.figures.not_understood;
            sum
        })
    }
}
