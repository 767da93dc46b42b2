//! Floor 0: what a figure is worth. Exact decimals, intervals, units and how two quantities stand to each other.
//!
//! Pure algebra: no words, no text.

mod compare;
mod date;
mod interval;
mod unit;

pub use compare::{
    Relation, digits, have_lost_a_digit, is_rounded_slip, least_ratio, power_of_ten, ratio, relation,
};
pub use date::{Months, PartialDate, days_between};
pub use interval::{Bound, End, Interval, Quantity, Strength};
pub use unit::{Currency, Kind, Unit};

/// An exact decimal of up to 28 significant digits; trailing zeros as written are kept.
pub type Amount = rust_decimal::Decimal;
