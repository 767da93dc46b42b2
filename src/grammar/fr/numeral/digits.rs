//! Digits with grouping, decimals and exponents.
//!
//! French groups thousands with a space of any kind, a dot, or (in Switzerland) an apostrophe, and writes decimals
//! after a comma. English forms are read where they cannot be French.

use super::super::super::context::Context;
use crate::lexicon::words as w;
use crate::quantity::Amount;
use crate::text::Flags;

/// Most digits that an exact decimal holds.
const MAX_DIGITS: usize = 28;

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Digits {
    /// One past the last token.
    pub(in super::super) end: usize,
    /// The value.
    pub(in super::super) value: Amount,
    /// One unit of the last digit written.
    pub(in super::super) step: Amount,
    /// Digits after the decimal mark.
    pub(in super::super) decimals: u32,
    /// Whether thousands are grouped: such a number is no year and no label.
    pub(in super::super) grouped: bool,
}

/// What stands between two runs of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Dot,
    Comma,
    Apostrophe,
}

/// Reads digits at `at`. `None` when there are none, or more than an exact decimal holds.
pub(in super::super) fn read(cx: &Context<'_>, at: usize) -> Option<Digits> {
    cx.memo.digits.at(at, || read_anew(cx, at))
}

fn read_anew(cx: &Context<'_>, at: usize) -> Option<Digits> {
    let first = cx.digit_count(at);
    if first == 0 {
        return None;
    }
    let mut number = Accumulator::default();
    number.push(cx, at);
    let (mut end, grouped) = groups(cx, at, first, &mut number);
    let mut decimals = 0;
    if let Some((separator, next)) = separator(cx, end) {
        let decimal = match separator {
            Separator::Comma => true,
            // After groups of another kind a dot is decimal; alone it is unless it groups, which `groups` has seen.
            Separator::Dot => !is_version(cx, end),
            _ => false,
        };
        if decimal {
            decimals = cx.digit_count(next) as u32;
            number.push(cx, next);
            end = next + 1;
        }
    }
    let (end, power) = exponent(cx, end);
    let value = number.value(decimals)?;
    Some(Digits {
        end,
        value: super::scale(value, power)?,
        step: super::scale(Amount::from_i128_with_scale(1, decimals), power)?,
        decimals,
        grouped,
    })
}

/// Takes up groups of three digits; gives the token after them and whether there were any.
fn groups(cx: &Context<'_>, at: usize, first: usize, number: &mut Accumulator) -> (usize, bool) {
    let mut end = at + 1;
    let Some((kind, next)) = separator(cx, end) else { return (end, false) };
    let leading_zero = cx.digits(at).next() == Some(0);
    if first > 3 || leading_zero || cx.digit_count(next) != 3 || !starts_groups(cx, kind, next) {
        return (end, false);
    }
    while let Some((separator, next)) = separator(cx, end) {
        // A run of groups too long for a value is none, however long it is.
        if separator != kind || cx.digit_count(next) != 3 || number.count > MAX_DIGITS {
            break;
        }
        number.push(cx, next);
        end = next + 1;
    }
    (end, true)
}

/// Whether the first separator, before three digits at `next`, groups thousands.
fn starts_groups(cx: &Context<'_>, kind: Separator, next: usize) -> bool {
    let again = || separator(cx, next + 1).is_some_and(|(k, n)| k == kind && cx.digit_count(n) == 3);
    let decimals_follow = |mark| separator(cx, next + 1).is_some_and(|(k, _)| k == mark);
    match kind {
        Separator::Space | Separator::Apostrophe => true,
        // « 400.000 »; but « 1.125 milliard » in the singular, « 2.125 % » are decimals.
        Separator::Dot => {
            again()
                || decimals_follow(Separator::Comma)
                || !(singular_magnitude(cx, next + 1) || cx.is(next + 1, w::PERCENT))
        }
        // English « 1,000,000 » and « 1,234.56 »; « 100,000 » since no one writes three idle zeros.
        Separator::Comma => {
            again()
                || decimals_follow(Separator::Dot)
                || (cx.digits(next).all(|digit| digit == 0) && !singular_magnitude(cx, next + 1))
        }
    }
}

