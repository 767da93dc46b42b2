//! A quantity in a few characters: `< 10 Md$`, `= 4 years`, `≥ 500 Md$`.

use std::borrow::Cow;

use super::phrase::Phrases;
use crate::quantity::{Amount, Bound, PartialDate, Quantity, Unit};

/// The label of a position.
pub(super) fn label(quantity: &Quantity, noun: Option<&str>, phrases: &Phrases) -> String {
    if let Some(date) = quantity.date {
        return day(date);
    }
    let (times, by, unit) = metric(quantity).map_or_else(
        || base(quantity, noun, phrases),
        |(times, by, name)| (times.into(), by.into(), name.into()),
    );
    let number = |value: Amount| value.checked_mul(times).map(|value| short(value / by));
    let (low, high) = (quantity.value().and_then(number), quantity.top().and_then(number));
    let (Some(low), Some(high)) = (low, high) else { return format!("? {unit}") };
    let mut label = match quantity.bound {
        Bound::Exact => format!("= {low}"),
        Bound::Approx => format!("≈ {low}"),
        Bound::AtLeast => format!("≥ {low}"),
        Bound::MoreThan => format!("> {low}"),
        Bound::AtMost => format!("≤ {high}"),
        Bound::LessThan => format!("< {high}"),
        Bound::Range => format!("{low}–{high}"),
        Bound::Vague => "?".to_owned(),
    };
    if !unit.is_empty() {
        label.push(' ');
        label.push_str(&unit);
    }
    label
}

/// The factor, the divisor and the unit with its letters for a value in the base unit: « Md$ ».
fn base<'n>(quantity: &Quantity, noun: Option<&'n str>, phrases: &Phrases) -> (Amount, Amount, Cow<'n, str>) {
    let (power, letters) = magnitude(quantity);
    let by = Amount::from_i128_with_scale(10_i128.pow(power), 0);
    (Amount::ONE, by, unit(quantity.unit, noun, letters, phrases))
}

/// A date, a day without its year as « 21/01 ».
fn day(date: PartialDate) -> String {
    match (date.year, date.month, date.day) {
        (None, Some(month), Some(day)) => format!("{day:02}/{month:02}"),
        _ => date.to_string(),
    }
}

/// The power of ten that shortens the value, and its letters: « Md » for money, « G » for watts and bytes.
fn magnitude(quantity: &Quantity) -> (u32, &'static str) {
    let Some(value) = quantity.value().map(|v| v.abs()) else { return (0, "") };
    let reaches = |power: u32| value >= Amount::from_i128_with_scale(10_i128.pow(power), 0);
    match quantity.unit {
        Unit::Currency(_) if reaches(9) => (9, "Md"),
        Unit::Watt | Unit::WattHour | Unit::Byte if reaches(12) => (12, "T"),
        Unit::Watt | Unit::WattHour | Unit::Byte if reaches(9) => (9, "G"),
        Unit::Currency(_) | Unit::Watt | Unit::WattHour | Unit::Byte if reaches(6) => (6, "M"),
        Unit::Watt | Unit::WattHour | Unit::Byte if reaches(3) => (3, "k"),
        _ => (0, ""),
    }
}

/// What people measure in instead of the base unit, with the factor to it as a fraction.
fn metric(quantity: &Quantity) -> Option<(i64, i64, &'static str)> {
    let value = quantity.value()?.abs();
    let reaches = |least: i64| value >= Amount::from(least);
    match quantity.unit {
        Unit::MetrePerSecond => Some((18, 5, "km/h")),
        Unit::Metre if reaches(1_000) => Some((1, 1_000, "km")),
        Unit::SquareMetre if reaches(100_000_000) => Some((1, 1_000_000, "km²")),
        Unit::SquareMetre if reaches(10_000) => Some((1, 10_000, "ha")),
        Unit::SquareMetre => Some((1, 1, "m²")),
        Unit::Kilogram if reaches(1_000) => Some((1, 1_000, "t")),
        _ => None,
    }
}

fn unit<'n>(unit: Unit, noun: Option<&'n str>, letters: &str, phrases: &Phrases) -> Cow<'n, str> {
    match unit {
        Unit::Currency(currency) => {
            let sign = match currency.code() {
                "USD" => "$",
                "EUR" => "€",
                "GBP" => "£",
                code if letters.is_empty() => return code.to_owned().into(),
                code => return format!("{letters} {code}").into(),
            };
            format!("{letters}{sign}").into()
        }
        Unit::Noun => noun.unwrap_or_default().into(),
        unit => {
            format!("{letters}{}", phrases.units.get(unit.name()).map_or(unit.name(), String::as_str)).into()
        }
    }
}

/// A number with thousands in groups and no idle zeros.
fn short(value: Amount) -> String {
    let text = value.round_dp(4).normalize().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |(w, f)| (w, f));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use crate::quantity::Interval;

    #[test]
    fn labels_are_short() {
        let phrases = Language::English.phrases();
        let quantity = |unit: &str, bound: Bound, value: i64| {
            let unit = Unit::from_name(unit).expect("a unit");
            Quantity {
                kind: unit.kind(),
                unit,
                bound,
                strength: None,
                interval: Interval::of(bound, value.into()),
                step: Amount::ONE,
                date: None,
            }
        };
        assert_eq!(label(&quantity("USD", Bound::LessThan, 10_000_000_000), None, phrases), "< 10 Md$");
        assert_eq!(label(&quantity("year", Bound::Exact, 4), None, phrases), "= 4 years");
        assert_eq!(label(&quantity("W", Bound::AtLeast, 1_200_000_000), None, phrases), "≥ 1.2 GW");
        assert_eq!(label(&quantity("percent", Bound::Approx, 40), None, phrases), "≈ 40 %");
        assert_eq!(label(&quantity("m2", Bound::Exact, 2_327_000), None, phrases), "= 232.7 ha");
        assert_eq!(label(&quantity("m/s", Bound::Exact, 20), None, phrases), "= 72 km/h");
        assert_eq!(label(&quantity("m", Bound::AtMost, 950), None, phrases), "≤ 950 m");
    }
}
