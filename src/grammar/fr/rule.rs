//! A rule: its name, what it reads, and wordings that it must and must not read.

use super::super::context::Context;
use super::super::figure::{Class, Scale};
use crate::quantity::{Amount, Kind, PartialDate, Quantity};
use crate::text::TokenKind;

/// One rule of the grammar. It looks at the numeral that starts at a token and may look back as far as a floor: tokens
/// before belong to other figures.
pub struct Rule {
    /// The name in traces.
    pub name: &'static str,
    /// What its figures begin with.
    pub(crate) starts: Starts,
    /// Reads the figure at a token, or nothing. Arguments: text, token of the numeral, floor.
    pub(crate) read: fn(&Context<'_>, usize, usize) -> Option<Reading>,
    /// Wordings with the [label](super::super::label) of the first figure read in them.
    pub examples: &'static [(&'static str, &'static str)],
    /// Wordings in which the rule must read nothing.
    pub refuses: &'static [&'static str],
}

/// Kinds of tokens that a numeral may begin with: most rules need not look at the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Starts(u8);

impl Starts {
    /// Its figures are read by another rule.
    pub(crate) const NEVER: Starts = Starts(0);
    /// Digits.
    pub(crate) const DIGITS: Starts = Starts(1);
    /// A number word.
    pub(crate) const WORDS: Starts = Starts(2);
    /// Either.
    pub(crate) const EITHER: Starts = Starts(3);
    /// Those, and marks (« ½ »).
    pub(crate) const ANY: Starts = Starts(7);

    /// Whether a numeral that begins with a token of this kind is among them.
    pub(crate) const fn with(self, kind: TokenKind) -> bool {
        let bit = match kind {
            TokenKind::Number => 1,
            TokenKind::Word => 2,
            TokenKind::Mark => 4,
        };
        self.0 & bit != 0
    }
}

/// What a rule makes of a numeral, in token indices.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    /// First token of the core.
    pub(crate) start: usize,
    /// One past the last token of the core.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) class: Class,
    /// Its value, if it has one.
    pub(crate) quantity: Option<Quantity>,
    /// The noun that is counted.
    pub(crate) noun: Option<usize>,
    /// How the value is written.
    pub(crate) scale: Scale,
    /// The currency's name is one that several share.
    pub(crate) shared: bool,
}

impl Reading {
    /// A figure without a value.
    pub(super) fn of_class(start: usize, end: usize, class: Class) -> Self {
        Self { start, end, class, quantity: None, noun: None, scale: Scale::default(), shared: false }
    }

    /// A date.
    pub(super) fn of_date(start: usize, end: usize, class: Class, date: PartialDate) -> Self {
        Self { quantity: Some(Quantity::of_date(date)), ..Self::of_class(start, end, class) }
    }

    /// An exact value without unit.
    pub(super) fn of_value(start: usize, end: usize, class: Class, kind: Kind, value: Amount) -> Self {
        Self { quantity: Some(Quantity::exact(kind, value)), ..Self::of_class(start, end, class) }
    }
}
