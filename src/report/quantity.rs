//! A quantity as reports show it.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use super::fields::{Fields, key};
use crate::quantity::{Amount, End, PartialDate, Quantity, Strength, Unit};

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
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "shown")]
    date: Option<PartialDate>,
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
            date: quantity.date,
        }
    }
}

impl QuantityView<'_> {
    /// Writes the fields that serialization gives.
    pub(super) fn write(&self, mut fields: Fields<'_>) {
        fields.name(key!("kind"), self.kind);
        fields.text_or_null(key!("unit"), self.unit);
        fields.name(key!("bound"), self.bound);
        fields.name_or_null(key!("strength"), self.strength);
        fields.amount_or_null(key!("low"), self.low);
        fields.flag(key!("low_inclusive"), self.low_inclusive);
        fields.amount_or_null(key!("high"), self.high);
        fields.flag(key!("high_inclusive"), self.high_inclusive);
        if let Some(date) = &self.date {
            fields.shown(key!("date"), date);
        }
        fields.close();
    }
}

#[allow(clippy::ref_option, reason = "the shape that serde calls")]
fn amount<S: Serializer>(value: &Option<Amount>, serializer: S) -> Result<S::Ok, S::Error> {
    match value.and_then(whole) {
        Some(whole) => serializer.serialize_str(itoa::Buffer::new().format(whole)),
        None => shown(value, serializer),
    }
}

/// The value of most amounts: whole, and of a size for which digits are soon made.
pub(super) fn whole(amount: Amount) -> Option<i64> {
    i64::try_from(amount.mantissa()).ok().filter(|whole| amount.scale() == 0 && *whole != 0)
}

#[allow(clippy::ref_option, reason = "the shape that serde calls")]
fn shown<S: Serializer>(value: &Option<impl Display>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Bound, Interval};

    #[test]
    fn what_is_written_is_what_is_serialized() {
        let unit = Unit::from_name("USD").expect("a unit");
        let amounts = ["-12.50", "0", "0.00", "-3", "500000000000", "79228162514264337593543950335"];
        let quantities = amounts.iter().map(|text| Quantity {
            kind: unit.kind(),
            unit,
            bound: Bound::AtLeast,
            strength: Some(Strength::Only),
            interval: Interval::of(Bound::AtLeast, text.parse().expect("an amount")),
            step: Amount::ONE,
            date: None,
        });
        let date = Quantity::of_date(PartialDate::ymd(2025, 1, 21));
        for quantity in quantities.chain([date]) {
            let view = QuantityView::new(&quantity, None);
            let mut out = Vec::new();
            view.write(Fields::open(&mut out));
            assert_eq!(String::from_utf8(out).ok(), serde_json::to_string(&view).ok());
        }
    }
}
