//! How two quantities of one unit stand to each other.

use super::{Amount, Bound, End, Interval, Quantity, Strength, Unit};

/// What two statements about one thing make of each other, from harmony to conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same interval.
    Agree,
    /// Some value satisfies both, beyond an end that they merely share.
    Compatible,
    /// They touch only at an end (« au moins 500 », « jusqu'à 500 »), or miss by less than their rounding.
    Tension,
    /// No value satisfies both.
    Contradiction,
}

/// Compares two quantities of the same unit; `None` when one has no value or the units differ.
///
/// ```text
/// 500 | au moins 500        compatible      au moins 500 | jusqu'à 500   tension
/// 1,2 million | 1 234 567   compatible      moins de 10 | 10             tension
/// 4 | 5                     contradiction   environ 500 | 480            compatible
/// 5 à 10 | 8 à 12           tension         5 à 10 | 6 à 8               compatible
/// ```
pub fn relation(a: &Quantity, b: &Quantity) -> Option<Relation> {
    let (a, b) = (&a.in_common_unit(), &b.in_common_unit());
    if a.unit != b.unit || !a.is_comparable() || !b.is_comparable() {
        return None;
    }
    if a.interval == b.interval && a.bound == b.bound {
        return Some(Relation::Agree);
    }
    let (x, y) = (meant(a), meant(b));
    Some(match overlap(&x, &y) {
        // « de 2 à 10 ans », « de 5 à 12 ans » are the ages of two groups.
        Overlap::Inside
            if a.bound == Bound::Range
                && b.bound == Bound::Range
                && a.unit != Unit::Year
                && cross(&x, &y) =>
        {
            Relation::Tension
        }
        Overlap::Inside => Relation::Compatible,
        Overlap::Point if is_point(&x) || is_point(&y) => Relation::Compatible,
        Overlap::Point => Relation::Tension,
        Overlap::None => missed(a, b, &x, &y),
    })
}

/// A multiplication is cheaper than a division.
const HALF: Amount = Amount::from_parts(5, 0, 0, false, 1);

/// Most that a value is rounded up by: 0,6 to 1; shares less.
const UP: Amount = Amount::from_parts(4, 0, 0, false, 1);
const UP_SHARE: Amount = Amount::from_parts(25, 0, 0, false, 2);

/// The relation of two intervals without a common value.
fn missed(a: &Quantity, b: &Quantity, x: &Interval, y: &Interval) -> Relation {
    let exact = |q: &Quantity| q.bound == Bound::Exact;
    let half = |q: &Quantity| q.step * HALF;
    // Nobody rounds 500 000 up to « un million ».
    let most = if a.unit == Unit::Percent { UP_SHARE } else { UP };
    let up = |q: &Quantity| q.magnitude().map_or(half(q), |value| half(q).min(value * most));
    if exact(a) && exact(b) {
        // A rounded value agrees with the precise one that it rounds.
        let (Some(va), Some(vb)) = (a.value(), b.value()) else { return Relation::Contradiction };
        let gap = (va - vb).abs();
        let (of_a, of_b) = if va < vb { (half(a), up(b)) } else { (up(a), half(b)) };
        return if gap <= of_a.max(of_b) {
            Relation::Compatible
        } else if gap < of_a + of_b {
            Relation::Tension
        } else {
            Relation::Contradiction
        };
    }
    match overlap(&widened(x, up(a), half(a)), &widened(y, up(b), half(b))) {
        Overlap::None => Relation::Contradiction,
        _ => Relation::Tension,
    }
}

/// How many times the smaller of two quantities the larger is, in their common units and without signs; `None` where one has no
/// value or the smaller is nothing.
pub fn ratio(a: &Quantity, b: &Quantity) -> Option<Amount> {
    let (a, b) = (a.in_common_unit().magnitude()?, b.in_common_unit().magnitude()?);
    a.max(b).checked_div(a.min(b))
}

/// As [`ratio`], of the ends that are nearest where one of them is a range: 3 for « entre 15 et 25 » and « au plus 5 ».
pub fn least_ratio(a: &Quantity, b: &Quantity) -> Option<Amount> {
    let (p, q) = (a.in_common_unit(), b.in_common_unit());
    let ends = |q: &Quantity| {
        let (low, high) = (q.interval.low?.value, q.interval.high?.value);
        (q.bound == Bound::Range && low > Amount::ZERO).then_some((low, high))
    };
    match (ends(&p), ends(&q)) {
        (Some((low, high)), None) | (None, Some((low, high))) => {
            let other = if p.bound == Bound::Range { q } else { p }.magnitude()?;
            let nearest = other.clamp(low, high);
            nearest.max(other).checked_div(nearest.min(other))
        }
        _ => ratio(a, b),
    }
}

/// 1 for ten times (a digit lost), 3 for a thousand, 6 for a million (a magnitude mistaken).
pub fn power_of_ten(ratio: Amount) -> Option<u32> {
    [1, 3, 6].into_iter().find(|power| ratio == Amount::from(10_u64.pow(*power)))
}

/// Whether two floors, or two ceilings, are a power of ten apart: « plus de 300 millions », « plus de 300 milliards ».
pub fn have_lost_a_digit(a: &Quantity, b: &Quantity) -> bool {
    let open = |q: &Quantity| (q.bound.is_floor(), q.bound.is_ceiling());
    let bounded = a.bound.is_floor() || a.bound.is_ceiling();
    bounded && open(a) == open(b) && a.unit == b.unit && ratio(a, b).and_then(power_of_ten).is_some()
}

