//! Findings.

use crate::claim::Slot;
use crate::quantity::Quantity;
use crate::reconcile::{Corpus, stable_hash};

/// What statements have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One voice, one statement, different figures or bounds in different outlets.
    Misquote,
    /// The same digits, a thousand times apart.
    ScaleSlip,
    /// Two named voices exclude each other.
    Dispute,
    /// Outlets exclude each other in their own voices.
    Contradiction,
    /// One voice and figure, another measure.
    MeasureDrift,
    /// An article against itself.
    Internal,
    /// A floor against a ceiling at the same value.
    OpposedBounds,
    /// A stated result that its own figures do not give.
    Arithmetic,
    /// An amount in two units that do not agree.
    Conversion,
    /// Two days for one event.
    Date,
    /// An old figure told after the new one.
    Stale,
    /// A floor or ceiling in one report that another drops.
    LostBound,
    /// A later value by the same voice.
    Update,
}

impl Kind {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Misquote => "misquote",
            Kind::ScaleSlip => "scale_slip",
            Kind::Dispute => "dispute",
            Kind::Contradiction => "contradiction",
            Kind::MeasureDrift => "measure_drift",
            Kind::Internal => "internal",
            Kind::OpposedBounds => "opposed_bounds",
            Kind::Arithmetic => "arithmetic",
            Kind::Conversion => "conversion",
            Kind::Date => "date",
            Kind::Stale => "stale",
            Kind::LostBound => "lost_bound",
            Kind::Update => "update",
        }
    }
}

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth checking.
    Warning,
    /// Worth a call.
    Error,
}

impl Severity {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Statements that cannot stand together, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The relation.
    pub kind: Kind,
    /// How serious.
    pub severity: Severity,
    /// What it is about.
    pub slot: Slot,
    /// The group of the claims, as index; none when they are of several.
    pub group: Option<usize>,
    /// What is found.
    pub message: Message,
    /// What a person can check.
    pub help: Message,
    /// The statements, side by side.
    pub sides: Vec<Side>,
    /// The steps of the decision.
    pub trace: Vec<Message>,
}

/// Claims that stand together in a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The claims.
    pub claims: Vec<usize>,
    /// What it is shown under.
    pub heading: Heading,
}

/// What the claims of a side are shown under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The value that they share.
    Value,
    /// The value and its measure: the sides differ in it.
    Measure,
    /// Each of their values: the parts of a computation.
    Parts,
}

/// A text to be put into words: the phrase book has its template under the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key of the template.
    pub key: &'static str,
    /// Values for its places.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text from an article or profile, or a number.
    Text(String),
    /// The claims of a side: their values as printed, voices and outlets.
    Claims(Vec<usize>),
    /// The voice of a claim.
    Voice(usize),
    /// What a slot is, in words.
    Slot(Slot),
    /// A word of the phrase book, by its key.
    Word(&'static str),
    /// A value that no article prints.
    Value(Quantity),
}

impl Message {
    /// A message with values for its places.
    pub fn new<const N: usize>(key: &'static str, args: [(&'static str, Arg); N]) -> Self {
        Self { key, args: args.into() }
    }

    /// What a computation gives, if the message is of one.
    pub fn expected(&self) -> Option<&Quantity> {
        self.args.iter().find_map(|(name, arg)| match arg {
            Arg::Value(quantity) if *name == "expected" => Some(quantity),
            _ => None,
        })
    }
}

impl Side {
    /// Claims of one measure.
    pub const fn of(claims: Vec<usize>) -> Self {
        Self { claims, heading: Heading::Value }
    }

    /// Claims of one measure where the sides differ in it.
    pub const fn of_measure(claims: Vec<usize>) -> Self {
        Self { claims, heading: Heading::Measure }
    }

    /// Claims of different values, from which one is computed.
    pub const fn of_parts(claims: Vec<usize>) -> Self {
        Self { claims, heading: Heading::Parts }
    }
}

impl Finding {
    /// All claims of the finding.
    pub fn claims(&self) -> impl Iterator<Item = usize> + '_ {
        self.sides.iter().flat_map(|side| side.claims.iter().copied())
    }

    /// The same for the same disagreement, whatever the files are called: kind, slot, and who says what on each side.
    pub fn fingerprint(&self, corpus: &Corpus) -> u64 {
        let side = |side: &Side| {
            let mut claims: Vec<u64> =
                side.claims.iter().map(|i| corpus.statements[*i].fingerprint).collect();
            claims.sort_unstable();
            claims.iter().map(|f| format!("{f:016x}")).collect::<Vec<_>>().join(",")
        };
        let mut sides: Vec<String> = self.sides.iter().map(side).collect();
        sides.sort();
        stable_hash(&format!("{}|{}|{}", self.kind.name(), self.slot, sides.join("|")))
    }
}
