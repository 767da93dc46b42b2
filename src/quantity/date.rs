//! Calendar dates as far as they are written.

use std::fmt;

/// A date of which any part may be missing; shown as `2025-01-21`, `2025-01`, `2025`, `--01-21` or `--01`.
///
/// The parts are as printed: a thirtieth of February is kept, for it is what the article says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PartialDate {
    /// Year.
    pub year: Option<u16>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31.
    pub day: Option<u8>,
    /// The months of a year that words narrow down to: « au second semestre 2026 », « fin 2026 ». They are not shown.
    pub part: Option<Months>,
}

/// Months of a year, the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months {
    /// First, 1 to 12.
    pub first: u8,
    /// Last, 1 to 12, not before the first.
    pub last: u8,
}

impl PartialDate {
    /// A year and no more.
    pub const fn year(year: u16) -> Self {
        Self { year: Some(year), month: None, day: None, part: None }
    }

    /// A month, of a year if one is said.
    pub const fn month(year: Option<u16>, month: u8) -> Self {
        Self { year, month: Some(month), day: None, part: None }
    }

    /// A day of a month, of a year if one is said.
    pub const fn day(year: Option<u16>, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day), part: None }
    }

    /// A full date.
    pub const fn ymd(year: u16, month: u8, day: u8) -> Self {
        Self::day(Some(year), month, day)
    }

    /// Days between two days, of one year and with months of thirty days; `None` where a month or day is not said.
    pub fn days_apart(&self, other: &Self) -> Option<i32> {
        let days = |date: &Self| Some(i32::from(date.month?) * 30 + i32::from(date.day?));
        Some((days(self)? - days(other)?).abs())
    }

    /// Whether it is before another day, of whose year it is if it names none; false where a month or day is not said.
    pub fn is_before(&self, other: &Self) -> bool {
        let key = |date: &Self, year: Option<u16>| Some((date.year.or(year)?, date.month?, date.day?));
        key(self, other.year).zip(key(other, self.year)).is_some_and(|(day, other)| day < other)
    }

    /// Reads the form that [`fmt::Display`] writes, and ISO date-times by their date.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = match rest.split_once('-') {
                Some((month, day)) => (month, Some(two_digits(day)?)),
                None => (rest, None),
            };
            return Self { day, ..Self::month(None, two_digits(month)?) }.checked();
        }
        let date = text.get(..10).filter(|_| text.len() > 10 && text.as_bytes()[10] == b'T').unwrap_or(text);
        let mut parts = date.split('-');
        let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let month = parts.next().map(two_digits);
        let day = parts.next().map(two_digits);
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        Self { month: month.flatten(), day: day.flatten(), ..Self::year(year) }.checked()
    }

    /// The date itself if its parts are in range.
    pub fn checked(self) -> Option<Self> {
        let month = self.month.is_none_or(|m| (1..=12).contains(&m));
        let day = self.day.is_none_or(|d| (1..=31).contains(&d));
        (month && day).then_some(self)
    }

    /// The day of the week, from 0 for Monday, of a date that is written whole (Sakamoto's method).
    ///
    /// ```
    /// use stargate_check::quantity::PartialDate;
    /// assert_eq!(PartialDate::ymd(2026, 3, 9).weekday(), Some(0));
    /// assert_eq!(PartialDate::ymd(2025, 1, 21).weekday(), Some(1));
    /// ```
    pub fn weekday(&self) -> Option<u8> {
        const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let (month, day) = (self.month?, u32::from(self.day?));
        let year = u32::from(self.year?.checked_sub(u16::from(month < 3))?);
        let shift = SHIFTS.get(usize::from(month).checked_sub(1)?)?;
        // Sundays are 0 in the method.
        let sunday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
        Some(((sunday + 6) % 7) as u8)
    }

    /// Whether the two name the same day as far as both are written.
    pub fn compatible(&self, other: &Self) -> bool {
        fn same<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        let meet = |a: Months, b: Months| a.first <= b.last && b.first <= a.last;
        same(self.year, other.year)
            && same(self.month, other.month)
            && same(self.day, other.day)
            && self.months().zip(other.months()).is_none_or(|(a, b)| meet(a, b))
    }

    /// The months that it may be of, as far as it says.
    fn months(&self) -> Option<Months> {
        self.month.map(|month| Months { first: month, last: month }).or(self.part)
    }
}

/// Days between two dates as far as both are written, with months of thirty days.
pub fn days_between(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<i32> {
    let number = |date: PartialDate| {
        let (year, month, day) =
            (i32::from(date.year?), i32::from(date.month?), i32::from(date.day.unwrap_or(15)));
        Some((year * 12 + month - 1) * 30 + day)
    };
    let (a, b) = (a?, b?);
    // A month without a day may be the same day.
    if (a.day.is_none() || b.day.is_none()) && a.compatible(&b) {
        return Some(0);
    }
    Some((number(a)? - number(b)?).abs())
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => write!(f, "{y:04}-{m:02}-{d:02}"),
            (Some(y), Some(m), None) => write!(f, "{y:04}-{m:02}"),
            (Some(y), None, _) => write!(f, "{y:04}"),
            (None, Some(m), Some(d)) => write!(f, "--{m:02}-{d:02}"),
            (None, Some(m), None) => write!(f, "--{m:02}"),
            (None, None, Some(d)) => write!(f, "---{d:02}"),
            (None, None, None) => f.write_str("----"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_year_exclude_each_other() {
        let part =
            |first, last| PartialDate { part: Some(Months { first, last }), ..PartialDate::year(2026) };
        assert!(!part(1, 6).compatible(&part(7, 12)));
        assert!(part(7, 12).compatible(&part(10, 12)));
        assert!(part(1, 6).compatible(&PartialDate::year(2026)));
        assert!(!part(1, 6).compatible(&PartialDate::ymd(2026, 9, 1)));
        assert_eq!(part(1, 6).to_string(), "2026");
    }

    #[test]
    fn what_is_shown_is_read() {
        for text in ["2025-01-21", "2025-01", "2025", "--01-21", "--01"] {
            assert_eq!(PartialDate::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        assert_eq!(PartialDate::parse("2025-01-21T12:01:00+01:00"), Some(PartialDate::ymd(2025, 1, 21)));
        for text in ["2025-13", "21/01/2025", "2025-1-2", "20250-1", "", "2025-01-21-"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
