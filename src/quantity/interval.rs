//! A quantity is an interval: the printed words decide its ends.

use serde::{Deserialize, Serialize};

use super::{Amount, Kind, PartialDate, Unit};

/// How the words around a value limit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// The value itself.
    Exact,
    /// About the value.
    Approx,
    /// The value or more.
    AtLeast,
    /// More than the value.
    MoreThan,
    /// The value or less.
    AtMost,
    /// Less than the value.
    LessThan,
    /// Between two values.
    Range,
    /// A number that is not given (« des milliards »).
    Vague,
}

impl Bound {
    /// The name in reports and data files.
    pub const fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::Approx => "approx",
            Bound::AtLeast => "at_least",
            Bound::MoreThan => "more_than",
            Bound::AtMost => "at_most",
            Bound::LessThan => "less_than",
            Bound::Range => "range",
            Bound::Vague => "vague",
        }
    }

    /// Whether it gives a floor and no ceiling.
    pub const fn is_floor(self) -> bool {
        matches!(self, Bound::AtLeast | Bound::MoreThan)
    }

    /// Whether it gives a ceiling and no floor.
    pub const fn is_ceiling(self) -> bool {
        matches!(self, Bound::AtMost | Bound::LessThan)
    }

    /// Whether one gives a floor and the other a ceiling.
    pub const fn faces(self, other: Bound) -> bool {
        self.is_floor() && other.is_ceiling() || self.is_ceiling() && other.is_floor()
    }

    /// What « bien », « très » before the words of the bound say.
    pub const fn strengthened(self) -> Option<Strength> {
        match self {
            Bound::LessThan => Some(Strength::WellUnder),
            Bound::MoreThan => Some(Strength::WellOver),
            _ => None,
        }
    }

    /// The bound that « ne … pas » makes of it: « n'excède pas 10 » is at most 10.
    #[must_use]
    pub const fn negated(self) -> Bound {
        match self {
            Bound::AtLeast => Bound::LessThan,
            Bound::MoreThan => Bound::AtMost,
            Bound::AtMost => Bound::MoreThan,
            Bound::LessThan => Bound::AtLeast,
            other => other,
        }
    }
}

/// How far from its bound the words put the value, or how they colour it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// « bien moins de »
    WellUnder,
    /// « bien plus de »
    WellOver,
    /// « ne … que », « seulement »: the value is given as little.
    Only,
    /// « près de », « presque »: an approximation from below.
    JustUnder,
    /// « un peu plus de »: an approximation from above.
    JustOver,
}

impl Strength {
    /// The name in reports; the leanings of an approximation are not reported.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Strength::WellUnder => Some("well_under"),
            Strength::WellOver => Some("well_over"),
            Strength::Only => Some("only"),
            Strength::JustUnder | Strength::JustOver => None,
        }
    }
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The value, in the quantity's unit.
    pub value: Amount,
    /// Whether the value itself belongs to the interval.
    pub inclusive: bool,
}

impl End {
    /// An end that belongs to its interval.
    pub const fn closed(value: Amount) -> Self {
        Self { value, inclusive: true }
    }

    /// An end that does not.
    pub const fn open(value: Amount) -> Self {
        Self { value, inclusive: false }
    }
}

/// A set of values between two ends; a missing end is infinite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// Least value.
    pub low: Option<End>,
    /// Greatest value.
    pub high: Option<End>,
}

impl Interval {
    /// The interval that a bound makes of a value.
    pub fn of(bound: Bound, value: Amount) -> Self {
        let (low, high) = match bound {
            Bound::Exact | Bound::Approx | Bound::Range => {
                (Some(End::closed(value)), Some(End::closed(value)))
            }
            Bound::AtLeast => (Some(End::closed(value)), None),
            Bound::MoreThan => (Some(End::open(value)), None),
            Bound::AtMost => (None, Some(End::closed(value))),
            Bound::LessThan => (None, Some(End::open(value))),
            Bound::Vague => (None, None),
        };
        Self { low, high }
    }

    /// From one value to another, both included, whichever is written first.
    pub fn between(a: Amount, b: Amount) -> Self {
        Self { low: Some(End::closed(a.min(b))), high: Some(End::closed(a.max(b))) }
    }

    /// Both ends rounded to so many decimals.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Self {
        let round = |end: Option<End>| end.map(|end| End { value: end.value.round_dp(decimals), ..end });
        Interval { low: round(self.low), high: round(self.high) }
    }

    /// Both ends multiplied; nothing if that leaves the range of exact decimals.
    pub fn scaled(&self, factor: Amount) -> Option<Self> {
        let scale = |end: Option<End>| match end {
            Some(end) if factor == Amount::ONE => Some(Some(end)),
            Some(end) => Some(Some(End { value: end.value.checked_mul(factor)?.normalize(), ..end })),
            None => Some(None),
        };
        Some(Self { low: scale(self.low)?, high: scale(self.high)? })
    }
}

/// A value with its unit, bound and precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// What is measured.
    pub kind: Kind,
    /// In what.
    pub unit: Unit,
    /// How the words limit it.
    pub bound: Bound,
    /// How the words colour it.
    pub strength: Option<Strength>,
    /// The values it can have. Exact and approximate quantities have both ends at the value.
    pub interval: Interval,
    /// One unit of the last digit written: « 1,2 million » has 100,000. Half of it is rounding.
    pub step: Amount,
    /// The date, for dates.
    pub date: Option<PartialDate>,
}

impl Quantity {
    /// The same in the unit in which quantities are compared: « 40 minutes » are 2,400 seconds. Values that are too large for it
    /// stay in their own.
    #[must_use]
    pub fn in_common_unit(&self) -> Quantity {
        let unit = self.unit.common();
        if matches!(unit, Unit::Currency(_)) {
            return Quantity { unit, ..*self };
        }
        let factor = self.unit.seconds().filter(|_| unit != self.unit).map(Amount::from);
        let scaled =
            factor.and_then(|factor| Some((self.interval.scaled(factor)?, self.step.checked_mul(factor)?)));
        scaled.map_or(*self, |(interval, step)| Quantity { unit, interval, step, ..*self })
    }

    /// How much it is, or at most, without a sign.
    pub fn magnitude(&self) -> Option<Amount> {
        self.value().or(self.top()).map(|value| value.abs())
    }

    /// A date, which has no amount.
    pub fn of_date(date: PartialDate) -> Self {
        Self {
            kind: Kind::Date,
            unit: Unit::Date,
            bound: Bound::Exact,
            strength: None,
            interval: Interval::default(),
            step: Amount::ONE,
            date: Some(date),
        }
    }

    /// An exact value of a kind, without unit.
    pub fn exact(kind: Kind, value: Amount) -> Self {
        Self {
            kind,
            unit: Unit::None,
            bound: Bound::Exact,
            strength: None,
            interval: Interval::of(Bound::Exact, value),
            step: Amount::ONE,
            date: None,
        }
    }

    /// The value that is written: the lower of two.
    pub fn value(&self) -> Option<Amount> {
        self.interval.low.or(self.interval.high).map(|end| end.value)
    }

    /// The greater of the values written.
    pub fn top(&self) -> Option<Amount> {
        self.interval.high.or(self.interval.low).map(|end| end.value)
    }

    /// Whether it can be compared: it has a value.
    pub fn is_comparable(&self) -> bool {
        self.bound != Bound::Vague && self.value().is_some()
    }
}
