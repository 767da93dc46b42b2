//! Units and magnitudes as words and symbols.

use crate::quantity::{Amount, Unit};

/// What a unit's words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWords {
    /// The unit that values are held in.
    pub unit: Unit,
    /// What one of the written unit is worth in it.
    pub factor: Amount,
    /// Taken off the written value first (degrees Fahrenheit).
    pub offset: Option<Amount>,
    /// The exact spelling, for symbols.
    pub symbol: Option<String>,
    /// A hundredth or thousandth of a currency: may follow an amount of it.
    pub subunit: bool,
    /// May be an angle.
    pub angle: bool,
}

/// Letters for a power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Magnitude {
    /// The power.
    pub power: u32,
    /// Stands only before a currency (« 500 G$ »).
    pub money: bool,
    /// The exact spelling.
    pub symbol: String,
}
