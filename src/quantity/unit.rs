//! Kinds of quantity and their units.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A sum of money.
    Money,
    /// A share of a hundred, or percentage points.
    Percent,
    /// A span of time.
    Duration,
    /// A number of things that the text names.
    Count,
    /// A surface.
    Area,
    /// A distance or size.
    Length,
    /// A weight.
    Mass,
    /// A capacity.
    Volume,
    /// Energy per time.
    Power,
    /// Work.
    Energy,
    /// An amount of information.
    Data,
    /// A temperature on a scale.
    Temperature,
    /// Distance per time.
    Speed,
    /// A calendar date.
    Date,
    /// A rank.
    Ordinal,
    /// A numeral with nothing that says what it counts.
    Number,
    /// A multiple (« 3 fois »), an angle, a rate.
    Other,
}

impl Kind {
    /// The name in reports and data files.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Duration => "duration",
            Kind::Count => "count",
            Kind::Area => "area",
            Kind::Length => "length",
            Kind::Mass => "mass",
            Kind::Volume => "volume",
            Kind::Power => "power",
            Kind::Energy => "energy",
            Kind::Data => "data",
            Kind::Temperature => "temperature",
            Kind::Speed => "speed",
            Kind::Date => "date",
            Kind::Ordinal => "ordinal",
            Kind::Number => "number",
            Kind::Other => "other",
        }
    }

    /// Every kind.
    pub const ALL: [Kind; 17] = [
        Kind::Money,
        Kind::Percent,
        Kind::Duration,
        Kind::Count,
        Kind::Area,
        Kind::Length,
        Kind::Mass,
        Kind::Volume,
        Kind::Power,
        Kind::Energy,
        Kind::Data,
        Kind::Temperature,
        Kind::Speed,
        Kind::Date,
        Kind::Ordinal,
        Kind::Number,
        Kind::Other,
    ];

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code of three capital letters.
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The currency that stands for those of one value: both francs CFA.
    const fn at_par(self) -> Self {
        match &self.0 {
            b"XAF" => Self(*b"XOF"),
            _ => self,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

/// What an amount is counted in. Values are held in these units: the grammar has multiplied prefixes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// No unit is written or understood.
    None,
    /// Money of one currency.
    Currency(Currency),
    /// Per cent.
    Percent,
    /// Percentage points.
    Point,
    /// Years.
    Year,
    /// Quarters of a year.
    Quarter,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
    /// Seconds.
    Second,
    /// Metres.
    Metre,
    /// Square metres.
    SquareMetre,
    /// Kilograms.
    Kilogram,
    /// Litres.
    Litre,
    /// Watts.
    Watt,
    /// Watt-hours.
    WattHour,
    /// Bytes.
    Byte,
    /// Bytes per second.
    BytePerSecond,
    /// Degrees Celsius.
    Celsius,
    /// Degrees of an angle or of a scale that is not named.
    Degree,
    /// Metres per second.
    MetrePerSecond,
    /// Times another value.
    Times,
    /// A share of one (« un tiers », « un sur trois »).
    Ratio,
    /// The noun that follows in the text.
    Noun,
    /// A day, month or year of the calendar.
    Date,
}

impl Unit {
    /// The name in reports and data files; a currency's code; "" for none and for a noun, which the text names.
    pub fn name(&self) -> &str {
        match self {
            Unit::None | Unit::Noun => "",
            Unit::Currency(currency) => currency.code(),
            Unit::Percent => "percent",
            Unit::Point => "point",
            Unit::Year => "year",
            Unit::Quarter => "quarter",
            Unit::Month => "month",
            Unit::Week => "week",
            Unit::Day => "day",
            Unit::Hour => "hour",
            Unit::Minute => "minute",
            Unit::Second => "second",
            Unit::Metre => "m",
            Unit::SquareMetre => "m2",
            Unit::Kilogram => "kg",
            Unit::Litre => "l",
            Unit::Watt => "W",
            Unit::WattHour => "Wh",
            Unit::Byte => "byte",
            Unit::BytePerSecond => "byte/s",
            Unit::Celsius => "°C",
            Unit::Degree => "degree",
            Unit::MetrePerSecond => "m/s",
            Unit::Times => "times",
            Unit::Ratio => "ratio",
            Unit::Date => "date",
        }
    }

    /// The unit of that name; three capital letters are a currency.
    pub fn from_name(name: &str) -> Option<Unit> {
        const NAMED: [Unit; 24] = [
            Unit::Percent,
            Unit::Point,
            Unit::Year,
            Unit::Quarter,
            Unit::Month,
            Unit::Week,
            Unit::Day,
            Unit::Hour,
            Unit::Minute,
            Unit::Second,
            Unit::Metre,
            Unit::SquareMetre,
            Unit::Kilogram,
            Unit::Litre,
            Unit::Watt,
            Unit::WattHour,
            Unit::Byte,
            Unit::BytePerSecond,
            Unit::Celsius,
            Unit::Degree,
            Unit::MetrePerSecond,
            Unit::Times,
            Unit::Ratio,
            Unit::Date,
        ];
        NAMED.into_iter().find(|unit| unit.name() == name).or_else(|| Currency::new(name).map(Unit::Currency))
    }

    /// Seconds in one of a unit of time; a year has 365 days and a month 30, as a newspaper counts.
    pub const fn seconds(self) -> Option<u32> {
        match self {
            Unit::Year => Some(365 * 86_400),
            Unit::Quarter => Some(90 * 86_400),
            Unit::Month => Some(30 * 86_400),
            Unit::Week => Some(7 * 86_400),
            Unit::Day => Some(86_400),
            Unit::Hour => Some(3_600),
            Unit::Minute => Some(60),
            Unit::Second => Some(1),
            _ => None,
        }
    }

    /// The unit in which quantities are compared: hours and minutes are seconds, while years and months stay what they are.
    #[must_use]
    pub const fn common(self) -> Unit {
        match self {
            Unit::Hour | Unit::Minute => Unit::Second,
            // The francs CFA of the West and of the middle of Africa are at par, and texts hardly say which they mean.
            Unit::Currency(currency) => Unit::Currency(currency.at_par()),
            unit => unit,
        }
    }

    /// The kind of quantity that the unit measures.
    pub const fn kind(self) -> Kind {
        match self {
            Unit::None => Kind::Number,
            Unit::Currency(_) => Kind::Money,
            Unit::Percent | Unit::Point => Kind::Percent,
            Unit::Year
            | Unit::Quarter
            | Unit::Month
            | Unit::Week
            | Unit::Day
            | Unit::Hour
            | Unit::Minute
            | Unit::Second => Kind::Duration,
            Unit::Metre => Kind::Length,
            Unit::SquareMetre => Kind::Area,
            Unit::Kilogram => Kind::Mass,
            Unit::Litre => Kind::Volume,
            Unit::Watt => Kind::Power,
            Unit::WattHour => Kind::Energy,
            Unit::Byte | Unit::BytePerSecond => Kind::Data,
            Unit::Celsius => Kind::Temperature,
            Unit::MetrePerSecond => Kind::Speed,
            Unit::Times | Unit::Ratio | Unit::Degree => Kind::Other,
            Unit::Noun => Kind::Count,
            Unit::Date => Kind::Date,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        for name in ["USD", "year", "m2", "°C", "byte/s"] {
            assert_eq!(Unit::from_name(name).map(|u| u.name().to_owned()).as_deref(), Some(name));
        }
        assert_eq!(Unit::from_name("usd"), None);
    }
}
