//! A quantity as reports show it.

use serde::{Serialize, Serializer};

use crate::quantity::{Amount, End, Quantity, Strength, Unit};

/// The JSON form: amounts as decimal strings in base units.
#[derive(Debug, Serialize)]
pub(super) struct QuantityView<'a> {
    kind: &'static str,
    unit: Option<&'a str>,
    bound: &'static str,
    strength: Option<&'static str>,
    #[serde(serialize_with = "amount")]
    low: Option<Amount>,
    low_inclusive: bool,
    #[serde(serialize_with = "amount")]
    high: Option<Amount>,
    high_inclusive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

impl<'a> QuantityView<'a> {
    /// The view of a quantity; `noun` is what a count counts, in the singular.
    pub(super) fn new(quantity: &'a Quantity, noun: Option<&'a str>) -> Self {
        let inclusive = |end: Option<End>| end.is_some_and(|end| end.inclusive);
        let unit = match &quantity.unit {
            Unit::Noun => noun,
            unit => Some(unit.name()).filter(|name| !name.is_empty()),
        };
        QuantityView {
            kind: quantity.kind.name(),
            unit,
            bound: quantity.bound.name(),
            strength: quantity.strength.and_then(Strength::name),
            low: quantity.interval.low.map(|end| end.value),
            low_inclusive: inclusive(quantity.interval.low),
            high: quantity.interval.high.map(|end| end.value),
            high_inclusive: inclusive(quantity.interval.high),
            date: quantity.date.map(|date| date.to_string()),
        }
    }
}

#[allow(clippy::ref_option, reason = "the shape that serde calls")]
fn amount<S: Serializer>(amount: &Option<Amount>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => serializer.collect_str(amount),
        None => serializer.serialize_none(),
    }
}