/// Whether a ratio is a thousand or a million, but for the rounding of one of two values: « 4,7 millions » for « 4 712 millions ».
pub fn is_rounded_slip(ratio: Amount) -> bool {
    let rounding = Amount::new(5, 3);
    let off = |power: u32| (ratio / Amount::from(power) - Amount::ONE).abs();
    [1_000, 1_000_000].into_iter().any(|power| off(power) < rounding)
}

/// The digits of a value without the zeros at its ends: the same for values a power of ten apart.
pub fn digits(value: Amount) -> u128 {
    let mut digits = value.mantissa().unsigned_abs();
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits
}

/// The values that the words mean: an approximation reaches a tenth to each side it leans to, and so does a bound that is
/// said to be near.
fn meant(q: &Quantity) -> Interval {
    let Some(value) = q.value() else { return q.interval };
    let tenth = value.abs() / Amount::TEN;
    let (below, above) = (Some(End::closed(value - tenth)), Some(End::closed(value + tenth)));
    match (q.bound, q.strength) {
        // « près de 3 800 » is told of 3 812, too.
        (Bound::Approx, Some(Strength::JustUnder)) => {
            Interval { low: below, high: Some(End::closed(value + tenth / Amount::TEN)) }
        }
        (Bound::Approx, Some(Strength::JustOver)) => Interval { low: Some(End::closed(value)), high: above },
        (Bound::Approx, _) => Interval { low: below, high: above },
        // « un peu plus de 500 »: more, and not much.
        (Bound::MoreThan, Some(Strength::JustOver)) => Interval { high: above, ..q.interval },
        (Bound::LessThan, Some(Strength::JustUnder)) => Interval { low: below, ..q.interval },
        _ => q.interval,
    }
}

fn widened(interval: &Interval, below: Amount, above: Amount) -> Interval {
    Interval {
        low: interval.low.map(|end| End::closed(end.value - below)),
        high: interval.high.map(|end| End::closed(end.value + above)),
    }
}

fn is_point(interval: &Interval) -> bool {
    matches!((interval.low, interval.high), (Some(low), Some(high)) if low.value == high.value)
}

/// « entre 200 et 400 », « entre 300 et 500 »: whether each of two ranges has values that the other has not.
fn cross(x: &Interval, y: &Interval) -> bool {
    let ends = |i: &Interval| Some((i.low?.value, i.high?.value));
    ends(x).zip(ends(y)).is_some_and(|((a, b), (c, d))| a < c && b < d || c < a && d < b)
}

enum Overlap {
    None,
    Point,
    Inside,
}

fn overlap(x: &Interval, y: &Interval) -> Overlap {
    let low = match (x.low, y.low) {
        (Some(a), Some(b)) if a.value == b.value => Some(End { inclusive: a.inclusive && b.inclusive, ..a }),
        (Some(a), Some(b)) => Some(if a.value > b.value { a } else { b }),
        (a, b) => a.or(b),
    };
    let high = match (x.high, y.high) {
        (Some(a), Some(b)) if a.value == b.value => Some(End { inclusive: a.inclusive && b.inclusive, ..a }),
        (Some(a), Some(b)) => Some(if a.value < b.value { a } else { b }),
        (a, b) => a.or(b),
    };
    match (low, high) {
        (Some(low), Some(high)) if low.value > high.value => Overlap::None,
        (Some(low), Some(high)) if low.value == high.value => {
            if low.inclusive && high.inclusive {
                Overlap::Point
            } else {
                Overlap::None
            }
        }
        _ => Overlap::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    fn quantity(bound: Bound, value: i64, step: i64) -> Quantity {
        Quantity {
            kind: Kind::Number,
            unit: Unit::None,
            bound,
            strength: None,
            interval: Interval::of(bound, value.into()),
            step: step.into(),
            date: None,
        }
    }

    #[test]
    fn relations_are_those_of_the_words() {
        use Bound::{Approx, AtLeast, AtMost, Exact, LessThan, MoreThan, Vague};
        for (a, x, b, y, want) in [
            (Exact, 500, Exact, 500, Some(Relation::Agree)),
            (Exact, 500, AtLeast, 500, Some(Relation::Compatible)),
            (Exact, 500, AtMost, 500, Some(Relation::Compatible)),
            (AtLeast, 500, AtMost, 500, Some(Relation::Tension)),
            (MoreThan, 500, AtMost, 500, Some(Relation::Tension)),
            (LessThan, 10, Exact, 10, Some(Relation::Tension)),
            (MoreThan, 20, Exact, 10, Some(Relation::Contradiction)),
            (Exact, 4, Exact, 5, Some(Relation::Contradiction)),
            (Approx, 500, Exact, 480, Some(Relation::Compatible)),
            (Approx, 500, Exact, 400, Some(Relation::Contradiction)),
            (LessThan, 10, LessThan, 20, Some(Relation::Compatible)),
            (Vague, 0, Exact, 5, None),
        ] {
            let (p, q) = (quantity(a, x, 1), quantity(b, y, 1));
            assert_eq!(relation(&p, &q), want, "{a:?} {x} against {b:?} {y}");
            assert_eq!(relation(&q, &p), want, "{b:?} {y} against {a:?} {x}");
        }
    }

    #[test]
    fn a_rounded_value_agrees_with_the_precise_one() {
        let rounded = quantity(Bound::Exact, 1_200_000, 100_000);
        assert_eq!(relation(&rounded, &quantity(Bound::Exact, 1_234_567, 1)), Some(Relation::Compatible));
        assert_eq!(
            relation(&rounded, &quantity(Bound::Exact, 1_300_000, 100_000)),
            Some(Relation::Contradiction)
        );
        assert_eq!(relation(&rounded, &quantity(Bound::Exact, 1_280_000, 80_000)), Some(Relation::Tension));
    }
}
