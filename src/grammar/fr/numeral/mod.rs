//! Numerals: digits and number words, before any unit.

mod collective;
mod digits;
mod fraction;
mod memo;
mod words;

use super::super::context::Context;
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::Amount;
use crate::text::TokenKind;

pub(super) use digits::read as read_digits;
pub(in super::super) use memo::Memo;
pub(super) use words::read as read_words;

/// A number as written, without its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The number before its magnitude: 1.5 in « 1,5 million ».
    pub(super) mantissa: Amount,
    /// One unit of the last digit written, before the magnitude.
    pub(super) step: Amount,
    /// The power of ten of the magnitude, 0 for none.
    pub(super) power: u32,
    /// How it is written.
    pub(super) form: Form,
    /// No number at all: « des milliards », « plusieurs ».
    pub(super) vague: bool,
    /// It ends in a magnitude of which the power says nothing: « trois milliards six cents millions », « 1.000.000 ».
    pub(super) round: bool,
}

/// How a numeral is written, which decides what may follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits first.
    Digits,
    /// Number words.
    Words,
    /// « un », « une » alone: an article unless a unit follows.
    One,
    /// A share of one: « un tiers », « ½ ».
    Fraction,
    /// « une dizaine »: approximate, « de » before what is counted.
    Collective,
}

impl Numeral {
    /// The value, if exact decimals hold it.
    pub(super) fn value(&self) -> Option<Amount> {
        scale(self.mantissa, self.power)
    }

    /// Whether « de » stands between it and what is counted (« 3 millions d'élèves »).
    pub(super) fn takes_de(&self) -> bool {
        self.power >= 6 || self.round || matches!(self.form, Form::Collective | Form::Fraction)
    }
}

/// `value` × 10^`power`.
pub(super) fn scale(value: Amount, power: u32) -> Option<Amount> {
    if power == 0 {
        return Some(value);
    }
    value.checked_mul(Amount::from_i128_with_scale(10_i128.checked_pow(power)?, 0))
}

/// Reads the longest numeral that starts at `at`; its sign is the caller's.
pub(super) fn read(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    cx.memo.any.at(at, || read_anew(cx, at))
}

fn read_anew(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let numeral = match cx.kind(at)? {
        TokenKind::Number => fraction::digits(cx, at).or_else(|| digits_and_words(cx, at))?,
        TokenKind::Word => {
            collective::read(cx, at).or_else(|| fraction::words(cx, at)).or_else(|| words::read(cx, at))?
        }
        TokenKind::Mark => fraction::mark(cx, at)?,
    };
    Some(with_half(cx, numeral))
}

/// Digits, and the magnitude or words after them: « 1,5 million », « 2 millions cinq cent mille », « 10 mille ».
fn digits_and_words(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let digits = digits::read(cx, at)?;
    let numeral = Numeral {
        start: at,
        end: digits.end,
        mantissa: digits.value,
        step: digits.step,
        power: 0,
        form: Form::Digits,
        vague: false,
        round: digits.grouped && (digits.value % Amount::from(1_000_000)).is_zero(),
    };
    if let Some((value, power, end)) = collective::after_digits(cx, digits.end) {
        return Some(Numeral {
            end,
            mantissa: digits.value.checked_mul(value)?,
            step: value,
            power,
            form: Form::Collective,
            ..numeral
        });
    }
    Some(words::continue_with_magnitudes(cx, numeral))
}

/// « un million et demi », « 3 millions et demi », « un et demi ».
fn with_half(cx: &Context<'_>, numeral: Numeral) -> Numeral {
    let half = cx.is(numeral.end, w::ET) && cx.is_any(numeral.end + 1, &[w::DEMI, w::DEMIE]);
    if !half
        || !matches!(numeral.form, Form::Digits | Form::Words | Form::One)
        || !ends_with_magnitude_or_small(cx, &numeral)
    {
        return numeral;
    }
    let half = Amount::new(5, 1);
    Numeral {
        end: numeral.end + 2,
        mantissa: numeral.mantissa + half,
        step: half,
        form: Form::Words,
        ..numeral
    }
}

/// « et demi » adds half of a magnitude, or half of one to a small number.
fn ends_with_magnitude_or_small(cx: &Context<'_>, numeral: &Numeral) -> bool {
    let last = cx.number_word(numeral.end - 1);
    if matches!(last, Some(NumberWord::Power(_))) {
        numeral.power > 0
    } else {
        numeral.power == 0 && numeral.mantissa < Amount::ONE_HUNDRED
    }
}
