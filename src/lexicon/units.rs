//! Units and magnitudes as words and symbols.

use serde::{Deserialize, Serialize};

use crate::quantity::{Amount, Unit};

/// What a unit's words mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitWords {
    /// The unit that values are held in.
    pub unit: Unit,
    /// What one of the written unit is worth in it.
    #[serde(with = "rust_decimal::serde::str")]
    pub factor: Amount,
    /// Taken off the written value first (degrees Fahrenheit).
    #[serde(with = "rust_decimal::serde::str_option")]
    pub offset: Option<Amount>,
    /// The exact spelling, for symbols.
    pub symbol: Option<String>,
    /// A hundredth or thousandth of a currency: may follow an amount of it.
    pub subunit: bool,
    /// May be an angle.
    pub angle: bool,
    /// A name or sign that several currencies share (« dollar », « franc »).
    pub shared: bool,
    /// Behind which numbers they stand.
    pub behind: Behind,
}

/// Behind which numbers the words of a unit stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Behind {
    /// Any.
    #[default]
    All,
    /// Only millions and more: « 10 milliards US », not « 3 000 US Marines ».
    Millions,
}

/// Which currency a shared name means in texts about a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// The currency that the bare name has otherwise.
    pub default: Unit,
    /// The currency that it means there.
    pub currency: Unit,
    /// Only where the text marks the default one (« dollars US ») to tell them apart.
    pub marked: bool,
    /// Its words tell of it only where no other region is told of.
    pub weak: bool,
}

/// Letters for a power of ten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Magnitude {
    /// The power.
    pub power: u32,
    /// Stands only before a currency (« 500 G$ »).
    pub money: bool,
    /// The exact spelling.
    pub symbol: String,
}
