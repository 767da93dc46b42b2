//! Exchange rates of a profile: dated, approximate, and only good to tell what cannot be right.

use super::ProfileError;
use super::file::{ProfileFile, RateData};
use crate::quantity::{Amount, Currency, PartialDate};

/// What currencies were worth, month by month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rates(Vec<Month>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Month {
    /// Months since the year 0.
    number: u32,
    /// What one of the base is worth in each; the base itself is worth 1.
    worth: Vec<(Currency, Amount)>,
}

/// Months from a rate within which it tells what cannot be right.
const MONTHS: u32 = 12;

/// The rates that hold for a topic without its own.
///
/// # Panics
/// Never with the embedded file: a test reads it.
pub(super) fn reference() -> Rates {
    const TEXT: &str = include_str!("rates.toml");
    let rates = super::file::read(TEXT, "rates.toml").and_then(|file| compile(&file));
    rates.unwrap_or_else(|error| panic!("embedded {error}"))
}

impl Rates {
    /// The least and greatest that one of `from` was worth in `to` around a date: in the months on both sides of it, or in all
    /// when nothing dates it; nothing for a date more than a year from all of them.
    pub fn between(
        &self,
        from: Currency,
        to: Currency,
        date: Option<PartialDate>,
    ) -> Option<(Amount, Amount)> {
        let known: Vec<(u32, Amount)> = self
            .0
            .iter()
            .filter_map(|month| Some((month.number, month.worth(to)?.checked_div(month.worth(from)?)?)))
            .collect();
        let number = date.and_then(month_number);
        let near: Vec<Amount> = match number {
            Some(number) if known.iter().all(|(month, _)| month.abs_diff(number) > MONTHS) => return None,
            Some(number) => {
                let before = known.iter().rev().find(|(month, _)| *month <= number);
                let after = known.iter().find(|(month, _)| *month >= number);
                before.into_iter().chain(after).map(|(_, rate)| *rate).collect()
            }
            None => known.iter().map(|(_, rate)| *rate).collect(),
        };
        Some((near.iter().copied().min()?, near.iter().copied().max()?))
    }

    /// Every currency that a rate is known of.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        self.0.first().into_iter().flat_map(|month| month.worth.iter().map(|(currency, _)| *currency))
    }
}

impl Month {
    fn worth(&self, of: Currency) -> Option<Amount> {
        self.worth.iter().find(|(currency, _)| *currency == of).map(|(_, worth)| *worth)
    }
}

fn month_number(date: PartialDate) -> Option<u32> {
    Some(u32::from(date.year?) * 12 + u32::from(date.month.unwrap_or(6)))
}

/// The rates of a profile, by month.
pub(super) fn compile(file: &ProfileFile<'_>) -> Result<Rates, ProfileError> {
    let mut months = file.data.rate.iter().map(|data| month(file, data)).collect::<Result<Vec<_>, _>>()?;
    months.sort_by_key(|month| month.number);
    Ok(Rates(months))
}

impl Rates {
    /// These, or those that hold for any topic where there are none.
    pub(super) fn or_reference(self) -> Rates {
        if self.0.is_empty() { reference() } else { self }
    }
}

fn month(file: &ProfileFile<'_>, data: &RateData) -> Result<Month, ProfileError> {
    let number =
        PartialDate::parse(data.month.get_ref()).filter(|date| date.month.is_some()).and_then(month_number);
    let number =
        number.ok_or_else(|| file.fault(&data.month, "rate.month: not a month such as 2025-01".into()))?;
    let base = Currency::new(data.base.get_ref())
        .ok_or_else(|| file.fault(&data.base, "rate.base: not a currency of three capital letters".into()))?;
    let mut worth = vec![(base, Amount::ONE)];
    for (code, text) in &data.to {
        let currency = Currency::new(code)
            .ok_or_else(|| file.fault(text, format!("rate.to: « {code} » is not three capital letters")))?;
        let amount = text.get_ref().parse().ok().filter(|amount: &Amount| *amount > Amount::ZERO);
        let amount =
            amount.ok_or_else(|| file.fault(text, format!("rate.to.{code}: not a number above 0")))?;
        worth.push((currency, amount));
    }
    Ok(Month { number, worth })
}

#[cfg(test)]
mod tests {
    use super::super::Topic;
    use super::*;
    use crate::lexicon::Lexicon;

    const TWO_MONTHS: &str = "name = \"x\"\n[[rate]]\nmonth = \"2025-10\"\nbase = \"USD\"\n\
        to = { EUR = \"0.80\", GBP = \"0.70\" }\n[[rate]]\nmonth = \"2025-01\"\nbase = \"USD\"\nto = { EUR = \"1.00\" }\n";

    #[test]
    fn rates_are_those_around_a_date() {
        let topic = Topic::parse(TWO_MONTHS, "x.toml", &mut Lexicon::french()).expect("a profile");
        let currency = |code| Currency::new(code).expect("a currency");
        let between = |from, to, date: Option<&str>| {
            let date = date.and_then(PartialDate::parse);
            topic
                .rates
                .between(currency(from), currency(to), date)
                .map(|(a, b)| (a.normalize(), b.normalize()))
        };
        let (less, one) = (Amount::new(8, 1), Amount::ONE);
        assert_eq!(between("USD", "EUR", Some("2025-01-22")), Some((one, one)));
        assert_eq!(between("USD", "EUR", Some("2025-05")), Some((less, one)));
        assert_eq!(between("USD", "EUR", Some("2026-05")), Some((less, less)));
        assert_eq!(between("USD", "EUR", Some("2027-05")), None, "too far from every rate");
        assert_eq!(between("USD", "EUR", None), Some((less, one)));
        assert_eq!(between("EUR", "GBP", None), Some((Amount::new(875, 3), Amount::new(875, 3))));
        assert_eq!(between("USD", "CHF", None), None);
    }

    #[test]
    fn a_topic_without_rates_has_those_of_reference() {
        let euro = Currency::new("EUR").expect("a currency");
        let dollar = Currency::new("USD").expect("a currency");
        assert!(Topic::none().rates.between(dollar, euro, None).is_some());
    }

    #[test]
    fn faults_name_line_and_key() {
        for (from, to, why) in [
            ("2025-10", "octobre", "x.toml:3: rate.month: not a month such as 2025-01"),
            ("USD", "usd", "x.toml:4: rate.base: not a currency of three capital letters"),
            ("GBP", "gbp", "x.toml:5: rate.to: « gbp » is not three capital letters"),
            ("0.70", "0", "x.toml:5: rate.to.GBP: not a number above 0"),
        ] {
            let text = TWO_MONTHS.replacen(from, to, 1);
            let error = Topic::parse(&text, "x.toml", &mut Lexicon::french()).expect_err(why);
            assert_eq!(error.to_string(), why);
        }
    }
}
