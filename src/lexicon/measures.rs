//! General measures: cost, revenue, loss …

use serde::{Deserialize, Serialize};

use super::Lexicon;
use crate::quantity::Kind;
use crate::text::Token;

/// A general measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureWords {
    /// What it is called.
    pub name: String,
    /// The number of its family.
    pub family: u8,
    /// The kinds of figures that it is of.
    pub kinds: Vec<Kind>,
}

impl Lexicon {
    /// The general measure of a figure of a kind that words at `tokens[at]` tell of (« chiffre d'affaires »), and the index after
    /// them.
    pub fn measure(&self, tokens: &[Token], at: usize, kind: Kind) -> Option<(u8, usize)> {
        let (set, end) = self.measure_words.after(tokens, at)?;
        let of_kind = |number: &&u8| self.measures[usize::from(**number)].kinds.contains(&kind);
        self.measure_sets[usize::from(set)].iter().find(of_kind).map(|number| (*number, end))
    }

    /// A general measure by its number.
    pub fn measure_of(&self, number: u8) -> &MeasureWords {
        &self.measures[usize::from(number)]
    }
}