fn singular_magnitude(cx: &Context<'_>, at: usize) -> bool {
    use crate::lexicon::NumberWord::Power;
    matches!(cx.number_word(at), Some(Power(_))) && !cx.slice(at).ends_with(['s', 'S'])
}

/// The separator at `at` and the number token after it.
fn separator(cx: &Context<'_>, at: usize) -> Option<(Separator, usize)> {
    if cx.is_number(at) {
        let token = cx.get(at)?;
        let gap = &cx.text[cx.get(at - 1)?.span.end as usize..token.span.start as usize];
        let spaces =
            gap.chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{2060}')).count();
        // A second space is a slip before « 000 », and a column of a table before anything else.
        let groups = spaces == 1 || spaces == 2 && token.span.of(cx.text) == "000";
        return (groups && token.has(Flags::SPACE) && !token.has(Flags::LINE) && gap != "\t")
            .then_some((Separator::Space, at));
    }
    // « 3 ,5 % »: a slip, where a unit follows.
    let slipped = cx.is(at, w::COMMA) && cx.get(at + 2).is_some_and(|unit| cx.lexicon.measures(unit));
    if !(cx.glued(at) || slipped) || !cx.glued(at + 1) || !cx.is_number(at + 1) {
        return None;
    }
    let separator = match cx.word(at) {
        w::DOT => Separator::Dot,
        w::COMMA => Separator::Comma,
        w::APOSTROPHE => Separator::Apostrophe,
        _ => return None,
    };
    Some((separator, at + 1))
}

/// « 3.5.1 », « 192.168.0.1 »: more dots than a number has.
fn is_version(cx: &Context<'_>, dot: usize) -> bool {
    cx.is(dot + 2, w::DOT) && cx.glued(dot + 2) && cx.is_number(dot + 3) && cx.glued(dot + 3)
}

/// « 1,5e9 », « 3 × 10^8 », « 2·10⁹ »: the token after the exponent, and the power.
fn exponent(cx: &Context<'_>, at: usize) -> (usize, u32) {
    if cx.is(at, w::E)
        && cx.glued(at)
        && cx.is_number(at + 1)
        && cx.glued(at + 1)
        && let Some(power) = cx.small(at + 1).filter(|power| *power <= 24)
    {
        return (at + 2, power);
    }
    let times = cx.is_any(at, &[w::TIMES_SIGN, w::X, w::STAR]) || cx.slice(at) == "·";
    if times && cx.small(at + 1) == Some(10) {
        if cx.is(at + 2, w::CARET)
            && cx.glued(at + 2)
            && let Some(power) = cx.small(at + 3).filter(|power| *power <= 24)
        {
            return (at + 4, power);
        }
        let mut end = at + 2;
        let mut power = 0;
        while let Some(digit) = superscript(cx.slice(end)).filter(|_| cx.glued(end) && power < 10) {
            power = power * 10 + digit;
            end += 1;
        }
        if end > at + 2 {
            return (end, power);
        }
    }
    (at, 0)
}

fn superscript(text: &str) -> Option<u32> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut chars = text.chars();
    let digit = DIGITS.iter().position(|d| Some(*d) == chars.clone().next())?;
    chars.next();
    chars.next().is_none().then_some(digit as u32)
}

/// Digits summed up, without a string.
#[derive(Default)]
struct Accumulator {
    value: i128,
    count: usize,
}

impl Accumulator {
    fn push(&mut self, cx: &Context<'_>, at: usize) {
        for digit in cx.digits(at) {
            // Leading zeros are free.
            if self.value > 0 || digit > 0 {
                self.count += 1;
            }
            if self.count <= MAX_DIGITS {
                self.value = self.value * 10 + i128::from(digit);
            }
        }
    }

    fn value(&self, decimals: u32) -> Option<Amount> {
        if self.count > MAX_DIGITS || decimals > 28 {
            return None;
        }
        Amount::try_from_i128_with_scale(self.value, decimals).ok()
    }
}
