//! Which part of a thing a figure is: the first phase, the total, what is left.

use serde::{Deserialize, Serialize};

use super::Lexicon;
use crate::text::Token;

/// Which part of a thing a figure is. The order is that of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// « pour commencer »
    Initial,
    /// « une première tranche »
    FirstPhase,
    /// « la seconde phase »
    LaterPhase,
    /// « au total »
    Total,
    /// « supplémentaires »
    Additional,
    /// « les 400 restants »
    Remaining,
    /// « à terme »
    Eventual,
    /// « en moyenne »
    Average,
}

impl Qualifier {
    /// Every qualifier.
    pub const ALL: [Qualifier; 8] = [
        Qualifier::Initial,
        Qualifier::FirstPhase,
        Qualifier::LaterPhase,
        Qualifier::Total,
        Qualifier::Additional,
        Qualifier::Remaining,
        Qualifier::Eventual,
        Qualifier::Average,
    ];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Qualifier::Initial => "initial",
            Qualifier::FirstPhase => "first_phase",
            Qualifier::LaterPhase => "later_phase",
            Qualifier::Total => "total",
            Qualifier::Additional => "additional",
            Qualifier::Remaining => "remaining",
            Qualifier::Eventual => "eventual",
            Qualifier::Average => "average",
        }
    }
}

/// The qualifiers of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Qualifiers(u8);

impl Qualifiers {
    /// Those of a figure, in the order of reports.
    pub fn iter(self) -> impl Iterator<Item = Qualifier> {
        Qualifier::ALL.into_iter().filter(move |qualifier| self.0 & 1 << *qualifier as u8 != 0)
    }

    /// Whether one has parts told of that the other has not, and the other way round: « la première phase », « au total ».
    pub fn differ(self, other: Self) -> bool {
        self.0 & !other.0 != 0 && other.0 & !self.0 != 0
    }

    /// Whether one is a first part and the other the whole, or how it ends: « capacité initiale », « à terme ».
    pub fn are_first_and_last(self, other: Self) -> bool {
        let has = |all: Self, some: [Qualifier; 2]| all.iter().any(|qualifier| some.contains(&qualifier));
        let first = |all: Self| has(all, [Qualifier::Initial, Qualifier::FirstPhase]);
        let last = |all: Self| has(all, [Qualifier::Total, Qualifier::Eventual]);
        first(self) && last(other) || last(self) && first(other)
    }
}

impl FromIterator<Qualifier> for Qualifiers {
    fn from_iter<I: IntoIterator<Item = Qualifier>>(all: I) -> Self {
        Qualifiers(all.into_iter().fold(0, |bits, qualifier| bits | 1 << qualifier as u8))
    }
}

impl Lexicon {
    /// The qualifier that words at `tokens[at]` tell of, and the index after them.
    pub fn qualifier(&self, tokens: &[Token], at: usize) -> Option<(Qualifier, usize)> {
        self.qualifier_words.after(tokens, at)
    }
}
